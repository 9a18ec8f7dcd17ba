"""The rows of a plan table: what is a section, what goes on from the row above, and which year a mark is in."""

import pytest
from printed import read, table

from planstrategi.intake.cells import JOINED, struck_out
from planstrategi.intake.document import PICTURES, PrintedCell, PrintedRow


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
        "2. Kommunedelplan | | ",
        "B. Temaplan | | ",
    ],
)
def test_a_row_with_a_heading_begins_a_section(section):
    text = f"Plan | 2024 | 2025\nKulturplan | x |\n{section}\nSkoleplan | | x"
    assert names(text) == [("Planer", "Kulturplan"), (section.strip("!#| <").strip(), "Skoleplan")]


def test_a_type_of_plan_alone_goes_on_in_the_row_below():
    text = "Plan | 2024 | 2025\nOmrådeplan for Vik | x |\nOmråderegulering | | x\nStrandsletta | | \nSkoleplan | | x"
    assert [name for _, name in names(text)] == ["Områdeplan for Vik", "Områderegulering Strandsletta", "Skoleplan"]


def test_a_row_with_nothing_but_the_name_of_a_plan_is_a_plan():
    assert [name for _, name in names("Plan | 2024 | 2025\nKulturplan | x |\nSkoleplan | | \nHavneplan | | x")] == [
        "Kulturplan",
        "Skoleplan",
        "Havneplan",
    ]


def test_a_number_and_a_heading_below_the_last_plan_begin_what_follows_the_table():
    found = read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x |\nSkoleplan | | x\n6 Gjennomføring | |"))
    assert ([row.navn for row in found.rader], [note.tekst for note in found.ikke_plassert]) == (
        ["Kulturplan", "Skoleplan"], ["6 Gjennomføring"],
    )  # fmt: skip


def test_what_stands_alone_below_the_rows_beside_their_names_is_no_plan():
    found = read("=Planer", table("Sektor | Plan | 2024\nHelse | Rusplan | x\nOppvekst | Skoleplan | x\nMerknader | |"))
    assert ([row.navn for row in found.rader], [note.tekst for note in found.ikke_plassert]) == (
        ["Rusplan", "Skoleplan"], ["Merknader"],
    )  # fmt: skip


def test_a_row_without_a_number_among_numbered_ones_is_a_heading():
    text = "Nr | Plan | 2024\n1 | Kulturplan | x\n | Helse og omsorg | \n2 | Skoleplan | x"
    assert names(text) == [("Planer", "Kulturplan"), ("Helse og omsorg", "Skoleplan")]


def test_numbers_that_stand_in_the_name_are_taken_off_it():
    found = read("=Planer", table("Plan | 2024\n1 Økonomiplan | x\n2. Skoleplan | x\n2. Havneplan | x"))
    assert [(row.nummer, row.navn) for row in found.rader] == [("1", "Økonomiplan"), ("2", "Skoleplan"), ("2", "Havneplan")]


def test_letters_before_plans_that_stand_alone_make_no_headings_of_them():
    text = "Plan | 2024 | 2025\nA. Plan for vatn | | \nB. Plan for avløp | | \nC. Plan for veg | | \nSkoleplan | x |"
    assert [section for section, _ in names(text)] == ["Planer"] * 4


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


def test_the_area_beside_who_is_responsible_is_what_plans_are_divided_by():
    rows = "Tjenesteområde | Plan | Ansvar\nKultur og næring | Kulturplan | Kultur\n^ | Næringsplan | Plan"
    found = read("=Planer", table(rows)).rader
    assert [(row.ansvarlig, dict(row.annet).get("omraade")) for row in found] == [("Kultur", "Kultur og næring"), ("Plan", None)]
    assert not any(row.tvil for row in found)


def test_a_role_is_of_the_area_beside_it():
    found = read("=Planer", table("Sektor | Plan | Ansvarlig\nOppvekst | Skoleplan | Rådgiver\nHelse | Rusplan | Rådgiver")).rader
    assert [row.ansvarlig for row in found] == ["Oppvekst; Rådgiver", "Helse; Rådgiver"]


def test_an_area_alone_may_be_who_is_responsible_and_is_asked_of_once():
    found = read("=Planer", table("Område | Plan | 2024\nOppvekst | Skoleplan | x\nHelse | Rusplan | x")).rader
    assert [(row.ansvarlig, [one.felt for one in row.tvil]) for row in found] == [("Oppvekst", ["ansvarlig"]), ("Helse", [])]


def test_of_two_columns_of_who_is_responsible_only_the_merged_one_goes_on_below():
    rows = "Avdeling | Plan | Ansvar\nKultur og næring | Kulturplan | Kultur\n^ | Næringsplan | Plan\n^ | Bibliotekplan | "
    found = read("=Planer", table(rows)).rader
    assert [row.ansvarlig for row in found] == ["Kultur og næring; Kultur", "Kultur og næring; Plan", "Kultur og næring"]
    assert [[doubt.felt for doubt in row.tvil] for row in found] == [["ansvarlig"], ["ansvarlig"], []]


