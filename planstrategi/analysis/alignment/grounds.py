"""What the sentences on judgements have in common: whether anybody has judged, and whether it is provisional."""

from collections.abc import Callable, Iterable
from functools import wraps

from planstrategi.analysis.alignment.assessment import FORELOPIG, assessments, counted_in_force
from planstrategi.analysis.shared.sentences import provisional
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_VURDERT

NOTHING_EXPECTED = "Registeret har ingen satsingsområder, og katalogene ingen forventninger."
NOBODY = "Ingen har vurdert planene mot forventningene ennå."


def by_ground(grounds: Iterable[str]) -> str:
    """Return that all or some of the judgements are provisional, by what each expectation rests on (`grunnlag`)."""
    return provisional(ground == FORELOPIG for ground in grounds if ground != IKKE_VURDERT)


def by_counted(register: Register) -> str:
    """Return the same for the expectations that apply and are counted."""
    return by_ground(one.grunnlag for one in counted_in_force(register))


def once_judged(say: Callable[[Register], str]) -> Callable[[Register], str]:
    """Say that nobody has judged, in place of numbers that would all be nought."""

    @wraps(say)
    def guarded(register: Register) -> str:
        return say(register) if any(one.antall_vurdert for one in assessments(register)) else NOBODY

    return guarded
