"""Which assumption moves the answer most, and which plans have less time than is assumed."""

import numpy as np
import pandas as pd

from planstrategi.analysis.capacity.effort import AssumedOf, PlannedWork, in_numbers, planned, weakest_ground
from planstrategi.analysis.capacity.simulation import ALL, PERCENTILES, Draws, simulate, whole
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import of_plan
from planstrategi.analysis.shared.work_years import MERKET, work_of
from planstrategi.model.assumptions import Spenn
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.numbers import rounded
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import UNDER_WAY

TOO_SHORT, TOO_LONG = "kortere enn antatt lavest", "lengre enn antatt høyest"


@columns("innsats aar antall_planer lav ventet hoy utslag grunnlag kilde")
def tornado(register: Register) -> Rows:
    """Return how much the load of each year moves when one assumption alone varies: a row per year and kind of work.

    `ventet` is the median load of the year in månedsverk, as in `load_by_year`; `lav` and `hoy` are the 10th and the 90th
    percentile when all the other assumptions hold the year at that median, and `utslag` the difference. In a year, the
    kind that moves it most comes first.
    """
    subjects: dict[AssumedOf, list[PlannedWork]] = {}
    for one in planned(register):
        if one.effort and not one.effort.oppgitt:
            subjects.setdefault(one.effort.about, []).append(one)
    total, alone = simulate(register, whole), simulate(register, lambda one: {str(one.effort and one.effort.about): 1.0})
    for year in register.periode.years:
        rows = [
            _swing(total[year, ALL], alone[year, str(about)], own) | {"aar": year}
            for about, works in subjects.items()
            if (own := [one for one in works if year in one.years])
        ]
        yield from sorted(rows, key=lambda row: -row["utslag"])


def _swing(total: Draws, alone: Draws, own: list[PlannedWork]) -> Row:
    effort = own[0].effort
    assert effort is not None
    (low, middle, high), (least, most, highest) = np.percentile(total, PERCENTILES), np.percentile(alone, PERCENTILES)
    # a sum varies no less than one of what it is a sum of; where that is nearly all of it, ten thousand draws may say otherwise
    ends = rounded(max(low, middle + least - most)), rounded(min(high, middle + highest - most))
    swing = {"lav": ends[0], "ventet": rounded(middle), "hoy": ends[1], "utslag": rounded(ends[1] - ends[0])}
    about = {"innsats": effort.about.navn, "antall_planer": len(own)}
    return about | swing | {"grunnlag": weakest_ground(effort.maanedsverk), "kilde": effort.kilde}


def swing_of_one_year(register: Register) -> pd.DataFrame:
    """Return the rows of `tornado` of the year with the largest median load; no other is heavier as far as is known."""
    frame = tornado(register)
    return frame[frame["aar"] == frame.loc[frame["ventet"] == frame["ventet"].max(), "aar"].min()]


@columns("plan_id navn innsats maaneder lav sannsynlig hoy vurdering grunnlag kilde")
def realism(register: Register) -> Rows:
    """Return the calendar time the register gives each plan against the range for its kind.

    `maaneder` are the months from the start of the work to its end, as precisely as the register says: `oppstart`,
    else the first year of work, and no earlier than `per_dato` when it has not begun; the finish or adoption, else the
    last year of work. `vurdering` is `kortere enn antatt lavest` below the range's low, `rask` below the likely,
    `innenfor` up to the high, and `lengre enn antatt høyest` above. Of work that had begun before the period the start
    is not known, of yearly work there is none, and of some nobody has assumed the calendar time or the years are derived
    from it: they have no row.
    """
    for one in planned(register):
        if one.effort and one.effort.kalender and not one.effort.hvert_aar and not one.begun and _is_given(register, one.plan):
            months, span = months_given(one.plan, one.years, register.per_dato), one.effort.kalender
            given = {"innsats": one.effort.about.navn, "maaneder": months, "vurdering": _judged(months, span)}
            yield of_plan(one.plan) | given | in_numbers(span) | {"grunnlag": weakest_ground(span)}


def _is_given(register: Register, plan: Plan) -> bool:
    """Return whether the register gives the time: years of work are marked, or both the start and the finish are stated."""
    return MERKET in work_of(register, plan).years.values() or bool(plan.oppstart and plan.finish)


def _judged(months: int, span: Spenn) -> str:
    if months < span.lav:
        return TOO_SHORT
    if months < span.sannsynlig:
        return "rask"
    return "innenfor" if months <= span.hoy else TOO_LONG


def months_given(plan: Plan, years: tuple[int, ...], day: str) -> int:
    """Return the months the register gives a plan with years of work, both ends included, at the most.

    What the register says has not begun cannot have begun before the day the register is known as of.
    """
    first = plan.oppstart.forst if plan.oppstart else f"{years[0]}-01"
    first = max(first, day) if plan.status and plan.status not in (*UNDER_WAY, "gjeldende") else first
    last = plan.finish.sist if plan.finish else f"{years[-1]}-12"
    return max(0, MONTHS_IN_YEAR * (int(last[:4]) - int(first[:4])) + int(last[5:7]) - int(first[5:7]) + 1)
