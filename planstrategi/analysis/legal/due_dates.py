"""Due dates as tables: the next of every recurring duty, what must start before a decision, what the years miss."""

from collections.abc import Iterator
from itertools import islice

import pandas as pd

from planstrategi.analysis.legal.answers import last_edition
from planstrategi.analysis.legal.coverage import DATED_RULES, Assessed, assess, version_on
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, recurrence, why
from planstrategi.analysis.legal.recurrence import Frist, overdue, shifted
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Lovkrav
from planstrategi.model.vocabulary import STYRKE

NEXT = 3
UNKNOWN_EDITION = "Siste utgave er ikke kjent, så fristen kan ikke regnes ut."


def upcoming(register: Register) -> pd.DataFrame:
    """Return the next three due dates of every rule of every requirement in force, from the register's date on.

    `frist` is the last day (ISO); `senest` is true when it rests on an outer limit; what the last known edition meets
    already is passed over. `etter` is the section the rule stands in, `forfalt` the latest due date that has passed
    without a known edition that meets it: it must be met at once. A rule that counts from an edition nobody knows has
    one row without `frist`, and `merknad` says so; a duty that is kept up to date, or that an event sets off, has no
    date and no row.
    """
    rows = [row for assessed in assess(register) for row in _upcoming(assessed)]
    return pd.DataFrame(rows, columns=DUE_COLUMNS)


DUE_COLUMNS = (
    "krav_id", "krav", "frist", "senest", "gjentakelse", "etter", "forfalt", "styrke", "relevans", "merknad", "kilde",
)  # fmt: skip


def _upcoming(assessed: Assessed) -> Iterator[tuple[object, ...]]:
    last = last_edition(assessed.answers)
    if _does_not_apply(assessed):
        return
    for rule in assessed.krav.gjentakelse:
        late = _overdue(assessed, rule)
        ahead = (frist for frist, one in assessed.due if one is rule)
        for frist in islice(ahead, NEXT):
            yield _due_row(assessed.krav, rule, frist, late, rule.merknad)
        if rule.regel == "med_aars_mellomrom" and last is None:
            yield _due_row(assessed.krav, rule, None, None, UNKNOWN_EDITION)


def _does_not_apply(assessed: Assessed) -> bool:
    return all(year.status.kjent in ("ikke aktuelt", "gjelder ikke") for year in assessed.years)


def _overdue(assessed: Assessed, rule: Gjentakelse) -> Frist | None:
    """What has passed is overdue only when it is known what there is: an edition, or judged to be nothing at all."""
    krav, last = assessed.krav, last_edition(assessed.answers)
    nothing = not assessed.answers and any(one.vurdering.svar == "ikke" for one in assessed.judged)
    versjon = version_on(krav, assessed.day)
    if versjon is None or not (last or nothing):
        return None
    return overdue(rule, assessed.terms, last, versjon.fra.forst if versjon.fra else "", assessed.day)


def _due_row(
    krav: Lovkrav, rule: Gjentakelse, frist: Frist | None, late: Frist | None, merknad: str | None
) -> tuple[object, ...]:
    return (
        krav.id, krav.label, frist.dato if frist else None, frist.senest if frist else None, recurrence(rule),
        rule.etter, late.dato if late else None, STYRKE[krav.styrke], krav.relevans, merknad,
        source_of(rule, LAW_CATALOGUE),
    )  # fmt: skip


def decision_steps(register: Register) -> pd.DataFrame:
    """Return the latest day each step must start before a decision of the council that is due or planned.

    `vedtak` is the last day of the decision, `senest` that it rests on an outer limit, `vedtak_fra` whether the law or
    the register sets it; `start_senest` is `dager_foer` days earlier, and `etter` the section that sets the days. A
    plan without a stated finish, or one that has been heard already, has no row. Time for the case comes on top.
    """
    rows = [row for assessed in assess(register) if not _does_not_apply(assessed) for row in _steps(assessed)]
    return pd.DataFrame(rows, columns=STEP_COLUMNS).sort_values("start_senest", kind="stable", ignore_index=True)


STEP_COLUMNS = (
    "krav_id", "navn", "vedtak", "senest", "vedtak_fra", "steg", "dager_foer", "start_senest", "etter", "kilde",
)  # fmt: skip


def _steps(assessed: Assessed) -> Iterator[tuple[object, ...]]:
    krav = assessed.krav
    for navn, vedtak, grounds in _decisions(assessed):
        for step in krav.saksgang:
            start = shifted(vedtak.dato, -step.dager_foer)
            yield (
                krav.id, navn, vedtak.dato, vedtak.senest, grounds, step.steg, step.dager_foer, start, step.etter,
                source_of(step, LAW_CATALOGUE),
            )  # fmt: skip


def _decisions(assessed: Assessed) -> Iterator[tuple[str, Frist, str]]:
    for rule in assessed.krav.gjentakelse:
        ahead = (frist for frist, one in assessed.due if one is rule and rule.regel in DATED_RULES)
        yield from ((assessed.krav.label, frist, rule.etter) for frist in islice(ahead, 1))
    for answer in assessed.answers:
        stated = [one for one in answer.planned if one.oppgitt and one.dato >= assessed.day]
        if not answer.til_behandling:
            yield from ((answer.navn, Frist(one.dato, True), f"registeret: {one.ord}") for one in stated)


def missed(register: Register) -> pd.DataFrame:
    """Return the due dates in the period that nothing known and no planned edition of the register meets in time."""
    rows = [
        (assessed.krav.id, assessed.krav.label, year.aar, year.status.frist[0].dato, year.status.frist[0].senest,
         tuple(answer.navn for answer in assessed.answers), _marked(assessed), STYRKE[assessed.krav.styrke],
         assessed.krav.relevans, why(assessed, year), source_of(assessed.krav, LAW_CATALOGUE))
        for assessed in assess(register)
        for year in assessed.years
        if year.status.frist
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=MISSED_COLUMNS)


MISSED_COLUMNS = (
    "krav_id", "krav", "aar", "frist", "senest", "svarer", "merkede_aar", "styrke", "relevans", "hvorfor", "kilde",
)  # fmt: skip


def _marked(assessed: Assessed) -> tuple[int, ...]:
    return tuple(sorted({year for answer in assessed.answers for year in answer.working_years}))
