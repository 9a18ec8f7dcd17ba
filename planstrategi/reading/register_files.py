"""Files → Register: which files belong together, and what each of them holds."""

import gc
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from planstrategi.model.data_files import FYLKESMAPPE, LOCAL, MUNICIPAL, NATIONAL, REGIONAL, REGISTERFIL, FileKind, files_in
from planstrategi.model.fields import One
from planstrategi.model.problem import ADVARSEL, FEIL, Problem
from planstrategi.model.register import Register
from planstrategi.model.sections import Kommune
from planstrategi.reading.consequences import Folded, Pending, fold, ids_of
from planstrategi.reading.find_registers import catalogue_folder, folders_of, register_file, registers_in
from planstrategi.reading.logo import read_logo
from planstrategi.reading.problems_met import Cause, ReadNotes
from planstrategi.reading.text_file import Unreadable, decode, has_bom, is_absent, read_bytes, shown_path
from planstrategi.reading.unread_files import missing_county, near_names, stray_files
from planstrategi.reading.yaml_reader import KNOWN, YamlReader

# what files of a folder hold, by their place in it; None for one that is not there
Texts = Mapping[str, str | None]
COUNTY_IDS = ids_of(One(files_in(REGIONAL)[0].post))


class Loaded(NamedTuple):
    """What was read: the register (None when it has no readable form), and the problems of the files by themselves.

    `broken` are the parts that were not read whole: sections of the register, and other files by the register's name
    for them. `folded` is what only follows from other problems, which count it.
    """

    register: Register | None
    problems: list[Problem]
    broken: frozenset[str] = frozenset()
    folded: Folded = Folded([], {})


class _Parsed(NamedTuple):
    """What a file holds: its record (None when it could not be read to its end), and the references to resolve."""

    record: Any
    pending: list[Pending]
    notes: ReadNotes


def read_register(path: str | os.PathLike[str], dato: str | None = None, proposed: Texts | None = None) -> Loaded:
    """Read a register (its folder, or its register.yaml), its catalogues and judgements.

    `dato` (ISO) replaces the register's own `per_dato`. `proposed` is the text that a file of its folder would have, by
    its place there (None for a file there would not be), to see what it would bring. Never raises for what a file holds.
    """
    fil, given = register_file(path), (proposed or {}).get(REGISTERFIL)
    above = fil.absolute().parent.parent
    notes, text = _open(fil, "REG", _which(path)) if given is None else (ReadNotes(shown_path(fil), "REG"), given)
    if text is None:
        return Loaded(None, notes.problems)
    known: KNOWN = {}
    with no_garbage_collection():
        national = _national(catalogue_folder(fil), known)
        parsed = _parse(notes, text, Register, known)
        # which county it is in, is said by the register
        county = catalogue_folder(fil).with_name(FYLKESMAPPE) / _county(parsed.record)
        catalogues = national | _read_all(county, REGIONAL, known)
        judged = _read_all(fil.parent, LOCAL, known, proposed) if parsed.record else {}
        judged |= _read_all(above, MUNICIPAL, known) if parsed.record else {}
    folders = (fil.parent, LOCAL), (above, MUNICIPAL), (catalogue_folder(fil), NATIONAL), (county, REGIONAL)
    files = [*catalogues.values(), parsed, *judged.values()]
    if parsed.record:
        _join(parsed.record, fil, dato, catalogues | judged)
    absent = missing_county(parsed.record, fil, county) if parsed.record else []
    unread = _unread(catalogues, known) | (COUNTY_IDS if absent else set())
    lost = [_resolve(file, known, unread) for file in files]
    if not _county(parsed.record):
        _county_unread(parsed.notes)
    folded = fold([file.notes for file in files], known)
    found = [problem for file in files for problem in file.notes.problems]
    found += stray_files(fil.parent) + [p for folder, mappe in folders for p in near_names(folder, mappe)]
    # with references that lead nowhere nothing can be computed
    found += [replace(problem, alvor=FEIL) if any(lost) else problem for problem in absent]
    if parsed.record and parsed.record.innlesing:
        # a draft is read before anybody has put it where the catalogues are
        found = [replace(problem, alvor=ADVARSEL) if problem.kode == "FIL001" else problem for problem in found]
    broken = {kind.felt for kind, file in (catalogues | judged).items() if file.notes.broken or not file.record}
    return Loaded(parsed.record, found, frozenset(broken | parsed.notes.broken), folded)


def municipality_of(fil: Path) -> Kommune | None:
    """Return what a register.yaml says of its municipality, whatever else is wrong in it; None when it does not."""
    record = register_alone(fil)
    return record.kommune if record else None


def registers_before(fil: Path, register: Register) -> list[Path]:
    """Return the register.yaml beside a register's folder that are of its municipality, for a period that ends before its own."""
    beside = sorted(fil.parent.parent.glob(f"[!.]*/{REGISTERFIL}"))
    found = [(other, register_alone(other)) for other in beside if not other.samefile(fil)]
    last = register.periode.fra - 1
    return [other for other, one in found if one and one.periode and one.periode.til == last and register.same_municipality(one)]


def register_alone(fil: Path) -> Register | None:
    """Return what a register.yaml says by itself, with nothing checked; None when it cannot be read to its end."""
    record = _parse(*_open(fil, "REG"), Register, {}).record
    return record if isinstance(record, Register) else None


