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
from planstrategi.model.register import Forrige, Register, must_be_register
from planstrategi.reading.consequences import after_missing_rows
from planstrategi.reading.find_registers import folders_of, register_file
from planstrategi.reading.register_files import Texts, read_register, registers_before


class NoDate(ValueError):
    """A date that is none; the message says how to write it."""


class Dated(str):
    """The place of a register that is to be read as of another day than its own; it stands wherever a place does."""

    dato: str

    def __new__(cls, place: str, dato: str) -> "Dated":
        made = super().__new__(cls, place)
        made.dato = dato
        return made


class Validated(NamedTuple):
    """Registeret, eller None når det ikke kan regnes på; alle problemene i rekkefølge; og de som er unntatt.

    `held_back` når noen regler må vente til det som ikke kunne leses, er rettet.
    """

    register: Register | None
    problems: list[Problem]
    waived: list[Unntatt]
    held_back: bool = False


def validate(path: str | os.PathLike[str], dato: str | None = None, proposed: Texts | None = None) -> Validated:
    """Les og kontroller et register, og gi det sammen med problemene; stopper aldri for det filene inneholder.

    `dato` (ÅÅÅÅ-MM-DD) er en annen dag enn registerets egen å regne fra; NoDate, en ValueError, om det ikke er en dag.
    `proposed` er teksten til filer i mappen som skal leses i stedet for det de inneholder nå.

    >>> funnet = ps.validate("../data/kommuner/ostre-toten/2024-2027")
    >>> sorted({problem.alvor for problem in funnet.problems})
    ['advarsel', 'merknad']
    """
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f'Skriv mappen til registeret, slik: ps.load("mappen"). Det som ble gitt, er {type(path).__name__}.')
    dato = getattr(path, "dato", None) if dato is None else str(dato)
    if dato is not None:
        try:
            Date().parse(dato)
        except Invalid as wrong:
            said = f"«{dato}» er ikke en dato. {wrong.hvorfor}".strip()
            raise NoDate(f"{said} Skriv den på formen ÅÅÅÅ-MM-DD, for eksempel {wrong.skriv or '2026-01-31'}.") from None
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
    """Gi et register som kan regnes på; har det feil, eller er perioden ikke kjent, kommer RegisterError med alle problemene.

    `dato` (ÅÅÅÅ-MM-DD) er en annen dag enn registerets egen å regne fra.

    >>> r = ps.load("../data/kommuner/ostre-toten/2024-2027", dato="2026-11-23")
    >>> r.kommune.navn, r.periode.fra, len(r.planer)
    ('Østre Toten', 2024, 44)
    """
    validated = validate(path, dato)
    if validated.register is None:
        raise RegisterError(validated.problems)
    return validated.register


def problems(register: Register) -> tuple[Problem, ...]:
    """Gi advarslene og merknadene til et register som er lest; ps.table("problemer", r) gir dem som tabell.

    >>> [problem.plan_id for problem in ps.problems(r) if problem.kode == "REG201"]
    ['starum-leir']
    """
    must_be_register(register)
    return register.problemer
