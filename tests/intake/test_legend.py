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
    assert meaning("x", ["X = samarbeid med andre"]).tvil and meaning("x", ["X = oppstart tidligst"]).tvil


def test_the_adoption_of_the_programme_of_a_plan_is_work_with_it():
    assert meaning("x", ["X = planprogram vedtas"]).betyr == {"": "arbeid"}


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


def test_a_legend_may_say_what_the_year_of_a_letter_is():
    found = meaning("R U", ["R = rullering, U = ny plan. Bokstaven står i det året planen er venta vedteken."])
    assert (found.betyr, found.bokstaver["R"]) == ({"R": "vedtak", "U": "vedtak"}, "rullering")
    assert meaning("A", ["A – avvikles. Årstallet viser når planen er ventet vedtatt."]).betyr == {"A": "vedtak"}


def test_a_legend_of_a_colour_may_stand_anywhere():
    shade = [read_mark("", "92d050")]
    assert meaning_of(shade, [], ["Grønt felt: det arbeides med planen dette året"]).betyr == {"": "arbeid"}


def test_a_sentence_that_begins_with_the_cross_may_stand_anywhere():
    assert meaning("x", everywhere=["Kryss viser året planarbeidet startar."]).betyr == {"": "oppstart"}
    assert meaning("x", everywhere=["Nytt kryss ved skolen starter i 2025."]).tvil


def test_a_letter_may_be_explained_by_when_it_stands():
    told = "X markerer når planarbeidet starter, V når planen vedtas."
    assert meaning("x V", [told]).betyr == {"": "oppstart", "V": "vedtak"}


def test_colours_of_several_meanings_are_asked_of():
    shades = [read_mark("", "ffc000"), read_mark("", "00b0f0")]
    found = meaning_of(shades, ["Oransje: oppstart. Blå: vedtak."], [])
    assert (found.betyr, [doubt.felt for doubt in found.tvil]) == ({}, ["merket_betyr"])
    alike = meaning_of(shades, ["Skraverte felt viser når det arbeides med planen."], [])
    assert (alike.betyr, [doubt.ord for doubt in alike.tvil]) == ({"": "arbeid"}, ["farger"])
    assert not meaning_of(shades[:1], ["Skraverte felt viser når det arbeides med planen."], []).tvil


def test_a_sign_is_explained_up_to_the_next_and_its_own_legend_goes_first():
    legend = ["● = planarbeid pågår ○ = planarbeid vurderes", "x = planen vedtas"]
    found = meaning("● ○", everywhere=legend)
    assert (found.betyr, found.ordlyd) == ({"": "arbeid"}, "● = planarbeid pågår; ○ = planarbeid vurderes")
    assert [doubt.ord for doubt in found.tvil] == ["○"]
    assert meaning("x", everywhere=legend).betyr == {"": "vedtak"}


def test_what_may_come_to_nothing_is_asked_of_with_its_words():
    found = meaning("(x)", ["x = planarbeid, (x) = arbeidet blir vurdert"])
    assert (found.betyr, found.ordlyd, [doubt.ord for doubt in found.tvil]) == ({}, "(x) = arbeidet blir vurdert", ["(x)"])


def test_a_sign_may_be_named_before_it_is_explained():
    found = meaning("P V", ["I tabellen markerer «P» at planarbeidet pågår, «V» at planen skal vedtas."])
    assert (found.betyr, found.tvil) == ({"P": "arbeid", "V": "vedtak"}, ())


def test_what_is_adopted_in_the_place_of_a_plan_is_not_what_its_repeal_means():
    found = meaning("R O", ["R = Revideres, O = Oppheves når ny er vedtatt"])
    assert found.betyr == {"": "ord"}
    found = meaning("R O", ["R = Revideres, O = Oppheves når ny er vedtatt. Bokstaven står i anslått vedtaksår."])
    assert found.betyr == {"R": "vedtak", "O": "vedtak"}


def test_the_cells_may_say_the_unit_of_their_amounts_where_they_say_one():
    assert meaning_of([read_mark("ÅV 0,5"), read_mark("1")], [], []).betyr == {"": "aarsverk"}
    two = meaning_of([read_mark("ÅV 0,5"), read_mark("100 timer")], [], [])
    assert (two.betyr, [doubt.felt for doubt in two.tvil]) == ({}, ["merket_betyr"])


