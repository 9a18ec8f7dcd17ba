"""Cells beside each other, each over several lines → whole cells: how wide the columns are tells whose a line's words are."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise
from math import comb

from planstrategi.intake.cells import is_open, on_one_line
from planstrategi.intake.plan_line import is_begun
from planstrategi.intake.text.line_words import is_comment, is_name, need_at
from planstrategi.intake.text.pieces import Piece, Slag
from planstrategi.intake.words import word_list

# what may stand before the name of a row
_BEFORE = {Slag.NUMMER, Slag.ROLLE, Slag.VERDI}
# what may stand on several lines, and what stands in none of a cell that goes on; more than the words of a line are shared in
_LONG, _CLOSED, _MANY = (Slag.TEKST, Slag.HODE), {Slag.MERKE, Slag.TALL, Slag.DATO}, 4000
# how well a width in letters is known, how many ways to share lines are kept, and what is too unlikely of one line
_FIT, _KEPT, _MOST = 1.1, 12, 3.0
# a column: whether it is of the names, and its width, 0 for that of what is decided
_Column = tuple[bool, int]
# what speaks against a way to share lines, and the lines of each cell, with a line end after one that has ended
_Way = tuple[float, list[str]]


def whole_cells(pieces: Sequence[Piece], numbered: bool) -> list[Piece]:
    """Return the pieces with the cells of each row whole, where the lines of cells stand beside each other."""
    begin = [at for at, one in enumerate(pieces) if one.ny or one.slag == Slag.NUMMER]
    lines = [[*pieces[start:end]] for start, end in pairwise([*begin, len(pieces)])]
    starts = [at for at, line in enumerate(lines) if _begins(line, numbered)]
    rows = {at: lines[at] for at in starts if len(lines[at]) > 1 + numbered}
    met = [(at == _name_at(row) or one.slag, len(one.tekst)) for row in rows.values() for at, one in enumerate(row)]
    widths = dict(sorted(met, key=lambda one: one[1]))
    for start, end in pairwise([*starts, len(lines)] if len(rows) * 2 >= len(starts) else []):
        row = rows.get(start, [])
        long = [at for at, one in enumerate(row) if one.slag in _LONG or _waits(one)]
        name = _name_at(row)
        columns = [(at == name, widths[at == name or row[at].slag] * (row[at].slag != Slag.ORD)) for at in long]
        ways: list[_Way] = [(0.0, [row[at].tekst for at in long])]
        for line in lines[start + 1 : end]:
            if not (found := _shared(columns, ways, line)):
                break
            ways = found
            line.clear()
        _, cells = min(ways, key=lambda one: one[0] + sum(3 * is_begun(on_one_line(cell)) for cell in one[1]))
        for at, cell in zip(long, cells, strict=True):
            row[at] = row[at]._replace(tekst=on_one_line(cell), delt="\n" in cell.strip())
    return [one for line in lines for one in line]


def _name_at(row: Sequence[Piece]) -> int:
    """Return where the name of a row stands: after its number, and what fills a column before the names."""
    return next((at for at, one in enumerate(row) if one.slag not in _BEFORE), 0)


def _begins(line: Sequence[Piece], numbered: bool) -> bool:
    first, *others = line[_name_at(line) :]
    valued = any(one.slag not in (Slag.TEKST, Slag.KOSTNAD) for one in others) and not is_comment(first.tekst)
    named = first.slag == Slag.TEKST and first.tekst[0].isupper() and (valued or is_name(first.tekst))
    return line[0].slag == Slag.NUMMER if numbered else named


def _waits(one: Piece) -> bool:
    """Return whether a short text may go on: «Full» above «revisjon»."""
    longer = (more.startswith(f"{one.tekst.casefold()} ") for more in word_list().tekst.behov)
    return any(longer) if one.slag == Slag.ORD else is_open(one.tekst)


def _shared(columns: Sequence[_Column], ways: Sequence[_Way], line: Sequence[Piece]) -> list[_Way]:
    """Return the likeliest ways to share a line among the cells of the row above, none where it is hardly of them."""
    text = " ".join(one.tekst for one in line)
    # a text with a capital begins something else, unless a cell waits for it
    small = not text.lstrip("0123456789. ")[:1].isupper()
    awaited = small or is_comment(text) or any(is_open(cell) for _, cells in ways[:3] for cell in cells)
    if not awaited or _CLOSED & {one.slag for one in line} or comb(len(text.split()) + len(columns), len(columns)) > _MANY:
        return []
    further = ((cost + more, made) for cost, cells in ways for more, made in _shares(columns, cells, text.split()))
    return nsmallest(_KEPT, (one for one in further if one[0] < ways[0][0] + _MOST), key=lambda one: one[0])


def _shares(columns: Sequence[_Column], cells: Sequence[str], words: Sequence[str]) -> Iterator[_Way]:
    """Yield the ways to share the words of a line among cells, in their order, with what speaks against each."""
    if not (columns or words):
        yield 0.0, []
    for at in range(len(words) + 1) if columns else ():
        line = " ".join(words[:at])
        if (cost := _cost(*columns[0], cells[0], line)) < _MOST:
            made = f"{cells[0].rstrip()}\n{line}"
            yield from ((cost + more, [made, *others]) for more, others in _shares(columns[1:], cells[1:], words[at:]))


def _cost(name: bool, width: int, cell: str, line: str) -> float:
    """Return what speaks against a line of a cell: its width, what stands above it, and how both are written."""
    if not width:
        found = need_at(f"{cell} {line}")
        return 0 if found and found.end() > len(f"{cell} ") else _MOST * bool(line) + 0.7
    above, first = cell.rpartition("\n")[2], line.partition(" ")[0]
    if not line or not above:
        return _MOST * bool(line) + 1.5 * is_open(above)
    wide, room = max(0, len(line) / width - _FIT), len(f"{above} {first}") * _FIT < width
    cost = 16 * wide + 1.5 * room + (above.endswith(".") and line[0].islower()) + _MOST * (name and is_comment(line))
    # a whole name goes on with «og» and with its years, and «med» with neither
    links = is_open(f"x {first}") or (first[:4].isdecimal() and len(first) > 4)
    return cost + 0.4 * (links if is_open(above) else links != name)
