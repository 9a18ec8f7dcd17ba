"""What a move costs: how much later the work is done, and what is met later or less. What nobody has judged is not free."""

from dataclasses import replace

from planstrategi.analysis.alignment.judged_pairs import judged
from planstrategi.analysis.legal.findings import nothing_judged
from planstrategi.analysis.scenarios.effects import Baseline, Effects
from planstrategi.analysis.shared.editions import edition_of
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, counted, in_order, listed
from planstrategi.model.numbers import YEAR_RANGE
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register


def price(register: Register, base: Baseline, plan: Plan, years: tuple[int, ...], shift: int) -> str:
    """Return what it costs to move a plan so many years, to these, if it alone is moved; in sentences."""
    moved = register.plans_by_id() | {plan.id: replace(plan, valgte_aar=years)}
    effects = base.effects(replace(register, planer=tuple(moved.values())))
    return in_order(_later(register, plan, years[-1], shift), _less(effects) or _untouched(register, plan))


def _later(register: Register, plan: Plan, last: int, shift: int) -> str:
    """Return how much later the work is done, against the years the plan or its edition in force is for."""
    if shift < 0:
        return ""
    done = f"arbeidet blir ferdig i {last}, {counted(shift, 'år', 'år')} senere."
    since, until = _span(plan)
    if until and (since or until < last):
        return f"Planen {f'skal gjelde {since}–{until}' if since and last <= until else f'gjelder til {until}'}, og {done}"
    made = edition_of(register, plan).dato
    return f"Dagens utgave er fra {made.forst_aar}, og {done}" if made else done.capitalize()


def _untouched(register: Register, plan: Plan) -> str:
    counts = judged(register)
    is_read = any(counts.grade(plan.id, name) for name in counts.expected)
    known = ["krav"] * (nothing_judged(register) is None) + ["forventninger"] * is_read
    return f"Ingen vurderte {' eller '.join(known)} berøres." if known else "Ikke kjent: ingen har vurdert planen ennå."


def _span(plan: Plan) -> tuple[int | None, int | None]:
    """Return the first and last year that a plan or its edition in force is for: as the register says, else its name."""
    named = YEAR_RANGE.search(plan.navn)
    first, last = map(int, named.groups()) if named else (None, None)
    return plan.gyldig_fra.forst_aar if plan.gyldig_fra else first, plan.gyldig_til.sist_aar if plan.gyldig_til else last


def _less(effects: Effects) -> str:
    must_be, late = len(effects.duties(weaker=True)), len(effects.later())
    other = sum(one.is_weaker for one in effects.statuses) - must_be
    parts = [f"krav kommunen skal møte, blir svakere i {counted(must_be, 'år', 'år')}"] if must_be else []
    parts += [f"krav som bør eller kan møtes, blir svakere i {counted(other, 'år', 'år')}"] if other else []
    parts += [f"{counted(late, *EXPECTATION_FORMS)} blir svart på senere"] if late else []
    said = listed(parts) if parts else ""
    return f"{said[:1].upper()}{said[1:]}." if said else ""
