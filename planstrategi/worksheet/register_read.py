"""An edited workbook of a register → what it changes, held against what went out and what stands there now."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from planstrategi.model.dates import Date, Moment
from planstrategi.model.fields import Invalid
from planstrategi.model.register import Register
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_spans import Span
from planstrategi.worksheet import register_columns as columns
from planstrategi.worksheet import workbook
from planstrategi.worksheet.layout import ORIGIN
from planstrategi.worksheet.register_columns import SHEETS_OF_REGISTER, Field, Post, Sheet, Values

ADDED, EDITED, TAKEN_OUT = "ny", "endret", "fjernet"
REGISTER = "register"
# the row of a post in its sheet, by the way to its section and what its cells say
Places = dict[tuple[tuple[str, ...], tuple[str, ...]], int]


class Change(NamedTuple):
    """What a row changes: in a post that stands there (None for a new one, with what it belongs to), and its new values.

    `texts` is what its cells then say.
    """

    endring: str
    section: Sheet
    post: Post | None
    parent: str
    values: dict[Field, Values]
    texts: tuple[str, ...]


def read_changes(path: Path, register: Register, top: Span) -> tuple[list[Change], Places, workbook.Notes]:
    """Return what a workbook changes in a register, where its posts stand there, and what is wrong with it.

    A cell that cannot be understood changes nothing. Raises WorksheetRefused for no such workbook.
    """
    notes, titles = workbook.Notes(path, "REG"), {section.title: section for section in SHEETS_OF_REGISTER}
    origin, *sheets = workbook.open_workbook(notes, path, (ORIGIN,), titles)
    workbook.note_origin(notes, origin, register, {REGISTER})
    for title in titles.keys() - {sheet.name for sheet in sheets}:
        notes.add("410", title)
    for sheet in sheets:
        _note_columns(notes, sheet, titles[sheet.name])
    # what does not stand where it stood means something else
    readable = () if notes.failed else sheets
    workbook.note_formulas(notes, *sheets)
    changes: list[Change] = []
    places: Places = {}
    for sheet in readable:
        changes += _Rows(notes, sheet, titles[sheet.name], top, changes, places).changes(origin)
    return changes, places, notes


def _note_columns(notes: workbook.Notes, sheet: workbook.SheetCells, section: Sheet) -> None:
    fixed = {(columns.NAMES_ROW, at): name for at, name in enumerate(section.names, start=1)}
    # where the headings are gone, a post stands in their place and would be missed
    fixed[columns.HEADING_ROW, len(section.lead) + 1] = section.cells[0].heading
    wrong = {place for place, word in fixed.items() if sheet.text(*place) != word}
    # the first is the cause of the others
    for at in sorted(wrong | {at for at in sheet.cells if at[1] > len(section.names) and sheet.text(*at)})[:1]:
        notes.add("403", sheet.name, f"{get_column_letter(at[1])}{at[0]}", f"«{sheet.text(*at)[:60]}»", fixed.get(at, ""))


class _Rows:
    """The rows of one sheet; `before` is what the sheets before it change."""

    def __init__(self, notes: workbook.Notes, sheet: workbook.SheetCells, section: Sheet, top: Span, before: list[Change],
                 places: Places):  # fmt: skip
        self.notes, self.sheet, self.section, self.first, self.places = notes, sheet, section, len(section.lead) + 1, places
        gone = {id(change.post.record) for change in before if change.endring == TAKEN_OUT and change.post}
        owners = {name for name, owner in columns.owners(top, section).items() if id(owner) not in gone}
        self.parents = owners | {one.texts[0] for one in before if (one.endring, one.section.path) == (ADDED, section.path[:-1])}
        self.now = {
            self._key(post.parent, post.texts): post for post in columns.posts(top, section) if id(post.owner) not in gone
        }
        self.there = {(post.parent, post.texts) for post in self.now.values()}

    def _key(self, parent: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        # what has no id is the same only where all of it is
        own = [text for cell, text in zip(self.section.cells, texts, strict=True) if cell.is_id]
        return tuple(own) or (parent, *texts)

    def note(self, number: str, row: int, column: int, *words: str) -> None:
        self.notes.add(number, self.sheet.name, f"{get_column_letter(column)}{row}", *words)

    def changes(self, origin: workbook.SheetCells) -> Iterator[Change]:
        """Yield what the rows change, those that are left out last; note what is wrong, and where each post stands."""
        out = (row for row in range(2, origin.last_row + 1) if origin.text(row, 1) == self.section.title)
        wide = range(2, len(self.section.cells) + 3)
        left = {str(number): [origin.lines(row, at) for at in wide] for number, row in enumerate(out, start=1)}
        kept: list[int] = []
        # a row that says what one that went out says, is that row, though its number is gone
        there = {self.sheet.text(row, 1) for row, _ in self.sheet.cells}
        gone = {self._key(was[0], tuple(was[1:])): number for number, was in left.items() if number not in there}
        for row in range(columns.FIRST_POST, self.sheet.last_row + 1):
            number, delete, *said = (self.sheet.lines(row, at) for at in range(1, len(self.section.names) + 1))
            said = said if columns.PARENT in self.section.lead else ["", *said]
            number = number or gone.get(self._key(said[0], tuple(said[1:])), "")
            if not number and any([delete, *said]):
                yield from self._added(row, *said)
            elif number and number not in left:
                self.note("405", row, 1, f"nr. {number}")
            elif number:
                kept.append(int(number))
                yield from self._kept(row, delete, said, left.pop(number))
        if kept != sorted(kept):
            self.note("412", columns.HEADING_ROW, 1)
        for missing, was in left.items():
            yield from self._removed(columns.FIRST_POST, was, f"nr. {missing} mangler")

    def _kept(self, row: int, delete: str, said: list[str], was: list[str]) -> Iterator[Change]:
        if delete.lower() == columns.DELETE:
            yield from self._removed(row, was, was[1])
            return
        if delete:
            self.note("407", row, 2, f"«{delete}»", f"«{columns.DELETE}», eller ingenting")
        if said[0] != was[0]:
            self.note("404", row, 3, f"«{said[0]}»", f"«{was[0]}»")
        values, texts = self._values(row, said[1:], was[1:])
        now, done = (self.now.get(self._key(was[0], one)) for one in (tuple(was[1:]), texts))
        if values and now and now.texts == tuple(was[1:]):
            yield Change(EDITED, self.section, now, now.parent, values, texts)
        elif values and (not done or done.texts != texts):
            self.note("411", row, self.first, *said[1:2])

    def _removed(self, row: int, was: list[str], found: str) -> Iterator[Change]:
        now = self.now.get(self._key(was[0], tuple(was[1:])))
        if not self.section.path:
            self.note("405", row, 1, found)
        elif now and now.texts != tuple(was[1:]):
            self.note("411", row, 1, found)
        elif now:
            yield Change(TAKEN_OUT, self.section, now, now.parent, {}, now.texts)

    def _added(self, row: int, parent: str, *said: str) -> Iterator[Change]:
        values, texts = self._values(row, said, (None,) * len(said))
        if not self.section.path:
            self.note("405", row, 1)
        elif parent not in self.parents:
            self.note("407" if parent else "408", row, 3, f"«{parent}»", "", *get_close_matches(parent, self.parents, 1))
        # what is taken in already, stands there
        elif (parent, texts) not in self.there:
            yield Change(ADDED, self.section, None, parent, values, texts)

    def _values(self, row: int, said: Sequence[str], was: Sequence[str | None]) -> tuple[dict[Field, Values], tuple[str, ...]]:
        """Return what the cells that are changed say, and what all then do; note those that say nothing that is allowed."""
        values: dict[Field, Values] = {}
        texts: list[str] = []
        if not any(said):
            self.note("408", row, self.first)
        for at, (cell, text, old) in enumerate(zip(self.section.cells, said, was, strict=True), start=self.first):
            if cell.is_id and old and text != old:
                self.note("404", row, at, f"«{text}»", f"«{old}»")
            elif text != old and not text and cell.spec.krav:
                self.note("408", row, at, cell.heading)
            elif text != old and (text or old):
                pairs = self._understood(row, at, cell, text)
                values |= {} if pairs is None or cell.shown(pairs) == old else {cell: pairs}
            texts.append(cell.shown(values[cell]) if cell in values else old or "")
        self.places[self.section.path, tuple(texts)] = row
        return values, tuple(texts)

    def _understood(self, row: int, at: int, cell: Field, text: str) -> Values | None:
        try:
            if isinstance(self.sheet.cells.get((row, at), (None,))[0], datetime) and type(cell.kind) is Moment:
                # a spreadsheet makes a day of a month too
                raise Invalid(f"{Date.tillatt}, eller et annet tidspunkt, skrevet som tekst og ikke som en dato i Excel")
            return cell.understood(text)
        except Invalid as wrong:
            meant = cell.labels.get(ReadNotes("", "REG").meant(text, cell.labels), wrong.skriv)
            found = f"«{text[:60]}» {wrong.hvorfor}".rstrip(" .")
            self.note("407", row, at, found, ", ".join(cell.labels.values()) or wrong.tillatt, meant)
            return None
