"""A scenario laid over a register: a new register, the old one as it was."""

import re
from dataclasses import fields, replace
from typing import Any

from planstrategi.analysis.shared.work_years import PlanWork, work_of
from planstrategi.model.assumptions import Forutsetningsfil, Kapasitet
from planstrategi.model.dates import MONTHS_IN_YEAR, Moment, Tid, months_later, whole_year
from planstrategi.model.fields import Record
from planstrategi.model.plan import OppgittInnsats, Plan, Rad
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Scenario, SlaaSammen, Vakanse
from planstrategi.model.vocabulary import UNDER_WAY

# what a date may be
FIRST_YEAR, LAST_YEAR, A_YEAR = 1000, 2999, re.compile(r"\b[12][0-9]{3}\b")
UNITS = ("aarsverk", "timer", "kroner")
Plans = dict[str, Plan]


def applied(register: Register, scenario: Scenario) -> Register:
    """Return the register as it would be in a scenario.

    A moved plan, and what is a part of it, keeps its finish and start as far from its years as they stood; a dropped one
    has no work; a merged one is finished with the plan it becomes a part of; what a vacant role carries alone is finished
    that many months later. The marks of what is changed are then its years of work in the period, in step with both.
    """
    moves = _moves(register, scenario)
    touched = _touched(register, scenario) | {*moves}
    plans: Plans = {plan.id: _fastened(plan, work_of(register, plan)) if plan.id in touched else plan for plan in register.planer}
    for name, aar in moves.items():
        plans[name] = _moved(plans[name], aar)
    _drop(plans, [dropp.plan for dropp in scenario.dropp])
    for slaa_sammen in scenario.slaa_sammen:
        _merge(plans, slaa_sammen)
    for legg_til in scenario.legg_til:
        source = Rad(sted=legg_til.sted, tabell="", rad=0)
        plans[legg_til.id] = Plan(**_fields(legg_til) | {"aar": ()}, valgte_aar=legg_til.aar, kilde=source)
    for vakanse in scenario.vakanse:
        _delay(plans, vakanse)
    made = tuple(_marked(plan, register.periode.years) for plan in plans.values())
    return replace(register, planer=made, forutsetninger=_capacities(register, scenario))


def _moves(register: Register, scenario: Scenario) -> dict[str, tuple[int, ...]]:
    """Return the years that plans are moved to; what is a part of a moved plan goes along with it."""
    moves = {one.plan: one.aar for one in scenario.flytt if one.aar}
    parts = [(part.id, whole) for part in register.planer for whole in part.inngaar_i if work_of(register, part).years]
    return {part: moves[whole] for part, whole in parts if whole in moves} | moves


def _marked(plan: Plan, period: range) -> Plan:
    marked = tuple(year for year in _years(plan) if year in period)
    as_it_was = plan.valgte_aar is None or not plan.aar or marked == plan.aar
    return plan if as_it_was else replace(plan, aar=marked, merker=())


def _touched(register: Register, scenario: Scenario) -> set[str]:
    named = {one.plan for one in scenario.dropp}
    merged = {name for one in scenario.slaa_sammen for name in (*one.planer, one.til)}
    vacant = {(one.rolle,) for one in scenario.vakanse}
    return named | merged | {plan.id for plan in register.planer if plan.roller in vacant}


def _fastened(plan: Plan, work: PlanWork) -> Plan:
    """Return a plan with the years and the adoption that follow from its marks said outright, so that they can change."""
    adopted = plan.skal_vedtas or (None if plan.finish or work.avledet else work.ferdig)
    return replace(plan, valgte_aar=tuple(work.years), skal_vedtas=adopted)


def _years(plan: Plan) -> tuple[int, ...]:
    return plan.valgte_aar or ()


def _drop(plans: Plans, dropped: list[str]) -> None:
    for name in dropped:
        plans[name] = replace(plans[name], valgte_aar=(), oppstart=None, ferdig=None, skal_vedtas=None)
    for plan in list(plans.values()):
        # what was a part of a dropped plan is work of its own
        if any(whole in dropped for whole in plan.inngaar_i):
            plans[plan.id] = replace(plan, inngaar_i=tuple(one for one in plan.inngaar_i if one not in dropped))


def _moved(plan: Plan, aar: tuple[int, ...]) -> Plan:
    years, first, last = _years(plan), aar[0], aar[-1]
    # what a plan without years says of its start and its finish is then said of the years it is given
    ends = plan.times("ferdig", "skal_vedtas")
    moved: dict[str, Any] = {felt: _shifted(tid, last - (years[-1] if years else tid.sist_aar)) for felt, tid in ends}
    # work that goes on has begun, whatever years are chosen for what is left of it
    if plan.oppstart and plan.status not in UNDER_WAY:
        moved["oppstart"] = _shifted(plan.oppstart, first - (years[0] if years else plan.oppstart.forst_aar))
    return _in_step(replace(plan, valgte_aar=aar, innsats=_given(plan, aar), **moved))


