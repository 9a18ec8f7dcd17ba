"""Which expectation is answered by which plan, when, and what it rests on, each on the smallest register that shows it.

The registers, catalogues and judgements are invented; `registers_with_expectations.py` has the words to write them with.
"""

import pandas as pd
import pytest
from registers_with_expectations import chapters, column, document, listed, points, sett

import planstrategi as ps
from planstrategi.analysis.alignment.chart_frames import matrix
from planstrategi.analysis.alignment.judged_pairs import kappa

GOALS = "per_dato: 2024-06-01\nkilde: Oppdiktet.\nsikkerhet: trolig\nmaal: " + listed(
    {str(number): f"farge: '#0000{number:02}'" for number in range(1, 18)}, "nr: {id}, navn: Mål {id}"
)
IN_FORCE_NOW, NEXT_YEAR = "vedtatt: 2020-01-01", "planbehov: ny, ferdig: 2025-06-30"


def row(register, name="lok-1"):
    return ps.table("forventninger", register).set_index("forventning_id").loc[name]


def status(register):
    return column(register, "status")


def rows(register, table, *names):
    """Return a table as lists; what is missing is None."""
    return _listed(ps.table(table, register)[list(names)])


def each_level(register, table, *names):
    """Return the same without the rows for all levels together."""
    frame = ps.table(table, register)
    return _listed(frame.loc[frame["nivaa"] != "alle", list(names)])


def said(register, subject):
    """Return a sentence, and the line below it."""
    found = ps.finding(subject, register)
    return [str(found), found.under]


def _listed(frame):
    frame = frame.astype(object)
    return frame.where(frame.notna(), None).values.tolist()


# Status: the strongest grade decides; what nobody has judged is never covered, and never called answered by no plan.


@pytest.mark.parametrize(("grad", "expected"), [("sterk", "sterkt"), ("delvis", "delvis"), ("svak", "svakt")])
def test_what_one_plan_answers_has_the_grade_of_that_plan(make, grad, expected):
    assert status(make("a", "lok-1", [sett("s", f"a lok-1 {grad}")])) == {"lok-1": expected}


def test_of_several_plans_the_strongest_decides_and_stands_first(make):
    register = make("a b c d", "lok-1", [sett("s", "a lok-1 svak", "b lok-1 delvis", "c lok-1 sterk", "d lok-1 ingen")])
    found = row(register)
    assert (found["status"], found["planer"]) == ("sterkt", ("c", "b", "a"))
    assert list(found[["antall_sterk", "antall_delvis", "antall_svak", "antall_vurdert"]]) == [1, 1, 1, 4]


def test_no_plan_answers_when_every_plan_was_judged_and_none_does(make):
    assert status(make("a b", "lok-1", [sett("s", "a lok-1 ingen", "b lok-1 ingen")])) == {"lok-1": "ingen plan"}


def test_a_set_that_judged_a_whole_list_says_of_all_it_does_not_name_that_no_plan_answers(make):
    register = make("a b", "lok-1 lok-2", [sett("s", "a lok-1 svak", more="lokale: ja")])
    assert status(register) == {"lok-1": "svakt", "lok-2": "ingen plan"}
    assert column(register, "antall_vurdert") == {"lok-1": 2, "lok-2": 2}


def test_one_plan_that_nobody_judged_leaves_the_expectation_unjudged(make):
    assert status(make("a b", "lok-1", [sett("s", "a lok-1 ingen")])) == {"lok-1": "ikke vurdert"}


def test_one_answer_is_enough_though_other_plans_are_unjudged(make):
    assert status(make("a b", "lok-1", [sett("s", "a lok-1 svak")])) == {"lok-1": "svakt"}


def test_a_plan_that_cannot_be_judged_does_not_keep_the_others_from_being_no_plan(make):
    cannot = "lokale: ja, ikke_vurdert: [{plan: b, grunn: bare et navn}]"
    register = make("a b", "lok-1", [sett("s", more=cannot)])
    assert (row(register)["status"], row(register)["antall_vurdert"]) == ("ingen plan", 1)


def test_where_no_plan_can_be_judged_nothing_is_judged(make):
    cannot = "lokale: ja, ikke_vurdert: [{plan: a, grunn: bare et navn}]"
    register = make("a", "lok-1", [sett("s", more=cannot)])
    assert (row(register)["status"], row(register)["grunnlag"]) == ("ikke vurdert", "ikke vurdert")


def test_without_plans_nothing_can_be_judged(make):
    assert status(make({}, "lok-1", [sett("s", more="lokale: ja")])) == {"lok-1": "ikke vurdert"}


def test_a_set_covers_only_the_documents_it_names(make):
    register = make("a", "lok-1", [sett("s", more="dokumenter: [nf]")], national=document("nf-1"))
    assert status(register) == {"nf-1": "ingen plan", "lok-1": "ikke vurdert"}


@pytest.mark.parametrize("judged", [[], [sett("s")]])
def test_without_judgements_everything_is_unjudged_and_nothing_is_linked(make, judged):
    register = make("a", "lok-1", judged, national=document("nf-1"))
    assert status(register) == {"nf-1": "ikke vurdert", "lok-1": "ikke vurdert"}
    assert ps.table("koblinger", register).empty
    assert set(ps.table("vurderte-planer", register)["status"]) == {"ikke vurdert"}


def test_a_status_rests_on_provisional_judgements_when_one_of_the_answering_is(make):
    final, draft = sett("s", "a lok-1 svak", "a lok-2 svak"), sett("u", "b lok-1 ingen", "b lok-2 svak", forelopig="ja")
    register = make("a b", "lok-1 lok-2 lok-3", [final, draft])
    assert column(register, "grunnlag") == {
        "lok-1": "vurdert", "lok-2": "foreløpig vurdert", "lok-3": "ikke vurdert",
    }  # fmt: skip


def test_a_plan_that_another_set_judged_does_not_stand_in_for_one_that_nobody_judged(make):
    cannot = sett("s", "a lok-1 ingen", more="ikke_vurdert: [{plan: b, grunn: bare et navn}]")
    register = make("a b c", "lok-1", [cannot, sett("t", "b lok-1 ingen")])
    assert status(register) == {"lok-1": "ikke vurdert"}


def test_what_is_unjudged_rests_on_nothing(make):
    found = row(make("a b", "lok-1", [sett("s", "a lok-1 ingen")]))
    assert (found["status"], found["grunnlag"]) == ("ikke vurdert", "ikke vurdert")


# Sets: a later one replaces an earlier one on what it has judged.


def grades(register):
    frame = ps.table("koblinger", register)
    return dict(zip(frame["plan_id"] + " " + frame["forventning_id"], frame["grad"], strict=True))


@pytest.mark.parametrize("order", [1, -1])
def test_a_later_set_replaces_an_earlier_one_on_its_pairs_alone_whatever_the_order_in_the_file(make, order):
    early = sett("forst", "a lok-1 svak", "b lok-1 sterk", naar="2024-06-29")
    late = sett("sist", "b lok-1 delvis", naar="2024-06-30")
    register = make("a b", "lok-1", [early, late][::order])
    assert grades(register) == {"a lok-1": "svak", "b lok-1": "delvis"}
    assert rows(register, "koblinger", "plan_id", "vurdert_av") == [["a", "Leser forst"], ["b", "Leser sist"]]


def test_of_two_sets_of_one_day_the_one_further_down_counts(make):
    assert grades(make("a", "lok-1", [sett("s", "a lok-1 sterk"), sett("t", "a lok-1 svak")])) == {"a lok-1": "svak"}


def test_a_later_set_that_judged_a_whole_document_replaces_all_of_it_but_for_what_it_could_not_judge(make):
    early = sett("forst", "a nf-1 sterk", "b nf-1 sterk", "b nf-2 svak", "a lok-1 svak", naar="2024-06-01")
    late = sett("sist", "a nf-2 delvis", more="dokumenter: [nf], ikke_vurdert: [{plan: b, grunn: bare et navn}]")
    register = make("a b", "lok-1", [early, late], national=document("nf-1 nf-2"))
    assert grades(register) == {"b nf-1": "sterk", "b nf-2": "svak", "a nf-2": "delvis", "a lok-1": "svak"}


def test_a_later_set_that_judged_the_local_list_replaces_that_list_alone(make):
    early = sett("forst", "a nf-1 sterk", "a lok-1 sterk", naar="2024-06-01")
    register = make("a", "lok-1", [early, sett("sist", more="lokale: ja")], national=document("nf-1"))
    assert status(register) == {"nf-1": "sterkt", "lok-1": "ingen plan"}


