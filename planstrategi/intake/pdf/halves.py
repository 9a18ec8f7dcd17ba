"""A page with tables beside each other, as in two columns of text → its parts, each as if it were a page of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from planstrategi.intake.columns import MAYBE_NAME, NAVN, column_of
from planstrategi.intake.pdf.drawn import PageParts
from planstrategi.intake.pdf.lines import TextLine, column_bounds, fits, plain_line, printed_lines, segments


class _Headings(NamedTuple):
    """Headings that begin with that of the plans: the line that they stand on, and their parts."""

    line: int
    parts: list[TextLine]


def in_halves(page: PageParts) -> list[PageParts]:
    """Return the parts of a page: what is above tables beside each other, what is left and right, and below; else the page."""
    lines = printed_lines(page.words)
    for left, right in _beside(lines):
        heading = [word for part in (*left.parts, *right.parts) for word in part]
        middle, heads = column_bounds(heading, lines)[len(left.parts) - 1], sorted((left.line, right.line))
        # lines around all of it make one table
        held = any(one.bbox[0] < middle < one.bbox[2] for one in page.tables if one.bbox[3] > lines[heads[0]][0].top)
        if not held and all(fits(line, [middle]) for line in lines[heads[0] : heads[1] + 1]):
            own = [*_own(lines[: heads[0]], middle)[::-1], lines[heads[0]], *_own(lines[: heads[0] : -1], middle)]
            return [*_parts(page, middle, own[0][0].top, max(word.bottom for line in own for word in line))]
    return [page]


def _own(lines: Sequence[TextLine], middle: float) -> list[TextLine]:
    """The last of some lines that part in the middle, from the last, without what is nearer to the text beyond them."""
    own = [*takewhile(lambda line: fits(line, [middle]), lines[::-1])]
    away = [abs(line[0].top - before[0].top) for before, line in pairwise(lines[::-1])]
    while 1 < len(own) < len(lines) and away[len(own) - 1] < away[len(own) - 2]:
        own.pop()
    return own


def _beside(lines: Sequence[TextLine]) -> Iterator[tuple[_Headings, _Headings]]:
    """Yield the same headings where they stand beside each other."""
    found = defaultdict[tuple[str, ...], list[_Headings]](list)
    # to look for headings in each line of running text would take long
    for at, parts in ((at, parts) for at, line in enumerate(lines) if len(parts := segments(line)) > 1):
        kinds = [column_of(plain_line(part)).rolle for part in parts]
        begun = [n for n, kind in enumerate(kinds) if kind == NAVN]
        for first, after in pairwise([*begun, len(parts)]):
            own = parts[first : next((n for n in range(first, after) if kinds[n] in ("", MAYBE_NAME)), after)]
            if len(own) > 1:
                found[tuple(map(plain_line, own))].append(_Headings(at, own))
    for alike in found.values():
        left = min(alike, key=lambda one: one.parts[0][0].x0)
        yield from ((left, one) for one in alike if one.parts[0][0].x0 > left.parts[-1][-1].x1)


def _parts(page: PageParts, middle: float, top: float, bottom: float) -> Iterator[PageParts]:
    far = float("inf")
    for box in ((-far, -far, far, top), (-far, top, middle, bottom), (middle, top, far, bottom), (-far, bottom, far, far)):
        yield page._replace(
            words=[one for one in page.words if _inside(box, one.x0, one.top, one.x1, one.bottom)],
            tables=[one for one in page.tables if _inside(box, *one.bbox)],
            rules=[(y, x0, x1) for y, x0, x1 in page.rules if _inside(box, x0, y, x1, y)],
            grounds=[one for one in page.grounds if _inside(box, one.x0, one.top, one.x1, one.bottom)],
        )


def _inside(box: tuple[float, float, float, float], x0: float, top: float, x1: float, bottom: float) -> bool:
    return box[0] <= (x0 + x1) / 2 < box[2] and box[1] <= (top + bottom) / 2 < box[3]
