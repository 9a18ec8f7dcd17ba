"""Which plans could move to lower the peak: what binds each of them, and what is proposed, on the smallest registers.

The words to write registers with are in `registers_with_work.py`. The period is 2024–2026 and the day 30.06.2024.
The solver has tests of its own.
"""

from dataclasses import replace

import pytest
from registers_with_law import CATALOGUE, YEARLY
from registers_with_scenarios import AREA, BRO, EVERY_OTHER, JUDGED, LAW, everything
from registers_with_work import FIXED, plan, rows

import planstrategi as ps
from planstrategi.analysis.levelling.plans_as_works import case_of
from planstrategi.analysis.levelling.proposal import proposed
from planstrategi.model.register import Register


def limits(register: Register) -> list[tuple]:
    """Return what binds each plan alone: its first possible year, its last, or the year it keeps, and why."""
    found = [one for one in case_of(register).constraints() if hasattr(one, "work")]
    return [(one.work, one.kind, one.value + register.periode.fra, one.reason) for one in found]


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


def test_what_is_part_of_another_plan_and_what_is_not_marked_are_no_works_and_bind_nothing(build):
    part = of("aar: [2024], inngaar_i: [vei], samordnes_med: [vei], venter_paa: [{hva: vei, plan: vei}]", "sti")
    register = build([of("aar: [2024], samordnes_med: [sti]"), part, of("venter_paa: [{hva: vei, plan: vei}]", "bru")])
    assert (works(register), rules(register)) == (["vei"], [])
    assert rows(register, "utjevning-aar", "antall_planer")[:3] == [(1,), (0,), (0,)]


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
    assert limits(build(plans, dato="2025-06-01")) == [
        ("vei", "fixed", 2024, "Vei: arbeidet begynner i 2024, før 01.06.2025"),
        ("bru", "earliest", 2025, "Bru: kan ikke legges til før 2025, som er året det regnes fra"),
    ]
    assert [one[1] for one in limits(build(plans, dato="2026-01-01"))] == ["fixed", "fixed"]


def test_what_is_done_each_year_does_not_move(build):
    register = build([of("aar: [2025], aarlig: [prioritering]")])
    assert limits(register) == [("vei", "fixed", 2025, "Vei: det gjøres hvert år")]


def test_a_plan_starts_no_earlier_than_the_start_the_register_gives_it(build):
    register = build([of("aar: [2025, 2026], oppstart: 2025-host")])
    assert limits(register) == [("vei", "earliest", 2025, "Vei: starter tidligst høsten 2025")]
    assert limits(build([of("aar: [2024], oppstart: 2024-01-01")])) == []


@pytest.mark.parametrize(
    ("fields", "last", "reason"),
    [
        ("ferdig: 2025-03-31", 2025, "skal være ferdig 31.03.2025"),
        ("skal_vedtas: 2025-host", 2025, "skal vedtas høsten 2025"),
        ("ferdig: 2025-12-31, skal_vedtas: 2024-12", 2024, "skal vedtas desember 2024"),
        ("ferdig: 2024-12-31, skal_vedtas: 2025", 2024, "skal være ferdig 31.12.2024"),
    ],
)
def test_a_plan_ends_no_later_than_the_finish_and_the_adoption_the_register_gives_it(build, fields, last, reason):
    assert limits(build([of(f"aar: [2024], {fields}")])) == [("vei", "latest", last, f"Vei: {reason}")]


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ("planbehov: revisjon, aar: [2024], gyldig_til: 2025-06-30", 2025),  # is revised in time as it stands
        ("planbehov: revisjon, aar: [2025], gyldig_til: 2025", 2025),
        ("planbehov: revisjon, aar: [2026], gyldig_til: 2025", None),  # is not, and nothing says it must be
        ("planbehov: revisjon, aar: [2026], gyldig_til: 2025, foer_utlop: ja", 2025),  # it must
        ("planbehov: revisjon, aar: [2025], gyldig_til: 2023, foer_utlop: ja", None),  # has passed, and binds nothing
        ("planbehov: avklares, aar: [2024], gyldig_til: 2025", None),  # no new edition
        ("planbehov: viderefores, aar: [2024], gyldig_til: 2025", None),
    ],
)
def test_a_plan_is_revised_before_its_validity_ends_when_it_is_as_it_stands_or_must_be(build, fields, last):
    found = limits(build([plan("vei", fields)]))
    assert [(kind, year) for _, kind, year, _ in found] == ([("latest", last)] if last else [])
    assert all(reason.startswith("Vei: dagens utgave gjelder til ") for *_, reason in found)


def test_the_earliest_of_several_ends_binds(build):
    fields = "aar: [2024], ferdig: 2025-12-31, gyldig_til: 2024-12-31"
    assert limits(build([of(fields)])) == [("vei", "latest", 2024, "Vei: dagens utgave gjelder til 31.12.2024")]


