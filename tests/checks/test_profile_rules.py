"""A colour that cannot be read by all is an error, and the one that is proposed is not."""

import pytest

from planstrategi.checks.profile import colour_too_light, colours_too_alike
from planstrategi.model.profile import DEEP, Profil


def proposed(rule, profile: Profil, field: str) -> str:
    """Return the colour that a rule says to write, empty when it has nothing to say."""
    hits = [hit.skriv for _, hit in rule.find(profile)]
    return hits[0].removeprefix(f'{field}: "').removesuffix('"') if hits else ""


@pytest.mark.parametrize("colour", ["#6fa8d6", "#f6c667", "#ffffff", "#777777", "#ff5a36", "#00a19a"])
def test_a_light_colour_is_refused_and_what_is_proposed_is_taken(colour):
    better = proposed(colour_too_light, Profil(farge=colour), "farge")
    assert better != ""
    assert proposed(colour_too_light, Profil(farge=better), "farge") == ""


def test_the_darkest_grey_that_is_too_light_and_the_lightest_that_is_not():
    assert proposed(colour_too_light, Profil(farge="#777777"), "farge") != ""
    assert proposed(colour_too_light, Profil(farge="#767676"), "farge") == ""


@pytest.mark.parametrize("dark", ["#00594c", None, "#767676"])
@pytest.mark.parametrize("light", ["#3c8c40", "#777777", "#801650"])
def test_colours_that_are_alike_on_grey_paper_are_refused_also_with_the_house_s_own_and_what_is_proposed_is_taken(dark, light):
    better = proposed(colours_too_alike, Profil(farge=dark, farge_2=light), "farge_2")
    assert better != ""
    assert proposed(colours_too_alike, Profil(farge=dark, farge_2=better), "farge_2") == ""


def test_the_house_s_own_colours_keep_the_rules():
    assert proposed(colour_too_light, Profil(farge=DEEP), "farge") == ""
    assert proposed(colours_too_alike, Profil(farge_2="#f6c667"), "farge_2") == ""
