"""The rows careful readers read, typeset in Word, printed by LibreOffice, and read from the PDF."""

import openpyxl
import pytest
from agreement import DOUBTFUL, alike, differences, doubted
from docx import Document as new_document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from openpyxl.worksheet.properties import PageSetupProperties
from typeset import FASIT, SOFFICE, Look, as_docx, as_pdf, document_of, read_fasit

from planstrategi.intake.pdf.pdf_file import read_pdf
from planstrategi.intake.tables import found

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice er ikke installert")
LOOKS = {
    "ramme": Look(),
    "uten ramme": Look(ramme=False, avsnitt="fet", liggende=True),
    "bånd, gjentatt og liggende": Look(baand=True, avsnitt="flettet", gjentatt=7, liggende=True),
    "skyggelagt": Look(skygge=True, avsnitt="rad", liggende=True, forklaring="Skravert felt viser når det arbeides med planen."),
}
# with the widths that people choose, and no lines
FITTED = {"tilpasset": Look(ramme=False, avsnitt="rad", liggende=True, tilpasset=True)}
# two looks for each document, and three documents for each look: LibreOffice takes its time
TYPESET = [(path, n, [*LOOKS][(at + 2 * n + at // 4) % 4]) for at, path in enumerate(FASIT) for n in range(2)]
TYPESET += [(path, 2, look) for path in FASIT for look in FITTED]
LOOKS |= FITTED
NAMES = [row["navn"] for path in FASIT[:2] for row in read_fasit(path)["rader"] if not row.get("ikke_plan")]
ROWS = [(name, "x" if n % 2 else "", "" if n % 3 else "X", "Samfunn og strategi") for n, name in enumerate(NAMES)]


def _styled(path, style, turned=False):
    file = new_document()
    file.sections[0].header.paragraphs[0].text = "Planstrategi for Fjordvik kommune 2028–2031, vedtatt i kommunestyret 12.09.2028"
    file.add_paragraph("Kryss viser når planarbeidet starter.")
    table = file.add_table(0, 4, style=style)
    for row in [("Plan", "2028", "2029", "Ansvarlig"), *ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            if turned and text.isdecimal():
                cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="btLr"/>'))
    file.add_paragraph("Etter tabellen kommer mer tekst om planene.")
    file.save(str(path))
    return path


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Every document, printed in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pdf")
    documents = [
        as_docx(document_of(read_fasit(path), LOOKS[look]), folder / f"{path.stem.split('-')[0]}_{number}.docx", LOOKS[look])
        for path, number, look in TYPESET
    ]
    documents += [_styled(folder / f"{name}.docx", style, name == "vridd") for name, style in STYLES.items()]
    return {pdf.stem: pdf for pdf in as_pdf(documents, folder)}


STYLES = {"vridd": "Table Grid", "annenhver": "Light List", "skygge": "Light Shading", "ingen": None}


@pytest.mark.parametrize(("path", "number", "look"), TYPESET, ids=lambda one: getattr(one, "stem", one))
def test_every_row_is_found_and_none_invented_in_a_pdf(printed, path, number, look):
    fasit, name = read_fasit(path), path.stem.split("-")[0]
    read_ = found(read_pdf(printed[f"{name}_{number}"]))
    assert differences(read_, fasit["rader"], signs=not LOOKS[look].skygge) == []
    assert {alike(one) for one in DOUBTFUL[name]} <= doubted(read_)
    assert (read_.kommune, "-".join(map(str, read_.periode))) == (fasit["hode"]["kommune"], fasit["hode"]["periode"])


@pytest.mark.parametrize("name", STYLES)
def test_a_table_over_pages_is_one_however_its_lines_are_drawn(printed, name):
    read_ = found(read_pdf(printed[name]))
    rows = [
        {"navn": row[0], "merker": {y: m for y, m in ((2028, row[1]), (2029, row[2])) if m}, "ansvarlig": row[3]} for row in ROWS
    ]
    assert differences(read_, rows) == []
    assert (len(read_.tabeller), read_.tabeller[0].merket_betyr, read_.vedtatt) == (1, {"": "oppstart"}, "2028-09-12")


def test_running_heads_stand_once_and_rows_tell_their_page(printed):
    document = read_pdf(printed["ingen"])
    assert [part.sted for part in document.deler].count("topp- og bunntekst") == 1
    table = next(part for part in document.deler if hasattr(part, "rader"))
    assert table.rader[1].sted == "side 1, rad 2"
    assert table.rader[-1].sted.startswith("side ")
    assert not table.rader[-1].sted.startswith("side 1,")


def test_a_title_above_headings_that_are_repeated_on_a_page_begins_another_table(tmp_path):
    file, said = new_document(), "Arbeidet må ta omsyn til at planavdelinga berre har to stillingar."
    first = [("Byplan", said), ("Plan for oppfølging av fosterheimar og barnevernsbarn", ""), ("Havneplan for Vik", said)]
    second = [
        ("Landbruksplan", said),
        ("Bustadpolitisk plan", ""),
        ("Beiteplan", "Nei"),
        ("Plan for helse i alle livsfasar", said),
    ]
    for year, plans in (("2028", first), ("2029", second)):
        file.add_heading(f"Planar som skal startast opp i {year}", 2)
        # its lines between the cells of a row stand in every other one
        table = file.add_table(0, 4, style="Light List Accent 2")
        for row in [("Plan", "Ny/revisjon", "Kommentar", "Ansvarleg"), *((name, "Ny", text, "Stab") for name, text in plans)]:
            for cell, text, wide in zip(table.add_row().cells, row, (5.8, 2, 5.6, 2.9), strict=True):
                cell.text, cell.width = text, Cm(wide)
    file.save(str(tmp_path / "aar.docx"))
    (pdf,) = as_pdf([tmp_path / "aar.docx"], tmp_path)
    rows = found(read_pdf(pdf)).rader
    assert [[one.verdi for one in row.forslag if one.felt == "oppstart"] for row in rows] == [["2028"]] * 3 + [["2029"]] * 4


def test_a_title_on_the_next_page_begins_another_table_also_with_running_text_below_it(tmp_path):
    file = new_document()
    for title, name in (("Overordna planar", "Byplan"), ("Temaplanar", "Havneplan")):
        file.add_heading(title, 2)
        file.add_paragraph(f"{title} skal lagast i perioden.")
        table = file.add_table(0, 3, style="Table Grid")
        for row in [("Plan", "2028", "2029"), (f"{name} for Vik", "x", ""), (f"{name} for Sand", "", "x")]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        file.add_page_break()
    file.save(str(tmp_path / "tema.docx"))
    (pdf,) = as_pdf([tmp_path / "tema.docx"], tmp_path)
    read = found(read_pdf(pdf))
    assert [(one.navn, sum(row.tabell == at for row in read.rader)) for at, one in enumerate(read.tabeller, 1)] == [
        ("Overordna planar", 2), ("Temaplanar", 2),
    ]  # fmt: skip


def test_a_sheet_printed_without_lines_has_its_cells_though_they_touch_and_cut_each_other(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        ("Nr", "Plan", 2028, 2029, "Kommentar", "Ansvarlig"),
        ("Planer som kommunen skal arbeide med i perioden (årsverk), side 4 og 18",),
    ]
    said = "Arbeidet må ta hensyn til at planavdelingen bare har to stillinger i året"
    rows += [(n, name, 20 if n % 2 else None, 1250 if n == 5 else 7, said, "Stab") for n, name in enumerate(NAMES[:12], 1)]
    for row in rows:
        sheet.append(row)
    for column, wide in zip("ABCDEF", (5, 62, 5.2, 5.2, 40, 10), strict=True):
        sheet.column_dimensions[column].width = wide
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.save(tmp_path / "ark.xlsx")
    (pdf,) = as_pdf([tmp_path / "ark.xlsx"], tmp_path)
    marks = [{2029: "1250" if n == 5 else "7"} | ({2028: "20"} if n % 2 else {}) for n in range(1, 13)]
    wanted = [{"navn": name, "merker": own, "ansvarlig": "Stab"} for name, own in zip(NAMES, marks, strict=False)]
    assert differences(found(read_pdf(pdf)), wanted) == []
