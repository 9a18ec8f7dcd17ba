"""Scenarios side by side, each as the difference to the register: load, duties and expectations."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import assessments
from planstrategi.analysis.scenarios.findings import NO_SCENARIOS, cost, law_is_judged
from planstrategi.analysis.scenarios.options import Option, change, median, options
from planstrategi.analysis.shared.rows import Row, Rows, columns, frame_of
from planstrategi.analysis.shared.sentences import Finding, listed, of_all
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import STYRKE

AFTER = "etter perioden"


@columns("scenario aar antall_planer antall_endring maanedsverk_p50 maanedsverk_endring kapasitet kapasitet_endring",
         kapasitet="float64", kapasitet_endring="float64")  # fmt: skip
def compared_years(register: Register) -> Rows:
    """Return one row per scenario and year, first the register itself: counts and load, and the difference to it.

    `antall_planer` counts the plans worked on whose work is their own; `maanedsverk_p50` is the median load, and
    `maanedsverk_endring` the median of the difference, draw by draw, so that what a scenario does not touch is
    exactly 0. `kapasitet` is as in `load_by_year`, and `kapasitet_endring` the difference, missing where either is. A
    year after the period is there when a scenario changes it. Empty when nobody has made a scenario.
    """
    for one in options(register):
        slipped = {year: both for year, both in one.after.items() if both[0].differs(both[1])}
        for year, (now, was) in (one.period | slipped).items():
            yield {
                "scenario": one.scenario.navn, "aar": year,
                "antall_planer": len(now.plans), "antall_endring": len(now.plans) - len(was.plans),
                "maanedsverk_p50": median([now.load]), "maanedsverk_endring": change({year: (now, was)}),
                "kapasitet": now.capacity,
                "kapasitet_endring": None if now.capacity is None or was.capacity is None else now.capacity - was.capacity,
            }  # fmt: skip


def options_by_year(register: Register) -> pd.DataFrame:
    """Return the plans in each year of every option, for the chart; those after the period where an option pushes some out.

    `attrs["under"]` has what each option costs.
    """
    late, rows = any(one.pushed() for one in options(register)), []
    for one in options(register):
        counts = {str(year): [both] for year, both in one.period.items()} | ({AFTER: [*one.after.values()]} if late else {})
        for year, several in counts.items():
            now, was = (len(frozenset[str]().union(*(both[which].plans for both in several))) for which in (0, 1))
            rows.append({"rad": one.scenario.navn, "aar": year, "antall_planer": now, "antall_endring": now - was})
    frame = frame_of(rows, ("rad", "aar", "antall_planer", "antall_endring"))
    frame.attrs["under"] = {one.scenario.navn: cost(one) for one in options(register)[1:]}
    return frame


def option_costs(register: Register) -> pd.DataFrame:
    """Return how many of each thing every option costs, for the chart; what nobody has judged is not `vurdert`."""
    law, expected = law_is_judged(register), bool(register.counting_sets())
    things = {
        "Lovkrav svekket": (lambda one: {each.krav.id for each in one.effects.statuses if each.is_weaker}, law),
        "Forventninger svart på senere": (lambda one: one.effects.later(), expected),
        "Planer med færre år eller slått sammen": (Option.squeezed, True), "Planer skjøvet ut av perioden": (Option.pushed, True),
        "Planer der noe ikke gjøres": (Option.undone, True),
    }  # fmt: skip
    rows = [{"rad": one.scenario.navn, "kolonne": what, "antall_planer": len(found(one)), "vurdert": judged}
            for one in options(register)[1:] for what, (found, judged) in things.items()]  # fmt: skip
    return frame_of(rows, ("rad", "kolonne", "antall_planer", "vurdert"))


def costs_finding(register: Register) -> Finding:
    """How many of the options are known to cost something, and under it what nobody has judged."""
    frame = option_costs(register)
    dear, unjudged = frame.loc[frame["antall_planer"] > 0, "rad"], frame.loc[~frame["vurdert"].astype(bool), "kolonne"]
    which = of_all(dear.nunique(), frame["rad"].nunique(), ("scenario", "scenarier", "scenariene"))
    said = f"{which} har en kjent kostnad i krav, forventninger eller planer." if len(frame) else NO_SCENARIOS
    return Finding(said, f"Ikke vurdert: {listed(list(unjudged.unique())).lower()}." if len(unjudged) else "")


@columns("scenario krav_id krav styrke aar fra til retning")
def changed_duties(register: Register) -> Rows:
    """Return one row per scenario, requirement and year whose status if all goes as planned would be another.

    `fra` and `til` are the statuses, `retning` is `bedre` or `svakere` in the order of `lovstatuser`.
    """
    for option in options(register):
        for one in option.effects.statuses:
            what = {"krav_id": one.krav.id, "krav": one.krav.label, "styrke": STYRKE[one.krav.styrke], "aar": one.aar}
            retning = "svakere" if one.is_weaker else "bedre"
            yield {"scenario": option.scenario.navn, **what, "fra": one.fra, "til": one.til, "retning": retning}


@columns("scenario forventning_id nivaa tekst fra til", fra="Int64", til="Int64")
def moved_expectations(register: Register) -> Rows:
    """Return one row per scenario and expectation that is answered in another year, or in none that is known.

    `fra` and `til` are the years; `til` is missing when no year is known any more.
    """
    expected = {one.expected.id: one.expected for one in assessments(register)}
    for option in options(register):
        for one in option.effects.answers:
            what = expected[one.forventning_id]
            row = {"scenario": option.scenario.navn, "forventning_id": what.id, "nivaa": what.nivaa, "tekst": what.tekst}
            yield row | {"fra": one.fra, "til": one.til}


@columns("scenario planer_per_aar maanedsverk maanedsverk_endring etter_perioden planer_etter_perioden "
         "plikter_svakere plikter_bedre forventninger_senere forventninger_tidligere antall_uten_innsats koster",
         etter_perioden="float64", plikter_svakere="Int64", plikter_bedre="Int64",
         forventninger_senere="Int64", forventninger_tidligere="Int64")  # fmt: skip
def scenario_summary(register: Register) -> Rows:
    """Return one row per scenario, first the register itself: the options side by side.

    `planer_per_aar` are the plans in each year of the period, `maanedsverk` the median load of all of it, and
    `maanedsverk_endring` the median of the difference to the register, draw by draw. `etter_perioden` is likewise the
    median of the difference in all years after the period, so that what is pushed out stands there and is not saved; it is
    missing where all that is pushed out has no known effort. `planer_etter_perioden` are the plans worked on after the
    period, those included; `plikter_svakere` and `plikter_bedre` the years of duties (`skal`) with another
    status, `forventninger_senere` and `forventninger_tidligere` the expectations that are answered in another year, and
    `antall_uten_innsats` the plans the scenario gives other years whose effort is not known: the månedsverk miss them.
    `koster` is what it costs in words, missing for the register itself. Duties and expectations are missing where nobody
    has judged them. Empty when nobody has made a scenario.
    """
    for number, one in enumerate(options(register)):
        law, expected, later = law_is_judged(register), register.counting_sets(), len(one.effects.later())
        yield {
            "scenario": one.scenario.navn, **_load(one),
            "plikter_svakere": len(one.effects.duties(weaker=True)) if law else None,
            "plikter_bedre": len(one.effects.duties(weaker=False)) if law else None,
            "forventninger_senere": later if expected else None,
            "forventninger_tidligere": len(one.effects.answers) - later if expected else None,
            "antall_uten_innsats": len(one.unknown()), "koster": cost(one) if number else None,
        }  # fmt: skip


def _load(one: Option) -> Row:
    later, only_unknown = change(one.after), one.pushed() & one.unknown()
    return {
        "planer_per_aar": tuple(len(now.plans) for now, _ in one.period.values()),
        "maanedsverk": median([now.load for now, _ in one.period.values()]), "maanedsverk_endring": change(one.period),
        "etter_perioden": None if only_unknown and not later else later,
        "planer_etter_perioden": len({plan for now, _ in one.after.values() for plan in now.plans}),
    }  # fmt: skip
