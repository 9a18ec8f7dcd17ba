"""One sentence per legal subject, computed from the frames: what a chart shows, and under it what is not known."""

import pandas as pd

from planstrategi.analysis.legal.answers import judgements_by_requirement
from planstrategi.analysis.legal.due_dates import missed
from planstrategi.analysis.legal.funnel import law_counts
from planstrategi.analysis.legal.gaps import gaps, questions
from planstrategi.analysis.legal.statuses import (
    DEKKET,
    GJELDER_KOMMUNEN,
    IKKE_KJENT,
    IKKE_MOTT,
    MOTT,
    MOTT_DELVIS,
    PAA_VEI,
    VURDERT,
)
from planstrategi.analysis.legal.tables import applying, demanded, requirement_coverage, requirement_years
from planstrategi.analysis.legal.wheel import ON_CALENDAR, RINGS, calendar, wheel
from planstrategi.analysis.shared.sentences import Finding, counted, listed, of_all, provisional
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import HVERT_AAR, IKKE_VURDERT, KRAVSLAG, MED_AARS_MELLOMROM, STYRKE

PROCESS = KRAVSLAG["prosesskrav"]
LAW_FORMS = ("lovkrav", "lovkrav", "lovkravene")
NO_REQUIREMENTS = Finding("Katalogen har ingen lovkrav som gjelder kommunen.")
NOT_JUDGED = "Ingen har vurdert planene mot lovkravene ennå."


def nothing_judged(register: Register) -> Finding | None:
    """Return what is said instead of any number where nothing applies or nobody has judged, None where somebody has."""
    counts = law_counts(register)
    if counts[GJELDER_KOMMUNEN] == 0:
        return NO_REQUIREMENTS
    judged = (one.vurdering.svar for several in judgements_by_requirement(register).values() for one in several)
    if set(judged) - {"ikke_vurdert"}:
        return None
    own = f"Registeret svarer selv på {counts[VURDERT]} av {counted(counts[GJELDER_KOMMUNEN], *LAW_FORMS[:2])}."
    return Finding(NOT_JUDGED, own if counts[VURDERT] else "")


def _provisional(frame: pd.DataFrame) -> str:
    """Return whether the judgements of these requirements are provisional; what nobody has judged is not asked."""
    return provisional(frame["forelopig"].dropna())


def coverage_finding(register: Register) -> Finding:
    """How many of the demands of law are known to be met, and under it where the others stand: they add up."""
    counts = law_counts(register)
    said = f"{of_all(counts[MOTT], counts[GJELDER_KOMMUNEN], LAW_FORMS)} er kjent møtt hele perioden."
    rest = {
        "er møtt delvis": counts[MOTT_DELVIS], "er planlagt": counts[PAA_VEI], "er ikke møtt": counts[IKKE_MOTT],
        "er ikke kjent": counts[IKKE_KJENT] + counts[IKKE_VURDERT],
    }  # fmt: skip
    parts = [f"{count} {what}" for what, count in rest.items() if count]
    under = f"{listed(parts)}." if parts else ""
    return nothing_judged(register) or Finding(said, (under + _provisional(applying(_law(register)))).strip())


def _law(register: Register) -> pd.DataFrame:
    frame = demanded(requirement_coverage(register))
    return frame[frame["styrke"] == "skal"]


def by_kind_finding(register: Register) -> Finding:
    """How many of the demands of law nothing shown meets, and under it what else is drawn."""
    counts, process = law_counts(register), law_counts(register, *STYRKE.values(), process=True)
    said = f"{of_all(counts[IKKE_MOTT], counts[GJELDER_KOMMUNEN], LAW_FORMS)} er vurdert som ikke møtt i minst ett år."
    others = {
        "kommunen bør eller kan møte": law_counts(register, "bør", "kan")[GJELDER_KOMMUNEN],
        "til prosessen": process[GJELDER_KOMMUNEN],
    }
    parts = [f"{counted(count, 'krav', 'krav')} {what}" for what, count in others.items() if count]
    under = f"Tegnet er også {listed(parts)}." if parts else ""
    return nothing_judged(register) or Finding(said, (under + _provisional(applying(_law(register)))).strip())


