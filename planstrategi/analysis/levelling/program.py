"""The levelling case as a 0-1 program for HiGHS: a column per work and possible start, and one for the peak."""

from collections.abc import Iterator, Mapping
from math import ceil, inf
from typing import NamedTuple

import highspy
import numpy as np
import numpy.typing as npt
from highspy._core import _Highs

from planstrategi.analysis.levelling.case import Case, in_grains, loads, violations
from planstrategi.analysis.levelling.windows import Step, between, windows

# One thread and one seed, so that the same case takes the same path. Every objective is a whole number, so a bound
# less than one away is proof. With its presolve, HiGHS 1.16.0 now and then proves an objective that nothing has, or
# returns the starts it was given instead of the better ones it proved.
OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False, "threads": 1, "parallel": "off", "presolve": "off", "random_seed": 0,
    "mip_rel_gap": 0.0, "mip_abs_gap": 0.99,
}  # fmt: skip
Starts = dict[str, int]
# what a column counts in an objective: by work and start, with PEAK for the peak
Costs = Mapping[tuple[str, int], int]
PEAK = ("", 0)
TOLERANCE = 1e-3


class LinearRow(NamedTuple):
    """What the columns, each times its number here, must sum to: no less than `low` and no more than `high`."""

    terms: dict[int, int]
    low: float
    high: float


class UnsoundSolution(RuntimeError):
    """The solver returned something that the project's own check refuses."""


class Program:
    """The 0-1 program of a case that can be met, with the starts each work can have.

    A work that can start in one period only has one column, which is then fixed: load that cannot move.
    """

    def __init__(self, case: Case) -> None:
        possible = windows(case, case.constraints())
        if possible is None:
            raise ValueError("not all that binds the works can hold: see without_clash")
        self.case, self.possible = case, possible
        keys = [(id_, start) for id_, starts in possible.items() for start in starts]
        self.column = {key: number for number, key in enumerate([*keys, PEAK])}
        self.held: list[tuple[Costs, int]] = []
        self.highs = _quiet_highs()
        self.highs.passModel(self._model())

    def _model(self) -> highspy.HighsLp:
        one_start = (LinearRow({self.column[id_, start]: 1 for start in starts}, 1, 1) for id_, starts in self.possible.items())
        in_order = (row for step in between(self.case, self.case.rules) for row in self._step(step))
        rows = [*one_start, *self._below_the_peak(), *in_order]
        lp, columns = highspy.HighsLp(), len(self.column)
        lp.num_col_, lp.num_row_ = columns, len(rows)
        lp.col_cost_ = np.zeros(columns)
        lp.col_lower_ = np.array([0.0] * columns)
        lp.col_upper_ = np.array([1.0] * (columns - 1) + [inf])
        lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
        lp.row_lower_ = np.array([row.low for row in rows])
        lp.row_upper_ = np.array([row.high for row in rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in rows)])
        lp.a_matrix_.index_ = np.array([number for row in rows for number in row.terms])
        lp.a_matrix_.value_ = np.array([value for row in rows for value in row.terms.values()], dtype=float)
        return lp

    def _below_the_peak(self) -> Iterator[LinearRow]:
        rows: list[dict[int, int]] = [{self.column[PEAK]: -self.case.grain} for _ in range(self.case.periods)]
        for work in self.case.works:
            for start in self.possible[work.id]:
                for period, load in enumerate(work.load, start):
                    rows[period][self.column[work.id, start]] = load
        return (LinearRow(row, -inf, 0) for row in rows)

    def _step(self, step: Step) -> Iterator[LinearRow]:
        """Whoever has `later` start by a period has `sooner` start `gap` periods before it."""
        sooner, later = self.possible[step.sooner], self.possible[step.later]
        for by in range(later[0], min(later[-1], sooner[-1] + step.gap - 1) + 1):
            terms = {self.column[step.later, start]: 1 for start in later if start <= by}
            terms |= {self.column[step.sooner, start]: -1 for start in sooner if start <= by - step.gap}
            yield LinearRow(terms, -inf, 0)

    def minimise(self, costs: Costs, known: Starts, seconds: float) -> tuple[Starts, int]:
        """Return the best starts found, at worst those known, and what the objective cannot be below.

        What the solver returns is believed only when the project's own check accepts it.
        """
        # whatever the rules, and however low the peak
        least = sum(min(costs.get((id_, start), 0) for start in possible) for id_, possible in self.possible.items())
        if self.value(costs, known) == least:
            return known, least
        status = self._run(costs, known, seconds)
        best = min(known, self._found() or known, key=lambda starts: self.value(costs, starts))
        value, bound = self.value(costs, best), max(least, self.highs.getInfo().mip_dual_bound - TOLERANCE)
        if value < bound or (value - bound >= 1 and status != highspy.HighsModelStatus.kTimeLimit):
            words = self.highs.modelStatusToString(status)
            raise UnsoundSolution(f"the solver says {words} and that {bound:.1f} is the least, but {value} is the best")
        return best, ceil(bound)

    def _run(self, costs: Costs, known: Starts, seconds: float) -> highspy.HighsModelStatus:
        numbers = np.arange(len(self.column), dtype=np.int32)
        self.highs.changeColsCost(len(numbers), numbers, self._vector(costs))
        self.highs.setSolution(self._point(known))
        self.highs.setOptionValue("time_limit", max(seconds, 0.0))
        self.highs.run()
        return self.highs.getModelStatus()

    def _point(self, starts: Starts) -> highspy.HighsSolution:
        solution = highspy.HighsSolution()
        taken = [float(starts[id_] == start) for id_, start in self.column if id_]
        solution.col_value = np.array([*taken, self._peak(starts)])
        return solution

    def _vector(self, costs: Costs) -> npt.NDArray[np.float64]:
        return np.array([costs.get(key, 0) for key in self.column], dtype=float)

    def _found(self) -> Starts | None:
        """Return the solver's starts, None when it has none; the project's own check must accept them."""
        if self.highs.getInfo().primal_solution_status != highspy.kSolutionStatusFeasible:
            return None
        values = self.highs.getSolution().col_value
        starts = {id_: start for (id_, start), number in self.column.items() if id_ and values[number] > 0.5}
        broken = violations(self.case, starts)
        worse = [most for costs, most in self.held if self.value(costs, starts) > most]
        if broken or worse:
            raise UnsoundSolution(f"the solver returned {starts}, which breaks {broken or worse}")
        return starts

    def value(self, costs: Costs, starts: Starts) -> int:
        """Return an objective of some starts."""
        peak = costs[PEAK] * self._peak(starts) if PEAK in costs else 0
        return peak + sum(costs.get(key, 0) for key in starts.items())

    def _peak(self, starts: Starts) -> int:
        return in_grains(self.case, max(loads(self.case, starts)))

    def hold(self, costs: Costs, most: int) -> None:
        """Keep an objective at `most` from now on."""
        self.held.append((costs, most))
        vector = self._vector(costs)
        numbers = np.flatnonzero(vector).astype(np.int32)
        self.highs.addRow(-inf, float(most), len(numbers), numbers, vector[numbers])

    def fix(self, costs: Costs, starts: Starts) -> None:
        """Let the works of an objective start as they do from now on."""
        self.held.append((costs, self.value(costs, starts)))
        for id_, start in costs:
            taken = float(starts[id_] == start)
            self.highs.changeColBounds(self.column[id_, start], taken, taken)


def _quiet_highs() -> _Highs:
    # highspy.Highs prints its banner while it is made, before an option can be set; the class below it does not.
    highs = _Highs()
    for name, value in OPTIONS.items():
        highs.setOptionValue(name, value)
    return highs
