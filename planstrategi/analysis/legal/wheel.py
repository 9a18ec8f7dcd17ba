"""The rhythm of the duties: their places on the wheels of the plan system, and their days on a calendar."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from planstrategi.analysis.legal.coverage import version_on
from planstrategi.analysis.legal.due_dates import upcoming
from planstrategi.analysis.legal.reasons import recurrence
from planstrategi.analysis.legal.recurrence import Frist, council_calendar, due_dates, said
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse
from planstrategi.model.vocabulary import REGEL, RELEVANS

FOUR_YEARS, ONE_YEAR = "fire år", "ett år"
EVENT, BACKBONE, DUTY = "merkedag", "ryggrad", "plikt"
WHEEL_RANKS = (EVENT, BACKBONE, DUTY)
IN_TERM, WITH_YEARS_BETWEEN, EACH_YEAR = "hver_valgperiode", "med_aars_mellomrom", "hvert_aar"
RINGS = {IN_TERM: FOUR_YEARS, "ved_oppstart_av_planstrategi": FOUR_YEARS, WITH_YEARS_BETWEEN: FOUR_YEARS, EACH_YEAR: ONE_YEAR}
NO_RHYTHM = "loven har ingen fast takt; planstrategien avgjør om den revideres"
WHEEL_COLUMNS = ("ring", "krav_id", "krav", "posisjon", "til", "tekst", "rang")
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
    events = _events(register, term) if term and duties else []
    frame = pd.DataFrame([*events, *duties], columns=WHEEL_COLUMNS).astype({"posisjon": float, "til": float})
    order = frame.assign(ring=frame["ring"] == ONE_YEAR, rang=frame["rang"].map(WHEEL_RANKS.index))
    frame = frame.loc[order.sort_values(["ring", "posisjon", "rang"], kind="stable").index].reset_index(drop=True)
    frame.attrs["aar"] = _years(term) if term else []
    return frame


def _years(term: Term) -> list[str]:
    first = int(term.start.dato[:4])
    return [f"{year}–{(year + 1) % 100:02}" for year in range(first, int(term.end.dato[:4]))]


def _term(register: Register) -> Term | None:
    terms = council_calendar(register)
    number = max(terms.term_of(f"{register.periode.til}-01-01"), 0)
    return Term(*terms.constituted[number : number + 2]) if terms.constituted else None


def _events(register: Register, term: Term) -> list[tuple[object, ...]]:
    year = term.end.dato[:4]
    known = {str(valg.aar): valg.valgdag for valg in register.elections() if valg.valgdag}
    # municipal elections are held in September (valgloven)
    day = known.get(year, f"{year}-09-15")
    return [
        (FOUR_YEARS, "", "Konstituering", 0.0, None, f"{said(term.start)}, neste {said(term.end)}", EVENT),
        (FOUR_YEARS, "", "Valg", term.share(day), None, in_words(known.get(year, f"{year}-09")), EVENT),
    ]


def _duties(register: Register, term: Term) -> Iterator[tuple[object, ...]]:
    core = [one for one in register.requirements() if one.relevans == "kjerne" and version_on(one, term.end.dato)]
    strategy = next((rule for krav in core if krav.saksgang for rule in krav.gjentakelse if rule.regel == IN_TERM), None)
    for krav in core:
        rank = BACKBONE if krav.saksgang else DUTY
        for rule in krav.gjentakelse:
            if rule.regel in RINGS:
                place, text = _place(register, rule, term)
                yield RINGS[rule.regel], krav.id, krav.label, place, None, text, rank
        if krav.saksgang and not krav.gjentakelse:
            place = _place(register, strategy, term)[0] if strategy else None
            yield FOUR_YEARS, krav.id, krav.label, place, 1.0 if strategy else None, NO_RHYTHM, rank


def _place(register: Register, rule: Gjentakelse, term: Term) -> tuple[float | None, str]:
    """Return how far round its wheel a rule falls due, and when in words."""
    if rule.regel == EACH_YEAR:
        return (_share_of_year(rule.dag) if rule.dag else None), recurrence(rule)
    if rule.regel == WITH_YEARS_BETWEEN:
        return None, f"hvert {rule.hvert}. år, regnet fra forrige utgave"
    due = due_dates(rule, council_calendar(register), None)
    # a rule that has not begun yet has its first due date in a later term, at the same place of the wheel
    frist = next((one for one in due if one.dato > term.start.dato), None)
    return (term.share(frist.dato), f"{said(frist)}: {recurrence(rule)}") if frist else (None, recurrence(rule))


def _share_of_year(day: str) -> float:
    # a year that is no leap year
    return date.fromisoformat(f"2001-{day}").timetuple().tm_yday / 365


def calendar(register: Register) -> pd.DataFrame:
    """Return the due dates of `upcoming` for core and sector requirements until the end of the term after the period.

    At most about forty: then it ends earlier. `dag` is the day without the year, `aarlig` is true for a duty that goes
    on every year; a rule whose due date cannot be computed has no `frist`, and `merknad` says why.
    `attrs["fra"]` and `attrs["til"]` are the first and the last day, `attrs["merker"]` days to mark, with their words.
    """
    frame = upcoming(register)
    frame = frame[frame["relevans"].isin(ON_CALENDAR)].sort_values("frist", kind="stable")
    frame = frame.drop_duplicates(["krav_id", "frist"])
    last = _last_year(register, frame["frist"])
    frame = frame[frame["frist"].isna() | (frame["frist"].fillna("").str[:4] <= last)]
    labels = {krav.id: krav.label for krav in register.requirements()}
    frame = frame.assign(
        krav=frame["krav_id"].map(labels),
        gruppe=frame["relevans"].map(RELEVANS).str.capitalize(),
        dag=frame["frist"].fillna("").map(in_words).str[:6],
        aarlig=frame["gjentakelse"].str.startswith(REGEL[EACH_YEAR]),
    )
    frame = frame.sort_values("relevans", kind="stable", ignore_index=True)
    frame.attrs |= {"fra": register.per_dato, "til": f"{last}-12-31", "merker": _marked_days(register, f"{last}-12-31")}
    return frame


def _marked_days(register: Register, last: str) -> list[tuple[str, str]]:
    councils = [one for one in council_calendar(register).constituted if register.per_dato < one.dato <= last]
    known = register.per_dato, f"registeret er kjent per {in_words(register.per_dato)}"
    return [known, *((one.dato, f"nytt kommunestyre {said(one)}") for one in councils)]


def _last_year(register: Register, dates: "pd.Series[str]") -> str:
    """Return the year that the term after the period ends in, or an earlier one that leaves few enough dates."""
    terms = council_calendar(register)
    after = terms.term_of(max(f"{register.periode.til}-12-31", register.per_dato)) + 1
    end = terms.constituted[after].dato[:4] if terms.constituted else ""
    years = dates.dropna().str[:4]
    return end if len(years[years <= end]) <= MOST_DATES else str(years.iloc[MOST_DATES - 1])
