"""Text taken out of a PDF → its lines with their places, without page numbers and running headers and footers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from planstrategi.intake.text.line_words import is_group_heading, is_name

# what stands as a row does, where blanks hold columns
ROW = re.compile(r"\S {2,}\S.* {2,}\S")
PAGE_MARK = re.compile(r"<!--\s*(?:side|page)\s+(\w+)\s*-->|\f", re.IGNORECASE)
# what stands before the items of a list, as letters of a font of signs as well; these are no marks where they stand alone
_BULLET = re.compile(r"^(?:[•▪‣◦➢]\s*|[-–]\s+)(?=\w)|^[\uf0b7\uf0a7\uf0d8]\s*")
_NEXT_ITEM = re.compile(r"\s[•▪‣◦➢\uf0b7\uf0a7\uf0d8]\s+(?=[A-ZÆØÅ])")
_PAGE_NUMBER = re.compile(r"(?:(?:side|page)\s+)?\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?", re.IGNORECASE)
# what is broken in a cell that goes on may end in the blank of the break; a text of which most lines do, says nothing by it
_GOES_ON, _TOO_OFTEN = re.compile(r"\S $"), 0.8
# a number of a row, and none of a part of a year, «1. kv. 2028», or of a column of numbers
COUNTED = re.compile(r"^([A-ZÆØÅ]?(\d{1,3})(?:\.(\d{1,2}))?)\.?(?=\s|$)(?! [a-zæøå]{1,3}\.)(?!(?: \d){2})")
# how many lines from the edge of a page a running header or footer may stand; on two pages it has to say whose it is, on more not
_EDGE, _MANY_PAGES = 3, 4
_RUNNING = re.compile(r"planstrateg|kommune\b|kommunestyret|\bside\b|www\.|\.no\b", re.IGNORECASE)


# cells that go on from the one above, and from the one to the left: blanks, as all see them
FROM_ABOVE, FROM_LEFT = "\v", "\f"


class TextRow(NamedTuple):
    """A row of a table that a text holds: its line, from the first of the table, its cells, and if their columns are a guess."""

    linje: int
    celler: list[str]
    usikker: bool = False


# a table that a text holds: the line after it, and its rows
TextTable = tuple[int, list[TextRow]]


class PlainLine(NamedTuple):
    """A line of text: its place, its page, whether it begins a block after a blank line, and what stands there.

    `hel` says that it was broken in its cell, and is whole again.
    """

    sted: str
    side: str
    ny: bool
    tekst: str
    hel: bool = False


def clean_lines(text: str) -> list[PlainLine]:
    """Return the lines that are not blank, without page numbers and what runs along the edges of the pages."""
    lines = _lines(text)
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.side)]
    at_edges = [page[:_EDGE] + page[-_EDGE:] for page in pages]
    edges = Counter(same for page in at_edges for same in {_same(one.tekst) for one in page})
    # where nothing parts the pages, what runs along them is alike but for the number
    edges.update(_same(line.tekst) for line in lines if len(pages) == 1 and re.search(r"\s\d{1,3}$", line.tekst))
    gone = {one for page in at_edges for one in page if len(pages) > 1 and _runs(one, edges)}
    # what stands right above «Side 1 av 9»
    feet = {one for one, two in pairwise(lines) if re.match(r"(?i)(?:side|page) \d", two.tekst)}
    gone |= {line for line in lines if _is_foot(line, edges, feet)}
    often = Counter(line.tekst for line in lines)
    gone |= {two for one, two in pairwise(lines) if one in gone and _RUNNING.search(two.tekst) and often[two.tekst] > 1}
    return [line for line in lines if line not in gone]


def items_apart(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Return the lines with each item on its own, where a list stands in running text."""
    return [one._replace(ny=one.ny or at > 0, tekst=item) for one in lines for at, item in enumerate(_NEXT_ITEM.split(one.tekst))]


def with_numbers(lines: Sequence[PlainLine], above: str) -> tuple[PlainLine, ...]:
    """Return the lines with the list numbers that stand in a column of their own each before the name it counts.

    That of the first row may stand `above` the headings. The lines are as they were where a name has no number.
    """
    last, waiting, made = int(above == "1"), ["1"] if above == "1" else [], list[PlainLine]()
    for line in lines:
        if line.tekst == str(last + 1):
            last += 1
            waiting.append(line.tekst)
        else:
            number = f"{waiting.pop(0)} " if waiting and line.tekst[0].isupper() else ""
            made.append(line._replace(tekst=number + line.tekst))
    return tuple(lines if last < 3 or any(is_name(one.tekst) and not is_group_heading(one.tekst) for one in made) else made)


def counts_on(texts: Sequence[str]) -> dict[int, re.Match[str]]:
    """Return the numbers that lines begin with and that count on, by line."""
    found, last = dict[int, re.Match[str]](), (0, 0)
    for at, text in enumerate(texts):
        if one := COUNTED.match(text):
            number = (int(one[2]), int(one[3] or 0))
            begins = (number[0] == 1 != last[0] and number[1] < 2) or not found
            if begins or number in ((last[0] + 1, min(last[1], 1)), (last[0], last[1] + 1)):
                found[at], last = one, number
    return found


def line_places(lines: Sequence[str]) -> list[str]:
    """Return the place of each line: its number, and its page where the text has pages."""
    return [f"side {side}, linje {at}" if side else f"linje {at}" for at, side in enumerate(_pages(lines), start=1)]


def _pages(lines: Sequence[str]) -> Iterator[str]:
    side = ""
    for line in lines:
        for found in PAGE_MARK.finditer(line):
            side = found[1] or str(int(side) + 1 if side.isdecimal() else 2)
        yield side


def _lines(text: str) -> list[PlainLine]:
    raw, blank = text.split("\n"), True
    told, goes_on = sum(map(bool, map(_GOES_ON.search, raw))) < _TOO_OFTEN * len(raw), False
    made: list[PlainLine] = []
    for line, side, place in zip(raw, _pages(raw), line_places(raw), strict=True):
        begins = bool(PAGE_MARK.search(line))
        plain = _BULLET.sub("", re.sub(r"\s+", " ", PAGE_MARK.sub("", line)).strip())
        if plain and goes_on and not begins:
            made.append((above := made.pop())._replace(tekst=f"{above.tekst} {plain}", hel=True))
        elif plain:
            made.append(PlainLine(place, side, blank or begins, plain))
        blank, goes_on = not plain, told and bool(plain and _GOES_ON.search(line))
    return made


def _is_foot(line: PlainLine, edges: Counter[str], feet: set[PlainLine]) -> bool:
    """Return whether a line runs along pages, or ends with the number of its own or stands above it, wherever it is put."""
    numbered = re.search(rf"\W(?:{line.side or 1}|\d+ (?:av|/) \d+|\| ?\d{{1,3}})$", line.tekst)
    return bool(_RUNNING.search(line.tekst)) and (line in feet or edges[_same(line.tekst)] > 1 or bool(numbered))


def _same(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _runs(line: PlainLine, edges: Counter[str]) -> bool:
    pages = edges[_same(line.tekst)]
    return bool(_PAGE_NUMBER.fullmatch(line.tekst)) or pages >= (2 if _RUNNING.search(line.tekst) else _MANY_PAGES)
