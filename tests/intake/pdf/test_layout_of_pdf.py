"""A page whose columns are held by the places of words alone."""

import pytest
from pdfplumber.table import Table
from test_lines import line

from planstrategi.intake.document import Paragraph
from planstrategi.intake.pdf.drawn import PageGround, PageParts, Word
from planstrategi.intake.pdf.grid import Grid, as_printed
from planstrategi.intake.pdf.layout import PageLayout
from planstrategi.intake.pdf.lines import plain_line


def placed(top, *cells):
    return [word for text, x0 in cells for word in line(text, top, x0)]


def printed(*lines, rules=(), boxes=(), before=None, number=1):
    rules = [rule if isinstance(rule, tuple) else (rule, 0.0, 350.0) for rule in rules]
    tables = [Table(None, list(boxes))] if boxes else []
    page = PageParts(400.0, [word for one in lines for word in one], tables, rules, [])
    return [*PageLayout(number, page).parts(set(), before)]


def bold(words):
    return [one._replace(font="Sans-Bold") for one in words]


def texts(*lines, **drawn):
    (grid,) = [part for part in printed(*lines, **drawn) if isinstance(part, Grid)]
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
    _, below = printed(heading, *rows, boxes=boxes)
    assert [row.texts for row in below.rows] == [("Kulturplan", "x", ""), ("Skoleplan", "", "x")]


def test_a_row_that_is_no_plan_is_no_part_of_the_numbered_row_above_it():
    heading = placed(0, ("Nr", 0), ("Plan", 30), ("2028", 130), ("2029", 180))
    rows = placed(12, ("1", 0), ("Kulturplan", 30), ("x", 130)), placed(24, ("Antall planer", 30), ("1", 130), ("0", 180))
    assert texts(heading, *rows)[1:] == [("1", "Kulturplan", "x", ""), ("", "Antall planer", "1", "0")]


def test_rows_without_lines_stand_in_the_columns_of_the_ruled_headings_above_them():
    boxes = [(x, y, x + 100.0, y + 20.0) for y in (0.0, 20.0) for x in (0.0, 100.0, 200.0)]
    headings = placed(5, ("", 0), ("Arbeid", 110)), placed(25, ("Plan", 40), ("2028", 140), ("2029", 240))
    rows = placed(50, ("Plan for kulturen", 2), ("x", 150)), placed(65, ("Skoleplan", 2), ("x", 250))
    below = [part for part in printed(*headings, *rows, boxes=boxes) if isinstance(part, Grid)][1]
    assert [row.texts for row in below.rows] == [("Plan for kulturen", "x", ""), ("Skoleplan", "", "x")]


def test_a_place_that_lines_do_not_reach_is_a_cell_of_its_own():
    boxes = [(0.0, 0.0, 100.0, 20.0), *((100.0, y, 200.0, y + 20.0) for y in (0.0, 20.0, 40.0)), (0.0, 40.0, 100.0, 60.0)]
    rows = [placed(5 + 20 * at, (name, 2), ("x", 110)) for at, name in enumerate(("Kulturplan", "Skoleplan", "Veiplan"))]
    rules = [(y, 0.0, 200.0) for y in (0.0, 20.0, 40.0)]
    assert texts(*rows, boxes=boxes, rules=rules) == [("Kulturplan", "x"), ("Skoleplan", "x"), ("Veiplan", "x")]


def test_rows_that_stand_close_are_rows_though_more_parts_them_from_the_next_group():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    rows = [placed(top, (name, 0), ("x", 136)) for top, name in ((14, "Kulturplan"), (28, "Skoleplan"), (74, "Veiplan"))]
    found = texts(heading, *rows[:2], placed(42, ("Musikkplan", 0)), *rows[2:])
    assert [row[0] for row in found] == ["Plan", "Kulturplan", "Skoleplan", "Musikkplan", "Veiplan"]


def test_a_mark_between_two_years_goes_on_to_the_next_perhaps():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    rows = placed(20, ("Kulturplan", 0), ("x", 163)), placed(40, ("Skoleplan", 0), ("x", 188))
    (grid,) = printed(heading, *rows)
    assert [[cell.flettet for cell in row.celler] for row in grid.rows[1:]] == [["", "", "kanskje"], ["", "", ""]]
    assert [row.texts for row in grid.rows[1:]] == [("Kulturplan", "x", ""), ("Skoleplan", "", "x")]


def test_marks_that_all_stand_to_the_left_of_their_years_are_of_the_years_to_the_right():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    rows = placed(20, ("Kulturplan", 0), ("x", 115)), placed(40, ("Skoleplan", 0), ("x", 165))
    assert texts(heading, *rows)[1:] == [("Kulturplan", "x", ""), ("Skoleplan", "", "x")]


def test_what_stands_in_a_cell_over_several_rows_is_in_the_first_of_them():
    heading = placed(0, ("Ansvarlig", 0), ("Plan", 100), ("2028", 180))
    rows = [placed(20 + 20 * at, (name, 100), ("x", 188)) for at, name in enumerate(("Kulturplan", "Skoleplan", "Veiplan"))]
    rules = [(15, 0.0, 220.0), (35, 100.0, 220.0), (55, 0.0, 220.0), (75, 0.0, 220.0)]
    (grid,) = printed(heading, rows[0], [*placed(33, ("Oppvekst", 0))], *rows[1:], rules=rules)
    assert [(row.texts[0], row.celler[0].flettet) for row in grid.rows[1:]] == [("Oppvekst", ""), ("", "over"), ("", "")]


def test_a_list_of_types_of_plans_and_the_number_of_the_page_are_no_rows():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    (grid,) = printed(heading, placed(20, ("Kulturplan", 0), ("x", 136)), placed(390, ("Side 1 av 2", 130)))
    assert [row.texts[0] for row in grid.rows] == ["Plan", "Kulturplan"]
    types = [placed(100 + 20 * at, (name, 0)) for at, name in enumerate(("Kommuneplan", "Temaplan", "Strategi"))]
    assert not [part for part in printed(*types, before=grid, number=2) if isinstance(part, Grid)]


