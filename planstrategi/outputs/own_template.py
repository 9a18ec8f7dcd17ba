"""A municipality's own template, opened as untrusted: not too large, without macros, and with nothing fetched from elsewhere."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from planstrategi.model.os_errors import reason
from planstrategi.outputs import MakeRefused
from planstrategi.reading.office_file import is_too_large

# a template with a hundred layouts and its pictures is smaller
UNPACKED_MOST, PARTS_MOST = 200_000_000, 2_000
# a link that is clicked is the reader's own choice, and what a Word file was made from is taken off it; anything else is
# fetched when the file is opened
_FETCHED = re.compile(rb"<Relationship\b(?![^>]*/(?:hyperlink|attachedTemplate)[\"'])[^>]*TargetMode\s*=\s*[\"']External")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_TOO_LARGE = "er for stor når den pakkes ut. Lagre en mal uten store bilder."
_OUTSIDE = "henter innhold utenfra, for eksempel et lenket bilde. Sett det inn i malen i stedet."
_BROKEN = "kan ikke leses som mal. Åpne den i Office, lagre den på nytt uten passord, og prøv igjen."


def template_file(mal: Path) -> BytesIO:
    """Return the file of a template that may be opened; raise MakeRefused, which says why, for any other."""
    try:
        data = mal.read_bytes()
    except OSError as error:
        raise MakeRefused(f"Kan ikke lese malen {mal}. {reason(error)}") from None
    try:
        with ZipFile(BytesIO(data)) as parts:
            # looked at before anything is unpacked
            why = _TOO_LARGE if is_too_large(parts, UNPACKED_MOST, PARTS_MOST) else _refused(parts)
    except Exception:
        # zipfile and what it unpacks with raise some twenty kinds for a file that is broken
        why = _BROKEN
    if why:
        raise broken_template(mal, why)
    return BytesIO(data)


def broken_template(mal: Path, why: str = _BROKEN) -> MakeRefused:
    """Return why a template is not used; `why` goes on from its name."""
    return MakeRefused(f"Malen {mal} {why}")


def _refused(parts: ZipFile) -> str:
    names = parts.namelist()
    xml = {name: parts.read(name).replace(b"\0", b"") for name in names if name.endswith((".xml", ".rels"))}
    if any(name.endswith("vbaProject.bin") for name in names) or b"macroEnabled" in xml.get("[Content_Types].xml", b""):
        return "har makroer. Lagre en kopi uten makroer."
    if any(_DECLARED.search(part) for part in xml.values()):
        return "har erklæringer i XML-en som ikke hører hjemme i en mal. Åpne og lagre den på nytt."
    return _OUTSIDE if any(_FETCHED.search(part) for part in xml.values()) else ""
