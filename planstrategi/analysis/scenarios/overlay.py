"""A scenario laid over a register: a new register, the old one as it was."""

import re
from dataclasses import fields, replace
from typing import Any

from planstrategi.analysis.shared.work_years import PlanWork, work_of
from planstrategi.model.assumptions import Forutsetningsfil, Kapasitet
from planstrategi.model.dates import MONTHS_IN_YEAR, Moment, Tid, whole_year
from planstrategi.model.fields import Record
from planstrategi.model.plan import Plan, Rad
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Flytt, Scenario, SlaaSammen, Vakanse

HALF_YEAR = MONTHS_IN_YEAR // 2
# what a date may be
FIRST_YEAR, LAST_YEAR, A_YEAR = 1000, 2999, re.compile(r"\b[12][0-9]{3}\b")
Plans = dict[str, Plan]


def applied(register: Register, scenario: Scenario) -> Register:
    """Return the register as it would be in a scenario.

    A moved plan keeps its finish and start as far from its years as they stood; a dropped one has no work; a merged one
    is finished with the plan it becomes a part of; what a vacant role carries alone is finished that many months later.
    """
    touched, work = _touched(register, scenario), work_of(register)
    plans: Plans = {plan.id: _fastened(plan, work[plan.id]) if plan.id in touched else plan for plan in register.planer}
    for flytt in scenario.flytt:
        plans[flytt.plan] = _moved(plans[flytt.plan], flytt)
    _drop(plans, [dropp.plan for dropp in scenario.dropp])
    for slaa_sammen in scenario.slaa_sammen:
        _merge(plans, slaa_sammen)
    for legg_til in scenario.legg_til:
        source = Rad(sted=legg_til.sted, tabell="", rad=0)
        plans[legg_til.id] = Plan(**_fields(legg_til), valgte_aar=legg_til.aar, kilde=source)
    for vakanse in scenario.vakanse:
        _delay(plans, vakanse)
    return replace(register, planer=tuple(plans.values()), forutsetninger=_capacities(register, scenario))


def _touched(register: Register, scenario: Scenario) -> set[str]:
    named = {one.plan for one in scenario.flytt} | {one.plan for one in scenario.dropp}
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


def _moved(plan: Plan, flytt: Flytt) -> Plan:
    years = _years(plan)
    start = flytt.aar[0] - years[0] if years and flytt.aar else 0
    end = flytt.aar[-1] - years[-1] if years and flytt.aar else 0
    moved: dict[str, Any] = {felt: _shifted(tid, end) for felt, tid in plan.times("ferdig", "skal_vedtas")}
    moved |= {"oppstart": _shifted(plan.oppstart, start)} if plan.oppstart else {}
    return replace(plan, valgte_aar=flytt.aar, **moved)


def _shifted(tid: Tid, years: int) -> Tid:
    by = max(FIRST_YEAR - tid.forst_aar, min(years, LAST_YEAR - tid.sist_aar))
    moved = A_YEAR.sub(lambda year: str(int(year[0]) + by), tid.tekst)
    return Moment().parse(moved.replace("-02-29", "-02-28"))


def _merge(plans: Plans, one: SlaaSammen) -> None:
    whole = plans[one.til]
    parts = [plans[name] for name in one.planer if name != one.til]
    years = tuple(sorted({year for plan in (whole, *parts) for year in _years(plan)}))
    within = tuple(name for name in whole.inngaar_i if name not in one.planer)
    whole = plans[one.til] = replace(whole, valgte_aar=years, inngaar_i=within)
    finish = _finish(whole)
    for part in parts:
        plans[part.id] = replace(part, valgte_aar=(), inngaar_i=(one.til,), ferdig=finish, skal_vedtas=None)


def _finish(plan: Plan) -> Tid | None:
    return plan.finish or (whole_year(_years(plan)[-1]) if _years(plan) else None)


def _fields(record: Record) -> dict[str, Any]:
    """Return the fields of a record, for another kind of record that has them too."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _delay(plans: Plans, vakanse: Vakanse) -> None:
    for plan in list(plans.values()):
        if plan.roller == (vakanse.rolle,) and max(_years(plan), default=0) >= vakanse.fra:
            # what is done each year is not done in a year of vacancy
            left = tuple(year for year in _years(plan) if year not in _gone(vakanse))
            plans[plan.id] = replace(plan, valgte_aar=left) if plan.aarlig else _later(plan, vakanse)


def _later(plan: Plan, vakanse: Vakanse) -> Plan:
    finish = _finish(plan)
    assert finish is not None
    month = finish.sist_aar * MONTHS_IN_YEAR + int(finish.sist[5:7]) - 1 + vakanse.maaneder
    month = min(month, (LAST_YEAR + 1) * MONTHS_IN_YEAR - 1)
    late = Moment().parse(f"{month // MONTHS_IN_YEAR}-{month % MONTHS_IN_YEAR + 1:02}")
    years = (*_years(plan), *range(_years(plan)[-1] + 1, late.sist_aar + 1))
    worked = tuple(year for year in years if year not in _gone(vakanse) or year == late.sist_aar)
    return replace(plan, valgte_aar=worked, ferdig=late, skal_vedtas=None)


def _gone(vakanse: Vakanse) -> range:
    """Return the years that are no years of work: those in which the role is vacant for half the year or more."""
    return range(vakanse.fra, vakanse.fra + (vakanse.maaneder + HALF_YEAR) // MONTHS_IN_YEAR)


def _capacities(register: Register, scenario: Scenario) -> Forutsetningsfil | None:
    if not scenario.kapasitet:
        return register.forutsetninger
    file = register.forutsetninger or Forutsetningsfil(per_dato=register.per_dato)
    new = [Kapasitet(**_fields(row), grunn=scenario.navn, hvem=scenario.id) for row in scenario.kapasitet]
    rows = {(row.omraade, row.rolle, row.aar): row for row in (*file.kapasitet, *new)}
    return replace(file, kapasitet=tuple(rows.values()))
