"""One sentence per subject, computed from the frames: the title of its chart and the notebook's closing words."""

import pandas as pd

from planstrategi.analysis.alignment import IKKE_VURDERT, expectations, judged_plans
from planstrategi.analysis.alignment import links as links_frame
from planstrategi.analysis.capacity import concentration, per_role, per_year
from planstrategi.analysis.legal import GRUNNLAG, plans_by_statute
from planstrategi.analysis.portfolio import IKKE_OPPGITT, plans
from planstrategi.register import Register

WORK = ("ny", "full_revisjon", "revisjon", "rullering_av_handlingsdel")


def number(value: float) -> str:
    """Return a number as Norwegian text: decimal comma, no trailing zero."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def listed(words: list[str]) -> str:
    """Return words as a Norwegian enumeration: a, b og c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun in the right number."""
    return f"{count} {one if count == 1 else many}"


def decisions(register: Register) -> str:
    """How many plans are to be made or revised, carried on, clarified."""
    decided = plans(register)["planbehov"]
    work, kept = int(decided.isin(WORK).sum()), int((decided == "viderefores").sum())
    open_, unknown = int((decided == "avklares").sum()), int(decided.isna().sum())
    ended = len(decided) - work - kept - open_ - unknown
    return (
        f"{work} av {counted(len(decided), 'plan', 'planer')} er ført som ny, revisjon eller rullering, {kept} "
        f"videreføres og {ended} erstattes eller oppheves; for {open_} er behovet ikke avklart, og for {unknown} "
        "sier kilden det ikke."
    )


def timeline(register: Register) -> str:
    """How many plans are marked in at least one year, and in every year of the period."""
    years = plans(register)["aar"]
    length = register.periode.til - register.periode.fra + 1
    marked, whole = int((years.map(len) > 0).sum()), int((years.map(len) == length).sum())
    return (
        f"{marked} av {counted(len(years), 'plan', 'planer')} er merket i minst ett år, {whole} av dem i alle "
        f"{length} årene; {len(years) - marked} er ikke merket i noe år."
    )


def capacity(register: Register) -> str:
    """The peak year, and the area that has most of the marked plan-years."""
    frame, shares = per_year(register), concentration(register)
    total = int(frame["antall_planer"].sum())
    if total == 0:
        return "Ingen planer er merket i noe år i perioden."
    peak = int(frame["antall_planer"].max())
    years = [str(aar) for aar in frame.loc[frame["antall_planer"] == peak, "aar"]]
    top = shares.sort_values("planaar", kind="stable").iloc[-1]
    return (
        f"{listed(years)} har flest merkede planer, {peak}; {top['ansvarlig']} har "
        f"{number(top['andel_prosent'])} % av de {total} merkede planårene."
    )


def roles(register: Register) -> str:
    """How much of the marked work has no role, and which role is named most."""
    marked, frame = int(per_year(register)["antall_planer"].sum()), per_role(register)
    totals = frame.groupby("rolle", sort=False)["antall_planer"].sum()
    without = int(totals[IKKE_OPPGITT])
    if marked == 0:
        return "Ingen planer er merket i noe år i perioden."
    start = f"{without} av {marked} merkede planår ({number(100 * without / marked)} %) har ingen rolle"
    named = totals.drop(IKKE_OPPGITT)
    if named.empty or named.max() == 0:
        return f"{start}; registeret navngir ingen roller med merkede år."
    top = [str(rolle) for rolle, count in named.items() if count == named.max()]
    return f"{start}; {listed(top)} er nevnt i flest, {int(named.max())}."


def statutes(register: Register) -> str:
    """For how many plans the source names a statute, by where it names it."""
    grounds = plans_by_statute(register)["grunnlag"].value_counts()
    own, service, table, text, none = (int(grounds.get(ground, 0)) for ground in GRUNNLAG)
    total = own + service + table + text + none
    return (
        f"Raden nevner en lov for {own + service} av {counted(total, 'plan', 'planer')}: {own} for selve planen, "
        f"{service} bare for tjenesten. Tabellens innledning nevner en for {table} til og løpende tekst for {text}; "
        f"for {none} nevnes ingen som gjelder."
    )


def alignment(register: Register) -> str:
    """How many focus areas have a plan that is judged to answer strongly, only partly, only weakly, or not judged."""
    status = expectations(register)["status"].value_counts()
    total, unjudged = int(status.sum()), int(status.get(IKKE_VURDERT, 0))
    if unjudged == total:
        return f"Ingen av de {total} satsingsområdene er vurdert mot planene ennå."
    strong, partly, weak = (int(status.get(word, 0)) for word in ("sterkt", "delvis", "svakt"))
    provisional = any(sett.forelopig for sett in register.judgement_sets())
    return (
        f"{strong} av {total} satsingsområder har minst én plan vurdert til sterk, {partly} bare til delvis, {weak} "
        f"bare til svak, og {unjudged} er ikke vurdert" + (". Vurderingen er foreløpig." if provisional else ".")
    )


def links(register: Register) -> str:
    """How many plans are judged to answer something, and how many nobody has judged."""
    status = judged_plans(register)["status"]
    unjudged, pairs = int((status == IKKE_VURDERT).sum()), links_frame(register)
    if pairs.empty:
        return f"Ingen av de {counted(len(status), 'planen', 'planene')} er vurdert mot satsingsområdene ennå."
    strong = int((pairs["grad"] == "sterk").sum())
    return (
        f"{len(status) - unjudged} av {counted(len(status), 'plan', 'planer')} er vurdert å svare på minst ett "
        f"satsingsområde, {strong} av {len(pairs)} koblinger er sterke; "
        f"{counted(unjudged, 'plan', 'planer')} er ikke vurdert."
    )


def problems(register: Register) -> str:
    """How many warnings and notes the validation gives."""
    severities = pd.Series([problem.alvor for problem in register.problemer]).value_counts()
    warnings, notes = int(severities.get("advarsel", 0)), int(severities.get("merknad", 0))
    return (
        f"Kontrollen av registeret gir {counted(warnings, 'advarsel', 'advarsler')} og "
        f"{counted(notes, 'merknad', 'merknader')}."
    )
