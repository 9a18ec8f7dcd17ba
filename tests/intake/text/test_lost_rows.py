"""Where a row begins when the columns are lost: what the whole document shows of its rows, before what a line looks like."""

import pytest
from texts_without_columns import PLANS, names, read


def test_two_years_that_differ_from_row_to_row_stand_in_cells_and_head_nothing(tmp_path):
    plans, years = (
        [*PLANS, "Omsorgsplan", "Oppvekstplan", "Boligplan", "Kulturplan"],
        ["2028 2029", "2029 2030", "2030 2031", "2028 2030"],
    )
    rows = [line for name, pair in zip(plans, years * 2, strict=True) for line in (name, "Gir for lite styring", f"{pair} Stab")]
    found = read(tmp_path, "Plan Formål Oppstart Vedtak Ansvarlig", *rows)
    assert names(found) == plans


def test_two_years_that_are_not_next_to_each_other_head_nothing(tmp_path):
    first = [line for name in PLANS for line in (name, "Temaplan", "Revideres", "Stab")]
    found = read(tmp_path, "Plan Ansvarlig", *first, "2017", "2019", "Omsorgsplan", "Temaplan", "Revideres", "Stab")
    assert names(found) == [*PLANS, "Omsorgsplan"]


def test_list_numbers_of_two_parts_count_rows_from_the_first(tmp_path):
    rows = [f"{number} {name} Stab" for number, name in zip(["1.1", "1.2", "2.1", "2.2"], PLANS, strict=True)]
    assert names(read(tmp_path, "Nr Plan Ansvarlig", "sektor", *rows)) == PLANS


@pytest.mark.parametrize("word", ["Regulering", "Områdeplan"])
def test_a_single_word_where_the_type_of_a_plan_stands_is_one(tmp_path, word):
    rows = [line for name in PLANS for line in (name, "Temaplan", "X")]
    found = read(tmp_path, "Plan 2028 2029", *rows, "Områderegulering for Vik", word, "X", "Skolebruksplan", "Temaplan")
    assert names(found) == [*PLANS, "Områderegulering for Vik", "Skolebruksplan"]


def test_a_type_that_stands_once_among_others_fills_its_column(tmp_path):
    rows = ["Havneplan", "Plan for støy", "Klimastrategi", "Temaplan", "Temaplan", "Kommunedelplan", "Teknisk drift"]
    assert names(read(tmp_path, "Plan", *rows)) == ["Havneplan", "Plan for støy", "Klimastrategi"]


def test_a_type_above_the_rest_of_a_name_fills_no_column(tmp_path):
    cut = [line for theme in ("oppvekst", "energi", "havn") for line in ("Kommunedelplan", f"for {theme}", "X")]
    found = read(tmp_path, "Plan 2028 2029", *(f"{name} X" for name in PLANS), *cut)
    assert names(found)[4:] == [f"Kommunedelplan for {theme}" for theme in ("oppvekst", "energi", "havn")]


@pytest.mark.parametrize("line", ["Forslag til planstrategi", "Planstrategi Vik"])
def test_the_title_in_a_block_of_its_own_is_no_row(tmp_path, line):
    rows = [f"{name} X" for name in PLANS]
    assert names(read(tmp_path, "Plan 2028 2029", *rows[:2], "", line, "", *rows[2:])) == PLANS


def test_the_title_with_its_years_is_no_row_and_the_next_planstrategi_is(tmp_path):
    found = read(tmp_path, "Plan Ansvar", *PLANS[:3], "Planstrategi 2028–2031", PLANS[3], "Planstrategi 2032–2035")
    assert names(found) == [*PLANS, "Planstrategi 2032–2035"]


@pytest.mark.parametrize("said", [("Slås sammen med", "helseplanen"), ("Loven krever en", "samlet plan for barn")])
def test_a_sentence_over_lines_that_names_a_plan_begins_no_row(tmp_path, said):
    assert names(read(tmp_path, "Plan 2028 2029", *(f"{name} X" for name in PLANS[:3]), *said, PLANS[3], "X")) == PLANS


def test_a_sentence_after_a_name_is_no_part_of_it(tmp_path):
    rows = [f"{name} Stab" for name in PLANS]
    found = read(tmp_path, "Plan Vurdering Ansvar", *rows, "Omsorgsplan Ny strategi. Frivilligheten skal delta.")
    assert names(found) == [*PLANS, "Omsorgsplan"]