def test_an_earlier_set_that_judged_a_whole_document_takes_nothing_from_a_later_pair(make):
    early, late = sett("forst", naar="2024-06-01", more="lokale: ja"), sett("sist", "a lok-1 svak")
    assert status(make("a", "lok-1", [late, early])) == {"lok-1": "svakt"}


def test_the_grade_ingen_removes_the_link_an_earlier_set_made(make):
    register = make("a", "lok-1", [sett("forst", "a lok-1 sterk", naar="2024-06-01"), sett("sist", "a lok-1 ingen")])
    assert (status(register), grades(register)) == ({"lok-1": "ingen plan"}, {})


def test_a_control_set_changes_no_status_and_makes_no_link_however_late_and_whole_it_is(make):
    counting = sett("s", "a lok-1 svak", naar="2024-06-01")
    control = sett("k", "a lok-1 sterk", "b lok-2 sterk", more="kontroll: ja, lokale: ja")
    register = make("a b", "lok-1 lok-2", [counting, control])
    assert status(register) == {"lok-1": "svakt", "lok-2": "ikke vurdert"}
    assert grades(register) == {"a lok-1": "svak"}
    assert column(register, "status", "vurderte-planer", "plan_id") == {"a": "svarer", "b": "ikke vurdert"}


def test_every_link_can_be_traced_to_the_line_of_its_judgement(small):
    plans = (
        "satsingsomraader: [{id: lok-1, navn: Oppvekst, kilde: {avsnitt: Lokalt}}]\nplaner:\n"
        "  - {id: a, navn: A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord}\n"
    )
    judged = (
        "per_dato: 2024-07-01\nsett:\n  - id: s\n    hvem: Rådgiver\n    naar: 2024-07-01\n    grunnlag: Planene\n"
        "    forelopig: ja\n    vurderinger:\n"
        "      - {plan: a, forventning: lok-1, grad: svak, grunnlag: navn, grunn: navnet}\n"
    )
    register = small(plans, judged)
    assert ps.table("koblinger", register)["kilde"].item() == "vurderinger/forventninger.yaml:9"
    assert "Vurdert av: Rådgiver, 01.07.2024 (foreløpig)." in ps.table("forventninger", register).attrs["kilde"]


def test_each_set_has_a_row_that_says_who_judged_and_how_much_and_whether_it_counts(make):
    register = make("a", "lok-1", [sett("s", "a lok-1 svak", forelopig="ja"), sett("k", more="kontroll: ja")])
    assert rows(register, "vurderingssett", "sett", "vurdert_av", "forelopig", "kontroll", "antall") == [
        ["s", "Leser s", True, False, 1], ["k", "Leser k", False, True, 0],
    ]  # fmt: skip


# Plans


def test_a_plan_answers_or_was_judged_to_answer_nothing_or_is_unjudged_with_the_reason(make):
    cannot = "lokale: ja, ikke_vurdert: [{plan: c, grunn: bare et stedsnavn}]"
    register = make("a b c", "lok-1", [sett("s", "a lok-1 svak", more=cannot)])
    assert rows(register, "vurderte-planer", "plan_id", "status", "merknad") == [
        ["a", "svarer", None], ["b", "svarer ikke", None], ["c", "ikke vurdert", "bare et stedsnavn"],
    ]  # fmt: skip


def test_a_plan_that_a_later_set_judged_no_longer_has_the_reason_why_it_could_not_be_judged(make):
    early = sett("forst", naar="2024-06-01", more="lokale: ja, ikke_vurdert: [{plan: a, grunn: bare et navn}]")
    register = make("a", "lok-1", [early, sett("sist", more="lokale: ja")])
    assert rows(register, "vurderte-planer", "status", "merknad") == [["svarer ikke", None]]


def test_a_control_set_gives_no_reason_why_a_plan_is_unjudged(make):
    control = sett("k", more="kontroll: ja, ikke_vurdert: [{plan: a, grunn: bare et navn}]")
    assert rows(make("a", "lok-1", [control]), "vurderte-planer", "status", "merknad") == [["ikke vurdert", None]]


def test_what_a_plan_answers_is_counted_by_grade_and_level_and_listed_strongest_first(make):
    register = make(
        "a",
        "lok-1 lok-2",
        [sett("s", "a lok-1 svak", "a nf-1 delvis", "a rp-1 sterk", "a lok-2 sterk")],
        national=document("nf-1"),
        regional=document("rp-1", name="rp", slag="regional_plan"),
    )
    names = ["antall_sterk", "antall_delvis", "antall_svak", "antall_nasjonal", "antall_regional", "antall_lokal"]
    assert rows(register, "vurderte-planer", *names) == [[2, 1, 1, 1, 1, 2]]
    found = ps.table("vurderte-planer", register)["forventninger"].item()
    assert (set(found[:2]), found[2:]) == ({"rp-1", "lok-2"}, ("nf-1", "lok-1"))


def test_only_the_name_speaks_for_a_plan_when_nothing_else_does_for_any_of_its_links(make):
    judged = sett("s", "a lok-1 svak navn", "b lok-1 svak navn", "b lok-2 svak kommentar")
    register = make("a b c", "lok-1 lok-2", [judged])
    assert column(register, "bare_navn", "vurderte-planer", "plan_id") == {"a": True, "b": False, "c": None}


# What an expectation rests on


@pytest.mark.parametrize(
    ("plans", "rests_on"),
    [
        ({"a": ""}, "én plan: Plan a"),
        ({"a": "kortnavn: A, roller: [raadgiver]"}, "én plan: A"),
        ({"a": "roller: [raadgiver]", "b": "roller: [raadgiver]"}, "én rolle: Rådgiver"),
        ({"a": "roller: [raadgiver]", "b": "roller: [leder-nord]"}, None),
        ({"a": "roller: [raadgiver]", "b": ""}, None),
        ({"a": "roller: [raadgiver, leder-nord]", "b": "roller: [raadgiver, leder-nord]"}, None),
        ({"a": "", "b": ""}, None),
    ],
)
def test_an_expectation_rests_on_a_plan_or_a_role_only_where_that_alone_carries_it(make, plans, rests_on):
    register = make(plans, "lok-1 lok-2", [sett("s", *(f"{plan} lok-1 svak" for plan in plans))])
    assert row(register)["hviler_paa"] == rests_on or (rests_on is None and pd.isna(row(register)["hviler_paa"]))
    assert pd.isna(row(register, "lok-2")["hviler_paa"])


# When it is answered; the period is 2024–2026, and the register is as of 30.06.2024


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        (IN_FORCE_NOW, 2020),
        ("status: gjeldende", 2024),
        ("vedtatt: 2024", 2024),
        ("planbehov: revisjon, vedtatt: 2021, revidert: 2024, gyldig_til: 2026, aar: [2026]", 2021),
        (f"{IN_FORCE_NOW}, gyldig_til: 2024-06-30", 2020),
        (f"planbehov: revisjon, {IN_FORCE_NOW}, aar: [2026]", 2020),
        (f"{IN_FORCE_NOW}, gyldig_til: 2024-06-29", None),
        (f"planbehov: revisjon, {IN_FORCE_NOW}, gyldig_til: 2023-12-31, aar: [2025]", 2025),
        ("planbehov: ny, ferdig: 2025-06-30", 2025),
        ("planbehov: ny, ferdig: 2024-12-31, skal_vedtas: 2025-H1", 2025),
        ("planbehov: ny, skal_vedtas: 2024-host, aar: [2024, 2025]", 2024),
        ("planbehov: ny, aar: [2024, 2026]", 2026),
        ("planbehov: rullering_av_handlingsdel, aar: [2024, 2025]", None),
        ("planbehov: ny", None),
        ("aar: [2025]", None),
    ],
)
def test_a_plan_is_finished_now_if_an_edition_is_in_force_else_as_the_register_says_else_nobody_knows(make, fields, year):
    found = row(make({"a": fields}, "lok-1", [sett("s", "a lok-1 svak")]))
    assert (None if pd.isna(found["forste_aar"]) else found["forste_aar"]) == year
    assert (None if pd.isna(found["forst_ferdig"]) else found["forst_ferdig"]) == ("a" if year else None)


