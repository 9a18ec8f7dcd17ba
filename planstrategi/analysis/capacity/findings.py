"""One sentence per subject of plans at work, load and time, computed from the frames. Load and time are assumed."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from planstrategi.analysis.capacity import counts
from planstrategi.analysis.capacity.effort import planned, without_years
from planstrategi.analysis.capacity.load import LOAD, load_by_year
from planstrategi.analysis.capacity.needs import OWN_SUM, planned_against_capacity
from planstrategi.analysis.capacity.simulation import ALL, DRAWS, simulate, whole
from planstrategi.analysis.capacity.uncertainty import TOO_LONG, TOO_SHORT, realism, swing_of_one_year
from planstrategi.analysis.shared.sentences import MOST_NAMES, YEARS_UNKNOWN, Finding, counted, each, few, listed, of_all, short
from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.numbers import as_estimate, in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT

# how many of the draws a year must be the heaviest in, to be called so
SURE = 0.9
NO_EFFORT = "Ingen antakelse om innsats gjelder for planene med kjente år."
NO_SWING = "Ingen antakelse om innsats endrer belastningen."
NO_AREA = "Kilden oppgir ikke noe kommunalområde for planårene."
MOST_UNTOLD = "Hvilket kommunalområde som har mest, kan ikke sies når {}."
YEAR_UNTOLD = "Det tyngste året kan ikke sies når ikke all innsats er kjent."
AREA_FORMS = ("kommunalområde", "kommunalområder")


def load_finding(register: Register) -> Finding:
    """The heaviest year in månedsverk, where it can be told; under it the range, and what is not known."""
    years = load_by_year(register).to_dict("records")
    known = [row for row in years if row["antall_planer"]]
    if not known:
        return Finding(NO_EFFORT if any(years_in_period(register).values()) else YEARS_UNKNOWN)
    top = max(known, key=lambda row: row["maanedsverk_p50"])
    low, middle, high = (as_estimate(top[name]) for name in LOAD)
    given, untold = _given(register), _untold(register, years, top)
    without = max(int(row["antall_uten_innsats"]) for row in years)
    heaviest = f"{top['aar']} er det tyngste året, med {'' if given else 'antatt '}{middle} månedsverk."
    takes = "satt til" if given else "antatt å ta"
    said = f"I {top['aar']} er planene med kjent innsats {takes} om lag {middle} månedsverk." if untold else heaviest
    wide = f"Spennet er {low}–{high} månedsverk." if low != high else ""
    effort = f"Inntil {counted(without)} i året har ukjent innsats." if without else ""
    outside = "Rader som ikke er planer, er ikke med." if any(one.innsats for one in register.andre_rader) else ""
    return Finding(said, wide, untold, given, effort, _dateless(len(without_years(register))), outside)


def _untold(register: Register, years: list[dict[Hashable, Any]], top: dict[Hashable, Any]) -> str:
    """Return why it cannot be told which year is the heaviest; nothing where it can."""
    # what nobody has assumed of the year itself only makes it heavier
    others = [row for row in years if row is not top]
    if any(row["antall_uten_innsats"] or row["antall_uten_aar"] for row in others):
        return YEAR_UNTOLD
    draws = simulate(register, whole)
    rest = np.max([draws.get((row["aar"], ALL), np.zeros(DRAWS)) for row in others], axis=0) if others else -1
    sure = float(np.mean(draws[int(top["aar"]), ALL] > rest)) >= SURE
    return "" if sure else "Hvilket år som er tyngst, kan ikke sies innenfor det som er antatt."


def needs_finding(register: Register) -> Finding:
    """What is planned against what the municipality has, in the year that lacks most; under it how many years lack."""
    years = planned_against_capacity(register)
    rows = years.dropna(subset="planlagt_aarsverk").to_dict("records")
    # of years whose plans nobody has assumed anything of, the sum is no number
    if not any(row["planlagt_aarsverk"] for row in rows):
        return load_finding(register)
    has = [row for row in rows if not pd.isna(row["kapasitet_aarsverk"])]
    most = max(has or rows, key=lambda row: (row["mangler_aarsverk"] if has else 0, row["planlagt_aarsverk"]))
    on_top = int(most["antall_uten_innsats"])
    untold = YEAR_UNTOLD if years.loc[years["aar"] != most["aar"], "antall_uten_innsats"].any() else ""
    assumed = f"er planarbeidet{' med kjent innsats' if on_top or untold else ''} antatt å ta"
    planned = "planlegger kommunen" if most["grunnlag"] == OWN_SUM else assumed
    said = f"I {most['aar']} {planned} {in_digits(most['planlagt_aarsverk'])} årsverk"
    unknown = f"{counted(on_top)} med ukjent innsats eller år kan komme til." if on_top else ""
    others = _beside_others(register, most["planlagt_aarsverk"])
    if not has:
        told = "Kapasiteten er ikke oppgitt for hele kommunen." if register.capacities() else "Registeret har ingen kapasitet."
        return Finding(f"{said}{', mest av det kjente' if untold else ''}.", told, untold, unknown, others)
    lacking = sum(row["mangler_aarsverk"] > 0 for row in has)
    what = "Det som er planlagt," if most["grunnlag"] == OWN_SUM else "Midten av anslaget"
    when = f"alle {len(has)} årene" if lacking == len(has) > 1 else f"{lacking} av {len(has)} år"
    short_of = f"{what} er mer enn kommunen har i {when}." if lacking else ""
    return Finding(f"{said}, mot {in_digits(most['kapasitet_aarsverk'])} i kapasitet.", short_of, untold, unknown, others)


def _beside_others(register: Register, planned: float) -> str:
    """Return what is known of municipalities' capacity for planning, where what is planned in a year is far above it."""
    if not register.innsats or register.innsats.langt_over is None or planned <= register.innsats.langt_over:
        return ""
    return " ".join(
        f"{one.navn}: {one.andel_prosent} % av kommunene hadde høyst {in_digits(one.aarsverk)} årsverk til {one.til}."
        for one in register.innsats.plankapasitet
    )


