"""What the colours of cells say by a legend."""

import pytest
from printed import read

from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.tables import found

GREEN, RED = PrintedCell("", "92d050"), PrintedCell("", "ff0000")
LEGEND = ((GREEN, PrintedCell("Under arbeid")), (RED, PrintedCell("Ikke startet")))


def of(*rows):
    made = ([PrintedCell(one) if isinstance(one, str) else one for one in row] for row in rows)
    return PrintedTable("tabell", tuple(PrintedRow(f"rad {n}", tuple(row)) for n, row in enumerate(made, 1)))


PLANS = of(("Plan", "Status", "Ansvar"), ("Kulturplan", GREEN, "HO"), ("Skoleplan", RED, "HO"), ("Havneplan", "", "HO"))


def stages(*parts):
    return [[one.verdi for one in row.forslag if one.felt == "status"] for row in read(*parts).rader]


def test_a_coloured_cell_has_the_words_that_a_legend_has_for_its_colour():
    assert stages(of(*LEGEND), "=Planer", PLANS) == [["under_arbeid"], ["ikke_startet"], []]
    assert stages(of(LEGEND[0] + LEGEND[1]), "=Planer", PLANS) == [["under_arbeid"], ["ikke_startet"], []]
    assert read(of(*LEGEND), "=Planer", PLANS).tabeller[0].tvil == ()
    framleis = (GREEN, PrintedCell("Planen gjeld framleis"))
    assert stages("=Planar", PLANS, of(framleis, LEGEND[1])) == [["gjeldende"], ["ikke_startet"], []]


def test_a_list_of_coloured_words_is_a_legend_and_no_table():
    words = [("Fargekoder:",), (PrintedCell("Revisjon av plan", "92d050"),), (PrintedCell("Oppheves", "ff0000"),)]
    found = read("=Planer", of(("Plan", "2028", "2029"), ("Kulturplan", GREEN, ""), ("Skoleplan", "", RED)), of(*words))
    assert [(row.navn, row.merker) for row in found.rader] == [
        ("Kulturplan", {2028: "Revisjon av plan"}), ("Skoleplan", {2029: "Oppheves"}),
    ]  # fmt: skip
    assert (found.tabeller[0].tvil, found.ikke_plassert) == ((), ())


def test_a_coloured_year_has_the_words_of_the_legend():
    legend = of((GREEN, PrintedCell("Oppstart")), (RED, PrintedCell("Vedtak")))
    found = read(legend, "=Planer", of(("Plan", "2028", "2029"), ("Kulturplan", GREEN, RED), ("Skoleplan", "", GREEN)))
    assert [row.merker for row in found.rader] == [{2028: "Oppstart", 2029: "Vedtak"}, {2029: "Oppstart"}]
    assert found.tabeller[0].merket_betyr == {"Oppstart": "oppstart", "Vedtak": "vedtak"}


def test_a_colour_beside_a_plan_is_no_legend():
    found = read("=Planer", of(("Merke", "Plan", "2028"), (RED, "Skoleplan", "x"), (GREEN, "Kulturplan", "")))
    assert [row.navn for row in found.rader] == ["Skoleplan", "Kulturplan"]
    assert ("Merke", "farget") in found.rader[1].annet


def test_a_colour_in_the_rest_of_a_row_is_no_legend_whatever_is_said_beside_it():
    rest = ("", GREEN, "", "Erstattes av nr. 11")
    found = read(
        "=Planer", of(("Plan", "2028", "2029", "Merknad"), ("Kulturplan", GREEN, "", "Ny"), rest, ("Skoleplan", "", GREEN, ""))
    )
    assert [row.merker for row in found.rader] == [{2028: ""}, {2029: ""}]
    assert [one.felt for one in found.rader[0].tvil if "raden under" in one.spoersmaal] == ["aar"]


@pytest.mark.parametrize("legend", [of(*LEGEND), of([PrintedCell(words.tekst, colour.farge) for colour, words in LEGEND])])
def test_the_ground_of_a_name_says_the_status_and_marks_no_year(legend):
    ready = (PrintedCell("Kulturplan", "92d050"), GREEN, PrintedCell("x", "92d050"))
    begun = (PrintedCell("Skoleplan", "ff0000"), "x", "")
    found = read(legend, "=Planer", of(("Plan", "2028", "2029"), ready, begun))
    assert [[one.verdi for one in row.forslag if one.felt == "status"] for row in found.rader] == [
        ["under_arbeid"],
        ["ikke_startet"],
    ]
    assert [[*row.merker] for row in found.rader] == [[2029], [2028]]
    assert ("status", "Under arbeid") in found.rader[0].annet


@pytest.mark.parametrize(("grounds", "asked"), [(("92d050", "ff0000", "ffff00"), ["status"]), (("", "d9d9d9", ""), [])])
def test_colours_of_names_that_nobody_explains_are_asked_of_and_stripes_are_not(grounds, asked):
    plans = ((PrintedCell(f"Kulturplan {number}", ground), "x", "HO") for number, ground in enumerate(grounds))
    found = read("x = arbeid", "=Planer", of(("Plan", "2028", "Ansvar"), *plans))
    assert [one.felt for one in found.tabeller[0].tvil] == asked


def test_what_stands_beside_a_small_area_of_a_colour_is_what_it_means_if_all_such_texts_say_what_marks_do():
    years = of(("Plan", "2028", "2029"), ("Kulturplan", GREEN, RED), ("Skoleplan", "", GREEN))
    beside = [Paragraph("side 1", words.tekst, farge=colour.farge) for colour, words in LEGEND]
    assert [row.merker for row in found(Document("kilde.pdf", (years, *beside))).rader] == [
        {2028: "Under arbeid", 2029: "Ikke startet"}, {2029: "Under arbeid"},
    ]  # fmt: skip
    # one alone parts nothing, and is asked of
    assert found(Document("kilde.pdf", (years, beside[0]))).rader[1].merker == {2029: ""}
    other = Paragraph("side 1", "Tettsted", farge="ffff00")
    assert found(Document("kilde.pdf", (years, *beside, other))).rader[1].merker == {2029: ""}


def test_two_colours_in_the_halves_of_a_year_are_words_and_none_is_asked_of():
    legend = of((GREEN, PrintedCell("Arbeid og høring")), (RED, PrintedCell("Vedtak i kommunestyret")))
    halves = of(("Plan", "2028 vår", "2028 høst"), ("Kulturplan", GREEN, RED), ("Skoleplan", GREEN, ""))
    read_ = read(legend, "=Planer", halves)
    assert (read_.rader[0].merker, read_.tabeller[0].tvil) == ({2028: "Arbeid og høring/Vedtak i kommunestyret"}, ())
