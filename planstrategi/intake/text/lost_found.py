"""The rows of tables whose columns are lost → plan tables: what the order of the lines does not tell is doubted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from planstrategi.intake.cells import CROSS, CellMark, is_plan_type, read_mark
from planstrategi.intake.columns import FoundColumn, years_in
from planstrategi.intake.found import Doubt, NotPlaced
from planstrategi.intake.plan_line import PlanLine, PlanSection, PlanTable
from planstrategi.intake.text import line_words as judge
from planstrategi.intake.text.lost_rows import LostRow, LostRows, under_headings
from planstrategi.intake.text.pieces import Piece, Slag
from planstrategi.intake.text.zones import VALUE, Zone
from planstrategi.intake.words import any_of, begins, word_list
from planstrategi.intake.year_cells import named_years

_MARKS = (Slag.MERKE, Slag.TALL)
# the kinds of which a row has one: as many of them as there are rows stand one for each
_ONCE = (Slag.ROLLE, Slag.TYPE, Slag.DATO, Slag.TID, Slag.ORD, Slag.KOSTNAD, Slag.AAR, Slag.TIDSROM)
# what the kind of a piece is called in the draft, where it is not by its own name
_OTHER = {Slag.VERDI: "tekst", Slag.AAR: "år", Slag.TIDSROM: "år", Slag.ROLLE: "forkortelse"}
_ROLES = {Slag.TEKST: "kommentar", Slag.DATO: "vedtatt", Slag.TYPE: "plantype"}
_TWICE = "Tabellen står to ganger og er talt én gang. Er det samme tabell?"
# so much that speaks against a name is too much; no act begins one; and what stands in other cells
_UNCERTAIN, _NAME = 2, re.compile(r"(?!(?:\S+ og )?\S*lov(?:a|en)\b)\W*[A-ZÆØÅ\d].*[a-zæøå]")
_OF_OTHERS = re.compile(r"§|\(\d{4}\).*\(\d{4}\)|(?i:planstrategi)|\s[/|·•]\s|20\d\d(?! ?[–-]) (?:.* )?(?<![–-] )20\d\d")
# of so many names, one is missing where they stand elsewhere
_APART = 6
_FILL = "Kolonnene er tapt i teksten. Er det raden sier, kontrollert mot dokumentet?"


def lost_tables(zones: Iterable[Zone]) -> tuple[list[PlanTable], list[NotPlaced]]:
    """Return the tables of the zones, and what could not be placed; a table that is printed twice counts once."""
    tables, unplaced = list[PlanTable](), list[NotPlaced]()
    for zone in zones:
        table, left = _read(zone)
        names = _names(table)
        alike = (one for one in tables if 10 * len({*(there := _names(one))} & {*names}) >= 7 * max(len(there), len(names)))
        twin = next(alike, None)
        if twin and names:
            twin.sections[0].tvil.append(Doubt("tabell", f"{twin.sections[0].sted} og {table.sections[0].sted}", _TWICE))
            unplaced += [NotPlaced(line.sted, line.navn) for name, line in names.items() if name not in there]
        else:
            tables += [table] if names else []
            unplaced += left
    return tables, unplaced


def _names(table: PlanTable) -> dict[str, PlanLine]:
    """Return the lines of a table by the letters of their names."""
    return {re.sub(r"[\W_]+", "", line.navn.casefold()): line for line in table.lines}


def _read(zone: Zone) -> tuple[PlanTable, list[NotPlaced]]:
    read, sections = LostRows(zone), dict[str, PlanSection]()
    left = list(read.igjen)
    # where numbers stand without names, what stands beside others may be of another column as well
    apart = sum(not row.navn for row in read.rader) * _APART > len(read.rader)
    for group in _groups(under_headings(read.rader)):
        placed, unplaced = _placed(group)
        left += unplaced
        for row, pieces in zip(group, placed, strict=True):
            new = PlanSection(row.sted, row.avsnitt or zone.navn, ())
            certain = _is_certain(row, len(group) == 1, bool(row.nummer) and not apart)
            left += [] if certain else [Piece(Slag.TEKST, row.navn, row.sted, True), *pieces]
            sections.setdefault(row.avsnitt, new).linjer += [_line(zone, row, pieces)] if certain else []
    places = dict.fromkeys(one.sted for one in left)
    table = PlanTable([*sections.values()], [zone.navn, *zone.kolonner])
    return table, [NotPlaced(place, " ".join(one.tekst for one in left if one.sted == place)) for place in places]


def _is_certain(row: LostRow, alone: bool, counted: bool) -> bool:
    """Return whether a row is likely to be a plan: not two things speak against its name, or one that does so by itself.

    `alone` says that its name follows no other right after it, nor another it, as names do in a column, and `counted` that
    a list number counts it.
    """
    name, said, past = row.navn, judge.is_comment(row.navn), [*judge.after_name(row.navn), *row.navn.split(" / ")[1:]]
    told = (said and name.endswith(".")) or (judge.begins_comment(name) and not counted)
    other = not _NAME.match(name) or is_plan_type(name) or name.count(")") > name.count("(")
    # a unit, what is decided, or a heading
    cells = (begins(word_list().enheter, one) or judge.need_at(one) or judge.column_words(one)[1] for one in past)
    if other or any(cells) or judge.column_words(name)[1] or (told and not (counted and row.deler)):
        return False
    named = judge.plan_words_in(name) or judge.speaks_of_many(name) or judge.is_other_row(name)
    named = named or any(one.slag == Slag.ORD for one in row.deler)
    others = VALUE.search(name) or _OF_OTHERS.search(name)
    against = [row.delt, not named, alone and not (named or counted), said, others, *map(judge.is_name, past)]
    return sum(map(bool, against)) - counted < _UNCERTAIN


def _signs(text: str) -> list[str]:
    """Return the marks of a text, one for each year: «Xx» and «0001» are several, and «hele året» one."""
    words = re.findall(rf"{any_of(word_list().merke.tid)}|\S+", text)
    return [sign for word in words for sign in (word if re.fullmatch("[xX]{2}|[01]{2,}", word) else [word])]


def _groups(lost: Sequence[LostRow]) -> list[Sequence[LostRow]]:
    """Return rows whose names follow right after each other together, so that what comes next is of all of them."""
    ends = [at for at, row in enumerate(lost, 1) if row.deler or at == len(lost)]
    return [lost[start:end] for start, end in pairwise([0, *ends])]


def _placed(group: Sequence[LostRow]) -> tuple[list[list[Piece]], list[Piece]]:
    """Return the pieces of each row of a group, and those of which nobody can tell whose they are."""
    pieces = group[-1].deler
    if len(group) == 1:
        return [pieces], []
    by_kind = {kind: [one for one in pieces if one.slag == kind] for kind in dict.fromkeys(one.slag for one in pieces)}
    told = {kind: found for kind, found in by_kind.items() if len(found) == len(group) and kind in _ONCE}
    return [[found[at] for found in told.values()] for at in range(len(group))], [one for one in pieces if one.slag not in told]


def _line(zone: Zone, lost: LostRow, pieces: Sequence[Piece]) -> PlanLine:
    """Return a row with what its pieces say; as many marks as there are years stand each in their own."""
    line = PlanLine(lost.sted, lost.nummer, lost.navn)
    charge, dated = (any(word in one.casefold() for one in zone.kolonner) for word in ("ansvar", "vedt"))
    needs = [one.tekst for one in pieces if one.slag == Slag.ORD]
    for one in pieces:
        role = "ansvarlig" if one.slag == Slag.ROLLE and charge else _ROLES.get(one.slag, "")
        role = role if one.slag != Slag.ORD else "vedtatt" if dated and one.tekst != needs[-1] else "ord"
        if role:
            line.texts.setdefault(role, []).append(one.tekst)
        elif one.slag not in _MARKS:
            line.annet.append((_OTHER.get(one.slag, one.slag.value), one.tekst))
    told = [one.tekst for one in pieces if one.slag == Slag.TIDSROM and "tidsrom" in map(str.casefold, zone.kolonner)]
    line.merker = dict.fromkeys(years_in(told[0]), CellMark("x", CROSS)) if told else {}
    signs = _signs(" ".join(one.tekst for one in pieces if one.slag in _MARKS and ":" not in one.tekst))
    columns = zone.aar if len(signs) == len(zone.aar) else [(year,) for years in zone.aar for year in years]
    if columns and len(signs) == len(columns) and len({one.slag for one in pieces if one.slag in _MARKS}) == 1:
        under = zip(columns, signs, strict=True)
        line.merker = {year: mark for years, sign in under for year in years if (mark := read_mark(sign))}
    else:
        line.uten_aar = list(filter(read_mark, signs))
    for one in (one for one in pieces if one.slag == Slag.MERKE and ":" in one.tekst):
        named_years(line, FoundColumn("", (), ""), read_mark(one.tekst) or CellMark("", ""))
    line.tvil += _doubts(lost, pieces, told)
    return line


def _doubts(lost: LostRow, pieces: Sequence[Piece], years: Sequence[str]) -> Iterator[Doubt]:
    if lost.delt:
        yield Doubt("navn", lost.navn, "Navnet er satt sammen av linjer som ikke sto etter hverandre. Er det riktig?")
    if marks := [one.tekst for one in pieces if one.slag in _MARKS] or years:
        yield Doubt("aar", " ".join(marks), "Kolonnen er tapt i teksten. Er årene kontrollert mot dokumentet?")
    yield Doubt("rad", "; ".join(one.tekst for one in pieces if one.slag not in _MARKS), _FILL)
