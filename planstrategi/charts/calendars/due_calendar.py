"""When each requirement falls due: a row per requirement on a line of time, a marker per due date."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.layout import as_sheet, mark, unless_empty, write
from planstrategi.charts.house.style import BAND, DEEP, INK, MUTED, PAPER, RULE, Type, type_for
from planstrategi.charts.house.text import LEADING, fit, shorten, widest, width

# how near words a line may go, in points
CLEAR = 1.5
EXACT, _OUTER = "siste dag er kjent", "senest: ytre grense, dagen kan falle tidligere"
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


@unless_empty
def draw_due_calendar(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a row per requirement (`krav_id`, `krav`), grouped by `gruppe`, with a marker per due date (`frist`).

    A filled marker is an exact day, an open one an outer limit (`senest`); `dag` is written where there is room.
    Without a due date `merknad` says why. A duty that goes on each year (`aarlig`) has small markers and an arrow.
    `frame.attrs["fra"]` and `["til"]` are the first and the last day, `["merker"]` days that are marked on the line of
    time, with their words.
    """
    sheet, letter, rows = as_sheet(ax), type_for(ax), list(_rows(frame))
    marks = frame.attrs["merker"]
    taken = 1.9 * letter.body, (len(marks) + 0.4) * LEADING * letter.smallest
    grid = _set_out_calendar(rows, (frame.attrs["fra"], frame.attrs["til"]), sheet, taken, letter)
    bottom = grid.middle(len(rows)) + grid.pitch / 2
    _legend(ax, letter.body)
    _years(ax, grid, bottom)
    for number, row in enumerate(rows, start=1):
        if row.dues is None:
            name = shorten(row.name, grid.right, grid.size, bold=True)
            write(ax, 0, grid.middle(number), name, size=grid.size, weight="bold", color=INK, gid="group")
        else:
            _requirement(ax, grid.middle(number), row, grid.labels[number - 1], grid)
    _marked_days(ax, grid, bottom, marks, letter.smallest)


def _rows(frame: pd.DataFrame) -> Iterator[CalendarRow]:
    for group, requirements in frame.groupby("gruppe", sort=False):
        yield CalendarRow(str(group))
        for _, rows in requirements.groupby("krav_id", sort=False):
            dated = rows.dropna(subset="frist").sort_values("frist")
            dues = zip(dated["frist"], dated["dag"], dated["senest"], strict=True)
            note = "" if len(dated) else str(rows["merknad"].iloc[0])
            yield CalendarRow(rows["krav"].iloc[0], tuple(DueDay(*due) for due in dues), bool(rows["aarlig"].all()), note)


def _legend(ax: Axes, size: float) -> None:
    x = size / 2
    for words, outer in ((EXACT, False), (_OUTER, True)):
        _marker(ax, x, size * 0.7, 0.42 * size, outer)
        write(ax, x + size, size * 0.7, words, size=size, color=INK, gid="legend")
        x += width(words, size) + 3.5 * size


def _marker(ax: Axes, x: float, y: float, half: float, outer: bool) -> None:
    mark(ax, x, y, 2 * half, "o", PAPER if outer else DEEP, DEEP, linewidth=1.6, zorder=3)


def _years(ax: Axes, grid: CalendarGrid, bottom: float) -> None:
    for number, year in enumerate(range(grid.first, grid.last + 1)):
        left, right = grid.at(f"{year}-01-01"), grid.at(f"{year + 1}-01-01") if year < grid.last else grid.right
        fill = PAPER if number % 2 else BAND
        ax.add_patch(Rectangle((left, grid.top), right - left, bottom - grid.top, facecolor=fill, zorder=0))
        middle = (left + right) / 2
        write(ax, middle, grid.middle(0), str(year), size=grid.size, weight="bold", color=INK, ha="center", gid="year")


def _marked_days(ax: Axes, grid: CalendarGrid, bottom: float, marks: Sequence[tuple[str, str]], size: float) -> None:
    """Draw a line down through a day, broken where words stand, and its own words below on a line of their own."""
    for number, (day, words) in enumerate(marks):
        x, y = grid.at(day), bottom + (number + 0.7) * LEADING * size
        for first, last in _without_words(ax, x, grid.top + grid.pitch, y + size / 2):
            ax.vlines(x, first, last, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)), zorder=1)
        left = x + 4 if x + 4 + width(words, size) <= grid.right else x - 4 - width(words, size)
        write(ax, left, y, words, size=size, color=MUTED, gid="mark")


