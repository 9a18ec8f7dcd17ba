"""What notebooks and the command line call: a folder in; a register, its problems, a table or a figure out."""

import os
from typing import NamedTuple

from planstrategi.checks import check
from planstrategi.problem import Problem, RegisterError, Unntatt, errors
from planstrategi.reading import read_register
from planstrategi.register import Register


class Validated(NamedTuple):
    """The register, or None when it cannot be computed on; all problems in order; those a waiver covers."""

    register: Register | None
    problems: list[Problem]
    waived: list[Unntatt]


def validate(path: str | os.PathLike[str], dato: str | None = None) -> Validated:
    """Read and check a register; `dato` (ISO) overrides its `per_dato`. Never raises for what the files hold."""
    loaded = read_register(path, dato)
    register = loaded.register
    if register is None or loaded.problems:
        return Validated(None, sorted(loaded.problems), [])
    checked = check(register)
    register.problemer, register.unntatt = tuple(checked.problems), tuple(checked.waived)
    usable = None if errors(checked.problems) else register
    return Validated(usable, checked.problems, checked.waived)


def load(path: str | os.PathLike[str], dato: str | None = None) -> Register:
    """Return a register that can be computed on; raise RegisterError with every problem otherwise."""
    validated = validate(path, dato)
    if validated.register is None:
        raise RegisterError(validated.problems)
    return validated.register


def problems(register: Register) -> tuple[Problem, ...]:
    """Return the warnings and notes of a loaded register, in order."""
    return register.problemer
