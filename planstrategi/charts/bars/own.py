"""An advisor's own counts: standing bars, lying ones with the series after one another, or lines.

A row of the frame is a name, a column a series, and a number that is missing is unknown.
"""

from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.container import Container
from matplotlib.ticker import MaxNLocator

from planstrategi.charts.bars.side_by_side import draw_groups
from planstrategi.charts.bars.stacked import set_limits, stack, write_numbers
from planstrategi.charts.house.layout import bare, column_labels, legend, lying, row_size, settle, write_beside
from planstrategi.charts.house.style import AREA_LOOKS, DEEP, INK, MUTED, RULE, Looks, type_for
from planstrategi.charts.house.text import width
from planstrategi.model.numbers import in_digits

UNKNOWN = "ukjent"
# between a bar and its number, in points
_AWAY = 6.0
# each is told from the others without its colour, and is dark enough on paper
LINE_LOOKS = (
    (DEEP, "-", "o"), ("#801650", "--", "s"), ("#1f7a6d", ":", "^"), ("#9a5200", "-.", "D"), (MUTED, "-", "v"), (INK, "--", "P"),
)  # fmt: skip
# how far over its point a number stands, in points
_ABOVE = 9.0


def draw_own_standing(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a group of standing bars per row, a bar per series, with the number over each."""
    looks = _looks(frame)
    names_below(ax, list(frame.index))
    ax.set_yticks([])
    if len(looks) > 1:
        legend(ax, looks, {})
    settle(ax)
    known = frame.fillna(0)
    bars = [(name, row, known[name].iloc[row], own_number(value), "") for name in looks for row, value in enumerate(frame[name])]
    draw_groups(ax, looks, bars)


def draw_own_lying(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per row with a segment per series, and the total at its end, with what is unknown in it."""
    looks, known, sums = _looks(frame), frame.fillna(0), frame.sum(axis=1, min_count=1)
    places = lying(ax, looks if len(looks) > 1 else {}, list(frame.index))
    totals = [_total(*one) for one in zip(sums, frame.isna().any(axis=1), strict=True)]
    set_limits(ax, places, sums.max(), words=max(totals, key=len))
    bars = stack(ax, known, looks, places, form=own_number)
    # a bar of one segment has its number at its end
    write_numbers(ax, bars._replace(counts=known.mul((known > 0).sum(axis=1) > 1, axis=0)))
    for place, total, text in zip(places, sums.fillna(0), totals, strict=True):
        style: dict[str, Any] = {"style": "italic", "color": MUTED} if text == UNKNOWN else {}
        write_beside(ax, (total, place), text, (_AWAY, 0), size=row_size(ax), va="center_baseline", gid="total", **style)


def draw_own_lines(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a line per series with a marker in each row; of one series the numbers are written, of several the scale.

    What is unknown breaks the line, and is said with the name of the row.
    """
    several, unknown = len(frame.columns) > 1, frame.isna()
    names_below(ax, [_named(str(name), list(frame.columns[lacks]), several) for name, lacks in unknown.iterrows()])
    ticks = MaxNLocator(5).tick_values(*(end(0, *frame.to_numpy()[~unknown]) for end in (min, max)))
    ax.set(ylim=(ticks[0], ticks[-1]), yticks=[])
    drawn: dict[str, Artist | Container] = {}
    for (name, values), look in zip(frame.items(), LINE_LOOKS, strict=False):
        style: dict[str, Any] = dict(zip(("color", "linestyle", "marker"), look, strict=True))
        (drawn[str(name)],) = ax.plot(range(len(frame)), values, gid=name, linewidth=2.4, markersize=8, clip_on=False, **style)
    if several:
        ax.set_yticks(ticks, map(own_number, ticks), size=type_for(ax).smallest, color=INK)
        ax.grid(axis="y", color=RULE, linewidth=0.6)
        legend(ax, {}, drawn)
    settle(ax)
    for row, value in enumerate(() if several else frame.iloc[:, 0]):
        if not pd.isna(value):
            write_beside(ax, (row, value), own_number(value), (0, _ABOVE), size=type_for(ax).body, ha="center", gid="number")


def own_number(value: float) -> str:
    """Return a number of an own count as it is written: never 0 for what is unknown."""
    return UNKNOWN if pd.isna(value) else in_digits(value, 2)


def names_below(ax: Axes, names: list[str]) -> None:
    """Write the names of the rows below their places."""
    bare(ax, "bottom")
    size, labels = column_labels(ax, names, max(width(word, 1) for name in names for word in name.split()), 0)
    ax.set_xticks(range(len(names)), labels, size=size, color=INK)
    ax.set_xlim(-0.5, len(names) - 0.5)


def _looks(frame: pd.DataFrame) -> Looks:
    return dict(zip(map(str, frame), AREA_LOOKS, strict=False))


def _total(total: float, lacks: bool) -> str:
    return f"{own_number(total)} + {UNKNOWN}" if lacks and not pd.isna(total) else own_number(total)


def _named(name: str, lacks: list[str], several: bool) -> str:
    return f"{name} ({UNKNOWN}{': ' + ', '.join(lacks) if several else ''})" if lacks else name
