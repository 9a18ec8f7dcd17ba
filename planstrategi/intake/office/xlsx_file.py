"""A workbook → its sheets as they are seen: a table for each block of rows, lines that stand alone as paragraphs."""

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter

from planstrategi.intake.cells import struck_out
from planstrategi.intake.columns import MAYBE_NAME, NAVN, column_of
from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.words import meets, word_list

_WHITE = ("00000000", "FFFFFFFF", "00FFFFFF")


def read_xlsx(path: Path) -> Document:
    """Return what stands in the sheets of a workbook that are not hidden, with the values that its formulas had last."""
    book = load_workbook(path, data_only=True, keep_links=False, rich_text=True)
    hidden = [f"Arket {one.title} er skjult, og er ikke lest." for one in book.worksheets if one.sheet_state != "visible"]
    sheets = {sheet.title: _rows(sheet, hidden) for sheet in book.worksheets if sheet.sheet_state == "visible"}
    parts = (part for title, rows in sheets.items() for table in _beside(rows) for part in _parts(title, table))
    return Document(path.name, tuple(parts), tuple(hidden))


def _beside(rows: dict[int, list[PrintedCell]]) -> Iterator[dict[int, list[PrintedCell]]]:
    """The rows of each of the tables that stand beside each other: one of plans, or a legend, begins after an empty column."""
    columns = [*zip(*rows.values(), strict=True)]
    titles = [next((cell.tekst for cell in cells if cell.tekst), "") for cells in columns]
    named = [column_of(one).rolle in (NAVN, MAYBE_NAME) or bool(meets(word_list().forklaring, one)) for one in titles]
    begins = [at for at in range(3, len(columns)) if not titles[at - 1] and any(named[at : at + 2])]
    for first, last in pairwise([0, *begins, len(columns)]):
        yield {number: [*[PrintedCell("")] * first, *cells[first:last]] for number, cells in rows.items()}


def _parts(title: str, rows: dict[int, list[PrintedCell]]) -> Iterator[Paragraph | PrintedTable]:
    filled = [at for row in rows.values() for at, cell in enumerate(row) if cell.tekst or cell.flettet]
    if not filled:
        return
    first, last = min(filled), max(filled) + 1
    yield Paragraph(f"ark {title}", title, True)
    # what stands above the first row of several texts is a title
    begins = next((number for number, cells in rows.items() if any(cell.tekst for cell in cells[first + 1 :])), 0)
    for (empty, _), block in groupby(rows.items(), key=lambda row: (not any(cell.tekst for cell in row[1]), row[0] < begins)):
        lines = [(number, cells[first:last]) for number, cells in block]
        # cells of several colours below each other explain them
        colours = {cell.farge for _, cells in lines for cell in cells if cell.tekst and cell.farge}
        if all(_is_alone(cells) for _, cells in lines) and len(colours) < 2:
            told = ((_place(title, number, first, cells), cell) for number, cells in lines for cell in cells if cell.tekst)
            yield from (Paragraph(place, cell.tekst, cell.fet) for place, cell in told)
        elif not empty:
            printed = tuple(PrintedRow(_place(title, number, first, cells), tuple(cells)) for number, cells in lines)
            yield PrintedTable(printed[0].sted, printed)


def _is_alone(cells: list[PrintedCell]) -> bool:
    """Whether a row has one text, that explains no coloured cell before it."""
    filled = [cell.tekst for cell in cells if cell.tekst or cell.farge]
    return bool(filled and filled[0]) and sum(map(bool, filled)) == 1


def _place(title: str, number: int, first: int, cells: list[PrintedCell]) -> str:
    at = next((at for at, cell in enumerate(cells) if cell.tekst), 0)
    return f"ark {title}, celle {get_column_letter(first + at + 1)}{number}"


def _rows(sheet: Any, hidden: list[str]) -> dict[int, list[PrintedCell]]:
    """The rows of a sheet that are seen; what is hidden is told, a column by its heading."""
    areas = [(cell, area.min_row, area.min_col) for area in sheet.merged_cells.ranges for cell in area.cells]
    merged = {cell: "venstre" if cell[0] == row else "over" for cell, row, column in areas if cell != (row, column)}
    rows, told = dict[int, list[PrintedCell]](), dict[str, str]()
    columns = {at - 1 for one in sheet.column_dimensions.values() if one.hidden for at in range(one.min, one.max + 1)}
    for row in filter(None, sheet.iter_rows()):
        number, cells = row[0].row, [_cell(cell, merged.get((cell.row, cell.column), "")) for cell in row]
        if sheet.row_dimensions[number].hidden:
            told[f"Rad {number}"] = " | ".join(cell.tekst for cell in cells if cell.tekst)
            continue
        rows[number] = [PrintedCell("") if at in columns else cell for at, cell in enumerate(cells)]
        told |= {f"Kommentaren i {cell.coordinate}": cell.comment.text for cell in row if cell.comment}
        under = ((at, cell.tekst) for at, cell in enumerate(cells) if at in columns and cell.tekst)
        told = {f"Kolonne {get_column_letter(at + 1)}": text for at, text in under} | told
    hidden += [f"{place} i arket {sheet.title} er skjult, og er ikke lest: {text}" for place, text in told.items() if text]
    return rows


def _cell(cell: Any, flettet: str) -> PrintedCell:
    if flettet or (cell.value is None and not cell.has_style):
        return PrintedCell("", "", flettet)
    parts = cell.value if isinstance(cell.value, CellRichText) else [cell.value]
    told = [(printed(getattr(one, "text", one), cell.number_format), getattr(one, "font", cell.font)) for one in parts]
    text = "".join(struck_out(one) if font and font.strike else one for one, font in told).strip()
    return PrintedCell(text, _colour(cell.fill), "", bool(cell.font and cell.font.b))


def _colour(fill: Any) -> str:
    if not fill or fill.fill_type != "solid":
        return ""
    ground = fill.fgColor
    told = str(ground.rgb if ground.type == "rgb" else f"{ground.type} {ground.value} {ground.tint:.2f}")
    return "" if told in (*_WHITE, "theme 0 0.00", "indexed 64 0.00", "indexed 9 0.00") else told


def printed(value: Any, number_format: str = "") -> str:
    """Return a value as a Norwegian sees it in the sheet: 2024.0 as 2024, 0.5 as 0,5, a day as 21.06.2018."""
    match value:
        case bool():
            return "SANN" if value else "USANN"
        case datetime() if value.time() != time():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%Y}" if set(number_format.lower()) <= set('y"\\;@') else f"{value:%d.%m.%Y}"
        case int() | float() if number_format.endswith("%"):
            return f"{value * 100:.10g} %".replace(".", ",")
        case float():
            return f"{value:.10g}".replace(".", ",")
    return "" if value is None else str(value)
