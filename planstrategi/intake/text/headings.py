"""The headings on a line of a text: those of its columns in their order, and the years that stand among them."""

import re
from itertools import pairwise

from planstrategi.intake.columns import column_of
from planstrategi.intake.text.line_words import column_words

YEAR_OR_SPAN = r"20\d\d(?:[-–/](?:20)?\d\d)?"
# spans that are cut in a narrow column are run on below
_YEAR_RUN = re.compile(rf"(?<![-–\d/.])(?:{YEAR_OR_SPAN}(?:\s+{YEAR_OR_SPAN})+|20\d\d[-–](?:\s+20\d\d[-–])+)")


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
    known = 2 * sum(bool(column_of(one).rolle) for one in others) >= len(others) and not any(map(str.isdecimal, others))
    return (*found, *(others if found and known else ()))