def test_an_end_after_the_period_binds_nothing(build):
    assert limits(build([of("aar: [2024], ferdig: 2027, gyldig_til: 2030")])) == []


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


def test_table_figure_and_sentence_of_a_register_rest_on_one_search(build):
    register = build([plan("bru", "planbehov: ny, aar: [2024]"), plan("sti", "planbehov: ny, aar: [2024]")], FIXED)
    assert proposed(register)[1] is proposed(register)[1]
    later = replace(register, per_dato="2025-01-01")
    assert proposed(later)[1] is not proposed(register)[1]


# What is proposed.

TWO = [of("aar: [2024]"), of("aar: [2024]", "bru")]


def test_of_two_plans_in_one_year_one_moves_to_the_next_empty_year(build):
    register = build(TWO)
    # one move of one year is enough, and the first plan stays
    assert rows(register, "utjevning", "plan_id", "navn", "fra", "til", "flyttet_aar", "kilde") == [
        ("bru", "Bru", (2024,), (2025,), 1, "register.yaml:16")
    ]
    assert rows(register, "utjevning-aar") == [
        ("slik det står", 2024, 2, 0), ("slik det står", 2025, 0, 0), ("slik det står", 2026, 0, 0),
        ("utjevnet", 2024, 1, -1), ("utjevnet", 2025, 1, 1), ("utjevnet", 2026, 0, 0),
    ]  # fmt: skip
    assert repr(ps.finding("utjevning", register)) == (
        "Toppen kan senkes fra 2 til 1 plan i året.\n"
        "Det krever at 1 plan flyttes i alt 1 år. Planer som er en del av en annen, er ikke talt med."
    )


def test_a_move_says_which_years_it_relieves_and_which_it_uses_and_that_nobody_knows_its_costs_when_none_has_judged(build):
    ((why, costs),) = rows(build(TWO), "utjevning", "hvorfor", "koster")
    assert why == "Avlaster 2024 (2 planer) og bruker 2025 (0)."
    assert costs == "Ikke kjent: ingen har vurdert planene ennå."


def test_a_move_costs_nothing_when_it_touches_nothing_that_is_judged(answered):
    assert rows(answered([BRO, of("aar: [2024]")]), "utjevning", "navn", "koster") == [
        ("Vei", "Ingen krav eller forventninger berøres.")
    ]


def test_a_move_of_several_years_names_only_those_that_change(build):
    plans = [of("aar: [2024, 2025], status: under_arbeid"), of("aar: [2024, 2025]", "bru")]
    ((why, til),) = rows(build([*plans, of("aar: [2024], status: under_arbeid", "sti")]), "utjevning", "hvorfor", "til")
    # 3 in 2024 and 2 in 2025; bru in 2025 and 2026 makes it 2, 2, 1
    assert til == (2025, 2026)
    assert why.startswith("Avlaster 2024 (3 planer) og bruker 2026 (0).")


def test_a_plan_keeps_the_distance_between_its_years(build):
    plans = [of("aar: [2024, 2026], status: under_arbeid"), of("aar: [2024, 2026]", "sti")]
    assert rows(build(plans), "utjevning") == []  # it fills the period from end to end
    assert rows(build(plans, last=2027), "utjevning", "plan_id", "til") == [("sti", (2025, 2027))]


def test_a_move_costs_the_duties_that_become_weaker_and_the_expectations_that_are_answered_later(answered):
    # bro is new and answers both; sti is fixed in 2024, so bro must move to 2025
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = answered([plan("bro", "planbehov: ny, aar: [2024]"), fixed])
    ((name, costs),) = rows(register, "utjevning", "plan_id", "koster")
    # finished in 2025: the duty is not met at the end of 2024
    assert (name, costs) == ("bro", "krav kommunen skal møte, blir svakere i 1 år og 1 forventning blir svart på senere")


def test_a_duty_that_is_only_better_off_for_the_move_costs_nothing(answered):
    # due every other year: an edition of 2024 has run out before the end of 2026, one of 2025 has not
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    revised = plan("bro", "planbehov: revisjon, vedtatt: 2024-01-15, aar: [2024]")
    register = answered([revised, fixed], repeated=EVERY_OTHER)
    ((til, costs),) = rows(register, "utjevning", "til", "koster")
    assert (til, "svakere" in costs) == ((2025,), False)
    moved = answered([revised, fixed], "flytt: [{plan: bro, aar: [2025]}]", repeated=EVERY_OTHER)
    assert {row[0] for row in rows(moved, "scenario-plikter", "retning")} == {"bedre"}


def test_a_move_that_only_makes_an_expectation_later_says_so_and_nothing_more(build):
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = build([plan("bro", "planbehov: ny, aar: [2024]"), fixed], areas=AREA, judged=JUDGED)
    assert rows(register, "utjevning", "koster") == [("1 forventning blir svart på senere",)]


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
    assert {row[3] for row in rows(register, "utjevning-aar")} == {0}


