"""What tests ask of a drawn figure: its texts, its boxes, its markers, and the place on the page that each takes."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, product

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

from planstrategi import charts
from planstrategi.charts.house import style

# half a point less all round: the box of a text is higher than its letters
AIR = 0.7
# ink reads across the edge of a fill as pale as this
PALE = 0.8
DIGITS = 0.2


every_size = pytest.mark.parametrize("size", charts.SIZES)


def numbered_pairs(first: Iterable, second: Iterable) -> Iterator[tuple]:
    """Return every pair of one of the first and one of the second, each with its number: the cells of an invented frame."""
    return product(enumerate(first), enumerate(second))


def composed(draw: str, frame: pd.DataFrame, size: str = "lysbilde", headline: str = "Et kort funn", under: str = "") -> Figure:
    """Return a chart of a frame, with its frame round it."""
    words = {"headline": headline, "under": under, "unit": "Antall planer", "source": "Kilde: planstrategi."}
    return charts.compose(getattr(charts, draw), frame, **words, size=size)


def drawn(draw: str, frame: pd.DataFrame | Callable[[], pd.DataFrame], size: str = "lysbilde") -> Axes:
    """Return the axes of a chart of a frame; of one that a function returns, drawn once, to look at only."""
    return (example if callable(frame) else composed)(draw, frame, size).axes[0]


@cache
def example(draw: str, frame: Callable[[], pd.DataFrame], size: str) -> Figure:
    """Return a chart of the frame that a function returns, drawn once."""
    return composed(draw, frame(), size)


# the figures that tests have done with are not to be kept: thousands of artists make each garbage collection slow
@lru_cache(maxsize=1)
def extents(figure: Figure) -> list[tuple[Text, Bbox]]:
    """Return every text with the place its letters take."""
    with style.house_style():
        figure.draw_without_rendering()  # a legend gives its texts a place only then
        texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
        # an annotation's own extent reaches to what it points at
        return [(text, Text.get_window_extent(text)) for text in texts]


def outside(figure: Figure) -> list[str]:
    """Return the texts that leave the page."""
    page = figure.bbox
    return [text.get_text() for text, box in extents(figure) if box.x0 < 0 or box.y0 < 0 or box.x1 > page.x1 or box.y1 > page.y1]


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts of which one lies on the other."""
    texts, boxes = [text.get_text() for text, _ in extents(figure)], _letters(figure)
    pairs = np.argwhere(np.triu(_meet(boxes, boxes), 1))
    outlines = {number: _outline(*extents(figure)[number]) for number in set(pairs.ravel())}
    return [(texts[one], texts[other]) for one, other in pairs if outlines[one].intersects_path(outlines[other])]


def under_markers(figure: Figure) -> list[str]:
    """Return the texts that a marker lies on."""
    markers = np.array([box.extents for box in _markers(figure)]).reshape(-1, 4)
    hidden = _meet(_letters(figure), markers).any(axis=1)
    return [text.get_text() for (text, _), is_hidden in zip(extents(figure), hidden, strict=True) if is_hidden]


def astride(figure: Figure) -> list[str]:
    """Return the texts that lie partly on a box that is filled, and partly beside it."""
    filled = [box for ax in figure.axes for box in boxes(ax) if luminance(box.get_facecolor()) < PALE]
    places = np.array([box.get_window_extent().padded(AIR).extents for box in filled]).reshape(-1, 4)
    # digits are lower than the place of a text
    lower = [DIGITS * text.get_fontsize() * figure.dpi / 72 for text, _ in extents(figure)]
    letters = _letters(figure) + np.outer(lower, [0, 1, 0, -1])
    inside = (letters[:, None, :2] >= places[None, :, :2]) & (letters[:, None, 2:] <= places[None, :, 2:])
    cut = (_meet(letters, places) & ~inside.all(axis=-1)).any(axis=1)
    return [text.get_text() for (text, _), is_cut in zip(extents(figure), cut, strict=True) if is_cut]


