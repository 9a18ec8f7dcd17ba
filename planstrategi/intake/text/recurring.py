"""Texts that stand beside names on several lines → those that fill the cells of another column."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.columns import column_of
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.lines import PlainLine
from planstrategi.intake.text.zones import VALUE, Zone
from planstrategi.intake.words import any_of, fills, word_list

# rows that make a list
A_LIST = 3
_ABBREVIATION = r"(?!OG\b)[A-ZÆØÅ]{2,8}(?:/[A-ZÆØÅ]{1,8})*|[A-ZÆØÅ]/[A-ZÆØÅ]{1,8}(?:/[A-ZÆØÅ]{1,8})*"
# a letter alone, that is no word
_LETTER = r"(?<=[\w–-]\s)(?![iåIÅ])[^\W\d_](?=$|\s+[A-ZÆØÅ(\d]|\s\w(?:\s|$))"
# the act that demands a plan, and how pressing it is; and who ordered it
_DEMAND = r"(?:(?:\w+- og )?\w+(?:lova|loven|forskrift\w*|l\.(?= [§\d]))|må|bør|kan|skal)(?!\w)(?: [a-zæøå§][^\sA-ZÆØÅ]*| \d\S*)*"
_ORDERER = r"(?:Formannskap|Statsforvalt|Fylkesting|[A-ZÆØÅ]\w+(?:utval|styre|nemnd))\w*(?: for [a-zæøå]+(?: og [a-zæøå]+)?)?"
# a number of the register of plans: a span of years is of a plan, and no number
_REGISTERED = r"(?!20\d\d-(?:20\d\d|[1-9]\d)(?!\d))\d{4}-\d{2,8}"
# what fills a column, by what heads it; a unit has the role in it, and below «Plan (ansvarlig)» stands in parentheses
_ROLES = {"ansvarlig": r"(?<=\S )[A-ZÆØÅ]\w+(?: og [a-zæøå]\w+)? /(?: [a-zæøå]\w+|(?=$| \(?[xX]\b))", "(": r"\([A-ZÆØÅ][^()]*\)"}
_VALUES = {"hjemmel": _DEMAND, "bestiller": _ORDERER, "nummer": _REGISTERED}
# a theme stands before the name, who is responsible and how the plan is before marks, and who is responsible before years
_CELL = r"(?<=\s)[A-ZÆØÅ]\w+(?:,? [a-zæøå]\w*){0,4}"
_THEME, _BEFORE_MARK = r"^[A-ZÆØÅ][\w-]+,?(?: [a-zæøå]\w*){0,3}(?= [A-ZÆØÅ])", rf"{_CELL}(?= \(?[xX✓✔●☑]\)?(?:\s|$))"
_AFTER_YEAR, _LAST = rf"(?:(?<=\d\d\d\d )|(?<=[ (][xX)] )){_CELL}(?= [A-ZÆØÅ])", rf"{_CELL}(?=$| 20\d\d\b)"
_APART = r" (?:20\d\d\S*(?=\s|$)|[–-](?=$|\s[^a-zæøå]))"
# where no heading says what stands after a name
_AFTER = re.compile(rf"{_CELL}(?=$|\s+[A-ZÆØÅ\d(])")


def known_values(zone: Zone, texts: Sequence[str], ranked: bool) -> re.Pattern[str] | None:
    """Return a pattern of the texts that fill a column: types, who is responsible, and what stands alone on many lines.

    Its groups are named as the kinds of pieces are; `ranked` says that numbers before names are how pressing plans are.
    """
    columns = {"ansvarlig" if (rolle := column_of(one).rolle) == "omraade" else rolle for one in zone.kolonner}
    begun = Counter[str]() if "plantype" in columns else Counter(map(_begun_type, zone.linjer, zone.linjer[1:]))
    units, known = _filled(texts, columns, begun)
    known |= {*"123456789"} if ranked or "hast" in columns else set()
    headed, forms = columns | {one[0] for one in zone.kolonner}, {"merke": [*_marks(texts, bool(zone.aar))]}
    for kind, some, more in (("rolle", units, _ROLES), ("verdi", known - units, _VALUES)):
        longest = sorted(map(re.escape, some), key=len, reverse=True)
        forms[kind] = [*longest, *(form for one, form in more.items() if one in headed)]
    parts = [rf"(?P<{kind}>{'|'.join(some)})" for kind, some in forms.items() if some]
    needs = any_of(word_list().tekst.behov)
    return re.compile(rf"(?<!\S)(?:{'|'.join(parts)})(?=$|\s+[A-ZÆØÅ(\d–]|\s+{needs}$)") if parts else None


def _filled(texts: Sequence[str], columns: Collection[str], begun: Counter[str]) -> tuple[set[str], set[str]]:
    """Return who is responsible, and the other texts that fill a column."""
    words, typed = Counter(word for text in texts for word in set(text.split())), "plantype" in columns
    short = [word for word, count in words.items() if count > 1 and re.fullmatch(_ABBREVIATION, word)]
    units = {word for word in short if "/" in word or typed or not judge.plan_words_in(word)}
    filled = beside_names(texts, {"ansvarlig", "eier"}.isdisjoint(columns))
    known = _alone(texts, begun) | (after_names(texts) - filled)
    known |= {word for word in words if typed and word[0].isupper() and is_plan_type(word)}
    # who is responsible stands before the years, and so does what is said of the plan as it is
    (units if "ansvarlig" in columns else known).update(filled)
    return units, known


def _alone(texts: Sequence[str], begun: Counter[str]) -> set[str]:
    """Return the texts that stand alone on many lines, and types of plans, unless they as a rule have `begun` a name."""
    often, below = Counter(texts), [*texts[1:], "."]
    ended = [one for one, two in zip(texts, below, strict=True) if one[0].isupper() and not two[0].islower()]
    whole = Counter(one for one in ended if 2 * begun[one] < often[one])
    types = [one for one in whole.elements() if is_plan_type(one)]
    # where types fill a column, those that stand once do as well
    filled = {*types} if len(types) >= A_LIST and len({*types}) < len(types) else set()
    several = {one for one, count in whole.items() if count > 2 + bool(judge.plan_words_in(one))}
    return filled | {one for one in several if not (is_open(one) or judge.is_comment(one))}


def _begun_type(line: PlainLine, below: PlainLine) -> str:
    """Return the type of plan that alone begins a block which goes on with the rest of a name, or nothing."""
    named = line.ny and not below.ny and is_plan_type(line.tekst) and not judge.speaks_of_many(line.tekst)
    text = below.tekst
    rest = text[0].isalpha() and not (is_plan_type(text) or judge.need_at(text) or judge.is_name(text))
    return line.tekst if named and rest else ""


def _marks(texts: Sequence[str], years: bool) -> Iterator[str]:
    """Yield the forms of marks that stand after the names of several rows: letters alone, and seasons."""
    letters = [letter for text in texts for letter in {*re.findall(_LETTER, text)}]
    if len(letters) >= A_LIST and (years or len(letters) * 2 > sum(map(judge.names_plan, texts))):
        letter = f"[{''.join({*letters})}]"
        yield rf"{letter}(?:\s{letter})*"
    seasons = any_of(word_list().merke.tid)
    when = [one for text in texts if (one := re.match(rf"(?:(.+?) )??{seasons}(?=$| [A-ZÆØÅ]| {seasons})", text))]
    if sum(not one[1] or judge.names_plan(one[1]) for one in when) >= A_LIST:
        yield rf"{seasons}(?: {seasons})*"


def beside_names(texts: Sequence[str], uncharged: bool) -> set[str]:
    """Return the texts that fill a cell beside names on several lines; `uncharged` where no column says who is responsible."""
    forms = (_THEME, _BEFORE_MARK) if uncharged else (_THEME, _BEFORE_MARK, _AFTER_YEAR, _LAST)
    beside = Counter(one[0] for text in texts for form in forms for one in re.finditer(form, text))
    # what ends before a value
    parts = [part.strip() for text in texts for part in re.sub(_APART, "\n", VALUE.sub("\n", text)).split("\n")[:-1]]
    last = [one for part in parts for one in re.finditer(rf"{_CELL}$", part) if not uncharged]
    closed = {one[0] for one in last if not is_open(one.string[: one.start()].strip())}
    beside |= Counter(one[0] for one in last if one[0] in closed)
    other = {*filter(_is_other, beside)}
    filled = {a for a, n in beside.items() if n > 1 or (fills(word_list().stillinger, a) and not column_of(a).rolle)} - other
    # where what is known stands before a value as a rule, so does what stands between a name and a value
    named = {one[0] for one in last if judge.names_plan(one.string[: one.start()].strip())} - other
    return filled | (named if sum(one[0] in filled for one in last) * 2 > len(last) else set())


def after_names(texts: Sequence[str]) -> set[str]:
    """Return the texts that stand after the whole names of two plans or more."""
    parts = [part.rstrip() for text in texts for part in VALUE.sub("\n", text).split("\n")]
    after = {(part[: one.start()].strip(), one[0]) for part in parts for one in _AFTER.finditer(part)}
    met = Counter(one for before, one in after if _is_whole(before) and not _is_other(one))
    return {one for one, count in met.items() if count > 1}


def _is_whole(text: str) -> bool:
    """Return whether a text is a name, in small words or those of one, and what stands before a capital in it is none."""
    whole = judge.is_name(text) and not is_open(text) and not judge.after_name(text)
    return whole and (text.split()[-1].islower() or judge.is_name(text.split()[-1]))


def _is_other(text: str) -> bool:
    return judge.is_comment(text) or judge.plan_words_in(text) > 0 or judge.need_at(text) is not None
