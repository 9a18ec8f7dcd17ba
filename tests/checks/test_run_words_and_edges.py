"""What a problem says it has found, and that there is none at the edge: cases of `ugyldig` with some of their text replaced."""

import shutil
from pathlib import Path

import pytest
from registers import ROOT

from planstrategi.api import validate

UGYLDIG = ROOT / "tests" / "data" / "ugyldig"
YEAR = "    aar: [2028]\n"
BY_TWO = "    planbehov: ny\n    aar: [%s]\n    ansvarlig: teknisk\n    roller: [planlegger]\n"
LATER = "    kilde: {tabell: temaplan, rad: 2}\n" + BY_TWO % "2030, 2031"
SOONER = "  - id: vei\n    navn: Vei\n    plantype: temaplan\n    kilde: {tabell: temaplan, rad: 3}\n" + BY_TWO % "2029"
NUMBER_17 = "  - {nr: 17, navn: Mål 17, farge: '#000017'}\n"
SECOND_DOUBT = "perioden?}\n      - {felt: navn, spoersmaal: Er det én plan?}\n"
ANOTHER_ROLE = "roller:\n  - {id: sjef, navn: Sjef, omraade: teknisk}\n"
PRINT, VERSIONS = ("[" + "c" * 64, "[" + "a" * 64), "    versjoner:\n"
LAW = "      - {{lov: LOV-2012-01-01-1, paragraf: '{}', ledd: 1, tittel: prøveloven, lenke: x{}}}\n"


def found(folder: Path, case: str, *replaced: tuple[str, str]) -> list[tuple]:
    """Return the code, column, words and what to write of each problem of a case, with these words of it replaced."""
    made = folder / (case if case.endswith(".yaml") else f"{case}/")
    (folder / "nasjonalt").symlink_to(ROOT / "tests" / "data" / "nasjonalt")
    (shutil.copytree if (UGYLDIG / case).is_dir() else shutil.copy)(UGYLDIG / case, made)
    for old, new in replaced:
        (file,) = [one for one in (made.rglob("*.yaml") if made.is_dir() else [made]) if old in one.read_text("utf-8")]
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return [(p.kode, p.kolonne, p.funnet, p.skriv) for p in validate(made).problems]


@pytest.mark.parametrize(
    ("case", "replaced", "column", "words"),
    [
        # the last of the goals is one of them
        ("KAT204-to-maal-mangler", [(NUMBER_17, "")], 3, "mål 3, 12, 17 mangler"),
        # a row that says nothing of whom it is for is shown from its first field on
        ("KAP204-kapasitet-uten-omraade", [], 11, "verken omraade, rolle eller hele"),
        # what the wording is of: the set's day, or what the judgement says itself
        ("LOV311-settets-ordlyd-etter-at-kravet-falt-bort", [], 16, "klimakrav gjelder ikke 2028-08-01"),
        ("LOV311-ordlyd-foer-kravet-gjaldt", [], 64, "klimakrav gjelder ikke 2012-06-30"),
        ("INN201-tvil-uten-svar", [], 7, "Klimaplan: «Skal planen revideres i perioden?»"),
        (
            "INN201-tvil-uten-svar",
            [("perioden?}\n", SECOND_DOUBT)],
            7,
            "Klimaplan: «Skal planen revideres i perioden?» … og 1 spørsmål til",
        ),
        ("REG211-oppstart-etter-aar.yaml", [("[2028]", "[2028, 2031]")], 15, "oppstart 2029, første merkede år 2028"),
        (
            "REG285-merket-aar-uten-aarsverk.yaml",
            [("    innsats: [{aar: 2029, aarsverk: 1}]\n", "")],
            10,
            "merket: 2029, 2030; oppgitt: ingen",
        ),
        ("REG232-erstattes-uten-planbehov.yaml", [], 19, "erstattes_av og planbehov revisjon"),
        ("REG248-utloper-foer-planen-som-erstatter.yaml", [], 17, "gyldig til 2029, havneplan begynner i 2030"),
    ],
)
def test_a_problem_says_what_was_found_and_points_at_it(tmp_path, case, replaced, column, words):
    assert [one[1:3] for one in found(tmp_path, case, *replaced)] == [(column, words)]


def test_of_several_that_replace_a_plan_the_one_that_begins_first_is_told_with_its_year(tmp_path):
    both = ("av: [havneplan]", "av: [havneplan, vei]"), ("antall_rader: 2", "antall_rader: 3"), (LATER, LATER + SOONER)
    (problem,) = found(tmp_path, "REG248-utloper-foer-planen-som-erstatter.yaml", *both, ("gyldig_til: 2029", "gyldig_til: 2028"))
    assert problem[2] == "gyldig til 2028, vei begynner i 2029"


def test_a_law_whose_text_is_not_stored_is_told_by_its_section(tmp_path):
    assert found(tmp_path, "LOV205-paragraf-som-ikke-finnes")[0][2].startswith("prøveloven § ")


def test_what_is_outside_the_period_is_told_the_first_and_the_last_year_that_are_not(tmp_path):
    assert [one[3] for one in found(tmp_path, "KAP301-vakanse-etter-perioden")] == ["år fra 2028 til 2031"]


