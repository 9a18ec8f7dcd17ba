"""`planstrategi eksporter` and `importer --mot`: a register goes out, is edited as a person does, and comes back."""

import datetime
import json
import shutil
import subprocess
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import openpyxl
import pytest
from registers import OSTRE_TOTEN, WITH_PLANS

import planstrategi as ps
from planstrategi.cli import main
from planstrategi.reading.codes import CODES
from planstrategi.worksheet.register_columns import FIRST_POST, NAMES_ROW
from planstrategi.worksheet.register_exchange import propose

PLANS = """\
# planene
planer:
  - id: a   # den første
    navn: =1+1
    plantype: temaplan
    kilde: {tabell: temaplan, rad: 1}
    planbehov: revisjon  # jf. vedtaket
    aar: [2024,  # i gang
          2025]
    ansvarlig: nord
    roller:
      - leder-nord   # leder
      # og
      - raadgiver
    statutter: [{lov: barnevernsloven, gjelder: plan}]
    lesninger:
      - felt: planbehov
        valgt: revisjon
        grunn: 'Raden sier: «revideres»'
    merknad: >-
      Gjelder barn og unge, og alle dem som arbeider med dem i kommunen, i skolen og i barnehagene, hele tiden og hver
      eneste dag av året.

  # den andre
  - {id: b, navn: "Plan B", plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, planbehov: ny, vedtatt: 2024-06}

andre_rader:
  - navn: SUM
    kilde: {tabell: temaplan, rad: 3}
    hva: sum
# slutt
"""


# the workbook of a register, which is the same every time
MADE: dict[bytes, bytes] = {}


