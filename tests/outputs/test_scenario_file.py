"""What is tried is written last in scenarier.yaml: whole or not at all, and what stood there stays to the letter."""

from pathlib import Path

import pytest
from registers_with_scenarios import scenario
from registers_with_work import FIXED, plan

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.model.scenarios import Dropp, Flytt, Scenario, Vakanse
from planstrategi.outputs import scenario_file
from planstrategi.outputs.scenario_file import as_lines, save
from planstrategi.outputs.whole_file import write_file

PLANS = [plan("bro", "planbehov: ny, aar: [2024], roller: [raadgiver]"), plan("vei", "planbehov: ny, aar: [2025]")]
TRIED = Scenario(
    id="prov-1", navn='«Bro»: "2026" # og 2027', flytt=(Flytt(plan="bro", aar=(2026, 2027)),), dropp=(Dropp(plan="vei"),)
)
OTHER = scenario("dropp: [{plan: vei}]")


@pytest.fixture
def register(build):
    return build(PLANS, FIXED, scenarios=OTHER)


def file_of(register) -> Path:
    return Path(register.fil).with_name("scenarier.yaml")


def test_a_scenario_is_written_as_the_file_has_it():
    vacant = Scenario(id="prov-2", navn="Ledig", vakanse=(Vakanse(rolle="raadgiver", fra=2025, maaneder=6),))
    assert as_lines(TRIED) + as_lines(vacant) == (
        "  - id: prov-1\n"
        "    navn: '«Bro»: \"2026\" # og 2027'\n"
        "    flytt:\n"
        "      - {plan: bro, aar: [2026, 2027]}\n"
        "    dropp:\n"
        "      - {plan: vei}\n"
        "  - id: prov-2\n"
        "    navn: Ledig\n"
        "    vakanse:\n"
        "      - {rolle: raadgiver, fra: 2025, maaneder: 6}\n"
    )


@pytest.mark.parametrize(
    "stood",
    [
        f"# Øverst.\nper_dato: 2024-06-30\nscenarier:\n{OTHER}",
        f"per_dato: 2024-06-30\n\nscenarier:\n{OTHER}\n# Nederst, uten linjeskift",
        f"per_dato: 2024-06-30\nscenarier:\n{OTHER}\n\n\n",
        "per_dato: 2024-06-30\nscenarier:\n  - id: a\n    navn: Valg a\n    beskrivelse: |+\n      Til slutt\n\n\n",
        f"per_dato: 2024-06-30\nscenarier:\n{OTHER}".replace("\n", "\r\n"),
    ],
    ids=["plain", "comment last", "blank lines", "text last", "windows"],
)
def test_what_stood_in_the_file_stays_byte_for_byte(register, stood):
    file_of(register).write_bytes(stood.encode())
    before = ps.load(register.fil).scenarios()
    assert save(register, TRIED).startswith(f"Lagret i {file_of(register).as_posix()} som «{TRIED.navn}».")
    now = file_of(register).read_bytes()
    assert now.startswith(stood.encode())
    assert now.count(b"\r\n") in (0, now.count(b"\n"))
    assert ps.load(register.fil).scenarios() == (*before, TRIED)


def test_a_register_without_the_file_gets_one_that_says_its_day_and_its_schema(build):
    register = build(PLANS, FIXED)
    assert save(register, TRIED).startswith("Lagret i ")
    head = "# yaml-language-server: $schema=../../../skjema/scenarier.schema.json\nper_dato: 2024-06-30\n\nscenarier:\n"
    assert file_of(register).read_text("utf-8") == head + as_lines(TRIED)
    assert ps.load(register.fil).scenarios() == (TRIED,)


