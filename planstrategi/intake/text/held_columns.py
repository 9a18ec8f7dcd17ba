"""Text whose columns are held by tabs, by pipes, by blanks or by HTML → a document with its tables, and what is left."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.text.line_words import column_words
from planstrategi.intake.text.lines import PAGE_MARK, is_open, line_places

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s|:+=-]+")
_HEADING = re.compile(r"#+ |(?:kapittel )?\d{1,2}(?:\.\d{1,2})*\.? [A-ZÆØÅ]", re.IGNORECASE)
# a heading, and what is said below it, in one cell
_RUN_IN = re.compile(r"\s*([A-ZÆØÅ][\wæøåÆØÅ/ -]{3,60}?) ((?:D[ei]\w+|E[in]\w*|Brukes|Her|Planen\w*|Planane) .{100,})", re.DOTALL)
# how many lines make a table, how many blanks divide two of its columns, and how wide one is
_LINES, _RIVER, _NARROW = 3, 2, 60
# how far from its heading a cell may begin
_DRIFT = 5
# the columns a merged cell of HTML may stretch over
_WIDEST = 50


class Held(NamedTuple):
    """A document with the tables whose columns the text holds, the text without them line by line, and the doubtful places."""

    dokument: Document
    rest: str
    usikre: frozenset[str]


class _Row(NamedTuple):
    """A row: its line, counted from the first of the table, its cells, and whether their columns are doubtful."""

    linje: int
    celler: list[str]
    usikker: bool = False


def with_columns(text: str, name: str) -> Held:
    """Return the document that a text is, as far as it holds its columns."""
    lines = text.split("\n")
    where = line_places(lines)
    parts: list[Paragraph | PrintedTable] = []
    rest, at, doubtful = list(lines), 0, set()
    while at < len(lines):
        end, rows = _table(lines, at)
        above = parts[-1] if parts and isinstance(parts[-1], PrintedTable) else None
        if not rows and above and _rest_over_page(lines[at]):
            rows = [_Row(0, [PAGE_MARK.sub("", lines[at]).strip(), *[""] * (len(above.rader[-1].celler) - 1)])]
        if rows:
            made = tuple(PrintedRow(where[at + row.linje], tuple(map(PrintedCell, row.celler))) for row in rows)
            doubtful |= {where[at + row.linje] for row in rows if row.usikker}
            if above and _goes_on_from(above, made):
                parts[-1] = PrintedTable(above.sted, (*above.rader, *made))
            else:
                parts.append(PrintedTable(where[at], made))
            rest[at:end] = [""] * (end - at)
        elif plain := PAGE_MARK.sub("", lines[at]).strip():
            parts.append(Paragraph(where[at], plain.lstrip("# "), bool(_HEADING.match(plain)) and len(plain) < 120))
        at = end
    return Held(Document(name, tuple(parts)), "\n".join(rest), frozenset(doubtful))


def _rest_over_page(line: str) -> bool:
    """Return whether a line at the top of a page is the rest of a name at the foot of the one before."""
    plain = PAGE_MARK.sub("", line)
    return bool(PAGE_MARK.search(line)) and plain[:1].islower() and len(plain) < _NARROW


def _goes_on_from(table: PrintedTable, rows: Sequence[PrintedRow]) -> bool:
    """Return whether rows go on with the table before them, over a page break: as many cells, and no heading of their own."""
    return len(rows[0].celler) == len(table.rader[-1].celler) and not _names_columns("   ".join(rows[0].texts))


def _table(lines: Sequence[str], at: int) -> tuple[int, list[_Row]]:
    """Return where a table that begins on a line ends, with its rows by line; the next line and none where none begins."""
    if re.search(r"<table\b", lines[at], re.IGNORECASE):
        end = next((n + 1 for n in range(at, len(lines)) if re.search(r"</table\s*>", lines[n], re.IGNORECASE)), len(lines))
        return end, _html_rows("\n".join(lines[at:end]))
    for held, cut in ((_tabbed, _by_tabs), (_piped, _by_pipes), (_spaced, _by_blanks)):
        end = _run(lines, at, held)
        if end > at and (rows := cut(lines[at:end])):
            return end, rows
    return at + 1, []


def _run(lines: Sequence[str], at: int, held: object) -> int:
    """Return where the lines end that hold columns in one way; blank lines may stand between, and page breaks but for blanks."""
    assert callable(held)
    last, count, blanks = at, 0, held is _spaced
    for n in range(at, len(lines)):
        if blanks and count and (PAGE_MARK.search(lines[n]) or _begins_another(lines, n)):
            break
        if held(lines[n]):
            last, count = n + 1, count + 1
        elif PAGE_MARK.sub("", lines[n]).strip() and not (blanks and count and _wrapped(lines, n)):
            break
    return last if count >= _LINES else at


def _begins_another(lines: Sequence[str], n: int) -> bool:
    """Return whether a line names columns, or heads a table whose next line does."""
    following = next((line for line in lines[n + 1 : n + 4] if line.strip()), "")
    return _names_columns(lines[n]) or (bool(lines[n].strip()) and not _spaced(lines[n]) and _names_columns(following))


def _names_columns(line: str) -> bool:
    cells = re.split(r"\s{2,}", line.strip())
    named = sum(not column_words(cell)[2] or bool(re.fullmatch(r"20\d\d(?:[-–/]\d{2,4})?", cell)) for cell in cells)
    return len(cells) > 2 and named * 2 > len(cells)


def _tabbed(line: str) -> bool:
    return line.strip("\n").count("\t") > 1


def _piped(line: str) -> bool:
    return line.count("|") > 1


def _spaced(line: str) -> bool:
    return "\t" not in line and len(_GAP.findall(line)) > 0 and not re.match(r"\s*[-•▪]\s", line)


def _wrapped(lines: Sequence[str], n: int) -> bool:
    """Return whether a line without a gap goes on in a cell of the lines around it."""
    indented = re.match(r" {4,}\S", lines[n])
    within = _spaced(lines[n - 1]) and any(_spaced(line) for line in lines[n + 1 : n + 3]) and len(lines[n]) < 2 * _NARROW
    return bool(indented) or within or (len(lines[n]) < _NARROW and any(_spaced(line) for line in lines[n + 1 : n + 6]))


def _by_tabs(lines: Sequence[str]) -> list[_Row]:
    read = [next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE), [""]) for line in lines]
    return _even([_Row(at, cells) for at, cells in enumerate(read) if any(cell.strip() for cell in cells)])


def _by_pipes(lines: Sequence[str]) -> list[_Row]:
    cells = [re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|")) for line in lines]
    filled = [(at, row) for at, row in enumerate(cells) if not _RULE.fullmatch(lines[at]) and any(row)]
    return _even([_Row(at, [cell.replace("\\|", "|").strip(" *_") for cell in row]) for at, row in filled])


def _by_blanks(lines: Sequence[str]) -> list[_Row]:
    """Cut the lines below the words of their heading, else where blanks run through all of them, and join what is wrapped."""
    cells = _below_heading(lines) if _names_columns(lines[0]) else _between_rivers(lines)
    if not cells:
        return []
    begun = [at for at, (row, _) in enumerate(cells) if row[0] and not _rest_of_name(row[0])]
    # where blank lines divide the rows, all between two of them is one
    divided = sum(not at or not lines[at - 1].strip() for at in begun) * 2 > len(begun) > 1
    rows: list[_Row] = []
    for at, (row, doubtful) in enumerate(cells):
        joins = at > 0 and bool(lines[at - 1].strip()) and bool(rows)
        if joins and (divided or not row[0] or _rest_of_name(row[0]) or is_open(rows[-1].celler[0])):
            both = ["\n".join(filter(None, pair)) for pair in zip(rows[-1].celler, row, strict=True)]
            rows[-1] = _Row(rows[-1].linje, both, rows[-1].usikker or doubtful)
        elif any(row):
            rows.append(_Row(at, row, doubtful))
    return rows


def _below_heading(lines: Sequence[str]) -> list[tuple[list[str], bool]]:
    """Return the cells of each line: each begins where the column's heading does, or did in the line before; else doubtful."""
    starts = [found.start() for found in _CHUNK.finditer(lines[0])]
    made = []
    for line in lines:
        cells, doubtful = [""] * len(starts), False
        for found in _CHUNK.finditer(line):
            column = min(range(len(starts)), key=lambda at: abs(starts[at] - found.start()))
            if abs(starts[column] - found.start()) > _DRIFT:
                doubtful = True
                column = max((at for at, start in enumerate(starts) if start <= found.start()), default=0)
            elif found.start() or not column:
                starts[column] = found.start()
            # one blank alone divides two columns where a word begins at the next of them
            beside = starts[column + 1] - found.start() if column + 1 < len(starts) else 0
            split = 0 < beside < len(found[0]) and found[0][beside - 1] == " " and bool(found.start() or _GAP.search(line))
            doubtful = doubtful or bool(cells[column])
            cells[column] = f"{cells[column]} {found[0][: beside if split else None]}".strip()
            if split:
                cells[column + 1] = found[0][beside:].strip()
        made.append((cells, doubtful))
    return made


