"""Text whose columns are held by tabs, by pipes, by blanks or by HTML → a document with its tables, and what is left."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planstrategi.intake.columns import is_heading
from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.pdf.drawn import PageParts, Word
from planstrategi.intake.pdf.grid import Grid
from planstrategi.intake.pdf.lines import plain_line
from planstrategi.intake.text.lines import PAGE_MARK, line_places

_RULE = re.compile(r"[\s|:+=-]+")
_HEADING = re.compile(r"#+ |(?:kapittel )?\d{1,2}(?:\.\d{1,2})*\.? [A-ZÆØÅ]", re.IGNORECASE)
# a heading, and what is said below it, in one cell
_RUN_IN = re.compile(r"\s*([A-ZÆØÅ][\wæøåÆØÅ/ -]{3,60}?) ((?:D[ei]\w+|E[in]\w*|Brukes|Her|Planen\w*|Planane) .{100,})", re.DOTALL)
# how many lines make a table, and how long the rest of a name is at most
_LINES, _NARROW = 3, 60
# how wide and high a letter is on a page: two blanks part columns, and one does not
_WIDE, _HIGH = 5.0, 10.0
# the columns a merged cell of HTML may stretch over
_WIDEST = 50


class Held(NamedTuple):
    """A document with the tables whose columns the text holds, the text without them line by line, and the doubtful places."""

    dokument: Document
    rest: str
    usikre: frozenset[str]


class _Row(NamedTuple):
    """A row: its line, counted from the first of the table, and its cells."""

    linje: int
    celler: list[str]


# a table: the line after it, and its rows
_Table = tuple[int, list[_Row]]


def with_columns(text: str, name: str) -> Held:
    """Return the document that a text is, as far as it holds its columns."""
    lines = text.split("\n")
    where = line_places(lines)
    held = dict(_by_signs(lines))
    blanks = dict(_by_blanks(_without(lines, held)))
    held |= blanks
    parts: list[Paragraph | PrintedTable] = []
    at = 0
    while at < len(lines):
        end, rows = held.get(at, (at + 1, []))
        above = parts[-1] if parts and isinstance(parts[-1], PrintedTable) else None
        if not rows and above and _rest_over_page(lines[at]):
            rows = [_Row(0, [PAGE_MARK.sub("", lines[at]).strip(), *[""] * (len(above.rader[-1].celler) - 1)])]
        made = tuple(PrintedRow(where[at + row.linje], tuple(map(PrintedCell, row.celler))) for row in rows)
        if made and above and _goes_on_from(above, made):
            parts[-1] = PrintedTable(above.sted, (*above.rader, *made))
        elif made:
            parts.append(PrintedTable(where[at], made))
        elif plain := PAGE_MARK.sub("", lines[at]).strip():
            parts.append(Paragraph(where[at], plain.lstrip("# "), bool(_HEADING.match(plain)) and len(plain) < 120))
        at = end
    doubtful = frozenset(where[at + row.linje] for at, (_, rows) in blanks.items() for row in rows)
    return Held(Document(name, tuple(parts)), "\n".join(_without(lines, held)), doubtful)


def _without(lines: Sequence[str], tables: Mapping[int, _Table]) -> list[str]:
    taken = {at for start, (end, _) in tables.items() for at in range(start, end)}
    return ["" if at in taken else line for at, line in enumerate(lines)]


def _rest_over_page(line: str) -> bool:
    """Return whether a line at the top of a page is the rest of a name at the foot of the one before."""
    plain = PAGE_MARK.sub("", line)
    return bool(PAGE_MARK.search(line)) and plain[:1].islower() and len(plain) < _NARROW


def _goes_on_from(table: PrintedTable, rows: Sequence[PrintedRow]) -> bool:
    """Return whether rows go on with the table before them, over a page break: as many cells, and no heading of their own."""
    return len(rows[0].celler) == len(table.rader[-1].celler) and not is_heading(rows[0])


def _by_signs(lines: Sequence[str]) -> Iterator[tuple[int, _Table]]:
    """Yield the tables in HTML, and those whose cells are parted by tabs or by pipes, by their first line."""
    at = 0
    while at < len(lines):
        end, rows = at + 1, list[_Row]()
        if re.search(r"<table\b", lines[at], re.IGNORECASE):
            end = next((n + 1 for n in range(at, len(lines)) if re.search(r"</table\s*>", lines[n], re.IGNORECASE)), len(lines))
            rows = _html_rows("\n".join(lines[at:end]))
        for sign in "\t|":
            if not rows and (last := _run(lines, at, sign)) > at:
                end, rows = last, _cells(lines[at:last], sign)
        if rows:
            yield at, (end, rows)
        at = end


def _run(lines: Sequence[str], at: int, sign: str) -> int:
    """Return where the lines end that hold columns by a sign; blank lines and page breaks may stand between."""
    last, count = at, 0
    for n in range(at, len(lines)):
        if lines[n].strip("\n").count(sign) > 1:
            last, count = n + 1, count + 1
        elif PAGE_MARK.sub("", lines[n]).strip():
            break
    return last if count >= _LINES else at


def _by_blanks(lines: Sequence[str]) -> Iterator[tuple[int, _Table]]:
    """Yield the tables whose columns are held by blanks alone, read as a printed page is, by their first line."""
    words = [
        Word(found[0], found.start() * _WIDE, found.end() * _WIDE, at * _HIGH, (at + 1) * _HIGH, _WIDE, "", True)
        for at, line in enumerate(lines) for found in re.finditer(r"\S+", PAGE_MARK.sub("", line))
    ]  # fmt: skip
    if any("  " in line.strip() for line in lines):
        from planstrategi.intake.pdf.layout import PageLayout

        page = PageLayout(1, PageParts(len(lines) * _HIGH, words, [], [], []))
        for grid in (part for part in page.parts(frozenset(), None) if isinstance(part, Grid)):
            first = int(grid.rows[0].top / _HIGH)
            cells = [["\n".join(map(plain_line, cell.lines)) for cell in row.celler] for row in grid.rows]
            places = [int(row.top / _HIGH) - first for row in grid.rows]
            rows = [_Row(place, texts) for place, texts in zip(places, cells, strict=True)]
            yield first, (int(grid.rows[-1].bottom / _HIGH), rows)


def _cells(lines: Sequence[str], sign: str) -> list[_Row]:
    cells = [re.split(rf"(?<!\\){re.escape(sign)}", line.strip(" \n").removeprefix("|").removesuffix("|")) for line in lines]
    filled = [(at, row) for at, row in enumerate(cells) if not _RULE.fullmatch(lines[at]) and any(row)]
    return _even([_Row(at, [cell.replace("\\|", "|").strip(" *_") for cell in row]) for at, row in filled])


def _even(rows: list[_Row]) -> list[_Row]:
    """Return the rows with as many cells as most have, when they are more than two; what has more, keeps them."""
    usual = Counter(len(row.celler) for row in rows).most_common(1)[0][0] if rows else 0
    made: list[_Row] = []
    for at, cells in rows:
        filled = [n for n, cell in enumerate(cells) if cell.strip()]
        above = made[-1].celler if made else []
        if len(filled) == 1 and 0 < filled[0] < len(above) and _goes_on(above[filled[0]], cells[filled[0]]):
            above[filled[0]] += f"\n{cells[filled[0]]}"
        elif filled == [0] and (run_in := _RUN_IN.match(cells[0])):
            made += [_Row(at, [text, *[""] * (usual - 1)]) for text in run_in.groups()]
        elif filled:
            made.append(_Row(at, cells + [""] * (usual - len(cells))))
    return made if usual > 2 else []


def _goes_on(above: str, text: str) -> bool:
    """Return whether a text that stands alone in a row is the rest of the cell above it."""
    return bool(above.strip()) and (text.strip()[0].islower() or above.strip()[-1] not in ".!?")


def _html_rows(text: str) -> list[_Row]:
    """Return the rows of a table in HTML; a cell over several columns stands in the first of them."""
    # a slow import that only a table in HTML needs
    from bs4 import BeautifulSoup

    rows = []
    for row in BeautifulSoup(text, "html.parser").find_all("tr"):
        cells: list[str] = []
        for cell in row.find_all(["td", "th"]):
            span = str(cell.get("colspan", "1"))
            cells += [cell.get_text("\n", strip=True), *[""] * (min(int(span), _WIDEST) - 1 if span.isdecimal() else 0)]
        rows.append(_Row((row.sourceline or 1) - 1, cells))
    return _even(rows)
