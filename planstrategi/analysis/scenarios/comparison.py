"""Scenarios side by side, each as the difference to the register: load, duties and expectations."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from planstrategi.analysis.alignment.assessment import assessments, counted_in_force
from planstrategi.analysis.alignment.over_time import first_year
from planstrategi.analysis.capacity.available import capacity_in_all
from planstrategi.analysis.capacity.effort import planned
from planstrategi.analysis.capacity.simulation import DRAWS, Draws, simulate, whole
from planstrategi.analysis.legal.coverage import assess
from planstrategi.analysis.legal.statuses import IN_YEAR
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.plan_finish import readiness
from planstrategi.model.register import Register
from planstrategi.model.scenarios import BASE
from planstrategi.model.vocabulary import STYRKE

NEVER_ANSWERED = 9999
Statuses = dict[tuple[str, int], str]


class Year(NamedTuple):
    """What stands in a year: the number of plans, the draws of their load, and the capacity, None when unknown."""

    plans: int
    load: Draws
    capacity: float | None


Years = dict[int, Year]


def compared_years(register: Register) -> pd.DataFrame:
    """Return one row per scenario and year, first the register itself: counts and load, and the difference to it.

    `antall_planer` counts marked plans whose work is their own; `maanedsverk_p50` is the median load, and
    `maanedsverk_endring` the median of the difference, draw by draw, so that what a scenario does not touch is
    exactly 0. `kapasitet` is as in `load_by_year`, and `kapasitet_endring` the difference, missing where either is. A
    year after the period is there when something slips into it.
    """
    alone = _years(register, register.periode.til)
    rows = [*_rows(BASE, alone, alone)]
    for one in register.scenarios():
        changed = applied(register, one)
        last = max([register.periode.til, *(year for plan in changed.planer for year in plan.aar)])
        rows += _rows(one.navn, _years(changed, last), _years(register, last))
    return pd.DataFrame(rows, columns=COMPARED_COLUMNS).astype({"kapasitet": float, "kapasitet_endring": float})


COMPARED_COLUMNS = [
    "scenario", "aar", "antall_planer", "antall_endring", "maanedsverk_p50", "maanedsverk_endring",
    "kapasitet", "kapasitet_endring",
]  # fmt: skip


def _years(register: Register, last: int) -> Years:
    totals, has = simulate(register, whole), capacity_in_all(register)
    own = [plan for plan in register.planer if not plan.inngaar_i]
    return {
        year: Year(sum(year in plan.aar for plan in own), totals.get((year, "alle"), np.zeros(DRAWS)), has.get(year))
        for year in range(register.periode.fra, last + 1)
    }


def _rows(name: str, years: Years, base: Years) -> Iterator[tuple[object, ...]]:
    for year, one in years.items():
        was = base[year]
        change = round(float(np.median(one.load - was.load)), 1)
        more = None if one.capacity is None or was.capacity is None else one.capacity - was.capacity
        median = round(float(np.median(one.load)), 1)
        yield name, year, one.plans, one.plans - was.plans, median, change, one.capacity, more


def changed_duties(register: Register) -> pd.DataFrame:
    """Return one row per scenario, requirement and year whose status if all goes as planned would be another.

    `fra` and `til` are the statuses, `retning` is `bedre` or `svakere` in the order of `lovstatuser`.
    """
    base = planned_statuses(register)
    names = {krav.id: krav for krav in register.requirements()}
    rows = [
        (one.navn, krav, names[krav].label, STYRKE[names[krav].styrke], year, was, now, direction(was, now))
        for one in register.scenarios()
        for (krav, year), was, now in changed_statuses(base, planned_statuses(applied(register, one)))
    ]
    columns = ["scenario", "krav_id", "krav", "styrke", "aar", "fra", "til", "retning"]
    return pd.DataFrame(rows, columns=columns)


def planned_statuses(register: Register) -> Statuses:
    """Return the status of every requirement in every year, if all goes as planned."""
    return {(one.krav.id, year.aar): year.status.etter_plan for one in assess(register) for year in one.years}


def must(register: Register) -> set[str]:
    """Return the requirements that the municipality must meet, not those it should or may."""
    return {krav.id for krav in register.requirements() if krav.styrke == "skal"}


def changed_statuses(base: Statuses, new: Statuses) -> Iterator[tuple[tuple[str, int], str, str]]:
    """Give every requirement and year whose status is another, with both."""
    return ((key, was, new[key]) for key, was in base.items() if new[key] != was)


def direction(was: str, now: str) -> str:
    """Return whether a status became better or weaker."""
    return "bedre" if IN_YEAR[now] < IN_YEAR[was] else "svakere"


def answered_by(register: Register) -> dict[str, int | None]:
    """Return the first year in which a finished plan answers each counted expectation, None when nobody knows."""
    ready = readiness(register)
    return {one.expected.id: first_year(one.plans, ready) for one in counted_in_force(register) if one.plans}


def moved_expectations(register: Register) -> pd.DataFrame:
    """Return one row per scenario and expectation that is answered in another year, or in none that is known.

    `fra` and `til` are the years; `til` is missing when no year is known any more.
    """
    base, what = answered_by(register), {one.expected.id: one.expected for one in assessments(register)}
    rows = [
        (one.navn, name, what[name].nivaa, what[name].tekst, base[name], year)
        for one in register.scenarios()
        for name, year in answered_by(applied(register, one)).items()
        if year != base[name]
    ]
    frame = pd.DataFrame(rows, columns=["scenario", "forventning_id", "nivaa", "tekst", "fra", "til"])
    return frame.astype({"fra": "Int64", "til": "Int64"})


def scenario_summary(register: Register) -> pd.DataFrame:
    """Return one row per scenario, first the register itself: the options side by side.

    `topp` is the highest number of plans in a year of the period, `topp_aar` the year or years; `maanedsverk` the
    median load of the whole period, `plikter_svakere` and `plikter_bedre` the years of duties (`skal`) with another
    status, `forventninger_senere` and `forventninger_tidligere` the expectations that are answered in another year, and
    `antall_uten_innsats` the plans the scenario gives other years whose effort is not known: the månedsverk miss them.
    """
    base, reached = planned_statuses(register), answered_by(register)
    rows = [_summary(BASE, register, base, reached, register)]
    rows += [_summary(one.navn, applied(register, one), base, reached, register) for one in register.scenarios()]
    return pd.DataFrame(rows, columns=SUMMARY_COLUMNS)


SUMMARY_COLUMNS = [
    "scenario", "topp", "topp_aar", "maanedsverk", "plikter_svakere", "plikter_bedre",
    "forventninger_senere", "forventninger_tidligere", "antall_uten_innsats",
]  # fmt: skip


def _summary(
    name: str, register: Register, base: Statuses, reached: dict[str, int | None], before: Register
) -> tuple[object, ...]:
    years = _years(register, before.periode.til)
    most = max(one.plans for one in years.values())
    load = float(np.median(np.sum([one.load for one in years.values()], axis=0)))
    changed, duty = changed_statuses(base, planned_statuses(register)), must(register)
    directions = [direction(was, now) for (krav, _), was, now in changed if krav in duty]
    moves = [moved_year(year, reached[one]) for one, year in answered_by(register).items()]
    return (
        name, most, tuple(year for year, one in years.items() if one.plans == most), round(load, 1),
        directions.count("svakere"), directions.count("bedre"), moves.count(1), moves.count(-1),
        len(_unknown(before, register)),
    )  # fmt: skip


def _unknown(before: Register, now: Register) -> set[str]:
    """Return the plans with other years in one than in the other whose effort is not known."""
    years = [{(plan.id, year) for plan in one.planer for year in plan.aar} for one in (before, now)]
    unknown = {one.plan.id for one in (*planned(before), *planned(now)) if one.effort is None}
    return {name for name, _ in years[0] ^ years[1]} & unknown


def moved_year(now: int | None, was: int | None) -> int:
    """Return 1 when something is answered later than it was, -1 when earlier, 0 when in the same year or never."""
    one, other = now or NEVER_ANSWERED, was or NEVER_ANSWERED
    return (one > other) - (one < other)
