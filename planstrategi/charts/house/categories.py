"""Categories come from the data: their order, and the look that follows each through all charts."""

from collections.abc import Hashable, Iterable

import pandas as pd

from planstrategi.charts.house.style import AREA_LOOKS, Look


def distinct(values: Iterable[Hashable], listed: Iterable[Hashable] = ()) -> list[str]:
    """Return the distinct values as text: those `listed` first, the rest as they come."""
    return [str(value) for value in dict.fromkeys([*listed, *values])]


def areas(frame: pd.DataFrame) -> dict[str, Look]:
    """Return the look of each area in the frame.

    `frame.attrs["omraader"]`, all areas in the register's order, lets an area look the same in every chart.
    """
    listed = distinct(frame["ansvarlig"], frame.attrs.get("omraader", ()))
    looks = {name: AREA_LOOKS[number % len(AREA_LOOKS)] for number, name in enumerate(listed)}
    return {name: look for name, look in looks.items() if name in set(frame["ansvarlig"])}


def wide(frame: pd.DataFrame, rows: str, columns: list[str], values: str) -> pd.DataFrame:
    """Return numbers with a row per value of `rows` as they come, a column per area, 0 where there is none.

    Areas of one name are one.
    """
    table = frame.pivot_table(index=rows, columns="ansvarlig", values=values, aggfunc="sum")
    return table.reindex(index=list(dict.fromkeys(frame[rows])), columns=columns).fillna(0).astype(frame[values].dtype)
