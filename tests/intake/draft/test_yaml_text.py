"""Whatever stands in a document is read back from the draft as the same text."""

import pytest

from planstrategi.intake.draft.yaml_text import scalar, text_lines, unique_ids
from planstrategi.model.fields import MapOf, Record, Text, record, yaml_field
from planstrategi.model.numbers import Number
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader

HOSTILE = [
    *(
        "Klimaplan",
        "Plan: del 2",
        "Plan #1",
        "# plan",
        "- ny",
        "* fotnote",
        "&a",
        "!!python/object",
        "{x}",
        "[x",
        "x]",
        "@",
        "`x`",
    ),
    *(
        "null",
        "~",
        "Ja",
        "no",
        "2024",
        "1.10",
        "'sitat'",
        '"sitat"',
        "it's",
        "a: b: c:",
        "slutt:",
        "%x",
        "| x",
        "> x",
        "--- x",
        "...",
    ),
    *("<script>alert(1)</script>", "æøå ÆØÅ é š", "x , y", "? hva", "= 1+1", "\\n", "<<", "x {a: b}", "100 %", "§ 10-1: «x»"),
]


@record("Prøve", "")
class Sample(Record):
    tekst: str = yaml_field(Text(), "")
    par: tuple = yaml_field(MapOf(Number(0, 9), Text()), "")


def read(text):
    notes = ReadNotes("prove.yaml", "REG")
    found = YamlReader(text, notes, {}).read(Sample)
    assert notes.problems == []
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_read_back_as_it_stood(text):
    assert read(f"tekst: {scalar(text)}").tekst == text
    assert read(f"par: {{1: {scalar(text, in_flow=True)}, 2: b}}").par == ((1, text), (2, "b"))
    assert read("\n".join(text_lines("tekst", text, 0))).tekst == text


@pytest.mark.parametrize("text", ["ord " * 80 + "slutt", "# " + "langt " * 60, "uten_mellomrom" * 30, "- " + "a: b " * 60])
def test_a_long_text_is_folded_and_read_back_as_it_stood(text):
    lines = text_lines("tekst", text, 0)
    assert lines[0] == "tekst: >-"
    assert read("\n".join(lines)).tekst == " ".join(text.split())


def test_signs_that_nobody_sees_are_left_out():
    assert scalar("Klima\u200bplan\n\x07  for\u00a0alle") == "Klima plan for alle"


def test_ids_are_made_of_names_and_never_one_twice():
    names = ["Ålesund-plan", "Klimaplan", "Klimaplan", "Klimaplan 2", "中文", "K" * 90]
    assert unique_ids(names, "plan") == ["aalesund-plan", "klimaplan", "klimaplan-2", "klimaplan-2-2", "plan-5", "k" * 60]


def test_a_long_id_ends_with_a_whole_word():
    (made,) = unique_ids(["Kommunedelplan for samferdselsinfrastruktur med kollektivknutepunkt Fjordbyen"], "plan")
    assert made == "kommunedelplan-for-samferdselsinfrastruktur-med"
