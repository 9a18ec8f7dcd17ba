"""One mistake is one problem, which names its cause and says how many others only follow from it."""

import re
import shutil

import pytest
from registers import OSTRE_TOTEN, ROOT

from planstrategi.api import validate
from planstrategi.model.intake import Innlesingsfil
from planstrategi.model.problem import FEIL
from planstrategi.reading.problems_met import ReadNotes
from planstrategi.reading.yaml_reader import YamlReader


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Return a copy of the data, with the register that has most in it."""
    folder = tmp_path_factory.mktemp("data") / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("lovtekst"))
    return folder / OSTRE_TOTEN.relative_to(ROOT / "data")


@pytest.fixture
def errors_after(data):
    """Return a function that changes the register and returns its errors; the register is as before afterwards."""
    fil = data / "register.yaml"
    before = fil.read_text("utf-8")

    def change(pattern, instead):
        text, count = re.subn(pattern, instead, before, count=1, flags=re.MULTILINE)
        assert count == 1, pattern
        fil.write_text(text, "utf-8")
        return [problem for problem in validate(data).problems if problem.alvor == FEIL]

    yield change
    fil.write_text(before, "utf-8")


@pytest.mark.parametrize(
    "used_before, instead",
    [
        ("trafikksikkerhetsplan", "folkehelseoversikt"),
        ("kommunalsjef-helse-og-mestring", "kommunalsjef-oppvekst-og-velferd"),
        ("helse-og-mestring", "fellestjenester"),
        ("temaplan", "reguleringsplan"),
        ("lok-02", "lok-01"),
    ],
)
def test_an_id_that_is_used_twice_is_one_problem_of_whatever_it_is_the_id(errors_after, used_before, instead):
    (problem,) = errors_after(rf"^  - id: {used_before}$", f"  - id: {instead}")
    assert problem.kode == "REG102"
    assert re.search(r"linje \d+ … og \d+ problem(?:er)? til følger av det\.$", problem.melding)


@pytest.mark.parametrize("first", ["folkehelseoversikt", "beredskapskoordinator", "helse-og-mestring", "temaplan", "lok-02"])
def test_a_dash_that_is_missing_is_one_problem_and_the_record_is_read_all_the_same(errors_after, first):
    (problem,) = errors_after(rf"^  - id: {first}$", f"    id: {first}")
    assert problem.kode == "FIL019"
    assert problem.melding == "Det mangler en bindestrek foran «id», der en ny post begynner."


@pytest.mark.parametrize("first", ["kommuneplanens-samfunnsdel", "leder-strategi-og-utvikling"])
def test_the_first_dash_of_a_list_that_is_missing_is_one_problem(errors_after, first):
    (problem,) = errors_after(rf"^  - id: {first}$", f"    id: {first}")
    assert problem.tillatt == "en liste, der hver post begynner med en bindestrek"
    assert problem.melding.endswith("… og 1 problem til følger av det.")


@pytest.mark.parametrize(
    "old, new, kode, said",
    [
        (r"^    planbehov: revisjon$", "planbehov: revisjon", "FIL030", "«planbehov» hører til under «planer»"),
        (r"^    planbehov: revisjon$", "  planbehov: revisjon", "FIL013", "er rykket for lite inn"),
        (r"^    planbehov: revisjon$", "      planbehov: revisjon", "FIL013", "Innrykket stemmer ikke"),
        (r"^    kilde: \{tabell: (\w+), rad: 3\}$", r"    kilde:\n    tabell: \1\n    rad: 3",
         "FIL030", "under «kilde» … og 2 problemer"),
        (r"^    plantype: (\w+)\n    kilde: \{tabell: (\w+), rad: 3\}$",
         r"    kilde:\n      tabell: \2\n      rad: 3\n      plantype: \1", "FIL030", "hører til posten utenfor … og 1 problem"),
        (r"^  navn: Østre Toten\n  nummer: '3442'\n  fylke:", "navn: Østre Toten\nnummer: '3442'\nfylke:",
         "FIL030", "under «kommune» … og"),
    ],
)  # fmt: skip
def test_a_line_at_another_indent_is_one_problem_that_says_so(errors_after, old, new, kode, said):
    (problem,) = errors_after(old, new)
    assert problem.kode == kode
    assert said in problem.melding


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("^planer:", "planar:", "Mente du «planer»? … og"),
        ("^roller:", "stillinger:", "Ukjent nøkkel … og"),
        (r"^omraader:\n(?:  .*\n)*", "", "Feltet omraader mangler … og"),
        ("^  - id: folkehelseoversikt$", "  - idd: folkehelseoversikt", "Mente du «id»? … og"),
        ("^  - id: folkehelseoversikt$", "  - id: Folkehelse Oversikt", "Mente du «folkehelse-oversikt»? … og"),
        ("^  - id: helse-og-mestring$", "  - id: Helse og mestring", "Mente du «helse-og-mestring»? … og"),
        ("^    navn: Folkehelseoversikt", "    namn: Folkehelseoversikt", "Mente du «navn»? … og 1 problem til følger av det."),
    ],
)
def test_what_costs_the_ids_that_others_refer_to_is_one_problem(errors_after, old, new, said):
    (problem,) = errors_after(old, new)
    assert said in problem.melding


def test_a_reference_that_leads_nowhere_by_itself_is_still_listed_beside_an_id_that_is_used_twice(errors_after):
    found = errors_after(
        r"^    ansvarlig: helse-og-mestring\n((?:.*\n)*)  - id: folkehelseoversikt$",
        r"    ansvarlig: finnes-ikke\n\1  - id: trafikksikkerhetsplan",
    )
    assert [problem.kode for problem in found] == ["REG101", "REG102"]


def test_a_plan_that_is_deleted_is_one_problem_that_says_which_row_it_was_and_the_other_rows_keep_their_numbers(errors_after):
    gone = r"^  - id: folkehelseoversikt\n(?:    .*\n|\n)*"
    (problem,) = errors_after(gone, "")
    assert problem.kode == "REG252"
    assert "rad 3 mangler" in problem.funnet
    assert "nummereres ikke om" in problem.skriv
    assert problem.melding.endswith("… og 11 problemer til følger av det.")
    fewer = errors_after(r"antall_rader: 23\n((?:.*\n)*)  - id: folkehelseoversikt\n(?:    .*\n|\n)*", r"antall_rader: 22\n\1")
    assert {found.kode for found in fewer} == {"FOR101"}


def test_what_is_referred_to_in_vain_many_times_is_said_once(errors_after):
    (problem,) = errors_after("^  - id: folkehelseoversikt$", "  - id: noe-helt-annet")
    assert (problem.kode, problem.melding) == ("FOR101", "«folkehelseoversikt» finnes ikke … og 10 problemer til følger av det.")


def test_a_key_that_one_field_alone_has_is_shown_its_place():
    notes = ReadNotes("innlesing.yaml", "INN")
    text = (
        "per_dato: 2028-06-30\ndokument: a.pdf\nrader:\n  - hvor: rad 1\n    svar: ja\n    navn: Veiplan\n    sikkerhet: sikker\n"
    )
    YamlReader(text, notes, {}).read(Innlesingsfil)
    assert [problem.melding for problem in notes.problems] == ["«svar» hører til under «tvil»."]
