"""Blocks in which a column is run together, as tools give a PDF: «Plan Kulturplan Vegplan» → its heading, and its cells."""

from collections.abc import Iterator, Sequence

from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.lines import PlainLine
from planstrategi.intake.text.zones import VALUE

# as many values in a block are cells below each other; and letters that a narrow cell breaks off a word
_SEVERAL, _REST = 2, 3


def headings_apart(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Return the lines with a heading, and each name below it, on its own where its column is run together in a block."""
    blocks = ((line, _parts(_whole(line.tekst)) if line.ny else [line.tekst]) for line in lines)
    return [line._replace(tekst=cell, ny=line.ny or at > 0) for line, cells in blocks for at, cell in enumerate(cells)]


def _parts(text: str) -> Iterator[str]:
    _, heads, rest = judge.column_words(text)
    names = judge.names_in(rest)
    named = any(map(judge.is_name, names))
    cells = heads and rest and (named or len([*VALUE.finditer(rest)]) >= _SEVERAL)
    yield from [*heads, *(names if named else [rest])] if cells else [text]


def _whole(text: str) -> str:
    """Return a text with the words whole that narrow cells broke: «Trafikksikkerhetspla n Vegplan»."""
    made = [""]
    for word in text.split():
        cut = made[-1] and len(word) <= _REST and judge.is_cut(made[-1], word) and not judge.verbs_in(word)
        made.append((made.pop() if cut else "") + word)
    return " ".join(made[1:])
