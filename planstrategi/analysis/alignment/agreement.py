"""How far two readers agree: the pairs of a control set against what the other sets say of them."""

from collections import Counter
from collections.abc import Sequence

from planstrategi.analysis.alignment.judged_pairs import judged
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS
from planstrategi.model.numbers import percent, rounded
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, INGEN


@columns("plan_id forventning_id navn tekst grad grad_kontroll er_like grunn vurdert_av kilde")
def compared_grades(register: Register) -> Rows:
    """Return one row per pair that a control set has judged: both grades, and whether they are the same.

    `grad` is what counts, `grad_kontroll` what the reader said who had not seen it. A pair that nobody else has
    judged is left out.
    """
    counts = judged(register)
    for sett in register.judgement_sets():
        for one in sett.vurderinger if sett.kontroll else ():
            if grad := counts.grade(one.plan, one.forventning):
                yield {
                    **counts.row(one), "grad": grad, "grad_kontroll": one.grad, "er_like": grad == one.grad,
                    "vurdert_av": sett.hvem, "kilde": source_of(one, JUDGEMENTS),
                }  # fmt: skip


@columns("enighet_om antall_par antall_like enige_prosent kappa")
def agreement(register: Register) -> Rows:
    """Return how far the readers agree, in two ways: on the four grades, and on whether the plan answers at all.

    `antall_par` is how many pairs both have judged, `antall_like` on how many they agree, `enige_prosent` the share,
    and `kappa` Cohen's kappa (1960): the agreement beyond chance, 1 when they always agree, 0 when no more than chance
    would give. It is missing when both gave one and the same grade to all.
    """
    pairs = compared_grades(register)
    grades = list(zip(pairs["grad"], pairs["grad_kontroll"], strict=True))
    answers = [(one != INGEN, other != INGEN) for one, other in grades]
    for name, found in ((f"graden ({', '.join(GRAD)})", grades), ("om planen svarer", answers)):
        same = sum(one == other for one, other in found)
        yield {
            "enighet_om": name, "antall_par": len(found), "antall_like": same,
            "enige_prosent": percent(same, len(found)), "kappa": kappa(found),
        }  # fmt: skip


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Return Cohen's kappa of pairs of answers, None where chance alone would agree on all."""
    number = len(pairs)
    if not number:
        return None
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    seen = sum(one == other for one, other in pairs) / number
    chance = sum(first[answer] * second[answer] for answer in first) / number**2
    return rounded((seen - chance) / (1 - chance), 2) if chance < 1 else None
