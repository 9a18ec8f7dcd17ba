"""How an analysis hands over a table: rows with names, under columns that are said once, above the function."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec

import pandas as pd

from planstrategi.model.register import Register, once

P = ParamSpec("P")
Row = dict[str, Any]
Rows = Iterable[Row]


class TableFunction(Generic[P]):
    """A function of a register that returns a frame with always the same `columns`, in their order."""

    def __init__(self, give: Callable[Concatenate[Register, P], Rows | pd.DataFrame], names: str, types: Any) -> None:
        wraps(give)(self)
        self.give, self.columns, self.types = give, tuple(names.split()), types
        self.whole = once(self._made)

    def __call__(self, register: Register, *args: P.args, **kwargs: P.kwargs) -> pd.DataFrame:
        # a sentence and a figure ask for the table they rest on; what one of them does with it is its own
        return self._made(register, *args, **kwargs) if args or kwargs else self.whole(register, *args, **kwargs).copy()

    def _made(self, register: Register, *args: P.args, **kwargs: P.kwargs) -> pd.DataFrame:
        given = self.give(register, *args, **kwargs)
        if isinstance(given, pd.DataFrame):
            return given[list(self.columns)]
        return frame_of(given, self.columns).astype(self.types)


def frame_of(rows: Rows, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return rows as a frame with these columns, also when there are none; a row has all of them and no others."""
    listed = list(rows)
    for row in listed:
        if row.keys() != set(columns):
            raise KeyError(f"columns {set(columns) ^ row.keys()}")
    return pd.DataFrame([tuple(row[name] for name in columns) for row in listed], columns=list(columns))


def columns(names: str, **types: Any) -> Callable[[Callable[Concatenate[Register, P], Rows | pd.DataFrame]], TableFunction[P]]:
    """Let a function that gives rows, or a frame, return a frame with these columns.

    `types` are the pandas types of columns that pandas would not find by itself, such as whole numbers with gaps.
    """
    return lambda give: TableFunction(give, names, types)


def numbers_of(found: Sequence[str], kinds: Iterable[str]) -> Row:
    """Return how many there are of each kind, as the columns `antall_<kind>` (blanks in a kind as `_`)."""
    return {f"antall_{kind.replace(' ', '_')}": found.count(kind) for kind in kinds}
