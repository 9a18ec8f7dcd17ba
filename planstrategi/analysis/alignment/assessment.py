"""Alignment: which expectation is answered by which plan, as somebody has judged it. Unjudged is never covered."""

from typing import NamedTuple

from planstrategi.analysis.alignment.expectations import LEVELS, Expected
from planstrategi.analysis.alignment.judged_pairs import JudgedDocument, JudgedPair, judged
from planstrategi.analysis.shared.editions import readiness
from planstrategi.analysis.shared.rows import Rows, columns, numbers_of
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GJELDER_IKKE, GRAD, GYLDIGHET_UKJENT, IKKE_VURDERT, INGEN

ANSWERING_GRADES = tuple(grad for grad in GRAD if grad != INGEN)
STATUS_OF_GRADE = {"sterk": "sterkt", "delvis": "delvis", "svak": "svakt"}
INGEN_PLAN = "ingen plan"
EXPECTATION_STATUSES = (*STATUS_OF_GRADE.values(), INGEN_PLAN, IKKE_VURDERT, GYLDIGHET_UKJENT, GJELDER_IKKE)
VURDERT, FORELOPIG = "vurdert", "foreløpig vurdert"


class Assessment(NamedTuple):
    """An expectation with its status, the judgements that a plan answers it (strongest first), and what they rest on.

    `antall_vurdert` is how many plans have been judged against it, `alle_vurdert` whether all that can be were;
    `grunnlag` whether that was done, and provisionally.
    """

    expected: Expected
    status: str
    pairs: tuple[JudgedPair, ...]
    antall_vurdert: int
    alle_vurdert: bool
    grunnlag: str

    @property
    def is_in_force(self) -> bool:
        """Whether it is known to apply."""
        return self.status not in (GYLDIGHET_UKJENT, GJELDER_IKKE)

    @property
    def plans(self) -> tuple[str, ...]:
        """The ids of the plans that answer it, strongest first."""
        return tuple(one.plan for _, one in self.pairs)


def assessments(register: Register) -> list[Assessment]:
    """Return every expectation with its status on the register's date.

    What does not apply then is `gjelder ikke`, whatever the plans answer; where it is not known whether it applies, it
    is `gyldighet ukjent`. Else the strongest grade of any plan decides (sterkt, delvis, svakt). `ingen plan` says that
    every plan that can be judged was judged, and none answers; `ikke vurdert` that this has not been done.
    """
    counts = judged(register)
    by_expectation: dict[str, list[JudgedPair]] = {name: [] for name in counts.expected}
    for document in counts.documents.values():
        for pair in document.pairs.values():
            by_expectation[pair.vurdering.forventning].append(pair)
    plans = len(register.planer)
    return [_assessed(one, by_expectation[name], counts.document(name), plans) for name, one in counts.expected.items()]


def in_force(register: Register) -> list[Assessment]:
    """Return those that are known to apply."""
    return [one for one in assessments(register) if one.is_in_force]


def counted_in_force(register: Register) -> list[Assessment]:
    """Return those that are known to apply, without the headings whose points are counted instead."""
    return [one for one in in_force(register) if one.expected.telles]


def _assessed(one: Expected, pairs: list[JudgedPair], document: JudgedDocument, plans: int) -> Assessment:
    answers = [pair for grad in ANSWERING_GRADES for pair in pairs if pair.vurdering.grad == grad]
    sets = {sett.id: sett for sett, _ in pairs} | {sett.id: sett for sett in document.whole.values()}
    read = document.whole.keys() | {vurdering.plan for _, vurdering in pairs}
    unable = {each.plan for sett in sets.values() for each in sett.ikke_vurdert}
    nobody_left = bool(read) and len(read | unable) >= plans
    status = STATUS_OF_GRADE[answers[0].vurdering.grad] if answers else INGEN_PLAN if nobody_left else IKKE_VURDERT
    if not one.gjelder:
        status = GYLDIGHET_UKJENT if one.gjelder is None else GJELDER_IKKE
    resting = [sett for sett, _ in answers] or list(sets.values())
    ground = FORELOPIG if any(sett.forelopig for sett in resting) else VURDERT
    ground = ground if answers or nobody_left else IKKE_VURDERT
    return Assessment(one, status, tuple(answers), len(read), nobody_left, ground)


@columns(
    "forventning_id nivaa tekst status planer antall_sterk antall_delvis antall_svak antall_ingen antall_ikke_vurdert"
    " antall_vurdert grunnlag forste_aar forst_ferdig hviler_paa dokument kapittel nummer slag telles vekt vilkaar maal"
    " krav_id sikkerhet hvorfor kilde",
    forste_aar="Int64",
)
def expectation_table(register: Register) -> Rows:
    """Return one row per expectation of the state, the county and the municipality itself, always all of them.

    `status` is as `assessments` says; `planer` are the ids of the plans judged to answer, strongest first, and
    `antall_*` how many there are by grade; `antall_ingen` were judged and do not answer, `antall_ikke_vurdert` nobody has
    judged, and `antall_vurdert` are all that were. `grunnlag` is whether the status rests on judgements, provisional
    ones, or none. `forste_aar` is the first year in which a plan that answers is finished (missing when nobody knows), and
    `forst_ferdig` that plan. `hviler_paa` names the plan or the role that alone carries it, once all that can be are
    judged. `slag` tells headings, themes and numbered points apart; `telles` is false for a heading whose points are
    counted instead. `hvorfor` says why it does not apply.
    """
    ready, plans, roles = readiness(register), register.plans_by_id(), register.names("roller")
    for one in assessments(register):
        what, known = one.expected, [plan for plan in one.plans if ready[plan].aar is not None]
        # of plans finished in one year the one that answers most strongly
        first = min(known, key=lambda plan: ready[plan].aar or 0, default=None)
        yield {name: getattr(what, name) for name in expectation_table.columns if hasattr(what, name)} | {
            "forventning_id": what.id, "status": one.status, "planer": one.plans,
            **numbers_of([pair.vurdering.grad for pair in one.pairs], ANSWERING_GRADES),
            "antall_ingen": one.antall_vurdert - len(one.pairs), "antall_ikke_vurdert": len(plans) - one.antall_vurdert,
            "antall_vurdert": one.antall_vurdert, "grunnlag": one.grunnlag,
            "forste_aar": ready[first].aar if first else None, "forst_ferdig": first,
            "hviler_paa": _rests_on([plans[plan] for plan in one.plans], roles) if one.alle_vurdert else None,
            "kapittel": what.kapittel or None, "krav_id": what.krav, "hvorfor": what.grunn or None,
        }  # fmt: skip


