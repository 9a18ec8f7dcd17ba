"""A file that is not read though its name is nearly that of one that is, is said, wherever data files are read."""

import pytest
from registers import FJORDVIK, ROOT

from planstrategi.api import validate

NASJONALT = ROOT / "tests" / "data" / "nasjonalt"


@pytest.fixture
def unread(tmp_path):
    """Return a function that puts a file somewhere in the data and returns what is said of its name."""

    def put(name):
        for source, target in ((FJORDVIK, "kommuner/fjordvik"), (NASJONALT, "nasjonalt")):
            for path in source.rglob("*.yaml"):
                copy = tmp_path / target / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("tull", "utf-8")
        problems = validate(tmp_path / "kommuner" / "fjordvik").problems
        return [(p.kode, p.funnet) for p in problems if p.kode in ("FIL006", "FIL008")]

    return put


@pytest.mark.parametrize(
    "name, read",
    [
        ("forutsetninger.yml", "forutsetninger.yaml"),
        ("Register.YAML", "register.yaml"),
        ("scenarier (1).yaml", "scenarier.yaml"),
        ("scenarier - kopi.yaml", "scenarier.yaml"),
        ("kopi av scenarier.yaml", "scenarier.yaml"),
        ("forutsetninger.yaml.txt", "forutsetninger.yaml"),
        ("register.sync-conflict-20260101.yaml", "register.yaml"),
        ("register.yaml.bak", "register.yaml"),
        ("forutsetning.yaml", "forutsetninger.yaml"),
        ("prosess.yaml", "prosessplan.yaml"),
        ("lovkrav.yaml", "vurderinger/lovkrav.yaml"),
        ("profil.yaml", "kommuner/<kommune>/profil.yaml"),  # read, but not here
        ("innsats.yml", "nasjonalt/innsats.yaml"),
    ],
)
def test_a_near_name_in_the_folder_of_a_register_is_said(unread, name, read):
    assert unread(f"kommuner/fjordvik/{name}") == [("FIL008", f"{name}; leses: {read}")]


@pytest.mark.parametrize(
    "name", ["lovkrav-DESKTOP-AB12.yaml", "lovkrav (konflikt).yaml", "forventninger.yml", "lovkrav.yaml.txt"]
)
def test_a_near_name_in_the_folder_of_judgements_is_said_once(unread, name):
    assert unread(f"kommuner/fjordvik/vurderinger/{name}") == [("FIL006", name)]


@pytest.mark.parametrize("name", ["Vurderinger", "vurdering", "vurderingar"])
def test_a_folder_that_is_meant_for_judgements_is_said(unread, tmp_path, name):
    unread("notat.txt")
    folder = tmp_path / "kommuner" / "fjordvik"
    (folder / "vurderinger").rename(folder / name)
    assert [p.funnet for p in validate(folder).problems if p.kode == "FIL008"] == [f"{name}; leses: vurderinger"]


def test_a_copy_of_the_folder_of_judgements_beside_it_is_said_too(unread):
    assert unread("kommuner/fjordvik/vurderinger - kopi/lovkrav.yaml") == [("FIL008", "vurderinger - kopi; leses: vurderinger")]


def test_a_near_name_in_a_folder_of_catalogues_is_said(unread):
    assert unread("nasjonalt/plantyper (1).yaml") == [("FIL008", "plantyper (1).yaml; leses: plantyper.yaml")]
    assert ("FIL008", "forventninger.yml; leses: forventninger.yaml") in unread("regionalt/kystfylket/forventninger.yml")


@pytest.mark.parametrize(
    "name", ["~$forutsetninger.yaml", ".register.yaml.swp", "notat.txt", "merknader.yaml", "forutsetninger.yaml/x"]
)
def test_what_an_editor_leaves_and_what_is_something_else_is_not_said(unread, name):
    assert unread(f"kommuner/fjordvik/{name}") == []
