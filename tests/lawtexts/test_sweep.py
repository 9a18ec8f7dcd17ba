"""The sweep of all law in `planstrategi lovsjekk`: what is new, changed and gone since every place was read."""

import json
import os
import re
import subprocess
import sys

import pytest
from registers import ROOT

from planstrategi.cli import main
from planstrategi.lawtexts import store
from planstrategi.lawtexts.archive import LawArchive
from planstrategi.lawtexts.law import fingerprint, place_key
from planstrategi.lawtexts.stored import read_catalogue
from planstrategi.lawtexts.sweep import read_sweep

ACT = """\
---
tittel: "Lov om prøving"
refid: "lov/2001-02-03-4"
---
## Kapittel 1. Planer

#### § 1. Plan

Kommunen skal ha en handlingsplan.

#### § 2. Møter

Rådet møtes når det vil.

#### § 3. Vedtak

Kommunestyret skal selv vedta:

- budsjettet
- hvem som er ordfører

#### § 4. Oversikt

Vannverkseieren skal føre
ei oversikt.
"""
AMENDING = '---\ntittel: "Endring"\nrefid: "lov/2002-01-01-1"\n---\n## I\n\n§ 5 skal lyde: Kommunen skal ha ei oversikt.\n'
REGULATION = '---\ntittel: "Forskrift"\nrefid: "forskrift/2003-01-01-1"\n---\n#### § 1.\n\nKommunen bør ha en strategi.\n'
LAWS = {"lov.md": ACT, "endring.md": AMENDING, "forskrift.md": REGULATION}
HJEMMEL = "{lov: LOV-2001-02-03-4, paragraf: '1', tittel: loven, lenke: lenke}"
KRAV = """\
per_dato: 2026-07-02
kilde: Oppdiktet.
valg: [{aar: 2023}]
krav:
  - id: handlingsplan
    navn: Krav
    innhold: Innhold.
    slag: lovpaalagt_plan
    styrke: skal
    relevans: kjerne
    vedtas_av: kommunen
    eget_dokument: nei
    hjemmel: [%s]
    versjoner: [{sikkerhet: bekreftet}]
    kilde: {sikkerhet: bekreftet}
"""
VURDERINGER = """\
per_dato: 2026-11-25
sett:
  - id: forste-lesning
    hvem: rådgiver
    naar: 2026-11-25
    grunnlag: planstrategien
    forelopig: ja
    vurderinger:
      - {krav: handlingsplan, plan: tiltaksplan, svar: helt, grunn: Raden sier det.}
utelatelser:
  - {krav: handlingsplan, sak: PS 1/24, hvem: kommunestyret, dato: 2024-01-01, til: 2027-12-31, grunn: Ingen.}
"""
SVEIP = """\
per_dato: 2026-07-02
kilde: Oppdiktet.
lest_av: leser
soekeord:
  hvem: [kommune*, vannverkseier*]
  plikt: [skal, bør]
  dokument: ['*plan', '*budsjett*', '*oversikt*', strategi]
dommer:
"""
FIL, LOVKRAV = "data/nasjonalt/lovsveip.yaml", "data/kommuner/prove/2024-2027/vurderinger/lovkrav.yaml"


def line(lov: str, sted: str, text: str, rest: str = "dom: ikke, hvorfor: 'ikke et dokument: her'") -> str:
    return f"  - {{lov: {lov}, lovsted: {sted}, avtrykk: '{fingerprint(text)[:12]}', {rest}}}\n"


