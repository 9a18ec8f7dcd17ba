"""One sentence on how much is answered: on each level, for each goal, in time, on two days, and what it rests on."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from planstrategi.analysis.alignment import coverage, findings
from planstrategi.analysis.alignment.assessment import counted_in_force
from planstrategi.analysis.alignment.expectations import LEVELS
from planstrategi.analysis.alignment.findings import Share, by_counted, of_judged, once_judged, share
from planstrategi.analysis.alignment.over_time import answered_by_year, slips
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, MOST_NAMES, Finding, counted, listed, short, without_county
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register

GOALS = ("bærekraftsmål", "bærekraftsmål", "bærekraftsmålene")
FOR_GOALS = "{} har en forventning med minst et delvis svar."
WITHOUT_NAMES = "Uten det bare navnet på planen taler for, har {} minst et delvis svar."
NAME_ONLY = "Bare navnet på planene taler for svarene."
NO_SLIP = "Ingen plan som ikke er ferdig, har et kjent år å gli fra."
NO_KNOWN_DELAY = "Ingen forventning er kjent å bli forsinket om én plan glir ett år."


def _totals(frame: pd.DataFrame, key: str) -> dict[Any, dict[Hashable, Any]]:
    """Return the rows for all levels together, by what they are for."""
    return {row[key]: row for row in frame[frame["nivaa"] == coverage.ALLE].to_dict("records")}


@once_judged
def timing_finding(register: Register) -> Finding:
    """How many expectations finished plans answer at least partly by the last year, and by the first."""
    rows = _totals(answered_by_year(register), "aar")
    first, last = min(rows), max(rows)
    said = f"Ved utgangen av {last} har {{}} minst et delvis svar i en ferdig plan."
    earlier = f"Ved utgangen av {first} er det {rows[first]['antall_naadd_delvis']}." if first < last else ""
    derived = rows[last]["antall_naadd_avledet"]
    guessed = f"For {derived} av dem er slutten på planen regnet ut, ikke oppgitt." if derived else ""
    gone = f"For {ended} til er planen utløpt." if (ended := rows[last]["antall_utloept"]) else ""
    return Finding(of_judged(said, share(rows[last], "antall_naadd_delvis")), guessed, gone, earlier, by_counted(register))


@once_judged
def slipping_finding(register: Register) -> Finding:
    """How many expectations are answered later if the plan that delays most slips a year."""
    frame = slips(register)
    most = int(frame["antall_forsinket"].max()) if len(frame) else 0
    if not most:
        return Finding(NO_KNOWN_DELAY if len(frame) else NO_SLIP)
    plans = register.plans_by_id()
    latest = frame[frame["antall_forsinket"] == most]
    names = [short(plans[name].label) for name in latest["plan_id"]]
    said = f"Glir {names[0] if len(names) == 1 else f'én av {len(names)} planer'} ett år"
    tied = f"Det gjelder {listed(names)}." if 1 < len(names) <= MOST_NAMES else ""
    guessed = "Slutten på planen er regnet ut, ikke oppgitt." if latest["avledet"].any() else ""
    return Finding(f"{said}, blir {counted(most, *EXPECTATION_FORMS)} svart på senere.", tied, guessed, by_counted(register))


@once_judged
def goals_finding(register: Register) -> Finding:
    """For how many goals an expectation is answered at least partly, and for which it is known that none is."""
    frame = coverage.goals(register)
    asked = frame[frame["antall"] > 0]
    if asked.empty:
        none = "Ingen forventninger er koblet til bærekraftsmålene."
        return Finding(none if register.goals() else "Katalogen over bærekraftsmål er ikke lest.")
    partly = asked["antall_minst_delvis"] > 0
    known = partly | (asked["antall_ikke_vurdert"] == 0)
    without = [f"mål {row.maal_nr} ({row.maal_navn})" for row in asked[known & ~partly].itertuples()]
    named = f"Uten er {listed(without)}." if 0 < len(without) <= MOST_NAMES else ""
    if partly.all():
        # all of them is a trivial answer
        shares = asked["antall_minst_delvis"] / asked["antall"]
        least, *tied = asked[shares == shares.min()].to_dict("records")
        answered = f"{least['antall_minst_delvis']} av {counted(least['antall'], *EXPECTATION_FORMS)}"
        sure = not tied and shares.min() < 1 and not least["antall_ikke_vurdert"]
        named = f"Lavest andel har mål {least['maal_nr']}: {answered}." if sure else ""
    ground = findings.by_ground(one.grunnlag for one in counted_in_force(register) if one.expected.maal)
    return Finding(of_judged(FOR_GOALS, Share(int(partly.sum()), int(known.sum()), int((~known).sum())), GOALS), named, ground)


@once_judged
def sensitivity_finding(register: Register) -> Finding:
    """What is left of what is answered at least partly without what only a name speaks for, and of all that is answered."""
    rows = _totals(coverage.sensitivity(register), "utvalg")
    left, everything = rows[coverage.UTEN_NAVN], rows[coverage.ALLE_VURDERINGER]
    weak = f"Med de svake svarene er det {left['antall_svart']}, mot {everything['antall_svart']} i alt."
    return Finding(of_judged(WITHOUT_NAMES, share(left), nobody=NAME_ONLY), weak, by_counted(register))


@once_judged
def then_and_now_finding(register: Register) -> Finding:
    """How many expectations apply now, and how many did then: the yardstick is another, and the plans are the same."""
    rows = _totals(coverage.then_and_now(register), "dato")
    first, last = min(rows), max(rows)
    if first == last:
        return Finding(f"Registeret og vurderingene er fra samme dag, {in_words(first)}.")
    judged = (one.grunnlag for other in coverage.on_days(register).values() for one in counted_in_force(other))
    said = f"Nå gjelder {counted(rows[last]['antall'], *EXPECTATION_FORMS)}, mot {rows[first]['antall']} før."
    shares = {day: share(rows[day]) for day in (first, last)}
    same = listed([f"{one.part} av {one.judged} vurderte {in_words(day)}" for day, one in shares.items()])
    return Finding(said, f"Minst et delvis svar har {same}, av de samme planene.", findings.by_ground(judged))


@once_judged
def level_shares_finding(register: Register) -> Finding:
    """How many of the national expectations are answered at least partly, and the same on the other levels."""
    rows = coverage.expectation_coverage(register).query(f"gruppe == '{coverage.ALLE}'").drop_duplicates("nivaa")
    shares = {row["nivaa"]: share(row) for row in rows.to_dict("records") if row["nivaa"] in LEVELS}
    said, same = findings.of_levels(findings.ANSWERED, shares)
    limits = findings.by_unread(register), findings.by_number(register)
    return Finding(said, same, *limits, by_counted(register), without_county(register))
