"""Which plans could move to lower the peak: what binds each of them, and what is proposed, on the smallest registers.

The words to write registers with are in `registers_with_work.py`. The period is 2024–2026, and the day its first: nothing
has gone where no other day is said. The solver has tests of its own.
"""

from dataclasses import replace

import pytest
from registers import OSTRE_TOTEN
from registers_with_law import CATALOGUE, YEARLY
from registers_with_scenarios import AREA, BRO, EVERY_OTHER, JUDGED, LAW, everything
from registers_with_work import FIXED, kind, plan, rows, span

import planstrategi as ps
from planstrategi.analysis.levelling.plans_as_works import ANTALL, MAANEDSVERK, case_of
from planstrategi.analysis.levelling.proposal import proposed
from planstrategi.model.register import Register

MID_YEAR = "2024-06-30"


@pytest.fixture
def build(build):
    return lambda *given, dato="", **more: build(*given, dato=dato or "2024-01-01", **more)


def limits(register: Register) -> list[tuple]:
    """Return what binds each plan alone: its first possible year, its last, or the year it keeps, and why.

    Of several of a kind it is the one that binds most.
    """
    found: dict[tuple, tuple] = {}
    for one in case_of(register).constraints():
        if hasattr(one, "work"):
            key, said = (one.work, one.kind), (one.value + register.periode.fra, one.reason)
            binds_more = key not in found or (said[0] - found[key][0]) * {"earliest": 1, "latest": -1, "fixed": 0}[one.kind] > 0
            found[key] = said if binds_more else found[key]
    return [(*key, *said) for key, said in found.items()]


def moved(register: Register, *columns: str) -> list[tuple]:
    """Return the moves by count."""
    return [row[1:] for row in rows(register, "utjevning", "vekt", *columns) if row[0] == "antall"]


def by_year(register: Register, vekt: str = "antall", utgave: str = "utjevnet", column: str = "antall_planer") -> list:
    found = rows(register, "utjevning-aar", "vekt", "utgave", column)
    return [row[2] for row in found if row[:2] == (vekt, utgave)]


def rules(register: Register) -> list[tuple]:
    return [(one.kind, one.first, one.second, one.reason) for one in case_of(register).rules]


def works(register: Register) -> list[str]:
    return [work.id for work in case_of(register).works]


def of(fields: str, name: str = "vei") -> str:
    return plan(name, f"planbehov: revisjon, {fields}")


# What binds a plan.


def test_a_plan_that_nothing_binds_may_be_worked_on_in_any_year_of_the_period(build):
    register = build([of("aar: [2024]"), of("aar: [2025, 2026]", "bru")])
    assert (limits(register), rules(register)) == ([], [])
    assert [(work.start, work.length, work.load) for work in case_of(register).works] == [(0, 1, (1,)), (1, 2, (1, 1))]


def test_a_year_without_a_mark_between_two_that_have_one_is_no_load(build):
    (work,) = case_of(build([of("aar: [2024, 2026]")])).works
    assert (work.length, work.load) == (3, (1, 0, 1))


def test_what_is_part_of_another_plan_and_what_is_not_marked_are_no_works_and_no_rules(build):
    part = of("aar: [2024], inngaar_i: [vei], samordnes_med: [vei], venter_paa: [{hva: vei, plan: vei}]", "sti")
    register = build([of("aar: [2024], samordnes_med: [sti]"), part, of("venter_paa: [{hva: vei, plan: vei}]", "bru")])
    assert (works(register), rules(register)) == (["vei"], [])
    waiting = build(
        [
            of("aar: [2024], venter_paa: [{hva: bru, plan: bru}]"),
            of("planbehov: viderefores", "bru").replace("planbehov: revisjon, ", ""),
        ]
    )
    assert (works(waiting), rules(waiting)) == (["vei"], [])
    assert by_year(register, utgave="slik det står") == [1, 0, 0]


@pytest.mark.parametrize("status", ["oppstart_varslet", "under_arbeid", "til_behandling"])
def test_work_that_has_begun_does_not_move(build, status):
    register = build([of(f"aar: [2025], status: {status}")])
    assert limits(register) == [("vei", "fixed", 2025, "Vei: arbeidet pågår")]


def test_what_others_own_and_the_planstrategi_itself_do_not_move(build):
    register = build(
        [of("aar: [2025], eier: fylkeskommune"), of("aar: [2026]", "bru"), of("aar: [2026], eier: flere_kommuner", "sti")]
    )
    plans = [replace(one, plantype="planstrategi") if one.id == "bru" else one for one in register.planer]
    assert limits(replace(register, planer=type(register.planer)(plans))) == [
        ("vei", "fixed", 2025, "Vei: planen tilhører fylkeskommunen"),
        ("bru", "fixed", 2026, "Bru: planstrategien følger valgperioden"),
    ]


