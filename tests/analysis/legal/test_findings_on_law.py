"""The sentences on the law: what each counts is what its figure draws, and no sentence says more than is known."""

import pytest
from registers_with_law import CATALOGUE, HEAD, YEARLY

import planstrategi as ps
from planstrategi.analysis.legal.tables import by_kind, requirement_coverage
from planstrategi.analysis.legal.wheel import calendar, wheel

PLAN = "planer:\n  - {id: p, navn: P, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord}\n"
ADOPTED = PLAN.replace("ansvarlig: nord", "ansvarlig: nord, vedtatt: 2020-03-01")
HEADER, ONE = CATALOGUE.split("  - id: k\n")


def demand(name, **fields):
    """Return one requirement in YAML, that of `registers_with_law` with other fields."""
    text = f"  - id: {name}\n{ONE}".replace("navn: Krav", f"navn: Krav {name}")
    for field, value in fields.items():
        if field in ("styrke", "relevans", "slag", "versjoner"):
            (old,) = (line for line in text.splitlines() if line.startswith(f"    {field}: "))
            text = text.replace(old, f"    {field}: {value}")
        else:
            text += f"    {field}: {value}\n"
    return text


def answer(name, svar="helt", plan="plan: p, "):
    return f"      - {{krav: {name}, {plan}svar: {svar}, grunn: om {name}}}\n"


@pytest.fixture
def law(small):
    def make(demands, judged="", draft="", plans=ADOPTED, **more):
        second = HEAD.split("sett:\n")[1].replace("id: s", "id: u").replace("forelopig: nei", "forelopig: ja")
        sets = (HEAD if judged else "per_dato: 2026-11-25\nsett:\n") + judged + (second + draft if draft else "")
        return small(plans, law=sets if judged or draft else "", requirements=HEADER + "".join(demands), **more)

    return make


NONE_NOW = answer("aside", "ikke_aktuelt", "")
LATER = "[{fra: 2099-01-01, sikkerhet: bekreftet}]"
CONDITION = {"vilkaar": "når noe er slik", "relevans": "betinget"}


def said(subject, register):
    """Return a finding, and the line below it."""
    found = ps.finding(subject, register)
    return str(found), found.under


def test_what_does_not_apply_and_what_is_not_relevant_are_told_apart_and_neither_is_in_a_denominator(law):
    register = law(
        [demand("k"), demand("aside", **CONDITION), demand("l", versjoner=LATER), demand("m", versjoner=LATER)],
        answer("k") + NONE_NOW,
    )
    assert list(requirement_coverage(register)["status"]) == ["dekket", "ikke aktuelt", "gjelder ikke", "gjelder ikke"]
    assert said("lovdekning", register) == ("1 av 1 lovkrav er kjent møtt hele perioden.", "")


def test_a_condition_that_nobody_has_looked_into_is_in_no_denominator_either(law):
    register = law([demand("k"), demand("c", **CONDITION)], answer("k", "ikke", ""))
    assert list(requirement_coverage(register)["status"]) == ["udekket", "vilkår ikke avklart"]
    assert said("lovdekning", register) == ("Ingen lovkrav er kjent møtt hele perioden.", "1 er ikke møtt i minst ett år.")


def test_what_is_met_and_what_stands_below_it_add_up_to_what_applies(law):
    plans = ADOPTED.replace("rad: 1", "rad: 2").replace("id: p", "id: q").removeprefix("planer:\n")
    register = law(
        [demand(name) for name in "abcde"],
        answer("a") + answer("b", "delvis") + answer("c", "ikke", "") + answer("d", "helt", "planstrategien: ja, "),
        plans=ADOPTED + plans,
    )
    assert said("lovdekning", register) == (
        "1 av 5 lovkrav er kjent møtt hele perioden.",
        "1 er møtt delvis, 1 er ikke møtt i minst ett år og 2 er ikke kjent.",
    )


ON_ALL, ON_SOME = "Vurderingene er foreløpige.", "Noen av vurderingene er foreløpige."


