"""Files → Register: which files belong together, and what each of them holds."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from planstrategi.catalogue import Forventningsfil, Plantypefil
from planstrategi.judgement import JUDGEMENTS, Vurderingsfil
from planstrategi.problem import Problem, place
from planstrategi.readnotes import ReadNotes
from planstrategi.register import Register
from planstrategi.textfile import FIL, Unreadable, decode, has_bom, is_absent, is_folder, read_bytes
from planstrategi.yamlreader import KNOWN, Pending, YamlReader

REGISTERFIL = "register.yaml"
KATALOGMAPPE = "nasjonalt"


class Loaded(NamedTuple):
    """What was read: the register (None when it has no readable form), and the problems of the files by themselves."""

    register: Register | None
    problems: list[Problem]


class _File(NamedTuple):
    """A file on its way to a record: its notes, its text (None when it has none), and the references to resolve."""

    notes: ReadNotes
    text: str | None


class _Parsed(NamedTuple):
    record: Any
    pending: list[Pending]
    notes: ReadNotes


def read_register(path: str | os.PathLike[str], dato: str | None = None) -> Loaded:
    """Read a register (its folder, or its register.yaml), its catalogues and judgements.

    `dato` (ISO) replaces the register's own `per_dato`. Never raises for what a file holds.
    """
    fil = register_file(path)
    opened = _open(fil, "REG")
    if opened.text is None:
        return Loaded(None, opened.notes.problems)
    catalogue, judged = _catalogue_folder(fil), fil.parent / JUDGEMENTS
    known: KNOWN = {}
    with _no_garbage_collection():
        plantyper = _parse(_open(catalogue / "plantyper.yaml", "KAT"), Plantypefil, known)
        forventninger = _parse(_open(catalogue / "nasjonale_forventninger.yaml", "KAT"), Forventningsfil, known)
        register = _parse(opened, Register, known)
        files = [plantyper, forventninger, register]
        if not is_absent(judged) and register.record:
            files.append(_parse(_open(judged, "FOR"), Vurderingsfil, known))
    # a catalogue that cannot be read is one problem, not one for each reference to it
    unread = {target for target, file in (("plantype", plantyper), ("forventning", forventninger)) if not file.record}
    for file in files:
        _resolve(file, known, unread)
    if register.record:
        _join(register.record, fil, dato, *(file.record for file in files if file is not register))
    return Loaded(register.record, [problem for file in files for problem in file.notes.problems])


def _join(
    register: Register,
    fil: Path,
    dato: str | None,
    plantyper: Plantypefil | None,
    forventninger: Forventningsfil | None,
    vurderinger: Vurderingsfil | None = None,
) -> None:
    register.fil = _shown(fil)
    if dato:
        register.per_dato, register.per_dato_grunnlag = dato, None
    register.plantyper, register.forventninger, register.vurderinger = plantyper, forventninger, vurderinger


def register_file(path: str | os.PathLike[str]) -> Path:
    """Return the register.yaml that a folder or a file name means."""
    given = Path(path)
    return given / REGISTERFIL if is_folder(given) and given.name != REGISTERFIL else given


def _catalogue_folder(fil: Path) -> Path:
    above = fil.absolute().parents
    return next((folder for parent in above if is_folder(folder := parent / KATALOGMAPPE)), fil.parent / KATALOGMAPPE)


def _open(path: Path, family: str) -> _File:
    notes = ReadNotes(_shown(path), family)
    try:
        data = read_bytes(path)
        if has_bom(data):
            notes.add("FIL011", place(0, 0), *_words("FIL011"))
        return _File(notes, decode(data))
    except Unreadable as error:
        melding, _, _, skriv = _words(error.kode)
        notes.add(error.kode, place(error.linje - 1, error.kolonne - 1), melding, error.funnet, skriv=skriv)
        return _File(notes, None)


def _parse(file: _File, record: type, known: KNOWN) -> _Parsed:
    if file.text is None:
        return _Parsed(None, [], file.notes)
    for ids in known.values():
        # a place means something in its own file only
        ids.update(dict.fromkeys(ids, 0))
    reader = YamlReader(file.text, file.notes, known)
    return _Parsed(reader.read(record), reader.pending, file.notes)


def _words(kode: str) -> tuple[str, str, str, str]:
    melding, skriv = FIL[kode]
    return melding, "", "", skriv


def _resolve(file: _Parsed, known: KNOWN, unread: set[str]) -> None:
    # what stopped in the middle of a file may have been declared further down
    for ref in file.pending if file.record else ():
        if ref.value not in known[ref.target] and ref.target not in unread:
            file.notes.unknown_ref(ref.sted, ref.target, ref.value, known[ref.target], ref.plan)


def _shown(path: Path) -> str:
    try:
        shown = os.path.relpath(path)
    except ValueError:
        return path.as_posix()
    return path.as_posix() if shown.count("..") > 3 else Path(shown).as_posix()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    # measured: with many records alive the cyclic collector is most of the reading time, and nothing read is cyclic
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
