"""Each legal status, on the smallest register that shows it, and which status wins over which."""

import pytest
from registers_with_law import CATALOGUE, HEAD, PLAN, YEARLY

from planstrategi.analysis.legal.gaps import decision_steps, gaps, missed, questions, upcoming
from planstrategi.analysis.legal.statuses import IN_PERIOD, IN_YEAR, STATUS_RANKS
from planstrategi.analysis.legal.tables import by_kind, requirement_coverage, requirement_years, source_audit, status_table
from planstrategi.analysis.overview.plans_without_ground import alone_finding, plans_without_law, plans_without_requirement

HELT = "      - {krav: k, plan: p, svar: helt, grunn: fordi}\n"
DELVIS = "      - {krav: k, plan: p, svar: delvis, grunn: fordi}\n"
IKKE = "      - {krav: k, svar: ikke, grunn: ingen rad}\n"
FOURTH = "    gjentakelse: [{regel: med_aars_mellomrom, hvert: 4, etter: prøveloven § 2}]\n"
TERM = "    gjentakelse: [{regel: hver_valgperiode, etter: prøveloven § 3}]\n"


@pytest.fixture
def years(small):
    """Return a function that gives the status of the requirement `k` in 2024, 2025 and 2026."""

    def make(plan, judged, *, extra="", requirements=CATALOGUE, tail="", documents="", dato=""):
        plans = ("planer:\n" + PLAN % plan if plan else "planer: []\n") + documents
        law = (HEAD + judged if judged else "per_dato: 2026-11-25\n") + tail
        return small(plans, law=law, requirements=requirements + extra, dato=dato)

    return make


def in_years(register, column="status"):
    return list(requirement_years(register)[column])


def in_period(register, column="status"):
    return requirement_coverage(register)[column].item()


def test_what_is_adopted_and_has_no_end_is_covered(years):
    register = years("vedtatt: 2020-03-01", HELT)
    assert in_years(register) == ["dekket"] * 3
    assert in_period(register) == "dekket"


def test_what_answers_in_part_is_partly_covered(years):
    assert in_years(years("vedtatt: 2020-03-01", DELVIS)) == ["delvis"] * 3


def test_what_is_to_be_finished_is_planned_from_then_on_and_never_counted_as_covered(years):
    register = years("planbehov: ny, aar: [2024, 2025], ferdig: 2025-06-30", HELT)
    assert in_years(register) == ["under arbeid", "planlagt", "planlagt"]
    assert in_years(register, "status_etter_plan") == ["under arbeid", "dekket", "dekket"]
    assert (in_period(register), in_period(register, "status_etter_plan")) == ("under arbeid", "under arbeid")


def test_a_plan_without_a_finish_is_worked_on_in_its_marked_years_and_unknown_after_and_the_reason_says_so(years):
    register = years("planbehov: ny, aar: [2024, 2025]", HELT)
    assert in_years(register) == in_years(register, "status_etter_plan") == ["under arbeid", "under arbeid", "gyldighet ukjent"]
    reason = requirement_years(register)["hvorfor"][2]
    assert "avledet av siste merkede år, 2025; når planen er ferdig, sier kilden ikke" in reason


def test_what_answers_in_part_and_is_planned_becomes_partly_covered(years):
    assert in_years(years("planbehov: ny, aar: [2024], ferdig: 2024-12-01", DELVIS), "status_etter_plan") == ["delvis"] * 3


def test_a_due_date_in_the_year_that_nothing_meets(years):
    register = years("", IKKE, extra=YEARLY)
    assert in_years(register) == ["frist i året"] * 3
    assert list(requirement_years(register)["frist"]) == ["2024-12-31", "2025-12-31", "2026-12-31"]


def test_a_due_date_that_has_passed_is_no_longer_a_due_date(years):
    register = years("", IKKE, extra=YEARLY, dato="2025-06-30")
    assert in_years(register) == ["udekket", "frist i året", "frist i året"]


def test_a_due_date_comes_before_work_that_is_not_finished_in_time(years):
    register = years("vedtatt: 2020, planbehov: ny, aar: [2024, 2025, 2026], ferdig: 2026-12-31", HELT, extra=FOURTH)
    assert in_years(register) == ["frist i året", "under arbeid", "planlagt"]


