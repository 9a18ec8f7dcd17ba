"""What goes on into the next period, what is left out, and why: worked out by hand for plans of every kind."""

from dataclasses import replace

import pytest
from registers import ROOT
from registers_with_law import CATALOGUE, HEAD
from registers_with_work import plan

from planstrategi.analysis.revision.carry_over import next_period, outcomes
from planstrategi.model.dates import Moment

# the period is 2024–2026, so the next is 2027–2030
LATE = "2026-12-01"


@pytest.fixture
def become(build):
    """Return a function that says what becomes of the last plan: its kinds of reason, its words, and its question."""

    def of(*plans: str, dato: str = LATE, areas: str = "", **more):
        register = build(list(plans), dato=dato, **more)
        outcome = outcomes(register)[-1]
        asked = " ".join(ground.sporsmaal for ground in outcome.grunner).strip()
        words = outcome.utelatt or " ".join(ground.ord for ground in outcome.grunner)
        return [ground.grunn for ground in outcome.grunner], words, asked

    return of


DONE = plan("ferdig", "planbehov: revisjon, vedtatt: 2025-06, aar: [2024, 2025]")
UNKNOWN = plan("ukjent", "planbehov: ny, aar: [2025]")


def test_the_next_period_is_a_term_of_four_years_right_after(build):
    period = next_period(build([UNKNOWN]))
    assert (period.fra, period.til) == (2027, 2030)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("planbehov: revisjon, vedtatt: 2025-06, aar: [2024, 2025]", "Ferdig: vedtatt juni 2025."),
        ("planbehov: ny, vedtatt: 2026, ferdig: 2026", "Ferdig: vedtatt 2026."),
        # from the first day of the period to the day that is asked
        ("planbehov: ny, vedtatt: 2024, aar: [2024]", "Ferdig: vedtatt 2024."),
        ("planbehov: ny, vedtatt: 2026-12-01, aar: [2026]", "Ferdig: vedtatt 01.12.2026."),
        ("planbehov: oppheves, gyldig_til: 2025-06-12", "Opphevet: gjaldt til 12.06.2025."),
        ("planbehov: erstattes, erstattes_av: [ferdig]", "Erstattet av «Ferdig», vedtatt juni 2025."),
        ("planbehov: utgaar", "Utgår, ifølge planstrategien."),
    ],
)
def test_what_is_known_to_be_done_repealed_or_replaced_is_left_out_and_says_why(become, words, said):
    assert become(DONE, plan("p", words)) == ([], said, "")


@pytest.mark.parametrize(
    ("adopted", "left_out"), [("2025-05", True), ("2025-06-30", False), ("2025-06", False), ("2025-12", False), ("2023", True)]
)
def test_an_edition_that_may_have_stood_when_the_planstrategi_was_adopted_is_not_what_it_decided(build, adopted, left_out):
    register = build([plan("p", "planbehov: revisjon, vedtatt: 2025-06")], dato=LATE)
    known = replace(register, dokument=replace(register.dokument, vedtatt=Moment().parse(adopted)))
    assert bool(outcomes(known)[0].utelatt) == left_out


# beside an edition from June 2025, adopted after the planstrategi was: each says that it is not, or may not be, what was decided
TO_COME = [
    "oppstart: 2026-06", "oppstart: 2025-07", "skal_vedtas: 2027", "ferdig: 2026-12-02", "venter_paa: [{hva: staten, andre: ja}]",
    "status: ikke_startet", "status: under_arbeid, aar: [2025]", "lesninger: [{felt: aar, valgt: ukjent, grunn: tapt}]",
    "innsats: [{aar: 2026, timer: 100}]", "gyldig_til: 2026, foer_utlop: ja",
]  # fmt: skip


@pytest.mark.parametrize("more", TO_COME)
def test_an_edition_beside_work_that_is_still_to_come_is_not_surely_what_was_decided(build, more):
    register = build([plan("p", f"planbehov: revisjon, vedtatt: 2025-06, {more}")], dato=LATE)
    (outcome,) = outcomes(replace(register, dokument=replace(register.dokument, vedtatt=Moment().parse("2024-06"))))
    assert not outcome.utelatt and outcome.grunner[0].grunn in ("ikke_kjent", "uferdig")


