"""What becomes of each plan when its period ends: why it goes on into the next one, or why it is left out.

Only what the register knows: what nobody has said is done goes on, with the question that settles it.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from planstrategi.analysis.legal.coverage import Assessed, assess
from planstrategi.analysis.legal.recurrence import said
from planstrategi.analysis.shared.editions import edition_of
from planstrategi.analysis.shared.sentences import listed
from planstrategi.model import vocabulary
from planstrategi.model.dates import Tid, in_words
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register, once
from planstrategi.model.requirements import TERM_YEARS
from planstrategi.model.sections import Omtalt, Periode

# why a plan goes on into the next period, the surest first
UFERDIG, FERDIG_UKJENT, UTSATT, AARLIG_ARBEID = "uferdig", "ikke_kjent", "utsatt", "aarlig"
UTLOEP, LOVFRIST, KOMMUNEPLANEN, AVGJOERES = "utlop", "lov", "kommuneplan", "avgjoeres"
VIDERE = {
    UFERDIG: "ikke ferdig", FERDIG_UKJENT: "ikke kjent om den er ferdig", UTSATT: "utsatt", AARLIG_ARBEID: "gjøres hvert år",
    UTLOEP: "gyldigheten løper ut", LOVFRIST: "forfaller etter loven", KOMMUNEPLANEN: "del av kommuneplanen",
    AVGJOERES: "må avgjøres på nytt",
}  # fmt: skip
# what is said of a plan that is no more
NO_MORE = {"erstattes": "erstattet", "oppheves": "opphevet", "utgaar": "utgått"}


class Ground(NamedTuple):
    """One reason why a plan goes on: its kind (`VIDERE`), in words, and the question where nobody knows.

    `dager` are the days by which something is due, and `vurdert` is true when that rests on a judgement of which plan
    answers the law.
    """

    grunn: str
    ord: str
    sporsmaal: str = ""
    dager: tuple[str, ...] = ()
    vurdert: bool = False


class Outcome(NamedTuple):
    """What becomes of a plan: the reasons why it goes on, or, where there are none, why it is left out."""

    plan: Plan
    grunner: tuple[Ground, ...]
    utelatt: str = ""

    @property
    def days(self) -> list[str]:
        """The days by which something is due, rising."""
        return sorted(day for ground in self.grunner for day in ground.dager)

    def years(self, period: Periode) -> tuple[int, ...]:
        """Return the years of the next period in which something is due, rising: the first for what is overdue by then."""
        years = {max(int(day[:4]), period.fra) for day in self.days}
        return tuple(sorted(year for year in years if year in period.years))


def next_period(register: Register) -> Periode:
    """Return the period that follows: a council's term (kommuneloven § 5-3, plan- og bygningsloven § 10-1)."""
    return Periode(fra=register.periode.til + 1, til=register.periode.til + TERM_YEARS)


@once
def outcomes(register: Register) -> list[Outcome]:
    """Return what becomes of each plan, in the register's order."""
    due = _due_by_law(register)
    return [_outcome(register, plan, due[plan.id]) for plan in register.planer]


def _outcome(register: Register, plan: Plan, due: list[Ground]) -> Outcome:
    if over := _over(register, plan):
        return Outcome(plan, (), over)
    made = done(register, plan)
    # what is made each year is never finished once for all
    settled = made or "planen" in plan.aarlig or (plan.aarlig and not plan.planbehov)
    # what others make is theirs to renew
    grounds = [*_asked_anew(plan), *_expiring(register, plan), *([] if plan.is_others else due)]
    grounds = grounds if settled else [_left_to_do(register, plan), *grounds]
    return Outcome(plan, tuple(grounds), "" if grounds else made)


def _over(register: Register, plan: Plan) -> str:
    """Return that a plan is no more, empty where nobody knows that it is not."""
    if plan.planbehov == "utgaar":
        return "Utgår, ifølge planstrategien."
    # what is drafted is no plan of its own
    if plan.plantype == "planstrategi" and str(next_period(register).fra) in f"{plan.navn} {plan.gyldig_fra or ''}":
        return "Er den neste planstrategien selv."
    return done(register, plan) if plan.planbehov in vocabulary.ENDING else ""


def _ended(register: Register, plan: Plan) -> str:
    new: list[Plan | Omtalt] = [register.plans_by_id()[name] for name in plan.erstattes_av]
    new += [one for one in register.omtalt if one.id in plan.erstattes_av_omtalt]
    days = [(one.navn, one.vedtatt.tekst) for one in new if one.vedtatt and _is_made(register, one.vedtatt)]
    if days and len(days) == len(new):
        return f"Erstattet av {listed([f'«{name}», vedtatt {in_words(day)}' for name, day in days])}."
    until = plan.gyldig_til
    ended = until and until.sist < register.per_dato
    return f"{NO_MORE[plan.planbehov or ''].capitalize()}: gjaldt til {in_words(until.tekst)}." if until and ended else ""


def _is_made(register: Register, moment: Tid) -> bool:
    return f"{register.periode.fra}-01-01" <= moment.forst <= register.per_dato


def done(register: Register, plan: Plan) -> str:
    """Return that what was to be done in the period is done: the plan is made, revised, repealed or replaced.

    Empty when nobody has said so, when more was to come after the edition, or when it may be older than the decision.
    """
    if plan.planbehov in vocabulary.ENDING:
        return _ended(register, plan)
    edition = edition_of(register, plan)
    made = edition.dato
    if plan.planbehov not in vocabulary.REVISING or made is None or _more_to_come(register, plan, made):
        return ""
    is_it = _is_made(register, made) and _is_decided(register, plan, made)
    return f"Ferdig: {edition.hendelse} {in_words(made.tekst)}." if is_it else ""


