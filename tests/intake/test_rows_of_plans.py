"""The rows of a plan table: what is a section, what goes on from the row above, and which year a mark is in."""

import pytest
from printed import read, table


def names(text):
    found = read("=Planer", table(text))
    return [(found.tabeller[row.tabell - 1].navn, row.navn) for row in found.rader]


@pytest.mark.parametrize(
    "section",
    [
        "KOMMUNEPLAN MED MER |  | ",
        "Temaplaner | < | <",
        "!Oppvekst | | ",
        "#Oppvekst | | ",
        "Oppvekst: | | ",
        "Prioriterte planer | | ",
        "6.2 Andre oppgaver | | ",
    ],
)
def test_a_row_with_a_heading_begins_a_section(section):
    text = f"Plan | 2024 | 2025\nKulturplan | x |\n{section}\nSkoleplan | | x"
    assert names(text) == [("Planer", "Kulturplan"), (section.strip("!#| <").strip(), "Skoleplan")]


def test_a_row_with_nothing_but_the_name_of_a_plan_is_a_plan():
    assert [name for _, name in names("Plan | 2024 | 2025\nKulturplan | x |\nSkoleplan | | \nHavneplan | | x")] == [
        "Kulturplan",
        "Skoleplan",
        "Havneplan",
    ]


def test_a_row_without_a_number_among_numbered_ones_is_a_heading():
    text = "Nr | Plan | 2024\n1 | Kulturplan | x\n | Helse og omsorg | \n2 | Skoleplan | x"
    assert names(text) == [("Planer", "Kulturplan"), ("Helse og omsorg", "Skoleplan")]


def test_numbers_that_stand_in_the_name_are_taken_off_it():
    found = read("=Planer", table("Plan | 2024\n1 Økonomiplan | x\n2. Skoleplan | x\n2. Havneplan | x"))
    assert [(row.nummer, row.navn) for row in found.rader] == [("1", "Økonomiplan"), ("2", "Skoleplan"), ("2", "Havneplan")]


def test_headings_that_are_repeated_are_no_rows():
    assert len(names("Plan | 2024\nKulturplan | x\nPlan | 2024\nSkoleplan | x")) == 2


def test_a_band_that_is_repeated_above_its_headings_is_no_row():
    text = "Kommune | < | <\nPlan | 2024 | 2025\nKulturplan | x | \nKommune | < | <\nPlan | 2024 | 2025\nSkoleplan | x | "
    assert names(text) == [("Kommune", "Kulturplan"), ("Kommune", "Skoleplan")]
    assert len(read("=Planer", table(text)).tabeller) == 1


def test_other_headings_in_the_middle_make_other_columns():
    found = read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x | \nPlan | 2026 | 2027\nSkoleplan | x | "))
    assert [row.merker for row in found.rader] == [{2024: "x"}, {2026: "x"}]


def test_a_row_that_is_split_over_lines_is_one():
    found = read(
        "=Planer",
        table(
            "Plan | 2024 | Kommentar\nKommunedelplan for | x | Startes\ntrafikk | | i høst.\n | | Videre uklart\nSkoleplan | x | "
        ),
    )
    assert [(row.navn, row.kommentar) for row in found.rader] == [
        ("Kommunedelplan for trafikk", "Startes i høst. Videre uklart"),
        ("Skoleplan", ""),
    ]
    assert [doubt.felt for doubt in found.rader[0].tvil] == ["kommentar"]


def test_what_is_merged_over_rows_is_said_of_each():
    found = read("=Planer", table("Plan | 2024 | Ansvar\nKulturplan | x | Oppvekst\nSkoleplan | ^ | ^"))
    assert [(row.merker, row.ansvarlig) for row in found.rader] == [({2024: "x"}, "Oppvekst")] * 2


def test_a_mark_that_is_merged_over_years_is_in_each():
    assert read("=Planer", table("Plan | 2024 | 2025 | 2026\nKulturplan | X | < | ")).rader[0].merker == {2024: "X", 2025: "X"}


def test_a_cell_that_names_its_years_speaks_for_each():
    row = read("=Planer", table("Plan | 2020–21 | 2022–23\nKulturplan | O: 2020 V: 2021 | ")).rader[0]
    assert (row.merker, row.tvil) == ({2020: "O", 2021: "V"}, ())


def test_a_mark_below_the_whole_period_has_no_year():
    row = read("=Planer", table("Plan | 2024-2027 | Ansvar\nKulturplan | X | HO")).rader[0]
    assert (row.merker, row.merker_uten_aar, [doubt.felt for doubt in row.tvil]) == ({}, ("X",), ["aar"])


def test_a_row_or_column_that_is_shaded_all_over_has_no_marks_by_that():
    found = read(
        "=Planer",
        table("Plan | 2024 | 2025\n#Kulturplan | # | #\nSkoleplan | # | \nHavneplan | | x\n#Byplan | # | #x\nVannplan | | "),
    )
    assert [row.merker for row in found.rader] == [{}, {2024: ""}, {2025: "x"}, {2025: "x"}, {}]


def test_a_row_with_a_cell_too_many_is_read_from_both_ends_and_asked_of():
    text = "Plan | 2024 | 2025 | Ansvar | \nKulturplan | x | | Oppvekst | \nSkoleplan | | | X | HO\nHavneplan | x | | HO | "
    row = read("=Planer", table(text)).rader[1]
    assert (row.merker, row.ansvarlig, [doubt.felt for doubt in row.tvil]) == ({2025: "X"}, "HO", ["aar"])


def test_what_is_no_row_and_no_note_is_said():
    text = "Plan | 2024\nKulturplan | x\n" + "Dette er en lang forklaring på hvordan kommunen har tenkt " * 4 + " | "
    found = read("=Planer", table(text))
    assert (len(found.rader), len(found.ikke_plassert)) == (1, 1)
