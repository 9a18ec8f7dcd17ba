"""The register → a levelling case: plans as works in the years of the period, with what binds them."""

from collections.abc import Iterator
from operator import attrgetter

from planstrategi.analysis.capacity.effort import PlannedWork, planned
from planstrategi.analysis.capacity.simulation import expected_in
from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.levelling.case import Case, PairRule, Work
from planstrategi.analysis.levelling.limits import Bound, at_least, at_most, not_in_the_past, stays
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.dates import in_words
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import HVERT_AAR

# what a plan weighs in a year of work: one plan, or its expected månedsverk in hundredths; peaks differ by a whole one
ANTALL, MAANEDSVERK = "antall", "maanedsverk"
HUNDREDTHS = 100
GRAINS = {ANTALL: 1, MAANEDSVERK: HUNDREDTHS}
_Years = tuple[int, ...]


def case_of(register: Register, vekt: str = ANTALL) -> Case:
    """Return the plans with work of their own as works in the years of the period, with what binds them.

    A plan weighs 1 in each year of work, or by `maanedsverk` what is expected in hundredths; what nobody has assumed
    then weighs nothing and stays. A plan begins and ends when the register says, begins before its edition and those it
    replaces run out, and ends before what it meets as it stands: the end of validity, or a statutory due date. What has
    begun, what is not to be made, what is done or due each year, what others own, what hangs together with a part of
    another plan and the planstrategi itself do not move, and nothing moves into time that has gone. Where plans stand
    now may break what binds them.
    """
    period, worked = register.periode.years, years_in_period(register)
    due, yearly = _due_dates(register), _yearly_duties(register)
    own = [one for one in planned(register) if worked[one.plan.id]]
    works = []
    for one in own:
        years = worked[one.plan.id]
        load = tuple(_load(one, year, vekt) if year in years else 0 for year in range(years[0], years[-1] + 1))
        work = Work(one.plan.id, years[0] - period[0], len(load), load, 0, len(period))
        if vekt == MAANEDSVERK and one.effort is None:
            works.append(work._replace(fixed=True, fixed_reason=_about(one.plan, "innsatsen er ikke kjent")))
        else:
            works.append(_bound(register, one.plan, work, due.get(one.plan.id), yearly.get(one.plan.id, "")))
    return Case(tuple(works), tuple(_rules(register, [one.plan for one in own])), len(period), (0,) * len(period), GRAINS[vekt])


def _load(one: PlannedWork, year: int, vekt: str) -> int:
    if vekt == ANTALL:
        return 1
    return round(HUNDREDTHS * expected_in(one, year)) if one.effort else 0


def _bound(register: Register, plan: Plan, work: Work, due: Bound | None, yearly: str) -> Work:
    years = years_in_period(register)[plan.id]
    fixed = stays(register, plan, years) or yearly
    free = [] if fixed else [not_in_the_past(register, years)]
    least = max([*at_least(register, plan, years), *free], key=attrgetter("by"))
    most = min([*at_most(register, plan, years), *([due] if due else [])], key=attrgetter("by"))
    return work._replace(
        earliest=work.start + least.by, earliest_reason=_about(plan, least.why), fixed=bool(fixed),
        latest=max(0, work.start + work.length - 1 + most.by), latest_reason=_about(plan, most.why),
        fixed_reason=_about(plan, fixed),
    )  # fmt: skip


def _about(plan: Plan, words: str) -> str:
    return f"{plan.label}: {words}" if words else ""


def _due_dates(register: Register) -> dict[str, Bound]:
    """Return how far each plan may move before the first due date of a duty that it meets as it stands."""
    worked, found = years_in_period(register), dict[str, Bound]()
    for name, assessed in _duties(register):
        dates = [frist.dato for frist, rule in assessed.due if rule.regel != HVERT_AAR]
        met = [date for date in dates if worked[name] and int(date[:4]) >= worked[name][-1]]
        if met:
            end = Bound(int(min(met)[:4]) - worked[name][-1], f"{assessed.krav.label} har frist {in_words(min(met))}")
            found[name] = min(found.get(name, end), end)
    return found


def _yearly_duties(register: Register) -> dict[str, str]:
    """Return the plans whose work meets what the municipality must do every year, and what that is."""
    return {
        name: f"{assessed.krav.label} har frist hvert år"
        for name, assessed in _duties(register)
        if any(rule.regel == HVERT_AAR for rule in assessed.krav.gjentakelse)
    }


def _duties(register: Register) -> Iterator[tuple[str, Assessed]]:
    """Give each plan with what it answers that the municipality must do; what it should or may binds no plan."""
    for assessed in assess(register):
        if assessed.krav.styrke == "skal":
            yield from ((answer.id, assessed) for answer in assessed.answers if answer.is_plan)


def _rules(register: Register, plans: list[Plan]) -> Iterator[PairRule]:
    own, marked = {plan.id: plan for plan in plans}, register.marked_work()
    # a year in common is one that is marked for both: where some are not, only the same move is sure to keep one
    solid = {name for name in own if marked[name] and marked[name] == years_in_period(register)[name] == _unbroken(marked[name])}
    for plan in plans:
        for venter in plan.venter_paa:
            if venter.plan and venter.plan in own:
                yield PairRule("before", venter.plan, plan.id, _about(plan, f"venter på {own[venter.plan].label}"))
        for name in plan.samordnes_med:
            if name in own:
                kind = "together" if {name, plan.id} <= solid else "lockstep"
                yield PairRule(kind, plan.id, name, _about(plan, f"bør samordnes med {own[name].label}"))


def _unbroken(years: _Years) -> _Years:
    return tuple(range(years[0], years[-1] + 1))
