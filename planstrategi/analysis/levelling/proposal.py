"""The register → a levelling case, and its answer as moves of plans, each with why it may move and what it costs.

Years are periods. Nothing is written to the register: a move is a proposal, and what a plan is marked for stays.
"""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from planstrategi.analysis.capacity.effort import BEGUN
from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.levelling.case import Case, Constraint, PairRule, Work, loads, violations
from planstrategi.analysis.levelling.solve import Conflict, Proposal, level
from planstrategi.analysis.scenarios.comparison import (
    answered_by,
    changed_statuses,
    direction,
    moved_year,
    must,
    planned_statuses,
)
from planstrategi.analysis.shared.editions import NEW_EDITION
from planstrategi.analysis.shared.sentences import counted, listed
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.dates import in_words
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import BINDING, HVERT_AAR

End = tuple[int, str]
PLANS = ("plan", "planer")


def case_of(register: Register) -> Case:
    """Return the plans with work of their own as works in the years of the period, with what binds them.

    A plan may not start before the start the register gives it, nor end after its stated finish, the end of validity
    when it must be revised before that, or what it meets as it stands: the end of validity, or a statutory due date.
    What has begun, and what is done or due each year, does not move. Where plans stand now may break what binds them.
    """
    years = len(register.periode.years)
    due, yearly = _due_years(register), _yearly_duties(register)
    own = [plan for plan in register.planer if plan.aar and not plan.inngaar_i]
    works = [_work(register, plan, years, due.get(plan.id), yearly.get(plan.id, "")) for plan in own]
    return Case(tuple(works), tuple(_rules(own)), years, (0,) * years)


def _work(register: Register, plan: Plan, years: int, due: End | None, yearly: str) -> Work:
    first, fixed = register.periode.fra, _fixed(register, plan) or yearly
    earliest, why_not_before = max([(first, ""), *_starts(register, plan, bool(fixed))], key=lambda start: start[0])
    latest, reason = min(
        [(first + years - 1, ""), *(end for end in _ends(plan) if end[0] >= first), *([due] if due else [])],
        key=lambda end: end[0],
    )
    return Work(
        id=plan.id,
        start=plan.aar[0] - first,
        length=plan.aar[-1] - plan.aar[0] + 1,
        load=tuple(int(year in plan.aar) for year in range(plan.aar[0], plan.aar[-1] + 1)),
        earliest=earliest - first,
        latest=max(0, latest - first),
        fixed=bool(fixed),
        earliest_reason=_about(plan, why_not_before),
        latest_reason=_about(plan, reason),
        fixed_reason=_about(plan, fixed),
    )


def _about(plan: Plan, words: str) -> str:
    return f"{plan.label}: {words}" if words else ""


def _fixed(register: Register, plan: Plan) -> str:
    if plan.status in BEGUN:
        return "arbeidet pågår"
    if plan.aar[0] < int(register.per_dato[:4]):
        return f"det er merket fra {plan.aar[0]}, før {in_words(register.per_dato)}"
    return "det gjøres hvert år" if plan.aarlig else ""


def _starts(register: Register, plan: Plan, fixed: bool) -> Iterator[End]:
    if plan.oppstart:
        yield plan.oppstart.forst_aar, f"starter tidligst {in_words(plan.oppstart.tekst)}"
    if not fixed:
        yield int(register.per_dato[:4]), f"kan ikke legges til før {register.per_dato[:4]}, som er året det regnes fra"


def _ends(plan: Plan) -> Iterator[End]:
    for words, tid in (("skal være ferdig", plan.ferdig), ("skal vedtas", plan.skal_vedtas)):
        if tid:
            yield tid.sist_aar, f"{words} {in_words(tid.tekst)}"
    until = plan.gyldig_til
    if until and plan.planbehov in NEW_EDITION and (plan.foer_utlop or plan.aar[-1] <= until.sist_aar):
        yield until.sist_aar, f"dagens utgave gjelder til {in_words(until.tekst)}"