def test_a_running_head_may_stand_a_little_lower_on_the_next_page():
    def edge_lines(number, top):
        foot = placed(top, ("Planstrategi", 0), (f"{number} / 2", 130))
        return PageLayout(number, PageParts(400.0, foot, [], [], [])).edge_lines()

    assert all(edge_lines(1, top) & edge_lines(2, top + 1.6) for top in (387.0, 388.0, 389.0))
    assert not edge_lines(1, 380.0) & edge_lines(2, 388.0)


def test_what_stands_at_the_end_of_a_page_far_below_its_table_is_no_row():
    rows = [placed(20 * at, ("Kulturplan", 0), ("x", 136)) for at in range(1, 4)]
    heading, foot = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180)), placed(390, ("Fjordvik kommune", 0))
    grid, below = printed(heading, *rows, foot)
    assert ([row.texts[0] for row in grid.rows[1:]], below.tekst) == (["Kulturplan"] * 3, "Fjordvik kommune")
    down = [placed(390 - 20 * at, ("Kulturplan", 0), ("x", 136)) for at in (2, 1, 0)]
    assert len(texts(placed(330, ("Plan", 0), ("2028", 130), ("2029", 180)), *down)) == 4
    assert len(texts(placed(376, ("Plan", 0), ("2028", 130), ("2029", 180)), down[-1])) == 2


def test_years_that_stand_close_are_columns_of_their_own():
    heading = [*placed(0, ("Plan", 0)), *placed(0, ("2028", 130), ("2029", 154), ("2030 Merknad", 178))]
    rows = placed(20, ("Kulturplan", 0), ("x", 137), ("Ny", 204)), placed(40, ("Skoleplan", 0), ("x", 161), ("x", 185))
    assert texts(heading, *rows)[1:] == [("Kulturplan", "x", "", "", "Ny"), ("Skoleplan", "", "x", "x", "")]


def test_a_heading_in_the_middle_stands_over_texts_that_begin_to_the_left_of_it():
    heading = placed(0, ("Nr", 0), ("Plan", 80), ("2028", 180))
    rows = placed(20, ("1", 0), ("Vei", 30), ("x", 188)), placed(40, ("2", 0), ("Plan for sør", 30), ("x", 188))
    assert [row[:2] for row in texts(heading, *rows)[1:]] == [("1", "Vei"), ("2", "Plan for sør")]


def test_a_title_in_other_letters_right_above_the_headings_of_the_next_table_is_no_row_of_the_one_above():
    title = [word._replace(font="Other") for word in placed(40, ("Temaplaner", 0))]
    headings = [placed(top, ("Plan", 0), ("2028", 130), ("2029", 180)) for top in (0, 60)]
    rows = [placed(top, ("Kulturplan", 0), ("x", 135)) for top in (20, 80)]
    above, between, below = printed(headings[0], rows[0], title, headings[1], rows[1])
    assert [len(above.rows), between.tekst, len(below.rows)] == [2, "Temaplaner", 2]


def test_a_table_with_a_ground_for_every_second_row_loses_none_between_them():
    lines = [placed(0, ("Plan", 0), ("2024", 100), ("2025", 150))]
    lines += [placed(20 * at, (name, 0), ("x", 110)) for at, name in enumerate(("Kulturplan", "Havneplan", "Skoleplan"), 1)]
    bands = [(x, top, x + 50, top + 20) for top in (18.0, 58.0) for x in (-2.0, 48.0, 98.0, 148.0)]
    assert [row[0] for row in texts(*lines, boxes=bands)] == ["Plan", "Kulturplan", "Havneplan", "Skoleplan"]


def test_what_is_merged_over_rows_without_a_line_around_it_is_of_the_first_of_them():
    lines = placed(2, ("Kulturplan", 2)), placed(22, ("Havneplan", 2), ("Oppvekst", 102)), placed(42, ("Skoleplan", 2))
    boxes = [(0.0, 20.0 * at, 100.0, 20.0 * at + 20) for at in range(3)] + [(100.0, 0.0, 200.0, 20.0), (100.0, 40.0, 200.0, 60.0)]
    rules = [(0.0, 0.0, 200.0), (20.0, 0.0, 100.0), (40.0, 0.0, 200.0), (60.0, 0.0, 200.0)]
    assert [row[1] for row in texts(*lines, boxes=boxes, rules=rules)] == ["Oppvekst", "", ""]


def test_a_line_that_could_have_held_the_next_word_ends_in_its_paragraph():
    first = placed(0, ("Tabellen viser alle planer i perioden", 0))
    (paragraph,) = printed(first, placed(12, ("Fjord kommune", 0)), placed(24, ("Grått er oppstart", 0)))
    assert paragraph.tekst == "Tabellen viser alle planer i perioden Fjord kommune\nGrått er oppstart"


def test_running_text_ends_a_table_also_where_a_table_of_something_else_follows():
    heading = placed(0, ("Plan", 0), ("Behov", 130), ("Ansvar", 260))
    row = placed(20, ("Kulturplan", 0), ("Ny", 130), ("HO", 260))
    said = placed(40, ("Disse er ikke av våre planer men tar tid for alle oss her", 0))
    other = placed(60, ("Forslag", 0), ("Hvem", 130), ("Fase", 260)), placed(80, ("Tunet", 0), ("Tunet AS", 130), ("Meldt", 260))
    assert [row[0] for row in texts(heading, row, said, *other)] == ["Plan", "Kulturplan"]


def test_lines_that_are_left_out_between_the_cells_of_a_row_merge_none_of_them():
    rows = [("Kulturplan", "Ny"), ("Plan for vann", "Full"), ("Skoleplan", "Ny")]
    lines = [placed(20 * at + 2, (name, 2), (need, 102)) for at, (name, need) in enumerate(rows)]
    boxes = [(x, top, x + 100, top + 20) for x in (0.0, 100.0) for top in (0.0, 40.0)] + [(0.0, 20.0, 200.0, 40.0)]
    assert texts(*lines, boxes=boxes, rules=[(20.0 * at, 0.0, 200.0) for at in range(4)]) == rows


