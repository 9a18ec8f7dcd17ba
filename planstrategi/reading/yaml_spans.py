"""Where every value of a YAML text stands, so that one can be changed and the rest stays to the letter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Optional

from yaml._yaml import CParser
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent


@dataclass(slots=True)
class Span:
    """A value, from where to where: the text and the sign of a scalar, or the parts of a record or a list.

    A list's parts have no keys. `flow` when it is written between brackets, or stands in something that is.
    """

    start: int
    end: int
    flow: bool
    text: str | None = None
    sign: str = ""
    parts: list[tuple[Optional["Span"], "Span"]] = field(default_factory=list)

    def value(self, *names: str) -> Optional["Span"]:
        """Return the value of a field, or of a field in it; None where it is not written."""
        found: Span | None = self
        for name in names:
            found = next((value for key, value in found.parts if key and key.text == name), None) if found else None
        return found


def spans(text: str) -> Span:
    """Return where the values of a text stand, which YamlReader has read: so it is neither deep nor empty."""
    next_event = CParser(text).get_event
    next_event(), next_event()
    return _span(text, next_event, next_event(), in_flow=False)


def _span(text: str, next_event: Callable[[], Any], event: Any, in_flow: bool) -> Span:
    start, end = event.start_mark.index, event.end_mark.index
    if event.__class__ is ScalarEvent:
        # a block ends where the next thing begins
        end = start + len(text[start:end].rstrip()) if event.style in ("|", ">") else end
        return Span(start, end, in_flow, event.value, event.style or "")
    made, is_record = Span(start, end, in_flow or event.flow_style), event.__class__ is MappingStartEvent
    while not isinstance(first := next_event(), MappingEndEvent | SequenceEndEvent):
        key = _span(text, next_event, first, made.flow) if is_record else None
        made.parts.append((key, _span(text, next_event, next_event() if is_record else first, made.flow)))
    made.end = first.end_mark.index if made.flow else made.parts[-1][1].end  # type: ignore[union-attr]
    return made
