"""The lines of a zone → pieces: what stands in one cell each, by kind: a list number, a mark, a date, a unit, a text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

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
_NUMBER = r"(?<!\S)(?<!(?<!\d)\d\s)(?<!,\d\d\s)([A-ZÆØÅ]?\d{1,3}(?:\.\d+)?)"
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
    parts = _ZoneCells(zone, ranked)
    for at, line in enumerate(zone.linjer):
        start, cells = 0, list[_Cell]()
        for number in numbers.get(at, ()):
            cells += [*parts.cells(line.tekst[start : number.start()].strip()), (Slag.NUMMER, number[1])]
            start = number.end()
        cells += parts.cells(line.tekst[start:].strip())
        made += [Piece(kind, text, line.sted, not n) for n, (kind, text) in enumerate(cells)]
    # numbers below each other are a column of their own
    return made, bool(numbers) and not any(one.slag == two.slag == Slag.NUMMER for one, two in pairwise(made))


def _numbers(zone: Zone) -> dict[int, list[re.Match[str]]]:
    """Return the list numbers by line if they count the rows, from 1 or that of the first; they begin anew, and 2.1 after 1.3."""
    found, last, texts = defaultdict[int, list[re.Match[str]]](list), [0], [line.tekst for line in zone.linjer]
    if middle_rows(texts, middle := counts_on(texts)):
        return {at: [one] for at, one in middle.items()}
    for at, text in enumerate(texts):
        for one in _COUNT.finditer(text):
            # the first may count on from another table, below what is left of the headings
            first = at < _TOP and not (any(last) or any(map(judge.names_plan, texts[:at])))
            if number := _number(one, last, first):
                found[at].append(one)
                last = number
    named = sum(judge.names_plan(text) for at, text in enumerate(texts) if at not in found)
    count = sum(map(len, found.values()))
    return found if count >= A_LIST and count * 2 >= named and not _ranked(zone) else {}


def _number(one: re.Match[str], last: Sequence[int], first: bool) -> list[int]:
    """Return the parts of a number where it counts on from the last, is the first, or begins anew."""
    number, rest = [*map(int, re.findall(r"\d+", one[1]))], one.string[one.end() :]
    named, begins = judge.plan_words_in(rest) > 0, not one.start()
    # a footnote is a sentence
    anew = number[-1] == 1 and named and not (rest.endswith(".") and rest[1:].islower())
    # one that stands in the middle of its cell may not be found
    gap = number == [*last[:-1], last[-1] + 2] and begins and named
    follows = anew or gap or first or number in ([*last[:-1], last[-1] + 1], [last[0] + 1, 1])
    # within a line, a number may as well be of another column
    return number if follows and (begins or named) and not ("." in one[0] and is_plan_type(rest)) else []


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
            # a type that begins with a capital after a name stands in a column of its own
            typed = next(filter(is_plan_type, judge.after_name((names := judge.names_in(text))[-1])), "")
            yield from ((Slag.TEKST, one.removesuffix(typed).strip()) for one in names)
            yield from [(Slag.TYPE, typed)] if typed else []

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
