"""The load of each year stands in segments, with its range, its capacity and what is not counted."""

from collections.abc import Sequence

import pandas as pd
import pytest
from drawn import boxes, composed, drawn, every_size, extents, legend_texts, numbered_pairs, outside, overlapping, written
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from planstrategi.charts.house import style

AREAS = [f"Kommunalområde {number} for plan, miljø og næring" for number in range(1, 9)]
YEARS = [2031, 2032, 2033, 2034, 2035, 2036]


def load(years: Sequence[int] = tuple(YEARS), areas: Sequence[str] = tuple(AREAS)) -> pd.DataFrame:
    """Return a frame with work too small for its number, years with nothing, and a capacity that changes."""
    rows = [(y, a, (i != 3) * ((3 * i + 7 * k) % 11) ** 2 / 4) for (i, y), (k, a) in numbered_pairs(years, areas)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "maanedsverk_p50"])
    sums = frame.groupby("aar")["maanedsverk_p50"].sum()
    frame.attrs["sum"] = {year: (0.9 * total, 1.02 * total, 1.15 * total) for year, total in sums.items()}
    frame.attrs["kapasitet"] = {year: 37.5 if year < years[0] + 2 else 102 for year in years if year != years[-1]}
    frame.attrs["uten_innsats"] = {year: 5 * i for i, year in enumerate(years)}
    return frame


def small_load(**attrs: dict) -> pd.DataFrame:
    """Return a frame of three years and two areas whose years' sums are not the sums of their areas."""
    values = {2031: (24.4, 9.96), 2032: (10.5, 0.5), 2033: (3.0, 0.0)}
    rows = [(year, area, value) for year, both in values.items() for area, value in zip("AB", both, strict=True)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "maanedsverk_p50"])
    frame.attrs |= attrs
    return frame


def test_every_segment_of_a_years_load_is_as_high_as_its_work_with_its_number_in_norwegian():
    frame = small_load()
    ax = drawn("draw_load", small_load)
    heights = [(2031 + round(b.get_x() + b.get_width() / 2), b.get_gid(), b.get_height()) for b in boxes(ax)]
    expected = frame[frame["maanedsverk_p50"] > 0]
    assert heights == list(expected.itertuples(index=False, name=None))
    assert written(ax, "number") == ["24", "10", "11", "0,5", "3,0"]
    assert not written(ax, "total")
    assert legend_texts(ax) == ["A", "B"]


def test_the_total_of_a_year_is_the_one_it_is_given_with_its_range_beside_the_bar():
    sums = {2031: (30.2, 35.5, 41.0), 2032: (8.4, 9.9, 12.3), 2033: (0, 0, 0)}
    ax = drawn("draw_load", small_load(sum=sums))
    assert written(ax, "total") == ["36 (30–41)", "9,9 (8,4–12)", "0"]
    (dots, caps, (lines,)) = ax.containers[0].lines
    assert list(dots.get_ydata()) == [35.5, 9.9]
    assert [list(cap.get_ydata()) for cap in caps] == [pytest.approx([30.2, 8.4]), pytest.approx([41, 12.3])]
    assert [list(line[:, 1]) for line in lines.get_segments()] == [pytest.approx([30.2, 41]), pytest.approx([8.4, 12.3])]
    left = {round(box.get_x() + box.get_width() / 2): box.get_x() for box in boxes(ax)}
    assert all(left[place] - 0.2 < x < left[place] for place, x in enumerate(dots.get_xdata()))
    assert len(legend_texts(ax)) == 3


def lines_of_capacity(ax: Axes) -> list[tuple[float, float, float]]:
    """Return where each line of a capacity begins and ends, and its height."""
    found = [line.get_segments()[0] for line in ax.collections if line.get_gid() == "capacity"]
    return [(first[0], last[0], first[1]) for first, last in found]


def test_a_capacity_is_a_line_through_its_years_with_its_number_where_it_begins_and_changes():
    ax = drawn("draw_load", small_load(kapasitet={2031: 37.5, 2032: 37.5, 2033: 52}))
    assert lines_of_capacity(ax) == [(-0.5, 1.5, 37.5), (1.5, 2.5, 52)]
    assert written(ax, "limit") == ["37,5", "52"]
    assert legend_texts(ax) == ["A", "B", "Tilgjengelig kapasitet"]
    between = drawn("draw_load", small_load(kapasitet={2031: 40, 2033: 40}))
    assert lines_of_capacity(between) == [(-0.5, 0.5, 40), (1.5, 2.5, 40)]
    assert not lines_of_capacity(drawn("draw_load", small_load(kapasitet={})))


def test_a_capacity_over_all_the_bars_is_inside_the_chart_and_no_line_goes_through_a_number():
    sums = {2031: (30, 35, 41), 2032: (8, 9.9, 12), 2033: (2, 3, 4)}
    ax = drawn("draw_load", small_load(kapasitet=dict.fromkeys(sums, 80), sum=sums))
    assert ax.get_ylim()[1] > 80
    numbers = [text for text in ax.texts if text.get_gid() == "number" and not isinstance(text, Annotation)]
    assert numbers and all(text.get_bbox_patch() for text in numbers)
    line = next(line for line in ax.collections if line.get_gid() == "capacity")
    assert all(part.get_zorder() > line.get_zorder() for part in ax.containers[0].get_children())
    for text in ax.texts:
        assert text.get_zorder() > line.get_zorder()
        if text.get_gid() == "total":
            assert to_hex(text.get_bbox_patch().get_facecolor()) == style.PAPER


def test_plans_whose_effort_nobody_knows_are_counted_under_their_year():
    ax = drawn("draw_load", small_load(uten_innsats={2031: 4, 2032: 1, 2033: 0}))
    assert written(ax, "left out") == ["+ 4 planer uten kjent innsats", "+ 1 plan uten kjent innsats"]
    assert [text.xy[0] for text in ax.texts if text.get_gid() == "left out"] == [0, 1]


@every_size
@pytest.mark.parametrize("years", [1, 4, 8])
def test_nothing_in_a_load_of_many_years_and_areas_lies_on_anything_else(years, size):
    names = [f"Område {number}" for number in range(6)]
    ax = composed("draw_load", load(range(2031, 2031 + years), names), size).axes[0]
    assert overlapping(ax.figure) == []
    places = extents(ax.figure)
    assert outside(ax.figure) == []
    bars = [box.get_window_extent() for box in boxes(ax)]
    for text, box in places:
        if text.get_gid() in ("total", "limit", "left out"):
            assert not any(box.overlaps(bar) for bar in bars), text.get_text()
        if text.get_gid() == "total":
            # beside the bar there may be numbers from 10 points on
            assert box.width < bars[0].width + 2 * 10 * ax.figure.dpi / 72
        if text.axes is ax and text not in ax.get_xticklabels():
            assert not any(box.padded(-0.7).overlaps(one) for one in ranges_on_page(ax)), text.get_text()


def ranges_on_page(ax: Axes) -> list[Bbox]:
    """Return the place that each year's range takes on the page."""
    (dots, _, (lines,)) = ax.containers[0].lines
    half = 4 * ax.figure.dpi / 72
    ends = [ax.transData.transform(line) for line in lines.get_segments()]
    assert len(ends) == len(dots.get_xdata())
    return [Bbox.from_extents(x - half, low, x + half, high) for (x, low), (_, high) in ends]