@pytest.mark.parametrize("status", ["ikke_startet", "utredes", "gjeldende"])
def test_work_that_has_not_begun_may_move(build, status):
    assert limits(build([of(f"aar: [2025], status: {status}")])) == []


def test_what_was_marked_from_a_year_before_the_day_that_is_asked_has_begun(build):
    plans = [of("aar: [2024, 2026]"), of("aar: [2025, 2026]", "bru")]
    assert limits(build(plans)) == []
    assert [one for one in limits(build(plans, dato="2025-06-01")) if one[1] == "fixed"] == [
        ("vei", "fixed", 2024, "Vei: arbeidet begynner i 2024, før 01.06.2025")
    ]
    assert [one[1] for one in limits(build(plans, dato="2026-01-01"))] == ["fixed", "fixed"]


def test_what_is_done_each_year_does_not_move(build):
    register = build([of("aar: [2025], aarlig: [prioritering]")])
    assert limits(register) == [("vei", "fixed", 2025, "Vei: det gjøres hvert år")]


def test_a_plan_starts_in_the_time_the_register_gives_it(build):
    register = build([of("aar: [2025], oppstart: 2025-host")])
    assert limits(register) == [
        ("vei", "earliest", 2025, "Vei: starter tidligst høsten 2025"),
        ("vei", "latest", 2025, "Vei: starter senest høsten 2025"),
    ]
    # it may start in any of two years, and takes two itself
    assert [one[1:3] for one in limits(build([of("aar: [2024, 2025], oppstart: 2024-2025")], last=2027))] == [("latest", 2026)]


def test_of_several_marked_years_the_last_is_the_one_that_ends_when_the_plan_is_adopted(build):
    register = build([of("aar: [2024, 2025], skal_vedtas: 2025")])
    assert limits(register) == [("vei", "latest", 2025, "Vei: skal vedtas 2025")]
    # marks of a start end nothing: the work does, and it ends when it is finished
    register = build([of("aar: [2024, 2025], ferdig: 2025")], marks="oppstart")
    assert ("vei", "latest", 2025, "Vei: skal være ferdig 2025") in limits(register)


@pytest.mark.parametrize(
    ("fields", "last", "reason"),
    [("ferdig: 2025-03-31", 2025, "skal være ferdig 31.03.2025"), ("skal_vedtas: 2025-host", 2025, "skal vedtas høsten 2025")],
)
def test_a_plan_ends_when_the_register_says_that_it_is_finished_or_adopted(build, fields, last, reason):
    register = build([of(f"aar: [2024], {fields}")])
    assert limits(register) == [("vei", "earliest", last, f"Vei: {reason}"), ("vei", "latest", last, f"Vei: {reason}")]
    assert moved(register, "til") == [((last,),)]


def test_what_is_finished_after_the_period_binds_nothing_but_goes_on_after_its_last_year(build):
    assert limits(build([of("aar: [2024], ferdig: 2027, gyldig_til: 2030")])) == []
    assert limits(build([of("aar: [2025, 2026], ferdig: 2027")])) == [
        ("vei", "fixed", 2025, "Vei: arbeidet går ut over perioden")
    ]


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ("planbehov: revisjon, aar: [2024], gyldig_til: 2025-06-30", 2025),  # is revised in time as it stands
        ("planbehov: revisjon, aar: [2025], gyldig_til: 2025", 2025),
        ("planbehov: revisjon, aar: [2026], gyldig_til: 2025", None),  # is not, and nothing says it must be
        ("planbehov: revisjon, aar: [2026], gyldig_til: 2025, foer_utlop: ja", 2025),  # it must
        ("planbehov: revisjon, aar: [2025], gyldig_til: 2023, foer_utlop: ja", None),  # has passed, and binds nothing
        ("planbehov: avklares, aar: [2024, 2025], gyldig_til: 2024", 2025),  # no new edition, but it must begin while it is valid
    ],
)
def test_a_plan_is_revised_before_its_validity_ends_when_it_is_as_it_stands_or_must_be(build, fields, last):
    found = limits(build([plan("vei", fields)]))
    assert [(kind, year) for _, kind, year, _ in found] == ([("latest", last)] if last else [])
    assert all(reason.startswith("Vei: dagens utgave gjelder til ") for *_, reason in found)


def test_years_that_follow_from_a_start_and_not_from_the_marks_alone_stay(build):
    register = build([of("aar: [2025], oppstart: 2024")], marks="vedtak")
    assert [one for one in limits(register) if one[1] == "fixed"] == [
        ("vei", "fixed", 2024, "Vei: årene følger av annet enn det som er merket")
    ]


def test_a_mark_that_is_no_work_moves_along_and_stays_in_the_period_too(build):
    # a year before the work: the work begins no earlier than in the second year
    register = build([of("aar: [2025, 2026], merker: {2025: o, 2026: x}")], marks="{x: arbeid, o: hast}")
    assert limits(register)[0] == ("vei", "earliest", 2025, "Vei: alle merkede år må ligge i perioden")


