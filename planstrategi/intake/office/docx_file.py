"""A Word document → its paragraphs and tables in order."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from docx import Document as open_document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from planstrategi.intake.cells import RAISED, STRUCK, struck_out
from planstrategi.intake.document import PICTURES, RUNNING_HEAD, Document, Paragraph, PrintedCell, PrintedRow, PrintedTable

_GONE = {qn("w:moveFrom"), qn("w:tbl"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {qn("w:p"): "\n", qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HEADINGS, _LISTS = ("heading", "overskrift", "title", "tittel", "caption", "bildetekst"), ("list", "punkt")
# the empty boxes of the symbol fonts; other signs of theirs are ticks
_EMPTY_BOXES = ("F0A8", "F06F", "F071", "F0A3")
# no table in Word has more
_MOST_COLUMNS = 63


class _Reader:
    """Counts paragraphs and tables as they come."""

    def __init__(self, file: Any) -> None:
        styles = {style.style_id: (style.name or "").lower() for style in file.styles}
        self.headings = {key for key, name in styles.items() if name.startswith(_HEADINGS)}
        self.lists = {key for key, name in styles.items() if name.startswith(_LISTS)}
        self.paragraphs = self.tables = 0

    def parts(self, body: Iterable[Any]) -> Iterator[Paragraph | PrintedTable]:
        """Yield what stands in a body; what is nested in a table comes after it."""
        for element in _inside(body, "w:p", "w:tbl"):
            yield from self._paragraph(element) if element.tag == qn("w:p") else self._table(element)

    def _paragraph(self, element: Any) -> Iterator[Paragraph | PrintedTable]:
        self.paragraphs += 1
        if text := STRUCK.sub("", _text(element)).strip():
            of = _value(element, "w:pPr", "w:pStyle")
            heading = of in self.headings or (len(text) < 120 and _bold(element))
            listed = of in self.lists or element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
            yield Paragraph(f"avsnitt {self.paragraphs}", f"• {text}" if listed and not heading else text, heading)
        # what a text box holds is written again for programs that cannot draw it
        yield from self.parts(element.xpath(".//w:txbxContent[not(ancestor::*[local-name()='Fallback'])]/w:tbl"))

    def _table(self, element: Any) -> Iterator[Paragraph | PrintedTable]:
        rows = [*_inside(element, "w:tr")]
        cells = [cell for row in rows for cell in _inside(row, "w:tc")]
        if len(cells) == 1:
            # a frame around what it holds
            yield from self.parts(cells[0])
            return
        self.tables += 1
        grid, sted = [_cells(row) for row in rows], f"tabell {self.tables}"
        yield PrintedTable(sted, tuple(PrintedRow(f"{sted}, rad {n}", tuple(row)) for n, row in enumerate(grid, 1)))
        yield from self.parts(inner for cell in cells for inner in _inside(cell, "w:tbl"))


def read_docx(path: Path) -> Document:
    """Return what stands in a Word document: its page headings first, its footnotes last; comments and hidden text are told."""
    file = open_document(str(path))
    edges = [p for section in file.sections for p in (*section.header.paragraphs, *section.footer.paragraphs)]
    heads = [Paragraph(RUNNING_HEAD, text) for text in dict.fromkeys(p.text.strip() for p in edges) if text]
    notes = (Paragraph("fotnote", f"{number.translate(RAISED)} {text}") for number, text in _notes(file, "footnote"))
    beside = [f"Kommentar i margen, som ikke er lest: {text}" for _, text in _notes(file, "comment")]
    hidden = (
        "".join(t.text or "" for t in run.iter(qn("w:t"))) for run in file.element.body.iter(qn("w:r")) if _has(run, "w:vanish")
    )
    beside += [f"Skjult tekst, som ikke er lest: {text.strip()}" for text in hidden if text.strip()]
    return Document(path.name, (*heads, *_Reader(file).parts(file.element.body), *notes), tuple(beside))


def _notes(file: Any, kind: str) -> Iterator[tuple[str, str]]:
    parts = [part for part in file.part.package.iter_parts() if part.partname.endswith(f"/{kind}s.xml")]
    for note in (note for part in parts for note in parse_xml(part.blob).iter(qn(f"w:{kind}"))):
        if text := " ".join(_text(p).strip() for p in note.iter(qn("w:p"))).strip():
            yield note.get(qn("w:id")), text


def _text(element: Any) -> str:
    """The text of a paragraph with what is proposed, without tables in it; what is to go is struck out."""
    if element.tag in _GONE or (element.tag == qn("w:r") and _has(element, "w:vanish")):
        return ""
    if element.tag in (qn("w:t"), qn("w:delText")):
        return element.text or ""
    if element.tag == qn("w:footnoteReference"):
        return str(element.get(qn("w:id"))).translate(RAISED)
    if element.tag == qn("w:sym"):
        return "☐" if element.get(qn("w:char")) in _EMPTY_BOXES else "✓"
    text = _SIGNS.get(element.tag, "") + "".join(_text(child) for child in element)
    if text.strip().isdecimal() and _value(element, "w:rPr", "w:vertAlign") == "superscript":
        return text.translate(RAISED)
    return struck_out(text) if element.tag == qn("w:del") or _has(element, "w:strike") else text


def _bold(element: Any) -> bool:
    runs = [run for run in element.iter(qn("w:r")) if _text(run).strip()]
    return bool(runs) and all(_has(run, "w:b") for run in runs)


def _has(run: Any, tag: str) -> bool:
    return _value(run, "w:rPr", tag, missing="0") not in ("0", "false")


def _inside(element: Iterable[Any], *tags: str) -> Iterator[Any]:
    """What stands right in something, as the cells of a row, also in content controls and in what is proposed."""
    for child in element:
        if child.tag in map(qn, tags):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo")):
            yield from _inside(child, *tags)


def _cells(row: Any) -> list[PrintedCell]:
    cells = [PrintedCell("")] * min(int(_value(row, "w:trPr", "w:gridBefore") or 0), _MOST_COLUMNS)
    for cell in _inside(row, "w:tc"):
        goes_on = _value(cell, "w:tcPr", "w:vMerge", missing="restart") != "restart"
        wide = min(int(_value(cell, "w:tcPr", "w:gridSpan") or 1), _MOST_COLUMNS)
        made = _cell(cell)
        made, beside = (PrintedCell("", made.farge, "over"),) * 2 if goes_on else (made, PrintedCell("", made.farge, "venstre"))
        cells += [made, *[beside] * (wide - 1)]
    return cells


def _value(element: Any, *tags: str, name: str = "w:val", missing: str = "") -> str:
    found = element.find("/".join(map(qn, tags)))
    return found.get(qn(name)) or "" if found is not None else missing


def _cell(cell: Any) -> PrintedCell:
    colour = _value(cell, "w:tcPr", "w:shd", name="w:fill").lower().removeprefix("auto").removeprefix("ffffff")
    paragraphs = list(_inside(cell, "w:p"))
    lines = [line for p in paragraphs if (line := _text(p).strip())]
    bold = bool(lines) and all(_bold(p) for p in paragraphs if _text(p).strip())
    pictures = [sum(picture.get(qn("r:embed"), "").encode()) for picture in cell.iter("{*}blip")]
    text = "\n".join(lines) or "".join(PICTURES[name % len(PICTURES)] for name in pictures[:1])
    return PrintedCell(text, colour, "", bold, "" if bold else _bold_beginning(paragraphs))


def _bold_beginning(paragraphs: list[Any]) -> str:
    parts = [((run is not None and _text(run)) or "\n", run) for p in paragraphs for run in (*p.iter(qn("w:r")), None)]
    return "".join(text for text, _ in takewhile(lambda part: not part[0].strip() or _has(part[1], "w:b"), parts))
