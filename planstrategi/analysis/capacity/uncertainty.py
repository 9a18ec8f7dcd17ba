"""Which assumption moves the answer most, and which plans have less time than is assumed."""

from typing import NamedTuple

from planstrategi.analysis.capacity.effort import AssumedOf, Effort, PlannedWork, in_numbers, planned, weakest_ground
from planstrategi.analysis.capacity.simulation import mean_and_variance, yearly_share
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
    """Return how much the load of the heaviest year moves when one assumption is low or high, the others as expected.

    One row per kind of work, the one that moves it most first. `aar` is the year with the largest expected load,
    `ventet` that load in månedsverk; `lav` and `hoy` what it becomes, `utslag` the difference.
    """
    works = [one for one in planned(register) if one.effort]
    by_year = {year: [_known(one, year) for one in works if year in one.years] for year in register.periode.years}
    year = max(by_year, key=lambda year: sum(_expected(one) for one in by_year[year]))
    subjects = dict.fromkeys(one.effort.about for one in by_year[year] if not one.effort.oppgitt)
    rows = [{"aar": year} | _swing(about, by_year[year]) for about in subjects]
    return sorted(rows, key=lambda row: -row["utslag"])


class _Known(NamedTuple):
    """A plan that is worked on in a year, its effort, and the share of it that lies in the year."""

    effort: Effort
    share: float


def _known(one: PlannedWork, year: int) -> _Known:
    assert one.effort is not None
    given, total = dict(one.effort.oppgitt), one.effort.maanedsverk.hoy
    return _Known(one.effort, given.get(year, 0.0) / (total or 1) if given else float(yearly_share(one).mean()))


def _expected(one: _Known) -> float:
    """Return the expected månedsverk of a plan in the year."""
    return mean_and_variance(one.effort.maanedsverk)[0] * one.share


def _swing(about: AssumedOf, known: list[_Known]) -> Row:
    own = [one for one in known if one.effort.about == about]
    expected = sum(map(_expected, known))
    low, high = (
        rounded(expected + sum(getattr(one.effort.maanedsverk, end) * one.share - _expected(one) for one in own))
        for end in ("lav", "hoy")
    )
    work, kilde = own[0].effort.maanedsverk, own[0].effort.kilde
    ends = {"lav": low, "ventet": rounded(expected), "hoy": high, "utslag": rounded(high - low)}
    return {"innsats": about.navn, "antall_planer": len(own), **ends, "grunnlag": weakest_ground(work), "kilde": kilde}


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
    return MERKET in work_of(register)[plan.id].years.values() or bool(plan.oppstart and plan.finish)


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
