"""What the marks of a table mean."""

import pytest

from planstrategi.intake.cells import read_mark
from planstrategi.intake.legend import meaning_of


def meaning(signs, near=(), everywhere=()):
    return meaning_of([read_mark(sign) for sign in signs.split()], list(near), list(everywhere))


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("X = årstall for oppstart av planarbeidet", "oppstart"),
        ("x: planen skal vedtas", "vedtak"),
        ("Kryss viser når det arbeides med planen.", "arbeid"),
        ("Avkryssinga viser når planarbeidet startar.", "oppstart"),
    ],
)
def test_a_cross_means_what_a_legend_says(words, means):
    found = meaning("x", [words])
    assert (found.betyr, found.ordlyd, found.tvil) == ({"": means}, words.rstrip("") if words[-1] != "." else words, ())


def test_what_nobody_says_is_asked_and_never_assumed():
    found = meaning("x X", ["Planer som starter opp i perioden"])
    assert (found.betyr, [doubt.felt for doubt in found.tvil]) == ({}, ["merket_betyr"])


def test_letters_have_a_meaning_each_and_stand_for_words():
    found = meaning("R O U/R V", everywhere=["R = revidering, U = utarbeiding av ny plan, O = oppstart"])
    assert found.betyr == {"R": "ord", "O": "oppstart", "U": "ord"}
    assert found.bokstaver["R"] == "revidering"
    assert [doubt.ord for doubt in found.tvil] == ["V"]


def test_numbers_are_amounts_where_a_heading_says_of_what():
    assert meaning("1 0,5", ["Prioritet/antall årsverk 2024"]).betyr == {"": "aarsverk"}
    assert [doubt.ord for doubt in meaning("1 0,5", ["Prioriterte planer"]).tvil] == ["1"]


def test_words_speak_for_themselves():
    assert meaning("Rullering Revisjon").betyr == {"": "ord"}
    assert meaning("Revisjon Oppstart Vedtatt").betyr == {"Revisjon": "ord", "Oppstart": "oppstart", "Vedtatt": "vedtak"}


def test_shaded_cells_mean_what_the_introduction_says():
    shade = [read_mark("", "ff0000")]
    assert meaning_of(shade, ["Skraverte felt viser når det arbeides med planen."], []).betyr == {"": "arbeid"}
    assert [doubt.felt for doubt in meaning_of(shade, [], []).tvil] == ["merket_betyr"]