def test_below_its_headings_on_the_next_page_a_table_is_parted_as_it_was():
    heading = placed(0, ("Plan", 0), ("Merknad", 130), ("Ansvar", 260))
    rows = (
        placed(20, ("Kulturplan", 0), ("Fungerer", 130), ("Oppvekst", 260)),
        placed(32, ("og mer", 0)),
        placed(52, ("Veiplan", 0)),
    )
    (before,) = printed(heading, *rows)
    below = (
        placed(15, ("Skoleplan", 0), ("Fungerer", 130), ("Oppvekst", 260)),
        placed(30, ("Havneplan", 0), ("Utdatert", 130), ("Oppvekst", 260)),
    )
    found = texts(heading, *below, placed(70, ("Ressurser", 0)), before=before, number=2)
    assert [row[0] for row in found] == ["Plan", "Skoleplan", "Havneplan", "Ressurser"]


def test_words_beside_a_small_area_have_its_colour():
    words = [*line("Under arbeid", 0, 30), *line("Vedtak", 14, 30), *line("Ellers", 60, 30)]
    grounds = [PageGround(5, -2, 25, 12, "00ff00"), PageGround(5, 12, 25, 26, "ff0000"), PageGround(0, 50, 300, 80, "eeeeee")]
    found = PageLayout(1, PageParts(400.0, words, [], [], grounds)).parts(set(), None)
    assert [(one.tekst, one.farge) for one in found if isinstance(one, Paragraph)] == [
        ("Under arbeid", "00ff00"), ("Vedtak", "ff0000"), ("Ellers", ""),
    ]  # fmt: skip


def test_small_areas_beside_each_other_have_each_its_words():
    words = [*line("Ny plan", 0, 230), *line("Revisjon", 0, 530)]
    # each as wide as a cell of a table, and as high as its words
    grounds = [PageGround(20, -6, 225, 16, "00ff00"), PageGround(320, -6, 525, 16, "ff0000")]
    found = PageLayout(1, PageParts(400.0, words, [], [], grounds)).parts(set(), None)
    assert [(one.tekst, one.farge) for one in found] == [("Ny plan", "00ff00"), ("Revisjon", "ff0000")]


def test_a_larger_title_with_nothing_in_the_columns_below_it_ends_a_table_also_on_the_next_page():
    def title(text, top):
        return [one._replace(font="Sans-Bold", bottom=one.top + 14) for one in placed(top, (text, 0))]

    heading = placed(0, ("Plan", 0), ("2028", 150), ("2029", 220))
    rows = placed(20, ("Kulturplan", 0), ("x", 155)), placed(40, ("Havneplan", 0), ("x", 225))
    (grid,) = printed(heading, *rows)
    close = placed(90, ("Tal", 0), ("2016", 60), ("2018", 100)), placed(110, ("Elevar", 0), ("211", 60), ("204", 100))
    assert [row[0] for row in texts(heading, *rows, title("Lover", 70), placed(90, ("Plan- og bygningsloven", 0)))] == [
        "Plan", "Kulturplan", "Havneplan",
    ]  # fmt: skip
    assert not [part for part in printed(title("Utvikling", 70), *close, before=grid, number=2) if isinstance(part, Grid)]
    more = printed(title("Mer", 70), placed(90, ("Skoleplan", 0), ("x", 155)), before=grid, number=2)
    assert [row.texts[0] for row in more[0].rows] == ["Mer", "Skoleplan"]


def test_a_row_without_a_ground_below_those_that_have_one_is_of_their_table():
    lines = [placed(0, ("Plan", 0), ("2024", 100), ("Ansvar", 150)), placed(20, ("Kulturplan", 0), ("x", 110), ("HO", 150))]
    below = placed(40, ("Skoleplan", 0), ("x", 110), ("HO", 150))
    boxes = [(x, top, x + 50, top + 20) for top in (-2.0, 18.0) for x in (48.0, 98.0, 148.0)]
    boxes += [(-2.0, top, 48.0, top + 20) for top in (-2.0, 18.0)]
    grounds = [PageGround(x0, top, x1, bottom, "e6ecf7") for x0, top, x1, bottom in boxes]
    page = PageParts(400.0, [word for one in (*lines, below) for word in one], [Table(None, boxes)], [], grounds)
    assert [[row.texts[0] for row in part.rows] for part in PageLayout(1, page).parts(set(), None)] == [
        ["Plan", "Kulturplan"], ["Skoleplan"],
    ]  # fmt: skip


def test_the_running_heads_above_and_below_are_texts_of_their_own():
    page = PageLayout(1, PageParts(400.0, [*line("Planstrategi 2028–2031", 0), *line("Vik kommune", 388)], [], [], []))
    assert page.head_texts(page.edge_lines()) == ["Planstrategi 2028–2031", "Vik kommune"]


def test_two_marks_between_the_last_two_years_are_one_in_each():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    rows = placed(20, ("Kulturplan", 0), ("x", 138), ("x", 163)), placed(40, ("Skoleplan", 0), ("x", 188))
    assert texts(heading, *rows)[1:] == [("Kulturplan", "x", "x"), ("Skoleplan", "", "x")]


def test_a_span_of_years_over_two_lines_is_in_one_row_with_its_name():
    heading = placed(0, ("Plan", 0), ("Vurdering", 110), ("Tidsrom", 240), ("Ansvar", 300))
    first = placed(20, ("Samfunnsdelen til", 0), ("Gjeldende plan fra 2016.", 110), ("2024–", 240), ("Stab", 300))
    rest = placed(32, ("kommuneplanen", 0), ("Ny plan skal ha klima.", 110), ("2025", 240))
    second = placed(47, ("Havneplan", 0), ("Fra 2012.", 110), ("2026", 240), ("HO", 300))
    made = texts(heading, first, rest, second)[1:]
    assert [(one[0], one[2]) for one in made] == [("Samfunnsdelen til kommuneplanen", "2024–2025"), ("Havneplan", "2026")]


