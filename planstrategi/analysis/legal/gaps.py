"""What is to be done: gaps, questions that settle the unknown, due dates, and what must start before a decision."""

from typing import NamedTuple

from planstrategi.analysis.legal.answers import ON_ADOPTION, Answer, last_edition
from planstrategi.analysis.legal.coverage import Assessed, Status, assess, period_status, weakest_year
from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, legal_basis, recurrence_in_words, why
from planstrategi.analysis.legal.recurrence import DATED_RULES, Frist, overdue, said, shifted
from planstrategi.analysis.legal.statuses import ANNEN_ORDLYD, FRIST_I_AARET, IKKE_KJENT, IKKE_MOTT, IN_PERIOD, STEP_OF
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sentences import few
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model import vocabulary
from planstrategi.model.data_files import REGISTERFIL
from planstrategi.model.judgements import LEGAL_JUDGEMENTS
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Lovkrav

UNKNOWN_STEPS = (IKKE_KJENT, vocabulary.IKKE_VURDERT, vocabulary.VILKAAR_UKJENT)
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
    demanded = (one for one in assess(register) if one.krav.slag != "prosesskrav")
    found = (one for one in demanded if STEP_OF[period_status(one).kjent] == IKKE_MOTT)
    for assessed in sorted(found, key=_order):
        krav, year = assessed.krav, weakest_year(assessed)
        yield {
            "krav_id": krav.id, "krav": krav.navn, "styrke": vocabulary.STYRKE[krav.styrke], "aar": year.aar,
            "kravslag": vocabulary.KRAVSLAG[krav.slag], "hjemmel": legal_basis(krav, year.versjon), "status": year.status.kjent,
            "status_etter_plan": year.status.etter_plan, "hvorfor": why(assessed, year), "kilde": source_of(krav, LAW_CATALOGUE),
        }  # fmt: skip


def _order(assessed: Assessed) -> tuple[int, int, int]:
    krav, status = assessed.krav, weakest_year(assessed).status.kjent
    return list(vocabulary.STYRKE).index(krav.styrke), NEAR.index(krav.relevans), IN_PERIOD[status]


@columns("sporsmaal krav status felt skrives_i kravslag krav_id")
def questions(register: Register) -> Rows:
    """Return, for the core requirements that are unknown in some year, the one fact that would settle each.

    One row per question: `krav` lists the requirements it settles. Conditional ones are asked of too. `felt` is where
    the answer is written, and `skrives_i` its file and line.
    """
    found: dict[Question, Row] = {}
    for assessed in assess(register):
        krav = assessed.krav
        asked_of = krav.styrke != "kan" and (krav.relevans == "kjerne" or krav.vilkaar is not None)
        statuses = [year.status for year in assessed.years if STEP_OF[year.status.kjent] in UNKNOWN_STEPS]
        # the wording of other years is asked of last
        unknown = min(statuses, key=lambda one: one.kjent == ANNEN_ORDLYD, default=None)
        if asked_of and unknown:
            asked = _asked(register, assessed, unknown)
            first = {"krav": (), "status": unknown.kjent, "kravslag": vocabulary.KRAVSLAG[krav.slag], "krav_id": ()}
            row = found.setdefault(asked, asked._asdict() | first)
            row["krav"] += (krav.label,)
            row["krav_id"] += (krav.id,)
    return found.values()


def _asked(register: Register, assessed: Assessed, status: Status) -> Question:
    own, facts = status.answer is not None and status.answer.planstrategien, assessed.krav.besvares_av
    rests = ON_ADOPTION & {*facts} or (assessed.krav.slag == "prosesskrav" and status.kjent == vocabulary.GYLDIGHET_UKJENT)
    if own or (rests and not assessed.adopted):
        where = source_of(register.dokument)
        return Question("Er planstrategien vedtatt av kommunestyret, og når?", "vedtatt under dokument", where)
    if vocabulary.VEDTATT_INNEN_ETT_AAR in facts and not register.kommune.konstituert:
        return Question("Når konstituerte kommunestyret seg?", "konstituert under kommune", source_of(register.kommune))
    return _of_answer(status.answer) if status.answer else _of_requirement(register, assessed)


