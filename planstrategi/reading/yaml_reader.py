"""YAML text → records, from PyYAML's C parser events: scalars parsed once each, references left to be resolved.

Events are read as they come: nothing is composed or constructed, so no nesting, alias or tag in a file from
outside can do harm, two equal keys are seen, and every value keeps its line and column.
"""

import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from planstrategi.model.fields import Content, FieldSpec, Id, Invalid, Kind, ListOf, Many, MapOf, One, Ref, Text, specs
from planstrategi.model.numbers import written_out
from planstrategi.model.problem import COLUMN_BITS, line_and_column
from planstrategi.reading.consequences import Pending, ids_of
from planstrategi.reading.problems_met import ReadNotes, shortened
from planstrategi.reading.yaml_errors import BLANK_WORDS, explain, strange_sign
from planstrategi.reading.yaml_guard import EventGuard, StopReading, place_of

KNOWN = dict[str, dict[str, int]]


class _Layout(NamedTuple):
    """What reading a record class needs: its fields, how each is read, the defaults, what is required, whether it is a plan."""

    by_name: dict[str, FieldSpec]
    ways: dict[str, tuple[str, int, Content, Callable[..., Any]]]
    defaults: list[Any]
    required: frozenset[str]
    is_plan: bool


@cache
def _layout(record: type) -> _Layout:
    declared = specs(record)
    blank, own = record(), declared["id"].innhold if "id" in declared else None
    defaults = [getattr(blank, f.name) for f in fields(record) if f.init]
    required = frozenset(name for name, spec in declared.items() if spec.krav)
    ways = {
        name: (name, spec.plass, spec.innhold, READERS.get(spec.innhold.__class__, YamlReader._scalar))
        for name, spec in declared.items()
    }
    return _Layout(declared, ways, defaults, required, isinstance(own, Id) and own.target == "plan")


