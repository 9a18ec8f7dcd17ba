"""Load as tables: per area, per role and in all, with what nobody has assumed and what the municipality has."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import product

import numpy as np

from planstrategi.analysis.capacity.effort import PlannedWork, planned, possible_years, without_years, work_beside_plans
from planstrategi.analysis.capacity.simulation import ALL, PERCENTILES, Groups, by_area, by_role, simulate, whole
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import all_responsible, area_labels, role_labels
from planstrategi.model.numbers import rounded
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT

NOTHING = np.zeros(1)
LOAD = tuple(f"maanedsverk_p{percentile}" for percentile in PERCENTILES)
_NUMBERS = f"{' '.join(LOAD)} antall_planer antall_uten_innsats antall_uten_aar kapasitet mangler_p50 ledig_p50"
_TYPES = dict.fromkeys((*LOAD, "kapasitet", "mangler_p50", "ledig_p50"), "float64")


@columns(f"aar ansvarlig {_NUMBERS}", **_TYPES)
def load_by_area(register: Register) -> Rows:
    """Return the load per year of the period and responsible area: månedsverk at the 10th, 50th and 90th percentile.

    All of it rests on assumptions, but for what the source itself gives. `antall_planer` are the plans counted,
    `antall_uten_innsats` those of the year whose effort nobody has assumed, and `antall_uten_aar` those that are to be
    made or revised in years that nobody knows: what they take comes on top, and where there are no others, the load is
    missing. `kapasitet` is what the municipality has left for planning, missing when it has not said; `mangler_p50` is
    how much more the median load is than that, and `ledig_p50` how much less, each missing likewise.
    """
    return _loads(register, by_area(register), "ansvarlig", all_responsible(register), available_capacity(register, "omraade"))


@columns(f"aar rolle {_NUMBERS}", **_TYPES)
def load_by_role(register: Register) -> Rows:
    """Return the load per year and role, as `load_by_area`; `ikke oppgitt` is the work that has no role.

    The work of a plan with several roles is shared evenly between them.
    """
    names = [*role_labels(register).values(), IKKE_OPPGITT]
    return _loads(register, by_role(register), "rolle", names, available_capacity(register, "rolle"))


@columns(f"aar {_NUMBERS}", **_TYPES)
def load_by_year(register: Register) -> Rows:
    """Return the load per year in all, as `load_by_area`: the percentiles are of the sum, not sums of percentiles.

    `kapasitet` is that of the whole municipality, else the sum over the areas, missing unless all that have load have
    one. It is missing too where it is for work besides the plans: see `needs.planned_against_capacity`.
    """
    beside = work_beside_plans(register)
    has = {(year, ALL): capacity for year, capacity in capacity_in_all(register).items() if not beside.get(year)}
    return ({name: row[name] for name in load_by_year.columns} for row in _loads(register, whole, ALL, [ALL], has))


def _loads(register: Register, groups: Groups, column: str, names: Iterable[str], has: Mapping[tuple[int, str], float]) -> Rows:
    totals, counts, dateless = simulate(register, groups), _counts(register, groups), _dateless(register, groups)
    for year, name in product(register.periode.years, names):
        known, unknown = counts[year, name, True], counts[year, name, False]
        percentiles = np.percentile(totals.get((year, name), NOTHING), PERCENTILES)
        numbers = {percentile: rounded(float(value)) for percentile, value in zip(LOAD, percentiles, strict=True)}
        left, is_known = has.get((year, name)), known or not (unknown or dateless[year, name])
        over = rounded(numbers["maanedsverk_p50"] - left) if is_known and left is not None else None
        yield {
            "aar": year, column: name, **(numbers if is_known else dict.fromkeys(LOAD)), "kapasitet": left,
            "antall_planer": known, "antall_uten_innsats": unknown, "antall_uten_aar": dateless[year, name],
            "mangler_p50": None if over is None else max(0.0, over), "ledig_p50": None if over is None else max(0.0, -over),
        }  # fmt: skip


def _dateless(register: Register, groups: Groups) -> Counter[tuple[int, str]]:
    works = [PlannedWork(plan, possible_years(register, plan), None, "") for plan in without_years(register)]
    return Counter((year, name) for one in works for name in groups(one) for year in one.years)


def _counts(register: Register, groups: Groups) -> Counter[tuple[int, str, bool]]:
    # what others own is their work
    works = [one for one in planned(register) if one.effort or not one.plan.is_others]
    return Counter((year, name, bool(one.effort)) for one in works for name in groups(one) for year in one.years)


def available_capacity(register: Register, field: str) -> dict[tuple[int, str], float]:
    """Return the månedsverk that are left for planning, by year and name, for what has a capacity at all.

    `field` is `omraade`, `rolle` or `hele`, the whole municipality. Never below 0.
    """
    names = {"omraade": area_labels, "rolle": role_labels}[field](register) if field != "hele" else {True: ALL}
    rows = [(row, getattr(row, field)) for row in register.capacities() if getattr(row, field)]
    return {(row.aar, names[holder]): max(0.0, row.left(register.deductions())) for row, holder in rows}


def capacity_in_all(register: Register) -> dict[int, float]:
    """Return the capacity per year: the whole municipality's, else the sum over the areas that have said it.

    A sum is there for the years in which every area with load in the period has said it.
    """
    needed = {area for one in planned(register) if one.effort for area in one.plan.ansvarlig}
    said = {(row.aar, row.omraade) for row in register.capacities()}
    sums: dict[int, float] = {}
    for (year, _), left in available_capacity(register, "omraade").items():
        if all((year, area) in said for area in needed):
            sums[year] = sums.get(year, 0.0) + left
    return sums | {year: left for (year, _), left in available_capacity(register, "hele").items()}
