"""The lines of a table, each with its cells → where its rows begin: the way to part them that least speaks against."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from planstrategi.intake.cells import is_open, is_plan_type, looks_like_plan
from planstrategi.intake.pdf.lines import TextLine, plain_line

# the lines of the highest row; what speaks so much against a row that it is none
_HIGHEST, _NONE, _PRUNED = 40, 12.0, 18.0
# What speaks against a row, as the logarithm of odds: that there is one, and that it has no name or no number
_ROW, _UNNAMED, _UNCOUNTED = 0.7, 2.5, 3.0
# two lines of a cell of which the first had room for the next word, in the column of names and in others; had it not, two rows
_ROOM, _ROOM_OTHER, _FULL = 3.0, 1.2, 0.4
# a line that begins small, or goes on with what is open, as the first of its row; a name that begins within one; two marks
_SMALL, _OPEN, _CAPITAL, _BARE, _MARKS = 3.0, 2.0, 1.0, 0.6, 2.5
# for each line: a hole in a cell, a cell that does not begin where its row does, or whose middle is not that of its row
_HOLE, _LOW, _OFF, _OFF_MOST = 2.0, 1.2, 0.8, 3.0
# a blank line, and a page break, within a row; of a line: how much longer than it looks it may be
_BLANK, _BREAK, _SURE = 1.5, 1.5, 0.93
_COUNTED = 0.8
# of the height of a line: how wide what parts two words is
_SPACE = 0.245
# what goes on with the line above
_RESTS = re.compile(r"[a-zæøå(–/&]|20\d\d\b")


class TableLine(NamedTuple):
    """A line of a table: its cells, the blank lines above it, whether it begins a page, and whether it is a title."""

    celler: list[TextLine]
    luft: float = 0
    ny_side: bool = False
    tittel: bool = False


def row_starts(lines: Sequence[TableLine], name: int, rooms: Mapping[int, float] = MappingProxyType({})) -> list[int]:
    """Return with which lines rows begin; names stand in the column `name`, cells at the top of their rows or in the middle.

    The `rooms` are how wide columns are that are wider than what stands in them.
    """
    ways = [_Rows(lines, name, middle, rooms).best() for middle in (False, True)]
    return min(ways)[1]


class _Rows:
    """The ways to part lines in rows; `middle` says that cells stand in the middle of their rows."""

    def __init__(self, lines: Sequence[TableLine], name: int, middle: bool, rooms: Mapping[int, float]) -> None:
        self.lines, self.name, self.middle, self.rooms = lines, name, middle, rooms
        columns = [*zip(*([*map(plain_line, line.celler)] for line in lines), strict=True)]
        # what ends a row and what does not, by line and column: the line of the cell above, and what is against one row, or two
        self.pairs: list[list[tuple[int, int, float, float]]] = [[] for _ in lines]
        self.counted = self._numbers(columns)
        self.above = {at: before for before, at in pairwise([-1, *self.counted])}
        names = sum(map(bool, columns[name]))
        for at, texts in enumerate(columns):
            # what stands beside the names of several plans, to their left, is of a group of rows
            if at >= name or self.counted or 2 * sum(map(bool, texts)) > names:
                self._add_pairs(at, texts)
        self.least = min((line.luft for line in lines[1:]), default=0)

    def _numbers(self, columns: Sequence[Sequence[str]]) -> dict[int, int]:
        """Which lines have a number that counts the rows, and of which row; a narrow column has each digit on a line."""
        for texts in columns[: self.name]:
            found = [
                (at, text.rstrip(".)")) for at, text in enumerate(texts) if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*[.)]?", text)
            ]
            made, number, last, open_ = dict[int, int](), 0, "0", ""
            for at, text in found:
                whole, expected = open_ + text, str(int(last) + 1) if last.isdecimal() else ""
                if open_ and whole == expected:
                    made[at], last, open_ = number, whole, ""
                elif expected.startswith(text) and text != expected:
                    number, open_ = number + 1, text
                    made[at] = number
                else:
                    number, last, open_ = number + 1, text, ""
                    made[at] = number
            if len(found) > 2 and len(found) > 0.5 * sum(map(bool, texts)):
                return made
        return {}

    def _add_pairs(self, at: int, texts: Sequence[str]) -> None:
        own = [n for n, text in enumerate(texts) if text and not self.lines[n].tittel]
        cells = {n: self.lines[n].celler[at] for n in own}
        widths = {n: cell[-1].x1 - cell[0].x0 for n, cell in cells.items()}
        room, named = max(_SURE * max(widths.values(), default=0.0), self.rooms.get(at, 0.0)), at == self.name
        marks = sum(len(texts[n]) < 5 for n in own) > _COUNTED * len(own)
        for number, n in enumerate(own):
            if not number:
                self.pairs[n].append((at, -1, 0.0, 0.0))
                continue
            above, text, before = texts[own[number - 1]], texts[n], own[number - 1]
            first = cells[n][0]
            fits = widths[before] + _SPACE * first.height + first.x1 - first.x0 < room
            together = (_ROOM if named else _ROOM_OTHER) * fits + _CAPITAL * named * text[0].isupper() * (
                1 + looks_like_plan(first.text)
            )
            if marks and not (len(above) > 1 and is_open(above)):
                together += _MARKS
            small = bool(_RESTS.match(text)) and not marks
            apart = (1.0 if named else 0.5) * (
                _SMALL * small + _OPEN * is_open(above) + _FULL * (not (fits or marks or text[0].isupper()))
            )
            apart += _BARE * named * (is_plan_type(above) or not looks_like_plan(above))
            together += _HOLE * self._holes(before, n)
            self.pairs[n].append((at, before, together, apart))

    def _holes(self, above: int, below: int) -> int:
        """How many lines between two of a cell are holes in it; in the middle of a row, cells may stand half a line off."""
        if self.middle and below - above == 2:
            filled = [{at for at, text in enumerate(self.lines[n].celler) if text} for n in (above, above + 1, below)]
            return bool(filled[1] & (filled[0] | filled[2]))
        return below - above - 1

    def best(self) -> tuple[float, list[int]]:
        """Return the least that speaks against a way, and where its rows begin."""
        costs, starts = [0.0], [0]
        for end in range(1, len(self.lines) + 1):
            costs.append(float("inf"))
            starts.append(end - 1)
        for start in range(len(self.lines)):
            for end, cost in self._from(start):
                if costs[start] + cost < costs[end]:
                    costs[end], starts[end] = costs[start] + cost, start
        at, made = len(self.lines), list[int]()
        while at:
            at = starts[at]
            made.append(at)
        return costs[-1], made[::-1]

    def _from(self, start: int) -> list[tuple[int, float]]:
        """The ends of rows that may begin with a line, and what speaks against each."""
        if self.lines[start].tittel:
            return [(start + 1, 0.0)]
        made, sure = list[tuple[int, float]](), 0.0
        spans, numbers, broken = dict[int, tuple[int, int]](), set[int](), False
        for at in range(start, min(len(self.lines), start + _HIGHEST)):
            line = self.lines[at]
            if at > start and line.tittel:
                break
            for column, before, together, apart in self.pairs[at]:
                sure += together if before >= start else apart
                spans[column] = spans.get(column, (at, at))[0], at
            if at > start:
                sure += _BLANK * (line.luft - self.least) + _BREAK * line.ny_side
                broken = broken or line.ny_side
            if at in self.counted:
                numbers.add(self.counted[at])
                # the rest of a number that is begun above
                sure += _NONE * (self.above[at] < start and self.counted.get(self.above[at]) == self.counted[at])
            sure_now = sure + _NONE * (len(numbers) > 1)
            if not made:
                least = sure_now
            elif sure_now - least > _PRUNED:
                break
            made.append((at + 1, sure_now + self._against(start, at, spans, numbers, broken)))
        return made

    def _against(self, first: int, last: int, spans: dict[int, tuple[int, int]], numbers: set[int], broken: bool) -> float:
        title = max(spans, default=0) <= self.name and len(spans) < 2 and not numbers
        uncounted = bool(self.counted) and not numbers
        cost = _ROW + _UNNAMED * (self.name not in spans and not title) + _UNCOUNTED * uncounted * (0.5 if title else 1)
        cost -= _UNCOUNTED * 0.5 * (uncounted and title and self.name not in spans)
        if broken:
            return cost
        if not self.middle:
            return cost + _LOW * sum(top > first for top, _ in spans.values())
        off = (abs(top + bottom - first - last) / 2 - 0.5 for top, bottom in spans.values())
        return cost + sum(min(_OFF_MOST, _OFF * one) for one in off if one > 0)
