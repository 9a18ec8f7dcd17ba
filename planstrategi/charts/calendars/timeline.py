"""When each plan is worked on: a row per plan, a cell per year."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.blocks import BlockRow, Columns, RowBlock, name_width, rows_below_years, set_out_blocks, year_width
from planstrategi.charts.house.layout import as_sheet, mark, unless_empty, write
from planstrategi.charts.house.style import DEEP, INK, MARK, MUTED, PAPER, RULE, type_for
from planstrategi.charts.house.text import shorten, widest, width
from planstrategi.model.numbers import runs

PLAN, DECISION = "Plan", "Planbehov"
# in letter heights; what must be left of a decision that is shortened
_LOWEST_ROW, WIDEST_YEAR, SHORTEST_DECISION = 1.1, 6.0, 11.0
BAR = 0.62
# years that are assumed are open and hatched
DERIVED: dict[str, Any] = {"facecolor": PAPER, "edgecolor": DEEP, "hatch": "////", "linewidth": 0.8}
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


@unless_empty
def draw_timeline(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a row per plan (`kortnavn`), grouped by `ansvarlig`, with its marked years (`aar`), the derived ones (`avledet`),
    hatched, and its `planbehov`.

    `frame.attrs["periode"]` is the first and the last year. On a low and wide page the rows stand in blocks side
    by side. `frist` has the milestones of each plan, pairs of day (ISO) and kind (a key of `SHAPES`): each of them in the
    period has a marker in its year.
    """
    sheet, (first, last), letter = as_sheet(ax), frame.attrs["periode"], type_for(ax)
    plans, years = list(_rows(frame)), tuple(range(first, last + 1))
    used = {kind for row in plans if row.content for _, kind in _within(row.content.frist, years)}
    top = _legend(ax, [kind for kind in SHAPES if kind in used])
    for block, rows in set_out_blocks(plans, years, sheet, top, letter, _columns(plans, years)):
        _column_heads(ax, block)
        for middle, row in rows_below_years(ax, block, rows):
            _plan(ax, middle, row.name, row.content, block)


def _rows(frame: pd.DataFrame) -> Iterator[BlockRow]:
    for area, group in frame.groupby("ansvarlig", sort=False):
        yield BlockRow(str(area))
        yield from (BlockRow(str(plan.kortnavn), plan) for plan in group.itertuples(index=False))


def _columns(rows: list[BlockRow], years: tuple[int, ...]) -> Columns:
    last = max(widest([row.content.planbehov for row in rows if row.content], 1), width(DECISION, 1, bold=True))
    year = max(year_width(years), (widest([row.content.uten_aar for row in rows if row.content], 1) + 1) / len(years))
    widths = {"name": name_width(rows), "cell": year, "widest_cell": WIDEST_YEAR, "last": last, "least_last": SHORTEST_DECISION}
    return Columns(lowest_row=_LOWEST_ROW, **widths)


def _column_heads(ax: Axes, block: RowBlock) -> None:
    heads: dict[str, Any] = {"size": block.size, "weight": "bold", "color": INK}
    write(ax, block.left, block.middle(0), PLAN, **heads)
    write(ax, block.last_at, block.middle(0), DECISION, **heads)


def _plan(ax: Axes, middle: float, name: str, plan: Any, block: RowBlock) -> None:
    name, decision = shorten(name, block.name, block.size), shorten(plan.planbehov, block.last, block.size)
    write(ax, block.left, middle, name, size=block.size, color=INK, gid="plan")
    write(ax, block.last_at, middle, decision, size=block.size, color=INK, gid="decision")
    ax.hlines(middle + block.pitch / 2, block.left, block.right, color=RULE, linewidth=0.5, zorder=0, clip_on=False)
    if {*plan.aar, *plan.avledet} & set(block.years) or _within(plan.frist, block.years):
        _cells(ax, middle, plan, block)
        _draw_milestones(ax, middle, plan.frist, block)
    else:
        write(ax, block.year_at(0) + 3, middle, plan.uten_aar, size=block.size, color=MUTED, style="italic")


def _cells(ax: Axes, middle: float, plan: Any, block: RowBlock) -> None:
    sides = [block.year_at(number) for number in range(len(block.years) + 1)]
    ax.vlines(sides, middle - block.pitch / 2, middle + block.pitch / 2, color=RULE, linewidth=0.5, zorder=0)
    top, high = middle - BAR * block.pitch / 2, BAR * block.pitch
    for years, gid, look in ((plan.aar, "years", {"facecolor": DEEP}), (plan.avledet, "derived", DERIVED)):
        for first, last in runs([number for number, year in enumerate(block.years) if year in years]):
            left = sides[first]
            ax.add_patch(Rectangle((left, top), sides[last + 1] - left, high, gid=gid, **look))


def _within(dues: Sequence[Milestone], years: tuple[int, ...]) -> list[Milestone]:
    """Return the milestones in the years in order of time, those of one day as the legend has them."""
    due = [(day, kind) for day, kind in dict.fromkeys(dues) if int(day[:4]) in years]
    return sorted(due, key=lambda milestone: (milestone[0], list(SHAPES).index(milestone[1])))


def _legend(ax: Axes, kinds: list[str]) -> float:
    """Name the kinds along the top of a sheet; return the height they take."""
    size = type_for(ax).smallest
    x = size / 2
    for kind in kinds:
        _mark(ax, x, 0.6 * size, 0.42 * size, kind, "sample")
        write(ax, x + _BESIDE * size, 0.6 * size, SHAPES[kind].words, size=size, color=INK, gid="legend")
        x += width(SHAPES[kind].words, size) + (_BESIDE + _BETWEEN) * size
    return _LINE * size if kinds else 0.0


def _draw_milestones(ax: Axes, middle: float, dues: Sequence[Milestone], block: RowBlock) -> None:
    """Draw a plan's milestones, each in the cell of its year as far along as its day."""
    half = HALF * block.pitch
    due = _within(dues, block.years)
    for x, (_, kind) in zip(_places([day for day, _ in due], block, half), due, strict=True):
        _mark(ax, x, middle, half, kind, kind)


def _mark(ax: Axes, x: float, y: float, half: float, kind: str, gid: str) -> None:
    shape = SHAPES[kind]
    mark(ax, x, y, 2 * half * shape.grow, shape.marker, MARK, INK, linewidth=0.9, zorder=3, gid=gid)


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
