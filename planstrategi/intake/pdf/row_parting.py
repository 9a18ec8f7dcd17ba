"""Lines of a table whose cells are known → its rows: the way to part them that least speaks against."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from planstrategi.intake.cells import is_open, is_plan_type, looks_like_plan
from planstrategi.intake.pdf.lines import NUMBER_OF_ROW, TextLine, plain_line

# What speaks against a row, as logarithms of odds: guessed, and then tried on documents until their rows were found.
# more than ever speaks against a line; and so much more against a row than against its first line that it is none
_NEVER, _PRUNED = 1e6, 18.0
# the most lines of a row
_HIGHEST = 40

# that there is a row, that it has no name or no number, and that it has a part of one or two
_ROW, _UNNAMED, _UNCOUNTED, _MISCOUNTED = 0.7, 2.5, 3.0, 12.0
# two lines of a cell in one row, though the first had room for the next word, in names and others; in two, though it had none
_ROOM, _ROOM_OTHER, _FULL = 3.0, 1.2, 0.4
# a line that begins small, or goes on with what is open, as the first of its row; and how much of it that is in other columns
_SMALL, _OPEN, _OTHER = 3.0, 2.0, 0.5
# a name that begins within a row, one that tells of no plan and ends, and two marks in a row
_CAPITAL, _BARE, _MARKS = 1.0, 0.6, 2.5
# for each line of a hole in a cell; a cell that does not begin where its row does, or for each line its middle is off
_HOLE, _LOW, _OFF, _OFF_MOST = 2.0, 1.2, 0.8, 3.0
# that cells stand in the middle of their rows, which as good as any row of two lines may do
_MIDDLE = 0.5
# a blank line, and a page break, within a row
_BLANK, _BREAK = 1.5, 1.5
# how much of the widest line is surely room, for letters are guessed; how wide a blank is, of the height of a line
_SURE, _SPACE = 0.93, 0.245
# the letters of a mark, and how many of the cells of a column of marks are one
_MARK, _MARKED = 4, 0.8
# the numbers of rows, as a column beside those of cells; and what goes on with the line above
_COUNT, _RESTS = -1, re.compile(r"[a-zæøå(–/&]|20\d\d\b")

# from which line to which a row goes; and what begins on a line: its end, what speaks against it, and its rank, 0 for no row
RowSpan = tuple[int, int]
BegunRows = Iterator[tuple[int, float, int]]


def likeliest(lines: int, begun: Callable[[int], BegunRows], left: float = _NEVER) -> tuple[float, list[RowSpan]]:
    """Return what speaks against the likeliest rows, and these; `left` is against each line above all of them and below.

    Of ways as likely, that whose last row has the lowest rank is taken, for an invented row is worse than a missing one.
    """
    # what speaks against the rows down to each line, the rank of the last of them, and this with those above it
    ways: list[tuple[float, float, Any]] = [(left * at, _NEVER, None) for at in range(lines + 1)]
    for first in range(lines):
        cost, _, rows = ways[first]
        for end, more, rank in begun(first):
            if (cost + more, rank) < ways[end][:2]:
                ways[end] = cost + more, rank, (rows, (first, end)) if rank else rows
    cost, rows = min(((cost + left * at, rows) for at, (cost, _, rows) in enumerate(reversed(ways))), key=itemgetter(0))
    made = list[RowSpan]()
    while rows:
        rows, row = rows
        made.append(row)
    return cost, made[::-1]


class TableLine(NamedTuple):
    """A line of a table: its cells, the blank lines above it, whether it begins a page, and whether it is a title."""

    celler: list[TextLine]
    luft: float = 0
    ny_side: bool = False
    tittel: bool = False


def row_starts(lines: Sequence[TableLine], name: int, last: str = "") -> list[int]:
    """Return with which lines rows begin; names stand in the column `name`, cells at the top of their rows or in the middle.

    `last` is the number of the row above them, which may go on on their page.
    """
    ways = {middle: likeliest(len(lines), _RowsByCells(lines, name, middle, last).rows_from) for middle in (False, True)}
    rows = ways[ways[True][0] + _MIDDLE < ways[False][0]][1]
    return [first for first, _ in rows]


class _Column:
    """The cells of a column by their lines; `named` says that it is that of the names."""

    def __init__(self, cells: Mapping[int, TextLine], named: bool) -> None:
        self.cells, self.named, self.texts = cells, named, {at: plain_line(cell) for at, cell in cells.items()}
        self.room = _SURE * max(map(_width, cells.values()), default=0.0)
        self.marks = sum(len(text) <= _MARK for text in self.texts.values()) > _MARKED * len(cells)

    def _had_room(self, above: int, below: int) -> bool:
        """Whether the next word had room at the end of a line."""
        first = self.cells[below][0]
        return _width(self.cells[above]) + _SPACE * first.height + _width([first]) < self.room

    def one_row(self, above: int, below: int) -> float:
        """Return what speaks against a row that has two lines which follow each other."""
        over, first = self.texts[above], self.cells[below][0].text
        cost = (_ROOM if self.named else _ROOM_OTHER) * self._had_room(above, below)
        cost += _CAPITAL * (1 + looks_like_plan(first)) * (self.named and first[0].isupper())
        return cost + _MARKS * (self.marks and not (len(over) > 1 and is_open(over)))

    def two_rows(self, above: int, below: int) -> float:
        """Return what speaks against a row that ends between two lines which follow each other."""
        over, text = self.texts[above], self.texts[below]
        full = not (self.marks or text[0].isupper() or self._had_room(above, below))
        rest = _SMALL * (not self.marks and bool(_RESTS.match(text))) + _OPEN * is_open(over) + _FULL * full
        return rest * (1.0 if self.named else _OTHER) + _BARE * (self.named and (is_plan_type(over) or not looks_like_plan(over)))


def _width(line: TextLine) -> float:
    return line[-1].x1 - line[0].x0


class _RowsByCells:
    """The rows that lines may be parted in; `middle` says that cells stand in the middle of them."""

    def __init__(self, lines: Sequence[TableLine], name: int, middle: bool, last: str) -> None:
        self.lines, self.name, self.middle, self.rest, wide = lines, name, middle, bool(last), range(len(lines[0].celler))
        least = max(0, min((line.luft for line in lines[1:]), default=0))
        self.gaps = [_BLANK * (line.luft - least) + _BREAK * line.ny_side for line in lines]
        self.pages = [*accumulate(line.ny_side for line in lines)]
        columns = [{n: one.celler[at] for n, one in enumerate(lines) if one.celler[at] and not one.tittel} for at in wide]
        self.numbers = next(filter(None, (_row_numbers(one, last or "0") for one in columns[:name])), {})
        # what a line has: its columns, the lines above that have one, and what is against one row for both, and two
        self.cells = [[(_COUNT, *self.numbers[at])] if at in self.numbers else [] for at in range(len(lines))]
        for at, cells in enumerate(columns):
            # what stands beside the names of several plans, to their left, is of a group of rows
            if at >= name or self.numbers or 2 * len(cells) > len(columns[name]):
                self._add(at, _Column(cells, at == name))

    def _add(self, at: int, column: _Column) -> None:
        for first in [*column.cells][:1]:
            self.cells[first].append((at, -1, 0.0, 0.0))
        for above, below in pairwise(column.cells):
            one = column.one_row(above, below) + _HOLE * self._holes(above, below)
            self.cells[below].append((at, above, one, column.two_rows(above, below)))

    def _holes(self, above: int, below: int) -> int:
        """How many lines between two of a cell are holes in it; in the middle of a row, cells may stand half a line off."""
        if self.middle and below - above == 2:
            over, between, under = ({at for at, cell in enumerate(line.celler) if cell} for line in self.lines[above : below + 1])
            return bool(between & (over | under))
        return below - above - 1

    def rows_from(self, start: int) -> BegunRows:
        """Yield the rows that may begin with a line."""
        cost, least, spans, rest = 0.0, _NEVER, dict[int, RowSpan](), self.rest and not start
        for at in range(start, min(len(self.lines), start + _HIGHEST)):
            cost += sum(one if above >= start else two for _, above, one, two in self.cells[at]) + self.gaps[at] * (at > start)
            least = min(least, cost)
            if cost - least > _PRUNED or self.lines[at].tittel != self.lines[start].tittel:
                return
            spans |= {column: (spans.get(column, (at,))[0], at) for column, *_ in self.cells[at]}
            # the rest of the row above has what that one had left
            apart = 0.0 if rest and _COUNT not in spans else self._unnamed(spans) + self._unplaced(start, at, spans)
            yield at + 1, _ROW + cost + apart, 1

    def _unnamed(self, spans: Collection[int]) -> float:
        """What speaks against a row without a name or a number; a title has no number, and may stand left of names."""
        uncounted = _UNCOUNTED * (bool(self.numbers) and _COUNT not in spans)
        if len(spans) < 2 and max(spans, default=0) <= self.name:
            return uncounted / 2 * (self.name in spans)
        return uncounted + _UNNAMED * (self.name not in spans)

    def _unplaced(self, start: int, at: int, spans: Mapping[int, RowSpan]) -> float:
        """What speaks against where in a row its cells stand; a page break moves them."""
        cells = [span for column, span in spans.items() if column != _COUNT and self.pages[at] == self.pages[start]]
        if not self.middle:
            return _LOW * sum(top > start for top, _ in cells)
        return sum(min(_OFF_MOST, _OFF * max(0.0, abs(top + bottom - start - at) / 2 - 0.5)) for top, bottom in cells)


def _row_numbers(cells: Mapping[int, TextLine], last: str) -> dict[int, tuple[int, float, float]]:
    """Return the lines of numbers that count rows, with the line of that above, and what is against one row for both, and two.

    A narrow column has each digit on a line.
    """
    texts = {at: text.rstrip(".)") for at, cell in cells.items() if NUMBER_OF_ROW.fullmatch(text := plain_line(cell))}
    made, begun = dict[int, tuple[int, float, float]](), ""
    for above, at in pairwise([-1, *texts]):
        text, expected = texts[at], str(int(last) + 1) if last.isdecimal() else ""
        rest = bool(begun) and begun + text == expected
        made[at] = above, _MISCOUNTED * (not rest), _MISCOUNTED * rest
        begins = not rest and text != expected and expected.startswith(text)
        last, begun = (last, text) if begins else (begun * rest + text, "")
    return made if len(made) > 2 and 2 * len(made) > len(cells) else {}
