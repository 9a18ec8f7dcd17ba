"""Which expectations the plans answer, and how strongly, as somebody has judged it."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import lying_bars
from planstrategi.charts.house.layout import grouped, unless_empty
from planstrategi.charts.house.style import GRADE_LOOKS
from planstrategi.model.vocabulary import NIVAA

COUNTS = {f"antall_{grad}": grad for grad in GRADE_LOOKS}


@unless_empty
def draw_expectations(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per expectation (`tekst`), grouped by `nivaa`: how many plans answer it, by grade.

    `antall_sterk`, `antall_delvis` and `antall_svak` are the numbers. Where all are 0 there is no bar, but its `status`.
    """
    frame = pd.concat(group for _, group in frame.groupby("nivaa", sort=False))
    labels, headings = grouped([NIVAA.get(nivaa, nivaa) for nivaa in frame["nivaa"]], list(frame["tekst"]))
    counts = frame[list(COUNTS)].rename(columns=COUNTS).astype(int)
    lying_bars(ax, counts, GRADE_LOOKS, labels, headings, empty=list(frame["status"]))
