"""Legal coverage: the status of each requirement in each year of the period, and in the whole of it.

It shows what the register and the judgements say, and the gaps between them; it is no legal advice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from planstrategi.analysis.legal.answers import Answer, LegalJudgement, answers_to, judgements_by_requirement, last_edition
from planstrategi.analysis.legal.recurrence import (
    DATED_RULES,
    Calendar,
    Frist,
    council_calendar,
    covered_between,
    covered_until,
    next_due_dates,
)
from planstrategi.analysis.legal.register_facts import Shown, adopted_term, shown_by_register
from planstrategi.analysis.legal.statuses import (
    BEVISST_UTELATT,
    DONE,
    FRIST_I_AARET,
    IN_PERIOD,
    IN_YEAR,
    PLANLAGT,
    STATUS_OF_ANSWER,
    UDEKKET,
    UNDER_ARBEID,
    UTLOPT,
)
from planstrategi.analysis.shared.editions import Edition
from planstrategi.model.judgements import ANSWERING, Utelatelse
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Lovkrav, Versjon
from planstrategi.model.sections import Prosess
from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT, VED_OPPSTART, VILKAAR_UKJENT

IN_FORCE = "gjelder"


class DueByRule(NamedTuple):
    """A due date, and the rule that gives it."""

    frist: Frist
    rule: Gjentakelse


class Status(NamedTuple):
    """The status as known, the status if all goes as planned, and the answer and the due date it rests on, if any."""

    kjent: str
    etter_plan: str
    answer: Answer | None = None
    due: DueByRule | None = None


class YearStatus(NamedTuple):
    """The status of a requirement at the end of a year, and the version that is in force on its last day."""

    aar: int
    status: Status
    versjon: Versjon | None


@dataclass(slots=True)
class Assessed:
    """A requirement with all that was found of it, as known on `day`; `years` is its status in each year."""

    krav: Lovkrav
    day: str
    terms: Calendar
    judged: list[LegalJudgement]
    answers: list[Answer]
    due: list[DueByRule]
    utelatelser: list[Utelatelse]
    prosess: list[Prosess]
    shown: Shown | None
    adopted: bool
    years: list[YearStatus]


def assess(register: Register) -> list[Assessed]:
    """Return every requirement of the catalogue, in its order, with its status in each year of the period."""
    terms, judged = council_calendar(register), judgements_by_requirement(register)
    found = [_gathered(register, terms, krav, judged.get(krav.id, [])) for krav in register.requirements()]
    for one in found:
        one.years = [_year(one, year) for year in register.periode.years]
    return found


def _gathered(register: Register, terms: Calendar, krav: Lovkrav, judged: list[LegalJudgement]) -> Assessed:
    shown, day = shown_by_register(register, terms, krav), register.per_dato
    found = answers_to(register, krav, judged, shown)
    last = last_edition(found)
    due = [DueByRule(frist, rule) for rule in krav.gjentakelse for frist in next_due_dates(rule, terms, last, day)]
    begun = adopted_term(register, terms)
    return Assessed(
        krav=krav,
        day=day,
        terms=terms,
        judged=judged,
        answers=found,
        due=sorted((one for one in due if _is_ahead(one, krav, terms, begun)), key=lambda one: one.frist),
        utelatelser=[one for one in register.left_out() if one.krav == krav.id],
        prosess=[one for one in register.prosess if one.krav == krav.id],
        shown=shown,
        adopted=register.dokument.vedtatt is not None,
        years=[],
    )


def _is_ahead(due: DueByRule, krav: Lovkrav, terms: Calendar, begun: int | None) -> bool:
    # what must exist when the work on the planstrategi begins is not ahead in a term that has its planstrategi
    passed = due.rule.regel == VED_OPPSTART and terms.term_of(due.frist.dato) == begun
    return krav.version_on(due.frist.dato) is not None and not passed


def left_out(assessed: Assessed, day: str) -> Utelatelse | None:
    """Return the decision to leave a requirement out that covers a day."""
    return next((one for one in assessed.utelatelser if one.dato <= day <= one.til), None)


def _year(assessed: Assessed, year: int) -> YearStatus:
    versjon = assessed.krav.version_on(f"{year}-12-31")
    if versjon is None:
        return YearStatus(year, _either_way(GJELDER_IKKE), None)
    process = assessed.krav.slag == "prosesskrav"
    return YearStatus(year, _process_status(assessed) if process else _year_status(assessed, year), versjon)


def _either_way(status: str, answer: Answer | None = None, due: DueByRule | None = None) -> Status:
    """Return a status that is the same as known and as planned."""
    return Status(status, status, answer, due)


def _year_status(assessed: Assessed, year: int) -> Status:
    end, judged = f"{year}-12-31", {one.vurdering.svar for one in assessed.judged}
    if judged == {"ikke_aktuelt"}:
        return _either_way(IKKE_AKTUELT)
    if left_out(assessed, end):
        return _either_way(BEVISST_UTELATT)
    if not {*ANSWERING, "ikke"} & judged and not assessed.answers:
        return _either_way(_unjudged(assessed.krav))
    due = next((one for one in assessed.due if one.frist.dato[:4] == str(year)), None)
    missed = [_either_way(FRIST_I_AARET, due=due)] if due else []
    # what is planned for later than a due date of the year does not meet it
    in_time = min(end, due.frist.dato) if due else end
    found = (_answer_status(assessed, answer, end, in_time) for answer in assessed.answers)
    return _chosen(assessed.krav, _strongest(chain(found, missed, [_either_way(UDEKKET)])))


def _chosen(krav: Lovkrav, status: Status) -> Status:
    # what the municipality may do and has not done is no gap
    known, planned = (IKKE_AKTUELT if krav.styrke == "kan" and one == UDEKKET else one for one in status[:2])
    return status._replace(kjent=known, etter_plan=planned)


def _unjudged(krav: Lovkrav) -> str:
    return VILKAAR_UKJENT if krav.vilkaar else IKKE_VURDERT


def _process_status(assessed: Assessed) -> Status:
    done = (DONE[one.gjort] for one in assessed.prosess if one.gjort)
    shown = DONE[assessed.shown.gjort] if assessed.shown else _unjudged(assessed.krav)
    kjent = min(done, key=IN_YEAR.__getitem__, default=shown)
    if kjent in STATUS_OF_ANSWER.values() and assessed.krav.vedtas_av.startswith("kommunestyret") and not assessed.adopted:
        # the council has done it only when it has adopted the planstrategi
        kjent = GYLDIGHET_UKJENT
    return _chosen(assessed.krav, _either_way(kjent))


def _strongest(statuses: Iterable[Status]) -> Status:
    listed = list(statuses)
    known = min(listed, key=lambda one: IN_YEAR[one.kjent])
    planned = min((one.etter_plan for one in listed), key=IN_YEAR.__getitem__)
    return known._replace(etter_plan=planned)


def _answer_status(assessed: Assessed, answer: Answer, end: str, in_time: str) -> Status:
    """Return the status that one answer gives at the end of a year."""
    known = _edition_status(assessed, answer.edition, end)
    if known == IN_FORCE:
        return _either_way(STATUS_OF_ANSWER[answer.svar_naa], answer)
    rules, day = assessed.krav.gjentakelse, assessed.day
    lasting = [one.dato for one in answer.planned if covered_until(rules, assessed.terms, one.dato) >= end]
    if any(day <= dato <= in_time for dato in lasting):
        return Status(PLANLAGT, STATUS_OF_ANSWER[answer.svar_neste], answer)
    if known == GYLDIGHET_UKJENT or any(dato < day for dato in lasting):
        # what should have been finished by now may be, and nobody has said so
        return _either_way(GYLDIGHET_UKJENT, answer)
    return _either_way(UNDER_ARBEID if int(end[:4]) in answer.working_years else known, answer)


def _edition_status(assessed: Assessed, edition: Edition, end: str) -> str:
    krav = assessed.krav
    early, late = last_days(assessed, edition)
    if late < end:
        # what nobody knows to exist has not run out
        return UTLOPT if edition.finnes or edition.til else UDEKKET
    if edition.finnes is False or edition.fra > end:
        return UDEKKET
    begun = edition.dato is None or edition.dato.forst <= end
    undated = edition.dato is None and any(one.regel in DATED_RULES for one in krav.gjentakelse)
    unknown_council = krav.vedtas_av == "kommunestyret_selv" and edition.politisk is None
    known = edition.finnes and begun and early >= end and not (undated or unknown_council or edition.slutter_ukjent)
    return IN_FORCE if known else GYLDIGHET_UKJENT


def last_days(assessed: Assessed, edition: Edition) -> tuple[str, str]:
    """Return the earliest and latest last day of an edition; one nobody knows of was made by the day that is asked."""
    rules, terms = assessed.krav.gjentakelse, assessed.terms
    if edition.dato:
        early, late = covered_between(rules, terms, edition.dato)
    else:
        early = late = covered_until(rules, terms, assessed.day)
    return min(edition.til or early, early), min(edition.til or late, late)


def period_status(assessed: Assessed) -> Status:
    """Return the status in the whole period as known and as planned: the weakest of the years it is in force.

    A requirement that is not in force on the register's date is `gjelder ikke`, whatever the later years say.
    """
    if not assessed.krav.version_on(assessed.day):
        return _either_way(GJELDER_IKKE)
    planned = min((one.status.etter_plan for one in assessed.years), key=IN_PERIOD.__getitem__)
    return weakest_year(assessed).status._replace(etter_plan=planned)


def weakest_year(assessed: Assessed) -> YearStatus:
    """Return the first year with the weakest status of the period."""
    return min(assessed.years, key=lambda year: IN_PERIOD[year.status.kjent])
