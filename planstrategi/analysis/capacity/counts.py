"""Capacity as the source gives it: how many plans are marked, per year, area and role. A cross is not an effort."""

import pandas as pd

from planstrategi.analysis.portfolio.plans import plan_years
from planstrategi.analysis.shared.sources import IKKE_OPPGITT, places, role_labels, source_of
from planstrategi.model.dates import Moment
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register


def per_area(register: Register) -> pd.DataFrame:
    """Return the number of marked plans per year of the period and responsible area, zeros included.

    `antall_planer` counts every cross; `antall_uten_dobbelt` leaves out plans whose work is another's (`inngaar_i`).
    `kilde`, here and below, is where the plans counted stand, as `places` says.
    """
    marked = plan_years(register)
    cells = pd.MultiIndex.from_product([_period(register), _areas(register)], names=["aar", "ansvarlig"])
    every = marked.groupby(["aar", "ansvarlig"]).size().reindex(cells, fill_value=0)
    single = marked[~marked["inngaar_i_annen"].astype(bool)].groupby(["aar", "ansvarlig"]).size()
    frame = every.rename("antall_planer").reset_index()
    frame["antall_uten_dobbelt"] = single.reindex(cells, fill_value=0).to_numpy()
    frame["kilde"] = _places(marked, cells)
    return frame


def _places(marked: pd.DataFrame, cells: pd.MultiIndex) -> list[str | None]:
    found: dict[object, list[str]] = {}
    for *cell, source in marked[[*cells.names, "kilde"]].itertuples(index=False):
        found.setdefault(tuple(cell), []).append(source)
    return [places(found.get(cell, ())) for cell in cells]


def per_role(register: Register) -> pd.DataFrame:
    """Return the number of marked plans per year and role, zeros included, last the row `ikke oppgitt`.

    A plan with two roles counts for both, so the sum is more than the number of crosses. Two roles with the same
    label carry their area in parentheses.
    """
    labels = role_labels(register) | {IKKE_OPPGITT: IKKE_OPPGITT}
    rows = [
        (aar, labels[rolle], source_of(plan))
        for plan in register.planer
        for aar in plan.aar
        for rolle in plan.roller or (IKKE_OPPGITT,)
    ]
    marked = pd.DataFrame(rows, columns=["aar", "rolle", "kilde"])
    counts = marked.groupby(["aar", "rolle"]).size()
    cells = pd.MultiIndex.from_product([_period(register), _by_size(counts, labels)], names=["aar", "rolle"])
    frame = counts.reindex(cells, fill_value=0).rename("antall_planer").reset_index()
    frame["kilde"] = _places(marked, cells)
    return frame


def _by_size(counts: pd.Series, labels: dict[str, str]) -> list[str]:
    totals = counts.groupby("rolle").sum().to_dict()
    named = [label for label in labels.values() if label != IKKE_OPPGITT]
    return [*sorted(named, key=lambda label: (-totals.get(label, 0), label)), IKKE_OPPGITT]


def _period(register: Register) -> list[int]:
    return list(register.periode.years)


def _areas(register: Register) -> list[str]:
    return list(register.names("omraader").values())


def marked_per_year(register: Register) -> pd.DataFrame:
    """Return, per year of the period, the number of marked plans, without double counting, and those with no role."""
    frame = per_area(register).groupby("aar", as_index=False)[["antall_planer", "antall_uten_dobbelt"]].sum()
    roles = per_role(register)
    without = roles[roles["rolle"] == IKKE_OPPGITT].set_index("aar")["antall_planer"]
    frame["antall_uten_rolle"] = frame["aar"].map(without).astype(int)
    frame["kilde"] = [places(source_of(plan) for plan in register.planer if aar in plan.aar) for aar in frame["aar"]]
    return frame


def per_half_year(register: Register) -> pd.DataFrame:
    """Return the number of marked plans per half-year: a marked year counts in both halves.

    Except in the first year, before the start that the register gives, and in the last, after the finish or adoption.
    `antall_uten_dobbelt` as in `per_area`.
    """
    rows = []
    for half in (f"{year}-H{half}" for year in _period(register) for half in (1, 2)):
        worked = [plan for plan in register.planer if _is_worked(plan, half)]
        single = [plan for plan in worked if not plan.inngaar_i]
        rows.append((half, len(worked), len(single), places(map(source_of, worked))))
    return pd.DataFrame(rows, columns=["halvaar", "antall_planer", "antall_uten_dobbelt", "kilde"])


def _is_worked(plan: Plan, half: str) -> bool:
    span = Moment().parse(half)
    if span.forst_aar not in plan.aar:
        return False
    is_ahead = plan.oppstart is not None and plan.oppstart.forst > span.sist
    return not is_ahead and not (plan.finish is not None and plan.finish.sist < span.forst)


def per_kind(register: Register) -> pd.DataFrame:
    """Return the number of marked plans per year and plan type, zeros included; types no plan has are left out."""
    names = register.plan_type_names()
    rows = [
        (year, names.get(kind, kind), len(marked), places(map(source_of, marked)))
        for year in _period(register)
        for kind in dict.fromkeys(plan.plantype for plan in register.planer)
        for marked in [[plan for plan in register.planer if plan.plantype == kind and year in plan.aar]]
    ]
    return pd.DataFrame(rows, columns=["aar", "plantypenavn", "antall_planer", "kilde"])


def concentration(register: Register) -> pd.DataFrame:
    """Return, per responsible area, its plans, its marked plan-years and their share of all (per cent, one decimal)."""
    marked = per_area(register).groupby("ansvarlig", sort=False)["antall_planer"].sum()
    frame = marked.rename("planaar").reset_index()
    areas = register.names("omraader")
    owned = pd.Series([areas[plan.ansvarlig] for plan in register.planer]).value_counts()
    frame.insert(1, "antall_planer", frame["ansvarlig"].map(owned).fillna(0).astype(int))
    total = frame["planaar"].sum()
    frame["andel_prosent"] = (100 * frame["planaar"] / total).round(1) if total else 0.0
    owners = {navn: [source_of(p) for p in register.planer if p.ansvarlig == id_] for id_, navn in areas.items()}
    frame["kilde"] = [places(owners[navn]) for navn in frame["ansvarlig"]]
    return frame


def overlaps(register: Register) -> pd.DataFrame:
    """Return one row per year and role with more than one plan marked: the plans that overlap on it.

    `antall_uten_dobbelt` leaves out those whose work is another's (`inngaar_i`); `antall_alene` is how many of them it
    carries alone. Work without a role is not seen here: `antall_uten_rolle` is how many marked plans that is in the
    year.
    """
    labels = role_labels(register)
    rows = []
    for year in register.periode.years:
        marked = [plan for plan in register.planer if year in plan.aar]
        unseen = sum(not plan.roller for plan in marked)
        for role in register.roller:
            own = [plan for plan in marked if role.id in plan.roller]
            if len(own) > 1:
                alone = sum(len(plan.roller) == 1 for plan in own)
                single = sum(not plan.inngaar_i for plan in own)
                rows.append((year, labels[role.id], len(own), single, alone, tuple(plan.id for plan in own), unseen))
    return pd.DataFrame(rows, columns=OVERLAP_COLUMNS)


OVERLAP_COLUMNS = [
    "aar", "rolle", "antall_planer", "antall_uten_dobbelt", "antall_alene", "planer", "antall_uten_rolle",
]  # fmt: skip
