"""The few numbers that stand first in the report."""

import pandas as pd

from planstrategi.analysis.alignment import IKKE_VURDERT, expectations, judged_plans
from planstrategi.analysis.capacity import concentration, per_year
from planstrategi.analysis.findings import listed, number
from planstrategi.analysis.legal import GRUNNLAG, plans_by_statute
from planstrategi.register import Register
from planstrategi.words import PLANBEHOV

NONE_MARKED = "ingen merkede planår"


def key_figures(register: Register) -> pd.DataFrame:
    """Return one row per key figure: what it is, its value as text, the kind of data, and the notebook it is from."""
    years = per_year(register)
    marked = int(years["antall_planer"].sum())
    names = register.names("planer")
    rows = [
        ("Planer i planstrategien", str(len(register.planer)), "fakta", "01_register"),
        *(
            (f"Bestemt for {names[b.plan]}", PLANBEHOV[b.planbehov], "fakta", "01_register")
            for b in register.beslutninger
        ),
        ("Advarsler i kontrollen av registeret", str(_warnings(register)), "kontroll", "01_register"),
        ("Merkede planår", str(marked), "fakta", "02_kapasitet"),
        ("Merkede planår uten dobbelttelling", str(int(years["antall_uten_dobbelt"].sum())), "fakta", "02_kapasitet"),
        ("Året med flest planer", _peak(years), "fakta", "02_kapasitet"),
        ("Kommunalområdet med flest planår", _largest(register), "fakta", "02_kapasitet"),
        ("Merkede planår uten rolle", _share(int(years["antall_uten_rolle"].sum()), marked), "fakta", "02_kapasitet"),
        ("Planer der raden selv nevner en lov", str(_with_statute(register)), "fakta", "03_lovkrav"),
        ("Satsingsområder som er vurdert", _judged(register), "vurderinger", "04_forventninger"),
        ("Planer som ikke er vurdert", str(_unjudged(register)), "vurderinger", "04_forventninger"),
    ]
    return pd.DataFrame(rows, columns=["nokkeltall", "verdi", "slag", "notatbok"])


def _warnings(register: Register) -> int:
    return sum(problem.alvor == "advarsel" for problem in register.problemer)


def _peak(years: pd.DataFrame) -> str:
    if years["antall_planer"].sum() == 0:
        return NONE_MARKED
    peak = int(years["antall_planer"].max())
    return f"{listed([str(aar) for aar in years.loc[years['antall_planer'] == peak, 'aar']])} ({peak} planer)"


def _largest(register: Register) -> str:
    shares = concentration(register)
    if shares["planaar"].sum() == 0:
        return NONE_MARKED
    top = shares.sort_values("planaar", kind="stable").iloc[-1]
    return f"{top['ansvarlig']} ({number(top['andel_prosent'])} %)"


def _share(part: int, whole: int) -> str:
    return f"{part} av {whole} ({number(100 * part / whole)} %)" if whole else NONE_MARKED


def _with_statute(register: Register) -> int:
    return int(plans_by_statute(register)["grunnlag"].isin(GRUNNLAG[:2]).sum())


def _judged(register: Register) -> str:
    status = expectations(register)["status"]
    return f"{int((status != IKKE_VURDERT).sum())} av {len(status)}"


def _unjudged(register: Register) -> int:
    return int((judged_plans(register)["status"] == IKKE_VURDERT).sum())
