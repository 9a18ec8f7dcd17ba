"""A filled-in worksheet → a set of judgements, or every problem in it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.checks.all_rules import rules_of
from planstrategi.checks.rules import judgement_rule
from planstrategi.model.dates import MONTHS, Date
from planstrategi.model.fields import Invalid
from planstrategi.model.judgements import Vurdering, Vurderingsfil, Vurderingssett
from planstrategi.model.problem import FEIL, KEEPER, Problem, errors, line_and_column, place
from planstrategi.model.register import Register
from planstrategi.worksheet.layout import FIRST_ROW, GUIDE, PAIRS, SET_FIELDS, SHEET_COLUMNS, Origin, cell_name, made_for
from planstrategi.worksheet.workbook import Notes, SheetCells, WorksheetRefused, note_formulas, note_headings, open_workbook

WRITTEN = re.compile(r"([0-3]?[0-9])[./]([01]?[0-9])[./]([12][0-9]{3})")
IN_WORDS = re.compile(r"([0-3]?[0-9])\. ?([a-z]+) ([12][0-9]{3})")
NUMBER = re.compile("[0-9]{1,6}")


def read_worksheet(path: Path, register: Register) -> tuple[Vurderingssett, list[Problem]]:
    """Return the set of judgements that a filled-in worksheet proposes, and its warnings; raise WorksheetRefused for problems.

    Rows without a new grade are no judgements. A grade that only repeats the one that stood,
    keeps its ground and reason.
    """
    notes = Notes(path)
    guide, pairs, origin = open_workbook(notes, path)
    note_formulas(notes, guide, pairs)
    whose = {name: str(value) for name, value in made_for(register).items()}
    if (stated := origin.row(1, whose)) != whose:
        notes.add("FOR409", "", funnet=" ".join(stated.values()).strip())
    note_headings(notes, pairs)
    out = [Origin(**origin.row(row, Origin._fields)) for row in range(FIRST_ROW, origin.last_row + 1)]
    # what does not stand where it stood means something else
    rows = [] if notes.problems else list(_rows(notes, pairs, out, register))
    sett = _set(notes, guide, register, rows)
    warnings = _checked(notes, register, sett) if sett else []
    if notes.problems or sett is None:
        raise WorksheetRefused(notes.problems)
    return sett, warnings


def _rows(notes: Notes, pairs: SheetCells, out: list[Origin], register: Register) -> Iterator[Vurdering]:
    known = {"plan_id": register.plans_by_id().keys(), "forventning_id": {one.id for one in expected(register)}}
    seen = set()
    for row in range(FIRST_ROW, pairs.last_row + 1):
        values = pairs.row(row, SHEET_COLUMNS)
        if not any(values.values()):
            continue
        number = int(values["nr"]) if NUMBER.fullmatch(values["nr"]) else 0
        if not 1 <= number <= len(out) or number in seen:
            notes.add("FOR405", PAIRS, cell_name("nr", row), f"nr. {values['nr'] or '(tom)'}")
            continue
        seen.add(number)
        if _is_same_pair(notes, row, values, out[number - 1], known):
            yield from _judgement(notes, row, values, out[number - 1])


def _is_same_pair(notes: Notes, row: int, values: dict[str, str], was: Origin, known: Mapping[str, Collection[str]]) -> bool:
    changed = [name for name in known if values[name] != getattr(was, name)]
    for name in changed:
        notes.add("FOR404", PAIRS, cell_name(name, row), f"«{values[name]}»", f"«{getattr(was, name)}»")
    gone = [name for name, ids in known.items() if not changed and values[name] not in ids]
    for name in gone:
        notes.add("FOR410", PAIRS, cell_name(name, row), values[name])
    return not changed and not gone


def _judgement(notes: Notes, row: int, values: dict[str, str], was: Origin) -> Iterator[Vurdering]:
    asked = {name: column for name, column in SHEET_COLUMNS.items() if column.felt}
    given = {column.felt: values[name].lower() if column.choices else values[name] for name, column in asked.items()}
    if not any(given[column.felt] for column in asked.values() if column.is_input):
        return
    if given["grad"] == was.grad:
        given |= {"grunnlag": given["grunnlag"] or was.grunnlag, "grunn": given["grunn"] or was.grunn}
    before = len(notes.problems)
    for name, column in asked.items():
        value = given[column.felt]
        if column.is_input and not value:
            notes.add("FOR408", PAIRS, cell_name(name, row), column.heading)
        elif column.choices and value not in column.choices:
            notes.add("FOR407", PAIRS, cell_name(name, row), f"«{value}»", ", ".join(column.choices))
    if len(notes.problems) == before:
        # the rules point at the cell that a value came from
        where = {column.felt: place(row - 1, at) for at, column in enumerate(SHEET_COLUMNS.values()) if column.felt}
        yield Vurdering(sted=where, **given)


def _set(notes: Notes, guide: SheetCells, register: Register, rows: list[Vurdering]) -> Vurderingssett | None:
    facts: dict[str, Any] = {name: guide.text(field.row, 2) for name, field in SET_FIELDS.items()}
    for name, field in SET_FIELDS.items():
        if not facts[name]:
            notes.add("FOR408", GUIDE, field.cell, field.words)
    forelopig, naar = facts["forelopig"].lower(), _checked_day(notes, facts["naar"], register)
    if forelopig not in ("", "ja", "nei"):
        notes.add("FOR407", GUIDE, SET_FIELDS["forelopig"].cell, f"«{facts['forelopig']}»", "ja, nei")
    if notes.problems:
        return None
    facts |= {"naar": naar, "forelopig": forelopig == "ja"}
    return Vurderingssett(id=_new_id(register, naar), vurderinger=tuple(rows), **facts)


def _checked_day(notes: Notes, text: str, register: Register) -> str:
    """Return the day as ISO; note one that is no day, is older than what stands, or is long after the period."""
    day, cell = day_of(text), SET_FIELDS["naar"].cell
    latest, end = max((sett.naar for sett in register.counting_sets()), default=""), register.periode.til + 1
    if text and not day:
        notes.add("FOR407", GUIDE, cell, f"«{text}»", "en dato på formen ÅÅÅÅ-MM-DD eller DD.MM.ÅÅÅÅ")
    elif day and int(day[:4]) > end:
        notes.add("FOR407", GUIDE, cell, day, f"en dag til og med {end}")
    elif day and day < latest:
        notes.add("FOR411", GUIDE, cell, f"{day}, siste er {latest}")
    return day


def _new_id(register: Register, naar: str) -> str:
    taken, number = {sett.id for sett in register.judgement_sets()}, 1
    while (name := f"vurdering-{naar}" + (f"-{number}" if number > 1 else "")) in taken:
        number += 1
    return name


def _checked(notes: Notes, register: Register, sett: Vurderingssett) -> list[Problem]:
    """Run the rules for judgements on the set; note the errors, and return the warnings."""
    alone = replace(register, vurderinger=Vurderingsfil(per_dato=sett.naar, sett=(sett,)))
    hits = [(rule, *hit) for rule in rules_of(judgement_rule) for hit in rule.find(alone)]
    found = []
    for rule, record, hit in hits:
        row, column = line_and_column(record.sted[hit.felt])
        where = f"arket {PAIRS}, celle {cell_name(list(SHEET_COLUMNS)[column - 1], row)}: {hit.funnet}"
        words = getattr(record, "plan", ""), "", rule.melding, where, rule.tillatt, hit.skriv, KEEPER
        found.append(Problem(notes.fil, row, column, rule.kode, rule.alvor, *words))
    notes.problems += errors(found)
    return [problem for problem in found if problem.alvor != FEIL]


def day_of(text: str) -> str:
    """Return a day as ISO, however people write it: 2026-12-01, 01.12.2026, 1/12/2026, 1. desember 2026; else empty."""
    written, words = WRITTEN.fullmatch(text), IN_WORDS.fullmatch(text.lower())
    iso = f"{written[3]}-{int(written[2]):02}-{int(written[1]):02}" if written else text
    if words and words[2] in MONTHS:
        iso = f"{words[3]}-{MONTHS.index(words[2]) + 1:02}-{int(words[1]):02}"
    try:
        return str(Date().parse(iso))
    except Invalid:
        return ""
