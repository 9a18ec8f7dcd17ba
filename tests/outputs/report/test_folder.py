"""The report: one page that opens from disk, whole or not at all; and notebooks that fail when they should.

What is made once for all the tests stands first; each of the others makes a report of its own.
"""

import html
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from registers import FJORDVIK, OSTRE_TOTEN, ROOT

import planstrategi as ps
from notebooks import write_notebook
from planstrategi.cli import main
from planstrategi.outputs.report import folder
from planstrategi.outputs.report.folder import REPORT_MARK, inputs_of
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
def report(tmp_path_factory):
    """The report on the invented register, made from the notebooks as a fresh clone has them."""
    folder = tmp_path_factory.mktemp("arbeid")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["rapport", str(FJORDVIK)]) == 0
    return folder / "rapport"


@pytest.fixture(scope="module")
def text(report) -> str:
    return (report / "index.html").read_text("utf-8")


def test_the_page_is_norwegian_and_needs_nothing_but_itself_and_its_figures(text):
    page = Page(text)
    assert page.named("html") == [{"lang": "nb"}]
    assert page.named("script") == [{}]
    loaded = [attrs["src"] for _, attrs in page.tags if "src" in attrs] + [a["href"] for a in page.named("link")]
    assert [address for address in loaded if not address.startswith("data:")] == []
    followed = [a["href"] for a in page.named("a") if not a["href"].startswith(("#", "figurer/"))]
    assert all(address.startswith("https://lovdata.no/") for address in followed)
    written = re.sub(r'src="data:[^"]*"', "", text)
    assert not re.search(r"@import|url\(| style=| on[a-z]+=", written)


def test_code_is_hidden_and_every_notebook_is_a_section_run_on_the_register_that_was_asked_for(text):
    sections = [attrs["id"] for attrs in Page(text).named("section") if "id" in attrs]
    assert sections == ["nokkeltall", "01_register", "02_kapasitet", "03_lovkrav", "05_neste_planstrategi"]
    assert "ps.table" not in text and "REGISTER" not in text
    for section in re.split("<section id=", text)[2:]:
        assert "Kommunal planstrategi for Fjordvik 2028–2031. Per 30.06.2028." in section
    assert "Kilden oppgir ingen rolle for planene det arbeides med." in text


def test_what_has_nothing_to_show_is_left_out_and_named_once_at_the_end(text):
    head, _, end = text.partition("<footer ")
    line = re.search(r"<p>(Utelatt .*?)</p>", end)[1]
    assert "Utelatt fordi ingen har vurdert planene mot forventningene: Forventninger: hva stat, fylke og kommunen" in line
    assert "Utelatt fordi registeret ikke har noe slikt: " in line and "Scenarier" in line
    assert not re.search("ikke noe å vise|Ingen data å vise|JupyterLab|04_forventninger", head)


def test_every_figure_with_something_to_show_has_an_alternative_text_and_is_saved_as_png_and_svg(report, text, fjordvik):
    shown = [name for name in FIGURES if not ps.figure(name, fjordvik).nothing]
    assert "tidslinje" in shown and not {"belastning", "koblinger", "scenarier"} & set(shown)
    images = Page(text).named("img")
    assert len({image["alt"] for image in images}) == len(shown)
    assert all(len(image["alt"] or "") > 60 for image in images)
    wholes = [f"{name}-a4" for name in shown if FIGURES[name].summary]
    assert {path.name for path in (report / "figurer").iterdir()} == {
        f"{name}{suffix}" for name in (*shown, *wholes) for suffix in (".png", ".svg")
    }


def test_the_page_is_light_enough_to_send(text):
    # of seven plans; that of 44 is two and a half times as large
    assert len(text.encode()) < 1_000_000


def test_every_link_inside_the_page_leads_somewhere(report, text):
    page = Page(text)
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    for link in page.named("a"):
        address = link["href"] or ""
        if address.startswith("https:"):
            continue
        assert address.removeprefix("#") in ids or (report / address).is_file(), address


def test_page_one_stands_first_then_the_contents_and_the_key_figures(text, fjordvik):
    front, head = text[: text.index("<nav")], text[text.index("<nav") : text.index('<section id="01_register"')]
    assert all(html.escape(said) in front for said in ps.table("sammendrag", fjordvik)["setning"])
    assert "Nøkkeltall" in head and "Planer i planstrategien" in head
    assert '<a href="#02_kapasitet">Kapasitet: hvem som kan gjøre alt dette, og når</a>' in head


def test_the_figures_are_saved_whole(report):
    for path in (report / "figurer").iterdir():
        if path.suffix == ".png":
            assert path.read_bytes().startswith(b"\x89PNG") and path.read_bytes().endswith(b"IEND\xaeB`\x82"), path.name
        else:
            assert 'role="img"' in path.read_text("utf-8"), path.name
            assert path.read_text("utf-8").rstrip().endswith("</svg>"), path.name


