"""The notebooks as they are stored: executed in order, with outputs that nbval compares, and nothing left out."""

import json
import re
from pathlib import Path

import pytest
from registers import ROOT

from planstrategi.presentation.figures import FIGURES, FINDINGS
from planstrategi.presentation.tables import TABLES

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
PARAMETERS = 'REGISTER = "../data/kommuner/ostre-toten/2024-2027"'


def cells(path: Path) -> list[dict]:
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def test_there_are_five_notebooks():
    there = ["01_register", "02_kapasitet", "03_lovkrav", "04_forventninger", "05_neste_planstrategi"]
    assert [path.stem for path in NOTEBOOKS] == there


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
    assert {"text/html", "image/svg+xml"} <= kinds
    assert not any(output.get("name") == "stderr" for cell in cells(path) for output in cell["outputs"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_small_enough_to_be_reviewed_and_each_drawing_is_one_line(path):
    stored = path.read_bytes()
    assert (len(stored) < 625_000, stored.count(b"\n") < 3750) == (True, True)
    outputs = [output.get("data", {}) for cell in cells(path) for output in cell["outputs"]]
    drawings = ["".join(data["image/svg+xml"]) for data in outputs if "image/svg+xml" in data]
    assert [drawing for drawing in drawings if "\n" in drawing] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_first_code_cell_is_the_parameter_alone_and_no_other_cell_is_marked(path):
    first, *others = cells(path)
    assert first["metadata"]["tags"] == ["parameters"]
    assert source(first) == PARAMETERS
    # a tag can tell nbval to skip a cell or not to compare it
    assert [cell["metadata"] for cell in others if "tags" in cell["metadata"]] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_thin_and_no_municipality_or_year_stands_in_them(path):
    for cell in cells(path)[1:]:
        lines = source(cell).splitlines()
        assert len(lines) <= 5, lines
        assert not any(word in source(cell) for word in ("def ", "Toten", "2024", "2027", "NBVAL", "PYTEST_VALIDATE"))
        assert not lines[-1].endswith(";")


CALL = re.compile(r"ps\.(table|figure|finding)\(\"([^\"]+)\"")
# for other programs to compute with; people are shown what is made of them
NOT_SHOWN = {"planaar", "lovkrav", "lovtekster", "kapittel-omraade", "enighet-par"}
ON_THE_FIRST_PAGE = {"sammendrag", "nokkeltall"}
# of two periods, which «planstrategi sammenlign» holds against each other; what was promised and done stands in the last
OF_TWO_PERIODS = {"endringer"}
# of a draft that was read of a document, and of nothing else
OF_A_DRAFT = {"innlesing"}
SHOWN_AS_FIGURES = {
    *("belastning-aar", "tornado", "scenario-aar", "utjevning-aar", "lovdekning-aar", "lovdekning-slag"),
    "krysskobling",
}


def test_every_table_figure_and_finding_is_shown_so_that_no_cell_can_vanish_unseen():
    by_cell = [[CALL.findall(source(cell)) for cell in cells(path)] for path in NOTEBOOKS]
    calls = [call for notebook in by_cell for cell in notebook for call in cell]
    shown = {kind: {name for called, name in calls if called == kind} for kind in ("table", "figure", "finding")}
    assert shown["table"] == set(TABLES) - NOT_SHOWN - ON_THE_FIRST_PAGE - SHOWN_AS_FIGURES - OF_TWO_PERIODS - OF_A_DRAFT
    assert shown["figure"] == set(FIGURES) - OF_TWO_PERIODS
    assert shown["finding"] == set(FINDINGS) - OF_TWO_PERIODS
    # the numbers of the cells show a gap, but not that the last is gone
    assert [calls.count(call) for notebook in by_cell for call in notebook[-1]] == [1] * len(NOTEBOOKS)
