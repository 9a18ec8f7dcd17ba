"""The legal numbers of a register as one funnel: from the catalogue to what is met, not met or not known."""

from collections import Counter

import pandas as pd

from planstrategi.analysis.legal.reasons import LAW_CATALOGUE
from planstrategi.analysis.legal.statuses import IKKE_KJENT, IKKE_MOTT, MOTT_DELVIS, PAA_VEI, STEP_OF, STEPS
from planstrategi.analysis.legal.tables import demanded, requirement_coverage
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT, KRAVSLAG, STYRKE

PARENTS = {step.steg: step.del_av for step in STEPS}


@columns("steg kravslag styrke antall antall_kjerne del_av betyr kilde")
def funnel(register: Register) -> Rows:
    """Return how many requirements stand in each step, by kind and strength, as known on the register's date.

    The parts of a step (`del_av`) add up to it, for every kind and strength the catalogue has; none is a row with 0. A
    requirement is counted in the step of its status in the period (`STATUS_RANKS`) and in all that step is a part of.
    `antall_kjerne` are those that belong in a planstrategi.
    """
    frame = requirement_coverage(register)[["kravslag", "styrke", "status", "relevans"]]
    every, core = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for slag, styrke, status, relevans in frame.itertuples(index=False):
        cells = [(step, slag, styrke) for step in _with_parents(STEP_OF[status])]
        every.update(cells)
        core.update(cells if relevans == "kjerne" else ())
    for step in STEPS:
        for slag, styrke in dict.fromkeys(zip(frame["kravslag"], frame["styrke"], strict=True)):
            cell = (step.steg, slag, styrke)
            yield {
                "steg": step.steg, "kravslag": slag, "styrke": styrke, "antall": every[cell], "antall_kjerne": core[cell],
                "del_av": step.del_av, "betyr": step.betyr, "kilde": LAW_CATALOGUE,
            }  # fmt: skip


def _with_parents(steg: str) -> tuple[str, ...]:
    return (steg, *_with_parents(PARENTS[steg])) if steg else ()


def law_parts(counts: "pd.Series[int]") -> dict[str, int]:
    """Return the parts, in words, of what applies and is not known to be met; none is left out."""
    parts = {
        "møtt delvis": counts[MOTT_DELVIS], "planlagt": counts[PAA_VEI], "ikke møtt i minst ett år": counts[IKKE_MOTT],
        "ikke kjent": counts[IKKE_KJENT] + counts[IKKE_VURDERT],
    }  # fmt: skip
    return {part: int(count) for part, count in parts.items() if count}


def law_counts(register: Register, *strengths: str, process: bool = False) -> "pd.Series[int]":
    """Return how many requirements of some strengths (`skal` when none is given) stand in each step, in the order of `STEPS`.

    Process requirements are counted only when asked for, and then alone.
    """
    frame = funnel(register)
    frame = frame[frame["kravslag"] == KRAVSLAG["prosesskrav"]] if process else demanded(frame)
    frame = frame[frame["styrke"].isin(strengths or (STYRKE["skal"],))]
    return frame.groupby("steg")["antall"].sum().reindex([step.steg for step in STEPS], fill_value=0)
