"""The few numbers that stand first in the report."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import assessments, judged_plans
from planstrategi.analysis.alignment.coverage import numbers
from planstrategi.analysis.capacity.counts import concentration, labels_of_largest, largest_is_known, worked_per_year
from planstrategi.analysis.capacity.effort import without_years
from planstrategi.analysis.legal.findings import law_parts, nothing_judged
from planstrategi.analysis.legal.statuses import AKTUELT, MOTT
from planstrategi.analysis.legal.tables import law_counts
from planstrategi.analysis.portfolio.plans import kommuneplan_decisions
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sentences import PLAN_FORMS, counted, each, listed
from planstrategi.analysis.shared.work_years import AVLEDET, work_of
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT, IKKE_VURDERT, PLANBEHOV, VILKAAR_UKJENT

NO_PLAN_YEARS, NOBODY_JUDGED = "ingen år er kjent", "ingen har vurdert dem"


@columns("nokkeltall verdi slag notatbok")
def key_figures(register: Register) -> Rows:
    """Return one row per key figure: what it is, its value as text, the kind of data, and the notebook it is from.

    What is strong comes first; the parts of a coverage add up to the whole that stands with the first, and what nobody
    has judged is said to be that. Numbers on the law are cells of `lovtrakt`, of what the municipality must.
    """
    warnings = sum(problem.alvor == "advarsel" for problem in register.problemer)
    sections = {
        ("01_register", "fakta"): _decided(register),
        ("02_kapasitet", kind_of_years(register)): _worked(register),
        ("03_lovkrav", "vurderinger"): _demanded(register),
        ("04_forventninger", "vurderinger"): _expected(register) | _answering(register),
        ("01_register", "kontroll"): {"Advarsler i kontrollen av registeret": warnings},
    }
    for (notatbok, slag), figures in sections.items():
        for name, value in figures.items():
            yield {"nokkeltall": name, "verdi": str(value), "slag": slag, "notatbok": notatbok}


def kind_of_years(register: Register) -> str:
    """Return the kind of data that a count of years of work rests on."""
    derived = any(AVLEDET in work_of(register, plan).years.values() for plan in register.planer)
    return "fakta og antakelser" if derived else "fakta"


def _decided(register: Register) -> Row:
    rows = kommuneplan_decisions(register).to_dict("records")
    decided = {f"Bestemt for {row['navn']}": PLANBEHOV[row["planbehov"]] for row in rows}
    return {"Planer i planstrategien": len(register.planer), **decided}


def _worked(register: Register) -> Row:
    years, shares = worked_per_year(register), concentration(register)
    worked, unnamed = int(years["antall_planer"].sum()), int(years["antall_uten_rolle"].sum())
    if not worked:
        return {"Planår": NO_PLAN_YEARS}
    named = shares[(shares["ansvarlig"] != IKKE_OPPGITT) & (shares["planaar"] > 0)]
    return {
        f"Året med flest planer{', der årene er kjent' if without_years(register) else ''}": _peak(years),
        **({"Kommunalområdet med flest planår": _largest(named)} if len(named) and largest_is_known(register) else {}),
        "Planår": worked,
        "Planår uten dobbelttelling": int(years["antall_uten_dobbelt"].sum()),
        "Planår uten rolle": f"{unnamed} av {worked} ({in_digits(100 * unnamed / worked)} %)",
    }


def _peak(years: pd.DataFrame) -> str:
    peak, top = int(years["antall_planer"].max()), labels_of_largest(years, "aar", "antall_planer")
    return f"{listed(top)} ({counted(peak, *PLAN_FORMS)}{each(top)})"


def _largest(shares: pd.DataFrame) -> str:
    top = labels_of_largest(shares, "ansvarlig", "planaar")
    return f"{listed(top)} ({in_digits(shares['andel_prosent'].max())} %{each(top)})"


def _demanded(register: Register) -> Row:
    counts = law_counts(register)
    unknown = {"Lovkrav: vilkåret er ikke avklart": int(counts[VILKAAR_UKJENT])} if counts[VILKAAR_UKJENT] else {}
    if nothing_judged(register):
        return {"Lovkrav som gjelder kommunen": f"{counts[AKTUELT]} ({NOBODY_JUDGED})", **unknown}
    parts = {f"Lovkrav: {part}": count for part, count in law_parts(counts).items()}
    return {"Lovkrav: kjent møtt hele perioden": f"{counts[MOTT]} av {counts[AKTUELT]}", **parts, **unknown}


def _found(figures: Row) -> Row:
    return {name: value for name, value in figures.items() if value}


def _expected(register: Register) -> Row:
    found = numbers([one.status for one in assessments(register) if one.expected.telles])
    whole, open_ones = found["antall"], found["antall_gyldighet_ukjent"]
    if found["antall_ikke_vurdert"] == whole:
        return {"Forventninger som gjelder kommunen": f"{whole} ({NOBODY_JUDGED})" if whole else "ingen i katalogene"}
    parts = {
        "Forventninger med bare et svakt svar": found["antall_svakt"],
        "Forventninger uten svar i noen plan": found["antall_ingen_plan"],
        "Forventninger som ikke er vurdert": found["antall_ikke_vurdert"],
        "Forventninger det ikke er kjent om gjelder": open_ones,
    }
    return {"Forventninger med minst et delvis svar i en plan": f"{found['antall_minst_delvis']} av {whole}"} | _found(parts)


def _answering(register: Register) -> Row:
    frame = judged_plans(register)
    unjudged = int((frame["status"] == IKKE_VURDERT).sum())
    if unjudged == len(frame):
        return {}
    strong = int((frame["antall_sterk"] + frame["antall_delvis"] > 0).sum())
    parts = {
        "Planer som bare svarer svakt, eller ikke svarer": len(frame) - strong - unjudged,
        "Planer som ikke er vurdert": unjudged,
    }
    return {"Planer som svarer minst delvis på en forventning": f"{strong} av {len(frame)}"} | _found(parts)
