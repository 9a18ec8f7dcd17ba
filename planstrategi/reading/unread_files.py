"""What is never read although somebody may think so: said, so that nobody believes it is counted."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from unicodedata import normalize

from planstrategi.model.data_files import FILER, REGIONAL, files_in
from planstrategi.model.judgements import JUDGEMENT_FOLDER, JUDGEMENTS, LEGAL_JUDGEMENTS
from planstrategi.model.problem import ADVARSEL, FEIL, MERKNAD, Problem
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import UKJENT
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import is_absent, is_folder, shown_path

YAML, SAVED_AS = re.compile(r"[^.~].*\.ya?ml\b"), re.compile(r"\.(?:ya?ml|txt)\b")
# «-DESKTOP-AB12», « (1)», « - kopi», «_v2», «~», «.sync-conflict-…», and another ending
COPY = re.compile(r"[ ._~(-].*")
(COUNTY_FILE,) = (kind.navn for kind in files_in(REGIONAL))


def stray_files(folder: Path) -> list[Problem]:
    """Return what is wrong with the folder of judgements of a register's folder. Never raises."""
    judged = folder / JUDGEMENT_FOLDER
    near = [path for path in _inside(folder) if path != judged and is_folder(path) and path.name.lower().startswith("vurder")]
    folders = [problem for path in near for problem in _noted("FIL008", path, ADVARSEL, f"{path.name}; leses: {judged.name}")]
    if not is_absent(judged) and not is_folder(judged):
        return _noted("FIL005", judged, FEIL, judged.name)
    known = {folder / JUDGEMENTS, folder / LEGAL_JUDGEMENTS}
    found = [path for path in _inside(judged) if path not in known and YAML.match(path.name.lower())]
    return folders + [problem for path in found for problem in _noted("FIL006", path, MERKNAD, path.name)]


def near_names(folder: Path, mappe: str) -> list[Problem]:
    """Return the files of a folder that are not read though their name is nearly that of one that is, there or elsewhere.

    Never raises.
    """
    own = {Path(kind.navn).stem: kind.navn for kind in FILER if kind.mappe == mappe}
    # the register's own where several folders have one of the name
    read = {Path(kind.navn).stem: kind.sted for kind in reversed(FILER) if kind.felt != "lovtekst"} | own
    found = [(path, _meant(path, own, read)) for path in _inside(folder) if path not in {folder / navn for navn in own.values()}]
    return [one for path, meant in found if meant for one in _noted("FIL008", path, ADVARSEL, f"{path.name}; leses: {meant}")]


def _meant(path: Path, own: Iterable[str], read: Mapping[str, str]) -> str:
    """Return the data file, of those `read`, that a file seems to be or to be a copy of, or of its folder's `own` nearly is.

    What comes after the first word is what a program that synchronises, copies or saves puts there. Empty for none.
    """
    name = normalize("NFC", path.name.lower()).removeprefix("kopi av ").removeprefix("copy of ")
    if name.startswith(("~$", ".")) or is_folder(path) or not SAVED_AS.search(name):
        return ""
    copied = [stem for stem in read if name.startswith(stem) and COPY.fullmatch(name.removeprefix(stem))]
    close = copied or get_close_matches(name.partition(".")[0], list(own), 1, 0.77)
    return read[max(close, key=len)] if close else ""


def missing_county(register: Register, fil: Path, county: Path) -> list[Problem]:
    """Return that the county of a register has no catalogue, where there is a folder for counties. Never raises."""
    kommune = register.kommune
    if register.regionale or not is_folder(county.parent) or not (kommune and kommune.fylke) or kommune.fylke == UKJENT:
        return []
    known = [path.name for path in _inside(county.parent) if is_folder(path) and not is_absent(path / COUNTY_FILE)]
    # the counties that have one are told, but none is advised: it may well be another
    found = f"{kommune.fylke}; kataloger finnes for: {', '.join(known) or 'ingen'}"
    return _noted(
        "FIL007", fil, ADVARSEL, found, kommune.sted["fylke"], "også et fylke uten katalog, om ingen vurdering bruker den"
    )


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        # a folder that may not be looked into is FIL003 for each file that was wanted
        return []


def _noted(kode: str, path: Path, alvor: str, funnet: str, sted: int = 0, tillatt: str = "") -> list[Problem]:
    notes = ReadNotes(shown_path(path), "FOR")
    notes.whole_file(kode, funnet, sted=sted, tillatt=tillatt, alvor=alvor)
    return notes.problems
