"""A register → a workbook: what it holds and what each column means, and a sheet of every table that has something to show."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import pandas as pd
from xlsxwriter import Workbook

from planstrategi.model.profile import DEEP
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import words_beside
from planstrategi.outputs.workbook.cells import Typed, typed_column
from planstrategi.outputs.workbook.sheets import CONTENTS, SheetOfTable, add_sheet
from planstrategi.presentation.findings import said_of
from planstrategi.presentation.kinds import KIND_LABELS
from planstrategi.presentation.nothing import has_nothing
from planstrategi.presentation.source_line import as_of
from planstrategi.presentation.tables import TABLES, TableSpec, declared_columns, table

MEANINGS = "Kolonner"
# the column after the id that says what a row is about
ABOUT = ("navn", "krav", "dokument", "kortnavn")
ABOVE_CONTENTS = (
    "Hver tabell står på et ark for seg. Arkets navn er det samme som i «planstrategi tabell», og fører hit tilbake.",
    "Fakta, vurderinger og antakelser er holdt fra hverandre; type data sier hva et ark hviler på.",
    f"En tom celle er ikke null: arket {MEANINGS} sier hva hver kolonne betyr, og hva det vil si at den er tom.",
)


def tables_book(register: Register) -> bytes:
    """Return every table as an xlsx file, the same bytes for the same register."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": register.dokument.tittel, "created": datetime.fromisoformat(register.per_dato)})
        looks = words_beside(__file__, "celler.yaml")
        ground = {"head": looks["head"] | {"bg_color": (register.profil and register.profil.farge) or DEEP}}
        formats = {name: book.add_format(look) for name, look in (looks | ground).items()}
        for sheet in _sheets(register):
            add_sheet(book, formats, sheet)
    return file.getvalue()


def _sheets(register: Register) -> Iterator[SheetOfTable]:
    frames = {name: table(name, register) for name in TABLES}
    made = {name: frame for name, frame in frames.items() if not has_nothing(frame, frame.attrs["tomt"])}
    yield _contents(register, frames, made)
    yield from (_sheet(register, name, frame) for name, frame in made.items())
    yield _meanings(made)


def _sheet(register: Register, name: str, frame: pd.DataFrame) -> SheetOfTable:
    spec, said = TABLES[name], said_of(TABLES[name].finding, register)
    facts = f"Enhet: {spec.enhet}. Type data: {KIND_LABELS[spec.slag]}."
    source = frame.attrs["kilde"] if as_of(register) in frame.attrs["kilde"] else f"{frame.attrs['kilde']} {as_of(register)}."
    columns = [(one.heading, one.unit, typed_column(frame, key, one)) for key, one in declared_columns(name, frame).items()]
    frozen = 2 if frame.columns[1] in ABOUT else 1
    return SheetOfTable(name, spec.tittel, said, [said.under, facts, source], columns, frozen)


def _contents(register: Register, frames: dict[str, pd.DataFrame], made: dict[str, pd.DataFrame]) -> SheetOfTable:
    def told(name: str, spec: TableSpec) -> str:
        return said_of(spec.finding, register) if name in made else f"Ikke laget, fordi {frames[name].attrs['tomt']}."

    rows: list[tuple[Typed, ...]] = [
        (name, spec.tittel, told(name, spec) or None, spec.enhet, KIND_LABELS[spec.slag], len(frames[name]))
        for name, spec in TABLES.items()
    ] + [(MEANINGS, "Hva kolonnene betyr", None, "én rad per ark og kolonne", None, None)]
    headings = ("Ark", "Tabell", "Det den viser", "Enhet", "Type data", "Rader")
    columns = [(heading, "", list(values)) for heading, values in zip(headings, zip(*rows, strict=True), strict=True)]
    title = f"{register.kommune.navn}: alle tabellene"
    lines = [f"{as_of(register)}.", *ABOVE_CONTENTS]
    return SheetOfTable(CONTENTS, title, f"{register.dokument.tittel}.", lines, columns, 1, frozenset({*made, MEANINGS}))


def _meanings(made: dict[str, pd.DataFrame]) -> SheetOfTable:
    rows = [
        (name, column.heading, str(key), column.unit or None, column.meaning or None)
        for name, frame in made.items()
        for key, column in declared_columns(name, frame).items()
    ]
    headings = ("Ark", "Kolonne", "Navn i dataene", "Enhet", "Betyr")
    columns = [(heading, "", list(values)) for heading, values in zip(headings, zip(*rows, strict=True), strict=True)]
    return SheetOfTable(MEANINGS, "Hva kolonnene betyr", "", [], columns, 2, frozenset(made))
