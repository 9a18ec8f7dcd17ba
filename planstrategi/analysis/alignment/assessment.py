"""Alignment: which expectation is answered by which plan, as somebody has judged it. Unjudged is never covered."""

from typing import NamedTuple

from planstrategi.analysis.alignment.expectations import LEVELS, Expected
from planstrategi.analysis.alignment.judged_pairs import JudgedDocument, JudgedPair, judged
from planstrategi.analysis.shared.editions import first_year, ready_of
from planstrategi.analysis.shared.rows import Rows, columns, numbers_of
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register, once
from planstrategi.model.vocabulary import GJELDER_IKKE, GRAD, GYLDIGHET_UKJENT, IKKE_VURDERT, INGEN, PLANSTRATEGIEN

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
        """Whether it is known to apply, and for the municipality to answer."""
        return not self.expected.utenfor

    @property
    def plans(self) -> tuple[str, ...]:
        """The ids of the plans that answer it, strongest first; `planstrategien` where that is what is asked."""
        return tuple(one.who for _, one in self.pairs)

    @property
    def carrying(self) -> tuple[str, ...]:
        """The ids of those that carry the status: they have its grade."""
        return tuple(one.who for _, one in self.pairs if one.grad == self.pairs[0].vurdering.grad)


@once
def assessments(register: Register) -> list[Assessment]:
    """Return every expectation with its status on the register's date.

    What does not apply then is `gjelder ikke`, whatever the plans answer; where it is not known whether it applies, it
    is `gyldighet ukjent`, or `vilkår ikke avklart`; what no plan can answer is `telles ikke`. Else the strongest grade of
    any plan decides (sterkt, delvis, svakt). `ingen plan` says that every plan that can be judged was judged, and none
    answers; `ikke vurdert` that this has not been done. Of what is addressed to the planstrategi, its own text is judged.
    """
    counts, plans = judged(register), len(register.planer)
    by_expectation: dict[str, list[JudgedPair]] = {name: [] for name in counts.expected}
    for document in counts.documents.values():
        for pair in document.pairs.values():
            if bool(pair.vurdering.plan) != counts.expected[pair.vurdering.forventning].to_strategy:
                by_expectation[pair.vurdering.forventning].append(pair)
    return [_assessed(one, by_expectation[name], counts.document(name), plans) for name, one in counts.expected.items()]


def counted_in_force(register: Register) -> list[Assessment]:
    """Return those that are known to apply, without the headings whose points are counted instead."""
    return [one for one in assessments(register) if one.is_in_force and one.expected.telles]


def in_force(register: Register) -> list[Assessment]:
    """Return those of them that are asked of the plans."""
    return [one for one in counted_in_force(register) if not one.expected.to_strategy]


def _assessed(one: Expected, pairs: list[JudgedPair], document: JudgedDocument, plans: int) -> Assessment:
    answers = [pair for grad in ANSWERING_GRADES for pair in pairs if pair.vurdering.grad == grad]
    # whoever judged all plans has not thereby judged the planstrategi
    whole = {} if one.to_strategy else document.whole
    sets = {sett.id: sett for sett, _ in pairs} | {sett.id: sett for sett in whole.values()}
    read = whole.keys() | {vurdering.who for _, vurdering in pairs}
    unable = {each.plan for sett in sets.values() for each in sett.ikke_vurdert}
    nobody_left = bool(read) and len(read | unable) >= (1 if one.to_strategy else plans)
    status = STATUS_OF_GRADE[answers[0].vurdering.grad] if answers else INGEN_PLAN if nobody_left else IKKE_VURDERT
    resting = [sett for sett, _ in answers] or list(sets.values())
    ground = IKKE_VURDERT if status == IKKE_VURDERT else FORELOPIG if any(sett.forelopig for sett in resting) else VURDERT
    return Assessment(one, one.utenfor or status, tuple(answers), len(read), nobody_left, ground)


