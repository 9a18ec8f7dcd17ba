"""How many expectations belong to each sustainable development goal, and how many of them a plan answers."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.bars.stacked import set_limits
from planstrategi.charts.house.layout import lying, row_size, unless_empty, write_beside
from planstrategi.charts.house.style import OUTLINE, PAPER, Look
from planstrategi.model.vocabulary import IKKE_VURDERT

# the parts of a bar: the column of each, its hatch, and whether it is in the goal's colour
GOAL_PARTS = {
    "minst delvis svar": ("antall_minst_delvis", "", True),
    "bare svakt svar": ("antall_svakt", "..", True),
    "ingen plan": ("antall_ingen_plan", "", False),
    IKKE_VURDERT: ("antall_ikke_vurdert", "//", False),
}
THICK, GREY = 0.7, "#8f8f8f"
# pale colours, too, are told from the paper and from what is not answered
OUTLINED: dict[str, Any] = {"edgecolor": OUTLINE, "linewidth": 0.8}


@unless_empty
def draw_goals(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per goal (`maal_nr`, `maal_navn`) in the goal's own colour (`farge`).

    The bar is `antall` long: what is answered is in colour, hatched where it is so weakly only, and what nobody has
    judged is hatched without. The numbers say the same, so that the colour carries nothing alone.
    """
    labels = [f"{number} {name}" for number, name in zip(frame["maal_nr"], frame["maal_navn"], strict=True)]
    looks = {name: Look(GREY if filled else PAPER, hatch) for name, (_, hatch, filled) in GOAL_PARTS.items()}
    places = lying(ax, looks, labels)
    rows = frame.to_dict("records")
    set_limits(ax, places, int(frame["antall"].max()), words=max(map(_words, rows), key=len))
    for place, row in zip(places, rows, strict=True):
        _bar(ax, place, row)
        write_beside(ax, (row["antall"], place), _words(row), (6, 0), size=row_size(ax), va="center_baseline", gid="number")


def _bar(ax: Axes, place: float, row: dict[Hashable, Any]) -> None:
    start = 0
    for name, (column, hatch, filled) in GOAL_PARTS.items():
        colour = row["farge"] if filled else PAPER
        corner = start, place - THICK / 2
        ax.add_patch(Rectangle(corner, row[column], THICK, facecolor=colour, hatch=hatch, gid=name, **OUTLINED))
        start += row[column]


def _words(row: dict[Hashable, Any]) -> str:
    judged = row["antall"] - row["antall_ikke_vurdert"]
    known = f"{row['antall_minst_delvis']} av {judged}" if judged else IKKE_VURDERT
    return known if row["antall"] else "ingen forventninger"
