"""What a cell of a spreadsheet holds: numbers and days as such, all else as text that nothing can take for a formula."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from planstrategi.presentation.columns import Column
from planstrategi.presentation.export import EXCEL_FORMULA
from planstrategi.presentation.notebook_table import shown_column

# a spreadsheet holds no longer text, and knows no day before 1900
LONGEST_TEXT, FIRST_DAY = 32_767, "1900-03-01"
A_DAY_ISO, FOUR_DIGITS = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]"), re.compile("[12][0-9]{3}")
DATE_FORMATS = ("dato", "tidspunkt", "år")
Typed = str | int | float | date | None

Formats = Mapping[str, Format]


def typed_column(frame: pd.DataFrame, name: Any, column: Column) -> list[Typed]:
    """Return the values of a column as people read them: years, counts and days as a spreadsheet can sort them."""
    return [_typed(*both, column.unit) for both in zip(frame[name], shown_column(frame, name, column), strict=True)]


def _typed(value: Any, shown: Any, unit: str) -> Typed:
    if isinstance(value, float) and not pd.isna(value):
        return float(value)
    if pd.api.types.is_integer(value) and value < 0:
        # it is shown with a minus that a spreadsheet does not know
        return int(value)
    if pd.isna(shown) or shown == "":
        return None
    if not isinstance(shown, str):
        return int(shown)
    if unit in DATE_FORMATS and isinstance(value, str) and A_DAY_ISO.fullmatch(value) and value >= FIRST_DAY:
        return date.fromisoformat(value)
    return int(shown) if unit in DATE_FORMATS and FOUR_DIGITS.fullmatch(shown) else shown


def write_value(sheet: Worksheet, formats: Formats, row: int, at: int, value: Typed, unit: str) -> None:
    """Write a value of a unit in a row and a column."""
    if value is None:
        sheet.write_blank(row, at, None, formats["text"])
    elif isinstance(value, str):
        look = formats["quoted"] if value.startswith(EXCEL_FORMULA) else formats["text"]
        sheet.write_string(row, at, value if len(value) <= LONGEST_TEXT else f"{value[: LONGEST_TEXT - 1]}…", look)
    elif isinstance(value, date):
        sheet.write_datetime(row, at, value, formats["day"])
    else:
        whole = formats["time"] if unit in DATE_FORMATS else formats["kroner"] if unit == "kroner" else formats["number"]
        sheet.write_number(row, at, value, formats["decimal"] if isinstance(value, float) else whole)
