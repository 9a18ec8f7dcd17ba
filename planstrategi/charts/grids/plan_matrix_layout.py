"""Where rows and columns of a matrix stand on the page, with level labels to the left and standing labels on top."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from planstrategi.charts.house.style import Type
from planstrategi.charts.house.text import LEADING, shorten, widest, wrap

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

    def has_room(self) -> bool:
        """Return whether every label stays within its row or column."""
        across, down = self.across / self.size, self.down / self.size
        return _height(self.rows) <= down and _height(self.columns) <= across


def set_out_matrix(rows: Sequence[str], columns: Sequence[str], sheet: tuple[float, float], letter: Type) -> MatrixGrid:
    """Return the grid with the largest letters at which every label has room; shorten labels only if none has."""
    for grid in _attempts(rows, columns, sheet, letter):
        if grid.has_room():
            return grid
    size = letter.smallest
    wide, high = _most(sheet[0], len(columns), size), _most(sheet[1], len(rows), size)
    return _grid([shorten(row, wide, size) for row in rows], [shorten(column, high, size) for column in columns], sheet, size)


def _most(side: float, cells: int, size: float) -> float:
    """Return the room for labels that leaves each cell a close line's height."""
    return max(SMALLEST_MATRIX * size, min(SHARES[0] * side, side - cells * size * CLOSE))


def _attempts(rows: Sequence[str], columns: Sequence[str], sheet: tuple[float, float], letter: Type) -> Iterator[MatrixGrid]:
    size = letter.body
    while size >= letter.smallest:
        for level, standing in product(_wrapped(rows, sheet[0], size), _wrapped(columns, sheet[1], size)):
            yield _grid(level, standing, sheet, size)
        size -= 0.5


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
