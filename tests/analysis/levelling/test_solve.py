"""Levelling: the lowest peak by the fewest and shortest moves, the clash that leaves none, and what is not proven."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from math import inf
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from planstrategi.analysis.levelling import program as levelling_milp
from planstrategi.analysis.levelling import solve as levelling
from planstrategi.analysis.levelling.case import Case, Limit, PairRule, Work, violations
from planstrategi.analysis.levelling.program import UnsoundSolution
from planstrategi.analysis.levelling.solve import Proposal, frontier, level
from planstrategi.analysis.levelling.windows import clash


def work(id_, start, *load, earliest=0, latest=99, fixed=False):
    """A work with what binds it, each with the reason `<id> <kind>`."""
    values = {"earliest": earliest, "latest": latest} | ({"fixed": start} if fixed else {})
    return Work(id_, start, load, tuple(Limit(id_, kind, value, f"{id_} {kind}") for kind, value in values.items()))


def case(periods, *works, rules=(), grain=1):
    return Case(works, tuple(PairRule(*rule, " ".join(rule)) for rule in rules), periods, grain)


def starts(one, **options):
    found = level(one, **options)
    assert found.stage is None
    return found.starts


def test_three_works_in_the_same_period_are_spread_over_three():
    found = level(case(3, work("a", 0, 1), work("b", 0, 1), work("c", 0, 1)))
    assert found == Proposal({"a": 0, "b": 1, "c": 2}, 3, 1, ("b", "c"), 3, None)


def test_load_that_cannot_move_and_load_that_differs_by_period_are_counted():
    # 0: 1+3, 1: 4+1 → b must leave period 1; in 2 it meets 2, in 0 it would meet 1+3
    found = level(case(3, work("a", 0, 3, 1), work("b", 1, 2), work("c", 0, 1, 2, 2, fixed=True)))
    assert (found.starts, found.peak_before, found.peak_after) == ({"a": 0, "b": 2, "c": 0}, 5, 4)


def test_nothing_moves_when_nothing_is_gained():
    assert starts(case(2, work("a", 1, 2), work("b", 0, 1), work("c", 1, 1))) == {"a": 1, "b": 0, "c": 0}
    assert level(case(2, work("a", 1, 2), work("b", 0, 1))).moved == ()


def test_a_case_without_works_has_no_peak():
    assert level(case(2)) == Proposal({}, 0, 0, (), 0, None)


def test_fewer_moves_are_better_than_a_shorter_way():
    # a or b to 3 is one move of three periods; c to 2 and then a or b to 1 is two moves of one
    one = case(4, work("a", 0, 2), work("b", 0, 2), work("c", 1, 1), work("d", 2, 1, fixed=True))
    assert level(one) == Proposal({"a": 0, "b": 3, "c": 1, "d": 2}, 4, 2, ("b",), 3, None)


def test_a_shorter_way_is_better_than_an_earlier_start():
    assert starts(case(3, work("a", 2, 1), work("b", 2, 1))) == {"a": 1, "b": 2}


def test_of_equally_good_answers_the_first_work_starts_earliest():
    assert starts(case(2, work("a", 1, 1), work("b", 1, 1))) == {"a": 0, "b": 1}
    assert starts(case(2, work("b", 1, 1), work("a", 1, 1))) == {"b": 0, "a": 1}


def test_an_earlier_start_of_one_work_outweighs_all_those_after_it():
    # b needs an empty period, 0 or 3, and a must leave c: a to 2 and b to 3 is as far as a to 3 and b to 0
    one = case(5, work("a", 4, 1), work("b", 2, 3), work("c", 4, 2), work("d", 1, 1, 2, 0, 1, fixed=True))
    assert level(one) == Proposal({"a": 2, "b": 3, "c": 4, "d": 1}, 5, 3, ("a", "b"), 3, None)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ([work("a", 0, 1), work("b", 0, 1)], {"a": 0, "b": 1}),
        ([work("a", 0, 1), work("b", 0, 1, fixed=True)], {"a": 1, "b": 0}),
        ([work("a", 0, 1), work("b", 0, 1, latest=0)], {"a": 1, "b": 0}),
        ([work("a", 0, 1, earliest=1), work("b", 0, 1)], {"a": 1, "b": 0}),
        # it may occupy period 1, so of two periods it starts in 0
        ([work("a", 0, 1, 1, latest=1), work("b", 0, 1)], {"a": 0, "b": 2}),
        ([work("a", 0, 1, 1, earliest=1), work("b", 0, 1, latest=1)], {"a": 1, "b": 0}),
    ],
)
def test_a_work_stays_within_its_limits(bound, expected):
    assert starts(case(3, *bound)) == expected


@pytest.mark.parametrize(
    ("rule", "expected", "peak"),
    [
        # without a rule a: 0, b: 1, c: 2 and peak 1
        (("before", "b", "a"), {"a": 1, "b": 0, "c": 2}, 1),
        (("together", "a", "b"), {"a": 0, "b": 0, "c": 1}, 2),
        (("lockstep", "a", "b"), {"a": 0, "b": 0, "c": 1}, 2),
    ],
)
def test_a_rule_binds_two_works(rule, expected, peak):
    found = level(case(3, work("a", 0, 1), work("b", 0, 1), work("c", 0, 1), rules=[rule]))
    assert (found.starts, found.peak_after) == (expected, peak)


def test_before_counts_from_the_last_period_of_the_first():
    one = case(4, work("a", 0, 1, 1), work("b", 0, 1), rules=[("before", "a", "b")])
    assert starts(one) == {"a": 0, "b": 2}


def test_together_is_one_shared_period_at_either_end():
    # fixed in 1–2, the other can at most be pushed half out, to 2–3 or to 0–1
    fixed = work("a", 1, 1, 3, fixed=True)
    assert starts(case(5, fixed, work("b", 2, 1, 1), rules=[("together", "a", "b")])) == {"a": 1, "b": 0}
    assert starts(case(5, fixed, work("b", 2, 1, 1), rules=[("together", "b", "a")])) == {"a": 1, "b": 0}
    assert starts(case(5, fixed, work("b", 2, 1, 1))) == {"a": 1, "b": 3}


def test_lockstep_keeps_the_distance_that_stands_now():
    one = case(5, work("a", 0, 1), work("b", 2, 1), work("c", 0, 2, fixed=True), rules=[("lockstep", "b", "a")])
    assert starts(one) == {"a": 1, "b": 3, "c": 0}


def test_what_stands_where_it_may_not_is_moved_though_the_peak_is_not_lower():
    found = level(case(2, work("a", 0, 1, earliest=1)))
    assert found == Proposal({"a": 1}, 1, 1, ("a",), 1, None)


def test_peaks_within_the_same_grain_are_equal():
    # 7 and 5 are both two grains of 4, so nothing moves; 7 and 5 are three and two grains of 3
    works = work("a", 0, 5), work("b", 0, 2)
    assert level(case(2, *works, grain=4)).moved == ()
    assert level(case(2, *works, grain=3)).peak_after == 5


EVERY = case(
    6,
    work("a", 1, 1, 1, earliest=1, latest=3),
    work("b", 3, 1, fixed=True),
    work("c", 4, 1),
    rules=[("before", "a", "b"), ("together", "a", "c"), ("lockstep", "b", "c")],
)


@pytest.mark.parametrize(
    ("at", "broken"),
    [
        ((1, 3, 2), ["b c"]),
        ((0, 3, 1), ["a earliest", "b c"]),
        ((3, 3, 4), ["a latest", "a b"]),
        ((1, 4, 5), ["b fixed", "a c"]),
        ((1, 3, 4), ["a c"]),
        ((2, 3, 4), ["a b", "a c"]),
        ((2, 3, 3), ["a b", "b c"]),
    ],
)
def test_the_check_names_each_broken_limit_and_rule_with_its_reason(at, broken):
    named = violations(EVERY, dict(zip("abc", at, strict=True)))
    assert [one.reason.replace("before ", "").replace("together ", "").replace("lockstep ", "") for one in named] == broken


@pytest.mark.parametrize("start", [-1, 2])
def test_the_check_names_a_work_outside_the_periods(start):
    assert violations(case(3, work("a", 0, 1, 1)), {"a": start}) == [Limit("a", "period", 3, "")]


class Lying:
    """A solver that says what it is told to instead of its solution or bound, each time but the honest ones first."""

    def __init__(self, highs, honest, solution, bound):
        self.highs, self.honest, self.solution, self.bound = highs, honest, solution, bound

    def __getattr__(self, name):
        return getattr(self.highs, name)

    def getSolution(self):
        self.honest -= 1
        return SimpleNamespace(col_value=self.solution) if self.solution and self.honest < 0 else self.highs.getSolution()

    def getInfo(self):
        info = self.highs.getInfo()
        bound = info.mip_dual_bound if self.bound is None else self.bound
        return SimpleNamespace(primal_solution_status=info.primal_solution_status, mip_dual_bound=bound)


@pytest.mark.parametrize(
    ("honest", "solution", "bound", "message"),
    [
        # three columns for each of a, b and c, then the peak; the truth is a: 0, b: 0, c: 1 and peak 2
        (0, [1, 0, 0, 0, 1, 0, 0, 0, 1, 1], None, "breaks .*together"),
        (0, [1, 0, 0, 1, 0, 0, 1, 0, 0, 3], None, r"2\.0 is the least, but 3 is the best"),
        (1, [1, 0, 0, 1, 0, 0, 1, 0, 0, 3], None, r"breaks \[2\]"),
        (0, [], inf, "inf is the least, but 2 is the best"),
        (0, [], 3.0, r"3\.0 is the least, but 2 is the best"),
        (0, [], 0.0, r"0\.0 is the least, but 2 is the best"),
    ],
)
def test_a_solver_that_returns_something_wrong_is_not_believed(monkeypatch, honest, solution, bound, message):
    lying = Lying(levelling_milp._quiet_highs(), honest, solution, bound)
    monkeypatch.setattr(levelling_milp, "_quiet_highs", lambda: lying)
    with pytest.raises(UnsoundSolution, match=message):
        level(case(3, work("a", 0, 1), work("b", 0, 1), work("c", 0, 1), rules=[("together", "a", "b")]))


def test_starts_that_no_search_improved_are_checked_too(monkeypatch):
    monkeypatch.setattr(levelling, "near", lambda *_: {"a": 0})
    monkeypatch.setattr(levelling.Program, "minimise", lambda self, costs, known, _: (known, self.value(costs, known)))
    with pytest.raises(UnsoundSolution, match=r"breaks .*earliest"):
        level(case(2, work("a", 0, 1, earliest=1)))


def test_the_solver_takes_every_option_it_is_given():
    highs = levelling_milp._quiet_highs()
    assert {name: highs.getOptionValue(name)[1] for name in levelling_milp.OPTIONS} == levelling_milp.OPTIONS


@pytest.mark.parametrize(
    ("one", "clashing"),
    [
        (case(3, work("a", 0, 1, earliest=2, latest=1), work("b", 0, 1, latest=0)), ["a earliest", "a latest"]),
        (case(3, work("a", 0, 1, earliest=1, fixed=True), work("b", 0, 1)), ["a earliest", "a fixed"]),
        (case(3, work("a", 0, 1, earliest=3), work("b", 0, 1, latest=1)), ["a earliest"]),
        (case(3, work("a", 0, 1, 1, latest=0)), ["a latest"]),
        (
            case(4, work("a", 0, 1, earliest=2), work("b", 0, 1, latest=2), rules=[("before", "a", "b")]),
            ["a earliest", "b latest", "before a b"],
        ),
        (
            case(2, *(work(id_, 0, 1) for id_ in "abc"), rules=[("before", "a", "b"), ("before", "b", "c")]),
            ["before a b", "before b c"],
        ),
        (
            case(9, *(work(id_, 0, 1) for id_ in "abc"), rules=[("before", "a", "b"), ("together", "b", "a")]),
            ["before a b", "together b a"],
        ),
        (
            case(9, work("a", 1, 1, fixed=True), work("b", 4, 1, latest=3), rules=[("lockstep", "a", "b")]),
            ["a fixed", "b latest", "lockstep a b"],
        ),
        # said twice, it is named once
        (case(2, *(work(id_, 0, 1, 1) for id_ in "ab"), rules=[("before", "a", "b")] * 2), ["before a b"]),
    ],
)
def test_a_clash_names_exactly_what_cannot_all_hold(one, clashing):
    assert [constraint.reason for constraint in clash(one)] == clashing
    with pytest.raises(ValueError, match="without_clash"):
        level(one)


def test_the_smaller_of_two_clashes_is_named_whichever_comes_first():
    chain = [("before", "a", "b"), ("before", "b", "c"), ("before", "c", "d")]
    works = [work(id_, 0, 1) for id_ in "abcd"]
    for rules in ([*chain, ("before", "d", "a"), ("before", "b", "a")], [("before", "b", "a"), ("before", "d", "a"), *chain]):
        assert {one.reason for one in clash(case(9, *works, rules=rules))} == {"before a b", "before b a"}


def random_case(random, count, periods, heaviest):
    """Works, limits and rules drawn at random: about half of the cases clash."""
    works = []
    for number in range(count):
        length = random.randint(1, 3)
        load = [random.randint(0, heaviest) for _ in range(length)]
        works.append(
            work(
                f"w{number}",
                random.randint(0, periods - length),
                *load,
                earliest=random.choice([0, 0, 0, 1, 2]),
                latest=periods - random.choice([1, 1, 1, 2]),
                fixed=random.random() < 0.15,
            )
        )
    rules = [
        (random.choice(["before", "together", "lockstep"]), *random.sample([one.id for one in works], 2))
        for _ in range(random.randint(0, 3))
    ]
    works.append(work("w", 0, *(random.randint(0, 2) for _ in range(periods)), fixed=True))
    return case(periods, *works, rules=rules, grain=random.choice([1, 1, 3]))


def allowed(constraint, one, at):
    """Whether a limit or rule holds for the works placed so far, told by arithmetic on the starts."""
    works = one.by_id()
    if isinstance(constraint, Limit):
        if constraint.work not in at:
            return True
        start, end = at[constraint.work], at[constraint.work] + works[constraint.work].length - 1
        return {"earliest": start >= constraint.value, "latest": end <= constraint.value}.get(
            constraint.kind, start == constraint.value
        )
    if constraint.first not in at or constraint.second not in at:
        return True
    first, second = works[constraint.first], works[constraint.second]
    start, other = at[first.id], at[second.id]
    if constraint.kind == "before":
        return other >= start + first.length
    if constraint.kind == "together":
        return start < other + second.length and other < start + first.length
    return other - start == second.start - first.start


def every_answer(one, constraints, at=None):
    """Give the starts of all works, in every way that the constraints allow."""
    at = at or {}
    if len(at) == len(one.works):
        yield at
        return
    placing = one.works[len(at)]
    for start in range(one.periods - placing.length + 1):
        tried = at | {placing.id: start}
        if all(allowed(constraint, one, tried) for constraint in constraints if placing.id in involved(constraint)):
            yield from every_answer(one, constraints, tried)


def involved(constraint):
    return (constraint.work,) if isinstance(constraint, Limit) else (constraint.first, constraint.second)


def merit(one, at):
    """What is to be as small as possible, most important first."""
    total = [0] * one.periods
    for placed in one.works:
        for period, load in enumerate(placed.load, at[placed.id]):
            total[period] += load
    ways = [abs(at[placed.id] - placed.start) for placed in one.works]
    return -(-max(total) // one.grain), sum(way > 0 for way in ways), sum(ways), tuple(at.values())


@pytest.mark.parametrize("block", range(8))
def test_no_other_answer_is_better_and_a_clash_has_none(block):
    for seed in range(25 * block, 25 * block + 25):
        random = Random(seed)
        one = random_case(random, random.randint(5, 7), random.randint(4, 6), random.choice([1, 4]))
        clashing, best = clash(one), min((merit(one, at) for at in every_answer(one, one.constraints())), default=None)
        if clashing:
            assert best is None, seed
            assert not any(every_answer(one, clashing)), seed
            for left_out in clashing:
                assert any(every_answer(one, [x for x in clashing if x is not left_out])), (seed, left_out)
        else:
            found = level(one)
            assert found.stage is None and merit(one, found.starts) == best, seed
            assert (len(found.moved), found.distance) == best[1:3] and not violations(one, found.starts), seed


def test_both_outcomes_are_met_often_among_the_random_cases():
    outcomes = [bool(clash(random_case(Random(seed), 6, 5, 4))) for seed in range(60)]
    assert min(outcomes.count(True), outcomes.count(False)) > 15


def best_by_moves(one):
    """The merit of the best answer with each number of moves or fewer that gives a lower peak than fewer do, by brute force."""
    as_it_stands = merit(one, {each.id: each.start for each in one.works})
    points, every = [as_it_stands], sorted(merit(one, at) for at in every_answer(one, one.constraints()))
    for most in range(1, len(one.works) + 1):
        best = next((answer for answer in every if answer[1] <= most), None)
        if best and best[0] < points[-1][0]:
            points.append(best)
    return points


@pytest.mark.parametrize("grain", [1, 3])
def test_each_number_of_moves_gives_the_lowest_peak_it_can(grain):
    longest = 0
    for seed in range(120):
        random = Random(seed)
        one = replace(random_case(random, random.randint(5, 7), 5, random.choice([1, 9])), grain=grain)
        if not clash(one):
            found = frontier(one, level(one))
            assert [merit(one, each.starts) for each in found] == best_by_moves(one), seed
            assert all(violations(one, each.starts) == [] for each in found[1:]), seed
            longest = max(longest, len(found))
    assert longest > 3


def test_four_works_in_one_period_come_down_by_one_for_each_move():
    one = case(4, *(work(id_, 0, 1) for id_ in "abcd"))
    assert [(each.moved, each.peak_after) for each in frontier(one, level(one))] == [
        ((), 4), (("d",), 3), (("c", "d"), 2), (("b", "c", "d"), 1),
    ]  # fmt: skip


def test_a_move_that_must_be_made_counts_among_the_moves_but_is_no_choice_by_itself():
    # a must leave period 1 for 0, which is as full; only when b leaves 0 as well is the peak lower
    one = case(3, work("a", 1, 1, latest=0), work("b", 0, 1), work("c", 0, 1))
    assert [(each.moved, each.peak_after) for each in frontier(one, level(one))] == [((), 2), (("a", "b", "c"), 1)]


def crowded(works, periods, heaviest=1):
    """A case that can be met, with most works early and nothing that forbids moving."""
    random = Random(works * periods + heaviest)
    placed = [
        work(f"w{number}", min(random.randint(0, periods - 2) for _ in range(2)), *[random.randint(1, heaviest)] * 2)
        for number in range(works)
    ]
    rules = [("before", first.id, second.id) for first, second in pairwise(placed) if first.start + 1 < second.start]
    return case(periods, *placed, rules=rules)


def test_the_answer_is_the_same_in_every_run_and_in_every_order_of_what_is_not_an_order(monkeypatch):
    one = crowded(30, 6)
    expected = level(one)
    assert expected.stage is None and len(expected.moved) > 3
    windows = levelling_milp.windows
    for seed in range(20):
        random = Random(seed)
        shuffled = replace(one, rules=tuple(random.sample(one.rules, len(one.rules))))
        monkeypatch.setattr(
            levelling_milp,
            "windows",
            lambda *given, r=random: dict(r.sample(list((found := windows(*given)).items()), len(found))),
        )
        again = level(shuffled)
        assert again == expected and list(again.starts) == list(expected.starts)


def test_when_time_runs_out_the_best_found_is_returned_with_what_is_not_proven():
    one = crowded(150, 8, heaviest=997)
    found = level(one, seconds=0.1)
    assert (found.stage, found.is_proven) == ("topp", False)
    assert violations(one, found.starts) == [] and found.peak_after <= found.peak_before


def test_when_time_runs_out_among_equals_that_is_what_is_not_proven(monkeypatch):
    clock = iter([0.0, 0.0, 0.0, 0.0])
    monkeypatch.setattr(levelling, "perf_counter", lambda: next(clock, 1e6))
    found = level(crowded(30, 6))
    assert (found.stage, found.is_proven) == ("rekkefølge", True)


def test_when_time_runs_out_a_choice_says_so():
    one = crowded(150, 8, heaviest=997)
    tried = frontier(one, level(one, seconds=0.1), seconds=0.1)
    assert tried[0].stage is None and {each.stage for each in tried[1:]} == {"topp"}


def test_nothing_is_printed():
    # A process of its own: the solver prints its banner once per process, from C, where a buffer may hold it back.
    code = "from test_solve import crowded, level; level(crowded(44, 8)); level(crowded(45, 8, 300), 1.0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=Path(__file__).parent, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
