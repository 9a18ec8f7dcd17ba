"""The one registry of what is handed over, and how it is made: from the same tables, figures and sentences as all else."""

from collections.abc import Callable, Mapping
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from planstrategi.model.os_errors import reason
from planstrategi.model.register import Register, must_be_register
from planstrategi.outputs import MakeRefused
from planstrategi.outputs.whole_file import why_not, write_file
from planstrategi.presentation.unknown_name import must_be_known
from planstrategi.reading.register_files import no_garbage_collection


class HandedOver(NamedTuple):
    """What is handed over: how its file ends, and the function that makes it, by its module, which is imported when used.

    The function takes the register, `mal` where there is an ending of a template, and the `choices` by name.
    """

    ending: str
    module: str
    function: str
    template: str = ""
    choices: tuple[str, ...] = ()


KINDS = {
    "lysbilder": HandedOver(".pptx", "outputs.slides.deck", "as_slides", ".pptx", ("figurer",)),
    "sak": HandedOver(".docx", "outputs.documents.sak", "case_paper", ".docx", ("kort",)),
    "plandokument": HandedOver(".docx", "outputs.documents.plandokument", "plan_document", ".docx"),
    "arbeidsbok": HandedOver(".xlsx", "outputs.workbook.tables_book", "tables_book"),
    "kalender": HandedOver(".ics", "revision.calendar", "as_calendar"),
    "datapakke": HandedOver(".zip", "outputs.package.data_package", "data_package"),
}


def make(
    hva: str, register: Register, fil: str | Path, mal: str | Path | None = None, overskriv: bool = False, **valg: Any
) -> Path:
    """Lag en fil som skal leveres videre, og gi stedet den ligger; det som finnes fra før, blir stående uten `overskriv`.

    `hva` er lysbilder, sak, plandokument, arbeidsbok, kalender eller datapakke, `mal` kommunens egen .pptx eller .docx.
    Til lysbilder kan du velge `figurer`, og til sak `kort`: bare sammendraget på én side.

    >>> print(ps.make("lysbilder", r, "lysbilder.pptx", figurer=["kapasitet", "frister"]))
    lysbilder.pptx
    """
    must_be_register(register)
    must_be_known("leveranse", hva, KINDS)
    return saved(fil, lambda: prepared(hva, Path(fil), mal, valg)(register), overskriv, f"{hva}{KINDS[hva].ending}")


def saved(fil: str | Path, as_bytes: Callable[[], bytes], overskriv: bool, usual: str) -> Path:
    """Save what a notebook asks for, and return where, or raise MakeRefused. `usual` is a name for it."""
    if not isinstance(fil, str | PathLike):
        raise MakeRefused(f'Skriv hvor filen skal lagres, for eksempel "{usual}". Det som ble gitt, er {type(fil).__name__}.')
    target = Path(fil)
    if why := why_not(target, overskriv, usual, "skriv overskriv=True"):
        raise MakeRefused(why)
    try:
        write_file(target, as_bytes(), None if overskriv else b"")
    except OSError as error:
        raise MakeRefused(f"Kan ikke lagre {target}. {reason(error)}") from None
    return target


def prepared(hva: str, fil: Path, mal: str | Path | None, valg: Mapping[str, Any]) -> Callable[[Register], bytes]:
    """Return the function that makes the bytes of a file of a register, with what is chosen.

    Raises MakeRefused, or UnknownName, for what can be seen to be wrong before a register is read.
    """
    must_be_known("leveranse", hva, KINDS)
    kind, given = KINDS[hva], {name: one for name, one in valg.items() if one}
    if fil.suffix.lower() != kind.ending:
        raise MakeRefused(f"Filen med {hva} lagres som {kind.ending}, ikke «{fil.suffix or 'uten filendelse'}».")
    if strange := next((name for name in given if name not in kind.choices), ""):
        raise MakeRefused(f"Valget «{strange}» hører ikke til {hva}.")
    if mal:
        given["mal"] = _template(hva, Path(mal), kind.template)
    made = no_garbage_collection()
    return made(lambda register: getattr(import_module(f"planstrategi.{kind.module}"), kind.function)(register, **given))


def _template(hva: str, mal: Path, ending: str) -> Path:
    if not ending:
        raise MakeRefused(f"Det finnes ingen mal for {hva}. Kjør uten --mal.")
    if mal.suffix.lower() != ending:
        raise MakeRefused(f"{mal} kan ikke være mal for {hva}. Lagre malen som {ending}, uten makroer.")
    if not mal.is_file():
        raise MakeRefused(f"Finner ikke malen {mal}. Kontroller navnet.")
    return mal
