"""Capacity as the source gives it: how many plans are marked, per year, area and role. A cross is not an effort."""

from collections import Counter

from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import places, role_labels, source_of
from planstrategi.model.dates import Moment
from planstrategi.model.numbers import percent
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT


def _marked(register: Register) -> dict[int, list[Plan]]:
    return {year: [plan for plan in register.planer if year in plan.aar] for year in register.periode.years}


def _count(plans: list[Plan]) -> Row:
    return {"antall_planer": len(plans), "kilde": places(map(source_of, plans))}


def _count_twice(plans: list[Plan]) -> Row:
    return _count(plans) | {"antall_uten_dobbelt": sum(not plan.inngaar_i for plan in plans)}


@columns("aar ansvarlig antall_planer antall_uten_dobbelt kilde")
def per_area(register: Register) -> Rows:
    """Return the number of marked plans per year of the period and responsible area, zeros included.

    `antall_planer` counts every cross; `antall_uten_dobbelt` leaves out plans whose work is another's (`inngaar_i`).
    `kilde`, here and below, is where the plans counted stand, as `places` says.
    """
    for year, marked in _marked(register).items():
        for area, name in register.names("omraader").items():
            yield {"aar": year, "ansvarlig": name} | _count_twice([plan for plan in marked if plan.ansvarlig == area])


@columns("aar rolle antall_planer kilde")
def per_role(register: Register) -> Rows:
    """Return the number of marked plans per year and role, zeros included, last the row `ikke oppgitt`.

    A plan with two roles counts for both, so the sum is more than the number of crosses. Two roles with the same
    name carry their area in parentheses, and in one area also their ids.
    """
    labels = role_labels(register)
    years = Counter(role for plan in register.planer for role in plan.roller for _ in plan.aar)
    by_size = sorted(labels, key=lambda role: (-years[role], labels[role]))
    for year, marked in _marked(register).items():
        for role in by_size:
            yield {"aar": year, "rolle": labels[role]} | _count([plan for plan in marked if role in plan.roller])
        yield {"aar": year, "rolle": IKKE_OPPGITT} | _count([plan for plan in marked if not plan.roller])


@columns("aar antall_planer antall_uten_dobbelt antall_uten_rolle kilde")
def marked_per_year(register: Register) -> Rows:
    """Return, per year of the period, the number of marked plans, without double counting, and those with no role."""
    for year, marked in _marked(register).items():
        yield {"aar": year, "antall_uten_rolle": sum(not plan.roller for plan in marked)} | _count_twice(marked)


@columns("halvaar antall_planer antall_uten_dobbelt kilde")
def per_half_year(register: Register) -> Rows:
    """Return the number of marked plans per half-year: a marked year counts in both halves.

    Except in the first year, before the start that the register gives, and in the last, after the finish or adoption.
    `antall_uten_dobbelt` as in `per_area`.
    """
    for half in (f"{year}-H{half}" for year in register.periode.years for half in (1, 2)):
        yield {"halvaar": half} | _count_twice([plan for plan in register.planer if _is_worked(plan, half)])


def _is_worked(plan: Plan, half: str) -> bool:
    span = Moment().parse(half)
    if span.forst_aar not in plan.aar:
        return False
    is_ahead = plan.oppstart is not None and plan.oppstart.forst > span.sist
    return not is_ahead and not (plan.finish is not None and plan.finish.sist < span.forst)


@columns("aar plantypenavn antall_planer kilde")
def per_kind(register: Register) -> Rows:
    """Return the number of marked plans per year and plan type, zeros included; types no plan has are left out."""
    names = register.plan_type_names()
    for year, marked in _marked(register).items():
        for kind in dict.fromkeys(plan.plantype for plan in register.planer):
            own = [plan for plan in marked if plan.plantype == kind]
            yield {"aar": year, "plantypenavn": names.get(kind, kind)} | _count(own)


@columns("ansvarlig antall_planer planaar andel_prosent kilde")
def concentration(register: Register) -> Rows:
    """Return, per responsible area, its plans, its marked plan-years and their share of all (per cent, one decimal)."""
    years = Counter(plan.ansvarlig for marked in _marked(register).values() for plan in marked)
    for area, name in register.names("omraader").items():
        share = percent(years[area], years.total()) or 0.0
        own = [plan for plan in register.planer if plan.ansvarlig == area]
        yield {"ansvarlig": name, "planaar": years[area], "andel_prosent": share} | _count(own)


@columns("aar rolle antall_planer antall_uten_dobbelt antall_alene planer antall_uten_rolle")
def overlaps(register: Register) -> Rows:
    """Return one row per year and role with more than one plan marked: the plans that overlap on it.

    `antall_uten_dobbelt` leaves out those whose work is another's (`inngaar_i`); `antall_alene` is how many of them it
    carries alone. Work without a role is not seen here: `antall_uten_rolle` is how many marked plans that is in the
    year.
    """
    for year, marked in _marked(register).items():
        for role, label in role_labels(register).items():
            own = [plan for plan in marked if role in plan.roller]
            if len(own) > 1:
                yield {
                    "aar": year, "rolle": label, "antall_planer": len(own), "planer": tuple(plan.id for plan in own),
                    "antall_uten_dobbelt": sum(not plan.inngaar_i for plan in own),
                    "antall_alene": sum(len(plan.roller) == 1 for plan in own),
                    "antall_uten_rolle": sum(not plan.roller for plan in marked),
                }  # fmt: skip
