"""The workbook, read by something else than what wrote it: openpyxl, and LibreOffice where it is installed."""

import csv
import re
import shutil
import subprocess
from datetime import datetime
from io import BytesIO

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from registers import FJORDVIK

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.outputs.workbook.tables_book import tables_book
from planstrategi.presentation.nothing import has_nothing
from planstrategi.presentation.tables import TABLES, declared_columns

HOSTILE = (
    '=HYPERLINK("https://eksempel.no","trykk")', "+1+1", "-2+3", "@SUM(A1)", "<script>alert(1)</script>", "]]>&amp;",
    r"$\frac{1}{2}$", "x" * 250, "Plan 🏔️ for fjellet", "_x0041_ og https://eksempel.no",
)  # fmt: skip
PLAN = "  - {{id: plan-{row}, navn: '{name}', plantype: temaplan, kilde: {{tabell: temaplan, rad: {row}}}, aar: [2024]}}\n"
PLANS = "planer:\n" + "".join(PLAN.format(row=row, name=name) for row, name in enumerate(HOSTILE, start=1))
# every sheet as CSV, every text in quotes, values as they are shown
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"


def opened(register: Register) -> Workbook:
    return load_workbook(BytesIO(tables_book(register)))


def below_head(book: Workbook, name: str) -> list[dict[str, object]]:
    """Return the rows of a sheet by their headings, as openpyxl reads them."""
    sheet = book[name]
    rows = list(sheet.iter_rows(min_row=int(re.search(r"\d+", sheet.auto_filter.ref)[0]), values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.fixture(scope="module")
def book(ostre_toten) -> Workbook:
    return opened(ostre_toten)


def test_every_table_is_listed_and_has_a_sheet_or_a_reason_why_not(book, ostre_toten):
    listed = {row["Ark"]: row for row in below_head(book, "Innhold")}
    assert list(listed) == [*TABLES, "Kolonner"]
    for name in TABLES:
        frame = ps.table(name, ostre_toten)
        made = not has_nothing(frame, frame.attrs["tomt"])
        assert (name in book.sheetnames) == made
        assert str(listed[name]["Det den viser"]).startswith("Ikke laget, fordi") == (not made)
    assert max(map(len, book.sheetnames)) <= 31


def test_every_number_is_the_number_of_the_table(book, ostre_toten):
    for name in (set(book.sheetnames) & set(TABLES)) - {"kapasitet-halvaar"}:
        frame, rows = ps.table(name, ostre_toten), below_head(book, name)
        assert len(rows) == len(frame)
        for key, column in declared_columns(name, frame).items():
            if pd.api.types.is_numeric_dtype(frame[key]) and not pd.api.types.is_bool_dtype(frame[key]):
                wanted = [None if pd.isna(value) else value for value in frame[key]]
                assert [row[column.heading] for row in rows] == wanted, (name, key)


def test_above_a_table_stand_its_sentence_its_unit_its_kind_of_data_its_source_and_its_day(book):
    above = " ".join(str(row[0]) for row in book["belastning-aar"].iter_rows(max_row=9, values_only=True) if row[0])
    assert above.startswith("Antatt belastning per år Enhet: ")
    assert "Type data: antakelser." in above and "Antakelser, ikke fakta" in above
    assert "Per 30.06.2024 (antatt; kilden er udatert)" in above


def test_words_are_those_of_people_and_years_and_days_can_be_sorted(book):
    plans = {row["Plan-id"]: row for row in below_head(book, "planer")}
    part = plans["kommuneplanens-samfunnsdel"]
    assert (part["Planbehov"], part["Vedtatt"], part["Roller"]) == ("Videreføres", 2023, "Leder strategi og utvikling")
    assert plans["kommuneplanens-arealdel"]["År"] == "2024–2026"
    due = below_head(book, "frister")[0]
    assert (due["Frist"], due["Senest"]) == (datetime(2024, 10, 31), "ja")
    assert below_head(book, "kapasitet")[0]["År"] == 2024


def test_a_sheet_has_a_head_that_stays_filters_a_way_back_and_is_printed_on_lying_a4(book):
    for sheet in book:
        head = int(re.search(r"\d+", sheet.auto_filter.ref)[0])
        assert re.search(r"\d+", sheet.freeze_panes)[0] == str(head + 1)
        assert sheet.print_title_rows == f"${head}:${head}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert book["kapasitet"]["A6"].hyperlink.location == "'Innhold'!A1"
    contents = [cell.hyperlink.location for cell in book["Innhold"]["A"] if cell.hyperlink]
    assert contents == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_what_looks_like_a_formula_a_link_or_markup_is_text_as_it_was_written(small):
    book = opened(small(PLANS))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [row["Plan"] for row in below_head(book, "planer")] == list(HOSTILE)
    begins = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")) and cell.data_type == "s"]
    assert begins and all(cell.quotePrefix for cell in begins)


def test_the_same_register_gives_the_same_bytes():
    assert tables_book(ps.load(FJORDVIK)) == tables_book(ps.load(FJORDVIK))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice er ikke installert: make testverktoy")
def test_libreoffice_opens_it_and_sees_the_same(small, tmp_path):
    register, file = small(PLANS), tmp_path / "bok.xlsx"
    file.write_bytes(tables_book(register))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", AS_CSV, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (tmp_path / "bok-planer.csv").open(encoding="utf-8", newline="") as made:
        rows = list(csv.reader(made))
    assert [row[1] for row in rows[-len(HOSTILE) :]] == list(HOSTILE)
    with (tmp_path / "bok-kapasitet-aar.csv").open(encoding="utf-8", newline="") as made:
        rows = [row for row in csv.reader(made) if row[0].isdigit()]
    wanted = ps.table("kapasitet-aar", register)[["aar", "antall_planer"]]
    assert [[int(one) for one in row[:2]] for row in rows] == wanted.to_numpy().tolist()
