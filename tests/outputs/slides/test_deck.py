"""Slides, read back with python-pptx and shown by LibreOffice: findings as titles, and the numbers of the tables."""

import re
import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from registers import OSTRE_TOTEN

import planstrategi as ps
from planstrategi.model.profile import brightness
from planstrategi.outputs.slides.deck import as_slides
from planstrategi.presentation.unknown_name import UnknownName

ENDLESS = "Ord" * 60
HOSTILE = ("=HYPERLINK(1)", "{=1+1}", "https://x.no", "<script>x</script>", "]]>", r"$\frac{1}{2}$", ENDLESS, "שלום 🌊", "-2+3")


def opened(data: bytes):
    return Presentation(BytesIO(data))


def charts_of(deck) -> list:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def notes_of(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


@pytest.fixture(scope="module")
def usual(ostre_toten) -> bytes:
    return as_slides(ostre_toten)


@pytest.fixture(scope="module")
def deck(usual):
    return opened(usual)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    def text(name: str) -> str:
        return "'" + name.replace("'", "''") + "'"

    folder = tmp_path_factory.mktemp("hostile") / "kommuner" / "prove"
    folder.mkdir(parents=True)
    areas = "".join(f"  - {{id: o{number}, navn: {text(name)}}}\n" for number, name in enumerate(HOSTILE))
    plans = "".join(
        f"  - {{id: p{number}, navn: {text(name)}, plantype: temaplan, planbehov: ny, ansvarlig: o{number}, aar: [2024, 2025],"
        f" kilde: {{tabell: temaplan, rad: {number + 1}}}}}\n"
        for number, name in enumerate(HOSTILE)
    )
    (folder / "register.yaml").write_text(
        f"kommune: {{navn: {text(HOSTILE[0])}, nummer: '9999', fylke: provefylke}}\nperiode: {{fra: 2024, til: 2026}}\n"
        f"per_dato: 2024-06-30\ndokument: {{tittel: {text(HOSTILE[1])}}}\nomraader:\n{areas}tabeller:\n"
        f"  - {{id: temaplan, navn: Temaplan, antall_rader: {len(HOSTILE)}, merket_betyr: arbeid}}\nplaner:\n{plans}",
        "utf-8",
    )
    shutil.copytree(OSTRE_TOTEN.parents[2] / "nasjonalt", folder.parents[1] / "nasjonalt")
    return ps.load(folder)


def test_there_are_six_to_ten_wide_slides_with_findings_of_at_most_two_lines_as_titles(deck, ostre_toten):
    shown = ("planbehov", "kapasitet", "belastning", "scenarier", "utjevning", "lovdekning-aar", "frister", "forventninger")
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [ostre_toten.dokument.tittel, "Det viktigste på én side", *(ps.finding(name, ostre_toten) for name in shown)]
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, rel=1e-3)


def test_the_summary_has_the_sentences_of_its_table_and_the_rest_in_its_notes(deck, ostre_toten):
    (grid,) = (shape.table for shape in deck.slides[1].shapes if shape.has_table)
    said = [line for row in grid.rows for line in row.cells[1].text.split("\n")]
    sentences = list(ps.table("sammendrag", ostre_toten)["setning"])
    assert set(said) <= set(sentences) and len(said) > 10
    assert [one for one in sentences if one not in notes_of(deck.slides[1])] == []


def test_the_numbers_of_a_chart_are_those_of_its_table(ostre_toten):
    charts = charts_of(opened(as_slides(ostre_toten, figurer="kapasitet,planbehov,lovdekning-slag,utjevning-maanedsverk")))
    tables = [ps.table(name, ostre_toten) for name in ("kapasitet", "planbehov", "lovdekning-slag")]
    for chart, table, by in zip(charts, tables, ("ansvarlig", "ansvarlig", "status"), strict=False):
        count = "antall_krav" if by == "status" else "antall_planer"
        shown = {series.name: sum(filter(None, series.values)) for series in chart.plots[0].series}
        known = table.groupby(by)[count].sum()
        assert shown == {name: number for name, number in known.items() if name in shown} and sum(shown.values()) == known.sum()
    years = ps.table("kapasitet-aar", ostre_toten)
    assert list(charts[0].plots[0].categories)[1].startswith(f"2025: {years['antall_planer'][1]} planer")
    after = ps.table("utjevning-aar", ostre_toten).query("vekt == 'maanedsverk' and utgave == 'utjevnet'")
    assert list(charts[3].plots[0].series[1].values) == list(after["maanedsverk"])


def test_the_lines_of_a_hatch_are_seen_and_are_far_from_as_dark_as_ink(ostre_toten):
    charts = charts_of(opened(as_slides(ostre_toten, figurer="kapasitet,lovdekning-slag")))
    fills = [series.format.fill for chart in charts for series in chart.plots[0].series]
    hatched = [fill for fill in fills if fill.type == MSO_FILL.PATTERNED]
    light = [[brightness(f"#{one}") + 0.05 for one in (fill.fore_color.rgb, fill.back_color.rgb)] for fill in hatched]
    assert len(light) > 8 and all(1.3 < max(pair) / min(pair) < 5 for pair in light)