def test_which_part_of_a_year_a_mark_stands_in_is_kept():
    row = read("=Planer", table("Plan | 1. halvår 2028 | 2. halvår 2028 | 2029\nKulturplan | | x | x")).rader[0]
    assert (row.merker, row.annet) == ({2028: "x", 2029: "x"}, (("2. halvår 2028", "x"),))


def test_two_signs_in_one_year_are_both_told():
    row = read("=Planer", table("Plan | 1. kvartal 2028 | 2. kvartal 2028 | 3. kvartal 2028\nKulturplan | x | x | V")).rader[0]
    assert row.merker == {2028: "x/V"}


@pytest.mark.parametrize("heading", ["Tidsrom", "Når"])
def test_a_column_of_years_says_when_each_plan_is_worked_on(heading):
    found = read(
        "=Planer",
        table(f"Plan | {heading} | Tiltak\nKulturplan | 2028–2030 | Rev.\nSkoleplan | årlig | Ny\nVegplan | 2028, 2030 | Ny"),
    )
    assert [[*row.merker] for row in found.rader] == [[2028, 2029, 2030], [], [2028, 2030]]
    assert [row.ord for row in found.rader] == ["Rev.", "Ny", "Ny"]
    assert [one.verdi for row in found.rader for one in row.forslag if one.felt == "planbehov"] == ["revisjon", "ny", "ny"]


@pytest.mark.parametrize("heading", ["Tidspunkt", "År", "Periode", "Tidsplan", "Gjennomføring", "Framdrift"])
def test_a_heading_that_may_say_when_does_so_above_years(heading):
    found = read(
        "=Planer",
        table(f"Plan | {heading} | Ansvar\nKulturplan | 3. kvartal 2028 | A\nSkoleplan | 2028–2029 | A\nVegplan | årleg | A"),
    )
    assert [[*row.merker] for row in found.rader] == [[2028], [2028, 2029], []]
    assert [one.spoersmaal for one in found.tabeller[0].tvil] == [f"Arbeides det med planene i årene under {heading}?"]
    assert not any(row.tvil for row in found.rader)
    long = read("=Planer", table(f"Plan | {heading} | Ansvar\nKulturplan | 2012–2028 | A\nSkoleplan | 2028–2039 | A"))
    assert [[*row.merker] for row in long.rader] == [[], []]


@pytest.mark.parametrize(
    ("told", "facts", "years", "asked"),
    [
        ("må vedtas innen 2026", {"skal_vedtas": "2026", "hast": "må vedtas innen 2026"}, [], []),
        ("bør starte 2025", {"oppstart": "2025", "hast": "bør starte 2025"}, [], []),
        ("må innen 01.07.2025", {"ferdig": "2025-07-01", "hast": "må innen 01.07.2025"}, [], ["ferdig"]),
        ("må 2024 grunnet lovkrav", {"hast": "må 2024 grunnet lovkrav"}, [2024], ["aar"]),
        ("etter 2027", {}, [], ["aar"]),
        ("etter valget i 2027", {}, [], ["aar"]),
        ("høst 2024 – vår 2027", {}, [2024, 2025, 2026, 2027], []),
        ("1. kvartal 2025 – 3. kvartal 2027", {}, [2025, 2026, 2027], []),
        ("fra 2025", {}, [2025], ["aar"]),
        ("2024 til 2026", {}, [2024, 2026], ["aar"]),
        ("løpende", {}, [], ["aar"]),
        ("2015–2027", {}, [], ["aar"]),
        ("ca. våren 2025 – høsten 2026", {}, [2025, 2026], []),
        ("2025 (vår)", {}, [2025], []),
        ("2025–", {}, [2025], ["aar"]),
        ("2025 →", {}, [2025], ["aar"]),
        ("2025?", {}, [2025], ["aar"]),
        ("(2025)", {}, [2025], ["aar"]),
        ("hele perioden", {}, [], ["aar"]),
        ("26", {}, [], ["aar"]),
        ("–", {}, [], []),
        ("Pågår", {"status": "under_arbeid"}, [], []),
        ("Pågår 2025", {"status": "under_arbeid"}, [2025], ["aar"]),
    ],
)
def test_a_year_of_which_other_words_say_something_is_no_sure_year_of_work(told, facts, years, asked):
    row = read("=Planer", table(f"Nr | Plan | Når\n1 | Plan for kultur | {told}\n2 | Skoleplan | 2024")).rader[0]
    assert ({one.felt: one.verdi for one in row.forslag}, [*row.merker]) == (facts, years)
    assert [one.felt for one in row.tvil] == asked


