"""Plans that are no rows → rows: in lists of running text where a document has no table of them, and in the columns of one."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from planstrategi.intake.cells import is_plan_name, is_plan_type, looks_like_plan, on_one_line
from planstrategi.intake.columns import stands_for_year
from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.words import meets, share_that, word_list

_BULLET = re.compile(r"(?:^|(?<=\s))(?:[•▪●◦‣·○■➢✓\uf0b7\uf0a7-]|\d{1,2}[.)](?=\s[A-ZÆØÅ]))\s+", re.MULTILINE)
_LIST = re.compile(rf"(?:[^.]{{0,200}}:\s+)?{_BULLET.pattern}", re.MULTILINE)
# what is said of a plan after its name
_TOLD = re.compile(r"\s*\(([^()]*)\)[.;]?$|(?:\s+–|\s*:)\s+(.*)$")
_FEWEST, _SHARE = 2, 0.6


def with_lists(document: Document, known: Sequence[str]) -> Document:
    """Return a document with those of its lists that name more plans than are `known` as tables, without headings."""
    runs = groupby(document.deler, key=lambda part: isinstance(part, Paragraph) and bool(_LIST.match(part.tekst)))
    parts, above = list[Paragraph | PrintedTable](), ""
    for listed, run in runs:
        of_run = list(run)
        rows = [row for part in of_run for row in _rows(part)] if listed else []
        names = [row.celler[0].tekst for row in rows]
        new = any(not any(one.startswith(name) for one in known) for name in names)
        own = new and len(names) >= _FEWEST and sum(map(is_plan_name, names)) >= _SHARE * len(names)
        before = f"{above} {_BULLET.split(of_run[0].tekst)[0]}" if isinstance(of_run[0], Paragraph) else ""
        parts += [PrintedTable(of_run[0].sted, tuple(rows))] if own and not meets(word_list().andres_planer, before) else of_run
        above = of_run[-1].tekst if isinstance(of_run[-1], Paragraph) else ""
    return document._replace(deler=tuple(parts))


def turned(table: PrintedTable) -> PrintedTable:
    """Return a table with its plans as rows, where its rows are years and its columns plans."""
    heads, years = table.rader[0], [row.texts[0] for row in table.rader[1:]]
    plans = share_that(heads.texts[1:], lambda text: looks_like_plan(text) and not meets(word_list().flertall, text))
    if len(years) < 2 or not all(map(stands_for_year, years)) or plans < _SHARE:
        return table
    cells = ([cell._replace(flettet="venstre" if cell.flettet == "over" else "") for cell in row.celler] for row in table.rader)
    columns = enumerate(zip(*cells, strict=True), 1)
    return table._replace(rader=tuple(PrintedRow(f"{table.sted}, kolonne {number}", column) for number, column in columns))


def _rows(part: Paragraph | PrintedTable) -> Iterator[PrintedRow]:
    for text in _BULLET.split(part.tekst if isinstance(part, Paragraph) else "")[1:]:
        if plain := on_one_line(text).rstrip(".;, "):
            told = _TOLD.search(plain)
            # «Områderegulering: Sentrum» is a name
            told = None if told and (told[2] or "")[:1].isupper() and is_plan_type(plain[: told.start()]) else told
            name, words = (plain[: told.start()], told[1] or told[2]) if told else (plain, "")
            yield PrintedRow(part.sted, (PrintedCell(name), PrintedCell(words)))
