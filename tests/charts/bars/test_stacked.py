"""Bars are as long as their numbers, each in its own look, with every number beside or in them."""

from itertools import product

import pandas as pd
import pytest
from drawn import astride, boxes, composed, drawn, every_size, extents, numbered_pairs, pixels, written
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.text import Annotation

from planstrategi.analysis.alignment import assessment as alignment
from planstrategi.analysis.portfolio.statutes import STATUTE_GROUNDS
from planstrategi.charts.bars.goals import GOAL_PARTS
from planstrategi.charts.house import style
from planstrategi.presentation.figures import FIGURES

AREAS = [f"Kommunalområde {number} for plan, miljø og næring" for number in range(1, 9)]
DECISIONS = ["Ny plan", "Full revisjon", "Rullering av handlingsdel", "Videreføres uten endringer", "Ikke oppgitt"]
YEARS = [2031, 2032, 2033, 2034, 2035, 2036]
KINDS = list(STATUTE_GROUNDS[:4])
GRADES = ["sterk", "delvis", "svak"]


def decisions() -> pd.DataFrame:
    rows = [(b, a, 1 + 3 * i % 7) for (i, b), a in product(enumerate(DECISIONS), AREAS)]
    return pd.DataFrame(rows, columns=["planbehov", "ansvarlig", "antall_planer"])


def capacity() -> pd.DataFrame:
    rows = [(y, a, n := (i + 2 * k) % 9, n - (y == 2032 and n > 6)) for (i, y), (k, a) in numbered_pairs(YEARS, AREAS)]
    return pd.DataFrame(rows, columns=["aar", "ansvarlig", "antall_planer", "antall_uten_dobbelt"])


def statutes() -> pd.DataFrame:
    rows = [(f"lov om tjeneste {n}", f"§ {n}-1" if n % 3 else None, KINDS[n % 4], n % 6, ()) for n in range(12)]
    return pd.DataFrame(rows, columns=["lov", "paragraf", "gjelder", "antall_planer", "planer"])


def expectations() -> pd.DataFrame:
    rows = [
        (
            f"Forventning {n:02d} om samordnet plan",
            "lokal" if n > 5 else "nasjonal",
            *((n % 4) * i for i in (2, 1, 3)),
            "sterkt" if n % 4 else "ingen plan" if n % 8 else "ikke vurdert",
        )
        for n in range(16)
    ]
    columns = ["tekst", "nivaa", *(f"antall_{grade}" for grade in GRADES), "status"]
    return pd.DataFrame(rows, columns=columns)


STATUSES = list(style.STATUS_LOOKS)
STATUS_BARS = ["gruppe", "rad", "status", "antall"]
APART = "Krav til prosessen, talt for seg"


def coverage_kinds() -> pd.DataFrame:
    kinds = ["Lovpålagt plan", "Lovpålagt oversikt", "Statlig planretningslinje", "Forventning", "Prosesskrav"]
    rows = [
        (APART if kind == "Prosesskrav" else "Krav til planer", kind, status, 1 + (n + 2 * i) % 5)
        for (n, kind), (i, status) in numbered_pairs(kinds, STATUSES[::-1])
        if (n + i) % 4
    ]
    return pd.DataFrame(rows, columns=STATUS_BARS)


def answers() -> pd.DataFrame:
    """Return a frame where the same years stand under each level, and some segments are too short for their number."""
    statuses = [status for status in style.ANSWER_LOOKS if status != "sterkt"][::-1]
    rows = [
        (f"{level} forventninger", str(year), status, 90 if i == n + k else 1 + (i + n) % 4)
        for k, level in enumerate(["Nasjonale", "Regionale", "Lokale"])
        for (n, year), (i, status) in numbered_pairs(YEARS[:4], statuses)
        if (n + i) % 5
    ]
    return pd.DataFrame(rows, columns=STATUS_BARS)


GOAL_NUMBERS = ["antall_minst_delvis", "antall_svakt", "antall_ingen_plan", "antall_ikke_vurdert"]
GOAL_COLOURS = ["#e5243b", "#fcc30b", "#ffffe0", "#19486a"]


