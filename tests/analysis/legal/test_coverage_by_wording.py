"""A judgement holds for the wording it was read against; what the law gives time for, and what only may be taken care of."""

import pytest
from registers_with_law import CATALOGUE, HEAD, PLAN, YEARLY

import planstrategi as ps
from planstrategi.analysis.legal.gaps import gaps, missed, questions, upcoming
from planstrategi.analysis.legal.tables import catalogue, funnel, requirement_coverage, requirement_years, source_audit

ADOPTED = "planer:\n" + PLAN % "vedtatt: 2020-03-01"
OLD, NEW = "{fra: 2012-01-01, til: %s, sikkerhet: bekreftet}", "{fra: %s, sikkerhet: bekreftet}"
ONE = "[{fra: 2012-01-01, sikkerhet: bekreftet}]"
CHANGED = CATALOGUE.replace(ONE, f"[{OLD % '2025-12-31'}, {NEW % '2026-01-01'}]")
IN_MID_YEAR = CATALOGUE.replace(ONE, f"[{OLD % '2025-06-30'}, {NEW % '2025-07-01'}]")
UNREAD = "ikke vurdert mot denne ordlyden"


def judged(svar, more="plan: p, ", *, read="", of_set="", head=HEAD):
    """Return a set with one judgement, read against the wording of a day that it says itself or the set says."""
    one = f"      - {{krav: k, {more}svar: {svar}, {f'ordlyd: {read}, ' if read else ''}grunn: fordi}}\n"
    return (
        head.replace("    naar: 2026-11-25\n", f"    naar: 2026-11-25\n{f'    ordlyd: {of_set}{chr(10)}' if of_set else ''}")
        + one
    )


def in_years(register, column="status"):
    return list(requirement_years(register)[column])


def due_in_years(register):
    return list(requirement_years(register)["frist"].fillna(""))


@pytest.mark.parametrize(
    ("law", "statuses"),
    [
        (judged("helt"), [UNREAD, UNREAD, "dekket"]),  # neither says: the day it was done, in 2026
        (judged("helt", of_set="2025-12-31"), ["dekket", "dekket", UNREAD]),
        (judged("helt", read="2025-12-31", of_set="2026-07-02"), ["dekket", "dekket", UNREAD]),
        (judged("ikke", "", of_set="2026-01-01"), [UNREAD, UNREAD, "udekket"]),
        (judged("ikke_aktuelt", "", of_set="2026-01-01"), [UNREAD, UNREAD, "ikke aktuelt"]),
        (judged("ikke_vurdert", "", of_set="2026-01-01"), ["ikke vurdert"] * 3),
    ],
)
def test_a_judgement_counts_in_the_years_whose_wording_it_was_read_against_and_no_others(small, law, statuses):
    register = small(ADOPTED, law=law, requirements=CHANGED)
    assert in_years(register) == in_years(register, "status_etter_plan") == statuses


def test_the_reason_says_which_wording_was_read_and_that_another_holds(small):
    register = small(ADOPTED, law=judged("helt", of_set="2026-07-02"), requirements=CHANGED)
    first, _, last = in_years(register, "hvorfor")
    assert "Vurdert mot ordlyden fra 02.07.2026, men i 2024 gjelder en annen (vurderinger/lovkrav.yaml:10)." in first
    assert "Vurdert mot ordlyden" not in last and "P svarer helt" not in first
    assert list(requirement_years(register)["planer"])[-1] == ("p",)


def test_the_period_with_a_year_of_another_wording_is_not_judged_and_is_counted_so(small):
    register = small(ADOPTED, law=judged("helt", of_set="2026-07-02"), requirements=CHANGED)
    assert requirement_coverage(register)["status"].item() == UNREAD
    steps = funnel(register).set_index("steg")["antall"]
    assert (steps["gjelder kommunen"], steps["ikke vurdert"], steps["vurdert"], steps["møtt"]) == (1, 1, 0, 0)
    assert ps.finding("lovdekning", register).under == "1 er ikke kjent."
    assert gaps(register).empty
    assert questions(register)["felt"].item() == "svar"


