"""A frame → what a notebook shows: plain HTML with Norwegian headings, the same bytes every time."""

import re
from typing import Any

import pandas as pd

from planstrategi.analysis.shared.sentences import PLAN_FORMS, counted
from planstrategi.model.register import Register, must_be_register
from planstrategi.presentation.columns import Column
from planstrategi.presentation.findings import Said
from planstrategi.presentation.nothing import Nothing, has_nothing, instead_of
from planstrategi.presentation.source_line import as_of
from planstrategi.presentation.tables import declared_columns
from planstrategi.presentation.unknown_name import UnknownName, must_be_known

# pandas writes a line for each cell; with one for each row, a row that has changed is seen
WITHIN_ROW = re.compile(r"\n +(?=<t[hd]>|</tr>)")


class Table:
    """En tabell slik notatboken viser den; `frame` er tallene som pandas-tabell."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def _repr_html_(self) -> str:
        declared = declared_columns(self.frame.attrs.get("tabell"), self.frame)
        columns = {name: shown_column(self.frame, name, column) for name, column in declared.items()}
        shown = pd.DataFrame(columns).rename(columns={name: column.heading for name, column in declared.items()})
        with pd.option_context("display.max_colwidth", None):
            return WITHIN_ROW.sub("", shown.to_html(index=False, border=0, justify="left", na_rep=""))

    def __repr__(self) -> str:
        return f"{self.frame.attrs.get('tittel', 'Tabell')}: {len(self.frame)} rader"


def shown_column(frame: pd.DataFrame, name: Any, column: Column) -> pd.Series:
    """Return the values of a column as people read them."""
    values, names = frame[name], frame.attrs.get("navn", {})
    if column.in_row is None:
        return values.map(column.view)
    rows = zip(values, frame.to_dict("records"), strict=True)
    return pd.Series([column.in_row(value, row, names) for value, row in rows], values.index, dtype=object)


def show(frame: pd.DataFrame, *columns: str, aar: str = "") -> Table | Nothing:
    """Vis en tabell med norske overskrifter: alle kolonnene, eller de som nevnes. Er den tom, vises hvorfor.

    `aar` er en kolonne med tall som får én kolonne for hvert år; nevn da kolonnene som skal stå først.

    >>> ps.show(ps.table("kapasitet", r), "ansvarlig", aar="antall_planer")
    Planer det arbeides med per år og kommunalområde: 4 rader
    """
    if not isinstance(frame, pd.DataFrame):
        raise UnknownName('ps.show viser en tabell, for eksempel slik: ps.show(ps.table("planer", r)).')
    if aar and not columns:
        raise UnknownName(f'Nevn kolonnene som skal stå først, for eksempel slik: ps.show(tabell, "ansvarlig", aar="{aar}").')
    for name in filter(None, (*columns, aar)):
        must_be_known("kolonne", name, map(str, frame.columns))
    why = frame.attrs.get("tomt")
    if why and has_nothing(frame, why):
        return instead_of(frame.attrs["tittel"], why)
    if aar:
        # a sum of what is not known is not known
        wide = frame.groupby([*columns, "aar"], sort=False)[aar].sum(min_count=1).unstack(sort=False).reset_index()
        wide.attrs, frame = frame.attrs, wide
    return Table(frame[list(columns)] if columns and not aar else frame)


def heading(register: Register) -> Said:
    """Gi én linje som sier hvilken planstrategi dette er, hvilken dag den er kjent per, og hvor mange planer den har.

    >>> print(ps.heading(r))
    Planstrategi 2024–2027 for Østre Toten kommune. Per 30.06.2024 (antatt; kilden er udatert). 44 planer.
    """
    must_be_register(register)
    return Said(f"{register.dokument.tittel}. {as_of(register)}. {counted(len(register.planer), *PLAN_FORMS)}.")
