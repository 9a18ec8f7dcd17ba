"""What is decided for the plans, and who is responsible for them."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import lying_bars
from planstrategi.charts.house.categories import areas, wide
from planstrategi.charts.house.layout import unless_empty


@unless_empty
def draw_plan_decisions(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per decision (`planbehov`), with `antall_planer` stacked by `ansvarlig`."""
    looks = areas(frame)
    counts = wide(frame, "planbehov", list(looks), "antall_planer")
    lying_bars(ax, counts, looks, list(counts.index))
