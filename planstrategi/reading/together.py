"""What several registers say of each other: a municipality number belongs to one municipality."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from planstrategi.model.problem import Problem
from planstrategi.model.register import Register
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import FIL


def numbers_of_others(registers: Sequence[Register | None]) -> Iterator[tuple[int, Problem]]:
    """Yield the place of each register whose number an earlier one has under another name, with the problem that it is.

    A municipality may change its name from one period to the next: the periods then lie in the same folder.
    """
    seen: dict[str, Register] = {}
    for place, register in enumerate(registers):
        other = seen.setdefault(register.kommune.nummer, register) if register else None
        if register and other and register.kommune.navn != other.kommune.navn and _folder(register) != _folder(other):
            notes, (melding, skriv) = ReadNotes(register.fil, "REG"), FIL["FIL009"]
            found = f"{register.kommune.nummer}, som {other.kommune.navn} har i {other.fil}"
            notes.add("FIL009", register.kommune.sted["nummer"], melding, found, skriv=skriv)
            yield place, notes.problems[0]


def _folder(register: Register) -> Path:
    return Path(register.fil).parent.parent
