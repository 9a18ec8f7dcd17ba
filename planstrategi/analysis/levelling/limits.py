"""How far a plan can move without raising a problem that the register does not have.

Analysis does not know the checks, so what years can break stands here once more, by kind. The guard is a test: it
applies every proposal and validates. A bound is in years from where the plan stands, below 0 for earlier.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planstrategi.analysis.shared.editions import NEW_EDITION
from planstrategi.analysis.shared.work_years import NO_WORK, work_of
from planstrategi.model.dates import in_words
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import EIER, OPPSTARTSMERKE, PLANBEHOV, UNDER_WAY, VEDTAKSMERKE

# what is not to be made, whatever is marked
NOT_NOW = (*NO_WORK, "neste_periode")
_IN_PERIOD = "alle merkede år må ligge i perioden"
_FINISHED = {"ferdig": "skal være ferdig", "skal_vedtas": "skal vedtas"}
Years = tuple[int, ...]


class Bound(NamedTuple):
    """The least (`earliest`) or the most (`latest`) years that a plan may move, or that it may not (`fixed`), and why."""

    kind: str
    by: int
    why: str


def bounds(register: Register, plan: Plan, years: Years) -> Iterator[Bound]:
    """Give what binds a plan with these years of work in the period, as the register tells of it."""
    fixed = _stays(register, plan, years)
    # nothing moves into a year of which a part has gone, but it may stand in one
    free = int(register.per_dato[:4]) + (not register.per_dato.endswith("-01-01"))
    past = f"kan ikke legges til før {free}, som er det første hele året fra dagen det regnes fra"
    yield Bound("fixed", 0, fixed) if fixed else Bound("earliest", min(0, free - years[0]), past)
    yield Bound("earliest", register.periode.fra - min([*plan.aar, *years]), _IN_PERIOD)
    yield Bound("latest", register.periode.til - max([*plan.aar, *years]), _IN_PERIOD)
    yield from _at_ends(register, plan, years)
    yield from _while_valid(register, plan, years)


def _stays(register: Register, plan: Plan, years: Years) -> str:
    """Return why a plan cannot move at all, nothing when it can."""
    day, planbehov, begun = register.per_dato, plan.planbehov or "", plan.oppstart and plan.oppstart.sist < register.per_dato
    parts = (one for one in register.planer if one.inngaar_i and register.marked_work(one))
    near = next((one for one in parts if plan.id in one.related or one.id in plan.related), None)
    reasons = {
        f"planen tilhører {EIER.get(plan.eier or '')}": plan.is_others,
        "planstrategien følger valgperioden": plan.plantype == "planstrategi",
        "arbeidet pågår": plan.status in UNDER_WAY,
        "arbeidet går ut over perioden": tuple(work_of(register, plan).years) != years,
        f"arbeidet begynner i {years[0]}, før {in_words(day)}": years[0] < int(day[:4]),
        f"oppstarten var før {in_words(day)}": begun,
        "det gjøres hvert år": plan.aarlig,
        f"planbehovet er «{PLANBEHOV.get(planbehov, '').lower()}»": planbehov in NOT_NOW,
        "årene følger av annet enn det som er merket": not plan.aar
        or (set(years) - set(plan.aar) and (plan.oppstart or plan.finish)),
        "kilden gir innsatsen år for år": any(one.aar for one in plan.innsats),
        f"hører sammen med {near.label if near else ''}, som er en del av en annen plan": near,
    }
    return next((why for why, holds in reasons.items() if holds), "")


def _at_ends(register: Register, plan: Plan, years: Years) -> Iterator[Bound]:
    """Give what the stated and the marked start and finish bind."""
    marks, work = register.marks(plan), work_of(register, plan)
    start, end = (register.marked_work(plan, betyr) for betyr in (OPPSTARTSMERKE, VEDTAKSMERKE))
    # what starts before the period, as what ends before it or after it, binds no year of it
    if plan.oppstart and plan.oppstart.sist_aar >= register.periode.fra:
        first, when = start[0] if start else years[0], in_words(plan.oppstart.tekst)
        yield Bound("earliest", plan.oppstart.forst_aar - first, f"starter tidligst {when}")
        yield Bound("latest", plan.oppstart.sist_aar - first, f"starter senest {when}")
    elif any(mark.betyr == OPPSTARTSMERKE for mark in marks):
        yield Bound("earliest", 0, f"er merket for oppstart i {start[0]}")
    for felt, tid in plan.times(*_FINISHED) if not plan.aarlig else ():
        why, last = f"{_FINISHED[felt]} {in_words(tid.tekst)}", end[-1] if end else years[-1]
        if tid.sist_aar >= register.periode.fra and tid.forst_aar <= register.periode.til:
            yield Bound("earliest", tid.forst_aar - last if end else 0, why)
            yield Bound("latest", tid.sist_aar - last, why)
    if work.ferdig and work.av_merke:
        # the next edition may be begun after a mark of adoption, not after one that says by when
        yield Bound("latest", work.ferdig.sist_aar - years[-1] if work.avledet else 0, work.ord)


def _while_valid(register: Register, plan: Plan, years: Years) -> Iterator[Bound]:
    """Give how late the work may be for what it renews or replaces to be in force until then."""
    worked, until = register.marked_work(plan, OPPSTARTSMERKE), plan.gyldig_til
    replaced = [one for one in register.planer if plan.id in one.erstattes_av and one.gyldig_til]
    for tid, why in ((until, "dagens utgave"), *((one.gyldig_til, one.label) for one in replaced)):
        # what had run out before the period, or has as the plan stands, binds nothing
        if tid and worked and max(worked[0], register.periode.fra) <= tid.sist_aar:
            yield Bound("latest", tid.sist_aar - worked[0], f"{why} gjelder til {in_words(tid.tekst)}")
    renewed = until and (plan.foer_utlop or (plan.planbehov in NEW_EDITION and years[-1] <= until.sist_aar))
    if until and renewed and until.sist_aar >= register.periode.fra:
        yield Bound("latest", until.sist_aar - years[-1], f"dagens utgave gjelder til {in_words(until.tekst)}")
