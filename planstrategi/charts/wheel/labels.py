"""The labels of a wheel: in which letters, and where each stands so that none lies on another."""

from collections.abc import Sequence
from typing import NamedTuple

from planstrategi.charts.house.style import Type
from planstrategi.charts.house.text import LEADING, widest, wrap

# in letter heights
_BETWEEN, BULLET = 0.55, 1.25


class Item(NamedTuple):
    """What comes round: its names, when in words, its rank, how far round the wheel it lies, and until where."""

    names: tuple[str, ...]
    when: str = ""
    rank: str = ""
    place: float | None = None
    until: float | None = None


class Label(NamedTuple):
    """An item as it is written: the lines of each name, then those of when, in letters of a size, from `top` down."""

    item: Item
    names: list[list[str]]
    when: list[str]
    size: float
    top: float = 0.0

    @property
    def step(self) -> float:
        """Return how far below its top the next label may begin."""
        return ((sum(map(len, self.names)) + len(self.when)) * LEADING + _BETWEEN) * self.size

    @property
    def indent(self) -> float:
        """Return where its letters begin: after the bullet, when it has one."""
        return BULLET * self.size if self.item.rank else 0.0

    @property
    def length(self) -> float:
        """Return how far out its first line goes."""
        return self.indent + widest(self.names[0][:1], self.size, bold=True)

    def middle(self, line: int) -> float:
        """Return the middle of one of its lines."""
        return self.top + (line + 0.5) * LEADING * self.size


def title(words: str) -> Item:
    """Return an item that is only a heading."""
    return Item((words,))


def largest(columns: Sequence[Sequence[Item]], wide: float, heights: Sequence[float], letter: Type) -> list[list[Label]]:
    """Return each column's labels in the largest letters in which all stay within the heights.

    Where not even the smallest do, a column's labels say only names, and at last how many there is no room for.
    """
    size = letter.body
    while size > letter.smallest:
        labels = [[_label(item, wide, size) for item in items] for items in columns]
        if all(needed(each) <= high for each, high in zip(labels, heights, strict=True)):
            return labels
        size -= 0.5
    return [_smallest(items, wide, high, letter.smallest) for items, high in zip(columns, heights, strict=True)]


def _smallest(items: Sequence[Item], wide: float, high: float, size: float) -> list[Label]:
    labels = [_label(item, wide, size) for item in items]
    if needed(labels) > high:
        labels = [_label(item._replace(when=""), wide, size) for item in items]
    for kept in reversed(range(len(items))):
        if needed(labels) <= high:
            break
        # a heading is nothing that comes round, and an item may have several names
        left_out = sum(len(item.names) for item in items[kept:] if item.rank)
        labels = [*labels[:kept], _label(title(f"og {left_out} til"), wide, size)]
    return labels


def _label(item: Item, wide: float, size: float) -> Label:
    empty = Label(item, [], [], size)
    room = wide - empty.indent
    names = [wrap(name, room, size, bold=True) for name in item.names]
    return empty._replace(names=names, when=wrap(item.when, room, size) if item.when else [])


def needed(labels: Sequence[Label]) -> float:
    """Return the height that labels need when they stand close."""
    return sum(label.step for label in labels)


def column(labels: Sequence[Label], wished: Sequence[float], high: float) -> list[Label]:
    """Return the labels from the top down: each first line as near `wished` as it gets, all within the height."""
    placed: list[Label] = []
    floor, below = 0.0, needed(labels)
    for label, wish in zip(labels, wished, strict=True):
        top = max(floor, min(wish - LEADING * label.size / 2, high - below))
        placed.append(label._replace(top=top))
        floor, below = top + label.step, below - label.step
    return placed
