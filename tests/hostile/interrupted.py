"""python -m tests.hostile.interrupted --fro 1 --ganger 200 [KOMMANDO …]: every command that writes, or those named, killed at
each thing it asks of the file system, and so often in all at random moments.
What stands afterwards is the old whole or the new whole, and the next run finishes it."""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from contextlib import chdir
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from planstrategi.outputs.made import KINDS
from planstrategi.outputs.whole_file import DRAFTS

from .project import FJORDVIK, NEXT, ROOT, TOTEN, build, run, run_in

OVER = "--overskriv"
OUT = "data/kommuner/ny/2024-2027 --kommune Ny --nummer 9902 --fylke innlandet --periode 2024-2027"
COMMANDS = {
    "tabell": f"tabell kapasitet {FJORDVIK} -o t.csv {OVER}",
    "figur": f"figur planbehov {FJORDVIK} -o f.svg {OVER}",
    "sammenlign": f"sammenlign {TOTEN} {NEXT} -o e.docx {OVER}",
    "vurder ut": f"vurder ut {FJORDVIK} -o v.xlsx {OVER}",
    "vurder inn": f"vurder inn ferdig.xlsx {FJORDVIK} --lagre",
    "eksporter": f"eksporter {FJORDVIK} -o r.xlsx {OVER}",
    "importer --bruk": f"importer endret.xlsx --mot {FJORDVIK} --bruk",
    "importer": f"importer {ROOT}/tests/data/innlesing/gol-2024-2027.txt -o {OUT}",
    "ny-kommune": "ny-kommune Fjelldal --nummer 9999 --fylke innlandet --periode 2028-2031",
    "ny-periode": f"ny-periode {FJORDVIK} --fra 2032",
    "rapport": f"rapport {FJORDVIK}",
    **{f"lag {hva}": f"lag {hva} {FJORDVIK} -o l{kind.ending} {OVER}" for hva, kind in KINDS.items()},
}  # fmt: skip
OLD = ("t.csv", "f.svg", "e.docx", "v.xlsx", "r.xlsx", "l.pptx", "l.docx", "l.xlsx", "l.ics", "l.zip")


class State(NamedTuple):
    """The files of a project, and the drafts that are left in it."""

    files: dict[str, bytes]
    drafts: list[str]


def state(folder: Path) -> State:
    """Return what stands in a project."""
    there = {path.relative_to(folder): path for path in sorted(folder.rglob("*"))}
    drafts = [place for place in there if DRAFTS.fullmatch(place.name)]
    files = {place: path for place, path in there.items() if path.is_file() and not any(map(DRAFTS.fullmatch, place.parts))}
    return State({place.as_posix(): path.read_bytes() for place, path in files.items()}, [*map(str, drafts)])


def prepare(folder: Path) -> Path:
    """Return a small project with all that the commands change, or write over."""
    project = build(folder)
    for name in ("nasjonalt", "regionalt"):
        shutil.rmtree(project / "data" / name)
        (project / "data" / name).symlink_to(ROOT / "data" / name)
    for other in {*(project / "data/kommuner").iterdir()} - {project / one.parent for one in (TOTEN, FJORDVIK)}:
        shutil.rmtree(other)
    for name in OLD:
        (project / name).write_bytes(b"gammel")
    for path in sorted((project / "notebooks").glob("*.ipynb"))[1:]:
        path.unlink()
    filled_in(project)
    (project / "rapport").mkdir()
    (project / "rapport" / ".planstrategi-rapport").write_text("gammel\n")
    return project


def filled_in(project: Path) -> None:
    """Put two workbooks in a project: `ferdig.xlsx` with a judgement, `endret.xlsx` with a plan of another name."""
    import openpyxl

    from planstrategi.worksheet.layout import FIRST_SHEET, GUIDE

    run_in(project, "vurder", "ut", FJORDVIK, "-o", "ferdig.xlsx")
    book = openpyxl.load_workbook(project / "ferdig.xlsx")
    for at, value in {"B4": "Rådgiver", "B5": "01.07.2028", "B6": "Planene er lest", "B7": "nei"}.items():
        book[GUIDE][at] = value
    for at, value in {"H2": "sterk", "I2": "navn", "J2": "Navnet sier det."}.items():
        book[FIRST_SHEET][at] = value
    book.save(project / "ferdig.xlsx")
    run_in(project, "eksporter", FJORDVIK, "-o", "endret.xlsx")
    book = openpyxl.load_workbook(project / "endret.xlsx")
    cell = next(cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "Havnestrategi")
    cell.value = "Havnestrategien"
    book.save(project / "endret.xlsx")


