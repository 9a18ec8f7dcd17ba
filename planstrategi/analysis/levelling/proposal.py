"""The answer of a levelling case as moves of plans, years and choices, by count and by månedsverk.

Years are periods. Nothing is written to the register: a move is a proposal, and what a plan is marked for stays.
"""

from typing import NamedTuple

from planstrategi.analysis.levelling.case import Case, in_grains, loads, standing, violations
from planstrategi.analysis.levelling.limits import Years
from planstrategi.analysis.levelling.plans_as_works import ANTALL, GRAINS, HUNDREDTHS, MAANEDSVERK, case_of
from planstrategi.analysis.levelling.price import price
from planstrategi.analysis.levelling.solve import Proposal, frontier, level
from planstrategi.analysis.levelling.windows import Aside, without_clash
from planstrategi.analysis.scenarios.effects import Baseline
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import counted, listed
from planstrategi.analysis.shared.sources import of_plan
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.numbers import as_estimate, rounded
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register, once
from planstrategi.model.vocabulary import BINDING


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


@once
def proposed(register: Register, vekt: str) -> Levelled:
    """Return the levelling of a register by a weight (`antall` or `maanedsverk`).

    It is solved once for a register: where time runs out, a second search could end elsewhere, and the table, the
    figure and the sentence must say the same.
    """
    case, aside = without_clash(case_of(register, vekt))
    best = level(case)
    return Levelled(case, best, frontier(case, best), aside)


def amount(vekt: str, load: int) -> str:
    """Return a load with its unit."""
    return counted(load) if vekt == ANTALL else f"{as_estimate(load / HUNDREDTHS)} månedsverk"


@columns("vekt plan_id navn fra til flyttet_aar hvorfor koster kilde")
def proposed_moves(register: Register) -> Rows:
    """Return one row per weight and plan that should move for the lowest peak with the fewest and shortest moves.

    `fra` and `til` are its years, `hvorfor` says what the move does, and `koster` its price if it alone is made: how
    much later the work is done, requirements whose status becomes weaker, and expectations answered later. It is a
    proposal and is never written to the register. Empty when nothing should move.
    """
    base, plans, worked = Baseline(register), register.plans_by_id(), years_in_period(register)
    for vekt, name in ((by, name) for by in GRAINS for name in proposed(register, by).best.moved):
        shift = proposed(register, vekt).best.starts[name] + register.periode.fra - worked[name][0]
        years = tuple(year + shift for year in worked[name])
        row = {"vekt": vekt} | of_plan(plans[name]) | {"fra": worked[name], "til": years, "flyttet_aar": shift}
        costs = price(register, base, plans[name], years, shift)
        yield row | {"hvorfor": _why(register, vekt, plans[name], years), "koster": costs}


def _why(register: Register, vekt: str, plan: Plan, years: Years) -> str:
    found, stood = proposed(register, vekt), years_in_period(register)[plan.id]
    stays = found.best.starts | {plan.id: stood[0] - register.periode.fra}
    if hindered := [one.reason for one in violations(found.case, stays)]:
        return f"Kan ikke bli stående når dette skal holde: {listed(hindered)}."
    before = dict(zip(register.periode.years, standing(found.case), strict=True))
    apart = {*stood} - {*years}, {*years} - {*stood}
    relieved, filled = (listed([f"{year} ({amount(vekt, before[year])})" for year in sorted(part)]) for part in apart)
    unasked = "" if plan.planbehov else " Planbehovet er ikke oppgitt, så gyldigheten er ikke prøvd."
    return f"Fra {relieved} til {filled}, før flyttingene.{unasked}"


@columns("vekt utgave aar antall_planer antall_endring maanedsverk maanedsverk_endring",
         maanedsverk="float64", maanedsverk_endring="float64")  # fmt: skip
def levelled_years(register: Register) -> Rows:
    """Return what each year has by both weights, as it stands and as levelled by each of them, and the difference.

    `maanedsverk` is the expected load of the plans with a known effort. Where no plan has one, it is missing, and
    nothing is levelled by it.
    """
    known = proposed(register, MAANEDSVERK).weighs
    for vekt in GRAINS if known else (ANTALL,):
        stands, levelled = proposed(register, vekt).choices[0].starts, proposed(register, vekt).best.starts
        for utgave, starts in (("slik det står", stands), ("utjevnet", levelled)):
            plans, work = ([loads(proposed(register, by).case, at) for at in (stands, starts)] for by in GRAINS)
            for year, was, now, *amounts in zip(register.periode.years, *plans, *work, strict=True):
                before, after = (rounded(load / HUNDREDTHS) for load in amounts)
                weighed = (after, rounded(after - before)) if known else (None, None)
                yield dict(zip(levelled_years.columns, (vekt, utgave, year, now, now - was, *weighed), strict=True))


@columns("vekt antall_flyttinger topp planer bevist")
def choices(register: Register) -> Rows:
    """Return one row per weight and number of moves that gives a lower peak than fewer do, from none.

    `topp` is the peak in whole plans or månedsverk a year, a begun one counted: finer than that nothing is proven. `planer`
    are the ids of those that move. `bevist` is false where time ran out, so that there may be something better.
    """
    for vekt, found in ((vekt, proposed(register, vekt)) for vekt in GRAINS):
        for one in found.choices if found.weighs else ():
            peak = in_grains(found.case, one.peak_after)
            yield dict(zip(choices.columns, (vekt, len(one.moved), peak, one.moved, one.is_proven), strict=True))


@columns("vekt navn binding hvorfor")
def conflicts(register: Register) -> Rows:
    """Return what makes a plan be set aside: constraints that cannot all hold, though all but any one of them can."""
    names = register.names("planer")
    weighing = [vekt for vekt in GRAINS if proposed(register, vekt).weighs]
    for vekt, (name, clash) in ((by, one) for by in weighing for one in proposed(register, by).aside.items()):
        for one in clash:
            yield {"vekt": vekt, "navn": names[name], "binding": BINDING[one.kind], "hvorfor": one.reason}
