"""The cells of a table's years → the marks of a row: which colours are marks, and which year each mark is of."""

import re
from collections.abc import Sequence
from itertools import takewhile

from planstrategi.intake.cells import CROSS, LETTERS, SHADE, WORDS_MARK, CellMark, plain_cell, read_mark
from planstrategi.intake.columns import AAR, LONG, MAYBE_NAME, NAVN, PERIODE, FoundColumn, Layout, column_of, years_in
from planstrategi.intake.document import PrintedCell, PrintedRow
from planstrategi.intake.facts import facts_in
from planstrategi.intake.found import Doubt
from planstrategi.intake.plan_line import PlanLine, PlanSection
from planstrategi.intake.words import any_of, meets, word_list

_WORD_OVER_YEARS, _MARKED = 30, (AAR, PERIODE)


class YearCells:
    """Reads the cells of the years of a table; `layout` is that of the headings last met."""

    def __init__(self, rows: Sequence[PrintedRow], layout: Layout, name: int) -> None:
        self.layout, self.name = layout, name
        self.ground, self.coloured = _grounds_of(rows, layout, name)

    def shaded(self, row: PrintedRow) -> bool:
        """Return whether a row has a shaded year."""
        return any(self.shade(row, at) for at in self.layout.of(AAR))

    def read(self, row: PrintedRow, cells: Sequence[PrintedCell], line: PlanLine, section: PlanSection) -> None:
        """Give a line the marks of its row; `section` holds the lines above, and is asked what concerns all of it."""
        for at, (column, cell) in enumerate(zip(self.layout.kolonner, cells, strict=False)):
            if column.rolle == "tidsrom":
                _read_time(line, plain_cell(cell.tekst))
            elif column.rolle in _MARKED and cell.flettet == "over" and section.linjer:
                above = section.linjer[-1].merker
                line.merker |= {year: above[year] for year in column.aar if year in above}
            elif column.rolle in _MARKED and cell.flettet != "venstre" and (mark := read_mark(cell.tekst, self.shade(row, at))):
                self._mark(line, section, column, mark, self._span(row, at))

    def shade(self, row: PrintedRow, at: int) -> str:
        """Return the colour of a cell that is shaded otherwise than its row and its column."""
        colour = row.celler[at].farge
        return "" if colour in (row.celler[self.name].farge, self.ground.get(at, "")) else colour

    def _span(self, row: PrintedRow, at: int) -> list[int]:
        """The years that a cell stretches over by being merged."""
        first, *rest = self.layout.kolonner[at:]
        merged = takewhile(lambda cell: cell.flettet in ("venstre", "kanskje") and not cell.tekst, row.celler[at + 1 :])
        years = takewhile(lambda column: column.rolle == AAR, (column for column, _ in zip(rest, merged, strict=False)))
        return [*first.aar, *(year for column in years for year in column.aar)]

    def _mark(self, line: PlanLine, section: PlanSection, column: FoundColumn, mark: CellMark, years: list[int]) -> None:
        if column.rolle == PERIODE or (mark.slag == WORDS_MARK and len(years) > 1 and len(mark.tegn) > _WORD_OVER_YEARS):
            _without_year(line, section, column, mark)
        elif mark.aar:
            named_years(line, column, mark)
        else:
            if sum(one.rolle == AAR and one.aar == column.aar for one in self.layout.kolonner) > 1:
                # which part of the year, and what stood in its other parts
                line.annet.append((column.tittel, mark.tegn))
                old = line.merker.get(years[0], mark)
                slag = WORDS_MARK if WORDS_MARK in (old.slag, mark.slag) else LETTERS
                mark = old if mark.tegn in (*old.tegn.split("/"), "") else CellMark(f"{old.tegn}/{mark.tegn}", slag)
            line.merker |= {year: line.merker.get(year, mark) if mark.slag == SHADE else mark for year in years}
            if mark.slag == SHADE and column in self.coloured:
                asked = f"Alle radene har farge under {column.tittel}. Er fargen i denne raden et merke?"
                line.tvil.append(Doubt("aar", column.tittel, asked))
            # two columns with one heading may be of two tables that stand beside each other
            several = len(column.aar) > 1 or self.layout.kolonner.count(column) > 1
            if several or (mark.slag == WORDS_MARK and len(years) > 1) or meets(word_list().apent_tidspunkt, column.tittel):
                asked = f"Gjelder merkene under {column.tittel} planen i raden, og hvert av årene ({', '.join(map(str, years))})?"
                section.ask(Doubt("aar", column.tittel, asked))