def test_the_first_year_is_that_of_the_plan_finished_first_of_those_that_carry_the_status(make):
    plans = {"a": "planbehov: ny, aar: [2026]", "b": NEXT_YEAR, "c": IN_FORCE_NOW, "d": ""}
    judged = sett("s", "a lok-1 sterk", "b lok-1 sterk", "c lok-1 delvis", "d lok-1 sterk", "d lok-2 sterk", "b lok-2 svak")
    register = make(plans, "lok-1 lok-2", [judged])
    assert list(row(register)[["status", "forste_aar", "forst_ferdig"]]) == ["sterkt", 2025, "b"]
    # nobody knows when the only one that carries it is finished, whatever weaker answer there is
    assert pd.isna(row(register, "lok-2")["forste_aar"]) and pd.isna(row(register, "lok-2")["forst_ferdig"])


def test_of_a_new_plan_an_older_edition_is_not_what_was_judged_but_one_made_in_the_period_is(make):
    plans = {"a": "planbehov: ny, datert: 2017-05-10, aar: [2026]", "b": "planbehov: ny, vedtatt: 2024-03-01, aar: [2024]"}
    register = make(plans, "lok-1 lok-2", [sett("s", "a lok-1 sterk", "b lok-2 sterk")])
    assert column(register, "forste_aar") == {"lok-1": 2026, "lok-2": 2024}


def test_year_by_year_what_is_answered_is_so_or_will_be_or_has_been_or_nobody_knows(make):
    # lok-1: weakly by a now, strongly by b from 2025; lok-2: by b alone; lok-3: by c, nobody knows when; lok-4: by no plan;
    # lok-5: by d, which runs out on the last day of 2024; lok-6: by e, which has run out; nf-1: unjudged
    register = make(
        {"a": "vedtatt: 2024-01-01", "b": NEXT_YEAR, "c": "", "d": f"{IN_FORCE_NOW}, gyldig_til: 2024-12-31",
         "e": f"planbehov: viderefores, {IN_FORCE_NOW}, gyldig_til: 2023-12-31"},
        "lok-1 lok-2 lok-3 lok-4 lok-5 lok-6",
        [sett("s", "a lok-1 svak", "b lok-1 sterk", "b lok-2 sterk", "c lok-3 svak", "d lok-5 svak", "e lok-6 svak",
              more="lokale: ja")],
        national=document("nf-1"),
    )  # fmt: skip
    columns = ["aar", "antall", "antall_naadd", "antall_naadd_delvis", "antall_kommer", "antall_utloept", "antall_uten_tid"]
    whole = ["antall_svart", "antall_ingen_plan", "antall_ikke_vurdert"]
    assert rows(register, "forventninger-aar", "nivaa", *columns, *whole) == [
        ["alle", 2024, 7, 1, 0, 2, 1, 1, 5, 1, 1],
        ["alle", 2025, 7, 2, 2, 0, 2, 1, 5, 1, 1],
        ["alle", 2026, 7, 2, 2, 0, 2, 1, 5, 1, 1],
        *(["nasjonal", year, 1, 0, 0, 0, 0, 0, 0, 0, 1] for year in (2024, 2025, 2026)),
        ["lokal", 2024, 6, 1, 0, 2, 1, 1, 5, 1, 0],
        ["lokal", 2025, 6, 2, 2, 0, 2, 1, 5, 1, 0],
        ["lokal", 2026, 6, 2, 2, 0, 2, 1, 5, 1, 0],
    ]
    assert "For 2 til er planen utløpt." in ps.finding("forventninger-aar", register).under


@pytest.mark.parametrize(
    ("fields", "states"),
    [
        (f"{IN_FORCE_NOW}, gyldig_til: 2025-12-31", ["naadd", "naadd", "utloept"]),
        (f"{IN_FORCE_NOW}, gyldig_til: 2025-12-30", ["naadd", "utloept", "utloept"]),
        (f"planbehov: revisjon, {IN_FORCE_NOW}, gyldig_til: 2024, ferdig: 2026-06", ["naadd", "kommer", "naadd"]),
        (f"planbehov: oppheves, {IN_FORCE_NOW}, aar: [2025]", ["naadd", "naadd", "utloept"]),
        (f"planbehov: oppheves, {IN_FORCE_NOW}", ["uten_tid", "uten_tid", "uten_tid"]),
    ],
    ids=["to the end of a year", "not to the end", "until revised", "until repealed", "repealed some day"],
)
def test_an_edition_answers_until_it_runs_out_and_its_revision_after_that(make, fields, states):
    register = make({"a": fields}, "lok-1", [sett("s", "a lok-1 sterk")])
    names = ["naadd", "kommer", "utloept", "uten_tid"]
    shown = each_level(register, "forventninger-aar", *(f"antall_{name}" for name in names))
    assert shown == [[int(name == state) for name in names] for state in states]


def test_an_edition_in_force_since_before_the_period_answers_by_the_end_of_its_first_year_whatever_day_it_is(make):
    register = make({"a": IN_FORCE_NOW}, "lok-1", [sett("s", "a lok-1 svak")], dato="2026-06-30")
    assert each_level(register, "forventninger-aar", "aar", "antall_naadd") == [[2024, 1], [2025, 1], [2026, 1]]


def test_a_plan_delays_what_no_other_plan_answers_by_the_year_it_should_be_finished(make):
    # when b slips: lok-1 is a's already, lok-2 has d the same year, lok-3 has e a year later, lok-4 has f, nobody knows when
    later = "planbehov: ny, aar: [2026]"
    register = make(
        {"a": IN_FORCE_NOW, "b": NEXT_YEAR, "d": NEXT_YEAR, "e": later, "f": ""},
        "lok-1 lok-2 lok-3 lok-4 lok-5",
        [
            sett(
                "s", "a lok-1 svak", "d lok-2 svak", "e lok-3 svak", "e lok-5 sterk", "f lok-4 svak",
                *(f"b lok-{number} svak" for number in (1, 2, 3, 4)), more="lokale: ja",
            )
        ],
    )  # fmt: skip
    names = ["antall_forsinket", "antall_ikke_forsinket", "antall_ikke_kjent", "antall_etter_perioden", "forventninger"]
    assert rows(register, "forsinkelse", "plan_id", "blir", "antall", *names) == [
        ["b", 2025, 5, 1, 3, 1, 0, ("lok-3",)],
        ["e", 2026, 5, 1, 4, 0, 1, ("lok-5",)],
        ["d", 2025, 5, 0, 5, 0, 0, ()],
    ]


def test_a_plan_delays_nothing_that_another_carries_more_strongly(make):
    plans = {"a": NEXT_YEAR, "b": "planbehov: ny, aar: [2026]"}
    register = make(plans, "lok-1", [sett("s", "a lok-1 svak", "b lok-1 sterk", more="lokale: ja")])
    assert rows(register, "forsinkelse", "plan_id", "antall_forsinket") == [["b", 1], ["a", 0]]


def test_whether_a_plan_delays_what_another_may_answer_is_not_known_before_that_other_is_judged(make):
    register = make({"a": NEXT_YEAR, "b": NEXT_YEAR}, "lok-1 lok-2", [sett("s", "a lok-1 svak", "b lok-2 ingen")])
    names = ["plan_id", "antall", "antall_forsinket", "antall_ikke_forsinket", "antall_ikke_kjent"]
    assert rows(register, "forsinkelse", *names) == [["a", 2, 0, 0, 2], ["b", 2, 0, 1, 1]]


# Levels against each other


def test_two_groups_meet_in_the_plans_that_answer_both_as_strongly_as_the_weaker_of_the_two_at_its_best(make):
    # a answers the chapter strongly and weakly, so strongly, with lok-1 weakly: svak, and lok-2 strongly: sterk.
    # b answers the chapter and lok-1 partly: delvis, which is lok-1's best.
    heads = chapters({"k-1": f"forventninger: {points('nf-1 nf-2')}"})
    pairs = ["a nf-1 sterk", "a nf-2 svak", "a lok-1 svak", "b nf-1 delvis", "b lok-1 delvis", "c nf-1 sterk"]
    register = make("a b c", "lok-1 lok-2", [sett("s", *pairs, "a lok-2 sterk")], national=document({}, more=heads))
    assert rows(register, "krysskobling", "fra", "til", "grad", "antall_planer") == [
        ["Kapittel k-1", "Område lok-1", "delvis", 2],
        ["Kapittel k-1", "Område lok-2", "sterk", 1],
    ]
    assert [set(plans) for plans in ps.table("krysskobling", register)["planer"]] == [{"a", "b"}, {"a"}]
    assert rows(register, "kapittel-omraade", "omraade", "kapittel", "antall_planer") == [
        ["Område lok-1", "Kapittel k-1", 2], ["Område lok-2", "Kapittel k-1", 1],
    ]  # fmt: skip


