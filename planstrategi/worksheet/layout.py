"""How a worksheet of judgements is laid out: what both who writes it and who reads it must agree on."""

from typing import NamedTuple

from openpyxl.utils import get_column_letter

GUIDE, PAIRS, ORIGIN = "Slik gjør du", "Vurderinger", "_utgangspunkt"
FIRST_ROW = 2


class Column(NamedTuple):
    """A column: its heading, how wide it is (in letters), and whether the advisor fills it in."""

    heading: str
    wide: float
    is_input: bool = False


COLUMNS = {
    "nr": Column("Nr.", 6),
    "plan": Column("Plan", 26),
    "rad": Column("Det planstrategien sier om planen", 52),
    "gruppe": Column("Gruppe", 24),
    "forventning": Column("Forventning", 52),
    "grad": Column("Grad nå", 12),
    "grunn": Column("Begrunnelse nå", 40),
    "ny_grad": Column("Ny grad", 10, True),
    "nytt_grunnlag": Column("Nytt grunnlag", 14, True),
    "ny_grunn": Column("Ny begrunnelse", 44, True),
    "plan_id": Column("plan_id", 22),
    "forventning_id": Column("forventning_id", 20),
}
# the facts of the set: its row in the guide, and what is to be written beside it
SET_FIELDS = {
    "hvem": (4, "Vurdert av (rolle, aldri navn på en person)"),
    "naar": (5, "Dato (ÅÅÅÅ-MM-DD)"),
    "grunnlag": (6, "Hva vurderingen bygger på"),
    "forelopig": (7, "Foreløpig (ja eller nei)"),
}


def cell_name(column: str, row: int) -> str:
    """Return a cell of the sheet of pairs as a spreadsheet names it: I12."""
    return f"{get_column_letter(list(COLUMNS).index(column) + 1)}{row}"
