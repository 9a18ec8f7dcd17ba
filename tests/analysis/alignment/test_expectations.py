"""What is expected of the municipality, and whether it applies on the day that is asked, on invented catalogues."""

import json
from collections.abc import Callable

import pytest
from registers_with_expectations import IN_FORCE, chapters, column, document, points, sett

import planstrategi as ps
from planstrategi.cli import main
from planstrategi.model.register import Register


def applies(make: Callable[..., Register], utgaver: str, dato: str) -> str:
    """Return what the table says of one point that nobody has judged: «gjelder» when it is only unjudged."""
    status = column(make(national=document("nf-1", utgaver), dato=dato), "status")["nf-1"]
    return "gjelder" if status == "ikke vurdert" else status


@pytest.mark.parametrize(
    ("dato", "status"),
    [("2024-03-14", "gjelder ikke"), ("2024-03-15", "gjelder"), ("2024-05-20", "gjelder"), ("2024-05-21", "gjelder ikke")],
)
def test_a_document_applies_from_its_first_day_to_its_last(make, dato, status):
    assert applies(make, "[{fra: 2024-03-15, til: 2024-05-20}]", dato) == status


@pytest.mark.parametrize(
    ("utgaver", "reason"),
    [
        ("[{fra: 2024-07-01}]", "Dokumentet gjelder tidligst fra 01.07.2024."),
        ("[{tidligst: 2024-08-16}]", "Dokumentet gjelder tidligst fra 16.08.2024."),
        ("[{fra: 2020-01-01, til: 2024-06-29}]", "Dokumentet gjelder ikke lenger."),
        ("[{fra: 2024}]", "Når dokumentet begynte å gjelde, er ikke kjent."),
        ("[{fra: 2020-01-01, til: 2024}]", "Når dokumentet sluttet å gjelde, er ikke kjent."),
        ("[{fra: 2020-01-01, til: 2023-12-31}, {fra: 2025-01-01}]", "Dokumentet gjelder tidligst fra 01.01.2025."),
        ("", "Dokumentet er ikke vedtatt."),
        (IN_FORCE, None),
    ],
)
def test_why_something_does_not_apply_is_said_in_its_row_and_nothing_is_said_where_it_does(make, utgaver, reason):
    assert column(make(national=document("nf-1", utgaver)), "hvorfor")["nf-1"] == reason


@pytest.mark.parametrize(
    ("dato", "status"),
    [
        ("2024-02-29", "gjelder ikke"),
        ("2024-03-01", "gyldighet ukjent"),
        ("2024-05-31", "gyldighet ukjent"),
        ("2024-06-01", "gjelder"),
        ("2026-11-26", "gjelder"),
    ],
)
def test_from_its_earliest_possible_start_to_the_day_the_catalogue_is_known_nobody_knows_whether_it_applies(make, dato, status):
    assert applies(make, "[{tidligst: 2024-03-01}]", dato) == status


def test_nobody_knows_that_a_document_applies_whose_earliest_start_is_after_the_day_the_catalogue_is_known(make):
    assert applies(make, "[{tidligst: 2024-06-20}]", "2024-06-30") == "gyldighet ukjent"


@pytest.mark.parametrize(
    ("dato", "status"),
    [
        ("2024-04-30", "gjelder ikke"),
        ("2024-05-01", "gyldighet ukjent"),
        ("2024-05-30", "gyldighet ukjent"),
        ("2024-05-31", "gjelder"),
    ],
)
def test_a_start_known_by_month_is_not_known_to_have_come_before_the_month_is_over(make, dato, status):
    assert applies(make, "[{fra: 2024-05}]", dato) == status


@pytest.mark.parametrize("dato", ["2000-01-01", "2024-06-30"])
def test_an_edition_without_a_start_has_applied_since_before_anybody_asks(make, dato):
    assert applies(make, "[{merknad: Startdagen er ikke funnet.}]", dato) == "gjelder"


@pytest.mark.parametrize("dato", ["2000-01-01", "2024-06-30", "2030-01-01"])
def test_a_document_without_editions_is_not_adopted_and_never_applies(make, dato):
    assert applies(make, "", dato) == "gjelder ikke"


@pytest.mark.parametrize(
    ("dato", "status"),
    [("2023-12-31", "gjelder"), ("2024-01-01", "gjelder ikke"), ("2024-03-01", "gyldighet ukjent"), ("2024-06-01", "gjelder")],
)
def test_of_two_editions_either_is_enough_and_between_them_nothing_applies(make, dato, status):
    assert applies(make, "[{fra: 2020-01-01, til: 2023-12-31}, {tidligst: 2024-03-01}]", dato) == status


def test_where_the_old_edition_has_no_end_a_new_one_of_unknown_start_makes_nothing_uncertain(make):
    assert applies(make, "[{fra: 2020-01-01}, {tidligst: 2024-03-01}]", "2024-04-01") == "gjelder"


