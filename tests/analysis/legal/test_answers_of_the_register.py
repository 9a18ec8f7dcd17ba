"""What the register itself says answers the requirements that rest on it, and is not asked for again."""

from dataclasses import replace

import pytest
from registers import SMALL
from registers_with_law import CATALOGUE, HEAD

from planstrategi.analysis.legal.gaps import questions, upcoming
from planstrategi.analysis.legal.tables import requirement_coverage, requirement_years

HEADER, ONE = CATALOGUE.split("  - id: k\n")
ELECTED = HEADER.replace("{aar: 2023}", "{aar: 2023, valgdag: 2023-09-11}")
TERM = "    gjentakelse: [{regel: hver_valgperiode, innen_maaneder: 12, etter: prøveloven § 1}]\n"
AT_START = "    gjentakelse: [{regel: ved_oppstart_av_planstrategi, innen_maaneder: 12, dager_foer: 30, etter: prøveloven § 2}]\n"
PART = "  - {id: a, navn: A, plantype: arealdel, kilde: {tabell: temaplan, rad: %d}, ansvarlig: nord, planbehov: revisjon}\n"
SECOND = (PART % 2).replace("id: a", "id: b").replace("arealdel", "samfunnsdel")
DECIDED = "beslutninger: [{plan: a, planbehov: revisjon, kilde: {avsnitt: A}}]\n"


@pytest.fixture
def told(small, monkeypatch):
    """Return a function that loads a register with one requirement and what the register says of the planstrategi."""

    def make(
        facts, vedtatt="", more="", *, process=False, constituted="", plans="planer: []\n", rest="", law="", dato="2024-12-01"
    ):
        slag = "prosesskrav" if process else "lovpaalagt_plan"
        krav = f"  - id: k\n{ONE}".replace("lovpaalagt_plan", slag).replace("vedtas_av: kommunen", "vedtas_av: kommunestyret")
        head = SMALL.replace("{tittel: Prøvestrategi}", f"{{tittel: Prøvestrategi{vedtatt and f', vedtatt: {vedtatt}'}}}")
        head = head.replace("provefylke}", f"provefylke, konstituert: [{constituted}]}}") if constituted else head
        monkeypatch.setattr("conftest.SMALL", head)
        catalogue = ELECTED + krav + (f"    besvares_av: [{facts}]\n" if facts else "") + more
        return small(plans + rest, law=law, requirements=catalogue, dato=dato)

    return make


def status(register):
    return requirement_coverage(register)["status"].item()


def asked(register):
    return list(questions(register)["sporsmaal"])


def test_an_adoption_in_the_term_answers_the_duty_to_adopt_and_leaves_nothing_to_ask(told):
    register = told("vedtatt", "2024-09-19", TERM)
    assert (status(register), asked(register)) == ("dekket", [])
    assert "2024" not in {day[:4] for day in upcoming(register)["frist"]}
    assert "Kommunestyret vedtok planstrategien 19.09.2024." in requirement_coverage(register)["hvorfor"].item()


@pytest.mark.parametrize("vedtatt", ["", "2023-05-01"])
@pytest.mark.parametrize("facts", ["vedtatt", "vedtatt_innen_ett_aar"])
def test_what_is_not_adopted_in_the_term_answers_nothing(told, facts, vedtatt):
    assert status(told(facts, vedtatt, TERM)) == "ikke vurdert"


def test_a_requirement_that_rests_on_no_fact_of_the_register_is_asked_of(told):
    assert status(told("", "2024-09-19", TERM)) == "ikke vurdert"


@pytest.mark.parametrize(
    ("vedtatt", "constituted", "expected"),
    [
        ("2024-09-25", "", "dekket"),
        ("2024-09-26", "", "ikke vurdert"),
        ("2024-09-19", "2023-10-12", "dekket"),
        ("2024-10-13", "2023-10-12", "udekket"),
        ("2024-10-31", "", "ikke vurdert"),  # in time only if the council was constituted on the very last day
        ("2024-11-01", "", "udekket"),
    ],
)
def test_within_a_year_is_counted_from_the_constitution_which_lies_between_election_and_outer_limit(
    told, vedtatt, constituted, expected
):
    register = told("vedtatt_innen_ett_aar", vedtatt, process=True, constituted=constituted)
    assert status(register) == expected
    assert asked(register) == (["Når konstituerte kommunestyret seg?"] if expected == "ikke vurdert" else [])


@pytest.mark.parametrize("facts", ["vedtatt", "vedtatt_innen_ett_aar"])
def test_where_the_adoption_is_not_known_it_alone_is_asked_for(told, facts):
    assert asked(told(facts, process=True)) == ["Er planstrategien vedtatt av kommunestyret, og når?"]


