"""README keeps its word: its code runs, its commands are the Makefile's, its picture is the chart of today."""

import re
import subprocess
import sys

from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.checks.profile import colour_too_light, colours_too_alike
from planstrategi.chosen import one_register
from planstrategi.cli import main
from planstrategi.model.profile import Profil
from planstrategi.presentation.figures import FIGURES, FINDINGS
from planstrategi.presentation.tables import TABLES

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
REGISTER = OSTRE_TOTEN.relative_to(ROOT).as_posix()


def block(language: str, after: str) -> str:
    return re.search(rf"```{language}\n(.*?)```", README[README.index(after) :], re.DOTALL)[1]


def test_your_own_analysis_is_ten_lines_that_run_in_the_notebooks_folder():
    code = block("python", "## Din egen analyse")
    assert len(code.splitlines()) == 10
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "notebooks", capture_output=True, encoding="utf-8", check=True)
    assert "19 planer har ingen rolle" in done.stdout
    assert "Det arbeides med 29 planer i 2025" in done.stdout


def test_an_own_chart_is_four_lines_that_save_it(ostre_toten, tmp_path, monkeypatch):
    code = block("python", "Din egen opptelling")
    assert len(code.splitlines()) == 4
    monkeypatch.chdir(tmp_path)
    exec(code, {"ps": ps, "r": ostre_toten})
    assert (tmp_path / "planbehov.png").read_bytes().startswith(b"\x89PNG")


def test_the_profile_that_is_shown_has_colours_that_are_allowed():
    shown = dict(re.findall(r'(\w+): "?([^"\n]+)', block("yaml", "### Kommunens farger og logo")))
    profile = Profil(**shown)
    assert [*colour_too_light.find(profile), *colours_too_alike.find(profile)] == []


def test_the_picture_is_the_chart_of_the_real_register_today(ostre_toten):
    stored = (ROOT / "notebooks" / "bilder" / "kapasitet.svg").read_bytes()
    assert stored == ps.figure("kapasitet", ostre_toten).as_bytes(".svg")


def test_the_windows_commands_are_those_of_the_makefile():
    for line in block("powershell", "Kontrollene i `make test`").splitlines():
        assert line.replace(".venv\\Scripts\\", "$(BIN)/") in MAKEFILE
    for line in block("powershell", "I Windows PowerShell").splitlines()[1:]:
        words = line.replace(".venv\\Scripts\\", "$(BIN)/")
        assert words in MAKEFILE.replace(" --quiet", "").replace("$(REGISTER)", REGISTER)


def test_the_first_commands_of_a_new_user_mean_the_register_that_the_makefile_makes_a_report_of(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert one_register(None).parent.as_posix() == REGISTER == re.search(r"^REGISTER \?= (.*)$", MAKEFILE, re.MULTILINE)[1]


def test_every_table_and_figure_that_the_readme_names_exists():
    # --liste and what stands in capitals are no names; a list of figures is written with commas
    figures = re.findall(r"(?:planstrategi figur|--figurer|ps\.(?:figure|finding)\(\")\s*\"?([a-z][a-z,-]+)", README)
    tables = re.findall(r"(?:planstrategi tabell|ps\.table\(\")\s*\"?([a-z][a-z-]+)", README)
    assert len(figures) > 3 < len(tables)
    assert {name for names in figures for name in names.split(",")} <= {*FIGURES, *FINDINGS}
    assert set(tables) <= set(TABLES)


def test_every_make_target_with_help_stands_in_the_readme():
    targets = re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE)
    assert "rapport" in targets and "test" in targets
    assert [target for target in targets if target != "hjelp" and f"`make {target}`" not in README] == []


def test_the_problem_shown_is_what_the_command_prints(tmp_path, capsys, monkeypatch):
    shown = block("", "## Lese et problem").strip()
    text = (OSTRE_TOTEN / "register.yaml").read_text("utf-8")
    folder = tmp_path / OSTRE_TOTEN.relative_to(ROOT)
    folder.mkdir(parents=True)
    (tmp_path / "data" / "nasjonalt").symlink_to(ROOT / "data" / "nasjonalt")
    (folder / "register.yaml").write_text(text.replace("planbehov: viderefores", "planbehov: videreføres", 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["valider"]) == 1
    # the warnings of the other plans are printed too
    (printed,) = (line for line in capsys.readouterr().out.splitlines() if "FIL033" in line)
    start, end = shown.split("…")
    assert printed.startswith(start) and printed.endswith(end.strip())


def test_the_plan_shown_can_be_added_to_the_real_register(tmp_path):
    text = (OSTRE_TOTEN / "register.yaml").read_text("utf-8")
    folder = tmp_path / "kommuner" / "a"
    folder.mkdir(parents=True)
    (tmp_path / "nasjonalt").symlink_to(ROOT / "data" / "nasjonalt")
    plan = block("yaml", "## Legge til en plan")
    added = text.replace("antall_rader: 23", "antall_rader: 24").replace("\nomtalt:", f"\n{plan}\nomtalt:")
    (folder / "register.yaml").write_text(added, "utf-8")
    assert len(ps.load(folder).planer) == 45