def test_a_yearly_duty_may_be_met_by_a_revision_in_each_marked_year_and_its_due_date_is_seen(years):
    register = years("planbehov: revisjon, aar: [2024, 2025]", HELT, extra=YEARLY)
    assert in_years(register) == ["gyldighet ukjent", "gyldighet ukjent", "frist i året"]
    assert in_years(register, "frist") == ["2024-12-31", "2025-12-31", "2026-12-31"]


def test_what_is_planned_for_later_in_the_year_than_the_due_date_does_not_meet_it(years):
    yearly = YEARLY.replace("12-31", "03-01")
    assert in_years(years("planbehov: ny, ferdig: 2025-06-30", HELT, extra=yearly))[1] == "frist i året"


def test_a_yearly_duty_is_met_by_what_is_done_every_year_in_the_marked_years(years):
    plan = "planbehov: rullering_av_handlingsdel, aarlig: [handlingsdel], aar: [2024, 2025]"
    assert in_years(years(plan, HELT, extra=YEARLY)) == ["planlagt", "planlagt", "frist i året"]


def test_a_rolled_action_part_is_no_new_edition_for_a_duty_that_is_not_yearly(years):
    plan = "planbehov: rullering_av_handlingsdel, aarlig: [handlingsdel], aar: [2024, 2025]"
    assert in_years(years(plan, HELT)) == ["gyldighet ukjent"] * 3


def test_validity_that_has_ended_is_expired_but_for_the_years_it_is_worked_on(years):
    register = years("vedtatt: 2018, gyldig_til: 2024, planbehov: avklares, aar: [2026]", HELT)
    assert in_years(register) == ["dekket", "utløpt", "under arbeid"]


def test_an_edition_lasts_no_longer_than_the_years_between_allow(years):
    register = years("vedtatt: 2021-06-01, planbehov: viderefores", HELT, extra=FOURTH)
    assert in_years(register) == ["dekket", "frist i året", "utløpt"]


def test_a_planned_edition_that_lasts_the_year_out_and_no_longer_meets_its_duty_in_that_year(years):
    register = years("planbehov: ny, ferdig: 2025-01-01", HELT, extra=FOURTH.replace("hvert: 4", "hvert: 2"))
    assert in_years(register)[1:] == ["planlagt", "planlagt"]


def test_an_edition_of_an_earlier_term_lasts_until_it_is_due_in_this_one(years):
    twelve = TERM.replace("regel: hver_valgperiode", "regel: hver_valgperiode, innen_maaneder: 12")
    assert in_years(years("vedtatt: 2020-06-01", HELT, extra=twelve)) == ["frist i året", "utløpt", "utløpt"]


def test_an_edition_of_this_term_lasts_the_term_out(years):
    assert in_years(years("vedtatt: 2024-02-01", HELT, extra=TERM)) == ["dekket"] * 3


def test_a_plan_nobody_has_said_is_adopted_has_unknown_validity(years):
    assert in_years(years("planbehov: viderefores", HELT)) == ["gyldighet ukjent"] * 3


def test_what_the_council_itself_must_adopt_is_unknown_when_it_is_not_known_who_did(years):
    own = CATALOGUE.replace("vedtas_av: kommunen\n", "vedtas_av: kommunestyret_selv\n")
    register = years("vedtatt: 2020", HELT, requirements=own)
    assert in_years(register) == ["gyldighet ukjent"] * 3
    asked = questions(register)[["sporsmaal", "felt"]].values.tolist()
    assert asked == [["Hvem vedtok «P»: kommunestyret eller administrasjonen?", "vedtatt_av"]]


def test_what_the_council_itself_must_adopt_is_not_wholly_met_by_the_administration(years):
    own = CATALOGUE.replace("vedtas_av: kommunen\n", "vedtas_av: kommunestyret_selv\n")
    assert in_years(years("vedtatt: 2020, vedtatt_av: administrativt", HELT, requirements=own)) == ["delvis"] * 3