@pytest.mark.parametrize(
    ("told", "facts", "asked"),
    [
        ("bør starte 2025", {"oppstart": "2025", "hast": "bør starte 2025"}, []),
        ("må vedtas innen 2026", {"skal_vedtas": "2026", "hast": "må vedtas innen 2026"}, []),
        ("etter 2027", {"ferdig": "2027"}, ["ferdig"]),
        ("etter valget i 2027", {"ferdig": "2027"}, ["ferdig"]),
        ("2027", {"ferdig": "2027"}, []),
    ],
)
def test_a_date_below_a_limit_is_of_what_its_words_say(told, facts, asked):
    row = read("=Planer", table(f"Plan | Frist\nPlan for kultur | {told}\nSkoleplan | 2024")).rader[0]
    assert ({one.felt: one.verdi for one in row.forslag}, [one.felt for one in row.tvil]) == (facts, asked)


def test_the_start_and_the_adoption_in_one_year_are_both_told_and_asked_of():
    found = read("=Planer", table("Plan | 2025 | 2026\nKulturplan | Oppstart, vedtak |\nSkoleplan | Oppstart | Vedtak"))
    assert found.tabeller[0].merket_betyr == {"Oppstart, vedtak": "ord", "Oppstart": "oppstart", "Vedtak": "vedtak"}
    assert [[one.felt for one in row.tvil] for row in found.rader] == [["merker"], []]


def test_units_on_both_sides_of_a_stroke_between_blanks_are_asked_of():
    cells = ["Oppvekst / Helse", "PLAN/UTV", "Helse / helsesjef"]
    text = "Plan | Ansvarlig\n" + "\n".join(f"Plan for det {number}. | {cell}" for number, cell in enumerate(cells))
    assert [[one.felt for one in row.tvil] for row in read("=Planer", table(text)).rader] == [["ansvarlig"], [], []]


def test_a_mark_that_is_merged_over_years_is_in_each():
    assert read("=Planer", table("Plan | 2024 | 2025 | 2026\nKulturplan | X | < | ")).rader[0].merker == {2024: "X", 2025: "X"}


def test_a_cell_that_names_its_years_speaks_for_each():
    row = read("=Planer", table("Plan | 2020–21 | 2022–23\nKulturplan | O: 2020 V: 2021 | ")).rader[0]
    assert (row.merker, row.tvil) == ({2020: "O", 2021: "V"}, ())


def test_a_mark_below_the_whole_period_has_no_year():
    found = read("=Planer", table("Plan | 2024-2027 | Ansvar\nKulturplan | X | HO\nSkoleplan | X | HO"))
    assert [(row.merker, row.merker_uten_aar) for row in found.rader] == [({}, ("X",))] * 2
    assert [(doubt.felt, doubt.ord) for doubt in found.tabeller[0].tvil] == [("aar", "2024-2027")]


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


def test_a_colour_that_most_plans_have_in_a_year_is_a_mark_there_too():
    text = "Plan | 2024 | 2025 | Ansvar\nKulturplan | # | # | HO\nSkoleplan | | # | HO\nHavneplan | | # | HO\nByplan | | | HO"
    assert [row.merker for row in read("=Planer", table(text)).rader] == [{2024: "", 2025: ""}, {2025: ""}, {2025: ""}, {}]


def test_a_column_coloured_all_over_is_ground_by_its_heading_and_else_asked_of():
    below = "\nKulturplan | # | | HO\nSkoleplan | # | | HO"
    read_as = [read("=Planer", table(f"Plan | {year} | 2025 | Ansvar{below}")).rader[0] for year in ("#2024", "2024")]
    assert [(row.merker, [doubt.felt for doubt in row.tvil]) for row in read_as] == [({}, []), ({2024: ""}, ["aar"])]


def test_a_year_that_is_named_twice_has_both_signs_and_one_outside_its_column_is_asked_of():
    text = "Plan | 2020–21 | 2022–23\nKulturplan | O: 2021 V: 2021 | \nSkoleplan | O: 2022 | V: 2022"
    rows = read("=Planer", table(text)).rader
    assert [(row.merker, [doubt.felt for doubt in row.tvil]) for row in rows] == [({2021: "O/V"}, []), ({2022: "O/V"}, ["aar"])]


def test_of_several_colours_and_no_white_the_commonest_of_the_years_is_ground_and_the_others_are_asked_of():
    grey = table("Plan | 2024 | 2025 | Ansvar\nKulturplan | # | # | HO\nSkoleplan | # | # | HO\nHavneplan | # | # | HO")
    marked = [one._replace(celler=(one.celler[0], PrintedCell("", "0070c0"), *one.celler[2:])) for one in grey.rader[1:3]]
    rows = read("=Planer", grey._replace(rader=(grey.rader[0], *marked, grey.rader[3]))).rader
    assert [(row.merker, len(row.tvil)) for row in rows] == [({2024: ""}, 1), ({2024: ""}, 1), ({}, 0)]


