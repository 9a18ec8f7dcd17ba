"""Which assumption moves the answer most: a bar from what each one's low end gives to what its high end gives."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke

from planstrategi.charts.bars.stacked import thickest
from planstrategi.charts.house.layout import extent, lying, patch_style, row_size, unless_empty, write_beside
from planstrategi.charts.house.style import EFFORT_LOOKS, INK, PAPER, type_for
from planstrategi.charts.house.text import widest
from planstrategi.model.numbers import in_digits

# between a bar and its numbers, in points
_AWAY = 6.0
# what is over the first row, in letter heights
_HEAD = 1.7


@unless_empty
def draw_tornado(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a lying bar per kind of work (`innsats`, `antall_planer`), in the frame's order, from `lav` to `hoy`.

    A line goes down through what is expected (`ventet`), which is the same in all rows. The look of a bar says what
    its range rests on (`grunnlag`).
    """
    labels = [_label(name, plans) for name, plans in zip(frame["innsats"], frame["antall_planer"], strict=True)]
    looks = {ground: look for ground, look in EFFORT_LOOKS.items() if ground in set(frame["grunnlag"])}
    head = _HEAD * type_for(ax).body
    lying(ax, looks, labels, baseline="none", head=head)
    _limits(ax, list(frame["lav"]), list(frame["hoy"]), head)
    thick = thickest("lying", (extent(ax)[1] - head) / len(labels))
    rows = zip(frame["lav"], frame["hoy"], frame["grunnlag"], strict=True)
    for place, (low, high, ground) in enumerate(rows):
        ax.add_patch(Rectangle((low, place - thick / 2), high - low, thick, gid=ground, **patch_style(looks[ground])))
        for value, away, side in ((low, -_AWAY, "right"), (high, _AWAY, "left")):
            style = {"size": row_size(ax), "ha": side, "va": "center_baseline", "gid": "number"}
            write_beside(ax, (value, place), in_digits(value, 1, 1), (away, 0), **style)
    _expected(ax, float(frame["ventet"].iloc[0]), len(labels))


def _label(name: str, plans: int) -> str:
    return f"{name} ({plans}\u00a0{'plan' if plans == 1 else 'planer'})"


def _limits(ax: Axes, lows: Sequence[float], highs: Sequence[float], head: float) -> None:
    """Leave room for the numbers before the lowest end and after the highest, and `head` points over the first row."""
    (wide, high), size, rows = extent(ax), row_size(ax), len(lows)
    before, after = (widest([in_digits(end, 1, 1) for end in ends], size) + _AWAY + 2 for ends in (lows, highs))
    first, last = min(lows), max(highs)
    unit = max(last - first, 0.1) / (wide - before - after)
    ax.set(xlim=(first - before * unit, last + after * unit), ylim=(rows - 0.5, -0.5 - rows * head / (high - head)))


def _expected(ax: Axes, value: float, rows: int) -> None:
    """Draw the line down through what is expected, and write the number over it."""
    rim: dict[str, Any] = {"path_effects": [withStroke(linewidth=4, foreground=PAPER)]}
    ax.vlines(value, -0.5, rows - 0.5, color=INK, linewidth=1.8, gid="expected", zorder=2, **rim)
    style: dict[str, Any] = {"size": row_size(ax), "weight": "bold", "ha": "center", "gid": "expected"}
    write_beside(ax, (value, -0.5), f"midten {in_digits(value, 1, 1)}", (0, 3), **style)
