"""Text whose columns are held by blanks alone, as `pdftotext -layout` makes it → the rows of its tables, page by page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planstrategi.intake.pdf.drawn import PageParts, Word
from planstrategi.intake.pdf.grid import Grid
from planstrategi.intake.pdf.layout import PageLayout
from planstrategi.intake.pdf.lines import consecutive, plain_line
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
        places = list(on_page)
        last = max((count for count, at in enumerate(places, 1) if ROW.search(plain[at])), default=0)
        # what explains words stands in two columns below the last row
        below = (at for at in range(last, len(places)) if begins(word_list().tekst.slutt, plain[places[at]].strip()))
        places = places[: next(below, None)] if last or before else places
        grids = _grids(number, [plain[at] for at in places], before)
        before = grids[-1] if grids else None
        for grid in grids:
            rows = [places[int(row.top / _HIGH)] for row in grid.rows]
            cells = [["\n".join(map(plain_line, cell.lines)) for cell in row.celler] for row in grid.rows]
            made = [TextRow(at - rows[0], texts) for at, texts in zip(rows, cells, strict=True)]
            yield rows[0], (places[int(grid.rows[-1].bottom / _HIGH) - 1] + 1, made)


def _grids(number: int, lines: Sequence[str], before: Grid | None) -> list[Grid]:
    found = [(one, at * _HIGH) for at, line in enumerate(lines) for one in _WORD.finditer(line)]
    places = [(one[0], one.start() * _WIDE, (one.end() - bool(one[1])) * _WIDE, top) for one, top in found]
    words = [Word(*place, place[-1] + _HIGH, _WIDE, "", True) for place in places]
    page = PageLayout(number, PageParts(len(lines) * _HIGH, words, [], [], []))
    # columns may stand elsewhere on the next page
    moved = replace(before, bounds=gaps) if before and len(gaps := _gaps(lines)) == len(before.bounds) else None
    for above in (before, moved):
        grids = [part for part in page.parts(frozenset(), above) if isinstance(part, Grid)]
        if grids and _hold(grids, lines):
            return grids
    return []


def _gaps(lines: Sequence[str]) -> list[float]:
    """Return where the columns of rows part: where none of them has anything."""
    rows = [line for line in lines if ROW.search(line)]
    empty = (at for at in range(max(map(len, rows), default=0)) if not any(row[at : at + 1].strip() for row in rows))
    return [run[-1] * _WIDE for run in consecutive(empty) if len(run) > 1 and run[0]]


def _hold(grids: Sequence[Grid], lines: Sequence[str]) -> bool:
    """Return whether most of what stands as rows do, from the first table of a page, is in one of them, each cell in its own."""
    spans = [(int(grid.rows[0].top / _HIGH), int(grid.rows[-1].bottom / _HIGH)) for grid in grids]
    rows = [at for at in range(spans[0][0], len(lines)) if ROW.search(lines[at])]
    cells = [[line[0].top for line in cell.lines] for grid in grids for row in grid.rows for cell in row.celler]
    shared = sum(len(set(tops)) < len(tops) for tops in cells)
    return sum(first <= at < last for at in rows for first, last in spans) * 5 >= len(rows) * 4 and shared * 5 <= len(rows)
