"""The letters of a page, each once: not those drawn again to look bold, nor what is printed under the text, as «UTKAST»."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from planstrategi.intake.cells import struck_out

_NEW_LINES, _HYPHENS = (0, 10, 13, 0xFFFE), (2, 0xAD, 0x2010)
_QUARTER = 1.5708
# every so many letters is asked how it is turned, and as many tell how the page is
_EVERY, _ENOUGH = 5, 20
# times the height of most letters: what is as large may have text over it
_LARGE = 2.5
# how near a text that is drawn again is to itself
_BESIDE = 2.0
# the angle of what is turned by no whole quarter, and how much of one it is away from it
_SLANTED, _SLANT = -1, 0.1


class Letter(NamedTuple):
    """A letter in its box, its `angle` in quarters of a turn, its number in the text and the part that it is printed with."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    angle: int
    at: int
    part: int | None


def turn_to_read(text: Any, turn: int) -> int:
    """Return how many quarters a page is to be turned for most of its text to stand upright; `turn` where it says too little."""
    angles = [_angle(text, at, 0) for at in range(0, pdfium.FPDFText_CountChars(text), _EVERY)]
    angle, times = Counter(angles).most_common(1)[0] if angles else (0, 0)
    return -angle % 4 if times > max(_ENOUGH, len(angles) / 2) and angle != _SLANTED else turn


def letters_of(
    text: Any, turn: int, size: tuple[float, float], rules: Sequence[tuple[float, float, float]]
) -> tuple[list[Letter], str]:
    """Return the letters of the text of a page, and what lies under it; those that a ruling line goes through are struck out."""
    runs = _once([[*run] for _, run in groupby(_letters(text, turn, *size), key=lambda one: one.part)])
    parts = _under(runs)
    over, under = ([run for run in runs if (run[0].part in parts) == so] for so in (False, True))
    laid = ([_laid(run)] if run[0].angle == _SLANTED else run for run in over)
    told = ("" if max(map(len, under), default=0) == 1 else " ").join("".join(one.text for one in run).strip() for run in under)
    return [*_struck([one for run in laid for one in run], rules)], told


def _once(runs: list[list[Letter]]) -> list[list[Letter]]:
    """The letters without those that are drawn again in their place, or a little beside it."""
    seen = set[tuple[str, int, int]]()
    made = list[list[Letter]]()
    for run in runs:
        told, first = "".join(one.text for one in run), run[0]
        # two letters beside each other may be alike
        size = _BESIDE if len(run) > 1 else _BESIDE * min(1.0, (first.x1 - first.x0) / 3)
        places = {(told, int(first.x0 / size + x), int(first.top / size + y)) for x in (0, 0.5) for y in (0, 0.5)}
        made += [] if places & seen else [run]
        seen |= places
    return made


def _under(runs: list[list[Letter]]) -> set[int | None]:
    """The parts that are much larger than the text and lie under it, as a word across the page."""
    usual = Counter(round(one.bottom - one.top) for run in runs for one in run).most_common(1)
    large = [one for run in runs for one in run if one.bottom - one.top > _LARGE * usual[0][0]]
    middles = [((one.x0 + one.x1) / 2, (one.top + one.bottom) / 2) for run in runs for one in run if large]
    return {one.part for one in large if sum(one.x0 < x < one.x1 and one.top < y < one.bottom for x, y in middles) > 1}


def _laid(run: list[Letter]) -> Letter:
    """A text on a slant as one letter, where it is nearest to what it stands above."""
    return max(run, key=lambda one: one.bottom)._replace(text="".join(one.text for one in run), angle=0)


def _struck(letters: list[Letter], rules: Sequence[tuple[float, float, float]]) -> Iterator[Letter]:
    """The letters, with those that a line goes through struck out; one of a table begins and ends elsewhere than letters do."""
    middles = {round((one.top + one.bottom) / 2) + off for one in letters for off in (-1, 0, 1)}
    through = {one for rule in rules if round(rule[0]) in middles for one in _letters_through(letters, *rule)}
    return (one._replace(text=struck_out(one.text)) if one in through else one for one in letters)


def _letters_through(letters: list[Letter], y: float, x0: float, x1: float) -> list[Letter]:
    near = (one for one in letters if abs(one.top + one.bottom - 2 * y) < (one.bottom - one.top) / 4)
    over = [one for one in near if x0 - 1 < one.x0 and one.x1 < x1 + 1]
    return over if over and min(one.x0 for one in over) < x0 + 1 and max(one.x1 for one in over) > x1 - 1 else []


def shown_at(x: float, y: float, turn: int, wide: float, high: float) -> tuple[float, float]:
    """Return a point as it is shown, from the top left."""
    return ((x, high - y), (y, x), (wide - x, y), (high - y, wide - x))[turn]


def box_of(corners: list[tuple[float, float]], turn: int, wide: float, high: float) -> tuple[float, float, float, float]:
    """Return the box around some points, as it is shown."""
    points = [shown_at(x, y, turn, wide, high) for x, y in corners]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _letters(text: Any, turn: int, wide: float, high: float) -> Iterator[Letter]:
    rect = pdfium.FS_RECTF()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in _NEW_LINES or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, rect)
        box = box_of([(rect.left, rect.top), (rect.right, rect.bottom)], turn, wide, high)
        part = ctypes.cast(pdfium.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value
        yield Letter("-" if code in _HYPHENS else chr(code), box[0], box[2], box[1], box[3], _angle(text, at, turn), at, part)


def _angle(text: Any, at: int, turn: int) -> int:
    quarters = pdfium.FPDFText_GetCharAngle(text, at) / _QUARTER
    return (round(quarters) + turn) % 4 if abs(quarters - round(quarters)) < _SLANT else _SLANTED
