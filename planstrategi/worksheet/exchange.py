"""What `vurder` does: the pairs to judge go out as a worksheet, and come back as a set of judgements."""

import sys
from dataclasses import replace
from pathlib import Path

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.analysis.alignment.judged_pairs import changes, worklist
from planstrategi.analysis.shared.sentences import counted
from planstrategi.api import validate
from planstrategi.model import problem
from planstrategi.model.dates import in_words
from planstrategi.model.judgements import JUDGEMENTS, Vurderingssett
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT
from planstrategi.presentation import export
from planstrategi.reading.text_file import decode
from planstrategi.worksheet.judgement_file import with_set
from planstrategi.worksheet.read import read_worksheet
from planstrategi.worksheet.write import as_workbook


class NoRoom(ValueError):
    """The file of judgements is not written so that a set can be added at its end."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"Settet kan ikke legges sist i {path}. Der må «sett:» være det siste i filen, og hvert sett begynne med "
            "to mellomrom, strek og mellomrom («  - id:»). Ingenting er endret."
        )


def sheet(register: Register, everything: bool) -> tuple[bytes, str]:
    """Return the worksheet of a register as an xlsx file, and what it holds in a sentence."""
    pairs = worklist(register, everything)
    unjudged = int((pairs["grad"] == IKKE_VURDERT).sum())
    outside = sum(one.gjelder is False for one in expected(register))
    said = f"{len(pairs)} par å vurdere, {unjudged} av dem er ikke vurdert før."
    if outside:
        said += f" {outside} forventninger gjelder ikke {in_words(register.per_dato)} og er ikke med (se --dato)."
    return as_workbook(register, pairs), said


def take_in(file: Path, register: Register, folder: Path, kind: str) -> str:
    """Print what a filled-in worksheet changes, as `text`, `csv` or `json`; return the new text of the file of judgements.

    The text is empty for no change. Raises WorksheetRefused when the worksheet has problems, NoRoom when the set cannot
    be added to the file.
    """
    sett, warnings = read_worksheet(file, register)
    # a set that says just the same
    if again := next((one.id for one in register.judgement_sets() if replace(one, id=sett.id) == sett), ""):
        print(f"Arket er tatt inn før, som settet {again}. Ingenting er endret.", file=sys.stderr)
        return ""
    for line in problem.problems_as_text(warnings):
        print(line, file=sys.stderr)
    print(getattr(export, f"as_{kind}")(changes(register, sett)).removesuffix("\n"))
    print(_summary(sett), file=sys.stderr)
    return _proposed(register, sett, folder) if sett.vurderinger else ""


def _summary(sett: Vurderingssett) -> str:
    if not sett.vurderinger:
        return "Ingen rader i arket har en ny grad, så det er ingenting å ta inn."
    kind = "foreløpig" if sett.forelopig else "ikke foreløpig"
    number = counted(len(sett.vurderinger), "vurdering", "vurderinger")
    return f"Settet {sett.id}: {number} av {sett.hvem}, {sett.naar} ({kind})."


def _proposed(register: Register, sett: Vurderingssett, folder: Path) -> str:
    """Return the file with the set in it, read again and found to hold just that."""
    path = folder / JUDGEMENTS
    text = with_set(path.read_bytes().decode("utf-8") if path.exists() else "", sett)
    # decoded as a file is: what stands there may have letters that are not in NFC
    read = validate(folder, register.per_dato, {JUDGEMENTS: decode(text.encode("utf-8"))}).register
    if not read or read.judgement_sets() != (*register.judgement_sets(), sett):
        raise NoRoom(path.as_posix())
    return text
