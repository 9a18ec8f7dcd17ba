"""A table of counts, darker for more: roles by year, or the municipality's own areas by national chapter."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Rectangle

from planstrategi.charts.house import layout
from planstrategi.charts.house.style import DEEP, INK, OUTLINE, PAPER, ink_on, type_for
from planstrategi.charts.house.text import LEADING, widest, width
from planstrategi.model.vocabulary import IKKE_OPPGITT

_APART = 0.6


@layout.unless_empty
def draw_count_grid(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw a table of `rad` by `kolonne`: `antall_planer` in each cell, darker for more, «–» where it is not `vurdert`.

    Rows of one name are one. That for what is not stated stands apart at the bottom, unshaded: of roles, it is nobody's
    load.
    """
    table = frame.pivot_table(index="rad", columns="kolonne", values="antall_planer", aggfunc="sum").fillna(0).astype(int)
    rows = sorted(dict.fromkeys(frame["rad"]), key=_unstated)
    table = table.reindex(index=rows, columns=list(dict.fromkeys(frame["kolonne"])))
    places = [number + _APART * (number > 0) * _unstated(row) for number, row in enumerate(rows)]
    _surround(ax, table, places)
    unjudged = set() if "vurdert" not in frame else set(frame.loc[~frame["vurdert"], ["rad", "kolonne"]].itertuples(index=False))
    shades = LinearSegmentedColormap.from_list("shades", [PAPER, DEEP])
    most = max([1, *frame.loc[~frame["rad"].map(_unstated), "antall_planer"]])
    for place, row in zip(places, rows, strict=True):
        for column, (name, number) in enumerate(table.loc[row].items()):
            words = "–" if (row, name) in unjudged else str(number)
            _cell(ax, column, place, words, to_hex(shades(0 if _unstated(row) else number / most)))


def _unstated(row: str) -> bool:
    return row.casefold() == IKKE_OPPGITT


def _surround(ax: Axes, table: pd.DataFrame, places: list[float]) -> None:
    layout.bare(ax, baseline="none")
    ax.xaxis.tick_top()
    rows, columns = list(table.index), [str(column) for column in table.columns]
    longest = max(width(word, 1) for column in columns for word in column.split())
    # the rows leave each column room for its longest word
    letter, wide = type_for(ax), layout.extent(ax)[0]
    share = min(layout.WIDEST_LABEL, 1 - (layout.PAD + len(columns) * longest * letter.smallest / layout.LABEL_FILL) / wide)
    size, labels = layout.column_labels(ax, columns, longest, min(share * wide, widest(rows, letter.body)))
    lines = max(label.count("\n") + 1 for label in labels)
    layout.row_labels(ax, places, rows, (), head=lines * LEADING * size + layout.PAD, share=share)
    ax.set_xticks(range(len(labels)), labels, size=size, color=INK)
    ax.set(xlim=(-0.5, len(table.columns) - 0.5), ylim=(places[-1] + 0.5, -0.5))
    layout.settle(ax)


def _cell(ax: Axes, column: int, place: float, words: str, fill: str) -> None:
    ax.add_patch(Rectangle((column - 0.5, place - 0.5), 1, 1, facecolor=fill, edgecolor=OUTLINE, linewidth=0.6, clip_on=False))
    ax.text(column, place, words, size=layout.row_size(ax), color=ink_on(fill), ha="center", va="center_baseline", gid="number")