def test_what_the_council_itself_has_adopted_is_covered(years):
    own = CATALOGUE.replace("vedtas_av: kommunen\n", "vedtas_av: kommunestyret_selv\n")
    assert in_years(years("vedtatt: 2020, vedtatt_av: politisk", HELT, requirements=own)) == ["dekket"] * 3


def test_a_plan_in_force_without_a_day_cannot_be_counted_from(years):
    assert in_years(years("status: gjeldende, planbehov: viderefores", HELT, extra=FOURTH)) == ["gyldighet ukjent"] * 3


def test_a_requirement_that_nothing_answers_is_uncovered(years):
    assert in_years(years("", IKKE)) == ["udekket"] * 3


def test_a_new_plan_that_is_never_made_leaves_the_requirement_uncovered(years):
    assert in_years(years("planbehov: ny", HELT)) == ["udekket"] * 3


def test_a_requirement_nobody_has_judged_is_not_judged(years):
    assert in_years(years("", "")) == ["ikke vurdert"] * 3


def test_a_judgement_that_leaves_it_open_is_not_judged(small):
    law = HEAD + "      - {krav: k, svar: ikke_vurdert, grunn: vilkåret er ukjent}\n"
    assert in_years(small("planer: []\n", law=law, requirements=CATALOGUE)) == ["ikke vurdert"] * 3


def test_a_condition_that_is_not_met_makes_the_requirement_not_relevant(years):
    assert in_years(years("", IKKE.replace("svar: ikke", "svar: ikke_aktuelt"))) == ["ikke aktuelt"] * 3


LEFT_OUT = "utelatelser:\n  - {krav: k, sak: PS 1/24, hvem: kommunestyret, dato: 2024-03-01, til: 2025-12-31, grunn: vent}\n"


def test_what_is_deliberately_left_out_is_told_apart_until_the_decision_ends(years):
    register = years("", IKKE, tail=LEFT_OUT)
    assert in_years(register) == ["bevisst utelatt", "bevisst utelatt", "udekket"]
    assert "sak PS 1/24" in requirement_years(register)["hvorfor"][0]


def test_what_is_not_yet_in_force_does_not_apply(years):
    later = CATALOGUE.replace("fra: 2012-01-01", "fra: 2025-07-01")
    register = years("", IKKE, requirements=later)
    assert in_years(register) == ["gjelder ikke", "udekket", "udekket"]
    assert (in_period(register), in_period(register, "gjelder_fra")) == ("gjelder ikke", "2025-07-01")
    why = "Kravet er ikke i kraft 30.06.2024, men fra 01.07.2025 (nasjonalt/lovkrav.yaml:5). Derfor: gjelder ikke."
    assert in_period(register, "hvorfor") == why


def test_what_comes_into_force_later_applies_when_asked_on_a_later_day(years):
    later = CATALOGUE.replace("fra: 2012-01-01", "fra: 2025-07-01")
    assert in_period(years("", IKKE, requirements=later, dato="2025-07-01")) == "udekket"


def test_what_is_repealed_in_the_period_does_not_apply_after(years):
    ended = CATALOGUE.replace("{fra: 2012-01-01, ", "{fra: 2012-01-01, til: 2025-06-30, ")
    register = years("", IKKE.replace("svar: ikke", "svar: ikke, ordlyd: 2025-01-01"), requirements=ended)
    assert in_years(register) == ["udekket", "gjelder ikke", "gjelder ikke"]


def test_a_version_that_was_not_read_says_so_in_the_reason(years):
    likely = CATALOGUE.replace("sikkerhet: bekreftet}]", "sikkerhet: trolig}]")
    assert "er trolig" in requirement_years(years("", IKKE, requirements=likely))["hvorfor"][0]


NO_LAW = CATALOGUE.replace("slag: lovpaalagt_plan", "slag: forventning")
ASKED_FOR = "Oppfordret i 2021."


def test_what_is_told_of_a_version_of_a_law_is_not_told_as_a_doubt(years):
    told = CATALOGUE.replace("sikkerhet: bekreftet}]", f"sikkerhet: usikker, merknad: {ASKED_FOR}}}]")
    reason = requirement_years(years("", IKKE, requirements=told))["hvorfor"][0]
    assert "utgaven er usikker (nasjonalt/lovkrav.yaml:13). ingen rad" in reason


