"""A page of a PDF → its words, its ruling lines and its coloured areas, with their places from the top left.

pdfium reads a page some thirty times faster than what pdfplumber reads with; its finding of tables is used as it is.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast

import pypdfium2.raw as pdfium
from pdfplumber.table import Table, cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pypdfium2 import PdfPage

from planstrategi.intake.cells import JOINED, RAISED
from planstrategi.intake.pdf.drawn import PageGround, PageParts, Word
from planstrategi.intake.pdf.letters import Letter, box_of, letters_of, shown_at, turn_to_read
from planstrategi.intake.pdf.stripes import around_rows

# how near lines are to be one, and how short one may be; how thin an area is a line, and how small it has no outline
_SNAP, _SHORTEST, _THIN, _SMALL = 3, 3, 4, 10
# of the height of a letter: how far the next letter of a word may be, and how far at least another number is;
# how high that of a footnote is at most
_WORD_GAP, _NUMBER_GAP, _NOTE_HEIGHT = 0.18, 0.05, 0.75
# of the height that a font says: the least that its size may be
_DRAWN = 0.8


_SPACE = Letter(" ", 0, 0, 0, 0, 0, -1, -1)


def page_parts(page: PdfPage) -> PageParts:
    """Return what is drawn on a page, as it is turned when it is shown, or when it is read."""
    turn, (wide, high), text = page.get_rotation() // 90, page.get_size(), page.get_textpage()
    wide, high = (high, wide) if turn % 2 else (wide, high)
    turn = turn_to_read(text.raw, turn)
    edges, grounds = [], []
    for box, colour in _shapes(page, turn, wide, high):
        x0, top, x1, bottom = box
        thin, small = min(x1 - x0, bottom - top) < _THIN, max(x1 - x0, bottom - top) < _SMALL
        sides = (x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)
        # a letter may be drawn as a picture
        edges += [_edge(side) for side in ([box] if thin else () if small else sides)]
        grounds += [PageGround(*box, colour)] if colour and not thin else []
    edges = merge_edges([edge for edge in edges if max(edge["width"], edge["height"]) > _SHORTEST], *[_SNAP] * 4)
    rules = [(edge["top"], edge["x0"], edge["x1"]) for edge in edges if edge["orientation"] == "h"]
    letters, under = letters_of(text.raw, turn, (wide, high), rules)
    words = list(_with_notes(list(_words([*letters, _SPACE], text.raw, turn, wide, high))))
    edges = merge_edges([*edges, *map(_edge, around_rows(grounds, words))], *[_SNAP] * 4)
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP)) if edges else []
    # only what reads the text of a table asks for its page
    tables = [Table(cast(Any, None), found) for found in cells_to_tables(cells)]
    return PageParts(wide if turn % 2 else high, words, tables, rules, grounds, high if turn % 2 else wide, under)


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
                yield box_of([matrix.on_point(x, y) for x, y in corners], turn, wide, high), colour


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


def _words(letters: list[Letter], text: Any, turn: int, wide: float, high: float) -> Iterator[Word]:
    columns = _in_columns(letters)
    word, before, home = list[Letter](), _SPACE, 0.0
    for letter in letters:
        if word and (letter.at in columns or not _goes_on(word[-1], letter)):
            made = _made(word, text, _base(text, word[0].at, turn, wide, high))
            # what is printed with the word before, and close to it, is of its cell
            home = home if before.part == word[0].part and made.x0 - before.x1 < made.height / 2 else (made.x0 + made.x1) / 2
            made = made._replace(begins=word[0].at in columns, home=home)
            yield _cut(made, letter) if letter.at in columns else made
            word, before = [], word[-1]
        if letter.text.strip():
            word.append(letter)


def _with_notes(words: list[Word]) -> Iterator[Word]:
    """Yield words with the small numbers and stars of footnotes raised, on the line of the word that they stand with."""
    for near, word in pairwise([*words[:1], *words]):
        raised = near.top < word.bottom < near.bottom - near.height / 10 and word.height < _NOTE_HEIGHT * near.height
        note = raised and (word.text.isdecimal() or not word.text.strip("*")) and abs(word.x0 - near.x1) < near.height
        yield word._replace(text=word.text.translate(RAISED), top=near.top, bottom=near.bottom) if note else word


def _in_columns(letters: list[Letter]) -> set[int]:
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


def _cut(word: Word, letter: Letter) -> Word:
    """The word before a column begins, as one that may be cut where it goes all the way to it, or beyond."""
    beside = word.x0 < letter.x0 < word.x1 + word.height / 2 and word.top < (letter.top + letter.bottom) / 2 < word.bottom
    if not (word.upright and beside):
        return word
    return word._replace(text=word.text + JOINED * word.text[-1].isalpha(), x1=min(word.x1, letter.x0 - 1))


def _base(text: Any, at: int, turn: int, wide: float, high: float) -> float:
    """The line that a letter stands on."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return shown_at(x.value, y.value, turn, wide, high)[1]


def _goes_on(last: Letter, letter: Letter) -> bool:
    if last.angle != letter.angle or not letter.text.strip():
        return False
    if last.angle % 2:
        away = min(abs(letter.top - last.bottom), abs(last.top - letter.bottom))
        # an accent makes a letter higher, and not the line that it stands on
        return away < _WORD_GAP * (last.x1 - last.x0) and min(abs(letter.x0 - last.x0), abs(letter.x1 - last.x1)) < 1
    height = last.bottom - last.top
    # two letters that are cut as one have one box
    return last.x0 - 1 < letter.x0 < last.x1 + _WORD_GAP * height and abs(letter.bottom - last.bottom) < 0.4 * height


def _made(word: list[Letter], text: Any, base: float) -> Word:
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
