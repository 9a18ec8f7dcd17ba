"""Lines of a card, bold titles and beside each what is told, that nothing but space parts → the rows of a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from planstrategi.intake.pdf.grid import GridCell, is_bold
from planstrategi.intake.pdf.lines import TextLine, parted, plain_line, segments

# as many titles make a card, and those of one column begin as near each other
_FEWEST, _SAME = 3, 3


def pairs_in(lines: Sequence[TextLine]) -> Iterator[tuple[list[TextLine], float]]:
    """Yield the runs of lines, each with where what is told begins; 0 where no titles of cards stand to the left of it.

    Those of several cards are the same: a front page has each of its titles once.
    """
    pairs = [parts for line in lines if (parts := _title_and_told(line))]
    again = max(Counter(plain_line(title) for title, *_ in pairs).values(), default=0) > 1
    beside = Counter((round(title[0].x0), round(told[0].x0)) for title, told, *_ in pairs)
    (left, right), often = beside.most_common(1)[0] if again else ((0, 0), 0)
    ends = [[part[0].x0 for part in _title_and_told(line)[:2]] or [0.0, 0.0] for line in lines]
    titled = [abs(title - left) + abs(told - right) < _SAME for title, told in ends]
    # the name of what it tells of stands right above
    of_card = [
        own or below or line[0].x0 > right - _SAME for own, below, line in zip(titled, [*titled, False][1:], lines, strict=True)
    ]
    for own, run in groupby(zip(of_card, lines, strict=True), key=itemgetter(0)):
        yield [line for _, line in run], (right - _SAME) * (own and often >= _FEWEST)


def pair_rows(lines: Sequence[TextLine], bound: float) -> Iterator[tuple[list[TextLine], list[GridCell]]]:
    """Yield the lines and the cells of each pair: its title, and what is told beside it and below; a name stands over both."""
    for row in parted(lines, lambda _, line: line[0].x0 < bound):
        sides = [[[word for word in line if (word.x0 < bound) is left] for line in row] for left in (True, False)]
        pair = [GridCell([line for line in side if line]) for side in sides]
        yield row, pair if _title_and_told(row[0]) else [GridCell(row), GridCell(flettet="venstre")]


def _title_and_told(line: TextLine) -> list[TextLine]:
    parts = segments(line)
    return parts if len(parts) > 1 and is_bold([parts[0]]) and not is_bold([parts[1]]) else []
