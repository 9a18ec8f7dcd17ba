"""A law text as Lovdata publishes it: HTML that is also well-formed XML.

The tags are found by one pattern that never looks at a sign twice. There are no entities but the fixed ones of
HTML, nothing is fetched, and no nesting is followed by recursion, so that a document from outside can do no harm.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from planstrategi.lawtexts.law import HEADING, ITEM, NOTE, NUMBER_LEVEL, Block, Law, make_law, text_or_note, tidy

TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9]*)([^>]*)>|<[!?/][^>]*>", re.DOTALL)
HEAD_FIELD = r'<dd[^>]*class="{}"[^>]*>(.*?)</dd>'
# the fields stand in the beginning; in a longer text the search for one that is not there could take for ever
HEAD_SIZE = 65_536
CLASS = re.compile(r"""(?<![\w-])class\s*=\s*["']([^"']*)""")
NAME = re.compile(r"""(?<![\w-])data-name\s*=\s*["'](§[^"']*)""")
ARIA_LEVEL = re.compile(r"""aria-level\s*=\s*["']([1-6])""")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = {"article", "section", "main", "div", "p", "li", "ol", "ul", "dl", "dt", "dd", "table", "body"}
_APART = {"br", "td", "th", "tr"}
PASSED_TAGS = {"head", "header", "footer", "script", "style"}
PASSED = "passed"
# below every heading there is a tag for
LOWEST = NUMBER_LEVEL - 1


def read_html(text: str) -> Law:
    """Return the law in one of Lovdata's documents; its header names it. Raises ValueError for what no law has."""
    refid = _field(text, "refid") or "/".join(_field(text, "dokid").split("/")[-2:])
    return make_law(refid, _field(text, "title"), _Reader().read(text))


def _field(text: str, name: str) -> str:
    found = re.search(HEAD_FIELD.format(name), text[:HEAD_SIZE], re.DOTALL)
    return tidy(unescape(re.sub(r"<[^>]*>", "", found[1]))) if found else ""


class _Region(NamedTuple):
    """An element whose whole text is one thing: a heading of a level, a note, or passed over."""

    tag: str
    kind: str
    level: int


class _Reader:
    """Follows the tags, and makes a block of the text between two that part it."""

    def __init__(self) -> None:
        self._made: list[Block] = []
        self._text: list[str] = []
        self._region: _Region | None = None
        self._depth, self._items = 0, 0
        self._unnamed, self._level = "", LOWEST

    def read(self, text: str) -> Iterator[Block]:
        """Yield the blocks of a document, as they are met."""
        # after the last > there is no tag, so that every < below is answered by a >
        end, place = text.rfind(">") + 1, 0
        for token in TOKEN.finditer(text, 0, end):
            if token.start() > place:
                self._text.append(unescape(text[place : token.start()]))
            place = token.end()
            if token[2]:
                self._tag(token[2].lower(), token[3], bool(token[1]))
            yield from self._made
            self._made.clear()
        self._text.append(unescape(text[place:]))
        self._flush()
        yield from self._made

    def _tag(self, tag: str, attributes: str, closing: bool) -> None:
        if tag in _APART:
            self._text.append(" ")
        elif self._region:
            self._depth += (-1 if closing else 1) * (tag == self._region.tag)
            if not self._depth:
                self._flush()
                self._region = None
        elif not closing:
            self._open(tag, attributes)
        elif tag in BLOCKS:
            self._flush()
            self._items = max(0, self._items - (tag == "li"))

    def _open(self, tag: str, attributes: str) -> None:
        found = CLASS.search(attributes)
        classes = set(found[1].split()) if found else set()
        region = _region(tag, classes, attributes)
        if region or tag in BLOCKS:
            self._flush()
        if region and not attributes.endswith("/"):
            self._region, self._depth = region, 1
        self._items += tag == "li"
        if "legalArticle" in classes:
            self._unnamed = unescape(name[1]) if (name := NAME.search(attributes)) else ""

    def _flush(self) -> None:
        text, self._text = tidy("".join(self._text)), []
        if not text or (self._region and self._region.kind == PASSED):
            return
        if self._region:
            self._made.append(Block(self._region.kind, text, self._region.level))
            # a section without a heading stands beside those that have one
            self._level = self._region.level if text.startswith("§") else self._level
        else:
            if self._unnamed:
                self._made.append(Block(HEADING, self._unnamed, self._level))
            self._made.append(Block(ITEM, text) if self._items else text_or_note(text))
        self._unnamed = ""


def _region(tag: str, classes: set[str], attributes: str) -> _Region | None:
    if tag in PASSED_TAGS:
        return _Region(tag, PASSED, 0)
    if "changesToParent" in classes:
        return _Region(tag, NOTE, 0)
    if tag in HEADINGS or "legalArticleHeader" in classes or 'role="heading"' in attributes:
        level = ARIA_LEVEL.search(attributes)
        return _Region(tag, HEADING, int(tag[1]) if tag in HEADINGS else int(level[1]) if level else LOWEST)
    return None
