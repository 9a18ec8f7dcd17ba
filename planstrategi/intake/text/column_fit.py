"""Lines on which cells stand beside each other → the rows, with the words of each line shared among the columns.

A cell breaks where the next word has no room. So that way to share the words is looked for which needs the fewest exceptions
from one width for each column; and what a column is, tells what its cells begin with and how they go on.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from planstrategi.intake.cells import on_one_line
from planstrategi.intake.columns import ANNET, NAVN
from planstrategi.intake.plan_line import is_begun
from planstrategi.intake.text.line_words import is_comment, is_name
from planstrategi.intake.text.parts import COMMENT, SPACE, TOO_MUCH, TYPE, VALUES, CellLine, FittedColumn, Part

# how many ways to share a line are kept, of all of it and of its end
_KEPT, _OF_END = 5, 3
# widths of names to begin with, 0 for none; and how much widths may be missed in each round, to choose and to end with
_BEGIN, _ROUNDS, _LAST = (0.0, 16.0, 21.0, 27.0, 35.0), (0.25, 0.1, 0.0), (0.25, 0.1, 0.0, 0.0, 0.0)
# the rows that tell the widths, also where a line is shared in many ways;
# how wide a column may be where no cell breaks; the lines of the last row that are surely of it
_ENOUGH, _ENOUGH_IN_MIDDLE, _WIDER, _SURE = 50, 16, 1.5, 2
# the same where widths are looked for: by how much, at most, and a break where there is room
_NEARLY, _BY_WIDE, _WIDE_MOST, _EARLY = 1.04, 16.0, 2.5, 1.5
# more has to follow, and does not, at the end of a cell, or of a name
_OPEN_END, _BEGUN = 2.0, 3.0
# where cells follow each other, one that begins on the line that another of several lines ends on; and, for each line, for a row
_AFTER_REST, _OF_ROW = 1.5, 1.5
# the most that may speak against a line as well, a row and each of its lines, and one with no plan in its name
_MOST_OF_LINE, _MOST_OF_ROW, _MOST_UNNAMED = 4.5, (4.0, 1.0), 2.0
# the most that may speak against the first line of a row where no name of a plan begins
_MOST_OF_FIRST = 1.2

# the parts of a line, one for each column; and what speaks against a way to share lines, and their parts
_Shared = tuple[Part | None, ...]
_Way = tuple[float, tuple[_Shared, ...]]
# the likeliest ways to share the end of a line, each with what speaks against it
_Ends = list[tuple[float, _Shared]]


class _Cell(NamedTuple):
    """What a line may go on with: the last part of a cell, that above, whether it stands in the middle, and has to go on."""

    last: Part | None
    above: Part | None
    middle: bool
    filled: bool | None
    turn: bool = False


class SharedRow(NamedTuple):
    """A row: the line it begins on, and the parts of each of its lines, one for each column."""

    start: int
    linjer: tuple[_Shared, ...]

    def cell(self, at: int) -> str:
        """Return the whole text of a cell."""
        return on_one_line("\n".join(part.tekst for line in self.linjer if (part := line[at])))


class ColumnFit:
    """Shares the words of lines among columns. A row begins on each of `starts`, and may begin where `maybe` has a line.

    `ends` are the lines after rows whose cells stand in their middle, by the first; None where each is whole before the next.
    """

    def __init__(
        self, lines: Sequence[CellLine], starts: Sequence[int], maybe: Mapping[int, CellLine], ends: Mapping[int, int] | None
    ) -> None:
        self.lines, self.starts, self.maybe, self.ends, self.turn = lines, {*starts}, maybe, ends or {}, ends is None
        self.sample = [*starts, len(lines)][min(_ENOUGH_IN_MIDDLE if ends else _ENOUGH, len(starts))]

    def fitted(self, layouts: Sequence[Sequence[str]]) -> tuple[float, Sequence[FittedColumn]]:
        """Return what speaks against the columns that fit the first rows best, and these."""
        begun = ((layout, widths) for layout in layouts for name in _BEGIN for widths in self._begin(layout, name))
        columns = [[FittedColumn(*one) for one in zip(layout, widths, widths, strict=True)] for layout, widths in begun]
        found = self._fitted(min(columns, key=lambda one: self._fitted(one, _ROUNDS)[0]), _LAST)[1]
        return sum(cost - _OF_ROW * len(row.linjer) for cost, row in self._rows(found, self.sample)), found

    def rows(self, columns: Sequence[FittedColumn]) -> tuple[Sequence[str], list[SharedRow]]:
        """Return the kinds of the columns, and the rows."""
        return [one.rolle for one in columns], [row for _, row in self._rows(columns, len(self.lines))]

    def _begin(self, layout: Sequence[str], name: float) -> Iterator[list[float]]:
        """Yield widths to begin with: that of names alone, and with others that share the rest of the longest line."""
        alone = [name * (rolle == NAVN) for rolle in layout]
        yield alone
        lines = (line for line in self.lines[: self.sample] if not line.heads)
        rest = max((part.width for line in lines if (part := line.part(0, len(line.words)))), default=0.0) - name
        texts = [at for at, rolle in enumerate(layout) if rolle not in (NAVN, VALUES, TYPE)]
        if name and rest > 0 and len(texts) > 1:
            yield [rest / len(texts) if at in texts else width for at, width in enumerate(alone)]

    def _fitted(self, columns: Sequence[FittedColumn], rounds: Sequence[float]) -> tuple[float, Sequence[FittedColumn]]:
        """Return what speaks against rows in some columns, and these with the widths that those rows tell."""
        cost = 0.0
        for slack in rounds:
            found = [*self._rows(columns, self.sample)]
            cost, rows = sum(one for one, _ in found), [row for _, row in found if row.linjer]
            # what stands below a table may be read as of its last row
            sure = [*rows[:-1], *(row._replace(linjer=row.linjer[:_SURE]) for row in rows[-1:])]
            columns = [FittedColumn(one.rolle, *_widths(sure, at), slack) for at, one in enumerate(columns)]
        return cost, columns

    def _rows(self, columns: Sequence[FittedColumn], end: int) -> Iterator[tuple[float, SharedRow]]:
        at, ended = 0, False
        while at < end:
            line = self.lines[at] if at in self.starts else self.maybe.get(at) if ended else None
            ways = [] if line is None else self._in_middle(at, columns) if at in self.ends else self._at_top(at, line, columns)
            cost, lines = min(ways, key=itemgetter(0), default=(_MOST_OF_LINE, ()))
            begins = lines and cost < _MOST_OF_FIRST and not is_comment(_name(lines, columns))
            if at in self.starts or begins:
                yield cost, SharedRow(at, lines)
            ended = bool(lines and (at in self.starts or begins))
            at += len(lines) if ended else 1

    def _at_top(self, start: int, first: CellLine, columns: Sequence[FittedColumn]) -> list[_Way]:
        """Return the likely ways to share the lines of a row whose cells stand at its top."""
        places, told = None if self.turn else (), any(one.rolle in (COMMENT, ANNET) for one in columns)
        ways = _shared(first, columns, [(0.0, ())], places)
        for at in range(start + 1, len(self.lines)):
            line = self.lines[at]
            stops = at in self.starts or (line.heads if self.turn else line.stops) or (line.said and not told)
            further = [] if stops else _shared(line, columns, ways, places)
            if not further or further[0][0] - ways[0][0] > _MOST_OF_LINE:
                break
            ways = further
        ended = [(cost + self.turn * _empty(lines, columns) + _end(lines, columns), lines) for cost, lines in ways]
        return [one for one in ended if _is_likely(*one, columns)]

    def _in_middle(self, start: int, columns: Sequence[FittedColumn]) -> list[_Way]:
        """Return the ways for cells in the middle of a row: as many lines of each above as below, every second where both do."""
        lines, found = self.lines[start : self.ends[start]], list[_Way]()
        for odd in range(len(lines) % 2, len(lines) + 1, 2):
            ways, places = [(0.0, tuple[_Shared, ...]())], _places(odd, len(lines) - odd)
            for at, line in enumerate(lines):
                ways = _shared(line, columns, ways, places[: at + 1])
            found += ways
        return [(cost + _empty(lines, columns) + _end(lines, columns), lines) for cost, lines in found]


def _places(*many: int) -> list[int]:
    """Return how far from the middle lines stand, in halves of a line: those of cells with an odd and with an even number."""
    return sorted(place for most in many for place in range(1 - most, most, 2))


def _empty(lines: Sequence[_Shared], columns: Sequence[FittedColumn]) -> float:
    bare = (one for at, one in enumerate(columns) if not any(line[at] for line in lines))
    return sum(one.cost(None, None, None, True) for one in bare)


def _name(lines: Sequence[_Shared], columns: Sequence[FittedColumn]) -> str:
    names = [at for at, column in enumerate(columns) if column.rolle == NAVN]
    return next((part.tekst for line in lines for at in names if (part := line[at])), "")


def _is_likely(cost: float, lines: Sequence[_Shared], columns: Sequence[FittedColumn]) -> bool:
    of_row, of_line = _MOST_OF_ROW
    return cost < (of_row + of_line * len(lines) if is_name(_name(lines, columns)) else _MOST_UNNAMED)


def _end(lines: tuple[_Shared, ...], columns: Sequence[FittedColumn]) -> float:
    """Return what speaks against cells that end here."""
    last = [next((line[at] for line in reversed(lines) if line[at]), None) for at in range(len(columns))]
    ended = [(one, column.rolle) for one, column in zip(last, columns, strict=True) if one and column.rolle != VALUES]
    names = (SharedRow(0, lines).cell(at) for at, column in enumerate(columns) if column.rolle == NAVN)
    return _OPEN_END * sum(one.open for one, rolle in ended if rolle != NAVN) + _BEGUN * any(map(is_begun, names))


def _widths(rows: Sequence[SharedRow], at: int) -> tuple[float, float]:
    """Return the least and the largest width with the fewest exceptions: wider cells, and breaks with room left."""
    cells = [[line[at] for line in row.linjer] for row in rows]
    widths = [one.width for cell in cells for one in cell if one]
    longer = [one.width + SPACE + two.begins for cell in cells for one, two in pairwise(cell) if one and two and not two.capital]
    tried = sorted({*widths, *(one / 1.01 for one in longer)})
    against = [
        sum(min(_WIDE_MOST, _BY_WIDE * max(0.0, one / w - _NEARLY)) for one in widths)
        + _EARLY * sum(one < w / _NEARLY for one in longer)
        for w in tried
    ]
    best = [w for w, cost in zip(tried, against, strict=True) if cost < min(against) + 0.01]
    return (best[0], best[-1] if longer else _WIDER * best[0]) if best else (0.0, 0.0)


def _shared(line: CellLine, columns: Sequence[FittedColumn], ways: Sequence[_Way], places: Sequence[int] | None) -> list[_Way]:
    """Return the likeliest ways to share a line, and the lines above, among the columns."""
    cells = ((way, [_cell(way[1], at, places) for at in range(len(columns))]) for way in ways)
    further = [(way[0] + more, (*way[1], made)) for way, of_way in cells for more, made in _shares(line, columns, of_way)]
    return sorted(further, key=itemgetter(0))[:_KEPT]


def _cell(above: Sequence[_Shared], at: int, places: Sequence[int] | None) -> _Cell:
    """Return what a line may go on with in a column; without places only the last cell, as each is whole before the next."""
    last, direct = next((one[at] for one in reversed(above) if one[at]), None), above[-1][at] if above else None
    if places is None:
        closed = (last and not direct) or any(above[-1][at + 1 :] if above else ())
        return _Cell(None if closed else direct, direct, True, False if closed else None, True)
    return _Cell(last, last if places else direct, bool(places), _filled([bool(one[at]) for one in above], places))


def _shares(line: CellLine, columns: Sequence[FittedColumn], cells: Sequence[_Cell]) -> _Ends:
    """Return the likeliest ways to share a line below others: column by column from the last, those of what follows each word."""
    after: list[_Ends] = [*([] for _ in line.words), [(0.0, ())]]
    for at in reversed(range(len(columns))):
        starts = range(len(after)) if at else (0,)
        after = [_of_end(line, start, columns[at], cells[at], after) for start in starts]
    return after[0]


def _filled(above: Sequence[bool], places: Sequence[int]) -> bool | None:
    """Return whether a cell that stands in the middle has to go on at the last of the places, None where it may or may not."""
    here = places[-1] if places else 0
    if True not in above or not places:
        return None if here <= 0 else False
    first = places[above.index(True)]
    return (here - first) % 2 == 0 and here <= -first


def _of_end(line: CellLine, start: int, column: FittedColumn, cell: _Cell, after: Sequence[_Ends]) -> _Ends:
    """Return the likeliest ways to share a line from a word on, which begins in a column or in one of those after it."""
    found, (last, above, middle, filled, turn) = _Ends(), cell
    for end in range(start + (filled is True), start + 1 if filled is False else len(after)):
        part = line.part(start, end)
        if part and column.most and part.width > 2 * column.most:
            break
        nothing = middle and part is None
        if after[end] and (cost := 0.0 if nothing else column.cost(last, above, part, line.first or middle)) < TOO_MUCH:
            left = part if part and end < len(line.words) else last if part is None else None
            cost += _OPEN_END * bool(turn and left and left.open) + _AFTER_REST * bool(turn and last and left is part)
            found += [(cost + more, (part, *rest)) for more, rest in after[end]]
    return sorted(found, key=itemgetter(0))[:_OF_END]
