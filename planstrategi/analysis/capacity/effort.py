"""Assumptions + facts → how much work each plan takes, as a range. What nobody has assumed stays unknown."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import of_plan, source_of
from planstrategi.analysis.shared.work_years import Assumed, assumed_of, work_of, years_in_period, years_of_work
from planstrategi.model.assumptions import EgenInnsats, Spenn
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.plan import OppgittInnsats, Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import ARBEID, EIER, HVERT_AAR, INNSATSGRUNNLAG, PLANBEHOV, REVISING, UNDER_WAY

GIVEN = "oppgitt i kilden"


class AssumedOf(NamedTuple):
    """What månedsverk are assumed of: a kind of work (`innsats`) or one `plan`."""

    slag: str
    id: str
    navn: str


class Effort(NamedTuple):
    """How much work a plan takes: `maanedsverk` in all, or in each year of work, and `kalender` months in all.

    `about` is what the månedsverk are assumed of, and `kilde` where they stand. `kalender` is None when nobody has
    assumed it. `oppgitt` are the månedsverk of each year where the source itself gives them: a fact, with no range.
    """

    about: AssumedOf
    maanedsverk: Spenn
    kalender: Spenn | None
    hvert_aar: bool
    kilde: str
    oppgitt: tuple[tuple[int, float], ...] = ()


class PlannedWork(NamedTuple):
    """A plan with its years of work, and its effort, None when it is not known; `hvorfor` says why."""

    plan: Plan
    years: tuple[int, ...]
    effort: Effort | None
    hvorfor: str

    @property
    def begun(self) -> bool:
        """Whether an unknown part of the work was done before."""
        return self.plan.status in UNDER_WAY


def planned(register: Register) -> list[PlannedWork]:
    """Return every plan with years of work whose work is its own, with its effort: as the source gives it, else as assumed."""
    years = years_of_work(register)
    return [_planned(register, plan, years[plan.id]) for plan in register.planer if years[plan.id] and not plan.inngaar_i]


def without_years(register: Register) -> list[Plan]:
    """Return the plans that take, or may take, work of their own in years that nobody knows; not those others own.

    Such is also what goes on in a known year without anybody knowing how long, but not what starts after the period.
    """
    years, may_work = years_in_period(register), (*REVISING, "avklares", None)
    own = [plan for plan in register.planer if not plan.is_others and not plan.inngaar_i and plan.status != "gjeldende"]
    now = [plan for plan in own if not plan.oppstart or plan.oppstart.forst_aar <= register.periode.til]
    undecided = [plan for plan in now if plan.planbehov in may_work and not plan.aarlig]
    return [plan for plan in undecided if not years[plan.id] or work_of(register, plan).ferdig is None]


def possible_years(register: Register, plan: Plan) -> tuple[int, ...]:
    """Return the years that a plan may be worked on: after its start and what is known, and not after its finish."""
    first = plan.oppstart.forst_aar if plan.oppstart else register.periode.fra
    last = plan.finish.sist_aar if plan.finish else register.periode.til
    known = max(years_in_period(register)[plan.id], default=0)
    return tuple(year for year in register.periode.years if known < year and first <= year <= last)


def _planned(register: Register, plan: Plan, years: tuple[int, ...]) -> PlannedWork:
    assumed, given = assumed_of(register, plan), stated(register, plan.innsats, years)
    if given:
        total = sum(given.values())
        effort = Effort(AssumedOf("kilde", plan.id, GIVEN), Spenn(lav=total, sannsynlig=total, hoy=total, grunnlag=GIVEN),
                        assumed.calendar, False, source_of(plan.innsats[0]), tuple(given.items()))  # fmt: skip
        return PlannedWork(plan, years, effort, "")
    effort_assumed = _assumed_effort(register, plan, assumed)
    return PlannedWork(plan, years, effort_assumed, "" if effort_assumed else _why_unknown(register, plan))


def stated(register: Register, amounts: Sequence[OppgittInnsats], years: Sequence[int]) -> dict[int, float]:
    """Return the månedsverk of each year that the source gives; what it gives for the whole is even over the years."""
    hours = register.innsats.timer_per_maanedsverk if register.innsats else None
    found: dict[int, float] = {}
    for one in amounts:
        amount = (one.aarsverk or 0) * MONTHS_IN_YEAR + ((one.timer or 0) / hours if hours else 0)
        if one.aarsverk is not None or (one.timer is not None and hours):
            for year in years if one.aar is None else (one.aar,):
                found[year] = found.get(year, 0.0) + (amount / len(years) if one.aar is None else amount)
    return found


def work_beside_plans(register: Register) -> Counter[int]:
    """Return the månedsverk of each year that the source gives rows that are neither plans nor sums."""
    found = Counter[int]()
    for row in register.andre_rader:
        found.update(stated(register, row.innsats, register.periode.years) if row.hva != "sum" else {})
    return found


def _assumed_effort(register: Register, plan: Plan, assumed: Assumed) -> Effort | None:
    kind = assumed.kind
    row, work = next(((row, row.maanedsverk) for row in assumed.rows if row.maanedsverk), (None, None))
    if row is None or work is None:
        return None
    mine = kind is None or getattr(row, "plan", None) == plan.id
    about = AssumedOf("plan", plan.id, plan.navn) if kind is None or mine else AssumedOf("innsats", kind.id, kind.navn)
    yearly = "planen" in plan.aarlig or next((row.arbeid for row in assumed.rows if row.arbeid), "") == HVERT_AAR
    file = register.forutsetninger if isinstance(row, EgenInnsats) else register.innsats
    return Effort(about, work, assumed.calendar, yearly, source_of(row, file.datasti if file else ""))


def _why_unknown(register: Register, plan: Plan) -> str:
    if plan.is_others:
        return f"planen tilhører {EIER[plan.eier or '']}"
    if plan.planbehov is None:
        return "kilden sier ikke hva som skal gjøres"
    if plan.planbehov == "avklares":
        return "det er ikke avklart hva som skal gjøres"
    kind = register.plan_type_names().get(plan.plantype, plan.plantype).lower()
    return f"ingen antakelse gjelder for {kind} med planbehovet {PLANBEHOV[plan.planbehov].lower()}"


@columns("plan_id navn innsats arbeid maanedsverk_lav maanedsverk_sannsynlig maanedsverk_hoy felles grunnlag hvorfor kilde")
def effort_by_plan(register: Register) -> Rows:
    """Return one row per plan with years of work of its own: its effort, or why it is not known.

    `innsats` is the kind of work it is assumed of, or that the source gives it. `arbeid` is whether the månedsverk are for
    the whole work or for each year; `felles` is the part of the range that all plans of the kind share, `grunnlag` the
    weakest ground of the three numbers, and `kilde` where the effort stands, or the plan when it is not known.
    """
    for one in planned(register):
        row = dict.fromkeys(effort_by_plan.columns) | of_plan(one.plan)
        yield row | (_assumed(one.effort) if one.effort else {"hvorfor": one.hvorfor})


def _assumed(effort: Effort) -> Row:
    what = {"innsats": effort.about.navn, "arbeid": ARBEID[HVERT_AAR if effort.hvert_aar else "hele"]}
    numbers = {f"maanedsverk_{end}": number for end, number in in_numbers(effort.maanedsverk).items()}
    rests = {"felles": effort.maanedsverk.shared, "grunnlag": weakest_ground(effort.maanedsverk), "kilde": effort.kilde}
    return what | numbers | rests


def in_numbers(spenn: Spenn) -> Row:
    """Return the three numbers of a range, as columns."""
    return {"lav": spenn.lav, "sannsynlig": spenn.sannsynlig, "hoy": spenn.hoy}


def weakest_ground(spenn: Spenn) -> str:
    """Return what the weakest ground of the three numbers of a range is called."""
    if spenn.grunnlag == GIVEN:
        return GIVEN
    grounds = [one or spenn.grunnlag for one in (spenn.lav_grunnlag, spenn.sannsynlig_grunnlag, spenn.hoy_grunnlag)]
    return INNSATSGRUNNLAG[max(grounds, key=list(INNSATSGRUNNLAG).index)]
