"""The cells of a line whose columns are lost: where the name ends, what is no name, and which year a mark is of."""

import pytest
from texts_without_columns import PLANS, names, read


@pytest.mark.parametrize("cell", ["Utvalg for plan og miljø", "Plan", "Plan- og bygningsloven § 11-1"])
@pytest.mark.parametrize("apart", [" ", "\n"], ids=["one line a row", "lines"])
def test_a_committee_a_unit_and_an_act_that_have_the_word_of_plans_are_no_plans(tmp_path, cell, apart):
    found = read(tmp_path, "Plan 2028 2029 Utvalg", *(f"{name}{apart}X{apart}{cell}" for name in PLANS))
    assert names(found) == PLANS


@pytest.mark.parametrize("sign", ["\t", " "], ids=["tabs", "lost"])
def test_the_plans_that_a_municipality_needs_head_a_column_of_names(tmp_path, sign):
    head = sign.join(("Planbehov i Vik 2028–2031", "Plantype", "Lovkrav", "Ansvar"))
    rows = [sign.join((name, "Temaplan", "Kommuneloven § 14-2", "Stab")) for name in PLANS]
    found = read(tmp_path, head, *rows)
    assert [(row.navn, dict(row.annet).get("plantype", "Temaplan")) for row in found.rader] == [
        (name, "Temaplan") for name in PLANS
    ]


def test_a_year_that_most_names_are_followed_by_is_no_part_of_them_where_no_heading_says_so(tmp_path):
    rows = [f"{name} 201{at} 4. år X X Formannskapet" for at, name in enumerate(PLANS)]
    found = read(tmp_path, "Plan 2028 2029 2030 Utvalg", *rows, "Omsorgsplan 2030 X X")
    assert names(found) == [*PLANS, "Omsorgsplan 2030"]
    assert [row.annet[0] for row in found.rader[:4]] == [("år", f"201{at}") for at in range(4)]


def test_a_letter_alone_is_a_mark_where_others_have_it_in_a_row(tmp_path):
    found = read(
        tmp_path, "Plan 2028 2029 2030 Ansvarlig", *(f"{name} O V V Teknisk" for name in PLANS), "Skolebruksplan O Teknisk"
    )
    assert (found.rader[-1].navn, found.rader[-1].merker_uten_aar) == ("Skolebruksplan", ("O",))


def test_what_stands_once_between_a_name_and_its_mark_is_the_unit_where_all_others_have_one(tmp_path):
    rows = [f"{name} Teknisk drift X" for name in PLANS]
    found = read(tmp_path, "Plan Ansvarlig 2028 2029", *rows, "Plan for oppvekst Skole X")
    assert [(row.navn, row.ansvarlig) for row in found.rader[-2:]] == [
        (PLANS[-1], "Teknisk drift"),
        ("Plan for oppvekst", "Skole"),
    ]


def test_numbers_of_two_parts_go_on_in_the_next_group_where_a_narrow_cell_cuts_the_name(tmp_path):
    numbers = ["1.1", "1.2", "2.1", "2.2"]
    rows = [f"{number} Kommune- X\ndelplan for {place}" for number, place in zip(numbers, "ABCD", strict=True)]
    assert [row.nummer for row in read(tmp_path, "Nr. Plan 2028 2029", *rows).rader] == numbers


def test_a_year_after_mot_is_of_the_name(tmp_path):
    rows = [f"{name} 2029 Stab" for name in PLANS[:3]]
    found = read(tmp_path, "Plan Frist Ansvarlig", *rows, "Havneplan mot 2040", "Skoleplan for nord 2030 Ny")
    assert names(found) == [*PLANS[:3], "Havneplan mot 2040", "Skoleplan for nord"]


def test_a_year_below_a_time_limit_is_not_of_the_name(tmp_path):
    rows = [f"{name} Årlig Stab" for name in PLANS]
    found = read(tmp_path, "Plan Frist Ansvarlig", *rows, "Skoleplan for nord 2030 Stab", "Vegplan 2031")
    assert names(found) == [*PLANS, "Skoleplan for nord", "Vegplan 2031"]


