"""What the municipality has said it has: capacity per year, less what takes of it. Empty is unknown."""

from planstrategi.analysis.capacity.effort import planned
from planstrategi.analysis.shared.sources import area_labels, responsible, role_labels
from planstrategi.model.assumptions import Fradrag, Kapasitet
from planstrategi.model.register import Register

PER_CENT = 100


def available_capacity(register: Register, field: str) -> dict[tuple[int, str], float]:
    """Return the månedsverk that are left for planning, by year and name, for what has a capacity at all.

    `field` is `omraade` or `rolle`. What is gone in per cent goes first, then the månedsverk of base duties; never
    below 0.
    """
    names = area_labels(register) if field == "omraade" else role_labels(register)
    return {
        (row.aar, names[holder]): _left(row, [taken for taken in register.deductions() if getattr(taken, field) == holder])
        for row in register.capacities()
        if (holder := getattr(row, field))
    }


def _left(row: Kapasitet, deductions: list[Fradrag]) -> float:
    taken = [one for one in deductions if one.fra <= row.aar <= one.til]
    gone = min(PER_CENT, sum(one.prosent or 0 for one in taken))
    return max(0.0, row.maanedsverk * (PER_CENT - gone) / PER_CENT - sum(one.maanedsverk or 0 for one in taken))


def capacity_in_all(register: Register) -> dict[int, float]:
    """Return the capacity per year over the areas with load, for the years in which every one of them has said it."""
    has, names = available_capacity(register, "omraade"), responsible(register)
    needed: dict[int, dict[str, None]] = {}
    for one in planned(register):
        for year in one.years if one.effort else ():
            needed.setdefault(year, {})[names[one.plan.id]] = None
    return {
        year: sum(has[year, area] for area in areas)
        for year, areas in needed.items()
        if all((year, area) in has for area in areas)
    }
