"""When the expectations are answered: year by year as the plans get finished, and what slips when a plan slips."""

from planstrategi.analysis.alignment.assessment import STATUS_OF_GRADE, Assessment, counted_in_force
from planstrategi.analysis.alignment.coverage import ALLE, numbers
from planstrategi.analysis.alignment.expectations import LEVELS
from planstrategi.analysis.alignment.judged_pairs import Judged, judged
from planstrategi.analysis.shared.editions import NOW, Ready, ready_of
from planstrategi.analysis.shared.rows import Row, Rows, columns, numbers_of
from planstrategi.model.register import Register

REACHED, COMING, EXPIRED, UNTIMED = "naadd", "kommer", "utloept", "uten_tid"


@columns(
    "aar nivaa antall antall_svart antall_ingen_plan antall_ikke_vurdert antall_naadd_delvis antall_naadd"
    " antall_naadd_avledet antall_kommer antall_utloept antall_uten_tid"
)
def answered_by_year(register: Register) -> Rows:
    """Return one row per year of the period and level, and for all: how many expectations a finished plan answers then.

    `antall` is how many counted expectations apply on the register's date: those a plan answers (`antall_svart`), those
    none does, and those nobody has judged. Those answered add up of four at the end of the year, by the plans that carry the
    status: such a plan is finished, and has not run out (`antall_naadd`); it will be later (`antall_kommer`); it has run
    out (`antall_utloept`); nobody knows when (`antall_uten_tid`). Of `antall_naadd`, `antall_naadd_delvis` are answered at
    least partly, and `antall_naadd_avledet` those of them that rest on a finish that is derived, not stated.
    """
    for level in (ALLE, *LEVELS):
        ones = [one for one in counted_in_force(register) if level in (ALLE, one.expected.nivaa)]
        parts = numbers([one.status for one in ones])
        whole = {name: parts[name] for name in ("antall", "antall_svart", "antall_ingen_plan", "antall_ikke_vurdert")}
        for year in register.periode.years if ones else ():
            yield {"aar": year, "nivaa": level, **whole, **_at_the_end(register, [one for one in ones if one.plans], year)}


def _at_the_end(register: Register, answered: list[Assessment], year: int) -> Row:
    """Return how many of the expectations that are answered are so at the end of a year, will be, or have been."""
    both = [(one.status, [ready_of(register, name) for name in one.carrying]) for one in answered]
    partly = [plans for status, plans in both if status != STATUS_OF_GRADE["svak"] and state_in(plans, year) == REACHED]
    derived = sum(state_in([one.as_stated() for one in plans], year) != REACHED for plans in partly)
    states = numbers_of([state_in(plans, year) for _, plans in both], (REACHED, COMING, EXPIRED, UNTIMED))
    return states | {"antall_naadd_delvis": len(partly), "antall_naadd_avledet": derived}


def state_in(carrying: list[Ready], year: int) -> str:
    """Return how it is at the end of a year with the plans that carry the status of an expectation."""
    answers = [plan.answers(year) for plan in carrying]
    if True in answers or None in answers:
        return REACHED if True in answers else UNTIMED
    return COMING if any((plan.blir or plan.aar or 0) > year for plan in carrying) else EXPIRED


@columns(
    "plan_id navn blir avledet antall antall_forsinket antall_ikke_forsinket antall_ikke_kjent antall_etter_perioden"
    " forventninger"
)
def slips(register: Register) -> Rows:
    """Return one row per plan that is not finished yet: what is answered later if it alone slips a year.

    `blir` is the year it is finished as the register has it, `avledet` whether that is derived, not stated. `antall` are
    the counted expectations in force: `antall_forsinket` it answers as strongly as any, and no other plan does by then
    (`forventninger` are their ids), `antall_ikke_forsinket` it does not, or another does; of `antall_ikke_kjent` it, or
    another plan that may answer by then, is not judged, or has no known finish. `antall_etter_perioden` are those that then
    fall after the period. Sorted by how much slips.
    """
    return sorted(_slips(register), key=lambda row: -row["antall_forsinket"])


def _slips(register: Register) -> Rows:
    counts, counted = judged(register), counted_in_force(register)
    for plan in register.planer:
        ready = ready_of(register, plan.id)
        if (year := ready.aar) is not None and ready.grunn != NOW:
            slips = {one.expected.id: _delayed(register, plan.id, one, year, counts) for one in counted}
            later = [name for name, slip in slips.items() if slip]
            yield {
                "plan_id": plan.id, "navn": plan.navn, "blir": year, "avledet": ready.avledet,
                "antall": len(slips), "antall_forsinket": len(later),
                "antall_ikke_forsinket": sum(slip is False for slip in slips.values()),
                "antall_ikke_kjent": sum(slip is None for slip in slips.values()),
                "antall_etter_perioden": len(later) if year + 1 > register.periode.til else 0,
                "forventninger": tuple(later),
            }  # fmt: skip


def _delayed(register: Register, plan: str, one: Assessment, year: int, counts: Judged) -> bool | None:
    """Return whether an expectation is answered later when the plan slips, None when nobody knows."""
    if plan not in one.carrying:
        return False if one.expected.to_strategy or counts.grade(plan, one.expected.id) else None
    others = [ready_of(register, other).answers(year) for other in one.carrying if other != plan]
    if True in others:
        return False
    return True if one.alle_vurdert and None not in others else None
