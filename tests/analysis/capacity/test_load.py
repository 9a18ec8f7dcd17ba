"""How much work there is, and how much the municipality has: each rule on plans few enough to add up on paper.

The registers and assumptions are invented; the words to write them with are in `registers_with_work.py`.
The period is 2024–2026 and the day 30.06.2024.
"""

import re
from collections import Counter
from dataclasses import replace

import pytest
from registers import ROOT, years_marked
from registers_with_work import FIXED, ON_PAPER, SWINGING, TO_SWING, WIDE, capacities, kind, plan, rows, span

import planstrategi as ps
from planstrategi.analysis.capacity.effort import planned
from planstrategi.analysis.capacity.uncertainty import months_given
from planstrategi.model.register import Register

P = ("maanedsverk_p10", "maanedsverk_p50", "maanedsverk_p90")


def test_work_is_even_over_the_marked_years_and_yearly_work_is_the_same_in_each(build):
    assert rows(build(ON_PAPER, FIXED), "belastning", "aar", "ansvarlig", *P, "antall_planer") == [
        (2024, "Nord", 6.0, 6.0, 6.0, 1),  # 12 / 2
        (2024, "Sør", 0.0, 0.0, 0.0, 0),
        (2025, "Nord", 7.0, 7.0, 7.0, 2),  # 12 / 2 + 1
        (2025, "Sør", 4.0, 4.0, 4.0, 1),
        (2026, "Nord", 1.0, 1.0, 1.0, 1),
        (2026, "Sør", 0.0, 0.0, 0.0, 0),
    ]


def test_roles_share_a_plan_evenly_and_work_with_no_role_is_not_stated(build):
    found = rows(build(ON_PAPER, FIXED), "belastning-rolle", "aar", "rolle", "maanedsverk_p50", "antall_planer")
    assert found == [
        (2024, "Leder (Nord)", 3.0, 1), (2024, "Leder (Sør)", 0.0, 0), (2024, "Rådgiver", 3.0, 1),
        (2024, "ikke oppgitt", 0.0, 0),
        (2025, "Leder (Nord)", 3.0, 1), (2025, "Leder (Sør)", 0.0, 0), (2025, "Rådgiver", 4.0, 2),
        (2025, "ikke oppgitt", 4.0, 1),
        (2026, "Leder (Nord)", 0.0, 0), (2026, "Leder (Sør)", 0.0, 0), (2026, "Rådgiver", 1.0, 1),
        (2026, "ikke oppgitt", 0.0, 0),
    ]  # fmt: skip


def test_the_load_in_all_is_every_plan_once(build):
    # 6, 6 + 4 + 1, 1
    assert rows(build(ON_PAPER, FIXED), "belastning-aar", "aar", "maanedsverk_p50", "antall_planer") == [
        (2024, 6.0, 1),
        (2025, 11.0, 3),
        (2026, 1.0, 1),
    ]


def test_work_that_is_part_of_another_plan_is_not_counted(build):
    part = plan("stikkvei", "planbehov: ny, aar: [2024, 2025, 2026], inngaar_i: [bru]")
    with_part = build([*ON_PAPER, part], FIXED)
    without = build(ON_PAPER, FIXED)
    for table in ("belastning", "belastning-rolle", "belastning-aar"):
        assert rows(with_part, table) == rows(without, table)
    assert rows(with_part, "innsats", "plan_id") == [("bru",), ("vei",), ("sti",)]


def test_a_plan_whose_effort_nobody_has_assumed_is_counted_beside_the_load_and_adds_nothing_to_it(build):
    unknown = plan("ukjent", "planbehov: avklares, aar: [2025]", area="sor")
    found = rows(build([*ON_PAPER, unknown], FIXED), "belastning-aar", "aar", *P, "antall_planer", "antall_uten_innsats")
    assert found == [(2024, 6.0, 6.0, 6.0, 1, 0), (2025, 11.0, 11.0, 11.0, 3, 1), (2026, 1.0, 1.0, 1.0, 1, 0)]
    by_area_ = rows(build([*ON_PAPER, unknown], FIXED), "belastning", "aar", "ansvarlig", "antall_uten_innsats")
    assert [row for row in by_area_ if row[2]] == [(2025, "Sør", 1)]


@pytest.mark.parametrize("status", ["oppstart_varslet", "under_arbeid", "til_behandling"])
def test_of_work_that_had_begun_only_the_part_of_the_calendar_time_that_is_marked_is_counted(build, status):
    # 12 månedsverk over 48 months: each marked year is 12/48 of it, 3 månedsverk, and half was done before
    register = build([plan("bru", f"planbehov: ny, aar: [2024, 2025], status: {status}")], [kind("ny", span(12), span(48))])
    assert rows(register, "belastning-aar", "maanedsverk_p50") == [(3.0,), (3.0,), (0.0,)]


@pytest.mark.parametrize(
    ("calendar", "each_year"),
    [
        (60, 2.4),  # 12 · 12/60
        (25, 5.8),  # 12 · 12/25 = 5.76
        (24, 6.0),  # 12 · 12/24, which is 12 / 2
        (20, 6.0),  # 12/20 of it each year would be more than all of it: an even half
        (6, 6.0),
    ],
)
def test_the_marked_years_never_hold_more_than_all_of_the_work(build, calendar, each_year):
    begun = plan("bru", "planbehov: ny, aar: [2024, 2025], status: under_arbeid")
    register = build([begun], [kind("ny", span(12), span(calendar))])
    assert rows(register, "belastning-aar", "maanedsverk_p50")[:2] == [(each_year,), (each_year,)]


