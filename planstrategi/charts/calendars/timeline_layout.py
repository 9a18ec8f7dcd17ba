"""Where the rows of a timeline stand on the page: in how many blocks, in which letters, in columns how wide."""

from typing import NamedTuple

from planstrategi.charts.house.blocks import CONTINUED, split
from planstrategi.charts.house.style import Type
from planstrategi.charts.house.text import widest, width

NO_YEARS = "ingen år merket"
PLAN, DECISION = "Plan", "Planbehov"
# in letter heights
LOWEST_ROW, HIGHEST_ROW, GAP, WIDEST_YEAR = 1.22, 2.0, 0.9, 6.0
# how much must be left of a text that is shortened
SHORTEST_NAME, SHORTEST_DECISION = 16.0, 11.0
# where low rows make the letters small anyway, this much of what they could be is large enough
ALMOST = 0.9
MOST_BLOCKS = 3
BETWEEN_BLOCKS = 26.0


class Row(NamedTuple):
    """A plan's row, with its milestones as day (ISO) and kind; a group's heading when `years` is None."""

    name: str
    decision: str = ""
    years: tuple[int, ...] | None = None
    dues: tuple[tuple[str, str], ...] = ()


class Grid(NamedTuple):
    """The measures of a block, in points: its left edge and top, the letters, the rows' height, the columns' widths."""

    left: float
    top: float
    size: float
    pitch: float
    name: float
    year: float
    decision: float
    years: tuple[int, ...]

    def middle(self, number: int) -> float:
        """Return the middle of a row; row 0 has the column heads."""
        return self.top + (number + 0.5) * self.pitch

    def year_at(self, number: int) -> float:
        """Return where a year's cell begins; the number after the last gives where the cells end."""
        return self.left + self.name + GAP * self.size + number * self.year

    @property
    def decision_at(self) -> float:
        """Return where the decision's text begins."""
        return self.year_at(len(self.years)) + GAP * self.size

    @property
    def right(self) -> float:
        """Return where the block ends."""
        return self.decision_at + self.decision


def set_out(
    rows: list[Row], years: tuple[int, ...], sheet: tuple[float, float], letter: Type, *, top: float = 0.0
) -> list[tuple[Grid, list[Row]]]:
    """Return each block's grid and rows below `top`, in the number of blocks that gives the largest letters."""
    room = sheet[0], sheet[1] - top
    settings = [_setting(rows, years, blocks, room, letter) for blocks in range(1, MOST_BLOCKS + 1)]
    grid, columns = max(settings, key=lambda setting: setting[0].size)
    step = (sheet[0] + BETWEEN_BLOCKS) / len(columns)
    return [(grid._replace(left=number * step, top=top), column) for number, column in enumerate(columns)]


def _setting(
    rows: list[Row], years: tuple[int, ...], blocks: int, sheet: tuple[float, float], letter: Type
) -> tuple[Grid, list[list[Row]]]:
    columns = split(rows, blocks, _is_heading, _again)
    room = (sheet[0] + BETWEEN_BLOCKS) / blocks - BETWEEN_BLOCKS
    pitch = sheet[1] / (1 + max(len(column) for column in columns))
    name, year, decision = _ems(rows, years)
    others = len(years) * year + 2 * GAP
    least = min(letter.smallest, ALMOST * pitch / LOWEST_ROW)
    if room / (name + decision + others) < least:
        # rather shorten texts than set them in letters that nobody can read
        decision = min(decision, SHORTEST_DECISION)
        left = room / least - decision - others
        name = min(name, max(SHORTEST_NAME, left))
    size = min(letter.body, pitch / LOWEST_ROW, room / (name + decision + others))
    year = min((room / size - name - decision - 2 * GAP) / len(years), WIDEST_YEAR)
    pitch = min(pitch, HIGHEST_ROW * size)
    return Grid(0, 0, size, pitch, name * size, year * size, decision * size, years), columns


def _ems(rows: list[Row], years: tuple[int, ...]) -> tuple[float, float, float]:
    """Return the widths that the names, one year and the decisions need, in letter heights."""
    plans = [row for row in rows if row.years is not None]
    name = widest([row.name for row in plans], 1)
    decision = max(widest([row.decision for row in plans], 1), width(DECISION, 1, bold=True))
    numbers = widest([str(year) for year in years], 1, bold=True) + 0.5
    return name, max(numbers, (width(NO_YEARS, 1) + 1) / len(years)), decision


def _is_heading(row: Row) -> bool:
    return row.years is None


def _again(heading: Row) -> Row:
    return Row(f"{heading.name} {CONTINUED}")
