"""The rows of a plan table below its headings → sections, and lines that are plans; what is neither is said."""

import re
from collections.abc import Sequence

from planstrategi.intake.cells import JOINED, STRUCK, is_cross, is_open, looks_like_plan, name_and_text, plain_cell, read_mark
from planstrategi.intake.columns import AAR, NAVN, NUMMER, PERIODE, Layout, heads_part, read_layout
from planstrategi.intake.document import PICTURES, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.found import Doubt, NotPlaced
from planstrategi.intake.plan_line import PlanLine, PlanSection, ask_responsible, is_begun, plans_of
from planstrategi.intake.words import LONGEST_SIGN, begins, first_rule, meets, share_that, word_list
from planstrategi.intake.year_cells import YearCells, is_of_others

LEADING_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})*)(?:[.):]\s*|\s+)(?=[^\W\d])")
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+\S")
_LETTERED = re.compile(r"[A-I][.)] ?[A-ZÆØÅ][a-zæøå]")
_NOTE = re.compile(r"\d{1,3}[.)]?$|\*+\s?\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s?\S|\[\d+\]|(?i:figur|tabell) \d+[.:]|(?i:kilde|kjelde):")
_EXPLAINS = re.compile(r"\(?\w{1,4}\)? ?= ?\w")
_FEW_WORDS = re.compile(r"(?:[\w-]+ |[\w-]+ og )?[\w-]+")
_PROSE = 160
_UNREAD = "Cellene under {} har {} som ikke er forklart. Hva betyr de?"