@pytest.mark.parametrize(
    ("plans", "rest", "expected"),
    [
        (PART % 1, DECIDED, "dekket"),
        # what the row of a part says, is decided for it too
        (PART % 1, "", "dekket"),
        (PART % 1 + SECOND, DECIDED, "dekket"),
        (PART % 1 + SECOND.replace("revisjon", "avklares"), DECIDED, "delvis"),
        (PART.replace("revisjon", "avklares") % 1, "", "ikke vurdert"),
        (PART.replace(", planbehov: revisjon", "") % 1, "", "ikke vurdert"),
    ],
)
def test_a_decision_for_each_part_of_the_kommuneplan_answers_the_duty_to_take_a_stand(told, plans, rest, expected):
    register = told("beslutninger", "2024-09-19", process=True, plans="planer:\n" + plans, rest=rest)
    assert status(register) == expected
    assert ("Registeret sier ingenting om det" in requirement_coverage(register)["hvorfor"].item()) == (
        expected == "ikke vurdert"
    )


def test_a_decision_is_the_councils_only_when_the_planstrategi_is_adopted(told):
    register = told("beslutninger", process=True, plans="planer:\n" + PART % 1, rest=DECIDED)
    assert status(register) == "gyldighet ukjent"
    assert asked(register) == ["Er planstrategien vedtatt av kommunestyret, og når?"]


def test_a_requirement_that_rests_on_two_facts_is_met_in_part_by_one(told):
    assert status(told("vedtatt, beslutninger", "2024-09-19")) == "delvis"


@pytest.mark.parametrize(("svar", "expected"), [("ikke_vurdert", "dekket"), ("ikke", "udekket")])
def test_a_judgement_goes_before_the_fact_but_not_that_nobody_could_tell(told, svar, expected):
    assert status(told("vedtatt", "2024-09-19", law=HEAD + f"      - {{krav: k, svar: {svar}, grunn: fordi}}\n")) == expected


def test_what_the_source_says_of_the_process_goes_before_what_follows_from_a_date(told):
    said = "prosess: [{id: x, tekst: Sagt, krav: k, gjort: delvis, kilde: {avsnitt: A}}]\n"
    assert status(told("vedtatt", "2024-09-19", process=True, rest=said)) == "delvis"


@pytest.mark.parametrize(("vedtatt", "ahead"), [("2024-09-19", ["2028", "2032", "2036"]), ("", ["2024", "2028", "2032"])])
@pytest.mark.parametrize("rule", [AT_START, f"    form: tema i planstrategi\n{TERM}"])
def test_what_must_exist_at_the_start_or_stand_in_it_is_not_ahead_when_the_planstrategi_of_the_term_is_adopted(
    told, rule, vedtatt, ahead
):
    assert [day[:4] for day in upcoming(told("", vedtatt, rule, dato="2024-09-20"))["frist"]] == ahead


def test_another_duty_of_the_term_is_ahead_though_the_planstrategi_is_adopted(told):
    assert upcoming(told("", "2024-09-19", TERM, dato="2024-09-20"))["frist"].tolist()[0][:4] == "2024"


NEXT = "  - {id: p, navn: P, plantype: strategi, kilde: {tabell: temaplan, rad: 2}, planbehov: ny, skal_vedtas: %s}\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("", ["frist i året", "udekket", "udekket"]),
        (NEXT % "2024-09", ["planlagt", "planlagt", "planlagt"]),
        # whether it is before the last day, the year does not say
        (NEXT % 2024, ["gyldighet ukjent", "planlagt", "planlagt"]),
        (NEXT % 2025, ["frist i året", "planlagt", "planlagt"]),
    ],
)
def test_the_row_of_the_next_planstrategi_is_planned_to_answer_the_duty_to_adopt_one(told, row, expected):
    register = told("vedtatt, beslutninger", "", TERM, plans="planer:\n" + PART % 1 + row, rest=DECIDED, dato="2023-03-01")
    plans = [replace(plan, plantype="planstrategi") if plan.id == "p" else plan for plan in register.planer]
    assert requirement_years(replace(register, planer=(*plans,)))["status"].tolist() == expected


def test_what_is_called_the_next_due_date_is_the_next_and_a_later_one_says_after_which_year(told):
    register = told("vedtatt, beslutninger", "", TERM, plans="planer:\n" + PART % 1, rest=DECIDED, dato="2023-03-01")
    reasons = requirement_years(register)["hvorfor"].tolist()
    assert "Frist senest 31.10.2024" in reasons[0]
    assert "Neste frist etter 2025 er senest 31.10.2028" in reasons[1]


def test_nobody_is_asked_when_a_plan_was_adopted_before_somebody_has_said_which_plan_answers(ostre_toten):
    asked = questions(replace(ostre_toten, lovvurderinger=None))["sporsmaal"].tolist()
    assert "Svarer «Samfunnsdelen (KPS)» på kravet «Kommuneplanens samfunnsdel»?" in asked
    assert "Hvilken plan eller hvilket dokument svarer på kravet «Eierskapsmelding»?" in asked
    assert [one for one in asked if "når ble den vedtatt" in one] == []
