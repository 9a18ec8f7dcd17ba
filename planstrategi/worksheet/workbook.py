"""A workbook from outside → its sheets, and the problems of its form. Nothing in it is trusted."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.escape import unescape

from planstrategi.model.fields import STRANGE
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, Problem, errors, gravest_first
from planstrategi.model.register import Register
from planstrategi.reading.codes import CODES
from planstrategi.reading.office_file import is_too_large
from planstrategi.reading.text_file import shown_path
from planstrategi.worksheet.layout import GUIDE, LISTS, SheetColumn, cell_name, made_for

# a worksheet of ten thousand pairs unpacks to some megabytes
UNPACKED_LIMIT, PARTS_LIMIT, ROW_LIMIT, COLUMN_LIMIT = 100_000_000, 200, 50_000, 60


class WorksheetRefused(Exception):
    """The worksheet has problems, and nothing of it is taken in. `problemer` holds them all, in order."""

    def __init__(self, problemer: list[Problem]) -> None:
        super().__init__()
        self.problemer = gravest_first(problemer)


class CannotWrite(ValueError):
    """What is asked for cannot be written; the message says why, and what to do."""


class SheetCells(NamedTuple):
    """The cells of a sheet that hold something: their value and openpyxl's letter for its kind, by row and column."""

    name: str
    cells: dict[tuple[int, int], tuple[Any, str]]

    def text(self, row: int, column: int) -> str:
        """Return what a person sees in a cell, empty when it holds nothing."""
        return text_of(self.cells.get((row, column), (None, ""))[0])

    def lines(self, row: int, column: int) -> str:
        """Return what a person sees in a cell, line by line."""
        return lines_of(self.cells.get((row, column), (None, ""))[0])

    def row(self, number: int, columns: Iterable[str]) -> dict[str, str]:
        """Return what a person sees in a row, by the names of its columns."""
        return {name: self.text(number, at) for at, name in enumerate(columns, start=1)}

    @property
    def last_row(self) -> int:
        """Return the last row that holds something."""
        return max((row for row, _ in self.cells), default=0)


class Notes:
    """The problems of a worksheet, as they are found; `family` is what the codes of its kind begin with."""

    def __init__(self, path: Path, family: str = "FOR") -> None:
        self.fil, self.family = shown_path(path), family
        self.problems: list[Problem] = []
        self.formulas: set[tuple[str, str]] = set()
        self.rows: set[tuple[str, int]] = set()

    @property
    def failed(self) -> bool:
        """Whether nothing can be taken in."""
        return bool(errors(self.problems))

    def add(self, number: str, ark: str, cell: str = "A1", funnet: str = "", tillatt: str = "", meant: str = "") -> None:
        """Note a problem at a cell; rows that are missing or moved, and sheets of others, are no error."""
        if (ark, cell) in self.formulas:
            return
        kode = self.family + number
        melding, skriv = CODES[kode]
        melding += f" Mente du «{meant}»?" if meant else ""
        alvor = ADVARSEL if number in ("412", "413") else FEIL
        row, column = coordinate_to_tuple(cell)
        self.rows.add((ark, row))
        where = f"arket {ark}, celle {cell}{': ' if funnet else ''}{funnet}" if ark else funnet
        self.problems.append(Problem(self.fil, row, column, kode, alvor, "", "", melding, where, tillatt, skriv, KEEPER))

    def refuse(self, number: str) -> WorksheetRefused:
        """Return the refusal of the whole file."""
        self.add(number, "")
        return WorksheetRefused(self.problems)


def open_workbook(notes: Notes, path: Path, wanted: Iterable[str], optional: Iterable[str]) -> list[SheetCells]:
    """Return the sheets of a worksheet that are wanted, and those of the optional ones that it has.

    Raises WorksheetRefused where it is none, or too large.
    """
    if path.is_fifo():
        # nobody may ever write to it
        raise notes.refuse("401")
    # a file that is not there, or may not be read, is no matter of its contents
    with path.open("rb") as file:
        try:
            with ZipFile(file) as parts:
                if is_too_large(parts, UNPACKED_LIMIT, PARTS_LIMIT):
                    raise notes.refuse("402")
            # read only: the cells come as they are read, and no merged area is ever laid out
            book = load_workbook(file, read_only=True, keep_links=False)
            there = [name for name in optional if name in book.sheetnames]
            for name in sorted({*book.sheetnames} - {*wanted, *optional, GUIDE, LISTS}):
                notes.add("413", name)
            return [_grid(notes, book[name]) for name in (*wanted, *there)]
        except WorksheetRefused:
            raise
        except Exception:
            # zipfile and openpyxl raise some twenty kinds for a file that is no workbook, or a broken one
            raise notes.refuse("401") from None


def note_origin(notes: Notes, origin: SheetCells, register: Register, kinds: Collection[str]) -> str:
    """Return what kind of worksheet it was that went out, and note where it was made of another register.

    Raises WorksheetRefused for none of the kinds.
    """
    whose = {name: str(value) for name, value in made_for(register).items()}
    stated = origin.row(1, [*whose, "hva"])
    if (kind := stated.pop("hva")) not in kinds:
        raise notes.refuse("401")
    if stated != whose:
        notes.add("409", "", funnet=" ".join(stated.values()).strip())
    return kind


def _grid(notes: Notes, sheet: Any) -> SheetCells:
    met = (cell for row in sheet.iter_rows(max_row=ROW_LIMIT + 1, max_col=COLUMN_LIMIT + 1) for cell in row)
    cells = {(cell.row, cell.column): (cell.value, cell.data_type) for cell in met if cell.value is not None}
    if any(row > ROW_LIMIT or column > COLUMN_LIMIT for row, column in cells) or sheet.max_row > ROW_LIMIT:
        raise notes.refuse("402")
    return SheetCells(sheet.title, cells)


def note_formulas(notes: Notes, *sheets: SheetCells) -> None:
    """Note every formula, for what it shows is not what it says, and every error that one has left."""
    for sheet in sheets:
        for (row, column), (value, kind) in sheet.cells.items():
            if kind in ("f", "e"):
                cell = f"{get_column_letter(column)}{row}"
                notes.add("406", sheet.name, cell, str(getattr(value, "text", value))[:60])
                notes.formulas.add((sheet.name, cell))


def note_headings(notes: Notes, judged: SheetCells, columns: Mapping[str, SheetColumn]) -> None:
    """Note every heading that is not the one that went out."""
    for name, value in judged.row(1, columns).items():
        if value != columns[name].heading:
            notes.add("403", judged.name, cell_name(columns, name, 1), f"«{value}»", f"«{columns[name].heading}»")


def text_of(value: Any) -> str:
    """Return what a person sees in a cell: without the blanks around it, and without signs that nobody sees."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else normalize("NFC", unescape(str(value)))
    return STRANGE.sub("", " ".join(text.split())).strip()


def lines_of(value: Any) -> str:
    """Return what a person sees in a cell, or in a text of the register, line by line and without empty lines."""
    parts = unescape(value).splitlines() if isinstance(value, str) else [value]
    return "\n".join(filter(None, map(text_of, parts)))
