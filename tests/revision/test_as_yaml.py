"""Records written as YAML are read back the same by the project's own reader."""

import pytest
from registers import OSTRE_TOTEN

import planstrategi as ps
from planstrategi.model.register import Register
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader
from planstrategi.revision.as_yaml import as_yaml, plain


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
