"""How many plans are worked on, per year, area and role, as marked or derived. A cross is not an effort."""

from collections import Counter

import pandas as pd

from planstrategi.analysis.capacity.effort import possible_years, without_years
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import all_responsible, places, responsible, role_labels, source_of
from planstrategi.analysis.shared.work_years import AVLEDET, work_of, years_of_work
from planstrategi.model.dates import Moment
from planstrategi.model.numbers import percent
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT


def _worked(register: Register) -> dict[int, list[Plan]]:
    years = years_of_work(register)
    return {year: [plan for plan in register.planer if year in years[plan.id]] for year in register.periode.years}


def _count(plans: list[Plan]) -> Row:
    return {"antall_planer": len(plans), "kilde": places(map(source_of, plans))}


def _count_twice(plans: list[Plan]) -> Row:
    return _count(plans) | {"antall_uten_dobbelt": sum(not plan.inngaar_i for plan in plans)}


def _count_derived(register: Register, plans: list[Plan], year: int) -> Row:
    return _count_twice(plans) | {"antall_avledet": sum(work_of(register, plan).years[year] == AVLEDET for plan in plans)}


@columns("aar ansvarlig antall_planer antall_uten_dobbelt antall_avledet kilde")
def per_area(register: Register) -> Rows:
    """Return the number of plans worked on per year of the period and responsible area, zeros included.

    `antall_planer` counts every plan with work in the year, `antall_avledet` those of them whose year is derived from
    start or adoption; `antall_uten_dobbelt` leaves out plans whose work is another's (`inngaar_i`). `kilde`, here and below, is
    where the plans counted stand, as `places` says.
    """
    names = responsible(register)
    for year, worked in _worked(register).items():
        for name in all_responsible(register):
            own = [plan for plan in worked if names[plan.id] == name]
            yield {"aar": year, "ansvarlig": name} | _count_derived(register, own, year)


@columns("aar rolle antall_planer kilde")
def per_role(register: Register) -> Rows:
    """Return the number of plans worked on per year and role, zeros included, last the row `ikke oppgitt`.

    A plan with two roles counts for both, so the sum is more than the number of plans. Two roles with the same
    name carry their area in parentheses, and in one area also their ids.
    """
    labels = role_labels(register)
    years = Counter(role for plans in _worked(register).values() for plan in plans for role in plan.roller)
    by_size = sorted(labels, key=lambda role: (-years[role], labels[role]))
    for year, worked in _worked(register).items():
        for role in by_size:
            yield {"aar": year, "rolle": labels[role]} | _count([plan for plan in worked if role in plan.roller])
        yield {"aar": year, "rolle": IKKE_OPPGITT} | _count([plan for plan in worked if not plan.roller])


@columns("aar antall_planer antall_uten_dobbelt antall_avledet antall_uten_rolle antall_uten_aar kilde")
def worked_per_year(register: Register) -> Rows:
    """Return, per year of the period, the number of plans worked on as `per_area`, and of those with no role.

    `antall_uten_aar` are those that may be worked on in it besides, in years that nobody knows.
    """
    dateless = Counter(year for plan in without_years(register) for year in possible_years(register, plan))
    for year, worked in _worked(register).items():
        unknown = {"antall_uten_rolle": sum(not plan.roller for plan in worked), "antall_uten_aar": dateless[year]}
        yield {"aar": year} | unknown | _count_derived(register, worked, year)


@columns("halvaar antall_planer antall_uten_dobbelt kilde")
def per_half_year(register: Register) -> Rows:
    """Return the number of plans worked on per half-year: a year of work counts in both halves.

    Except before the start that the register gives of the same year, and after the finish or adoption of the same.
    `antall_uten_dobbelt` as in `per_area`.
    """
    for year, worked in _worked(register).items():
        for half in (f"{year}-H1", f"{year}-H2"):
            yield {"halvaar": half} | _count_twice([plan for plan in worked if _is_worked(plan, half)])


def _is_worked(plan: Plan, half: str) -> bool:
    span, first, last = Moment().parse(half), f"{half[:4]}-01-01", f"{half[:4]}-12-31"
    not_begun = plan.oppstart and span.sist < plan.oppstart.forst <= last
    return not (not_begun or (plan.finish and first <= plan.finish.sist < span.forst))


@columns("aar plantypenavn antall_planer kilde")
def per_kind(register: Register) -> Rows:
    """Return the number of plans worked on per year and plan type, zeros included; types no plan has are left out."""
    names = register.plan_type_names()
    for year, worked in _worked(register).items():
        for kind in dict.fromkeys(plan.plantype for plan in register.planer):
            own = [plan for plan in worked if plan.plantype == kind]
            yield {"aar": year, "plantypenavn": names.get(kind, kind)} | _count(own)


@columns("ansvarlig antall_planer planaar andel_prosent kilde", andel_prosent="float64")
def concentration(register: Register) -> Rows:
    """Return, per responsible area, its plans, its plan-years of work and their share of all (per cent, one decimal)."""
    names = responsible(register)
    years = Counter(names[plan.id] for worked in _worked(register).values() for plan in worked)
    for name in all_responsible(register):
        own = [plan for plan in register.planer if names[plan.id] == name]
        yield {"ansvarlig": name, "planaar": years[name], "andel_prosent": percent(years[name], years.total())} | _count(own)


@columns("aar rolle antall_planer antall_uten_dobbelt antall_alene planer antall_uten_rolle")
def overlaps(register: Register) -> Rows:
    """Return one row per year and role with more than one plan worked on: the plans that overlap on it.

    `antall_uten_dobbelt` leaves out those whose work is another's (`inngaar_i`); `antall_alene` is how many of them it
    carries alone. Work without a role is not seen here: `antall_uten_rolle` is how many plans that is in the
    year.
    """
    for year, worked in _worked(register).items():
        for role, label in role_labels(register).items():
            own = [plan for plan in worked if role in plan.roller]
            if len(own) > 1:
                yield {
                    "aar": year, "rolle": label, "antall_planer": len(own), "planer": tuple(plan.id for plan in own),
                    "antall_uten_dobbelt": sum(not plan.inngaar_i for plan in own),
                    "antall_alene": sum(len(plan.roller) == 1 for plan in own),
                    "antall_uten_rolle": sum(not plan.roller for plan in worked),
                }  # fmt: skip


def labels_of_largest(frame: pd.DataFrame, label: str, value: str) -> list[str]:
    """Return the labels of all rows with the largest value."""
    return [str(name) for name in frame.loc[frame[value] == frame[value].max(), label]]


def lead(counts: list[int]) -> int:
    """Return how much larger the largest of some counts is than the next."""
    most, *others = sorted(counts, reverse=True) or [0]
    return most - max(others, default=0)


def largest_is_known(register: Register) -> bool:
    """Return whether the areas with most plan-years have it whoever is responsible, and whenever, where nobody knows."""
    shares = concentration(register)
    names, known = responsible(register), dict(zip(map(str, shares["ansvarlig"]), map(int, shares["planaar"]), strict=True))
    may = Counter(names[plan.id] for plan in without_years(register) for _ in possible_years(register, plan))
    unclaimed, most = known.pop(IKKE_OPPGITT, 0) + may.pop(IKKE_OPPGITT, 0), max(known.values(), default=0)
    top = [name for name, count in known.items() if count == most]
    # what has no area may all be that of one which no plan names
    below = unclaimed < most and all(count + may[name] + unclaimed < most for name, count in known.items() if name not in top)
    return below and (len(top) == 1 or not any([unclaimed, *(may[name] for name in top)]))