def test_dashes_beside_each_other_are_empty_cells_after_the_name(tmp_path):
    rows = [f"{name} 2028 2029 Plan og miljø" for name in PLANS[1:]]
    found = read(tmp_path, "Plan Oppstart Vedtak Sektor", *rows, "Vegplan – – Stab og støtte")
    assert (names(found), found.rader[-1].merker) == ([*PLANS[1:], "Vegplan"], {})


def test_a_month_alone_in_a_cell_is_no_part_of_the_name(tmp_path):
    rows = [f"{name} Juni 2028 Stab" for name in PLANS]
    found = read(tmp_path, "Plan Frist Ansvarlig", *rows, "Vegplan for bygdene i Desember Stab", "nord")
    assert names(found) == [*PLANS, "Vegplan for bygdene i nord"]


def test_the_likeliest_way_to_count_is_taken_where_years_cut_in_narrow_columns_count_as_well(tmp_path):
    rows = [f"{number}\n{name} Stab" for number, name in enumerate(PLANS, 1)]
    found = read(tmp_path, "Nr Plan Ansvarlig", "20", "21", "22", "23", *rows)
    assert [(row.nummer, row.navn) for row in found.rader] == [(str(at), name) for at, name in enumerate(PLANS, 1)]


def test_numbers_begin_anew_also_where_they_stand_alone_above_the_names(tmp_path):
    rows = [f"{number}\n{name} {place} Stab" for place in ("Nord", "Sør") for number, name in enumerate(PLANS, 1)]
    assert [row.nummer for row in read(tmp_path, "Nr Plan Ansvarlig", *rows).rader] == [*map(str, range(1, len(PLANS) + 1))] * 2


def test_a_number_with_each_digit_on_a_line_is_one_number(tmp_path):
    names_ = [
        f"Plan for {place}" for place in ("bru", "fjell", "havn", "idrett", "jord", "kai", "lys", "mat", "natur", "og", "vei")
    ]
    lines = ["\n".join([*str(number), name, "Stab"]) for number, name in enumerate(names_, 1)]
    assert [row.nummer for row in read(tmp_path, "Nr Plan Ansvarlig", *lines).rader][-2:] == ["10", "11"]


PLACES = [(5, "Nordre havn"), (6, "Gamle bru"), (7, "Øvre torg")]


def test_a_type_of_plan_that_a_number_counts_goes_on_below(tmp_path):
    rows = [f"{number} {name} X X" for number, name in enumerate(PLANS, 1)]
    found = read(tmp_path, "Nr Plan 2028 2029", *rows, *(f"{at} Temaplan\n{place}\nX X" for at, place in PLACES))
    assert names(found) == [*PLANS, *(f"Temaplan {place}" for _, place in PLACES)]


def test_what_stands_beside_numbers_is_no_plan_where_names_stand_elsewhere(tmp_path):
    rows = [f"{number} {name} X" for number, name in enumerate(PLANS, 1)]
    found = read(tmp_path, "Nr Plan 2028 2029", *rows, "5 X", "6 X", "7 Startes i Vik X")
    assert names(found) == PLANS


def test_numbers_in_a_column_of_their_own_are_no_rows_and_no_marks(tmp_path):
    found = read(tmp_path, "Nr", "Plan", "1", "2", "3", "4", *PLANS, "2028 2029", "X", "X X")
    assert names(found) == PLANS
    assert {sign for row in found.rader for sign in (*row.merker.values(), *row.merker_uten_aar)} <= {"X"}


def test_the_numbers_of_a_table_may_count_on_from_the_table_before(tmp_path):
    rows = [part for at, name in enumerate(PLANS, 10) for part in (str(at), name, "X", "X")]
    found = read(tmp_path, "Nr", "Plan", "2028 2029 2030 2031", *rows)
    assert [(row.nummer, row.navn, row.merker) for row in found.rader] == [
        (str(at), name, {}) for at, name in enumerate(PLANS, 10)
    ]


