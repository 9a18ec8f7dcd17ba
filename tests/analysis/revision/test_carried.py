"""The plans that go on as tables and sentences: every plan has a row, and the parts add up."""

from dataclasses import replace

from registers_with_law import CATALOGUE, HEAD, YEARLY
from registers_with_work import plan, rows

import planstrategi as ps
from planstrategi.model.process import Prosessplanfil

PLANS = [
    plan("ferdig", "planbehov: ny, vedtatt: 2025, aar: [2025]"),
    plan("utlop", "planbehov: viderefores, gyldig_til: 2028-06-30"),
    plan("ukjent", "planbehov: ny, aar: [2025]", area="sor"),
    plan("forfalt", "planbehov: viderefores, gyldig_til: 2025, inngaar_i: [utlop]"),
]


def test_each_plan_has_a_row_with_whether_it_goes_on_why_and_what_is_asked(build):
    found = rows(build(PLANS, dato="2026-12-01"), "viderefoering", "plan_id", "gaar_videre", "grunn", "forfaller", "aar")
    assert found == [
        ("ferdig", False, (), None, ()),
        ("utlop", True, ("må avgjøres på nytt", "gyldigheten løper ut"), "2028-06-30", (2028,)),
        ("ukjent", True, ("ikke kjent om den er ferdig",), None, ()),
        ("forfalt", True, ("må avgjøres på nytt", "gyldigheten løper ut"), "2025-12-31", (2027,)),
    ]


def test_each_plan_says_why_it_goes_on_or_does_not(build):
    found = rows(build(PLANS, dato="2026-12-01"), "viderefoering", "plan_id", "hvorfor")
    assert found[0] == ("ferdig", "Ferdig: vedtatt 2025.") and "Gyldigheten løper ut 30.06.2028." in found[1][1]


def test_the_years_have_every_area_and_what_is_part_of_another_is_counted_apart(build):
    found = rows(build(PLANS, dato="2026-12-01"), "viderefoering-aar", "aar", "ansvarlig", "antall_planer", "antall_uten_dobbelt")
    assert found == [
        (2027, "Nord", 1, 0), (2027, "Sør", 0, 0), (2028, "Nord", 1, 1), (2028, "Sør", 0, 0),
        (2029, "Nord", 0, 0), (2029, "Sør", 0, 0), (2030, "Nord", 0, 0), (2030, "Sør", 0, 0),
    ]  # fmt: skip


def test_the_sentences_count_what_the_tables_have(build):
    register = build(PLANS, dato="2026-12-01")
    said = ps.finding("viderefoering", register)
    assert said == "3 av 4 planer går videre til 2027–2030."
    assert said.under == "For 1 av dem er det ikke kjent om arbeidet er gjort. 2 løper ut."
    most = ps.finding("viderefoering-aar", register)
    assert most == "Av planene med kjent dag forfaller flest i 2027 og 2028: 1 plan i hvert av årene."
    assert most.under == "Det som forfaller før 2027, er talt i det året. For 1 plan som går videre, er ingen dag kjent."


def test_the_year_with_most_is_said_without_reserve_where_every_day_is_known(build):
    assert ps.finding("viderefoering-aar", build([PLANS[1]], dato="2026-12-01")) == (
        "I neste periode forfaller flest planer i 2028: 1 plan."
    )


def test_what_rests_on_judgements_says_so_and_a_yearly_duty_is_due_in_every_year(build):
    judged = HEAD.replace("forelopig: nei", "forelopig: ja") + "      - {krav: k, plan: p, svar: helt, grunn: Navnet.}\n"
    made = [plan("p", "planbehov: viderefores")]
    register = build(made, requirements=CATALOGUE + YEARLY, law=judged)
    assert rows(register, "viderefoering", "aar", "hviler_paa") == [((2027, 2028, 2029, 2030), "fakta og vurderinger")]
    assert ps.finding("viderefoering", register).under.endswith("Vurderingene er foreløpige.")
    assert rows(build(made), "viderefoering", "hviler_paa") == [("fakta",)]
    # what is due before the period and in all its years is counted in the first, and that is said
    overdue = [plan("p", "planbehov: viderefores, gyldig_til: 2025")]
    said = ps.finding("viderefoering-aar", build(overdue, requirements=CATALOGUE + YEARLY, law=judged, dato="2026-12-01"))
    assert said.under.startswith("Det som forfaller før 2027, er talt i det året.")


def test_without_plans_there_is_nothing_to_carry_over(build):
    register = build([])
    assert ps.finding("viderefoering", register) == "Registeret har ingen planer."
    assert rows(register, "viderefoering") == []


def test_of_a_planstrategi_that_is_being_made_it_is_not_known_what_goes_on(build):
    """Its own process is dated, and nothing is decided that could be carried on: the next one is not spoken of beside it."""
    plans = ["id: bru, navn: Bru, plantype: temaplan, planbehov: ny, aar: [2024], ferdig: 2024"]
    process = Prosessplanfil(per_dato="2023-12-01", fra=2024, dager=())
    made = replace(build(plans), per_dato="2023-12-01", prosessplan=process)
    for name in ("viderefoering", "viderefoering-aar"):
        assert ps.finding(name, made) == "Hva som går videre fra 2024–2026, er ikke kjent før planstrategien er vedtatt."
        assert len(ps.table(name, made)) == 0
    # it is for the next one, or the first year has passed
    for other in (replace(made, prosessplan=replace(process, fra=2027)), replace(made, per_dato="2025-01-01")):
        assert len(ps.table("viderefoering", other)) == 1
