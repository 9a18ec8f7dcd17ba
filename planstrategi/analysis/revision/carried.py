"""The plans that go on into the next period as tables: each with why, how many are due in each year, and in a sentence."""

from collections import Counter
from itertools import product

from planstrategi.analysis.revision.carry_over import FERDIG_UKJENT, LOVFRIST, UTLOEP, VIDERE, Outcome, next_period, outcomes
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import NO_PLANS, Finding, counted, listed, of_all, provisional, tally
from planstrategi.analysis.shared.sources import all_responsible, of_plan, places, responsible, source_of
from planstrategi.model.register import Register


@columns("plan_id navn gaar_videre grunn hvorfor sporsmaal forfaller aar hviler_paa kilde", gaar_videre=bool)
def carried_over(register: Register) -> Rows:
    """Return every plan and whether it goes on into the next period: the kinds of reason, in words, and what to ask.

    `forfaller` is the first day by which something is due, and `aar` are the years of that period, the first for what is
    overdue by then; both are empty when no day is known. `hviler_paa` says whether judgements are behind it besides facts.
    A planstrategi that is being made has no row: it has decided nothing yet that could go on.
    """
    if is_in_the_making(register):
        return
    period = next_period(register)
    for one in outcomes(register):
        yield of_plan(one.plan) | {
            "gaar_videre": not one.utelatt, "grunn": tuple(dict.fromkeys(VIDERE[ground.grunn] for ground in one.grunner)),
            "hvorfor": one.utelatt or " ".join(ground.ord for ground in one.grunner), "aar": one.years(period),
            "sporsmaal": " ".join(ground.sporsmaal for ground in one.grunner if ground.sporsmaal) or None,
            "forfaller": next(iter(one.days), None), "hviler_paa": "fakta og vurderinger" if _is_judged(one) else "fakta",
        }  # fmt: skip


def is_in_the_making(register: Register) -> bool:
    """Return whether a planstrategi is being made: its own process is dated, it is not known adopted, and its time is not up."""
    own, start = register.prosessplan, register.periode.fra
    return own is not None and own.fra == start >= int(register.per_dato[:4]) and not register.dokument.vedtatt


def _undecided(register: Register) -> Finding:
    said = f"Hva som går videre fra {register.periode}, er ikke kjent før planstrategien er vedtatt."
    return Finding(said, "prosessplan.yaml gjelder denne planstrategien, og registeret sier ikke at den er vedtatt.")


def _is_judged(one: Outcome) -> bool:
    return any(ground.vurdert for ground in one.grunner)


@columns("aar ansvarlig antall_planer antall_uten_dobbelt kilde")
def due_by_year(register: Register) -> Rows:
    """Return the number of plans with something due in each year of the next period, per responsible area, zeros included.

    What is overdue when the period begins is due in its first year, and what has no known day in none.
    `antall_uten_dobbelt` leaves out plans whose work is another's.
    """
    if is_in_the_making(register):
        return
    names, period = responsible(register), next_period(register)
    for year, name in product(period.years, all_responsible(register)):
        own = [one.plan for one in outcomes(register) if year in one.years(period) and names[one.plan.id] == name]
        single = sum(not plan.inngaar_i for plan in own)
        sources = places(map(source_of, own))
        yield {"aar": year, "ansvarlig": name, "antall_planer": len(own), "antall_uten_dobbelt": single, "kilde": sources}


def carried_finding(register: Register) -> Finding:
    """How many plans go on into the next period, and under it of how many nobody knows that they are done, and what is due."""
    found, period = [one for one in outcomes(register) if not one.utelatt], next_period(register)
    if not register.planer:
        return Finding(NO_PLANS)
    if is_in_the_making(register):
        return _undecided(register)
    kinds = Counter(kind for one in found for kind in {ground.grunn for ground in one.grunner})
    unknown = f"For {kinds[FERDIG_UKJENT]} av dem er det ikke kjent om arbeidet er gjort." if kinds[FERDIG_UKJENT] else ""
    due = tally("{}.", {"forfaller etter loven": kinds[LOVFRIST], "løper ut": kinds[UTLOEP]})
    said = f"{of_all(len(found), len(register.planer))} går videre til {period}."
    return Finding(said, unknown, due, _provisional(register, found))


def due_by_year_finding(register: Register) -> Finding:
    """The year of the next period in which most plans are due; under it how many have no known day."""
    if is_in_the_making(register):
        return _undecided(register)
    found, period = [one for one in outcomes(register) if not one.utelatt], next_period(register)
    per_year = Counter(year for one in found for year in one.years(period))
    if not per_year:
        return Finding("Ingen plan som går videre, har en kjent dag i neste periode.")
    most = max(per_year.values())
    years = [str(year) for year in sorted(per_year) if per_year[year] == most]
    dateless = sum(not one.years(period) for one in found)
    under = f"For {counted(dateless)} som går videre, er ingen dag kjent." if dateless else ""
    overdue = any(one.days and one.days[0] < str(period.fra) for one in found)
    over = f"Det som forfaller før {period.fra}, er talt i det året." if overdue else ""
    what = "Av planene med kjent dag forfaller flest" if dateless else "I neste periode forfaller flest planer"
    said = f"{what} i {listed(years)}: {counted(most)}{' i hvert av årene' if years[1:] else ''}."
    return Finding(said, over, under, _provisional(register, found))


def _provisional(register: Register, found: list[Outcome]) -> str:
    return provisional(sett.forelopig for sett in register.legal_judgement_sets()) if any(map(_is_judged, found)) else ""
