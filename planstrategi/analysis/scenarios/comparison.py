"""Scenarios side by side, each as the difference to the register: load, duties and expectations."""

from typing import NamedTuple

import numpy as np

from planstrategi.analysis.alignment.assessment import assessments
from planstrategi.analysis.capacity.effort import planned
from planstrategi.analysis.capacity.load import capacity_in_all
from planstrategi.analysis.capacity.simulation import ALL, DRAWS, Draws, simulate, whole
from planstrategi.analysis.scenarios.effects import Baseline
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.work_years import years_of_work
from planstrategi.model.numbers import rounded
from planstrategi.model.register import Register
from planstrategi.model.scenarios import BASE
from planstrategi.model.vocabulary import STYRKE


class _Year(NamedTuple):
    """What stands in a year: the number of plans, the draws of their load, and the capacity, None when unknown."""

    plans: int
    load: Draws
    capacity: float | None


_Years = dict[int, _Year]


@columns("scenario aar antall_planer antall_endring maanedsverk_p50 maanedsverk_endring kapasitet kapasitet_endring",
         kapasitet="float64", kapasitet_endring="float64")  # fmt: skip
def compared_years(register: Register) -> Rows:
    """Return one row per scenario and year, first the register itself: counts and load, and the difference to it.

    `antall_planer` counts the plans worked on whose work is their own; `maanedsverk_p50` is the median load, and
    `maanedsverk_endring` the median of the difference, draw by draw, so that what a scenario does not touch is
    exactly 0. `kapasitet` is as in `load_by_year`, and `kapasitet_endring` the difference, missing where either is. A
    year after the period is there when something slips into it. Empty when nobody has made a scenario.
    """
    if not register.scenarios():
        return
    alone = _years(register, register.periode.til)
    yield from _rows(BASE, alone, alone)
    for one in register.scenarios():
        changed = applied(register, one)
        last = max([register.periode.til, *(year for _, year in _other_years(register, changed))])
        yield from _rows(one.navn, _years(changed, last), _years(register, last))


def _years(register: Register, last: int) -> _Years:
    totals, has = simulate(register, whole), capacity_in_all(register)
    worked = years_of_work(register)
    own = [plan for plan in register.planer if not plan.inngaar_i]
    return {
        year: _Year(sum(year in worked[plan.id] for plan in own), totals.get((year, ALL), np.zeros(DRAWS)), has.get(year))
        for year in range(register.periode.fra, last + 1)
    }


def _rows(name: str, years: _Years, base: _Years) -> Rows:
    for year, one in years.items():
        was = base[year]
        yield {
            "scenario": name, "aar": year, "antall_planer": one.plans, "antall_endring": one.plans - was.plans,
            "maanedsverk_p50": _median(one.load), "maanedsverk_endring": _median(one.load - was.load), "kapasitet": one.capacity,
            "kapasitet_endring": None if one.capacity is None or was.capacity is None else one.capacity - was.capacity,
        }  # fmt: skip


def _median(draws: Draws) -> float:
    return rounded(float(np.median(draws)))


@columns("scenario krav_id krav styrke aar fra til retning")
def changed_duties(register: Register) -> Rows:
    """Return one row per scenario, requirement and year whose status if all goes as planned would be another.

    `fra` and `til` are the statuses, `retning` is `bedre` or `svakere` in the order of `lovstatuser`.
    """
    base = Baseline(register)
    for scenario in register.scenarios():
        for one in base.effects(applied(register, scenario)).statuses:
            what = {"krav_id": one.krav.id, "krav": one.krav.label, "styrke": STYRKE[one.krav.styrke], "aar": one.aar}
            retning = "svakere" if one.is_weaker else "bedre"
            yield {"scenario": scenario.navn, **what, "fra": one.fra, "til": one.til, "retning": retning}


@columns("scenario forventning_id nivaa tekst fra til", fra="Int64", til="Int64")
def moved_expectations(register: Register) -> Rows:
    """Return one row per scenario and expectation that is answered in another year, or in none that is known.

    `fra` and `til` are the years; `til` is missing when no year is known any more.
    """
    base, expected = Baseline(register), {one.expected.id: one.expected for one in assessments(register)}
    for scenario in register.scenarios():
        for one in base.effects(applied(register, scenario)).answers:
            what = expected[one.forventning_id]
            row = {"scenario": scenario.navn, "forventning_id": what.id, "nivaa": what.nivaa, "tekst": what.tekst}
            yield row | {"fra": one.fra, "til": one.til}


@columns("scenario topp topp_aar maanedsverk plikter_svakere plikter_bedre forventninger_senere forventninger_tidligere "
         "antall_uten_innsats", plikter_svakere="Int64", plikter_bedre="Int64",
         forventninger_senere="Int64", forventninger_tidligere="Int64")  # fmt: skip
def scenario_summary(register: Register) -> Rows:
    """Return one row per scenario, first the register itself: the options side by side.

    `topp` is the highest number of plans in a year of the period, `topp_aar` the year or years; `maanedsverk` the
    median load of the whole period, `plikter_svakere` and `plikter_bedre` the years of duties (`skal`) with another
    status, `forventninger_senere` and `forventninger_tidligere` the expectations that are answered in another year, and
    `antall_uten_innsats` the plans the scenario gives other years whose effort is not known: the månedsverk miss them.
    Duties and expectations are missing where nobody has judged them. Empty when nobody has made a scenario.
    """
    if not register.scenarios():
        return
    base, law, expected = Baseline(register), bool(register.legal_judgement_sets()), bool(register.counting_sets())
    for name, changed in ((BASE, register), *((one.navn, applied(register, one)) for one in register.scenarios())):
        effects = base.effects(changed)
        later = len(effects.later())
        yield {
            "scenario": name, **_period(_years(changed, register.periode.til)),
            "plikter_svakere": len(effects.duties(weaker=True)) if law else None,
            "plikter_bedre": len(effects.duties(weaker=False)) if law else None,
            "forventninger_senere": later if expected else None,
            "forventninger_tidligere": len(effects.answers) - later if expected else None,
            "antall_uten_innsats": len(_unknown(register, changed)),
        }  # fmt: skip


def _period(years: _Years) -> Row:
    most = max(one.plans for one in years.values())
    load = np.sum([one.load for one in years.values()], axis=0)
    peaks = tuple(year for year, one in years.items() if one.plans == most)
    return {"topp": most, "topp_aar": peaks, "maanedsverk": _median(load)}


def _unknown(before: Register, now: Register) -> set[str]:
    """Return the plans with other years in one than in the other whose effort is not known."""
    unknown = {one.plan.id for one in (*planned(before), *planned(now)) if one.effort is None}
    return {name for name, _ in _other_years(before, now)} & unknown


def _other_years(before: Register, now: Register) -> set[tuple[str, int]]:
    """Return the plans and years of work that are in one and not in the other."""
    first, second = ({(name, year) for name, years in years_of_work(one).items() for year in years} for one in (before, now))
    return first ^ second
