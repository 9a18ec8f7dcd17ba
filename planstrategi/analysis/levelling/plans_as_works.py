"""The register → a levelling case: plans as works in the years of the period, with what binds them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from planstrategi.analysis.capacity.effort import PlannedWork, planned
from planstrategi.analysis.capacity.simulation import expected_in
from planstrategi.analysis.legal.coverage import assess
from planstrategi.analysis.levelling.case import Case, Limit, PairRule, Work
from planstrategi.analysis.levelling.limits import Bound, Years, bounds
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import HVERT_AAR

# what a plan weighs in a year of work: one plan, or its expected månedsverk in hundredths; peaks differ by a whole one
ANTALL, MAANEDSVERK = "antall", "maanedsverk"
HUNDREDTHS = 100
GRAINS = {ANTALL: 1, MAANEDSVERK: HUNDREDTHS}


def case_of(register: Register, vekt: str = ANTALL) -> Case:
    """Return the plans with work of their own as works in the years of the period, with what binds them.

    A plan weighs 1 in each year of work, or by `maanedsverk` what is expected in hundredths; what nobody has assumed
    then weighs nothing and stays. A plan begins and ends when the register says, begins before its edition and those it
    replaces run out, and ends before what it meets as it stands: the end of validity, or a statutory due date. What has
    begun, what is not to be made, what is done or due each year, what others own, what belongs with a part of another
    plan and the planstrategi itself do not move, and nothing moves into time that has gone. Where plans stand now may
    break what binds them.
    """
    worked, duties = years_in_period(register), _duties(register)
    own = {one.plan.id: one for one in planned(register) if worked[one.plan.id]}
    works = []
    for name, one in own.items():
        binding: Iterable[Bound] = [*bounds(register, one.plan, worked[name]), *duties[name]]
        if vekt == MAANEDSVERK and one.effort is None:
            binding = [Bound("fixed", 0, "innsatsen er ikke kjent")]
        works.append(_work(register, one, worked[name], vekt, binding))
    return Case(tuple(works), tuple(_rules(register, own)), len(register.periode.years), GRAINS[vekt])


def _work(register: Register, one: PlannedWork, years: Years, vekt: str, binding: Iterable[Bound]) -> Work:
    name, start, end = one.plan.id, years[0] - register.periode.fra, years[-1] - register.periode.fra
    at = {"earliest": start, "latest": end, "fixed": start}
    limits = (Limit(name, bound.kind, at[bound.kind] + bound.by, f"{one.plan.label}: {bound.why}") for bound in binding)
    load = (_load(one, year, vekt) if year in years else 0 for year in range(years[0], years[-1] + 1))
    return Work(name, start, tuple(load), tuple(limits))


def _load(one: PlannedWork, year: int, vekt: str) -> int:
    if vekt == ANTALL:
        return 1
    return round(HUNDREDTHS * expected_in(one, year)) if one.effort else 0


def _duties(register: Register) -> dict[str, list[Bound]]:
    """Return what the due dates bind, by plan, of what the municipality must do: those it meets as it stands.

    What it should or may do binds no plan.
    """
    worked, found = years_in_period(register), defaultdict[str, list[Bound]](list)
    for one in assess(register):
        yearly = any(rule.regel == HVERT_AAR for rule in one.krav.gjentakelse)
        dates = sorted(frist.dato for frist, rule in one.due if rule.regel != HVERT_AAR)
        told = [answer.plan for answer in one.answers if answer.plan and answer.svar != "kanskje" and worked[answer.plan]]
        for name in dict.fromkeys(told if one.krav.styrke == "skal" else ()):
            found[name] += [Bound("fixed", 0, f"{one.krav.label} har frist hvert år")] * yearly
            met = next((date for date in dates if int(date[:4]) >= worked[name][-1]), None)
            if met:
                due = f"{one.krav.label} har frist {in_words(met)}"
                found[name].append(Bound("latest", int(met[:4]) - worked[name][-1], due))
    return found


def _rules(register: Register, own: dict[str, PlannedWork]) -> Iterator[PairRule]:
    plans, labels = register.plans_by_id(), {name: one.plan.label for name, one in own.items()}
    # two that are to share a marked year surely do, if they did, only by the same move, where some year is not marked
    worked = {name: years for name, years in years_in_period(register).items() if years}
    solid = {name for name, years in worked.items() if register.marked_work(plans[name]) == (*range(years[0], years[-1] + 1),)}
    for name, one in own.items():
        for other in [venter.plan for venter in one.plan.venter_paa if venter.plan and venter.plan in own]:
            yield PairRule("before", other, name, f"{labels[name]}: venter på {labels[other]}")
        for other in [other for other in one.plan.samordnes_med if other in own]:
            kind = "together" if {name, other} <= solid else "lockstep"
            yield PairRule(kind, name, other, f"{labels[name]}: bør samordnes med {labels[other]}")
