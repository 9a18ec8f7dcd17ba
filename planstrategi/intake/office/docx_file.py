"""A Word document → its paragraphs and tables in order."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document as open_document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable

_NO_COLOUR = ("", "auto", "ffffff")
_GONE = {qn("w:moveFrom"), qn("w:tbl"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HEADINGS = ("heading", "overskrift", "title", "tittel", "caption", "bildetekst")
# the empty boxes of the symbol fonts; other signs of theirs are ticks
_EMPTY_BOXES = ("F0A8", "F06F", "F071", "F0A3")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Merged(NamedTuple):
    cell: Any
    flettet: str


class _Reader:
    """Counts paragraphs and tables as they come."""

    def __init__(self, file: Any) -> None:
        styles = {style.style_id: (style.name or "").lower() for style in file.styles}
        self.headings = {key for key, name in styles.items() if name.startswith(_HEADINGS)}
        self.paragraphs = self.tables = 0

    def parts(self, body: Iterable[Any]) -> Iterator[Paragraph | PrintedTable]:
        """Yield what stands in a body; what is nested in a table comes after it."""
        for element in body:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo")):
                yield from self.parts(element)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        self.paragraphs += 1
        if text := _text(element).strip():
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            named = style is not None and style.get(qn("w:val")) in self.headings
            yield Paragraph(f"avsnitt {self.paragraphs}", text, named or (len(text) < 120 and _bold(element)))

    def _table(self, element: Any) -> Iterator[Paragraph | PrintedTable]:
        grid = [_cells(row) for row in _inside(element, "w:tr")]
        nested = [inner for row in grid for one in row if not one.flettet for inner in _nested(one.cell)]
        if len(grid) == 1 and len(grid[0]) == 1:
            # a frame around what it holds
            yield from self.parts(grid[0][0].cell)
            return
        self.tables += 1
        width = max((len(row) for row in grid), default=0)
        sted = f"tabell {self.tables}"
        rows = (_row(f"{sted}, rad {n}", row, width) for n, row in enumerate(grid, 1))
        yield PrintedTable(sted, tuple(rows))
        yield from self.parts(nested)


def read_docx(path: Path) -> Document:
    """Return what stands in a Word document: its page headings first, its footnotes last."""
    file = open_document(str(path))
    reader = _Reader(file)
    heads = dict.fromkeys(
        p.text.strip() for section in file.sections for p in (*section.header.paragraphs, *section.footer.paragraphs)
    )
    return Document(
        path.name,
        (*(Paragraph("topp- og bunntekst", text) for text in heads if text), *reader.parts(file.element.body), *_footnotes(file)),
    )


def _footnotes(file: Any) -> Iterator[Paragraph]:
    for part in file.part.package.iter_parts():
        if part.partname.endswith("/footnotes.xml"):
            for note in parse_xml(part.blob).iter(qn("w:footnote")):
                text = " ".join(_text(p).strip() for p in note.iter(qn("w:p"))).strip()
                if text:
                    yield Paragraph("fotnote", f"{note.get(qn('w:id')).translate(_RAISED)} {text}")


def _text(element: Any) -> str:
    """The text of a paragraph as it stands when all that is proposed is accepted, without tables in it."""
    if element.tag in _GONE:
        return ""
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:footnoteReference"):
        return str(element.get(qn("w:id"))).translate(_RAISED)
    if element.tag == qn("w:sym"):
        return "☐" if element.get(qn("w:char")) in _EMPTY_BOXES else "✓"
    return _SIGNS.get(element.tag, "") or "".join(_text(child) for child in element)


def _bold(element: Any) -> bool:
    runs = [run for run in element.iter(qn("w:r")) if _text(run).strip()]
    return bool(runs) and all(
        (mark := run.find(f"{qn('w:rPr')}/{qn('w:b')}")) is not None and mark.get(qn("w:val")) not in ("0", "false")
        for run in runs
    )


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _inside(child, tag)


def _cells(row: Any) -> list[_Merged]:
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    cells = [_Merged(None, "")] * (int(before.get(qn("w:val"))) if before is not None else 0)
    for cell in _inside(row, "w:tc"):
        span, down = (cell.find(f"{qn('w:tcPr')}/{qn(tag)}") for tag in ("w:gridSpan", "w:vMerge"))
        goes_on = down is not None and down.get(qn("w:val")) != "restart"
        wide = int(span.get(qn("w:val"))) if span is not None else 1
        cells += [_Merged(cell, "over" if goes_on else ""), *[_Merged(cell, "over" if goes_on else "venstre")] * (wide - 1)]
    return cells


def _nested(cell: Any) -> Iterator[Any]:
    return (child for child in cell if child.tag == qn("w:tbl")) if cell is not None else iter(())


def _row(sted: str, row: list[_Merged], width: int) -> PrintedRow:
    return PrintedRow(sted, tuple(_cell(*one) for one in row) + (PrintedCell(""),) * (width - len(row)))


def _cell(cell: Any, flettet: str) -> PrintedCell:
    if cell is None:
        return PrintedCell("")
    shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    colour = (shade.get(qn("w:fill")) or "").lower() if shade is not None else ""
    colour = "" if colour in _NO_COLOUR else colour
    if flettet:
        return PrintedCell("", colour, flettet)
    paragraphs = list(_inside(cell, "w:p"))
    lines = [line for p in paragraphs if (line := _text(p).strip())]
    return PrintedCell("\n".join(lines), colour, "", bool(lines) and all(_bold(p) for p in paragraphs if _text(p).strip()))
