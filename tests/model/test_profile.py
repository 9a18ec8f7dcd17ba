"""What a colour is to the eye, worked by hand, and toned until it is as bright as asked."""

import pytest

from planstrategi.model.profile import brightness, contrast, toned


@pytest.mark.parametrize(
    ("colour", "other", "expected"),
    # #767676 is the lightest grey that text on white may have, and WCAG gives the ends of the scale
    [("#000000", "#ffffff", 21), ("#767676", "#ffffff", 4.54), ("#ffffff", "#ffffff", 1), ("#0000ff", "#ffffff", 8.59)],
)
def test_the_contrast_of_two_colours_is_that_of_wcag_whichever_comes_first(colour, other, expected):
    assert contrast(colour, other) == pytest.approx(expected, abs=0.01) == contrast(other, colour)


@pytest.mark.parametrize("colour", ["#00594c", "#801650", "#f2b705", "#123456"])
@pytest.mark.parametrize("bright", [0.02, 0.183, 0.5, 0.9])
def test_a_toned_colour_is_as_bright_as_asked_and_as_good_as_itself_when_it_already_is(colour, bright):
    assert brightness(toned(colour, bright)) == pytest.approx(bright, abs=0.006)
    assert toned(colour, brightness(colour)) == colour
