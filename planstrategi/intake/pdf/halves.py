"""Pages beside each other on a sheet, and tables beside each other on a page → each as if it were a page of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from pdfplumber.table import Table

from planstrategi.intake.columns import MAYBE_NAME, NAVN, column_of
from planstrategi.intake.pdf.drawn import PageParts, Word
from planstrategi.intake.pdf.lines import TextLine, column_bounds, fits, plain_line, printed_lines, segments

# of the width of a sheet: how far from its middle nothing stands on pages beside each other, and how alike their margins are
_GUTTER, _MARGIN = 0.03, 0.02
# the lines that tell a margin; of the lines to the right, those that at most stand as high as one to the left; and of the
# sheets that tell, more than these have pages beside each other
_LINES, _LEVEL, _FACING = 5, 0.8, 0.8
# the words of a line of running text, at the least
_RUNNING = 4
_FAR = float("inf")


class _Headings(NamedTuple):
    """Headings that begin with that of the plans: the line that they stand on, and their parts."""

    line: int
    parts: list[TextLine]


def facing_pages(sheets: Sequence[PageParts]) -> list[PageParts]:
    """Return the pages of a document whose sheets have two beside each other, as in a leaflet; else the sheets."""
    # in a table, a column may begin where a page would on some of them
    told = [sheet for sheet in sheets if sheet.width > sheet.height and all(_sides(sheet))]
    facing = [sheet for sheet in told if _face(sheet)]
    if len(facing) <= _FACING * len(told):
        return [*sheets]
    return [page for sheet in sheets for page in (_two_pages(sheet) if sheet in facing else [sheet])]


def _sides(sheet: PageParts) -> list[list[Word]]:
    return [[word for word in sheet.words if (word.x0 > sheet.width / 2) == right] for right in (False, True)]


def _face(sheet: PageParts) -> bool:
    """Whether nothing stands in the middle of a sheet, and lines begin right of it as they do left of it, at other heights."""
    middle, near = sheet.width / 2, _GUTTER * sheet.width
    drawn = [*((x0, x1) for _, x0, x1 in sheet.rules), *((word.x0, word.x1) for word in sheet.words)]
    if any(x0 < middle + near and x1 > middle - near for x0, x1 in drawn):
        return False
    halves = [printed_lines(side) for side in _sides(sheet)]
    begun = [Counter(round(line[0].x0) for line in half) for half in halves]
    left, right = (min((at for at, times in half.items() if times >= _LINES), default=-middle) for half in begun)
    tops = {round(line[0].bottom) + off for line in halves[0] for off in (-1, 0, 1)}
    beside = sum(round(line[0].bottom) in tops for line in halves[1])
    return abs(right - left - middle) < _MARGIN * sheet.width and beside < _LEVEL * len(halves[1])


def _two_pages(sheet: PageParts) -> list[PageParts]:
    middle = sheet.width / 2
    left, right = (_part(sheet, box) for box in ((-_FAR, -_FAR, middle, _FAR), (middle, -_FAR, _FAR, _FAR)))
    return [left._replace(width=middle), _moved(right, middle)._replace(width=middle)]


def _moved(page: PageParts, by: float) -> PageParts:
    return page._replace(
        words=[one._replace(x0=one.x0 - by, x1=one.x1 - by, home=one.home and one.home - by) for one in page.words],
        tables=[Table(one.page, [(x0 - by, top, x1 - by, bottom) for x0, top, x1, bottom in one.cells]) for one in page.tables],
        rules=[(y, x0 - by, x1 - by) for y, x0, x1 in page.rules],
        grounds=[one._replace(x0=one.x0 - by, x1=one.x1 - by) for one in page.grounds],
    )


def in_halves(page: PageParts) -> list[PageParts]:
    """Return the parts of a page: what is above a table with a table or text beside it, left, right, and below; else the page."""
    lines = printed_lines(page.words)
    # to look for headings in each line of running text would take long
    heads = [one for at, line in enumerate(lines) if len(parts := segments(line)) > 1 for one in _headings(at, parts)]
    for middle, first, last in (*_beside(heads, lines), *_beside_text(heads, lines)):
        # lines around all of it make one table
        held = any(one.bbox[0] < middle < one.bbox[2] for one in page.tables if one.bbox[3] > lines[first][0].top)
        if not held and all(fits(line, [middle]) for line in lines[first : last + 1]):
            own = [*_own(lines[:first], middle)[::-1], lines[first], *_own(lines[:first:-1], middle)]
            return [*_parts(page, middle, own[0][0].top, max(word.bottom for line in own for word in line))]
    return [page]


def _own(lines: Sequence[TextLine], middle: float) -> list[TextLine]:
    """The last of some lines that part in the middle, from the last, without what is nearer to the text beyond them."""
    own = [*takewhile(lambda line: fits(line, [middle]), lines[::-1])]
    away = [abs(line[0].top - before[0].top) for before, line in pairwise(lines[::-1])]
    while 1 < len(own) < len(lines) and away[len(own) - 1] < away[len(own) - 2]:
        own.pop()
    return own


def _headings(at: int, parts: list[TextLine]) -> Iterator[_Headings]:
    kinds = [column_of(plain_line(part)).rolle for part in parts]
    begun = [n for n, kind in enumerate(kinds) if kind == NAVN]
    for first, after in pairwise([*begun, len(parts)]):
        own = parts[first : next((n for n in range(first, after) if kinds[n] in ("", MAYBE_NAME)), after)]
        if len(own) > 1:
            yield _Headings(at, own)


def _beside(heads: Sequence[_Headings], lines: Sequence[TextLine]) -> Iterator[tuple[float, int, int]]:
    """Yield where the same headings that stand beside each other part, and the first and the last of their lines."""
    found = defaultdict[tuple[str, ...], list[_Headings]](list)
    for one in heads:
        found[tuple(map(plain_line, one.parts))].append(one)
    for alike in found.values():
        left = min(alike, key=lambda one: one.parts[0][0].x0)
        for right in (one for one in alike if one.parts[0][0].x0 > left.parts[-1][-1].x1):
            heading = [word for part in (*left.parts, *right.parts) for word in part]
            yield column_bounds(heading, lines)[len(left.parts) - 1], min(left.line, right.line), max(left.line, right.line)


def _beside_text(heads: Sequence[_Headings], lines: Sequence[TextLine]) -> Iterator[tuple[float, int, int]]:
    """Yield where headings, and what is below them, part from running text beside them, and their line."""
    for at, parts in heads:
        left, right = parts[0][0].x0, parts[-1][-1].x1
        # a heading that nobody knows is one as well
        heading = [part for part in segments(lines[at]) if len(part) < _RUNNING and not plain_line(part).endswith((".", ","))]
        for x0, x1 in ((-_FAR, left), (right, _FAR)):
            text = [] if any(x0 < part[0].x0 and part[-1].x1 < x1 for part in heading) else _running(lines[at:], x0, x1)
            if text:
                air, last = text[0][0].height / 2, max(part[-1].x1 for part in text)
                middle = last + air if x1 == left else min(part[0].x0 for part in text) - air
                if _running([lines[at], *_own(lines[:at:-1], middle)], x0, x1):
                    yield middle, at, at


def _running(lines: Sequence[TextLine], x0: float, x1: float) -> list[TextLine]:
    """The lines of running text between two places, where they are enough and a good part of what stands there."""
    parts = [[part for part in segments(line) if x0 < part[0].x0 and part[-1].x1 < x1] for line in lines]
    found = [one[0] for one in parts if len(one) == 1 and len(one[0]) >= _RUNNING]
    return found if len(found) >= max(_LINES, sum(map(bool, parts)) / 3) else []


def _parts(page: PageParts, middle: float, top: float, bottom: float) -> Iterator[PageParts]:
    for x0, above, x1, below in (
        (-_FAR, -_FAR, _FAR, top), (-_FAR, top, middle, bottom), (middle, top, _FAR, bottom), (-_FAR, bottom, _FAR, _FAR),
    ):  # fmt: skip
        yield _part(page, (x0, above, x1, below))


def _part(page: PageParts, box: tuple[float, float, float, float]) -> PageParts:
    return page._replace(
        words=[one for one in page.words if _inside(box, one.x0, one.top, one.x1, one.bottom)],
        tables=[one for one in page.tables if _inside(box, *one.bbox)],
        rules=[(y, x0, x1) for y, x0, x1 in page.rules if _inside(box, x0, y, x1, y)],
        grounds=[one for one in page.grounds if _inside(box, one.x0, one.top, one.x1, one.bottom)],
    )


def _inside(box: tuple[float, float, float, float], x0: float, top: float, x1: float, bottom: float) -> bool:
    return box[0] <= (x0 + x1) / 2 < box[2] and box[1] <= (top + bottom) / 2 < box[3]
