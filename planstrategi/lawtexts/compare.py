"""The law texts that the catalogue cites, as they were judged, against a law archive: what has changed since."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from textwrap import wrap
from typing import Any, NamedTuple

from planstrategi.lawtexts.archive import LawArchive
from planstrategi.lawtexts.law import Law, fingerprint, normal
from planstrategi.lawtexts.stored import Place, Stored, Unusable, citations, read_catalogue, read_record, read_stored
from planstrategi.model.data_files import KATALOGMAPPE
from planstrategi.model.judgements import LEGAL_JUDGEMENTS, Lovvurderingsfil
from planstrategi.model.problem import line_and_column
from planstrategi.reading.find_registers import all_registers, catalogue_folder, registers_in
from planstrategi.reading.text_file import is_absent, is_folder

UNCHANGED, CHANGED, REPEALED = "uendret", "endret", "opphevet"
NOT_THERE, NOT_STORED = "ikke i arkivet", "ikke lagret"
TEXT_STATUSES = (UNCHANGED, CHANGED, REPEALED, NOT_THERE, NOT_STORED)
WIDTH, MOST_REMARKS = 100, 20


class Suspect(NamedTuple):
    """A judgement that rests on a text that has changed: whose, of what, and where it stands."""

    register: str
    krav: str
    plan: str
    sett: str
    fil: str
    linje: int


class Compared(NamedTuple):
    """A place in a law, what has become of it, how it differs, and what rests on it."""

    lov: str
    sted: str
    status: str
    diff: str
    krav: tuple[str, ...]
    vurderinger: tuple[Suspect, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as they go into JSON: unknown as None."""
        return {**self._asdict(), "diff": self.diff or None, "vurderinger": [one._asdict() for one in self.vurderinger]}


class Comparison(NamedTuple):
    """What was compared, in the order of the catalogue, and what people should know besides."""

    places: list[Compared]
    remarks: list[str]

    @property
    def changed(self) -> list[Compared]:
        """The places that are not as they were judged."""
        return [one for one in self.places if one.status != UNCHANGED]


def compare(archive: Path, catalogue: Path, registers: Iterable[Path]) -> Comparison:
    """Compare the stored texts in a catalogue's folder with an archive, and find the judgements that rest on them.

    Raises ArchiveError or Unusable when there is nothing to compare.
    """
    cited, stored = citations(read_catalogue(catalogue)), read_stored(catalogue)
    source = LawArchive(archive)
    found: dict[Place, tuple[str, str]] = {}
    for law in source.laws({place.lov for place in cited}):
        found |= {place: _compare(place, stored, law) for place in cited if place.lov == law.code}
    remarks = [*_missing_kinds(cited, source.codes), *source.passed]
    judged = list(_judgements(registers, remarks))
    places = []
    for place, ids in cited.items():
        status, diff = found.get(place) or (NOT_THERE if place in stored.prints else NOT_STORED, "")
        suspects = tuple(one for one in judged if one.krav in ids and status != UNCHANGED)
        places.append(Compared(place.lov, place.sted, status, diff, tuple(ids), suspects))
    return Comparison(places, remarks)


def _compare(place: Place, stored: Stored, law: Law) -> tuple[str, str]:
    """Return what has become of a place, and how it differs."""
    section, judged = law.find(place.sted), stored.laws.get(place.lov)
    before = judged.find(place.sted) if judged and place in stored.prints else None
    if judged is None or before is None:
        return NOT_STORED, ""
    if section is None:
        return NOT_THERE, ""
    if fingerprint(section.text) == stored.prints[place]:
        return UNCHANGED, ""
    if section.repealed:
        return REPEALED, ""
    return CHANGED, _difference(judged.lines(before), law.lines(section), f"vurdert per {stored.per_dato}")


def _difference(before: Sequence[str], after: Sequence[str], old: str) -> str:
    """Return a unified diff by ledd, its long lines wrapped; what differs in white space alone is the same."""
    same = {normal(line): line for line in before}
    now = [same.get(normal(line), line) for line in after]
    lines = unified_diff(before, now, old, "arkivet", n=1, lineterm="")
    return "\n".join(part for line in lines for part in _wrapped(line))


