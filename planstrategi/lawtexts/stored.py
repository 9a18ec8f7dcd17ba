"""What the project itself holds on law texts: the places the catalogue cites, and the texts it was judged against."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from planstrategi.lawtexts.law import Law, fingerprint
from planstrategi.lawtexts.law_markdown import read_markdown
from planstrategi.model.data_files import files_by_schema
from planstrategi.model.problem import problems_as_text
from planstrategi.model.requirements import Hjemmel, Lovkrav, Lovkravfil, Lovtekstfil
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import Unreadable, decode, is_absent, read_bytes
from planstrategi.reading.yaml_reader import YamlReader

CATALOGUE, INDEX_KIND, SWEEP = (files_by_schema()[name][0] for name in ("lovkrav", "lovtekst", "lovsveip"))
STORED, INDEX = INDEX_KIND.navn.split("/")


class Unusable(Exception):
    """A file of the project cannot be used; the message holds its problems."""


class Place(NamedTuple):
    """A place in a law: the law's code, and § 10-1, pkt. 4.2 or kap. 12."""

    lov: str
    sted: str


class Stored(NamedTuple):
    """The texts that were judged: the day they applied, and the law and fingerprint of each place."""

    per_dato: str
    laws: dict[str, Law]
    prints: dict[Place, str]


def read_record(path: Path, record: type) -> Any:
    """Return the record in a data file by itself; raise Unusable with the problems in it."""
    notes, found = ReadNotes(path.as_posix(), "LOV"), None
    try:
        found = YamlReader(decode(read_bytes(path)), notes, {}).read(record)
    except Unreadable as error:
        notes.unreadable(error)
    if notes.problems or found is None:
        raise Unusable("\n".join(problems_as_text(notes.problems)))
    return found


def read_catalogue(folder: Path) -> Lovkravfil:
    """Return the catalogue of requirements in a folder such as data/nasjonalt."""
    found: Lovkravfil = read_record(folder / CATALOGUE.navn, Lovkravfil)
    return found


def citations(catalogue: Lovkravfil) -> dict[Place, list[str]]:
    """Return the places the requirements cite, each with the ids of those that do, in the order of the catalogue."""
    found: dict[Place, dict[str, None]] = {}
    for krav in catalogue.krav:
        for hjemmel in (one for one in _read_texts(krav) if one.label):
            found.setdefault(Place(hjemmel.lov, hjemmel.label), {})[krav.id] = None
    return {cited: list(ids) for cited, ids in found.items()}


def _read_texts(krav: Lovkrav) -> Iterator[Hjemmel]:
    """A version that is only thought to have existed cites a text that nobody has read."""
    yield from krav.hjemmel
    for versjon in (one for one in krav.versjoner if one.sikkerhet == "bekreftet"):
        yield from versjon.hjemmel


def file_name(code: str) -> str:
    """Return the name of the file a law's stored text has: lov-2008-06-27-71.md of LOV-2008-06-27-71."""
    kind, date = code.split("-", 1)
    return f"{'lov' if kind == 'LOV' else 'forskrift'}-{date}.md"


def read_stored(folder: Path) -> Stored:
    """Return the stored texts in a catalogue's folder; raise Unusable when they and their index disagree."""
    if is_absent(folder / STORED / INDEX):
        raise Unusable(f"{(folder / STORED).as_posix()}: ingen lovtekster er lagret. {RENEW}")
    index: Lovtekstfil = read_record(folder / STORED / INDEX, Lovtekstfil)
    prints = {Place(one.lov, one.lovsted): one.avtrykk for one in index.tekster}
    laws = {code: _stored_law(folder / STORED / file_name(code)) for code in dict.fromkeys(cited.lov for cited in prints)}
    for cited, avtrykk in prints.items():
        section = laws[cited.lov].find(cited.sted)
        if section is None or fingerprint(section.text) != avtrykk:
            path = folder / STORED / file_name(cited.lov)
            raise Unusable(f"{path.as_posix()}: {cited.sted} stemmer ikke med {INDEX}. {RENEW}")
    return Stored(index.per_dato, laws, prints)


RENEW = "Lag dem på nytt med «python -m planstrategi.lawtexts.store ARKIV»."


def _stored_law(path: Path) -> Law:
    try:
        return read_markdown(decode(read_bytes(path)))
    except Unreadable:
        raise Unusable(f"{path.as_posix()} kan ikke leses. {RENEW}") from None