class Book:
    """A register and its workbook, edited with openpyxl as a person does it in Excel."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.register, self.file = folder / "register.yaml", file
        before = self.register.read_bytes()
        if before not in MADE:
            assert run("eksporter", folder, "-o", file, "--overskriv") == 0
            MADE[before] = file.read_bytes()
        file.write_bytes(MADE[before])

    def fill(self, sheet: str, row: int = 1, **fields: object) -> None:
        """Write the fields of a row of a sheet, the first being 1."""
        workbook = openpyxl.load_workbook(self.file)
        for name, value in fields.items():
            cell = workbook[sheet][place(workbook[sheet], f"{name.replace('__', '.')}:{row}")]
            cell.value = value
            # Excel keeps what is written in a cell of text a text
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
        workbook.save(self.file)

    def take_in(self, *options: str) -> int:
        return run("importer", self.file, "--mot", self.register.parent, *options)


def place(sheet, named: str) -> str:
    """Return the cell of a field in a row, the first being 1: C3 for «id:1»."""
    field, row = named.split(":")
    column = next(cell.column_letter for cell in sheet[NAMES_ROW] if cell.value == field)
    return f"{column}{FIRST_POST + int(row) - 1}"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def changed_lines(before: str, after: str) -> list[tuple[list[str], list[str]]]:
    """Return the lines that are no longer what they were, and what stands there now."""
    old, new = before.splitlines(), after.splitlines()
    found = SequenceMatcher(None, old, new, False).get_opcodes()
    return [(old[i:j], new[k:to]) for tag, i, j, k, to in found if tag != "equal"]


@pytest.fixture
def book(small, tmp_path, capsys):
    """Return a function that makes the workbook of a small register, whose text `change` may write in another way."""

    def make(change=lambda text: text) -> Book:
        folder = tmp_path / "kommuner" / "prove"
        small(PLANS)
        file = folder / "register.yaml"
        file.write_bytes(change(file.read_text("utf-8")).encode("utf-8"))
        made = Book(folder, tmp_path / "register.xlsx")
        capsys.readouterr()
        return made

    return make


def with_libreoffice(file: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) er ikke installert")
    profile = f"-env:UserInstallation=file://{file.parent}/profil"
    form = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(file.parent / "lagret")]
    subprocess.run(["soffice", profile, "--headless", *form, str(file)], check=True, capture_output=True)
    shutil.move(file.parent / "lagret" / file.name, file)


def with_openpyxl(file: Path) -> None:
    openpyxl.load_workbook(file).save(file)


REAL = {"ostre-toten": OSTRE_TOTEN} | WITH_PLANS


@pytest.mark.parametrize("name", REAL)
def test_what_nobody_has_edited_changes_no_byte(name, tmp_path):
    book = Book(REAL[name], tmp_path / "register.xlsx")
    with_openpyxl(book.file)
    proposed = propose(book.file, ps.load(REAL[name]), book.register)
    assert proposed.after == proposed.before == book.register.read_bytes()
    assert proposed.frame.empty


def test_libreoffice_changes_no_byte_of_the_real_register(tmp_path):
    book = Book(OSTRE_TOTEN, tmp_path / "register.xlsx")
    with_libreoffice(book.file)
    proposed = propose(book.file, ps.load(OSTRE_TOTEN), book.register)
    assert proposed.after == book.register.read_bytes()
    assert proposed.frame.empty


WAYS = {
    "as it is": lambda text: text,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "no last line end": lambda text: text.rstrip("\n"),
    "letters in two parts": lambda text: unicodedata.normalize("NFD", text),
}


@pytest.mark.parametrize(("edit", "way"), [(with_openpyxl, way) for way in WAYS] + [(with_libreoffice, "line ends of Windows")])
def test_another_way_to_write_the_file_and_another_editor_change_no_byte_but_what_is_edited(book, edit, way):
    made = book(WAYS[way])
    before = made.register.read_bytes()
    edit(made.file)
    assert made.take_in("--bruk") == 0
    assert made.register.read_bytes() == before
    made.fill("Planer", hast="haster")
    made.take_in("--bruk")
    line = b"    hast: haster" + (b"\r\n" if b"\r\n" in before else b"\n")
    at = before.index(b"    ansvarlig: nord")
    assert made.register.read_bytes() == before[:at] + line + before[at:]


def test_without_bruk_the_proposal_is_shown_and_nothing_is_written(book, capsys):
    made = book()
    before = made.register.read_bytes()
    made.fill("Planer", planbehov="Ny plan", ferdig="2025", navn="@navn", temaer="eldre, unge\nrus")
    assert made.take_in() == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "register.yaml:17: planer [a] endret navn: «=1+1» → «@navn»",
        "register.yaml:20: planer [a] endret planbehov: «Revisjon» → «Ny plan»",
        "register.yaml:16: planer [a] endret ferdig: ingenting → «2025»",
        "register.yaml:16: planer [a] endret temaer: ingenting → «eldre, unge / rus»",
    ]
    assert "Ikke skrevet inn; gjør det med --bruk." in told.err
    assert made.register.read_bytes() == before


LONG = "Gjelder barn og unge, og alle dem som arbeider med dem i kommunen, i skolen og i barnehagene, hele tiden og hver {} dag."
ONE_CELL = {
    "a plain text keeps its comment": ({"planbehov": "Ny plan"}, ["    planbehov: ny  # jf. vedtaket"]),
    "a capital is the same choice": ({"planbehov": "AVKLARES"}, ["    planbehov: avklares  # jf. vedtaket"]),
    "a new line in a name is a blank": ({"navn": "Plan\nA"}, ["    navn: Plan A"]),
    "a text like a formula": ({"navn": "-5 %"}, ['    navn: "-5 %"']),
    "a year as text in a list over two lines": ({"aar": "2024; 2026"}, ["          2026]"]),
    "an item more": ({"aar": "2024; 2025; 2026"}, ["          2025, 2026]"]),
    "an item less": ({"aar": 2025}, ["    aar: [2025]"]),
    "a float in a list": ({"aar": 2024.0}, ["    aar: [2024]"]),
    "an item in a list with comments": ({"roller": "leder-nord; leder-sor"}, ["      - leder-sor"]),
    "a name more where one stood alone": ({"ansvarlig": "nord; sor"}, ["    ansvarlig: [nord, sor]"]),
    "a number in a record on one line": ({"kilde__delrad": 1}, ["    kilde: {tabell: temaplan, rad: 1, delrad: 1}"]),
    "a field that was not there": ({"vedtatt": "2023-host"}, ["    vedtatt: 2023-host"]),
    "a map": ({"merker": "2024: O\n2025: «V»: x"}, ['    merker: {2024: O, 2025: "«V»: x"}']),
    "the end of a folded text": ({"merknad": LONG.format("gode")}, ["      gode dag."]),
}


@pytest.mark.parametrize("case", ONE_CELL)
def test_one_cell_changes_its_own_lines(book, case):
    cells, expected = ONE_CELL[case]
    made = book()
    before = made.register.read_text("utf-8")
    made.fill("Planer", **cells)
    assert made.take_in("--bruk") == 0
    (change,) = changed_lines(before, made.register.read_text("utf-8"))
    assert change[1] == expected


def test_a_cell_in_a_record_between_brackets_and_in_quotes_keeps_both(book):
    made = book()
    made.fill("Planer", 2, navn='B, "i ny drakt"', vedtatt=None, gyldig_til="2027")
    made.fill("Planer – Lesninger", grunn="Raden sier: 'ny'")
    assert made.take_in("--bruk") == 0
    text = made.register.read_text("utf-8")
    kept = "plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, planbehov: ny, gyldig_til: 2027}"
    assert f'  - {{id: b, navn: "B, \\"i ny drakt\\"", {kept}\n' in text
    assert "        grunn: 'Raden sier: ''ny'''\n" in text


def test_an_emptied_cell_takes_its_line_with_it(book):
    made = book()
    made.fill("Planer", planbehov=None, merknad=None)
    assert made.take_in("--bruk") == 0
    text = made.register.read_text("utf-8")
    folded = PLANS[PLANS.index("    merknad: >-") : PLANS.index("\n  # den andre")]
    assert text.endswith(PLANS.replace("    planbehov: revisjon  # jf. vedtaket\n", "").replace(folded, ""))


def test_a_new_row_is_a_new_post_last_in_its_section(book, capsys):
    made = book()
    before = made.register.read_text("utf-8")
    new = {"id": "c", "navn": "Plan C: ny", "plantype": "temaplan", "kilde__tabell": "temaplan", "kilde__rad": 4}
    made.fill("Planer", 3, **new, aar="2025, 2026", merknad="- strek")
    made.fill("Tabeller", antall_rader=4)
    made.fill("Planer – Lesninger", 2, forelder="c", felt="navn", valgt="C", grunn="Lest av tabellen.")
    made.fill("Planer – Venter på", 1, forelder="a", hva="et vedtak", andre="nei")
    assert made.take_in("--bruk") == 0
    assert "register.yaml:38: planer [c] ny navn: «Plan C: ny»" in capsys.readouterr().out
    table, waits, post = changed_lines(before, made.register.read_text("utf-8"))
    assert table[1] == ["  - {id: temaplan, navn: Temaplan, antall_rader: 4, merket_betyr: arbeid}"]
    assert waits == ([], ["    venter_paa:", "      - hva: et vedtak", "        andre: nei"])
    assert post[0] == []
    assert [line for line in post[1] if line] == [
        "  - id: c", '    navn: "Plan C: ny"', "    plantype: temaplan", "    kilde: {tabell: temaplan, rad: 4}",
        "    aar: [2025, 2026]", "    lesninger:", "      - felt: navn", "        valgt: C", "        grunn: Lest av tabellen.",
        '    merknad: "- strek"',
    ]  # fmt: skip


def test_the_first_post_of_a_section_comes_with_its_heading(book):
    made = book()
    made.fill("Unntak", kode="REG281", grunn="Kjent.", hvem="Rådgiver", til="2027-12-31")
    made.fill("Andre rader – Innsats", forelder="1", timer=450)
    assert made.take_in("--bruk") == 0
    text = made.register.read_text("utf-8")
    innsats = "    hva: sum\n    innsats:\n      - timer: 450\n"
    waiver = "\nunntak:\n  - kode: REG281\n    grunn: Kjent.\n    hvem: Rådgiver\n    til: 2027-12-31\n"
    assert text.endswith(f"{innsats}{waiver}# slutt\n")


@pytest.mark.parametrize("way", ["marked", "deleted"])
def test_a_row_that_is_marked_or_deleted_takes_the_post_with_what_belongs_to_it(book, capsys, way):
    made = book()
    made.fill("Tabeller", antall_rader=1)
    made.fill("Planer", 2, kilde__rad=1)
    workbook = openpyxl.load_workbook(made.file)
    if way == "marked":
        workbook["Planer"]["B3"] = "Slett"
        workbook["Andre rader"]["B3"] = "slett"
    else:
        workbook["Planer"].delete_rows(FIRST_POST)
        workbook["Andre rader"].delete_rows(FIRST_POST)
    workbook.save(made.file)
    assert made.take_in("--bruk") == 0
    assert "register.yaml:16: planer [a] fjernet «a; =1+1»" in capsys.readouterr().out
    text = made.register.read_text("utf-8")
    b = PLANS[PLANS.index("  # den andre") : PLANS.index("\nandre_rader")].replace("rad: 2", "rad: 1")
    assert text.endswith(f"# planene\nplaner:\n{b}\n# slutt\n")


def test_the_same_workbook_again_changes_nothing_and_may_be_edited_further(book, capsys):
    made = book()
    made.fill("Planer", planbehov="Ny plan")
    made.fill("Planer – Lesninger", 2, forelder="b", felt="navn", valgt="B", grunn="Lest.")
    assert made.take_in("--bruk") == 0
    after = made.register.read_bytes()
    assert made.take_in("--bruk") == 0
    assert "Arket endrer ingenting i registeret." in capsys.readouterr().err
    made.fill("Planer", 2, navn="Plan C")
    assert made.take_in("--bruk") == 0
    assert made.register.read_bytes() == after.replace(b'"Plan B"', b'"Plan C"')


def test_a_post_that_somebody_else_has_changed_is_not_overwritten_but_the_others_are_taken_in(book, capsys):
    made = book()
    made.fill("Planer", planbehov="Ny plan")
    text = made.register.read_text("utf-8")
    made.register.write_text(text.replace("ansvarlig: nord", "ansvarlig: sor"), "utf-8")
    assert made.take_in("--bruk") == 1
    assert "REG411" in capsys.readouterr().out
    made.register.write_text(text.replace("vedtatt: 2024-06", "vedtatt: 2024-05"), "utf-8")
    assert made.take_in("--bruk") == 0
    assert "planbehov: ny  # jf. vedtaket" in (now := made.register.read_text("utf-8")) and "vedtatt: 2024-05" in now


def moved(sheet):
    for column in range(1, sheet.max_column + 1):
        above, below = sheet.cell(FIRST_POST, column), sheet.cell(FIRST_POST + 1, column)
        above.value, below.value = below.value, above.value
        for cell in (above, below):
            cell.data_type = "s" if isinstance(cell.value, str) else "n"


READING = {"felt:2": "x", "valgt:2": "x", "grunn:2": "x"}
SECOND = {
    "kommune.navn:2": "x", "kommune.nummer:2": "0301", "kommune.fylke:2": "x", "periode.fra:2": 2024, "periode.til:2": 2025,
    "per_dato:2": "2024-01-01", "dokument.tittel:2": "x",
}  # fmt: skip
# the sheet, what is written in it, and the codes with their cells, which stand in the same sheet when none is named
BAD = {
    "a row twice": ("Planer", {"nr:3": 1}, ["REG405 nr:3"]),
    "a number that went out with no row": ("Planer", {"nr:3": 9}, ["REG405 nr:3"]),
    "a changed id": ("Planer", {"id:1": "z"}, ["REG404 id:1"]),
    "another plan for a reading": ("Planer – Lesninger", {"forelder:1": "b"}, ["REG404 forelder:1"]),
    "a plan that is not there": ("Planer – Lesninger", READING | {"forelder:2": "z"}, ["REG407 forelder:2"]),
    "no plan for a reading": ("Planer – Lesninger", READING, ["REG408 forelder:2"]),
    "a word that is no choice": ("Planer", {"planbehov:1": "revideres kanskje"}, ["REG407 planbehov:1"]),
    "a year that is none": ("Planer", {"aar:1": "2024; snart"}, ["REG407 aar:1"]),
    "half a year": ("Planer", {"aar:1": 2024.5}, ["REG407 aar:1"]),
    "a pair that is none": ("Planer", {"merker:1": "O"}, ["REG407 merker:1"]),
    "a day of Excel, which may have been a month": ("Planer", {"vedtatt:1": datetime.datetime(2024, 6, 1)}, ["REG407 vedtatt:1"]),
    "an emptied cell that must be filled in": ("Planer", {"navn:1": None}, ["REG408 navn:1"]),
    "a new row that is not filled in": ("Roller", {"id:4": "ny"}, ["REG408 navn:4"]),
    "a row with nothing but what it belongs to": ("Planer – Innsats", {"forelder:1": "a"}, ["REG408 aar:1"]),
    "a formula where a word is chosen": ("Planer", {"planbehov:1": "=1+1"}, ["REG406 planbehov:1"]),
    "a formula beside a word that is no choice": (
        "Planer",
        {"navn:1": "=1+1", "hast:1": "=A1", "planbehov:1": "x"},
        ["REG406 navn:1", "REG406 hast:1", "REG407 planbehov:1"],
    ),
    "a word for all marks beside one of them": ("Tabeller", {"merket_betyr:1": "arbeid\nO: vedtak"}, ["REG407 merket_betyr:1"]),
    "a column taken out": ("Roller", lambda sheet: sheet.delete_cols(5), ["REG403 E1"]),
    "a column put in": ("Roller", lambda sheet: sheet.cell(3, 7, "til meg selv"), ["REG403 G3"]),
    "no headings": ("Roller", lambda sheet: sheet.delete_rows(2), ["REG403 C2"]),
    "a row above the headings": ("Roller", lambda sheet: sheet.insert_rows(1), ["REG403 A1"]),
    "a sheet with another name": (
        "Roller",
        lambda sheet: setattr(sheet, "title", "Våre roller"),
        ["REG410 A1", "REG413 Våre roller A1"],
    ),
    "the municipality taken out": ("Om planstrategien", {"slett:1": "slett"}, ["REG405 nr:1"]),
    "a second municipality": ("Om planstrategien", SECOND, ["REG405 nr:2"]),
    "something else than slett": ("Planer", {"slett:1": "ja"}, ["REG407 slett:1"]),
    "years that do not rise": ("Planer", {"aar:1": "2025; 2024"}, ["FIL035 aar:1"]),
    "an area that there is not": ("Planer", {"ansvarlig:1": "vest"}, ["REG101 ansvarlig:1"]),
    # all at once, and not what a cell that is wrong leads to itself
    "words that are none beside an area that there is not": (
        "Planer",
        {"planbehov:1": "x", "ansvarlig:1": "vest", "ansvarlig:2": "oest"},
        ["REG407 planbehov:1", "REG101 ansvarlig:1", "REG101 ansvarlig:2"],
    ),
    "a formula and a number that is none beside two posts in one row": (
        "Planer",
        {"hast:1": "=1+1", "kilde.rad:1": "x", "kilde.rad:2": 3},
        ["REG406 hast:1", "REG407 kilde.rad:1", "REG251 Andre rader navn:1", "REG252 Tabeller antall_rader:1"],
    ),
    "an id that there is": ("Roller", {"id:4": "leder-nord", "navn:4": "x"}, ["REG102 id:4"]),
    "an area that is referred to": ("Områder", {"slett:1": "slett"}, ["REG101 Roller omraade:1"]),
}


def test_a_plan_that_another_file_points_at_is_not_taken_out_before_that_is_gone_and_it_is_said(book, capsys):
    made = book()
    said = "per_dato: 2024-06-30\nnavnebytter: [{fra: x, til: a, samme: ja}]\n"
    made.register.with_name("navnebytter.yaml").write_text(said, "utf-8")
    made.fill("Planer", slett="slett")
    made.fill("Planer", row=2, kilde__rad=1)
    made.fill("Andre rader", kilde__rad=2)
    made.fill("Tabeller", antall_rader=2)
    assert made.take_in("--bruk") == 1
    told = capsys.readouterr().out.splitlines()
    assert told and "Ta først bort det som viser til det i denne filen, eller la raden stå." in told[0]


def test_what_is_wrong_of_a_row_stands_by_the_same_name_of_the_file_and_before_what_it_leads_to(book, capsys):
    made = book()
    made.fill("Planer", nr=999)
    assert made.take_in("--bruk") == 1
    told = [line for line in capsys.readouterr().out.splitlines() if ": feil " in line]
    assert "REG405" in told[0] and len(told) > 1
    assert len({line.partition(".xlsx:")[0] for line in told}) == 1


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_said_with_its_cell_and_nothing_is_written(book, capsys, case):
    sheet, edit, expected = BAD[case]
    made = book()
    before, workbook = made.register.read_bytes(), openpyxl.load_workbook(made.file)
    wanted = set()
    for one in expected:
        code, *where, cell = one.split()
        named = " ".join(where) or sheet
        wanted.add((code, f"arket {named}, celle {place(workbook[named], cell) if ':' in cell else cell}"))
    if isinstance(edit, dict):
        for named, value in edit.items():
            workbook[sheet][place(workbook[sheet], named)] = value
    else:
        edit(workbook[sheet])
    workbook.save(made.file)
    assert made.take_in("--bruk", "--format", "json") == 1
    told = capsys.readouterr()
    assert {(one["kode"], one["funnet"].partition(":")[0]) for one in json.loads(told.out)} == wanted
    assert told.err == "Ingenting er endret.\n"
    assert made.register.read_bytes() == before


@pytest.mark.parametrize(
    ("column", "written", "said"),
    [
        ("planbehov:1", "Revideres", "Mente du «Revisjon»?"),
        ("planbehov:1", "Vidareførast", "Mente du «Videreføres»?"),
        ("oppstart:1", "31.02.2025", "«31.02.2025» 31. februar 2025 finnes ikke; den siste dagen i måneden er 28. februar."),
        ("oppstart:1", "hausten 2025", "Mente du «2025-host»?"),
    ],
)
def test_what_is_meant_is_said_as_of_the_register_and_never_its_opposite(book, capsys, column, written, said):
    made = book()
    workbook = openpyxl.load_workbook(made.file)
    workbook["Planer"][place(workbook["Planer"], column)] = written
    workbook.save(made.file)
    assert made.take_in() == 1
    out = capsys.readouterr().out
    assert said in out and out.count("Mente du") == said.count("Mente du")


def test_rows_in_another_order_are_the_posts_they_were_and_the_order_of_the_register_stays(book, capsys):
    made = book()
    before, workbook = made.register.read_text("utf-8"), openpyxl.load_workbook(made.file)
    moved(workbook["Planer"])
    workbook["Planer"][place(workbook["Planer"], "kortnavn:1")] = "B"
    workbook.save(made.file)
    assert made.take_in("--bruk") == 0
    assert made.register.read_text("utf-8") == before.replace('navn: "Plan B",', 'navn: "Plan B", kortnavn: B,')
    assert capsys.readouterr().err.count("advarsel REG412") == 1


@pytest.mark.parametrize("sheet", ["Roller", "Planer – Lesninger"])
def test_a_row_whose_number_is_gone_is_the_post_it_was(book, sheet):
    made = book()
    before = made.register.read_bytes()
    made.fill(sheet, nr=None)
    assert made.take_in("--bruk") == 0
    assert made.register.read_bytes() == before


def test_a_sheet_that_did_not_go_out_is_said_not_to_be_read(book, capsys):
    made = book()
    workbook = openpyxl.load_workbook(made.file)
    workbook.copy_worksheet(workbook["Planer"])["D3"] = "Plan X"
    workbook.save(made.file)
    assert made.take_in("--bruk") == 0
    assert "advarsel REG413 Arket hører ikke til, og er ikke lest. Fant: arket Planer Copy" in capsys.readouterr().err


def test_a_register_in_a_file_of_another_name_is_not_taken_for_one_in_a_folder_below(book):
    made = book()
    other = Path(shutil.copy(made.register, made.register.parents[1] / "plan.yaml"))
    remark = "{dato: 2024-01-01, hvem: Nabo, avsender: nabokommune, hva: x, plan: finnes-ikke}"
    made.register.with_name("merknader.yaml").write_text(f"per_dato: 2024-06-30\nmerknader:\n  - {remark}\n", "utf-8")
    made.fill("Planer", kortnavn="A")
    assert run("importer", made.file, "--mot", other, "--bruk") == 0
    assert "    kortnavn: A\n" in other.read_text("utf-8")


def test_a_workbook_of_another_register_or_of_judgements_is_refused(book, capsys, tmp_path):
    made = book()
    assert run("importer", made.file, "--mot", OSTRE_TOTEN) == 1
    assert capsys.readouterr().out.split()[2] == "REG409"
    assert run("vurder", "ut", made.register.parent, "-o", tmp_path / "vurdering.xlsx") == 0
    assert run("importer", tmp_path / "vurdering.xlsx", "--mot", made.register.parent) == 1
    assert "REG401" in capsys.readouterr().out


def test_a_workbook_that_is_too_large_is_refused(book, capsys):
    made = book()
    made_large = openpyxl.load_workbook(made.file)
    made_large["Planer"]["A60000"] = 1
    made_large.save(made.file)
    assert made.take_in() == 1
    assert capsys.readouterr().out.split()[2] == "REG402"


def test_every_code_of_a_register_workbook_is_tested_here():
    tested = {one.split()[0] for *_, expected in BAD.values() for one in expected}
    tested |= {"REG401", "REG402", "REG409", "REG411", "REG412", "REG413"}
    assert {code for code in CODES if code.startswith("REG")} <= tested


def test_a_warning_that_an_edit_brings_is_said(book, capsys):
    made = book()
    made.fill("Planer", foer_utlop="ja")
    assert made.take_in() == 0
    (warning, last) = capsys.readouterr().err.splitlines()
    assert "advarsel REG207 [a]" in warning and last == "Ikke skrevet inn; gjør det med --bruk."


def test_what_others_can_edit_is_open_and_what_is_fixed_is_locked_and_lists_hold_the_choices(book):
    workbook = openpyxl.load_workbook(book().file)
    plans = workbook["Planer"]
    assert plans.protection.sheet and plans.freeze_panes == "D3" and plans.row_dimensions[NAMES_ROW].hidden
    assert [cell.column_letter for cell in plans[FIRST_POST] if cell.protection.locked] == ["A", "C"]
    assert not plans.column_dimensions["C"].protection.locked
    listed = {str(one.sqref).split(":")[0]: one.formula1 for one in plans.data_validations.dataValidation if one.type == "list"}
    assert listed["B3"] == '"slett"' and listed[place(plans, "ansvarlig:1")].startswith("'Områder'!$C$3:")
    sheet, cells = listed[place(plans, "planbehov:1")].split("!")
    assert [cell.value for (cell,) in workbook[sheet][cells.replace("$", "")]][:2] == ["Ny plan", "Full revisjon"]
    assert workbook["_lister"].sheet_state == workbook["_utgangspunkt"].sheet_state == "hidden"
    told = [[cell.value for cell in row] for row in workbook["Slik gjør du"].iter_rows()]
    assert ["Planer", 2] in [row[:2] for row in told]
    assert ["Planer", "Planbehov"] in [row[:2] for row in told]


def test_the_command_says_what_is_missing_and_never_overwrites(book, capsys, tmp_path):
    made = book()
    assert run("eksporter", made.register.parent, "-o", made.file) == 2
    assert "--overskriv" in capsys.readouterr().err
    assert run("eksporter", made.register.parent, "-o", tmp_path / "ark.ods") == 2
    assert ".xlsx" in capsys.readouterr().err
    assert run("importer", tmp_path / "finnes-ikke.xlsx", "--mot", made.register.parent) == 2
    assert "finnes ikke" in capsys.readouterr().err


@pytest.mark.parametrize(
    "said", [("--kommune", "Vik"), ("--nummer", "9999"), ("--fylke", "vestland"), ("--periode", "2024-2027")]
)
def test_what_is_said_of_a_document_is_not_taken_in_silence_for_a_workbook(book, capsys, said):
    made = book()
    made.fill("Planer", kortnavn="A")
    before = made.register.read_bytes()
    assert made.take_in("--bruk", *said) == 2
    assert "Med --mot gjelder det som står i regnearket." in capsys.readouterr().err
    assert made.register.read_bytes() == before


def test_a_file_that_has_no_room_for_a_change_is_left_alone_and_that_is_said(book, capsys):
    made = book(lambda text: text.replace("\n", "\r"))
    before = made.register.read_bytes()
    made.fill("Planer", hast="haster")
    assert made.take_in("--bruk") == 2
    assert "Endringene kan ikke skrives inn i" in capsys.readouterr().err
    assert made.register.read_bytes() == before


def test_a_text_that_no_cell_has_room_for_is_said(book, capsys):
    made = book()
    text = made.register.read_text("utf-8").replace("ansvarlig: nord", f"bestiller: {'a' * 40_000}")
    made.register.write_text(text, "utf-8")
    assert run("eksporter", made.register.parent, "-o", made.file, "--overskriv") == 2
    assert "Planer nr. 1 er for lang for et regneark" in capsys.readouterr().err
