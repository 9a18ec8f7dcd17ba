"""What the commands that make a workbook, or take one in, do: what stands beside this is for `commands`."""

import argparse
import sys
from pathlib import Path

from planstrategi import chosen
from planstrategi.chosen import CouldNotRun, print_lines, print_problems
from planstrategi.commands import may_write, save_new, write_whole
from planstrategi.model import problem


def vurder_ut(args: argparse.Namespace) -> int:
    """Save a worksheet with what somebody should judge."""
    from planstrategi.worksheet.exchange import sheet

    register = chosen.load_one(args.register, args.dato)
    target = _workbook_to_save(args, "vurdering.xlsx")
    data, said = sheet(register, args.hva, args.alle)
    save_new(args, target, data, f"{said} ")
    return 0


def vurder_inn(args: argparse.Namespace) -> int:
    """Show what a filled-in worksheet changes; save it as a set of judgements with --lagre. Status 1 for problems."""
    from planstrategi.worksheet.exchange import take_in
    from planstrategi.worksheet.workbook import CannotWrite, WorksheetRefused

    register, folder = chosen.load_one(args.register, None), chosen.one_register(args.register).parent
    try:
        with chosen.stopped_by(CannotWrite):
            navn, text, before = take_in(Path(args.fil), register, folder, args.format)
    except WorksheetRefused as refused:
        print_problems(args.format, refused.problemer)
        print("Ingenting er tatt inn.", file=sys.stderr)
        return 1
    judged = folder / navn
    if args.lagre and text:
        write_whole(judged, text.encode("utf-8"), before)
    end = f"Lagt til i {judged}." if args.lagre else "Ikke lagret; ta det inn med --lagre."
    print(end if text else "", file=sys.stderr)
    return 0


def eksporter(args: argparse.Namespace) -> int:
    """Save a register as a workbook that people edit."""
    from planstrategi.worksheet.register_exchange import register_sheet
    from planstrategi.worksheet.workbook import CannotWrite

    register, target = chosen.load_one(args.register, None), _workbook_to_save(args, "register.xlsx")
    with chosen.stopped_by(CannotWrite):
        data = register_sheet(register, chosen.one_register(args.register))
    save_new(args, target, data, f"{register.kommune.navn}, {len(register.planer)} planer. ")
    return 0


def importer_ark(args: argparse.Namespace) -> int:
    """Show what an edited workbook changes in a register; write it there with --bruk. Status 1 for problems."""
    from planstrategi.presentation.export import WRITERS
    from planstrategi.worksheet.register_exchange import proposal_as_text, propose
    from planstrategi.worksheet.workbook import CannotWrite, WorksheetRefused

    register, fil = chosen.load_one(args.mot, None), chosen.one_register(args.mot)
    try:
        with chosen.stopped_by(CannotWrite):
            proposal = propose(Path(args.kilde), register, fil)
    except WorksheetRefused as refused:
        print_problems(args.format, refused.problemer)
        print("Ingenting er endret.", file=sys.stderr)
        return 1
    print_lines(problem.problems_as_text(proposal.warnings), sys.stderr)
    if args.format == "tekst":
        print_lines(proposal_as_text(proposal.frame))
    else:
        print(WRITERS[args.format](proposal.frame).removesuffix("\n"))
    if args.bruk and proposal.after != proposal.before:
        write_whole(fil, proposal.after, proposal.before)
    end = f"Skrevet inn i {fil}." if args.bruk else "Ikke skrevet inn; gjør det med --bruk."
    print(end if len(proposal.frame) else "Arket endrer ingenting i registeret.", file=sys.stderr)
    return 0


def _workbook_to_save(args: argparse.Namespace, usual: str) -> Path:
    target = Path(args.fil)
    may_write(target, args.overskriv, usual)
    if target.suffix.lower() != ".xlsx":
        raise CouldNotRun(f"Arket lagres som .xlsx, ikke «{target.suffix or 'uten filendelse'}».")
    return target
