"""Register → problems: every rule, run once, all problems at once."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from planstrategi.checks.rule import Hit, Rule
from planstrategi.checks.table import (
    JUDGEMENT_RULES,
    PLAN_RULES,
    REGISTER_RULES,
    RULES,
    UNKNOWN_CODE,
    UNUSED_WAIVER,
)
from planstrategi.checks.waivers import split_waived, unknown_code
from planstrategi.fields import Record
from planstrategi.judgement import JUDGEMENTS
from planstrategi.plan import Plan
from planstrategi.problem import Problem, Unntatt, line_and_column
from planstrategi.register import Register


class Checked(NamedTuple):
    """The problems in order, and those that a waiver covers."""

    problems: list[Problem]
    waived: list[Unntatt]


def check(register: Register) -> Checked:
    """Run every rule on a register whose files could be read."""
    found = [*_plan_problems(register), *_register_problems(register), *_judgement_problems(register)]
    left, waived, unused = split_waived(register, sorted(found))
    codes = frozenset(rule.kode for rule in RULES)
    left += [
        _problem(UNUSED_WAIVER, unntak, Hit("kode", unntak.kode, "Fjern unntaket."), register.fil)
        for unntak in unused
        if unntak.kode in codes
    ]
    left += [_problem(UNKNOWN_CODE, record, hit, register.fil) for record, hit in unknown_code(register, codes)]
    return Checked(sorted(left), waived)


def _plan_problems(register: Register) -> Iterator[Problem]:
    # most fields of a plan are not written, and most rules have nothing to say of it
    rules = [(frozenset(rule.naar or ("id",)), rule.check, rule) for rule in PLAN_RULES]
    for plan in register.planer:
        written = plan.sted
        for naar, look, rule in rules:
            if not naar.isdisjoint(written) and (hit := look(plan, register)) is not None:
                yield _problem(rule, plan, hit, register.fil)


def _register_problems(register: Register) -> Iterator[Problem]:
    for rule in REGISTER_RULES:
        for record, hit in rule.check(register):
            yield _problem(rule, record, hit, register.fil)


def _judgement_problems(register: Register) -> Iterator[Problem]:
    fil = str(PurePosixPath(register.fil).parent / JUDGEMENTS)
    for rule in JUDGEMENT_RULES:
        for record, hit in rule.check(register):
            yield _problem(rule, record, hit, fil)


def _problem(rule: Rule, record: Record, hit: Hit, fil: str) -> Problem:
    linje, kolonne = line_and_column(record.sted.get(hit.felt) or min(record.sted.values()))
    plan_id, navn = (record.id, record.navn) if isinstance(record, Plan) else (getattr(record, "plan", None) or "", "")
    return Problem(
        fil, linje, kolonne, rule.kode, rule.alvor, plan_id, navn,
        rule.melding, hit.funnet, rule.tillatt, hit.skriv, rule.rettes_av,
    )  # fmt: skip
