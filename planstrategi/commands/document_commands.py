"""What the commands do that make registers of documents. Imports what it needs when it needs it."""

import argparse
import sys
from pathlib import Path

from planstrategi import chosen
from planstrategi.commands.workbook_commands import importer_ark
from planstrategi.model import problem


def importer(args: argparse.Namespace) -> int:
    """Read a document into the draft of a register, and say what a person has to answer. Nothing is written over.

    With --mot it is the workbook of a register that comes back.
    """
    from planstrategi.intake.draft.folder import make_draft
    from planstrategi.intake.draft.heading import SaidOfDocument
    from planstrategi.intake.guard import IntakeRefused
    from planstrategi.intake.read import read
    from planstrategi.model.sections import Kommune
    from planstrategi.starting.new_municipality import NotMade, field_value, period_of

    if args.mot:
        return importer_ark(args)
    source, folder = Path(args.kilde), Path(args.mappe)
    with chosen.stopped_by(IntakeRefused, NotMade):
        given = {felt: text for felt in ("navn", "nummer", "fylke") if (text := getattr(args, felt))}
        said = {felt: field_value(Kommune, felt, text, text) for felt, text in given.items()}
        years = period_of(args.periode) if args.periode else None
        found = make_draft(read(source), SaidOfDocument(**said, periode=years), source, folder)
    print(folder.as_posix(), flush=True)
    print(problem.problem_summary(found.problems, found.waived), file=sys.stderr)
    page = (folder / "innlesing.html").as_posix()
    print(f"Utkast i {folder.as_posix()}. Les {page}, og svar på spørsmålene i innlesing.yaml.", file=sys.stderr)
    return 0
