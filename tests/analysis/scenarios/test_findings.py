"""What is said of options: a peak is lowered only by moving work within the period, and a vacancy is a loss.

The period is 2024–2026. New plans take 12 månedsverk, revisions 4.
"""

import pytest
from registers_with_scenarios import BRO, scenario
from registers_with_work import FIXED, plan, rows

import planstrategi as ps
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.work_years import years_of_work

# two plans in 2026, one in 2025, none in 2024
PLANS = [
    plan("bru", "planbehov: ny, aar: [2026], roller: [raadgiver]"),
    plan("vei", "planbehov: revisjon, aar: [2026]"),
    plan("sti", "planbehov: rullering_av_handlingsdel, aarlig: [handlingsdel], aar: [2025], roller: [leder-nord]"),
]
WITHIN = "flytt: [{plan: vei, aar: [2024]}]"
PUSHED = "flytt: [{plan: bru, aar: [2027]}]"
DROPPED = "dropp: [{plan: vei}]"
VACANT = "vakanse: [{rolle: raadgiver, fra: 2026, maaneder: 12}]"
FELL = "fra 2 til 1 plan i året."


def said(build, *changes: str, plans: list[str] | None = None):
    options = "".join(scenario(change, name) for name, change in zip("abcd", changes, strict=False))
    return ps.finding("scenarier", build(plans or PLANS, FIXED, scenarios=options))


def test_work_moved_within_the_period_lowers_the_peak(build):
    assert said(build, WITHIN) == f"Scenariet «Valg a» senker toppen {FELL}"


@pytest.mark.parametrize(("day", "gone"), [("2026-06-30", True), ("2024-06-30", False)])
def test_an_option_that_changes_years_that_are_gone_says_so(build, day, gone):
    # vei is moved from 2026 to 2024
    found = ps.finding("scenarier", build(PLANS, FIXED, scenarios=scenario(WITHIN), dato=day))
    assert ("1 plan endret i år som er gått" in found.under) == gone


def test_a_heaviest_year_that_stays_as_heavy_is_not_said_to_change(build):
    # two revisions of 4 in 2026, and a new plan of 12 in 2025
    plans = [
        *(plan(name, "planbehov: revisjon, aar: [2026]") for name in ("vei", "torg")),
        plan("bru", "planbehov: ny, aar: [2025]"),
    ]
    found = said(build, WITHIN, plans=plans)
    assert found == f"Scenariet «Valg a» senker toppen {FELL}" and "Det tyngste året" not in found.under


def test_a_peak_that_falls_only_since_work_is_pushed_out_is_said_to_be_that(build):
    found = said(build, PUSHED)
    assert found == "Scenariet «Valg a» skyver 12 månedsverk ut av perioden."
    assert found.under.startswith(f"Toppen synker da {FELL} ")


def test_a_peak_that_falls_only_since_work_is_not_done_is_said_to_be_that(build):
    found = said(build, DROPPED)
    assert found == "Scenariet «Valg a» gjør ikke alt arbeidet med 1 plan."
    assert found.under.startswith(f"Toppen synker da {FELL} ")
    assert found.under.endswith("noe av arbeidet med 1 plan ikke gjort.")


def test_plans_of_unknown_effort_are_pushed_out_as_plans(build):
    unclear = [PLANS[1], plan("uklar", "planbehov: avklares, aar: [2026]")]
    found = said(build, "flytt: [{plan: uklar, aar: [2027]}]", plans=unclear)
    assert found == "Scenariet «Valg a» skyver 1 plan uten kjent innsats ut av perioden."


def test_where_some_of_the_effort_is_known_the_headline_counts_all_the_plans_and_the_cost_tells_them_apart(build):
    unclear = [*PLANS, plan("uklar", "planbehov: avklares, aar: [2026]")]
    found = said(build, "flytt: [{plan: uklar, aar: [2027]}, {plan: bru, aar: [2027]}]", plans=unclear)
    assert found == "Scenariet «Valg a» skyver 2 planer ut av perioden."
    assert "12 månedsverk og 1 plan uten kjent innsats skjøvet ut av perioden." in found.under


def test_an_option_that_moves_within_and_pushes_out_lowers_the_peak_by_what_it_moves_within(build):
    plans = [*PLANS, plan("tunnel", "planbehov: ny, aar: [2024]")]
    found = said(build, "flytt: [{plan: vei, aar: [2025]}, {plan: tunnel, aar: [2027]}], dropp: [{plan: sti}]", plans=plans)
    # with tunnel and sti where they were, 2025 has two: the peak has only been moved
    assert found == "Scenariet «Valg a» skyver 12 månedsverk ut av perioden."
    found = said(build, "flytt: [{plan: vei, aar: [2025]}, {plan: tunnel, aar: [2027]}]", plans=[*PLANS[:2], plans[-1]])
    assert found == f"Scenariet «Valg a» senker toppen {FELL}"
    assert "12 månedsverk skjøvet ut av perioden" in found.under


def test_one_that_lowers_the_peak_is_named_before_those_that_push_work_out_or_leave_it(build):
    assert said(build, PUSHED, DROPPED, WITHIN) == f"Scenariet «Valg c» senker toppen {FELL}"


