"""A document → what was understood of it: which tables are plan tables, and what their rows say."""

import re
from collections.abc import Iterator, Sequence

from planstrategi.intake.cards import UNNAMED, with_cards
from planstrategi.intake.cells import WORDS_MARK, footnote_off, is_cross, looks_like_plan, plain_cell, split_responsible
from planstrategi.intake.colours import with_words
from planstrategi.intake.columns import AAR, NAVN, Layout, column_of, is_either, layout_of_plans, read_layout, years_in
from planstrategi.intake.document import Document, Paragraph, PrintedTable
from planstrategi.intake.facts import EFFORT, SPAN, facts_in, other_row
from planstrategi.intake.found import WHO, Doubt, Found, FoundRow, FoundTable, NotPlaced, Proposed
from planstrategi.intake.front_page import front_page
from planstrategi.intake.legend import Meaning, explained, meaning_of
from planstrategi.intake.plan_line import PlanLine, PlanSection, PlanTable
from planstrategi.intake.plan_lists import headed, is_plan_table, turned, unfolded, with_lists
from planstrategi.intake.rows import TableRows
from planstrategi.intake.words import LONGEST_SIGN, first_rule, meets, share_that, word_list

# what says when there is work with plans, and by whom; and what is to be done with them
_WORK = frozenset(["tidsrom", "ansvarlig", "skal_vedtas", "oppstart", "ferdig"])
_TO_COME = _WORK | {AAR, "ord"}
_APART = "Ikke lest som planer, for det som skal gjøres, står i en tabell: "
# longer than what is decided
_NEAR, _DECIDED = 6, 25
_EMPTY = "Det står ikke noe under overskriften i noen rad. Har cellene i dokumentet farger eller tegn som ikke er lest?"
_UNNAMED = "Ingen overskrift sier hva radene er. Er dette planer kommunen skal ha?"
_BEGINS_WITH_MARK = re.compile(r"\(?[xX✓]\)?(?:\s|$)")


def found(document: Document) -> Found:
    """Return what was understood of a document: its plan tables, their rows, and what could not be placed."""
    document = with_words(document)
    carded = with_cards(document)
    # which it is, for to compare long parts is slow
    kept = {*map(id, carded.deler)}
    tables, unplaced = plan_tables(document._replace(deler=tuple(part for part in document.deler if id(part) in kept)))
    told = any(section.says_what_to_do for table in tables for section in table.sections)
    listed = with_lists(carded, [line.navn for table in tables for line in table.lines if told])
    if not told:
        tables, unplaced = plan_tables(listed)
    else:
        apart = [part for part in listed.deler if isinstance(part, PrintedTable) and part not in document.deler]
        unplaced += [NotPlaced(part.sted, _APART + "; ".join(row.said for row in part.rader)) for part in apart]
    return understood(document, tables, unplaced)


