"""What has changed between two registers of one municipality: a row per change."""

import pytest
from registers_of_two_periods import NEW, OLD, compared, judged, plan, rows, write
from registers_with_expectations import sett, write_and_load

import planstrategi as ps
from planstrategi.revision.comparison import held_against

HEADS = ("plan_id", "endring", "felt", "fra", "til")


def test_two_periods_come_out_as_they_do_by_hand(tmp_path):
    assert rows(compared(tmp_path, OLD, NEW), "endringer", *HEADS) == [
        ("klima", "endret", "planbehov", "revisjon", "viderefores"),
        ("klima", "endret", "vedtatt", "2015", "2022-05"),
        ("skole", "skjøvet ut", "aar", "2020, 2021", "2025"),
        ("idrett", "lagt til", "planbehov", None, "ny"),
        ("omsorgsplan", "kanskje nytt navn", "navn", "Plan for helse og omsorg", "Helse- og omsorgsplan 2023–2030"),
        ("naering", "skjøvet ut", "ferdig", "2022", "2026"),
        ("naering", "endret", "ansvarlig", "Nord", "Sør"),
        ("kultur", "nytt navn", "navn", "Kulturplan", "Kulturstrategi"),
        ("bru", "tatt ut", "planbehov", "revisjon", None),
        ("torg", "tatt ut", "planbehov", "utgaar", None),
    ]


@pytest.mark.parametrize("name", ["ostre_toten", "fjordvik"])
def test_a_register_held_against_itself_has_not_changed(request, name):
    register = request.getfixturevalue(name)
    same = held_against(register, register)
    assert len(ps.table("endringer", same)) == 0
    assert ps.finding("endringer", same).startswith("Ingenting er endret siden utgaven per ")
    assert "ingenting er endret" in str(ps.show(ps.table("endringer", same)))


# in one period: what it was, what it is, and what is said of it
CASES = {
    "years later": ("aar: [2024]", "aar: [2025]", ("skjøvet ut", "aar", "2024", "2025")),
    "one year more at the end": ("aar: [2024]", "aar: [2024, 2025]", ("skjøvet ut", "aar", "2024", "2024, 2025")),
    "years earlier": ("aar: [2025, 2026]", "aar: [2025]", ("framskyndet", "aar", "2025, 2026", "2025")),
    "one year more at the beginning": ("aar: [2026]", "aar: [2025, 2026]", ("endret", "aar", "2026", "2025, 2026")),
    "years left out": ("aar: [2025]", "", ("ikke lenger oppgitt", "aar", "2025", None)),
    "a later finish": ("ferdig: 2025", "ferdig: 2026-H1", ("skjøvet ut", "ferdig", "2025", "2026-H1")),
    "an earlier adoption": ("skal_vedtas: 2026", "skal_vedtas: 2025", ("framskyndet", "skal_vedtas", "2026", "2025")),
    "a finish for the first time": ("", "ferdig: 2025", ("endret", "ferdig", None, "2025")),
    "another status": ("status: venter", "status: under_arbeid", ("endret", "status", "venter", "under_arbeid")),
}


@pytest.mark.parametrize("case", CASES)
def test_in_one_period_what_is_moved_later_or_earlier_is_told_apart(tmp_path, case):
    was, now, said = CASES[case]
    first = write(tmp_path, [plan("a", was)], 2024, folder="prove/hoering")
    second = write(tmp_path, [plan("a", now)], 2024, folder="prove/vedtatt")
    register = held_against(ps.load(first), ps.load(second))
    assert rows(register, "endringer", *HEADS) == [("a", *said)]


def test_the_years_of_two_periods_are_compared_where_they_overlap(tmp_path):
    old = ps.load(write(tmp_path, [plan("a", "aar: [2024, 2025]"), plan("b", "aar: [2024, 2026]")], 2024))
    new = ps.load(write(tmp_path, [plan("a", "aar: [2025, 2028]"), plan("b", "aar: [2027]")], 2025))
    assert rows(held_against(old, new), "endringer", *HEADS) == [("b", "skjøvet ut", "aar", "2026", "2027")]


@pytest.mark.parametrize("promised", ["ferdig", "skal_vedtas"])
def test_what_is_done_late_is_said_and_the_times_of_the_next_edition_are_no_change(tmp_path, promised):
    old, new = f"planbehov: revisjon, {promised}: 2021, vedtatt: 2015", "planbehov: revisjon, ferdig: 2027, vedtatt: 2022"
    assert rows(compared(tmp_path, [plan("a", old)], [plan("a", new)]), "endringer", *HEADS) == [
        ("a", "skjøvet ut", promised, "2021", "2022"),
        ("a", "endret", "vedtatt", "2015", "2022"),
    ]


