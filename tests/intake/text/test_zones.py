"""Where in a text tables of plans stand whose columns are lost, what stands beside them, and how much is looked at."""

import pytest
from texts_without_columns import PLANS, names, read

from planstrategi.intake.text import zones as of_text
from planstrategi.intake.text.lines import clean_lines
from planstrategi.intake.text.zones import zones


@pytest.mark.parametrize("rows", ["2024 2025 2026\n", "2024 2025 2026\n\n", "Temaplan\nFagplan\nKommuneplan\n"])
def test_lines_that_all_look_as_headings_are_each_looked_at_a_few_times(monkeypatch, rows):
    looked = list[str]()
    ends = of_text.ends_tables
    monkeypatch.setattr(of_text, "ends_tables", lambda text: looked.append(text) or ends(text))
    lines = clean_lines(rows * 120)
    assert zones(lines, 0) == []
    assert len(looked) < 3 * len(lines)


ROWS = [f"{name} Stab X" for name in PLANS]
HEAD = "Plan Ansvar 2028 2029"


@pytest.mark.parametrize(
    "other",
    [
        ("Status for planstrategien 2024–2027", "Planer i forrige periode Resultat", "Byplan Vedtatt 2026", "Skoleplan Utgår"),
        ("3.1 Oppfølging av planstrategi 2024–2027", "Byplan Vedtatt 2026", "Skoleplan Utgår"),
        ("Lov Lovkrav", "Plan- og bygningsloven § 10-1 Planstrategi hvert fjerde år", "Barnevernsloven § 15-1 Byplan"),
        (
            "Regionale planer",
            "Fylket reviderer disse:",
            "Regional plan Framdrift",
            "Regional plan for handel Vedtak 2026",
            "Regional plan for vann",
        ),
        ("Lov Paragraf Hva loven krever", "Barnevernsloven § 15-1 Forebyggende plan", "Alkoholloven § 1-7 d Alkoholplan"),
        ("Regionale føringer", "Regional plan for handel", "Regional plan for vann X"),
        ("Samarbeid og regionale planar", "Regional plan for villrein X", "Regional plan for vann X"),
        ("Disse lovene stiller krav om planer:", "Alkoholloven (alkoholplan) X"),
        ("Møteplan 2028", "Formannskapet X", "Kommunestyret X"),
    ],
    ids=["status", "status in a chapter", "laws", "regional", "laws and sections", "guidance", "cooperation", "acts", "meetings"],
)
def test_a_table_of_the_period_before_or_of_what_laws_require_ends_the_plans_above_it(tmp_path, other):
    assert names(read(tmp_path, HEAD, *ROWS, *other)) == PLANS


def test_a_remark_that_speaks_of_the_period_before_ends_no_table(tmp_path):
    assert names(read(tmp_path, "Plan Vedtatt Merknad", *(f"{name} 2021 Ny i forrige periode" for name in PLANS))) == PLANS


def test_what_stands_above_a_sentence_heads_nothing_below_it(tmp_path):
    laws = ["Lovgrunnlag", "Barnevernsloven § 15-1 Forebyggende plan", "Alkoholloven § 1-7 Ruspolitisk plan"]
    said = "Kommunestyret vil prioritere de planene som gjør øya mer attraktiv å flytte til"
    assert names(read(tmp_path, *laws, said, HEAD, *ROWS)) == PLANS


THEMES = [f"Temaplan for {theme}" for theme in ("mangfold", "støy", "lek")]


@pytest.mark.parametrize("head", [["Temaplan Ansvar 2028 2029"], ["Temaplan Vedtatt Ansvar Merknad"]], ids=["years", "headings"])
def test_a_type_of_plan_beside_headings_is_one_and_no_row(tmp_path, head):
    assert names(read(tmp_path, HEAD, *ROWS, "Tabell 2", *head, *(f"{name} Stab X" for name in THEMES))) == [*PLANS, *THEMES]


