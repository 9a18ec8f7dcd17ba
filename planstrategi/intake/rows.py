"""The rows of a plan table below its headings → sections, and lines that are plans; what is neither is said."""

import re
from collections.abc import Sequence

from planstrategi.intake.cells import (
    CROSS,
    JOINED,
    LETTERS,
    SHADE,
    WORDS_MARK,
    CellMark,
    clean_cell,
    is_open,
    looks_like_plan,
    on_one_line,
    read_mark,
)  # fmt: skip
from planstrategi.intake.columns import AAR, NAVN, NUMMER, PERIODE, FoundColumn, Layout, is_heading, read_layout, years_in
from planstrategi.intake.document import PrintedCell, PrintedRow
from planstrategi.intake.found import Doubt, NotPlaced
from planstrategi.intake.grounds import grounds_of
from planstrategi.intake.plan_line import PlanLine, PlanSection, is_begun, plans_of
from planstrategi.intake.words import meets, word_list

LEADING_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})*)(?:[.):]\s*|\s+)(?=[^\W\d])")
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+\S")
_NOTE = re.compile(r"\*+\s?\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s?\S|\[\d+\]")
_PROSE, _WORD_OVER_YEARS = 160, 30


class TableRows:
    """Reads the rows of one table."""

    def __init__(self, rows: Sequence[PrintedRow], layout: Layout, heading: str) -> None:
        self.rows, self.layout = rows, layout
        self.sections = [PlanSection(rows[0].sted, heading, layout.kolonner)]
        self.notes: list[NotPlaced] = []
        self.merged: dict[int, str] = {}  # the last text of each column, which may go on over the rows below
        data = rows[layout.etter :]
        self._measure(data)
        self.ground, self.coloured = grounds_of(rows, layout, self.name)
        # what stands above the headings may be repeated with them
        headings = {_alike(row) for row in rows[: layout.etter]}
        for at, row in enumerate(data):
            if not any(text.strip() for text in row.texts) and not any(self._shaded(row, year) for year in layout.of(AAR)):
                continue
            if _alike(row) in headings:
                continue
            if self._names_columns(row) and (new := read_layout(data[at:])) and not new.forste:
                headings |= {_alike(one) for one in data[at : at + new.etter]}
                self.layout = new
                self.sections.append(PlanSection(row.sted, self.sections[-1].navn, new.kolonner))
            else:
                self._row(row)

    def _measure(self, rows: Sequence[PrintedRow]) -> None:
        self.name = next(iter(self.layout.of(NAVN)), 0)
        named = [
            row.celler[self.name].tekst for row in rows if self.name < len(row.celler) and row.celler[self.name].tekst.strip()
        ]
        alone = [row for row in rows if _filled(row) == [self.name]]
        # where rows have mostly nothing but a name, or names of no plans, that is no sign of a heading
        self.many_alone = len(alone) > 0.5 * len(rows) or sum(map(looks_like_plan, named)) < 0.3 * len(named)
        self.numbered = bool(self.layout.of(NUMMER)) or _share(LEADING_NUMBER, named) > 0.5
        self.in_chapters = _share(_CHAPTER, named) > 0.5
        self.bold = sum(row.celler[self.name].fet for row in rows) > len(rows) / 2
        # a colour that rows with more than a name have, is no heading's
        self.colours = {row.celler[self.name].farge for row in rows if len(_filled(row)) > 1}

    def _names_columns(self, row: PrintedRow) -> bool:
        named = self.name < len(row.celler) and meets(
            ("^plan$", "^planer$", "^planar$", "^navn*", "^plannavn"), row.celler[self.name].tekst
        )
        # years below what is no year are of a plan
        years = sum(bool(re.fullmatch(r"(?:19|20)\d\d", row.texts[at].strip())) for at in self.layout.of(AAR))
        return (years > 1 or bool(named)) and is_heading(row)

    def _row(self, row: PrintedRow) -> None:
        filled = _filled(row)
        if len(filled) == 1 and not any(self._shaded(row, year) for year in self.layout.of(AAR)):
            text = on_one_line(clean_cell(row.celler[filled[0]].tekst))
            wide = row.celler[-1].flettet == "venstre" and filled[0] <= self.name
            if filled[0] <= self.name and (_NOTE.match(text) or len(text) > _PROSE or "=" in text):
                self.notes.append(NotPlaced(row.sted, text))
                return
            if (filled[0] <= self.name or wide) and self._is_section(row, filled[0], text, wide):
                self._begin_section(row, text, wide or row.celler[filled[0]].fet)
                return
        line = self._line(row)
        if self._continues(line):
            self.sections[-1].linjer[-1].take_in(line)
        elif line.navn:
            if len(filled) == 1 and not looks_like_plan(line.navn):
                line.tvil.append(Doubt("navn", line.navn, "Er dette en plan, og ikke en overskrift?"))
            self.sections[-1].linjer += plans_of(line, row.celler[self.name].tekst)
        else:
            self.notes.append(NotPlaced(row.sted, " | ".join(on_one_line(text) for text in row.texts if text.strip())))

    def _is_section(self, row: PrintedRow, at: int, text: str, wide: bool) -> bool:
        words, cell = word_list(), row.celler[at]
        above = self.sections[-1].linjer[-1].navn if self.sections[-1].linjer else ""
        if wide:
            return True
        if above and (text[0].islower() or is_open(above)):
            return False
        if (cell.fet and not self.bold) or (cell.farge and cell.farge not in self.colours):
            return True
        if (text.isupper() and " " in text) or text.endswith(":") or meets(words.mellomtittel, text):
            return True
        if LEADING_NUMBER.match(text):
            return not self.numbered or bool(_CHAPTER.match(text) and not self.in_chapters)
        plural = meets(tuple(f"^{word}" for word in words.flertall), text.split(" (")[0])
        return bool(plural) or self.numbered or not (self.many_alone or looks_like_plan(text) or is_begun(above))

    def _begin_section(self, row: PrintedRow, text: str, sure: bool) -> None:
        asked = Doubt("navn", text, f"Er «{text}» en overskrift og ikke en plan?")
        plain = sure or text.isupper() or any(meets(words, text) for words in (word_list().mellomtittel, word_list().flertall))
        self.sections.append(PlanSection(row.sted, text, self.layout.kolonner, [] if plain else [asked]))

    def _line(self, row: PrintedRow) -> PlanLine:
        line = PlanLine(row.sted)
        cells = self._aligned(row, line)
        for at, (column, cell) in enumerate(zip(self.layout.kolonner, cells, strict=False)):
            text = on_one_line(clean_cell(cell.tekst))
            if column.rolle == "tidsrom":
                line.merker |= dict.fromkeys(years_in(text), CellMark("x", CROSS))
            if column.rolle in (AAR, PERIODE):
                self._mark(line, column, cell, self._span(row, at), self._shaded(row, at))
            elif column.rolle == NAVN:
                line.navn = text
            elif column.rolle == NUMMER:
                line.nummer = text.rstrip(".)")
            else:
                # what is merged over several rows is said of each
                if cell.flettet != "over":
                    self.merged[at] = clean_cell(cell.tekst) if column.rolle == "ansvarlig" else text
                if said := self.merged.get(at):
                    line.texts.setdefault(column.rolle, []).append(said)
                if text:
                    line.annet.append((column.rolle if column.rolle != "annet" else column.tittel, text))
        self._take_number(line)
        whole = [word.replace(JOINED, "") for text in row.texts for word in text.split() if JOINED in word]
        if whole:
            asked = "Ordene står på to linjer i en trang celle. Er de satt riktig sammen?"
            line.tvil.append(Doubt("rad", ", ".join(dict.fromkeys(whole)), asked))
        return line

    def _take_number(self, line: PlanLine) -> None:
        if self.numbered and not line.nummer and (found := LEADING_NUMBER.match(line.navn)):
            line.nummer, line.navn = found[1], line.navn[found.end() :]

    def _aligned(self, row: PrintedRow, line: PlanLine) -> list[PrintedCell]:
        """The cells of a row under their columns; a row with a cell too many has it among the years."""
        cells, columns = list(row.celler), self.layout.kolonner
        last, years = max((at for at, column in enumerate(columns) if column.tittel), default=0), self.layout.of(AAR)
        extra = max(_filled(row), default=0) - last
        beyond, moved = columns[last + 1 : last + 2], cells[last].tekst.strip()
        other = any(one.rolle != "annet" for one in beyond) or (moved and not read_mark(moved)) or len(moved) > 3
        if extra < 1 or not years or other:
            return cells
        surplus = cells[years[-1] : years[-1] + extra + 1]
        mark = next((cell for cell in surplus if cell.tekst.strip()), surplus[0])
        ord_ = " | ".join(cell.tekst.strip() or "–" for cell in cells[years[0] : years[-1] + extra + 1])
        question = (
            f"Raden har {extra} celle for mye. Er årene lest riktig når de siste av dem leses som {columns[years[-1]].tittel}?"
        )
        line.tvil.append(Doubt("aar", ord_, question))
        return [*cells[: years[-1]], mark, *cells[years[-1] + extra + 1 :]]

    def _shaded(self, row: PrintedRow, at: int) -> str:
        """The colour of a cell that is shaded otherwise than its row and its column."""
        colour = row.celler[at].farge if at < len(row.celler) else ""
        return "" if colour in (row.celler[self.name].farge, self.ground.get(at, "")) else colour

    def _span(self, row: PrintedRow, at: int) -> list[int]:
        """The years that a cell stretches over by being merged."""
        years = list(self.layout.kolonner[at].aar)
        for column, cell in zip(self.layout.kolonner[at + 1 :], row.celler[at + 1 :], strict=False):
            if cell.flettet != "venstre" or column.rolle != AAR:
                break
            years += column.aar
        return years

    def _mark(self, line: PlanLine, column: FoundColumn, cell: PrintedCell, years: list[int], shade: str) -> None:
        mark = read_mark(cell.tekst, shade)
        if cell.flettet == "over" and self.sections[-1].linjer:
            above = self.sections[-1].linjer[-1].merker
            line.merker |= {year: above[year] for year in column.aar if year in above}
        elif mark is None or cell.flettet:
            return
        elif column.rolle == PERIODE or (mark.slag == WORDS_MARK and len(years) > 1 and len(mark.tegn) > _WORD_OVER_YEARS):
            self._without_year(line, column, mark)
        elif mark.aar:
            self._named_years(line, column, mark)
        else:
            if sum(one.rolle == AAR and one.aar == column.aar for one in self.layout.kolonner) > 1:
                # which part of the year, and what stood in its other parts
                line.annet.append((column.tittel, mark.tegn))
                old = line.merker.get(years[0], mark)
                mark = old if mark.tegn in (*old.tegn.split("/"), "") else CellMark(f"{old.tegn}/{mark.tegn}", LETTERS)
            line.merker |= {year: line.merker.get(year, mark) if mark.slag == SHADE else mark for year in years}
            if mark.slag == SHADE and column in self.coloured:
                asked = f"Alle radene har farge under {column.tittel}. Er fargen i denne raden et merke?"
                line.tvil.append(Doubt("aar", column.tittel, asked))
            if len(column.aar) > 1 or (len(years) > 1 and mark.slag == WORDS_MARK):
                told = ", ".join(map(str, years))
                line.tvil.append(
                    Doubt("aar", f"{column.tittel}: {mark.tegn}", f"Merket står under flere år. Gjelder det hvert av {told}?")
                )

    def _named_years(self, line: PlanLine, column: FoundColumn, mark: CellMark) -> None:
        for year, sign in mark.aar:
            signs = "/".join(filter(None, (line.merker[year].tegn if year in line.merker else "", sign)))
            line.merker[year] = CellMark(signs, LETTERS if len(sign) < 3 else WORDS_MARK)
            if column.aar and year not in column.aar:
                asked = f"Cellen nevner {year}, men står under {column.tittel}. Er {year} riktig?"
                line.tvil.append(Doubt("aar", f"{column.tittel}: {mark.tegn}", asked))

    def _without_year(self, line: PlanLine, column: FoundColumn, mark: CellMark) -> None:
        if mark.slag == WORDS_MARK:
            line.texts.setdefault("ord", []).append(mark.tegn)
        else:
            line.uten_aar.append(mark.tegn)
            line.tvil.append(Doubt("aar", f"{column.tittel}: {mark.tegn}", "Hvilket år gjelder merket? Kolonnen sier det ikke."))

    def _continues(self, line: PlanLine) -> bool:
        """Whether a row is the rest of the one above it."""
        if not self.sections[-1].linjer or line.nummer:
            return False
        above = self.sections[-1].linjer[-1]
        if not line.navn:
            return True
        begun = line.navn[0].islower() or is_begun(above.navn)
        own = line.merker or line.texts.keys() - {"kommentar", "annet"}
        return begun and (not (line.merker and above.merker) if self.numbered else not own)


def _filled(row: PrintedRow) -> list[int]:
    return [at for at, text in enumerate(row.texts) if text.strip()]


def _share(form: re.Pattern[str], names: Sequence[str]) -> float:
    return sum(bool(form.match(name.strip())) for name in names) / len(names) if names else 0.0


def _alike(row: PrintedRow) -> tuple[str, ...]:
    return tuple(re.sub(r"\W", "", text.lower()) for text in row.texts)