def understood(document: Document, tables: Sequence[PlanTable], unplaced: Sequence[NotPlaced]) -> Found:
    """Return what the plan tables of a document say, and of what stands beside them what is not told with a row."""
    texts = [part.tekst for part in document.deler if isinstance(part, Paragraph)] + [note.tekst for note in unplaced]
    front = front_page(document, [year for one in tables for part in one.sections for own in part.kolonner for year in own.aar])
    begins = front.periode[0] if front.periode else 0
    others = {number: why for number, one in enumerate(tables) if (why := _left_out(one, tables, begins))}
    if len(others) < len(tables):
        unplaced = [*unplaced, *others.values()]
        tables = [one for number, one in enumerate(tables) if number not in others]
    sections = [(section, table.near, at) for at, table in enumerate(tables) for section in table.sections if section.linjer]
    # the parts of the organisation that cells name: alone, or before a role
    cells = {line.text("ansvarlig") for section, *_ in sections for line in section.linjer}
    units = frozenset(unit for cell in cells for unit in split_responsible(cell).enheter)
    made, rows, stands = [], [], dict[str, int]()
    for number, (section, near, at) in enumerate(sections, 1):
        marks = [mark for line in section.linjer if other_row(line.navn)[0] != "sum" for mark in line.merker.values()]
        titles = [section.navn, *(column.tittel for column in section.kolonner if column.rolle == AAR)]
        means = meaning_of(marks, [*titles, *near], texts)
        hast = [one.ord for one in facts_in({"avsnitt": section.navn}).forslag if one.felt == "hast"]
        betyr = means.betyr or ({"": "hast"} if hast and not marks else {})
        over = {one.rolle: one.tittel for one in section.kolonner}
        spoken = {rolle for line in tables[at].lines for rolle in (*line.texts, AAR if line.merker or line.uten_aar else "")}
        silent = [Doubt(rolle, title, _EMPTY) for rolle, title in over.items() if rolle in {AAR, "status"} - spoken]
        if means.tvil and AAR not in over and (when := over.get("tidsrom")):
            # no cross is printed
            means = means._replace(tvil=(Doubt("merket_betyr", when, f"Arbeides det med planene i årene under {when}?"),))
        tvil = (*section.tvil, *section.unread_years(), *means.tvil, *silent)
        made.append(FoundTable(section.sted, section.navn, betyr, means.ordlyd or " ".join(hast), tvil, at))
        counted = 0
        for line in section.linjer:
            counted += line.delrad in (None, 1)
            # the years of a name need not be repeated
            if stands.setdefault(SPAN.sub("", line.navn.lower()).strip(" ,()"), at) != at and not other_row(line.navn)[0]:
                line.tvil.append(Doubt("navn", line.navn, "Planen står også i en annen tabell. Er det den samme planen?"))
            row = _row(line, number, counted, section, means, units, texts)
            rows.append(_adopted(row, int(front.vedtatt[:4] or begins), any(map(is_either, section.kolonner))))
    # a row that is no plan may have been read as a footnote or a legend
    said = [one for table in made for one in table.merket_ordlyd.split("; ") if one]
    left = [note for note in unplaced if not any(one in note.tekst for one in said)]
    notes = tuple(note for note in left if not any(note.tekst in row.kommentar for row in rows))
    return front._replace(tabeller=tuple(made), rader=tuple(rows), ikke_plassert=notes)


def _left_out(table: PlanTable, tables: Sequence[PlanTable], first: int) -> NotPlaced | None:
    """Why a table is not of what is to be done in the period from the year `first`, None when it is."""
    section = table.sections[0]
    # who says something, or proposes it, heads a column of what is no plan
    few_plans = share_that([line.navn for line in table.lines], looks_like_plan) <= 0.5
    titles = [column.tittel for column in section.kolonner if column.rolle == NAVN or few_plans]
    # an introduction says so of a table that does not say what is to be done
    own = _TO_COME.intersection(column.rolle for column in section.kolonner)
    told = [*titles, *(one[0] for text in table.near if not own and (one := re.match(r"(?i)(?:tabell|oversikt)[^.!?]*", text)))]
    years = [year for column in section.kolonner for year in column.aar]
    years += [year for text in told if "planstrategi" in text for year in years_in(text)]
    said = any(meets(word_list().tidligere, re.sub(r"^[\d.]+ +", "", text)) for text in (section.navn, *told))
    past = (said or years) and max([*years, *years_in(section.navn)], default=0) < max(first, 1)
    again = {line.navn for one in tables if one is not table for line in one.lines}
    of_others = meets(word_list().andres_planer, section.navn) and not any(one.says_what_to_do for one in table.sections)
    if past or (not own and (of_others or again.issuperset(line.navn for line in table.lines))):
        return NotPlaced(section.sted, f"Tabellen viser ikke hva som skal gjøres i perioden, og er ikke lest: {section.navn}")
    return None


def _adopted(row: FoundRow, made: int, either: bool) -> FoundRow:
    """The row, asked of what is adopted after the strategy was `made`; `either` where the heading may be of what is to come."""
    early = [one for one in row.forslag if one.felt == "skal_vedtas" and int(one.verdi[:4]) < made - 1]
    past = (Doubt(one.felt, one.ord, f"{one.verdi[:4]} er før perioden. Er planen vedtatt da?") for one in early)
    row = row._replace(tvil=(*row.tvil, *past))
    one = next((one for one in row.forslag if one.felt == "vedtatt"), None)
    if not one:
        return row
    year, own = int(one.verdi[:4]), either and one.ord in row.vedtatt
    if own and 0 < made < year:
        return row._replace(forslag=tuple(told._replace(felt="skal_vedtas") if told is one else told for told in row.forslag))
    asked = Doubt("vedtatt", one.ord, f"Er planen vedtatt i {year}? Det kan også være når den skal vedtas.")
    return row._replace(tvil=(*row.tvil, asked)) if 0 < made < year or (own and year >= made) else row


