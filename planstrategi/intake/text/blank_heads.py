"""The lines of a page on which blanks hold columns → the headings of its tables, their columns, and the lines below them."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from planstrategi.intake.cells import JOINED, is_plan_name
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, column_of, is_heading
from planstrategi.intake.pdf.drawn import Word
from planstrategi.intake.pdf.grid import names_columns
from planstrategi.intake.pdf.lines import TextLine, text_of_lines
from planstrategi.intake.pdf.strips import LinePiece, Strip, blank_cells, blank_columns, column_under, straightened, stretches
from planstrategi.intake.text.line_words import is_group_heading
from planstrategi.intake.text.parts import LETTER_WIDTHS
from planstrategi.intake.words import begins, meets, word_list

# the lines of a heading, above what is whole of it and below, and those that tell where its columns are
_ABOVE, _BELOW, _NEAR = 5, 5, 80
# what speaks against a heading: what is none of a column, or is in a row, and each of its lines
_UNKNOWN, _LINE = 0.7, 0.02
# the words of a sentence, and of what may head a column
_SENTENCE, _HEADING, _YEARS = 9, 5, 3
# blank lines, more than between rows, that part what is below a table from it
_FAR = 3
# how wide a letter is on a page, and how high
_WIDE, _HIGH = 5.0, 10.0


class PageLine(NamedTuple):
    """A line: where in the text, the blank lines above it, its pieces, and if it is the first of a page."""

    at: int
    luft: int
    biter: list[LinePiece]
    forst: bool

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(one.tekst for one in self.biter)

    def is_title(self, columns: Sequence[Strip], name: int) -> bool:
        """Return whether it heads rows: a text alone that names a group where names stand, or is of several columns."""
        piece, *others = self.biter
        grouped = piece.tekst[0].isupper() and is_group_heading(piece.tekst) and column_under(piece, columns) <= name
        return not others and (grouped or stretches(piece, columns))


def _stands_apart(lines: Sequence[PageLine], at: int) -> bool:
    """Whether a line begins a page, or stands below blank lines or a title."""
    while not (lines[at].forst or lines[at].luft):
        at -= 1
        if at < 0 or len(lines[at].biter) > 1:
            return False
    return True


def _heads_other(texts: Sequence[str]) -> bool:
    """Whether texts head the columns of another table: short words that begin with a capital."""
    return all(text[0].isupper() and len(text.split()) < _HEADING for text in texts) and is_heading(texts)


def heading_spans(page: list[PageLine], known: Sequence[PageLine] = ()) -> list[tuple[int, int]]:
    """Return where the headings of columns on a page begin and end; what stands above all years is taken off them.

    The `known` are those of the table before: they may stand again, right below a row.
    """
    again = {at: lines for at in range(len(page)) if (lines := _known_again(page[at:], known))}
    found, start = list[tuple[int, int]](), 0
    for at in range(len(page)):
        heads = (at, again[at]) if at in again else None
        if not heads and at >= start and len(page[at].biter) > 1:
            heads = _heads_around(page[: min((n for n in again if n > at), default=None)], start, at)
        if heads:
            first, lines = heads
            start = first + len(lines)
            page[first:start] = lines
            found.append((first, start))
    return found


def _known_again(lines: Sequence[PageLine], known: Sequence[PageLine]) -> list[PageLine]:
    """Return the first of some lines when they are headings that are known, whatever blanks part them."""
    texts = [line.text for line in known]
    pairs = zip(lines, texts, strict=False)
    made = [line._replace(biter=[one for one in line.biter if one.tekst in own]) for line, own in pairs]
    return made if [line.text for line in made] == texts else []


def _heads_around(page: Sequence[PageLine], start: int, at: int) -> tuple[int, list[PageLine]] | None:
    """Return where the headings begin that a line is of, and their lines, none where it is of no heading."""
    # what is further up is of something else
    above = next((n for n in range(at, max(start, at - _ABOVE), -1) if page[n].luft > 1), max(start, at - _ABOVE))
    firsts = [n for n in range(above, at + 1) if _stands_apart(page, n)]
    if not firsts or not _may_head(page[max(above, at - 1) : at + 2]):
        return None
    near = _bands_off(page[above : at + _BELOW], at - above)
    below = own_lines([line for line in page[at + 1 : at + _NEAR] if line.biter])
    straight = drifting_straightened([*near[: at + 1 - above], *below], len(page[at].biter))
    near[: at + 1 - above], columns = straight[: at + 1 - above], blank_columns(line.biter for line in straight)
    tried = [(first, near[first - above : end]) for first in firsts for end in range(at + 1 - above, len(near) + 1)]
    score, best = max(((_score(lines, columns), (first, lines)) for first, lines in tried), key=itemgetter(0))
    return best if score > 0 else None


def _may_head(lines: Sequence[PageLine]) -> bool:
    """Whether one of some lines may be of headings: of the names, of two years, or of who is responsible."""
    texts = [{text for one in line.biter for text in (one.tekst, one.tekst.split()[-1])} for line in lines]
    roles = [[column_of(text).rolle for text in own] for own in texts]
    return any(NAVN in own or {MAYBE_NAME, "ansvarlig"} <= {*own} or own.count(AAR) > 1 for own in roles)


def _bands_off(lines: Sequence[PageLine], at: int) -> list[PageLine]:
    """Return the lines around one of headings without what stands above years, and is of all of them."""
    page = [*lines]
    found = ([one for one in line.biter if column_of(one.tekst).rolle == AAR] for line in page[at : at + _YEARS])
    row, years = next(((n, own) for n, own in enumerate(found, at) if len(own) > 1), (at, []))
    for n in range(max(0, row - _YEARS), row) if years else ():
        over = [one for one in page[n].biter if one.x0 < years[-1].x1 and years[0].x0 < one.x1 and one.tekst[0].isalpha()]
        if over and len(over) < len(years):
            page[n] = page[n]._replace(biter=[one for one in page[n].biter if one not in over])
    return page


def _score(lines: Sequence[PageLine], columns: Sequence[Strip]) -> float:
    """How many headings of columns some lines are, less what is none; none at all when they are not those of plans."""
    texts = [*filter(None, _titles(lines, columns))]
    if not columns or not names_columns(texts):
        return 0.0
    rows = sum(is_plan_name(text) and len(text.split()) > 2 for text in texts)
    rows += sum(bool(re.search(r"\b\d{1,3}\b", text)) for text in texts)
    unknown = sum(not column_of(text).rolle for text in texts)
    # what begins small goes on with a heading
    rest = sum(line.text[:1].islower() and all(one.tekst[0].islower() for one in line.biter) for line in lines)
    return len(texts) - (1 + _UNKNOWN) * (unknown + rows) - _LINE * (len(lines) - 2 * rest)


def _titles(lines: Sequence[PageLine], columns: Sequence[Strip]) -> list[str]:
    cells = zip(*(blank_cells(line.biter, columns) for line in lines), strict=True)
    made = [[words_in(text) for text in texts if text] for texts in cells]
    return [text_of_lines(own, right_edge(own), frozenset()).replace(JOINED, "").replace("\n", " ") for own in made]


def drifting_straightened(lines: Sequence[PageLine], wide: int) -> list[PageLine]:
    """Return lines with columns that begin in one place, where blanks do not part as many of them as are `wide`."""
    pieces = [line.biter for line in lines]
    moved = straightened(pieces, wide) if len(blank_columns(pieces)) < wide else pieces
    return [line._replace(biter=cells) for line, cells in zip(lines, moved, strict=True)]


def titles_and_columns(heads: Sequence[PageLine], body: Sequence[PageLine]) -> tuple[list[str], list[Strip]]:
    """Return the headings of a table, each whole though it stands on several lines, and its columns.

    A column that no heading is over is put to that beside it which holds nothing else.
    """
    columns, lines = blank_columns(line.biter for line in (*heads, *body)), (*heads, *body)
    for at in range(len(columns) - 2, -1, -1):
        pair = [[bool(blank_cells(line.biter, columns)[n]) for line in lines] for n in (at, at + 1)]
        both = any(one and two for one, two in zip(*pair, strict=True))
        if not both and not all(any(one[: len(heads)]) for one in pair):
            columns[at : at + 2] = [(columns[at][0], columns[at + 1][1])]
    return _titles(heads, columns), columns


def words_in(text: str) -> TextLine:
    """Return the words of a cell with the places they have in print: a text of blanks does not say how wide letters are."""
    made, at = list[Word](), 0.0
    for word in text.split():
        first, *rest = [_WIDE * LETTER_WIDTHS.get(letter, 1.0) for letter in f"{word} "]
        made.append(Word(word, at, at + first + sum(rest[:-1]), 0.0, _HIGH, first, "", True))
        at = made[-1].x1 + rest[-1]
    return made


def right_edge(lines: Sequence[TextLine]) -> float:
    """Return where the longest of some lines ends, 0 where there are none."""
    return max((line[-1].x1 for line in lines), default=0.0)


def own_lines(lines: Sequence[PageLine], heads: Sequence[PageLine] = ()) -> list[PageLine]:
    """Return the lines down to what is said below a table, to what explains words, or to where more blanks part them."""
    left = min((line.biter[0].x0 for line in heads or lines[:1] if line.biter), default=0)
    last = max((at for at, line in enumerate(lines) if len(line.biter) > 2), default=-1)
    most = 0
    for at, line in enumerate(lines):
        if line.luft > most + (0 if at > last > 0 else _FAR) or _is_below(lines, at, last, left, most):
            return [*lines[:at]]
        left, most = min(left, line.biter[0].x0), max(most, line.luft if at else 0)
    return [*lines]


def _is_below(lines: Sequence[PageLine], at: int, last: int, left: int, luft: int) -> bool:
    """Whether with a line begins what is said below a table, or another table; `last` is its last line of several cells.

    `luft` is how many blank lines part its rows above.
    """
    line, below, alone, first = lines[at], lines[at + 1 : at + 4], len(lines[at].biter) == 1, lines[at].biter[0].x0 <= left + 2
    # cells to the right, which may begin above the name of their row, head nothing
    if at and not alone and first and _stands_apart(lines, at) and _heads_other([one.tekst for one in line.biter]):
        return True
    # the title of a group may be long, and may have the words of what ends tables, but stands as close above its rows as they do
    title = at < last and not any(one.luft > luft for one in (line, *below)) and any(len(one.biter) > 1 for one in below)
    # or right below the headings
    title |= at == 0 < last
    text = line.biter[0].tekst
    said = len(text.split()) > _SENTENCE and meets(word_list().tekst.verb, text) and first
    return not title and bool(said or (begins(word_list().tekst.slutt, text) and (alone or at > last)))
