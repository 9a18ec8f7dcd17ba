"""A table or a figure with nothing to show: what is said in its place, and why."""

import pytest

import planstrategi as ps
from planstrategi.presentation.nothing import LEFT_OUT

PLAN = "  - {{id: a, navn: A, plantype: temaplan, kilde: {{tabell: temaplan, rad: 1}}, ansvarlig: nord, planbehov: ny{more}}}\n"
NOT_MARKED, MARKED = ("planer:\n" + PLAN.format(more=more) for more in ("", ", aar: [2024]"))
UNMARKED = {"hva": "Planer det arbeides med per år", "hvorfor": "det ikke er kjent hvilke år det arbeides med planene"}


def shown(one):
    """Return what a notebook stores of the last line of a cell: what is shown, and what is said of it to the report."""
    data, more = one._repr_mimebundle_()
    return data["text/plain"], more[LEFT_OUT]


def test_a_table_with_no_rows_is_one_short_sentence(small):
    assert shown(ps.show(ps.table("omtalt", small(MARKED)))) == (
        "Dokumenter som bare er omtalt: ikke noe å vise, fordi registeret ikke har noe slikt.",
        {"hva": "Dokumenter som bare er omtalt", "hvorfor": "registeret ikke har noe slikt"},
    )


def test_a_table_that_an_advisor_has_filtered_to_nothing_is_one_short_sentence(small):
    plans = ps.table("planer", small(MARKED))
    assert repr(ps.show(plans[plans["navn"] == "B"], "navn", "aar")).startswith("Alle planer i planstrategien: ikke noe å vise")


def test_zeros_that_only_say_that_no_year_of_work_is_known_are_nothing_to_show(small):
    assert shown(ps.show(ps.table("kapasitet-aar", small(NOT_MARKED))))[1] == UNMARKED


def test_a_year_with_no_plan_beside_one_with_some_is_shown(small):
    assert list(ps.show(ps.table("kapasitet-aar", small(MARKED))).frame["antall_planer"]) == [1, 0, 0]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("kapasitet", "det ikke er kjent hvilke år det arbeides med planene"),
        ("utjevning", "det ikke er kjent hvilke år det arbeides med planene"),
        ("statutter", "registeret ikke har noe slikt"),
        ("krysskobling", "ingen har vurdert planene mot forventningene"),
    ],
)
def test_a_figure_with_nothing_to_show_says_why_in_a_notebook_and_as_a_file(small, name, why):
    one = ps.figure(name, small(NOT_MARKED))
    assert shown(one)[1]["hvorfor"] == why
    written = " ".join(text.get_text() for text in one.drawn.axes[0].texts)
    assert written.replace("\n", " ") == shown(one)[0]
    assert one.as_bytes(".svg").startswith(b"<?xml")


def test_where_nobody_has_judged_the_list_of_expectations_is_shown_and_what_rests_on_judgements_is_not(fjordvik):
    assert shown(ps.show(ps.table("vurderte-planer", fjordvik)))[1]["hvorfor"] == "ingen har vurdert planene mot forventningene"
    assert len(ps.show(ps.table("forventninger", fjordvik)).frame) > 0


def test_numbers_by_year_have_a_column_for_each_year_and_what_is_not_known_is_empty(small):
    frame = ps.table("kapasitet-slag", small(MARKED))
    table = ps.show(frame, "plantypenavn", aar="antall_planer")
    assert table.frame.to_numpy().tolist() == [["Temaplan", 1, 0, 0]]
    unknown = ps.show(frame.assign(antall_planer=float("nan")), "plantypenavn", aar="antall_planer")
    assert unknown.frame[[2024, 2025, 2026]].isna().all(axis=None)


def test_numbers_by_year_of_a_table_with_no_rows_are_one_short_sentence(small):
    frame = ps.table("kapasitet-slag", small("planer: []"))
    assert repr(ps.show(frame, "plantypenavn", aar="antall_planer")).startswith(
        "Planer det arbeides med per år og plantype: ikke noe"
    )


def test_plans_requirements_and_expectations_are_shown_by_name(ostre_toten):
    table = ps.show(ps.table("vakanse", ostre_toten), "planer", "plikter", "forventninger")
    first = table._repr_html_().split("<tr><td>")[1]
    assert "Kommuneplanens arealdel (KPA)" in first
    assert "kommuneplanens-arealdel" not in first and "nf-2-2" not in first and "spr-" not in first


def test_what_a_vacancy_weakens_is_empty_where_nobody_has_judged(small):
    frame = ps.table(
        "vakanse",
        small(
            "planer: [{id: a, navn: A, plantype: temaplan, aar: [2024], roller: [raadgiver], kilde: {tabell: temaplan, rad: 1}}]"
        ),
    )
    assert "<td>A</td>" in ps.show(frame, "planer", "plikter", "forventninger")._repr_html_()
