"""When a plan can first answer anything: now, if an edition is in force, else when the register says it is finished."""

from typing import NamedTuple

from planstrategi.analysis.shared.editions import edition_of, planned_editions
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register

NOW, FINISHED, FINISH_UNKNOWN = "gjelder alt", "blir ferdig", "ikke kjent"


class Ready(NamedTuple):
    """The first year in which a plan is finished (None when nobody knows), and what that rests on.

    `blir` is the year in which the next edition is finished, None when none is planned; `avledet` is true when the year
    of the finish is derived, not stated.
    """

    aar: int | None
    grunn: str
    blir: int | None
    avledet: bool = False


def readiness(register: Register) -> dict[str, Ready]:
    """Return when each plan is first finished, by id, on the register's date.

    An edition that is known to exist and has not run out counts from the first year the register has for it, or from
    the period's first year when that is not known. Else it is the last day of the finish or adoption that the
    register gives, or the one that is derived of its years of work (`avledet`).
    """
    return {plan.id: _ready(register, plan) for plan in register.planer}


def _ready(register: Register, plan: Plan) -> Ready:
    edition = edition_of(register, plan)
    planned = min(planned_editions(register, plan, yearly=False), default=None)
    ahead, derived = (int(planned.dato[:4]), not planned.oppgitt) if planned else (None, False)
    made = [tid for _, tid in plan.times("vedtatt", "datert", "revidert")]
    begun = not made or min(tid.forst for tid in made) <= register.per_dato
    if edition.finnes and begun and not (edition.til and edition.til < register.per_dato):
        return Ready(min((tid.sist_aar for tid in made), default=register.periode.fra), NOW, ahead)
    return Ready(ahead, FINISHED if ahead else FINISH_UNKNOWN, ahead, derived)
