"""How a worksheet of judgements is laid out: what both who writes it and who reads it must agree on."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from planstrategi.model.register import Register
from planstrategi.worksheet.field_label import SHEET_WORDS

# what settles most stands on the first sheet of judgements, the rest on the second
GUIDE, FIRST_SHEET, SECOND_SHEET, ORIGIN = "Slik gjør du", "Vurderinger", "Flere vurderinger", "_utgangspunkt"
SHEETS = (FIRST_SHEET, SECOND_SHEET)
# the choices of a register, which only it has
LISTS = "_lister"
FIRST_ROW, MOST_ON_FIRST_SHEET = 2, 60


class SheetColumn(NamedTuple):
    """A column: its heading, how wide it is (in letters), and whether the advisor fills it in.

    `felt` is the field of a judgement that it gives, `choices` what may be written, empty for any text. What names the
    row for the reading stands last, and is not printed.
    """

    heading: str
    wide: float
    is_input: bool = False
    felt: str = ""
    choices: Collection[str] = ()

    @property
    def is_id(self) -> bool:
        """Whether it names what is judged."""
        return bool(self.felt) and not self.is_input


def made_for(register: Register) -> dict[str, str | int]:
    """Return what the first row of the hidden sheet begins with: the number of the municipality, and the period."""
    return {"kommune": register.kommune.nummer, "fra": register.periode.fra, "til": register.periode.til}


# the facts of the set: the cell of the guide that each is written in, and what stands before it
SET_FIELDS: dict[str, tuple[str, str]] = SHEET_WORDS["settet"]
GUIDE_ROW = 9


def cell_name(columns: Iterable[str], column: str, row: int) -> str:
    """Return a cell of a sheet of judgements as a spreadsheet names it: I12."""
    return f"{get_column_letter(list(columns).index(column) + 1)}{row}"


def in_list(word: str) -> str:
    """Return a fixed word as the lists of a sheet have it: ikke aktuelt."""
    return word.replace("_", " ")
