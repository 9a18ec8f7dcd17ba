"""What a report says it was made from: every file that was read, its checksum, and its revision in git."""

import hashlib
import subprocess
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN

from planstrategi.outputs.report.inputs import checksums, input_files, revision


def test_every_file_that_was_read_is_named_by_its_place_with_its_sha256(ostre_toten, tmp_path):
    notebook = tmp_path / "01_a.ipynb"
    notebook.write_text("{}", "utf-8")
    sums = checksums(input_files(ostre_toten, [notebook]))
    expected = {"register.yaml", "vurderinger/lovkrav.yaml", "nasjonalt/lovkrav.yaml", "regionalt/innlandet/forventninger.yaml"}
    assert expected <= set(sums) and sums["notebooks/01_a.ipynb"] == hashlib.sha256(b"{}").hexdigest()
    assert sums["register.yaml"] == hashlib.sha256((OSTRE_TOTEN / "register.yaml").read_bytes()).hexdigest()
    assert not any(name.startswith(("/", "..")) for name in sums)


@pytest.fixture
def git(tmp_path, monkeypatch):
    """Return a function that runs git in a repository of its own."""
    for name in ("AUTHOR", "COMMITTER"):
        for what, value in {"NAME": "Kari", "EMAIL": "kari@example.no", "DATE": "2026-01-02T12:00:00Z"}.items():
            monkeypatch.setenv(f"GIT_{name}_{what}", value)

    def run(*words):
        return subprocess.run(["git", "-C", str(tmp_path), *words], capture_output=True, text=True, check=True).stdout.strip()

    run("init", "-q")
    return run


def test_the_revision_is_the_last_that_changed_a_file_and_says_what_is_not_in_it(small, git, tmp_path):
    register = small("planer: []\n")
    files = {"register.yaml": Path(register.fil)}
    assert revision(register, files) == "ikke i git"
    git("add", "."), git("commit", "-qm", "Registeret")
    first = f"{git('rev-parse', 'HEAD')[:10]} (2026-01-02)"
    assert revision(register, files) == first
    (tmp_path / "annet.txt").write_text("x")
    git("add", "."), git("commit", "-qm", "Noe annet")
    assert revision(register, files) == first
    Path(register.fil).write_text("endret")
    assert revision(register, files) == f"{first}, med endringer etterpå"
