"""The rows of a table in Markdown, which merges no cells: in which columns those of each row stand."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, groupby

from planstrategi.intake.cells import struck_out
from planstrategi.intake.text.lines import FROM_ABOVE, FROM_LEFT, TextRow

# what is bold in the beginning of a cell, and how an empty one of a worksheet is written
BOLD = re.compile(r"\*\*([^*]+)\*\*\s*")
_EMPTY = re.compile(r"NaN|None|Unnamed: \d+")
_WORDS = "ord"
# the columns a row may share with the one above
_MOST_MERGED = 3
# how many rows tell in which columns those of a length stand, and how many ways are held against each
_TRIED = 40


def is_rule(line: str) -> bool:
    """Return whether a line parts the headings of a table in Markdown from its rows."""
    return "|" in line and "-" in line and bool(re.fullmatch(r"[\s|:-]+", line))


def said_in(cell: str) -> str:
    """Return what a cell says without the signs of Markdown, but for those of what is bold in its beginning."""
    plain = re.sub(r"\\(?=[^\w\s])", "", re.sub("~~(.+?)~~", lambda struck: struck_out(struck[1]), cell.strip()))
    bold = BOLD.match(plain)
    rest = plain[bold.end() :] if bold else plain
    return "" if _EMPTY.fullmatch(plain) else "\n".join(filter(None, [bold[0].strip() if bold else "", rest.strip(" *_")]))


def in_columns(rows: Sequence[TextRow]) -> list[TextRow]:
    """Return the rows below the first, the headings, with as many cells as it has; those that had fewer are doubted.

    What is merged with the row above is left out, and which it was is not said: the cells stand where they are like those
    of the whole rows. What is merged within a row may be written in each of its columns.
    """
    wide = len(rows[0].celler) if rows else 0
    once = [row._replace(celler=[row.celler[0], *[""] * (wide - 1)]) if len({*row.celler}) == 1 else row for row in rows]
    whole = [row.celler for row in once[1:] if len(row.celler) == wide]
    columns = [Counter(kind for cells in whole if (kind := _kind(cells[at]))) for at in range(wide)]
    by_length = groupby(sorted((row.celler for row in once if len(row.celler) < wide), key=len), key=len)
    ways = {length: _ways([*of], columns) for length, of in by_length}
    made = once[:1]
    for row in once[1:]:
        if len(cells := row.celler) < wide:
            # the second row of headings stands below those that are merged
            below = _mark_merged(made[0].celler) if len(made) == 1 else ()
            best = min(ways[len(cells)], key=lambda way: _unlike(cells, way, columns))
            told = dict(zip(below if len(below) == len(cells) else best, cells, strict=True))
            cells = [told.get(at, FROM_ABOVE if below or columns[at][_WORDS] else "") for at in range(wide)]
        made.append(TextRow(row.linje, cells, len(row.celler) < wide))
    return made


def _mark_merged(headings: list[str]) -> tuple[int, ...]:
    """Mark the headings that go on from the left, and return the columns of all that are merged."""
    blank = [at for at, text in enumerate(headings) if not text.strip()]
    for at in blank:
        headings[at] = FROM_LEFT
    return tuple(at for at in range(len(headings)) if {at, at + 1} & {*blank})


def _ways(rows: list[list[str]], columns: list[Counter[str]]) -> list[tuple[int, ...]]:
    """Return in which columns the cells of rows of one length may stand, those first where the rows are most like the others."""
    wide, length = len(columns), len(rows[0])
    words = [at for at, kinds in enumerate(columns) if kinds[_WORDS]]
    gaps = combinations(words, wide - length) if wide - length <= _MOST_MERGED else ()
    ways = [tuple(at for at in range(wide) if at not in left_out) for left_out in gaps]
    tried = rows[:_TRIED]
    return sorted([*ways, tuple(range(length))], key=lambda way: sum(_unlike(row, way, columns) for row in tried))[:_TRIED]


def _unlike(cells: list[str], places: tuple[int, ...], columns: list[Counter[str]]) -> int:
    """Count the cells that are of another kind than all others in their column."""
    told = [(_kind(text), columns[at]) for text, at in zip(cells, places, strict=True)]
    return sum(bool(kind and kinds and not kinds[kind]) for kind, kinds in told)


def _kind(text: str) -> str:
    if re.search(r"\b(?:19|20)\d\d\b", text[:12]):
        return "år"
    return _WORDS if re.search(r"[^\W\d]{3}", text) else text.strip() and "merke"
