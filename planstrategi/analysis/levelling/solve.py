"""Which works could move so that the busiest period becomes as light as possible, or what makes it impossible."""

from collections.abc import Iterator
from itertools import accumulate
from operator import mul
from time import perf_counter
from typing import NamedTuple

from planstrategi.analysis.levelling.case import Case, Constraint, in_grains, loads, periods_moved, standing, violations
from planstrategi.analysis.levelling.program import PEAK, Costs, Program, Starts, UnsoundSolution
from planstrategi.analysis.levelling.windows import clash, near, windows

ORDER = "rekkefølge"
# Works are put in order a few at a time, as many as one objective can tell apart exactly.
MOST_ORDERS = 5_000


class Proposal(NamedTuple):
    """Where every work should start, in the order of the works, and what that gives.

    `stage` is the first of `topp`, `flyttinger`, `avstand` and `rekkefølge` that time ran out on, and `gap` how much
    lower that number could at most be: the peak in grains, and for `rekkefølge` how many works may stand otherwise in
    an answer as good. Both are None when it is proven that nothing is better.
    """

    starts: Starts
    peak_before: int
    peak_after: int
    moved: tuple[str, ...]
    distance: int
    stage: str | None
    gap: int | None


class _Proof(NamedTuple):
    """What the starts give of an objective, and what it cannot be below."""

    stage: str
    costs: Costs
    most: int
    bound: int


class Conflict(NamedTuple):
    """Limits and rules that cannot all hold within the periods, though all but any one of them can."""

    constraints: tuple[Constraint, ...]


def level(case: Case, seconds: float = 60.0) -> Proposal | Conflict:
    """Return the starts that give the lowest peak, or the conflict that leaves none.

    Of equal peaks the fewest moves are best, then the shortest way in all, then the earliest start of the first work,
    of the second, and so on. When time runs out the best found is returned, with what is not proven.
    """
    possible = windows(case, case.constraints())
    if possible is None:
        return Conflict(clash(case))
    return _best(Program(case, possible), near(case, possible), seconds)


def frontier(case: Case, best: Proposal, seconds: float = 60.0) -> list[Proposal]:
    """Return the best starts by each number of moves that gives a lower peak than fewer do, up to those of the best.

    The first stands as it is, also where what binds asks for moves.
    """
    end, possible = perf_counter() + seconds, windows(case, case.constraints())
    assert possible is not None
    standing_still = {work.id: work.start for work in case.works}
    found = [Proposal(standing_still, best.peak_before, best.peak_before, (), 0, None, None)]
    program = Program(case, possible)
    starts, least = program.minimise(_moves(program), near(case, possible), seconds)
    for most in range(max(least, 1), len(best.moved)):
        program = Program(case, possible)
        program.hold(_moves(program), most)
        one = _best(program, starts, (end - perf_counter()) / (len(best.moved) - most))
        starts, found = one.starts, _with(case, found, one)
    return _with(case, found, best)


def _with(case: Case, found: list[Proposal], one: Proposal) -> list[Proposal]:
    return [*found, one] if in_grains(case, one.peak_after) < in_grains(case, found[-1].peak_after) else found


def _best(program: Program, starts: Starts, seconds: float) -> Proposal:
    end, proofs = perf_counter() + seconds, list[_Proof]()
    for shares, (stage, costs) in zip((3, 2, 1), _objectives(program), strict=True):
        # An even share of the time left: where the peak is not proven, few works should still be moved.
        starts, bound = program.minimise(costs, starts, (end - perf_counter()) / shares)
        proofs.append(_Proof(stage, costs, program.value(costs, starts), bound))
        program.hold(costs, proofs[-1].most)
    left = len(starts)
    if all(one.most == one.bound for one in proofs):
        starts, left = _in_order(program, starts, end)
    # A later search may happen to lower what an earlier one ran out of time on.
    gaps = {one.stage: program.value(one.costs, starts) - one.bound for one in proofs} | {ORDER: left}
    return _proposal(program.case, starts, next((stage for stage, gap in gaps.items() if gap), None), gaps)


def _objectives(program: Program) -> Iterator[tuple[str, Costs]]:
    yield "topp", {PEAK: 1}
    yield "flyttinger", _moves(program)
    yield "avstand", _away(program)


def _moves(program: Program) -> Costs:
    return {key: int(far > 0) for key, far in _away(program).items()}


def _away(program: Program) -> Costs:
    works = program.case.by_id()
    return {(name, start): abs(start - works[name].start) for name, starts in program.possible.items() for start in starts}


def _in_order(program: Program, starts: Starts, end: float) -> tuple[Starts, int]:
    """Return the first of equally good starts, and the number of works there was no time to settle."""
    left = [work.id for work in program.case.works]
    while left:
        few = _told_apart(program, left)
        costs = _order(program, few)
        starts, bound = program.minimise(costs, starts, end - perf_counter())
        if program.value(costs, starts) > bound:
            break
        for id_ in few:
            program.settle(id_, starts[id_])
        left = left[len(few) :]
    return starts, len(left)


def _told_apart(program: Program, ids: list[str]) -> list[str]:
    orders = accumulate((len(program.possible[id_]) for id_ in ids), mul)
    return [id_ for id_, number in zip(ids, orders, strict=True) if number <= MOST_ORDERS or id_ == ids[0]]


def _order(program: Program, ids: list[str]) -> Costs:
    costs: dict[tuple[str, int], int] = {}
    weight = 1
    for id_ in reversed(ids):
        possible = program.possible[id_]
        costs |= {(id_, start): weight * number for number, start in enumerate(possible)}
        weight *= len(possible)
    return costs


def _proposal(case: Case, starts: Starts, unproven: str | None, gaps: dict[str, int]) -> Proposal:
    if broken := violations(case, starts):
        raise UnsoundSolution(f"{starts} breaks {broken}")
    way = periods_moved(case, starts)
    return Proposal(
        starts={work.id: starts[work.id] for work in case.works}, peak_before=max(standing(case)),
        peak_after=max(loads(case, starts)), moved=tuple(way), distance=sum(way.values()),
        stage=unproven, gap=gaps[unproven] if unproven else None,
    )  # fmt: skip
