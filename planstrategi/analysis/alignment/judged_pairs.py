"""The sets of judgements → which pairs count, which somebody should judge, what a set changes, and how far readers agree."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from planstrategi.analysis.alignment.expectations import DOKUMENT, LOKALE, Expected, expected
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import JUDGEMENTS, Vurdering, Vurderingssett
from planstrategi.model.numbers import percent, rounded
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register, once
from planstrategi.model.vocabulary import GJELDER_IKKE, GRAD, IKKE_VURDERT, INGEN, PLANBEHOV, TELLES_IKKE

# from nothing to the strongest
RISING_GRADES = tuple(reversed(GRAD))


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
            "plan_id": one.who, "forventning_id": one.forventning, "navn": self.names.get(one.who, "Planstrategien selv"),
            "tekst": self.expected[one.forventning].tekst, "grunn": one.grunn,
        }  # fmt: skip


@once
def judged(register: Register) -> Judged:
    """Return what counts: a later set replaces an earlier one on what it has judged.

    A set that has judged a whole document replaces all that was said of plans there, but for those it could not
    judge; of the planstrategi it says nothing. Control sets never count.
    """
    found = {one.id: one for one in expected(register)}
    names = register.names("planer")
    counts = Judged(found, names, {one.dokument_id: JudgedDocument() for one in found.values()})
    for sett in sorted(register.counting_sets(), key=lambda one: one.naar):
        unable = {one.plan for one in sett.ikke_vurdert}
        for name in counts.documents.keys() & {*sett.dokumenter, *([LOKALE] if sett.lokale else [])}:
            document = counts.documents[name]
            document.pairs = {pair: one for pair, one in document.pairs.items() if pair[0] not in names or pair[0] in unable}
            document.whole |= {plan: sett for plan in names if plan not in unable}
        for one in sett.vurderinger:
            counts.document(one.forventning).pairs[one.who, one.forventning] = JudgedPair(sett, one)
    return counts


@columns("plan_id forventning_id plan rad gruppe forventning grad grunnlag grunn")
def worklist(register: Register, everything: bool = False) -> Rows:
    """Return one row per pair to judge: those judged provisionally, and those nobody has judged, plan by plan.

    Only expectations of the plans that apply, or may, on the register's date. `grad` is what counts now, `ikke vurdert`
    when nobody has judged the pair; `grunnlag` and `grunn` are its ground and reason. `rad` is what the planstrategi says of the
    plan. With `everything`, the pairs that were judged to have no link, as parts of a whole document, are there too.
    """
    counts = judged(register)
    for plan in register.planer:
        for one in counts.expected.values():
            pair, grad = counts.document(one.id).pairs.get((plan.id, one.id)), counts.grade(plan.id, one.id)
            wanted = everything or grad is None or (pair and pair.sett.forelopig)
            asked = one.utenfor not in (GJELDER_IKKE, TELLES_IKKE) and one.slag != DOKUMENT and not one.to_strategy
            if wanted and asked:
                yield {
                    "plan_id": plan.id, "forventning_id": one.id, "plan": plan.navn, "rad": _row_in_words(plan),
                    "gruppe": f"{one.nivaa}: {one.gruppe}", "forventning": _with_core(plan, one), "grad": grad or IKKE_VURDERT,
                    "grunnlag": pair.vurdering.grunnlag if pair else "", "grunn": pair.vurdering.grunn if pair else "",
                }  # fmt: skip


def _with_core(plan: Plan, one: Expected) -> str:
    """Return an expectation, the parts of its core, and whether the plan is of a type where the core belongs."""
    core = f"Kjernen: {'; '.join(one.kjerne)}." if one.kjerne else ""
    goes_on_as_itself = not plan.inngaar_i and not plan.erstattes_av
    tool = "Plantypen er et redskap for den." if plan.plantype in one.redskap and goes_on_as_itself else ""
    return "\n".join(part for part in (one.tekst, core, tool) if part)


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
        was, now = counts.grade(one.who, one.forventning) or IKKE_VURDERT, one.grad
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
            if grad := counts.grade(one.who, one.forventning):
                yield {
                    **counts.row(one), "grad": grad, "grad_kontroll": one.grad, "er_like": grad == one.grad,
                    "vurdert_av": sett.hvem, "kilde": source_of(one, JUDGEMENTS),
                }  # fmt: skip


@columns("enighet_om antall_par antall_like antall_hoyere antall_lavere enige_prosent kappa")
def agreement(register: Register) -> Rows:
    """Return how far the readers agree on the pairs that either of them has linked: on all, and on each grade.

    `antall_par` is how many pairs one of them has linked (with the grade), `antall_like` on how many they agree,
    `enige_prosent` the share; `antall_hoyere` and `antall_lavere` are those the control graded higher and lower. `kappa` is
    as `kappa` says, of the linked pairs; for a grade, of whether it was given.
    """
    pairs = compared_grades(register)
    steps = [tuple(map(RISING_GRADES.index, pair)) for pair in zip(pairs["grad"], pairs["grad_kontroll"], strict=True)]
    linked = [pair for pair in steps if any(pair)]
    yield _agreed("graden i koblede par", linked, linked)
    for step, grad in reversed([*enumerate(RISING_GRADES)][1:]):
        given = [(int(one == step), int(other == step)) for one, other in linked]
        yield _agreed(f"graden {grad}", [pair for pair in linked if step in pair], given)


def _agreed(what: str, pairs: Sequence[tuple[int, ...]], answers: Sequence[tuple[int, ...]]) -> Row:
    same, higher = (sum(map(compare, pairs)) for compare in (lambda pair: pair[0] == pair[1], lambda pair: pair[0] < pair[1]))
    return {
        "enighet_om": what, "antall_par": len(pairs), "antall_like": same, "antall_hoyere": higher,
        "antall_lavere": len(pairs) - same - higher, "enige_prosent": percent(same, len(pairs)), "kappa": kappa(answers),
    }  # fmt: skip


def kappa(pairs: Sequence[tuple[int, ...]]) -> float | None:
    """Return Cohen's kappa (1968) of pairs of answers, each a number of steps: the agreement beyond chance.

    It is 1 when they always agree, and 0 when no more than chance would give; a difference counts by the square of its
    steps, so that of answers of 0 and 1 it is the plain kappa (1960). None where chance alone would agree on all.
    """
    seen = sum((one - other) ** 2 for one, other in pairs)
    chance = sum((one - other) ** 2 for one, _ in pairs for _, other in pairs)
    return rounded(1 - seen * len(pairs) / chance, 2) if chance else None
