"""Kommunal planstrategi: load a plan register, validate it, and compute tables and figures from it.

>>> import planstrategi as ps
>>> r = ps.load("data/kommuner/ostre-toten/2024-2027")
>>> ps.table("kapasitet", r)
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planstrategi.api import load, problems, validate
    from planstrategi.model.problem import RegisterError
    from planstrategi.outputs.made import make
    from planstrategi.outputs.own_chart import chart
    from planstrategi.outputs.try_out import explore
    from planstrategi.presentation.figures import figure, finding
    from planstrategi.presentation.notebook_table import heading, show
    from planstrategi.presentation.tables import table

# lxml is there for what reads Word; openpyxl would read with it too, and not refuse what asks for something from outside
os.environ["OPENPYXL_LXML"] = "False"

__all__ = [
    "RegisterError", "chart", "explore", "figure", "finding", "heading", "load", "make", "problems", "show", "table", "validate",
]  # fmt: skip
_HOME = dict.fromkeys(("load", "problems", "validate"), "api") | {"RegisterError": "model.problem", "explore": "outputs.try_out"}
_HOME |= {"make": "outputs.made", "chart": "outputs.own_chart"}
_HOME |= dict.fromkeys(("figure", "finding"), "presentation.figures") | {"table": "presentation.tables"}
_HOME |= dict.fromkeys(("heading", "show"), "presentation.notebook_table")


def __getattr__(name: str) -> Any:
    # the command line must start without pandas and matplotlib, so a name is imported when it is first used
    if name not in _HOME:
        raise AttributeError(f"module 'planstrategi' has no attribute '{name}'")
    return getattr(import_module(f"planstrategi.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
