"""A filled-in worksheet → a set of judgements, or every problem in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.checks.all_rules import rules_of
from planstrategi.checks.law_judgements import prints_to_judge
from planstrategi.model.dates import Date, as_code
from planstrategi.model.fields import Invalid
from planstrategi.model.judgements import PLANSTRATEGIEN, Lovvurdering
from planstrategi.model.problem import KEEPER, Problem, line_and_column, place
from planstrategi.model.register import Register
from planstrategi.worksheet import workbook
from planstrategi.worksheet.forms import FORMS, Form, wording
from planstrategi.worksheet.law_rows import answering
from planstrategi.worksheet.layout import FIRST_ROW, GUIDE, ORIGIN, SET_FIELDS, SHEETS, SheetColumn, cell_name, in_list
from planstrategi.worksheet.workbook import Notes, SheetCells, WorksheetRefused, text_of

# so near that it is the same word in nynorsk, or a slip of the keys
SAME_WORD = 0.75
DAY_NUMBER = len("46357")


def read_worksheet(path: Path, register: Register) -> tuple[Form, Any, list[Problem]]:
    """Return the kind of a filled-in worksheet, the set of judgements it proposes, and its warnings.

    Rows without a new answer are no judgements. A grade that only repeats the one that stood, keeps its ground and
    reason. Raises WorksheetRefused for problems.
    """
    notes = Notes(path)
    guide, origin, *sheets = workbook.open_workbook(notes, path, (GUIDE, ORIGIN, SHEETS[0]), SHEETS[1:])
    form = FORMS[workbook.note_origin(notes, origin, register, FORMS)]
    for judged in sheets:
        workbook.note_headings(notes, judged, form.columns)
    # what does not stand where it stood means something else
    readable = [] if notes.failed else sheets
    workbook.note_formulas(notes, guide, *sheets)
    rows = list(_Rows(notes, form, register).judgements(origin, readable)) if readable else []
    sett = _set(notes, form, guide, register, rows)
    if sett:
        _check(notes, form, register, sett)
    if notes.failed:
        raise WorksheetRefused(notes.problems)
    return form, sett, notes.problems


class _Rows:
    """The rows of the sheets of judgements, held against what went out."""

    def __init__(self, notes: Notes, form: Form, register: Register) -> None:
        self.notes, self.form, self.sheet, self.prints = notes, form, SHEETS[0], prints_to_judge(register, wording(register))
        ids = {
            "plan_id": register.plans_by_id(), "forventning_id": {one.id for one in expected(register)}, "krav_id": self.prints,
        }  # fmt: skip
        self.known = {name: ids[name] for name, column in form.columns.items() if column.is_id}
        answers = answering(register)
        self.answers = {text_of(id): (kind, id) for kind, id in answers.values()} | {text_of(n): to for n, to in answers.items()}

    def note(self, number: str, column: str, row: int, *words: str) -> None:
        self.notes.add(number, self.sheet, cell_name(self.form.columns, column, row), *words)

    def judgements(self, origin: SheetCells, sheets: list[SheetCells]) -> Iterator[Any]:
        out = [origin.row(row, self.form.kept) for row in range(FIRST_ROW, origin.last_row + 1)]
        left = {str(number): was for number, was in enumerate(out, start=1) if was[self.form.kept[0]]}
        for cells in sheets:
            self.sheet = cells.name
            for row in range(FIRST_ROW, cells.last_row + 1):
                values = cells.row(row, self.form.columns)
                if any(values.values()) and values["nr"] not in left:
                    self.note("405", "nr", row, f"nr. {values['nr'] or '(tom)'}")
                elif any(values.values()) and self._is_same(row, values, was := left.pop(values["nr"])):
                    yield from self._judged(row, values, was)
        if left and not self.notes.failed:
            self.notes.add("412", SHEETS[0], funnet=f"nr. {', '.join(left)}")

    def _is_same(self, row: int, values: dict[str, str], was: dict[str, str]) -> bool:
        changed = [name for name in self.known if values[name] != was[name]]
        for name in changed:
            self.note("404", name, row, f"«{values[name]}»", f"«{was[name]}»")
        gone = [name for name, ids in self.known.items() if not changed and values[name] not in ids]
        for name in gone:
            self.note("410", name, row, values[name])
        return not changed and not gone

    def _judged(self, row: int, values: dict[str, str], was: dict[str, str]) -> Iterator[Any]:
        columns, before = self.form.columns, len(self.notes.problems)
        if not any(values[name] for name, column in columns.items() if column.is_input):
            return
        given = {column.felt: _word(values[name], column) for name, column in columns.items() if column.felt}
        if given.get("grad") and given["grad"] == was["grad"]:
            given |= {name: given[name] or was[name] for name in ("grunnlag", "grunn")}
        for name, column in columns.items():
            value = given.get(column.felt)
            if column.is_input and value == "":
                self.note("408", name, row, column.heading)
            elif column.choices and value not in column.choices:
                words = [*map(in_list, column.choices)]
                self.note("407", name, row, f"«{value}»", ", ".join(words), _nearest(str(value).lower(), words))
        targets = list(self._targets(row, values.get("svarer", ""))) or [{}]
        if len(self.notes.problems) == before:
            # the rules point at the cell that a value came from
            where = {column.felt or name: place(row - 1, at) for at, (name, column) in enumerate(columns.items())}
            where["ark"] = SHEETS.index(self.sheet)
            prints = {"avtrykk": tuple(self.prints[given["krav"]])} if self.form.vurdering is Lovvurdering else {}
            yield from (self.form.vurdering(sted=where, **given, **target, **prints) for target in targets)

    def _targets(self, row: int, text: str) -> Iterator[dict[str, Any]]:
        """Give the field that says what answers, for each thing that is named, by its name or its id."""
        for name in [text] if text in self.answers else filter(None, map(str.strip, text.split(";"))):
            if name in self.answers:
                kind, id = self.answers[name]
                yield {kind: id if kind != PLANSTRATEGIEN else True}
            else:
                close = _nearest(name, self.answers)
                self.note("407", "svarer", row, f"«{name}»", "en plan eller et dokument i registeret", close)


def _word(text: str, column: SheetColumn) -> str:
    # a capital or a blank makes no other word of one of a fixed set
    return next((one for one in column.choices if in_list(one) == in_list(text.lower())), text)


def _nearest(word: str, words: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, list(words), 1, SAME_WORD)), "")


def _set(notes: Notes, form: Form, guide: SheetCells, register: Register, rows: list[Any]) -> Any:
    facts: dict[str, Any] = {name: guide.text(int(cell[1:]), 2) for name, (cell, _) in SET_FIELDS.items()}
    for name, asked in SET_FIELDS.items():
        if not facts[name]:
            notes.add("408", GUIDE, *asked)
    forelopig, naar = facts["forelopig"].lower(), _checked_day(notes, form, facts["naar"], register)
    if forelopig not in ("", "ja", "nei"):
        notes.add("407", GUIDE, SET_FIELDS["forelopig"][0], f"«{facts['forelopig']}»", "ja, nei")
    if notes.failed:
        return None
    facts |= {"naar": naar, "forelopig": forelopig == "ja", "id": _new_id(form, register, naar)}
    facts |= {"ordlyd": wording(register)} if form.vurdering is Lovvurdering else {}
    return form.sett(vurderinger=tuple(rows), **facts)


def _checked_day(notes: Notes, form: Form, text: str, register: Register) -> str:
    """Return the day as ISO; note one that is no day, is older than what stands, or is long after the period."""
    day, cell = day_of(text), SET_FIELDS["naar"][0]
    counting = [sett.naar for sett in form.sets(register) if not getattr(sett, "kontroll", None)]
    latest, end = max(counting, default=""), register.periode.til + 1
    if text and not day:
        notes.add("407", GUIDE, cell, f"«{text}»", "en dato på formen ÅÅÅÅ-MM-DD eller DD.MM.ÅÅÅÅ")
    elif day and int(day[:4]) > end:
        notes.add("407", GUIDE, cell, day, f"en dag til og med {end}")
    elif day and day < latest:
        notes.add("411", GUIDE, cell, f"{day}, siste er {latest}")
    return day


def _new_id(form: Form, register: Register, naar: str) -> str:
    taken, number = {sett.id for sett in form.sets(register)}, 1
    while (name := f"vurdering-{naar}" + (f"-{number}" if number > 1 else "")) in taken:
        number += 1
    return name


def _check(notes: Notes, form: Form, register: Register, sett: Any) -> None:
    """Run the rules for judgements on the set, and note what they find."""
    alone: Any = {form.kind.felt: form.kind.post(per_dato=sett.naar, sett=(sett,))}
    hits = [(rule, *hit) for rule in rules_of(form.family) for hit in rule.find(replace(register, **alone))]
    for rule, record, hit in hits:
        # what no cell says, such as the wording, is said of the row
        row, column = line_and_column(record.sted.get(hit.felt) or record.sted.get("krav") or place(0, 0))
        where = f"arket {SHEETS[record.sted.get('ark', 0)]}, celle {get_column_letter(column)}{row}: {hit.funnet}"
        words = getattr(record, "plan", None) or "", "", rule.melding, where, rule.tillatt, hit.skriv, KEEPER
        notes.problems.append(Problem(notes.fil, row, column, rule.kode, rule.alvor, *words))


def day_of(text: str) -> str:
    """Return a day as ISO, however people write it: 2026-12-01, 01.12.2026, 1/12/2026, 1. desember 2026; else empty."""
    # a date that is pasted into a cell of text is the number of its day
    iso = f"{from_excel(int(text)):%Y-%m-%d}" if text.isdecimal() and len(text) == DAY_NUMBER else as_code(text)
    try:
        return str(Date().parse(iso))
    except Invalid:
        return ""
