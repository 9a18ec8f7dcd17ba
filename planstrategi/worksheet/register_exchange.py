"""What `eksporter` and `importer --mot` do: a register goes out as a workbook, and what is changed there comes back."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from openpyxl.utils import get_column_letter
from yaml import YAMLError

from planstrategi.analysis.shared.rows import Row, frame_of
from planstrategi.api import validate
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.fields import specs
from planstrategi.model.problem import Problem, errors
from planstrategi.model.register import Register
from planstrategi.reading.text_file import decode, shown_path
from planstrategi.reading.yaml_spans import Span, spans
from planstrategi.worksheet.register_columns import SHEETS_OF_REGISTER, owners, posts
from planstrategi.worksheet.register_read import ADDED, EDITED, TAKEN_OUT, Change, Places, read_changes
from planstrategi.worksheet.register_splice import Listed, New, Splice
from planstrategi.worksheet.register_write import as_register_workbook
from planstrategi.worksheet.workbook import CannotWrite, WorksheetRefused

# how much of a text a person needs to see where it changes: what is the same before it, and all
SAME, MOST_SAID = 20, 70
# what other files point at was there before the workbook, which takes it out
POINTED_AT = "Det tas ut i arket. Ta først bort det som viser til det i denne filen, eller la raden stå."


class ProposedEdit(NamedTuple):
    """What a workbook would change: a row per field, the warnings that it brings, the file as it is and as it would be."""

    frame: pd.DataFrame
    warnings: list[Problem]
    before: bytes
    after: bytes


def register_sheet(register: Register, fil: Path) -> bytes:
    """Return the workbook of a register.yaml, as an xlsx file."""
    return as_register_workbook(register, spans(fil.read_bytes().decode("utf-8")))


def propose(path: Path, register: Register, fil: Path) -> ProposedEdit:
    """Return what a workbook changes in a register.yaml, written into it and read again.

    Raises WorksheetRefused when the workbook, or the register as it would be, has problems; CannotWrite when the file is
    written in a way that has no room for a change.
    """
    before = fil.read_bytes()
    # the letters as they stand, which need not be in NFC
    text = before.decode("utf-8")
    top = spans(text)
    changes, places, notes = read_changes(path, register, top)
    wanted = _edited(text, top, changes)
    made = _read_again(wanted, top, changes)
    if made is None:
        raise CannotWrite(f"Endringene kan ikke skrives inn i {fil.as_posix()} slik den er. Gjør dem der. Ingenting er endret.")
    after = wanted.encode("utf-8")
    found = validate(fil, None, {REGISTERFIL: decode(after)}).problems
    at_cells = _at_cells(errors(found), path, fil, wanted, made, places)
    # of a row where a cell is wrong, only what is no id (REG10…) is surely no matter of that cell
    warnings = notes.problems + [one for place, one in at_cells if place not in notes.rows or one.kode.startswith("REG10")]
    if errors(warnings):
        raise WorksheetRefused(warnings)
    known = {(one.kode, one.plan_id, one.funnet) for one in register.problemer}
    warnings += [one for one in found if (one.kode, one.plan_id, one.funnet) not in known]
    rows = (row for change in changes for row in _rows(fil, text, top, change))
    return ProposedEdit(frame_of(rows, ("seksjon", "post", "endring", "felt", "fra", "til", "kilde")), warnings, before, after)


def _edited(text: str, top: Span, changes: Iterable[Change]) -> str:
    """Return the text with the changes; those of one record are made together."""
    wanted: dict[int, tuple[Span, Any, dict[str, Any]]] = {}
    made: dict[tuple[tuple[str, ...], str], New] = {}
    for change in changes:
        path, post, new = change.section.path, change.post, _nested(change)
        if post and change.endring == EDITED:
            for cell, pairs in change.values.items():
                held = _held(change.section.record, cell.path[:-1])
                record = post.record.value(*cell.path[:-1]) or post.record
                wanted.setdefault(id(record), (record, held, {}))[2][cell.path[-1]] = pairs
        elif (path[:-1], change.parent) in made:
            made[path[:-1], change.parent].setdefault(path[-1], []).append(new)
        else:
            owner = post.owner if post else owners(top, change.section)[change.parent]
            fields = wanted.setdefault(id(owner), (owner, _held(Register, path[:-1]), {}))[2]
            listed = fields.setdefault(path[-1], Listed(set(), []))
            listed.removed.update([post.place] if post else [])
            listed.added.extend([] if post else [new])
        made |= {(path, change.texts[0]): new} if change.endring == ADDED else {}
    splice = Splice(text)
    for record, held, fields in wanted.values():
        splice.fields(record, specs(held), fields)
    return splice.result()


def _held(record: Any, path: Iterable[str]) -> Any:
    """Return the sort of record that a way leads to."""
    for name in path:
        record = specs(record)[name].innhold.av  # type: ignore[union-attr]
    return record


def _nested(change: Change) -> New:
    new: New = {}
    for cell, pairs in change.values.items():
        inner = new
        for name in cell.path[:-1]:
            inner = inner.setdefault(name, {})
        inner[cell.path[-1]] = pairs
    return new


def _read_again(wanted: str, top: Span, changes: list[Change]) -> Span | None:
    """Return where the values of the new text stand; None when it does not say just what is wanted."""
    try:
        made = spans(wanted)
    except YAMLError:
        return None
    touched = {id(change.post.record): change for change in changes if change.post}
    gone = {record for record, change in touched.items() if change.endring == TAKEN_OUT}
    for section in SHEETS_OF_REGISTER:
        left = [post for post in posts(top, section) if not gone & {id(post.record), id(post.owner)}]
        expected = [(touched.get(id(post.record)) or post).texts for post in left]
        expected += [change.texts for change in changes if change.section == section and change.endring == ADDED]
        if Counter(expected) != Counter(post.texts for post in posts(made, section)):
            return None
    return made


def _at_cells(problems: list[Problem], path: Path, fil: Path, text: str, made: Span, places: Places
              ) -> Iterator[tuple[tuple[str, int], Problem]]:  # fmt: skip
    """Yield the problems of the register as it would be, each with its row and at the cell that it comes from."""
    where: list[tuple[int, str, int, int]] = []
    for section in SHEETS_OF_REGISTER:
        for post in posts(made, section):
            row, first = places.get((section.path, post.texts), 0), len(section.lead) + 1
            ways = [((), first), *((cell.path, at) for at, cell in enumerate(section.cells, start=first))]
            where += [(value.start, section.title, row, at) for way, at in ways if (value := post.record.value(*way))]
    where.sort()
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    for problem in problems:
        before = bisect_right(where, starts[problem.linje - 1] + problem.kolonne - 1, key=lambda one: one[0])
        _, title, row, column = where[max(before - 1, 0)]
        if Path(problem.fil).name != fil.name or not row:
            there = problem.kode.endswith("101") and Path(problem.fil).name != fil.name
            yield ("", 0), replace(problem, skriv=POINTED_AT) if there else problem
            continue
        told = f"arket {title}, celle {get_column_letter(column)}{row}: {problem.funnet}".removesuffix(": ")
        yield (title, row), replace(problem, fil=shown_path(path), linje=row, kolonne=column, funnet=told)


def _rows(fil: Path, text: str, top: Span, change: Change) -> Iterator[Row]:
    """Yield a row for each field that a change concerns, one for a post that goes."""
    post, path = change.post, change.section.path
    before = dict(zip(change.section.cells, post.texts, strict=True)) if post else {}
    named = {"seksjon": ".".join(path), "post": change.parent or (change.texts[0] if path else ""), "endring": change.endring}
    # a new post comes after those that stand there
    owner = top if post else owners(top, change.section).get(change.parent, top)
    at = post.record.start if post else (owner.value(*path[-1:]) or owner).end
    fields = [(cell.name, before.get(cell, ""), cell.shown(pairs), cell.path) for cell, pairs in change.values.items()]
    gone = [("", "; ".join(filter(None, change.texts[:3])), "", ())]
    for felt, fra, til, way in gone if change.endring == TAKEN_OUT else fields:
        span = post.record.value(*way) if post else None
        line = text.count("\n", 0, span.start if span else at) + 1
        yield named | {"felt": felt, "fra": fra, "til": til, "kilde": f"{fil.name}:{line}"}


def proposal_as_text(frame: pd.DataFrame) -> Iterator[str]:
    """Yield a line for each change, with so much of a long text that one sees what changes."""
    for row in frame.to_dict("records"):
        both = [" ".join(row[name].replace("\n", " / ").split()) for name in ("fra", "til")]
        same = next((at for at, (a, b) in enumerate(zip(*both, strict=False)) if a != b), min(map(len, both)))
        start = max(same - SAME, 0) if max(map(len, both)) > MOST_SAID else 0
        told = [_part(one, start) for one in both if one or row["endring"] == EDITED]
        where = f"{row['seksjon']} [{row['post']}]" if row["seksjon"] else "om planstrategien"
        felt = f"{row['felt']}:" if row["felt"] else ""
        yield " ".join(filter(None, [f"{row['kilde']}:", where, row["endring"], felt, " → ".join(told)]))


def _part(text: str, start: int) -> str:
    shown = ("…" if start else "") + text[start : start + MOST_SAID] + ("…" if len(text) > start + MOST_SAID else "")
    return f"«{shown}»" if text else "ingenting"
