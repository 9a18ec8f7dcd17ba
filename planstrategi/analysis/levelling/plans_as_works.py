"""The register → a levelling case: plans as works in the years of the period, with what binds them."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.levelling.case import Case, PairRule, Work
from planstrategi.analysis.shared.editions import NEW_EDITION
from planstrategi.analysis.shared.work_years import work_of, years_in_period, years_of_work
from planstrategi.model.dates import in_words
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import EIER, HVERT_AAR, OPPSTARTSMERKE, UNDER_WAY

PLANSTRATEGI = "planstrategi"


class _End(NamedTuple):
    """The first year a plan may start in or the last it may be worked on, and why."""

    year: int
    why: str


def case_of(register: Register) -> Case:
    """Return the plans with work of their own as works in the years of the period, with what binds them.

    A plan may not start before the start the register gives it, nor end after its stated finish, the end of validity
    when it must be revised before that, or what it meets as it stands: the end of validity, or a statutory due date.
    What has begun, what is done or due each year, what others own and the planstrategi itself do not move. Where plans
    stand now may break what binds them.
    """
    period = register.periode.years
    due, yearly, worked = _due_years(register), _yearly_duties(register), years_in_period(register)
    own = [plan for plan in register.planer if worked[plan.id] and not plan.inngaar_i]
    works = [_work(register, plan, worked[plan.id], due.get(plan.id), yearly.get(plan.id, "")) for plan in own]
    return Case(tuple(works), tuple(_rules(own)), len(period), (0,) * len(period))


def _work(register: Register, plan: Plan, years: tuple[int, ...], due: _End | None, yearly: str) -> Work:
    first, fixed = register.periode.fra, _fixed(register, plan, years) or yearly
    earliest = max([_End(first, ""), *_starts(register, plan, bool(fixed))], key=attrgetter("year"))
    ends = [end for end in _ends(register, plan, years) if end.year >= first] + ([due] if due else [])
    latest = min([_End(register.periode.til, ""), *ends], key=attrgetter("year"))
    return Work(
        id=plan.id, start=years[0] - first, length=years[-1] - years[0] + 1,
        load=tuple(int(year in years) for year in range(years[0], years[-1] + 1)),
        earliest=earliest.year - first, latest=max(0, latest.year - first), fixed=bool(fixed),
        earliest_reason=_about(plan, earliest.why), latest_reason=_about(plan, latest.why), fixed_reason=_about(plan, fixed),
    )  # fmt: skip


def _about(plan: Plan, words: str) -> str:
    return f"{plan.label}: {words}" if words else ""


def _fixed(register: Register, plan: Plan, years: tuple[int, ...]) -> str:
    if plan.is_others:
        return f"planen tilhører {EIER[plan.eier or '']}"
    if plan.plantype == PLANSTRATEGI:
        return "planstrategien følger valgperioden"
    if plan.status in UNDER_WAY:
        return "arbeidet pågår"
    if years_of_work(register)[plan.id] != years:
        return "arbeidet går ut over perioden"
    if years[0] < int(register.per_dato[:4]):
        return f"arbeidet begynner i {years[0]}, før {in_words(register.per_dato)}"
    return "det gjøres hvert år" if plan.aarlig else ""


def _starts(register: Register, plan: Plan, fixed: bool) -> Iterator[_End]:
    if plan.oppstart:
        yield _End(plan.oppstart.forst_aar, f"starter tidligst {in_words(plan.oppstart.tekst)}")
    begun = [mark.aar for mark in register.marks().get(plan.id, ()) if mark.betyr == OPPSTARTSMERKE]
    if begun and not plan.oppstart:
        yield _End(begun[0], f"er merket for oppstart i {begun[0]}")
    if not fixed:
        now = register.per_dato[:4]
        yield _End(int(now), f"kan ikke legges til før {now}, som er året det regnes fra")


def _ends(register: Register, plan: Plan, years: tuple[int, ...]) -> Iterator[_End]:
    words = {"ferdig": "skal være ferdig", "skal_vedtas": "skal vedtas"}
    yield from (_End(tid.sist_aar, f"{words[felt]} {in_words(tid.tekst)}") for felt, tid in plan.times(*words))
    work = work_of(register)[plan.id]
    if work.ferdig and work.av_merke:
        yield _End(work.ferdig.sist_aar, work.ord)
    until = plan.gyldig_til
    if until and plan.planbehov in NEW_EDITION and (plan.foer_utlop or years[-1] <= until.sist_aar):
        yield _End(until.sist_aar, f"dagens utgave gjelder til {in_words(until.tekst)}")


def _due_years(register: Register) -> dict[str, _End]:
    """Return the first due date of a duty that each plan meets as it stands: its year, and the words for it."""
    worked, found = years_in_period(register), dict[str, _End]()
    for name, assessed in _duties(register):
        dates = [frist.dato for frist, rule in assessed.due if rule.regel != HVERT_AAR]
        met = [date for date in dates if worked[name] and int(date[:4]) >= worked[name][-1]]
        if met:
            end = _End(int(min(met)[:4]), f"{assessed.krav.label} har frist {in_words(min(met))}")
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


def _rules(plans: list[Plan]) -> Iterator[PairRule]:
    own = {plan.id: plan for plan in plans}
    for plan in plans:
        for venter in plan.venter_paa:
            if venter.plan and venter.plan in own:
                yield PairRule("before", venter.plan, plan.id, _about(plan, f"venter på {own[venter.plan].label}"))
        for name in plan.samordnes_med:
            if name in own:
                yield PairRule("together", plan.id, name, _about(plan, f"bør samordnes med {own[name].label}"))
