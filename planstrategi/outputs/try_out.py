"""Try a change in the notebook and see it at once: other years for a plan, none, or a vacant role; and keep it as a scenario.

The functions do the work; the form only calls them.
"""

import os
from dataclasses import replace
from itertools import count
from typing import Any

import pandas as pd

from planstrategi.analysis.scenarios.comparison import compared_years
from planstrategi.analysis.scenarios.findings import cost
from planstrategi.analysis.scenarios.options import options
from planstrategi.analysis.shared.sentences import short
from planstrategi.analysis.shared.sources import role_labels
from planstrategi.analysis.shared.work_years import years_of_work
from planstrategi.model.register import Register, must_be_register
from planstrategi.model.scenarios import Dropp, Flytt, Scenario, Scenariofil, Vakanse
from planstrategi.outputs.scenario_file import as_lines, save
from planstrategi.presentation.notebook_table import show
from planstrategi.presentation.nothing import Nothing
from planstrategi.presentation.plain_words import year_range

# set by a Jupyter server for the kernels it starts, and by nothing that runs a notebook without a browser
IN_JUPYTER = "JPY_SESSION_NAME"
NO_BROWSER = "Skjemaet vises når notatboken er åpen i JupyterLab: planstrategi lab."
NOT_CHANGED = "Ingenting er endret."
# the first and last year of work, None for no year
Ends = tuple[int | None, int | None]
NO_YEARS: Ends = (None, None)


def ends_of(register: Register, plan: str) -> Ends:
    """Return the first and last of a plan's years of work that it may be given in a scenario."""
    years = [year for year in years_of_work(register).get(plan, ()) if year in register.periode.years_and_next]
    return (years[0], years[-1]) if years else NO_YEARS


def as_scenario(register: Register, plan: str, aar: Ends, rolle: str | None, fra: int, maaneder: int) -> Scenario | None:
    """Return what is chosen as a scenario with a free id and name, None when nothing is changed.

    A plan that is given no years is dropped; without a first year it is worked on from the start of the period.
    """
    first, last = aar
    years = tuple(range(first or register.periode.fra, last + 1)) if last else ()
    moved = aar != ends_of(register, plan)
    flytt = (Flytt(plan=plan, aar=years),) if moved and years else ()
    dropp = (Dropp(plan=plan),) if moved and not years else ()
    vakanse = (Vakanse(rolle=rolle, fra=fra, maaneder=maaneder),) if rolle else ()
    names = [f"{short(register.plans_by_id()[plan].label)} {f'i {year_range(years)}' if years else 'droppes'}"] if moved else []
    names += [f"{short(role_labels(register)[rolle])} ledig i {maaneder} måneder fra {fra}"] if rolle else []
    taken = {word for one in register.scenarios() for word in (one.id, one.navn)}
    name, navn = next(one for one in (f"prov-{number}" for number in count(1)) if one not in taken), " og ".join(names)
    navn = f"{navn} ({name})" if navn in taken else navn
    return Scenario(id=name, navn=navn, flytt=flytt, dropp=dropp, vakanse=vakanse) if names else None


def tried(register: Register, scenario: Scenario) -> tuple[pd.DataFrame, str]:
    """Return what a scenario does: the years against the register, and what it costs in a sentence."""
    alone = replace(register, scenarier=Scenariofil(per_dato=register.per_dato, scenarier=(scenario,)))
    return compared_years(alone), cost(options(alone)[1])


def explore(register: Register) -> Any:
    """Gi et skjema i JupyterLab: velg år for en plan, eller en ledig rolle, se hva det gjør, og lagre det som et scenario.

    Er notatboken ikke åpen i JupyterLab, er det ikke noe skjema, og det sies.

    >>> ps.explore(r)
    Skjemaet vises når notatboken er åpen i JupyterLab: planstrategi lab.
    """
    must_be_register(register)
    if IN_JUPYTER not in os.environ:
        return Nothing(NO_BROWSER)
    import ipywidgets as widgets

    controls, button, kept = _controls(register), widgets.Button(description="Lagre scenariet"), widgets.Label()

    def now() -> Scenario | None:
        return as_scenario(register, **{name: control.value for name, control in controls.items()})

    def update(**_: Any) -> None:
        kept.value = ""
        _tell(register, now())

    def keep(_: Any) -> None:
        scenario = now()
        kept.value = save(register, scenario) if scenario else NOT_CHANGED

    # before the form is shown anew: another plan has other years
    controls["plan"].observe(lambda change: setattr(controls["aar"], "value", ends_of(register, change["new"])), "value")
    button.on_click(keep)
    return widgets.VBox([*controls.values(), widgets.interactive_output(update, controls), button, kept])


def _controls(register: Register) -> dict[str, Any]:
    """Return what can be chosen in the form, by the name that `as_scenario` has for it."""
    import ipywidgets as widgets

    alone = {plan.roller for plan in register.planer}
    roles = [(label, role) for role, label in role_labels(register).items() if (role,) in alone]
    plan = widgets.Dropdown(options=[(plan.label, plan.id) for plan in register.planer], description="Plan")
    years = [("ingen år", None), *((str(year), year) for year in register.periode.years_and_next)]
    return {
        "plan": plan,
        # room for both ends in words
        "aar": widgets.SelectionRangeSlider(options=years, value=ends_of(register, plan.value), description="År",
                                            layout={"width": "420px"}),
        "rolle": widgets.Dropdown(options=[("ingen", None), *roles], description="Ledig rolle"),
        "fra": widgets.Dropdown(options=register.periode.years, description="Ledig fra"),
        "maaneder": widgets.BoundedIntText(6, min=1, max=48, description="Måneder"),
    }  # fmt: skip


def _tell(register: Register, scenario: Scenario | None) -> None:
    from IPython.display import display

    if scenario is None:
        print(NOT_CHANGED)
        return
    frame, said = tried(register, scenario)
    display(show(frame))
    print(f"{said}\n\nTil scenarier.yaml:\n\n{as_lines(scenario)}")
