"""Printed words with their places → lines and text: where a line was broken, a word may have been, too."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import TypeVar

from planstrategi.intake.cells import JOINED
from planstrategi.intake.pdf.drawn import Word

TextLine = list[Word]
_Item = TypeVar("_Item")
# parts of a letter's width, or of a line's height
_SAME_LINE, _GAP = 0.4, 0.6
_NEAR, _LARGE = 3.0, 14.0
# a year, and the number of a row, or what may be one
_YEAR, NUMBER_OF_ROW = re.compile(r"20\d\d"), re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?")
# a dot alone may be a mark
_BULLETS = ("•", "▪", "➢", "\uf0b7", "\uf0a7", "\uf0d8")
LOWER = frozenset("abcdefghijklmnopqrstuvwxyzæøå")
# words that are hardly ever the rest of another
_SMALL = frozenset(["og", "på", "av", "for", "til", "med", "mot", "om", "som", "ved", "fra", "frå", "ikke", "ikkje", "eller"])


def printed_lines(words: Iterable[Word]) -> list[TextLine]:
    """Return words as lines from the top, each from the left; what is turned on its side is read as it is turned."""
    lines: list[TextLine] = []
    # what is turned comes last, and its lines stand beside each other
    for word in sorted(words, key=lambda word: (not word.upright, -_across(word)[0] if word.down else _across(word)[0], word.x0)):
        first = lines[-1][0] if lines else word
        middle, (_, size) = _across(word)[0] - _across(first)[0], _across(word)
        if lines and word.upright == first.upright and abs(middle) < _SAME_LINE * size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_years_apart(_with_bullets(sorted(line, key=_along))) for line in lines]


def _along(word: Word) -> float:
    return word.x0 if word.upright else word.top if word.down else -word.bottom


def _with_bullets(line: TextLine) -> TextLine:
    """A line with each bullet as wide as to the item that it is of: they are one text."""
    beside = ((word, after.x0 - word.x1 if after else 0.0) for word, after in zip_longest(line, line[1:]))
    return [
        word._replace(x1=word.x1 + gap) if word.text in _BULLETS and 0 < gap < 2 * word.height else word for word, gap in beside
    ]


def _years_apart(line: TextLine) -> TextLine:
    """A line with its years, and the words after them, as beginning columns, where it has many years, which may stand close."""
    years = [bool(_YEAR.fullmatch(word.text)) for word in line]
    beside = zip([False, *years], years, [*years[1:], False], line, strict=False)
    # a small letter goes on with what names the year
    new = [(own and after) or (last and re.match(r"[A-ZÆØÅ\d]", word.text)) for last, own, after, word in beside]
    return [word._replace(begins=word.begins or bool(one and sum(years) > 2)) for one, word in zip(new, line, strict=True)]


def _across(word: Word) -> tuple[float, float]:
    """The middle of a word across its line, and how far it reaches there."""
    first, last = (word.top, word.bottom) if word.upright else (word.x0, word.x1)
    return (first + last) / 2, last - first


def parted(items: Iterable[_Item], apart: Callable[[_Item, _Item], bool]) -> Iterator[list[_Item]]:
    """Yield the runs of some items, where two that follow each other are not apart."""
    run: list[_Item] = []
    for item in items:
        if run and apart(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def segments(line: TextLine) -> list[TextLine]:
    """Return the parts of a line that are wider apart than words are, or begin where a column does."""
    return [*parted(line, lambda before, word: word.begins or word.x0 - before.x1 > _GAP * word.height)]


def plain_line(line: TextLine) -> str:
    """Return the text of a line."""
    return " ".join(word.text for word in line)


def pitch(*columns: Sequence[TextLine]) -> float:
    """Return how far lines of one paragraph are apart, in columns beside each other."""
    height = max((line[0].height for lines in columns for line in lines), default=10.0)
    gaps = (below[0].top - above[0].top for lines in columns for above, below in pairwise(lines))
    return min((gap for gap in gaps if 0.8 * height < gap < 2.1 * height), default=1.25 * height)


def text_of_lines(lines: Sequence[TextLine], right: float, known: frozenset[str]) -> str:
    """Return the text of a cell whose lines end at `right` at the latest.

    A line that could have held the next word ends a paragraph. A word is put together again where it fills its line
    and is longer than a whole one, with JOINED where that is a guess; `known` are words that are whole for certain.
    """
    text = plain_line(lines[0]) if lines else ""
    for at in range(1, len(lines)):
        line, gap = plain_line(lines[at]), _between(text, lines, at, right, known)
        # a hyphen between small letters is of the line, and not of the word
        text = (text.removesuffix("-") if not gap and {text[-2:-1], line[0]} <= LOWER else text) + gap + line
    return text


def _between(text: str, lines: Sequence[TextLine], at: int, right: float, known: frozenset[str]) -> str:
    last, first = lines[at - 1][-1], lines[at][0]
    # the word so far, which may have begun some lines above
    end, begin, space = _bare(re.split(r"\s", text)[-1].replace(JOINED, "")), _bare(first.text), right - last.x1
    if not first.upright:
        return "" if first.text[0].isdecimal() or first.text[0].islower() else " "
    if last.text[-1] in "-‐–" and len(last.text) > 1:
        return " " if first.text in ("og", "eller", "samt") else ""
    if not _full(last, first, right):
        return "\n" if space > (first.x1 - first.x0) + 2 * first.letter and not first.text[0].islower() else " "
    if re.search(r"\d[.:]$", last.text) and first.text[0].isdecimal():
        return ""
    between_letters = last.text[-1].isalpha() == first.text[0].isalpha() and last.text[-1].isalnum() and first.text[0].isalnum()
    if not between_letters or first.text[0].isupper():
        return " "
    if end + begin in known:
        return ""
    # a word that is longer than a line begins on a line of its own
    if end in known or begin in _SMALL or len(lines[at - 1]) > 1:
        return " "
    left = min(line[0].x0 for line in lines)
    return JOINED if _run(lines, at - 1, -1) + _run(lines, at, 1) > right - left - 1 else " "


def _full(last: Word, first: Word, right: float) -> bool:
    """Whether not even the first letter of the next word would have had room."""
    return right - last.x1 < first.letter + 1


def _run(lines: Sequence[TextLine], at: int, step: int) -> float:
    """The width of the word at the end of a line, or at the beginning, with the lines that it fills alone."""
    wide = 0.0
    for line in lines[at::step]:
        word = line[-1 if step < 0 else 0]
        wide += word.x1 - word.x0
        if len(line) > 1:
            break
    return wide


def whole_words(lines: Sequence[TextLine], right: float) -> set[str]:
    """Return the words of a cell that are whole for certain: within a line, or beside a break that had room for more."""
    found = {_bare(word.text) for line in lines for word in line[1:-1]}
    for above, below in pairwise(lines):
        if not _full(above[-1], below[0], right):
            found |= {_bare(line[side].text) for line, side in ((above, -1), (below, 0)) if len(line) > 1}
    return found


def _bare(text: str) -> str:
    return text.lower().strip(".,;:()«»\"'")


def column_bounds(heading: TextLine, below: Sequence[TextLine]) -> list[float]:
    """Return where the columns below a heading part: where fewest words stand between two of its words."""
    body = [word for line in below for word in line]
    texts = [part for line in below for part in segments(line)]
    bounds, begun = list[float](), Counter(int(part[0].x0) - 1 for part in texts)
    for before, after in pairwise(segments(heading)):
        right = after[0].x0
        first, last = int(before[-1].x1) + 1, int(right)
        count = {x: sum(word.x0 <= x <= word.x1 for word in body) for x in range(first, max(first, last) + 1)}
        # a heading may stand in the middle, over texts that begin to the left of it, more than go on there
        over = (int(part[0].x0) - 1 for part in texts if any(word.x0 < last < word.x1 for word in part))
        last = min([last, *(x for x in over if count.get(x, begun[x]) < begun[x])])
        # what is short and stands to the right is still of the column before
        fewest = min(count[x] for x in count if x <= max(first, last))
        *_, free = consecutive(x for x in count if count[x] == fewest and x <= max(first, last))
        # text begins at the left of its column; the cells of a sheet touch, and a number stands at the right of its own
        own = (part[-1] for part in texts if part[0].x0 > max(bounds, default=0.0))
        numbers = (word.x1 for word in own if word.text[-1].isdecimal() and right - _NEAR < word.x1 < right)
        bounds.append(max((free[0] + free[-1]) / 2, free[-1] - _NEAR, *numbers))
    return bounds


def consecutive(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield the runs of numbers that follow each other."""
    return parted(numbers, lambda before, number: number != before + 1)


