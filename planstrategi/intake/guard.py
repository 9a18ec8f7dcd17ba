"""A file from outside → what kind of document it is, and what in it is not read; or why it cannot be read at all."""

import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from planstrategi.model.vocabulary import words_beside
from planstrategi.reading.codes import CODES
from planstrategi.reading.text_file import Unreadable, read_bytes

WORD_FILE, EXCEL_FILE, PDF_FILE, PLAIN_TEXT = "docx", "xlsx", "pdf", "tekst"
_SUFFIXES = {".docx": WORD_FILE, ".xlsx": EXCEL_FILE, ".pdf": PDF_FILE}
_SUFFIXES |= dict.fromkeys((".txt", ".md", ".tsv", ".csv"), PLAIN_TEXT)
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
_WORDS = words_beside(__file__, "avvist.yaml")


class IntakeRefused(Exception):
    """A document, or another path, is not read in or written: why, by its name in avvist.yaml, which says what to do as well."""

    def __init__(self, path: Path, why: str, **more: object) -> None:
        super().__init__(_WORDS[why].format(path.as_posix(), **more))


class CheckedFile(NamedTuple):
    """The kind of a document, and what is in it that was not read."""

    slag: str
    ikke_lest: tuple[str, ...] = ()


def checked(path: Path) -> CheckedFile:
    """Return what kind of document a file is, by what it holds; raise IntakeRefused for what cannot or may not be read."""
    expected, data = _SUFFIXES.get(path.suffix.lower(), ""), _content(path)
    found = _kind(path, data)
    if not expected:
        raise IntakeRefused(path, "endelse", endelser=", ".join(_SUFFIXES))
    if found.slag != expected:
        raise IntakeRefused(path, "annet_slag", slag=_WORDS["slag"][found.slag])
    return found


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise IntakeRefused(path, "mappe")
    try:
        data = read_bytes(path)
    except Unreadable as why:
        raise IntakeRefused(path, "utilgjengelig", hvorfor=CODES[why.kode][0]) from None
    if not data.strip():
        raise IntakeRefused(path, "tom")
    return data


def _kind(path: Path, data: bytes) -> CheckedFile:
    if data.startswith((_OLE, _RTF)):
        raise IntakeRefused(path, "laast" if _ENCRYPTED in data else "gammelt")
    try:
        if data.startswith(_ZIP):
            return _office(path, data)
        if _IS_PDF in data[:1024]:
            return _pdf(path, data)
    except IntakeRefused:
        raise
    except Exception as why:
        # zipfile and pdfminer raise some twenty kinds for a file that is broken
        raise IntakeRefused(path, "laast" if "Password" in repr(why) else "oedelagt") from None
    if _BINARY.search(data[:4096]) and not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise IntakeRefused(path, "oedelagt")
    return CheckedFile(PLAIN_TEXT)


def _pdf(path: Path, data: bytes) -> CheckedFile:
    import pdfplumber

    if b"startxref" not in data[-2048:]:
        raise IntakeRefused(path, "oedelagt")
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > _PAGES_MOST:
            raise IntakeRefused(path, "sider", antall=len(pdf.pages))
        letters = next((page.chars for page in pdf.pages if page.chars), [])
        if not letters:
            raise IntakeRefused(path, "skannet")
        if 2 * sum(one["text"].startswith("(cid:") for one in letters) > len(letters):
            raise IntakeRefused(path, "uten_tegn")
    return CheckedFile(PDF_FILE)


def _office(path: Path, data: bytes) -> CheckedFile:
    from zipfile import ZipFile

    from openpyxl.worksheet.cell_range import CellRange

    with ZipFile(io.BytesIO(data)) as parts:
        held = parts.infolist()
        if any(part.flag_bits & 1 for part in held):
            raise IntakeRefused(path, "laast")
        written = [part for part in held if part.filename.endswith((".xml", ".rels"))]
        sizes = [part.file_size for part in held], [part.file_size for part in written]
        if len(held) > _PARTS_MOST or sum(sizes[0]) > _UNPACKED_MOST or sum(sizes[1]) > _XML_MOST:
            raise IntakeRefused(path, "utpakket")
        # no more is unpacked than a part says that it holds
        xml = {part.filename: parts.open(part).read(part.file_size) for part in written}
    kinds = xml.pop("[Content_Types].xml", b"")
    if b"macroEnabled" in kinds or any(part.filename.endswith("vbaProject.bin") for part in held):
        raise IntakeRefused(path, "makroer")
    slag = next((slag for main, slag in _MAIN_PARTS.items() if main in kinds), "")
    if not slag:
        raise IntakeRefused(path, "verken")
    if any(_DECLARED.search(part.replace(b"\0", b"")) for part in xml.values()):
        raise IntakeRefused(path, "erklaeringer")
    if sum(len(_ROW.findall(part)) for part in xml.values()) >= _ROWS_MOST:
        raise IntakeRefused(path, "rader", antall=_ROWS_MOST)
    merged = (CellRange(ref.decode()).size for part in xml.values() for ref in _MERGED.findall(part))
    if sum(size["rows"] * size["columns"] for size in merged) > _MERGED_MOST:
        raise IntakeRefused(path, "flettet", antall=_MERGED_MOST)
    return CheckedFile(slag, tuple(_left_out(xml)))


def _left_out(xml: Mapping[str, bytes]) -> Iterator[str]:
    if links := sum(len(_OUTSIDE.findall(part)) for part in xml.values()):
        yield f"Dokumentet viser til innhold utenfor seg selv ({links} steder). Det er ikke hentet."
    if cells := sum(len(_UNCOUNTED.findall(part)) for name, part in xml.items() if name.startswith("xl/worksheets/")):
        yield f"{cells} celler har en formel uten lagret verdi, og er lest som tomme. Lagre regnearket på nytt, og les det igjen."