@pytest.mark.parametrize(("was", "now"), [("navn: Nord}", "navn: Nordre}"), ("nord", "nordre")])
def test_an_area_that_only_has_another_id_or_only_another_name_is_the_same(tmp_path, was, now):
    folder = write(tmp_path, [plan("a")], 2024)
    fil = folder / "register.yaml"
    write(tmp_path, [plan("a"), plan("b")], 2020)
    fil.write_text(fil.read_text("utf-8").replace(was, now), "utf-8")
    assert [row[2] for row in rows(ps.load(folder), "endringer", *HEADS)] == ["planbehov"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("svar: ikke", "plan: a, svar: helt", ("krav nå møtt", "udekket", "dekket")),
        ("plan: a, svar: helt", "svar: ikke", ("krav nå åpent", "dekket", "udekket")),
        ("plan: a, svar: helt", "svar: ikke_vurdert", ("krav nå ikke kjent", "dekket", "ikke vurdert")),
        ("svar: ikke", "svar: ikke_aktuelt", ("krav gjelder ikke", "udekket", "ikke aktuelt")),
        ("svar: ikke_vurdert", "svar: ikke", ("krav nå åpent (ikke kjent før)", "ikke vurdert", "udekket")),
        # what was not asked then, is no progress now
        ("svar: ikke_aktuelt", "plan: a, svar: helt", ("krav nå møtt (gjaldt ikke før)", "ikke aktuelt", "dekket")),
    ],
)
def test_a_duty_that_is_newly_met_or_newly_open_has_a_row_that_rests_on_judgements(tmp_path, old, new, said):
    assert rows(judged(tmp_path, old, new), "endringer", "plan_id", "krav_id", "slag", "endring", "fra", "til") == [
        (None, "k", "lovvurderinger", *said)
    ]


def test_a_duty_that_is_met_until_a_day_still_to_come_is_neither_newly_open_nor_newly_met(tmp_path):
    rule = "    gjentakelse: [{regel: hver_valgperiode, etter: prøveloven § 1}]\n"
    register = judged(tmp_path, "svar: ikke", "plan: a, svar: helt", repeated=rule, adopted="2021")
    assert rows(register, "endringer", "krav_id", "endring", "fra", "til")[-1:] == [
        ("k", "krav med frist i perioden", "udekket", "frist i året")
    ]


def test_a_duty_that_is_met_by_a_plan_that_runs_out_in_the_period_is_neither_and_says_so(tmp_path):
    register = judged(tmp_path, "svar: ikke", "plan: a, svar: helt", adopted="2019, gyldig_til: 2025")
    assert rows(register, "endringer", "krav_id", "endring", "fra", "til")[-1:] == [
        ("k", "krav med frist i perioden", "udekket", "dekket, men løper ut")
    ]
    yes = "plan: a, svar: helt"
    over = judged(tmp_path / "b", yes, yes, adopted="2019, gyldig_til: 2025", day="2026-06-30")
    assert rows(over, "endringer", "krav_id", "endring", "fra", "til")[-1:] == [("k", "krav nå åpent", "dekket", "utløpt")]


@pytest.mark.parametrize(("old", "new"), [("", "svar: ikke"), ("svar: ikke", ""), ("svar: ikke", "svar: ikke")])
def test_duties_that_somebody_has_judged_in_one_register_alone_or_alike_in_both_have_no_rows(tmp_path, old, new):
    register = judged(tmp_path, old, new)
    assert rows(register, "endringer", "krav_id") == []
    assert ("Lovkravene" in ps.finding("endringer", register).under) == (not (old and new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("a lok-1 ingen", "a lok-1 sterk", ("forventning nå svart på", "ingen plan", "sterkt")),
        ("a lok-1 sterk", "a lok-1 ingen", ("forventning nå uten svar", "sterkt", "ingen plan")),
        ("a lok-1 sterk", "b lok-1 ingen", ("forventning nå ikke kjent", "sterkt", "ikke vurdert")),
        ("b lok-1 ingen", "a lok-1 svak", ("forventning nå svart på (ikke kjent før)", "ikke vurdert", "svakt")),
    ],
)
def test_an_expectation_that_is_newly_answered_or_newly_open_has_a_row_that_rests_on_judgements(tmp_path, old, new, said):
    # only one who judges all plans can say that none answers
    whole = {"a": "lokale: ja", "b": ""}
    both = [
        write_and_load(tmp_path / str(number), "a b", "lok-1", [sett("s", pair, more=whole[pair[0]])])
        for number, pair in enumerate((old, new))
    ]
    heads = ("forventning_id", "slag", "endring", "fra", "til")
    assert rows(held_against(*both), "endringer", *heads) == [("lok-1", "vurderinger", *said)]


def test_a_better_or_a_weaker_answer_is_no_change_of_whether_there_is_one(tmp_path):
    both = [write_and_load(tmp_path / grad, "a", "lok-1", [sett("s", f"a lok-1 {grad}")]) for grad in ("svak", "sterk")]
    assert rows(held_against(*both), "endringer", "forventning_id") == []
