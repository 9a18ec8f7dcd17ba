"""What each command does: read, call the library, write. Imports what it needs when it needs it."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from planstrategi.api import NoDate, Validated, validate
from planstrategi.model import problem
from planstrategi.model.data_files import EVERY_REGISTER
from planstrategi.model.judgements import JUDGEMENTS
from planstrategi.model.os_errors import reason
from planstrategi.reading.register_files import register_file

if TYPE_CHECKING:
    from planstrategi.model.register import Register

REGISTERS = f"data/{EVERY_REGISTER}"
UNREADABLE = re.compile("FIL00[1-4]")


class CouldNotRun(Exception):
    """The command could not do its work; the message says why and what to do."""


def valider(args: argparse.Namespace) -> int:
    """Print every problem. Status 1 when there are errors (with --streng also for warnings)."""
    found = _validate(args)
    _print_problems(args.format, found.problems, found.waived)
    print(problem.problem_summary(found.problems, found.waived), file=sys.stderr)
    if found.held_back:
        print("Noen regler er ikke kontrollert før feilene over er rettet.", file=sys.stderr)
    fatal = {problem.FEIL, problem.ADVARSEL} if args.streng else {problem.FEIL}
    return int(any(p.alvor in fatal for p in found.problems))


def _print_problems(form: str, problems: Sequence[problem.Problem], waived: Sequence[problem.Unntatt] = ()) -> None:
    if form == "json":
        _print_records(problems)
    else:
        _print_lines(problem.as_github(problems) if form == "github" else problem.problems_as_text(problems))
    # a waiver is never hidden, but the other formats hold problems and nothing else
    _print_lines(problem.waived_as_text(waived), sys.stdout if form == "tekst" else sys.stderr)


def _print_records(records: Iterable[Any]) -> None:
    print(json.dumps([one.as_dict() for one in records], ensure_ascii=False, indent=1))


def _print_lines(lines: Iterable[str], file: TextIO | None = None) -> None:
    for line in lines:
        print(line, file=file)


def tabell(args: argparse.Namespace) -> int:
    """Print a table to stdout; its title, unit and source, and what it shows, to stderr."""
    from planstrategi.presentation import export
    from planstrategi.presentation.said import said_of
    from planstrategi.presentation.tables import TABLES, table

    if args.liste:
        return _print_list({name: spec.tittel for name, spec in TABLES.items()})
    _must_exist(args.navn, "tabell", TABLES)
    register = _load(args)
    frame = table(args.navn, register)
    print(f"{frame.attrs['tittel']} ({frame.attrs['enhet']}). {frame.attrs['kilde']}", file=sys.stderr)
    if finding := TABLES[args.navn].finding:
        print(repr(said_of(finding, register)), file=sys.stderr)
    write = export.as_excel_csv if args.excel else getattr(export, f"as_{FORMATS[args.format]}")
    sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
    print(write(frame).removesuffix("\n"))
    return 0


FORMATS = {"tekst": "text", "csv": "csv", "json": "json"}


def figur(args: argparse.Namespace) -> int:
    """Save a figure as png, svg or pdf, whole or not at all."""
    from planstrategi.presentation.figures import FIGURES, figure
    from planstrategi.presentation.unknown_name import UnknownName

    if args.liste:
        return _print_list({name: spec.tittel for name, spec in FIGURES.items()})
    _must_exist(args.navn, "figur", FIGURES)
    register = _load(args)
    target = Path(args.fil or f"{args.navn}.png")
    _may_write(target, args.overskriv, f"{args.navn}.png")
    try:
        made = figure(args.navn, register, args.storrelse)
        write_whole(target, made.as_bytes(target.suffix))
    except UnknownName as unknown:
        raise CouldNotRun(unknown) from None
    print(f"{made.headline!r}\nLagret i {target}.", file=sys.stderr)
    return 0


def _may_write(target: Path, overwrite: bool, usual: str) -> None:
    if target.is_dir():
        raise CouldNotRun(f"{target} er en mappe. Skriv også navnet på filen, for eksempel {target / usual}.")
    if os.path.lexists(target) and not overwrite:
        raise CouldNotRun(f"{target} finnes fra før. Velg et annet navn, eller bruk --overskriv.")
    if not target.absolute().parent.is_dir():
        raise CouldNotRun(f"Mappen {target.parent} finnes ikke. Lag den først, eller velg en annen.")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        handle, draft = tempfile.mkstemp(dir=target.absolute().parent, prefix=".planstrategi-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(draft).chmod(0o644)
            Path(draft).replace(target)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CouldNotRun(f"Kan ikke lagre {target}. {reason(error)}") from None


def rapport(args: argparse.Namespace) -> int:
    """Execute the notebooks and write the report folder."""
    from planstrategi.outputs.report import NotebookFailed, ReportRefused
    from planstrategi.outputs.report.folder import write_report

    register = _load(args)
    try:
        index = write_report(register, Path(args.mappe), lambda text: print(text, file=sys.stderr))
    except ReportRefused as refused:
        raise CouldNotRun(refused) from None
    except NotebookFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    print(index)
    return 0


def lovsjekk(args: argparse.Namespace) -> int:
    """Compare the law texts the catalogue cites with an archive. Status 1 when a text is not as it was judged."""
    from planstrategi.lawtexts.archive import ArchiveError
    from planstrategi.lawtexts.compare import changes_as_text, compare, folders, remarks_and_summary
    from planstrategi.lawtexts.stored import Unusable

    try:
        found = compare(Path(args.arkiv), *folders(args.register, args.katalog))
    except (ArchiveError, Unusable) as why:
        raise CouldNotRun(why) from None
    if args.format == "json":
        _print_records(found.places)
    else:
        _print_lines(changes_as_text(found))
    _print_lines(remarks_and_summary(found), sys.stderr)
    return int(bool(found.changed))


def vurder_ut(args: argparse.Namespace) -> int:
    """Save a worksheet with the pairs that somebody should judge."""
    from planstrategi.worksheet.exchange import sheet

    register = _load(args)
    target = Path(args.fil)
    _may_write(target, args.overskriv, "vurdering.xlsx")
    if target.suffix.lower() != ".xlsx":
        raise CouldNotRun(f"Arket lagres som .xlsx, ikke «{target.suffix or 'uten filendelse'}».")
    data, said = sheet(register, args.alle)
    write_whole(target, data)
    print(f"{said} Lagret i {target}.", file=sys.stderr)
    return 0


def vurder_inn(args: argparse.Namespace) -> int:
    """Show what a filled-in worksheet changes; save it as a set of judgements with --lagre. Status 1 for problems."""
    from planstrategi.worksheet.exchange import NoRoom, take_in
    from planstrategi.worksheet.workbook import WorksheetRefused

    register = _load(args)
    folder = register_file(args.register or _only_register()).parent
    try:
        text = take_in(Path(args.fil), register, folder, FORMATS[args.format])
    except WorksheetRefused as refused:
        _print_problems(args.format, refused.problemer)
        print("Ingenting er tatt inn.", file=sys.stderr)
        return 1
    except NoRoom as full:
        raise CouldNotRun(full) from None
    if args.lagre and text:
        (folder / JUDGEMENTS).parent.mkdir(exist_ok=True)
        write_whole(folder / JUDGEMENTS, text.encode("utf-8"))
    end = f"Lagt til i {folder / JUDGEMENTS}." if args.lagre else "Ikke lagret; ta det inn med --lagre."
    print(end if text else "", file=sys.stderr)
    return 0


def lab(args: argparse.Namespace) -> int:
    """Open JupyterLab in the notebooks' folder."""
    if not Path("notebooks").is_dir():
        raise CouldNotRun("Finner ikke mappen notebooks/. Kjør kommandoen fra prosjektets mappe.")
    return subprocess.run([sys.executable, "-m", "jupyterlab", "--notebook-dir=notebooks"], check=False).returncode


