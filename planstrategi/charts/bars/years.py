"""What each year holds, per responsible area: how many plans, and how much work they are, with the range of the whole year."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.container import Container, ErrorbarContainer
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.transforms import ScaledTranslation

from planstrategi.charts.bars.stacked import BESIDE_STANDING, set_limits, stack, thickest, with_room, write_numbers, write_totals
from planstrategi.charts.house.layout import PAD, extent, legend, settle, standing_on, unless_empty, write_beside
from planstrategi.charts.house.style import INK, MUTED, PAPER, Looks, page, stacked_by_area, type_for
from planstrategi.charts.house.text import LEADING, fit, widest, width, wrap
from planstrategi.model.numbers import in_digits, range_in_words

_RANGE, CAPACITY = "Hele året: midten (p50) og 8 av 10 utfall (p10–p90)", "Tilgjengelig kapasitet"
# The range beside a bar: how far from it, and how much room it takes, in points.
_AWAY, LANE = 8.0, 14.0
# how far beyond its bar a total may reach on either side, and how far above it stands, in points
BEYOND, _ABOVE = 8.0, 4.0
# the share of a column that the words under it may fill
_FILL = 0.94
# bold letters are wider than those that wrapping counts with
_BOLD = 0.88
# a line through bars of any colour has a rim of paper; it ends with its year
LIMIT: dict[str, Any] = {"color": INK, "linewidth": 2.2, "path_effects": [withStroke(linewidth=4.4, foreground=PAPER)]}
Range = tuple[float, float, float]


@unless_empty
def draw_capacity(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a standing bar per year (`aar`), with `antall_planer` stacked by `ansvarlig`.

    A pointer shows the sum of `antall_uten_dobbelt` in the years where it differs.
    """
    counts, looks = stacked_by_area(frame, "aar", "antall_planer")
    single = _single(frame)
    at = {aar: place for place, aar in enumerate(counts.index)}
    places = list(at.values())
    standing_on(ax, at)
    legend(ax, looks, {"Uten dobbelttelling": _pointer([], [])} if single else {})
    settle(ax)
    set_limits(ax, places, counts.sum(axis=1).max(), standing=True)
    bars = stack(ax, counts, looks, places, standing=True)
    write_totals(ax, bars)
    write_numbers(ax, bars)
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
    write_beside(ax, (side, number), str(number), (-1.2 * size, 0), size=size, ha="right", va="center_baseline", gid="single")


def _pointer(xs: list[float], ys: list[float]) -> Line2D:
    return Line2D(xs, ys, color=INK, linestyle="none", marker=">", markersize=9)


