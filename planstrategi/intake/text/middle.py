"""Lines of rows whose cells stand in the middle of their height → which are of which row: as many above its values as below."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Any

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.headings import opens

# a number of a row, and none of a part of a year, «1. kv. 2028», or of a column of numbers
_COUNTED = re.compile(r"^([A-ZÆØÅ]?(\d{1,3})(?:\.(\d{1,2}))?)\.?(?=\s|$)(?! [a-zæøå]{1,3}\.)(?!(?: \d){2})")
# what begins a cell: a name, and a date or a number, which may as well be of one
_BEGINS = re.compile(r"[A-ZÆØÅ«]|\d{1,2}\.\d{1,2}\.")
_YEARS = re.compile(r"20\d\d\S* 20\d\d")
# the most lines of a row, and the rows of several lines that show how cells stand
_HIGHEST, _FEWEST = 17, 2
# what speaks against a line of no row, a heading of none, and one in a row; against each row, a row without values in their
# place, and values in another
_ALONE, _HEADING, _HEADING_IN, _ROW, _BARE, _ELSEWHERE = 1.0, 0.3, 1.0, 0.1, 1.0, 0.7
# a row that begins as no cell does, one that ends where more has to follow, and a name that begins within it
_SMALL, _OPEN, _NAMED = 0.7, 0.3, 0.4
# how much less has to speak against rows with their values in the middle than with these elsewhere, in part and in all;
# what may speak against each line; and how many rows have values
_CLEARLY, _LEAST, _MOST, _VALUED = 0.85, 1.2, 0.25, 0.8
# where in a row its values stand
_TOP, _MIDDLE, _BOTTOM = 0, 1, 2
# what speaks against rows, and where they begin and end, the last first
_Way = tuple[float, Any]


def counts_on(texts: Sequence[str]) -> dict[int, re.Match[str]]:
    """Return the numbers that lines begin with and that count on, by line."""
    found, last = dict[int, re.Match[str]](), (0, 0)
    for at, text in enumerate(texts):
        if one := _COUNTED.match(text):
            number = (int(one[2]), int(one[3] or 0))
            begins = (number[0] == 1 != last[0] and number[1] < 2) or not found
            if begins or number in ((last[0] + 1, min(last[1], 1)), (last[0], last[1] + 1)):
                found[at], last = one, number
    return found


def middle_rows(texts: Sequence[str], valued: Collection[int]) -> list[tuple[int, int]]:
    """Return from which line to which each row goes whose values stand on its middle line; none where they stand on top.

    `valued` are the lines with values that mostly have room on one line of their cell, such as a number or marks.
    """
    often = Counter(texts)
    # headings of columns, and their years, stand on each page
    heads = [_heads(text) or (often[text] > 1 and _is_title(text)) for text in texts]
    (against, rows), *others = (_likeliest(texts, valued, heads, place) for place in (_MIDDLE, _TOP, _BOTTOM))
    other = min(cost for cost, _ in others)
    high = Counter(end - first for first, end in rows)
    # where cells stand below each other, values stand alone
    alone = sum(" " not in texts[at] for at in valued)
    clear = against < min(_CLEARLY * other, other - _LEAST, _MOST * len(texts))
    most = 2 * alone < len(valued) and len(valued) > _VALUED * len(rows)
    # rows that are all as high may have cells below each other as well
    return rows if len(rows) - high[1] >= _FEWEST and len(high) > 1 and clear and most else []


def _likeliest(
    texts: Sequence[str], valued: Collection[int], heads: Sequence[bool], place: int
) -> tuple[float, list[tuple[int, int]]]:
    """Return what speaks against the rows that fit best whose values stand in such a place, and these."""
    values, headed = ([0, *accumulate(some)] for some in ([at in valued for at in range(len(texts))], heads))
    small = [
        not _BEGINS.match(_COUNTED.sub("", text, count=1).strip() if at in valued else text) for at, text in enumerate(texts)
    ]
    opened, named = [is_open(text) for text in texts], [0, *accumulate(map(opens, texts))]
    ways: list[_Way] = [(0.0, None)]
    for end in range(1, len(texts) + 1):
        cost, way = ways[-1]
        # what stands above all rows is left of the headings
        fits = [(cost + (_HEADING if heads[end - 1] or not way else _ALONE), way)]
        for first in range(max(0, end - _HIGHEST), end):
            middle = first + (end - first - 1) * place // 2
            # between two lines stands nothing
            held = (end - first) % 2 == 1 or place != _MIDDLE
            own = held and middle in valued
            row = _ROW + _BARE * (not own) + _ELSEWHERE * (values[end] - values[first] - own) + _OPEN * opened[end - 1]
            row += _NAMED * (named[end] - named[first + 1] - (held and middle > first and named[middle + 1] - named[middle]))
            row += _SMALL * small[first] + _HEADING_IN * (headed[end] - headed[first] - (held and heads[middle]))
            fits.append((ways[first][0] + row, (ways[first][1], first, end)))
        ways.append(min(fits, key=itemgetter(0)))
    cost, way = min(((cost + _HEADING * left, way) for left, (cost, way) in enumerate(reversed(ways))), key=itemgetter(0))
    rows = list[tuple[int, int]]()
    while way:
        way, *row = way
        rows.insert(0, (row[0], row[1]))
    return cost, rows


def _heads(text: str) -> bool:
    headed = is_plan_type(text) or judge.is_group_heading(text) or judge.is_note(text) or len(text.split()) >= judge.PROSE
    return headed and not text[0].islower()


def _is_title(text: str) -> bool:
    return bool(_YEARS.search(text)) or len(judge.column_words(text)[1]) > 1
