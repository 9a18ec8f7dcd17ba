"""Lying bars of what is counted: plans by decision and by statute, requirements and expectations by how they are answered."""

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.charts.bars.stacked import lying_bars
from planstrategi.charts.house import style
from planstrategi.charts.house.layout import Draw, grouped, unless_empty
from planstrategi.charts.house.style import GRADE_LOOKS, Looks, distinct, stacked_by_area
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


@unless_empty
def draw_plan_decisions(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per decision (`planbehov`), with `antall_planer` stacked by `ansvarlig`."""
    counts, looks = stacked_by_area(frame, "planbehov", "antall_planer")
    lying_bars(ax, counts, looks, list(counts.index))


@unless_empty
def draw_statutes(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per row of the frame: a statute (`lov`, `paragraf`) and its `antall_planer`.

    `gjelder`, where the source names the statute, is told apart by fill and hatch: a key of `GROUND_LOOKS`.
    """
    counts, looks = statutes_by_ground(frame)
    lying_bars(ax, counts, looks, list(counts.index))


def statutes_by_ground(frame: pd.DataFrame) -> tuple[pd.DataFrame, Looks]:
    """Return the plans of each statute, under its name, with a column per ground; and the look of each."""
    looks = {kind: style.GROUND_LOOKS[kind] for kind in distinct(frame["gjelder"])}
    counts = pd.DataFrame({kind: frame["antall_planer"].where(frame["gjelder"] == kind, 0) for kind in looks})
    return counts.set_index((frame["lov"] + " " + frame["paragraf"].fillna("")).str.strip()), looks


def _by_status(all_looks: Looks) -> Draw:
    """Return the drawing of a lying bar per `rad`: how many (`antall`), stacked by `status` in the order of the looks.

    `gruppe` says what is counted together; each group has a heading, and a gap before it.
    """

    @unless_empty
    def draw(frame: pd.DataFrame, ax: Axes) -> None:
        counts, looks = stacked_by_status(frame, all_looks)
        lying_bars(ax, counts, looks, *grouped(*map(list, zip(*counts.index, strict=True))))

    return draw


# requirements by kind, expectations by how they are answered, and plans by what became of them
draw_coverage_kinds, draw_answers, draw_fates = map(_by_status, (style.STATUS_LOOKS, style.ANSWER_LOOKS, style.FATE_LOOKS))


def stacked_by_status(frame: pd.DataFrame, all_looks: Looks) -> tuple[pd.DataFrame, Looks]:
    """Return the numbers (`antall`) by `gruppe` and `rad` as they come, with a column per `status`; and the look of each."""
    looks = {status: look for status, look in all_looks.items() if status in set(frame["status"])}
    counts = frame.pivot(index=["gruppe", "rad"], columns="status", values="antall").fillna(0).astype(int)
    return counts.reindex(index=pd.MultiIndex.from_frame(frame[["gruppe", "rad"]]).drop_duplicates(), columns=list(looks)), looks
