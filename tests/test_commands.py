"""What the system will not do ends with a message in bokmål and a status, and leaves nothing half written."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from registers import FJORDVIK, OSTRE_TOTEN, ROOT

from planstrategi import chosen, commands
from planstrategi.cli import main
from planstrategi.model.os_errors import REASONS, reason
from planstrategi.outputs import whole_file
from planstrategi.outputs.report import folder as report

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full on this system")
TOO_LONG = "x" * 300
DAMAGED = ["ikke json", "{}", "", "[1]", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "\udcff"]


def planstrategi(*words, **options):
    command = [sys.executable, "-m", "planstrategi", *map(str, words)]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, **options)


def no_room(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


# figures


def test_a_figure_is_not_saved_over_a_folder(tmp_path, capsys):
    assert main(["figur", "kapasitet", str(FJORDVIK), "-o", str(tmp_path), "--overskriv"]) == 2
    said = capsys.readouterr().err
    assert f"er en mappe. Skriv også navnet på filen, for eksempel {tmp_path / 'kapasitet.png'}." in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_figure_takes_not_the_place_of_a_pipe_or_a_device(tmp_path, capsys):
    os.mkfifo(tmp_path / "roer.svg")
    for place in (tmp_path / "roer.svg", Path("/dev/null")):
        assert main(["figur", "kapasitet", str(FJORDVIK), "-o", str(place), "--overskriv"]) == 2
        assert f"{place} er et rør eller en enhet, ikke en fil. Velg et annet navn." in capsys.readouterr().err
    assert (tmp_path / "roer.svg").is_fifo() and list(tmp_path.iterdir()) == [tmp_path / "roer.svg"]


def test_a_worksheet_is_not_saved_over_a_folder_and_the_example_is_a_worksheet(tmp_path, capsys):
    assert main(["vurder", "ut", str(FJORDVIK), "-o", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert f"Skriv også navnet på filen, for eksempel {tmp_path / 'vurdering.xlsx'}." in said


@pytest.mark.parametrize(
    "words", [["vurder", "inn", "ark.xlsx", "--lagr"], ["valider", "--stren"], ["figur", "kapasitet", "--over"]]
)
def test_an_option_that_is_cut_short_is_unknown_and_does_nothing(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"Ukjent argument: {words[-1]}\n")


@pytest.mark.parametrize("target", [f"{TOO_LONG}.png", "fil/figur.png"])
def test_a_figure_with_an_impossible_name_is_refused(tmp_path, capsys, target):
    (tmp_path / "fil").write_text("")
    assert main(["figur", "kapasitet", str(FJORDVIK), "-o", str(tmp_path / target)]) == 2
    said = capsys.readouterr().err
    assert "finnes ikke" in said or "for langt" in said
    assert [path.name for path in tmp_path.iterdir()] == ["fil"]


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_a_file_that_cannot_be_finished_leaves_no_draft(tmp_path, monkeypatch, step):
    monkeypatch.setattr(Path, step, no_room)
    with pytest.raises(commands.CouldNotRun, match="Disken er full"):
        commands.write_whole(tmp_path / "figur.png", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_whose_writing_is_stopped_by_hand_leaves_no_draft(tmp_path, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", stop)
    with pytest.raises(KeyboardInterrupt):
        commands.write_whole(tmp_path / "figur.png", b"x")
    assert list(tmp_path.iterdir()) == []


# the report


@pytest.mark.parametrize("target", ["/proc/rapport", TOO_LONG])
def test_a_report_that_cannot_be_written_is_refused(workplace, capsys, target):
    assert main(["rapport", str(FJORDVIK), "-o", target]) == 2
    assert "Rapporten kan ikke lages i" in capsys.readouterr().err
    assert [path.name for path in workplace.iterdir()] == ["notebooks"]


def test_a_full_disk_while_the_page_is_written_leaves_no_report(workplace, monkeypatch, capsys):
    monkeypatch.setattr(report, "_write", no_room)
    assert main(["rapport", str(FJORDVIK)]) == 2
    assert "Disken er full" in capsys.readouterr().err
    assert [path.name for path in workplace.iterdir()] == ["notebooks"]


@pytest.fixture
def one_by_one(monkeypatch):
    """As where no two folders change places in one step."""
    monkeypatch.setattr(whole_file, "_exchanged", lambda *_: False)


def test_a_report_takes_the_old_ones_place_also_where_folders_cannot_change_places(workplace, monkeypatch, one_by_one):
    monkeypatch.setattr(report, "_write", lambda _register, _place, _notebooks, draft: (draft / "index.html").touch())
    old = workplace / "rapport"
    old.mkdir()
    (old / report.REPORT_MARK).write_text("")
    assert main(["rapport", str(FJORDVIK)]) == 0
    assert sorted(path.name for path in workplace.rglob("*")) == ["01_liten.ipynb", "index.html", "notebooks", "rapport"]


def test_a_report_that_is_a_link_stays_one_and_is_made_where_it_points(workplace, monkeypatch):
    monkeypatch.setattr(report, "_write", lambda _register, _place, _notebooks, draft: (draft / "index.html").touch())
    (workplace / "felles").mkdir()
    (workplace / "felles" / report.REPORT_MARK).write_text("")
    (workplace / "rapport").symlink_to("felles")
    assert main(["rapport", str(FJORDVIK)]) == 0
    assert (workplace / "rapport").is_symlink()
    assert [path.name for path in (workplace / "felles").iterdir()] == ["index.html"]


def test_a_report_that_cannot_take_the_old_ones_place_leaves_the_old_one(workplace, monkeypatch, capsys, one_by_one):
    old = workplace / "rapport"
    old.mkdir()
    (old / report.REPORT_MARK).write_text("")
    rename = Path.rename
    monkeypatch.setattr(report, "_write", lambda *_: None)

    def moved(path, to):
        # the new one cannot be, the old one can, also back
        return no_room() if path.name == "rapport" and path.parent != workplace else rename(path, to)

    monkeypatch.setattr(Path, "rename", moved)
    assert main(["rapport", str(FJORDVIK)]) == 2
    assert sorted(path.name for path in workplace.iterdir()) == ["notebooks", "rapport"]
    assert (old / report.REPORT_MARK).is_file()


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_notebook_is_named_and_no_report_is_made(workplace, capsys, content):
    (workplace / "notebooks" / "06_skadet.ipynb").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert main(["rapport", str(FJORDVIK)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("06_skadet.ipynb kan ikke leses som notatbok.") and "Kjører" not in said
    assert [path.name for path in workplace.iterdir()] == ["notebooks"]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_folder_and_a_pipe_with_the_name_of_a_notebook_are_named(workplace, capsys, make):
    make(workplace / "notebooks" / "06_annet.ipynb")
    assert main(["rapport", str(FJORDVIK)]) == 1
    assert "06_annet.ipynb kan ikke leses som notatbok." in capsys.readouterr().err


# streams, and stopping by hand


@FULL
@pytest.mark.parametrize("words", [("valider",), ("tabell", "planer")])
def test_output_that_there_is_no_room_for_ends_2_with_a_message(words):
    with Path("/dev/full").open("w") as full:
        done = planstrategi(*words, OSTRE_TOTEN, stdout=full)
    assert done.returncode == 2
    assert "Disken er full" in done.stderr and "Errno" not in done.stderr


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_stream_that_is_closed_from_the_start_is_no_obstacle(monkeypatch, capsys, closed):
    monkeypatch.setattr(sys, closed, None)
    assert main(["valider", str(OSTRE_TOTEN)]) == 0


def test_a_command_stopped_by_hand_says_so_and_ends_130(monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(chosen, "validate", stop)
    assert main(["valider", str(OSTRE_TOTEN)]) == 130
    assert capsys.readouterr().err == "Avbrutt.\n"


def test_what_the_system_refuses_anywhere_is_a_message_and_ends_2(monkeypatch, capsys):
    def refuse(*_):
        raise OSError(errno.EACCES, "Permission denied", "data/register.yaml")

    monkeypatch.setattr(chosen, "validate", refuse)
    assert main(["valider", str(OSTRE_TOTEN)]) == 2
    assert capsys.readouterr().err.startswith("Kommandoen stoppet. data/register.yaml: Du mangler tilgang.")


def test_a_name_that_is_no_text_is_said_and_nothing_is_made_of_it(tmp_path, capsys):
    source = tmp_path / os.fsdecode(b"k\xf8lde.txt")
    shutil.copy(ROOT / "tests/data/innlesing/gol-2024-2027.txt", source)
    assert main(["importer", str(source), "-o", str(tmp_path / "ny")]) == 2
    assert "Et navn har tegn som ikke er UTF-8. Gi filen eller mappen et nytt navn" in (err := capsys.readouterr().err)
    assert err.endswith("Fant: «k…».\n") and list(tmp_path.iterdir()) == [source]


def test_a_register_is_read_also_from_a_folder_that_is_deleted(tmp_path, monkeypatch, capsys):
    gone = tmp_path / "borte"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["valider", str(OSTRE_TOTEN)]) == 0
    assert str(OSTRE_TOTEN) in capsys.readouterr().out


def test_every_reason_says_what_to_do():
    said = [*REASONS.values(), reason(OSError(errno.EIO, "Input/output error"))]
    assert all(text.count(". ") == 1 and text.endswith(".") for text in said)