@pytest.mark.parametrize("status", ["ikke_startet", "utredes", "venter", "gjeldende"])
def test_work_that_had_not_begun_is_counted_in_full(build, status):
    waits = ", venter_paa: [{hva: penger}]" if status == "venter" else ""
    one = plan("bru", f"planbehov: revisjon, aar: [2024, 2025], status: {status}{waits}")
    register = build([one], [kind("revisjon", span(12), span(48), needs="[revisjon]")])
    assert rows(register, "belastning-aar", "maanedsverk_p50")[:2] == [(6.0,), (6.0,)]


def test_yearly_work_that_had_begun_is_the_whole_work_of_each_year(build):
    one = plan("sti", "planbehov: rullering_av_handlingsdel, aar: [2024, 2025], status: under_arbeid")
    register = build([one], [kind("del", span(2), span(48), needs="[rullering_av_handlingsdel]", each="hvert_aar")])
    assert rows(register, "belastning-aar", "maanedsverk_p50")[:2] == [(2.0,), (2.0,)]


# Which assumption a plan has.

EFFORT = ("plan_id", "innsats", "maanedsverk_lav", "maanedsverk_sannsynlig", "maanedsverk_hoy")


def test_the_kind_of_work_follows_the_type_of_plan_and_what_is_to_be_done(build):
    kinds = [
        kind("a", span(1, 2, 3), types="[strategi]"),
        kind("b", span(4, 5, 6), needs="[full_revisjon, revisjon]"),
        kind("c", span(7, 8, 9), types="[temaplan, strategi]", needs="[ny, revisjon]"),
    ]
    plans = [
        plan("en", "planbehov: ny, aar: [2024]", "strategi"),
        plan("to", "planbehov: revisjon, aar: [2024]"),
        plan("tre", "planbehov: ny, aar: [2024]"),
        plan("fire", "planbehov: revisjon, aar: [2024]", "strategi"),
    ]
    assert rows(build(plans, kinds), "innsats", *EFFORT) == [
        ("en", "Slag a", 1, 2, 3),
        ("to", "Slag b", 4, 5, 6),
        ("tre", "Slag c", 7, 8, 9),
        ("fire", "Slag c", 7, 8, 9),
    ]


def test_effort_is_for_the_whole_work_or_for_each_year_and_the_table_says_which(build):
    assert rows(build(ON_PAPER, FIXED), "innsats", "plan_id", "arbeid") == [
        ("bru", "hele arbeidet"),
        ("vei", "hele arbeidet"),
        ("sti", "hvert merket år"),
    ]


OWN_ZONING = kind("egen", span(5), types="[detaljregulering]")
PRIVATE_ZONING = kind("privat", span(1), types="[detaljregulering]", more=", privat: ja")


@pytest.mark.parametrize(
    "kinds",
    [
        pytest.param([PRIVATE_ZONING, OWN_ZONING], id="private-first"),
        pytest.param([OWN_ZONING, PRIVATE_ZONING], id="private-last"),
    ],
)
@pytest.mark.parametrize("role", ["forslagsstiller", "tiltakshaver"])
def test_a_plan_that_somebody_else_makes_takes_the_effort_of_a_private_proposal(build, kinds, role):
    made = plan("felt", f"planbehov: ny, aar: [2024], drivere: [{{navn: AS, rolle: {role}}}]", "detaljregulering")
    assert rows(build([made], kinds), "innsats", "innsats", "maanedsverk_hoy") == [("Slag privat", 1)]


@pytest.mark.parametrize("kinds", [[PRIVATE_ZONING, OWN_ZONING], [OWN_ZONING, PRIVATE_ZONING]])
@pytest.mark.parametrize("driver", ["", "samarbeidspart", "uavklart"])
def test_a_plan_that_nobody_else_is_known_to_make_is_the_municipalitys_own(build, kinds, driver):
    more = f", drivere: [{{navn: AS, rolle: {driver}}}]" if driver else ""
    made = plan("felt", f"planbehov: ny, aar: [2024]{more}", "detaljregulering")
    assert rows(build([made], kinds), "innsats", "innsats", "maanedsverk_hoy") == [("Slag egen", 5)]


def test_the_national_assumption_for_private_zoning_plans_is_the_one_that_is_used_for_them(build):
    made = plan("felt", "planbehov: ny, aar: [2024], drivere: [{navn: AS, rolle: forslagsstiller}]", "detaljregulering")
    register = build([made], national=ROOT / "data" / "nasjonalt")
    assert rows(register, "innsats", "innsats") == [("Detaljregulering, behandling av privat forslag",)]


MINE = ", grunn: erfaring, hvem: planlederen}"


def test_the_municipalitys_own_assumption_goes_before_the_national_one_of_its_kind(build):
    own = f"innsats:\n  - {{innsats: ny, maanedsverk: {span(20, 21, 22)}{MINE}\n"
    found = rows(build(ON_PAPER, FIXED, own=own), "innsats", *EFFORT, "kilde")
    assert found[0] == ("bru", "Slag ny", 20, 21, 22, "forutsetninger.yaml:3")
    assert found[1][:5] == ("vei", "Slag revisjon", 4, 4, 4)