def test_headings_that_do_not_say_plan_head_a_table_beside_who_is_responsible_and_others():
    def title(text, top):
        return [one._replace(font="Sans-Bold") for one in placed(top, (text, 0))]

    heading = placed(0, ("Hva skal lages", 0), ("Sist", 130), ("Hvem", 180), ("Hvorfor", 240))
    rows = [
        placed(top, (name, 0), ("2012", 130), ("Plan", 180), ("Lovkrav.", 240))
        for top, name in ((40, "Havneplan"), (51, "Byplan"))
    ]
    made = texts(
        heading, title("Må lages", 22), *rows, title("Kan vente", 70), placed(88, ("Vegplan", 0), ("2018", 130), ("Drift", 180))
    )
    assert [one[0] for one in made if one[2]] == ["Hva skal lages", "Havneplan", "Byplan", "Vegplan"]


def test_the_ends_of_two_cells_are_no_headings_though_they_are_years():
    heading = placed(0, ("Plan", 0), ("Vedtatt", 130), ("Ansvar", 260))
    row = placed(20, ("Plan for omsorg mot", 0), ("Vedtatt", 130), ("HO", 260)), placed(32, ("2030", 0), ("2016", 130))
    assert len(printed(heading, *row, placed(60, ("Veiplan", 0), ("2018", 130)))) == 1


def test_below_bold_headings_a_unit_called_plan_heads_no_table():
    heading = bold(placed(0, ("Plan", 0), ("2028", 130), ("2029", 160), ("Ansvar", 200), ("Merknad", 250)))
    rows = [placed(14 * at, ("Havneplan", 0), ("V", 135)) for at in (1, 2, 3)]
    middle = placed(56, ("O", 135), ("H", 165), ("Plan", 200), ("Vedtak snart.", 250))
    assert len(printed(heading, *rows, middle, placed(61, ("Arealdel", 0)))) == 1


def test_a_running_head_in_a_box_is_no_row():
    box = [(0.0, 0.0, 100.0, 14.0), (100.0, 0.0, 250.0, 14.0)]
    heading = placed(60, ("Plan", 0), ("2028", 130), ("2029", 180))
    lines = [placed(2, ("Planstrategi", 2), ("Sak 24/118", 102)), heading, placed(80, ("Kulturplan", 0), ("x", 136))]
    page = PageLayout(2, PageParts(400.0, [word for one in lines for word in one], [Table(None, box)], [], []))
    (before,) = printed(heading, lines[2])
    before.ramme = True
    assert [len(part.rows) for part in page.parts(page.edge_lines(), before)] == [2]


def test_the_grounds_of_one_column_part_no_rows_of_the_others():
    names, years = ("Havneplan", "Byplan"), ("2028", "2029", "2030")
    heading = placed(2, ("Plan", 2), *((year, 52.0 + 50 * at) for at, year in enumerate(years)))
    rows = [placed(20 * at + 22, (name, 2), *((f"x{at}", 52.0 + 50 * n) for n in range(3))) for at, name in enumerate(names)]
    boxes = [(50.0 * at, 0.0, 50.0 * at + 50, 20.0) for at in range(4)] + [(0.0, 20.0, 50.0, 40.0), (0.0, 40.0, 50.0, 60.0)]
    boxes += [(50.0 * at, 20.0, 50.0 * at + 50, 60.0) for at in (1, 2, 3)]
    rules = [(20.0 * at, 0.0, 200.0 if at != 2 else 50.0) for at in range(4)]
    assert texts(heading, *rows, boxes=boxes, rules=rules)[1:] == [("Havneplan", *["x0"] * 3), ("Byplan", *["x1"] * 3)]


def test_a_mark_beside_a_cell_that_goes_over_a_bound_stands_where_it_is_printed():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180), ("Ansvar", 250))
    rows = placed(20, ("Kulturplan", 0), ("x", 132), ("HO", 250)), placed(40, ("Veiplan", 0), ("x", 182), ("HO", 250))
    (before,) = printed(heading, *rows)
    lines = placed(20, ("Byplan", 0), ("x", 132), ("Oppvekst og kultur", 200)), placed(40, ("Havneplan", 0), ("x", 132))
    (grid,) = printed(*lines, before=before, number=2)
    assert {one.lines[0][0].x1 for row in grid.rows for one in row.celler[1:2]} == {137}


def test_what_stands_below_a_table_does_not_move_its_columns():
    heading = placed(0, ("Plan", 0), ("Vedtatt", 130), ("Ansvar", 260))
    rows = placed(20, ("Kulturplan", 0), ("2021", 200), ("HO", 260)), placed(40, ("Veiplan", 0), ("2022", 200), ("HO", 260))
    said = placed(80, ("Disse planer er det ikke slik at vi i år alltid kan se på", 0))
    made = texts(heading, *rows, said, placed(92, ("og det er en plan til den som er med på det", 190)))
    assert [row[1] for row in made][1:3] == ["2021", "2022"]


def test_a_title_right_above_ruled_headings_is_none_of_the_rows_above_it():
    headings = [placed(top, ("Plan", 2), ("2028", 132), ("2029", 182)) for top in (0, 80)]
    boxes = [(x, top - 2.0, x + 50 + 80 * (not x), top + 12.0) for top in (0, 80) for x in (0.0, 130.0, 180.0)]
    rows = [placed(top, (name, 2), ("x", 136)) for top, name in ((20, "Kulturplan"), (40, "Veiplan"), (100, "Havneplan"))]
    tables = [Table(None, boxes[:3]), Table(None, boxes[3:])]
    words = [word for one in (*headings, *rows, bold(placed(60, ("Temaplaner", 2)))) for word in one]
    found = [*PageLayout(1, PageParts(400.0, words, tables, [], [])).parts(set(), None)]
    assert [part.tekst for part in found if isinstance(part, Paragraph)] == ["Temaplaner"]


def test_two_ruling_lines_part_three_rows_of_one_name_each():
    heading = placed(0, ("Plan", 0), ("Vurdering", 110), ("Ansvar", 300))
    (before,) = printed(heading, placed(20, ("Havneplan", 0), ("God", 110), ("HO", 300)))
    large = [[word._replace(bottom=word.bottom + 2) for word in placed(top, ("Byplan", 0))] for top in (26, 56, 86)]
    above, below = ([placed(top, ("En revisjon", 110)) for top in tops] for tops in ((20, 50, 80), (32, 62, 92)))
    rows = [line for row in zip(above, large, below, strict=True) for line in row]
    assert [row[0] for row in texts(*rows, rules=(43, 73), before=before, number=2)] == ["Byplan"] * 3


