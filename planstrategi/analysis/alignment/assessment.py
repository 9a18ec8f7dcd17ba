"""Alignment: which expectation is answered by which plan, as somebody has judged it. Unjudged is never covered."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from planstrategi.analysis.alignment.expectations import Expected, expected
from planstrategi.analysis.alignment.judged_pairs import Chosen, JudgedDocument, answering, judged
from planstrategi.analysis.shared.plan_finish import Ready, readiness
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS, Vurdering, Vurderingssett
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GJELDER_IKKE, GRAD, GYLDIGHET_UKJENT, IKKE_VURDERT, INGEN

ANSWERING_GRADES = tuple(grad for grad in GRAD if grad != INGEN)
STATUS_OF_GRADE = {"sterk": "sterkt", "delvis": "delvis", "svak": "svakt"}
INGEN_PLAN = "ingen plan"
EXPECTATION_STATUSES = (*STATUS_OF_GRADE.values(), INGEN_PLAN, IKKE_VURDERT, GYLDIGHET_UKJENT, GJELDER_IKKE)
VURDERT, FORELOPIG = "vurdert", "foreløpig vurdert"
JudgedPair = tuple[Vurderingssett, Vurdering]


class Assessment(NamedTuple):
    """An expectation with its status, the judgements that a plan answers it (strongest first), and what they rest on.

    `antall_vurdert` is how many plans have been judged against it; `grunnlag` whether that was done, and provisionally.
    """

    expected: Expected
    status: str
    pairs: tuple[JudgedPair, ...]
    antall_vurdert: int
    grunnlag: str

    @property
    def is_answered(self) -> bool:
        """Whether a plan has been judged to answer it, in whatever grade."""
        return self.status in STATUS_OF_GRADE.values()

    @property
    def plans(self) -> tuple[str, ...]:
        """The ids of the plans that answer it, strongest first."""
        return tuple(one.plan for _, one in self.pairs)


def assessments(
    register: Register, found: tuple[Expected, ...] | None = None, chosen: Chosen = lambda sett, one: True
) -> list[Assessment]:
    """Return every expectation with its status on the register's date.

    What does not apply then is `gjelder ikke`, whatever the plans answer; where it is not known whether it applies, it
    is `gyldighet ukjent`. Else the strongest grade of any plan decides (sterkt, delvis, svakt). `ingen plan` says that
    every plan that can be judged was judged, and none answers; `ikke vurdert` that this has not been done.
    """
    found = expected(register) if found is None else found
    counts = judged(register, found, chosen)
    by_expectation: dict[str, list[JudgedPair]] = {one.id: [] for one in found}
    for each in counts.values():
        for (_, forventning), pair in each.pairs.items():
            by_expectation[forventning].append(pair)
    return [_assessed(register, one, by_expectation[one.id], counts[one.dokument_id]) for one in found]


def _assessed(register: Register, one: Expected, pairs: list[JudgedPair], document: JudgedDocument) -> Assessment:
    links = sorted((pair for pair in pairs if pair[1].grad != INGEN), key=lambda pair: _strength(pair[1].grad))
    sets = {sett.id: sett for sett, _ in pairs} | {sett.id: sett for sett in document.whole.values()}
    judged_by = document.whole.keys() | {vurdering.plan for _, vurdering in pairs}
    unable = {each.plan for sett in sets.values() for each in sett.ikke_vurdert}
    everyone = len(judged_by | unable) >= len(register.planer) > 0
    status = STATUS_OF_GRADE[links[0][1].grad] if links else INGEN_PLAN if judged_by and everyone else IKKE_VURDERT
    if not one.gjelder:
        status = GYLDIGHET_UKJENT if one.gjelder is None else GJELDER_IKKE
    resting = [sett for sett, _ in links] or list(sets.values())
    ground = FORELOPIG if any(sett.forelopig for sett in resting) else VURDERT
    founded = bool(links) or (bool(judged_by) and everyone)
    return Assessment(one, status, tuple(links), len(judged_by), ground if founded else IKKE_VURDERT)


def _strength(grad: str) -> int:
    return ANSWERING_GRADES.index(grad)


def expectation_table(register: Register) -> pd.DataFrame:
    """Return one row per expectation of the state, the county and the municipality itself, always all of them.

    `status` is as `assessments` says; `planer` are the ids of the plans judged to answer, strongest first, and
    `antall_*` how many there are by grade, `antall_vurdert` how many were judged at all. `grunnlag` is whether the
    status rests on judgements, provisional ones, or none. `forste_aar` is the first year in which a plan that answers
    is finished (missing when nobody knows), and `forst_ferdig` that plan. `hviler_paa` names the plan or the role that
    alone carries it. `slag` tells headings, themes and numbered points apart; `telles` is false for a heading whose
    points are counted instead. `hvorfor` says why it does not apply.
    """
    ready, plans = readiness(register), register.plans_by_id()
    roles = register.names("roller")
    rows = [_row(one, ready, plans, roles) for one in assessments(register)]
    return pd.DataFrame(rows, columns=EXPECTATION_COLUMNS).astype({"forste_aar": "Int64"})


EXPECTATION_COLUMNS = [
    "forventning_id", "nivaa", "tekst", "status", "planer", *(f"antall_{grad}" for grad in ANSWERING_GRADES), "antall_vurdert",
    "grunnlag", "forste_aar", "forst_ferdig", "hviler_paa", "dokument", "kapittel", "nummer", "slag", "telles", "vekt",
    "vilkaar", "maal", "krav_id", "sikkerhet", "hvorfor", "kilde",
]  # fmt: skip


def _row(one: Assessment, ready: dict[str, Ready], plans: dict[str, Plan], roles: dict[str, str]) -> tuple[object, ...]:
    what, grades = one.expected, [vurdering.grad for _, vurdering in one.pairs]
    first = first_ready(one.plans, ready)
    return (
        what.id, what.nivaa, what.tekst, one.status, one.plans, *(grades.count(grad) for grad in ANSWERING_GRADES),
        one.antall_vurdert, one.grunnlag, ready[first].aar if first else None, first,
        rests_on([plans[plan] for plan in one.plans], roles), what.dokument, what.kapittel or None, what.nummer,
        what.slag, what.telles, what.vekt, what.vilkaar, what.maal, what.krav, what.sikkerhet, what.grunn or None,
        what.kilde,
    )  # fmt: skip


def first_ready(plans: Iterable[str], ready: dict[str, Ready]) -> str | None:
    """Return the plan that is finished first, of equals the one that answers most strongly; None when none is known."""
    known = [plan for plan in plans if ready[plan].aar is not None]
    return min(known, key=lambda plan: ready[plan].aar or 0, default=None)


def rests_on(plans: list[Plan], roles: dict[str, str]) -> str | None:
    """Return the one plan, or the one role, that alone carries an expectation; None when there are several or none."""
    if len(plans) == 1:
        return f"én plan: {plans[0].label}"
    carrying = {plan.roller for plan in plans}
    if plans and len(carrying) == 1 and len(only := carrying.pop()) == 1:
        return f"én rolle: {roles[only[0]]}"
    return None


def links(register: Register) -> pd.DataFrame:
    """Return one row per judged pair of plan and expectation: grade, ground, reason, who judged and when.

    `navn` and `tekst` are the names of plan and expectation; `gjelder` is whether the expectation applies on the
    register's date, missing when nobody knows: all other tables and sentences count those that do, and no others.
    Where several sets judge a pair, the latest counts; what was judged not to answer has no row.
    """
    found = expected(register)
    what, names = {one.id: one for one in found}, register.names("planer")
    order = {plan.id: number for number, plan in enumerate(register.planer)}
    pairs = sorted(answering(judged(register, found)), key=lambda pair: order[pair[1].plan])
    rows = [
        (v.plan, v.forventning, v.grad, names[v.plan], what[v.forventning].tekst, what[v.forventning].nivaa,
         what[v.forventning].gjelder, v.grunnlag, v.grunn, s.hvem, s.naar, s.forelopig, source_of(v, JUDGEMENTS))
        for s, v in pairs
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=LINK_COLUMNS).astype({"gjelder": object})


LINK_COLUMNS = (
    "plan_id", "forventning_id", "grad", "navn", "tekst", "nivaa", "gjelder", "grunnlag", "grunn",
    "vurdert_av", "vurdert_naar", "forelopig", "kilde",
)  # fmt: skip


def judged_plans(register: Register) -> pd.DataFrame:
    """Return one row per plan: what it is judged to answer, by grade and level; unjudged plans say so.

    Only what applies on the register's date counts, as in `assessments`; `links` has the rest. `status` is `svarer`,
    `svarer ikke` (judged against whole documents, and answering nothing) or `ikke vurdert`.
    `forventninger` are the ids of what it answers, strongest first; `bare_navn` is true when only its name speaks for
    all of it; `merknad` is why nobody can judge it.
    """
    found = expected(register)
    counts, applying = judged(register, found), [one for one in found if one.gjelder]
    levels, documents = {one.id: one.nivaa for one in applying}, {one.dokument_id for one in applying}
    own: dict[str, list[Vurdering]] = {plan.id: [] for plan in register.planer}
    for _, vurdering in answering(counts):
        if vurdering.forventning in levels:
            own[vurdering.plan].append(vurdering)
    whole = {plan for name, each in counts.items() if name in documents for plan in each.whole}
    unable = {one.plan: one.grunn for sett in register.counting_sets() for one in sett.ikke_vurdert}
    rows = [_plan_row(plan, own[plan.id], plan.id in whole, unable.get(plan.id), levels) for plan in register.planer]
    return pd.DataFrame(rows, columns=PLAN_COLUMNS)


PLAN_COLUMNS = [
    "plan_id", "navn", "status", *(f"antall_{grad}" for grad in ANSWERING_GRADES),
    "antall_nasjonal", "antall_regional", "antall_lokal", "bare_navn", "forventninger", "merknad", "kilde",
]  # fmt: skip


def _plan_row(
    plan: Plan, own: list[Vurdering], is_judged: bool, unable: str | None, levels: dict[str, str]
) -> tuple[object, ...]:
    own = sorted(own, key=lambda one: _strength(one.grad))
    grades, where = [one.grad for one in own], [levels[one.forventning] for one in own]
    status = "svarer" if own else "svarer ikke" if is_judged else IKKE_VURDERT
    return (
        plan.id, plan.navn, status, *(grades.count(grad) for grad in ANSWERING_GRADES),
        *(where.count(level) for level in ("nasjonal", "regional", "lokal")),
        bool(own) and all(one.grunnlag == "navn" for one in own), tuple(one.forventning for one in own),
        unable if status == IKKE_VURDERT else None, source_of(plan),
    )  # fmt: skip


def judges(register: Register) -> pd.DataFrame:
    """Return one row per set of judgements: who judged, when, on what grounds, whether provisional, how many."""
    rows = [
        (s.id, s.hvem, s.naar, s.grunnlag, s.forelopig, bool(s.kontroll), len(s.vurderinger), source_of(s, JUDGEMENTS))
        for s in register.judgement_sets()
    ]
    columns = ["sett", "vurdert_av", "vurdert_naar", "grunnlag", "forelopig", "kontroll", "antall", "kilde"]
    return pd.DataFrame(rows, columns=columns)
