"""What means no harm and does: damaged files, runs that are killed, two at once, other programs' voices, and doors.

A small sample of each; `python -m tests.hostile` and `python -m tests.hostile.interrupted` try the whole.
"""

import ast
import ctypes
import errno
import json
import ntpath
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import warnings
import zipfile
from contextlib import chdir, suppress
from pathlib import Path, PureWindowsPath

import openpyxl
import pytest
from hostile import interrupted
from hostile.corpus import DONE, FAULTY, REFUSED, VALID, Documents, Registers
from hostile.project import FJORDVIK, build, run
from hostile.watch import try_each
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from registers import FJORDVIK as INVENTED
from registers import ROOT, SMALL
from started_lab import started_lab

import planstrategi as ps
from planstrategi.api import NoDate, validate
from planstrategi.model.data_files import FILER
from planstrategi.outputs import whole_file
from planstrategi.presentation.figures import FINDINGS, STEMS
from planstrategi.presentation.tables import TABLES
from planstrategi.reading import text_file
from planstrategi.starting import lab
from planstrategi.worksheet.register_exchange import propose, register_sheet

SEED = 15
FEW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True, database=None)
# a name of the package's own, or of a module, that would open a door: a shell, an object made of a text, a fork
DOORS = {
    "system",
    "popen",
    "fork",
    "eval",
    "exec",
    "symlink",
    "symlink_to",
    "unsafe_load",
    "full_load",
    "load_all",
    "compose",
    "pickle",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """Return the project that is damaged; whoever changes it, puts it back."""
    return build(tmp_path_factory.mktemp("skadet") / "prosjekt")


# damaged files


def test_damaged_data_files_end_in_problems_or_success_within_time_and_memory(project):
    ends = list(try_each(range(60), Registers(project, SEED).attempt))
    assert [one for one in ends if one.fault] == []
    assert {one.outcome for one in ends} == {VALID, FAULTY} and len(ends) == 60


def test_damaged_documents_are_taken_in_whole_or_refused_in_our_words(project, tmp_path):
    ends = list(try_each(range(12), Documents(project, tmp_path, SEED, printed=False).attempt))
    assert [one for one in ends if one.fault] == []
    assert {one.outcome for one in ends} == {DONE, REFUSED} and len(ends) == 12


def test_an_input_that_kills_its_process_or_takes_all_its_memory_is_told_of_and_the_next_is_tried():
    def attempt(number: int) -> str:
        if number == 1:
            os._exit(139)
        return str(len(b"x" * (10_000_000_000 if number == 2 else 1)))

    assert [(one.number, one.outcome) for one in try_each(range(4), attempt)] == [(0, "1"), (1, "feil"), (2, "feil"), (3, "1")]


@pytest.fixture(scope="module")
def one_plan(tmp_path_factory) -> Path:
    """Return a folder with catalogues, for the register of one plan."""
    folder = tmp_path_factory.mktemp("navn")
    shutil.copytree(ROOT / "tests/data/nasjonalt", folder / "nasjonalt")
    return folder


@given(navn=st.text(min_size=1, max_size=60), merknad=st.text(max_size=60))
@example(navn="=1+1", merknad="'-5")
@example(navn="_x0041_", merknad="a\tb\nc")
@settings(FEW, max_examples=15)
def test_whatever_a_plan_is_named_its_register_comes_back_from_the_workbook_unchanged(one_plan, navn, merknad):
    written = ", ".join(f"{felt}: {json.dumps(text)}" for felt, text in (("navn", navn), ("merknad", merknad)) if text)
    fil = one_plan / "register.yaml"
    fil.write_text(
        f"{SMALL}planer:\n  - {{id: a, plantype: temaplan, kilde: {{tabell: temaplan, rad: 1}}, {written}}}\n", "utf-8"
    )
    register = validate(one_plan).register
    if register is None:
        return
    (one_plan / "register.xlsx").write_bytes(register_sheet(register, fil))
    proposal = propose(one_plan / "register.xlsx", register, fil)
    assert (len(proposal.frame), proposal.after) == (0, proposal.before)


@given(dato=st.dates())
@example(dato="1000-01-01")
@example(dato="2999-12-31")
@settings(FEW, max_examples=6)
def test_on_whatever_day_every_table_and_sentence_is_made(dato):
    with suppress(NoDate):
        register = validate(INVENTED, str(dato)).register
        if register is not None:
            assert all(ps.table(name, register) is not None for name in TABLES)
            assert all(str(ps.finding(name, register)) for name in FINDINGS)


# killed, and two at once


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    """Return a project with workbooks that are filled in."""
    return interrupted.prepare(tmp_path_factory.mktemp("drept") / "prosjekt")


@pytest.mark.parametrize("command", ["tabell", "importer", pytest.param("importer --bruk", marks=pytest.mark.alle)])
def test_a_command_killed_at_any_step_leaves_the_old_or_the_new_and_the_next_run_takes_away_what_it_left(
    prepared, tmp_path, command
):
    victim = interrupted.Victim(interrupted.COMMANDS[command], prepared, tmp_path)
    met, status, wrong = 0, -9, []
    while status:
        met += 1
        place, status = victim.run(met)
        wrong += victim.wrong(place, again=interrupted.state(place).files == victim.before.files)
    assert wrong == [] and met > 5


TWICE = {
    "tabell": (f"tabell kapasitet {FJORDVIK} -o ny.csv", "ny.csv. Filen er endret mens kommandoen arbeidet"),
    "vurder inn": (interrupted.COMMANDS["vurder inn"], "forventninger.yaml. Filen er endret mens kommandoen arbeidet"),
    "importer --bruk": (interrupted.COMMANDS["importer --bruk"], "register.yaml. Filen er endret mens kommandoen arbeidet"),
    "importer": (interrupted.COMMANDS["importer"], "finnes fra før, og skrives aldri over"),
    "ny-kommune": (interrupted.COMMANDS["ny-kommune"], "Den finnes fra før."),
    "ny-periode": (interrupted.COMMANDS["ny-periode"], "Den finnes fra før."),
}  # fmt: skip


@pytest.mark.parametrize("command", TWICE)
def test_of_two_at_once_the_first_is_kept_and_the_other_is_refused(prepared, tmp_path, monkeypatch, command):
    words, said = TWICE[command]
    place = shutil.copytree(prepared, tmp_path / "to", symlinks=True)
    alone, first = whole_file.alone_in, []

    def other_comes_first(folder):
        # when the one has read and worked, and is about to write, the other does all of it
        if not first:
            first.append(None)
            first.append((run(*words.split()), interrupted.state(place)))
        return alone(folder)

    monkeypatch.setattr(whole_file, "alone_in", other_comes_first)
    with chdir(place):
        status, _, err = run(*words.split())
    assert (first[1][0][0], status) == (0, 2) and said in err
    assert interrupted.state(place) == first[1][1]


EVERY = [
    pytest.param(name, marks=pytest.mark.alle) if name == "rapport" or name.startswith("lag ") else name
    for name in interrupted.COMMANDS
]


# what the system refuses, and what others say


def planstrategi(folder: Path, *words: str, shell: str = 'exec "$@"', **env: str) -> tuple[int, str]:
    """Run a command as a process of its own, started by a shell; return its status and all it said."""
    command = ["sh", "-c", shell, "sh", sys.executable, "-m", "planstrategi", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT), **env})
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


