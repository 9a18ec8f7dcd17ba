"""A new municipality's folder: valid from the first, with examples that are valid too, and made whole or not at all."""

import re
import shutil
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.cli import main
from planstrategi.model.data_files import FILER, LOCAL
from planstrategi.model.fields import folder_name
from planstrategi.model.vocabulary import SVAR
from planstrategi.starting.new_municipality import NotMade, make_folder

FILES = sorted(kind.navn for kind in FILER if kind.mappe == LOCAL and kind.felt != "innlesing")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with the catalogues and the real register, made the working folder."""
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / name).symlink_to(ROOT / "data" / name)
    shutil.copytree(OSTRE_TOTEN, tmp_path / OSTRE_TOTEN.relative_to(ROOT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(navn="Fjelldal", nummer="9999", fylke="innlandet", periode="2028-2031"):
    return make_folder(navn, nummer, fylke, periode)


# what the national catalogue says of itself is not for the municipality to mend
OF_THE_CATALOGUE = "LOV210"


def codes_of(problems) -> list[str]:
    return [one.kode for one in problems if one.kode != OF_THE_CATALOGUE]


def uncommented(text: str) -> str:
    """Return a file with its examples written out: one # goes, and so does the empty list in an example's place."""
    first, *lines = text.splitlines()
    return "\n".join([first, *(re.sub(r"^( *)# ", r"\1", line) for line in lines if not line.endswith(": []"))])


def test_the_files_are_valid_and_say_what_to_write_next(project, capsys):
    assert main(["ny-kommune", "Fjelldal", "--nummer", "9999", "--fylke", "innlandet", "--periode", "2028-2031"]) == 0
    out, err = capsys.readouterr()
    assert out == "data/kommuner/fjelldal/2028-2031\n"
    assert "merknad REG290 Registeret har ingen planer ennå." in err and "tabeller og planer" in err
    folder = project / out.strip()
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")) == FILES
    found = validate(folder)
    assert codes_of(found.problems) == ["REG290"]
    register = found.register
    assert (register.kommune.navn, register.kommune.nummer, register.kommune.fylke) == ("Fjelldal", "9999", "innlandet")
    assert (register.periode.fra, register.periode.til, register.planer) == (2028, 2031, ())
    assert list(project.glob("data/kommuner/.*")) == []


def test_every_example_is_valid_when_its_mark_is_taken_away(project):
    folder = made()
    for path in folder.rglob("*.yaml"):
        path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
    register = ps.load(folder)
    # the fingerprint of a law's text changes with the law, and cannot stand in an example
    assert codes_of(ps.problems(register)) == ["LOV307"]
    assert len(register.planer) == 2 and len(register.scenarios()) == 2 and len(register.capacities()) == 1
    assert register.legal_judgement_sets()[0].ordlyd == "2028-01-01"
    assert len(register.judgement_sets()) == len(register.legal_judgement_sets()) == len(register.left_out()) == 1


def test_the_file_of_legal_judgements_names_every_answer_there_is(project):
    text = (made() / "vurderinger" / "lovkrav.yaml").read_text("utf-8")
    assert f"svar er {', '.join(SVAR)}." in text


def test_files_with_plans_and_nobody_who_has_judged_say_that_judging_is_next(project):
    folder = made()
    path = folder / "register.yaml"
    path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
    assert set(codes_of(validate(folder).problems)) == {"FOR290", "LOV390"}


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Østre Toten", "ostre-toten"),
        ("Kárášjohka – Karasjok", "karasjohka-karasjok"),
        ("Porsáŋgu", "porsangu"),
        ("Våler (Innlandet)", "vaaler-innlandet"),
        ("A\u030alesund", "aalesund"),
        ("Skogplan 2020–2024", "skogplan-2020-2024"),
        ("«»!", ""),
    ],
)
def test_a_folder_is_named_in_plain_letters(name, folder):
    assert folder_name(name) == folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"navn": "!!!"}, "gir ikke noe mappenavn. Skriv kommunens navn med bokstaver"),
        ({"navn": "CON"}, "Windows kan ikke ha en mappe som heter «con». Skriv for eksempel «CON kommune»."),
        ({"navn": "Lpt1"}, "Skriv for eksempel «Lpt1 kommune»."),
        ({"navn": "Fjell\u202edal"}, "Skriv tekst uten usynlige tegn."),
        ({"navn": "F" * 300}, "Navnet er for langt. Velg et kortere."),
        ({"nummer": "99"}, "«99» kan ikke brukes som nummer. Skriv kommunenummeret, fire sifre."),
        ({"nummer": "99991"}, "fire sifre"),
        ({"fylke": "!"}, "Skriv fylkets mappenavn, for eksempel innlandet."),
        ({"periode": "2031-2028"}, "Perioden «2031-2028» slutter før den begynner. Mente du 2028-2031?"),
        ({"periode": "2028"}, "Skriv første og siste år slik: 2028-2031."),
        ({"periode": "fra 2028"}, "Skriv første og siste år slik: 2028-2031."),
        ({"periode": "2028-2931"}, "et helt tall fra 1900 til 2200"),
        ({"nummer": "3442"}, "Østre Toten har nummeret 3442 i data/kommuner/ostre-toten/2024-2027/register.yaml."),
        ({"navn": "Østre toten"}, "Østre Toten har nummeret 3442 i data/kommuner/ostre-toten/2024-2027/register.yaml."),
        (
            {"navn": "Østre Toten", "nummer": "3442", "periode": "2024-2027"},
            "data/kommuner/ostre-toten/2024-2027 finnes fra før.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write_and_nothing_is_made(project, words, said):
    before = sorted(project.rglob("*"))
    with pytest.raises(NotMade, match=re.escape(said)):
        made(**words)
    assert sorted(project.rglob("*")) == before


def test_the_next_period_of_a_municipality_lies_beside_the_first(project):
    assert made("Østre Toten", "3442", periode="2028–2031") == Path("data/kommuner/ostre-toten/2028-2031")
    assert validate("data/kommuner/ostre-toten/2028-2031").register is not None


def test_a_number_is_found_also_in_a_register_with_errors(project):
    path = project / OSTRE_TOTEN.relative_to(ROOT) / "register.yaml"
    path.write_text(path.read_text("utf-8").replace("plantype:", "plantyp:"), "utf-8")
    with pytest.raises(NotMade, match="Østre Toten har nummeret 3442"):
        made(nummer="3442")


def test_a_county_without_a_catalogue_is_said_and_not_refused(project, capsys):
    assert main(["ny-kommune", "Fjelldal", "--nummer", "9999", "--fylke", "Møre-og-Romsdal", "--periode", "2028-2031"]) == 0
    assert "FIL007" in capsys.readouterr().err
    assert ps.load("data/kommuner/fjelldal").kommune.fylke == "more-og-romsdal"


def test_outside_the_project_it_says_where_to_stand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotMade, match="prosjektets mappe"):
        made()


@pytest.mark.parametrize("step", ["write_text", "rename"])
def test_a_folder_that_cannot_be_finished_leaves_nothing(project, monkeypatch, step):
    def no_room(*_, **__):
        raise OSError(28, "No space left on device")

    before = sorted(project.rglob("*"))
    monkeypatch.setattr(Path, step, no_room)
    with pytest.raises(NotMade, match="Disken er full"):
        made()
    assert sorted(project.rglob("*")) == before
