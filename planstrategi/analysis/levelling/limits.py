"""How far a plan can move without raising a problem that the register does not have.

Analysis does not know the checks, so what years can break stands here once more, by kind. The guard is a test: it
applies every proposal and validates. A bound is in years from where the plan stands, below 0 for earlier.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planstrategi.analysis.shared.editions import NEW_EDITION
from planstrategi.analysis.shared.work_years import NO_WORK, work_of, years_of_work
from planstrategi.model.dates import in_words
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import EIER, OPPSTARTSMERKE, PLANBEHOV, UNDER_WAY, VEDTAKSMERKE

PLANSTRATEGI = "planstrategi"
# what is not to be made, whatever is marked
NOT_NOW = (*NO_WORK, "neste_periode")
IN_PERIOD = "alle merkede år må ligge i perioden"
FINISHED = {"ferdig": "skal være ferdig", "skal_vedtas": "skal vedtas"}


class Bound(NamedTuple):
    """The least or the most years that a plan may move, and why."""

    by: int
    why: str


def stays(register: Register, plan: Plan, years: tuple[int, ...]) -> str:
    """Return why a plan with these years of work cannot move at all, nothing when it can."""
    if plan.is_others:
        return f"planen tilhører {EIER[plan.eier or '']}"
    if plan.plantype == PLANSTRATEGI:
        return "planstrategien følger valgperioden"
    if plan.status in UNDER_WAY:
        return "arbeidet pågår"
    if years_of_work(register)[plan.id] != years:
        return "arbeidet går ut over perioden"
    if plan.oppstart and plan.oppstart.sist < register.per_dato:
        return f"arbeidet skulle starte {in_words(plan.oppstart.tekst)}, før {in_words(register.per_dato)}"
    if years[0] < int(register.per_dato[:4]):
        return f"arbeidet begynner i {years[0]}, før {in_words(register.per_dato)}"
    if plan.aarlig:
        return "det gjøres hvert år"
    return _holds(register, plan)


def _holds(register: Register, plan: Plan) -> str:
    if plan.planbehov in NOT_NOW:
        return f"planbehovet er «{PLANBEHOV[plan.planbehov].lower()}»"
    if not plan.aar:
        return "ingen år er merket, så årene følger av det andre som er oppgitt"
    if any(one.aar for one in plan.innsats):
        return "kilden gir innsatsen år for år"
    parts = (one for one in register.planer if one.inngaar_i and register.marked_work()[one.id])
    near = next((one for one in parts if plan.id in one.related or one.id in plan.related), None)
    return f"henger sammen med {near.label}, som er en del av en annen plan" if near else ""


def at_least(register: Register, plan: Plan, years: tuple[int, ...]) -> Iterator[Bound]:
    """Give how early a plan may be, but for what has gone."""
    first, end = _marked(register, plan, OPPSTARTSMERKE), _marked(register, plan, VEDTAKSMERKE)
    yield Bound(register.periode.fra - min([*plan.aar, *years]), IN_PERIOD)
    if plan.oppstart:
        yield Bound(plan.oppstart.forst_aar - (first or years)[0], f"starter tidligst {in_words(plan.oppstart.tekst)}")
    elif any(mark.betyr == OPPSTARTSMERKE for mark in register.marks().get(plan.id, ())):
        yield Bound(0, f"er merket for oppstart i {first[0]}")
    for felt, tid in plan.times(*FINISHED) if end and not plan.aarlig else ():
        # what ends after the period cannot be marked there: it goes on to its last year
        yield Bound(min(tid.forst_aar, register.periode.til) - end[-1], f"{FINISHED[felt]} {in_words(tid.tekst)}")


def not_in_the_past(register: Register, years: tuple[int, ...]) -> Bound:
    """Return how early work that has not begun may be: in no year of which a part has gone, but where it stands."""
    now = int(register.per_dato[:4]) + (not register.per_dato.endswith("-01-01"))
    return Bound(min(0, now - years[0]), f"kan ikke legges til før {now}, som er det første hele året fra dagen det regnes fra")


def at_most(register: Register, plan: Plan, years: tuple[int, ...]) -> Iterator[Bound]:
    """Give how late a plan may be."""
    first, end = _marked(register, plan, OPPSTARTSMERKE) or years, _marked(register, plan, VEDTAKSMERKE) or years
    work, worked = work_of(register)[plan.id], register.marked_work()[plan.id]
    yield Bound(register.periode.til - max([*plan.aar, *years]), IN_PERIOD)
    if plan.oppstart:
        yield Bound(plan.oppstart.sist_aar - first[0], f"starter senest {in_words(plan.oppstart.tekst)}")
    ends = [Bound(tid.sist_aar - end[-1], f"{FINISHED[felt]} {in_words(tid.tekst)}") for felt, tid in plan.times(*FINISHED)]
    yield from (one for one in ends if one.by + end[-1] >= register.periode.fra and not plan.aarlig)
    if work.ferdig and work.av_merke:
        yield Bound(work.ferdig.sist_aar - years[-1], work.ord)
    yield from _while_valid(register, plan, years, worked)


def _while_valid(register: Register, plan: Plan, years: tuple[int, ...], worked: tuple[int, ...]) -> Iterator[Bound]:
    until = plan.gyldig_til.sist_aar if plan.gyldig_til else 0
    words = f"dagens utgave gjelder til {in_words(plan.gyldig_til.tekst)}" if plan.gyldig_til else ""
    if until >= register.periode.fra and (plan.foer_utlop or (plan.planbehov in NEW_EDITION and years[-1] <= until)):
        yield Bound(until - years[-1], words)
    # work that begins after the validity has ended leaves a gap, in the plan itself and in those it replaces
    replaced = [one for one in register.planer if plan.id in one.erstattes_av and one.gyldig_til]
    ends = {plan.gyldig_til: words} | {one.gyldig_til: f"{one.label} gjelder til {one.gyldig_til.tekst}" for one in replaced}
    for tid, why in ends.items():
        if tid and worked and max(worked[0], register.periode.fra) <= tid.sist_aar:
            yield Bound(tid.sist_aar - worked[0], why)


def _marked(register: Register, plan: Plan, betyr: str) -> tuple[int, ...]:
    """Return the years that are marked for work, or for this too."""
    marks = register.marks().get(plan.id, [])
    return tuple(mark.aar for mark in marks if mark.betyr == betyr or mark.means_work(plan))