@pytest.mark.parametrize("number", ["Side 1 av 1", "\nSide 1"])
def test_what_runs_above_the_number_of_the_only_page_is_no_row(tmp_path, number):
    assert names(read(tmp_path, "Plan", "2028 2029", *PLANS, "X", "Planstrategi Vik", number)) == PLANS


@pytest.mark.parametrize("sign", ["| ", ""])
def test_the_foot_of_each_page_and_the_head_below_it_are_no_rows_where_nothing_parts_pages(tmp_path, sign):
    feet = [f"Kommunal planstrategi 2028–2031 – utkast {sign}{number}" for number in (2, 3)]
    found = read(tmp_path, "Plan 2028 2029", *PLANS[:2], feet[0], "Vik kommune", *PLANS[2:], feet[1], "Vik kommune")
    assert (names(found), found.ikke_plassert) == (PLANS, ())


@pytest.mark.parametrize(
    "foot",
    [
        "Vik kommune – planstrategi",
        "Side – Kommunal planstrategi Vik",
        "Kommunal planstrategi 2028–2031 | Vik kommune",
        "Planstrategi for Vik kommune – vedtatt av kommunestyret 18.06.2028",
    ],
)
def test_whose_planstrategi_it_is_at_the_edge_of_a_page_is_told_and_no_row(tmp_path, foot):
    found = read(tmp_path, "Plan 2028 2029", *(f"{name} X X" for name in PLANS), foot, "Planstrategi X X", foot)
    assert (names(found), {one.tekst for one in found.ikke_plassert}) == ([*PLANS, "Planstrategi"], {foot})


@pytest.mark.parametrize("number", ["1 ", "¹ "])
def test_a_footnote_below_numbered_rows_is_told_and_no_row(tmp_path, number):
    note = f"{number}Handlingsplanen for klima rulleres hvert år og er ikke ført som egen plan."
    found = read(tmp_path, "Nr Plan 2028 2029", *(f"{at} {name} X X" for at, name in enumerate(PLANS, 1)), note)
    assert (names(found), [one.tekst for one in found.ikke_plassert]) == (PLANS, [note])


def test_what_colours_mean_is_told_and_neither_a_row_nor_said_of_the_last(tmp_path):
    legend = ["Fargekoder:", "Revisjon av plan", "Ny plan", "Oppheves"]
    found = read(tmp_path, "Plan Ansvar 2028 2029", *(f"{name} Stab" for name in PLANS), *legend)
    assert [(row.navn, row.ord, row.kommentar) for row in found.rader] == [(name, "", "") for name in PLANS]
    assert [one.tekst for one in found.ikke_plassert] == legend


@pytest.mark.parametrize("said", ["Administrativ plan", "Ny oversikt", "Tas inn i folkehelseplanen"])
def test_what_is_said_of_a_plan_with_the_word_for_plans_is_no_plan(tmp_path, said):
    assert names(read(tmp_path, "Plan Ansvar 2028 2029", *(f"{name} Stab" for name in PLANS), said)) == PLANS


def test_a_dash_before_a_mark_or_before_who_is_responsible_is_an_empty_cell(tmp_path):
    rows = [f"{name} – U Stab" for name in PLANS]
    found = read(tmp_path, "Plan Vedtatt 2028 2029 Ansvarlig", *rows, "Demensplan Utgår – Stab")
    assert [(row.navn, row.merker_uten_aar) for row in found.rader] == [*((name, ("U",)) for name in PLANS), ("Demensplan", ())]


def test_numbered_headings_among_numbered_rows_are_no_rows(tmp_path):
    rows = [
        "1. Kommuneplan",
        f"1 {PLANS[0]} Stab",
        f"2 {PLANS[1]} Stab",
        "2. Kommunedelplaner",
        *(f"{at} {PLANS[at + 1]} Stab" for at in (1, 2)),
    ]
    assert names(read(tmp_path, "Nr Plan Ansvarlig Kommentar", *rows)) == PLANS


