"""JupyterLab as it is started from here."""

import json
import os
import subprocess
from importlib.resources import files
from pathlib import Path

import jupyterlab as installed
import pytest

from planstrategi.cli import main
from planstrategi.starting import lab


def test_it_opens_the_project_in_the_notebooks_folder(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert "--ServerApp.root_dir=." in lab.jupyterlab() and "--LabApp.default_url=/lab/tree/notebooks" in lab.jupyterlab()
    assert "--allow-root" not in lab.jupyterlab()


def test_root_is_let_in_and_told_what_it_means(workplace, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, int("--allow-root" in command))
    )
    assert main(["lab"]) == 1
    assert capsys.readouterr().err == f"{lab.ROOT_USER}\n"


def test_a_system_without_root_asks_nobody(monkeypatch):
    monkeypatch.delattr(os, "geteuid", raising=False)
    assert not lab.is_root()


def test_the_settings_are_of_a_plugin_and_values_that_jupyterlab_has():
    settings = json.loads((files("planstrategi.starting") / "jupyterlab" / "overrides.json").read_text("utf-8"))
    (plugin, values), *none = settings.items()
    folder, name = plugin.split(":")
    schema = next(Path(installed.__file__).parents[4].glob(f"share/jupyter/lab/schemas/{folder}/{name}.json"), None)
    if schema is None:
        pytest.skip("JupyterLab keeps its schemas elsewhere here")
    declared = json.loads(schema.read_text("utf-8"))["properties"]
    assert none == [] and values.keys() <= declared.keys()
    assert values["fetchNews"] in [choice["const"] for choice in declared["fetchNews"]["oneOf"]]