def test_the_validity_of_another_plan_binds_nothing(build):
    register = build([of("aar: [2025]"), of("aar: [2024], gyldig_til: 2025", "bru")])
    assert [one[0] for one in limits(register)] == ["bru"]


def test_what_replaces_a_plan_begins_while_that_is_valid(build):
    old = plan("bru", "planbehov: erstattes, erstattes_av: [vei], gyldig_til: 2025-06-30")
    register = build([of("aar: [2025, 2026]"), old], last=2027)
    assert limits(register) == [("vei", "latest", 2026, "Vei: Bru gjelder til 30.06.2025")]
    assert limits(build([of("aar: [2026]"), old])) == []  # too late already


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ("planbehov: oppheves, aar: [2025]", "planbehovet er «oppheves»"),
        ("planbehov: utgaar, aar: [2025]", "planbehovet er «utgår»"),
        ("planbehov: ikke_i_perioden, aar: [2025]", "planbehovet er «ikke i perioden»"),
        ("planbehov: neste_periode, aar: [2025]", "planbehovet er «neste periode»"),
        ("planbehov: viderefores, aar: [2025]", "planbehovet er «videreføres»"),
        ("planbehov: ny, aar: [2025], oppstart: 2024-2025", ""),
        ("planbehov: ny, aar: [2025], innsats: [{aar: 2025, timer: 10}]", "kilden gir innsatsen år for år"),
        ("planbehov: ny, aar: [2025], innsats: [{timer: 10}]", ""),
    ],
)
def test_what_is_not_to_be_made_and_what_the_source_gives_year_by_year_stay(build, fields, why):
    found = [one for one in limits(build([plan("vei", fields)])) if one[1] == "fixed"]
    assert found == ([("vei", "fixed", 2025, f"Vei: {why}")] if why else [])


def test_work_that_should_have_started_before_the_day_stays(build):
    (found,) = [one for one in limits(build([of("aar: [2024], oppstart: 2024-01-15")], dato=MID_YEAR)) if one[1] == "fixed"]
    assert found[3] == "Vei: oppstarten var før 30.06.2024"


def test_what_belongs_with_a_part_of_another_plan_stays_as_the_part_does(build):
    part = of("aar: [2024], inngaar_i: [vei]", "sti")
    (found,) = limits(build([of("aar: [2024]"), part]))
    assert found == ("vei", "fixed", 2024, "Vei: hører sammen med Sti, som er en del av en annen plan")


DUE = "    gjentakelse: [{regel: fast_dato, dato: 2025-12-31, etter: prøveloven § 4}]\n"


def bound(answered, fields: str, repeated: str, **more: str) -> list[tuple]:
    return [one for one in limits(answered([plan("bro", fields)], repeated=repeated, **more)) if one[0] == "bro"]


@pytest.mark.parametrize(("aar", "last"), [("[2024]", 2025), ("[2024, 2025]", 2025), ("[2025, 2026]", None), ("[2026]", None)])
def test_a_statutory_due_date_that_is_met_as_the_plan_stands_must_still_be_met(answered, aar, last):
    found = bound(answered, f"planbehov: ny, aar: {aar}", DUE)
    assert found == ([("bro", "latest", last, "Bro: Krav har frist 31.12.2025")] if last else [])


def test_a_due_date_binds_only_the_plan_that_answers(answered):
    other = plan("sti", "planbehov: ny, aar: [2024]")
    assert [one[0] for one in limits(answered([plan("bro", "planbehov: ny, aar: [2024]"), other], repeated=DUE))] == ["bro"]


def test_a_plan_that_meets_what_must_be_done_each_year_does_not_move(answered):
    found = bound(answered, "planbehov: revisjon, aar: [2024, 2025]", YEARLY)
    assert found == [("bro", "fixed", 2024, "Bro: Krav har frist hvert år")]


def test_a_plan_that_meets_what_may_be_done_each_year_can_move(build):
    may = CATALOGUE.replace("styrke: skal", "styrke: kan") + YEARLY
    register = build([plan("bro", "planbehov: revisjon, aar: [2024]")], requirements=may, law=LAW)
    assert limits(register) == []


def test_what_has_begun_is_said_to_have_begun_though_it_is_a_yearly_duty_too(answered):
    found = bound(answered, "planbehov: revisjon, aar: [2024], status: under_arbeid", YEARLY)
    assert found == [("bro", "fixed", 2024, "Bro: arbeidet pågår")]


