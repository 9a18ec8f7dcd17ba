"""What is made for a municipality with a profile has its colours, and its logo once, with an alternative text."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from pptx import Presentation
from profiles import GREEN, png, with_profile

import planstrategi as ps
from planstrategi.charts.house import style

DARK = GREEN[1:].upper()
NAMED = "Logoen til Fjordvik"


@pytest.fixture(scope="module")
def register(fjordvik):
    return with_profile(fjordvik)


def made(kind: str, register, folder, **more) -> BytesIO:
    ending = {"lysbilder": "pptx", "arbeidsbok": "xlsx"}.get(kind, "docx")
    return BytesIO(ps.make(kind, register, folder / f"{kind}.{ending}", overskriv=True, **more).read_bytes())


def test_slides_have_the_logo_on_white_on_the_first_and_the_colours_of_the_municipality_in_their_charts(register, tmp_path):
    deck = Presentation(made("lysbilder", register, tmp_path, figurer="kapasitet"))
    logos = [(n, shape) for n, slide in enumerate(deck.slides) for shape in slide.shapes if shape.name == "Logo"]
    ((number, logo),) = logos
    assert number == 0
    assert logo.image.blob == png()
    assert logo._element._nvXxPr.cNvPr.get("descr") == NAMED
    assert logo.width / logo.height == pytest.approx(2, abs=0.01)
    assert "FFFFFF" in logo._element.xml
    assert str(deck.slides[0].slide_layout.background.fill.fore_color.rgb) == DARK
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert str(charts[0].plots[0].series[0].format.fill.fore_color.rgb) == DARK


def test_no_colour_of_the_house_is_left_in_a_chart_nor_in_the_boxes_of_its_numbers(ostre_toten, tmp_path):
    deck = Presentation(made("lysbilder", with_profile(ostre_toten), tmp_path, figurer="forventninger,lovdekning-aar,kapasitet"))
    (*charts,) = (shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)
    written = " ".join(chart._chartSpace.xml.lower() for chart in charts)
    assert len(charts) == 3
    assert [colour for colour in (style.DEEP, style.SECOND, *style.TINTS) if f'val="{colour[1:]}"' in written] == []


@pytest.mark.parametrize("kind", ["sak", "plandokument"])
def test_a_document_has_the_logo_before_its_title_and_its_headings_in_the_colour(kind, register, tmp_path):
    document = docx.Document(made(kind, register, tmp_path))
    (drawn,) = document.paragraphs[0]._p.iter(qn("wp:docPr"))
    assert drawn.get("descr") == NAMED
    assert document.paragraphs[1].style.name == "Title"
    assert {str(document.styles[name].font.color.rgb) for name in ("Title", "Heading 1", "Heading 2")} == {DARK}
    assert "12436D" not in document.part.blob.decode().upper()


def test_a_template_has_what_logo_it_has(register, tmp_path):
    docx.Document().save(tmp_path / "mal.docx")
    document = docx.Document(made("sak", register, tmp_path, mal=tmp_path / "mal.docx"))
    assert document.paragraphs[0].style.name == "Title"


def test_the_heads_of_a_workbook_have_the_colour(register, fjordvik, tmp_path):
    def head(one):
        sheet = load_workbook(made("arbeidsbok", one, tmp_path))["planer"]
        return {cell.fill.fgColor.rgb[2:] for row in sheet for cell in row if cell.value == "Planbehov"}

    assert head(register) == {DARK}
    assert head(fjordvik) == {"12436D"}