def test_an_assumption_for_one_plan_goes_before_those_for_its_kind(build):
    own = f"innsats:\n  - {{innsats: ny, maanedsverk: {span(20)}{MINE}\n  - {{plan: bru, maanedsverk: {span(30, 31, 32)}{MINE}\n"
    more = plan("tunnel", "planbehov: ny, aar: [2026]")
    found = rows(build([*ON_PAPER, more], FIXED, own=own), "innsats", *EFFORT, "kilde")
    assert (found[0], found[3][:5]) == (("bru", "Bru", 30, 31, 32, "forutsetninger.yaml:4"), ("tunnel", "Slag ny", 20, 20, 20))


def test_an_assumption_for_one_plan_makes_its_effort_known_though_its_need_is_not_clarified(build):
    own = f"innsats:\n  - {{plan: bru, maanedsverk: {span(9)}{MINE}\n"
    register = build([plan("bru", "planbehov: avklares, aar: [2024, 2025, 2026]")], FIXED, own=own)
    assert rows(register, "innsats", "maanedsverk_hoy", "arbeid", "hvorfor") == [(9, "hele arbeidet", None)]
    assert rows(register, "belastning-aar", "maanedsverk_p50") == [(3.0,)] * 3  # 9 / 3


def test_an_assumption_for_one_plan_can_be_for_each_year(build):
    own = f"innsats:\n  - {{plan: bru, arbeid: hvert_aar, maanedsverk: {span(9)}{MINE}\n"
    register = build(ON_PAPER[:1], FIXED, own=own)
    assert rows(register, "belastning-aar", "maanedsverk_p50") == [(9.0,), (9.0,), (0.0,)]


def test_an_assumption_for_a_plan_of_yearly_work_stays_yearly_unless_it_says_otherwise(build):
    own = f"innsats:\n  - {{plan: sti, %smaanedsverk: {span(6)}{MINE}\n"
    years = [rows(build(ON_PAPER[2:], FIXED, own=own % each), "belastning-aar", "maanedsverk_p50") for each in
             ("", "arbeid: hele, ")]  # fmt: skip
    assert years == [[(0.0,), (6.0,), (6.0,)], [(0.0,), (3.0,), (3.0,)]]  # 6 each year; 6 / 2


def test_the_calendar_time_alone_can_be_the_municipalitys_own(build):
    own = f"innsats:\n  - {{innsats: ny, kalendermaaneder: {span(30)}{MINE}\n"
    register = build(ON_PAPER, FIXED, own=own)
    assert rows(register, "innsats", *EFFORT)[0] == ("bru", "Slag ny", 12, 12, 12)
    assert rows(register, "tidsrealisme", "plan_id", "lav", "hoy")[0] == ("bru", 30, 30)


def test_the_place_of_an_assumption_is_where_its_numbers_stand(build):
    own = f"innsats:\n  - {{innsats: ny, kalendermaaneder: {span(30)}{MINE}\n"
    assert rows(build(ON_PAPER, FIXED, own=own), "innsats", "kilde")[0][0].endswith("innsats.yaml:4")


def test_a_plan_with_work_of_its_own_keeps_the_municipalitys_calendar_time_for_its_kind(build):
    own = f"innsats:\n  - {{innsats: ny, kalendermaaneder: {span(30)}{MINE}\n  - {{plan: bru, maanedsverk: {span(9)}{MINE}\n"
    assert rows(build(ON_PAPER[:1], FIXED, own=own), "tidsrealisme", "lav", "hoy") == [(30, 30)]


def test_a_plan_whose_calendar_time_nobody_has_assumed_is_not_held_against_its_work(build):
    own = f"innsats:\n  - {{plan: bru, maanedsverk: {span(1, 2, 3)}{MINE}\n"
    register = build([plan("bru", "planbehov: avklares, aar: [2024]")], FIXED, own=own)
    assert rows(register, "tidsrealisme", "vurdering") == []


@pytest.mark.parametrize(
    ("fields", "plantype", "reason"),
    [
        ("", "temaplan", "kilden sier ikke hva som skal gjøres"),
        ("planbehov: avklares, ", "temaplan", "det er ikke avklart hva som skal gjøres"),
        ("planbehov: ny, ", "strategi", "ingen antakelse gjelder for strategi med planbehovet ny plan"),
        ("planbehov: oppheves, ", "temaplan", "ingen antakelse gjelder for temaplan med planbehovet oppheves"),
    ],
)
def test_effort_that_is_not_known_has_a_reason_and_no_number(build, fields, plantype, reason):
    register = build([plan("en", f"{fields}aar: [2024]", plantype)], FIXED)
    columns = (*EFFORT[1:], "arbeid", "grunnlag", "hvorfor", "kilde")
    assert rows(register, "innsats", *columns) == [(None,) * 6 + (reason, "register.yaml:15")]


