"""What is planned against what the municipality has: numbers worked by hand, and the one real case that publishes both."""

from dataclasses import replace

import pytest
from registers import WITH_PLANS
from registers_with_work import FIXED, ON_PAPER, capacities, plan, rows

import planstrategi as ps
from planstrategi.model.sections import AnnenRad, OppgittInnsats, Rad

NEEDS = (
    "aar",
    "planlagt_aarsverk",
    "kapasitet_aarsverk",
    "mangler_aarsverk",
    "ledig_aarsverk",
    "antall_uten_innsats",
    "grunnlag",
)

SIX_MONTHS = capacities("hele: ja, aar: 2026, maanedsverk: 6")


def test_liers_own_sum_is_held_against_the_seven_posts_of_its_footnote():
    # of the other table 9, 2 and 1 plans of an open plan type have unknown effort, and one is worked on in unknown years
    # 8,5 9 8,5 8 in the row SUM; five årsverk and two posts
    register = ps.load(WITH_PLANS["lier"])
    assert rows(register, "kapasitetsbehov", *NEEDS) == [
        (2024, 8.5, 7.0, 1.5, 0.0, 10, "kildens egen sum"),
        (2025, 9.0, 7.0, 2.0, 0.0, 3, "kildens egen sum"),
        (2026, 8.5, 7.0, 1.5, 0.0, 2, "kildens egen sum"),
        (2027, 8.0, 7.0, 1.0, 0.0, 1, "kildens egen sum"),
    ]
    said = ps.finding("kapasitetsbehov", register)
    assert said == "I 2025 planlegger kommunen 9 årsverk, mot 7 i kapasitet."
    assert said.under.startswith("Det som er planlagt, er mer enn kommunen har i alle 4 årene.")
    # a capacity for all planning is not set against the plans alone
    assert set(rows(register, "belastning-aar", "kapasitet")) == {(None,)}


def test_without_a_sum_of_its_own_it_is_the_plans_and_what_the_source_gives_other_rows(build):
    register = build(ON_PAPER, FIXED, own=capacities("hele: ja, aar: 2025, maanedsverk: 9"))
    # 11 months in 2025, against 9: 0.92 and 0.75 years
    assert rows(register, "kapasitetsbehov", *NEEDS)[1] == (2025, 0.92, 0.75, 0.17, 0.0, 0, "planene og andre rader lagt sammen")
    unknown = plan("ukjent", "planbehov: avklares, aar: [2025]")
    assert rows(build([*ON_PAPER, unknown], FIXED), "kapasitetsbehov", *NEEDS)[1][2:6] == (None, None, None, 1)


def test_what_the_source_gives_a_row_that_is_no_plan_comes_on_top_of_the_plans(build):
    register = build([plan("bru", "planbehov: ny, aar: [2025]")], FIXED)
    place = {"navn": 1}
    half = OppgittInnsats(aar=2025, aarsverk=0.5, sted=place)
    kilde = Rad(tabell="temaplan", rad=2, sted=place)
    row = AnnenRad(navn="Tilsyn", kilde=kilde, hva="oppgave", innsats=(half,), sted=place)
    assert rows(replace(register, andre_rader=(row,)), "kapasitetsbehov", "planlagt_aarsverk") == [(0.0,), (1.5,), (0.0,)]


@pytest.mark.parametrize(
    ("own", "said", "under"),
    [
        ("", "I 2025 er planarbeidet antatt å ta 0,9 årsverk.", "Registeret har ingen kapasitet."),
        (
            capacities("hele: ja, aar: 2026, maanedsverk: 6"),
            "I 2026 er planarbeidet antatt å ta 0,1 årsverk, mot 0,5 i kapasitet.",
            "",
        ),
    ],
)
def test_the_sentence_sets_the_year_that_lacks_most_against_the_capacity_of_that_year(build, own, said, under):
    found = ps.finding("kapasitetsbehov", build(ON_PAPER, FIXED, own=own))
    assert (str(found), found.under) == (said, under)


@pytest.mark.parametrize(
    ("plans", "said"),
    [
        ([], "Ingen planer har kjente år med arbeid."),
        (["planbehov: avklares, aar: [2024, 2025]"], "Ingen antakelse om innsats gjelder for planene med kjente år."),
        (["planbehov: ny, oppstart: 2025-01, ferdig: 2025-06"], "Ingen planer har kjente år med arbeid."),
    ],
)
def test_work_that_nobody_knows_the_effort_or_the_years_of_is_not_said_to_take_nothing(build, plans, said):
    register = build([plan(f"p{number}", more) for number, more in enumerate(plans)], FIXED, own=SIX_MONTHS)
    assert ps.finding("kapasitetsbehov", register) == said


def test_beside_work_that_is_not_known_the_sentence_says_that_it_is_of_what_is_known(build):
    found = ps.finding("kapasitetsbehov", build([*ON_PAPER, plan("ukjent", "planbehov: revisjon")], FIXED))
    assert found == "I 2025 er planarbeidet med kjent innsats antatt å ta 0,9 årsverk, mest av det kjente."
    assert found.under.endswith("1 plan med ukjent innsats eller år kan komme til.")


@pytest.mark.parametrize(("year", "told"), [(2024, False), (2025, True)])
def test_no_year_is_said_to_take_most_while_what_another_takes_is_not_known(build, year, told):
    unknown = plan("ukjent", f"planbehov: avklares, aar: [{year}]")
    found = ps.finding("kapasitetsbehov", build([*ON_PAPER, unknown], FIXED))
    assert ("Det tyngste året kan ikke sies" in found.under) is not told
    assert found.startswith("I 2025 er planarbeidet med kjent innsats antatt å ta 0,9 årsverk")
    assert found.endswith(", mest av det kjente.") is not told
