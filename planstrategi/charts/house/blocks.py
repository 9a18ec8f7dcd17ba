"""Rows under headings, each with a cell per year, in blocks side by side: how many, in which letters, and where."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.layout import write
from planstrategi.charts.house.style import BAND, INK, Type
from planstrategi.charts.house.text import shorten, widest

MOST_BLOCKS = 3
# in points; the second is before the letters of a heading
BETWEEN_BLOCKS, INDENT = 26.0, 3.0
# in letter heights; what a name at least keeps when it is shortened
_HIGHEST_ROW, COLUMN_GAP, SHORTEST_NAME = 2.2, 0.9, 10.0


class BlockRow(NamedTuple):
    """A row with what a chart draws in it; a group's heading when there is nothing."""

    name: str
    content: Any = None


class Columns(NamedTuple):
    """How wide the columns are, and how low a row may be, in letter heights.

    A name, a year's cell (at least, at most), and what stands after the years, which may be shortened to `least_last`.
    """

    name: float
    cell: float
    widest_cell: float
    lowest_row: float
    last: float = 0.0
    least_last: float = 0.0
    shortest_name: float = SHORTEST_NAME


class RowBlock(NamedTuple):
    """The measures of a block, in points: its left edge and top, the letters, the rows' height, the columns' widths."""

    left: float
    top: float
    size: float
    pitch: float
    name: float
    cell: float
    last: float
    years: tuple[int, ...]

    def middle(self, number: int) -> float:
        """Return the middle of a row; row 0 has the years."""
        return self.top + (number + 0.5) * self.pitch

    def year_at(self, number: int) -> float:
        """Return where a year's cell begins; the number after the last gives where the cells end."""
        return self.left + self.name + COLUMN_GAP * self.size + number * self.cell

    @property
    def last_at(self) -> float:
        """Return where what stands after the years begins."""
        return self.year_at(len(self.years)) + COLUMN_GAP * self.size * bool(self.last)

    @property
    def right(self) -> float:
        """Return where the block ends."""
        return self.last_at + self.last


Setting = list[tuple[RowBlock, list[BlockRow]]]


def set_out_blocks(
    rows: list[BlockRow], years: tuple[int, ...], sheet: tuple[float, float], top: float, letter: Type, columns: Columns
) -> Setting:
    """Return each block and its rows below `top`, in the number of blocks that gives the largest letters."""
    room = sheet[0], sheet[1] - top
    settings = [_setting(rows, years, blocks, room, letter, columns) for blocks in range(1, MOST_BLOCKS + 1)]
    block, parts = max(settings, key=lambda setting: setting[0].size)
    step = (sheet[0] + BETWEEN_BLOCKS) / len(parts)
    return [(block._replace(left=number * step, top=top), part) for number, part in enumerate(parts)]


def _setting(
    rows: list[BlockRow], years: tuple[int, ...], blocks: int, sheet: tuple[float, float], letter: Type, columns: Columns
) -> tuple[RowBlock, list[list[BlockRow]]]:
    parts = split(rows, blocks)
    wide, pitch = (sheet[0] + BETWEEN_BLOCKS) / blocks - BETWEEN_BLOCKS, sheet[1] / (1 + max(map(len, parts)))
    name, last, gaps = columns.name, columns.last, COLUMN_GAP * (1 + bool(columns.last))
    others = len(years) * columns.cell + gaps
    if wide / (name + last + others) < letter.smallest:
        # rather shorten texts than set them in letters that nobody can read
        last = min(last, columns.least_last)
        name = min(name, max(columns.shortest_name, wide / letter.smallest - last - others))
    size = min(letter.body, pitch / columns.lowest_row, wide / (name + last + others))
    cell = min((wide / size - name - last - gaps) / len(years), columns.widest_cell)
    widths = {"name": name * size, "cell": cell * size, "last": last * size}
    return RowBlock(left=0, top=0, size=size, pitch=min(pitch, _HIGHEST_ROW * size), years=years, **widths), parts


def name_width(rows: Sequence[BlockRow]) -> float:
    """Return the width that the names of the rows need, in letter heights."""
    return widest([row.name for row in rows if row.content is not None], 1)


def year_width(years: Sequence[int]) -> float:
    """Return the width that the years over the cells need, in letter heights."""
    return widest([str(year) for year in years], 1, bold=True) + 0.5


def split(rows: list[BlockRow], blocks: int) -> list[list[BlockRow]]:
    """Return the rows in at most that many blocks, no heading last; a group that goes on has its heading again."""
    length = max(2, -(-len(rows) // blocks))
    while len(parts := _fill(rows, length)) > blocks:
        length += 1
    return parts


def _fill(rows: list[BlockRow], length: int) -> list[list[BlockRow]]:
    parts: list[list[BlockRow]] = [[]]
    heading = rows[0]
    for row in rows:
        is_heading = row.content is None
        if len(parts[-1]) + is_heading >= length:
            parts.append([] if is_heading else [BlockRow(f"{heading.name} (forts.)")])
        parts[-1].append(row)
        heading = row if is_heading else heading
    return parts


def rows_below_years(ax: Axes, block: RowBlock, rows: Sequence[BlockRow]) -> Iterator[tuple[float, BlockRow]]:
    """Write the years over a block's cells, and its headings on bands; give the middle of each other row, and the row."""
    style: dict[str, Any] = {"size": block.size, "weight": "bold", "color": INK}
    for number, year in enumerate(block.years):
        write(ax, block.year_at(number) + block.cell / 2, block.middle(0), str(year), ha="center", gid="year", **style)
    wide = block.right - block.left
    for number, row in enumerate(rows, start=1):
        middle = block.middle(number)
        if row.content is None:
            ax.add_patch(Rectangle((block.left, middle - block.pitch / 2), wide, block.pitch, facecolor=BAND))
            write(ax, block.left + INDENT, middle, shorten(row.name, wide - INDENT, block.size, bold=True), gid="group", **style)
        else:
            yield middle, row