def test_a_type_of_plan_alone_above_names_in_a_block_heads_them(tmp_path):
    plans = ["Plan", *PLANS, "", "Ansvar", *(["Stab"] * 4), "", "Tabell 2. Temaplaner", ""]
    found = read(tmp_path, *plans, "Temaplan", *THEMES, "", "Ansvar", "Stab", "Levekår", "Levekår")
    assert names(found) == [*PLANS, *THEMES]


def test_a_type_of_plan_beside_what_is_decided_heads_nothing(tmp_path):
    found = read(tmp_path, "Plan Type Behov", *(f"{name}\nKommunedelplan Vedtak" for name in PLANS))
    assert (names(found), len(found.tabeller)) == (PLANS, 1)


@pytest.mark.parametrize("what", ["Temaplan: plan som ikke følger lovens krav", "Oppheves: planen tas ut av oversikten"])
def test_what_explains_a_word_names_no_plan_and_a_name_after_its_type_does(tmp_path, what):
    found = read(tmp_path, HEAD, *ROWS, what, "Temaplan: klima og energi Stab X")
    assert names(found) == [*PLANS, "Temaplan: klima og energi"]
    assert [one.tekst for one in found.ikke_plassert] == [what]


def test_a_theme_beside_the_name_of_a_plan_begins_no_row(tmp_path):
    rows = ["Helse Omsorgsplan Stab X", "Teknisk Avløpsplan Drift X"]
    assert names(read(tmp_path, "Tema Plan Ansvar 2028 2029", *ROWS, *rows))[4:] == ["Omsorgsplan", "Avløpsplan"]


def test_a_unit_that_is_called_a_plan_begins_no_row_where_it_stands_often_behind_others(tmp_path):
    rows = [line for name in PLANS for line in (name, "X X Strategisk plan")]
    assert names(read(tmp_path, "Plan 2028 2029 Ansvar", *rows)) == PLANS


def test_a_number_whose_parts_are_counted_is_a_heading_and_of_no_row(tmp_path):
    counted = ["1 Kommuneplan", "1.1 Samfunnsdelen O Stab", "1.2 Arealdelen V Stab", "2 Temaplaner", "2.1 Byplan O Stab"]
    found = read(tmp_path, "Nr Plan 2028 2029 Ansvar", *counted)
    assert [(row.nummer, row.navn) for row in found.rader] == [("1.1", "Samfunnsdelen"), ("1.2", "Arealdelen"), ("2.1", "Byplan")]
    assert found.tabeller[0].navn == "Kommuneplan"


def test_a_legend_below_the_last_row_goes_on_with_none_of_its_cells(tmp_path):
    found = read(tmp_path, "Plan Ansvar 2028 2029", *ROWS, "Byplan Helse og omsorg X", "Tegnforklaring", "X = vedtak i rådet")
    last = found.rader[-1]
    assert (last.navn, "Tegnforklaring" in f"{last.ansvarlig} {last.kommentar}") == ("Byplan", False)


def test_two_letters_with_a_stroke_between_are_a_mark(tmp_path):
    found = read(
        tmp_path, "Plan 2028 2029 Ansvar", *(f"{name} O V Stab" for name in PLANS), "Detaljregulering for brannstasjon O/V Stab"
    )
    assert names(found) == [*PLANS, "Detaljregulering for brannstasjon"]


FOOT = ["", "Planstrategi 2028–2031", ""]


def test_the_foot_of_a_page_beside_years_that_stand_below_each_other_is_no_row(tmp_path):
    first = ["Plan", *PLANS, "", "Ansvar", *(["Stab"] * 4), *FOOT, "2029", "2030–2031", ""]
    assert names(read(tmp_path, *first, "2028", "2028–2029")) == PLANS


def test_names_in_the_column_of_the_next_page_are_of_the_table_above_a_column_of_sentences(tmp_path):
    said = [
        "Kommentar",
        "Arbeidet er i gang og forslaget skal",
        "legges ut når området er utredet",
        "av en ekstern konsulent som",
        *["er valgt av kommunen for å bistå"] * 2,
    ]
    first = ["Plan", *PLANS, "", "Ansvar", *(["Stab"] * 4), "", *said, ""]
    more = ["Omsorgsplan", "Kulturplan", "Boligplan"]
    assert names(read(tmp_path, *first, *more, "", "Stab", "Stab", "Stab")) == [*PLANS, *more]