@pytest.mark.parametrize(
    ("versjon", "expected"),
    [
        (
            f"sikkerhet: bekreftet, merknad: {ASKED_FOR}",
            f"ikke kontrollert; utgaven er bekreftet (nasjonalt/lovkrav.yaml:13). {ASKED_FOR}",
        ),
        (
            f"sikkerhet: usikker, kontrollert: 2023-05-01, merknad: {ASKED_FOR}",
            f"kontrollert 01.05.2023; utgaven er usikker (nasjonalt/lovkrav.yaml:13). {ASKED_FOR}",
        ),
        ("sikkerhet: bekreftet, kontrollert: 2023-05-01", "ingen rad"),
    ],
)
def test_the_reason_of_what_is_no_law_says_when_somebody_last_checked_that_it_still_holds(years, versjon, expected):
    asked = NO_LAW.replace("sikkerhet: bekreftet}]", versjon + "}]")
    reason = requirement_years(years("", IKKE, requirements=asked))["hvorfor"][0]
    assert expected in reason
    assert ("kontrollert" in reason) == ("kontrollert" in expected)


PROCESS = CATALOGUE.replace("slag: lovpaalagt_plan", "slag: prosesskrav")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("", "ikke vurdert"),
        ("prosess: [{id: x, tekst: Sagt, krav: k, kilde: {avsnitt: A}}]\n", "ikke vurdert"),
        ("prosess: [{id: x, tekst: Sagt, krav: k, gjort: ja, kilde: {avsnitt: A}}]\n", "dekket"),
        ("prosess: [{id: x, tekst: Sagt, krav: k, gjort: delvis, kilde: {avsnitt: A}}]\n", "delvis"),
        ("prosess: [{id: x, tekst: Sagt, krav: k, gjort: nei, kilde: {avsnitt: A}}]\n", "udekket"),
    ],
)
def test_a_process_requirement_is_met_by_facts_on_the_process_and_unknown_where_the_source_is_silent(small, told, status):
    assert in_years(small("planer: []\n" + told, requirements=PROCESS)) == [status] * 3


def test_what_the_municipality_may_do_and_has_not_done_is_no_gap(small):
    told = "prosess: [{id: x, tekst: Sagt, krav: k, gjort: nei, kilde: {avsnitt: A}}]\n"
    register = small("planer: []\n" + told, requirements=PROCESS.replace("styrke: skal", "styrke: kan"))
    assert in_years(register) == ["ikke aktuelt"] * 3


def test_a_document_without_a_row_can_answer_and_what_is_yearly_is_planned_every_year(small):
    law = HEAD + "      - {krav: k, omtalt: d, svar: helt, grunn: fordi}\n"
    first = "{id: c, navn: C, eier: kommune, kilde: {avsnitt: A}}"
    told = f"planer: []\nomtalt: [{first}, {{id: d, navn: D, eier: kommune, aarlig: ja, kilde: {{avsnitt: A}}}}]\n"
    register = small(told, law=law, requirements=CATALOGUE + YEARLY)
    assert in_years(register) == ["planlagt"] * 3
    assert requirement_coverage(register)["planer"].item() == ()
    assert requirement_coverage(register)["svarer"].item() == ("D",)


def test_the_planstrategi_itself_can_answer_and_is_unknown_without_the_day_of_its_adoption(small):
    law = HEAD + "      - {krav: k, planstrategien: ja, svar: helt, grunn: fordi}\n"
    register = small("planer: []\n", law=law, requirements=CATALOGUE)
    assert in_years(register) == ["gyldighet ukjent"] * 3
    assert "Planstrategien: det er ikke kjent" in requirement_years(register)["hvorfor"][0]
    assert questions(register)["sporsmaal"].item() == "Er planstrategien vedtatt av kommunestyret, og når?"


