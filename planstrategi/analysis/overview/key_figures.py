"""The few numbers that stand first in the report."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import STATUS_OF_GRADE, counted_in_force, judged_plans
from planstrategi.analysis.capacity.counts import concentration, marked_per_year
from planstrategi.analysis.legal.gaps import gaps, questions
from planstrategi.analysis.legal.tables import applying, demanded, requirement_coverage
from planstrategi.analysis.portfolio.statutes import FOR_PLAN, FOR_SERVICE, plans_by_statute
from planstrategi.analysis.shared.rows import Row, Rows, columns
from planstrategi.analysis.shared.sentences import PLAN_FORMS, counted, each, labels_of_largest, listed
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT, PLANBEHOV

NO_PLAN_YEARS = "ingen merkede planår"


@columns("nokkeltall verdi slag notatbok")
def key_figures(register: Register) -> Rows:
    """Return one row per key figure: what it is, its value as text, the kind of data, and the notebook it is from."""
    warnings = sum(problem.alvor == "advarsel" for problem in register.problemer)
    named = int(plans_by_statute(register)["grunnlag"].isin((FOR_PLAN, FOR_SERVICE)).sum())
    sections = {
        ("01_register", "fakta"): _decided(register),
        ("01_register", "kontroll"): {"Advarsler i kontrollen av registeret": warnings},
        ("02_kapasitet", "fakta"): _marked(register),
        ("03_lovkrav", "fakta"): {"Planer der raden selv nevner en lov": named},
        ("03_lovkrav", "vurderinger"): _demanded(register),
        ("04_forventninger", "vurderinger"): _expected(register),
    }
    for (notatbok, slag), figures in sections.items():
        for name, value in figures.items():
            yield {"nokkeltall": name, "verdi": str(value), "slag": slag, "notatbok": notatbok}


def _decided(register: Register) -> Row:
    names = register.names("planer")
    decided = {f"Bestemt for {names[one.plan]}": PLANBEHOV[one.planbehov] for one in register.beslutninger}
    return {"Planer i planstrategien": len(register.planer), **decided}


def _marked(register: Register) -> Row:
    years = marked_per_year(register)
    marked, unnamed = int(years["antall_planer"].sum()), int(years["antall_uten_rolle"].sum())
    share = f"{unnamed} av {marked} ({in_digits(100 * unnamed / marked)} %)" if marked else NO_PLAN_YEARS
    return {
        "Merkede planår": marked,
        "Merkede planår uten dobbelttelling": int(years["antall_uten_dobbelt"].sum()),
        "Året med flest planer": _peak(years) if marked else NO_PLAN_YEARS,
        "Kommunalområdet med flest planår": _largest(concentration(register)) if marked else NO_PLAN_YEARS,
        "Merkede planår uten rolle": share,
    }


def _peak(years: pd.DataFrame) -> str:
    peak, top = int(years["antall_planer"].max()), labels_of_largest(years, "aar", "antall_planer")
    return f"{listed(top)} ({counted(peak, *PLAN_FORMS)}{each(top)})"


def _largest(shares: pd.DataFrame) -> str:
    top = labels_of_largest(shares, "ansvarlig", "planaar")
    return f"{listed(top)} ({in_digits(shares['andel_prosent'].max())} %{each(top)})"


def _demanded(register: Register) -> Row:
    frame = applying(demanded(requirement_coverage(register)))
    law = frame[frame["styrke"] == "skal"]
    covered = f"{int((law['status'] == 'dekket').sum())} av {len(law)} som gjelder {in_words(register.per_dato)}"
    return {
        "Lovkrav kommunen skal møte, kjent dekket i perioden": covered,
        "Krav planstrategien ikke viser noe som møter i minst ett år": len(gaps(register)),
        "Spørsmål som avklarer det ukjente": len(questions(register)),
    }


def _expected(register: Register) -> Row:
    ones = counted_in_force(register)
    answered = sum(one.is_answered for one in ones)
    return {
        "Forventninger minst én plan svarer på": f"{answered} av {len(ones)} som gjelder {in_words(register.per_dato)}",
        "Av dem sterkt eller delvis": sum(one.status in (STATUS_OF_GRADE["sterk"], STATUS_OF_GRADE["delvis"]) for one in ones),
        "Planer som ikke er vurdert": int((judged_plans(register)["status"] == IKKE_VURDERT).sum()),
    }