def test_a_plan_with_two_years_beside_it_is_no_heading():
    text = "Plan | Vedteken | Neste rullering | Ansvar\nSamfunnsdelen | 2020 | 2025 | HO\nKulturplan | 2019 | 2024 | HO"
    rows = read("=Planer", table(text)).rader
    assert [(row.navn, row.vedtatt, row.annet) for row in rows] == [
        ("Samfunnsdelen", "2020", (("Neste rullering", "2025"),)),
        ("Kulturplan", "2019", (("Neste rullering", "2024"),)),
    ]


def test_a_number_of_a_chapter_before_each_plan_is_its_number():
    row = read("=Planer", table("Plan | 2024\n3.1 Kulturplan | x\n3.2 Skoleplan | ")).rader[1]
    assert (row.nummer, row.navn) == ("3.2", "Skoleplan")


def test_a_band_over_the_years_may_be_worded_as_names_are():
    text = "Planoppgave | Planarbeid i perioden | < | Ansvar\n^ | 2025 | 2026 | ^\nKulturplan | x | | HO"
    assert read("=Planer", table(text)).rader[0].merker == {2025: "x"}


def test_a_word_that_was_put_together_over_two_lines_is_asked_of():
    (row,) = read("=Planer", table(f"Plan | 2024 | Merknad\nKulturplan | x | Under{JOINED}arbeid med mer")).rader
    assert (row.kommentar, [(one.felt, one.ord) for one in row.tvil]) == ("Underarbeid med mer", [("rad", "Underarbeid")])


def test_a_number_and_a_name_above_what_has_that_number_and_more_is_a_heading():
    text = "Nr | Plan | 2024\n1 | Kommuneplan | \n1.1 | Arealdel | x\n2 | Temaplan | x\n2.1 | Vei | \n2.1.1 | Skoleplan | x"
    found = read("=Planer", table(text))
    assert names(text) == [("Kommuneplan", "Arealdel"), ("Kommuneplan", "Temaplan"), ("Vei", "Skoleplan")]
    assert [(row.nummer, row.tvil) for row in found.rader] == [("1.1", ()), ("2", ()), ("2.1.1", ())]
    lettered = "Nr | Plan | 2024\nA | Kommuneplan | \nA1 | Arealdel | x\nB | Kulturplan | \nC | Havneplan | x"
    assert names(lettered) == [("Kommuneplan", "Arealdel"), ("Kommuneplan", "Kulturplan"), ("Kommuneplan", "Havneplan")]


def test_a_heading_right_below_a_heading_is_told_with_it():
    text = "Plan | 2024 | 2025\nTemaplaner | < | <\nOppvekst | < | <\nSkoleplan | x | \nHelse | < | <\nOmsorgsplan | | x"
    assert names(text) == [("Temaplaner: Oppvekst", "Skoleplan"), ("Helse", "Omsorgsplan")]


def test_what_is_perhaps_a_heading_and_has_no_plan_below_it_is_perhaps_a_plan():
    found = read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x | \nSkoleplan | | x\nVeinorm | | "))
    assert [(row.navn, [doubt.felt for doubt in row.tvil]) for row in found.rader[1:]] == [
        ("Skoleplan", []),
        ("Veinorm", ["navn"]),
    ]


def test_what_stands_over_the_names_in_the_place_of_a_word_for_plans_is_a_group_of_them():
    text = "2024 | 2025 | 2026 | Kommuneplan\nx | | | Arealdelen\n2024 | 2025 | 2026 | Oppvekst\n | x | | Skoleplan"
    assert names(text) == [("Kommuneplan", "Arealdelen"), ("Oppvekst", "Skoleplan")]
    assert names("Temaplaner | Vedtatt | Ansvar\nSkoleplan | 2020 | HO") == [("Temaplaner", "Skoleplan")]


def test_a_word_that_is_put_together_alike_in_many_rows_is_asked_of_once():
    word = f"Felles{JOINED}tjenester"
    found = read("=Planer", table(f"Plan | 2024 | Ansvar\nKulturplan | x | {word}\nSkoleplan | | {word}"))
    assert [[doubt.ord for doubt in row.tvil] for row in found.rader] == [["Fellestjenester"], []]


def test_marks_below_two_years_are_asked_of_once_for_all_of_a_table():
    found = read("=Planer", table("Plan | 2024–25 | 2026–27\nKulturplan | x | \nSkoleplan | x | "))
    assert [row.merker for row in found.rader] == [{2024: "x", 2025: "x"}] * 2
    assert [(one.felt, one.ord) for one in found.tabeller[0].tvil if one.felt == "aar"] == [("aar", "2024–25")]
    assert all(found.tabeller[0].doubts(row) for row in found.rader)


def test_a_mark_after_the_period_is_in_no_year():
    found = read("=Planer", table("Plan | 2024 | 2025 | Etter 2025\nKulturplan | | | x\nSkoleplan | x | | "))
    assert [(row.merker, row.merker_uten_aar) for row in found.rader] == [({}, ("x",)), ({2024: "x"}, ())]
    assert [doubt.ord for doubt in found.tabeller[0].tvil if doubt.felt == "aar"] == ["Etter 2025"]