def test_letters_alone_are_marks_in_each_row_and_as_small_ones(tmp_path):
    rows = [f"{name} {signs} Stab" for name, signs in zip(PLANS, ("o v", "r", "o", "v"), strict=True)]
    found = read(tmp_path, "Plan 2028 2029 Ansvar", *rows)
    signs = [(row.navn, "".join(row.merker.values()) + "".join(row.merker_uten_aar)) for row in found.rader]
    assert signs == [*zip(PLANS, ("ov", "r", "o", "v"), strict=True)]


def test_years_of_adoption_are_told_by_the_lines_that_begin_rows(tmp_path):
    rows = [f"{name} {2010 + at} Stab" for at, name in enumerate(PLANS[:3])]
    found = read(
        tmp_path,
        "Plan Ansvar Merknad",
        *rows,
        "Plan for veier Stab",
        "stier og hovedplan",
        "bruer og energiplan",
        "havner og temaplan",
    )
    assert names(found)[:3] == PLANS[:3]


def test_a_unit_that_a_narrow_cell_cuts_goes_on_below_and_not_in_the_name(tmp_path):
    rows = [line for name in PLANS for line in (name, "2016 Samfunnsut", "vikling")]
    assert names(read(tmp_path, "Plan Vedtatt Ansvarlig", *rows)) == PLANS


def test_a_name_after_a_theme_goes_on_beside_what_is_said_of_it(tmp_path):
    rows = [f"Areal {name} 2015 Mange nye innbyggere i sentrum" for name in PLANS]
    wrapped = [
        "Areal Kommunedelplan for havn 2016 Nye kaier skal bygges i fjorden",
        "fiske, oppdrett og reiseliv samtidig som de gamle rives",
    ]
    found = read(tmp_path, "Sektor Plan Vedtatt Kommentar", *rows, *wrapped)
    assert names(found)[4:] == ["Kommunedelplan for havn fiske, oppdrett og reiseliv"]


def test_a_unit_that_stands_before_numbers_and_dates_is_no_part_of_the_name(tmp_path):
    rows = [
        f"{name} {unit} {cell}" for name, unit, cell in zip(PLANS, ["Stab", "Kultur"] * 2, ["2 3", "–", "–", "4 5"], strict=True)
    ]
    assert names(read(tmp_path, "Plan Ansvarlig 2028 2029", *rows)) == PLANS


@pytest.mark.parametrize("line", ["A Kommuneplanen", "Kapittel 3 Oversikt", "Kommuneplan og styring"])
def test_a_heading_with_a_letter_or_a_number_is_no_row(tmp_path, line):
    rows = [f"{name} X" for name in PLANS]
    assert names(read(tmp_path, "Plan 2028 2029", line, *rows)) == PLANS


def test_a_line_with_a_value_that_only_the_lines_of_rows_have_begins_a_row(tmp_path):
    rows = [f"{name} {said} Stab" for name, said in zip(PLANS, ["Utredes", "Prøves", "Drøftes", "Meldes"], strict=True)]
    found = read(tmp_path, "Plan Status Ansvarlig", *rows, "Ny flerbrukshall Byggestart Stab", "Ny brygge Byggestart Stab")
    assert names(found)[4:] == ["Ny flerbrukshall", "Ny brygge"]


def test_types_in_the_plural_head_a_group_and_begin_no_name(tmp_path):
    rows = [f"{name}\nX" for name in PLANS]
    assert names(read(tmp_path, "Plan 2028 2029", *rows, "Temaplaner", "Kultur", "Vegplan X")) == [*PLANS, "Vegplan"]


def test_a_staff_for_plans_is_a_unit_and_no_plan(tmp_path):
    rows = [f"{name}\nStab for plan og\nmiljø" for name in PLANS]
    assert names(read(tmp_path, "Plan 2028 2029 Ansvarlig", *rows)) == PLANS


def test_boxes_with_and_without_a_cross_are_of_the_year_they_stand_under(tmp_path):
    found = read(tmp_path, "Plan 2028 2029 Ansvar", *(f"{name} ☐ ☒ Stab" for name in PLANS))
    assert [(row.navn, [*row.merker]) for row in found.rader] == [(name, [2029]) for name in PLANS]


def test_numbers_that_several_rows_have_say_how_pressing_the_plans_are_and_count_none(tmp_path):
    rows = [f"{number} {name} Gir lite Stab" for number, name in zip("1123", PLANS, strict=True)]
    assert names(read(tmp_path, "Prioritet Plan Vurdering Ansvar", *rows)) == PLANS


