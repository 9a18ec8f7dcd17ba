"""Text whose columns are held by tabs, by pipes, by blanks or by HTML → a document with its tables, and what is left."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import NamedTuple

from planstrategi.intake.columns import is_heading
from planstrategi.intake.document import RUNNING_HEAD, Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.text.blocks import told_lists
from planstrategi.intake.text.lines import FROM_ABOVE, FROM_LEFT, PAGE_MARK, TextRow, TextTable, clean_lines, line_places
from planstrategi.intake.text.markdown_rows import BOLD, in_columns, is_rule, said_in

_RULE = re.compile(r"[\s|:+=-]+")
_HEADING = re.compile(r"#+ |(?:(?:kapittel|tabell) )?\d{1,2}(?:\.\d{1,2})*[.:]? [A-ZÆØÅ]", re.IGNORECASE)
# a heading, and what is said below it, in one cell
_RUN_IN = re.compile(r"\s*([A-ZÆØÅ][\wæøåÆØÅ/ -]{3,60}?) ((?:D[ei]\w+|E[in]\w*|Brukes|Her|Planen\w*|Planane) .{100,})", re.DOTALL)
# how many lines make a table, a front page, and a cell of a sheet at the most
_LINES, _FRONT, _HIGHEST = 3, 12, 40
# the columns a merged cell of HTML may stretch over
_WIDEST = 50


class Held(NamedTuple):
    """A document with the tables whose columns the text holds, the text without them line by line, and the doubtful places."""

    dokument: Document
    rest: str
    usikre: frozenset[str]


def with_columns(text: str, name: str, loose: Collection[str] = ()) -> Held:
    """Return the document that a text is, as far as it holds its columns; none is held in the `loose` places."""
    lines = text.split("\n")
    where = line_places(lines)
    held = {at: table for at, table in _by_signs(lines, ";," if name.lower().endswith(".csv") else ";") if where[at] not in loose}
    held |= {at: table for at, table in told_lists(_without(lines, held)) if where[at] not in loose}
    blanks: dict[int, TextTable] = {}
    rest = _without(lines, held)
    own = {line.sted for line in clean_lines(text)}
    # blanks hold no columns where only what runs along the pages has some, «Fjelldal kommune   1»
    if sum("  " in line.strip() for place, line in zip(where, rest, strict=True) if place in own) > 1:
        # what reads printed pages is slow to import
        from planstrategi.intake.text.blanks import tables_by_blanks

        blanks = {at: table for at, table in tables_by_blanks(rest) if where[at] not in loose}
    held |= blanks
    parts: list[Paragraph | PrintedTable] = []
    # running heads part no table from its next page; what stands first is said by the document itself, and runs along the rest
    heads, kept = list[Paragraph](), {*where[: min([_FRONT, *held])], *own}
    at = 0
    while at < len(lines):
        end, rows = held.get(at, (at + 1, []))
        above = parts[-1] if parts and isinstance(parts[-1], PrintedTable) else None
        made = tuple(PrintedRow(where[at + row.linje], tuple(map(_cell, row.celler))) for row in rows)
        # over a page break, with as many cells and no heading of their own
        if made and above and len(made[0].celler) == len(above.rader[-1].celler) and not is_heading(made[0].texts):
            parts[-1] = above._replace(rader=(*above.rader, *made))
        elif made:
            titles = [*takewhile(lambda row: row.filled == [0], made)] if at not in blanks else []
            parts += [Paragraph(row.sted, row.texts[0], True) for row in titles]
            if table := made[len(titles) :]:
                parts.append(PrintedTable(where[at], table, at not in blanks))
        # what is the rest of a row on the page before, stands there
        elif at not in held and (plain := PAGE_MARK.sub("", lines[at]).replace("**", "").strip("| \n")):
            sted = where[at] if where[at] in kept else RUNNING_HEAD
            made_of = Paragraph(sted, plain.lstrip("# "), bool(_HEADING.match(plain)) and len(plain) < 120)
            (heads if sted == RUNNING_HEAD else parts).append(made_of)
        at = end
    doubtful = frozenset(where[at + row.linje] for at, (_, rows) in held.items() for row in rows if row.usikker or at in blanks)
    return Held(Document(name, (*heads, *parts)), "\n".join(_without(lines, held)), doubtful)


def _cell(text: str) -> PrintedCell:
    merged = {FROM_ABOVE: "over", FROM_LEFT: "venstre"}.get(text, "")
    bold, plain = BOLD.match(text), "" if merged else text.replace("**", "")
    return PrintedCell(plain, "", merged, bool(bold and bold[1] == plain), bold[1] if bold and bold[1] != plain else "")


def _without(lines: Sequence[str], tables: Mapping[int, TextTable]) -> list[str]:
    taken = {at for start, (end, _) in tables.items() for at in range(start, end)}
    return ["" if at in taken else line for at, line in enumerate(lines)]


def _by_signs(lines: Sequence[str], of_sheet: str) -> Iterator[tuple[int, TextTable]]:
    """Yield the tables in HTML, and those whose cells are parted by tabs, pipes, or one of the signs of a sheet."""
    at = 0
    while at < len(lines):
        end, rows = at + 1, list[TextRow]()
        if re.search(r"<table\b", lines[at], re.IGNORECASE):
            end = next((n + 1 for n in range(at, len(lines)) if re.search(r"</table\s*>", lines[n], re.IGNORECASE)), len(lines))
            rows = _html_rows("\n".join(lines[at:end]))
        for sign in "\t|":
            if not rows and (last := _run(lines, at, sign)) > at:
                end, rows = last, _cells(lines[at:last], sign)
        for sign in of_sheet:
            if not rows and lines[at].count(sign) > 1:
                end, rows = _saved_sheet(lines, at, sign)
        if rows:
            yield at, (end, rows)
        at = end


def _run(lines: Sequence[str], at: int, sign: str) -> int:
    """Return where the lines end that hold columns by a sign; blank lines and page breaks may stand between."""
    last, count = at, 0
    for n in range(at, len(lines)):
        # the headings of the next one in Markdown
        if n > at and sign == "|" in lines[n] and is_rule("".join(lines[n + 1 : n + 2])):
            break
        if sign in lines[n]:
            last, count = n + 1, count + 1
        # what is merged over a whole row has no sign
        elif PAGE_MARK.sub("", lines[n]).strip() and "".join(lines[n + 1 : n + 2]).count(sign) == 0:
            break
    return last if count >= _LINES else at


def _saved_sheet(lines: Sequence[str], at: int, sign: str) -> tuple[int, list[TextRow]]:
    """Return where a sheet ends whose cells are parted by a sign, and its rows; none where it is no sheet."""
    rows, end = list[TextRow](), at
    reader = csv.reader((f"{lines[n]}\n" for n in range(at, len(lines))), delimiter=sign)
    # what cannot be a cell ends it: one of a hundred thousand letters
    with suppress(csv.Error):
        for cells in reader:
            # sentences have semicolons as well, but not as many on each line; a quote that nobody ends is no cell
            if (rows and len(cells) != len(rows[0].celler)) or at + reader.line_num - end > _HIGHEST:
                break
            rows.append(TextRow(end - at, [*map(said_in, cells)]))
            end = at + reader.line_num
    return (end, _even([row for row in rows if any(row.celler)])) if len(rows) >= _LINES else (at + 1, [])


def _cells(lines: Sequence[str], sign: str) -> list[TextRow]:
    cells = [re.split(rf"(?<!\\){re.escape(sign)}", line.strip(" \n").removeprefix("|").removesuffix("|")) for line in lines]
    filled = [(at, row) for at, row in enumerate(cells) if not _RULE.fullmatch(lines[at]) and any(row)]
    rows = [TextRow(at, said) for at, row in filled if any(said := [*map(said_in, row)])]
    return in_columns(rows) if sign == "|" and any(map(is_rule, lines[:2])) else _even(rows)


def _even(rows: list[TextRow]) -> list[TextRow]:
    """Return the rows with as many cells as most have, when they are more than two; what has more, keeps them."""
    usual = Counter(len(row.celler) for row in rows).most_common(1)[0][0] if rows else 0
    made: list[TextRow] = []
    for at, cells, _ in rows:
        filled = [n for n, cell in enumerate(cells) if cell.strip()]
        above = made[-1].celler if made else []
        # a heading that is merged over years has one cell for all of them, and those to its right come too early
        band = len(filled) > 1 and all(n and re.match(r"20\d\d", cells[n]) for n in filled)
        if band and re.match(r"\D", "".join(above[filled[0] :])) and not any(above[1 - len(filled) :]):
            above[filled[0] + 1 :] = [""] * (len(filled) - 1) + above[filled[0] + 1 : 1 - len(filled)]
        if len(filled) == 1 and 0 < filled[0] < len(above) and _goes_on(above[filled[0]], cells[filled[0]]):
            above[filled[0]] += f"\n{cells[filled[0]]}"
        elif filled == [0] and (run_in := _RUN_IN.match(cells[0])):
            made += [TextRow(at, [text, *[""] * (usual - 1)]) for text in run_in.groups()]
        elif filled:
            made.append(TextRow(at, cells + [""] * (usual - len(cells))))
    return made if usual > 1 else []


def _goes_on(above: str, text: str) -> bool:
    """Return whether a text that stands alone in a row is the rest of the cell above it."""
    return bool(above.strip()) and (text.strip()[0].islower() or above.strip()[-1] not in ".!?")


def _html_rows(text: str) -> list[TextRow]:
    """Return the rows of a table in HTML; a cell over several columns or rows stands in the first of them."""
    # a slow import that only a table in HTML needs
    from bs4 import BeautifulSoup

    rows, taken = [], dict[int, int]()
    for number, row in enumerate(BeautifulSoup(text, "html.parser").find_all("tr")):
        cells: list[str] = []
        for cell in row.find_all(["td", "th"]):
            while taken.get(len(cells), 0) > number:
                cells.append(FROM_ABOVE)
            told = (str(cell.get(name, "1")) for name in ("colspan", "rowspan"))
            wide, high = (min(int(span), _WIDEST) if span.isdecimal() else 1 for span in told)
            taken |= dict.fromkeys(range(len(cells), len(cells) + wide), number + high)
            cells += [cell.get_text("\n", strip=True), *[FROM_LEFT] * (wide - 1)]
        rows.append(TextRow((row.sourceline or 1) - 1, cells))
    return _even(rows)