def test_a_later_judgement_of_another_wording_replaces_none_and_each_counts_in_its_years(small):
    both = judged("helt", read="2025-01-01") + judged("ikke", "", read="2026-01-01", head="").replace("plan: p, ", "")
    assert in_years(small(ADOPTED, law=both, requirements=CHANGED)) == ["dekket", "dekket", "udekket"]


def test_a_later_judge_who_says_that_nothing_answers_the_new_wording_leaves_the_old_as_it_was(small):
    later = HEAD.split("sett:\n")[1].replace("id: s", "id: t").replace("naar: 2026-11-25", "naar: 2026-11-26")
    law = judged("helt", read="2025-01-01") + judged("ikke", "", read="2026-05-01", head=later)
    assert in_years(small(ADOPTED, law=law, requirements=CHANGED)) == ["dekket", "dekket", "udekket"]


def test_a_later_judge_replaces_what_was_read_against_the_same_wording_alone(small):
    later = HEAD.split("sett:\n")[1].replace("id: s", "id: t").replace("naar: 2026-11-25", "naar: 2026-11-26")
    first = judged("helt", read="2025-01-01") + judged("helt", read="2026-01-01", head="")
    law = first + judged("delvis", read="2026-05-01", head=later)
    assert in_years(small(ADOPTED, law=law, requirements=CHANGED)) == ["dekket", "dekket", "delvis"]


def test_in_a_year_that_the_wording_changes_its_last_day_decides(small):
    register = small(ADOPTED, law=judged("helt", read="2025-07-01"), requirements=IN_MID_YEAR)
    assert in_years(register) == [UNREAD, "dekket", "dekket"]


def test_a_due_date_before_the_change_is_of_the_old_wording(small):
    # due on 15 April and changed on 1 July 2025: nobody has read the wording of the due date
    spring = IN_MID_YEAR + YEARLY.replace("12-31", "04-15")
    register = small("planer: []\n", law=judged("ikke", "", read="2025-07-01"), requirements=spring)
    assert in_years(register) == [UNREAD, UNREAD, "frist i året"]
    assert due_in_years(register) == ["", "2025-04-15", "2026-04-15"]
    assert list(missed(register)["aar"]) == [2026]


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("04-15", ["udekket", "frist i året", "gjelder ikke"]),  # in 2024 the due date has passed
        ("09-15", ["frist i året", "gjelder ikke", "gjelder ikke"]),
    ],
)
def test_a_duty_that_is_repealed_in_mid_year_is_due_on_a_day_before_that_and_not_after(small, day, statuses):
    ended = CATALOGUE.replace(ONE, f"[{OLD % '2025-06-30'}]") + YEARLY.replace("12-31", day)
    assert in_years(small("planer: []\n", law=judged("ikke", "", read="2024-01-01"), requirements=ended)) == statuses


TERM = "    gjentakelse: [{regel: hver_valgperiode, innen_maaneder: 12, %setter: prøveloven § 3}]\n"


def test_where_the_law_gives_time_the_first_due_date_is_that_day_and_the_later_ones_follow_the_rule(small):
    # the council of 2023 has until 31.10.2024, and the law until 1.7.2025
    register = small("planer: []\n", law=judged("ikke", ""), requirements=CATALOGUE + TERM % "innen: 2025-07-01, ")
    assert list(upcoming(register)["frist"]) == ["2025-07-01", "2028-10-31", "2032-10-31"]
    assert list(upcoming(register)["senest"])[:2] == [False, True]
    assert in_years(register) == ["udekket", "frist i året", "udekket"]
    assert "første gang innen 01.07.2025" in catalogue(register)["gjentakelse"].item()[0]


def test_what_must_exist_before_the_planstrategi_is_due_when_the_law_says_though_the_planstrategi_is_adopted(small):
    rule = TERM.replace("hver_valgperiode", "ved_oppstart_av_planstrategi") % "dager_foer: 30, innen: 2026-07-01, "
    strategi = "dokument: {tittel: Prøvestrategi, vedtatt: 2024-03-01}"
    register = small("planer: []\n", law=judged("ikke", ""), requirements=CATALOGUE + rule, replaced=strategi)
    assert upcoming(register)["frist"][0] == "2026-07-01"


