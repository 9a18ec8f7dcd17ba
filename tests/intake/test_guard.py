"""A file from outside is looked into before it is read: what cannot or may not be read is said, with what to do."""

import io
import re
import shutil
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from PIL import Image

from planstrategi.intake import guard
from planstrategi.intake.guard import IntakeRefused, checked
from planstrategi.model.vocabulary import words_beside
from planstrategi.reading import text_file

NO_SOFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice, which makes the file, is not installed")


def word(path, text="Planstrategi"):
    document = Document()
    document.add_paragraph(text)
    document.save(path)
    return path


def workbook(path, *cells):
    book = openpyxl.Workbook()
    book.active.append(["Plan", *cells])
    book.save(path)
    return path


def scan(path):
    Image.new("RGB", (50, 50), "white").save(path, "PDF")
    return path


def pdf(path, font=b"/Subtype /Type1 /BaseFont /Helvetica"):
    """Write the smallest PDF with a word in it."""
    said = b"BT /F 12 Tf 20 20 Td (Klimaplan) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(said), said), b"<< /Type /Font %s >>" % font,
    ]  # fmt: skip
    made, starts = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    places = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (places, len(made))
    path.write_bytes(made + end)
    return path


def with_part(path, name, content):
    """Add a part to an Office file, in the place of the one it has by that name."""
    held = zipfile.ZipFile(path)
    kept = {part: held.read(part) for part in held.namelist() if part != name}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for part, data in {**kept, name: content}.items():
            made.writestr(part, data)
    return path


def document_xml(path):
    return zipfile.ZipFile(path).read("word/document.xml")


def refused(path):
    with pytest.raises(IntakeRefused) as why:
        checked(path)
    said = str(why.value)
    assert said.startswith(str(path)) and said.endswith(".")
    assert re.search("[Ll]agre|Gi|Hent|Oppgi|Del|Kontroller|Be om|[Åå]pne", said), "it does not say what to do"
    return said


def test_a_document_is_known_by_what_it_holds(tmp_path):
    (tmp_path / "a.txt").write_text("Plan", "utf-8")
    (tmp_path / "b.md").write_text("Plan – år", "utf-16")
    made = [word(tmp_path / "a.docx"), workbook(tmp_path / "a.XLSX"), tmp_path / "a.txt", tmp_path / "b.md"]
    assert [checked(path).slag for path in made] == ["docx", "xlsx", "tekst", "tekst"]


def test_what_is_not_there_a_folder_and_an_empty_file_are_refused(tmp_path):
    (tmp_path / "tom.docx").write_bytes(b"")
    (tmp_path / "tom.txt").write_text(" \n\n")
    assert "finnes ikke" in refused(tmp_path / "borte.docx")
    assert "er en mappe" in refused(tmp_path)
    assert "er tom" in refused(tmp_path / "tom.docx") and "er tom" in refused(tmp_path / "tom.txt")


@pytest.mark.parametrize("name", ["plan.odt", "plan.rtf", "plan"])
def test_a_suffix_that_is_not_read_is_refused_with_those_that_are(tmp_path, name):
    (tmp_path / name).write_text("Plan")
    assert ".docx, .xlsx, .pdf, .txt, .md, .tsv, .csv" in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("make", "suffix", "really"),
    [
        (scan, ".docx", "uten tekst"),
        (word, ".pdf", "et Word-dokument"),
        (word, ".xlsx", "et Word-dokument"),
        (workbook, ".txt", "et regneark"),
    ],
)
def test_a_suffix_that_lies_is_refused(tmp_path, make, suffix, really):
    make(tmp_path / "a").rename(tmp_path / f"plan{suffix}") if make is not scan else scan(tmp_path / f"plan{suffix}")
    assert really in refused(tmp_path / f"plan{suffix}")


def test_text_with_the_suffix_of_a_document_is_refused(tmp_path):
    (tmp_path / "plan.docx").write_text("Dette er ren tekst")
    assert "er ren tekst" in refused(tmp_path / "plan.docx")


def test_a_picture_with_the_suffix_of_a_text_is_refused(tmp_path):
    Image.new("RGB", (50, 50)).save(tmp_path / "plan.txt", "PNG")
    assert "ødelagt" in refused(tmp_path / "plan.txt")


@pytest.mark.parametrize("make", [word, workbook])
@pytest.mark.parametrize("left", [0.2, 0.7, 0.99])
def test_an_office_file_that_is_cut_short_is_refused(tmp_path, make, left):
    path = make(tmp_path / f"plan{'.docx' if make is word else '.xlsx'}")
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])
    assert "avkortet" in refused(path)


def test_an_office_file_with_a_spoilt_part_is_refused(tmp_path):
    path = word(tmp_path / "plan.docx", "Plan " * 5000)
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)
    path.write_bytes(data)
    assert "ødelagt" in refused(path)


@pytest.mark.parametrize("left", [b"xref", b"stream", b"obj"])
def test_a_pdf_that_is_cut_short_is_refused(tmp_path, left):
    path = pdf(tmp_path / "plan.pdf")
    assert checked(path).slag == "pdf"
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(left)])
    assert "avkortet" in refused(path)


def test_a_pdf_whose_last_change_is_cut_short_is_refused(tmp_path):
    path = pdf(tmp_path / "plan.pdf")
    path.write_bytes(path.read_bytes() + b"6 0 obj\n<< /Length 9000 >>\nstream\n" + b"x" * 3000)
    assert "avkortet" in refused(path)


def test_a_pdf_of_pictures_alone_is_refused(tmp_path):
    assert "trolig skannet" in refused(scan(tmp_path / "plan.pdf"))


