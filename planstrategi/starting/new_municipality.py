"""The folder of a municipality's period, with files that say what to write in them: made whole or not at all."""

import json
import re
from pathlib import Path
from string import Template
from typing import Any

from planstrategi.model.data_files import FILER, KATALOGMAPPE, LOCAL
from planstrategi.model.fields import Invalid, folder_name, specs
from planstrategi.model.numbers import YEAR_RANGE
from planstrategi.model.os_errors import reason
from planstrategi.model.sections import Kommune, Periode
from planstrategi.model.vocabulary import SVAR, UKJENT
from planstrategi.outputs.whole_file import room_in
from planstrategi.reading.find_registers import all_registers
from planstrategi.reading.register_files import municipality_of
from planstrategi.reading.text_file import is_folder

DATA = Path("data")
# devices to Windows, which opens no folder of such a name
DEVICES = re.compile("con|prn|aux|nul|(com|lpt)[1-9]")


class NotMade(Exception):
    """The folder was not made; the message says why, and what to write instead."""


def make_folder(name: str, nummer: str, county: str, periode: str) -> Path:
    """Make data/kommuner/<name>/<period>/ in the project's folder, and return it. Raises NotMade."""
    if not is_folder(DATA / KATALOGMAPPE):
        raise NotMade(f"Finner ikke mappen {(DATA / KATALOGMAPPE).as_posix()}. Kjør kommandoen fra prosjektets mappe.")
    navn, fylke = " ".join(name.split()), folder_name(county)
    if not folder_name(navn):
        raise NotMade(f"Navnet «{name}» gir ikke noe mappenavn. Skriv kommunens navn med bokstaver, for eksempel Fjelldal.")
    if DEVICES.fullmatch(folder_name(navn)):
        raise NotMade(f"Windows kan ikke ha en mappe som heter «{folder_name(navn)}». Skriv for eksempel «{navn} kommune».")
    for field, text, typed in (("navn", navn, name), ("nummer", nummer, nummer), ("fylke", fylke, county)):
        field_value(Kommune, field, text, typed)
    fra, til = period_of(periode)
    folder = DATA / "kommuner" / folder_name(navn) / f"{fra}-{til}"
    if is_folder(folder):
        raise NotMade(f"{folder.as_posix()} finnes fra før. Skriv i filene der, eller velg en annen periode.")
    _alone(navn, nummer)
    title = f"Kommunal planstrategi for {navn} {fra}–{til}"
    # a JSON string is a YAML string
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in (("navn", navn), ("tittel", title))}
    write_folder(folder, template_files({**quoted, "nummer": nummer, "fylke": fylke}, fra, til))
    return folder


def template_files(words: dict[str, Any], fra: int, til: int) -> dict[str, str]:
    """Return the text of each file of a period's folder that holds nothing yet but examples, by its place in the folder."""
    words = words | {"fra": fra, "til": til, "for": fra - 1, "svar": ", ".join(SVAR)}
    templates = Path(__file__).with_name("templates")
    # a file that a command makes of something has none
    kinds = [kind for kind in FILER if kind.mappe == LOCAL and (templates / kind.navn).is_file()]
    texts = {kind: (templates / kind.navn).read_text("utf-8") for kind in kinds}
    return {kind.navn: kind.schema_line + Template(text).safe_substitute(words) for kind, text in texts.items()}


def field_value(record: type, field: str, text: str, typed: str) -> Any:
    """Return the value of a field as it was typed on the command line. Raises NotMade."""
    try:
        return specs(record)[field].innhold.parse(text)  # type: ignore[union-attr]
    except Invalid as wrong:
        raise NotMade(f"«{typed}» kan ikke brukes som {field}. Skriv {wrong.tillatt}.") from None


def period_of(text: str) -> tuple[int, int]:
    """Return the first and the last year of a period as it was typed on the command line. Raises NotMade."""
    match = YEAR_RANGE.fullmatch(text.strip())
    if not match:
        raise NotMade(f"Perioden «{text}» kan ikke leses. Skriv første og siste år slik: 2028-2031.")
    fra, til = (field_value(Periode, field, year, year) for field, year in zip(("fra", "til"), match.groups(), strict=True))
    if fra > til:
        raise NotMade(f"Perioden «{text}» slutter før den begynner. Mente du {til}-{fra}?")
    return fra, til


def _alone(navn: str, nummer: str) -> None:
    """A number is one municipality's, and a municipality has one number."""
    for fil in all_registers(DATA):
        other = municipality_of(fil)
        if other and other.nummer != UKJENT and (other.nummer == nummer) != (folder_name(other.navn or "") == folder_name(navn)):
            raise NotMade(
                f"{other.navn} har nummeret {other.nummer} i {fil.as_posix()}. Rett navnet eller nummeret. Har kommunen fått "
                "nytt nummer, rettes det i register.yaml etterpå; to kommuner med samme navn skrives med fylket etter."
            )


def write_folder(folder: Path, contents: dict[str, str]) -> None:
    """Make a folder with these files, whole or not at all. Raises NotMade."""
    try:
        with room_in(folder.absolute().parent) as room:
            for place, text in contents.items():
                target = room / folder.name / place
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, "utf-8", newline="\n")
            (room / folder.name).rename(folder)
    except OSError as error:
        raise NotMade(f"Kan ikke lage {folder.as_posix()}. {reason(error)}") from None
