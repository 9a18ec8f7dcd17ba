"""How many plans each role is named for, year by year."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Rectangle

from planstrategi.charts.layout import bare, row_labels, row_size, settle, unless_empty
from planstrategi.charts.style import DEEP, INK, NOT_STATED, OUTLINE, PAPER, ink_on, type_for

SHADES = LinearSegmentedColormap.from_list("shades", [PAPER, DEEP])
APART = 0.6


@unless_empty
def draw_role_load(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a table of roles (`rolle`) by year (`aar`): `antall_planer` in each cell, darker for more.

    The row for plans with no role stated stands apart at the bottom, unshaded: it is nobody's load.
    """
    table = frame.pivot(index="rolle", columns="aar", values="antall_planer").fillna(0).astype(int)
    roles = sorted(dict.fromkeys(frame["rolle"]), key=_unstated)
    table = table.reindex(index=roles, columns=list(dict.fromkeys(frame["aar"])))
    places = [number + APART * _unstated(role) for number, role in enumerate(roles)]
    _surround(ax, table, places)
    most = max([1, *frame.loc[~frame["rolle"].map(_unstated).astype(bool), "antall_planer"]])
    for place, role in zip(places, roles, strict=True):
        for column, number in enumerate(table.loc[role]):
            _cell(ax, column, place, int(number), 0 if _unstated(role) else number / most)


def _unstated(role: str) -> bool:
    return role.casefold() == NOT_STATED


def _surround(ax: Axes, table: pd.DataFrame, places: list[float]) -> None:
    bare(ax, baseline="none")
    row_labels(ax, places, list(table.index))
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(table.columns)), [str(aar) for aar in table.columns], size=type_for(ax).body, color=INK)
    ax.set(xlim=(-0.5, len(table.columns) - 0.5), ylim=(places[-1] + 0.5, -0.5))
    settle(ax)


def _cell(ax: Axes, column: int, place: float, number: int, share: float) -> None:
    fill = to_hex(SHADES(share))
    ax.add_patch(
        Rectangle((column - 0.5, place - 0.5), 1, 1, facecolor=fill, edgecolor=OUTLINE, linewidth=0.6, clip_on=False)
    )
    ax.text(
        column,
        place,
        str(number),
        size=row_size(ax),
        color=ink_on(fill),
        ha="center",
        va="center_baseline",
        gid="number",
    )
