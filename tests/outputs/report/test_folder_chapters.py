"""A notebook is one chapter, though a program that copies or synchronises has put others beside it."""

import pytest

from planstrategi.outputs.report.folder import chapters


@pytest.fixture
def chosen(tmp_path):
    """Return a function that gives the chapters of notebooks of these names, and what is said."""

    def choose(*names):
        for name in names:
            (tmp_path / f"{name}.ipynb").write_text("{}", "utf-8")
        said: list[str] = []
        return [path.stem for path in chapters(tmp_path, said.append)], said

    return choose


@pytest.mark.parametrize(
    "copy",
    ["01_register-DESKTOP-AB12", "01_register (1)", "01_register-Copy1", "01_register - kopi", "01_register-PC2",
     "01_register (Kari sin konfliktkopi 2026-01-02)", "01_register.sync-conflict-20260102-101112-ABCDEFG", "01_register(2)"],
)  # fmt: skip
def test_a_copy_is_left_out_and_said(chosen, copy):
    assert chosen("01_register", copy, "02_kapasitet") == (
        ["01_register", "02_kapasitet"],
        [f"{copy}.ipynb er en kopi av 01_register.ipynb og er ikke med i rapporten."],
    )


def test_of_two_copies_without_the_first_one_is_taken(chosen):
    assert chosen("01_register (1)", "01_register (2)") == (
        ["01_register (1)"],
        ["01_register (2).ipynb er en kopi av 01_register (1).ipynb og er ikke med i rapporten."],
    )


def test_notebooks_of_other_names_are_chapters_of_their_own(chosen):
    names = ["01_register", "05_neste-periode", "05_neste-planstrategi", "06_tall-2026", "06_tall-2027", "07_a_b"]
    assert chosen(*names) == (names, [])


def test_what_jupyter_keeps_of_earlier_editions_is_no_chapter(tmp_path):
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "01_register-checkpoint.ipynb").write_text("{}", "utf-8")
    assert chapters(tmp_path, print) == []
