"""Changes to a YAML text by where its values stand: what changes is written anew, the rest stays to the letter."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from textwrap import TextWrapper
from typing import Any

from planstrategi.model.fields import Content, FieldSpec, ListOf, Many, MapOf, One, specs
from planstrategi.reading.yaml_spans import Span
from planstrategi.worksheet.field_label import PROPOSED_BY
from planstrategi.worksheet.register_columns import Values, pairs_of
from planstrategi.worksheet.yaml_scalar import quoted

LINE_WIDTH, NARROWEST = 120, 20
EMPTY_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
# what a value was proposed by, said behind it, says nothing of another
STALE = re.compile(rf"[ \t]+# {PROPOSED_BY}[^\r\n]*")
# the fields of a new record: what they hold, or the records in them
New = dict[str, Any]


@dataclass
class Listed:
    """What becomes of a list of records: those that go, by their place, and those that come last."""

    removed: set[int]
    added: list[New]


class OneLine(list[New]):
    """The records in a new one that are written on a line each."""


class Splice:
    """A text, and the changes to it: from where, to where, and what then stands there."""

    def __init__(self, text: str) -> None:
        self.text, self.newline = text, "\r\n" if "\r\n" in text else "\n"
        # of what comes in at one place, the innermost first: so each has how far it is not indented
        self.edits: list[tuple[int, int, int, str]] = []

    def result(self) -> str:
        """Return the text with the changes."""
        made, at = [], 0
        for start, end, _, new in sorted(self.edits, key=lambda edit: edit[:3]):
            made += [self.text[at:start], new]
            at = max(at, end)
        return "".join(made) + self.text[at:]

    def _replace(self, start: int, end: int, new: str = "", indent: int = 0) -> None:
        self.edits.append((start, end, -indent, new))

    def fields(self, record: Span, declared: Mapping[str, FieldSpec], wanted: Mapping[str, Values | Listed]) -> None:
        """Let fields of a record hold something else, or nothing; a new one stands where the model has it."""
        names, column = {key.text or "": at for at, (key, _) in enumerate(record.parts) if key}, self._column(record.parts[0][0])
        empty = {name for name in names.keys() & wanted.keys() if not declared[name].krav and self._empties(record, wanted, name)}
        gone = {names[name] for name in empty}
        if len(gone) == len(names):
            left = {name: wanted[name] for name in wanted.keys() - empty}
            self._replace(record.start, record.end, self._fields(left, declared, column, record.flow))
            return
        self._cut(record, gone)
        before = -1
        for name, spec in declared.items():
            if name in names.keys() - empty:
                before = names[name]
                self._change(*record.parts[before], wanted.get(name), spec.innhold)
            elif name not in names and wanted.get(name):
                new = self._field(name, wanted[name], spec.innhold, column, record.flow)
                gap = self.newline if isinstance(wanted[name], Listed) and not column and not record.flow else ""
                self._insert(record, before, new, gap)

    def _empties(self, record: Span, wanted: Mapping[str, Values | Listed], name: str) -> bool:
        value, span = wanted[name], record.value(name)
        return not value.added and len(value.removed) == len(span.parts) if isinstance(value, Listed) and span else not value

    def _change(self, key: Span | None, span: Span, value: Values | Listed | None, content: Content) -> None:
        if value is not None and (stale := STALE.match(self.text, span.end)):
            self._replace(*stale.span())
        if isinstance(value, Listed) and key:
            self._listed(key, span, value, content)
        elif isinstance(value, tuple) and span.text is not None and len(value) == 1 and not value[0][0]:
            self._scalar(span, value[0][1], self._column(key) + 2)
        elif isinstance(value, tuple) and span.parts and bool(span.parts[0][0]) == any(name for name, _ in value):
            self._items(span, value)
        elif isinstance(value, tuple):
            self._replace(span.start, span.end, self._written(value, content, span.flow))

    def _listed(self, key: Span, span: Span, value: Listed, content: Any) -> None:
        left = {*range(len(span.parts))} - value.removed
        if not left:
            flow = key.flow or (span.flow and bool(span.parts))
            self._replace(key.end, span.end, self._field("", value, content, self._column(key), flow) if value.added else ": []")
            return
        self._cut(span, value.removed)
        for new in value.added:
            self._insert(span, max(left), self._record(new, content, self._column(span), span.flow), self._gap(span))

    def _items(self, span: Span, value: Values) -> None:
        """Change a list, or a map, in as few of its items as can be."""
        gone: set[int] = set()
        for tag, i, end, j, to in SequenceMatcher(None, pairs_of(span), value, False).get_opcodes():
            if tag == "equal":
                continue
            both = min(end - i, to - j)
            for (key, old), (name, text) in zip(span.parts[i : i + both], value[j : j + both], strict=True):
                if key is None or key.text == name:
                    self._scalar(old, text, self._column(key or span) + 2)
                else:
                    self._replace(key.start, old.end, self._pair(name, text, span.flow))
            gone |= {*range(i + both, end)}
            for name, text in value[j + both : to]:
                dash = "" if span.flow or name else "- "
                self._insert(span, i + both - 1, dash + self._pair(name, text, span.flow))
        self._cut(span, gone)

    def _scalar(self, span: Span, text: str, indent: int) -> None:
        """Write another text as the one that stood there was written, in quotes or folded, as long as it can be."""
        new, rest = quoted(text, span.flow, span.sign), self.text[span.end : self._line_end(span.end)]
        if span.sign in ("|", ">"):
            head, _, body = self.text[span.start : span.end].partition("\n")
            lines = [line.rstrip() for line in body.split("\n") if line.strip()]
            indent = len(lines[0]) - len(lines[0].lstrip())
            wide = max(map(len, lines)) if len(lines) > 1 else LINE_WIDTH
            told = text.split("\n") if span.sign == "|" else _folded(text, wide - indent, [*map(str.strip, lines)])
            new = head.rstrip("\r") + self._block(told, indent)
        elif "\n" in text and not (span.flow or rest.strip()):
            new = ">-" + self._block(_folded(text, LINE_WIDTH - indent), indent)
        self._replace(span.start, span.end, new)

    def _block(self, lines: Iterable[str], indent: int) -> str:
        return "".join(self.newline + (" " * indent + line if line else "") for line in lines)

    def _pair(self, name: str, text: str, flow: bool) -> str:
        return (f"{quoted(name, flow)}: " if name else "") + quoted(text, flow)

    def _written(self, pairs: Values, content: Content, flow: bool) -> str:
        """Return the value of a field on one line."""
        several = isinstance(content, ListOf | MapOf) and not (content.alene and len(pairs) == 1 and not pairs[0][0])
        items = ", ".join(self._pair(name, text, flow or several) for name, text in pairs)
        return f"{{{items}}}" if several and isinstance(content, MapOf) else f"[{items}]" if several else items

    def _field(self, name: str, value: Any, content: Content, column: int, flow: bool) -> str:
        """Return a new field with its name, without the indent of its first line."""
        if isinstance(content, One):
            return f"{name}: {self._record(value, content, column, True)}"
        if isinstance(content, Many):
            added = value.added if isinstance(value, Listed) else value
            made = [self._record(one, content, column + 2, flow or isinstance(value, OneLine)) for one in added]
            posts = [f"- {one}" for one in made] if isinstance(value, OneLine) and not flow else made
            return f"{name}: [{', '.join(posts)}]" if flow else f"{self.newline}{' ' * (column + 2)}".join([f"{name}:", *posts])
        new = self._written(value, content, flow)
        long = "\n" in value[0][1] or column + len(name) + len(new) > LINE_WIDTH
        if long and not flow and not isinstance(content, ListOf | MapOf):
            new = ">-" + self._block(_folded(value[0][1], LINE_WIDTH - column - 2), column + 2)
        return f"{name}: {new}"

    def _record(self, new: New, content: Any, column: int, flow: bool) -> str:
        return ("" if flow else "- ") + self._fields(new, specs(content.av), column + 2, flow)

    def _fields(self, new: Mapping[str, Any], declared: Mapping[str, FieldSpec], column: int, flow: bool) -> str:
        fields = [self._field(name, new[name], spec.innhold, column, flow) for name, spec in declared.items() if new.get(name)]
        return "{" + ", ".join(fields) + "}" if flow else f"{self.newline}{' ' * column}".join(fields)

    def _cut(self, span: Span, gone: Collection[int]) -> None:
        """Take out parts, with their lines where they have lines of their own."""
        for at in gone:
            start, end = self._extent(span, at)
            line, leads, is_list = self._line_start(start), {*range(at)} <= {*gone}, span.parts[0][0] is None
            if leads and (span.flow or self.text[line:start].strip()):
                self._replace(start, self._extent(span, at + 1)[0])
            elif span.flow:
                self._replace(self._extent(span, at - 1)[1], end)
            elif is_list and leads:
                after = EMPTY_LINES.match(self.text, self._line_end(end))
                self._replace(line, after.end() if after else end)
            else:
                self._replace(self._line_end(len(self.text[:line].rstrip())) if is_list else line, self._line_end(end))

    def _insert(self, span: Span, after: int, new: str, gap: str = "") -> None:
        """Put a new part after another, or first; `gap` is the empty line above it."""
        start, end = self._extent(span, max(after, 0))
        column = self._column(span)
        between = ", " if span.flow else self.newline + " " * column
        if after < 0:
            self._replace(start, start, new + between)
        elif span.flow:
            self._replace(end, end, between + new)
        else:
            at = self._line_end(end)
            line = " " * column + new
            whole = self.text[:at].endswith("\n")
            self._replace(at, at, gap + (line + self.newline if whole else self.newline + line), column)

    def _gap(self, span: Span) -> str:
        """Return the empty line that stands between the last posts of a list, nothing where none does."""
        last = self.text[span.parts[-2][1].end : span.parts[-1][1].start] if len(span.parts) > 1 else ""
        return self.newline if re.search(r"\n[ \t]*\r?\n", last) and not span.flow else ""

    def _extent(self, span: Span, at: int) -> tuple[int, int]:
        """Return where a part begins, with its key or its dash, and where it ends."""
        key, value = span.parts[at]
        if key or span.flow:
            return (key or value).start, value.end
        column, line = self._column(span), self._line_start(value.start)
        # the dash may stand on a line above
        while self.text[line : line + column + 1].strip(" ") != "-":
            line = self._line_start(line - 1)
        return line + column, value.end

    def _column(self, span: Span | None) -> int:
        return span.start - self._line_start(span.start) if span else 0

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        return self.text.find("\n", at) + 1 or len(self.text)


def _folded(text: str, room: int, old: Sequence[str] = ()) -> list[str]:
    """Return a text as folded lines; those of the old ones that it begins and ends with stay as they were."""
    first = max((n for n in range(len(old)) if text.startswith(" ".join([*old[:n], ""]))), default=0)
    rest = text.removeprefix(" ".join(old[:first]))
    last = min((n for n in range(first + 1, len(old)) if rest.endswith(" ".join(["", *old[n:]]))), default=len(old))
    rest = rest.removesuffix(" ".join(["", *old[last:]])).strip()
    wrapper = TextWrapper(max(room, NARROWEST), break_long_words=False, break_on_hyphens=False)
    # an empty line is a new line in what is folded
    folded = [line for paragraph in rest.split("\n") for line in ("", *wrapper.wrap(paragraph))][1:]
    return [*old[:first], *folded, *old[last:]]
