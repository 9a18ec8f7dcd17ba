"""A table of a PDF on its way: its rows page by page, put together where it goes on, and its cells made into text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile

from planstrategi.intake.cells import JOINED, is_open, looks_like_plan
from planstrategi.intake.columns import FILLED_IN, MAYBE_NAME, NAVN, column_of, is_heading
from planstrategi.intake.document import PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.pdf.lines import LOWER, NUMBER_OF_ROW, TextLine, plain_line, segments, text_of_lines
from planstrategi.intake.words import begins, word_list

# how near what is one stands on two pages; a heading has no more rows than this
NEAR_ENOUGH, MOST_HEADING_ROWS = 3.0, 4
# of a cell, to each side, where nobody has chosen another
_PADDING = 5.4
# a year alone, which no name of a plan is
_YEAR = re.compile(r"['’]?\d\d|20\d\d")
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
# what stands before the years of a plan may be two sentences, and a heading is none
_SENTENCE = re.compile(r"(?:[a-zæøå]{5}|\d{4})\. [A-ZÆØÅ]")


@dataclass
class GridCell:
    """A cell: its lines, its ground, how it is merged, and its left and right edge where lines draw them."""

    lines: list[TextLine] = field(default_factory=list)
    farge: str = ""
    flettet: str = ""
    box: tuple[float, float] | None = None


@dataclass
class GridRow:
    """A row: its page, where on it, and its cells."""

    side: int
    top: float
    bottom: float
    celler: list[GridCell]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells, line after line."""
        return tuple(" ".join(map(plain_line, cell.lines)) for cell in self.celler)


@dataclass
class Grid:
    """A table: its rows, and the bounds between its columns."""

    rows: list[GridRow]
    bounds: list[float]
    ramme: bool

    @property
    def headed(self) -> bool:
        """Whether it begins with the headings of its columns."""
        return names_columns(self.rows[0].texts)

    @property
    def lines(self) -> list[TextLine]:
        """The lines of its cells."""
        return [line for row in self.rows for cell in row.celler for line in cell.lines]


def text_alone(lines: Sequence[TextLine]) -> str:
    """Return the text of lines, as if the longest of them were as long as there was room for."""
    return text_of_lines(lines, max(line[-1].x1 for line in lines), frozenset()).replace(JOINED, "")


def names_columns(texts: Sequence[str]) -> bool:
    """Return whether texts are the headings of columns: that of the plans among them, or years."""
    roles, years = {column_of(text).rolle for text in texts}, [int(text[-2:]) for text in texts if _YEAR.fullmatch(text)]
    # «Planbehov» heads names beside who is responsible for them
    # and «Hva skal lages» does beside several others
    maybe = roles.issuperset(("ansvarlig", "ord")) and len(roles - {""}) > 3
    # the ends of two cells may be years as well, that do not follow each other
    follow = len(years) > 2 or any(below - year == 1 for year, below in pairwise(years))
    named = follow or NAVN in roles or maybe or roles.issuperset((MAYBE_NAME, "ansvarlig"))
    # one of several, beside that of the plans, may begin on the line above: «Politisk» over «vedtak»
    small = sum(text[0] in LOWER for text in texts if text)
    said = any(_SENTENCE.search(text) or (text.endswith(":") and begins(word_list().forklaring, text)) for text in texts[:1])
    said |= any(map(FILLED_IN.search, texts))
    return named and not said and small <= len(texts) // 4 * (NAVN in roles) and is_heading(texts)


def is_headings(grid: Grid) -> bool:
    """Return whether a table has nothing but the headings of columns."""
    texts = [" ".join(filter(None, column)) for column in zip(*(row.texts for row in grid.rows), strict=True)]
    return len(grid.rows) <= MOST_HEADING_ROWS and names_columns(texts)


def _repeats(above: Grid, below: Grid) -> bool:
    """Whether a table begins with the same headings as another, each in its place."""
    own, parts = ([cell.lines[0] for cell in one.rows[0].celler if cell.lines] for one in (above, below))
    return _are_alike(own, parts)


def _are_alike(own: Sequence[TextLine], parts: Sequence[TextLine]) -> bool:
    pairs = zip(own, parts, strict=False)
    alike = (plain_line(one) == plain_line(part) and abs(one[0].x0 - part[0].x0) < NEAR_ENOUGH for one, part in pairs)
    return len(own) == len(parts) and all(alike)


def headings_again(line: TextLine, row: GridRow) -> int:
    """Return how many lines the headings in a row have if a line is the first of them again, each in its place; else 0."""
    first = [part for cell in row.celler for part in cell.lines if part[0].top < row.top + 1]
    return max(len(cell.lines) for cell in row.celler) if _are_alike(first, segments(line)) else 0


def same_columns(above: Grid, below: Grid) -> bool:
    """Return whether the columns of a table are those of the one above it, and it has no headings of its own."""
    near = all(abs(a - b) < 2 * NEAR_ENOUGH for a, b in zip(above.bounds, below.bounds, strict=False))
    alike = len(above.bounds) == len(below.bounds) and (near or _repeats(above, below))
    return alike and not (below.headed and below.rows[0].texts not in [row.texts for row in above.rows[:MOST_HEADING_ROWS]])


def goes_on(above: Grid, below: Grid) -> bool:
    """Return whether a table goes on from the one above it, on its page or on the next, or that one has its headings."""
    pages = below.rows[0].side - above.rows[-1].side
    headed = not pages and is_headings(above) and len(above.bounds) == len(below.bounds)
    # the grounds of headings may be all that is drawn on a page, and hold the columns of the next
    alike = not pages or above.ramme == below.ramme or above.bounds == below.bounds or _repeats(above, below)
    return headed or (pages in (0, 1) and alike and same_columns(above, below))


