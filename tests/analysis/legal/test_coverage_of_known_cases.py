"""Requirements that a reader once found wrong: what the national catalogue says of them, and what the real register shows."""

import re

import pytest
import yaml
from second_route_of_expectations import read

import planstrategi as ps
from planstrategi.analysis.legal.tables import requirement_years

NATIONAL = read("nasjonalt/lovkrav.yaml")
LAW = {one["id"]: one for one in NATIONAL["krav"]}
UNREAD = "ikke vurdert mot denne ordlyden"


@pytest.fixture(scope="module")
def shown(ostre_toten):
    years = requirement_years(ostre_toten)
    years["frist"] = years["frist"].fillna("")
    return {krav: {row.aar: (row.status, row.frist) for row in rows.itertuples()} for krav, rows in years.groupby("krav_id")}


def cited(krav, rolle=None):
    """The sections a requirement stands in, or those that have a part of their own in it."""
    of = [one for one in LAW[krav]["hjemmel"] if one.get("rolle") == rolle]
    return {(one["lov"], str(one.get("paragraf") or one.get("punkt") or one["kapittel"])) for one in of}


# What the catalogue says


def test_what_is_no_law_has_an_end_or_a_day_somebody_checked_it_or_says_that_nobody_has():
    def stands(krav):
        last = krav["versjoner"][-1]
        return "til" in last or "kontrollert" in last or "ikke kontrollert" in last.get("merknad", "")

    no_law = [one for one in LAW.values() if all(law.get("rolle") == "krever_ikke" for law in one.get("hjemmel", ()))]
    assert len(no_law) > 5 and [one["id"] for one in no_law if not stands(one)] == []


def test_no_source_of_a_requirement_lies_on_a_host_that_is_not_for_the_public():
    links = re.findall(r"https?://([^/\s\"']+)", yaml.safe_dump(NATIONAL))
    assert len(links) > 1_000
    assert [host for host in links if re.search(r"pre-?prod|staging|\b(?:test|qa|dev)\b|localhost", host)] == []


def test_a_regulation_that_is_out_of_force_is_cited_by_the_wording_it_belonged_to_alone():
    assert ("FOR-2025-12-17-2647", "12") in cited("dokumentasjonsplan", "utfyller")
    old, new = LAW["dokumentasjonsplan"]["versjoner"]
    assert (str(old["til"]), str(new["fra"])) == ("2025-12-31", "2026-01-01")
    assert [law["lov"] for law in old["hjemmel"]] == ["FOR-2017-12-15-2105"] and "hjemmel" not in new
    of_old = {law["lov"] for krav in LAW.values() for one in krav["versjoner"] if "til" in one for law in one.get("hjemmel", ())}
    assert "FOR-2017-12-15-2105" in of_old - {law["lov"] for krav in LAW.values() for law in krav.get("hjemmel", ())}


@pytest.mark.parametrize(
    ("krav", "field", "words"),
    [
        ("tiltaksutredning-luftkvalitet", "innhold", "i en sone eller kommune"),
        ("tiltaksutredning-luftkvalitet", "vilkaar", "i sonen eller kommunen"),
        ("reguleringsplan-der-loven-krever", "vedtas_av_merknad", "visse opphevinger (§ 12-14 fjerde ledd)"),
        ("ps-felles-kunnskapsgrunnlag", "innhold", "felles grunnlag, kaller den nyttig"),
        ("spr-klima-energi-oversikter", "innhold", "energibruk, energitiltak og mulig energiproduksjon i egen virksomhet"),
    ],
)
def test_a_requirement_says_no_more_and_no_less_than_its_source(krav, field, words):
    assert words in " ".join(LAW[krav][field].split())


@pytest.mark.parametrize("krav", ["ps-helhetlig-ros", "frivillighetspolitikk", "ps-felles-kunnskapsgrunnlag"])
def test_a_strength_that_is_inferred_says_so_in_the_table(ostre_toten, krav):
    table = ps.table("lovdekning", ostre_toten).set_index("krav_id")
    assert table.loc[krav, "styrke_grunnlag"] == "slutning: ordet står ikke i teksten"


def test_a_document_of_its_own_is_not_asked_for_where_the_note_says_that_the_law_leaves_it_open():
    open_form = [one for one in LAW.values() if "må stå for seg" in one.get("eget_dokument_merknad", "")]
    assert "forebyggende-plan-barnevern" in [one["id"] for one in open_form]
    assert [one["id"] for one in open_form if one["eget_dokument"] != "nei"] == []


