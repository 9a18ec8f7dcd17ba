"""The command line: what goes to stdout, what to stderr, and with which status."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys

import pytest
from registers import DRAFTS, FJORDVIK, OSTRE_TOTEN, ROOT

from planstrategi import arguments
from planstrategi.cli import main
from planstrategi.model.vocabulary import words_beside
from planstrategi.presentation import export
from planstrategi.presentation.figure_frames import FIGURE_WORDS
from planstrategi.presentation.tables import TABLES, table

NOTHING_WRONG = """
planer:
  - {id: a, navn: A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord,
     roller: [leder-nord, raadgiver], planbehov: ny, aar: [2024]}
  - {id: b, navn: B, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, ansvarlig: sor, roller: [leder-sor],
     planbehov: ny, aar: [2025]}
"""
UGYLDIG = ROOT / "tests" / "data" / "ugyldig"


def run(capsys, *words):
    try:
        status = main([str(word) for word in words])
    except SystemExit as stopped:
        status = stopped.code
    out, err = capsys.readouterr()
    return status, out, err


def test_valider_ends_0_and_shows_the_warnings_of_the_real_register(capsys):
    status, out, err = run(capsys, "valider", OSTRE_TOTEN)
    assert status == 0
    assert err == "0 feil, 11 advarsler og 27 merknader.\n"
    assert out.count("advarsel REG") == 11
    assert len(out.splitlines()) == 20  # 19 planer uten rolle er samlet i én linje


def test_valider_streng_ends_1_on_warnings(capsys):
    assert run(capsys, "valider", OSTRE_TOTEN, "--streng")[0] == 1


def test_valider_json_is_one_array_with_an_object_per_problem(capsys):
    status, out, _ = run(capsys, "valider", OSTRE_TOTEN, "--format", "json")
    found = json.loads(out)
    assert (status, len(found)) == (0, 38)
    assert list(found[0])[:9] == [
        "kode", "alvor", "plan_id", "navn", "fil", "linje", "kolonne", "melding", "rettes_av",
    ]  # fmt: skip
    assert isinstance(found[0]["linje"], int)


def test_valider_ends_1_on_an_error_and_2_when_there_is_nothing_to_read(capsys, tmp_path):
    assert run(capsys, "valider", next(UGYLDIG.glob("FIL030*")))[0] == 1
    status, out, err = run(capsys, "valider", tmp_path / "finnes-ikke")
    assert (status, out) == (2, "")
    assert "FIL001" in err and "finnes ikke" in err


@pytest.mark.parametrize(("form", "begins"), [("json", "[\n {"), ("github", "::error file=")])
def test_what_cannot_be_read_is_printed_in_the_format_that_was_asked_for(capsys, tmp_path, form, begins):
    status, out, err = run(capsys, "valider", tmp_path, "--format", form)
    assert status == 2 and out.startswith(begins) and "FIL001" in out and "FIL001" in err


def test_valider_github_prints_nothing_and_ends_0_when_nothing_is_wrong(capsys, small, tmp_path):
    small(NOTHING_WRONG)
    assert run(capsys, "valider", tmp_path / "kommuner" / "prove", "--format", "github") == (
        0, "", "0 feil, 0 advarsler og 0 merknader.\n",
    )  # fmt: skip


@pytest.mark.parametrize(("what", "known"), [("tabell", TABLES), ("figur", FIGURE_WORDS)])
def test_a_list_has_every_name_and_title_and_needs_no_register(capsys, tmp_path, monkeypatch, what, known):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, what, "--liste")
    assert (status, err) == (0, "")
    assert [line.split(maxsplit=1) for line in out.splitlines()] == [[name, spec.tittel] for name, spec in known.items()]


def test_lab_outside_the_project_says_where_to_stand(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, "lab")
    assert (status, out) == (2, "")
    assert "notebooks/" in err and "prosjektets mappe" in err


@pytest.mark.parametrize("what", ["tabell", "figur"])
def test_an_unknown_name_is_said_before_a_register_is_looked_for(capsys, tmp_path, monkeypatch, what):
    monkeypatch.chdir(tmp_path)
    status, _, err = run(capsys, what, "r/00ok")
    assert status == 2 and err.startswith(f"Det finnes ingen {what} «r/00ok».")
    status, _, err = run(capsys, what)
    assert status == 2 and err.startswith(f"Hvilken {what}?")


def test_yes_and_no_are_norwegian_in_csv_and_excel_and_booleans_in_json(capsys):
    _, out, _ = run(capsys, "tabell", "planaar", OSTRE_TOTEN, "--format", "csv")
    assert {row["inngaar_i_annen"] for row in csv.DictReader(io.StringIO(out))} == {"ja", "nei"}
    _, out, _ = run(capsys, "tabell", "planaar", OSTRE_TOTEN, "--excel")
    assert ";nei;" in out and "False" not in out
    _, out, _ = run(capsys, "tabell", "planaar", OSTRE_TOTEN, "--format", "json")
    assert {row["inngaar_i_annen"] for row in json.loads(out)} == {True, False}


def test_another_date_gives_other_warnings(capsys):
    _, out, _ = run(capsys, "valider", OSTRE_TOTEN, "--dato", "2026-11-23")
    assert "REG223 [legeplan]" in out and "REG221 [digitaliseringsstrategi]" in out


@pytest.mark.parametrize("dato", ["23.11.2026", "2026-02-30", "i dag", ""])
def test_a_date_that_is_none_ends_2_with_what_to_write(capsys, dato):
    status, out, err = run(capsys, "valider", OSTRE_TOTEN, "--dato", dato)
    assert (status, out) == (2, "")
    assert "ÅÅÅÅ-MM-DD" in err


def test_a_day_before_the_adoption_is_said_as_the_day_asked_for_and_not_as_what_the_file_says(capsys):
    _, out, _ = run(capsys, "valider", DRAFTS["lier"], "--dato", "2019-01-01")
    (said,) = [line for line in out.splitlines() if " REG257 " in line]
    assert "det regnes per 2019-01-01, dokumentet er vedtatt 2024-06-12" in said and "--dato" in said


def test_tabell_json_keeps_numbers_lists_and_unknown(capsys):
    status, out, err = run(capsys, "tabell", "planer", OSTRE_TOTEN, "--format", "json")
    plans = {plan["plan_id"]: plan for plan in json.loads(out)}
    assert status == 0 and len(plans) == 44
    arealdel = plans["kommuneplanens-arealdel"]
    assert arealdel["aar"] == [2024, 2025, 2026]
    assert arealdel["roller"] == ["Leder strategi og utvikling"]
    assert arealdel["vedtatt"] is None and arealdel["medvirkende"] == []
    assert arealdel["kilde"].startswith("register.yaml:")
    assert "Per 30.06.2024" in err


def test_tabell_csv_joins_lists_with_semicolon(capsys):
    _, out, _ = run(capsys, "tabell", "planer", OSTRE_TOTEN, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 44
    assert rows[1]["aar"] == "2024; 2025; 2026"


def test_excel_gets_its_mark_semicolons_decimal_comma_and_no_formula(capsys):
    _, out, _ = run(capsys, "tabell", "konsentrasjon", OSTRE_TOTEN, "--excel")
    assert out.startswith("\ufeffansvarlig;antall_planer;planaar;andel_prosent")
    assert "Samfunn og strategi;33;66;75,0" in out


def test_first_columns_are_those_that_others_compute_with(ostre_toten):
    promised = {
        "planer": "plan_id, navn, plantype, planbehov, ansvarlig, roller, medvirkende",
        "planaar": "plan_id, navn, aar",
        "problemer": "kode, alvor, plan_id, navn, fil, linje, kolonne, melding, rettes_av",
        "kapasitet": "aar, ansvarlig, antall_planer, antall_uten_dobbelt",
        "kapasitet-rolle": "aar, rolle, antall_planer",
        "forventninger": "forventning_id, nivaa, tekst, status, planer",
        "koblinger": "plan_id, forventning_id, grad",
    }
    for name, columns in promised.items():
        wanted = columns.split(", ")
        assert list(table(name, ostre_toten).columns)[: len(wanted)] == wanted


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("register", ["ostre_toten", "fjordvik"])
def test_every_table_can_be_written_in_every_format(request, register, name):
    frame = table(name, request.getfixturevalue(register))
    assert len(json.loads(export.as_json(frame))) == len(frame)
    for write in (export.as_csv, export.as_excel_csv, export.as_text):
        assert len(write(frame).splitlines()) > len(frame)


def test_a_table_is_text_in_columns_unless_another_format_is_asked_for(capsys):
    status, out, err = run(capsys, "tabell", "konsentrasjon", OSTRE_TOTEN)
    columns, first, *_ = (line.split("  ") for line in out.splitlines())
    assert status == 0 and columns[0] == "ansvarlig" and first[0] == "Samfunn og strategi"
    assert err.startswith("Planår per kommunalområde (") and "Per 30.06.2024" in err
    assert run(capsys, "tabell", "konsentrasjon", OSTRE_TOTEN, "--format", "tekst") == (status, out, err)


def test_an_unknown_table_or_command_gives_a_hint_and_2(capsys):
    status, _, err = run(capsys, "tabell", "kapasite", OSTRE_TOTEN)
    assert status == 2 and "Mente du «kapasitet»?" in err
    status, _, err = run(capsys, "valider", OSTRE_TOTEN, "--formatt", "json")
    assert status == 2 and "Ukjent argument: --formatt" in err


def test_a_table_of_a_register_with_errors_shows_them_and_ends_2(capsys):
    status, out, err = run(capsys, "tabell", "planer", next(UGYLDIG.glob("FIL030*")))
    assert status == 2 and "FIL030" in out and "kan ikke regnes på" in err


@pytest.mark.parametrize(("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
@pytest.mark.parametrize("size", ["lysbilde", "a4"])
def test_a_figure_comes_in_three_formats_and_two_sizes(capsys, tmp_path, monkeypatch, suffix, begins, size):
    # which matplotlib cannot read as a number
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "i går")
    target = tmp_path / f"figur{suffix}"
    assert run(capsys, "figur", "kapasitet", FJORDVIK, "-o", target, "--storrelse", size)[0] == 0
    assert target.read_bytes().startswith(begins)


def test_nothing_that_exists_is_overwritten_without_overskriv(capsys, tmp_path):
    target = tmp_path / "figur.png"
    target.write_text("mitt")
    status, _, err = run(capsys, "figur", "kapasitet", FJORDVIK, "-o", target)
    assert status == 2 and "--overskriv" in err and target.read_text() == "mitt"
    assert run(capsys, "figur", "kapasitet", FJORDVIK, "-o", target, "--overskriv")[0] == 0
    assert target.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("file", ["figur.docx", "figur", "mappe/figur.png"])
def test_a_figure_that_cannot_be_saved_leaves_nothing(capsys, tmp_path, file):
    status, _, err = run(capsys, "figur", "kapasitet", FJORDVIK, "-o", tmp_path / file)
    assert status == 2 and err
    assert list(tmp_path.iterdir()) == []


def test_output_is_utf8_also_where_the_console_is_not(tmp_path):
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "planstrategi", "tabell", "konsentrasjon", str(OSTRE_TOTEN)]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "Østre Toten" in done.stderr.decode("utf-8")
    assert "Oppvekst og velferd" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "command", [("valider", str(OSTRE_TOTEN)), ("importer", "plan.txt", "-o", "utkast")], ids=["valider", "importer"]
)
def test_what_shall_be_quick_starts_without_pandas_matplotlib_jupyter_and_openpyxl(tmp_path, command):
    (tmp_path / "plan.txt").write_text(
        "Planstrategi for Vik kommune 2028–2031\n\nPlan\t2028\t2029\nHavneplan\tx\t\nVegplan\t\tx\n", "utf-8"
    )
    code = (
        "import sys; from planstrategi.cli import main; main(sys.argv[1:]);"
        "print([m for m in ('pandas', 'matplotlib', 'numpy', 'nbformat', 'jsonschema', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "[]"
    assert command[0] == "valider" or (tmp_path / "utkast" / "register.yaml").exists()


@pytest.mark.parametrize("command", ["valider", "tabell", "figur", "rapport", "ny-kommune", "lab"])
def test_every_command_has_help_in_norwegian_with_an_example(capsys, command):
    status, out, _ = run(capsys, command, "--help")
    assert status == 0
    assert out.startswith("bruk: planstrategi") and f"Eksempel: planstrategi {command}" in " ".join(out.split())
    assert not any(word in out for word in ("usage", "optional", "positional", "show this"))


def test_every_command_that_is_declared_does_something_and_what_is_shared_is_used():
    kept = words_beside(arguments.__file__, "kommandoer.yaml")
    whole = [one for made in kept["kommandoer"].values() for one in (made, *made.get("deler", {}).values())]
    assert sum("deler" not in one for one in whole) == len(arguments._RUN)
    assert {*kept["felles"]} <= {argument for one in whole for argument in one.get("argumenter", {})}


# several registers


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with the real register and the invented one, made the working folder."""
    for name, register in (("ostre-toten/2024-2027", OSTRE_TOTEN), ("fjordvik/2028-2031", FJORDVIK)):
        shutil.copytree(register, tmp_path / "data" / "kommuner" / name)
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / "data" / name).symlink_to(ROOT / "data" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(project, old, new):
    path = project / "data/kommuner/fjordvik/2028-2031/register.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("words", [(), ("data/kommuner",), (".",)])
def test_valider_takes_every_register(project, capsys, words):
    status, out, err = run(capsys, "valider", *words)
    assert status == 0
    assert "data/kommuner/fjordvik/2028-2031/register.yaml:" in out and "data/kommuner/ostre-toten/2024-2027/" in out
    assert err.splitlines()[1] == "data/kommuner/ostre-toten/2024-2027: 0 feil, 11 advarsler og 27 merknader."


def test_valider_of_several_is_one_array_in_json_and_says_what_they_share_once(project, capsys):
    one, other, both = (
        [json.dumps(found) for found in json.loads(run(capsys, "valider", *which, "--format", "json")[1])]
        for which in (["data/kommuner/ostre-toten"], ["data/kommuner/fjordvik"], [])
    )
    assert sorted(both) == sorted({*one, *other})
    assert len(both) < len(one) + len(other)
    (project / "data" / "nasjonalt").unlink()
    shutil.copytree(ROOT / "tests" / "data" / "nasjonalt", project / "data" / "nasjonalt")
    (project / "data" / "nasjonalt" / "plantyper.yaml").write_text("")
    status, out, err = run(capsys, "valider", "--format", "json")
    assert status == 1 and [found["kode"] for found in json.loads(out)].count("FIL012") == 1
    assert ": 0 feil" not in err


def test_a_folder_without_registers_is_said_to_hold_none(tmp_path, capsys):
    status, out, err = run(capsys, "tabell", "planer", tmp_path)
    assert (status, out) == (2, "") and "FIL001" in err and len(err.splitlines()) == 1


def test_a_code_that_strikes_often_is_gathered_for_each_register_alone(project, capsys):
    out = run(capsys, "valider", "data/kommuner")[1]
    assert sum("REG241" in line for line in out.splitlines()) == 2


@pytest.mark.parametrize(
    "words",
    [
        *(["tabell", "planer"], ["figur", "kapasitet"], ["rapport"], ["vurder", "ut"]),
        *(["figur", "kapasitet", "data"], ["rapport", "data/kommuner"], ["vurder", "ut", "."]),
    ],
)
def test_what_is_made_of_one_register_lists_them_when_there_are_several(project, capsys, words):
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err == (
        "Det finnes flere registre. Oppgi hvilket: data/kommuner/fjordvik/2028-2031, data/kommuner/ostre-toten/2024-2027.\n"
    )


def test_a_folder_above_the_only_register_is_that_register(project, capsys):
    assert run(capsys, "figur", "kapasitet", "data/kommuner/fjordvik", "-o", "kapasitet.svg")[0] == 0
    assert "Fjordvik" in (project / "kapasitet.svg").read_text("utf-8")


def test_a_folder_gives_one_table_with_whose_each_row_is(project, capsys):
    status, out, err = run(capsys, "tabell", "planer", "data/kommuner", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0 and list(rows[0])[:3] == ["kommune", "periode", "plan_id"]
    whose = [(row["kommune"], row["periode"]) for row in rows]
    assert whose == [("Fjordvik", "2028-2031")] * 7 + [("Østre Toten", "2024-2027")] * 44
    assert "Fjordvik 2028–2031" in err and "Planstrategi 2024–2027 for Østre Toten" in err


def test_the_columns_are_the_same_when_only_one_register_lies_in_the_folder(project, capsys):
    shutil.rmtree("data/kommuner/fjordvik")
    assert run(capsys, "tabell", "planer", "data/kommuner", "--format", "csv")[1].startswith("kommune,periode,plan_id,")
    assert run(capsys, "tabell", "planer", "--format", "csv")[1].startswith("plan_id,")


def test_a_bad_register_does_not_stop_the_others(project, capsys):
    spoil(project, "plantype: temaplan", "plantype: temapln")
    status, out, err = run(capsys, "tabell", "planer", "data/kommuner", "--format", "json")
    assert status == 1 and {row["kommune"] for row in json.loads(out)} == {"Østre Toten"}
    assert "fjordvik/2028-2031/register.yaml" in err and "REG101" in err
    assert run(capsys, "valider")[0] == 1


def test_when_none_can_be_computed_on_it_says_so(project, capsys):
    shutil.rmtree("data/kommuner/ostre-toten")
    spoil(project, "plantype: temaplan", "plantype: temapln")
    status, out, err = run(capsys, "tabell", "planer", "data/kommuner")
    assert (status, out) == (2, "") and err.endswith("Ingen av registrene kan regnes på før det som står over, er rettet.\n")


def test_a_number_used_under_another_name_is_an_error_among_several(project, capsys):
    spoil(project, "nummer: '9901'", "nummer: '3442'")
    status, out, _ = run(capsys, "valider")
    (line,) = (line for line in out.splitlines() if "FIL009" in line)
    assert status == 1 and line.startswith("data/kommuner/ostre-toten/2024-2027/register.yaml:4:11: feil FIL009")
    assert "3442, som Fjordvik har i data/kommuner/fjordvik/2028-2031/register.yaml" in line
    assert run(capsys, "valider", "data/kommuner/ostre-toten")[0] == 0


def test_a_second_register_of_the_same_period_is_an_error_and_counts_nowhere(project, capsys):
    copy = "data/kommuner/fjordvik/kopi"
    shutil.copytree("data/kommuner/fjordvik/2028-2031", copy)
    status, out, err = run(capsys, "tabell", "planer", "data/kommuner/fjordvik")
    alone = run(capsys, "tabell", "planer", "data/kommuner/fjordvik/2028-2031")[1]
    assert status == 1 and out.count("\n") == alone.count("\n")
    assert "FIL021 Kommunen har to registre for den samme perioden. Fant: 2028–2031" in err
    assert run(capsys, "valider", copy)[0] == 0


def test_a_municipality_may_change_its_name_from_one_period_to_the_next(project, capsys):
    shutil.move("data/kommuner/fjordvik/2028-2031", "data/kommuner/ostre-toten/2028-2031")
    path = project / "data/kommuner/ostre-toten/2028-2031/register.yaml"
    path.write_text(path.read_text("utf-8").replace("nummer: '9901'", "nummer: '3442'"), "utf-8")
    assert run(capsys, "valider")[0] == 0


def draft_beside(project):
    shutil.copytree(DRAFTS["rollag"], project / "data" / "kommuner" / "rollag" / "2020-2023")


def test_a_draft_says_how_it_is_ended_and_is_then_a_register_like_the_others(toten_alone, capsys):
    draft_beside(toten_alone)
    assert run(capsys, "valider", "data/kommuner/rollag")[2].endswith(" Et utkast: slett innlesing.yaml når alt er avklart.\n")
    (toten_alone / "data/kommuner/rollag/2020-2023/innlesing.yaml").unlink()
    assert "utkast" not in run(capsys, "valider", "data/kommuner/rollag")[2]
    assert "data/kommuner/rollag/2020-2023: 0 feil" in run(capsys, "valider")[2]


def test_the_only_register_that_is_no_draft_is_meant_where_none_is_named(toten_alone, capsys):
    draft_beside(toten_alone)
    assert "Planer i planstrategien,44" in run(capsys, "tabell", "nokkeltall", "--format", "csv")[1]
    _, out, err = run(capsys, "valider")
    assert "rollag" not in out + err
    assert err.endswith("\n1 utkast er ikke med; «planstrategi valider data» tar alle.\n")


def test_drafts_are_taken_where_they_are_named_or_there_is_nothing_else(toten_alone, capsys):
    draft_beside(toten_alone)
    assert "data/kommuner/rollag/2020-2023/innlesing.yaml:" in run(capsys, "valider", "data")[1]
    shutil.rmtree("data/kommuner/ostre-toten")
    assert "Planer i planstrategien,15" in run(capsys, "tabell", "nokkeltall", "--format", "csv")[1]
    assert "utkast er ikke med" not in run(capsys, "valider")[2]


def test_a_folder_of_several_is_compared_on_one_page(project, capsys):
    assert run(capsys, "sammenlign", "data/kommuner", "-o", "side.html") == (0, "", "2 planstrategier. Lagret i side.html.\n")
    assert "2 planstrategier med 51 planer." in (project / "side.html").read_text("utf-8")


def test_a_page_is_made_of_one_too(project, capsys):
    made = run(capsys, "sammenlign", "data/kommuner/fjordvik", "-o", "side.html")
    assert made == (0, "", "1 planstrategi. Lagret i side.html.\n")


def test_another_day_is_the_day_of_all_on_the_page_and_of_the_newest_of_two(project, capsys):
    assert run(capsys, "sammenlign", "data/kommuner", "-o", "side.html", "--dato", "2029-02-03")[0] == 0
    assert (project / "side.html").read_text("utf-8").count("<td>03.02.2029</td>") == 2
    copied = shutil.copytree(OSTRE_TOTEN, project / "data/kommuner/kopi")
    status, _, err = run(capsys, "sammenlign", str(OSTRE_TOTEN), str(copied), "--dato", "2024-01-01")
    assert status == 2 and "nyere enn det andre (2024–2027, per 01.01.2024)" in err


def test_several_are_not_compared_as_two_periods(project, capsys):
    status, out, err = run(capsys, "sammenlign", "data/kommuner", "-o", "endringer.docx")
    assert (status, out) == (2, "") and not (project / "endringer.docx").exists()
    assert err == "data/kommuner har flere registre, og de lagres som én side: -o side.html. Eller oppgi ett eller to.\n"


def test_a_register_with_errors_is_left_out_of_the_page_and_said(project, capsys):
    spoil(project, "plantype: temaplan", "plantype: temapln")
    status, _, err = run(capsys, "sammenlign", "data/kommuner", "-o", "side.html")
    assert status == 1 and "REG101" in err and "1 planstrategi. Lagret" in err
    page = (project / "side.html").read_text("utf-8")
    assert "Fjordvik" not in page
    assert "Ikke med, fordi registeret har feil: data/kommuner/fjordvik/2028-2031." in page


# a table as a file


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["-o", "t.csv"], b"ansvarlig,antall_planer"),
        (["-o", "t.json"], b"[\n {"),
        (["-o", "t.txt"], b"ansvarlig  "),
        (["-o", "t.csv", "--excel"], b"\xef\xbb\xbfansvarlig;"),
    ],
)
def test_a_table_is_saved_in_the_format_its_name_or_an_option_says(tmp_path, monkeypatch, capsys, words, begins):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, "tabell", "konsentrasjon", OSTRE_TOTEN, *words)
    assert (status, out) == (0, "") and err.endswith(f"Lagret i {words[1]}.\n")
    saved = (tmp_path / words[1]).read_bytes()
    assert saved.startswith(begins) and saved.endswith(b"\n") and not saved.endswith(b"\n\n")
    assert "Oppvekst og velferd" in saved.decode("utf-8")


