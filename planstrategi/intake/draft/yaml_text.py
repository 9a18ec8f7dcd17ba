"""Text from a document → YAML that is read back as the same text, in the style of the registers typed by hand."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import normalize

from planstrategi.model.fields import STRANGE, Name, folder_name
from planstrategi.worksheet.yaml_scalar import quoted

_WIDTH, _LONGEST_ID = 118, 60


def flat(text: str) -> str:
    """Return a text on one line, composed, and without signs that nobody sees."""
    return " ".join(STRANGE.sub(" ", normalize("NFC", text)).split())


def name_of(text: str) -> str:
    """Return a name as a register may have it: on one line, not empty, and cut where it is a text."""
    plain = flat(text) or "Uten navn"
    return plain if len(plain) <= Name.most else plain[: Name.most - 1] + "…"


def unique_ids(names: Sequence[str], otherwise: str) -> list[str]:
    """Return an id for each name: the same for the same names in the same order, and never one twice."""
    made, last = dict[str, None](), Counter[str]()
    for number, name in enumerate(names, start=1):
        base = folder_name(name) or f"{otherwise}-{number}"
        if len(base) > _LONGEST_ID:
            base = base[: _LONGEST_ID + 1].rpartition("-")[0] or base[:_LONGEST_ID]
        tried = base
        while tried in made:
            last[base] += 1
            tried = f"{base}-{last[base] + 1}"
        made[tried] = None
    return [*made]


def scalar(text: str, in_flow: bool = False) -> str:
    """Return a text as YAML on one line, without quotation marks where it needs none."""
    return quoted(flat(text), in_flow)


def text_lines(name: str, text: str, indent: int) -> list[str]:
    """Return a field that holds a text as lines of YAML, folded where it is long; none where there is no text."""
    pad, plain = " " * indent, flat(text)
    line = f"{pad}{name}: {scalar(plain)}"
    if len(line) <= _WIDTH or not plain:
        return [line] if plain else []
    wrap = textwrap.wrap(plain, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{pad}{name}: >-", *(f"{pad}  {part}" for part in wrap)]


def flow(pairs: Mapping[Any, object]) -> str:
    """Return pairs as YAML in braces."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
