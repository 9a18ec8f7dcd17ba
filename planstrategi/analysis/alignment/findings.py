"""One sentence per subject of alignment, computed from the frames: a part of what is judged, what is left, what it rests on."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, NamedTuple

import pandas as pd

from planstrategi.analysis.alignment.assessment import FORELOPIG, counted_in_force, in_force, judged_plans
from planstrategi.analysis.alignment.chart_frames import focus_areas
from planstrategi.analysis.alignment.coverage import expectation_coverage, numbers
from planstrategi.analysis.alignment.crosswalk import chapters_by_area, connections
from planstrategi.analysis.alignment.expectations import OWN, STATE, expected, unread
from planstrategi.analysis.alignment.judged_pairs import agreement
from planstrategi.analysis.shared.sentences import MOST_NAMES, NO_PLANS, Finding, counted, listed, of_all, provisional, tally
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT

NOTHING_EXPECTED = "Registeret og katalogene har ingen forventninger til planene."
NOTHING_IN_FORCE = "Ingen av forventningene i registeret og katalogene er kjent å gjelde på registerets dato."
NOBODY = "Ingen har vurdert planene mot forventningene ennå."
ANSWERED = "{} har minst et delvis svar i en plan."
EXPECTATIONS = ("forventning", "forventninger", "forventningene")
PLANS = ("plan", "planer", "planene")
AREAS = ("satsingsområde", "satsingsområder", "satsingsområdene")
OWN_AREAS = ("lokalt satsingsområde", "lokale satsingsområder", "lokale satsingsområdene")
NO_AREAS = "Ingen satsingsområder gjelder på registerets dato."
NOBODY_ON_AREAS = "Ingen har vurdert planene mot satsingsområdene ennå."
CROSSING = "{} har en plan som også svarer på et nasjonalt kapittel."


class Share(NamedTuple):
    """A part of what is judged, and how many beside that nobody has judged."""

    part: int
    judged: int
    unjudged: int


def share(row: Mapping[Any, Any], part: str = "antall_minst_delvis") -> Share:
    """Return a part of a row of coverage as a share of what is judged."""
    return Share(row[part], row["antall"] - row["antall_ikke_vurdert"], row["antall_ikke_vurdert"])


def by_ground(grounds: Iterable[str]) -> str:
    """Return that all or some of the judgements are provisional, by what each expectation rests on (`grunnlag`)."""
    return provisional(ground == FORELOPIG for ground in grounds if ground != IKKE_VURDERT)


def by_counted(register: Register) -> str:
    """Return the same for the expectations that apply and are counted."""
    return by_ground(one.grunnlag for one in counted_in_force(register))


def once_judged(say: Callable[[Register], Finding]) -> Callable[[Register], Finding]:
    """Say that nothing is expected, or that nobody has judged it, in place of numbers that would rest on nothing."""

    @wraps(say)
    def guarded(register: Register) -> Finding:
        ones = in_force(register)
        if any(one.antall_vurdert for one in ones):
            return say(register)
        nothing = NOBODY if ones else NOTHING_IN_FORCE if expected(register) else NOTHING_EXPECTED
        return Finding(nothing if register.planer else NO_PLANS)

    return guarded


def by_number(register: Register) -> str:
    """Return of how many of its points a document is known by number: no share of what is counted is one of its points."""
    ones = [one for one in expected(register) if one.antall_punkter and one.gjelder]
    by = {one.dokument: (one.antall_punkter, sum(bool(it.nummer) for it in ones if it.dokument == one.dokument)) for one in ones}
    return " ".join(f"Av de {points} punktene i {name} er {some} kjent ved nummer." for name, (points, some) in by.items())


def by_unread(register: Register) -> str:
    """Return which documents apply that nobody has read whole: of what they ask, all or some is not counted."""
    return f"{names} gjelder også, men er ikke lest i sin helhet." if (names := unread(register)) else ""


def of_judged(said: str, known: Share, forms: tuple[str, str, str] = EXPECTATIONS, nobody: str = NOBODY) -> str:
    """Return a sentence with a share of what is judged in it: «3 av 5 vurderte forventninger»; `nobody` where none is."""
    one, many, all_of_them = forms
    marked = (f"vurdert {one}", f"vurderte {many}", f"vurderte {all_of_them}") if known.unjudged else forms
    sentence = said.format(of_all(known.part, known.judged, marked).lower())
    return sentence[0].upper() + sentence[1:] if known.judged else nobody


def the_rest(row: Mapping[Any, Any]) -> str:
    """Return how many of a row are answered weakly only, by no plan, or not judged; nothing where nobody has judged any."""
    words = {"antall_svakt": "bare et svakt svar", "antall_ingen_plan": "ingen plan", "antall_ikke_vurdert": "ingen vurdering"}
    return tally("Av resten har {}.", {what: row[name] for name, what in words.items()}) if share(row).judged else ""


def of_levels(said: str, shares: Mapping[str, Share]) -> tuple[str, str]:
    """Return a sentence on the first level of which something is judged, and how many have it of the others."""
    first = next((level for level, one in shares.items() if one.judged), next(iter(shares)))
    beside = {level: one for level, one in shares.items() if one.judged and level != first}
    marked = {level: f"vurderte {level}e" if one.unjudged else f"{level}e" for level, one in beside.items()}
    others = [f"{one.part} av {one.judged} {marked[level]}" for level, one in beside.items()]
    forms = f"{first} forventning", f"{first}e forventninger", f"{first}e forventningene"
    return of_judged(said, shares[first], forms), f"Av de andre har {listed(others)} det." if others else ""


@once_judged
def answers_finding(register: Register) -> Finding:
    """How many of the expectations in force a plan answers at least partly, and how it is with the rest."""
    # the first row is that of all
    row = expectation_coverage(register).to_dict("records")[0]
    unknown = row["antall_gyldighet_ukjent"]
    perhaps = f"For {unknown} til er det ikke kjent om {'den' if unknown == 1 else 'de'} gjelder." if unknown else ""
    known = perhaps, by_unread(register), by_number(register)
    return Finding(of_judged(ANSWERED, share(row)), the_rest(row), *known, by_counted(register))


@once_judged
def areas_finding(register: Register) -> Finding:
    """How many focus areas have a plan judged to answer at least partly, and how it is with the rest."""
    frame = focus_areas(register)
    row = numbers(list(frame["status"]))
    said = of_judged(ANSWERED, share(row), AREAS, NO_AREAS if frame.empty else NOBODY_ON_AREAS)
    return Finding(said, the_rest(row), by_ground(frame["grunnlag"]))


@once_judged
def pairs_finding(register: Register) -> Finding:
    """How many plans answer something that applies at least partly, and how it is with the rest."""
    frame = judged_plans(register)
    number = {"svarer": 0, "svarer ikke": 0, IKKE_VURDERT: 0} | frame["status"].value_counts().to_dict()
    partly, unjudged = int((frame["antall_sterk"] + frame["antall_delvis"] > 0).sum()), number[IKKE_VURDERT]
    rest = tally("Av resten svarer {}.", {"bare svakt": number["svarer"] - partly, "ikke": number["svarer ikke"]})
    unknown = f"{counted(unjudged)} er ikke ferdig vurdert." if unjudged else ""
    said = of_judged("{} svarer minst delvis på en forventning.", Share(partly, len(frame) - unjudged, unjudged), PLANS)
    return Finding(said, rest, unknown, by_counted(register))


@once_judged
def crossing_finding(register: Register) -> Finding:
    """How many own areas meet a national chapter in a plan, and which do not."""
    frame = chapters_by_area(register)
    if frame.empty:
        return Finding("Det er ingen nasjonale kapitler og lokale satsingsområder å holde mot hverandre.")
    met = frame.groupby("omraade", sort=False)["antall_planer"].sum() > 0
    ones = in_force(register)
    # an own area is known once all plans are judged against it, and against all that the state expects
    state = all(one.alle_vurdert for one in ones if one.expected.nivaa == STATE)
    judged = [one.expected.tekst for one in ones if state and one.alle_vurdert and one.expected.nivaa == OWN]
    known = met | met.index.isin(judged)
    without = [str(name) for name in met.index[known & ~met]]
    named = f"{listed(without)} har ingen." if 0 < len(without) <= MOST_NAMES else ""
    said = of_judged(CROSSING, Share(int(met.sum()), int(known.sum()), int((~known).sum())), OWN_AREAS)
    return Finding(said, named, by_counted(register))


@once_judged
def silence_finding(register: Register) -> Finding:
    """How many national (of none, regional) expectations a plan of the municipality connects with one of its own areas."""
    rows = [row for row in connections(register).to_dict("records") if row["nivaa_under"] == OWN]
    if not rows:
        return Finding("Det er ikke både lokale satsingsområder og forventninger på et nivå over.")
    shares = {row["nivaa"]: share(row, "antall_forbundet") for row in rows}
    said, same = of_levels("{} har en plan som også svarer på et lokalt satsingsområde.", shares)
    return Finding(said, same, by_number(register), by_counted(register))


def agreement_finding(register: Register) -> Finding:
    """In how many linked pairs two readers agree on the grade, which way they differ, and how far it is beyond chance."""
    row = agreement(register).to_dict("records")[0]
    if not row["antall_par"]:
        return Finding("Ingen har vurdert koblede par en gang til.")
    said = f"To lesere er enige om graden i {row['antall_like']} av {row['antall_par']} koblede par."
    other = f"Kontrollen har en høyere grad i {row['antall_hoyere']} og en lavere i {row['antall_lavere']}."
    beyond = "" if pd.isna(row["kappa"]) else f"Kappa med kvadratvekter er {row['kappa']:.2f}.".replace(".", ",", 1)
    return Finding(said, other, beyond)
