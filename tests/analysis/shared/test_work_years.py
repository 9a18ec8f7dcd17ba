"""What a mark means, and the years of work that follow: marked, or derived from start, adoption and assumed time."""

import re
from dataclasses import replace

import pytest
from registers_with_work import kind, plan, rows, span

import planstrategi as ps
from planstrategi.analysis.levelling.plans_as_works import case_of
from planstrategi.analysis.portfolio.plan_years import timeline
from planstrategi.analysis.shared.editions import ready_of
from planstrategi.analysis.shared.work_years import years_in_period

# two and a half years, likely; nobody has assumed the time of anything else than a new plan
NEW = [kind("ny", span(10), span(24, 30, 40))]


def worked(build, fields: str, marks: str = "arbeid", **more) -> list[tuple]:
    return rows(build([plan("bro", fields)], NEW, marks=marks, **more), "arbeidsaar", "aar", "grunnlag")


def derived(*years: int) -> list[tuple]:
    return [(year, "avledet") for year in years]


@pytest.mark.parametrize("marks", ["arbeid", "{X: arbeid}"])
def test_a_mark_of_work_is_a_year_of_work_and_a_fact(build, marks):
    fields = "planbehov: ny, aar: [2024, 2026]" + (", merker: {2024: X, 2026: x}" if "X" in marks else "")
    assert worked(build, fields, marks) == [(2024, "merket"), (2026, "merket")]


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ("planbehov: ny, aar: [2026]", (2024, 2025, 2026)),  # 30 months to the end of 2026: from July 2024
        ("planbehov: ny, aar: [2025]", (2023, 2024, 2025)),  # begun before the period
        ("planbehov: ny, aar: [2026], oppstart: 2025", (2025, 2026)),  # the register knows better
        ("planbehov: ny, aar: [2025], status: ikke_startet", (2024, 2025)),  # not before the day it is known as of
        ("planbehov: ny, aar: [2026], status: under_arbeid", (2024, 2025, 2026)),
        ("planbehov: ny, skal_vedtas: 2026-2027, status: under_arbeid", (2024, 2025, 2026, 2027)),  # it goes on already
        ("planbehov: revisjon, skal_vedtas: 2024-2027", ()),  # nobody knows in which of them
        ("planbehov: viderefores, oppstart: 2026, skal_vedtas: 2028", (2026, 2027, 2028)),
        ("planbehov: revisjon, aar: [2026]", (2026,)),  # nobody has assumed how long it takes
        ("planbehov: oppheves, aar: [2026]", ()),  # a repeal is adopted too
    ],
)
def test_years_of_work_go_back_from_an_adoption_that_is_marked(build, fields, years):
    assert worked(build, fields, "vedtak") == derived(*years)


def test_what_is_done_each_year_without_a_mark_is_work_in_every_year_and_as_much_in_each(build):
    fields = "planbehov: revisjon, aarlig: [planen]"
    assert worked(build, fields, "ord") == derived(2024, 2025, 2026)
    kinds = [kind("revisjon", span(4), needs="[revisjon]")]
    assert rows(build([plan("bro", fields)], kinds, marks="ord"), "belastning-aar", "maanedsverk_p50") == [(4,)] * 3
    # a table that marks work says with its empty cells that there is none
    assert worked(build, fields) == []


def test_work_that_is_under_way_is_work_in_the_year_the_register_knows_of_and_no_finish_follows(build):
    register = build([plan("bro", "planbehov: revisjon, status: under_arbeid")], NEW, marks="ord")
    assert rows(register, "arbeidsaar", "aar", "grunnlag") == derived(2024)
    assert ready_of(register, "bro").aar is None


def test_work_that_goes_on_for_nobody_knows_how_long_may_be_in_later_years_too(build):
    register = build([plan("bro", "planbehov: revisjon, status: under_arbeid")], NEW, marks="ord")
    assert rows(register, "belastning-aar", "antall_uten_innsats", "antall_uten_aar") == [(1, 0), (0, 1), (0, 1)]


