"""Counting plans worked on: by hand, on three plans."""

import shutil
from dataclasses import replace

from registers import ROOT, SMALL

import planstrategi as ps
from planstrategi.presentation.figures import FINDINGS
from planstrategi.presentation.tables import TABLES

PLANS = """\
planer:
  - {id: hel, navn: Hel, plantype: temaplan, kilde: {tabell: temaplan, rad: 1}, planbehov: revisjon,
     aar: [2024, 2025], ansvarlig: nord, roller: [leder-nord, raadgiver]}
  - {id: del, navn: Del, plantype: temaplan, kilde: {tabell: temaplan, rad: 2}, planbehov: revisjon,
     aar: [2025], ansvarlig: nord, roller: [leder-nord], inngaar_i: [hel]}
  - {id: alene, navn: Alene, plantype: temaplan, kilde: {tabell: temaplan, rad: 3}, planbehov: ny,
     aar: [2025, 2026], ansvarlig: sor}
"""


def rows(frame, *columns):
    return [tuple(row) for row in frame[list(columns)].itertuples(index=False)]


def test_every_year_of_work_counts_once_per_area_and_zeros_are_shown(small):
    assert rows(ps.table("kapasitet", small(PLANS)), "aar", "ansvarlig", "antall_planer", "antall_uten_dobbelt") == [
        (2024, "Nord", 1, 1),
        (2024, "Sør", 0, 0),
        (2025, "Nord", 2, 1),
        (2025, "Sør", 1, 1),
        (2026, "Nord", 0, 0),
        (2026, "Sør", 1, 1),
    ]


def test_a_plan_with_two_roles_counts_for_both_and_a_plan_with_none_is_not_stated(small):
    frame = ps.table("kapasitet-rolle", small(PLANS))
    counted = {(r.aar, r.rolle): r.antall_planer for r in frame.itertuples()}
    assert counted == {
        (2024, "Leder (Nord)"): 1, (2024, "Rådgiver"): 1, (2024, "Leder (Sør)"): 0, (2024, "ikke oppgitt"): 0,
        (2025, "Leder (Nord)"): 2, (2025, "Rådgiver"): 1, (2025, "Leder (Sør)"): 0, (2025, "ikke oppgitt"): 1,
        (2026, "Leder (Nord)"): 0, (2026, "Rådgiver"): 0, (2026, "Leder (Sør)"): 0, (2026, "ikke oppgitt"): 1,
    }  # fmt: skip
    assert list(frame["rolle"].unique()) == ["Leder (Nord)", "Rådgiver", "Leder (Sør)", "ikke oppgitt"]


def test_two_roles_of_one_name_in_one_area_are_counted_apart(small):
    register = small(PLANS)
    hel, *others = register.planer
    twin = replace(register.roller[2], id="raadgiver-2")
    both = replace(hel, roller=("raadgiver", "raadgiver-2"))
    register = replace(register, roller=(*register.roller, twin), planer=(both, *others))
    frame = ps.table("kapasitet-rolle", register)
    in_2024 = frame[(frame["aar"] == 2024) & (frame["antall_planer"] > 0)]
    assert list(in_2024["rolle"]) == ["Rådgiver (Nord) (raadgiver)", "Rådgiver (Nord) (raadgiver-2)"]
    assert ps.finding("kapasitet-rolle", register).under == (
        "Rådgiver (Nord) (raadgiver) og Rådgiver (Nord) (raadgiver-2) er nevnt i flest planår, 2 hver."
    )
    assert set(frame["rolle"]) == set(ps.table("belastning-rolle", register)["rolle"])


def test_the_year_table_adds_up_and_says_how_much_has_no_role(small):
    frame = ps.table("kapasitet-aar", small(PLANS))
    assert rows(frame, *frame.columns) == [
        (2024, 1, 1, 0, 0, 0, "register.yaml:15"),
        (2025, 3, 2, 0, 1, 0, "register.yaml:15, 17, 19"),
        (2026, 1, 1, 0, 1, 0, "register.yaml:19"),
    ]


def test_concentration_is_the_share_of_plan_years(small):
    frame = ps.table("konsentrasjon", small(PLANS))
    assert rows(frame, *frame.columns) == [("Nord", 2, 3, 60.0, "register.yaml:15, 17"), ("Sør", 1, 2, 40.0, "register.yaml:19")]


def test_the_sentence_names_the_peak_year_and_the_largest_area(small):
    register = small(PLANS)
    assert repr(ps.finding("kapasitet", register)) == (
        "Det arbeides med 3 planer i 2025, flest i perioden.\nNord har 60 % av 5 planår."
    )
    assert repr(ps.finding("kapasitet-rolle", register)) == (
        "Kilden oppgir ingen rolle for 2 av 5 planår.\nLeder (Nord) er nevnt i flest planår, 3."
    )