def test_all_three_levels_are_held_against_each_other_and_what_does_not_apply_is_left_out(make):
    register = make(
        "a",
        "lok-1",
        [sett("s", "a nf-1 svak", "a rp-1 svak", "a lok-1 svak", "a is-1 svak")],
        national=document("nf-1"),
        regional=document("rp-1", name="rp", slag="regional_plan")[:-1]
        + ", "
        + document("is-1", "", name="is", slag="regional_strategi")[1:],
    )
    assert rows(register, "krysskobling", "fra_nivaa", "fra", "til_nivaa", "til") == [
        ["nasjonal", "NF", "regional", "RP"],
        ["nasjonal", "NF", "lokal", "Område lok-1"],
        ["regional", "RP", "lokal", "Område lok-1"],
    ]


def test_an_area_and_a_chapter_that_no_plan_connects_are_shown_as_none(make):
    register = make("a b", "lok-1", [sett("s", "a k-1 svak", "b lok-1 svak")], national=document({}, more=chapters("k-1")))
    assert rows(register, "kapittel-omraade", "antall_planer") == [[0]]
    assert ps.table("krysskobling", register).empty


def test_a_chapter_of_a_regional_plan_is_no_national_chapter(make):
    county = document({}, name="rp", slag="regional_plan", more=chapters("rk-1"))
    register = make("a", "lok-1", [sett("s", "a rk-1 svak", "a lok-1 svak")], regional=county)
    assert ps.table("kapittel-omraade", register).empty
    assert ps.finding("satsingsomraader", register).startswith("Ingen satsingsområder ")


def test_silence_says_whether_no_plan_answers_or_the_plans_that_do_answer_nothing_below(make):
    # nf-1: a answers it and lok-1; nf-2: b answers it and nothing else; nf-3: no plan
    judged = sett("s", "a nf-1 svak", "a lok-1 svak", "b nf-2 svak", more="dokumenter: [nf], lokale: ja")
    register = make("a b", "lok-1", [judged], national=document("nf-1 nf-2 nf-3"))
    assert rows(register, "taushet", "forventning_id", "nivaa_under", "grunn", "planer") == [
        ["nf-2", "lokal", "planene som svarer, svarer ikke på noe på dette nivået", ("b",)],
        ["nf-3", "lokal", "ingen plan svarer", ()],
    ]


def test_the_states_expectations_are_held_against_the_countys_and_the_countys_against_the_municipalitys_own(make):
    # a answers the state and the county, b the county and the municipality
    judged = sett("s", "a nf-1 svak", "a rp-1 svak", "b rp-2 svak", "b lok-1 svak", more="dokumenter: [nf, rp], lokale: ja")
    register = make(
        "a b", "lok-1", [judged], national=document("nf-1"), regional=document("rp-1 rp-2", name="rp", slag="regional_plan")
    )
    assert rows(register, "taushet", "forventning_id", "nivaa_under") == [["nf-1", "lokal"], ["rp-1", "lokal"]]


def test_what_does_not_apply_on_the_level_below_takes_nothing_up(make):
    # a answers nf-1, and of the county only is-1, which is not adopted; b answers rp-1
    judged = sett("s", "a nf-1 svak", "a is-1 svak", "b rp-1 svak", more="dokumenter: [nf, rp, is]")
    county = document("rp-1", name="rp", slag="regional_plan")[:-1]
    county = f"{county}, {document('is-1', '', name='is', slag='regional_strategi')[1:]}"
    register = make("a b", judged=[judged], national=document("nf-1"), regional=county)
    assert rows(register, "taushet", "forventning_id", "nivaa_under") == [["nf-1", "regional"]]


@pytest.mark.parametrize("utgaver", ["[{fra: 2020-01-01}]", "[{fra: 2025-01-01}]"])
def test_what_nobody_has_judged_and_what_does_not_apply_is_not_called_silence(make, utgaver):
    judged = sett("s", "a lok-1 svak", more="lokale: ja")
    assert ps.table("taushet", make("a", "lok-1", [judged], national=document("nf-1", utgaver))).empty


def test_a_plan_that_was_not_judged_on_the_level_below_is_not_called_silent_there(make):
    register = make("a b", "lok-1", [sett("s", "a nf-1 svak", "b lok-1 svak")], national=document("nf-1"))
    assert ps.table("taushet", register).empty


def test_where_no_own_area_is_answered_and_all_are_judged_the_whole_level_is_silent(make):
    judged = sett("s", "a nf-1 svak", more="dokumenter: [nf], lokale: ja")
    register = make("a", "lok-1", [judged], national=document("nf-1"))
    assert rows(register, "taushet", "forventning_id", "nivaa_under") == [["nf-1", "lokal"]]


# How much is covered


def test_two_plans_of_one_short_name_are_two_rows_of_the_matrix(make):
    frame = matrix(
        make({"a": "kortnavn: Lik", "b": "kortnavn: Lik", "c": "kortnavn: Ulik"}, "o", [sett("s", "a o sterk", "b o svak")])
    )
    assert frame.attrs["planer"] == ["Lik (a)", "Lik (b)", "Ulik"]
    assert list(frame[["plan", "grad"]].itertuples(index=False, name=None)) == [("Lik (a)", "sterk"), ("Lik (b)", "svak")]


def test_coverage_says_of_how_many_and_how_many_of_them_rest_on_nothing_or_on_provisional_judgements(make):
    # in force: nf-1 strong and final, nf-2 weak and provisional, nf-3 unjudged; not in force: sp-1, though answered
    draft, final = sett("u", "a nf-2 svak", forelopig="ja"), sett("s", "a nf-1 sterk", "a sp-1 sterk")
    guidelines = document("sp-1", "[{fra: 2024-07-01}]", name="sp", slag="planretningslinje")
    both = f"{document('nf-1 nf-2 nf-3')[:-1]}, {guidelines[1:]}"
    register = make("a b", judged=[draft, final], national=both)
    assert each_level(register, "forventningsdekning", "gruppe", "antall", "antall_svart", "svart_prosent") == [
        ["alle", 3, 2, 100.0], ["NF", 3, 2, 100.0], ["SP", 0, 0, None],
    ]  # fmt: skip
    by_status = ["antall_sterkt", "antall_delvis", "antall_svakt", "antall_ingen_plan", "antall_ikke_vurdert"]
    assert rows(register, "forventningsdekning", *by_status, "antall_gjelder_ikke", "antall_gyldighet_ukjent")[0] == [
        1, 0, 1, 0, 1, 1, 0,
    ]  # fmt: skip
    assert rows(register, "forventningsdekning", "antall_vurdert", "antall_forelopig")[0] == [1, 1]


def test_a_heading_whose_points_are_known_is_neither_in_the_count_nor_in_the_denominator(make):
    heads = chapters({"k-1": f"maal: [1], forventninger: {points('nf-1 nf-2')}"})
    judged = sett("s", "a k-1 sterk", "a nf-1 svak", more="dokumenter: [nf]")
    register = make("a", judged=[judged], national=document({}, more=heads), goals=GOALS)
    assert (
        rows(register, "forventningsdekning", "antall", "antall_sterkt", "antall_svakt", "antall_ingen_plan")
        == [[2, 0, 1, 1]] * 2
    )
    assert rows(register, "forventninger-aar", "antall")[0] == [2]
    assert said(register, "forventninger") == [
        f"Ingen av de 2 forventningene {ANSWERED}",
        "Av resten har 1 bare et svakt svar og 1 ingen plan.",
    ]


def test_an_expectation_with_several_goals_counts_for_each_and_a_goal_without_any_has_no_share(make):
    outside = {"nf-1": "maal: [1, 2]", "nf-2": "maal: [1]", "nf-3": "maal: [2]"}
    own = "maal: [{forventning: lok-1, maal: [3]}]"
    register = make(
        "a b", "lok-1", [sett("s", "a nf-1 delvis", "b nf-2 svak", more=own)], national=document(outside), goals=GOALS
    )
    names = ["maal_nr", "antall", "antall_svart", "antall_minst_delvis", "svart_prosent", "antall_nasjonal"]
    shown = rows(register, "maaldekning", *names, "antall_lokal", "planer")
    assert len(shown) == 17
    assert shown[:4] == [
        [1, 2, 2, 1, 100.0, 2, 0, ("a", "b")],
        [2, 2, 1, 1, 100.0, 2, 0, ("a",)],
        [3, 1, 0, 0, None, 0, 1, ()],
        [4, 0, 0, 0, None, 0, 0, ()],
    ]


