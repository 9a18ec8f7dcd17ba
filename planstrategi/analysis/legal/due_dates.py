"""Due dates as tables: the next of every recurring duty, what must start before a decision, what the years miss."""

from collections.abc import Iterator

from planstrategi.analysis.legal.answers import last_edition
from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, recurrence_in_words, why
from planstrategi.analysis.legal.recurrence import DATED_RULES, Frist, overdue, shifted
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Lovkrav
from planstrategi.model.vocabulary import GJELDER_IKKE, IKKE_AKTUELT, MED_AARS_MELLOMROM, STYRKE

NEXT = 3
UNKNOWN_EDITION = "Siste utgave er ikke kjent, så fristen kan ikke regnes ut."


@columns("krav_id krav frist senest gjentakelse etter forfalt styrke relevans merknad kilde")
def upcoming(register: Register) -> Rows:
    """Return the next three due dates, from the register's date on, of every rule of what must be met in the period.

    `frist` is the last day (ISO); `senest` is true when it rests on an outer limit; what the last known edition meets
    already is passed over. `etter` is the section the rule stands in, `forfalt` the latest due date that has passed
    without a known edition that meets it: it must be met at once. A rule that counts from an edition nobody knows has
    one row without `frist`, and `merknad` says so; a duty that is kept up to date, or that an event sets off, has no
    date and no row.
    """
    for assessed in _applying(register):
        for rule in assessed.krav.gjentakelse:
            late = _overdue(assessed, rule)
            shared = _named(assessed.krav) | {
                "gjentakelse": recurrence_in_words(rule), "etter": rule.etter, "forfalt": late.dato if late else None,
                "kilde": source_of(rule, LAW_CATALOGUE),
            }  # fmt: skip
            for frist in _ahead(assessed, rule)[:NEXT]:
                yield shared | {"frist": frist.dato, "senest": frist.senest, "merknad": rule.merknad}
            if rule.regel == MED_AARS_MELLOMROM and last_edition(assessed.answers) is None:
                yield shared | {"frist": None, "senest": None, "merknad": UNKNOWN_EDITION}


def _applying(register: Register) -> list[Assessed]:
    """Return the requirements that somebody has to meet in some year of the period."""
    none = {IKKE_AKTUELT, GJELDER_IKKE}
    return [one for one in assess(register) if not {year.status.kjent for year in one.years} <= none]


def _named(krav: Lovkrav) -> Row:
    return {"krav_id": krav.id, "krav": krav.label, "styrke": STYRKE[krav.styrke], "relevans": krav.relevans}


def _ahead(assessed: Assessed, rule: Gjentakelse) -> list[Frist]:
    return [due.frist for due in assessed.due if due.rule is rule]


def _overdue(assessed: Assessed, rule: Gjentakelse) -> Frist | None:
    """What has passed is overdue only when it is known what there is: an edition, or judged to be nothing at all."""
    last, versjon = last_edition(assessed.answers), assessed.krav.version_on(assessed.day)
    nothing = not assessed.answers and any(one.vurdering.svar == "ikke" for one in assessed.judged)
    if versjon is None or not (last or nothing):
        return None
    return overdue(rule, assessed.terms, last, versjon.fra.forst if versjon.fra else "", assessed.day)


@columns("krav_id navn vedtak senest vedtak_fra steg dager_foer start_senest etter kilde")
def decision_steps(register: Register) -> Rows:
    """Return the latest day each step must start before a decision of the council that is due or planned.

    `vedtak` is the last day of the decision, `senest` that it rests on an outer limit, `vedtak_fra` whether the law or
    the register sets it; `start_senest` is `dager_foer` days earlier, and `etter` the section that sets the days. A
    plan without a stated finish, or one that has been heard already, has no row. Time for the case comes on top.
    """
    steps = (row for assessed in _applying(register) for row in _steps(assessed))
    return sorted(steps, key=lambda row: row["start_senest"])


def _steps(assessed: Assessed) -> Iterator[Row]:
    for decision in _decisions(assessed):
        for step in assessed.krav.saksgang:
            yield decision | {
                "krav_id": assessed.krav.id, "steg": step.steg, "dager_foer": step.dager_foer,
                "start_senest": shifted(decision["vedtak"], -step.dager_foer), "etter": step.etter,
                "kilde": source_of(step, LAW_CATALOGUE),
            }  # fmt: skip


def _decisions(assessed: Assessed) -> Iterator[Row]:
    for rule in assessed.krav.gjentakelse:
        for frist in _ahead(assessed, rule)[:1] if rule.regel in DATED_RULES else ():
            yield {"navn": assessed.krav.label, "vedtak": frist.dato, "senest": frist.senest, "vedtak_fra": rule.etter}
    for answer in assessed.answers:
        for one in () if answer.til_behandling else answer.planned:
            if one.oppgitt and one.dato >= assessed.day:
                yield {"navn": answer.navn, "vedtak": one.dato, "senest": True, "vedtak_fra": f"registeret: {one.ord}"}


@columns("krav_id krav aar frist senest svarer merkede_aar styrke relevans hvorfor kilde")
def missed(register: Register) -> Rows:
    """Return the due dates in the period that nothing known and no planned edition of the register meets in time."""
    for assessed in assess(register):
        for year in assessed.years:
            if year.status.due:
                frist = year.status.due.frist
                yield _named(assessed.krav) | {
                    "aar": year.aar, "frist": frist.dato, "senest": frist.senest,
                    "svarer": tuple(answer.navn for answer in assessed.answers), "merkede_aar": _marked(assessed),
                    "hvorfor": why(assessed, year), "kilde": source_of(assessed.krav, LAW_CATALOGUE),
                }  # fmt: skip


def _marked(assessed: Assessed) -> tuple[int, ...]:
    return tuple(sorted({year for answer in assessed.answers for year in answer.working_years}))