def test_without_a_catalogue_of_effort_nothing_is_known(build):
    register = build(ON_PAPER)
    assert rows(register, "belastning-aar", *P, "antall_planer", "antall_uten_innsats") == [
        (None, None, None, 0, 1), (None, None, None, 0, 3), (None, None, None, 0, 1),
    ]  # fmt: skip
    assert {row[0] for row in rows(register, "innsats", "innsats")} == {None}


def test_a_plan_with_no_marked_year_has_no_effort_to_spread(build):
    assert rows(build([plan("en", "planbehov: ny")], FIXED), "innsats") == []


@pytest.mark.parametrize(
    ("more", "weakest"),
    [
        ("", "dokumentert"),
        (", hoy_grunnlag: lokal_sak", "én lokal sak"),
        (", lav_grunnlag: antatt, hoy_grunnlag: lokal_sak", "antatt uten kilde"),
        (", sannsynlig_grunnlag: antatt", "antatt uten kilde"),
    ],
)
def test_the_ground_of_a_range_is_the_weakest_of_its_three(build, more, weakest):
    work = span(1, 2, 3, more).replace("grunnlag: antatt", "grunnlag: dokumentert", 1)
    assert rows(build(ON_PAPER[:1], [kind("ny", work)]), "innsats", "grunnlag") == [(weakest,)]


def test_three_better_grounds_go_before_the_one_for_all(build):
    work = span(1, 2, 3, ", lav_grunnlag: lokal_sak, sannsynlig_grunnlag: dokumentert, hoy_grunnlag: lokal_sak")
    assert rows(build(ON_PAPER[:1], [kind("ny", work)]), "innsats", "grunnlag") == [("én lokal sak",)]


# What the municipality has.


def nord(register: Register, *columns: str) -> list[tuple]:
    return [row[1:] for row in rows(register, "belastning", "ansvarlig", *columns) if row[0] == "Nord"]


def test_capacity_nobody_has_given_is_missing_and_so_is_what_is_lacking(build):
    for own in ("", "innsats: []\n"):
        register = build(ON_PAPER, FIXED, own=own)
        for table in ("belastning", "belastning-rolle", "belastning-aar"):
            assert set(rows(register, table, "kapasitet", "mangler_p50")) == {(None, None)}


def test_what_is_lacking_is_the_load_less_the_capacity(build):
    own = capacities("omraade: nord, aar: 2024, maanedsverk: 4.5", "omraade: nord, aar: 2025, maanedsverk: 10")
    # 6 − 4.5, 10 − 7
    assert nord(build(ON_PAPER, FIXED, own=own), "aar", "kapasitet", "mangler_p50", "ledig_p50") == [
        (2024, 4.5, 1.5, 0.0),
        (2025, 10.0, 0.0, 3.0),
        (2026, None, None, None),
    ]


def test_what_is_lacking_is_reckoned_from_the_middle_of_the_range(build):
    own = capacities("omraade: nord, aar: 2024, maanedsverk: 1")
    plans = [plan("bru", "planbehov: revisjon, aar: [2024]")]
    # 0–5–10 is even about 5
    assert nord(build(plans, WIDE, own=own), "mangler_p50")[0][0] == pytest.approx(5 - 1, abs=0.11)


def test_capacity_of_nothing_is_none_at_all_and_not_missing(build):
    own = capacities("omraade: nord, aar: 2024, maanedsverk: 0")
    assert nord(build(ON_PAPER, FIXED, own=own), "kapasitet", "mangler_p50")[0] == (0.0, 6.0)


@pytest.mark.parametrize(
    ("deductions", "left"),
    [
        ("{omraade: nord, fra: 2024, til: 2024, prosent: 50, grunn: ledig}", 5.0),
        ("{omraade: nord, fra: 2024, til: 2024, maanedsverk: 2.5, grunn: drift}", 7.5),
        # per cent first, then the månedsverk: 10 · 0.5 − 2, not (10 − 2) · 0.5
        ("{omraade: nord, fra: 2024, til: 2024, maanedsverk: 2, grunn: drift}, "
         "{omraade: nord, fra: 2024, til: 2024, prosent: 50, grunn: ledig}", 3.0),
        # two of 25 per cent are half: 10 · (1 − 0.25 − 0.25)
        ("{omraade: nord, fra: 2024, til: 2024, prosent: 25, grunn: a}, "
         "{omraade: nord, fra: 2023, til: 2025, prosent: 25, grunn: b}", 5.0),
        ("{omraade: nord, fra: 2024, til: 2024, maanedsverk: 12, grunn: drift}", 0.0),
        ("{omraade: nord, fra: 2024, til: 2024, prosent: 60, grunn: a}, "
         "{omraade: nord, fra: 2024, til: 2024, prosent: 60, grunn: b}", 0.0),
        # another year, another area, a role
        ("{omraade: nord, fra: 2025, til: 2026, prosent: 50, grunn: senere}, "
         "{omraade: sor, fra: 2024, til: 2024, prosent: 50, grunn: andre}, "
         "{rolle: leder-nord, fra: 2024, til: 2024, prosent: 50, grunn: rollen}", 10.0),
    ],
)  # fmt: skip
def test_what_is_gone_in_per_cent_goes_first_then_base_duties_and_never_more_than_there_is(build, deductions, left):
    own = capacities("omraade: nord, aar: 2024, maanedsverk: 10") + f"fradrag: [{deductions}]\n"
    assert nord(build(ON_PAPER, FIXED, own=own), "kapasitet")[0] == (left,)


