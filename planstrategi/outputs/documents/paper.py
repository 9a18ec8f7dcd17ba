"""A Word document as it is written: its paper and styles, headings, sentences, captions, tables, pictures and links."""

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from planstrategi.charts.house.style import BAND, DEEP, RULE
from planstrategi.model.register import Register
from planstrategi.outputs import logo_words
from planstrategi.outputs.own_template import broken_template, template_file
from planstrategi.outputs.timeless import timeless
from planstrategi.presentation.figures import Figure
from planstrategi.presentation.source_line import as_of

# the styles that are written in, with the size of their letters where the document has no template, and the room above
STYLES = {"Normal": (10, 0), "Title": (18, 0), "Heading 1": (14, 12), "Heading 2": (11, 8), "Caption": (9, 8)}
GRID = "Table Grid"
ON_A4, PAGE_EDGE = (Cm(21.0), Cm(29.7)), Cm(2)
IN_CELL, IN_SOURCE, FEW_ROWS = Pt(8.5), Pt(8), 6
HOUSE, _LOGO_HIGH = RGBColor.from_string(DEEP[1:].upper()), Cm(1.2)
# a table in less room than this cannot be read
_LEAST_WIDE = Cm(10)
# what is left for a person to write
LEFT_OPEN = "[…]"


class Link(NamedTuple):
    """A text that leads to an address; only text where the address is not one of the web."""

    text: str
    address: str


class Strong(str):
    """A text of a cell in bold letters."""


# a line of a cell: a text, a link, or several of them after one another
PaperLine = str | Link | Sequence[str | Link]


class Paper:
    """A Word document: on A4, with the house's styles, or on a template of the municipality with what that has."""

    def __init__(self, register: Register, mal: Path | None, title: str, *, lying: bool = False) -> None:
        self.register, self.numbers = register, Counter[str]()
        profile = register.profil
        self.deep = RGBColor.from_string(profile.farge[1:].upper()) if profile and profile.farge else HOUSE
        self.document = _on_template(mal) if mal else _on_house_paper(self.deep)
        self._lay(lying)
        if mal and self.wide < _LEAST_WIDE:
            raise broken_template(mal, "har mindre enn 10 cm mellom margene. Gjør margene smalere eller siden bredere.")
        self._name(title)
        if profile and profile.bilde and not mal:
            self._logo(profile.bilde)
        self.text(title, "Title")
        self.text(f"{register.kommune.navn} · {register.periode} · {as_of(register)}", size=IN_SOURCE)

    def _lay(self, lying: bool) -> None:
        section = self.document.sections[-1]
        wide, high = section.page_width or ON_A4[0], section.page_height or ON_A4[1]
        if lying and wide < high:
            section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, high, wide
        self.wide = Length((section.page_width or ON_A4[0]) - (section.left_margin or 0) - (section.right_margin or 0))

    def _name(self, title: str) -> None:
        properties, styles = self.document.core_properties, self.document.styles
        properties.title, properties.author, properties.language = title, self.register.kommune.navn, "nb-NO"
        properties.last_modified_by = properties.comments = ""
        for language in styles.element.iter(qn("w:lang")):
            language.getparent().remove(language)
        styles["Normal"].element.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="nb-NO"/>'))

    def _logo(self, picture: bytes) -> None:
        # the template has a logo of its own, if there is to be one
        shape = self.document.add_picture(BytesIO(picture), height=_LOGO_HIGH)
        shape._inline.docPr.set("descr", logo_words(self.register.kommune.navn))
        self.document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self.text(text, f"Heading {level}")

    def text(self, text: str, style: str = "Normal", *, bold: bool = False, size: Length | None = None) -> Paragraph:
        """Add a paragraph, what is left for a person to write marked, and return it."""
        paragraph = self.document.add_paragraph(style=style)
        for number, part in enumerate(text.split(LEFT_OPEN)):
            if number:
                paragraph.add_run(LEFT_OPEN).font.highlight_color = WD_COLOR_INDEX.YELLOW
            run = paragraph.add_run(part)
            run.bold, run.font.size = bold or None, size
        return paragraph

    def linked(self, before: str, *parts: str | Link) -> None:
        """Add a paragraph with links in it."""
        _write(self.text(before), parts, self.deep)

    def said(self, finding: str) -> None:
        """Add what a finding says, and in a paragraph below what it rests on."""
        self.text(finding, bold=True).paragraph_format.keep_with_next = True
        if under := getattr(finding, "under", ""):
            self.text(under)

    def caption(self, kind: str, text: str) -> Paragraph:
        """Add a caption that Word numbers: Tabell 1 or Figur 1."""
        self.numbers[kind] += 1
        paragraph = self.document.add_paragraph(f"{kind} ", style="Caption")
        paragraph._p.append(_field(f"SEQ {kind} \\* ARABIC", self.numbers[kind]))
        paragraph.add_run(f" {text}")
        return paragraph

    def picture(self, figure: Figure, title: str) -> None:
        """Add a figure as wide as the text, with its alternative text, and its caption below."""
        self.document.add_picture(BytesIO(figure.as_bytes(".png")), self.wide)._inline.docPr.set("descr", figure.alt)
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self.caption("Figur", title)

    def table(self, title: str, rows: Sequence[Mapping[str, Any]], wide: Mapping[str, float], source: str = "") -> None:
        """Add a table with its caption above and its source below; `wide` has its heads, and how wide each is in shares.

        A cell is a text, or a list of lines, where an empty one is left out. The heads are repeated on every page.
        """
        if title:
            self.caption("Tabell", title).paragraph_format.keep_with_next = True
        grid = self.document.add_table(len(rows) + 1, len(wide), GRID)
        grid.autofit = False
        for column, share in zip(grid.columns, wide.values(), strict=True):
            column.width = Length(round(self.wide * share / sum(wide.values())))
        for line, row in zip(grid.rows, [dict(zip(wide, wide, strict=True)), *rows], strict=True):
            for cell, name, column in zip(line.cells, wide, grid.columns, strict=True):
                cell.width = column.width
                _fill(cell, row[name], self.deep)
        _make_heads(grid)
        self.text(source, size=IN_SOURCE)

    def as_bytes(self) -> bytes:
        """Return the file, the same each time."""
        file = BytesIO()
        self.document.save(file)
        return timeless(file, self.register.per_dato)


