"""A line on which cells stand beside each other → the parts it may be cut in, and what speaks against each as a cell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from planstrategi.intake.cells import is_open, is_plan_type
from planstrategi.intake.columns import NAVN
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.pieces import Piece, Slag
from planstrategi.intake.words import word_list

# the kinds of columns that are told apart here, by their names in ord.yaml; VALUES are those of dates, years, amounts and marks
VALUES, CHARGE, TYPE, COMMENT = "verdi", "ansvarlig", "plantype", "kommentar"
# what is a mark, a year or a part of one, and a value wherever it stands
_MARKS, _YEARS = {Slag.MERKE, Slag.TALL}, {Slag.AAR, Slag.TID, Slag.TIDSROM}
_VALUES = _MARKS | {Slag.DATO, Slag.KOSTNAD}
_A_VALUE = re.compile(r"[\d–/-]+|[A-ZÆØÅ]")
# how wide letters are, most of them 1: as the fonts of offices have them
_WIDTHS = {
    0.43: "ijlI'", 0.49: " .,:;/", 0.6: "ft()-", 0.65: "r", 0.87: "cksvxyzJ",
    1.03: "EFLPSTYZBX", 1.12: "ACKRVÅ", 1.27: "DGHNOQUØ", 1.55: "mwæMWÆ",
}  # fmt: skip
LETTER_WIDTHS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
SPACE = LETTER_WIDTHS[" "]
# the words of the longest cell that is looked for on several lines; and what heads a chapter
_LONGEST, _CHAPTER = 6, re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? [A-ZÆØÅ][a-zæøå]")
# What speaks against a part as a cell, found by trying documents; 1 is about what a capital in the wrong place does.
# a mark in it; its beginning within what is known to be one cell; another cell known to stand in it; each word, but in names
_MARKED, _WITHIN, _TWO, _WORD = 3.0, 0.3, 0.7, 0.05
# a capital in it, where it is a name, who is responsible or another text; and a year on the first line
_INSIDE, _INSIDE_OTHER, _YEAR, _YEAR_OTHER = {NAVN: 0.5, CHARGE: 0.7}, 0.3, {NAVN: 1.5, CHARGE: 1.5, TYPE: 1.5}, 0.5
# a comment where names, or who is responsible, stands; the words of a plan where the latter does
_SAID, _PLAN = {NAVN: 2.0, CHARGE: 1.0}, 0.7
# what speaks for it: a name with the words of a plan, and that it fills a cell on several lines, for each and at most
_NAMED, _KNOWN, _KNOWN_MOST = 0.7, 0.5, 1.5
# text among values: one that is decided, any, and for each word
_DECIDED, _LOOSE, _LOOSE_WORD = 0.3, 1.2, 0.8
# What speaks against a part below others; the last is too unlikely.
TOO_MUCH = 8.0
# an empty cell on the first line
EMPTY, EMPTY_OTHER = {VALUES: 0.0, NAVN: TOO_MUCH, TYPE: 0.0, CHARGE: 0.8, COMMENT: 0.3}, 0.5
# what is wider than the column, and what breaks where there is room: from which share of the width, by how much, and at most
_WIDE, _ROOM, _BY, _BROKEN, _ROOM_MOST = 1.02, 0.98, 20.0, 0.5, 4.0
# a cell that begins with no capital, that begins below the first line, a name that does so; values that do, or go on
_SMALL, _LATE, _LATE_NAME, _VALUES_LATE, _VALUES_ON = 2.5, 1.2, 1.5, 1.5, 0.5
# how a cell goes on: with a capital, small, after an empty line, small after a stop, with «og» after «og»
_CAPITAL, _CAPITAL_OTHER, _ON, _ON_OTHER = {NAVN: 3.0, CHARGE: 0.3}, 0.6, {NAVN: 0.0, CHARGE: 0.3}, 0.2
_GAP, _STOP, _LINKS = 1.5, 1.0, 2.0
# a cell that goes on though it says what is decided; and one that says it on two lines, which speaks for it
_SAID_ON, _WHOLE = 2.0, 1.0
# more has to follow, and does not on the next line
_OPEN = 1.5


class CellWord(NamedTuple):
    """A word, or a value, of a line: its kind, and whether a piece begins with it."""

    tekst: str
    slag: Slag
    forst: bool


def words_of(pieces: Sequence[Piece]) -> list[CellWord]:
    """Return the words of a line; a value is one."""
    split = ((one.slag, [one.tekst] if one.slag in _VALUES else one.tekst.split()) for one in pieces)
    return [CellWord(word, slag, not at) for slag, words in split for at, word in enumerate(words)]


def may_be_cells(line: Sequence[CellWord]) -> Iterator[str]:
    """Yield what may fill a cell: what begins with a capital, and ends where another cell or the line does."""
    begins = [at for at, one in enumerate(line) if one.slag in _VALUES or one.tekst[0].isupper() or one.tekst[0].isdigit()]
    values = [at for at, one in enumerate(line) if one.slag in _VALUES] + [len(line)]
    for at in (at for at in begins if line[at].slag not in _VALUES and line[at].tekst[0].isupper()):
        last = min(at + _LONGEST, *(end for end in values if end > at))
        yield from (" ".join(one.tekst for one in line[at:end]) for end in (*begins, len(line)) if at < end <= last)


class Part:
    """Words of a line that may be in one cell. `first` says that the line begins a row, `known` how often texts fill cells."""

    def __init__(self, words: Sequence[CellWord], first: bool, known: Counter[str]) -> None:
        self.words, self.first, self.known = words, first, known
        self.tekst = " ".join(one.tekst for one in words)
        self.width, self.begins = (sum(LETTER_WIDTHS.get(one, 1.0) for one in text) for text in (self.tekst, words[0].tekst))
        self.capital, self.small = self.tekst[0].isupper(), self.tekst[0].islower()
        self.ended = self.tekst[-1] in ".-–/:"
        self.costs: dict[str, float] = {}

    @cached_property
    def need(self) -> bool:
        """Whether it says what is decided."""
        return bool(judge.need_at(self.tekst))

    @cached_property
    def waits(self) -> bool:
        """Whether it begins what is decided: «Full», above «revisjon»."""
        return any(one.startswith(f"{self.tekst.casefold()} ") for one in word_list().tekst.behov)

    @cached_property
    def open(self) -> bool:
        """Whether more has to follow: «Plan for»."""
        return is_open(self.tekst) and not self.need

    @cached_property
    def links(self) -> bool:
        """Whether it begins as what goes on from a whole text does: «og», «for»."""
        return self.small and is_open(f"x {self.words[0].tekst.rstrip(',')}")

    def goes_on_with(self, part: "Part") -> bool:
        """Return whether a part says the rest of what is decided."""
        whole = judge.need_at(f"{self.tekst} {part.tekst}")
        return whole is not None and whole.end() > len(self.tekst) + 1

    def cost(self, rolle: str) -> float:
        """Return what speaks against the part as a cell of a column."""
        if rolle not in self.costs:
            within = _WITHIN * (self.first and not self.words[0].forst)
            self.costs[rolle] = within + (self._as_values() if rolle == VALUES else self._as_text(rolle))
        return self.costs[rolle]

    def _as_values(self) -> float:
        texts = [one for one in self.words if not (one.slag in _VALUES | _YEARS or _A_VALUE.fullmatch(one.tekst))]
        loose = [one for one in texts if one.slag not in (Slag.ORD, Slag.VERDI) and self.known[one.tekst] < 3]
        return _DECIDED * (len(texts) > len(loose)) + (_LOOSE + _LOOSE_WORD * len(loose)) * bool(loose)

    def _as_text(self, rolle: str) -> float:
        capitals = [at for at, one in enumerate(self.words) if at and one.tekst[0].isupper()]
        inside = sum(self.words[at - 1].tekst[-1] not in ".:–-/" for at in capitals)
        ends = (" ".join(one.tekst for one in self.words[at:]) for at in capitals)
        others = sum(self.known[one.tekst] > 2 for one in self.words[1:]) or any(
            self.known[one] > 1 or judge.need_at(one) for one in ends
        )
        cost = _INSIDE.get(rolle, _INSIDE_OTHER) * inside + _TWO * others
        cost += _MARKED * sum(one.slag in _MARKS for one in self.words)
        cost += _SAID.get(rolle, 0.0) * judge.is_comment(self.tekst)
        cost += _PLAN * (rolle == CHARGE and judge.plan_words_in(self.tekst) > 0)
        cost += _WORD * len(self.words) * (rolle != NAVN)
        return cost + (self._beginning(rolle) if self.first else 0.0)

    def _beginning(self, rolle: str) -> float:
        """Return what speaks against the part on the first line of its row, or for it."""
        cost = _YEAR.get(rolle, _YEAR_OTHER) * sum(one.slag in _YEARS for one in self.words)
        times = self.known[self.tekst]
        if rolle == NAVN:
            return cost - _NAMED * bool(judge.plan_words_in(self.tekst))
        return cost - min(_KNOWN_MOST, _KNOWN * times) * (times > 1)


class CellLine:
    """A line. `heads` says that it is of no row, `stops` that no row goes on with it, `said` that it begins as a comment does."""

    def __init__(self, words: list[CellWord], first: bool, known: Counter[str]) -> None:
        self.words, self.first, self.known = words, first, known
        text = " ".join(one.tekst for one in words)
        # what is decided, alone on a line, is a cell without others beside it
        need = judge.need_at(text)
        chapter = (
            text.endswith(":") or is_plan_type(text) or bool(text and judge.is_group_heading(text)) or bool(_CHAPTER.match(text))
        )
        self.heads, self.said = chapter or judge.is_note(text) or len(words) >= judge.PROSE, judge.begins_comment(text)
        other = any(one.slag in _MARKS or one.slag == Slag.NUMMER for one in words)
        self.stops = self.heads or other or (need is not None and need.end() == len(text))
        self.parts: dict[tuple[int, int], Part] = {}

    def part(self, start: int, end: int) -> Part | None:
        """Return the part from a word to another, None where there is none between."""
        if start < end and (start, end) not in self.parts:
            self.parts[start, end] = Part(self.words[start:end], self.first, self.known)
        return self.parts.get((start, end))


class FittedColumn(NamedTuple):
    """A column: what it is, the least and the largest width it may have, 0 where nobody knows, and how much they are missed."""

    rolle: str
    least: float = 0.0
    most: float = 0.0
    slack: float = 0.0

    def cost(self, last: Part | None, above: Part | None, part: Part | None, first: bool) -> float:
        """Return what speaks against a part, below the last of its cell, and that on the line above."""
        if part is None:
            waits = self.rolle != VALUES and above is not None and above.open
            return EMPTY.get(self.rolle, EMPTY_OTHER) if first else _OPEN * waits
        cost = part.cost(self.rolle)
        if self.rolle == VALUES:
            return cost if first else 2 * cost + (_VALUES_ON if last else _VALUES_LATE)
        cost += self._width(above, part) if self.most else 0.0
        if last:
            return cost + self._goes_on(last, above, part)
        small = part.small or part.tekst[0] in "–,.)"
        return cost + _SMALL * small + (not first) * (_LATE + _LATE_NAME * (self.rolle == NAVN))

    def _width(self, above: Part | None, part: Part) -> float:
        cost = min(TOO_MUCH, _BY * max(0.0, part.width / self.most - _WIDE - self.slack))
        # who is responsible, and a sentence, may begin a line
        if above is None or (part.capital and (self.rolle == CHARGE or above.ended)):
            return cost
        longer = (above.width + SPACE + part.begins) / self.least
        return cost + min(_ROOM_MOST, _BY * max(0.0, _ROOM - self.slack - longer) + _BROKEN * (longer < 1))

    def _goes_on(self, last: Part, above: Part | None, part: Part) -> float:
        cost = _GAP * (above is None) + _STOP * (last.tekst.endswith(".") and part.small) + _LINKS * (last.open and part.links)
        if part.capital and not (last.ended or last.open):
            cost += _CAPITAL.get(self.rolle, _CAPITAL_OTHER)
        if self.rolle != NAVN and (last.need or last.waits):
            cost += -_WHOLE if last.goes_on_with(part) else _SAID_ON * last.need
        return cost + _ON.get(self.rolle, _ON_OTHER) * part.small
