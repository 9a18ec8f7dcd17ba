"""Legal coverage: the status of each requirement in each year of the period, and in the whole of it.

It shows what the register and the judgements say, and the gaps between them; it is no legal advice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planstrategi.analysis.legal import answers as answering
from planstrategi.analysis.legal import recurrence, statuses
from planstrategi.analysis.shared.editions import Edition, PlannedEdition
from planstrategi.model.judgements import ANSWERING, Utelatelse
from planstrategi.model.register import Register, once
from planstrategi.model.requirements import Lovkrav, Versjon
from planstrategi.model.sections import Prosess
from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT, VED_OPPSTART, VILKAAR_UKJENT

IN_FORCE = "gjelder"


class Status(NamedTuple):
    """The status as known, the status if all goes as planned, and the answer it rests on, if any."""

    kjent: str
    etter_plan: str
    answer: answering.Answer | None = None


class YearStatus(NamedTuple):
    """The status of a requirement at the end of a year, and the version that holds: on its last day, or on a day it is due.

    `due` is the first due date in the year that is ahead and not known to be met, whatever else is unknown.
    """

    aar: int
    status: Status
    versjon: Versjon | None
    due: recurrence.DueByRule | None


@dataclass(slots=True)
class Assessed:
    """A requirement with all that was found of it, as known on `day`; `years` is its status in each year.

    `judged` and `answers` are those of every wording; a year is judged by those that were read against its own.
    """

    krav: Lovkrav
    day: str
    terms: recurrence.Calendar
    judged: list[answering.LegalJudgement]
    answers: list[answering.Answer]
    due: list[recurrence.DueByRule]
    utelatelser: list[Utelatelse]
    prosess: list[Prosess]
    shown: answering.Shown | None
    adopted: bool
    years: list[YearStatus]

    def in_wording(self, versjon: Versjon | None) -> tuple[list[answering.LegalJudgement], list[answering.Answer]]:
        """Return the judgements that were read against the wording of a version, and what answers it."""
        return [one for one in self.judged if one.versjon is versjon], [one for one in self.answers if one.versjon is versjon]


@once
def assess(register: Register) -> list[Assessed]:
    """Return every requirement of the catalogue, in its order, with its status in each year of the period."""
    terms, judged = recurrence.council_calendar(register), answering.judgements_by_requirement(register)
    return [_assessed(register, terms, krav, judged.get(krav.id, [])) for krav in register.requirements()]


def reassess(register: Register, was: list[Assessed]) -> list[Assessed]:
    """Return the requirements of a register that differs from another in its plans; what has the same answers is the same."""
    return [_assessed(register, one.terms, one.krav, one.judged, one) for one in was]


def _assessed(register: Register, terms: recurrence.Calendar, krav: Lovkrav, judged: list[answering.LegalJudgement],
              was: Assessed | None = None) -> Assessed:  # fmt: skip
    shown, day = answering.shown_by_register(register, terms, krav), register.per_dato
    found = answering.answers_to(register, krav, judged, shown)
    if was and (was.shown, was.answers) == (shown, found):
        return was
    begun = answering.adopted_term(register, terms)
    due = [one for one in _due_dates(krav, terms, found) if one.frist.dato >= day and not _is_behind(krav, one, terms, begun)]
    made = Assessed(
        krav=krav, day=day, terms=terms, judged=judged, answers=found, shown=shown, years=[],
        due=sorted(due, key=lambda one: one.frist),
        utelatelser=[one for one in register.left_out() if one.krav == krav.id],
        prosess=[one for one in register.prosess if one.krav == krav.id], adopted=register.dokument.vedtatt is not None,
    )  # fmt: skip
    made.years = [_year(made, year) for year in register.periode.years]
    return made


def _due_dates(krav: Lovkrav, terms: recurrence.Calendar, found: list[answering.Answer]) -> Iterator[recurrence.DueByRule]:
    """Give the due dates that no edition is known to meet in the wording that holds on the day."""
    last = answering.last_edition(found)
    made = {id(versjon): answering.last_edition([one for one in found if one.versjon is versjon]) for versjon in krav.versjoner}
    for rule in krav.gjentakelse:
        for frist in recurrence.all_due_dates(rule, terms, last):
            versjon = krav.version_on(frist.dato)
            if versjon and not recurrence.is_met(frist, rule, terms, made[id(versjon)]):
                yield recurrence.DueByRule(frist, rule)


def _is_behind(krav: Lovkrav, due: recurrence.DueByRule, terms: recurrence.Calendar, begun: int | None) -> bool:
    # what must exist when the work on the planstrategi begins, or stand in it, is not ahead in a term that has its planstrategi
    with_it = due.rule.regel == VED_OPPSTART or krav.form == recurrence.IN_PLANSTRATEGI
    return with_it and due.frist.dato != due.rule.innen and terms.term_of(due.frist.dato) == begun


def left_out(assessed: Assessed, day: str) -> Utelatelse | None:
    """Return the decision to leave a requirement out that covers a day."""
    return next((one for one in assessed.utelatelser if one.dato <= day <= one.til), None)


def _year(assessed: Assessed, year: int) -> YearStatus:
    due = next((one for one in assessed.due if one.frist.dato[:4] == str(year)), None)
    versjon = assessed.krav.version_on(due.frist.dato if due else f"{year}-12-31")
    if versjon is None:
        return YearStatus(year, _either_way(GJELDER_IKKE), None, None)
    found = YearStatus(year, _either_way(IKKE_VURDERT), versjon, due)
    is_process = assessed.krav.slag == "prosesskrav"
    status = _chosen(assessed.krav, _process_status(assessed) if is_process else _status(assessed, found))
    return found._replace(status=status, due=None if status.kjent in statuses.NO_DUE_DATE else due)


def _either_way(status: str, answer: answering.Answer | None = None) -> Status:
    """Return a status that is the same as known and as planned."""
    return Status(status, status, answer)


def _status(assessed: Assessed, year: YearStatus) -> Status:
    found, answers = assessed.in_wording(year.versjon)
    judged = {one.vurdering.svar for one in found}
    if judged == {"ikke_aktuelt"}:
        return _either_way(IKKE_AKTUELT)
    if left_out(assessed, f"{year.aar}-12-31"):
        return _either_way(statuses.BEVISST_UTELATT)
    if not {*ANSWERING, "ikke"} & judged and not answers:
        other = not found and {one.vurdering.svar for one in assessed.judged} - {"ikke_vurdert"}
        return _either_way(statuses.ANNEN_ORDLYD if other else _unjudged(assessed.krav))
    return _best(assessed, year, answers)


def _best(assessed: Assessed, year: YearStatus, answers: list[answering.Answer]) -> Status:
    found = [_answer_status(assessed, answer, year) for answer in answers]
    found += [_either_way(statuses.FRIST_I_AARET if year.due else statuses.UDEKKET)]
    planned = min((one.etter_plan for one in found), key=statuses.IN_YEAR.__getitem__)
    return min(found, key=lambda one: statuses.IN_YEAR[one.kjent])._replace(etter_plan=planned)


def _chosen(krav: Lovkrav, status: Status) -> Status:
    # what the municipality may do and has not done is no gap, and has no due date
    may = krav.styrke == "kan"
    known, planned = (IKKE_AKTUELT if may and statuses.STEP_OF[one] == statuses.IKKE_MOTT else one for one in status[:2])
    return status._replace(kjent=known, etter_plan=planned)


def _unjudged(krav: Lovkrav) -> str:
    return VILKAAR_UKJENT if krav.vilkaar else IKKE_VURDERT


def _process_status(assessed: Assessed) -> Status:
    done = (statuses.DONE[one.gjort] for one in assessed.prosess if one.gjort)
    shown = statuses.DONE[assessed.shown.gjort] if assessed.shown else _unjudged(assessed.krav)
    kjent = min(done, key=statuses.IN_YEAR.__getitem__, default=shown)
    # the council has done it only when it has adopted the planstrategi
    waits = assessed.krav.vedtas_av.startswith("kommunestyret") and not assessed.adopted
    unknown = waits and kjent in statuses.STATUS_OF_ANSWER.values()
    return _either_way(GYLDIGHET_UKJENT if unknown else kjent)


def _answer_status(assessed: Assessed, answer: answering.Answer, year: YearStatus) -> Status:
    """Return the status that one answer gives at the end of a year."""
    status = _of_years(assessed, answer, year)
    if answer.svar != "kanskje":
        return status
    known, planned = (statuses.OF_PERHAPS.get(one, one) for one in status[:2])
    # whether it does is asked of the requirement, not of the answer
    return Status(known, planned)


def _of_years(assessed: Assessed, answer: answering.Answer, year: YearStatus) -> Status:
    end, rules = f"{year.aar}-12-31", assessed.krav.gjentakelse
    known = _edition_status(assessed, answer.edition, end)
    if known == IN_FORCE:
        return _either_way(statuses.STATUS_OF_ANSWER[answer.svar_naa], answer)
    # what is planned for later than a due date of the year does not meet it
    in_time = min(end, year.due.frist.dato) if year.due else end
    lasting = [one for one in answer.planned if recurrence.covered_until(rules, assessed.terms, one.dato) >= end]
    if any(one.blir_ferdig and assessed.day <= one.dato <= in_time for one in lasting):
        return Status(statuses.PLANLAGT, statuses.STATUS_OF_ANSWER[answer.svar_neste], answer)
    if known == GYLDIGHET_UKJENT or any(_may_be_finished(assessed, answer, one, year) for one in lasting):
        return _either_way(GYLDIGHET_UKJENT, answer)
    return _either_way(statuses.UNDER_ARBEID if year.aar in answer.working_years else known, answer)


def _may_be_finished(assessed: Assessed, answer: answering.Answer, planned: PlannedEdition, year: YearStatus) -> bool:
    """Return whether a planned edition may be finished by the end of a year, or by a due date in it, and nobody says so."""
    # what should have been finished by now
    if planned.blir_ferdig or planned.dato < assessed.day:
        first = planned.tidligst or planned.dato
        return planned.dato < assessed.day or (year.due is not None and first <= year.due.frist.dato)
    finish = int(planned.dato[:4])
    last = max(answer.working_years, default=finish - 1)
    return year.aar > last or (year.due is not None and finish == year.aar)


def _edition_status(assessed: Assessed, edition: Edition, end: str) -> str:
    krav = assessed.krav
    early, late = last_days(assessed, edition)
    if late < end:
        # what nobody knows to exist has not run out
        return statuses.UTLOPT if edition.finnes or edition.til else statuses.UDEKKET
    if edition.finnes is False or edition.fra > end:
        return statuses.UDEKKET
    begun = edition.dato is None or edition.dato.forst <= end
    undated = edition.dato is None and any(one.regel in recurrence.DATED_RULES for one in krav.gjentakelse)
    unknown_council = krav.vedtas_av == "kommunestyret_selv" and edition.politisk is None
    known = edition.finnes and begun and early >= end and not (undated or unknown_council or edition.slutter_ukjent)
    return IN_FORCE if known else GYLDIGHET_UKJENT


def last_days(assessed: Assessed, edition: Edition) -> tuple[str, str]:
    """Return the earliest and latest last day of an edition; one nobody knows of was made by the day that is asked."""
    rules, terms = assessed.krav.gjentakelse, assessed.terms
    made = (edition.dato.forst, edition.dato.sist) if edition.dato else (assessed.day, assessed.day)
    early, late = sorted(min(edition.til or recurrence.NEVER_ENDS, recurrence.covered_until(rules, terms, day)) for day in made)
    return early, late


def period_status(assessed: Assessed) -> Status:
    """Return the status in the whole period as known and as planned: the weakest of the years it is in force.

    A requirement that is not in force on the register's date is `gjelder ikke`, whatever the later years say.
    """
    if not assessed.krav.version_on(assessed.day):
        return _either_way(GJELDER_IKKE)
    planned = min((one.status.etter_plan for one in assessed.years), key=statuses.IN_PERIOD.__getitem__)
    return weakest_year(assessed).status._replace(etter_plan=planned)


def weakest_year(assessed: Assessed) -> YearStatus:
    """Return the first year with the weakest status of the period."""
    return min(assessed.years, key=lambda year: statuses.IN_PERIOD[year.status.kjent])
