"""How a worksheet of judgements is laid out: what both who writes it and who reads it must agree on."""

from collections.abc import Collection
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, GRUNNLAG

GUIDE, PAIRS, ORIGIN = "Slik gjør du", "Vurderinger", "_utgangspunkt"
FIRST_ROW = 2


class SheetColumn(NamedTuple):
    """A column: its heading, how wide it is (in letters), and whether the advisor fills it in.

    `felt` is the field of a judgement that it gives, `choices` what may be written, empty for any text.
    """

    heading: str
    wide: float
    is_input: bool = False
    felt: str = ""
    choices: Collection[str] = ()


SHEET_COLUMNS = {
    "nr": SheetColumn("Nr.", 6),
    "plan": SheetColumn("Plan", 26),
    "rad": SheetColumn("Det planstrategien sier om planen", 52),
    "gruppe": SheetColumn("Gruppe", 24),
    "forventning": SheetColumn("Forventning", 52),
    "grad": SheetColumn("Grad nå", 12),
    "grunn": SheetColumn("Begrunnelse nå", 40),
    "ny_grad": SheetColumn("Ny grad", 10, is_input=True, felt="grad", choices=GRAD),
    "nytt_grunnlag": SheetColumn("Nytt grunnlag", 14, is_input=True, felt="grunnlag", choices=GRUNNLAG),
    "ny_grunn": SheetColumn("Ny begrunnelse", 44, is_input=True, felt="grunn"),
    "plan_id": SheetColumn("plan_id", 22, felt="plan"),
    "forventning_id": SheetColumn("forventning_id", 20, felt="forventning"),
}


class Origin(NamedTuple):
    """What went out of a pair: a row of the hidden sheet, below the row that says whose it is."""

    plan_id: str
    forventning_id: str
    grad: str
    grunnlag: str
    grunn: str


def made_for(register: Register) -> dict[str, str | int]:
    """Return the first row of the hidden sheet: the number of the municipality, and the period."""
    return {"kommune": register.kommune.nummer, "fra": register.periode.fra, "til": register.periode.til}


class SetField(NamedTuple):
    """A fact of the set: its row in the guide, and what it asks for. The answer is written beside it."""

    row: int
    words: str

    @property
    def cell(self) -> str:
        """The cell of the answer."""
        return f"B{self.row}"


SET_FIELDS = {
    "hvem": SetField(4, "Vurdert av (rolle, aldri navn på en person)"),
    "naar": SetField(5, "Dato (ÅÅÅÅ-MM-DD)"),
    "grunnlag": SetField(6, "Hva vurderingen bygger på"),
    "forelopig": SetField(7, "Foreløpig (ja eller nei)"),
}


def cell_name(column: str, row: int) -> str:
    """Return a cell of the sheet of pairs as a spreadsheet names it: I12."""
    return f"{get_column_letter(list(SHEET_COLUMNS).index(column) + 1)}{row}"
