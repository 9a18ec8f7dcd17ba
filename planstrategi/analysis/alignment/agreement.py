"""How far two readers agree: the pairs of a control set against what the other sets say of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from planstrategi.analysis.alignment.expectations import expected
from planstrategi.analysis.alignment.judged_pairs import JudgedDocument, judged
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS, Vurdering, Vurderingssett
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, INGEN


def compared_grades(register: Register) -> pd.DataFrame:
    """Return one row per pair that a control set has judged: both grades, and whether they are the same.

    `grad` is what counts, `grad_kontroll` what the reader said who had not seen it. A pair that nobody else has
    judged is left out.
    """
    found = expected(register)
    counts, document = judged(register, found), {one.id: one.dokument_id for one in found}
    names, texts = register.names("planer"), {one.id: one.tekst for one in found}
    rows = [
        (v.plan, v.forventning, names[v.plan], texts[v.forventning], grad, v.grad, grad == v.grad, v.grunn,
         sett.hvem, source_of(v, JUDGEMENTS))
        for sett, v in _control(register)
        if (grad := _grade(counts[document[v.forventning]], v))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COMPARED_COLUMNS)


COMPARED_COLUMNS = [
    "plan_id", "forventning_id", "navn", "tekst", "grad", "grad_kontroll", "er_like", "grunn", "vurdert_av", "kilde",
]  # fmt: skip


def _control(register: Register) -> Iterator[tuple[Vurderingssett, Vurdering]]:
    for sett in register.judgement_sets():
        if sett.kontroll:
            yield from ((sett, vurdering) for vurdering in sett.vurderinger)


def _grade(document: JudgedDocument, vurdering: Vurdering) -> str | None:
    found = document.pairs.get((vurdering.plan, vurdering.forventning))
    if found:
        return found[1].grad
    return INGEN if vurdering.plan in document.whole else None


def agreement(register: Register) -> pd.DataFrame:
    """Return how far the readers agree, in two ways: on the four grades, and on whether the plan answers at all.

    `antall_par` is how many pairs both have judged, `antall_like` on how many they agree, `enige_prosent` the share,
    and `kappa` Cohen's kappa (1960): the agreement beyond chance, 1 when they always agree, 0 when no more than chance
    would give. It is missing when both gave one and the same grade to all.
    """
    pairs = compared_grades(register)
    grades = list(zip(pairs["grad"], pairs["grad_kontroll"], strict=True))
    answers = [(one != INGEN, other != INGEN) for one, other in grades]
    rows = [
        (name, len(found), sum(one == other for one, other in found), _share(found), kappa(found))
        for name, found in ((f"graden ({', '.join(GRAD)})", grades), ("om planen svarer", answers))
    ]
    return pd.DataFrame(rows, columns=["enighet_om", "antall_par", "antall_like", "enige_prosent", "kappa"])


def _share(pairs: Sequence[tuple[object, object]]) -> float | None:
    return round(100 * sum(one == other for one, other in pairs) / len(pairs), 1) if pairs else None


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Return Cohen's kappa of pairs of answers, None where chance alone would agree on all."""
    number = len(pairs)
    if not number:
        return None
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    seen = sum(one == other for one, other in pairs) / number
    chance = sum(first[answer] * second[answer] for answer in first) / number**2
    return round((seen - chance) / (1 - chance), 2) if chance < 1 else None