def test_of_two_answers_the_stronger_counts_and_both_are_named(small):
    plans = (
        "planer:\n"
        + PLAN % "vedtatt: 2020"
        + (PLAN % "planbehov: ny, ferdig: 2024-12-01").replace("p,", "q,").replace("rad: 1", "rad: 2")
    )
    law = HEAD + DELVIS + HELT.replace("plan: p", "plan: q").replace("fordi", "derfor")
    register = small(plans, law=law, requirements=CATALOGUE)
    assert in_years(register) == ["delvis"] * 3
    assert in_years(register, "status_etter_plan") == ["dekket"] * 3
    assert requirement_coverage(register)["planer"].item() == ("p", "q")


def test_the_latest_of_two_judges_counts(small):
    second = HEAD.split("sett:\n")[1].replace("id: s", "id: t").replace("naar: 2026-11-25", "naar: 2026-11-26")
    law = HEAD + HELT + second + DELVIS
    assert in_years(small("planer:\n" + PLAN % "vedtatt: 2020", law=law, requirements=CATALOGUE)) == ["delvis"] * 3


def test_a_reason_names_the_facts_the_rule_and_the_file_and_line_of_each(years):
    register = years("vedtatt: 2021-06-01, planbehov: viderefores", HELT, extra=FOURTH)
    why = requirement_years(register)["hvorfor"][1]
    assert "P svarer helt: fordi (vurderinger/lovkrav.yaml:9)" in why
    assert "Gjeldende utgave: vedtatt 01.06.2021, hvem som vedtok, er ikke kjent" in why
    assert "møter kravet til og med 31.05.2025 etter prøveloven § 2 (register.yaml:15)." in why
    assert "Frist 01.06.2025 etter prøveloven § 2 (nasjonalt/lovkrav.yaml:15)." in why
    assert why.endswith("Derfor: frist i året.")


def test_every_status_stands_once_in_the_one_table_and_no_two_share_a_rank(years):
    register = years("", IKKE)
    assert list(status_table(register)["status"]) == [rank.status for rank in STATUS_RANKS]
    assert sorted(IN_YEAR.values()) == sorted(IN_PERIOD.values()) == list(range(1, 16))


def test_the_weakest_year_decides_the_period(years):
    register = years("vedtatt: 2021-06-01, planbehov: viderefores", HELT, extra=FOURTH)
    assert in_period(register) == "utløpt"
    assert requirement_coverage(register)["hvorfor"].item().startswith("Svakest i 2026: ")


def test_counts_per_kind_have_every_kind_and_status(years):
    frame = by_kind(years("", IKKE))
    assert len(frame) == 6 * 15
    assert frame["antall_krav"].sum() == 1


def test_the_next_three_due_dates_pass_over_what_is_met_already(years):
    register = years("vedtatt: 2024-05-01", HELT, extra=YEARLY)
    assert list(upcoming(register)["frist"]) == ["2025-12-31", "2026-12-31", "2027-12-31"]


def test_a_rule_that_counts_from_an_unknown_edition_has_a_row_without_a_day(years):
    row = upcoming(years("planbehov: viderefores", HELT, extra=FOURTH)).iloc[0]
    assert row["frist"] is None
    assert "ikke kjent" in row["merknad"]


def test_steps_are_counted_back_from_the_due_date_and_from_what_the_register_plans(years):
    step = "    saksgang: [{steg: Høring, dager_foer: 42, etter: prøveloven § 4, lenke: x}]\n"
    register = years("planbehov: ny, aar: [2026], ferdig: 2026-12-31", HELT, extra=YEARLY + step)
    frame = decision_steps(register)
    assert list(frame["vedtak"]) == ["2024-12-31", "2026-12-31"]
    assert list(frame["start_senest"]) == ["2024-11-19", "2026-11-19"]


def test_due_dates_that_the_marked_years_miss_are_listed_with_the_years(years):
    frame = missed(years("planbehov: revisjon, aar: [2024, 2025]", HELT, extra=YEARLY))
    assert list(frame["aar"]) == [2026]
    assert frame["merkede_aar"].iloc[0] == (2024, 2025)


