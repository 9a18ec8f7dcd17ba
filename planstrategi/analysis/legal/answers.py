"""Judgements + facts → what answers a requirement: its edition in force, and the editions the register plans.

A plan, a document without a row, or the planstrategi itself can answer. What is not known stays unknown.
"""

from dataclasses import dataclass
from typing import NamedTuple

from planstrategi.analysis.legal.register_facts import Shown
from planstrategi.analysis.shared.editions import NEW_EDITION, Edition, PlannedEdition, edition_of, planned_editions, political
from planstrategi.analysis.shared.sources import source_of
from planstrategi.analysis.shared.work_years import years_of_work
from planstrategi.model.dates import Tid
from planstrategi.model.judgements import ANSWERING, LEGAL_JUDGEMENTS, Lovvurdering, Lovvurderingssett
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav
from planstrategi.model.sections import Omtalt
from planstrategi.model.vocabulary import HVERT_AAR

WORK_GOES_ON = (*NEW_EDITION, None, "avklares")


class LegalJudgement(NamedTuple):
    """A judgement that counts, with its set."""

    sett: Lovvurderingssett
    vurdering: Lovvurdering

    @property
    def place(self) -> str:
        """Where the judgement stands."""
        return source_of(self.vurdering, LEGAL_JUDGEMENTS)


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that has been judged to answer a requirement wholly or partly.

    `svar` is the judgement, or what the register itself shows; `svar_naa` and `svar_neste` are what the edition in force
    and the planned ones can amount to at most, seen who adopts them. `vurdert` is where the judgement stands.
    `til_behandling` is true when the next edition has been heard already.
    """

    id: str
    navn: str
    svar: str
    grunn: str
    vurdert: str
    edition: Edition
    planned: tuple[PlannedEdition, ...]
    working_years: tuple[int, ...]
    svar_naa: str
    svar_neste: str
    kilde: str
    is_plan: bool = False
    til_behandling: bool = False
    planstrategien: bool = False


def judgements_by_requirement(register: Register) -> dict[str, list[LegalJudgement]]:
    """Return the judgements that count, by requirement: a later set replaces an earlier one on the same pair.

    A later judgement of the requirement as such (that nothing answers it, or that it is not relevant) replaces all
    the earlier ones of it.
    """
    found: dict[str, dict[tuple[str, str], LegalJudgement]] = {}
    for sett in sorted(register.legal_judgement_sets(), key=lambda one: one.naar):
        for krav in {one.krav for one in sett.vurderinger if not one.target[1]}:
            found.pop(krav, None)
        for vurdering in sett.vurderinger:
            found.setdefault(vurdering.krav, {})[vurdering.target] = LegalJudgement(sett, vurdering)
    return {krav: list(judged.values()) for krav, judged in found.items()}


def answers_to(register: Register, krav: Lovkrav, judged: list[LegalJudgement], shown: Shown | None) -> list[Answer]:
    """Return what has been judged to answer a requirement, or, where nobody could tell, what the register shows to."""
    if shown is None or krav.slag == "prosesskrav" or {one.vurdering.svar for one in judged} - {"ikke_vurdert"}:
        return [_answer(register, krav, one) for one in judged if one.vurdering.svar in ANSWERING]
    svar = "helt" if shown.gjort == "ja" else "delvis"
    return [_own_answer(register, register.dokument.tittel, svar, shown.tekst, shown.kilde)]


def last_edition(found: list[Answer]) -> Tid | None:
    """Return when the latest edition was made, of those that answer best; None when none is known."""
    best = [one for one in found if one.svar == "helt"] or found
    return max((one.edition.dato for one in best if one.edition.dato), key=lambda tid: tid.sist, default=None)


def _answer(register: Register, krav: Lovkrav, judged: LegalJudgement) -> Answer:
    vurdering = judged.vurdering
    if vurdering.plan:
        return _plan_answer(register, register.plans_by_id()[vurdering.plan], krav, judged)
    if vurdering.omtalt:
        document = next(one for one in register.omtalt if one.id == vurdering.omtalt)
        return _document_answer(register, document, krav, judged)
    return _own_answer(register, vurdering.target[1], vurdering.svar, vurdering.grunn, judged.place)


def _plan_answer(register: Register, plan: Plan, krav: Lovkrav, judged: LegalJudgement) -> Answer:
    edition, yearly = edition_of(register, plan), any(rule.regel == HVERT_AAR for rule in krav.gjentakelse)
    return Answer(
        id=plan.id, navn=plan.label, svar=judged.vurdering.svar, grunn=judged.vurdering.grunn, vurdert=judged.place,
        edition=edition, planned=tuple({one.dato: one for one in planned_editions(register, plan, yearly)}.values()),
        working_years=years_of_work(register)[plan.id] if yearly or plan.planbehov in WORK_GOES_ON else (),
        svar_naa=_at_most(krav, judged, edition.politisk), svar_neste=_at_most(krav, judged, political(plan.skal_vedtas_av)),
        kilde=source_of(plan), is_plan=True, til_behandling=plan.status == "til_behandling",
    )  # fmt: skip


def _document_answer(register: Register, document: Omtalt, krav: Lovkrav, judged: LegalJudgement) -> Answer:
    til = document.gyldig_til.sist if document.gyldig_til else ""
    politisk = political(document.vedtatt_av)
    exists = True if document.vedtatt else None
    edition = Edition(exists, document.vedtatt, "vedtatt", til=til, politisk=politisk)
    years = register.periode.years if document.aarlig else ()
    planned = tuple(PlannedEdition(f"{year}-12-31", "skal revideres hvert år") for year in years)
    return Answer(
        id=document.id, navn=document.navn, svar=judged.vurdering.svar, grunn=judged.vurdering.grunn, vurdert=judged.place,
        edition=edition, planned=planned, working_years=(),
        svar_naa=_at_most(krav, judged, politisk), svar_neste=judged.vurdering.svar, kilde=source_of(document),
    )  # fmt: skip


def _own_answer(register: Register, id: str, svar: str, grunn: str, vurdert: str) -> Answer:
    adopted = register.dokument.vedtatt
    known = True if adopted else None
    edition = Edition(known, adopted, "vedtatt", politisk=known)
    return Answer(
        id=id, navn=register.dokument.tittel, svar=svar, grunn=grunn, vurdert=vurdert, edition=edition, planned=(),
        working_years=(), svar_naa=svar, svar_neste=svar, kilde=source_of(register.dokument), planstrategien=True,
    )  # fmt: skip


def _at_most(krav: Lovkrav, judged: LegalJudgement, politisk: bool | None) -> str:
    # what the council itself must adopt is not wholly met by what the administration adopts
    administrative = krav.vedtas_av == "kommunestyret_selv" and politisk is False
    return "delvis" if administrative else judged.vurdering.svar