def is_of_others(above: Layout, below: Layout) -> bool:
    """Return whether headings further down are of other years and of no plans, as those of statistics are."""
    here, there = ({year for column in one.kolonner for year in column.aar} for one in (above, below))
    title = below.kolonner[next(iter(above.of(NAVN)), 0)].tittel
    return bool(here) and here.isdisjoint(there) and column_of(title).rolle not in (NAVN, MAYBE_NAME)


def named_years(line: PlanLine, column: FoundColumn, mark: CellMark) -> None:
    """Give a line the marks of a cell that names their years; those of other years than its column are asked about."""
    for year, sign in mark.aar:
        signs = "/".join(filter(None, (line.merker[year].tegn if year in line.merker else "", sign)))
        line.merker[year] = CellMark(signs, LETTERS if len(sign) < 3 else WORDS_MARK)
        if column.aar and year not in column.aar:
            asked = f"Cellen nevner {year}, men står under {column.tittel}. Er {year} riktig?"
            line.tvil.append(Doubt("aar", f"{column.tittel}: {mark.tegn}", asked))


def _read_time(line: PlanLine, told: str) -> None:
    """Give a line the years of a cell that says when; where words say of what, the rules read them, and the rest is asked."""
    read = {one.felt for part in facts_in({"tidsrom": told}) for one in part} - {"hast"}
    if read - {"status"} or (read and not years_in(told)):
        return
    # «høst 2024 – vår 2027» is a span of years
    plain = " ".join(re.sub(r"\b[1-4]\.", "", re.sub(any_of(word_list().bare_tid), "", told, flags=re.IGNORECASE)).split())
    long = len(years := years_in(plain)) > LONG
    line.merker |= {} if long else dict.fromkeys(years, CellMark("x", CROSS))
    # «2026–» is open, and «(2026)» and «2026?» are not sure
    if long or re.search(r"[^\W\d]|[?→>]|\d\s?[-–]$|\(\d", plain) or (not years and re.search(r"\w", told)):
        line.tvil.append(Doubt("aar", told, "Er dette når det arbeides med planen, og ikke en frist, eller når planen gjelder?"))


def _without_year(line: PlanLine, section: PlanSection, column: FoundColumn, mark: CellMark) -> None:
    if mark.slag == WORDS_MARK:
        line.texts.setdefault("ord", []).append(mark.tegn)
    else:
        line.uten_aar.append(mark.tegn)
        line.annet.append((column.tittel, mark.tegn))
        section.ask(Doubt("aar", column.tittel, "Hvilket år gjelder merkene i kolonnen? Overskriften sier det ikke."))


def _grounds_of(rows: Sequence[PrintedRow], layout: Layout, name: int) -> tuple[dict[int, str], set[FoundColumn]]:
    """Return the ground of each column that has one, and the columns of years where every cell is coloured and it may be a mark.

    A colour that stands beside white cells of a year is a mark. Where all of a column has one colour, it is the ground when
    its heading has it too, or when no year is white; else nobody can tell. Of several colours and no white, the ground is the
    one that the years have most of.
    """
    data = rows[layout.etter :]
    told = [row for row in data if sum(bool(text.strip()) for text in row.texts) > 1] or data
    colours = [[cell.farge for cell in row.celler] for row in told]
    cells = {at: [one[at] for one in colours if not one[at] or one[at] != one[name]] for at in range(len(layout.kolonner))}
    years = layout.of(AAR)
    marking = {colour for at in years if "" in cells[at] for colour in cells[at]}
    of_years = [colour for at in years for colour in cells[at]]
    coloured = {at: own for at, own in cells.items() if own and "" not in own and (at in years or len({*own}) == 1)}
    whole = {at: max(own, key=(of_years if at in years else own).count) for at, own in coloured.items()}
    heading = {(at, cell.farge) for row in rows[layout.forste : layout.etter] for at, cell in enumerate(row.celler)}
    asked = {at for at, colour in whole.items() if at in years and marking and not {(at, colour)} & heading}
    grounds = {at: colour for at, colour in whole.items() if colour not in marking and at not in asked}
    mixed = {at for at in years if at in whole and len(set(cells[at])) > 1}
    return grounds, {layout.kolonner[at] for at in asked | mixed if whole[at] not in marking}
