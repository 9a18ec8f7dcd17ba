"""What is never read although somebody may think so: said, so that nobody believes it is counted."""

from difflib import get_close_matches
from pathlib import Path

from planstrategi.model.data_files import REGIONAL, files_in
from planstrategi.model.judgements import JUDGEMENT_FOLDER, JUDGEMENTS, LEGAL_JUDGEMENTS
from planstrategi.model.problem import ADVARSEL, FEIL, MERKNAD, Problem
from planstrategi.model.register import Register
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.text_file import FIL, is_absent, is_folder, shown_path

(COUNTY_FILE,) = (kind.navn for kind in files_in(REGIONAL))


def stray_files(folder: Path) -> list[Problem]:
    """Return what is wrong with the folder of judgements of a register's folder. Never raises."""
    judged = folder / JUDGEMENT_FOLDER
    if not is_folder(judged):
        return [] if is_absent(judged) else _noted("FIL005", judged, FEIL)
    known = {folder / JUDGEMENTS, folder / LEGAL_JUDGEMENTS}
    found = [path for path in _inside(judged) if path.suffix.lower() in (".yaml", ".yml") and path not in known]
    return [problem for path in found for problem in _noted("FIL006", path, MERKNAD)]


def missing_county(register: Register, fil: Path, county: Path) -> list[Problem]:
    """Return that the county of a register has no catalogue, where there is a folder for counties. Never raises."""
    kommune = register.kommune
    if register.regionale or not is_folder(county.parent) or not (kommune and kommune.fylke):
        return []
    known = [path.name for path in _inside(county.parent) if is_folder(path) and not is_absent(path / COUNTY_FILE)]
    close = get_close_matches(kommune.fylke, known, 1)
    notes = ReadNotes(shown_path(fil), "REG")
    melding, skriv = FIL["FIL007"]
    words = melding, kommune.fylke, ", ".join(known), f"Mente du {close[0]}?" if close else skriv
    notes.add("FIL007", kommune.sted["fylke"], *words, alvor=ADVARSEL)
    return notes.problems


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        # a folder that may not be looked into is FIL003 for each file that was wanted
        return []


def _noted(kode: str, path: Path, alvor: str) -> list[Problem]:
    notes = ReadNotes(shown_path(path), "FOR")
    notes.whole_file(kode, path.name, alvor=alvor)
    return notes.problems
