"""A table of a PDF on its way."""

from test_lines import line

from planstrategi.intake.pdf.grid import Grid, GridCell, GridRow, as_printed, goes_on, join


def row(side, *texts, top=0.0):
    cells = [GridCell([line(text, top, 100.0 * at)] if text else []) for at, text in enumerate(texts)]
    return GridRow(side, top, top + 10, cells)


def test_what_is_bold_in_the_beginning_of_a_cell_is_told():
    words = line("Kulturplan Revideres snart", 0)
    cell = GridCell([[words[0]._replace(font="Sans-Bold"), *words[1:]]])
    (printed,) = as_printed(Grid([GridRow(1, 0, 10, [cell])], [], True), frozenset()).rader
    assert (printed.celler[0].tittel, printed.celler[0].fet) == ("Kulturplan", False)


def test_a_table_of_another_group_at_the_top_of_a_page_is_one_of_its_own():
    above = Grid(
        [row(1, "Temaplaner", "Vedtatt", "Ansvarlig"), row(1, "Kulturplan", "2019", "Kultur", top=20)], [90.0, 190.0], True
    )
    below = Grid(
        [row(2, "Sektorplaner", "Vedtatt", "Ansvarlig"), row(2, "Skoleplan", "2020", "Skole", top=20)], [90.0, 190.0], True
    )
    assert not goes_on(above, below)
    assert goes_on(above, Grid(below.rows[1:], below.bounds, True))


def test_a_row_with_the_number_of_a_chapter_is_never_the_rest_of_the_one_before_the_page():
    above, below = Grid([row(1, "3.2.4", "Avfallsplan")], [90.0], True), Grid([row(2, "3.3", "Kultur")], [90.0], True)
    join(above, below)
    assert [one.texts for one in above.rows] == [("3.2.4", "Avfallsplan"), ("3.3", "Kultur")]


def test_headings_apart_from_the_lines_around_the_rows_are_of_them():
    above = Grid([row(1, "Plan", "2028", "2029")], [90.0, 190.0], False)
    below = Grid([row(1, "Kulturplan", "x", "", top=40), row(1, "Skoleplan", "", "x", top=60)], [100.0, 200.0], True)
    assert goes_on(above, below)
    join(above, below)
    assert ([one.texts[0] for one in above.rows], above.ramme) == (["Plan", "Kulturplan", "Skoleplan"], True)


def test_a_heading_with_a_ground_of_its_own_is_never_the_rest_of_the_row_before_the_page():
    above, below = Grid([row(1, "Havneplan", "x")], [90.0], True), Grid([row(2, "annet", "")], [90.0], True)
    below.rows[0].celler[0].farge = "e7e6e6"
    join(above, below)
    assert [one.texts[0] for one in above.rows] == ["Havneplan", "annet"]


def test_below_the_same_headings_in_the_same_places_a_table_goes_on_and_so_does_a_name_that_is_open():
    heading = ("Plan", "Merknad", "Ansvar")
    above = Grid([row(1, *heading), row(1, "Overvannsplan for", "Flommen viste at", "Teknisk", top=20)], [90.0, 190.0], False)
    # the grounds of the headings are all that is drawn on the next page
    drawn = Grid([row(2, *heading)], [90.0, 190.0], True)
    below = Grid([row(2, "Bergsli sentrum", "nettet er fullt.", "", top=20)], [90.0, 190.0], False)
    for part in (drawn, below):
        assert goes_on(above, part)
        join(above, part)
    assert [one.texts for one in above.rows[1:]] == [
        ("Overvannsplan for Bergsli sentrum", "Flommen viste at nettet er fullt.", "Teknisk")
    ]


def test_the_same_headings_head_one_table_only_where_they_stand_in_the_same_places():
    heading = ("Plan", "Merknad", "Ansvar")
    above = Grid([row(1, *heading), row(1, "Byplan", "", "Teknisk", top=20)], [90.0, 190.0], False)
    assert goes_on(above, Grid([row(2, *heading), row(2, "Havneplan", "", "", top=20)], [75.0, 178.0], False))
    moved = [GridCell([line(text, 0, 100.0 * at + 20)]) for at, text in enumerate(heading)]
    assert not goes_on(above, Grid([GridRow(2, 0, 10, moved)], [110.0, 210.0], False))