@pytest.mark.parametrize(
    "condition",
    [
        "dersom det blir kapasitet", "ved behov", "hvis vi har midler", ", om kapasiteten tillater det",
        ", men bare under forutsetning av midler", "som kan bli aktuelt",
    ],
)  # fmt: skip
def test_a_sign_on_a_condition_is_asked_of_as_it_is_printed(condition):
    found = meaning("x (x)", everywhere=[f"x = planarbeid i året. (x) = planarbeid {condition}."])
    assert found.betyr == {"": "arbeid"}
    assert [(doubt.ord, "på et vilkår" in doubt.spoersmaal) for doubt in found.tvil] == [("(x)", True)]


def test_a_sign_keeps_its_printed_case():
    assert meaning("x (x)", everywhere=["x = planarbeid, (x) = oppstart av planarbeid"]).betyr == {
        "": "arbeid",
        "(x)": "oppstart",
    }


def test_a_small_letter_that_a_legend_has_other_words_for_is_asked_of():
    words = "R = full revisjon, r = rullering av handlingsdel"
    assert [one.ord for one in meaning("R r", [words]).tvil] == ["r"]
    assert meaning("R r", ["R = revisjon"]).tvil == ()


def test_a_large_cross_that_a_legend_tells_from_a_small_one_is_asked_of():
    legend = ["x = arbeid med planen", "X = planen blir vedtatt"]
    assert [(one.felt, one.ord, legend[1] in one.spoersmaal) for one in meaning("x X", legend).tvil] == [("aar", "X", True)]
    assert meaning("x", legend).tvil == meaning("x X", legend[:1]).tvil == ()


@pytest.mark.parametrize("words", ["X i året planen skal være vedtatt", "K = kommunestyrevedtak"])
def test_a_mark_of_the_adoption_is_one(words):
    assert [*meaning(words[0], [words]).betyr.values()] == ["vedtak"]


@pytest.mark.parametrize(
    "words",
    ["Tabellen viser oppstart (O) og vedtak (V).", "År for oppstart er merket med O, vedtak med V.", "O (oppstart), V (vedtak)"],
)
def test_a_letter_may_stand_in_parentheses_or_after_what_it_means(words):
    found = meaning("O V", everywhere=[words])
    assert (found.betyr, found.tvil) == ({"O": "oppstart", "V": "vedtak"}, ())


@pytest.mark.parametrize(
    ("sign", "words", "means"),
    [
        ("●", "Planene er merket med ● i det året arbeidet starter opp.", "oppstart"),
        ("▲", "Der det står «▲», skal planen være ferdig.", "vedtak"),
        ("K", "Et K i ruten for et år angir at planarbeidet skal pågå det året.", "arbeid"),
        ("■", "■ tyder at planen vert starta opp.", "oppstart"),
        ("✓", "✓ Det arbeides med planen i året", "arbeid"),
        ("+", "År med planarbeid er markert med +.", "arbeid"),
    ],
)
def test_a_sign_may_be_explained_by_a_sentence_about_it(sign, words, means):
    found = meaning(sign, everywhere=["Kommunen tar sikte på å starte opp flere planer.", words])
    assert ([*found.betyr.values()], found.tvil) == ([means], ())


def test_a_sentence_of_several_signs_gives_each_its_own_words_or_is_asked_of():
    found = meaning("O H V", ["O står for oppstart, H for høring og V for vedtak."])
    assert (found.betyr, found.tvil) == ({"O": "oppstart", "H": "arbeid", "V": "vedtak"}, ())
    marked = meaning("I G", everywhere=["År for igangsetting er markert med I og godkjenning er markert med G."])
    assert (marked.betyr, marked.tvil) == ({"I": "oppstart", "G": "vedtak"}, ())
    assert len(meaning("▲ ●", ["År for oppstart er markert med ▲ og vedtak er markert med ●."]).tvil) == 2
    assert len(meaning("S F", everywhere=["Årene er merket med S og F, som er oppstart og vedtak."]).tvil) == 2
