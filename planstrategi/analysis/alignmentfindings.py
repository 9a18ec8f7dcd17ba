"""One sentence per subject of alignment, computed from the frames."""

from collections.abc import Callable
from functools import wraps

import pandas as pd

from planstrategi.analysis.agreement import agreement
from planstrategi.analysis.alignment import (
    GJELDER_IKKE,
    GYLDIGHET_UKJENT,
    IKKE_VURDERT,
    INGEN_PLAN,
    STATUS,
    assessments,
    expectations,
    judged_plans,
    links,
)
from planstrategi.analysis.alignmentviews import focus_areas
from planstrategi.analysis.crosswalk import NO_PLAN, chapters_by_area, silence
from planstrategi.analysis.expectationcoverage import ALLE, coverage, goals, sensitivity, then_and_now
from planstrategi.analysis.expectationtime import by_year, slips
from planstrategi.analysis.findings import NO_PLANS, counted, listed, number, of_all
from planstrategi.moments import in_words
from planstrategi.register import Register

EXPECTED = ("forventning", "forventninger", "forventningene")
CHAPTERS = ("nasjonalt kapittel", "nasjonale kapitler")
AREAS = ("satsingsområde", "satsingsområder", "satsingsområdene")
NOTHING_EXPECTED = "Registeret har ingen satsingsområder, og katalogene ingen forventninger."
# more names than this make no headline
MOST_NAMED = 3
NOBODY = "Ingen har vurdert planene mot forventningene ennå."
PROVISIONAL = {True: " Vurderingene er foreløpige.", False: " Noen av vurderingene er foreløpige."}


def _provisional(register: Register) -> str:
    provisional = [sett.forelopig for sett in register.counting_sets()]
    return PROVISIONAL[all(provisional)] if any(provisional) else ""


def _once_judged(say: Callable[[Register], str]) -> Callable[[Register], str]:
    """Say that nobody has judged, in place of numbers that would all be nought."""

    @wraps(say)
    def guarded(register: Register) -> str:
        return say(register) if any(one.antall_vurdert for one in assessments(register)) else NOBODY

    return guarded


def _unjudged(frame: pd.DataFrame) -> int:
    return int((frame["status"] == IKKE_VURDERT).sum())


def _in_grades(status: pd.Series) -> str:
    """Return how many are answered strongly, partly and weakly, in words."""
    counts = status.value_counts()
    words = {"sterk": "sterkt", "delvis": "delvis", "svak": "bare svakt"}
    return listed([f"{int(counts.get(STATUS[grad], 0)) or 'ingen'} {word}" for grad, word in words.items()])


def answers(register: Register) -> str:
    """How many of the expectations in force a plan answers, by grade, and how many none does or nobody has judged."""
    counted_ones = expectations(register).query("telles")
    frame = counted_ones[counted_ones["status"].isin((*STATUS.values(), INGEN_PLAN, IKKE_VURDERT))]
    if frame.empty:
        return NOTHING_EXPECTED
    answered, unjudged = int(frame["status"].isin(STATUS.values()).sum()), _unjudged(frame)
    if unjudged == len(frame):
        return f"{of_all(0, len(frame), EXPECTED)} er vurdert mot planene ennå."
    left = len(frame) - answered - unjudged
    unknown = f", og {unjudged} er ikke vurdert" if unjudged else ""
    return (
        f"{of_all(answered, len(frame), EXPECTED)} som gjelder {in_words(register.per_dato)}, har minst én plan som "
        f"svarer: {_in_grades(frame['status'])}; {left or 'ingen'} har ingen plan{unknown}."
        f"{_aside(counted_ones['status'])}{_provisional(register)}"
    )


def _aside(status: pd.Series) -> str:
    """Return how many more there are that do not apply, or may."""
    counts = status.value_counts()
    words = ((GJELDER_IKKE, "gjelder ikke da"), (GYLDIGHET_UKJENT, "gjelder kanskje"))
    said = [f" {counted(int(counts[name]), 'annen', 'andre')} {what}." for name, what in words if name in counts]
    return "".join(said)