def test_the_coverage_is_shown_without_the_provisional_without_each_set_and_without_what_a_name_speaks_for(make):
    # s judged the list whole: lok-1 on the row's comment, lok-2 on the name; u, provisional, adds lok-3
    whole = sett("s", "a lok-1 sterk", "a lok-2 svak navn", naar="2024-06-01", more="lokale: ja")
    draft = sett("u", "a lok-3 delvis", forelopig="ja")
    control = sett("k", "a lok-1 ingen", more="kontroll: ja")
    register = make("a", "lok-1 lok-2 lok-3", [whole, draft, control])
    names = ["antall_svart", "antall_sterkt", "antall_delvis", "antall_svakt", "antall_ingen_plan", "antall_ikke_vurdert"]
    assert each_level(register, "folsomhet", "utvalg", "antall", *names) == [
        ["alle vurderinger", 3, 3, 1, 1, 1, 0, 0],
        ["uten foreløpige", 3, 2, 1, 0, 1, 1, 0],
        ["uten settet s", 3, 1, 0, 1, 0, 0, 2],
        ["uten settet u", 3, 2, 1, 0, 1, 1, 0],
        ["uten det bare navnet taler for", 3, 2, 1, 1, 0, 1, 0],
    ]


def test_what_applied_when_the_register_was_made_is_shown_beside_what_applies_when_it_was_judged(make):
    # nf-1 applies on both days and is answered; sp-1 applies only from 01.07.2024; the judgements are as of 31.12.2024
    guidelines = document("sp-1", "[{fra: 2024-07-01}]", name="sp", slag="planretningslinje")
    both = f"{document('nf-1')[:-1]}, {guidelines[1:]}"
    register = make("a", "lok-1", [sett("s", "a nf-1 svak", more="dokumenter: [nf, sp]")], national=both)
    names = ["dato", "nivaa", "antall", "antall_svart", "antall_ingen_plan", "antall_gjelder_ikke"]
    assert rows(register, "da-og-naa", *names) == [
        ["2024-06-30", "alle", 2, 1, 0, 1],
        ["2024-06-30", "nasjonal", 1, 1, 0, 1],
        ["2024-06-30", "lokal", 1, 0, 0, 0],
        ["2024-12-31", "alle", 3, 1, 1, 0],
        ["2024-12-31", "nasjonal", 2, 1, 1, 0],
        ["2024-12-31", "lokal", 1, 0, 0, 0],
    ]
    assert register.per_dato == "2024-06-30"
    assert said(register, "da-og-naa") == [
        "Nå gjelder 3 forventninger, mot 2 før.",
        "Minst et delvis svar har 0 av 1 vurderte 30.06.2024 og 0 av 2 vurderte 31.12.2024, av de samme planene.",
    ]


def test_a_day_is_not_compared_with_itself_and_of_two_the_earlier_is_said_first(make):
    both = {"judged": [sett("s", "a lok-1 svak", more="lokale: ja")], "areas": "lok-1"}
    same = make("a", dato="2024-12-31", **both)
    assert said(same, "da-og-naa") == ["Registeret og vurderingene er fra samme dag, 31.12.2024.", ""]
    assert "31.12.2024 og 0 av 1 vurderte 30.06.2025" in ps.finding("da-og-naa", make("a", dato="2025-06-30", **both)).under


# Agreement between two readers

# Ten pairs: both say yes (1) of 4 and no (0) of 3, only the first yes of 2, only the second of 1. Seen agreement: 7/10.
# The first says yes of 6 and no of 4, the second of 5 and 5: by chance (6·5 + 4·5)/100 = 0.5. Kappa (0.7 − 0.5)/0.5.
YES_AND_NO = [(1, 1)] * 4 + [(0, 0)] * 3 + [(1, 0)] * 2 + [(0, 1)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (YES_AND_NO, 0.4),
        ([(1, 1), (0, 0)], 1),
        ([(1, 1), (0, 0), (1, 0), (0, 1)], 0),
        ([(1, 0), (0, 1)], -1),
        ([(1, 1)], None),
        ([(1, 0)], 0),
        ([], None),
        # 0, 1, 2 against 0, 2, 2: apart by 1; each against each (0 + 4 + 4) + (1 + 1 + 1) + (4 + 0 + 0) = 15; 1 − 1·3/15
        ([(0, 0), (1, 2), (2, 2)], 0.8),
    ],
)
def test_kappa_is_the_agreement_beyond_chance_and_there_is_none_where_chance_alone_would_agree(pairs, expected):
    assert kappa(pairs) == expected


def test_readers_agree_on_the_grades_of_the_pairs_that_either_has_linked_and_on_each_of_them(make):
    # a and b have links of one grade, c is partly against weakly, d weakly against none, and e is linked by neither.
    # Steps 3, 1, 2, 1 against 3, 1, 1, 0: apart by 0 + 0 + 1 + 1 = 2; by chance, each against each, 3: 0+4+4+9,
    # 2: 1+1+1+4, 1 twice: 4+0+0+1 each, 34 in all; kappa 1 − 2·4/34 = 0.76.
    # Strong: given by both once, by none else, 1. Partly: by the first alone once: seen 1, chance 4, 1 − 4/4 = 0.
    # Weak: first b d, second b c; both once, one each: seen 2, chance 2·2 + 2·2 = 8, 1 − 2·4/8 = 0.
    first, second = ["sterk", "svak", "delvis", "svak", "ingen"], ["sterk", "svak", "svak", "ingen", "ingen"]
    plans = "a b c d e"
    sets = [
        sett(name, *(f"{plan} lok-1 {grad}" for plan, grad in zip(plans.split(), given, strict=True)), more=more)
        for name, given, more in (("s", first, ""), ("k", second, "kontroll: ja"))
    ]
    register = make(plans, "lok-1", sets)
    columns = ["antall_par", "antall_like", "antall_hoyere", "antall_lavere", "enige_prosent", "kappa"]
    assert rows(register, "enighet", "enighet_om", *columns) == [
        ["graden i koblede par", 4, 2, 0, 2, 50.0, 0.76],
        ["graden sterk", 1, 1, 0, 0, 100.0, 1.0],
        ["graden delvis", 1, 0, 0, 1, 0.0, 0.0],
        ["graden svak", 3, 1, 0, 2, 33.3, 0.0],
    ]
    assert column(register, "er_like", "enighet-par", "plan_id") == dict(
        zip(plans.split(), [True, True, False, False, True], strict=True)
    )
    assert said(register, "enighet") == [
        "To lesere er enige om graden i 2 av 4 koblede par.",
        "Kontrollen har en høyere grad i 0 og en lavere i 2. Kappa med kvadratvekter er 0,76.",
    ]


def test_a_pair_is_compared_with_what_counts_and_left_out_where_nobody_else_has_judged_it(make):
    # a is judged twice, b is covered by the whole list, c cannot be judged, and only the control has judged nf-1
    whole = "lokale: ja, ikke_vurdert: [{plan: c, grunn: bare et navn}]"
    early = sett("forst", "a lok-1 sterk", naar="2024-06-01", more=whole)
    late = sett("sist", "a lok-1 svak")
    control = sett("k", "a lok-1 sterk", "b lok-1 svak", "c lok-1 svak", "a nf-1 svak", more="kontroll: ja")
    register = make("a b c", "lok-1", [early, late, control], national=document("nf-1"))
    assert rows(register, "enighet-par", "plan_id", "grad", "grad_kontroll", "er_like") == [
        ["a", "svak", "sterk", False], ["b", "ingen", "svak", False],
    ]  # fmt: skip


def test_without_a_control_set_there_is_no_agreement_to_show(make):
    register = make("a", "lok-1", [sett("s", "a lok-1 svak")])
    assert rows(register, "enighet", "antall_par", "enige_prosent", "kappa") == [[0, None, None]] * 4
    assert ps.finding("enighet", register) == "Ingen har vurdert koblede par en gang til."


# The sentences, at their borders