def fits(line: TextLine, bounds: Sequence[float]) -> bool:
    """Return whether no part of a line stretches over two columns."""
    return not any(part[0].x0 < bound - 1 and bound + 1 < part[-1].x1 for part in segments(line) for bound in bounds)


def runs_of_lines(lines: Sequence[TextLine], most: float) -> Iterator[list[TextLine]]:
    """Yield the lines that are no more apart than `most`, and printed alike."""

    def apart(above: TextLine, line: TextLine) -> bool:
        # a title in large letters has more between its lines
        room = max(most, 1.8 * line[0].height) if line[0].height > _LARGE else most
        return line[0].top - above[0].top > room or abs(line[-1].height - above[-1].height) > 1

    return parted(lines, apart)


def paragraphs_in(lines: Sequence[TextLine]) -> Iterator[tuple[list[TextLine], str]]:
    """Yield the lines of each paragraph, which are printed close and in one font, with their text."""
    runs, right = runs_of_lines(lines, 1.4 * pitch(lines)), max((line[-1].x1 for line in lines), default=0.0)
    for paragraph in (part for run in runs for part in parted(run, _other_font)):
        yield paragraph, text_of_lines(paragraph, right, frozenset())


def _other_font(above: TextLine, line: TextLine) -> bool:
    """Whether a line is printed otherwise than the one above begins and ends: bullets are of a font of their own."""
    first, below = (next((word.font for word in one if word.text[0].isalnum()), one[0].font) for one in (above, line))
    return below not in (first, above[-1].font)


def column_at(word: Word, bounds: Sequence[float]) -> int:
    """Return the column that a word stands in."""
    return sum((word.x0 + word.x1) / 2 > bound for bound in bounds)


def parted_at(line: TextLine, bounds: Sequence[float]) -> TextLine:
    """Return a line of several cells, with words beside a bound apart though a cell is filled to it."""
    made, counted = [*line], bool(NUMBER_OF_ROW.fullmatch(line[0].text))
    for at, (one, two) in enumerate(pairwise(line)):
        beside = any(one.x1 - one.letter <= bound <= two.x0 + one.letter for bound in bounds)
        # what is printed as one is of one cell, and may go on beyond it, but for the number of a row
        if beside and two.x0 - one.x1 < one.height and (not one.home == two.home != 0 or (counted and not at)):
            made[at] = one._replace(x1=one.x1 - one.height)
    return made if len(segments(line)) > 1 or (counted and fits(made, bounds)) else line


def columns_of(line: TextLine, bounds: Sequence[float]) -> set[int]:
    """Return the columns of the parts of a line, each in one of its own; else none."""
    columns = [column_at(part[0], bounds) for part in segments(line)]
    return {*columns} if len({*columns}) == len(columns) and fits(line, bounds) else set()
