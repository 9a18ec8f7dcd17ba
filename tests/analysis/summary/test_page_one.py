"""Page one: what is handed over alone meets the tables it rests on, and says what nobody knows."""

import re

import pytest
from registers import OSTRE_TOTEN, WITH_PLANS
from registers_with_law import CATALOGUE, HEAD, YEARLY
from registers_with_scenarios import BRO, scenario
from registers_with_work import plan

import planstrategi as ps

TOTEN = OSTRE_TOTEN
REGISTERS = [TOTEN, *WITH_PLANS.values()]


@pytest.mark.parametrize("folder", REGISTERS, ids=lambda path: f"{path.parent.name}")
def test_every_topic_has_a_sentence_that_can_be_read_aloud(folder):
    frame = ps.table("sammendrag", ps.load(folder))
    assert list(frame["tema"].unique()) == ["Kommuneplanen", "Toppen", "Lovkrav", "Frister", "Valg", "Ikke kjent"]
    assert [said for said in frame["setning"] if not said.endswith(".") or len(said) > 110] == []


def test_a_sentence_is_the_finding_of_the_table_it_rests_on():
    register = ps.load(TOTEN)
    said = set(ps.table("sammendrag", register)["setning"])
    assert {
        str(ps.finding(name, register)) for name in ("kapasitet", "kapasitetsbehov", "lovhull", "lovsporsmaal", "problemer")
    } <= said


def test_what_each_option_costs_is_as_in_the_table_of_scenarios():
    register = ps.load(TOTEN)
    page, options = ps.table("sammendrag", register).query("tema == 'Valg'"), ps.table("scenarier", register)
    assert list(page["under"])[1:] == list(options["koster"])[1:]
    assert page["under"].iloc[0] == "Planer som er en del av en annen plan, er ikke talt med i valgene."
    assert [int(re.search(r"kjent topp på (\d+)", said)[1]) for said in page["setning"]] == [
        max(years) for years in options["planer_per_aar"]
    ]


def test_a_gap_is_named_with_its_next_deadline_the_nearest_known_first():
    register = ps.load(TOTEN)
    rows = ps.table("sammendrag", register).query("tema == 'Lovkrav'")[1:]
    gaps = set(ps.table("lovhull", register).query("styrke == 'skal'")["krav"])
    assert len(rows) == 3
    assert all(any(said.startswith(name[:39]) for name in gaps) for said in rows["setning"])
    named = dict(zip(rows["setning"], rows["under"], strict=True))
    assert all(
        under.startswith("Kravets neste frist er ") for said, under in named.items() if said.endswith("planstrategien viser.")
    )


UNTIL_2024 = plan("bro", "vedtatt: 2020-03-01, gyldig_til: 2025-06-30")
OMITTED = "utelatelser:\n  - {krav: k, sak: 1/24, dato: 2024-01-01, til: 2026-12-31, hvem: kommunestyret, grunn: om k}\n"


@pytest.mark.parametrize(
    ("answers", "law", "rule", "said"),
    [
        (BRO, "{krav: k, svar: ikke, grunn: om k}", "", "Krav er i 2024 ikke møtt av noe planstrategien viser."),
        (BRO, "{krav: k, svar: ikke, grunn: om k}", YEARLY, "Krav har frist i 2024, og ingenting viser at den møtes."),
        (UNTIL_2024, "{krav: k, plan: bro, svar: helt, grunn: om k}", "", "Krav er ikke lenger møtt i 2025."),
        (BRO, "{krav: k, svar: ikke, grunn: om k}\n" + OMITTED, "", "Krav er bevisst utelatt i 2024."),
    ],
)
def test_a_gap_is_said_to_be_what_its_status_is(build, answers, law, rule, said):
    page = ps.table("sammendrag", build([answers], requirements=CATALOGUE + rule, law=HEAD + f"      - {law}\n"))
    assert list(page.query("tema == 'Lovkrav'")["setning"])[1:] == [said]


def test_what_is_said_of_the_law_rests_on_facts_too_since_the_register_answers_some_of_it_itself():
    assert set(ps.table("sammendrag", ps.load(TOTEN)).query("tema == 'Lovkrav'")["slag"]) == {"fakta og vurderinger"}


def test_where_nobody_has_judged_the_law_no_gap_is_named():
    (rows,) = [ps.table("sammendrag", ps.load(path)) for path in REGISTERS if path.parent.name == "lier"]
    assert list(rows.query("tema == 'Lovkrav'")["setning"]) == ["Ingen har vurdert planene mot lovkravene ennå."]


def test_a_peak_of_years_that_are_derived_says_so_in_its_kind_of_data():
    kinds = {path.parent.name: ps.table("sammendrag", ps.load(path)).query("tabell == 'kapasitet'") for path in REGISTERS}
    assert kinds["gol"]["slag"].iloc[0] == "fakta og antakelser" and kinds["ostre-toten"]["slag"].iloc[0] == "fakta"


def test_a_name_stands_whole_and_is_cut_only_where_the_sentence_would_be_too_long(build):
    names = "valg a", "valg " + "a" * 150
    options = "".join(scenario("dropp: [{plan: bro}]", f"v{len(name)}").replace(f"Valg v{len(name)}", name) for name in names)
    said = list(ps.table("sammendrag", build([BRO], scenarios=options)).query("tema == 'Valg'")["setning"])
    assert said[1] == "Valg a: høyst 0 planer i året."
    assert said[2] == f"Valg {'a' * 80}…: høyst 0 planer i året." and len(said[2]) == 110


def test_a_deadline_says_its_day_and_its_duty(build):
    page = ps.table("sammendrag", build([BRO], requirements=CATALOGUE + YEARLY))
    assert list(page.query("tema == 'Frister'")["setning"]) == ["31.12.2024: Krav."]


@pytest.mark.parametrize(
    ("dato", "under"), [("2023-12-31", ""), ("2022-12-30", "Regnet fra 30.12.2022, før perioden 2024–2026.")]
)
def test_deadlines_counted_from_long_before_the_period_say_so(build, dato, under):
    page = ps.table("sammendrag", build([BRO], requirements=CATALOGUE + YEARLY, dato=dato))
    assert list(page.query("tema == 'Frister'")["under"]) == [under]


def test_of_more_options_than_a_page_has_room_for_it_is_said_how_many_there_are(build):
    many = "".join(scenario("dropp: [{plan: bro}]", f"v{number}") for number in range(9))
    frame = ps.table("sammendrag", build([BRO], scenarios=many)).query("tema == 'Valg'")
    assert len(frame) == 7 and frame["setning"].iloc[-1] == "4 valg til står i tabellen over scenariene."


def test_where_no_years_are_known_the_options_are_not_said_to_have_a_peak_of_none(build):
    undated = build(
        [BRO.replace(", aar: [2024], ferdig: 2024-12-31", "").replace("bro", "uklar")],
        scenarios=scenario("dropp: [{plan: uklar}]"),
    )
    frame = ps.table("sammendrag", undated).query("tema == 'Valg'")
    assert list(frame["setning"]) == ["Ingen planer har kjente år med arbeid."]
