"""A plan → its edition in force, those the register plans, and when it can first answer anything. Unknown stays unknown."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planstrategi.analysis.shared.work_years import work_of
from planstrategi.model.dates import Tid
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register, once
from planstrategi.model.vocabulary import ENDING, PLANSTRATEGIEN

# what makes a new edition; a rolled action part leaves the plan itself as it is
NEW_EDITION = ("ny", "full_revisjon", "revisjon")
# what it rests on that a plan can answer: an edition in force, or when the register says that it is finished
NOW, FINISHED, ENDED, FINISH_UNKNOWN = "gjelder alt", "blir ferdig", "utløpt", "ikke kjent"
NEVER = 9999


class Edition(NamedTuple):
    """What is known of the edition in force: `finnes` is None when it is not known whether there is one.

    `dato` is when it was adopted, dated or last revised, and `hendelse` says which; `fra` and `til` are its first and
    last day as the register gives them. `politisk` is None when it is not known who adopted it, and `slutter_ukjent`
    is true when it is to be repealed or replaced on a day nobody has said.
    """

    finnes: bool | None
    dato: Tid | None = None
    hendelse: str = ""
    fra: str = ""
    til: str = ""
    politisk: bool | None = None
    slutter_ukjent: bool = False


class PlannedEdition(NamedTuple):
    """An edition that the register plans: the last day it is finished, and the words of the register for that.

    `oppgitt` is false when the day is derived: the register does not say when the work is finished or adopted.
    `blir_ferdig` is true when it says that it will be, by that day: a mark of work says only that work goes on.
    `tidligst` is the first day that it may be, where that is not the same.
    """

    dato: str
    ord: str
    oppgitt: bool = False
    blir_ferdig: bool = False
    tidligst: str = ""


def political(vedtatt_av: str | None) -> bool | None:
    """Return whether politicians adopt it, None when it is not known who does."""
    return None if vedtatt_av is None else vedtatt_av == "politisk"


def edition_of(register: Register, plan: Plan) -> Edition:
    """Return what is known of the edition of a plan that is in force."""
    event, latest = max(plan.times("vedtatt", "revidert", "datert"), key=lambda dated: dated[1].sist, default=("", None))
    exists = True if latest or plan.status == "gjeldende" else False if plan.planbehov == "ny" else None
    end = _end_of(register, plan)
    # who adopted an edition says nothing of who revised it
    politisk = political(plan.vedtatt_av) if event in ("vedtatt", "") else None
    fra = plan.gyldig_fra.forst if plan.gyldig_fra else ""
    return Edition(exists, latest, event, fra=fra, til=end or "", politisk=politisk, slutter_ukjent=end is None)


def _end_of(register: Register, plan: Plan) -> str | None:
    """The last day a plan is in force as the register gives it, "" when it has none, None when it ends some day."""
    stated = plan.gyldig_til.sist if plan.gyldig_til else ""
    if plan.planbehov not in ENDING:
        return stated
    if plan.planbehov == "erstattes":
        new = [register.plans_by_id()[other] for other in plan.erstattes_av]
        ends = [one.dato for other in new for one in planned_editions(register, other, yearly=False)]
    else:
        # a repeal is adopted too
        ends = [plan.finish.sist] if plan.finish else [f"{plan.aar[-1]}-12-31"] if plan.aar else []
    ends += [stated] if stated else []
    return min(ends, default=None)


def planned_editions(register: Register, plan: Plan, yearly: bool) -> Iterator[PlannedEdition]:
    """Give the editions of a plan that the register plans; for a yearly duty, the work of each year too."""
    work = work_of(register, plan)
    # a yearly duty is met by work in each year; to any other, a rolled action part adds nothing
    done_each_year = yearly and bool(plan.aarlig)
    if yearly and (plan.aarlig or plan.planbehov in NEW_EDITION):
        for year, ground in work.years.items():
            yield PlannedEdition(f"{year}-12-31", f"{ground} arbeid i {year}", blir_ferdig=done_each_year)
    # what is finished but not adopted answers nothing yet
    if plan.planbehov in NEW_EDITION and work.ferdig:
        stated = not work.avledet
        yield PlannedEdition(work.ferdig.sist, work.ord, stated, done_each_year or stated, work.ferdig.forst)


class Ready(NamedTuple):
    """The first year in which a plan is finished (None when nobody knows), and what that rests on.

    `blir` is the year in which the next edition is finished, None when none is planned; `avledet` is true when that year
    is derived, not stated. `siste` is the last year at whose end the edition in force still answers, and
    `usikker` the first in which nobody knows whether it does.
    """

    aar: int | None
    grunn: str
    blir: int | None
    avledet: bool = False
    siste: int = NEVER
    usikker: int = NEVER

    def answers(self, year: int) -> bool | None:
        """Return whether the plan answers at the end of a year, None when nobody knows."""
        if self.aar is None:
            return False if self.grunn == ENDED else None
        again = self.blir is not None and self.blir <= year
        return True if again else (year < self.usikker or None) and self.aar <= year <= self.siste

    def as_stated(self) -> "Ready":
        """Return the same without a year that is derived."""
        return self._replace(aar=self.aar if self.grunn == NOW else None, blir=None) if self.avledet else self


def first_year(register: Register, plans: Iterable[str]) -> int | None:
    """Return the first year in which one of the plans answers, None when nobody knows."""
    return min((year for year in (ready_of(register, plan).aar for plan in plans) if year is not None), default=None)


@once
def ready_of(register: Register, name: str) -> Ready:
    """Return when a plan, or the planstrategi itself, first answers and how long, on the register's date.

    An edition that is known to exist and has not run out counts from the first year the register has for it, or from
    the period's first year when that is not known; but of a new plan, an older edition is not what was judged. Else it is
    the last day of the finish or adoption that the register gives, or the one that is derived of its years of work
    (`avledet`). What has run out, and is not to be made again, answers no more.
    """
    if name == PLANSTRATEGIEN:
        adopted = register.dokument.vedtatt
        return Ready(adopted.sist_aar, NOW, None) if adopted else Ready(None, FINISH_UNKNOWN, None)
    plan = register.plans_by_id()[name]
    edition = edition_of(register, plan)
    planned = min(planned_editions(register, plan, yearly=False), default=None)
    ahead, derived = (int(planned.dato[:4]), not planned.oppgitt) if planned else (None, False)
    made = [tid for _, tid in plan.times("vedtatt", "datert", "revidert")]
    begun = not made or min(tid.forst for tid in made) <= register.per_dato
    expired = bool(edition.til) and edition.til < register.per_dato
    # of a new plan the row tells what is coming, whatever there was before the period
    coming = plan.planbehov == "ny" and not (made and max(tid.sist_aar for tid in made) >= register.periode.fra)
    if edition.finnes and begun and not expired and not coming:
        last = int(edition.til[:4]) - (edition.til[4:] < "-12-31") if edition.til else NEVER
        unsure = int(register.per_dato[:4]) if edition.slutter_ukjent else NEVER
        return Ready(min((tid.sist_aar for tid in made), default=register.periode.fra), NOW, ahead, derived, last, unsure)
    ended = expired and plan.planbehov not in NEW_EDITION
    return Ready(ahead, FINISHED if ahead else ENDED if ended else FINISH_UNKNOWN, ahead, derived)
