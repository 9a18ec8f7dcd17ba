"""Legal coverage: the status of each requirement in each year of the period, and in the whole of it.

It shows what the register and the judgements say, and the gaps between them; it is no legal advice. Of several things
that are true of a year, and of the years of the period, the lowest number wins:

| status           | in the year | in the period |
| ---------------- | ----------- | ------------- |
| gjelder ikke     | 1           | 12            |
| ikke aktuelt     | 2           | 11            |
| bevisst utelatt  | 3           | 6             |
| dekket           | 4           | 10            |
| delvis           | 5           | 9             |
| planlagt         | 6           | 8             |
| gyldighet ukjent | 7           | 4             |
| frist i året     | 8           | 3             |
| under arbeid     | 9           | 7             |
| utløpt           | 10          | 2             |
| udekket          | 11          | 1             |
| ikke vurdert     | 12          | 5             |
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from planstrategi.analysis.legal.answers import Answer, LegalJudgement, answers_to, judgements_by_requirement, last_edition
from planstrategi.analysis.legal.recurrence import (
    Calendar,
    Frist,
    council_calendar,
    covered_between,
    covered_until,
    next_due_dates,
)
from planstrategi.analysis.shared.editions import Edition
from planstrategi.model.judgements import ANSWERING, Utelatelse
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Lovkrav, Versjon
from planstrategi.model.sections import Prosess


class Rank(NamedTuple):
    """A status: what it means, and how strong it is. Of several, the lowest number wins.

    `i_aaret` decides between what is true of one year, `i_perioden` between the years of the period.
    """

    status: str
    betyr: str
    i_aaret: int
    i_perioden: int


# the one table of which status wins over which: the docstring above and the notebook show it
STATUS_RANKS = (
    Rank("gjelder ikke", "Kravet er ikke i kraft.", 1, 12),
    Rank("ikke aktuelt", "Vilkåret er ikke oppfylt, eller kommunen kan, men har ikke valgt det.", 2, 11),
    Rank("bevisst utelatt", "Kommunen har bestemt seg for ikke å møte kravet, med sak, dato og varighet.", 3, 6),
    Rank("dekket", "Noe som svarer helt, er kjent vedtatt eller datert, og gjelder.", 4, 10),
    Rank("delvis", "Noe som svarer delvis, er kjent vedtatt eller datert, og gjelder.", 5, 9),
    Rank("planlagt", "Blir dekket eller delvis hvis planen blir ferdig som ført; telles ikke som dekket.", 6, 8),
    Rank("gyldighet ukjent", "Noe svarer på kravet, men det er ikke kjent om det er vedtatt eller gjelder.", 7, 4),
    Rank("frist i året", "En frist som ikke er passert, faller i året, og ingenting kjent møter den.", 8, 3),
    Rank("under arbeid", "Det arbeides med noe som svarer, men det blir ikke ferdig i året.", 9, 7),
    Rank("utløpt", "Noe har svart på kravet, men gjelder ikke lenger.", 10, 2),
    Rank("udekket", "Ingenting som svarer, er kjent vedtatt, under arbeid eller planlagt.", 11, 1),
    Rank("ikke vurdert", "Ingen har vurdert kravet, eller det mangler noe for å kunne gjøre det.", 12, 5),
)
IN_YEAR = {rank.status: rank.i_aaret for rank in STATUS_RANKS}
IN_PERIOD = {rank.status: rank.i_perioden for rank in STATUS_RANKS}
STATUS_OF_ANSWER = {"helt": "dekket", "delvis": "delvis"}
DONE = {"ja": "dekket", "delvis": "delvis", "nei": "udekket"}
IN_FORCE, UTLOPT, UKJENT, UDEKKET = "gjelder", "utløpt", "gyldighet ukjent", "udekket"
# rules that count from when the last edition was made
DATED_RULES = ("hver_valgperiode", "hvert_aar", "med_aars_mellomrom")
DueByRule = tuple[Frist, Gjentakelse]


class Status(NamedTuple):
    """The status as known, the status if all goes as planned, and the answer and the due date it rests on, if any."""

    kjent: str
    etter_plan: str
    answer: Answer | None = None
    frist: DueByRule | None = None


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
    found, day = answers_to(register, krav, judged), register.per_dato
    last = last_edition(found)
    due = [(frist, rule) for rule in krav.gjentakelse for frist in next_due_dates(rule, terms, last, day)]
    return Assessed(
        krav=krav,
        day=day,
        terms=terms,
        judged=judged,
        answers=found,
        due=sorted((one for one in due if version_on(krav, one[0].dato)), key=lambda one: one[0]),
        utelatelser=[one for one in register.left_out() if one.krav == krav.id],
        prosess=[one for one in register.prosess if one.krav == krav.id],
        adopted=register.dokument.vedtatt is not None,
        years=[],
    )


def version_on(krav: Lovkrav, day: str) -> Versjon | None:
    """Return the version that is in force on a day, None when there is none."""
    for versjon in krav.versjoner:
        begun = versjon.fra is None or versjon.fra.forst <= day
        if begun and (versjon.til is None or versjon.til.sist >= day):
            return versjon
    return None


def left_out(assessed: Assessed, day: str) -> Utelatelse | None:
    """Return the decision to leave a requirement out that covers a day."""
    return next((one for one in assessed.utelatelser if one.dato <= day <= one.til), None)


def _year(assessed: Assessed, year: int) -> YearStatus:
    versjon = version_on(assessed.krav, f"{year}-12-31")
    if versjon is None:
        return YearStatus(year, Status("gjelder ikke", "gjelder ikke"), None)
    process = assessed.krav.slag == "prosesskrav"
    return YearStatus(year, _process_status(assessed) if process else _year_status(assessed, year), versjon)


def _year_status(assessed: Assessed, year: int) -> Status:
    end, judged = f"{year}-12-31", [one.vurdering.svar for one in assessed.judged]
    if judged and set(judged) == {"ikke_aktuelt"}:
        return Status("ikke aktuelt", "ikke aktuelt")
    if left_out(assessed, end):
        return Status("bevisst utelatt", "bevisst utelatt")
    if not {*ANSWERING, "ikke"} & set(judged):
        return Status("ikke vurdert", "ikke vurdert")
    due = [one for one in assessed.due if one[0].dato[:4] == str(year)]
    missed = [Status("frist i året", "frist i året", frist=due[0])] if due else []
    # what is planned for later than a due date of the year does not meet it
    in_time = min(end, due[0][0].dato) if due else end
    found = (_answer_status(assessed, answer, end, in_time) for answer in assessed.answers)
    return _strongest(chain(found, missed, [Status(UDEKKET, UDEKKET)]))


def _process_status(assessed: Assessed) -> Status:
    done = (DONE[one.gjort] for one in assessed.prosess if one.gjort)
    kjent = min(done, key=IN_YEAR.__getitem__, default="ikke vurdert")
    if kjent == UDEKKET and assessed.krav.styrke == "kan":
        # what the municipality may do and has not done is no gap
        kjent = "ikke aktuelt"
    if kjent in STATUS_OF_ANSWER.values() and assessed.krav.vedtas_av.startswith("kommunestyret") and not assessed.adopted:
        # the council has done it only when it has adopted the planstrategi
        kjent = UKJENT
    return Status(kjent, kjent)


def _strongest(statuses: Iterable[Status]) -> Status:
    listed = list(statuses)
    known = min(listed, key=lambda one: IN_YEAR[one.kjent])
    planned = min((one.etter_plan for one in listed), key=IN_YEAR.__getitem__)
    return known._replace(etter_plan=planned)


def _answer_status(assessed: Assessed, answer: Answer, end: str, in_time: str) -> Status:
    """Return the status that one answer gives at the end of a year."""
    known = _edition_status(assessed, answer.edition, end)
    if known == IN_FORCE:
        return Status(STATUS_OF_ANSWER[answer.svar_naa], STATUS_OF_ANSWER[answer.svar_naa], answer)
    rules, day = assessed.krav.gjentakelse, assessed.day
    lasting = [one.dato for one in answer.planned if covered_until(rules, assessed.terms, one.dato) >= end]
    if any(day <= dato <= in_time for dato in lasting):
        return Status("planlagt", STATUS_OF_ANSWER[answer.svar_neste], answer)
    if known == UKJENT or any(dato < day for dato in lasting):
        # what should have been finished by now may be, and nobody has said so
        return Status(UKJENT, UKJENT, answer)
    status = "under arbeid" if int(end[:4]) in answer.working_years else known
    return Status(status, status, answer)


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
    return IN_FORCE if known else UKJENT


def last_days(assessed: Assessed, edition: Edition) -> tuple[str, str]:
    """Return the earliest and latest last day of an edition; one nobody knows of was made by the day that is asked."""
    rules, terms = assessed.krav.gjentakelse, assessed.terms
    if edition.dato:
        early, late = covered_between(rules, terms, edition.dato)
    else:
        early = late = covered_until(rules, terms, assessed.day)
    return min(edition.til or early, early), min(edition.til or late, late)


def period_status(assessed: Assessed, day: str) -> tuple[str, str]:
    """Return the status in the whole period as known and as planned: the weakest of the years it is in force.

    A requirement that is not in force on `day`, the date asked, is `gjelder ikke`, whatever the later years say.
    """
    if not version_on(assessed.krav, day):
        return "gjelder ikke", "gjelder ikke"
    planned = min((one.status.etter_plan for one in assessed.years), key=IN_PERIOD.__getitem__)
    return weakest_year(assessed).status.kjent, planned


def weakest_year(assessed: Assessed) -> YearStatus:
    """Return the first year with the weakest status of the period."""
    return min(assessed.years, key=lambda year: IN_PERIOD[year.status.kjent])
