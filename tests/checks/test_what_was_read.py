"""What is checked of a register that has problems already when it is read: all that was read whole, nothing else."""

import re
import shutil
from pathlib import Path

import pytest
from registers import OSTRE_TOTEN, ROOT, WITH_PLANS

from planstrategi.api import validate
from planstrategi.checks.all_rules import RULES
from planstrategi.checks.what_was_read import scope_of
from planstrategi.cli import main
from planstrategi.reading.find_registers import catalogue_folder

HEAD = """\
kommune: {navn: Fjordvik, nummer: '9901', fylke: kystfylket}
periode: {fra: 2028, til: 2031}
per_dato: 2028-06-30
dokument: {tittel: Planstrategi for Fjordvik}
omraader:
  - {id: teknisk, navn: Teknisk}
  - {id: oppvekst, navn: Oppvekst}
roller:
  - {id: planlegger, navn: Planlegger, omraade: teknisk}
tabeller:
  - {id: temaplan, navn: Temaplaner, antall_rader: 3, vedtas_av: politisk, merket_betyr: arbeid}
planer:
"""
PLAN = """\
  - id: {id}
    navn: Plan
    plantype: temaplan
    kilde: {{tabell: temaplan, rad: {rad}}}
    ansvarlig: teknisk
    roller: [planlegger]
    {facts}
"""
REST = """\
beslutninger:
  - {plan: b, planbehov: ny, kilde: {avsnitt: Om b}}
"""
NEW_IN_FORCE = "planbehov: ny\n    status: gjeldende\n    aar: [2028]"
BAD = "planbehov: kanskje"
OK = "planbehov: ny\n    aar: [2028]"


@pytest.fixture
def codes(tmp_path):
    """Return a function that gives the codes of a register of three plans, with some of its text replaced."""
    shutil.copytree(ROOT / "tests" / "data" / "nasjonalt", tmp_path / "nasjonalt")

    def make(*facts, replaced=(), rest=REST, judgements=""):
        plans = [PLAN.format(id=id_, rad=rad, facts=text) for id_, rad, text in zip("abc", (1, 2, 3), facts, strict=True)]
        text = HEAD + "".join(plans) + rest
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (tmp_path / "register.yaml").write_text(text, "utf-8")
        if judgements:
            (tmp_path / "vurderinger").mkdir()
            (tmp_path / "vurderinger" / "forventninger.yaml").write_text(judgements, "utf-8")
        return [problem.kode for problem in validate(tmp_path).problems]

    return make


def test_without_problems_every_rule_runs_on_every_plan():
    register = validate(OSTRE_TOTEN).register
    what = scope_of(register)
    assert what.register is register and what.planer == register.planer and what.helt
    assert what.koder == {rule.kode for rule in RULES}


def test_a_plan_that_was_read_whole_is_checked_beside_one_that_was_not(codes):
    assert codes(BAD, NEW_IN_FORCE, OK) == ["FIL033", "REG218"]
    assert codes(OK, NEW_IN_FORCE, OK) == ["REG218"]


@pytest.mark.parametrize(
    "relation",
    ["inngaar_i: [a]", "kan_inngaa_i: [a]", "samordnes_med: [a]", "erstattes_av: [a]", "venter_paa: [{hva: Den, plan: a}]"],
)
def test_a_plan_that_refers_to_one_that_was_not_read_whole_waits(codes, relation):
    assert codes(BAD, f"{NEW_IN_FORCE}\n    {relation}", OK) == ["FIL033"]


def test_a_plan_that_refers_to_a_waiting_plan_is_checked_without_a_crash(codes):
    found = codes(BAD, f"{OK}\n    inngaar_i: [a]", f"{NEW_IN_FORCE}\n    erstattes_av: [b]")
    assert found == ["FIL033", "REG218", "REG232"]


def test_a_plan_without_an_id_or_with_one_that_is_taken_is_not_checked(codes):
    assert codes(NEW_IN_FORCE, OK, OK, replaced=[("id: a\n", "kortnavn: a\n")]) == ["FIL031"]
    assert codes(NEW_IN_FORCE, NEW_IN_FORCE, OK, replaced=[("id: b\n", "id: a\n"), ("plan: b", "plan: a")]) == ["REG102"]