def _is_decided(register: Register, plan: Plan, made: Tid) -> bool:
    """Return whether an edition is surely what the planstrategi decided, and not one that stood when it was adopted."""
    if register.dokument.vedtatt:
        return made.forst > register.dokument.vedtatt.sist
    # adopted nobody knows when: of a new plan nothing stood, and no work is marked that was done before the first year was out
    return plan.planbehov == "ny" or (bool(_last_year(plan)) and made.forst_aar > register.periode.fra)


def _last_year(plan: Plan) -> int:
    efforts = [one.aar for one in plan.innsats if one.aar]
    return max([*plan.aar, *efforts, *([plan.finish.forst_aar] if plan.finish else [])], default=0)


def _more_to_come(register: Register, plan: Plan, made: Tid) -> bool:
    """Return whether the register tells of work that an edition does not end, or of years that cannot be read."""
    # whatever a mark means, an edition from before its year is not what it speaks of
    ahead = _last_year(plan) > made.sist_aar or bool(plan.oppstart and plan.oppstart.forst > made.forst)
    ahead = ahead or bool(plan.finish and plan.finish.forst > register.per_dato)
    goes_on = plan.status in (*vocabulary.UNDER_WAY, *vocabulary.NOT_BEGUN) or bool(plan.venter_paa)
    # what is to be revised before the edition runs out, is not that edition
    return ahead or goes_on or bool(plan.foer_utlop) or plan.year_is_lost


def _left_to_do(register: Register, plan: Plan) -> Ground:
    """Return what the register knows of work that is not said to be done, or that it must be decided anew."""
    finish, name = plan.finish, f"«{plan.label}»"
    if finish and register.goes_on_after(plan):
        return Ground(UFERDIG, f"Skal være ferdig eller vedtatt {in_words(finish.tekst)}.", dager=(finish.sist,))
    if plan.planbehov in ("neste_periode", "ikke_i_perioden"):
        return Ground(UTSATT, f"Planstrategien sier: {vocabulary.PLANBEHOV[plan.planbehov].lower()}.")
    if plan.planbehov in vocabulary.ENDING:
        word = NO_MORE[plan.planbehov]
        return Ground(FERDIG_UKJENT, f"Skulle bli {word}.", f"Er {name} {word}, og når?")
    if plan.planbehov in vocabulary.REVISING:
        return _unknown_or_late(register, plan)
    if plan.planbehov == "viderefores":
        return Ground(AVGJOERES, "Ble videreført uten endringer; om den fortsatt skal det, må avgjøres.")
    said = "lar stå åpent hva som skal skje" if plan.planbehov else "sier ikke hva som er bestemt"
    return Ground(AVGJOERES, f"Planstrategien {said}.", f"Hva er bestemt for {name}?")


def _unknown_or_late(register: Register, plan: Plan) -> Ground:
    # a start says nothing of when it is done
    years = [mark.aar for mark in register.marks(plan) if mark.betyr != vocabulary.OPPSTARTSMERKE]
    status = vocabulary.STATUS.get(plan.status or "", "").lower()
    until = plan.finish.sist if plan.finish else f"{years[-1] if years else register.periode.til}-12-31"
    at = f" Status per {in_words(register.per_dato)}: {status}." if status else ""
    if until < register.per_dato and plan.status in (*vocabulary.UNDER_WAY, *vocabulary.NOT_BEGUN):
        return Ground(UFERDIG, f"Skulle vært ferdig innen {in_words(until)}.{at}", dager=(until,))
    what = f"{vocabulary.PLANBEHOV[plan.planbehov or '']} i perioden.{at}"
    return Ground(FERDIG_UKJENT, what, f"Ble «{plan.label}» ferdig og vedtatt, og når?")


def _asked_anew(plan: Plan) -> Iterator[Ground]:
    if plan.plantype in vocabulary.KOMMUNEPLAN:
        yield Ground(KOMMUNEPLANEN, "Kommunestyret skal ta stilling til den (plan- og bygningsloven § 10-1 tredje ledd).")
    if plan.aarlig:
        yield Ground(AARLIG_ARBEID, f"Gjøres hvert år: {listed([vocabulary.AARLIG[one] for one in plan.aarlig])}.")


def _expiring(register: Register, plan: Plan) -> Iterator[Ground]:
    if plan.gyldig_til and plan.gyldig_til.sist_aar <= next_period(register).til:
        word = "løp" if plan.gyldig_til.sist < register.per_dato else "løper"
        yield Ground(UTLOEP, f"Gyldigheten {word} ut {in_words(plan.gyldig_til.tekst)}.", dager=(plan.gyldig_til.sist,))


def _due_by_law(register: Register) -> dict[str, list[Ground]]:
    """Return, by plan, what the law demands in the next period of that which the plan is judged to answer."""
    found: dict[str, list[Ground]] = defaultdict(list)
    for one in assess(register):
        if one.krav.styrke == "skal" and one.krav.slag != "prosesskrav":
            answering = dict.fromkeys(answer.plan for answer in one.answers if answer.plan and answer.svar in ("helt", "delvis"))
            for plan in answering:
                found[plan] += sorted(_by_rule(register, one), key=lambda ground: ground.dager)
    return found


def _by_rule(register: Register, assessed: Assessed) -> Iterator[Ground]:
    name, years = assessed.krav.label, next_period(register).years
    for rule in assessed.krav.gjentakelse:
        due = [one.frist for one in assessed.due if one.rule is rule and int(one.frist.dato[:4]) in years]
        if due:
            first = "hvert år" if rule.regel == vocabulary.HVERT_AAR else said(due[0])
            yield Ground(LOVFRIST, f"{name}: {first} ({rule.etter}).", dager=tuple(frist.dato for frist in due), vurdert=True)
