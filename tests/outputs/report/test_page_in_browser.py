"""The report as a reader meets it: in a browser that holds it to its own rules, on a phone, enlarged, and on paper."""

import json
import shutil
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from notebooks import write_notebook
from planstrategi.cli import main
from planstrategi.outputs.report.notebooks import run_notebooks
from planstrategi.outputs.report.page import report_page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright mangler: kjør make testverktoy")
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium mangler: kjør make testverktoy")
ALONE = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
MOST_PAGES = 25
# the width of A4 within its margins, in pixels
PAPER = {"width": 680, "height": 1000}


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as program:
        started = program.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    """The report of the real register, of 44 plans."""
    folder = tmp_path_factory.mktemp("arbeid")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["rapport", str(OSTRE_TOTEN)]) == 0
    return folder / "rapport" / "index.html"


@pytest.fixture
def opened(browser):
    """Return a function that opens a file, and what the browser complains of or asks for beside it."""
    made = []

    def open_(path: Path, **options):
        page = browser.new_page(**options)
        page.set_default_timeout(10_000)
        made.append(page)
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith("data:") or heard.append(request.url))
        page.goto(path.as_uri())
        assert heard.pop(0) == path.as_uri()
        return page, heard

    yield open_
    for page in made:
        page.close()


def column(table, number):
    return [text.strip() for text in table.locator(f"tbody tr:not([hidden]) td:nth-child({number})").all_text_contents()]


def test_the_page_is_silent_loads_nothing_and_its_tables_sort_filter_and_unfold(report, opened):
    page, heard = opened(report)
    plans = page.locator("#tabell-planer")
    assert not plans.locator("table").is_visible()
    plans.locator("summary").click()
    table = plans.locator("table")
    before = column(table, 1)
    table.get_by_role("button", name="Plan", exact=True).click()
    rising = column(table, 1)
    assert rising == sorted(before, key=str.casefold) != before
    table.get_by_role("button", name="Plan", exact=True).click()
    assert column(table, 1) == rising[::-1]
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    plans.get_by_role("searchbox").fill("BEREDSKAP")
    found = column(table, 1)
    assert 0 < len(found) < 44 and plans.get_by_role("status").text_content() == f"{len(found)} av 44 rader"
    assert heard == []


def test_numbers_are_sorted_as_numbers_and_what_is_not_known_stands_last(report, opened):
    page, _ = opened(report)
    table = page.locator("#tabell-konsentrasjon table")
    table.get_by_role("button", name="Antall planer").click()
    assert column(table, 2) == ["2", "3", "6", "33"]
    changes = page.locator("#tabell-scenario-aar")
    changes.locator("summary").click()
    changes.get_by_role("button", name="Endring i antall planer", exact=True).click()
    place = changes.locator("th").all_text_contents().index("Endring i antall planer") + 1
    numbers = [int(text.replace("−", "-")) for text in column(changes.locator("table"), place) if text]
    assert numbers == sorted(numbers) and numbers[0] < 0 < numbers[-1]
    dates = page.locator("#tabell-frister")
    dates.locator("summary").click()
    for _ in range(2):
        dates.get_by_role("button", name="Frist", exact=True).click()
        shown = [day[6:] + day[3:5] + day[:2] for day in column(dates.locator("table"), 2)]
        known = [day for day in shown if day]
        assert known in (sorted(known), sorted(known)[::-1]) and shown[: len(known)] == known


def test_a_sentence_on_page_one_leads_to_its_table_and_unfolds_it(report, opened):
    page, _ = opened(report)
    links = page.locator("#forside li a")
    assert links.count() == len(ps.table("sammendrag", ps.load(OSTRE_TOTEN)))
    links.filter(has_text="lovkrav er i minst ett år").click()
    assert page.locator("#tabell-lovhull table").is_visible()
    assert page.locator("#tabell-lovhull").evaluate("one => one.open && one.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("width", [390, 640], ids=["a phone", "a screen of 1280 at 200 %"])
def test_the_page_never_scrolls_sideways_however_many_tables_are_unfolded(report, opened, width):
    page, _ = opened(report, viewport={"width": width, "height": 700})
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # a column of much text is as wide as can be read, and its box scrolls
    tables = page.locator("#tabell-beslutninger tr, #tabell-tabeller tr").all()
    assert max(row.bounding_box()["height"] for row in tables) < 700


def test_there_is_nothing_that_wcag_forbids(report, opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe mangler: kjør make testverktoy")
    page, _ = opened(report)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in axe.Axe().run(page, options=WCAG).response["violations"]] == []


def test_on_paper_it_is_short_and_page_one_is_one_page_with_everything_on_it(report, opened, tmp_path):
    pdfplumber = pytest.importorskip("pdfplumber")
    page, _ = opened(report, viewport=PAPER)
    page.pdf(path=tmp_path / "rapport.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "rapport.pdf") as printed:
        texts = [one.extract_text() for one in printed.pages[:2]]
        assert len(printed.pages) <= MOST_PAGES
    assert all(
        topic in texts[0] for topic in ("Kommuneplanen", "Toppen", "Lovkrav", "Frister", "Valg", "Ikke kjent", "antakelser")
    )
    assert texts[1].startswith("Nøkkeltall") and "Frister" not in texts[1]
    page.emulate_media(media="print")
    assert page.locator("#forside").evaluate("one => one.scrollHeight <= one.clientHeight")


HOSTILE = ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "]]> -->", r"$\frac{1}{2}$", "=HYPERLINK(1)", "x" * 300]
HOSTILE += ["\u05d0\u05d1 plan", "🏔️ fjell"]


def test_a_name_neither_runs_nor_breaks_out_nor_wrecks_the_page(tmp_path, opened, small):
    names = [json.dumps(name, ensure_ascii=False) for name in HOSTILE]
    place, decided = "kilde: {tabell: temaplan, rad: %d}", "ansvarlig: nord, planbehov: ny, aar: [2024]"
    rows = [f"  - {{id: p{n}, navn: {name}, plantype: temaplan, {place % n}, {decided}}}" for n, name in enumerate(names, 1)]
    why = f"  - {{plan: p1, planbehov: ny, begrunnelse: {names[1]}, kilde: {{avsnitt: Om}}}}"
    register = small("\n".join(["planer:", *rows, "beslutninger:", why, ""]))
    shows = "import planstrategi as ps\nr = ps.load(REGISTER)\nps.show(ps.table('planer', r))"
    book = write_notebook(tmp_path / "01_a.ipynb", "REGISTER = ''", shows, title=HOSTILE[0])
    chapters = run_notebooks([book], str(Path(register.fil).absolute()), print, print)
    page_file = tmp_path / "side.html"
    page_file.write_text(report_page(register, chapters, {HOSTILE[1]: HOSTILE[0]}), "utf-8")
    page, heard = opened(page_file, viewport={"width": 390, "height": 700})
    assert heard == []
    assert page.locator("main script, main img").count() == 0
    assert column(page.locator("#tabell-planer table"), 2) == HOSTILE
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_plan_types_of_several_municipalities_are_no_wider_than_the_page(opened, tmp_path):
    file = tmp_path / "side.html"
    assert main(["sammenlign", str(ROOT / "data/kommuner"), "-o", str(file)]) == 0
    page, _ = opened(file, viewport={"width": 800, "height": 900})
    wide = "[...document.querySelectorAll('section')].filter(one => one.innerText.startsWith('Planene etter plantype'))"
    assert page.evaluate(f"{wide}.map(one => one.querySelector('table').scrollWidth <= one.clientWidth)") == [True]
