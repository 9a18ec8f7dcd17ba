"""Work that an option moves, pushes or leaves out of the period is shown to go there, and is not saved.

The period is 2024–2026. New plans take 12 månedsverk, revisions 4.
"""

import pytest
from registers_with_scenarios import scenario
from registers_with_work import FIXED, kind, plan, rows, span

import planstrategi as ps
from planstrategi.model.scenarios import BASE

PLANS = [plan("bru", "planbehov: ny, aar: [2024, 2025]"), plan("vei", "planbehov: revisjon, aar: [2026], roller: [raadgiver]")]
LOAD = ("maanedsverk_endring", "etter_perioden", "planer_etter_perioden")


def moved(name: str, years: str) -> str:
    return scenario(f"flytt: [{{plan: {name}, aar: {years}}}]")


@pytest.mark.parametrize(
    ("change", "counts", "load", "cost"),
    [
        (moved("bru", "[2027, 2028]"), (0, 0, 1), (-12.0, 12.0, 1), "12 månedsverk skjøvet ut av perioden"),
        (moved("bru", "[2026, 2027]"), (0, 0, 2), (-6.0, 6.0, 1), "6 månedsverk skjøvet ut av perioden"),
        (moved("bru", "[2025, 2026]"), (0, 1, 2), (0.0, 0.0, 0), ""),
        (
            scenario("vakanse: [{rolle: raadgiver, fra: 2026, maaneder: 12}]"),
            (1, 1, 0), (-4.0, 4.0, 1), "4 månedsverk skjøvet ut av perioden",
        ),
    ],
    ids=["past", "partly", "within", "vacancy"],
)  # fmt: skip
def test_the_period_has_as_much_less_as_the_years_after_it_have_more(build, change, counts, load, cost):
    register = build(PLANS, FIXED, scenarios=change)
    assert rows(register, "scenarier", "planer_per_aar", *LOAD) == [((1, 1, 1), 0.0, 0.0, 0), (counts, *load)]
    said = rows(register, "scenarier", "koster")[1][0]
    assert said.endswith(f", {cost}.") if cost else "skjøvet" not in said


def test_a_range_that_is_pushed_out_is_the_same_number_on_both_sides(build):
    wide = [kind("ny", span(2, 4, 12)), kind("revisjon", span(0, 5, 10), needs="[revisjon]")]
    register = build(PLANS, wide, scenarios=moved("bru", "[2027]"))
    _, (within, after, _) = rows(register, "scenarier", *LOAD)
    # the median of a PERT distribution from 2 over 4 to 12 is about 4.8
    assert -within == after == pytest.approx(4.8, abs=0.2)
    per_year = rows(register, "scenario-aar", "scenario", "aar", "maanedsverk_endring")
    assert per_year[-1] == ("Valg a", 2027, after)


def test_plans_of_unknown_effort_that_are_pushed_out_are_counted_and_not_nothing(build):
    unclear = [*PLANS, plan("uklar", "planbehov: avklares, aar: [2024]")]
    register = build(unclear, FIXED, scenarios=moved("uklar", "[2027]"))
    assert rows(register, "scenarier", *LOAD, "antall_uten_innsats")[1] == (0.0, None, 1, 1)
    assert rows(register, "scenarier", "koster")[1][0].endswith(", 1 plan uten kjent innsats skjøvet ut av perioden.")
    both = scenario("flytt: [{plan: uklar, aar: [2027]}, {plan: bru, aar: [2027]}]")
    register = build(unclear, FIXED, scenarios=both)
    assert rows(register, "scenarier", *LOAD)[1] == (-12.0, 12.0, 2)
    assert "12 månedsverk og 1 plan uten kjent innsats skjøvet ut" in rows(register, "scenarier", "koster")[1][0]


# a mark is a start, and the likely time of two years brings half of the work past the period
STARTS = [plan("tunnel", "planbehov: ny, aar: [2026]"), plan("vei", "planbehov: revisjon, aar: [2024]")]
LONG = [kind("ny", span(12), span(24)), kind("revisjon", span(4), span(12), needs="[revisjon]")]


def test_what_the_register_itself_has_after_the_period_is_not_pushed_there_by_an_option(build):
    register = build(STARTS, LONG, scenarios=scenario("dropp: [{plan: vei}]"), marks="oppstart")
    assert rows(register, "scenarier", *LOAD) == [(0.0, 0.0, 1), (-4.0, 0.0, 1)]
    assert "skjøvet" not in rows(register, "scenarier", "koster")[1][0]
    assert [row[0] for row in rows(register, "scenario-aar", "aar")] == [2024, 2025, 2026] * 2


def test_work_taken_in_from_after_the_period_is_less_there(build):
    register = build(STARTS, LONG, scenarios=moved("tunnel", "[2025, 2026]"), marks="oppstart")
    assert rows(register, "scenarier", *LOAD) == [(0.0, 0.0, 1), (6.0, -6.0, 0)]


def test_a_plan_goes_on_longer_after_the_period_when_it_is_moved_from_there(build):
    register = build(STARTS, LONG, scenarios=moved("tunnel", "[2027, 2028]"), marks="oppstart")
    assert rows(register, "scenarier", *LOAD)[1] == (-6.0, 6.0, 1)
    assert "6 månedsverk skjøvet ut av perioden" in rows(register, "scenarier", "koster")[1][0]


@pytest.mark.parametrize("years", ["[2027]", "[2026, 2029]", "[2029]"])
def test_a_plan_may_be_moved_to_as_many_years_after_the_period_as_the_period_has(build, years):
    assert build(PLANS, FIXED, scenarios=moved("bru", years))


@pytest.mark.parametrize("years", ["[2030]", "[2023]", "[2082]"])
def test_a_year_further_away_is_a_problem_that_says_which_years_there_are(build, years):
    with pytest.raises(ps.RegisterError, match=r"KAP301 .*Rett slik: år fra 2024 til 2029"):
        build(PLANS, FIXED, scenarios=moved("bru", years))


# What is drawn.


def test_the_chart_has_a_group_after_the_period_only_when_something_is_pushed_there(build):
    drawn = {}
    for years in ("[2026]", "[2026, 2027, 2028]"):
        axes = ps.figure("scenarier", build(PLANS, FIXED, scenarios=moved("bru", years))).drawn.axes[0]
        drawn[years] = [label.get_text() for label in axes.get_xticklabels()]
        numbers = [text.get_text() for text in axes.texts if text.get_gid() == "number"]
    assert drawn["[2026]"] == ["2024", "2025", "2026"]
    assert drawn["[2026, 2027, 2028]"] == ["2024", "2025", "2026", "etter perioden"]
    # the register 1, 1, 1 and none after; the option none, none, 2, and one plan in the two years after
    assert numbers == ["1", "1", "1", "0", "0", "0", "2", "1"]


def test_the_chart_says_behind_the_name_of_each_option_what_it_costs(build):
    register = build(PLANS, FIXED, scenarios=moved("bru", "[2027]"))
    legend = [text.get_text().replace("\n", " ") for text in ps.figure("scenarier", register).drawn.axes[0].get_legend().texts]
    (cost,) = rows(register, "scenarier", "koster")[1]
    assert legend == [BASE, f"Valg a – {cost}"]
