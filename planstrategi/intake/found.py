"""What was understood of a document: the plan tables and their rows, each with what is sure and what is doubted."""

import re
from typing import NamedTuple

# the fields that name who is responsible, in the order of cells.Responsible
WHO = ("ansvarlig", "roller", "medvirkende")
# a sign that is asked of by itself: a letter or two, «(X)» or «○»
_SIGN = re.compile(r"\(x\)|[^\dx]|[^\W\d]{2,3}")


class Doubt(NamedTuple):
    """Something that a person has to decide: the field of the register, the words it rests on, and a yes/no question."""

    felt: str
    ord: str
    spoersmaal: str


class Proposed(NamedTuple):
    """A fact that a rule proposes: the field of the register, its value as YAML would have it, and the words it rests on."""

    felt: str
    verdi: str
    ord: str


class FoundRow(NamedTuple):
    """A row of a plan table. `rad` counts the rows of the table as printed, from 1; `delrad` the plans of a row with several.

    `tabell` is the number of its table among those found, from 1. In `forslag` who is responsible is named, not by id.

    `merker` has the marks as printed by year, "" for a shaded cell; `merker_uten_aar` those whose column is lost.
    `annet` are the other cells, by what their column is, or by its heading. In `forslag` the fields `ansvarlig`, `roller`
    and `medvirkende` name parts of the organisation and roles as printed, one proposal for each.
    `er_plan` is False for what is no plan, and `hva` then says what it is, of vocabulary.ANDRE_RADER.
    """

    sted: str
    tabell: int
    rad: int
    delrad: int | None
    nummer: str
    navn: str
    merker: dict[int, str]
    merker_uten_aar: tuple[str, ...]
    ord: str
    ansvarlig: str
    vedtatt: str
    kommentar: str
    annet: tuple[tuple[str, str], ...]
    er_plan: bool
    hva: str
    forslag: tuple[Proposed, ...]
    tvil: tuple[Doubt, ...]


class FoundTable(NamedTuple):
    """A plan table: its heading, and what a mark means there by sign ("" for any), with the words that say it.

    `trykt` is the number of the printed table that it is a part of.
    """

    sted: str
    navn: str
    merket_betyr: dict[str, str]
    merket_ordlyd: str
    tvil: tuple[Doubt, ...]
    trykt: int = 0

    def doubts(self, row: FoundRow) -> bool:
        """Return whether what is asked of the table leaves a row of it open: what a sign means concerns those that have it."""
        asked = [one.ord.casefold() for one in self.tvil if one.felt == "merket_betyr"]
        signs = [sign.casefold() for sign in (*row.merker.values(), *row.merker_uten_aar)]
        # a cross, an amount and a shaded cell are asked of with one for all
        return len(asked) < len(self.tvil) or any(one in sign or not _SIGN.fullmatch(one) for one in asked for sign in signs)


class NotPlaced(NamedTuple):
    """Something in or beside a plan table that could not be placed in a row: nothing is dropped in silence."""

    sted: str
    tekst: str


class Found(NamedTuple):
    """All that was understood. `kommune` is empty and `periode` None when the document does not say.

    `vedtatt` is a moment as register.yaml writes it.
    """

    tittel: str
    kommune: str
    periode: tuple[int, int] | None
    vedtatt: str
    tabeller: tuple[FoundTable, ...]
    rader: tuple[FoundRow, ...]
    ikke_plassert: tuple[NotPlaced, ...]
    tvil: tuple[Doubt, ...]
