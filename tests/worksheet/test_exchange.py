"""`planstrategi vurder`: pairs go out as a worksheet, are filled in as a person does, and come back as a set."""

import json
import os
import shutil
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest
import yaml
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.cli import main
from planstrategi.reading.codes import CODES
from planstrategi.worksheet.forms import FORMS
from planstrategi.worksheet.layout import FIRST_SHEET as PAIRS
from planstrategi.worksheet.layout import GUIDE, SHEETS

SHEET_COLUMNS = FORMS["forventninger"].columns
PLANS = """\
satsingsomraader:
  - {id: lok-1, navn: Oppvekst, kilde: {avsnitt: Lokalt}}
planer:
  - id: a
    navn: =Plan A
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 1}
    ansvarlig: nord
    planbehov: revisjon
    aar: [2025]
    statutter: [{lov: barnevernsloven, paragraf: § 15-1, gjelder: plan}]
    merknad: Gjelder barn.
  - {id: b, navn: Plan B, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, ansvarlig: nord}
"""
JUDGED = """\
# topptekst som blir stående
per_dato: 2024-07-01
sett:
  - id: forste   # en merknad
    hvem: Leder
    naar: 2024-07-01
    grunnlag: Planstrategien
    forelopig: ja
    lokale: ja
    vurderinger:
      - {plan: a, forventning: lok-1, grad: svak, grunnlag: navn, grunn: "Navnet, sier «A»"}
"""
WHO = {"B4": "Rådgiver plan", "B5": "01.12.2024", "B6": "Planene er lest", "B7": "nei"}
PAIR_A, PAIR_B, CHAPTER_A = ("a", "lok-1"), ("b", "lok-1"), ("a", "nf-kap-2")


