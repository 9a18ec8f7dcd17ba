"""The rhythm of the duties: their places on the wheels of the plan system, and their days on a calendar."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from planstrategi.analysis.legal.gaps import upcoming
from planstrategi.analysis.legal.reasons import recurrence_in_words
from planstrategi.analysis.legal.recurrence import Frist, all_due_dates, council_calendar, said
from planstrategi.analysis.shared.rows import Row, columns, frame_of
from planstrategi.model import vocabulary
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse

NO_RHYTHM = "loven har ingen fast takt; planstrategien avgjør om den revideres"
ON_CALENDAR = ("kjerne", "sektor")
MOST_DATES = 40


class Term(NamedTuple):
    """A council's term: from its constitution until the next council's."""

    start: Frist
    end: Frist

    def share(self, day: str) -> float:
        """Return how far round the four-year wheel a day lies, in this term or a later one."""
        whole = date.fromisoformat(self.end.dato) - date.fromisoformat(self.start.dato)
        return (date.fromisoformat(day) - date.fromisoformat(self.start.dato)) / whole % 1


@columns("ring krav_id krav posisjon til tekst rang")
def wheel(register: Register) -> pd.DataFrame:
    """Return what comes round on the four-year wheel and on the year wheel: core requirements, and the election.

    The four-year wheel begins with the council that sits when the last year of the period begins, or with the first
    the catalogue knows; the year wheel on 1 January. `posisjon` is how far round the day lies (0 to 1), None where the
    rule has no day; `tekst` is when, in words. `rang` is `ryggrad` for a requirement with steps before its decision
    (`saksgang`), else `plikt`; `merkedag` is no requirement. A backbone plan with no rule of its own lasts from where
    the planstrategi is due, which decides whether it is revised, to `til`. What an event sets off is on no wheel.
    `attrs["aar"]` are the years of the four-year wheel.
    """
    term = _term(register)
    duties = list(_duties(register, term)) if term else []
    rows = [*_events(register, term), *duties] if term and duties else []
    frame = frame_of(sorted(rows, key=_turn), wheel.columns).astype({"posisjon": float, "til": float})
    years = range(int(term.start.dato[:4]), int(term.end.dato[:4])) if term else ()
    frame.attrs["aar"] = [f"{year}–{(year + 1) % 100:02}" for year in years]
    return frame


def _turn(row: Row) -> tuple[bool, bool, float, int]:
    place = row["posisjon"]
    return row["ring"] == vocabulary.ETT_AAR, place is None, place or 0.0, vocabulary.WHEEL_RANKS.index(row["rang"])


def _term(register: Register) -> Term | None:
    terms = council_calendar(register)
    number = max(terms.term_of(f"{register.periode.til}-01-01"), 0)
    return Term(*terms.constituted[number : number + 2]) if terms.constituted else None


def _events(register: Register, term: Term) -> Iterator[Row]:
    year = term.end.dato[:4]
    known = {str(valg.aar): valg.valgdag for valg in register.elections() if valg.valgdag}
    # municipal elections are held in September (valgloven)
    day = known.get(year, f"{year}-09-15")
    shared = {"ring": vocabulary.FIRE_AAR, "krav_id": "", "til": None, "rang": vocabulary.MERKEDAG}
    yield shared | {"krav": "Konstituering", "posisjon": 0.0, "tekst": f"{said(term.start)}, neste {said(term.end)}"}
    yield shared | {"krav": "Valg", "posisjon": term.share(day), "tekst": in_words(known.get(year, f"{year}-09"))}


def _duties(register: Register, term: Term) -> Iterator[Row]:
    core = [one for one in register.requirements() if one.relevans == "kjerne" and one.version_on(term.end.dato)]
    backbone = (rule for krav in core if krav.saksgang for rule in krav.gjentakelse)
    strategy = next((rule for rule in backbone if rule.regel == vocabulary.HVER_VALGPERIODE), None)
    for krav in core:
        rank = vocabulary.RYGGRAD if krav.saksgang else vocabulary.PLIKT
        shared = {"krav_id": krav.id, "krav": krav.label, "til": None, "rang": rank}
        for rule in krav.gjentakelse:
            if rule.regel in vocabulary.RINGS:
                yield shared | {"ring": vocabulary.RINGS[rule.regel]} | _place(register, rule, term)
        if krav.saksgang and not krav.gjentakelse:
            place = _place(register, strategy, term) | {"til": 1.0} if strategy else {"posisjon": None}
            yield shared | place | {"ring": vocabulary.FIRE_AAR, "tekst": NO_RHYTHM}


def _place(register: Register, rule: Gjentakelse, term: Term) -> Row:
    """Return how far round its wheel a rule falls due, and when in words."""
    if rule.regel == vocabulary.HVERT_AAR:
        # a year that is no leap year
        share = date.fromisoformat(f"2001-{rule.dag}").timetuple().tm_yday / 365 if rule.dag else None
        return {"posisjon": share, "tekst": recurrence_in_words(rule)}
    if rule.regel == vocabulary.MED_AARS_MELLOMROM:
        return {"posisjon": None, "tekst": f"hvert {rule.hvert}. år, regnet fra forrige utgave"}
    # a rule that has not begun yet has its first due date in a later term, at the same place; time the law gives is no rhythm
    due = all_due_dates(rule, council_calendar(register), None)
    frist = next((one for one in due if one.dato > term.start.dato and one.dato != rule.innen), None)
    when = f"{said(frist)}: " if frist else ""
    return {"posisjon": term.share(frist.dato) if frist else None, "tekst": when + recurrence_in_words(rule)}


@columns("krav_id krav frist senest gjentakelse etter forfalt styrke relevans merknad kilde gruppe dag aarlig")
def calendar(register: Register) -> pd.DataFrame:
    """Return the due dates of `upcoming` for core and sector requirements until the end of the term after the period.

    At most about forty: then it ends earlier. `dag` is the day without the year, `aarlig` is true for a duty that goes
    on every year; a rule whose due date cannot be computed has no `frist`, and `merknad` says why.
    `attrs["fra"]` and `attrs["til"]` are the first and the last day, `attrs["merker"]` days to mark, with their words.
    """
    frame = upcoming(register).sort_values("frist", kind="stable").drop_duplicates(["krav_id", "frist"])
    frame = frame[frame["relevans"].isin(ON_CALENDAR)]
    last, dates = _last_year(register, frame["frist"]), frame["frist"].fillna("")
    shown = dates.str[:4] <= last
    frame = frame[shown].sort_values("relevans", kind="stable")
    frame = frame.assign(
        # a day for each row that is left: more days than rows would be rows of nothing else
        gruppe=frame["relevans"].map(vocabulary.RELEVANS).str.capitalize(), dag=dates[shown].map(in_words).str[:6],
        aarlig=frame["gjentakelse"].str.startswith(vocabulary.REGEL[vocabulary.HVERT_AAR]),
    ).reset_index(drop=True)  # fmt: skip
    first, end = register.per_dato, f"{last}-12-31"
    councils = (one for one in council_calendar(register).constituted if first < one.dato <= end)
    marked = [(first, f"registeret er kjent per {in_words(first)}")]
    marked += [(one.dato, f"nytt kommunestyre {said(one)}") for one in councils]
    frame.attrs |= {"fra": first, "til": end, "merker": marked}
    return frame


def _last_year(register: Register, dates: "pd.Series[str]") -> str:
    """Return the year that the term after the period ends in, or an earlier one that leaves few enough dates."""
    terms = council_calendar(register)
    after = terms.term_of(max(f"{register.periode.til}-12-31", register.per_dato)) + 1
    end = terms.constituted[after].dato[:4] if terms.constituted else ""
    years = dates.dropna().str[:4]
    return end if len(years[years <= end]) <= MOST_DATES else str(years.iloc[MOST_DATES - 1])