LINES = [
    line("FOR-2003-01-01-1", "§ 1", "Kommunen bør ha en strategi."),
    line("LOV-2001-02-03-4", "§ 1", "Kommunen skal ha en handlingsplan.", "dom: med, krav: handlingsplan, hvorfor: Planen"),
    line("LOV-2001-02-03-4", "§ 3", "Kommunestyret skal selv vedta:\n- budsjettet\n- hvem som er ordfører"),
    line("LOV-2001-02-03-4", "§4", "Vannverkseieren skal føre ei oversikt.", "dom: dekket, krav: handlingsplan, hvorfor: Mer"),
    line("LOV-2002-01-01-1", "hele teksten", "§ 5 skal lyde: Kommunen skal ha ei oversikt."),
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with a catalogue, its law texts, a sweep and one register, and the archive they were read in."""
    monkeypatch.chdir(tmp_path)
    judged = tmp_path / LOVKRAV
    for made in (judged.parent, tmp_path / "data" / "nasjonalt", tmp_path / "arkiv"):
        made.mkdir(parents=True)
    judged.write_text(VURDERINGER, "utf-8")
    (judged.parents[1] / "register.yaml").write_text("", "utf-8")
    (tmp_path / "data" / "nasjonalt" / "lovkrav.yaml").write_text(KRAV % HJEMMEL, "utf-8")
    for name, text in LAWS.items():
        (tmp_path / "arkiv" / name).write_text(text, "utf-8")
    assert store.store_texts(["arkiv"]) == 0
    (tmp_path / FIL).write_text(SVEIP + "".join(LINES), "utf-8")
    return tmp_path


def run(capsys, *words):
    capsys.readouterr()
    status = main(["lovsjekk", "arkiv", *words])
    out, err = capsys.readouterr()
    return status, out.splitlines(), err.splitlines()


def change(folder, old, new, name="arkiv/lov.md"):
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def test_the_archive_that_was_swept_has_nothing_new(capsys, folder):
    assert run(capsys)[:2] == (0, [])
    assert run(capsys)[2][0] == "5 steder er sveipet; 0 er nye, endret eller borte."


def test_one_changed_one_new_and_one_repealed_section_are_named_with_the_judgements_to_make_again(capsys, folder):
    change(folder, "ha en handlingsplan", "ha en handlingsplan hvert år")
    change(folder, "Rådet møtes når det vil.", "Kommunen bør ha en plan.")
    change(folder, "§ 4. Oversikt\n\nVannverkseieren skal føre\nei oversikt.", "§ 4. (Opphevet)\n\n*Opphevet ved lov 1.*")
    status, out, err = run(capsys)
    now = ("Kommunen skal ha en handlingsplan hvert år.", "Kommunen bør ha en plan.", "")
    changed, new, gone = (fingerprint(text)[:12] for text in now)
    assert status == 1 and err[0] == "5 steder er sveipet; 3 er nye, endret eller borte."
    assert [one for one in out if re.match("LOV|data/nasjonalt", one)] == [
        "LOV-2001-02-03-4 § 1: endret (krav: handlingsplan)",
        f"{FIL}:10:11: LOV-2001-02-03-4 § 1: endret (krav: handlingsplan; dom: med; avtrykk nå: {changed})",
        f"{FIL}:12:11: LOV-2001-02-03-4 §4: opphevet (krav: handlingsplan; dom: dekket; avtrykk nå: {gone})",
        f"LOV-2001-02-03-4 § 2: ny (avtrykk nå: {new})",
    ]
    assert "+Kommunen bør ha en plan." in out
    assert out[-2:] == [
        f"{LOVKRAV}:9: vurderingen av handlingsplan mot tiltaksplan i settet forste-lesning "
        "(data/kommuner/prove/2024-2027) må gjøres på nytt: LOV-2001-02-03-4 § 1 er endret, LOV-2001-02-03-4 §4 er opphevet.",
        f"{LOVKRAV}:11: utelatelsen av handlingsplan (data/kommuner/prove/2024-2027) må gjøres på nytt: "
        "LOV-2001-02-03-4 § 1 er endret, LOV-2001-02-03-4 §4 er opphevet.",
    ]


def test_json_has_the_places_of_the_sweep_that_are_not_as_they_were_after_those_that_are_cited(capsys, folder):
    change(folder, "ei oversikt.", "ei oversikt og et kart.")
    found = json.loads("\n".join(run(capsys, "--format", "json")[1]))
    assert [(one["sted"], one["status"], one["dom"]) for one in found] == [("§ 1", "uendret", None), ("§4", "endret", "dekket")]
    assert [one["slag"] for one in found[1]["vurderinger"]] == ["vurdering", "utelatelse"]
    assert found[1]["fil"] == f"{FIL}:12:11" and found[1]["krav"] == ["handlingsplan"]


def test_a_place_judged_to_ask_for_nothing_is_read_again_when_its_text_changes(capsys, folder):
    change(folder, "bør ha en strategi", "skal ha en strategi", "arkiv/forskrift.md")
    (changed,) = run(capsys)[1]
    assert changed.startswith(f"{FIL}:9:11: FOR-2003-01-01-1 § 1: endret (dom: ikke; avtrykk nå: ")


def test_an_item_of_a_list_is_read_with_the_ledd_above_it_and_not_with_its_neighbours(capsys, folder):
    change(folder, LINES[2], "", FIL)
    assert run(capsys)[1][0].startswith("LOV-2001-02-03-4 § 3: ny (")
    change(folder, "Kommunestyret skal selv vedta", "Rådet skal selv vedta")
    change(folder, "hvem som er ordfører", "hvem kommunen spør")
    assert run(capsys)[:2] == (0, [])


def test_an_act_that_only_amends_others_is_one_place(capsys, folder):
    change(folder, LINES[4], "", FIL)
    out = run(capsys)[1]
    assert out[0].startswith("LOV-2002-01-01-1 hele teksten: ny (") and out[1].startswith("+§ 5 skal lyde: Kommunen")


def test_an_act_that_is_gone_is_named_but_not_all_regulations_when_the_archive_has_none(capsys, folder):
    (folder / "arkiv" / "endring.md").unlink()
    (folder / "arkiv" / "forskrift.md").unlink()
    assert run(capsys)[1] == [f"{FIL}:13:11: LOV-2002-01-01-1 hele teksten: ikke i arkivet (dom: ikke)"]


def test_a_section_that_is_gone_is_named(capsys, folder):
    change(folder, "§ 4. Oversikt", "§ 5. Oversikt")
    out = run(capsys)[1]
    assert out[0] == f"{FIL}:12:11: LOV-2001-02-03-4 §4: ikke i arkivet (krav: handlingsplan; dom: dekket)"
    assert out[1].startswith("LOV-2001-02-03-4 § 5: ny (")


WRONG = {
    "krav: handlingsplan, hvorfor: Mer": ("krav: ukjent, hvorfor: Mer", "12:86: feil LOV411 Kravet finnes ikke i katalogen."),
    "dom: med, krav: handlingsplan": ("dom: med", "10:73: feil LOV412 Dommen og kravet stemmer ikke med hverandre."),
    "lovsted: §4": ("lovsted: §1", "12:38: feil LOV413 Det samme stedet står to ganger."),
}


@pytest.mark.parametrize("old", WRONG)
def test_what_is_wrong_in_the_file_is_said_with_its_place_and_the_rest_is_compared(capsys, folder, old):
    new, said = WRONG[old]
    change(folder, old, new, FIL)
    status, _, err = run(capsys)
    assert status == 1 and err[0].startswith(f"{FIL}:{said}") and err[-1].startswith("1 steder: 1 uendret")


@pytest.mark.parametrize(("old", "new", "said"), [
    ("dom: dekket", "dom: kanskje", "12:72: feil FIL033"), (", hvorfor: Mer", "", "12:5: feil FIL031"),
])  # fmt: skip
def test_an_unknown_word_or_a_line_without_a_reason_stops_the_command(capsys, folder, old, new, said):
    change(folder, old, new, FIL)
    status, out, err = run(capsys)
    assert (status, out) == (2, []) and any(said in one for one in err)


def test_the_sweep_is_not_read_by_valider():
    code = (
        "import sys; from planstrategi.cli import main;"
        "sys.addaudithook(lambda event, args: event == 'open' and print(args[0], file=sys.stderr));"
        "main(['valider', 'data/kommuner/ostre-toten/2024-2027'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert "lovkrav.yaml" in done.stderr and "lovsveip" not in done.stderr


def test_every_section_that_a_requirement_stands_in_is_swept():
    folder = ROOT / "data" / "nasjonalt"
    swept = {(one.lov, place_key(one.lovsted)) for one in read_sweep(folder).read.dommer if one.dom != "ikke"}
    stands = [one for krav in read_catalogue(folder).krav for one in krav.hjemmel if one.rolle is None]
    assert [one.lenke for one in stands if one.paragraf or one.punkt if (one.lov, place_key(one.label)) not in swept] == []


def test_a_swept_place_names_every_requirement_that_cites_it():
    folder = ROOT / "data" / "nasjonalt"
    swept = {(one.lov, place_key(one.lovsted)): one.krav for one in read_sweep(folder).read.dommer}
    cites = [(krav.id, one) for krav in read_catalogue(folder).krav for one in krav.hjemmel if one.rolle != "krever_ikke"]
    unnamed = [(krav, one.lenke) for krav, one in cites if krav not in swept.get((one.lov, place_key(one.label)), (krav,))]
    assert unnamed == []


def test_the_file_of_the_sweep_has_nothing_wrong():
    folder = ROOT / "data" / "nasjonalt"
    assert read_sweep(folder).problems({krav.id for krav in read_catalogue(folder).krav}) == []


def test_every_candidate_of_the_archive_is_judged():
    given = os.environ.get("PLANSTRATEGI_LOVARKIV")
    if not given:
        pytest.skip("PLANSTRATEGI_LOVARKIV sier ikke hvor det ligger et lovarkiv")
    sweep, found = read_sweep(ROOT / "data" / "nasjonalt"), []
    for law in LawArchive(ROOT / given).laws(None):
        found += sweep.held_against(law)
    assert [*found, *sweep.not_met(["LOV", "FOR"])] == []
    assert len(sweep.read.dommer) < 1_600
