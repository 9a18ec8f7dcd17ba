"""Plans with neither law nor expectation behind them, as far as the source and the judgements say."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import judged_plans, links
from planstrategi.analysis.legal.coverage import Assessed, assess, period_status
from planstrategi.analysis.portfolio.plans import plans
from planstrategi.analysis.portfolio.statutes import NO_STATUTE, plans_by_statute
from planstrategi.analysis.shared.rows import columns
from planstrategi.analysis.shared.sentences import NO_PLANS, Finding, of_all, tally
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GJELDER_IKKE, IKKE_AKTUELT, IKKE_VURDERT

_SOMETHING, _NOTHING, _UNJUDGED = "noe", "ingenting", "ikke vurdert"
_PLAN = "plan_id navn plantypenavn planbehov ansvarlig aar kilde"


@columns(_PLAN)
def plans_without_requirement(register: Register) -> pd.DataFrame:
    """Return the plans that are judged, and have no statute, requirement or expectation behind them.

    A plan has something behind it when the source names a statute for it, its service, its table or its kind, or
    somebody has judged it to answer a requirement of any kind, or an expectation, in any degree. Of a plan that nobody
    has judged, against expectations or some requirement that applies, nothing is said.
    """
    return _with_nothing(register, _grounds(register))


@columns(_PLAN)
def plans_without_law(register: Register) -> pd.DataFrame:
    """Return the plans that answer no demand of law, where somebody has judged all the demands that apply."""
    demands = [one for one in _demands(register) if one.krav.styrke == "skal"]
    answering, known = _answering(demands), _NOTHING if _all_judged(demands) else _UNJUDGED
    return _with_nothing(register, {plan.id: _SOMETHING if plan.id in answering else known for plan in register.planer})


def _grounds(register: Register) -> dict[str, str]:
    """Return whether each plan has something behind it, nothing, or is not judged."""
    statutes, demands, plans_judged = plans_by_statute(register), _demands(register), judged_plans(register)
    named = statutes.loc[statutes["grunnlag"] != NO_STATUTE, "plan_id"]
    grounded = {*named, *_answering(assess(register)), *links(register)["plan_id"]}
    held = set(plans_judged.loc[plans_judged["status"] != IKKE_VURDERT, "plan_id"]) if _all_judged(demands) else set()
    ids = [plan.id for plan in register.planer]
    return {name: _SOMETHING if name in grounded else _NOTHING if name in held else _UNJUDGED for name in ids}


def _demands(register: Register) -> list[Assessed]:
    """Return the requirements a plan could answer that apply on the register's date, as far as anyone knows."""
    outside = (GJELDER_IKKE, IKKE_AKTUELT)
    return [one for one in assess(register) if one.krav.slag != "prosesskrav" and period_status(one).kjent not in outside]


def _all_judged(demands: list[Assessed]) -> bool:
    # also a judge who could not tell has held the plans against it
    return all(one.judged or one.answers for one in demands)


def _answering(requirements: list[Assessed]) -> set[str]:
    """Return the plans that answer some of the requirements; a document may have the id of a plan."""
    return {answer.plan for one in requirements for answer in one.answers if answer.plan}


def _with_nothing(register: Register, grounds: dict[str, str]) -> pd.DataFrame:
    frame = plans(register)
    return frame[frame["plan_id"].map(grounds) == _NOTHING].reset_index(drop=True)


def alone_finding(register: Register) -> Finding:
    """How many plans have law or expectation behind them, and under it how many have not, and are not judged."""
    grounds = list(_grounds(register).values())
    parts = {"har ingenting bak seg": grounds.count(_NOTHING), "er ikke vurdert": grounds.count(_UNJUDGED)}
    if not grounds:
        return Finding(NO_PLANS)
    if grounds.count(_UNJUDGED) == len(grounds):
        return Finding("Ingen har vurdert hva som ligger bak planene ennå.")
    has = "har kjent" if _UNJUDGED in grounds else "har"
    said = f"{of_all(grounds.count(_SOMETHING), len(grounds))} {has} lov, krav eller forventning bak seg."
    return Finding(said, tally("{}.", parts))
