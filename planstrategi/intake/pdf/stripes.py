"""Tables with every other row coloured, and no lines → the lines that would stand around their other rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from planstrategi.intake.pdf.drawn import PageGround, Word
from planstrategi.intake.pdf.lines import parted

# how far from each other two lines of a row are at most, of their height; and how high all rows between the coloured ones are
_ROW, _MOST = 1.6, 1.5
# from a place to another, from the top left
RuledLine = tuple[float, float, float, float]


class _Stripe(NamedTuple):
    """A row whose cells are coloured, and the sides of its cells."""

    top: float
    bottom: float
    sides: list[int]


def around_rows(grounds: Sequence[PageGround], words: Sequence[Word]) -> Iterator[RuledLine]:
    """Yield lines around the cells of the rows that are not coloured, in tables where every other row is."""
    by_row = sorted(grounds, key=_place)
    rows = [
        _Stripe(*place, sorted({round(x) for one in row for x in (one.x0, one.x1)})) for place, row in groupby(by_row, _place)
    ]
    for run in parted(rows, lambda above, row: not _belong(above, row, words)):
        own = max((row.sides for row in run), key=len)
        between = [(above.bottom, row.top) for above, row in pairwise(run)]
        high, free = sum(row.bottom - row.top for row in run), sum(bottom - top for top, bottom in between)
        if len(own) > 3 and len(run) > 2 and free < _MOST * high and all(_is_row(*gap, words) for gap in between):
            ends = _end_of_row(run[0].top, -1, own, words), _end_of_row(run[-1].bottom, 1, own, words)
            yield from ((own[0], y, own[-1], y) for y in ends)
            gaps = [(ends[0], run[0].top), *between, (run[-1].bottom, ends[1])]
            yield from ((x, top, x, bottom) for top, bottom in gaps for x in own)


def _place(ground: PageGround) -> tuple[int, int]:
    return round(ground.top), round(ground.bottom)


def _belong(above: _Stripe, row: _Stripe, words: Sequence[Word]) -> bool:
    """Whether two coloured rows may be of one table: with the same cells, or one of them a title over all columns."""
    ends = {(one.sides[0], one.sides[-1]) for one in (above, row)}
    title = min(len(above.sides), len(row.sides)) == 2
    return len(ends) == 1 and (above.sides == row.sides or title) and (not title or _is_row(above.bottom, row.top, words))


def _is_row(top: float, bottom: float, words: Sequence[Word]) -> bool:
    """Whether what stands from one place to another is as near as the lines of one row are."""
    inside = sorted((word for word in words if top < (word.top + word.bottom) / 2 < bottom), key=lambda word: word.top)
    return all(below.top - above.top < _ROW * above.height for above, below in pairwise(inside))


def _end_of_row(edge: float, way: int, sides: Sequence[int], words: Sequence[Word]) -> float:
    """The other end of the row right above (-1) or below (1) a place; the place itself where no words stand so in its cells."""
    found, end = list[Word](), edge
    for word in sorted((one for one in words if way * (one.top - edge) > 0), key=lambda one: way * one.top):
        if way * ((word.top if way > 0 else word.bottom) - end) > word.height:
            break
        found.append(word)
        end = max(end, word.bottom) if way > 0 else min(end, word.top)
    cells = {sum(word.x0 > x for x in sides) for word in found}
    whole = all(word.x0 > sides[0] and word.x1 < sides[-1] for word in found)
    whole = whole and not any(word.x0 < x - 1 and x + 1 < word.x1 for word in found for x in sides)
    return end + way if whole and len(cells) > 1 else edge
