"""Which registers a name means: one, or all that lie in a folder of periods, of municipalities, or in the project.

Also what several say of each other: a municipality number belongs to one municipality.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from planstrategi.model.data_files import EVERY_REGISTER, KATALOGMAPPE, REGISTERFIL
from planstrategi.model.problem import Problem
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import UKJENT
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import is_absent, is_folder

# from the folder of a municipality, from that of all of them, from data/ and from the project
BELOW = (f"*/{REGISTERFIL}", f"*/*/{REGISTERFIL}", EVERY_REGISTER, f"data/{EVERY_REGISTER}")
MOST_FOLDERS = 20


def registers_in(path: str | os.PathLike[str]) -> list[Path]:
    """Return the register.yaml that a folder or a file name means, or all below a folder that has none itself."""
    given = Path(path)
    if is_register(given):
        return [given / REGISTERFIL if is_folder(given) and given.name != REGISTERFIL else given]
    return _below(given, *BELOW)


def all_registers(data: Path) -> list[Path]:
    """Return the register.yaml of all municipalities and periods in the folder data/ of a project."""
    return _below(data, EVERY_REGISTER)


def _below(folder: Path, *patterns: str) -> list[Path]:
    found = set[Path]()
    for own, *above in (map(str, PurePath(pattern).parents) for pattern in patterns):
        # also links that lead nowhere and, for a folder nobody may look into, what it may hold: to read them says what is wrong
        found |= {fil for one in folder.glob(own) if not is_absent(fil := one / REGISTERFIL) or fil.is_symlink()}
        within = (one for place in above[:-1] for one in folder.glob(place) if is_folder(one) and not os.access(one, os.R_OK))
        found |= {one / REGISTERFIL for one in within}
    # what is hidden is the draft of something, or what a program keeps there
    return sorted(fil for fil in found if not any(part.startswith(".") for part in fil.relative_to(folder).parts))


def is_register(given: Path) -> bool:
    """Return whether a name is that of one register, and not of a folder with registers below it."""
    return not is_folder(given) or given.name == REGISTERFIL or not is_absent(given / REGISTERFIL)


def register_file(path: str | os.PathLike[str]) -> Path:
    """Return the register.yaml that a folder or a file name means: its own, or the only one below it."""
    found = registers_in(path)
    return found[0] if len(found) == 1 else Path(path) / REGISTERFIL


def folders_of(registers: Sequence[Path]) -> str:
    """Return the folders of registers as people read them, the first of them when there are many."""
    named = ", ".join(fil.parent.as_posix() for fil in registers[:MOST_FOLDERS])
    return f"{named} og {len(registers) - MOST_FOLDERS} til" if len(registers) > MOST_FOLDERS else named


def catalogue_folder(fil: Path) -> Path:
    """Return the folder of national catalogues of a register: the first one that is found on the way up from it."""
    # a link may lie where there are no catalogues, but what it leads to lies beside them
    above = [*fil.absolute().parents, *Path(os.path.realpath(fil)).parents]
    return next((folder for parent in above if is_folder(folder := parent / KATALOGMAPPE)), fil.parent / KATALOGMAPPE)


def against_each_other(registers: Sequence[Register | None]) -> Iterator[tuple[int, Problem]]:
    """Yield the place of each register whose number an earlier one has under another name, or with the same period.

    A municipality may change its name from one period to the next: the periods then lie in the same folder.
    """
    seen: dict[tuple[str, ...], Register] = {}
    for place, register in enumerate(registers):
        if register is None or register.kommune.nummer == UKJENT:
            continue
        own, period, notes = register.kommune, str(register.periode), ReadNotes(register.fil, "REG")
        other, same = (seen.setdefault(key, register) for key in ((own.nummer,), (own.nummer, period)))
        if own.navn != other.kommune.navn and Path(register.fil).parents[1] != Path(other.fil).parents[1]:
            notes.whole_file("FIL009", f"{own.nummer}, som {other.kommune.navn} har i {other.fil}", sted=own.sted["nummer"])
        elif same is not register:
            notes.whole_file("FIL021", f"{period}, som også er perioden i {same.fil}", sted=register.sted["periode"])
        yield from ((place, problem) for problem in notes.problems)
