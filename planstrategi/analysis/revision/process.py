"""The work with the next planstrategi as a dated plan, counted back from the decision of the council; and what came in.

The dated_steps, their sections and links are data; the days are those somebody has set, and the last that the law allows.
"""

from collections.abc import Callable
from typing import NamedTuple

from planstrategi.analysis.legal.reasons import LAW_CATALOGUE, cited
from planstrategi.analysis.legal.recurrence import Calendar, Frist, all_due_dates, council_calendar, shifted
from planstrategi.analysis.revision.carry_over import next_period
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import Finding, counted, in_order
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model import vocabulary
from planstrategi.model.dates import in_words
from planstrategi.model.process import Prosessdag
from planstrategi.model.register import Register
from planstrategi.model.requirements import TERM_YEARS, Gjentakelse, Lovkrav, Prosessteg, Saksgang


class ProcessStep(NamedTuple):
    """A step of the process: its last day, if any, the day somebody has set, and the section.

    The last day is the one that the law allows (`av_loven`), or earlier where the days that are set for other steps ask it.
    """

    steg: Prosessteg
    frist: Frist | None
    dag: Prosessdag | None
    etter: str | None
    lenke: str | None
    av_loven: Frist | None

    @property
    def is_late(self) -> bool:
        """Whether the day that is set is after the last."""
        return bool(self.dag and self.frist and self.dag.dato > self.frist.dato)

    @property
    def counts(self) -> Frist | None:
        """The day that others are counted from: the one that is set, unless it is too late."""
        return Frist(self.dag.dato) if self.dag and not self.is_late else self.frist


def process_start(register: Register) -> int:
    """Return the first year of the planstrategi that the process is for: as the file of its days says, else the next."""
    return register.prosessplan.fra if register.prosessplan else next_period(register).fra


def dated_steps(register: Register) -> list[ProcessStep]:
    """Return the steps of the process in order, none where no council's term can be counted."""
    terms, days = council_calendar(register), {day.steg: day for day in register.process_days()}
    # the term that most of the period lies in
    number = terms.term_of(f"{process_start(register) + (TERM_YEARS - 1) // 2}-01-01")
    found: dict[str, ProcessStep] = {}
    # what a step waits for may stand further down
    for one in reversed(register.process_steps() if number >= 0 else ()):
        found[one.id] = _step(_Counted(register, terms, number, days, found), one)
    return list(reversed(found.values()))


class _Counted(NamedTuple):
    """What a last day is counted from: the council's term, the days that are set, and the steps further down."""

    register: Register
    terms: Calendar
    number: int
    days: dict[str, Prosessdag]
    later: dict[str, ProcessStep]


def _step(counted_from: _Counted, steg: Prosessteg) -> ProcessStep:
    krav = next((one for one in counted_from.register.requirements() if one.id == steg.krav), None)
    frist, source = _LAST_DAY[steg.regnes](counted_from, steg, krav)
    basis = next((one for one in krav.hjemmel if one.rolle is None), None) if krav else None
    etter = steg.etter or (source.etter if source else cited(basis) if basis else None)
    lenke = steg.lenke or (source.lenke if source else basis.lenke if basis else None)
    return ProcessStep(steg, _in_time(counted_from, steg, frist), counted_from.days.get(steg.id), etter, lenke, frist)


def _in_time(at: _Counted, steg: Prosessteg, frist: Frist | None) -> Frist | None:
    """Return the last day of the law, or one before it: what is there when the work begins, is so before any step of it."""
    if not (frist and steg.klart_til and steg.regnes == vocabulary.FRIST_I_KRAVET):
        return frist
    begun = at.days.get(steg.klart_til)
    work = [Frist(one.counts.dato, True) for one in at.later.values() if one.counts and one.steg.klart_til != steg.klart_til]
    return min([*([Frist(begun.dato)] if begun else []), frist, *work], key=lambda one: one.dato)


# the last day, and the record that sets it where it is not the step itself
_Last = tuple[Frist | None, Gjentakelse | Saksgang | None]


def _election(at: _Counted, steg: Prosessteg, krav: Lovkrav | None) -> _Last:
    year = int(at.terms.constituted[at.number].dato[:4])
    known = next((valg.valgdag for valg in at.register.elections() if valg.aar == year), None)
    return Frist(known or f"{year}-09-30", known is None), None


def _of_requirement(at: _Counted, steg: Prosessteg, krav: Lovkrav | None) -> _Last:
    for rule in krav.gjentakelse if krav else ():
        for due in all_due_dates(rule, at.terms, None):
            if at.terms.term_of(due.dato) == at.number:
                return due, rule
    return None, None


