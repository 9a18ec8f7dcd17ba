"""A workbook from outside → its three sheets, and the problems of its form. Nothing in it is trusted."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from planstrategi.checks.rule import KEEPER
from planstrategi.fields import STRANGE
from planstrategi.problem import Problem
from planstrategi.textfile import shown_path
from planstrategi.worksheet import COLUMNS, GUIDE, ORIGIN, PAIRS

# a worksheet of ten thousand pairs unpacks to some megabytes
UNPACKED_LIMIT, PARTS_LIMIT, ROW_LIMIT, COLUMN_LIMIT = 100_000_000, 200, 50_000, 50
# code -> (what is wrong, what to do); also what data/README.md prints
REGNEARK = {
    "FOR401": ("Filen er ikke et regneark fra «planstrategi vurder ut».", "Oppgi filen som gikk ut, lagret som .xlsx."),
    "FOR402": ("Regnearket er for stort.", "Kontroller at det er arket fra «planstrategi vurder ut»."),
    "FOR403": (
        "Overskriftene i arket er endret, eller en kolonne er flyttet.",
        "Sett kolonnene tilbake slik de gikk ut.",
    ),
    "FOR404": ("Id-en i raden er endret.", "Sett id-en tilbake."),
    "FOR405": ("Raden var ikke med i arket som gikk ut.", "Slett raden."),
    "FOR406": ("Cellen har en formel.", "Skriv verdien selv."),
    "FOR407": ("Verdien er ikke en av dem som kan velges.", "Velg fra listen i cellen."),
    "FOR408": ("Cellen må fylles ut.", "Fyll ut cellen, eller tøm hele raden."),
    "FOR409": ("Arket hører til et annet register.", "Oppgi registeret arket er laget av."),
    "FOR410": ("Planen eller forventningen finnes ikke lenger i registeret eller katalogene.", "Lag arket på nytt."),
    "FOR411": (
        "Datoen er eldre enn den siste vurderingen, som derfor ville telle i stedet.",
        "Skriv dagen vurderingen ble gjort.",
    ),
}


class WorksheetRefused(Exception):
    """The worksheet has problems, and nothing of it is taken in. `problemer` holds them all, in order."""

    def __init__(self, problemer: list[Problem]) -> None:
        super().__init__()
        self.problemer = sorted(problemer)


class Workbook(NamedTuple):
    """The three sheets of a worksheet: what the advisor says of the set, the pairs, and what went out."""

    guide: Worksheet
    pairs: Worksheet
    origin: Worksheet


class Notes:
    """The problems of a worksheet, as they are found."""

    def __init__(self, path: Path) -> None:
        self.fil = shown_path(path)
        self.problems: list[Problem] = []

    def add(self, kode: str, ark: str, cell: str = "A1", funnet: str = "", tillatt: str = "") -> None:
        """Note a problem at a cell."""
        melding, skriv = REGNEARK[kode]
        column, row = ord(cell[0]) - ord("A") + 1, int(cell[1:])
        where = f"arket {ark}, celle {cell}{': ' if funnet else ''}{funnet}" if ark else funnet
        self.problems.append(
            Problem(self.fil, row, column, kode, "feil", "", "", melding, where, tillatt, skriv, KEEPER)
        )


def open_workbook(notes: Notes, path: Path) -> Workbook:
    """Return the sheets of a worksheet; raise WorksheetRefused where it is none, or too large."""
    try:
        with ZipFile(path) as parts:
            sizes = [part.file_size for part in parts.infolist()]
        if sum(sizes) > UNPACKED_LIMIT or len(sizes) > PARTS_LIMIT:
            notes.add("FOR402", "")
            raise WorksheetRefused(notes.problems)
        book = load_workbook(path, keep_links=False)
        found = [book[name] for name in (GUIDE, PAIRS, ORIGIN)]
        is_large = any(one.max_row > ROW_LIMIT or one.max_column > COLUMN_LIMIT for one in found)
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError, EOFError):
        # what openpyxl raises for a file that is no workbook, or a broken one
        notes.add("FOR401", "")
        raise WorksheetRefused(notes.problems) from None
    except OSError as error:
        # openpyxl raises it, without a number, for an archive with no workbook in it
        if error.errno is not None:
            raise
        notes.add("FOR401", "")
        raise WorksheetRefused(notes.problems) from None
    if is_large or not all(isinstance(one, Worksheet) for one in found):
        notes.add("FOR402" if is_large else "FOR401", "")
        raise WorksheetRefused(notes.problems)
    return Workbook(found[0], found[1], found[2])


def note_formulas(notes: Notes, *found: Worksheet) -> None:
    """Note every formula: what it shows is not what it says."""
    for one in found:
        for row in one.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    notes.add("FOR406", one.title, cell.coordinate, str(cell.value)[:60])


def note_headings(notes: Notes, pairs: Worksheet) -> None:
    """Note every heading that is not the one that went out."""
    for number, column in enumerate(COLUMNS.values(), start=1):
        value = text_of(pairs.cell(1, number).value)
        if value != column.heading:
            notes.add("FOR403", PAIRS, pairs.cell(1, number).coordinate, f"«{value}»", f"«{column.heading}»")


def text_of(value: Any) -> str:
    """Return what a person sees in a cell: without the blanks around it, and without signs that nobody sees."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else re.sub(r"\s+", " ", STRANGE.sub("", normalize("NFC", str(value)))).strip()
