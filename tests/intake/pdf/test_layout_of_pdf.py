"""A page whose columns are held by the places of words alone."""

from pdfplumber.table import Table
from test_lines import line

from planstrategi.intake.pdf.drawn import PageParts
from planstrategi.intake.pdf.grid import Grid, as_printed
from planstrategi.intake.pdf.layout import PageLayout


def placed(top, *cells):
    return [word for text, x0 in cells for word in line(text, top, x0)]


def texts(*lines, rules=()):
    page = PageParts(400.0, [word for one in lines for word in one], [], [(top, 0.0, 350.0) for top in rules], [])
    (grid,) = [part for part in PageLayout(1, page).parts(set(), None) if isinstance(part, Grid)]
    return [row.texts for row in as_printed(grid, frozenset()).rader]


def test_years_below_a_word_over_them_are_columns_of_their_own():
    heading = placed(0, ("Planoppgave", 0), ("Revideres i disse", 100), ("Ansvar", 300))
    years = placed(20, ("2024", 100), ("2025", 150), ("2026", 200))
    rows = placed(40, ("Kulturplan", 0), ("X", 155), ("HO", 300)), placed(60, ("Skoleplan", 0), ("X", 105), ("HO", 300))
    assert texts(heading, years, *rows, rules=(15, 35, 55, 75)) == [
        ("Planoppgave", "Revideres i disse", "", "", "Ansvar"),
        ("", "2024", "2025", "2026", ""),
        ("Kulturplan", "", "X", "", "HO"),
        ("Skoleplan", "X", "", "", "HO"),
    ]


def test_a_row_with_two_years_goes_on_with_its_table():
    heading = placed(0, ("Plan", 0), ("Behov", 100), ("Oppstart", 150), ("Ferdig", 220), ("Ansvar", 300))
    first = placed(20, ("Kulturplan", 0), ("Ny", 100), ("2024", 150), ("2025", 220), ("HO", 300))
    second = placed(40, ("Skoleplan", 0), ("Ny", 100), ("2026", 150), ("2026", 220), ("HO", 300))
    assert [row[0] for row in texts(heading, first, second, rules=(15, 35, 55))] == ["Plan", "Kulturplan", "Skoleplan"]


def test_what_stands_to_the_right_below_its_heading_is_of_that_heading():
    heading = placed(0, ("Plan", 0), ("Vedtatt", 100), ("Gyldig", 200))
    rows = placed(20, ("Kulturplan", 0), ("2.5.2019", 155), ("2031", 200)), placed(40, ("Skoleplan", 0), ("3.6.2020", 155))
    assert texts(heading, *rows)[1:] == [("Kulturplan", "2.5.2019", "2031"), ("Skoleplan", "3.6.2020", "")]


def test_ruling_lines_around_a_heading_part_the_columns_below_it():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    boxes = [(left, -2.0, right, 12.0) for left, right in ((0, 100), (100, 152), (152, 202))]
    rows = placed(20, ("Kulturplan", 0), ("x", 102)), placed(40, ("Skoleplan", 0), ("x", 154))
    page = PageParts(400.0, [word for one in (heading, *rows) for word in one], [Table(None, boxes)], [], [])
    (grid,) = [part for part in PageLayout(1, page).parts(set(), None) if isinstance(part, Grid)]
    assert [row.texts for row in grid.rows][1:] == [("Kulturplan", "x", ""), ("Skoleplan", "", "x")]


def test_a_row_that_is_no_plan_is_no_part_of_the_numbered_row_above_it():
    heading = placed(0, ("Nr", 0), ("Plan", 30), ("2028", 130), ("2029", 180))
    rows = placed(12, ("1", 0), ("Kulturplan", 30), ("x", 130)), placed(24, ("Antall planer", 30), ("1", 130), ("0", 180))
    assert texts(heading, *rows)[1:] == [("1", "Kulturplan", "x", ""), ("", "Antall planer", "1", "0")]
