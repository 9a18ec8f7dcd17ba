"""Documents made from rows that a careful reader has read: Word, workbooks, and PDF through LibreOffice, in several layouts."""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import yaml
from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl.styles import Font, PatternFill
from registers import ROOT

FASIT = sorted((ROOT / "tests/data/innlesing").glob("*.fasit.yaml"))
SOFFICE = shutil.which("soffice")


class Cell(NamedTuple):
    """A cell of a typeset table."""

    tekst: str = ""
    bredde: int = 1
    farge: str = ""
    fet: bool = False


class Heading(NamedTuple):
    tekst: str


class Text(NamedTuple):
    tekst: str


class Table(NamedTuple):
    rader: list[list[Cell]]


class Look(NamedTuple):
    """How a document is laid out."""

    nynorsk: bool = False
    avsnitt: str = "overskrift"  # or flettet, fet, rad
    baand: bool = False
    to_aar: bool = False
    gjentatt: int = 0
    skygge: bool = False
    ramme: bool = True
    liggende: bool = False
    forklaring: str = ""
    bakfra: bool = False
    tilpasset: bool = False


WORDS = {
    "nr": ("Nr", "Nr."), "navn": ("Plan", "Namn på plan"),
    "vedtatt": ("Vedtatt", "Vedteken"), "ord": ("Behov", "Vidareføring"),
    "ansvarlig": ("Ansvarlig", "Ansvar"), "merknad": ("Kommentar", "Merknad"),
    "plantype": ("Plantype", "Type plan"), "hjemmel": ("Hjemmel", "Heimel"),
    "samfunnsfloke": ("Samfunnsfloke", "Tema"), "forventet_vedtak": ("Forventet vedtak", "Forventa vedtak"),
    "politisk_utvalg": ("Politisk utvalg", "Utval"), "interkommunal": ("Interkom.", "Interkommunal"),
    "evaluering": ("Evaluering", "Evaluering"), "kostnader_internt": ("Kostnader internt", "Timar"),
    "kostnader_eksternt": ("Kostnader eksternt", "Kroner"),
}  # fmt: skip


def read_fasit(path: Path) -> dict[str, Any]:
    """Return the rows a careful reader read, and the head that tells of the document."""
    return yaml.safe_load(path.read_text("utf-8"))


def document_of(fasit: dict[str, Any], look: Look) -> list[Heading | Text | Table]:
    """Return a document with the rows of a fasit, a table for each of its sections or one table with section rows."""
    hode = fasit["hode"]
    title = f"Planstrategi for {hode['kommune']} kommune {hode['periode'].replace('-', '–')}"
    parts: list[Heading | Text | Table] = [Heading(title), Text("Her er planene kommunen skal arbeide med.")]
    parts += [Text(look.forklaring)] if look.forklaring else []
    groups = [(name, list(rows)) for name, rows in groupby(fasit["rader"], key=lambda row: row["avsnitt"])]
    if look.avsnitt == "overskrift":
        for name, rows in groups:
            parts += [Heading(name), _table([("", rows)], look, _years(hode))]
    else:
        parts += [Heading("Planoversikt"), _table(groups, look, _years(hode))]
    return parts


def _years(hode: dict[str, Any]) -> list[int]:
    first, last = map(int, hode["periode"].split("-"))
    return list(range(first, last + 1))


def _table(groups: Sequence[tuple[str, list[dict[str, Any]]]], look: Look, years: list[int]) -> Table:
    rows = [row for _, of_group in groups for row in of_group]
    keys = [key for key in WORDS if any(row.get(key) for row in rows)]
    first = 2 if "nr" in keys else 1
    keys = [*keys[:first], *keys[: first - 1 : -1]] if look.bakfra else keys
    marked = years if any(row.get("merker") for row in rows) else []
    spans = [marked[n : n + 2] for n in range(0, len(marked), 2)] if look.to_aar else [[year] for year in marked]
    head = [[Cell(text, fet=True) for text in line] for line in _head(keys, spans, look)]
    if look.baand and marked:
        at = 2 if "nr" in keys else 1
        head = [
            [*[Cell("", fet=True)] * at, Cell("Årsplan", len(spans), fet=True), *[Cell("", fet=True)] * (len(keys) - at)],
            *head,
        ]
    made = list(head)
    for name, of_group in groups:
        made += [_section(name, len(keys) + len(spans), look)] if name else []
        for number, row in enumerate(of_group, 1):
            made.append(_row(row, keys, spans, look))
            made += head if look.gjentatt and not number % look.gjentatt else []
    return Table(made)