def test_an_open_comma_says_that_a_name_of_several_plans_goes_on(tmp_path):
    found = read(tmp_path, "Plan Ansvar 2028 2029", *PLANS, "", "Skjøtselsplaner for Nordøya,", "Holmane og Vika", "", "Stab")
    assert names(found) == [*PLANS, "Skjøtselsplaner for Nordøya, Holmane og Vika"]


def test_a_sentence_over_two_lines_that_begins_with_a_part_of_a_plan_is_no_plan(tmp_path):
    rows = [f"{name} X Stab" for name in PLANS]
    found = read(tmp_path, "Plan 2028 2029 Ansvar Merknad", *rows, "Handlingsprogrammet", "blir rullert kvart år")
    assert names(found) == PLANS


def test_numbers_with_the_letter_of_their_group_count_rows(tmp_path):
    rows = [f"{number} {name} Revideres Stab" for number, name in zip(("A1", "A2", "B1", "B2"), PLANS, strict=True)]
    found = read(tmp_path, "Nr Plan Planbehov Ansvarlig", *rows)
    assert [(row.nummer, row.navn) for row in found.rader] == [*zip(("A1", "A2", "B1", "B2"), PLANS, strict=True)]


@pytest.mark.parametrize(("head", "marks"), [("Ansvarlig", ()), ("Årsverk", ("2",))])
def test_a_number_alone_is_no_mark_where_no_column_has_years_or_amounts(tmp_path, head, marks):
    found = read(tmp_path, "Nr", "Plan", "Planbehov", head, *(f"{name}\n2\nRevideres" for name in PLANS))
    assert [(row.navn, row.merker_uten_aar) for row in found.rader] == [(name, marks) for name in PLANS]


def test_the_act_and_how_pressing_a_plan_is_stand_beside_its_name(tmp_path):
    rows = [f"{at} {name} Plan- og bygningsloven § 11-{at} Stab" for at, name in enumerate(PLANS, 1)]
    more = [
        "5 Demensplan bør 2028 Stab",
        "6 Temaplan for det pbl. § 11-1 kan vente Stab",
        "gamle sentrum",
        "Side – Planstrategi Vik",
    ]
    found = read(tmp_path, "# Plan Hjemmel Når Ansvarlig enhet", *rows, *more)
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [
        (name, "Stab") for name in (*PLANS, "Demensplan", "Temaplan for det gamle sentrum")
    ]


def test_a_unit_with_the_role_in_it_stands_beside_the_name(tmp_path):
    units = ["Stab / plansjef", "Plan og bygg / arealplanleggar", "Miljø / rådgjevar", "Næring / næringssjef"]
    rows = [f"{name} {unit}" for name, unit in zip(PLANS, units, strict=True)]
    found = read(tmp_path, "Plan Ansvar Merknad", *rows)
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [*zip(PLANS, units, strict=True)]


def test_a_plan_with_two_years_beside_it_is_no_heading(tmp_path):
    found = read(tmp_path, "Plan Behov Start Ferdig", *(f"{name} Revideres 2028 2029" for name in PLANS))
    assert names(found) == PLANS


BESIDE = [
    ("Kommuneplanens Revideres i sin helhet. 2028 2029 Plan", "arealdel 2017–2029 Strandsonen må vurderes", "på nytt."),
    ("Plan for barnehage- og Synkende barnetall gjør at 2028 2028 Skole", "skolestruktur skoleanleggene må tilpasses."),
    ("Kommuneplanens Full revisjon 2028 2029 Stab", "samfunnsdel"),
    ("Havneplan Ny plan. Mange skip må 2028 2028 Teknisk", "ligge lenger."),
]