def test_a_saved_table_is_to_the_byte_what_is_printed(tmp_path, capsysbinary):
    for form in (["--format", "csv"], ["--excel"]):
        assert main(["tabell", "planer", str(OSTRE_TOTEN), *form]) == 0
        assert main(["tabell", "planer", str(OSTRE_TOTEN), *form, "-o", str(tmp_path / "t.csv"), "--overskriv"]) == 0
        assert capsysbinary.readouterr().out == (tmp_path / "t.csv").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "t.xlsx"], "Endelsen på t.xlsx sier ikke hvordan tabellen skal skrives. Bruk .csv, .json eller .txt."),
        (["-o", "t.json", "--format", "csv"], "Endelsen på t.json er ikke den til en tabell skrevet som csv."),
        (["-o", "t.txt", "--excel"], "Endelsen på t.txt er ikke den til en tabell skrevet som csv."),
        (["-o", "register.yaml", "--format", "csv", "--overskriv"], "er ikke den til en tabell skrevet som csv."),
        (["-o", "finnes.csv"], "finnes.csv finnes fra før. Velg et annet navn, eller bruk --overskriv."),
        (["-o", "borte/t.csv"], "Mappen borte finnes ikke."),
    ],
)
def test_a_table_that_cannot_be_saved_leaves_what_was(tmp_path, monkeypatch, capsys, words, said):
    monkeypatch.chdir(tmp_path)
    for name in ("finnes.csv", "register.yaml"):
        (tmp_path / name).write_text("mitt")
    status, out, err = run(capsys, "tabell", "planer", OSTRE_TOTEN, *words)
    assert (status, out) == (2, "") and said in err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mitt"] * 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("importer", "register.xlsx"), "Oppgi en av disse: -o --mot\n"),
        (("vurder", "inn", "ark.xlsx", "--lagre=ja"), "--lagre: tar ingen verdi, men fikk 'ja'\n"),
    ],
)
def test_what_argparse_says_of_a_mistake_is_in_bokmaal(capsys, words, said):
    with pytest.raises(SystemExit):
        main([*words])
    assert capsys.readouterr().err.startswith(said)