def _due_years(register: Register) -> dict[str, End]:
    """Return the first due date of a duty that each plan meets as it stands: its year, and the words for it."""
    plans, found = register.plans_by_id(), dict[str, End]()
    for name, assessed in _duties(register):
        plan = plans[name]
        dates = [frist.dato for frist, rule in assessed.due if rule.regel != HVERT_AAR]
        met = [date for date in dates if plan.aar and int(date[:4]) >= plan.aar[-1]]
        if met:
            end = int(min(met)[:4]), f"{assessed.krav.label} har frist {in_words(min(met))}"
            found[name] = min(found.get(name, end), end)
    return found


def _yearly_duties(register: Register) -> dict[str, str]:
    """Return the plans whose work meets what the municipality must do every year, and what that is."""
    return {
        name: f"{assessed.krav.label} har frist hvert år"
        for name, assessed in _duties(register)
        if any(rule.regel == HVERT_AAR for rule in assessed.krav.gjentakelse)
    }


def _duties(register: Register) -> Iterator[tuple[str, Assessed]]:
    """Give each plan with what it answers that the municipality must do; what it should or may binds no plan."""
    for assessed in assess(register):
        if assessed.krav.styrke == "skal":
            yield from ((answer.id, assessed) for answer in assessed.answers if answer.is_plan)


def _rules(plans: list[Plan]) -> Iterator[PairRule]:
    own = {plan.id: plan for plan in plans}
    for plan in plans:
        for venter in plan.venter_paa:
            if venter.plan in own:
                other = own[str(venter.plan)]
                yield PairRule("before", other.id, plan.id, _about(plan, f"venter på {other.label}"))
        for name in plan.samordnes_med:
            if name in own:
                words = f"bør samordnes med {own[name].label}"
                yield PairRule("together", plan.id, name, _about(plan, words))


def proposed(register: Register) -> tuple[Case, Proposal | Conflict]:
    """Return the levelling case of a register and its answer.

    It is solved once for a register: where time runs out, a second search could end elsewhere, and the table, the
    figure and the sentence must say the same.
    """
    if "levelling" not in register.computed:
        case = case_of(register)
        register.computed["levelling"] = case, level(case)
    found: tuple[Case, Proposal | Conflict] = register.computed["levelling"]
    return found


def proposed_moves(register: Register) -> pd.DataFrame:
    """Return one row per plan that should move for the lowest peak with the fewest and shortest moves.

    `fra` and `til` are its years, `hvorfor` says what the move does, and `koster` what is met later or less if it alone
    is made: requirements whose status becomes weaker, and expectations answered later. It is a proposal and is never
    written to the register. Empty when nothing should move, and when the constraints clash: see `conflicts`.
    """
    case, answer = proposed(register)
    if isinstance(answer, Conflict):
        return pd.DataFrame(columns=MOVE_COLUMNS)
    base, reached, duty = planned_statuses(register), answered_by(register), must(register)
    plans, rows = register.plans_by_id(), []
    for name in answer.moved:
        plan, shift = plans[name], answer.starts[name] + register.periode.fra - plans[name].aar[0]
        years = tuple(year + shift for year in plan.aar)
        alone = replace(register, planer=tuple((plans | {name: replace(plan, aar=years)}).values()))
        changed = changed_statuses(base, planned_statuses(alone))
        weaker = [krav in duty for (krav, _), was, now in changed if direction(was, now) == "svakere"]
        late = [one for one, year in answered_by(alone).items() if moved_year(year, reached[one]) > 0]
        why, cost = _why(plan, years, case, answer, register), _cost(weaker, late)
        rows.append((name, plan.navn, plan.aar, years, shift, why, cost, source_of(plan)))
    return pd.DataFrame(rows, columns=MOVE_COLUMNS)


MOVE_COLUMNS = ["plan_id", "navn", "fra", "til", "flyttet_aar", "hvorfor", "koster", "kilde"]


