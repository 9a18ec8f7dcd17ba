"""What the marks of a table mean: by a legend, by an introduction or a heading; where nobody says, it is asked."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planstrategi.intake.cells import CROSS, LETTERS, NUMBER, SHADE, WORDS_MARK, CellMark
from planstrategi.intake.found import Doubt
from planstrategi.intake.words import first_rule, meets, word_list
from planstrategi.model.vocabulary import ARBEIDSMERKE, MERKET_BETYR, OPPSTARTSMERKE, ORDMERKE, VEDTAKSMERKE

_MEANS = r"\s*(?:=|:|–|-|betyr|betyd|viser|syner|markerer|angir|angjev|står for|når|at(?=\s))\s*"
_CROSS_SIGN = r"\(?[xX✓✔☑●■]\)?"


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
    signs = list(dict.fromkeys(sign for mark in marks if mark.slag in (CROSS, LETTERS) for sign in signs_of(mark, texts)))
    kinds, printed = {mark.slag for mark in marks}, {mark.alike: mark.tegn for mark in marks if mark.slag == CROSS}
    betyr, said, letters, tvil = dict[str, str](), list[str](), dict[str, str](), list[Doubt]()
    for sign in signs:
        words = (
            _legend(printed.get(sign, sign), texts)
            or _legend(sign, texts)
            or (_introduced(near) or _introduced(texts, word_list().kryssforklaring) if sign == "X" else "")
        )
        if words:
            said.append(words)
            letters |= {sign: re.sub(rf"^.*?{re.escape(sign)}['\"»]?{_MEANS}", "", words)} if sign not in ("X", "(X)") else {}
        if means := _means(words, sign in ("X", "(X)")):
            betyr["" if sign == "X" else sign] = means
        else:
            tvil.append(_asked("x" if sign == "X" else sign))
    if letters and (words := _year_of_letters(texts)):
        said.append(words)
        betyr |= dict.fromkeys((sign for sign in letters if betyr.get(sign) == ORDMERKE), _means(words, False))
    if SHADE in kinds:
        words = _introduced(near) or _introduced([text for text in everywhere if meets(word_list().fargeforklaring, text)])
        several = len({mark.farge for mark in marks if mark.slag == SHADE}) > 1 and meets(word_list().fargenavn, words)
        # a sentence of one colour says nothing of the others
        said, means = [*said, *([words] if words else [])], "" if several else _means(words, True)
        betyr, tvil = (
            (betyr | {"": means}, tvil) if means else (betyr, [*tvil, _asked("en skyggelagt celle")] if not signs else tvil)
        )
    if NUMBER in kinds:
        words = next((text for text in near if _amount(text)), "")
        said.append(words)
        betyr, tvil = (betyr | {"": _amount(words)}, tvil) if words else (betyr, [*tvil, _asked_amount(marks)])
    for word in dict.fromkeys(mark.tegn for mark in marks if mark.slag == WORDS_MARK):
        found = first_rule(word_list().merket_betyr, word)
        betyr[word] = found[0].betyr if found and found[0].betyr in ("oppstart", "vedtak") else ORDMERKE
    if betyr and set(betyr.values()) == {ORDMERKE}:
        betyr = {"": ORDMERKE}
    return Meaning(betyr, "; ".join(dict.fromkeys(filter(None, said))), letters, tuple(tvil))


def signs_of(mark: CellMark, texts: Sequence[str]) -> list[str]:
    """Return the signs of a mark: «R/V» is two where it is not explained as one."""
    parts = re.split(r"[\s/,;+&]+", mark.alike)
    return parts if mark.slag == LETTERS and len(parts) > 1 and not _legend(mark.alike, texts) else [mark.alike]


def _legend(sign: str, texts: Sequence[str]) -> str:
    form = f"(?i:{_CROSS_SIGN if sign == 'X' else re.escape(sign)})" if sign in ("X", "(X)") else re.escape(sign)
    found = (
        re.search(rf"(?<![\w.])['\"«]?{form}['\"»]?(?i:{_MEANS})((?:(?!\s\S{{1,3}}\s?=)[^.;,\n|]){{3,120}})", text)
        for text in texts
    )
    return next((one[0].strip() for one in found if one and (sign == "X" or one[1][:1].isalpha())), "")


def _introduced(texts: Sequence[str], explaining: tuple[str, ...] = ()) -> str:
    """The first sentence that says that it explains the marks, or the band over the years."""
    sentences = (one for text in texts for one in re.split(r"(?<=[.!?])\s+|\n", text))
    return next((one.strip() for one in sentences if meets(explaining or word_list().forklaring, one) and _means(one, True)), "")


def _year_of_letters(texts: Sequence[str]) -> str:
    """The sentence that says what happens in the year that a letter stands in."""
    sentences = (one.strip() for text in texts for one in re.split(r"(?<=[.!?])\s+|\n", text))
    told = (one for one in sentences if meets(word_list().bokstavens_aar, one))
    return next((one for one in told if _means(one, False) in (OPPSTARTSMERKE, VEDTAKSMERKE)), "")


def _means(words: str, of_cross: bool) -> str:
    found = first_rule(word_list().merket_betyr, words) if words else None
    if not found or meets(word_list().kanskje, words):
        return ""
    # a cross that stands for a revision stands for the work with it
    return ARBEIDSMERKE if of_cross and found[0].betyr == ORDMERKE else found[0].betyr


def _amount(text: str) -> str:
    found = first_rule(tuple(rule for rule in word_list().merket_betyr if rule.betyr in ("aarsverk", "timer")), text)
    return found[0].betyr if found else ""


def _asked(sign: str) -> Doubt:
    return Doubt("merket_betyr", sign, f"Betyr «{sign}» i en årskolonne at {MERKET_BETYR[ARBEIDSMERKE]}?")


def _asked_amount(marks: Iterable[CellMark]) -> Doubt:
    example = next(mark.tegn for mark in marks if mark.slag == NUMBER)
    return Doubt("merket_betyr", example, "Er tallene i årskolonnene årsverk?")