def test_sentences_below_a_name_are_told_of_the_plan():
    cell = PrintedCell("Kulturplan\nPlanen er fra 2012. Ny plan lages.")
    printed = table("Plan og omtale | 2024\nSkoleplan | x\nHavneplan | x")
    row = printed.rader[1]._replace(celler=(cell, PrintedCell("x")))
    (first, *_) = read("=Planer", printed._replace(rader=(printed.rader[0], row, *printed.rader[2:]))).rader
    assert (first.navn, first.kommentar, first.delrad) == ("Kulturplan", "Planen er fra 2012. Ny plan lages.", None)


def test_a_sum_of_plans_is_no_plan():
    rows = read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x | \nAntall planer i arbeid | 1 | 0")).rader
    assert [(row.navn, row.hva) for row in rows] == [("Kulturplan", ""), ("Antall planer i arbeid", "sum")]


def test_a_row_of_nothing_is_no_row():
    found = read("=Planer", table("Plan | 2024\nKulturplan | x\n | \nSkoleplan | "))
    assert [(row.navn, row.tvil) for row in found.rader] == [("Kulturplan", ()), ("Skoleplan", ())]


def test_headings_that_came_later_may_be_repeated_too():
    text = "Plan | 2024 | 2025\nKulturplan | x | \nPlan | 2026 | 2027\nSkoleplan | x | \nPlan | 2026 | 2027\nByplan | x | "
    assert [row.merker for row in read("=Planer", table(text)).rader] == [{2024: "x"}, {2026: "x"}, {2026: "x"}]
    assert len(read("=Planer", table(text)).tabeller) == 2


def test_a_mark_that_stands_alone_below_headings_that_came_later_is_told():
    below = "Plan | Etter 2025 | Ansvar\n | x | "
    for section in ("", "Helse | < | <\nDemensplan | x | \n"):
        found = read("=Planer", table(f"Plan | 2024–25 | Ansvar\nKulturplan | x | HO\nSkoleplan | x | HO\n{section}{below}"))
        assert [row.navn for row in found.rader] == ["Kulturplan", "Skoleplan", *["Demensplan"] * bool(section)]
        assert [note.tekst for note in found.ikke_plassert] == ["x"]


def test_a_row_with_a_comment_alone_at_the_beginning_is_told():
    found = read("=Planer", table("Plan | 2024 | Merknad\n | | Se vedlegg\nKulturplan | x | "))
    assert ([row.navn for row in found.rader], [note.tekst for note in found.ikke_plassert]) == (["Kulturplan"], ["Se vedlegg"])


def test_names_on_a_line_each_are_plans_with_the_marks_of_their_row():
    printed = table("Plan | 2024 | Ansvar\nKulturplan | x | HO\nSkoleplan | | HO")
    cells = (PrintedCell("Barnehageplan\nOppvekstplan"), *printed.rader[1].celler[1:])
    rows = read(
        "=Planer", printed._replace(rader=(printed.rader[0], printed.rader[1]._replace(celler=cells), printed.rader[2]))
    ).rader
    assert [(row.navn, row.delrad, row.rad, row.merker) for row in rows] == [
        ("Barnehageplan", 1, 1, {2024: "x"}),
        ("Oppvekstplan", 2, 1, {2024: "x"}),
        ("Skoleplan", None, 2, {}),
    ]


def test_a_row_with_a_name_alone_that_tells_of_no_plan_is_asked_of_where_such_rows_are_many():
    found = read("=Planer", table("Plan | 2024 | 2025\nKulturplan | x | \nPårørende | | \nBo trygt | | \nSkoleplan | | "))
    assert [(row.navn, [doubt.felt for doubt in row.tvil]) for row in found.rader] == [
        ("Kulturplan", []),
        ("Pårørende", ["navn"]),
        ("Bo trygt", ["navn"]),
        ("Skoleplan", []),
    ]


def test_what_is_bold_or_wide_is_a_heading_though_it_tells_of_a_plan():
    for heading in ("!Handlingsplan for alle | | ", "Handlingsplan for alle | < | <"):
        text = f"Plan | 2024 | 2025\nKulturplan | x | \n{heading}\nSkoleplan | | x"
        assert names(text) == [("Planer", "Kulturplan"), ("Handlingsplan for alle", "Skoleplan")]


def test_a_column_of_numbers_is_that_of_the_plans_whatever_is_over_it():
    row = read("=Planer", table(" | Plan | 2024\n7. | Kulturplan | x\n8. | Skoleplan | ")).rader[0]
    assert (row.nummer, row.navn) == ("7", "Kulturplan")


