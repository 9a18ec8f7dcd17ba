"""A document is read by the reader of its kind, and from the command line to a draft; what cannot be read leaves nothing."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from registers import ROOT

from planstrategi.api import validate
from planstrategi.cli import main
from planstrategi.intake.guard import IntakeRefused
from planstrategi.intake.read import read

ROWS = [["Plan", "2024", "2025", "Kommentar"], ["Klimaplan", "X", "", "Skal revideres"], ["Kulturplan", "", "X", ""]]


def word(path: Path, rows=ROWS, title="Planstrategi for Fjelldal kommune 2024–2027") -> Path:
    document = Document()
    document.add_heading(title)
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.part.relate_to("http://192.0.2.1/bilde.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    document.save(path)
    return path


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with the catalogues, made the working folder."""
    (tmp_path / "data").mkdir()
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / "data" / name).symlink_to(ROOT / "data" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def importer(source, *options):
    return main(["importer", str(source), "-o", "data/kommuner/fjelldal/2024-2027", *options])


def test_a_workbook_and_a_word_document_with_the_same_rows_are_understood_alike(tmp_path):
    book = openpyxl.Workbook()
    for cells in ROWS:
        book.active.append(cells)
    book.save(tmp_path / "plan.xlsx")
    made = [read(path).rader for path in (tmp_path / "plan.xlsx", word(tmp_path / "plan.docx"))]
    told = [[(row.navn, sorted(row.merker), row.kommentar) for row in rows] for rows in made]
    assert told[0] == told[1] == [("Klimaplan", [2024], "Skal revideres"), ("Kulturplan", [2025], "")]


def test_what_was_not_read_is_among_what_was_not_placed(tmp_path):
    assert any("utenfor seg selv" in one.tekst for one in read(word(tmp_path / "plan.docx")).ikke_plassert)


def test_a_document_without_a_plan_table_is_refused(tmp_path):
    with pytest.raises(IntakeRefused, match="Fant ingen plantabell"):
        read(word(tmp_path / "plan.docx", [["Navn", "Telefon"], ["Sentralbord", "00000000"]]))


def test_a_document_becomes_a_draft_with_warnings_and_no_errors(project, capsys):
    word(project / "plan.docx")
    assert importer("plan.docx", "--nummer", "9999", "--fylke", "innlandet") == 0
    out, err = capsys.readouterr()
    assert out == "data/kommuner/fjelldal/2024-2027\n"
    assert err.startswith("0 feil, ") and "innlesing.html" in err
    register = validate("data/kommuner/fjelldal/2024-2027").register
    assert [(plan.id, plan.aar) for plan in register.planer] == [("klimaplan", (2024,)), ("kulturplan", (2025,))]
    assert (register.kommune.navn, register.kommune.nummer, register.periode.years) == ("Fjelldal", "9999", range(2024, 2028))


@pytest.mark.parametrize(
    "options", [("--nummer", "99"), ("--fylke", "Møre og"), ("--periode", "2024"), ("--periode", "2028-2024")]
)
def test_an_option_that_cannot_be_is_refused(project, capsys, options):
    word(project / "plan.docx")
    assert importer("plan.docx", *options) == 2
    assert options[1] in capsys.readouterr().err
    assert not (project / "data" / "kommuner").exists()


def test_what_cannot_be_read_ends_with_a_message_and_nothing_written(project, capsys):
    (project / "plan.docx").write_bytes(word(project / "hel.docx").read_bytes()[:2000])
    assert importer("plan.docx") == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("plan.docx er ødelagt, avkortet")
    assert not (project / "data" / "kommuner").exists()


def test_a_second_reading_is_not_laid_over_the_first(project, capsys):
    word(project / "plan.docx")
    assert [importer("plan.docx"), importer("plan.docx")] == [0, 2]
    assert "skrives aldri over" in capsys.readouterr().err
