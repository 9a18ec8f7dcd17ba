"""The record of a reading has each row that was met, what was guessed on which words, and what a person has to answer."""

from found_rows import TABLE, drafted, row

from planstrategi.intake.draft.record import reading_as_yaml, reading_of
from planstrategi.intake.found import Doubt, NotPlaced

ASKED = Doubt("aar", "ved behov", "Skal planen revideres: når?")


def reading(*rows, **said):
    return reading_of(drafted(*rows, **said), "plan.docx")


def test_a_row_has_its_place_its_plan_and_whether_it_was_read_without_a_doubt():
    sure, doubted, other = reading(row(), row("Veiplan", tvil=(ASKED,)), row("SUM", er_plan=False, hva="sum")).rader
    assert (sure.hvor, sure.tabell, sure.rad, sure.plan, sure.sikkerhet) == (
        "side 3, rad 1",
        "temaplaner",
        1,
        "havneplan",
        "sikker",
    )
    assert (doubted.sikkerhet, doubted.tvil[0].ord) == ("usikker", "ved behov")
    assert other.plan is None


def test_doubts_about_the_document_and_the_tables_stand_first():
    table = TABLE._replace(navn="", tvil=(ASKED,))
    document, of_table, of_row = reading(row(), tables=(table,), tvil=(ASKED,)).rader
    assert (document.hvor, document.tabell, document.rad) == ("plan.docx", None, None)
    assert (of_table.navn, of_table.tabell, of_table.rad) == ("Tabell 1", "tabell-1", None)
    assert of_row.rad == 1


def test_a_row_is_as_doubtful_as_its_table_where_the_question_concerns_it():
    asked = TABLE._replace(tvil=(ASKED._replace(felt="merket_betyr"),))
    rows = row(merker={2024: "X"}), row("Veiplan", merker_uten_aar=("X",)), row("Skoleplan")
    assert [one.sikkerhet for one in reading(*rows, tables=(asked,)).rader] == ["usikker", "usikker", "usikker", "sikker"]
    assert [one.sikkerhet for one in reading(row(), tables=(TABLE._replace(tvil=(ASKED,)),)).rader] == ["usikker", "usikker"]


def test_a_question_about_one_sign_concerns_the_rows_that_have_it():
    rows = row(merker={2024: "(x)"}), row("Veiplan", merker={2024: "x"}), row("Skoleplan", merker={2024: "R/V"})
    for sign, doubtful in (("(X)", [0]), ("V", [2]), ("x", [0, 1, 2]), ("en skyggelagt celle", [0, 1, 2])):
        asked = TABLE._replace(tvil=(Doubt("merket_betyr", sign, "Betyr det arbeid?"),))
        read = [one.sikkerhet for one in reading(*rows, tables=(asked,)).rader[1:]]
        assert [at for at, one in enumerate(read) if one == "usikker"] == doubtful


def test_what_was_guessed_is_told_with_its_words():
    (only,) = reading(row(forslag=[("planbehov", "revisjon")])).rader
    assert [(one.felt, one.verdi, one.ord) for one in only.forslag] == [("planbehov", "revisjon", "ord")]


def test_what_was_not_placed_is_kept():
    read = reading(row(), ikke_plassert=(NotPlaced("side 7", "* se vedlegg"), NotPlaced("side 8", " ")))
    assert [(one.hvor, one.tekst) for one in read.ikke_plassert] == [("side 7", "* se vedlegg")]


def test_the_file_has_its_schema_and_its_day_without_quotes():
    text = reading_as_yaml(reading(row()))
    assert text.startswith("# yaml-language-server: $schema=../../../skjema/innlesing.schema.json\n")
    assert "\nper_dato: 2024-01-01\ndokument: plan.docx\nrader:\n- hvor: side 3, rad 1\n  tabell: temaplaner\n" in text


def test_what_is_asked_of_all_parts_of_a_printed_table_is_asked_once():
    parts = [TABLE._replace(tvil=(ASKED,), trykt=number) for number in (1, 1, 2)]
    posts = reading(row(), tables=tuple(parts)).rader
    assert [one.rad for one in posts] == [None, None, 1]