@pytest.mark.parametrize("more", ["", f", {WITHIN}"])
def test_an_option_with_a_vacancy_is_never_said_to_lower_the_peak(build, more):
    found = said(build, VACANT + more)
    assert found == "Ingen av scenariene uten en ledig rolle senker toppen på 2 planer i året."
    assert said(build, VACANT + more, WITHIN) == f"Scenariet «Valg b» senker toppen {FELL}"


def test_yearly_work_that_a_vacancy_takes_away_is_not_done(build):
    register = build(PLANS, FIXED, scenarios=scenario("vakanse: [{rolle: leder-nord, fra: 2025, maaneder: 12}]"))
    assert rows(register, "scenarier", "maanedsverk_endring", "etter_perioden")[1] == (-1.0, 0.0)
    assert rows(register, "scenarier", "koster")[1][0].endswith(", noe av arbeidet med 1 plan ikke gjort.")


def test_dropping_a_plan_that_has_no_years_says_that_nothing_changes(build):
    plans = [*PLANS, *(plan(name, "planbehov: avklares") for name in ("uklar", "uviss"))]
    one, two = "dropp: [{plan: uklar}]", "dropp: [{plan: uklar}, {plan: uviss}]"
    register = build(plans, FIXED, scenarios=scenario(one, "a") + scenario(two, "b") + scenario(f"{one}, {WITHIN}", "c"))
    costs = [row[0] for row in rows(register, "scenarier", "koster")]
    assert costs[:3] == [
        None,
        "1 plan som droppes, har ingen kjente år, så virkningen vises ikke.",
        "2 planer som droppes, har ingen kjente år, så virkningen vises ikke.",
    ]
    assert "ingen år" not in costs[3]
    assert [problem.kode for problem in ps.problems(register)].count("KAP310") == 4


def test_what_is_dropped_in_years_nobody_knows_costs_that_plan(build):
    plans = [*PLANS, plan("uklar", "planbehov: revisjon"), plan("hvil", "planbehov: viderefores")]
    dropped = "".join(scenario(f"dropp: [{{plan: {name}}}]", name) for name in ("uklar", "hvil"))
    found = ps.finding("scenario-kostnad", build(plans, FIXED, scenarios=dropped))
    assert found == "1 av 2 scenarier har en kjent kostnad i krav, forventninger eller planer."


def test_the_work_of_a_plan_that_is_merged_is_said_not_to_be_reckoned_and_not_to_be_saved(build):
    register = build(PLANS, FIXED, scenarios=scenario("slaa_sammen: [{planer: [vei], til: bru}]"))
    assert rows(register, "scenarier", "maanedsverk_endring", "koster")[1] == (
        -4.0, "Svaret på lovkrav og forventninger ikke vurdert, arbeidet med 1 plan ikke regnet med.",
    )  # fmt: skip


def test_what_is_judged_is_told_apart_from_what_nobody_has_judged(answered, build):
    assert rows(build(PLANS, FIXED, scenarios=scenario(WITHIN)), "scenarier", "koster")[1] == (
        "Svaret på lovkrav og forventninger ikke vurdert.",
    )
    judged = answered([BRO, PLANS[1]], WITHIN)
    assert rows(judged, "scenarier", "koster")[1] == ("Ingen lovkrav svekket, ingen forventninger svart på senere.",)


def test_of_several_that_lower_the_peak_only_by_losing_work_one_is_told_with_what_is_lost(build):
    found = said(build, DROPPED, PUSHED)
    assert found == "Scenariet «Valg a» gjør ikke alt arbeidet med 1 plan."


def test_a_plan_with_the_same_work_in_fewer_years_is_said_to_have_them(build):
    plans = [plan("bru", "planbehov: ny, aar: [2025, 2026]"), *PLANS[1:]]
    register = build(plans, FIXED, scenarios=scenario("flytt: [{plan: bru, aar: [2025]}]"))
    assert "1 plan med færre år" in rows(register, "scenarier", "koster")[1][0]


def test_a_new_capacity_is_no_scenario_in_which_nothing_changes(build):
    register = build(PLANS, FIXED, scenarios=scenario("kapasitet: [{omraade: sor, aar: 2025, maanedsverk: 30}]"))
    assert rows(register, "scenarier", "koster")[1][0].endswith("kapasiteten endret.")


def test_work_in_years_nobody_knows_makes_the_peak_the_known_one_and_is_said_not_to_be_in_it(build):
    found = said(build, WITHIN, plans=[*PLANS, plan("uklar", "planbehov: avklares")])
    assert found == f"Scenariet «Valg a» senker den kjente toppen {FELL}"
    assert found.under.endswith("Arbeid i år som ikke er kjent, er ikke med.")


def test_work_that_begins_when_the_role_is_filled_again_is_not_delayed(build):
    for months, years in ((12, "[2026]"), (13, "[2026, 2027, 2028]")):
        vacant = f"vakanse: [{{rolle: raadgiver, fra: 2025, maaneder: {months}}}]"
        register = build(PLANS[:1], FIXED, scenarios=scenario(vacant))
        changed = applied(register, register.scenarios()[0])
        assert str(list(years_of_work(changed)["bru"])) == years
