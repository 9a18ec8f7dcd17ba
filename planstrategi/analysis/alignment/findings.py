"""One sentence per subject of alignment, computed from the frames."""

from planstrategi.analysis.alignment import grounds
from planstrategi.analysis.alignment.agreement import agreement
from planstrategi.analysis.alignment.assessment import in_force, judged_plans
from planstrategi.analysis.alignment.chart_frames import focus_areas
from planstrategi.analysis.alignment.coverage import expectation_coverage, numbers
from planstrategi.analysis.alignment.crosswalk import chapters_by_area, connections
from planstrategi.analysis.alignment.expectations import OWN, STATE
from planstrategi.analysis.alignment.grounds import Share, by_counted, of_judged, once_judged, share
from planstrategi.analysis.shared.sentences import MOST_NAMES, PLAN_FORMS, Finding, counted, in_order, listed
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT

PLANS = (*PLAN_FORMS, "planene")
AREAS = ("satsingsområde", "satsingsområder", "satsingsområdene")
OWN_AREAS = ("lokalt satsingsområde", "lokale satsingsområder", "lokale satsingsområdene")
NO_AREAS = "Ingen satsingsområder gjelder på registerets dato."
NOBODY_ON_AREAS = "Ingen har vurdert planene mot satsingsområdene ennå."
NO_CROSSING = "Det er ingen nasjonale kapitler og lokale satsingsområder å holde mot hverandre."
NOTHING_BELOW_THEM = "Det er ikke både lokale satsingsområder og forventninger på et nivå over."
CROSSING = "{} har en plan som også svarer på et nasjonalt kapittel."
CONNECTING = "{} har en plan som også svarer på et lokalt satsingsområde."


@once_judged
def answers_finding(register: Register) -> Finding:
    """How many of the expectations in force a plan answers at least partly, and how it is with the rest."""
    # the first row is that of all
    row = expectation_coverage(register).to_dict("records")[0]
    unknown = row["antall_gyldighet_ukjent"]
    perhaps = f"For {unknown} til er det ikke kjent om {'den' if unknown == 1 else 'de'} gjelder." if unknown else ""
    under = in_order(grounds.the_rest(row), perhaps, by_counted(register))
    return Finding(of_judged(grounds.ANSWERED, share(row)), under)


@once_judged
def areas_finding(register: Register) -> Finding:
    """How many focus areas have a plan judged to answer at least partly, and how it is with the rest."""
    frame = focus_areas(register)
    row = numbers(list(frame["status"]))
    said = of_judged(grounds.ANSWERED, share(row), AREAS, NO_AREAS if frame.empty else NOBODY_ON_AREAS)
    return Finding(said, in_order(grounds.the_rest(row), grounds.by_ground(frame["grunnlag"])))


@once_judged
def pairs_finding(register: Register) -> Finding:
    """How many plans answer something that applies at least partly, and how it is with the rest."""
    frame = judged_plans(register)
    number = {"svarer": 0, "svarer ikke": 0, IKKE_VURDERT: 0} | frame["status"].value_counts().to_dict()
    partly, unjudged = int((frame["antall_sterk"] + frame["antall_delvis"] > 0).sum()), number[IKKE_VURDERT]
    words = {"bare svakt": number["svarer"] - partly, "ikke": number["svarer ikke"]}
    rest = [f"{count} {word}" for word, count in words.items() if count]
    unknown = f"{counted(unjudged, *PLAN_FORMS)} er ikke ferdig vurdert." if unjudged else ""
    said = of_judged("{} svarer minst delvis på en forventning.", Share(partly, len(frame) - unjudged, unjudged), PLANS)
    return Finding(said, in_order(f"Av resten svarer {listed(rest)}." if rest else "", unknown, by_counted(register)))


@once_judged
def crossing_finding(register: Register) -> Finding:
    """How many own areas meet a national chapter in a plan, and which do not."""
    frame = chapters_by_area(register)
    if frame.empty:
        return Finding(NO_CROSSING)
    met = frame.groupby("omraade", sort=False)["antall_planer"].sum() > 0
    known = met | met.index.isin(_wholly_judged(register))
    without = [str(name) for name in met.index[known & ~met]]
    named = f"{listed(without)} har ingen." if 0 < len(without) <= MOST_NAMES else ""
    said = of_judged(CROSSING, Share(int(met.sum()), int(known.sum()), int((~known).sum())), OWN_AREAS)
    return Finding(said, in_order(named, by_counted(register)))


def _wholly_judged(register: Register) -> list[str]:
    """Return the own areas that all plans are judged against, once they are against all that the state expects."""
    ones = in_force(register)
    state = all(one.alle_vurdert for one in ones if one.expected.nivaa == STATE)
    return [one.expected.tekst for one in ones if state and one.alle_vurdert and one.expected.nivaa == OWN]


@once_judged
def silence_finding(register: Register) -> Finding:
    """How many national (of none, regional) expectations a plan of the municipality connects with one of its own areas."""
    rows = [row for row in connections(register).to_dict("records") if row["nivaa_under"] == OWN]
    if not rows:
        return Finding(NOTHING_BELOW_THEM)
    shares = {row["nivaa"]: share(row, "antall_forbundet") for row in rows}
    first = next((level for level in shares if shares[level].judged), rows[0]["nivaa"])
    said = of_judged(CONNECTING, shares.pop(first), grounds.of_level(first))
    return Finding(said, in_order(grounds.the_same(shares), by_counted(register)))


def agreement_finding(register: Register) -> Finding:
    """In how many pairs two readers agree on the grade, and in how many on whether the plan answers."""
    grade, answer = agreement(register).to_dict("records")
    if not grade["antall_par"]:
        return Finding("Ingen har vurdert parene en gang til.")
    said = f"To lesere er enige om graden i {grade['antall_like']} av {grade['antall_par']} par."
    return Finding(said, f"Om planen svarer i det hele tatt, er de enige i {answer['antall_like']}.")