def test_gaps_are_in_order_of_strength(small):
    weaker = CATALOGUE.split("krav:\n")[1].replace("id: k", "id: w").replace("styrke: skal", "styrke: bor")
    law = HEAD + IKKE + IKKE.replace("krav: k", "krav: w")
    register = small("planer: []\n", law=law, requirements=CATALOGUE.replace("krav:\n", "krav:\n" + weaker))
    assert list(gaps(register)["krav_id"]) == ["k", "w"]


def test_a_plan_that_answers_a_requirement_has_something_behind_it(years):
    assert list(plans_without_requirement(years("vedtatt: 2020", HELT))["plan_id"]) == []


def test_nothing_is_said_of_a_plan_that_nobody_has_judged(small):
    register = small("planer:\n" + PLAN % "vedtatt: 2020", requirements=CATALOGUE)
    assert list(plans_without_requirement(register)["plan_id"]) == list(plans_without_law(register)["plan_id"]) == []
    assert alone_finding(register) == "Ingen har vurdert hva som ligger bak planene ennå."


def test_while_some_plans_are_not_judged_it_is_what_is_known_to_lie_behind_them_that_is_said(small):
    plans = (
        "planer:\n"
        + PLAN % "statutter: [{lov: barnevernsloven, gjelder: plan}]"
        + (PLAN % "vedtatt: 2020").replace("id: p", "id: q").replace("rad: 1", "rad: 2")
    )
    found = alone_finding(small(plans, requirements=CATALOGUE))
    assert (found, found.under) == ("1 av 2 planer har kjent lov, krav eller forventning bak seg.", "1 er ikke vurdert.")


def test_a_document_that_answers_is_not_taken_for_a_plan_with_the_same_id(years):
    document = "omtalt: [{id: p, navn: Dokument, eier: kommune, kilde: {avsnitt: Lokalt}}]\n"
    register = years("vedtatt: 2020", HELT.replace("plan: p", "omtalt: p"), documents=document)
    assert list(plans_without_law(register)["plan_id"]) == ["p"]


def test_a_demand_that_nobody_has_judged_may_be_what_a_plan_is_made_for(years):
    second = CATALOGUE.split("krav:\n")[1].replace("id: k", "id: w")
    register = years("vedtatt: 2020", IKKE, requirements=CATALOGUE + second)
    assert list(plans_without_law(register)["plan_id"]) == []


def test_the_source_audit_counts_what_is_missing(years):
    frame = source_audit(years("", IKKE)).set_index("maal")
    assert list(frame.loc["Krav med lenke til det som er lest", ["antall", "av", "prosent"]]) == [0, 1, 0.0]
    assert frame.loc["Krav med lenke til det som er lest", "mangler"] == ("k",)
    assert list(frame.loc["Versjoner der teksten er lest", ["antall", "av", "mangler"]]) == [1, 1, ()]
    # a law that is read is not to be checked again by hand, as what is no law is
    assert list(frame.loc["Åpne versjoner av det som ikke er lov, med dag for kontroll", ["antall", "av"]]) == [0, 0]
    assert list(frame.loc["Krav med sikkerhet bekreftet", ["antall", "av", "prosent"]]) == [1, 1, 100.0]


def test_the_source_audit_counts_a_section_whose_text_is_not_stored(years):
    cited = "    hjemmel: [{lov: LOV-2001-01-01-1, paragraf: '1', tittel: prøveloven, lenke: x}]\n"
    frame = source_audit(years("", IKKE, extra=cited)).set_index("maal")
    assert list(frame.loc["Hjemler med lagret lovtekst", ["antall", "av", "mangler"]]) == [0, 1, ("k",)]


def test_an_edition_does_not_cover_the_years_before_it_was_made(years):
    register = years("vedtatt: 2026-03-01", HELT, dato="2026-11-25")
    assert in_years(register) == ["gyldighet ukjent", "gyldighet ukjent", "dekket"]


def test_a_plan_that_is_repealed_ends_with_its_last_marked_year_and_otherwise_on_a_day_nobody_knows(years):
    assert in_years(years("vedtatt: 2020, planbehov: oppheves, aar: [2025]", HELT)) == ["dekket", "dekket", "utløpt"]


