"""Recurrence rules → days: when a requirement has to be met, and how long an edition meets it.

Election and constitution are data where they are known. Otherwise the council is constituted by the end of October of
the election year (kommuneloven § 7-1, https://lovdata.no/lov/2018-06-22-83/§7-1), and what rests on that is "senest".
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, takewhile
from typing import NamedTuple

from planstrategi.model.dates import MONTHS_IN_YEAR, Tid, in_words, months_later
from planstrategi.model.register import Register
from planstrategi.model.requirements import TERM_YEARS, Gjentakelse
from planstrategi.model.vocabulary import HVER_VALGPERIODE, HVERT_AAR, KONSTITUERING, MED_AARS_MELLOMROM, VED_OPPSTART

# how far terms are counted: before the period, for editions of earlier terms, and after it and today, for three due dates
YEARS_BEFORE, YEARS_AHEAD = 40, 20
NEVER_ENDS = "9999-12-31"
# rules that count from when the last edition was made
DATED_RULES = (HVER_VALGPERIODE, HVERT_AAR, MED_AARS_MELLOMROM)
# the form of what is no document of its own, and is done or not done with the planstrategi
IN_PLANSTRATEGI = "tema i planstrategi"


class Frist(NamedTuple):
    """The last day of a due date (ISO), and whether it rests on an outer limit: `senest`."""

    dato: str
    senest: bool = False


class DueByRule(NamedTuple):
    """A due date, and the rule that gives it."""

    frist: Frist
    rule: Gjentakelse


def said(frist: Frist) -> str:
    """Return a due date as people write it: senest 31.10.2028."""
    return f"{'senest ' if frist.senest else ''}{in_words(frist.dato)}"


class Calendar(NamedTuple):
    """When the councils are constituted: known days, or the outer limit of the election year, oldest first."""

    constituted: tuple[Frist, ...]

    def term_of(self, day: str) -> int:
        """Return the number of the term that a day falls in, -1 before the first."""
        return sum(start.dato <= day for start in self.constituted) - 1


def council_calendar(register: Register) -> Calendar:
    """Return the council terms, counted every four years from the first election of the catalogue, both ways."""
    elections = [valg.aar for valg in register.elections()]
    first = register.periode.fra - YEARS_BEFORE
    last = max(register.periode.til, int(register.per_dato[:4])) + YEARS_AHEAD
    years = [year for year in range(first, last) if elections and (year - elections[0]) % TERM_YEARS == 0]
    steps = {step.id for step in register.process_steps() if step.regnes == KONSTITUERING}
    decided = [day.dato for day in register.process_days() if day.steg in steps and day.slag != "foreslaatt"]
    # a decided day that is too late is told as that, and moves nothing
    known = {day[:4]: day for day in decided if day[5:] <= "10-31"} | {day[:4]: day for day in register.kommune.konstituert}
    return Calendar(tuple(Frist(known.get(str(year), f"{year}-10-31"), str(year) not in known) for year in years))


def shifted(day: str, days: int) -> str:
    """Return the day that many days later, or earlier."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def all_due_dates(rule: Gjentakelse, terms: Calendar, last_edition: Tid | None) -> Iterator[Frist]:
    """Give the due dates of one rule, oldest first; none where the rule has no date or the last edition is unknown.

    Where the law gives time (`innen`), that is the first of them, and none comes before it.
    Source of each kind of rule: the section in `rule.etter`.
    """
    if rule.innen:
        yield Frist(rule.innen)
    if rule.regel in _RULES and terms.constituted:
        dates = _RULES[rule.regel](rule, terms, last_edition)
        yield from (frist for frist in dates if frist.dato >= (rule.fra or "") and frist.dato > (rule.innen or ""))


def _each_term(rule: Gjentakelse, terms: Calendar, _: Tid | None) -> Iterator[Frist]:
    return (_in_term(rule, terms, number) for number in range(len(terms.constituted) - 1))


