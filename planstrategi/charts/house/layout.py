"""What several charts need round their marks: room for labels, a legend, and a word when there is nothing to draw."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import wraps
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.container import Container
from matplotlib.patches import BoxStyle, Patch
from matplotlib.path import Path
from matplotlib.transforms import Bbox, ScaledTranslation, blended_transform_factory

from planstrategi.charts.house.style import BLACK, INK, MUTED, NO_DATA, OUTLINE, PAPER, Look, Looks, ink_on, page, type_for
from planstrategi.charts.house.text import LEADING, fit, widest, wrap

Draw = Callable[[pd.DataFrame, Axes], None]
# how far below its middle a line of text stands, in letter heights
HALF_LETTER = 0.36
# the air above a heading between rows, in rows
ABOVE_HEADING = 0.4
# the legend's measures: in points, and in letter heights as matplotlib counts them
_ABOVE = 10.0
HANDLE, _GAP, BESIDE_HANDLE = 2.4, 1.8, 0.8
_BETWEEN = {"handlelength": HANDLE, "handletextpad": BESIDE_HANDLE, "handleheight": 1.1, "columnspacing": _GAP}
_LEGEND: dict[str, Any] = {"frameon": False, "borderpad": 0, "borderaxespad": 0, **_BETWEEN}
# a legend of more lines than this is written in the smallest letters
MANY = 4
# how much of the page the labels of rows may take, and what is between labels and rows, in points
WIDEST_LABEL, PAD = 0.4, 6.0
# the share of a column that its label may fill, and how many lines of the largest letters it may take
LABEL_FILL, _MOST_LINES = 0.92, 4


class DigitsBox(NamedTuple):
    """A box round digits alone: other boxes have room for letters that go lower. In letter heights."""

    high: float
    margin: float

    def __call__(self, left: float, bottom: float, wide: float, high: float, size: float) -> Path:
        """Return the box round a text, as matplotlib asks for it."""
        own = self.high * size
        return BoxStyle.Square(self.margin)(left, bottom + high - own, wide, own, size)


def unless_empty(draw: Draw) -> Draw:
    """Write what is missing (`attrs["tomt"]`), in place of a chart, when the frame has no rows."""

    @wraps(draw)
    def guarded(frame: pd.DataFrame, ax: Axes) -> None:
        if frame.empty:
            ax.set_axis_off()
            size = type_for(ax).unit
            lines = wrap(frame.attrs.get("tomt", NO_DATA), extent(ax)[0], size)
            ax.text(0.5, 0.5, "\n".join(lines), transform=ax.transAxes, ha="center", color=MUTED, size=size)
        else:
            draw(frame, ax)

    return guarded


def extent(ax: Axes) -> tuple[float, float]:
    """Return the width and height of the axes in points."""
    points = 72 / page(ax).dpi
    return ax.bbox.width * points, ax.bbox.height * points


def settle(ax: Axes) -> None:
    """Shrink the axes until its labels and legend lie inside the place the axes was given."""
    figure = page(ax)
    place, needed = ax.bbox.frozen(), cast(Bbox, ax.get_tightbbox())
    # as far inside its place as what is needed goes outside
    inner = Bbox(2 * place.get_points() - Bbox.union([place, needed]).get_points())
    ax.set_position(inner.transformed(figure.transFigure.inverted()))


def as_sheet(ax: Axes) -> tuple[float, float]:
    """Let one unit be one point, from the top left corner, without axes; return width and height."""
    wide, high = extent(ax)
    ax.set_axis_off()
    ax.set(xlim=(0, wide), ylim=(high, 0))
    return wide, high


def write(ax: Axes, x: float, middle: float, text: str, *, size: float, **style: Any) -> None:
    """Write a text on a sheet with its middle at a height; whatever its letters, one row's texts stand on one line."""
    if "\n" in text:
        ax.text(x, middle, text, size=size, va="center", multialignment=style.get("ha", "left"), **style)
    else:
        ax.text(x, middle + HALF_LETTER * size, text, size=size, va="baseline", **style)


def write_beside(ax: Axes, at: tuple[float, float], text: str, away: tuple[float, float], **style: Any) -> None:
    """Write a text so many points to the right of, and above, a point of the axes."""
    ax.annotate(text, at, xytext=away, textcoords="offset points", **{"color": INK} | style)


def mark(ax: Axes, x: float, y: float, wide: float, shape: str, fill: str, edge: str, **style: Any) -> None:
    """Draw a marker so many points wide, also where it reaches out of the axes."""
    # matplotlib counts a marker's area
    ax.scatter([x], [y], s=wide**2, marker=shape, facecolor=fill, edgecolor=edge, clip_on=False, **style)


def bare(ax: Axes, baseline: str) -> None:
    """Take away every line but the one the bars stand on: the numbers are written on the bars."""
    for side, spine in ax.spines.items():
        spine.set_visible(side == baseline)
    ax.tick_params(length=0, pad=PAD)


