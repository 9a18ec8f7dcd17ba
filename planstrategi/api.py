"""What notebooks and the command line call: a folder in; a register, its problems, a table or a figure out."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planstrategi.checks.run import check
from planstrategi.checks.what_was_read import scope_of
from planstrategi.model.dates import Date
from planstrategi.model.fields import Invalid
from planstrategi.model.problem import Problem, RegisterError, Unntatt, gravest_first, stopping
from planstrategi.model.register import Forrige, Register
from planstrategi.reading.consequences import after_missing_rows
from planstrategi.reading.find_registers import folders_of, register_file
from planstrategi.reading.register_files import Texts, read_register, registers_before


class NoDate(ValueError):
    """A date that is none; the message says how to write it."""

    def __init__(self, text: str) -> None:
        super().__init__(f"«{text}» er ikke en dato. Skriv den på formen ÅÅÅÅ-MM-DD, for eksempel 2026-01-31.")


class Dated(str):
    """The place of a register that is to be read as of another day than its own; it stands wherever a place does."""

    dato: str

    def __new__(cls, place: str, dato: str) -> "Dated":
        made = super().__new__(cls, place)
        made.dato = dato
        return made


class Validated(NamedTuple):
    """The register, or None when it cannot be computed on; all problems in order; those a waiver covers.

    `held_back` when some rules have to wait until what could not be read is mended.
    """

    register: Register | None
    problems: list[Problem]
    waived: list[Unntatt]
    held_back: bool = False


def validate(path: str | os.PathLike[str], dato: str | None = None, proposed: Texts | None = None) -> Validated:
    """Read and check a register; `dato` (ÅÅÅÅ-MM-DD), or the day of a Dated place, overrides its `per_dato`.

    `proposed` holds the text of files of its folder that stands for what they hold now, as in `read_register`.
    Never raises for what the files hold; raises NoDate, a ValueError, for a `dato` that is no day.
    """
    dato = getattr(path, "dato", None) if dato is None else dato
    if dato is not None:
        try:
            Date().parse(dato)
        except Invalid:
            raise NoDate(dato) from None
    loaded = read_register(path, dato, proposed)
    register = loaded.register
    if register is None:
        return Validated(None, gravest_first(loaded.problems), [], held_back=True)
    what = scope_of(register, [*loaded.problems, *loaded.folded.followers], loaded.broken)
    checked = check(what)
    problems = gravest_first(after_missing_rows([*loaded.problems, *checked.problems], loaded.folded.lost_plans))
    register.problemer, register.unntatt = tuple(problems), tuple(checked.waived)
    # the working folder may be another when it is asked for
    register.finn_forrige = _Beside(Path(path).absolute())
    return Validated(None if stopping(problems) else register, problems, checked.waived, not what.helt)


@dataclass(frozen=True)
class _Beside:
    """Finds the register of the municipality's period before, beside the one at a place; equal for equal places."""

    place: Path

    def __call__(self, register: Register) -> Forrige:
        found = registers_before(register_file(self.place), register)
        if len(found) != 1:
            several = f"flere mapper har perioden før: {folders_of(found)}"
            return Forrige(None, several if found else "ingen mappe ved siden av har kommunens periode før denne")
        folder, before = found[0].parent, validate(found[0]).register
        return Forrige(before, "" if before else f"registeret i mappen {folder.name} har feil; planstrategi valider viser dem")


def load(path: str | os.PathLike[str], dato: str | None = None) -> Register:
    """Return a register that can be computed on; raise RegisterError with every problem otherwise.

    A draft whose period nobody knows cannot be computed on. `dato` as in `validate`.
    """
    validated = validate(path, dato)
    if validated.register is None:
        raise RegisterError(validated.problems)
    return validated.register


def problems(register: Register) -> tuple[Problem, ...]:
    """Return the warnings and notes of a loaded register, in order."""
    return register.problemer
