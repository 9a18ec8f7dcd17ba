"""A text taken out of a document → what was found in it: what holds its columns is read as tables, the rest line by line."""

import re
from pathlib import Path

from planstrategi.intake.found import Doubt, Found, FoundRow
from planstrategi.intake.tables import found as found_in_tables
from planstrategi.intake.text.held_columns import with_columns
from planstrategi.intake.text.lines import clean_lines
from planstrategi.intake.text.lost_found import lost_found
from planstrategi.intake.text.zones import zones
from planstrategi.reading.text_file import Unreadable, decode, read_bytes

# an UTF-16 file says so with its first two bytes; what is neither that nor UTF-8 was saved by an older Windows
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def found_in_text(path: Path) -> Found:
    """Return what was found in a text file; raise Unreadable when it is no text."""
    held = with_columns(decoded(read_bytes(path)), path.name)
    tables = found_in_tables(held.dokument)
    lost = lost_found(zones(clean_lines(held.rest), not tables.rader))
    shift = len(tables.tabeller)
    sure = tuple(row._replace(tvil=(*row.tvil, _asked(row))) if _is_doubtful(row, held.usikre) else row for row in tables.rader)
    rows = tuple(row._replace(tabell=row.tabell + shift) for row in lost.rader)
    return tables._replace(
        tabeller=(*tables.tabeller, *lost.tabeller), rader=(*sure, *rows),
        ikke_plassert=(*tables.ikke_plassert, *lost.igjen), tvil=tables.tvil,
    )  # fmt: skip


def _is_doubtful(row: FoundRow, places: frozenset[str]) -> bool:
    """Return whether a row may be read in another way: a cell stands between two columns, or a year below another year."""
    return row.sted in places or any(re.fullmatch(r"20\d\d", sign) and int(sign) != year for year, sign in row.merker.items())


def _asked(row: FoundRow) -> Doubt:
    words = " ".join(row.merker.values()) or row.navn
    return Doubt("rad", words, "Kolonnene i teksten holdes bare av mellomrom. Står det raden sier, under riktig overskrift?")


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252, with one kind of line end."""
    try:
        text = data.decode("utf-16") if data.startswith(_UTF16) else decode(data)
    except Unreadable:
        if b"\0" in data:
            raise
        text = data.decode("cp1252", "replace")
    except UnicodeDecodeError:
        raise Unreadable("FIL010", funnet="UTF-16 som ikke er hel") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