def test_parts_of_the_year_are_marks_and_the_whole_of_it_is_one(tmp_path):
    rows = [f"{name} vår Stab" for name in PLANS]
    found = read(tmp_path, "Plan 2028 2029 Ansvarlig", *rows, "Vegplan hele", "året", "høst", "Stab")
    assert [(row.navn, row.merker, row.merker_uten_aar) for row in found.rader[3:]] == [
        ("Klimastrategi", {}, ("vår",)),
        ("Vegplan", {2028: "hele året", 2029: "høst"}, ()),
    ]
    assert "aar" in [one.felt for one in found.rader[4].tvil]


def test_what_stands_alone_on_lines_without_columns_as_a_part_of_the_year_is_of_no_name(tmp_path):
    assert names(read(tmp_path, "Plan", "", *PLANS, "vår", "høst", "hele året", "", "2028", "", "2029")) == PLANS


def test_what_a_row_says_is_asked_of_though_nothing_but_its_marks_is_read(tmp_path):
    rows = read(tmp_path, "Plan 2028 2029", *(f"{name} X X" for name in PLANS)).rader
    assert [[one.felt for one in row.tvil] for row in rows] == [["aar", "rad"]] * len(PLANS)


def test_a_chapter_below_the_rows_with_the_number_of_the_last_of_them_makes_the_numbers_no_ranks(tmp_path):
    rows = [f"{number} {name} Stab" for number, name in enumerate(PLANS, 1)]
    found = read(tmp_path, "Nr. Plan Ansvar", *rows, "4 Innspill til planene", "Statsforvalteren Savner kvikkleire")
    assert [row.nummer for row in found.rader] == ["1", "2", "3", "4"]


def test_a_year_far_ahead_below_a_name_that_ends_with_mot_is_of_it(tmp_path):
    name = ["Helse og mestring Plan for gode helse- og omsorgstjenester mot", "2040", "2018 ● ● Helse og mestring"]
    rows = [f"{name} 2018 ● ● Strategi og samfunn" for name in PLANS]
    head = "Satsingsområde Plan Sist vedtatt 2024 2025 2026 2027 Ansvarlig"
    found = read(tmp_path, head, *rows, *name, "Rusplan 2020 ● Helse og mestring")
    assert names(found)[-2:] == ["Plan for gode helse- og omsorgstjenester mot 2040", "Rusplan"]


def test_what_is_said_of_a_plan_between_its_number_and_its_name_is_not_its_name(tmp_path):
    rows = [f"{at} Rulleres hvert år etter loven.\nÅrlig {name}" for at, name in enumerate(PLANS, start=1)]
    assert names(read(tmp_path, "Nr Begrunnelse Behov Plan", *rows)) == PLANS


def test_numbered_sentences_that_nothing_else_is_said_of_are_no_rows(tmp_path):
    told = ["1. Planstrategi for Vik blir vedtatt.", "2. Arealdelen av planen skal revideres.", "3. Planen for havn skal lages."]
    found = read(tmp_path, "Plan 2028 2029 Ansvarlig", *PLANS, *told)
    assert [name for name in names(found) if name.endswith(".")] == []
    assert any("Arealdelen av planen" in one.tekst for one in found.ikke_plassert)


def test_numbers_that_count_on_from_another_table_count_below_what_is_left_of_the_headings(tmp_path):
    rows = [
        "Nr. Plan Vedtatt Behov i perioden",
        "2028–2031",
        "12 Havneplan 2016 Ny plan",
        "13 Vegplan Ny plan",
        "14 Rusplan 2014 Rullering",
    ]
    assert [(row.nummer, row.navn) for row in read(tmp_path, *rows).rader] == [
        ("12", "Havneplan"),
        ("13", "Vegplan"),
        ("14", "Rusplan"),
    ]


def test_headings_that_all_head_columns_head_a_table_though_no_list_of_lines_has_them(tmp_path):
    rows = ["Reguleringsplan Status Vidare arbeid", *(f"{name} Under arbeid Til høyring" for name in PLANS)]
    assert names(read(tmp_path, *rows)) == [*PLANS]


