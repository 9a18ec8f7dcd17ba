"""The JSON Schemas accept and refuse what the reader accepts and refuses, and each data file names its own."""

import re
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from registers import FJORDVIK, ROOT

from planstrategi.model.data_files import FILER, files_by_schema
from planstrategi.model.dates import Date, Moment
from planstrategi.model.fields import Choice, Code, Id, Name, Record, Text, YesNo, specs, yaml_field
from planstrategi.model.numbers import Decimal, Number
from planstrategi.model.plan import Plan
from planstrategi.model.sections import Kommune
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader
from planstrategi.reference.schema import records, schema

DATA_FILES = sorted((ROOT / "data").rglob("*.yaml"))
UGYLDIG = ROOT / "tests" / "data" / "ugyldig"
# JSON Schema knows no calendar, rising order, invisible signs or digits of a number; a key that is a list is no JSON
UNSAYABLE = {
    "FIL032-liste-som-nokkel.yaml",
    "FIL033-dato-som-ikke-finnes.yaml",
    "FIL033-kommunenummer.yaml",
    "FIL033-styretegn-i-tekst.yaml",
    "FIL035-aar-i-feil-rekkefolge.yaml",
}
CASES = sorted(
    path for path in UGYLDIG.rglob("*.yaml") if path.relative_to(UGYLDIG).parts[0] >= "FIL030" and path.name not in UNSAYABLE
)