def areas(register: Register) -> str:
    """How many focus areas have a plan judged to answer strongly, only partly, only weakly, or are not judged."""
    status = focus_areas(register)["status"].value_counts()
    total, unjudged = int(status.sum()), int(status.get(IKKE_VURDERT, 0))
    if total == 0:
        return "Registeret har ingen satsingsområder."
    if unjudged == total:
        return f"{of_all(0, total, AREAS)} er vurdert mot planene ennå."
    strong = int(status.get("sterkt", 0))
    names = ((STATUS["delvis"], "bare til delvis"), (STATUS["svak"], "bare til svak"), (INGEN_PLAN, "har ingen plan"))
    parts = [f"{of_all(strong, total, AREAS)} har minst én plan vurdert til sterk"]
    parts += [f"{int(status[name])} {words}" for name, words in names if status.get(name, 0)]
    said = f"{', '.join(parts)}, og {unjudged} er ikke vurdert" if unjudged else listed(parts)
    return f"{said}.{_provisional(register)}"


def pairs(register: Register) -> str:
    """How many plans are judged to answer something, how many nothing, and how many nobody can judge."""
    frame = judged_plans(register)
    status, judged = frame["status"].value_counts(), links(register)
    if frame.empty:
        return NO_PLANS
    answering, silent, unjudged = (int(status.get(word, 0)) for word in ("svarer", "svarer ikke", IKKE_VURDERT))
    if unjudged == len(frame):
        return f"{of_all(0, len(frame))} er vurdert mot forventningene ennå."
    strong = int((judged["grad"] == "sterk").sum())
    start = (
        f"{of_all(answering, len(frame))} er vurdert å svare på minst én forventning, "
        f"{strong or 'ingen'} av {len(judged)} koblinger er sterke"
    )
    left = [f"{silent} svarer ikke på noen"] if silent else []
    left += [f"{counted(unjudged, 'plan', 'planer')} er ikke vurdert"] if unjudged else []
    return f"{start}{'; ' if left else ''}{' og '.join(left)}."


@_once_judged
def crossing(register: Register) -> str:
    """How many of the own areas carry each national chapter, and which chapter the fewest."""
    frame = chapters_by_area(register)
    if frame.empty:
        return "Det er ingen nasjonale kapitler og lokale satsingsområder å holde mot hverandre."
    carried = (frame["antall_planer"] > 0).groupby(frame["kapittel"], sort=False).sum()
    fewest = [str(name) for name in carried.index[carried == carried.min()]]
    total = frame["omraade"].nunique()
    return (
        f"{int((carried > 0).sum())} av {counted(len(carried), *CHAPTERS)} møtes med et lokalt satsingsområde i en "
        "plan; "
        f"{listed(fewest)} møtes med færrest, {int(carried.min())} av {total}."
        f"{_provisional(register)}"
    )


@_once_judged
def timing(register: Register) -> str:
    """How many expectations are answered by finished plans by the first and the last year, and if all slips a year."""
    frame = by_year(register)
    if frame.empty:
        return NOTHING_EXPECTED
    sums = frame.groupby("aar")[["antall", "antall_naadd", "antall_forsinket"]].sum()
    first, last = sums.iloc[0], sums.iloc[-1]
    return (
        f"Ved utgangen av {sums.index[0]} svarer ferdige planer på {first['antall_naadd']} av {first['antall']} "
        f"forventninger, i {sums.index[-1]} på {last['antall_naadd']}; glir alt som ikke er ferdig, ett år, blir det "
        f"{last['antall_forsinket']}.{_provisional(register)}"
    )


@_once_judged
def slipping(register: Register) -> str:
    """Which plan delays most when it alone slips a year."""
    frame = slips(register)
    frame = frame[frame["antall_forsinket"] > 0]
    if frame.empty:
        return "Ingen forventning blir svart på senere om én plan glir ett år."
    most = int(frame["antall_forsinket"].max())
    names = list(frame.loc[frame["antall_forsinket"] == most, "navn"])
    return (
        f"{counted(len(frame), 'plan', 'planer')} gir forsinkelse om den glir ett år; mest betyr {listed(names)}, med "
        f"{counted(most, 'forventning', 'forventninger')}{' hver' if len(names) > 1 else ''}."
    )