def test_a_pdf_whose_fonts_do_not_say_which_letters_they_show_is_told_as_such(tmp_path):
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>"
    font = b"/Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [%s]" % below
    assert "sier ikke hvilke tegn de viser" in refused(pdf(tmp_path / "plan.pdf", font))


def test_an_office_file_with_a_password_is_refused(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    assert "passord" in refused(path)


def test_a_zip_with_a_password_is_refused(tmp_path):
    path = word(tmp_path / "plan.docx")
    data = bytearray(path.read_bytes())
    # the flag of encryption, in the list of parts at the end
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    path.write_bytes(data)
    assert "passord" in refused(path)


@NO_SOFFICE
def test_a_pdf_with_a_password_is_refused(tmp_path):
    secret = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"hemmelig"}}'
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profil",
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{secret}",
    ]
    subprocess.run([*command, "--outdir", tmp_path, word(tmp_path / "plan.docx")], check=True, capture_output=True, timeout=120)
    assert "passord" in refused(tmp_path / "plan.pdf")


def test_a_file_of_the_old_office_is_refused(tmp_path):
    path = tmp_path / "plan.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    assert ".docx eller .xlsx" in refused(path)


@pytest.mark.parametrize(
    "parts", [{"word/document.xml": b" " * 100_000_001}, {f"x/{number}.bin": b"" for number in range(5_001)}]
)
def test_a_file_that_unpacks_to_too_much_is_not_opened(tmp_path, parts):
    path = word(tmp_path / "plan.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(f"stor/{name}", content)
    assert "pakkes ut" in refused(path)


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "[Content_Types].xml"])
def test_a_file_with_macros_is_refused(tmp_path, name):
    path = word(tmp_path / "plan.docx")
    kinds = (
        zipfile.ZipFile(path)
        .read("[Content_Types].xml")
        .replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
    )
    assert "makroer" in refused(with_part(path, name, kinds))


def test_xml_that_declares_entities_is_refused(tmp_path):
    path = word(tmp_path / "plan.docx")
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'
    assert "erklæringer" in refused(
        with_part(path, "word/document.xml", document_xml(path).replace(b"<w:document", bomb + b"<w:document", 1))
    )


def test_a_zip_that_is_no_document_is_refused(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
    (tmp_path / "plan.docx").write_bytes(made.getvalue())
    assert "verken et Word-dokument (.docx) eller et regneark (.xlsx)" in refused(tmp_path / "plan.docx")


@pytest.mark.parametrize("name", ["plan.odt", "plan.ods", "plan.docx"])
def test_a_sound_document_of_another_office_is_not_called_broken(tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<a/>")
    assert "Lagre det som ett av dem" in refused(tmp_path / name)


@pytest.mark.parametrize("suffix", [".rtf", ".docx", ".txt"])
def test_rich_text_is_of_the_old_office_whatever_it_is_called(tmp_path, suffix):
    (tmp_path / f"plan{suffix}").write_bytes(rb"{\rtf1\ansi Klimaplan\par}")
    assert "gammelt format fra Office" in refused(tmp_path / f"plan{suffix}")


def test_of_a_part_that_holds_more_than_it_says_no_more_is_unpacked(tmp_path, monkeypatch):
    # as much room as may be read is set aside for the file itself
    monkeypatch.setattr(text_file, "SIZE_LIMIT", 1_000_000)
    path = with_part(word(tmp_path / "plan.docx"), "word/document.xml", b"<a>" + b" " * 50_000_000)
    data = bytearray(path.read_bytes())
    # what a part says that it holds stands in the list of parts at the end, before its name
    at = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 22
    data[at : at + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    tracemalloc.start()
    assert "ødelagt" in refused(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


def test_more_rows_than_any_plan_table_has_are_refused(tmp_path):
    path = word(tmp_path / "plan.docx")
    rows = b"<w:tbl>" + b"<w:tr></w:tr>" * 10_000 + b"</w:tbl></w:body>"
    assert "10000 rader eller flere" in refused(
        with_part(path, "word/document.xml", document_xml(path).replace(b"</w:body>", rows))
    )


def test_a_merged_area_that_nobody_has_room_to_lay_out_is_refused_and_a_whole_column_is_not(tmp_path):
    sheet = "xl/worksheets/sheet1.xml"
    for area, is_refused in (("A1:XFD1048576", True), ("B1:B1048576", False)):
        path = workbook(tmp_path / "plan.xlsx", "2024")
        merged = f'</sheetData><mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'.encode()
        with_part(path, sheet, zipfile.ZipFile(path).read(sheet).replace(b"</sheetData>", merged))
        if is_refused:
            assert "har flettet sammen mer enn 2000000 celler" in refused(path)
        else:
            assert checked(path).slag == "xlsx"


def test_what_lies_outside_is_not_fetched_and_that_is_said(tmp_path):
    document = Document()
    document.part.relate_to("http://192.0.2.1/bilde.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    document.part.relate_to("http://192.0.2.1/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.save(tmp_path / "plan.docx")
    (said,) = checked(tmp_path / "plan.docx").ikke_lest
    assert "utenfor seg selv (1 steder)" in said and "ikke hentet" in said


def test_a_formula_without_a_value_is_said(tmp_path):
    (said,) = checked(workbook(tmp_path / "plan.xlsx", "=1+1", "=A1", "tekst", 3)).ikke_lest
    assert said.startswith("2 celler har en formel")


def test_each_reason_why_a_document_is_refused_has_words_and_no_others_have():
    code = "\n".join(path.read_text("utf-8") for path in Path(guard.__file__).parent.rglob("*.py"))
    named = {name for call in re.findall(r"IntakeRefused\((.*)\)", code) for name in re.findall(r'"([a-z_]+)"', call)}
    assert named == words_beside(guard.__file__, "avvist.yaml").keys()
