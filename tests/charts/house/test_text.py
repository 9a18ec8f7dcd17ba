"""Text in charts: cut or wrapped so that it fits, and no more than that."""

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from planstrategi.charts.house.style import house_style
from planstrategi.charts.house.text import ELLIPSIS, LEADING, balanced, fit, shorten, width, wrap

NAME = "Handlingsplan mot vold i nære relasjoner"


def test_a_text_that_fits_is_left_as_it_is_on_one_line():
    assert shorten(f"  {NAME[:13]}\n{NAME[13:]} ", width(NAME, 10), 10) == NAME


def test_a_text_that_is_too_wide_keeps_the_letters_there_is_room_for_before_its_ellipsis():
    cut = shorten(NAME, 100, 10)
    kept = cut.removesuffix(ELLIPSIS)
    assert cut != kept and NAME.startswith(kept) and not kept.endswith(" ")
    assert width(cut, 10) <= 100 < width(NAME[: len(kept) + 1].rstrip() + "x" + ELLIPSIS, 10)


def test_bold_letters_are_wider_so_that_fewer_of_them_are_kept():
    cut = shorten(NAME, 100, 10, bold=True)
    assert width(cut, 10, bold=True) <= 100 < width(shorten(NAME, 100, 10), 10, bold=True)


LINES = (
    NAME,
    "a",
    "a b",
    " a  b ",
    "To  blanke",
    "Årsverk: 1,5\u00a0 – «AVTALE» Ty. f j",
    "ord " * 60,
    "To   " * 9,
    "A\u0301 b",
    "ב א",
    "x 🌊 y",
)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("line", LINES)
def test_a_line_that_is_measured_word_by_word_is_exactly_as_wide_as_when_it_is_measured_whole(line, bold):
    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=100)
    with house_style():
        whole = text_to_path.get_text_width_height_descent(line, font, ismath=False)[0]
        assert width(line, 100, bold) == pytest.approx(whole, abs=1e-9)


@pytest.mark.parametrize("limit", [0, 5])
def test_where_there_is_room_for_no_letter_the_ellipsis_stands_alone(limit):
    assert shorten(NAME, limit, 10) == ELLIPSIS


@pytest.mark.parametrize("limit", [120, 200, 238, 10_000])
def test_a_balanced_text_has_as_many_lines_as_a_wrapped_one_and_its_last_line_is_no_word_alone(limit):
    said = f"{NAME} er merket i hvert år."
    even, greedy = balanced(said, limit, 10), wrap(said, limit, 10)
    assert (len(even), " ".join(even)) == (len(greedy), said)
    assert max(width(line, 10) for line in even) <= max(width(line, 10) for line in greedy)
    assert " " in even[-1]


def test_a_word_that_would_stand_alone_has_company():
    said = "Toppen kan senkes i året"
    room = width("Toppen kan senkes i", 10)
    assert (wrap(said, room, 10), balanced(said, room, 10)) == (["Toppen kan senkes i", "året"], ["Toppen kan", "senkes i året"])


def test_labels_are_written_in_the_largest_size_at_which_all_fit_their_rows():
    assert fit(["Kort", NAME], 400, 20, 12, 7) == (12, ["Kort", NAME])
    size, labels = fit(["Kort", NAME], 150, 20, 12, 7)
    assert size == 8 and [label.replace("\n", " ") for label in labels] == ["Kort", NAME]
    assert labels[1].count("\n") == 1 and 2 * size * LEADING <= 20 < 2 * (size + 0.5) * LEADING


def test_a_label_that_never_fits_is_cut_in_the_last_line_there_is_room_for():
    size, (short, long) = fit(["Kort", f"{NAME} og andre planer"], 100, 20, 12, 8)
    assert (size, short) == (8, "Kort")
    first, second = long.split("\n")
    assert NAME.startswith(first) and second.endswith(ELLIPSIS)
    assert max(width(first, 8), width(second, 8)) <= 100


def test_a_row_too_low_for_one_line_has_one_line():
    assert fit([NAME], 60, 1, 12, 8) == (8, [shorten(NAME, 60, 8)])


def test_a_text_of_thousands_of_letters_is_measured_a_few_times(monkeypatch):
    measured = []
    monkeypatch.setattr(
        text_to_path, "get_text_width_height_descent", lambda text, *_, **__: [measured.append(text) or len(text) * 50]
    )
    assert shorten("a" * 5_000, 100, 10) == "a" * 19 + ELLIPSIS
    assert len(measured) < 20
    fit(["b" * 50_000], 100, 20, 8, 7)
    assert max(map(len, measured)) <= 5_001