def test_a_name_goes_on_beside_other_cells_no_longer_than_its_column_is_wide(tmp_path):
    found = read(
        tmp_path,
        "Plannavn Vurdering Oppstart Vedtak Ansvarlig",
        *(line for row in BESIDE for line in row),
        "Demensplan",
        "Veiplan",
    )
    wanted = [
        "Kommuneplanens arealdel 2017–2029",
        "Plan for barnehage- og skolestruktur",
        "Kommuneplanens samfunnsdel",
        "Havneplan",
    ]
    assert names(found) == [*wanted, "Demensplan", "Veiplan"]
    assert ["navn" in [one.felt for one in row.tvil] for row in found.rader[:4]] == [True, True, True, False]


@pytest.mark.parametrize("first", ["Alkoholpolitisk", "Strategisk", "Helhetlig risiko- og"])
def test_the_word_that_tells_of_a_plan_may_stand_on_the_second_line_of_its_name(tmp_path, first):
    last = "sårbarhetsanalyse" if first.endswith("og") else "handlingsplan"
    found = read(tmp_path, "Plan Vurdering", *(f"{name} Ny plan" for name in PLANS), first, f"{last} Ja", "Kulturplan Ny plan")
    assert names(found) == [*PLANS, f"{first} {last}", "Kulturplan"]


def test_marks_that_name_their_years_are_of_those_also_where_columns_are_lost(tmp_path):
    found = read(tmp_path, "Plan 2028–2029 2030–2031", *(f"{name} O: 2028 V: 2030" for name in PLANS))
    assert [(row.navn, row.merker, bool(row.tvil)) for row in found.rader] == [
        (name, {2028: "O", 2030: "V"}, True) for name in PLANS
    ]


def test_as_many_marks_as_columns_of_two_years_are_of_both(tmp_path):
    found = read(tmp_path, "Plan 2028–29 2030–31 Merknad", *(f"{name} X X" for name in PLANS))
    assert [row.merker for row in found.rader] == [dict.fromkeys((2028, 2029, 2030, 2031), "X")] * 4


def test_a_number_and_crosses_are_not_the_marks_of_as_many_years(tmp_path):
    rows = [part for name in PLANS for part in (name, "1", "X", "X")]
    found = read(tmp_path, "Plan", "Prioritet", "2028 2029 2030", *rows)
    assert [(row.navn, row.merker) for row in found.rader] == [(name, {}) for name in PLANS]


def test_two_years_after_what_is_decided_are_no_part_of_the_name(tmp_path):
    rows = [part for name in PLANS for part in (name, "Ny plan", "2029–2030")]
    assert names(read(tmp_path, "Plan", "Hva gjøres", "Behov", "Merknad", *rows)) == PLANS


def test_what_is_decided_is_all_read_as_that_where_no_column_is_of_adoption(tmp_path):
    found = read(tmp_path, "Plan", "Behov", "Merknad", *(part for name in PLANS for part in (name, "Rulleres", "Årlig")))
    assert [(row.ord, row.vedtatt) for row in found.rader] == [("Rulleres; Årlig", "")] * 4


def test_a_table_of_two_columns_that_tabs_hold_has_a_name_and_who_is_responsible(tmp_path):
    found = read(tmp_path, "Plan\tAnsvarlig", *(f"{name}\tTeknisk drift" for name in PLANS))
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [(name, "Teknisk drift") for name in PLANS]


def test_numbers_within_lines_count_no_rows_where_no_name_follows_them(tmp_path):
    rows = [f"{name} Ny plan {at} Teknisk drift" for at, name in enumerate(PLANS, 1)]
    assert [(row.nummer, row.navn) for row in read(tmp_path, "Plan Behov Prioritet Ansvarlig", *rows).rader] == [
        ("", name) for name in PLANS
    ]


@pytest.mark.parametrize("head", ["Vedtatt", "Vedtat"])
def test_a_heading_whose_word_a_narrow_cell_has_cut_is_one(tmp_path, head):
    rows = [f"{at} {name} 2016 Stab" for at, name in enumerate(PLANS, 1)]
    found = read(tmp_path, f"Nr Plan {head} Ansvarlig Vurdering", *rows)
    assert [(row.navn, row.annet, row.ansvarlig) for row in found.rader] == [(name, (("år", "2016"),), "Stab") for name in PLANS]