def test_a_deduction_counts_in_its_first_and_last_year(build):
    said = [f"omraade: nord, aar: {year}, maanedsverk: 10" for year in (2024, 2025, 2026)]
    own = capacities(*said, deductions="  - {omraade: nord, fra: 2024, til: 2025, maanedsverk: 1, grunn: drift}\n")
    assert nord(build(ON_PAPER, FIXED, own=own), "kapasitet") == [(9.0,), (9.0,), (10.0,)]


def test_the_capacity_of_a_role_is_for_that_role_alone(build):
    own = capacities("rolle: raadgiver, aar: 2025, maanedsverk: 3")
    register = build(ON_PAPER, FIXED, own=own)
    found = rows(register, "belastning-rolle", "aar", "rolle", "kapasitet", "mangler_p50")
    assert [row for row in found if row[2] is not None] == [(2025, "Rådgiver", 3.0, 1.0)]  # 4 − 3
    assert set(rows(register, "belastning", "kapasitet")) == {(None,)}


def test_the_capacity_in_all_is_missing_until_every_area_with_load_has_one(build):
    both = ("omraade: nord, aar: 2025, maanedsverk: 5", "omraade: sor, aar: 2025, maanedsverk: 3")
    of_one, of_both = (build(ON_PAPER, FIXED, own=capacities(*said)) for said in (both[:1], both))
    columns = ("aar", "kapasitet", "mangler_p50")
    assert rows(of_one, "belastning-aar", *columns)[1] == (2025, None, None)
    assert rows(of_both, "belastning-aar", *columns)[1] == (2025, 8.0, 3.0)  # 11 − (5 + 3)
    # in 2024 only Nord has load, but nobody has said what Sør has then
    alone = build(ON_PAPER, FIXED, own=capacities("omraade: nord, aar: 2024, maanedsverk: 5"))
    assert rows(alone, "belastning-aar", *columns)[0] == (2024, None, None)


def test_the_capacity_in_all_is_what_was_typed_for_all_areas_also_those_without_load(build):
    both = ("omraade: nord, aar: 2026, maanedsverk: 5", "omraade: sor, aar: 2026, maanedsverk: 3")
    # in 2026 only sti is worked on, in Nord
    found = rows(build(ON_PAPER, FIXED, own=capacities(*both)), "belastning-aar", "kapasitet", "mangler_p50", "ledig_p50")
    assert found[2] == (8.0, 0.0, 7.0)


def test_the_capacity_of_the_whole_municipality_is_that_of_all_and_of_no_area(build):
    own = capacities("hele: ja, aar: 2025, maanedsverk: 9", "omraade: nord, aar: 2025, maanedsverk: 5")
    deduction = "fradrag:\n  - {hele: ja, fra: 2025, til: 2025, maanedsverk: 1, grunn: drift}\n"
    register = build(ON_PAPER, FIXED, own=own + deduction)
    assert rows(register, "belastning-aar", "kapasitet", "mangler_p50")[1] == (8.0, 3.0)  # 9 − 1, 11 − 8
    assert rows(register, "belastning", "ansvarlig", "kapasitet")[2:4] == [("Nord", 5.0), ("Sør", None)]


def test_what_is_lacking_in_all_has_one_decimal(build):
    own = capacities("omraade: nord, aar: 2024, maanedsverk: 4.8")
    register = build([plan("bru", "planbehov: ny, aar: [2024]")], [kind("ny", span(5.1))], own=own)
    assert rows(register, "belastning-aar", "mangler_p50")[0] == (0.3,)


def test_no_year_is_called_the_heaviest_while_what_another_takes_is_not_known(build):
    unknown = [plan(f"ukjent-{number}", "planbehov: avklares, aar: [2024]") for number in (1, 2)]
    assert repr(ps.finding("belastning", build([*ON_PAPER, *unknown], FIXED))) == (
        "I 2025 er planene med kjent innsats antatt å ta om lag 11 månedsverk.\n"
        "Det tyngste året kan ikke sies når ikke all innsats er kjent. "
        "Inntil 2 planer i året har ukjent innsats."
    )


def test_no_year_is_called_the_heaviest_while_a_plan_without_known_years_may_lie_in_another(build):
    later = plan("senere", "planbehov: ny, oppstart: 2026-01")
    said = ps.finding("belastning", build([*ON_PAPER, later], FIXED))
    assert said.startswith("I 2025 er planene") and "kan ikke sies når ikke all innsats er kjent" in said.under


@pytest.mark.parametrize(("likely", "told"), [(4, False), (11, True)])
def test_a_year_is_called_the_heaviest_only_if_it_is_so_in_nine_of_ten_draws(build, likely, told):
    # bru takes 2–12 in 2024, vei 0–5–10 in 2025: about 2–4–12 nobody can say that it is more; 10–11–12 is
    work = span(likely - 1 if told else 2, likely, 12)
    plans = [plan("bru", "planbehov: ny, aar: [2024]"), plan("vei", "planbehov: revisjon, aar: [2025]")]
    said = ps.finding("belastning", build(plans, [kind("ny", work), *WIDE[1:]]))
    assert said.startswith("2024 er det tyngste året") is told
    assert ("kan ikke sies innenfor det som er antatt" in said.under) is not told


