"""Lines of a table whose cells are lost → its rows: the way to part them that least speaks against, by where values stand."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.pdf.row_parting import BegunRows, RowSpan, likeliest
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.headings import opens
from planstrategi.intake.text.lines import COUNTED

# What speaks against a row, as logarithms of odds: guessed, and then tried on documents until their rows were found.
# the most lines of a row
_HIGHEST = 17
# In tenths, so that ways which are as likely are so exactly: a line of no row, a heading of none or a line above all
# rows or below, and a heading in one
_ALONE, _LEFT, _HEADING_IN = 10, 3, 10
# that there is a row, that it has no values in their place, and has some in another
_VALUED_ROW, _UNVALUED, _ELSEWHERE = 1, 10, 7
# a row that begins as no cell does, one that ends where more has to follow, and a name that begins within it
_BEGUN_SMALL, _ENDS_OPEN, _NAMED = 7, 3, 4
# where in a row its values stand
_TOP, _MIDDLE, _BOTTOM = 0, 1, 2
# the rows of several lines that show how cells stand; how much less has to speak against rows with their values in the middle
# than with these elsewhere, in part and in all; what may speak against each line; and how many rows have values
_FEWEST, _CLEARLY, _LEAST, _MOST, _VALUED = 2, 0.85, 12, 2.5, 0.8
# what begins a cell: a name, and a date or a number, which may as well be of one; and years above columns
_BEGINS, _YEARS = re.compile(r"[A-ZÆØÅ«]|\d{1,2}\.\d{1,2}\."), re.compile(r"20\d\d\S* 20\d\d")


def middle_rows(texts: Sequence[str], valued: Collection[int]) -> list[RowSpan]:
    """Return from which line to which each row goes whose values stand on its middle line; none where they stand on top.

    `valued` are the lines with values that mostly have room on one line of their cell, such as a number or marks.
    """
    lines = _RowsByValues(texts, valued)
    ways = (likeliest(len(texts), partial(lines.rows_from, place), _LEFT) for place in (_MIDDLE, _TOP, _BOTTOM))
    (against, rows), *others = ways
    other = min(cost for cost, _ in others)
    high = Counter(end - first for first, end in rows)
    # where cells stand below each other, values stand alone
    alone = sum(" " not in texts[at] for at in valued)
    clear = against < min(_CLEARLY * other, other - _LEAST, _MOST * len(texts))
    most = 2 * alone < len(valued) and len(valued) > _VALUED * len(rows)
    # rows that are all as high may have cells below each other as well
    return rows if len(rows) - high[1] >= _FEWEST and len(high) > 1 and clear and most else []


class _RowsByValues:
    """Lines, some of which have values, and what speaks against each in a row: as the first, as the last, and between."""

    def __init__(self, texts: Sequence[str], valued: Collection[int]) -> None:
        self.valued, often = valued, Counter(texts)
        self.heads = [_heads(text, often[text] > 1) for text in texts]
        bare = (COUNTED.sub("", text, count=1).strip() if at in valued else text for at, text in enumerate(texts))
        self.first = [_VALUED_ROW + _BEGUN_SMALL * (not _BEGINS.match(text)) for text in bare]
        self.last = [_ENDS_OPEN * is_open(text) for text in texts]
        self.named = [_NAMED * opens(text) for text in texts]
        self.within = [_ELSEWHERE * (at in valued) + _HEADING_IN * head for at, head in enumerate(self.heads)]

    def rows_from(self, place: int, first: int) -> BegunRows:
        """Yield the rows that may begin on a line, with their values in such a place, and the line as one of no row."""
        yield first + 1, _LEFT if self.heads[first] else _ALONE, 0
        cost = self.first[first]
        for at in range(first, min(len(self.heads), first + _HIGHEST)):
            cost += self.within[at] + (at > first) * self.named[at]
            middle = first + (at - first) * place // 2
            # between two lines stands nothing
            held = (at - first) % 2 == 0 or place != _MIDDLE
            own = held * (self.within[middle] + (middle > first) * self.named[middle])
            ends = self.last[at] + _UNVALUED * (not (held and middle in self.valued))
            yield at + 1, cost - own + ends, at + 1 - first


def _heads(text: str, often: bool) -> bool:
    """Whether a text heads a group of rows, or columns: their headings, and their years, stand on each page."""
    group = is_plan_type(text) or judge.is_group_heading(text) or judge.is_note(text) or len(text.split()) >= judge.PROSE
    return (group and not text[0].islower()) or (often and (bool(_YEARS.search(text)) or len(judge.column_words(text)[1]) > 1))
