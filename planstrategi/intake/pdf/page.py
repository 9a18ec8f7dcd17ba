"""A page of a PDF → its words, its ruling lines and its coloured areas, with their places from the top left.

pdfium reads a page some thirty times faster than what pdfplumber reads with; its finding of tables is used as it is.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, cast

import pypdfium2.raw as pdfium
from pdfplumber.table import Table, cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pypdfium2 import PdfPage

from planstrategi.intake.cells import JOINED, RAISED, struck_out
from planstrategi.intake.pdf.drawn import PageGround, PageParts, Word
from planstrategi.intake.pdf.stripes import around_rows

# how near lines are to be one, and how short one may be; how thin an area is a line
_SNAP, _SHORTEST, _THIN = 3, 3, 4
_NEW_LINES, _HYPHENS = (0, 10, 13, 0xFFFE), (2, 0xAD)
# of the height of a letter: how far the next letter of a word may be, and how far at least another number is;
# how high that of a footnote is at most
_WORD_GAP, _NUMBER_GAP, _NOTE_HEIGHT = 0.18, 0.05, 0.75
# of the height that a font says: the least that its size may be
_DRAWN = 0.8


class _Letter(NamedTuple):
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    angle: int
    at: int
    part: int | None


_SPACE = _Letter(" ", 0, 0, 0, 0, 0, -1, -1)


def page_parts(page: PdfPage) -> PageParts:
    """Return what is drawn on a page, as it is turned when it is shown."""
    turn, (wide, high) = page.get_rotation() // 90, page.get_size()
    wide, high = (high, wide) if turn % 2 else (wide, high)
    edges, grounds = [], []
    for box, colour in _shapes(page, turn, wide, high):
        x0, top, x1, bottom = box
        thin = min(x1 - x0, bottom - top) < _THIN
        sides = (x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)
        edges += [_edge(side) for side in ([box] if thin else sides)]
        grounds += [PageGround(*box, colour)] if colour and not thin else []
    edges = merge_edges([edge for edge in edges if max(edge["width"], edge["height"]) > _SHORTEST], *[_SNAP] * 4)
    rules = [(edge["top"], edge["x0"], edge["x1"]) for edge in edges if edge["orientation"] == "h"]
    words = list(_with_notes(list(_words(page, turn, wide, high, rules))))
    edges = merge_edges([*edges, *map(_edge, around_rows(grounds, words))], *[_SNAP] * 4)
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP)) if edges else []
    # only what reads the text of a table asks for its page
    tables = [Table(cast(Any, None), found) for found in cells_to_tables(cells)]
    return PageParts(wide if turn % 2 else high, words, tables, rules, grounds)


def _shown(x: float, y: float, turn: int, wide: float, high: float) -> tuple[float, float]:
    """A point as it is shown, from the top left."""
    return ((x, high - y), (y, x), (wide - x, y), (high - y, wide - x))[turn]


def _box(corners: list[tuple[float, float]], turn: int, wide: float, high: float) -> tuple[float, float, float, float]:
    points = [_shown(x, y, turn, wide, high) for x, y in corners]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _edge(box: tuple[float, float, float, float]) -> dict[str, Any]:
    x0, top, x1, bottom = box
    if x1 - x0 > bottom - top:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    way = "h" if x1 > x0 else "v"
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top, "orientation": way}


def _shapes(page: PdfPage, turn: int, wide: float, high: float) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    """The boxes of what is drawn with lines, each with its colour; what is only white and has no outline is none."""
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        colour, outlined = _colour(shape.raw)
        if colour or outlined:
            matrix = shape.get_matrix()
            for corners in _pieces(shape.raw):
                yield _box([matrix.on_point(x, y) for x, y in corners], turn, wide, high), colour


def _pieces(raw: Any) -> list[list[tuple[float, float]]]:
    """The points of each of the lines and boxes that one path draws."""
    pieces: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium.FPDFPath_CountSegments(raw)):
        segment = pdfium.FPDFPath_GetPathSegment(raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if not pieces or pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            pieces.append([])
        pieces[-1].append((x.value, y.value))
    return pieces


def _colour(raw: Any) -> tuple[str, bool]:
    """The colour that fills a path, empty for white and for none; and whether it has an outline."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(raw, fill, stroke)
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(raw, *parts)
    told = "".join(f"{part.value:02x}" for part in parts[:3])
    return told if fill.value and told != "ffffff" and parts[3].value else "", bool(stroke.value)


def _words(page: PdfPage, turn: int, wide: float, high: float, rules: Sequence[tuple[float, float, float]]) -> Iterator[Word]:
    text = page.get_textpage()
    letters = [*_struck([*_letters(text.raw, turn, wide, high)], rules), _SPACE]
    columns = _in_columns(letters)
    word, before, home = list[_Letter](), _SPACE, 0.0
    for letter in letters:
        if word and (letter.at in columns or not _goes_on(word[-1], letter)):
            made = _made(word, text.raw, _base(text.raw, word[0].at, turn, wide, high))
            # what is printed with the word before, and close to it, is of its cell
            home = home if before.part == word[0].part and made.x0 - before.x1 < made.height / 2 else (made.x0 + made.x1) / 2
            made = made._replace(begins=word[0].at in columns, home=home)
            yield _cut(made, letter) if letter.at in columns else made
            word, before = [], word[-1]
        if letter.text.strip():
            word.append(letter)


