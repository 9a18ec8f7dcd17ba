"""The frames that the charts of alignment are drawn from."""

from itertools import product

import pandas as pd

from planstrategi.analysis.alignment.assessment import (
    ANSWERING_GRADES,
    GJELDER_IKKE,
    GYLDIGHET_UKJENT,
    IKKE_VURDERT,
    INGEN_PLAN,
    STATUS_OF_GRADE,
    Assessment,
    assessments,
    expectation_table,
    judged_plans,
)
from planstrategi.analysis.alignment.coverage import by_status, in_force
from planstrategi.analysis.alignment.crosswalk import chapters_by_area
from planstrategi.analysis.alignment.expectations import KAPITTEL, LEVELS, SATSING
from planstrategi.analysis.alignment.over_time import answered_by_year
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import NIVAA

ALLE_NIVAA, INGEN_KOBLING = "Alle forventninger", "ingen kobling"


def answers_by_group(register: Register) -> pd.DataFrame:
    """Return how many expectations that apply each chapter, document and list has, by status; `gruppe` is the level."""
    frame = by_status(register)
    frame = frame[frame["status"] != GJELDER_IKKE]
    return frame.assign(rad=frame["gruppe"], gruppe=frame["nivaa"].map(NIVAA))


def focus_areas(register: Register) -> pd.DataFrame:
    """Return the focus areas that apply, the national chapters and the municipality's own: how many plans, by grade."""
    frame = expectation_table(register)
    frame = frame[~frame["status"].isin((GJELDER_IKKE, GYLDIGHET_UKJENT))]
    return frame[((frame["slag"] == KAPITTEL) & (frame["nivaa"] == LEVELS[0])) | (frame["slag"] == SATSING)]


def answers_by_year(register: Register) -> pd.DataFrame:
    """Return how many expectations are answered by plans finished by the end of each year; `gruppe` is the level."""
    rows = []
    for row in answered_by_year(register).to_dict("records"):
        parts = {
            "minst delvis": row["antall_naadd_delvis"],
            "svakt": row["antall_naadd"] - row["antall_naadd_delvis"],
            "kommer senere": row["antall"] - row["antall_ikke_svart"] - row["antall_uten_tid"] - row["antall_naadd"],
            "tid ikke kjent": row["antall_uten_tid"],
            INGEN_PLAN: row["antall_ingen_plan"],
            IKKE_VURDERT: row["antall_ikke_svart"] - row["antall_ingen_plan"],
        }
        rows += [(NIVAA[str(row["nivaa"])], str(row["aar"]), status, number) for status, number in parts.items() if number]
    return pd.DataFrame(rows, columns=["gruppe", "rad", "status", "antall"])


def chapter_grid(register: Register) -> pd.DataFrame:
    """Return how many plans connect each own area (`rad`) with each national chapter (`kolonne`)."""
    return chapters_by_area(register).rename(columns={"omraade": "rad", "kapittel": "kolonne"})


def matrix(register: Register) -> pd.DataFrame:
    """Return the strongest grade of each plan (`plan`) for each group of expectations in force (`forventning`).

    A group is a chapter, a document, or one of the municipality's own areas. `attrs` lists all plans, those that answer
    most first, and all groups by level.
    """
    ones = in_force(assessments(register))
    names = {plan.id: plan.label for plan in register.planer}
    groups = _labels(ones)
    best: dict[tuple[str, str], str] = {}
    for one in ones:
        for _, vurdering in one.pairs:
            cell = vurdering.plan, groups[_key(one)]
            best[cell] = min(best.get(cell, vurdering.grad), vurdering.grad, key=ANSWERING_GRADES.index)
    rows = [(names[plan], group, grad) for (plan, group), grad in best.items()]
    frame = pd.DataFrame(rows, columns=["plan", "forventning", "grad"])
    levels = [level for level, _ in groups]
    frame.attrs |= {
        "planer": _strongest_first(best, names),
        "forventninger": list(groups.values()),
        "ikke_vurdert": [*_unjudged_plans(register, names), *_unjudged_groups(ones, groups)],
        "bolker": [number for number in range(1, len(levels)) if levels[number] != levels[number - 1]],
    }
    return frame


def plans_by_level(register: Register) -> pd.DataFrame:
    """Return the matrix in short: plans (`antall`) per level (`rad`), by their strongest grade there (`status`).

    A plan that somebody has judged, and that answers nothing on the level, has `ingen kobling`.
    """
    unjudged = set(judged_plans(register).query("status == @IKKE_VURDERT")["plan_id"])
    best: dict[tuple[str, str], str] = {}
    for one in in_force(assessments(register)):
        for level, (_, vurdering) in product((ALLE_NIVAA, one.expected.nivaa), one.pairs):
            cell = vurdering.plan, level
            best[cell] = min(best.get(cell, vurdering.grad), vurdering.grad, key=ANSWERING_GRADES.index)
    rows = [
        (NIVAA.get(level, level), STATUS_OF_GRADE.get(best.get((plan.id, level), ""), otherwise))
        for level in (ALLE_NIVAA, *LEVELS)
        for plan in register.planer
        for otherwise in [IKKE_VURDERT if plan.id in unjudged else INGEN_KOBLING]
    ]
    frame = pd.DataFrame(rows, columns=["rad", "status"])
    counts = frame.groupby(["rad", "status"], sort=False).size().rename("antall").reset_index()
    return counts.assign(gruppe=f"Alle {len(register.planer)} planer")


def _unjudged_plans(register: Register, names: dict[str, str]) -> list[str]:
    frame = judged_plans(register)
    return [names[plan] for plan in frame.loc[frame["status"] == IKKE_VURDERT, "plan_id"]]


def _unjudged_groups(ones: list[Assessment], groups: dict[tuple[str, str], str]) -> list[str]:
    judged = {_key(one) for one in ones if one.status != IKKE_VURDERT}
    return [name for key, name in groups.items() if key not in judged]


def _key(one: Assessment) -> tuple[str, str]:
    what = one.expected
    return what.nivaa, what.tekst if what.slag == SATSING else what.gruppe


def _labels(ones: list[Assessment]) -> dict[tuple[str, str], str]:
    """Return what each group is called; two of one name say their levels."""
    keys = list(dict.fromkeys(map(_key, ones)))
    names = [name for _, name in keys]
    return {(level, name): f"{name} ({level})" if names.count(name) > 1 else name for level, name in keys}


def _strongest_first(best: dict[tuple[str, str], str], names: dict[str, str]) -> list[str]:
    grades: dict[str, list[str]] = {plan: [] for plan in names}
    for (plan, _), grad in best.items():
        grades[plan].append(grad)
    return [names[plan] for plan in sorted(names, key=lambda plan: [-grades[plan].count(grad) for grad in ANSWERING_GRADES])]
