"""Lines whose columns blanks hold → the columns, by the strips of blanks that run down between them, and their cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from planstrategi.intake.pdf.lines import consecutive

# years beside each other are of two columns, though one blank parts them
_PIECE = re.compile(r"20\d\d(?= 20\d\d\b)|(?<=20\d\d )20\d\d\b|\S+(?: (?!20\d\d 20\d\d)\S+)*")
# one line in so many may be merged over two columns
_MERGED = 12
# the lines that tell where columns begin
_TELLING = 3
# what is alike in two columns that may be one, besides their texts: what most of each are
_KINDS = [re.compile(one) for one in (r"\d{1,3}[.)]?", r".*(?:19|20)\d\d.*", "[A-ZÆØÅ]{2,}.*", "[A-ZÆØÅ][^ ]+", "[xX]+")]


class LinePiece(NamedTuple):
    """A text of a line that blanks part from the next: where it begins and ends, and what it is."""

    x0: int
    x1: int
    tekst: str


Strip = tuple[int, int]


def line_pieces(line: str) -> list[LinePiece]:
    """Return the pieces of a line."""
    return [LinePiece(one.start(), one.end(), one[0]) for one in _PIECE.finditer(line)]


def piece_words(piece: LinePiece) -> list[LinePiece]:
    """Return the words of a piece."""
    return [LinePiece(piece.x0 + one.start(), piece.x0 + one.end(), one[0]) for one in re.finditer(r"\S+", piece.tekst)]


def blank_columns(lines: Iterable[Sequence[LinePiece]]) -> list[Strip]:
    """Return from where to where each column goes: what no strip of blanks parts, where some lines are merged over it."""
    lines = [*lines]
    rows = [line for line in lines if len(line) > 1]
    owners, most = _owners(rows), max(1, len(rows) // _MERGED)
    few = consecutive(at for at, own in enumerate(owners) if len(own) <= most)
    free = set[int]().union(*(_free(run, owners, most) for run in few))
    # what stands to the right of a strip is mostly parted by it, and more so where letters stand in it
    for run, right in pairwise([*consecutive(sorted(free)), [len(owners)]]):
        begun = sum(run[-1] < one.x0 <= right[0] for line in rows for one in line)
        over = sum(one.x0 < run[0] and run[-1] < one.x1 - 1 for line in lines for one in line)
        bare = [*consecutive(at for at in run if not owners[at])][-1:] if over <= begun else []
        free -= {*run} - {at for own in bare for at in own} if over > begun - any(owners[at] for at in run) else set()
    return [(run[0], run[-1] + 1) for run in consecutive(at for at in range(len(owners)) if at not in free)]


def _owners(rows: Sequence[Sequence[LinePiece]]) -> list[list[tuple[int, LinePiece]]]:
    """Return which pieces, of which rows, have a letter in each place of a line."""
    owners: list[list[tuple[int, LinePiece]]] = [[] for _ in range(max((line[-1].x1 + 1 for line in rows), default=0))]
    for number, piece in ((at, one) for at, line in enumerate(rows) for one in line):
        for at, letter in enumerate(piece.tekst, piece.x0):
            if letter != " ":
                owners[at].append((number, piece))
    return owners


def _free(run: Sequence[int], owners: Sequence[Sequence[tuple[int, LinePiece]]], most: int) -> set[int]:
    """Return the places of a strip that no pieces stand in but those that are merged over it, which are few."""
    own = {one for at in run for one in owners[at]}
    inside = {(n, one) for n, one in own if one.x0 >= run[0] or one.x1 <= run[-1] + 1}
    inside = own if len(own - inside) > most else inside
    return {at for at in run if not any(one.x0 <= at < one.x1 for _, one in inside)}


def straightened(lines: Sequence[list[LinePiece]], wide: int) -> list[list[LinePiece]]:
    """Return lines with their cells moved to the right, so that a column begins in one place though the print makes it drift.

    Lines with a piece in each of the `wide` columns tell where those begin, for themselves and for the lines that follow.
    """
    whole = [[one.x0 for one in line] for line in lines if len(line) == wide]
    if len(whole) < _TELLING:
        return [*lines]
    gaps = [max(b - a for a, b in zip(one, two, strict=True)) for one, two in pairwise(zip(*whole, strict=True))]
    straight = [*accumulate(gaps, initial=max(one[0] for one in whole))]
    made, begins = list[list[LinePiece]](), whole[0]
    for line in lines:
        begins = [one.x0 for one in line] if len(line) == wide else begins
        made.append([*_moved(line, begins, straight)])
    return made


def _moved(line: Sequence[LinePiece], begins: Sequence[int], straight: Sequence[int]) -> Iterator[LinePiece]:
    """Yield the pieces of a line where their columns are to begin; what begins just with a column is a piece of its own."""
    for piece in line:
        cuts = [word.x0 for word in piece_words(piece)[1:] if word.x0 in begins]
        for x0, x1 in pairwise([piece.x0, *cuts, piece.x1 + 1]):
            column = max((at for at, x in enumerate(begins) if x <= x0), default=0)
            by = straight[column] - begins[column]
            yield LinePiece(x0 + by, x1 - 1 + by, piece.tekst[x0 - piece.x0 : x1 - 1 - piece.x0])


def stretches(piece: LinePiece, columns: Sequence[Strip]) -> bool:
    """Return whether a piece stands in more than one column."""
    return sum(piece.x0 < right and left < piece.x1 for left, right in columns) > 1


def hold(columns: Sequence[Strip], lines: Iterable[Sequence[LinePiece]]) -> bool:
    """Return whether columns hold lines of several cells: words stretch over them in one of five at the most."""
    rows = [line for line in lines if len(line) > 1]
    over = sum(any(stretches(word, columns) for one in row for word in piece_words(one)) for row in rows)
    return over * 5 <= len(rows)


def column_under(piece: LinePiece, columns: Sequence[Strip]) -> int:
    """Return the column that most of a piece stands in, or that is nearest."""
    return max(range(len(columns)), key=lambda at: min(piece.x1, columns[at][1]) - max(piece.x0, columns[at][0]))


def blank_cells(line: Sequence[LinePiece], columns: Sequence[Strip]) -> list[str]:
    """Return the cells of a line; what fills its column to the next is parted from what stands there."""
    cells, strips = [""] * len(columns), [(left, right) for (_, left), (right, _) in pairwise(columns)]
    for piece in line:
        words = piece_words(piece)
        merged = len(line) < 2 or any(word.x0 < left - 1 and right < word.x1 for left, right in strips for word in words)
        for part in [piece] if merged else words:
            at = column_under(part, columns)
            cells[at] = f"{cells[at]} {part.tekst}".lstrip()
    return cells


def columns_again(above: Sequence[Sequence[str]], below: Sequence[Sequence[str]]) -> list[int]:
    """Return which column each of `below` is of those `above`, by what stands in them; they stand in one order."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for number, texts in enumerate(below):
        rest = len(below) - number - 1
        made = []
        for end in range(number, len(above) - rest):
            before = [one for one in best if not one[1] or one[1][-1] < end]
            score, taken = max(before, key=lambda one: one[0])
            made.append((score + _alike(above[end], texts), [*taken, end]))
        best = made
    return max(best, key=lambda one: one[0])[1] if best else []


def _alike(above: Sequence[str], below: Sequence[str]) -> float:
    """How alike two columns are: what kinds their texts are of, and how long they are."""
    if not above or not below:
        return 0.0
    kinds = sum(abs(_share(above, kind) - _share(below, kind)) for kind in _KINDS)
    long = [max(map(len, texts)) for texts in (above, below)]
    return max(0.0, 1 - kinds / 2) + min(long) / max(long)


def _share(texts: Sequence[str], kind: re.Pattern[str]) -> float:
    return sum(bool(kind.fullmatch(text)) for text in texts) / len(texts)
