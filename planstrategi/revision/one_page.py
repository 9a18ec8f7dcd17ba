"""What has changed, as one page in Word for those who decide: the finding, the changes that matter most, and the sources."""

from collections.abc import Hashable, Mapping, Sequence
from io import BytesIO
from typing import Any

import docx
import pandas as pd
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from planstrategi.analysis.revision import changes as words
from planstrategi.analysis.revision.findings import changes_finding, promises_finding, since
from planstrategi.analysis.revision.fulfilment import KANSKJE, TATT_UT
from planstrategi.analysis.shared.sentences import Finding, short
from planstrategi.model.register import Register
from planstrategi.outputs.timeless import timeless
from planstrategi.presentation.figures import figure
from planstrategi.presentation.own_columns import field_changed, held
from planstrategi.presentation.tables import table

# what is saved as something else than a table
MADE_OF_TWO = (".docx", ".png", ".svg", ".pdf")
# the most that a page has room for, when every row takes two lines
MOST_PLANS, MOST_JUDGED = 14, 5
# letters that the narrowest columns have on two lines, and the title on one
LONGEST_SIDE, LONGEST_TITLE = 30, 100
FIRST = (TATT_UT, words.LAGT_TIL, KANSKJE, words.SKJOVET_UT, words.NYTT_NAVN, words.KRAV_AAPENT, words.UTEN_SVAR)
COLUMNS_WIDE = {"Plan": 5.2, "Endring": 3.6, "Fra": 4.1, "Til": 4.1}
PAPER_SIZE, EDGE = (21.0, 29.7), 2.0


def made_of_two(register: Register, ending: str, siden: str) -> bytes:
    """Return the page, or the chart of what became of the plans, as the ending of a file says."""
    return one_page(register, siden) if ending == MADE_OF_TWO[0] else figure("oppfyllelse", register).as_bytes(ending)


def one_page(register: Register, siden: str = "") -> bytes:
    """Return a docx of one page with what has changed since the register before; `siden` is what that is called."""
    page, frame = _empty(register), table("endringer", register)
    page.add_heading(f"Endret siden {short(siden) or since(register) or 'forrige planstrategi'}", 1)
    page.add_paragraph(short(register.dokument.tittel, LONGEST_TITLE))
    _said(page, changes_finding(register))
    facts = frame[frame["slag"] == "fakta"]
    _changes(page, facts, "Plan", MOST_PLANS)
    if len(judged := frame.drop(facts.index)):
        page.add_heading("Lovkrav og forventninger, slik noen har vurdert dem", 2)
        _changes(page, judged, "Krav eller forventning", MOST_JUDGED)
    old = register.previous().register
    if old and old.periode.til < register.periode.fra:
        page.add_heading("Hva som ble lovet", 2)
        _said(page, promises_finding(register))
    page.add_heading("Kilder", 2)
    page.add_paragraph(frame.attrs["kilde"].removeprefix("Kilde: "))
    file = BytesIO()
    page.save(file)
    return timeless(file, register.per_dato)


def _empty(register: Register) -> Document:
    page = docx.Document()
    (section,) = page.sections
    section.page_width, section.page_height = map(Cm, PAPER_SIZE)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Cm(EDGE)
    for name, size in (("Normal", 9), ("Heading 1", 16), ("Heading 2", 11)):
        style = page.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6 if size > 9 else 0), Pt(3)
    for language in page.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nb-NO")
    page.core_properties.title, page.core_properties.author = f"Endringer. {register.dokument.tittel}", register.kommune.navn
    return page


def _said(page: Document, finding: Finding) -> None:
    page.add_paragraph().add_run(finding).bold = True
    if finding.under:
        page.add_paragraph(finding.under)


def _changes(page: Document, frame: pd.DataFrame, what: str, most: int) -> None:
    """Add the changes that matter most, as many as there is room for, and say how many more there are."""
    order = {word: number for number, word in enumerate(FIRST)}
    ranked = frame.sort_values("endring", key=lambda column: column.map(order).fillna(len(FIRST)), kind="stable")
    rows = [_row(row, frame.attrs["navn"]) for row in ranked.head(most).to_dict("records")]
    if rows:
        _grid(page, [what, *list(COLUMNS_WIDE)[1:]], rows)
    if len(frame) > most:
        page.add_paragraph(f"… og {len(frame) - most} til (se tabellen endringer)")


def _row(row: dict[Hashable, Any], names: Mapping[str, str]) -> list[str]:
    alone = row["felt"] in ("navn", words.LAW, words.EXPECTATION) or row["endring"] in (words.LAGT_TIL, TATT_UT)
    what = row["endring"] if alone else f"{field_changed(row['felt'])} {row['endring']}"
    sides = [short(str(held(row[side], row, names)), LONGEST_SIDE) for side in ("fra", "til")]
    return [short(row["navn"]), what[0].upper() + what[1:], *sides]


def _grid(page: Document, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    grid = page.add_table(len(rows) + 1, len(heads), "Table Grid")
    grid.autofit = False
    for column, wide in zip(grid.columns, COLUMNS_WIDE.values(), strict=True):
        column.width = Cm(wide)
    for line, texts in zip(grid.rows, [heads, *rows], strict=True):
        for cell, text, wide in zip(line.cells, texts, COLUMNS_WIDE.values(), strict=True):
            cell.width = Cm(wide)
            cell.paragraphs[0].add_run(text).bold = texts is heads
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    # what reads the page aloud tells the heads by it
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