WRITES = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "tempfile.mkdtemp", "fcntl.flock"}


def run_until(place: Path, at: int, seconds: float, words: list[str]) -> int:
    """Run a command in a folder, in a process that is killed at the N-th thing it asks of the file system, or after a time.

    0 is never. Return its status, below 0 for killed.
    """
    # what it imports is imported already, so that a run takes no longer than its work
    child = os.fork()
    if not child:
        # whose signal ends it at once
        signal.setitimer(signal.ITIMER_REAL, seconds)
        sys.addaudithook(_killer(at))
        with chdir(place):
            os._exit(run(*words)[0])
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _killer(at: int):
    met = count(1)

    def look(event: str, args: tuple) -> None:
        opened = event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR) and not str(args[0]).startswith("/dev/")
        if (opened or event in WRITES) and next(met) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return look


class Victim:
    """A command, what stands before it, and what stands after it when nobody stops it."""

    def __init__(self, words: str, project: Path, room: Path) -> None:
        self.words, self.project, self.room = words.split(), project, room
        self.before = state(project)
        # imports what the command imports
        with chdir(self.copy()):
            run(*self.words)
        begun = time.monotonic()
        place, status = self.run(0)
        self.seconds, self.after = time.monotonic() - begun, state(place)
        assert status == 0 and self.after.files != self.before.files, (words, status)

    def copy(self) -> Path:
        """Return the project as it was, in a folder of its own."""
        shutil.rmtree(self.room / "kopi", ignore_errors=True)
        return Path(shutil.copytree(self.project, self.room / "kopi", symlinks=True))

    def run(self, at: int, seconds: float = 0, place: Path | None = None) -> tuple[Path, int]:
        """Run it in a copy of the project, killed at a number or after a time; return the copy and the status."""
        place = place or self.copy()
        return place, run_until(place, at, seconds, self.words)

    def wrong(self, place: Path, *, again: bool) -> list[str]:
        """Return what is neither as it was nor as it is to be, and what the next run does not put right."""
        met = state(place)
        half = [name for name in met.files if met.files[name] not in (self.before.files.get(name), self.after.files.get(name))]
        half += [f"{name} er borte" for name in self.before.files if name not in met.files and name in self.after.files]
        new, wanted = (one.files.keys() - self.before.files for one in (met, self.after))
        half += [f"bare noen av filene: {sorted(new)}"] if new and new != wanted else []
        if again:
            self.run(0, place=place)
            half += [f"etter neste kjøring: {name}" for name in _unlike(state(place), self.after)]
        return half


def _unlike(met: State, wanted: State) -> list[str]:
    names = met.files.keys() | wanted.files.keys()
    return [*met.drafts, *(name for name in names if met.files.get(name) != wanted.files.get(name))]


def main() -> int:
    """Kill every command; print how often, and what was half or left. Status 1 when anything was."""
    given = argparse.ArgumentParser(prog="python -m tests.hostile.interrupted")
    given.add_argument("--fro", type=int, default=1)
    given.add_argument("--ganger", type=int, default=200)
    given.add_argument("kommandoer", nargs="*", default=[*COMMANDS])
    args = given.parse_args()
    rng, faults = Random(args.fro), 0
    with tempfile.TemporaryDirectory(prefix="planstrategi-prove-") as room:
        project = prepare(Path(room) / "prosjekt")
        for name in args.kommandoer:
            faults += _tell(name, Victim(COMMANDS[name], project, Path(room)), rng, -(-args.ganger // len(args.kommandoer)))
    return int(bool(faults))


def _tell(name: str, victim: Victim, rng: Random, times: int) -> int:
    # the same again cannot be made where something that is whole already may not be written over
    again = name not in ("ny-kommune", "ny-periode", "importer", "vurder inn", "importer --bruk")
    wrong, number, dead = [], 0, 0
    while (killed := victim.run(number + 1))[1]:
        place, number = killed[0], number + 1
        wrong += [f"ved {number}: {one}" for one in victim.wrong(place, again=again or state(place).files == victim.before.files)]
    for _ in range(times):
        after = rng.uniform(0.05, 1) * victim.seconds
        place, status = victim.run(0, after)
        dead += status != 0
        wrong += [f"etter {after:.2f} s: {one}" for one in victim.wrong(place, again=False)]
    counted = f"drept ved hvert av {number} filsteg og {dead} ganger på måfå; {len(wrong)} feil"
    print(f"{name}: {counted}", *wrong[:20], sep="\n  ", flush=True)
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main())