def test_the_years_of_other_numbers_above_running_text_head_no_table_of_plans():
    people = "2014 2019 2024\nFolketall 1 482 1 431 1 398\nKartleggingen av skredfare er ferdig for bygda og fjellet i nord\n"
    (found,) = zones(clean_lines(people + "\n".join(["Plan Vedtatt Behov", *(f"{name} 2019 Revideres" for name in PLANS)])), 0)
    assert (found.aar, len(found.linjer)) == ((), len(PLANS))


def test_a_number_that_is_not_found_ends_no_list(tmp_path):
    rows = [f"{at} {name} Stab" for at, name in enumerate(PLANS, 1)]
    more = ["Plan for vann og", "5 2018 M Stab", "avløp", "6 Byplan Stab", "7 Omsorgsplan Stab"]
    assert names(read(tmp_path, "Nr Plan Ansvar", *rows, *more)) == [*PLANS, "Byplan", "Omsorgsplan"]


def test_a_chapter_of_other_plans_ends_the_table_above_it(tmp_path):
    said = "Kommunestyret mener at disse planene fortsatt er gode og ikke trenger revisjon nå:"
    assert (
        names(read(tmp_path, HEAD, *ROWS, "4 Planer som videreføres", said, "Smittevernplan, vedtatt 2023", "Bibliotekplan"))
        == PLANS
    )


def test_a_unit_that_is_called_as_the_names_are_begins_no_table():
    rows = [line for at in range(16) for line in (f"{PLANS[at % 4]} {'abcd'[at // 4]}", "X", "Plan" if at % 2 else "Stab")]
    assert len(zones(clean_lines("\n".join(["Plan 2028 2029 Ansvarlig", *rows])), 0)) == 1


def test_a_sentence_above_a_list_of_other_plans_ends_the_table_above_it(tmp_path):
    said = "Følgende planer er utdatert og foreslås opphevet uten å bli erstattet:"
    found = read(tmp_path, HEAD, *ROWS, "Planer som oppheves", said, "Byplan (2004)", "Skoleplan (2009)")
    assert names(found) == PLANS
    assert [one.tekst for one in found.ikke_plassert][-2:] == ["Byplan (2004)", "Skoleplan (2009)"]


def test_a_heading_of_what_is_done_in_each_year_ends_the_plans_above_it(tmp_path):
    assert names(read(tmp_path, HEAD, *ROWS, "Årlig rapportering", "Måned Hva", "Mars Årsmelding med status")) == PLANS


def test_a_title_above_a_list_of_plans_there_is_no_work_with_ends_the_table_above_it(tmp_path):
    listed = ("Byplan 2022–2034", "Omsorgsplan 2023–2026", "Strategi for frivillige")
    assert names(read(tmp_path, HEAD, *ROWS, "Planer som videreføres uten endring", *listed)) == PLANS
    cells = [f"{name} Stab X" for name in ("Byplan", "Omsorgsplan", "Boligplan")]
    assert names(read(tmp_path, HEAD, *ROWS, "Planer som videreføres", *cells)) == [*PLANS, "Byplan", "Omsorgsplan", "Boligplan"]


def test_plans_in_a_table_of_those_that_are_repealed_stand_apart(tmp_path):
    other = (
        "4 Planer som er opphevet",
        "De regnes som opphevet:",
        "Plan Vedtatt",
        "Byplan 2010",
        "Omsorgsplan 2008",
        "Boligplan 2009",
    )
    rows = read(tmp_path, HEAD, *ROWS, *other).rader
    assert [row.hva for row in rows] == [*[""] * len(PLANS), *["oppheves"] * 3]


def test_what_laws_require_is_no_table_of_plans(tmp_path):
    laws = ("Plan- og bygningsloven Kommuneplan", "Sivilbeskyttelsesloven Beredskapsplan", "Kommuneloven Økonomiplan og budsjett")
    said = (
        "4 Planoversikt",
        "Oversikten gjelder planer som skal lages eller videreføres. Forkortelsene er forklart under",
        "tabellen.",
    )
    assert (
        names(read(tmp_path, "3 Lovkrav", "Tabellen viser de viktigste lovene.", "Lov Krav", *laws, *said, HEAD, *ROWS)) == PLANS
    )


