"""Cards: what is told of one plan, a row or a line for each thing, below its name → rows of one table."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from planstrategi.intake.cells import is_plan_name, plain_cell
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, column_of
from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.words import share_that

_PAIR = re.compile(r"\W*([A-ZÆØÅ][^:.]{2,40}):\s*(.*)", re.DOTALL)
# what a name over both columns may seem to be, and what stands for one that is lost
_OVER, _UNNAMED = ("", AAR, MAYBE_NAME), "Plan uten navn"
# how many make cards, and how many things they tell of; and how many of these are known
_FEWEST, _SHARE = 2, 0.6


class _Card(NamedTuple):
    """What is told of a plan, by its titles, and where."""

    sted: str
    sagt: dict[str, PrintedCell]


def with_cards(document: Document) -> Document:
    """Return a document with its cards as one table, where the first of them stands."""
    cards, heading, parts = dict[PrintedTable, list[_Card]](), "", [*_with_pairs(document)]
    for part in parts:
        if isinstance(part, Paragraph):
            heading = part.tekst if part.overskrift else heading
        elif of_table := _cards(part, heading):
            cards[part] = of_table
    told = [card for of_table in cards.values() for card in of_table]
    if len(told) < _FEWEST:
        return document
    titles = list(dict.fromkeys(title for card in told for title in card.sagt))
    rows = (PrintedRow(card.sted, tuple(card.sagt.get(title, PrintedCell("")) for title in titles)) for card in told)
    first, *others = cards
    whole = PrintedTable(first.sted, (PrintedRow(first.sted, tuple(map(PrintedCell, titles))), *rows))
    return document._replace(deler=tuple(whole if part is first else part for part in parts if part not in others))


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
        if len(rows) >= _FEWEST and share_that([row.texts[0] for row in rows], is_told) >= _SHARE:
            yield PrintedTable(rows[0].sted, tuple(rows))
        else:
            yield from of_run


def _cards(table: PrintedTable, heading: str) -> list[_Card]:
    """The cards of a table of two columns, below the name of a plan each, or that of the heading above; none of another table."""
    made, name, begun = list[_Card](), PrintedCell(heading), True
    for row in table.rader if len(table.rader[0].celler) == 2 else ():
        title, cell = plain_cell(row.texts[0]), row.celler[1]
        rolle = column_of(title).rolle
        if rolle == NAVN or (row.filled == [0] and rolle in _OVER):
            name, begun = cell if rolle == NAVN else row.celler[0], True
        else:
            if begun or title in made[-1].sagt:
                made.append(_Card(row.sted, {"Plan": name if begun else PrintedCell(_UNNAMED)}))
            made[-1].sagt[title] = cell
            begun = False
    told = [title for card in made for title in [*card.sagt][1:]]
    whole = [card for card in made if is_plan_name(card.sagt["Plan"].tekst) and len(card.sagt) > _FEWEST]
    return made if share_that(told, is_told) >= _SHARE and len(whole) >= _SHARE * len(made) else []
