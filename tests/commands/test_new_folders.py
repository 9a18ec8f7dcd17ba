"""The commands that make a folder of a municipality's period: what they print, and what they refuse."""

import re
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT

from planstrategi.cli import main

OLD = OSTRE_TOTEN.relative_to(ROOT).as_posix()


def test_the_command_says_where_the_draft_is_what_is_left_out_and_what_must_be_judged_anew(toten_alone, capsys):
    path = Path(OLD, "register.yaml")
    # in the row of the samfunnsdel, and in what is decided of it
    path.write_text(path.read_text("utf-8").replace("planbehov: viderefores", "planbehov: utgaar", 1), "utf-8")
    decided = re.sub("(plan: kommuneplanens-samfunnsdel\n +planbehov:) viderefores", r"\1 utgaar", path.read_text("utf-8"))
    path.write_text(decided, "utf-8")
    assert main(["ny-periode", OLD, "--fra", "2028"]) == 0
    out, err = capsys.readouterr()
    assert out == "data/kommuner/ostre-toten/2028-2031\n"
    assert "Utelatt: Kommuneplanens samfunnsdel (KPS). Utgår, ifølge planstrategien." in err
    assert "43 av 44 planer går videre." in err and "må gjøres på nytt, og står nederst i filene i vurderinger." in err
    assert list(toten_alone.glob("data/kommuner/ostre-toten/.*")) == []


@pytest.mark.parametrize(
    ("fra", "said"),
    [
        ("2027", "2027 ligger i perioden 2024–2027. Den neste perioden begynner i 2028: skriv --fra 2028."),
        ("2029", "2029 følger ikke rett etter 2027. Den neste perioden begynner i 2028: skriv --fra 2028."),
        ("neste", "«neste» er ikke et år. Skriv det første året i neste periode slik: --fra 2028."),
        ("28", "«28» er ikke et år."),
        ("", "«» er ikke et år."),
    ],
)
def test_a_period_that_does_not_follow_is_refused_with_what_to_write_and_nothing_is_made(toten_alone, capsys, fra, said):
    before = sorted(toten_alone.rglob("*"))
    assert main(["ny-periode", OLD, "--fra", fra]) == 2
    assert said in capsys.readouterr().err
    assert sorted(toten_alone.rglob("*")) == before


def test_a_folder_that_exists_is_never_written_over(toten_alone, capsys):
    there = Path("data/kommuner/ostre-toten/2028-2031")
    there.mkdir()
    assert main(["ny-periode", OLD, "--fra", "2028"]) == 2
    assert f"{there.as_posix()} finnes fra før." in capsys.readouterr().err
    assert list(there.iterdir()) == []
