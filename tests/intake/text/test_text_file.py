"""Text taken out of a PDF: what is found where columns are held, what where they are lost, and what is doubted."""

import pytest
from scoring import DATA, fasit, likeness, score

from planstrategi.intake.text.text_file import decoded, found_in_text
from planstrategi.reading.text_file import Unreadable

PLANS = ["Kommuneplanens arealdel", "Havneplan", "Plan for støy", "Klimastrategi"]
LOST = sorted(path.name.removesuffix(".fasit.yaml") for path in DATA.glob("*.fasit.yaml"))


def read(tmp_path, text, name="planstrategi.txt"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return found_in_text(path)


def seen(found):
    return [(row.navn, row.merker) for row in found.rader]


@pytest.mark.parametrize("name", LOST)
def test_in_a_real_text_nine_rows_in_ten_are_found_and_what_is_sure_is_right(name):
    result = score(found_in_text(DATA / f"{name}.txt"), fasit(name))
    assert result.funnet >= 0.9, result.savnet
    assert result.galt == []


def test_of_the_rows_of_the_real_texts_one_in_twenty_is_invented_at_most():
    found = {name: found_in_text(DATA / f"{name}.txt") for name in LOST}
    invented = [row for name, one in found.items() for row in score(one, fasit(name)).oppdiktet]
    assert len(invented) * 20 <= sum(len(one.rader) for one in found.values()), invented


@pytest.mark.parametrize("name", LOST)
def test_a_real_text_says_whose_it_is_and_of_which_years(name):
    found = found_in_text(DATA / f"{name}.txt")
    first, last = name[-9:].split("-")
    assert (likeness(found.kommune, name[:-10].replace("krodsherad", "krødsherad")), found.periode) == (
        1,
        (int(first), int(last)),
    )


def test_a_table_that_is_printed_twice_counts_once_and_is_asked_about():
    found = found_in_text(DATA / "lier-2024-2027.txt")
    assert [one.felt for table in found.tabeller for one in table.tvil].count("tabell") == 1
    assert [row.navn for row in found.rader].count("Områderegulering Fjordbyen") == 1


def test_the_44_rows_of_a_text_with_tabs_are_read_as_a_table():
    found = found_in_text(DATA / "ostre-toten-2024-2027.txt")
    assert [sum(row.tabell == number for row in found.rader) for number in (1, 2, 3, 4)] == [2, 1, 18, 23]
    assert {row.navn: row.merker for row in found.rader}["Ny velferd 2040"] == {2025: "x", 2026: "x"}


HELD = {
    "tabs": "Plan\t2028\t2029\tAnsvarlig\nHavneplan\tx\t\tTeknisk\nPlan for støy\t\tx\tTeknisk\nKlimastrategi\tx\tx\tPlan",
    "pipes": "|Plan|2028|2029|Ansvarlig|\n|---|---|---|---|\n|**Havneplan**|x||Teknisk|\n"
    "|Plan for støy||x|Teknisk|\n|Klimastrategi|x|x|Plan|",
    "html": "<table><tr><th>Plan</th><th>2028</th><th>2029</th><th>Ansvarlig</th></tr>\n"
    "<tr><td>Havneplan</td><td>x</td><td></td><td>Teknisk</td></tr>\n"
    "<tr><td>Plan for<br>støy</td><td></td><td>x</td><td>Teknisk</td></tr>\n"
    "<tr><td>Klimastrategi</td><td>x</td><td>x</td><td>Plan</td></tr></table>",
    "blanks": "Plan             2028   2029   Ansvarlig\nHavneplan        x             Teknisk\n"
    "Plan for                x      Teknisk\n"
    "støy\nKlimastrategi    x      x      Plan",
}


@pytest.mark.parametrize("text", HELD.values(), ids=HELD)
def test_columns_that_are_held_give_each_mark_its_year(tmp_path, text):
    found = read(tmp_path, f"Planstrategi for Vik kommune 2028–2031\n\nPlanoversikt\n\n{text}\n")
    assert seen(found) == [("Havneplan", {2028: "x"}), ("Plan for støy", {2029: "x"}), ("Klimastrategi", {2028: "x", 2029: "x"})]
    assert [row.sted.rpartition("linje ")[2].isdecimal() for row in found.rader] == [True] * 3


def test_columns_that_blanks_alone_hold_are_asked_about(tmp_path):
    rows = ["Plan             2028   2029   Ansvarlig", "Havneplan        x             Teknisk etat"]
    rows += ["Klimastrategi           x      Plan", "Plan for støy    x      x      Plan"]
    found = read(tmp_path, "\n".join(rows))
    assert seen(found)[1:] == [("Klimastrategi", {2029: "x"}), ("Plan for støy", {2028: "x", 2029: "x"})]
    assert [[one.felt for one in row.tvil] for row in found.rader] == [["rad"]] * 3


def test_a_dash_and_a_small_letter_below_a_name_go_on_with_it(tmp_path):
    rows = [*HELD["blanks"].splitlines(), "Bruk av sjøen    x             Teknisk", "– kystplan                     etat"]
    assert seen(read(tmp_path, "\n".join(rows)))[-1] == ("Bruk av sjøen – kystplan", {2028: "x"})


def test_a_year_or_a_task_below_what_is_said_of_a_plan_begins_no_row(tmp_path):
    rows = ["Plan             Frist      Kommentar", "Havneplan        Juni       Etter"]
    rows += ["for Vika         2028       kartet.", f"{'':28}Konsekvensutredning"]
    rows += [f"{name}    2029       Ny" for name in ("Klimastrategi", "Vegplan      ")]
    found = read(tmp_path, "\n".join(rows)).rader
    assert [row.navn for row in found] == ["Havneplan for Vika", "Klimastrategi", "Vegplan"]
    assert [[one.felt for one in row.tvil] for row in found] == [["rad"]] * 3


def test_a_heading_below_columns_that_blanks_hold_is_told_and_is_no_plan(tmp_path):
    found = read(tmp_path, f"Planoversikt\n\n{HELD['blanks']}\nMedvirkning\n")
    assert [name for name, _ in seen(found)] == ["Havneplan", "Plan for støy", "Klimastrategi"]
    assert [one.tekst for one in found.ikke_plassert] == ["Medvirkning"]


@pytest.mark.parametrize("head", ["Forkortelser\nForkortelse", "Ord i tabellen"])
@pytest.mark.parametrize("end", ["\n\n", "\n\f"], ids=["below", "on the next page"])
def test_what_explains_words_below_columns_that_blanks_hold_is_no_row(tmp_path, head, end):
    rows = [f"{'Område' if row.startswith('Plan  ') else 'TEK':<16}{row}" for row in HELD["blanks"].splitlines() if row != "støy"]
    said = [
        *head.splitlines()[:-1],
        f"{head.splitlines()[-1]:<16}Betydning",
        f"{'TEK':<16}Teknisk drift",
        f"{'x':<16}Planen vedtas",
    ]
    found = read(tmp_path, end.join("\n".join(lines) for lines in (["Planoversikt", "", *rows], said)))
    assert [name for name, _ in seen(found)] == ["Havneplan", "Plan for", "Klimastrategi"]


def test_rows_that_blanks_hold_without_a_heading_on_the_next_page_are_said(tmp_path):
    head = f"Planstrategi for Vik kommune 2028–2031\n\n{'Plan':<30}2028    2029    Ansvarlig\n"
    held = "".join(f"{name:<30}x{'':15}Plan og miljø\n" for name in PLANS)
    read_ = read(tmp_path, f"{head}{held}\fSkoleplan for barn og unge       x       Plan og miljø\n")
    assert [row.navn for row in read_.rader] == PLANS
    assert [(one.sted, one.tekst) for one in read_.ikke_plassert] == [
        ("side 2, linje 8", "Skoleplan for barn og unge       x       Plan og miljø")
    ]


def lost(*lines):
    return "\n\n".join(["Planstrategi for Vik kommune 2028–2031", "Planoversikt", "Plan", "2028 2029 2030", "Kommentar", *lines])


@pytest.mark.parametrize(
    ("name", "read_as"),
    [
        ("Landbrukspl\nan", "Landbruksplan"),
        ("Kommunedel\nplan for havn", "Kommunedelplan for havn"),
        ("Boligsosial\nhandlingsplan", "Boligsosial handlingsplan"),
        ("Kommuneplanens samfunnsdel\nx", "Kommuneplanens samfunnsdel"),
    ],
)
def test_a_word_that_a_narrow_cell_cuts_is_put_together_and_two_words_are_not(tmp_path, name, read_as):
    found = read(tmp_path, lost(*(part for one in (*PLANS, name) for part in (one, "X", "Under arbeid"))))
    assert [row.navn for row in found.rader] == [*PLANS, read_as]


def test_a_mark_whose_column_is_lost_gets_no_year(tmp_path):
    found = read(tmp_path, lost(*(part for name in PLANS for part in (name, "X", "Under arbeid"))))
    assert [(row.navn, row.merker, row.merker_uten_aar, row.kommentar) for row in found.rader] == [
        (name, {}, ("X",), "Under arbeid") for name in PLANS
    ]
    assert all("aar" in [one.felt for one in row.tvil] for row in found.rader)


def test_as_many_marks_as_there_are_years_are_of_a_year_each_and_asked_about(tmp_path):
    found = read(tmp_path, lost(*(part for name in PLANS for part in (name, "X X X"))))
    assert [row.merker for row in found.rader] == [{2028: "X", 2029: "X", 2030: "X"}] * 4
    assert all("aar" in [one.felt for one in row.tvil] for row in found.rader)


ONE_LINE = """Planstrategi 2028–2031

4 Planer i perioden

Plan Plantype Behov Ansvarlig Tidsrom Kommentar
Kommuneplanens arealdel Kommuneplan Revideres Areal og miljø 2028-2030 Vedtatt i 2020
Kommunedelplan for E16
Vik–Nes Kommunedelplan Ny Areal og miljø 2029 Planprogram fastsatt i 2026
Landbruksstrategi Temaplan Ny Helse 2029–2030
Pandemiplan Temaplan Videreføres Helse

Planstrategi 2028–2031

Boligpolitisk plan Temaplan Ny Helse 2029 Samler fem planer
Næringsplan Temaplan Avventes Areal og miljø 2030

5 Rullering av planstrategien

Strategien vurderes på nytt.
"""


def test_rows_with_all_cells_on_one_line_are_parted_by_type_need_unit_and_years(tmp_path):
    found = read(tmp_path, ONE_LINE)
    assert [(row.navn, row.ord, row.ansvarlig, [*row.merker], row.kommentar) for row in found.rader] == [
        ("Kommuneplanens arealdel", "Revideres", "Areal og miljø", [2028, 2029, 2030], "Vedtatt i 2020"),
        ("Kommunedelplan for E16 Vik–Nes", "Ny", "Areal og miljø", [2029], "Planprogram fastsatt i 2026"),
        ("Landbruksstrategi", "Ny", "Helse", [2029, 2030], ""),
        ("Pandemiplan", "Videreføres", "Helse", [], ""),
        ("Boligpolitisk plan", "Ny", "Helse", [2029], "Samler fem planer"),
        ("Næringsplan", "Avventes", "Areal og miljø", [2030], ""),
    ]
    assert all("rad" in [one.felt for one in row.tvil] for row in found.rader)


def test_names_on_one_line_are_told_apart_by_their_numbers(tmp_path):
    text = lost("1 Økonomiplan 2 Badekvartalet 3 Havneplan", "4 Plan for støy 5 Klimastrategi", "X X", "X")
    assert [row.navn for row in read(tmp_path, text).rader] == [
        "Økonomiplan",
        "Badekvartalet",
        "Havneplan",
        "Plan for støy",
        "Klimastrategi",
    ]


def test_names_on_one_line_are_told_apart_where_one_is_whole_and_another_begins(tmp_path):
    text = lost("Kommunedelplan for Natten og Tverrlie Beitebruksplan Strategisk plan for kultur", "Overordnet ROS-analyse")
    assert [row.navn for row in read(tmp_path, text).rader] == [
        "Kommunedelplan for Natten og Tverrlie", "Beitebruksplan", "Strategisk plan for kultur", "Overordnet ROS-analyse",
    ]  # fmt: skip


def test_a_name_that_is_broken_by_other_cells_is_put_together_and_asked_about(tmp_path):
    text = lost(*(part for name in PLANS for part in (name, "X")), "Plan for", "Under arbeid", "kulturell skolesekk", "X")
    found = read(tmp_path, text).rader[-1]
    assert (found.navn, found.kommentar, "navn" in [one.felt for one in found.tvil]) == (
        "Plan for kulturell skolesekk",
        "Under arbeid",
        True,
    )


def test_columns_listed_after_each_other_are_said_and_not_guessed_at(tmp_path):
    found = read(tmp_path, lost("\n".join(PLANS), "X\nX X\nX", "Oppstart 2028\nFerdig 2029"))
    assert [row.navn for row in found.rader] == PLANS
    assert all(row.merker == {} and row.merker_uten_aar == () and row.tvil for row in found.rader)
    assert "Ferdig 2029" in " ".join(one.tekst for one in found.ikke_plassert)


def test_running_text_contents_and_running_heads_are_no_plans(tmp_path):
    prose = (
        "Kommuneplanens samfunnsdel skal revideres, og det må settes av tid. Temaplan for kultur blir vurdert når det er gjort."
    )
    head = "Planstrategi for Vik kommune 2028–2031"
    pages = [
        f"Innhold\n1 Innledning 3\n2 Planer 5\n\n{prose}",
        lost(*PLANS),
        f"9 Videre arbeid\n{prose}\n\nHavneplan skal følges opp.",
    ]
    text = "\n".join(f"<!-- side {number} -->\n\n{head}\n{page}\n\n{number}\n" for number, page in enumerate(pages, 1))
    assert [row.navn for row in read(tmp_path, text).rader] == PLANS


def test_a_chapter_that_counts_on_from_the_rows_is_none_of_them(tmp_path):
    rows = [part for number, name in enumerate(PLANS, 1) for part in (f"{number} {name}", "X X X")]
    prose = "Arbeidet skal følges opp hvert år når økonomiplanen behandles, og kommunestyret må da ta stilling til planene. " * 2
    assert [row.navn for row in read(tmp_path, lost(*rows, f"5 Videre arbeid\n{prose}")).rader] == PLANS


def printed(*pages):
    return "Planstrategi for Vik kommune 2028–2031\n\nPlanoversikt\n\n" + "\n\f".join("\n".join(page) for page in pages)


def test_a_heading_over_the_whole_width_stands_between_rows_with_tabs(tmp_path):
    rows = ["Plan\t2028\t2029\tAnsvarlig", "Samfunn", "Havneplan\tx\t\tTeknisk", "Plan for støy\t\tx\tTeknisk", "Helse"]
    found = read(tmp_path, printed([*rows, "Klimastrategi\tx\tx\tPlan", "Demensplan\t\tx\tHelse"]))
    assert [(found.tabeller[row.tabell - 1].navn, row.navn, [*row.merker]) for row in found.rader] == [
        ("Samfunn", "Havneplan", [2028]), ("Samfunn", "Plan for støy", [2029]),
        ("Helse", "Klimastrategi", [2028, 2029]), ("Helse", "Demensplan", [2029]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Plan\tAnsvar\t2028\t2029\nHavneplan\tHO\tx\nVegplan\tHO\tx\nByplan\tHO\tx", [[2028]] * 3),
        ("| Plan | Ansvar | 2028 | 2029 |\n|---|---|---|---|\n| Havneplan | HO | x |\n| Vegplan | HO | x |", [[2028]] * 2),
        ("Plan\t2028\t2029\nHavneplan\tx\t\nPlan\t2030\t2031\tTema\nVegplan\t\tx\nByplan\tx\t", [[2028], [2031], [2030]]),
        ("2028\t2029\t2030\t2031\tPlan\nx\t\tx\nx\t\tx\nx\t\tx", []),
    ],
    ids=["tabs", "pipes", "a wider heading further down", "no name"],
)
def test_cells_that_are_empty_at_the_end_of_rows_may_be_left_out(tmp_path, text, marks):
    assert [[*row.merker] for row in read(tmp_path, printed([text])).rader] == marks


def test_a_cell_over_several_rows_in_html_moves_no_cell_of_theirs_and_a_mark_over_two_years_is_of_both(tmp_path):
    head = "<tr><th>Tema</th><th>Plan</th><th>2028</th><th>2029</th></tr>"
    over = (
        '<tr><td rowspan="2">Helse</td><td>Havneplan</td><td colspan="2">x</td></tr><tr><td>Vegplan</td><td></td><td>x</td></tr>'
    )
    found = read(tmp_path, printed([f"<table>{head}{over}<tr><td>Natur</td><td>Byplan</td><td>x</td><td></td></tr></table>"]))
    assert [(row.navn, [*row.merker]) for row in found.rader] == [
        ("Havneplan", [2028, 2029]),
        ("Vegplan", [2029]),
        ("Byplan", [2028]),
    ]


def test_a_name_that_a_page_break_cuts_between_rows_with_tabs_is_put_together(tmp_path):
    rows = ["Plan\t2028\t2029\tAnsvarlig", "Havneplan\tx\t\tTeknisk", "Plan for psykisk\t\tx\tHelse"]
    found = read(tmp_path, printed(rows, ["helse og rus", "Klimastrategi\tx\tx\tPlan"]))
    assert [row.navn for row in found.rader] == ["Havneplan", "Plan for psykisk helse og rus", "Klimastrategi"]


BLANKS = {
    "years one blank apart": """Plan             2028 2029 Ansvarlig
Havneplan        x         Teknisk etat
Støyplan              x    Plan""",
    "years over two lines": """Plan             2028–   2030–   Ansvarlig
                 2029    2031
Havneplan        x               Teknisk
Støyplan                 x       Plan""",
    "a name that fills its column": """Plan          2028   2029   Ansvarlig
Plan for havn x             Teknisk
Støyplan             x      Plan""",
    "a mark beside its heading": """Plan               2028   2029   Ansvarlig
Havneplan       x                Teknisk
Støyplan                  x      Plan
Vegplan            x             Teknisk""",
}


@pytest.mark.parametrize("text", BLANKS.values(), ids=BLANKS)
def test_a_mark_that_blanks_hold_is_of_the_year_it_stands_under(tmp_path, text):
    years = [[*row.merker][:1] for row in read(tmp_path, printed([text])).rader]
    assert years[:2] == [[2028], [2030 if "2030" in text else 2029]]


HEAD = f"{'Plan':<30}{'2028':<8}{'2029':<8}Ansvarlig"


def rows_at(*starts, plans=PLANS):
    """Return rows whose cells begin at the places given, with a mark in the first and the second year in turn."""
    marks = [("x", ""), ("", "x")] * len(plans)
    return [
        "".join(f"{text:<{width}}" for text, width in zip((name, *marks[at]), starts, strict=True)) + "Plan og miljø"
        for at, name in enumerate(plans)
    ]


def test_columns_that_stand_elsewhere_on_the_next_page_are_those_of_the_heading(tmp_path):
    more = ["Skoleplan for barn og unge", "Temaplan for kultur"]
    found = read(tmp_path, printed([HEAD, *rows_at(30, 8, 8)], rows_at(50, 5, 5, plans=more)))
    assert seen(found)[-2:] == [(more[0], {2028: "x"}), (more[1], {2029: "x"})]
    assert len(found.tabeller) == 1


def test_running_heads_part_no_table_from_its_next_page_and_are_no_rows(tmp_path):
    pages = [
        ["Planstrategi for Vik kommune", HEAD, *rows_at(30, 8, 8)],
        ["Planstrategi for Vik kommune", *rows_at(30, 8, 8, plans=["Vegplan"])],
    ]
    found = read(tmp_path, printed(*pages))
    assert [row.navn for row in found.rader] == [*PLANS, "Vegplan"]
    assert len(found.tabeller) == 1


def test_where_columns_do_not_hold_a_page_is_read_as_if_they_were_lost(tmp_path):
    long = [f"Kommunedelplan for {name}" for name in ("Nordre bydel", "Søndre bydel", "hele kystsonen", "Vestre bydel")]
    found = read(tmp_path, printed(["Plan     2028  2029   Ansvarlig", *(f"{name} x     x   Plan og miljø" for name in long)]))
    assert [(row.navn, row.merker) for row in found.rader] == [(name, {2028: "x", 2029: "x"}) for name in long]
    assert all("aar" in [one.felt for one in row.tvil] for row in found.rader)


ABOVE = """Nr.   Plannavn                     Plantype             Ansvarlig            Begrunnelse
11    Klima- og miljøplan          Temaplan             Kommuneutvikling     Erstatter klimaplanen
                                                        og eiendom           fra 2010.
12    Handlingsplan for            Handlingsplan        Stab og støtte
      likestilling og mangfold
13    Næringspolitisk strategi     Strategi             Kommuneutvikling
                                                        og eiendom

Kan utarbeides dersom det er ressurser
Nr.    Plannavn                     Plantype             Ansvarlig            Begrunnelse
14     Friluftsplan                 Temaplan             Kultur og fritid"""


def test_the_row_above_the_heading_of_the_next_table_is_a_row(tmp_path):
    assert [(row.nummer, row.navn) for row in read(tmp_path, printed([ABOVE])).rader] == [
        ("11", "Klima- og miljøplan"),
        ("12", "Handlingsplan for likestilling og mangfold"),
        ("13", "Næringspolitisk strategi"),
        ("14", "Friluftsplan"),
    ]


def test_parts_of_years_in_a_row_make_it_no_heading(tmp_path):
    head = f"{'Plan':<30}{'Oppstart':<12}{'Vedtak':<12}{'Prioritet':<11}{'Timer':<8}Ansvarlig"
    rows = [f"{name:<30}{'Vår 2029':<12}{'Høst 2029':<12}{'2':<11}{'300':<8}Plan" for name in PLANS]
    assert [row.navn for row in read(tmp_path, printed([head, *rows])).rader] == PLANS


CELLS = {
    "a part of a year": ("Havneplan Høst 2028 Juni 2030 1", "Havneplan"),
    "the case of an adoption": ("Havneplan KST-sak 12/21 X", "Havneplan"),
    "a mark in parentheses": ("Havneplan (X)", "Havneplan"),
    "letters": ("Havneplan P V", "Havneplan"),
    "what is decided": ("Havneplan Full revisjon Teknisk", "Havneplan"),
    "an amount": ("Havneplan 0,2", "Havneplan"),
}


@pytest.mark.parametrize(("line", "name"), CELLS.values(), ids=CELLS)
def test_a_name_ends_where_another_cell_of_its_line_begins(tmp_path, line, name):
    found = read(tmp_path, lost(*(f"{line.replace('Havneplan', one)}" for one in PLANS)))
    assert [row.navn for row in found.rader] == PLANS


def test_a_year_of_adoption_stands_after_the_name_and_a_year_in_the_name_stays(tmp_path):
    rows = ["Havneplan 2012 Nei", "Plan for støy 2015 Ja", "Omsorgsplan 2030 2020 Ja", "Klimastrategi 2030", "Ja"]
    text = "Planstrategi 2024–2027\n\nPlan Vedtatt Revisjon Merknad\n" + "\n".join(rows)
    assert [(row.navn, row.ord) for row in read(tmp_path, text).rader] == [
        ("Havneplan", "Nei"), ("Plan for støy", "Ja"), ("Omsorgsplan 2030", "Ja"), ("Klimastrategi 2030", "Ja"),
    ]  # fmt: skip


def test_a_theme_before_the_name_and_a_type_after_it_are_no_part_of_it(tmp_path):
    names = ["Palliativ plan", "Strategisk næringsplan", "Kommunal havneplan", "Helhetlig ROS-analyse"]
    text = "\n".join(f"Samfunn {name} Temaplan Utgått X Rådmann" for name in names)
    found = read(tmp_path, f"Planstrategi 2028–2031\n\nTema Plan Type plan Status 2028 2029 Ansvar\n{text}")
    assert [(row.navn, row.ord) for row in found.rader] == [(name, "Utgått") for name in names]


def test_what_is_decided_may_go_on_below(tmp_path):
    found = read(tmp_path, lost("\n".join(f"{name} Delvis\nrevisjon X" for name in PLANS)))
    assert [(row.navn, row.ord) for row in found.rader] == [(name, "Delvis revisjon") for name in PLANS]


def test_what_is_decided_may_go_on_below_beside_the_name_and_the_comment(tmp_path):
    rows = ["1 Kommuneplanens arealdel Full Store endringer i", "for sentrum revisjon behovet for næringsareal"]
    more = [
        "2 Klimaplan for drift Ny plan Krav om tiltak",
        "3 Plan for gamle Havnevik Ingen Planen er fra våren i fjor",
        "og Berg endring og dekker behovet",
    ]
    found = read(tmp_path, "\n".join(["Planstrategi 2028–2031", "", "Nr Plan Tiltak Begrunnelse", *rows, *more])).rader
    names = ["Kommuneplanens arealdel for sentrum", "Klimaplan for drift", "Plan for gamle Havnevik og Berg"]
    assert [(row.navn, row.ord) for row in found] == list(zip(names, ["Full revisjon", "Ny plan", "Ingen endring"], strict=True))


def test_a_type_of_plan_goes_on_with_what_stands_below_it(tmp_path):
    names = "Havneplan\nOmråderegulering\nStrandsletta\nKlimastrategi\nPlan for støy"
    found = read(tmp_path, lost(names, "X\nX X\nX"))
    assert [row.navn for row in found.rader] == ["Havneplan", "Områderegulering Strandsletta", "Klimastrategi", "Plan for støy"]


@pytest.mark.parametrize(
    "other", ["1. Kommuneplan\n2. Temaplaner\n3. Handlingsplaner", "1\n1 200\n2\n1 400\n3"], ids=["headings", "amounts"]
)
def test_numbers_of_fewer_than_every_other_plan_count_no_rows(tmp_path, other):
    first, *rest = other.split("\n")
    names = [*PLANS, "Vegplan", "Skoleplan", "Kulturplan"]
    text = lost("\n".join([first, *(part for at, name in enumerate(names) for part in (name, "X", *rest[at : at + 1]))]))
    assert [row.navn for row in read(tmp_path, text).rader] == names


def test_a_heading_of_other_columns_begins_a_table_a_few_lines_below_another(tmp_path):
    first = ["Trafikkplan KS 02.06.2020 Ny", "Skoleplan KS 02.06.2021 Ny", "Vegplan KS 02.06.2022 Ny"]
    rows = [f"{number} {name} Stab X" for number, name in enumerate(PLANS, 1)]
    text = "\n".join(["Plan Vedtatt Vurdering", *first, "Nr Plan Ansvar 2028 2029", *rows])
    assert [row.navn for row in read(tmp_path, text).rader] == ["Trafikkplan", "Skoleplan", "Vegplan", *PLANS]


def test_a_table_of_what_types_of_plans_are_has_no_rows(tmp_path):
    types = ["Kommuneplan Overordna dokument med arealdel", "Kommunedelplan Eit avgrensa område", "Temaplan Plan for eit fag"]
    rows = [f"{name} KS 2020" for name in PLANS]
    found = read(tmp_path, "\n".join(["Plantype Omtale Varigheit", *types, "Plan Vedtatt Vurdering", *rows]))
    assert [row.navn for row in found.rader] == PLANS


def test_contents_the_foot_of_a_page_and_a_heading_that_is_repeated_are_no_rows(tmp_path):
    contents = "Innhold\n1 Planoversikt 3\n2 Planstrategi 4\n3 Handlingsplan 5\n\n"
    names = [*PLANS, "Vegplan", "Skoleplan", "Kulturplan", "Havnestrategi"]
    head = "Plan Status 2028 2029 2030\n"
    rows = [f"{name} X\nUnder arbeid\n" for name in names]
    text = f"{contents}Planoversikt\n\n{head}{''.join(rows)}{head}Demensplan X\nPlanstrategi – side 1\nKlimaplan X"
    assert [row.navn for row in read(tmp_path, text).rader] == [*names, "Demensplan", "Klimaplan"]


def test_years_that_are_cut_in_a_narrow_heading_are_put_together(tmp_path):
    text = "Planstrategi 2028–2031\n\nPlan Vedtatt 2028–\n2029\n2030–\n2031\nKommentar\n"
    found = read(tmp_path, text + "\n".join(f"{name} KST-sak 1/20 X X X X" for name in PLANS))
    assert [(row.navn, row.vedtatt, [*row.merker]) for row in found.rader] == [
        (name, "KST-sak 1/20", [2028, 2029, 2030, 2031]) for name in PLANS
    ]


def test_the_years_a_plan_was_adopted_and_ends_are_no_heading_and_no_part_of_its_name(tmp_path):
    head = "Planstrategi 2024–2027\n\nNr Namn på planen Vedteken Gjeld til Behov i perioden\n"
    rows = "\n".join(f"{at} {name} 20{at}3 2025 Full revisjon" for at, name in enumerate(PLANS, 1))
    found = read(tmp_path, f"{head}{rows}\n5 Vegplan 2018 2028")
    last = found.rader[-1]
    assert (last.navn, last.annet) == ("Vegplan", (("år", "2018 2028"),))
    assert [(row.navn, row.ord, row.annet) for row in found.rader[:-1]] == [
        (name, "Full revisjon", (("år", f"20{at}3 2025"),)) for at, name in enumerate(PLANS[:2], 1)
    ] + [(f"{name} 20{at}3", "Full revisjon", (("år", "2025"),)) for at, name in enumerate(PLANS[2:], 3)]


def test_a_line_below_the_table_that_may_be_a_plan_is_told(tmp_path):
    found = read(
        tmp_path, lost(*(part for name in PLANS for part in (name, "X")), "Figur 1 Kart", "Skoleplan for alle", PLANS[0])
    )
    assert ([row.navn for row in found.rader], [one.tekst for one in found.ikke_plassert]) == (PLANS, ["Skoleplan for alle"])


def test_a_text_without_a_plan_table_has_no_rows(tmp_path):
    assert read(tmp_path, "Kommuneplanens samfunnsdel skal revideres i perioden.\n\nDet er alt.").rader == ()


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_character_sets_that_people_save_in(code):
    assert decoded("Område for støy\r\nÅ".encode(code)) == "Område for støy\nÅ"


def test_the_hyphen_that_a_browser_prints_is_a_hyphen():
    assert decoded("Klima\u2010 og energiplan".encode()) == "Klima- og energiplan"


def test_what_is_no_text_is_refused():
    with pytest.raises(Unreadable) as caught:
        decoded(b"PK\x03\x04\x00\x00\xff\xfe\x00")
    assert caught.value.kode == "FIL010"


# what stands in the columns, below headings that nobody knows
UNKNOWN = [
    ("Havneplan", "Manglende", "Lages nå"),
    ("Plan for støy", "Eksisterende", "Lages nå"),
    ("Klimastrategi", "Eksisterende", "Hviler"),
    ("Skolebruksplan", "Manglende", "Hviler"),
    ("Kulturplan", "Eksisterende", "Lages nå"),
    ("Boligsosial plan", "Manglende", "Hviler"),
]
UNKNOWN_HEAD = ["Planstrategi for Vik kommune 2028–2031", "Slik gjør vi det", "Sjablong", "Situasjon", "Veien videre"]


@pytest.mark.parametrize("apart", ["\n", "\n\n", " "], ids=["lines", "blocks", "one line a row"])
def test_rows_below_headings_nobody_knows_are_found_by_their_names_and_all_doubted(tmp_path, apart):
    found = read(tmp_path, "\n\n".join([*UNKNOWN_HEAD, *(apart.join(row) for row in UNKNOWN)]))
    assert [row.navn for row in found.rader] == [name for name, *_ in UNKNOWN]
    assert all("rad" in [one.felt for one in row.tvil] for row in found.rader)


def test_names_without_a_heading_are_no_rows_beside_a_larger_table_and_are_told(tmp_path):
    rows = [part for name in [*PLANS, "Kulturplan", "Boligplan"] for part in (name, "X X X")]
    found = read(tmp_path, lost(*rows, "Vedlegg", "Energiplan", "Barnehageplan", "Beiteplan"))
    assert [row.navn for row in found.rader] == [*PLANS, "Kulturplan", "Boligplan"]
    assert [note.tekst for note in found.ikke_plassert][-3:] == ["Energiplan", "Barnehageplan", "Beiteplan"]


def test_a_table_with_tabs_whose_headings_nobody_knows_loses_no_row_to_one_that_looks_as_a_heading(tmp_path):
    rows = ["Sjablong\tFjord\tBerg\tElv", "Havneplan\t2019\tNy plan\tLovkrav", "Plan for støy\t2012\tNy plan\tLovkrav"]
    dated = ["Klimastrategi\t03.05.2012\tK-sak 31/12\tStartet", "Kulturplan\t10.10.2020\tK-sak 7/20\tStartet"]
    for lines in (rows, [rows[0], *dated]):
        found = read(tmp_path, "Planstrategi 2028–2031\n\n" + "\n".join(lines))
        assert [row.navn for row in found.rader] == [line.split("\t")[0] for line in lines[1:]]
        assert [row.merker for row in found.rader] == [{}, {}]


def test_a_type_of_plan_that_goes_on_below_begins_a_name(tmp_path):
    names = ["Kommunedelplan", "for Vik sentrum", "Temaplan", "trafikksikkerhet", "Havneplan", "Klimastrategi", "Kulturplan"]
    found = read(tmp_path, "\n".join(["Planstrategi 2028–2031", "", "Plan", *names]))
    wanted = ["Kommunedelplan for Vik sentrum", "Temaplan trafikksikkerhet", *names[4:]]
    assert [row.navn for row in found.rader] == wanted


def test_a_mark_that_says_what_a_heading_says_is_not_lost_with_the_headings(tmp_path):
    names = [f"{word}plan" for word in ("Havne", "Bolig", "Vei", "Skole", "Kultur", "Beite", "Jord", "Skog", "Vann", "Energi")]
    rows = [part for name in names for part in (name, "Oppstart")]
    found = read(tmp_path, "\n\n".join(["Planstrategi 2028–2031", "Plan", "Oppstart", "Kommentar", *rows]))
    assert [row.navn for row in found.rader] == names
    # the first lines may as well be of the headings
    assert [row.ord for row in found.rader[-3:]] == ["Oppstart"] * 3


def with_tabs(heading):
    lines = ["\t".join(("Teknisk" if at % 2 else "Oppvekst", *row)) for at, row in enumerate(UNKNOWN)]
    return "\n".join(["Planstrategi 2028–2031", "", heading, *lines])


def test_a_table_with_tabs_that_is_none_of_plans_by_its_columns_is_read_line_by_line_where_no_other_is(tmp_path):
    found = read(tmp_path, with_tabs("Sjablong\tBakgrunn\tBerg\tElv"))
    assert [(row.navn, bool(row.tvil)) for row in found.rader[-6:]] == [(name, True) for name, *_ in UNKNOWN]
    # and not said to be left out, as a table that is not read
    assert [note.tekst for note in found.ikke_plassert if "ikke lest" in note.tekst] == []


def test_a_table_with_tabs_whose_headings_nobody_knows_is_read_by_what_stands_in_its_columns(tmp_path):
    found = read(tmp_path, with_tabs("Sjablong\tFjord\tBerg\tElv"))
    assert [(row.navn, row.ansvarlig) for row in found.rader] == [
        (name, "Teknisk" if at % 2 else "Oppvekst") for at, (name, *_) in enumerate(UNKNOWN)
    ]
    assert [[doubt.ord for doubt in one.tvil] for one in found.tabeller] == [["Fjord"]]


def test_a_heading_that_is_merged_over_years_moves_no_cell_to_its_right(tmp_path):
    rows = ["Plan\tFramdrift\tAnsvarlig\tMerknad", "\t2028\t2029\t2030\t\t", "Havneplan\tx\t\tx\tTeknisk\tNy kai"]
    found = read(tmp_path, printed([*rows, "Byplan\t\tx\t\tPlan\t", "Vegplan\tx\t\t\tTeknisk\t"])).rader
    assert [(row.ansvarlig, [*row.merker]) for row in found] == [("Teknisk", [2028, 2030]), ("Plan", [2029]), ("Teknisk", [2028])]
    assert found[0].kommentar == "Ny kai"


def test_years_alone_below_those_of_a_plan_move_no_cell_of_it(tmp_path):
    rows = ["Plan\tVedtatt\tNeste\tAnsvarlig\tMerknad", "Byplan\t2018\t2029", "\t2021\t2030", "Vegplan\t2020\t2028\tHO\tNå"]
    found = read(tmp_path, printed([*rows, "Havneplan\t2019\t2028\tHO\tNå"])).rader
    assert [row.ansvarlig for row in found] == ["", "HO", "HO"]


def test_numbers_that_are_glued_to_the_names_count_the_rows(tmp_path):
    text = lost("1Havneplan Ny Teknisk", "2Plan for støy Revisjon Plan", "3Klimastrategi Ny Plan")
    assert [row.navn.split(" Ny")[0] for row in read(tmp_path, text).rader][::2] == ["Havneplan", "Klimastrategi"]


def test_lines_of_which_no_row_can_be_made_are_told(tmp_path):
    found = read(tmp_path, lost("a1Havneplan Ny Teknisk", "a2Vegplan Revisjon Plan", "a3Klimastrategi Ny Plan"))
    assert found.rader == () and found.ikke_plassert


SENT = ["Forslaget er sendt til uttalelse hos disse partene:", "Fylkeskommunen", "Eldrerådet", "Ungdomsrådet", "Velforeningen"]


@pytest.mark.parametrize("title", [["Regionale føringer"], [*SENT, f"{'Utvalg':<27}{'Dato':<16}Sak"]], ids=["guidance", "cases"])
def test_another_table_below_on_the_page_takes_no_row_from_what_blanks_hold(tmp_path, title):
    other = [f"{'Formannskapet':<27}{'11.06.2028':<16}sak {at}/28" for at in range(5)]
    found = read(tmp_path, printed([HEAD, *rows_at(30, 8, 8), "", "", *title, *other]))
    assert seen(found) == [(name, {2028 + at % 2: "x"}) for at, name in enumerate(PLANS)]


PAGES = [
    """Plan                            Vedtatt   Status        Prioritet   Begrunnelse                    Ansvarlig
Kommuneplanens                  2021      Videreføres   Lav         Planen er ny, og målene står Samfunn
samfunnsdel                                                         seg. Handlingsdelen følges v/samfunnsplanlegger
                                                                    opp i økonomiplanen.
                                                                    Naturmangfold og jordvern
                                                                    må kartlegges på nytt.""",
    """Plan                            Vedtatt   Status        Prioritet   Begrunnelse                     Ansvarlig

                                                                    kapasiteten svikter.

Plan for helse og               2019      Revideres     Høy         Sykefravær og vakanser har      Helse v/helsesjef
omsorg i                                                            gjort dagens plan uaktuell.
Vestnesodden                                                        Ny turnus, vikarbruk og
                                                                    samarbeid med sykehuset
                                                                    må inn.

Plan for bosetting og           2022      Videreføres   Lav         Oppdateres administrativt       Helse v/NAV-leder
integrering                                                         når anmodningstallet
                                                                    kommer.

Helhetlig risiko- og            2020      Revideres     Høy         Skal oppdateres i takt med      Stab
sårbarhetsanalyse                                                   øvrige planer etter forskrift   v/beredskapskoordinator
                                                                    om kommunal
                                                                    beredskapsplikt.

Kommunikasjonsplan              2016      Revideres     Middels     Ny nettside og nye kanaler.     Stab
                                                                                                    v/kommunikasjonsrådgiver




Lovgrunnlag
     Plan- og bygningsloven § 10-1
     Forskrift om kommunal beredskapsplikt § 3


Slik følges strategien opp
Rådmannens stab rapporterer i årsmeldingen. Neste planstrategi vedtas innen oktober 2028.""",
]


def test_below_repeated_headings_a_row_goes_on_and_none_is_lost_above_what_stands_below_the_table(tmp_path):
    found = read(tmp_path, printed(*([page] for page in PAGES)))
    assert [one.navn for one in found.rader][-4:] == [
        "Plan for helse og omsorg i Vestnesodden",
        "Plan for bosetting og integrering",
        "Helhetlig risiko- og sårbarhetsanalyse",
        "Kommunikasjonsplan",
    ]


def test_a_row_held_by_blanks_goes_on_where_a_cell_begins_small_or_years_stand_alone_below_a_name(tmp_path):
    rows = [
        ("Plan", "Bestiller", "2028–2029", "2030–2031", "Ansvarlig"),
        ("Plan for barnehage og", "Oppvekst og", "O: 2028", "", "Skole"),
        ("skole", "kultur", "V: 2029", "", ""),
        ("Havneplan", "Formannskapet", "", "V: 2030", "Teknisk"),
        ("Kommunedelplan for", "Formannskapet", "O: 2028", "", "Teknisk"),
        ("trafikk", "", "V: 2029", "", ""),
        ("Klimastrategi", "Formannskapet", "O: 2028", "", "Plan"),
        ("2020–2026", "", "V: 2029", "", ""),
    ]
    text = "\n".join("".join(cell.ljust(26) for cell in row).rstrip() for row in rows)
    wanted = ["Plan for barnehage og skole", "Havneplan", "Kommunedelplan for trafikk", "Klimastrategi 2020–2026"]
    assert [row.navn for row in read(tmp_path, f"Planstrategi 2028–2031\n\n{text}\n").rader] == wanted


def test_a_sentence_over_two_lines_ends_a_table_above_a_list_of_other_plans(tmp_path):
    rows = [part for name in PLANS for part in (name, "X X")]
    told = ["Disse planene lages sammen med naboene, og er", "ikke tatt med her:", "Beiteplan", "Elgplan", "Kystplan"]
    found = read(tmp_path, lost("Plan 2028 2029", *rows, *told))
    assert [row.navn for row in found.rader] == PLANS
    assert {"Beiteplan", "Elgplan", "Kystplan"} <= {one.tekst for one in found.ikke_plassert}


def test_what_is_said_of_plans_over_two_lines_of_a_cell_ends_no_table(tmp_path):
    said = ["Sak om hvilke planer som skal", "oppheves.", "Lages ikke nå.", "Er i gang.", "Sendes på høring."]
    rows = [part for name in PLANS for part in (name, "X X", *said)]
    assert [row.navn for row in read(tmp_path, lost("Plan 2028 2029", *rows)).rader] == PLANS


def test_cells_that_semicolons_part_are_a_table_and_sentences_with_them_are_none(tmp_path):
    rows = "Plan;Vedtatt;2028;2029;Ansvarlig\nKulturplan;2018;x;;Kultur\nHavneplan;;;x;Teknisk"
    found = read(tmp_path, f"Planstrategi for Vik kommune 2028–2031\nX = arbeid\n{rows}")
    assert [(row.navn, [*row.merker], row.ansvarlig) for row in found.rader] == [
        ("Kulturplan", [2028], "Kultur"), ("Havneplan", [2029], "Teknisk"),
    ]  # fmt: skip
    told = "Vi har lite folk; det tar tid; vi venter.\nKulturplanen er gammel; den revideres.\nHavneplanen er ny; den står."
    assert read(tmp_path, told).rader == ()


def test_a_sheet_saved_as_text_holds_semicolons_quotes_and_ends_of_lines_in_its_quoted_cells(tmp_path):
    rows = [
        "Plan;Merknad;2028;2029", '"Kommuneplanen; arealdel";"Sist i 2019; nå ""gammel""";x;',
        'Havneplan;"Sees samlet\nmed brannvern.";;x', '"Plan for vei; vann\nog støy";;x;x', "Kulturplan;;;x",
    ]  # fmt: skip
    found = read(tmp_path, "\n".join(["Planstrategi for Vik 2028–2031", "X = arbeid", *rows]), "ark.csv")
    assert seen(found) == [
        ("Kommuneplanen; arealdel", {2028: "x"}), ("Havneplan", {2029: "x"}),
        ("Plan for vei; vann og støy", {2028: "x", 2029: "x"}), ("Kulturplan", {2029: "x"}),
    ]  # fmt: skip
    assert found.rader[-1].sted == "linje 9"


def test_commas_part_the_cells_of_a_sheet_that_its_suffix_says_it_is_and_of_no_other_text(tmp_path):
    rows = "Plan,Ansvarlig,Oppstart\nKulturplan,Kultur,2028\nHavneplan,Teknisk,2029\nBeiteplan,Landbruk,2030"
    assert [(row.navn, row.ansvarlig) for row in read(tmp_path, rows, "ark.csv").rader] == [
        ("Kulturplan", "Kultur"), ("Havneplan", "Teknisk"), ("Beiteplan", "Landbruk"),
    ]  # fmt: skip
    told = "Plan for vei, vann, støy\nPlan for skog, beite, jakt\nPlan for skole, barnehage, kultur"
    assert [row.navn for row in read(tmp_path, f"Plan 2028\n{told}").rader if "," not in row.navn] == []


@pytest.mark.parametrize("cell", ["x" * 200_000, '"' + "lang\n" * 60, "\0"])
def test_what_can_be_no_cell_of_a_sheet_ends_it_and_stops_nothing(tmp_path, cell):
    rows = "Plan;2028;2029\nKulturplan;x;\nHavneplan;;x\nBeiteplan;x;x"
    found = read(tmp_path, f"X = arbeid\n{rows}\n{cell};;\nElgplan;x;x".replace("\0", "\x00"))
    assert [row.navn for row in found.rader][:3] == ["Kulturplan", "Havneplan", "Beiteplan"]