def _letters(figure: Figure) -> np.ndarray:
    return np.array([box.padded(-AIR).extents for _, box in extents(figure)])


def _outline(text: Text, box: Bbox) -> Path:
    """Return the edge of a text as it stands: its place is larger when it is turned."""
    turn = text.get_rotation()
    text.set_rotation(0)
    level = Text.get_window_extent(text).padded(-AIR)
    text.set_rotation(turn)
    corners = Path(level.corners()[[0, 1, 3, 2, 0]] - level.corners().mean(axis=0))
    return corners.transformed(Affine2D().rotate_deg(turn).translate(*box.corners().mean(axis=0)))


def _meet(boxes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return a table of whether each of the boxes, as (x0, y0, x1, y1), overlaps each of the others."""
    one, other = boxes[:, None], others[None]
    return ((one[..., :2] < other[..., 2:]) & (other[..., :2] < one[..., 2:])).all(axis=-1)


def _markers(figure: Figure) -> Iterator[Bbox]:
    points = figure.dpi / 72
    for marks in figure.findobj(PathCollection):
        half = np.sqrt(marks.get_sizes()[0]) / 2 * points
        for x, y in marks.get_offset_transform().transform(marks.get_offsets()):
            yield Bbox.from_extents(x - half, y - half, x + half, y + half)


def alike_neighbours(figure: Figure) -> list[tuple[str, str]]:
    """Return the fills next to each other, in a legend or in a chart, that grey paper does not tell apart.

    In a chart it is enough that something is written in both.
    """
    return [pair for ax in figure.axes for pair in (*_alike_in_legend(ax), *_alike_in_chart(figure, ax))]


def _alike_in_legend(ax: Axes) -> Iterator[tuple[str, str]]:
    patches = ax.get_legend().get_patches() if ax.get_legend() else []
    for first, second in pairwise(patches):
        if not told_apart(first, second):
            yield to_hex(first.get_facecolor()), to_hex(second.get_facecolor())


def _alike_in_chart(figure: Figure, ax: Axes) -> Iterator[tuple[str, str]]:
    filled = boxes(ax)
    places = np.array([box.get_window_extent().padded(0.5).extents for box in filled]).reshape(-1, 4)
    written_in = _meet(places, _letters(figure)).any(axis=1)
    for one, other in np.argwhere(np.triu(_meet(places, places), 1)):
        first, second = filled[one], filled[other]
        is_fine = first.get_facecolor() == second.get_facecolor() or told_apart(first, second)
        if not is_fine and not (written_in[one] and written_in[other]):
            yield to_hex(first.get_facecolor()), to_hex(second.get_facecolor())


def told_apart(first: Patch, second: Patch) -> bool:
    """Return whether grey paper tells two fills from each other, by their luminance or by a hatch."""
    apart = abs(luminance(first.get_facecolor()) - luminance(second.get_facecolor()))
    return apart > 0.15 or first.get_hatch() != second.get_hatch()


def luminance(colour: object) -> float:
    """Return the relative luminance of any colour matplotlib knows."""
    return style.luminance(to_hex(colour))


def boxes(ax: Axes) -> list[Rectangle]:
    """Return the boxes of a chart."""
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def written(ax: Axes, gid: str) -> list[str]:
    """Return what is written in a chart under an id."""
    return [text.get_text() for text in ax.texts if text.get_gid() == gid]


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels(figure: Figure) -> np.ndarray:
    """Return the luminance of each pixel, the lowest row first; `figure` gets enough of them to look closely."""
    figure.dpi = 200
    with style.house_style():
        figure.canvas.draw()
    colours = np.asarray(figure.canvas.buffer_rgba())[::-1, :, :3]
    of_grey = np.array([luminance((level / 255,) * 3) for level in range(256)])
    return of_grey[colours] @ [luminance(primary) for primary in ("#f00", "#0f0", "#00f")]


def legend_texts(ax: Axes) -> list[str]:
    """Return the entries of a legend."""
    return [text.get_text() for text in ax.get_legend().get_texts()]
