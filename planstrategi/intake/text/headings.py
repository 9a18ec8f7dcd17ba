"""The headings on a line of a text: those of its columns in their order, with the years among them; and which head a table."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from planstrategi.intake.cells import is_plan_type
from planstrategi.intake.columns import column_of
from planstrategi.intake.text.line_words import PROSE, column_words, is_name, is_sentence, names_plan
from planstrategi.intake.text.lines import PlainLine

YEAR_OR_SPAN = r"20\d\d(?:[-–/](?:20)?\d\d)?"
# spans that are cut in a narrow column are run on below
_YEAR_RUN = re.compile(rf"(?<![-–\d/.])(?:{YEAR_OR_SPAN}(?:\s+{YEAR_OR_SPAN})+|20\d\d[-–](?:\s+20\d\d[-–])+)")
_CONTENTS = re.compile(r"innh[oa]ld\w*", re.IGNORECASE)
# a line of a list of contents or of chapters, or the title of the document
_NO_ROW = re.compile(r"(?i:planstrategi\b.*20\d\d)|\.{3}|(?:\. ){3}|^\d{1,2}(?:\.\d{1,2})*\.? .*\D \d{1,3}$")
# list numbers that stand alone, and how many make a column
_NUMBERS, _A_COLUMN = re.compile(r"\d{1,2}(?: \d{1,2})*"), 3
# words in which a row says that it has a name
_BEGINNING = 4


def years_on(text: str, fewest: int) -> re.Match[str] | None:
    """Return where years rise from column to column, at least the fewest of them."""
    runs = ((one, re.findall(r"(?<!\d)20\d\d", one[0])) for one in _YEAR_RUN.finditer(text))
    rising = (one for one, years in runs if len(years) >= fewest and all(a < b for a, b in pairwise(years)))
    return next((one for one in rising if len(one[0]) > len("2024 2025") or int(one[0][5:]) == int(one[0][:4]) + 1), None)


def headings_on(text: str, fewest: int) -> tuple[str, ...]:
    """Return the headings on a line in their order, with its years; what no list knows is one beside some that a list does."""
    _, found, rest = column_words(text)
    years = years_on(rest, fewest)
    parts = [rest[: years.start()], years[0], rest[years.end() :]] if years else [rest]
    others = [one for part in parts for one in re.split(" (?=[A-ZÆØÅ])", part.strip()) if one]
    unknown = sum(not column_of(one).rolle for one in others)
    known = unknown * 2 <= len(found) + len(others) and not any(map(str.isdecimal, others))
    return (*found, *(others if found and known else ()))


def head_of_table(fewest: int, window: Sequence[PlainLine]) -> tuple[str, ...] | None:
    """Return the words of the columns that head a table here, or None: a name's column and others, or years."""
    begun = window[0]
    window = list(takewhile(lambda line: line.side == begun.side and len(line.tekst.split()) < PROSE, window))
    head, run = _heads_of(window), years_on(begun.tekst, fewest)
    if not window or _CONTENTS.fullmatch(begun.tekst) or not (head[1] or (run and (not run.start() or len(run[0].split()) > 2))):
        return None
    found = [head, *(column_words(line.tekst) for line in window[1:])]
    words = tuple(sorted({word.casefold() for _, line, _ in found for word in line}))
    years = next((match[0] for line in window[:8] if (match := years_on(line.tekst, fewest))), "")
    named = next((at for at, (names, _, _) in enumerate(found) if names), len(found))
    # what stands above a sentence heads nothing below it
    if (named < len(found) or not run) and any(is_sentence(line.tekst) for line in window[:named]):
        return None
    few = head[0] and not head[2] and sum(names_plan(line.tekst) for line in window) > (1 if len(words) > 1 else 2)
    if years or (named < len(found) and len(words) > 2) or few:
        return (*words, years)
    return told if head[0] and len(told := headings_on(begun.tekst, fewest)) > 2 else None


def begins_sentence(line: PlainLine, below: PlainLine) -> bool:
    """Return whether what looks as a heading begins a sentence in a narrow cell: «Plan» above «videreføres»."""
    _, found, left = column_words(line.tekst)
    return len(found) == 1 and not left and not below.ny and below.tekst[0].islower()


def _heads_of(window: Sequence[PlainLine]) -> tuple[list[str], list[str], str]:
    """Return the headings that the first of some lines begins with; a type of plan may stand above the names of such plans."""
    typed = len(window) > 2 and window[0].ny and is_plan_type(window[0].tekst)
    over = [window[0].tekst] if typed and all(is_name(line.tekst) and not line.ny for line in window[1:3]) else []
    return (over, over, "") if over or not window else column_words(window[0].tekst)


@cache
def opens(text: str) -> bool:
    """Return whether a line begins with the name of a plan, and is none of a list of contents."""
    opening = " ".join(text.split()[:_BEGINNING])
    return names_plan(opening) and not opening[0].islower() and not is_of_contents(text)


def is_of_contents(text: str) -> bool:
    """Return whether a line is one of a list of contents or of chapters, or the title of the document."""
    return bool(_NO_ROW.search(text))


def columns_above(above: Sequence[PlainLine]) -> Sequence[PlainLine]:
    """Return the first columns of a table where they stand above its headings: list numbers from 1, alone, and names below."""
    counted = [at for at, line in enumerate(above) if _NUMBERS.fullmatch(line.tekst)]
    numbers = [int(one) for at in counted for one in above[at].tekst.split()]
    rising = numbers[:1] == [1] and len(numbers) >= _A_COLUMN and all(a < b for a, b in pairwise(numbers))
    begun = above[counted[0] :] if rising else []
    named = any(opens(line.tekst) for line in begun) and not any(is_sentence(line.tekst) for line in begun)
    return begun if named else []
