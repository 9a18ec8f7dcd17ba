"""JupyterLab as an advisor meets it: Norwegian, at the page to start from, with a notebook to run and a form to use."""

import re
import shutil
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT
from started_lab import started_lab

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright mangler: kjør make testverktoy")
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium mangler: kjør make testverktoy")
MENUS = ["Fil", "Rediger", "Vis", "Kjør", "Kjerne", "Faner", "Innstillinger", "Hjelp"]
REGISTER = OSTRE_TOTEN.relative_to(ROOT)


@pytest.fixture
def project(tmp_path) -> Path:
    """The project's data and notebooks, to change."""
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return tmp_path


@pytest.fixture
def page():
    with sync_api.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(120_000)
        yield page
        browser.close()


def choose(page, menu: str, item: str) -> None:
    page.locator(".lm-MenuBar-item").get_by_text(menu, exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()


def plans_of_years(form) -> list[str]:
    """Return what the form shows of the years: how many plans, and how that differs from the register."""
    rows = form.locator(".jp-RenderedHTMLCommon tbody tr")
    return [" ".join(row.locator("td").all_text_contents()[1:4]) for row in rows.all()]


def test_it_is_norwegian_shows_the_page_to_start_from_and_runs_a_notebook_whose_form_is_used(project, page):
    wrong, asked = [], []
    page.on("console", lambda message: message.type in ("error", "warning") and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with started_lab(project) as (_, _, address):
        page.goto(address)
        page.get_by_role("heading", name="Start her").wait_for()
        assert page.locator(".lm-MenuBar-itemLabel").all_text_contents() == MENUS
        page.get_by_role("link", name="register.yaml").click()
        page.locator(".cm-content").get_by_text("kommune:").first.wait_for()
        page.get_by_role("tab", name="Start her.md").click()
        page.get_by_role("link", name="02 Kapasitet").click()
        page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()
        page.get_by_text("Python 3 (ipykernel) | Klar").wait_for()
        choose(page, "Kjør", "Kjør alle cellene")
        # what is stored has words in its place
        form = page.locator(".widget-vbox")
        form.get_by_text("Ingenting er endret.").wait_for()
        role = form.locator(".widget-dropdown").filter(has_text="Ledig rolle").locator("select")
        role.select_option("Beredskapskoordinator")
        form.get_by_text("Beredskapskoordinator ledig i 6 måneder fra 2024").first.wait_for()
        assert plans_of_years(form)[4:] == ["2024 21 −1", "2025 28 0", "2026 22 1", "2027 14 0"]
        form.get_by_role("button", name="Lagre scenariet").click()
        form.get_by_text("Kjør notatboken på nytt for å se det").wait_for()
        page.wait_for_function("() => ![...document.querySelectorAll('.jp-InputPrompt')].some(one => one.textContent == '[*]:')")
        assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").all_text_contents() == []
    assert "rolle: beredskapskoordinator, fra: 2024, maaneder: 6" in (project / REGISTER / "scenarier.yaml").read_text("utf-8")
    assert wrong == [] and {re.match(r"\w+://[^/:]*", url)[0] for url in asked} - {"data://", "blob://"} == {"http://localhost"}
    assert [url for url in asked if "/lab/api/news" in url or "/lab/api/update" in url] == []
