"""Records written as YAML are read back the same by the project's own reader."""

import pytest
from registers import OSTRE_TOTEN

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.outputs.as_yaml import as_yaml, plain
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader


@pytest.mark.parametrize("section", ["kommune", "periode", "omraader", "roller", "planer", "omtalt", "satsingsomraader"])
def test_a_section_is_read_back_as_it_was(section):
    register, notes = ps.load(OSTRE_TOTEN), ReadNotes("prove.yaml", "REG")
    text = as_yaml({section: plain(getattr(register, section))})
    read = YamlReader(text, notes, {}).read(Register)
    assert getattr(read, section) == getattr(register, section)


ODD = ["ja", "no", "2028-01-01", "0301", "- x", "a: b", "# x", "*x", "  x", "🙂", "=HYPERLINK(1)", "null"]


@pytest.mark.parametrize("word", ODD)
def test_a_word_that_yaml_takes_for_something_else_stays_the_word(word):
    notes = ReadNotes("prove.yaml", "REG")
    read = YamlReader(as_yaml({"dokument": {"tittel": word}}), notes, {}).read(Register)
    assert read.dokument.tittel == word


def test_a_day_is_written_without_quotes_and_a_short_record_on_one_line():
    written = as_yaml({"konstituert": ["2023-10-12"], "rader": [{"plan": "a", "aar": [2024, 2025]}, {"kilde": {"rad": 1}}]})
    assert written == "konstituert: [2023-10-12]\nrader:\n  - {plan: a, aar: [2024, 2025]}\n  - kilde: {rad: 1}\n"


def test_a_section_without_records_stands_as_a_section_of_its_file():
    assert as_yaml({"tabeller": []}) == "tabeller: []\n"
