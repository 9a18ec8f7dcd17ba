"""Try a change in the notebook and see it at once: which years a plan is worked on, and what that does.

`tried` does the work; the form only calls it.
"""

import os
from dataclasses import replace
from typing import Any

import pandas as pd

from planstrategi.analysis.scenarios.comparison import compared_years
from planstrategi.analysis.scenarios.effects import Baseline
from planstrategi.analysis.scenarios.findings import cost_in_words
from planstrategi.analysis.scenarios.overlay import applied
from planstrategi.analysis.shared.work_years import years_of_work
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Flytt, Scenario, Scenariofil
from planstrategi.presentation.notebook_table import show
from planstrategi.presentation.nothing import Nothing

# set by a Jupyter server for the kernels it starts, and by nothing that runs a notebook without a browser
IN_JUPYTER = "JPY_SESSION_NAME"
NO_BROWSER = "Skjemaet vises når notatboken er åpen i JupyterLab: planstrategi lab."


def tried(register: Register, plan: str, fra: int, til: int) -> tuple[pd.DataFrame, str]:
    """Return what it does to work on a plan in other years: the years against the register, and a sentence."""
    name = register.plans_by_id()[plan].navn
    years = tuple(range(fra, til + 1))
    scenario = Scenario(id="prov", navn=f"{name}: {fra}–{til}", flytt=(Flytt(plan=plan, aar=years),))
    alone = replace(register, scenarier=Scenariofil(per_dato=register.per_dato, scenarier=(scenario,)))
    effects = Baseline(register).effects(applied(register, scenario))
    return compared_years(alone), cost_in_words(register, len(effects.duties(weaker=True)), len(effects.answers), "i et annet år")


def explore(register: Register) -> Any:
    """Return a form for JupyterLab: choose a plan and its years, and see the load, the duties and the expectations.

    Where no JupyterLab shows the notebook, there is nothing to turn, and it returns words that say so.
    """
    if IN_JUPYTER not in os.environ:
        return Nothing(NO_BROWSER)
    import ipywidgets as widgets
    from IPython.display import display

    worked = [(plan.label, plan.id) for plan in register.planer if years_of_work(register)[plan.id]]
    period = register.periode.years
    plan = widgets.Dropdown(options=worked, description="Plan")
    years = widgets.SelectionRangeSlider(options=period, index=(0, len(period) - 1), description="År")

    def update(plan: str, years: tuple[int, int]) -> None:
        frame, said = tried(register, plan, *years)
        display(show(frame))
        print(said)

    return widgets.VBox([plan, years, widgets.interactive_output(update, {"plan": plan, "years": years})])
