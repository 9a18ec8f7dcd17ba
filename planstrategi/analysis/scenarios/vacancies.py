"""Single points of failure: what one role carries alone, and what slips when it is vacant."""

import pandas as pd

from planstrategi.analysis.scenarios.comparison import (
    answered_by,
    changed_statuses,
    direction,
    moved_year,
    must,
    planned_statuses,
)
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.sources import places, role_labels, source_of
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Scenario, Vakanse

VACANT = (6, 12)


def vacancies(register: Register) -> pd.DataFrame:
    """Return what slips when one role is vacant from the register's year on, for each role that carries a plan alone.

    `maaneder` is 6 or 12. `planer` are those it carries alone, `planaar` how many marked years they have from then on;
    `plikter` are the duties (`skal`) whose status, if all else goes as planned, becomes weaker in any year, and
    `forventninger` the expectations answered later. Work with several roles, or with none, is not seen here.
    """
    base, reached, duty = planned_statuses(register), answered_by(register), must(register)
    labels, start = role_labels(register), max(register.periode.fra, int(register.per_dato[:4]))
    rows: list[tuple[object, ...]] = []
    for role in register.roller:
        alone = [plan for plan in register.planer if plan.roller == (role.id,) and plan.aar and plan.aar[-1] >= start]
        for months in VACANT if alone else ():
            vakanse = Vakanse(rolle=role.id, fra=start, maaneder=months)
            vacant = applied(register, Scenario(id=role.id, navn=role.navn, vakanse=(vakanse,)))
            changed = changed_statuses(base, planned_statuses(vacant))
            weaker = dict.fromkeys(krav for (krav, _), was, now in changed if krav in duty and direction(was, now) == "svakere")
            late = [one for one, year in answered_by(vacant).items() if moved_year(year, reached[one]) > 0]
            rows.append((labels[role.id], months, *_carried(alone, start), tuple(weaker), tuple(late), _where(alone)))
    return pd.DataFrame(rows, columns=VACANCY_COLUMNS)


VACANCY_COLUMNS = ["rolle", "maaneder", "planer", "planaar", "plikter", "forventninger", "kilde"]


def _carried(alone: list[Plan], start: int) -> tuple[tuple[str, ...], int]:
    return tuple(plan.id for plan in alone), sum(year >= start for plan in alone for year in plan.aar)


def _where(alone: list[Plan]) -> str | None:
    return places(source_of(plan) for plan in alone)
