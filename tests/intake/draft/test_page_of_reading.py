"""The page of a reading counts first, shows each row with its place and what to tick, and is nothing but text and form."""

import re
import shutil
from html.parser import HTMLParser

import pytest
from found_rows import drafted, row

from planstrategi.intake.draft.page import intake_page
from planstrategi.intake.draft.record import reading_of
from planstrategi.intake.found import Doubt, NotPlaced

EVIL = "<script>alert('x')</script>"
OPEN = ("meta", "link", "br", "input")


def page(*rows, **said):
    draft = drafted(*rows, **said)
    return intake_page(draft, reading_of(draft, f"{EVIL}.docx"))


def test_it_counts_rows_doubts_and_what_was_not_placed():
    asked = Doubt("aar", "X", "Er 2025 merket?")
    rows = row(), row("Veiplan", tvil=(asked, asked)), row("SUM", er_plan=False, hva="sum")
    counts = re.findall(r"<strong>(\d+)</strong> ([^<]+)", page(*rows, ikke_plassert=(NotPlaced("side 7", "* fotnote"),)))
    assert counts == [
        *(("3", "rader funnet"), ("2", "av dem planer"), ("2", "lest uten tvil"), ("1", "med tvil")),
        *(("2", "spørsmål"), ("1", "ikke plassert")),
    ]


def test_each_row_has_its_place_what_was_understood_on_which_words_and_a_yes_and_no_to_tick():
    (line,) = re.findall(
        r"<tr class=.*", page(row(forslag=[("planbehov", "revisjon")], tvil=(Doubt("aar", "X", "Er 2025 merket?"),)))
    )
    assert "side 3, rad 1" in line and 'planbehov: revisjon <span class="ord">«ord»</span>' in line
    assert 'Er 2025 merket? <span class="ord">«X»</span>' in line
    assert line.count('type="checkbox"') == 2


def test_what_was_not_placed_has_its_place_and_something_to_tick():
    (_, line) = re.findall(r"<tr class=.*", page(row(), ikke_plassert=(NotPlaced("side 7", "* fotnote"),)))
    assert "side 7" in line and "* fotnote" in line and "skal ikke føres" in line


def test_whatever_stands_in_the_document_is_shown_as_text():
    shown = page(
        row(EVIL, sted=EVIL, kommentar=EVIL, forslag=[("hast", EVIL)], tvil=(Doubt(EVIL, EVIL, EVIL),)),
        tittel=EVIL, kommune=EVIL, tvil=(Doubt("kommune", EVIL, EVIL),), ikke_plassert=(NotPlaced(EVIL, EVIL),),
    )  # fmt: skip
    assert "<script" not in shown and "&lt;script&gt;" in shown


def test_it_is_in_norwegian_whole_and_asks_nothing_of_others():
    shown = page(row())
    assert shown.startswith('<!DOCTYPE html>\n<html lang="nb">')
    assert not re.search(r"(?:src|href)=\"(?!data:)|url\(|@import|https?:", shown)
    opened: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag, attrs):
            opened.extend([tag] if tag not in OPEN else [])

        def handle_endtag(self, tag):
            assert opened.pop() == tag

    Checker().feed(shown)
    assert opened == []


def test_on_a_phone_each_cell_is_as_wide_as_the_page():
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright mangler: kjør make testverktoy")
    chromium = shutil.which("chromium") or pytest.skip("Chromium mangler: kjør make testverktoy")
    shown = page(row(forslag=[("merknad", "ord " * 40)], tvil=(Doubt("aar", "X", "Er 2025 merket?"),)))
    with sync_api.sync_playwright() as program:
        opened = program.chromium.launch(executable_path=chromium, args=["--no-sandbox"]).new_page(
            viewport={"width": 390, "height": 700}
        )
        opened.set_content(shown)
        widths = opened.evaluate("[...document.querySelectorAll('td')].map(one => one.clientWidth)")
        assert len(widths) == 4 and min(widths) > 340
        assert opened.evaluate("document.documentElement.scrollWidth") == 390


def test_the_cells_of_the_row_stand_as_the_source_has_them():
    shown = page(row("Veiplan", vedtatt="2019", merker={2024: "(x)"}, kommentar="Vert revidert", annet=(("Nivå", "lokalt"),)))
    assert "2019 | 2024: (x) | Vert revidert | lokalt" in shown


@pytest.mark.parametrize("question", ["Raden sier «ikke». Hva er bestemt?", "Når er dette? Cellen er ikke lest.", "Hvem svarer?"])
def test_a_question_that_asks_for_more_than_a_yes_has_a_line_to_write_on(question):
    (line,) = re.findall(r"<tr class=.*", page(row(tvil=(Doubt("merker", "R", question),))))
    assert '<span class="linje"></span>' in line and "checkbox" not in line


def test_what_a_question_quotes_does_not_make_it_ask_for_more_than_a_yes():
    (line,) = re.findall(r"<tr class=.*", page(row(tvil=(Doubt("aar", "R", "Kilden skriver «Ja. Når?». Skal det stå?"),))))
    assert line.count('type="checkbox"') == 2
