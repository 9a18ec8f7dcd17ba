"""Which plan answers which expectation, and how strongly: a mark per judged pair."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.grids.plan_matrix_layout import CORNER, LABEL_GAP, MatrixGrid, set_out_matrix
from planstrategi.charts.house.categories import distinct
from planstrategi.charts.house.layout import as_sheet, unless_empty, write
from planstrategi.charts.house.style import BAND, DEEP, GRADE_LOOKS, INK, MUTED, RULE, type_for
from planstrategi.model.vocabulary import IKKE_VURDERT


class GradeMark(NamedTuple):
    """A grade's mark: shape, and width as a share of the cell."""

    shape: str
    share: float


NO_BREAK = "\u00a0"
MARKS = {"sterk": GradeMark("s", 0.76), "delvis": GradeMark("D", 0.54), "svak": GradeMark("o", 0.46)}
LARGEST_CELL = 26.0
LEGEND_STEP = 1.8


@unless_empty
def draw_coverage_matrix(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a matrix of `plan` and `forventning` with a mark per row of the frame, by its `grad`; unjudged pairs are shaded.

    `frame.attrs["planer"]` and `frame.attrs["forventninger"]` list all of them in order; those in
    `frame.attrs["ikke_vurdert"]` are shown as not judged. `frame.attrs["bolker"]` are the numbers of the expectations
    that a new block begins with.
    """
    plans = distinct(frame["plan"], frame.attrs["planer"])
    expectations = distinct(frame["forventning"], frame.attrs["forventninger"])
    unjudged = set(frame.attrs["ikke_vurdert"])
    labels = [f"{name} ({IKKE_VURDERT.replace(' ', NO_BREAK)})" if name in unjudged else name for name in expectations]
    grid = set_out_matrix(plans, labels, as_sheet(ax), type_for(ax))
    _bands(ax, grid, _numbers(expectations, unjudged), level=False)
    _bands(ax, grid, _numbers(plans, unjudged), level=True, text=IKKE_VURDERT)
    _rules(ax, grid)
    _blocks(ax, grid, frame.attrs["bolker"])
    _labels(ax, grid)
    for grad, pairs in frame.groupby("grad"):
        cells = zip(map(plans.index, pairs["plan"]), map(expectations.index, pairs["forventning"]), strict=True)
        centres = [grid.centre(row, column) for row, column in cells]
        if grad == IKKE_VURDERT:
            for x, y in centres:
                _band(ax, x - grid.across / 2, y - grid.down / 2, grid.across, grid.down)
        else:
            _marks(ax, centres, str(grad), min(grid.across, grid.down))
    _legend(ax, grid, some_missing=bool(unjudged) or IKKE_VURDERT in set(frame["grad"]))


def _numbers(names: Sequence[str], unjudged: set[str]) -> list[int]:
    return [number for number, name in enumerate(names) if name in unjudged]


def _bands(ax: Axes, grid: MatrixGrid, numbers: Sequence[int], *, level: bool, text: str = "") -> None:
    """Shade whole rows, or columns unless `level`, and write the text along each."""
    wide, high = grid.right - grid.left, grid.bottom - grid.top
    middle = (grid.left + grid.right) / 2, (grid.top + grid.bottom) / 2
    words: dict[str, Any] = {"size": grid.size, "style": "italic", "color": MUTED, "ha": "center", "gid": "unjudged"}
    # the lines between cells and blocks do not go through the letters
    words["bbox"] = {"facecolor": BAND, "edgecolor": "none", "pad": 0}
    for number in numbers:
        x, y = grid.centre(number, number)
        if level:
            _band(ax, grid.left, y - grid.down / 2, wide, grid.down)
            write(ax, middle[0], y, text, **words)
        else:
            _band(ax, x - grid.across / 2, grid.top, grid.across, high)
            ax.text(x, middle[1], text, va="center", rotation=90, **words)


def _band(ax: Axes, left: float, top: float, wide: float, high: float) -> None:
    ax.add_patch(Rectangle((left, top), wide, high, facecolor=BAND, edgecolor="none", zorder=0))


def _rules(ax: Axes, grid: MatrixGrid) -> None:
    line: dict[str, Any] = {"color": RULE, "linewidth": 0.5, "zorder": 0.5}
    sides = [grid.left + number * grid.across for number in range(len(grid.columns) + 1)]
    levels = [grid.top + number * grid.down for number in range(len(grid.rows) + 1)]
    ax.vlines(sides, grid.top, grid.bottom, **line)
    ax.hlines(levels, grid.left, grid.right, **line)


def _blocks(ax: Axes, grid: MatrixGrid, firsts: Sequence[int]) -> None:
    """Draw a strong line before each expectation that a block begins with."""
    style: dict[str, Any] = {"color": INK, "linewidth": 1.4, "zorder": 0.8, "gid": "block"}
    for number in firsts:
        ax.vlines(grid.left + number * grid.across, grid.top, grid.bottom, **style)


def _labels(ax: Axes, grid: MatrixGrid) -> None:
    gap = LABEL_GAP * grid.size
    for number, label in enumerate(grid.rows):
        y = grid.centre(number, 0)[1]
        write(ax, grid.left - gap, y, label, size=grid.size, color=INK, ha="right", gid="row")
    for number, label in enumerate(grid.columns):
        x = grid.centre(0, number)[0]
        text = ax.text(x, grid.top - gap, label, size=grid.size, color=INK, ha="center", va="bottom", rotation=90)
        text.set(multialignment="left", gid="column")


def _marks(ax: Axes, points: list[tuple[float, float]], grad: str, cell: float) -> None:
    mark = MARKS[grad]
    # matplotlib counts a marker's area, in square points
    area = (mark.share * min(cell, LARGEST_CELL)) ** 2
    xs, ys = zip(*points, strict=True)
    ax.scatter(xs, ys, s=area, marker=mark.shape, facecolor=GRADE_LOOKS[grad].fill, edgecolor=DEEP, linewidth=1, gid=grad)


def _legend(ax: Axes, grid: MatrixGrid, *, some_missing: bool) -> None:
    """Name the marks in the corner that the labels leave."""
    size = min(type_for(ax).body, grid.left / CORNER[0], grid.top / CORNER[1])
    step = LEGEND_STEP * size
    for number, grad in enumerate(MARKS):
        _marks(ax, [(size, (number + 0.5) * step)], grad, 1.4 * size)
        write(ax, 2.6 * size, (number + 0.5) * step, grad, size=size, color=INK)
    if some_missing:
        _band(ax, 0.2 * size, (len(MARKS) + 0.1) * step, 1.6 * size, 0.8 * step)
        write(ax, 2.6 * size, (len(MARKS) + 0.5) * step, IKKE_VURDERT, size=size, color=MUTED, style="italic")
