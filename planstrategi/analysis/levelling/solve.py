"""Which works could move so that the busiest period becomes as light as possible, or what makes it impossible."""

from collections.abc import Iterator
from math import log
from time import perf_counter
from typing import NamedTuple

from planstrategi.analysis.levelling.case import Case, in_grains, loads, standing, violations
from planstrategi.analysis.levelling.program import PEAK, Costs, Program, Starts, UnsoundSolution
from planstrategi.analysis.levelling.windows import near

ORDER = "rekkefølge"
# far below what a solver that reckons in floating point can tell from nothing
LARGEST_WEIGHT = 10**5


class Proposal(NamedTuple):
    """Where every work should start, in the order of the works, and what that gives.

    `stage` is the first of `topp`, `flyttinger`, `avstand` and `rekkefølge` that time ran out on, None when it is proven
    that nothing is better.
    """

    starts: Starts
    peak_before: int
    peak_after: int
    moved: tuple[str, ...]
    distance: int
    stage: str | None

    @property
    def is_proven(self) -> bool:
        """Whether it is proven that nothing is better; which of those as good comes first, says nothing of that."""
        return self.stage in (None, ORDER)


def level(case: Case, seconds: float = 60.0) -> Proposal:
    """Return the starts that give the lowest peak of a case that can be met; see `without_clash`.

    Of equal peaks the fewest moves are best, then the shortest way in all, then the earliest start of the first work,
    of the second, and so on. When time runs out the best found is returned, with what is not proven.
    """
    program = Program(case)
    return _best(program, near(case, program.possible), seconds)


def frontier(case: Case, best: Proposal, seconds: float = 60.0) -> list[Proposal]:
    """Return the best starts by each number of moves that gives a lower peak than fewer do, up to those of the best.

    The first stands as it is, also where what binds asks for moves.
    """
    end, program = perf_counter() + seconds, Program(case)
    starts, least = program.minimise(_moves(program), near(case, program.possible), seconds)
    tried = [_proposal(case, {work.id: work.start for work in case.works}, None)]
    for most in range(max(least, 1), len(best.moved)):
        program = Program(case)
        program.hold(_moves(program), most)
        tried.append(_best(program, starts, (end - perf_counter()) / (len(best.moved) - most)))
        starts = tried[-1].starts
    tried.append(best)
    peaks = [in_grains(case, one.peak_after) for one in tried]
    return [one for number, one in enumerate(tried) if peaks[number] < min(peaks[:number], default=peaks[0] + 1)]


def _best(program: Program, starts: Starts, seconds: float) -> Proposal:
    end, stage = perf_counter() + seconds, None
    objectives = list(_objectives(program))
    for left, (name, costs) in zip(range(len(objectives), 0, -1), objectives, strict=True):
        if stage and name == ORDER:
            break
        # Where the peak is not proven, few works should still be moved.
        starts, bound = program.minimise(costs, starts, (end - perf_counter()) / min(left, 2))
        value = program.value(costs, starts)
        stage = stage or (name if value > bound else None)
        program.fix(costs, starts) if name == ORDER else program.hold(costs, value)
    if broken := violations(program.case, starts):
        raise UnsoundSolution(f"{starts} breaks {broken}")
    return _proposal(program.case, starts, stage)


def _objectives(program: Program) -> Iterator[tuple[str, Costs]]:
    yield "topp", {PEAK: 1}
    yield "flyttinger", _moves(program)
    yield "avstand", _away(program)
    # as many works in one objective as it can tell apart, the first of them weighing most
    works, periods = program.case.works, max(program.case.periods, 2)
    several = int(log(LARGEST_WEIGHT, periods))
    for first in range(0, len(works), several):
        weighed = enumerate(works[first : first + several], 1)
        yield ORDER, {(work.id, s): s * periods ** (several - n) for n, work in weighed for s in program.possible[work.id]}


def _moves(program: Program) -> Costs:
    return {key: int(far > 0) for key, far in _away(program).items()}


def _away(program: Program) -> Costs:
    works = program.case.by_id()
    return {(name, start): abs(start - works[name].start) for name, starts in program.possible.items() for start in starts}


def _proposal(case: Case, starts: Starts, stage: str | None) -> Proposal:
    way = {work.id: abs(starts[work.id] - work.start) for work in case.works if starts[work.id] != work.start}
    ordered = {work.id: starts[work.id] for work in case.works}
    return Proposal(ordered, max(standing(case)), max(loads(case, starts)), tuple(way), sum(way.values()), stage)
