"""A law archive → the laws asked for, one document at a time.

The archive is Lovdata's own (.tar.bz2), or a folder of such archives, .xml and .md files. It comes from outside:
nothing in it is ever written to disk, and what it can make this program read is counted while it is read.
"""

import bz2
import re
import tarfile
from codecs import BOM_UTF8
from collections.abc import Container, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from planstrategi.lawtexts.law import Law, code_of
from planstrategi.lawtexts.law_markdown import read_markdown
from planstrategi.lawtexts.lovdata_html import read_html
from planstrategi.reading.codes import CODES
from planstrategi.reading.text_file import Unreadable, is_absent, is_folder, read_bytes

ARCHIVE, TEXTS = ".tar.bz2", (".md", ".xml", ".html")
# Lovdata's largest archive unpacks to some hundred MB in five thousand files; the largest text is a few MB
TOTAL_LIMIT, FILE_LIMIT, COUNT_LIMIT = 4_000_000_000, 32_000_000, 50_000
# what a member's name and its like may take: tarfile reads it whole, and searches it slowly
HEADER_LIMIT = 1024
BLOCK = 65_536


class ArchiveError(Exception):
    """The archive cannot be read; the message says where, what is wrong and what to do."""

    def __init__(self, kode: str, sted: str, funnet: str = "") -> None:
        melding, skriv = CODES[kode]
        super().__init__(f"{sted}: feil {kode} {melding}{f' Fant: {funnet}.' if funnet else ''} Rett slik: {skriv}")


class _Found(NamedTuple):
    """A file that may be a law text, and whether it is a member of an archive."""

    name: str
    data: bytes
    is_member: bool


class LawArchive:
    """An archive on its way to laws. `passed` says which files were passed over and why, `codes` what was met."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.passed: list[str] = []
        self.codes: set[str] = set()

    def laws(self, wanted: Container[str] | None) -> Iterator[Law]:
        """Yield the laws whose code is wanted, all for None; raise ArchiveError when the archive cannot be read to its end."""
        for file in self._files():
            code = _code(file.data)
            if not code:
                self._pass(file, "er ikke en lovtekst")
            elif code in self.codes:
                self._pass(file, f"er {code} en gang til")
            elif wanted is not None and code not in wanted:
                self.codes.add(code)
            elif law := self._read(file):
                self.codes.add(code)
                yield law
        if not self.codes:
            seen = "; ".join(remark.removesuffix(".") for remark in self.passed[:3])
            raise ArchiveError("LOV407", self.path.as_posix(), seen)

    def _read(self, file: _Found) -> Law | None:
        try:
            text = file.data.decode("utf-8")
            return read_markdown(text) if _is_markdown(file.data) else read_html(text)
        except ValueError:
            if file.is_member:
                raise ArchiveError("LOV406", file.name) from None
            self._pass(file, "er skadet eller ikke lagret i tegnsettet UTF-8")
            return None

    def _pass(self, file: _Found, why: str) -> None:
        self.passed.append(f"{file.name} {why} og ble hoppet over.")

    def _files(self) -> Iterator[_Found]:
        if is_folder(self.path):
            yield from self._folder()
        elif (absent := is_absent(self.path)) or not self.path.is_file():
            raise ArchiveError("LOV401" if absent else "LOV402", self.path.as_posix())
        else:
            yield from _members(self.path)

    def _folder(self) -> Iterator[_Found]:
        paths = sorted(islice(self.path.rglob("*"), COUNT_LIMIT + 1))
        if len(paths) > COUNT_LIMIT:
            raise ArchiveError("LOV404", self.path.as_posix(), f"mer enn {COUNT_LIMIT} filer")
        for path in paths:
            if path.name.endswith(ARCHIVE) and path.is_file():
                yield from _members(path)
            elif not path.is_dir():
                yield _Found(path.as_posix(), _small_file(path), False)


def _small_file(path: Path) -> bytes:
    """The bytes of a file that may be a law text; nothing of any other file."""
    with suppress(Unreadable):
        data = read_bytes(path) if path.suffix in TEXTS else b""
        return data if len(data) <= FILE_LIMIT else b""
    return b""


def _is_markdown(data: bytes) -> bool:
    return data.removeprefix(BOM_UTF8).startswith(b"---")


REFID = re.compile(rb'^refid:[ \t]*"?((?:lov|forskrift)/[0-9]{4}-[0-9-]+)', re.MULTILINE)
DOKID = re.compile(rb'<dd[^>]{0,200}class="(?:refid|dokid)"[^>]{0,200}>\s*(?:[A-Z]+/)?((?:lov|forskrift)/[0-9]{4}-[0-9-]+)')


def _code(data: bytes) -> str:
    """The code of the law in a file, found without reading the whole of it; empty when it is no law text."""
    found = (REFID if _is_markdown(data) else DOKID).search(data, 0, BLOCK)
    return code_of(found[1].decode()) if found else ""


class _Bounded:
    """A stream that stops when more comes out of it than was allowed: an archive can unpack to anything."""

    def __init__(self, stream: bz2.BZ2File, place: str) -> None:
        self.stream, self.place = stream, place
        self.left, self.total = 0, TOTAL_LIMIT

    def allow(self, size: int) -> None:
        # tarfile reads a block ahead, and some headers before the next member
        self.left = size + 3 * BLOCK

    def read(self, size: int) -> bytes:
        data = self.stream.read(size)
        self.left -= len(data)
        self.total -= len(data)
        if self.total < 0:
            raise ArchiveError("LOV404", self.place, f"mer enn {TOTAL_LIMIT} byte")
        if self.left < 0:
            raise ArchiveError("LOV404", self.place, "mer enn det skulle være i en fil")
        return data


class _Header(tarfile.TarInfo):
    """The header of a member. tarfile takes a damaged or missing one for the end of the archive; here it is damage."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        try:
            found = super().frombuf(buf, encoding, errors)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from None
        if found.type not in (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.DIRTYPE) and found.size > HEADER_LIMIT:
            raise tarfile.ReadError("header too large")
        return found


