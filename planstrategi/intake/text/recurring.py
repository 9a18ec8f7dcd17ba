"""Texts that stand beside names on several lines → those that fill the cells of another column."""

import re
from collections import Counter
from collections.abc import Sequence

from planstrategi.intake.cells import is_open
from planstrategi.intake.columns import column_of
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.zones import VALUE
from planstrategi.intake.words import fills, word_list

# a theme stands before the name, who is responsible and how the plan is before marks, and who is responsible before years
_CELL = r"(?<=\s)[A-ZÆØÅ]\w+(?:,? [a-zæøå]\w*){0,4}"
_THEME, _BEFORE_MARK = r"^[A-ZÆØÅ][\w-]+,?(?: [a-zæøå]\w*){0,3}(?= [A-ZÆØÅ])", rf"{_CELL}(?= \(?[xX✓✔●☑]\)?(?:\s|$))"
_AFTER_YEAR, _LAST = rf"(?:(?<=\d\d\d\d )|(?<=[ (][xX)] )){_CELL}(?= [A-ZÆØÅ])", rf"{_CELL}(?=$| 20\d\d\b)"
_APART = r" (?:20\d\d\S*(?=\s|$)|[–-](?=$|\s[^a-zæøå]))"
# where no heading says what stands after a name
_AFTER = re.compile(rf"{_CELL}(?=$|\s+[A-ZÆØÅ\d(])")


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