def test_an_unknown_reference_in_a_plan_whose_id_is_written_last_is_that_plans(codes):
    late = [("  - id: a\n    navn", "  - navn"), ("medvirkende: [finnes-ikke]\n", "medvirkende: [finnes-ikke]\n    id: a\n")]
    assert codes(f"{NEW_IN_FORCE}\n    medvirkende: [finnes-ikke]", OK, OK, replaced=late) == ["REG101"]


@pytest.mark.parametrize(
    ("part", "broken"),
    [("fra: 2028", "fra: 28"), ("per_dato: 2028-06-30", "per_dato: 2028"), ("periode: {fra: 2028, til: 2031}", "periode: 2028")],
)
def test_no_plan_is_checked_without_a_period_and_a_date(codes, part, broken):
    found = codes(NEW_IN_FORCE, OK, OK, replaced=[(part, broken)])
    assert len(found) == 1 and found[0].startswith("FIL")


def test_what_looks_at_every_plan_waits_for_all_of_them(codes):
    rows = [("antall_rader: 3", "antall_rader: 4")]
    assert codes(OK, OK, OK, replaced=rows) == ["REG252"]
    assert codes(BAD, OK, OK, replaced=rows) == ["FIL033"]


def test_the_rest_of_the_register_is_checked_where_it_was_read_whole(codes):
    backwards = ("fra: 2028", "fra: 2038")
    decision = ("planbehov: ny, kilde: {avsnitt: Om b}", "planbehov: revisjon, kilde: {avsnitt: Om b}")
    assert codes(BAD, OK, OK, replaced=[backwards, decision]) == ["REG250", "FIL033", "REG253"]
    assert codes(OK, OK, OK, replaced=[("planbehov: ny, kilde", "planbehv: ny, kilde")]) == ["FIL030"]


def test_a_section_under_a_wrong_name_is_not_taken_for_absent(codes):
    arealdel = [("  - id: a\n    navn: Plan\n    plantype: temaplan", "  - id: a\n    navn: Plan\n    plantype: arealdel")]
    assert codes(OK, OK, OK, replaced=arealdel) == ["REG254"]
    assert codes(OK, OK, OK, replaced=[*arealdel, ("beslutninger:", "beslutning:")]) == ["FIL030"]


def test_the_decision_that_is_missing_is_shown_as_it_is_written(small):
    text = "planer:\n  - {id: a, navn: A, plantype: arealdel, kilde: {tabell: temaplan, rad: 1}, planbehov: revisjon}\n"
    made = small(text)
    (missing,) = [one.skriv for one in made.problemer if one.kode == "REG254"]
    with Path(made.fil).open("a", encoding="utf-8") as file:
        file.write(f"beslutninger:\n  {missing.replace('…', 'Arealdelen')}\n")
    decided = validate(made.fil)
    assert [one.planbehov for one in decided.register.beslutninger] == ["revisjon"]
    assert "REG254" not in {one.kode for one in decided.problems}


def test_a_role_that_was_not_read_whole_is_not_said_to_belong_elsewhere(codes):
    twice = [("tabeller:\n", "  - {id: planlegger, navn: Planlegger, omraade: oppvekst}\ntabeller:\n")]
    assert codes(OK, OK, OK, replaced=twice) == ["REG102"]


def test_waivers_hold_also_beside_problems_and_none_is_called_unused(codes):
    waivers = "".join(f"  - {{kode: {kode}, grunn: Ja, hvem: Plansjef, til: 2031-01-01}}\n" for kode in ("REG218", "REG230"))
    assert codes(BAD, NEW_IN_FORCE, OK, rest=f"{REST}unntak:\n{waivers}") == ["FIL033"]
    assert codes(OK, NEW_IN_FORCE, OK, rest=f"{REST}unntak:\n{waivers}") == ["REG302"]


