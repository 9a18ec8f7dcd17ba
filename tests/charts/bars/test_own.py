"""An advisor's own counts are legible as ours are, and what is missing is unknown and never 0."""

import pandas as pd
import pytest
from drawn import (
    alike_neighbours,
    astride,
    boxes,
    composed,
    contrast,
    drawn,
    every_size,
    extents,
    legend_texts,
    outside,
    overlapping,
    under_markers,
    written,
)

from planstrategi.charts.bars.own import LINE_LOOKS
from planstrategi.charts.house.style import PAPER

NONE = float("nan")
LONG = "Detaljregulering for sentrumskvartalet ved Storgata og kulturhuset, del"


def own(rows: int, series: int, name: str = "Plan nr. {}") -> pd.DataFrame:
    """Return counts of which each fifth is not known, the first of all and a whole row among them."""
    values = [
        [NONE if (row + 2 * one) % 5 == 0 else (7 * row + 5 * one) % 23 + 0.25 * one for one in range(series)]
        for row in range(rows)
    ]
    frame = pd.DataFrame(values, [name.format(n) for n in range(rows)], [f"Kommunalområde {n}" for n in range(series)])
    frame.iloc[-1] = NONE
    return frame


@every_size
@pytest.mark.parametrize(
    ("draw", "rows", "series", "name"),
    [("draw_own_standing", 7, 4, "Plan nr. {}"), ("draw_own_standing", 24, 1, "p{}"), ("draw_own_standing", 3, 3, LONG),
     ("draw_own_lying", 22, 1, f"{LONG} {{}}"), ("draw_own_lying", 14, 8, f"{LONG} {{}}"), ("draw_own_lying", 3, 1, LONG),
     ("draw_own_lines", 16, 6, "20{}"), ("draw_own_lines", 16, 1, "20{}"), ("draw_own_lines", 3, 2, LONG)],
)  # fmt: skip
def test_the_most_that_may_be_shown_can_be_read(draw, rows, series, name, size):
    figure = composed(draw, own(rows, series, name), size)
    broken = {
        rule.__name__: found
        for rule in (outside, overlapping, under_markers, astride, alike_neighbours)
        if (found := rule(figure))
    }
    assert broken == {}
    assert min(text.get_fontsize() for text, _ in extents(figure)) >= (11 if size == "lysbilde" else 8)


def test_44_rows_stand_on_a4_each_with_its_name_and_its_number():
    figure = composed("draw_own_lying", own(44, 1, f"{LONG} {{}}"), "a4")
    assert figure.get_figheight() > figure.get_figwidth()
    assert overlapping(figure) == [] == outside(figure)
    assert len(figure.axes[0].get_yticklabels()) == len(written(figure.axes[0], "total")) == 44


def test_a_standing_bar_is_as_high_as_its_number_and_one_that_is_unknown_says_so():
    ax = drawn("draw_own_standing", pd.DataFrame({"Nå": [3.0, NONE], "Før": [1.25, 0]}, ["Skole", "Vei"]))
    assert [(box.get_gid(), box.get_height()) for box in boxes(ax)] == [("Nå", 3), ("Nå", 0), ("Før", 1.25), ("Før", 0)]
    assert written(ax, "number") == ["3", "ukjent", "1,25", "0"]
    assert legend_texts(ax) == ["Nå", "Før"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Skole", "Vei"]


def test_a_stacked_bar_has_its_parts_and_a_total_that_says_when_some_of_it_is_unknown():
    ax = drawn(
        "draw_own_lying", pd.DataFrame({"A": [2.0, 12.5, NONE, 0], "B": [3.0, NONE, NONE, 0]}, ["Skole", "Vei", "Vann", "Park"])
    )
    assert [(box.get_gid(), box.get_x(), box.get_width()) for box in boxes(ax)] == [("A", 0, 2), ("B", 2, 3), ("A", 0, 12.5)]
    assert written(ax, "total") == ["5", "12,5 + ukjent", "ukjent", "0"]
    # a bar of one part has its number at its end
    assert written(ax, "number") == ["2", "3"]


def test_one_series_needs_no_legend():
    assert legend_texts(drawn("draw_own_lying", own(3, 1))) == []
    assert drawn("draw_own_standing", own(3, 1)).get_legend() is None


def test_a_line_is_broken_where_nothing_is_known_and_the_name_below_says_so():
    ax = drawn("draw_own_lines", pd.DataFrame({"A": [2.5, NONE, -3]}, ["2024", "2025", "2026"]))
    (line,) = [one for one in ax.lines if one.get_gid() == "A"]
    assert line.get_ydata()[[0, 2]].tolist() == [2.5, -3] and pd.isna(line.get_ydata()[1])
    assert written(ax, "number") == ["2,5", "−3"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["2024", "2025 (ukjent)", "2026"]
    low, high = ax.get_ylim()
    assert low <= -3 and high >= 2.5


def test_several_lines_share_a_scale_from_nought_in_our_digits_and_differ_in_more_than_colour():
    ax = drawn("draw_own_lines", pd.DataFrame({"A": [0.5, 1], "B": [NONE, 2]}, ["2024", "2025"]))
    assert [label.get_text() for label in ax.get_yticklabels()] == ["0", "0,4", "0,8", "1,2", "1,6", "2"]
    assert ax.get_xticklabels()[0].get_text().replace("\n", " ") == "2024 (ukjent: B)"
    looks = {(line.get_linestyle(), line.get_marker()) for line in ax.lines}
    assert len(looks) == 2 and legend_texts(ax) == ["A", "B"]


def test_lines_are_told_from_the_paper_and_from_each_other_without_colour():
    assert min(contrast(colour, PAPER) for colour, _, _ in LINE_LOOKS) >= 3
    assert len({marker for *_, marker in LINE_LOOKS}) == len(LINE_LOOKS)
