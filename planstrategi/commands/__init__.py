"""What each command does: read, call the library, write. Imports what it needs when it needs it."""

import argparse
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from planstrategi import chosen
from planstrategi.chosen import CouldNotRun, print_lines, print_problems
from planstrategi.model import problem
from planstrategi.model.os_errors import reason
from planstrategi.reading import find_registers


def valider(args: argparse.Namespace) -> int:
    """Print every problem of every register. Status 1 when there are errors (with --streng also for warnings)."""
    files = chosen.every_register(args.register)
    found = chosen.check_all(files, args.dato)
    lost = chosen.unreadable(found[0]) if len(found) == 1 else []
    # what is wrong in a catalogue is wrong for all who share it, and is said once
    problems = list(dict.fromkeys(one for each in found for one in each.problems))
    if not lost or args.format != "tekst":
        print_problems(args.format, problems, [one for each in found for one in each.waived])
    if lost:
        raise chosen.as_message(lost)
    for fil, one in zip(files, found, strict=True):
        where = f"{fil.parent.as_posix()}: " if len(files) > 1 else ""
        print(f"{where}{problem.problem_summary(one.problems, one.waived)}{chosen.how_to_end(fil)}", file=sys.stderr)
    left = 0 if args.register else len(find_registers.all_registers(Path("data"))) - len(files)
    print_lines([f"{left} utkast er ikke med; «planstrategi valider data» tar alle."] if left else [], sys.stderr)
    if any(one.held_back for one in found):
        what = "feilene over er rettet" if problem.errors(problems) else "det som mangler, er på plass"
        print(f"Noen regler er ikke kontrollert før {what}.", file=sys.stderr)
    fatal = {problem.FEIL, problem.ADVARSEL} if args.streng else {problem.FEIL}
    return int(any(one.alvor in fatal for one in problems))


def tabell(args: argparse.Namespace) -> int:
    """Print a table, or save it; its title, unit, source and finding go to stderr. Status 1 when one of several is left out."""
    from planstrategi.presentation.findings import said_of
    from planstrategi.presentation.several import table_of_all
    from planstrategi.presentation.tables import TABLES, table

    if args.liste:
        return _print_list({name: spec.tittel for name, spec in TABLES.items()})
    _must_exist(args.navn, "tabell", TABLES)
    form = _table_form(args)
    may_write(args.fil, args.overskriv, f"{args.navn}.csv")
    said, left_out = "", list[Path]()
    if chosen.names_one(args.register):
        register = chosen.load_one(args.register, args.dato)
        frame, said = table(args.navn, register), repr(said_of(TABLES[args.navn].finding, register))
    else:
        registers, left_out = chosen.load_every(args.register, args.dato)
        frame = table_of_all(args.navn, registers)
    _show(frame, said, "excel" if args.excel else form, args)
    return int(bool(left_out))


def sammenlign(args: argparse.Namespace) -> int:
    """Print what has changed from one register to another, or save it: a table, the chart, or one page in Word."""
    from planstrategi.presentation.figures import finding
    from planstrategi.presentation.tables import table
    from planstrategi.revision.one_page import MADE_OF_TWO, made_of_two

    ending = Path(args.fil or "").suffix.lower()
    if not (args.ny or args.git) and (ending == ".html" or (args.gammel and len(chosen.every_register(args.gammel)) > 1)):
        return _side_by_side(args)
    form = "" if ending in MADE_OF_TWO else _table_form(args, MADE_OF_TWO)
    may_write(args.fil, args.overskriv, "endringer.docx")
    register = chosen.load_compared(args.gammel, args.ny, args.git, args.dato)
    if form:
        _show(table(args.hva, register), repr(finding(args.hva, register)), form, args)
    else:
        save_new(args, args.fil, made_of_two(register, ending, args.siden), f"{finding('endringer', register)!r}\n")
    return 0


def _side_by_side(args: argparse.Namespace) -> int:
    """Save several planstrategier as one page, in alphabetical order. Status 1 when one is left out."""
    from planstrategi.outputs.report.municipalities_page import municipalities_page

    if Path(args.fil or "").suffix.lower() != ".html":
        raise CouldNotRun(f"{args.gammel} har flere registre, og de lagres som én side: -o side.html. Eller oppgi ett eller to.")
    may_write(args.fil, args.overskriv, "side-om-side.html")
    registers, left_out = chosen.load_every(args.gammel, args.dato)
    what = "planstrategi" if len(registers) == 1 else "planstrategier"
    save_new(args, args.fil, municipalities_page(registers, left_out).encode("utf-8"), f"{len(registers)} {what}. ")
    return int(bool(left_out))


def _show(frame: Any, said: str, form: str, args: argparse.Namespace) -> None:
    from planstrategi.presentation.export import WRITERS

    text = WRITERS[form](frame)
    print(f"{frame.attrs['tittel']} ({frame.attrs['enhet']}). {frame.attrs['kilde']}\n{said}".strip(), file=sys.stderr)
    text = text.removesuffix("\n") + "\n"
    if args.fil:
        save_new(args, args.fil, text.encode("utf-8"))
    else:
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
        sys.stdout.write(text)


ENDINGS = {".txt": "tekst", ".csv": "csv", ".json": "json"}


def _table_form(args: argparse.Namespace, others: tuple[str, ...] = ()) -> str:
    ending = ENDINGS.get(Path(args.fil or "").suffix.lower())
    form = "csv" if args.excel else args.format or ending or ("" if args.fil else "tekst")
    if not form or (args.fil and ending != form):
        why = f"er ikke den til en tabell skrevet som {form}" if form else "sier ikke hvordan tabellen skal skrives"
        raise CouldNotRun(f"Endelsen på {args.fil} {why}. Bruk {', '.join((*others, '.csv', '.json'))} eller .txt.")
    return str(form)