def _of_answer(answer: Answer) -> Question:
    """The first fact that is missing; the others follow when it is known."""
    if answer.edition.dato and answer.edition.politisk is None:
        return Question(f"Hvem vedtok «{answer.navn}»: kommunestyret eller administrasjonen?", "vedtatt_av", answer.kilde)
    new = any(one.oppgitt for one in answer.planned) and answer.edition.finnes is False
    asked = f"Ble «{answer.navn}» ferdig og vedtatt, og når?" if new else f"Er «{answer.navn}» vedtatt, og i så fall når?"
    return Question(asked, "vedtatt", answer.kilde)


def _of_requirement(register: Register, assessed: Assessed) -> Question:
    krav = assessed.krav
    asked = krav.sporsmaal or f"Har kommunen noe som svarer på kravet «{krav.navn}», og hva?"
    if not (assessed.judged or krav.vilkaar or krav.slag == "prosesskrav"):
        # when a plan was adopted, the register may say already
        own = [f"«{one.label}»" for one in register.planer if register.plan_type_names().get(one.plantype or "") == krav.navn]
        asked = f"{f'Svarer {few(own)}' if own else 'Hvilken plan eller hvilket dokument svarer'} på kravet «{krav.navn}»?"
    if krav.slag == "prosesskrav":
        return Question(asked, "gjort under prosess", next(map(source_of, assessed.prosess), REGISTERFIL))
    return Question(asked, "svar", next((one.place for one in assessed.judged), LEGAL_JUDGEMENTS))


@columns("paastand riktig krav_id kilde")
def misunderstandings(register: Register) -> Rows:
    """Return what many believe is statutory and is not, what is right, and the requirement it concerns."""
    for one in register.misunderstandings():
        yield {"paastand": one.paastand, "riktig": one.riktig, "krav_id": one.krav, "kilde": source_of(one, LAW_CATALOGUE)}


@columns("krav_id krav frist senest gjentakelse etter forfalt styrke relevans merknad kilde")
def upcoming(register: Register) -> Rows:
    """Return the next three due dates, from the register's date on, of every rule of what must be met in the period.

    `frist` is the last day (ISO); `senest` is true when it rests on an outer limit; what the last known edition meets
    already is passed over. `etter` is the section the rule stands in, `forfalt` the latest due date that has passed
    without a known edition that meets it: it must be met at once. A rule that counts from an edition nobody knows has
    one row without `frist`, and `merknad` says so; a duty that is kept up to date, or that an event sets off, has no
    date and no row.
    """
    for assessed in _applying(register):
        for rule in assessed.krav.gjentakelse:
            late = _overdue(assessed, rule)
            shared = _named(assessed.krav) | {
                "gjentakelse": recurrence_in_words(rule), "etter": rule.etter, "forfalt": late.dato if late else None,
                "kilde": source_of(rule, LAW_CATALOGUE),
            }  # fmt: skip
            for frist in _ahead(assessed, rule)[:3]:
                yield shared | {"frist": frist.dato, "senest": frist.senest, "merknad": rule.merknad}
            if rule.regel == vocabulary.MED_AARS_MELLOMROM and last_edition(assessed.answers) is None:
                judged = assessed.answers or {one.vurdering.svar for one in assessed.judged} - {"ikke_vurdert"}
                what = "Siste utgave er ikke kjent" if judged else "Ingen har vurdert hva som svarer"
                yield shared | {"frist": None, "senest": None, "merknad": f"{what}, så fristen kan ikke regnes ut."}