def _without_words(ax: Axes, x: float, top: float, bottom: float) -> Iterator[tuple[float, float]]:
    """Give the parts of a line down at `x` that go through no words."""
    places = [text.get_window_extent().transformed(ax.transData.inverted()) for text in ax.texts]
    crossed = [place for place in places if place.x0 - CLEAR < x < place.x1 + CLEAR and top < place.y0 < bottom]
    # in many rows the place of a text reaches into that of the next
    for place in sorted(crossed, key=lambda place: place.y1):
        if place.y1 > top:
            yield top, place.y1
        top = max(top, place.y0)
    yield top, bottom


def _requirement(ax: Axes, middle: float, row: CalendarRow, label: str, grid: CalendarGrid) -> None:
    write(ax, 0, middle, label, size=grid.size, color=INK, gid="requirement")
    ax.hlines(middle + grid.pitch / 2, 0, grid.right, color=RULE, linewidth=0.5, zorder=1)
    for due in row.dues or ():
        _marker(ax, grid.at(due.day), middle, _radius(row, grid), due.outer)
    words = [*_day_texts(row, grid), *_on_each_year(row, grid)]
    for left, text in words:
        write(ax, left, middle, text, size=grid.day_size, color=INK, gid="day")
    if row.note:
        note, style = shorten(row.note, grid.right - grid.left - 8, grid.day_size), {"style": "italic", "color": MUTED}
        write(ax, grid.left + 4, middle, note, size=grid.day_size, gid="note", **style)
    if row.yearly and words:
        # a duty that goes on has an arrow to the end of the line of time, where there is room for one
        left = words[-1][0] + width(words[-1][1], grid.day_size) + DAY_GAP * grid.size / 2
        dotted: dict[str, Any] = {"arrowstyle": "-|>", "linestyle": (0, (1, 2)), "linewidth": 1, "color": DEEP}
        if left + grid.size <= grid.right:
            ax.annotate("", (grid.right, middle), (left, middle), arrowprops=dotted | {"shrinkA": 0, "shrinkB": 0})


def _set_out_calendar(
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


def _day_texts(row: CalendarRow, grid: CalendarGrid) -> Iterator[tuple[float, str]]:
    """Give the left edge and the words of each due date that has room for them."""
    dues = () if row.yearly else row.dues or ()
    places = [grid.at(due.day) for due in dues]
    taken = grid.left
    for number, (due, x) in enumerate(zip(dues, places, strict=True)):
        end = places[number + 1] - _radius(row, grid) - DAY_GAP * grid.size if number + 1 < len(dues) else grid.right
        found = _beside(due, x, (taken, end), row, grid)
        if found:
            yield found
        taken = max(x + _radius(row, grid), found[0] + width(found[1], grid.day_size) if found else 0) + DAY_GAP * grid.size


def _on_each_year(row: CalendarRow, grid: CalendarGrid) -> Iterator[tuple[float, str]]:
    """Give the left edge of the words that a duty goes on each year, and the words: after the last of its due dates."""
    if row.yearly and row.dues:
        left = grid.at(row.dues[-1].day) + _radius(row, grid) + _BESIDE * grid.size
        for words in (f"hvert år, {row.dues[-1].full}", row.dues[-1].full, row.dues[-1].short):
            if left + width(words, grid.day_size) <= grid.right:
                yield left, words
                return


def _radius(row: CalendarRow, grid: CalendarGrid) -> float:
    """Return half the width of a marker in a row."""
    return 0.42 * grid.size * (YEARLY / 0.8 if row.yearly else 1)


def _beside(due: DueDay, x: float, room: tuple[float, float], row: CalendarRow, grid: CalendarGrid) -> tuple[float, str] | None:
    """Return the place for the words to the right of a marker, or to the left, or the bare day, or nothing."""
    away = _radius(row, grid) + _BESIDE * grid.size
    for words in (due.full, due.short):
        wide = width(words, grid.day_size)
        for left in (x + away, x - away - wide):
            if room[0] <= left and left + wide <= room[1] and not left < x < left + wide:
                return left, words
    return None