def test_a_comparison_tells_all_the_endings_it_can_be_saved_with(tmp_path, capsys):
    status, _, err = run(capsys, "sammenlign", OSTRE_TOTEN, FJORDVIK, "-o", tmp_path / "e.xlsx")
    assert status == 2 and err.endswith("Bruk .docx, .png, .svg, .pdf, .csv, .json eller .txt.\n")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("23.11.2026", "«23.11.2026» er ikke en dato. Skriv den på formen ÅÅÅÅ-MM-DD, for eksempel 2026-11-23."),
        ("2026-02-30", "«2026-02-30» er ikke en dato. 30. februar 2026 finnes ikke; den siste dagen i måneden er 28. februar."),
    ],
)
def test_a_day_to_reckon_from_that_is_none_is_answered_as_one_in_a_file(capsys, day, said):
    status, _, err = run(capsys, "tabell", "frister", FJORDVIK, "--dato", day)
    assert status == 2 and said in err


def test_an_option_may_stand_before_the_register(tmp_path, capsys):
    target = tmp_path / "planaar.csv"
    assert main(["tabell", "planaar", "-o", str(target), str(FJORDVIK)]) == 0
    assert target.read_text("utf-8-sig").startswith("plan_id")
    with pytest.raises(SystemExit) as ended:
        main(["tabell", "planaar", "-o", str(target), str(FJORDVIK), "en", "til"])
    assert ended.value.code == 2
    assert "Ukjent argument: " in capsys.readouterr().err


def test_a_pipe_that_would_not_wait_for_its_reader_is_waited_for_so_that_nothing_is_lost(monkeypatch):
    read, write = os.pipe()
    os.set_blocking(write, False)
    with os.fdopen(read), os.fdopen(write, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["tabell", "--liste"]) == 0
        assert os.get_blocking(write)