def test_plans_to_be_coordinated_share_a_year_and_one_that_waits_comes_after_and_the_reasons_use_short_names(build):
    plans = [
        of("aar: [2024]"),
        of("aar: [2025], kortnavn: B, samordnes_med: [vei]", "bru"),
        of("aar: [2025, 2026], venter_paa: [{hva: brua, plan: bru}, {hva: penger}]", "sti"),
    ]
    assert rules(build(plans)) == [
        ("together", "bru", "vei", "B: bør samordnes med Vei"),
        ("before", "bru", "sti", "Sti: venter på B"),
    ]


def test_plans_with_a_year_off_that_are_to_be_coordinated_move_together_for_only_then_a_marked_year_is_surely_shared(build):
    gap = of("aar: [2024, 2026]")
    assert [one[0] for one in rules(build([gap, of("aar: [2026], samordnes_med: [vei]", "bru")]))] == ["lockstep"]
    # in 2025, between the two, they would share no year
    register = build([gap, *[of("aar: [2026], samordnes_med: [vei]", "bru"), of("aar: [2026]", "sti")]])
    assert "bru" not in [row[0] for row in rows(register, "utjevning", "plan_id")]


def test_table_figure_and_sentence_of_a_register_rest_on_one_search(build):
    register = build([plan("bru", "planbehov: ny, aar: [2024]"), plan("sti", "planbehov: ny, aar: [2024]")], FIXED)
    assert proposed(register, ANTALL)[1] is proposed(register, ANTALL)[1]
    later = replace(register, per_dato="2025-01-01")
    assert proposed(later, ANTALL)[1] is not proposed(register, ANTALL)[1]


# What is proposed.

TWO = [of("aar: [2024]"), of("aar: [2024]", "bru")]


def test_of_two_plans_in_one_year_one_moves_to_the_next_empty_year(build):
    register = build(TWO)
    # one move of one year is enough, and the first plan stays; nobody has assumed what they take, so nothing is weighed
    assert rows(register, "utjevning", "vekt", "plan_id", "navn", "fra", "til", "flyttet_aar", "kilde") == [
        ("antall", "bru", "Bru", (2024,), (2025,), 1, "register.yaml:16")
    ]
    assert rows(register, "utjevning-aar") == [
        ("antall", "slik det står", 2024, 2, 0, None, None), ("antall", "slik det står", 2025, 0, 0, None, None),
        ("antall", "slik det står", 2026, 0, 0, None, None), ("antall", "utjevnet", 2024, 1, -1, None, None),
        ("antall", "utjevnet", 2025, 1, 1, None, None), ("antall", "utjevnet", 2026, 0, 0, None, None),
    ]  # fmt: skip
    assert rows(register, "utjevning-front") == [("antall", 0, 2, (), True), ("antall", 1, 1, ("bru",), True)]
    assert repr(ps.finding("utjevning", register)) == (
        "Toppen kan senkes fra 2 til 1 plan i året.\n"
        "Det krever at 1 plan flyttes i alt 1 år. Planer som er en del av en annen, er ikke talt med."
    )
    assert ps.finding("utjevning-maanedsverk", register) == "Ingen antakelse om innsats gjelder for planene med kjente år."


def test_where_the_years_of_a_plan_are_not_known_it_is_the_known_peak_that_can_be_lowered(build):
    register = build([*TWO, plan("uklar", "planbehov: avklares")])
    assert ps.finding("utjevning", register) == "Den kjente toppen kan senkes fra 2 til 1 plan i året."


# New plans take 12 månedsverk, revisions 4: two new ones a year would be 24, and a new one with three revisions as well.
NEW = [plan(name, "planbehov: ny, aar: [2024]") for name in ("bru", "sti")]
REVISED = [of("aar: [2025]", name) for name in ("vei", "torg", "havn")]


def test_by_maanedsverk_the_heavy_plan_moves_and_by_count_one_of_the_many(build):
    register = build([*NEW, *REVISED], FIXED)
    # counts 2, 3, 0: one of the three leaves 2025. Månedsverk 24, 12, 0: one of the heavy two leaves 2024
    assert rows(register, "utjevning", "vekt", "plan_id", "til") == [
        ("antall", "havn", (2026,)), ("maanedsverk", "sti", (2026,)),
    ]  # fmt: skip
    assert by_year(register) == [2, 2, 1]
    assert by_year(register, column="maanedsverk") == [24, 8, 4]
    assert by_year(register, "maanedsverk", column="maanedsverk") == [12, 12, 12]
    assert by_year(register, "maanedsverk") == [1, 3, 1]
    assert by_year(register, "maanedsverk", column="maanedsverk_endring") == [-12, 0, 12]
    assert repr(ps.finding("utjevning-maanedsverk", register)) == (
        "Toppen av kjent innsats kan senkes fra 24 til 12 månedsverk i året.\nDet krever at 1 plan flyttes i alt 2 år."
    )
    ((why,),) = [row[1:] for row in rows(register, "utjevning", "vekt", "hvorfor") if row[0] == "maanedsverk"]
    assert why == "Fra 2024 (24 månedsverk) til 2026 (0 månedsverk), før flyttingene."