def test_numbers_of_chapters_may_count_rows(tmp_path):
    rows = [f"{number} {name} X" for number, name in zip(("1.1", "1.2", "2.1", "2.2"), PLANS, strict=True)]
    found = read(tmp_path, "Nr Plan 2028 2029", *rows)
    assert [(row.nummer, row.navn) for row in found.rader] == [
        ("1.1", PLANS[0]),
        ("1.2", PLANS[1]),
        ("2.1", PLANS[2]),
        ("2.2", PLANS[3]),
    ]


def test_a_number_below_priority_is_no_part_of_a_name(tmp_path):
    rows = [f"{name} {at} Krav i lov" for at, name in enumerate(PLANS, 1)]
    assert names(read(tmp_path, "Plan Prioritet Merknad", *rows)) == PLANS


@pytest.mark.parametrize("said", ["Ny havneplan", "Felles beredskapsplan"])
def test_a_text_beside_a_row_names_no_plan_of_its_own(tmp_path, said):
    rows = [f"{name} 201{at} Ja {said}" for at, name in enumerate(PLANS)]
    assert names(read(tmp_path, "Plan Vedtatt Behov Kommentar", *rows)) == PLANS


@pytest.mark.parametrize("said", ["Innarbeider kommunedelplanene", "Felles plan", "Eigen plan for leidningar"])
def test_what_a_comment_begins_with_names_no_plan(tmp_path, said):
    rows = [part for name in PLANS for part in (name, "2016", "Ja")]
    assert names(read(tmp_path, "Plan", "Vedtatt", "Behov", "Kommentar", *rows, said)) == PLANS


@pytest.mark.parametrize("unit", ["Stab", "Helse, skole og kultur"])
@pytest.mark.parametrize("row", ["{name} 2016 {unit} Krav i lov", "{name} X {unit} Krav i lov", "{name} 2016 Ja {unit}"])
def test_who_is_responsible_stands_after_a_year_or_a_mark_or_last(tmp_path, row, unit):
    found = read(tmp_path, "Plan Vedtatt 2028 2029 Ansvarlig", *(row.format(name=name, unit=unit) for name in PLANS))
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [(name, unit) for name in PLANS]


def test_a_year_of_adoption_before_who_is_responsible_is_no_part_of_the_name(tmp_path):
    rows = ["Havneplan 2016 Full revisjon RÅDM", "Plan for støy 2019 Ny", "Skoleplan 2017 RÅDM", "Omsorgsplan 2030"]
    found = read(tmp_path, "Plan Vedtatt Behov Ansvarlig", *rows)
    assert names(found) == ["Havneplan", "Plan for støy", "Skoleplan", "Omsorgsplan 2030"]


def test_an_open_line_with_a_capital_goes_on_with_the_name_above_it(tmp_path):
    lines = [part for name in PLANS for part in (name, "Ja")]
    found = read(tmp_path, "Plan", "Behov", "Kommentar", *lines, "Kommunedelplan for", "Vik sentrum med", "havna", "Ja")
    assert names(found) == [*PLANS, "Kommunedelplan for Vik sentrum med havna"]


def test_a_name_that_is_whole_is_not_put_together_with_the_word_below(tmp_path):
    rows = [f"{name} X" for name in PLANS]
    found = read(tmp_path, "Plan 2028 2029", *rows, "Kommuneplanens samfunnsdel", "stab X")
    assert not [name for name in names(found) if "samfunnsdelstab" in name]


@pytest.mark.parametrize(
    "head", ["Plan/tema Beskrivelse Ansvarlig", "Plan Kva skal gjerast Ansvar", "Plan Hvorfor Ansvarlig", "Plan Hvem Vurdering"]
)
def test_words_that_municipalities_set_above_columns_are_headings(tmp_path, head):
    found = read(tmp_path, "Sørlia og Vik", head, *(f"{name} Krav i lov Stab" for name in PLANS[:2]))
    assert names(found) == PLANS[:2]


