"""The report folder: one HTML page, and each figure as PNG and SVG. It appears whole or not at all."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from planstrategi.api import Dated
from planstrategi.model.os_errors import reason
from planstrategi.model.register import Register
from planstrategi.outputs.report import FIGURES_FOLDER, INPUTS, PAGE, WHICH, WHY, WORK_FOLDER, NotebookFailed, ReportRefused, Say
from planstrategi.outputs.whole_file import replace_folder, room_in

BUILD = "planstrategi.outputs.report.build"
WITHOUT_A_WORD = "Kjøringen av notatbøkene stoppet uten å si hvorfor. Rapporten er ikke laget. Se om disken er full."
MADE_HERE = "Denne mappen er laget av «planstrategi rapport» og kan erstattes av den."
# how the page says where the file of a drawing is, until it is filled with it
DRAWN_IN = f'src="{FIGURES_FOLDER}/([^"]+).svg"'
# what may not stand as it is in an address
ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '%#"<>&\n'})
# a folder with this file was made by an earlier report, and may be replaced
REPORT_MARK = ".planstrategi-rapport"
# «(1)», «-Copy1», «- kopi», «-DESKTOP-AB12», «.sync-conflict-…»
COPY_MARK = re.compile(
    r"(?:[ _-]*\(.*\)|-Copy\d*|[ _-]+(?:kopi|copy)\b.*|-(?=[A-Z0-9-]*[A-Z])[A-ZÆØÅ0-9]{2,}(?:-[A-Z0-9]+)*|\.sync-conflict.*|~)+\Z"
)


def write_report(register: Register, target: Path, say: Say, dato: str | None = None) -> Path:
    """Execute the notebooks on a register and write the report; return its index.html.

    `dato` is the day the register was loaded as of, where it is not its own: everything is then read as of it.
    Raises ReportRefused when the folder cannot be written or may not be replaced, and NotebookFailed when a notebook
    cannot be read or stops.
    """
    try:
        place, notebooks = str(Path(register.fil).absolute()), chapters(Path("notebooks"), say)
        _may_make(target, notebooks)
        # a link stays a link
        real = Path(os.path.realpath(target))
        with room_in(real.parent) as room:
            draft = room / "rapport"
            draft.mkdir()
            _write(register, Dated(place, dato) if dato else place, notebooks, draft)
            # nor may what somebody has put there meanwhile
            _may_make(target, notebooks)
            was, now = (inputs_of(report).get(WHICH) for report in (real, draft))
            if was and was != now:
                say(f"{target} var rapporten av {was}, og er erstattet.")
            replace_folder(real, draft)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ReportRefused(f"Rapporten kan ikke lages i {target}. {reason(error)}") from None
    return target / "index.html"


def chapters(folder: Path, say: Say) -> list[Path]:
    """Return the notebooks of a folder that are numbered, without copies; say which are left out."""
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("[0-9]*.ipynb")):
        groups.setdefault(COPY_MARK.sub("", path.stem), []).append(path)
    for name, paths in groups.items():
        paths.sort(key=lambda path: (path.stem != name, path.name))
        for copy in paths[1:]:
            say(f"{copy.name} er en kopi av {paths[0].name} og er ikke med i rapporten.")
    return [paths[0] for paths in groups.values()]


def inputs_of(report: Path) -> dict[str, str]:
    """Return what a report was made from, the sha256 of a file by its name; empty for what is no report."""
    try:
        found = json.loads((report / REPORT_MARK).read_text("utf-8").splitlines()[1])
    except (OSError, ValueError, LookupError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _may_make(target: Path, notebooks: list[Path]) -> None:
    if not notebooks:
        raise ReportRefused("Finner ingen notatbøker i mappen notebooks/. Kjør kommandoen fra prosjektets mappe.")
    if not target.absolute().parent.is_dir():
        raise ReportRefused(f"Mappen {target.parent} finnes ikke. Lag den først, eller velg en annen.")
    if target.exists() and not (target / REPORT_MARK).is_file():
        raise ReportRefused(f"{target} finnes og er ikke en rapport herfra. Velg en annen mappe med -o.")


def _write(register: Register, place: str, notebooks: list[Path], draft: Path) -> None:
    work, pictures = draft / WORK_FOLDER, draft / FIGURES_FOLDER
    work.mkdir()
    pictures.mkdir()
    with _building(place, notebooks, draft) as process:
        # imported here, so that one process draws while the other reads what runs notebooks
        from planstrategi.outputs.report.drawings import draw_files
        from planstrategi.presentation.figures import STEMS

        # no longer than there is a report to draw for
        draw_files(register, draft, takewhile(lambda _: not process.poll(), STEMS))
        status = process.wait()
    if status or not (work / INPUTS).is_file():
        # a full disk has no room for why
        why = (work / WHY).read_text("utf-8") if (work / WHY).is_file() else ""
        raise NotebookFailed(why) if status == 1 and why else ReportRefused(why or WITHOUT_A_WORD)
    (draft / "index.html").write_text(_with_drawings((work / PAGE).read_text("utf-8"), work), "utf-8")
    (draft / REPORT_MARK).write_text(f"{MADE_HERE}\n{(work / INPUTS).read_text('utf-8')}\n", "utf-8")
    shutil.rmtree(work)


def _with_drawings(page: str, work: Path) -> str:
    """Return the page with each drawing in it, where the address of its file stood."""
    return re.sub(DRAWN_IN, lambda found: f'src="{as_address((work / f"{found[1]}.svg").read_text("utf-8"))}"', page)


def as_address(svg: str) -> str:
    """Return a drawing as an address, so that the page holds it."""
    return f"data:image/svg+xml;charset=utf-8,{svg.translate(ADDRESS)}"


@contextmanager
def _building(place: str, notebooks: list[Path], draft: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = [str(draft.absolute()), place, place.dato if isinstance(place, Dated) else "", *map(str, notebooks)]
    # a form that is turned in JupyterLab is not for a report that is made from its terminal; both speak in the same letters
    env = {name: value for name, value in os.environ.items() if name != "JPY_SESSION_NAME"} | {"PYTHONIOENCODING": "utf-8"}
    # in a session of its own, so that Ctrl-C reaches this process alone, which then ends the other
    command = [sys.executable, "-m", BUILD, *words]
    with subprocess.Popen(command, start_new_session=True, stdin=subprocess.PIPE, env=env) as process:
        try:
            yield process
        finally:
            process.kill()
