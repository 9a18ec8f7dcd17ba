"""Registers to test on: the real one, the invented one, and the smallest one that shows a thing."""

import gc
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import planstrategi as ps
from planstrategi.model.register import Register

# thousands of tests and their figures live on: looking for what has gone as often as usual takes a sixth of the time
gc.set_threshold(50_000)
ROOT = Path(__file__).parents[1]
OSTRE_TOTEN = ROOT / "data" / "kommuner" / "ostre-toten" / "2024-2027"
FJORDVIK = ROOT / "tests" / "data" / "gyldig" / "fjordvik" / "2028-2031"
SMALL = """\
kommune: {navn: Prøvekommune, nummer: '9999', fylke: provefylke}
periode: {fra: 2024, til: 2026}
per_dato: 2024-06-30
dokument: {tittel: Prøvestrategi}
omraader:
  - {id: nord, navn: Nord}
  - {id: sor, navn: Sør}
roller:
  - {id: leder-nord, navn: Leder, omraade: nord}
  - {id: leder-sor, navn: Leder, omraade: sor}
  - {id: raadgiver, navn: Rådgiver, omraade: nord}
tabeller:
  - {id: temaplan, navn: Temaplan, antall_rader: 1}
"""


@pytest.fixture(scope="session")
def ostre_toten() -> Register:
    return ps.load(OSTRE_TOTEN)


@pytest.fixture(scope="session")
def fjordvik() -> Register:
    return ps.load(FJORDVIK)


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Register]:
    """Return a function that loads the smallest register with the plans (judgements, requirements) given as YAML."""

    def make(plans: str, judgements: str = "", *, law: str = "", requirements: str = "", dato: str = "") -> Register:
        folder = tmp_path / "kommuner" / "prove"
        (folder / "vurderinger").mkdir(parents=True)
        for name in ("plantyper.yaml", "nasjonale_forventninger.yaml", "lovkrav.yaml"):
            text = (ROOT / "tests" / "data" / "nasjonalt" / name).read_text("utf-8")
            (tmp_path / "nasjonalt").mkdir(exist_ok=True)
            (tmp_path / "nasjonalt" / name).write_text(text, "utf-8")
        (folder / "register.yaml").write_text(
            SMALL.replace("antall_rader: 1", f"antall_rader: {plans.count('rad: ')}") + plans, "utf-8"
        )
        if judgements:
            (folder / "vurderinger" / "forventninger.yaml").write_text(judgements, "utf-8")
        if law:
            (folder / "vurderinger" / "lovkrav.yaml").write_text(law, "utf-8")
        if requirements:
            (tmp_path / "nasjonalt" / "lovkrav.yaml").write_text(requirements, "utf-8")
        return ps.load(folder, dato or None)

    return make


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one small notebook, made the working directory."""
    (tmp_path / "notebooks").mkdir()
    cell = {"id": "1", "cell_type": "markdown", "metadata": {}, "source": "# Liten"}
    notebook = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]})
    (tmp_path / "notebooks" / "01_liten.ipynb").write_text(notebook, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
