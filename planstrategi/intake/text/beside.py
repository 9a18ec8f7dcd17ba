"""Cells beside each other, each over several lines → whole cells, by the widths of the columns and what stands in them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from planstrategi.intake.cells import is_open
from planstrategi.intake.columns import ANNET, MAYBE_NAME, NAVN, NUMMER, column_of
from planstrategi.intake.text.column_fit import ColumnFit, SharedRow
from planstrategi.intake.text.line_words import is_comment, is_name, need_at
from planstrategi.intake.text.parts import CHARGE, TYPE, VALUES, CellLine, may_be_cells, words_of
from planstrategi.intake.text.pieces import Piece, Slag
from planstrategi.intake.text.row_starts import middle_rows

# the columns of dates, years, amounts and marks, by their names in ord.yaml
_OF_YEARS = ("aar", "periode", "tidsrom", "vedtatt", "skal_vedtas", "oppstart", "ferdig", "gyldig", "gyldig_til")
_OF_VALUES = (*_OF_YEARS, "timer", "aarsverk", "kroner", "hast")
# what cells of a column are, where that is not told by their words; and what is text before them
_KINDS, _TEXTS = {CHARGE: Slag.ROLLE, TYPE: Slag.TYPE, "ord": Slag.ORD}, (Slag.TEKST, Slag.ROLLE, Slag.VERDI, Slag.TYPE)
# as few columns do not stand beside each other
_FEW = 2
# where cells run together there are at least a third as many lines with several as there are rows
_TOGETHER = 3


def _by_line(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return pieces line by line; a list number begins a line of its own."""
    begin = [at for at, one in enumerate(pieces) if one.ny or one.slag == Slag.NUMMER]
    return [[*pieces[start:end]] for start, end in pairwise([*begin, len(pieces)])]


