"""What is seen in a workbook."""

from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from planstrategi.intake.cells import struck_out
from planstrategi.intake.document import Paragraph, PrintedTable
from planstrategi.intake.office.xlsx_file import printed, read_xlsx


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2024.0, "General", "2024"), (0.5, "General", "0,5"), (0.25, "0%", "25 %"), (1, "0%", "100 %"), (True, "General", "SANN"),
        (False, "General", "USANN"),
        (date(2018, 6, 21), "dd.mm.yyyy", "21.06.2018"), (datetime(2018, 6, 21), "yyyy", "2018"),
        (datetime(2018, 6, 21, 9, 30), "", "21.06.2018 09:30"),
        (7, "General", "7"), (None, "General", ""), ("x", "General", "x"),
    ],
)  # fmt: skip
def test_a_value_is_printed_as_it_is_seen(value, number_format, text):
    assert printed(value, number_format) == text


@pytest.fixture
def book():
    return openpyxl.Workbook()


def test_blank_rows_and_columns_around_a_table_are_left_out_and_its_place_is_told(book, tmp_path):
    sheet = book.active
    sheet.title = "Planer"
    sheet["C4"], sheet["D4"], sheet["C5"], sheet["D5"] = "Plan", 2024, "Kulturplan", "x"
    book.save(tmp_path / "p.xlsx")
    title, table = read_xlsx(tmp_path / "p.xlsx").deler
    assert title == Paragraph("ark Planer", "Planer", True)
    assert [(row.sted, row.texts) for row in table.rader] == [
        ("ark Planer, celle C4", ("Plan", "2024")), ("ark Planer, celle C5", ("Kulturplan", "x")),
    ]  # fmt: skip


def test_lines_that_stand_alone_are_paragraphs_and_tables_are_parted_by_blank_rows(book, tmp_path):
    sheet = book.active
    for row in (["Planstrategi"], [], ["Plan", 2024], ["Kulturplan", "x"], [], ["Plan", 2025], ["Skoleplan", "x"]):
        sheet.append(row)
    book.save(tmp_path / "p.xlsx")
    parts = read_xlsx(tmp_path / "p.xlsx").deler
    assert [part.tekst if isinstance(part, Paragraph) else len(part.rader) for part in parts] == ["Sheet", "Planstrategi", 2, 2]


def test_cells_of_several_colours_below_each_other_are_a_table(book, tmp_path):
    sheet = book.active
    for at, (text, colour) in enumerate([("Ny plan", "FFFF00"), ("Oppheves", "FF0000")], 1):
        sheet[f"A{at}"], sheet[f"A{at}"].fill = text, PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "p.xlsx")
    table = read_xlsx(tmp_path / "p.xlsx").deler[1]
    assert [(row.celler[0].tekst, row.celler[0].farge) for row in table.rader] == [
        ("Ny plan", "00FFFF00"),
        ("Oppheves", "00FF0000"),
    ]


def test_what_stands_alone_right_above_the_first_table_is_its_title(book, tmp_path):
    for row in (["Planstrategi for Vik"], ["Vedtatt i mai"], ["Plan", 2024], ["Temaplaner"], ["Kulturplan", "x"]):
        book.active.append(row)
    book.save(tmp_path / "p.xlsx")
    *titles, plans = read_xlsx(tmp_path / "p.xlsx").deler
    assert ([part.tekst for part in titles], len(plans.rader)) == (["Sheet", "Planstrategi for Vik", "Vedtatt i mai"], 3)


def test_merged_cells_ground_and_bold_are_told(book, tmp_path):
    sheet = book.active
    sheet["A1"], sheet["C1"], sheet["A2"], sheet["B2"] = "Bredt", "z", "x", "y"
    sheet.merge_cells("A1:B1")
    sheet["A2"].fill, sheet["B2"].font = PatternFill("solid", fgColor="FF92D050"), Font(bold=True)
    book.save(tmp_path / "p.xlsx")
    first, second = read_xlsx(tmp_path / "p.xlsx").deler[1].rader
    assert ([cell.flettet for cell in first.celler], second.celler[0].farge, second.celler[1].fet) == (
        ["", "venstre", ""],
        "FF92D050",
        True,
    )


