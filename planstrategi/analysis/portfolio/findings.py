"""One sentence per subject, computed from the frames: the title of its chart and the notebook's closing words."""

import pandas as pd

from planstrategi.analysis.portfolio.plans import plans
from planstrategi.analysis.portfolio.statutes import STATUTE_GROUNDS, plans_by_statute
from planstrategi.analysis.shared.sentences import NO_PLANS, NONE_MARKED, PLAN_FORMS, counted, listed, of_all
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import REVISING


def decisions_finding(register: Register) -> str:
    """How many plans are to be made or revised, carried on, clarified."""
    decided = plans(register)["planbehov"]
    if decided.empty:
        return NO_PLANS
    work, kept = int(decided.isin(REVISING).sum()), int((decided == "viderefores").sum())
    open_, unknown = int((decided == "avklares").sum()), int(decided.isna().sum())
    ended = len(decided) - work - kept - open_ - unknown
    known = [f"{of_all(work, len(decided))} er ført som ny, revisjon eller rullering"]
    known += _present([(kept, "videreføres"), (ended, "erstattes eller oppheves")])
    left = [f"for {words}" for words in _present([(open_, "er behovet ikke avklart"), (unknown, "sier kilden det ikke")])]
    said = ", og ".join(known) if len(known) == 2 else listed(known)
    return "; ".join([said, *filter(None, [", og ".join(left)])]) + "."


def _present(clauses: list[tuple[int, str]]) -> list[str]:
    return [f"{count} {words}" for count, words in clauses if count]


def timeline_finding(register: Register) -> str:
    """How many plans are marked in at least one year, and in every year of the period."""
    years = plans(register)["aar"]
    length = len(register.periode.years)
    marked, whole = int((years.map(len) > 0).sum()), int((years.map(len) == length).sum())
    if marked == 0:
        return NONE_MARKED if len(years) else NO_PLANS
    start = f"{of_all(marked, len(years))} er merket i minst ett år, {whole or 'ingen'} av dem i alle {length} årene"
    return "; ".join([start, *_present([(len(years) - marked, "er ikke merket i noe år")])]) + "."


def statutes_finding(register: Register) -> str:
    """For how many plans the source names a statute, by where it names it."""
    grounds = plans_by_statute(register)["grunnlag"].value_counts()
    own, service, table, text, none = (int(grounds.get(ground, 0)) for ground in STATUTE_GROUNDS)
    rows, total = own + service, own + service + table + text + none
    if total == 0:
        return NO_PLANS
    named = ", ".join(_present([(own, "for selve planen"), (service, "bare for tjenesten")]))
    start = f"Raden nevner en lov for {rows} av {counted(total, *PLAN_FORMS)}: {named}."
    return " ".join([start if rows else "Raden nevner ingen lov for noen plan.", *_elsewhere(table, text, none, rows)])


def _elsewhere(table: int, text: int, none: int, rows: int) -> list[str]:
    more = " til" if rows else ""
    places = [(word, count) for word, count in (("tabellens innledning", table), ("løpende tekst", text)) if count]
    named = [f"{place}{'' if number else ' nevner en'} for {count}{'' if number else more}"
             for number, (place, count) in enumerate(places)]  # fmt: skip
    parts = [" og ".join(named)] if named else []
    parts += [f"for {none} nevnes ingen som gjelder"] if none else []
    said = "; ".join(parts)
    return [f"{said[0].upper()}{said[1:]}."] if said else []


def problems_finding(register: Register) -> str:
    """How many warnings and notes the validation gives."""
    severities = pd.Series([problem.alvor for problem in register.problemer]).value_counts()
    warnings, notes = int(severities.get("advarsel", 0)), int(severities.get("merknad", 0))
    if not warnings + notes:
        return "Kontrollen av registeret gir verken advarsler eller merknader."
    found = [counted(warnings, "advarsel", "advarsler") if warnings else "ingen advarsler"]
    found += [counted(notes, "merknad", "merknader")] if notes else []
    return f"Kontrollen av registeret gir {listed(found)}."
