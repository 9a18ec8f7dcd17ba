"""Lying bars stacked by status, under headings: what the charts of requirements and of expectations have in common."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import lying_bars
from planstrategi.charts.house.layout import grouped, unless_empty
from planstrategi.charts.house.style import ANSWER_LOOKS, STATUS_LOOKS, Look


@unless_empty
def draw_coverage_kinds(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per kind of requirement (`rad`): `antall` stacked by `status`, from best to worst.

    `gruppe` says what is counted together; each group has a heading, and a gap before it.
    """
    _draw(frame, ax, STATUS_LOOKS)


@unless_empty
def draw_answers(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per `rad`, under the heading of its `gruppe`: how many expectations (`antall`) by `status`."""
    _draw(frame, ax, ANSWER_LOOKS)


def _draw(frame: pd.DataFrame, ax: Axes, all_looks: Mapping[str, Look]) -> None:
    keys = pd.MultiIndex.from_frame(frame[["gruppe", "rad"]]).drop_duplicates()
    looks = {status: look for status, look in all_looks.items() if status in set(frame["status"])}
    counts = frame.pivot(index=["gruppe", "rad"], columns="status", values="antall").fillna(0).astype(int)
    counts = counts.reindex(index=keys, columns=list(looks))
    lying_bars(ax, counts, looks, *grouped(*map(list, zip(*keys, strict=True))))
