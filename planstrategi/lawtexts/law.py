"""A law text → its sections, whatever format it came in, and the fingerprint of what a section says.

The readers of the formats hand over blocks in the order of the text. A section is a heading and all that stands
below it until the next heading of its own level; its place is named as the catalogue names it: § 10-1, pkt. 4.2
or kap. 12.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

HEADING, LEDD, ITEM, NOTE = "heading", "ledd", "item", "note"
# deeper than any heading: the number a paragraph begins with
NUMBER_LEVEL = 9
# many times what the longest law has
BLOCK_LIMIT = 200_000


class Block(NamedTuple):
    """A heading with its level, a ledd, an item of a list, or a note on what has been amended."""

    kind: str
    text: str
    level: int = 0


class Section(NamedTuple):
    """A place in a law: how many ledd, what they say (a line each), whether it is repealed, and where it lies.

    `blocks` are its first and last block (exclusive), `above` the headings it stands under.
    """

    place: str
    ledd: int
    text: str
    repealed: bool
    blocks: tuple[int, int]
    above: tuple[int, ...]


class Law(NamedTuple):
    """One act, regulation or set of guidelines: its code in Lovdata, its title, its blocks and its sections."""

    code: str
    title: str
    blocks: tuple[Block, ...]
    sections: dict[str, Section]

    def find(self, place: str) -> Section | None:
        """Return the section at a place, or None; § 7 b and § 7b are the same."""
        return self.sections.get(place_key(place))

    def lines(self, section: Section) -> list[str]:
        """Return what stands in a section for people to compare: a line per ledd, item and heading below its own."""
        first, last = section.blocks
        return [shown(block) for block in self.blocks[first + 1 : last] if block.kind != NOTE]


def make_law(refid: str, title: str, blocks: Iterable[Block]) -> Law:
    """Return a law from Lovdata's reference (lov/2008-06-27-71) and its blocks; raise ValueError for too many."""
    numbered = tuple(islice(_with_numbers(blocks), BLOCK_LIMIT + 1))
    if len(numbered) > BLOCK_LIMIT:
        raise ValueError("too long to be a law")
    return Law(code_of(refid), title, numbered, _sections(numbered))


def code_of(refid: str) -> str:
    """Return the code of a reference in Lovdata: LOV-2008-06-27-71 of lov/2008-06-27-71."""
    kind, _, date = refid.partition("/")
    return f"{'LOV' if kind == 'lov' else 'FOR'}-{date}"


def normal(text: str) -> str:
    """Return the form in which texts are the same: NFC, without list markers and without any white space.

    White space is left out, not collapsed: the conversion to Markdown puts blanks before and after every link and
    raised number («kapittel 11 .», «§§ 12 -14», «punk t 2a»), and takes some away («etter§ 11-7nr. 1»).
    """
    return "".join(re.sub(r"^- ", "", normalize("NFC", text), flags=re.MULTILINE).split())


def fingerprint(text: str) -> str:
    """Return the sha256, in hex, of the normal form of a section's text."""
    return sha256(normal(text).encode()).hexdigest()


def tidy(text: str) -> str:
    """Return a text in NFC on one line, without the blanks that a link has left before and after punctuation."""
    return re.sub(r"(?<=[(«\[]) | (?=[,.;:)»\]])", "", " ".join(normalize("NFC", text).split()))


def shown(block: Block) -> str:
    """Return a block as one line of text, an item with its marker."""
    return f"- {block.text}" if block.kind == ITEM else block.text


AMENDED = re.compile(
    r"(?:(?:Forskrift|Lov|Paragraf|Kapit|Overskrift|Tittel|Vedlegg|Del|Hjemmel|Merknad)\w*"
    r"(?: \d+\w?)?(?: \(\w+\))?(?: med vedlegg)?(?: ble| er)? )?"
    r"(?:endr(?:et|es|a)|tilføy(?:d|et|es)|opphev(?:et|es|a)|føyd{1,2} til)\b"
    r"(?:[^.;:]{0,80}? (?:ved|med) (?:lov|forskrift|res|vedtak|kgl|denne)| \d{1,2}\.? [a-z]+\.? \d{4})",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"\d{1,2} [A-ZÆØÅ]")


