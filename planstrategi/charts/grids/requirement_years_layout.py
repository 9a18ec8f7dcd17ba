"""Where the requirements and their years stand on the page: in how many blocks, in which letters, with words or not."""

from typing import NamedTuple

from planstrategi.charts.grids.status_marks import STATUS_MARKS
from planstrategi.charts.house.blocks import CONTINUED, split
from planstrategi.charts.house.style import Type
from planstrategi.charts.house.text import widest

# in letter heights: a cell's symbol takes SYMBOL, and AIR stands after its word
SYMBOL, AIR, GAP, WIDEST_CELL = 1.55, 0.45, 0.8, 9.5
LOWEST_ROW, HIGHEST_ROW = 1.3, 2.4
SHORTEST_NAME = 14.0
MOST_BLOCKS = 3
BETWEEN_BLOCKS = 24.0


class Cell(NamedTuple):
    """A requirement in a year: its status, and the day it is due (`31.10.`) when it is."""

    status: str
    day: str = ""
    outer: bool = False


class Row(NamedTuple):
    """A requirement's row; a group's heading when `cells` is None."""

    name: str
    cells: tuple[Cell, ...] | None = None


class Grid(NamedTuple):
    """The measures of one block, in points: its edges, the letters, the rows' height, the columns' widths."""

    left: float
    top: float
    size: float
    pitch: float
    name: float
    cell: float
    years: tuple[int, ...]
    has_words: bool

    def year_at(self, number: int) -> float:
        """Return where a year's cell begins; the number after the last gives where the block ends."""
        return self.left + self.name + GAP * self.size + number * self.cell

    def middle(self, number: int) -> float:
        """Return the middle of a row; row 0 has the years."""
        return self.top + (number + 0.5) * self.pitch


def set_out(
    rows: list[Row], years: tuple[int, ...], sheet: tuple[float, float], top: float, letter: Type
) -> list[tuple[Grid, list[Row]]]:
    """Return each block's grid and rows, in the number of blocks that gives the largest letters.

    Where not even the smallest letters leave room for words in the cells, the symbols stand alone.
    """
    room = sheet[0], sheet[1] - top
    worded = [_setting(rows, years, blocks, room, letter, True) for blocks in range(1, MOST_BLOCKS + 1)]
    bare = [_setting(rows, years, blocks, room, letter, False) for blocks in range(1, MOST_BLOCKS + 1)]
    grid, columns = max(worded, key=_size)
    if grid.size < letter.smallest:
        grid, columns = max(bare, key=_size)
    grid = _shortened(grid, len(columns), room, letter)
    step = (sheet[0] + BETWEEN_BLOCKS) / len(columns)
    return [(grid._replace(left=number * step, top=top), column) for number, column in enumerate(columns)]


def _size(setting: tuple[Grid, list[list[Row]]]) -> float:
    return setting[0].size


def _setting(
    rows: list[Row], years: tuple[int, ...], blocks: int, sheet: tuple[float, float], letter: Type, has_words: bool
) -> tuple[Grid, list[list[Row]]]:
    columns = split(rows, blocks, _is_heading, _again)
    room, pitch = _room(sheet[0], blocks), sheet[1] / (1 + max(map(len, columns)))
    name = widest([row.name for row in rows if not _is_heading(row)], 1)
    cell = SYMBOL + (widest(_words(rows), 1) + AIR if has_words else 0)
    cell = max(cell, widest([str(year) for year in years], 1, bold=True) + AIR)
    size = min(letter.body, pitch / LOWEST_ROW, room / (name + GAP + len(years) * cell))
    cell = min(room / size - name - GAP, WIDEST_CELL * len(years)) / len(years)
    pitch = min(pitch, HIGHEST_ROW * size)
    return Grid(0, 0, size, pitch, name * size, cell * size, years, has_words), columns


def _shortened(grid: Grid, blocks: int, sheet: tuple[float, float], letter: Type) -> Grid:
    """Rather shorten names than set them in letters that nobody can read."""
    size = min(letter.smallest, grid.pitch / LOWEST_ROW)
    if grid.size >= size:
        return grid
    years = max(SYMBOL, widest([str(year) for year in grid.years], 1, bold=True) + AIR) * size
    name = max(SHORTEST_NAME * size, _room(sheet[0], blocks) - GAP * size - len(grid.years) * years)
    return grid._replace(size=size, name=name, cell=years)


def _room(wide: float, blocks: int) -> float:
    return (wide + BETWEEN_BLOCKS) / blocks - BETWEEN_BLOCKS


def _words(rows: list[Row]) -> list[str]:
    return [STATUS_MARKS[cell.status].word for row in rows for cell in row.cells or ()]


def _is_heading(row: Row) -> bool:
    return row.cells is None


def _again(heading: Row) -> Row:
    return Row(f"{heading.name} {CONTINUED}")
