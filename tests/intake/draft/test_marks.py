"""What is printed in the years of a row becomes marked years, signs, amounts and questions, and nothing is assumed."""

import pytest
from found_rows import TABLE, row

from planstrategi.intake.draft.marks import marks_in, meanings
from planstrategi.intake.found import Doubt

PERIOD = (2024, 2027)


def marks(merker, means, period=PERIOD):
    return marks_in(row(merker=merker), means, period)


@pytest.mark.parametrize("cross", ["X", "x", "✓", "•", ""])
def test_a_plain_cross_and_a_shaded_cell_are_a_marked_year_and_no_sign(cross):
    assert marks({2024: cross}, {"": "arbeid"})[:4] == ([2024], {}, [], [])


def test_a_cross_in_parentheses_a_letter_and_a_word_are_kept_as_printed():
    found = marks({2024: "(X)", 2025: "R", 2026: "Ny plan, kanskje"}, {"": "ord"})
    assert found.aar == [2024, 2025, 2026]
    assert found.merker == {2024: "(X)", 2025: "R", 2026: '"Ny plan, kanskje"'}


def test_numbers_are_amounts_where_the_table_says_in_what_and_nought_is_no_mark():
    found = marks({2024: "0,5", 2025: "0", 2026: "1 000"}, {"": "timer"})
    assert found.aar == [2024, 2026]
    assert found.innsats == ["{aar: 2024, timer: 0.5}", "{aar: 2025, timer: 0}", "{aar: 2026, timer: 1000}"]


@pytest.mark.parametrize("means", [{}, {"": "arbeid"}])
def test_a_number_whose_unit_nobody_says_is_told_in_words_and_is_no_amount(means):
    found = marks({2024: "2", 2025: "0"}, means)
    assert (found.aar, found.innsats, found.merker) == ([2024], [], {})
    assert found.ellers == ["2 i 2024", "0 i 2025"]


def test_a_sign_that_the_legend_does_not_explain_is_asked_about():
    found = marks({2024: "R", 2025: "Å"}, {"R": "arbeid"})
    assert (found.aar, found.merker, found.ellers) == ([2024, 2025], {2024: "R"}, ["Å i 2025"])
    assert [one.felt for one in found.tvil] == ["merker"]


def test_a_cross_of_another_shape_is_the_one_the_legend_explains():
    assert marks({2024: "✓"}, {"X": "oppstart", "R": "ord"}).merker == {2024: "X"}


def test_a_year_outside_the_period_is_told_and_asked_about_and_not_marked():
    found = marks({2024: "X", 2030: "X"}, {"": "arbeid"})
    assert (found.aar, found.ellers) == ([2024], ["X i 2030"])
    assert "2030 er utenfor perioden" in found.tvil[0].spoersmaal
    assert marks({2030: "X"}, {"": "arbeid"}, None).aar == [2030]


def test_what_any_mark_means_is_said_of_each_that_is_printed_where_others_mean_something_else():
    table = TABLE._replace(merket_betyr={"": "arbeid", "V": "vedtak"})
    assert meanings(table, [row(merker={2024: "v", 2025: "X"})]) == {"V": "vedtak", "X": "arbeid"}
    assert meanings(TABLE, [row(merker={2024: "x"})]) == {"": "arbeid"}


def test_nothing_is_said_of_a_sign_whose_meaning_is_asked():
    asked = TABLE._replace(merket_betyr={"": "arbeid"}, tvil=(Doubt("merket_betyr", "(X)", "Betyr «(X)» arbeid?"),))
    rows = [row(merker={2024: "x", 2025: "(x)"})]
    assert meanings(asked, rows) == {"x": "arbeid"}
    assert meanings(asked._replace(merket_betyr={"": "arbeid", "O": "oppstart"}), rows) == {"O": "oppstart", "x": "arbeid"}
    # it is asked, and no row has it
    assert meanings(asked, [row(merker={2024: "x"})]) == {"": "arbeid"}


def test_an_amount_with_its_unit_is_an_amount():
    assert marks({2024: "ÅV 0,5"}, {"": "aarsverk"}).innsats == ["{aar: 2024, aarsverk: 0.5}"]