def test_rows_below_coloured_headings_and_the_title_of_the_first_part_are_of_their_table():
    title = "Planer etter plan- og bygningsloven som skal lages i år"
    lines = [placed(0, ("Plan", 0), ("2024", 100), ("Ansvar", 150)), placed(20, (title, 0))]
    below = placed(42, ("Lovkrav", 150)), placed(60, ("Skoleplan", 0), ("x", 110), ("HO", 150)), placed(80, ("Veiplan", 0))
    boxes = [(-2.0, -2.0, 98.0, 18.0), (98.0, -2.0, 148.0, 18.0), (148.0, -2.0, 400.0, 18.0), (-2.0, 18.0, 400.0, 38.0)]
    grounds = [PageGround(*box, "e6ecf7") for box in boxes]
    page = PageParts(400.0, [word for one in (*lines, *below) for word in one], [Table(None, boxes)], [], grounds)
    parts = PageLayout(1, page).parts(set(), None)
    assert [row.texts[0] for part in parts for row in part.rows if row.texts[0]] == ["Plan", title, "Skoleplan", "Veiplan"]


def test_two_marks_close_below_each_other_are_of_one_row_where_space_parts_the_names():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2030", 200))
    rows = [
        [placed(top, (name, 0), ("O: 2028", 130)), placed(top + 12, ("V: 2029", 130))]
        for top, name in ((24, "Byplan"), (60, "Veiplan"))
    ]
    made = texts(heading, *(line for row in rows for line in row))
    assert [row[0] for row in made] == ["Plan", "Byplan", "Veiplan"]


def test_bold_words_below_a_title_head_the_table_of_something_else():
    heading, title, other = (bold(placed(0, ("Plan", 0), ("Status", 150), ("Ansvar", 250))), *map(bold, (
        placed(60, ("Samarbeid", 0)), placed(100, ("Tiltak", 0), ("Rolle", 90)),
    )))  # fmt: skip
    rows = placed(20, ("Kulturplan", 0), ("Ny", 150), ("OK", 250)), placed(40, ("Skoleplan", 0), ("Ny", 150), ("OK", 250))
    said, row = placed(80, ("Vi deltar i dette:", 0)), placed(120, ("Felles legevakt", 0), ("Deltaker", 90))
    above, *between, below = printed(heading, *rows, title, said, other, row)
    assert ([len(above.rows), below.rows[1].texts], len(between)) == ([3, ("Felles legevakt", "Deltaker")], 2)
    # a plan that is printed bold goes on with its table
    first = bold(placed(100, ("Helseplan", 0), ("Ny", 150), ("HO", 250)))
    (one,) = printed(heading, *rows, title, first, placed(120, ("Byplan", 0), ("Ny", 150), ("TE", 250)))
    assert len(one.rows) == 6


def test_the_rest_of_a_bold_name_is_no_title_of_the_table_below():
    heading = bold(placed(0, ("Plan", 0), ("Status", 150), ("Ansvar", 250)))
    rows = [[*bold(placed(top, ("Plan for", 0))), *placed(top, ("Helt ny", 150), ("Kultur og miljø", 250))] for top in (20, 45)]
    rest, title = bold(placed(55, ("Kulturminner", 0))), [word._replace(font="Other") for word in placed(80, ("Temaplaner", 0))]
    below = bold(placed(100, ("Plan", 0), ("Status", 150))), placed(120, ("Byplan", 0), ("Ny", 150))
    above, between, _ = printed(heading, *rows, rest, title, *below)
    assert (above.rows[2].texts[0], between.tekst) == ("Plan for Kulturminner", "Temaplaner")


def test_a_row_alone_below_another_table_begins_one_that_goes_on_on_the_next_page():
    tables = [[(x, top, x + 100.0, top + 20) for top in tops for x in (0.0, 100.0)] for tops in ((0.0, 20.0), (60.0,))]
    words = [
        *placed(5, ("Behov", 2), ("Ny", 110)),
        *placed(25, ("Ansvar", 2), ("HO", 110)),
        *placed(65, ("Behov", 2), ("Nei", 110)),
    ]
    page = PageParts(400.0, words, [Table(None, boxes) for boxes in tables], [], [])
    assert [len(part.rows) for part in PageLayout(1, page).parts(set(), None)] == [2, 1]


def test_at_the_top_of_a_page_stands_the_rest_of_a_row_and_numbers_count_on_though_a_narrow_column_breaks_them():
    heading = placed(0, ("Nr", 0), ("Plan", 40), ("Ansvar", 250))
    rows = [placed(20 * n, (str(8 + n), 0), ("Temaplan for sted", 40), ("HO", 250)) for n in (1, 2)]
    (before,) = printed(heading, *rows)
    rest = placed(0, ("i Bygda", 40))
    more = [placed(12, ("1", 0), ("Temaplan for", 40), ("HO", 250)), placed(24, ("1", 0), ("Havna", 40))]
    more += [placed(36, ("1", 0), ("Temaplan for", 40), ("HO", 250)), placed(48, ("2", 0), ("Elva", 40))]
    names = [row[1].replace("\n", " ") for row in texts(rest, *more, before=before, number=2)]
    assert names == ["i Bygda", "Temaplan for Havna", "Temaplan for Elva"]