def test_a_mark_in_a_cell_of_no_year_is_asked_of():
    rows = read("=Planer", table("Plan | 2024 | Ansvar | Merknad\nKulturplan | | HO | x\nSkoleplan | x | HO | ")).rader
    assert [[(doubt.felt, doubt.ord) for doubt in row.tvil] for row in rows] == [[("aar", "x")], []]


def test_a_cross_below_a_need_says_that_it_is_what_the_plan_has():
    found = read("=Planer", table("Plan | Ny | Revideres | Oppheves\nKulturplan | | X |\nSkoleplan | x | |\nHavneplan | | | Ja"))
    needs = [[one.verdi for one in row.forslag if one.felt == "planbehov"] for row in found.rader]
    assert ([row.ord for row in found.rader], needs) == (["Revideres", "Ny", "Oppheves"], [["revisjon"], ["ny"], ["oppheves"]])
    assert not any(row.tvil for row in found.rader)


def test_a_mark_between_two_years_is_read_as_of_both_and_asked_of_all_rows():
    cells = (PrintedCell("Kulturplan"), PrintedCell("x"), PrintedCell("", flettet="kanskje"))
    made = table("Plan | 2028 | 2029\n^ | | \nSkoleplan | x | ")
    found = read("=Planer", made._replace(rader=(made.rader[0], PrintedRow("rad 2", cells), made.rader[2])))
    assert [row.merker for row in found.rader] == [{2028: "x", 2029: "x"}, {2028: "x"}]
    assert "aar" in [doubt.felt for doubt in found.tabeller[0].tvil]


def test_a_row_that_begins_with_the_sign_of_a_mark_tells_what_it_means():
    found = read("=Planer", table("Plan | 2028 | 2029\nKulturplan | R | \nSkoleplan | | R\nR: revideres | | "))
    assert [row.navn for row in found.rader] == ["Kulturplan", "Skoleplan"]
    assert found.tabeller[0].merket_ordlyd == "R: revideres"


def test_who_is_responsible_is_asked_where_it_stands_but_once_for_several_rows():
    rows = "Oppvekst | Skoleplan | x\n | Barnehageplan | x\nHelse | Legeplan | x\n | Smittevernplan | x"
    found = read("=Planer", table(f"Ansvarlig | Plan | 2028\n{rows}"))
    assert [[doubt.felt for doubt in row.tvil] for row in found.rader] == [[], ["ansvarlig"], [], ["ansvarlig"]]


def test_a_name_that_cannot_be_whole_is_asked():
    found = read("=Planer", table("Plan | 2028 | 2029\nPlan for næring og | x | \nSkoleplan | | x"))
    assert [[doubt.spoersmaal for doubt in row.tvil] for row in found.rader] == [["Er dette hele navnet?"], []]


def test_colours_that_nobody_explains_are_asked_of_and_not_dropped():
    plans = table("Plan | Status | Ansvar\nKulturplan | # | HO\nSkoleplan | # | HO")
    name, _, who = plans.rader[2].celler
    found = read("=Planer", plans._replace(rader=(*plans.rader[:2], PrintedRow("rad 3", (name, PrintedCell("", "92d050"), who)))))
    assert [(one.felt, one.ord) for one in found.tabeller[0].tvil] == [("status", "Status")]
    assert [row.annet for row in found.rader] == [(("status", "farget"),), (("status", "farget"),)]


def test_a_row_that_is_coloured_all_over_and_a_column_of_one_colour_say_nothing_by_it():
    for rows in (
        "#Kulturplan | # | #HO\nSkoleplan | | HO\nVegplan | Utsatt | T",
        "Kulturplan | # | HO\nSkoleplan | # | HO\nVegplan | #Utsatt | T",
    ):
        assert read("=Planer", table(f"Plan | Status | Ansvar\n{rows}")).tabeller[0].tvil == ()


@pytest.mark.parametrize(("heading", "felt"), [("2028 | 2029", "aar"), ("Status | Ansvar", "status")])
def test_a_column_of_years_or_of_stages_that_says_nothing_of_any_plan_is_asked_of(heading, felt):
    plans = table(f"Plan | {heading}\nKulturplan | |\nSkoleplan | |")
    assert [one.felt for one in read("=Planer", plans).tabeller[0].tvil] == [felt]
    assert read("=Planer", table("Plan | 2028\nKulturplan | x\nSkoleplan | "), "Kryss viser arbeid.").tabeller[0].tvil == ()


def test_a_legend_below_the_rows_with_a_cell_for_the_sign_has_no_plans():
    rows = "Nr | Plan | 2028 | 2029\n1 | Kulturplan | R | \n2 | Skoleplan | | U"
    legend = "R | planen vedtas revidert | |\nU | ny plan vedtas | |"
    for parts in ([table(f"{rows}\n{legend}")], [table(rows), table(legend)]):
        found = read("=Planer", *parts)
        assert [row.navn for row in found.rader] == ["Kulturplan", "Skoleplan"]
        assert found.tabeller[0].merket_betyr == {"R": "vedtak", "U": "vedtak"}


