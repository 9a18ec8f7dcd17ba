"""Text that must fit: measure, wrap and shorten, all in points."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

LEADING = 1.22
# sums of widths that fill the room exactly must not fail by a rounding
SLACK = 0.01
ELLIPSIS = "…"
# more than any label has room for, and more than a line has
MOST_LETTERS, LONG_LINE = 600, 300


@lru_cache(maxsize=8192)
def _in_hundred(text: str, bold: bool) -> float:
    """Return the width of one line in letters of 100 points: a whole number of sixty-fourths, so that it can be summed."""
    before, _, word = text.rpartition(" ")
    if 1 < len(before) < LONG_LINE:
        # letters on each side of a blank stand as far apart in every line, and a line is measured word by word as it grows
        return _in_hundred(before, bold) + _in_hundred(f"{before[-1]} {word}", bold) - _in_hundred(before[-1], bold)
    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=100)
    return text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line in points."""
    return _in_hundred(text, bold) / 100 * size


def widest(texts: Sequence[str], size: float, bold: bool = False) -> float:
    """Return the width of the widest line of all the texts, 0 for none."""
    return max((width(line, size, bold) for text in texts for line in text.split("\n")), default=0.0)


def wrap(text: str, limit: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than `limit` points, inside a word only where the word alone is wider."""
    lines = [""]
    # not at a no-break space
    for word in re.split(r"[ \t\n]+", text.strip()):
        for piece in _pieces(word, limit, size, bold):
            longer = f"{lines[-1]} {piece}".strip()
            if width(longer, size, bold) <= limit + SLACK:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def balanced(text: str, limit: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into as many lines as `wrap` does, as even as they can be: no last line of one word."""
    lines = wrap(text, limit, size, bold)
    while limit > size and len(evener := wrap(text, limit := limit - size / 2, size, bold)) == len(lines) > 1:
        lines = evener
    return lines


def _pieces(word: str, limit: float, size: float, bold: bool) -> list[str]:
    if width(word, size, bold) <= limit + SLACK:
        return [word]
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size, bold) > limit:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def shorten(text: str, limit: float, size: float, bold: bool = False) -> str:
    """Return the text on one line, cut with an ellipsis where it is wider than `limit` points."""
    text = " ".join(text.split())
    if width(text, size, bold) <= limit + SLACK:
        return text
    # the first length that is too wide: measuring letter by letter takes minutes of a long text
    kept = bisect_left(range(1, len(text)), True, key=lambda letters: width(text[:letters] + ELLIPSIS, size, bold) > limit)
    return text[:kept].rstrip() + ELLIPSIS


def fit(labels: Sequence[str], limit: float, pitch: float, largest: float, smallest: float) -> tuple[float, list[str]]:
    """Wrap labels in the largest size at which each stays within its `pitch`; what never fits is shortened."""
    labels = [label if len(label) <= MOST_LETTERS else label[:MOST_LETTERS] + ELLIPSIS for label in labels]
    size = largest
    while size > smallest:
        wrapped = [wrap(label, limit, size) for label in labels]
        if max(map(len, wrapped)) * size * LEADING <= pitch:
            return size, ["\n".join(lines) for lines in wrapped]
        size -= 0.5
    lines = max(1, int(pitch / (smallest * LEADING)))
    return smallest, [_within(label, lines, limit, smallest) for label in labels]


def _within(label: str, lines: int, limit: float, size: float) -> str:
    wrapped = wrap(label, limit, size)
    kept, rest = wrapped[: lines - 1], wrapped[lines - 1 :]
    return "\n".join([*kept, shorten(" ".join(rest), limit, size)] if rest else kept)