def test_lines_of_one_width_hold_a_table_though_its_headings_and_cells_stand_in_the_middle():
    heading = placed(0, ("Nr", 3), ("Plan", 90), ("Vedtatt", 185), ("Behov", 290))
    title = placed(20, ("Kommuneplan med overordna styringsdokument (nr. 1, 2 og 3 har krav om planprogram)", 0))
    rows = []
    for number in range(1, 5):
        top = 10 + 30 * number
        rows += [
            placed(top, ("Plan for havna og", 20), ("12.06.2018, sak", 160)),
            placed(top + 6, (str(number), 5), ("Utgår", 280)),
        ]
        rows += [placed(top + 12, ("sjøen", 20), ("24/18", 160))]
    rules = [15, *(35 + 30 * number for number in range(5))]
    found = texts(heading, title, *rows, placed(160, ("5", 5), ("Plan", 20), ("for støy", 40)), rules=(*rules, 175))
    plans = [(str(number), "Plan for havna og sjøen", "12.06.2018, sak 24/18", "Utgår") for number in range(1, 5)]
    assert [tuple(" ".join(text.split()) for text in row) for row in found[2:6]] == plans
    assert len(found) == 7


def test_what_is_said_between_two_tables_with_lines_of_one_width_is_no_row():
    heading = ("Nr", 3), ("Plan", 20), ("Behov", 200)
    tables = [
        [placed(top, *heading), *(placed(top + 20 * n, (str(n), 5), (f"Plan for {n}", 20), ("Ny", 200)) for n in (1, 2, 3))]
        for top in (0, 140)
    ]
    said = placed(100, ("Planene over er vedtatt og de som står under skal lages av kommunen i perioden", 3))
    rules = [top + 15 + 20 * n for top in (0, 140) for n in range(4)]
    above, between, below = printed(*tables[0], said, *tables[1], rules=rules)
    assert [len(above.rows), between.tekst, len(below.rows)] == [4, plain_line(said), 4]


def test_the_rest_of_a_row_at_the_top_of_a_page_is_none_of_the_next_one_though_its_cells_would_go_on():
    heading = placed(0, ("Nr", 0), ("Plan", 40), ("Vedtatt", 150), ("Behov", 240))
    cells = ("16.12.2014, sak", 150), ("Revidering i tida", 240)
    (before,) = printed(
        heading, placed(20, ("7", 0), ("Skoleplan", 40), *cells), placed(40, ("8", 0), ("Avløpsplan", 40), *cells)
    )
    page = [placed(0, ("80/14", 150), ("(under arbeid)", 240))]
    for number, name in enumerate(("Vassplan", "Næringsplan", "Helseplan")):
        top = 13.6 + 25.2 * number
        page += [
            placed(top, (str(9 + number), 0), (name, 40), *cells),
            placed(top + 11.6, ("79/14", 150), ("(under arbeid)", 240)),
        ]
    rows = texts(*page, before=before, number=2)
    assert [row[:2] for row in rows] == [("", ""), ("9", "Vassplan"), ("10", "Næringsplan"), ("11", "Helseplan")]


def test_a_title_over_running_text_at_the_top_of_a_page_is_no_rest_of_the_table_before_it():
    (before,) = printed(placed(0, ("Plan", 0), ("2028", 130)), placed(20, ("Kulturplan", 0), ("x", 130)))
    title, said = bold(placed(0, ("5 Innspill", 0))), placed(20, ("Forslaget til planstrategi har vært på høring", 0))
    assert [part.tekst for part in printed(title, said, before=before, number=2)] == ["5 Innspill", plain_line(said)]


def test_a_running_head_stands_as_far_from_the_foot_of_pages_of_two_heights():
    pages = [
        PageLayout(number, PageParts(high, placed(high - 40, ("Planstrategi", 0)), [], [], []))
        for number, high in ((1, 842.0), (2, 595.0))
    ]
    (heads,) = {tuple(sorted({key for key in page.edge_lines() if key[1] == "Planstrategi"})) for page in pages}
    assert [[*page.parts({*heads}, None)] for page in pages] == [[], []]


def test_bold_words_far_below_a_table_head_another_and_a_bold_row_among_its_own_does_not():
    heading = bold(placed(0, ("Plan", 0), ("Status", 150), ("Ansvar", 250)))
    rows = [placed(top, (name, 0), ("Ny", 150), ("OK", 250)) for top, name in ((20, "Kulturplan"), (40, "Skoleplan"))]
    for top, count in ((80, 2), (60, 1)):
        below = bold(placed(top, ("Forkorting", 0), ("Tyder", 90))), placed(top + 20, ("OK", 0), ("Oppvekst og kultur", 90))
        assert len(printed(heading, *rows, *below)) == count


def test_a_little_more_space_than_between_lines_parts_rows_whose_names_go_on_with_a_capital():
    heading = placed(0, ("Plan", 0), ("Behov", 130))
    first = placed(20, ("Veiplan", 0), ("Revisjon", 130)), placed(31.6, ("2020–2031", 0))
    second = placed(45.2, ("Beredskapsplan", 0), ("Ny", 130)), placed(56.8, ("(Årlig)", 0))
    third = [placed(70.4, ("Havneplan", 0), ("Ny", 130))]
    made = [row[0].replace("\n", " ") for row in texts(heading, *first, *second, *third)]
    assert made == ["Plan", "Veiplan 2020–2031", "Beredskapsplan (Årlig)", "Havneplan"]


def test_an_amount_that_a_narrow_column_breaks_at_its_comma_is_of_one_row():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    first = placed(20, ("Områderegulering", 0), ("0,", 138), ("1", 188)), placed(31.6, ("Sentrum", 0), ("25", 138))
    second = placed(45.2, ("Havneplan", 0), ("0,", 138), ("0", 188)), placed(56.8, ("5", 138))
    made = texts(heading, *first, *second)
    assert [row[0] for row in made] == ["Plan", "Områderegulering Sentrum", "Havneplan"]


def test_a_heading_may_begin_on_the_line_above_the_others():
    over = placed(0, ("Politisk", 240))
    heading = placed(12, ("Plan", 0), ("Ansvar", 90), ("Oppstart", 160), ("vedtak", 240))
    rows = [placed(32, ("Kulturplan", 0), ("Kultur", 90), ("2028", 160), ("2029", 240))]
    assert texts(over, heading, *rows) == [("Plan", "Ansvar", "Oppstart", "vedtak"), ("Kulturplan", "Kultur", "2028", "2029")]


