"""Where works may start, which limits and rules clash when there is nowhere, and what is set aside then.

Every limit and every rule says that one start is at least some periods after another. So pushing the earliest starts
forward until nothing moves any more finds whether all can hold, without a solver.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from planstrategi.analysis.levelling.case import Case, Constraint, Limit, PairRule, Work

Aside = dict[str, tuple[Constraint, ...]]


class Step(NamedTuple):
    """`later` starts at least `gap` periods after `sooner` starts."""

    sooner: str
    later: str
    gap: int


def _steps_of(rule: PairRule, works: dict[str, Work]) -> tuple[Step, ...]:
    """Return what a rule asks of the starts of its two works."""
    first, second = works[rule.first], works[rule.second]
    if rule.kind == "before":
        return (Step(first.id, second.id, first.length),)
    if rule.kind == "together":
        return (Step(first.id, second.id, 1 - second.length), Step(second.id, first.id, 1 - first.length))
    apart = second.start - first.start
    return (Step(first.id, second.id, apart), Step(second.id, first.id, -apart))


def windows(case: Case, constraints: Sequence[Constraint]) -> dict[str, range] | None:
    """Return the starts each work can have when the constraints hold, None when they cannot all hold.

    The first starts of all works keep every constraint together, and so do the last.
    """
    first, last = _bounds(case, [one for one in constraints if isinstance(one, Limit)])
    steps = between(case, constraints)
    if not _pushed(first, last, steps):
        return None
    # The last starts are the first ones with time running backwards.
    back_last = {id_: -start for id_, start in last.items()}
    back_first = {id_: -start for id_, start in first.items()}
    _pushed(back_last, back_first, [Step(step.later, step.sooner, step.gap) for step in steps])
    return {id_: range(first[id_], 1 - back_last[id_]) for id_ in first}


def between(case: Case, constraints: Sequence[Constraint]) -> list[Step]:
    """Return what the rules among the constraints ask of the starts."""
    works = case.by_id()
    return [step for one in constraints if isinstance(one, PairRule) for step in _steps_of(one, works)]


def _bounds(case: Case, limits: Sequence[Limit]) -> tuple[dict[str, int], dict[str, int]]:
    works = case.by_id()
    first = dict.fromkeys(works, 0)
    last = {work.id: case.periods - work.length for work in case.works}
    for limit in limits:
        if limit.kind != "latest":
            first[limit.work] = max(first[limit.work], limit.value)
        if limit.kind != "earliest":
            room = works[limit.work].length - 1 if limit.kind == "latest" else 0
            last[limit.work] = min(last[limit.work], limit.value - room)
    return first, last


def _pushed(first: dict[str, int], last: dict[str, int], steps: Sequence[Step]) -> bool:
    """Push the first starts forward until every step holds; return False when a work is pushed past its last start."""
    moving = True
    while moving:
        if any(first[id_] > last[id_] for id_ in first):
            return False
        moving = False
        for sooner, later, gap in steps:
            if first[sooner] + gap > first[later]:
                first[later] = first[sooner] + gap
                moving = True
    return True


def near(case: Case, possible: Mapping[str, range]) -> dict[str, int]:
    """Return starts that keep every constraint: each work as it stands, or the least later that the others need.

    `possible` is what `windows` returned. The last starts keep every constraint together, so pushing forward from
    earlier ones ends there at the latest.
    """
    last = {id_: within[-1] for id_, within in possible.items()}
    starts = {work.id: min(max(work.start, possible[work.id][0]), last[work.id]) for work in case.works}
    _pushed(starts, last, between(case, case.constraints()))
    return starts


def clash(case: Case) -> tuple[Constraint, ...]:
    """Return constraints that cannot all hold, though all but any one of them can; empty when there is no conflict.

    Searched from both ends, and the smaller set is kept; limits come before rules, as in the case.
    """
    every = list(dict.fromkeys(case.constraints()))
    if windows(case, every) is not None:
        return ()
    found = min((_irreducible(case, order) for order in (every, every[::-1])), key=len)
    return tuple(one for one in every if one in found)


def _irreducible(case: Case, candidates: Sequence[Constraint]) -> list[Constraint]:
    """Return constraints that cannot all hold: again and again the one that, in order, the others stop holding at.

    Each is needed: with those found before it, everything earlier in the order holds together without it.
    """
    needed: list[Constraint] = []

    def fails_by(last: int) -> bool:
        return windows(case, [*needed, *candidates[: last + 1]]) is None

    while windows(case, needed) is not None:
        needed.append(candidates[bisect_left(range(len(candidates)), True, key=fails_by)])
    return needed


def without_clash(case: Case) -> tuple[Case, Aside]:
    """Return a case that can be met, and the works that are set aside for it, each with the clash it was a part of.

    What is set aside stays where it stands, as load that nothing binds; what a rule binds to it stays too, so that the
    rule is kept as well as it is now. Any one work of a clash is enough to undo it: of those that leave no other, the
    last named is taken, which is the one that waits for another.
    """
    aside: Aside = {}
    while found := clash(case):
        tried = {name: _set_aside(case, name) for one in reversed(found) for name in _works_of(one) if name not in aside}
        name = next((name for name, rest in tried.items() if not clash(rest)), next(iter(tried)))
        case, aside[name] = tried[name], found
    return case, aside


def _works_of(one: Constraint) -> tuple[str, ...]:
    return (one.work,) if isinstance(one, Limit) else (one.second, one.first)


def _set_aside(case: Case, name: str) -> Case:
    why = {bound: rule.reason for rule in case.rules if name in (rule.first, rule.second) for bound in _works_of(rule)}
    works = []
    for work in case.works:
        stays = Limit(work.id, "fixed", work.start, why.get(work.id, ""))
        free = work.id in why and all(limit.kind != "fixed" for limit in work.limits)
        near = work._replace(limits=(*work.limits, stays)) if free else work
        works.append(work._replace(limits=(stays,)) if work.id == name else near)
    rules = tuple(rule for rule in case.rules if name not in (rule.first, rule.second))
    return replace(case, works=tuple(works), rules=rules)
