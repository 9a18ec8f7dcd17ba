"""The plan system as two wheels: what comes round once in four years, and inside it what comes each year."""

from collections.abc import Sequence
from math import ceil, cos, pi, sin
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from planstrategi.charts.house.layout import as_sheet, mark, unless_empty, write
from planstrategi.charts.house.style import BAND, DEEP, INK, MUTED, OUTLINE, PAPER, type_for
from planstrategi.charts.house.text import LEADING
from planstrategi.charts.wheel.labels import Item, Label, column, largest, needed, title
from planstrategi.model.vocabulary import ETT_AAR, FIRE_AAR, MERKEDAG, PLIKT, RYGGRAD

# each rank in the legend's words
RANKS = {RYGGRAD: "ryggraden i plansystemet", PLIKT: "andre plikter", MERKEDAG: "valg og nytt kommunestyre"}
# shape, width in letter heights, fill, outline
MARKERS = {RYGGRAD: ("s", 0.9, DEEP, PAPER), PLIKT: ("o", 0.75, PAPER, DEEP), MERKEDAG: ("D", 0.6, MUTED, PAPER)}
_OUTER, UNDATED, INNER = "Fireårshjulet", "Fireårshjulet, uten fast dag", "Årshjulet"
_QUARTERS = ("1. kv.", "2. kv.", "3. kv.", "4. kv.")
# the outer wheel's radius as a share of the page's width; the rest as shares of that radius
LARGEST, OUTER_BAND, ARC, _INSIDE, INNER_BAND = 0.235, 0.24, 0.715, 0.67, 0.135
# the list in the middle, as shares of the radius that is open there
LIST_WIDE, LIST_HIGH = 1.58, 1.34
# where on the outer wheel's band a rank is marked: 0 is its inner edge, 1 its outer
ACROSS = {RYGGRAD: 0.68, PLIKT: 0.28, MERKEDAG: 1.0}
YEAR_ROOM = 3.5
# how far along the wheel from where it begins what lasts is pointed at
ALONG = 0.09
# in points
LEADER, _EDGE = 16.0, 5.0
# how much of the way round is open between two arrows, and how much is the head of one, in points along the ring
OPEN, _HEAD = 3.0, 13.0
SMOOTH = 240


class Ring(NamedTuple):
    """A ring: its middle, and its radius outside and inside."""

    x: float
    y: float
    outer: float
    inner: float

    @property
    def radius(self) -> float:
        """Return the radius of the line that runs in the middle of the band."""
        return (self.outer + self.inner) / 2

    def at(self, share: float, radius: float) -> tuple[float, float]:
        """Return the point a share of the way round, clockwise from the top."""
        return self.x + radius * sin(2 * pi * share), self.y - radius * cos(2 * pi * share)

    def arc(self, start: float, end: float, radius: float) -> list[tuple[float, float]]:
        """Return points along the ring."""
        steps = max(2, ceil(abs(end - start) * SMOOTH))
        return [self.at(start + (end - start) * step / steps, radius) for step in range(steps + 1)]

    def share(self, points: float) -> float:
        """Return a length along the ring as a share of the way round."""
        return points / (2 * pi * self.radius)


@unless_empty
def draw_plan_wheel(frame: pd.DataFrame, ax: Axes) -> None:
    """Draw what stands in `ring` `fire år` round the outer wheel, and what stands in `ett år` within the inner.

    `krav` is the name, `posisjon` how far round it lies, `tekst` when, `rang` how it is drawn: `ryggrad` strongest.
    What lasts from `posisjon` to `til` has an arrow along the wheel. `frame.attrs["aar"]` are the outer wheel's years.
    """
    wide, high = as_sheet(ax)
    letter, radius = type_for(ax), min(high / 2 - 4, LARGEST * wide)
    outer = Ring(wide / 2, high / 2, radius, radius * (1 - OUTER_BAND))
    inner = Ring(wide / 2, high / 2, radius * _INSIDE, radius * (_INSIDE - INNER_BAND))
    rings = {str(ring): _items(rows) for ring, rows in frame.groupby("ring", sort=False)}
    if FIRE_AAR in rings:
        years = [f"{number}. år\n{year}" for number, year in enumerate(frame.attrs["aar"], start=1)]
        # as large as two lines along the band have room for
        _ring_of_arrows(ax, outer, years, max(letter.smallest, min(letter.body, (outer.outer - outer.inner) / YEAR_ROOM)))
        _outside(ax, outer, rings[FIRE_AAR], (wide, high))
    if ETT_AAR in rings:
        _ring_of_arrows(ax, inner, _QUARTERS, letter.smallest, is_strong=any(item.rank == RYGGRAD for item in rings[ETT_AAR]))
        _inside(ax, inner, rings[ETT_AAR])