def test_the_title_of_a_group_is_no_running_text_though_there_is_a_verb_in_its_parentheses():
    heading = placed(0, ("Plan", 0), ("Vedtatt", 130), ("Behov", 240))
    title = placed(20, ("Andre planer og strategier som er (én og tre har krav om program)", 0))
    made = texts(
        heading, title, *(placed(top, (name, 0), ("2020", 130), ("Ny", 240)) for name, top in (("Byplan", 40), ("Veiplan", 60)))
    )
    assert [row[0] for row in made][2:] == ["Byplan", "Veiplan"]


def test_the_same_headings_in_other_places_part_a_table_of_its_own_on_the_next_page():
    first = placed(0, ("Nr", 0), ("Plan", 60), ("Behov", 200)), placed(20, ("1", 0), ("Byplan", 60), ("Ny", 200))
    (before,) = [part for part in printed(*first) if isinstance(part, Grid)]
    second = placed(20, ("Nr", 0), ("Plan", 48), ("Behov", 200)), placed(40, ("2", 0), ("Plan for", 48), ("Ny", 200))
    rest = placed(51, ("sauehold", 48)), placed(71, ("3", 0), ("Veiplan", 48), ("Ny", 200))
    (grid,) = [part for part in printed(*second, *rest, before=before, number=2) if isinstance(part, Grid)]
    assert [row.texts[1].replace("\n", " ") for row in as_printed(grid, frozenset()).rader] == [
        "Plan",
        "Plan for sauehold",
        "Veiplan",
    ]


def test_the_last_line_of_a_bold_name_beside_its_row_is_no_title_of_what_follows():
    heading = placed(0, ("Plan", 0), ("Behov", 130), ("Ansvar", 240))
    above = bold(placed(20, ("Kommunedelplan for", 0))), placed(25, ("Ny", 130), ("Kultur", 240)), bold(placed(31, ("idrett", 0)))
    title = [word._replace(top=62.0, bottom=76.0) for word in bold(placed(62, ("Teknisk", 0)))]
    below = placed(90, ("Plan", 0), ("Behov", 130), ("Ansvar", 240)), placed(110, ("Veiplan", 0), ("Ny", 130), ("Vei", 240))
    parts = [part for part in printed(heading, *above, title, *below) if isinstance(part, Grid)]
    assert [row.texts[0].replace("\n", " ") for row in as_printed(parts[0], frozenset()).rader] == [
        "Plan",
        "Kommunedelplan for idrett",
    ]


def test_headings_without_lines_stand_in_the_columns_of_the_ruled_table_below_them():
    legend = placed(0, ("Fargeforklaring:", 0), ("Planarbeid", 120), ("Vedtak", 220))
    heading = placed(20, ("Plan", 0), ("2028", 190), ("Ansvar", 260)), placed(26, ("vedtatt", 110))
    boxes = [(x0, top, x1, top + 20) for top in (40, 60) for x0, x1 in ((0, 100), (100, 180), (180, 250), (250, 340))]
    rows = [placed(top + 5, (name, 5), ("2020", 110), ("Kultur", 260)) for name, top in (("Kulturplan", 40), ("Skoleplan", 60))]
    grids = [part for part in printed(legend, *heading, *rows, boxes=boxes) if isinstance(part, Grid)]
    assert as_printed(grids[0], frozenset()).rader[0].texts == ("Plan", "vedtatt", "2028", "Ansvar")
    assert {len(grid.bounds) for grid in grids} == {3}


def test_a_cell_beside_rows_that_lines_part_holds_no_grid_of_them():
    heading = placed(5, ("Område", 5), ("Plan", 65), ("Behov", 180), ("Ansvar", 260))
    rows = [
        placed(top, *(("Kultur", 5),) * (top == 25), (name, 65), ("Ny", 180), ("HO", 260))
        for name, top in (("Byplan", 25), ("Veiplan", 45), ("Havneplan", 65))
    ]
    boxes = [(0, 0, 60, 20), (60, 0, 175, 20), (175, 0, 255, 20), (255, 0, 340, 20), (0, 20, 60, 80)]
    rules = [(0, 0.0, 340.0), (20, 0.0, 340.0), (40, 60.0, 340.0), (60, 60.0, 340.0), (80, 0.0, 340.0)]
    made = texts(heading, *rows, rules=rules, boxes=boxes)
    assert [row[1] for row in made] == ["Plan", "Byplan", "Veiplan", "Havneplan"]


def test_the_grounds_of_years_merge_no_names():
    heading = placed(0, ("Plan", 0), ("Ansvar", 100), ("2028", 180), ("2029", 230))
    rows = [placed(top, (name, 0), ("Kultur", 100)) for name, top in (("Byplan", 30), ("Veiplan", 60), ("Havneplan", 90))]
    rules = [(20, 0.0, 350.0), (23, 0.0, 350.0), *((top, 175.0, 280.0) for top in (25, 55, 85))]
    made = texts(heading, *rows, rules=rules)
    assert [row[0] for row in made] == ["Plan", "Byplan", "Veiplan", "Havneplan"]


def test_a_title_and_the_row_below_it_are_two_though_one_band_has_both():
    heading = placed(0, ("Plan", 0), ("Sør", 130), ("Nord", 240))
    lines = [placed(18, ("Kommuneplan", 0)), placed(36, ("Samfunnsdelen", 0), ("2021", 130), ("2020", 240))]
    lines += [placed(54, ("Arealdelen til", 0), ("2023", 130), ("2022", 240)), placed(66, ("planen", 0))]
    lines += [placed(87, ("Veiplan", 0), ("2023", 130), ("2022", 240)), placed(105, ("Byplan", 0), ("2023", 130), ("2022", 240))]
    made = texts(heading, *lines, rules=[15.0, 51.0, 82.0, 102.0])
    named = [row[0].replace("\n", " ") for row in made]
    assert named == ["Plan", "Kommuneplan", "Samfunnsdelen", "Arealdelen til planen", "Veiplan", "Byplan"]


def turned(text, x0, first, down=False):
    """Words on their side, each 25 high: the first from `first` and the next above it, or below it."""
    tops = (first + (30 * n if down else -30 * n) for n in range(len(text.split())))
    return [
        Word(part, x0, x0 + 10, top, top + 25, 10, "Sans", False, down=down) for part, top in zip(text.split(), tops, strict=True)
    ]


