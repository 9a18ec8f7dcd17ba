"""The fields of a plan against each other: which rules hold each pair, or, in field_pairs.yaml, why none is needed."""

from functools import cache
from itertools import combinations, product, starmap

from planstrategi.checks.all_rules import RULES
from planstrategi.model.fields import specs
from planstrategi.model.plan import Plan
from planstrategi.model.vocabulary import words_beside

Pair = tuple[str, str]

FELT = tuple(specs(Plan))
_REASONS = words_beside(__file__, "field_pairs.yaml")
# field -> why it needs no rule against any other field, where no rule and no row below says otherwise
FELT_FOR_SEG: dict[str, str] = _REASONS["for_seg"]
# fields, fields, why no pair of one from each needs a rule
UTEN_REGEL: list[tuple[str, str, str]] = _REASONS["par"]


def pair_in_order(one: str, other: str) -> Pair:
    """Return two fields in the order they are written in a plan."""
    first, second = sorted((one, other), key=FELT.index)
    return first, second


@cache
def rules_by_pair() -> dict[Pair, tuple[str, ...]]:
    """Return the codes of the rules that hold each pair of fields against each other; pairs without are left out."""
    found: dict[Pair, tuple[str, ...]] = {}
    for rule in RULES:
        for group in rule.groups:
            for both in starmap(pair_in_order, combinations([felt for felt in group if felt in FELT], 2)):
                found[both] = (*(kode for kode in found.get(both, ()) if kode != rule.kode), rule.kode)
    return found


@cache
def reasons_by_pair() -> dict[Pair, str]:
    """Return why each pair of fields that UTEN_REGEL lists needs no rule."""
    return {pair_in_order(*both): grunn for left, right, grunn in UTEN_REGEL for both in product(left.split(), right.split())}


@cache
def left_alone(felt: str) -> tuple[str, ...]:
    """Return the fields that the reason in FELT_FOR_SEG is about: those no rule and no row of UTEN_REGEL holds."""
    taken = rules_by_pair().keys() | reasons_by_pair().keys()
    return tuple(other for other in FELT if other != felt and pair_in_order(felt, other) not in taken)
