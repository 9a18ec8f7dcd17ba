"""Load in månedsverk per year: a simulation of the assumed ranges, and its closed form to check it by.

Each range is a PERT distribution (Malcolm, Roseboom, Clark and Fazar 1959): a beta distribution between low and high
with the mean (low + 4 · likely + high) / 6. What a kind of work takes is unknown for all its plans together: they share
one draw. Only the part of the range that is said to differ from plan to plan is drawn for each.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from planstrategi.analysis.capacity.effort import PlannedWork, planned
from planstrategi.analysis.shared.sources import responsible, role_labels
from planstrategi.model.assumptions import Spenn
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT

Draws = npt.NDArray[np.float64]
DRAWS = 10_000
SEED = 2711
PERCENTILES = (10, 50, 90)
ALL = "alle"


# what the load is counted by: the names of the groups, each with how much of a plan's work belongs to it
Groups = Callable[[PlannedWork], Mapping[str, float]]


# as many as a catalogue has kinds of work, with their calendar times
@lru_cache(maxsize=64)
def draw(low: float, likely: float, high: float, seed: str) -> Draws:
    """Return draws of a range, to be read only; the same seed gives the same draws."""
    wide = high - low
    if wide == 0:
        return np.full(DRAWS, low)
    alpha, beta = 1 + 4 * (likely - low) / wide, 1 + 4 * (high - likely) / wide
    return low + wide * np.random.default_rng(crc32(seed.encode()) + SEED).beta(alpha, beta, DRAWS)


def _drawn(spenn: Spenn, one: PlannedWork, what: str) -> Draws:
    """Return draws of what is assumed of a plan: the part its kind shares, and the part that is its own."""
    assert one.effort is not None
    ends = spenn.lav, spenn.sannsynlig, spenn.hoy
    shared = draw(*ends, f"{one.effort.about.slag} {one.effort.about.id} {what}")
    return shared if spenn.shared == 1 else spenn.shared * shared + (1 - spenn.shared) * draw(*ends, f"{one.plan.id} {what}")


def mean_and_variance(spenn: Spenn) -> tuple[float, float]:
    """Return the mean and the variance of a range's distribution in closed form."""
    mean = (spenn.lav + 4 * spenn.sannsynlig + spenn.hoy) / 6
    return mean, (mean - spenn.lav) * (spenn.hoy - mean) / 7


def yearly_draws(one: PlannedWork, year: int) -> Draws:
    """Return draws of a plan's månedsverk in one of its years of work.

    What the source gives for the year is no draw. Else the work is even over the years. Of work that had begun before,
    only the part that its years of work are of the calendar time is counted: what was done before is not work in the
    period.
    """
    assert one.effort is not None
    if one.effort.oppgitt:
        return np.full(DRAWS, dict(one.effort.oppgitt).get(year, 0.0))
    return _drawn(one.effort.maanedsverk, one, "månedsverk") * yearly_share(one)


def yearly_share(one: PlannedWork) -> Draws | float:
    """Return the part of a plan's månedsverk that lies in each of its years of work; draws where it varies."""
    assert one.effort is not None
    even = 1.0 if one.effort.hvert_aar else 1 / len(one.years)
    if one.effort.hvert_aar or not one.begun or one.effort.kalender is None:
        return even
    return np.minimum(even, MONTHS_IN_YEAR / np.maximum(_drawn(one.effort.kalender, one, "kalender"), 1))


def expected_in(one: PlannedWork, year: int) -> float:
    """Return the expected månedsverk of a plan with a known effort in one of its years of work."""
    assert one.effort is not None
    if one.effort.oppgitt:
        return dict(one.effort.oppgitt).get(year, 0.0)
    return mean_and_variance(one.effort.maanedsverk)[0] * float(np.mean(yearly_share(one)))


def simulate(register: Register, groups: Groups) -> dict[tuple[int, str], Draws]:
    """Return draws of the load per year and group; plans whose effort is not known are not in it."""
    totals: dict[tuple[int, str], Draws] = {}
    for one in planned(register):
        if one.effort:
            for year in one.years:
                yearly = yearly_draws(one, year)
                for name, share in groups(one).items():
                    total = totals.setdefault((year, name), np.zeros(DRAWS))
                    total += share * yearly
    return totals


def by_area(register: Register) -> Groups:
    """Return the grouping by what is responsible."""
    names = responsible(register)
    return lambda one: {names[one.plan.id]: 1.0}


def by_role(register: Register) -> Groups:
    """Return the grouping by role: a plan with several is shared evenly, one with none is `ikke oppgitt`."""
    labels = role_labels(register)
    return lambda one: {labels[role]: 1 / len(one.plan.roller) for role in one.plan.roller} or {IKKE_OPPGITT: 1.0}


def whole(one: PlannedWork) -> Mapping[str, float]:
    """Return the one group of all the work there is."""
    return {ALL: 1.0}
