"""Measure levelling on generated plans: python benchmarks/utjevning.py.

The plans crowd the first half of the periods. One in seven is fixed, half have a limit at either end, and one in five
waits for another, is coordinated with it or moves with it. Every case can be met. Månedsverk are hundredths, drawn
from a few kinds of plan, and peaks are told apart to a whole månedsverk.
"""

import sys
from pathlib import Path
from random import Random
from time import perf_counter

from planstrategi.analysis.levelling.case import Case, Limit, PairRule, Work, violations
from planstrategi.analysis.levelling.proposal import choices, levelled_years, proposed_moves
from planstrategi.analysis.levelling.solve import frontier, level
from planstrategi.api import load

SIZES = ((44, 4), (44, 8), (200, 8), (1000, 8))
LENGTHS = {4: (1, 1, 2, 2, 3, 4), 8: (1, 2, 2, 3, 4, 4, 6, 8)}
# månedsverk in hundredths for the whole work, one per kind, the common kinds more than once
EFFORTS = (3100, 1467, 1233, 1233, 533, 533, 158, 158, 158, 433, 433, 433, 217, 217, 217, 55)
GRAIN = 100
SECONDS = 60.0
REGISTER = Path(__file__).parents[1] / "data" / "kommuner" / "ostre-toten" / "2024-2027"


def generated(plans: int, periods: int, counted: bool, seed: int) -> Case:
    """Return a case that can be met: what binds the works is drawn around starts that are then forgotten."""
    random = Random(seed)
    drawn = [_work(random, f"plan-{number}", periods, counted) for number in range(plans)]
    works, hidden = tuple(work for work, _ in drawn), {work.id: start for work, start in drawn}
    rules: list[PairRule] = []
    while len(rules) < plans // 5:
        first, second = random.sample(works, 2)
        kind = _rule(random, first, second, hidden)
        rules += [PairRule(kind, first.id, second.id, "")] if kind else []
    return Case(works, tuple(rules), periods, 1 if counted else GRAIN)


def _work(random: Random, id_: str, periods: int, counted: bool) -> tuple[Work, int]:
    length = random.choice(LENGTHS[periods])
    room = periods - length
    start, fixed = min(random.randint(0, room), random.randint(0, room)), random.random() < 1 / 7
    hidden = start if fixed else random.randint(0, room)
    load = 1 if counted else round(random.choice(EFFORTS) / length)
    earliest = random.randint(0, min(start, hidden)) if random.random() < 0.5 else 0
    latest = random.randint(max(start, hidden) + length, periods) - 1 if random.random() < 0.5 else periods - 1
    limits = [Limit(id_, "earliest", earliest, ""), Limit(id_, "latest", latest, "")]
    limits += [Limit(id_, "fixed", start, "")] if fixed else []
    return Work(id_, start, (load,) * length, tuple(limits)), hidden


def _rule(random: Random, first: Work, second: Work, hidden: dict[str, int]) -> str:
    """Return a kind of rule that the hidden starts keep, mostly `before`, or nothing."""
    one, other, luck = hidden[first.id], hidden[second.id], random.random()
    if one + first.length <= other:
        return "before" if luck < 0.7 else ""
    if second.start - first.start == other - one and luck < 0.1:
        return "lockstep"
    return "together" if other < one + first.length and one < other + second.length and luck > 0.7 else ""


def row(plans: int, periods: int, counted: bool, seed: int) -> str:
    """Return a line of the table: how long one case took, what came of it, and what was not proven."""
    case = generated(plans, periods, counted, seed)
    began = perf_counter()
    found = level(case, SECONDS)
    seconds = perf_counter() - began
    in_all = ""
    if plans == SIZES[0][0]:
        frontier(case, found, SECONDS)
        in_all = f"{perf_counter() - began:.2f}"
    assert not violations(case, found.starts)
    cells = [f"{plans} × {periods}", "antall" if counted else "månedsverk", f"{seconds:.2f}"]
    cells += [
        f"{found.peak_before} → {found.peak_after}",
        str(len(found.moved)),
        str(found.distance),
        f"tidsgrense: {found.stage}" if found.stage else "bevist best",
        in_all,
    ]
    return "| " + " | ".join(cells) + " |"


def real() -> str:
    """Return how long the real register takes by both weights, with the choices on the way and the prices."""
    register = load(REGISTER)
    began = perf_counter()
    for table in (choices, levelled_years, proposed_moves):
        table(register)
    return f"Registeret {REGISTER.parent.name}, begge vekter, med valg og priser: {perf_counter() - began:.2f} s."


def main() -> None:
    """Print one row per size and what is counted, for as many draws as the first argument says (default 1)."""
    print(real(), end="\n\n")
    print("| planer × perioder | teller | sekunder | topp | flyttet | perioder i alt | status | sekunder med valgene underveis |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for counted in (True, False):
        for plans, periods in SIZES:
            for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
                print(row(plans, periods, counted, seed), flush=True)


if __name__ == "__main__":
    main()