def test_a_report_from_here_is_replaced_and_another_folder_is_not(workplace, monkeypatch, capsys):
    monkeypatch.setattr(folder, "_write", lambda _register, _place, _notebooks, draft: (draft / "index.html").touch())
    old, mine = workplace / "rapport", workplace / "mine"
    old.mkdir()
    (old / REPORT_MARK).write_text("")
    (old / "gammel.html").write_text("")
    assert main(["rapport", str(FJORDVIK)]) == 0
    assert [path.name for path in old.iterdir()] == ["index.html"]
    mine.mkdir()
    (mine / "notat.txt").write_text("behold", "utf-8")
    assert main(["rapport", str(FJORDVIK), "-o", "mine"]) == 2
    assert "er ikke en rapport herfra" in capsys.readouterr().err
    assert [path.name for path in mine.iterdir()] == ["notat.txt"]


@pytest.mark.parametrize(("was", "said"), [("elvran/2024-2027", True), ("fjordvik/2028-2031", False)])
def test_that_the_report_of_another_register_is_replaced_is_said(workplace, monkeypatch, capsys, was, said):
    def write(_register, _place, _notebooks, draft):
        (draft / REPORT_MARK).write_text('Laget her.\n{"Register": "fjordvik/2028-2031"}\n', "utf-8")

    monkeypatch.setattr(folder, "_write", write)
    (workplace / "rapport").mkdir()
    (workplace / "rapport" / REPORT_MARK).write_text(f'Laget her.\n{{"Register": "{was}"}}\n', "utf-8")
    assert main(["rapport", str(FJORDVIK)]) == 0
    assert capsys.readouterr().err == ("rapport var rapporten av elvran/2024-2027, og er erstattet.\n" if said else "")


def test_a_report_says_which_register_it_is_of(report):
    assert inputs_of(report)["Register"] == "/".join(FJORDVIK.parts[-2:])


def test_what_matplotlib_and_ipython_say_of_their_own_folders_and_names_stands_neither_in_the_report_nor_on_the_terminal(
    workplace, capfd, monkeypatch
):
    draws = "import planstrategi as ps\nps.figure('planbehov', ps.load(REGISTER))"
    write_notebook(workplace / "notebooks" / "01_liten.ipynb", "REGISTER = ''", draws)
    monkeypatch.setenv("MPLBACKEND", "tull")
    for name in ("MPLCONFIGDIR", "HOME", "IPYTHONDIR"):
        monkeypatch.setenv(name, "/dev/null/finnes-ikke")
    assert main(["rapport", str(FJORDVIK)]) == 0
    assert capfd.readouterr().err == "Kjører 01_liten.ipynb …\n"
    assert "atplotlib" not in (workplace / "rapport" / "index.html").read_text("utf-8")


def test_everything_in_a_report_is_as_of_the_day_that_was_asked_for(workplace, capsys):
    says = "import planstrategi as ps\nprint('lest per', ps.load(REGISTER).per_dato, ps.validate(REGISTER).register.per_dato)"
    write_notebook(workplace / "notebooks" / "01_liten.ipynb", "REGISTER = ''", says)
    before = dict(os.environ)
    assert main(["rapport", str(FJORDVIK), "--dato", "2029-11-23"]) == 0
    made = workplace / "rapport"
    page, drawn = ((made / name).read_text("utf-8") for name in ("index.html", "figurer/kapasitet.svg"))
    assert "lest per 2029-11-23 2029-11-23" in page and "Per 23.11.2029" in page and "30.06.2028" not in page
    assert "23.11.2029" not in drawn or "30.06.2028" not in drawn
    assert dict(os.environ) == before
    assert main(["rapport", str(FJORDVIK), "--dato", "2029-11-23", "--verifiser", "rapport"]) == 0
    assert main(["rapport", str(FJORDVIK), "--verifiser", "rapport"]) == 1
    assert "index.html er annerledes.\n" in capsys.readouterr().out


def test_a_day_that_is_none_makes_no_report(workplace, capsys):
    assert main(["rapport", str(FJORDVIK), "--dato", "23.11.2029"]) == 2
    assert "ÅÅÅÅ-MM-DD" in capsys.readouterr().err
    assert [path.name for path in workplace.iterdir()] == ["notebooks"]


