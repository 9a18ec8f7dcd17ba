"""Text whose columns are held by blanks alone, as `pdftotext -layout` makes it → the rows of its tables, page by page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planstrategi.intake.columns import is_heading
from planstrategi.intake.pdf.drawn import PageParts, Word
from planstrategi.intake.pdf.grid import Grid, GridRow
from planstrategi.intake.pdf.layout import PageLayout
from planstrategi.intake.pdf.lines import consecutive, plain_line
from planstrategi.intake.text.line_words import is_name
from planstrategi.intake.text.lines import PAGE_MARK, ROW, TextRow, TextTable, clean_lines, line_places
from planstrategi.intake.words import begins, word_list

# years beside each other are headings, though one blank parts them
_WORD = re.compile(r"((?<=20\d\d )20\d\d\b|\b20\d\d(?= 20\d\d))|\S+")
# how wide and high a letter is on a page: two blanks part columns, and one does not
_WIDE, _HIGH = 5.0, 10.0


def tables_by_blanks(lines: Sequence[str]) -> Iterator[tuple[int, TextTable]]:
    """Yield the tables, read as printed pages are, by their first line; a page whose columns do not hold has none."""
    plain, where = [PAGE_MARK.sub("", line) for line in lines], line_places(lines)
    kept = {line.sted for line in clean_lines("\n".join(lines))}
    pages = groupby((at for at, place in enumerate(where) if place in kept), key=lambda at: where[at].rpartition(",")[0])
    before: Grid | None = None
    for number, (_, on_page) in enumerate(pages, 1):
        # what blank lines part is not told apart from what they stand in
        places = [*on_page]
        grids = _grids(number, [plain[at] for at in places], before)
        before = grids[-1] if grids else None
        for table in filter(None, [_together(grid.rows, places) for grid in grids]):
            rows = [places[int(row.top / _HIGH)] for row in table]
            cells = [["\n".join(map(plain_line, cell.lines)) for cell in row.celler] for row in table]
            made = [TextRow(at - rows[0], texts) for at, texts in zip(rows, cells, strict=True)]
            yield rows[0], (places[int(table[-1].bottom / _HIGH) - 1] + 1, _whole(made))


def _whole(rows: Sequence[TextRow]) -> list[TextRow]:
    """Return the rows with those that go on with the row above put to it, cell by cell."""
    made: list[TextRow] = []
    for row in rows:
        if made and not is_heading(made[-1].celler) and _goes_on(made[-1].celler, row.celler):
            cells = zip(made[-1].celler, row.celler, strict=True)
            made[-1] = made[-1]._replace(celler=["\n".join(filter(None, pair)) for pair in cells])
        else:
            made.append(row)
    return made


def _goes_on(above: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether a row names no plan, and a cell of it goes on with one above: small below what begins with a capital."""
    pairs = [(a, b) for a, b in zip(above, row, strict=True) if a and b]
    small = any(re.match(r"[A-ZÆØÅ][^.]*$", a) and re.match(r"[a-zæøå]{2}", b) for a, b in pairs)
    return not any(map(is_name, row)) and (small or any(is_name(a) and re.fullmatch(r"[\d–-]{4,}", b) for a, b in pairs))


def _together(rows: list[GridRow], places: Sequence[int]) -> list[GridRow]:
    """Return the rows down to what explains words, or to where more blank lines part what is below them than part them."""
    above = [places[at] - places[at - 1] for at in (int(row.top / _HIGH) for row in rows[1:])]
    last = max((n for n, row in enumerate(rows) if sum(bool(re.search(r"\w", one)) for one in row.texts) > 2), default=0)
    told = [begins(word_list().tekst.slutt, a.texts[0]) and not (n <= last > 0 and any(a.texts[1:])) for n, a in enumerate(rows)]
    ends = (n for n in range(len(rows)) if told[n] or (n > last > 0 and above[n - 1] > max(above[:last])))
    return rows[: next(ends, None)]


def _grids(number: int, lines: Sequence[str], before: Grid | None) -> list[Grid]:
    found = [(one, at * _HIGH) for at, line in enumerate(lines) for one in _WORD.finditer(line)]
    places = [(one[0], one.start() * _WIDE, (one.end() - bool(one[1])) * _WIDE, top) for one, top in found]
    words = [Word(*place, place[-1] + _HIGH, _WIDE, "", True) for place in places]
    page = PageLayout(number, PageParts(len(lines) * _HIGH, words, [], [], []))
    # columns may stand elsewhere on the next page, where another table may stand below as well
    rows = [line for line in lines if ROW.search(line)]
    tried = (_gaps(rows[:end]) for end in range(len(rows), len(rows) // 2, -1))
    moved = before and next((replace(before, bounds=gaps) for gaps in tried if len(gaps) == len(before.bounds)), None)
    # and the page may have headings of its own
    for above in (*filter(None, (moved, before)), None):
        grids = [part for part in page.parts(frozenset(), above) if isinstance(part, Grid)]
        if grids and _hold(grids, lines):
            return grids
    return []


def _gaps(rows: Sequence[str]) -> list[float]:
    """Return where the columns of rows part: where none of them has anything."""
    empty = (at for at in range(max(map(len, rows))) if not any(row[at : at + 1].strip() for row in rows))
    return [run[-1] * _WIDE for run in consecutive(empty) if len(run) > 1 and run[0]]


def _hold(grids: Sequence[Grid], lines: Sequence[str]) -> bool:
    """Return whether most of what stands as rows do, from the first table of a page, is in one of them, each cell in its own.

    What stands below the headings of another table, or what ends those of plans, is not counted.
    """
    spans = [(int(grid.rows[0].top / _HIGH), int(grid.rows[-1].bottom / _HIGH)) for grid in grids]
    ends = [at for at in range(spans[0][0] + 1, len(lines)) if begins(word_list().tekst.slutt, lines[at].strip())]
    ends += [at for at in range(spans[-1][1], len(lines)) if is_heading(re.split(" {2,}", lines[at].strip()))]
    rows = [at for at in range(spans[0][0], min(ends, default=len(lines))) if ROW.search(lines[at])]
    cells = [[line[0].top for line in cell.lines] for grid in grids for row in grid.rows for cell in row.celler]
    shared = sum(len(set(tops)) < len(tops) for tops in cells)
    return sum(first <= at < last for at in rows for first, last in spans) * 5 >= len(rows) * 4 and shared * 5 <= len(rows)
