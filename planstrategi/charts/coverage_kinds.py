"""How many requirements of each kind have each status, those to the process counted apart."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars import set_limits, stack, write_numbers
from planstrategi.charts.categories import in_order
from planstrategi.charts.layout import bare, heading_places, legend, row_labels, settle, swatch, unless_empty
from planstrategi.charts.status_marks import in_use
from planstrategi.charts.style import STATUS_LOOKS


@unless_empty
def draw_coverage_kinds(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per kind of requirement (`kravslag`): `antall_krav` stacked by `status`, from best to worst.

    `gruppe` says what is counted together; each group has a heading, and a gap before it.
    """
    labels, headings = _labels(frame)
    at = heading_places(len(labels), headings)
    places = [place for number, place in enumerate(at) if number not in headings]
    looks = {status: STATUS_LOOKS[status] for status in in_use(frame["status"])}
    counts = frame.pivot(index="kravslag", columns="status", values="antall_krav").fillna(0).astype(int)
    counts = counts.reindex(index=in_order(frame["kravslag"]), columns=list(looks))
    bare(ax, "left")
    ax.set_xticks([])
    legend(ax, {status: swatch(look) for status, look in looks.items()})
    row_labels(ax, at, labels, headings)
    settle(ax)
    set_limits(ax, at, counts.sum(axis=1).max())
    bars = stack(ax, counts, looks, places)
    write_numbers(ax, bars, counts, looks, places)


def _labels(frame: pd.DataFrame) -> tuple[list[str], list[int]]:
    """Return the labels with a heading before each group, and the headings' numbers."""
    labels: list[str] = []
    headings: list[int] = []
    for group, rows in frame.groupby("gruppe", sort=False):
        headings.append(len(labels))
        labels += [str(group), *in_order(rows["kravslag"])]
    return labels, headings