def _beside_numbers(lines: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Return lines with the names that list numbers stand above beside them."""
    made = list[list[Piece]]()
    for line in lines:
        counted = made and [one.slag for one in made[-1]] == [Slag.NUMMER] and line[0].slag in _TEXTS
        made.append([*made.pop(), *line] if counted else line)
    return made


def _layout(titles: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of the columns in their order, by their headings."""
    roles = [rolle for one in titles if (rolle := column_of(one).rolle or ANNET) != NUMMER]
    name = next((roles.index(one) for one in (NAVN, MAYBE_NAME) if one in roles), 0)
    known = [ANNET if one in (NAVN, MAYBE_NAME) else VALUES if one in _OF_VALUES else one for one in roles]
    made = [*known[:name], NAVN, *known[name + 1 :]]
    return tuple(one for before, one in pairwise(["", *made]) if not before == one == VALUES)


def whole_cells(pieces: Sequence[Piece], numbered: bool, headings: Sequence[str], years: bool) -> list[Piece]:
    """Return pieces with the cells of each row whole, where the lines of cells stand beside each other below headings.

    `numbered` says that list numbers count the rows, `years` that there are columns of years, wherever they stand.
    """
    lines = _by_line(pieces)
    if middle := _in_middle(lines, numbered):
        return [*_middle_cells(lines, middle, [*_layouts(_layout(headings), years)])]
    lines = _beside_numbers(lines) if numbered else lines
    begun = [at for at, line in enumerate(lines) if _begins(line, numbered)]
    # what names no plan, below what is open, goes on with the name above it
    starts = [at for at in begun if numbered or is_name(lines[at][0].tekst) or not (at and is_open(lines[at - 1][0].tekst))]
    before = {at: _number(lines[at]) for at in starts}
    bare = [line[before.get(at, 0) :] for at, line in enumerate(lines)]
    layout, rows = _rows(bare, starts, numbered, [*_layouts(_layout(headings), years)])
    # what stands on one line is parted by what is known of its cells
    found = {row.start: row for row in rows if len(row.linjer) > 1 or _parts(bare[row.start], layout, row)}
    taken = {at for start, row in found.items() for at in range(start, start + len(row.linjer))}
    made: list[Piece] = []
    for at, line in enumerate(lines):
        made += line if at not in taken else line[: before[at]] if at in before else ()
        of_row = [one for line in bare[at : at + len(found[at].linjer)] for one in line] if at in found else []
        made += _pieces(of_row, layout, found[at], not before.get(at, 0)) if at in found else ()
    return made


def _in_middle(lines: Sequence[Sequence[Piece]], numbered: bool) -> list[tuple[int, int]]:
    """Return from which line to which the rows go whose cells stand in the middle of their height, if any do."""
    told = (any(one.slag not in (Slag.TEKST, Slag.HODE) for one in line) for line in lines)
    valued = [at for at, has in enumerate((line[0].slag == Slag.NUMMER for line in lines) if numbered else told) if has]
    return middle_rows([" ".join(one.tekst for one in line) for line in lines], {*valued})


def _middle_cells(
    lines: Sequence[Sequence[Piece]], rows: Sequence[tuple[int, int]], layouts: Sequence[Sequence[str]]
) -> Iterator[Piece]:
    """Yield the pieces of rows whose cells stand in the middle of their height, whole, and of other lines."""
    middles = {first: (first + end - 1) // 2 for first, end in rows}
    counts = {at for at in middles.values() if lines[at][0].slag == Slag.NUMMER}
    bare = [line[at in counts :] for at, line in enumerate(lines)]
    words, ends = [words_of(line) for line in bare], dict(rows)
    known = Counter(text for at in middles.values() for text in may_be_cells(words[at]))
    above = {at for first, middle in middles.items() for at in range(first, middle + 1)}
    shown = [CellLine(one, at in above, known) for at, one in enumerate(words)]
    fit = ColumnFit(shown, [*ends], {}, ends)
    layout, fitted = fit.rows(fit.fitted(layouts)[1])
    found, at = {row.start: row for row in fitted if row.linjer}, 0
    while at < len(lines):
        row = found.get(at)
        number = lines[middles[at]][:1] if row and middles[at] in counts else []
        yield from number if row else lines[at]
        end = at + (len(row.linjer) if row else 1)
        yield from _pieces([one for line in bare[at:end] for one in line], layout, row, not number) if row else ()
        at = end


def _parts(line: Sequence[Piece], layout: Sequence[str], row: SharedRow) -> bool:
    """Return whether a row parts texts that are in one piece of its only line: a name that is whole, and another."""
    texts = [row.cell(at) for at, rolle in enumerate(layout) if rolle not in (NAVN, VALUES)]
    named = [row.cell(at) for at, rolle in enumerate(layout) if rolle == NAVN]
    apart = sum(one.slag in _TEXTS for one in line) == 1 and not any(map(is_open, named))
    return apart and any(text[:1].isalpha() for text in texts)


def _rows(
    lines: Sequence[Sequence[Piece]], starts: Sequence[int], numbered: bool, layouts: Sequence[Sequence[str]]
) -> tuple[Sequence[str], list[SharedRow]]:
    """Return the layout and the rows of lines that begin with names, none where cells do not stand beside each other."""
    words, begun = [words_of(line) for line in lines], {*starts}
    known = Counter(text for at in starts for text in may_be_cells(words[at]))
    often = {text for text, count in known.items() if count > 1}
    beside = sum(len(lines[at]) > 1 or not often.isdisjoint(may_be_cells(words[at][1:])) for at in starts)
    capital = [at for at, (first, *_) in enumerate(lines) if first.slag == Slag.TEKST and first.tekst[0].isupper()]
    maybe = {at: line for at in capital if not (numbered or at in begun or (line := CellLine(words[at], True, known)).heads)}
    fits = list[ColumnFit]()
    if numbered and len(layouts[0]) >= _FEW and sum(len(line) > 1 for line in lines) * _TOGETHER >= len(starts) > 0:
        fits.append(ColumnFit([CellLine(one, True, known) for one in words], starts, maybe, None))
    if 2 * beside >= len(starts) > 0 and len(layouts[0]) > _FEW:
        fits.append(ColumnFit([CellLine(one, at in begun, known) for at, one in enumerate(words)], starts, maybe, {}))
    _, columns, best = min(((*fit.fitted(layouts), fit) for fit in fits), key=itemgetter(0), default=(0.0, [], None))
    return best.rows(columns) if best else (layouts[0], [])


def _layouts(layout: Sequence[str], years: bool) -> Iterator[Sequence[str]]:
    """Yield the layouts, with the years where they may stand if no heading tells: after the names, or below one nobody knows."""
    if not years or VALUES in layout or NAVN not in layout:
        yield layout
        return
    yield from ([*layout[:at], VALUES, *layout[at:]] for at in range(layout.index(NAVN) + 1, len(layout) + 1))
    yield from ([*layout[:at], VALUES, *layout[at + 1 :]] for at, one in enumerate(layout) if one == ANNET)


def _begins(line: Sequence[Piece], numbered: bool) -> bool:
    if numbered:
        return line[0].slag == Slag.NUMMER and len(line) > 1
    first, *others = line[next((at for at, one in enumerate(line) if one.slag not in _TEXTS[1:]), 0) :]
    valued = any(one.slag not in (Slag.TEKST, Slag.KOSTNAD) for one in others) and not is_comment(first.tekst)
    return first.slag == Slag.TEKST and first.tekst[0].isupper() and (valued or is_name(first.tekst))


def _number(line: Sequence[Piece]) -> int:
    """Return how many pieces before the name of a row are its number."""
    counted = line[0].slag == Slag.NUMMER or (line[0].slag == Slag.VERDI and re.fullmatch(r"[\d-]+", line[0].tekst))
    return int(len(line) > 1 and bool(counted))


def _pieces(line: Sequence[Piece], layout: Sequence[str], row: SharedRow, new: bool) -> Iterator[Piece]:
    """Yield the pieces of a row on several lines; `new` says that it begins a line."""
    for at, rolle in enumerate(layout):
        cell = row.cell(at)
        for one in line if rolle == VALUES else ():
            if one.slag not in _TEXTS and one.tekst in cell:
                cell = cell.replace(one.tekst, "", 1).strip()
                yield one._replace(ny=False)
        if cell:
            said = rolle == VALUES or (rolle != NAVN and need_at(cell))
            kind = Slag.ORD if said else _KINDS.get(rolle, Slag.TEKST)
            begins = new and not any(map(row.cell, range(at)))
            yield Piece(kind, cell, line[0].sted, begins, sum(part[at] is not None for part in row.linjer) > 1)
