"""The register and its options side by side: how many plans each has in every year, and what that changes."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planstrategi.charts.bars.stacked import with_room
from planstrategi.charts.house.layout import extent, legend, patch_style, settle, standing_on, unless_empty, write_beside
from planstrategi.charts.house.style import OPTION_LOOKS, Looks, distinct, type_for
from planstrategi.charts.house.text import LEADING, SLACK, widest
from planstrategi.model.numbers import in_digits

# the share of a column that its bars take, and how wide one of them may be, in points
GROUP, WIDEST = 0.86, 64.0
_ABOVE = 3.0
# the share of a bar's width that a number over it may take
_FILL = 0.92


@unless_empty
def draw_side_by_side(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a group of standing bars per year (`aar`), a bar per `rad`, of which the first is what is compared with.

    `antall_planer` is written over each bar, and over that `antall_endring` where there is a change. `attrs["under"]` has
    what is said of a `rad` behind its name in the legend.
    """
    rows, years = distinct(frame["rad"]), sorted(set(frame["aar"]))
    looks = {row: OPTION_LOOKS[number % len(OPTION_LOOKS)] for number, row in enumerate(rows)}
    standing_on(ax, years)
    ax.set_xlim(-0.5, len(years) - 0.5)
    said = frame.attrs.get("under", {})
    legend(ax, {f"{row} – {said[row]}" if row in said else row: look for row, look in looks.items()}, {})
    settle(ax)
    # one with a decimal beside one without looks like another kind of number
    least = int((frame["antall_planer"] % 1).any())
    numbers = [in_digits(number, least=least) for number in frame["antall_planer"]]
    changes = [f"{'+' * (change > 0)}{in_digits(change, least=least)}" if change else "" for change in frame["antall_endring"]]
    places = map(years.index, frame["aar"])
    draw_groups(ax, looks, list(zip(frame["rad"].map(str), places, frame["antall_planer"], numbers, changes, strict=True)))


def draw_groups(ax: Axes, looks: Looks, bars: Sequence[tuple[str, int, float, str, str]]) -> None:
    """Draw standing bars in groups, one group per place on a settled axes.

    Of each: whose look it has, its group, how high it is, its number, and what stands over that.
    """
    rows, letter, (wide, high) = list(looks), type_for(ax), extent(ax)
    column = wide / len(ax.get_xticks())
    thick = min(GROUP / len(rows), WIDEST / column)
    numbers, changes = [bar[3] for bar in bars], [bar[4] for bar in bars]
    room = _FILL * thick * column
    size = max(letter.smallest, min(letter.body, room / max(widest([*numbers, *changes], 1, bold=True), 0.1)))
    (number_turn, number_high), (change_turn, change_high) = (_turned(texts, size, room) for texts in (numbers, changes))
    ax.set_ylim(0, with_room(high, max(1, *(bar[2] for bar in bars)), number_high + change_high + 3 * _ABOVE))
    for row, place, value, number, change in bars:
        left = place + thick * (rows.index(row) - len(rows) / 2)
        ax.add_patch(Rectangle((left, 0), thick, value, gid=row, **patch_style(looks[row])))
        at = left + thick / 2, value
        _write(ax, at, _ABOVE, number, size, rotation=number_turn, gid="number")
        _write(ax, at, _ABOVE + number_high, change, size, rotation=change_turn, gid="change", weight="bold")


def _turned(texts: Sequence[str], size: float, wide: float) -> tuple[float, float]:
    """Return by how many degrees texts are turned, which they are when too wide for their room, and how high they stand."""
    longest = widest(texts, size, bold=True)
    return (90, longest + _ABOVE) if longest > wide + SLACK else (0, LEADING * size * any(texts))


def _write(ax: Axes, at: tuple[float, float], above: float, text: str, size: float, **style: Any) -> None:
    write_beside(ax, at, text, (0, above), size=size, ha="center", va="bottom", **style)
