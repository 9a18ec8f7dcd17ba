"""Which expectation is answered by which plan: worked by hand on three plans and two judges."""

import pytest

import planstrategi as ps

PLANS = """\
nasjonale_satsinger:
  - {forventning: nf-kap-2, kilde: {avsnitt: Nasjonalt}}
satsingsomraader:
  - {id: lok-1, navn: Oppvekst, kilde: {avsnitt: Lokalt}}
  - {id: lok-2, navn: Helse, kilde: {avsnitt: Lokalt}}
planer:
  - {id: a, navn: Plan A, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, ansvarlig: nord}
  - {id: b, navn: Plan B, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, ansvarlig: nord}
  - {id: c, navn: Plan C, plantype: temaplan, kilde: {tabell: temaplan, rad: 3}, ansvarlig: sor}
"""
JUDGED = """\
per_dato: 2024-07-01
sett:
  - id: siste
    hvem: Rådgiver
    naar: 2024-07-01
    grunnlag: Planene
    forelopig: nei
    vurderinger:
      - {plan: b, forventning: lok-1, grad: delvis, grunnlag: kommentar, grunn: lest på nytt}
  - id: forste
    hvem: Leder
    naar: 2024-06-30
    grunnlag: Planstrategien
    forelopig: ja
    vurderinger:
      - {plan: a, forventning: lok-1, grad: svak, grunnlag: navn, grunn: navnet}
      - {plan: b, forventning: lok-1, grad: sterk, grunnlag: kommentar, grunn: raden}
      - {plan: a, forventning: nf-kap-2, grad: svak, grunnlag: navn, grunn: også navnet}
"""


def test_every_expectation_has_a_row_and_what_nobody_judged_is_not_covered(small):
    frame = ps.table("forventninger", small(PLANS, JUDGED))
    rows = [tuple(row) for row in frame.iloc[:, :8].itertuples(index=False)]
    assert rows[1:] == [
        ("lok-1", "lokal", "Oppvekst", "delvis", ("b", "a"), 0, 1, 1),
        ("lok-2", "lokal", "Helse", "ikke vurdert", (), 0, 0, 0),
    ]
    assert rows[0][:2] == ("nf-kap-2", "nasjonal") and rows[0][3:] == ("svakt", ("a",), 0, 0, 1)


def test_of_two_judges_the_latest_counts_whatever_the_order_in_the_file(small):
    frame = ps.table("koblinger", small(PLANS, JUDGED)).set_index(["plan_id", "forventning_id"])
    assert frame.loc[("b", "lok-1"), "grad"] == "delvis"
    assert frame.loc[("b", "lok-1"), "vurdert_av"] == "Rådgiver"
    assert len(frame) == 3


def test_every_judgement_can_be_traced_to_its_line(small):
    frame = ps.table("koblinger", small(PLANS, JUDGED)).set_index(["plan_id", "forventning_id"])
    assert frame.loc[("b", "lok-1"), "kilde"] == "vurderinger/forventninger.yaml:9"
    assert frame.loc[("a", "nf-kap-2"), "kilde"] == "vurderinger/forventninger.yaml:18"


def test_a_plan_nobody_judged_says_so(small):
    frame = ps.table("vurderte-planer", small(PLANS, JUDGED))
    assert list(zip(frame["plan_id"], frame["status"], strict=True)) == [
        ("a", "vurdert"), ("b", "vurdert"), ("c", "ikke vurdert"),
    ]  # fmt: skip


def test_the_sentences_say_that_it_is_provisional_and_how_much_is_unjudged(small):
    register = small(PLANS, JUDGED)
    assert ps.finding("forventninger", register) == (
        "Ingen av de 3 satsingsområdene har minst én plan vurdert til sterk, 1 bare til delvis, 1 bare til svak, "
        "og 1 er ikke vurdert. Vurderingen er foreløpig."
    )
    assert ps.finding("koblinger", register) == (
        "2 av 3 planer er vurdert å svare på minst ett satsingsområde, ingen av 3 koblinger er sterke; "
        "1 plan er ikke vurdert."
    )


@pytest.mark.parametrize("judgements", ["", "per_dato: 2024-07-01\nsett: []\n"])
def test_no_judgements_at_all_is_said_and_never_drawn_as_covered(small, judgements):
    register = small(PLANS, judgements)
    assert set(ps.table("forventninger", register)["status"]) == {"ikke vurdert"}
    assert ps.table("koblinger", register).empty
    assert ps.finding("forventninger", register) == "Ingen av de 3 satsingsområdene er vurdert mot planene ennå."


def test_the_source_line_names_the_judge_the_day_and_that_it_is_provisional(small):
    source = ps.table("forventninger", small(PLANS, JUDGED)).attrs["kilde"]
    assert "Rådgiver, 01.07.2024" in source and "Leder, 30.06.2024 (foreløpig)" in source
