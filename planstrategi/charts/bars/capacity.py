"""How many plans are marked each year, per responsible area."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation

from planstrategi.charts.bars.stacked import set_limits, stack, write_numbers
from planstrategi.charts.house.categories import areas, wide
from planstrategi.charts.house.layout import bare, legend, settle, swatch, unless_empty, write_beside
from planstrategi.charts.house.style import INK, page, type_for

SINGLE = "Uten dobbelttelling"


@unless_empty
def draw_capacity(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a standing bar per year (`aar`), with `antall_planer` stacked by `ansvarlig`.

    A pointer shows the sum of `antall_uten_dobbelt` in the years where it differs.
    """
    looks = areas(frame)
    counts = wide(frame, "aar", list(looks), "antall_planer")
    single = _single(frame)
    at = {aar: place for place, aar in enumerate(counts.index)}
    places = list(at.values())
    bare(ax, "bottom")
    ax.set_yticks([])
    ax.set_xticks(places, [str(aar) for aar in at], size=type_for(ax).unit, color=INK)
    legend(ax, {name: swatch(look) for name, look in looks.items()} | ({SINGLE: _pointer([], [])} if single else {}))
    settle(ax)
    set_limits(ax, places, counts.sum(axis=1).max(), standing=True)
    bars = stack(ax, counts, looks, places, standing=True)
    write_numbers(ax, bars, counts, looks, places)
    for aar, number in single.items():
        _point_out(ax, at[aar] - bars.thick / 2, number)


def _single(frame: pd.DataFrame) -> dict[int, int]:
    sums = frame.groupby("aar", sort=False)[["antall_planer", "antall_uten_dobbelt"]].sum()
    differs = sums[sums["antall_planer"] != sums["antall_uten_dobbelt"]]
    return dict(zip(differs.index, map(int, differs["antall_uten_dobbelt"]), strict=True))


def _point_out(ax: Axes, side: float, number: int) -> None:
    """Point at the height of a number from the left of a column."""
    size = type_for(ax).body
    pointer = _pointer([side], [number])
    pointer.set_markersize(0.6 * size)
    pointer.set_transform(ax.transData + ScaledTranslation(-0.5 * size / 72, 0, page(ax).dpi_scale_trans))
    ax.add_line(pointer)
    style: dict[str, Any] = {"size": size, "ha": "right", "va": "center_baseline", "gid": "single"}
    write_beside(ax, (side, number), str(number), (-1.2 * size, 0), **style)


def _pointer(xs: list[float], ys: list[float]) -> Line2D:
    return Line2D(xs, ys, color=INK, linestyle="none", marker=">", markersize=9)
