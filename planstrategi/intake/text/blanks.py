"""Text whose columns are held by blanks alone, as `pdftotext -layout` makes it → the rows of its tables, page by page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile
from typing import Any

from planstrategi.intake.cells import JOINED
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, column_of
from planstrategi.intake.pdf.lines import plain_line, text_of_lines, whole_words
from planstrategi.intake.pdf.row_parting import TableLine, row_starts
from planstrategi.intake.pdf.strips import Strip, blank_cells, blank_columns, columns_again, hold, line_pieces
from planstrategi.intake.text.blank_heads import (
    PageLine,
    drifting_straightened,
    heading_spans,
    own_lines,
    right_edge,
    titles_and_columns,
    words_in,
)
from planstrategi.intake.text.line_words import OPENING
from planstrategi.intake.text.lines import FROM_LEFT, PAGE_MARK, TextRow, TextTable, clean_lines, line_places

# the lines that tell where the columns of a page without headings are, and what they hold
_LINES, _SAMPLE = 3, 150
# a number that a narrow column breaks
_DIGITS = re.compile(rf"(?<=\d){JOINED}(?=\d)")


@dataclass
class _Table:
    """A table on its way: its headings and columns, its lines and their places, and from where to where it goes on pages."""

    heads: Sequence[PageLine]
    titles: list[str]
    columns: Sequence[Strip]
    lines: list[TableLine] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    open: bool = True

    @property
    def name(self) -> int:
        """The column of names."""
        roles = [column_of(title).rolle for title in self.titles]
        return next(roles.index(one) for one in (NAVN, MAYBE_NAME, AAR, roles[0]) if one in roles)

    def columns_of(self, rest: Sequence[PageLine]) -> Sequence[Strip]:
        """Return the columns of a page without headings; of few lines those of the page before, if they begin where those do."""
        columns, rows = blank_columns(line.biter for line in rest), sum(len(line.biter) > 1 for line in rest)
        above = {plain_line(cell) for line in self.lines[:_SAMPLE] for cell in line.celler}
        again = [len(one.tekst) > 1 and one.tekst in above for line in rest for one in line.biter]
        # a row with all its cells is enough, and so is what most of stands in the rows above as well
        if rows >= _LINES or (rows and (len(columns) == len(self.titles) or 2 * sum(again) > len(again))):
            return columns
        lefts = {left for left, _ in self.columns}
        return self.columns if all(one.x0 in lefts for line in rest for one in line.biter) else []

    def add(self, body: Sequence[PageLine], columns: Sequence[Strip], start: int) -> None:
        """Add lines, if their columns are those of the table and hold them."""
        wide, pieces = len(self.titles), [line.biter for line in body]
        self.open = bool(body) and 1 < len(columns) <= wide and hold(columns, pieces)
        if self.open:
            self.lines += [*self._lines(body, columns)]
            self.places += [line.at for line in body]
            self.parts.append((start, body[-1].at + 1))
            self.columns = columns if len(columns) == wide else self.columns

    def _lines(self, body: Sequence[PageLine], columns: Sequence[Strip]) -> Iterator[TableLine]:
        """Yield lines with their cells in the columns of the table: those of fewer columns in the ones most alike."""
        rows = [(line, blank_cells(line.biter, columns), line.is_title(columns, self.name)) for line in body]
        where: Sequence[int] = range(wide := len(self.titles))
        if len(columns) < wide:
            above = [[*map(plain_line, line.celler)] for line in self.lines[:_SAMPLE] if not line.tittel]
            below = [cells for _, cells, title in rows[:_SAMPLE] if not title]
            where = columns_again(_filled(above, wide), _filled(below, len(columns)))
        for line, cells, title in rows:
            said = {0: "".join(cells)} if title else dict(zip(where, cells, strict=True))
            yield TableLine([words_in(said.get(at, "")) for at in range(wide)], line.luft, line.forst, title)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows by the places they begin in: their cells, each on one line."""
        starts, wide = row_starts(self.lines, self.name) if self.lines else [], len(self.titles)
        rows = [self.lines[first:end] for first, end in pairwise([*starts, len(self.lines)])]
        right = [*map(right_edge, _filled([line.celler for line in self.lines if not line.tittel], wide))]
        cells = [[*zip(_filled([line.celler for line in row], wide), right, strict=True)] for row in rows]
        known = frozenset[str]().union(*(whole_words(*cell) for row in cells for cell in row))
        for first, row in zip(starts, cells, strict=True):
            texts = (_DIGITS.sub("", text_of_lines(*cell, known)) for cell in row)
            yield self.places[first], [text or FROM_LEFT * self.lines[first].tittel for text in texts]


def _filled(rows: Sequence[Sequence[Any]], wide: int) -> list[list[Any]]:
    """Return the cells of each column that are not empty."""
    return [[row[at] for row in rows if row[at]] for at in range(wide)]


def tables_by_blanks(lines: Sequence[str]) -> Iterator[tuple[int, TextTable]]:
    """Yield the tables in their parts on pages, each by its first line; a page whose columns do not hold has none."""
    tables = list[_Table]()
    for page in _pages(lines):
        _read_page(page, tables)
    for table in tables:
        rows = [*table.rows()]
        for number, (first, end) in enumerate(table.parts):
            heads = [TextRow(0, table.titles)][number:]
            yield first, (end, [*heads, *(TextRow(at - first, texts) for at, texts in rows if first <= at < end)])


def _pages(lines: Sequence[str]) -> Iterator[list[PageLine]]:
    where, kept = line_places(lines), {line.sted for line in clean_lines("\n".join(lines))}
    own = (at for at, place in enumerate(where) if place in kept)
    for _, on_page in groupby(own, key=lambda at: where[at].rpartition(",")[0]):
        first, *rest = on_page
        gaps = pairwise([first - 1, first, *rest])
        yield [PageLine(at, at - above - 1, line_pieces(PAGE_MARK.sub("", lines[at])), at == first) for above, at in gaps]


def _read_page(page: list[PageLine], tables: list[_Table]) -> None:
    """Add what stands on a page to the tables, of which the last may go on."""
    known = next((table.heads for table in tables[-1:]), [])
    heads = [*heading_spans(page, known), (len(page), 0)]
    for table in tables[-1:]:
        table.open &= not _is_said(page, table.columns[0][1])
        if table.open and heads[0][0]:
            rest = own_lines(page[: heads[0][0]])
            titles, columns = titles_and_columns(page[slice(*heads[0])], rest)
            table.add(rest, columns if titles == table.titles else table.columns_of(rest), page[0].at)
            table.open &= len(rest) == heads[0][0]
    for (first, last), (end, _) in pairwise(heads):
        above, body = page[first:last], own_lines(page[last:end], page[first:last])
        lines = drifting_straightened([*above, *body], max(len(line.biter) for line in above))
        above, body = lines[: len(above)], lines[len(above) :]
        table = _Table(above, *titles_and_columns(above, body))
        goes_on = tables and tables[-1].open and tables[-1].titles == table.titles
        tables += [] if goes_on else [table]
        tables[-1].add(body, table.columns, page[first].at)
        tables[-1].open = last + len(body) == len(page)


def _is_said(page: Sequence[PageLine], right: int) -> bool:
    """Whether a page begins with running text from the left: below it no table goes on."""
    alone = [line.biter[0] for line in takewhile(lambda line: len(line.biter) == 1, page)]
    return any(len(one.tekst.split()) >= OPENING and one.tekst[-1] in ".:" and one.x0 <= right for one in alone)