def _in_term(rule: Gjentakelse, terms: Calendar, number: int) -> Frist:
    start = terms.constituted[number]
    if rule.innen_maaneder:
        return Frist(months_later(start.dato, rule.innen_maaneder), start.senest)
    if rule.utgangen_av_aar is not None:
        return Frist(f"{int(start.dato[:4]) + rule.utgangen_av_aar}-12-31")
    # with no inner deadline the last day is the one before the next council takes over (kommuneloven § 7-1 fourth ledd)
    following = terms.constituted[number + 1]
    return Frist(shifted(following.dato, -1), following.senest)


def _each_year(rule: Gjentakelse, terms: Calendar, _: Tid | None) -> Iterator[Frist]:
    years = range(int(terms.constituted[0].dato[:4]), int(terms.constituted[-1].dato[:4]))
    return (Frist(f"{year}-{rule.dag or '12-31'}", senest=rule.senest or rule.dag is None) for year in years)


def _every_some_years(rule: Gjentakelse, terms: Calendar, last_edition: Tid | None) -> Iterator[Frist]:
    if last_edition and rule.hvert:
        exact, end = last_edition.forst == last_edition.sist, terms.constituted[-1].dato
        # each counted from the edition: a leap day comes back
        days = (months_later(last_edition.sist, MONTHS_IN_YEAR * rule.hvert * number) for number in count(1))
        yield from (Frist(day, senest=not exact) for day in takewhile(lambda day: day <= end, days))


def _before_planstrategi(rule: Gjentakelse, terms: Calendar, _: Tid | None) -> Iterator[Frist]:
    return (Frist(shifted(frist.dato, -(rule.dager_foer or 0)), senest=True) for frist in _each_term(rule, terms, None))


_RULES: dict[str, Callable[[Gjentakelse, Calendar, Tid | None], Iterator[Frist]]] = {
    HVER_VALGPERIODE: _each_term,
    HVERT_AAR: _each_year,
    MED_AARS_MELLOMROM: _every_some_years,
    VED_OPPSTART: _before_planstrategi,
    "fast_dato": lambda rule, _terms, _edition: iter([Frist(rule.dato)] if rule.dato else []),
}


def is_met(frist: Frist, rule: Gjentakelse, terms: Calendar, last_edition: Tid | None) -> bool:
    """Return whether the last edition already meets a due date of a rule; one that no rule ends may not."""
    met = _last_day(rule, terms, last_edition.sist) if last_edition else ""
    return frist.dato <= met != NEVER_ENDS


def overdue(rule: Gjentakelse, terms: Calendar, last_edition: Tid | None, first: str, day: str) -> Frist | None:
    """Return the latest due date from `first` until before a day that the last edition does not meet.

    No edition at all meets none; whether there is one must be known.
    """
    met = _last_day(rule, terms, last_edition.sist) if last_edition else ""
    return max((one for one in all_due_dates(rule, terms, last_edition) if max(met, first) < one.dato < day), default=None)


def covered_until(rules: Sequence[Gjentakelse], terms: Calendar, day: str) -> str:
    """Return the last day that an edition made on a day meets the rules, `NEVER_ENDS` when no rule ends it.

    An edition of one term lasts until it is due in the next; a yearly one until it is due in the next year. That
    something must exist when the planstrategi is begun does not end what exists.
    """
    return min((_last_day(rule, terms, day) for rule in rules), default=NEVER_ENDS)


def _last_day(rule: Gjentakelse, terms: Calendar, day: str) -> str:
    if rule.regel == HVER_VALGPERIODE:
        number = terms.term_of(day) + 1
        # far ahead no term is counted any more
        return shifted(_in_term(rule, terms, number).dato, -1) if number < len(terms.constituted) - 1 else NEVER_ENDS
    if rule.regel == HVERT_AAR:
        return shifted(f"{int(day[:4]) + 1}-{rule.dag or '12-31'}", -1)
    if rule.regel == MED_AARS_MELLOMROM and rule.hvert:
        return shifted(months_later(day, MONTHS_IN_YEAR * rule.hvert), -1)
    return NEVER_ENDS
