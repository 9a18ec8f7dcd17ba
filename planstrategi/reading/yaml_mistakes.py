"""The keys of a record that are not as they should be: what was meant, and what only follows from it.

A dash that is missing, a line at another indent and a misspelt key each bring many problems, and are said once.
"""

from collections.abc import Collection, Mapping
from typing import Any

from yaml.events import MappingStartEvent

from planstrategi.model.fields import Content, Id, Many, One, specs
from planstrategi.reading.consequences import ids_of
from planstrategi.reading.yaml_guard import EventGuard, place_of

# what a line at another indent is noted as
AT_ANOTHER_INDENT = ("FIL030", "FIL032")


class MistakeReader(EventGuard):
    """The events of one file, and what is wrong with the keys. `outer` are the records that are being read."""

    def __init__(self, *stream_and_notes: Any) -> None:
        super().__init__(*stream_and_notes)
        # the content of each field by name, and the problem of those whose key was met where it does not belong
        self.outer: list[tuple[Mapping[str, Content], dict[str, int]]] = []

    def begins_anew(self, key: Any, value: Any, required: Collection[str], sted: Mapping[str, int]) -> bool:
        """Return whether a key begins the next record of a list, whose dash is missing; it is then read as one."""
        first = next(iter(sted), "")
        if key.value not in (first, "id") or key.value not in sted or any(name not in sted for name in required):
            return False
        self.notes.dash_missing(place_of(key), key.value, sted[first])
        self.push_back(MappingStartEvent(None, None, True, key.start_mark, key.start_mark, flow_style=False), key, value)
        return True

    def wrong_key(self, key: Any, value: Any, sted: dict[str, int]) -> None:
        """Note a key that is unknown, repeated or refused, with what it costs, and pass over its value."""
        fields, met = self.outer[-1]
        last = next(reversed(sted), "")
        number = len(self.notes.problems)
        meant = self.bad_key(key, value, fields, sted, self._indent(key.value, last))
        if meant in fields:
            met.setdefault(meant, number)
            self.notes.costs(ids_of(fields[meant]))
        elif key.value in _fields_of(fields.get(last)):
            self._below(number, last, met)
        elif self.depth == 1:
            # a section under a name that tells nothing
            absent = (content for name, content in fields.items() if name not in sted)
            self.notes.costs(frozenset[str]().union(*map(ids_of, absent)), most=0)
        for _, outer in reversed(self.outer[:-1]):
            outer.setdefault(key.value, number)

    def _indent(self, key: str, last: str) -> str:
        fields = self.outer[-1][0]
        if key in fields:
            return ""
        if key in _fields_of(fields.get(last)):
            return f"Linjen er rykket for lite inn: «{key}» hører til under «{last}»."
        if any(key in others for others, _ in self.outer[:-1]):
            return f"Linjen er rykket for langt inn: «{key}» hører til posten utenfor."
        return ""

    def _below(self, number: int, last: str, met: dict[str, int]) -> None:
        """What stands below a field without being its own: one problem, and so is the field that is then empty."""
        cause = met.setdefault(f"under {last}", number)
        before = number - 1
        if cause != number:
            self.notes.follows.append((cause, number))
        elif before >= 0 and self.notes.problems[before].kode == "FIL034":
            self.notes.follows.append((cause, before))

    def absent(self, start: Any, name: str) -> None:
        """Note that a required field is missing, or that this follows from a key met where it does not belong."""
        fields, met = self.outer[-1]
        self.notes.missing(place_of(start), [name])
        if name in met:
            self.notes.follows.append((met[name], len(self.notes.problems) - 1))
        else:
            self.notes.costs(ids_of(fields[name]), most=1 if isinstance(fields[name], Id) else None)

    def stumbles(self, line: int, is_cause: bool) -> None:
        """Say that the last problem, where YAML cannot go on, only follows from what was passed over just above it.

        Where it says itself what is wrong, the other follows from it.
        """
        before = len(self.notes.problems) - 2
        if before >= 0 and line - self.passed <= 1 and self.notes.problems[before].kode in AT_ANOTHER_INDENT:
            self.notes.follows.append((before + 1, before) if is_cause else (before, before + 1))


def _fields_of(content: Content | None) -> Collection[str]:
    return specs(content.av) if isinstance(content, One | Many) else ()