def test_the_yearly_report_of_needs_is_due_on_the_day_of_the_regulation(ostre_toten):
    rows = ps.table("frister", ostre_toten).set_index("krav_id").loc["behovsmelding-kompetanse-barnehage-skole"]
    assert {(row.frist[4:], row.gjentakelse) for row in rows.itertuples()} == {("-04-15", "hvert år, innen 15.4.")}


@pytest.mark.parametrize(
    ("krav", "law", "place", "applies"),
    [
        ("ps-droefting-samisk-sprak", "LOV-1987-06-12-56", "3-13", "betinget"),
        ("mal-for-samisk-sprak", "LOV-1987-06-12-56", "3-13", "betinget"),
        ("finansielle-maltall", "LOV-2018-06-22-83", "14-2", "drift"),
        ("okonomireglement", "LOV-2018-06-22-83", "14-2", "drift"),
        ("finansreglement", "LOV-2018-06-22-83", "14-13", "drift"),
        ("retningslinjer-arealer-barn-unge", "FOR-1995-09-20-4146", "4", "sektor"),
        ("oversikt-karbonrike-arealer", "FOR-2024-12-20-3359", "4.3", "sektor"),
        ("spr-strandsonen", "FOR-2021-05-28-1666", "7", "betinget"),
        ("rpr-vernede-vassdrag", "FOR-1994-11-10-1001", "2", "betinget"),
        ("ekstern-beredskapsplan-utvinningsavfall", "FOR-2004-06-01-930", "17-19", "betinget"),
        ("avfallsplan-havn", "FOR-2004-06-01-931", "20-6", "betinget"),
        ("stoykartlegging-byomraade", "FOR-2004-06-01-931", "5-11", "betinget"),
        ("handlingsplan-stoy", "FOR-2004-06-01-931", "5-14", "betinget"),
        ("digital-sikkerhet-risikovurdering", "FOR-2025-06-20-1131", "7", "betinget"),
    ],
)
def test_a_duty_that_was_missing_stands_in_its_section_and_has_a_condition_where_the_law_has(krav, law, place, applies):
    assert (law, place) in cited(krav)
    assert (LAW[krav]["relevans"], "vilkaar" in LAW[krav]) == (applies, applies == "betinget")


# What the register shows


def test_a_reform_that_is_over_is_asked_of_in_no_year(shown):
    assert {status for status, _ in shown["aldersvennlig-planforankring"].values()} == {"gjelder ikke"}


@pytest.mark.parametrize("krav", ["boligsosial-oversikt", "ps-boligsosial-oversikt"])
def test_what_the_law_gives_four_years_for_is_due_when_they_are_over(shown, krav):
    assert [due for _, due in shown[krav].values()] == ["", "", "", "2027-07-01"]


def test_what_a_municipality_may_have_is_never_called_uncovered(shown):
    may = [krav for krav, one in LAW.items() if one["styrke"] == "kan"]
    assert "hovedplan-vann-og-avlop" in may
    assert [krav for krav in may if "udekket" in [status for status, _ in shown[krav].values()]] == []


def test_a_finish_that_the_register_does_not_know_plans_and_covers_nothing(ostre_toten):
    after = ps.table("lovdekning-aar", ostre_toten).set_index("krav_id").loc["helhetlig-ros-analyse"]
    assert {*after["status"], *after["status_etter_plan"]} == {"gyldighet ukjent"}


def test_a_focus_area_is_not_a_part_of_an_assessment(shown):
    assert {status for status, _ in shown["oppvekstmiljo-samlet-vurdering"].values()} == {"kan være ivaretatt"}


def test_the_day_the_planstrategi_was_due_is_seen_though_nobody_knows_when_it_was_adopted(shown):
    assert shown["kommunal-planstrategi"][2024] == ("gyldighet ukjent", "2024-10-31")


@pytest.mark.parametrize("krav", ["folkehelsemal-i-kommuneplan", "folkehelseoversikt"])
def test_what_was_read_against_the_wording_of_2026_says_nothing_of_the_years_before(shown, krav):
    assert [status == UNREAD for status, _ in shown[krav].values()] == [True, True, False, False]


def test_a_revision_that_only_begins_is_work_and_not_a_plan_to_be_finished(shown):
    assert shown["folkehelseoversikt"][2027][0] == "under arbeid"