def test_a_heading_nobody_knows_is_one_where_half_of_those_beside_it_are_known(tmp_path):
    rows = ["Plan Mål Arbeidsmengd Leiar arbeidet", "Klimaplan Kutt i utslepp Stor Samfunnsavdelinga"]
    rows += [
        "Plan for bibliotek og kulturskule Eitt felles kulturhus Middels Kulturavdelinga",
        "Vegplan Trygge vegar Stor Samfunnsavdelinga",
    ]
    found = names(read(tmp_path, *rows, "Rusplan Tidleg hjelp Middels Kulturavdelinga"))
    assert found == ["Klimaplan", "Plan for bibliotek og kulturskule", "Vegplan", "Rusplan"]


def test_the_number_in_the_register_of_plans_stands_before_a_name_or_after_it_and_is_not_of_it(tmp_path):
    ids = ["2019-04", "4699-202001", "2021-02", "2023-01"]
    after = [f"{name} {number} Under arbeid X" for name, number in zip(PLANS, ids, strict=False)]
    before = [f"{number} {name} Under arbeid X" for name, number in zip(PLANS, ids, strict=False)]
    assert names(read(tmp_path, "Reguleringsplan PlanID Status 2028 2029", *after)) == [*PLANS]
    assert names(read(tmp_path, "PlanID Reguleringsplan Status 2028 2029", *before)) == [*PLANS]


def test_the_years_of_a_plan_are_no_number_in_the_register_of_plans(tmp_path):
    plans = [f"{name} 2028-{end}" for name, end in zip(PLANS, ["2039", "2031", "33", "2035"], strict=True)]
    assert names(read(tmp_path, "Nr", "Plan", *plans, "Vedtatt", "2019")) == plans


def test_what_several_rows_say_over_lines_is_of_none_of_their_names(tmp_path):
    rows = [line for name in PLANS for line in (name, "Må utarbeides", "grunnet lovkrav i", "2029")]
    assert names(read(tmp_path, "Plan", "Behov", *rows)) == PLANS


def test_what_several_names_end_with_is_of_each(tmp_path):
    rows = [line for name in PLANS for line in (name, "for hele kommunen", "Stab")]
    assert names(read(tmp_path, "Plan", "Ansvarlig", *rows)) == [f"{name} for hele kommunen" for name in PLANS]


def test_a_heading_and_a_type_that_narrow_cells_part_are_no_names(tmp_path):
    rows = [line for name in PLANS for line in (name, "Kommune-", "delplan", "Stab")]
    found = read(
        tmp_path, "Plan", "Plan-", "form", "Ansvar", *rows, "Vegplan", "KDP", "Stab", "Rusplan", "Kommune-delplan", "Stab"
    )
    assert names(found) == [*PLANS, "Vegplan", "Rusplan"]


def test_a_type_that_stands_once_more_after_a_name_is_of_the_name_it_begins(tmp_path):
    plans = [*PLANS, "Kommunedelplan Vik tettsted"]
    rows = [line for name in plans for line in (name, "Kommunedelplan", "2019")]
    assert names(read(tmp_path, "Plan Plantype Vedtatt", *rows)) == plans


def test_what_stands_among_names_that_follow_each_other_is_one_and_what_heads_a_group_or_is_a_unit_is_none(tmp_path):
    others = ["Oppheving av reguleringsplaner", "Indre torg"]
    rows = [*PLANS[:3], *others, "Andre planer", "Oppvekst", PLANS[3], "X", "X"]
    assert names(read(tmp_path, "Plan 2028 2029", *rows)) == [*PLANS[:3], *others, PLANS[3]]


def test_a_type_that_begins_blocks_which_go_on_below_it_fills_no_column(tmp_path):
    cut = [line for theme in ("Vik", "Dal", "Havna") for line in ("", "Kommunedelplan", theme, "", "X")]
    found = read(tmp_path, "Plan 2028 2029", *(f"{name} X" for name in PLANS), *cut)
    assert names(found)[4:] == [f"Kommunedelplan {theme}" for theme in ("Vik", "Dal", "Havna")]


def test_of_two_spans_of_years_after_a_name_the_second_is_of_no_name(tmp_path):
    rows = [line for name in PLANS for line in (f"{name} 2018–2028", "2029–2034", "Ny", "Stab")]
    assert names(read(tmp_path, "Plan", "Gjelder", "Behov", "Ansvarlig", *rows)) == [f"{name} 2018–2028" for name in PLANS]


def test_a_name_after_a_value_on_the_line_of_another_is_a_row_of_its_own(tmp_path):
    found = read(tmp_path, "Plan Ansvarlig", *PLANS, "Plan for legetenesta 2012 - 2016 Plan for psykisk helse Havneplan")
    assert names(found)[-2:] == ["Plan for psykisk helse", "Havneplan"]