@pytest.mark.parametrize(("dato", "status"), [("2024-06-14", "svakt"), ("2024-06-15", "gjelder ikke")])
def test_a_withdrawn_point_stays_with_its_reason_and_does_not_apply_from_its_day_on(make, dato, status):
    withdrawn = "trukket: {dato: 2024-06-15, grunn: slått sammen med nf-2}"
    register = make(
        national=document({"nf-1": withdrawn, "nf-2": ""}),
        judged=[sett("s", "a nf-1 svak", "a nf-2 svak", naar="2024-06-01")],
        dato=dato,
    )
    assert column(register, "status") == {"nf-1": status, "nf-2": "svakt"}
    reason = "Trukket 15.06.2024: slått sammen med nf-2" if status == "gjelder ikke" else None
    assert column(register, "hvorfor")["nf-1"] == reason


@pytest.mark.parametrize(("utgaver", "status"), [("[{fra: 2024-07-01}]", "gjelder ikke"), ("[{fra: 2024}]", "gyldighet ukjent")])
def test_what_does_not_apply_or_may_not_says_so_whatever_plans_answer_and_is_in_no_denominator(make, utgaver, status):
    register = make("a", "lok-1", [sett("s", "a nf-1 sterk", "a lok-1 sterk")], national=document("nf-1", utgaver))
    assert column(register, "status") == {"nf-1": status, "lok-1": "sterkt"}
    assert column(register, "planer")["nf-1"] == ("a",)
    assert column(register, "antall", "forventningsdekning", "nivaa") == {"alle": 1, "nasjonal": 0, "lokal": 1}


@pytest.mark.parametrize(
    ("members", "status", "reason"),
    [
        ("kommuner: ['9998', '9999']", "ikke vurdert", None),
        ("kommuner: ['9998']", "gjelder ikke", "Gjelder bare kommuner i laget; kommunen er ikke en av dem."),
        ("", "gyldighet ukjent", "Gjelder bare kommuner i laget; det er ikke kjent om kommunen er en av dem."),
    ],
)
def test_what_applies_to_some_municipalities_applies_to_those_that_are_listed_and_is_unknown_without_a_list(
    make, members, status, reason
):
    condition = f"vilkaar: kommuner i laget, {members}"
    register = make(national=document({"nf-1": condition}))
    assert (column(register, "status")["nf-1"], column(register, "hvorfor")["nf-1"]) == (status, reason)
    later = make(national=document({"nf-1": condition}, "[{fra: 2024-07-01}]"))
    assert column(later, "hvorfor")["nf-1"] == "Dokumentet gjelder tidligst fra 01.07.2024."


@pytest.mark.parametrize(("members", "status"), [("9999", "gyldighet ukjent"), ("9998", "gjelder ikke")])
def test_a_member_does_not_know_that_a_document_applies_whose_start_is_unknown(make, members, status):
    condition = f"vilkaar: kommuner i laget, kommuner: ['{members}']"
    assert column(make(national=document({"nf-1": condition}, "[{fra: 2024}]")), "status")["nf-1"] == status


def test_dato_on_the_command_line_asks_for_another_day(make, capsys, tmp_path):
    make(national=document("nf-1", "[{fra: 2024-07-01}]"))
    folder = str(tmp_path / "kommuner" / "prove")
    answers = []
    for words in ([], ["--dato", "2024-07-01"]):
        assert main(["tabell", "forventninger", folder, "--format", "json", *words]) == 0
        answers += [row["status"] for row in json.loads(capsys.readouterr().out)]
    assert answers == ["gjelder ikke", "ikke vurdert"]


def test_every_chapter_point_and_own_area_is_a_row_the_states_before_the_countys_before_the_municipalitys_own(make):
    register = make(
        areas="lok-1",
        national=document({"nf-x": ""}, more=chapters({"k-1": f"forventninger: {points({'nf-1': 'nummer: 1.2'})}"})),
        regional=document({"rp-1": "nummer: 3"}, name="rp", slag="regional_plan"),
    )
    frame = ps.table("forventninger", register)
    rows = frame[["forventning_id", "nivaa", "slag", "dokument", "kapittel", "nummer"]].astype(object)
    assert rows.where(rows.notna(), None).values.tolist() == [
        ["k-1", "nasjonal", "kapittel", "NF", "Kapittel k-1", None],
        ["nf-1", "nasjonal", "punkt", "NF", "Kapittel k-1", "1.2"],
        ["nf-x", "nasjonal", "tema", "NF", None, None],
        ["rp-1", "regional", "regional forventning", "RP", None, "3"],
        ["lok-1", "lokal", "satsingsområde", "Kommunens satsingsområder", None, None],
    ]


