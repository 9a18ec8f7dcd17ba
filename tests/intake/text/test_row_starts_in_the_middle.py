"""Rows whose cells stand in the middle of their height, as a text has them that was taken out of a page line by line."""

from collections.abc import Sequence

import pytest
from test_beside import ROWS, WIDTHS, broken, printed
from texts_without_columns import names, read

from planstrategi.intake.text.row_starts import middle_rows

NAMES = [name for name, *_ in ROWS]


def in_the_middle(rows: Sequence[Sequence[str]], widths: Sequence[float] = WIDTHS) -> list[str]:
    """The lines of rows on a page, line by line, each cell as far from the top of its row as from the bottom."""
    lines = []
    for row in rows:
        cells = [broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        placed = [dict(zip(range(1 - len(cell), len(cell), 2), cell, strict=True)) for cell in cells]
        heights = sorted({place for cell in placed for place in cell})
        lines += [" ".join(cell[at] for cell in placed if cell.get(at)) for at in heights]
    return lines


def test_a_row_has_as_many_lines_above_its_number_as_below(tmp_path):
    rows = [(str(number), *row) for number, row in enumerate(ROWS, start=1)]
    found = read(tmp_path, "Nr Plan Beskrivelse Ansvar 2028 2029", *in_the_middle(rows, (20, *WIDTHS)))
    assert [(row.navn, row.kommentar, row.ansvarlig) for row in found.rader] == [row[:3] for row in ROWS]


def test_where_no_number_tells_the_middle_of_a_row_its_marks_do(tmp_path):
    assert names(read(tmp_path, "Plan Beskrivelse Ansvar 2028 2029", *in_the_middle(ROWS))) == NAMES


def test_the_headings_of_columns_on_each_page_are_of_no_row_in_the_middle():
    head, first = "Nr Plan 2028 2029", ("Plan for vatn og", "1 Stab X", "avløp", "2 Vegplan Teknisk X")
    second = ("Plan for støy", "frå vegane og", "3 Stab X", "flyplassen på", "øya", "4 Havneplan Stab X")
    third = ("Næringsplan for", "5 Stab X", "heile kysten")
    found = middle_rows([*first, head, *second, head, *third], {1, 3, 7, 10, 13})
    assert found == [(0, 3), (3, 4), (5, 10), (10, 11), (12, 15)]


def test_of_two_ways_as_likely_a_line_is_left_out_rather_than_two_rows_read_as_one():
    (first, second, third, *rest) = ([f"Plan for støy {at}", f"{at} Stab X", "frå vegane"] for at in (1, 2, 4, 5, 6, 7, 8))
    lines = [*first, *second, "3 Stab X", *third, "Teknisk og næring", *(line for row in rest for line in row)]
    found = middle_rows(lines, {at for at, line in enumerate(lines) if line.endswith("X")})
    assert found == [(0, 3), (3, 6), (6, 7), (7, 10), *((at, at + 3) for at in range(11, 23, 3))]


BELOW = ["Havneplan", "2028 Stab", "Klimaplan for bygda", "og", "2029 Stab", "Vegplan", "2028 Stab", "Plan for støy", "2031 Stab"]
ABOVE = [
    "Kommunedelplan",
    "2016 Stab",
    "Utgår.",
    "Havneplan for hele",
    "2017 Stab",
    "Utgår.",
    "Plan for støy",
    "2018 Stab",
    "Utgår.",
]


@pytest.mark.parametrize("lines", [ABOVE, BELOW * 2])
def test_cells_that_stand_below_each_other_are_of_no_row_in_the_middle(lines):
    assert middle_rows(lines, {at for at, line in enumerate(lines) if line[0] == "2"}) == []


def test_rows_that_stand_at_the_top_are_not_read_as_in_the_middle(tmp_path):
    rows = [(str(number), *row) for number, row in enumerate(ROWS, start=1)]
    assert names(read(tmp_path, "Nr Plan Beskrivelse Ansvar 2028 2029", *printed(rows, (20, *WIDTHS)))) == NAMES


def test_a_name_put_together_of_a_row_in_the_middle_is_asked_of(tmp_path):
    found = read(tmp_path, "Plan Beskrivelse Ansvar 2028 2029", *in_the_middle(ROWS))
    asked = {row.navn: "navn" in [one.felt for one in row.tvil] for row in found.rader}
    assert asked == {name: len(broken(name, WIDTHS[0])) > 1 for name in NAMES}
