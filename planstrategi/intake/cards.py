"""Cards: what is told of one plan, a row or a line for each thing, below its name → rows of one table."""

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple

from planstrategi.intake.cells import is_plan_name, plain_cell
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, column_of
from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.words import share_that

_PAIR = re.compile(r"\W*([A-ZÆØÅ][^:.]{2,40}):\s*(.*)", re.DOTALL)
# what a name over both columns may seem to be, and what stands for one that is lost
_OVER, UNNAMED = ("", AAR, MAYBE_NAME), "Plan uten navn"
# how many cards are no chance, and how many things one tells of; and the share of them, and of the cards, that is known
_FEWEST, _FEWEST_TOLD, _SHARE = 2, 2, 0.6
# the columns of one pair on a row, and of two
_WIDE = (2, 4)


class _Card(NamedTuple):
    """What is told of a plan, by its titles, and where."""

    sted: str
    sagt: dict[str, PrintedCell]


def with_cards(document: Document) -> Document:
    """Return a document with its cards as tables, one below each heading that is no name of a plan."""
    made, heading = list[Paragraph | PrintedTable | list[_Card]](), Paragraph("", "")
    for part in _with_pairs(document):
        cards = [] if isinstance(part, Paragraph) else _cards(part, heading.tekst)
        if not cards:
            made.append(part)
            heading = part if isinstance(part, Paragraph) and part.overskrift else heading
            continue
        if heading.tekst and cards[0].sagt["Plan"].tekst == heading.tekst:
            made.remove(heading)
        above = next((one for one in reversed(made) if not isinstance(one, Paragraph) or one.overskrift), None)
        # what one card does not tell, the columns of the others say
        if isinstance(above, list):
            above += cards
        else:
            made.append(cards)
    if sum(len(one) for one in made if isinstance(one, list)) < _FEWEST:
        return document
    return document._replace(deler=tuple(_table(one) if isinstance(one, list) else one for one in made))


def _table(cards: list[_Card]) -> PrintedTable:
    titles = list(dict.fromkeys(title for card in cards for title in card.sagt))
    rows = (PrintedRow(card.sted, tuple(card.sagt.get(title, PrintedCell("")) for title in titles)) for card in cards)
    return PrintedTable(cards[0].sted, (PrintedRow(cards[0].sted, tuple(map(PrintedCell, titles))), *rows))


def is_told(title: str) -> bool:
    """Return whether a heading is of something that is told of plans."""
    return column_of(title).rolle not in ("", NAVN, MAYBE_NAME)


def _with_pairs(document: Document) -> Iterator[Paragraph | PrintedTable]:
    """The parts of a document, lines that tell of one thing each, «Ansvarlig: Rådmannen», as a table."""
    pairs = groupby(document.deler, key=lambda part: isinstance(part, Paragraph) and bool(_PAIR.fullmatch(part.tekst)))
    for paired, run in pairs:
        of_run = list(run)
        found = [(part.sted, _PAIR.fullmatch(part.tekst)) for part in of_run if paired and isinstance(part, Paragraph)]
        rows = [PrintedRow(sted, (PrintedCell(pair[1]), PrintedCell(pair[2]))) for sted, pair in found if pair]
        if len(rows) >= _FEWEST_TOLD and share_that([row.texts[0] for row in rows], is_told) >= _SHARE:
            yield PrintedTable(rows[0].sted, tuple(rows))
        else:
            yield from of_run


def _pairs(table: PrintedTable) -> Iterator[tuple[str, PrintedCell, PrintedCell]]:
    """Yield a title and what is told below it, with their place: one on each row, or two beside each other."""
    for row in table.rader if len(table.rader[0].celler) in _WIDE else ():
        cells = [cell for cell in row.celler if cell.flettet != "venstre"]
        yield from ((row.sted, first, cell) for first, cell in zip_longest(cells[::2], cells[1::2], fillvalue=PrintedCell("")))


def _cards(table: PrintedTable, heading: str) -> list[_Card]:
    """The cards of a table of pairs, below the name of a plan each, or that of the heading above; none of another table."""
    made = list[_Card]()
    name: PrintedCell | None = PrintedCell(heading)
    for at, (sted, first, cell) in enumerate(_pairs(table)):
        title = plain_cell(first.tekst)
        rolle = column_of(title).rolle
        # «Planarbeid» may be told of a plan as well
        named = rolle == NAVN and (not at or is_plan_name(plain_cell(cell.tekst)))
        if named or (not cell.tekst.strip() and rolle in _OVER):
            name = cell if named else first
            continue
        # what is told again is of another plan, whose name may be lost
        if name or title in made[-1].sagt:
            made.append(_Card(sted, {"Plan": name or PrintedCell(UNNAMED)}))
        made[-1].sagt[title], name = cell, None
    told = [title for card in made for title in [*card.sagt][1:]]
    whole = [card for card in made if is_plan_name(card.sagt["Plan"].tekst) and len(card.sagt) > _FEWEST_TOLD]
    return made if share_that(told, is_told) >= _SHARE and len(whole) >= _SHARE * len(made) else []
