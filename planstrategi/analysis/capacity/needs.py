"""What is planned against what the municipality has: all planning work, and not the plans alone."""

import pandas as pd

from planstrategi.analysis.capacity.effort import stated, work_beside_plans
from planstrategi.analysis.capacity.load import capacity_in_all, load_by_year
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.numbers import rounded
from planstrategi.model.register import Register

OWN_SUM, ADDED_UP = "kildens egen sum", "planene og andre rader lagt sammen"
_YEARS = ("planlagt_aarsverk", "kapasitet_aarsverk", "mangler_aarsverk", "ledig_aarsverk")


@columns(f"aar {' '.join(_YEARS)} antall_uten_innsats grunnlag", **dict.fromkeys(_YEARS, "float64"))
def planned_against_capacity(register: Register) -> Rows:
    """Return what is planned of work per year of the period, in årsverk, against the capacity.

    `planlagt_aarsverk` is the source's own sum where it gives one, else the median load of the plans and what the source
    gives rows that are no plans; `grunnlag` says which. `antall_uten_innsats` are plans that come on top: in a sum that is the
    source's own there are none. What is lacking and what is left are missing where either is.
    """
    sums, has, beside = _own_sums(register), capacity_in_all(register), work_beside_plans(register)
    for row in load_by_year(register).to_dict("records"):
        year = int(row["aar"])
        planned, capacity = _years(sums.get(year, row["maanedsverk_p50"] + beside[year])), _years(has.get(year))
        over = None if planned is None or capacity is None else rounded(planned - capacity)
        yield {
            "aar": year, "planlagt_aarsverk": planned, "kapasitet_aarsverk": capacity,
            "mangler_aarsverk": None if over is None else max(0.0, over),
            "ledig_aarsverk": None if over is None else max(0.0, -over),
            "antall_uten_innsats": 0 if year in sums else int(row["antall_uten_innsats"] + row["antall_uten_aar"]),
            "grunnlag": OWN_SUM if year in sums else ADDED_UP,
        }  # fmt: skip


def _years(months: float | None) -> float | None:
    return None if months is None or pd.isna(months) else rounded(months / MONTHS_IN_YEAR)


def _own_sums(register: Register) -> dict[int, float]:
    """Return the månedsverk of each year in the one row of sums; of several nobody knows whether one holds the others."""
    sums = [row for row in register.andre_rader if row.hva == "sum" and row.innsats]
    return stated(register, sums[0].innsats, register.periode.years) if len(sums) == 1 else {}
