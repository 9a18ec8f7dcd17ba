"""Plans with neither law nor expectation behind them, as far as the source and the judgements say."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import links
from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.portfolio.plans import plans
from planstrategi.analysis.portfolio.statutes import NO_STATUTE, plans_by_statute
from planstrategi.analysis.shared.rows import columns
from planstrategi.analysis.shared.sentences import PLAN_FORMS, counted
from planstrategi.model.register import Register

_PLAN = "plan_id navn plantypenavn planbehov ansvarlig aar kilde"


@columns(_PLAN)
def plans_without_requirement(register: Register) -> pd.DataFrame:
    """Return the plans with no statute, requirement or expectation behind them, as far as source and judges say.

    A plan counts as having something behind it when the source names a statute for it, its service, its table or its
    kind, or somebody has judged it to answer a requirement of any kind, or an expectation, in any degree.
    """
    grounds = plans_by_statute(register)
    named = grounds.loc[grounds["grunnlag"] != NO_STATUTE, "plan_id"]
    return _without(register, {*named, *_answering(assess(register)), *links(register)["plan_id"]})


@columns(_PLAN)
def plans_without_law(register: Register) -> pd.DataFrame:
    """Return the plans that answer no demand of law: recommended, expected, or the municipality's own choice."""
    demands = [one for one in assess(register) if one.krav.styrke == "skal" and one.krav.slag != "prosesskrav"]
    return _without(register, _answering(demands))


def _answering(requirements: list[Assessed]) -> set[str]:
    """Return the plans that answer some of the requirements; a document may have the id of a plan."""
    return {answer.id for one in requirements for answer in one.answers if answer.is_plan}


def _without(register: Register, grounded: set[str]) -> pd.DataFrame:
    frame = plans(register)
    return frame[~frame["plan_id"].isin(grounded)].reset_index(drop=True)


def alone_finding(register: Register) -> str:
    """How many plans have neither law nor expectation behind them."""
    alone, total = len(plans_without_requirement(register)), counted(len(register.planer), *PLAN_FORMS)
    return f"{alone} av {total} har verken lov, krav eller forventning bak seg, så langt kilden og vurderingene sier."
