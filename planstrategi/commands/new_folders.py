"""What the commands do that make the folder of a municipality's period: an empty one, a draft of the next, or of a document."""

import argparse
import sys
from pathlib import Path

from planstrategi import chosen
from planstrategi.commands.workbook_commands import importer_ark
from planstrategi.model import problem


def ny_kommune(args: argparse.Namespace) -> int:
    """Make the folder of a municipality's period, and say what to write in its files first."""
    from planstrategi.starting.new_municipality import NotMade, make_folder

    with chosen.stopped_by(NotMade):
        folder = make_folder(args.navn, args.nummer, args.fylke, args.periode)
    print(folder.as_posix(), flush=True)
    (found,) = chosen.check_all([folder], None)
    chosen.print_lines(problem.problems_as_text(found.problems), sys.stderr)
    print(f"Laget {folder.as_posix()}. Se fremdriften med «planstrategi valider {folder.as_posix()}».", file=sys.stderr)
    return 0


def ny_periode(args: argparse.Namespace) -> int:
    """Draft the folder of the next period, and say what goes on, what is left out, and what must be made anew."""
    from planstrategi.revision.next_period import draft_next
    from planstrategi.starting.new_municipality import NotMade

    register = chosen.load_one(args.register, args.dato)
    with chosen.stopped_by(NotMade):
        made = draft_next(register, args.fra, Path(args.mappe) if args.mappe else None)
    print(made.mappe.as_posix(), flush=True)
    chosen.print_lines((f"Utelatt: {one.plan.navn}. {one.utelatt}" for one in made.planer if one.utelatt), sys.stderr)
    going_on = sum(not one.utelatt for one in made.planer)
    where = ", og står nederst i filene i vurderinger" if made.paa_nytt else ""
    judged = f"{made.med} vurderinger er med som forslag; {made.paa_nytt} må gjøres på nytt{where}."
    print(f"{going_on} av {len(made.planer)} planer går videre. {judged}", file=sys.stderr)
    print(f"Se hva som må avklares med «planstrategi valider {made.mappe.as_posix()}».", file=sys.stderr)
    return 0


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

    given = {felt: text for felt in ("navn", "nummer", "fylke") if (text := getattr(args, felt))}
    if args.mot and (given or args.periode):
        raise chosen.CouldNotRun("Med --mot gjelder det som står i regnearket. Utelat --kommune, --nummer, --fylke og --periode.")
    if args.mot:
        return importer_ark(args)
    source, folder = Path(args.kilde), Path(args.mappe)
    with chosen.stopped_by(IntakeRefused, NotMade):
        said = {felt: field_value(Kommune, felt, text, text) for felt, text in given.items()}
        years = period_of(args.periode) if args.periode else None
        found = make_draft(read(source), SaidOfDocument(**said, periode=years), source, folder)
    print(folder.as_posix(), flush=True)
    print(problem.problem_summary(found.problems, found.waived), file=sys.stderr)
    page = (folder / "innlesing.html").as_posix()
    print(f"Utkast i {folder.as_posix()}. Les {page}, og svar på spørsmålene i innlesing.yaml.", file=sys.stderr)
    return 0
