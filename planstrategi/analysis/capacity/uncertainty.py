"""Which assumption moves the answer most, and which plans have less time than is assumed."""

import pandas as pd

from planstrategi.analysis.capacity.effort import BEGUN, Effort, PlannedWork, planned, weakest_ground
from planstrategi.analysis.capacity.simulation import mean_and_variance, yearly_share
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.assumptions import Spenn
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import INNSATSGRUNNLAG


def tornado(register: Register) -> pd.DataFrame:
    """Return how much the load of the heaviest year moves when one assumption is low or high, the others as expected.

    One row per kind of work, the one that moves it most first. `aar` is the year with the largest expected load,
    `ventet` that load in månedsverk; `lav` and `hoy` what it becomes, `utslag` the difference.
    """
    known = [(one, one.effort) for one in planned(register) if one.effort]
    year = _heaviest(register, known)
    kinds = dict.fromkeys(effort.about for one, effort in known if year in one.plan.aar)
    rows = [_swing(kind, year, [(one, effort) for one, effort in known if year in one.plan.aar]) for kind in kinds]
    rows.sort(key=lambda row: -float(str(row[6])))
    return pd.DataFrame(rows, columns=TORNADO_COLUMNS)


TORNADO_COLUMNS = ["innsats", "aar", "antall_planer", "lav", "ventet", "hoy", "utslag", "grunnlag", "kilde"]


def _heaviest(register: Register, known: list[tuple[PlannedWork, Effort]]) -> int:
    years = register.periode.years
    return max(years, key=lambda year: sum(_expected(one, effort) for one, effort in known if year in one.plan.aar))


def _expected(one: PlannedWork, effort: Effort, level: str = "") -> float:
    """Return the expected månedsverk of a plan in a marked year, or what they are at one end of the range."""
    work = getattr(effort.maanedsverk, level) if level else mean_and_variance(effort.maanedsverk)[0]
    return float(work) * float(yearly_share(one).mean())


def _swing(kind: tuple[str, str], year: int, known: list[tuple[PlannedWork, Effort]]) -> tuple[object, ...]:
    own = [(one, effort) for one, effort in known if effort.about == kind]
    ventet = sum(_expected(one, effort) for one, effort in known)
    ends = [
        round(ventet + sum(_expected(one, effort, level) - _expected(one, effort) for one, effort in own), 1)
        for level in ("lav", "hoy")
    ]
    effort = own[0][1]
    ground = INNSATSGRUNNLAG[weakest_ground(effort.maanedsverk)]
    swing = round(ends[1] - ends[0], 1)
    return effort.navn, year, len(own), ends[0], round(ventet, 1), ends[1], swing, ground, effort.kilde


def realism(register: Register) -> pd.DataFrame:
    """Return the calendar time the register gives each plan against the range for its kind.

    `maaneder` are the months from the start of the work to its end, as precisely as the register says: `oppstart`,
    else the first marked year, and no earlier than `per_dato` when it has not begun; the finish or adoption, else the
    last marked year. `vurdering` is `kortere enn antatt lavest` below the range's low, `rask` below the likely,
    `innenfor` up to the high, and `lengre enn antatt høyest` above. Of work that had begun before the period the start
    is not known, of yearly work there is none, and of some nobody has assumed the calendar time: they have no row.
    """
    rows = [
        _realism_row(one, one.effort, one.effort.kalender, register.per_dato)
        for one in planned(register)
        if one.effort and one.effort.kalender and not one.effort.hvert_aar and not one.begun
    ]
    return pd.DataFrame(rows, columns=REALISM_COLUMNS)


REALISM_COLUMNS = [
    "plan_id",
    "navn",
    "innsats",
    "maaneder",
    "lav",
    "sannsynlig",
    "hoy",
    "vurdering",
    "grunnlag",
    "kilde",
]


def _realism_row(one: PlannedWork, effort: Effort, span: Spenn, day: str) -> tuple[object, ...]:
    months = months_given(one.plan, day)
    if months < span.lav:
        judged = "kortere enn antatt lavest"
    elif months < span.sannsynlig:
        judged = "rask"
    else:
        judged = "innenfor" if months <= span.hoy else "lengre enn antatt høyest"
    ground = INNSATSGRUNNLAG[weakest_ground(span)]
    return (
        one.plan.id, one.plan.navn, effort.navn, months, span.lav, span.sannsynlig, span.hoy, judged, ground,
        source_of(one.plan),
    )  # fmt: skip


def months_given(plan: Plan, day: str) -> int:
    """Return the months the register gives a plan with marked years, both ends included, at the most.

    What the register says has not begun cannot have begun before the day the register is known as of.
    """
    first = plan.oppstart.forst if plan.oppstart else f"{plan.aar[0]}-01"
    first = max(first, day) if plan.status and plan.status not in (*BEGUN, "gjeldende") else first
    last = plan.finish.sist if plan.finish else f"{plan.aar[-1]}-12"
    return max(0, MONTHS_IN_YEAR * (int(last[:4]) - int(first[:4])) + int(last[5:7]) - int(first[5:7]) + 1)
