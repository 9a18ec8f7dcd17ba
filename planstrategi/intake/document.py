"""A document as it was written: paragraphs and tables in order, each with its place. What reads a format makes one."""

import re
from typing import NamedTuple

from planstrategi.intake.cells import plain_cell

# the place of what stands above or below the text of all pages
RUNNING_HEAD = "topp- og bunntekst"
# what pictures in cells are read as, the same for those that are alike
PICTURES = "▣▤▥▦▧▨▩"


class PrintedCell(NamedTuple):
    """A cell: its text, a line for each line that is printed, and the colour of its ground, empty for white.

    `flettet` says that it goes on from a merged cell, to the left («venstre»; «kanskje» where the text of that one stands
    between the two) or above («over»); `fet` that it is bold,
    `tittel` what is bold in its beginning, where the rest is not, and `forklart` what a legend says of the colour.
    """

    tekst: str
    farge: str = ""
    flettet: str = ""
    fet: bool = False
    tittel: str = ""
    forklart: str = ""


class PrintedRow(NamedTuple):
    """A row of a table, a cell for each column of the grid; what is merged stands in the first of its cells."""

    sted: str
    celler: tuple[PrintedCell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.tekst for cell in self.celler)

    @property
    def filled(self) -> list[int]:
        """Which of the cells have a text."""
        return [at for at, text in enumerate(self.texts) if text.strip()]

    @property
    def alike(self) -> tuple[str, ...]:
        """The letters of the cells, the same for headings that are repeated."""
        return tuple(re.sub(r"\W", "", text.lower()) for text in self.texts)

    @property
    def said(self) -> str:
        """What the cells say, one after the other."""
        return " | ".join(plain_cell(text) for text in self.texts if text.strip())


class Paragraph(NamedTuple):
    """A paragraph of running text, whether it is a heading, and the colour of the small area that it stands beside."""

    sted: str
    tekst: str
    overskrift: bool = False
    farge: str = ""


class PrintedTable(NamedTuple):
    """A table as it is printed, with its heading rows; one over several pages is one table.

    `avgrenset` says that it is known where it ends: the last rows of one held by blanks alone may be what follows it.
    """

    sted: str
    rader: tuple[PrintedRow, ...]
    avgrenset: bool = True

    def even(self) -> "PrintedTable":
        """Return the table with as many cells in all of its rows: those that are empty at the end of one may be left out.

        What has only signs of no width, as pasted from a web page, or tags, is empty.
        """
        wide = max((len(row.celler) for row in self.rader), default=0)
        seen = ([cell if plain_cell(cell.tekst) else cell._replace(tekst="") for cell in row.celler] for row in self.rader)
        rows = (tuple(cells + [PrintedCell("")] * (wide - len(cells))) for cells in seen)
        return self._replace(rader=tuple(row._replace(celler=cells) for row, cells in zip(self.rader, rows, strict=True)))


class Document(NamedTuple):
    """A document: its file's name, what stands in it from the beginning, and what is hidden in it."""

    fil: str
    deler: tuple[Paragraph | PrintedTable, ...]
    skjult: tuple[str, ...] = ()