def test_sheets_come_in_order_and_hidden_ones_do_not(book, tmp_path):
    book.active["A1"] = "en"
    for name in ("Skjult", "To"):
        book.create_sheet(name)["A1"] = name
    book["Skjult"].sheet_state = "hidden"
    book.save(tmp_path / "p.xlsx")
    assert [part.tekst for part in read_xlsx(tmp_path / "p.xlsx").deler] == ["Sheet", "en", "To", "To"]


def test_what_is_hidden_is_not_read_and_is_told(book, tmp_path):
    sheet, other = book.active, book.create_sheet("Gammel")
    sheet.title, other.sheet_state = "Planer", "hidden"
    for line in (("Plan", "Notat", 2024), ("Kulturplan", "internt", "x"), ("Gatebruksplan", "", "x"), ("Skoleplan", "", "x")):
        sheet.append(line)
    sheet["A4"].comment = Comment("haster", "x")
    sheet.column_dimensions["B"].hidden, sheet.row_dimensions[3].hidden, other["A1"] = True, True, "Plan"
    book.save(tmp_path / "p.xlsx")
    read = read_xlsx(tmp_path / "p.xlsx")
    assert [row.texts for row in read.deler[1].rader] == [("Plan", "", "2024"), ("Kulturplan", "", "x"), ("Skoleplan", "", "x")]
    assert read.skjult == (
        "Arket Gammel er skjult, og er ikke lest.",
        "Kolonne B i arket Planer er skjult, og er ikke lest: Notat",
        "Rad 3 i arket Planer er skjult, og er ikke lest: Gatebruksplan | x",
        "Kommentaren i A4 i arket Planer er skjult, og er ikke lest: haster",
    )


@pytest.mark.parametrize("title", ["Temaplaner", "Tegnforklaring"])
def test_what_stands_beside_a_table_after_an_empty_column_is_by_itself_when_it_is_of_plans_or_signs(book, tmp_path, title):
    for line in (["Vik"], ["Plan", 2024, 2025, None, title, 2024], ["Samfunnsdel", "x", None, None, "Kulturplan", "x"]):
        book.active.append(line)
    book.save(tmp_path / "p.xlsx")
    tables = [part for part in read_xlsx(tmp_path / "p.xlsx").deler if isinstance(part, PrintedTable)]
    assert [(one.sted, one.rader[0].texts) for one in tables] == [
        ("ark Sheet, celle A2", ("Plan", "2024", "2025")), ("ark Sheet, celle E2", (title, "2024")),
    ]  # fmt: skip


@pytest.mark.parametrize("heads", ["Plan 2024 2025 - Merknad", "Nr Ansvar 2024 Plan Merknad"])
def test_what_is_of_one_table_is_not_parted(book, tmp_path, heads):
    titles = heads.replace("-", "").split(" ")
    for line in (titles, ["Kulturplan", "x", None, None, "Ny"]):
        book.active.append([text or None for text in line])
    book.save(tmp_path / "p.xlsx")
    (_, table) = read_xlsx(tmp_path / "p.xlsx").deler
    assert table.rader[0].texts == tuple(titles)


def test_what_is_struck_out_in_a_cell_is_told(book, tmp_path):
    sheet = book.active
    sheet["A1"], sheet["B1"] = "Veiplan", CellRichText(TextBlock(InlineFont(strike=True), "Eldre"), "plan")
    sheet["A1"].font = Font(strike=True)
    book.save(tmp_path / "p.xlsx")
    assert read_xlsx(tmp_path / "p.xlsx").deler[1].rader[0].texts == (struck_out("Veiplan"), f"{struck_out('Eldre')}plan")
