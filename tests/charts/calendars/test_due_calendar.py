"""A calendar shows each due date on its day, with what is written about it clear of all lines."""

from collections.abc import Iterator
from itertools import pairwise, product

import numpy as np
import pandas as pd
import pytest
from drawn import boxes, drawn, every_size, written
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.text import Annotation

from planstrategi.charts.house import style

COLUMNS = ["krav_id", "krav", "gruppe", "frist", "dag", "senest", "aarlig", "merknad"]
GROUPS = ["Skal – lovpålagt plan", "Skal – statlig planretningslinje", "Bør – forventning"]


def due_calendar(requirements: int = 15) -> pd.DataFrame:
    days = [
        ["2031-12-31", "2032-12-31", "2033-12-31"],
        ["2032-10-01", "2032-10-31", "2032-12-31", "2036-10-31"],
        ["2038-12-31"],
        [None],
    ]
    rows = [
        (
            f"krav-{n:02d}",
            f"Oversikt over behovet nr. {n:02d}",
            GROUPS[n // 9],
            day,
            _short(day),
            (n + i) % 3 > 0,
            n % 4 == 0,
            "Ukjent.",
        )
        for n in range(requirements)
        for i, day in enumerate(days[n % 4])
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame.attrs |= {
        "fra": "2031-06-30",
        "til": "2038-12-31",
        "merker": [("2031-06-30", "kjent per 30.06.2031"), ("2038-10-31", "nytt kommunestyre 31.10.2038")],
    }
    return frame


def _short(day: str | None) -> str:
    return f"{day[8:]}.{day[5:7]}." if day else ""


def markers(ax: Axes) -> list[tuple[float, float, str]]:
    """Return the place and the fill of every marker of the calendar, without the two of the legend."""
    points = [one for one in ax.collections if isinstance(one, PathCollection)]
    return [(*map(float, one.get_offsets()[0]), to_hex(one.get_facecolor()[0])) for one in points[2:]]


def one_requirement(*dues: tuple[str, bool], yearly: bool = False) -> Axes:
    rows = [("krav", "Plan", "Kjerne", day, _short(day), outer, yearly, "") for day, outer in dues]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame.attrs |= {"fra": "2031-01-01", "til": "2034-12-31", "merker": []}
    return drawn("draw_due_calendar", frame)


def test_a_due_date_stands_where_its_day_is_in_the_year_filled_when_the_day_is_known():
    ax = one_requirement(("2031-07-02", False), ("2033-01-01", True))
    (first, _, known), (second, _, outer) = markers(ax)
    left, right = (f(patch.get_x() for patch in boxes(ax)) for f in (min, max))
    year = (right - left) / 3
    assert (first - left) / year == pytest.approx(0.5, abs=0.01)
    assert (second - left) / year == pytest.approx(2, abs=0.01)
    assert (known, outer) == (style.DEEP, style.PAPER)
    assert written(ax, "day") == ["02.07.", "senest 01.01."]


def test_dates_near_each_other_are_written_on_either_side_and_one_between_them_not():
    assert written(one_requirement(("2032-01-01", True), ("2032-03-01", True)), "day") == ["senest 01.01.", "senest 01.03."]
    between = one_requirement(("2032-01-01", True), ("2032-02-01", True), ("2032-03-01", True))
    assert written(between, "day") == ["senest 01.01.", "senest 01.03."]
    assert len(markers(between)) == 3


def test_a_yearly_duty_has_words_and_an_arrow_after_the_last_of_its_markers():
    ax = one_requirement(("2031-12-31", True), ("2032-12-31", True), yearly=True)
    assert written(ax, "day") == ["hvert år, senest 31.12."]
    (words,) = [text for text in ax.texts if text.get_gid() == "day"]
    arrows = [one for one in ax.texts if isinstance(one, Annotation) and one.arrow_patch]
    assert words.get_position()[0] > markers(ax)[-1][0]
    assert [arrow.xy[0] for arrow in arrows] == [pytest.approx(max(p.get_x() + p.get_width() for p in boxes(ax)))]


def test_no_day_is_written_on_a_marker():
    ax = drawn("draw_due_calendar", due_calendar)
    to_page = ax.transData.transform
    with style.house_style():
        extents = [(text.get_text(), text.get_window_extent()) for text in ax.texts if text.get_gid() == "day"]
    assert extents and markers(ax)
    for (words, box), (x, y, _) in product(extents, markers(ax)):
        assert not box.contains(*to_page((x, y))), words


def test_a_requirement_whose_due_date_cannot_be_computed_has_a_row_that_says_so():
    ax = drawn("draw_due_calendar", due_calendar)
    frame = due_calendar()
    assert written(ax, "requirement") == list(dict.fromkeys(frame["krav"]))
    assert written(ax, "note") == ["Ukjent."] * int(frame["frist"].isna().sum())


def lines_down(ax: Axes) -> Iterator[np.ndarray]:
    """Give the ends on the page of each piece of the lines of marked days."""
    for lines in ax.collections:
        if isinstance(lines, LineCollection):
            ends = ax.transData.transform(lines.get_segments()[0])
            if ends[0, 0] == ends[1, 0]:
                yield ends


@every_size
def test_the_line_of_a_marked_day_is_broken_where_words_stand(size):
    rows = [
        ("a", "Plan", "Kjerne", "2031-06-01", "01.06.", True, False, ""),
        ("b", "Program", "Kjerne", "2033-12-01", "01.12.", True, False, ""),
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame.attrs |= {"fra": "2031-01-01", "til": "2034-12-31", "merker": [("2031-09-01", "kjent per 01.09.2031")]}
    ax = drawn("draw_due_calendar", frame, size)
    with style.house_style():
        day = next(text for text in ax.texts if text.get_gid() == "day").get_window_extent()
    ends = sorted(y for piece in lines_down(ax) for y in piece[:, 1])
    assert ends[1:3] == [pytest.approx(y) for y in (day.y0, day.y1)] and len(ends) == 4


@every_size
def test_the_line_of_a_marked_day_goes_through_no_words_in_so_many_rows_that_these_stand_close(size):
    rows = [(f"krav-{n}", f"Plan {n}", "Kjerne", "2032-06-01", "01.06.", True, False, "") for n in range(60)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame.attrs |= {"fra": "2031-01-01", "til": "2038-12-31", "merker": [("2032-07-15", "kjent per 15.07.2032")]}
    ax = drawn("draw_due_calendar", frame, size)
    with style.house_style():
        days = [text.get_window_extent() for text in ax.texts if text.get_gid() == "day"]
    assert len(days) == 60 and any(low.y1 > high.y0 for high, low in pairwise(days))
    for (x, one), (_, other) in lines_down(ax):
        low, high = sorted((one, other))
        assert not any(day.x0 < x < day.x1 and low < day.y1 - 0.1 and high > day.y0 + 0.1 for day in days)
