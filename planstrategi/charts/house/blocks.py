"""Rows in blocks side by side: where they break, so that no heading stands last and none is missed."""

from collections.abc import Callable
from typing import TypeVar

Row = TypeVar("Row")
CONTINUED = "(forts.)"


def split(rows: list[Row], blocks: int, is_heading: Callable[[Row], bool], again: Callable[[Row], Row]) -> list[list[Row]]:
    """Return the rows in at most that many blocks; `again` makes the heading of a group that goes on in the next."""
    length = max(2, -(-len(rows) // blocks))
    while len(columns := _fill(rows, length, is_heading, again)) > blocks:
        length += 1
    return columns


def _fill(rows: list[Row], length: int, is_heading: Callable[[Row], bool], again: Callable[[Row], Row]) -> list[list[Row]]:
    columns: list[list[Row]] = [[]]
    heading = rows[0]
    for row in rows:
        if len(columns[-1]) + is_heading(row) >= length:
            columns.append([] if is_heading(row) else [again(heading)])
        columns[-1].append(row)
        heading = row if is_heading(row) else heading
    return columns