def _before(at: _Counted, steg: Prosessteg, krav: Lovkrav | None) -> _Last:
    then, case = at.later.get(steg.klart_til or ""), next(iter(krav.saksgang), None) if krav else None
    last = then.counts if then else None
    return (Frist(shifted(last.dato, -case.dager_foer), last.senest), case) if last and case else (None, None)


_LAST_DAY: dict[str, Callable[[_Counted, Prosessteg, Lovkrav | None], _Last]] = {
    vocabulary.VALGDAG: _election,
    vocabulary.KONSTITUERING: lambda at, steg, krav: (at.terms.constituted[at.number], None),
    vocabulary.FRIST_I_KRAVET: _of_requirement,
    vocabulary.FOER_STEGET: _before,
    vocabulary.UTEN_DAG: lambda at, steg, krav: (None, None),
}


@columns("steg_id steg siste_dag senest dato slag forhold etter lenke merknad kilde", senest="boolean")
def process_plan(register: Register) -> Rows:
    """Return the steps of the work with the next planstrategi, in order, with the last day of each and the day that is set.

    `siste_dag` (ISO) is the last that the law allows, missing where it sets none, and earlier where a day that is set for
    what the step is the basis of asks it; `senest` is true when it rests on an outer limit. `dato` is the day somebody
    has set, `slag` whether it has happened, is decided or proposed; `forhold` says when that is after the last day.
    `etter` and `lenke` are the section.
    """
    for one in dated_steps(register):
        day = one.dag
        yield {
            "steg_id": one.steg.id, "steg": one.steg.navn, "siste_dag": one.frist.dato if one.frist else None,
            "senest": one.frist.senest if one.frist else None, "dato": day.dato if day else None,
            "slag": vocabulary.DAGSLAG[day.slag] if day else None, "forhold": "etter fristen" if one.is_late else None,
            "etter": one.etter, "lenke": one.lenke,
            "merknad": in_order(day.merknad or "" if day else "", one.steg.merknad or "") or None,
            "kilde": source_of(day, "prosessplan.yaml") if day else source_of(one.steg, LAW_CATALOGUE),
        }  # fmt: skip


def process_finding(register: Register) -> Finding:
    """By when the next planstrategi must be adopted; under it by when the proposal is public, and what is set too late."""
    found = {one.steg.id: one for one in dated_steps(register)}
    decision, public = found.get("vedtak"), found.get("offentlig")
    if not decision or not decision.frist:
        return Finding("Når planstrategien må vedtas, kan ikke regnes ut.")
    start, day = process_start(register), decision.frist.dato
    limit = "Dagen er en ytre grense, fordi konstitueringen ikke er kjent." if decision.frist.senest else ""
    what = f"Forslaget må være offentlig senest {in_words(public.frist.dato)}." if public and public.frist else ""
    late = sum(one.is_late for one in found.values())
    wrong = f"{counted(late, 'steg', 'steg')} er satt til etter fristen." if late else ""
    # the law says when a council must adopt one, not of which years
    own = f"Planstrategien for {start}–{start + TERM_YEARS - 1} må vedtas" if day.startswith(str(start)) else ""
    return Finding(f"{own or 'Kommunestyret må vedta en planstrategi'} senest {in_words(day)}.", limit, what, wrong)


@columns("dato hvem avsender hva navn svar foelges henvisning kilde", navn="str")
def remarks(register: Register) -> Rows:
    """Return what came in when the planstrategi was heard, as the log has it: who, what, and how it was answered.

    `navn` is the plan it concerns; `svar` is missing where nobody has answered.
    """
    names = register.names("planer")
    for one in register.remarks():
        yield {
            "dato": one.dato, "hvem": one.hvem, "avsender": vocabulary.AVSENDER[one.avsender], "hva": one.hva,
            "navn": names[one.plan] if one.plan else None, "svar": one.svar,
            "foelges": vocabulary.FOELGES[one.foelges] if one.foelges else None, "henvisning": one.kilde,
            "kilde": source_of(one, "merknader.yaml"),
        }  # fmt: skip


def remarks_finding(register: Register) -> Finding:
    """How many remarks have come in, and how many of them are answered."""
    found = register.remarks()
    if not found:
        return Finding("Ingen merknader er ført.")
    open_ones = sum(not one.svar for one in found)
    answered = f"{open_ones} er ikke besvart." if open_ones else "Alle er besvart."
    return Finding(f"{counted(len(found), 'merknad', 'merknader')} er kommet inn til forslaget.", answered)
