"""The answer of a levelling case as moves of plans, each with why it may move and what it costs.

Years are periods. Nothing is written to the register: a move is a proposal, and what a plan is marked for stays.
"""

from dataclasses import replace

from planstrategi.analysis.capacity.effort import without_years
from planstrategi.analysis.legal.findings import nothing_judged
from planstrategi.analysis.levelling.case import Case, PairRule, loads, standing, violations
from planstrategi.analysis.levelling.plans_as_works import case_of
from planstrategi.analysis.levelling.solve import Conflict, Proposal, level
from planstrategi.analysis.scenarios.effects import Baseline, Effects
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, YEARS_UNKNOWN, Finding, counted, few, listed
from planstrategi.analysis.shared.sources import of_plan
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import BINDING

_Years = tuple[int, ...]
NOT_TWICE = "Planer som er en del av en annen, er ikke talt med."


def proposed(register: Register) -> tuple[Case, Proposal | Conflict]:
    """Return the levelling case of a register and its answer.

    It is solved once for a register: where time runs out, a second search could end elsewhere, and the table, the
    figure and the sentence must say the same.
    """
    return register.once(_solved)


def _solved(register: Register) -> tuple[Case, Proposal | Conflict]:
    case = case_of(register)
    return case, level(case)


@columns("plan_id navn fra til flyttet_aar hvorfor koster kilde")
def proposed_moves(register: Register) -> Rows:
    """Return one row per plan that should move for the lowest peak with the fewest and shortest moves.

    `fra` and `til` are its years, `hvorfor` says what the move does, and `koster` what is met later or less if it alone
    is made: requirements whose status becomes weaker, and expectations answered later. It is a proposal and is never
    written to the register. Empty when nothing should move, and when the constraints clash: see `conflicts`.
    """
    case, answer = proposed(register)
    if isinstance(answer, Conflict):
        return
    base, plans, worked = Baseline(register), register.plans_by_id(), years_in_period(register)
    for name in answer.moved:
        plan, stood = plans[name], worked[name]
        shift = answer.starts[name] + register.periode.fra - stood[0]
        years = tuple(year + shift for year in stood)
        alone = replace(register, planer=tuple((plans | {name: replace(plan, valgte_aar=years)}).values()))
        reasons = {"hvorfor": _why(plan, stood, years, case, answer, register), "koster": _cost(register, base.effects(alone))}
        yield of_plan(plan) | {"fra": stood, "til": years, "flyttet_aar": shift} | reasons


def _why(plan: Plan, stood: _Years, years: _Years, case: Case, answer: Proposal, register: Register) -> str:
    stays = answer.starts | {plan.id: stood[0] - register.periode.fra}
    hindered = [one.reason for one in violations(case, stays)]
    if hindered:
        return f"Kan ikke bli stående når dette skal holde: {listed(hindered)}."
    before = dict(zip(register.periode.years, standing(case), strict=True))
    left, new = sorted(set(stood) - set(years)), sorted(set(years) - set(stood))
    relieved = listed([f"{year} ({counted(before[year])})" for year in left])
    filled = listed([f"{year} ({before[year]})" for year in new])
    unasked = "" if plan.planbehov else " Planbehovet er ikke oppgitt, så gyldigheten er ikke prøvd."
    return f"Avlaster {relieved} og bruker {filled}.{unasked}"


def _cost(register: Register, effects: Effects) -> str:
    must_be, late = len(effects.duties(weaker=True)), len(effects.later())
    other = sum(one.is_weaker for one in effects.statuses) - must_be
    parts = [f"krav kommunen skal møte, blir svakere i {counted(must_be, 'år', 'år')}"] if must_be else []
    parts += [f"krav som bør eller kan møtes, blir svakere i {counted(other, 'år', 'år')}"] if other else []
    parts += [f"{counted(late, *EXPECTATION_FORMS)} blir svart på senere"] if late else []
    if parts:
        return listed(parts)
    judged = ["krav"] if nothing_judged(register) is None else []
    judged += ["forventninger"] if register.counting_sets() else []
    return f"Ingen {' eller '.join(judged)} berøres." if judged else "Ikke kjent: ingen har vurdert planene ennå."


@columns("utgave aar antall_planer antall_endring")
def levelled_years(register: Register) -> Rows:
    """Return the number of plans per year as it stands and as proposed (`utgave`), and the difference.

    When the constraints clash, there is no proposal, and only what stands has rows.
    """
    case, answer = proposed(register)
    before = standing(case)
    editions = {"slik det står": before}
    if isinstance(answer, Proposal):
        editions["utjevnet"] = loads(case, answer.starts)
    for utgave, after in editions.items():
        for year, was, now in zip(register.periode.years, before, after, strict=True):
            yield {"utgave": utgave, "aar": year, "antall_planer": now, "antall_endring": now - was}


@columns("navn binding hvorfor")
def conflicts(register: Register) -> Rows:
    """Return the constraints that cannot all hold, when there are such: all but any one of them can."""
    _, answer = proposed(register)
    names = register.names("planer")
    for one in answer.constraints if isinstance(answer, Conflict) else ():
        work = one.first if isinstance(one, PairRule) else one.work
        yield {"navn": names[work], "binding": BINDING[one.kind], "hvorfor": one.reason}


def levelling_finding(register: Register) -> Finding:
    """How far the peak can be lowered; under it by how many moves, or what makes it impossible."""
    _, answer = proposed(register)
    if isinstance(answer, Conflict):
        reasons = list(dict.fromkeys(one.reason or BINDING[one.kind] for one in answer.constraints))
        clash = f"Det som ikke går sammen: {few(reasons, ('binding', 'bindinger'))}."
        return Finding("Planene kan ikke legges slik at alt holder.", clash)
    missing = "Planer i år ingen kjenner, er ikke med." if without_years(register) else ""
    before, after = (counted(peak) for peak in (answer.peak_before, answer.peak_after))
    if not answer.moved:
        none = f"Toppen på {before} i året kan ikke senkes ved å flytte planer." if answer.peak_before else YEARS_UNKNOWN
        return Finding(none, missing)
    moving, years = counted(len(answer.moved)), counted(answer.distance, "år", "år")
    unproven = "" if answer.gap is None else "Det er ikke sikkert at det er det beste forslaget."
    if answer.peak_after >= answer.peak_before:
        peak = f"Toppen blir {after}, mot {answer.peak_before} nå."
        return Finding(f"{moving} må flyttes for at alt skal holde.", peak, unproven)
    said = f"Toppen kan senkes fra {answer.peak_before} til {after} i året."
    return Finding(said, f"Det krever at {moving} flyttes i alt {years}.", unproven or NOT_TWICE, missing)
