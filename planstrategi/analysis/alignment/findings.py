"""One sentence per subject of alignment, computed from the frames."""

from planstrategi.analysis.alignment.agreement import agreement
from planstrategi.analysis.alignment.assessment import in_force, judged_plans
from planstrategi.analysis.alignment.chart_frames import focus_areas
from planstrategi.analysis.alignment.coverage import expectation_coverage, numbers
from planstrategi.analysis.alignment.crosswalk import chapters_by_area, connections
from planstrategi.analysis.alignment.expectations import OWN, STATE
from planstrategi.analysis.alignment.grounds import (
    ANSWERED,
    MOST_NAMED,
    at_least_partly,
    below,
    by_counted,
    by_ground,
    missing_catalogue,
    of_judged,
    of_level,
    once_judged,
    the_rest,
    the_same,
)
from planstrategi.analysis.shared.sentences import NO_PLANS, PLAN_FORMS, Finding, counted, listed
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT

PLANS = (*PLAN_FORMS, "planene")
AREAS = ("satsingsområde", "satsingsområder", "satsingsområdene")
OWN_AREAS = ("lokalt satsingsområde", "lokale satsingsområder", "lokale satsingsområdene")
NO_AREAS = "Ingen satsingsområder gjelder på registerets dato."
NOBODY_ON_AREAS = "Ingen har vurdert planene mot satsingsområdene ennå."
NO_CROSSING = "Det er ingen nasjonale kapitler og lokale satsingsområder å holde mot hverandre."
NOTHING_BELOW_THEM = "Det er ikke både lokale satsingsområder og forventninger på et nivå over."


def answers_finding(register: Register) -> Finding:
    """How many of the expectations in force a plan answers at least partly, and how it is with the rest."""
    said = _answers(register)
    return Finding(said, below(said.under, missing_catalogue(register)))


@once_judged
def _answers(register: Register) -> Finding:
    # the first row is that of all
    row = expectation_coverage(register).to_dict("records")[0]
    unknown = int(row["antall_gyldighet_ukjent"])
    perhaps = f"For {unknown} til er det ikke kjent om {'den' if unknown == 1 else 'de'} gjelder." if unknown else ""
    said = at_least_partly(ANSWERED, row)
    return Finding(said, below(the_rest(row), perhaps, by_counted(register)))


@once_judged
def areas_finding(register: Register) -> Finding:
    """How many focus areas have a plan judged to answer at least partly, and how it is with the rest."""
    frame = focus_areas(register)
    if frame.empty:
        return Finding(NO_AREAS)
    row = numbers(list(frame["status"]))
    said = at_least_partly(ANSWERED, row, AREAS, NOBODY_ON_AREAS)
    return Finding(said, below(the_rest(row), by_ground(frame["grunnlag"])))


def pairs_finding(register: Register) -> Finding:
    """How many plans answer something that applies at least partly, and how it is with the rest."""
    return _pairs(register) if register.planer else Finding(NO_PLANS)


@once_judged
def _pairs(register: Register) -> Finding:
    frame = judged_plans(register)
    status = frame["status"].value_counts()
    partly = int((frame["antall_sterk"] + frame["antall_delvis"] > 0).sum())
    weakly, unjudged = int(status.get("svarer", 0)) - partly, int(status.get(IKKE_VURDERT, 0))
    words = {"bare svakt": weakly, "ikke": int(status.get("svarer ikke", 0))}
    rest = [f"{number} {word}" for word, number in words.items() if number]
    unknown = f"{counted(unjudged, *PLAN_FORMS)} er ikke ferdig vurdert." if unjudged else ""
    said = of_judged("{} svarer minst delvis på en forventning.", partly, len(frame) - unjudged, unjudged, PLANS)
    return Finding(said, below(f"Av resten svarer {listed(rest)}." if rest else "", unknown, by_counted(register)))


@once_judged
def crossing_finding(register: Register) -> Finding:
    """How many own areas meet a national chapter in a plan, and which do not."""
    frame = chapters_by_area(register)
    if frame.empty:
        return Finding(NO_CROSSING)
    met = frame.groupby("omraade", sort=False)["antall_planer"].sum() > 0
    known = met | met.index.isin(_wholly_judged(register))
    without = [str(name) for name in met.index[known & ~met]]
    said = of_judged(
        "{} har en plan som også svarer på et nasjonalt kapittel.",
        int(met.sum()),
        int(known.sum()),
        int((~known).sum()),
        OWN_AREAS,
    )
    named = f"{listed(without)} har ingen." if 0 < len(without) <= MOST_NAMED else ""
    return Finding(said, below(named, by_counted(register)))


def _wholly_judged(register: Register) -> list[str]:
    """Return the own areas that all plans are judged against, once they are against all that the state expects."""
    ones = in_force(register)
    state = all(one.alle_vurdert for one in ones if one.expected.nivaa == STATE)
    return [one.expected.tekst for one in ones if state and one.alle_vurdert and one.expected.nivaa == OWN]


@once_judged
def silence_finding(register: Register) -> Finding:
    """How many national (of none, regional) expectations a plan of the municipality connects with one of its own areas."""
    rows = {row["nivaa"]: row for row in connections(register).to_dict("records") if row["nivaa_under"] == OWN}
    if not rows:
        return Finding(NOTHING_BELOW_THEM)
    judged = {level: row["antall"] - row["antall_ikke_vurdert"] for level, row in rows.items()}
    first, *others = [level for level in rows if judged[level]] or rows
    row = rows[first]
    said = of_judged(
        "{} har en plan som også svarer på et lokalt satsingsområde.",
        row["antall_forbundet"],
        judged[first],
        row["antall_ikke_vurdert"],
        of_level(first),
    )
    same = the_same({level: (rows[level]["antall_forbundet"], judged[level]) for level in others})
    return Finding(said, below(same, by_counted(register)))


def agreement_finding(register: Register) -> Finding:
    """In how many pairs two readers agree on the grade, and in how many on whether the plan answers."""
    grade, answer = agreement(register).to_dict("records")
    if not grade["antall_par"]:
        return Finding("Ingen har vurdert parene en gang til.")
    said = f"To lesere er enige om graden i {grade['antall_like']} av {grade['antall_par']} par."
    return Finding(said, f"Om planen svarer i det hele tatt, er de enige i {answer['antall_like']}.")
