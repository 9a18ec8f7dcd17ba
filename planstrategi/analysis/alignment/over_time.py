"""When the expectations are answered: year by year as the plans get finished, and what slips when a plan slips."""

from collections.abc import Iterable

from planstrategi.analysis.alignment.assessment import INGEN_PLAN, STATUS_OF_GRADE, Assessment, counted_in_force
from planstrategi.analysis.alignment.expectations import LEVELS
from planstrategi.analysis.shared.plan_finish import NOW, Ready, readiness
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.model.register import Register

SLIP = 1


@columns("aar nivaa antall antall_naadd antall_naadd_delvis antall_forsinket antall_uten_tid antall_ikke_svart antall_ingen_plan")
def answered_by_year(register: Register) -> Rows:
    """Return one row per year of the period and level: how many expectations a finished plan answers by then.

    `antall` is how many counted expectations apply on the register's date. `antall_naadd` are those that a plan answers
    which is finished by the end of the year; `antall_naadd_delvis` those answered at least partly; `antall_forsinket`
    what is left of `antall_naadd` when every plan that is not finished yet slips a year. `antall_uten_tid` are
    answered, but nobody knows when; `antall_ikke_svart` are not answered, `antall_ingen_plan` of them by any plan, and
    the rest nobody has judged.
    """
    counted, ready = counted_in_force(register), readiness(register)
    for level in LEVELS:
        ones = [one for one in counted if one.expected.nivaa == level]
        for year in register.periode.years if ones else ():
            yield {"aar": year, "nivaa": level, **_numbers(ones, year, ready)}


def _numbers(ones: list[Assessment], year: int, ready: dict[str, Ready]) -> Row:
    first = [first_year(one.plans, ready) for one in ones]
    answered = sum(one.is_answered for one in ones)
    return {
        "antall": len(ones),
        "antall_naadd": _reached(first, year),
        "antall_naadd_delvis": _reached((first_year(_at_least_partly(one), ready) for one in ones), year),
        "antall_forsinket": _reached((first_year(one.plans, ready, slip=True) for one in ones), year),
        "antall_uten_tid": answered - len(first) + first.count(None),
        "antall_ikke_svart": len(ones) - answered,
        "antall_ingen_plan": sum(one.status == INGEN_PLAN for one in ones),
    }


def _reached(years: Iterable[int | None], year: int) -> int:
    return sum(each is not None and each <= year for each in years)


def _at_least_partly(one: Assessment) -> tuple[str, ...]:
    return tuple(vurdering.plan for _, vurdering in one.pairs if STATUS_OF_GRADE[vurdering.grad] != STATUS_OF_GRADE["svak"])


def first_year(plans: Iterable[str], ready: dict[str, Ready], slip: bool = False) -> int | None:
    """Return the first year in which one of the plans is finished, None when nobody knows."""
    known = [ready[plan] for plan in plans]
    return min((one.aar + SLIP * (slip and one.grunn != NOW) for one in known if one.aar is not None), default=None)


@columns("plan_id navn blir antall_forsinket antall_etter_perioden forventninger")
def slips(register: Register) -> Rows:
    """Return one row per plan that is not finished yet: what is answered later if it alone slips a year.

    `blir` is the year it is finished as the register has it; `forventninger` are the ids of the counted expectations in
    force that no other plan answers by then, `antall_forsinket` how many; `antall_etter_perioden` those that then fall
    after the period. Sorted by how much slips.
    """
    return sorted(_slips(register), key=lambda row: -row["antall_forsinket"])


def _slips(register: Register) -> Rows:
    ready = readiness(register)
    answered: dict[str, list[Assessment]] = {plan.id: [] for plan in register.planer}
    for one in counted_in_force(register):
        for name in one.plans:
            answered[name].append(one)
    for plan in register.planer:
        year, ground, *_ = ready[plan.id]
        if year is not None and ground != NOW:
            later = [one.expected.id for one in answered[plan.id] if _only(plan.id, one, year, ready)]
            yield {
                "plan_id": plan.id, "navn": plan.navn, "blir": year, "antall_forsinket": len(later),
                "antall_etter_perioden": len(later) if year + SLIP > register.periode.til else 0,
                "forventninger": tuple(later),
            }  # fmt: skip


def _only(plan: str, one: Assessment, year: int, ready: dict[str, Ready]) -> bool:
    """Whether no other plan answers an expectation by the year this one is finished."""
    first = first_year((other for other in one.plans if other != plan), ready)
    return first is None or first > year
