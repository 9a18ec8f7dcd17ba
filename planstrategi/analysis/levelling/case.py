"""A levelling case: works in consecutive periods, what binds them, and the project's own check of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Limit(NamedTuple):
    """What binds one work: `earliest` (first period), `latest` (last period) or `fixed` (the start it keeps)."""

    work: str
    kind: str
    value: int
    reason: str


class Work(NamedTuple):
    """One piece of work in whole periods, counted from 0.

    `load` has one number per period it occupies: a count, or månedsverk in hundredths. The reasons of its limits are
    the caller's.
    """

    id: str
    start: int
    load: tuple[int, ...]
    limits: tuple[Limit, ...] = ()

    @property
    def length(self) -> int:
        """The number of periods it occupies."""
        return len(self.load)


class PairRule(NamedTuple):
    """What binds two works.

    `before`: the second starts after the last period of the first. `together`: they share at least one period.
    `lockstep`: both move by the same number of periods.
    """

    kind: str
    first: str
    second: str
    reason: str


Constraint = Limit | PairRule


@dataclass(frozen=True, slots=True)
class Case:
    """Works with different ids in a number of periods, and rules between two of them.

    Peaks are told apart in whole `grain`s only. Where the works stand now may break limits and rules.
    """

    works: tuple[Work, ...]
    rules: tuple[PairRule, ...]
    periods: int
    grain: int = 1

    def by_id(self) -> dict[str, Work]:
        """Return the works by id, in order."""
        return {work.id: work for work in self.works}

    def constraints(self) -> list[Constraint]:
        """Return everything that binds: the limits in the order of the works, then the rules."""
        limits = (limit for work in self.works for limit in work.limits)
        last = self.periods - 1
        binds = {"earliest": lambda one: one > 0, "latest": lambda one: one < last, "fixed": lambda _: True}
        return [*(one for one in limits if binds[one.kind](one.value)), *self.rules]


def loads(case: Case, starts: Mapping[str, int]) -> tuple[int, ...]:
    """Return the load of every period when the works start where `starts` says."""
    total = [0] * case.periods
    for work in case.works:
        for offset, load in enumerate(work.load):
            total[starts[work.id] + offset] += load
    return tuple(total)


def standing(case: Case) -> tuple[int, ...]:
    """Return the load of every period as the works stand now."""
    return loads(case, {work.id: work.start for work in case.works})


def in_grains(case: Case, load: int) -> int:
    """Return a load in whole grains, a begun one counted as whole."""
    return -(-load // case.grain)


def violations(case: Case, starts: Mapping[str, int]) -> list[Constraint]:
    """Return every limit and rule that the starts break, in order.

    This is the project's own check of what a solver returns: it looks at the periods each work occupies, and shares
    nothing with the model the solver sees. A work outside the periods, which no case allows, is the limit `period`.
    """
    taken = {work.id: range(starts[work.id], starts[work.id] + work.length) for work in case.works}
    outside = [Limit(id_, "period", case.periods, "") for id_, when in taken.items() if when[0] < 0 or when[-1] >= case.periods]
    moved = {work.id: starts[work.id] - work.start for work in case.works}
    return [*outside, *(one for one in case.constraints() if not _holds(one, taken, moved))]


def _holds(one: Constraint, taken: Mapping[str, range], moved: Mapping[str, int]) -> bool:
    if isinstance(one, Limit):
        periods = taken[one.work]
        within = {"earliest": min(periods) >= one.value, "latest": max(periods) <= one.value, "fixed": moved[one.work] == 0}
        return within[one.kind]
    first, second = taken[one.first], taken[one.second]
    return {
        "before": max(first) < min(second),
        "together": not set(first).isdisjoint(second),
        "lockstep": moved[one.first] == moved[one.second],
    }[one.kind]