# Whether the time the register gives can be enough.

MONTHLY = [kind("ny", span(1), span(6, 12, 18))]


@pytest.mark.parametrize(
    ("ferdig", "months", "judged"),
    [
        ("2024-05", 5, "kortere enn antatt lavest"),
        ("2024-06", 6, "rask"),
        ("2024-11", 11, "rask"),
        ("2024-12", 12, "innenfor"),
        ("2025-06", 18, "innenfor"),
        ("2025-07", 19, "lengre enn antatt høyest"),
    ],
)
def test_the_time_a_plan_is_given_is_judged_at_the_borders_of_its_range(build, ferdig, months, judged):
    register = build([plan("bru", f"planbehov: ny, aar: [2024, 2025], oppstart: 2024-01, ferdig: {ferdig}")], MONTHLY)
    assert rows(register, "tidsrealisme", "maaneder", "lav", "sannsynlig", "hoy", "vurdering") == [(months, 6, 12, 18, judged)]


@pytest.mark.parametrize(
    ("fields", "months"),
    [
        ("aar: [2024]", 12),
        ("aar: [2024, 2026]", 36),  # both ends included, and what lies between
        ("aar: [2024], oppstart: 2024-host", 5),  # August to December
        ("aar: [2024, 2025], oppstart: 2024-H2", 18),  # July 2024 to December 2025
        ("aar: [2024, 2025], ferdig: 2025-vaar", 18),  # January 2024 to June 2025
        ("aar: [2024, 2025], ferdig: 2025-03-31, skal_vedtas: 2025-06-15", 18),  # finished when adopted
        ("aar: [2024, 2025], ferdig: 2025-06-15, skal_vedtas: 2025-03-31", 18),
        ("aar: [2024], oppstart: 2024-04-30, ferdig: 2024-05-01", 2),
    ],
)
def test_the_months_a_plan_is_given_run_from_its_start_to_its_finish_or_else_over_its_marked_years(build, fields, months):
    (one,) = planned(build([plan("bru", f"planbehov: ny, {fields}")], MONTHLY))
    assert months_given(one.plan, one.years, "2024-06-30") == months


@pytest.mark.parametrize(
    ("status", "months"), [("venter", 7), ("ikke_startet", 7), ("utredes", 7), ("under_arbeid", 12), ("gjeldende", 12)]
)
def test_work_that_has_not_begun_cannot_have_begun_before_the_day_that_is_asked(build, status, months):
    (one,) = planned(build([plan("bru", f"planbehov: ny, aar: [2024], status: {status}")], MONTHLY))
    assert months_given(one.plan, one.years, "2024-06-30") == months  # June to December, or the year


def test_time_is_not_judged_of_work_that_had_begun_or_is_yearly_or_whose_effort_is_unknown(build):
    plans = [
        plan("bru", "planbehov: ny, aar: [2024], status: under_arbeid"),
        plan("sti", "planbehov: rullering_av_handlingsdel, aar: [2024]"),
        plan("vei", "planbehov: avklares, aar: [2024]"),
        plan("tunnel", "planbehov: ny, aar: [2024]"),
    ]
    assert rows(build(plans, FIXED), "tidsrealisme", "plan_id") == [("tunnel",)]


# Half-years, kinds of plan, and plans that overlap on a role.


def half_years(build, fields: str, more: str = "") -> list[tuple]:
    return rows(build([plan("bru", f"planbehov: ny, {fields}{more}")]), "kapasitet-halvaar", "halvaar", "antall_planer")


def test_a_marked_year_counts_in_both_its_halves(build):
    assert half_years(build, "aar: [2025]") == [
        ("2024-H1", 0), ("2024-H2", 0), ("2025-H1", 1), ("2025-H2", 1), ("2026-H1", 0), ("2026-H2", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "worked"),
    [
        (", oppstart: 2024-06-30", "2024-H1 2024-H2 2025-H1 2025-H2"),
        (", oppstart: 2024-07-01", "2024-H2 2025-H1 2025-H2"),
        (", oppstart: 2024-host", "2024-H2 2025-H1 2025-H2"),
        (", ferdig: 2025-06-30", "2024-H1 2024-H2 2025-H1"),
        (", ferdig: 2025-07-01", "2024-H1 2024-H2 2025-H1 2025-H2"),
        (", ferdig: 2025-03-31, skal_vedtas: 2025-host", "2024-H1 2024-H2 2025-H1 2025-H2"),
        (", oppstart: 2024-host, skal_vedtas: 2025-vaar", "2024-H2 2025-H1"),
        # the year is one of work as the marks say, whatever another year says
        (", ferdig: 2024-06-30", "2024-H1 2025-H1 2025-H2"),
        (", oppstart: 2025-07-01", "2024-H1 2024-H2 2025-H2"),
    ],
)
def test_a_half_year_before_the_start_or_after_the_finish_does_not_count(build, more, worked):
    assert [half for half, count_ in half_years(build, "aar: [2024, 2025]", more) if count_] == worked.split()


