"""What a document says of itself."""

import pytest

from planstrategi.intake.document import RUNNING_HEAD, Document, Paragraph
from planstrategi.intake.front_page import front_page


def front(*texts, years=(), fil="kilde.pdf"):
    return front_page(Document(fil, tuple(Paragraph("side 1", text) for text in texts)), years)


@pytest.mark.parametrize(
    ("text", "municipality", "period"),
    [
        ("Planstrategi 2024–2027 for Østre Toten kommune", "Østre Toten", (2024, 2027)),
        ("KOMMUNAL PLANSTRATEGI 2024- 2027 FOR LIER KOMMUNE", "Lier", (2024, 2027)),
        ("Planstrategi for Gol kommune 2024-27", "Gol", (2024, 2027)),
        ("Planstrategi Nord-Aurdal kommune 2020/2023", "Nord-Aurdal", (2020, 2023)),
        ("Planstrategi 2024–2027: Planregister Hovden kommune", "Hovden", (2024, 2027)),
    ],
)
def test_the_title_names_the_municipality_and_the_years(text, municipality, period):
    found = front("Forord", text)
    assert (found.tittel, found.kommune, found.periode, found.tvil) == (text, municipality, period, ())


def test_the_period_alone_may_stand_with_the_day_it_was_adopted():
    found = front("Planstrategi for Vik kommune", "2024–2027\nVedteken i kommunestyret 24.10.2024")
    assert (found.periode, found.vedtatt) == ((2024, 2027), "2024-10-24")


def test_a_period_that_is_broken_at_the_end_of_a_line_is_put_together():
    assert front("Kommunal planstrategi for Vik 2024–", "2027", "Vedtatt").periode == (2024, 2027)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Planstrategi 2024-2027, vedtatt i Hol kommunestyre 05.09.2024, sak 110/24", "2024-09-05"),
        ("Planstrategien vart vedteken av kommunestyret 11. juni 2024", "2024-06-11"),
        ("Den erstatter planstrategien fra 2020 og gjelder til ny planstrategi er vedtatt i 2028.", ""),
        ("Kommuneplanens samfunnsdel er vedtatt av kommunestyret 05.05.2011, sak 21/11.", ""),
    ],
)
def test_the_day_it_was_adopted_is_not_that_of_another_plan(text, day):
    assert front("Planstrategi 2024-2027", text).vedtatt == day


def test_what_the_document_does_not_say_is_empty_and_what_is_taken_of_columns_is_asked():
    found = front("Planer", years=[2024, 2025])
    assert (found.kommune, found.periode, [doubt.felt for doubt in found.tvil]) == ("", (2024, 2025), ["periode"])


@pytest.mark.parametrize("slogan", ["Lita kommune – store mogelegheiter", "Ein open kommune", "Attraktiv kommune for alle"])
def test_what_a_municipality_is_like_is_no_name_of_one(slogan):
    found = front("Planstrategi 2024–2027", "Vik kommune", slogan)
    assert (found.kommune, found.tvil) == ("Vik", ())


def test_two_municipalities_named_as_often_are_asked_of():
    assert [doubt.felt for doubt in front("Hol kommune og Gol kommune").tvil] == ["kommune"]


def test_the_day_is_read_also_where_the_paragraph_below_follows_on_its_line():
    line = "Vedtatt i kommunestyret 15. oktober 2020 (sak 71/20) " + "Her er planene kommunen skal lage. " * 15
    assert front("Planstrategi 2020–2023", line).vedtatt == "2020-10-15"


def test_a_period_that_another_title_names_is_asked_of():
    found = front("Planoversikt 2024-2027", "Åsdal kommune")
    assert (found.periode, [doubt.felt for doubt in found.tvil]) == ((2024, 2027), ["periode"])


def test_the_years_of_the_strategy_before_are_not_those_of_this_one():
    said = front("Planstrategi for Vik kommune", "2028–2031", "Evaluering av planstrategi 2024–2027")
    assert (said.tittel, said.periode, said.tvil) == ("Planstrategi for Vik kommune 2028–2031", (2028, 2031), ())


def test_the_years_below_the_title_go_before_those_of_a_row():
    said = front("Planstrategi for Vik kommune", "2024–2027", "Planstrategi 2028–2031 Rådmannen X")
    assert (said.tittel, said.periode) == ("Planstrategi for Vik kommune 2024–2027", (2024, 2027))


def test_what_stands_over_all_pages_is_the_title_only_where_nothing_else_is():
    foot, title = (
        Paragraph(RUNNING_HEAD, "Vik kommune · Planstrategi 2028–2031 · Side 3"),
        Paragraph("side 1", "Planstrategi 2028–2031"),
    )
    assert front_page(Document("a.pdf", (foot, title)), ()).tittel == title.tekst
    assert front_page(Document("a.pdf", (foot,)), ()).tittel == "Vik kommune · Planstrategi 2028–2031"
    chapter = Paragraph("side 2", "Hvorfor planstrategi")
    assert front_page(Document("a.pdf", (title._replace(sted=RUNNING_HEAD), title, chapter)), ()).tittel == title.tekst


