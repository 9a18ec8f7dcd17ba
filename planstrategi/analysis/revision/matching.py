"""Which plan of one register is which of another: as somebody has answered, by id, or as their names propose."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from planstrategi.model.dates import ONE_YEAR
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register

# how alike two words are that may be one, and two names that may be one plan's
LIKE_WORD, LIKE_NAME = 0.7, 0.45
# what a plan is, and not what it is about: «Kulturplan», «Kommunedelplan for kultur» and «Kulturstrategi» are all of «kultur»
KIND_OF_PLAN = re.compile(r"s?(?:kommune|kommunedel|hoved|tema|handlings|bruks)?(?:plan(?:en)?s?|strategi(?:en)?)$")
# all that a word of so few letters says is how the others hang together
LITTLE = 3


class PlanPair(NamedTuple):
    """A plan in the register before and in this one, None where it is not; `proposed` when only their names say it is one."""

    was: Plan | None
    now: Plan | None
    proposed: bool = False


def paired(old: Register, new: Register) -> list[PlanPair]:
    """Return every plan of both registers once: those of the new in its order, then those that only the old has.

    Of several old ones that became one, each is a pair with it. What somebody has answered of a pair goes before the ids,
    and what is answered with no is not proposed again.
    """
    before, now = old.plans_by_id(), new.plans_by_id()
    # what a plan was in the period before, says nothing of what it was earlier in this one
    answers = {(one.fra, one.til): one.samme for one in new.renamings() if old.periode != new.periode or one.til not in before}
    same = {fra: til for (fra, til), yes in answers.items() if yes and fra in before}
    same |= {name: name for name in before.keys() & now if name not in same and answers.get((name, name), True)}
    gone = [plan for plan in old.planer if plan.id not in same]
    came = [plan for plan in new.planer if plan.id not in same.values()]
    maybe = _proposed(gone, came, answers)
    becomes, order = same | maybe, {name: at for at, name in enumerate(now)}
    found = [PlanPair(was, now.get(becomes.get(was.id, "")), was.id in maybe) for was in old.planer]
    found += [PlanPair(None, one) for one in came if one.id not in maybe.values()]
    return sorted(found, key=lambda pair: order[pair.now.id] if pair.now else len(order))


def _proposed(old: Iterable[Plan], new: Iterable[Plan], answers: Mapping[tuple[str, str], bool]) -> dict[str, str]:
    """Return which new plan each old one may be, by id: the likest names first, each plan once."""
    open_ = [(was, now) for was, now in product(old, new) if (was.id, now.id) not in answers]
    scored = sorted(((likeness(was.navn, now.navn), was, now) for was, now in open_), key=lambda one: -one[0])
    found: dict[str, str] = {}
    for score, was, now in scored:
        if score >= LIKE_NAME and was.id not in found and now.id not in found.values():
            found[was.id] = now.id
    return found


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1: 0 when a word of the shorter has no like word in the other.

    What most names of plans have in common makes no two of them alike; years and little words are left out.
    """
    few, many = sorted((_words(one), _words(other)), key=len)
    best = [max(_alike(word, another) for another in many) for word in few]
    if not best or min(best) < LIKE_WORD:
        return 0.0
    short, long = sorted((sum(map(len, few)), sum(map(len, many))))
    return sum(best) / len(best) * short / long


def _words(name: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", ONE_YEAR.sub(" ", name.casefold()))
    return tuple(filter(None, (KIND_OF_PLAN.sub("", word) for word in words if len(word) > LITTLE or word.isdecimal())))


@lru_cache(100_000)
def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
