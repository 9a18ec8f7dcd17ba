"""Which expectations the plans answer, and how strongly, as somebody has judged it."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import set_limits, stack, write_numbers
from planstrategi.charts.house.layout import (
    bare,
    heading_places,
    legend,
    row_labels,
    row_size,
    settle,
    swatch,
    unless_empty,
)
from planstrategi.charts.house.style import GRADE_LOOKS, MUTED, NOT_JUDGED
from planstrategi.model.vocabulary import NIVAA

COUNTS = {f"antall_{grad}": grad for grad in GRADE_LOOKS}


@unless_empty
def draw_expectations(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per expectation (`tekst`), grouped by `nivaa`: how many plans answer it, by grade.

    `antall_sterk`, `antall_delvis` and `antall_svak` are the numbers. Where all are 0 there is no bar, but the words
    that nobody has judged it.
    """
    labels, headings, frame = _grouped(frame)
    at = heading_places(len(labels), headings)
    places = [place for number, place in enumerate(at) if number not in headings]
    counts = frame[list(COUNTS)].rename(columns=COUNTS).astype(int).set_axis(places)
    judged = counts[counts.sum(axis=1) > 0]
    bare(ax, "left")
    ax.set_xticks([])
    legend(ax, {grad: swatch(look) for grad, look in GRADE_LOOKS.items()})
    row_labels(ax, at, labels, headings)
    settle(ax)
    set_limits(ax, at, counts.sum(axis=1).max())
    bars = stack(ax, judged, GRADE_LOOKS, list(judged.index))
    write_numbers(ax, bars, judged, GRADE_LOOKS, list(judged.index))
    for place in counts.index.difference(judged.index):
        _not_judged(ax, place)


def _grouped(frame: pd.DataFrame) -> tuple[list[str], list[int], pd.DataFrame]:
    """Return the labels with a heading before each level, the headings' numbers, and the rows in that order."""
    labels: list[str] = []
    headings: list[int] = []
    groups = []
    for nivaa, group in frame.groupby("nivaa", sort=False):
        headings.append(len(labels))
        labels += [NIVAA.get(str(nivaa), str(nivaa)), *group["tekst"]]
        groups.append(group)
    return labels, headings, pd.concat(groups)


def _not_judged(ax: Axes, place: float) -> None:
    ax.annotate(
        NOT_JUDGED,
        (0, place),
        xytext=(6, 0),
        textcoords="offset points",
        size=row_size(ax),
        style="italic",
        color=MUTED,
        va="center_baseline",
    )