@_once_judged
def goals_finding(register: Register) -> str:
    """For which goals the smallest share of the expectations is answered."""
    frame = goals(register)
    asked = frame[frame["antall"] > 0]
    if asked.empty:
        return "Ingen forventninger er koblet til bærekraftsmålene."
    lowest = asked[asked["svart_prosent"] == asked["svart_prosent"].min()].to_dict("records")
    named = [f"mål {row['maal_nr']} ({row['maal_navn']}), {row['antall_svart']} av {row['antall']}" for row in lowest]
    more = [f"{len(lowest) - MOST_NAMED} til"] if len(lowest) > MOST_NAMED else []
    return f"Lavest andel svart på har {listed([*named[:MOST_NAMED], *more])}.{_provisional(register)}"


@_once_judged
def silence_finding(register: Register) -> str:
    """How many national and regional expectations the municipality's own areas do not pick up."""
    frame = silence(register)
    local = frame[frame["nivaa_under"] == "lokal"]
    if local.empty:
        return "Ingen forventning er uten plan som også svarer på et lokalt satsingsområde."
    none = int((local["grunn"] == NO_PLAN).sum())
    all_of_them = counted(len(local), "nasjonal eller regional forventning", "nasjonale og regionale forventninger")
    return (
        f"{all_of_them} tas ikke opp lokalt: på {none} svarer ingen plan, "
        f"og på {len(local) - none} bare planer som ikke svarer på noe lokalt "
        f"satsingsområde.{_provisional(register)}"
    )


@_once_judged
def sensitivity_finding(register: Register) -> str:
    """What is left of the coverage without provisional judgements, and without those only a name speaks for."""
    sums = sensitivity(register).groupby("utvalg", sort=False)[["antall", "antall_svart"]].sum()
    if sums.empty:
        return NOTHING_EXPECTED
    names = {
        "uten foreløpige": "uten de foreløpige vurderingene",
        "uten det bare navnet taler for": "uten det bare navnet taler for",
    }
    answered = sums["antall_svart"].to_dict()
    parts = [f"{answered[name]} {words}" for name, words in names.items()]
    whole = sums.loc["alle vurderinger"]
    return f"Av {whole['antall']} forventninger er {whole['antall_svart']} svart på, {listed(parts)}."


def agreement_finding(register: Register) -> str:
    """How far two readers agree, as share and kappa."""
    frame = agreement(register).set_index("enighet_om")
    if not frame["antall_par"].max():
        return "Ingen har vurdert parene en gang til."
    parts = [
        f"{row['antall_like']} av {row['antall_par']} par ({number(row['enige_prosent'])} %) om {name}"
        f"{_kappa(row['kappa'])}"
        for name, row in zip(("graden", "at planen svarer, eller ikke"), frame.to_dict("records"), strict=True)
    ]
    return f"To lesere er enige i {'; i '.join(parts)}."


def _kappa(value: float) -> str:
    return "" if pd.isna(value) else f", kappa {number(value, 2)}"


@_once_judged
def then_and_now_finding(register: Register) -> str:
    """How many expectations apply on the register's day and on the judgements', and how many are answered."""
    sums = then_and_now(register).groupby("dato", sort=False)[["antall", "antall_svart"]].sum().to_dict("index")
    parts = [
        f"{in_words(str(day))} gjelder {row['antall']}, svart på {row['antall_svart']}" for day, row in sums.items()
    ]
    return f"Forventninger: {'; '.join(parts)}.{_provisional(register)}" if parts else NOTHING_EXPECTED


@_once_judged
def level_shares(register: Register) -> str:
    """The share answered on each level, with its denominator."""
    frame = coverage(register)
    rows = frame[(frame["gruppe"] == ALLE) & (frame["antall"] > 0)].drop_duplicates("nivaa")
    parts = [f"{row.nivaa} {row.antall_svart} av {row.antall}" for row in rows.itertuples()]
    return f"Svart på etter nivå: {listed(parts)}." if parts else NOTHING_EXPECTED
