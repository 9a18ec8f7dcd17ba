"""What to judge → a worksheet (xlsx) an advisor fills in or prints: the texts side by side, choices in lists."""

import textwrap
from collections.abc import Hashable, Iterable
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planstrategi.model.profile import DEEP
from planstrategi.model.register import Register
from planstrategi.outputs.sheet_sizes import A4, HIGHEST, LINE_HEIGHT
from planstrategi.outputs.timeless import timeless
from planstrategi.worksheet import layout
from planstrategi.worksheet.forms import FORMS, Form, guide
from planstrategi.worksheet.law_rows import answering
from planstrategi.worksheet.layout import FIRST_ROW, ORIGIN, SheetColumn, cell_name, in_list

HEAD_FILL, INPUT, SHADED = (PatternFill("solid", fgColor=colour) for colour in (DEEP[1:].upper(), "FFF7DB", "EFEFEF"))
THIN_LINE, STRONG = Side(style="thin", color="C4C4C4"), Side(style="medium", color="333333")
ALL_ROUND, WRAPPED = Border(THIN_LINE, THIN_LINE, THIN_LINE, THIN_LINE), Alignment("left", "top", wrap_text=True)
BODY, LINKED = Font("Calibri", 11), Font("Calibri", 11, color="0563C1", underline="single")
# points: room to write by hand in
ROOM_TO_WRITE = 60.0
# the column of the hidden sheet that lists what can answer
ANSWERS = 10


def as_workbook(register: Register, hva: str, frame: pd.DataFrame) -> bytes:
    """Return the worksheet of a kind (`FORMS`) as an xlsx file; `frame` are its rows, those that settle most first."""
    book, form, most = Workbook(), FORMS[hva], layout.MOST_ON_FIRST_SHEET
    del book["Sheet"]
    _guide(book.create_sheet(layout.GUIDE), register, form, guide(register, hva))
    numbered, answers = frame.assign(nr=range(1, len(frame) + 1)), list(answering(register))
    for name, part in zip(layout.SHEETS, (numbered[:most], numbered[most:]), strict=True):
        if name == layout.FIRST_SHEET or len(part):
            _judgements(book.create_sheet(name), form, part, len(answers))
    origin = keep(book, register, hva, frame[list(form.kept)].itertuples(index=False))
    for number, name in enumerate(answers, start=1):
        origin.cell(number, ANSWERS, name)
    return as_file(book, register)


def as_file(book: Workbook, register: Register) -> bytes:
    """Return a workbook as an xlsx file."""
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
        # a text that begins like a formula is a text
        cell.data_type = "s"
    file = BytesIO()
    book.save(file)
    return timeless(file, register.per_dato)


def _guide(sheet: Worksheet, register: Register, form: Form, lines: list[str]) -> None:
    sheet["A1"], sheet["A1"].font = f"{form.tittel}: {register.kommune.navn}", Font("Calibri", 16, bold=True)
    sheet["A2"] = f"{register.dokument.tittel}. Per {register.per_dato}."
    sheet.row_dimensions[1].height = 24
    for where, words in layout.SET_FIELDS.values():
        cell = sheet[where]
        sheet.cell(cell.row, 1, words)
        cell.fill, cell.protection, cell.number_format, cell.border = INPUT, Protection(locked=False), "@", ALL_ROUND
        cell.alignment = WRAPPED
    sheet[layout.SET_FIELDS["forelopig"][0]] = "nei"
    for row, words in enumerate(lines, start=layout.GUIDE_ROW):
        sheet.cell(row, 1, words)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 48, 66
    for_print(sheet)


