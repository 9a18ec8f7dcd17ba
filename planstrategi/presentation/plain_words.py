"""Values as the data hold them → words as people read them. What is to be typed is never reworded."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from planstrategi.model.dates import Moment, in_words
from planstrategi.model.fields import Choice, specs
from planstrategi.model.numbers import in_digits, in_ranges
from planstrategi.model.plan import Plan
from planstrategi.model.vocabulary import IKKE_OPPGITT, PLANBEHOV, STATUS

MOMENT_FORM = r"[12][0-9]{3}-(?:H1|H2|vaar|host|K[1-4]|[12][0-9]{3}|(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)"
# only what no ordinary word looks like
TYPED = re.compile(rf"(?<![\w-])(?:{MOMENT_FORM}|[a-z0-9]+(?:[_.-][a-z0-9]+)+)(?![\w-])")


def cell(value: Any) -> Any:
    """Return a value as people read it: lists joined by «; », unknown as nothing, ja and nei, decimal comma, minus sign."""
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    if pd.api.types.is_bool(value):
        return "ja" if value else "nei"
    if isinstance(value, float):
        return "" if pd.isna(value) else in_digits(value, 2, 1)
    if pd.api.types.is_integer(value) and value < 0:
        return in_digits(float(value))
    return "" if value is None or value is pd.NA else value


def year_range(value: Any) -> Any:
    """Return years as people write them: 2024–2026, 2028. A single year stays as it is."""
    return in_ranges(value) if isinstance(value, tuple) else value


def moment(value: Any) -> Any:
    """Return a moment in words, years as a range, and what is neither as `cell` has it."""
    # a column of an advisor's own may hold dates, years or names
    return in_words(value) if isinstance(value, str) and re.fullmatch(MOMENT_FORM, value) else cell(year_range(value))


def decision_label(value: Any) -> str:
    """Return the label of what is decided for a plan."""
    return PLANBEHOV.get(value, IKKE_OPPGITT.capitalize())


def status_label(value: Any) -> str:
    """Return the label of a plan's status; another status is its own label."""
    return STATUS.get(value, value if isinstance(value, str) else "")


def sentence(value: Any, _row: Mapping[Any, Any], names: Mapping[str, str]) -> str:
    """Return a sentence that holds words as they are typed in the data files, reworded."""
    return reworded(value, names) if isinstance(value, str) else ""


def named(kind: str = "") -> Callable[[Any, Mapping[Any, Any], Mapping[str, str]], Any]:
    """Return how ids of a kind become names in a table that people read."""
    return lambda ids, _row, names: cell(ids and tuple(names.get(f"{kind}{one}", one) for one in ids))


def reading(value: Any, row: Mapping[Any, Any], names: Mapping[str, str]) -> Any:
    """Return the reading that was chosen for the field its row names."""
    return chosen(row["felt"], value, names) if "felt" in row else value


def reworded(text: str, names: Mapping[str, str]) -> str:
    """Return a sentence with its typed words (2024-host, ikke_startet) as people write them, ids as their names."""
    return TYPED.sub(lambda typed: _word(typed[0], names), text)


def _word(typed: str, names: Mapping[str, str]) -> str:
    if re.fullmatch(MOMENT_FORM, typed):
        return in_words(typed)
    return names.get(typed) or (typed.replace("_", " ") if typed in TYPED_WORDS else typed)


def chosen(felt: str, valgt: str, names: Mapping[str, str]) -> str:
    """Return the reading chosen for a field of a plan: the label of a fixed word, a moment in words, a name."""
    spec = specs(Plan).get(felt)
    kind = spec.innhold if spec else None
    if isinstance(kind, Choice) and valgt in kind.valg:
        return kind.valg[valgt]
    return str(moment(valgt)) if isinstance(kind, Moment) else names.get(valgt, reworded(valgt, names))


_WORDS = [spec.innhold.valg for spec in specs(Plan).values() if isinstance(spec.innhold, Choice)]
TYPED_WORDS = frozenset(specs(Plan)).union(*_WORDS)
