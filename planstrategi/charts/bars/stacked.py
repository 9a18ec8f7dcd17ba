"""Stacked bars, lying or standing, with the number in every segment and the total at the end."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.layout import ABOVE_HEADING, DigitsBox, extent, lying, patch_style, row_size, write_beside
from planstrategi.charts.house.style import MUTED, Looks, ink_on, type_for
from planstrategi.charts.house.text import width
from planstrategi.model.numbers import as_estimate

# how thick a bar may be: in points, and as a share of the room there is
_THICKEST = {"lying": 38.0, "standing": 120.0}
_SHARE = {"lying": 0.74, "standing": 0.58}
# what a number needs round it, in letter heights; how high the digits are themselves; the margin of their box
DIGIT_HEIGHT, _AIR, DIGIT, _MARGIN = 0.97, 0.35, 0.76, 0.12
# how far a comma goes below the digits
COMMA = 0.2
# what the outline of a segment takes of its room, in points
_EDGE = 0.8
# what a number above its bar needs: a line to it, in points, and room, in letter heights
_LINE, _BESIDE = 2.0, 0.9
# how far beside a standing bar a number begins, in points
BESIDE_STANDING = 10.0


def written(value: float) -> str:
    """Return a count as it is, and what is no whole number as an estimate."""
    return str(value) if isinstance(value, int) else as_estimate(value)


class Bars(NamedTuple):
    """Bars that are drawn: a row of numbers for each, the looks of the columns, the place of each row.

    And whether they stand, how thick they are (as the axes count), points per unit, letter size, how numbers are written.
    """

    counts: pd.DataFrame
    looks: Looks
    places: Sequence[float]
    standing: bool
    thick: float
    unit: float
    size: float
    form: Callable[[float], str] = written

    def at(self, place: float, along: float) -> tuple[float, float]:
        """Return a point of the bar at `place`, as x and y."""
        return (place, along) if self.standing else (along, place)


class Segment(NamedTuple):
    """One category's part of a bar: from `start`, `value` long, at `place` on the other axis."""

    name: str
    place: float
    start: float
    value: float
    number: str

    @property
    def middle(self) -> float:
        """Return the middle of the segment along the bar."""
        return self.start + self.value / 2


def set_limits(ax: Axes, places: Sequence[float], most: float, *, standing: bool = False, words: str = "") -> None:
    """Give a settled axes room for bars at `places`, of which the longest is `most`, and for the totals or `words`."""
    wide, high = extent(ax)
    letter, most = type_for(ax), max(most, 1)
    sides = min(places) - 0.5, max(places) + 0.5
    if standing:
        ax.set(xlim=sides, ylim=(0, with_room(high, most, 1.6 * letter.body)))
    else:
        end = width(f"  {words or most}", letter.body, bold=True) + 4
        ax.set(xlim=(0, with_room(wide, most, end)), ylim=sides[::-1])


def thickest(kind: str, room: float) -> float:
    """Return the share of so many points that a bar takes which is `lying` or `standing`."""
    return min(_SHARE[kind], _THICKEST[kind] / room)


def with_room(along: float, most: float, end: float) -> float:
    """Return the limit that leaves `end` points of `along` after a bar of the length `most`."""
    return most * along / (along - end)


def lying_bars(
    ax: Axes, counts: pd.DataFrame, looks: Looks, labels: Sequence[str], headings: Sequence[int] = (), empty: Sequence[str] = ()
) -> None:
    """Draw a lying bar per row of `counts`, with labels, legend and numbers; a row of zeros says its word of `empty`, else 0."""
    places = lying(ax, looks, labels, headings)
    set_limits(ax, list(ax.get_yticks()), counts.sum(axis=1).max())
    bars = stack(ax, counts, looks, places)
    write_totals(ax, bars, empty)
    # a bar of one segment has its number at its end
    write_numbers(ax, bars._replace(counts=counts.mul((counts > 0).sum(axis=1) > 1, axis=0)))


def stack(
    ax: Axes, counts: pd.DataFrame, looks: Looks, places: Sequence[float], *, standing: bool = False, share: float = 1.0,
    form: Callable[[float], str] = written,
) -> Bars:  # fmt: skip
    """Draw a bar per row of `counts` with a segment per column. The limits must be set.

    A bar takes at most `share` of the room there is for it.
    """
    bars = _measured(ax, Bars(counts, looks, places, standing, share, 1, 0, form))
    for segment in _segments(bars):
        length = bars.at(bars.thick, segment.value)
        corner = bars.at(segment.place - bars.thick / 2, segment.start)
        ax.add_patch(Rectangle(corner, *length, gid=segment.name, **patch_style(looks[segment.name])))
    return bars


