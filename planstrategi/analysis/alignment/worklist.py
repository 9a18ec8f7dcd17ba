"""Which pairs of plan and expectation somebody should judge, what the sources say of both, and what a set changes."""

from planstrategi.analysis.alignment.judged_pairs import judged
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.judgements import Vurderingssett
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT, INGEN, PLANBEHOV


@columns("plan_id forventning_id plan rad gruppe forventning grad grunnlag grunn")
def worklist(register: Register, everything: bool = False) -> Rows:
    """Return one row per pair to judge: those judged provisionally, and those nobody has judged, plan by plan.

    Only expectations that apply, or may, on the register's date. `grad` is what counts now, `ikke vurdert` when nobody
    has judged the pair; `grunnlag` and `grunn` are its ground and reason. `rad` is what the planstrategi says of the
    plan. With `everything`, the pairs that were judged to have no link, as parts of a whole document, are there too.
    """
    counts = judged(register)
    for plan in register.planer:
        for one in counts.expected.values():
            pair, grad = counts.document(one.id).pairs.get((plan.id, one.id)), counts.grade(plan.id, one.id)
            wanted = everything or grad is None or (pair and pair.sett.forelopig)
            if wanted and one.gjelder is not False:
                yield {
                    "plan_id": plan.id, "forventning_id": one.id, "plan": plan.navn, "rad": _row_in_words(plan),
                    "gruppe": f"{one.nivaa}: {one.gruppe}", "forventning": one.tekst, "grad": grad or IKKE_VURDERT,
                    "grunnlag": pair.vurdering.grunnlag if pair else "", "grunn": pair.vurdering.grunn if pair else "",
                }  # fmt: skip


def _row_in_words(plan: Plan) -> str:
    """Return what the planstrategi says of a plan, in words."""
    years = f"Merket {', '.join(map(str, plan.aar))}" if plan.aar else "Ingen år merket"
    laws = ", ".join(f"{one.lov} {one.paragraf or ''}".strip() for one in plan.statutter)
    parts = [PLANBEHOV[plan.planbehov] if plan.planbehov else "Planbehov ikke oppgitt", years, laws, plan.merknad]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


@columns("plan_id forventning_id navn tekst endring fra til grunnlag grunn")
def changes(register: Register, sett: Vurderingssett) -> Rows:
    """Return what a new set would change: one row per judgement in it.

    `endring` is `ny` (nobody had judged the pair), `bekreftet` (the same grade), `endret`, or `fjernet` (no link any
    more); `fra` and `til` are the grades.
    """
    counts = judged(register)
    for one in sett.vurderinger:
        was = counts.grade(one.plan, one.forventning) or IKKE_VURDERT
        row = {"endring": _change(was, one.grad), "fra": was, "til": one.grad, "grunnlag": one.grunnlag}
        yield counts.row(one) | row


def _change(was: str, now: str) -> str:
    if was == now:
        return "bekreftet"
    if was == IKKE_VURDERT:
        return "ny"
    return "fjernet" if now == INGEN else "endret"
