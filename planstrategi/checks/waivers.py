"""REG3xx: waivers, and the problems they cover."""

from collections.abc import Iterable

from planstrategi.checks.rules import Hit, Hits, register_rule, waiver_rule
from planstrategi.model.problem import FEIL, KEEPER, MERKNAD, Problem, Unntatt
from planstrategi.model.register import Register
from planstrategi.model.sections import Unntak


@register_rule("REG301", MERKNAD, "unntak per_dato", KEEPER)
def waiver_expired(register: Register) -> Hits:
    """A waiver past its last day covers nothing."""
    for unntak in register.unntak:
        if unntak.til < register.per_dato:
            yield unntak, Hit("til", f"til {unntak.til}, per dato {register.per_dato}", "Sett en ny dato, eller fjern unntaket.")


def split_waived(register: Register, problems: list[Problem]) -> tuple[list[Problem], list[Unntatt], list[Unntak]]:
    """Return the problems left, those a waiver covers, and the valid waivers that cover nothing.

    Only warnings and notes can be waived: an error cannot be computed past.
    """
    valid = [unntak for unntak in register.unntak if unntak.til >= register.per_dato]
    covered = [(problem, next((unntak for unntak in valid if _covers(unntak, problem)), None)) for problem in problems]
    waived = [Unntatt(problem, unntak.grunn, unntak.hvem, unntak.til) for problem, unntak in covered if unntak]
    used = {id(unntak) for _, unntak in covered}
    return [problem for problem, unntak in covered if not unntak], waived, [one for one in valid if id(one) not in used]


def _covers(unntak: Unntak, problem: Problem) -> bool:
    return problem.alvor != FEIL and unntak.kode == problem.kode and unntak.plan in (None, problem.plan_id)


@waiver_rule("REG302", MERKNAD, "unntak", KEEPER)
def covers_nothing(waivers: Iterable[Unntak], codes: frozenset[str]) -> Hits:
    """A waiver covers a problem that is there."""
    for unntak in waivers:
        if unntak.kode in codes:
            yield unntak, Hit("kode", unntak.kode, "Fjern unntaket.")


@waiver_rule("REG303", FEIL, "unntak", KEEPER)
def unknown_code(waivers: Iterable[Unntak], codes: frozenset[str]) -> Hits:
    """A waiver names a rule that exists."""
    for unntak in waivers:
        if unntak.kode not in codes:
            yield unntak, Hit("kode", unntak.kode)
