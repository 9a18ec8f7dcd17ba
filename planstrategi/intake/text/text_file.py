"""A text taken out of a document → what was found in it: what holds its columns is read as tables, the rest line by line."""

from collections.abc import Sequence
from itertools import dropwhile
from pathlib import Path

from planstrategi.intake.found import Doubt, Found, NotPlaced
from planstrategi.intake.tables import plan_tables, understood
from planstrategi.intake.text.held_columns import with_columns
from planstrategi.intake.text.line_words import names_plan
from planstrategi.intake.text.lines import ROW, PlainLine, clean_lines, line_places
from planstrategi.intake.text.lost_found import lost_tables
from planstrategi.intake.text.zones import zones
from planstrategi.reading.text_file import Unreadable, decode, read_bytes

# an UTF-16 file says so with its first two bytes; what is neither that nor UTF-8 was saved by an older Windows
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

# what is longer is running text
_LONGEST_ROW = 110
_BY_BLANKS = "Kolonnene i teksten holdes bare av mellomrom. Står det raden sier, under riktig overskrift?"


def found_in_text(path: Path) -> Found:
    """Return what was found in a text file; raise Unreadable when it is no text."""
    held = with_columns(decoded(read_bytes(path)), path.name)
    tables, unplaced = plan_tables(held.dokument)
    clean = clean_lines(held.rest)
    found = list(zones(clean))
    lost, left = lost_tables(found)
    seen, lines = {line.sted for zone in found for line in zone.linjer}, held.rest.split("\n")
    apart = dict(zip(line_places(lines), map(str.strip, lines), strict=True))
    told = [one.sted for one in clean if one.sted not in seen and held.usikre and ROW.search(apart[one.sted])]
    names = {line.navn for table in (*tables, *lost) for line in table.lines}
    told += [one.sted for one in _below(clean, seen) if one.tekst not in names and _may_be_row(one.tekst)]
    left += [NotPlaced(place, apart[place]) for place in dict.fromkeys(told)]
    for line in (line for table in tables for line in table.lines if line.sted in held.usikre):
        line.tvil.append(Doubt("rad", line.said or line.navn, _BY_BLANKS))
    return understood(held.dokument, [*tables, *lost], [*unplaced, *left])


def _below(lines: Sequence[PlainLine], seen: set[str]) -> list[PlainLine]:
    """Return the lines that are read as no table, below the first that is."""
    return [line for line in dropwhile(lambda line: line.sted not in seen, lines) if line.sted not in seen]


def _may_be_row(text: str) -> bool:
    return names_plan(text) and not text[0].islower() and len(text) < _LONGEST_ROW


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