def figur(args: argparse.Namespace) -> int:
    """Save a figure as png, svg or pdf, whole or not at all."""
    from planstrategi.presentation.figure_frames import FIGURE_WORDS
    from planstrategi.presentation.figures import FIGURES, figure
    from planstrategi.presentation.unknown_name import UnknownName

    if args.liste:
        return _print_list({name: words.tittel for name, words in FIGURE_WORDS.items()})
    _must_exist(args.navn, "figur", FIGURES)
    register = chosen.load_one(args.register, args.dato)
    target = Path(args.fil or f"{args.navn}.png")
    may_write(target, args.overskriv, f"{args.navn}.png")
    with chosen.stopped_by(UnknownName):
        made = figure(args.navn, register, args.storrelse)
        save_new(args, target, made.as_bytes(target.suffix), f"{made.headline!r}\n")
    return 0


def may_write(fil: str | Path | None, overwrite: bool, usual: str) -> None:
    """Raise CouldNotRun where a file may not be written: it is there, or the folder is not."""
    from planstrategi.outputs.whole_file import why_not

    if fil and (why := why_not(Path(fil), overwrite, usual)):
        raise CouldNotRun(why)


def write_whole(target: Path, data: bytes, read: bytes | None = None) -> None:
    """Write a file whole or not at all, and not when it is no longer what was read."""
    from planstrategi.outputs.whole_file import write_file

    try:
        write_file(target, data, read)
    except OSError as error:
        raise CouldNotRun(f"Kan ikke lagre {target}. {reason(error)}") from None


def save_new(args: argparse.Namespace, fil: str | Path, data: bytes, said: str = "") -> None:
    """Write a file as `write_whole` does, and not over one made meanwhile unless that was asked for; tell it after `said`."""
    write_whole(Path(fil), data, None if args.overskriv else b"")
    print(f"{said}Lagret i {fil}.", file=sys.stderr)


def rapport(args: argparse.Namespace) -> int:
    """Execute the notebooks and write the report folder, or say what differs from one. Status 1 when something does."""
    from planstrategi.outputs.report import NotebookFailed, ReportRefused
    from planstrategi.outputs.report.folder import write_report
    from planstrategi.outputs.report.verify import verify

    register = chosen.load_one(args.register, args.dato)
    differing: list[str] = []
    try:
        with chosen.stopped_by(ReportRefused):
            if args.verifiser:
                differing = verify(register, Path(args.verifiser), _say, args.dato)
                print_lines(differing or [f"{args.verifiser} er som den blir laget nå."])
            else:
                print(write_report(register, Path(args.mappe), _say, args.dato))
    except NotebookFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    return int(bool(differing))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def lovsjekk(args: argparse.Namespace) -> int:
    """Compare the law texts that are cited or swept with an archive. Status 1 when one is new, or not as it was judged."""
    from planstrategi.lawtexts.archive import ArchiveError
    from planstrategi.lawtexts.compare import changes_as_text, compare, folders, remarks_and_summary
    from planstrategi.lawtexts.stored import Unusable

    with chosen.stopped_by(ArchiveError, Unusable):
        found = compare(Path(args.arkiv), *folders(args.register, args.katalog))
    if args.format == "json":
        chosen.print_records([*found.places, *found.swept])
    else:
        print_lines(changes_as_text(found))
    wrong = problem.problems_as_text(found.problems)
    print_lines([*wrong, *remarks_and_summary(found)], sys.stderr)
    return int(bool(found.changed or wrong))


def lag(args: argparse.Namespace) -> int:
    """Save what is made of a register to be handed over, such as slides, whole or not at all."""
    from planstrategi.outputs import MakeRefused
    from planstrategi.outputs.made import KINDS, prepared
    from planstrategi.presentation.unknown_name import UnknownName

    _must_exist(args.hva, "leveranse", KINDS)
    target = Path(args.fil or f"{args.hva}{KINDS[args.hva].ending}")
    may_write(target, args.overskriv, f"{args.hva}{KINDS[args.hva].ending}")
    with chosen.stopped_by(MakeRefused, UnknownName):
        as_bytes = prepared(args.hva, target, args.mal, {"figurer": args.figurer, "kort": args.kort})
        data = as_bytes(chosen.load_one(args.register, args.dato))
    save_new(args, target, data)
    return 0


def lab(args: argparse.Namespace) -> int:
    """Open JupyterLab on the project, at the page to start from, until it is stopped."""
    from planstrategi.starting import lab as started

    if not Path(started.NOTEBOOK_FOLDER).is_dir():
        raise CouldNotRun(f"Finner ikke mappen {started.NOTEBOOK_FOLDER}/. Kjør kommandoen fra prosjektets mappe.")
    server = started.lab_server()
    said = [started.STARTED, "", f"    {started.address(server)}", "", started.HOW_TO_STOP]
    # said when it listens, which is what it does first
    server.io_loop.add_callback(print_lines, [*([started.ROOT_USER] if started.is_root() else []), *said], sys.stderr)
    server.start()
    return 0


def _print_list(titles: dict[str, str]) -> int:
    print_lines(f"{name.ljust(max(map(len, titles)))}  {title}" for name, title in titles.items())
    return 0


def _must_exist(name: str | None, what: str, known: Collection[str]) -> None:
    # said before a register is looked for: a wrong name is wrong for them all
    from planstrategi.presentation.unknown_name import unknown

    if not name:
        raise CouldNotRun(f"Hvilken {what}? Velg mellom: {', '.join(known)}.")
    if name not in known:
        raise CouldNotRun(unknown(what, name, known))
