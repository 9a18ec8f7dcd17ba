"""When the plans are worked on: the marks as printed, the years of work with their ground, and the timeline of both."""

from collections.abc import Iterator

import pandas as pd

from planstrategi.analysis.portfolio.plans import DECISIONS, plans
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import IN_NO_YEAR, all_responsible, of_plan, responsible
from planstrategi.analysis.shared.work_years import AVLEDET, MERKET, NO_WORK, PlanWork, work_of, years_in_period
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT, MERKET_BETYR, PLANBEHOV


@columns("plan_id navn aar ansvarlig inngaar_i_annen merke merket_betyr kilde")
def plan_years(register: Register) -> Rows:
    """Return one row per plan and marked year, with the area, and whether the work is part of another plan's.

    `merke` is the mark as printed, missing for a plain cross; `merket_betyr` what it means, and `NOT_SAID` when the table
    does not say it. Which years are worked on, is in `work_years_table`.
    """
    names = responsible(register)
    for plan in register.planer:
        marks, printed = register.marks(plan), dict(plan.merker)
        for aar in plan.aar:
            means = dict.fromkeys(MERKET_BETYR[mark.betyr] if mark.betyr else NOT_SAID for mark in marks if mark.aar == aar)
            meaning = {"merke": printed.get(aar), "merket_betyr": "; ".join(means)}
            yield of_plan(plan) | {"aar": aar, "ansvarlig": names[plan.id], "inngaar_i_annen": bool(plan.inngaar_i)} | meaning


NOT_SAID = "ikke oppgitt; regnes som arbeid"


@columns("plan_id navn aar grunnlag ansvarlig kilde")
def work_years_table(register: Register) -> Rows:
    """Return one row per plan and year of work; `grunnlag` is `merket` (a fact) or `avledet` (assumed), as `work_of` says.

    Derived years may lie before the period, when adoption is marked, and after it.
    """
    names = responsible(register)
    for plan in register.planer:
        for aar, grunnlag in work_of(register, plan).years.items():
            yield of_plan(plan) | {"aar": aar, "grunnlag": grunnlag, "ansvarlig": names[plan.id]}


@columns("plan_id kortnavn ansvarlig aar avledet uten_aar planbehov kilde frist")
def timeline(register: Register) -> pd.DataFrame:
    """Return one row per plan, grouped by area, for the timeline: `attrs["periode"]` is the first and last year.

    `aar` are the marked years of work, and `avledet` the derived ones; `uten_aar` is what is said where there are none.
    `frist` are the days the register has for it, each with what happens: `ferdig`, `vedtas` or `utlop`.
    """
    areas, work = all_responsible(register), {plan.id: work_of(register, plan) for plan in register.planer}
    frame = plans(register).sort_values("ansvarlig", key=lambda names: names.map(areas.index), kind="stable", ignore_index=True)
    frame["planbehov"] = frame["planbehov"].map(PLANBEHOV).fillna(DECISIONS[None])
    for name, ground in (("aar", MERKET), ("avledet", AVLEDET)):
        years = {plan: tuple(year for year, why in one.years.items() if why == ground) for plan, one in work.items()}
        frame[name] = frame["plan_id"].map(years)
    frame["uten_aar"] = frame["plan_id"].map({plan.id: _no_years(register, plan, work[plan.id]) for plan in register.planer})
    frame["ansvarlig"] = frame["ansvarlig"].replace(IKKE_OPPGITT, "Ansvarlig ikke oppgitt")
    frame["frist"] = frame["plan_id"].map({plan.id: tuple(_milestones(plan, work[plan.id])) for plan in register.planer})
    frame.attrs["periode"] = (register.periode.fra, register.periode.til)
    return frame


def _no_years(register: Register, plan: Plan, work: PlanWork) -> str:
    """Return what is said of a plan that has no year of work in the period."""
    if plan.planbehov in (*NO_WORK, "neste_periode"):
        return "ingen år"
    return "etter perioden" if work.years and min(work.years) > register.periode.til else "år ikke kjent"


@columns("rad kolonne antall_planer")
def decisions_by_year(register: Register) -> Rows:
    """Return the timeline in short: how many plans per decision (`rad`) and year of work (`kolonne`), zeros included.

    The last `kolonne` counts the plans with no year of work in the period; `rad` ends with how many plans have the decision.
    """
    period, years = register.periode.years, years_in_period(register)
    for planbehov, bestemt in DECISIONS.items():
        own = [plan for plan in register.planer if plan.planbehov == planbehov]
        for year in (*period, IN_NO_YEAR) if own else ():
            count = sum(year in (years[plan.id] or (IN_NO_YEAR,)) for plan in own)
            yield {"rad": f"{bestemt} ({len(own)})", "kolonne": year, "antall_planer": count}


def _milestones(plan: Plan, work: PlanWork) -> Iterator[tuple[str, str]]:
    """Give the days that the register has for a plan, the last possible, and what happens."""
    if work.ferdig and work.av_merke:
        yield work.ferdig.sist, "ferdig" if work.avledet else "vedtas"
    kinds = {"ferdig": "ferdig", "skal_vedtas": "vedtas", "gyldig_til": "utlop"}
    yield from ((tid.sist, kinds[felt]) for felt, tid in plan.times(*kinds))