def test_a_register_with_no_marked_year_says_so_instead_of_failing(small):
    register = small(PLANS.replace("aar: [2024, 2025],", "").replace("aar: [2025],", "").replace("aar: [2025, 2026],", ""))
    assert ps.table("kapasitet", register)["antall_planer"].sum() == 0
    assert ps.table("konsentrasjon", register)["andel_prosent"].isna().tolist() == [True, True]
    assert ps.finding("kapasitet", register) == "Ingen planer har kjente år med arbeid."
    assert ps.finding("kapasitet-rolle", register) == "Ingen planer har kjente år med arbeid."


def test_a_register_with_no_plans_and_no_areas_answers_every_table_and_sentence(tmp_path):
    folder = tmp_path / "kommuner" / "tom"
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "tests" / "data" / "nasjonalt", tmp_path / "nasjonalt")
    head = SMALL[: SMALL.index("omraader:")]
    (folder / "register.yaml").write_text(head + "omraader: []\ntabeller: []\nplaner: []\n", "utf-8")
    register = ps.load(folder)
    assert all(len(ps.table(name, register).columns) > 2 for name in TABLES)
    said = {name: ps.finding(name, register) for name in FINDINGS}
    assert all(sentence.endswith(".") for sentence in said.values())
    ours = ("planbehov", "tidslinje", "kapasitet", "kapasitet-rolle", "statutter", "forventninger", "koblinger", "problemer")
    assert not [said[name] for name in ours if "0" in said[name]]


def test_two_peak_years_are_both_named(small):
    register = small(PLANS.replace("aar: [2024, 2025]", "aar: [2024]").replace("aar: [2025, 2026]", "aar: [2024, 2025]"))
    assert ps.finding("kapasitet", register) == "Det arbeides med 2 planer i hvert av årene 2024 og 2025, flest i perioden."


def test_areas_and_roles_that_have_as_many_are_all_named(small):
    register = small(PLANS.replace("aar: [2024, 2025]", "aar: [2024]").replace("leder-nord, raadgiver", "raadgiver"))
    assert ps.finding("kapasitet", register).under == "Nord og Sør har 50 % hver av 4 planår."
    assert ps.finding("kapasitet-rolle", register).under == "Leder (Nord) og Rådgiver er nevnt i flest planår, 1 hver."


def test_the_only_area_is_not_said_to_have_most_where_as_much_work_has_no_area(small):
    register = small(PLANS.replace("aar: [2025, 2026], ansvarlig: sor", "aar: [2024, 2025, 2026]"))
    register = replace(register, omraader=register.omraader[:1])
    untold = "Hvilket kommunalområde som har mest, kan ikke sies når"
    assert f"{untold} kilden ikke oppgir det for alle planårene." in ps.finding("kapasitet", register).under
    assert "Kommunalområdet med flest planår" not in set(ps.table("nokkeltall", register)["nokkeltall"])


def test_years_that_are_not_known_are_why_it_cannot_be_told_which_area_has_most(small):
    register = small(PLANS.replace("aar: [2025, 2026], ", "").replace("[2024, 2025]", "[2024]"))
    why = "Hvilket kommunalområde som har mest, kan ikke sies når ikke alle planårene er kjent."
    assert why in ps.finding("kapasitet", register).under


def test_a_plan_that_has_only_a_role_is_said_to_lack_the_area_and_not_whoever_is_responsible(small):
    under = ps.finding("kapasitet", small(PLANS.replace("ansvarlig: nord, roller: [leder-nord, raad", "roller: [raad"))).under
    assert "For 2 av planårene oppgir kilden ikke noe kommunalområde." in under


def test_years_that_all_have_as_many_are_not_named(small):
    register = small(PLANS.replace("aar: [2024, 2025]", "aar: [2024]").replace("aar: [2025, 2026]", "aar: [2026]"))
    assert ps.finding("kapasitet", register) == "Det arbeides med 1 plan hvert år."


def test_no_year_is_said_to_have_most_while_as_many_plans_have_no_known_year(small):
    row = "{{id: {0}, navn: {0}, plantype: temaplan, kilde: {{tabell: temaplan, rad: {1}}}, ansvarlig: nord, planbehov: ny{2}}}"
    register = small(f"planer:\n  - {row.format('a', 1, ', aar: [2024]')}\n  - {row.format('b', 2, '')}\n")
    said = ps.finding("kapasitet", register)
    assert said == "Det er kjent arbeid med 1 plan i 2024, flest der årene er kjent."
    assert said.under == "Nord har alle planårene. I tillegg kan 1 plan ha arbeid i år som ikke er kjent."