def test_half_years_are_counted_with_and_without_what_is_part_of_another_and_say_where_the_plans_stand(build):
    part = plan("stikkvei", "planbehov: ny, aar: [2024], inngaar_i: [bru]")
    found = rows(build([*ON_PAPER, part]), "kapasitet-halvaar")
    assert (found[0], found[2]) == (("2024-H1", 2, 1, "register.yaml:15, 18"), ("2025-H1", 3, 3, "register.yaml:15, 16, 17"))


def test_plans_are_counted_typed_yearsand_type_zeros_included_and_types_nobody_has_left_out(build):
    plans = [*ON_PAPER, plan("felt", "planbehov: ny, aar: [2024]", "detaljregulering")]
    assert rows(build(plans), "kapasitet-slag") == [
        (2024, "Temaplan", 1, "register.yaml:15"),
        (2024, "Detaljregulering", 1, "register.yaml:18"),
        (2025, "Temaplan", 3, "register.yaml:15, 16, 17"),
        (2025, "Detaljregulering", 0, None),
        (2026, "Temaplan", 1, "register.yaml:17"),
        (2026, "Detaljregulering", 0, None),
    ]


def test_plans_overlap_on_a_role_in_the_years_it_has_more_than_one_and_the_table_says_what_it_does_not_see(build):
    # in 2025 raadgiver has bru (shared) and sti (alone), and vei has no role; in 2024 and 2026 one plan each
    assert rows(build(ON_PAPER), "overlapp") == [(2025, "Rådgiver", 2, 2, 1, ("bru", "sti"), 1)]
    within = ON_PAPER[2].replace("id: sti", "id: gang").replace("navn: Sti", "navn: Gang") + ", inngaar_i: [bru]"
    assert rows(build([*ON_PAPER, within]), "overlapp", "antall_planer", "antall_uten_dobbelt")[0] == (3, 2)


def test_without_roles_nothing_overlaps(build):
    plans = [plan("en", "planbehov: ny, aar: [2024]"), plan("to", "planbehov: ny, aar: [2024]")]
    assert rows(build(plans), "overlapp") == []


# The sentences.


def test_the_sentence_of_the_load_names_the_heaviest_year_and_what_nobody_has_assumed(build):
    assert repr(ps.finding("belastning", build(ON_PAPER, FIXED))) == "2025 er det tyngste året, med antatt 11 månedsverk."
    unknown = plan("ukjent", "planbehov: avklares, aar: [2025]")
    assert repr(ps.finding("belastning", build([*ON_PAPER, unknown], FIXED))) == (
        "2025 er det tyngste året, med antatt 11 månedsverk.\nInntil 1 plan i året har ukjent innsats."
    )


def test_the_sentence_of_the_tornado_names_the_assumption_with_the_largest_swing(build):
    assert repr(ps.finding("tornado", build(TO_SWING, SWINGING))) == (
        "Av antakelsene betyr den om «Slag ny» mest for 2025.\nAlene gir den et spenn på 6,5–8,8 månedsverk. Midten er 7,4."
    )


def test_where_one_assumption_alone_moves_a_year_it_is_not_said_to_mean_most(build):
    register = build([plan("bru", "planbehov: ny, aar: [2024]")], [kind("ny", span(1, 4, 7))])
    assert ps.finding("tornado", register) == "Bare antakelsen om «Slag ny» gjør 2024 usikkert."


def test_the_sentence_of_the_tornado_keeps_the_name_of_a_plan_as_it_is_written(build):
    own = f"innsats:\n  - {{plan: bru, maanedsverk: {span(1, 4, 7)}{MINE}\n"
    plans = [ON_PAPER[0].replace("navn: Bru", "navn: Bru i Lena")]
    assert "Lena" in ps.finding("tornado", build(plans, FIXED, own=own))


def test_the_sentence_of_the_time_counts_the_plans_that_have_less_time_or_more_than_the_assumed_range(build):
    fast, slow = "aar: [2024], oppstart: 2024-01, ferdig: 2024-05", "aar: [2024, 2025], oppstart: 2024-01"
    plans = [plan("bru", f"planbehov: ny, {fast}"), plan("vei", f"planbehov: ny, {slow}")]
    assert repr(ps.finding("tidsrealisme", build(plans, MONTHLY))) == (
        "1 av 2 planer har kortere tid enn det laveste anslaget.\nDet gjelder Bru. 1 kan ha lengre tid enn det høyeste anslaget."
    )
    assert repr(ps.finding("tidsrealisme", build(plans[1:], MONTHLY))) == (
        "Ingen planer har kortere tid enn det laveste anslaget.\n1 kan ha lengre tid enn det høyeste anslaget."
    )
    # of more than a line has room for, the number that is said is not said again
    many = [plan(f"p{number}", f"planbehov: ny, {fast}") for number in range(4)]
    assert "Det gjelder" not in ps.finding("tidsrealisme", build([*many, plans[1]], MONTHLY)).under


def test_without_assumptions_the_sentences_say_so_instead_of_giving_a_number(build):
    for register in (build(ON_PAPER), build(ON_PAPER, [kind("annet", span(1), types="[strategi]")])):
        assert ps.finding("belastning", register) == "Ingen antakelse om innsats gjelder for planene med kjente år."
        assert ps.finding("tornado", register) == "Ingen antakelse om innsats gjelder for planene med kjente år."
        assert ps.finding("tidsrealisme", register) == "Ingen plan har en tid som kan holdes mot en antakelse."
    assert ps.finding("belastning", build([], FIXED)) == "Ingen planer har kjente år med arbeid."