def test_the_only_year_of_a_column_of_adoption_is_no_part_of_a_name(tmp_path):
    rows = [f"{PLANS[0]} 2016 X", *(f"{name} X" for name in PLANS[1:])]
    assert names(read(tmp_path, "Plan Sist 2028 2029", *rows)) == PLANS


def test_what_goes_out_is_decided(tmp_path):
    found = read(tmp_path, "Plan Behov Ansvarlig", *(f"{name} Går ut Stab" for name in PLANS))
    assert [(row.navn, row.ord) for row in found.rader] == [(name, "Går ut") for name in PLANS]


def test_a_name_that_ends_in_a_word_for_how_something_is_goes_on(tmp_path):
    rows = [f"{name} X Krav i lov" for name in PLANS]
    found = read(tmp_path, "Plan 2028 2029 Merknad", *rows, "Plan for kommunale X Krav i lov", "veier")
    assert names(found) == [*PLANS, "Plan for kommunale veier"]


@pytest.mark.parametrize("begun", ["Plan for veg langs", "Plan for vekst rundt", "Strategi for eit"])
def test_a_name_that_ends_in_a_word_before_another_goes_on_with_a_capital(tmp_path, begun):
    rows = [f"{name} X" for name in PLANS]
    assert names(read(tmp_path, "Plan 2028 2029", *rows, f"{begun} X", "Vik og omegn"))[4:] == [f"{begun} Vik og omegn"]


def test_who_is_responsible_may_stand_beside_a_name_that_goes_on(tmp_path):
    rows = [f"{name} Teknisk drift X" for name in PLANS]
    found = read(tmp_path, "Plan Ansvarlig 2028 2029", *rows, "Plan for kommunale veier, Landbruk X", "stier og bruer")
    assert [(row.navn, row.ansvarlig) for row in found.rader[-1:]] == [("Plan for kommunale veier, stier og bruer", "Landbruk")]


WRAPPED = [
    "Kommunedelplan for havn 2016 Nye kaier skal bygges i fjorden",
    "fiske, oppdrett og reiseliv samtidig som de gamle rives",
    "Plan for barn og oppvekst, 2019 Foreldre og elever er med i",
    "helse, miljø og gode levekår arbeidet",
    "i bygdene",
]


def test_words_of_lines_that_cells_share_are_of_the_cell_they_fit(tmp_path):
    found = read(tmp_path, "Plan Vedtatt Kommentar", *(f"{name} 2015 Mange nye innbyggere i sentrum" for name in PLANS), *WRAPPED)
    assert names(found)[4:] == [
        "Kommunedelplan for havn fiske, oppdrett og reiseliv",
        "Plan for barn og oppvekst, helse, miljø og gode levekår i bygdene",
    ]
    assert ["navn" in [one.felt for one in row.tvil] for row in found.rader] == [False] * 4 + [True] * 2


def test_short_forms_of_what_is_decided_and_a_stage_are_no_names(tmp_path):
    rows = [f"{name} {need} X" for name, need in zip(PLANS, ("Rev.", "Vid.", "Ny", "Planprogram"), strict=True)]
    assert names(read(tmp_path, "Plan Type 2028 2029", *rows)) == PLANS
    stages = [part for name in PLANS for part in (name, "Planprogram", "Vedtak")]
    assert names(read(tmp_path, "Plan", "2028 2029", *stages)) == PLANS


AFTER = {
    "seasons": ("Plan Start Slutt Ansvar", "vår 2028 haust 2028 Stab"),
    "half years": ("Plan Start Slutt Ansvar", "1. halvår 2028 2. halvår 2029 Stab"),
    "amounts": ("Plan Kostnad Ressursbruk Ansvar", "kr 350 000 0,5 årsverk Stab"),
    "cases": ("Plan Sak Ansvar", "41/18 Stab"),
    "acts": ("Plan Lovheimel Ansvar", "koml. § 14-2 Stab"),
    "who is responsible in parentheses": ("Plan (ansvarlig enhet) 2028 2029", "(Helse og omsorg) ✓"),
}


