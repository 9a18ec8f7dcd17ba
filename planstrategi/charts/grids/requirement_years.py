"""How each requirement stands in each year of the period: a cell with its status."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.blocks import BlockRow, Columns, RowBlock, name_width, rows_below_years, set_out_blocks, year_width
from planstrategi.charts.house.layout import as_sheet, unless_empty, write
from planstrategi.charts.house.style import INK, OUTLINE, STATUS_LOOKS, ink_on, type_for
from planstrategi.charts.house.text import SLACK, shorten, widest, width

BELOW_LEGEND = 0.5
# in letter heights: a cell's symbol takes SYMBOL, and AIR stands after its word
SYMBOL, _AIR, WIDEST_CELL, _LOWEST_ROW = 1.55, 0.45, 9.5, 1.3
CELL = 0.9
# the legend's measures, in letter heights
CHIP, BESIDE_CHIP, _BETWEEN, _LINE = 1.5, 0.4, 1.3, 1.75
# how much smaller than other text a legend may be to stand on one line
SMALL = 0.72


class Cell(NamedTuple):
    """A requirement in a year: its status, and the day it is due (`31.10.`) when it is."""

    status: str
    day: str = ""
    outer: bool = False


@unless_empty
def draw_coverage_years(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a row per requirement (`krav_id`, `krav`), grouped by `gruppe`, and a cell per year (`aar`) with `status`.

    A cell has a fill, a symbol and a word; where a due date is not met, `dag` is the day and `senest` whether it is an
    outer limit, written where there is room. On a low and wide page the rows stand in blocks side by side.
    """
    sheet, letter = as_sheet(ax), type_for(ax)
    statuses = [status for status in STATUS_LOOKS if status in set(frame["status"])]
    top = _legend(ax, statuses, sheet[0]) + BELOW_LEGEND * letter.body
    years = tuple(sorted(map(int, frame["aar"].unique())))
    requirements = list(_rows(frame))
    setting = set_out_blocks(requirements, years, sheet, top, letter, _columns(requirements, years, has_words=True))
    has_words = setting[0][0].size >= letter.smallest
    if not has_words:
        setting = set_out_blocks(requirements, years, sheet, top, letter, _columns(requirements, years, has_words=False))
    for block, rows in setting:
        for middle, row in rows_below_years(ax, block, rows):
            _requirement(ax, middle, row, block, has_words)


def _rows(frame: pd.DataFrame) -> Iterator[BlockRow]:
    for group, requirements in frame.groupby("gruppe", sort=False):
        yield BlockRow(str(group))
        for _, years in requirements.groupby("krav_id", sort=False):
            ordered = years.sort_values("aar")
            cells = zip(ordered["status"], ordered["dag"], ordered["senest"], strict=True)
            yield BlockRow(ordered["krav"].iloc[0], [Cell(status, day or "", outer is True) for status, day, outer in cells])


def _columns(rows: list[BlockRow], years: tuple[int, ...], has_words: bool) -> Columns:
    """Return how wide the columns are: rather than shorten names, symbols stand in their cells without words."""
    name, cell = name_width(rows), SYMBOL
    if has_words:
        cell += widest([STATUS_LOOKS[cell.status].word for row in rows for cell in row.content or ()], 1) + _AIR
    columns = Columns(name=name, cell=max(cell, year_width(years)), widest_cell=WIDEST_CELL, lowest_row=_LOWEST_ROW)
    return columns._replace(shortest_name=name) if has_words else columns


def _requirement(ax: Axes, middle: float, row: BlockRow, block: RowBlock, has_words: bool) -> None:
    write(ax, block.left, middle, shorten(row.name, block.name, block.size), size=block.size, color=INK, gid="requirement")
    for number, cell in enumerate(row.content):
        _cell(ax, block.year_at(number), middle, cell, block, has_words)


def _cell(ax: Axes, left: float, middle: float, cell: Cell, block: RowBlock, has_words: bool) -> None:
    fill, high = STATUS_LOOKS[cell.status].fill, CELL * block.pitch
    look: dict[str, Any] = {"facecolor": fill, "edgecolor": OUTLINE, "linewidth": 0.5, "gid": cell.status}
    ax.add_patch(Rectangle((left, middle - high / 2), block.cell, high, clip_on=False, **look))
    symbol = left + (SYMBOL * block.size if has_words else block.cell) / 2
    style: dict[str, Any] = {"color": ink_on(fill), "weight": "bold", "ha": "center", "gid": "symbol"}
    write(ax, symbol, middle, STATUS_LOOKS[cell.status].symbol, size=block.size, **style)
    if has_words:
        word, size = _word(cell, block, type_for(ax).smallest)
        write(ax, left + SYMBOL * block.size, middle, word, size=size, color=ink_on(fill), gid="word")


def _word(cell: Cell, block: RowBlock, smallest: float) -> tuple[str, float]:
    """Return the word of the status and its size, with the day it is due where the cell has room for it."""
    word = STATUS_LOOKS[cell.status].word
    dated = f"{'senest' if cell.outer else 'frist'} {cell.day}"
    size = min(block.size, (block.cell - (SYMBOL + _AIR / 2) * block.size) / width(dated, 1))
    return (dated, size) if cell.day and size >= smallest else (word, block.size)


def _legend(ax: Axes, statuses: list[str], wide: float) -> float:
    """Name the statuses along the top of a sheet, on as many lines as they need; return the height they take."""
    size = _size(ax, statuses, wide)
    x, line = 0.0, 0
    for status in statuses:
        step = _length(status) * size
        if x and x + step > wide + _BETWEEN * size + SLACK:
            x, line = 0.0, line + 1
        _entry(ax, x, (line + 0.5) * _LINE * size, status, size)
        x += step
    return (line + 1) * _LINE * size


def _size(ax: Axes, statuses: list[str], wide: float) -> float:
    """Return the size that lets the legend stand on one line, but no smaller than reads well."""
    body = type_for(ax).body
    one_line = wide / (sum(map(_length, statuses)) - _BETWEEN)
    return min(body, one_line) if one_line >= SMALL * body else body


def _length(status: str) -> float:
    return CHIP + BESIDE_CHIP + width(status, 1) + _BETWEEN


def _entry(ax: Axes, x: float, middle: float, status: str, size: float) -> None:
    side, fill = CHIP * size, STATUS_LOOKS[status].fill
    box = Rectangle((x, middle - side / 2), side, side, facecolor=fill, edgecolor=OUTLINE, linewidth=0.8, gid="chip")
    box.set_clip_on(False)
    ax.add_patch(box)
    symbol = STATUS_LOOKS[status].symbol
    write(ax, x + side / 2, middle, symbol, size=size, color=ink_on(fill), ha="center", weight="bold", gid="symbol")
    write(ax, x + side + BESIDE_CHIP * size, middle, status, size=size, color=INK, gid="legend")
