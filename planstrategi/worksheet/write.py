"""The pairs to judge → a worksheet (xlsx) an advisor fills in: the texts side by side, choices in lists."""

import re
from collections.abc import Hashable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, GRUNNLAG
from planstrategi.worksheet.layout import FIRST_ROW, GUIDE, ORIGIN, PAIRS, SET_FIELDS, SHEET_COLUMNS, Origin, cell_name, made_for

HEAD_FILL, INPUT, SHADED = (PatternFill("solid", fgColor=colour) for colour in ("12436D", "FFF7DB", "EFEFEF"))
THIN_LINE, STRONG = Side(style="thin", color="C4C4C4"), Side(style="medium", color="333333")
GUIDE_TEXT = (
    "Fyll ut de gule cellene her, og de gule kolonnene i arket Vurderinger. Rader du lar stå tomme, endrer ingenting.",
    "Er du enig i graden som står, holder det å gjenta den i Ny grad. Ellers trengs grad, grunnlag og begrunnelse.",
    "Graden måler hva raden i planstrategien sier, ikke hva planen inneholder:",
    *(f"  {words}" for words in GRAD.values()),
    "Grunnlaget er det i raden vurderingen hviler på:",
    *(f"  {name}: {words}" for name, words in GRUNNLAG.items()),
    "Ikke flytt kolonner, endre id-er, skriv formler eller legg til rader: da blir ingenting av arket tatt inn.",
    "Ta arket inn igjen med: planstrategi vurder inn FIL",
)


def as_workbook(register: Register, pairs: pd.DataFrame) -> bytes:
    """Return the worksheet as an xlsx file; `pairs` are the rows of `worklist`."""
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    _guide(guide, register)
    _pairs(book.create_sheet(PAIRS), pairs)
    _origin(book.create_sheet(ORIGIN), register, pairs)
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
        # a text that begins like a formula is a text
        cell.data_type = "s"
    file = BytesIO()
    book.save(file)
    return _timeless(file, register.per_dato)


def _timeless(file: BytesIO, day: str) -> bytes:
    """Return an xlsx file that says it was made on a day, so that the same rows are the same bytes."""
    made = BytesIO()
    with ZipFile(file) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", f"{day}T00:00:00Z".encode(), data)
            new.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return made.getvalue()


def _guide(sheet: Worksheet, register: Register) -> None:
    sheet.title = GUIDE
    sheet["A1"] = f"Vurdering av planer mot forventninger: {register.kommune.navn}"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A2"] = f"{register.dokument.tittel}. Per {register.per_dato}."
    for field in SET_FIELDS.values():
        sheet.cell(field.row, 1, field.words)
        cell = sheet[field.cell]
        cell.fill, cell.protection, cell.number_format = INPUT, Protection(locked=False), "@"
        cell.border = Border(THIN_LINE, THIN_LINE, THIN_LINE, THIN_LINE)
    sheet[SET_FIELDS["forelopig"].cell] = "nei"
    for row, words in enumerate(GUIDE_TEXT, start=max(field.row for field in SET_FIELDS.values()) + 2):
        sheet.cell(row, 1, words)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 48, 60
    sheet.protection.sheet = True


def _pairs(sheet: Worksheet, pairs: pd.DataFrame) -> None:
    for number, column in enumerate(SHEET_COLUMNS.values(), start=1):
        cell = sheet.cell(1, number, column.heading)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = column.wide
    numbered = pairs.assign(nr=range(1, len(pairs) + 1)).to_dict("records")
    for number, (row, again) in enumerate(zip(numbered, pairs["plan_id"].duplicated(), strict=True), start=FIRST_ROW):
        _pair(sheet, number, row, begins=not again)
    _finish(sheet, FIRST_ROW + max(len(pairs), 1) - 1)


def _pair(sheet: Worksheet, number: int, row: dict[Hashable, Any], begins: bool) -> None:
    for place, (name, column) in enumerate(SHEET_COLUMNS.items(), start=1):
        cell = sheet.cell(number, place, row.get(name) or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(THIN_LINE, THIN_LINE, STRONG if begins else THIN_LINE, THIN_LINE)
        cell.fill = INPUT if column.is_input else SHADED if name in ("grad", "grunn") else PatternFill()
        cell.protection = Protection(locked=not column.is_input)


def _finish(sheet: Worksheet, last: int) -> None:
    for name, choices in ((name, column.choices) for name, column in SHEET_COLUMNS.items() if column.choices):
        choice = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
        choice.error, choice.errorTitle = f"Velg mellom {', '.join(choices)}.", "Ukjent verdi"
        choice.add(f"{cell_name(name, FIRST_ROW)}:{cell_name(name, last)}")
        sheet.add_data_validation(choice)
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(SHEET_COLUMNS))}{last}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = "1:1"
    sheet.protection.sheet, sheet.protection.autoFilter, sheet.protection.formatColumns = True, False, False
    sheet.protection.formatRows = False


def _origin(sheet: Worksheet, register: Register, pairs: pd.DataFrame) -> None:
    """Keep what went out, so that what comes back can be held against it."""
    sheet.append(list(made_for(register).values()))
    for pair in pairs[list(Origin._fields)].itertuples(index=False):
        sheet.append(list(pair))
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