def test_the_title_of_a_section_is_no_heading_that_is_repeated():
    rows = [("Plan", "2028"), ("Temaplaner", "")]
    above, below = (Grid([row(at, *texts) for texts in (*rows, (f"Byplan {at}", "x"))], [90.0], False) for at in (1, 2))
    join(above, below)
    assert [one.texts[0] for one in above.rows] == ["Plan", "Temaplaner", "Byplan 1", "Temaplaner", "Byplan 2"]


def test_a_plan_at_the_top_of_a_page_is_a_row_also_where_the_columns_before_its_name_are_empty():
    heading, last = row(1, "Start", "Ferdig", "Planoppgave", "Ansvarlig"), row(1, "2022", "2022", "Vegplan", "Teknisk", top=20)
    above, below = Grid([heading, last], [90.0, 190.0, 290.0], True), Grid([row(2, "", "", "Vannplan", "Teknisk")], [90.0], True)
    join(above, below)
    assert [one.texts for one in above.rows[1:]] == [("2022", "2022", "Vegplan", "Teknisk"), ("", "", "Vannplan", "Teknisk")]


def test_on_the_next_page_a_table_goes_on_in_columns_that_it_held_though_nothing_is_drawn_there():
    above = Grid([row(1, "Plan", "Ansvar"), row(1, "Kulturplan", "Kultur", top=20)], [90.0], True)
    below = Grid([row(2, "Skoleplan", "Skole")], above.bounds, False)
    assert goes_on(above, below)


def test_the_card_of_a_plan_begins_as_the_first_does_and_loses_nothing():
    above = Grid([row(1, "Behov", "Ny"), row(1, "Ansvarlig", "Helse", top=20), row(1, "Havneplan", "", top=40)], [90.0], True)
    join(above, Grid([row(1, "Behov", "Ny", top=60), row(1, "Ansvarlig", "Teknisk", top=80)], [90.0], True))
    assert [one.texts for one in above.rows][3:] == [("Behov", "Ny"), ("Ansvarlig", "Teknisk")]


def test_the_headings_of_two_columns_that_are_repeated_are_no_row():
    above = Grid([row(1, "Plan", "Vedtatt"), row(1, "Havneplan", "2019", top=20)], [90.0], True)
    join(above, Grid([row(2, "Plan", "Vedtatt"), row(2, "Skoleplan", "2020", top=20)], [90.0], True))
    assert [one.texts[0] for one in above.rows] == ["Plan", "Havneplan", "Skoleplan"]


def test_a_number_that_a_narrow_column_breaks_counts_rows_also_over_a_page_break():
    above, below = Grid([row(1, "1 2", "Havneplan")], [90.0], True), Grid([row(2, "1 3", "Skoleplan")], [90.0], True)
    join(above, below)
    assert [one.texts for one in above.rows] == [("1 2", "Havneplan"), ("1 3", "Skoleplan")]


def test_a_row_that_a_page_break_parts_within_its_number_is_one_where_its_name_goes_on():
    above, below = Grid([row(1, "1", "Strategisk")], [90.0], True), Grid([row(2, "2", "plan for kultur")], [90.0], True)
    join(above, below)
    assert [one.texts for one in above.rows] == [("1 2", "Strategisk plan for kultur")]


def test_bold_words_at_the_top_of_a_page_head_rows_below_a_name_that_is_not_bold():
    above, below = Grid([row(1, "Plan mot vold", "x")], [90.0], False), Grid([row(2, "Klima og næring", "")], [90.0], False)
    join(above, below)
    assert len(above.rows) == 1
    above, below = Grid([row(1, "Plan mot vold", "x")], [90.0], False), Grid([row(2, "Klima og næring", "")], [90.0], False)
    cell = below.rows[0].celler[0]
    cell.lines = [[word._replace(font="Sans-Bold") for word in cell.lines[0]]]
    join(above, below)
    assert [one.texts[0] for one in above.rows] == ["Plan mot vold", "Klima og næring"]


def test_a_row_that_begins_with_sentences_is_none_of_headings_though_it_has_two_years():
    above = Grid(
        [row(1, "Utfordring", "Plan", "Oppstart", "Vedtak"), row(1, "Støy", "Støyplan", "2024", "2027", top=20)],
        [90.0, 190.0, 290.0],
        True,
    )
    told = row(1, "Utslippene har økt siden 2019. Målene er ikke nådd.", "Klimaplan", "2025", "2026", top=40)
    assert goes_on(above, Grid([told], above.bounds, True))
