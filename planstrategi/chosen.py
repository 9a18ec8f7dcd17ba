"""The register, or the registers, that a command is asked for: found, read and checked, with what is wrong said."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from planstrategi.api import NoDate, Validated, validate
from planstrategi.model import problem
from planstrategi.model.data_files import EVERY_REGISTER, INNLESINGSFIL
from planstrategi.reading import find_registers

if TYPE_CHECKING:
    from planstrategi.model.register import Register

UNREADABLE = re.compile("FIL00[1-4]")


class CouldNotRun(Exception):
    """The command could not do its work; the message says why and what to do."""


@contextmanager
def stopped_by(*kinds: type[Exception]) -> Iterator[None]:
    """Let what is raised of these kinds be why the command could not run."""
    try:
        yield
    except kinds as why:
        raise CouldNotRun(why) from None


def every_register(given: str | None) -> list[Path]:
    """Return the registers that a name means, or all of the project that are no drafts where none is named.

    Drafts are those with the record of a reading beside them, and are meant when there is nothing else.
    """
    if given:
        return find_registers.registers_in(given) or [find_registers.register_file(given)]
    found = find_registers.all_registers(Path("data"))
    if not found:
        raise CouldNotRun(f"Fant ikke noe register (data/{EVERY_REGISTER}). Kjør fra prosjektets mappe, eller oppgi mappen.")
    return [fil for fil in found if not _is_draft(fil)] or found


def _is_draft(fil: Path) -> bool:
    # to ask for the file itself raises where nobody may look
    return any(fil.parent.glob(INNLESINGSFIL))


def how_to_end(fil: Path) -> str:
    """Return what ends a draft, empty for a register that is none."""
    return f" Et utkast: slett {INNLESINGSFIL} når alt er avklart." if _is_draft(fil) else ""


def one_register(given: str | None) -> Path:
    """Return the register that a name means, or the only one of the project where none is named."""
    found = every_register(given)
    if len(found) == 1:
        return found[0]
    raise CouldNotRun(f"Det finnes flere registre. Oppgi hvilket: {find_registers.folders_of(found)}.")


def load_one(given: str | None, dato: str | None) -> "Register":
    """Return the register that is meant, where it can be computed on."""
    (found,) = check_all([one_register(given)], dato)
    return _loaded(found)


def _loaded(found: Validated, advice: str = "Registeret kan ikke regnes på før det som står over, er rettet.") -> "Register":
    if lost := unreadable(found):
        raise as_message(lost)
    if found.register is None:
        print_problems("tekst", problem.stopping(found.problems))
        raise CouldNotRun(advice)
    return found.register


def load_every(given: str | None, dato: str | None) -> "tuple[list[Register], list[Path]]":
    """Return the registers that are meant and can be computed on, and those that cannot; what is wrong is said on stderr."""
    files = every_register(given)
    found = check_all(files, dato)
    wrong = dict.fromkeys(fault for one in found for fault in problem.stopping(one.problems))
    print_lines(problem.problems_as_text(list(wrong)), sys.stderr)
    good = [one.register for one in found if one.register]
    if not good:
        raise CouldNotRun("Ingen av registrene kan regnes på før det som står over, er rettet.")
    return good, [fil for fil, one in zip(files, found, strict=True) if not one.register]


def load_compared(first: str | None, second: str | None, revision: str | None, dato: str | None = None) -> "Register":
    """Return the second register with the first one before it, or one with what it was at a revision, or with its own.

    A day to reckon from is the second's.
    """
    from planstrategi.revision.at_revision import NoRevision, texts_at
    from planstrategi.revision.comparison import NotComparable, held_against

    new = load_one(second or first, dato)
    if not revision and not second:
        if not new.previous().register:
            raise CouldNotRun(f"Ingenting å sammenligne med: {new.previous().hvorfor}. Oppgi to registre, eller --git.")
        return new
    fil = one_register(first)
    if not revision and fil.samefile(one_register(second)):
        raise CouldNotRun(f"{fil.parent.as_posix()} er oppgitt to ganger. Oppgi to registre, eller en eldre utgave med --git.")
    with stopped_by(NoRevision, NotComparable):
        if not revision:
            return held_against(_loaded(validate(fil)), new)
        advice = f"Det som står over, gjelder registeret ved revisjonen {revision}. Oppgi en revisjon der det er rettet."
        return held_against(_loaded(validate(fil, None, texts_at(fil.parent, revision)), advice), new, f"revisjonen {revision}")


def names_one(given: str | None) -> bool:
    """Return whether what is given is one register, or nothing, and not a folder with registers below it."""
    return not given or find_registers.is_register(Path(given)) or not find_registers.registers_in(given)


def unreadable(found: Validated) -> list[problem.Problem]:
    """Return the problems that leave nothing to check: a file that is missing, or that may not be read."""
    return [one for one in problem.errors(found.problems) if UNREADABLE.match(one.kode)]


def as_message(problems: Sequence[problem.Problem]) -> CouldNotRun:
    """Return problems as the reason why a command could not run."""
    return CouldNotRun("\n".join(problem.problems_as_text(problems)))


def check_all(files: Sequence[Path], dato: str | None) -> list[Validated]:
    """Return what is found of each register, in the order given: by itself, and against the others."""
    with stopped_by(NoDate):
        found = [validate(fil, dato) for fil in files]
    for place, wrong in find_registers.against_each_other([one.register for one in found]):
        found[place] = Validated(None, sorted([*found[place].problems, wrong]), found[place].waived)
    return found


def print_problems(form: str, problems: Sequence[problem.Problem], waived: Sequence[problem.Unntatt] = ()) -> None:
    """Print problems to stdout, and what is waived; the other formats hold problems and nothing else."""
    if form == "json":
        print_records(problems)
    else:
        print_lines(problem.as_github(problems) if form == "github" else problem.problems_as_text(problems))
    print_lines(problem.waived_as_text(waived), sys.stdout if form == "tekst" else sys.stderr)


def print_records(records: Iterable[Any]) -> None:
    """Print records as one JSON array."""
    print(json.dumps([one.as_dict() for one in records], ensure_ascii=False, indent=1))


def print_lines(lines: Iterable[str], file: TextIO | None = None) -> None:
    """Print lines, to stdout unless another stream is named."""
    for line in lines:
        print(line, file=file)
