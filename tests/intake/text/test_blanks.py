"""Text whose columns are held by blanks: which rows and cells are read, wherever in its row a cell stands."""

import pytest

from planstrategi.intake.text.blanks import tables_by_blanks
from planstrategi.intake.text.text_file import found_in_text

LONG = "Langsiktig driftsanalyse og investeringsplan for hele bygda"
FARMS = "Reguleringsplan for området ved tre gamle gårdene og på heia i Vik"
TEXTS = {
    "cells in the middle of rows": (
        """
Nr   Plan                     Behov                Ansvarlig
                              Må utarbeides
     Økonomiplan (årlig
1                             grunnet lovkrav      Økonomi
     for fire år)
                              i 2028
                              Må utarbeides
     Plan for habilitering
2                             grunnet lovkrav      Helse
     og rehabilitering
                              i 2028
     Langsiktig
                              Må utarbeides
     driftsanalyse og
3                             grunnet lokale       Økonomi
     investeringsplan for
                              behov i 2028
     hele bygda
4    Havneplan                Utgår                Teknisk
""",
        ["Økonomiplan (årlig for fire år)", "Plan for habilitering og rehabilitering", LONG, "Havneplan"],
    ),
    "numbers, years and words that narrow columns break": (
        """
                          2   2
N                         0   0
    Plan                          Ansvarlig
r                         2   2
                          8   9
    Kommunedelp
8   lan for               x       Teknisk
    havn
    Kommunedelp
9   lan for                   x   Helse
    omsorg
1   Reguleringspl
                          x   x   Teknisk
0   an for vika
1   Næringsplan                   Næring
1   for kysten
""",
        ["Kommunedelplan for havn", "Kommunedelplan for omsorg", "Reguleringsplan for vika", "Næringsplan for kysten"],
    ),
    "a number one blank from the names": (
        """
Nr Plan                          Behov                Ansvarlig
1  Kommunedelplan for            Revideres i første   Teknisk
   havn og sjø                   halvår
2  Plan for habilitering         Ny                   Helse
   og rehabilitering
3  Næringsplan                   Utgår                Næring
""",
        ["Kommunedelplan for havn og sjø", "Plan for habilitering og rehabilitering", "Næringsplan"],
    ),
    "titles of groups in the middle of the page": (
        """
Nr.   Plan                          Plantype          Ansvarlig
                              STYRING OG ØKONOMI
      Kommunedelplan for
1.1                                 Kommunedelplan    Teknisk
      havn og sjø
                              OPPVEKST OG KULTUR
      Plan for skole og
2.1                                 Temaplan          Oppvekst
      barnehage
2.2   Kulturplan                    Temaplan          Kultur
""",
        ["Kommunedelplan for havn og sjø", "Plan for skole og barnehage", "Kulturplan"],
    ),
    "the rest of a row on the next page": (
        """
Nr   Plan                  Behov     Ansvarlig         Merknad
1    Plan for skole og     Revisj    Oppvekst og       Vedtas i 2028
     barnehage             on        kultur
2    Kulturplan for        Revisj    Oppvekst og       Vedtas i 2029
     bygda                 on        kultur
3    Tiltaksplan for       Revisj    Oppvekst og
     mobilitet og
\ftrafikktrygging   on   kultur
""",
        ["Plan for skole og barnehage", "Kulturplan for bygda", "Tiltaksplan for mobilitet og trafikktrygging"],
    ),
    "columns that begin further to the right below": (
        """
Nr.   Plan                              Vedtatt                  Behov
1     Kommunedelplan for havn           12.06.2018, sak 24/18    Revideres
2     Plan for kulturminner i bygda     06.09.2011, sak 38/11    Revideres
7      Reguleringsplan for området ved    Vises i egen oversikt    Sak til utvalget
       tre gamle gårdene og på heia i Vik oversikt over planer     01.07.2025
11     Strategisk næringsplan 2023–2030 05.09.2023, sak 30/23      Utgår
""",
        ["Kommunedelplan for havn", "Plan for kulturminner i bygda", FARMS, "Strategisk næringsplan 2023–2030"],
    ),
    "headings again right below the rest of a row": (
        """
Nr. Namn på plan          2028        2029        Vedteken   Vidareføring
13  Plan for skole og                             2018       Revisjon
    barnehage
14  Kulturplan            Rullering   Rullering   Årlig      Rullering
15  Temaplan idrett og                            2022       Forlenges
\f      friluftsliv
16    Handlingsplan for folk                 2021       Revisjon
      og helse
17    Hovedplan veg                                     Revisjon
18    Hovedplan vann                         oppdatert  Revisjon
                                             2023
Nr.   Namn på plan             2028   2029   Vedteken   Vidareføring
19    Hovedplan avløp                        Oppdatert  Revisjon
                                             2023
20    Plan for eiendom                       2019       Oppdateres
""",
        [
            "Plan for skole og barnehage", "Kulturplan", "Temaplan idrett og friluftsliv", "Handlingsplan for folk og helse",
            "Hovedplan veg", "Hovedplan vann", "Hovedplan avløp", "Plan for eiendom",
        ],
    ),
}  # fmt: skip


def read(tmp_path, text):
    (tmp_path / "plan.txt").write_text(f"Planstrategi for Vik kommune 2028–2031\n\nPlanoversikt\n{text}", "utf-8")
    return found_in_text(tmp_path / "plan.txt")


@pytest.mark.parametrize(("text", "names"), TEXTS.values(), ids=TEXTS)
def test_each_row_is_read_whole_and_alone(tmp_path, text, names):
    assert [row.navn for row in read(tmp_path, text).rader] == names