def _items(rows: pd.DataFrame) -> list[Item]:
    """Return one item for all that stands at one place for one reason."""
    together: dict[Item, list[str]] = {}
    for name, when, rank, *shares in rows[["krav", "tekst", "rang", "posisjon", "til"]].itertuples(index=False):
        place, until = (None if pd.isna(share) else float(share) for share in shares)
        together.setdefault(Item((), when, rank, place, until), []).append(name)
    return [item._replace(names=tuple(names)) for item, names in together.items()]


def _pointed_at(item: Item) -> float:
    return ((item.place or 0) + (ALONG if item.until else 0)) % 1


def _spot(ring: Ring, item: Item) -> tuple[float, float]:
    """Return the point of the wheel that an item's label points at."""
    across = ring.inner + ACROSS[item.rank] * (ring.outer - ring.inner)
    return ring.at(_pointed_at(item), ARC * ring.outer if item.until else across)


def _outside(ax: Axes, ring: Ring, items: Sequence[Item], sheet: tuple[float, float]) -> None:
    for item in items:
        if item.place is not None and item.until is not None:
            _arc_arrow(ax, ring, item.place, item.until, ARC * ring.outer)
        if item.place is not None:
            _marker(ax, *_spot(ring, item), item.rank, type_for(ax).body)
    wide = ring.x - ring.outer - LEADER - _EDGE
    heights = sheet[1] - _legend(ax, items, sheet[1]), sheet[1]
    columns = largest(_sides(ring, items), wide, heights, type_for(ax))
    for labels, high, x in zip(columns, heights, (0.0, sheet[0] - wide), strict=True):
        for label in column(labels, _wished(ring, labels, high), high):
            _write(ax, label, x)
            if label.item.place is not None:
                _leader(ax, ring, label, x)


