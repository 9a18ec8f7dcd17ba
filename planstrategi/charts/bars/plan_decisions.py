"""What is decided for the plans, and who is responsible for them."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import set_limits, stack, write_numbers
from planstrategi.charts.house.categories import areas, wide
from planstrategi.charts.house.layout import bare, legend, row_labels, settle, swatch, unless_empty


@unless_empty
def draw_plan_decisions(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per decision (`planbehov`), with `antall_planer` stacked by `ansvarlig`."""
    looks = areas(frame)
    counts = wide(frame, "planbehov", list(looks), "antall_planer")
    places = list(range(len(counts)))
    bare(ax, "left")
    ax.set_xticks([])
    legend(ax, {name: swatch(look) for name, look in looks.items()})
    row_labels(ax, places, list(counts.index))
    settle(ax)
    set_limits(ax, places, counts.sum(axis=1).max())
    bars = stack(ax, counts, looks, places)
    write_numbers(ax, bars, counts, looks, places)
