"""JupyterLab as it is started from here."""

import json
import os
import re
import signal
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import jupyterlab as installed
import pytest
from registers import ROOT
from started_lab import started_lab

from planstrategi.starting import lab

LAB = Path(installed.__file__).parents[4] / "share" / "jupyter" / "lab"
SETTINGS = json.loads((files("planstrategi.starting") / "jupyterlab" / "overrides.json").read_text("utf-8"))
WORDS = json.loads((files("planstrategi.starting.language") / "jupyterlab.json").read_text("utf-8"))
START_PAGE = (ROOT / lab.NOTEBOOK_FOLDER / lab.START_PAGE).read_text("utf-8")
OF_ITS_OWN = pytest.mark.skipif(not (LAB / "static").is_dir(), reason="JupyterLab har filene sine et annet sted her")


def test_all_that_is_said_is_norwegian_with_an_address_and_it_stops_without_asking():
    with started_lab(ROOT) as (process, said, address):
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        told = [lab.STARTED, "", f"    {address}", "", lab.HOW_TO_STOP]
        assert (said + process.stderr.read()).splitlines() == [*([lab.ROOT_USER] if lab.is_root() else []), *told]
    assert re.fullmatch(r"http://localhost:\d+/lab/tree/notebooks/Start%20her\.md\?token=[\w-]{43}", address)


def test_it_opens_the_project_in_the_notebooks_folder_where_there_is_no_page_to_start_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert {"--ServerApp.root_dir=.", "--LabApp.default_url=/lab/tree/notebooks"} <= {*lab.arguments()}


def test_only_root_is_let_in_as_root(monkeypatch):
    for user, let_in in ((1000, False), (0, True)):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user, raising=False)
        assert ("--allow-root" in lab.arguments()) is let_in
    monkeypatch.delattr(os, "geteuid", raising=False)
    assert "--allow-root" not in lab.arguments()


def test_every_link_of_the_page_to_start_from_leads_to_a_file_and_every_notebook_has_one():
    links = [unquote(link) for link in re.findall(r"\]\(([^)]+)\)", START_PAGE)]
    assert [link for link in links if not (ROOT / "notebooks" / link).is_file()] == []
    assert [link for link in links if link.endswith(".ipynb")] == sorted(path.name for path in ROOT.glob("notebooks/*.ipynb"))


def test_the_menus_that_the_page_to_start_from_names_are_those_that_are_shown():
    named = re.findall(r"\*([^*\n]+)\*", START_PAGE.replace("**", ""))
    assert len(named) >= 6
    assert [words for words in named if [words] not in WORDS.values()] == []


@OF_ITS_OWN
def test_the_settings_are_of_plugins_and_values_that_jupyterlab_has():
    for plugin, values in SETTINGS.items():
        folder, name = plugin.split(":")
        declared = json.loads((LAB / "schemas" / folder / f"{name}.json").read_text("utf-8"))["properties"]
        assert values.keys() <= declared.keys()
        for key, value in values.items():
            assert value in [choice["const"] for choice in declared[key].get("oneOf", [{"const": value}])]


def test_the_language_that_is_set_is_one_that_jupyterlab_finds():
    (found,) = (one for one in entry_points(group="jupyterlab.languagepack") if one.name == "nb_NO")
    assert SETTINGS["@jupyterlab/translation-extension:plugin"] == {"locale": found.name}
    assert Path(found.load().__file__).with_name("jupyterlab.json").is_file()


@OF_ITS_OWN
def test_every_word_of_the_language_is_one_that_jupyterlab_asks_for():
    asked = "".join(path.read_text("utf-8", "replace") for path in (LAB / "static").glob("*.js"))
    asked += "".join(path.read_text("utf-8") for path in (LAB / "schemas").rglob("*.json"))
    # a template spans lines
    asked = asked.replace("\n", "\\n")
    words = [word.rpartition("\u0004")[2].replace("\n", "\\n") for word in WORDS if word]
    assert [word for word in words if not any(f"{mark}{word}{mark}" in asked for mark in "\"'`")] == []


def test_what_jupyterlab_puts_into_its_words_is_put_into_ours():
    of_one = {word: said[0] for word, said in WORDS.items() if word and len(said) == 1}
    assert len(of_one) > 300
    assert [word for word, said in of_one.items() if sorted(re.findall(r"%\d", word)) != sorted(re.findall(r"%\d", said))] == []