def test_what_nobody_knows_the_effort_of_weighs_nothing_by_maanedsverk_and_stays_and_is_said(build):
    unknown = plan("kai", "planbehov: avklares, aar: [2024]")
    register = build([*NEW, unknown, plan("hus", "planbehov: avklares, aar: [2024], eier: stat")], FIXED)
    (kai,) = [work for work in case_of(register, MAANEDSVERK).works if work.id == "kai"]
    assert (kai.load, [one.reason for one in kai.limits]) == ((0,), ["Kai: innsatsen er ikke kjent"])
    assert "1 plan uten kjent innsats veier ingenting og flyttes ikke." in ps.finding("utjevning-maanedsverk", register).under
    assert [row[:2] for row in rows(register, "utjevning", "plan_id", "vekt")] == [
        ("sti", "antall"), ("kai", "antall"), ("sti", "maanedsverk"),
    ]  # fmt: skip


def test_what_the_source_gives_and_a_range_weigh_what_is_expected_in_each_year(build):
    given = of("aar: [2024, 2025], innsats: [{aar: 2024, aarsverk: 1}, {aar: 2025, aarsverk: 0.5}]")
    wide = plan("bru", "planbehov: ny, aar: [2025, 2026]")
    register = build([given, wide], [kind("ny", span(2, 4, 12))])
    # a PERT of 2, 4 and 12 is expected to be 30 / 6 = 5, even over two years
    loads = {work.id: work.load for work in case_of(register, MAANEDSVERK).works}
    assert loads == {"vei": (1200, 600), "bru": (250, 250)}


def test_peaks_that_differ_by_less_than_a_whole_maanedsverk_are_equal(build):
    light = [plan(name, "planbehov: rullering_av_handlingsdel, aar: [2024]") for name in ("bru", "sti")]
    half = FIXED[2].replace("hvert_aar", "hele").replace(span(1), span(0.4))
    assert rows(build(light, [half]), "utjevning", "vekt") == [("antall",)]


def test_the_lowest_peak_of_each_number_of_moves_is_the_same_in_whatever_order_the_plans_stand(build):
    stay = [of(f"aar: [{year}], innsats: [{{aar: {year}, timer: {140 * months}}}]", f"fast{year}") for year, months in
            ((2024, 10), (2025, 9), (2026, 11))]  # fmt: skip
    light, less = of("aar: [2024], innsats: [{timer: 168}]", "lett"), of("aar: [2024], innsats: [{timer: 196}]", "tyngre")
    # 10 + 1.2 + 1.4 in 2024: the second in order moves to 2025, and leaves 11.2 or 11.4, which no whole one tells apart
    for plans, peak in (([light, less], 11.2), ([less, light], 11.4)):
        register = build([*stay, *plans], FIXED)
        front = rows(register, "utjevning-front", "vekt", "antall_flyttinger", "topp", "bevist")
        assert [row[1:] for row in front if row[0] == MAANEDSVERK] == [(0, 13, True), (1, 12, True)]
        assert max(by_year(register, MAANEDSVERK, column="maanedsverk")) == peak


def test_a_sentence_says_what_half_the_gain_takes_where_that_is_fewer_moves(build):
    register = build([of("aar: [2024]", name) for name in ("a1", "a2", "a3", "a4", "a5", "a6")])
    # 6 → 2 by four moves; halfway is 4, by two
    assert rows(register, "utjevning-front", "antall_flyttinger", "topp") == [(0, 6), (1, 5), (2, 4), (3, 3), (4, 2)]
    assert "Med 2 flyttinger blir toppen 4 planer." in ps.finding("utjevning", register).under


def test_a_move_says_which_years_it_relieves_and_which_it_uses_and_that_nobody_knows_its_costs_when_none_has_judged(build):
    ((why, costs),) = rows(build(TWO), "utjevning", "hvorfor", "koster")
    assert why == "Fra 2024 (2 planer) til 2025 (0 planer), før flyttingene."
    assert costs == "Arbeidet blir ferdig i 2025, 1 år senere. Ikke kjent: ingen har vurdert planen ennå."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("navn: Plan 2024–2027", "Planen skal gjelde 2024–2027, og arbeidet blir ferdig i 2026, 2 år senere."),
        (
            "navn: Plan, gyldig_fra: 2024, gyldig_til: 2026",
            "Planen skal gjelde 2024–2026, og arbeidet blir ferdig i 2026, 2 år senere.",
        ),
        ("navn: Plan 2018 - 2021", "Planen gjelder til 2021, og arbeidet blir ferdig i 2026, 2 år senere."),
        ("navn: Plan, gyldig_til: 2022", "Planen gjelder til 2022, og arbeidet blir ferdig i 2026, 2 år senere."),
        ("navn: Plan, vedtatt: 2019-06", "Dagens utgave er fra 2019, og arbeidet blir ferdig i 2026, 2 år senere."),
        ("navn: Plan", "Arbeidet blir ferdig i 2026, 2 år senere."),
    ],
)
def test_the_price_of_a_later_move_is_held_against_the_years_the_plan_or_its_edition_is_for(build, fields, said):
    # 2024 has two and 2025 is taken: the second must go to 2026
    moving = plan("sti", f"planbehov: mindre_endring, aar: [2024], {fields}").replace("navn: Sti, ", "")
    fixed = [of("aar: [2024], status: under_arbeid"), of("aar: [2025], status: under_arbeid", "bru")]
    register = build([*fixed, moving])
    assert rows(register, "utjevning", "til", "koster") == [((2026,), f"{said} Ikke kjent: ingen har vurdert planen ennå.")]


