"""A file that is saved is whole, keeps its link and its mode, and is never what another has written meanwhile."""

import os
import stat
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from planstrategi.outputs.whole_file import A_DAY, ChangedMeanwhile, write_file


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


def test_only_old_drafts_of_ours_are_swept(tmp_path):
    old, new, other = ".planstrategi-abcd1234", ".planstrategi-efgh5678", ".planstrategi-rapport"
    for name in (old, new, other):
        (tmp_path / name).write_text("utkast", "utf-8")
    for name in (old, other):
        os.utime(tmp_path / name, (time.time() - A_DAY - 60,) * 2)
    write_file(tmp_path / "a.yaml", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == [new, other, "a.yaml"]
