"""The lines of a zone → pieces: what stands in one cell each, by kind: a list number, a mark, a date, a unit, a text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.columns import column_of
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.lines import PlainLine, with_numbers
from planstrategi.intake.text.middle import counts_on, middle_rows
from planstrategi.intake.text.recurring import after_names, beside_names
from planstrategi.intake.text.zones import SMALL_NUMBER, VALUE, Zone
from planstrategi.intake.words import any_of, word_list


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


_ABBREVIATION = r"(?!OG\b)[A-ZÆØÅ]{2,8}(?:/[A-ZÆØÅ]{1,8})*|[A-ZÆØÅ]/[A-ZÆØÅ]{1,8}(?:/[A-ZÆØÅ]{1,8})*"
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
# a letter alone, that is no word
_LETTER = r"(?<=[\w–-]\s)(?![iåIÅ])[^\W\d_](?=$|\s+[A-ZÆØÅ(\d]|\s\w(?:\s|$))"
_YEARS_FIRST = re.compile(r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?=$|\s)")
# the act that demands a plan, and how pressing it is; and a unit beside a name, with the role in it
_DEMAND = r"(?:(?:\w+- og )?\w+(?:lova|loven|forskrift\w*|l\.(?= [§\d]))|må|bør|kan|skal)(?!\w)(?: [a-zæøå§][^\sA-ZÆØÅ]*| \d\S*)*"
_UNIT_AND_ROLE = r"(?<=\S )[A-ZÆØÅ]\w+(?: og [a-zæøå]\w+)? /(?: [a-zæøå]\w+|(?=$| \(?[xX]\b))"
_ORDERER = r"(?:Formannskap|Statsforvalt|Fylkesting|[A-ZÆØÅ]\w+(?:utval|styre|nemnd))\w*(?: for [a-zæøå]+(?: og [a-zæøå]+)?)?"
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
    zone = zone._replace(linjer=with_numbers(zone.linjer, zone.navn))
    numbers = _numbers(zone)
    zone = zone if numbers or _ranked(zone) else zone._replace(linjer=_without_numbers(zone))
    known, dated = _known_values(zone), _dated(zone)
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
    """Return the list numbers by line if they count the rows, from 1 or that of the first; they begin anew, and 2.1 after 1.3."""
    found: dict[int, list[re.Match[str]]] = {}
    texts, last = [line.tekst for line in zone.linjer], [0]
    if middle_rows(texts, middle := counts_on(texts)):
        return {at: [one] for at, one in middle.items()}
    for at, line in enumerate(zone.linjer):
        for one in _COUNT.finditer(line.tekst):
            number, rest = [*map(int, re.findall(r"\d+", one[1]))], line.tekst[one.end() :]
            # a footnote is a sentence
            anew = number[-1] == 1 and judge.plan_words_in(rest) and not (rest.endswith(".") and rest[1:].islower())
            # one that stands in the middle of its cell may not be found
            gap = number == [*last[:-1], last[-1] + 2] and not one.start() and judge.plan_words_in(rest)
            # the first may count on from another table, below what is left of the headings
            first = at < 3 and not (any(last) or any(judge.names_plan(above.tekst) for above in zone.linjer[:at]))
            follows = anew or gap or first or number in ([*last[:-1], last[-1] + 1], [last[0] + 1, 1])
            # within a line, a number may as well be of another column
            if follows and (not one.start() or judge.plan_words_in(rest)) and not ("." in one[0] and is_plan_type(rest)):
                found.setdefault(at, []).append(one)
                last = number
    named = [line for at, line in enumerate(zone.linjer) if at not in found and judge.names_plan(line.tekst)]
    count = sum(map(len, found.values()))
    return found if count >= _A_LIST and count * 2 >= len(named) and not _ranked(zone) else {}


def _without_numbers(zone: Zone) -> tuple[PlainLine, ...]:
    """Return the lines without the numbers before names, where those of other rows stand elsewhere and nothing is counted."""
    found = {at: one for at, line in enumerate(zone.linjer) if (one := re.match(r"(\d{1,2})\.? (?=[A-ZÆØÅ])", line.tekst))}
    named = {at: line for at, one in found.items() if judge.names_plan(line := one.string[one.end() :])}
    counted = len(named) >= _A_LIST or any(column_of(one).rolle == "nummer" for one in zone.kolonner)
    listed = counted and len({found[at][1] for at in named}) == len(named)
    return tuple(line._replace(tekst=named.get(at, line.tekst) if listed else line.tekst) for at, line in enumerate(zone.linjer))


def _ranked(zone: Zone) -> bool:
    """Return whether the numbers before the names say how pressing the plans are: that of one is that of the next plan."""
    firsts = [one for line in zone.linjer if (one := re.match(r"([1-5]) [A-ZÆØÅ]", line.tekst))]
    return len(firsts) >= _A_LIST and any(one[1] == two[1] and judge.plan_words_in(two.string) for one, two in pairwise(firsts))


def _known_values(zone: Zone) -> re.Pattern[str] | None:
    """Return a pattern of the texts that fill a column: types, who is responsible, and what stands alone on many lines."""
    texts = [line.tekst for line in zone.linjer if not re.fullmatch(_ALONE[Slag.HODE], line.tekst)]
    columns = {"ansvarlig" if (rolle := column_of(one).rolle) == "omraade" else rolle for one in zone.kolonner}
    words = Counter(word for text in texts for word in set(text.split()))
    known = {word for word in words if word[0].isupper() and is_plan_type(word) and "plantype" in columns}
    ended = [one for one, below in pairwise([*texts, "."]) if not below[0].islower()]
    begun = {} if "plantype" in columns else Counter(map(_begun_type, zone.linjer, zone.linjer[1:]))
    ended = [one for one in ended if 2 * begun.get(one, 0) < texts.count(one)]
    whole = {text: count for text, count in Counter(ended).items() if count > 1 and text[0].isupper() and not is_open(text)}
    types = [one for one in ended if is_plan_type(one) and one[0].isupper()]
    # where types fill a column, those that stand once do as well
    known |= {*types} if len(types) >= _A_LIST and len({*types}) < len(types) else set()
    known |= {one for one, n in whole.items() if n > 2 + bool(judge.plan_words_in(one)) and not judge.is_comment(one)}
    filled = beside_names(texts, {"ansvarlig", "eier"}.isdisjoint(columns))
    known |= after_names(texts) - filled
    short = {word for word, count in words.items() if count > 1 and re.fullmatch(_ABBREVIATION, word)}
    units = {word for word in short if "/" in word or "plantype" in columns or not judge.plan_words_in(word)}
    # who is responsible stands before the years, and so does what is said of the plan as it is
    (units if "ansvarlig" in columns else known).update(filled)
    known |= {*"123456789"} if "hast" in columns or _ranked(zone) else set()
    kinds = {Slag.ROLLE: units, Slag.VERDI: known - units}
    longest = {kind: sorted(map(re.escape, some), key=len, reverse=True) for kind, some in kinds.items() if some}
    # letters that stand alone after the names of several rows
    found = [letter for text in texts for letter in {*re.findall(_LETTER, text)}]
    if len(found) >= _A_LIST and (zone.aar or len(found) * 2 > sum(map(judge.names_plan, texts))):
        letters = "".join({*found})
        longest.setdefault(Slag.MERKE, []).append(rf"[{letters}](?:\s[{letters}])*")
    seasons, needs = any_of(word_list().merke.tid), any_of(word_list().tekst.behov)
    when = [one for text in texts if (one := re.match(rf"(?:(.+?) )??{seasons}(?=$| [A-ZÆØÅ]| {seasons})", text))]
    if sum(not one[1] or judge.names_plan(one[1]) for one in when) >= _A_LIST:
        longest.setdefault(Slag.MERKE, []).append(rf"{seasons}(?: {seasons})*")
    headed = {"hjemmel": (Slag.VERDI, _DEMAND), "ansvarlig": (Slag.ROLLE, _UNIT_AND_ROLE), "bestiller": (Slag.VERDI, _ORDERER)}
    # a span of years is of a plan, and no number
    headed["nummer"] = (Slag.VERDI, r"(?!20\d\d-(?:20\d\d|[1-9]\d)(?!\d))\d{4}-\d{2,8}")  # of the register of plans
    headed["("] = (Slag.ROLLE, r"\([A-ZÆØÅ][^()]*\)")  # below «Plan (ansvarlig)»
    for kind, form in (headed[column] for column in headed.keys() & {*columns, *(one[0] for one in zone.kolonner)}):
        longest.setdefault(kind, []).append(form)
    parts = [rf"(?P<{kind}>{'|'.join(some)})" for kind, some in longest.items()]
    return re.compile(rf"(?<!\S)(?:{'|'.join(parts)})(?=$|\s+[A-ZÆØÅ(\d–]|\s+{needs}$)") if parts else None


def _begun_type(line: PlainLine, below: PlainLine) -> str:
    """Return the type of plan that alone begins a block which goes on with the rest of a name, or nothing."""
    named = line.ny and not below.ny and is_plan_type(line.tekst) and not judge.speaks_of_many(line.tekst)
    rest = below.tekst[0].isalpha() and not (
        is_plan_type(below.tekst) or judge.need_at(below.tekst) or judge.is_name(below.tekst)
    )
    return line.tekst if named and rest else ""


def _cells(text: str, known: re.Pattern[str] | None, years: Sequence[tuple[int, ...]], dated: int) -> Iterator[tuple[Slag, str]]:
    """Yield the cells of a line, as kind and text."""
    alone = next((kind for kind, form in _ALONE.items() if re.fullmatch(form, text) and (years or kind != Slag.MERKE)), None)
    start = 0
    for match in [] if alone else VALUE.finditer(text):
        if not text[match.end() :].startswith(" ="):
            yield from _texts(_ended(text[start : match.start()]), known, dated)
            yield Slag(match.lastgroup or ""), match[0]
            start = match.end()
    yield from [(alone, text)] if alone else _texts(text[start:].strip(), known, dated)


def _dated(zone: Zone) -> int:
    """Return a year that those of adoption, after the names, are before: the first above the columns; 0 where there are none."""
    named = [line.tekst for line in zone.linjer if judge.names_plan(line.tekst)]
    within = [int(year[1]) for text in named if (year := _ADOPTED.search(text))]
    rows, columns = sum(text[0].isupper() for text in named), {column_of(one).rolle for one in zone.kolonner}
    usual = len(within) * 2 > rows or not columns.isdisjoint(("vedtatt", "ferdig", "oppstart", "gyldig", "gyldig_til"))
    return next(iter(zone.aar), (max(within, default=0) + 1,))[0] if usual else 0


def _texts(text: str, known: re.Pattern[str] | None, dated: int) -> Iterator[tuple[Slag, str]]:
    """Yield the cells of a text without dates and marks: what is known to fill a column, what is decided, and names."""
    while match := (need := judge.need_at(text)) or _YEARS_AHEAD.match(text):
        yield Slag.ORD if need else Slag.AAR, match[0]
        text = text[match.end() :].strip()
    if text and not judge.column_words(text)[2]:
        yield Slag.ORD if judge.begins_comment(text) else Slag.HODE, text
    elif found := _value_in(text, known, dated):
        kind, start, end = found
        yield from _texts(_ended(text[:start]), known, dated)
        yield kind, text[start:end].strip()
        rest = text[end:].strip()
        if kind != Slag.ORD and (years := _YEARS_FIRST.match(rest)):
            yield Slag.TIDSROM, years[0]
            rest = rest[years.end() :].strip()
        yield from _texts(rest, known, dated)
    elif text:
        # a type that begins with a capital after a name stands in a column of its own
        typed = next(filter(is_plan_type, judge.after_name((names := judge.names_in(text))[-1])), "")
        yield from ((Slag.TEKST, one.removesuffix(typed).strip()) for one in names)
        yield from [(Slag.TYPE, typed)] if typed else []


def _ended(text: str) -> str:
    """Return what stands before a value: a dash at its end is an empty cell."""
    return text.strip().removesuffix(" –").removesuffix(" -")


def _value_in(text: str, known: re.Pattern[str] | None, dated: int) -> tuple[Slag, int, int] | None:
    """Return the first value that stands after other words, as its kind and place: known, a year, or what is decided."""
    if found := known.search(text) if known else None:
        return Slag.TYPE if is_plan_type(found[0]) else Slag(found.lastgroup or ""), found.start(), found.end()
    year = None if judge.begins_comment(text) else _YEAR_AFTER.search(text)
    if year and (is_open(text[: year.start()]) or year[2] or (dated and (year.end() < len(text) or int(year[1]) < dated))):
        # the years of a plan rise; a later one before an earlier is of its name
        return Slag.AAR, year.start(2) if year[2] and year[1] > year[2] else year.start(1), year.end()
    need = judge.need_in(text)
    return (Slag.ORD, need.start(), need.end()) if need and not judge.is_comment(text[: need.start()]) else None