@pytest.mark.parametrize(
    ("case", "replaced"),
    [
        # a relation is to another plan, or to what is waited for
        ("FOR204-relasjon-som-ikke-staar-i-raden", [(YEAR, f"{YEAR}    venter_paa: [{{hva: veivalget, andre: ja}}]\n")]),
        # a silence may be as silent about two things
        ("FOR202-samme-begrunnelse", [("grad: svak, grunnlag: kommentar", "grad: ingen, grunnlag: taus")]),
        # the vacancy begins after the plan is done, or is of another role
        ("KAP311-flyttet-og-ledig", [("fra: 2028, maaneder: 6", "fra: 2030, maaneder: 6")]),
        ("KAP311-flyttet-og-ledig", [("{rolle: planlegger, fra", "{rolle: sjef, fra"), ("roller:\n", ANOTHER_ROLE)]),
        # a role is vacant again from the day that it was filled
        ("KAP307-vakanse-to-ganger", [("maaneder: 18", "maaneder: 12")]),
        # the council is constituted between the election and the end of October
        ("REG269-konstituert-i-november", [("2027-11-01", "2027-10-31")]),
        # what began before the period cannot be marked where it began
        ("REG211-oppstart-foer-aar.yaml", [("oppstart: 2028-host", "oppstart: 2026")]),
        # the last year that is told as allowed
        ("REG272-skal-vedtas-lenge-etter.yaml", [("2072", "2043")]),
        # it had happened by the day of the file
        ("REG287-skjedd-i-framtiden", [("dato: 2028-07-01", "dato: 2028-06-30")]),
        # an edition of one day
        (
            "KAT201-utgave-baklengs",
            [("til: 2026-12-31", "til: 2027-06-18"), ("til_senest: 2029-05-31", "til_senest: 2029-06-01")],
        ),
        # of two that replace a plan, work on one has begun when it runs out
        (
            "REG248-utloper-foer-planen-som-erstatter.yaml",
            [("av: [havneplan]", "av: [havneplan, vei]"), ("antall_rader: 2", "antall_rader: 3"), (LATER, LATER + SOONER)],
        ),
        # a law whose text is not stored, or that only fills in, has no print to be held against
        ("LOV306-lovteksten-er-endret", [PRINT, (VERSIONS, LAW.format("4-9", "") + VERSIONS)]),
        ("LOV306-lovteksten-er-endret", [PRINT, (VERSIONS, LAW.format("4-3", ", rolle: utfyller") + VERSIONS)]),
    ],
)
def test_at_the_edge_of_a_rule_it_finds_nothing(tmp_path, case, replaced):
    assert case[:6] not in [one[0] for one in found(tmp_path, case, *replaced)]


def test_what_is_withdrawn_on_the_day_of_a_set_is_not_judged_by_it(tmp_path):
    (problem,) = found(tmp_path, "FOR206-trukket-forventning", ("trukket: {dato: 2028-01-01", "trukket: {dato: 2028-08-01"))
    assert problem[2] == "nf-3-1 ble trukket 2028-08-01"


def test_a_problem_with_a_judgement_is_its_plans():
    assert [one.plan_id for one in validate(UGYLDIG / "FOR201-samme-par-to-ganger").problems] == ["klimaplan"]


def test_work_that_is_marked_before_a_start_that_is_too_late_leaves_no_gap(tmp_path):
    case, first = "REG205-oppstart-etter-utlop-samme-aar.yaml", ("aar: [2029]", "aar: [2028, 2029]")
    assert "REG205" not in [one[0] for one in found(tmp_path, case, first)]


@pytest.mark.parametrize(("begun", "told"), [(2028, []), (2029, ["gyldig til 2028-12-31, arbeidet begynner i 2029"])])
def test_work_begins_in_the_year_that_is_marked_for_its_start(tmp_path, begun, told):
    letters = ("merket_betyr: arbeid", "merket_betyr: {O: oppstart, A: arbeid}")
    marks = ("aar: [2029]", f"aar: [{begun}, 2030]\n    merker: {{{begun}: O, 2030: A}}")
    problems = found(tmp_path, "REG205-revisjon-etter-utlop.yaml", letters, marks)
    assert [one[2] for one in problems if one[0] == "REG205"] == told


@pytest.mark.parametrize(
    ("case", "years", "begun"),
    [
        ("REG248-utloper-foer-planen-som-erstatter", "[2030, 2031]", 2029),
        ("REG235-ferdig-foer-planen-det-ventes-paa", "[2029]", 2028),
    ],
)
def test_another_plan_begins_where_its_start_is_marked_too(tmp_path, case, years, begun):
    letters = ("merket_betyr: arbeid", "merket_betyr: {O: oppstart, A: arbeid}")
    marks = (f"aar: {years}", f"aar: [{begun}, 2030]\n    merker: {{{begun}: O, 2030: A}}")
    assert case[:6] not in [one[0] for one in found(tmp_path, f"{case}.yaml", letters, marks)]


def test_kroner_in_a_year_are_no_amount_of_work_and_a_table_without_marks_needs_no_meaning(tmp_path):
    money = ("    aar: [2029, 2030]\n    innsats: [{aar: 2029, aarsverk: 1}]\n", "    innsats: [{aar: 2029, kroner: 1}]\n")
    codes = [one[0] for one in found(tmp_path, "REG285-merket-aar-uten-aarsverk.yaml", money, (", merket_betyr: aarsverk", ""))]
    assert "REG285" not in codes and "REG281" not in codes
