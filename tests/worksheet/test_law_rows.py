"""The worksheet for the law: what is asked, in which order, and what comes back as a set of legal judgements."""

import json

import openpyxl
import pytest
import yaml
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.cli import main
from planstrategi.model.vocabulary import SVAR
from planstrategi.worksheet.forms import FORMS
from planstrategi.worksheet.layout import FIRST_SHEET, GUIDE, ORIGIN, in_list

COLUMNS = list(FORMS["lovkrav"].columns)
PLANS = """\
omtalt:
  - {id: okonomiplan, navn: Økonomiplan, eier: kommune, kilde: {avsnitt: Annet}}
planer:
  - {id: vern, navn: Smittevernplan, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord}
  - {id: plan-b, navn: Plan B, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, ansvarlig: nord,
     statutter: [{lov: smittevernloven, paragraf: § 7-2, gjelder: plan}]}
"""
REQUIREMENTS = """\
per_dato: 2026-07-02
kilde: Oppdiktet.
valg: [{aar: 2019}, {aar: 2023}]
krav:
"""
EXTRA = "versjoner: [{fra: 2012-01-01, sikkerhet: bekreftet}], kilde: {sikkerhet: bekreftet}, eget_dokument: ja"
CITED = "hjemmel: [{lov: LOV-1994-08-05-55, paragraf: '7-2', tittel: smittevernloven, lenke: https://lovdata.no/lov/1994-08-05-55/§7-2}]"


def requirement(
    id: str, navn: str, slag: str = "lovpaalagt_plan", relevans: str = "kjerne", styrke: str = "skal", more: str = ""
) -> str:
    return (
        f"  - {{id: {id}, navn: {navn}, innhold: Noe skal finnes., slag: {slag}, styrke: {styrke}, relevans: {relevans}, "
        f"vedtas_av: kommunen, {EXTRA}{', ' if more else ''}{more}}}\n"
    )


def due(day: str) -> str:
    return f"gjentakelse: [{{regel: fast_dato, dato: {day}, etter: prøveloven § 1}}]"


LAW = "".join(
    [
        REQUIREMENTS,
        requirement("gratis", "Betinget", relevans="betinget", more="vilkaar: Noe., sporsmaal: Er det noe?"),
        requirement("bor", "Noe en bør", styrke="bor"),
        requirement("smittevernplan", "Smittevernplan", more=CITED),
        requirement("frist", "Har frist", more=due("2025-06-30")),
        requirement("sektorplan", "Sektorplan", relevans="sektor"),
        requirement("prosess", "Prosessen", slag="prosesskrav"),
    ]
)
JUDGED = """\
# topptekst som blir stående
per_dato: 2024-07-01
sett:
  - id: forste   # en merknad
    hvem: Leder
    naar: 2024-07-01
    grunnlag: Planstrategien
    forelopig: ja
    vurderinger:
      - {krav: frist, svar: ikke_vurdert, grunn: Raden sier det ikke.}

# det vi har utelatt
utelatelser:
  - {krav: gratis, sak: PS 1/24, hvem: kommunestyret, dato: 2024-07-01, til: 2024-12-31, grunn: Ikke nå.}
"""
WHO = {"B4": "Rådgiver plan", "B5": "2026-08-01", "B6": "Planene er lest", "B7": "nei"}


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


class LawSheet:
    """A worksheet for the law on disk, filled in with openpyxl as a person does it in Excel."""

    def __init__(self, folder, file) -> None:
        self.folder, self.file, self.judged = folder, file, folder / "vurderinger" / "lovkrav.yaml"

    def rows(self) -> list[dict[str, object]]:
        values = openpyxl.load_workbook(self.file)[FIRST_SHEET].iter_rows(min_row=2, values_only=True)
        return [dict(zip(COLUMNS, row, strict=True)) for row in values]

    def fill(self, answers: dict[str, tuple[str, ...]], **cells: object) -> None:
        book = openpyxl.load_workbook(self.file)
        places = {row["krav_id"]: number for number, row in enumerate(self.rows(), 2)}
        for name, value in WHO.items():
            book[GUIDE][name] = value
        for krav, values in answers.items():
            for column, value in zip("HIJ", values, strict=False):
                book[FIRST_SHEET][f"{column}{places[krav]}"] = value
        for name, value in cells.items():
            book[FIRST_SHEET][name] = value
        book.save(self.file)

    def take_in(self, *options: str) -> int:
        return run("vurder", "inn", self.file, self.folder, *options)