def plan_tables(document: Document) -> tuple[list[PlanTable], list[NotPlaced]]:
    """Return the plan tables of a document, and what stands in its tables and is no row of them."""
    tables, unplaced = list[PlanTable](), [NotPlaced("dokumentet", text) for text in document.skjult]
    heading, above, before = "", list[str](), None
    for part in document.deler:
        if isinstance(part, Paragraph):
            heading, above = (part.tekst, [part.tekst]) if part.overskrift else (heading, [*above, part.tekst][-_NEAR:])
            continue
        part, instead = headed(turned(unfolded(part.even())))
        layout, goes_on = _layout(part, before, above)
        near = [*above, *(text for row in part.rader[: layout.forste if layout else 0] for text in row.texts if text.strip())]
        if layout and (goes_on or is_plan_table(part, layout, instead)):
            group = (one.tittel for one in layout.kolonner if one.rolle == NAVN and column_of(one.tittel).rolle == "navn_mulig")
            titles = [*group, *near[len(above) :], heading, *(text for text in above[-1:] if len(text) < 120)]
            # what explains a sign is no heading
            read = TableRows(part, layout, plain_cell(next((text for text in titles if text and "=" not in text), "")))
            if instead or not any(column.tittel for column in layout.kolonner):
                for section in read.sections:
                    section.ask(Doubt("navn", instead or plain_cell(part.rader[0].texts[0]), _UNNAMED))
            if goes_on:
                tables[-1].take_in(read.sections)
            else:
                tables.append(PlanTable(read.sections, near))
            unplaced += read.notes
            before = layout
        elif any(row.said for row in part.rader):
            opening = _legend(part) or part.rader[0].said[:200]
            unplaced.append(NotPlaced(part.sted, f"Tabellen er ikke lest som en plantabell: {opening}"))
        heading, above = "", []
    return tables, unplaced


def _layout(table: PrintedTable, before: Layout | None, above: Sequence[str]) -> tuple[Layout | None, bool]:
    """The layout of a table, that of the table before it when it goes on without a word between."""
    own = read_layout(table.rader)
    other = above or first_rule(word_list().merket_betyr, _legend(table))
    if own or not before or len(table.rader[0].celler) != len(before.kolonner) or other:
        return own or layout_of_plans(table.rader), False
    return before._replace(forste=0, etter=0), True


def _legend(table: PrintedTable) -> str:
    """The legend that a table is, with or without a heading; empty when it is none."""
    rows = [[plain_cell(text) for text in row.texts if text.strip()] for row in table.rader]
    # a sign stands before or after its words, and several may stand beside each other
    pairs = [sorted(pair, key=len) for row in rows for pair in zip(row[::2], row[1::2], strict=False)]
    signs = [one for one in pairs if len(one[0]) <= LONGEST_SIGN and not one[0].isdecimal()]
    return "; ".join(map(" = ".join, signs)) if len(pairs) - len(signs) + sum(len(row) % 2 for row in rows) < 2 else ""


