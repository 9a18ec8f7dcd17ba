"""The lines of a zone → pieces: what stands in one cell each, by kind: a list number, a mark, a date, a unit, a text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.columns import column_of
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.lines import PlainLine, counts_on, with_numbers
from planstrategi.intake.text.recurring import A_LIST, known_values
from planstrategi.intake.text.row_starts import middle_rows
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
    TID = "tid"
    KOSTNAD = "kostnad"
    MERKE = "merke"
    TALL = "tall"
    HODE = "hode"


# what fills a cell when a line holds nothing else
_ALONE = {
    Slag.AAR: r"(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?)(?:\s(?:19|20)\d\d)*",
    Slag.TALL: rf"{SMALL_NUMBER}|[01]{{2,6}}",
    Slag.KOSTNAD: r"\d{3}",
    Slag.MERKE: r"[A-ZÆØÅ](?:\s[A-ZÆØÅ])*",
    # whose planstrategi it is, at the edge of a page
    Slag.HODE: r"(?i:side\b.* planstrategi\b.*|(?:[\w-]+ ){1,3}kommune\W+(?:kommunal )?planstrategi\b[ \d–-]*"
    r"|(?:kommunal )?planstrategi [ \d–-]*[|•·–-] (?:[\w-]+ ){1,3}kommune"
    r"|(?:kommunal )?planstrategi .*\bkommune\b.* [|•·–-] vedt.*)",
}
# a narrow column of numbers may be glued to the names
_NUMBER = r"(?<!\S)(?<!(?<!\d)\d\s)(?<!,\d\d\s)([A-ZÆØÅ]?\d{1,3}(?:\.\d+){0,2})"
_COUNT = re.compile(rf'{_NUMBER}(?:\.(?!\d)\s*|\s+|$|(?=.[a-zæøå]))(?=[A-ZÆØÅ«"(]|$)')
# a year in the column after a name that goes on; «fram mot 2040» is of the name
_YEAR_AFTER = re.compile(r"(?<!\bmot)(?<!\btil)(?<!\bfra) ((?:19|20)\d\d)(?: ((?:19|20)\d\d))?(?=$|\s+[A-ZÆØÅ(\d])")
_YEARS_AHEAD = re.compile(r"(?:19|20)\d\d(?:\s(?:19|20)\d\d)*(?=$|\s+[A-ZÆØÅ])")
_ADOPTED = re.compile(r"(?<=[^\d\W]) ((?:19|20)\d\d)(?! (?:19|20)\d\d)(?= [^–-])")
_YEARS_FIRST = re.compile(r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?=$|\s)")
# the columns of years of which one is when a plan was adopted
_ADOPTED_IN = {"vedtatt", "ferdig", "oppstart", "gyldig", "gyldig_til"}
# the first lines of a table
_TOP = 3
# what speaks against numbers that begin anew, with another than 1, and that leave one out
_ANEW, _FIRST, _GAP, _NEVER = 1.2, 0.5, 1.0, 1e6
# stands for the last number of a chapter
_LAST = 1000


# how much speaks for a way to count, and its numbers with their lines: the last, and those before it
_Way = tuple[float, Any]
_NO_WAY: _Way = (0.0, ())
# the kind of a cell, and what stands in it
_Cell = tuple[Slag, str]


class Piece(NamedTuple):
    """A part of a line that stands in one cell: its kind, text and place, whether it begins that line, and goes on on others."""

    slag: Slag
    tekst: str
    sted: str
    ny: bool
    delt: bool = False


def pieces_of(zone: Zone) -> tuple[list[Piece], bool]:
    """Return the pieces of a zone, in order, and whether list numbers count its rows."""
    zone = zone._replace(linjer=with_numbers(zone.linjer, zone.navn))
    numbers, ranked, made = _numbers(zone), _ranked(zone), list[Piece]()
    zone = zone if numbers or ranked else zone._replace(linjer=_without_numbers(zone))
    parts, broken = _ZoneCells(zone, ranked), {at + 1 for at, (one, *_) in numbers.items() if one.string != zone.linjer[at].tekst}
    for at, line in enumerate(zone.linjer):
        start, cells = 0, list[_Cell]()
        if at in broken:
            continue
        for number in numbers.get(at, ()):
            cells += [*parts.cells(line.tekst[start : number.start()].strip()), (Slag.NUMMER, number[1])]
            start = number.end()
        cells += parts.cells(line.tekst[start:].strip())
        made += [Piece(kind, text, line.sted, not n) for n, (kind, text) in enumerate(cells)]
    # numbers below each other are a column of their own
    return made, bool(numbers) and not any(one.slag == two.slag == Slag.NUMMER for one, two in pairwise(made))


def _numbers(zone: Zone) -> dict[int, list[re.Match[str]]]:
    """Return the list numbers by line if they count the rows: of all ways to count through the lines, the likeliest."""
    found, texts = defaultdict[int, list[re.Match[str]]](list), [line.tekst for line in zone.linjer]
    if middle_rows(texts, middle := counts_on(texts)):
        return {at: [one] for at, one in middle.items()}
    counted = _counted(zone.linjer)
    # below chapters with numbers of their own, 5.1 heads 5.1.1
    deep = [pair for pair in counted if pair[1][1].count(".") > 1]
    for at, one in deep if 2 * len(deep) > len(counted) else counted:
        found[at].append(one)
    # names that no number counts, on its line or alone above
    named = sum(judge.names_plan(text) for at, text in enumerate(texts) if found.keys().isdisjoint((at, at - 1)))
    count = sum(map(len, found.values()))
    return found if count >= max(A_LIST, named) and not _ranked(zone) else {}


def _counted(lines: Sequence[PlainLine]) -> list[tuple[int, re.Match[str]]]:
    """Return the numbers that count on from each other and for which most speaks, with their lines, in order."""
    # by the number that is counted to, and of all
    ways, best = dict[tuple[int, ...], _Way](), _NO_WAY
    for at, one, below in _may_count(lines):
        number = tuple(map(int, re.findall(r"\d+", one[1])))
        told = _tells_row(one, below)
        # the first may count on from another table, below what is left of the headings
        anew = _ANEW * bool(best[1]) if number[-1] == 1 else _FIRST if at < _TOP and not best[1] else _NEVER
        before = [(way, cost) for last, cost in _before(number) if (way := ways.get(last))]
        score, counted = max(((way[0] - cost, way[1]) for way, cost in [*before, (best, anew)]), key=itemgetter(0))
        if told and score + told > ways.get(number, _NO_WAY)[0]:
            ways[number] = ways[number[0], _LAST] = made = score + told, ((at, one), counted)
            best = max(best, made, key=itemgetter(0))
    found, way = list[tuple[int, re.Match[str]]](), best[1]
    while way:
        last, way = way
        found.append(last)
    return found[::-1]


def _may_count(lines: Sequence[PlainLine]) -> Iterator[tuple[int, re.Match[str], str]]:
    """Yield what may be list numbers, with their lines, and what stands on the next, which is no other block."""
    texts = ["" if line.ny else line.tekst for line in lines] + ["", ""]
    for at, (text, below, further) in enumerate(zip([line.tekst for line in lines], texts[1:], texts[2:], strict=False)):
        yield from ((at, one, below) for one in _COUNT.finditer(text))
        # a narrow column has each digit on a line
        yield from ((at, one, further) for one in _COUNT.finditer(text + below if len(text + below) == 2 and text != "0" else ""))


def _before(number: tuple[int, ...]) -> list[tuple[tuple[int, ...], float]]:
    """Return the numbers that one may count on from, and what speaks against it; 2.1 follows the last of chapter 1."""
    chapter = [((number[0] - 1, _LAST), 0.0)] if len(number) > 1 == number[-1] else []
    # one that stands in the middle of its cell may not be found
    return [((*number[:-1], number[-1] - 1), 0.0), ((*number[:-1], number[-1] - 2), _GAP), *chapter]


def _tells_row(one: re.Match[str], below: str) -> float:
    """Return how much speaks for a number as that of a row; the line `below` is what one alone may count."""
    rest = one.string[one.end() :]
    counted = rest or below
    named = judge.plan_words_in(counted) > 0
    # within a line, a number may as well be of another column; a footnote is a sentence
    if ("." in one[0] and is_plan_type(rest)) or (one.start() and not (named and rest)) or not counted:
        return 0.0
    return 0.4 * named + (0.1 if not counted[0].isupper() else 0.6 if one.start() or not rest else 0.8)


def _without_numbers(zone: Zone) -> tuple[PlainLine, ...]:
    """Return the lines without the numbers before names, where those of other rows stand elsewhere and nothing is counted."""
    found = {at: one for at, line in enumerate(zone.linjer) if (one := re.match(r"(\d{1,2})\.? (?=[A-ZÆØÅ])", line.tekst))}
    named = {at: line for at, one in found.items() if judge.names_plan(line := one.string[one.end() :])}
    counted = len(named) >= A_LIST or any(column_of(one).rolle == "nummer" for one in zone.kolonner)
    listed = counted and len({found[at][1] for at in named}) == len(named)
    return tuple(line._replace(tekst=named.get(at, line.tekst) if listed else line.tekst) for at, line in enumerate(zone.linjer))


def _ranked(zone: Zone) -> bool:
    """Return whether the numbers before the names say how pressing the plans are: that of one is that of the next plan."""
    firsts = [one for line in zone.linjer if (one := re.match(r"([1-5]) [A-ZÆØÅ]", line.tekst))]
    return len(firsts) >= A_LIST and any(one[1] == two[1] and judge.plan_words_in(two.string) for one, two in pairwise(firsts))


class _ZoneCells:
    """Parts the lines of a zone in cells, by what is known of its columns."""

    def __init__(self, zone: Zone, ranked: bool) -> None:
        texts, columns = [line.tekst for line in zone.linjer], {column_of(one).rolle for one in zone.kolonner}
        self.known = known_values(zone, [text for text in texts if not re.fullmatch(_ALONE[Slag.HODE], text)], ranked)
        # where neither years nor amounts head a column, a number alone is that of a row
        counts = not (zone.aar or {"timer", "aarsverk", "kroner", "hast"} & columns)
        alone = [one for one in _ALONE.items() if zone.aar or one[0] != Slag.MERKE]
        self.alone = [(Slag.HODE, r"[1-9]\d?"), *alone] if counts else alone
        named = [*filter(judge.names_plan, texts)]
        within = [int(year[1]) for text in named if (year := _ADOPTED.search(text))]
        usual = len(within) * 2 > sum(text[0].isupper() for text in named) or columns & _ADOPTED_IN
        # a year that those of adoption, after the names, are before: the first above the columns; 0 where there are none
        self.dated = next(iter(zone.aar), (max(within, default=0) + 1,))[0] if usual else 0

    def cells(self, text: str) -> Iterator[_Cell]:
        """Yield the cells of a line."""
        alone, start = next((kind for kind, form in self.alone if re.fullmatch(form, text)), None), 0
        for match in [] if alone else VALUE.finditer(text):
            if not text[match.end() :].startswith(" ="):
                yield from self._texts(_ended(text[start : match.start()]))
                yield Slag(match.lastgroup or ""), match[0]
                start = match.end()
        yield from [(alone, text)] if alone else self._texts(text[start:].strip())

    def _texts(self, text: str) -> Iterator[_Cell]:
        """Yield the cells of a text without dates and marks: what is known to fill a column, what is decided, and names."""
        while match := (need := judge.need_at(text)) or _YEARS_AHEAD.match(text):
            yield Slag.ORD if need else Slag.AAR, match[0]
            text = text[match.end() :].strip()
        if text and not judge.column_words(text)[2]:
            yield Slag.ORD if judge.begins_comment(text) else Slag.HODE, text
        elif found := self._value_in(text):
            kind, start, end = found
            yield from self._texts(_ended(text[:start]))
            yield kind, text[start:end].strip()
            rest = text[end:].strip()
            if kind != Slag.ORD and (years := _YEARS_FIRST.match(rest)):
                yield Slag.TIDSROM, years[0]
                rest = rest[years.end() :].strip()
            yield from self._texts(rest)
        elif text:
            # a type that begins with a capital after a name stands in a column of its own, as what heads one does
            after = judge.after_name((names := judge.names_in(text))[-1])
            edge = next((one for one in after if is_plan_type(one) or not judge.column_words(one)[2]), "")
            yield from ((Slag.TEKST, one.removesuffix(edge).strip()) for one in names)
            yield from [(Slag.TYPE if is_plan_type(edge) else Slag.HODE, edge)] if edge else []

    def _value_in(self, text: str) -> tuple[Slag, int, int] | None:
        """Return the first value that stands after other words, as its kind and place: known, a year, or what is decided."""
        if found := self.known.search(text) if self.known else None:
            return Slag.TYPE if is_plan_type(found[0]) else Slag(found.lastgroup or ""), found.start(), found.end()
        year = None if judge.begins_comment(text) else _YEAR_AFTER.search(text)
        adopted = year and self.dated and (year.end() < len(text) or int(year[1]) < self.dated)
        if year and (is_open(text[: year.start()]) or year[2] or adopted):
            # the years of a plan rise; a later one before an earlier is of its name
            return Slag.AAR, year.start(2) if year[2] and year[1] > year[2] else year.start(1), year.end()
        need = judge.need_in(text)
        return (Slag.ORD, need.start(), need.end()) if need and not judge.is_comment(text[: need.start()]) else None


def _ended(text: str) -> str:
    """Return what stands before a value: a dash at its end is an empty cell."""
    return text.strip().removesuffix(" –").removesuffix(" -")
