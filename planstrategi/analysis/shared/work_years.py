"""Marks → years of work, each with its ground: marked by the source, or derived from start or adoption and assumed time."""

from collections.abc import Sequence
from typing import NamedTuple

from planstrategi.model.assumptions import EgenInnsats, Innsats, Spenn
from planstrategi.model.dates import MONTHS_IN_YEAR, Tid, in_words, whole_year
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register, once
from planstrategi.model.sections import Mark
from planstrategi.model.vocabulary import HASTEMERKE, NOT_BEGUN, OPPSTARTSMERKE, UNDER_WAY, VEDTAKSMERKE

MERKET, AVLEDET = "merket", "avledet"
# what there is no work with, whatever start or adoption is stated: a repeal is adopted too
NO_WORK = ("viderefores", "erstattes", "oppheves", "utgaar", "ikke_i_perioden")


class PlanWork(NamedTuple):
    """The years of work of a plan, rising, each with its ground, and when the work is finished.

    `kjente` are those in which facts say that there is work: a mark of work, the start, what lies between the start and
    the finish, or that it is under way. `ferdig` is None when nothing says it; `avledet` is true when it is derived,
    `ord` says from what, and `av_merke` is true when a mark of adoption or urgency says it.
    """

    years: dict[int, str]
    kjente: tuple[int, ...] = ()
    ferdig: Tid | None = None
    avledet: bool = False
    ord: str = ""
    av_merke: bool = False


def work_of(register: Register, plan: Plan) -> PlanWork:
    """Return the work of a plan.

    A mark that means work, or an amount of it, is a year of work (`merket`); so is a word in a year of a plan that is
    made or revised. Where marks mean start, adoption or urgency, or the plan is not marked in a table whose marks mean
    something else than work, the years follow from the start and the adoption that the register gives, and from the
    likely calendar time that is assumed of its kind (`avledet`). A year marked for start or adoption is one of them, also
    beside marked work. Derived years may lie before and after the period. What
    a table does not say of its marks is taken for work.
    """
    # what a change to the register does, is asked of few of its plans
    return _work(register, plan.id)


def years_of_work(register: Register) -> dict[str, tuple[int, ...]]:
    """Return the years of work of each plan, by id, rising."""
    return {plan.id: tuple(work_of(register, plan).years) for plan in register.planer}


# it is asked for plan by plan
@once
def years_in_period(register: Register) -> dict[str, tuple[int, ...]]:
    """Return the years of work that lie in the period, of each plan by id, rising."""
    period = register.periode.years
    return {name: tuple(year for year in years if year in period) for name, years in years_of_work(register).items()}


@once
def _work(register: Register, plan_id: str) -> PlanWork:
    plan = register.plans_by_id()[plan_id]
    if plan.valgte_aar is not None:
        return _finished(plan, dict.fromkeys(plan.valgte_aar, MERKET), _Ends(plan.oppstart, plan.finish), plan.valgte_aar)
    marks, marked = register.marks(plan), register.marked_work(plan)
    stated = plan.finish or _year_of(marks, VEDTAKSMERKE, -1)
    urgent = None if stated else _year_of(marks, HASTEMERKE, -1)
    start = plan.oppstart or _year_of(marks, OPPSTARTSMERKE, 0)
    ends = _Ends(start, stated or urgent, assumed_of(register, plan).calendar, bool(urgent))
    derived = {*_derived(register, plan, marked, ends), *_begun_or_adopted(register, plan, marks)}
    years = dict.fromkeys(derived, AVLEDET) | dict.fromkeys(marked, MERKET)
    years = dict(sorted(years.items()))
    return _finished(plan, years, ends, _known(register, plan, years, ends))


class _Ends(NamedTuple):
    """When the work starts and ends as the register says or marks it, and the time that is assumed between."""

    start: Tid | None
    end: Tid | None
    calendar: Spenn | None = None
    urgent: bool = False

    def years(self) -> range:
        """Return the years from start to end; the one that is not known lies the likely calendar time away, if any."""
        apart = max(0, round(self.calendar.sannsynlig) - 1) if self.calendar else 0
        if self.start:
            return range(self.start.forst_aar, (self.end.sist_aar if self.end else _later(self.start.forst, apart)) + 1)
        # that it is done by some year, and no time before it, says of no year that there is work in it
        if self.end is None or (not self.calendar and (self.urgent or self.end.forst_aar < self.end.sist_aar)):
            return range(0)
        return range(_later(self.end.sist, -apart), self.end.sist_aar + 1)


def _later(day: str, months: int) -> int:
    """Return the year so many months after a day."""
    return (int(day[:4]) * MONTHS_IN_YEAR + int(day[5:7]) - 1 + months) // MONTHS_IN_YEAR


def _year_of(marks: Sequence[Mark], betyr: str, which: int) -> Tid | None:
    years = [mark.aar for mark in marks if mark.betyr == betyr]
    return whole_year(years[which]) if years else None


