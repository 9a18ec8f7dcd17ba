"""Record classes → JSON Schema, so that an editor helps with the data files while they are written.

Draft 7 is the one the YAML extension of VS Code knows best; `enumDescriptions` is its own keyword.
"""

from typing import Any

from planstrategi.model.fields import Content, FieldSpec, ListOf, Many, MapOf, One, specs

Schema = dict[str, Any]


def schema(top: Any) -> Schema:
    """Return the JSON Schema of the data files that hold a record."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Laget av «make data»; endringer gjøres i planstrategi/.",
        **_record(top),
        "definitions": {post.__name__: _record(post) for post in records(top)[1:]},
    }


def records(top: Any) -> list[Any]:
    """Return a record class and those it holds, directly or not, each once, in the order they are met."""
    found = [top]
    for record in found:
        for spec in specs(record).values():
            if isinstance(spec.innhold, One | Many) and spec.innhold.av not in found:
                found.append(spec.innhold.av)
    return found


def _record(post: Any) -> Schema:
    fields = specs(post).values()
    return {
        "title": post.kalles,
        "description": post.__doc__,
        "type": "object",
        "properties": {spec.navn: _field(spec) for spec in fields},
        "required": [spec.navn for spec in fields if spec.krav],
        "additionalProperties": False,
    }


def _field(spec: FieldSpec) -> Schema:
    example = f"\n\nEksempel: {spec.navn}: {spec.eksempel}" if spec.eksempel else ""
    return {"description": spec.betydning + example, **_content(spec.innhold)}


def _content(content: Content) -> Schema:
    match content:
        case One(post):
            # in draft 7 what stands beside a $ref is not read
            return {"allOf": [_reference(post)]}
        case Many(post):
            return {"type": "array", "items": _reference(post)}
        case ListOf(kind, _, alone):
            several = {"type": "array", "items": kind.schema(), "uniqueItems": True}
            return {"anyOf": [kind.schema(), several]} if alone else several
        case MapOf(_, kind, alone):
            pairs = {"type": "object", "additionalProperties": kind.schema()}
            return {"anyOf": [kind.schema(), pairs]} if alone else pairs
        case kind:
            return kind.schema()


def _reference(post: type) -> Schema:
    return {"$ref": f"#/definitions/{post.__name__}"}
