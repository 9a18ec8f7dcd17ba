"""The marks of a status: its symbol, its short word, and the legend that names those in use."""

from collections.abc import Iterable
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.house.layout import write
from planstrategi.charts.house.style import INK, OUTLINE, STATUS_LOOKS, ink_on, type_for
from planstrategi.charts.house.text import SLACK, width
from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT


class StatusMark(NamedTuple):
    """A status's symbol, and a word for it that a narrow cell has room for."""

    symbol: str
    word: str


STATUS_MARKS = {
    "dekket": StatusMark("✓", "dekket"),
    "delvis": StatusMark("◐", "delvis"),
    "planlagt": StatusMark("▷", "planlagt"),
    "under arbeid": StatusMark("↻", "arbeid"),
    "bevisst utelatt": StatusMark("⊘", "utelatt"),
    "vilkår ikke avklart": StatusMark("…", "vilkår?"),
    IKKE_VURDERT: StatusMark("–", "ikke vurd."),
    GYLDIGHET_UKJENT: StatusMark("?", "ukjent"),
    "frist i året": StatusMark("!", "frist"),
    "utløpt": StatusMark("⊖", "utløpt"),
    "udekket": StatusMark("✗", "udekket"),
    IKKE_AKTUELT: StatusMark("∅", "uaktuelt"),
    GJELDER_IKKE: StatusMark("·", "gj. ikke"),
}
# in letter heights
CHIP, BESIDE_CHIP, _BETWEEN, _LINE = 1.5, 0.4, 1.3, 1.75
# how much smaller than other text a legend may be to stand on one line
SMALL = 0.72


def in_use(statuses: Iterable[str]) -> list[str]:
    """Return the distinct statuses from best to worst."""
    found = set(statuses)
    return [status for status in STATUS_LOOKS if status in found]


def status_legend(ax: Axes, statuses: list[str], wide: float) -> float:
    """Name the statuses along the top of a sheet, on as many lines as they need; return the height they take."""
    size = _size(ax, statuses, wide)
    x, line = 0.0, 0
    for status in statuses:
        step = _length(status) * size
        if x and x + step > wide + _BETWEEN * size + SLACK:
            x, line = 0.0, line + 1
        _entry(ax, x, (line + 0.5) * _LINE * size, status, size)
        x += step
    return (line + 1) * _LINE * size


def _size(ax: Axes, statuses: list[str], wide: float) -> float:
    """Return the size that lets the legend stand on one line, but no smaller than reads well."""
    body = type_for(ax).body
    one_line = wide / (sum(map(_length, statuses)) - _BETWEEN)
    return min(body, one_line) if one_line >= SMALL * body else body


def _length(status: str) -> float:
    return CHIP + BESIDE_CHIP + width(status, 1) + _BETWEEN


def _entry(ax: Axes, x: float, middle: float, status: str, size: float) -> None:
    side, fill = CHIP * size, STATUS_LOOKS[status].fill
    box = Rectangle((x, middle - side / 2), side, side, facecolor=fill, edgecolor=OUTLINE, linewidth=0.8, gid="chip")
    box.set_clip_on(False)
    ax.add_patch(box)
    symbol = STATUS_MARKS[status].symbol
    write(ax, x + side / 2, middle, symbol, size=size, color=ink_on(fill), ha="center", weight="bold", gid="symbol")
    write(ax, x + side + BESIDE_CHIP * size, middle, status, size=size, color=INK, gid="legend")
