"""Blocks in which a column is run together, «Plan Kulturplan Vegplan» → its cells; and what lists tell of plans → tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from planstrategi.intake.cells import is_open
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.lines import PAGE_MARK, PlainLine, TextRow, TextTable
from planstrategi.intake.text.zones import VALUE

# as many values in a block are cells below each other; and letters that a narrow cell breaks off a word
_SEVERAL, _REST = 2, 3
# an item of a list: a plan, and what is said of it; as many make a list, where most of what it has is plans
_BULLETS, _ITEM, _FEWEST = " •▪➢\uf0b7", r"[A-ZÆØÅ][^.:;?!|]{3,110}?\s[–-]\s(?=[a-zæøå])", 3
_NEXT_ITEM, _CHAPTER = re.compile(rf"(?<=\.)\s+(?=[{_BULLETS}]*{_ITEM})"), re.compile(r"#+ |\d{1,2}(?:\.\d{1,2})*\.? [A-ZÆØÅ]")


def headings_apart(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Return the lines with a heading, and each name below it, on its own where its column is run together in a block."""
    blocks = ((line, _parts(_whole(line.tekst)) if line.ny else [line.tekst]) for line in lines)
    return [line._replace(tekst=cell, ny=line.ny or at > 0) for line, cells in blocks for at, cell in enumerate(cells)]


def _parts(text: str) -> Iterator[str]:
    _, heads, rest = judge.column_words(text)
    names = judge.names_in(rest) if heads else []
    named = any(map(judge.is_name, names))
    cells = heads and rest and (named or len([*VALUE.finditer(rest)]) >= _SEVERAL)
    yield from [*heads, *(names if named else [rest])] if cells else [text]


def _whole(text: str) -> str:
    """Return a text with the words whole that narrow cells broke: «Trafikksikkerhetspla n Vegplan»."""
    made = [""]
    for word in text.split():
        short = made[-1] and len(word) <= _REST and not is_open(word)
        cut = short and judge.is_cut(made[-1], word) and not judge.verbs_in(word)
        made.append((made.pop() if cut else "") + word)
    return " ".join(made[1:])


def told_lists(lines: Sequence[str]) -> Iterator[tuple[int, TextTable]]:
    """Yield the lists of plans with what is said of each after a dash, «Havneplan – rulleres i 2028», by their first line."""
    parts = [(at, text.strip(_BULLETS)) for at, line in enumerate(lines) for text in _NEXT_ITEM.split(line)]
    items = {at: (one[0][:-2].strip(), text[one.end() :]) for at, (_, text) in enumerate(parts) if (one := re.match(_ITEM, text))}
    # what runs along pages stands several times
    often = Counter(name for name, _ in items.values())
    items = {at: (name, said) for at, (name, said) in items.items() if often[name] == 1 and _says(said)}
    if 2 * sum(judge.is_name(name) for name, _ in items.values()) < max(len(items), 2 * _FEWEST):
        return
    first, rows, apart = 0, list[TextRow](), False
    for at, (place, text) in enumerate(parts):
        if at in items:
            first, rows = (first, rows) if rows else (place, [TextRow(0, ["Plan", "Kommentar"])])
            rows.append(TextRow(place - first, [*items[at]], True))
        elif text and rows and _ends_item(text, rows[-1].celler[1], apart):
            yield first, (place, rows)
            rows = []
        elif text and rows:
            rows[-1].celler[1] += f" {text}"
        apart = not text
    if rows:
        yield first, (len(lines), rows)


def _says(text: str) -> bool:
    """Return whether a text says what is done with a plan, or when."""
    return bool(re.search(r"(?:19|20)\d\d", text) or judge.need_at(text) or judge.is_comment(text))


def _ends_item(text: str, said: str, apart: bool) -> bool:
    """Return whether a line is not of the item above it: a chapter or a page begins, or another paragraph `apart` from it."""
    goes_on = not apart or said[-1] not in ".)" or re.match(r"[a-zæøå]|\w+:", text)
    return not goes_on or bool(_CHAPTER.match(text) or PAGE_MARK.search(text))