def standing_on(ax: Axes, years: Collection[int]) -> None:
    """Set out an axes for standing bars, with the years under them."""
    bare(ax, "bottom")
    ax.set_yticks([])
    ax.set_xticks(range(len(years)), [str(year) for year in years], size=type_for(ax).unit, color=INK)


def row_labels(
    ax: Axes, places: Sequence[float], labels: Sequence[str], headings: Collection[int], *, head: float, share: float
) -> None:
    """Write a label left of each row, wrapped to a `share` of the page, in the largest size the rows have room for.

    The legend, if there is one, must be written first: it takes of the room, as do `head` points over the first row.
    """
    wide, high = extent(ax)
    letter = type_for(ax)
    above = ax.get_legend()
    taken = above.get_window_extent().height * 72 / page(ax).dpi + _ABOVE if above else 0
    pitch = (high - taken - head) / (max(places) - min(places) + 1)
    size, wrapped = fit(labels, share * wide, pitch, letter.body, letter.smallest)
    ax.set_yticks(places, wrapped, size=size, color=INK)
    for number, text in enumerate(ax.get_yticklabels()):
        text.set_fontweight("bold" if number in headings else "normal")


def column_labels(ax: Axes, labels: list[str], longest: float, rows: float) -> tuple[float, list[str]]:
    """Wrap the labels to the columns beside what the rows' take, in letters small enough for the longest word."""
    letter = type_for(ax)
    across = LABEL_FILL * (extent(ax)[0] - rows - PAD) / len(labels)
    largest = max(letter.smallest, min(letter.body, across / longest))
    return fit(labels, across, _MOST_LINES * LEADING * letter.body, largest, letter.smallest)


def lying(
    ax: Axes, looks: Looks, labels: Sequence[str], headings: Collection[int] = (), *, baseline: str = "left", head: float = 0
) -> list[float]:
    """Set out an axes for lying bars, with its legend and a label per row or heading; return where the rows stand."""
    # with some air above every heading but the first
    at = [row + ABOVE_HEADING * sum(0 < heading <= row for heading in headings) for row in range(len(labels))]
    bare(ax, baseline)
    ax.set_xticks([])
    legend(ax, looks, {})
    row_labels(ax, at, labels, headings, head=head, share=WIDEST_LABEL)
    settle(ax)
    return [place for number, place in enumerate(at) if number not in headings]


def grouped(groups: Sequence[str], rows: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the labels of rows with a heading before each group, and the headings' numbers."""
    labels: list[str] = []
    headings: list[int] = []
    for group, members in groupby(zip(groups, rows, strict=True), key=itemgetter(0)):
        headings.append(len(labels))
        labels += [group, *(row for _, row in members)]
    return labels, headings


def row_size(ax: Axes) -> float:
    """Return the size that the row labels are written in."""
    return float(ax.get_yticklabels()[0].get_fontsize())


def patch_style(look: Look) -> dict[str, Any]:
    """Return a look as matplotlib's keywords: a dark outline keeps even a pale fill apart from the paper."""
    lines = OUTLINE if ink_on(look.fill) == BLACK else PAPER
    return {"facecolor": look.fill, "hatch": look.hatch, "hatchcolor": lines, "edgecolor": OUTLINE, "linewidth": 0.8}


def legend(ax: Axes, looks: Looks, others: Mapping[str, Artist | Container]) -> None:
    """Name the looks and what `others` show above the axes, from the left edge of its place, read along the lines."""
    entries: dict[str, Artist | Container] = {name: Patch(**patch_style(look)) for name, look in looks.items()}
    entries |= others
    letter, wide, figure = type_for(ax), extent(ax)[0], page(ax)
    size = letter.body if len(entries) <= MANY * _columns(list(entries), wide, letter.body) else letter.smallest
    columns = _columns(list(entries), wide, size)
    order = [label for first in range(columns) for label in list(entries)[first::columns]]
    over = blended_transform_factory(figure.transFigure, ax.transAxes)
    ax.legend(
        [entries[label] for label in order],
        ["\n".join(wrap(label, wide - (HANDLE + BESIDE_HANDLE) * size, size)) for label in order],
        ncols=columns,
        loc="lower left",
        bbox_to_anchor=(ax.get_position().x0, 1),
        bbox_transform=over + ScaledTranslation(0, _ABOVE / 72, figure.dpi_scale_trans),
        fontsize=size,
        **_LEGEND,
    )


def _columns(labels: list[str], wide: float, size: float) -> int:
    for columns in range(len(labels), 1, -1):
        needed = sum(widest(labels[first::columns], size) for first in range(columns))
        needed += columns * (HANDLE + BESIDE_HANDLE + _GAP) * size
        if needed <= wide:
            return columns
    return 1
