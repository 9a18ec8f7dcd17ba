"""One way to write a number: the headline, the chart and the table round alike."""

import pytest

from planstrategi.model.numbers import as_estimate, in_digits


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
