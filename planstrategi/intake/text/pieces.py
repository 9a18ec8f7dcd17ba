"""The lines of a zone → pieces: what stands in one cell each, by kind: a list number, a mark, a date, a unit, a text."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from planstrategi.intake.cells import is_open
from planstrategi.intake.text.line_words import (
    begins_comment,
    column_words,
    has_plan_word,
    is_comment,
    is_other_row,
    is_plan_type,
    need_at,
    speaks_of_many,
    verbs_in,
)  # fmt: skip
from planstrategi.intake.text.zones import SMALL_NUMBER, VALUE, Zone


class Slag(StrEnum):
    """What a piece is; a date, an amount, a mark and a row of numbers are told as zones.VALUE names them."""

    TEKST = "tekst"
    NUMMER = "nummer"
    TYPE = "plantype"
    ROLLE = "rolle"
    VERDI = "verdi"
    ORD = "ord"
    AAR = "aar"
    TIDSROM = "tidsrom"
    DATO = "dato"
    KOSTNAD = "kostnad"
    MERKE = "merke"
    TALL = "tall"
    HODE = "hode"


_ABBREVIATION = r"[A-ZÆØÅ]{2,8}(?:/[A-ZÆØÅ]{1,8})*|[A-ZÆØÅ]/[A-ZÆØÅ]{1,8}(?:/[A-ZÆØÅ]{1,8})*"
# what fills a cell when a line holds nothing else
_ALONE = {
    Slag.AAR: r"(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?)(?:\s(?:19|20)\d\d)*",
    Slag.DATO: r"\d{1,3}/\d{2,4}",
    Slag.TALL: rf"{SMALL_NUMBER}|[01]{{2,6}}",
    Slag.MERKE: r"[A-ZÆØÅ](?:\s[A-ZÆØÅ])*|(?:[A-ZÆØÅ]: ?20\d\d\s?)+",
}
_LISTED = re.compile(r"(?:(?<=\s)(?<!(?<!\d)\d\s)(?<!,\d\d\s)|^)(\d{1,3})(?:\.(?!\d)\s*|\s+|$)(?=[A-ZÆØÅ«\"(]|$)")
# a year in the column after a name that goes on
_YEAR_AFTER = re.compile(r" ((?:19|20)\d\d)$")
# who is responsible stands before the years
_BEFORE_YEARS = re.compile(r"(?<=\s)[A-ZÆØÅ]\w+(?: [a-zæøå]\w*){0,4}(?= 20\d\d\b)")
_YEARS_FIRST = re.compile(r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?=$|\s)")
CAPITAL = re.compile(r"(?<=\s)(?=[A-ZÆØÅ])")
# rows that make a list
_A_LIST = 3


class Piece(NamedTuple):
    """A part of a line that stands in one cell: its kind, text and place; its line and block, and whether it begins that line."""

    slag: Slag
    tekst: str
    sted: str
    linje: int
    blokk: int
    ny: bool


def pieces_of(zone: Zone) -> tuple[list[Piece], bool]:
    """Return the pieces of a zone, in order, and whether list numbers count its rows."""
    made: list[Piece] = []
    known, numbers, block = _known_values(zone), _numbers(zone), 0
    for at, line in enumerate(zone.linjer):
        block, start, first = block + line.ny, 0, len(made)
        for number in (*numbers.get(at, ()), None):
            parts = list(_cells(line.tekst[start : number.start() if number else None].strip(), known, bool(zone.aar)))
            parts += [(Slag.NUMMER, number[1])] if number else []
            for kind, text in parts:
                made.append(Piece(kind, text, line.sted, at, block, len(made) == first))
            start = number.end() if number else 0
    return made, bool(numbers)


def _numbers(zone: Zone) -> dict[int, list[re.Match[str]]]:
    """Return the list numbers by line when they count the rows from 1; they may begin anew."""
    found: dict[int, list[re.Match[str]]] = {}
    last, dotted = 0, sum("." in one[0] for line in zone.linjer for one in _LISTED.finditer(line.tekst)) > 2
    for at, line in enumerate(zone.linjer):
        for one in _LISTED.finditer(line.tekst):
            number, rest = int(one[1]), line.tekst[one.end() :]
            anew = number == 1 and last > 1 and has_plan_word(rest) and ("." in one[0]) == dotted
            if anew or (number == last + 1 and (rest or not one.start())):
                found.setdefault(at, []).append(one)
                last = number
    return found if sum(map(len, found.values())) >= _A_LIST else {}


def _known_values(zone: Zone) -> re.Pattern[str] | None:
    """Return a pattern of the texts that fill a column: types, who is responsible, and what stands alone on many lines."""
    whole = Counter(line.tekst for line in zone.linjer)
    words = Counter(word for line in zone.linjer for word in set(line.tekst.split()) if re.fullmatch(_ABBREVIATION, word))
    typed = "plantype" in map(str.casefold, zone.kolonner)
    known = {text for text, count in whole.items() if is_plan_type(text) and (count > 1 or typed)}
    known |= {word for line in zone.linjer for word in line.tekst.split() if typed and word[0].isupper() and is_plan_type(word)}
    known |= {text for text, count in whole.items() if count > 2 + has_plan_word(text) and _fills_column(text)}
    units = {word for word, count in words.items() if count > 1 and ("/" in word or not has_plan_word(word))}
    if any("ansvar" in one.casefold() for one in zone.kolonner):
        before = Counter(one[0] for line in zone.linjer for one in _BEFORE_YEARS.finditer(line.tekst))
        units |= {text for text, count in before.items() if count > 1 and not (is_comment(text) or has_plan_word(text))}
    kinds = {Slag.ROLLE: sorted(units, key=len, reverse=True), Slag.VERDI: sorted(known - units, key=len, reverse=True)}
    parts = [rf"(?P<{kind}>{'|'.join(map(re.escape, texts))})" for kind, texts in kinds.items() if texts]
    return re.compile(rf"(?<!\S)(?:{'|'.join(parts)})(?=$|\s+(?:[A-ZÆØÅ(]|20\d\d))") if parts else None


def _fills_column(text: str) -> bool:
    return len(text) > 3 and text[0].isupper() and not is_comment(text)


def _cells(text: str, known: re.Pattern[str] | None, years: bool) -> Iterator[tuple[Slag, str]]:
    """Yield the cells of a line, as kind and text."""
    alone = next((kind for kind, form in _ALONE.items() if re.fullmatch(form, text) and (years or kind != Slag.MERKE)), None)
    if alone:
        yield alone, text
    elif re.fullmatch(_ABBREVIATION, text) and not (has_plan_word(text) or is_other_row(text)):
        yield Slag.ROLLE, text
    elif text:
        yield from _around_values(text, known)


def _around_values(text: str, known: re.Pattern[str] | None) -> Iterator[tuple[Slag, str]]:
    start = 0
    for match in VALUE.finditer(text):
        before = text[start : match.start()].strip()
        if not (is_open(before) or text[match.end() :].startswith(" =")):
            yield from _texts(before, known)
            yield Slag(match.lastgroup or ""), match[0]
            start = match.end()
    yield from _texts(text[start:].strip(), known)


def _texts(text: str, known: re.Pattern[str] | None) -> Iterator[tuple[Slag, str]]:
    """Yield the cells of a text without dates and marks: what is known to fill a column, what is decided, and names."""
    while match := need_at(text):
        yield Slag.ORD, match[0]
        text = text[match.end() :].strip()
    if text and not column_words(text)[2]:
        yield Slag.ORD if begins_comment(text) else Slag.HODE, text
    elif value := known.search(text) if known else None:
        yield from _texts(text[: value.start()].strip(), known)
        yield Slag.TYPE if is_plan_type(value[0]) else Slag(value.lastgroup or ""), value[0]
        rest = text[value.end() :].strip()
        if years := _YEARS_FIRST.match(rest):
            yield Slag.TIDSROM, years[0]
            rest = rest[years.end() :].strip()
        yield from _texts(rest, known)
    elif (year := _YEAR_AFTER.search(text)) and is_open(text[: year.start()]) and not begins_comment(text):
        yield from _texts(text[: year.start()], known)
        yield Slag.AAR, year[1]
    elif text:
        yield from ((Slag.TEKST, one) for one in names_in(text))


def names_in(text: str) -> list[str]:
    """Return the names of a line on which several stand, and the comment after them: each is whole before the next begins."""
    starts = [one.start() for one in CAPITAL.finditer(text) if text[one.start() + 1 : one.start() + 2].islower()]
    found: list[str] = []
    begin = 0
    for at, start in enumerate(starts):
        left, right = text[begin:start].strip(), text[start : [*starts[at + 1 :], len(text)][0]].strip()
        if has_plan_word(left) and begins_comment(right) and (not is_open(left) or re.search(r"\d[-–]$", left)):
            return [*found, left, text[start:].strip()]
        if not verbs_in(text) and not is_plan_type(text[start:]) and _begins_name(left, right):
            found.append(left)
            begin = start
    return [*found, text[begin:].strip()]


def _begins_name(left: str, right: str) -> bool:
    """Return whether a name ends before the words to the right, and another begins with them."""
    head = re.match(r"[\wæøå/-]+", right)
    whole = has_plan_word(left) or is_other_row(left) or bool(head and has_plan_word(head[0]))
    named = has_plan_word(right) or speaks_of_many(right) or is_other_row(right)
    return whole and named and not is_open(left) and not need_at(right.split(" ", 1)[0])
