"""Blocks in which a tool has run a column together with its heading, and plans in a list with what is said of each."""

import pytest
from texts_without_columns import PLANS, names, read


def test_a_heading_and_the_names_below_it_are_run_together_in_a_block(tmp_path):
    found = read(tmp_path, "", "Nr 1 2 3 4", "", f"Plan {' '.join(PLANS)}", "", "Vedtatt 11.06.2019 12.06.2020", "", "Stab")
    assert names(found) == PLANS


def test_a_word_that_a_narrow_cell_breaks_is_whole_where_names_are_run_together(tmp_path):
    found = read(
        tmp_path, "", "Plan Havnepla n Vegplan Kommunedelp lan for vann", "", "Vedtatt 2019 2020 2021", "", "Stab", "", "Stab"
    )
    assert names(found) == ["Havneplan", "Vegplan", "Kommunedelplan for vann"]


def test_what_is_run_together_below_the_heading_of_another_column_is_no_plan(tmp_path):
    plans = [
        f"{kind}plan for {what}" for what in ("vann", "støy", "veg", "skog", "jord") for kind in ("Tiltaks", "Hoved", "Tema")
    ]
    blocks = [line for name in plans for line in (name, "")]
    found = read(
        tmp_path, "", "Plan", "", *blocks, "Vedtatt", "", "2019", "", "Plantype Kommunedelplan", "", "Overordnet", "", "2029"
    )
    assert names(found) == plans


LISTED = [
    "Havneplan – rullering i 2028. Ansvarlig: Havnesjefen.",
    "Plan for støy – ny plan, vedtas i 2029.",
    "Klimaplan – vedtas i 2030.",
]
OF_LIST = ["Havneplan", "Plan for støy", "Klimaplan"]


@pytest.mark.parametrize("bullet", ["", "\uf0b7 ", "• "])
def test_what_stands_before_the_dash_is_the_name(tmp_path, bullet):
    assert names(read(tmp_path, *(f"{bullet}{line}" for line in LISTED))) == OF_LIST


def test_an_item_begins_after_a_sentence_on_the_same_line_and_ends_at_a_chapter(tmp_path):
    found = read(tmp_path, LISTED[0], f"{LISTED[1]} \uf0b7 {LISTED[2]}", "Den er ny.", "5 Andre planer", "De gjelder.")
    assert names(found) == OF_LIST
    assert [row.kommentar for row in found.rader][2] == "vedtas i 2030. Den er ny."


def test_what_is_listed_among_plans_with_what_is_done_with_it_is_one(tmp_path):
    assert names(read(tmp_path, *LISTED, "Frivillighet i Vik – rulleres i 2031.")) == [*OF_LIST, "Frivillighet i Vik"]


def test_what_runs_along_pages_with_a_dash_is_no_item(tmp_path):
    running = "Planstrategi Vik – vedtatt i 2027"
    assert names(read(tmp_path, running, *LISTED, running)) == OF_LIST
