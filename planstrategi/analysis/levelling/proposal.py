"""The answer of a levelling case as moves of plans, years and choices, by count and by månedsverk.

Years are periods. Nothing is written to the register: a move is a proposal, and what a plan is marked for stays.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from planstrategi.analysis.levelling.aside import Aside, without_clash
from planstrategi.analysis.levelling.case import Case, Constraint, loads, standing, violations
from planstrategi.analysis.levelling.plans_as_works import ANTALL, GRAINS, HUNDREDTHS, MAANEDSVERK, case_of
from planstrategi.analysis.levelling.price import Prices
from planstrategi.analysis.levelling.solve import Proposal, frontier, level
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import counted, listed
from planstrategi.analysis.shared.sources import of_plan
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.numbers import in_digits, rounded
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import BINDING

_Years = tuple[int, ...]


class Levelled(NamedTuple):
    """A case without what clashes, its best proposal, the choices up to that, and what is set aside with its clash."""

    case: Case
    best: Proposal
    choices: list[Proposal]
    aside: Aside

    @property
    def weighs(self) -> bool:
        """Whether there is any load to level."""
        return self.best.peak_before > 0


def proposed(register: Register, vekt: str = ANTALL) -> Levelled:
    """Return the levelling of a register by a weight (`antall` or `maanedsverk`).

    It is solved once for a register: where time runs out, a second search could end elsewhere, and the table, the
    figure and the sentence must say the same.
    """
    return register.once(_SOLVED[vekt])


def _solved(vekt: str, register: Register) -> Levelled:
    case, aside = without_clash(case_of(register, vekt))
    best = level(case)
    assert isinstance(best, Proposal)
    return Levelled(case, best, frontier(case, best), aside)


_SOLVED: dict[str, Callable[[Register], Levelled]] = {vekt: partial(_solved, vekt) for vekt in GRAINS}


def amount(vekt: str, load: int) -> str:
    """Return a load with its unit."""
    return counted(load) if vekt == ANTALL else f"{in_digits(load / HUNDREDTHS)} månedsverk"


@columns("vekt plan_id navn fra til flyttet_aar hvorfor koster kilde")
def proposed_moves(register: Register) -> Rows:
    """Return one row per weight and plan that should move for the lowest peak with the fewest and shortest moves.

    `fra` and `til` are its years, `hvorfor` says what the move does, and `koster` its price if it alone is made: how
    much later the work is done, requirements whose status becomes weaker, and expectations answered later. It is a
    proposal and is never written to the register. Empty when nothing should move.
    """
    prices, plans, worked = Prices(register), register.plans_by_id(), years_in_period(register)
    for vekt in GRAINS:
        found = proposed(register, vekt)
        for name in found.best.moved:
            shift = found.best.starts[name] + register.periode.fra - worked[name][0]
            years = tuple(year + shift for year in worked[name])
            why = _why(plans[name], worked[name], years, found, vekt)
            row = {"fra": worked[name], "til": years, "flyttet_aar": shift, "hvorfor": why}
            yield {"vekt": vekt} | of_plan(plans[name]) | row | {"koster": prices.of(plans[name], years, shift)}


def _why(plan: Plan, stood: _Years, years: _Years, found: Levelled, vekt: str) -> str:
    stays = found.best.starts | {work.id: work.start for work in found.case.works if work.id == plan.id}
    hindered = [one.reason for one in violations(found.case, stays)]
    if hindered:
        return f"Kan ikke bli stående når dette skal holde: {listed(hindered)}."
    first = stood[0] - found.case.by_id()[plan.id].start
    before = {first + period: amount(vekt, load) for period, load in enumerate(standing(found.case))}
    left, new = sorted(set(stood) - set(years)), sorted(set(years) - set(stood))
    relieved, filled = (listed([f"{year} ({before[year]})" for year in part]) for part in (left, new))
    unasked = "" if plan.planbehov else " Planbehovet er ikke oppgitt, så gyldigheten er ikke prøvd."
    return f"Avlaster {relieved} og bruker {filled}.{unasked}"


@columns("vekt utgave aar antall_planer antall_endring maanedsverk maanedsverk_endring",
         maanedsverk="float64", maanedsverk_endring="float64")  # fmt: skip
def levelled_years(register: Register) -> Rows:
    """Return what each year has by both weights, as it stands and as levelled by each of them, and the difference.

    `maanedsverk` is the expected load of the plans with a known effort. Where no plan has one, it is missing, and
    nothing is levelled by it.
    """
    cases = {vekt: proposed(register, vekt).case for vekt in GRAINS}
    known = proposed(register, MAANEDSVERK).weighs
    for vekt in GRAINS if known else (ANTALL,):
        for utgave, starts in {"slik det står": None, "utjevnet": proposed(register, vekt).best.starts}.items():
            before = {name: standing(case) for name, case in cases.items()}
            after = {name: loads(case, starts) if starts else before[name] for name, case in cases.items()}
            for period, year in enumerate(register.periode.years):
                was, now = ([side[ANTALL][period], rounded(side[MAANEDSVERK][period] / HUNDREDTHS)] for side in (before, after))
                amounts = {"maanedsverk": now[1], "maanedsverk_endring": rounded(now[1] - was[1])}
                yield {"vekt": vekt, "utgave": utgave, "aar": year, "antall_planer": now[0], "antall_endring": now[0] - was[0],
                       **(amounts if known else dict.fromkeys(amounts))}  # fmt: skip


@columns("vekt antall_flyttinger topp planer bevist")
def choices(register: Register) -> Rows:
    """Return one row per weight and number of moves that gives a lower peak than fewer do, from none.

    `topp` is the peak, in plans or månedsverk a year, and `planer` the ids of those that move. `bevist` is false where
    time ran out, so that there may be something better.
    """
    for vekt in GRAINS:
        for one in proposed(register, vekt).choices if proposed(register, vekt).weighs else ():
            peak = one.peak_after if vekt == ANTALL else rounded(one.peak_after / HUNDREDTHS)
            yield {
                "vekt": vekt,
                "antall_flyttinger": len(one.moved),
                "topp": peak,
                "planer": one.moved,
                "bevist": one.stage is None,
            }


@columns("vekt navn binding hvorfor")
def conflicts(register: Register) -> Rows:
    """Return what makes a plan be set aside: constraints that cannot all hold, though all but any one of them can."""
    names = register.names("planer")
    for vekt in GRAINS:
        for name, constraints in proposed(register, vekt).aside.items():
            for one in constraints:
                yield {
                    "vekt": vekt,
                    "navn": names[name],
                    "binding": BINDING[one.kind],
                    "hvorfor": one.reason or BINDING[one.kind],
                }