@pytest.mark.parametrize(
    "more", ["oppstart: 2025", "oppstart: 2024-host", "ferdig: 2025", "status: gjeldende", "innsats: [{timer: 9}]"]
)
def test_work_that_the_edition_may_end_keeps_it_what_was_decided(build, more):
    register = build([plan("p", f"planbehov: revisjon, vedtatt: 2025-06, {more}")], dato=LATE)
    (outcome,) = outcomes(replace(register, dokument=replace(register.dokument, vedtatt=Moment().parse("2024-06"))))
    assert outcome.utelatt == "Ferdig: vedtatt juni 2025."


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("planbehov: revisjon, vedtatt: 2025-06", False),
        ("planbehov: revisjon, vedtatt: 2024-02, aar: [2024]", False),
        ("planbehov: revisjon, vedtatt: 2025-06, aar: [2025]", True),
        # of a new plan no edition stood
        ("planbehov: ny, vedtatt: 2024-02", True),
    ],
)
def test_where_nobody_knows_when_the_planstrategi_was_adopted_what_may_have_stood_is_not_what_it_decided(become, words, left_out):
    assert (become(plan("p", words))[0] == []) == left_out


@pytest.mark.parametrize(
    ("words", "kinds", "asked"),
    [
        ("planbehov: ny, aar: [2025]", ["ikke_kjent"], "Ble «P» ferdig og vedtatt, og når?"),
        ("planbehov: oppheves, aar: [2025]", ["ikke_kjent"], "Er «P» opphevet, og når?"),
        ("planbehov: erstattes, erstattes_av: [ukjent]", ["ikke_kjent"], "Er «P» erstattet, og når?"),
        ("planbehov: avklares", ["avgjoeres"], "Hva er bestemt for «P»?"),
        ("aar: [2025]", ["avgjoeres"], "Hva er bestemt for «P»?"),
    ],
)
def test_what_nobody_knows_goes_on_with_the_question_that_settles_it(become, words, kinds, asked):
    found, _, question = become(UNKNOWN, plan("p", words))
    assert (found, question) == (kinds, asked)


@pytest.mark.parametrize(
    ("words", "kinds", "said"),
    [
        # it should have been done by now, and is said to be under way
        ("planbehov: ny, status: under_arbeid, aar: [2025]", ["uferdig"], "Skulle vært ferdig innen 31.12.2025."),
        # no more is known of it before that day
        ("planbehov: ny, status: under_arbeid, aar: [2026]", ["ikke_kjent"], "Status per 01.12.2026: under arbeid."),
        ("planbehov: ny, ferdig: 2028, aar: [2026]", ["uferdig"], "Skal være ferdig eller vedtatt 2028."),
        ("planbehov: neste_periode", ["utsatt"], "Planstrategien sier: neste periode."),
        ("planbehov: viderefores", ["avgjoeres"], "Ble videreført uten endringer"),
        ("planbehov: viderefores, gyldig_til: 2029", ["avgjoeres", "utlop"], "Gyldigheten løper ut 2029."),
        ("planbehov: viderefores, gyldig_til: 2031", ["avgjoeres"], "Ble videreført uten endringer"),
        ("aarlig: [planen], aar: [2024, 2025, 2026]", ["aarlig"], "Gjøres hvert år: planen."),
        # the revision is still to be made, beside what is done each year
        ("planbehov: revisjon, aarlig: [handlingsdel], aar: [2025]", ["ikke_kjent", "aarlig"], "Revisjon i perioden."),
        # adopted in the period, with more work to come after that
        ("planbehov: revisjon, vedtatt: 2024-02, aar: [2024, 2026]", ["ikke_kjent"], "Revisjon i perioden."),
    ],
)
def test_what_is_left_or_decided_anew_goes_on_with_its_reasons(become, words, kinds, said):
    found, words, _ = become(plan("p", words))
    assert found == kinds and said in words


@pytest.mark.parametrize("sign", ["vedtak", "oppstart", "hast"])
def test_an_edition_from_before_the_year_that_is_marked_is_not_what_the_mark_speaks_of(become, sign):
    assert become(plan("p", "planbehov: revisjon, vedtatt: 2024-02, aar: [2026]"), marks=sign)[0] == ["ikke_kjent"]


@pytest.mark.parametrize(("sign", "kinds"), [("vedtak", ["uferdig"]), ("hast", ["uferdig"]), ("oppstart", ["ikke_kjent"])])
def test_what_should_have_been_adopted_by_now_and_is_under_way_is_late_but_a_start_is_no_end(become, sign, kinds):
    assert become(plan("p", "planbehov: ny, status: under_arbeid, aar: [2025]"), marks=sign)[0] == kinds


