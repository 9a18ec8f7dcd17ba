"""One sentence on how much is answered: on each level, for each goal, in time, on two days, and what it rests on."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from planstrategi.analysis.alignment.assessment import counted_in_force
from planstrategi.analysis.alignment.coverage import (
    ALLE,
    ALLE_VURDERINGER,
    UTEN_FORELOPIGE,
    UTEN_NAVN,
    expectation_coverage,
    goals,
    on_days,
    sensitivity,
    then_and_now,
)
from planstrategi.analysis.alignment.expectations import LEVELS
from planstrategi.analysis.alignment.grounds import (
    ANSWERED,
    MOST_NAMED,
    NOBODY,
    at_least_partly,
    below,
    by_counted,
    by_ground,
    missing_catalogue,
    of_judged,
    of_level,
    once_judged,
    the_same,
)
from planstrategi.analysis.alignment.over_time import answered_by_year, slips
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, Finding, counted, listed
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register

NO_GOALS = "Katalogen over bærekraftsmål er ikke lest."
NONE_FOR_GOALS = "Ingen forventninger er koblet til bærekraftsmålene."
GOALS = ("bærekraftsmål", "bærekraftsmål", "bærekraftsmålene")
NAME_ONLY = "Bare navnet på planene taler for svarene."
NO_SLIP = "Ingen plan som ikke er ferdig, har et kjent år å gli fra."
LONGEST_NAME = 40


def _totals(frame: pd.DataFrame, key: str) -> dict[Any, dict[Hashable, Any]]:
    """Return the rows for all levels together, by what they are for."""
    return {row[key]: row for row in frame[frame["nivaa"] == ALLE].to_dict("records")}


@once_judged
def timing_finding(register: Register) -> Finding:
    """How many expectations finished plans answer at least partly by the last year, and by the first."""
    rows = _totals(answered_by_year(register), "aar")
    if not rows:
        return Finding(NOBODY)
    first, last = min(rows), max(rows)
    unjudged = rows[last]["antall_ikke_vurdert"]
    said = of_judged(
        f"Ved utgangen av {last} har {{}} minst et delvis svar i en ferdig plan.",
        rows[last]["antall_naadd_delvis"],
        rows[last]["antall"] - unjudged,
        unjudged,
    )
    earlier = f"Ved utgangen av {first} er det {rows[first]['antall_naadd_delvis']}." if first < last else ""
    return Finding(said, below(earlier, by_counted(register)))


@once_judged
def slipping_finding(register: Register) -> Finding:
    """How many expectations are answered later if the plan that delays most slips a year."""
    frame = slips(register)
    delaying = frame[frame["antall_forsinket"] > 0]
    if delaying.empty:
        return Finding("Ingen forventning er kjent å bli forsinket om én plan glir ett år." if len(frame) else NO_SLIP)
    most, plans = int(delaying["antall_forsinket"].max()), register.plans_by_id()
    names = [_short(plans[name].label) for name in delaying.loc[delaying["antall_forsinket"] == most, "plan_id"]]
    slipping = names[0] if len(names) == 1 else f"én av {len(names)} planer"
    others = len(delaying) - len(names)
    tied = f"Det gjelder {listed(names)}." if 1 < len(names) <= MOST_NAMED else ""
    more = f"{counted(others, 'annen plan', 'andre planer')} gir mindre forsinkelse." if others else ""
    said = f"Glir {slipping} ett år, blir {counted(most, *EXPECTATION_FORMS)} svart på senere."
    return Finding(said, below(tied, more, by_counted(register)))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


@once_judged
def goals_finding(register: Register) -> Finding:
    """For how many goals an expectation is answered at least partly, and for which it is known that none is."""
    if register.baerekraftsmaal is None:
        return Finding(NO_GOALS)
    frame = goals(register)
    asked = frame[frame["antall"] > 0]
    if asked.empty:
        return Finding(NONE_FOR_GOALS)
    partly = asked["antall_minst_delvis"] > 0
    known = partly | (asked["antall_ikke_vurdert"] == 0)
    without = [f"mål {row.maal_nr} ({row.maal_navn})" for row in asked[known & ~partly].itertuples()]
    said = of_judged(
        "{} har en forventning med minst et delvis svar.", int(partly.sum()), int(known.sum()), int((~known).sum()), GOALS
    )
    ground = by_ground(one.grunnlag for one in counted_in_force(register) if one.expected.maal)
    return Finding(said, below(f"Uten er {listed(without)}." if 0 < len(without) <= MOST_NAMED else "", ground))


@once_judged
def sensitivity_finding(register: Register) -> Finding:
    """What is left of what is answered at least partly without what only a name speaks for, and without what is provisional."""
    rows = _totals(sensitivity(register), "utvalg")
    said = at_least_partly(
        "Uten det bare navnet på planen taler for, har {} minst et delvis svar.", rows[UTEN_NAVN], nobody=NAME_ONLY
    )
    final, drafts = rows[UTEN_FORELOPIGE], by_counted(register)
    if drafts and final["antall"] > final["antall_ikke_vurdert"]:
        drafts = f"Uten de foreløpige er det {final['antall_minst_delvis']}."
    weak = f"Med de svake svarene er det {rows[UTEN_NAVN]['antall_svart']}, mot {rows[ALLE_VURDERINGER]['antall_svart']} i alt."
    return Finding(said, below(weak, drafts))


@once_judged
def then_and_now_finding(register: Register) -> Finding:
    """How many expectations are answered at least partly of those that apply now, and of those that did then."""
    rows = _totals(then_and_now(register), "dato")
    first, last = min(rows), max(rows)
    now, then = " som gjelder nå," if first < last else "", rows[first]
    said = at_least_partly(ANSWERED.replace(" har", f"{now} har"), rows[last])
    earlier = f"{in_words(first)} var det {then['antall_minst_delvis']} av {_judged(then)}, med de samme planene."
    grounds = (one.grunnlag for other in on_days(register).values() for one in counted_in_force(other))
    return Finding(said, below(earlier if first < last else "", by_ground(grounds)))


def level_shares_finding(register: Register) -> Finding:
    """How many of the municipality's own expectations are answered at least partly, and the same on the other levels."""
    said = _level_shares(register)
    return Finding(said, below(said.under, missing_catalogue(register)))


@once_judged
def _level_shares(register: Register) -> Finding:
    rows = {row["nivaa"]: row for row in expectation_coverage(register).to_dict("records")[::-1] if row["gruppe"] == ALLE}
    first, *others = [level for level in reversed(LEVELS) if _judged(rows.get(level))] or [ALLE]
    same = the_same({level: (rows[level]["antall_minst_delvis"], _judged(rows[level])) for level in others})
    return Finding(at_least_partly(ANSWERED, rows[first], of_level(first)), below(same, by_counted(register)))


def _judged(row: Mapping[Hashable, Any] | None) -> int:
    return row["antall"] - row["antall_ikke_vurdert"] if row else 0
