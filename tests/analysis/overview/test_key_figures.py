"""The numbers that stand first in the report: each is what its notebook counts, and what is shared is said to be."""

from functools import reduce

import pytest
from registers_with_expectations import sett
from registers_with_law import CATALOGUE, HEAD, PLAN, YEARLY
from registers_with_scenarios import AREA, BRO

from planstrategi.analysis.overview.key_figures import key_figures
from planstrategi.analysis.overview.plans_without_ground import plans_without_requirement
from planstrategi.model.register import Register

PLANS = """\
planer:
  - {id: hel, navn: Hel, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, planbehov: revisjon,
     aar: [2024, 2025], ansvarlig: nord, roller: [leder-nord]}
  - {id: del, navn: Del, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, planbehov: revisjon,
     aar: [2025], ansvarlig: nord, inngaar_i: [hel], statutter: [{lov: prøveloven, paragraf: § 1, gjelder: plan}]}
  - {id: alene, navn: Alene, plantype: temaplan, kilde: {tabell: temaplan, rad: 3}, planbehov: ny,
     aar: [2026], ansvarlig: sor}
"""
ANSWERED = HEAD + "      - {krav: k, plan: p, svar: helt, grunn: fordi}\n"


def figures(register: Register) -> dict[str, str]:
    return dict(key_figures(register)[["nokkeltall", "verdi"]].itertuples(index=False))


def test_the_plans_and_their_marked_years_are_counted(small):
    found = figures(small(PLANS))
    assert found["Planer i planstrategien"] == "3"
    assert (found["Planår"], found["Planår uten dobbelttelling"]) == ("4", "3")
    assert found["Planår uten rolle"] == "2 av 4 (50 %)"
    assert found["Året med flest planer"] == "2025 (2 planer)"
    assert found["Kommunalområdet med flest planår"] == "Nord (75 %)"


@pytest.mark.parametrize(
    ("of_del", "peak", "largest"),
    [
        ("aar: [2026], ansvarlig: sor", "2026 (2 planer)", "Nord og Sør (50 % hver)"),
        ("aar: [], ansvarlig: nord", "2024, 2025 og 2026 (1 plan hver)", "Nord (66,7 %)"),
    ],
)
def test_years_and_areas_that_have_as_many_are_all_named_and_the_number_is_said_to_be_each_ones(small, of_del, peak, largest):
    found = figures(small(PLANS.replace("aar: [2025], ansvarlig: nord", of_del)))
    assert (found["Året med flest planer"], found["Kommunalområdet med flest planår"]) == (peak, largest)


def test_where_no_year_is_known_that_is_said_once(small):
    found = figures(small("planer: []\n"))
    assert [name for name, value in found.items() if value == "ingen år er kjent"] == ["Planår"]


@pytest.mark.parametrize(
    ("unstated", "largest"),
    [
        ([", ansvarlig: sor"], "Nord (75 %)"),
        ([", ansvarlig: nord, roller"], None),
        ([", ansvarlig: nord", ", ansvarlig: sor"], None),
    ],
    ids=["too few to turn it", "enough to turn it", "any"],
)
def test_no_area_is_said_to_have_most_where_plans_that_nobody_is_responsible_for_may_turn_it(small, unstated, largest):
    plans = reduce(lambda text, one: text.replace(one, ", roller" * one.endswith("roller")), unstated, PLANS)
    assert figures(small(plans)).get("Kommunalområdet med flest planår") == largest


def test_no_area_is_said_to_have_most_where_plans_in_years_nobody_knows_may_turn_it(small):
    unknown = """  - {id: ukjent, navn: Ukjent, plantype: temaplan, kilde: {tabell: temaplan, rad: 4}, planbehov: avklares,
     ansvarlig: sor}\n"""
    # nord has three of four; sør has one, and may have three more
    assert "Kommunalområdet med flest planår" not in figures(small(PLANS + unknown))


def test_no_area_is_said_to_have_most_where_years_that_nobody_is_responsible_for_may_go_to_the_second(small):
    unclaimed = (
        """  - {id: fri, navn: Fri, plantype: temaplan, kilde: {tabell: temaplan, rad: 4}, planbehov: ny, aar: [2024, 2025]}\n"""
    )
    # nord has three; sør has one, and two are nobody's
    assert "Kommunalområdet med flest planår" not in figures(small(PLANS + unclaimed))


def test_notes_are_no_warnings(small):
    register = small(PLANS)
    assert {problem.alvor for problem in register.problemer} == {"merknad"}
    assert figures(register)["Advarsler i kontrollen av registeret"] == "0"


@pytest.mark.parametrize(
    ("repeated", "met", "rest"),
    [("", "1 av 1", {}), (YEARLY, "0 av 1", {"Lovkrav: ikke møtt i minst ett år": "1"})],
    ids=["once", "each year"],
)
def test_a_duty_of_each_year_that_an_old_plan_answers_is_not_met_but_one_of_once_is(small, repeated, met, rest):
    register = small("planer:\n" + PLAN % "vedtatt: 2020-03-01", law=ANSWERED, requirements=CATALOGUE + repeated)
    law = {name: value for name, value in figures(register).items() if name.startswith("Lovkrav")}
    assert law == {"Lovkrav: kjent møtt hele perioden": met} | rest


def test_what_nobody_has_judged_is_said_to_be_that_and_is_no_nought(small):
    found = figures(small("planer:\n" + PLAN % "vedtatt: 2020-03-01", requirements=CATALOGUE))
    assert found["Lovkrav som gjelder kommunen"] == "1 (ingen har vurdert dem)"
    assert not any(name.startswith(("Lovkrav:", "Planer som")) for name in found)


def test_of_expectations_and_plans_what_is_answered_strongly_or_partly_comes_first_and_the_parts_add_up(make):
    register = make("a b c d", "x y z w", [sett("s", "a x sterk", "a y svak", "b z delvis", "c y svak")])
    found = figures(register)
    assert found["Forventninger med minst et delvis svar i en plan"] == "2 av 4"
    assert (found["Forventninger med bare et svakt svar"], found["Forventninger som ikke er vurdert"]) == ("1", "1")
    assert found["Planer som svarer minst delvis på en forventning"] == "2 av 4"
    assert (found["Planer som bare svarer svakt, eller ikke svarer"], found["Planer som ikke er vurdert"]) == ("1", "1")


def test_a_plan_that_is_judged_to_answer_nothing_has_nothing_behind_it_where_all_the_law_is_judged_too(build):
    nothing = HEAD + "      - {krav: k, svar: ikke, grunn: fordi}\n"
    silent = f"per_dato: 2024-06-30\nsett: [{sett('s', 'bro lok-1 ingen')}]\n"
    for law, found in ((nothing, ["bro"]), ("", [])):
        register = build([BRO], areas=AREA, judged=silent, law=law, requirements=CATALOGUE)
        assert list(plans_without_requirement(register)["plan_id"]) == found