def _known(register: Register, plan: Plan, years: dict[int, str], ends: _Ends) -> tuple[int, ...]:
    """Return the years that have work whatever time it is assumed to take."""
    if ends.start and ends.end and not ends.urgent:
        return tuple(years)
    begun = ends.start.sist_aar if ends.start else None
    under_way = int(register.per_dato[:4]) if plan.status in UNDER_WAY else None
    return tuple(year for year, ground in years.items() if ground == MERKET or year in (begun, under_way))


def _begun_or_adopted(register: Register, plan: Plan, marks: Sequence[Mark]) -> list[int]:
    """Return the years that are marked for start or adoption; also beside years of work, and where several are adopted."""
    if plan.planbehov in NO_WORK and not register.goes_on_after(plan):
        return []
    return [mark.aar for mark in marks if mark.betyr in (OPPSTARTSMERKE, VEDTAKSMERKE)]


def _derived(register: Register, plan: Plan, marked: Sequence[int], ends: _Ends) -> Sequence[int]:
    """Return the years that follow from start, adoption and assumed time, where no mark can or does say them."""
    period, this_year, table = register.periode.years, int(register.per_dato[:4]), register.tables_by_id().get(plan.kilde.tabell)
    # a table that marks work says with its empty cells that there is none, except after its last column
    is_said = bool(marked) or (table is not None and table.marks_work and not plan.year_is_lost)
    if plan.aarlig or plan.planbehov == "rullering_av_handlingsdel":
        # what is done each year starts and ends in each year that is marked
        return plan.aar or (period if plan.aarlig and not is_said else ())
    if plan.planbehov in NO_WORK and not register.goes_on_after(plan):
        return ()
    years = ends.years()
    if ends.start is None and plan.status in UNDER_WAY:
        years = range(min(this_year, years.start) if years else this_year, max(this_year + 1, years.stop))
    if ends.start is None and plan.status in NOT_BEGUN:
        years = range(max(this_year, years.start), years.stop)
    if not is_said:
        return years
    return range(max(years.start, period.stop), years.stop) if not marked or marked[-1] == period[-1] else ()


def _finished(plan: Plan, years: dict[int, str], ends: _Ends, known: tuple[int, ...]) -> PlanWork:
    if plan.finish:
        return PlanWork(years, known, plan.finish, False, f"ferdig eller vedtatt {in_words(plan.finish.tekst)}")
    if ends.end:
        words = f"bør eller må være ferdig innen {ends.end.tekst}" if ends.urgent else f"merket for vedtak i {ends.end.tekst}"
        return PlanWork(years, known, ends.end, ends.urgent, words, av_merke=True)
    if MERKET not in years.values() and not (years and ends.start and ends.calendar):
        return PlanWork(years, known)
    last = max(years)
    assumed = f"oppstart {in_words(ends.start.tekst)} og antatt tid" if ends.start and years[last] == AVLEDET else ""
    words = f"avledet av {assumed or f'siste merkede år, {last}'}; når planen er ferdig, sier kilden ikke"
    return PlanWork(years, known, whole_year(last), True, words)


class Assumed(NamedTuple):
    """The kind of work a plan is (None when none fits), and what is assumed of it, the nearest first."""

    kind: Innsats | None
    rows: tuple[EgenInnsats | Innsats, ...]

    @property
    def calendar(self) -> Spenn | None:
        """The months from start to adoption, None when nobody has assumed them."""
        return next((row.kalendermaaneder for row in self.rows if row.kalendermaaneder), None)


def assumed_of(register: Register, plan: Plan) -> Assumed:
    """Return what is assumed of a plan: by itself, by the municipality of its kind, and of its kind."""
    own = {(row.innsats, row.plan): row for row in register.own_effort()}
    kind = _kind(register, plan)
    rows: list[EgenInnsats | Innsats | None] = [own.get((None, plan.id)), own.get((kind.id, None)) if kind else None, kind]
    return Assumed(kind, tuple(row for row in rows if row))


def _kind(register: Register, plan: Plan) -> Innsats | None:
    """Return the kind of work a plan is, one for private or for own proposals before one for both.

    What others own is not the municipality's work, and what is carried on takes none unless something is done each year.
    """
    if plan.is_others or (plan.planbehov == "viderefores" and not plan.aarlig):
        return None
    # whether somebody drives it as a plan of their own
    private = any(driver.rolle in ("forslagsstiller", "tiltakshaver") for driver in plan.drivere)
    return _kind_for(register, plan.plantype, plan.planbehov, private)


@once
def _kind_for(register: Register, plantype: str, planbehov: str | None, private: bool) -> Innsats | None:
    same = [kind for kind in register.effort_kinds() if plantype in kind.plantyper and planbehov in kind.planbehov]
    return max((kind for kind in same if kind.privat in (None, private)), key=lambda kind: kind.privat is not None, default=None)
