"""The lines of a zone → pieces: what stands in one cell each, by kind: a list number, a mark, a date, a unit, a text."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.columns import column_of
from planstrategi.intake.text.line_words import (
    begins_comment,
    column_words,
    is_comment,
    is_other_row,
    names_plan,
    need_at,
    need_in,
    plan_words_in,
    speaks_of_many,
    verbs_in,
)
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


_ABBREVIATION = r"[A-ZÆØÅ]{2,8}(?:/[A-ZÆØÅ]{1,8})*|[A-ZÆØÅ]/[A-ZÆØÅ]{1,8}(?:/[A-ZÆØÅ]{1,8})*"
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
# a year in the column after a name that goes on
_YEAR_AFTER = re.compile(r" ((?:19|20)\d\d)(?: ((?:19|20)\d\d))?(?=$|\s+[A-ZÆØÅ(\d])")
_ADOPTED = re.compile(r"(?<=[^\d\W]) ((?:19|20)\d\d)(?! (?:19|20)\d\d)(?= [^–-])")
# a theme stands before the name, who is responsible and how the plan is before marks, and who is responsible before years
_CELL = r"(?<=\s)[A-ZÆØÅ]\w+(?:,? [a-zæøå]\w*){0,4}"
_THEME, _BEFORE_MARK = r"^[A-ZÆØÅ][\w-]+,?(?: [a-zæøå]\w*){0,3}(?= [A-ZÆØÅ])", rf"{_CELL}(?= \(?[xX✓✔●☑]\)?(?:\s|$))"
_AFTER_YEAR, _LAST = rf"(?:(?<=\d\d\d\d )|(?<=[ (][xX)] )){_CELL}(?= [A-ZÆØÅ])", rf"{_CELL}(?=$| 20\d\d\b)"
# where no heading says what stands after a name
_AFTER = re.compile(rf"{_CELL}(?=$|\s+[A-ZÆØÅ\d(])")
_YEARS_FIRST = re.compile(r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?=$|\s)")
# the act that demands a plan, and how pressing it is; and a unit beside a name, with the role in it
_DEMAND = r"(?:pbl\.|(?:\w+- og )?\w+(?:lov|forskrift)(?:a|en)\b|(?:må|bør|kan|skal)\b)(?: [a-zæøå§][^\sA-ZÆØÅ]*| \d\S*)*"
_UNIT_AND_ROLE = r"(?<=\S )[A-ZÆØÅ]\w+(?: og [a-zæøå]\w+)? /(?: [a-zæøå]\w+|(?=$| \(?[xX]\b))"
_CAPITAL = re.compile(r"(?<=\s)[A-ZÆØÅ](?=[a-zæøå])")
# rows that make a list
_A_LIST = 3


class Piece(NamedTuple):
    """A part of a line that stands in one cell: its kind, text and place, whether it begins that line, and goes on on others."""

    slag: Slag
    tekst: str
    sted: str
    ny: bool
    delt: bool = False


def pieces_of(zone: Zone) -> tuple[list[Piece], bool]:
    """Return the pieces of a zone, in order, and whether list numbers count its rows."""
    made: list[Piece] = []
    known, numbers, dated = _known_values(zone), _numbers(zone), _dated(zone)
    # where neither years nor amounts head a column, a number alone is that of a row
    counts = not (zone.aar or {"timer", "aarsverk", "kroner", "hast"} & {column_of(one).rolle for one in zone.kolonner})
    for at, line in enumerate(zone.linjer):
        start, first = 0, len(made)
        for number in (*numbers.get(at, ()), None):
            parts = list(_cells(line.tekst[start : number.start() if number else None].strip(), known, zone.aar, dated))
            parts += [(Slag.NUMMER, number[1])] if number else []
            for kind, text in parts:
                kind = Slag.HODE if counts and kind == Slag.TALL and re.fullmatch(r"[1-9]\d?", text) else kind
                made.append(Piece(kind, text, line.sted, len(made) == first))
            start = number.end() if number else 0
    # numbers below each other are a column of their own
    return made, bool(numbers) and not any(one.slag == two.slag == Slag.NUMMER for one, two in pairwise(made))


def _numbers(zone: Zone) -> dict[int, list[re.Match[str]]]:
    """Return the list numbers by line when they count the rows, from 1 or from that of the first line; they may begin anew."""
    found: dict[int, list[re.Match[str]]] = {}
    last = [0]
    for at, line in enumerate(zone.linjer):
        for one in _COUNT.finditer(line.tekst):
            number, rest = [*map(int, re.findall(r"\d+", one[1]))], line.tekst[one.end() :]
            footnote = verbs_in(rest) and rest.endswith(".") and rest[1:].islower()
            anew = number[-1] == 1 and last[-1] > 0 and plan_words_in(rest) and not footnote
            follows = anew or number == [*last[:-1], last[-1] + 1] or not (at or any(last))
            # within a line, a number may as well be of another column
            if follows and (not one.start() or plan_words_in(rest)) and not ("." in one[0] and is_plan_type(rest)):
                found.setdefault(at, []).append(one)
                last = number
    named = [line for at, line in enumerate(zone.linjer) if at not in found and names_plan(line.tekst)]
    return found if (count := sum(map(len, found.values()))) >= _A_LIST and count * 2 >= len(named) else {}


def _known_values(zone: Zone) -> re.Pattern[str] | None:
    """Return a pattern of the texts that fill a column: types, who is responsible, and what stands alone on many lines."""
    texts = [line.tekst for line in zone.linjer if not re.fullmatch(_ALONE[Slag.HODE], line.tekst)]
    columns = {column_of(one).rolle for one in zone.kolonner}
    words = Counter(word for text in texts for word in set(text.split()))
    known = {word for word in words if word[0].isupper() and is_plan_type(word) and "plantype" in columns}
    whole = {text: count for text, count in Counter(texts).items() if count > 1 and text[0].isupper() and not is_open(text)}
    known |= {one for one in whole if is_plan_type(one) or (whole[one] > 2 + bool(plan_words_in(one)) and not is_comment(one))}
    forms = (_THEME, _BEFORE_MARK, *([_AFTER_YEAR, _LAST] if "ansvarlig" in columns else []))
    beside = Counter(one[0] for text in texts for form in forms for one in re.finditer(form, text))
    filled = {one for one, n in beside.items() if n > 1 and not (is_comment(one) or plan_words_in(one) or need_at(one))}
    filled |= _before_marks(texts, filled) if "ansvarlig" in columns else set()
    filled |= _after_names(texts) if "ord" not in columns and not (zone.aar and "ansvarlig" in columns) else set()
    runs = [match[0].split() for text in texts for match in VALUE.finditer(text) if match["merke"]]
    short = {word for word, count in words.items() if count > 1 and re.fullmatch(_ABBREVIATION, word)}
    runs += re.findall(r" [–-] ([A-ZÆØÅ])(?: [A-ZÆØÅ]|$)", "\n".join(texts), re.MULTILINE)
    units = {word for word in short if "/" in word or not plan_words_in(word)}
    # who is responsible stands before the years, and so does what is said of the plan as it is
    (units if "ansvarlig" in columns else known).update(filled)
    known |= {*"123456789"} if "hast" in columns else set()
    kinds = {Slag.ROLLE: units, Slag.VERDI: known - units, Slag.MERKE: {one for run in runs for one in run if one.isalpha()}}
    longest = {kind: sorted(map(re.escape, some), key=len, reverse=True) for kind, some in kinds.items() if some}
    headed = {"hjemmel": (Slag.VERDI, _DEMAND), "ansvarlig": (Slag.ROLLE, _UNIT_AND_ROLE)}
    for kind, form in (headed[column] for column in headed.keys() & columns):
        longest.setdefault(kind, []).append(form)
    parts = [rf"(?P<{kind}>{'|'.join(some)})" for kind, some in longest.items()]
    return re.compile(rf"(?<!\S)(?:{'|'.join(parts)})(?=$|\s+[A-ZÆØÅ(\d])") if parts else None


def _before_marks(texts: Sequence[str], known: Collection[str]) -> set[str]:
    """Return the texts between a name and its marks, where what is known stands there as a rule."""
    found = [one for text in texts for one in re.finditer(_BEFORE_MARK, text) if not plan_words_in(one[0])]
    ended = {one[0] for one in found if names_plan(one.string[: one.start()].strip())}
    return ended if sum(one[0] in known for one in found) * 2 > len(found) else set()


def _after_names(texts: Sequence[str]) -> set[str]:
    """Return the texts that stand after what is whole on several lines, and hardly anywhere else."""
    met = Counter(one[0] for text in texts for one in _AFTER.finditer(text) if not is_open(text[: one.start()].strip()))
    often = {text for text, count in met.items() if count > 2 and not (is_comment(text) or need_at(text))}
    # a type is a part of names as well
    kept = (one for one in often if met[one] * 5 >= 4 * sum(text.count(one) for text in texts) and not plan_words_in(one))
    return {*kept, *filter(is_plan_type, often)}


def _cells(text: str, known: re.Pattern[str] | None, years: Sequence[tuple[int, ...]], dated: int) -> Iterator[tuple[Slag, str]]:
    """Yield the cells of a line, as kind and text."""
    alone = next((kind for kind, form in _ALONE.items() if re.fullmatch(form, text) and (years or kind != Slag.MERKE)), None)
    start = 0
    for match in [] if alone else VALUE.finditer(text):
        if not text[match.end() :].startswith(" ="):
            yield from _texts(text[start : match.start()].strip(), known, dated)
            yield Slag(match.lastgroup or ""), match[0]
            start = match.end()
    yield from [(alone, text)] if alone else _texts(text[start:].strip(), known, dated)


def _dated(zone: Zone) -> int:
    """Return a year that those of adoption, after the names, are before: the first above the columns; 0 where there are none."""
    named = [line.tekst for line in zone.linjer if names_plan(line.tekst)]
    within = [int(year[1]) for text in named if (year := _ADOPTED.search(text))]
    usual = len(within) * 2 > len(named) or "vedtatt" in {column_of(one).rolle for one in zone.kolonner}
    return next(iter(zone.aar), (max(within, default=0) + 1,))[0] if usual else 0


def _texts(text: str, known: re.Pattern[str] | None, dated: int) -> Iterator[tuple[Slag, str]]:
    """Yield the cells of a text without dates and marks: what is known to fill a column, what is decided, and names."""
    while match := need_at(text):
        yield Slag.ORD, match[0]
        text = text[match.end() :].strip()
    if text and not column_words(text)[2]:
        yield Slag.ORD if begins_comment(text) else Slag.HODE, text
    elif found := _value_in(text, known, dated):
        kind, start, end = found
        # a dash before a value is an empty cell
        yield from _texts(text[:start].strip().removesuffix(" –").removesuffix(" -"), known, dated)
        yield kind, text[start:end].strip()
        rest = text[end:].strip()
        if kind != Slag.ORD and (years := _YEARS_FIRST.match(rest)):
            yield Slag.TIDSROM, years[0]
            rest = rest[years.end() :].strip()
        yield from _texts(rest, known, dated)
    elif text:
        yield from ((Slag.TEKST, one) for one in names_in(text))


def _value_in(text: str, known: re.Pattern[str] | None, dated: int) -> tuple[Slag, int, int] | None:
    """Return the first value that stands after other words, as its kind and place: known, a year, or what is decided."""
    if found := known.search(text) if known else None:
        return Slag.TYPE if is_plan_type(found[0]) else Slag(found.lastgroup or ""), found.start(), found.end()
    year = None if begins_comment(text) else _YEAR_AFTER.search(text)
    if year and (is_open(text[: year.start()]) or year[2] or (dated and (year.end() < len(text) or int(year[1]) < dated))):
        # the years of a plan rise; a later one before an earlier is of its name
        return Slag.AAR, year.start(2) if year[2] and year[1] > year[2] else year.start(1), year.end()
    need = need_in(text)
    return (Slag.ORD, need.start(), need.end()) if need and not is_comment(text[: need.start()]) else None


def names_in(text: str) -> list[str]:
    """Return the names of a line on which several stand, and the comment after them: each is whole before the next begins."""
    starts = [one.start() for one in _CAPITAL.finditer(text)]
    found: list[str] = []
    begin = 0
    for at, start in enumerate(starts):
        left, right = text[begin:start].strip(), text[start : [*starts[at + 1 :], len(text)][0]].strip()
        if plan_words_in(left) and (begins_comment(right) or verbs_in(right)):
            return [*found, left, text[start:].strip()]
        if not verbs_in(text) and not is_plan_type(text[start:]) and _begins_name(left, right):
            found.append(left)
            begin = start
    return [*found, text[begin:].strip()]


def _begins_name(left: str, right: str) -> bool:
    """Return whether a name ends before the words to the right, and another begins with them."""
    head = re.match(r"[\wæøå/-]+", right)
    whole = plan_words_in(left) > 0 or is_other_row(left) or bool(head and plan_words_in(head[0]))
    named = plan_words_in(right) > 0 or speaks_of_many(right) or is_other_row(right)
    return whole and named and not is_open(left) and not need_at(right.split(" ", 1)[0])
