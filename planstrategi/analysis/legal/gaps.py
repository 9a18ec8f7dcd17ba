"""What is missing: gaps worth a council's time, questions that settle the unknown, plans with nothing behind them."""

import pandas as pd

from planstrategi.analysis.legal.answers import Answer
from planstrategi.analysis.legal.coverage import IN_PERIOD, UKJENT, Assessed, Status, YearStatus, assess, weakest_year
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, legal_basis, why
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.judgements import LEGAL_JUDGEMENTS
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav
from planstrategi.model.vocabulary import KRAVSLAG, STYRKE

GAPS = ("udekket", "utløpt", "frist i året", "bevisst utelatt")
UNKNOWN_STATUSES = ("gyldighet ukjent", "ikke vurdert")
NEAR = ("kjerne", "sektor", "betinget")


def gaps(register: Register) -> pd.DataFrame:
    """Return the requirements (skal, bør) that nothing shown meets in at least one year of the period.

    Something may answer in the other years, or be late for a due date; `udekket` is but one of the statuses here.

    In order of strength, then nearness to the planstrategi, then how bad the worst year is. `aar` is the first year
    with that status, and counts also what comes into force after the register's date. `hvorfor` is the reason. What is
    deliberately left out says so. Process requirements, which have a table of their own, and daily running (`drift`),
    which seldom has a row, are left out.
    """
    found = [(assessed, weakest_year(assessed)) for assessed in assess(register) if _is_worth_it(assessed.krav)]
    kept = sorted((pair for pair in found if pair[1].status.kjent in GAPS), key=_order)
    rows = [
        (a.krav.id, a.krav.navn, STYRKE[a.krav.styrke], KRAVSLAG[a.krav.slag], year.status.kjent, year.aar,
         year.status.etter_plan, legal_basis(a.krav, year.versjon), why(a, year), source_of(a.krav, LAW_CATALOGUE))
        for a, year in kept
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=GAP_COLUMNS)


GAP_COLUMNS = (
    "krav_id", "krav", "styrke", "kravslag", "status", "aar", "status_etter_plan", "hjemmel", "hvorfor", "kilde",
)  # fmt: skip


def _is_worth_it(krav: Lovkrav) -> bool:
    return krav.slag != "prosesskrav" and krav.styrke != "kan" and krav.relevans in NEAR


def _order(pair: tuple[Assessed, YearStatus]) -> tuple[int, int, int]:
    krav, status = pair[0].krav, pair[1].status.kjent
    return list(STYRKE).index(krav.styrke), NEAR.index(krav.relevans), IN_PERIOD[status]


def questions(register: Register) -> pd.DataFrame:
    """Return, for the core requirements that are unknown in some year, the one fact that would settle each.

    One row per question: `krav` lists the requirements it settles. Conditional ones are asked of too. `felt` is where
    the answer is written, and `skrives_i` its file and line.
    """
    found: dict[tuple[str, str, str], list[tuple[Assessed, str]]] = {}
    for assessed in assess(register):
        unknown = [year.status for year in assessed.years if year.status.kjent in UNKNOWN_STATUSES]
        if unknown and _is_asked(assessed.krav):
            key = _asked(register, assessed, unknown[0])
            found.setdefault(key, []).append((assessed, unknown[0].kjent))
    rows = [
        (asked, tuple(a.krav.label for a, _ in settled), settled[0][1], felt, where,
         KRAVSLAG[settled[0][0].krav.slag], tuple(a.krav.id for a, _ in settled))
        for (asked, felt, where), settled in found.items()
    ]  # fmt: skip
    columns = ["sporsmaal", "krav", "status", "felt", "skrives_i", "kravslag", "krav_id"]
    return pd.DataFrame(rows, columns=columns)


def _is_asked(krav: Lovkrav) -> bool:
    return krav.styrke != "kan" and (krav.relevans == "kjerne" or krav.vilkaar is not None)


def _asked(register: Register, assessed: Assessed, status: Status) -> tuple[str, str, str]:
    own = status.answer is not None and status.answer.judged.vurdering.planstrategien
    if own or (assessed.krav.slag == "prosesskrav" and status.kjent == UKJENT):
        where = source_of(register.dokument)
        return "Er planstrategien vedtatt av kommunestyret, og når?", "vedtatt under dokument", where
    return _of_answer(status.answer) if status.answer else _of_requirement(assessed)


def _of_answer(answer: Answer) -> tuple[str, str, str]:
    """The first fact that is missing; the others follow when it is known."""
    if answer.edition.dato and answer.edition.politisk is None:
        return f"Hvem vedtok «{answer.navn}»: kommunestyret eller administrasjonen?", "vedtatt_av", answer.kilde
    if any(one.oppgitt for one in answer.planned) and answer.edition.finnes is False:
        return f"Ble «{answer.navn}» ferdig og vedtatt, og når?", "vedtatt", answer.kilde
    return f"Er «{answer.navn}» vedtatt, og i så fall når?", "vedtatt", answer.kilde


def _of_requirement(assessed: Assessed) -> tuple[str, str, str]:
    krav = assessed.krav
    asked = krav.sporsmaal or f"Har kommunen noe som svarer på kravet «{krav.navn}», og hva?"
    if krav.slag == "prosesskrav":
        told = [source_of(one) for one in assessed.prosess]
        return asked, "gjort under prosess", next(iter(told), "register.yaml")
    judged = [source_of(one.vurdering, LEGAL_JUDGEMENTS) for one in assessed.judged]
    return asked, "svar", next(iter(judged), LEGAL_JUDGEMENTS)


def misunderstandings(register: Register) -> pd.DataFrame:
    """Return what many believe is statutory and is not, what is right, and the requirement it concerns."""
    rows = [(one.paastand, one.riktig, one.krav, source_of(one, LAW_CATALOGUE)) for one in register.misunderstandings()]
    return pd.DataFrame(rows, columns=["paastand", "riktig", "krav_id", "kilde"])
