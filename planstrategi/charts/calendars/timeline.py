"""When each plan is worked on: a row per plan, a cell per year."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.calendars.timeline_layout import DECISION, NO_YEARS, PLAN, Grid, Row, set_out
from planstrategi.charts.calendars.timeline_marks import (
    draw_milestones,
    kinds_in_use,
    legend_height,
    within,
    write_legend,
)
from planstrategi.charts.house.layout import as_sheet, unless_empty, write
from planstrategi.charts.house.style import BAND, DEEP, INK, MUTED, RULE, type_for
from planstrategi.charts.house.text import shorten

BAR = 0.62


@unless_empty
def draw_timeline(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a row per plan (`kortnavn`), grouped by `ansvarlig`, with its marked years (`aar`) and its `planbehov`.

    `frame.attrs["periode"]` is the first and the last year. On a low and wide page the rows stand in blocks side
    by side. A column `frist` with the milestones of each plan, pairs of day (ISO) and kind (a key of `SHAPES`), gives
    each of them in the period a marker in its year.
    """
    sheet, (first, last) = as_sheet(ax), frame.attrs["periode"]
    plans, years = list(_rows(frame)), tuple(range(first, last + 1))
    kinds = kinds_in_use(plans, years)
    write_legend(ax, kinds)
    for grid, rows in set_out(plans, years, sheet, type_for(ax), top=legend_height(ax, kinds)):
        _column_heads(ax, grid)
        for number, row in enumerate(rows, start=1):
            middle = grid.middle(number)
            if row.years is None:
                _heading(ax, middle, row, grid)
            else:
                _plan(ax, middle, row, row.years, grid)


def _rows(frame: pd.DataFrame) -> Iterator[Row]:
    for area, group in frame.groupby("ansvarlig", sort=False):
        yield Row(str(area))
        dues = group["frist"] if "frist" in group else [()] * len(group)
        columns = group["kortnavn"], group["planbehov"], group["aar"], dues
        for name, decision, years, due in zip(*columns, strict=True):
            # a cell left empty may hold anything
            milestones = due if isinstance(due, (list, tuple)) else ()
            yield Row(name, decision, tuple(years), tuple((day, kind) for day, kind in milestones))


def _column_heads(ax: Axes, grid: Grid) -> None:
    heads: dict[str, Any] = {"size": grid.size, "weight": "bold", "color": INK}
    write(ax, grid.left, grid.middle(0), PLAN, **heads)
    write(ax, grid.decision_at, grid.middle(0), DECISION, **heads)
    for number, year in enumerate(grid.years):
        write(ax, grid.year_at(number) + grid.year / 2, grid.middle(0), str(year), ha="center", **heads)


def _heading(ax: Axes, middle: float, row: Row, grid: Grid) -> None:
    wide = grid.right - grid.left
    ax.add_patch(Rectangle((grid.left, middle - grid.pitch / 2), wide, grid.pitch, facecolor=BAND))
    # bold letters are wider than those that shortening counts with
    name = shorten(row.name, 0.85 * wide, grid.size)
    write(ax, grid.left + 3, middle, name, size=grid.size, weight="bold", color=INK, gid="area")


def _plan(ax: Axes, middle: float, row: Row, years: tuple[int, ...], grid: Grid) -> None:
    name, decision = shorten(row.name, grid.name, grid.size), shorten(row.decision, grid.decision, grid.size)
    write(ax, grid.left, middle, name, size=grid.size, color=INK, gid="plan")
    write(ax, grid.decision_at, middle, decision, size=grid.size, color=INK, gid="decision")
    ax.hlines(middle + grid.pitch / 2, grid.left, grid.right, color=RULE, linewidth=0.5, zorder=0, clip_on=False)
    if years or within(row, grid.years):
        _cells(ax, middle, years, grid)
        draw_milestones(ax, middle, row, grid)
    else:
        write(ax, grid.year_at(0) + 3, middle, NO_YEARS, size=grid.size, color=MUTED, style="italic")


def _cells(ax: Axes, middle: float, years: tuple[int, ...], grid: Grid) -> None:
    sides = [grid.year_at(number) for number in range(len(grid.years) + 1)]
    ax.vlines(sides, middle - grid.pitch / 2, middle + grid.pitch / 2, color=RULE, linewidth=0.5, zorder=0)
    top, high = middle - BAR * grid.pitch / 2, BAR * grid.pitch
    for first, last in _runs([number for number, year in enumerate(grid.years) if year in years]):
        left = sides[first]
        ax.add_patch(Rectangle((left, top), sides[last + 1] - left, high, facecolor=DEEP, gid="years"))


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of numbers that follow on each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
