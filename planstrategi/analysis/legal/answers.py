"""Judgements + facts → what answers a requirement: its edition in force, and the editions the register plans.

A plan, a document without a row, or the planstrategi itself can answer. What is not known stays unknown. What the
register itself says answers too, so that nobody is asked for it again: which facts answer which requirement stands in
the catalogue (`besvares_av`).

Plan- og bygningsloven § 10-1 (https://lovdata.no/lov/2008-06-27-71/§10-1): the council shall adopt a planstrategi at
least once in every term, and within one year of its constitution (first paragraph, first sentence); it shall then take
a stand on whether the kommuneplan or parts of it are revised or kept (third paragraph, first sentence).
"""

from collections.abc import Callable
from typing import NamedTuple

from planstrategi.analysis.legal.recurrence import Calendar, shifted
from planstrategi.analysis.shared.editions import NEW_EDITION, Edition, PlannedEdition, edition_of, planned_editions, political
from planstrategi.analysis.shared.sentences import listed
from planstrategi.analysis.shared.sources import source_of
from planstrategi.analysis.shared.work_years import work_of
from planstrategi.model.dates import MONTHS_IN_YEAR, Tid, in_words, months_later
from planstrategi.model.judgements import ANSWERING, LEGAL_JUDGEMENTS, Lovvurdering, Lovvurderingssett
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav, Versjon
from planstrategi.model.sections import Omtalt
from planstrategi.model.vocabulary import BESLUTNINGER, HVERT_AAR, VEDTATT, VEDTATT_INNEN_ETT_AAR

DAYS_OF_NOTICE = 14
# the facts that nobody has before the planstrategi is adopted
ON_ADOPTION = {VEDTATT, VEDTATT_INNEN_ETT_AAR}


class Shown(NamedTuple):
    """What the register shows of a requirement: whether it is done (ja, delvis, nei), in words, and where it stands."""

    gjort: str
    tekst: str
    kilde: str


class LegalJudgement(NamedTuple):
    """A judgement that counts, with its set, and the version whose wording it was read against, if any was in force."""

    sett: Lovvurderingssett
    vurdering: Lovvurdering
    versjon: Versjon | None

    @property
    def place(self) -> str:
        """Where the judgement stands."""
        return source_of(self.vurdering, LEGAL_JUDGEMENTS)


class Answer(NamedTuple):
    """One thing that has been judged to answer a requirement wholly, partly or perhaps, in the wording of `versjon`.

    `svar` is the judgement, or what the register itself shows; `svar_naa` and `svar_neste` are what the edition in force
    and the planned ones can amount to at most, seen who adopts them. `vurdert` is where the judgement stands.
    `working_years` are the years in which facts say that there is work. `plan` is the id of a plan, and
    `til_behandling` is true when its next edition has been heard already.
    """

    navn: str
    svar: str
    grunn: str
    vurdert: str
    edition: Edition
    svar_naa: str
    svar_neste: str
    kilde: str
    planned: tuple[PlannedEdition, ...] = ()
    working_years: tuple[int, ...] = ()
    plan: str = ""
    til_behandling: bool = False
    planstrategien: bool = False
    versjon: Versjon | None = None


def judgements_by_requirement(register: Register) -> dict[str, list[LegalJudgement]]:
    """Return the judgements that count, by requirement: a later set replaces an earlier one on the same pair and wording.

    A later judgement of the requirement as such (that nothing answers it, or that it is not relevant) replaces all
    the earlier ones of it in that wording.
    """
    requirements = {krav.id: krav for krav in register.requirements()}
    found: dict[str, dict[tuple[int, tuple[str, str]], LegalJudgement]] = {}
    for sett in sorted(register.legal_judgement_sets(), key=lambda one: one.naar):
        read = [LegalJudgement(sett, one, requirements[one.krav].version_on(sett.wording_of(one))) for one in sett.vurderinger]
        for krav, wording in {(one.vurdering.krav, id(one.versjon)) for one in read if not one.vurdering.target[1]}:
            found[krav] = {key: one for key, one in found.get(krav, {}).items() if key[0] != wording}
        for one in read:
            found.setdefault(one.vurdering.krav, {})[id(one.versjon), one.vurdering.target] = one
    return {krav: list(judged.values()) for krav, judged in found.items()}


