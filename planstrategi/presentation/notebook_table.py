"""A frame → what a notebook shows: plain HTML with Norwegian headings, the same bytes every time."""

import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from planstrategi.model.dates import in_words
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import PLANBEHOV, STATUS
from planstrategi.presentation import plain_words as wording
from planstrategi.presentation.headings import OVERSKRIFTER
from planstrategi.presentation.source_line import as_of
from planstrategi.presentation.tables import UnknownName, unknown

# pandas writes a line for each cell; with one for each row, a row that has changed is seen
WITHIN_ROW = re.compile(r"\n +(?=<t[hd]>|</tr>)")


class Table:
    """A table as a notebook shows it; `frame` is the data."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def _repr_html_(self) -> str:
        columns = {name: self.frame[name].map(VIEWS.get(str(name), cell)) for name in self.frame} | self._reworded()
        shown = pd.DataFrame(columns).rename(columns=OVERSKRIFTER)
        with pd.option_context("display.max_colwidth", None):
            return WITHIN_ROW.sub("", shown.to_html(index=False, border=0, justify="left", na_rep=""))

    def _reworded(self) -> dict[Any, pd.Series]:
        frame, names = self.frame, self.frame.attrs.get("navn", {})
        columns = {name: frame[name].map(lambda text: _sentence(text, names)) for name in REWORDED if name in frame}
        if {"felt", "valgt"} <= {*frame}:
            words = [wording.chosen(felt, valgt, names) for felt, valgt in zip(frame["felt"], frame["valgt"], strict=True)]
            columns["valgt"] = pd.Series(words, frame.index, dtype=object)
        return columns

    def __repr__(self) -> str:
        return f"{self.frame.attrs.get('tittel', 'Tabell')}: {len(self.frame)} rader"


def show(frame: pd.DataFrame, *columns: str) -> Table:
    """Return a table for a notebook cell: all columns, or those that are named, under Norwegian headings."""
    for name in columns:
        if name not in frame:
            raise UnknownName(unknown("kolonne", name, map(str, frame.columns)))
    chosen = frame[list(columns)] if columns else frame
    chosen.attrs = frame.attrs
    return Table(chosen)


def year_range(value: Any) -> Any:
    """Return marked years as people write them: 2024–2026, 2028. A single year stays as it is."""
    if not isinstance(value, tuple):
        return value
    runs: list[list[int]] = []
    for year in value:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def cell(value: Any) -> Any:
    """Return a value as people read it: lists joined by «; », unknown as nothing, ja and nei, decimal comma."""
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    if pd.api.types.is_bool(value):
        return "ja" if value else "nei"
    if isinstance(value, float):
        return "" if pd.isna(value) else in_digits(value, 2, 1)
    return "" if value is None or value is pd.NA else value


def heading(register: Register) -> str:
    """Return one line that says which planstrategi this is, as of which day, and how many plans it has."""
    return f"{register.dokument.tittel}. {as_of(register)}. {len(register.planer)} planer."


def _decision(value: Any) -> str:
    return PLANBEHOV.get(value, "Ikke oppgitt")


def _status(value: Any) -> str:
    return STATUS.get(value, value if isinstance(value, str) else "")


def _moment(value: Any) -> Any:
    # a column may hold dates in one table and years in another
    return in_words(value) if isinstance(value, str) else cell(year_range(value))


def _field(value: Any) -> Any:
    return FIELDS.get(value, value)


def _sentence(value: Any, names: dict[str, str]) -> str:
    return wording.reworded(value, names) if isinstance(value, str) else ""


# what a field of a plan is called; a column of the same name may hold something else
FIELDS = OVERSKRIFTER | {"navn": "Navn", "plantype": "Plantype", "kilde": "Rad i kilden"}
# sentences that hold words as they are typed in the data files
REWORDED = ("melding", "funnet", "tillatt")
# how a column is shown to people; the others as `cell` says
VIEWS: dict[str, Callable[[Any], Any]] = {
    "felt": _field,
    "forhold": OVERSKRIFTER.get,
    "status": _status,
    "datert": _moment,
    "revidert": _moment,
    "planbehov": _decision,
    "aar": year_range,
    "vedtatt": _moment,
    "skal_vedtas": _moment,
    "gyldig_fra": _moment,
    "gyldig_til": _moment,
    "oppstart": _moment,
    "ferdig": _moment,
    "vurdert_naar": _moment,
    "fra": _moment,
    "til": _moment,
    "frist": _moment,
    "forfalt": _moment,
    "gjelder_fra": _moment,
    "vedtak": _moment,
    "start_senest": _moment,
    "kontrollert": _moment,
    "dato": _moment,
    "merkede_aar": year_range,
}
