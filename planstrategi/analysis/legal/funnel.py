"""The legal numbers of a register as one funnel: from the catalogue to what is met, not met or not known."""

import pandas as pd

from planstrategi.analysis.legal.reasons import LAW_CATALOGUE
from planstrategi.analysis.legal.statuses import STEP_OF, STEPS
from planstrategi.analysis.legal.tables import demanded, requirement_coverage
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import KRAVSLAG, STYRKE

PARENTS = {step.steg: step.del_av for step in STEPS}


@columns("steg kravslag styrke antall antall_kjerne del_av betyr kilde")
def funnel(register: Register) -> Rows:
    """Return how many requirements stand in each step, by kind and strength, as known on the register's date.

    The parts of a step (`del_av`) add up to it, for every kind and strength the catalogue has; none is a row with 0. A
    requirement is counted in the step of its status in the period (`STATUS_RANKS`) and in all that step is a part of.
    `antall_kjerne` are those that belong in a planstrategi.
    """
    frame = requirement_coverage(register)
    steps = frame["status"].map(STEP_OF).map(_with_parents)
    for step in STEPS:
        counted = steps.map(lambda path, steg=step.steg: steg in path).astype(bool)
        for (slag, styrke), group in frame.groupby(["kravslag", "styrke"], sort=False):
            within = group[counted[group.index]]
            yield {
                "steg": step.steg, "kravslag": slag, "styrke": styrke, "antall": len(within),
                "antall_kjerne": int((within["relevans"] == "kjerne").sum()),
                "del_av": step.del_av or None, "betyr": step.betyr, "kilde": LAW_CATALOGUE,
            }  # fmt: skip


def _with_parents(steg: str) -> tuple[str, ...]:
    return (steg, *_with_parents(PARENTS[steg])) if steg else ()


def law_counts(register: Register, *strengths: str, process: bool = False) -> "pd.Series[int]":
    """Return how many requirements of some strengths (`skal` when none is given) stand in each step, in the order of `STEPS`.

    Process requirements are counted only when asked for, and then alone.
    """
    frame = funnel(register)
    frame = frame[frame["kravslag"] == KRAVSLAG["prosesskrav"]] if process else demanded(frame)
    frame = frame[frame["styrke"].isin(strengths or (STYRKE["skal"],))]
    return frame.groupby("steg")["antall"].sum().reindex([step.steg for step in STEPS], fill_value=0)
