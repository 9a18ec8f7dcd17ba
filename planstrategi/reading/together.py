"""What several registers say of each other: a municipality number belongs to one municipality."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from planstrategi.model.problem import Problem
from planstrategi.model.register import Register
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import FIL


def numbers_of_others(registers: Iterable[Register]) -> Iterator[Problem]:
    """Yield, for each register whose number an earlier one has under another name, that it has.

    A municipality may change its name from one period to the next: the periods then lie in the same folder.
    """
    seen: dict[str, Register] = {}
    for register in registers:
        other = seen.setdefault(register.kommune.nummer, register)
        if register.kommune.navn != other.kommune.navn and _folder(register) != _folder(other):
            notes = ReadNotes(register.fil, "REG")
            melding, skriv = FIL["FIL009"]
            found = f"{register.kommune.nummer}, som {other.kommune.navn} har i {other.fil}"
            notes.add("FIL009", register.kommune.sted["nummer"], melding, found, skriv=skriv)
            yield from notes.problems


def _folder(register: Register) -> Path:
    return Path(register.fil).parent.parent