def test_a_year_that_the_text_has_lost_is_no_empty_cell(build):
    lost = "lesninger: [{felt: aar, valgt: ukjent, grunn: kolonnen er tapt}]"
    assert worked(build, f"planbehov: ny, oppstart: 2025, {lost}") == derived(2025, 2026, 2027)


@pytest.mark.parametrize("marks", ["oppstart", "vedtak"])
@pytest.mark.parametrize("fields", ["planbehov: viderefores, aarlig: [handlingsdel]", "planbehov: rullering_av_handlingsdel"])
def test_what_is_done_each_year_is_work_in_each_year_that_is_marked(build, fields, marks):
    assert worked(build, f"{fields}, aar: [2024, 2026]", marks) == derived(2024, 2026)


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ("planbehov: ny, aar: [2024]", (2024, 2025, 2026)),  # 30 months from January 2024: to June 2026
        ("planbehov: ny, aar: [2026]", (2026, 2027, 2028)),  # the work goes on after the period
        ("planbehov: ny, aar: [2024], ferdig: 2025-06", (2024, 2025)),
        ("planbehov: ny, oppstart: 2024-07", (2024, 2025, 2026)),  # to December 2026, the thirtieth month
        ("planbehov: ny, oppstart: 2024-K4", (2024, 2025, 2026, 2027)),  # October 2024 to March 2027
        ("planbehov: ny, oppstart: 2028", (2028, 2029, 2030)),  # starts after the period
        ("planbehov: ny, skal_vedtas: 2029", (2027, 2028, 2029)),  # is adopted after the period
        ("planbehov: ny, oppstart: 2025-2026, ferdig: 2027", (2025, 2026, 2027)),
    ],
)
def test_years_of_work_go_on_from_a_start(build, fields, years):
    assert worked(build, fields, "oppstart") == derived(*years)


def test_a_plan_with_no_mark_in_a_table_that_marks_work_has_no_work_in_the_period(build):
    assert worked(build, "planbehov: ny, oppstart: 2025") == derived(2027)
    assert worked(build, "planbehov: ny, aar: [2025], oppstart: 2025") == [(2025, "merket")]


def test_work_that_is_marked_to_the_end_of_the_period_goes_on_as_long_as_its_start_and_time_say(build):
    assert worked(build, "planbehov: ny, aar: [2026], oppstart: 2026") == [(2026, "merket"), *derived(2027, 2028)]
    assert worked(build, "planbehov: ny, aar: [2026], skal_vedtas: 2027") == [(2026, "merket"), *derived(2027)]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("planbehov: revisjon, aar: [2025]", [(2025, "merket")]),
        ("planbehov: utgaar, aar: [2025]", []),
        ("planbehov: viderefores, aarlig: [handlingsdel], aar: [2025]", [(2025, "merket")]),
    ],
)
def test_a_word_in_a_year_is_work_only_of_a_plan_that_is_made_or_revised(build, fields, found):
    assert worked(build, fields, "ord") == found


def test_urgency_is_no_decision_and_its_year_is_the_last_of_derived_work(build):
    register = build([plan("bro", "planbehov: ny, aar: [2026], hast: bør innen 2026")], NEW, marks="hast")
    assert rows(register, "arbeidsaar", "aar", "grunnlag") == derived(2024, 2025, 2026)
    # that something should be done by 2026, and no time for it, says of no year that there is work in it
    register = build([plan("bro", "planbehov: revisjon, aar: [2026]")], NEW, marks="hast")
    assert rows(register, "arbeidsaar") == []
    assert rows(register, "belastning-aar", "maanedsverk_p50", "antall_uten_aar") == [(None, 1)] * 3