def goals() -> pd.DataFrame:
    """Return goals whose expectations are answered at least partly, weakly, not, and not judged, in that order."""
    rows = [
        (n, f"Fred, rettferdighet og velfungerende institusjoner {n}", whole, *(len(range(n + i, whole, 4)) for i in range(4)))
        for n, whole in enumerate([7, 0, 134, *range(1, 15)], start=1)
    ]
    frame = pd.DataFrame(rows, columns=["maal_nr", "maal_navn", "antall", *GOAL_NUMBERS])
    frame["antall"] = frame[GOAL_NUMBERS].sum(axis=1)
    return frame.assign(farge=[GOAL_COLOURS[n % 4] for n in frame["maal_nr"]])


def lying_bars(ax: Axes) -> dict[tuple[int, str], int]:
    """Return the length of every segment by its row, counted from the top, and its category."""
    return {(round(box.get_y() + box.get_height() / 2), box.get_gid()): box.get_width() for box in boxes(ax)}


def test_a_ground_has_its_own_look_whichever_others_are_in_the_chart():
    assert list(style.GROUND_LOOKS) == list(STATUTE_GROUNDS[:-1])
    frame = statutes().query("gjelder == @KINDS[3] and antall_planer > 0")
    (look,) = {(to_hex(box.get_facecolor()), box.get_hatch()) for box in boxes(drawn("draw_statutes", frame))}
    assert look == style.GROUND_LOOKS[KINDS[3]][:2]


def test_every_segment_of_the_decisions_is_as_long_as_its_number_and_has_it_written():
    frame = decisions()
    ax = drawn("draw_plan_decisions", decisions)
    expected = {
        (DECISIONS.index(row.planbehov), row.ansvarlig): row.antall_planer for row in frame.itertuples() if row.antall_planer
    }
    assert lying_bars(ax) == expected
    assert sorted(written(ax, "number")) == sorted(map(str, expected.values()))
    totals = frame.groupby("planbehov", sort=False)["antall_planer"].sum()
    assert written(ax, "total") == [str(total) for total in totals]


def test_decisions_stand_in_the_frames_order_from_the_top():
    ax = drawn("draw_plan_decisions", decisions)
    assert [label.get_text() for label in ax.get_yticklabels()] == DECISIONS
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_an_area_looks_the_same_in_every_chart_when_the_frame_lists_them_all():
    frame = decisions().query("ansvarlig in @AREAS[2:4]")
    frame.attrs["omraader"] = AREAS
    handles = drawn("draw_plan_decisions", frame).get_legend().get_patches()
    whole = drawn("draw_capacity", capacity).get_legend().get_patches()
    looks = {to_hex(patch.get_facecolor()): patch.get_hatch() for patch in handles}
    assert set(looks) == {style.AREA_LOOKS[2].fill, style.AREA_LOOKS[3].fill}
    assert set(looks.items()) <= {(to_hex(patch.get_facecolor()), patch.get_hatch()) for patch in whole}


def test_every_segment_of_a_year_is_as_high_as_its_number_and_has_it_written():
    frame = capacity()
    ax = drawn("draw_capacity", capacity)
    heights = {(YEARS[round(b.get_x() + b.get_width() / 2)], b.get_gid()): b.get_height() for b in boxes(ax)}
    expected = frame[frame["antall_planer"] > 0].set_index(["aar", "ansvarlig"])["antall_planer"].to_dict()
    assert heights == expected
    assert sorted(written(ax, "number")) == sorted(map(str, expected.values()))
    assert written(ax, "total") == [str(total) for total in frame.groupby("aar")["antall_planer"].sum()]


def test_the_total_without_double_counting_is_pointed_out_only_where_it_differs():
    frame = capacity()
    ax = drawn("draw_capacity", capacity)
    assert written(ax, "single") == [str(frame.query("aar == 2032")["antall_uten_dobbelt"].sum())]
    frame["antall_uten_dobbelt"] = frame["antall_planer"]
    same = drawn("draw_capacity", frame)
    assert not written(same, "single")
    assert "Uten dobbelttelling" not in [text.get_text() for text in same.get_legend().get_texts()]


