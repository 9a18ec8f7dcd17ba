"""A register → a workbook that people edit: a sheet for each section, choices in lists, what never changes locked."""

from itertools import zip_longest
from math import ceil
from pathlib import Path
from string import Template
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.model.dates import in_words
from planstrategi.model.fields import ListOf, MapOf, Ref
from planstrategi.model.numbers import Decimal, Number
from planstrategi.model.profile import DEEP
from planstrategi.model.register import Register
from planstrategi.reading.yaml_spans import Span
from planstrategi.worksheet import register_columns as columns
from planstrategi.worksheet import write
from planstrategi.worksheet.field_label import SHEET_WORDS
from planstrategi.worksheet.layout import GUIDE, LISTS
from planstrategi.worksheet.register_columns import FIRST_POST, HEADING_ROW, SHEETS_OF_REGISTER, Field, Post, Sheet
from planstrategi.worksheet.register_read import REGISTER
from planstrategi.worksheet.workbook import CannotWrite

# letters: the narrowest column, the widest one, the widest one with a running text, and a page
NARROW, WIDE, WIDEST_TEXT, SHEET_PAGE = 9, 30, 60, 220
GUIDE_WIDTHS = (34, 24, 60, 60, 10, 34, 24)
# rows for new posts, which have their lists of choices too
ROOM = 200
# what a column that is no field is called, and what it is for
LEAD: dict[str, tuple[str, str]] = SHEET_WORDS["foran_feltene"]
# what Excel has room for in a cell, and in what it says of one
CELL_LIMIT, PROMPT_LIMIT = 32_767, 250


def as_register_workbook(register: Register, top: Span) -> bytes:
    """Return the workbook of a register as an xlsx file; `top` is where its values stand in its file."""
    book, found = Workbook(), {section: list(columns.posts(top, section)) for section in SHEETS_OF_REGISTER}
    del book["Sheet"]
    _guide(book.create_sheet(GUIDE), register, found)
    lists = _Lists(register, found)
    for section, rows in found.items():
        _sheet(book.create_sheet(section.title), section, rows, lists)
    write.hidden_sheet(book, LISTS, zip_longest(*lists.words))
    write.keep(book, register, REGISTER, ([one.title, post.parent, *post.texts] for one, rows in found.items() for post in rows))
    return write.as_file(book, register)


class _Lists:
    """What can be chosen in a column: `words` in a hidden sheet, or the ids in a column of another sheet."""

    def __init__(self, register: Register, found: dict[Sheet, list[Post]]) -> None:
        self.words: list[tuple[str, ...]] = []
        self.catalogues = {
            "plantype": tuple(register.plan_type_names()), "krav": tuple(one.id for one in register.requirements()),
            "forventning": tuple(one.id for one in expected(register)),
        }  # fmt: skip
        self.ids: dict[str, str] = {}
        for section, rows in found.items():
            if section.cells[0].is_id:
                letter = get_column_letter(len(section.lead) + 1)
                ids = f"{quote_sheetname(section.title)}!${letter}${FIRST_POST}:${letter}${FIRST_POST + len(rows) + ROOM}"
                self.ids |= {section.cells[0].kind.target: ids, section.path[0]: ids}

    def of(self, section: Sheet, column: Field | str) -> str:
        """Return where the choices of a column stand, empty where it has none."""
        if not isinstance(column, Field):
            own = {columns.DELETE: f'"{columns.DELETE}"', columns.PARENT: self.ids.get("".join(section.path[:1]), "")}
            return own.get(column, "")
        target = column.kind.target if isinstance(column.kind, Ref) else ""
        if isinstance(column.spec.innhold, MapOf) or target in self.ids.keys() - self.catalogues.keys():
            return self.ids.get(target, "")
        words = self.catalogues.get(target) or tuple(column.labels.values())
        if words and words not in self.words:
            self.words.append(words)
        letter = get_column_letter(self.words.index(words) + 1) if words else ""
        return f"{LISTS}!${letter}$1:${letter}${len(words)}" if words else ""


def _sheet(sheet: Worksheet, section: Sheet, rows: list[Post], lists: _Lists) -> None:
    every: list[Field | str] = [*section.lead, *section.cells]
    last, owned = FIRST_POST + len(rows) - 1, len(section.lead) == len(LEAD)
    told = [(str(number), "", *([post.parent] if owned else []), *post.texts) for number, post in enumerate(rows, start=1)]
    widths = [_column(sheet, at, column, [texts[at - 1] for texts in told]) for at, column in enumerate(every, start=1)]
    for row, texts in enumerate(told, start=FIRST_POST):
        for at, (column, text) in enumerate(zip(every, texts, strict=True), start=1):
            _fill(sheet.cell(row, at), column, text, f"{section.title} nr. {texts[0]}")
        sheet.row_dimensions[row].height = write.row_height(zip(texts, widths, strict=True), write.LINE_HEIGHT)
    for at, column in enumerate(every, start=1):
        below = f"{get_column_letter(at)}{FIRST_POST}:{get_column_letter(at)}{last + ROOM}"
        # where several may be named, the list is a help and no limit
        several = isinstance(column, Field) and isinstance(column.spec.innhold, ListOf)
        write.offer(sheet, below, lists.of(section, column), not several)
    sheet.row_dimensions[columns.NAMES_ROW].hidden, sheet.row_dimensions[HEADING_ROW].height = True, 2 * write.LINE_HEIGHT + 2
    sheet.freeze_panes = f"{get_column_letter(len(section.lead) + 2 if section.path else 1)}{FIRST_POST}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(len(every))}{max(last, HEADING_ROW)}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.print_title_cols = f"A:{get_column_letter(len(section.lead) + 1)}"
    write.for_print(sheet)
    sheet.page_setup.fitToWidth = ceil(sum(widths) / SHEET_PAGE)
    sheet.sheet_properties.tabColor = DEEP[1:].upper() if rows else "C4C4C4"