@columns(
    "forventning_id nivaa tekst status planer antall_sterk antall_delvis antall_svak antall_ingen antall_ikke_vurdert"
    " antall_vurdert grunnlag forste_aar forst_ferdig hviler_paa dokument antall_punkter kapittel nummer slag telles vekt"
    " adressat vilkaar maal maal_arvet krav_id sikkerhet hvorfor kilde",
    forste_aar="Int64",
    antall_punkter="Int64",
)
def expectation_table(register: Register) -> Rows:
    """Return one row per expectation of the state, the county and the municipality itself, always all of them.

    `status` is as `assessments` says; `planer` are the ids of the plans judged to answer, strongest first, and
    `antall_*` how many there are by grade; `antall_ingen` were judged and do not answer, `antall_ikke_vurdert` nobody has
    judged, and `antall_vurdert` are all that were. `grunnlag` is whether the status rests on judgements, provisional
    ones, or none. `forste_aar` is the first year in which a plan that carries the status is finished (missing when nobody
    knows), and `forst_ferdig` that plan. `hviler_paa` names the plan or the role that alone carries it, once all that can
    be are judged. `slag` tells headings, themes, numbered points and documents that are not read whole apart; `telles` is
    false for the last, for a heading whose points are counted instead, and for what no plan can answer. `adressat` is
    whom the text addresses: what is addressed to the planstrategi is asked of it alone. `maal` are its own goals,
    `maal_arvet` those of its chapter, and `antall_punkter` how many points the document has. `hvorfor` says why it does
    not apply or is not counted, or asks what decides it.
    """
    plans, roles = register.plans_by_id(), register.names("roller")
    for one in assessments(register):
        what, year, judges = one.expected, first_year(register, one.carrying), 1 if one.expected.to_strategy else len(plans)
        yield {name: getattr(what, name) for name in expectation_table.columns if hasattr(what, name)} | {
            "forventning_id": what.id, "status": one.status, "planer": one.plans,
            **numbers_of([pair.vurdering.grad for pair in one.pairs], ANSWERING_GRADES),
            "antall_ingen": one.antall_vurdert - len(one.pairs), "antall_ikke_vurdert": judges - one.antall_vurdert,
            "antall_vurdert": one.antall_vurdert, "grunnlag": one.grunnlag,
            "forste_aar": year,
            "forst_ferdig": next((name for name in one.carrying if year and ready_of(register, name).aar == year), None),
            "hviler_paa": _rests_on([plans[name] for name in one.plans if name in plans], roles) if one.alle_vurdert else None,
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
    "plan_id forventning_id grad navn tekst nivaa gjelder telles grunnlag grunn vurdert_av vurdert_naar forelopig kilde",
    gjelder=object,
)
def links(register: Register) -> Rows:
    """Return one row per judged pair of plan and expectation: grade, ground, reason, who judged and when.

    `navn` and `tekst` are the names of plan and expectation; `gjelder` is whether the expectation applies on the
    register's date, missing when nobody knows, and `telles` whether it is counted then: all other tables and sentences
    count those pairs, and no others.
    Where several sets judge a pair, the latest counts; what was judged not to answer has no row.
    """
    counts = judged(register)
    pairs = [pair for document in counts.documents.values() for pair in document.pairs.values()]
    for sett, one in sorted(pairs, key=lambda pair: [*counts.names, PLANSTRATEGIEN].index(pair.vurdering.who)):
        if one.grad == INGEN:
            continue
        what = counts.expected[one.forventning]
        yield {
            **counts.row(one), "grad": one.grad, "nivaa": what.nivaa, "gjelder": what.gjelder,
            "telles": what.telles and not what.utenfor and what.to_strategy != bool(one.plan), "grunnlag": one.grunnlag,
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
    that apply, are counted and are asked of plans add up: `antall_ingen` it was judged not to answer,
    `antall_ikke_vurdert` nobody has judged.
    `status` is `svarer`, `svarer ikke` (judged against all of them, and answering none) or `ikke vurdert`.
    `forventninger` are the ids of what it answers, strongest first; `bare_navn` is true when only its name speaks for
    all of it, and missing where it answers nothing; `merknad` is why nobody can judge it.
    """
    counts = judged(register)
    levels = {one.expected.id: one.expected.nivaa for one in in_force(register)}
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
