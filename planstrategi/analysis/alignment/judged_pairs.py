"""The sets of judgements → which pairs count, which somebody should judge, what a set changes, and how far readers agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from planstrategi.analysis.alignment.expectations import LOKALE, Expected, expected
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS, Vurdering, Vurderingssett
from planstrategi.model.numbers import percent, rounded
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GRAD, IKKE_VURDERT, INGEN, PLANBEHOV


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
        unable = {one.plan for one in sett.ikke_vurdert}
        for name in counts.documents.keys() & {*sett.dokumenter, *([LOKALE] if sett.lokale else [])}:
            document = counts.documents[name]
            document.pairs = {pair: one for pair, one in document.pairs.items() if pair[0] in unable}
            document.whole |= {plan: sett for plan in names if plan not in unable}
        for one in sett.vurderinger:
            counts.document(one.forventning).pairs[one.plan, one.forventning] = JudgedPair(sett, one)
    return counts


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
        was, now = counts.grade(one.plan, one.forventning) or IKKE_VURDERT, one.grad
        change = "bekreftet" if was == now else "ny" if was == IKKE_VURDERT else "fjernet" if now == INGEN else "endret"
        yield counts.row(one) | {"endring": change, "fra": was, "til": now, "grunnlag": one.grunnlag}


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