def _column(sheet: Worksheet, at: int, column: Field | str, told: list[str]) -> float:
    """Write the headings of a column, and let what is below them be written in; return how wide it is."""
    name, over, meaning = (
        (column.name, column.heading, column.spec.betydning) if isinstance(column, Field) else (column, *LEAD[column])
    )
    sheet.cell(columns.NAMES_ROW, at, name)
    head, below = sheet.cell(HEADING_ROW, at, over), sheet.column_dimensions[get_column_letter(at)]
    write.as_head(head)
    below.protection, below.alignment, below.number_format = (Protection(locked=column == columns.ROW_NUMBER), write.WRAPPED, "@")
    longest = max((len(line) for text in told for line in text.split("\n")), default=0)
    wide = min(max(longest, 0.7 * len(over)) + 2, WIDEST_TEXT if longest > 2 * WIDE else WIDE)
    below.width = max(wide, NARROW if isinstance(column, Field) else 6)
    prompt = DataValidation(showInputMessage=True, promptTitle=over[:30], prompt=f"{meaning} ({name})"[:PROMPT_LIMIT])
    prompt.add(head.coordinate)
    sheet.add_data_validation(prompt)
    return float(below.width)


def _fill(cell: Any, column: Field | str, text: str, where: str) -> None:
    kind = column.spec.innhold if isinstance(column, Field) else Number(1, 10**9) if column == columns.ROW_NUMBER else None
    if len(text) > CELL_LIMIT:
        why = f"er for lang for et regneark (over {CELL_LIMIT} tegn). Kort den ned i register.yaml."
        raise CannotWrite(f"Teksten i {where} {why}")
    cell.value = kind.parse(text) if text and isinstance(kind, Number | Decimal) else text or None
    cell.number_format = "@" if isinstance(cell.value, str | None) else "General"
    locked = column in (columns.ROW_NUMBER, columns.PARENT) or (isinstance(column, Field) and column.is_id)
    cell.alignment, cell.font, cell.border = write.WRAPPED, write.BODY, write.ALL_ROUND
    cell.protection = Protection(locked=locked)
    cell.fill = write.SHADED if locked else PatternFill()


def _guide(sheet: Worksheet, register: Register, found: dict[Sheet, list[Post]]) -> None:
    """Tell how the workbook is used, which sheets there are, and what each field means."""
    sheet["A1"], sheet["A1"].font = f"Register: {register.kommune.navn}", Font("Calibri", 16, bold=True)
    sheet["A2"] = f"{register.dokument.tittel}. Per {in_words(register.per_dato)}."
    lines = Template(Path(__file__).with_name("register.txt").read_text("utf-8")).substitute(slett=columns.DELETE).splitlines()
    told: list[tuple[Any, ...]] = [*((line,) for line in lines), ("",), ("Ark", "Poster")]
    told += [(section.title, len(rows)) for section, rows in found.items()]
    told += [("",), ("Ark", "Kolonne", "Hva den betyr", "Tillatt", "Må fylles ut", "Eksempel", "Felt i register.yaml")]
    told += [(section.title, *_described(cell)) for section in found for cell in section.cells]
    for row, values in enumerate(told, start=4):
        in_table, is_head = len(values) > 1, values[0] == "Ark"
        for at, value in enumerate(values, start=1):
            cell = sheet.cell(row, at, value)
            cell.alignment, cell.font = Alignment("left", "top", wrap_text=in_table), Font("Calibri", 11, bold=is_head)
            cell.border = write.ALL_ROUND if in_table else Border()
        if in_table:
            cells = zip(map(str, values), GUIDE_WIDTHS, strict=False)
            sheet.row_dimensions[row].height = write.row_height(cells, write.LINE_HEIGHT)
        if len(values) == 2 and not is_head:
            link = sheet.cell(row, 1)
            link.hyperlink = Hyperlink(link.coordinate, location=f"{quote_sheetname(values[0])}!A{HEADING_ROW}")
            link.font = write.LINKED
    for letter, wide in zip("ABCDEFG", GUIDE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = wide
    write.for_print(sheet)


def _described(cell: Field) -> tuple[str, ...]:
    content, allowed = cell.spec.innhold, ", ".join(cell.labels.values()) or cell.kind.tillatt
    if isinstance(content, MapOf):
        allowed = f"én linje for hvert par: {content.nokkel.tillatt}, kolon og {allowed}"
    several = "én eller flere: " if isinstance(content, ListOf) else ""
    return cell.heading, cell.spec.betydning, several + allowed, "ja" if cell.spec.krav else "", cell.spec.eksempel, cell.name