NOWHERE = dict.fromkeys(("HOME", "MPLCONFIGDIR", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"), "/dev/null/x")
UNLIKE = {**NOWHERE, "MPLBACKEND": "tull", "PYTHONWARNINGS": "default", "PYTHONIOENCODING": "cp850"}
CLOSED = 'exec "$@" >&- 2>&-'


def test_where_no_folder_can_be_written_and_every_warning_is_asked_for_the_figure_is_the_same_bytes(prepared, tmp_path):
    words = ("figur", "planbehov", str(FJORDVIK), "-o")
    usual, unlike, closed = (tmp_path / name for name in ("a.svg", "b.svg", "c.svg"))
    with chdir(prepared):
        status, _, told = run(*words, usual)
    assert status == 0 and told.endswith(f"Lagret i {usual}.\n")
    assert planstrategi(prepared, *words, str(unlike), **UNLIKE) == (0, told.replace("a.svg", "b.svg"))
    # a new home, where the letters are not known yet, and nowhere to say so
    assert planstrategi(prepared, *words, str(closed), shell=CLOSED, HOME=str(tmp_path)) == (0, "")
    assert usual.read_bytes() == unlike.read_bytes() == closed.read_bytes()


def test_a_damaged_style_among_those_of_the_user_is_not_read(prepared, tmp_path):
    (tmp_path / "stylelib").mkdir()
    (tmp_path / "stylelib" / "min.mplstyle").write_bytes(b"\xff\xfeaxes")
    status, told = planstrategi(
        prepared, "figur", "planbehov", str(FJORDVIK), "-o", str(tmp_path / "a.png"), MPLCONFIGDIR=str(tmp_path)
    )
    assert (status, told.splitlines()[-1]) == (0, f"Lagret i {tmp_path / 'a.png'}.")


def test_with_its_streams_closed_a_check_ends_with_the_status_that_says_what_it_found(prepared, tmp_path):
    assert planstrategi(prepared, "valider", str(FJORDVIK), shell=CLOSED) == (0, "")
    # what is said to the one is not said to the other
    assert planstrategi(tmp_path, "valider", "finnes-ikke", shell='exec "$@" 2>&-') == (2, "")


@pytest.mark.alle
def test_with_its_streams_closed_and_no_folder_to_write_in_a_report_is_the_same_bytes(prepared, tmp_path):
    pages = []
    for name, shell, env in (("vanlig", 'exec "$@"', {}), ("lukket", CLOSED, UNLIKE)):
        assert planstrategi(prepared, "rapport", str(FJORDVIK), "-o", str(tmp_path / name), shell=shell, **env)[0] == 0
        pages.append(interrupted.state(tmp_path / name).files)
    assert pages[0] == pages[1] and "index.html" in pages[0]


def test_what_another_package_warns_of_is_not_said(prepared, tmp_path):
    bare = tmp_path / "uten-stiler.xlsx"
    with zipfile.ZipFile(prepared / "ferdig.xlsx") as parts, zipfile.ZipFile(bare, "w") as other:
        for name in parts.namelist():
            other.writestr(name, re.sub(b"<cellStyles.*</cellStyles>", b"", parts.read(name)))
    with warnings.catch_warnings(record=True) as met, chdir(shutil.copytree(prepared, tmp_path / "egen", symlinks=True)):
        warnings.simplefilter("always")
        openpyxl.load_workbook(bare)
        assert {one.filename.rpartition("/")[2] for one in met} == {"stylesheet.py"}
        met.clear()
        assert run("vurder", "inn", bare, FJORDVIK)[0] == 0
    assert met == []


@pytest.mark.alle
@pytest.mark.skipif(sys.platform != "linux", reason="a browser is known by its name alone")
def test_where_there_is_no_browser_the_address_is_said_and_nothing_else(prepared):
    with started_lab(prepared, BROWSER="", PATH=str(Path(sys.executable).parent)) as (process, said, address):
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        told = [*([lab.ROOT_USER] if lab.is_root() else []), lab.STARTED, "", f"    {address}", "", lab.HOW_TO_STOP]
        assert (said + process.stderr.read()).splitlines() == told


ROOT_ONLY = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may become another, or mount a disk")


@ROOT_ONLY
@pytest.mark.parametrize("command", ["tabell", "vurder inn"])
def test_without_the_permission_to_write_nothing_is_changed_and_it_is_said(prepared, tmp_path, command):
    words = interrupted.COMMANDS[command]
    with chdir(shutil.copytree(prepared, tmp_path / "egen", symlinks=True)):
        # what it imports, another may not read
        assert run(*words.split())[0] == 0
    # the folders of tests are only for the one who runs them
    with tempfile.TemporaryDirectory() as room:
        place = shutil.copytree(prepared, Path(room) / "laast", symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", room], check=True)
        before = interrupted.state(place)
        refused = _in_child(place, words, lambda: os.seteuid(65534))
        assert refused[0] == 2 and "Du mangler tilgang." in refused[1]
        assert interrupted.state(place) == before


@ROOT_ONLY
def test_a_municipality_that_nobody_may_look_into_stops_not_the_check_of_the_others():
    with tempfile.TemporaryDirectory() as room:
        for name in ("aapen", "laast"):
            (Path(room) / "data/kommuner" / name / "2028-2031").mkdir(parents=True)
            (Path(room) / "data/kommuner" / name / "2028-2031/register.yaml").write_text("x: 1\n")
        with chdir(room):
            # what it imports, another may not read
            assert run("valider")[0] == 1
        subprocess.run(["chmod", "-R", "a+rX", room], check=True)
        (Path(room) / "data/kommuner/laast").chmod(0)
        status, said = _in_child(Path(room), "valider", lambda: os.setuid(65534))
        assert status == 1 and "data/kommuner/aapen/2028-2031: " in said and "data/kommuner/laast: " in said


@ROOT_ONLY
@pytest.mark.parametrize(
    "command", ["figur", "eksporter", "importer", "vurder inn", "ny-kommune", pytest.param("rapport", marks=pytest.mark.alle)]
)
def test_on_a_full_disk_nothing_is_changed_and_it_is_said(prepared, tmp_path, command):
    place = tmp_path / "full"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(place)], capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copytree(prepared, place, symlinks=True, dirs_exist_ok=True)
        with (place / "fyll").open("wb", buffering=0) as file, pytest.raises(OSError):
            while True:
                file.write(b"x" * 65_536)
        before = interrupted.state(place)
        refused = _in_child(place, interrupted.COMMANDS[command], lambda: None)
        assert refused[0] == 2 and "isken er full" in refused[1]
        assert interrupted.state(place) == before
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _in_child(place: Path, words: str, become) -> tuple[int, str]:
    read, write = os.pipe()
    if not (child := os.fork()):
        try:
            become()
            os.chdir(place)
            status, _, err = run(*words.split())
            os.write(write, json.dumps([status, err]).encode())
        except BaseException as error:
            os.write(write, json.dumps([-1, repr(error)]).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        told = stream.read()
    # what has ended it, where it says nothing
    assert (os.waitpid(child, 0)[1], told != b"") == (0, True)
    return json.loads(told)


# doors


def _leave_the_network() -> None:
    # CLONE_NEWNET, and for one who may not, CLONE_NEWUSER
    if ctypes.CDLL(None, use_errno=True).unshare(0x40000000 | (0x10000000 if os.geteuid() else 0)):
        raise OSError(ctypes.get_errno(), "unshare")
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", 9))


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "unshare"), reason="the system has no network namespaces")
@pytest.mark.parametrize("command", EVERY)
def test_every_command_does_its_work_where_there_is_no_network(prepared, tmp_path, command):
    place = shutil.copytree(prepared, tmp_path / "alene", symlinks=True)
    status, said = _in_child(place, interrupted.COMMANDS[command], _leave_the_network)
    if "unshare" in said:
        pytest.skip("no network namespace can be made here")
    assert status == 0 and interrupted.state(place).files != interrupted.state(prepared).files


@pytest.mark.alle
def test_a_notebook_runs_in_a_kernel_that_reaches_nothing_but_its_own_machine(prepared):
    alone = ("unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
    if not all(map(shutil.which, ("unshare", "ip"))) or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("no network namespace can be made here")
    command = [
        *alone,
        sys.executable,
        "-m",
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        "--stdout",
        "notebooks/01_register.ipynb",
    ]
    done = subprocess.run(command, cwd=prepared, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 0 and b"image/svg+xml" in done.stdout


def test_nothing_in_the_package_opens_a_shell_a_fork_or_makes_an_object_of_a_text():
    met = []
    for path in sorted((ROOT / "planstrategi").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                shell = [one.arg for one in node.keywords if one.arg == "shell"]
                met += [f"{path.name}:{node.lineno} {name}"] if name in DOORS or shell else []
    assert met == []


def test_what_is_drafted_is_only_for_the_one_who_drafts_it(tmp_path):
    with whole_file.room_in(tmp_path) as room:
        assert stat.S_IMODE(room.stat().st_mode) == 0o700


# Windows, without one


# signs that a name cannot have, how it cannot end, and devices, whatever their ending
NOT_ON_WINDOWS = re.compile(r'[\\:*?"<>|\0-\x1f]|[ .](/|$)|(^|/)(con|prn|aux|nul|(com|lpt)\d)(\.|/|$)', re.IGNORECASE)


def _open_elsewhere(*_: object) -> None:
    raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used by another process")


@pytest.mark.parametrize("command", EVERY)
def test_a_file_that_another_program_has_open_on_windows_stays_and_it_is_said(prepared, tmp_path, monkeypatch, command):
    place = shutil.copytree(prepared, tmp_path / "windows", symlinks=True)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    # ctypes says so there, where there is no library without a name
    monkeypatch.setattr(ctypes, "CDLL", lambda name, load=ctypes.CDLL: load(name.strip()))
    for name in ("replace", "rename"):
        monkeypatch.setattr(Path, name, _open_elsewhere)
    with chdir(place):
        status, _, err = run(*interrupted.COMMANDS[command].split())
    assert status == 2 and "Har et annet program filen åpen, så lukk den" in err
    assert interrupted.state(place) == interrupted.state(prepared)


def test_what_is_written_names_a_file_on_windows_as_it_does_elsewhere(monkeypatch):
    # paths are reckoned as there, from a folder on C:
    monkeypatch.setattr(text_file, "Path", PureWindowsPath)
    monkeypatch.setattr(text_file.os.path, "relpath", lambda path: ntpath.relpath(path, "C:\\prosjekt"))
    assert text_file.shown_path(PureWindowsPath("C:\\prosjekt\\data\\register.yaml")) == "data/register.yaml"
    assert text_file.shown_path(PureWindowsPath("D:\\data\\register.yaml")) == "D:/data/register.yaml"


def test_every_file_here_and_every_name_that_is_given_to_one_can_stand_on_windows():
    listed = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    links = [line for line in listed if line.startswith("120000")]
    tracked = [line.partition("\t")[2] for line in listed]
    given = [*STEMS, *TABLES, *(kind.navn for kind in FILER)]
    assert links == [] and len(tracked) > 1_000 and len({*map(str.lower, tracked)}) == len(tracked)
    assert [name for name in [*tracked, *given] if len(name) > 200 or NOT_ON_WINDOWS.search(name)] == []