def by_year_finding(register: Register) -> Finding:
    """How many core requirements are met at the end of the last year, and under it the first year and what is planned."""
    core = applying(demanded(requirement_coverage(register)))
    ids = set(core.loc[core["relevans"] == "kjerne", "krav_id"])
    years = requirement_years(register)
    core = years[years["krav_id"].isin(ids)]
    if core.empty:
        return Finding("Katalogen har ingen krav som hører hjemme i en planstrategi, og som gjelder kommunen.")
    first, last = register.periode.fra, register.periode.til
    met = core[core["status"] == DEKKET].groupby("aar").size()
    planned = int(((core["aar"] == last) & (core["status_etter_plan"] == DEKKET)).sum())
    which = of_all(int(met.get(last, 0)), len(ids), ("krav", "krav", "kravene"))
    said = f"{which} som hører hjemme i en planstrategi, er kjent møtt ved utgangen av {last}."
    under = f"I {first} er det {met.get(first, 0)}; hvis alt går etter planen, er det {planned} i {last}."
    return nothing_judged(register) or Finding(said, under + _provisional(core))


def due_finding(register: Register) -> Finding:
    """The next due date on the calendar from the register's date on, and under it what the register's years miss."""
    frame = calendar(register).dropna(subset="frist").sort_values("frist", kind="stable")
    if frame.empty:
        return Finding("Ingen krav har en frist som kan regnes ut.")
    first = frame.iloc[0]
    same = list(dict.fromkeys(frame.loc[frame["frist"] == first["frist"], "krav"]))
    what = same[0] if len(same) == 1 else f"{same[0]} og {len(same) - 1} til"
    late = int(missed(register)["relevans"].isin(ON_CALENDAR).sum())
    missing = f" {counted(late, 'frist', 'frister')} i perioden møtes ikke av årene i registeret." if late else ""
    under = nothing_judged(register) or missing
    since = f"Regnet fra {in_words(register.per_dato)}."
    said = f"Neste frist er {'senest ' if first['senest'] else ''}{in_words(first['frist'])}: {what}."
    return Finding(said, f"{since}{missing}" if missing or not under else f"{since} {under}")


def wheel_finding(register: Register) -> Finding:
    """How many of the duties on the wheels come once a term and every year, and under it those with another rhythm."""
    drawn = set(wheel(register)["krav_id"])
    rules = [{rule.regel for rule in krav.gjentakelse} & {*RINGS} for krav in register.requirements() if krav.id in drawn]
    if not rules:
        return Finding("Katalogen har ingen krav som hører hjemme i en planstrategi og har en takt.")
    kinds = {HVERT_AAR}, {*RINGS} - {HVERT_AAR, MED_AARS_MELLOMROM}, {MED_AARS_MELLOMROM}
    yearly, term, between = (sum(bool(own & kind) for own in rules) or "Ingen" for kind in kinds)
    free = sum(not own for own in rules)
    rest = f" {free} har ingen fast takt i loven." if free else ""
    said = f"{term} av planstrategiens krav kommer i hver valgperiode og {str(yearly).lower()} hvert år."
    return Finding(said, f"{between} kommer med faste år mellom.{rest}")


def gaps_finding(register: Register) -> Finding:
    """How many demands of law are judged and met by nothing shown in some year, and under it what else there is."""
    frame, counts = gaps(register), law_counts(register)
    ought = law_counts(register, "bør")[IKKE_MOTT]
    which = f"{counts[IKKE_MOTT]} av {counted(counts[GJELDER_KOMMUNEN], *LAW_FORMS[:2])}"
    said = f"For {which} viser planstrategien ikke noe som møter kravet i minst ett år."
    if counts[IKKE_MOTT] == 0:
        said = "Ingen lovkrav er vurdert til ikke å være møtt."
    more = f"I tillegg kommer {ought} som kommunen bør møte. " if ought else ""
    elsewhere = "De kan være møtt et annet sted." if len(frame) else ""
    judged = requirement_coverage(register)
    under = more + elsewhere + _provisional(judged[judged["krav_id"].isin(frame["krav_id"])])
    return nothing_judged(register) or Finding(said, under.strip())


def questions_finding(register: Register) -> Finding:
    """How many facts would settle what is unknown."""
    frame = questions(register)
    if frame.empty:
        return Finding("Ingen spørsmål om lovkravene står åpne.")
    process = int((frame["kravslag"] == PROCESS).sum())
    said = f"{len(frame)} svar fra kommunen avklarer det som ikke er kjent om lovkravene."
    return Finding(said, f"{process or 'Ingen'} av dem gjelder prosessen.")
