"""How each requirement stands in each year of the period: a cell with its status."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.grids.requirement_years_layout import AIR, SYMBOL, Cell, Grid, Row, set_out
from planstrategi.charts.grids.status_marks import STATUS_MARKS, in_use, status_legend
from planstrategi.charts.house.layout import as_sheet, unless_empty, write
from planstrategi.charts.house.style import BAND, INK, OUTLINE, STATUS_LOOKS, ink_on, type_for
from planstrategi.charts.house.text import shorten, width

BELOW_LEGEND = 0.5
CELL = 0.9


@unless_empty
def draw_coverage_years(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a row per requirement (`krav_id`, `krav`), grouped by `gruppe`, and a cell per year (`aar`) with `status`.

    A cell has a fill, a symbol and a word; where a due date is not met, `dag` is the day and `senest` whether it is an
    outer limit, written where there is room. On a low and wide page the rows stand in blocks side by side.
    """
    sheet, letter = as_sheet(ax), type_for(ax)
    top = status_legend(ax, in_use(frame["status"]), sheet[0]) + BELOW_LEGEND * letter.body
    years = tuple(sorted(map(int, frame["aar"].unique())))
    for grid, rows in set_out(list(_rows(frame)), years, sheet, top, letter):
        for number, year in enumerate(years):
            x = grid.year_at(number) + grid.cell / 2
            write(ax, x, grid.middle(0), str(year), size=grid.size, weight="bold", color=INK, ha="center", gid="year")
        for number, row in enumerate(rows, start=1):
            if row.cells is None:
                _heading(ax, grid.middle(number), row, grid)
            else:
                _requirement(ax, grid.middle(number), row.name, row.cells, grid)


def _rows(frame: pd.DataFrame) -> Iterator[Row]:
    for group, requirements in frame.groupby("gruppe", sort=False):
        yield Row(str(group))
        for _, years in requirements.groupby("krav_id", sort=False):
            ordered = years.sort_values("aar")
            cells = zip(ordered["status"], ordered["dag"], ordered["senest"], strict=True)
            yield Row(ordered["krav"].iloc[0], tuple(Cell(status, day or "", outer is True) for status, day, outer in cells))


def _heading(ax: Axes, middle: float, row: Row, grid: Grid) -> None:
    wide = grid.year_at(len(grid.years)) - grid.left
    ax.add_patch(Rectangle((grid.left, middle - grid.pitch / 2), wide, grid.pitch, facecolor=BAND))
    # bold letters are wider than those that shortening counts with
    name = shorten(row.name, 0.85 * wide, grid.size)
    write(ax, grid.left + 3, middle, name, size=grid.size, weight="bold", color=INK, gid="group")


def _requirement(ax: Axes, middle: float, name: str, cells: tuple[Cell, ...], grid: Grid) -> None:
    write(ax, grid.left, middle, shorten(name, grid.name, grid.size), size=grid.size, color=INK, gid="requirement")
    for number, cell in enumerate(cells):
        _cell(ax, grid.year_at(number), middle, cell, grid)


def _cell(ax: Axes, left: float, middle: float, cell: Cell, grid: Grid) -> None:
    fill, high = STATUS_LOOKS[cell.status].fill, CELL * grid.pitch
    corner = left, middle - high / 2
    look: dict[str, Any] = {"facecolor": fill, "edgecolor": OUTLINE, "linewidth": 0.5, "gid": cell.status}
    ax.add_patch(Rectangle(corner, grid.cell, high, clip_on=False, **look))
    symbol = left + (SYMBOL * grid.size if grid.has_words else grid.cell) / 2
    style: dict[str, Any] = {"color": ink_on(fill), "weight": "bold", "ha": "center", "gid": "symbol"}
    write(ax, symbol, middle, STATUS_MARKS[cell.status].symbol, size=grid.size, **style)
    if grid.has_words:
        word, size = _word(cell, grid, type_for(ax).smallest)
        write(ax, left + SYMBOL * grid.size, middle, word, size=size, color=ink_on(fill), gid="word")


def _word(cell: Cell, grid: Grid, smallest: float) -> tuple[str, float]:
    """Return the word of the status and its size, with the day it is due where the cell has room for it."""
    word = STATUS_MARKS[cell.status].word
    dated = f"{'senest' if cell.outer else word} {cell.day}"
    size = min(grid.size, (grid.cell - (SYMBOL + AIR / 2) * grid.size) / width(dated, 1))
    return (dated, size) if cell.day and size >= smallest else (word, grid.size)