def answers_to(register: Register, krav: Lovkrav, judged: list[LegalJudgement], shown: Shown | None) -> list[Answer]:
    """Return what has been judged to answer each version, or, where nobody could tell, what the register shows to."""
    found: list[Answer] = []
    for versjon in krav.versjoner:
        read = [one for one in judged if one.versjon is versjon]
        found += [one._replace(versjon=versjon) for one in _answers_in_wording(register, krav, read, shown)]
    return found


def _answers_in_wording(register: Register, krav: Lovkrav, judged: list[LegalJudgement], shown: Shown | None) -> list[Answer]:
    if shown is None or krav.slag == "prosesskrav" or {one.vurdering.svar for one in judged} - {"ikke_vurdert"}:
        return [_answer(register, krav, one) for one in judged if one.vurdering.svar in ANSWERING]
    own = _own_answer(register, "helt" if shown.gjort == "ja" else "delvis", shown.tekst, shown.kilde)
    # the next planstrategi may have a row
    following = [plan for plan in register.planer if plan.plantype == "planstrategi"]
    planned = tuple(one for plan in following for one in planned_editions(register, plan, yearly=False))
    worked = tuple(year for plan in following for year in work_of(register, plan).kjente)
    return [own._replace(planned=planned, working_years=worked)]


def last_edition(found: list[Answer]) -> Tid | None:
    """Return when the latest edition was made, of those that answer best; None when none is known to."""
    best = [one for one in found if one.svar == "helt"] or [one for one in found if one.svar != "kanskje"]
    return max((one.edition.dato for one in best if one.edition.dato), key=lambda tid: tid.sist, default=None)


def _answer(register: Register, krav: Lovkrav, judged: LegalJudgement) -> Answer:
    vurdering = judged.vurdering
    if vurdering.plan:
        return _plan_answer(register, register.plans_by_id()[vurdering.plan], krav, judged)
    if vurdering.omtalt:
        return _document_answer(register, next(one for one in register.omtalt if one.id == vurdering.omtalt), krav, judged)
    return _own_answer(register, vurdering.svar, vurdering.grunn, judged.place)


def _plan_answer(register: Register, plan: Plan, krav: Lovkrav, judged: LegalJudgement) -> Answer:
    edition, yearly = edition_of(register, plan), any(rule.regel == HVERT_AAR for rule in krav.gjentakelse)
    known = work_of(register, plan).kjente if yearly or plan.planbehov in (*NEW_EDITION, None, "avklares") else ()
    planned = list(planned_editions(register, plan, yearly))
    if known and not planned and plan.planbehov in NEW_EDITION:
        planned = [PlannedEdition(f"{known[-1]}-12-31", f"arbeid i {known[-1]}; når planen er ferdig, sier kilden ikke")]
    return Answer(
        plan=plan.id, navn=plan.label, svar=judged.vurdering.svar, grunn=judged.vurdering.grunn, vurdert=judged.place,
        edition=edition, planned=tuple({one.dato: one for one in planned}.values()), working_years=known,
        svar_naa=_at_most(krav, judged, edition.politisk), svar_neste=_at_most(krav, judged, political(plan.skal_vedtas_av)),
        kilde=source_of(plan), til_behandling=plan.status == "til_behandling",
    )  # fmt: skip


def _document_answer(register: Register, document: Omtalt, krav: Lovkrav, judged: LegalJudgement) -> Answer:
    til = document.gyldig_til.sist if document.gyldig_til else ""
    adopted, politisk = document.vedtatt, political(document.vedtatt_av)
    edition = Edition(True if adopted else None, adopted, "vedtatt", til=til, politisk=politisk)
    years = register.periode.years if document.aarlig else ()
    planned = tuple(PlannedEdition(f"{year}-12-31", "skal revideres hvert år", blir_ferdig=True) for year in years)
    return Answer(
        navn=document.navn, svar=judged.vurdering.svar, grunn=judged.vurdering.grunn, vurdert=judged.place,
        edition=edition, planned=planned,
        svar_naa=_at_most(krav, judged, politisk), svar_neste=judged.vurdering.svar, kilde=source_of(document),
    )  # fmt: skip