def _members(path: Path) -> Iterator[_Found]:
    place, damaged = path.as_posix(), "LOV402"
    try:
        with path.open("rb") as file, bz2.open(file) as stream:
            damaged = "LOV403" if file.peek().startswith(b"BZh") else damaged
            bounded = _Bounded(stream, place)
            bounded.allow(0)
            with tarfile.open(fileobj=bounded, mode="r|", bufsize=BLOCK, tarinfo=_Header) as tar:  # type: ignore[call-overload]
                for member in _checked(tar, bounded, place):
                    text = tar.extractfile(member)
                    yield _Found(f"{place}:{member.name}", text.read() if text else b"", True)
                    bounded.allow(0)
    except (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, RecursionError):
        raise ArchiveError(damaged, place) from None


def _checked(tar: tarfile.TarFile, bounded: _Bounded, place: str) -> Iterator[tarfile.TarInfo]:
    """The files of an archive; what cannot belong to a law archive stops the reading before a byte of it is used."""
    for count, member in enumerate(iter(tar.next, None), start=1):
        where = f"{place}:{member.name[:200]}"
        if _points_out(member.name) or member.issparse() or not (member.isdir() or member.isfile()):
            raise ArchiveError("LOV405", where)
        if not 0 <= member.size <= FILE_LIMIT:
            raise ArchiveError("LOV404", where, f"{member.size} byte; grensen er {FILE_LIMIT}")
        if count > COUNT_LIMIT:
            raise ArchiveError("LOV404", where, f"mer enn {COUNT_LIMIT} filer")
        bounded.allow(member.size)
        if member.isfile():
            yield member


def _points_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "" or ":" in parts[0] or ".." in parts
