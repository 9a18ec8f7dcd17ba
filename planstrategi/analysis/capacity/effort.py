"""Assumptions + facts → how much work each plan takes, as a range. What nobody has assumed stays unknown."""

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.assumptions import EgenInnsats, Innsats, Spenn
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import ARBEID, HVERT_AAR, INNSATSGRUNNLAG, PLANBEHOV

ASSUMPTIONS = "forutsetninger.yaml"
# work of which an unknown part lies before the first marked year
BEGUN = ("oppstart_varslet", "under_arbeid", "til_behandling")
PRIVATE = ("forslagsstiller", "tiltakshaver")


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work a plan takes: `maanedsverk` in all, or in each marked year, and `kalender` months in all.

    `about` is what the månedsverk are assumed of, a kind of work or one plan, and its id; `kilde` is where they stand.
    `kalender` is None when nobody has assumed it.
    """

    about: tuple[str, str]
    navn: str
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
        return self.plan.status in BEGUN


def planned(register: Register) -> list[PlannedWork]:
    """Return every plan with marked years whose work is its own, with its effort."""
    own = Overrides(register)
    return [PlannedWork(plan, *_effort(register, plan, own)) for plan in register.planer if plan.aar and not plan.inngaar_i]


class Overrides:
    """The municipality's own assumptions, by kind of work and by plan."""

    def __init__(self, register: Register) -> None:
        rows = register.own_effort()
        self.by_kind = {row.innsats: row for row in rows if row.innsats}
        self.by_plan = {row.plan: row for row in rows if row.plan}


def _effort(register: Register, plan: Plan, own: Overrides) -> tuple[Effort | None, str]:
    kind, mine = _kind(register, plan), own.by_plan.get(plan.id)
    rows: list[EgenInnsats | Innsats | None] = [mine, own.by_kind.get(kind.id) if kind else None, kind]
    row, work = next(((row, row.maanedsverk) for row in rows if row and row.maanedsverk), (None, None))
    if row is None or work is None:
        return None, _why_unknown(plan)
    calendar = next((row.kalendermaaneder for row in rows if row and row.kalendermaaneder), None)
    yearly = next((row.arbeid for row in rows if row and row.arbeid), "") == HVERT_AAR
    where = source_of(row, ASSUMPTIONS if isinstance(row, EgenInnsats) else _catalogue(register))
    if kind is None or row is mine:
        return Effort(("plan", plan.id), plan.navn, work, calendar, yearly, where), ""
    return Effort(("innsats", kind.id), kind.navn, work, calendar, yearly, where), ""


def _catalogue(register: Register) -> str:
    return register.innsats.datasti if register.innsats else ""


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


def effort_by_plan(register: Register) -> pd.DataFrame:
    """Return one row per plan with marked years: the assumed effort as low, likely and high, or why it is not known.

    `arbeid` is whether the månedsverk are for the whole work or for each year; `grunnlag` is the weakest ground of the
    three numbers; `kilde` where the assumption stands.
    """
    rows = [_row(one) for one in planned(register)]
    return pd.DataFrame(rows, columns=EFFORT_COLUMNS)


EFFORT_COLUMNS = [
    "plan_id", "navn", "innsats", "arbeid", "maanedsverk_lav", "maanedsverk_sannsynlig", "maanedsverk_hoy", "grunnlag",
    "hvorfor", "kilde",
]  # fmt: skip


def _row(one: PlannedWork) -> tuple[object, ...]:
    plan, effort = one.plan, one.effort
    if not effort:
        return plan.id, plan.navn, None, None, None, None, None, None, one.hvorfor, source_of(plan)
    work = effort.maanedsverk
    yearly = ARBEID[HVERT_AAR if effort.hvert_aar else "hele"]
    ground = INNSATSGRUNNLAG[weakest_ground(work)]
    return plan.id, plan.navn, effort.navn, yearly, work.lav, work.sannsynlig, work.hoy, ground, None, effort.kilde


def weakest_ground(spenn: Spenn) -> str:
    """Return the weakest ground of the three numbers of a range."""
    grounds = [one or spenn.grunnlag for one in (spenn.lav_grunnlag, spenn.sannsynlig_grunnlag, spenn.hoy_grunnlag)]
    return max(grounds, key=list(INNSATSGRUNNLAG).index)
