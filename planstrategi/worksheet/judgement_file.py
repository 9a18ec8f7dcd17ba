"""A set of judgements → the file of judgements with the set as its last one; what stood there stays to the letter."""

import re
from typing import Any

from planstrategi.model.data_files import FileKind
from planstrategi.model.fields import ListOf, Many, YesNo, specs
from planstrategi.reading.yaml_spans import spans
from planstrategi.worksheet.register_splice import Listed, New, OneLine, Splice


def with_set(text: str, sett: Any, kind: FileKind) -> str:
    """Return the text of a file of judgements (empty when there is none) with a set added after the others.

    The file is then known as of the day of the set, unless it was known later.
    """
    text = text or f"{kind.schema_line}per_dato: {sett.naar}\n"
    # the first set comes after what is said of sets
    text = text if re.search("^sett:", text, re.MULTILINE) else f"{text.rstrip()}\n\nsett: []\n"
    top, splice = spans(text), Splice(text)
    known = top.value("per_dato")
    day = max(sett.naar, (known and known.text) or "")
    splice.fields(top, specs(kind.post), {"per_dato": (("", day),), "sett": Listed(set(), [_new(sett)])})
    return splice.result()


def _new(record: Any) -> New:
    """Return what the fields of a record hold, as a new one is written."""
    return {name: _held(spec.innhold, getattr(record, name)) for name, spec in specs(record.__class__).items()}


def _held(content: Any, value: Any) -> Any:
    if isinstance(content, Many):
        return OneLine(map(_new, value))
    if isinstance(content, YesNo) and value is not None:
        value = "ja" if value else "nei"
    return tuple(("", str(one)) for one in (value if isinstance(content, ListOf) else [value] if value else []))