def _sides(ring: Ring, items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Return what is written to the left, and to the right, each in the order of the wheel from the top."""
    dated = [item for item in items if item.place is not None]
    # what lies higher comes first; of what lies level, the outermost, so that no leader crosses another
    dated.sort(key=lambda item: (round(_spot(ring, item)[1]), -ACROSS[item.rank]))
    undated = [item for item in items if item.place is None]
    left = [item for item in dated if _pointed_at(item) >= 0.5]
    right = [item for item in dated if _pointed_at(item) < 0.5]
    return [*left, *([title(UNDATED), *undated] if undated else [])], [title(_OUTER), *right]


def _wished(ring: Ring, labels: Sequence[Label], high: float) -> list[float]:
    """Return the height of each label's place on the wheel; a title stands over what follows, the undated lowest."""
    wished = [high if label.item.place is None else _spot(ring, label.item)[1] for label in labels]
    for number, label in enumerate(labels[:-1]):
        if label.item == title(_OUTER):
            wished[number] = wished[number + 1] - label.step
    return wished


def _legend(ax: Axes, items: Sequence[Item], bottom: float) -> float:
    """Name the markers in the lower left corner; return the height they take."""
    size = type_for(ax).smallest
    ranks = [rank for rank in RANKS if any(item.rank == rank for item in items)]
    for number, rank in enumerate(reversed(ranks), start=1):
        _write(ax, Label(Item((), rank=rank), [[]], [RANKS[rank]], size, bottom - number * LEADING * size), 0.0)
    return (len(ranks) + 1) * LEADING * size


def _marker(ax: Axes, x: float, y: float, rank: str, size: float) -> None:
    shape, wide, fill, edge = MARKERS[rank]
    mark(ax, x, y, wide * size, shape, fill, edge, linewidth=1.3, zorder=4, gid=rank)


def _write(ax: Axes, label: Label, x: float) -> None:
    style: dict[str, Any] = {"size": label.size, "gid": "label"}
    weight, line = "bold" if label.item.rank in (RYGGRAD, "") else "normal", 0
    for name in label.names:
        if label.item.rank:
            _marker(ax, x + 0.45 * label.size, label.middle(line), label.item.rank, label.size)
        for words in name:
            write(ax, x + label.indent, label.middle(line), words, color=INK, weight=weight, **style)
            line += 1
    for number, words in enumerate(label.when, start=line):
        write(ax, x + label.indent, label.middle(number), words, color=MUTED, **style)


def _leader(ax: Axes, ring: Ring, label: Label, x: float) -> None:
    """Draw a line from a label to its place on the wheel: level at first, then slanting."""
    spot, y = _spot(ring, label.item), label.middle(0)
    edge, bend = (x - _EDGE, x - LEADER) if x else (label.length + _EDGE, ring.x - ring.outer - LEADER)
    ax.plot([edge, bend, spot[0]], [y, y, spot[1]], color=MUTED, linewidth=0.8, zorder=3, gid="leader")


def _inside(ax: Axes, ring: Ring, items: Sequence[Item]) -> None:
    """Mark the dated on the wheel, and list all in the middle."""
    for item in items:
        if item.place is not None:
            _marker(ax, *ring.at(item.place, ring.radius), item.rank, type_for(ax).body)
    wide, high = LIST_WIDE * ring.inner, LIST_HIGH * ring.inner
    (labels,) = largest([[title(INNER), *items]], wide, [high], type_for(ax))
    top = ring.y - needed(labels) / 2
    for label in column(labels, [0.0] * len(labels), high):
        left = ring.x - (label.length if label.item == title(INNER) else wide) / 2
        _write(ax, label._replace(top=top + label.top), left)


def _ring_of_arrows(ax: Axes, ring: Ring, texts: Sequence[str], size: float, *, is_strong: bool = False) -> None:
    """Draw one arrow per text, which fill the ring, and write the text in the middle of each."""
    for number, text in enumerate(texts):
        start, end = number / len(texts), (number + 1) / len(texts)
        fill, edge, ink = (DEEP, DEEP, PAPER) if is_strong else (BAND, OUTLINE, INK)
        ax.add_patch(Polygon(_arrow(ring, start, end), facecolor=fill, edgecolor=edge, linewidth=0.8, gid="arrow"))
        middle = (start + end + ring.share(_HEAD)) / 2
        # along the ring, and never upside down
        turned = (90 - 360 * middle) % 180 - 90
        ax.text(*ring.at(middle, ring.radius), text, size=size, color=ink, rotation=turned, ha="center", va="center", gid="part")


def _arrow(ring: Ring, start: float, end: float) -> list[tuple[float, float]]:
    head, gap = ring.share(_HEAD), ring.share(OPEN)
    return [
        *ring.arc(start, end - gap, ring.outer),
        ring.at(end - gap + head, ring.radius),
        *reversed(ring.arc(start, end - gap, ring.inner)),
        ring.at(start + head, ring.radius),
    ]


def _arc_arrow(ax: Axes, ring: Ring, start: float, end: float, radius: float) -> None:
    """Draw a strong arrow along a circle."""
    xs, ys = zip(*ring.arc(start, end - ring.share(_HEAD), radius), strict=True)
    ax.plot(xs, ys, color=DEEP, linewidth=4, solid_capstyle="butt", gid="lasting")
    style = {"arrowstyle": "-|>,head_width=0.5,head_length=0.9", "color": DEEP, "linewidth": 0, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", ring.at(end, radius), ring.at(end - ring.share(1.6 * _HEAD), radius), arrowprops=style)