class Sheet:
    """A worksheet on disk, filled in with openpyxl as a person does it in Excel."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.folder, self.file = folder, file
        self.judged = folder / "vurderinger" / "forventninger.yaml"

    def rows(self) -> dict[tuple[str, str], dict[str, object]]:
        book, found = openpyxl.load_workbook(self.file), {}
        for name in SHEETS:
            rows = book[name].iter_rows(min_row=2, values_only=True) if name in book.sheetnames else ()
            for number, values in enumerate(rows, 2):
                row = dict(zip(SHEET_COLUMNS, values, strict=True)) | {"ark": name, "rad_nr": number}
                found[str(row["plan_id"]), str(row["forventning_id"])] = row
        return found

    def fill(self, pairs: dict[tuple[str, str], tuple[str, ...]], who: dict[str, object] = WHO, **cells: object) -> None:
        """Write the grade, ground and reason of pairs, who has judged, and single cells of the sheet of pairs."""
        rows, book = self.rows(), openpyxl.load_workbook(self.file)
        for name, value in who.items():
            book[GUIDE][name] = value
        for pair, values in pairs.items():
            for column, value in zip("HIJ", values, strict=False):
                book[rows[pair]["ark"]][f"{column}{rows[pair]['rad_nr']}"] = value
        for name, value in cells.items():
            book[PAIRS][name] = value
        book.save(self.file)


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def made(small, tmp_path, capsys):
    """Return a function that makes the worksheet of the smallest register with two plans."""

    def make(judged: str = JUDGED, *options: str) -> Sheet:
        small(PLANS, judged)
        folder = tmp_path / "kommuner" / "prove"
        assert run("vurder", "ut", folder, "-o", tmp_path / "ark.xlsx", "--dato", "2028-06-30", *options) == 0
        capsys.readouterr()
        return Sheet(folder, tmp_path / "ark.xlsx")

    return make


def codes(text: str) -> list[tuple[str, str]]:
    """Return the code and the cell of each problem that was printed."""
    return [(line.split()[2], line.partition("celle ")[2].partition(":")[0]) for line in text.splitlines()]


def test_the_sheet_holds_what_is_provisional_and_what_nobody_has_judged_with_the_texts_side_by_side(made):
    rows = made().rows()
    # lok-1 is judged as a whole, so the pair of plan B is judged to have no link; the chapters are not judged
    assert list(rows) == [("a", "nf-kap-2"), ("a", "nf-kap-3"), PAIR_A, ("b", "nf-kap-2"), ("b", "nf-kap-3")]
    row = rows[PAIR_A]
    assert row["plan"] == "=Plan A"
    assert row["rad"] == "Revisjon. Merket 2025. barnevernsloven § 15-1. Gjelder barn."
    assert (row["forventning"], row["grad"], row["grunn"]) == ("Oppvekst", "svak", "Navnet, sier «A»")
    assert (row["ny_grad"], row["nytt_grunnlag"], row["ny_grunn"]) == (None, None, None)
    assert rows[CHAPTER_A]["grad"] == "ikke vurdert"
    assert rows[CHAPTER_A]["forventning"] == "Levende kystsamfunn\nKjernen: fiske; nærmiljø."


def test_with_alle_the_pairs_that_were_judged_to_have_no_link_go_out_too(made):
    assert made(JUDGED, "--alle").rows()[PAIR_B]["grad"] == "ingen"


def test_only_the_cells_to_fill_in_are_open_and_the_choices_are_lists(made):
    sheet = openpyxl.load_workbook(made().file)[PAIRS]
    assert sheet.protection.sheet
    assert [cell.column_letter for cell in sheet[2] if not cell.protection.locked] == ["H", "I", "J"]
    assert {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation} == {
        "H2:H6": '"sterk,delvis,svak,ingen"',
        "I2:I6": '"kommentar,navn,statutt,relasjon,taus"',
    }


def test_the_diff_says_what_is_new_changed_confirmed_and_removed(made, capsys):
    sheet = made(JUDGED, "--alle")
    sheet.fill(
        {
            PAIR_A: ("delvis", "kommentar", "Raden gjelder barn."),
            PAIR_B: ("ingen", "taus", "Ikke nevnt."),
            CHAPTER_A: ("svak", "navn", "Navnet."),
        }
    )
    assert run("vurder", "inn", sheet.file, sheet.folder, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["plan_id"], row["forventning_id"], row["endring"], row["fra"], row["til"]) for row in rows] == [
        ("a", "nf-kap-2", "ny", "ikke vurdert", "svak"),
        ("a", "lok-1", "endret", "svak", "delvis"),
        ("b", "lok-1", "bekreftet", "ingen", "ingen"),
    ]


def test_a_link_that_is_judged_away_is_removed(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("ingen", "taus", "Barn er ikke nevnt.")})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre", "--format", "json") == 0
    assert [row["endring"] for row in json.loads(capsys.readouterr().out)] == ["fjernet"]
    frame = ps.table("forventninger", ps.load(sheet.folder)).set_index("forventning_id")
    assert frame.loc["lok-1", ["status", "planer"]].to_list() == ["ingen plan", ()]


def test_nothing_is_saved_without_lagre_and_with_it_the_file_is_as_it_was_with_one_set_more(made):
    sheet = made()
    sheet.fill({PAIR_A: ("svak",), CHAPTER_A: ("svak", "navn", 'Sier "A": 100 % #1')})
    assert run("vurder", "inn", sheet.file, sheet.folder) == 0
    assert sheet.judged.read_text("utf-8") == JUDGED
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    text = sheet.judged.read_text("utf-8")
    assert text.startswith(JUDGED.replace("per_dato: 2024-07-01", "per_dato: 2024-12-01"))
    added = yaml.safe_load(text)["sett"][1]
    assert added == {
        "id": "vurdering-2024-12-01",
        "hvem": "Rådgiver plan",
        "naar": yaml.safe_load("2024-12-01"),
        "grunnlag": "Planene er lest",
        "forelopig": "nei",
        "vurderinger": [
            {"plan": "a", "forventning": "nf-kap-2", "grad": "svak", "grunnlag": "navn", "grunn": 'Sier "A": 100 % #1'},
            # the grade is only repeated: ground and reason are those that stood
            {"plan": "a", "forventning": "lok-1", "grad": "svak", "grunnlag": "navn", "grunn": "Navnet, sier «A»"},
        ],
    }


def test_a_second_set_of_one_day_has_an_id_of_its_own(made):
    sheet = made()
    for reason in ("Raden gjelder barn.", "Raden gjelder unge."):
        sheet.fill({PAIR_A: ("delvis", "kommentar", reason)})
        assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    assert [sett.id for sett in ps.load(sheet.folder).judgement_sets()] == [
        "forste", "vurdering-2024-12-01", "vurdering-2024-12-01-2",
    ]  # fmt: skip


def test_the_same_sheet_again_changes_nothing_and_says_so(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("delvis", "kommentar", "Raden gjelder barn.")})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    saved = sheet.judged.read_bytes()
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    assert "tatt inn før, som settet vurdering-2024-12-01" in capsys.readouterr().err
    assert sheet.judged.read_bytes() == saved


@pytest.mark.parametrize("day", ["2024-12-01", "01.12.2024", "1/12/2024", "1. desember 2024", " 01.12.2024 ", 45627])
def test_a_day_may_be_written_as_people_write_it(made, day):
    sheet = made()
    sheet.fill({PAIR_A: ("Svak ", "Navn", "Navnet.")}, WHO | {"B5": day})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    (sett,) = ps.load(sheet.folder).judgement_sets()[1:]
    assert (sett.naar, sett.vurderinger[0].grad, sett.vurderinger[0].grunnlag) == ("2024-12-01", "svak", "navn")


def test_signs_that_a_word_processor_leaves_do_not_join_words(made):
    sheet = made()
    sheet.fill({PAIR_A: ("svak", "navn", "linje\u2028to\u00a0tre\u200bfire")})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    assert ps.load(sheet.folder).judgement_sets()[1].vurderinger[0].grunn == "linje to trefire"


def test_problems_of_a_sheet_are_json_when_json_is_asked_for(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("middels", "navn", "x")})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--format", "json") == 1
    assert [one["kode"] for one in json.loads(capsys.readouterr().out)] == ["FOR407"]


def test_it_is_said_how_many_expectations_do_not_apply_on_the_day(made, small, tmp_path, capsys):
    sheet = made()
    assert run("vurder", "ut", sheet.folder, "-o", tmp_path / "tidlig.xlsx", "--dato", "2026-06-30") == 0
    assert "2 forventninger gjelder ikke 30.06.2026" in capsys.readouterr().err


def test_line_ends_of_windows_stay(made):
    sheet = made()
    sheet.judged.write_bytes(JUDGED.replace("\n", "\r\n").encode())
    sheet.fill({PAIR_A: ("svak",)})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    data = sheet.judged.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > JUDGED.count("\n")


def test_letters_as_another_system_writes_them_are_no_hindrance_and_stay(made):
    before = unicodedata.normalize("NFD", JUDGED.replace("Leder", "Rådgiver"))
    sheet = made(before)
    sheet.fill({PAIR_A: ("svak",)})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    after = sheet.judged.read_bytes().decode("utf-8")
    assert after.startswith(before.replace("per_dato: 2024-07-01", "per_dato: 2024-12-01"))


@pytest.mark.parametrize("judged", ["", "per_dato: 2024-07-01\nsett: []\n", "per_dato: 2024-07-01\n"])
def test_the_first_set_of_a_register_is_saved_too(made, judged):
    sheet = made(judged)
    sheet.fill({PAIR_A: ("svak", "navn", "Navnet.")})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    assert [sett.id for sett in ps.load(sheet.folder).judgement_sets()] == ["vurdering-2024-12-01"]
    head = "# yaml-language-server: $schema=../../../../skjema/vurderinger_forventninger.schema.json\nper_dato: 2024-12-01\n"
    assert sheet.judged.read_text("utf-8").startswith(head) is not bool(judged)


def test_what_stands_after_the_sets_stays_after_them_with_its_comment(made):
    after = "\n# om filen\nper_dato: 2024-07-01\n"
    sheet = made(JUDGED.replace("per_dato: 2024-07-01\n", "") + after)
    sheet.fill({PAIR_A: ("svak",)})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    assert sheet.judged.read_text("utf-8").endswith(after.replace("2024-07-01", "2024-12-01"))
    assert [sett.id for sett in ps.load(sheet.folder).judgement_sets()] == ["forste", "vurdering-2024-12-01"]


def test_a_file_takes_the_set_as_its_sets_are_written(made):
    judged = JUDGED.replace("\n  ", "\n")
    sheet = made(judged)
    sheet.fill({PAIR_A: ("svak",)})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    after = sheet.judged.read_text("utf-8")
    assert after.startswith(judged.replace("2024-07-01", "2024-12-01", 1) + "- id: vurdering-2024-12-01\n  hvem: Rådgiver plan\n")
    assert "\n    - {plan: a, forventning: lok-1, grad: svak, grunnlag: navn, grunn: " in after[len(judged) :]


def test_an_empty_sheet_is_nothing_to_take_in(made, capsys):
    sheet = made()
    sheet.fill({})
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 0
    assert "ingenting å ta inn" in capsys.readouterr().err
    assert sheet.judged.read_text("utf-8") == JUDGED


BAD = {
    "no who, when or grounds": ({PAIR_A: ("svak",)}, {}, {}, [("FOR408", "B4"), ("FOR408", "B5"), ("FOR408", "B6")]),
    "no day": ({PAIR_A: ("svak",)}, WHO | {"B5": "i går"}, {}, [("FOR407", "B5")]),
    "older than what stands": ({PAIR_A: ("svak",)}, WHO | {"B5": "2024-06-30"}, {}, [("FOR411", "B5")]),
    "long after the period": ({PAIR_A: ("svak",)}, WHO | {"B5": "2099-01-01"}, {}, [("FOR407", "B5")]),
    "an odd number": ({PAIR_A: ("svak",)}, WHO, {"A3": "²"}, [("FOR405", "A3")]),
    "an error that a formula left": ({PAIR_A: ("svak", "navn", "#N/A")}, WHO, {}, [("FOR406", "J4")]),
    "a formula far to the right": ({PAIR_A: ("svak",)}, WHO, {"AB2": "=1+1"}, [("FOR406", "AB2")]),
    "neither yes nor no": ({PAIR_A: ("svak",)}, WHO | {"B7": "kanskje"}, {}, [("FOR407", "B7")]),
    "a grade out of range": ({PAIR_A: ("middels", "navn", "x")}, WHO, {}, [("FOR407", "H4")]),
    "a grade with nothing to it": ({CHAPTER_A: ("svak",)}, WHO, {}, [("FOR408", "I2"), ("FOR408", "J2")]),
    "a reason without a grade": ({CHAPTER_A: ("", "navn", "x")}, WHO, {}, [("FOR408", "H2")]),
    "none with a ground": ({PAIR_A: ("ingen", "navn", "x")}, WHO, {}, [("FOR207", "I4")]),
    "a changed plan": ({}, WHO, {"J4": "x", "H4": "svak", "I4": "navn", "K4": "b"}, [("FOR404", "K4")]),
    "a changed expectation": ({PAIR_A: ("svak",)}, WHO, {"K2": "a", "L2": "x"}, [("FOR404", "L2")]),
    "an added row": ({PAIR_A: ("svak",)}, WHO, {"A7": 6, "K7": "b", "L7": "lok-1", "H7": "svak"}, [("FOR405", "A7")]),
    "a row twice": ({PAIR_A: ("svak",)}, WHO, {"A7": 3, "K7": "a", "L7": "lok-1", "H7": "svak"}, [("FOR405", "A7")]),
    "a formula beside a grade that is none": ({PAIR_A: ("x", "navn")}, WHO, {"J4": "=A1"}, [("FOR407", "H4"), ("FOR406", "J4")]),
    "a formula for a grade": ({PAIR_A: ("=1+1", "navn", "x")}, WHO, {}, [("FOR406", "H4")]),
    "a changed heading": ({PAIR_A: ("svak",)}, WHO, {"H1": "Grad"}, [("FOR403", "H1")]),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_said_with_its_cell_and_nothing_is_taken_in(made, capsys, case):
    pairs, who, cells, expected = BAD[case]
    sheet = made()
    sheet.fill(pairs, who, **cells)
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 1
    told = capsys.readouterr()
    assert codes(told.out) == expected
    assert "Ingenting er tatt inn." in told.err
    assert sheet.judged.read_text("utf-8") == JUDGED


def test_all_problems_are_said_at_once(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("middels", "navn", "x"), CHAPTER_A: ("svak",)}, WHO | {"B4": ""})
    assert run("vurder", "inn", sheet.file, sheet.folder) == 1
    assert sorted(codes(capsys.readouterr().out)) == [
        ("FOR407", "H4"), ("FOR408", "B4"), ("FOR408", "I2"), ("FOR408", "J2"),
    ]  # fmt: skip


def test_a_moved_column_is_refused_by_its_headings(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("svak",)})
    book = openpyxl.load_workbook(sheet.file)
    book[PAIRS].move_range("H1:H6", cols=20)
    book[PAIRS].move_range("I1:J6", cols=-1)
    book.save(sheet.file)
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 1
    assert set(codes(capsys.readouterr().out)) == {("FOR403", "H1"), ("FOR403", "I1"), ("FOR403", "J1")}
    assert sheet.judged.read_text("utf-8") == JUDGED


def test_sorted_and_removed_rows_are_no_problem(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("delvis", "kommentar", "Raden gjelder barn.")})
    book = openpyxl.load_workbook(sheet.file)
    rows = [[cell.value for cell in row] for row in book[PAIRS].iter_rows(min_row=2)][::-1][1:]
    book[PAIRS].delete_rows(2, 10)
    for row in rows:
        book[PAIRS].append(row)
    for (cell,) in book[PAIRS].iter_rows(min_row=2, min_col=2, max_col=2):
        cell.data_type = "s"  # Excel keeps a text a text
    book.save(sheet.file)
    assert run("vurder", "inn", sheet.file, sheet.folder, "--format", "json") == 0
    told = capsys.readouterr()
    assert [row["til"] for row in json.loads(told.out)] == ["delvis"]
    assert "advarsel FOR412 Rader fra arket som gikk ut, mangler, og er ikke vurdert." in told.err and "A1: nr. 5" in told.err


def test_a_sheet_that_did_not_go_out_is_said_not_to_be_read(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("delvis", "kommentar", "Raden gjelder barn.")})
    book = openpyxl.load_workbook(sheet.file)
    book.create_sheet("Notater")
    book.save(sheet.file)
    assert run("vurder", "inn", sheet.file, sheet.folder) == 0
    assert "advarsel FOR413 Arket hører ikke til, og er ikke lest. Fant: arket Notater" in capsys.readouterr().err


def test_a_sheet_of_another_register_is_refused(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("svak",)})
    assert run("vurder", "inn", sheet.file, ROOT / "tests" / "data" / "gyldig" / "fjordvik" / "2028-2031") == 1
    assert capsys.readouterr().out.split()[2] == "FOR409"


def test_what_has_gone_from_the_register_since_is_said(made, capsys):
    sheet = made()
    sheet.fill({("b", "nf-kap-2"): ("svak", "navn", "Navnet.")})
    register = sheet.folder / "register.yaml"
    register.write_text(register.read_text("utf-8").replace("id: b,", "id: ny-b,"), "utf-8")
    assert run("vurder", "inn", sheet.file, sheet.folder) == 1
    assert codes(capsys.readouterr().out) == [("FOR410", "K5"), ("FOR410", "K6")]


def archive(file: Path, **parts: bytes) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)


def damaged(file: Path) -> None:
    """Turn round the bytes of what is packed, so that it cannot be unpacked."""
    data = bytearray(file.read_bytes())
    for place in range(200, len(data) // 2):
        data[place] ^= 0xFF
    file.write_bytes(data)


def test_a_merged_area_as_large_as_the_sheet_is_not_laid_out(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("svak",)})
    with zipfile.ZipFile(sheet.file) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    place = "xl/worksheets/sheet2.xml"
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations'
    assert b"<dataValidations" in parts[place]
    parts[place] = parts[place].replace(b"<dataValidations", merged, 1)
    archive(sheet.file, **parts)
    assert run("vurder", "inn", sheet.file, sheet.folder) == 0


PIPES = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda file: file.write_text("hei"), "FOR401"),
        (lambda file: archive(file, hei=b"hei"), "FOR401"),
        (lambda file: archive(file, **{"xl/workbook.xml": b"<a" * 9, "[Content_Types].xml": b"<Types/>"}), "FOR401"),
        (lambda file: openpyxl.Workbook().save(file), "FOR401"),
        (lambda file: archive(file, bombe=b"0" * 100_000_001), "FOR402"),
        (lambda file: archive(file, **{f"del{n}": b"" for n in range(201)}), "FOR402"),
        (lambda file: file.write_bytes(file.read_bytes()[:3000]), "FOR401"),
        (lambda file: damaged(file), "FOR401"),
        pytest.param(lambda file: (file.unlink(), os.mkfifo(file)), "FOR401", marks=PIPES),
    ],
    ids=["text", "no workbook", "broken", "another workbook", "a bomb", "many parts", "cut off", "damaged", "a pipe"],
)
def test_a_file_that_is_no_worksheet_is_refused(made, capsys, make, code):
    sheet = made()
    make(sheet.file)
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 1
    assert capsys.readouterr().out.split()[2] == code


def test_a_worksheet_that_would_fetch_something_from_outside_is_refused(made, capsys, tmp_path):
    sheet = made()
    outside = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with zipfile.ZipFile(sheet.file) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    parts["xl/workbook.xml"] = outside + parts["xl/workbook.xml"].split(b"?>", 1)[-1]
    archive(sheet.file, **parts)
    assert run("vurder", "inn", sheet.file, sheet.folder) == 1
    assert capsys.readouterr().out.split()[2] == "FOR401"


def test_a_cell_far_down_does_not_make_the_reading_slow(made, capsys):
    sheet = made()
    sheet.fill({PAIR_A: ("svak",)}, WHO, A1048576=1)
    assert run("vurder", "inn", sheet.file, sheet.folder) == 1
    assert capsys.readouterr().out.split()[2] == "FOR402"


def test_every_code_of_a_worksheet_is_tested_here():
    tested = {code for *_, expected in BAD.values() for code, _ in expected} | {"FOR401", "FOR402", "FOR409"}
    tested |= {"FOR410", "FOR412", "FOR413"}
    assert {code for code in CODES if code.startswith("FOR")} <= tested


def test_the_command_says_what_is_missing_and_never_overwrites(made, capsys, tmp_path):
    sheet = made()
    assert run("vurder", "ut", sheet.folder, "-o", sheet.file) == 2
    assert "--overskriv" in capsys.readouterr().err
    assert run("vurder", "ut", sheet.folder, "-o", tmp_path / "ark.csv") == 2
    assert ".xlsx" in capsys.readouterr().err
    assert run("vurder", "inn", tmp_path / "finnes-ikke.xlsx", sheet.folder) == 2
    assert "finnes ikke" in capsys.readouterr().err


def test_the_real_register_goes_out_and_an_edited_row_comes_back_alone(tmp_path, capsys):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    folder = tmp_path / OSTRE_TOTEN.relative_to(ROOT)
    file = tmp_path / "ark.xlsx"
    assert run("vurder", "ut", folder, "-o", file) == 0
    sheet = Sheet(folder, file)
    rows = sheet.rows()
    judged = {(one.plan, one.forventning) for one in ps.load(folder).counting_sets()[0].vurderinger}
    assert {pair for pair, row in rows.items() if row["grad"] != "ikke vurdert"} <= judged
    row = {("legeplan", "lok-10"): ("sterk", "kommentar", "Raden vil rekruttere og beholde leger.")}
    sheet.fill(row, WHO | {"B5": "2026-12-01"})
    capsys.readouterr()
    assert run("vurder", "inn", file, folder, "--format", "json", "--lagre") == 0
    (change,) = json.loads(capsys.readouterr().out)
    assert (change["plan_id"], change["endring"], change["fra"], change["til"]) == ("legeplan", "endret", "delvis", "sterk")
    frame = ps.table("koblinger", ps.load(folder)).set_index(["plan_id", "forventning_id"])
    assert frame.loc[("legeplan", "lok-10"), "grad"] == "sterk" and not frame.loc[("legeplan", "lok-10"), "forelopig"]


FORMULA = "=1+1"


def test_every_text_in_every_sheet_is_a_text_also_one_that_begins_like_a_formula(made):
    sheet = made(JUDGED.replace('"Navnet, sier «A»"', f'"{FORMULA}"').replace("forelopig: ja", "forelopig: ja"), "--alle")
    book = openpyxl.load_workbook(sheet.file)
    found = [cell for one in book for row in one.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.parent.title for cell in found if cell.value == FORMULA} >= {PAIRS}
    assert {cell.data_type for cell in found} == {"s"}


def test_the_same_sheet_is_the_same_bytes_whenever_it_is_made(made, monkeypatch, tmp_path):
    sheet = made()
    monkeypatch.setattr("time.localtime", lambda *_: (1999, 12, 31, 23, 59, 58, 4, 365, 0))
    assert run("vurder", "ut", sheet.folder, "-o", tmp_path / "en gang til.xlsx", "--dato", "2028-06-30") == 0
    assert (tmp_path / "en gang til.xlsx").read_bytes() == sheet.file.read_bytes()


def test_a_sheet_taken_in_while_another_is_saved_is_refused_and_loses_nothing(made, monkeypatch, capsys):
    from planstrategi.worksheet import exchange

    sheet = made()
    sheet.fill({PAIR_A: ("svak",)})
    take_in = exchange.take_in

    def slow(*arguments):
        text = take_in(*arguments)
        sheet.judged.write_text(f"{JUDGED}# en annens sett\n", "utf-8")
        return text

    monkeypatch.setattr(exchange, "take_in", slow)
    assert run("vurder", "inn", sheet.file, sheet.folder, "--lagre") == 2
    assert "er endret mens kommandoen arbeidet. Kjør kommandoen på nytt." in capsys.readouterr().err
    assert sheet.judged.read_text("utf-8") == f"{JUDGED}# en annens sett\n"
