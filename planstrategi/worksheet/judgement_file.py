"""A set of judgements → the file of judgements with the set as its last one; what stood there stays to the letter."""

import json
import re
from typing import Any

from planstrategi.model.data_files import FileKind
from planstrategi.model.fields import ListOf, Many, Text, YesNo, specs

KNOWN_AS_OF = re.compile(r"^per_dato: *(\S+)", re.MULTILINE)
SETS = re.compile(r"^sett:", re.MULTILINE)
NO_SETS = re.compile(r"^sett:[ ]*\[ *\][ ]*$", re.MULTILINE)
# what follows the sets, with the comments above it
AFTER_SETS = re.compile(r"\n(?:(?:#.*| *)\n)*[a-z_]+:")


def with_set(text: str, sett: Any, kind: FileKind) -> str:
    """Return the text of a file of judgements (empty when there is none) with a set added after the others.

    The file is then known as of the day of the set, unless it was known later.
    """
    if "\r\n" in text:
        return with_set(text.replace("\r\n", "\n"), sett, kind).replace("\n", "\r\n")
    text = text or f"{kind.schema_line}per_dato: {sett.naar}\n\nsett:\n"
    text = KNOWN_AS_OF.sub(lambda day: f"per_dato: {max(day[1], sett.naar)}", text, count=1)
    text = NO_SETS.sub("sett:", text)
    sets = SETS.search(text)
    following = AFTER_SETS.search(text, sets.end()) if sets else None
    text, after = (text[: following.start()], text[following.start() :]) if following else (text, "")
    text = text if sets else f"{text.rstrip()}\n\nsett:\n"
    gap = "" if text.rstrip().endswith("sett:") else "\n"
    return f"{text.rstrip()}\n{gap}{_as_yaml(sett)}{after}"


def _as_yaml(sett: Any) -> str:
    lines = [f"    {name}: {value}" for name, value in _written(sett).items()]
    for name in (name for name, spec in specs(sett.__class__).items() if isinstance(spec.innhold, Many) and getattr(sett, name)):
        rows = [", ".join(f"{felt}: {value}" for felt, value in _written(one).items()) for one in getattr(sett, name)]
        lines += [f"    {name}:", *(f"      - {{{row}}}" for row in rows)]
    return "  - " + "\n".join(lines).lstrip() + "\n"


def _written(record: Any) -> dict[str, str]:
    """Return the fields of a record that hold something, but for records of its own, as YAML."""
    found, post = {}, record.__class__
    for name, spec in specs(post).items():
        value = getattr(record, name)
        if isinstance(spec.innhold, YesNo) and value is not None:
            found[name] = "ja" if value else "nei"
        elif isinstance(spec.innhold, ListOf) and value:
            found[name] = f"[{', '.join(map(str, value))}]"
        elif isinstance(value, str):
            # a JSON string is a YAML string
            found[name] = json.dumps(value, ensure_ascii=False) if type(spec.innhold) is Text else value
    return found