@pytest.fixture
def made(small, tmp_path, capsys):
    def make(judged: str = JUDGED, law: str = LAW, *options: str) -> LawSheet:
        small(PLANS, law=judged, requirements=law)
        folder, file = tmp_path / "kommuner" / "prove", tmp_path / "lov.xlsx"
        assert run("vurder", "ut", folder, "--hva", "lovkrav", "-o", file, *options) == 0
        capsys.readouterr()
        return LawSheet(folder, file)

    return make


def codes(text: str) -> list[tuple[str, str]]:
    return [(line.split()[2], line.partition("celle ")[2].partition(":")[0]) for line in text.splitlines()]


def test_what_a_planstrategi_must_have_stands_first_the_earliest_due_before_the_rest(made):
    rows = made(JUDGED, LAW).rows()
    # neither what only a sector asks, nor the process, which facts answer
    assert [row["krav_id"] for row in rows] == ["frist", "smittevernplan", "bor", "gratis"]
    assert [row["nr"] for row in rows] == [1, 2, 3, 4]


def test_with_alle_every_requirement_that_can_be_judged_goes_out(made):
    rows = made(JUDGED, LAW, "--alle").rows()
    assert [row["krav_id"] for row in rows] == ["frist", "smittevernplan", "bor", "sektorplan", "gratis"]


def test_a_row_says_what_is_asked_by_what_until_when_and_what_the_register_has(made):
    sheet = made()
    rows = {row["krav_id"]: row for row in sheet.rows()}
    vern = rows["smittevernplan"]
    assert (vern["krav"], vern["innhold"], vern["hjemmel"]) == (
        "Smittevernplan",
        "Noe skal finnes.",
        "Skal: smittevernloven § 7-2",
    )
    # a plan of that name, and one whose row names the section, are no answer until somebody has judged
    assert not vern["har"]
    assert rows["frist"]["har"] == "Ikke vurdert. Raden sier det ikke."
    assert rows["frist"]["sporsmaal"].endswith("Frist 30.06.2025.")
    assert rows["gratis"]["sporsmaal"] == "Er det noe?"
    link = openpyxl.load_workbook(sheet.file)[FIRST_SHEET]["D3"]
    assert (link.value, link.hyperlink.target) == ("Åpne", "https://lovdata.no/lov/1994-08-05-55/%C2%A77-2")


def test_the_choices_are_lists_and_so_are_the_plans_and_documents(made):
    book = openpyxl.load_workbook(made().file)
    lists = {str(one.sqref): one for one in book[FIRST_SHEET].data_validations.dataValidation}
    assert lists["H2:H5"].formula1 == f'"{",".join(map(in_list, SVAR))}"'
    assert (lists["I2:I5"].formula1, lists["I2:I5"].showErrorMessage) == (f"{ORIGIN}!$J$1:$J$4", False)
    assert [row[0] for row in book[ORIGIN]["J1:J4"] for row in [[row[0].value]]] == [
        "Planstrategien selv", "Smittevernplan", "Plan B", "Økonomiplan",
    ]  # fmt: skip


def test_the_guide_lists_the_questions_that_facts_answer(made):
    guide = [row[0] for row in openpyxl.load_workbook(made().file)[GUIDE].iter_rows(values_only=True)]
    assert "  Har kommunen noe som svarer på kravet «Prosessen», og hva? (gjort under prosess, register.yaml)" in guide
    assert "Svaret gjelder loven slik den lød 02.07.2026. Lenken går til teksten." in guide