def test_marks_below_years_that_narrow_columns_break_are_of_those_years(tmp_path):
    text = TEXTS["numbers, years and words that narrow columns break"][0]
    assert [[*row.merker] for row in read(tmp_path, text).rader] == [[2028], [2029], [2028, 2029], []]


def test_columns_that_are_empty_on_the_next_page_are_left_out_there(tmp_path):
    text = """
Nr   Plan                     2028   2029   Vedtatt   Behov
1    Kommunedelplan for       x             2018      Revisjon
     havn og sjø
2    Støyplan                        x      2019      Revisjon
3    Kulturplan                             2020      Utgår
\f4    Skoleplan for           2021      Revisjon
     hele bygda
5    Vegplan                 2022      Utgår
6    Energiplan              2018      Revisjon
"""
    rows = read(tmp_path, text).rader
    assert [row.navn for row in rows][3:] == ["Skoleplan for hele bygda", "Vegplan", "Energiplan"]
    assert [(row.merker, row.vedtatt) for row in rows][3:] == [({}, "2021"), ({}, "2022"), ({}, "2018")]


def test_a_page_that_begins_with_the_rest_of_a_remark_parts_no_table(tmp_path):
    text = """
Nr   Plan              2028   2029   Merknad
1    Plan for skole    x             Sees sammen med barnehage
2    Kulturplan               x      Avhenger av svarene fra
                                     den offentlige høringen
Nr   Plan              2028   2029   Merknad
3    Vegplan           x             Ny
4    Skogplan                 x      Ny
"""
    rows = [(row.navn, [*row.merker], row.kommentar) for row in read(tmp_path, text).rader]
    assert rows[1:3] == [("Kulturplan", [2029], "Avhenger av svarene fra den offentlige høringen"), ("Vegplan", [2028], "Ny")]


def test_what_stands_over_all_years_heads_none_of_them(tmp_path):
    text = """
     Plan                     Planperioden       Ansvarlig
                        2028   2029   2030
1    Havneplan for          x                    Teknisk
     hele bygda
2    Støyplan                      x             Teknisk
3    Kulturplan                           x      Kultur
"""
    assert [[*row.merker] for row in read(tmp_path, text).rader] == [[2028], [2029], [2030]]


def test_a_word_that_a_narrow_column_breaks_is_asked_about(tmp_path):
    rows = read(tmp_path, TEXTS["numbers, years and words that narrow columns break"][0]).rader
    assert "Kommunedelplan" in next(one.ord for row in rows for one in row.tvil)


def test_below_running_text_at_the_top_of_a_page_no_table_goes_on():
    cells = [
        ("Planoppgave", "Type", "Eier", "2024", "2025", "2026", "2027", "Kommentar"),
        ("Plan for mangfold", "Tema", "OU", "", "", "O", "V", "Ny."),
        ("Idrettsplan", "Tema", "KFI", "", "O", "V", "", "Ny."),
    ]
    rows = ["".join(text.ljust(wide) for text, wide in zip(row, (56, *[12] * 6, 20), strict=True)).rstrip() for row in cells]
    told = ["", "\f5. Planer", "Følgende planer anses som utdaterte og oppheves ved vedtak av planstrategien:", "   Kulturplan"]
    steps = ("Aktivitet", "Tidspunkt"), ("Kunnskapsgrunnlag ferdig", "Desember 2023"), ("Politisk verksted", "24. januar 2024")
    other = [f"{name:54}{when}" for name, when in (*steps, ("Vedtak i kommunestyret", "19. juni 2024"))]
    found = [row.celler[0] for _, (_, of_page) in tables_by_blanks([*rows, *told, "", "", *other]) for row in of_page]
    assert found == ["Planoppgave", "Plan for mangfold", "Idrettsplan"]


def test_rows_that_blank_lines_part_have_cells_that_begin_above_their_name_and_titles_of_many_words():
    text = """
Nr    Plan                          Behov                  Plantype           Hjemmel                      Samfunnsfloke

Planene her er de som kommunen skal lage fordi loven krever det i perioden

                                    Må utarbeides
      Økonomiplan (årlig for
1                                   grunnet lovkrav i      Overordnet         Kommuneloven
      fire år)
                                    2024

                                    Må utarbeides                             Forskrift om kommunal
2     Miljørisikoanalyse            grunnet lovkrav i      Overordnet         beredskap mot akutt          KN
                                    2024                                      forurensing § 4

                                    Må utarbeides                             Barnevernsreform,
      Plan for forebyggende
3                                   grunnet lovkrav i      Handlingsplan      pålegg fra                   U/DA
      tiltak for barn og unge
                                    2024                                      statsforvalteren

Regionale planer som kommunen følger opp

                                    Planer under                              Ikke lovkrav, men viktig
4     Folkehelseplan                                       Overordnet                                      U
                                    arbeid i 2024                             grunnlag
"""
    ((_, (_, rows)),) = tables_by_blanks(text.split("\n"))
    assert [" ".join(filter(None, row.celler[:2])).strip(" \f") for row in rows] == [
        "Nr Plan", "Planene her er de som kommunen skal lage fordi loven krever det i perioden",
        "1 Økonomiplan (årlig for fire år)", "2 Miljørisikoanalyse", "3 Plan for forebyggende tiltak for barn og unge",
        "Regionale planer som kommunen følger opp", "4 Folkehelseplan",
    ]  # fmt: skip
