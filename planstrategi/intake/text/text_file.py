"""A text taken out of a document → what was found in it: what holds its columns is read as tables, the rest line by line."""

from collections.abc import Sequence
from itertools import dropwhile
from pathlib import Path

from planstrategi.intake.document import PrintedTable
from planstrategi.intake.found import Doubt, Found, NotPlaced
from planstrategi.intake.plan_line import PlanTable
from planstrategi.intake.tables import plan_tables, understood
from planstrategi.intake.text.blocks import headings_apart
from planstrategi.intake.text.headings import opens
from planstrategi.intake.text.held_columns import Held, with_columns
from planstrategi.intake.text.line_words import is_cut
from planstrategi.intake.text.lines import ROW, PlainLine, clean_lines, items_apart, line_places
from planstrategi.intake.text.lost_found import lost_tables
from planstrategi.intake.text.zones import zones
from planstrategi.reading.text_file import Unreadable, decode, read_bytes

# an UTF-16 file says so with its first two bytes; what is neither that nor UTF-8 was saved by an older Windows
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# the hyphen that browsers print, where they part a word over two lines as well
_HYPHEN = "\u2010"

_MAYBE_ELSEWHERE = "Teksten sier ikke sikkert hvilke kolonner cellene i raden står i. Står de under riktig overskrift?"


def found_in_text(path: Path) -> Found:
    """Return what was found in a text file; raise Unreadable when it is no text."""
    text = decoded(read_bytes(path))
    held = with_columns(text, path.name)
    tables, unplaced = plan_tables(held.dokument)
    if loose := _not_read(held, tables):
        held = with_columns(text, path.name, loose)
        tables, unplaced = plan_tables(held.dokument)
    clean = headings_apart(_whole_words(clean_lines(held.rest)))
    rows = sum(len(table.lines) for table in tables)
    if not (found := zones(clean, rows)):
        found = zones(clean := items_apart(clean), rows)
    lost, left = lost_tables(found)
    seen, lines = {line.sted for zone in found for line in zone.linjer}, held.rest.split("\n")
    apart = dict(zip(line_places(lines), map(str.strip, lines), strict=True))
    told = [one.sted for one in clean if one.sted not in seen and held.usikre and ROW.search(apart[one.sted])]
    names = {line.navn for table in (*tables, *lost) for line in table.lines}
    # what stands below the first that is read
    below = [one for one in dropwhile(lambda line: line.sted not in seen, clean) if one.sted not in seen]
    told += [one.sted for one in below if one.tekst not in names and opens(one.tekst)]
    left += [NotPlaced(place, apart[place]) for place in dict.fromkeys(told)]
    for line in (line for table in tables for line in table.lines if line.sted in held.usikre):
        line.tvil.append(Doubt("rad", line.said or line.navn, _MAYBE_ELSEWHERE))
    return understood(held.dokument, [*tables, *lost], [*unplaced, *left])


def _whole_words(lines: Sequence[PlainLine]) -> list[PlainLine]:
    made: list[PlainLine] = []
    for line in lines:
        cut = made and not line.ny and is_cut(made[-1].tekst, line.tekst)
        made.append((above := made.pop())._replace(tekst=above.tekst.removesuffix("-") + line.tekst) if cut else line)
    return made


def _not_read(held: Held, tables: Sequence[PlanTable]) -> set[str]:
    """Return where the tables begin that are no tables of plans after all: of what blanks hold, or of all where none is."""
    read = {line.sted for table in tables for line in table.lines}
    loose = [part for part in held.dokument.deler if isinstance(part, PrintedTable) and not (read and part.avgrenset)]
    return {part.sted for part in loose if read.isdisjoint(row.sted for row in part.rader)}


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
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(_HYPHEN, "-")
