"""FOR2xx: what the judgements say of each other."""

from collections.abc import Iterator

from planstrategi.checks.rule import Hit
from planstrategi.model.fields import Record
from planstrategi.model.judgements import Lovvurderingsfil, Vurderingsfil
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import INGEN, TAUS


def pair_twice(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A set judges a pair of plan and expectation once; a second judge is a second set."""
    for sett in register.judgement_sets():
        seen = set()
        for vurdering in sett.vurderinger:
            pair = (vurdering.plan, vurdering.forventning)
            if pair in seen:
                yield (
                    vurdering,
                    Hit("forventning", f"{pair[0]} og {pair[1]} er vurdert før i settet {sett.id}"),
                )
            seen.add(pair)


def same_reason(register: Register) -> Iterator[tuple[Record, Hit]]:
    """Two judgements of one plan with the same reason: one of them was not thought through."""
    for sett in register.judgement_sets():
        seen: dict[tuple[str, str], str] = {}
        for vurdering in sett.vurderinger:
            if vurdering.grad == INGEN:
                continue
            key = (vurdering.plan, vurdering.grunn)
            if key in seen:
                yield vurdering, Hit("grunn", f"samme begrunnelse som for {seen[key]}")
            seen.setdefault(key, vurdering.forventning)


def name_carries_too_much(register: Register) -> Iterator[tuple[Record, Hit]]:
    """Where the name alone is the ground, the grade is at most weak."""
    for sett in register.judgement_sets():
        for vurdering in sett.vurderinger:
            if vurdering.grunnlag == "navn" and vurdering.grad != "svak":
                yield vurdering, Hit("grad", f"grad {vurdering.grad} på grunnlag navn", "grad: svak")


def statute_not_in_row(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A judgement that rests on a statute or a relation needs a plan that has one."""
    plans = register.plans_by_id()
    for sett in register.judgement_sets():
        for vurdering in sett.vurderinger:
            plan = plans.get(vurdering.plan)
            if plan and vurdering.grunnlag == "statutt" and not plan.statutter:
                yield vurdering, Hit("grunnlag", f"grunnlag statutt, {plan.id} har ingen statutter")
            elif plan and vurdering.grunnlag == "relasjon" and not _has_relation(plan):
                yield vurdering, Hit("grunnlag", f"grunnlag relasjon, {plan.id} har ingen relasjon")


def judged_withdrawn(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A set does not judge what had been withdrawn when it was made."""
    points = (one for file in register.expectation_files() for document in file.dokumenter for _, one in document.points())
    withdrawn = {one.id: one.trukket for one in points if one.trukket}
    for sett in register.judgement_sets() if withdrawn else ():
        for vurdering in sett.vurderinger:
            trukket = withdrawn.get(vurdering.forventning)
            if trukket and trukket.dato <= sett.naar:
                yield (
                    vurdering,
                    Hit("forventning", f"{vurdering.forventning} ble trukket {trukket.dato}", trukket.grunn),
                )


def none_against_ground(register: Register) -> Iterator[tuple[Record, Hit]]:
    """Where a plan does not answer, the row is silent; where it does, something in the row says so."""
    for sett in register.judgement_sets():
        for vurdering in sett.vurderinger:
            if (vurdering.grad == INGEN) != (vurdering.grunnlag == TAUS):
                yield vurdering, Hit("grunnlag", f"grad {vurdering.grad} på grunnlag {vurdering.grunnlag}")


def unable_and_judged(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A plan that a set could not judge has no judgements in it."""
    for sett in register.judgement_sets():
        plans = {vurdering.plan for vurdering in sett.vurderinger}
        for one in sett.ikke_vurdert:
            if one.plan in plans:
                yield one, Hit("plan", f"{one.plan} er vurdert i settet {sett.id}")


def goals_of_other(register: Register) -> Iterator[tuple[Record, Hit]]:
    """Only the municipality's own areas get their goals from a judgement: the others have them in their catalogue."""
    own = {omraade.id for omraade in register.satsingsomraader}
    for sett in register.judgement_sets():
        for kobling in sett.maal:
            if kobling.forventning not in own:
                yield kobling, Hit("forventning", kobling.forventning)


def set_after_file(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A set of judgements is made by the day the file is known as of."""
    return _after_file(register.vurderinger)


def legal_set_after_file(register: Register) -> Iterator[tuple[Record, Hit]]:
    """A set of legal judgements is made by the day the file is known as of."""
    return _after_file(register.lovvurderinger)


def _after_file(file: Vurderingsfil | Lovvurderingsfil | None) -> Iterator[tuple[Record, Hit]]:
    for sett in file.sett if file else ():
        if file and sett.naar > file.per_dato:
            yield sett, Hit("naar", f"naar {sett.naar}, per_dato {file.per_dato}")


def _has_relation(plan: object) -> bool:
    fields = ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av", "venter_paa")
    return any(getattr(plan, felt) for felt in fields)
