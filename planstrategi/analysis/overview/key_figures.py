"""The few numbers that stand first in the report."""

import pandas as pd

from planstrategi.analysis.alignment.assessment import STATUS_OF_GRADE, counted_in_force, judged_plans
from planstrategi.analysis.capacity.counts import concentration, marked_per_year
from planstrategi.analysis.legal.gaps import gaps, questions
from planstrategi.analysis.legal.tables import applying, demanded, requirement_coverage
from planstrategi.analysis.portfolio.statutes import STATUTE_GROUNDS, plans_by_statute
from planstrategi.analysis.shared.sentences import counted, each, labels_of_largest, listed
from planstrategi.model.dates import in_words
from planstrategi.model.numbers import in_digits
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT, PLANBEHOV

NO_PLAN_YEARS = "ingen merkede planår"


def key_figures(register: Register) -> pd.DataFrame:
    """Return one row per key figure: what it is, its value as text, the kind of data, and the notebook it is from."""
    years = marked_per_year(register)
    marked = int(years["antall_planer"].sum())
    names = register.names("planer")
    rows = [
        ("Planer i planstrategien", str(len(register.planer)), "fakta", "01_register"),
        *((f"Bestemt for {names[b.plan]}", PLANBEHOV[b.planbehov], "fakta", "01_register") for b in register.beslutninger),
        ("Advarsler i kontrollen av registeret", str(_warnings(register)), "kontroll", "01_register"),
        ("Merkede planår", str(marked), "fakta", "02_kapasitet"),
        ("Merkede planår uten dobbelttelling", str(int(years["antall_uten_dobbelt"].sum())), "fakta", "02_kapasitet"),
        ("Året med flest planer", _peak(years), "fakta", "02_kapasitet"),
        ("Kommunalområdet med flest planår", _largest(register), "fakta", "02_kapasitet"),
        ("Merkede planår uten rolle", _share(int(years["antall_uten_rolle"].sum()), marked), "fakta", "02_kapasitet"),
        ("Planer der raden selv nevner en lov", str(_with_statute(register)), "fakta", "03_lovkrav"),
        ("Lovkrav kommunen skal møte, kjent dekket i perioden", _covered(register), "vurderinger", "03_lovkrav"),
        (
            "Krav planstrategien ikke viser noe som møter i minst ett år",
            str(len(gaps(register))),
            "vurderinger",
            "03_lovkrav",
        ),
        ("Spørsmål som avklarer det ukjente", str(len(questions(register))), "vurderinger", "03_lovkrav"),
        ("Forventninger minst én plan svarer på", _answered(register), "vurderinger", "04_forventninger"),
        ("Av dem sterkt eller delvis", _partly(register), "vurderinger", "04_forventninger"),
        ("Planer som ikke er vurdert", str(_unjudged(register)), "vurderinger", "04_forventninger"),
    ]
    return pd.DataFrame(rows, columns=["nokkeltall", "verdi", "slag", "notatbok"])


def _warnings(register: Register) -> int:
    return sum(problem.alvor == "advarsel" for problem in register.problemer)


def _peak(years: pd.DataFrame) -> str:
    if years["antall_planer"].sum() == 0:
        return NO_PLAN_YEARS
    peak, top = int(years["antall_planer"].max()), labels_of_largest(years, "aar", "antall_planer")
    return f"{listed(top)} ({counted(peak, 'plan', 'planer')}{each(top)})"


def _largest(register: Register) -> str:
    shares = concentration(register)
    if shares["planaar"].sum() == 0:
        return NO_PLAN_YEARS
    top = labels_of_largest(shares, "ansvarlig", "planaar")
    return f"{listed(top)} ({in_digits(shares['andel_prosent'].max())} %{each(top)})"


def _share(part: int, whole: int) -> str:
    return f"{part} av {whole} ({in_digits(100 * part / whole)} %)" if whole else NO_PLAN_YEARS


def _with_statute(register: Register) -> int:
    return int(plans_by_statute(register)["grunnlag"].isin(STATUTE_GROUNDS[:2]).sum())


def _covered(register: Register) -> str:
    frame = applying(demanded(requirement_coverage(register)))
    law = frame[frame["styrke"] == "skal"]
    return f"{int((law['status'] == 'dekket').sum())} av {len(law)} som gjelder {in_words(register.per_dato)}"


def _answered(register: Register) -> str:
    ones = counted_in_force(register)
    return f"{sum(one.is_answered for one in ones)} av {len(ones)} som gjelder {in_words(register.per_dato)}"


def _partly(register: Register) -> str:
    return str(sum(one.status in (STATUS_OF_GRADE["sterk"], STATUS_OF_GRADE["delvis"]) for one in counted_in_force(register)))


def _unjudged(register: Register) -> int:
    return int((judged_plans(register)["status"] == IKKE_VURDERT).sum())
