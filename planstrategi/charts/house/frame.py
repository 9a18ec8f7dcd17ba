"""The frame round a chart: the finding with the line below it, unit, source; and the finished figure as SVG, PNG or PDF."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from planstrategi.charts.house.layout import Draw
from planstrategi.charts.house.style import IN_A_TEXT, INK, MARGIN, MUTED, SIZES, STANDING_ON_A4, Type, house_style, type_for
from planstrategi.charts.house.text import LEADING, balanced

_MOST_LINES = 2
# in points
TOP, AFTER_HEADLINE, BEFORE_CHART, AFTER_CHART, BOTTOM = 24.0, 6.0, 12.0, 12.0, 20.0
# how far below its top a line stands, in letter heights: even Å has room
ASCENT = 0.97
# what each kind of file calls its description, and what it does not say: when it was made, and with what
FILE_KINDS = {
    ".svg": ("Title", ("Date", "Creator")),
    ".png": ("Description", ("Software",)),
    ".pdf": ("Subject", ("Creator", "Producer", "CreationDate")),
}


def compose(draw: Draw, frame: pd.DataFrame, *, headline: str, unit: str, source: str, size: str, under: str = "") -> Figure:
    """Return a figure of one chart with its headline, unit and source; `size` is a key of `SIZES` or `IN_A_TEXT`.

    `under` is the line below the headline: what the headline rests on, and what is not known.
    The bands above and below take the height their text needs; the chart gets what is left.
    """
    across = (SIZES | IN_A_TEXT)[size]
    with house_style():
        figure = Figure(figsize=across[::-1] if size == "a4" and draw.__name__ in STANDING_ON_A4 else across)
        FigureCanvasAgg(figure)  # labels and legends are measured with it
        ax = figure.add_axes((0, 0, 1, 1))
        above, below = _header(figure, headline, under, unit, type_for(ax)), _footer(figure, source, type_for(ax))
        wide, high = _points(figure)
        ax.set_position((MARGIN / wide, below / high, 1 - 2 * MARGIN / wide, 1 - (above + below) / high))
        draw(frame, ax)
    return figure


def alone(draw: Draw, frame: pd.DataFrame, wide: float, high: float) -> Figure:
    """Return a figure of one chart and nothing round it, so many inches wide and high."""
    with house_style():
        figure = Figure(figsize=(wide, high))
        FigureCanvasAgg(figure)
        draw(frame, figure.add_axes((0, 0, 1, 1)))
    return figure


def _points(figure: Figure) -> tuple[float, float]:
    return figure.get_figwidth() * 72, figure.get_figheight() * 72


def _header(figure: Figure, headline: str, under: str, unit: str, letter: Type) -> float:
    """Write headline, the line below it and unit from the top down, and return how much of the height they take."""
    size = letter.headline
    while len(lines := balanced(headline, _room(figure), size, bold=True)) > _MOST_LINES and size > letter.smallest_headline:
        size -= 0.5
    below = TOP + _height(lines, size) + AFTER_HEADLINE
    _write(figure, "headline", lines, TOP, size=size, color=INK, weight="bold")
    for name, text in (("under", under), ("unit", unit)):
        lines = balanced(text, _room(figure), letter.unit) if text else []
        _write(figure, name, lines, below, size=letter.unit, color=MUTED)
        below += _height(lines, letter.unit) + (AFTER_HEADLINE if lines else 0)
    return below - AFTER_HEADLINE + BEFORE_CHART


def _footer(figure: Figure, source: str, letter: Type) -> float:
    """Write the source at the bottom, and return how much of the height it takes."""
    lines = balanced(source, _room(figure), letter.smallest)
    above = BOTTOM + _height(lines, letter.smallest)
    _write(figure, "source", lines, _points(figure)[1] - above, size=letter.smallest, color=MUTED)
    return above + AFTER_CHART


def _height(lines: Sequence[str], size: float) -> float:
    return len(lines) * size * LEADING


def _write(figure: Figure, gid: str, lines: Sequence[str], top: float, *, size: float, **style: Any) -> None:
    """Write lines from `top` down: one text each, because matplotlib sets lines apart by the letters they hold."""
    wide, high = _points(figure)
    for number, line in enumerate(lines):
        baseline = top + (number * LEADING + ASCENT) * size
        figure.text(MARGIN / wide, 1 - baseline / high, line, size=size, va="baseline", gid=gid, **style)


def _room(figure: Figure) -> float:
    return _points(figure)[0] - 2 * MARGIN


def to_file(suffix: str, figure: Figure, alt: str) -> bytes:
    """Return the figure as a file of a kind (a key of `FILE_KINDS`), byte for byte the same each time, described by `alt`.

    In an SVG that is its title and its accessible name. A PNG has 150 dots per inch.
    """
    description, unsaid = FILE_KINDS[suffix]
    # half the time of the usual level, and for drawings smaller files
    more: dict[str, Any] = {"pil_kwargs": {"compress_level": 3}} if suffix == ".png" else {}
    buffer = BytesIO()
    with house_style():
        figure.savefig(buffer, format=suffix[1:], dpi=150, metadata=dict.fromkeys(unsaid) | {description: alt}, **more)
    named = f'<svg role="img" aria-label={quoteattr(alt)} '.encode()
    return buffer.getvalue().replace(b"<svg ", named, 1) if suffix == ".svg" else buffer.getvalue()
