"""The report: one page that opens from disk, whole or not at all."""

import re
import shutil
from html.parser import HTMLParser

import nbformat
import pytest
from conftest import FJORDVIK, ROOT

from planstrategi.cli import main
from planstrategi.presentation.figures import FIGURES


class Page(HTMLParser):
    """The tags of a page, in order, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag == name]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder with the notebooks, as a fresh clone has them."""
    folder = tmp_path_factory.mktemp("arbeid")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return folder


@pytest.fixture(scope="module")
def report(workplace):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(workplace)
        assert main(["rapport", str(FJORDVIK)]) == 0
    return workplace / "rapport"


@pytest.fixture(scope="module")
def text(report) -> str:
    return (report / "index.html").read_text("utf-8")


def test_the_page_is_norwegian_and_needs_nothing_but_itself_and_its_figures(text):
    page = Page(text)
    assert page.named("html") == [{"lang": "nb"}]
    assert page.named("script") == []
    loaded = [attrs["src"] for _, attrs in page.tags if "src" in attrs] + [a["href"] for a in page.named("link")]
    assert [address for address in loaded if not address.startswith("data:")] == []
    followed = [a["href"] for a in page.named("a") if not a["href"].startswith(("#", "figurer/"))]
    assert all(address.startswith("https://lovdata.no/") for address in followed)
    assert not re.search(r"@import|url\((?!data:)", text)


def test_code_is_hidden_and_every_notebook_is_a_section_with_its_sentence(text):
    sections = [attrs["id"] for attrs in Page(text).named("section")]
    assert sections == ["01_register", "02_kapasitet", "03_lovkrav", "04_forventninger", "figurer"]
    assert "ps.table" not in text and "REGISTER" not in text
    assert "Kommunal planstrategi for Fjordvik 2028–2031. Per 30.06.2028." in text
    assert "registeret navngir ingen roller" in text


def test_every_figure_has_an_alternative_text_and_is_saved_as_png_and_svg(report, text):
    images = Page(text).named("img")
    assert len({image["alt"] for image in images}) == len(FIGURES)
    assert all(len(image["alt"] or "") > 60 for image in images)
    wholes = [f"{name}-a4" for name, spec in FIGURES.items() if spec.summary]
    assert {path.name for path in (report / "figurer").iterdir()} == {
        f"{name}{suffix}" for name in (*FIGURES, *wholes) for suffix in (".png", ".svg")
    }


def test_every_link_inside_the_page_leads_somewhere(report, text):
    page = Page(text)
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    for link in page.named("a"):
        address = link["href"] or ""
        if address.startswith("https:"):
            continue
        assert address.removeprefix("#") in ids or (report / address).is_file(), address


def test_key_figures_stand_first(text):
    head = text[: text.index("<nav")]
    assert "Nøkkeltall" in head and "Planer i planstrategien" in head
    assert '<a href="#02_kapasitet">Kapasitet: hvem som kan gjøre alt dette, og når</a>' in head


def test_a_report_from_here_is_replaced_and_another_folder_is_not(report, workplace, monkeypatch, capsys):
    monkeypatch.chdir(workplace)
    (report / "index.html").write_text("gammel", "utf-8")
    assert main(["rapport", str(FJORDVIK)]) == 0
    assert (report / "index.html").read_text("utf-8") != "gammel"
    mine = workplace / "mine"
    mine.mkdir()
    (mine / "notat.txt").write_text("behold", "utf-8")
    assert main(["rapport", str(FJORDVIK), "-o", "mine"]) == 2
    assert "er ikke en rapport herfra" in capsys.readouterr().err
    assert [path.name for path in mine.iterdir()] == ["notat.txt"]


def test_a_failing_notebook_gives_cell_and_error_and_leaves_no_half_report(workplace, tmp_path, monkeypatch, capsys):
    shutil.copytree(workplace / "notebooks", tmp_path / "notebooks")
    path = tmp_path / "notebooks" / "02_kapasitet.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[4].source = "1 / 0"
    nbformat.write(notebook, path)
    monkeypatch.chdir(tmp_path)
    assert main(["rapport", str(FJORDVIK)]) == 1
    said = capsys.readouterr().err
    assert "02_kapasitet.ipynb stoppet i kodecelle 3:\n    1 / 0\n    ZeroDivisionError: division by zero" in said
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["notebooks"]


def test_without_notebooks_nothing_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["rapport", str(FJORDVIK)]) == 2
    assert "notebooks/" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