def test_nothing_moves_when_the_years_are_even_or_there_is_nothing_to_move(build):
    even = build([of("aar: [2024]"), of("aar: [2025]", "bru"), of("aar: [2026]", "sti")])
    for register in (even, build([]), build([of("status: ikke_startet")])):
        assert rows(register, "utjevning") == []
        assert rows(register, "utjevning-konflikt") == []
    assert ps.finding("utjevning", build([])) == "Det er ikke kjent hvilke år det arbeides med planene."


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


def test_nothing_is_moved_to_a_year_that_has_passed(build):
    later = [of("aar: [2025]"), of("aar: [2025]", "bru")]
    assert rows(build(later, dato="2025-06-30"), "utjevning", "plan_id", "til") == [("bru", (2026,))]


def test_a_proposal_never_changes_the_register(answered):
    register = answered([plan("bro", "planbehov: ny, aar: [2024]"), plan("sti", "planbehov: ny, aar: [2024]")])
    before = everything(register)
    for table in ("utjevning", "utjevning-aar", "utjevning-konflikt"):
        ps.table(table, register)
    ps.finding("utjevning", register)
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
    assert [row[2] for row in rows(register, "utjevning-aar")] == [1, 0, 1, 2, 0, 0]
    assert "kan senkes fra" not in ps.finding("utjevning", register)


# A finish is a year the plan may move up to, but a moved plan takes its finish with it.


def test_a_move_that_keeps_the_stated_finish_costs_only_that_the_work_is_not_under_way_the_year_before(answered):
    fixed = plan("sti", "planbehov: ny, aar: [2024], status: under_arbeid")
    register = answered([plan("bro", "planbehov: ny, aar: [2024], ferdig: 2025-12-31"), fixed])
    assert rows(register, "utjevning", "plan_id", "til") == [("bro", (2025,))]
    assert rows(register, "utjevning", "koster") == [
        ("krav kommunen skal møte, blir svakere i 1 år",)
    ]  # 2024: under arbeid → udekket


# What cannot all hold.


def test_what_cannot_all_hold_is_named_with_its_reasons_and_nothing_else_and_nothing_moves(build):
    register = build(
        [
            of("aar: [2025], status: under_arbeid", "bru"),
            of("aar: [2025], status: under_arbeid, venter_paa: [{hva: brua, plan: bru}]"),
            of("aar: [2025], ferdig: 2025", "sti"),
        ]
    )
    assert rows(register, "utjevning-konflikt") == [
        ("Bru", "ligger fast", "Bru: arbeidet pågår"),
        ("Vei", "ligger fast", "Vei: arbeidet pågår"),
        ("Bru", "rekkefølge", "Vei: venter på Bru"),
    ]
    assert repr(ps.finding("utjevning", register)) == (
        "Planene kan ikke legges slik at alt holder.\n"
        "Det som ikke går sammen: Bru: arbeidet pågår, Vei: arbeidet pågår og Vei: venter på Bru."
    )
    assert rows(register, "utjevning") == []
    assert [row[2:] for row in rows(register, "utjevning-aar")] == [(0, 0), (3, 0), (0, 0)]


def test_plans_that_wait_for_each_other_cannot_be_placed(build):
    ring = [of("aar: [2024], venter_paa: [{hva: bru, plan: bru}]"), of("aar: [2025], venter_paa: [{hva: vei, plan: vei}]", "bru")]
    assert rows(build(ring), "utjevning-konflikt", "binding", "hvorfor") == [
        ("rekkefølge", "Vei: venter på Bru"),
        ("rekkefølge", "Bru: venter på Vei"),
    ]


def test_an_end_before_the_plan_can_be_done_is_named(build):
    register = build([of("aar: [2024, 2025], oppstart: 2025-01, gyldig_til: 2025, foer_utlop: ja")])
    assert rows(register, "utjevning-konflikt") == [
        ("Vei", "tidligst start", "Vei: starter tidligst januar 2025"),
        ("Vei", "senest ferdig", "Vei: dagens utgave gjelder til 2025"),
    ]


# The real register.


def test_no_move_in_the_real_register_breaks_what_the_register_says_of_the_plan(ostre_toten):
    plans = ostre_toten.plans_by_id()
    begun = ("oppstart_varslet", "under_arbeid", "til_behandling")
    found = rows(ostre_toten, "utjevning", "plan_id", "fra", "til")
    assert found
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
    years |= dict(rows(ostre_toten, "utjevning", "plan_id", "til"))
    after = [sum(year in marked for marked in years.values()) for year in range(2024, 2028)]
    assert [row[2] for row in rows(ostre_toten, "utjevning-aar")] == before + after
    assert sum(before) == sum(after) == 85  # 88 less the three of the plan that is part of arealdelen
    assert max(after) < max(before)
