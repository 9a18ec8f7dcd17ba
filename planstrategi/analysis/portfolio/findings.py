"""One sentence per subject of the portfolio, computed from the frames: another register changes the numbers alone."""

import pandas as pd

from planstrategi.analysis.portfolio.plans import plans
from planstrategi.analysis.portfolio.statutes import STATUTE_GROUNDS, plans_by_statute
from planstrategi.analysis.shared.sentences import NO_PLANS, Finding, counted, listed, of_all, tally
from planstrategi.analysis.shared.work_years import AVLEDET, work_of
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT, PLANBEHOV, REVISING


def decisions_finding(register: Register) -> Finding:
    """How many plans are to be made or revised; under it what is decided for the others."""
    decided = plans(register)["planbehov"]
    if decided.empty or decided.isna().all():
        return Finding(NO_PLANS if decided.empty else "Kilden sier ikke hva som er bestemt for planene.")
    work = int(decided.isin(REVISING).sum())
    rest = {label.lower(): int((decided == word).sum()) for word, label in PLANBEHOV.items() if word not in REVISING}
    rest[IKKE_OPPGITT] = int(decided.isna().sum())
    said = f"{of_all(work, len(decided))} er ført som ny, revisjon, endring eller rullering."
    return Finding(said, tally("De andre: {}.", rest))


def timeline_finding(register: Register) -> Finding:
    """How many plans are marked in at least one year; under it those marked in all years, and in none."""
    years = plans(register)["aar"]
    marked, whole = int((years.map(len) > 0).sum()), int((years.map(len) == len(register.periode.years)).sum())
    lost = sum(plan.year_is_lost for plan in register.planer)
    unread = f"For {counted(lost)} kan det ikke leses hvilke år som er merket." if lost else ""
    derived = sum(AVLEDET in work_of(register, plan).years.values() for plan in register.planer)
    assumed = f"For {counted(derived)} er år avledet, ikke merket som arbeid." if derived else ""
    if marked == 0:
        unmarked = unread or ("Ingen planer er merket i noe år i perioden." if len(years) else NO_PLANS)
        return Finding(assumed, unmarked) if assumed else Finding(unmarked)
    said = f"{of_all(marked, len(years))} er merket i minst ett år."
    known = f"For {marked} av {counted(len(years))} er det kjent hvilke år som er merket."
    every = f"{whole or 'Ingen'} av dem er merket i hvert år av perioden."
    none = f"{len(years) - marked - lost} er ikke merket i noe år." if marked + lost < len(years) else ""
    return Finding(known if lost else said, every, unread, none, assumed)


def statutes_finding(register: Register) -> Finding:
    """For how many plans the source names a statute; under it where it names them."""
    grounds = plans_by_statute(register)["grunnlag"].value_counts()
    own, service, table, text, _ = (int(grounds.get(ground, 0)) for ground in STATUTE_GROUNDS)
    named, total = own + service + table + text, int(grounds.sum())
    if not named:
        return Finding("Kilden nevner ingen lov for noen av planene." if total else NO_PLANS)
    places = {"i raden til planen": own + service, "i tabellens innledning": table, "i løpende tekst": text}
    where = f"Loven står {listed([f'{place} for {count}' for place, count in places.items() if count])}."
    only = f"For {service} av dem gjelder den bare tjenesten." if service else ""
    return Finding(f"Kilden nevner en lov for {named} av {counted(total)}.", where, only)


def problems_finding(register: Register) -> Finding:
    """How many warnings and notes the validation gives."""
    severities = pd.Series([problem.alvor for problem in register.problemer]).value_counts()
    warnings, notes = int(severities.get("advarsel", 0)), int(severities.get("merknad", 0))
    if not warnings + notes:
        return Finding("Kontrollen av registeret gir verken advarsler eller merknader.")
    found = [counted(warnings, "advarsel", "advarsler") if warnings else "ingen advarsler"]
    found += [counted(notes, "merknad", "merknader")] if notes else []
    return Finding(f"Kontrollen av registeret gir {listed(found)}.")