@pytest.mark.parametrize(
    ("fields", "meanings", "found"),
    [
        ("aar: [2024, 2026], merker: {2024: O, 2026: V}", ["starter", "vedtas"], derived(2024, 2025, 2026)),
        # under two-year columns, the cell itself says the years
        ("aar: [2024, 2025], merker: {2024: 'O: 2024 V: 2025'}", ["starter", "vedtas"], derived(2024, 2025)),
        ("aar: [2025], merker: {2025: O/V}", ["starter; vedtas"], derived(2025)),
        ("aar: [2025], merker: {2025: Under arbeid}", ["arbeides"], [(2025, "merket")]),
        # the years of start and adoption are years of work beside the marked ones
        (
            "aar: [2024, 2025, 2026], merker: {2024: O, 2025: Under arbeid, 2026: V}",
            ["starter", "arbeides", "vedtas"],
            [(2024, "avledet"), (2025, "merket"), (2026, "avledet")],
        ),
        # adopted twice in the period
        ("aar: [2024, 2026], merker: {2024: V, 2026: V}, oppstart: 2026", ["vedtas", "vedtas"], derived(2024, 2026)),
    ],
)
def test_a_letter_or_a_word_means_what_the_table_says_of_it(build, fields, meanings, found):
    marks = "{O: oppstart, V: vedtak, Under arbeid: arbeid}"
    register = build([plan("bro", f"planbehov: ny, {fields}")], NEW, marks=marks)
    said = [re.findall("starter|vedtas|arbeides", means) for (means,) in rows(register, "planaar", "merket_betyr")]
    assert ["; ".join(words) for words in said] == meanings
    assert rows(register, "arbeidsaar", "aar", "grunnlag") == found


def test_marks_stay_as_printed_and_plain_crosses_have_none(build):
    register = build([plan("bro", "planbehov: ny, aar: [2024, 2025], merker: {2025: (X)}")], NEW)
    assert rows(register, "planaar", "aar", "merke") == [(2024, None), (2025, "(X)")]


def test_what_nobody_has_said_of_a_mark_is_said_and_taken_for_work(small):
    plans = "planer:\n  - {id: bro, navn: Bro, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, aar: [2025]}\n"
    loaded = small(plans)
    register = replace(loaded, tabeller=(replace(loaded.tabeller[0], merket_betyr=()),))
    assert rows(register, "planaar", "merket_betyr") == [("ikke oppgitt; regnes som arbeid",)]
    assert rows(register, "arbeidsaar", "aar", "grunnlag") == [(2025, "merket")]


def test_the_counts_and_the_load_are_of_years_of_work_and_say_how_many_are_derived(build):
    register = build([plan("bro", "planbehov: ny, aar: [2026]")], NEW, marks="vedtak")
    assert rows(register, "kapasitet-aar", "aar", "antall_planer", "antall_avledet") == [(2024, 1, 1), (2025, 1, 1), (2026, 1, 1)]
    # 10 månedsverk over the three years
    assert rows(register, "belastning-aar", "maanedsverk_p50") == [(3.3,), (3.3,), (3.3,)]


def test_effort_that_the_source_gives_goes_before_every_assumption_and_has_no_range(build):
    given = "aar: [2024, 2025], innsats: [{aar: 2024, aarsverk: 0.5}, {aar: 2025, aarsverk: 0.25}]"
    register = build([plan("bro", f"planbehov: ny, {given}")], NEW, marks="aarsverk")
    percentiles = ("maanedsverk_p10", "maanedsverk_p50", "maanedsverk_p90")
    assert rows(register, "belastning-aar", *percentiles) == [(6, 6, 6), (3, 3, 3), (0, 0, 0)]
    assert rows(register, "innsats", "innsats", "grunnlag") == [("oppgitt i kilden", "oppgitt i kilden")]


def test_hours_for_a_whole_plan_are_spread_over_its_years_and_kroner_are_no_work(build):
    given = "aar: [2024, 2025], innsats: [{timer: 280, kroner: 500000}]"
    register = build([plan("bro", f"planbehov: revisjon, {given}")], NEW)
    assert rows(register, "belastning-aar", "maanedsverk_p50") == [(1.0,), (1.0,), (0.0,)]
    assert rows(register, "oppgitt-innsats", "aar", "timer", "kroner") == [(None, 280.0, 500000)]


def test_plans_to_be_made_in_years_nobody_knows_are_no_load_of_nothing(build):
    register = build([plan("bro", "planbehov: ny"), plan("vei", "planbehov: revisjon")], NEW, marks="ord")
    assert rows(register, "belastning-aar", "maanedsverk_p50", "antall_uten_aar") == [(None, 2)] * 3


