"""How many expectations belong to each sustainable development goal, and how many of them a plan answers."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from planstrategi.charts.bars.stacked import set_limits
from planstrategi.charts.house.layout import lying, row_size, unless_empty, write_beside
from planstrategi.charts.house.style import OUTLINE, PAPER

ANSWERED, _REST = "svart på av minst én plan", "ingen plan, eller ikke vurdert"
THICK = 0.7
# pale colours, too, are told from the paper and from what is not answered
OUTLINED: dict[str, Any] = {"edgecolor": OUTLINE, "linewidth": 0.8}


@unless_empty
def draw_goals(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per goal (`maal_nr`, `maal_navn`) in the goal's own colour (`farge`).

    The bar is `antall` long, with its outline; `antall_svart` of it is filled. The numbers say the same, so that the
    colour carries nothing alone.
    """
    labels = [f"{number} {name}" for number, name in zip(frame["maal_nr"], frame["maal_navn"], strict=True)]
    fills = {ANSWERED: "#8f8f8f", _REST: PAPER}
    places = lying(ax, {words: Patch(facecolor=fill, **OUTLINED) for words, fill in fills.items()}, labels)
    most = int(frame["antall"].max())
    set_limits(ax, places, most, words=_words(most, most))
    for place, (whole, part, colour) in zip(places, frame[["antall", "antall_svart", "farge"]].values, strict=True):
        _bar(ax, place, int(whole), int(part), str(colour))


def _bar(ax: Axes, place: float, whole: int, part: int, colour: str) -> None:
    side = place - THICK / 2
    ax.add_patch(Rectangle((0, side), whole, THICK, facecolor=PAPER, gid="all", **OUTLINED))
    ax.add_patch(Rectangle((0, side), part, THICK, facecolor=colour, gid="answered", **OUTLINED))
    write_beside(ax, (whole, place), _words(part, whole), (6, 0), size=row_size(ax), va="center_baseline", gid="number")


def _words(part: int, whole: int) -> str:
    return f"{part} av {whole}" if whole else "ingen forventninger"
