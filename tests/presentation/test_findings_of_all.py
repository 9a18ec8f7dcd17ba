"""Every finding, of every register in the tests, is a sentence that a council can hear."""

import re
import shutil

import pytest
from registers import FJORDVIK, OSTRE_TOTEN, WITH_PLANS

import planstrategi as ps
from planstrategi.presentation.figures import FINDINGS

REGISTERS = {"ostre-toten": OSTRE_TOTEN} | WITH_PLANS
# words of the machinery, of other professions, or of nobody
BANNED = re.compile(r"kravår|kjernekrav|vinner|\bnan\b|\bNone\b|<NA>|JupyterLab|_|\b[a-z]+(?:-[a-z0-9]+){2,}\b")
LONGEST, MOST_NUMBERS, LONGEST_NAME = 110, 2, 40
YEAR = re.compile(r"\b(?:\d{2}\.\d{2}\.)?(?:19|20|21)\d{2}\b")
NUMBER = re.compile(r"\d+(?:,\d+)?")


def written(folder, register, *without):
    """Return a folder with a register and its catalogues, some files left out."""
    for county in register.parents[2].iterdir():
        if county.is_dir() and county.name not in ("kommuner", "ugyldig", "gyldig"):
            shutil.copytree(county, folder / county.name, dirs_exist_ok=True)
    return shutil.copytree(register, folder / "kommuner" / "a" / "b", ignore=shutil.ignore_patterns(*without))


@pytest.fixture(scope="module")
def registers(tmp_path_factory):
    """Return every register by name: those that are stored, one that nobody has judged, and one without plans."""
    unjudged, empty = (tmp_path_factory.mktemp(name) for name in ("uvurdert", "tomt"))
    folders = REGISTERS | {"uvurdert": written(unjudged, OSTRE_TOTEN, "vurderinger", "scenarier.yaml", "forutsetninger.yaml")}
    folders["tomt"] = written(empty, FJORDVIK, "vurderinger", "scenarier.yaml", "forutsetninger.yaml", "merknader.yaml")
    text = (folders["tomt"] / "register.yaml").read_text("utf-8")
    head = text[: text.index("omraader:")] + "omraader: []\ntabeller: []\nplaner: []\n"
    (folders["tomt"] / "register.yaml").write_text(head, "utf-8")
    return {name: ps.load(folder) for name, folder in folders.items()}


def names_in(register):
    """Return the names that a sentence may hold, longest first: whole, by short name or cut."""
    kinds = ("planer", "roller", "omraader", "satsingsomraader")
    names = [name for kind in kinds for name in register.names(kind).values()]
    names += [plan.label for plan in register.planer] + [krav.label for krav in register.requirements()]
    names += [one.navn for one in (*register.scenarios(), *register.effort_kinds(), *register.goals())]
    cut = [f"{name[: LONGEST_NAME - 1].rstrip()}…" for name in names if len(name) > LONGEST_NAME]
    return sorted({*names, *cut}, key=len, reverse=True)


def numbers(said, register):
    """Return the numbers of a sentence that are neither years nor days nor parts of a name."""
    for name in names_in(register):
        said = said.replace(name, "")
    return NUMBER.findall(YEAR.sub("", said))


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("which", [*REGISTERS, "uvurdert", "tomt"])
def test_a_finding_is_one_short_sentence_in_words_a_council_uses(registers, which, name):
    register = registers[which]
    said = ps.finding(name, register)
    assert len(said) <= LONGEST, said
    assert said.endswith(".") and not re.search(r"[.;!?] ", YEAR.sub("", said)), said
    assert said[0].isupper() or said[0].isdigit() or said[0] == "«", said
    assert len(numbers(said, register)) <= MOST_NUMBERS, said
    assert not BANNED.search(said) and not BANNED.search(said.under), (said, said.under)
    assert not said.under or said.under.endswith("."), said.under
    assert len(said.under) <= 3 * LONGEST, said.under


@pytest.mark.parametrize(
    ("said", "count"),
    [("3 av 44 planer i 2025.", 2), ("Neste frist er 01.10.2024.", 0), ("51,4 månedsverk i Infrastruktur 2050 mot 3 og 4.", 3)],
)
def test_years_days_and_numbers_in_names_are_not_counted(registers, said, count):
    assert len(numbers(said, registers["ostre-toten"])) == count
