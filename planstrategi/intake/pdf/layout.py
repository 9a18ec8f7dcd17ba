"""A page → its paragraphs and tables: tables by their ruling lines, else by where words stand."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise
from typing import Any

from planstrategi.intake.cells import clean_cell
from planstrategi.intake.document import Paragraph
from planstrategi.intake.pdf.drawn import PageParts, Word
from planstrategi.intake.pdf.grid import NEAR_ENOUGH, Grid, GridCell, GridRow, headings_again, is_bold, is_headings, same_columns
from planstrategi.intake.pdf.headings import bounds_below, heads_columns, heads_other, is_prose, laid_down, list_off, titles_off
from planstrategi.intake.pdf.lines import (
    TextLine,
    columns_of,
    fits,
    paragraphs_in,
    parted_at,
    pitch,
    plain_line,
    printed_lines,
    segments,
)
from planstrategi.intake.pdf.open_table import OpenTable, in_row
from planstrategi.intake.pdf.pairs import pair_rows, pairs_in

# the part of a page, above and below, where running heads stand
_EDGE = 0.13
_PAGE_NUMBER = re.compile(r"side\s*\d+(?:\s*(?:av|/)\s*\d+)?|\d+\s*(?:av|/)\s*\d+", re.IGNORECASE)
# how far the number of a page may be from its place in the file; lines of a row, of which one has most of its cells
_FRONT_PAGES, _FIRST = 30, 4
# of the height of a line: how near the sign of a legend is before it, and how high it is at most; and of words, that of a title
_BESIDE, _SIGN, _LARGER = 2, 4, 1.25
_Placed = tuple[float, Paragraph | Grid]


class PageLayout:
    """A page: its words as lines, its ruled tables, and its coloured areas."""

    def __init__(self, number: int, page: PageParts) -> None:
        self.number, self.height, self.grounds, self.rules, self.rows = number, page.height, page.grounds, page.rules, page.rows
        self.lines = printed_lines(page.words)
        self.ruled = [one for one in page.tables if len(one.cells) > 1 and self._is_grid(one)]
        self.lines, self.turned = laid_down(self.lines, lambda line: any(_inside(line[0], one.bbox) for one in self.ruled))

    def parts(self, heads: Set[tuple[int, str]], before: Grid | None) -> Iterator[Paragraph | Grid]:
        """Yield what stands on the page, from the top."""
        ruled = [one for one in self.ruled if any(not self._runs(line, heads) for line in self._cell(one.bbox).lines)]
        drawn = [(one.bbox, self._ruled(one)) for one in ruled]
        # a row alone is no table but where one goes on from the page before or has its columns, or as the headings of one
        goes_on, held = before and before.ramme, [grid.bounds for _, grid in drawn if len(grid.rows) > 1]
        # the ground of a row is none of its own
        whole = [is_headings(grid) or (grid.bounds in held and not self._ground(box)) for box, grid in drawn]
        drawn = [one for one, own in zip(drawn, whole, strict=True) if own or goes_on or len(one[1].rows) > 1]
        boxes, grids = [box for box, _ in drawn], [grid for _, grid in drawn]
        found: list[_Placed] = [(box[1], grid) for box, grid in drawn]
        free = [line for line in self.lines if not any(_inside(line[0], box) for box in boxes) and not self._runs(line, heads)]
        above = [before if before and before.rows[-1].side == self.number - 1 else None, *grids]
        # what stands at the end of a page far below all else is the foot of a print of one page
        *gaps, last = [pitch(free), *(below[0].top - line[0].top for line, below in pairwise(free))]
        end = len(free) - (last > 2 * max(gaps, default=last) and free[-1][0].bottom > (1 - _EDGE) * self.height)
        found += [*self._block(free[end:], []), *self._block(self.turned, [])]
        for number, group in groupby(free[:end], key=lambda line: sum(box[1] < line[0].top for box in boxes)):
            grid, (lines, listed) = above[number], list_off([*group])
            # what stands right above headings is the title of their table
            headed = number < len(grids) and grids[number].headed
            lines, titles = titles_off(lines) if headed else (lines, [])
            # the titles of sections may part a table that is ruled
            inside = grid and number and number < len(grids) and same_columns(grid, grids[number])
            own = grid and not grid.ramme and any(fits(line, grid.bounds) for line in lines[bool(listed) :])
            # grounds alone may hold some of the rows, as those of the headings and of a title
            ends = (grid.rows[:2], grid.rows[-2:]) if grid else ()
            coloured = all(any(cell.farge for row in own for cell in row.celler) for own in ends)
            striped = grid and coloured and any(len(columns_of(line, grid.bounds)) > 2 for line in lines[:_FIRST])
            bare = next(iter(grids[number:] if not headed else ()), None)
            found += self._free(lines, grid if grid and (own or inside or striped or is_headings(grid)) else None, bare)
            found += [*self._block(titles, []), *self._block(listed, [])]
        yield from (part for _, part in sorted(found, key=lambda pair: pair[0]))

    def _runs(self, line: TextLine, heads: Set[tuple[int, str]]) -> bool:
        """Whether a line is a running head, or the number of the page."""
        return bool(self._keys(line) & heads) or (self._at_edge(line) and bool(_PAGE_NUMBER.fullmatch(plain_line(line))))

    def _at_edge(self, line: TextLine) -> bool:
        return line[0].top < _EDGE * self.height or line[0].bottom > (1 - _EDGE) * self.height

    def _keys(self, line: TextLine) -> set[tuple[int, str]]:
        """Where a line stands with its text, also with the number that follows that of the page made alike on all pages."""
        text, top = plain_line(line), line[0].top
        # pages may be of two heights
        place = top - self.height if top > self.height / 2 else top
        numbers = (found for found in re.finditer(r"\d+", text) if abs(int(found[0]) - self.number) < _FRONT_PAGES)
        alike = [f"{text[: one.start()]}#{int(one[0]) - self.number}{text[one.end() :]}" for one in numbers]
        # two that are as near as that have a place in common
        return {(int(place / NEAR_ENOUGH) + more, told) for more in (0, 1) for told in (text, *alike)}

    def head_texts(self, heads: Set[tuple[int, str]]) -> list[str]:
        """Return the running heads of the page, that above and that below."""
        lines = (line for line in self.lines if self._keys(line) & heads and not plain_line(line).isdecimal())
        return [" ".join(map(plain_line, own)) for _, own in groupby(lines, key=lambda line: line[0].top > self.height / 2)]

    def edge_lines(self) -> set[tuple[int, str]]:
        """Return the lines where running heads stand, by place and text."""
        # a running head may stand in a box
        inside = [table.bbox for table in self.ruled if len(table.rows) > 2]
        edges = filter(self._at_edge, self.lines)
        free = (line for line in edges if not heads_columns([line]) and not any(_inside(line[0], box) for box in inside))
        return set[tuple[int, str]]().union(*map(self._keys, free))

    def _is_grid(self, table: Any) -> bool:
        """Whether ruling lines part all columns: no cell then has words wide apart, and a merged one never."""
        narrow = min(box[2] - box[0] for box in table.cells)
        cells = [(box[2] - box[0] > 1.8 * narrow, lines) for box in table.cells if (lines := self._cell(box).lines)]
        apart = [wide for wide, lines in cells if any(len(segments(line)) > 1 for line in (lines if wide else lines[:1]))]
        # coloured rows alone do not hold what stands between them
        rows = self._ruled(table).rows
        both = any(_holds_both(*pair) for pair in pairwise(rows))
        held = sum(len(line) for row in rows for cell in row.celler for line in cell.lines)
        whole = held >= sum(_inside(word, table.bbox) for line in self.lines for word in line)
        # nor does a cell beside rows that lines part
        ends = [(row.bbox[1] + NEAR_ENOUGH, min(box[3] for box in row.cells if box) - NEAR_ENOUGH) for row in table.rows]
        wide = [y for y, x0, x1 in self.rules if 2 * (x1 - x0) > table.bbox[2] - table.bbox[0]]
        beside = any(top < y < bottom for top, bottom in ends for y in wide)
        return (
            bool(cells)
            and whole
            and not (both or beside or self._is_shade(table))
            and len(apart) <= 0.2 * len(cells)
            and sum(apart) < 2
        )

    def _is_shade(self, table: Any) -> bool:
        """Whether a table is but the grounds of some columns, as of years, in rows that go on to both sides."""
        words = [word for line in self.lines for word in line] if all(map(self._ground, table.cells)) else []
        beside = [[one for one in words if row.bbox[1] < (one.top + one.bottom) / 2 < row.bbox[3]] for row in table.rows]
        left, right = table.bbox[0], table.bbox[2]
        both = [one for one in beside if any(word.x1 < left for word in one) and any(word.x0 > right for word in one)]
        return 2 * len(both) > len(table.rows)

    def _ruled(self, table: Any) -> Grid:
        edges = sorted({cell[0] for cell in table.cells})
        rows = list[GridRow]()
        for row in table.rows:
            cells, bottom = [], min(box[3] for box in row.cells if box)
            for at, (box, (left, right)) in enumerate(zip(row.cells, pairwise([*edges, table.bbox[2]]), strict=True)):
                # lines may be left out between the cells of a row
                box = None if box and self._holds_cells(box, edges) else box
                own = box or (left, row.bbox[1], right, bottom)
                x, y = left + NEAR_ENOUGH, own[1] + NEAR_ENOUGH
                boxes = (one for one in table.cells if not (box or self._holds_cells(one, edges)))
                over = next((one for one in boxes if one[0] < x < one[2] and one[1] < y < one[3]), None)
                # what lines do not reach is a place of its own, if there is one above it
                top = any(x0 < x < x1 and abs(edge - own[1]) < NEAR_ENOUGH for edge, x0, x1 in self.rules)
                flettet = "" if box or (top and not over) else "venstre" if over and over[1] >= own[1] else "over"
                cells.append(GridCell(flettet=flettet) if flettet else self._cell(own))
                if flettet == "over" and not over:
                    # what is merged without a line around it is of the first of its rows
                    first = next((one.celler[at] for one in reversed(rows) if one.celler[at].flettet != "over"), cells[at])
                    first.lines += self._cell(own).lines
            rows.append(GridRow(self.number, row.bbox[1], row.bbox[3], cells))
        return Grid(rows, edges[1:], True)

    def _holds_cells(self, box: tuple[float, float, float, float], edges: Sequence[float]) -> bool:
        """Whether words of a cell that is merged over columns stand apart, each part within one of them."""
        inside = [edge for edge in edges if box[0] + NEAR_ENOUGH < edge < box[2] - NEAR_ENOUGH]
        lines = self._cell(box).lines[:1] if inside else []
        return any(len(segments(line)) > 1 and fits(line, inside) for line in lines)

    def _cell(self, box: tuple[float, float, float, float]) -> GridCell:
        inside = [word for line in self.lines for word in line if _inside(word, box)]
        return GridCell(printed_lines(inside), self._ground(box), "", (box[0], box[2]))

    def _ground(self, box: tuple[float, float, float, float]) -> str:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return next((area.farge for area in reversed(self.grounds) if area.x0 < x < area.x1 and area.top < y < area.bottom), "")

    def _free(self, lines: list[TextLine], before: Grid | None, after: Grid | None) -> Iterator[_Placed]:
        """The paragraphs and tables that no lines hold, among them the headings of the ruled table that comes `after`."""
        above, bounds, head = before, before.bounds if before else [], before.lines[:1] if before else []
        block: list[TextLine] = []
        for at, line in enumerate(lines):
            # what is not bold is no heading where headings are
            heading = heads_columns(lines[at:], block, bounds) and not (bounds and is_bold(head) and not is_bold([line]))
            heading = heading or (bool(bounds) and is_bold(head) and heads_other(block, lines[at:]))
            line = line if fits(line, bounds) else parted_at(line, bounds)
            # the title of what stands on the next page may end this one
            title = is_bold([line])
            own = [word.height for one in block or (before.lines if before else []) for word in one]
            # the titles in a table are no larger than it
            stands_out = title and line[0].height > _LARGER * max(own, default=line[0].height)
            # a row of several cells may have one that is merged
            over = bool(bounds) and (stands_out or not fits(segments(line)[0], bounds)) and len(segments(line)) < 3
            below = lines[at + 1 : at + (7 if title else 4)]
            # a table may go on below, without headings of its own
            following = [one for one in below if len(columns_of(parted_at(one, bounds), bounds)) > 1]
            # running text ends a table, also where the table of something else follows; right below headings it is a title
            ends = not following or heads_columns(following[:1]) or ((before or block != head) and is_prose(line))
            over = over and bool(below or not title) and bool(ends) and (stands_out or not in_row(lines[at:], self.rows))
            if heading or over:
                block, titles = titles_off(block, before.lines if before else ()) if bounds and block else (block, [])
                yield from self._block(block, bounds, before)
                yield from self._block(titles, [])
                # below the same headings again, a table is parted as it was
                before = above if heading and above and headings_again(line, above.rows[0]) else None
                block, head, bounds = [], [line], before.bounds if before else bounds_below(lines[at:]) if heading else []
                held = after.bounds if heading and after and all(fits(one, after.bounds) for one in lines[at:]) else []
                bounds = max(bounds, held, key=len)
            block.append(line)
        yield from self._block(block, bounds, before)

    def _block(self, lines: list[TextLine], bounds: list[float], before: Grid | None = None) -> Iterator[_Placed]:
        if bounds and lines:
            table = OpenTable(lines, bounds, self.rules, before)
            yield lines[0][0].top, Grid([self._row(*row, bounds) for row in table.rows()], bounds, False)
            return
        for run, bound in pairs_in(lines):
            if bound:
                yield run[0][0].top, Grid([self._row(*row, [bound]) for row in pair_rows(run, bound)], [bound], False)
            else:
                yield from self._paragraphs(run)

    def _paragraphs(self, lines: list[TextLine]) -> Iterator[_Placed]:
        # signs may stand beside each other, each before its words
        apart = [segments(line) if all(map(self._sign, segments(line))) else [line] for line in lines]
        for farge, beside in groupby((part for parts in apart for part in parts), key=self._sign):
            for paragraph, text in paragraphs_in([*beside]):
                heading = len(text) < 150 and is_bold(paragraph)
                yield paragraph[0][0].top, Paragraph(f"side {self.number}", clean_cell(text), heading, farge)

    def _sign(self, line: TextLine) -> str:
        """The colour of a low area without words right before a line, as a legend has it, how wide it may be."""
        first, size = line[0], line[0].height
        near = (one for one in self.grounds if 0 < first.x0 - one.x1 < _BESIDE * size and one.bottom - one.top < _SIGN * size)
        return next((one.farge for one in near if one.top < (first.top + first.bottom) / 2 < one.bottom), "")

    def _row(self, lines: list[TextLine], cells: list[GridCell], bounds: list[float]) -> GridRow:
        top, bottom = lines[0][0].top, max(word.bottom for line in lines for word in line)
        for at, (left, right) in enumerate(pairwise([lines[0][0].x0 - 1, *bounds, bounds[-1] + 20])):
            cells[at].farge = self._ground((left, top, right, bottom))
        return GridRow(self.number, top, bottom, cells)


def _holds_both(above: GridRow, row: GridRow) -> bool:
    """Whether the cells of a row hold the lines of the next as well, as where just one cell in each has a ground of its own."""
    over = [one for one, below in zip(above.celler, row.celler, strict=True) if below.flettet == "over"]
    return len(over) == len(row.celler) - 1 > 2 and sum(len(one.lines) > 1 for one in over) > 1


def _inside(word: Word, box: Sequence[float]) -> bool:
    return box[0] <= (word.home or (word.x0 + word.x1) / 2) <= box[2] and box[1] <= (word.top + word.bottom) / 2 <= box[3]