@pytest.mark.parametrize(("more", "outer"), [("", False), (", senest: ja", True)])
def test_a_yearly_duty_with_a_known_day_is_due_on_it_and_is_an_outer_limit_only_where_the_catalogue_says_so(small, more, outer):
    yearly = YEARLY.replace("dag: 12-31", f"dag: 04-15{more}")
    row = upcoming(small("planer: []\n", law=judged("ikke", ""), requirements=CATALOGUE + yearly)).iloc[0]
    assert (row["frist"], row["senest"]) == ("2025-04-15", outer)
    assert row["gjentakelse"] == "hvert år, innen 15.4."


# what may take care of a requirement, and is not said to


@pytest.mark.parametrize(
    ("plan", "statuses"),
    [
        ("vedtatt: 2020-03-01", ["kan være ivaretatt"] * 3),
        ("planbehov: viderefores", ["kan være ivaretatt"] * 3),  # whether it is adopted, nobody knows
        ("planbehov: ny, ferdig: 2025-06-30", ["udekket", "kan være ivaretatt", "kan være ivaretatt"]),
        ("planbehov: ny, aar: [2025]", ["udekket", "udekket", "kan være ivaretatt"]),
        ("vedtatt: 2020, gyldig_til: 2024", ["kan være ivaretatt", "udekket", "udekket"]),
        ("planbehov: ny", ["udekket"] * 3),
    ],
)
def test_what_may_take_care_of_it_is_neither_met_nor_planned_but_unknown_while_it_can(small, plan, statuses):
    register = small("planer:\n" + PLAN % plan, law=judged("kanskje"), requirements=CATALOGUE)
    assert in_years(register) == in_years(register, "status_etter_plan") == statuses


def test_what_may_be_taken_care_of_is_counted_as_not_known_and_asked_of(small):
    register = small(ADOPTED, law=judged("kanskje"), requirements=CATALOGUE)
    assert ps.finding("lovdekning", register).under == "1 er ikke kjent."
    assert funnel(register).set_index("steg").loc["ikke kjent", "antall"] == 1
    assert (gaps(register).empty, questions(register)["felt"].item()) == (True, "svar")
    assert "P svarer kanskje: fordi" in requirement_coverage(register)["hvorfor"].item()


def test_what_the_council_must_adopt_is_no_more_than_perhaps_when_it_only_may_be_taken_care_of(small):
    own = CATALOGUE.replace("vedtas_av: kommunen\n", "vedtas_av: kommunestyret_selv\n")
    plans = "planer:\n" + PLAN % "vedtatt: 2020, vedtatt_av: administrativt"
    assert in_years(small(plans, law=judged("kanskje"), requirements=own)) == ["kan være ivaretatt"] * 3


def test_what_meets_a_part_goes_before_what_only_may(small):
    plans = ADOPTED + (PLAN % "vedtatt: 2020").replace("p,", "q,").replace("rad: 1", "rad: 2")
    law = judged("kanskje") + judged("delvis", "plan: q, ", head="").replace("fordi", "derfor")
    assert in_years(small(plans, law=law, requirements=CATALOGUE)) == ["delvis"] * 3


def test_an_edition_that_only_may_answer_meets_no_due_date(small):
    plans = "planer:\n" + PLAN % "vedtatt: 2024-06-01"
    register = small(plans, law=judged("kanskje"), requirements=CATALOGUE + YEARLY)
    assert in_years(register, "frist") == ["2024-12-31", "2025-12-31", "2026-12-31"]


# what facts say of the work


