"""Plans with neither law nor expectation behind them, as far as the source and the judgements say."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import links
from planstrategi.analysis.legal.coverage import assess
from planstrategi.analysis.portfolio.plans import plans
from planstrategi.analysis.portfolio.statutes import STATUTE_GROUNDS, plans_by_statute
from planstrategi.analysis.shared.sentences import counted
from planstrategi.model.register import Register


def plans_without_requirement(register: Register) -> pd.DataFrame:
    """Return the plans with no statute, requirement or expectation behind them, as far as source and judges say.

    A plan counts as having something behind it when the source names a statute for it or its table, or somebody has
    judged it to answer a requirement of any kind, or an expectation, in any degree.
    """
    grounds = plans_by_statute(register).set_index("plan_id")["grunnlag"]
    answering = {answer.id for assessed in assess(register) for answer in assessed.answers}
    expected = set(links(register)["plan_id"])
    frame = plans(register)[["plan_id", "navn", "plantypenavn", "planbehov", "ansvarlig", "aar", "kilde"]]
    alone = (grounds == STATUTE_GROUNDS[-1]).to_numpy() & ~frame["plan_id"].isin(answering | expected)
    return frame[alone].reset_index(drop=True)


def plans_without_law(register: Register) -> pd.DataFrame:
    """Return the plans that answer no demand of law: recommended, expected, or the municipality's own choice."""
    demanded = {
        answer.id for assessed in assess(register) for answer in assessed.answers
        if assessed.krav.styrke == "skal" and assessed.krav.slag != "prosesskrav"
    }  # fmt: skip
    frame = plans(register)[["plan_id", "navn", "plantypenavn", "planbehov", "ansvarlig", "aar", "kilde"]]
    return frame[~frame["plan_id"].isin(demanded)].reset_index(drop=True)


def alone_finding(register: Register) -> str:
    """How many plans have neither law nor expectation behind them."""
    alone = len(plans_without_requirement(register))
    total = counted(len(register.planer), "plan", "planer")
    return f"{alone} av {total} har verken lov, krav eller forventning bak seg, så langt kilden og vurderingene sier."
