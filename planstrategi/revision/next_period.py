"""The folder of the next period, drafted from a register: made whole or not at all, and never over another."""

from pathlib import Path
from typing import NamedTuple

from planstrategi.analysis.revision.carry_over import Outcome, next_period, outcomes
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.register import Register
from planstrategi.reading.text_file import is_folder
from planstrategi.revision.draft_judgements import draft_judgements
from planstrategi.revision.draft_register import draft_register
from planstrategi.starting.new_municipality import NotMade, template_files, write_folder


class Drafts(NamedTuple):
    """The folder that was made, what became of each plan, and the judgements that came along and those to be made anew."""

    mappe: Path
    planer: list[Outcome]
    med: int
    paa_nytt: int


def draft_next(register: Register, first: str, folder: Path | None = None) -> Drafts:
    """Make the folder of the next period, beside the register's own where none is named. Raises NotMade."""
    period = next_period(register)
    if first.strip() != str(period.fra):
        raise NotMade(_why_not(register, first.strip()))
    target = folder or Path(register.fil).parent.with_name(f"{period.fra}-{period.til}")
    if is_folder(target):
        raise NotMade(f"{target.as_posix()} finnes fra før. Skriv i filene der, eller velg en annen mappe med -o.")
    # only the template of the register names the municipality, and the register is drafted
    blank = template_files({}, period.fra, period.til)
    as_of = f"per_dato: {period.fra}-01-01", f"per_dato: {register.per_dato}"
    judged = draft_judgements(register, {name: text.replace(*as_of, 1) for name, text in blank.items()})
    write_folder(target, judged.texts | {REGISTERFIL: draft_register(register)})
    return Drafts(target, outcomes(register), judged.along, judged.anew)


def _why_not(register: Register, first: str) -> str:
    period, following = register.periode, next_period(register).fra
    if not (first.isdecimal() and len(first) == 4):
        return f"«{first}» er ikke et år. Skriv det første året i neste periode slik: --fra {following}."
    why = f"ligger i perioden {period}" if int(first) in period.years else f"følger ikke rett etter {period.til}"
    return f"{first} {why}. Den neste perioden begynner i {following}: skriv --fra {following}."
