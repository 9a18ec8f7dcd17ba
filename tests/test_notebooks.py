"""The notebooks are a real test: executed in order, outputs stored, and each fails when what it rests on changes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FJORDVIK, ROOT

from planstrategi.outputs.report.execute import execute_all

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
PARAMETERS = 'REGISTER = "../data/kommuner/ostre-toten/2024-2027"'


def cells(path: Path) -> list[dict]:
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def test_there_are_four_notebooks():
    assert [path.stem for path in NOTEBOOKS] == ["01_register", "02_kapasitet", "03_lovkrav", "04_forventninger"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_code_cell_was_executed_in_order_and_its_output_is_stored(path):
    code = cells(path)
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    silent = [source(cell) for cell in code[1:] if not cell["outputs"]]
    assert silent == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_outputs_are_tables_svg_and_sentences_that_nbval_compares(path):
    kinds = {kind for cell in cells(path) for output in cell["outputs"] for kind in output.get("data", {"stdout": ""})}
    assert kinds <= {"text/html", "text/plain", "image/svg+xml", "stdout"}
    assert {"text/html", "image/svg+xml", "stdout"} <= kinds
    assert not any(output.get("name") == "stderr" for cell in cells(path) for output in cell["outputs"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_small_enough_to_be_reviewed_and_each_drawing_is_one_line(path):
    stored = path.read_bytes()
    assert (len(stored) < 625_000, stored.count(b"\n") < 3750) == (True, True)
    outputs = [output.get("data", {}) for cell in cells(path) for output in cell["outputs"]]
    drawings = ["".join(data["image/svg+xml"]) for data in outputs if "image/svg+xml" in data]
    assert [drawing for drawing in drawings if "\n" in drawing] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_first_code_cell_is_the_parameter_alone(path):
    first = cells(path)[0]
    assert first["metadata"]["tags"] == ["parameters"]
    assert source(first) == PARAMETERS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_thin_and_no_municipality_or_year_stands_in_them(path):
    for cell in cells(path)[1:]:
        lines = source(cell).splitlines()
        assert len(lines) <= 5, lines
        assert not any(word in source(cell) for word in ("def ", "Toten", "2024", "2027", "nbval"))
        assert not lines[-1].endswith(";")


CHANGES = {
    "01_register": ("register.yaml", "planbehov: avklares\n    status: venter", "planbehov: ny\n    status: venter"),
    "02_kapasitet": ("register.yaml", "    aar: [2024, 2025, 2026]\n", "    aar: [2024, 2025]\n"),
    "03_lovkrav": ("register.yaml", '"§ 15-1"', '"§ 15-2"'),
    "04_forventninger": ("vurderinger/forventninger.yaml", "grad: sterk", "grad: delvis"),
}


def run(name: str, folder: Path) -> subprocess.CompletedProcess:
    """Run a notebook on a copy in which one thing it rests on is changed."""
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", folder / "notebooks")
    fil, before, after = CHANGES[name]
    changed = next((folder / "data" / "kommuner").glob(f"*/*/{fil}"))
    text = changed.read_text("utf-8")
    assert before in text
    changed.write_text(text.replace(before, after, 1), "utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "notebooks"]
    return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


# One at a time: kernels that start in several processes at once may pick the same port, and one of them dies.
@pytest.mark.parametrize("name", CHANGES)
def test_a_notebook_fails_when_one_thing_it_rests_on_is_changed(name, tmp_path):
    done = run(name, tmp_path)
    assert done.returncode == 1, done.stdout
    assert "Cell outputs differ" in done.stdout


def test_the_invented_register_runs_through_every_notebook():
    executed = execute_all(NOTEBOOKS, FJORDVIK, lambda text: None)
    texts = [
        output["text"]
        for notebook in executed
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.get("name") == "stdout"
    ]
    assert sum(text.startswith("Kommunal planstrategi for Fjordvik 2028–2031. Per 30.06.2028.") for text in texts) == 4
    assert any("registeret navngir ingen roller" in text for text in texts)
    assert any("er vurdert mot planene ennå" in text for text in texts)
