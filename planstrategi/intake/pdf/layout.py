"""A page → its paragraphs and tables: tables by their ruling lines, else by where words stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise
from typing import Any

from planstrategi.intake.cells import clean_cell
from planstrategi.intake.columns import AAR, MAYBE_NAME, column_of
from planstrategi.intake.document import Paragraph
from planstrategi.intake.pdf.drawn import PageParts, Word
from planstrategi.intake.pdf.grid import (
    MOST_HEADING_ROWS,
    NEAR_ENOUGH,
    Grid,
    GridCell,
    GridRow,
    is_bold,
    names_columns,
    text_alone,
)
from planstrategi.intake.pdf.lines import (
    TextLine,
    column_at,
    column_bounds,
    fits,
    pitch,
    plain_line,
    printed_lines,
    rows_of_lines,
    runs_of_lines,
    segments,
    text_of_lines,
)

# the part of a page, above and below, where running heads stand
_EDGE = 0.12
# how far the number of a page may be from its place in the file
_FRONT_PAGES = 30


_Placed = tuple[float, Paragraph | Grid]


class PageLayout:
    """A page: its words as lines, its ruled tables, and its coloured areas."""

    def __init__(self, number: int, page: PageParts) -> None:
        self.number, self.height, self.grounds, self.rules = number, page.height, page.grounds, page.rules
        self.lines, self.drawn = printed_lines(page.words), page.tables
        self.ruled = [one for one in page.tables if len(one.cells) > 1 and self._is_grid(one)]

    def parts(self, heads: Set[tuple[int, str]], before: Grid | None) -> Iterator[Paragraph | Grid]:
        """Yield what stands on the page, from the top."""
        # a row alone is no table but where one goes on from the page before
        self.ruled = [table for table in self.ruled if len(table.rows) > 1 or (before and before.ramme)]
        boxes = [table.bbox for table in self.ruled]
        found: list[_Placed] = [(table.bbox[1], self._ruled(table)) for table in self.ruled]
        free = [line for line in self.lines if not any(_inside(line[0], box) for box in boxes) and not self._keys(line) & heads]
        found += self._free(free, before if before and not before.ramme and before.rows[-1].side == self.number - 1 else None)
        yield from (part for _, part in sorted(found, key=lambda pair: pair[0]))

    def _keys(self, line: TextLine) -> set[tuple[int, str]]:
        """Where a line stands with its text, also with the number that follows that of the page made alike on all pages."""
        text = plain_line(line)
        numbers = (found for found in re.finditer(r"\d+", text) if abs(int(found[0]) - self.number) < _FRONT_PAGES)
        alike = [f"{text[: one.start()]}#{int(one[0]) - self.number}{text[one.end() :]}" for one in numbers][:1]
        return {(round(line[0].top / NEAR_ENOUGH), told) for told in (text, *alike)}

    def head_text(self, heads: Set[tuple[int, str]]) -> str:
        """Return the running heads of the page, above and below."""
        return " ".join(plain_line(line) for line in self.lines if self._keys(line) & heads and not plain_line(line).isdecimal())

    def edge_lines(self) -> set[tuple[int, str]]:
        """Return the lines where running heads stand, by place and text."""
        inside = [table.bbox for table in self.ruled]
        edges = (line for line in self.lines if line[0].top < _EDGE * self.height or line[0].bottom > (1 - _EDGE) * self.height)
        free = (line for line in edges if not _is_heading([line]) and not any(_inside(line[0], box) for box in inside))
        return set[tuple[int, str]]().union(*map(self._keys, free))

    def _is_grid(self, table: Any) -> bool:
        """Whether ruling lines part all columns: no cell then has words wide apart, and a merged one never."""
        narrow = min(box[2] - box[0] for box in table.cells)
        cells = [(box[2] - box[0] > 1.8 * narrow, lines) for box in table.cells if (lines := self._cell(box).lines)]
        apart = [wide for wide, lines in cells if any(len(segments(line)) > 1 for line in (lines if wide else lines[:1]))]
        return len(apart) <= 0.2 * len(cells) and sum(apart) < 2

    def _rules(self, lines: Sequence[TextLine]) -> list[float]:
        """The heights of the ruling lines that part the rows of a table without a grid."""
        left, right = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
        wide: dict[int, float] = defaultdict(float)
        for top, x0, x1 in self.rules:
            wide[round(top)] += max(0, min(x1, right) - max(x0, left))
        return [top for top, length in wide.items() if length > 0.6 * (right - left)]

    def _ruled(self, table: Any) -> Grid:
        edges = sorted({round(cell[0], 1) for cell in table.cells})
        rows = []
        for row in table.rows:
            cells = [self._cell(box) if box else GridCell() for box in row.cells]
            for at, box in enumerate(row.cells):
                left = next((one for one in reversed(row.cells[:at]) if one), None)
                if not box:
                    cells[at].flettet = "venstre" if left and at < len(edges) and left[2] > edges[at] + NEAR_ENOUGH else "over"
            rows.append(GridRow(self.number, row.bbox[1], row.bbox[3], cells))
        return Grid(rows, edges, True)

    def _cell(self, box: tuple[float, float, float, float]) -> GridCell:
        inside = [word for line in self.lines for word in line if _inside(word, box)]
        return GridCell(printed_lines(inside), self._ground(box), "", (box[0], box[2]))

    def _ground(self, box: tuple[float, float, float, float]) -> str:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        over = (area.farge for area in reversed(self.grounds) if area.x0 < x < area.x1 and area.top < y < area.bottom)
        return next(over, "")

    def _free(self, lines: list[TextLine], before: Grid | None) -> Iterator[_Placed]:
        """The paragraphs outside ruled tables, and the tables whose columns are held by the places of words alone."""
        bounds = before.bounds if before and lines and fits(lines[0], before.bounds) else []
        spaced = bool(bounds and before and before.luft)
        block: list[TextLine] = []
        for at, line in enumerate(lines):
            # what stands below a heading, and not under its first column, is the rest of it
            rest = bool(bounds) and 0 < len(block) < MOST_HEADING_ROWS and column_at(line[0], bounds) > 0
            heading = not rest and _is_heading(lines[at:])
            line = line if fits(line, bounds) else _parted(line, bounds)
            over = bool(bounds) and not fits(line, bounds)
            if heading or (over and not _goes_on_below(lines[at + 1 : at + 4], bounds)):
                block, titles = _titles_off(block) if heading and bounds and block else (block, [])
                yield from self._block(block, bounds, spaced)
                yield from self._block(titles, [])
                block, bounds, spaced = [], [], False
            if heading:
                bounds = self._drawn_bounds(line) or column_bounds(_with_years(lines[at:]), lines[at + 1 :])
            block.append(line)
        yield from self._block(block, bounds, spaced)

    def _drawn_bounds(self, line: TextLine) -> list[float]:
        """The bounds of columns as ruling lines draw them around a heading or right below it, empty when they do not."""
        near = [table for table in self.drawn if table.bbox[1] - 4 * line[0].height < line[0].top < table.bbox[3]]
        drawn = [sorted({cell[0] for cell in table.cells})[1:] for table in near]
        return next((one for one in drawn if len(one) + 1 >= len(segments(line)) and fits(line, one)), [])

    def _block(self, lines: list[TextLine], bounds: list[float], spaced: bool = False) -> Iterator[_Placed]:
        if bounds and lines:
            luft = spaced or any(below[0].top - above[0].top > 1.2 * pitch(lines) for above, below in pairwise(lines))
            rows = [self._row(row, bounds) for row in rows_of_lines(lines, bounds, self._rules(lines), luft)]
            yield lines[0][0].top, Grid(rows, bounds, False, luft)
            return
        runs = runs_of_lines(lines, 1.4 * pitch(lines))
        for paragraph in (list(part) for run in runs for _, part in groupby(run, key=lambda line: line[0].font)):
            text = text_of_lines(paragraph, max(line[-1].x1 for line in lines), frozenset())
            heading = len(text) < 150 and is_bold(paragraph)
            yield paragraph[0][0].top, Paragraph(f"side {self.number}", clean_cell(text).replace("\n", " "), heading)

    def _row(self, lines: list[TextLine], bounds: list[float]) -> GridRow:
        cells = [GridCell() for _ in range(len(bounds) + 1)]
        for line in lines:
            taken = -1
            for part in segments(line):
                at = column_at(part[0], bounds)
                # two texts of one line that are wide apart are of two columns
                near = at == taken and at < len(bounds) and bounds[at] - part[-1].x1 < 2 * part[0].height
                taken = at + near
                cells[taken].lines.append(part)
        if len(lines) == len(segments(lines[0])) == 1 and not fits(lines[0], bounds):
            cells = [GridCell([lines[0]]), *[GridCell(flettet="venstre") for _ in bounds]]
        top, bottom = lines[0][0].top, max(word.bottom for line in lines for word in line)
        for at, (left, right) in enumerate(pairwise([lines[0][0].x0 - 1, *bounds, bounds[-1] + 20])):
            cells[at].farge = self._ground((left, top, right, bottom))
        return GridRow(self.number, top, bottom, cells)


def _parted(line: TextLine, bounds: Sequence[float]) -> TextLine:
    """A line of several cells, with words beside a bound apart though a cell is filled to it."""
    near = [any(one.x1 - one.letter <= bound <= two.x0 + one.letter for bound in bounds) for one, two in pairwise(line)]
    near = [*near, False] if len(segments(line)) > 1 else [False] * len(line)
    return [word._replace(x1=word.x1 - word.height) if last else word for word, last in zip(line, near, strict=True)]


def _goes_on_below(lines: Sequence[TextLine], bounds: Sequence[float]) -> bool:
    """Whether a table goes on after a line over its whole width, without headings of its own."""
    following = next((line for line in lines if fits(line, bounds)), None)
    return following is not None and len(segments(following)) > 1 and not _is_heading([following])


def _titles_off(block: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """A table, and the lines at its end that are printed otherwise: the title of what follows."""
    look = Counter((word.font, round(word.height)) for line in block for word in line).most_common(1)[0][0]
    at = len(block)
    while at and len(segments(block[at - 1])) == 1 and (block[at - 1][0].font, round(block[at - 1][0].height)) != look:
        at -= 1
    return block[:at], block[at:]


def _with_years(lines: Sequence[TextLine]) -> TextLine:
    """The first of some lines, that of headings, with the years that stand below it in the place of what is over them."""
    rows = ([*segments(line)] for line in lines[1:MOST_HEADING_ROWS] if line[0].x0 > lines[0][0].x1)
    years = next((row for row in rows if sum(column_of(plain_line(part)).rolle == AAR for part in row) > 1), [])
    beside = [
        part for part in segments(lines[0]) if not any(one[0].x0 < part[-1].x1 and part[0].x0 < one[-1].x1 for one in years)
    ]
    return sorted((word for part in (*beside, *years) for word in part), key=lambda word: word.x0)


def _is_heading(lines: Sequence[TextLine]) -> bool:
    """Whether the first of some lines names columns, with those close below it; running text may have the words too."""
    if len(segments(lines[0])) < 2:
        return False
    run = next(runs_of_lines(lines[:MOST_HEADING_ROWS], 1.2 * pitch(lines[:MOST_HEADING_ROWS])))
    # a row of a table may stand right above the headings of the next
    named = any(column_of(plain_line(part)).rolle == MAYBE_NAME for part in segments(lines[0]))
    for heading in (lines[:1], lines[:1] if named else run):
        bounds = column_bounds(lines[0], heading[1:])
        parts = [part for line in heading for part in segments(line)]
        cells = [[part for part in parts if column_at(part[0], bounds) == at] for at in range(len(bounds) + 1)]
        texts = [text_alone(cell) for cell in cells if cell]
        if names_columns(texts):
            return True
    return False


def _inside(word: Word, box: Sequence[float]) -> bool:
    return box[0] <= (word.home or (word.x0 + word.x1) / 2) <= box[2] and box[1] <= (word.top + word.bottom) / 2 <= box[3]
