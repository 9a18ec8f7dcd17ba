"""Judgements that come along: those of the same plan and the same wording, as proposals, and no others."""

import re
import shutil

import pytest
from registers import OSTRE_TOTEN
from registers_with_law import CATALOGUE, HEAD
from registers_with_work import plan

import planstrategi as ps
from planstrategi.model.judgements import LEGAL_JUDGEMENTS
from planstrategi.revision.draft_judgements import draft_judgements, expectations_along, law_along

GOES_ON, GONE = plan("p", "planbehov: viderefores"), plan("q", "planbehov: utgaar")
LAW = HEAD + "      - {krav: k, plan: p, svar: helt, grunn: Navnet.}\n"


def along(register) -> list[str | None]:
    (sett,) = register.legal_judgement_sets()
    return [one.plan for one in law_along(register, sett).vurderinger]


def test_a_judgement_of_a_plan_that_goes_on_comes_along_and_of_one_that_does_not_stays(build):
    judged = LAW + "      - {krav: k, plan: q, svar: delvis, grunn: En del.}\n"
    assert along(build([GOES_ON, GONE], requirements=CATALOGUE, law=judged)) == ["p"]


@pytest.mark.parametrize("target", ["planstrategien: ja, svar: helt", "svar: ikke"])
def test_what_is_said_of_the_planstrategi_itself_is_judged_anew(build, target):
    judged = HEAD + f"      - {{krav: k, {target}, grunn: Teksten.}}\n"
    assert along(build([GOES_ON], requirements=CATALOGUE, law=judged)) == []


@pytest.mark.parametrize(("answer", "said"), [("plan: q, svar: helt", "q"), ("svar: ikke", "ingen plan")])
def test_what_does_not_come_along_is_listed_below_the_sets_with_what_was_judged_to_answer(build, answer, said):
    judged = HEAD + f"      - {{krav: k, {answer}, grunn: Teksten.}}\n"
    drafted = draft_judgements(build([GOES_ON, GONE], requirements=CATALOGUE, law=judged), {LEGAL_JUDGEMENTS: ""})
    *_, heading, one = drafted.texts[LEGAL_JUDGEMENTS].splitlines()
    assert (drafted.along, drafted.anew, one) == (0, 1, f"## k: {said}") and heading.startswith("## Må vurderes på nytt")
    whole = draft_judgements(build([GOES_ON], requirements=CATALOGUE, law=LAW), {LEGAL_JUDGEMENTS: ""})
    assert (whole.along, whole.anew) == (1, 0) and "på nytt" not in whole.texts[LEGAL_JUDGEMENTS]


def test_a_judgement_stays_where_the_law_reads_otherwise_when_the_period_begins(build):
    changed = "[{fra: 2012-01-01, til: 2026-12-31, sikkerhet: bekreftet}, {fra: 2027-01-01, sikkerhet: bekreftet}]"
    catalogue = CATALOGUE.replace("[{fra: 2012-01-01, sikkerhet: bekreftet}]", changed)
    assert along(build([GOES_ON], requirements=catalogue, law=LAW)) == []
    ended = CATALOGUE.replace("{fra: 2012-01-01, ", "{fra: 2012-01-01, til: 2026-06-30, ")
    assert along(build([GOES_ON], requirements=ended, law=LAW.replace("naar: 2026-11-25", "naar: 2025-11-25"))) == []


def test_a_judgement_stays_where_the_stored_text_is_another_than_was_judged(tmp_path):
    shutil.copytree(OSTRE_TOTEN, tmp_path / "kommuner" / "a" / "b")
    for name in ("nasjonalt", "regionalt"):
        (tmp_path / name).symlink_to(OSTRE_TOTEN.parents[2] / name)
    path = tmp_path / "kommuner" / "a" / "b" / "vurderinger" / "lovkrav.yaml"
    before = ps.load(tmp_path / "kommuner" / "a" / "b")
    first = "(krav: kommuneplanens-samfunnsdel, plan: kommuneplanens-samfunnsdel,.*avtrykk: \\[)[0-9a-f]{64}"
    path.write_text(re.sub(first, rf"\g<1>{'0' * 64}", path.read_text("utf-8"), count=1), "utf-8")
    after = ps.load(tmp_path / "kommuner" / "a" / "b")
    assert along(before)[0] == "kommuneplanens-samfunnsdel"
    assert along(after) == along(before)[1:]
    # what names no text is judged by the day alone
    path.write_text(re.sub(r", avtrykk: \[[^]]*\]", "", path.read_text("utf-8")), "utf-8")
    assert along(ps.load(tmp_path / "kommuner" / "a" / "b")) == along(before)


def test_what_comes_along_is_provisional_and_says_where_it_was_judged(ostre_toten):
    (sett,) = ostre_toten.legal_judgement_sets()
    proposed = law_along(ostre_toten, sett)
    assert (proposed.forelopig, proposed.hvem, proposed.naar) == (True, sett.hvem, sett.naar)
    assert proposed.grunnlag.startswith("Forslag fra vurderingene av planstrategien for 2024–2027, ikke bekreftet for den nye.")
    assert {proposed.wording_of(one) for one in proposed.vurderinger} == {"2026-07-02"}


def test_judgements_of_expectations_come_along_only_in_the_edition_that_was_judged_and_claim_no_whole_document(ostre_toten):
    (sett,) = [one for one in ostre_toten.counting_sets() if one.vurderinger][:1]
    kept = expectations_along(ostre_toten, sett)
    assert kept.vurderinger and set(kept.vurderinger and [one.plan for one in kept.vurderinger]) <= set(ostre_toten.plans_by_id())
    assert sett.dokumenter and (kept.dokumenter, kept.lokale) == ((), None)
    assert all(one.plan for one in kept.vurderinger)


EXPECTED = """\
per_dato: 2026-06-30
sett:
  - id: s
    hvem: planlegger
    naar: 2024-03-01
    grunnlag: prøve
    forelopig: nei
    vurderinger:
      - {plan: p, forventning: lok-1, grad: delvis, grunnlag: navn, grunn: Navnet.}
      - {plan: q, forventning: lok-1, grad: svak, grunnlag: navn, grunn: Et annet navn.}
"""


def test_a_judgement_of_the_municipalitys_own_area_comes_along_with_its_plan(build):
    areas = "[{id: lok-1, navn: Trygghet, kilde: {avsnitt: Innledning}}]"
    register = build([GOES_ON, GONE], judged=EXPECTED, areas=areas)
    (sett,) = register.counting_sets()
    assert [one.plan for one in expectations_along(register, sett).vurderinger] == ["p"]