def test_what_stands_under_a_key_written_twice_is_not_taken_for_absent(codes):
    waiver = "unntak:\n  - {kode: %s, grunn: Ja, hvem: Plansjef, til: 2031-01-01}\n"
    assert codes(OK, NEW_IN_FORCE, OK, rest=REST + waiver % "REG230" + waiver % "REG218") == ["FIL019"]


def test_judgements_are_checked_although_the_register_has_problems(codes):
    judged = """\
per_dato: 2028-07-01
sett:
  - {id: en, hvem: Plansjef, naar: 2028-07-01, grunnlag: Raden, forelopig: ja, vurderinger: [
     {plan: b, forventning: nf-kap-3, grad: sterk, grunnlag: taus, grunn: Navnet.}]}
"""
    assert codes(BAD, OK, OK, judgements=judged) == ["FIL033", "FOR207"]


def test_a_catalogue_without_its_list_is_one_problem_and_not_one_for_each_plan(codes, tmp_path):
    (tmp_path / "nasjonalt" / "plantyper.yaml").write_text("a: b\n", "utf-8")
    assert set(codes(OK, OK, OK)) == {"FIL030", "FIL031"}
    (tmp_path / "nasjonalt" / "plantyper.yaml").write_text("per_dato: 2028-01-01\nkilde: K\nplantyper: []\n", "utf-8")
    assert codes(OK, OK, OK) == ["REG101"]


def test_a_missing_catalogue_says_where_it_was_looked_for_and_what_to_copy(codes, tmp_path):
    (tmp_path / "nasjonalt" / "plantyper.yaml").unlink()
    codes(OK, OK, OK)
    (problem,) = validate(tmp_path).problems
    assert "nasjonalt/ er søkt etter i registerets mappe og i alle mappene over" in problem.skriv
    assert "Kopier plantyper.yaml" in problem.skriv


JUDGED = """\
per_dato: 2028-07-01
sett:
  - {{id: en, hvem: Plansjef, naar: 2028-07-01, grunnlag: Raden, forelopig: ja, dokumenter: [{document}], vurderinger: [
     {{plan: b, forventning: {one}-1, grad: svak, grunnlag: navn, grunn: Navnet.}},
     {{plan: b, forventning: {one}-2, grad: svak, grunnlag: navn, grunn: Navnet igjen.}}]}}
"""
REGIONAL = """\
per_dato: 2028-01-01
kilde: Oppdiktet.
dokumenter:
  - {id: plan-et-sted, navn: Plan, slag: regional_plan, utgaver: [{fra: 2020}], forventninger: [
     {id: et-sted-1, tekst: Noe, sikkerhet: bekreftet}]}
"""


@pytest.mark.parametrize("content", ["", "per_dato: [\n", "dokumenter:\n  - {id: spr-areal, navn\n"])
def test_a_catalogue_beside_another_of_its_kind_that_cannot_be_read_is_one_problem(codes, tmp_path, content):
    (tmp_path / "nasjonalt" / "planretningslinjer.yaml").write_text(content, "utf-8")
    found = codes(OK, OK, OK, judgements=JUDGED.format(document="spr-areal", one="spr-am"))
    assert found and "FOR101" not in found
    assert {Path(problem.fil).name for problem in validate(tmp_path).problems} == {"planretningslinjer.yaml"}


def test_a_reference_to_another_kind_is_told_although_a_catalogue_could_not_be_read(codes, tmp_path):
    (tmp_path / "nasjonalt" / "planretningslinjer.yaml").write_text("", "utf-8")
    judged = JUDGED.format(document="spr-areal", one="spr-am").replace(
        "{plan: b, forventning: spr-am-1", "{plan: d, forventning: spr-am-1"
    )
    assert codes(OK, OK, OK, judgements=judged) == ["FIL012", "FOR101"]