NOBODY = "Ingen har vurdert planene mot forventningene ennå."
COUNTY = "Fylket har ingen katalog, så regionale forventninger er ikke med."
ANSWERED = "har minst et delvis svar i en plan."
# what speaks of judgements
SUBJECTS = [
    *("forventninger", "satsingsomraader", "koblinger", "forventningsdekning", "da-og-naa", "maaldekning"),
    *("krysskobling", "taushet", "forventninger-aar", "forsinkelse", "folsomhet"),
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_where_nothing_is_expected_the_sentence_says_so(make, subject):
    assert ps.finding(subject, make()) == "Registeret og katalogene har ingen forventninger til planene."


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("utgaver", ["[{fra: 2025-01-01}]", "[{fra: 2024}]"])
def test_where_nothing_is_known_to_apply_the_sentence_does_not_say_that_nothing_is_expected(make, subject, utgaver):
    sentence = "Ingen av forventningene i registeret og katalogene er kjent å gjelde på registerets dato."
    assert ps.finding(subject, make(national=document("nf-1", utgaver))) == sentence


@pytest.mark.parametrize("subject", SUBJECTS)
def test_where_nobody_has_judged_the_sentence_says_so_in_place_of_numbers(make, subject):
    register = make("a b", "lok-1 lok-2", national=document({"nf-1": "maal: [1]"}), goals=GOALS)
    assert ps.finding(subject, register) == NOBODY


def test_what_somebody_judged_that_does_not_apply_is_nothing_to_speak_of(make):
    register = make("a", "lok-1", [sett("s", "a nf-1 sterk")], national=document("nf-1", "[{fra: 2025-01-01}]"))
    assert ps.finding("forventningsdekning", register) == NOBODY


def test_that_the_county_has_no_catalogue_is_said_where_the_levels_are_told_apart(make):
    judged, county = [sett("s", "a lok-1 sterk")], document("rp-1", "", name="rp", slag="regional_plan")
    assert said(make("a", "lok-1", judged), "forventningsdekning") == [f"1 av 1 lokal forventning {ANSWERED}", COUNTY]
    assert said(make("a", "lok-1", judged, regional=county), "forventningsdekning")[1] == ""


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        ("maaldekning", "Katalogen over bærekraftsmål er ikke lest."),
        ("krysskobling", "Det er ingen nasjonale kapitler og lokale satsingsområder å holde mot hverandre."),
        ("taushet", "Det er ikke både lokale satsingsområder og forventninger på et nivå over."),
        ("forsinkelse", "Ingen plan som ikke er ferdig, har et kjent år å gli fra."),
    ],
)
def test_where_there_is_nothing_to_speak_of_the_sentence_says_so(make, subject, sentence):
    assert ps.finding(subject, make("a", "lok-1", [sett("s", "a lok-1 svak")])) == sentence


def test_where_all_is_judged_and_nothing_answered_the_sentence_does_not_say_that_nobody_has_judged(make):
    register = make("a", "lok-1", [sett("s", more="lokale: ja")])
    assert status(register) == {"lok-1": "ingen plan"}
    assert ps.finding("forventningsdekning", register) == f"Ingen lokale forventninger {ANSWERED}"


def test_the_sentence_on_expectations_leads_with_what_is_answered_at_least_partly_of_what_is_judged(make):
    judged = sett("s", "a lok-1 sterk", "a lok-2 svak", "a lok-3 svak", more="lokale: ja", forelopig="ja")
    county = document("rp-1", "[{fra: 2025-01-01}]", name="rp", slag="regional_plan")
    register = make("a", "lok-1 lok-2 lok-3 lok-4", [judged], national=document("nf-1"), regional=county)
    assert said(register, "forventninger") == [
        f"1 av 4 vurderte forventninger {ANSWERED}",
        "Av resten har 2 bare et svakt svar, 1 ingen plan og 1 ingen vurdering. Vurderingene er foreløpige.",
    ]


def test_where_all_is_judged_final_and_answered_nothing_is_said_below(make):
    control, county = (
        sett("k", "a lok-1 ingen", forelopig="ja", more="kontroll: ja"),
        document("rp-1", "", name="rp", slag="regional_plan"),
    )
    register = make("a", "lok-1", [sett("s", "a lok-1 delvis"), control], regional=county)
    assert said(register, "forventninger") == [f"1 av 1 forventning {ANSWERED}", ""]


@pytest.mark.parametrize(
    ("ids", "words"),
    [("sp-1", "For 1 til er det ikke kjent om den gjelder."), ("sp-1 sp-2", "For 2 til er det ikke kjent om de gjelder.")],
)
def test_what_may_apply_is_told_apart_from_what_does_not(make, ids, words):
    later, perhaps = document("nf-1", "[{fra: 2025-01-01}]"), document(ids, "[{fra: 2024}]", name="sp")
    register = make("a", "lok-1", [sett("s", "a lok-1 sterk")], national=f"{later[:-1]}, {perhaps[1:]}")
    assert said(register, "forventninger") == [f"1 av 1 forventning {ANSWERED}", words]


def test_the_sentence_on_focus_areas_has_the_chapters_and_the_own_areas_and_not_the_points(make):
    heads = chapters({"k-1": f"forventninger: {points('nf-1')}"})
    judged = sett("s", "a k-1 svak", "a nf-1 sterk", "a lok-1 sterk", "a lok-2 delvis", more="dokumenter: [nf]")
    register = make("a", "lok-1 lok-2 lok-3", [judged], national=document({}, more=heads))
    assert said(register, "satsingsomraader") == [
        f"2 av 3 vurderte satsingsområder {ANSWERED}", "Av resten har 1 bare et svakt svar og 1 ingen vurdering.",
    ]  # fmt: skip


def test_the_sentence_on_focus_areas_says_which_have_no_plan(make):
    register = make("a", "lok-1 lok-2", [sett("s", "a lok-1 svak", more="lokale: ja")])
    assert said(register, "satsingsomraader") == [
        f"Ingen av de 2 satsingsområdene {ANSWERED}", "Av resten har 1 bare et svakt svar og 1 ingen plan.",
    ]  # fmt: skip


def test_the_sentence_on_focus_areas_leaves_out_what_does_not_apply_and_says_when_nobody_has_judged_them(make):
    later = f"{document({}, '[{fra: 2025-01-01}]', more=chapters('k-1'))[:-1]}, {document('sp-1', name='sp')[1:]}"
    assert said(make("a", "lok-1", [sett("s", "a lok-1 sterk")], national=later), "satsingsomraader") == [
        f"1 av 1 satsingsområde {ANSWERED}",
        "",
    ]
    unjudged = make("a", "lok-1", [sett("s", "a sp-1 sterk")], national=later)
    assert said(unjudged, "satsingsomraader") == ["Ingen har vurdert planene mot satsingsområdene ennå.", ""]
    none = make("a", {}, [sett("s", "a sp-1 sterk")], national=later)
    assert said(none, "satsingsomraader") == ["Ingen satsingsområder gjelder på registerets dato.", ""]


def test_the_sentence_on_plans_tells_who_answers_who_does_not_and_who_is_unjudged(make):
    cannot = "lokale: ja, ikke_vurdert: [{plan: d, grunn: bare et navn}]"
    register = make("a b c d", "lok-1 lok-2", [sett("s", "a lok-1 svak", "a lok-2 delvis", "b lok-1 svak", more=cannot)])
    assert said(register, "koblinger") == [
        "1 av 3 vurderte planer svarer minst delvis på en forventning.",
        "Av resten svarer 1 bare svakt og 1 ikke. 1 plan er ikke ferdig vurdert.",
    ]


def test_the_sentence_on_plans_ends_where_all_plans_answer_and_says_when_there_are_none(make):
    register = make("a b", "lok-1", [sett("s", "a lok-1 sterk", "b lok-1 delvis")])
    assert said(register, "koblinger") == ["2 av 2 planer svarer minst delvis på en forventning.", ""]
    assert ps.finding("koblinger", make({}, "lok-1")) == "Registeret har ingen planer."


def test_a_plan_that_is_judged_on_a_part_and_answers_nothing_there_is_not_said_to_answer_nothing(make):
    register = make("a", "lok-1", [sett("s", more="lokale: ja")], national=document("nf-1"))
    names = ["status", "antall_sterk", "antall_delvis", "antall_svak", "antall_ingen", "antall_ikke_vurdert"]
    assert rows(register, "vurderte-planer", *names) == [["ikke vurdert", 0, 0, 0, 1, 1]]


