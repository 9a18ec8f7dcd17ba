"""FOR2xx: what the judgements say of each other and of their plans; LOV310 and LOV390, which are FOR205 and FOR290 of legal
judgements; and REG295, of what somebody has answered of plans with another name."""

from collections.abc import Iterator
from operator import attrgetter

from planstrategi.checks.rules import EXPECTED, Hit, Hits, judgement_rule, legal_judgement_rule, renaming_rule, repeated
from planstrategi.model.expectations import Forventning
from planstrategi.model.judgements import Lovvurderingsfil, Vurdering, Vurderingsfil
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import ADRESSAT, INGEN, PLANSTRATEGIEN, TAUS


@judgement_rule("FOR201", FEIL, "plan forventning", KEEPER)
def pair_twice(register: Register) -> Hits:
    """A set judges a pair of plan and expectation once; a second judge is a second set."""
    for sett in register.judgement_sets():
        for one, _ in repeated(sett.vurderinger, key=lambda one: (one.who, one.forventning)):
            yield one, Hit("forventning", f"{one.who} og {one.forventning} er vurdert før i settet {sett.id}")


@judgement_rule("FOR202", ADVARSEL, "plan grunn", KEEPER)
def reason_repeated(register: Register) -> Hits:
    """Two judgements of one plan with the same reason: one of them was not thought through."""
    for sett in register.judgement_sets():
        answering = (one for one in sett.vurderinger if one.grad != INGEN)
        for one, before in repeated(answering, key=lambda one: (one.who, one.grunn)):
            yield one, Hit("grunn", f"samme begrunnelse som for {before.forventning}")


@judgement_rule("FOR204", ADVARSEL, "plan grunnlag", KEEPER)
def ground_not_in_row(register: Register) -> Hits:
    """A judgement that rests on a statute or a relation needs a plan that has one; to wait for others is a relation."""
    plans = register.plans_by_id()
    for vurdering in _judgements(register):
        plan = plans.get(vurdering.who)
        if plan and vurdering.grunnlag == "statutt" and not plan.statutter:
            yield vurdering, Hit("grunnlag", f"grunnlag statutt, {plan.id} har ingen statutter")
        elif plan and vurdering.grunnlag == "relasjon" and not (plan.related or plan.venter_paa):
            yield vurdering, Hit("grunnlag", f"grunnlag relasjon, {plan.id} har ingen relasjon")


@judgement_rule("FOR206", FEIL, "forventning", KEEPER, also=EXPECTED)
def judged_withdrawn(register: Register) -> Hits:
    """A set does not judge what had been withdrawn when it was made."""
    withdrawn = {name: one.trukket for name, one in _points(register).items() if one.trukket}
    for sett in register.judgement_sets() if withdrawn else ():
        for vurdering in sett.vurderinger:
            trukket = withdrawn.get(vurdering.forventning)
            if trukket and trukket.dato <= sett.naar:
                yield vurdering, Hit("forventning", f"{vurdering.forventning} ble trukket {trukket.dato}", trukket.grunn)


@judgement_rule("FOR210", ADVARSEL, "plan planstrategien forventning", KEEPER, also=EXPECTED)
def judged_another(register: Register) -> Hits:
    """The planstrategi alone answers what is addressed to it, and no plan of the municipality what others are to do."""
    points = _points(register)
    for one in _judgements(register):
        to = getattr(points.get(one.forventning), "adressat", None) or "kommunen"
        wrong = to in (PLANSTRATEGIEN, "fylket", "staten") if one.plan else to != PLANSTRATEGIEN
        if (wrong and one.grad != INGEN) or bool(one.plan) == bool(one.planstrategien):
            what = " og ".join(filter(None, [one.plan, PLANSTRATEGIEN if one.planstrategien else ""])) or "ingenting"
            yield one, Hit("forventning", f"{what} er vurdert, {one.forventning} er rettet til {ADRESSAT[to]}")


