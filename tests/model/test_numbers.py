"""One way to write a number: the headline, the chart and the table round alike."""

import pytest

from planstrategi.model.numbers import as_estimate, in_digits, percent, rounded, runs


@pytest.mark.parametrize(
    ("value", "most", "least", "words"),
    [
        (5, 1, 0, "5"),
        (5, 1, 1, "5,0"),
        (52.25, 1, 0, "52,3"),
        (0.125, 2, 1, "0,13"),
        (0.5, 2, 1, "0,5"),
        (-0.04, 1, 0, "0"),
        (-1.25, 1, 0, "−1,3"),
        (100, 0, 0, "100"),
    ],
)
def test_a_number_has_a_comma_and_a_half_is_rounded_away_from_nought(value, most, least, words):
    assert in_digits(value, most, least) == words


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (3, "3,0"), (9.94, "9,9"), (9.95, "10"), (51.5, "52"), (52.5, "53"), (53.5, "54")]
)
def test_an_estimate_has_one_decimal_below_ten_and_none_from_there_on(value, words):
    assert as_estimate(value) == words


@pytest.mark.parametrize(("value", "most", "number"), [(81.25, 1, 81.3), (0.15, 1, 0.2), (-1.25, 1, -1.3), (0.125, 2, 0.13)])
def test_a_number_in_a_table_is_rounded_as_one_in_a_sentence(value, most, number):
    assert rounded(value, most) == number


def test_what_is_rounded_to_nought_has_no_sign():
    assert str(rounded(-0.04)) == "0.0"


def test_a_share_has_one_decimal_and_there_is_none_of_nothing():
    assert (percent(13, 16), percent(0, 3), percent(0, 0)) == (81.3, 0.0, None)


def test_numbers_that_follow_on_each_other_are_one_run():
    assert runs([2031, 2032, 2034, 2036, 2037, 2038]) == [(2031, 2032), (2034, 2034), (2036, 2038)]
    assert runs([]) == []
