"""A filled-in worksheet → a set of judgements, or every problem in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planstrategi.checks.all_rules import rules_of
from planstrategi.checks.rules import judgement_rule
from planstrategi.model.dates import MONTHS, Date
from planstrategi.model.fields import Invalid
from planstrategi.model.judgements import Vurdering, Vurderingsfil, Vurderingssett
from planstrategi.model.problem import KEEPER, Problem, line_and_column, place
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, GRUNNLAG
from planstrategi.worksheet.layout import COLUMNS, FIRST_ROW, GUIDE, PAIRS, SET_FIELDS, cell_name
from planstrategi.worksheet.workbook import Notes, SheetCells, WorksheetRefused, note_formulas, note_headings, open_workbook

DAY = re.compile(r"([0-3]?[0-9])[./]([01]?[0-9])[./]([12][0-9]{3})")
WORDS = re.compile(r"([0-3]?[0-9])\. ?([a-z]+) ([12][0-9]{3})")
NUMBER = re.compile("[0-9]{1,6}")
# the column that each field of a judgement is filled in
FILLED = {
    "plan": "plan_id",
    "forventning": "forventning_id",
    "grad": "ny_grad",
    "grunnlag": "nytt_grunnlag",
    "grunn": "ny_grunn",
}


class Found(NamedTuple):
    """The set of judgements a worksheet proposes, and the warnings it gives."""

    sett: Vurderingssett
    advarsler: list[Problem]


def read_worksheet(path: Path, register: Register) -> Found:
    """Return the set of judgements that a filled-in worksheet proposes; raise WorksheetRefused with every problem.

    Rows without a new grade are no judgements. A grade that only repeats the one that stood,
    keeps its ground and reason.
    """
    notes = Notes(path)
    guide, pairs, origin = open_workbook(notes, path)
    note_formulas(notes, guide, pairs)
    out = [[origin.text(row, column) for column in range(1, 6)] for row in range(1, origin.last_row + 1)]
    if not out or out[0][:3] != [register.kommune.nummer, str(register.periode.fra), str(register.periode.til)]:
        notes.add("FOR409", "", funnet=" ".join(out[0][:3]) if out else "")
    note_headings(notes, pairs)
    # what does not stand where it stood means something else
    rows = [] if notes.problems else list(_rows(notes, pairs, out[1:], register))
    sett = _set(notes, guide, register, rows)
    warnings = _checked(notes, register, sett) if sett else []
    if notes.problems or sett is None:
        raise WorksheetRefused(notes.problems)
    return Found(sett, warnings)


def _rows(notes: Notes, pairs: SheetCells, out: list[list[str]], register: Register) -> Iterator[Vurdering]:
    known, seen = _known(register), set()
    for row in range(FIRST_ROW, pairs.last_row + 1):
        values = {name: pairs.text(row, at) for at, name in enumerate(COLUMNS, start=1)}
        if not any(values.values()):
            continue
        number = int(values["nr"]) if NUMBER.fullmatch(values["nr"]) else 0
        if not 1 <= number <= len(out) or number in seen:
            notes.add("FOR405", PAIRS, cell_name("nr", row), f"nr. {values['nr'] or '(tom)'}")
            continue
        seen.add(number)
        if _is_same_pair(notes, row, values, out[number - 1], known):
            yield from _judgement(notes, row, values, out[number - 1])


def _known(register: Register) -> tuple[set[str], set[str]]:
    documents = [document for file in register.expectation_files() for document in file.dokumenter]
    points = {one.id for document in documents for _, one in document.points()}
    points |= {chapter.id for document in documents for chapter in document.kapitler}
    return set(register.plans_by_id()), points | {omraade.id for omraade in register.satsingsomraader}


def _is_same_pair(notes: Notes, row: int, values: dict[str, str], out: list[str], known: tuple[set[str], set[str]]) -> bool:
    changed = [(name, was) for name, was in zip(("plan_id", "forventning_id"), out, strict=False) if values[name] != was]
    for name, was in changed:
        notes.add("FOR404", PAIRS, cell_name(name, row), f"«{values[name]}»", f"«{was}»")
    gone = (
        [name for name, ids in zip(("plan_id", "forventning_id"), known, strict=True) if values[name] not in ids]
        if not changed
        else []
    )
    for name in gone:
        notes.add("FOR410", PAIRS, cell_name(name, row), values[name])
    return not changed and not gone


def _judgement(notes: Notes, row: int, values: dict[str, str], out: list[str]) -> Iterator[Vurdering]:
    grad, grunnlag, grunn = values["ny_grad"].lower(), values["nytt_grunnlag"].lower(), values["ny_grunn"]
    if not grad and not grunnlag and not grunn:
        return
    if grad == out[2]:
        grunnlag, grunn = grunnlag or out[3], grunn or out[4]
    before = len(notes.problems)
    for name, value, choices in (
        ("ny_grad", grad, GRAD),
        ("nytt_grunnlag", grunnlag, GRUNNLAG),
        ("ny_grunn", grunn, None),
    ):
        if not value:
            notes.add("FOR408", PAIRS, cell_name(name, row), COLUMNS[name].heading)
        elif choices and value not in choices:
            notes.add("FOR407", PAIRS, cell_name(name, row), f"«{value}»", ", ".join(choices))
    if len(notes.problems) == before:
        # the rules point at the cell that a value came from
        where = {felt: place(row - 1, list(COLUMNS).index(name)) for felt, name in FILLED.items()}
        plan, forventning = values["plan_id"], values["forventning_id"]
        yield Vurdering(sted=where, plan=plan, forventning=forventning, grad=grad, grunnlag=grunnlag, grunn=grunn)


def _set(notes: Notes, guide: SheetCells, register: Register, rows: list[Vurdering]) -> Vurderingssett | None:
    facts = {name: guide.text(row, 2) for name, (row, _) in SET_FIELDS.items()}
    for name, value in facts.items():
        row, words = SET_FIELDS[name]
        if not value:
            notes.add("FOR408", GUIDE, f"B{row}", words)
    forelopig, naar = facts["forelopig"].lower(), _checked_day(notes, facts["naar"], register)
    if forelopig not in ("", "ja", "nei"):
        notes.add("FOR407", GUIDE, f"B{SET_FIELDS['forelopig'][0]}", f"«{facts['forelopig']}»", "ja, nei")
    if notes.problems:
        return None
    return Vurderingssett(
        id=_new_id(register, naar),
        hvem=facts["hvem"],
        naar=naar,
        grunnlag=facts["grunnlag"],
        forelopig=forelopig == "ja",
        vurderinger=tuple(rows),
    )


def _checked_day(notes: Notes, text: str, register: Register) -> str:
    """Return the day as ISO; note one that is no day, is older than what stands, or is long after the period."""
    day, cell = day_of(text), f"B{SET_FIELDS['naar'][0]}"
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
        where = f"arket {PAIRS}, celle {cell_name(list(COLUMNS)[column - 1], row)}: {hit.funnet}"
        plan = getattr(record, "plan", "")
        words = rule.melding, where, rule.tillatt, hit.skriv, KEEPER
        found.append(Problem(notes.fil, row, column, rule.kode, rule.alvor, plan, "", *words))
    notes.problems += [problem for problem in found if problem.alvor == "feil"]
    return [problem for problem in found if problem.alvor != "feil"]


def day_of(text: str) -> str:
    """Return a day as ISO, however people write it: 2026-12-01, 01.12.2026, 1/12/2026, 1. desember 2026; else empty."""
    written, words = DAY.fullmatch(text), WORDS.fullmatch(text.lower())
    iso = f"{written[3]}-{int(written[2]):02}-{int(written[1]):02}" if written else text
    if words and words[2] in MONTHS:
        iso = f"{words[3]}-{MONTHS.index(words[2]) + 1:02}-{int(words[1]):02}"
    try:
        return str(Date().parse(iso))
    except Invalid:
        return ""
