"""What is handed over, from Python and from the command: whole or not at all, and never over a file that is there."""

from functools import partial

import pandas as pd
import pytest
from pptx import Presentation
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.cli import main
from planstrategi.outputs import MakeRefused
from planstrategi.presentation.unknown_name import UnknownName


@pytest.fixture
def saved(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    return tmp_path / "vis.pptx"


def test_the_command_saves_the_slides_that_are_chosen_and_writes_over_none(saved, capsys):
    asked = ["lag", "lysbilder", str(OSTRE_TOTEN), "-o", str(saved), "--figurer", "kapasitet, planbehov"]
    assert main(asked) == 0
    assert len(Presentation(saved).slides) == 4
    assert main(asked) == 2
    assert "finnes fra før" in capsys.readouterr().err
    assert main([*asked, "--overskriv"]) == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lysbilde"], "Det finnes ingen leveranse «lysbilde». Mente du «lysbilder»?"),
        (["lysbilder", "-o", "x.ppt"], "Filen med lysbilder lagres som .pptx, ikke «.ppt»."),
        (["lysbilder", "-o", "x"], "Filen med lysbilder lagres som .pptx, ikke «uten filendelse»."),
        (["lysbilder", "-o", "finnes/ikke/x.pptx"], "Mappen finnes/ikke finnes ikke."),
        (["lysbilder", "--mal", "mal.potx"], "mal.potx kan ikke være mal for lysbilder."),
        (["lysbilder", "--mal", "mangler.pptx"], "Finner ikke malen mangler.pptx."),
        (["lysbilder", "--figurer", "kapasitett"], "Det finnes ingen figur «kapasitett». Mente du «kapasitet»?"),
    ],
)
def test_what_cannot_be_made_is_said_in_norwegian_and_nothing_is_written(words, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["lag", *words[:1], str(OSTRE_TOTEN), *words[1:]]) == 2
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_makes_the_same_file_and_is_told_how_to_replace_it(saved, ostre_toten):
    assert ps.make("lysbilder", ostre_toten, saved, figurer=["kapasitet"]) == saved
    assert len(Presentation(saved).slides) == 3
    with pytest.raises(MakeRefused, match=r"finnes fra før.*skriv overskriv=True"):
        ps.make("lysbilder", ostre_toten, saved)
    with pytest.raises(MakeRefused, match="Valget «farge» hører ikke til lysbilder"):
        ps.make("lysbilder", ostre_toten, saved, farge="rød", overskriv=True)
    with pytest.raises(UnknownName, match="ingen leveranse «plakat»"):
        ps.make("plakat", ostre_toten, saved)


@pytest.mark.parametrize("given", [None, 5, ["sak.docx"]])
def test_a_notebook_that_does_not_say_where_is_told_to_in_norwegian(given, ostre_toten):
    drawn = ps.chart(pd.Series({"a": 1, "b": 2}), "linjer", title="To tall", unit="Antall", source="Egen telling")
    for make in (partial(ps.make, "sak", ostre_toten), drawn.save):
        with pytest.raises(MakeRefused, match=r'Skriv hvor filen skal lagres, for eksempel "(sak.docx|figur.png)"'):
            make(given)