def _given(register: Register) -> str:
    given = [bool(one.effort.oppgitt) for one in planned(register) if one.effort]
    others = "" if all(given) else ", for de andre er den antatt"
    return f"For {counted(sum(given))} er innsatsen kildens egne tall{others}." if any(given) else ""


def _dateless(count: int) -> str:
    return f"I tillegg kan {counted(count)} ha arbeid i år som ikke er kjent." if count else ""


def swing_finding(register: Register) -> Finding:
    """The assumption that moves most the year with most known load; under it how far."""
    frame = swing_of_one_year(register).query("utslag > 0")
    if frame.empty:
        return Finding(NO_SWING) if load_by_year(register)["antall_planer"].any() else load_finding(register)
    row = frame.iloc[0].to_dict()
    low, middle, high = (as_estimate(row[name]) for name in ("lav", "ventet", "hoy"))
    most = [f"«{short(name)}»" for name in frame.loc[frame["utslag"] == row["utslag"], "innsats"]]
    if len(most) > 1:
        return Finding(f"Av antakelsene betyr flere like mye for {row['aar']}, og ingen mer.", f"Det gjelder {listed(most)}.")
    alone = f"Bare antakelsen om {most[0]} gjør {row['aar']} usikkert."
    said = f"Av antakelsene betyr den om {most[0]} mest for {row['aar']}." if len(frame) > 1 else alone
    return Finding(said, f"Alene gir den et spenn på {low}–{high} månedsverk.", f"Midten er {middle}.")