@unless_empty
def draw_load(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a standing bar per year (`aar`), with `maanedsverk_p50` stacked by `ansvarlig`.

    `frame.attrs["sum"]` has p10, p50 and p90 of each whole year, which are not the sums of the areas' own: they stand
    beside the bar and are written over it. `["kapasitet"]` has the capacity of the years where it is known, a line;
    `["uten_innsats"]` how many plans of each year are not counted, written below it.
    """
    counts, looks = stacked_by_area(frame, "aar", "maanedsverk_p50")
    years = list(counts.index)
    sums, capacity = (_of_years(frame, name, years) for name in ("sum", "kapasitet"))
    standing_on(ax, years)
    ax.set_xlim(-0.5, len(years) - 0.5)
    _left_out(ax, _of_years(frame, "uten_innsats", years))
    _legend(ax, looks, with_range=bool(sums), with_capacity=bool(capacity))
    settle(ax)
    share = _share(ax, capacity)
    size, totals = _totals(ax, sums, share * _column(ax))
    tops = {place: max(float(counts.iloc[place].sum()), high) for place, (_, _, high) in sums.items()}
    lines = max((total.count("\n") + 1 for total in totals.values()), default=0)
    most = max([1.0, *counts.sum(axis=1), *tops.values(), *capacity.values()])
    ax.set_ylim(0, with_room(extent(ax)[1], most, lines * LEADING * size + 3 * _ABOVE))
    bars = stack(ax, counts, looks, range(len(years)), standing=True, share=share)
    write_numbers(ax, bars, boxed=bool(capacity))
    ranges = {place: ends for place, ends in sums.items() if any(ends)}
    _ranges(ax, [place - bars.thick / 2 - _AWAY / _column(ax) for place in ranges], list(ranges.values()))
    _capacity(ax, capacity)
    for place, total in totals.items():
        _write_total(ax, place, tops[place], total, size)


def _of_years(frame: pd.DataFrame, name: str, years: Sequence[int]) -> dict[int, Any]:
    """Return what the frame says of the years under a name, by the place of the year in the chart."""
    given = frame.attrs.get(name, {})
    return {place: given[year] for place, year in enumerate(years) if year in given}


def _column(ax: Axes) -> float:
    """Return the width of a year's column in points."""
    first, last = ax.get_xlim()
    return extent(ax)[0] / (last - first)


def _left_out(ax: Axes, left_out: Mapping[int, int]) -> None:
    """Write under each year how many plans are not counted in it."""
    letter = type_for(ax)
    for place, number in left_out.items():
        if number:
            words = f"+ {number} {'plan' if number == 1 else 'planer'} uten kjent innsats"
            text, below = "\n".join(wrap(words, _FILL * _column(ax), letter.smallest)), -PAD - LEADING * letter.unit
            style: dict[str, Any] = {"size": letter.smallest, "color": MUTED, "ha": "center", "va": "top", "gid": "left out"}
            write_beside(ax, (place, 0), text, (0, below), xycoords=ax.get_xaxis_transform(), **style)


def _legend(ax: Axes, looks: Looks, *, with_range: bool, with_capacity: bool) -> None:
    sample = _ranges(ax, [0], [(0, 0, 0)])
    others: dict[str, Artist | Container] = {_RANGE: sample} if with_range else {}
    legend(ax, looks, others | ({CAPACITY: Line2D([], [], **LIMIT)} if with_capacity else {}))
    sample.remove()


def _share(ax: Axes, capacity: Mapping[int, float]) -> float:
    """Return how much of its column a bar may take when there is to be room for what stands beside it."""
    letter, column = type_for(ax), _column(ax)
    before = LANE + (widest([in_digits(value) for value in capacity.values()], letter.smallest) + 4 if capacity else 0)
    after = BESIDE_STANDING + width("0,0", letter.smallest)
    return min(thickest("standing", column), 1 - 2 * max(before, after) / column)


def _totals(ax: Axes, sums: Mapping[int, Range], thick: float) -> tuple[float, dict[int, str]]:
    """Return the size and the text of each year's total, on two lines where its bar is narrow."""
    body, smallest = type_for(ax).body, type_for(ax).smallest
    texts = [range_in_words(*one) for one in sums.values()]
    if not texts:
        return body, {}
    size, wrapped = fit(texts, _BOLD * (thick + 2 * BEYOND), 2 * LEADING * body, body, smallest)
    if any("\n" in text for text in wrapped):
        wrapped = [text.replace(" ", "\n") for text in wrapped]
    return size, dict(zip(sums, wrapped, strict=True))


def _ranges(ax: Axes, xs: Sequence[float], ranges: Sequence[Range]) -> ErrorbarContainer:
    """Draw a dot at the middle of each range and a line with caps along it."""
    arms = [[middle - low for low, middle, _ in ranges], [high - middle for _, middle, high in ranges]]
    looks: dict[str, Any] = {"color": INK, "markersize": 5, "capsize": 4, "elinewidth": 1.4, "capthick": 1.4, "zorder": 2.5}
    return ax.errorbar(xs, [middle for _, middle, _ in ranges], yerr=arms, fmt="o", **looks)


def _write_total(ax: Axes, place: int, top: float, total: str, size: float) -> None:
    """Write a year's total over its bar and its range, and over the line of the capacity, which ends beside it."""
    clear: dict[str, Any] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
    style: dict[str, Any] = {"size": size, "weight": "bold", "ha": "center", "va": "bottom", "bbox": clear, "gid": "total"}
    write_beside(ax, (place, top), total, (0, _ABOVE), **style)


def _capacity(ax: Axes, capacity: Mapping[int, float]) -> None:
    """Draw the line of the capacity, with its number where it begins and where it changes."""
    for first, value in capacity.items():
        if capacity.get(first - 1) != value:
            last = first
            while capacity.get(last + 1) == value:
                last += 1
            ax.hlines(value, first - 0.5, last + 0.5, gid="capacity", zorder=2, **LIMIT)
            write_beside(ax, (first - 0.5, value), in_digits(value), (2, 3), size=type_for(ax).smallest, gid="limit")
