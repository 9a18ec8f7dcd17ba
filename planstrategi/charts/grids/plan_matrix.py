"""Which plan answers which expectation, and how strongly: a mark per judged pair."""

from collections.abc import Sequence
from itertools import product
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.layout import as_sheet, unless_empty, write
from planstrategi.charts.house.style import BAND, DEEP, GRADE_LOOKS, INK, MUTED, RULE, Type, distinct, type_for
from planstrategi.charts.house.text import LEADING, shorten, widest, wrap
from planstrategi.model.vocabulary import IKKE_VURDERT

NO_BREAK = "\u00a0"
# each grade's mark: its shape, and its width as a share of the cell
MARKS = {"sterk": ("s", 0.76), "delvis": ("D", 0.54), "svak": ("o", 0.46)}
LARGEST_CELL = 26.0
LEGEND_STEP = 1.8
# in letter heights; a small matrix is still large enough for a word along its rows or columns
HIGHEST_CELL, SMALLEST_MATRIX, LABEL_GAP, _BETWEEN = 3.2, 8.0, 0.6, 0.5
# the corner between the labels holds the legend
CORNER = (9.5, 7.4)
# how much of the page the labels may take
SHARES = (0.48, 0.4, 0.32, 0.25, 0.18)
# where labels must be shortened, rows stand closer, so that more is left of each
CLOSE = 1.06


class MatrixGrid(NamedTuple):
    """The measures of a matrix, in points, and its labels as they are broken into lines."""

    size: float
    left: float
    top: float
    across: float
    down: float
    rows: list[str]
    columns: list[str]

    def centre(self, row: int, column: int) -> tuple[float, float]:
        """Return the middle of a cell."""
        return self.left + (column + 0.5) * self.across, self.top + (row + 0.5) * self.down

    @property
    def right(self) -> float:
        """Return where the cells end to the right."""
        return self.left + len(self.columns) * self.across

    @property
    def bottom(self) -> float:
        """Return where the cells end below."""
        return self.top + len(self.rows) * self.down


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
    grid = _set_out(plans, labels, as_sheet(ax), type_for(ax))
    _bands(ax, grid, *([number for number, name in enumerate(names) if name in unjudged] for names in (plans, expectations)))
    _rules(ax, grid, frame.attrs["bolker"])
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


def _bands(ax: Axes, grid: MatrixGrid, rows: Sequence[int], columns: Sequence[int]) -> None:
    """Shade the columns and the rows of what nobody has judged, and say so along the rows; the labels of columns say it."""
    for number in columns:
        _band(ax, grid.centre(0, number)[0] - grid.across / 2, grid.top, grid.across, grid.bottom - grid.top)
    # the lines between cells and blocks do not go through the letters
    words: dict[str, Any] = {"style": "italic", "color": MUTED, "bbox": {"facecolor": BAND, "edgecolor": "none", "pad": 0}}
    for number in rows:
        y = grid.centre(number, 0)[1]
        _band(ax, grid.left, y - grid.down / 2, grid.right - grid.left, grid.down)
        write(ax, (grid.left + grid.right) / 2, y, IKKE_VURDERT, size=grid.size, ha="center", gid="unjudged", **words)


def _band(ax: Axes, left: float, top: float, wide: float, high: float) -> None:
    ax.add_patch(Rectangle((left, top), wide, high, facecolor=BAND, edgecolor="none", zorder=0))


def _rules(ax: Axes, grid: MatrixGrid, firsts: Sequence[int]) -> None:
    """Draw the lines between cells, and a strong one before each expectation that a block begins with."""
    line: dict[str, Any] = {"color": RULE, "linewidth": 0.5, "zorder": 0.5}
    sides = [grid.left + number * grid.across for number in range(len(grid.columns) + 1)]
    ax.vlines(sides, grid.top, grid.bottom, **line)
    ax.hlines([grid.top + number * grid.down for number in range(len(grid.rows) + 1)], grid.left, grid.right, **line)
    for number in firsts:
        ax.vlines(sides[number], grid.top, grid.bottom, color=INK, linewidth=1.4, zorder=0.8, gid="block")


def _labels(ax: Axes, grid: MatrixGrid) -> None:
    gap = LABEL_GAP * grid.size
    for number, label in enumerate(grid.rows):
        write(ax, grid.left - gap, grid.centre(number, 0)[1], label, size=grid.size, color=INK, ha="right", gid="row")
    for number, label in enumerate(grid.columns):
        x = grid.centre(0, number)[0]
        text = ax.text(x, grid.top - gap, label, size=grid.size, color=INK, ha="center", va="bottom", rotation=90)
        text.set(multialignment="left", gid="column")


def _marks(ax: Axes, points: list[tuple[float, float]], grad: str, cell: float) -> None:
    shape, share = MARKS[grad]
    # matplotlib counts a marker's area, in square points
    area = (share * min(cell, LARGEST_CELL)) ** 2
    xs, ys = zip(*points, strict=True)
    ax.scatter(xs, ys, s=area, marker=shape, facecolor=GRADE_LOOKS[grad].fill, edgecolor=DEEP, linewidth=1, gid=grad)


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


def _set_out(rows: Sequence[str], columns: Sequence[str], sheet: tuple[float, float], letter: Type) -> MatrixGrid:
    """Return the grid with the largest letters at which every label has room; shorten labels only if none has."""
    size = letter.body
    while size >= letter.smallest:
        for level, upright in product(_wrapped(rows, sheet[0], size), _wrapped(columns, sheet[1], size)):
            grid = _grid(level, upright, sheet, size)
            if _height(grid.rows) <= grid.down / size and _height(grid.columns) <= grid.across / size:
                return grid
        size -= 0.5
    size = letter.smallest
    wide, high = _most(sheet[0], len(columns), size), _most(sheet[1], len(rows), size)
    return _grid([shorten(row, wide, size) for row in rows], [shorten(column, high, size) for column in columns], sheet, size)


def _most(side: float, cells: int, size: float) -> float:
    """Return the room for labels that leaves each cell a close line's height."""
    return max(SMALLEST_MATRIX * size, min(SHARES[0] * side, side - cells * size * CLOSE))


def _wrapped(labels: Sequence[str], side: float, size: float) -> list[list[str]]:
    """Return the labels broken into lines for each share of a side that they may take."""
    return [["\n".join(wrap(label, share * side, size)) for label in labels] for share in SHARES]


def _grid(rows: list[str], columns: list[str], sheet: tuple[float, float], size: float) -> MatrixGrid:
    left = max(widest(rows, size), CORNER[0] * size) + LABEL_GAP * size
    top = max(widest(columns, size), CORNER[1] * size) + LABEL_GAP * size
    across, down = (sheet[0] - left) / len(columns), (sheet[1] - top) / len(rows)
    most = [max(HIGHEST_CELL, SMALLEST_MATRIX / len(labels)) * size for labels in (columns, rows)]
    return MatrixGrid(size, left, top, min(across, most[0]), min(down, most[1]), rows, columns)


def _height(labels: Sequence[str]) -> float:
    """Return the room in letter heights that the label with most lines needs to stand clear of its neighbours."""
    lines = max(label.count("\n") + 1 for label in labels)
    return lines * LEADING + (_BETWEEN if lines > 1 else 0)