def test_what_the_source_gives_itself_moves_nothing_and_only_the_others_are_assumed(build):
    given = plan("bru", "planbehov: ny, aar: [2024], innsats: [{aar: 2024, aarsverk: 3}]")
    kinds = [kind("ny", span(1, 2, 3))]
    register = build([given], kinds, marks="aarsverk")
    assert ps.finding("belastning", register).under == "For 1 plan er innsatsen kildens egne tall."
    assert ps.finding("tornado", register) == "Ingen antakelse om innsats endrer belastningen."
    register = build([given, plan("vei", "planbehov: ny, aar: [2025]")], kinds, marks="aarsverk")
    assert "for de andre er den antatt" in ps.finding("belastning", register).under
    assert "2025" in ps.finding("tornado", register)


def test_what_rests_on_assumptions_says_so_and_whose(build):
    source = ps.table("belastning", build(ON_PAPER, FIXED)).attrs["kilde"]
    assert source.startswith("Antakelser, ikke fakta: nasjonalt/innsats.yaml, per 30.06.2024. Planene er fra")
    own = capacities("omraade: nord, aar: 2024, maanedsverk: 5")
    assert "og kommunens egne." in ps.table("belastning", build(ON_PAPER, FIXED, own=own)).attrs["kilde"]


def test_the_headline_and_the_numbers_over_the_bars_round_alike(build):
    register = build([plan("bru", "planbehov: ny, aar: [2024]")], [kind("ny", span(52.5))])
    assert "53 månedsverk" in ps.finding("belastning", register)
    assert "53" in [text.get_text() for text in ps.figure("belastning", register).drawn.axes[0].texts]


# The real register, against the rows typed from the source a second time.


def test_counts_per_role_agree_with_a_recount_of_the_typed_cells(ostre_toten, typed):
    areas = {area.id: area.navn for area in ostre_toten.omraader}
    recount: Counter[tuple[int, str, str]] = Counter()
    for row in typed:
        cell = row["ansvarlig_celle"]
        (area,) = [name for name in areas.values() if cell.startswith(name)]
        words = re.split(r",|\bog (?=rådgiver|kommunalsjef)", re.sub(r"\([^()]*\)", "", cell.removeprefix(area)))
        recount.update((year, area, word.strip().lower()) for word in words if word.strip() for year in years_marked(row))
    names = [role.navn for role in ostre_toten.roller]
    counted = {(year, role): plans for year, role, plans in rows(ostre_toten, "kapasitet-rolle", "aar", "rolle", "antall_planer")}
    for role in ostre_toten.roller:
        area = areas[role.omraade]
        label = f"{role.navn} ({area})" if names.count(role.navn) > 1 else role.navn
        for year in (2024, 2025, 2026, 2027):
            assert counted[year, label] == recount.pop((year, area, role.navn.lower()), 0), (year, label)
    assert not recount


def test_half_years_and_kinds_of_the_real_register_hold_the_88_plan_years(ostre_toten, typed):
    typed_years = Counter(year for row in typed for year in years_marked(row))
    assert sum(typed_years.values()) == 88
    kinds = Counter()
    for year, plans in rows(ostre_toten, "kapasitet-slag", "aar", "antall_planer"):
        kinds[year] += plans
    assert kinds == typed_years
    halves = rows(ostre_toten, "kapasitet-halvaar", "halvaar", "antall_planer")
    for year, plans in typed_years.items():
        # a plan that starts in the autumn or is finished in the spring is worked on in one half only
        assert max(n for half, n in halves if half.startswith(str(year))) <= plans
        assert sum(n for half, n in halves if half.startswith(str(year))) >= plans


def test_every_plan_year_of_the_real_register_is_in_the_load_or_counted_as_unknown(ostre_toten):
    # 88 less the three of kommunedelplanen for Lena, which is part of arealdelen
    for table in ("belastning", "belastning-aar"):
        frame = ps.table(table, ostre_toten)
        assert int(frame["antall_planer"].sum() + frame["antall_uten_innsats"].sum()) == 85


def test_nothing_in_the_load_of_the_real_register_rests_on_what_nobody_has_assumed(ostre_toten):
    known = {plan for plan, why in rows(ostre_toten, "innsats", "plan_id", "hvorfor") if why is None}
    without = replace(ostre_toten, planer=tuple(one for one in ostre_toten.planer if one.id in known))
    assert 0 < len(known) < len(rows(ostre_toten, "innsats"))
    for table, label in (("belastning", "ansvarlig"), ("belastning-rolle", "rolle")):
        columns = ("aar", label, *P, "antall_planer")
        whole = [row[:-1] for row in rows(ostre_toten, table, *columns, "antall_uten_innsats") if row[-2] or not row[-1]]
        assert [row for row in rows(without, table, *columns) if row in whole] == whole
        # what is all that there is to do, and has no known effort, is no load of nothing
        missing = [row[2] for row in rows(ostre_toten, table, *columns, "antall_uten_innsats") if row[-1] and not row[-2]]
        assert set(missing) == {None}
    assert set(rows(ostre_toten, "belastning", "kapasitet", "mangler_p50")) == {(None, None)}