def test_a_county_without_a_catalogue_is_one_error_where_the_judgements_refer_to_it(codes, tmp_path):
    other = tmp_path / "regionalt" / "et-sted"
    other.mkdir(parents=True)
    (other / "forventninger.yaml").write_text(REGIONAL, "utf-8")
    assert codes(OK, OK, OK) == ["FIL007"]
    assert [problem.alvor for problem in validate(tmp_path).problems] == ["advarsel"]
    assert codes(OK, OK, OK, judgements=JUDGED.format(document="kystplan", one="kyst")) == ["FIL007"]
    found = validate(tmp_path)
    assert [problem.alvor for problem in found.problems] == ["feil"] and found.register is None


def test_without_the_catalogue_of_elections_no_year_is_called_wrong(codes, tmp_path):
    constituted = [("fylke: kystfylket", "fylke: kystfylket, konstituert: [2026-10-12, 2027-11-02]")]
    (tmp_path / "nasjonalt" / "lovkrav.yaml").unlink()
    assert codes(OK, OK, OK, replaced=constituted) == ["REG269"]


def test_without_the_stored_law_texts_none_is_said_to_have_changed(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.rmtree(tmp_path / "data" / "nasjonalt" / "lovtekst")
    validated = validate(tmp_path / OSTRE_TOTEN.relative_to(ROOT))
    assert validated.register is not None
    assert [problem.kode for problem in validated.problems if problem.kode.startswith("LOV3")] == []


def test_judgements_in_a_file_where_a_folder_belongs_are_not_taken_for_absent(codes, tmp_path):
    (tmp_path / "vurderinger").write_text("sett: []\n", "utf-8")
    assert codes(OK, OK, OK) == ["FIL005"]
    assert validate(tmp_path).register is None


def test_a_file_among_the_judgements_that_is_not_read_is_a_note_and_no_hindrance(codes, tmp_path):
    (tmp_path / "vurderinger").mkdir()
    for name in ("forventninger.yml", "lovkrav2.YAML", "notat.txt"):
        (tmp_path / "vurderinger" / name).write_text("")
    assert codes(OK, OK, OK) == ["FIL006", "FIL006"]
    validated = validate(tmp_path)
    assert validated.register is not None and not validated.held_back
    assert {problem.alvor for problem in validated.problems} == {"merknad"}
    assert {problem.funnet for problem in validated.problems} == {"forventninger.yml", "lovkrav2.YAML"}


def test_a_byte_order_mark_holds_nothing_back(codes, tmp_path):
    codes(OK, NEW_IN_FORCE, OK)
    data = (tmp_path / "register.yaml").read_bytes()
    (tmp_path / "register.yaml").write_bytes(b"\xef\xbb\xbf" + data)
    validated = validate(tmp_path)
    assert [problem.kode for problem in validated.problems] == ["FIL011", "REG218"]
    assert not validated.held_back


def test_valider_says_when_rules_are_held_back_and_only_then(codes, tmp_path, capsys):
    said = "Noen regler er ikke kontrollert før feilene over er rettet."
    codes(BAD, OK, OK)
    assert main(["valider", str(tmp_path)]) == 1
    assert said in capsys.readouterr().err.splitlines()
    codes(OK, OK, OK)
    assert main(["valider", str(tmp_path)]) == 0
    assert said not in capsys.readouterr().err


@pytest.mark.parametrize("place", [OSTRE_TOTEN, *WITH_PLANS.values()], ids=lambda place: place.parent.name)
def test_a_period_that_nobody_knows_holds_back_only_the_rules_that_need_it(tmp_path, place):
    national = catalogue_folder(place / "register.yaml")
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / name).symlink_to(national.with_name(name))
    folder = tmp_path / "kommuner" / "a" / "b"
    shutil.copytree(place, folder)
    known = {problem.kode for problem in validate(folder).problems}
    text = (folder / "register.yaml").read_text("utf-8")
    (folder / "register.yaml").write_text(re.sub(r"periode: \{.*?\}", "periode: {fra: ukjent, til: ukjent}", text), "utf-8")
    validated = validate(folder)
    found = {problem.kode for problem in validated.problems}
    assert validated.register is None and validated.held_back
    needing = {rule.kode for rule in RULES if "periode" in rule.also}
    assert "REG292" in found and known - needing <= found <= known | {"REG292"}
