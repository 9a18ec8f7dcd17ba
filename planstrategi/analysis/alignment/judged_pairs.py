"""The sets of judgements → which pairs count, how they were judged, and which plans nobody has judged."""

from dataclasses import dataclass, field
from typing import NamedTuple

from planstrategi.analysis.alignment.expectations import LOKALE, Expected, expected
from planstrategi.analysis.shared.rows import Row
from planstrategi.model.judgements import Vurdering, Vurderingssett
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import INGEN


class JudgedPair(NamedTuple):
    """A judgement that counts, with the set it stands in."""

    sett: Vurderingssett
    vurdering: Vurdering


@dataclass(slots=True)
class JudgedDocument:
    """What counts for one document: the judged pairs, and who has judged a plan against all of it.

    `pairs` is by plan and expectation, `whole` by plan: the set that has judged it against every point.
    """

    pairs: dict[tuple[str, str], JudgedPair] = field(default_factory=dict)
    whole: dict[str, Vurderingssett] = field(default_factory=dict)


class Judged(NamedTuple):
    """What counts of all that was judged: the expectations by id, what each plan is called, and the documents by id."""

    expected: dict[str, Expected]
    names: dict[str, str]
    documents: dict[str, JudgedDocument]

    def document(self, forventning: str) -> JudgedDocument:
        """Return what counts for the document an expectation stands in."""
        return self.documents[self.expected[forventning].dokument_id]

    def grade(self, plan: str, forventning: str) -> str | None:
        """Return the grade of a pair that counts, `ingen` if only the whole document was judged; None if neither was."""
        document = self.document(forventning)
        pair = document.pairs.get((plan, forventning))
        return pair.vurdering.grad if pair else INGEN if plan in document.whole else None

    def answering(self) -> list[JudgedPair]:
        """Return the judgements that a plan answers an expectation, in the order of the documents."""
        return [pair for one in self.documents.values() for pair in one.pairs.values() if pair.vurdering.grad != INGEN]

    def row(self, one: Vurdering) -> Row:
        """Return what every table of judgements says of one: the plan, the expectation, and the reason."""
        return {
            "plan_id": one.plan, "forventning_id": one.forventning, "navn": self.names[one.plan],
            "tekst": self.expected[one.forventning].tekst, "grunn": one.grunn,
        }  # fmt: skip


def judged(register: Register) -> Judged:
    """Return what counts: a later set replaces an earlier one on what it has judged.

    A set that has judged a whole document replaces all that was said of its plans there, but for the plans it could
    not judge. Control sets never count.
    """
    found = {one.id: one for one in expected(register)}
    names = register.names("planer")
    counts = Judged(found, names, {one.dokument_id: JudgedDocument() for one in found.values()})
    for sett in sorted(register.counting_sets(), key=lambda one: one.naar):
        _add(counts, sett)
    return counts


def _add(counts: Judged, sett: Vurderingssett) -> None:
    unable = {one.plan for one in sett.ikke_vurdert}
    for name in [*sett.dokumenter, *([LOKALE] if sett.lokale else [])]:
        if name in counts.documents:
            document = counts.documents[name]
            document.pairs = {pair: one for pair, one in document.pairs.items() if pair[0] in unable}
            document.whole |= {plan: sett for plan in counts.names if plan not in unable}
    for one in sett.vurderinger:
        counts.document(one.forventning).pairs[one.plan, one.forventning] = JudgedPair(sett, one)