def _own_answer(register: Register, svar: str, grunn: str, vurdert: str) -> Answer:
    adopted = register.dokument.vedtatt
    known = True if adopted else None
    edition = Edition(known, adopted, "vedtatt", politisk=known)
    return Answer(
        navn=register.dokument.tittel, svar=svar, grunn=grunn, vurdert=vurdert, edition=edition,
        svar_naa=svar, svar_neste=svar, kilde=source_of(register.dokument), planstrategien=True,
    )  # fmt: skip


def _at_most(krav: Lovkrav, judged: LegalJudgement, politisk: bool | None) -> str:
    # what the council itself must adopt is not wholly met by what the administration adopts
    administrative = krav.vedtas_av == "kommunestyret_selv" and politisk is False
    return "delvis" if administrative and judged.vurdering.svar == "helt" else judged.vurdering.svar


def shown_by_register(register: Register, terms: Calendar, krav: Lovkrav) -> Shown | None:
    """Return what the register itself shows of a requirement, None when it shows nothing; a part of it is `delvis`."""
    facts = [_FACTS[name](register, terms) for name in krav.besvares_av]
    known = [fact for fact in facts if fact]
    done = {fact.gjort if fact else "delvis" for fact in facts}
    gjort = "nei" if "nei" in done else "delvis" if "delvis" in done else "ja"
    return Shown(gjort, " ".join(fact.tekst for fact in known), known[0].kilde) if known else None


def adopted_term(register: Register, terms: Calendar) -> int | None:
    """Return the council term that most of the period lies in, when the planstrategi is adopted in it, else None."""
    vedtatt, middle = register.dokument.vedtatt, (register.periode.fra + register.periode.til) // 2
    term = terms.term_of(f"{middle}-01-01")
    if vedtatt is None or term < 0:
        return None
    return term if terms.term_of(vedtatt.forst) == terms.term_of(vedtatt.sist) == term else None


def _adopted(register: Register, terms: Calendar) -> Shown | None:
    vedtatt = register.dokument.vedtatt
    if vedtatt is None or adopted_term(register, terms) is None:
        return None
    return Shown("ja", f"Kommunestyret vedtok planstrategien {in_words(vedtatt.tekst)}.", source_of(register.dokument))


def _adopted_in_time(register: Register, terms: Calendar) -> Shown | None:
    """Return whether it was adopted within a year, None when the day of constitution is not known and decides it.

    The meeting is called with at least 14 days' notice after the election is settled, and held by the outer limit
    (kommuneloven § 7-1 first paragraph, https://lovdata.no/lov/2018-06-22-83/§7-1).
    """
    adopted, term, vedtatt = _adopted(register, terms), adopted_term(register, terms), register.dokument.vedtatt
    if adopted is None or term is None or vedtatt is None:
        return None
    late = terms.constituted[term]
    elected = {str(valg.aar): valg.valgdag for valg in register.elections() if valg.valgdag}.get(late.dato[:4])
    early = (elected and shifted(elected, DAYS_OF_NOTICE)) if late.senest else late.dato
    if early and vedtatt.sist <= months_later(early, MONTHS_IN_YEAR):
        return adopted
    return adopted._replace(gjort="nei") if vedtatt.forst > months_later(late.dato, MONTHS_IN_YEAR) else None


def _decided(register: Register, _: Calendar) -> Shown | None:
    # a row of the part decides for it as much as the text does
    rows = [plan for plan in register.planer if plan.is_kommuneplan and plan.planbehov not in (None, "avklares")]
    decided = {one.plan for one in register.beslutninger} | {plan.id for plan in rows}
    if not decided:
        return None
    parts = {plan.id for plan in register.planer if plan.is_kommuneplan}
    said = f"Registeret viser hva som er bestemt for {listed([plan.navn for plan in register.planer if plan.id in decided])}."
    return Shown("ja" if parts <= decided else "delvis", said, source_of([*register.beslutninger, *rows][0]))


_FACTS: dict[str, Callable[[Register, Calendar], Shown | None]] = {
    VEDTATT: _adopted,
    VEDTATT_INNEN_ETT_AAR: _adopted_in_time,
    BESLUTNINGER: _decided,
}
