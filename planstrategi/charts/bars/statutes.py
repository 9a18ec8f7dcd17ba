"""The statutes that the source names, by how many plans it names them for."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import lying_bars
from planstrategi.charts.house.categories import distinct
from planstrategi.charts.house.layout import unless_empty
from planstrategi.charts.house.style import GROUND_LOOKS


@unless_empty
def draw_statutes(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per row of the frame: a statute (`lov`, `paragraf`) and its `antall_planer`.

    `gjelder`, where the source names the statute, is told apart by fill and hatch: a key of `GROUND_LOOKS`.
    """
    kinds = distinct(frame["gjelder"])
    looks = {kind: GROUND_LOOKS[kind] for kind in kinds}
    counts = pd.DataFrame({kind: frame["antall_planer"].where(frame["gjelder"] == kind, 0) for kind in kinds})
    lying_bars(ax, counts, looks, [_name(lov, part) for lov, part in zip(frame["lov"], frame["paragraf"], strict=True)])


def _name(lov: str, paragraf: str | None) -> str:
    return f"{lov} {paragraf}" if isinstance(paragraf, str) and paragraf else lov
