"""Registeret over en kommunal planstrategi: les det, og få tabeller, figurer, setninger og filer av det.

I en notatbok i mappen notebooks:

>>> import planstrategi as ps
>>> r = ps.load("../data/kommuner/ostre-toten/2024-2027")
>>> ps.finding("kapasitet", r)
Det arbeides med 29 planer i 2025, flest i perioden.
Samfunn og strategi har 75 % av 88 planår. I tillegg kan 2 planer ha arbeid i år som ikke er kjent.

En tabell er en vanlig pandas-tabell, og ps.show viser den med ordene folk kjenner:

>>> aar = ps.table("kapasitet-aar", r)
>>> print(aar["antall_planer"].max())
29
>>> ps.show(aar, "aar", "antall_planer")
Planer det arbeides med per år: 4 rader

En figur vises når den står sist i en celle, og kan lagres som .png, .svg eller .pdf:

>>> from pathlib import Path
>>> figur = ps.figure("kapasitet", r)
>>> lagret = Path("kapasitet.png").write_bytes(figur.as_bytes(".png"))

Alle navnene på tabeller, figurer og kolonner står i data/README.md.
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
