"""Texts that stand after names on several lines: which of them fill the cells of another column."""

import pytest

from planstrategi.intake.text.recurring import after_names


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["Havneplan Lokalt behov", "Plan for støy Lokalt behov X"], {"Lokalt behov"}),
        (["Havneplan Lokalt behov", "Havneplan Lokalt behov"], set()),
        (["Plan for Vik Sentrum", "Plan for Berg Sentrum"], set()),
        (["Kommunedelplan Sentrum", "Detaljregulering Sentrum"], set()),
        (["Havneplan Arealplan", "Plan for støy Arealplan"], set()),
    ],
    ids=["after two names", "after one", "ends a name", "after a type", "a name itself"],
)
def test_what_stands_after_the_whole_names_of_two_plans_fills_a_cell(texts, wanted):
    assert after_names(texts) == wanted
