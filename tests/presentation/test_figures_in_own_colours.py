"""A municipality's own colours stand in every figure where the house's stood, and nothing else is another."""

import re
from colorsys import rgb_to_hls

import pytest
from drawn import alike_neighbours, luminance, outside
from matplotlib.colors import to_hex, to_rgb
from profiles import GOLD, GREEN, with_profile

from planstrategi.charts.house import style
from planstrategi.presentation.figures import FIGURES, figure

HOUSE = {style.DEEP, style.SECOND, *style.TINTS}
COLOUR = re.compile("(?:fill|stroke): (#[0-9a-f]{6})")
# what is between paper and the deep colour there, is mixed
MIXED = ("tidslinje", "kapasitet-rolle", "krysskobling", "scenario-kostnad")


def colours(register, name: str) -> list[str]:
    """Return every colour of a drawing, in order."""
    return COLOUR.findall(figure(name, register).as_bytes(".svg").decode())


@pytest.mark.parametrize("name", FIGURES)
def test_no_colour_of_the_house_that_has_another_in_its_place_is_left_and_every_other_stands(name, ostre_toten):
    own = style.own_colours(with_profile(ostre_toten).profil)
    known = [(one, own.get(one, one)) for one in colours(ostre_toten, name)]
    found = colours(with_profile(ostre_toten), name)
    if name not in MIXED:
        assert found == [after for _, after in known]
    assert HOUSE.isdisjoint(found)


def test_the_two_colours_are_the_municipality_s(ostre_toten):
    assert {GREEN, GOLD} <= set(colours(with_profile(ostre_toten), "kapasitet"))


def test_the_next_figure_is_in_the_house_s_colours_again_also_when_a_drawing_stops(ostre_toten):
    before = figure("kapasitet", ostre_toten).as_bytes(".png")
    figure("kapasitet", with_profile(ostre_toten)).as_bytes(".png")
    with pytest.raises(ZeroDivisionError), style.house_style({style.DEEP: GREEN}):
        assert to_hex(style.DEEP) == GREEN
        _ = 1 / 0
    assert to_hex(style.DEEP) == style.DEEP
    assert figure("kapasitet", ostre_toten).as_bytes(".png") == before


def test_a_tint_is_as_bright_as_the_one_it_stands_for_so_grey_paper_shows_the_same():
    own = style.own_colours(style.Profil(farge=GREEN))
    assert {tint: luminance(own[tint]) for tint in style.TINTS} == pytest.approx(
        {tint: luminance(tint) for tint in style.TINTS}, abs=0.006
    )


def test_every_blue_of_the_house_is_one_that_a_municipality_s_colour_can_stand_for():
    tables = (style.GRADE_LOOKS, style.GROUND_LOOKS, style.STATUS_LOOKS, style.ANSWER_LOOKS, style.FATE_LOOKS, style.EFFORT_LOOKS)
    fills = {
        look.fill for look in (*style.AREA_LOOKS, *style.OPTION_LOOKS, *(look for table in tables for look in table.values()))
    }
    hues = {fill: rgb_to_hls(*to_rgb(fill)) for fill in fills}
    blue = {fill for fill, (hue, _, much) in hues.items() if 0.54 < hue < 0.61 and much > 0.3}
    assert blue == {style.DEEP, *style.TINTS}


@pytest.mark.parametrize("name", ["kapasitet", "planbehov", "lovdekning-aar", "forventninger", "scenarier", "kapasitet-rolle"])
def test_a_figure_in_other_colours_is_as_legible_also_on_grey_paper(name, ostre_toten):
    one = figure(name, with_profile(ostre_toten))
    with style.house_style(one.colours):
        assert alike_neighbours(one.drawn) == []
        assert outside(one.drawn) == []


def test_without_colours_of_its_own_there_is_nothing_to_replace():
    assert style.own_colours(None) == style.own_colours(style.Profil(logo="logo.png")) == {}
    assert style.own_colours(style.Profil(farge_2=GOLD)) == {style.SECOND: GOLD}
