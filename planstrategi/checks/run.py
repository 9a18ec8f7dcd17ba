"""Register → problems: every rule, run once, all problems at once."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from planstrategi.checks.rule import Hit, Rule
from planstrategi.checks.rules import (
    ASSUMPTION_RULES,
    CATALOGUE_RULES,
    EFFORT_RULES,
    EXPECTATION_RULES,
    GOAL_RULES,
    JUDGEMENT_RULES,
    LEGAL_JUDGEMENT_RULES,
    PLAN_RULES,
    REGISTER_RULES,
    RULES,
    SCENARIO_RULES,
    UNKNOWN_CODE,
    UNUSED_WAIVER,
)
from planstrategi.checks.waivers import split_waived, unknown_code
from planstrategi.checks.what_was_read import Scope
from planstrategi.model.fields import Record
from planstrategi.model.plan import Plan
from planstrategi.model.problem import Problem, Unntatt, line_and_column


class Checked(NamedTuple):
    """The problems in order, and those that a waiver covers."""

    problems: list[Problem]
    waived: list[Unntatt]


def check(scope: Scope) -> Checked:
    """Run every rule that may run on what was read of a register."""
    register = scope.register
    found = [*_plan_problems(scope), *_other_problems(scope)]
    left, waived, unused = split_waived(register, sorted(found))
    codes = frozenset(rule.kode for rule in RULES)
    # a waiver may cover a problem that is not found yet
    left += [
        _problem(UNUSED_WAIVER, unntak, Hit("kode", unntak.kode, "Fjern unntaket."), register.fil)
        for unntak in unused
        if scope.helt and unntak.kode in codes
    ]
    if UNKNOWN_CODE.kode in scope.koder:
        left += [_problem(UNKNOWN_CODE, record, hit, register.fil) for record, hit in unknown_code(register, codes)]
    return Checked(sorted(left), waived)


def _plan_problems(scope: Scope) -> Iterator[Problem]:
    register = scope.register
    # most fields of a plan are not written, and most rules have nothing to say of it
    rules = [(frozenset(rule.naar or ("id",)), rule.check, rule) for rule in PLAN_RULES if rule.kode in scope.koder]
    for plan in scope.planer:
        written = plan.sted
        for naar, look, rule in rules:
            if not naar.isdisjoint(written) and (hit := look(plan, register)) is not None:
                yield _problem(rule, plan, hit, register.fil)


def _other_problems(scope: Scope) -> Iterator[Problem]:
    register = scope.register
    for rules, subject, fil in (
        (REGISTER_RULES, register, register.fil),
        (JUDGEMENT_RULES, register, _file_of(register.vurderinger)),
        *((EXPECTATION_RULES, file, file.fil) for file in register.expectation_files()),
        *((GOAL_RULES, file, file.fil) for file in (register.baerekraftsmaal,) if file),
        (EFFORT_RULES, register, _file_of(register.innsats)),
        (ASSUMPTION_RULES, register, _file_of(register.forutsetninger)),
        (SCENARIO_RULES, register, _file_of(register.scenarier)),
        (CATALOGUE_RULES, register, _file_of(register.lovkrav)),
        (LEGAL_JUDGEMENT_RULES, register, _file_of(register.lovvurderinger)),
    ):
        for rule in rules:
            for record, hit in rule.check(subject) if rule.kode in scope.koder else ():
                yield _problem(rule, record, hit, fil)


def _file_of(read: Any) -> str:
    return read.fil if read else ""


def _problem(rule: Rule, record: Record, hit: Hit, fil: str) -> Problem:
    linje, kolonne = line_and_column(record.sted.get(hit.felt) or min(record.sted.values()))
    plan_id, navn = (record.id, record.navn) if isinstance(record, Plan) else (getattr(record, "plan", None) or "", "")
    return Problem(
        fil, linje, kolonne, rule.kode, rule.alvor, plan_id, navn,
        rule.melding, hit.funnet, rule.tillatt, hit.skriv, rule.rettes_av,
    )  # fmt: skip