def test_every_statute_has_a_bar_with_its_count_and_a_hatch_for_what_it_concerns():
    frame = statutes()
    ax = drawn("draw_statutes", statutes)
    assert written(ax, "total") == [str(number) for number in frame["antall_planer"]]
    assert not written(ax, "number")
    assert lying_bars(ax) == {
        (n, g): a for n, g, a in zip(frame.index, frame["gjelder"], frame["antall_planer"], strict=True) if a
    }
    hatches = {box.get_gid(): box.get_hatch() for box in boxes(ax)}
    assert len(set(hatches.values())) == len(KINDS)
    assert ax.get_yticklabels()[0].get_text() == "lov om tjeneste 0"
    assert ax.get_yticklabels()[1].get_text() == "lov om tjeneste 1 § 1-1"


def test_an_expectation_that_no_plan_answers_or_nobody_has_judged_has_no_bar_but_says_which():
    frame = expectations()
    ax = drawn("draw_expectations", expectations)
    for status in ("ikke vurdert", "ingen plan"):
        assert written(ax, "total").count(status) == 2 == list(frame["status"]).count(status)
    assert len(written(ax, "total")) == len(frame)
    numbers = frame[[f"antall_{grade}" for grade in GRADES]].to_numpy().ravel()
    assert sorted(written(ax, "number")) == sorted(str(number) for number in numbers if number)


def test_expectations_are_grouped_by_level_under_a_bold_heading():
    labels = drawn("draw_expectations", expectations).get_yticklabels()
    bold = [label.get_text() for label in labels if label.get_fontweight() == "bold"]
    assert bold == ["Nasjonale forventninger", "Lokale forventninger"]


def in_order(ax: Axes) -> list[str]:
    """Return the status of every segment, row by row from the top and along each."""
    return [box.get_gid() for box in sorted(boxes(ax), key=lambda box: (round(box.get_y(), 1), box.get_x()))]


def test_kinds_are_stacked_from_best_to_worst_and_those_to_the_process_stand_apart():
    frame = coverage_kinds()
    ax = drawn("draw_coverage_kinds", coverage_kinds)
    assert sorted(written(ax, "number")) == sorted(map(str, frame["antall"]))
    by_kind = [list(group["status"]) for _, group in frame.groupby("rad", sort=False)]
    assert in_order(ax) == [status for kind in by_kind for status in STATUSES if status in kind]
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert labels[-2:] == [APART, "Prosesskrav"]
    places = ax.get_yticks()
    assert places[-2] - places[-3] > places[-3] - places[-4]


def test_a_year_under_two_levels_has_a_bar_of_its_own_under_each():
    rows = [
        ("Nasjonale", "2031", "svakt", 3),
        ("Nasjonale", "2032", "minst delvis", 2),
        ("Lokale", "2031", "ingen plan", 5),
        ("Lokale", "2032", "svakt", 4),
        ("Lokale", "2032", "minst delvis", 1),
    ]
    ax = drawn("draw_answers", pd.DataFrame(rows, columns=STATUS_BARS))
    labels = ax.get_yticklabels()
    assert [label.get_text() for label in labels] == ["Nasjonale", "2031", "2032", "Lokale", "2031", "2032"]
    assert [label.get_text() for label in labels if label.get_fontweight() == "bold"] == ["Nasjonale", "Lokale"]
    assert written(ax, "total") == ["3", "2", "5", "5"]
    bars = sorted((box.get_y() + box.get_height() / 2, box.get_gid(), box.get_width()) for box in boxes(ax))
    expected = [(1, "svakt", 3), (2, "minst delvis", 2), (4, "ingen plan", 5), (5, "minst delvis", 1), (5, "svakt", 4)]
    assert bars == [(pytest.approx(ax.get_yticks()[row]), status, number) for row, status, number in expected]


def test_answers_are_stacked_from_best_to_worst_each_in_its_own_look_with_its_number():
    frame = answers()
    ax = drawn("draw_answers", answers)
    bars = [list(bar["status"]) for _, bar in frame.groupby(["gruppe", "rad"], sort=False)]
    assert in_order(ax) == [status for bar in bars for status in style.ANSWER_LOOKS if status in bar]
    looks = {box.get_gid(): (to_hex(box.get_facecolor()), box.get_hatch() or "") for box in boxes(ax)}
    assert looks == {status: look[:2] for status, look in style.ANSWER_LOOKS.items() if status != "sterkt"}
    assert sorted(written(ax, "number")) == sorted(map(str, frame["antall"]))
    assert written(ax, "total") == [str(n) for n in frame.groupby(["gruppe", "rad"], sort=False)["antall"].sum()]


