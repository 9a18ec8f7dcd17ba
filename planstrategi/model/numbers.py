"""Numbers as people write them in Norwegian: one way to round, and one way to write what is rounded."""

from decimal import ROUND_HALF_UP, Decimal

# from here on an estimate has no decimals
WHOLE = 9.95


def rounded(value: float, most: int = 1) -> float:
    """Return a number with at most so many decimals; a half is rounded away from 0."""
    return float(_rounded(value, most))


def percent(part: int, whole: int) -> float | None:
    """Return a share in per cent with one decimal, None of nothing."""
    return rounded(100 * part / whole) if whole else None


def _rounded(value: float, most: int) -> Decimal:
    # what is added makes −0 to 0
    return Decimal(str(float(value))).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP) + 0


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
