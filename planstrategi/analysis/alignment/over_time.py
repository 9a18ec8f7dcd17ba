"""When the expectations are answered: year by year as the plans get finished, and what slips when a plan slips."""

from collections.abc import Iterable

from planstrategi.analysis.alignment.assessment import Assessment, counted_in_force
from planstrategi.analysis.alignment.coverage import ALLE, numbers
from planstrategi.analysis.alignment.expectations import LEVELS
from planstrategi.analysis.alignment.judged_pairs import Judged, judged
from planstrategi.analysis.shared.editions import NOW, Ready, readiness
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.register import Register


@columns(
    "aar nivaa antall antall_svart antall_ingen_plan antall_ikke_vurdert antall_naadd antall_naadd_delvis"
    " antall_naadd_avledet antall_forsinket antall_uten_tid"
)
def answered_by_year(register: Register) -> Rows:
    """Return one row per year of the period and level, and for all: how many expectations a finished plan answers by then.

    `antall` is how many counted expectations apply on the register's date: those a plan answers (`antall_svart`), those
    none does, and those nobody has judged. `antall_naadd` are those that a plan answers which is finished by the end of
    the year; `antall_naadd_delvis` those answered at least partly, and `antall_naadd_avledet` those of them that rest on
    a finish that is derived, not stated; `antall_forsinket` what is left of `antall_naadd` when every plan that is not
    finished yet slips a year. `antall_uten_tid` are answered, but nobody knows when.
    """
    counted, ready = counted_in_force(register), readiness(register)
    for level in (ALLE, *LEVELS):
        ones = [one for one in counted if level in (ALLE, one.expected.nivaa)]
        for year in register.periode.years if ones else ():
            parts, first = numbers([one.status for one in ones]), [first_year(one.plans, ready) for one in ones]
            strong = [[each.plan for _, each in one.pairs if each.grad != "svak"] for one in ones]
            partly = _reached((first_year(plans, ready) for plans in strong), year)
            dated = ([plan for plan in plans if not ready[plan].avledet] for plans in strong)
            yield {
                "aar": year, "nivaa": level,
                **{name: parts[name] for name in ("antall", "antall_svart", "antall_ingen_plan", "antall_ikke_vurdert")},
                "antall_naadd": _reached(first, year), "antall_naadd_delvis": partly,
                "antall_naadd_avledet": partly - _reached((first_year(plans, ready) for plans in dated), year),
                "antall_forsinket": _reached((first_year(one.plans, ready, slip=True) for one in ones), year),
                "antall_uten_tid": parts["antall_svart"] - len(first) + first.count(None),
            }  # fmt: skip


def _reached(years: Iterable[int | None], year: int) -> int:
    return sum(each is not None and each <= year for each in years)


def first_year(plans: Iterable[str], ready: dict[str, Ready], slip: bool = False) -> int | None:
    """Return the first year in which one of the plans is finished, None when nobody knows."""
    known = [ready[plan] for plan in plans]
    return min((one.aar + (slip and one.grunn != NOW) for one in known if one.aar is not None), default=None)


@columns(
    "plan_id navn blir avledet antall antall_forsinket antall_ikke_forsinket antall_ikke_kjent antall_etter_perioden"
    " forventninger"
)
def slips(register: Register) -> Rows:
    """Return one row per plan that is not finished yet: what is answered later if it alone slips a year.

    `blir` is the year it is finished as the register has it, `avledet` whether that is derived, not stated. `antall` are
    the counted expectations in force: `antall_forsinket` it answers and no other plan does by then (`forventninger` are
    their ids), `antall_ikke_forsinket` it does not, or another does; of `antall_ikke_kjent` it, or another plan that may
    answer by then, is not judged, or has no known finish. `antall_etter_perioden` are those that then fall after the
    period. Sorted by how much slips.
    """
    return sorted(_slips(register), key=lambda row: -row["antall_forsinket"])


def _slips(register: Register) -> Rows:
    ready, counts, counted = readiness(register), judged(register), counted_in_force(register)
    for plan in register.planer:
        year = ready[plan.id].aar
        if year is not None and ready[plan.id].grunn != NOW:
            slips = {one.expected.id: _delayed(plan.id, one, year, ready, counts) for one in counted}
            later = [name for name, slip in slips.items() if slip]
            yield {
                "plan_id": plan.id, "navn": plan.navn, "blir": year, "avledet": ready[plan.id].avledet,
                "antall": len(slips), "antall_forsinket": len(later),
                "antall_ikke_forsinket": sum(slip is False for slip in slips.values()),
                "antall_ikke_kjent": sum(slip is None for slip in slips.values()),
                "antall_etter_perioden": len(later) if year + 1 > register.periode.til else 0,
                "forventninger": tuple(later),
            }  # fmt: skip


def _delayed(plan: str, one: Assessment, year: int, ready: dict[str, Ready], counts: Judged) -> bool | None:
    """Return whether an expectation is answered later when the plan slips, None when nobody knows."""
    if plan not in one.plans:
        return False if counts.grade(plan, one.expected.id) else None
    others = [ready[other].aar for other in one.plans if other != plan]
    if any(other is not None and other <= year for other in others):
        return False
    return True if one.alle_vurdert and None not in others else None
