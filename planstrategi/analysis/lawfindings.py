"""One sentence per legal subject, computed from the frames: what a chart shows, and where the unknown stands."""

import pandas as pd

from planstrategi.analysis.duedates import missed, upcoming
from planstrategi.analysis.findings import counted, listed
from planstrategi.analysis.lawgaps import gaps, plans_without_requirement, questions
from planstrategi.analysis.requirements import coverage, coverage_by_year
from planstrategi.moments import in_words
from planstrategi.register import Register

PROCESS = "prosesskrav"
PROVISIONAL = " Vurderingene er foreløpige."


# what nobody has to meet now
ASIDE = ("gjelder ikke", "ikke aktuelt")


def _demanded(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["kravslag"] != PROCESS]


def _provisional(register: Register) -> str:
    return PROVISIONAL if any(sett.forelopig for sett in register.legal_judgement_sets()) else ""


def coverage_finding(register: Register) -> str:
    """How many requirements are covered as known, and how many if all goes as planned."""
    frame = _demanded(coverage(register))
    applying = frame[~frame["status"].isin(ASIDE)]
    covered, planned = (int((applying[name] == "dekket").sum()) for name in ("status", "status_etter_plan"))
    if frame.empty:
        return "Katalogen har ingen krav."
    return (
        f"{covered} av {len(applying)} krav som gjelder {in_words(register.per_dato)}, er kjent dekket hele perioden, "
        f"{planned} hvis alt går etter planen; {len(frame) - len(applying)} gjelder ikke da.{_provisional(register)}"
    )


def by_kind_finding(register: Register) -> str:
    """How the demands of law alone stand, and how many process requirements are shown to be met."""
    frame = coverage(register)
    applying = frame[(frame["styrke"] == "skal") & ~frame["status"].isin(ASIDE)]
    law = _demanded(applying)["status"].value_counts()
    process = applying[applying["kravslag"] == PROCESS]["status"].value_counts()
    return (
        f"Av {int(law.sum())} krav kommunen skal møte, er {int(law.get('dekket', 0))} kjent dekket, og for "
        f"{int(law.get('udekket', 0))} viser planstrategien ikke noe som svarer; kilden viser fullt ut at "
        f"{int(process.get('dekket', 0))} av {int(process.sum())} krav til prosessen er fulgt.{_provisional(register)}"
    )


def by_year_finding(register: Register) -> str:
    """How many core requirements are covered at the end of the first and of the last year, as known and as planned."""
    frame = _demanded(coverage_by_year(register))
    core = frame[frame["relevans"] == "kjerne"]
    if core.empty:
        return "Katalogen har ingen kjernekrav."
    first, last = int(core["aar"].min()), int(core["aar"].max())
    known = {year: int(((core["aar"] == year) & (core["status"] == "dekket")).sum()) for year in (first, last)}
    planned = int(((core["aar"] == last) & (core["status_etter_plan"] == "dekket")).sum())
    return (
        f"{known[first]} av {core['krav_id'].nunique()} kjernekrav er kjent dekket ved utgangen av {first} og "
        f"{known[last]} i {last}; {planned} i {last} hvis alt går etter planen.{_provisional(register)}"
    )


def due_finding(register: Register) -> str:
    """The next due date, and how many in the period the register's years do not meet."""
    frame = upcoming(register).dropna(subset="frist").sort_values("frist", kind="stable")
    if frame.empty:
        return "Ingen krav har en frist som kan regnes ut."
    first = frame.iloc[0]
    same = list(dict.fromkeys(frame.loc[frame["frist"] == first["frist"], "krav"]))
    what = listed([*same[:2], f"{len(same) - 2} til"] if len(same) > 3 else same)
    late = len(missed(register))
    return (
        f"Neste frist er {'senest ' if first['senest'] else ''}{in_words(first['frist'])}: {what}; "
        f"{counted(late, 'frist', 'frister')} i perioden møtes ikke av årene i registeret."
    )


def wheel_finding(register: Register) -> str:
    """How many duties come once a term, with years between, and every year."""
    rules = {krav.id: {rule.regel for rule in krav.gjentakelse} for krav in register.requirements()}
    yearly = sum("hvert_aar" in kinds for kinds in rules.values())
    term = sum(bool(kinds & {"hver_valgperiode", "ved_oppstart_av_planstrategi"}) for kinds in rules.values())
    between = sum("med_aars_mellomrom" in kinds for kinds in rules.values())
    return (
        f"{counted(yearly, 'plikt', 'plikter')} kommer hvert år, {term} i hver valgperiode og {between} med faste år "
        "mellom; resten av kravene har ingen fast takt."
    )


def gaps_finding(register: Register) -> str:
    """How many gaps there are, and how many of them are demands of law."""
    frame = gaps(register)
    must = int((frame["styrke"] == "skal").sum())
    return (
        f"Planstrategien viser ikke svar på {len(frame)} kjerne- og sektorkrav i hele perioden, {must} av dem noe "
        f"kommunen skal ha. De kan være møtt et annet sted.{_provisional(register)}"
    )


def questions_finding(register: Register) -> str:
    """How many facts would settle what is unknown."""
    frame = questions(register)
    process = int((frame["kravslag"] == PROCESS).sum())
    return (
        f"{counted(len(frame), 'svar', 'svar')} fra kommunen avklarer alle kjernekrav som er ukjent i minst ett år; "
        f"{process} av dem gjelder prosessen."
    )


def alone_finding(register: Register) -> str:
    """How many plans have neither law nor expectation behind them."""
    alone = len(plans_without_requirement(register))
    total = counted(len(register.planer), "plan", "planer")
    return f"{alone} av {total} har verken lov, krav eller forventning bak seg, så langt kilden og vurderingene sier."
