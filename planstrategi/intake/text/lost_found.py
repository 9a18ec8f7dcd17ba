"""The rows of tables whose columns are lost → what was found: what the order of the lines does not tell is doubted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planstrategi.intake.cells import footnote_off, read_mark
from planstrategi.intake.facts import facts_in, other_row
from planstrategi.intake.found import Doubt, FoundRow, FoundTable, NotPlaced
from planstrategi.intake.legend import meaning_of
from planstrategi.intake.text.lost_rows import LostRow, LostRows
from planstrategi.intake.text.pieces import Piece, Slag
from planstrategi.intake.text.zones import Zone

_MARKS = (Slag.MERKE, Slag.TALL)
# the kinds of which a row has one; more of them are a column printed on its own
_ONCE = {Slag.DATO: 1, Slag.ORD: 2, Slag.KOSTNAD: 2, Slag.AAR: 1}
_NO_HEADING = "Radene står under ingen kolonneoverskrifter. Er dette planene kommunen skal arbeide med?"
_FILL = "Kolonnene er tapt i teksten. Er det raden sier, kontrollert mot dokumentet?"


class _Read(NamedTuple):
    """The rows read of a zone, and what could not be placed."""

    tabeller: list[FoundTable]
    rader: list[FoundRow]
    igjen: list[NotPlaced]


def lost_found(zones: Iterable[Zone]) -> _Read:
    """Return what was found in the zones; a table that is printed twice counts once."""
    kept: list[_Read] = []
    for one in filter(lambda read: read.rader, map(_read, zones)):
        twin = next((at for at, other in enumerate(kept) if _alike(one, other)), None)
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = _once(*sorted((kept[twin], one), key=_sure, reverse=True))
    tables: list[FoundTable] = []
    rows: list[FoundRow] = []
    for one in kept:
        rows += [row._replace(tabell=row.tabell + len(tables)) for row in one.rader]
        tables += one.tabeller
    return _Read(tables, rows, [left for one in kept for left in one.igjen])


def _read(zone: Zone) -> _Read:
    read = LostRows(zone)
    lost, loose = read.rader, read.igjen
    rows, left = [], list(loose)
    names = list(dict.fromkeys(row.avsnitt for row in lost))
    for group in _groups(lost):
        placed, unplaced = _placed(group, len(zone.aar))
        left += unplaced
        rows += [_row(zone, one, mine, len(group) == 1 and not unplaced) for one, mine in zip(group, placed, strict=True)]
    notes = {found[1]: found[2] for one in loose if (found := re.match(r"(\*+)\s?(.+)", one.tekst))}
    counts = dict.fromkeys(range(1, len(names) + 1), 0)
    numbered = []
    for one, row in zip(lost, rows, strict=True):
        table = names.index(one.avsnitt) + 1
        counts[table] += 1
        note = notes.get(footnote_off(one.navn)[1], "")
        numbered.append(row._replace(tabell=table, rad=counts[table], kommentar="; ".join(filter(None, (row.kommentar, note)))))
    used = {row.kommentar for row in numbered}
    left = [one for one in left if one.tekst.strip("* ") not in used]
    lines = {place: [one.tekst for one in left if one.sted == place] for place in dict.fromkeys(one.sted for one in left)}
    tables = [_table(zone, lost, name) for name in names]
    return _Read(tables, numbered, [NotPlaced(place, " ".join(texts)) for place, texts in lines.items()])


def _table(zone: Zone, lost: Sequence[LostRow], name: str) -> FoundTable:
    """Return the table with what its marks mean by a legend or heading in the zone, else with a doubt."""
    marks = [mark for row in lost for piece in row.deler for sign in _signs(piece) if (mark := read_mark(sign))]
    means = meaning_of(marks, [name, zone.navn, *zone.kolonner], [line.tekst for line in zone.linjer])
    place = next(row.sted for row in lost if row.avsnitt == name)
    asked = () if zone.kolonner or zone.aar else (Doubt("tabell", name or zone.navn, _NO_HEADING),)
    return FoundTable(place, name or zone.navn, means.betyr, means.ordlyd, (*means.tvil, *asked))


def _signs(piece: Piece) -> list[str]:
    """Return the marks of a piece, one for each year: «Xx» and «0001» are several."""
    if piece.slag not in _MARKS:
        return []
    return list(piece.tekst) if re.fullmatch("[xX]{2}|[01]{2,}", piece.tekst) else piece.tekst.split()


def _groups(lost: Sequence[LostRow]) -> Iterator[list[LostRow]]:
    """Yield rows whose names follow right after each other, so that what comes next is of all of them."""
    group: list[LostRow] = []
    for row in lost:
        group.append(row)
        if row.deler:
            yield group
            group = []
    if group:
        yield group


def _placed(group: Sequence[LostRow], years: int) -> tuple[list[list[Piece]], list[Piece]]:
    """Return the pieces of each row of a group, and those of which nobody can tell whose they are."""
    pieces = group[-1].deler
    if len(group) == 1:
        kept = _own(pieces, years)
        return [kept], [one for one in pieces if one not in kept]
    by_kind = {kind: [one for one in pieces if one.slag == kind] for kind in dict.fromkeys(one.slag for one in pieces)}
    # texts and crosses may be several to a row, so that their number tells nothing
    told = {
        kind: found for kind, found in by_kind.items() if len(found) == len(group) and kind in (Slag.ROLLE, Slag.TYPE, *_ONCE)
    }
    return [[found[at] for found in told.values()] for at in range(len(group))], [one for one in pieces if one.slag not in told]


def _own(pieces: list[Piece], years: int) -> list[Piece]:
    """Return the pieces of a row that stands alone; where whole columns follow it, only what is before them."""
    runs = [at for at, one in enumerate(pieces) if one.slag in _MARKS and (not at or pieces[at - 1].slag not in _MARKS)]
    listed = len(runs) > 1 or any(sum(one.slag == kind for one in pieces) > most for kind, most in _ONCE.items())
    if not listed:
        return pieces
    first = next((at for at, one in enumerate(pieces) if one.slag in (Slag.TEKST, *_ONCE)), len(pieces))
    own = pieces[:first]
    marks = [one for one in own if one.slag == Slag.MERKE]
    return own if len(marks) <= years else [one for one in own if one.slag != Slag.MERKE or one.linje == marks[0].linje]


def _row(zone: Zone, lost: LostRow, pieces: Sequence[Piece], alone: bool) -> FoundRow:
    said = {
        kind: [one.tekst for one in pieces if one.slag == kind]
        for kind in (Slag.TEKST, Slag.TYPE, Slag.ROLLE, *_ONCE, Slag.VERDI)
    }
    marks = [sign for one in pieces for sign in _signs(one)]
    whole = bool(zone.aar) and len(marks) == len(zone.aar)
    charge = any("ansvar" in one.casefold() for one in zone.kolonner)
    name, _ = footnote_off(lost.navn)
    cells = {
        "navn": name, "avsnitt": lost.avsnitt, "kommentar": "; ".join(said[Slag.TEKST]), "ord": "; ".join(said[Slag.ORD][-1:]),
        "vedtatt": "; ".join(said[Slag.DATO] + said[Slag.ORD][:-1]), "plantype": "; ".join(said[Slag.TYPE]),
    }  # fmt: skip
    facts, (hva, asked) = facts_in(cells), other_row(name, lost.avsnitt, cells["ord"])
    units = [] if charge else said[Slag.ROLLE]
    other = {
        "Plantype": said[Slag.TYPE],
        "Forkortelse": units,
        "Tekst": said[Slag.VERDI],
        "Kostnad": said[Slag.KOSTNAD],
        "År": said[Slag.AAR],
    }
    sure = alone and not lost.delt and _plain(pieces, whole)
    doubts = [] if sure else list(_doubts(lost, pieces, marks))
    doubts += [Doubt("navn", name, asked)] if asked else []
    return FoundRow(
        lost.sted, 0, 0, None, lost.nummer, name, dict(zip(zone.aar, marks, strict=False)) if whole else {},
        () if whole else tuple(marks), cells["ord"], "; ".join(said[Slag.ROLLE]) if charge else "", cells["vedtatt"],
        cells["kommentar"], tuple((key, "; ".join(texts)) for key, texts in other.items() if texts), not hva, hva,
        facts.forslag, (*doubts, *facts.tvil),
    )  # fmt: skip


def _plain(pieces: Sequence[Piece], whole: bool) -> bool:
    """Return whether one line holds all that a row has: a sign for each year, or both decision and need."""
    kinds = {one.slag for one in pieces}
    glued = any(re.fullmatch("[01]{2,}", one.tekst) for one in pieces)
    return len({one.linje for one in pieces}) == 1 and not glued and (whole or {Slag.DATO, Slag.ORD} <= kinds)


def _doubts(lost: LostRow, pieces: Sequence[Piece], marks: Sequence[str]) -> Iterator[Doubt]:
    if lost.delt:
        yield Doubt("navn", lost.navn, "Navnet er satt sammen av linjer som ikke sto etter hverandre. Er det riktig?")
    if marks:
        yield Doubt("aar", " ".join(marks), "Kolonnen er tapt i teksten. Er årene kontrollert mot dokumentet?")
    words = "; ".join(one.tekst for one in pieces if one.slag not in _MARKS)
    if words or not marks:
        yield Doubt("rad", words, _FILL)


def _same_name(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _alike(one: _Read, other: _Read) -> bool:
    """Return whether two zones print the same table: most names of the one with more of them stand in the other."""
    names = [{_same_name(row.navn) for row in each.rader} for each in (one, other)]
    return len(names[0] & names[1]) * 10 >= 7 * max(map(len, names))


def _sure(read: _Read) -> int:
    return sum(not row.tvil for row in read.rader)


def _once(kept: _Read, twin: _Read) -> _Read:
    """Return the table that is read best, with a doubt where the other copy of it says something else."""
    others = {_same_name(row.navn): row for row in twin.rader}
    rows = []
    for row in kept.rader:
        other = others.get(_same_name(row.navn))
        if other is None or (other.merker, other.merker_uten_aar) != (row.merker, row.merker_uten_aar):
            where = f"{row.sted}; {other.sted if other else twin.tabeller[0].sted}"
            asked = Doubt("rad", where, "Tabellen står to ganger og leses ulikt. Er det første riktig?")
            row = row._replace(tvil=(*row.tvil, asked))
        rows.append(row)
    where = f"{kept.tabeller[0].sted} og {twin.tabeller[0].sted}"
    twice = Doubt("tabell", where, "Tabellen står to ganger og er talt én gang. Er det samme tabell?")
    tables = [kept.tabeller[0]._replace(tvil=(*kept.tabeller[0].tvil, twice)), *kept.tabeller[1:]]
    named = {_same_name(row.navn) for row in kept.rader}
    others_only = [NotPlaced(row.sted, row.navn) for row in twin.rader if _same_name(row.navn) not in named]
    return _Read(tables, rows, [*kept.igjen, *others_only])