@pytest.mark.parametrize("subject", ["lovdekning", "lovdekning-aar", "lovdekning-slag"])
@pytest.mark.parametrize(
    ("final", "draft", "ending"), [("kl", "", ""), ("k", "l", ON_SOME), ("", "kl", ON_ALL), ("kl", "m", ""), ("m", "kl", ON_ALL)]
)
def test_below_a_sentence_stands_how_many_of_the_judgements_it_counts_are_provisional(law, subject, final, draft, ending):
    demands = [demand("k"), demand("l"), demand("m", versjoner=LATER)]
    under = ps.finding(subject, law(demands, "".join(map(answer, final)), "".join(map(answer, draft)))).under
    assert under.endswith(ending) and ("oreløpig" in under) == bool(ending)


def test_the_sentence_on_gaps_hears_the_judgements_of_the_gaps_alone(law):
    register = law([demand("k"), demand("l")], answer("k", "ikke", ""), answer("l"))
    assert "oreløpig" not in ps.finding("lovhull", register).under


def test_the_sentence_on_gaps_claims_one_year_and_not_the_whole_period(law):
    # the yearly duty has a plan that answers; nothing known meets the due date of a year
    register = law([demand("k") + YEARLY, demand("l", styrke="bor", relevans="sektor")], answer("k") + answer("l", "ikke", ""))
    assert said("lovhull", register) == (
        "1 av 1 lovkrav er i minst ett år ikke møtt av noe planstrategien viser.",
        "I tillegg kommer 1 som kommunen bør møte. Noe kan være møtt et annet sted.",
    )
    assert "i minst ett år" in ps.table("lovhull", register).attrs["tittel"]


def test_where_there_is_no_gap_the_sentence_says_so(law):
    assert said("lovhull", law([demand("k")], answer("k"))) == ("Ingen lovkrav er vurdert som ikke møtt.", "")


PROCESS = {"slag": "prosesskrav"}


def test_the_headline_of_the_bars_says_of_which_kind_most_are_that_are_not_met_and_below_it_all_else_that_is_drawn(law):
    overview = {"slag": "lovpaalagt_oversikt"}
    must = [demand("k"), demand("l"), demand("o1", **overview), demand("o2", **overview), demand("o3", **overview)]
    other = [demand("m", styrke="bor"), demand("n", styrke="kan"), demand("p1", **PROCESS)]
    register = law(must + other, answer("k") + "".join(answer(one, "ikke", "") for one in ("l", "m", "o1", "o2")))
    assert said("lovdekning-slag", register) == (
        "Av 3 lovkrav som ikke er møtt i minst ett år, er 2 av slaget lovpålagt oversikt.",
        "Her er også 2 andre krav kommunen bør eller kan møte og 1 annet krav til prosessen.",
    )
    assert by_kind(register)["antall_krav"].sum() == 8


def test_where_as_many_of_several_kinds_are_not_met_they_are_all_named_below_the_headline(law):
    register = law([demand("k"), demand("o", slag="lovpaalagt_oversikt")], answer("k", "ikke", "") + answer("o", "ikke", ""))
    assert said("lovdekning-slag", register) == (
        "Av 2 lovkrav som ikke er møtt i minst ett år, har flere slag like mange.",
        "Det gjelder lovpålagt plan og lovpålagt oversikt, 1 av hvert.",
    )


def test_the_headline_of_the_bars_says_so_where_nothing_is_judged_not_to_be_met(law):
    assert said("lovdekning-slag", law([demand("k")], answer("k")))[0] == "Ingen lovkrav er vurdert som ikke møtt."


def test_the_headline_of_the_calendar_counts_the_requirements_the_calendar_draws(law):
    # the daily one has the first due date, and is missed too; the calendar does not draw it
    daily = demand("d", relevans="drift") + YEARLY.replace("12-31", "07-01")
    register = law([demand("k") + YEARLY, daily], answer("k", "ikke", "") + answer("d", "ikke", ""))
    assert set(calendar(register)["krav_id"]) == {"k"}
    assert said("frister", register) == (
        "Neste frist er 31.12.2024: Krav k.",
        "Regnet fra 30.06.2024. 3 frister i perioden møtes ikke av årene i registeret.",
    )


