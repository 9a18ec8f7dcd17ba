"""What can be checked of a register, also when some of it could not be read: what was read whole, and nothing else.

A value that was refused is missing in its record, and a rule would take it for unknown. So a rule is held back when
something it looks at was not read whole: rather one problem too few now than a false one.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from planstrategi.checks.all_rules import RULES
from planstrategi.checks.rules import Rule
from planstrategi.model.fields import specs
from planstrategi.model.plan import Plan
from planstrategi.model.problem import FEIL, Problem
from planstrategi.model.register import Register

SECTIONS = frozenset(specs(Register))
WAIVING = ("unntak", "per_dato")


class Scope(NamedTuple):
    """The register without what was not read whole; the plans the rules for plans look at; the rules that may run."""

    register: Register
    planer: tuple[Plan, ...]
    koder: frozenset[str]
    helt: bool


def scope_of(register: Register, problems: Iterable[Problem] = (), broken: Collection[str] = ()) -> Scope:
    """Return what can be checked; `broken` are the parts with problems, "" for an unknown or missing key at the top."""
    unknown = {"periode"} if register.periode and register.periode.is_unknown else set()
    rules = [rule for rule in RULES if unknown.isdisjoint(rule.also)]
    if not broken:
        return Scope(register, register.planer, frozenset(rule.kode for rule in rules), helt=not unknown)
    bad = {p.plan_id for p in problems if p.fil == register.fil}
    good = tuple(plan for plan in register.planer if plan.id and plan.id not in bad)
    lost = {part for part in {*broken, *SECTIONS} if not _is_whole(part, register, broken)}
    left = replace(register, planer=good, unntak=() if lost & {*WAIVING} else register.unntak)
    koder = frozenset(rule.kode for rule in rules if not lost & _looks_at(rule))
    known = {plan.id for plan in good}
    return Scope(left, tuple(plan for plan in good if known.issuperset(plan.related)), koder, helt=False)


def _is_whole(part: str, register: Register, broken: Collection[str]) -> bool:
    # an unknown key may be a section under a wrong name, but not one that is written
    return part not in broken and (part not in SECTIONS or part in register.sted or "" not in broken)


def _looks_at(rule: Rule) -> set[str]:
    parts = rule.family.looks_at.split() or SECTIONS.intersection(rule.felter)
    return {*parts, *rule.also, *(() if rule.alvor == FEIL else WAIVING)}
