"""A file from outside → text that is safe to parse, or the problem that stops it."""

import os
import stat
from codecs import BOM_UTF8
from pathlib import Path
from unicodedata import is_normalized, normalize

SIZE_LIMIT = 200_000_000
# what looks like a space and is none to YAML; inside a text it may stand
BLANK = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"

# code -> (what is wrong, what to do); also what data/README.md prints
# fmt: off
FIL = {
    "FIL001": ("Filen finnes ikke.", "Kontroller mappenavnet, eller lag filen."),
    "FIL002": ("Dette er en mappe, ikke en fil.", "Oppgi mappen som inneholder register.yaml, eller gi mappen et annet navn."),
    "FIL003": ("Filen kan ikke leses: du mangler lesetilgang.",
        "Gi deg selv lesetilgang, eller lukk programmet som holder filen låst."),
    "FIL004": ("Filen er for stor til å være en datafil og ble ikke lest.",
        "Kontroller at det er riktig fil, eller del den i flere."),
    "FIL005": ("Her skal det være en mappe, men det er en fil. Vurderingene er ikke lest.",
        "Gi filen et annet navn, og lag mappen vurderinger/."),
    "FIL006": ("Filen leses ikke: navnet er ikke et av dem som brukes i mappen vurderinger/.",
        "Gi den navnet forventninger.yaml eller lovkrav.yaml, eller flytt den ut av mappen."),
    "FIL007": ("Fylket har ingen katalog i mappen regionalt/, så regionale forventninger er ikke med.",
        "Har fylket en katalog, så kontroller mappenavnet, eller lag forventninger.yaml i en mappe med det."),
    "FIL008": ("Filen eller mappen leses ikke her, men navnet ligner på noe som leses.",
        "Gi den navnet og plassen som leses, eller flytt den ut av mappen."),
    "FIL009": ("Kommunenummeret er brukt av en annen kommune.",
        "Rett nummeret der det er feil. Er det samme kommune, legges periodene i samme kommunes mappe."),
    "FIL010": ("Filen er ikke lagret i tegnsettet UTF-8.", "Åpne filen i et redigeringsprogram og lagre den som UTF-8."),
    "FIL011": ("Filen begynner med et usynlig bytemerke (BOM).", "Lagre filen på nytt som «UTF-8» uten BOM/signatur."),
    "FIL012": ("Filen er tom.", "Hent fram en tidligere utgave, eller skriv feltene som er påkrevd."),
    "FIL020": ("Logoen kan ikke brukes.",
        "Legg en PNG-fil i samme mappe som profil.yaml, og skriv navnet på den, eller fjern linjen."),
}
# fmt: on


class Unreadable(Exception):
    """The file could not become text; carries code, place and what was found."""

    def __init__(self, kode: str, linje: int = 1, kolonne: int = 1, funnet: str = "") -> None:
        super().__init__(kode)
        self.kode, self.linje, self.kolonne, self.funnet = kode, linje, kolonne, funnet


def shown_path(path: Path) -> str:
    """Return a path as people read it: from the working folder, but whole where that is far away or gone."""
    try:
        shown = os.path.relpath(path)
    except (ValueError, OSError):
        # another drive; or the working folder is deleted, or may not be read
        return path.as_posix()
    return path.as_posix() if shown.count("..") > 3 else Path(shown).as_posix()


def is_folder(path: Path) -> bool:
    """Return whether the path is a folder that can be seen. Never raises."""
    return os.path.isdir(path)  # noqa: PTH112 – Path.is_dir raises where nobody may look


def is_absent(path: Path) -> bool:
    """Return whether the path certainly does not exist; what cannot be looked at may exist."""
    try:
        path.stat()
    except OSError as error:
        return isinstance(error, FileNotFoundError | NotADirectoryError)
    return False


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file below the size limit; raise Unreadable (FIL001–FIL004) otherwise."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Unreadable("FIL002")
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("FIL001", funnet="noe som ikke er en vanlig fil")
        if found.st_size > SIZE_LIMIT:
            raise Unreadable("FIL004", funnet=f"{found.st_size} byte; grensen er {SIZE_LIMIT} byte")
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except PermissionError:
        raise Unreadable("FIL003") from None
    except (OSError, ValueError):
        raise Unreadable("FIL001") from None


def decode(data: bytes) -> str:
    """Return the text in NFC without byte-order mark; raise Unreadable (FIL010) at the first wrong byte."""
    if _is_utf16(data):
        raise Unreadable("FIL010", funnet="UTF-16 uten bytemerke: hver andre byte er null")
    try:
        text = data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise Unreadable("FIL010", before.count(b"\n") + 1, column, _guess(data, error)) from None
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _is_utf16(data: bytes) -> bool:
    # letters from Western languages have a zero in one half; a file of zeros alone is something else
    first, second = data[0:256:2], data[1:256:2]
    return len(second) > 1 and any((not any(one) and all(other)) for one, other in ((first, second), (second, first)))


def _guess(data: bytes, error: UnicodeDecodeError) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    byte = error.object[error.start : error.start + 1]
    return f"byte {byte.hex().upper()}, som er «{byte.decode('cp1252', 'replace')}» i Windows-1252"


def has_bom(data: bytes) -> bool:
    """Return whether the bytes begin with the UTF-8 byte-order mark."""
    return data.startswith(BOM_UTF8)
