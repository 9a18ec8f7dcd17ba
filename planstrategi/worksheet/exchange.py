"""What `vurder` does: what to judge goes out as a worksheet, and comes back as a set of judgements."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from planstrategi.analysis.shared.sentences import counted
from planstrategi.api import validate
from planstrategi.model import problem
from planstrategi.model.register import Register
from planstrategi.presentation.export import WRITERS
from planstrategi.reading.text_file import decode
from planstrategi.worksheet.forms import FORMS, Form, told
from planstrategi.worksheet.judgement_file import with_set
from planstrategi.worksheet.read import read_worksheet
from planstrategi.worksheet.workbook import CannotWrite
from planstrategi.worksheet.write import as_workbook


def sheet(register: Register, hva: str, everything: bool) -> tuple[bytes, str]:
    """Return the worksheet of a register as an xlsx file, and what it holds in a sentence."""
    rows = FORMS[hva].rows(register, everything)
    return as_workbook(register, hva, rows), told(register, hva, rows)


def take_in(file: Path, register: Register, folder: Path, written: str) -> tuple[str, str, bytes]:
    """Print what a filled-in worksheet changes, as `tekst`, `csv` or `json`; return the new text of the file of judgements.

    First comes the place of the file in the folder, last what stood in it; the text is empty for no change.
    Raises WorksheetRefused when the worksheet has problems, CannotWrite when the set cannot be added to the file.
    """
    form, sett, warnings = read_worksheet(file, register)
    # a set that says just the same
    if again := next((one.id for one in form.sets(register) if replace(one, id=sett.id) == sett), ""):
        print(f"Arket er tatt inn før, som settet {again}. Ingenting er endret.", file=sys.stderr)
        return form.kind.navn, "", b""
    for line in problem.problems_as_text(warnings):
        print(line, file=sys.stderr)
    print(WRITERS[written](form.changes(register, sett)).removesuffix("\n"))
    print(_summary(sett), file=sys.stderr)
    return form.kind.navn, *(_proposed(register, form, sett, folder) if sett.vurderinger else ("", b""))


def _summary(sett: Any) -> str:
    if not sett.vurderinger:
        return "Ingen rader i arket har noe nytt, så det er ingenting å ta inn."
    kind = "foreløpig" if sett.forelopig else "ikke foreløpig"
    number = counted(len(sett.vurderinger), "vurdering", "vurderinger")
    return f"Settet {sett.id}: {number} av {sett.hvem}, {sett.naar} ({kind})."


def _proposed(register: Register, form: Form, sett: Any, folder: Path) -> tuple[str, bytes]:
    """Return the text with the set in it, read again and found to hold just that, and what stood there."""
    navn, path = form.kind.navn, folder / form.kind.navn
    before = path.read_bytes() if path.exists() else b""
    text = with_set(before.decode("utf-8"), sett, form.kind)
    # decoded as a file is: what stands there may have letters that are not in NFC
    read = validate(folder, register.per_dato, {navn: decode(text.encode("utf-8"))}).register
    if not read or form.sets(read) != (*form.sets(register), sett):
        raise CannotWrite(f"Settet kan ikke legges til i {path.as_posix()}, slik filen er skrevet. Ingenting er endret.")
    return text, before
