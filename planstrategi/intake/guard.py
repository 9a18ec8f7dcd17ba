"""A file from outside → what kind of document it is, and what in it is not read; or why it cannot be read at all."""

import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from planstrategi.reading.codes import CODES
from planstrategi.reading.text_file import Unreadable, read_bytes

WORD_FILE, EXCEL_FILE, PDF_FILE, PLAIN_TEXT = "docx", "xlsx", "pdf", "tekst"
_SUFFIXES = {".docx": WORD_FILE, ".xlsx": EXCEL_FILE, ".pdf": PDF_FILE, ".txt": PLAIN_TEXT, ".md": PLAIN_TEXT, ".tsv": PLAIN_TEXT}
_KINDS = {
    WORD_FILE: "et Word-dokument (.docx)",
    EXCEL_FILE: "et regneark (.xlsx)",
    PDF_FILE: "en PDF (.pdf)",
    PLAIN_TEXT: "ren tekst (.txt)",
}
# a whole column of a sheet that is merged has half as many cells
_MERGED, _MERGED_MOST = re.compile(rb'<mergeCell\b[^>]*\bref="([^"]+)"'), 2_000_000
# a document of a thousand pages, with pictures, unpacks to less
_UNPACKED_MOST, _PARTS_MOST, _XML_MOST, _ROWS_MOST, _PAGES_MOST = 500_000_000, 5_000, 100_000_000, 10_000, 1_000
_OLE, _RTF, _ZIP, _IS_PDF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK\x03\x04", b"%PDF-"
_MAIN_PARTS = {b"wordprocessingml.document.main+xml": WORD_FILE, b"spreadsheetml.sheet.main+xml": EXCEL_FILE}
_BINARY, _DECLARED = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]"), re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ROW = re.compile(rb"<(?:w:tr|row)[ >]")
_OUTSIDE = re.compile(rb'<Relationship\b(?![^>]*/hyperlink")[^>]*TargetMode="External"')
# a formula with no value behind it
_UNCOUNTED = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
SAVE_AGAIN = "Åpne den i programmet den er laget i, lagre den på nytt, og prøv igjen."
_BROKEN = f"er ødelagt, avkortet eller et annet slags fil enn endelsen sier. {SAVE_AGAIN}"
_LOCKED = "er beskyttet med passord. Lagre en kopi uten passord, og les inn den."
_SMALLER = "Del dokumentet, og les inn delen med plantabellene."


class IntakeRefused(Exception):
    """The document is not read in; the message says why and what to do."""


class CheckedFile(NamedTuple):
    """The kind of a document, and what is in it that was not read."""

    slag: str
    ikke_lest: tuple[str, ...] = ()


def checked(path: Path) -> CheckedFile:
    """Return what kind of document a file is, by what it holds; raise IntakeRefused for what cannot or may not be read."""
    expected, data = _SUFFIXES.get(path.suffix.lower(), ""), _content(path)
    found = _kind(path, data)
    if not expected:
        raise IntakeRefused(f"{path} har ikke en endelse som leses. Lagre dokumentet som {', '.join(_SUFFIXES)}, og prøv igjen.")
    if found.slag != expected:
        raise IntakeRefused(f"{path} er {_KINDS[found.slag]}, ikke det endelsen sier. Gi filen riktig endelse, og prøv igjen.")
    return found


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise IntakeRefused(f"{path} er en mappe. Oppgi filen som skal leses inn.")
    try:
        data = read_bytes(path)
    except Unreadable as why:
        raise IntakeRefused(f"{path}: {CODES[why.kode][0]} Kontroller navnet, og at du har tilgang.") from None
    if not data.strip():
        raise IntakeRefused(f"{path} er tom. Hent dokumentet på nytt.")
    return data


def _kind(path: Path, data: bytes) -> CheckedFile:
    if data.startswith((_OLE, _RTF)):
        old = "er i et gammelt format fra Office. Lagre den som .docx eller .xlsx, og prøv igjen."
        raise IntakeRefused(f"{path} {_LOCKED if _ENCRYPTED in data else old}")
    if data.startswith(_ZIP):
        return _unbroken(path, _office, data)
    if _IS_PDF in data[:1024]:
        return _unbroken(path, _pdf, data)
    if _BINARY.search(data[:4096]) and not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise IntakeRefused(f"{path} {_BROKEN}")
    return CheckedFile(PLAIN_TEXT)