def _print_list(titles: dict[str, str]) -> int:
    width = max(map(len, titles))
    _print_lines(f"{name.ljust(width)}  {title}" for name, title in titles.items())
    return 0


def _must_exist(name: str | None, what: str, known: Collection[str]) -> None:
    # said before a register is looked for: a wrong name is wrong for them all
    from planstrategi.presentation.unknown_name import unknown

    if not name:
        raise CouldNotRun(f"Hvilken {what}? Velg mellom: {', '.join(known)}.")
    if name not in known:
        raise CouldNotRun(unknown(what, name, known))


def _load(args: argparse.Namespace) -> "Register":
    found = _validate(args)
    if found.register is None:
        _print_problems("tekst", problem.errors(found.problems))
        raise CouldNotRun("Registeret har feil og kan ikke regnes på. Rett feilene over først.")
    return found.register


def _validate(args: argparse.Namespace) -> Validated:
    try:
        found = validate(args.register or _only_register(), getattr(args, "dato", None))
    except NoDate as no_day:
        raise CouldNotRun(no_day) from None
    unreadable = [p for p in found.problems if UNREADABLE.match(p.kode)]
    if unreadable:
        if args.run is valider and args.format != "tekst":
            _print_problems(args.format, found.problems, found.waived)
        raise CouldNotRun("\n".join(problem.problems_as_text(unreadable)))
    return found


def _only_register() -> Path:
    found = sorted(Path().glob(REGISTERS))
    if len(found) == 1:
        return found[0]
    if not found:
        raise CouldNotRun(f"Fant ikke noe register ({REGISTERS}). Kjør fra prosjektets mappe, eller oppgi mappen.")
    folders = ", ".join(path.parent.as_posix() for path in found)
    raise CouldNotRun(f"Det finnes flere registre. Oppgi hvilket: {folders}.")
