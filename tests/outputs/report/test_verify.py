"""A report is held against the one that is made now: what differs is said, and why where it is known."""

import json

import pytest

from planstrategi.outputs.report import ReportRefused, verify
from planstrategi.outputs.report.folder import REPORT_MARK, inputs_of


@pytest.fixture
def said(tmp_path, monkeypatch, fjordvik):
    """Return a function that gives what differs between two reports with these files, the second of them made now."""

    def write(folder, files, sums):
        for name, text in {**files, REPORT_MARK: f"Laget her.\n{json.dumps(sums)}\n"}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")

    def hold(before, now, sums=({}, {})):
        made = tmp_path / "rapport"
        write(made, before, sums[0])
        monkeypatch.setattr(verify, "write_report", lambda _register, fresh, _say, _dato: write(fresh, now, sums[1]))
        return [line.replace(str(made), "rapport") for line in verify.verify(fjordvik, made, print)]

    return hold


def test_of_the_same_report_nothing_is_said(said):
    assert said({"index.html": "a"}, {"index.html": "a"}) == []


def test_what_is_other_missing_or_left_over_is_named(said):
    before, now = {"index.html": "a", "figurer/gammel.svg": ""}, {"index.html": "b", "figurer/ny.svg": ""}
    assert said(before, now) == [
        "figurer/gammel.svg finnes bare i rapport.",
        "figurer/ny.svg mangler i rapport.",
        "index.html er annerledes.",
    ]


def test_the_files_that_have_changed_since_are_named_first(said):
    sums = {"register.yaml": "1", "scenarier.yaml": "1"}, {"register.yaml": "2"}
    assert said({"index.html": "a"}, {"index.html": "b"}, sums) == [
        "register.yaml er endret siden rapporten ble laget.",
        "scenarier.yaml er med i bare én av dem.",
        "index.html er annerledes.",
    ]


@pytest.mark.parametrize("mark", ["Laget her.\n", "Laget her.\nikke json\n", "Laget her.\n[1]\n", f"Laget her.\n{'[' * 99_999}"])
def test_a_report_from_before_its_files_were_kept_is_held_against_the_new_one_all_the_same(said, tmp_path, mark):
    assert said({"index.html": "a"}, {"index.html": "a"}) == []
    (tmp_path / "rapport" / REPORT_MARK).write_text(mark, "utf-8")
    assert inputs_of(tmp_path / "rapport") == {}


def test_a_folder_that_is_no_report_is_refused(fjordvik, tmp_path):
    with pytest.raises(ReportRefused, match="er ikke en rapport herfra"):
        verify.verify(fjordvik, tmp_path, print)
