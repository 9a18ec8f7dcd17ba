"""A YAML text in which something is changed: what is not changed stays to the letter, however the text is written."""

from itertools import product

import pytest

from planstrategi.model.fields import ListOf, Text, specs
from planstrategi.model.plan import Plan, Rad
from planstrategi.model.sections import Tabell
from planstrategi.reading.yaml_spans import spans
from planstrategi.worksheet.register_columns import SHEETS_OF_REGISTER, pairs_of, posts
from planstrategi.worksheet.register_splice import Listed, Splice


def one(text: str) -> tuple[tuple[str, str], ...]:
    return (("", text),)


def changed(text: str, record: type = Plan, at: tuple[str, ...] = (), **fields: object) -> str:
    """Return a text with other fields of a record in it."""
    splice, top = Splice(text), spans(text)
    splice.fields(top.value(*at), specs(record), fields)
    return splice.result()


FIELDS = {
    "plain": ("navn: A  # k\n", {"navn": one("B: b")}, 'navn: "B: b"  # k\n'),
    "single quotes": ("navn: 'A'\n", {"navn": one("it's")}, "navn: 'it''s'\n"),
    "double quotes": ('navn: "A"\n', {"navn": one('"B"')}, 'navn: "\\"B\\""\n'),
    "folded, with a comment": (
        "hast: >-  # k\n   a\n   b\n\nid: a\n",
        {"hast": one("c\nd")},
        "hast: >-  # k\n   c\n\n   d\n\nid: a\n",
    ),
    "literal": ("hast: |\n  a\n   b\nid: a\n", {"hast": one("c\nd")}, "hast: |\n  c\n  d\nid: a\n"),
    "plain over two lines": ("hast: a\n  b  # k\nid: a\n", {"hast": one("c")}, "hast: c  # k\nid: a\n"),
    "one line that grows long": ("hast: a\n", {"hast": one("ord " * 40 + "z")}, f"hast: {'ord ' * 40}z\n"),
    "folded, where it is changed": ("hast: >\n  a\n  bb b\n  ccc\n", {"hast": one("a b ccc")}, "hast: >\n  a\n  b\n  ccc\n"),
    "folded, with more at the end": ("hast: >-\n  aaaa\n  b\n", {"hast": one("aaaa b c")}, "hast: >-\n  aaaa\n  b c\n"),
    "the words that proposed it": ("hast: a  # foreslått av: «a»\n", {"hast": one("b")}, "hast: b\n"),
    "a value alone becomes a list": ("ansvarlig: a\n", {"ansvarlig": (("", "a"), ("", "b"))}, "ansvarlig: [a, b]\n"),
    "the first of a list": ("roller:\n- a # k\n# m\n- b\n", {"roller": one("b")}, "roller:\n# m\n- b\n"),
    "one more first": ("roller:\n- b\n", {"roller": (("", "a"), ("", "b"))}, "roller:\n- a\n- b\n"),
    "a key of a map": (
        "merker:\n  2024: O # k\n  2025: V\n",
        {"merker": (("2024", "O"), ("2026", "V"))},
        "merker:\n  2024: O # k\n  2026: V\n",
    ),
    "an empty list": ("aar: []\n", {"aar": one("2024")}, "aar: [2024]\n"),
    "a field that goes": ("id: a\nhast: a\n  b  # k\n# m\nnavn: A\n", {"hast": ()}, "id: a\n# m\nnavn: A\n"),
    "a field after the one before it in the model": (
        "navn: A\n# m\nid: a\n",
        {"kortnavn": one("K")},
        "navn: A\nkortnavn: K\n# m\nid: a\n",
    ),
    "no last line end": ("id: a\nnavn: A", {"hast": one("h")}, "id: a\nnavn: A\nhast: h"),
    "line ends of Windows": ("id: a\r\n", {"hast": one("h\ni")}, "id: a\r\nhast: >-\r\n  h\r\n\r\n  i\r\n"),
    "brackets: a first one that goes": ("{hast: h, id: a}\n", {"hast": ()}, "{id: a}\n"),
    "brackets: a last one that goes": ("{id: a,  hast: h }\n", {"hast": ()}, "{id: a }\n"),
    "brackets: one that comes first": ("{navn: A}\n", {"id": one("a")}, "{id: a, navn: A}\n"),
    "brackets: all that go": ("{hast: h}\n", {"hast": (), "temaer": one("a, b")}, '{temaer: ["a, b"]}\n'),
    "brackets: a list of posts": (
        "{id: a}\n",
        {"innsats": Listed(set(), [{"timer": one("4")}])},
        "{id: a, innsats: [{timer: 4}]}\n",
    ),
    "a list of posts that goes": ("id: a\nlesninger:\n  - felt: a\n", {"lesninger": Listed({0}, [])}, "id: a\n"),
    "posts that are others": (
        "id: a\ninnsats:\n- timer: 4\n",
        {"innsats": Listed({0}, [{"timer": one("5")}])},
        "id: a\ninnsats:\n  - timer: 5\n",
    ),
}


@pytest.mark.parametrize("case", FIELDS)
def test_a_field_is_written_as_it_was_and_nothing_else_is_touched(case):
    text, fields, expected = FIELDS[case]
    assert changed(text, **fields) == expected


