"""A page whose columns are held by the places of words alone."""

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