def test_a_finished_plan_goes_on_where_its_validity_ends_or_the_council_must_take_a_stand(become):
    made = "planbehov: revisjon, vedtatt: 2025-06, aar: [2025]"
    assert become(plan("p", f"{made}, gyldig_til: 2028"))[:2] == (["utlop"], "Gyldigheten løper ut 2028.")
    found, words, _ = become(plan("p", made, "arealdel"))
    assert found == ["kommuneplan"] and "§ 10-1 tredje ledd" in words


TERM = "    gjentakelse: [{regel: hver_valgperiode, utgangen_av_aar: 1, etter: prøveloven § 1}]\n"
JUDGED = HEAD + "      - {krav: k, plan: p, svar: %s, grunn: Navnet.}\n"


def test_what_the_law_makes_due_in_the_period_goes_on_though_it_is_finished(become, build):
    made = plan("p", "planbehov: revisjon, vedtatt: 2025-06, aar: [2025]")
    found, words, _ = become(made, requirements=CATALOGUE + TERM, law=JUDGED % "helt")
    # the council of 2027 is constituted in that year, and the duty is due a year after
    assert (found, words) == (["lov"], "Krav: 31.12.2028 (prøveloven § 1).")


def test_each_rule_of_a_duty_has_its_own_days_in_the_period(build):
    both = TERM.replace("}]", "}, {regel: hver_valgperiode, utgangen_av_aar: 2, etter: prøveloven § 2}]")
    made = [plan("p", "planbehov: revisjon, vedtatt: 2025-06, aar: [2025]")]
    (outcome,) = outcomes(build(made, requirements=CATALOGUE + both, law=JUDGED % "helt", dato=LATE))
    assert [(one.ord, one.dager) for one in outcome.grunner] == [
        ("Krav: 31.12.2028 (prøveloven § 1).", ("2028-12-31",)), ("Krav: 31.12.2029 (prøveloven § 2).", ("2029-12-31",)),
    ]  # fmt: skip


def test_the_days_of_a_duty_are_told_in_order(build):
    both = TERM.replace("[{", "[{regel: hver_valgperiode, utgangen_av_aar: 2, etter: prøveloven § 2}, {")
    made = [plan("p", "planbehov: revisjon, vedtatt: 2025-06, aar: [2025]")]
    (outcome,) = outcomes(build(made, requirements=CATALOGUE + both, law=JUDGED % "helt", dato=LATE))
    assert [one.dager for one in outcome.grunner] == [("2028-12-31",), ("2029-12-31",)]


@pytest.mark.parametrize("svar", ["kanskje", "ikke"])
def test_a_duty_that_the_plan_is_not_judged_to_answer_does_not_bring_it_along(become, svar):
    made = plan("p", "planbehov: revisjon, vedtatt: 2025-06, aar: [2025]")
    assert become(made, requirements=CATALOGUE + TERM, law=JUDGED % svar)[0] == []


def test_a_duty_that_is_only_good_practice_brings_no_plan_along(become):
    made = plan("p", "planbehov: revisjon, vedtatt: 2025-06, aar: [2025]")
    ought = CATALOGUE.replace("styrke: skal", "styrke: bor") + TERM
    assert become(made, requirements=ought, law=JUDGED % "helt")[0] == []


def test_the_years_are_those_of_the_next_period_and_its_first_is_for_what_is_overdue(build):
    words = "planbehov: viderefores, gyldig_til: "
    register = build([plan("a", words + "2025"), plan("b", words + "2030"), plan("c", words + "2031")], dato=LATE)
    assert [one.years(next_period(register)) for one in outcomes(register)] == [(2027,), (2030,), ()]


@pytest.mark.parametrize(("years", "goes_on"), [("2027–2030", False), ("2024–2026", True)])
def test_the_next_planstrategi_is_no_plan_of_its_own(become, years, goes_on):
    row = plan("strategi", "planbehov: ny, aar: [2026]", "planstrategi").replace("Strategi", f"Planstrategi {years}")
    kinds, said, _ = become(row, national=ROOT / "data" / "nasjonalt")
    assert bool(kinds) is goes_on and (said == "Er den neste planstrategien selv.") is not goes_on