def test_the_sentence_on_levels_begins_with_the_national_and_leaves_out_what_nobody_has_judged(make):
    register = make(
        "a",
        {"lok-1": "", "lok-2": "forelder_mulig: lok-1"},
        [sett("s", "a lok-1 sterk", more="dokumenter: [nf]")],
        national=document("nf-1"),
        regional=document("rp-1", name="rp", slag="regional_plan"),
    )
    assert said(register, "forventningsdekning") == [
        f"Ingen nasjonale forventninger {ANSWERED}",
        "Av de andre har 1 av 1 vurderte lokale det.",
    ]


def test_the_sentence_on_chapters_names_the_own_areas_that_meet_none(make):
    pairs = ["a k-1 svak", "a lok-1 svak", "b lok-2 svak"]
    both = {"national": document({}, more=chapters("k-1 k-2"))}
    register = make("a b", "lok-1 lok-2 lok-3", [sett("s", *pairs, more="dokumenter: [nf], lokale: ja")], **both)
    meets = "har en plan som også svarer på et nasjonalt kapittel."
    assert said(register, "krysskobling") == [f"1 av 3 lokale satsingsområder {meets}", "Område lok-2 og Område lok-3 har ingen."]
    # as long as one chapter is not judged, only the one that meets another is known
    partly = make("a b", "lok-1 lok-2 lok-3", [sett("s", *pairs, more="lokale: ja")], **both)
    assert said(partly, "krysskobling") == [f"1 av 1 vurdert lokalt satsingsområde {meets}", ""]


def test_the_sentence_on_time_has_the_last_year_and_below_it_the_first(make):
    plans = {"a": IN_FORCE_NOW, "b": "planbehov: ny, aar: [2026]"}
    judged = sett("s", "a lok-1 svak", "a lok-2 delvis", "b lok-3 sterk", forelopig="ja", more="lokale: ja")
    register = make(plans, "lok-1 lok-2 lok-3", [judged])
    assert said(register, "forventninger-aar") == [
        "Ved utgangen av 2026 har 2 av 3 forventninger minst et delvis svar i en ferdig plan.",
        "For 1 av dem er slutten på planen regnet ut, ikke oppgitt. Ved utgangen av 2024 er det 1. Vurderingene er foreløpige.",
    ]


def test_what_another_plan_with_a_stated_finish_answers_too_does_not_rest_on_a_derived_one(make):
    plans = {"a": "planbehov: ny, aar: [2025]", "b": NEXT_YEAR}
    register = make(plans, "lok-1 lok-2", [sett("s", "a lok-1 delvis", "b lok-1 delvis", "a lok-2 sterk", more="lokale: ja")])
    names = ["aar", "antall_naadd_delvis", "antall_naadd_avledet"]
    assert each_level(register, "forventninger-aar", *names) == [[2024, 0, 0], [2025, 2, 1], [2026, 2, 1]]
    assert column(register, "avledet", "forsinkelse", "plan_id") == {"a": True, "b": False}
    assert ps.finding("forsinkelse", register).under == "Slutten på planen er regnet ut, ikke oppgitt."


@pytest.mark.parametrize(
    ("pairs", "sentence", "under"),
    [
        (["a lok-1 svak"], "Glir Plan a ett år, blir 1 forventning svart på senere.", ""),
        (["a lok-1 svak", "a lok-2 svak", "b lok-3 svak"], "Glir Plan a ett år, blir 2 forventninger svart på senere.", ""),
        (
            ["a lok-1 svak", "b lok-2 svak"],
            "Glir én av 2 planer ett år, blir 1 forventning svart på senere.",
            "Det gjelder Plan a og Plan b.",
        ),
        (["a lok-1 svak", "b lok-1 svak"], "Ingen forventning er kjent å bli forsinket om én plan glir ett år.", ""),
    ],
)
def test_the_sentence_on_slips_names_the_plans_that_delay_most_all_of_them_if_they_tie(make, pairs, sentence, under):
    register = make({"a": NEXT_YEAR, "b": NEXT_YEAR}, "lok-1 lok-2 lok-3", [sett("s", *pairs, more="lokale: ja")])
    assert said(register, "forsinkelse") == [sentence, under]


def test_three_plans_that_tie_are_named_and_four_are_not(make):
    pairs = [f"{name} lok-{number} svak" for number, name in enumerate("abcd", 1)]
    under = []
    for several in (3, 4):
        areas = " ".join(f"lok-{number}" for number in range(1, several + 1))
        register = make(dict.fromkeys("abcd"[:several], NEXT_YEAR), areas, [sett("s", *pairs[:several], more="lokale: ja")])
        under.append(ps.finding("forsinkelse", register).under)
    assert under == ["Det gjelder Plan a, Plan b og Plan c.", ""]


def test_a_plan_has_its_short_name_in_the_sentence_cut_where_that_is_long(make):
    names = {"a": "Kort", "b": "Plan for alt som er og alt som skal bli i kommunen vår"}
    plans = {name: f"{NEXT_YEAR}, kortnavn: {short}" for name, short in names.items()}
    short = make(plans, "lok-1", [sett("s", "a lok-1 svak", more="lokale: ja")])
    assert ps.finding("forsinkelse", short) == "Glir Kort ett år, blir 1 forventning svart på senere."
    cut = make(plans, "lok-1", [sett("s", "b lok-1 svak", more="lokale: ja")])
    assert (
        ps.finding("forsinkelse", cut)
        == "Glir Plan for alt som er og alt som skal bli i … ett år, blir 1 forventning svart på senere."
    )


def test_the_sentence_on_goals_counts_those_that_are_known_and_names_those_without(make):
    ids = {"nf-1": "maal: [1, 2]", "nf-2": "maal: [2]", "nf-3": "maal: [3]", "nf-4": "maal: [4]", "nf-5": ""}
    few = make("a", judged=[sett("s", "a nf-1 delvis", "a nf-3 svak")], national=document(ids), goals=GOALS)
    answered = "har en forventning med minst et delvis svar."
    assert said(few, "maaldekning") == [f"2 av 3 vurderte bærekraftsmål {answered}", "Uten er mål 3 (Mål 3)."]
    every = make(
        "a",
        judged=[sett("s", "a nf-1 delvis", "a nf-3 delvis", "a nf-4 delvis", more="dokumenter: [nf]")],
        national=document(ids),
        goals=GOALS,
    )
    assert said(every, "maaldekning") == [f"4 av 4 bærekraftsmål {answered}", "Lavest andel har mål 2: 1 av 2 forventninger."]
    # as many of nf-2 and nf-4, and what is not judged of goal 2 could be answered too
    for pairs, more in ((["a nf-1 svak", "a nf-2 delvis", "a nf-3 delvis"], "dokumenter: [nf]"), (["a nf-1 delvis"], "")):
        open_ = make(
            "a",
            judged=[sett("s", *pairs, more=more)],
            national=document({"nf-1": "maal: [2]", "nf-2": "maal: [2]", "nf-3": "maal: [3]", "nf-4": "maal: [3]"}),
            goals=GOALS,
        )
        assert "Lavest" not in ps.finding("maaldekning", open_).under
    three = make("a", judged=[sett("s", "a nf-2 delvis", more="dokumenter: [nf]")], national=document(ids), goals=GOALS)
    assert ps.finding("maaldekning", three).under == "Uten er mål 1 (Mål 1), mål 3 (Mål 3) og mål 4 (Mål 4)."
    many = make("a", judged=[sett("s", "a nf-5 sterk", more="dokumenter: [nf]")], national=document(ids), goals=GOALS)
    assert said(many, "maaldekning") == [f"Ingen av de 4 bærekraftsmålene {answered}", ""]


def test_the_sentence_on_silence_counts_what_a_plan_connects_with_an_own_area_and_nothing_else(make):
    # nf-1 has no plan on any level below; a connects nf-2 with lok-1; rp-1 has a plan that answers nothing local
    judged = sett("s", "a nf-2 svak", "a lok-1 svak", "b rp-1 svak", more="dokumenter: [nf, rp], lokale: ja")
    county = document("rp-1", name="rp", slag="regional_plan")
    register = make("a b", "lok-1", [judged], national=document("nf-1 nf-2"), regional=county)
    connects = "har en plan som også svarer på et lokalt satsingsområde."
    assert said(register, "taushet") == [f"1 av 2 nasjonale forventninger {connects}", "Av de andre har 0 av 1 regionale det."]
    numbers = ["nivaa", "nivaa_under", "antall", "antall_forbundet", "antall_taus", "antall_ikke_vurdert"]
    assert rows(register, "taushet-nivaa", *numbers) == [
        ["nasjonal", "regional", 2, 0, 2, 0], ["nasjonal", "lokal", 2, 1, 1, 0], ["regional", "lokal", 1, 0, 1, 0],
    ]  # fmt: skip


