"""Which registers a name means: one, those below a folder, and what a link leads to."""

import pytest
from registers import FJORDVIK, OSTRE_TOTEN, ROOT

import planstrategi as ps
from planstrategi.api import validate
from planstrategi.lawtexts.compare import folders
from planstrategi.lawtexts.stored import Unusable
from planstrategi.reading.find_registers import folders_of, registers_in


@pytest.fixture
def project(tmp_path):
    """Return a project with three empty registers and the draft of one."""
    for place in ("a/2024-2027", "a/2028-2031", "b/2024-2027", ".utkast/2024-2027"):
        folder = tmp_path / "data" / "kommuner" / place
        folder.mkdir(parents=True)
        (folder / "register.yaml").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("", ["a/2024-2027", "a/2028-2031", "b/2024-2027"]),
        ("data", ["a/2024-2027", "a/2028-2031", "b/2024-2027"]),
        ("data/kommuner", ["a/2024-2027", "a/2028-2031", "b/2024-2027"]),
        ("data/kommuner/a", ["a/2024-2027", "a/2028-2031"]),
        ("data/kommuner/b", ["b/2024-2027"]),
        ("data/kommuner/b/2024-2027", ["b/2024-2027"]),
        ("data/kommuner/b/2024-2027/register.yaml", ["b/2024-2027"]),
    ],
)
def test_a_folder_means_the_registers_in_it(project, place, found):
    names = [fil.parent.relative_to(project / "data" / "kommuner").as_posix() for fil in registers_in(project / place)]
    assert names == found


@pytest.mark.parametrize("place", ["", "data", "data/kommuner"])
def test_a_link_that_leads_nowhere_is_a_register_that_is_missing(project, place):
    (project / "data/kommuner/b/2024-2027/register.yaml").unlink()
    (project / "data/kommuner/b/2024-2027/register.yaml").symlink_to("borte.yaml")
    assert [problem.kode for problem in validate(registers_in(project / place)[-1]).problems] == ["FIL001"]


def test_a_folder_above_the_only_period_is_that_register():
    assert ps.load(OSTRE_TOTEN.parent).kommune.navn == "Østre Toten"


def test_a_folder_above_several_says_which_there_are(project):
    (problem,) = validate(project / "data" / "kommuner" / "a").problems
    assert problem.kode == "FIL001"
    assert problem.skriv.startswith("Her er flere registre. Oppgi ett av dem: ") and "2028-2031" in problem.skriv


def test_a_link_is_found_with_the_catalogues_beside_what_it_leads_to(tmp_path):
    link = tmp_path / "lenke"
    link.symlink_to(OSTRE_TOTEN)
    assert ps.load(link).regionale is not None
    assert folders(str(link), None) == (OSTRE_TOTEN.parents[2] / "nasjonalt", [link])


def test_a_links_own_catalogues_go_before_those_of_what_it_leads_to(tmp_path):
    (tmp_path / "nasjonalt").symlink_to(ROOT / "tests" / "data" / "nasjonalt")
    (tmp_path / "lenke").symlink_to(FJORDVIK)
    (first, *_) = ps.load(tmp_path / "lenke").expectation_files()
    assert first.fil.endswith(f"{tmp_path.name}/nasjonalt/nasjonale_forventninger.yaml")


def test_the_law_check_takes_the_registers_of_a_folder_or_all_that_lie_beside_the_catalogue(project, monkeypatch):
    (project / "data" / "nasjonalt").mkdir()
    monkeypatch.chdir(project)
    catalogue, found = folders("data/kommuner/a", None)
    assert catalogue.resolve() == project / "data" / "nasjonalt"
    assert [folder.as_posix() for folder in found] == ["data/kommuner/a/2024-2027", "data/kommuner/a/2028-2031"]
    assert len(folders(None, None)[1]) == 3
    with pytest.raises(Unusable, match="her er ikke noe register"):
        folders("data/nasjonalt", None)


def test_of_very_many_the_first_are_named(tmp_path):
    assert folders_of([tmp_path / str(number) / "register.yaml" for number in range(25)]).endswith("/19 og 5 til")