def _row(
    line: PlanLine, table: int, rad: int, section: PlanSection, means: Meaning, units: frozenset[str], texts: Sequence[str]
) -> FoundRow:
    navn, mark = footnote_off(line.navn)
    note = _note(mark, texts) or mark
    own, years = line.texts.get("ord", []), [m.tegn for m in line.merker.values() if m.slag == WORDS_MARK]
    # a letter says what the document explains it with
    meant = [explained(one, texts) for one in own]
    unread = [one for one in meant if len(one) < _DECIDED and re.search(r"[^\W\d]", one) and not any(facts_in({"ord": one}))]
    # that there is work in a year does not say how far the plan is
    dated = [one for one in years if not ((rule := first_rule(word_list().merket_betyr, one)) and rule[0].betyr == "arbeid")]
    ord_, of_plan = ("; ".join(dict.fromkeys(all_words)) for all_words in ([*own, *years], [*meant, *dated]))
    said = line.text("kommentar")
    kommentar = "; ".join(dict.fromkeys(filter(None, (said, note, _note(footnote_off(said)[1], texts)))))
    signs = dict.fromkeys(sign for m in line.merker.values() for sign in (m.alike, *m.alike.split("/")))
    stands = "; ".join(means.bokstaver[sign] for sign in signs if sign in means.bokstaver)
    told = {rolle: line.text(rolle) for rolle in line.texts}
    words = {"navn": navn, "ord": "; ".join(filter(None, (of_plan, stands))), "kommentar": kommentar, "avsnitt": section.navn}
    # what numbers below it are counted in
    words["overskrift"] = " ".join(one.tittel for one in section.kolonner if one.rolle in EFFORT)
    facts = facts_in(told | words)
    hva, question = other_row(navn, section.navn, f"{ord_} {kommentar}")
    listed = first_rule(word_list().bare_nevnt, section.navn)
    if listed and not (hva or line.merker or _WORK.intersection(line.texts)):
        hva, question = listed[0].hva, listed[0].spoersmaal
    who, doubts = _responsible(line, units)
    begun = {"oppstart", "vedtak"}.intersection(means.betyr.get(mark.alike) for mark in line.merker.values())
    if begun and ("aarlig", "[handlingsdel]") in [one[:2] for one in facts.forslag]:
        rolled = [one for one in facts.forslag if one.verdi == "rullering_av_handlingsdel"]
        doubts += [Doubt("planbehov", one.ord, "Gjelder merkene bare denne delen, og ikke planen?") for one in rolled]
    doubts += [Doubt("planbehov", one, "Hva er bestemt for planen? Cellen er ikke lest.") for one in unread]
    tvil = [*line.tvil, *facts.tvil, *doubts, *_doubted(line, navn, told, means, hva, question)]
    merker = {year: mark.tegn for year, mark in sorted(line.merker.items())}
    # beside what has a field of its own
    annet = tuple(pair for pair in line.annet if pair[0] not in ("ord", "ansvarlig", "vedtatt", "kommentar"))
    crossed = filter(is_cross, line.texts.get("interkommunal", ()))
    forslag = (*who, *(Proposed("eier", "flere_kommuner", text) for text in crossed), *facts.forslag)
    return FoundRow(
        line.sted, table, rad, line.delrad, line.nummer, navn, merker, tuple(line.uten_aar), ord_,
        plain_cell(line.text("ansvarlig")), line.text("vedtatt"), kommentar, annet, not hva, hva, forslag,
        tuple(dict.fromkeys(tvil)),
    )  # fmt: skip


def _note(mark: str, texts: Sequence[str]) -> str:
    """The footnote that begins with a mark, empty when there is none."""
    return next((text for text in texts if mark and text.startswith(mark) and not text.startswith(mark + mark[0])), "")


def _responsible(line: PlanLine, units: frozenset[str]) -> tuple[list[Proposed], list[Doubt]]:
    cell = line.text("ansvarlig") or meets(word_list().ansvar_i_ord, line.text("kommentar")).partition(":")[2]
    parts = split_responsible(cell, units)
    words = plain_cell(cell)
    unknown = [one for one in parts.medvirkende if one not in units]
    asked = [Doubt("medvirkende", one, f"Er «{one}» en del av kommunen som skal være med på planen?") for one in unknown]
    several = (";" in cell and len(parts.enheter) > 1) or any(" / " in one for one in parts.enheter)
    asked += [Doubt("ansvarlig", words, "Raden nevner flere. Er alle ansvarlige for planen?")] if several else []
    return [Proposed(felt, one, words) for felt, named in zip(WHO, parts, strict=True) for one in named], asked


def _doubted(line: PlanLine, navn: str, told: dict[str, str], means: Meaning, hva: str, question: str) -> Iterator[Doubt]:
    if question:
        yield Doubt("hva", navn, question)
    yield from [Doubt("navn", navn, "Hva heter planen? Navnet er ikke funnet.")] if navn == UNNAMED else []
    if astray := next((text for rolle, text in told.items() if rolle != "interkommunal" and _BEGINS_WITH_MARK.match(text)), ""):
        yield Doubt("aar", astray, "Står det et merke i en celle som ikke er for et år?")
    for mark in dict.fromkeys(line.merker.values()):
        if mark.alike == "(X)" and mark.tegn not in means.ordlyd:
            yield Doubt("merker", mark.tegn, "Kilden forklarer ikke parentesen. Er året merket som de andre?")
    if not hva and (plural := meets(word_list().flertall, navn)):
        yield Doubt("navn", plural, "Gjelder raden flere planer?")
    if told.get("timer") and len(line.merker) > 2:
        yield Doubt("innsats", told["timer"], "Gjelder timene hele perioden, og ikke hvert år?")