def test_what_starts_after_the_period_is_not_said_to_be_work_in_years_nobody_knows(build):
    register = build([plan("bro", "planbehov: ny, aar: [2024]"), plan("vei", "planbehov: revisjon, oppstart: 2027")], NEW)
    assert "ikke er kjent" not in ps.finding("kapasitet", register).under
    assert list(timeline(register)["uten_aar"]) == ["år ikke kjent", "etter perioden"]
    assert rows(register, "nokkeltall", "nokkeltall").count(("Året med flest planer",)) == 1
    register = build([plan("bro", "planbehov: ny, aar: [2024]"), plan("vei", "planbehov: revisjon")], NEW, marks="ord")
    assert ("Året med flest planer, der årene er kjent",) in rows(register, "nokkeltall", "nokkeltall")


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ("planbehov: avklares", [1, 1, 1]),
        ("planbehov: revisjon, status: under_arbeid", [1, 1, 1]),
        ("status: under_arbeid", [1, 1, 1]),  # nobody says what is decided
        ("planbehov: ny, oppstart: 2025", [0, 1, 1]),  # not before its start
        ("planbehov: revisjon, oppstart: 2027", [0, 0, 0]),
        ("planbehov: ny, eier: fylkeskommune", [0, 0, 0]),
        ("planbehov: viderefores", [0, 0, 0]),
    ],
)
def test_work_in_years_nobody_knows_is_counted_in_the_years_it_may_be_in(build, fields, counts):
    assert [n for (n,) in rows(build([plan("bro", fields)], NEW), "belastning-aar", "antall_uten_aar")] == counts


@pytest.mark.parametrize(("marks", "happens"), [("hast", "ferdig"), ("vedtak", "vedtas")])
def test_an_adoption_or_a_last_year_that_is_marked_is_a_milestone_and_binds_a_levelling(build, marks, happens):
    # of two years of work it is the last
    register = build([plan("bro", "planbehov: ny, aar: [2025]")], [kind("ny", span(4), span(24))], marks=marks)
    assert timeline(register)["frist"].tolist() == [(("2025-12-31", happens),)]
    # in the second year of the period, and no later
    assert [("2025" in one.reason) for one in case_of(register).constraints() if (one.kind, one.value) == ("latest", 1)] == [True]


def test_a_start_that_is_marked_is_no_earlier_in_a_levelling(build):
    register = build([plan("bro", "planbehov: ny, aar: [2025]")], [kind("ny", span(4), span(12))], marks="oppstart")
    assert {one.value for one in case_of(register).constraints() if one.kind == "earliest"} == {1}


def test_the_counts_of_a_year_say_how_many_more_may_be_worked_on_in_it(build):
    register = build([plan("bro", "planbehov: ny, oppstart: 2025")], NEW)
    assert rows(register, "kapasitet-aar", "aar", "antall_planer", "antall_uten_aar") == [
        (2024, 0, 0),
        (2025, 0, 1),
        (2026, 0, 1),
    ]


def test_a_plan_of_the_county_is_no_work_of_the_municipality_that_is_not_known(build):
    of_others = plan("kyst", "planbehov: ny, eier: fylkeskommune, aar: [2025]")
    register = build([plan("bro", "planbehov: ny, aar: [2024]"), of_others], NEW)
    counts = rows(register, "belastning-aar", "antall_planer", "antall_uten_innsats")
    assert counts == [(1, 0), (0, 0), (0, 0)]
    assert rows(register, "innsats", "plan_id", "hvorfor") == [("bro", None), ("kyst", "planen tilhører fylkeskommunen")]


def test_the_years_in_the_period_are_computed_once_however_many_plans_ask_for_them(build):
    # 30 months to the end of 2025, and the first year of the period is 2024
    register = build([plan("bro", "planbehov: ny, aar: [2025]")], NEW, marks="vedtak")
    assert years_in_period(register) == {"bro": (2024, 2025)}
    assert years_in_period(register) is years_in_period(register)