def test_a_number_stands_in_a_standing_bar_only_where_its_part_is_as_high_as_the_letters(ostre_toten):
    slide = opened(as_slides(ostre_toten, figurer="kapasitet")).slides[2]
    (shape,) = (one for one in slide.shapes if one.has_chart)
    series = list(shape.chart.plots[0].series)
    (least,) = {float(re.search(r">=([0-9.]+)", one.data_labels.number_format)[1]) for one in series}
    longest = max(map(sum, zip(*(one.values for one in series), strict=True)))
    # the names of the years and of the areas take a third
    assert least / longest * shape.height.pt * 2 / 3 > series[0].data_labels.font.size.pt


def test_the_one_bar_of_a_chart_is_no_thicker_than_a_drawing_has_it(small):
    plan = "planer: [{id: a, navn: A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, planbehov: ny}]\n"
    slide = opened(as_slides(small(plan), figurer="planbehov")).slides[2]
    (shape,) = (one for one in slide.shapes if one.has_chart)
    assert shape.height.pt / (1 + shape.chart.plots[0].gap_width / 100) < 60


def test_what_powerpoint_has_no_chart_for_is_a_picture_and_each_is_described_and_explained(deck):
    for slide in list(deck.slides)[2:]:
        (drawn,) = (shape for shape in slide.shapes if shape.name == "Diagram")
        assert slide.shapes.title.text in drawn._element._nvXxPr.cNvPr.get("descr")
        assert re.search(r"Kilde|Vurdering av|Antakelser|Forslag", notes_of(slide)) and "planstrategi tabell " in notes_of(slide)
    assert [slide.shapes.title.text[:12] for slide in deck.slides if any(shape.shape_type == 13 for shape in slide.shapes)] == [
        "Neste frist "
    ]


def test_each_slide_has_its_number_and_the_day_and_each_but_the_first_its_source(deck):
    for slide in deck.slides:
        assert 'type="slidenum"' in slide.shapes._spTree.xml
        assert "Per 30.06.2024" in " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert all(any(shape.name == "Kilde" for shape in slide.shapes) for slide in list(deck.slides)[1:])


def test_what_has_nothing_to_show_is_left_out_and_said_in_the_notes_of_the_summary(small):
    made = opened(as_slides(small("planer: []\n", dato="2024-06-30"), figurer=["kapasitet", "tidslinje"]))
    assert len(made.slides) == 2
    assert "ikke noe å vise" in notes_of(made.slides[1])


def test_a_figure_that_does_not_exist_is_refused_with_the_one_that_is_meant(ostre_toten):
    with pytest.raises(UnknownName, match=r"«kapasitett»\. Mente du «kapasitet»"):
        as_slides(ostre_toten, figurer="frister,kapasitett")


def test_the_same_register_gives_the_same_bytes_that_say_the_day_of_the_register(usual, ostre_toten):
    assert as_slides(ps.load(OSTRE_TOTEN)) == usual
    properties = opened(usual).core_properties
    assert {properties.created.date().isoformat(), properties.modified.date().isoformat()} == {ostre_toten.per_dato}


def test_a_name_is_text_whatever_it_looks_like(hostile):
    data = as_slides(hostile, figurer="kapasitet,planbehov,tidslinje")
    chart = charts_of(opened(data))[0]
    shown = {series.name for series in chart.plots[0].series}
    # a word without end is cut, and stands whole in the notes
    assert {name for name in shown if not name.endswith("…")} == set(HOSTILE) - {ENDLESS}
    assert ENDLESS in notes_of(opened(data).slides[2])
    with ZipFile(BytesIO(data)) as parts:
        books = [parts.read(name) for name in parts.namelist() if name.endswith(".xlsx")]
    cells = [cell for book in books for row in load_workbook(BytesIO(book)).active for cell in row]
    named = [cell for cell in cells if isinstance(cell.value, str)]
    assert all((cell.data_type, cell.quotePrefix, cell.hyperlink) == ("s", True, None) for cell in named)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finnes ikke her")
def test_libreoffice_shows_as_many_pages_as_there_are_slides(usual, hostile, tmp_path):
    import pdfplumber

    decks = {"vanlig": usual, "fiendtlig": as_slides(hostile, figurer="kapasitet,planbehov,tidslinje")}
    for name, data in decks.items():
        (tmp_path / f"{name}.pptx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    files = [f"{tmp_path}/{name}.pptx" for name in decks]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files], check=True, timeout=120
    )
    for name, data in decks.items():
        with pdfplumber.open(tmp_path / f"{name}.pdf") as pdf:
            assert len(pdf.pages) == len(opened(data).slides)
            assert "viktigste" in pdf.pages[1].extract_text()