def _on_house_paper(deep: RGBColor) -> Document:
    document = docx.Document()
    (section,) = document.sections
    section.page_width, section.page_height = ON_A4
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = PAGE_EDGE
    for line in document.styles[GRID].element.iter(qn("w:tblBorders")):
        for side in line:
            side.set(qn("w:color"), RULE[1:])
    for name, (size, above) in STYLES.items():
        style = document.styles[name]
        # those of the theme would win
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = None if name == "Normal" else deep
        for line in style.element.iter(qn("w:bottom")) if deep != HOUSE else ():
            line.set(qn("w:color"), str(deep))
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(4)
    _number_pages(document)
    return document


def _on_template(mal: Path) -> Document:
    file, own = template_file(mal), docx.Document().styles
    try:
        document = docx.Document(file)
        document.element.body.get_or_add_sectPr()
        for name in sorted({*STYLES, GRID} - {style.name for style in document.styles}):
            document.styles.element.append(deepcopy(own[name].element))
        for name in (*STYLES, GRID):
            # a style of another kind that has the name is none
            document.styles.get_style_id(name, own[name].type)
        settings = document.part._settings_part
        # where it was itself made from would be asked for when the document is opened
        for link in settings.element.findall(qn("w:attachedTemplate")):
            settings.rels.pop(link.get(qn("r:id")), None)
            settings.element.remove(link)
        _number_pages(document)
    except Exception:
        # docx raises what its parts raise for a file that is packed as one of Word's and is none
        raise broken_template(mal) from None
    return document


def _number_pages(document: Document) -> None:
    footer = document.sections[-1].footer
    if "PAGE" not in footer._element.xml:
        paragraph = footer.add_paragraph("Side ")
        paragraph._p.append(_field("PAGE", 1))
        paragraph.add_run(" av ")
        paragraph._p.append(_field("NUMPAGES", 1))


def _field(code: str, shown: int) -> Any:
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>')


def _fill(cell: _Cell, content: str | list[PaperLine], deep: RGBColor) -> None:
    lines = [content] if isinstance(content, str) else [line for line in content if line]
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
        _write(paragraph, [line] if isinstance(line, str | Link) else line, deep, IN_CELL)


def _write(paragraph: Paragraph, parts: Sequence[str | Link], deep: RGBColor, size: Length | None = None) -> None:
    for part in parts:
        run = paragraph.add_run(part if isinstance(part, str) else part.text)
        run.font.size, run.bold = size, isinstance(part, Strong) or None
        if isinstance(part, Link) and part.address.startswith("https://"):
            leads = OxmlElement("w:hyperlink")
            leads.set(qn("r:id"), paragraph.part.relate_to(part.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run.font.underline, run.font.color.rgb = True, deep
            leads.append(run._r)
            paragraph._p.append(leads)


def _make_heads(grid: Table) -> None:
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in grid.rows[0].cells:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{BAND[1:]}"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))
        cell.paragraphs[0].runs[0].bold = True
    # the heads stay with the first row, the last row with the source, and a table of few rows is not broken
    for row in grid.rows if len(grid.rows) <= FEW_ROWS else (grid.rows[0], grid.rows[-1]):
        for paragraph in (paragraph for cell in row.cells for paragraph in cell.paragraphs):
            paragraph.paragraph_format.keep_with_next = True
