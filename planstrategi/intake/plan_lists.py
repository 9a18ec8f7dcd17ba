"""Which tables are of plans, and plans that are no rows → rows: in lists, in the columns of a table, and below other headings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, product

from planstrategi.intake.cards import is_told
from planstrategi.intake.cells import (
    NUMBER,
    is_own_name,
    is_plan_name,
    is_plan_type,
    looks_like_plan,
    on_one_line,
    plain_cell,
    read_mark,
    share_of_plans,
)
from planstrategi.intake.columns import AAR, MAYBE_NAME, NAVN, Layout, column_of, stands_for_year, years_in
from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.facts import facts_in
from planstrategi.intake.words import meets, share_that, word_list

_BULLET = re.compile(r"(?:^|(?<=\s))(?:[•▪●◦‣·○■➢✓\uf0b7\uf0a7-]|\d{1,2}[.)](?=\s[A-ZÆØÅ]))\s+", re.MULTILINE)
_LIST = re.compile(rf"(?:[^.]{{0,200}}:\s+)?{_BULLET.pattern}", re.MULTILINE)
# what is said of a plan after its name
_TOLD = re.compile(r"\s*\(([^()]*)\)[.;]?$|(?:\s+–|\s*:)\s+(.*)$")
_FEWEST, _SHARE = 2, 0.6
# what a heading may not say that names of plans stand below; and how many are enough to tell so
_NO_NAMES, _ENOUGH, _TOLD_BY = (AAR, "nummer", "hjemmel", "kommentar", "status", "annen_tabell", NAVN), 3, 0.3
# how many of them may be of others
_OTHERS = 0.4
# what a table of plans may have a column of
_OF_PLANS = ("ansvarlig", "ord", "vedtatt", "skal_vedtas", "hjemmel", "status", "kommentar")
# how many of the names tell by themselves that a table is of plans, and how many help to tell it
_MANY_PLANS, _SOME_PLANS = 0.5, 0.2


def with_lists(document: Document, known: Sequence[str]) -> Document:
    """Return a document with those of its lists that name more plans than are `known` as tables, without headings."""
    runs = groupby(document.deler, key=lambda part: isinstance(part, Paragraph) and bool(_LIST.match(part.tekst)))
    parts, above = list[Paragraph | PrintedTable](), ""
    for listed, run in runs:
        of_run = list(run)
        rows = [row for part in of_run for row in _rows(part)] if listed else []
        names = [row.celler[0].tekst for row in rows]
        new = any(not any(one.startswith(name) for one in known) for name in names)
        own = new and len(names) >= _FEWEST and share_that(names, is_own_name) >= _SHARE
        before = f"{above} {_BULLET.split(of_run[0].tekst)[0]}" if isinstance(of_run[0], Paragraph) else ""
        parts += [PrintedTable(of_run[0].sted, tuple(rows))] if own and not meets(word_list().andres_planer, before) else of_run
        above = of_run[-1].tekst if isinstance(of_run[-1], Paragraph) else ""
    return document._replace(deler=tuple(parts))


def headed(table: PrintedTable) -> tuple[PrintedTable, str]:
    """Return a table with «Plan» above its column of names of plans where no heading says so, and what stood there."""
    rows = [*table.even().rader]
    # a title stands above the headings, and a group of plans in their column, alone
    first = next((at for at, row in enumerate(rows) if len(row.filled) > 1), len(rows) - 1)
    told = [row.texts for row in rows[first + 1 :] if len(row.filled) > 1]
    below = [[text for texts in told if (text := texts[at].strip())] for at in range(len(rows[0].celler))]
    roles, plans = [column_of(text).rolle for text in rows[first].texts], [share_of_plans(texts) for texts in below]
    enough = _ENOUGH if sum(map(bool, roles)) > 1 else _ENOUGH + 2
    open_ = [at for at, rolle in enumerate(roles) if rolle not in _NO_NAMES and len(below[at]) >= enough]
    at = max(open_, key=lambda one: plans[one], default=-1)
    # «Gjeldende plan» stands beside the name
    least = 0.0 if roles[at] == "vedtatt" else _TOLD_BY
    known = any(rolle == NAVN and share >= least for rolle, share in zip(roles, plans, strict=True))
    heading = rows[first].texts[at]
    others = share_that([heading, *below[at]], lambda text: meets(word_list().andres_planer, text))
    if known or at < 0 or plans[at] < _SHARE or others > _OTHERS or (is_plan_name(heading) and roles[at] in ("", MAYBE_NAME)):
        return table, ""
    cells = [cell._replace(tekst="Plan") if n == at else cell for n, cell in enumerate(rows[first].celler)]
    rows[first] = rows[first]._replace(celler=tuple(cells))
    return table._replace(rader=tuple(rows)), heading


def turned(table: PrintedTable) -> PrintedTable:
    """Return a table with its plans as rows, where its columns are plans, and its rows years or what is told of them."""
    heads, titles = table.rader[0], [row.texts[0] for row in table.rader[1:]]
    plans = share_that(heads.texts[1:], lambda text: looks_like_plan(text) and not meets(word_list().flertall, text))
    told = all(map(stands_for_year, titles)) or share_that(titles, is_told) >= _SHARE
    if len(titles) < _FEWEST or len(heads.celler) <= _FEWEST or not told or plans < _SHARE:
        return table
    cells = ([cell._replace(flettet="venstre" if cell.flettet == "over" else "") for cell in row.celler] for row in table.rader)
    columns = enumerate(zip(*cells, strict=True), 1)
    return table._replace(rader=tuple(PrintedRow(f"{table.sted}, kolonne {number}", column) for number, column in columns))


def unfolded(table: PrintedTable) -> PrintedTable:
    """Return a table with a row for each plan, where the cells below years, or those of one column, list several plans."""
    at = next((n for n, row in enumerate(table.rader) if sum(map(stands_for_year, row.texts)) >= _FEWEST), -1)
    return _by_year(table, at) if at >= 0 else _one_by_one(table)


def _by_year(table: PrintedTable, at: int) -> PrintedTable:
    heads, rows = table.rader[at], table.rader[at + 1 :]
    years = [n for n, text in enumerate(heads.texts) if stands_for_year(text)]
    others = [n for n in range(len(heads.celler)) if n not in years]
    beside = [share_of_plans([row.texts[n] for row in rows if row.texts[n].strip()]) for n in others]
    if max(beside, default=0.0) > _SOME_PLANS:
        return table
    found = defaultdict[tuple[PrintedRow, str], list[tuple[str, str]]](list)
    for row, year in product(rows, years):
        for text in _names(row.texts[year]):
            name, words = _name_and_told(text)
            # «Temaplan Trygg alderdom – bolig og tjenester» is a name
            said = facts_in({"ord": words}).forslag or meets(word_list().tekst.verb, words)
            found[row, name if said else text].append((heads.texts[year], words if said else ""))
    if not _are_plans([name for _, name in found]):
        return table
    titles = PrintedCell("Plan"), *(heads.celler[n] for n in others), PrintedCell("Når"), PrintedCell("Kommentar")
    made = [PrintedRow(heads.sted, titles)]
    for (row, name), own in found.items():
        # what is said below the only year is said of the plan
        said = "; ".join(words if len(own) == 1 else f"{year}: {words}" for year, words in own if words)
        ends = PrintedCell(", ".join(year for year, _ in own)), PrintedCell(said)
        made.append(PrintedRow(row.sted, (PrintedCell(name), *(row.celler[n] for n in others), *ends)))
    return table._replace(rader=(*table.rader[:at], *made))


def _one_by_one(table: PrintedTable) -> PrintedTable:
    rows = table.rader[1:]
    listed = [[_names(row.texts[at]) for row in rows] for at in range(len(table.rader[0].celler))]
    several = [at for at, cells in enumerate(listed) if 2 * sum(len(own) > 1 and _are_plans(own) for own in cells) >= len(cells)]
    # of others, names on lines of their own are told by what stands beside each
    told = all(stands_for_year(row.texts[0]) for row in rows) or any(
        _BULLET.search(row.texts[at]) for row in rows for at in several
    )
    if len(table.rader) <= _FEWEST or len(several) != 1 or not told:
        return table
    (at,) = several
    made = (
        row._replace(celler=(*row.celler[:at], PrintedCell(name), *row.celler[at + 1 :]))
        for row, names in zip(rows, listed[at], strict=True)
        for name in names
    )
    return table._replace(rader=(table.rader[0], *made))


def _are_plans(names: Sequence[str]) -> bool:
    """Whether some texts are names of plans, and not the same few again, as what is done with plans is."""
    return share_that([*map(plain_cell, names)], is_own_name) >= _SHARE and len({*names}) > _MANY_PLANS * len(names)


def _names(text: str) -> list[str]:
    """The names in a cell: each on a line of its own, or after a bullet."""
    parts = _BULLET.split(text) if _BULLET.search(text) else text.splitlines()
    return [name for part in parts if (name := on_one_line(part).strip(" .;,\uf0b7\uf0a7"))]


def is_plan_table(table: PrintedTable, layout: Layout, printed: str = "") -> bool:
    """Return whether most of the names in a table are of plans, or its headings say that they are.

    `printed` is the heading of the names, where they were known without it.
    """
    if not layout.of(NAVN) or layout.of("annen_tabell") == [0]:
        return False
    name, rows = layout.of(NAVN)[0], [row.texts for row in table.rader[layout.etter :]]
    names, title = [row[name] for row in rows if row[name].strip()], layout.kolonner[name].tittel
    types = share_that(names, lambda name: meets(word_list().bare_plantype, name))
    # what tells what the kinds of plans are has no years; a list that does explains every name, and nothing is to be done
    said = title or any(not row[-1] or years_in(row[-1]) or facts_in({"ord": row[-1]}).forslag for row in rows)
    of_county = share_that(names, lambda name: meets(word_list().fylkets_planer, name)) > 0.5
    if not names or of_county or (types >= (0.5 if said else 0.3) and not layout.of(AAR) + layout.of("tidsrom")):
        return False
    named = column_of(title).rolle == NAVN
    # sentences below another heading speak of plans
    plans = share_that(names, looks_like_plan if named else lambda name: is_plan_name(plain_cell(name)))
    kinds = {mark.slag for row in rows for at in layout.of(AAR) if (mark := read_mark(row[at]))}
    # what work of a kind takes is counted as well as what a plan takes
    if kinds == {NUMBER} and column_of(printed or title or "plan").rolle != NAVN and share_that(names, is_own_name) < _SHARE:
        return False
    # years without a mark may be shaded
    signs = plans >= _SOME_PLANS, layout.of(AAR) and kinds != {NUMBER}, any(layout.of(rolle) for rolle in _OF_PLANS)
    # measures and projects stand below the heading of a name as well, so that it wants one thing more; without it, all are wanted
    return plans >= _MANY_PLANS or (any(signs) if named else all(signs))


def _rows(part: Paragraph | PrintedTable) -> Iterator[PrintedRow]:
    for text in _BULLET.split(part.tekst if isinstance(part, Paragraph) else "")[1:]:
        if plain := on_one_line(text).rstrip(".;, "):
            yield PrintedRow(part.sted, tuple(map(PrintedCell, _name_and_told(plain))))


def _name_and_told(plain: str) -> tuple[str, str]:
    """The name of a plan in an item of a list, and what is said of it there."""
    told = _TOLD.search(plain)
    # «Områderegulering: Sentrum» is a name
    told = None if told and (told[2] or "")[:1].isupper() and is_plan_type(plain[: told.start()]) else told
    return (plain[: told.start()], told[1] or told[2]) if told else (plain, "")
