"""The colours of a table's columns → which are the ground a column is printed on, and which are marks."""

from collections.abc import Sequence

from planstrategi.intake.columns import AAR, FoundColumn, Layout
from planstrategi.intake.document import PrintedCell, PrintedRow


def grounds_of(rows: Sequence[PrintedRow], layout: Layout, name: int) -> tuple[dict[int, str], set[FoundColumn]]:
    """Return the ground of each column that has one, and the columns of years where every cell is coloured and it may be a mark.

    A colour that stands beside white cells of a year is a mark. Where all of a column has one colour, it is the ground when
    its heading has it too, or when no year is white; else nobody can tell. Of several colours and no white, the ground is the
    one that the years have most of.
    """
    data = rows[layout.etter :]
    told = [row for row in data if sum(bool(text.strip()) for text in row.texts) > 1] or data
    cells = {at: [one.farge for row in told for one in row.celler[at : at + 1] if not _as_its_row(row, one, name)]
             for at in range(len(layout.kolonner))}  # fmt: skip
    years = layout.of(AAR)
    marking = {colour for at in years if "" in cells[at] for colour in cells[at]}
    of_years = [colour for at in years for colour in cells[at]]
    whole = {at: max(colours, key=(of_years if at in years else colours).count)
             for at, colours in cells.items() if colours and "" not in colours}  # fmt: skip
    heading = {(at, cell.farge) for row in rows[layout.forste : layout.etter] for at, cell in enumerate(row.celler)}
    asked = {at for at, colour in whole.items() if at in years and marking and not {(at, colour)} & heading}
    grounds = {at: colour for at, colour in whole.items() if colour not in marking and at not in asked}
    mixed = {at for at in years if at in whole and len(set(cells[at])) > 1}
    return grounds, {layout.kolonner[at] for at in asked | mixed if whole[at] not in marking}


def _as_its_row(row: PrintedRow, cell: PrintedCell, name: int) -> bool:
    return bool(cell.farge) and cell.farge == row.celler[name].farge