def test_a_plan_that_is_repealed_ends_no_later_than_its_validity(years):
    ends_first = years("vedtatt: 2020, planbehov: oppheves, aar: [2026], gyldig_til: 2024", HELT)
    assert in_years(ends_first) == ["dekket", "utløpt", "utløpt"]


def test_a_plan_that_is_repealed_some_day_has_unknown_validity(years):
    register = years("vedtatt: 2020, planbehov: oppheves", HELT)
    assert in_years(register) == ["gyldighet ukjent"] * 3
    assert "tidspunkt som ikke er kjent" in requirement_years(register)["hvorfor"][0]


def test_a_plan_that_is_replaced_ends_when_its_successor_is_finished(small):
    new = (PLAN % "planbehov: ny, aar: [2025], ferdig: 2025-06-30").replace("p,", "q,").replace("rad: 1", "rad: 2")
    plans = "planer:\n" + PLAN % "vedtatt: 2020, planbehov: erstattes, erstattes_av: [q]" + new
    register = small(plans, law=HEAD + HELT, requirements=CATALOGUE)
    assert in_years(register) == ["dekket", "utløpt", "utløpt"]


def test_what_should_have_been_finished_by_now_is_unknown_and_no_longer_planned(years):
    register = years("planbehov: ny, aar: [2024], ferdig: 2024-03-01", HELT, dato="2026-11-25")
    assert in_years(register) == ["gyldighet ukjent"] * 3
    assert questions(register)["sporsmaal"].item() == "Ble «P» ferdig og vedtatt, og når?"


def test_of_a_yearly_duty_too_what_should_have_been_finished_is_asked_of(years):
    # the work of a year is an edition as well, and not one that is stated
    yearly = years("planbehov: ny, aar: [2024], ferdig: 2024-03-01", HELT, extra=YEARLY, dato="2026-11-25")
    assert list(questions(yearly)["sporsmaal"]) == ["Ble «P» ferdig og vedtatt, og når?"]


def test_what_is_to_be_finished_on_the_very_day_is_planned(years):
    assert in_years(years("planbehov: ny, ferdig: 2024-06-30", HELT, dato="2024-06-30")) == ["planlagt"] * 3


def test_a_decision_to_leave_out_one_requirement_leaves_out_no_other(years):
    other = CATALOGUE.split("krav:\n")[1].replace("id: k", "id: l")
    register = years("", IKKE, extra=other, tail=LEFT_OUT.replace("krav: k", "krav: l"))
    assert in_years(register) == ["udekket"] * 3 + ["bevisst utelatt", "bevisst utelatt", "ikke vurdert"]


def test_a_requirement_that_is_left_out_a_part_of_the_period_is_not_covered_in_it(years):
    left = LEFT_OUT.replace("til: 2025-12-31", "til: 2026-12-31").replace("dato: 2024-03-01", "dato: 2025-03-01")
    register = years("vedtatt: 2020, gyldig_til: 2024", HELT, tail=left)
    assert in_years(register) == ["dekket", "bevisst utelatt", "bevisst utelatt"]
    assert in_period(register) == "bevisst utelatt"
    assert list(gaps(register)["status"]) == ["bevisst utelatt"]


def test_two_decisions_to_leave_a_requirement_out_both_count(years):
    second = LEFT_OUT.split("\n")[1].replace("dato: 2024-03-01, til: 2025-12-31", "dato: 2026-01-01, til: 2026-12-31")
    assert in_years(years("", IKKE, tail=LEFT_OUT + second + "\n")) == ["bevisst utelatt"] * 3


def test_a_later_judge_can_say_that_nothing_answers_after_all_and_is_the_one_named(small):
    second = HEAD.split("sett:\n")[1].replace("id: s", "id: t").replace("naar: 2026-11-25", "naar: 2026-11-26")
    law = HEAD + HELT + second.replace("juristen", "kommuneadvokaten") + IKKE
    register = small("planer:\n" + PLAN % "vedtatt: 2020", law=law, requirements=CATALOGUE)
    assert in_years(register) == ["udekket"] * 3
    assert requirement_coverage(register)["vurdert_av"].item() == "kommuneadvokaten"


