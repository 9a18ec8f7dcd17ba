"""Which plan of one register is which of another: as somebody has answered, by id, or as their names propose."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from planstrategi.model.dates import ONE_YEAR
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import words_beside

# how alike two words are that may be one, and two names that may be one plan's
LIKE_WORD, LIKE_NAME = 0.7, 0.45
# what a plan is, and not what it is about: «Kulturplan», «Kommunedelplan for kultur» and «Kulturstrategi» are all of «kultur»
KIND_OF_PLAN = re.compile(r"s?(?:kommune|kommunedel|hoved|tema|(?<!be)handlings)?(?:plan(?:en)?s?|strategi(?:en)?)$")
LISTED = re.compile(r", [^\W\d]| og ")
# a letter and a hyphen make another word: «E-helseplan» is of «e-helse»; letters in parentheses say the name again: «(KPA)»
WORD = re.compile(r"\([A-ZÆØÅ]+\)|\b[^\W\d]-\w+|\w+")
# all that a word of so few letters says, when it is no abbreviation, is how the others hang together
LITTLE = 3
# words that say that too, and what sort of plan it is
NOT_ABOUT = {word for words in words_beside(__file__, "navneord.yaml").values() for word in words.split()}


class PlanPair(NamedTuple):
    """A plan in the register before and in this one, None where it is not; `proposed` when only their names say it is one."""

    was: Plan | None
    now: Plan | None
    proposed: bool = False


def paired(old: Register, new: Register) -> list[PlanPair]:
    """Return every plan of both registers: those of the new in its order, then those that only the old has.

    One that became several, or several that became one, are a pair each; an id that lives on is one of them. What somebody
    has answered of a pair goes before the ids, and what is answered with no is not proposed again.
    """
    before, now = old.plans_by_id(), new.plans_by_id()
    # what a plan was in the period before, says nothing of what it was earlier in this one
    answers = {(one.fra, one.til): one.samme for one in new.renamings() if old.periode != new.periode or one.til not in before}
    same = {pair for pair, yes in answers.items() if yes and pair[0] in before}
    kept = {name for name in before.keys() & now if answers.get((name, name), True)}
    gone, come = ([plan for plan in one.planer if plan.id not in kept] for one in (old, new))
    maybe = _proposed([pair for pair in product(gone, come) if (pair[0].id, pair[1].id) not in answers], same)
    became = same | maybe | {(name, name) for name in kept}
    became |= {(name, "") for name in before.keys() - {fra for fra, _ in became}}
    became |= {("", name) for name in now.keys() - {til for _, til in became}}
    first, then = ({name: at for at, name in enumerate([*plans, ""])} for plans in (now, before))
    ordered = sorted(became, key=lambda ids: (first[ids[1]], then[ids[0]]))
    return [PlanPair(before.get(fra), now.get(til), (fra, til) in maybe) for fra, til in ordered]


def _proposed(asked: Iterable[tuple[Plan, Plan]], same: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the pairs that may be one plan: the likest first, and only where one of the two has no other yet."""
    scored = sorted(((likeness(was.navn, now.navn), was.id, now.id) for was, now in asked), key=lambda one: -one[0])
    left, come, found = {fra for fra, _ in same}, {til for _, til in same}, set[tuple[str, str]]()
    for score, was, now in scored:
        if score >= LIKE_NAME and (was not in left or now not in come):
            found.add((was, now))
            left.add(was)
            come.add(now)
    return found


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1: 0 when a word of the shorter has no like word in the other.

    What most names of plans have in common makes no two of them alike; years, little words and what sort of plan it is are
    left out.
    """
    short, long = sorted((one, other), key=lambda name: len(_words(name)))
    few, many = _words(short), _words(long)
    best = [max(_alike(word, another) for another in many) for word in few]
    if not best or min(best) < LIKE_WORD:
        return 0.0
    less, more = sorted((sum(map(len, few)), sum(map(len, many))))
    # one of several that are listed in a name
    listed = LISTED.search(long) and {*few} <= {*many}
    return max(sum(best) / len(best) * less / more, LIKE_NAME if listed else 0.0)


def _words(name: str) -> tuple[str, ...]:
    words = [word for word in WORD.findall(ONE_YEAR.sub(" ", name)) if len(word) > LITTLE or word.isdecimal() or word.isupper()]
    about = [word.casefold() for word in words if word[0] != "(" and word.casefold() not in NOT_ABOUT]
    return tuple(filter(None, (KIND_OF_PLAN.sub("", word) for word in about)))


@lru_cache(100_000)
def _alike(one: str, other: str) -> float:
    # what two words end in is often only what sort of thing they name: «Vestsida» and «Østsida»
    return SequenceMatcher(None, one, other).ratio() if one[:1] == other[:1] else 0.0
