"""The frames that the charts of alignment are drawn from."""

from collections import Counter
from itertools import pairwise

import pandas as pd

from planstrategi.analysis.alignment import assessment
from planstrategi.analysis.alignment.crosswalk import chapters_by_area, grades_by_subject, judged_on
from planstrategi.analysis.alignment.expectations import KAPITTEL, SATSING, STATE
from planstrategi.analysis.alignment.over_time import answered_by_year
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import told_apart
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import GJELDER_IKKE, IKKE_VURDERT, NIVAA

ALLE_NIVAA, INGEN_KOBLING = "Alle forventninger", "ingen kobling"


@columns("gruppe rad status antall")
def answers_by_group(register: Register) -> Rows:
    """Return how many expectations that apply each chapter, document and list has, by status; `gruppe` is the level."""
    counted = [one for one in assessment.assessments(register) if one.expected.telles and one.status != GJELDER_IKKE]
    numbers = Counter((one.expected.nivaa, one.expected.gruppe, one.status) for one in counted)
    for (level, group, status), number in numbers.items():
        yield {"gruppe": NIVAA[level], "rad": group, "status": status, "antall": number}


@columns("gruppe rad status antall")
def answers_by_level(register: Register) -> pd.DataFrame:
    """Return the same in short: each level whole."""
    frame = answers_by_group(register).assign(rad=lambda rows: rows["gruppe"], gruppe=ALLE_NIVAA)
    return frame.groupby(["gruppe", "rad", "status"], sort=False)["antall"].sum().reset_index()


@columns("nivaa tekst status antall_sterk antall_delvis antall_svak antall_ingen antall_ikke_vurdert grunnlag")
def focus_areas(register: Register) -> pd.DataFrame:
    """Return the focus areas that apply, the national chapters and the municipality's own: how many plans, by grade."""
    frame = assessment.expectation_table(register)
    frame = frame[frame["status"].isin((*assessment.STATUS_OF_GRADE.values(), assessment.INGEN_PLAN, IKKE_VURDERT))]
    return frame[((frame["slag"] == KAPITTEL) & (frame["nivaa"] == STATE)) | (frame["slag"] == SATSING)]


@columns("gruppe rad status antall")
def answers_by_year(register: Register) -> Rows:
    """Return how many expectations are answered by plans finished by the end of each year; `gruppe` is the level."""
    for row in answered_by_year(register).to_dict("records"):
        parts = {
            "minst delvis": row["antall_naadd_delvis"],
            "svakt": row["antall_naadd"] - row["antall_naadd_delvis"],
            "kommer senere": row["antall_kommer"],
            "utløpt": row["antall_utloept"],
            "tid ikke kjent": row["antall_uten_tid"],
            assessment.INGEN_PLAN: row["antall_ingen_plan"],
            IKKE_VURDERT: row["antall_ikke_vurdert"],
        }
        place = {"gruppe": NIVAA.get(row["nivaa"], ALLE_NIVAA), "rad": str(row["aar"])}
        yield from (place | {"status": status, "antall": number} for status, number in parts.items() if number)


@columns("gruppe rad status antall")
def all_answers_by_year(register: Register) -> pd.DataFrame:
    """Return the same in short: all levels together."""
    frame = answers_by_year(register)
    return frame[frame["gruppe"] == ALLE_NIVAA]


@columns("rad kolonne antall_planer vurdert")
def chapter_grid(register: Register) -> pd.DataFrame:
    """Return how many plans connect each own area (`rad`) with each national chapter (`kolonne`), if any was judged on both."""
    frame = chapters_by_area(register).rename(columns={"omraade": "rad", "kapittel": "kolonne"})
    return frame.assign(vurdert=frame["antall_planer"] + frame["antall_ingen"] > 0)


@columns("plan forventning grad")
def matrix(register: Register) -> pd.DataFrame:
    """Return the strongest grade of each plan (`plan`) for each group of expectations in force (`forventning`).

    A group is a chapter, a document, or one of the municipality's own areas. A pair that nobody has judged whole has the
    grade `ikke vurdert`, unless all of its plan, or of its group, stands in `attrs["ikke_vurdert"]`. `attrs` lists all
    plans, those that answer most first, and all groups by level. Plans of one short name carry their ids, groups of one
    name their levels.
    """
    ones = assessment.in_force(register)
    carried, known = grades_by_subject(ones), judged_on(register, "subject")
    names = told_apart({plan.id: plan.label for plan in register.planer}, {plan.id: plan.id for plan in register.planer})
    labels = told_apart({subject: subject.navn for subject in carried}, {subject: subject.nivaa for subject in carried})
    plans, judged = assessment.judged_plans(register), {one.expected.subject for one in ones if one.status != IKKE_VURDERT}
    unjudged = list(plans.loc[plans["status"] == IKKE_VURDERT, "plan_id"])
    cells = [(plan, subject, grad) for subject, grades in carried.items() for plan, grad in grades.items()]
    for subject in (one for one in carried if one in judged):
        told = {*carried[subject], *known[subject], *unjudged}
        cells += [(plan, subject, IKKE_VURDERT) for plan in names if plan not in told]
    frame = pd.DataFrame([(names[plan], labels[subject], grad) for plan, subject, grad in cells], columns=list(matrix.columns))
    number = Counter(cell for plans in carried.values() for cell in plans.items())
    strongest_first = sorted(names, key=lambda plan: [-number[plan, grad] for grad in assessment.ANSWERING_GRADES])
    frame.attrs |= {
        "planer": [names[plan] for plan in strongest_first],
        "forventninger": list(labels.values()),
        "ikke_vurdert": [names[plan] for plan in unjudged] + [labels[one] for one in labels if one not in judged],
        "bolker": [number for number, (before, here) in enumerate(pairwise(carried), 1) if here.nivaa != before.nivaa],
    }
    return frame


@columns("rad status antall gruppe")
def plans_by_level(register: Register) -> Rows:
    """Return the matrix in short: plans (`antall`) per level (`rad`), by their strongest grade there (`status`).

    A plan that somebody has judged against all of the level, and that answers nothing there, has `ingen kobling`.
    """
    judged, carried = judged_on(register, "nivaa"), grades_by_subject(assessment.in_force(register))
    for level, known in ({ALLE_NIVAA: set.intersection(*judged.values())} | judged if judged else {}).items():
        otherwise = {plan.id: INGEN_KOBLING if plan.id in known else IKKE_VURDERT for plan in register.planer}
        cells = [cell for subject, plans in carried.items() if level in (ALLE_NIVAA, subject.nivaa) for cell in plans.items()]
        # the strongest grade of a plan comes last, and stays
        best = dict(sorted(cells, key=lambda cell: -assessment.ANSWERING_GRADES.index(cell[1])))
        statuses = otherwise | {plan: assessment.STATUS_OF_GRADE[grad] for plan, grad in best.items()}
        for status, number in Counter(statuses.values()).items():
            place = {"gruppe": f"Alle {len(register.planer)} planer", "rad": NIVAA.get(level, level)}
            yield place | {"status": status, "antall": number}
