"""Which two registers can be compared, and what is said where they cannot, on the command line."""

import json

import pytest
from docx import Document
from registers_of_two_periods import NEW, OLD, plan, write

import planstrategi as ps
from planstrategi.cli import main
from planstrategi.revision.comparison import NotComparable, held_against


@pytest.fixture
def both(tmp_path):
    """Return the folders of two periods of one municipality."""
    return str(write(tmp_path, OLD, 2020)), str(write(tmp_path, NEW, 2024))


def test_a_table_of_two_is_the_one_of_the_later_with_the_one_before_beside_it(both, capsys):
    assert main(["sammenlign", *both, "--format", "json"]) == 0
    given = capsys.readouterr()
    assert main(["tabell", "endringer", both[1], "--format", "json"]) == 0
    assert given.out == capsys.readouterr().out
    first = json.loads(given.out)[0]
    assert list(first)[:5] == ["plan_id", "endring", "felt", "fra", "til"] and first["kilde"] == "register.yaml:7"
    assert "Sammenlignet med: Planstrategi 2020. Per 30.06.2020." in given.err and "er 1 plan lagt til" in given.err


def test_one_alone_is_compared_with_the_period_before(both, capsys):
    assert main(["sammenlign", both[1], "--hva", "oppfyllelse", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("plan_id,navn,lovet,hva_skjedde,oppfylt,hviler_paa")


@pytest.mark.parametrize("fil", ["endringer.docx", "endringer.csv", "endringer.txt", "endringer.svg"])
def test_the_ending_of_the_file_says_what_is_made(both, tmp_path, capsys, fil):
    assert main(["sammenlign", *both, "-o", str(tmp_path / fil)]) == 0
    assert f"Lagret i {tmp_path / fil}." in capsys.readouterr().err and (tmp_path / fil).stat().st_size > 100
    assert main(["sammenlign", *both, "-o", str(tmp_path / fil)]) == 2
    assert "finnes fra før" in capsys.readouterr().err


def test_the_page_is_called_what_one_says(both, tmp_path):
    assert main(["sammenlign", *both, "-o", str(tmp_path / "a.docx"), "--siden", "høringen"]) == 0
    assert Document(str(tmp_path / "a.docx")).paragraphs[0].text == "Endret siden høringen"


def said(capsys, *words):
    assert main(["sammenlign", *words]) == 2
    return capsys.readouterr().err.strip()


def test_a_file_with_an_ending_of_nothing_is_refused(both, tmp_path, capsys):
    assert said(capsys, *both, "-o", str(tmp_path / "fil.odt")).startswith("Endelsen på")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kommuner", "nasjonalt"]


def test_the_newest_first_is_said_and_nothing_is_compared(both, capsys):
    assert said(capsys, *both[::-1]).startswith("Det første (2024–2027, per 30.06.2024) er nyere enn det andre (2020–2023")


def test_the_same_folder_twice_is_said(both, capsys):
    assert said(capsys, both[1], f"{both[1]}/register.yaml").endswith(
        "er oppgitt to ganger. Oppgi to registre, eller en eldre utgave med --git."
    )


def test_two_municipalities_are_said_by_name_and_number(both, tmp_path, capsys):
    other = write(tmp_path, [plan("a")], 2024, name="Annen", number="9998", folder="annen/2024-2027")
    assert (
        said(capsys, both[0], str(other))
        == "Registrene er av to kommuner, Prøve (9999) og Annen (9998). Oppgi to av samme kommune."
    )


def test_one_alone_without_a_period_before_is_said(both, capsys):
    assert said(capsys, both[0]).startswith(
        "Ingenting å sammenligne med: ingen mappe ved siden av har kommunens periode før denne."
    )


@pytest.mark.parametrize(("name", "number"), [("Prøve", "9998"), ("Nye Prøve", "9999")])
def test_a_municipality_may_have_got_another_number_or_another_name(tmp_path, name, number):
    old = ps.load(write(tmp_path, [plan("a")], 2020))
    new = write(tmp_path, [plan("a"), plan("b")], 2024, name=name, number=number)
    assert len(ps.table("endringer", held_against(old, ps.load(new)))) == 1
    assert len(ps.table("endringer", ps.load(new))) == 1


def test_a_draft_of_the_same_period_that_is_known_of_a_later_day_is_the_newest(tmp_path):
    first, second = (
        ps.load(write(tmp_path, [plan("a")], 2024, day=day, folder=f"prove/{day}")) for day in ("2024-05-01", "2024-09-01")
    )
    assert len(ps.table("endringer", held_against(first, second))) == 0
    with pytest.raises(NotComparable, match="er nyere enn det andre"):
        held_against(second, first)
