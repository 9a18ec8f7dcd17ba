"""What is planned against what the municipality has: all planning work, and not the plans alone."""

from collections import Counter

import pandas as pd

from planstrategi.analysis.capacity.effort import planned, possible_years, stated, without_years, work_beside_plans
from planstrategi.analysis.capacity.load import capacity_in_all, load_by_year
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.numbers import rounded
from planstrategi.model.register import Register

OWN_SUM, ADDED_UP = "kildens egen sum", "planene og andre rader lagt sammen"
_YEARS = ("planlagt_aarsverk", "kapasitet_aarsverk", "mangler_aarsverk", "ledig_aarsverk")


@columns(f"aar {' '.join(_YEARS)} antall_uten_innsats grunnlag kapasitet_grunn", **dict.fromkeys(_YEARS, "float64"))
def planned_against_capacity(register: Register) -> Rows:
    """Return what is planned of work per year of the period, in årsverk, against the capacity.

    `planlagt_aarsverk` is the source's own sum where it gives one, else the median load of the plans and what the source
    gives rows that are no plans; `grunnlag` says which. `antall_uten_innsats` are plans that may come on top: of a sum that
    is the source's own, those of other tables. What is lacking and what is left are missing where either is, and
    `kapasitet_grunn` is what the municipality says of its capacity.
    """
    sums, outside = _own_sums(register)
    has, beside = capacity_in_all(register), work_beside_plans(register)
    grounds = {row.aar: row.grunn for row in register.capacities() if row.hele}
    for row in load_by_year(register).to_dict("records"):
        year = int(row["aar"])
        work, capacity = _years(sums.get(year, row["maanedsverk_p50"] + beside[year])), _years(has.get(year))
        over = None if work is None or capacity is None else rounded(work - capacity, 2)
        yield {
            "aar": year, "planlagt_aarsverk": work, "kapasitet_aarsverk": capacity,
            "mangler_aarsverk": None if over is None else max(0.0, over),
            "ledig_aarsverk": None if over is None else max(0.0, -over),
            "antall_uten_innsats": outside[year] if year in sums else int(row["antall_uten_innsats"] + row["antall_uten_aar"]),
            "grunnlag": OWN_SUM if year in sums else ADDED_UP, "kapasitet_grunn": grounds.get(year),
        }  # fmt: skip


def _years(months: float | None) -> float | None:
    return None if months is None or pd.isna(months) else rounded(months / MONTHS_IN_YEAR, 2)


def _own_sums(register: Register) -> tuple[dict[int, float], Counter[int]]:
    """Return the månedsverk of each year in the one row of sums, and the plans of unknown effort that are in other tables.

    Of several sums nobody knows whether one holds the others.
    """
    sums = [row for row in register.andre_rader if row.hva == "sum" and row.innsats]
    if len(sums) != 1:
        return {}, Counter()
    unknown = [(one.plan, one.years) for one in planned(register) if not one.effort and not one.plan.is_others]
    unknown += [(plan, possible_years(register, plan)) for plan in without_years(register)]
    outside = Counter(year for plan, years in unknown for year in years if plan.kilde.tabell != sums[0].kilde.tabell)
    return stated(register, sums[0].innsats, register.periode.years), outside
