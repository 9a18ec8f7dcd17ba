"""REG3xx: waivers, and the problems they cover."""

from collections.abc import Iterator

from planstrategi.checks.rule import Hit
from planstrategi.model.fields import Record
from planstrategi.model.problem import Problem, Unntatt
from planstrategi.model.register import Register, Unntak


def waiver_expired(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A waiver past its last day covers nothing."""
    for unntak in register.unntak:
        if unntak.til < register.per_dato:
            yield (
                unntak,
                Hit(
                    "til",
                    f"til {unntak.til}, per dato {register.per_dato}",
                    "Sett en ny dato, eller fjern unntaket.",
                ),
            )


def split_waived(register: Register, problems: list[Problem]) -> tuple[list[Problem], list[Unntatt], list[Unntak]]:
    """Return the problems left, those a waiver covers, and the valid waivers that cover nothing.

    Only warnings and notes can be waived: an error cannot be computed past.
    """
    valid = [unntak for unntak in register.unntak if unntak.til >= register.per_dato]
    left, waived, used = [], [], set()
    for problem in problems:
        unntak = next((u for u in valid if _covers(u, problem)), None)
        if unntak is None:
            left.append(problem)
        else:
            used.add(id(unntak))
            waived.append(Unntatt(problem, unntak.grunn, unntak.hvem, unntak.til))
    return left, waived, [unntak for unntak in valid if id(unntak) not in used]


def _covers(unntak: Unntak, problem: Problem) -> bool:
    return problem.alvor != "feil" and unntak.kode == problem.kode and unntak.plan in (None, problem.plan_id)


def unknown_code(register: Register, codes: frozenset[str]) -> Iterator[tuple[Record, Hit]]:
    """A waiver names a rule that exists."""
    for unntak in register.unntak:
        if unntak.kode not in codes:
            yield unntak, Hit("kode", unntak.kode)