class YamlReader(EventGuard):
    """Reads one file. `known` maps target → id → place, and is shared by the files that refer to each other."""

    def __init__(self, text: str, notes: ReadNotes, known: KNOWN) -> None:
        super().__init__(CParser(text).get_event, notes)
        self.known = known
        self.pending: list[Pending] = []
        self._text = text
        self._parsed: defaultdict[Kind, dict[str, Any]] = defaultdict(dict)

    def read(self, record: type) -> Any:
        """Return the record that the file holds, or None when it cannot be read to its end."""
        if strange := strange_sign(self._text):
            melding = "Filen inneholder et usynlig tegn som ikke er tillatt."
            return self.notes.add("FIL013", strange[0], melding, strange[1], "synlige tegn og linjeskift", "Slett tegnet.")
        try:
            self.next_event()
            if isinstance(self.next_event(), StreamEndEvent):
                return self.notes.no_content()
            found = self._one(One(record), self.next_event(), "")
            self._end_of_document()
        except StopReading:
            return None
        except yaml.YAMLError as error:
            # the fields that seem to be missing may stand after the place where reading stopped
            self.notes.drop("FIL031")
            kode, sted, melding, skriv = explain(error, self._text)
            self.notes.add(kode, sted, melding, skriv=skriv)
            return self.stumbles(line_and_column(sted)[0], skriv == BLANK_WORDS)
        return found

    def _end_of_document(self) -> None:
        self.next_event()
        if not isinstance(event := self.next_event(), StreamEndEvent):
            skriv = "Fjern linjen «---» og det som følger."
            self.notes.add("FIL018", place_of(event), "Filen har mer enn ett YAML-dokument.", skriv=skriv)

    def _one(self, content: One, event: Any, navn: str, listed: bool = False) -> Any:
        if event.__class__ is not MappingStartEvent or event.tag is not None or event.anchor is not None:
            self.wrong_shape(event, navn, "felter på formen «nøkkel: verdi»")
            return self.notes.costs(ids_of(content))
        self.deeper(event)
        found = self._record(content.av, event, listed and not event.flow_style)
        self.depth -= 1
        return found

    def _record(self, record: type, start: Any, listed: bool) -> Any:
        layout = _layout(record)
        ways, values = layout.ways, layout.defaults.copy()
        sted: dict[str, int] = {}
        values[0] = sted
        first_problem, first_pending, top = len(self.notes.problems), len(self.pending), self.depth == 1
        next_event = self.next_event
        self.outer.append((layout.by_name, {}))
        while (key := next_event()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent:
                self.odd_key(key)
                continue
            name, event = key.value, next_event()
            way = ways.get(name)
            if way is None or name in sted or key.tag is not None or key.anchor is not None:
                if listed and self.begins_anew(key, event, layout.required, sted):
                    break
                self.wrong_key(key, event, sted)
                continue
            mark = event.start_mark
            # `place`, written out: it is called for every field of every plan
            navn, plass, content, read = way
            sted[navn] = mark.line << COLUMN_BITS | mark.column
            if top:
                self.notes.section = name
            value = read(self, content, event, name)
            if value is not None:
                values[plass] = value
            if top:
                self.notes.section = ""
        for name in layout.by_name if not layout.required <= sted.keys() else ():
            if name in layout.required and name not in sted:
                self.absent(start, name)
        self.outer.pop()
        made = record(*values)
        if layout.is_plan:
            self.notes.end_plan(first_problem, made.id or "", made.navn or "")
            # the id may be written last
            self.pending[first_pending:] = [r._replace(plan=made.id or "") for r in self.pending[first_pending:]]
        return made

    def _list(self, content: ListOf, event: Any, navn: str) -> Any:
        if content.alene and event.__class__ is ScalarEvent:
            value = self._scalar(content.av, event, navn)
            return None if value is None else (value,)
        if event.__class__ is not SequenceStartEvent or event.tag is not None or event.anchor is not None:
            write = f"{navn}: [{shortened(written_out(event.value))}]" if event.__class__ is ScalarEvent else ""
            return self.wrong_shape(event, navn, f"en liste i hakeparenteser: {content.av.tillatt}", write)
        values: dict[Any, None] = {}
        last: Any = None
        self.deeper(event)
        while (item := self.next_event()).__class__ is not SequenceEndEvent:
            value = self._scalar(content.av, item, navn)
            if value is not None and (value in values or (content.stigende and values and value < last)):
                right = f"{navn}: [{', '.join(map(str, sorted({*values, value})))}]" if content.stigende else ""
                self.notes.repeated_item(place_of(item), navn, value, right)
            elif value is not None:
                values[value], last = None, value
        self.depth -= 1
        return tuple(values)

    def _many(self, content: Many, event: Any, navn: str) -> Any:
        if event.__class__ is not SequenceStartEvent or event.tag is not None or event.anchor is not None:
            self.wrong_shape(event, navn, "en liste, der hver post begynner med en bindestrek")
            return self.notes.costs(ids_of(content))
        records, one = [], One(content.av)
        self.deeper(event)
        while (item := self.next_event()).__class__ is not SequenceEndEvent:
            records.append(self._one(one, item, navn, listed=True))
        self.depth -= 1
        return tuple(found for found in records if found is not None)

    def _map(self, content: MapOf, event: Any, navn: str) -> Any:
        if content.alene and event.__class__ is ScalarEvent:
            value = self._scalar(content.verdi, event, navn)
            return None if value is None else (("", value),)
        if event.__class__ is not MappingStartEvent or event.tag is not None or event.anchor is not None:
            allowed = f"par i krøllparenteser, der nøkkelen er {content.nokkel.tillatt}, og verdien {content.verdi.tillatt}"
            return self.wrong_shape(event, navn, allowed)
        values: dict[Any, Any] = {}
        sted: dict[str, int] = {}
        self.deeper(event)
        while (key := self.next_event()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent:
                self.odd_key(key)
            elif key.value in sted:
                self.bad_key(key, self.next_event(), (), sted)
            else:
                sted[key.value] = place_of(key)
                values[self._scalar(content.nokkel, key, navn)] = self._scalar(content.verdi, self.next_event(), navn)
        self.depth -= 1
        return tuple(pair for pair in values.items() if None not in pair)

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

    def _parse(self, kind: Kind, event: Any, navn: str, parsed: dict[str, Any]) -> Any:
        text = event.value
        try:
            value = kind.parse(text)
        except Invalid as wrong:
            self.notes.not_allowed(place_of(event), navn, text, wrong)
            return self.notes.costs(ids_of(kind), most=1)
        if isinstance(kind, Text):
            return value
        if isinstance(kind, Id):
            self._declare(kind.target, value, event)
        elif isinstance(kind, Ref) and value not in self.known.setdefault(kind.target, {}):
            self.pending.append(Pending(kind.target, sys.intern(value), place_of(event), self.notes.plan, self.notes.section))
        else:
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


READERS: dict[type, Callable[..., Any]] = {
    One: YamlReader._one,
    Many: YamlReader._many,
    ListOf: YamlReader._list,
    MapOf: YamlReader._map,
}
