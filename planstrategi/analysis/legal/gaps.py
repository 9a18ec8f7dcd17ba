"""What is missing: gaps worth a council's time, questions that settle the unknown, and what many wrongly believe."""

from typing import NamedTuple

from planstrategi.analysis.legal.answers import ON_ADOPTION, Answer
from planstrategi.analysis.legal.coverage import Assessed, Status, assess, period_status, weakest_year
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, legal_basis, why
from planstrategi.analysis.legal.statuses import IKKE_MOTT, IN_PERIOD, STEP_OF
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.judgements import LEGAL_JUDGEMENTS
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav
from planstrategi.model.vocabulary import GYLDIGHET_UKJENT, IKKE_VURDERT, KRAVSLAG, STYRKE, VEDTATT_INNEN_ETT_AAR, VILKAAR_UKJENT

UNKNOWN_STATUSES = (GYLDIGHET_UKJENT, IKKE_VURDERT, VILKAAR_UKJENT)
# the nearest to the planstrategi first
NEAR = ("kjerne", "sektor", "betinget", "drift")


class Question(NamedTuple):
    """What the municipality must answer, the field the answer is written in, and its file and line."""

    sporsmaal: str
    felt: str
    skrives_i: str


@columns("krav_id krav styrke kravslag status aar status_etter_plan hjemmel hvorfor kilde")
def gaps(register: Register) -> Rows:
    """Return the requirements (skal, bør) that somebody has judged, and that nothing shown meets in at least one year.

    They are those of the step `ikke møtt` of `lovtrakt`, process requirements aside: what nobody has judged is no gap.
    In order of strength, then nearness to the planstrategi, then how bad the worst year is. `aar` is the first year
    with that status, and `hvorfor` the reason. What is deliberately left out says so.
    """
    found = [one for one in assess(register) if _is_demanded(one.krav) and STEP_OF[period_status(one).kjent] == IKKE_MOTT]
    for assessed in sorted(found, key=_order):
        krav, year = assessed.krav, weakest_year(assessed)
        yield {
            "krav_id": krav.id, "krav": krav.navn, "styrke": STYRKE[krav.styrke], "kravslag": KRAVSLAG[krav.slag],
            "status": year.status.kjent, "aar": year.aar, "status_etter_plan": year.status.etter_plan,
            "hjemmel": legal_basis(krav, year.versjon), "hvorfor": why(assessed, year),
            "kilde": source_of(krav, LAW_CATALOGUE),
        }  # fmt: skip


def _is_demanded(krav: Lovkrav) -> bool:
    return krav.slag != "prosesskrav" and krav.styrke != "kan"


def _order(assessed: Assessed) -> tuple[int, int, int]:
    krav, status = assessed.krav, weakest_year(assessed).status.kjent
    return list(STYRKE).index(krav.styrke), NEAR.index(krav.relevans), IN_PERIOD[status]


@columns("sporsmaal krav status felt skrives_i kravslag krav_id")
def questions(register: Register) -> Rows:
    """Return, for the core requirements that are unknown in some year, the one fact that would settle each.

    One row per question: `krav` lists the requirements it settles. Conditional ones are asked of too. `felt` is where
    the answer is written, and `skrives_i` its file and line.
    """
    found: dict[Question, Row] = {}
    for assessed in assess(register):
        krav = assessed.krav
        unknown = next((year.status for year in assessed.years if year.status.kjent in UNKNOWN_STATUSES), None)
        if unknown and _is_asked(krav):
            asked = _asked(register, assessed, unknown)
            first = {"krav": (), "status": unknown.kjent, "kravslag": KRAVSLAG[krav.slag], "krav_id": ()}
            row = found.setdefault(asked, asked._asdict() | first)
            row["krav"] += (krav.label,)
            row["krav_id"] += (krav.id,)
    return found.values()


def _is_asked(krav: Lovkrav) -> bool:
    return krav.styrke != "kan" and (krav.relevans == "kjerne" or krav.vilkaar is not None)


def _asked(register: Register, assessed: Assessed, status: Status) -> Question:
    own, facts = status.answer is not None and status.answer.planstrategien, assessed.krav.besvares_av
    rests = ON_ADOPTION & {*facts} or (assessed.krav.slag == "prosesskrav" and status.kjent == GYLDIGHET_UKJENT)
    if own or (rests and not assessed.adopted):
        where = source_of(register.dokument)
        return Question("Er planstrategien vedtatt av kommunestyret, og når?", "vedtatt under dokument", where)
    if VEDTATT_INNEN_ETT_AAR in facts and not register.kommune.konstituert:
        return Question("Når konstituerte kommunestyret seg?", "konstituert under kommune", source_of(register.kommune))
    return _of_answer(status.answer) if status.answer else _of_requirement(assessed)


def _of_answer(answer: Answer) -> Question:
    """The first fact that is missing; the others follow when it is known."""
    if answer.edition.dato and answer.edition.politisk is None:
        asked = f"Hvem vedtok «{answer.navn}»: kommunestyret eller administrasjonen?"
        return Question(asked, "vedtatt_av", answer.kilde)
    if any(one.oppgitt for one in answer.planned) and answer.edition.finnes is False:
        return Question(f"Ble «{answer.navn}» ferdig og vedtatt, og når?", "vedtatt", answer.kilde)
    return Question(f"Er «{answer.navn}» vedtatt, og i så fall når?", "vedtatt", answer.kilde)


def _of_requirement(assessed: Assessed) -> Question:
    krav = assessed.krav
    asked = krav.sporsmaal or f"Har kommunen noe som svarer på kravet «{krav.navn}», og hva?"
    if not (assessed.judged or krav.vilkaar or krav.slag == "prosesskrav"):
        # when a plan was adopted, the register may say already
        asked = f"Hvilken plan eller hvilket dokument svarer på kravet «{krav.navn}»?"
    if krav.slag == "prosesskrav":
        shown = (source_of(one) for one in assessed.prosess)
        return Question(asked, "gjort under prosess", next(shown, REGISTERFIL))
    judged = (source_of(one.vurdering, LEGAL_JUDGEMENTS) for one in assessed.judged)
    return Question(asked, "svar", next(judged, LEGAL_JUDGEMENTS))


@columns("paastand riktig krav_id kilde")
def misunderstandings(register: Register) -> Rows:
    """Return what many believe is statutory and is not, what is right, and the requirement it concerns."""
    for one in register.misunderstandings():
        yield {"paastand": one.paastand, "riktig": one.riktig, "krav_id": one.krav, "kilde": source_of(one, LAW_CATALOGUE)}
