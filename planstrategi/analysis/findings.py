"""One sentence per subject, computed from the frames: the title of its chart and the notebook's closing words."""

import pandas as pd

from planstrategi.analysis.capacity import concentration, per_role, per_year
from planstrategi.analysis.legal import GRUNNLAG, plans_by_statute
from planstrategi.analysis.portfolio import IKKE_OPPGITT, plans
from planstrategi.numbers import in_digits
from planstrategi.register import Register

WORK = ("ny", "full_revisjon", "revisjon", "rullering_av_handlingsdel")
NO_PLANS = "Registeret har ingen planer."
NONE_MARKED = "Ingen planer er merket i noe år i perioden."


def listed(words: list[str]) -> str:
    """Return words as a Norwegian enumeration: a, b og c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun in the right number."""
    return f"{count} {one if count == 1 else many}"


def of_all(count: int, total: int, forms: tuple[str, str, str] = ("plan", "planer", "planene")) -> str:
    """Return a part of a whole, none of it in words; the forms are one, several, and the several that are known."""
    one, many, known = forms
    return f"Ingen av de {total} {known}" if count == 0 and total > 1 else f"{count} av {counted(total, one, many)}"


def largest(frame: pd.DataFrame, label: str, value: str) -> list[str]:
    """Return the labels of all rows with the largest value."""
    return [str(name) for name in frame.loc[frame[value] == frame[value].max(), label]]


def each(names: list[str]) -> str:
    """Return the word that says that a number belongs to each of several."""
    return " hver" if len(names) > 1 else ""


def _present(clauses: list[tuple[int, str]]) -> list[str]:
    return [f"{count} {words}" for count, words in clauses if count]


def decisions(register: Register) -> str:
    """How many plans are to be made or revised, carried on, clarified."""
    decided = plans(register)["planbehov"]
    if decided.empty:
        return NO_PLANS
    work, kept = int(decided.isin(WORK).sum()), int((decided == "viderefores").sum())
    open_, unknown = int((decided == "avklares").sum()), int(decided.isna().sum())
    ended = len(decided) - work - kept - open_ - unknown
    known = [f"{of_all(work, len(decided))} er ført som ny, revisjon eller rullering"]
    known += _present([(kept, "videreføres"), (ended, "erstattes eller oppheves")])
    left = [
        f"for {words}" for words in _present([(open_, "er behovet ikke avklart"), (unknown, "sier kilden det ikke")])
    ]
    said = ", og ".join(known) if len(known) == 2 else listed(known)
    return "; ".join([said, *filter(None, [", og ".join(left)])]) + "."


def timeline(register: Register) -> str:
    """How many plans are marked in at least one year, and in every year of the period."""
    years = plans(register)["aar"]
    length = register.periode.til - register.periode.fra + 1
    marked, whole = int((years.map(len) > 0).sum()), int((years.map(len) == length).sum())
    if marked == 0:
        return NONE_MARKED if len(years) else NO_PLANS
    start = f"{of_all(marked, len(years))} er merket i minst ett år, {whole or 'ingen'} av dem i alle {length} årene"
    return "; ".join([start, *_present([(len(years) - marked, "er ikke merket i noe år")])]) + "."


def capacity(register: Register) -> str:
    """The peak year, and the area that has most of the marked plan-years; all of them where several have as many."""
    frame, shares = per_year(register), concentration(register)
    total = int(frame["antall_planer"].sum())
    if total == 0:
        return NONE_MARKED
    years, areas = largest(frame, "aar", "antall_planer"), largest(shares, "ansvarlig", "planaar")
    peak = f"{int(frame['antall_planer'].max())}{each(years)}"
    return (
        f"{listed(years)} har flest merkede planer, {peak}; {listed(areas)} har "
        f"{in_digits(shares['andel_prosent'].max())} %{each(areas)} av de {total} merkede planårene."
    )


def roles(register: Register) -> str:
    """How much of the marked work has no role, and which role is named most."""
    marked, frame = int(per_year(register)["antall_planer"].sum()), per_role(register)
    totals = frame.groupby("rolle", sort=False)["antall_planer"].sum()
    without = int(totals[IKKE_OPPGITT])
    if marked == 0:
        return NONE_MARKED
    start = f"{without} av {marked} merkede planår ({in_digits(100 * without / marked)} %) har ingen rolle"
    named = totals.drop(IKKE_OPPGITT)
    if named.empty or named.max() == 0:
        return f"{start}; registeret navngir ingen roller med merkede år."
    top = [str(rolle) for rolle, count in named.items() if count == named.max()]
    return f"{start}; {listed(top)} er nevnt i flest, {int(named.max())}{each(top)}."


def statutes(register: Register) -> str:
    """For how many plans the source names a statute, by where it names it."""
    grounds = plans_by_statute(register)["grunnlag"].value_counts()
    own, service, table, text, none = (int(grounds.get(ground, 0)) for ground in GRUNNLAG)
    rows, total = own + service, own + service + table + text + none
    if total == 0:
        return NO_PLANS
    named = ", ".join(_present([(own, "for selve planen"), (service, "bare for tjenesten")]))
    start = f"Raden nevner en lov for {rows} av {counted(total, 'plan', 'planer')}: {named}."
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


def problems(register: Register) -> str:
    """How many warnings and notes the validation gives."""
    severities = pd.Series([problem.alvor for problem in register.problemer]).value_counts()
    warnings, notes = int(severities.get("advarsel", 0)), int(severities.get("merknad", 0))
    if not warnings + notes:
        return "Kontrollen av registeret gir verken advarsler eller merknader."
    found = [counted(warnings, "advarsel", "advarsler") if warnings else "ingen advarsler"]
    found += [counted(notes, "merknad", "merknader")] if notes else []
    return f"Kontrollen av registeret gir {listed(found)}."
