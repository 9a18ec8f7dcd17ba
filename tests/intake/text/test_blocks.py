"""Blocks in which a tool has run a column together with its heading."""

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