@pytest.mark.parametrize("written", ["{O: oppstart}", "\n  O: oppstart  # k\n  V: vedtak"])
def test_what_each_sign_means_becomes_what_all_do(written):
    made = changed(f"id: t\nmerket_betyr: {written}\n", Tabell, merket_betyr=one("arbeid"))
    assert made.replace("\n  ", "") == "id: t\nmerket_betyr: arbeid\n"


def test_a_post_goes_with_its_lines_and_the_empty_line_above_it():
    text = "planer:\n# en\n- id: a\n\n# to\n-\n  id: b\n\n- id: c\n# slutt\n"
    took = {"planer": Listed({1}, [])}
    assert changed(text, SHEETS_OF_REGISTER[0].record, **took) == "planer:\n# en\n- id: a\n\n# to\n\n- id: c\n# slutt\n"
    first = {"planer": Listed({0}, [])}
    assert changed(text, SHEETS_OF_REGISTER[0].record, **first) == "planer:\n# en\n# to\n-\n  id: b\n\n- id: c\n# slutt\n"


def test_a_first_field_on_the_line_of_the_dash_leaves_its_place_to_the_next():
    text = "planer:\n- hast: h  # k\n  # m\n  id: a\n"
    splice, top = Splice(text), spans(text)
    splice.fields(top.value("planer").parts[0][1], specs(Plan), {"hast": ()})
    assert splice.result() == "planer:\n- id: a\n"


def test_a_post_comes_after_the_last_one_as_far_apart_as_they_are():
    text = "planer:\n  - id: a\n\n  - id: b\n\n# slutt\n"
    new = {"id": one("c"), "kilde": {"tabell": one("t"), "rad": one("1")}}
    made = changed(text, SHEETS_OF_REGISTER[0].record, planer=Listed(set(), [new]))
    assert made == "planer:\n  - id: a\n\n  - id: b\n\n  - id: c\n    kilde: {tabell: t, rad: 1}\n\n# slutt\n"


def test_a_record_in_a_record_has_its_fields_changed_where_it_stands():
    assert (
        changed("kilde:  # k\n  rad: 1\n", Rad, ("kilde",), rad=one("2"), delrad=one("1"))
        == "kilde:  # k\n  rad: 2\n  delrad: 1\n"
    )


ODD = """\
tabeller:
- id: t
  navn: |
    Temaplan
  merket_betyr:
    X: arbeid
    # om O
    O: oppstart
planer:
# foran
- merknad: først  # k
  # mellom
  id: a
  kilde:
    tabell: t
    rad: 1
  aar: [2024,  # en
        2025,
        2026]   # tre
  roller:
    - en   # r1
    # mellom
    - 'to'
  statutter:
  - lov: en lov
    gjelder: plan

  - {lov: to, gjelder: plan}
-
  # underlig
  id: b
  navn: >
    foldet
    navn

  hast: plain over
    flere linjer   # her
# etter
- {id: c, kilde: {tabell: t, rad: 1}, innsats: [{aar: 2025, timer: 4}, {timer: 3}]}
"""
HARD = [
    *(
        "kort",
        "- a",
        "a: b",
        "a #b",
        "null",
        "~",
        "[a]",
        "{a}, b",
        "'a' \"b\"",
        "|",
        ">",
        "@a",
        "%a",
        "&a",
        "*a",
        "!a",
        "?",
        "C:\\n",
    ),
    "linje\nlinje: to",
    "ord " * 50 + "slutt",
]


def cells(text: str) -> list[list[tuple[str, ...]]]:
    return [[post.texts for post in posts(spans(text), sheet)] for sheet in SHEETS_OF_REGISTER]


def texts_to_write(sheet):
    """Yield the columns that hold text, and what is hard to write in each."""
    for (column, field), said in product(enumerate(sheet.cells), HARD):
        in_a_list = isinstance(field.spec.innhold, ListOf)
        if len(field.path) == 1 and isinstance(field.spec.innhold, Text | ListOf) and not (in_a_list and "\n" in said):
            yield column, field, said


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_whatever_a_field_is_made_to_say_it_says_that_and_the_others_what_they_said(newline):
    text = ODD.replace("\n", newline)
    before = cells(text)
    for number, sheet in enumerate(SHEETS_OF_REGISTER):
        for at, post in enumerate(posts(spans(text), sheet)):
            for column, field, said in texts_to_write(sheet):
                splice = Splice(text)
                splice.fields(post.record, specs(sheet.record), {field.name: one(said)})
                expected = [[list(row) for row in rows] for rows in before]
                expected[number][at][column] = field.shown(one(said))
                assert [[list(row) for row in rows] for rows in cells(splice.result())] == expected, (field.name, said)


def test_a_value_is_found_where_it_stands_and_one_that_is_not_written_is_not():
    top = spans(ODD)
    rad = top.value("planer").parts[0][1].value("kilde", "rad")
    assert (ODD[rad.start : rad.end], pairs_of(rad)) == ("1", (("", "1"),))
    assert top.value("planer").parts[0][1].value("vedtatt", "rad") is None