@pytest.mark.parametrize(("head", "cells"), AFTER.values(), ids=AFTER)
def test_what_stands_in_the_columns_beside_a_name_is_no_part_of_it(tmp_path, head, cells):
    assert names(read(tmp_path, head, *(f"{name} {cells}" for name in PLANS))) == PLANS


def test_a_sentence_after_what_is_decided_is_no_part_of_the_name_on_its_line(tmp_path):
    rows = [f"{name} Ny. Lages sammen med" for name in PLANS]
    assert names(read(tmp_path, "Plan Begrunnelse Ansvarlig", *(part for row in rows for part in (row, "alle. Stab")))) == PLANS


def test_a_role_that_stands_once_where_who_is_responsible_does_is_no_part_of_the_name(tmp_path):
    rows = [f"{name} {role}" for name, role in zip(PLANS, ("Plansjef", "Havneleder", "Rådgiver", "Miljøleder"), strict=True)]
    assert names(read(tmp_path, "Plan Ansvarlig 2028 2029", *rows)) == PLANS


def test_what_is_decided_in_small_letters_after_the_letter_of_a_type_is_not_of_the_name(tmp_path):
    rows = [f"{name} T 2019 x (x) Kultur" for name in PLANS]
    found = read(tmp_path, "Plan Type 2028 2029 Enhet", *rows, "Kulturplan T ny x (x) Kultur")
    assert names(found) == [*PLANS, "Kulturplan"]


def test_the_years_at_the_end_of_a_name_are_no_number_of_the_register_of_plans(tmp_path):
    plans = [f"{name} 2028-2035" for name in PLANS]
    rows = [f"{number} {name} 01.02.2024 Revideres" for number, name in enumerate(plans, start=1)]
    assert names(read(tmp_path, "Nr Plan Vedtatt Behov", *rows)) == plans


def test_a_number_that_is_glued_to_a_name_is_no_part_of_it_where_those_of_other_rows_stand_elsewhere(tmp_path):
    found = read(tmp_path, "Nr Plan Ansvar", "3 Havneplan", "Plan for støy", "Byplan", "7", "9 Klimastrategi", "1", "2")
    assert names(found) == ["Havneplan", "Plan for støy", "Byplan", "Klimastrategi"]


def test_numbers_of_three_parts_count_rows_below_chapters_whose_numbers_do_not(tmp_path):
    areal = [f"5.1.{at} {name} Rulleres 2028" for at, name in enumerate(PLANS[:2], 1)]
    helse = [f"5.2.{at} {name} Rulleres 2028" for at, name in enumerate(PLANS[2:], 1)]
    heads = "Nr. Plan Rullering / ny plan"
    found = read(tmp_path, "5.1 Overordnede planer", heads, *areal, "5.2 Helse og velferd", heads, *helse)
    assert names(found) == PLANS
    assert [row.nummer for row in found.rader] == ["5.1.1", "5.1.2", "5.2.1", "5.2.2"]


def test_names_on_one_line_end_where_an_abbreviation_or_a_task_begins_the_next(tmp_path):
    told = ["Kommuneplanens arealdel 2014-2025", "KDP for Vik 2010-2022", "Reguleringsplan for Nes"]
    told += ["Revisjon av reguleringsplan i Dal", "Revisjon av reguleringsplan i Bø"]
    assert names(read(tmp_path, "Plan Ansvarlig", *PLANS, " ".join(told))) == [*PLANS, *told]


def test_what_heads_a_column_after_a_name_is_not_of_it(tmp_path):
    assert names(read(tmp_path, "Plan 2028 2029", *PLANS, "Beitebruksplan Plan", "X")) == [*PLANS, "Beitebruksplan"]


def test_a_type_of_plan_after_the_stop_of_a_name_is_of_it(tmp_path):
    name = "Strategiplan for barn og unge i dalen. Sektorplan"
    assert names(read(tmp_path, "Plan Ansvarlig", *PLANS, name)) == [*PLANS, name]
