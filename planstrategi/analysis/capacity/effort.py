"""Assumptions + facts → how much work each plan takes, as a range. What nobody has assumed stays unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import of_plan, source_of
from planstrategi.model.assumptions import EgenInnsats, Innsats, Spenn
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import ARBEID, HVERT_AAR, INNSATSGRUNNLAG, PLANBEHOV, UNDER_WAY

ASSUMPTIONS = "forutsetninger.yaml"
PRIVATE = ("forslagsstiller", "tiltakshaver")


class AssumedOf(NamedTuple):
    """What månedsverk are assumed of: a kind of work (`innsats`) or one `plan`."""

    slag: str
    id: str
    navn: str


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work a plan takes: `maanedsverk` in all, or in each marked year, and `kalender` months in all.

    `about` is what the månedsverk are assumed of, and `kilde` where they stand. `kalender` is None when nobody has
    assumed it.
    """

    about: AssumedOf
    maanedsverk: Spenn
    kalender: Spenn | None
    hvert_aar: bool
    kilde: str


class PlannedWork(NamedTuple):
    """A plan with marked years, and its effort, None when it is not known; `hvorfor` says why."""

    plan: Plan
    effort: Effort | None
    hvorfor: str

    @property
    def begun(self) -> bool:
        """Whether an unknown part of the work was done before."""
        return self.plan.status in UNDER_WAY


def planned(register: Register) -> list[PlannedWork]:
    """Return every plan with marked years whose work is its own, with its effort."""
    own = {(row.innsats, row.plan): row for row in register.own_effort()}
    return [_planned(register, plan, own) for plan in register.planer if plan.aar and not plan.inngaar_i]


def _planned(register: Register, plan: Plan, own: Mapping[tuple[str | None, str | None], EgenInnsats]) -> PlannedWork:
    kind, mine = _kind(register, plan), own.get((None, plan.id))
    rows: list[EgenInnsats | Innsats | None] = [mine, own.get((kind.id, None)) if kind else None, kind]
    row, work = next(((row, row.maanedsverk) for row in rows if row and row.maanedsverk), (None, None))
    if row is None or work is None:
        return PlannedWork(plan, None, _why_unknown(plan))
    about = AssumedOf("plan", plan.id, plan.navn) if kind is None or row is mine else AssumedOf("innsats", kind.id, kind.navn)
    calendar = next((row.kalendermaaneder for row in rows if row and row.kalendermaaneder), None)
    yearly = next((row.arbeid for row in rows if row and row.arbeid), "") == HVERT_AAR
    catalogue = register.innsats.datasti if register.innsats else ""
    where = source_of(row, ASSUMPTIONS if isinstance(row, EgenInnsats) else catalogue)
    return PlannedWork(plan, Effort(about, work, calendar, yearly, where), "")


def _kind(register: Register, plan: Plan) -> Innsats | None:
    """Return the kind of work a plan is, one for private or for own proposals before one for both."""
    private = any(driver.rolle in PRIVATE for driver in plan.drivere)
    fitting = [
        kind
        for kind in register.effort_kinds()
        if plan.plantype in kind.plantyper and plan.planbehov in kind.planbehov and kind.privat in (None, private)
    ]
    return max(fitting, key=lambda kind: kind.privat is not None, default=None)


def _why_unknown(plan: Plan) -> str:
    if plan.planbehov is None:
        return "kilden sier ikke hva som skal gjøres"
    if plan.planbehov == "avklares":
        return "det er ikke avklart hva som skal gjøres"
    return f"ingen antakelse gjelder for plantypen {plan.plantype} med planbehovet {PLANBEHOV[plan.planbehov].lower()}"


@columns("plan_id navn innsats arbeid maanedsverk_lav maanedsverk_sannsynlig maanedsverk_hoy grunnlag hvorfor kilde")
def effort_by_plan(register: Register) -> Rows:
    """Return one row per plan with marked years and work of its own: the assumed effort, or why it is not known.

    `arbeid` is whether the månedsverk are for the whole work or for each year; `grunnlag` is the weakest ground of the
    three numbers; `kilde` where the assumption stands, or the plan when its effort is not known.
    """
    for one in planned(register):
        row = dict.fromkeys(effort_by_plan.columns) | of_plan(one.plan)
        yield row | (_assumed(one.effort) if one.effort else {"hvorfor": one.hvorfor})


def _assumed(effort: Effort) -> Row:
    return {
        "innsats": effort.about.navn,
        "arbeid": ARBEID[HVERT_AAR if effort.hvert_aar else "hele"],
        **{f"maanedsverk_{end}": number for end, number in in_numbers(effort.maanedsverk).items()},
        "grunnlag": weakest_ground(effort.maanedsverk),
        "kilde": effort.kilde,
    }


def in_numbers(spenn: Spenn) -> Row:
    """Return the three numbers of a range, as columns."""
    return {"lav": spenn.lav, "sannsynlig": spenn.sannsynlig, "hoy": spenn.hoy}


def weakest_ground(spenn: Spenn) -> str:
    """Return what the weakest ground of the three numbers of a range is called."""
    grounds = [one or spenn.grunnlag for one in (spenn.lav_grunnlag, spenn.sannsynlig_grunnlag, spenn.hoy_grunnlag)]
    return INNSATSGRUNNLAG[max(grounds, key=list(INNSATSGRUNNLAG).index)]