def test_what_stands_beside_letters_and_explains_no_sign_is_a_plan():
    lettered = read("=Planer", table("Nr | Plan | 2028\nA | Kulturplan | R\nB | Skoleplan |\nR | Boligplan | "))
    assert [row.navn for row in lettered.rader] == ["Kulturplan", "Skoleplan", "Boligplan"]
    goes_on = read("=Planer", table("Ansvar | Plan\nHO | Demensplan\nHO | Rusplan"), table("HO | Helseplan\nPU | Arealplan"))
    assert [row.navn for row in goes_on.rader] == ["Demensplan", "Rusplan", "Helseplan", "Arealplan"]


def test_a_mark_that_is_struck_out_is_none_and_what_is_struck_out_is_asked_of():
    mark, name = struck_out("x"), struck_out("Havneplan")
    text = f"Plan | 2024 | 2025\nKulturplan | {mark} | x\n{name} | | \n{name} Kaiplan | x |\nSkoleplan | x |"
    found = read("=Planer", table(text)).rader
    assert [(row.navn, row.merker, [doubt.ord for doubt in row.tvil]) for row in found] == [
        ("Kulturplan", {2025: "x"}, ["x"]),
        ("Havneplan", {}, ["Havneplan"]),
        ("Kaiplan", {2024: "x"}, ["Havneplan"]),
        ("Skoleplan", {2024: "x"}, []),
    ]


def test_a_row_with_nothing_but_a_number_is_told_and_is_no_plan():
    found = read("=Planer", table("Nr | Plan | 2024 | 2025\n1 | Kulturplan | x |\n2 | | | \n3 | Skoleplan | | x"))
    assert ([row.navn for row in found.rader], [one.tekst for one in found.ikke_plassert]) == (["Kulturplan", "Skoleplan"], ["2"])


def test_a_picture_that_is_no_mark_of_a_year_is_asked_of():
    text = f"Plan | Status | 2024 | 2025\nKulturplan | {PICTURES[0]} | x |\nSkoleplan | | {PICTURES[1]} | x"
    found = read("x = oppstart", table(text)).tabeller[0]
    assert [(one.felt, one.ord) for one in found.tvil] == [("status", "Status"), ("merket_betyr", PICTURES[1])]


@pytest.mark.parametrize(("cell", "asked"), [("^", ["Skoleplan"]), ("Kultur", [])])
def test_a_row_where_nobody_is_named_is_asked_of_where_others_share_a_merged_cell(cell, asked):
    rows = f"Kulturplan | x | | Kultur\nHavneplan | | x | {cell}\nSkoleplan | | x | "
    rows += "".join(f"\n{name} | x | | Teknisk" for name in ("Veiplan", "Kaiplan", "Gateplan")) + "\nSum | 3 | 2 | "
    found = read("x = arbeid", table(f"Plan | 2024 | 2025 | Ansvarlig\n{rows}")).rader
    assert [one.ord for row in found for one in row.tvil if one.felt == "ansvarlig"] == asked


def test_marks_below_two_columns_of_one_year_are_asked_of():
    found = read("x = arbeid", table("Plan | 2024 | 2025 | Temaplan | 2024 | 2025\nArealplan | x | | Kulturplan | | x"))
    assert [(one.felt, one.ord) for one in found.tabeller[0].tvil] == [("aar", "2024"), ("aar", "2025")]
    halves = read("x = arbeid", table("Plan | Vår 2024 | Høst 2024 | 2025\nKulturplan | x | x | "))
    assert halves.tabeller[0].tvil == ()


def test_years_alone_and_what_is_begun_on_both_sides_are_the_end_of_a_name():
    text = "Plan | Når | Ansvarlig\nKulturplan | 2024 | Kultur\n2020–2024 | | Leder\nPlan for lege, | Innen |\nlegevakt | 2025 |"
    assert [name for _, name in names(text)] == ["Kulturplan 2020–2024", "Plan for lege, legevakt"]


def test_the_caption_below_a_table_and_a_legend_that_stands_row_by_row_are_no_plans():
    rows = "Plan | 2024 | 2025\nKulturplan | x |\nSkoleplan | | x"
    found = read("=Planer", table(f"{rows}\nFargekoder: | |\nRevisjon av plan | |\nNy plan | |"))
    assert [row.navn for row in found.rader] == ["Kulturplan", "Skoleplan"]
    assert [note.tekst for note in found.ikke_plassert] == ["Fargekoder:", "Revisjon av plan", "Ny plan"]
    assert [name for _, name in names(f"{rows}\nFigur 7. Planoversikt | |")] == ["Kulturplan", "Skoleplan"]


def test_a_few_words_for_many_plans_are_a_heading_where_blanks_hold_the_rows():
    rows = table("Plan | 2024 | 2025\nKulturplan | x |\nTema- og sektorplanar | |\nSkoleplan | | x")
    assert [row.navn for row in read(rows).rader] == ["Kulturplan", "Tema- og sektorplanar", "Skoleplan"]
    assert [row.navn for row in read(rows._replace(avgrenset=False)).rader] == ["Kulturplan", "Skoleplan"]


