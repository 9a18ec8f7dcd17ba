"""The data package, read by frictionless and by pandas."""

import json
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from frictionless import Package, system
from registers import FJORDVIK, WITH_PLANS

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.outputs.package.data_package import data_package
from planstrategi.presentation.tables import TABLES

PLAN = "planer: [{id: a, navn: '=1+1', kilde: {tabell: temaplan, rad: 1}, plantype: temaplan, ansvarlig: [nord], aar: [2024]}]\n"


def unpacked(register: Register, folder: Path) -> Path:
    with ZipFile(BytesIO(data_package(register))) as package:
        package.extractall(folder)
    return folder


def described(folder: Path) -> dict:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["fjordvik", "lier"])
def test_frictionless_finds_every_table_as_it_is_described(name, tmp_path):
    folder = unpacked(ps.load(WITH_PLANS[name]), tmp_path)
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "message"]) == []
    assert [task.name for task in report.tasks] == list(TABLES)


def test_the_values_are_those_of_the_tables(ostre_toten, tmp_path):
    folder = unpacked(ostre_toten, tmp_path)
    for name in TABLES:
        frame, read = ps.table(name, ostre_toten), pd.read_csv(folder / "data" / f"{name}.csv")
        assert list(read) == list(frame) and len(read) == len(frame)
        for key in frame.select_dtypes("number"):
            wanted = [None if pd.isna(value) else float(value) for value in frame[key]]
            assert [None if pd.isna(value) else float(value) for value in read[key]] == wanted, (name, key)


def test_a_table_says_its_unit_its_kind_of_data_its_source_and_why_it_is_empty(ostre_toten, tmp_path):
    tables = {one["name"]: one for one in described(unpacked(ostre_toten, tmp_path))["resources"]}
    load = tables["belastning-aar"]
    assert (load["typeData"], load["perDato"]) == ("antakelser", "2024-06-30")
    assert load["sources"][0]["title"].startswith("Antakelser, ikke fakta")
    fields = {one["name"]: one for one in load["schema"]["fields"]}
    assert (fields["aar"]["type"], fields["maanedsverk_p50"]["type"]) == ("integer", "number")
    assert fields["maanedsverk_p50"]["description"].endswith("Enhet: månedsverk.")
    assert tables["unntak"]["description"].endswith("Tabellen er tom, fordi registeret ikke har noe slikt.")
    dates = {one["name"]: one["type"] for one in tables["frister"]["schema"]["fields"]}
    assert (dates["frist"], dates["senest"]) == ("date", "boolean")


@pytest.mark.parametrize(
    ("stated", "licences", "said"),
    [
        ("", None, "Registeret oppgir ingen lisens."),
        (", lisens: CC-BY-4.0", [{"name": "CC-BY-4.0"}], "CC-BY-4.0, slik registeret"),
    ],
    ids=["none", "one"],
)
def test_a_licence_is_given_only_when_the_register_states_one(small, tmp_path, stated, licences, said):
    folder = unpacked(small(PLAN, replaced=f"dokument: {{tittel: Prøvestrategi{stated}}}"), tmp_path / "ut")
    assert described(folder).get("licenses") == licences
    assert said in (folder / "README.txt").read_text("utf-8")


def test_values_stand_as_they_are_and_the_readme_says_what_a_spreadsheet_may_do(small, tmp_path):
    folder = unpacked(small(PLAN), tmp_path)
    text = (folder / "data" / "planer.csv").read_bytes().decode("utf-8")
    assert text.count("\r\n") == text.count("\n") == 2
    assert pd.read_csv(StringIO(text))["navn"].to_list() == ["=1+1"]
    assert "begynner med = + - @" in (folder / "README.txt").read_text("utf-8")


def test_the_same_register_gives_the_same_bytes():
    assert data_package(ps.load(FJORDVIK)) == data_package(ps.load(FJORDVIK))
