"""What a changed register does to requirements and expectations, against the register it was made from."""

from typing import NamedTuple

from planstrategi.analysis.alignment.assessment import counted_in_force
from planstrategi.analysis.legal.coverage import assess
from planstrategi.analysis.legal.statuses import IN_YEAR
from planstrategi.analysis.shared.editions import first_year, readiness
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav

NEVER_ANSWERED = 9999


class StatusChange(NamedTuple):
    """A requirement whose status in a year, if all goes as planned, is another."""

    krav: Lovkrav
    aar: int
    fra: str
    til: str

    @property
    def is_weaker(self) -> bool:
        """Whether the status became weaker, in the order of `lovstatuser`."""
        return IN_YEAR[self.til] > IN_YEAR[self.fra]


class AnswerChange(NamedTuple):
    """A counted expectation that a finished plan first answers in another year, None when nobody knows."""

    forventning_id: str
    fra: int | None
    til: int | None


class Effects(NamedTuple):
    """All that a changed register does to requirements and expectations."""

    statuses: tuple[StatusChange, ...]
    answers: tuple[AnswerChange, ...]

    def duties(self, weaker: bool) -> list[str]:
        """Return the requirements that the municipality must meet and that become weaker, or better, one for each year."""
        return [one.krav.id for one in self.statuses if one.is_weaker == weaker and one.krav.styrke == "skal"]

    def later(self) -> list[str]:
        """Return the expectations that are answered later; in no known year is latest."""
        return [one.forventning_id for one in self.answers if (one.til or NEVER_ANSWERED) > (one.fra or NEVER_ANSWERED)]


class Baseline:
    """What stands in a register if all goes as planned, to hold changed registers against."""

    def __init__(self, register: Register) -> None:
        self.requirements = {krav.id: krav for krav in register.requirements()}
        self.statuses, self.answered = _statuses(register), _answered(register)

    def effects(self, changed: Register) -> Effects:
        """Return what a changed register does."""
        statuses, answered = _statuses(changed), _answered(changed)
        both = [(*key, was, statuses[key]) for key, was in self.statuses.items()]
        other = tuple(StatusChange(self.requirements[krav], aar, fra, til) for krav, aar, fra, til in both if fra != til)
        moved = tuple(AnswerChange(one, self.answered[one], now) for one, now in answered.items() if now != self.answered[one])
        return Effects(other, moved)


def _statuses(register: Register) -> dict[tuple[str, int], str]:
    """Return the status of every requirement in every year, if all goes as planned."""
    return {(one.krav.id, year.aar): year.status.etter_plan for one in assess(register) for year in one.years}


def _answered(register: Register) -> dict[str, int | None]:
    """Return the first year in which a plan that carries its status answers each counted expectation, None when nobody knows."""
    ready = readiness(register)
    return {one.expected.id: first_year(one.carrying, ready) for one in counted_in_force(register) if one.plans}
