"""Try a change in the notebook and see it at once: which years a plan is worked on, and what that does.

`tried` does the work; the form only calls it.
"""

import os
from dataclasses import replace
from typing import Any

import pandas as pd

from planstrategi.analysis.scenarios.comparison import changed_duties, compared_years, moved_expectations
from planstrategi.analysis.shared.sentences import counted
from planstrategi.model.register import Register
from planstrategi.model.scenarios import Flytt, Scenario, Scenariofil
from planstrategi.model.vocabulary import STYRKE

# set by a Jupyter server for the kernels it starts, and by nothing that runs a notebook without a browser
IN_JUPYTER = "JPY_SESSION_NAME"
NO_BROWSER = "Skjemaet vises når notatboken er åpen i JupyterLab: planstrategi lab."


def tried(register: Register, plan: str, fra: int, til: int) -> tuple[pd.DataFrame, str]:
    """Return what it does to work on a plan in other years: the years against the register, and a sentence."""
    name = register.plans_by_id()[plan].navn
    years = tuple(range(fra, til + 1))
    scenario = Scenario(id="prov", navn=f"{name}: {fra}–{til}", flytt=(Flytt(plan=plan, aar=years),))
    one = _with(register, scenario)
    changed = changed_duties(one)
    weaker = int(((changed["retning"] == "svakere") & (changed["styrke"] == STYRKE["skal"])).sum())
    late = len(moved_expectations(one))
    expected = counted(late, "forventning", "forventninger") if late else "ingen forventninger"
    return compared_years(
        one
    ), f"{weaker or 'Ingen'} kravår kommunen skal møte, blir svakere, og {expected} blir svart på i et annet år."


def _with(register: Register, scenario: Scenario) -> Register:
    """Return the register with one scenario in place of its own."""
    return replace(register, scenarier=Scenariofil(per_dato=register.per_dato, scenarier=(scenario,)))


def explore(register: Register) -> Any:
    """Return a form for JupyterLab: choose a plan and its years, and see the load, the duties and the expectations.

    Where no JupyterLab shows the notebook, there is nothing to turn, and it returns words that say so.
    """
    return _form(register) if IN_JUPYTER in os.environ else Words(NO_BROWSER)


class Words(str):
    """Words that a notebook shows as they are, without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _form(register: Register) -> Any:
    import ipywidgets as widgets
    from IPython.display import display

    from planstrategi.presentation.notebook_table import show

    marked = [(plan.label, plan.id) for plan in register.planer if plan.aar]
    period = register.periode.years
    plan = widgets.Dropdown(options=marked, description="Plan")
    years = widgets.SelectionRangeSlider(options=period, index=(0, len(period) - 1), description="År")

    def update(plan: str, years: tuple[int, int]) -> None:
        frame, said = tried(register, plan, *years)
        display(show(frame))
        print(said)

    return widgets.VBox([plan, years, widgets.interactive_output(update, {"plan": plan, "years": years})])
