"""Lying bars stacked by status, under headings: what the charts of requirements and of expectations have in common."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import set_limits, stack, write_numbers
from planstrategi.charts.house.layout import bare, heading_places, legend, row_labels, settle, swatch, unless_empty
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
    keys = list(dict.fromkeys(zip(frame["gruppe"], frame["rad"], strict=True)))
    labels, headings = _labels(keys)
    at = heading_places(len(labels), headings)
    places = [place for number, place in enumerate(at) if number not in headings]
    present = set(frame["status"])
    looks = {status: look for status, look in all_looks.items() if status in present}
    counts = frame.pivot(index=["gruppe", "rad"], columns="status", values="antall").fillna(0).astype(int)
    counts = counts.reindex(index=keys, columns=list(looks))
    bare(ax, "left")
    ax.set_xticks([])
    legend(ax, {status: swatch(look) for status, look in looks.items()})
    row_labels(ax, at, labels, headings)
    settle(ax)
    set_limits(ax, at, counts.sum(axis=1).max())
    bars = stack(ax, counts, looks, places)
    write_numbers(ax, bars, counts, looks, places)


def _labels(keys: list[tuple[str, str]]) -> tuple[list[str], list[int]]:
    """Return the labels with a heading before each group, and the headings' numbers."""
    labels: list[str] = []
    headings: list[int] = []
    for number, (group, row) in enumerate(keys):
        if number == 0 or group != keys[number - 1][0]:
            headings.append(len(labels))
            labels.append(str(group))
        labels.append(str(row))
    return labels, headings
