"""A register as it was at a revision in a real git repository; what git cannot give is said, and git is never told more."""

import os
import subprocess

import pytest
from registers_of_two_periods import plan, rows, write

from planstrategi import chosen
from planstrategi.chosen import CouldNotRun
from planstrategi.revision.at_revision import NoRevision, texts_at

ME = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.no", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.no"}
ANSWER = "{fra: b, til: a, samme: nei}"


def git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env=os.environ | ME)


@pytest.fixture
def repository(tmp_path):
    """Return a register whose plan was marked in 2024 at the tag `horing`, and is now in 2025, with a file that is new."""
    write(tmp_path, [plan("a", "aar: [2024]")], 2024)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Til høring")
    git(tmp_path, "tag", "horing")
    return write(tmp_path, [plan("a", "aar: [2025]")], 2024, renamed=ANSWER)


def test_a_register_is_compared_with_what_it_was_also_before_the_change_is_committed(repository):
    register = chosen.load_compared(str(repository), None, "horing")
    found = rows(register, "endringer", "plan_id", "endring", "felt", "fra", "til")
    assert found == [("a", "skjøvet ut", "aar", "2024", "2025")]
    assert "Prøve" in register.kommune.navn and register.previous().kalt == "revisjonen horing"


def test_a_file_that_was_not_there_then_is_not_read_as_it_is_now(repository):
    old = chosen.load_compared(str(repository), None, "horing").previous().register
    assert old.renamings() == () and old.planer[0].aar == (2024,)
    assert texts_at(repository, "horing")["navnebytter.yaml"] is None


def test_another_register_can_be_compared_with_what_one_was(repository):
    later = write(repository.parents[2], [plan("a", "aar: [2029]"), plan("b")], 2028)
    register = chosen.load_compared(str(repository), str(later), "horing")
    assert [row[0] for row in rows(register, "endringer", "endring")] == ["lagt til"]


def test_what_was_wrong_with_it_then_is_said_with_its_place(repository, capsys):
    fil = repository / "register.yaml"
    fil.write_text(fil.read_text("utf-8").replace("id: a", "id: A"), "utf-8")
    git(repository, "commit", "-qam", "Feil")
    write(repository.parents[2], [plan("a")], 2024)
    with pytest.raises(CouldNotRun, match="gjelder registeret ved revisjonen HEAD"):
        chosen.load_compared(str(repository), None, "HEAD")
    assert "register.yaml:7:" in capsys.readouterr().out


@pytest.mark.parametrize("revision", ["finnes-ikke", "--output=fil", "-", "", "HEAD:fil", "horing; echo", "horing..HEAD"])
def test_what_is_no_revision_is_said_and_does_nothing(repository, revision):
    with pytest.raises(NoRevision, match="Finner ikke revisjonen"):
        texts_at(repository, revision)
    assert not (repository / "fil").exists()


def test_a_register_that_was_not_there_then_is_said(repository):
    later = write(repository.parents[2], [plan("a")], 2028)
    with pytest.raises(NoRevision, match=r"2028-2031/register\.yaml var ikke i git ved revisjonen «HEAD»"):
        texts_at(later, "HEAD")


def test_a_folder_that_has_another_name_since_is_followed_as_git_follows_its_register(repository):
    project = repository.parents[2]
    git(project, "mv", "kommuner/prove", "kommuner/ny prøve")
    register = chosen.load_compared(str(project / "kommuner" / "ny prøve" / repository.name), None, "horing")
    assert rows(register, "endringer", "plan_id", "fra", "til") == [("a", "2024", "2025")]
    git(project, "commit", "-qam", "Nytt navn")
    git(project, "mv", "kommuner", "kommunene")
    assert "aar: [2024]" in texts_at(project / "kommunene" / "ny prøve" / repository.name, "horing")["register.yaml"]


def test_a_folder_outside_git_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRevision, match="ligger ikke i et git-depot"):
        texts_at(write(tmp_path, [plan("a")], 2024), "HEAD")


def test_a_machine_without_git_is_said(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoRevision, match="Finner ikke programmet git"):
        texts_at(repository, "HEAD")


def test_a_file_in_another_encoding_then_is_said(repository):
    (repository / "navnebytter.yaml").write_bytes("å".encode("latin-1"))
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Feil tegnsett")
    with pytest.raises(NoRevision, match=r"navnebytter.yaml kan ikke leses som UTF-8"):
        texts_at(repository, "HEAD")