def test_a_failing_notebook_gives_cell_and_error_and_leaves_no_half_report(workplace, capfd, monkeypatch):
    # the process that runs it would say it so
    monkeypatch.setenv("PYTHONIOENCODING", "cp850")
    write_notebook(workplace / "notebooks" / "02_stopper.ipynb", "REGISTER = ''", "1 / 0", "2")
    assert main(["rapport", str(FJORDVIK)]) == 1
    said = capfd.readouterr().err
    assert "Kjører 02_stopper.ipynb …\n" in said
    assert "02_stopper.ipynb stoppet i kodecelle 2:\n    1 / 0\n    ZeroDivisionError: division by zero" in said
    assert "Traceback" not in said
    assert [path.name for path in workplace.iterdir()] == ["notebooks"]


def test_a_register_in_a_folder_whose_name_is_no_text_is_said_and_no_report_is_made(workplace, capfd):
    place = workplace / os.fsdecode(b"fj\xf8rd")
    shutil.copytree(FJORDVIK, place / "2028-2031")
    shutil.copytree(ROOT / "tests/data/nasjonalt", workplace / "nasjonalt")
    assert main(["rapport", str(place / "2028-2031")]) == 2
    said = capfd.readouterr().err
    assert "Rapporten kan ikke lagres. Et navn har tegn som ikke er UTF-8." in said and "Traceback" not in said
    assert not (workplace / "rapport").exists()


# what it says is said to the terminal itself
LINGERS = "import os, time; time.sleep(9); os.write(2, b'!')"


def test_when_a_report_is_killed_the_process_that_runs_its_notebooks_ends_too(workplace):
    write_notebook(workplace / "notebooks" / "02_lenge.ipynb", "REGISTER = ''", LINGERS)
    command = [sys.executable, "-m", "planstrategi", "rapport", str(FJORDVIK)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        said = [process.stderr.readline() for _ in range(2)]
        process.kill()
        # until nobody has the stream any more
        assert process.stderr.read() == b"" and said[1] == "Kjører 02_lenge.ipynb …\n".encode()


def test_a_register_that_is_damaged_before_its_notebooks_are_run_is_said(workplace, monkeypatch, capsys):
    place = shutil.copytree(FJORDVIK.parent, workplace / "fjordvik") / FJORDVIK.name
    shutil.copytree(ROOT / "tests/data/nasjonalt", workplace / "nasjonalt")
    start = folder._building

    def damaged(*words):
        (place / "register.yaml").write_text("x: 1\n")
        return start(*words)

    monkeypatch.setattr(folder, "_building", damaged)
    assert main(["rapport", str(place)]) == 2
    assert "register.yaml:1:1: feil FIL030" in capsys.readouterr().err and not (workplace / "rapport").exists()


def test_what_is_put_in_a_reports_place_meanwhile_is_left_there(workplace, monkeypatch, capsys):
    start = folder._building

    def beaten(*words):
        (workplace / "rapport").mkdir()
        return start(*words)

    monkeypatch.setattr(folder, "_building", beaten)
    assert main(["rapport", str(FJORDVIK)]) == 2
    assert "rapport finnes og er ikke en rapport herfra." in capsys.readouterr().err
    assert list((workplace / "rapport").iterdir()) == []


def test_without_notebooks_nothing_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["rapport", str(FJORDVIK)]) == 2
    assert "notebooks/" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


STOPS = {
    "slutter": "os._exit(0)",
    "stopper": "os._exit(139)",
    # on a full disk a file has a name and nothing in it
    "tier": "open(sys.argv[1] + '/.arbeid/feil.txt', 'w'); os._exit(2)",
}


@pytest.mark.parametrize("program", ["planstrategi.finnes_ikke", *STOPS])
def test_a_program_that_stops_leaves_no_report(workplace, monkeypatch, capsys, program):
    for name, does in STOPS.items():
        (workplace / f"{name}.py").write_text(f"import os, sys; {does}")
    monkeypatch.setattr(folder, "BUILD", program)
    assert main(["rapport", str(FJORDVIK)]) == 2
    assert "stoppet uten å si hvorfor. Rapporten er ikke laget." in capsys.readouterr().err
    # Python keeps what it has compiled of a program, where it may
    left = sorted(path.name for path in workplace.iterdir() if path.name != "__pycache__")
    assert left == ["notebooks", *(f"{name}.py" for name in STOPS)]


BEFORE, AFTER = "planbehov: avklares\n    status: venter", "planbehov: ny\n    status: venter"


def test_a_notebook_fails_when_one_thing_it_rests_on_is_changed(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "01_register.ipynb", tmp_path / "notebooks")
    changed = tmp_path / OSTRE_TOTEN.relative_to(ROOT) / "register.yaml"
    text = changed.read_text("utf-8")
    assert BEFORE in text
    changed.write_text(text.replace(BEFORE, AFTER, 1), "utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "notebooks"]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 1, done.stdout
    assert "Cell outputs differ" in done.stdout