def _wrapped(line: str) -> list[str]:
    if line.startswith(("---", "+++", "@@")):
        return [line]
    return [line[0] + part for part in wrap(line[1:], WIDTH) or [""]]


def _missing_kinds(cited: Iterable[Place], codes: Iterable[str]) -> Iterator[str]:
    """Lovdata has one archive of acts and one of regulations."""
    met = {code[:3] for code in codes}
    for kind, name, other in (("LOV", "lover", "forskrifter"), ("FOR", "forskrifter", "lover")):
        if kind not in met and any(place.lov.startswith(kind) for place in cited):
            yield f"Arkivet har {other}, men ingen {name}. Legg begge Lovdatas arkiver i én mappe, og oppgi mappen."


def _judgements(registers: Iterable[Path], remarks: list[str]) -> Iterator[Suspect]:
    """Every legal judgement of the registers; a file that cannot be read is remarked on, and hides nothing else."""
    for folder in registers:
        path = folder / LEGAL_JUDGEMENTS
        try:
            read = None if is_absent(path) else read_record(path, Lovvurderingsfil)
        except Unusable as unusable:
            remarks.append(f"{unusable}\nVurderingene i {path.as_posix()} er ikke med.")
            continue
        for sett in read.sett if read else ():
            for vurdering in sett.vurderinger:
                line = line_and_column(vurdering.sted["krav"])[0]
                yield Suspect(folder.as_posix(), vurdering.krav, vurdering.target[1], sett.id, path.as_posix(), line)


def changes_as_text(comparison: Comparison) -> Iterator[str]:
    """Yield a line for each place that is not as it was, its diff, and then the judgements that rest on them."""
    for place in comparison.changed:
        yield f"{place.lov} {place.sted}: {place.status} (krav: {', '.join(place.krav)})"
        if place.diff:
            yield place.diff
    for suspect, why in _resting_on(comparison.changed).items():
        yield (
            f"{suspect.fil}:{suspect.linje}: vurderingen av {suspect.krav} mot {suspect.plan or 'ingen plan'} "
            f"i settet {suspect.sett} ({suspect.register}) må gjøres på nytt: {', '.join(why)}."
        )


def _resting_on(changed: Iterable[Compared]) -> dict[Suspect, list[str]]:
    found: dict[Suspect, list[str]] = {}
    for place in changed:
        for suspect in place.vurderinger:
            found.setdefault(suspect, []).append(f"{place.lov} {place.sted} er {place.status}")
    return found


def remarks_and_summary(comparison: Comparison) -> Iterator[str]:
    """Yield the remarks, and a sentence that counts the places by status and the judgements to be made again."""
    yield from comparison.remarks[:MOST_REMARKS]
    if len(comparison.remarks) > MOST_REMARKS:
        yield f"… og {len(comparison.remarks) - MOST_REMARKS} til."
    counts = Counter(one.status for one in comparison.places)
    words = [f"{counts[status]} {status}" for status in TEXT_STATUSES if counts[status] or status != NOT_STORED]
    suspects = len(_resting_on(comparison.places))
    judgements = f"{suspects} vurdering{'er' * (suspects != 1)}"
    yield f"{len(comparison.places)} steder: {', '.join(words[:-1])} og {words[-1]}. {judgements} må gjøres på nytt."


def folders(register: str | None, katalog: str | None) -> tuple[Path, list[Path]]:
    """Return the catalogue's folder and those of the registers: all that lie beside it, or those that are asked for.

    Raises Unusable when there is none where one is asked for.
    """
    found = registers_in(register) if register else []
    if register and (not found or is_absent(found[0])):
        raise Unusable(f"{Path(register).as_posix()}: her er ikke noe register. Oppgi mappen med register.yaml.")
    root = Path(katalog or "data")
    named = root / KATALOGMAPPE if is_folder(root / KATALOGMAPPE) else root
    catalogue = named if katalog or not found else catalogue_folder(found[0])
    return catalogue, [fil.parent for fil in found or all_registers(catalogue.parent)]