class TableRows:
    """Reads the rows of one table."""

    def __init__(self, table: PrintedTable, layout: Layout, heading: str) -> None:
        rows = table.rader
        self.layout, self.bounded = layout, table.avgrenset
        self.sections = [PlanSection(rows[0].sted, heading, layout.kolonner)]
        self.notes: list[NotPlaced] = []
        self.merged: dict[int, str] = {}  # the last text of each column, which may go on over the rows below
        data = rows[layout.etter :]
        self._measure(data)
        self.years = YearCells(rows, layout, self.name)
        self.joined: set[str] = set()
        # a row that begins with the sign of a mark tells what it means
        marks = {row.texts[at].strip() for row in data for at in layout.of(AAR)}
        self.signs = {mark for mark in marks if mark and len(mark) <= LONGEST_SIGN}
        self.legend = False  # whether what stands alone is of the legend that a row above begins
        self.heading: PrintedRow | None = None  # of the last section, where one row heads it
        # what stands above the headings may be repeated with them
        self._read(data, {row.alike for row in rows[: layout.etter]})
        self._ask(data)
        self._end()

    def _read(self, data: Sequence[PrintedRow], headings: set[tuple[str, ...]]) -> None:
        for at, row in enumerate(data):
            if row.alike in headings or not (row.filled or self.years.shaded(row)):
                continue
            if heads_part(row, self.layout) and (new := read_layout(data[at:])) and not new.forste:
                if is_of_others(self.layout, new):
                    self.notes += [NotPlaced(one.sted, text) for one in data[at:] if (text := one.said)]
                    break
                headings |= {one.alike for one in data[at : at + new.etter]}
                titles = [one.kolonner[self.name].tittel for one in (self.layout, new)]
                self.layout, self.years.layout, self.heading = new, new, None
                # what stands in their place over the names, is a group of them
                group = self.sections[-1].navn if titles[0] == titles[1] else titles[1]
                self.sections.append(PlanSection(row.sted, group, new.kolonner))
            else:
                self._row(row, data[at + 1 : at + 2])

    def _ask(self, data: Sequence[PrintedRow]) -> None:
        """Ask what the rows leave open together."""
        lines = [line for section in self.sections for line in section.linjer]
        merged = any(row.celler[at].flettet == "over" for row in data for at in self.layout.of("ansvarlig"))
        ask_responsible(lines, self.layout.kolonner, merged)
        for line in (one for one in lines if is_open(one.navn)):
            line.tvil.append(Doubt("navn", line.navn, "Er dette hele navnet?"))
        if any(cell.flettet == "kanskje" for row in data for cell in row.celler):
            for section in self.sections:
                section.ask(Doubt("aar", section.navn, "Noen merker står mellom to år. Gjelder de begge, og de andre bare ett?"))

    def _end(self) -> None:
        """Take the last heading for a plan where none stands below it, or for what follows the table."""
        if self.heading and self.sections[-1].tvil and not self.sections[-1].linjer:
            last = self.sections.pop()
            line = self._line(self.heading)
            if self.bounded and line.navn and not LEADING_NUMBER.match(last.navn):
                self._add(self.heading, line)
            else:
                self.notes.append(NotPlaced(last.sted, last.navn))

    def _measure(self, rows: Sequence[PrintedRow]) -> None:
        self.name = next(iter(self.layout.of(NAVN)), 0)
        named = [text for row in rows if (text := row.texts[self.name].strip())]
        # where rows have mostly nothing but a name, or names of no plans, that is no sign of a heading
        self.many_alone = (
            2 * sum(row.filled == [self.name] for row in rows) > len(rows) or share_that(named, looks_like_plan) < 0.3
        )
        self.numbered = bool(self.layout.of(NUMMER)) or share_that(named, LEADING_NUMBER.match) > 0.5
        self.in_chapters = share_that(named, _CHAPTER.match) > 0.5
        self.bold = sum(row.celler[self.name].fet for row in rows) > len(rows) / 2
        self.units = {row.texts[at].strip() for row in rows for at in self.layout.of("ansvarlig")}
        # a colour that rows with more than a name have, is no heading's
        self.colours = {row.celler[self.name].farge for row in rows if len(row.filled) > 1}

    def _row(self, row: PrintedRow, below: Sequence[PrintedRow]) -> None:
        filled = row.filled
        if self._has_parts(row, below):
            self._begin_section(row, plain_cell(row.celler[self.name].tekst), True)
            return
        if len(filled) == 1 and filled[0] <= self.name and not self.years.shaded(row):
            cell, wide = row.celler[filled[0]], row.celler[-1].flettet == "venstre"
            text = plain_cell(cell.tekst)
            self.legend = self.legend or ((":" in text or text.endswith("forklaring")) and begins(word_list().forklaring, text))
            said = len(text) > _PROSE or "=" in text or re.split(r"[\s:–-]", text)[0] in self.signs
            if self.legend or said or _NOTE.match(text):
                self.notes.append(NotPlaced(row.sted, text))
                return
            if wide or self._is_section(cell, text):
                self._begin_section(row, text, wide or cell.fet)
                return
        self.legend, line = False, self._line(row)
        # of a legend below the rows, with a cell for the sign
        sign = {line.nummer, line.navn} & self.signs and not line.nummer.isdecimal() and not line.merker
        explains = _EXPLAINS.match(line.navn) or (sign and first_rule(word_list().merket_betyr, " ".join(row.texts)))
        if self.sections[-1].linjer and self._tells(line):
            line.texts.setdefault("kommentar", []).append(line.navn)
            line.navn = ""
        if self._continues(line):
            self.sections[-1].linjer[-1].take_in(line)
        elif line.navn and not explains:
            self._add(row, line)
        else:
            self.notes.append(NotPlaced(row.sted, row.said))

    def _add(self, row: PrintedRow, line: PlanLine) -> None:
        cell = row.celler[self.name]
        if not (line.merker or line.texts.keys() - {"kommentar", "annet"} or looks_like_plan(line.navn)):
            line.tvil.append(Doubt("navn", line.navn, "Er dette en plan, og ikke en overskrift?"))
        self.sections[-1].linjer += plans_of(line, line.navn if name_and_text(cell.tekst, cell.tittel)[1] else cell.tekst)

    def _has_parts(self, row: PrintedRow, below: Sequence[PrintedRow]) -> bool:
        """Whether nothing but a number and a name stands above what has that number and more: «2» above «2.1», «A» above «A1»."""
        own, *parts = (self._number(one) for one in (row, *below))
        alone = {*row.filled} <= {self.name, *self.layout.of(NUMMER)} and not self.years.shaded(row)
        return alone and bool(own) and any(re.match(rf"{re.escape(own)}(?:\.|(?<=\D)\d)", part) for part in parts)

    def _number(self, row: PrintedRow) -> str:
        found = LEADING_NUMBER.match(row.celler[self.name].tekst.strip())
        told = [row.celler[at].tekst.strip().rstrip(".)") for at in self.layout.of(NUMMER)]
        return next(filter(None, told), found[1] if found else "")

    def _is_section(self, cell: PrintedCell, text: str) -> bool:
        above = self.sections[-1].linjer[-1].navn if self.sections[-1].linjer else ""
        if above and (text[0].islower() or is_open(above)):
            return False
        # who is responsible for rows may stand above them as well
        stands_out = (cell.fet and not self.bold) or (cell.farge and cell.farge not in self.colours) or text in self.units
        if stands_out or (text.isupper() and " " in text) or text.endswith(":") or meets(word_list().mellomtittel, text):
            return True
        if LEADING_NUMBER.match(text):
            return not self.numbered or bool(_CHAPTER.match(text) and not self.in_chapters)
        # «Tema- og sektorplanar», where nothing shows that a cell is bold or merged
        many = not self.bounded and bool(_FEW_WORDS.fullmatch(text) and meets(word_list().flertall, text))
        plural = many or begins(word_list().flertall, text) or bool(_LETTERED.match(text) and not self.many_alone)
        return plural or self.numbered or not (self.many_alone or looks_like_plan(text) or is_begun(above))

    def _begin_section(self, row: PrintedRow, text: str, sure: bool) -> None:
        plain = sure or text.isupper() or any(meets(words, text) for words in (word_list().mellomtittel, word_list().flertall))
        tvil = [] if plain else [Doubt("navn", text, f"Er «{text}» en overskrift og ikke en plan?")]
        if len(self.sections) > 1 and not self.sections[-1].linjer:
            # a heading above a heading
            above = self.sections.pop()
            text, tvil = f"{above.navn}: {text}", [*above.tvil, *tvil]
        self.heading = row
        self.sections.append(PlanSection(row.sted, text, self.layout.kolonner, tvil))

    def _line(self, row: PrintedRow) -> PlanLine:
        line = PlanLine(row.sted)
        cells = self._aligned(row, line)
        for at, (column, cell) in enumerate(zip(self.layout.kolonner, cells, strict=False)):
            text = plain_cell(cell.tekst)
            if column.rolle == NAVN:
                if len(self.colours) > 2 and not cell.forklart:
                    self.sections[-1].ask(Doubt("status", column.tittel, _UNREAD.format(column.tittel, "farger")))
                charged = "ansvar" in column.tittel.casefold()
                line.navn, told = name_and_text(cell.tekst, cell.tittel, charged)
                above = self.sections[-1].linjer[-1:]
                if not line.navn and not (above and "ansvarlig" not in above[0].texts):
                    # no row above lacks who is responsible
                    line.navn, told = told, ""
                for rolle, words in (("ansvarlig" if charged else "kommentar", told), ("status", cell.forklart)):
                    if words:
                        line.texts.setdefault(rolle, []).append(words)
                        line.annet.append((rolle, words))
            elif column.rolle == NUMMER:
                line.nummer = text.rstrip(".)")
            elif column.rolle not in (AAR, PERIODE):
                if unread := "bilder" if text and text in PICTURES else "" if text or not self.years.shade(row, at) else "farger":
                    text = text or "farget"
                    self.sections[-1].ask(Doubt(column.rolle, column.tittel, _UNREAD.format(column.tittel, unread)))
                # what is merged over several rows is said of each
                if cell.flettet != "over":
                    self.merged[at] = cell.tekst.strip() if column.rolle == "ansvarlig" else text
                if said := self.merged.get(at):
                    # a cross below what is decided says that it is
                    said = column.tittel if column.rolle in ("ord", "hast") and is_cross(said) else said
                    line.texts.setdefault(column.rolle, []).append(said)
                if text:
                    line.annet.append((column.rolle if column.rolle != "annet" else column.tittel, text))
        self.years.read(row, cells, line, self.sections[-1])
        if self.numbered and not line.nummer and (found := LEADING_NUMBER.match(line.navn)):
            line.nummer, line.navn = found[1], line.navn[found.end() :]
        if struck := "; ".join(plain_cell(words) for text in row.texts for words in STRUCK.findall(text)):
            line.tvil.append(Doubt("rad", struck, "Dette er strøket i kilden. Er raden lest riktig, og gjelder den?"))
        whole = [word.replace(JOINED, "") for text in row.texts for word in text.split() if JOINED in word]
        if new := [word for word in dict.fromkeys(whole) if word not in self.joined]:
            self.joined |= {*new}
            asked = "Ordene er delt eller kappet i en trang celle. Er de lest riktig og helt, her og i radene under?"
            line.tvil.append(Doubt("rad", ", ".join(new), asked))
        return line

    def _aligned(self, row: PrintedRow, line: PlanLine) -> list[PrintedCell]:
        """The cells of a row under their columns; a row with a cell too many has it among the years."""
        cells, columns = list(row.celler), self.layout.kolonner
        last, years = max((at for at, column in enumerate(columns) if column.tittel), default=0), self.layout.of(AAR)
        extra = max(row.filled, default=0) - last
        beyond, moved = columns[last + 1 : last + 2], cells[last].tekst.strip()
        other = any(one.rolle != "annet" for one in beyond) or (moved and not read_mark(moved)) or len(moved) > 3
        if extra < 1 or not years or other:
            return cells
        surplus = cells[years[-1] : years[-1] + extra + 1]
        mark = next((cell for cell in surplus if cell.tekst.strip()), surplus[0])
        ord_ = " | ".join(cell.tekst.strip() or "–" for cell in cells[years[0] : years[-1] + extra + 1])
        title = columns[years[-1]].tittel
        question = f"Raden har {extra} celle for mye. Er årene lest riktig når de siste av dem leses som {title}?"
        line.tvil.append(Doubt("aar", ord_, question))
        return [*cells[: years[-1]], mark, *cells[years[-1] + extra + 1 :]]

    def _tells(self, line: PlanLine) -> bool:
        """Whether a row is a sentence below a name, and beside it the rest of other cells."""
        begun = any(text[:1].isupper() for texts in line.texts.values() for text in texts)
        return not (self.bounded or begun) and not (line.merker or line.nummer) and line.navn.endswith(".")

    def _continues(self, line: PlanLine) -> bool:
        """Whether a row is the rest of the one above it."""
        if not self.sections[-1].linjer or line.nummer:
            return False
        above = self.sections[-1].linjer[-1]
        if not line.navn:
            return True
        # years alone are the end of a name, and of one that is begun both above and below the whole is read
        whole = not re.search(r"[^\W\d]", line.navn) or (line.navn[0].islower() and is_open(above.navn))
        cut = not self.bounded and self.numbered and not looks_like_plan(line.navn)
        begun = whole or cut or line.navn[0].islower() or is_begun(above.navn)
        own = line.merker or line.texts.keys() - {"kommentar", "annet"}
        return begun and (not (line.merker and above.merker) if whole or (self.numbered and not cut) else not own)