def _between_rivers(lines: Sequence[str]) -> list[tuple[list[str], bool]]:
    """Return the cells of each line between the blanks that run through all lines; none where they make no columns."""
    width = max(map(len, lines))
    held = [line.ljust(width) for line in lines if _spaced(line)]
    blank = "".join("x" if any(line[at] != " " for line in held) else " " for at in range(width))
    cuts = [found.end() for found in re.finditer(rf" {{{_RIVER},}}", blank) if found.start() > 0 and found.end() < width]
    return [(_cells(line.ljust(width), [0, *cuts, width]), False) for line in lines] if len(cuts) > 1 else []


def _cells(line: str, cuts: Sequence[int]) -> list[str]:
    """Return the cells of a line; what has no gap and begins with the line stands in the first."""
    whole = not _GAP.search(line.strip()) and not line[0].isspace()
    return [line.strip(), *[""] * (len(cuts) - 2)] if whole else [line[a:b].strip() for a, b in pairwise(cuts)]


def _rest_of_name(text: str) -> bool:
    """Return whether a text cannot begin a name: it is small, in parentheses, or only years."""
    return text[0].islower() or text[0] == "(" or bool(re.match(r"(?:19|20)\d\d\b", text))


def _even(rows: list[_Row]) -> list[_Row]:
    """Return the rows with as many cells as most have, when they are more than two; what has more, keeps them."""
    usual = Counter(len(row.celler) for row in rows).most_common(1)[0][0] if rows else 0
    made: list[_Row] = []
    for at, cells, _ in rows:
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