def _head(keys: list[str], spans: list[list[int]], look: Look) -> list[list[str]]:
    years = [str(span[0]) if len(span) == 1 else f"{span[0]}–{str(span[-1])[2:]}" for span in spans]
    words = [WORDS[key][look.nynorsk] for key in keys]
    at = 2 if "nr" in keys else 1
    return [[*words[:at], *years, *words[at:]]]


def _section(name: str, width: int, look: Look) -> list[Cell]:
    if look.avsnitt == "flettet":
        return [Cell(name, width)]
    return [Cell(name, fet=look.avsnitt == "fet"), *[Cell()] * (width - 1)]


def _row(row: dict[str, Any], keys: list[str], spans: list[list[int]], look: Look) -> list[Cell]:
    merker = row.get("merker") or {}
    marks = ["; ".join(dict.fromkeys(str(merker[year]) for year in span if year in merker)) for span in spans]
    years = [Cell("", farge="92D050") if mark and look.skygge else Cell(mark) for mark in marks]
    cells = [Cell(str(row.get(key) or "")) for key in keys]
    at = 2 if "nr" in keys else 1
    return [*cells[:at], *years, *cells[at:]]


def as_docx(parts: Iterable[Heading | Text | Table], path: Path, look: Look | None = None) -> Path:
    """Write a document in Word."""
    look = look or Look()
    file = new_document()
    if look.liggende:
        page = file.sections[0]
        page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
    for part in parts:
        if isinstance(part, Heading):
            file.add_heading(part.tekst, 1)
        elif isinstance(part, Text):
            file.add_paragraph(part.tekst)
        else:
            _docx_table(file, part, look)
    file.save(str(path))
    return path


def _docx_table(file: Any, part: Table, look: Look) -> None:
    width = sum(cell.bredde for cell in part.rader[0])
    table = file.add_table(0, width, style="Table Grid" if look.ramme else None)
    for row in part.rader:
        cells, at = table.add_row().cells, 0
        for cell in row:
            made = cells[at] if cell.bredde == 1 else cells[at].merge(cells[at + cell.bredde - 1])
            made.paragraphs[0].add_run(cell.tekst).bold = cell.fet or None
            if cell.farge:
                shade = OxmlElement("w:shd")
                shade.set(qn("w:fill"), cell.farge)
                made._tc.get_or_add_tcPr().append(shade)
            at += cell.bredde
    if look.tilpasset:
        page = file.sections[-1]
        _fit(table, [row for row in part.rader if len(row) == width], page.page_width - page.left_margin - page.right_margin)


def _fit(table: Any, rows: list[list[Cell]], room: int) -> None:
    """Give columns the widths that people choose, by their words and texts, and rows a little space below them."""
    texts = [[cell.tekst for cell in column] for column in zip(*rows, strict=True)]
    # no word is cut where there is room, and long texts have the rest
    least = [Pt(5 * max(len(word) for text in of for word in text.split() or [""]) + 14) for of in texts]
    share = [max(map(len, of)) ** 0.62 for of in texts]
    rest, scale = max(0, room - sum(least)), min(1.0, room / sum(least))
    widths = [int(one * scale + rest * part / sum(share)) for one, part in zip(least, share, strict=True)]
    table.autofit = False
    # LibreOffice takes the widths of the grid, and Word those of the cells
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        at = 0
        for tc in row._tr.tc_lst:
            span = tc.grid_span
            tc.width, at = sum(widths[at : at + span]), at + span
        for paragraph in (one for cell in row.cells for one in cell.paragraphs):
            paragraph.paragraph_format.space_after = Pt(2)
            for run in paragraph.runs:
                run.font.size = Pt(9)


def as_xlsx(parts: Iterable[Heading | Text | Table], path: Path) -> Path:
    """Write a document as a workbook, on one sheet, beginning in C3."""
    book = openpyxl.Workbook()
    sheet = book.active
    at = 3
    for part in parts:
        rows = part.rader if isinstance(part, Table) else [[Cell(part.tekst, fet=isinstance(part, Heading))]]
        for row in rows:
            column = 3
            for cell in row:
                _xlsx_cell(sheet.cell(at, column), cell)
                if cell.bredde > 1:
                    sheet.merge_cells(start_row=at, start_column=column, end_row=at, end_column=column + cell.bredde - 1)
                column += cell.bredde
            at += 1
        at += 1
    book.save(path)
    return path


def _xlsx_cell(made: Any, cell: Cell) -> None:
    made.value = float(cell.tekst) if cell.tekst.isdecimal() else cell.tekst or None
    made.font = Font(bold=cell.fet)
    if cell.farge:
        made.fill = PatternFill("solid", fgColor=cell.farge)


def as_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Print Word documents as PDF, all in one run of LibreOffice."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [folder / f"{path.stem}.pdf" for path in documents]
