"""Options stand side by side in each year, with their numbers and what they change."""

import pandas as pd
import pytest
from drawn import (
    boxes,
    composed,
    drawn,
    every_size,
    extents,
    legend_texts,
    luminance,
    numbered_pairs,
    outside,
    overlapping,
    written,
)

from planstrategi.charts.house import style

LONG = "Planarbeidet er tyngst i det andre året, og ett område har ansvaret for langt flere planer enn alle de andre. "
OPTIONS = ["Registeret slik det er", *(f"Utsett temaplanene til etter arealdelen, {n}. utgave" for n in range(1, 6))]


def side_by_side(options: int = 6, years: int = 4, times: int = 1) -> pd.DataFrame:
    """Return a frame where the first option has no row for the last year."""
    rows = [
        (option, year, times * (12 + (i * 5) % 9) + change, change)
        for (n, option), (i, year) in numbered_pairs(OPTIONS[:options], range(2031, 2031 + years))
        for change in [(0, 3, -2, -12, 0, 1)[(n + i) % 6] if n else 0]
        if n or i < years - 1
    ]
    return pd.DataFrame(rows, columns=["rad", "aar", "antall_planer", "antall_endring"])


def test_every_option_has_a_bar_in_every_year_with_its_number_and_what_it_changes_with_its_sign():
    rows = [
        ("Registeret", 2031, 12, 0),
        ("Registeret", 2032, 0, 0),
        ("Utsett", 2031, 10, -2),
        ("Utsett", 2032, 0, 0),
        ("Utsett", 2033, 3, 3),
    ]
    ax = drawn("draw_side_by_side", pd.DataFrame(rows, columns=side_by_side().columns))
    found = [(b.get_gid(), 2031 + round(b.get_x() + b.get_width() / 2), b.get_height()) for b in boxes(ax)]
    assert found == [row[:3] for row in rows]
    assert written(ax, "number") == ["12", "0", "10", "0", "3"]
    assert [text for text in written(ax, "change") if text] == ["−2", "+3"]
    first, _, second, *_ = boxes(ax)
    assert second.get_x() == pytest.approx(first.get_x() + first.get_width())
    assert legend_texts(ax) == ["Registeret", "Utsett"]


def test_numbers_beside_one_with_a_decimal_have_one_too_so_that_they_can_be_taken_from_each_other():
    rows = [("Slik det står", 2031, 58.3, 0.0), ("Utjevnet", 2031, 44.3, -14.0), ("Utjevnet", 2032, 44.0, 0.7)]
    ax = drawn("draw_side_by_side", pd.DataFrame(rows, columns=side_by_side().columns))
    assert written(ax, "number") == ["58,3", "44,3", "44,0"]
    assert [text for text in written(ax, "change") if text] == ["−14,0", "+0,7"]


def test_the_first_option_is_by_far_the_darkest():
    first, *others = [luminance(look.fill) for look in style.OPTION_LOOKS]
    assert first < min(others) - 0.15
    assert len(set(style.OPTION_LOOKS)) == 6


@every_size
@pytest.mark.parametrize(("years", "times", "turned"), [(4, 1, False), (8, 1, None), (8, 9, True)])
def test_numbers_over_narrow_bars_are_turned_and_none_lies_on_another(years, times, turned, size):
    ax = composed("draw_side_by_side", side_by_side(6, years, times), size).axes[0]
    assert overlapping(ax.figure) == []
    assert outside(ax.figure) == []
    numbers = {text.get_rotation() for text in ax.texts if text.get_gid() == "number"}
    assert turned is None or numbers == {90.0 if turned else 0.0}
    top = max(box.y1 for text, box in extents(ax.figure) if text.get_gid() in ("number", "change"))
    assert top <= ax.get_legend().get_window_extent().y0


@every_size
def test_the_name_of_an_option_wider_than_the_page_is_wrapped_in_the_legend(size):
    frame = side_by_side(3).replace({OPTIONS[1]: LONG * 2})
    figure = composed("draw_side_by_side", frame, size)
    assert outside(figure) == []
    assert overlapping(figure) == []
    assert LONG.strip() in legend_texts(figure.axes[0])[1].replace("\n", " ")


@every_size
def test_what_is_said_of_an_option_stands_behind_its_name_and_inside_the_page(size):
    frame = side_by_side(4)
    frame.attrs["under"] = dict.fromkeys(OPTIONS[1:], "Lovkrav svakere møtt i 2 år og 12 månedsverk skjøvet ut av perioden.")
    figure = composed("draw_side_by_side", frame, size)
    names = [text.replace("\n", " ") for text in legend_texts(figure.axes[0])]
    assert names == [OPTIONS[0], *(f"{name} – {frame.attrs['under'][name]}" for name in OPTIONS[1:4])]
    assert (outside(figure), overlapping(figure)) == ([], [])


def test_a_group_may_be_a_time_in_words_after_the_years():
    frame = side_by_side(2, 2).astype({"aar": str}).replace({"aar": {"2032": "etter perioden"}})
    ax = drawn("draw_side_by_side", frame)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["2031", "etter perioden"]
