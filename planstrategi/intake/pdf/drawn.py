"""What is drawn on a page, with its places from the top left: words, ruling lines and coloured areas."""

from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

# fewer lines of one width may be those around the headings of a table, and around all of it
_PART_ROWS = 5


class Word(NamedTuple):
    """A word as printed; `letter` is the width of its first letter, `upright` False when it is turned on its side.

    `begins` says that texts of many lines begin right where it does, as those of a column do; `home` is a place in its cell
    when that is not its middle, for a text may go on beyond; `down` says that what is turned is read from the top.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    letter: float
    font: str
    upright: bool
    begins: bool = False
    home: float = 0.0
    down: bool = False

    @property
    def height(self) -> float:
        """How high its line is."""
        return self.bottom - self.top


class PageGround(NamedTuple):
    """A coloured area."""

    x0: float
    top: float
    x1: float
    bottom: float
    farge: str


class PageParts(NamedTuple):
    """What is drawn on a page: its height, its words as they come, tables by ruling lines, horizontal lines, areas; its width.

    `under` is what lies under its text, as «UTKAST» across the page.
    """

    height: float
    words: list[Word]
    tables: list[Any]
    rules: list[tuple[float, float, float]]
    grounds: list[PageGround]
    width: float = 0.0
    under: str = ""

    @property
    def rows(self) -> list[tuple[float, float]]:
        """From where to where each row goes of tables that horizontal lines of one width part."""
        wide = Counter((round(x0), round(x1)) for _, x0, x1 in self.rules)
        often = [one for one, times in wide.items() if times >= _PART_ROWS]
        tops = [[y for y, x0, x1 in self.rules if (round(x0), round(x1)) == one] for one in often]
        return [pair for own in tops for pair in pairwise(sorted(own))]