def _unbroken(path: Path, look: Callable[[Path, bytes], CheckedFile], data: bytes) -> CheckedFile:
    try:
        return look(path, data)
    except IntakeRefused:
        raise
    except Exception as why:
        # zipfile and pdfminer raise some twenty kinds for a file that is broken
        raise IntakeRefused(f"{path} {_LOCKED if 'Password' in repr(why) else _BROKEN}") from None


def _pdf(path: Path, data: bytes) -> CheckedFile:
    import pdfplumber

    if b"startxref" not in data[-2048:]:
        raise IntakeRefused(f"{path} {_BROKEN}")
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > _PAGES_MOST:
            raise IntakeRefused(f"{path} har {len(pdf.pages)} sider. {_SMALLER}")
        if not any(page.chars for page in pdf.pages):
            raise IntakeRefused(
                f"{path} er en PDF uten tekst, trolig skannet. Be om dokumentet som .docx eller PDF med tekst, eller kjør "
                "tekstgjenkjenning (OCR) og hold resultatet mot kilden."
            )
    return CheckedFile(PDF_FILE)


def _office(path: Path, data: bytes) -> CheckedFile:
    from zipfile import ZipFile

    from openpyxl.worksheet.cell_range import CellRange

    with ZipFile(io.BytesIO(data)) as parts:
        held = parts.infolist()
        if any(part.flag_bits & 1 for part in held):
            raise IntakeRefused(f"{path} {_LOCKED}")
        written = [part for part in held if part.filename.endswith((".xml", ".rels"))]
        sizes = [part.file_size for part in held], [part.file_size for part in written]
        if len(held) > _PARTS_MOST or sum(sizes[0]) > _UNPACKED_MOST or sum(sizes[1]) > _XML_MOST:
            raise IntakeRefused(f"{path} er for stor når den pakkes ut, og er ikke åpnet. {_SMALLER}")
        # no more is unpacked than a part says that it holds
        xml = {part.filename: parts.open(part).read(part.file_size) for part in written}
    kinds = xml.pop("[Content_Types].xml", b"")
    if b"macroEnabled" in kinds or any(part.filename.endswith("vbaProject.bin") for part in held):
        raise IntakeRefused(f"{path} har makroer, og de kjøres aldri. Lagre en kopi uten, som .docx eller .xlsx, og les inn den.")
    slag = next((slag for main, slag in _MAIN_PARTS.items() if main in kinds), "")
    if not slag:
        raise IntakeRefused(f"{path} er verken et Word-dokument (.docx) eller et regneark (.xlsx). Lagre det som ett av dem.")
    if any(_DECLARED.search(part.replace(b"\0", b"")) for part in xml.values()):
        raise IntakeRefused(f"{path} har erklæringer i XML-en som ikke hører hjemme i et dokument, og er ikke lest. {SAVE_AGAIN}")
    if sum(len(_ROW.findall(part)) for part in xml.values()) >= _ROWS_MOST:
        raise IntakeRefused(f"{path} har {_ROWS_MOST} rader eller flere. {_SMALLER}")
    merged = (CellRange(ref.decode()).size for part in xml.values() for ref in _MERGED.findall(part))
    if sum(size["rows"] * size["columns"] for size in merged) > _MERGED_MOST:
        raise IntakeRefused(f"{path} har flettet sammen mer enn {_MERGED_MOST} celler. Del dem opp, og prøv igjen.")
    return CheckedFile(slag, tuple(_left_out(xml)))


def _left_out(xml: Mapping[str, bytes]) -> Iterator[str]:
    if links := sum(len(_OUTSIDE.findall(part)) for part in xml.values()):
        yield f"Dokumentet viser til innhold utenfor seg selv ({links} steder). Det er ikke hentet."
    if cells := sum(len(_UNCOUNTED.findall(part)) for name, part in xml.items() if name.startswith("xl/worksheets/")):
        yield f"{cells} celler har en formel uten lagret verdi, og er lest som tomme. Lagre regnearket på nytt, og les det igjen."