def _judgements(sheet: Worksheet, form: Form, frame: pd.DataFrame, answers: int) -> None:
    columns, last = form.columns, FIRST_ROW + max(len(frame), 1) - 1
    for number, column in enumerate(columns.values(), start=1):
        as_head(sheet.cell(1, number, column.heading))
        sheet.column_dimensions[get_column_letter(number)].width = column.wide
    sheet.row_dimensions[1].height = 2 * LINE_HEIGHT + 2
    # what the first id is of may have several rows
    again = frame[form.kept[0]].duplicated()
    for number, (row, repeated) in enumerate(zip(frame.to_dict("records"), again, strict=True), start=FIRST_ROW):
        _row(sheet, form, number, row, begins=not repeated)
    for name, column in columns.items():
        first = cell_name(columns, name, FIRST_ROW)
        offer(sheet, f"{first}:{first[0]}{last}", _listed(column, answers), bool(column.choices))
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    printed = get_column_letter(sum(not column.is_id for column in columns.values()))
    sheet.print_title_rows, sheet.print_area = "1:1", f"A1:{printed}{last}"
    for_print(sheet)


def _row(sheet: Worksheet, form: Form, number: int, row: dict[Hashable, Any], begins: bool) -> None:
    for place, (name, column) in enumerate(form.columns.items(), start=1):
        cell = sheet.cell(number, place, row.get(name) or None)
        cell.alignment, cell.font = WRAPPED, BODY
        cell.border = Border(THIN_LINE, THIN_LINE, STRONG if begins else THIN_LINE, THIN_LINE)
        cell.fill = INPUT if column.is_input else SHADED if name in form.kept and not column.is_id else PatternFill()
        cell.protection = Protection(locked=not column.is_input)
    if row.get("lenke"):
        link = sheet[cell_name(form.columns, "lest_i", number)]
        link.hyperlink, link.font = quote(row["lenke"], safe=":/?#=&%,;"), LINKED
    shown = [(row.get(name), column) for name, column in form.columns.items() if not column.is_id]
    sheet.row_dimensions[number].height = row_height((str(text or ""), column.wide) for text, column in shown)


def as_head(cell: Any) -> None:
    """Let a cell be seen as the heading of a column."""
    cell.font, cell.fill = Font("Calibri", 11, bold=True, color="FFFFFF"), HEAD_FILL
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def row_height(cells: Iterable[tuple[str, float]], least: float = ROOM_TO_WRITE) -> float:
    """Return how high a row must be to show all of its wrapped texts; a spreadsheet seldom finds it by itself."""
    high = (sum(len(textwrap.wrap(part, int(wide))) or 1 for part in text.split("\n")) for text, wide in cells)
    return min(max(max(high, default=1) * LINE_HEIGHT + 4, least), HIGHEST)


def _listed(column: SheetColumn, answers: int) -> str:
    if not column.is_input or (column.felt and not column.choices):
        return ""
    # of what answers, several may be named: the list is a help and no limit
    return f'"{",".join(map(in_list, column.choices))}"' if column.choices else f"{ORIGIN}!$J$1:$J${answers}"


def offer(sheet: Worksheet, cells: str, listed: str, only: bool) -> None:
    """Let cells be chosen from a list, empty for none; `only` where nothing else may be written in them."""
    if listed:
        choice = DataValidation("list", formula1=listed, allow_blank=True, showErrorMessage=only)
        choice.error, choice.errorTitle = "Velg en av verdiene i listen.", "Ukjent verdi"
        choice.add(cells)
        sheet.add_data_validation(choice)


def for_print(sheet: Worksheet) -> None:
    """Let a sheet be printed, and let only what is open in it be changed, and how it is seen."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", A4, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.oddFooter.center.text = "&A, side &P av &N"  # type: ignore[union-attr]
    sheet.protection.sheet = True
    sheet.protection.autoFilter, sheet.protection.formatColumns, sheet.protection.formatRows = False, False, False


def keep(book: Workbook, register: Register, hva: str, rows: Iterable[Iterable[Any]]) -> Worksheet:
    """Keep what went out in a hidden sheet, so that what comes back can be held against it; return the sheet."""
    return hidden_sheet(book, ORIGIN, ([*layout.made_for(register).values(), hva], *rows))


def hidden_sheet(book: Workbook, title: str, rows: Iterable[Iterable[Any]]) -> Worksheet:
    """Return a new sheet with these rows, that nobody sees or changes."""
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append([*row])
    sheet.sheet_state, sheet.protection.sheet = "hidden", True
    return sheet
