"""Milestones in a timeline: the shape of each kind, where they stand in their year, and the legend."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from matplotlib.axes import Axes

from planstrategi.charts.house.blocks import RowBlock
from planstrategi.charts.house.layout import write
from planstrategi.charts.house.style import INK, MARK, type_for
from planstrategi.charts.house.text import width

# a day (ISO) and its kind
Milestone = tuple[str, str]


class Shape(NamedTuple):
    """How a kind of milestone is drawn and named, and how much larger it must be to look as large as a circle."""

    marker: str
    words: str
    grow: float = 1.0


SHAPES = {"vedtas": Shape("^", "vedtas innen", 1.1), "ferdig": Shape("o", "ferdig innen"), "utlop": Shape("X", "utløper", 1.15)}
# half a marker as a share of the row's height; in halves, how near it may stand to another and to the side of its cell
HALF, _APART, _INSIDE = 0.27, 1.9, 1.25
# in letter heights
_LINE, _BESIDE, _BETWEEN = 1.9, 0.9, 1.8


def kinds_in_use(plans: Iterable[Sequence[Milestone]], years: tuple[int, ...]) -> list[str]:
    """Return the kinds of the plans' milestones that the years hold."""
    found = {kind for dues in plans for _, kind in within(dues, years)}
    return [kind for kind in SHAPES if kind in found]


def within(dues: Sequence[Milestone], years: tuple[int, ...]) -> list[Milestone]:
    """Return the milestones in the years in order of time, those of one day as the legend has them."""
    due = [(day, kind) for day, kind in dict.fromkeys(dues) if int(day[:4]) in years]
    return sorted(due, key=lambda milestone: (milestone[0], list(SHAPES).index(milestone[1])))


def legend_height(ax: Axes, kinds: list[str]) -> float:
    """Return the height that the legend takes."""
    return _LINE * type_for(ax).smallest if kinds else 0.0


def write_legend(ax: Axes, kinds: list[str]) -> None:
    """Name the kinds along the top of a sheet."""
    size = type_for(ax).smallest
    x = size / 2
    for kind in kinds:
        _mark(ax, x, 0.6 * size, 0.42 * size, kind, "sample")
        write(ax, x + _BESIDE * size, 0.6 * size, SHAPES[kind].words, size=size, color=INK, gid="legend")
        x += width(SHAPES[kind].words, size) + (_BESIDE + _BETWEEN) * size


def draw_milestones(ax: Axes, middle: float, dues: Sequence[Milestone], block: RowBlock) -> None:
    """Draw a plan's milestones, each in the cell of its year as far along as its day."""
    half = HALF * block.pitch
    due = within(dues, block.years)
    for x, (_, kind) in zip(_places([day for day, _ in due], block, half), due, strict=True):
        _mark(ax, x, middle, half, kind, kind)


def _mark(ax: Axes, x: float, y: float, half: float, kind: str, gid: str) -> None:
    shape = SHAPES[kind]
    # matplotlib counts a marker's area, in square points
    area = (2 * half * shape.grow) ** 2
    ax.scatter(
        [x], [y], s=area, marker=shape.marker, facecolor=MARK, edgecolor=INK, linewidth=0.9, zorder=3, gid=gid, clip_on=False
    )


def _places(days: list[str], block: RowBlock, half: float) -> list[float]:
    """Return where each day stands, inside its year's cell, those near each other moved apart."""
    places: list[float] = []
    for day in days:
        left = block.year_at(block.years.index(int(day[:4])))
        x = min(max(left + _share(day) * block.cell, left + _INSIDE * half), left + block.cell - _INSIDE * half)
        places.append(max(x, places[-1] + _APART * half) if places else x)
    # what was moved out of its cell goes back, and moves those before it
    last = float("inf")
    for number in reversed(range(len(days))):
        end = block.year_at(block.years.index(int(days[number][:4])) + 1) - _INSIDE * half
        last = places[number] = min(places[number], end, last - _APART * half)
    return places


def _share(day: str) -> float:
    """Return how much of its year has gone on a day."""
    at = date.fromisoformat(day)
    begin = date(at.year, 1, 1)
    return (at - begin) / (date(at.year + 1, 1, 1) - begin)
