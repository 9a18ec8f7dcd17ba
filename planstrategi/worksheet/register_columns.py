"""The workbook of a register: a sheet for each section, a column for each field, and what a cell says of a field."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from planstrategi.model.fields import Choice, FieldSpec, Id, Invalid, ListOf, Many, MapOf, One, Text, specs
from planstrategi.model.register import Register
from planstrategi.reading.yaml_spans import Span
from planstrategi.worksheet.field_label import label
from planstrategi.worksheet.layout import in_list
from planstrategi.worksheet.workbook import lines_of

# what a field holds: one pair without a key for one value, more for a list, pairs with keys for a map, none for nothing
Values = tuple[tuple[str, str], ...]
ROW_NUMBER, DELETE, PARENT = "nr", "slett", "forelder"
# the first row of a sheet, which is hidden, has the names of the fields; the second what people call them
NAMES_ROW, HEADING_ROW, FIRST_POST = 1, 2, 3


class Field(NamedTuple):
    """A column of a section: the way to its field from the record, what is declared of it, and what stands over it.

    `kind` is the kind of its values; each of several has a line of its own where `by_line`.
    """

    path: tuple[str, ...]
    spec: FieldSpec
    heading: str
    kind: Any
    by_line: bool

    @property
    def name(self) -> str:
        """The field as it is written: kilde.rad."""
        return ".".join(self.path)

    @property
    def is_id(self) -> bool:
        """Whether it never changes."""
        return isinstance(self.kind, Id)

    @property
    def labels(self) -> dict[str, str]:
        """What people choose among, by the words of a choice."""
        return self.kind.valg if isinstance(self.kind, Choice) else {}

    def shown(self, pairs: Values) -> str:
        """Return what the field holds, as a cell shows it."""
        told = (f"{key}: " * bool(key) + self.labels.get(value, value) for key, value in pairs)
        return ("\n" if self.by_line else "; ").join(told)

    def understood(self, text: str) -> Values:
        """Return what a text says that the field holds; raise Invalid where it is not allowed."""
        if not isinstance(self.spec.innhold, ListOf | MapOf):
            # only a running text has lines
            return (("", self._word(text if type(self.kind) is Text else " ".join(text.split()))),) if text else ()
        parts = [*filter(None, map(str.strip, text.split("\n") if self.by_line else re.split(r"[;,\n]", text)))]
        return tuple(self._pair(part, alone=len(parts) == 1) for part in parts)

    def _pair(self, text: str, alone: bool) -> tuple[str, str]:
        content, (key, colon, value) = self.spec.innhold, map(str.strip, text.partition(":"))
        if not isinstance(content, MapOf) or (content.alene and alone and not colon):
            return "", self._word(text)
        if not colon:
            raise Invalid("én linje for hvert par, på formen «nøkkel: verdi»")
        content.nokkel.parse(key)
        return key, self._word(value)

    def _word(self, text: str) -> str:
        # neither a capital nor a blank makes another word of one of a fixed set
        said = in_list(text).casefold()
        word = next((word for word, told in self.labels.items() if said in (in_list(word), in_list(told).casefold())), text)
        self.kind.parse(word)
        return word


class Sheet(NamedTuple):
    """A sheet: the way to its records from the register (none for what stands in the register itself), and its columns."""

    path: tuple[str, ...]
    record: Any
    cells: tuple[Field, ...]

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return " – ".join(map(label, self.path)) or "Om planstrategien"

    @property
    def lead(self) -> tuple[str, ...]:
        """The columns before those of the fields."""
        return (ROW_NUMBER, DELETE, PARENT)[: 3 if len(self.path) > 1 else 2]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, by the names in the first row."""
        return (*self.lead, *(cell.name for cell in self.cells))


class Post(NamedTuple):
    """A record of a section: where it stands, what it belongs to (its place there, its name), and what its cells say."""

    record: Span
    owner: Span
    place: int
    parent: str
    texts: tuple[str, ...]


def _cells(record: Any, path: tuple[str, ...] = ()) -> Iterator[Field]:
    for name, spec in specs(record).items():
        if isinstance(spec.innhold, One):
            yield from _cells(spec.innhold.av, (*path, name))
        elif not isinstance(spec.innhold, Many):
            content, over = spec.innhold, ": ".join(map(label, (*path, name))).capitalize()
            kind: Any = content.av if isinstance(content, ListOf) else content.verdi if isinstance(content, MapOf) else content
            yield Field((*path, name), spec, over, kind, isinstance(content, MapOf) or isinstance(kind, Text))


def _sections(record: Any, path: tuple[str, ...] = ()) -> Iterator[Sheet]:
    yield Sheet(path, record, tuple(_cells(record)))
    for name, spec in specs(record).items():
        if isinstance(spec.innhold, Many):
            yield from _sections(spec.innhold.av, (*path, name))


# what records belong to stands before them
SHEETS_OF_REGISTER = tuple(sorted(_sections(Register), key=lambda section: len(section.path)))


def owners(top: Span, section: Sheet) -> dict[str, Span]:
    """Return what the records of a section belong to: the register, or records by their id, or by their number without one."""
    if len(section.path) < 2:
        return {"": top}
    numbered = enumerate(_listed(top.value(section.path[0])), start=1)
    return {pairs_of(record.value("id"))[0][1] if record.value("id") else str(number): record for number, record in numbered}


def posts(top: Span, section: Sheet) -> Iterator[Post]:
    """Yield the records of a section, in the order they are written."""
    for parent, owner in owners(top, section).items():
        for place, record in enumerate(_listed(owner.value(section.path[-1])) if section.path else [owner]):
            texts = tuple(cell.shown(pairs_of(record.value(*cell.path))) for cell in section.cells)
            yield Post(record, owner, place, parent, texts)


def _listed(span: Span | None) -> list[Span]:
    return [value for _, value in span.parts] if span else []


def pairs_of(span: Span | None) -> Values:
    """Return what is written as the value of a field."""
    if span is None:
        return ()
    parts = [(key and key.text, value.text) for key, value in span.parts] if span.text is None else [("", span.text)]
    return tuple((lines_of(key or ""), lines_of(value)) for key, value in parts)