def test_a_move_costs_nothing_of_what_is_judged_when_it_touches_none_of_it_and_says_only_that(answered):
    assert moved(answered([BRO, of("aar: [2024]")]), "navn", "koster") == [
        ("Vei", "Arbeidet blir ferdig i 2025, 1 år senere. Ingen vurderte krav berøres.")
    ]


def test_a_move_of_several_years_names_only_those_that_change(build):
    plans = [of("aar: [2024, 2025], status: under_arbeid"), of("aar: [2024, 2025]", "bru")]
    ((why, til),) = rows(build([*plans, of("aar: [2024], status: under_arbeid", "sti")]), "utjevning", "hvorfor", "til")
    # 3 in 2024 and 2 in 2025; bru in 2025 and 2026 makes it 2, 2, 1
    assert til == (2025, 2026)
    assert why.startswith("Fra 2024 (3 planer) til 2026 (0 planer), før flyttingene.")


def test_a_plan_keeps_the_distance_between_its_years(build):
    plans = [of("aar: [2024, 2026], status: under_arbeid"), of("aar: [2024, 2026]", "sti")]
    assert rows(build(plans), "utjevning") == []  # it fills the period from end to end
    assert rows(build(plans, last=2027), "utjevning", "plan_id", "til") == [("sti", (2025, 2027))]


LATER = "Arbeidet blir ferdig i 2025, 1 år senere. "


def test_a_move_costs_the_duties_that_become_weaker_and_the_expectations_that_are_answered_later(answered):
    # bro is new and answers both; sti is fixed in 2024, so bro must move to 2025
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = answered([plan("bro", "planbehov: ny, aar: [2024]"), fixed])
    # worked on in 2025: nothing is under way in 2024, and in 2025 nothing can be finished already
    assert moved(register, "plan_id", "koster") == [
        ("bro", f"{LATER}Krav kommunen skal møte, blir svakere i 2 år og 1 forventning blir svart på senere.")
    ]


def test_a_duty_that_is_only_better_off_for_the_move_costs_nothing(answered):
    # due every other year: an edition of 2024 has run out before the end of 2026, one of 2025 has not
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    revised = plan("bro", "planbehov: revisjon, vedtatt: 2024-01-15, aar: [2024]")
    register = answered([revised, fixed], repeated=EVERY_OTHER, dato=MID_YEAR)
    ((til, costs),) = moved(register, "til", "koster")
    assert (til, "svakere" in costs) == ((2025,), False)
    changed = answered([revised, fixed], "flytt: [{plan: bro, aar: [2025]}]", repeated=EVERY_OTHER, dato=MID_YEAR)
    assert {row[0] for row in rows(changed, "scenario-plikter", "retning")} == {"bedre"}


def test_a_move_that_only_makes_an_expectation_later_says_so_and_nothing_more(build):
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = build([plan("bro", "planbehov: ny, aar: [2024]"), fixed], areas=AREA, judged=JUDGED)
    assert rows(register, "utjevning", "koster") == [(f"{LATER}1 forventning blir svart på senere.",)]