def test_a_heading_is_counted_only_while_none_of_its_points_is_known(make):
    heads = {"k-1": f"forventninger: {points('nf-1 nf-2')}", "k-2": ""}
    register = make(national=document({}, more=chapters(heads)))
    assert column(register, "telles") == {"k-1": False, "nf-1": True, "nf-2": True, "k-2": True}
    assert column(register, "antall", "forventningsdekning", "gruppe") == {
        "alle": 3, "Kapittel k-1": 2, "Kapittel k-2": 1,
    }  # fmt: skip


def test_points_outside_the_chapters_are_a_group_of_their_own(make):
    register = make(national=document("nf-x", more=chapters("k-1")))
    groups = column(register, "antall", "forventningsdekning", "gruppe")
    assert groups == {"alle": 2, "Kapittel k-1": 1, "NF, uten kjent kapittel": 1}


def test_a_point_without_goals_of_its_own_has_those_of_its_chapter(make):
    inside = points({"nf-1": "", "nf-2": "maal: [4]"})
    heads = chapters({"k-1": f"maal: [11, 13], forventninger: {inside}"})
    register = make(national=document({"nf-x": ""}, more=heads))
    assert column(register, "maal") == {"k-1": (11, 13), "nf-1": (11, 13), "nf-2": (4,), "nf-x": ()}


def test_the_goals_of_an_own_area_are_those_that_were_judged_last_wherever_the_set_stands(make):
    late = sett("sist", naar="2024-06-02", more="maal: [{forventning: lok-1, maal: [3, 4]}]")
    early = sett("forst", naar="2024-06-01", more="maal: [{forventning: lok-1, maal: [16]}, {forventning: lok-2, maal: [1]}]")
    register = make(areas="lok-1 lok-2 lok-3", judged=[late, early])
    assert column(register, "maal") == {"lok-1": (3, 4), "lok-2": (1,), "lok-3": ()}


def test_a_control_set_decides_no_goals(make):
    counting = sett("s", more="maal: [{forventning: lok-1, maal: [3]}]")
    control = sett("k", naar="2024-07-01", more="kontroll: ja, maal: [{forventning: lok-1, maal: [16]}]")
    assert column(make(areas="lok-1", judged=[counting, control]), "maal") == {"lok-1": (3,)}


def own_list(register):
    """Return the coverage of the municipality's own list, a row per reading."""
    return ps.table("forventningsdekning", register).query("nivaa == 'lokal'")


def test_the_municipalitys_own_list_is_counted_as_listed_and_with_possible_parts_in_their_wholes(make):
    # as listed: lok-1 weak, its possible part lok-2 strong, lok-3 nothing; as parts, lok-1 is as its best part
    register = make(
        areas={"lok-1": "", "lok-2": "forelder_mulig: lok-1", "lok-3": ""},
        judged=[sett("s", "a lok-1 svak", "a lok-2 sterk", more="lokale: ja")],
    )
    frame = own_list(register)
    names = ["lesemaate", "antall", "antall_svart", "svart_prosent", "antall_sterkt", "antall_svakt", "antall_ingen_plan"]
    assert frame[names].values.tolist() == [
        ["slik kilden lister dem", 3, 2, 66.7, 1, 1, 1],
        ["mulige deler talt med helheten", 2, 1, 50.0, 1, 0, 1],
    ]


def test_a_weaker_part_takes_nothing_from_its_whole(make):
    register = make(areas={"lok-1": "", "lok-2": "forelder_mulig: lok-1"}, judged=[sett("s", "a lok-1 delvis", "a lok-2 svak")])
    parts = own_list(register).iloc[1]
    assert (parts["antall"], parts["antall_delvis"], parts["antall_svakt"]) == (1, 1, 0)


def test_a_list_without_possible_parts_has_one_reading(make):
    assert list(own_list(make(areas="lok-1 lok-2"))["lesemaate"]) == ["slik kilden lister dem"]


def test_a_part_of_a_part_is_counted_with_the_whole(make):
    register = make(
        areas={"lok-1": "forelder_mulig: lok-2", "lok-2": "forelder_mulig: lok-3", "lok-3": ""},
        judged=[sett("s", "a lok-1 svak", more="lokale: ja")],
    )
    frame = own_list(register)
    assert frame[["antall", "antall_svart"]].values.tolist() == [[3, 1], [1, 1]]


def test_an_own_area_that_may_be_a_part_of_a_national_one_is_still_counted(make):
    register = make(areas={"lok-1": "forelder_mulig: nf-1", "lok-2": ""}, national=document("nf-1"))
    assert set(own_list(register)["antall"]) == {2}


def test_own_areas_that_may_be_parts_of_each_other_are_all_counted(make):
    both = {"lok-1": "forelder_mulig: lok-2", "lok-2": "forelder_mulig: lok-1"}
    assert set(ps.table("forventningsdekning", make(areas=both))["antall"]) == {2}