def join(above: Grid, below: Grid) -> None:
    """Put the rest of a table to it, without the headings that are repeated; on a new page it may begin in the last row."""
    pairs = zip(above.rows[:MOST_HEADING_ROWS], below.rows, strict=False)
    # the card of a plan has no headings, and may begin as the first does
    headed = len(above.rows[0].celler) > 2 or above.headed
    headings = [row for row, again in takewhile(lambda pair: headed and pair[0].texts == pair[1].texts, pairs)]
    # the title of a section may be that of the first
    rows = below.rows[len(headings) - (len(headings) > 1 and len([*filter(None, headings[-1].texts)]) == 1) :]
    name = next((at for at, text in enumerate(above.rows[0].texts) if column_of(text).rolle == NAVN), 1)
    if rows and above.rows[-1].side < rows[0].side and _rest_of(above.rows[-1], rows[0], name):
        for old, more in zip(above.rows[-1].celler, rows[0].celler, strict=True):
            old.lines += more.lines
        above.rows[-1].side, rows = rows[0].side, rows[1:]
    above.rows += rows
    if rows:
        above.bounds, above.ramme = below.bounds, below.ramme


def _rest_of(row: GridRow, below: GridRow, name: int) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before, in a table with its names in a column.

    It then has text only where that one is filled to the bottom, and mostly not in all of its columns.
    """
    filled, had = ([at for at, text in enumerate(one.texts) if text] for one in (below, row))
    if not set() < set(filled) <= set(had):
        return False
    # a narrow column breaks numbers
    numbered = [bool(NUMBER_OF_ROW.fullmatch(one.texts[filled[0]].replace(" ", ""))) for one in (row, below)]
    # a number may be broken as well, beside a name that goes on
    counted = (all(numbered) or (numbered[1] and not filled[0])) and not below.texts[name][:1].islower()
    # what is merged over the whole width, or has a ground or letters of its own, heads the rows below
    cells = [(one.celler[-1].flettet, one.celler[filled[0]]) for one in (row, below)]
    looks = {(merged, cell.farge, round(cell.lines[0][0].height)) for merged, cell in cells}
    if counted or len(looks) > 1 or [is_bold(cell.lines) for _, cell in cells] == [False, True]:
        return False
    ends = [row.celler[at].lines[-1][0].bottom for at in had]
    deep = all(row.celler[at].lines[-1][0].bottom > max(ends) - 1.5 * row.celler[at].lines[-1][0].height for at in filled)
    above, first = (text_alone(one.celler[filled[0]].lines) for one in (row, below))
    if not deep or not first[0].isupper() or is_open(above):
        return deep
    # a name that begins with a capital is most likely one more plan, and so is what follows a full stop
    ended = any(row.texts[at].endswith(".") and below.texts[at][0].isupper() for at in filled)
    return filled != had and not ended and (filled[0] > max(1, had[0], name) or not looks_like_plan(first))


def as_printed(grid: Grid, known: frozenset[str]) -> PrintedTable:
    """Return the table with its cells as text; `known` are words that are whole for certain."""
    texts = iter([text_of_lines(cell.lines, right, known) for cell, right in cells_to_limits(grid)])
    made = [tuple(PrintedCell(next(texts), one.farge, one.flettet, *_bold(one.lines)) for one in row.celler) for row in grid.rows]
    numbers = [number for _, of_page in groupby(grid.rows, key=lambda row: row.side) for number, _ in enumerate(of_page, 1)]
    rows = (PrintedRow(f"side {row.side}, rad {at}", cells) for row, at, cells in zip(grid.rows, numbers, made, strict=True))
    return PrintedTable(f"side {grid.rows[0].side}", tuple(rows))


def cells_to_limits(grid: Grid) -> Iterator[tuple[GridCell, float]]:
    """Yield the cells of a table, each with where its lines end at the latest; a merged one reaches as far as it is merged."""
    right = [_limit(grid, at) for at in range(len(grid.rows[0].celler))]
    for row in grid.rows:
        for at, cell in enumerate(row.celler):
            yield cell, max(right[at : _end(row, at) + 1])


def _limit(grid: Grid, at: int) -> float:
    """Where text in a column ends at the latest: as far from the next column as it begins from its own edge."""
    cells = [cell for row in grid.rows if _end(row, at) == at and (cell := row.celler[at]).lines]
    longest = max((line[-1].x1 for cell in cells for line in cell.lines), default=0.0)
    lefts = [min(line[0].x0 for line in cell.lines) for cell in cells]
    if boxes := [(cell.box, left) for cell, left in zip(cells, lefts, strict=True) if cell.box]:
        return max(longest, max(box[1] for box, _ in boxes) - min(max(0.0, left - box[0]) for box, left in boxes))
    following = [line[0].x0 for row in grid.rows if at + 1 < len(row.celler) for line in row.celler[at + 1].lines]
    return max(longest, min(following, default=0.0) - 2 * _PADDING)


def _end(row: GridRow, at: int) -> int:
    """The last column that a cell stretches over."""
    while at + 1 < len(row.celler) and row.celler[at + 1].flettet == "venstre":
        at += 1
    return at


def _bold(lines: Sequence[TextLine]) -> tuple[bool, str]:
    """Whether all of some lines is printed bold, and what is in their beginning where the rest is not."""
    head = takewhile(lambda word: _BOLD.search(word.font), (word for line in lines for word in line))
    return (True, "") if is_bold(lines) else (False, " ".join(word.text for word in head))


def is_bold(lines: Sequence[TextLine]) -> bool:
    """Return whether all of some lines is printed bold."""
    return bool(lines) and all(_BOLD.search(word.font) for line in lines for word in line)