def test_what_nobody_has_judged_a_plan_against_is_not_said_to_be_untouched(build):
    # bro is judged, and against one area; sti is not
    fixed = plan("bro", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = build([fixed, plan("sti", "planbehov: ny, aar: [2024]")], areas=AREA, judged=JUDGED)
    assert rows(register, "utjevning", "koster") == [(f"{LATER}Ikke kjent: ingen har vurdert planen ennå.",)]


@pytest.mark.parametrize(
    "fields",
    [
        "aar: [2024], status: under_arbeid",
        "aar: [2024], aarlig: [handlingsdel]",
        "aar: [2024], ferdig: 2024-12-31",
        "aar: [2024], gyldig_til: 2024",
        "aar: [2024, 2025, 2026]",
    ],
)
def test_where_nothing_may_move_the_peak_stays_and_the_sentence_says_so(build, fields):
    register = build([of(fields), of(fields, "bru")])
    assert rows(register, "utjevning") == []
    assert ps.finding("utjevning", register) == "Toppen på 2 planer i året kan ikke senkes ved å flytte planer."
    assert by_year(register, column="antall_endring") == [0, 0, 0]


def test_nothing_moves_when_the_years_are_even_or_there_is_nothing_to_move(build):
    even = build([of("aar: [2024]"), of("aar: [2025]", "bru"), of("aar: [2026]", "sti")])
    for register in (even, build([]), build([of("status: ikke_startet")])):
        assert rows(register, "utjevning") == []
        assert rows(register, "utjevning-konflikt") == []
    assert ps.finding("utjevning", build([])) == "Ingen planer har kjente år med arbeid."


def test_a_plan_may_not_move_before_the_one_it_waits_for_nor_out_of_the_years_of_one_it_belongs_with(build):
    # 2025 has both; vei must come after bru, so only bru can move, and only to 2024
    waits = build([of("aar: [2025]", "bru"), of("aar: [2026], venter_paa: [{hva: brua, plan: bru}]"),
                   of("aar: [2025], status: under_arbeid", "sti")])  # fmt: skip
    assert rows(waits, "utjevning", "plan_id", "til") == [("bru", (2024,))]
    # coordinated, neither can leave the other
    together = build([of("aar: [2025]", "bru"), of("aar: [2025], samordnes_med: [bru]")])
    assert rows(together, "utjevning") == []


def test_the_day_that_is_asked_decides_what_has_begun_and_so_what_can_move(build):
    assert len(rows(build(TWO), "utjevning")) == 1
    assert rows(build(TWO, dato="2025-01-01"), "utjevning") == []


@pytest.mark.parametrize(
    ("day", "earliest"), [("2024-12-31", 2025), ("2025-01-01", 2025), ("2025-01-02", 2026), ("2025-06-30", 2026)]
)
def test_nothing_is_moved_into_a_year_of_which_a_part_has_gone_but_may_stand_in_one(build, day, earliest):
    # a year is free on each side: the first where it has not begun, else the other
    register = build([of("aar: [2026]"), of("aar: [2026]", "bru"), of("aar: [2026]", "sti")], dato=day)
    assert min(til for (til,) in moved(register, "til")) == (earliest,) if earliest < 2026 else not moved(register)
    standing = build([of("aar: [2025]"), of("aar: [2025]", "bru")], dato=day)
    assert moved(standing, "til") == [((2024 if day < "2024-01-02" else 2026,),)]


def test_a_proposal_never_changes_the_register(answered):
    register = answered([plan("bro", "planbehov: ny, aar: [2024]"), plan("sti", "planbehov: ny, aar: [2024]")])
    before = everything(register)
    for table in ("utjevning", "utjevning-aar", "utjevning-front", "utjevning-konflikt"):
        ps.table(table, register)
    ps.finding("utjevning-maanedsverk", register)
    assert everything(register) == before


# Where a plan stands now may break what binds it: then it moves for that.


def test_a_plan_that_is_marked_after_its_validity_ends_is_moved_to_the_year_it_must_be_revised_by(build):
    register = build([of("aar: [2026], gyldig_til: 2024, foer_utlop: ja")])
    assert rows(register, "utjevning", "plan_id", "til") == [("vei", (2024,))]


FORCED = [of("aar: [2026], gyldig_til: 2024, foer_utlop: ja"), of("aar: [2024], status: under_arbeid", "bru")]


def test_a_move_that_something_forces_names_it(build):
    ((why,),) = rows(build(FORCED), "utjevning", "hvorfor")
    assert "dagens utgave gjelder til 2024" in why


def test_a_move_that_raises_the_peak_is_not_said_to_lower_it(build):
    register = build(FORCED)
    assert (by_year(register, utgave="slik det står"), by_year(register)) == ([1, 0, 1], [2, 0, 0])
    assert "kan senkes fra" not in ps.finding("utjevning", register)


# What cannot all hold.

CLASHING = [
    of("aar: [2025], status: under_arbeid", "bru"),
    of("aar: [2025], status: under_arbeid, venter_paa: [{hva: brua, plan: bru}]"),
]


def test_what_cannot_all_hold_is_set_aside_and_named_and_the_rest_is_levelled(build):
    register = build([*CLASHING, of("aar: [2025], ferdig: 2025", "sti"), of("aar: [2025]", "torg")])
    # either of the two would do: it is the one that waits
    assert rows(register, "utjevning-konflikt") == [
        ("antall", "Vei", "ligger fast", "Bru: arbeidet pågår"),
        ("antall", "Vei", "ligger fast", "Vei: arbeidet pågår"),
        ("antall", "Vei", "rekkefølge", "Vei: venter på Bru"),
    ]
    assert repr(ps.finding("utjevning", register)) == (
        "Toppen kan senkes fra 4 til 3 planer i året.\n"
        "Det krever at 1 plan flyttes i alt 1 år. 1 plan er satt til side, fordi opplysningene ikke går sammen. "
        "Planer som er en del av en annen, er ikke talt med."
    )
    assert moved(register, "plan_id", "til") == [("torg", (2024,))]
    assert by_year(register) == [1, 3, 0]


@pytest.mark.parametrize(
    "fields", ["aar: [2024], merker: {2024: v}, oppstart: 2022", "aar: [2025, 2026], merker: {2025: v, 2026: o}"]
)
def test_work_that_began_before_the_period_or_begins_again_after_an_adoption_is_no_contradiction(build, fields):
    register = build([of(fields)], marks="{o: oppstart, v: vedtak}")
    assert rows(register, "utjevning-konflikt") == []
    assert "satt til side" not in ps.finding("utjevning", register).under


def test_what_is_tied_to_a_plan_that_is_set_aside_stays_with_it(build):
    tied = of("aar: [2025], samordnes_med: [vei]", "torg")
    register = build([*CLASHING, tied, of("aar: [2025], samordnes_med: [torg]", "sti")])
    assert rows(register, "utjevning") == []  # torg stays in the year of vei, and sti in that of torg
    assert {row[0] for row in rows(register, "utjevning-konflikt", "navn")} == {"Vei"}


def test_what_clashes_after_the_first_is_set_aside_is_set_aside_too(build):
    impossible = of("aar: [2024, 2025], oppstart: 2025-01, gyldig_til: 2025, foer_utlop: ja", "sti")
    register = build([*CLASHING, impossible])
    assert [row[1:] for row in rows(register, "utjevning-konflikt") if row[1] == "Sti"] == [
        ("Sti", "tidligst start", "Sti: starter tidligst januar 2025"),
        ("Sti", "senest ferdig", "Sti: dagens utgave gjelder til 2025"),
    ]
    assert "2 planer er satt til side" in ps.finding("utjevning", register).under


def test_of_plans_that_wait_for_each_other_one_is_set_aside_and_the_other_stays(build):
    ring = [of("aar: [2024], venter_paa: [{hva: bru, plan: bru}]"), of("aar: [2025], venter_paa: [{hva: vei, plan: vei}]", "bru")]
    assert rows(build(ring), "utjevning-konflikt", "binding", "hvorfor") == [
        ("rekkefølge", "Vei: venter på Bru"),
        ("rekkefølge", "Bru: venter på Vei"),
    ]
    assert rows(build(ring), "utjevning") == []


@pytest.mark.parametrize("day", ["2025-09-01", "2026-03-01", "2027-06-30"])
def test_in_mid_period_there_is_an_answer_for_the_real_register(day):
    register = ps.load(OSTRE_TOTEN, day)
    assert len(by_year(register)) == 4
    for name, fra, til in rows(register, "utjevning", "plan_id", "fra", "til"):
        assert min(*fra, *til) > int(day[:4]) or fra[0] == int(day[:4]) < til[0], name
    assert {row[0] for row in rows(register, "utjevning-konflikt", "navn")} == {"Arbeidsgiverpolitikk"}


# The real register.


def test_no_move_in_the_real_register_breaks_what_the_register_says_of_the_plan(ostre_toten):
    plans = ostre_toten.plans_by_id()
    begun = ("oppstart_varslet", "under_arbeid", "til_behandling")
    found = rows(ostre_toten, "utjevning", "plan_id", "fra", "til")
    assert len(found) > 10
    for name, fra, til in found:
        one = plans[name]
        assert fra == one.aar and len(til) == len(fra), name
        assert til[0] != fra[0], name
        assert til == tuple(year + til[0] - fra[0] for year in fra), name
        assert til[0] >= 2024 and til[-1] <= 2027, name
        assert one.status not in begun and not one.aarlig and not one.inngaar_i, name
        assert all(til[-1] <= tid.sist_aar for tid in (one.ferdig, one.skal_vedtas) if tid), name
        assert one.oppstart is None or one.oppstart.forst_aar <= til[0], name


def test_the_years_of_the_real_register_levelled_are_the_moves_on_top_of_a_recount(ostre_toten):
    years = {plan.id: plan.aar for plan in ostre_toten.planer if not plan.inngaar_i}
    before = [sum(year in marked for marked in years.values()) for year in range(2024, 2028)]
    years |= dict(moved(ostre_toten, "plan_id", "til"))
    after = [sum(year in marked for marked in years.values()) for year in range(2024, 2028)]
    assert (by_year(ostre_toten, utgave="slik det står"), by_year(ostre_toten)) == (before, after)
    assert sum(before) == sum(after) == 85  # 88 less the three of the plan that is part of arealdelen
    assert max(after) < max(before)
