"""One sentence per weight on how far the peak can be lowered, with what that takes and what is not in it."""

from planstrategi.analysis.capacity.effort import planned, without_years
from planstrategi.analysis.capacity.findings import NO_EFFORT
from planstrategi.analysis.levelling.plans_as_works import ANTALL, MAANEDSVERK
from planstrategi.analysis.levelling.proposal import Levelled, amount, proposed
from planstrategi.analysis.scenarios.findings import DATELESS, the_peak
from planstrategi.analysis.shared.sentences import YEARS_UNKNOWN, Finding, counted
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.register import Register


def levelling_finding(register: Register) -> Finding:
    """How far the highest number of plans in a year can be lowered; under it by how many moves."""
    return _said(register, ANTALL, the_peak(register).capitalize(), "Planer som er en del av en annen, er ikke talt med.")


def levelled_load_finding(register: Register) -> Finding:
    """How far the highest expected load that is known can be lowered; under it by how many moves, and what weighs nothing."""
    own = [one for one in planned(register) if one.effort is None and not one.plan.is_others]
    unknown = sum(bool(years_in_period(register)[one.plan.id]) for one in own)
    weightless = f"{counted(unknown)} uten kjent innsats veier ingenting og flyttes ikke." if unknown else ""
    return _said(register, MAANEDSVERK, "Toppen av kjent innsats", weightless)


def _said(register: Register, vekt: str, peak: str, unweighed: str) -> Finding:
    found = proposed(register, vekt)
    if not found.weighs:
        return Finding(NO_EFFORT if any(years_in_period(register).values()) else YEARS_UNKNOWN)
    best, before, after = found.best, amount(vekt, found.best.peak_before), amount(vekt, found.best.peak_after)
    aside = f"{counted(len(found.aside))} er satt til side, fordi opplysningene ikke går sammen." if found.aside else ""
    unproven = "" if best.is_proven else "Det er ikke sikkert at det er det beste forslaget."
    under = aside, unproven, unweighed, DATELESS if without_years(register) else ""
    if not best.moved:
        return Finding(f"{peak} på {before} i året kan ikke senkes ved å flytte planer.", *under)
    moving = counted(len(best.moved))
    if len(found.choices) == 1:
        return Finding(f"{moving} må flyttes for at alt skal holde.", f"Toppen blir {after}, mot {before} nå.", *under)
    takes = f"Det krever at {moving} flyttes i alt {counted(best.distance, 'år', 'år')}."
    return Finding(f"{peak} kan senkes fra {before.split()[0]} til {after} i året.", takes, _halfway(found, vekt), *under)


def _halfway(found: Levelled, vekt: str) -> str:
    """Return the first choice that gives at least half of what can be gained, where it is not the last."""
    first = next(one for one in found.choices if 2 * one.peak_after <= found.best.peak_before + found.best.peak_after)
    moves = counted(len(first.moved), "flytting", "flyttinger")
    return f"Med {moves} blir toppen {amount(vekt, first.peak_after)}." if len(first.moved) < len(found.best.moved) else ""
