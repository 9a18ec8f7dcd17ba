"""A table without a grid → its rows and cells: by the ruling lines it has, by space, by where names begin, and by its marks."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from planstrategi.intake.cells import CROSS, LETTERS, NUMBER, is_open, kind_of_mark
from planstrategi.intake.columns import NAVN, NUMMER, column_of, stands_for_year
from planstrategi.intake.pdf.grid import MOST_HEADING_ROWS, Grid, GridCell, headings_again, is_bold
from planstrategi.intake.pdf.headings import heads_columns
from planstrategi.intake.pdf.lines import LOWER, TextLine, column_at, fits, pitch, plain_line, segments
from planstrategi.intake.pdf.row_parting import TableLine, row_starts

# of what is between two years: how far from one of them a mark is of neither, and how near marks stand alike
_BETWEEN, _ALIKE = 0.3, 0.2
# of the space from line to line: what may part rows; and of the height of a line, what does not
_WIDER, _BESIDE = 1.1, 0.85
# how many blank lines more space is as good as, for each line of it; and what speaks for one row where lines stand side by side
_SPACE, _TOGETHER = 6.0, 3.0
# its height, and from where to where it goes
_Rule = tuple[float, float, float]
# of its width: how far a ruling line goes that parts its rows
_ACROSS = 0.6
# the words of a remark with a year in it
_REMARK = 4


class OpenTable:
    """The lines of a table, its bounds, and ruling lines; `before` is the same table above, or its headings."""

    def __init__(self, lines: Sequence[TextLine], bounds: list[float], rules: Sequence[_Rule], before: Grid | None) -> None:
        self.lines, self.bounds = lines, bounds
        # the number of the row above these, on the page before
        self.last = re.sub(r"\D", "", before.rows[-1].texts[0]) or "0" if before else ""
        first, last = lines[0][0].bottom - 1, lines[-1][0].top + 1
        self.rules = [rule for rule in rules if first <= rule[0] <= last]
        self.years, self.shift, self.apart = dict[int, TextLine](), 0.0, False
        heads = [row.celler for row in before.rows] if before else [self.cells([line]) for line in lines[:MOST_HEADING_ROWS]]
        rows = [[(at, cell.lines[0]) for at, cell in enumerate(row) if cell.lines] for row in heads[:MOST_HEADING_ROWS]]
        self.name = next((at for row in rows for at, part in row if column_of(plain_line(part)).rolle == NAVN), 0)
        # «Gjeldende plan fra 2016.» is a remark
        years = ({at: part for at, part in row if len(part) < _REMARK and stands_for_year(plain_line(part))} for row in rows)
        # one alone below the headings is of a plan
        self.years = max(years, key=lambda one: len(one) * (len(one) > 1))
        parts = [[part for line in lines if (part := self._in(line, at))] for at in range(len(bounds) + 1)]
        self.pitch = pitch(*parts)
        self._measure_marks()
        # below headings that are repeated, a row of the page before may go on
        self.heads = headings_again(lines[0], before.rows[0]) if before else 0
        self.headed = not before or self.heads > 0

    def rows(self) -> list[tuple[list[TextLine], list[GridCell]]]:
        """Return the lines and the cells of each row; a cell over several rows stands in the first of them."""
        rows = [[*self.lines[at:end]] for at, end in pairwise([*sorted({0} | self._starts()), len(self.lines)])]
        made = [(row, self.cells(row)) for row in rows]
        middles = [(left + right) / 2 for left, right in pairwise([self.bounds[0] - 20, *self.bounds, self.bounds[-1] + 20])]
        tops = [[top for top, x0, x1 in self.rules if x0 < middle < x1] for middle in middles]
        for at, across in enumerate(tops):
            first = made[0][1][at]
            for (above, _), (row, cells) in pairwise(made):
                parted = [any(above[0][0].top < top < row[0][0].top + 5 for top in one) for one in tops]
                # the ground of one cell parts no others, nor do those of years
                if len(across) > 1 and sum(parted) > 1 and parted[self.name] and not parted[at]:
                    first.lines += cells[at].lines
                    cells[at] = GridCell(flettet="over")
                first = first if cells[at].flettet == "over" else cells[at]
        return made

    def _starts(self) -> set[int]:
        """Which lines begin a row: those below ruling lines, if these part all rows, else by what stands in the cells."""
        if ruled := self._ruled():
            return ruled | {at for at in range(1, len(self.lines)) if self._follows_title(at)}
        head = self._below_headings() if self.headed else 0
        rows = [self._as_cells(at, at == head) for at in range(head, len(self.lines))]
        return {head + at for at in row_starts(rows, self.name, self.last)} if rows else set()

    def _follows_title(self, at: int) -> bool:
        """Whether a line of several cells stands below a title, or apart from what is alone above it."""
        alone, several = (len(segments(line)) for line in self.lines[at - 1 : at + 1])
        return alone == 1 < several and not self._is_beside(at) and (_is_title(self.lines[at - 1]) or self._spaced(at))

    def _ruled(self) -> set[int]:
        """Which lines stand below ruling lines that part all rows."""
        left, right = min(line[0].x0 for line in self.lines), max(line[-1].x1 for line in self.lines)
        wide = Counter[int]()
        for top, x0, x1 in self.rules:
            wide[round(top)] += int(max(0, min(x1, right) - max(x0, left)))
        tops = [top for top, length in wide.items() if length > _ACROSS * (right - left)]
        above = [sum(top < (line[0].top + line[0].bottom) / 2 for top in tops) for line in self.lines]
        ruled = {at for at, (one, two) in enumerate(pairwise(above), 1) if one != two}
        # two lines may be but those around the headings, where more names begin than they part
        names = [part for line in self.lines if (part := self._in(line, self.name)) and part[0].text[0] not in LOWER]
        return ruled if len(tops) > 2 or len(names) == len(ruled) + 1 else set()

    def _below_headings(self) -> int:
        """The first line below the headings: a name begins there, or a title, or there is more space."""
        for at in (at for at in range(1, len(self.lines)) if not self._is_beside(at)):
            line = self.lines[at]
            heads = line[0].text[0] in LOWER or column_of(plain_line(segments(line)[0])).rolle in (NAVN, NUMMER)
            begins = (
                (self._in(line, self.name) and not heads) or self._spaced(at) or _is_title(line) or not fits(line, self.bounds)
            )
            if at == self.heads or (begins and column_at(line[0], self.bounds) <= self.name):
                return at
        return len(self.lines)

    def _as_cells(self, at: int, first: bool) -> TableLine:
        """A line as its cells, and how much more space parts it from the one above than lines have between them."""
        beside, space = self._is_beside(at), max(0.0, self._gap(at) / self.pitch - _WIDER) * _SPACE
        cells = [cell.lines[0] if cell.lines else [] for cell in self.cells([self.lines[at]])]
        above = [] if first or _is_title(self.lines[at - 1]) else self._in(self.lines[at - 1], self.name)
        # neither the rest of a bold name nor one that others stand beside
        title = _is_title(self.lines[at]) and not (beside or self._is_beside(at + 1) or is_open(plain_line(above)))
        return TableLine(cells, (-_TOGETHER if beside else space) * (not first), tittel=title)

    def _is_beside(self, at: int) -> bool:
        """Whether a line stands beside the one above it, and not below: they are of one row."""
        return 0 < at < len(self.lines) and self._gap(at) <= _BESIDE * self.lines[at][0].height

    def _gap(self, at: int) -> float:
        return self.lines[at][0].top - self.lines[at - 1][0].top

    def _spaced(self, at: int) -> bool:
        return self._gap(at) > _WIDER * self.pitch or abs(self.lines[at][0].height - self.lines[at - 1][0].height) > 1

    def _in(self, line: TextLine, column: int) -> TextLine:
        return next((part for part in segments(line) if column_at(part[0], self.bounds) == column), [])

    def cells(self, lines: Sequence[TextLine]) -> list[GridCell]:
        """Return the cells of a row."""
        cells = [GridCell() for _ in range(len(self.bounds) + 1)]
        for line in lines:
            taken = -1
            for part in segments(line):
                at, between = self._place(part)
                # two texts of one line that are wide apart are of two columns
                near = at == taken and at < len(self.bounds) and self.bounds[at] - part[-1].x1 < 2 * part[0].height
                taken = at + near
                cells[taken].lines.append(part)
                cells[taken + (between and not near)].flettet = "kanskje" if between else ""
        if len(lines) == len(segments(lines[0])) == 1 and not fits(lines[0], self.bounds):
            return [GridCell([lines[0]]), *[GridCell(flettet="venstre") for _ in self.bounds]]
        return cells

    def _place(self, part: TextLine) -> tuple[int, bool]:
        """The column of a text, and whether it stands between its year and the next."""
        shift = 0.0 if plain_line(part).isdecimal() else self.shift
        for at in self.years.keys() & {year - 1 for year in self.years}:
            first, last = _middle(self.years[at]), _middle(self.years[at + 1])
            share = (_middle(part) - shift - first) / (last - first)
            if shift and -0.5 < share < 1.5:
                return at + (share > 0.5), False
            if self.apart and _BETWEEN < share < 1 - _BETWEEN:
                return at, True
        return column_at(part[0], self.bounds), False

    def _measure_marks(self) -> None:
        """Measure how far to the right of its year each mark stands: all alike, of which one is outside them, or apart."""
        years = sorted(map(_middle, self.years.values()))
        wide = min((b - a for a, b in pairwise(years)), default=0.0)
        parts = [part for line in self.lines for part in segments(line) if not plain_line(part).isdecimal()]
        stand = [_middle(one) for one in parts if column_at(one[0], self.bounds) in self.years or _is_mark(plain_line(one))]
        marks = [at for at in stand if wide and years[0] - wide < at < years[-1] + wide and at not in years]
        off = [(mark - years[0]) % wide / wide for mark in marks]
        self.apart = bool(off) and max(off) - min(off) > _ALIKE
        if off and not self.apart and _BETWEEN < max(off) < 1 - _BETWEEN:
            self.shift = wide * (max(off) if max(marks) > years[-1] else max(off) - 1 if min(marks) < years[0] else 0)


def in_row(lines: Sequence[TextLine], rows: Sequence[tuple[float, float]]) -> bool:
    """Return whether the first of some lines stands between two ruling lines that part rows, and above no headings there."""
    own = [[line for line in lines if top < line[0].top < end] for top, end in rows if top < lines[0][0].top < end]
    return any(not any(heads_columns([line]) for line in row) for row in own)


def _is_title(line: TextLine) -> bool:
    return len(segments(line)) == 1 and is_bold([line])


def _is_mark(text: str) -> bool:
    kind = kind_of_mark(text)
    # a small letter may be the end of a word
    return kind == CROSS or (kind in (LETTERS, NUMBER) and text[0] not in LOWER)


def _middle(part: TextLine) -> float:
    return (part[0].x0 + part[-1].x1) / 2