def _why(plan: Plan, years: tuple[int, ...], case: Case, answer: Proposal, register: Register) -> str:
    standing = plan.aar[0] - register.periode.fra
    hindered = [one.reason for one in violations(case, answer.starts | {plan.id: standing})]
    if hindered:
        return f"Kan ikke bli stående når dette skal holde: {listed(hindered)}."
    before = dict(zip(register.periode.years, _standing(case), strict=True))
    left, new = sorted(set(plan.aar) - set(years)), sorted(set(years) - set(plan.aar))
    relieved = listed([f"{year} ({counted(before[year], *PLANS)})" for year in left])
    filled = listed([f"{year} ({before[year]})" for year in new])
    unasked = "" if plan.planbehov else " Planbehovet er ikke oppgitt, så gyldigheten er ikke prøvd."
    return f"Avlaster {relieved} og bruker {filled}; ingen frist, gyldighet eller avhengighet hindrer det.{unasked}"


def _standing(case: Case) -> tuple[int, ...]:
    return loads(case, {work.id: work.start for work in case.works})


def _cost(weaker: list[bool], late: list[str]) -> str:
    must_be, other = sum(weaker), len(weaker) - sum(weaker)
    parts = [f"{must_be} kravår kommunen skal møte, blir svakere"] if must_be else []
    parts += [f"{other} kravår som bør eller kan møtes, blir svakere"] if other else []
    parts += [f"{counted(len(late), 'forventning', 'forventninger')} blir svart på senere"] if late else []
    return listed(parts) if parts else "Ingen krav eller forventninger berøres."


def levelled_years(register: Register) -> pd.DataFrame:
    """Return the number of plans per year as it stands and as proposed (`utgave`), and the difference.

    When the constraints clash, there is no proposal, and only what stands has rows.
    """
    case, answer = proposed(register)
    years = register.periode.years
    before = _standing(case)
    rows = [("slik det står", year, now, 0) for year, now in zip(years, before, strict=True)]
    if isinstance(answer, Proposal):
        after = loads(case, answer.starts)
        rows += [("utjevnet", year, new, new - now) for year, now, new in zip(years, before, after, strict=True)]
    return pd.DataFrame(rows, columns=["utgave", "aar", "antall_planer", "antall_endring"])


def conflicts(register: Register) -> pd.DataFrame:
    """Return the constraints that cannot all hold, when there are such: all but any one of them can."""
    _, answer = proposed(register)
    found: tuple[Constraint, ...] = answer.constraints if isinstance(answer, Conflict) else ()
    names = register.names("planer")
    rows = [(names[one.first if isinstance(one, PairRule) else one.work], BINDING[one.kind], one.reason) for one in found]
    return pd.DataFrame(rows, columns=["navn", "binding", "hvorfor"])


def levelling_finding(register: Register) -> str:
    """How far the peak can be lowered, by how many moves, and whether that is proven; or what makes it impossible."""
    _, answer = proposed(register)
    if isinstance(answer, Conflict):
        reasons = [one.reason or one.kind for one in answer.constraints]
        return f"Planene kan ikke legges slik at alt holder: {listed(reasons)}."
    if not answer.peak_before:
        return "Ingen planer er merket i noe år."
    if not answer.moved:
        return f"Toppen på {counted(answer.peak_before, *PLANS)} kan ikke senkes ved å flytte noe som kan flyttes."
    moving, top = counted(len(answer.moved), *PLANS), counted(answer.peak_after, *PLANS)
    if answer.peak_after >= answer.peak_before:
        return f"{moving} kan ikke bli stående når alt skal holde; toppen blir {top}, mot {answer.peak_before} nå."
    proven = "" if answer.gap is None else f" Ikke bevist best: tiden gikk ut på {answer.stage}, gap {answer.gap}."
    return (
        f"Toppen kan senkes fra {answer.peak_before} til {top} i året, uten dobbelttelling, ved å "
        f"flytte {moving}, i alt {counted(answer.distance, 'år', 'år')}.{proven}"
    )
