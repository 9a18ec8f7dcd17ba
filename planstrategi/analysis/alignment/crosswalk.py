"""The levels against each other: which own area carries which national chapter, and what no plan connects downwards.

Two groups of expectations meet where one plan answers both.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from planstrategi.analysis.alignment.assessment import ANSWERING_GRADES, Assessment, in_force
from planstrategi.analysis.alignment.expectations import LEVELS, OWN, STATE, Subject
from planstrategi.analysis.alignment.judged_pairs import judged
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT

NO_PLAN, NOTHING_BELOW = "ingen plan svarer", "planene som svarer, svarer ikke på noe på dette nivået"
CONNECTED = "forbundet"
Carried = dict[Subject, dict[str, str]]


def grades_by_subject(ones: Iterable[Assessment]) -> Carried:
    """Return, by what is expected and by plan, the strongest grade with which the plan answers something in it."""
    carried: Carried = {}
    for one in ones:
        plans = carried.setdefault(one.expected.subject, {})
        for _, vurdering in one.pairs:
            plans[vurdering.who] = min(plans.get(vurdering.who, vurdering.grad), vurdering.grad, key=ANSWERING_GRADES.index)
    return carried


def _plans_on_both(one: Subject, other: Subject, carried: Carried, known: dict[Subject, set[str]], plans: int) -> Row:
    """Return how many of the plans answer something in both, how many were judged not to, and of how many nobody knows."""
    both = carried[one].keys() & carried[other].keys()
    neither = (known[one] & known[other]) - both
    return {"antall_planer": len(both), "antall_ingen": len(neither), "antall_ikke_vurdert": plans - len(both) - len(neither)}


@columns("fra_nivaa fra til_nivaa til grad antall_planer antall_ingen antall_ikke_vurdert planer")
def crosswalk(register: Register) -> Rows:
    """Return one row per two groups of different levels that a plan connects.

    A group is a national chapter or a document, or one of the municipality's own areas. `planer` are the plans judged
    to answer something in both, `antall_planer` how many; `antall_ingen` were judged and do not, the rest nobody has
    judged against all of both. `grad` is the strongest connection: the weaker of a plan's two grades, at its best.
    """
    carried, known = grades_by_subject(in_force(register)), judged_on(register, "subject")
    for above, below in combinations(carried, 2):
        plans = [plan for plan in carried[above] if plan in carried[below]]
        if plans and above.nivaa != below.nivaa:
            weaker = [max(carried[above][plan], carried[below][plan], key=ANSWERING_GRADES.index) for plan in plans]
            yield {
                "fra_nivaa": above.nivaa, "fra": above.navn, "til_nivaa": below.nivaa, "til": below.navn,
                "grad": min(weaker, key=ANSWERING_GRADES.index), "planer": tuple(plans),
                **_plans_on_both(above, below, carried, known, len(register.planer)),
            }  # fmt: skip


@columns("omraade kapittel antall_planer antall_ingen antall_ikke_vurdert")
def chapters_by_area(register: Register) -> Rows:
    """Return one row per own area (`omraade`) and national chapter (`kapittel`): how many plans connect them.

    The numbers are as in `crosswalk`.
    """
    ones = in_force(register)
    carried, known = grades_by_subject(ones), judged_on(register, "subject")
    chapters = dict.fromkeys(one.expected.subject for one in ones if one.expected.nivaa == STATE and one.expected.kapittel)
    for area in carried:
        for chapter in chapters if area.nivaa == OWN else ():
            numbers = _plans_on_both(area, chapter, carried, known, len(register.planer))
            yield {"omraade": area.navn, "kapittel": chapter.navn, **numbers}


@columns("forventning_id nivaa tekst gruppe nivaa_under grunn planer kilde")
def silence(register: Register) -> Rows:
    """Return one row per counted expectation in force that no plan of the municipality connects with a level below.

    Only the municipality's plans are asked: a county may well take up what none of them answers. The state's are held
    against the county's and the municipality's own, the county's against the municipality's own. `grunn` says whether
    no plan answers it, or the plans that do answer nothing on the level below (`nivaa_under`); what is not judged is
    left out, and counted by `connections`.
    """
    for one, below, state in _held(register):
        if state in (NO_PLAN, NOTHING_BELOW):
            what = one.expected
            yield {
                "forventning_id": what.id, "nivaa": what.nivaa, "tekst": what.tekst, "gruppe": what.gruppe,
                "nivaa_under": below, "grunn": state, "planer": one.plans, "kilde": what.kilde,
            }  # fmt: skip


@columns("nivaa nivaa_under antall antall_forbundet antall_taus antall_ikke_vurdert")
def connections(register: Register) -> Rows:
    """Return one row per level and level below: of how many expectations a plan connects them, none does, or nobody knows."""
    found: dict[tuple[str, str], list[str]] = {}
    for one, below, state in _held(register):
        found.setdefault((one.expected.nivaa, below), []).append(state)
    for (level, below), states in found.items():
        connected, unjudged = states.count(CONNECTED), states.count(IKKE_VURDERT)
        yield {
            "nivaa": level, "nivaa_under": below, "antall": len(states), "antall_forbundet": connected,
            "antall_taus": len(states) - connected - unjudged, "antall_ikke_vurdert": unjudged,
        }  # fmt: skip


def _held(register: Register) -> Iterator[tuple[Assessment, str, str]]:
    """Give each expectation with each level below that has any, and whether a plan connects them, or why none does."""
    ones, known = in_force(register), judged_on(register, "nivaa")
    for level, below in combinations([level for level in LEVELS if level in known], 2):
        answering = {plan for one in ones if one.expected.nivaa == below for plan in one.plans}
        for one in ones:
            if one.expected.nivaa == level:
                unjudged = not one.alle_vurdert or not known[below].issuperset(one.plans)
                apart = IKKE_VURDERT if unjudged else NOTHING_BELOW if one.plans else NO_PLAN
                yield one, below, apart if answering.isdisjoint(one.plans) else CONNECTED


def judged_on(register: Register, part: str) -> dict[Any, set[str]]:
    """Return the plans that somebody has judged against all that applies of each `nivaa`, or `subject`, that has any."""
    counts = judged(register)
    found: dict[Any, set[str]] = {}
    for one in in_force(register):
        key, plans = getattr(one.expected, part), {plan for plan in counts.names if counts.grade(plan, one.expected.id)}
        found[key] = found.get(key, plans) & plans
    return found
