"""The wheels themselves: rings of arrows that go clockwise from the top, on a sheet where one unit is one point."""

from collections.abc import Sequence
from math import ceil, cos, pi, sin
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from planstrategi.charts.house.style import BAND, DEEP, INK, OUTLINE, PAPER

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


def ring_of_arrows(ax: Axes, ring: Ring, texts: Sequence[str], size: float, *, is_strong: bool = False) -> None:
    """Draw one arrow per text, which fill the ring, and write the text in the middle of each."""
    for number, text in enumerate(texts):
        start, end = number / len(texts), (number + 1) / len(texts)
        fill, edge, ink = (DEEP, DEEP, PAPER) if is_strong else (BAND, OUTLINE, INK)
        body = Polygon(_arrow(ring, start, end), facecolor=fill, edgecolor=edge, linewidth=0.8, gid="arrow")
        ax.add_patch(body)
        middle = (start + end + ring.share(_HEAD)) / 2
        # along the ring, and never upside down
        turned = (90 - 360 * middle) % 180 - 90
        style: dict[str, Any] = {"rotation": turned, "ha": "center", "va": "center", "gid": "part"}
        ax.text(*ring.at(middle, ring.radius), text, size=size, color=ink, **style)


def _arrow(ring: Ring, start: float, end: float) -> list[tuple[float, float]]:
    head, gap = ring.share(_HEAD), ring.share(OPEN)
    return [
        *ring.arc(start, end - gap, ring.outer),
        ring.at(end - gap + head, ring.radius),
        *reversed(ring.arc(start, end - gap, ring.inner)),
        ring.at(start + head, ring.radius),
    ]


def arc_arrow(ax: Axes, ring: Ring, start: float, end: float, radius: float) -> None:
    """Draw a strong arrow along a circle."""
    points = ring.arc(start, end - ring.share(_HEAD), radius)
    xs, ys = zip(*points, strict=True)
    ax.plot(xs, ys, color=DEEP, linewidth=4, solid_capstyle="butt", gid="lasting")
    style = {"arrowstyle": "-|>,head_width=0.5,head_length=0.9", "color": DEEP, "linewidth": 0, "shrinkA": 0, "shrinkB": 0}
    tail = ring.at(end - ring.share(1.6 * _HEAD), radius)
    ax.annotate("", ring.at(end, radius), tail, arrowprops=style)
