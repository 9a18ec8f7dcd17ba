"""The parts of the page: what is long is folded, a figure has its table beside it, what is written is shown as written."""

import pandas as pd
import pytest
from registers import FJORDVIK

import planstrategi as ps
from planstrategi.outputs.report.notebooks import Chapter, NotebookCell
from planstrategi.outputs.report.parts import MOST_ROWS, Parts, prose
from planstrategi.presentation.notebook_table import Table


@pytest.fixture(scope="module")
def register():
    return ps.load(FJORDVIK)


@pytest.fixture
def parts(register):
    return Parts(lambda name: Table(ps.table(name, register)))


def rows(count, **attrs):
    frame = pd.DataFrame({"navn": [f"plan {number}" for number in range(count)]})
    frame.attrs = {"tabell": "planer", "tittel": "Planene", "enhet": "én plan per rad", "kilde": "Kilde: her.", **attrs}
    return Table(frame)


def test_a_short_table_is_open_and_a_long_one_is_folded_and_says_how_long_it_is(parts):
    short, long = parts.table(rows(MOST_ROWS)), parts.table(rows(MOST_ROWS + 1))
    assert "<details" not in short and "<caption>Planene (én plan per rad)</caption>" in short
    assert f"<summary>Planene: {MOST_ROWS + 1} rader</summary>" in long and "Kilde: her." in long


def test_a_table_without_a_title_has_no_caption(parts):
    assert "<caption" not in parts.table(Table(pd.DataFrame({"Begrunnelse": ["gjøres hvert år"]})))


def test_a_table_is_where_links_lead_the_first_time_it_is_shown_and_scrolls_in_a_box_that_can_be_reached(parts):
    first, second = parts.table(rows(1)), parts.table(rows(2))
    assert '<div id="tabell-planer">' in first and "id=" not in second
    assert 'role="region" aria-label="Tabell 1: Planene" tabindex="0"' in first and "Tabell 2: Planene" in second


def chapter(*shown):
    return Chapter("01_a", [NotebookCell("# A"), NotebookCell(shown=shown)])


def test_the_table_of_a_figure_is_folded_beside_it_unless_its_chapter_shows_it(parts, register):
    figure, table = ps.figure("kapasitet", register), ps.show(ps.table("kapasitet", register))
    alone = parts.chapter(chapter(figure))
    assert '<details id="tabell-kapasitet">' in alone and '<a href="#tabell-kapasitet">Tallene i en tabell</a>' in alone
    shown = Parts(lambda name: pytest.fail(f"{name} is shown already")).chapter(chapter(figure, table))
    assert shown.count('id="tabell-kapasitet"') == 1


def test_a_figure_has_its_words_and_leads_to_its_files_and_is_shown_once(parts, register):
    figure = ps.figure("tidslinje", register, "a4")
    made = parts.chapter(chapter(figure, figure))
    assert made.count("<img") == 1 and 'class="figur staaende"' in made and 'href="#figur-tidslinje-a4"' in made
    assert all(f'href="figurer/tidslinje-a4.{kind}"' in made for kind in ("svg", "png"))


def test_a_figure_that_no_file_is_made_of_is_shown_as_it_is(parts, register):
    made = parts.chapter(chapter(ps.figure("kapasitet", register, "a4")))
    assert 'src="data:image/svg+xml' in made and "figurer/" not in made


def test_what_the_drawing_says_is_not_said_twice_on_paper(parts, register):
    figure, said = ps.figure("kapasitet", register), ps.finding("kapasitet", register)
    assert 'class="funn i-figuren"' in parts.chapter(chapter(figure, said))
    assert "i-figuren" not in Parts(lambda _: None).chapter(chapter(said))


def test_a_heading_is_a_place_to_go_to_under_the_title_of_the_page(parts):
    made = parts.chapter(Chapter("01_a", [NotebookCell("# Registeret\n\n## Planene")]))
    assert "<h2>Registeret</h2>" in made and '<h3 id="avsnitt-1">Planene</h3>' in made
    assert parts.headings == {"01_a": [("avsnitt-1", "Planene")]}


def test_what_is_not_ours_is_shown_and_an_object_without_words_is_not(parts):
    shown = [{"text/plain": "2"}, {"text/plain": "<noe.Annet object at 0x7f00aa>"}, {"image/png": "QUJD", "text/plain": "x"}]
    made = parts.chapter(chapter(*shown, "skrevet <b>\n", {"text/html": "<i>her</i>"}))
    assert "<pre>2</pre>" in made and "0x7f" not in made and "data:image/png;base64,QUJD" in made
    assert "skrevet &lt;b&gt;" in made and "<i>her</i>" in made


def test_markup_and_formulas_in_prose_are_shown_as_they_are_written():
    assert prose("<script>alert(1)</script> koster $\\frac{1}{2}$").count("&lt;script&gt;") == 1
    assert "$\\frac{1}{2}$" in prose("$\\frac{1}{2}$") and "javascript" not in prose("[her](javascript:alert(1))")