class EditorLoader(yaml.CSafeLoader):
    """YAML 1.2, as editors read it. PyYAML's own 1.1 makes a date of 2024-06-30, which no JSON Schema can describe."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("int", r"[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+$", "-+.0123456789"),
    ("bool", "(?:true|false)$", "tf"),
    ("null", "(?:null|~|)$", ["n", "~", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), list(_first))
# 0301 is a number in base ten in YAML 1.2
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def as_editor(text: str) -> Any:
    return yaml.load(text, EditorLoader)


def complaints(name: str, content: Any) -> list[tuple[str, ...]]:
    """Return the keyword and the path of each thing the schema of a kind of file does not accept."""
    found = Draft7Validator(schema(files_by_schema()[name][0].post)).iter_errors(content)
    return sorted((error.validator, *map(str, error.absolute_path)) for error in found)


def kind_of(path: Path) -> str:
    place = path.relative_to(ROOT / "data").as_posix()
    found = [kind.skjema for kind in FILER if fnmatch(place, re.sub("<[^>]*>", "*", kind.sted))]
    assert found, f"{path} is of no kind in planstrategi/model/data_files.py"
    return found[0]


@pytest.mark.parametrize("kind", FILER, ids=lambda kind: kind.navn)
def test_a_schema_is_a_schema(kind):
    Draft7Validator.check_schema(schema(kind.post))
    names = {post.__name__ for post in records(kind.post)}
    assert set(re.findall("#/definitions/([A-Za-z]+)", str(schema(kind.post)))) == names - {kind.post.__name__}


@pytest.mark.parametrize("kind", FILER, ids=lambda kind: kind.navn)
def test_files_that_share_a_schema_hold_the_same_record_and_are_for_the_same(kind):
    assert len({(one.post, one.innhold) for one in files_by_schema()[kind.skjema]}) == 1


def test_there_are_data_files_of_every_kind():
    # what a municipality may do without is there as what it begins with; what was read of a document is beside a draft only,
    # and the colours of its own are nowhere here
    begun = {kind.skjema for kind in FILER if (ROOT / "planstrategi" / "starting" / "templates" / kind.navn).exists()}
    assert {kind_of(path) for path in DATA_FILES} | begun | {"innlesing", "profil"} == {kind.skjema for kind in FILER}


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_data_file_names_its_schema_and_follows_it(path):
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert f"{first}\n" in {kind.schema_line for kind in FILER}
    named = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    assert named == ROOT / "data" / "skjema" / f"{kind_of(path)}.schema.json"
    assert named.exists()
    assert complaints(kind_of(path), as_editor(path.read_text("utf-8"))) == []


def test_the_schema_accepts_a_register_of_another_municipality():
    assert complaints("register", as_editor((FJORDVIK / "register.yaml").read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("planbehv: ny", ("additionalProperties", "planer", "0")),
        ("planbehov: nytt", ("enum", "planer", "0", "planbehov")),
        ("foer_utlop: true", ("enum", "planer", "0", "foer_utlop")),
        ("vedtatt: 2024-13", ("pattern", "planer", "0", "vedtatt")),
        ("aar: ['2028']", ("type", "planer", "0", "aar", "0")),
        ("aar: [2028, 2028]", ("uniqueItems", "planer", "0", "aar")),
        ("aar: 2028", ("type", "planer", "0", "aar")),
        ("kilde: {tabell: temaplan}", ("required", "planer", "0", "kilde")),
        ("kilde: {tabell: temaplan, rad: 0}", ("minimum", "planer", "0", "kilde", "rad")),
        ("id: Fiskerihavna", ("pattern", "planer", "0", "id")),
        ("navn:", ("type", "planer", "0", "navn")),
        ("navn: ' '", ("pattern", "planer", "0", "navn")),
        ("venter_paa: [{andre: ja}]", ("required", "planer", "0", "venter_paa", "0")),
    ],
)
def test_the_schema_refuses(change, complaint):
    register = as_editor((FJORDVIK / "register.yaml").read_text("utf-8"))
    register["planer"][0] |= as_editor(change)
    assert complaints("register", register) == [complaint]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(UGYLDIG).as_posix())
def test_the_schema_refuses_what_the_reader_refuses_and_no_more(case):
    place = "/".join(case.relative_to(UGYLDIG).parts[1:])
    names = [kind.skjema for kind in FILER if place and fnmatch(f"/{kind.sted}", f"*/{place}")] or ["register"]
    text = case.read_text("utf-8")
    assert bool(complaints(names[0], as_editor(text))) == ("# forventer: FIL03" in text)


@pytest.mark.parametrize("name", [spec.navn for spec in specs(Plan).values() if spec.krav])
def test_the_schema_refuses_a_plan_without(name):
    register = as_editor((FJORDVIK / "register.yaml").read_text("utf-8"))
    del register["planer"][0][name]
    assert complaints("register", register) == [("required", "planer", "0")]


KINDS = {
    "tekst": Text(),
    "navn": Name(),
    "id": Id("plan"),
    "tidspunkt": Moment(),
    "dato": Date(),
    "aar": Number(1900, 2200),
    "nr": Number(1, 99),
    "tall": Decimal(),
    "ord": Choice({"politisk": "", "nei": ""}),
    "ja_nei": YesNo(),
    "nummer": specs(Kommune)["nummer"].innhold,
    "fylke": specs(Kommune)["fylke"].innhold,
    "regel": Code("[A-Z]{3}[0-9]{3}", ""),
}
SCALARS = [
    *("2023", "'2023'", "2023-06", "2023-13", "2024-06-30", "'2024-06-30'", "2024-06-31", "2024-H1", "2024-H1-05"),
    *("2024-host", "2024-host-01", "3023", "023", "7", "007", "0", "-3", "+3", "1.5", "1,5", "1.", "3442", "'3442'", "0301"),
    *("34420", "99", "100", "2200", "2201", "ja", "nei", "Ja", "yes", "'ja'", "true", "null", "~", "", "''", "' '"),
    *("'null'", "ord", "Ord", "ord-og-tall.2", "-ord", "Østre", "østre-toten", "politisk", "REG206", "reg206"),
]
# what JSON Schema cannot say: the calendar, and the zeros and the plus a number loses in an editor
TOO_MUCH = {
    "tidspunkt": {"2024-06-31"},
    "dato": {"2024-06-31"},
    "id": {"+3"},
    "nr": {"007", "023", "+3"},
    "tall": {"007", "023", "+3", "0301"},
    "nummer": {"023", "7", "007", "0", "+3", "99", "100"},
    "fylke": {"+3"},
}


def reader_accepts(kind: Any, scalar: str) -> bool:
    @dataclass(slots=True)
    class Sample(Record):
        felt: Any = yaml_field(kind, "")

    notes = ReadNotes("prove.yaml", "REG")
    YamlReader(f"felt: {scalar}", notes, {}).read(Sample)
    return not notes.problems


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_accepts_the_scalars_that_the_reader_accepts(name):
    validator = Draft7Validator(KINDS[name].schema())
    read = {scalar for scalar in SCALARS if reader_accepts(KINDS[name], scalar)}
    accepted = {scalar for scalar in SCALARS if validator.is_valid(as_editor(f"felt: {scalar}")["felt"])}
    # accepted as a word by the reader; a schema that did would make editors propose true and false in every text
    assert read - accepted == ({"true"} if name in ("tekst", "navn", "id", "fylke") else set())
    assert accepted - read == TOO_MUCH.get(name, set())
    assert read
    assert read != set(SCALARS)


def test_every_kind_of_value_is_compared_with_the_reader():
    fields = [spec for kind in FILER for post in records(kind.post) for spec in specs(post).values()]
    whole = [getattr(spec.innhold, "verdi", spec.innhold) for spec in fields]
    single = {type(getattr(content, "av", content)).__name__ for content in whole} - {"type"}
    # a reference is written as an id
    assert single - {"Ref"} == {type(kind).__name__ for kind in KINDS.values()}
