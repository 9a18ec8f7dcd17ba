"""When the expectations are answered: year by year as the plans get finished, and what slips when a plan slips."""

from collections.abc import Iterator

import pandas as pd

from planstrategi.analysis.alignment.assessment import INGEN_PLAN, STATUS_OF_GRADE, Assessment, assessments
from planstrategi.analysis.alignment.coverage import in_force
from planstrategi.analysis.alignment.expectations import LEVELS
from planstrategi.analysis.shared.plan_finish import NOW, Ready, readiness
from planstrategi.model.register import Register

SLIP = 1


def answered_by_year(register: Register) -> pd.DataFrame:
    """Return one row per year of the period and level: how many expectations a finished plan answers by then.

    `antall` is how many counted expectations apply on the register's date. `antall_naadd` are those that a plan answers
    which is finished by the end of the year; `antall_naadd_delvis` those answered at least partly; `antall_forsinket`
    what is left of `antall_naadd` when every plan that is not finished yet slips a year. `antall_uten_tid` are
    answered, but nobody knows when; `antall_ikke_svart` are not answered, `antall_ingen_plan` of them by any plan, and
    the rest nobody has judged.
    """
    ones = [one for one in in_force(assessments(register)) if one.expected.telles]
    ready = readiness(register)
    rows = [
        (year, level, *_counts([one for one in ones if one.expected.nivaa == level], year, ready))
        for level in LEVELS
        for year in register.periode.years
        if any(one.expected.nivaa == level for one in ones)
    ]
    return pd.DataFrame(rows, columns=YEAR_COLUMNS)


YEAR_COLUMNS = [
    "aar", "nivaa", "antall", "antall_naadd", "antall_naadd_delvis", "antall_forsinket", "antall_uten_tid",
    "antall_ikke_svart", "antall_ingen_plan",
]  # fmt: skip


def _counts(ones: list[Assessment], year: int, ready: dict[str, Ready]) -> tuple[int, ...]:
    first = [first_year(one.plans, ready) for one in ones]
    partly = [first_year(_at_least_partly(one), ready) for one in ones]
    late = [first_year(one.plans, ready, slip=True) for one in ones]
    answered = sum(one.is_answered for one in ones)
    return (
        len(ones),
        *(sum(each is not None and each <= year for each in years) for years in (first, partly, late)),
        answered - sum(each is not None for each in first),
        len(ones) - answered,
        sum(one.status == INGEN_PLAN for one in ones),
    )


def _at_least_partly(one: Assessment) -> tuple[str, ...]:
    return tuple(vurdering.plan for _, vurdering in one.pairs if STATUS_OF_GRADE[vurdering.grad] != STATUS_OF_GRADE["svak"])


def first_year(plans: tuple[str, ...], ready: dict[str, Ready], slip: bool = False) -> int | None:
    """Return the first year in which one of the plans is finished, None when nobody knows."""
    known = [(ready[plan].aar, ready[plan].grunn) for plan in plans]
    years = [aar + SLIP * (slip and ground != NOW) for aar, ground in known if aar is not None]
    return min(years, default=None)


def slips(register: Register) -> pd.DataFrame:
    """Return one row per plan that is not finished yet: what is answered later if it alone slips a year.

    `blir` is the year it is finished as the register has it; `forventninger` are the ids of the counted expectations in
    force that no other plan answers by then, `antall_forsinket` how many; `antall_etter_perioden` those that then fall
    after the period. Sorted by how much slips.
    """
    ones = [one for one in in_force(assessments(register)) if one.expected.telles]
    ready = readiness(register)
    rows = sorted(_slips(register, ones, ready), key=lambda row: -int(str(row[3])))
    return pd.DataFrame(rows, columns=["plan_id", "navn", "blir", "antall_forsinket", "antall_etter_perioden", "forventninger"])


def _slips(register: Register, ones: list[Assessment], ready: dict[str, Ready]) -> Iterator[tuple[object, ...]]:
    answered: dict[str, list[Assessment]] = {}
    for one in ones:
        for name in one.plans:
            answered.setdefault(name, []).append(one)
    for plan in register.planer:
        year, ground, _ = ready[plan.id]
        if year is not None and ground != NOW:
            later = [one for one in answered.get(plan.id, ()) if _only(plan.id, one, year, ready)]
            after = len(later) if year + SLIP > register.periode.til else 0
            yield plan.id, plan.navn, year, len(later), after, tuple(one.expected.id for one in later)


def _only(plan: str, one: Assessment, year: int, ready: dict[str, Ready]) -> bool:
    """Whether no other plan answers an expectation by the year this one is finished."""
    others = tuple(other for other in one.plans if other != plan)
    first = first_year(others, ready)
    return first is None or first > year
