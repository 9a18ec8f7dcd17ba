"""Notebooks are run by themselves, and what their cells show is kept in order; what others say of themselves is not."""

import pytest
from registers import FJORDVIK

from notebooks import write_notebook
from planstrategi.api import Dated
from planstrategi.outputs.report import NotebookFailed, notebooks
from planstrategi.outputs.report.notebooks import run_notebooks
from planstrategi.presentation.figures import Figure
from planstrategi.presentation.notebook_table import Table


@pytest.fixture
def shown(tmp_path):
    """Return a function that gives what each cell of code shows, the first of them replaced by the register."""

    def run(*code, register=str(FJORDVIK), **more):
        path = write_notebook(tmp_path / "01_liten.ipynb", "REGISTER = ''", *code, **more)
        ((_, cells),) = run_notebooks([path], register, lambda _: None, print)
        return [list(cell.shown) for cell in cells[2:]]

    return run


def test_tables_and_figures_are_what_they_are_and_are_not_drawn(shown):
    loads = "import planstrategi as ps\nr = ps.load(REGISTER)"
    (_, (table,), (figure,)) = shown(loads, 'ps.show(ps.table("planer", r))', 'ps.figure("tidslinje", r, "a4")')
    assert isinstance(table, Table) and table.frame.attrs["tabell"] == "planer"
    assert isinstance(figure, Figure) and figure.stem == "tidslinje-a4" and "drawn" not in vars(figure)


def test_what_is_displayed_and_printed_stands_in_the_order_it_came(shown):
    code = "from IPython.display import HTML, display\nprint('først')\ndisplay(HTML('<b>så</b>'))\nprint('en', 'to')\n'sist'"
    first, second, third, last = shown(code)[0]
    assert (first, second["text/html"], third, last["text/plain"]) == ("først\n", "<b>så</b>", "en to\n", "'sist'")


def test_a_frame_from_pandas_is_shown_as_a_table_of_ours(shown):
    ((table,),) = shown("import pandas as pd\npd.DataFrame({'aar': [2024]})")
    assert "<th>År</th>" in table._repr_html_()


@pytest.mark.filterwarnings("ignore:deprecated")
def test_what_is_warned_of_is_not_shown(shown):
    assert shown("import sys, warnings\nwarnings.warn('deprecated')\nprint('feil', file=sys.stderr)\nNone") == [[]]


def test_one_notebook_knows_nothing_of_another(tmp_path):
    first = write_notebook(tmp_path / "01_a.ipynb", "REGISTER = ''", "min = 1")
    second = write_notebook(tmp_path / "02_b.ipynb", "REGISTER = ''", "'min' in globals()")
    _, (_, cells) = run_notebooks([first, second], "x", lambda _: None, print)
    assert cells[-1].shown[0]["text/plain"] == "False"


def test_a_notebook_is_run_where_it_lies(shown, tmp_path):
    (tmp_path / "ved-siden.txt").write_text("her", "utf-8")
    assert shown("print(open('ved-siden.txt').read())") == [["her\n"]]


@pytest.mark.parametrize("kernel", ["conda-env-plan-py", "ir"])
def test_a_notebook_that_names_the_kernel_of_another_machine_is_run_with_the_own_one(shown, kernel):
    assert shown("print('kjørt her')", more={"kernelspec": {"name": kernel, "language": "R"}}) == [["kjørt her\n"]]


def test_the_day_goes_with_the_place(shown):
    code = "import planstrategi as ps\nprint(ps.load(REGISTER).per_dato)"
    assert shown(code, register=Dated(str(FJORDVIK), "2029-11-23")) == [["2029-11-23\n"]]


@pytest.mark.filterwarnings("ignore:To exit")
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("1 +", "SyntaxError: "),
        ("import sys\nsys.exit('slutt')", "SystemExit: "),
    ],
)
def test_a_cell_that_stops_is_named_with_its_error(shown, source, said):
    with pytest.raises(NotebookFailed) as failed:
        shown("1", source)
    first, *code = str(failed.value).splitlines()
    assert first == "01_liten.ipynb stoppet i kodecelle 3:" and code[0] == f"    {source.splitlines()[0]}"
    assert said in str(failed.value) and code[-1].startswith("Rapporten er ikke laget. Åpne notatboken med «planstrategi lab»")


def test_a_cell_that_never_ends_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(notebooks, "TIMEOUT_SECONDS", 0.1)
    path = write_notebook(tmp_path / "01_liten.ipynb", "REGISTER = ''", "import time\ntime.sleep(0.5)")
    told: list[str] = []
    run_notebooks([path], "x", lambda _: None, told.append)
    assert [said.splitlines()[0] for said in told] == ["01_liten.ipynb stoppet i kodecelle 2:"]
    assert "Cellen brukte mer enn" in told[0]


def test_a_shell_whose_folder_is_gone_says_nothing_when_its_process_ends(tmp_path, monkeypatch):
    (tmp_path / "borte").mkdir()
    monkeypatch.chdir(tmp_path / "borte")
    shell = notebooks._new_shell([])
    (tmp_path / "borte").rmdir()
    # IPython asks where it is
    assert shell.atexit_operations() is None