def test_the_answers_become_a_set_read_against_the_wording_of_the_catalogue_and_the_rest_stays_to_the_letter(made, capsys):
    sheet = made()
    sheet.fill(
        {
            "smittevernplan": ("Helt ", "Smittevernplan; Økonomiplan", 'Raden sier "vern": 100 % #1'),
            "frist": ("delvis", "Planstrategien selv", "Et avsnitt."),
            "gratis": ("ikke aktuelt", None, "Vilkåret er ikke oppfylt."),
        }
    )
    assert sheet.take_in("--lagre", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["krav_id"], row["svarer"], row["endring"], row["fra"], row["til"]) for row in rows] == [
        ("frist", "Planstrategien selv", "ny", "ikke vurdert", "delvis"),
        ("smittevernplan", "Smittevernplan", "ny", "ikke vurdert", "helt"),
        ("smittevernplan", "Økonomiplan", "ny", "ikke vurdert", "helt"),
        ("gratis", None, "ny", "ikke vurdert", "ikke aktuelt"),
    ]
    text = sheet.judged.read_text("utf-8")
    before, after = JUDGED.replace("per_dato: 2024-07-01", "per_dato: 2026-08-01").split("\n# det vi har utelatt")
    assert text.startswith(before) and text.endswith("\n# det vi har utelatt" + after)
    added = yaml.safe_load(text)["sett"][1]
    assert (added["id"], str(added["ordlyd"]), added["hvem"]) == ("vurdering-2026-08-01", "2026-07-02", "Rådgiver plan")
    assert added["vurderinger"] == [
        {"krav": "frist", "planstrategien": "ja", "svar": "delvis", "grunn": "Et avsnitt."},
        {"krav": "smittevernplan", "plan": "vern", "svar": "helt", "grunn": 'Raden sier "vern": 100 % #1'},
        {"krav": "smittevernplan", "omtalt": "okonomiplan", "svar": "helt", "grunn": 'Raden sier "vern": 100 % #1'},
        {"krav": "gratis", "svar": "ikke_aktuelt", "grunn": "Vilkåret er ikke oppfylt."},
    ]


def test_the_same_sheet_again_is_known_and_a_changed_answer_says_what_it_was(made, capsys):
    sheet = made()
    sheet.fill({"frist": ("ikke", None, "Ingen rad nevner det.")})
    assert sheet.take_in("--lagre", "--format", "json") == 0
    assert [(row["endring"], row["fra"]) for row in json.loads(capsys.readouterr().out)] == [("endret", "ikke vurdert")]
    assert sheet.take_in("--lagre") == 0
    assert "tatt inn før" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[("heilt", "helt"), ("ikkje", "ikke"), ("Ikkje aktuelt", "ikke aktuelt"), ("ikkje vurdert", "ikke vurdert")],
        ("delviss", "delvis"),
    ],
)
def test_a_word_of_nynorsk_or_a_slip_is_said_with_the_word_that_was_meant(made, capsys, written, meant):
    sheet = made()
    sheet.fill({"frist": (written, "Plan B", "Raden.")})
    assert sheet.take_in("--lagre") == 1
    assert f"Mente du «{meant}»?" in (out := capsys.readouterr().out) and codes(out) == [("FOR407", "H2")]
    assert sheet.judged.read_text("utf-8") == JUDGED


@pytest.mark.parametrize("written", ["Delvis", "delvis ", "DELVIS", " delvis"])
def test_a_capital_or_a_blank_makes_no_other_word(made, written):
    sheet = made()
    sheet.fill({"frist": (written, "plan-b", "Raden.")})
    assert sheet.take_in("--lagre") == 0
    judged = ps.load(sheet.folder).legal_judgement_sets()[1].vurderinger
    assert [(one.svar, one.plan) for one in judged] == [("delvis", "plan-b")]


