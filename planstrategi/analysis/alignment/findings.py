"""One sentence per subject of alignment, computed from the frames."""

import pandas as pd

from planstrategi.analysis.alignment.agreement import agreement
from planstrategi.analysis.alignment.assessment import INGEN_PLAN, STATUS_OF_GRADE, expectation_table, judged_plans, links
from planstrategi.analysis.alignment.chart_frames import focus_areas
from planstrategi.analysis.alignment.crosswalk import NO_PLAN, chapters_by_area, silence
from planstrategi.analysis.alignment.grounds import NOTHING_EXPECTED, by_counted, by_ground, once_judged
from planstrategi.analysis.shared.sentences import EXPECTATION_FORMS, NO_PLANS, PLAN_FORMS, counted, listed, of_all
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_VURDERT

EXPECTATIONS = (*EXPECTATION_FORMS, "forventningene")
CHAPTERS = ("nasjonalt kapittel", "nasjonale kapitler")
AREAS = ("satsingsområde", "satsingsområder", "satsingsområdene")


def _in_grades(status: pd.Series) -> str:
    """Return how many are answered strongly, partly and weakly, in words."""
    counts = status.value_counts()
    words = {"sterk": "sterkt", "delvis": "delvis", "svak": "bare svakt"}
    return listed([f"{int(counts.get(STATUS_OF_GRADE[grad], 0)) or 'ingen'} {word}" for grad, word in words.items()])


def answers_finding(register: Register) -> str:
    """How many of the expectations in force a plan answers, by grade, and how many none does or nobody has judged."""
    counted_ones = expectation_table(register).query("telles")
    frame = counted_ones[counted_ones["status"].isin((*STATUS_OF_GRADE.values(), INGEN_PLAN, IKKE_VURDERT))]
    if frame.empty:
        return NOTHING_EXPECTED
    answered = int(frame["status"].isin(STATUS_OF_GRADE.values()).sum())
    unjudged = int((frame["status"] == IKKE_VURDERT).sum())
    if unjudged == len(frame):
        return f"{of_all(0, len(frame), EXPECTATIONS)} er vurdert mot planene ennå."
    left = len(frame) - answered - unjudged
    unknown = f", og {unjudged} er ikke vurdert" if unjudged else ""
    return (
        f"{of_all(answered, len(frame), EXPECTATIONS)} som gjelder {in_words(register.per_dato)}, har minst én plan som "
        f"svarer: {_in_grades(frame['status'])}; {left or 'ingen'} har ingen plan{unknown}."
        f"{_aside(counted_ones['status'])}{by_ground(frame['grunnlag'])}"
    )


def _aside(status: pd.Series) -> str:
    """Return how many more there are that do not apply, or may."""
    counts = status.value_counts()
    words = ((GJELDER_IKKE, "gjelder ikke da"), (GYLDIGHET_UKJENT, "gjelder kanskje"))
    said = [f" {counted(int(counts[name]), 'annen', 'andre')} {what}." for name, what in words if name in counts]
    return "".join(said)


def areas_finding(register: Register) -> str:
    """How many focus areas have a plan judged to answer strongly, only partly, only weakly, or are not judged."""
    frame = focus_areas(register)
    status = frame["status"].value_counts()
    total, unjudged = int(status.sum()), int(status.get(IKKE_VURDERT, 0))
    if total == 0:
        return "Registeret har ingen satsingsområder."
    if unjudged == total:
        return f"{of_all(0, total, AREAS)} er vurdert mot planene ennå."
    strong = int(status.get("sterkt", 0))
    names = {STATUS_OF_GRADE["delvis"]: "bare til delvis", STATUS_OF_GRADE["svak"]: "bare til svak", INGEN_PLAN: "har ingen plan"}
    parts = [f"{of_all(strong, total, AREAS)} har minst én plan vurdert til sterk"]
    parts += [f"{int(status[name])} {words}" for name, words in names.items() if status.get(name, 0)]
    said = f"{', '.join(parts)}, og {unjudged} er ikke vurdert" if unjudged else listed(parts)
    return f"{said}.{by_ground(frame['grunnlag'])}"


