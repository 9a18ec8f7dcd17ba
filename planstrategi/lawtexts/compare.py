"""The law texts that the catalogue cites, as they were judged, against a law archive: what has changed since."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from planstrategi.lawtexts.archive import LawArchive
from planstrategi.lawtexts.compared import CHANGED, NOT_STORED, NOT_THERE, REPEALED, UNCHANGED, Compared, Suspect, become_of
from planstrategi.lawtexts.law import Law, normal
from planstrategi.lawtexts.stored import Place, Stored, Unusable, citations, read_catalogue, read_record, read_stored
from planstrategi.lawtexts.sweep import read_sweep
from planstrategi.model.data_files import KATALOGMAPPE
from planstrategi.model.judgements import LEGAL_JUDGEMENTS, Lovvurderingsfil
from planstrategi.model.problem import Problem, line_and_column
from planstrategi.reading.find_registers import all_registers, catalogue_folder, registers_in
from planstrategi.reading.text_file import is_absent, is_folder

TEXT_STATUSES = (UNCHANGED, CHANGED, REPEALED, NOT_THERE, NOT_STORED)
WIDTH, MOST_REMARKS = 101, 20


class Comparison(NamedTuple):
    """What was compared, in the order of the catalogue, what the sweep knows otherwise, and what people should know besides.

    `swept` are the places of the sweep that are not as they were, `problems` what is wrong in its file.
    """

    places: list[Compared]
    remarks: list[str]
    swept: Sequence[Compared] = ()
    problems: Sequence[Problem] = ()

    @property
    def changed(self) -> list[Compared]:
        """The places that are not as they were judged."""
        return [one for one in (*self.places, *self.swept) if one.status != UNCHANGED]


def compare(archive: Path, catalogue: Path, registers: Iterable[Path]) -> Comparison:
    """Compare the stored texts in a catalogue's folder with an archive, and find the judgements that rest on them.

    Raises ArchiveError or Unusable when there is nothing to compare.
    """
    read, stored, sweep = read_catalogue(catalogue), read_stored(catalogue), read_sweep(catalogue)
    cited, source, swept = citations(read), LawArchive(archive), list[Compared]()
    found: dict[Place, tuple[str, str]] = {}
    for law in source.laws(None if sweep else {place.lov for place in cited}):
        swept += sweep.held_against(law) if sweep else ()
        found |= {place: _compare(place, stored, law) for place in cited if place.lov == law.code}
    remarks = [*_missing_kinds(cited, source.codes), *source.passed]
    judged = list(_judgements(registers, remarks))
    places = []
    for place, ids in cited.items():
        status, diff = found.get(place) or (NOT_THERE if place in stored.prints else NOT_STORED, "")
        places.append(_resting(Compared(place.lov, place.sted, status, diff, tuple(ids), ()), judged))
    if sweep is None:
        return Comparison(places, remarks)
    swept = [_resting(one, judged) for one in (*swept, *sweep.not_met(source.codes))]
    remarks.insert(0, f"{len(sweep.read.dommer)} steder er sveipet; {len(swept)} er nye, endret eller borte.")
    return Comparison(places, remarks, swept, sweep.problems({krav.id for krav in read.krav}))


def _resting(place: Compared, judged: Iterable[Suspect]) -> Compared:
    return place._replace(vurderinger=tuple(one for one in judged if one.krav in place.krav and place.status != UNCHANGED))


def _compare(place: Place, stored: Stored, law: Law) -> tuple[str, str]:
    """Return what has become of a place, and how it differs."""
    section, judged = law.find(place.sted), stored.laws.get(place.lov)
    before = judged.find(place.sted) if judged and place in stored.prints else None
    if judged is None or before is None:
        return NOT_STORED, ""
    status = become_of(section, stored.prints[place])
    if section is None or status != CHANGED:
        return status, ""
    return status, _difference(judged.lines(before), law.lines(section), f"vurdert per {stored.per_dato}")


def _difference(before: Sequence[str], after: Sequence[str], old: str) -> str:
    """Return a unified diff by ledd, its long lines wrapped; what differs in white space alone is the same."""
    same = {normal(line): line for line in before}
    now = [same.get(normal(line), line) for line in after]
    lines = unified_diff(before, now, old, "arkivet", n=1, lineterm="")
    # what is wrapped goes on with the sign it began with
    return "\n".join(part for line in lines for part in wrap(line, WIDTH, subsequent_indent=line[0]))


def _missing_kinds(cited: Iterable[Place], codes: Iterable[str]) -> Iterator[str]:
    """Lovdata has one archive of acts and one of regulations."""
    met = {code[:3] for code in codes}
    for kind, name, other in (("LOV", "lover", "forskrifter"), ("FOR", "forskrifter", "lover")):
        if kind not in met and any(place.lov.startswith(kind) for place in cited):
            yield f"Arkivet har {other}, men ingen {name}. Legg begge Lovdatas arkiver i én mappe, og oppgi mappen."


def _judgements(registers: Iterable[Path], remarks: list[str]) -> Iterator[Suspect]:
    """Every legal judgement and omission of the registers; a file that cannot be read is remarked on, and hides nothing else."""
    for folder in registers:
        path = folder / LEGAL_JUDGEMENTS
        try:
            read = None if is_absent(path) else read_record(path, Lovvurderingsfil)
        except Unusable as unusable:
            remarks.append(f"{unusable}\nVurderingene i {path.as_posix()} er ikke med.")
            continue
        said = [(one, one.target[1], sett.id, "vurdering") for sett in (read.sett if read else ()) for one in sett.vurderinger]
        said += [(one, "", "", "utelatelse") for one in (read.utelatelser if read else ())]
        for one, plan, sett_id, slag in said:
            line = line_and_column(one.sted["krav"])[0]
            yield Suspect(folder.as_posix(), one.krav, plan, sett_id, path.as_posix(), line, slag)


def changes_as_text(comparison: Comparison) -> Iterator[str]:
    """Yield a line for each place that is not as it was, its diff, and then the judgements that rest on them."""
    for place in comparison.changed:
        known = (("krav", ", ".join(place.krav)), ("dom", place.dom), ("avtrykk nå", place.avtrykk))
        said = "; ".join(f"{name}: {value}" for name, value in known if value)
        yield f"{place.fil + ': ' if place.fil else ''}{place.lov} {place.sted}: {place.status} ({said})"
        if place.diff:
            yield place.diff
    for suspect, why in _resting_on(comparison.changed).items():
        of = f"mot {suspect.plan or 'ingen plan'} i settet {suspect.sett} " if suspect.sett else ""
        what = f"{suspect.slag.removesuffix('e')}en av {suspect.krav} {of}({suspect.register})"
        yield f"{suspect.fil}:{suspect.linje}: {what} må gjøres på nytt: {', '.join(why)}."


def _resting_on(changed: Iterable[Compared]) -> dict[Suspect, dict[str, None]]:
    found: dict[Suspect, dict[str, None]] = {}
    for place in changed:
        for suspect in place.vurderinger:
            found.setdefault(suspect, {})[f"{place.lov} {place.sted} er {place.status}"] = None
    return found


def remarks_and_summary(comparison: Comparison) -> Iterator[str]:
    """Yield the remarks, and a sentence that counts the places by status and the judgements to be made again."""
    yield from comparison.remarks[:MOST_REMARKS]
    if len(comparison.remarks) > MOST_REMARKS:
        yield f"… og {len(comparison.remarks) - MOST_REMARKS} til."
    counts = Counter(one.status for one in comparison.places)
    words = [f"{counts[status]} {status}" for status in TEXT_STATUSES if counts[status] or status != NOT_STORED]
    suspects = len(_resting_on(comparison.changed))
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