def time_finding(register: Register) -> Finding:
    """How many plans have less calendar time than the range of their kind; under it which, and how many have more."""
    frame = realism(register)
    if frame.empty:
        return Finding("Ingen plan har en tid som kan holdes mot en antakelse.")
    hurried = list(frame.loc[frame["vurdering"] == TOO_SHORT, "plan_id"].map({plan.id: plan.label for plan in register.planer}))
    slow = int((frame["vurdering"] == TOO_LONG).sum())
    which = f"Det gjelder {few(hurried)}." if 0 < len(hurried) < len(frame) and len(hurried) <= MOST_NAMES else ""
    more = f"{slow} kan ha lengre tid enn det høyeste anslaget." if slow else ""
    return Finding(f"{of_all(len(hurried), len(frame))} har kortere tid enn det laveste anslaget.", which, more)


def capacity_finding(register: Register) -> Finding:
    """The peak year; under it the area that has most of the plan-years, all where several have as many."""
    frame, shares = counts.worked_per_year(register), counts.concentration(register)
    total = int(frame["antall_planer"].sum())
    if total == 0:
        return Finding(YEARS_UNKNOWN)
    named = shares[(shares["ansvarlig"] != IKKE_OPPGITT) & (shares["planaar"] > 0)]
    areas = counts.labels_of_largest(named, "ansvarlig", "planaar")
    unclaimed = int(shares.loc[shares["ansvarlig"] == IKKE_OPPGITT, "planaar"].sum())
    share = f"er oppgitt for {named['planaar'].max()}" if unclaimed else f"har {in_digits(named['andel_prosent'].max())} %"
    said = f"{few(areas, AREA_FORMS)} {share}{each(areas)} av {counted(total, 'planår', 'planår')}." if areas else NO_AREA
    said = f"{areas[0]} har alle planårene." if len(named) == 1 and not unclaimed else said
    derived, dateless = int(frame["antall_avledet"].sum()), len(without_years(register))
    why = "ikke alle planårene er kjent" if dateless else "kilden ikke oppgir det for alle planårene"
    most = MOST_UNTOLD.format(why) if areas and not counts.largest_is_known(register) else said
    # a role may be named all the same
    nobody = f"For {unclaimed} av planårene oppgir kilden ikke noe kommunalområde." if areas and unclaimed else ""
    some = "Alle" if derived == total else f"{derived} av"
    assumed = f"{some} planårene er avledet, ikke merket som arbeid." if derived else ""
    return Finding(_peak(frame, dateless), most, nobody, assumed, _dateless(dateless))


def _peak(frame: pd.DataFrame, dateless: int) -> str:
    years, most = counts.labels_of_largest(frame, "aar", "antall_planer"), int(frame["antall_planer"].max())
    # as many plans as this could lie in another year
    open_ = dateless and dateless >= counts.lead(list(frame["antall_planer"]))
    start, end = ("Det er kjent arbeid med", "der årene er kjent") if open_ else ("Det arbeides med", "i perioden")
    start = "Det er antatt arbeid med" if frame["antall_avledet"].sum() == frame["antall_planer"].sum() else start
    if len(years) == len(frame) > 1:
        return f"{start} {counted(most)} hvert år."
    when = f"i hvert av årene {listed(years)}" if len(years) > 1 else f"i {years[0]}"
    return f"{start} {counted(most)} {when}, flest {end}."


def roles_finding(register: Register) -> Finding:
    """How much of the work has no role; under it which role is named most."""
    total, frame = int(counts.worked_per_year(register)["antall_planer"].sum()), counts.per_role(register)
    totals = frame.groupby("rolle", sort=False)["antall_planer"].sum()
    if total == 0:
        return Finding(YEARS_UNKNOWN)
    without, named = int(totals[IKKE_OPPGITT]), totals.drop(IKKE_OPPGITT)
    if without == total:
        return Finding("Kilden oppgir ingen rolle for planene det arbeides med.")
    top = [str(rolle) for rolle, count in named.items() if count == named.max()]
    said = f"Kilden oppgir ingen rolle for {without} av {total} planår."
    most = f"{few(top, ('rolle', 'roller'))} er nevnt i flest planår, {int(named.max())}{each(top)}."
    return Finding(said if without else "Kilden oppgir en rolle for alle planene det arbeides med.", most)
