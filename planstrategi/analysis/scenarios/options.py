"""The register and each option laid over it, year by year, in the period and after it."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from planstrategi.analysis.capacity.effort import planned, without_years
from planstrategi.analysis.capacity.load import capacity_in_all
from planstrategi.analysis.capacity.simulation import ALL, DRAWS, Draws, simulate, whole
from planstrategi.analysis.scenarios.effects import Baseline, Effects
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.work_years import work_of, years_of_work
from planstrategi.model.numbers import rounded
from planstrategi.model.register import Register, once
from planstrategi.model.scenarios import BASE, Scenario

NO_LOAD: Draws = np.zeros(DRAWS)


class Year(NamedTuple):
    """What stands in a year: the plans whose work is their own, the draws of their load, the capacity, None when unknown."""

    plans: frozenset[str] = frozenset()
    load: Draws = NO_LOAD
    capacity: float | None = None

    def differs(self, other: "Year") -> bool:
        """Return whether anything is another."""
        return (self.plans, self.capacity) != (other.plans, other.capacity) or not np.array_equal(self.load, other.load)


# each year with what stands in it now and before
Pairs = dict[int, tuple[Year, Year]]


class Option(NamedTuple):
    """An option, or the register itself as one that changes nothing; `was` is the register before and `now` after it."""

    scenario: Scenario
    was: Register
    now: Register
    effects: Effects
    period: Pairs
    after: Pairs

    def pushed(self) -> set[str]:
        """Return the plans that are worked on in a year after the period in which they were not."""
        return {plan for now, was in self.after.values() for plan in now.plans - was.plans}

    def undone(self) -> set[str]:
        """Return the plans of which some work is not done: what is dropped, in whatever year, and yearly work in fewer years."""
        now, was, dropped = years_of_work(self.now), years_of_work(self.was), {one.plan for one in self.scenario.dropp}
        fewer = [plan for plan in self.was.planer if len(now[plan.id]) < len(was[plan.id]) and not plan.inngaar_i]
        return {plan.id for plan in (*fewer, *without_years(self.was)) if plan.id in dropped or plan.aarlig}

    def squeezed(self) -> set[str]:
        """Return the plans with the same work in fewer years, and those whose work is reckoned in another plan."""
        now, was = years_of_work(self.now), years_of_work(self.was)
        return {name for name, years in was.items() if len(now[name]) < len(years)} - self.undone()

    def unknown(self) -> set[str]:
        """Return the plans with other years than before whose effort is not known: no number of månedsverk has them."""
        both = (self.now, self.was)
        first, second = ({(name, year) for name, years in years_of_work(one).items() for year in years} for one in both)
        return {name for name, _ in first ^ second} & {one.plan.id for made in both for one in planned(made) if not one.effort}

    def too_late(self) -> set[str]:
        """Return the plans that it changes in years that are gone on the register's date."""
        gone = [both for year, both in self.period.items() if year < int(self.was.per_dato[:4])]
        return {plan for now, was in gone for plan in now.plans ^ was.plans}

    def changes_nothing(self) -> bool:
        """Return whether every year, requirement and expectation is as it was."""
        every = (*self.period.values(), *self.after.values())
        return not (self.scenario.kapasitet or any(self.effects) or any(now.differs(was) for now, was in every))


@once
def options(register: Register) -> tuple[Option, ...]:
    """Return the register itself and each of its scenarios; none when nobody has made any."""
    every = (Scenario(id="", navn=BASE), *register.scenarios()) if register.scenarios() else ()
    base = Baseline(register)
    return tuple(_option(register, base, one) for one in every)


def _option(register: Register, base: Baseline, scenario: Scenario) -> Option:
    changed = applied(register, scenario)
    now, was, last = _years(changed), _years(register), register.periode.til
    both = {year: (now.get(year, Year()), was.get(year, Year())) for year in sorted({*now, *was})}
    period, after = ({year: one for year, one in both.items() if (year > last) == late} for late in (False, True))
    return Option(scenario, register, changed, base.effects(changed), period, after)


@once
def _years(register: Register) -> dict[int, Year]:
    totals, has, plans = simulate(register, whole), capacity_in_all(register), defaultdict[int, set[str]](set)
    for plan in register.planer:
        for year in () if plan.inngaar_i else work_of(register, plan).years:
            plans[year].add(plan.id)
    every = {*register.periode.years, *(year for year in plans if year > register.periode.til)}
    return {year: Year(frozenset(plans[year]), totals.get((year, ALL), NO_LOAD), has.get(year)) for year in every}


def change(years: Pairs) -> float:
    """Return by how many månedsverk the load of years changes: the median of the difference, draw by draw."""
    return median([now.load - was.load for now, was in years.values()])


def median(loads: list[Draws]) -> float:
    """Return the median of the sum of draws, as a table shows it."""
    return rounded(float(np.median(np.sum([NO_LOAD, *loads], axis=0))))
