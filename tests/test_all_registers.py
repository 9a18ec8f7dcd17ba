"""Every register with everything that is made of one. All take minutes: `make alle` runs them, `make test` two of them."""

from pathlib import Path

import pytest
from registers import FJORDVIK, ROOT

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.cli import main
from planstrategi.model.data_files import EVERY_REGISTER
from planstrategi.model.problem import errors, problems_as_text
from planstrategi.presentation import export
from planstrategi.presentation.figures import FIGURES, FINDINGS
from planstrategi.presentation.tables import TABLES
from planstrategi.starting.new_municipality import make_folder

PROJECT = sorted(fil.parent for fil in (ROOT / "data").glob(EVERY_REGISTER))
# the one that «planstrategi ny-kommune» makes, not yet written in
NEW = "ny-kommune"
# one whose marks are amounts, and one that marks no years
IN_THE_SUITE = ("lier", "gol")


def _param(folder: Path | str):
    name = "/".join(Path(folder).parts[-2:])
    return pytest.param(folder, id=name, marks=() if name.startswith(IN_THE_SUITE) else pytest.mark.alle)


@pytest.fixture(scope="module", params=[*map(_param, [*PROJECT, FJORDVIK, NEW])])
def folder(request, tmp_path_factory) -> Path:
    """Return the folder of each register in turn."""
    if request.param != NEW:
        return request.param
    project = tmp_path_factory.mktemp("prosjekt")
    (project / "data").mkdir()
    for name in ("nasjonalt", "regionalt"):
        (project / "data" / name).symlink_to(ROOT / "data" / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        return project / make_folder("Fjelldal", "9999", "innlandet", "2028-2031")


@pytest.fixture(scope="module")
def register(folder):
    return ps.load(folder)


def test_it_has_no_errors(folder):
    assert problems_as_text(errors(validate(folder).problems)) == []


def _shown(table) -> str:
    """Return what a notebook shows of a table, or in its place."""
    return table._repr_html_() if hasattr(table, "_repr_html_") else table._repr_mimebundle_()[0]["text/html"]


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_made_and_written_in_every_format(register, name):
    frame = ps.table(name, register)
    assert all(write(frame) for write in (export.as_text, export.as_csv, export.as_excel_csv, export.as_json))
    assert _shown(ps.show(frame))


@pytest.mark.parametrize("name", FINDINGS)
def test_the_finding_is_said(register, name):
    assert ps.finding(name, register).endswith(".")


@pytest.mark.parametrize("size", ["lysbilde", "a4"])
@pytest.mark.parametrize("name", FIGURES)
def test_the_figure_is_drawn(register, name, size):
    assert ps.figure(name, register, size).as_bytes(".svg")


def test_the_notebooks_and_the_report(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = main(["rapport", str(folder), "-o", str(tmp_path / "rapport")])
    assert status == 0, capsys.readouterr().err
    assert (tmp_path / "rapport" / "index.html").is_file()