def _read_all(folder: Path, mappe: str, known: KNOWN, proposed: Texts | None = None) -> dict[FileKind, _Parsed]:
    read, proposed = {}, proposed or {}
    for kind in files_in(mappe):
        path = folder / kind.navn
        if kind.navn in proposed:
            if (text := proposed[kind.navn]) is not None:
                read[kind] = _parse(ReadNotes(shown_path(path), kind.familie), text, kind.post, known)
        elif kind.paakrevd or not is_absent(path):
            read[kind] = _parse(*_open(path, kind.familie, _missing(kind)), kind.post, known)
    return read


def _national(folder: Path, known: KNOWN) -> dict[FileKind, _Parsed]:
    """Return the national catalogues, which many registers share: the same bytes are read to records once."""
    held = tuple(_bytes(folder / kind.navn) for kind in files_in(NATIONAL))
    read, ids = _read_national(folder, shown_path(folder), held)
    known.update({target: dict(places) for target, places in ids.items()})
    # what leads nowhere is noted for each register
    return {kind: file._replace(notes=deepcopy(file.notes)) for kind, file in read.items()}


@lru_cache(maxsize=1)
def _read_national(folder: Path, shown: str, held: tuple[bytes | str, ...]) -> tuple[dict[FileKind, _Parsed], KNOWN]:
    known: KNOWN = {}
    return _read_all(folder, NATIONAL, known), known


def _bytes(path: Path) -> bytes | str:
    try:
        return read_bytes(path)
    except Unreadable as error:
        return f"{error.kode} {error.funnet}"


def _which(path: str | os.PathLike[str]) -> str:
    several = registers_in(path)
    return f"Her er flere registre. Oppgi ett av dem: {folders_of(several)}." if len(several) > 1 else ""


def _missing(kind: FileKind) -> str:
    # it is missing where nobody put it: say where it was looked for, and where it is
    where = f"Mappen {NATIONAL}/ er søkt etter i registerets mappe og i alle mappene over den."
    return f"{where} Kopier {kind.navn} hit fra data/{NATIONAL}/ i prosjektet." if kind.paakrevd else ""


def _unread(catalogues: dict[FileKind, _Parsed], known: KNOWN) -> set[str]:
    """Return what is referred to in vain: a catalogue without its list is one problem, not one for each reference.

    Another file may hold ids of the same kind; which of them a reference means, nobody can tell.
    """
    broken = [(kind, file) for kind, file in catalogues.items() if file.notes.broken]
    targets = [(target, file) for kind, file in broken for target in ids_of(One(kind.post))]
    return {target for target, file in targets if not file.record or not known.get(target)}


def _join(register: Register, fil: Path, dato: str | None, read: dict[FileKind, _Parsed]) -> None:
    register.fil = shown_path(fil)
    if dato:
        register.per_dato, register.per_dato_grunnlag = dato, None
    register.datasti = REGISTERFIL
    folders = {LOCAL: "", MUNICIPAL: "", NATIONAL: f"{NATIONAL}/", REGIONAL: f"{FYLKESMAPPE}/{_county(register)}/"}
    for kind, file in read.items():
        setattr(register, kind.felt, file.record)
        if file.record:
            file.record.fil, file.record.datasti = file.notes.fil, folders[kind.mappe] + kind.navn
    if register.profil:
        read_logo(register.profil, read[files_in(MUNICIPAL)[0]].notes, fil.absolute().parent.parent)


def _county(register: Register | None) -> str:
    kommune = register.kommune if register else None
    return (kommune and kommune.fylke) or ""


def _county_unread(register: ReadNotes) -> None:
    """Say which problem of the register hides the county, whose catalogue is then not read."""
    named = (n for n, found in enumerate(register.problems) if re.search("kommune|fylke", found.melding))
    if (cause := next(named, None)) is not None:
        register.causes.append(Cause(cause, COUNTY_IDS, None))


def _open(path: Path, family: str, missing: str = "") -> tuple[ReadNotes, str | None]:
    """Return the notes of a file on its way to a record, and its text, None when it could not be read."""
    notes = ReadNotes(shown_path(path), family)
    try:
        data = read_bytes(path)
        if has_bom(data):
            notes.whole_file("FIL011")
        return notes, decode(data)
    except Unreadable as error:
        notes.unreadable(error, missing if error.kode == "FIL001" else "")
        return notes, None


def _parse(notes: ReadNotes, text: str | None, record: type, known: KNOWN) -> _Parsed:
    if text is None:
        return _Parsed(None, [], notes)
    for ids in known.values():
        # a place means something in its own file only
        ids.update(dict.fromkeys(ids, 0))
    reader = YamlReader(text, notes, known)
    return _Parsed(reader.read(record), reader.pending, notes)


def _resolve(file: _Parsed, known: KNOWN, unread: set[str]) -> bool:
    """Note the references that lead nowhere; return whether some are held back, for what they mean was not read."""
    # what stopped in the middle of a file may have been declared further down
    lost = [ref for ref in file.pending if ref.value not in known[ref.target]] if file.record else []
    for ref in lost:
        if ref.target not in unread:
            file.notes.unknown_ref(ref.sted, ref.target, ref.value, known[ref.target], ref.plan, ref.section)
    return any(ref.target in unread for ref in lost)


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Let nobody look for what has gone, while something is made of many records."""
    # measured: with many records alive the cyclic collector is most of the reading time, and nothing read is cyclic
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