def _struck(letters: list[_Letter], rules: Sequence[tuple[float, float, float]]) -> Iterator[_Letter]:
    """The letters, with those that a line goes through struck out; one of a table begins and ends elsewhere than letters do."""
    middles = {round((one.top + one.bottom) / 2) + off for one in letters for off in (-1, 0, 1)}
    through = {one for rule in rules if round(rule[0]) in middles for one in _letters_through(letters, *rule)}
    return (one._replace(text=struck_out(one.text)) if one in through else one for one in letters)


def _letters_through(letters: list[_Letter], y: float, x0: float, x1: float) -> list[_Letter]:
    near = (one for one in letters if abs(one.top + one.bottom - 2 * y) < (one.bottom - one.top) / 4)
    over = [one for one in near if x0 - 1 < one.x0 and one.x1 < x1 + 1]
    return over if over and min(one.x0 for one in over) < x0 + 1 and max(one.x1 for one in over) > x1 - 1 else []


def _with_notes(words: list[Word]) -> Iterator[Word]:
    """Yield words with the small numbers and stars of footnotes raised, on the line of the word that they stand with."""
    for near, word in pairwise([*words[:1], *words]):
        raised = near.top < word.bottom < near.bottom - near.height / 10 and word.height < _NOTE_HEIGHT * near.height
        note = raised and (word.text.isdecimal() or not word.text.strip("*")) and abs(word.x0 - near.x1) < near.height
        yield word._replace(text=word.text.translate(RAISED), top=near.top, bottom=near.bottom) if note else word


def _in_columns(letters: list[_Letter]) -> set[int]:
    """The letters that begin a text where a column does, though the text before it is cut there: those of many lines do."""
    # the letters of a text on its side stand above each other
    flat = [one for one in letters if not one.angle % 2]
    parts = [(last, one) for last, one in pairwise([_SPACE, *flat]) if one.part != last.part]
    # some programs print a word in many parts
    if 2 * sum(_goes_on(*pair) for pair in parts) > len(parts):
        return set()
    begun = {one.at: round(one.x0) for _, one in parts}
    many, often = max(3, len({round(one.top) for one in letters}) / 5), Counter(begun.values())
    # numbers at the right of their cells nearly touch: «1» and «0,5»
    beside = ((last, one) for last, one in parts if last.text.isdecimal() and one.text.isdecimal())
    numbers = {one.at for last, one in beside if one.x0 - last.x1 > _NUMBER_GAP * (one.bottom - one.top)}
    return {at for at, x in begun.items() if often[x] > many} | numbers


def _cut(word: Word, letter: _Letter) -> Word:
    """The word before a column begins, as one that may be cut where it goes all the way to it, or beyond."""
    beside = word.x0 < letter.x0 < word.x1 + word.height / 2 and word.top < (letter.top + letter.bottom) / 2 < word.bottom
    if not (word.upright and beside):
        return word
    return word._replace(text=word.text + JOINED * word.text[-1].isalpha(), x1=min(word.x1, letter.x0 - 1))


def _base(text: Any, at: int, turn: int, wide: float, high: float) -> float:
    """The line that a letter stands on."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return _shown(x.value, y.value, turn, wide, high)[1]


def _letters(text: Any, turn: int, wide: float, high: float) -> Iterator[_Letter]:
    rect = pdfium.FS_RECTF()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in _NEW_LINES or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, rect)
        box = _box([(rect.left, rect.top), (rect.right, rect.bottom)], turn, wide, high)
        angle = (round(pdfium.FPDFText_GetCharAngle(text, at) / 1.5708) + turn) % 4
        part = ctypes.cast(pdfium.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value
        yield _Letter("-" if code in _HYPHENS else chr(code), box[0], box[2], box[1], box[3], angle, at, part)


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    if last.angle != letter.angle or not letter.text.strip():
        return False
    if last.angle % 2:
        away = min(abs(letter.top - last.bottom), abs(last.top - letter.bottom))
        # an accent makes a letter higher, and not the line that it stands on
        return away < _WORD_GAP * (last.x1 - last.x0) and min(abs(letter.x0 - last.x0), abs(letter.x1 - last.x1)) < 1
    height = last.bottom - last.top
    # two letters that are cut as one have one box
    return last.x0 - 1 < letter.x0 < last.x1 + _WORD_GAP * height and abs(letter.bottom - last.bottom) < 0.4 * height


def _made(word: list[_Letter], text: Any, base: float) -> Word:
    first, font = word[0], _font(text, word[0].at)
    x0, x1 = min(one.x0 for one in word), max(one.x1 for one in word)
    top, bottom = min(one.top for one in word), max(one.bottom for one in word)
    if upright := not first.angle % 2:
        # a font may not say how high its letters are, but a letter has its size, unless it is drawn as a picture
        pdfium.FPDFText_GetMatrix(text, first.at, matrix := pdfium.FS_MATRIX())
        height = max(pdfium.FPDFText_GetFontSize(text, first.at) * math.hypot(matrix.c, matrix.d), _DRAWN * (bottom - top))
        top, bottom = base - 0.8 * height, base + 0.2 * height
    whole = "".join(one.text for one in word)
    return Word(whole, x0, x1, top, bottom, first.x1 - first.x0, font, upright, down=first.angle == 1)


def _font(text: Any, at: int) -> str:
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 80, flags)
    return name.value.decode("latin-1")
