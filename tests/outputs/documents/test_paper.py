"""The paper of a document: its language, pages and day, the same bytes each time, and a municipality's own template."""

import re
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from words_of_documents import opened, said

from planstrategi.outputs import MakeRefused
from planstrategi.outputs.documents.paper import Paper


def made(register, mal=None):
    paper = Paper(register, mal, "Prøve")
    paper.heading("Først")
    paper.table("Tall", [{"A": "1", "B": ["2", ""]}], {"A": 1, "B": 2})
    return paper.as_bytes()


@pytest.mark.parametrize(("rows", "stays"), [(5, 6), (6, 2)])
def test_a_table_of_few_rows_is_not_broken_between_two_pages(fjordvik, rows, stays):
    paper = Paper(fjordvik, None, "Prøve")
    paper.table("Tall", [{"A": "1"}] * rows, {"A": 1})
    column = paper.document.tables[0].columns[0]
    assert [cell.paragraphs[0].paragraph_format.keep_with_next for cell in column.cells].count(True) == stays


@pytest.fixture
def mal(tmp_path):
    """Return a function that saves a template that was changed."""

    def save(change):
        document = docx.Document()
        document.add_paragraph("Prøvekommune, rådhuset")
        change(document)
        document.save(tmp_path / "mal.docx")
        return tmp_path / "mal.docx"

    return save


def with_link_out(kind, element=""):
    def change(document):
        ident = document.part._settings_part.relate_to("https://ond.no/mal.dotm", kind, is_external=True)
        if element:
            link = OxmlElement(element)
            link.set(qn("r:id"), ident)
            document.part._settings_part.element.append(link)

    return change


def test_the_language_is_norwegian_and_pages_are_numbered_on_a4(fjordvik):
    document = opened(made(fjordvik))
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"nb-NO"}
    assert "PAGE" in document.sections[0].footer._element.xml
    assert (round(document.sections[0].page_width.cm), round(document.sections[0].page_height.cm)) == (21, 30)


def test_two_runs_give_the_same_bytes_and_no_other_day_than_the_registers(fjordvik):
    data = made(fjordvik)
    assert data == made(fjordvik)
    with ZipFile(BytesIO(data)) as parts:
        core = parts.read("docProps/core.xml").decode()
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {fjordvik.per_dato}


def test_on_a_template_its_letterhead_and_styles_stay_and_missing_styles_are_added(fjordvik, mal):
    def change(document):
        document.styles["Heading 1"].font.size = Pt(31)
        document.styles.element.remove(document.styles["Caption"].element)

    document = opened(made(fjordvik, mal(change)))
    assert [one.text for one in document.paragraphs][:2] == ["Prøvekommune, rådhuset", "Prøve"]
    assert document.styles["Heading 1"].font.size == Pt(31)
    assert [said(one._p) for one in document.paragraphs if one.style.name == "Caption"] == ["Tabell 1 Tall"]


def test_a_template_that_numbers_its_own_pages_is_not_numbered_twice(fjordvik, mal):
    def change(document):
        document.sections[0].footer.paragraphs[0]._p.set(qn("w:rsidR"), "00PAGE00")

    assert "Side" not in said(opened(made(fjordvik, mal(change))).sections[0].footer._element)


def test_what_a_template_was_made_from_is_not_asked_for_when_the_document_is_opened(fjordvik, mal):
    data = made(fjordvik, mal(with_link_out(f"{KINDS.HYPERLINK.rpartition('/')[0]}/attachedTemplate", "w:attachedTemplate")))
    with ZipFile(BytesIO(data)) as parts:
        assert [name for name in parts.namelist() if b"ond.no" in parts.read(name)] == []
        # what points at a link that is gone would make Word call the file damaged
        assert b"attachedTemplate" not in parts.read("word/settings.xml")


@pytest.mark.parametrize("kind", [KINDS.IMAGE, KINDS.OLE_OBJECT])
def test_a_template_that_fetches_something_is_refused(fjordvik, mal, kind):
    with pytest.raises(MakeRefused, match=r"mal\.docx henter innhold utenfra"):
        made(fjordvik, mal(with_link_out(kind)))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"dette er tekst"])
def test_a_file_that_is_no_template_is_refused_with_its_name(fjordvik, tmp_path, data):
    (tmp_path / "mal.docx").write_bytes(data)
    with pytest.raises(MakeRefused, match=r"mal\.docx kan ikke leses som mal"):
        made(fjordvik, tmp_path / "mal.docx")


def test_a_template_with_a_part_that_cannot_be_unpacked_is_refused_with_its_name(fjordvik, tmp_path):
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as parts:
        parts.writestr("a.xml", b"<a/>" * 9)
    # what stands after the header and the name of five letters, says to go back further than there is
    data = bytearray(packed.getvalue())
    data[35:38] = b"\xff" * 3
    (tmp_path / "mal.docx").write_bytes(data)
    with pytest.raises(MakeRefused, match=r"mal\.docx kan ikke leses som mal"):
        made(fjordvik, tmp_path / "mal.docx")


def test_a_template_whose_footer_is_none_is_refused_with_its_name(fjordvik, mal):
    made_of = ZipFile(mal(lambda document: document.sections[0].footer.add_paragraph("Rådhuset")))
    parts = {name: made_of.read(name) for name in made_of.namelist()}
    with ZipFile(made_of.filename, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, re.sub(rb"(</?)w:ftr", rb"\1w:fot", data))
    with pytest.raises(MakeRefused, match=r"mal\.docx kan ikke leses som mal"):
        made(fjordvik, Path(made_of.filename))


def test_a_template_without_a_page_gets_that_of_the_house(fjordvik, mal):
    document = opened(made(fjordvik, mal(lambda document: document.element.body.remove(document.element.body.sectPr))))
    assert "Side" in said(document.sections[0].footer._element) and len(document.tables) == 1


@pytest.mark.parametrize(("margin", "is_refused"), [(Cm(4), False), (Cm(6), True), (Cm(12), True)])
def test_a_template_with_no_room_between_its_margins_is_refused(fjordvik, mal, margin, is_refused):
    def change(document):
        document.sections[0].left_margin = document.sections[0].right_margin = margin

    with pytest.raises(MakeRefused, match="mindre enn 10 cm mellom margene") if is_refused else nullcontext():
        made(fjordvik, mal(change))


def test_a_template_that_calls_something_else_by_the_name_of_a_style_is_refused(fjordvik, mal):
    def change(document):
        document.styles.element.remove(document.styles["Title"].element)
        document.styles.add_style("Title", WD_STYLE_TYPE.CHARACTER)

    with pytest.raises(MakeRefused, match=r"mal\.docx kan ikke leses som mal"):
        made(fjordvik, mal(change))


def test_another_kind_of_office_file_is_refused_as_a_template(fjordvik, tmp_path):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "mal.docx")
    with pytest.raises(MakeRefused, match=r"mal\.docx kan ikke leses som mal"):
        made(fjordvik, tmp_path / "mal.docx")
