"""The guard at the stream of YAML events: how deep it goes, and what in it is refused, noted and passed over.

Of the keys of a record also what was meant: a dash that is missing, a line at another indent and a misspelt key each
bring many problems, and are said once.
"""

from collections import deque
from collections.abc import Callable, Collection, Mapping
from math import inf
from typing import Any

from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from planstrategi.model.fields import FieldSpec, Id, Many, One, specs
from planstrategi.model.problem import place
from planstrategi.reading.consequences import ids_of
from planstrategi.reading.problems_met import ReadNotes, shortened

MAX_DEPTH = 32
# what a line at another indent is noted as
AT_ANOTHER_INDENT = ("FIL030", "FIL032")
SHAPE_WORDS = {ScalarEvent: "én enkelt verdi", SequenceStartEvent: "en liste", MappingStartEvent: "en post med nøkler"}


class StopReading(Exception):
    """Nothing more of this file can be read; why is already noted."""


def place_of(event: Any) -> int:
    """Return the packed place where an event begins."""
    return place(event.start_mark.line, event.start_mark.column)


class EventGuard:
    """The events of one file. `next_event` gives the next one; `notes` takes what is wrong."""

    def __init__(self, next_event: Callable[[], Any], notes: ReadNotes) -> None:
        self.next_event, self.notes = next_event, notes
        self.depth = 0
        # the line where what was last passed over ends; never, while it is being passed over
        self.passed = -inf
        self._pushed: deque[Any] | None = None
        # of the records that are being read: the fields, and the problem of those whose key was met where it does not belong
        self.outer: list[tuple[Mapping[str, FieldSpec], dict[str, int]]] = []

    def deeper(self, event: Any) -> None:
        """Go one level down; stop reading where no honest file goes."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            melding = f"Filen har mer enn {MAX_DEPTH} nivåer inne i hverandre."
            skriv = "Fjern nivåene som er for mange."
            self.notes.add("FIL015", place_of(event), melding, tillatt=f"høyst {MAX_DEPTH} nivåer", skriv=skriv)
            raise StopReading

    def odd_key(self, key: Any) -> None:
        """Note a key that is not a word, and pass over it and its value."""
        self.wrong_shape(key, "", "en nøkkel som er ett ord")
        self.skip(self.next_event())

    def bad_key(self, key: Any, value: Any, allowed: Collection[str], sted: dict[str, int], indent: str = "") -> str:
        """Note a key that is unknown, repeated or refused, and pass over its value; return the key that was meant."""
        meant = ""
        if key.tag is not None or key.anchor is not None:
            self._refuse(key)
        elif key.value == "<<":
            self._refuse_reference(key)
        elif key.value in sted:
            self.notes.repeated_key(place_of(key), key.value, sted[key.value])
            meant = key.value
        else:
            meant = self.notes.unknown_key(place_of(key), key.value, allowed, indent)
        self.skip(value)
        return meant

    def push_back(self, *events: Any) -> None:
        """Let these be the next events."""
        if self._pushed is None:
            stream, pushed = self.next_event, deque[Any]()
            self._pushed = pushed
            self.next_event = lambda: pushed.popleft() if pushed else stream()
        self._pushed.extend(events)

    def wrong_shape(self, event: Any, navn: str, allowed: str, write: str = "") -> None:
        """Note a value that has another shape than its field, and pass over it."""
        if self._refuse(event):
            self.skip(event)
        elif event.__class__ is ScalarEvent and not event.style and event.value in ("", "null", "~"):
            self.notes.empty(place_of(event), navn, allowed)
        else:
            skriv = write or (self._written(navn) if navn else "Begynn filen med felter på formen «nøkkel: verdi».")
            self.notes.wrong_shape(place_of(event), navn, SHAPE_WORDS[event.__class__], allowed, skriv)
            self.skip(event)

    def _written(self, name: str) -> str:
        # an example tells the form; what is to stand there, the source alone knows
        return f"{name}: …" + (f", for eksempel {example}" if (example := self.outer[-1][0][name].eksempel) else "")

    def _refuse(self, event: Any) -> bool:
        """Note an alias, an anchor or a tag; return whether it was one."""
        if event.__class__ is AliasEvent or event.anchor is not None:
            self._refuse_reference(event)
        elif event.tag is not None:
            melding = "Merkelapper som begynner med ! er ikke tillatt."
            found = f"«{shortened(event.tag.replace('tag:yaml.org,2002:', '!!'))}»"
            skriv = "Fjern merkelappen, eller sett teksten i anførselstegn."
            self.notes.add("FIL017", place_of(event), melding, found, "vanlige verdier", skriv)
        else:
            return False
        return True

    def _refuse_reference(self, event: Any) -> None:
        melding = "Ankere (&), alias (*) og flettenøkler (<<) er ikke tillatt."
        skriv = "Skriv verdien der den hører til, i anførselstegn når den begynner med & eller *."
        self.notes.add("FIL016", place_of(event), melding, tillatt="verdien skrevet helt ut", skriv=skriv)

    def skip(self, event: Any) -> None:
        """Pass over an event and all that belongs to it."""
        depth, self.passed = self.depth, inf
        while True:
            if event.__class__ in (MappingStartEvent, SequenceStartEvent):
                self.deeper(event)
            elif event.__class__ in (MappingEndEvent, SequenceEndEvent):
                self.depth -= 1
            if self.depth <= depth:
                self.passed = event.end_mark.line + 1
                return
            event = self.next_event()

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
            self.notes.costs(ids_of(fields[meant].innhold))
        elif key.value in _fields_of(fields.get(last)):
            self._below(number, last, met)
        elif self.depth == 1:
            # a section under a name that tells nothing
            absent = (spec.innhold for name, spec in fields.items() if name not in sted)
            self.notes.costs(frozenset[str]().union(*map(ids_of, absent)), most=0)
        for _, outer in reversed(self.outer[:-1]):
            outer.setdefault(key.value, number)

    def _indent(self, key: str, last: str) -> str:
        fields = self.outer[-1][0]
        if key in _fields_of(fields.get(last)):
            return f"Linjen er rykket for lite inn: «{key}» hører til under «{last}»."
        if any(key in others for others, _ in self.outer[:-1]):
            return f"Linjen er rykket for langt inn: «{key}» hører til posten utenfor."
        if len(owners := [name for name, spec in fields.items() if key in _fields_of(spec)]) == 1:
            return f"«{key}» hører til under «{owners[0]}»."
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
        self.notes.missing(place_of(start), name, self._written(name))
        if name in met:
            self.notes.follows.append((met[name], len(self.notes.problems) - 1))
        else:
            content = fields[name].innhold
            self.notes.costs(ids_of(content), most=1 if isinstance(content, Id) else None)

    def stumbles(self, line: int, is_cause: bool) -> None:
        """Say that the last problem, where YAML cannot go on, only follows from what was passed over just above it.

        Where it says itself what is wrong, the other follows from it.
        """
        before = len(self.notes.problems) - 2
        if before >= 0 and line - self.passed <= 1 and self.notes.problems[before].kode in AT_ANOTHER_INDENT:
            self.notes.follows.append((before + 1, before) if is_cause else (before, before + 1))


def _fields_of(spec: FieldSpec | None) -> Collection[str]:
    return specs(spec.innhold.av) if spec and isinstance(spec.innhold, One | Many) else ()
