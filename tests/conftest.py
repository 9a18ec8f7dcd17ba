"""Registers to test on: the real one, the invented one, and the smallest one that shows a thing."""

import csv
import gc
import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import registers_with_expectations
import registers_with_work
from registers import FJORDVIK, OSTRE_TOTEN, ROOT, SMALL
from registers_with_law import CATALOGUE
from registers_with_scenarios import AREA, BRO, JUDGED, LAW, scenario

import planstrategi as ps
from planstrategi.model.register import Register

# thousands of tests and their figures live on: looking for what has gone as often as usual takes a sixth of the time
gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def ostre_toten() -> Register:
    return ps.load(OSTRE_TOTEN)


@pytest.fixture(scope="session")
def fjordvik() -> Register:
    return ps.load(FJORDVIK)


@pytest.fixture(scope="session")
def typed() -> list[dict[str, str]]:
    """Return the rows of the source as they were typed a second time."""
    with (ROOT / "tests" / "data" / "kilde-rader.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def with_field(register: str, field: str) -> str:
    """Return a register with another value of one of its fields, written as in the file: `merket_betyr: vedtak`."""
    name = field.split(":")[0]
    return re.sub(rf"{name}: (?:\{{.*?\}}|[^,}}]*)", field, register, count=1) if field else register


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Register]:
    """Return a function that loads the smallest register with the plans (judgements, requirements) given as YAML."""

    def make(
        plans: str, judgements: str = "", *, law: str = "", requirements: str = "", dato: str = "", replaced: str = ""
    ) -> Register:
        folder = tmp_path / "kommuner" / "prove"
        (folder / "vurderinger").mkdir(parents=True)
        for name in ("plantyper.yaml", "nasjonale_forventninger.yaml", "lovkrav.yaml"):
            text = (ROOT / "tests" / "data" / "nasjonalt" / name).read_text("utf-8")
            (tmp_path / "nasjonalt").mkdir(exist_ok=True)
            (tmp_path / "nasjonalt" / name).write_text(text, "utf-8")
        (folder / "register.yaml").write_text(
            with_field(SMALL, replaced).replace("antall_rader: 1", f"antall_rader: {plans.count('rad: ')}") + plans, "utf-8"
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
def build(tmp_path: Path) -> Callable[..., Register]:
    """Return a function that loads plans with what work they are assumed to be."""
    return partial(registers_with_work.write_and_load, tmp_path)


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Register]:
    """Return a function that loads plans with what is expected of them, and how they are judged."""
    return partial(registers_with_expectations.write_and_load, tmp_path)


@pytest.fixture
def answered(build: Callable[..., Register]) -> Callable[..., Register]:
    """Return a function that loads plans of which bro answers the requirement k and the expectation lok-1."""

    def make(plans: list[str] | None = None, change: str = "", *, repeated: str = "", law: str = LAW, dato: str = ""):
        return build(
            plans or [BRO],
            registers_with_work.FIXED,
            areas=AREA,
            judged=JUDGED,
            law=law,
            requirements=CATALOGUE + repeated,
            scenarios=change and scenario(change),
            dato=dato,
        )

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


@pytest.fixture
def toten_alone(tmp_path, monkeypatch):
    """Return a project with the real register, made the working folder."""
    shutil.copytree(OSTRE_TOTEN, tmp_path / OSTRE_TOTEN.relative_to(ROOT))
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / "data" / name).symlink_to(ROOT / "data" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
