"""Text whose columns are held by blanks alone, as `pdftotext -layout` makes it → the rows of its tables, page by page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile

from planstrategi.intake.cells import JOINED
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, column_of
from planstrategi.intake.pdf.lines import TextLine, plain_line, text_of_lines, whole_words
from planstrategi.intake.pdf.strips import (
    LinePiece,
    Strip,
    blank_cells,
    blank_columns,
    column_under,
    columns_again,
    line_pieces,
    moved_together,
    piece_words,
    stretches,
)
from planstrategi.intake.text.blank_heads import (
    PageLine,
    headed_columns,
    heading_row,
    headings_from,
    own_lines,
    right_edge,
    words_in,
)
from planstrategi.intake.text.line_words import OPENING, is_group_heading
from planstrategi.intake.text.lines import FROM_LEFT, PAGE_MARK, TextRow, TextTable, clean_lines, line_places
from planstrategi.intake.text.row_starts import TableLine, row_starts

# the lines that tell where the columns of a page without headings are, and what they hold
_LINES, _SAMPLE = 3, 150
# a number that a narrow column breaks
_DIGITS = re.compile(rf"(?<=\d){JOINED}(?=\d)")


@dataclass
class _Table:
    """A table on its way: its headings, the column of names, its lines, and from where to where it goes on pages."""

    head: TextRow
    columns: list[Strip]
    lines: list[tuple[int, TableLine]] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    open: bool = True

    @property
    def titles(self) -> list[str]:
        """What heads its columns."""
        return self.head.celler

    @property
    def name(self) -> int:
        """The column of names."""
        roles = [column_of(title).rolle for title in self.titles]
        return next(roles.index(one) for one in (NAVN, MAYBE_NAME, AAR, roles[0]) if one in roles)


def tables_by_blanks(lines: Sequence[str]) -> Iterator[tuple[int, TextTable]]:
    """Yield the tables, read as printed pages are, by their first line; a page whose columns do not hold has none."""
    tables = list[_Table]()
    for page in _pages(lines):
        _read_page(page, tables)
    for table in tables:
        yield from _by_page(table)


def _pages(lines: Sequence[str]) -> Iterator[list[PageLine]]:
    where, kept = line_places(lines), {line.sted for line in clean_lines("\n".join(lines))}
    own = (at for at, place in enumerate(where) if place in kept)
    for _, on_page in groupby(own, key=lambda at: where[at].rpartition(",")[0]):
        made, last = list[PageLine](), -1
        for at in on_page:
            made.append(PageLine(at, at - last - 1 if made else 0, line_pieces(PAGE_MARK.sub("", lines[at])), not made))
            last = at
        yield made


def _read_page(page: list[PageLine], tables: list[_Table]) -> None:
    """Add what stands on a page to the tables, of which the last may go on."""
    first, last = headings_from(page, 0)
    # below running text no table goes on
    alone = [line.biter[0] for line in takewhile(lambda line: len(line.biter) == 1, page)]
    said = (one for one in alone if len(one.tekst.split()) >= OPENING and one.tekst[-1] in ".:")
    if tables and any(one.x0 <= tables[-1].columns[0][1] for one in said):
        tables[-1].open = False
    if tables and tables[-1].open and first:
        rest = own_lines(page[:first])
        _add(tables[-1], rest, _rest_columns(tables[-1], rest))
        tables[-1].open &= len(rest) == len(page)
    while first < len(page):
        body = own_lines(page[last : headings_from(page, last)[0]], page[first:last])
        columns = headed_columns(page[first:last], body)
        head = heading_row(page[first:last], columns)
        table = _Table(head, columns)
        if tables and tables[-1].open and tables[-1].titles == table.titles:
            table = tables[-1]
        else:
            tables.append(table)
        _add(table, body, columns, page[first].at)
        table.open = last + len(body) == len(page)
        first, last = headings_from(page, last)


def _rest_columns(table: _Table, rest: Sequence[PageLine]) -> Sequence[Strip]:
    """Return the columns of a page without headings; of few lines those of the page before, if they begin where those do."""
    columns, rows = blank_columns(line.biter for line in rest), sum(len(line.biter) > 1 for line in rest)
    above = {plain_line(cell) for _, line in table.lines[:_SAMPLE] for cell in line.celler}
    again = [len(one.tekst) > 1 and one.tekst in above for line in rest for one in line.biter]
    # a row with all its cells is enough, and so is what most of stands in the rows above as well
    if rows >= _LINES or (rows and (len(columns) == len(table.titles) or 2 * sum(again) > len(again))):
        return columns
    lefts = {left for left, _ in table.columns}
    return table.columns if all(one.x0 in lefts for line in rest for one in line.biter) else []


def _add(table: _Table, body: Sequence[PageLine], columns: Sequence[Strip], start: int | None = None) -> None:
    """Add lines to a table, if their columns are its own and hold them."""
    columns = moved_together(columns, [line.biter for line in body], len(table.titles)) if columns else []
    rows = [line.biter for line in body if len(line.biter) > 1]
    over = sum(any(stretches(word, columns) for one in row for word in piece_words(one)) for row in rows)
    if not body or not 1 < len(columns) <= len(table.titles) or over * 5 > len(rows):
        table.open = False
        return
    made = [_cell_line(line, columns, table.name) for line in body]
    if len(columns) < len(table.titles):
        where = columns_again(_texts([line for _, line in table.lines], table.titles), _texts(made, columns))
        made = [one._replace(celler=_spread(one.celler, where, len(table.titles))) for one in made]
    else:
        table.columns = [*columns]
    table.lines += zip((line.at for line in body), made, strict=True)
    table.parts.append((body[0].at if start is None else start, body[-1].at + 1))


def _texts(lines: Sequence[TableLine], columns: Sequence[object]) -> list[list[str]]:
    """The texts of each column, as the first lines have them."""
    own = [line.celler for line in lines[:_SAMPLE] if not line.tittel]
    return [[plain_line(cells[at]) for cells in own if cells[at]] for at in range(len(columns))]


def _spread(cells: Sequence[TextLine], where: Sequence[int], wide: int) -> list[TextLine]:
    said = dict(zip(where, cells, strict=True))
    return [said.get(at, []) for at in range(wide)]


def _cell_line(line: PageLine, columns: Sequence[Strip], name: int) -> TableLine:
    title = len(line.biter) == 1 and _is_title(line.biter[0], columns, name)
    cells = [line.biter[0].tekst, *[""] * (len(columns) - 1)] if title else blank_cells(line.biter, columns)
    return TableLine([*map(words_in, cells)], line.luft, line.forst, title)


def _is_title(piece: LinePiece, columns: Sequence[Strip], name: int) -> bool:
    """Whether a text that stands alone heads rows: it names a group where names stand, or is of several columns."""
    grouped = piece.tekst[0].isupper() and is_group_heading(piece.tekst) and column_under(piece, columns) <= name
    return grouped or stretches(piece, columns)


def _by_page(table: _Table) -> Iterator[tuple[int, TextTable]]:
    """Yield a table in its parts on pages: each row is in that where it begins."""
    lines, wide = [line for _, line in table.lines], range(len(table.titles))
    starts = row_starts(lines, table.name) if lines else []
    rows = [lines[first:end] for first, end in pairwise([*starts, len(lines)])]
    cells = [[[line.celler[at] for line in row if line.celler[at]] for at in wide] for row in rows]
    right = [
        max((right_edge(own[at]) for own, row in zip(cells, rows, strict=True) if not row[0].tittel), default=0.0) for at in wide
    ]
    known = frozenset[str]().union(*(whole_words(own, right[at]) for row in cells for at, own in enumerate(row) if own))
    made = list[tuple[int, list[str]]]()
    for first, own in zip(starts, cells, strict=True):
        texts = [_DIGITS.sub("", text_of_lines(one, right[at], known)) for at, one in enumerate(own)]
        made.append((table.lines[first][0], [texts[0], *[FROM_LEFT] * (len(wide) - 1)] if lines[first].tittel else texts))
    for number, (first, end) in enumerate(table.parts):
        heads = [table.head][number:]
        yield first, (end, [*heads, *(TextRow(at - first, texts) for at, texts in made if first <= at < end)])
