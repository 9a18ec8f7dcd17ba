"""Where the due dates of a calendar stand on the page, and which of them have room for their day beside them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planstrategi.charts.house.style import Type
from planstrategi.charts.house.text import LEADING, fit, widest, width

# in letter heights
_HIGHEST_ROW, DAY_GAP, _DAY, _BESIDE, YEARLY = 2.2, 0.9, 0.82, 0.3, 0.55
MOST_LABEL = 0.36


class DueDay(NamedTuple):
    """A due date: its day (ISO), how it is written, and whether it is an outer limit."""

    day: str
    short: str
    outer: bool

    @property
    def full(self) -> str:
        """Return the day in words."""
        return f"senest {self.short}" if self.outer else self.short


class CalendarRow(NamedTuple):
    """A requirement's row: its due dates, or why there are none; a group's heading when `dues` is None."""

    name: str
    dues: tuple[DueDay, ...] | None = None
    yearly: bool = False
    note: str = ""


class CalendarGrid(NamedTuple):
    """The measures in points: the letters, the rows' height, where the years begin and end; the first and last year."""

    size: float
    day_size: float
    pitch: float
    top: float
    left: float
    right: float
    first: int
    last: int
    labels: list[str]

    def middle(self, number: int) -> float:
        """Return the middle of a row; row 0 has the years."""
        return self.top + (number + 0.5) * self.pitch

    def at(self, day: str) -> float:
        """Return where a day (ISO) stands."""
        begin = date(self.first, 1, 1)
        share = (date.fromisoformat(day) - begin) / (date(self.last + 1, 1, 1) - begin)
        return self.left + share * (self.right - self.left)


def set_out_calendar(
    rows: list[CalendarRow], days: tuple[str, str], sheet: tuple[float, float], taken: tuple[float, float], letter: Type
) -> CalendarGrid:
    """Return the grid for the days from first to last, between what is `taken` above and below it."""
    pitch = (sheet[1] - sum(taken)) / (len(rows) + 1)
    names = [row.name if row.dues is not None else "" for row in rows]
    size, labels = fit(names, MOST_LABEL * sheet[0], pitch, letter.body, letter.smallest)
    lines = max(label.count("\n") + 1 for label in labels)
    pitch = min(pitch, max(_HIGHEST_ROW, lines * LEADING + DAY_GAP) * size)
    left = widest(labels, size) + DAY_GAP * size
    first, last = (int(day[:4]) for day in days)
    return CalendarGrid(size, max(_DAY * size, letter.smallest), pitch, taken[0], left, sheet[0] - size / 2, first, last, labels)


def day_texts(row: CalendarRow, grid: CalendarGrid) -> Iterator[tuple[float, str]]:
    """Give the left edge and the words of each due date that has room for them."""
    dues = () if row.yearly else row.dues or ()
    places = [grid.at(due.day) for due in dues]
    taken = grid.left
    for number, (due, x) in enumerate(zip(dues, places, strict=True)):
        end = places[number + 1] - radius(row, grid) - DAY_GAP * grid.size if number + 1 < len(dues) else grid.right
        found = _beside(due, x, (taken, end), row, grid)
        if found:
            yield found
        taken = max(x + radius(row, grid), found[0] + width(found[1], grid.day_size) if found else 0) + DAY_GAP * grid.size


def on_each_year(row: CalendarRow, grid: CalendarGrid) -> Iterator[tuple[float, str]]:
    """Give the left edge of the words that a duty goes on each year, and the words: after the last of its due dates."""
    if row.yearly and row.dues:
        left = grid.at(row.dues[-1].day) + radius(row, grid) + _BESIDE * grid.size
        for words in (f"hvert år, {row.dues[-1].full}", row.dues[-1].full, row.dues[-1].short):
            if left + width(words, grid.day_size) <= grid.right:
                yield left, words
                return


def radius(row: CalendarRow, grid: CalendarGrid) -> float:
    """Return half the width of a marker in a row."""
    return 0.42 * grid.size * (YEARLY / 0.8 if row.yearly else 1)


def _beside(due: DueDay, x: float, room: tuple[float, float], row: CalendarRow, grid: CalendarGrid) -> tuple[float, str] | None:
    """Return the place for the words to the right of a marker, or to the left, or the bare day, or nothing."""
    away = radius(row, grid) + _BESIDE * grid.size
    for words in (due.full, due.short):
        wide = width(words, grid.day_size)
        for left in (x + away, x - away - wide):
            if room[0] <= left and left + wide <= room[1] and not left < x < left + wide:
                return left, words
    return None
