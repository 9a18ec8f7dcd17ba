"""Numbers and words stay clear where a hatch or a line is behind them, and what keeps it off covers nothing else."""

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from planstrategi import charts
from planstrategi.charts.house import style
from planstrategi.charts.house.layout import Draw


def drawn(draw: Draw, frame: pd.DataFrame, size: str) -> Axes:
    figure = charts.compose(draw, frame, headline="Et kort funn", unit="Planer", source="Kilde", size=size)
    return figure.axes[0]


@pytest.mark.parametrize("size", charts.SIZES)
def test_a_number_on_a_hatch_has_a_box_of_the_same_ink_inside_the_segment(size):
    rows = [(year, f"Område {area}", (year + area) % 5 + 1) for year in (2031, 2032) for area in range(8)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "antall_planer"]).assign(antall_uten_dobbelt=1)
    ax = drawn(charts.draw_capacity, frame, size)
    with style.house_style():
        ax.figure.draw_without_rendering()
    segments = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    numbers = [text for text in ax.texts if text.get_gid() == "number"]
    for segment, number in zip(segments, numbers, strict=True):
        box, room = number.get_bbox_patch(), segment.get_window_extent()
        assert bool(box) == bool(segment.get_hatch())
        if box:
            low, high = box.get_window_extent().get_points()
            assert box.get_facecolor() == segment.get_facecolor()
            assert (low > room.min).all() and (high < room.max).all()


@pytest.mark.parametrize("size", charts.SIZES)
def test_the_line_of_a_marked_day_is_broken_where_words_stand(size):
    rows = [
        ("a", "Plan", "Kjerne", "2031-06-01", "01.06.", True, False, ""),
        ("b", "Program", "Kjerne", "2033-12-01", "01.12.", True, False, ""),
    ]
    columns = ["krav_id", "krav", "gruppe", "frist", "dag", "senest", "aarlig", "merknad"]
    frame = pd.DataFrame(rows, columns=columns)
    frame.attrs |= {"fra": "2031-01-01", "til": "2034-12-31", "merker": [("2031-09-01", "kjent per 01.09.2031")]}
    ax = drawn(charts.draw_due_calendar, frame, size)
    with style.house_style():
        day = next(text for text in ax.texts if text.get_gid() == "day").get_window_extent()
    lines = [line for line in ax.collections if isinstance(line, LineCollection)]
    pieces = [ax.transData.transform(line.get_segments()[0]) for line in lines]
    ends = sorted(y for (left, one), (right, other) in pieces if left == right for y in (one, other))
    assert ends[1:3] == [pytest.approx(y) for y in (day.y0, day.y1)] and len(ends) == 4
