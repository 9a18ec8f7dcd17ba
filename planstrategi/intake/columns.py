"""The heading rows of a table → what each of its columns is, by the words of ord.yaml and by what stands below."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from planstrategi.intake.cells import is_cross, is_plan_name, is_text, is_unit, looks_like_plan, plain_cell, share_of_plans
from planstrategi.intake.document import PrintedCell, PrintedRow
from planstrategi.intake.facts import SPAN, facts_in, span_of
from planstrategi.intake.words import fills, first_rule, meets, share_that, word_list

NUMMER, NAVN, AAR, ANNET = "nummer", "navn", "aar", "annet"
# marks below a heading of the whole period: their years are lost
PERIODE = "periode"
MAYBE_NAME = "navn_mulig"
# what may be names when no heading says so
_MAY_NAME = ("", "tema", "plantype")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"['’]?(\d\d)\Z")
# «☒ 2028 ☐ 2029» is no heading
FILLED_IN = re.compile("[☐☑☒]")
# a day and a month before a year; «1. halvår» is none
_DAY = re.compile(r"\d\s*[./]\s*\d")
# a part of a year is printed above its own column
_PART = r"[1-4]\.\s*(?:halvår|tertial|kvartal)|[HTKQ][1-4]|vår(?:en)?|høst(?:en)?|haust(?:en)?"
_BARE_YEARS = re.compile(rf"\W*(?:(?:år|{_PART})\s*)?(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)?\d\d))?\W*", re.IGNORECASE)
# more years than LONG are rather when a plan is valid than when there is work with it
_MOST_IN_HEADING, _HEADING_LENGTH, _MOST_TITLE_ROWS, LONG = 3, 50, 12, 4
# where a year is of a plan, and heads no column
_DATED = frozenset(["oppstart", "ferdig", "skal_vedtas", "vedtatt", "tidsrom"])
# of the names in a table without a heading
_PLANS = 0.6
_A_NUMBER = re.compile(r"\d{1,3}[.)]?[a-z]?|\d{1,2}\.\d{1,2}\.?")
# what a heading may say besides its year
_OF_A_YEAR = {"", AAR, "timer", "aarsverk", "kroner", "hast", "oppstart", "skal_vedtas", "ord", "vedtatt", MAYBE_NAME, NAVN}


class FoundColumn(NamedTuple):
    """A column: what it is (`aar` for years, empty when nobody says), its years, and its heading as printed."""

    rolle: str
    aar: tuple[int, ...]
    tittel: str


class Layout(NamedTuple):
    """The columns of a table, and its heading rows: the first of them, and the first row after them."""

    kolonner: tuple[FoundColumn, ...]
    forste: int
    etter: int

    def of(self, rolle: str) -> list[int]:
        """Return which columns are of a kind."""
        return [at for at, column in enumerate(self.kolonner) if column.rolle == rolle]


@cache
def column_of(heading: str) -> FoundColumn:
    """Return what a heading says of its column."""
    title = plain_cell(heading)
    rest = _beside_years(title)
    # of a heading in two languages, the first is read
    found = next(filter(None, (first_rule(word_list().kolonner, one) for one in (rest, *rest.split(" / ")[:1]) if one)), None)
    rolle = found[0].rolle if found and len(title) <= _HEADING_LENGTH else ""
    years = () if FILLED_IN.search(title) else years_in(title)
    if len(years) in (1, 2) and rolle in _OF_A_YEAR and len(rest.split()) <= _MOST_IN_HEADING and not _DAY.search(rest):
        return FoundColumn(AAR, years, title)
    return FoundColumn(PERIODE if len(years) > 2 and not rest else rolle, (), title)


def _beside_years(title: str) -> str:
    return _YEAR.sub("", SPAN.sub("", title)).strip(" .,:;*–-()")


def is_either(column: FoundColumn) -> bool:
    """Return whether a column may be of when plans were adopted, or of when they are to be."""
    return column.rolle == "vedtatt" and bool(meets(word_list().vedtak_naar, _beside_years(column.tittel)))


def stands_for_year(text: str) -> bool:
    """Return whether a heading is that of a year, also one of two digits."""
    return bool(_SHORT_YEAR.fullmatch(text)) or column_of(text).rolle == AAR


def years_in(title: str) -> tuple[int, ...]:
    """Return the years that a text names: those of a span, else each."""
    span = span_of(title)
    return tuple(range(span[0], span[1] + 1) if span else dict.fromkeys(map(int, _YEAR.findall(title))))


def read_layout(rows: Sequence[PrintedRow]) -> Layout | None:
    """Return the layout of a table from the first of its rows that is a heading; None when none of its first rows is."""
    for first, row in enumerate(rows[:_MOST_TITLE_ROWS]):
        if is_heading(row.texts, *(below.texts for below in rows[first + 1 : first + 2])):
            below = range(first + 1, min(len(rows), first + _MOST_IN_HEADING))
            after = next((at for at in below if not _goes_on(rows[first:at], rows[at])), below.stop)
            columns = [column_of(title) for title in _titles(rows[first:after])]
            return Layout(_by_content(_with_years(columns, rows[first:after]), rows[after:]), first, after)
    return None


def layout_of_plans(rows: Sequence[PrintedRow]) -> Layout | None:
    """Return the layout of a table that has no heading, when most of what stands in one of its columns are names of plans."""
    columns = _by_content([FoundColumn("", (), "")] * len(rows[0].celler), rows)
    at = next((at for at, column in enumerate(columns) if column.rolle != NUMMER), 0)
    names = [row.texts[at] for row in rows if row.texts[at].strip()]
    plans = sum(map(is_plan_name, names)) >= _PLANS * len(names) > 1
    told = tuple(one._replace(rolle="kommentar") if one.rolle == ANNET and n > at else one for n, one in enumerate(columns))
    return Layout(told, 0, 0 if is_plan_name(names[0]) else 1) if plans else None


def is_heading(texts: Sequence[str], below: Sequence[str] = ()) -> bool:
    """Return whether a row names columns: years, or words for columns where the row below does not do so as well."""
    told, years = _told(texts)
    filled = [text for text in texts if text.strip()]
    spread = {year for text in filled for year in column_of(text).aar}
    if _short_years(texts) and told:
        return True
    # a row with a number, a date or a case is a row of the table
    if any(re.fullmatch(r"\d{1,3}(?:\.\d{1,4})*[.)]?|(?:\S*sak )?\d{1,3}/\d\d", text.strip()) for text in filled):
        return False
    # what begins with the name of a plan is a row of the table
    first, of_many = next(iter(filled), ""), word_list().flertall + word_list().bare_plantype
    plan = is_plan_name(first) and not meets(of_many, first) and column_of(first).rolle in ("", MAYBE_NAME)
    if years > 1:
        # two years may as well be of a plan, when it begins and when it ends; more that follow each other are none
        follow = len(spread) > 2 and max(spread) - min(spread) < len(spread)
        return follow or len(spread) >= LONG or (not plan and 2 * told >= len(filled) - years)
    if plan:
        # all others than «Temaplan/handlingsplan» are words for columns, each for one of its own
        return 2 < told == len(filled) - 1
    names = [text for text in filled if column_of(text).rolle == NAVN and " " not in text.strip()]
    # «Plan» heads names wherever it stands, and «Oppgave» where it stands first
    if any(text == first or looks_like_plan(text) for text in names) and not any(map(is_plan_name, {*filled} - {*names})):
        return len(filled) > 1
    plain, share = told + years, 0.5 if column_of(first).rolle == NAVN else 0.6
    return 2 <= plain >= share * len({*filled}) and (_told(below)[1] > 1 or sum(_told(below)) < plain)


def heads_part(row: PrintedRow, above: Layout) -> bool:
    """Return whether a row further down names columns again, or others; a year below what is no year is of a plan."""
    name = next(iter(above.of(NAVN)), 0)
    years = sum(bool(re.fullmatch(r"(?:19|20)\d\d", row.texts[at].strip())) for at in above.of(AAR))
    dated = any(column.rolle in _DATED and years_in(text) for column, text in zip(above.kolonner, row.texts, strict=False))
    return (years > 1 or (column_of(row.texts[name]).rolle == NAVN and not dated)) and is_heading(row.texts)


def _told(texts: Sequence[str]) -> tuple[int, int]:
    """How many cells of a row are words for a column, and how many are years."""
    kinds = [column_of(text) for text in texts if text.strip()]
    years = sum(kind.rolle == AAR and bool(_BARE_YEARS.fullmatch(kind.tittel)) for kind in kinds)
    strict = {kind.rolle for kind in kinds} - {"", AAR, MAYBE_NAME, PERIODE}
    if strict == {"ord"}:
        # what is decided for a plan has the words of a heading
        return 0, years
    # beside the name, each of what may be decided may have a column of its own
    return sum(kind.rolle in strict for kind in kinds) if NAVN in strict else len(strict), years


def _short_years(texts: Sequence[str]) -> bool:
    numbers = [int(found[1]) for text in texts if (found := _SHORT_YEAR.fullmatch(text.strip()))]
    return len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] > 9


def _with_years(columns: list[FoundColumn], heading: Sequence[PrintedRow]) -> list[FoundColumn]:
    """Return the columns with the years of a row of years as years, also of two digits, whatever the band above is called."""
    bare = next((row.texts for row in heading if _told(row.texts)[1] > 1 or _short_years(row.texts)), ())
    whole = [_SHORT_YEAR.sub(r"20\1", text.strip()) if _short_years(bare) else text for text in bare]
    years = {at: found for at, text in enumerate(whole) if (found := column_of(text)).rolle == AAR}
    return [years[at]._replace(tittel=column.tittel) if at in years else column for at, column in enumerate(columns)]


def _goes_on(above: Sequence[PrintedRow], row: PrintedRow) -> bool:
    """Whether a row is one more row of the heading above it: a band of years, or words below words that are merged."""
    names = [at for at, text in enumerate(_titles(above)) if column_of(text).rolle in (NAVN, NUMMER, MAYBE_NAME)] or [0]
    if _told(row.texts)[1] > 1 and _told(above[-1].texts)[1] < 2:
        # a plan with two years beside it is no band of years, nor is one with a year in its name
        own = [text for at in names if (text := row.celler[at].tekst.strip())]
        return all(column_of(text).rolle in (NAVN, NUMMER, AAR) and not is_plan_name(plain_cell(text)) for text in own)
    empty = all(not row.celler[at].tekst.strip() for at in names)
    short = all(len(text) < _HEADING_LENGTH / 2 and not is_cross(text) for text in row.texts)
    return empty and short and bool(row.filled) and any(cell.flettet for one in above for cell in one.celler)


def _titles(rows: Sequence[PrintedRow]) -> list[str]:
    # what is merged to the left has the text that stands there
    over = [accumulate(row.celler, _merged) for row in rows]
    return [" ".join(cell.tekst for cell in cells).strip() for cells in zip(*over, strict=True)]


def _merged(left: PrintedCell, cell: PrintedCell) -> PrintedCell:
    return left if cell.flettet == "venstre" else cell


def _by_content(columns: list[FoundColumn], rows: Sequence[PrintedRow]) -> tuple[FoundColumn, ...]:
    """Settle what the headings leave open by what stands below: the number, the name, and the comment."""
    below = [[text for row in rows if (text := row.celler[at].tekst.strip())] for at in range(len(columns))]
    numbers = [at for at, texts in enumerate(below) if texts and share_that(texts, _A_NUMBER.fullmatch) > 0.8]
    for at in (at for at in numbers if columns[at].rolle in ("", NAVN, MAYBE_NAME)):
        columns[at] = columns[at]._replace(rolle=NUMMER if at == numbers[0] and at < 2 else ANNET)
    for at in (at for at, one in enumerate(columns) if one.rolle == AAR and _tells_years(below[at])):
        # «2026–2027» over «Oppstart»: the cells say when
        dated = column_of(_beside_years(columns[at].tittel)).rolle
        columns[at] = columns[at]._replace(rolle=dated, aar=()) if dated in _DATED else columns[at]
    if any(one.rolle == "oppstart" or meets(word_list().er_vedtatt, one.tittel) for one in columns):
        # beside the start of the work, or what is adopted, the adoption is still to come
        columns = [one._replace(rolle="skal_vedtas") if is_either(one) else one for one in columns]
    named = [text for at, one in enumerate(columns) if one.rolle == "ansvarlig" for text in below[at]]
    if not named or share_that(named, lambda text: fills(word_list().stillinger, text)) > 0.5:
        # a role is of the area beside it
        instead = "omraade" if named or "omraade" in [one.rolle for one in columns] else "bestiller"
        # of several, the first is what the plans are divided by
        for at in [at for at, one in enumerate(columns) if one.rolle == instead][-1:]:
            columns[at] = columns[at]._replace(rolle="ansvarlig")
    name = _name_column(columns, below)
    for at, column in enumerate(columns):
        if at == name:
            columns[at] = column._replace(rolle=NAVN)
        elif (meets(word_list().naar, column.tittel) or all(map(FILLED_IN.search, below[at]))) and _tells_years(below[at]):
            columns[at] = column._replace(rolle="tidsrom")
        elif column.rolle == "utvalg" and _tells_years(below[at]):
            # when it decides, and not who
            columns[at] = column._replace(rolle="vedtatt" if meets(word_list().har_vedtatt, column.tittel) else "skal_vedtas")
        elif column.rolle in (NAVN, MAYBE_NAME):
            need = share_that(below[at], lambda text: bool(facts_in({"ord": text}).forslag)) > 0.5
            columns[at] = column._replace(rolle="ord" if need else ANNET)
        elif not column.rolle and column.tittel and share_that(below[at], is_unit) > _PLANS:
            known = "ansvarlig" in [one.rolle for one in columns]
            columns[at] = column._replace(rolle=ANNET if known else "ansvarlig")
        elif not column.rolle and not column.tittel and len(below[at]) > len(rows) / 2:
            marks = share_that(below[at], is_cross) > 0.5
            columns[at] = column._replace(rolle=PERIODE if marks else "kommentar" if name is not None and at > name else ANNET)
    return tuple(column if column.rolle else column._replace(rolle=ANNET) for column in columns)


def _tells_years(texts: Sequence[str]) -> bool:
    return share_that(texts, lambda text: 0 < len(years_in(plain_cell(text))) <= LONG) >= 0.5


def _name_column(columns: Sequence[FoundColumn], below: Sequence[Sequence[str]]) -> int | None:
    named = [at for rolle in (NAVN, MAYBE_NAME) for at, column in enumerate(columns) if column.rolle == rolle]
    open_ = [at for at, column in enumerate(columns) if column.rolle in _MAY_NAME and share_that(below[at], is_text) > 0.7]
    # beside the names, types stand many times
    open_ = sorted(open_, key=lambda at: -share_of_plans(below[at]))
    best = [at for at in (*named, *open_) if share_that(below[at], looks_like_plan) >= 0.3]
    return next(iter((*best[:1], *named, *open_)), None)