def _rests_on(plans: list[Plan], roles: dict[str, str]) -> str | None:
    """Return the one plan, or the one role, that alone carries an expectation; None when there are several or none."""
    if len(plans) == 1:
        return f"én plan: {plans[0].label}"
    carrying = {plan.roller for plan in plans}
    if plans and len(carrying) == 1 and len(only := carrying.pop()) == 1:
        return f"én rolle: {roles[only[0]]}"
    return None


@columns(
    "plan_id forventning_id grad navn tekst nivaa gjelder grunnlag grunn vurdert_av vurdert_naar forelopig kilde", gjelder=object
)
def links(register: Register) -> Rows:
    """Return one row per judged pair of plan and expectation: grade, ground, reason, who judged and when.

    `navn` and `tekst` are the names of plan and expectation; `gjelder` is whether the expectation applies on the
    register's date, missing when nobody knows: all other tables and sentences count those that do, and no others.
    Where several sets judge a pair, the latest counts; what was judged not to answer has no row.
    """
    counts = judged(register)
    order, pairs = list(counts.names), [pair for document in counts.documents.values() for pair in document.pairs.values()]
    for sett, one in sorted(pairs, key=lambda pair: order.index(pair.vurdering.plan)):
        if one.grad == INGEN:
            continue
        what = counts.expected[one.forventning]
        yield {
            **counts.row(one), "grad": one.grad, "nivaa": what.nivaa, "gjelder": what.gjelder, "grunnlag": one.grunnlag,
            "vurdert_av": sett.hvem, "vurdert_naar": sett.naar, "forelopig": sett.forelopig,
            "kilde": source_of(one, JUDGEMENTS),
        }  # fmt: skip


@columns(
    "plan_id navn status antall_sterk antall_delvis antall_svak antall_ingen antall_ikke_vurdert antall_nasjonal"
    " antall_regional antall_lokal bare_navn forventninger merknad kilde"
)
def judged_plans(register: Register) -> Rows:
    """Return one row per plan: what it is judged to answer, by grade and level; unjudged plans say so.

    Only what applies on the register's date counts, as in `assessments`; `links` has the rest. By grade, the expectations
    and chapters that apply add up: `antall_ingen` it was judged not to answer, `antall_ikke_vurdert` nobody has judged.
    `status` is `svarer`, `svarer ikke` (judged against all of them, and answering none) or `ikke vurdert`.
    `forventninger` are the ids of what it answers, strongest first; `bare_navn` is true when only its name speaks for
    all of it, and missing where it answers nothing; `merknad` is why nobody can judge it.
    """
    counts = judged(register)
    levels = {name: one.nivaa for name, one in counts.expected.items() if one.gjelder}
    unable = {one.plan: one.grunn for sett in register.counting_sets() for one in sett.ikke_vurdert}
    for plan in register.planer:
        grades = {name: counts.grade(plan.id, name) or IKKE_VURDERT for name in levels}
        own = [name for grad in ANSWERING_GRADES for name in levels if grades[name] == grad]
        grounds = {counts.document(name).pairs[plan.id, name].vurdering.grunnlag for name in own}
        judged_on_all = levels and IKKE_VURDERT not in grades.values()
        status = "svarer" if own else "svarer ikke" if judged_on_all else IKKE_VURDERT
        yield {
            "plan_id": plan.id, "navn": plan.navn, "status": status,
            **numbers_of(list(grades.values()), (*GRAD, IKKE_VURDERT)),
            **numbers_of([levels[name] for name in own], LEVELS),
            "bare_navn": grounds == {"navn"} if own else None, "forventninger": tuple(own),
            "merknad": unable.get(plan.id) if status == IKKE_VURDERT else None, "kilde": source_of(plan),
        }  # fmt: skip


@columns("sett vurdert_av vurdert_naar grunnlag forelopig kontroll antall kilde")
def judges(register: Register) -> Rows:
    """Return one row per set of judgements: who judged, when, on what grounds, whether provisional, how many."""
    for sett in register.judgement_sets():
        yield {
            "sett": sett.id, "vurdert_av": sett.hvem, "vurdert_naar": sett.naar, "grunnlag": sett.grunnlag,
            "forelopig": sett.forelopig, "kontroll": bool(sett.kontroll), "antall": len(sett.vurderinger),
            "kilde": source_of(sett, JUDGEMENTS),
        }  # fmt: skip
