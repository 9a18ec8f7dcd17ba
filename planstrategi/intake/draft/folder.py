"""What was understood of a document → the folder of a draft: register, record and report, whole or not at all."""

from pathlib import Path

from planstrategi.api import Validated, validate
from planstrategi.intake.draft.heading import Heading, SaidOfDocument, heading_of
from planstrategi.intake.draft.page import intake_page
from planstrategi.intake.draft.record import READING, reading_as_yaml, reading_of
from planstrategi.intake.draft.register_text import Key, RegisterText
from planstrategi.intake.found import Found
from planstrategi.intake.guard import IntakeRefused
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.fields import folder_name
from planstrategi.model.os_errors import reason
from planstrategi.model.problem import errors
from planstrategi.model.sections import Periode
from planstrategi.model.vocabulary import UKJENT
from planstrategi.outputs.whole_file import alone_in, room_in
from planstrategi.reading.register_files import register_alone

_PAGE = "innlesing.html"
# the register is laid last: it is what makes a folder one
_FILES = (_PAGE, READING.navn, REGISTERFIL)
# a proposal that is taken out may leave another that cannot stand
_ROUNDS = 10
_NEEDED = ("id", "navn", "kilde", "hva")


def make_draft(found: Found, said: SaidOfDocument, source: Path, folder: Path) -> Validated:
    """Write the draft of a document into a folder; return what is found of it. Raises IntakeRefused: then nothing is written."""
    head = heading_of(found, said)
    _may_make(folder, head)
    try:
        # beside the folder, it sees the same catalogues
        with room_in(folder.absolute().parent) as room:
            draft = room / "utkast"
            draft.mkdir()
            checked = _without_errors(found, head, source.name, draft)
            with alone_in(folder.absolute().parent):
                # another may have come first
                _may_make(folder, head)
                _lay(draft, folder)
    except OSError as error:
        raise IntakeRefused(folder, "kan_ikke_lages", hvorfor=reason(error)) from None
    return checked


def _may_make(folder: Path, head: Heading) -> None:
    if folder.exists() and not folder.is_dir():
        raise IntakeRefused(folder, "er_fil")
    if there := next((name for name in reversed(_FILES) if (folder / name).exists()), ""):
        raise IntakeRefused(folder / there, "finnes")
    for fil in sorted(folder.absolute().parent.glob(f"*/{REGISTERFIL}")):
        other = register_alone(fil)
        if other and other.kommune and other.periode and _is_same(other.kommune.navn, other.periode, head):
            raise IntakeRefused(fil, "samme_periode", kommune=head.kommune)


def _is_same(navn: str | None, periode: Periode, head: Heading) -> bool:
    known = navn and head.kommune != UKJENT
    return (periode.fra, periode.til) == head.periode and bool(known) and folder_name(navn or "") == folder_name(head.kommune)


def _without_errors(found: Found, head: Heading, source: str, room: Path) -> Validated:
    """Write the draft without the proposals that would be errors; why they are, is asked about instead."""
    dropped: dict[Key, str] = {}
    for _ in range(_ROUNDS):
        draft = RegisterText(found, head, dropped)
        reading = reading_of(draft, source)
        (room / REGISTERFIL).write_text(draft.text, "utf-8", newline="\n")
        (room / READING.navn).write_text(reading_as_yaml(reading), "utf-8", newline="\n")
        checked = validate(room)
        wrong = [one for one in errors(checked.problems) if Path(one.fil).name == REGISTERFIL]
        more = {key: one.melding for one in wrong if (key := draft.keys[one.linje - 1]) and key[1] not in _NEEDED}
        if not more:
            break
        dropped |= more
    (room / _PAGE).write_text(intake_page(draft, reading), "utf-8", newline="\n")
    return checked


def _lay(room: Path, folder: Path) -> None:
    if folder.exists() and not any(folder.iterdir()):
        folder.rmdir()
    if not folder.exists():
        room.rename(folder)
        return
    laid: list[Path] = []
    try:
        for name in _FILES:
            laid.append((room / name).rename(folder / name))
    except OSError:
        for path in laid:
            path.unlink(missing_ok=True)
        raise
