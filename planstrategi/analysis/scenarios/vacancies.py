"""Single points of failure: what one role carries alone, and what slips when it is vacant."""

from planstrategi.analysis.scenarios.effects import Baseline
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sources import places, role_labels, source_of
from planstrategi.analysis.shared.work_years import years_of_work
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Scenario, Vakanse

VACANT = (6, 12)


@columns("rolle maaneder planer planaar plikter forventninger kilde")
def vacancies(register: Register) -> Rows:
    """Return what slips when one role is vacant from the register's year on, for each role that carries a plan alone.

    `maaneder` is 6 or 12. `planer` are those it carries alone, `planaar` how many years of work they have from then on;
    `plikter` are the duties (`skal`) whose status, if all else goes as planned, becomes weaker in any year, and
    `forventninger` the expectations answered later, either missing where nobody has judged it. Work with several roles, or
    with none, is not seen here.
    """
    base, labels, start = Baseline(register), role_labels(register), max(register.periode.fra, int(register.per_dato[:4]))
    years = years_of_work(register)
    for role in register.roller:
        alone = [plan for plan in register.planer if plan.roller == (role.id,) and max(years[plan.id], default=0) >= start]
        for months in VACANT if alone else ():
            vakanse = Vakanse(rolle=role.id, fra=start, maaneder=months)
            effects = base.effects(applied(register, Scenario(id=role.id, navn=role.navn, vakanse=(vakanse,))))
            yield {
                "rolle": labels[role.id], "maaneder": months, "kilde": places(map(source_of, alone)),
                "planer": tuple(plan.id for plan in alone),
                "planaar": sum(year >= start for plan in alone for year in years[plan.id]),
                "plikter": tuple(dict.fromkeys(effects.duties(weaker=True))) if register.legal_judgement_sets() else None,
                "forventninger": tuple(effects.later()) if register.counting_sets() else None,
            }  # fmt: skip
