"""An answer to a question of a reading is told of until the register says it."""

import pytest
from registers import ROOT

from planstrategi.api import validate

CASE = ROOT / "tests" / "data" / "ugyldig" / "INN205-svaret-er-ikke-foert"
HEAD = "per_dato: 2028-06-30\ndokument: plan.docx\nrader:\n"
ROW = "  - {hvor: rad 1, tabell: temaplan, %snavn: Klimaplan, sikkerhet: usikker, forslag: [%s], tvil: [{%s}]}\n"
OF_PLAN, BEHOV = "rad: 1, plan: klimaplan, ", "    planbehov: revisjon\n"
LETTER, OPEN = "felt: merker, ord: R, spoersmaal: Hva er bestemt?", "felt: planbehov, spoersmaal: Hva er bestemt?"
SIGN = "felt: merket_betyr, ord: Tidsrom, spoersmaal: Arbeides det?, svar: ja"
IS_REVISED, REPLACES = "{felt: planbehov, verdi: revisjon}", "{felt: erstattes_av, verdi: havneplan}"


def told(folder, row, *replaced):
    """What a draft has to be told to write, and where, with a row of its reading and some text of its register replaced."""
    register = (CASE / "register.yaml").read_text("utf-8")
    for old, new in replaced:
        assert old in register
        register = register.replace(old, new)
    (folder / "nasjonalt").symlink_to(ROOT / "tests" / "data" / "nasjonalt")
    (folder / "register.yaml").write_text(register, "utf-8")
    (folder / "innlesing.yaml").write_text(HEAD + row, "utf-8")
    return [(one.kode, one.skriv) for one in validate(folder).problems if one.kode.startswith("INN")]


@pytest.mark.parametrize(
    ("where", "proposed", "doubt", "changed", "felter"),
    [
        # a question that asks for more than a yes or a no
        (OF_PLAN, "", f"{LETTER}, svar: revideres", [(BEHOV, "")], "planbehov eller status"),
        (OF_PLAN, "", f"{LETTER}, svar: revideres", [], ""),
        # what the draft says already is no answer, unless it is what was answered
        (OF_PLAN, IS_REVISED, f"{OPEN}, svar: utgår", [], "planbehov"),
        (OF_PLAN, IS_REVISED, f"{OPEN}, svar: utgår", [("behov: revisjon", "behov: utgaar")], ""),
        (OF_PLAN, IS_REVISED, f"{OPEN}, svar: revisjon", [], ""),
        # a yes to what was read, and does not stand in the register
        (OF_PLAN, IS_REVISED, "felt: planbehov, spoersmaal: Skal det stå?, svar: ja", [(BEHOV, "")], "planbehov"),
        (OF_PLAN, IS_REVISED, "felt: planbehov, spoersmaal: Skal det stå?, svar: ja", [], ""),
        (OF_PLAN, "", "felt: status, spoersmaal: Er dette gjort?, svar: ja", [], ""),
        # what a plan takes the place of, is said by that plan
        (OF_PLAN, REPLACES, "felt: erstattes_av, spoersmaal: Erstatter den?, svar: ja", [], "erstattes_av"),
        # of a table
        ("", "", SIGN, [(", merket_betyr: arbeid", "")], "merket_betyr"),
        ("", "", SIGN, [], ""),
    ],
)  # fmt: skip
def test_an_answer_that_the_register_does_not_say_is_told_with_where_to_write_it(
    tmp_path, where, proposed, doubt, changed, felter
):
    expected = [("INN205", f"Før det i {felter} i register.yaml.")] if felter else []
    assert told(tmp_path, ROW % (where, proposed, doubt), *changed) == expected


def test_a_plan_that_says_what_replaces_it_answers_for_the_other(tmp_path):
    place = "kilde: {tabell: temaplan, rad: 2}, planbehov: erstattes"
    other = f"planer:\n  - {{id: vei, navn: Vei, plantype: temaplan, {place}, erstattes_av: [klimaplan]}}\n"
    doubt = "felt: erstattes_av, spoersmaal: Erstatter den?, svar: ja"
    assert told(tmp_path, ROW % (OF_PLAN, REPLACES, doubt), ("planer:\n", other)) == []


def test_an_open_question_nobody_has_answered_asks_for_more_than_a_yes(tmp_path):
    assert told(tmp_path, ROW % (OF_PLAN, "", LETTER)) == [("INN201", "svar: det som er riktig, og før det i register.yaml")]


def test_a_row_that_is_done_with_is_not_told_of(tmp_path):
    assert told(tmp_path, ROW % (f"{OF_PLAN}avklart: ja, ", "", f"{LETTER}, svar: revideres"), (BEHOV, "")) == []


def test_a_no_is_told_of_once(tmp_path):
    no = "felt: planbehov, spoersmaal: Skal det stå?, svar: nei"
    assert [kode for kode, _ in told(tmp_path, ROW % (OF_PLAN, IS_REVISED, no), (BEHOV, ""))] == ["INN204"]
