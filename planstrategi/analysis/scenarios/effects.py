"""What a changed register does to requirements and expectations, against the register it was made from."""

from typing import NamedTuple

from planstrategi.analysis.alignment.assessment import counted_in_force
from planstrategi.analysis.legal.coverage import assess, reassess
from planstrategi.analysis.legal.statuses import IN_YEAR
from planstrategi.analysis.shared.editions import NEVER, first_year
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav


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
        return [one.forventning_id for one in self.answers if (one.til or NEVER) > (one.fra or NEVER)]


class Baseline:
    """What stands in a register if all goes as planned, to hold changed registers against."""

    def __init__(self, register: Register) -> None:
        answered = [(one.expected.id, one.carrying) for one in counted_in_force(register) if one.plans]
        # who carries an expectation is judged of a plan, whatever its years
        self.requirements, self.answered = assess(register), [(*one, first_year(register, one[1])) for one in answered]

    def effects(self, changed: Register) -> Effects:
        """Return what a register with other plans does."""
        pairs = zip(self.requirements, reassess(changed, self.requirements), strict=True)
        years = [(was.krav, *both) for was, now in pairs if now is not was for both in zip(was.years, now.years, strict=True)]
        statuses = (StatusChange(krav, was.aar, was.status.etter_plan, now.status.etter_plan) for krav, was, now in years)
        answers = (AnswerChange(name, year, first_year(changed, who)) for name, who, year in self.answered)
        return Effects(tuple(one for one in statuses if one.fra != one.til), tuple(one for one in answers if one.fra != one.til))
