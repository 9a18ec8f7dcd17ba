"""What clashes is set aside, so that the rest can be solved."""

from dataclasses import replace

from planstrategi.analysis.levelling.case import Case, Constraint, Limit
from planstrategi.analysis.levelling.windows import clash

Aside = dict[str, tuple[Constraint, ...]]


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
        near = work if work.is_fixed or work.id not in why else work._replace(limits=(*work.limits, stays))
        works.append(work._replace(limits=(stays,)) if work.id == name else near)
    rules = tuple(rule for rule in case.rules if name not in (rule.first, rule.second))
    return replace(case, works=tuple(works), rules=rules)
