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


def test_what_does_not_apply_and_what_is_not_relevant_are_told_apart_and_neither_is_in_a_denominator(law):
    register = law(
        [demand("k"), demand("aside", **CONDITION), demand("l", versjoner=LATER), demand("m", versjoner=LATER)],
        answer("k") + NONE_NOW,
    )
    assert list(requirement_coverage(register)["status"]) == ["dekket", "ikke aktuelt", "gjelder ikke", "gjelder ikke"]
    assert ps.finding("lovdekning", register) == (
        "1 av 1 krav som gjelder 30.06.2024, er kjent dekket hele perioden, 1 hvis alt går etter planen; "
        "2 gjelder ikke da, og 1 er ikke aktuelt."
    )


def test_where_every_requirement_applies_nothing_is_told_aside(law):
    assert ps.finding("lovdekning", law([demand("k")], answer("k"))).endswith(", 1 hvis alt går etter planen.")


ON_ALL, ON_SOME = " Vurderingene er foreløpige.", " Noen av vurderingene er foreløpige."


@pytest.mark.parametrize("subject", ["lovdekning", "lovdekning-aar", "lovdekning-slag"])
@pytest.mark.parametrize(
    ("final", "draft", "ending"), [("kl", "", ""), ("k", "l", ON_SOME), ("", "kl", ON_ALL), ("kl", "m", ""), ("m", "kl", ON_ALL)]
)
def test_a_sentence_says_how_many_of_the_judgements_it_counts_are_provisional(law, subject, final, draft, ending):
    demands = [demand("k"), demand("l"), demand("m", versjoner=LATER)]
    said = ps.finding(subject, law(demands, "".join(map(answer, final)), "".join(map(answer, draft))))
    assert said.endswith(ending) and ("oreløpig" in said) == bool(ending)


def test_the_sentence_on_gaps_hears_the_judgements_of_the_gaps_alone(law):
    register = law([demand("k"), demand("l")], answer("k", "ikke", ""), answer("l"))
    assert "oreløpig" not in ps.finding("lovhull", register)


def test_the_sentence_on_gaps_claims_one_year_and_not_the_whole_period(law):
    # the yearly duty has a plan that answers; nothing known meets the due date of a year
    register = law([demand("k") + YEARLY, demand("l", styrke="bor", relevans="sektor")], answer("k"))
    assert ps.finding("lovhull", register) == (
        "Det er 1 krav der planstrategien ikke viser noe som møter kravet i minst ett år av perioden, 1 av dem noe "
        "kommunen skal ha. Det kan være møtt et annet sted."
    )
    title = ps.table("lovhull", register).attrs["tittel"]
    assert title == "Krav der planstrategien ikke viser noe som møter kravet i minst ett år av perioden"


def test_where_there_is_no_gap_the_sentence_says_so(law):
    assert ps.finding("lovhull", law([demand("k")], answer("k"))) == (
        "Det er ingen krav der planstrategien ikke viser noe som møter kravet i minst ett år av perioden."
    )


PROCESS = {"slag": "prosesskrav"}


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("", "; kilden sier ikke nok til å vise at kravet til prosessen er fulgt fullt ut."),
        ("12", "; for 1 av 2 krav til prosessen viser kilden at de er fulgt fullt ut."),
        ("2", "; kilden sier ikke nok til å vise at noen av de 2 kravene til prosessen er fulgt fullt ut."),
        (None, "viser planstrategien ikke noe som svarer."),
    ],
)
def test_what_the_source_does_not_tell_of_the_process_is_no_accusation(law, done, said):
    names = {"": "1", None: ""}.get(done, "12")
    told = "prosess:\n  - {id: u, krav: p1, kilde: {avsnitt: Prosess}, tekst: Gjort., gjort: ja}\n" if done == "12" else ""
    register = law([demand("k"), *(demand(f"p{name}", **PROCESS) for name in names)], answer("k"), plans=told + ADOPTED)
    assert ps.finding("lovdekning-slag", register).endswith(said)


def test_the_headline_of_the_bars_counts_all_that_is_drawn_and_how_much_of_it_the_municipality_must(law):
    register = law(
        [demand("k"), demand("l"), demand("m", styrke="bor"), demand("n", styrke="kan")],
        answer("k") + answer("l", "ikke", "") + answer("m", "ikke", "") + answer("n"),
    )
    assert ps.finding("lovdekning-slag", register) == (
        "Av 4 krav som gjelder 30.06.2024, av dem 2 som kommunen skal møte, er 2 kjent dekket, og for 2 viser "
        "planstrategien ikke noe som svarer."
    )
    assert by_kind(register)["antall_krav"].sum() == 4


def test_the_headline_of_the_calendar_counts_the_requirements_the_calendar_draws(law):
    # the daily one has the first due date, and is missed too; the calendar does not draw it
    daily = demand("d", relevans="drift") + YEARLY.replace("12-31", "07-01")
    register = law([demand("k") + YEARLY, daily], answer("k", "ikke", "") + answer("d", "ikke", ""))
    assert set(calendar(register)["krav_id"]) == {"k"}
    assert ps.finding("frister", register) == (
        "Neste frist er 31.12.2024: Krav k; 3 frister i perioden møtes ikke av årene i registeret."
    )


def test_the_headline_of_the_wheel_counts_the_requirements_the_wheel_draws(law):
    daily = demand("d", relevans="drift") + YEARLY
    register = law([demand("k") + YEARLY, daily])
    assert set(wheel(register)["krav_id"]) == {"", "k"}
    assert ps.finding("planhjul", register) == (
        "Av kravene som hører hjemme i en planstrategi, kommer 1 hvert år, ingen i hver valgperiode og ingen med faste år mellom."
    )


def test_the_sentence_on_questions_counts_requirements_of_every_kind_it_asks_of(law):
    register = law([demand("k"), demand("c", **CONDITION), demand("p", **PROCESS)])
    assert ps.finding("lovsporsmaal", register) == (
        "3 svar fra kommunen avklarer 3 krav som er ukjent i minst ett år; 1 av svarene gjelder prosessen."
    )