def _given(plan: Plan, years: tuple[int, ...]) -> tuple[OppgittInnsats, ...]:
    """Return the effort that the source gives, of each year in the year that takes its place; else even over all years."""
    now = dict(zip(_years(plan), years, strict=False))
    if len(years) == len(_years(plan)) and all(one.aar in now for one in plan.innsats):
        return tuple(replace(one, aar=now.get(one.aar or 0)) for one in plan.innsats)
    said = {felt: [amount for one in plan.innsats if (amount := getattr(one, felt)) is not None] for felt in UNITS}
    total: dict[str, Any] = {felt: sum(amounts) if amounts else None for felt, amounts in said.items()}
    return tuple(replace(one, aar=None, **total) for one in plan.innsats[:1])


def _in_step(plan: Plan) -> Plan:
    """Return a plan without a start that does not lie in its first year, or before its finish: the year stands for it."""
    start, first, finish = plan.oppstart, min(_years(plan), default=0), plan.finish
    if not start or not first or (start.forst_aar <= first <= start.sist_aar and not (finish and finish.sist < start.forst)):
        return plan
    return replace(plan, oppstart=None if plan.status in UNDER_WAY else whole_year(first))


def _shifted(tid: Tid, years: int) -> Tid:
    by = max(FIRST_YEAR - tid.forst_aar, min(years, LAST_YEAR - tid.sist_aar))
    return Moment().parse(A_YEAR.sub(lambda year: str(int(year[0]) + by), tid.tekst).replace("-02-29", "-02-28"))


def _merge(plans: Plans, one: SlaaSammen) -> None:
    whole = plans[one.til]
    parts = [plans[name] for name in one.planer if name != one.til]
    years = tuple(sorted({year for plan in (whole, *parts) for year in _years(plan)}))
    within = tuple(name for name in whole.inngaar_i if name not in one.planer)
    whole = plans[one.til] = replace(whole, valgte_aar=years, inngaar_i=within)
    finish = _finish(whole)
    for part in parts:
        plans[part.id] = replace(part, valgte_aar=(), inngaar_i=(one.til,), oppstart=None, ferdig=finish, skal_vedtas=None)


def _finish(plan: Plan) -> Tid | None:
    return plan.finish or (whole_year(_years(plan)[-1]) if _years(plan) else None)


def _fields(record: Record) -> dict[str, Any]:
    """Return the fields of a record, for another kind of record that has them too."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _delay(plans: Plans, vakanse: Vakanse) -> None:
    for plan in list(plans.values()):
        years, until = _years(plan), vakanse.fra * MONTHS_IN_YEAR + vakanse.maaneder
        # what begins when the role is filled again is not delayed
        if plan.roller == (vakanse.rolle,) and years and years[-1] >= vakanse.fra and years[0] * MONTHS_IN_YEAR < until:
            # what is done each year is not done in a year of vacancy
            left = tuple(year for year in _years(plan) if year not in _gone(vakanse))
            plans[plan.id] = replace(plan, valgte_aar=left) if plan.aarlig else _later(plan, vakanse)


def _later(plan: Plan, vakanse: Vakanse) -> Plan:
    finish = _finish(plan)
    assert finish is not None
    late = Moment().parse(min(months_later(finish.sist, vakanse.maaneder)[:7], f"{LAST_YEAR}-12"))
    years = (*_years(plan), *range(_years(plan)[-1] + 1, late.sist_aar + 1))
    worked = tuple(year for year in years if year not in _gone(vakanse) or year == late.sist_aar)
    return _in_step(replace(plan, valgte_aar=worked, innsats=_given(plan, worked), ferdig=late, skal_vedtas=None))


def _gone(vakanse: Vakanse) -> range:
    """Return the years that are no years of work: those in which the role is vacant for half the year or more."""
    return range(vakanse.fra, vakanse.fra + (vakanse.maaneder + MONTHS_IN_YEAR // 2) // MONTHS_IN_YEAR)


def _capacities(register: Register, scenario: Scenario) -> Forutsetningsfil | None:
    if not scenario.kapasitet:
        return register.forutsetninger
    file = register.forutsetninger or Forutsetningsfil(per_dato=register.per_dato)
    new = [Kapasitet(**_fields(row), grunn=scenario.navn, hvem=scenario.id) for row in scenario.kapasitet]
    rows = {(row.omraade, row.rolle, row.aar): row for row in (*file.kapasitet, *new)}
    return replace(file, kapasitet=tuple(rows.values()))
