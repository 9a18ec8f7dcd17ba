"""A file that is saved is whole, keeps its link and its mode, and is never what another has written meanwhile."""

import errno
import os
import stat
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from planstrategi.chosen import CouldNotRun
from planstrategi.commands import write_whole
from planstrategi.outputs.whole_file import A_DAY, ChangedMeanwhile, room_in, why_not, write_file


def test_a_link_stays_a_link_and_a_file_keeps_its_mode(tmp_path):
    target, link = tmp_path / "arkiv" / "vurdering.yaml", tmp_path / "vurdering.yaml"
    target.parent.mkdir()
    target.write_text("gammel", "utf-8")
    target.chmod(0o600)
    link.symlink_to(target)
    write_file(link, b"ny")
    assert link.is_symlink()
    assert target.read_bytes() == b"ny"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["arkiv", "vurdering.yaml", "vurdering.yaml"]


def test_a_file_that_another_has_changed_since_it_was_read_is_left_as_it_is(tmp_path):
    target = tmp_path / "a.yaml"
    target.write_bytes(b"en annens")
    with pytest.raises(ChangedMeanwhile):
        write_file(target, b"min", b"det jeg leste")
    with pytest.raises(ChangedMeanwhile):
        write_file(target, b"min", b"")
    assert target.read_bytes() == b"en annens"
    assert list(tmp_path.iterdir()) == [target]


def test_of_many_that_have_read_the_same_one_is_saved_and_the_others_are_refused(tmp_path):
    target = tmp_path / "a.yaml"
    target.write_bytes(b"")

    def add(number):
        try:
            write_file(target, b"%d" % number, b"")
        except ChangedMeanwhile:
            return 0
        return 1

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(add, range(1, 200))) == 1


def test_what_a_killed_run_has_left_is_swept_by_the_next_and_what_another_works_in_is_not(tmp_path):
    names = ".planstrategi-abcd1234", ".planstrategi-rapport", ".planstrategi-efgh5678"
    killed, other, a_file = (tmp_path / name for name in names)
    killed.mkdir()
    (killed / "utkast").write_text("halvt", "utf-8")
    other.mkdir()
    a_file.write_text("mitt", "utf-8")
    with room_in(tmp_path) as busy:
        write_file(tmp_path / "a.yaml", b"")
        assert {path.name for path in tmp_path.iterdir()} == {busy.name, other.name, a_file.name, "a.yaml"}
    assert not busy.exists()


def test_where_nobody_can_hold_a_draft_it_is_left_for_a_day(tmp_path, monkeypatch):
    old, new = tmp_path / ".planstrategi-abcd1234", tmp_path / ".planstrategi-efgh5678"
    for path in (old, new):
        path.mkdir()
    os.utime(old, (time.time() - A_DAY - 60,) * 2)
    # as on Windows
    monkeypatch.setitem(sys.modules, "fcntl", None)
    write_file(tmp_path / "a.yaml", b"")
    assert {path.name for path in tmp_path.iterdir()} == {new.name, "a.yaml"}


def test_a_file_that_another_program_has_open_on_windows_is_left_as_it_is_with_the_advice_to_close_it(tmp_path, monkeypatch):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"gammel")

    def open_in_excel(*_):
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", open_in_excel)
    with pytest.raises(CouldNotRun, match=r"a\.xlsx\. .*Har et annet program filen åpen, så lukk den"):
        write_whole(target, b"ny")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"] and target.read_bytes() == b"gammel"


def test_what_is_no_ordinary_file_is_never_replaced():
    said = why_not(Path(os.devnull), overwrite=True, usual="tabell.csv")
    assert said == f"{os.devnull} er et rør eller en enhet, ikke en fil. Velg et annet navn."
