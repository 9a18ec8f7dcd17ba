"""What a column of a table is: what people see over it, what it means, what it counts, and how its values are shown.

The words stand in columns.yaml: what a column is in every table, and what it is in a table that means something else by it.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from planstrategi.model.vocabulary import words_beside
from planstrategi.presentation import plain_words
from planstrategi.presentation.names import A_REQUIREMENT, AN_EXPECTATION

InRow = Callable[[Any, Mapping[Any, Any], Mapping[str, str]], Any]


class Column(NamedTuple):
    """A column; `unit` is what a number counts, "" for text.

    `view` shows a value; `in_row`, where there is one, does so in its place, and asks its row and the names by id too.
    """

    heading: str
    meaning: str
    unit: str = ""
    view: Callable[[Any], Any] = plain_words.cell
    in_row: InRow | None = None


def field_name(value: Any) -> Any:
    """Return what a field of a plan is called; a column of the same name may hold something else."""
    own = {"navn": "Navn", "plantype": "Plantype", "kilde": "Rad i kilden", "innsats": "Oppgitt innsats"}
    return own.get(value) or (COLUMNS[value].heading if value in COLUMNS else value)


def field_changed(value: Any) -> Any:
    """Return what a field is called, or the requirement or expectation that a row is about."""
    return {"lovkrav": "Lovkrav", "forventning": "Forventning"}.get(value) or field_name(value)


def held(value: Any, row: Mapping[Any, Any], names: Mapping[str, str]) -> Any:
    """Return what the field its row names held, in words for people."""
    felt = row.get("felt", "navn")
    # what the source writes, or is listed, is never reworded
    if not isinstance(value, str) or felt in ("navn", "ansvarlig", "roller"):
        return plain_words.cell(value)
    return plain_words.year_range(tuple(map(int, value.split(", ")))) if felt == "aar" else plain_words.chosen(felt, value, names)


# how values are shown, by the word for it in columns.yaml
VIEWS: dict[str, Callable[[Any], Any]] = {
    "": plain_words.cell, "tidspunkt": plain_words.moment, "aar": plain_words.year_range, "felt": field_name,
    "endret_felt": field_changed, "planbehov": plain_words.decision_label, "status": plain_words.status_label,
    "vekt": lambda vekt: vekt.replace("aa", "å"),
}  # fmt: skip
# the same, of those that ask the row and the names by id too
IN_ROW: dict[str, InRow] = {
    "setning": plain_words.sentence, "lesning": plain_words.reading, "verdi_i_felt": held,
    "planer": plain_words.named(), "krav": plain_words.named(A_REQUIREMENT), "forventninger": plain_words.named(AN_EXPECTATION),
}  # fmt: skip


def _column(heading: str, meaning: str, unit: str = "", shown: str = "") -> Column:
    in_row = IN_ROW.get(shown)
    return Column(heading, meaning, unit, plain_words.cell if in_row else VIEWS[shown], in_row)


_WORDS = words_beside(__file__, "columns.yaml")
COLUMNS = {name: _column(*words) for name, words in _WORDS["alle"].items()}
_SHARED = {name: _column(*words) for name, words in _WORDS["felles"].items()}
# by table, the columns that mean something else there
OWN_COLUMNS = {
    table: {name: _SHARED[words] if isinstance(words, str) else _column(*words) for name, words in own.items()}
    for table, own in _WORDS["tabeller"].items()
}
# by table, the columns that stand in a document, with how wide each is in shares
IN_DOCUMENTS: dict[str, dict[str, float]] = _WORDS["dokumenter"]
