"""Register → problems: every rule, run once, all problems at once."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from planstrategi.checks.all_rules import RULES, rules_of
from planstrategi.checks.rules import Hit, Rule, plan_rule
from planstrategi.checks.waivers import covers_nothing, split_waived, unknown_code
from planstrategi.checks.what_was_read import Scope
from planstrategi.model.fields import Record
from planstrategi.model.plan import Plan
from planstrategi.model.problem import Problem, Unntatt, gravest_first, line_and_column


class Checked(NamedTuple):
    """The problems in order, and those that a waiver covers."""

    problems: list[Problem]
    waived: list[Unntatt]


def check(scope: Scope) -> Checked:
    """Run every rule that may run on what was read of a register."""
    register = scope.register
    left, waived, unused = split_waived(register, gravest_first([*_plan_problems(scope), *_other_problems(scope)]))
    codes = frozenset(rule.kode for rule in RULES)
    # a waiver may cover a problem that is not found yet
    for rule, waivers in ((covers_nothing, unused if scope.helt else ()), (unknown_code, register.unntak)):
        for record, hit in rule.find(waivers, codes) if rule.kode in scope.koder else ():
            left.append(_problem(rule, record, hit, register.fil))
    return Checked(gravest_first(left), waived)


def _plan_problems(scope: Scope) -> Iterator[Problem]:
    register = scope.register
    rules = [rule for rule in rules_of(plan_rule) if rule.kode in scope.koder]

    # most fields of a plan are not written, most rules have nothing to say of it, and many plans are written alike
    @cache
    def to_ask(*written: str) -> list[tuple[Rule, Callable[..., Any]]]:
        return [(rule, rule.find) for rule in rules if not rule.naar.isdisjoint(written)]

    for plan in scope.planer:
        for rule, find in to_ask(*plan.sted):
            if hit := next(find(plan, register), None):
                yield _problem(rule, plan, hit, register.fil)


def _other_problems(scope: Scope) -> Iterator[Problem]:
    for rule in RULES:
        for fil, *subject in rule.family.subjects(scope.register) if rule.kode in scope.koder else ():
            for record, hit in rule.find(*subject):
                yield _problem(rule, record, hit, fil)


def _problem(rule: Rule, record: Record, hit: Hit, fil: str) -> Problem:
    linje, kolonne = line_and_column(record.sted.get(hit.felt) or min(record.sted.values()))
    plan_id, navn = (record.id, record.navn) if isinstance(record, Plan) else (getattr(record, "plan", None) or "", "")
    return Problem(
        fil, linje, kolonne, rule.kode, rule.alvor, plan_id, navn,
        rule.melding, hit.funnet, rule.tillatt, hit.skriv, rule.rettes_av,
    )  # fmt: skip