@judgement_rule("FOR207", FEIL, "grad grunnlag", KEEPER)
def none_against_ground(register: Register) -> Hits:
    """Where a plan does not answer, the row is silent; where it does, something in the row says so."""
    for vurdering in _judgements(register):
        if (vurdering.grad == INGEN) != (vurdering.grunnlag == TAUS):
            yield vurdering, Hit("grunnlag", f"grad {vurdering.grad} på grunnlag {vurdering.grunnlag}")


@judgement_rule("FOR208", FEIL, "ikke_vurdert vurderinger", KEEPER)
def unable_and_judged(register: Register) -> Hits:
    """A plan that a set could not judge has no judgements in it."""
    for sett in register.judgement_sets():
        plans = {vurdering.plan for vurdering in sett.vurderinger}
        for unable in sett.ikke_vurdert:
            if unable.plan in plans:
                yield unable, Hit("plan", f"{unable.plan} er vurdert i settet {sett.id}")


@judgement_rule("FOR209", FEIL, "maal", KEEPER, also="satsingsomraader")
def goals_of_other(register: Register) -> Hits:
    """Only the municipality's own areas get their goals from a judgement: the others have them in their catalogue."""
    own = {omraade.id for omraade in register.satsingsomraader}
    for sett in register.judgement_sets():
        for kobling in sett.maal:
            if kobling.forventning not in own:
                yield kobling, Hit("forventning", kobling.forventning)


@judgement_rule("FOR205", ADVARSEL, "naar per_dato", KEEPER)
def set_after_file(register: Register) -> Hits:
    """A set of judgements is made by the day the file is known as of."""
    return _after_file(register.vurderinger)


@legal_judgement_rule("LOV310", ADVARSEL, "naar per_dato", KEEPER)
def legal_set_after_file(register: Register) -> Hits:
    """A set of legal judgements is made by the day the file is known as of."""
    return _after_file(register.lovvurderinger)


def _after_file(file: Vurderingsfil | Lovvurderingsfil | None) -> Hits:
    for sett in file.sett if file else ():
        if file and sett.naar > file.per_dato:
            yield sett, Hit("naar", f"naar {sett.naar}, per_dato {file.per_dato}")


@judgement_rule("FOR290", MERKNAD, "sett", KEEPER, also="planer")
def expectations_not_judged_yet(register: Register) -> Hits:
    """A file of judgements that holds none waits for somebody to judge, once there are plans."""
    if register.planer and register.vurderinger and not register.vurderinger.sett:
        write = "Lag et regneark med «planstrategi vurder ut», eller slett filen når planene ikke skal vurderes."
        yield register.vurderinger, Hit("sett", "ingen sett", write)


@legal_judgement_rule("LOV390", MERKNAD, "sett", KEEPER, also="planer")
def requirements_not_judged_yet(register: Register) -> Hits:
    """As FOR290, of the legal judgements."""
    judged = register.lovvurderinger
    if register.planer and judged and not judged.sett and not judged.utelatelser:
        write = "Lag et regneark med «planstrategi vurder ut --hva lovkrav», eller slett filen når planene ikke skal vurderes."
        yield judged, Hit("sett", "ingen sett", write)


def _points(register: Register) -> dict[str, Forventning]:
    documents = [document for file in register.expectation_files() for document in file.dokumenter]
    return {one.id: one for document in documents for _, one in document.points()}


def _judgements(register: Register) -> Iterator[Vurdering]:
    return (vurdering for sett in register.judgement_sets() for vurdering in sett.vurderinger)


@renaming_rule("REG295", FEIL, "navnebytter", KEEPER)
def renamed_twice(register: Register) -> Hits:
    """Each pair of plans is answered once; a plan may be divided into several, and several may become one."""
    for one, _ in repeated(register.renamings(), key=attrgetter("fra", "til")):
        yield one, Hit("fra", f"{one.fra} til {one.til}, to ganger")