@pytest.mark.parametrize("page", ["", "    s. 2", "    s.", " | side"])
def test_what_stands_over_all_pages_says_the_years_that_the_title_does_not_whatever_is_left_of_the_number_of_the_page(page):
    foot = Paragraph(RUNNING_HEAD, f"Planstrategi for Vik 2028–2031 | vedtatt 7.11.2027{page}")
    assert front_page(Document("a.docx", (foot, Paragraph("avsnitt 1", "Planstrategi"))), ()).periode == (2028, 2031)


def test_the_years_may_stand_in_a_line_of_their_own():
    assert front("Uttrekk av planregister", "Planperiode 2024–2027", years=[2025, 2026]).periode == (2024, 2027)


@pytest.mark.parametrize(
    ("lines", "title", "period"),
    [
        (
            ["VIK KOMMUNE", "Kommunal planstrategi", "for perioden 2024–2027"],
            "Kommunal planstrategi for perioden 2024–2027",
            (2024, 2027),
        ),
        (
            ["Kommunal", "planstrategi for", "Vik kommune", "2024 til 2027"],
            "Kommunal planstrategi for Vik kommune 2024 til 2027",
            (2024, 2027),
        ),
        (["Planstrategi for Vik", "Perioden 2024–2027"], "Planstrategi for Vik", (2024, 2027)),
        (["Planstrategi", "Planstrategien gjelder for fire år, fra 2025 til og med 2028."], "Planstrategi", (2025, 2028)),
    ],
)
def test_a_title_is_put_together_of_its_lines_and_the_period_may_stand_apart_from_it(lines, title, period):
    found = front(
        *lines, "Regional planstrategi for Vestland 2024–2030 er lagt til grunn.", "Planstrategien følger økonomiplan 2026–2029."
    )
    assert (found.tittel, found.periode, found.tvil) == (title, period, ())


def test_a_sentence_a_chapter_and_the_strategy_of_another_are_no_title():
    others = ["1. Om planstrategi", "Planstrategien er kort", "Regional planstrategi 2024–2028", "Hva er en planstrategi?"]
    assert front(*others, "Kommunal planstrategi, vedtatt 12.06.2024").tittel == "Kommunal planstrategi"


def test_the_term_of_the_council_is_a_guess_where_nothing_else_says_the_period():
    found = front("Planstrategi for Vik", "I valgperioden 2023–2027 prioriteres arealdelen.")
    assert (found.periode, [doubt.felt for doubt in found.tvil]) == ((2023, 2027), ["periode"])


def test_what_stands_before_the_name_of_a_municipality_is_no_part_of_it():
    assert front("Behandlet i Nes kommunestyre").kommune == "Nes"
    assert front("HØYRINGSUTKAST YTRE VIK HERAD").kommune == "Ytre Vik"


@pytest.mark.parametrize("page", [" Side 1", " – Side 1", " | side 1 av 3"])
def test_the_number_of_the_page_beside_a_title_is_no_part_of_it(page):
    assert front(f"Vik kommune – Kommunal planstrategi 2024–2027{page}").tittel == "Vik kommune – Kommunal planstrategi 2024–2027"


@pytest.mark.parametrize(
    "line",
    ["Vik kommune 2024–2027", "2024–2027 Høringsutkast", "2024–2027 – forslag", "2024–2027 Kommunestyrets vedtak 26.09.2024"],
)
def test_the_period_alone_may_stand_with_the_municipality_or_the_stage(line):
    assert (front("Planstrategi", line).periode, front("Planstrategi", line).tvil) == ((2024, 2027), ())


@pytest.mark.parametrize(
    "line",
    [
        "Planstrategi – forslag vedtatt lagt ut av formannskapet 11.02.2026, sak 14/26",
        "Planstrategien ble vedtatt sendt på høring 11.02.2026",
        "Planstrategien ble vedtatt av formannskapet 11.02.2026",
        "Kommunestyret gjør vedtak om planstrategien 24. juni 2026",
        "Planstrategien blir vedtatt av kommunestyret 24. juni 2026",
        "Høringsutkast til planstrategi vedtatt 11.02.2026",
    ],
)
def test_what_is_sent_on_hearing_or_is_to_be_adopted_is_no_adoption(line):
    assert front("Planstrategi 2026–2029", line).vedtatt == ""


def test_an_adoption_may_stand_after_the_hearing():
    line = "Planstrategien: lagt ut 11.02.2026, vedtatt i kommunestyret 24.06.2026"
    assert front("Planstrategi 2026–2029", line).vedtatt == "2026-06-24"


def test_years_of_a_title_that_does_not_say_what_it_is_of_are_asked_of():
    found = front("Planane våre 2024–2027", "Kommunal planstrategi for Vik kommune")
    assert (found.periode, [one.ord for one in found.tvil]) == ((2024, 2027), ["Planane våre 2024–2027"])
