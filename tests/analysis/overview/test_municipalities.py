"""Several planstrategier side by side: parts that add up, nothing ranked, and what cannot be compared is said."""

from dataclasses import replace

import pandas as pd
import pytest
from registers import years_marked

from planstrategi.analysis.overview import municipalities as side_by_side
from planstrategi.analysis.overview.key_figures import key_figures
from planstrategi.model.register import Register


def named(register: Register, navn: str) -> Register:
    return replace(register, kommune=replace(register.kommune, navn=navn))


def with_inhabitants(register: Register, many: int) -> Register:
    return replace(register, kommune=replace(register.kommune, innbyggere=many))


def row(frame: pd.DataFrame, number: int = 0) -> list:
    return frame.iloc[number, 2:].tolist()


def test_the_order_is_that_of_the_norwegian_alphabet(fjordvik):
    names = ["Ås", "Østre Toten", "Ærfjord", "Gol", "asker"]
    ordered = side_by_side.in_alphabetical_order([named(fjordvik, name) for name in names])
    assert [one.kommune.navn for one in ordered] == ["asker", "Gol", "Ærfjord", "Østre Toten", "Ås"]


def test_of_one_municipality_the_first_period_stands_first(ostre_toten, fjordvik):
    later = named(fjordvik, "Østre Toten")
    assert side_by_side.in_alphabetical_order([later, ostre_toten]) == [ostre_toten, later]


def test_what_is_decided_for_the_plans_adds_up_to_all_of_them(ostre_toten, fjordvik):
    frame = side_by_side.decided_for_plans([fjordvik, ostre_toten])
    # counted in the rows of the source: 14 new, 1 + 8 + 3 revised, 6 kept, 1 replaced, 9 undecided, 2 without a word
    assert row(frame, 1) == [14, 12, 6, 0, 1, 9, 2, 44]
    assert [sum(row(frame, at)[:-1]) for at in (0, 1)] == [7, 44]


def test_plans_are_counted_under_the_plan_types_that_any_of_them_has(ostre_toten, fjordvik):
    frame = side_by_side.plans_by_type([fjordvik, ostre_toten])
    assert (frame.iloc[:, 2:-1].sum(axis=1) == frame["Planer i alt"]).all()
    assert frame.loc[1, "Temaplan"] == sum(plan.plantype == "temaplan" for plan in ostre_toten.planer)
    assert "Kommunal planstrategi" not in frame


def test_marks_are_counted_by_what_they_mean_and_empty_outside_the_period(ostre_toten, fjordvik, typed):
    frame = side_by_side.marks_by_meaning([ostre_toten, fjordvik])
    marked = [year for one in typed for year in years_marked(one)]
    assert row(frame)[:5] == ["det arbeides med planen i året", *(marked.count(year) for year in (2024, 2025, 2026, 2027))]
    assert frame.loc[0, 2028] is pd.NA and frame.loc[1, 2024] is pd.NA


def test_a_planstrategi_without_marked_years_has_a_row_that_says_so(build, ostre_toten):
    unmarked = build(["id: bru, navn: Bru, plantype: temaplan"])
    frame = side_by_side.marks_by_meaning([unmarked, ostre_toten])
    assert frame.loc[0, "Et merke betyr"] == "ingen år er merket"
    assert "Ingen år er merket: Prøvekommune." in side_by_side.not_comparable([unmarked, ostre_toten])


def test_the_load_is_per_thousand_inhabitants_where_they_are_given_and_empty_where_not(ostre_toten):
    # belastning-aar of 2025 is 43.1 månedsverk, from 34.1 to 52.9
    frame = side_by_side.load_per_thousand([with_inhabitants(ostre_toten, 10_000), ostre_toten])
    assert frame[2025].tolist() == ["4,3 (3,4–5,3)", ""]
    assert frame["Innbyggere"].tolist() == [10_000, "ikke oppgitt"]


def test_a_load_that_nobody_knows_is_not_nothing(build):
    register = build(["id: bru, navn: Bru, plantype: temaplan, planbehov: ny"])
    frame = side_by_side.load_per_thousand([with_inhabitants(register, 1000)])
    assert frame[2024].tolist() == ["ikke kjent"] and frame["Planer uten kjente år"].tolist() == [1]


