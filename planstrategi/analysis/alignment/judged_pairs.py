"""The sets of judgements → which pairs count, how they were judged, and which plans nobody has judged."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from planstrategi.analysis.alignment.expectations import LOKALE, Expected
from planstrategi.model.judgements import Vurdering, Vurderingssett
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import INGEN

Chosen = Callable[[Vurderingssett, Vurdering | None], bool]


@dataclass(slots=True)
class JudgedDocument:
    """What counts for one document: the judged pairs with their sets, and who has judged a plan against all of it.

    `pairs` is by plan and expectation, `whole` by plan: the set that has judged it against every point.
    """

    pairs: dict[tuple[str, str], tuple[Vurderingssett, Vurdering]] = field(default_factory=dict)
    whole: dict[str, Vurderingssett] = field(default_factory=dict)


def judged(register: Register, found: Iterable[Expected], chosen: Chosen = lambda sett, one: True) -> dict[str, JudgedDocument]:
    """Return what counts, by document: a later set replaces an earlier one on what it has judged.

    A set that has judged a whole document replaces all that was said of its plans there, but for the plans it could
    not judge. Control sets never count. `chosen` leaves sets, or single judgements of them, out.
    """
    document = {one.id: one.dokument_id for one in found}
    counts = {name: JudgedDocument() for name in dict.fromkeys(document.values())}
    plans = [plan.id for plan in register.planer]
    for sett in sorted(register.counting_sets(), key=lambda one: one.naar):
        if chosen(sett, None):
            _add(counts, document, plans, sett, chosen)
    return counts


def _add(
    counts: dict[str, JudgedDocument], document: dict[str, str], plans: list[str], sett: Vurderingssett, chosen: Chosen
) -> None:
    unable = {one.plan for one in sett.ikke_vurdert}
    for name in [*sett.dokumenter, *([LOKALE] if sett.lokale else [])]:
        if name in counts:
            earlier = counts[name].pairs
            counts[name].pairs = {pair: one for pair, one in earlier.items() if pair[0] in unable}
            counts[name].whole |= {plan: sett for plan in plans if plan not in unable}
    for vurdering in sett.vurderinger:
        if chosen(sett, vurdering):
            pair = vurdering.plan, vurdering.forventning
            counts[document[vurdering.forventning]].pairs[pair] = sett, vurdering


def answering(counts: dict[str, JudgedDocument]) -> list[tuple[Vurderingssett, Vurdering]]:
    """Return the judgements that a plan answers an expectation, in the order of the documents."""
    return [one for each in counts.values() for one in each.pairs.values() if one[1].grad != INGEN]
