"""One sentence per weight on how far the peak can be lowered, with what that takes and what is not in it."""

from planstrategi.analysis.capacity.effort import planned, without_years
from planstrategi.analysis.capacity.findings import NO_EFFORT
from planstrategi.analysis.levelling.plans_as_works import ANTALL, HUNDREDTHS, MAANEDSVERK
from planstrategi.analysis.levelling.proposal import Levelled, amount, proposed
from planstrategi.analysis.shared.sentences import PLAN_FORMS, YEARS_UNKNOWN, Finding, counted
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register

NOT_TWICE = "Planer som er en del av en annen, er ikke talt med."


def levelling_finding(register: Register) -> Finding:
    """How far the highest number of plans in a year can be lowered; under it by how many moves."""
    found = proposed(register)
    return _said(register, found, ANTALL, "Toppen", NOT_TWICE) if found.weighs else Finding(YEARS_UNKNOWN)


def levelled_load_finding(register: Register) -> Finding:
    """How far the highest expected load that is known can be lowered; under it by how many moves, and what weighs nothing."""
    found = proposed(register, MAANEDSVERK)
    if not found.weighs:
        return Finding(NO_EFFORT if any(years_in_period(register).values()) else YEARS_UNKNOWN)
    worked, own = years_in_period(register), [one for one in planned(register) if not one.plan.is_others]
    unknown = sum(bool(worked[one.plan.id]) and one.effort is None for one in own)
    weightless = f"{counted(unknown)} uten kjent innsats veier ingenting og flyttes ikke." if unknown else ""
    return _said(register, found, MAANEDSVERK, "Toppen av kjent innsats", weightless)


def _said(register: Register, found: Levelled, vekt: str, peak: str, limits: str) -> Finding:
    best, missing = found.best, "Planer i år ingen kjenner, er ikke med." if without_years(register) else ""
    aside = f"{counted(len(found.aside))} er satt til side, fordi opplysningene ikke går sammen." if found.aside else ""
    unproven = "" if best.stage is None else "Det er ikke sikkert at det er det beste forslaget."
    before, after = amount(vekt, best.peak_before), amount(vekt, best.peak_after)
    if not best.moved:
        return Finding(f"{peak} på {before} i året kan ikke senkes ved å flytte planer.", aside, unproven, limits, missing)
    moving = counted(len(best.moved))
    if len(found.choices) == 1:
        raised = f"Toppen blir {after}, mot {before} nå."
        return Finding(f"{moving} må flyttes for at alt skal holde.", raised, aside, unproven, limits, missing)
    was = best.peak_before if vekt == ANTALL else in_digits(best.peak_before / HUNDREDTHS)
    takes = f"Det krever at {moving} flyttes i alt {counted(best.distance, 'år', 'år')}."
    return Finding(
        f"{peak} kan senkes fra {was} til {after} i året.", takes, _first(found, vekt), aside, unproven, limits, missing
    )


def _first(found: Levelled, vekt: str) -> str:
    """Return the first choice that gives at least half of what can be gained, where it is not the last."""
    least = found.choices[0].peak_after + found.best.peak_after
    first = next(one for one in found.choices if 2 * one.peak_after <= least)
    moves = counted(len(first.moved), "flytting", "flyttinger")
    return "" if first is found.choices[-1] else f"Med {moves} blir toppen {amount(vekt, first.peak_after)}."
