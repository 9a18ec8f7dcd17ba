"""The report folder: one HTML page, and each figure as PNG and SVG. It appears whole or not at all."""

import re
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
from planstrategi.outputs.whole_file import sweep

DRAW = "planstrategi.outputs.report.drawings"
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
        place, parent = str(Path(register.fil).absolute()), target.absolute().parent
        notebooks = chapters(Path("notebooks"), say)
        _may_make(target, notebooks)
        sweep(parent, ".rapport-")
        with tempfile.TemporaryDirectory(prefix=".rapport-", dir=parent, ignore_cleanup_errors=True) as draft:
            _write(register, Dated(place, dato) if dato else place, notebooks, Path(draft), say)
            _replace(target, Path(draft))
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
    # in a session of its own, so that Ctrl-C reaches this process alone, which then ends the other
    with subprocess.Popen([sys.executable, "-m", DRAW, place, str(folder), *dato], start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _replace(target: Path, draft: Path) -> None:
    draft.chmod(0o755)
    if not target.exists():
        draft.rename(target)
        return
    with tempfile.TemporaryDirectory(prefix=".gammel-", dir=target.absolute().parent, ignore_cleanup_errors=True) as aside:
        old = target.rename(Path(aside) / "rapport")
        try:
            draft.rename(target)
        except OSError:
            old.rename(target)
            raise