def text_or_note(text: str) -> Block:
    """Return a paragraph as a ledd, or as a note when it tells what amended the text, or is a footnote."""
    flat = tidy(text)
    return Block(NOTE if AMENDED.match(flat) or FOOTNOTE.match(flat) else LEDD, flat)


SECTION_FORM = re.compile(r"§ ?(\d+(?: ?[A-Za-z](?=[.-]|$))?(?:-\d+(?: ?[A-Za-z](?=\.|$))?)?)(?=\.|$| )")
CHAPTER = re.compile(r"kap(?:it+el|\.) ?(\d+(?: ?[a-z]\b)?)\b", re.IGNORECASE)
NUMBERED = re.compile(r"(\d+[a-z]?(?:\.\d+)*)(?:\. ?| )(?!\d)")
REPEAL_WORDS = re.compile(r"\(opphev|\bopphev(?:et|a)\.?$", re.IGNORECASE)
# annexes and comments have numbers of their own; the conversion puts them before the sections of the same level
_BESIDE = re.compile(r"(?:vedlegg|merknad|kommentar|til )", re.IGNORECASE)


class _Open(NamedTuple):
    level: int
    place: str
    number: int
    beside: bool


def _with_numbers(blocks: Iterable[Block]) -> Iterable[Block]:
    """Guidelines number their paragraphs: «6.3 Det bør …» in chapter 6 is a point, and its number its heading."""
    chapter = ""
    for block in blocks:
        if block.kind == HEADING:
            found = NUMBERED.match(block.text)
            chapter = found[1] if found else ""
        pattern = rf"({re.escape(chapter)}\.\d+)\.? ?(?=[^\W\d])"
        found = re.match(pattern, block.text) if chapter and block.kind == LEDD else None
        if found:
            yield Block(HEADING, found[1], NUMBER_LEVEL)
        yield block._replace(text=block.text[found.end() :]) if found else block


def _sections(blocks: Sequence[Block]) -> dict[str, Section]:
    found: dict[str, Section] = {}
    stack: list[_Open] = []
    for number, block in enumerate((*blocks, Block(HEADING, ""))):
        if block.kind != HEADING:
            continue
        while stack and stack[-1].level >= block.level:
            closed = stack.pop()
            above = tuple(one.number for one in stack if not one.beside)
            if closed.place and place_key(closed.place) not in found:
                found[place_key(closed.place)] = _section(blocks, closed, number, above)
        beside = bool(_BESIDE.match(block.text)) or any(one.beside for one in stack)
        stack.append(_Open(block.level, _place(block.text, stack, beside), number, beside))
    return found


def _section(blocks: Sequence[Block], opened: _Open, last: int, above: tuple[int, ...]) -> Section:
    inside = blocks[opened.number + 1 : last]
    text = "\n".join(shown(block) for block in inside if block.kind in (LEDD, ITEM))
    gone = not text and any(block.kind == NOTE and "opphev" in block.text.lower() for block in inside)
    repealed = gone or bool(REPEAL_WORDS.search(blocks[opened.number].text))
    return Section(opened.place, sum(block.kind == LEDD for block in inside), text, repealed, (opened.number, last), above)


def _place(heading: str, above: Sequence[_Open], beside: bool) -> str:
    """The place a heading names. A whole number is a chapter, but a point when it stands in a numbered part."""
    if found := SECTION_FORM.match(heading):
        return f"§ {found[1]}"
    if found := CHAPTER.match(heading):
        return f"kap. {found[1]}"
    found = NUMBERED.match(heading + " ")
    if beside or not found:
        return ""
    is_point = "." in found[1] or any(one.place.startswith("kap.") for one in above)
    return f"{'pkt.' if is_point else 'kap.'} {found[1]}"


def place_key(place: str) -> str:
    """Return the form in which places are the same: § 7 b and § 7b."""
    return "".join(place.lower().split())
