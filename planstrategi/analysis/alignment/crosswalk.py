"""The levels against each other: which own area carries which national chapter, and what no plan connects downwards.

Two groups of expectations meet where one plan answers both.
"""

from collections.abc import Iterable
from itertools import combinations

from planstrategi.analysis.alignment.assessment import ANSWERING_GRADES, INGEN_PLAN, Assessment, counted_in_force, in_force
from planstrategi.analysis.alignment.expectations import KAPITTEL, LEVELS, OWN, STATE, Subject
from planstrategi.analysis.alignment.judged_pairs import judged
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.register import Register

NO_PLAN, NOTHING_BELOW = "ingen plan svarer", "planene som svarer, svarer ikke på noe på dette nivået"


def grades_by_subject(ones: Iterable[Assessment]) -> dict[Subject, dict[str, str]]:
    """Return, by what is expected and by plan, the strongest grade with which the plan answers something in it."""
    carried: dict[Subject, dict[str, str]] = {}
    for one in ones:
        plans = carried.setdefault(one.expected.subject, {})
        for _, vurdering in one.pairs:
            earlier = plans.get(vurdering.plan, vurdering.grad)
            plans[vurdering.plan] = min(earlier, vurdering.grad, key=ANSWERING_GRADES.index)
    return carried


@columns("fra_nivaa fra til_nivaa til grad antall_planer planer")
def crosswalk(register: Register) -> Rows:
    """Return one row per two groups of different levels that a plan connects.

    A group is a national chapter or a document, or one of the municipality's own areas. `planer` are the plans judged
    to answer something in both, `antall_planer` how many; `grad` is the strongest connection: the weaker of a plan's
    two grades, at its best.
    """
    carried = grades_by_subject(in_force(register))
    for above, below in combinations(carried, 2):
        plans = [plan for plan in carried[above] if plan in carried[below]]
        if plans and above.nivaa != below.nivaa:
            weaker = [max(carried[above][plan], carried[below][plan], key=ANSWERING_GRADES.index) for plan in plans]
            yield {
                "fra_nivaa": above.nivaa, "fra": above.navn, "til_nivaa": below.nivaa, "til": below.navn,
                "grad": min(weaker, key=ANSWERING_GRADES.index), "antall_planer": len(plans), "planer": tuple(plans),
            }  # fmt: skip


@columns("omraade kapittel antall_planer")
def chapters_by_area(register: Register) -> Rows:
    """Return one row per own area (`omraade`) and national chapter (`kapittel`): how many plans connect them."""
    ones = in_force(register)
    carried = grades_by_subject(ones)
    state = [one.expected for one in ones if one.expected.nivaa == STATE]
    chapters = dict.fromkeys(one.subject for one in state if one.slag == KAPITTEL)
    for area in carried:
        for chapter in chapters if area.nivaa == OWN else ():
            both = carried[area].keys() & carried[chapter].keys()
            yield {"omraade": area.navn, "kapittel": chapter.navn, "antall_planer": len(both)}


@columns("forventning_id nivaa tekst gruppe nivaa_under grunn planer kilde")
def silence(register: Register) -> Rows:
    """Return one row per counted expectation in force that no plan of the municipality connects with a level below.

    Only the municipality's plans are asked: a county may well take up what none of them answers. The state's are held
    against the county's and the municipality's own, the county's against the municipality's own. `grunn` says whether
    no plan answers it, or the plans that do answer nothing on the level below (`nivaa_under`); what nobody has judged
    is left out.
    """
    ones, judged_on = counted_in_force(register), _judged_on(register)
    for level, below in combinations(LEVELS, 2):
        answering = {plan for one in ones if one.expected.nivaa == below for plan in one.plans}
        for one in ones if judged_on[below] else ():
            what, plans = one.expected, set(one.plans)
            known = plans <= judged_on[below] if plans else one.status == INGEN_PLAN
            if what.nivaa == level and known and not plans & answering:
                yield {
                    "forventning_id": what.id, "nivaa": level, "tekst": what.tekst, "gruppe": what.gruppe,
                    "nivaa_under": below, "grunn": NOTHING_BELOW if plans else NO_PLAN, "planer": one.plans,
                    "kilde": what.kilde,
                }  # fmt: skip


def _judged_on(register: Register) -> dict[str, set[str]]:
    """Return the plans that somebody has judged against all of each level that applies."""
    counts = judged(register)
    applying = [one for one in counts.expected.values() if one.gjelder]
    wholes = {level: [set(counts.document(one.id).whole) for one in applying if one.nivaa == level] for level in LEVELS}
    return {level: set.intersection(*plans) if plans else set() for level, plans in wholes.items()}