def write_totals(ax: Axes, bars: Bars, empty: Sequence[str] = ()) -> None:
    """Write the total of each bar at its end; where there is nothing, its word of `empty`."""
    plain: dict[str, Any] = {"style": "italic", "color": MUTED}
    away, ha, va = ((0, 4), "center", "bottom") if bars.standing else ((6, 0), "left", "center_baseline")
    totals = map(int, bars.counts.sum(axis=1))
    for place, total, word in zip(bars.places, totals, empty or ["0"] * len(bars.places), strict=True):
        words = str(total or word)
        looks = {"weight": "bold"} if words.isdecimal() else plain
        write_beside(ax, bars.at(place, total), words, away, size=bars.size, gid="total", ha=ha, va=va, **looks)


def write_numbers(ax: Axes, bars: Bars, *, boxed: bool = False) -> None:
    """Write the number in each segment, or beside the bar where the segment is too small for it.

    On a hatch a number has a box that keeps the lines off it; when `boxed`, all have, for lines across the bars.
    """
    letter, taken = type_for(ax), dict.fromkeys(bars.places, 0.0)
    across = extent(ax)[0 if bars.standing else 1] / _span(ax, bars.standing) * bars.thick
    for segment in _segments(bars):
        look, length = bars.looks[segment.name], segment.value * bars.unit
        wide, high = (across, length) if bars.standing else (length, across)
        comma = COMMA if "," in segment.number else 0
        size = min(bars.size, wide / (width(segment.number, 1) + _AIR), high / (DIGIT_HEIGHT + comma))
        if size < letter.smallest:
            taken[segment.place] = _beside(ax, bars, segment, letter.smallest, taken[segment.place])
            continue
        style: dict[str, Any] = {"color": ink_on(look.fill), "ha": "center", "va": "center_baseline", "gid": "number"}
        number = ax.text(*bars.at(segment.place, segment.middle), segment.number, size=size, **style)
        if boxed or look.hatch:
            margin = min(_MARGIN, ((high - _EDGE) / size - DIGIT) / 2 - comma)
            number.set_bbox({"facecolor": look.fill, "edgecolor": "none", "boxstyle": DigitsBox(DIGIT + comma, margin)})


def _measured(ax: Axes, bars: Bars) -> Bars:
    """Return bars with their measures; as thick as they may be at most."""
    (wide, high), letter = extent(ax), type_for(ax)
    along, across, limit = (high, wide, ax.get_ylim()[1]) if bars.standing else (wide, high, ax.get_xlim()[1])
    row, unit = across / _span(ax, bars.standing), along / limit
    thick = min(bars.thick, thickest("standing" if bars.standing else "lying", row))
    if not bars.standing and _has_numbers_between(bars, unit, letter.smallest):
        thick = min(thick, max(row - _LINE - _BESIDE * letter.smallest, DIGIT_HEIGHT * letter.smallest) / row)
    return bars._replace(thick=thick, unit=unit, size=letter.body if bars.standing else row_size(ax))


def _has_numbers_between(bars: Bars, unit: float, size: float) -> bool:
    """Return whether a segment of lying bars is too short for its number, with another bar in the row above."""
    short = [one for one in _segments(bars) if one.value * unit < size * (width(one.number, 1) + _AIR)]
    return any(0 < one.place - other < 1 + ABOVE_HEADING for one in short for other in bars.places)


def _span(ax: Axes, standing: bool) -> float:
    first, last = ax.get_xlim() if standing else ax.get_ylim()
    return abs(last - first)


def _segments(bars: Bars) -> Iterator[Segment]:
    for place, row in zip(bars.places, bars.counts.to_dict("records"), strict=True):
        start = 0.0
        for name, value in row.items():
            if value:
                yield Segment(str(name), place, start, value, bars.form(value))
            start += value


def _beside(ax: Axes, bars: Bars, segment: Segment, size: float, taken: float) -> float:
    """Write the number with a line to its segment, past what is `taken` along the bar; return what is taken then."""
    room = size * 1.1 if bars.standing else width(f"{segment.number} ", size)
    along = max(segment.middle * bars.unit, taken + room / 2)
    shift = along - segment.middle * bars.unit
    edge = segment.place + bars.thick / 2 * (1 if bars.standing else -1)
    line: dict[str, Any] = {"arrowstyle": "-", "color": MUTED, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 0}
    right, above = ((BESIDE_STANDING, shift), "left", "center_baseline"), ((shift, _LINE), "center", "baseline")
    (away, ha, va), line["relpos"] = (right, (0, 0.5)) if bars.standing else (above, (0.5, 0))
    write_beside(ax, bars.at(edge, segment.middle), segment.number, away, size=size, ha=ha, va=va, arrowprops=line, gid="number")
    return along + room / 2