def pairs_finding(register: Register) -> str:
    """How many plans answer something that applies, how many nothing, and how many nobody can judge."""
    frame = judged_plans(register)
    status = frame["status"].value_counts()
    if frame.empty:
        return NO_PLANS
    answering, silent, unjudged = (int(status.get(word, 0)) for word in ("svarer", "svarer ikke", IKKE_VURDERT))
    if unjudged == len(frame):
        return f"{of_all(0, len(frame))} er vurdert mot forventningene ennå."
    start = f"{of_all(answering, len(frame))} er vurdert å svare på minst én forventning{_strong(register)}"
    left = [f"{silent} svarer ikke på noen"] if silent else []
    left += [f"{counted(unjudged, *PLAN_FORMS)} er ikke vurdert"] if unjudged else []
    return f"{start}{'; ' if left else ''}{' og '.join(left)}."


def _strong(register: Register) -> str:
    """Return how many of the judged pairs that apply are strong."""
    judged = links(register)
    grades = judged.loc[judged["gjelder"].eq(True), "grad"]
    strong = int((grades == "sterk").sum())
    if len(grades) < 2:
        return f", og den ene koblingen er {'sterk' if strong else 'ikke sterk'}" if len(grades) else ""
    return f", {strong or 'ingen'} av {len(grades)} koblinger er sterke"


@once_judged
def crossing_finding(register: Register) -> str:
    """How many national chapters meet an own area in a plan, and which chapters meet the fewest of them."""
    frame = chapters_by_area(register)
    if frame.empty:
        return "Det er ingen nasjonale kapitler og lokale satsingsområder å holde mot hverandre."
    carried = (frame["antall_planer"] > 0).groupby(frame["kapittel"], sort=False).sum()
    fewest = [str(name) for name in carried.index[carried == carried.min()]]
    total = frame["omraade"].nunique()
    return (
        f"{int((carried > 0).sum())} av {counted(len(carried), *CHAPTERS)} møter et lokalt satsingsområde i en plan; "
        f"{listed(fewest)} møter færrest av de lokale satsingsområdene, {int(carried.min())} av {total}."
        f"{by_counted(register)}"
    )


@once_judged
def silence_finding(register: Register) -> str:
    """How many national and regional expectations no plan of the municipality connects with one of its own areas."""
    frame = silence(register)
    local = frame[frame["nivaa_under"] == "lokal"]
    if local.empty:
        return "Ingen forventning er funnet som bare svares på av planer uten noe lokalt satsingsområde."
    none = int((local["grunn"] == NO_PLAN).sum())
    all_of_them = counted(len(local), "nasjonal eller regional forventning", "nasjonale og regionale forventninger")
    parts = [f"på {none} svarer ingen plan"] if none else []
    parts += [f"på {len(local) - none} svarer bare planer uten noe lokalt satsingsområde"] if none < len(local) else []
    return f"{all_of_them} forbindes ikke med noe lokalt satsingsområde: {', og '.join(parts)}.{by_counted(register)}"


def agreement_finding(register: Register) -> str:
    """How far two readers agree, as share and kappa."""
    frame = agreement(register).set_index("enighet_om")
    if not frame["antall_par"].max():
        return "Ingen har vurdert parene en gang til."
    parts = [
        f"{row['antall_like']} av {row['antall_par']} par ({in_digits(row['enige_prosent'])} %) om {name}{_kappa(row['kappa'])}"
        for name, row in zip(("graden", "at planen svarer, eller ikke"), frame.to_dict("records"), strict=True)
    ]
    return f"To lesere er enige i {'; i '.join(parts)}."


def _kappa(value: float) -> str:
    return "" if pd.isna(value) else f", kappa {in_digits(value, 2, 2)}"
