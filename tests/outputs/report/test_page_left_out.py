"""What the report leaves out: what has nothing to show, and the chapter with it when nothing else is there."""

import pytest
from nbformat import v4

from planstrategi.outputs.report.page import leave_out, left_out_line

TITLE = v4.new_markdown_cell("# Notatboken\n\nOm det som følger.")


def chapter(heading, *outputs):
    cell = v4.new_code_cell("vis()", outputs=[v4.new_output("execute_result", data, metadata=more) for data, more in outputs])
    return [v4.new_markdown_cell(f"{heading}\n\nForklaring til det som vises."), cell]


def nothing(what, why="registeret ikke har noe slikt"):
    return {"text/plain": "Ikke noe å vise."}, {"utelatt": {"hva": what, "hvorfor": why}}


TABLE = {"text/html": "<table></table>"}, {}
SENTENCE = {"text/html": '<p class="funn">Ingen har vurdert.</p>'}, {}
ONLY_IN_THE_LAB = {"text/plain": "Skjemaet"}, {"utelatt": {}}


@pytest.fixture
def left():
    """Return a function that gives what is left of chapters, by the first line of each cell, and what is said of the rest."""

    def make(*chapters):
        notebook = v4.new_notebook(cells=[TITLE, *(cell for one in chapters for cell in one)])
        said = left_out_line(leave_out(notebook))
        return [cell.source.split("\n")[0] for cell in notebook.cells], said

    return make


def test_a_chapter_with_nothing_in_it_goes_with_its_prose_and_its_sentence_and_is_named(left):
    cells, said = left(chapter("## Planene", TABLE), chapter("## Omtalt", SENTENCE, nothing("Dokumenter")))
    assert cells == ["# Notatboken", "## Planene", "vis()"]
    assert said == "Utelatt fordi registeret ikke har noe slikt: Omtalt."


def test_what_is_missing_from_a_chapter_with_something_in_it_is_named_alone(left):
    cells, said = left(chapter("## Planene", TABLE, nothing("Dokumenter")))
    assert cells == ["# Notatboken", "## Planene", "vis()"]
    assert said == "Utelatt fordi registeret ikke har noe slikt: Dokumenter."


def test_what_is_missing_is_gone_from_its_cell():
    notebook = v4.new_notebook(cells=chapter("## Planene", TABLE, nothing("Dokumenter")))
    leave_out(notebook)
    assert [output.data for output in notebook.cells[1].outputs] == [TABLE[0]]


def test_a_chapter_is_kept_for_what_a_chapter_under_it_shows(left):
    cells, said = left(chapter("## Frister", nothing("Kalenderen")), chapter("### Stegene", TABLE))
    assert "## Frister" in cells
    assert said == "Utelatt fordi registeret ikke har noe slikt: Kalenderen."


def test_a_chapter_goes_with_all_that_is_under_it(left):
    cells, said = left(chapter("## Frister", nothing("a")), chapter("### Stegene", nothing("b")), chapter("## Planene", TABLE))
    assert cells == ["# Notatboken", "## Planene", "vis()"]
    assert said == "Utelatt fordi registeret ikke har noe slikt: Frister."


def test_a_notebook_with_nothing_in_it_goes_whole(left):
    assert left(chapter("## Svar", nothing("a", "ingen har vurdert"), SENTENCE)) == (
        [],
        "Utelatt fordi ingen har vurdert: Notatboken.",
    )


def test_a_chapter_of_prose_alone_is_kept(left):
    assert left([v4.new_markdown_cell("## Om tallene")]) == (["# Notatboken", "## Om tallene"], "")


def test_what_is_left_out_is_said_once_for_each_reason(left):
    chapters = [chapter(f"## {name}", nothing(name, why)) for name, why in (("A", "x"), ("B", "y"), ("C", "x"))]
    assert left(chapter("## Planene", TABLE), *chapters)[1] == "Utelatt fordi x: A; C. Utelatt fordi y: B."


def test_a_sentence_is_said_once_in_a_notebook():
    notebook = v4.new_notebook(cells=[*chapter("## Loven", SENTENCE, TABLE), *chapter("## Årene", SENTENCE, TABLE)])
    leave_out(notebook)
    assert [len(cell.outputs) for cell in notebook.cells if "outputs" in cell] == [2, 1]


def test_what_belongs_in_the_lab_alone_goes_without_a_word(left):
    assert left(chapter("## Planene", TABLE), chapter("### Prøv selv", ONLY_IN_THE_LAB)) == (
        ["# Notatboken", "## Planene", "vis()"],
        "",
    )