@pytest.mark.parametrize("plan", [0, 60])
@pytest.mark.parametrize("down", [False, True])
def test_headings_on_their_side_head_the_columns_that_they_stand_over(plan, down):
    # the second line of a heading that is read from the top stands to the left of the first
    charged = ("enhet", "Ansvarlig") if down else ("Ansvarlig", "enhet")
    heads = [
        *turned("2028", 138, 60, down),
        *turned("2029", 178, 60, down),
        *turned("Sist vedtatt", 310, 30 if down else 60, down),
    ]
    heads += [*turned(charged[0], 250, 60, down), *turned(charged[1], 262, 60, down)]
    rows = [
        ("Kulturplan", "X", 130, "Kultur", "2019"),
        ("Havneplan", "X", 170, "Teknisk", "2020"),
        ("Skoleplan", "X", 130, "HO", "2021"),
    ]
    lines = [placed(100 + 30 * n, (a, 0), (b, x), (c, 250), (d, 310)) for n, (a, b, x, c, d) in enumerate(rows)]
    assert texts(placed(plan, ("Plan", 0)), heads, *lines) == [
        ("Plan", "2028", "2029", "Ansvarlig enhet", "Sist vedtatt"), ("Kulturplan", "X", "", "Kultur", "2019"),
        ("Havneplan", "", "X", "Teknisk", "2020"), ("Skoleplan", "X", "", "HO", "2021"),
    ]  # fmt: skip


def test_a_word_on_its_side_in_the_margin_is_a_text_of_its_own():
    heading, row = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180)), placed(20, ("Kulturplan", 0), ("X", 130))
    parts = printed(heading, row, placed(40, ("Havneplan", 0), ("X", 180)), turned("Vedlegg", 500, 5))
    assert [part.tekst for part in parts if isinstance(part, Paragraph)] == ["Vedlegg"]
    assert [len(part.bounds) for part in parts if isinstance(part, Grid)] == [2]


def test_a_long_title_right_below_the_headings_ends_no_table():
    heading, title = (
        placed(0, ("Plan", 0), ("2028", 130), ("2029", 180)),
        placed(15, ("Disse planene er de som skal lages nå i denne perioden", 0)),
    )
    rows = placed(30, ("Kulturplan", 0), ("X", 130)), placed(45, ("Havneplan", 0), ("X", 130), ("X", 180))
    assert texts(heading, title, *rows)[2:] == [("Kulturplan", "X", ""), ("Havneplan", "X", "X")]


def test_below_bold_headings_a_row_begins_however_near_it_is():
    heading = bold(placed(0, ("Plan", 0), ("2028", 130), ("2029", 180)))
    rows = [
        placed(13 + 34 * n, (f"{name}plan for", 0), ("X", 130 + 50 * (n % 2)))
        for n, name in enumerate(["Kultur", "Havne", "Beite"])
    ]
    rests = [placed(25 + 34 * n, ("byen og bygda", 0)) for n in range(3)]
    assert [row[0] for row in texts(heading, *[line for pair in zip(rows, rests, strict=True) for line in pair])] == [
        "Plan", "Kulturplan for byen og bygda", "Havneplan for byen og bygda", "Beiteplan for byen og bygda",
    ]  # fmt: skip


def test_bold_titles_and_what_is_told_beside_them_are_pairs_below_names_where_they_are_those_of_several_cards():
    def card(top, name, *told):
        pairs = [
            bold(placed(top + 20 * at, (title, 0))) + placed(top + 20 * at, (text, 120))
            for at, (title, text) in enumerate(told, 1)
        ]
        return [bold(placed(top, (name, 0))), *pairs]

    first = card(0, "Havneplan for byen", ("Formål", "Noe nytt"), ("Ansvarlig", "Teknisk"))
    first.insert(2, placed(30, ("og bra", 120)))
    second = card(60, "Kulturplan", ("Formål", "Mer"), ("Ansvarlig", "Kultur"))
    assert texts(*first, *second, placed(130, ("Planene er få, og de fleste gjelder ennå i mange år.", 0))) == [
        ("Havneplan for byen", ""), ("Formål", "Noe nytt og bra"), ("Ansvarlig", "Teknisk"),
        ("Kulturplan", ""), ("Formål", "Mer"), ("Ansvarlig", "Kultur"),
    ]  # fmt: skip
    front = card(0, "Planstrategi", ("Kommune", "Vik kommune"), ("Periode", "2028–2031"), ("Vedtatt", "12.06.2028"))
    assert all(isinstance(part, Paragraph) for part in printed(*front))


def test_a_bullet_and_its_item_are_one_text():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180))
    rows = [placed(20 * n, ("•", 0), (name, 14), ("X", 130)) for n, name in enumerate(["Kulturplan", "Havneplan"], 1)]
    assert texts(heading, *rows)[1:] == [("• Kulturplan", "X", ""), ("• Havneplan", "X", "")]


def test_the_grounds_of_years_are_no_table_where_its_rows_go_on_to_both_sides():
    heading = placed(0, ("Plan", 0), ("2028", 130), ("2029", 180), ("Ansvarlig", 250))
    rows = [
        placed(20 * n, (f"{name}plan", 0), ("O", 135), ("V", 185), ("Stab", 250))
        for n, name in enumerate(["Kultur", "Havne", "Vei"], 1)
    ]
    boxes = [(left, 20.0 * n - 5, left + 50, 20.0 * n + 15) for n in (1, 2, 3) for left in (125.0, 175.0)]
    grounds = [PageGround(box[0], box[1], box[2], box[3], "ffcc00") for box in boxes]
    page = PageParts(400.0, [word for line in (heading, *rows) for word in line], [Table(None, boxes)], [], grounds)
    (grid,) = PageLayout(1, page).parts(set(), None)
    assert [row.texts for row in as_printed(grid, frozenset()).rader][1:] == [
        ("Kulturplan", "O", "V", "Stab"), ("Havneplan", "O", "V", "Stab"), ("Veiplan", "O", "V", "Stab"),
    ]  # fmt: skip
