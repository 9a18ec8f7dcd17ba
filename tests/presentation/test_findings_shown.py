"""What a notebook shows of a finding: the sentence, and the line below it."""

from planstrategi.analysis.shared.sentences import Finding
from planstrategi.model.register import Register
from planstrategi.presentation.findings import said_of


def shown(said, under=""):
    return said_of(lambda _: Finding(said, under), Register.__new__(Register))


def test_a_cell_that_ends_with_a_finding_shows_the_sentence_and_the_line_below_it_without_quotes():
    one = shown("Tre av fire planer er nye.", "For den siste sier kilden det ikke.")
    assert repr(one) == "Tre av fire planer er nye.\nFor den siste sier kilden det ikke."
    assert one._repr_html_() == (
        '<p class="funn"><strong>Tre av fire planer er nye.</strong><br><small>For den siste sier kilden det ikke.</small></p>'
    )


def test_a_finding_with_nothing_below_it_is_one_line():
    assert repr(shown("Registeret har ingen planer.")) == "Registeret har ingen planer."
    assert "small" not in shown("Registeret har ingen planer.")._repr_html_()


def test_a_finding_that_is_printed_is_the_sentence_alone():
    assert f"{shown('Tre planer er nye.', 'Resten er ukjent.')}" == "Tre planer er nye."


def test_names_in_a_finding_are_text_and_not_markup():
    assert "&lt;b&gt; &amp;" in shown("Planen «<b> & c» er ny.")._repr_html_()