def test_who_adopted_an_edition_says_nothing_of_who_revised_it(years):
    own = CATALOGUE.replace("vedtas_av: kommunen\n", "vedtas_av: kommunestyret_selv\n")
    plan = "vedtatt: 2015, vedtatt_av: politisk, revidert: 2024-02-01"
    assert in_years(years(plan, HELT, requirements=own)) == ["gyldighet ukjent"] * 3


def test_the_next_edition_is_measured_by_who_adopts_it(years):
    own = CATALOGUE.replace("vedtas_av: kommunen\n", "vedtas_av: kommunestyret_selv\n")
    plan = "planbehov: ny, skal_vedtas: 2024-11-01, skal_vedtas_av: administrativt"
    register = years(plan, HELT, requirements=own)
    assert in_years(register, "status_etter_plan") == ["delvis"] * 3
    assert "administrativt vedtak svarer bare delvis" in requirement_years(register)["hvorfor"][0]


def test_what_is_finished_but_not_adopted_answers_nothing_yet(years):
    plan = "planbehov: ny, aar: [2024, 2025], ferdig: 2024-12-01, skal_vedtas: 2025-06-01"
    assert in_years(years(plan, HELT)) == ["under arbeid", "planlagt", "planlagt"]


def test_an_edition_of_an_election_year_may_be_of_either_term(years):
    twelve = TERM.replace("regel: hver_valgperiode", "regel: hver_valgperiode, innen_maaneder: 12")
    assert in_years(years("vedtatt: 2023", HELT, extra=twelve)) == ["gyldighet ukjent"] * 3


def test_unknown_validity_comes_before_a_due_date_while_it_can_still_meet_it(years):
    register = years("planbehov: viderefores", HELT, extra=YEARLY)
    assert in_years(register) == ["gyldighet ukjent", "frist i året", "frist i året"]


def test_a_due_date_is_kept_on_its_last_day(years):
    register = years("", IKKE, extra=YEARLY, dato="2024-12-31")
    assert in_years(register)[0] == "frist i året"
    assert upcoming(register)["frist"][0] == "2024-12-31"


def test_a_due_date_that_has_passed_where_nothing_exists_is_overdue(years):
    assert upcoming(years("", IKKE, extra=YEARLY, dato="2025-03-01"))["forfalt"][0] == "2024-12-31"


def test_an_old_edition_is_overdue_and_still_has_due_dates_ahead(years):
    row = upcoming(years("vedtatt: 1999-06-01", HELT, extra=FOURTH)).iloc[0]
    assert (row["frist"], row["forfalt"]) == ("2027-06-01", "2023-06-01")


def test_a_rule_younger_than_its_requirement_gives_no_due_date_before_it_began(years):
    later = YEARLY.replace("regel: hvert_aar", "regel: hvert_aar, fra: 2026-01-01")
    assert in_years(years("", IKKE, extra=later)) == ["udekket", "udekket", "frist i året"]


def test_the_legal_basis_is_that_of_the_version_in_force(years):
    place = "lov: LOV-2001-01-01-1, paragraf: '%s', tittel: prøveloven, lenke: x"
    old = "{til: 2024-12-31, sikkerhet: trolig, hjemmel: [{" + place % "1" + "}]}"
    versions = CATALOGUE.replace(
        "[{fra: 2012-01-01, sikkerhet: bekreftet}]", f"[{old}, {{fra: 2025-01-01, sikkerhet: bekreftet}}]"
    )
    register = years("", IKKE, requirements=versions + "    hjemmel: [{" + place % "2" + "}]\n")
    assert list(requirement_years(register)["hjemmel"]) == [("prøveloven § 1",), ("prøveloven § 2",), ("prøveloven § 2",)]


def test_a_hearing_that_has_been_held_is_no_step_ahead(years):
    step = "    saksgang: [{steg: Høring, dager_foer: 42, etter: prøveloven § 4, lenke: x}]\n"
    plan = "planbehov: ny, status: til_behandling, aar: [2024], skal_vedtas: 2024-10"
    assert len(decision_steps(years(plan, HELT, extra=step))) == 0