def test_without_own_areas_nothing_is_said_of_what_the_nation_and_the_county_have_in_common(make):
    county = document("rp-1", name="rp", slag="regional_plan")
    register = make("a", "", [sett("s", "a nf-1 svak", "a rp-1 svak")], national=document("nf-1"), regional=county)
    assert ps.finding("taushet", register) == "Det er ikke både lokale satsingsområder og forventninger på et nivå over."


def test_what_is_not_judged_is_neither_connected_nor_silent(make):
    # b answers nf-2, but nobody has judged it against lok-1
    partly = make("a b", "lok-1", [sett("s", "a nf-1 svak", "b nf-2 svak", "a lok-1 svak")], national=document("nf-1 nf-2"))
    connects = "har en plan som også svarer på et lokalt satsingsområde."
    numbers = ["nivaa", "nivaa_under", "antall", "antall_forbundet", "antall_taus", "antall_ikke_vurdert"]
    assert said(partly, "taushet") == [f"1 av 1 vurdert nasjonal forventning {connects}", ""]
    assert rows(partly, "taushet-nivaa", *numbers) == [["nasjonal", "lokal", 2, 1, 0, 1]]


def test_the_sentence_on_sensitivity_says_what_is_left_without_what_only_a_name_speaks_for(make):
    final, draft = sett("s", "a lok-1 sterk", "a lok-2 svak navn"), sett("u", "a lok-3 delvis", forelopig="ja")
    assert said(make("a", "lok-1 lok-2 lok-3 lok-4", [final, draft]), "folsomhet") == [
        "Uten det bare navnet på planen taler for, har 2 av 2 vurderte forventninger minst et delvis svar.",
        "Med de svake svarene er det 2, mot 3 i alt. Noen av vurderingene er foreløpige.",
    ]
    assert (
        ps.finding("folsomhet", make("a", "lok-1", [sett("s", "a lok-1 svak navn")]))
        == "Bare navnet på planene taler for svarene."
    )


def test_a_plan_that_was_judged_on_a_part_of_the_level_below_is_not_called_silent_there(make):
    # nobody has judged a against lok-2
    judged = sett("s", "a nf-1 svak", "a lok-1 ingen", "b lok-1 svak")
    assert ps.table("taushet", make("a b", "lok-1 lok-2", [judged], national=document("nf-1"))).empty


def test_where_nobody_has_judged_the_own_areas_the_sentence_does_not_say_that_all_is_taken_up_there(make):
    register = make("a", "lok-1", [sett("s", "a nf-1 svak")], national=document("nf-1"))
    sentence = ps.finding("taushet", register)
    assert sentence != "Ingen forventning er uten plan som også svarer på et lokalt satsingsområde."


def test_a_plan_that_was_revised_after_its_adoption_answered_before_the_revision_too(make):
    fields = "vedtatt: 2020-01-01, revidert: 2025-03-01"
    register = make({"a": fields}, "lok-1", [sett("s", "a lok-1 svak")], dato="2026-06-30")
    assert each_level(register, "forventninger-aar", "aar", "antall_naadd") == [[2024, 1], [2025, 1], [2026, 1]]


# What does not apply on the register's date is told, and counted nowhere


def later_and_now(make, *pairs, more="lokale: ja"):
    """Two plans judged against lok-1, which applies, and nf-1, which does not yet."""
    return make("a b", "lok-1", [sett("s", *pairs, more=more)], national=document("nf-1", "[{fra: 2025-01-01}]"))


def test_the_links_of_what_does_not_apply_stay_in_their_table_and_say_so(make):
    register = later_and_now(make, "a lok-1 svak", "a nf-1 sterk")
    assert rows(register, "koblinger", "forventning_id", "gjelder") == [["nf-1", False], ["lok-1", True]]
    may = make("a", "", [sett("s", "a nf-1 sterk")], national=document("nf-1", "[{fra: 2024}]"))
    assert rows(may, "koblinger", "forventning_id", "gjelder") == [["nf-1", None]]


def test_a_plan_is_counted_by_what_applies_alone(make):
    register = later_and_now(make, "a lok-1 svak navn", "a nf-1 sterk", "b nf-1 sterk")
    names = ["status", "antall_sterk", "antall_svak", "antall_nasjonal", "antall_lokal", "bare_navn", "forventninger"]
    assert rows(register, "vurderte-planer", *names) == [
        ["svarer", 0, 1, 0, 1, True, ("lok-1",)], ["svarer ikke", 0, 0, 0, 0, None, ()],
    ]  # fmt: skip


def test_a_plan_that_was_judged_against_nothing_that_applies_is_not_judged(make):
    register = later_and_now(make, "a lok-1 svak", "b nf-1 sterk", more="dokumenter: [nf]")
    assert column(register, "status", "vurderte-planer", "plan_id") == {"a": "svarer", "b": "ikke vurdert"}


def test_the_sentence_on_plans_counts_the_pairs_that_apply_as_its_chart_does(make):
    register = later_and_now(make, "a lok-1 svak", "a nf-1 sterk", "b nf-1 sterk")
    assert said(register, "koblinger") == [
        "Ingen av de 2 planene svarer minst delvis på en forventning.", "Av resten svarer 1 bare svakt og 1 ikke.",
    ]  # fmt: skip


# What is provisional: asked of the judgements that count, not of the sets


ON_ALL, ON_SOME = "Vurderingene er foreløpige.", "Noen av vurderingene er foreløpige."
SPOKEN = ("forventninger", "satsingsomraader", "maaldekning", "forventninger-aar")


@pytest.mark.parametrize(
    ("final", "draft", "ending"),
    [
        (["a nf-1 svak", "a nf-2 svak"], ["a lok-1 svak"], ON_SOME),
        ([], ["a nf-1 svak", "a nf-2 svak", "a lok-1 svak"], ON_ALL),
        (["a nf-1 svak", "a nf-2 svak", "a lok-1 svak"], [], ""),
        # the provisional set is about what does not apply
        (["a nf-1 svak", "a nf-2 svak", "a lok-1 svak"], ["a rp-1 svak"], ""),
        # a final set that counts for nothing does not make the others less provisional
        (["a rp-1 svak"], ["a nf-1 svak", "a nf-2 svak", "a lok-1 svak"], ON_ALL),
    ],
)
@pytest.mark.parametrize("subject", SPOKEN)
def test_a_sentence_says_how_many_of_the_judgements_it_counts_are_provisional(make, subject, final, draft, ending):
    register = make(
        {"a": NEXT_YEAR},
        "lok-1",
        [sett("s", *final, more="dokumenter: []"), sett("u", *draft, forelopig="ja")],
        national=document({"nf-1": "maal: [1]", "nf-2": "maal: [2]"}),
        regional=document("rp-1", "[{fra: 2026-01-01}]", name="rp", slag="regional_plan"),
        goals=GOALS,
    )
    below = ps.finding(subject, register).under
    if ending == ON_SOME:
        # the sentence on focus areas counts the own area alone here, the one on goals the national points
        ending = {"satsingsomraader": ON_ALL, "maaldekning": ""}.get(subject, ending)
    assert below.endswith(ending) and ("foreløpig" in below) == bool(ending)


def test_the_sentence_on_then_and_now_hears_the_judgements_of_both_days(make):
    final, draft = sett("s", "a lok-1 svak"), sett("u", "a nf-1 svak", forelopig="ja")
    register = make("a", "lok-1", [final, draft], national=document("nf-1", "[{fra: 2024-10-01}]"))
    assert ps.finding("da-og-naa", register).under.endswith(ON_SOME)
    assert "foreløpig" not in ps.finding("forventninger", register).under


def test_where_goals_are_read_and_nothing_belongs_to_one_the_sentence_says_so(make):
    register = make("a", "lok-1", [sett("s", "a lok-1 svak")], goals=GOALS)
    assert ps.finding("maaldekning", register) == "Ingen forventninger er koblet til bærekraftsmålene."
