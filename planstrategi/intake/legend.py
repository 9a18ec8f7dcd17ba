"""What the marks of a table mean: by a legend, by an introduction or a heading; where nobody says, it is asked."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from planstrategi.intake.cells import CROSS, LETTERS, NUMBER, SHADE, WORDS_MARK, CellMark
from planstrategi.intake.found import Doubt
from planstrategi.intake.words import LONGEST_SIGN, amount_in, first_rule, meets, word_list
from planstrategi.model.vocabulary import ARBEIDSMERKE, MERKET_BETYR, OPPSTARTSMERKE, ORDMERKE, VEDTAKSMERKE

_MEANS = r"\s*(?:=|:|–|-|\||betyr|betyd|tyder|viser|syner|markerer|angir|angjev|står for|for(?=\s)|når|at(?=\s))\s*"
# the sign that is explained after this one: «H for høring og V for vedtak»
_NEXT_SIGN = r"\s\S{1,3}\s?=|(?:\sog)?(?:\sstår)?\s[A-ZÆØÅ]{1,3}\s(?:for|står|betyr|tyder|viser|syner)\b"
_BEFORE_SIGN = r"(?:(?!\smed\s['\"«]?[A-ZÆØÅ])[^.:;,\n|()]){3,120}"
_CROSS_SIGN = r"\(?[xX✓✔☑●■]\)?"
# what stands after a comma, which may be a condition
_CLAUSE = re.compile(r",[^.;,\n|]*")

# a sign with the words that explain it, what they mean, and what is asked when they do not say
_Told = tuple[str, str, str, Doubt | None]


class Meaning(NamedTuple):
    """What the marks mean by sign ("" for any), the words that say it, what letters stand for, and what is asked."""

    betyr: dict[str, str]
    ordlyd: str
    bokstaver: dict[str, str]
    tvil: tuple[Doubt, ...]


def meaning_of(marks: Sequence[CellMark], near: Sequence[str], everywhere: Sequence[str]) -> Meaning:
    """Return what the marks of a table mean. `near` are its headings and introduction, `everywhere` all of the text.

    An amount may be explained by a heading, a cross by what says that it explains.
    """
    texts = [*near, *everywhere]
    signs = [*_signs_told(marks, near, texts), *_letter_sizes_told(marks, texts)]
    told = [*signs, *_shades_told(marks, near, everywhere, not signs), *_numbers_told(marks, near)]
    printed = {mark.tegn for mark in marks if mark.slag == CROSS}
    letters = {sign: _without(sign, words) for sign, words, *_ in told if words and sign and sign not in printed}
    # the sentence that says what happens in the year that a letter stands in
    year = next((one for one in _sentences(texts) if letters and meets(word_list().bokstavens_aar, one) and _means(one)), "")
    betyr = {sign: means for sign, _, means, _ in told if means}
    betyr |= dict.fromkeys((sign for sign in letters if year and betyr.get(sign) == ORDMERKE), _means(year))
    for word in dict.fromkeys(mark.tegn for mark in marks if mark.slag == WORDS_MARK):
        betyr[word] = means if (means := _means(word)) in (OPPSTARTSMERKE, VEDTAKSMERKE) else ORDMERKE
    betyr = {"": ORDMERKE} if {*betyr.values()} == {ORDMERKE} else betyr
    said = dict.fromkeys(filter(None, (*(words for _, words, *_ in told), year)))
    return Meaning(betyr, "; ".join(said), letters, tuple(asked for *_, means, asked in told if asked and not means))


def explained(text: str, texts: Sequence[str]) -> str:
    """Return the words that explain the sign that a text is or ends with, and the text itself without any."""
    *_, sign = text.split()
    return (len(sign) <= LONGEST_SIGN and _without(sign, _legend(sign, texts))) or text


def _without(sign: str, words: str) -> str:
    return re.sub(rf"^.*?{re.escape(sign)}['\"»]?{_MEANS}", "", words)


def _signs_told(marks: Sequence[CellMark], near: Sequence[str], texts: Sequence[str]) -> Iterator[_Told]:
    of_marks = ((one, sign) for one in marks if one.slag in (CROSS, LETTERS) for sign in _signs_of(one, texts))
    signs = {sign: mark.tegn if mark.slag == CROSS else sign for mark, sign in of_marks}
    for sign, shown in signs.items():
        words = _legend(shown, texts) or _legend(sign, texts)
        # a sentence that names several signs does not say which of its words is of which
        others = [one for other, one in signs.items() if other != sign]
        if not words and sign == "X":
            words = _introduced(near, word_list().forklaring, others) or _introduced(texts, word_list().kryssforklaring, others)
        named = (one for one in _sentences([text for text in texts if shown in text]) if _names(one, shown))
        words = words or _introduced([*named], word_list().forklaring, others)
        own = "" if sign == "X" else shown
        yield own, words, _means(words, sign in ("X", "(X)")), _asked(own or "x", words)


def _letter_sizes_told(marks: Sequence[CellMark], texts: Sequence[str]) -> Iterator[_Told]:
    """What is asked where a legend tells a small sign from a large one: a register does not."""
    small = {mark.tegn: mark.alike for mark in marks if mark.slag == LETTERS and mark.tegn != mark.alike}
    for one in (one for one, large in small.items() if _legend(one, texts) not in ("", _legend(large, texts))):
        yield one, "", "", _asked(one)
    large, little = (_legend(sign, texts, exact=True) for sign in "Xx")
    if large and little and any(mark.tegn == "X" for mark in marks):
        question = f"Forklaringen skiller «x» fra «X»: «{large}». Arbeides det med planen også i årene med «X»?"
        yield "", large, "", Doubt("aar", "X", question)


def _shades_told(marks: Sequence[CellMark], near: Sequence[str], everywhere: Sequence[str], alone: bool) -> Iterator[_Told]:
    if shades := {mark.farge for mark in marks if mark.slag == SHADE}:
        of_colours = [text for text in everywhere if meets(word_list().fargeforklaring, text)]
        words = _introduced([*near, *of_colours], word_list().forklaring)
        # a sentence of one colour says nothing of the others
        several = len(shades) > 1 and meets(word_list().fargenavn, words)
        means = "" if several else _means(words, True)
        yield "", words, means, _asked("en skyggelagt celle") if alone else None
        if means and len(shades) > 1:
            asked = f"Cellene har flere farger. Betyr alle at {MERKET_BETYR[means]}?"
            yield "", "", "", Doubt("merket_betyr", "farger", asked)


def _numbers_told(marks: Sequence[CellMark], near: Sequence[str]) -> Iterator[_Told]:
    if numbers := [mark.tegn for mark in marks if mark.slag == NUMBER]:
        words = next((text for text in [*near, *numbers] if amount_in(text)[0]), "")
        units = {amount_in(text)[0] for text in (words, *numbers)} - {""}
        asked = Doubt("merket_betyr", numbers[0], "Er tallene i årskolonnene årsverk, og ikke timer eller kroner?")
        yield "", words, units.pop() if len(units) == 1 else "", asked


def _signs_of(mark: CellMark, texts: Sequence[str]) -> list[str]:
    """The signs of a mark: «R/V» is two where it is not explained as one."""
    parts = [one for one in re.split(r"[\s/,;+&]+", mark.alike) if one]
    return parts if mark.slag == LETTERS and len(parts) > 1 and not _legend(mark.alike, texts) else [mark.alike]


def _names(text: str, sign: str) -> bool:
    """Return whether a sentence names a sign further on than where it begins."""
    return bool(re.search(rf"\s['\"«(]?{re.escape(sign)}['\"»)]?(?!\w)", text))


def _legend(sign: str, texts: Sequence[str], exact: bool = False) -> str:
    """The words of a legend for a sign, for any cross where not this `exact` one is asked of; empty without any."""
    cross = sign in ("X", "(X)") and not exact
    form = f"(?i:{_CROSS_SIGN if sign == 'X' else re.escape(sign)})" if cross else re.escape(sign)
    # «● Oppstart», on a line of its own; a dot and a star may begin anything
    alone = "" if sign.isalnum() or sign in "•*" else rf"|\A{re.escape(sign)}\s+"
    legend = re.compile(rf"(?:(?<![\w.])['\"«]?{form}['\"»]?(?i:{_MEANS}){alone})((?:(?!{_NEXT_SIGN})[^.;,\n|]){{2,120}})")
    told = ((one, text) for text in texts if (one := legend.search(text)) and (sign == "X" or one[1][:1].isalpha()))
    after = next(((one[0] + _condition(text, one.end())).strip() for one, text in told), "")
    # «oppstart (O) og vedtak (V)», «vedtak er merket med V», «O (oppstart)»
    beside = re.compile(rf"({_BEFORE_SIGN})(?:\({form}\)|\smed ['\"«]?{form}\b)|(?<![\w.]){form} \(([^()]{{3,80}})\)")
    other = filter(None, map(beside.search, texts if sign.isalpha() and sign not in "xX" else ()))
    return after or next(((one[1] or one[2]).strip() for one in other), "")


def _condition(text: str, at: int) -> str:
    clause = _CLAUSE.match(text, at)
    return clause[0] if clause and meets(word_list().kanskje, clause[0]) else ""


def _introduced(texts: Sequence[str], words: tuple[str, ...], others: Sequence[str] = ()) -> str:
    """The first sentence that says that it explains the marks, and names none of the `others`; or the band over the years."""
    found = (one for one in _sentences(texts) if meets(words, one) and _means(one, True))
    return next((one for one in found if not any(_names(one, sign) for sign in others)), "")


def _sentences(texts: Sequence[str]) -> Iterator[str]:
    return (one for text in texts for one in _sentences_of(text))


@cache
def _sentences_of(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])\s+|\n", text)]


def _means(words: str, of_cross: bool = False) -> str:
    found = first_rule(word_list().merket_betyr, words) if words else None
    if not found or meets(word_list().kanskje, words):
        return ""
    # a cross that stands for a revision stands for the work with it
    return ARBEIDSMERKE if of_cross and found[0].betyr == ORDMERKE else found[0].betyr


def _asked(sign: str, words: str = "") -> Doubt:
    if words and meets(word_list().kanskje, words):
        return Doubt("merket_betyr", sign, f"Merket «{sign}» er på et vilkår: «{words}». Skal året telles?")
    return Doubt("merket_betyr", sign, f"Betyr «{sign}» i en årskolonne at {MERKET_BETYR[ARBEIDSMERKE]}?")