def test_every_word_the_analysis_has_for_an_answer_has_a_look(ostre_toten):
    assert set(alignment.EXPECTATION_STATUSES) <= set(style.ANSWER_LOOKS)
    for name in ("forventninger", "forventninger-aar"):
        assert set(FIGURES[name].frame(ostre_toten)["status"]) <= set(style.ANSWER_LOOKS)


def test_the_two_answers_that_look_the_same_never_stand_in_one_chart(ostre_toten):
    assert style.ANSWER_LOOKS["sterkt"] == style.ANSWER_LOOKS["minst delvis"]
    found = [set(FIGURES[name].frame(ostre_toten)["status"]) for name in ("forventninger", "forventninger-aar")]
    assert [statuses & {"sterkt", "minst delvis"} for statuses in found] == [{"sterkt"}, {"minst delvis"}]


@every_size
def test_a_number_beside_its_bar_lies_on_no_bar(size):
    ax = composed("draw_answers", answers(), size).axes[0]
    assert [text for text in ax.texts if isinstance(text, Annotation) and text.get_gid() == "number"]
    assert astride(ax.figure) == []


def test_what_keeps_the_hatch_off_a_number_ends_where_its_bar_does():
    ax = composed("draw_expectations", expectations()).axes[0]
    picture = pixels(ax.figure)
    point = ax.figure.dpi / 72
    for bar in [box.get_window_extent() for box in boxes(ax) if box.get_hatch()]:
        left, right = round(bar.x0), round(bar.x1)
        for y in (bar.y0 - 1.5 * point, bar.y1 + 1.5 * point):
            assert picture[round(y), left:right].min() == pytest.approx(1)


def test_every_goal_has_a_bar_in_its_own_colour_as_far_as_a_plan_answers_and_the_four_parts_follow_each_other():
    frame = goals()
    ax = drawn("draw_goals", goals)
    parts = {name: [box for box in boxes(ax) if box.get_gid() == name] for name in GOAL_PARTS}
    ends = [0] * len(frame)
    for (name, ones), column in zip(parts.items(), GOAL_NUMBERS, strict=True):
        assert [box.get_x() for box in ones] == ends
        assert [box.get_width() for box in ones] == list(frame[column])
        coloured = name in ("minst delvis svar", "bare svakt svar")
        assert [to_hex(box.get_facecolor()) for box in ones] == (list(frame["farge"]) if coloured else [style.PAPER] * len(ones))
        ends = [end + box.get_width() for end, box in zip(ends, ones, strict=True)]
    assert ends == list(frame["antall"])
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert [label.split()[0] for label in labels] == [str(number) for number in frame["maal_nr"]]
    assert all(name in label.replace("\n", " ") for name, label in zip(frame["maal_navn"], labels, strict=True))


def test_numbers_say_how_many_of_a_goals_judged_expectations_are_answered_at_least_partly():
    rows = [(6, 4, 1, 1, 0), (3, 0, 1, 1, 1), (0, 0, 0, 0, 0), (2, 0, 0, 0, 2)]
    frame = pd.DataFrame(rows, columns=["antall", *GOAL_NUMBERS])
    ax = drawn("draw_goals", frame.assign(maal_nr=range(1, 5), maal_navn="Mål", farge="#e5243b"))
    assert written(ax, "number") == ["4 av 6", "0 av 2", "ingen forventninger", "ikke vurdert"]


def test_the_palest_goal_is_told_from_the_paper_and_from_what_is_not_answered_by_its_outline():
    ax = drawn("draw_goals", goals)
    assert {to_hex(box.get_edgecolor()) for box in boxes(ax)} == {style.OUTLINE}
    assert min(box.get_linewidth() for box in boxes(ax)) > 0.5


@every_size
def test_the_words_after_the_longest_goal_stay_inside_the_margin(size):
    ax = drawn("draw_goals", goals().assign(antall=1344, antall_minst_delvis=1344, antall_ikke_vurdert=0), size)
    ends = [place.x1 for text, place in extents(ax.figure) if text.get_gid() == "number"]
    assert max(ends) <= ax.bbox.x1
