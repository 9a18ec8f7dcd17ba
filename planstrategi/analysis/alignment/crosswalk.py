"""The levels against each other: which own area carries which national chapter, and what no plan connects downwards.

Two groups of expectations meet where one plan answers both.
"""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from planstrategi.analysis.alignment.assessment import ANSWERING_GRADES, INGEN_PLAN, Assessment, assessments
from planstrategi.analysis.alignment.coverage import in_force
from planstrategi.analysis.alignment.expectations import KAPITTEL, LEVELS, expected
from planstrategi.analysis.alignment.judged_pairs import judged
from planstrategi.model.register import Register

# group -> plan -> the strongest grade with which the plan answers something in the group
Carried = dict[tuple[str, str], dict[str, str]]


def crosswalk(register: Register) -> pd.DataFrame:
    """Return one row per two groups of different levels that a plan connects.

    A group is a national chapter or a document, or one of the municipality's own areas. `planer` are the plans judged
    to answer something in both, `antall_planer` how many; `grad` is the strongest connection: the weaker of a plan's
    two grades, at its best.
    """
    carried = _carried(in_force(assessments(register)))
    rows = [row for above, below in combinations(carried, 2) if (row := _row(above, below, carried))]
    return pd.DataFrame(rows, columns=CROSSWALK_COLUMNS)


CROSSWALK_COLUMNS = ["fra_nivaa", "fra", "til_nivaa", "til", "grad", "antall_planer", "planer"]


def _carried(ones: list[Assessment]) -> Carried:
    carried: Carried = {}
    for one in ones:
        plans = carried.setdefault(_group(one), {})
        for _, vurdering in one.pairs:
            earlier = plans.get(vurdering.plan, vurdering.grad)
            plans[vurdering.plan] = min(earlier, vurdering.grad, key=ANSWERING_GRADES.index)
    return carried


def _group(one: Assessment) -> tuple[str, str]:
    what = one.expected
    return what.nivaa, what.tekst if what.nivaa == LEVELS[-1] else what.gruppe


def _row(above: tuple[str, str], below: tuple[str, str], carried: Carried) -> tuple[object, ...] | None:
    plans = {
        plan: max(grad, carried[below][plan], key=ANSWERING_GRADES.index)
        for plan, grad in carried[above].items()
        if plan in carried[below]
    }
    if above[0] == below[0] or not plans:
        return None
    return (*above, *below, min(plans.values(), key=ANSWERING_GRADES.index), len(plans), tuple(plans))


def chapters_by_area(register: Register) -> pd.DataFrame:
    """Return one row per own area (`omraade`) and national chapter (`kapittel`): how many plans connect them."""
    ones = in_force(assessments(register))
    carried = _carried(ones)
    areas = [group for group in carried if group[0] == LEVELS[-1]]
    state = [one for one in ones if one.expected.nivaa == LEVELS[0]]
    chapters = dict.fromkeys(_group(one) for one in state if one.expected.slag == KAPITTEL)
    rows = [(area[1], chapter[1], len(carried[area].keys() & carried[chapter].keys())) for area in areas for chapter in chapters]
    return pd.DataFrame(rows, columns=["omraade", "kapittel", "antall_planer"])


def silence(register: Register) -> pd.DataFrame:
    """Return one row per counted expectation in force that no plan of the municipality connects with a level below.

    Only the municipality's plans are asked: a county may well take up what none of them answers. The state's are held
    against the county's and the municipality's own, the county's against the municipality's own. `grunn` says whether
    no plan answers it, or the plans that do answer nothing on the level below (`nivaa_under`); what nobody has judged
    is left out.
    """
    ones = [one for one in in_force(assessments(register)) if one.expected.telles]
    return pd.DataFrame(_silent(ones, _judged_on(register)), columns=SILENCE_COLUMNS)


SILENCE_COLUMNS = ["forventning_id", "nivaa", "tekst", "gruppe", "nivaa_under", "grunn", "planer", "kilde"]
NO_PLAN, NOTHING_BELOW = "ingen plan svarer", "planene som svarer, svarer ikke på noe på dette nivået"


def _judged_on(register: Register) -> dict[str, set[str]]:
    """Return the plans that somebody has judged against all of each level that applies."""
    found = tuple(one for one in expected(register) if one.gjelder)
    levels = {one.dokument_id: one.nivaa for one in found}
    wholes: dict[str, list[set[str]]] = {level: [] for level in LEVELS}
    for name, document in judged(register, expected(register)).items():
        if name in levels:
            wholes[levels[name]].append(set(document.whole))
    return {level: set.intersection(*plans) if plans else set() for level, plans in wholes.items()}


def _silent(ones: list[Assessment], judged_on: dict[str, set[str]]) -> Iterator[tuple[object, ...]]:
    answering = {level: _plans(one for one in ones if one.expected.nivaa == level) for level in LEVELS}
    for number, level in enumerate(LEVELS):
        for below in LEVELS[number + 1 :]:
            for one in ones:
                what, plans = one.expected, set(one.plans)
                told = plans <= judged_on[below] if plans else one.status == INGEN_PLAN
                if what.nivaa == level and judged_on[below] and told and not plans & answering[below]:
                    reason = NOTHING_BELOW if plans else NO_PLAN
                    yield what.id, level, what.tekst, what.gruppe, below, reason, one.plans, what.kilde


def _plans(ones: Iterator[Assessment]) -> set[str]:
    return {plan for one in ones for plan in one.plans}
