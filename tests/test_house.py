"""The house: how large the package is, what lies where, and that the arrows run one way. A number that has to be
raised is raised in the commit that says what for."""

import ast
import io
import re
import tokenize
from collections import Counter
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest
from registers import ROOT

PACKAGE, TESTS = ROOT / "planstrategi", ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_CODE_LINES, MOST_IN_A_FOLDER, MOST_IN_THE_ROOT, MOST_IN_A_MODULE = 22_664, 18, 7, 250
NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
WIDEST, WIDEST_DECLARATION = 130, 200
DECLARATIONS = ("model/", "checks/", "presentation/tables.py", "presentation/figures.py")
# A room uses rooms on lower storeys. Those on the same do not know each other, nor do the four wings.
STOREYS = (
    "model",
    "reading checks analysis/shared charts/house",
    "analysis/portfolio analysis/legal analysis/alignment charts/bars charts/grids charts/calendars charts/wheel",
    "analysis/capacity",
    "analysis/scenarios analysis/overview analysis/revision",
    "analysis/levelling analysis/summary analysis charts",
    "lawtexts api presentation",
    "outputs",
    "outputs/report outputs/slides outputs/documents outputs/workbook outputs/package worksheet starting intake",
    "intake/pdf intake/office revision",
    "intake/text",
    "reference intake/draft",
    "chosen",
    "commands",
    "arguments",
    "cli",
    "__main__ __init__",
)
WINGS = {"reading", "checks", "analysis", "charts"}
STOREY = {room: number for number, rooms in enumerate(STOREYS) for room in rooms.split()}


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


def imports(path: Path) -> set[str]:
    """Return the modules of the package that a module uses when it runs, as paths: analysis/legal/coverage."""
    tree = ast.parse(path.read_text("utf-8"))
    typing = {id(node) for one in ast.walk(tree) if _is_typing(one) for node in ast.walk(one)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and id(node) not in typing and (node.module or "").startswith("planstrategi"):
            base = PACKAGE.parent / node.module.replace(".", "/")
            found |= {_file(base / one.name) or _file(base) for one in node.names}
    return found


def _file(path: Path) -> str:
    candidates = [path.with_suffix(".py"), path / "__init__.py"]
    return next((named(one) for one in candidates if one.exists()), "")


def _is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def room(module: str) -> str:
    """Return the room of a module: its folder, or itself in the root."""
    return module.rpartition("/")[0] or module


def code_lines(path: Path) -> int:
    """Count the lines that are not blank, a comment or a docstring."""
    text = path.read_text("utf-8")
    counted = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in NO_CODE:
            counted |= {*range(token.start[0], token.end[0] + 1)}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node):
            counted -= {*range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)}
    return len(counted)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_uses_only_rooms_below_its_own(path):
    here = room(named(path))
    there = {room(used) for used in imports(path)} - {here}
    wing = here.split("/")[0]
    assert {one for one in there if STOREY[one] >= STOREY[here]} == set()
    assert {one for one in there if {wing, one.split("/")[0]} <= WINGS and one.split("/")[0] != wing} == set()


def test_no_modules_use_each_other_in_a_circle():
    order = TopologicalSorter({named(path): imports(path) - {named(path)} for path in MODULES}).static_order()
    assert len(list(order)) >= len(MODULES)


def test_the_package_is_small():
    assert sum(map(code_lines, MODULES)) < MOST_CODE_LINES


def test_what_one_person_sees_at_a_glance():
    per_folder = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert {folder.name: count for folder, count in per_folder.items() if count > MOST_IN_A_FOLDER} == {}
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_IN_THE_ROOT


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_read_in_one_go(path):
    lines = path.read_text("utf-8").splitlines()
    widest = WIDEST_DECLARATION if f"{named(path)}.py".startswith(DECLARATIONS) else WIDEST
    assert len(lines) <= MOST_IN_A_MODULE
    assert [line for line in lines if len(line) > widest] == []


def test_what_a_room_does_is_tested_in_the_folder_of_its_name():
    tested = {path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")} - {"."}
    rooms = {room(named(path)) for path in MODULES if path.parent != PACKAGE and path.name != "__init__.py"}
    assert tested == rooms
    unlike = [path.name for path in TESTS.rglob("*/test_*.py") if not _tells_its_module(path)]
    assert unlike == []


def _tells_its_module(path: Path) -> bool:
    modules = {one.stem for one in (PACKAGE / path.parent.relative_to(TESTS)).glob("*.py")}
    return path.stem.removeprefix("test_").startswith(tuple(modules))


def test_no_public_name_is_two_things():
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text("utf-8")).body:
            for name in _bound(node):
                homes.setdefault(name, []).append(named(path))
    assert {name: where for name, where in homes.items() if len(where) > 1 and not name.startswith("_")} == {}


def _bound(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.stem)
def test_what_a_measurement_runs_in_another_process_uses_modules_and_names_that_there_are(path):
    lines = re.findall(r"^from (planstrategi[\w.]*) import (.+)$", path.read_text("utf-8"), re.MULTILINE)
    wanted = [(module, name) for module, names in lines for name in names.split(", ")]
    assert [one for one in wanted if not hasattr(import_module(one[0]), one[1])] == []
