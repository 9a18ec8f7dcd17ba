"""What the report leaves out: what has nothing to show, and the chapter with it when nothing else is there."""

import pytest

from planstrategi.outputs.report.left_out import leave_out, left_out_line
from planstrategi.outputs.report.notebooks import NotebookCell
from planstrategi.presentation.findings import Said
from planstrategi.presentation.nothing import Nothing

TITLE = NotebookCell("# Notatboken\n\nOm det som følger.")


def chapter(heading, *shown):
    return [NotebookCell(f"{heading}\n\nForklaring til det som vises."), NotebookCell(shown=shown)]


def nothing(what, why="registeret ikke har noe slikt"):
    return Nothing("Ikke noe å vise.", hva=what, hvorfor=why)


TABLE = "en tabell"
SENTENCE = Said("Ingen har vurdert.")
ONLY_IN_THE_LAB = Nothing("Skjemaet")


@pytest.fixture
def left():
    """Return a function that gives what is left of chapters, by the first line of each cell, and what is said of the rest."""

    def make(*chapters):
        cells, why = leave_out([TITLE, *(cell for one in chapters for cell in one)])
        return [cell.prose.split("\n")[0] for cell in cells], left_out_line(why)

    return make


def test_a_chapter_with_nothing_in_it_goes_with_its_prose_and_its_sentence_and_is_named(left):
    cells, said = left(chapter("## Planene", TABLE), chapter("## Omtalt", SENTENCE, nothing("Dokumenter")))
    assert cells == ["# Notatboken", "## Planene", ""]
    assert said == "Utelatt fordi registeret ikke har noe slikt: Omtalt."


def test_what_is_missing_from_a_chapter_with_something_in_it_is_named_alone(left):
    cells, said = left(chapter("## Planene", TABLE, nothing("Dokumenter")))
    assert cells == ["# Notatboken", "## Planene", ""]
    assert said == "Utelatt fordi registeret ikke har noe slikt: Dokumenter."


def test_what_is_missing_is_gone_from_its_cell():
    cells, _ = leave_out(chapter("## Planene", TABLE, nothing("Dokumenter")))
    assert cells[1].shown == (TABLE,)


def test_a_chapter_is_kept_for_what_a_chapter_under_it_shows(left):
    cells, said = left(chapter("## Frister", nothing("Kalenderen")), chapter("### Stegene", TABLE))
    assert "## Frister" in cells
    assert said == "Utelatt fordi registeret ikke har noe slikt: Kalenderen."


def test_a_chapter_goes_with_all_that_is_under_it(left):
    cells, said = left(chapter("## Frister", nothing("a")), chapter("### Stegene", nothing("b")), chapter("## Planene", TABLE))
    assert cells == ["# Notatboken", "## Planene", ""]
    assert said == "Utelatt fordi registeret ikke har noe slikt: Frister."


def test_a_notebook_with_nothing_in_it_goes_whole(left):
    assert left(chapter("## Svar", nothing("a", "ingen har vurdert"), SENTENCE)) == (
        [],
        "Utelatt fordi ingen har vurdert: Notatboken.",
    )


def test_a_chapter_of_prose_alone_is_kept(left):
    assert left([NotebookCell("## Om tallene")]) == (["# Notatboken", "## Om tallene"], "")


def test_what_is_left_out_is_said_once_for_each_reason(left):
    chapters = [chapter(f"## {name}", nothing(name, why)) for name, why in (("A", "x"), ("B", "y"), ("C", "x"))]
    assert left(chapter("## Planene", TABLE), *chapters)[1] == "Utelatt fordi x: A; C. Utelatt fordi y: B."


def test_a_sentence_is_said_once_in_a_notebook():
    cells, _ = leave_out([*chapter("## Loven", SENTENCE, TABLE), *chapter("## Årene", SENTENCE, TABLE)])
    assert [cell.shown for cell in cells if not cell.prose] == [(SENTENCE, TABLE), (TABLE,)]


def test_what_belongs_in_the_lab_alone_goes_without_a_word(left):
    assert left(chapter("## Planene", TABLE), chapter("### Prøv selv", ONLY_IN_THE_LAB)) == (
        ["# Notatboken", "## Planene", ""],
        "",
    )
