"""One mistake, one problem: what only follows from another problem is counted there, and not listed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from planstrategi.model.fields import Content, Id, Many, One, specs
from planstrategi.model.problem import Problem
from planstrategi.reading.problems_met import Cause, ReadNotes

# the number of a file and of a problem in it
Spot = tuple[int, int]
ROWS_MISSING, MEANT = "REG252", "Mente du"


class Folded(NamedTuple):
    """The problems that follow from others, and of plans that are referred to in vain the problem, with how many follow."""

    followers: list[Problem]
    lost_plans: dict[Problem, int]


class Pending(NamedTuple):
    """A reference to something that was not declared before it: target, value, place, plan, part of the file."""

    target: str
    value: str
    sted: int
    plan: str
    section: str


@cache
def ids_of(content: Content) -> frozenset[str]:
    """Return what sorts of ids are given where this stands: its own, and those of the records in it."""
    if isinstance(content, Id):
        return frozenset({content.target})
    held = specs(content.av).values() if isinstance(content, One | Many) else ()
    return frozenset[str]().union(*(ids_of(spec.innhold) for spec in held))


def fold(files: Sequence[ReadNotes], known: Mapping[str, Collection[str]]) -> Folded:
    """Take what follows from another problem out of the files, and say with that problem how much it is.

    A reference that leads nowhere follows from a problem that cost ids of its sort: an id used twice costs one, a
    section that is not read all of them. What else is referred to in vain is said where it is first met.
    """
    in_vain: dict[str, dict[str, list[Spot]]] = {}
    for number, notes in enumerate(files):
        for problem, target, value in notes.unresolved:
            in_vain.setdefault(target, {}).setdefault(value, []).append((number, problem))
    waiting = {target: sorted(places.values(), key=len) for target, places in in_vain.items()}
    after: defaultdict[Spot, list[Spot]] = defaultdict(list)
    for number, notes in enumerate(files):
        for cause in notes.causes:
            after[number, cause.problem] += _lost(waiting, cause, known)
        for problem, follows in notes.follows:
            after[number, problem].append((number, follows))
    for first, *rest in (places for left in waiting.values() for places in left):
        after[first] += rest
    gone = {place for follows in after.values() for place in follows}
    taken = [files[file].problems[number] for file, number in sorted(gone)]
    for (file, number), more in after.items():
        files[file].problems[number] = _with_more(files[file].problems[number], len(more))
    lost = [(files[places[0][0]].problems[places[0][1]], len(places)) for places in waiting.get("plan", [])]
    for number, notes in enumerate(files):
        notes.problems[:] = [one for place, one in enumerate(notes.problems) if (number, place) not in gone]
    return Folded(taken, {problem: count for problem, count in lost if MEANT not in problem.melding})


def _lost(waiting: Mapping[str, list[list[Spot]]], cause: Cause, known: Mapping[str, Collection[str]]) -> list[Spot]:
    lost: list[Spot] = []
    for target in cause.targets:
        left = waiting.get(target, [])
        if cause.most != 0 or not known.get(target):
            # those that are most referred to stand last
            lost += [spot for _ in range(min(cause.most or len(left), len(left))) for spot in left.pop()]
    return lost


def after_missing_rows(problems: Sequence[Problem], lost: Mapping[Problem, int]) -> list[Problem]:
    """Return the problems without the references to plans that are lost with a row that is missing, which counts them."""
    row = next((problem for problem in problems if problem.kode == ROWS_MISSING), None)
    if row is None or not lost:
        return list(problems)
    return [_with_more(row, sum(lost.values())) if problem is row else problem for problem in problems if problem not in lost]


def _with_more(problem: Problem, count: int) -> Problem:
    end = "" if problem.melding.endswith(".") else problem.melding[-1]
    said = f"{problem.melding[:-1]}{end} … og {count} {'problem' if count == 1 else 'problemer'} til følger av det."
    return replace(problem, melding=said) if count else problem
