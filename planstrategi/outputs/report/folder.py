"""The report folder: one HTML page, and each figure as PNG and SVG. It appears whole or not at all."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planstrategi.analysis.overview.key_figures import key_figures
from planstrategi.api import Dated
from planstrategi.model.os_errors import reason
from planstrategi.model.register import Register
from planstrategi.outputs.report import ReportRefused, Say
from planstrategi.outputs.report.notebooks import chapters
from planstrategi.outputs.whole_file import sweep

NOTEBOOKS = Path("notebooks")
DRAW = "planstrategi.outputs.report.drawings"
# a folder with this file was made by an earlier report, and may be replaced
REPORT_MARK = ".planstrategi-rapport"


def write_report(register: Register, target: Path, say: Say, dato: str | None = None) -> Path:
    """Execute the notebooks on a register and write the report; return its index.html.

    `dato` is the day the register was loaded as of, where it is not its own: everything is then read as of it.
    Raises ReportRefused when the folder cannot be written or may not be replaced, and NotebookFailed when a notebook
    cannot be read or stops.
    """
    try:
        place = str(Path(register.fil).absolute())
        return _write_whole(register, Dated(place, dato) if dato else place, target, say)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ReportRefused(f"Rapporten kan ikke lages i {target}. {reason(error)}") from None


def _write_whole(register: Register, place: str, target: Path, say: Say) -> Path:
    notebooks = chapters(NOTEBOOKS, say)
    _may_make(target, notebooks)
    sweep(target.absolute().parent, ".rapport-")
    draft = Path(tempfile.mkdtemp(prefix=".rapport-", dir=target.absolute().parent))
    try:
        _write(register, place, notebooks, draft, say)
        _replace(target, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return target / "index.html"


def _may_make(target: Path, notebooks: list[Path]) -> None:
    if not notebooks:
        raise ReportRefused("Finner ingen notatbøker i mappen notebooks/. Kjør kommandoen fra prosjektets mappe.")
    if not target.absolute().parent.is_dir():
        raise ReportRefused(f"Mappen {target.parent} finnes ikke. Lag den først, eller velg en annen.")
    if target.exists() and not (target / REPORT_MARK).is_file():
        raise ReportRefused(f"{target} finnes og er ikke en rapport herfra. Velg en annen mappe med -o.")


def _write(register: Register, place: str, notebooks: list[Path], draft: Path, say: Say) -> None:
    with _drawing(place, draft / "figurer") as drawing:
        # imported here, so that one processor draws while the other reads the large libraries
        from planstrategi.outputs.report.execute import execute_all
        from planstrategi.outputs.report.page import report_page

        executed = execute_all(notebooks, place, say)
        say("Tegner figurene som filer …")
        if drawing.wait() != 0:
            raise ReportRefused("Figurene kunne ikke tegnes; hva som gikk galt, står over. Rapporten er ikke laget.")
    figures = sorted(path.stem for path in (draft / "figurer").glob("*.svg"))
    by_name = {path.stem: notebook for path, notebook in zip(notebooks, executed, strict=True)}
    (draft / "index.html").write_text(report_page(register, by_name, key_figures(register), figures), "utf-8")
    (draft / REPORT_MARK).write_text("Denne mappen er laget av «planstrategi rapport» og kan erstattes av den.\n", "utf-8")


@contextmanager
def _drawing(place: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    folder.mkdir()
    dato = [place.dato] if isinstance(place, Dated) else []
    command = [sys.executable, "-m", DRAW, place, str(folder), *dato]
    # in a session of its own, so that Ctrl-C reaches this process alone, which then ends the other
    with subprocess.Popen(command, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _replace(target: Path, draft: Path) -> None:
    draft.chmod(0o755)
    if not target.exists():
        draft.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=".gammel-", dir=target.absolute().parent))
    try:
        target.rename(old / "rapport")
        try:
            draft.rename(target)
        except OSError:
            (old / "rapport").rename(target)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
