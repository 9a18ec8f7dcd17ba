"""Numbers: their kinds in the data files, one way to round, and one way to write what is rounded in Norwegian."""

import decimal
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from planstrategi.model.fields import Invalid, Kind

# from here on an estimate has no decimals
WHOLE = 9.95
# with a sign, a decimal or another word it is something else
CARELESS = re.compile(r"[^\w+-]*(?:(?:(?:høst|vår)(?:en)?|år|rad|nr\.?) )?([0-9]{1,9})(?:\.0)?[^\w,]*", re.IGNORECASE)


class Number(Kind):
    """A whole number written without quotes."""

    plain_only = True

    def __init__(self, fra: int, til: int) -> None:
        self.fra, self.til = fra, til
        self.tillatt = f"et helt tall fra {fra} til {til}, uten anførselstegn"

    def parse(self, text: str) -> int:
        if re.fullmatch(r"0|[1-9][0-9]{0,8}", text) and self.fra <= int(text) <= self.til:
            return int(text)
        if (years := written_out(text)) != text:
            raise Invalid(self.tillatt, years)
        found = CARELESS.fullmatch(re.sub(r"(?<=[0-9])\s(?=[0-9]{3}\b)", "", text))
        raise Invalid(self.tillatt, str(int(found[1])) if found and self.fra <= int(found[1]) <= self.til else "")

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.fra, "maximum": self.til}


YEAR_RANGE = re.compile(r"([12][0-9]{3})\s*[-–—]\s*([12][0-9]{3})")


def written_out(text: str) -> str:
    """Return a range of years written out, 2024–2026 as 2024, 2025, 2026; any other text as it is."""
    match = YEAR_RANGE.fullmatch(text.strip())
    if not match or not 0 <= int(match[2]) - int(match[1]) < 20:
        return text
    return ", ".join(map(str, range(int(match[1]), int(match[2]) + 1)))


DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,3})?\Z")


class Decimal(Kind):
    """A number that may have decimals, never negative, written without quotes; a share is no more than 1."""

    plain_only = True

    def __init__(self, til: int = 999_999) -> None:
        self.til = til
        self.tillatt = f"et tall fra 0 til {til} med høyst tre desimaler, punktum foran dem og uten anførselstegn"

    def parse(self, text: str) -> float:
        """Return the number of `text`, or raise Invalid."""
        if self._is(text):
            return float(text)
        point = text.replace(",", ".")
        raise Invalid(self.tillatt, point if self._is(point) else "")

    def _is(self, text: str) -> bool:
        return bool(DECIMAL.match(text)) and float(text) <= self.til

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the number."""
        return {"type": "number", "minimum": 0, "maximum": self.til}


def rounded(value: float, most: int = 1) -> float:
    """Return a number with at most so many decimals; a half is rounded away from 0."""
    return float(_rounded(value, most))


def percent(part: int, whole: int) -> float | None:
    """Return a share in per cent with one decimal, None of nothing."""
    return rounded(100 * part / whole) if whole else None


def _rounded(value: float, most: int) -> decimal.Decimal:
    # what is added makes −0 to 0
    return decimal.Decimal(str(float(value))).quantize(decimal.Decimal(1).scaleb(-most), decimal.ROUND_HALF_UP) + 0


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of numbers that follow on each other."""
    apart = groupby(enumerate(numbers), key=lambda one: one[1] - one[0])
    return [(run[0][1], run[-1][1]) for run in (list(run) for _, run in apart)]


def in_ranges(years: Iterable[int]) -> str:
    """Return years as people write them: 2024–2026, 2028."""
    return ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in runs(years))


def in_digits(value: float, most: int = 1, least: int = 0) -> str:
    """Return a number with a decimal comma and between `least` and `most` decimals; a half is rounded away from 0.

    5 as 5, 52.25 as 52,3, −0.04 as 0; the sign of what is negative is a minus, not a hyphen.
    """
    whole, _, decimals = f"{_rounded(value, most):f}".partition(".")
    decimals = decimals.rstrip("0").ljust(least, "0")
    return (f"{whole},{decimals}" if decimals else whole).replace("-", "−")


def as_estimate(value: float) -> str:
    """Return a number that is not negative as exactly as an estimate is known: one decimal below ten, else none."""
    return in_digits(value, 1, 1) if 0 < value < WHOLE else in_digits(value, 0)


def range_in_words(low: float, middle: float, high: float) -> str:
    """Return an estimate with its range, 12 (9–15), and alone where both ends are written the same."""
    ends = as_estimate(low), as_estimate(high)
    return as_estimate(middle) if ends[0] == ends[1] else f"{as_estimate(middle)} ({'–'.join(ends)})"