def test_of_several_that_are_due_on_one_day_the_first_is_named_and_the_others_are_counted(law):
    register = law([demand("k") + YEARLY, demand("l") + YEARLY], answer("k", "ikke", ""))
    assert said("frister", register)[0] == "Neste frist er 31.12.2024: Krav k og 1 til."


def test_where_nothing_can_be_due_the_sentence_says_so(law):
    register = law([demand("k")], answer("k"))
    assert said("frister", register) == ("Ingen krav har en frist som kan regnes ut.", "")
    page = ps.table("sammendrag", register).query("tema == 'Frister'")
    assert list(page["setning"]) == ["Ingen krav har en frist som kan regnes ut."]


def test_one_question_tells_of_every_requirement_that_it_settles(law):
    register = law([demand("k"), demand("l")], answer("k") + answer("l"), plans=PLAN)
    asked = ps.table("lovsporsmaal", register)[["sporsmaal", "krav", "krav_id"]].values.tolist()
    assert asked == [["Er «P» vedtatt, og i så fall når?", ("Krav k", "Krav l"), ("k", "l")]]


BETWEEN = "    gjentakelse: [{regel: med_aars_mellomrom, hvert: 4, etter: prøveloven § 2}]\n"


@pytest.mark.parametrize(
    ("judged", "why"),
    [
        (answer("k", "ikke_vurdert", ""), "Ingen har vurdert hva som svarer, så fristen kan ikke regnes ut."),
        (answer("k", "ikke", ""), "Siste utgave er ikke kjent, så fristen kan ikke regnes ut."),
    ],
)
def test_an_edition_is_said_to_be_unknown_only_where_somebody_has_judged_what_it_is_of(law, judged, why):
    assert list(ps.table("frister", law([demand("k") + BETWEEN], judged))["merknad"]) == [why]


def test_the_next_due_date_is_counted_from_the_day_that_is_asked(law):
    register = law([demand("k") + YEARLY], answer("k", "ikke", ""), dato="2025-11-28")
    assert said("frister", register)[0] == "Neste frist er 31.12.2025: Krav k."


def test_the_headline_of_the_wheel_counts_the_requirements_the_wheel_draws(law):
    daily = demand("d", relevans="drift") + YEARLY
    register = law([demand("k") + YEARLY, daily])
    assert set(wheel(register)["krav_id"]) == {"", "k"}
    assert said("planhjul", register) == (
        "Ingen av planstrategiens krav kommer i hver valgperiode og 1 hvert år.",
        "Ingen kommer med faste år mellom.",
    )


def test_the_sentence_on_questions_counts_requirements_of_every_kind_it_asks_of(law):
    register = law([demand("k"), demand("c", **CONDITION), demand("p", **PROCESS, sporsmaal="Er det hørt?")])
    assert sorted(ps.table("lovsporsmaal", register)["sporsmaal"]) == [
        "Er det hørt?",
        "Har kommunen noe som svarer på kravet «Krav c», og hva?",
        "Hvilken plan eller hvilket dokument svarer på kravet «Krav k»?",
    ]
    assert said("lovsporsmaal", register) == (
        "3 svar fra kommunen avklarer det som ikke er kjent om kravene i katalogen.",
        "1 av dem gjelder prosessen.",
    )


@pytest.mark.parametrize("subject", ["lovdekning", "lovdekning-slag", "lovdekning-aar", "lovhull"])
@pytest.mark.parametrize("judged", ["", answer("k", "ikke_vurdert", "")], ids=["no judge", "a judge who could not"])
def test_a_register_that_nobody_has_judged_is_said_to_be_that_and_has_no_gap(law, subject, judged):
    register = law([demand("k") + YEARLY, demand("l", styrke="bor")], judged)
    assert said(subject, register) == ("Ingen har vurdert planene mot lovkravene ennå.", "")
    assert ps.table("lovhull", register).empty


def test_a_catalogue_with_nothing_for_the_municipality_is_said_to_be_that(law):
    assert said("lovdekning", law([demand("l", versjoner=LATER)])) == ("Katalogen har ingen lovkrav som gjelder kommunen.", "")
