"""Records → YAML as this project's own reader reads it: no tags, anchors or aliases, and nothing of what is not written."""

from typing import Any, cast

import yaml

from planstrategi.model.dates import Tid
from planstrategi.model.fields import Record, specs

# a record that is written out as Python is a little longer than as YAML
SHORT_RECORD = 100


class _Dumper(yaml.SafeDumper):
    """Writes as the data files are written: a short record on one line, and a list further in than its name."""

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        is_flat = not any(isinstance(one, dict) or _has_records(one) for one in mapping.values())
        # the file itself is no record
        is_record = bool(self.represented_objects) and len(str(mapping)) < SHORT_RECORD
        return super().represent_mapping(tag, mapping, flow_style=is_flat and is_record)

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        return super().represent_sequence(tag, sequence, flow_style=not _has_records(sequence))

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _has_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict | list) for one in value)


# a day is a text, as this project reads it, and needs no quotes
_Dumper.yaml_implicit_resolvers = {
    first: [one for one in found if one[0] != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def as_yaml(value: Any) -> str:
    """Return plain values as YAML."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def plain(value: Any) -> Any:
    """Return a record, or a list of them, as plain values without the fields that hold nothing."""
    if isinstance(value, Record):
        found = {name: getattr(value, name) for name in specs(cast(Any, type(value)))}
        return {name: plain(one) for name, one in found.items() if one not in (None, ())}
    if isinstance(value, Tid):
        return int(value.tekst) if value.tekst.isdecimal() else value.tekst
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return {True: "ja", False: "nei"}[value] if isinstance(value, bool) else value
