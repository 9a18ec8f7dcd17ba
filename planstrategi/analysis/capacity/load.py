"""Load as tables: per area, per role and in all, with what nobody has assumed and what the municipality has."""

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from planstrategi.analysis.capacity.available import available_capacity, capacity_in_all
from planstrategi.analysis.capacity.effort import PlannedWork, planned
from planstrategi.analysis.capacity.simulation import PERCENTILES, Draws, Group, by_area, by_role, simulate, whole
from planstrategi.analysis.shared.sources import IKKE_OPPGITT, role_labels
from planstrategi.model.register import Register

LOAD = [f"maanedsverk_p{percentile}" for percentile in PERCENTILES]


def load_by_area(register: Register) -> pd.DataFrame:
    """Return the load per year of the period and responsible area: månedsverk at the 10th, 50th and 90th percentile.

    All of it rests on assumptions. `antall_planer` are the plans counted, `antall_uten_innsats` those marked in the
    year whose effort nobody has assumed: what they take comes on top. `kapasitet` is what the municipality has left for
    planning, missing when it has not said; `mangler_p50` is the median load less that, missing likewise.
    """
    names = list(register.names("omraader").values())
    return _frame(register, by_area(register), names, "ansvarlig", available_capacity(register, "omraade"))


def load_by_role(register: Register) -> pd.DataFrame:
    """Return the load per year and role, as `load_by_area`; `ikke oppgitt` is the work that has no role.

    The work of a plan with several roles is shared evenly between them.
    """
    names = [*dict.fromkeys(role_labels(register).values()), IKKE_OPPGITT]
    return _frame(register, by_role(register), names, "rolle", available_capacity(register, "rolle"))


def load_by_year(register: Register) -> pd.DataFrame:
    """Return the load per year in all, as `load_by_area`: the percentiles are of the sum, not sums of percentiles.

    `kapasitet` is the sum over the areas, missing unless all that have load have one.
    """
    frame = _frame(register, whole, ["alle"], "alle", {}).drop(columns="alle")
    frame["kapasitet"] = frame["aar"].map(capacity_in_all(register)).astype(float)
    frame["mangler_p50"] = (frame["maanedsverk_p50"] - frame["kapasitet"]).round(1)
    return frame


def _frame(
    register: Register,
    groups: Callable[[PlannedWork], Iterator[Group]],
    names: list[str],
    column: str,
    has: dict[tuple[int, str], float],
) -> pd.DataFrame:
    totals, counts = simulate(register, groups), _counts(register, groups)
    rows = []
    for year in register.periode.years:
        for name in names:
            shares = percentiles(totals.get((year, name)))
            left = has.get((year, name))
            lacks = round(shares[1] - left, 1) if left is not None else None
            rows.append((year, name, *shares, counts[year, name, True], counts[year, name, False], left, lacks))
    frame = pd.DataFrame(rows, columns=["aar", column, *LOAD, *REST])
    return frame.astype({"kapasitet": float, "mangler_p50": float})


REST = ["antall_planer", "antall_uten_innsats", "kapasitet", "mangler_p50"]


def _counts(register: Register, groups: Callable[[PlannedWork], Iterator[Group]]) -> Counter[tuple[int, str, bool]]:
    return Counter(
        (year, group.name, one.effort is not None) for one in planned(register) for group in groups(one) for year in one.plan.aar
    )


def percentiles(draws: Draws | None) -> list[float]:
    """Return the percentiles of draws, with one decimal; of nothing, 0."""
    if draws is None:
        return [0.0] * len(PERCENTILES)
    return [round(float(value), 1) for value in np.percentile(draws, PERCENTILES)]