@pytest.mark.parametrize(
    ("plan", "statuses"),
    [
        # the start is known, and no finish: the work goes on, and nobody knows when it ends
        ("vedtatt: 2018, gyldig_til: 2024, planbehov: revisjon, oppstart: 2025", ["dekket", "under arbeid", "gyldighet ukjent"]),
        ("planbehov: ny, oppstart: 2024, ferdig: 2026-06-30", ["under arbeid", "under arbeid", "planlagt"]),
        ("planbehov: ny, status: under_arbeid, ferdig: 2026-06-30", ["under arbeid", "udekket", "planlagt"]),
        ("planbehov: ny, oppstart: 2025", ["udekket", "under arbeid", "gyldighet ukjent"]),
        ("planbehov: ny, skal_vedtas: 2025", ["udekket", "planlagt", "planlagt"]),
    ],
)
def test_planned_and_under_work_come_of_facts_that_say_so(small, plan, statuses):
    # the table marks adoption, so that a year without a mark is not one without work
    register = small("planer:\n" + PLAN % plan, law=judged("helt"), requirements=CATALOGUE, replaced="merket_betyr: vedtak")
    assert in_years(register) == statuses


@pytest.mark.parametrize(
    ("meaning", "statuses"),
    [
        ("arbeid", ["udekket", "under arbeid", "gyldighet ukjent"]),
        ("oppstart", ["udekket", "under arbeid", "gyldighet ukjent"]),
        ("vedtak", ["udekket", "planlagt", "planlagt"]),
        ("hast", ["udekket", "gyldighet ukjent", "gyldighet ukjent"]),  # by when it is wanted, and no work is known
    ],
)
def test_a_mark_says_that_it_will_be_finished_only_where_it_means_adoption(small, meaning, statuses):
    plans = "planer:\n" + PLAN % "planbehov: ny, aar: [2025]"
    register = small(plans, law=judged("helt"), requirements=CATALOGUE, replaced=f"merket_betyr: {meaning}")
    assert in_years(register) == statuses


# a due date in the year


@pytest.mark.parametrize(
    ("law", "plan", "statuses"),
    [
        (judged("helt"), "planbehov: viderefores", ["gyldighet ukjent", "frist i året", "frist i året"]),
        ("", "vedtatt: 2020", ["ikke vurdert"] * 3),
        (judged("helt"), "planbehov: ny, aarlig: [planen], aar: [2024, 2025, 2026]", ["planlagt"] * 3),
    ],
)
def test_a_due_date_is_seen_whatever_else_is_unknown(small, law, plan, statuses):
    register = small("planer:\n" + PLAN % plan, law=law, requirements=CATALOGUE + YEARLY)
    assert in_years(register) == statuses
    assert in_years(register, "frist") == ["2024-12-31", "2025-12-31", "2026-12-31"]
    assert "Frist 31.12.2024 etter prøveloven § 1" in requirement_years(register)["hvorfor"][0]


def test_a_due_date_that_is_met_or_not_demanded_is_not_shown(small):
    met = small("planer:\n" + PLAN % "vedtatt: 2024-06-01", law=judged("helt"), requirements=CATALOGUE + YEARLY)
    assert due_in_years(met) == ["", "2025-12-31", "2026-12-31"]


# what rests on no law, and on no word


def test_what_is_no_law_and_when_it_was_checked_is_counted_and_an_inference_is_told_beside_the_strength(small):
    hope = CATALOGUE.replace("lovpaalagt_plan", "forventning").replace(
        "styrke: skal", "styrke: bor\n    styrke_grunnlag: slutning"
    )
    second = hope.split("krav:\n")[1].replace("id: k", "id: w").replace("bekreftet}]", "bekreftet, kontrollert: 2026-07-02}]")
    register = small("planer: []\n", requirements=hope + second.replace("    styrke_grunnlag: slutning\n", ""))
    audit = source_audit(register).set_index("maal")[["antall", "av", "mangler"]]
    assert list(audit.loc["Åpne versjoner av det som ikke er lov, med dag for kontroll"]) == [1, 2, ("k",)]
    assert list(audit.loc["Krav der styrken står i ordlyden"]) == [1, 2, ("k",)]
    grounds = ["slutning: ordet står ikke i teksten", "ordlyd"]
    assert list(catalogue(register)["styrke_grunnlag"]) == list(requirement_coverage(register)["styrke_grunnlag"]) == grounds
