"""A draft begins with what is said on the command line, else what the document says, else what is unknown."""

from found_rows import found, row

from planstrategi.intake.draft.heading import SaidOfDocument, heading_of


def heading(document=None, **said):
    return heading_of(document or found(row()), SaidOfDocument(**said))


def test_what_neither_the_document_nor_the_command_says_is_unknown():
    head = heading(found(row(), kommune="", periode=None))
    assert (head.kommune, head.nummer, head.fylke, head.periode) == ("ukjent", "ukjent", "ukjent", None)


def test_the_command_goes_before_the_document_and_a_contradiction_is_a_doubt():
    head = heading(navn="Kystby", periode=(2028, 2031))
    assert (head.kommune, head.periode) == ("Kystby", (2028, 2031))
    assert [one.felt for one in head.tvil] == ["kommune", "periode"]
    assert "Dokumentet sier 2024–2027" in head.tvil[1].spoersmaal
    assert heading(navn="fjelldal", periode=(2024, 2027)).tvil == ()


def test_the_day_of_adoption_is_the_day_it_is_known_as_of():
    head = heading(found(row(), vedtatt="2024-06-12"))
    assert (head.per_dato, head.grunnlag, head.vedtatt) == ("2024-06-12", "", "2024-06-12")


def test_an_undated_document_is_known_as_of_the_last_that_is_done_in_it_but_not_before_its_years():
    assert heading().per_dato == "2024-01-01"
    done = found(row(forslag=[("vedtatt", "2024-03"), ("ferdig", "2026")]), row(forslag=[("datert", "2019")]))
    assert heading(done).per_dato == "2024-03-01"
    assert heading(done).grunnlag.startswith("Antatt ved innlesingen")


def test_what_is_said_to_be_done_after_the_first_year_does_not_move_the_day():
    assert heading(found(row(forslag=[("vedtatt", "2026-02-01")]))).per_dato == "2024-01-01"


def test_without_a_period_the_day_follows_from_the_marks_or_from_what_is_done():
    assert heading(found(row(merker={2025: "X"}), periode=None)).per_dato == "2025-01-01"
    assert heading(found(row(forslag=[("vedtatt", "2019")]), periode=None)).per_dato == "2019-01-01"
