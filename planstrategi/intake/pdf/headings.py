"""Lines that no ruling lines hold → whether they are the headings of columns, and where the columns below them part."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise, takewhile

from planstrategi.intake.cells import is_plan_name, is_plan_type
from planstrategi.intake.columns import MAYBE_NAME, column_of, stands_for_year
from planstrategi.intake.pdf.drawn import Word
from planstrategi.intake.pdf.grid import MOST_HEADING_ROWS, is_bold, names_columns, text_alone
from planstrategi.intake.pdf.lines import TextLine, column_at, column_bounds, parted, pitch, plain_line, runs_of_lines, segments
from planstrategi.intake.words import meets, word_list

# words that no merged cell has on a line
_MOST_MERGED = 9
# of the space between the lines of a table: what parts it from another
_APART = 1.3
# of headings that are turned: how far two columns are apart at least, in heights; how far they are below the others, in lengths
_TURNED, _ABOVE = 1.45, 2.5


def heads_columns(lines: Sequence[TextLine], above: Sequence[TextLine] = (), bounds: Sequence[float] = ()) -> bool:
    """Return whether the first of some lines names columns, with those close below it; running text may have the words too.

    What stands below a heading, of columns with `bounds`, and not under the first of them, is the rest of it.
    """
    if (bounds and 0 < len(above) < MOST_HEADING_ROWS and column_at(lines[0][0], bounds) > 0) or len(segments(lines[0])) < 2:
        return False
    run = next(runs_of_lines(lines[:MOST_HEADING_ROWS], 1.2 * pitch(lines[:MOST_HEADING_ROWS])))
    # a row of a table may stand right above the headings of the next
    named = any(column_of(plain_line(part)).rolle == MAYBE_NAME for part in segments(lines[0]))
    for heading in (lines[:1], lines[:1] if named else run):
        bounds = column_bounds(lines[0], heading[1:])
        parts = [part for line in heading for part in segments(line)]
        cells = [[part for part in parts if column_at(part[0], bounds) == at] for at in range(len(bounds) + 1)]
        if names_columns([text_alone(cell) for cell in cells if cell]):
            return True
    return False


def bounds_below(lines: Sequence[TextLine]) -> list[float]:
    """Return where the columns part below the heading that the first of some lines is.

    Years that stand below it have the place of what is over them.
    """
    rows = ([*segments(line)] for line in lines[1:MOST_HEADING_ROWS] if line[0].x0 > lines[0][0].x1)
    years = next((row for row in rows if sum(stands_for_year(plain_line(part)) for part in row) > 1), [])
    over = [part for part in segments(lines[0]) if any(one[0].x0 < part[-1].x1 and part[0].x0 < one[-1].x1 for one in years)]
    heading = sorted(chain(*(part for part in (*segments(lines[0]), *years) if part not in over)), key=lambda word: word.x0)
    # running text, and a title in other letters, end the table; a long title of its rows does not
    alone = [len(line) > _MOST_MERGED and len(segments(line)) == 1 for line in lines]
    own = takewhile(lambda at: not alone[at] or _cells_follow(lines[at + 1 : at + MOST_HEADING_ROWS]), range(1, len(lines)))
    below = takewhile(lambda line: line[0].height < lines[0][0].height + 2, (lines[at] for at in own if not alone[at]))
    return column_bounds(heading, [*below])


def _cells_follow(lines: Sequence[TextLine]) -> bool:
    """Whether one of some lines has more than two cells, or more than one has two, as where cells stand in the middle of rows."""
    many = [len(segments(line)) for line in lines]
    return max(many, default=0) > 2 or sum(one > 1 for one in many) > 1


def titles_off(block: list[TextLine], above: Sequence[TextLine] = ()) -> tuple[list[TextLine], list[TextLine]]:
    """Return a table, and the lines at its end from the title of what follows: printed as neither the table nor the row above.

    The table may have lines above, on the page before.
    """
    lines = [*above, *block]
    looks = [[(word.font, round(word.height)) for word in line] for line in lines]
    look = Counter(one for line in looks for one in line).most_common(1)[0][0]
    said = [len(line) > _MOST_MERGED or line[-1].text.endswith((".", ":")) for line in lines]
    below = range(len(lines) - 1, max(1, len(above)) - 1, -1)
    # the last line of a cell in the middle of its row is beside others
    apart = [True, *(not 0 < line[0].top - before[0].top < 0.9 * line[0].height for before, line in pairwise(lines))]
    alone = takewhile(lambda at: len(segments(lines[at])) == 1 and apart[at] and (said[at] or looks[at][0] != look), below)
    at = next((at for at in reversed([*alone]) if looks[at][0] not in (look, *looks[at - 1])), len(lines))
    return lines[len(above) : at], lines[at:]


def is_prose(line: TextLine) -> bool:
    """Return whether a line is running text, and no title with a verb in its parentheses: it ends a table."""
    said = re.sub(r"\([^)]*\)", "", plain_line(line))
    return len(said.split()) > _MOST_MERGED and bool(meets(word_list().tekst.verb, said))


def list_off(lines: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Return lines, and those at their end that are mostly types of plans, as what the cells of a sheet are chosen from is."""
    types = [is_plan_type(plain_line(segments(line)[0])) for line in lines]
    at = len(lines)
    while at and len(segments(lines[at - 1])) < 3 and (types[at - 1] or any(types[max(0, at - 3) : at - 1])):
        at -= 1
    return (lines[:at], lines[at:]) if sum(types[at:]) > 2 else (lines, [])