BAD = {
    "a word that is near none": ({"frist": ("kanhende", "Plan B", "x")}, {}, [("FOR407", "H2")]),
    "an unknown plan": ({"frist": ("helt", "Plan C", "x")}, {}, [("FOR407", "I2")]),
    "an answer without a reason": ({"frist": ("helt", "Plan B")}, {}, [("FOR408", "J2")]),
    "a plan without an answer": ({"frist": (None, "Plan B")}, {}, [("FOR408", "H2"), ("FOR408", "J2")]),
    "met by nothing": ({"frist": ("helt", None, "x")}, {}, [("LOV303", "H2")]),
    "a row twice": ({}, {"A6": 1, "K6": "frist", "H6": "ikke", "J6": "x"}, [("FOR405", "A6")]),
    "a row of another": ({}, {"A2": 2, "A3": 1}, [("FOR404", "K2"), ("FOR404", "K3")]),
    "a changed id": ({"frist": ("ikke", None, "x")}, {"K2": "fristen"}, [("FOR404", "K2")]),
    "a changed heading": ({}, {"H1": "Svaret"}, [("FOR403", "H1")]),
    "a formula beside a cell that must be filled in": ({}, {"J2": "=1+1"}, [("FOR408", "H2"), ("FOR406", "J2")]),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_said_with_its_cell_and_nothing_is_taken_in(made, capsys, case):
    answers, cells, expected = BAD[case]
    sheet = made()
    sheet.fill(answers, **cells)
    assert sheet.take_in("--lagre") == 1
    assert codes(capsys.readouterr().out) == expected
    assert sheet.judged.read_text("utf-8") == JUDGED


def test_an_unknown_plan_is_said_with_the_one_that_was_meant(made, capsys):
    sheet = made()
    sheet.fill({"frist": ("helt", "Smittevern-planen", "x")})
    assert sheet.take_in() == 1
    assert "Mente du «Smittevernplan»?" in capsys.readouterr().out


def test_a_requirement_that_is_no_more_is_said(made, capsys, tmp_path):
    sheet = made()
    sheet.fill({"smittevernplan": ("ikke", None, "x")})
    catalogue = tmp_path / "nasjonalt" / "lovkrav.yaml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("id: smittevernplan", "id: vernplan"), "utf-8")
    assert sheet.take_in() == 1
    assert codes(capsys.readouterr().out) == [("FOR410", "K3")]


def test_rows_that_were_deleted_are_told_and_the_others_taken_in(made, capsys):
    sheet = made()
    sheet.fill({"smittevernplan": ("ikke", None, "x")})
    book = openpyxl.load_workbook(sheet.file)
    book[FIRST_SHEET].delete_rows(5)
    book[FIRST_SHEET].delete_rows(2)
    book.save(sheet.file)
    assert sheet.take_in("--lagre") == 0
    assert "FOR412" in (err := capsys.readouterr().err) and "nr. 1, 4" in err
    assert len(ps.load(sheet.folder).legal_judgement_sets()) == 2


def test_a_municipality_with_no_judgements_gets_the_file_made(made):
    sheet = made("")
    sheet.fill({"frist": ("ikke", None, "Ingen rad nevner det.")})
    assert sheet.take_in("--lagre") == 0
    assert sheet.judged.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=../../../../skjema/vurderinger_lovkrav.schema.json\n"
    )


def test_the_real_register_comes_back_with_the_fingerprints_of_the_law(tmp_path, capsys):
    (tmp_path / "data").symlink_to(ROOT / "data")
    folder, file = tmp_path / OSTRE_TOTEN.relative_to(ROOT), tmp_path / "lov.xlsx"
    assert run("vurder", "ut", folder, "--hva", "lovkrav", "-o", file) == 0
    sheet = LawSheet(folder, file)
    sheet.fill({"vannverk-beredskapsplan": ("ikke aktuelt", None, "Kommunen eier ikke vannverk.")})
    book = openpyxl.load_workbook(file)
    book[GUIDE]["B5"] = "2026-12-01"
    book.save(file)
    capsys.readouterr()
    assert sheet.take_in("--format", "json") == 0
    told = capsys.readouterr()
    assert [row["krav_id"] for row in json.loads(told.out)] == ["vannverk-beredskapsplan"]
    # the text that was judged is named, so nothing asks for it
    assert "LOV307" not in told.err and "Ikke lagret" in told.err