def next_due(register: Register) -> dict[str, str]:
    """Return the next due date of each requirement, in words, the nearest first."""
    frame = upcoming(register).dropna(subset="frist").sort_values("frist", kind="stable").drop_duplicates("krav_id")
    return {krav: said(Frist(*when)) for krav, *when in frame[["krav_id", "frist", "senest"]].itertuples(index=False)}


def _applying(register: Register) -> list[Assessed]:
    """Return the requirements that somebody has to meet in some year of the period."""
    none = {vocabulary.IKKE_AKTUELT, vocabulary.GJELDER_IKKE}
    return [one for one in assess(register) if not {year.status.kjent for year in one.years} <= none]


def _named(krav: Lovkrav) -> Row:
    return {"krav_id": krav.id, "krav": krav.label, "styrke": vocabulary.STYRKE[krav.styrke], "relevans": krav.relevans}


def _ahead(assessed: Assessed, rule: Gjentakelse) -> list[Frist]:
    return [due.frist for due in assessed.due if due.rule is rule]


def _overdue(assessed: Assessed, rule: Gjentakelse) -> Frist | None:
    """What has passed is overdue only when it is known what there is: an edition, or judged to be nothing at all."""
    versjon = assessed.krav.version_on(assessed.day)
    judged, answers = assessed.in_wording(versjon)
    last, nothing = last_edition(answers), not answers and any(one.vurdering.svar == "ikke" for one in judged)
    if versjon is None or not (last or nothing):
        return None
    return overdue(rule, assessed.terms, last, versjon.fra.forst if versjon.fra else "", assessed.day)


@columns("krav_id navn vedtak senest vedtak_fra steg dager_foer start_senest etter kilde")
def decision_steps(register: Register) -> Rows:
    """Return the latest day each step must start before a decision of the council that is due or planned.

    `vedtak` is the last day of the decision, `senest` that it rests on an outer limit, `vedtak_fra` whether the law or
    the register sets it; `start_senest` is `dager_foer` days earlier, and `etter` the section that sets the days. A
    plan without a stated finish, or one that has been heard already, has no row. Time for the case comes on top.
    """
    steps = [
        decision | {
            "krav_id": one.krav.id, "steg": step.steg, "dager_foer": step.dager_foer, "kilde": source_of(step, LAW_CATALOGUE),
            "start_senest": shifted(decision["vedtak"], -step.dager_foer), "etter": step.etter,
        }
        for one in _applying(register) for decision in _decisions(one) for step in one.krav.saksgang
    ]  # fmt: skip
    return sorted(steps, key=lambda row: row["start_senest"])


def _decisions(assessed: Assessed) -> Rows:
    for rule in assessed.krav.gjentakelse:
        for frist in _ahead(assessed, rule)[:1] if rule.regel in DATED_RULES else ():
            yield {"navn": assessed.krav.label, "vedtak": frist.dato, "senest": frist.senest, "vedtak_fra": rule.etter}
    for answer in assessed.answers:
        for one in () if answer.til_behandling else answer.planned:
            if one.oppgitt and one.dato >= assessed.day:
                yield {"navn": answer.navn, "vedtak": one.dato, "senest": True, "vedtak_fra": f"registeret: {one.ord}"}


@columns("krav_id krav aar frist senest svarer merkede_aar styrke relevans hvorfor kilde")
def missed(register: Register) -> Rows:
    """Return the due dates in the period that nothing known and no planned edition of the register meets in time."""
    for assessed in assess(register):
        for year in assessed.years:
            if year.due and year.status.kjent == FRIST_I_AARET:
                answers = assessed.in_wording(year.versjon)[1]
                worked = {working for answer in answers for working in answer.working_years}
                yield _named(assessed.krav) | {
                    "aar": year.aar, "frist": year.due.frist.dato, "senest": year.due.frist.senest,
                    "svarer": tuple(answer.navn for answer in answers), "merkede_aar": tuple(sorted(worked)),
                    "hvorfor": why(assessed, year), "kilde": source_of(assessed.krav, LAW_CATALOGUE),
                }  # fmt: skip