def test_numbered_remarks_below_the_plans_are_no_rows(tmp_path):
    said = (
        "Merknad 1: Samfunnsdelen skal vere vedteken før arealdelen vert lagd ut til ettersyn.",
        "Merknad 3: Omsorgsplanen ventar.",
    )
    rows = [part for name in PLANS for part in (name, "Mål for bygda og", "for kommunen.", "pbl. § 11-2 Temaplan Vert revidert")]
    assert names(read(tmp_path, "Plan Lovheimel Plannivå Vurdering Merknad", *rows, *said)) == PLANS


def test_lines_of_numbers_further_above_the_headings_are_no_rows(tmp_path):
    numbers = ["Tema Tall Kilde", *(f"{what} 980 SSB" for what in ("Folketall", "Fødte", "Døde", "Innflyttere"))]
    assert names(read(tmp_path, *numbers, "Plan Status Når Ansvar", *(f"{name} Ny 2028 Stab" for name in PLANS))) == PLANS


@pytest.mark.parametrize("above", ["Desse planane er vurderte, men fall ut:", "Disse planene ble vurdert, men er ikke tatt med:"])
def test_a_list_of_plans_below_a_sentence_that_speaks_of_the_plans_is_of_no_table(tmp_path, above):
    found = read(
        tmp_path, HEAD, *ROWS, "Om sektorplanene", above, "• Byplan for sentrum", "• Strategi for digitalisering", "• Havneplan"
    )
    assert names(found) == [*PLANS]


def test_groups_in_capitals_are_no_abbreviations_of_units(tmp_path):
    groups = ["OPPVEKST OG KULTUR", "HELSE OG OMSORG", "TEKNISK OG NÆRING"]
    rows = [f"{group}\n{name} Stab X" for group, name in zip(groups, PLANS, strict=False)]
    found = read(tmp_path, HEAD, *rows)
    assert names(found) == [*PLANS[:3]]
    assert [row.ansvarlig for row in found.rader] == ["Stab"] * 3


def test_what_is_decided_above_the_title_of_a_table_is_of_the_one_above_it(tmp_path):
    rows = read(tmp_path, "Utgår", "TEMAPLANER", "Plan Ansvarlig", *PLANS).rader
    assert [(row.navn, row.hva) for row in rows] == [(name, "") for name in PLANS]


@pytest.mark.parametrize(("said", "others"), [("Ny plan i perioden", ["Regional plan for vann"]), ("Gjelder", [])])
def test_plans_of_the_region_that_are_to_be_made_in_the_period_are_a_group_of_the_table(tmp_path, said, others):
    group = ["Regionale planer i Vik", "Regional plan for vann", said]
    assert names(read(tmp_path, HEAD, *ROWS, *group)) == [*PLANS, *others]


@pytest.mark.parametrize("between", ["", "Planene skal rulleres hvert år av kommunestyret i kommunen vår"])
def test_numbers_and_names_above_the_headings_are_of_the_table_unless_a_sentence_stands_between(tmp_path, between):
    above = ["1", "2 3", "4", "Skolebruksplan", "Plan for støy", between]
    found = read(tmp_path, *above, "Plan", "2028", "2029", "2030", *PLANS)
    assert names(found) == ([*PLANS] if between else ["Skolebruksplan", "Plan for støy", *PLANS])


def test_a_sentence_of_a_narrow_cell_that_begins_as_a_heading_ends_no_table(tmp_path):
    plans = [f"{at} {name} for\nvann og\navløp i Vik" for _ in "ab" for at, name in enumerate(PLANS * 2, 1)]
    rows = "\n".join(f"{name}\n12.10.2020\nPlan\nvidereføres\ntil ny plan\nRulleres" for name in plans)
    assert len(names(read(tmp_path, "Nr Plan", "Status", *rows.split("\n")))) == 16
