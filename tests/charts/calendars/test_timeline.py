"""A timeline shows each plan in its years of work, and its milestones on their days."""

import math
from itertools import pairwise

import pandas as pd
import pytest
from drawn import boxes, contrast, drawn, every_size, written
from matplotlib.axes import Axes

from planstrategi.charts.calendars.timeline import SHAPES
from planstrategi.charts.house import style

AREAS = [f"Kommunalområde {number} for plan, miljø og næring" for number in range(1, 9)]
DECISIONS = ["Ny plan", "Full revisjon", "Rullering av handlingsdel", "Videreføres uten endringer", "Ikke oppgitt"]
YEARS = [2031, 2032, 2033, 2034, 2035, 2036]


def timeline(plans: int = 44, areas: int = 4) -> pd.DataFrame:
    marked = [(), (2031, 2032), (2031, 2033, 2034), (2036,)]
    rows = [
        (f"Reguleringsplan for Ås nr. {n:02d}", AREAS[n * areas // plans], marked[n % 4], DECISIONS[n % 5]) for n in range(plans)
    ]
    frame = pd.DataFrame(rows, columns=["kortnavn", "ansvarlig", "aar", "planbehov"])
    frame = frame.assign(frist=[()] * plans, avledet=[()] * plans, uten_aar="år ikke kjent")
    frame.attrs["periode"] = (YEARS[0], YEARS[-1])
    return frame


def milestones(plans: int = 44, areas: int = 4) -> pd.DataFrame:
    """Return a timeline where some plans have several milestones, two of them on one day, and some none."""
    frame = timeline(plans, areas)
    due = [
        ((("2036-12-31", "vedtas"), ("2036-12-31", "ferdig"), ("2036-11-30", "utlop"))),
        (("2031-01-01", "utlop"), ("2032-06-30", "vedtas"), ("2045-01-01", "utlop")),
        (),
        (("2034-03-01", "ferdig"),),
        (("2033-01-01", "vedtas"), ("2033-01-01", "ferdig")),
    ]
    frame["frist"] = [due[n % 5] for n in range(plans)]
    return frame


def marks(ax: Axes) -> list[tuple[str, float, float]]:
    """Return the kind and the place of every milestone, without those of the legend."""
    found = [one for one in ax.collections if one.get_gid() in SHAPES]
    return [(one.get_gid(), *map(float, one.get_offsets()[0])) for one in found]


def one_plan(*due: tuple[str, str], years: tuple[int, ...] = tuple(YEARS)) -> Axes:
    frame = timeline(1, 1).assign(frist=[due], aar=[years])
    frame.attrs["periode"] = (YEARS[0], YEARS[-1])
    return drawn("draw_timeline", frame)


def test_a_milestone_stands_in_the_cell_of_its_year_as_far_along_as_its_day():
    ax = one_plan(("2033-07-02", "vedtas"), ("2035-04-02", "utlop"))
    (bar,) = [box for box in boxes(ax) if box.get_gid() == "years"]
    year = bar.get_width() / 6
    found = [(kind, (x - bar.get_x()) / year, y) for kind, x, y in marks(ax)]
    middle = pytest.approx(bar.get_y() + bar.get_height() / 2)
    assert found == [("vedtas", pytest.approx(2.5, abs=0.01), middle), ("utlop", pytest.approx(4.25, abs=0.01), middle)]


@pytest.mark.parametrize("day", ["2031-01-01", "2031-12-31", "2036-12-31", "2034-01-03"])
def test_milestones_near_each_other_and_the_ends_of_their_year_stand_apart_inside_it(day):
    ax = one_plan((day, "utlop"), (day, "ferdig"), (day, "vedtas"))
    (bar,) = [box for box in boxes(ax) if box.get_gid() == "years"]
    year, number = bar.get_width() / 6, int(day[:4]) - 2031
    half = math.sqrt(max(one.get_sizes()[0] for one in ax.collections if one.get_gid() == "ferdig")) / 2
    kinds, places, _ = zip(*marks(ax), strict=True)
    assert kinds == ("vedtas", "ferdig", "utlop")
    assert bar.get_x() + number * year <= places[0] - half
    assert places[-1] + half <= bar.get_x() + (number + 1) * year
    assert all(second - first > 1.8 * half for first, second in pairwise(places))


def test_each_kind_of_milestone_has_its_own_shape_and_only_those_in_the_period_are_in_the_legend():
    assert len({shape.marker for shape in SHAPES.values()}) == len({shape.words for shape in SHAPES.values()}) == 3
    ax = one_plan(("2036-12-31", "vedtas"), ("2037-01-01", "utlop"), ("2030-12-31", "ferdig"))
    assert written(ax, "legend") == ["vedtas innen"]
    assert [kind for kind, *_ in marks(ax)] == ["vedtas"]
    assert written(drawn("draw_timeline", milestones), "legend") == ["vedtas innen", "ferdig innen", "utløper"]


def test_a_milestone_is_told_from_the_paper_and_from_the_bar_in_grey():
    assert contrast(style.MARK, style.DEEP) > 3
    assert contrast(style.INK, style.PAPER) > 3


def test_a_timeline_without_milestones_has_no_legend():
    assert not written(drawn("draw_timeline", timeline), "legend")


def test_a_plan_with_a_milestone_and_no_year_of_work_has_cells_and_no_words():
    ax = one_plan(("2033-07-02", "utlop"), years=())
    assert len(marks(ax)) == 1
    assert "år ikke kjent" not in [text.get_text() for text in ax.texts]
    assert not [box for box in boxes(ax) if box.get_gid() == "years"]


def test_the_milestones_of_forty_four_plans_are_large_enough_and_stay_in_their_rows():
    frame = milestones()
    ax = drawn("draw_timeline", milestones, "a4")
    rows = sorted({y for _, _, y in marks(ax)})
    heights = [math.sqrt(one.get_sizes()[0]) for one in ax.collections if one.get_gid() in SHAPES]
    assert min(heights) > 5 and max(heights) < min(second - first for first, second in pairwise(rows))
    assert len(marks(ax)) == sum(day < "2037" for due in frame["frist"] for day, _ in due)


def test_a_timeline_bar_covers_the_years_that_follow_on_each_other():
    frame = timeline().iloc[2:3]
    bars = [box for box in boxes(drawn("draw_timeline", frame)) if box.get_gid() == "years"]
    one, two = sorted(bars, key=lambda box: box.get_x())
    assert two.get_width() == pytest.approx(2 * one.get_width())
    assert two.get_x() - one.get_x() == pytest.approx(2 * one.get_width())


def test_a_plan_with_no_year_of_work_has_a_row_that_says_so_and_no_bar():
    frame = timeline().iloc[[0]]
    ax = drawn("draw_timeline", frame)
    assert written(ax, "plan") == [frame["kortnavn"].iloc[0]]
    assert "år ikke kjent" in [text.get_text() for text in ax.texts]
    assert not [box for box in boxes(ax) if box.get_gid() == "years"]


@every_size
def test_every_plan_has_one_row_with_its_decision_under_its_areas_heading(size):
    frame = timeline(plans=30, areas=8).replace({DECISIONS[3]: "Videreføres"})
    frame["kortnavn"] = [f"Plan nr. {n}" for n in range(30)]
    frame.attrs["periode"] = (2031, 2034)
    ax = drawn("draw_timeline", frame, size)
    assert written(ax, "plan") == list(frame["kortnavn"])
    assert [words[:11] for words in written(ax, "decision")] == [words[:11] for words in frame["planbehov"]]
    headings = [text for text in written(ax, "group") if "forts." not in text]
    assert headings == list(dict.fromkeys(frame["ansvarlig"]))


def test_a_name_too_long_for_its_column_ends_with_an_ellipsis():
    frame = timeline(plans=44)
    frame["kortnavn"] = "Detaljreguleringsplan med konsekvensutredning for det nye sentrumskvartalet"
    assert all(name.endswith("…") for name in written(drawn("draw_timeline", frame), "plan"))