def test_the_demands_have_three_parts_that_add_up(ostre_toten, fjordvik):
    frame = side_by_side.demands_met([fjordvik, ostre_toten])
    parts = frame[[side_by_side.KNOWN_MET, side_by_side.KNOWN_UNMET, side_by_side.COVERAGE_UNKNOWN]]
    assert (parts.sum(axis=1) == frame["Krav i alt"]).all()
    figures = key_figures(ostre_toten).set_index("nokkeltall")["verdi"].filter(like="Lovkrav: ")
    met, part, planned, unmet, unknown, conditional = (int(value.split()[0]) for value in figures)
    assert row(frame, 1) == [met, part + planned + unmet, unknown, met + part + planned + unmet + unknown, conditional]


def test_what_cannot_be_compared_is_said(ostre_toten, fjordvik):
    assert side_by_side.not_comparable([fjordvik, ostre_toten])[0] == (
        "Periodene er ulike: 2024–2027 (Østre Toten) og 2028–2031 (Fjordvik). Tall for et år gjelder bare dem som har året."
    )
    known = with_inhabitants(ostre_toten, 10_000)
    assert side_by_side.not_comparable([known, named(known, "Ås")]) == []


def test_a_municipality_that_has_one_period_twice_is_said(ostre_toten, fjordvik):
    later = replace(ostre_toten, periode=fjordvik.periode)
    twice = "Samme kommune og periode er med flere ganger: Fjordvik. Slett mappene som ikke gjelder."
    assert twice in side_by_side.not_comparable([fjordvik, ostre_toten, fjordvik, later])
    assert not any("flere ganger" in said for said in side_by_side.not_comparable([fjordvik, ostre_toten, later]))


def test_two_municipalities_of_one_name_are_told_apart_by_their_numbers_and_are_not_one_twice(ostre_toten):
    """There is a Våler in Innlandet and one in Østfold."""
    both = [replace(ostre_toten, kommune=replace(ostre_toten.kommune, navn="Våler", nummer=one)) for one in ("3419", "3114")]
    assert side_by_side.decided_for_plans(both)["Kommune"].tolist() == ["Våler (3419)", "Våler (3114)"]
    said = " ".join(side_by_side.not_comparable(both))
    assert "Våler (3419) og Våler (3114)" in said and "flere ganger" not in said


def test_a_number_that_nobody_knows_makes_no_other_municipality_of_one(ostre_toten):
    unknown = replace(ostre_toten, kommune=replace(ostre_toten.kommune, nummer="ukjent"))
    assert side_by_side.called([ostre_toten, unknown]) == ["Østre Toten", "Østre Toten"]


def test_what_is_so_of_one_period_is_not_said_of_the_municipality(build, fjordvik):
    """Bru stands in 2024–2026 with a mark in 2024, and in 2028–2031 with none, as a draft of the next period has it."""
    marked, other = build(["id: bru, navn: Bru, plantype: temaplan, aar: [2024]"]), named(fjordvik, "Ås")
    drafted = replace(marked, periode=fjordvik.periode, planer=tuple(replace(one, aar=()) for one in marked.planer))
    said = side_by_side.not_comparable([marked, drafted, other])
    assert "Ingen år er merket: Prøvekommune 2028–2031." in said
    assert "2024–2026 (Prøvekommune) og 2028–2031 (Prøvekommune og Ås)" in said[0]


def test_of_very_many_with_several_periods_it_is_said_how_many_of_them(ostre_toten, fjordvik):
    registers = [named(ostre_toten, f"A{number}") for number in range(10)]
    registers.append(replace(registers[0], periode=fjordvik.periode))
    assert "11 planstrategier. Der er belastningen" in " ".join(side_by_side.not_comparable(registers))


@pytest.mark.parametrize(("count", "said"), [(10, "A9"), (11, "11 kommuner")])
def test_of_very_many_it_is_said_how_many_they_are(ostre_toten, count, said):
    registers = [named(ostre_toten, f"A{number}") for number in range(count)]
    assert f"{said}. Der er belastningen" in " ".join(side_by_side.not_comparable(registers))


def test_a_year_of_the_period_without_marks_is_nought_and_not_empty(build):
    frame = side_by_side.marks_by_meaning([build(["id: bru, navn: Bru, plantype: temaplan, aar: [2024]"])])
    assert row(frame)[1:] == [1, 0, 0]