def heads_other(above: list[TextLine], lines: Sequence[TextLine]) -> bool:
    """Return whether a line heads a table of something else: its bold words stand over others that are not.

    They are below a title, or further from the table above than its own lines are from each other.
    """
    texts = [plain_line(part) for part in segments(lines[0])]
    below = next((line for line in lines[:MOST_HEADING_ROWS] if not is_bold([line])), [])
    # the row of a plan, and that of a sum, may be bold as well
    row = any(is_plan_name(text) or re.search(r"\d", text) for text in texts)
    if not above or row or not is_bold(lines[:1]) or min(len(texts), len(segments(below))) < 2:
        return False
    *gaps, last = [line[0].top - before[0].top for before, line in pairwise([*above, lines[0]])]
    return bool(titles_off(above)[1]) or last > _APART * max(gaps, default=last)


def laid_down(lines: Sequence[TextLine], held: Callable[[TextLine], bool]) -> tuple[list[TextLine], list[TextLine]]:
    """Return lines from the top, with headings that are turned on their side among the others, and what else is turned.

    Those `held` in the cells of a table stay as they are.
    """
    free, kept = [line for line in lines if not held(line)], [line for line in lines if held(line)]
    turned, flat = ([line for line in free if line[0].upright is own] for own in (False, True))
    # a whole page may be turned as well
    if sum(map(len, turned)) >= sum(map(len, flat)):
        return [*lines], []
    others = list[TextLine]()
    for band in parted(sorted(turned, key=_top), lambda above, line: _top(line) > _bottom(above)):
        top, bottom = _top(band[0]), max(map(_bottom, band))
        beside = [line for line in flat if top < line[0].bottom and line[0].top < bottom]
        # they may end far below the first line of the headings beside them
        beside = beside or [line for line in flat if top - _ABOVE * (bottom - top) < line[0].top < top][-1:]
        if len(band) > 1 and beside:
            at = flat.index(beside[0])
            flat[at] = sorted([*flat[at], *_upright(band, flat[at][0])], key=lambda word: word.x0)
        else:
            others += band
    return sorted([*flat, *kept], key=lambda line: (not line[0].upright, line[0].top + line[0].bottom)), others


def _top(line: TextLine) -> float:
    return min(word.top for word in line)


def _bottom(line: TextLine) -> float:
    return max(word.bottom for word in line)


def _upright(band: Sequence[TextLine], beside: Word) -> Iterator[Word]:
    """Yield the words of turned headings as they would stand beside another: from where they began if they were as long."""
    by_place = sorted(band, key=lambda line: line[0].x0)
    # the next line of a heading is nearer than another column
    columns = [*parted(by_place, lambda left, line: line[0].x0 - left[0].x0 > _TURNED * (left[0].x1 - left[0].x0))]
    middles = [(lines[0][0].x0 + lines[-1][0].x1) / 2 for lines in columns]
    room = min((right - left for left, right in pairwise(middles)), default=0.0)
    for lines, middle in zip(columns, middles, strict=True):
        long = min(room, max(_bottom(line) - _top(line) for line in lines))
        left, right = min(lines[0][0].x0, middle - long / 2), max(word.x1 for word in lines[-1])
        words = [word for line in (lines[::-1] if lines[0][0].down else lines) for word in line]
        for word in words:
            laid = word._replace(x0=left, x1=right, top=beside.top, bottom=beside.bottom, upright=True)
            yield laid._replace(begins=word is words[0])
