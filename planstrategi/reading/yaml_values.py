"""Scalars in YAML → values: parsed once each, ids declared, references left to be resolved."""

import sys
from collections import defaultdict
from typing import Any

from yaml._yaml import CParser
from yaml.events import ScalarEvent

from planstrategi.model.fields import Id, Invalid, Kind, Ref, Text
from planstrategi.reading.consequences import Pending, ids_of
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_guard import EventGuard, place_of

KNOWN = dict[str, dict[str, int]]


class ValueReader(EventGuard):
    """Reads the scalars of one file. `known` maps target → id → place, and is shared by the files that refer to each other."""

    def __init__(self, text: str, notes: ReadNotes, known: KNOWN) -> None:
        super().__init__(CParser(text).get_event, notes)
        self.known = known
        self.pending: list[Pending] = []
        self._text = text
        self._parsed: defaultdict[Kind, dict[str, Any]] = defaultdict(dict)

    def _scalar(self, kind: Kind, event: Any, navn: str) -> Any:
        if event.__class__ is not ScalarEvent or event.tag is not None or event.anchor is not None:
            return self.wrong_shape(event, navn, kind.tillatt)
        text, plain = event.value, not event.style
        parsed = self._parsed[kind]
        if plain and text in parsed:
            return parsed[text]
        if not text or text.isspace() or (plain and text in ("null", "~")):
            return self.notes.empty(place_of(event), navn, kind.tillatt)
        if kind.plain_only and not plain and text.strip().replace(".", "", 1).isdecimal() and text.isascii():
            return self.notes.quoted(place_of(event), navn, text, kind)
        return self._parse(kind, event, navn, parsed)

    def _text_value(self, kind: Text, event: Any, navn: str) -> Any:
        if event.__class__ is ScalarEvent and event.tag is None and event.anchor is None:
            text = event.value
            if text and not text.isspace() and event.style != '"' and (event.style or text not in ("null", "~")):
                return text
        return self._scalar(kind, event, navn)

    def _parse(self, kind: Kind, event: Any, navn: str, parsed: dict[str, Any]) -> Any:
        text = event.value
        try:
            value = kind.parse(text)
        except Invalid as wrong:
            self.notes.not_allowed(place_of(event), navn, text, wrong)
            return self.notes.costs(ids_of(kind), most=1)
        if isinstance(kind, Id):
            self._declare(kind.target, value, event)
        elif isinstance(kind, Ref) and value not in self.known.setdefault(kind.target, {}):
            self.pending.append(Pending(kind.target, sys.intern(value), place_of(event), self.notes.plan, self.notes.section))
        elif not isinstance(kind, Text):
            # what is once parsed, or once known, stays so
            parsed[text] = value
        return value

    def _declare(self, target: str, value: str, event: Any) -> None:
        ids = self.known.setdefault(target, {})
        if value in ids:
            self.notes.repeated_id(place_of(event), value, ids[value])
            self.notes.costs(frozenset({target}), most=1)
        else:
            ids[value] = place_of(event)
        if target == "plan":
            self.notes.plan = value
