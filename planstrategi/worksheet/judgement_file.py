"""A set of judgements → the file of judgements with the set at its end; what stood there stays to the letter."""

import json
import re

from planstrategi.model.data_files import files_by_schema
from planstrategi.model.judgements import Vurdering, Vurderingssett

(KIND,) = files_by_schema()["vurderinger_forventninger"]
KNOWN_AS_OF = re.compile(r"^per_dato: *(\S+)", re.MULTILINE)
SETS = re.compile(r"^sett:", re.MULTILINE)
NO_SETS = re.compile(r"^sett:[ ]*\[ *\][ ]*$", re.MULTILINE)


def with_set(text: str, sett: Vurderingssett) -> str:
    """Return the text of vurderinger/forventninger.yaml (empty when there is none) with a set added last.

    The file is then known as of the day of the set, unless it was known later.
    """
    if "\r\n" in text:
        return with_set(text.replace("\r\n", "\n"), sett).replace("\n", "\r\n")
    text = text or f"{KIND.schema_line}per_dato: {sett.naar}\n\nsett:\n"
    text = KNOWN_AS_OF.sub(lambda day: f"per_dato: {max(day[1], sett.naar)}", text, count=1)
    text = NO_SETS.sub("sett:", text)
    text = text if SETS.search(text) else f"{text.rstrip()}\n\nsett:\n"
    gap = "" if text.rstrip().endswith("sett:") else "\n"
    return f"{text.rstrip()}\n{gap}{_as_yaml(sett)}"


def _as_yaml(sett: Vurderingssett) -> str:
    lines = [
        f"  - id: {sett.id}",
        f"    hvem: {_quoted(sett.hvem)}",
        f"    naar: {sett.naar}",
        f"    grunnlag: {_quoted(sett.grunnlag)}",
        f"    forelopig: {'ja' if sett.forelopig else 'nei'}",
        "    vurderinger:",
        *(f"      - {_judgement(one)}" for one in sett.vurderinger),
    ]
    return "\n".join(lines) + "\n"


def _judgement(judged: Vurdering) -> str:
    start = f"plan: {judged.plan}, forventning: {judged.forventning}, grad: {judged.grad}, grunnlag: {judged.grunnlag}"
    return f"{{{start}, grunn: {_quoted(judged.grunn)}}}"


def _quoted(text: str) -> str:
    # a JSON string is a YAML string
    return json.dumps(text, ensure_ascii=False)