def test_the_file_of_a_new_municipality_whose_list_is_empty_gets_its_first(build):
    register, stood = build(PLANS, FIXED), "per_dato: 2024-06-30\nscenarier: []\n# scenarier:\n#   - id: et-eksempel\n"
    file_of(register).write_text(stood, "utf-8")
    assert save(register, TRIED).startswith("Lagret i ")
    assert file_of(register).read_text("utf-8") == stood.replace(" []", "") + as_lines(TRIED)
    assert ps.load(register.fil).scenarios() == (TRIED,)


ODD = "Filen er skrevet slik at linjene ikke kan legges sist. Lim dem inn selv."


@pytest.mark.parametrize(
    "stood",
    [
        "per_dato: 2024-06-30\nscenarier: [{id: a, navn: A, dropp: [{plan: vei}]}]\n",
        "{per_dato: 2024-06-30, scenarier: []}\n",
        f"scenarier:\n{OTHER}per_dato: 2024-06-30\n",
        f"per_dato: 2024-06-30\nscenarier:\n{OTHER.replace('  - ', '- ')}",
        f"per_dato: 2024-06-30\nscenarier:\n{OTHER}...\n",
        "per_dato: 2024-06-30\nscenarier: [ ] # ingen ennå\n",
    ],
    ids=["flow", "all flow", "another key last", "other indent", "ended", "comment on the line"],
)
def test_a_file_that_is_written_in_another_way_is_left_as_it_is(register, stood):
    file_of(register).write_text(stood, "utf-8")
    assert validate(register.fil).register
    assert save(register, TRIED) == f"Ikke lagret i {file_of(register).as_posix()}. {ODD}"
    assert file_of(register).read_text("utf-8") == stood


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (Scenario(id="prov-1", navn="Valg a", flytt=TRIED.flytt), "Navnet på scenariet er brukt før. Fant: Valg a."),
        (Scenario(id="a", navn="B", flytt=TRIED.flytt), "Id-en er brukt før, i linje 3."),
        (Scenario(id="b", navn="B", flytt=(Flytt(plan="bro", aar=(2024,)),)), "Endringen i scenariet endrer ingen år."),
        (Scenario(id="b", navn="B", flytt=TRIED.flytt, vakanse=(Vakanse(rolle="raadgiver", fra=2024, maaneder=6),)),
         "Planen flyttes, og en vakanse"),
    ],
)  # fmt: skip
def test_what_would_be_a_problem_in_the_file_is_not_written_and_the_problem_is_told(register, made, why):
    stood = file_of(register).read_bytes()
    said = save(register, made)
    assert said.startswith(f"Ikke lagret i {file_of(register).as_posix()}. ") and why in said
    assert file_of(register).read_bytes() == stood


def test_a_warning_that_was_there_before_does_not_stop_what_is_new(build):
    register = build(PLANS, FIXED, scenarios=scenario("flytt: [{plan: vei, aar: [2025]}]"))
    assert [one.kode for one in ps.problems(register)].count("KAP310") == 1
    assert save(register, TRIED).startswith("Lagret i ")


def test_a_register_that_cannot_be_read_any_more_a_file_that_is_no_text_and_a_folder_that_is_gone_are_told(register):
    stood = file_of(register).read_bytes()
    file_of(register).write_bytes(b"\xff\xfe\xff")
    assert "Filen kan ikke leses." in save(register, TRIED)
    file_of(register).write_bytes(stood)
    Path(register.fil).write_text("kommune: [\n", "utf-8")
    assert save(register, TRIED).startswith("Ikke lagret i ")
    assert file_of(register).read_bytes() == stood
    file_of(register).unlink()
    file_of(register).mkdir()
    assert "Det er en mappe, ikke en fil." in save(register, TRIED)


def test_what_another_writes_meanwhile_is_not_overwritten(register, monkeypatch):
    def late(path, data, stood):
        path.write_bytes(stood + b"# av en annen\n")
        write_file(path, data, stood)

    monkeypatch.setattr(scenario_file, "write_file", late)
    assert "er endret mens kommandoen arbeidet" in save(register, TRIED)
    assert file_of(register).read_bytes().endswith(b"# av en annen\n")
