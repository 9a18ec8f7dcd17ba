"""Which pairs of plan and expectation somebody should judge, what the sources say of both, and what a set changes."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import IKKE_VURDERT
from planstrategi.analysis.alignment.expectations import Expected, expected
from planstrategi.analysis.alignment.judged_pairs import JudgedDocument, judged
from planstrategi.model.judgements import Vurderingssett
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import INGEN, PLANBEHOV


def worklist(register: Register, everything: bool = False) -> pd.DataFrame:
    """Return one row per pair to judge: those judged provisionally, and those nobody has judged, plan by plan.

    Only expectations that apply, or may, on the register's date. `grad` is what counts now, `ikke vurdert` when nobody
    has judged the pair; `grunnlag` and `grunn` are its ground and reason. `rad` is what the planstrategi says of the
    plan. With `everything`, the pairs that were judged to have no link, as parts of a whole document, are there too.
    """
    found = [one for one in expected(register) if one.gjelder is not False]
    counts = judged(register, expected(register))
    rows = [row for plan in register.planer for one in found if (row := _row(plan, one, counts[one.dokument_id], everything))]
    return pd.DataFrame(rows, columns=WORKLIST_COLUMNS)


WORKLIST_COLUMNS = [
    "plan_id", "forventning_id", "plan", "rad", "gruppe", "forventning", "grad", "grunnlag", "grunn",
]  # fmt: skip


def _row(plan: Plan, one: Expected, document: JudgedDocument, everything: bool) -> tuple[object, ...] | None:
    pair = document.pairs.get((plan.id, one.id))
    if pair:
        sett, vurdering = pair
        now = vurdering.grad, vurdering.grunnlag, vurdering.grunn
        wanted = sett.forelopig or everything
    elif plan.id in document.whole:
        now, wanted = (INGEN, "", ""), everything
    else:
        now, wanted = (IKKE_VURDERT, "", ""), True
    text = plan.id, one.id, plan.navn, _told(plan), f"{one.nivaa}: {one.gruppe}", one.tekst
    return (*text, *now) if wanted else None


def _told(plan: Plan) -> str:
    """Return what the planstrategi says of a plan, in words."""
    years = f"Merket {', '.join(map(str, plan.aar))}" if plan.aar else "Ingen år merket"
    laws = ", ".join(f"{one.lov} {one.paragraf or ''}".strip() for one in plan.statutter)
    parts = [PLANBEHOV[plan.planbehov] if plan.planbehov else "Planbehov ikke oppgitt", years, laws, plan.merknad]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def changes(register: Register, sett: Vurderingssett) -> pd.DataFrame:
    """Return what a new set would change: one row per judgement in it.

    `endring` is `ny` (nobody had judged the pair), `bekreftet` (the same grade), `endret`, or `fjernet` (no link any
    more); `fra` and `til` are the grades.
    """
    found = expected(register)
    counts, what = judged(register, found), {one.id: one for one in found}
    names = register.names("planer")
    rows = []
    for one in sett.vurderinger:
        was = _grade_now(counts[what[one.forventning].dokument_id], one.plan, one.forventning)
        rows.append((one.plan, one.forventning, names[one.plan], what[one.forventning].tekst, _change(was, one.grad),
                     was, one.grad, one.grunnlag, one.grunn))  # fmt: skip
    return pd.DataFrame(rows, columns=CHANGE_COLUMNS)


CHANGE_COLUMNS = ["plan_id", "forventning_id", "navn", "tekst", "endring", "fra", "til", "grunnlag", "grunn"]


def _grade_now(document: JudgedDocument, plan: str, forventning: str) -> str:
    pair = document.pairs.get((plan, forventning))
    return pair[1].grad if pair else INGEN if plan in document.whole else IKKE_VURDERT


def _change(was: str, now: str) -> str:
    if was == now:
        return "bekreftet"
    if was == IKKE_VURDERT:
        return "ny"
    return "fjernet" if now == INGEN else "endret"
