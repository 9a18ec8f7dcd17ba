"""One sheet: what is said of its table, the table with a head that stays, and how it is printed."""

from collections.abc import Iterable
from math import ceil
from textwrap import wrap
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from planstrategi.outputs.sheet_sizes import A4, HIGHEST, LINE_HEIGHT
from planstrategi.outputs.workbook.cells import Formats, Typed, write_value

CONTENTS = "Innhold"
# in letters: how wide a column is whose longest text is no longer than this, and that of a longer one
WIDTHS, FOR_MUCH_TEXT = {120: 40, 300: 60}, 90
# what is written on one line, and what one page has room for
SHORT_TEXT, LINE, BOOK_PAGE = 28, 130, 230
FILTER_ARROW, LEAST = 3, 7
# a column is as wide as so many digits, and letters are narrower
NARROWER = 1.1
WIDE_SCALE = 60


class SheetOfTable(NamedTuple):
    """A sheet: the lines above its table, and under each heading a unit and the values of a column.

    `frozen` is how many columns stay when one scrolls, and in print; `links` are sheets that the first column leads to.
    """

    name: str
    title: str
    finding: str
    lines: list[str]
    columns: list[tuple[str, str, list[Typed]]]
    frozen: int = 1
    links: frozenset[str] = frozenset()


def add_sheet(book: Workbook, formats: Formats, one: SheetOfTable) -> None:
    """Add a sheet to a workbook."""
    sheet = book.add_worksheet(one.name)
    head = _lines_above(sheet, formats, one)
    widths = [_width(heading, values) for heading, _, values in one.columns]
    last = head + max((len(values) for _, _, values in one.columns), default=0)
    for at, (heading, unit, values) in enumerate(one.columns):
        sheet.set_column(at, at, widths[at])
        sheet.write_string(head, at, heading, formats["head"])
        for row, value in enumerate(values, start=head + 1):
            if at == 0 and value in one.links:
                sheet.write_url(row, at, f"internal:'{value}'!A1", formats["link"], str(value))
            else:
                write_value(sheet, formats, row, at, value, unit)
    rows = zip(*(values for _, _, values in one.columns), strict=True)
    for row, cells in enumerate(rows, start=head + 1):
        sheet.set_row(row, _height(cells, widths))
    heads = (wrap(heading, width - FILTER_ARROW) for (heading, _, _), width in zip(one.columns, widths, strict=True))
    sheet.set_row(head, max(map(len, heads)) * LINE_HEIGHT + 2)
    sheet.freeze_panes(head + 1, one.frozen)
    sheet.autofilter(head, 0, last, len(one.columns) - 1)
    # a number of a section is a text, and no mistake
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    _for_print(sheet, head, one.frozen, sum(widths))


def _lines_above(sheet: Worksheet, formats: Formats, one: SheetOfTable) -> int:
    """Write what stands above a table; return the row of its head."""
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, one.title, formats["title"])
    lines = [(line, formats["strong"]) for line in wrap(one.finding, LINE)]
    lines += [(line, formats["plain"]) for text in one.lines for line in wrap(text, LINE)]
    for row, (line, look) in enumerate(lines, start=1):
        sheet.write_string(row, 0, line, look)
    if one.name != CONTENTS:
        sheet.write_url(len(lines) + 1, 0, f"internal:'{CONTENTS}'!A1", formats["link"], "Til innholdet")
    return len(lines) + 2


def _width(heading: str, values: list[Typed]) -> int:
    """Return how wide a column is: the longest word of its heading is whole, and much text makes it wider."""
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    of_much = next((width for most, width in WIDTHS.items() if longest <= most), FOR_MUCH_TEXT)
    wide = longest + 3 if longest <= SHORT_TEXT else of_much
    return max(wide, LEAST, max(map(len, heading.split()), default=0) + FILTER_ARROW + 1)


def _height(cells: Iterable[Typed], widths: list[int]) -> float:
    """Return how high a row must be to show its wrapped texts; a spreadsheet seldom finds it by itself."""
    texts = [(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
    lines = max((sum(ceil(len(part) / (NARROWER * width)) or 1 for part in text.split("\n")) for text, width in texts), default=1)
    return min(lines * LINE_HEIGHT + 2, HIGHEST)


def _for_print(sheet: Worksheet, head: int, frozen: int, wide: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(head)
    sheet.set_footer("&L&A&RSide &P av &N")
    if wide <= BOOK_PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        # in letters one can read, with what each row is about on every page
        sheet.set_print_scale(WIDE_SCALE)
        sheet.repeat_columns(0, frozen - 1)
        sheet.print_across()