def test_what_stands_without_a_number_goes_on_only_where_blanks_hold_the_rows():
    rows = table("Nr | Plan | 2024 | Merknad\n1 | Plan for E18 | x | \n | Øst–Langangen | | Ferdig\n2 | Kulturplan | x | ")
    assert [row.navn for row in read(rows).rader] == ["Plan for E18", "Øst–Langangen", "Kulturplan"]
    assert [row.navn for row in read(rows._replace(avgrenset=False)).rader] == ["Plan for E18 Øst–Langangen", "Kulturplan"]


def test_a_row_with_nothing_but_who_is_responsible_for_others_heads_them():
    text = "Plan | 2024 | Ansvarlig\nByplan | x | Plan og næring\nPlan og næring | | \nHavneplan | x | Plan og næring"
    assert names(text) == [("Planer", "Byplan"), ("Plan og næring", "Havneplan")]


def test_a_row_that_explains_a_sign_is_no_plan_though_it_stands_in_more_than_one_cell():
    found = read("=Planer", table("Plan | 2024 | Merknad\nByplan | x | Pågår\nKD = kommune- | direktøren og | staben"))
    assert ([row.navn for row in found.rader], [note.tekst for note in found.ikke_plassert]) == (
        ["Byplan"],
        ["KD = kommune- | direktøren og | staben"],
    )


def test_a_plan_with_words_of_a_heading_and_its_own_years_is_a_row():
    text = "Plan | Behov | Start | Vedtak\nKulturplan | Ny | Vår 2025 | Vår 2026\nDokument om vann | Ny | Vår 2027 | Høst 2027"
    assert [name for _, name in names(text)] == ["Kulturplan", "Dokument om vann"]


def test_statistics_below_the_plans_are_no_rows():
    plans = "Plan | 2024 | 2025 | 2026 | 2027\nKulturplan | x | | |\nSkoleplan | | x | |"
    found = read("=Planer", table(f"{plans}\nFolketall | 2030 | 2035 | 2040 | 2045\nBarn | 9 | 8 | 7 | 6"))
    assert [row.navn for row in found.rader] == ["Kulturplan", "Skoleplan"]
    assert [note.tekst for note in found.ikke_plassert] == ["Folketall | 2030 | 2035 | 2040 | 2045", "Barn | 9 | 8 | 7 | 6"]


def test_the_plans_of_the_next_period_below_those_of_this_are_rows():
    text = "Plan | 2024 | 2025 | 2026 | 2027\nKulturplan | x | | |\nPlan | 2028 | 2029 | 2030 | 2031\nSkoleplan | | x | |"
    assert [name for _, name in names(text)] == ["Kulturplan", "Skoleplan"]


def test_a_sentence_below_a_name_in_a_table_held_by_blanks_tells_of_the_plan():
    text = table("Plan | 2024 | Vurdering\nKulturplan | x | Blir\nPlankart og bestemmelser. | | behandlet\nSkoleplan | x | Ny")
    found = read("=Planer", text._replace(avgrenset=False)).rader
    assert [row.navn for row in found] == ["Kulturplan", "Skoleplan"]
    assert "Plankart og bestemmelser." in found[0].kommentar
    assert [row.navn for row in read("=Planer", text).rader] == ["Kulturplan", "Plankart og bestemmelser.", "Skoleplan"]


def test_a_year_whose_heading_goes_on_is_asked_of():
    asked = read("=Planer", table("Plan | 2024 | 2025 →\nKulturplan | x | \nSkoleplan | | x")).tabeller[0].tvil
    assert [one.ord for one in asked if one.felt == "aar"] == ["2025 →"]


def test_a_plan_with_a_year_in_its_name_and_years_beside_it_is_a_row_and_no_more_of_the_headings():
    text = "Plan | Vedtatt | Rulleres | Tidspunkt\nOmsorgsplan 2020 | 2009 | Ja | 2016/2017\nHavneplan | 2012 | Ja | 2018"
    assert names(text) == [("Planer", "Omsorgsplan 2020"), ("Planer", "Havneplan")]


def test_years_below_headings_that_nobody_knows_are_asked_of():
    text = "Plan | Femås | Tyndal\nKulturplan | 2028 | 2029–30\nHavneplan | – | 2031\nVeiplan | 2030 | –"
    found = read("=Planer", table(text))
    assert [(one.felt, one.ord) for one in found.tabeller[0].tvil] == [("aar", "Femås"), ("aar", "Tyndal")]
    once = read("=Planer", table("Plan | Ansvar | Saksår\nKulturplan | A | 2028\nHavneplan | A | \nVeiplan | A | "))
    assert once.tabeller[0].tvil == ()
