"""A law text in Markdown, with the front matter that the open conversions of Lovdata's data have."""

import re
from collections.abc import Iterator

from planstrategi.lawtexts.law import BLOCK_LIMIT, HEADING, ITEM, Block, Law, make_law, text_or_note, tidy

FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
FRONT_FIELD = re.compile(r"^(refid|tittel):(.*)$", re.MULTILINE)
DEEPEST_HEADING = 6
LINK = re.compile(r"\[([^\[\]]*)\]\([^()\n]*\)")


def read_markdown(text: str) -> Law:
    """Return the law in a Markdown text; the front matter names it. Raises ValueError for what no law has."""
    # before the lines are taken apart, which takes many times their room
    if text.count("\n") > 3 * BLOCK_LIMIT:
        raise ValueError("too long to be a law")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = FRONT.match(text)
    fields = {name: tidy(value).strip('"') for name, value in FRONT_FIELD.findall(front[1])} if front else {}
    return make_law(fields.get("refid", ""), fields.get("tittel", ""), _blocks(text[front.end() if front else 0 :]))


def _blocks(text: str) -> Iterator[Block]:
    for part in re.split(r"\n[ \t]*\n", LINK.sub(r"\1", text)):
        part = part.strip()
        if part.startswith("*") and part.endswith("*"):
            # the conversion gathers in italics what it did not know for ledd: amendments, footnotes, tables
            yield from (text_or_note(line) for line in part.strip("*").splitlines())
        elif part:
            yield from _mixed(part)


def _mixed(part: str) -> Iterator[Block]:
    """A line begins a heading or an item; any other goes on with the one before it."""
    for piece in re.split(r"\n(?=#+ |- )", part):
        head, _, rest = piece.partition("\n") if piece.startswith("#") else ("", "", piece)
        if head:
            title = head.lstrip("#")
            yield Block(HEADING, tidy(title), min(len(head) - len(title), DEEPEST_HEADING))
        if rest.startswith("- "):
            yield Block(ITEM, tidy(rest[2:]))
        elif rest:
            yield text_or_note(rest)
