"""What the municipality has said it has: capacity per year, less what takes of it. Empty is unknown."""

from collections.abc import Iterable, Iterator

from planstrategi.analysis.capacity.effort import planned
from planstrategi.analysis.shared.sources import role_labels
from planstrategi.model.assumptions import Fradrag, Kapasitet
from planstrategi.model.register import Register

PER_CENT = 100


def available_capacity(register: Register, of: str) -> dict[tuple[int, str], float]:
    """Return the månedsverk that are left for planning, by year and name, for what has a capacity at all.

    `of` is `omraade` or `rolle`. What is gone in per cent goes first, then the månedsverk of base duties; never below
    0.
    """
    names = register.names("omraader") if of == "omraade" else role_labels(register)
    return {
        (row.aar, names[one]): left(row, _deductions(register.deductions(), of, one, row.aar))
        for row in register.capacities()
        if (one := getattr(row, of))
    }


def _deductions(rows: Iterable[Fradrag], of: str, name: str, year: int) -> Iterator[Fradrag]:
    return (row for row in rows if getattr(row, of) == name and row.fra <= year <= row.til)


def capacity_in_all(register: Register) -> dict[int, float]:
    """Return the capacity per year over the areas with load, for the years in which every one of them has said it."""
    has, names = available_capacity(register, "omraade"), register.names("omraader")
    needed: dict[int, set[str]] = {}
    for one in planned(register):
        for year in one.plan.aar if one.effort else ():
            needed.setdefault(year, set()).add(names[one.plan.ansvarlig])
    return {
        year: sum(has[year, area] for area in areas)
        for year, areas in needed.items()
        if all((year, area) in has for area in areas)
    }


def left(row: Kapasitet, deductions: Iterable[Fradrag]) -> float:
    """Return what is left of a year's capacity."""
    taken = list(deductions)
    gone = min(PER_CENT, sum(one.prosent or 0 for one in taken))
    return max(0.0, row.maanedsverk * (PER_CENT - gone) / PER_CENT - sum(one.maanedsverk or 0 for one in taken))
