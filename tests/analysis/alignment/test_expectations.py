"""What is expected of the municipality, and whether it applies on the day that is asked, on invented catalogues."""

import json
import re
from collections.abc import Callable

import pytest
from registers_with_expectations import IN_FORCE, chapters, column, document, points, sett

import planstrategi as ps
from planstrategi.analysis.alignment.judged_pairs import worklist
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


@pytest.mark.parametrize(
    ("last", "dato", "status"),
    [
        ("til_tidligst: 2024-02-29", "2024-02-29", "gjelder"),
        ("til_tidligst: 2024-02-29", "2024-03-01", "gyldighet ukjent"),
        ("til_tidligst: 2024-02-29", "2099-01-01", "gyldighet ukjent"),
        ("til_tidligst: 2024-02-29, til_senest: 2024-05-31", "2024-05-31", "gyldighet ukjent"),
        ("til_tidligst: 2024-02-29, til_senest: 2024-05-31", "2024-06-01", "gjelder ikke"),
    ],
)
def test_after_the_last_day_it_is_known_to_have_applied_nobody_knows_until_the_last_day_it_can_have(make, last, dato, status):
    assert applies(make, f"[{{fra: 2020-01-01, {last}}}]", dato) == status


def test_whether_a_document_has_ended_at_all_and_when_it_did_are_two_things_not_to_know(make):
    still = column(make(national=document("nf-1", "[{fra: 2020-01-01, til_tidligst: 2024-01-01}]")), "hvorfor")
    assert still["nf-1"] == "Om dokumentet fortsatt gjelder, er ikke kjent."
    ended = "[{fra: 2020-01-01, til_tidligst: 2024-01-01, til_senest: 2024-12-31}]"
    assert column(make(national=document("nf-1", ended)), "hvorfor")["nf-1"] == "Når dokumentet sluttet å gjelde, er ikke kjent."


UNREAD = "utelatt: [{hva: kapittel 2, fordi: ikke_lest}, {hva: formålet, fordi: ramme}]"


def test_a_document_that_is_not_read_whole_has_a_row_that_says_what_is_left_and_counts_for_nothing(make):
    register = make("a", "", [sett("s", "a nf-1 sterk")], national=document("nf-1", more=UNREAD))
    assert column(register, "status") == {"nf-1": "sterkt", "nf": "telles ikke"}
    assert (column(register, "hvorfor")["nf"], column(register, "slag")["nf"]) == ("Ikke lest: kapittel 2.", "dokument")
    assert ps.finding("forventninger", register) == "1 av 1 forventning har minst et delvis svar i en plan."
    said = "«NF» gjelder også, men er ikke lest i sin helhet."
    assert said in ps.finding("forventninger", register).under and said in ps.finding("forventningsdekning", register).under


@pytest.mark.parametrize(
    ("utgaver", "status", "reason"),
    [
        ("[{fra: 2024-07-01}]", "gjelder ikke", "Dokumentet gjelder tidligst fra 01.07.2024. Ikke lest: kapittel 2."),
        ("[{fra: 2024}]", "gyldighet ukjent", "Når dokumentet begynte å gjelde, er ikke kjent. Ikke lest: kapittel 2."),
    ],
)
def test_of_what_is_not_read_only_what_is_known_to_apply_is_said_to(make, utgaver, status, reason):
    register = make("a", "lok-1", [sett("s", "a lok-1 sterk")], national=document("nf-1", utgaver, UNREAD))
    assert (column(register, "status")["nf"], column(register, "hvorfor")["nf"]) == (status, reason)
    assert "nf" not in set(worklist(register)["forventning_id"])
    assert "ikke lest" not in ps.finding("forventninger", register).under


def test_of_a_pair_to_judge_the_core_is_said_and_whether_the_plan_is_of_a_type_where_it_belongs(make):
    points = {"nf-1": "kjerne: [fiske, rene fjorder], redskap: [temaplan]", "nf-2": "kjerne: [fiske], redskap: [strategi]"}
    frame = worklist(make("a", "", national=document(points)))
    assert dict(zip(frame["forventning_id"], frame["forventning"], strict=True)) == {
        "nf-1": "Punkt nf-1\nKjernen: fiske; rene fjorder.\nPlantypen er et redskap for den.",
        "nf-2": "Punkt nf-2\nKjernen: fiske.",
    }


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
        ("", "vilkår ikke avklart", "Gjelder bare kommuner i laget; er kommunen en av dem?"),
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


def test_what_applies_to_some_municipalities_may_apply_to_one_whose_number_nobody_knows(make, tmp_path):
    make(national=document({"nf-1": "vilkaar: kommuner i laget, kommuner: ['9998']"}))
    fil = tmp_path / "kommuner" / "prove" / "register.yaml"
    fil.write_text(fil.read_text("utf-8").replace("nummer: '9999'", "nummer: ukjent"), "utf-8")
    register = ps.load(fil)
    assert column(register, "status")["nf-1"] == "vilkår ikke avklart"
    assert column(register, "hvorfor")["nf-1"].endswith("er kommunen en av dem?")


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


def test_a_point_without_goals_of_its_own_inherits_those_of_its_chapter_and_is_not_counted_with_them(make):
    inside = points({"nf-1": "", "nf-2": "maal: [4]"})
    heads = chapters({"k-1": f"maal: [11, 13], forventninger: {inside}"})
    register = make(national=document({"nf-x": ""}, more=heads))
    assert column(register, "maal") == {"k-1": (11, 13), "nf-1": (), "nf-2": (4,), "nf-x": ()}
    assert column(register, "maal_arvet") == {"k-1": (), "nf-1": (11, 13), "nf-2": (), "nf-x": ()}


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


# Whom an expectation addresses: what no plan can answer is kept and not counted, and the planstrategi answers for itself

ADDRESSED = {
    "nf-1": "adressat: planstrategien", "nf-2": "adressat: fylket", "nf-3": "adressat: staten", "nf-4": "adressat: alle_planer",
    "nf-5": "vekt: adgang", "nf-6": "adressat: arealdelen", "nf-7": "",
}  # fmt: skip


def test_what_no_plan_can_answer_stays_in_the_table_with_the_reason_and_is_not_counted(make):
    register = make(judged=[sett("s", "a nf-4 svak", "a nf-6 svak", more="dokumenter: [nf]")], national=document(ADDRESSED))
    assert column(register, "status") == {
        "nf-1": "ikke vurdert", "nf-2": "telles ikke", "nf-3": "telles ikke", "nf-4": "telles ikke", "nf-5": "telles ikke",
        "nf-6": "svakt", "nf-7": "ingen plan",
    }  # fmt: skip
    assert [name for name, counts in column(register, "telles").items() if counts] == ["nf-1", "nf-6", "nf-7"]
    assert column(register, "hvorfor")["nf-2"] == "Rettet til fylkeskommunen; ingen av kommunens planer kan svare."
    assert column(register, "hvorfor")["nf-5"].endswith("ikke hva den skal eller bør.")
    assert column(register, "adressat")["nf-6"] == "arealdelen" and column(register, "adressat")["nf-7"] == "kommunen"
    assert column(register, "antall", "forventningsdekning", "nivaa") == {"alle": 3, "nasjonal": 3}
    assert column(register, "telles", "koblinger") == {"nf-4": False, "nf-6": True}


def test_what_is_not_for_a_plan_and_does_not_apply_says_that_it_does_not_apply(make):
    register = make(national=document(ADDRESSED, "[{fra: 2025-01-01}]"))
    assert set(column(register, "status").values()) == {"gjelder ikke"}


def test_the_planstrategi_answers_what_is_addressed_to_it_by_its_own_text_and_no_plan_does(make):
    judged = sett("s", "planstrategien nf-1 sterk", "a nf-1 svak", "a lok-1 svak", more="dokumenter: [nf]")
    register = make("a b", "lok-1", [judged], national=document({"nf-1": "adressat: planstrategien", "nf-2": ""}))
    found = ps.table("forventninger", register).set_index("forventning_id").loc["nf-1"]
    assert (found["status"], found["planer"]) == ("sterkt", ("planstrategien",))
    assert list(found[["antall_sterk", "antall_svak", "antall_ingen", "antall_ikke_vurdert"]]) == [1, 0, 0, 0]
    pairs = ps.table("koblinger", register)[["plan_id", "navn", "forventning_id", "telles"]].values.tolist()
    assert pairs == [
        ["a", "Plan a", "nf-1", False], ["a", "Plan a", "lok-1", True],
        ["planstrategien", "Planstrategien selv", "nf-1", True],
    ]  # fmt: skip
    # it is no plan: it connects nothing, and no plan is counted by it
    assert column(register, "antall", "taushet-nivaa", "nivaa") == {"nasjonal": 1}
    assert column(register, "antall_svak", "vurderte-planer", "plan_id") == {"a": 1, "b": 0}
    assert ps.finding("forventninger", register) == "1 av 3 forventninger har minst et delvis svar i en plan."


def test_whoever_judged_all_plans_against_a_document_has_not_judged_the_planstrategi(make):
    whole, later = sett("s", more="dokumenter: [nf]"), sett("t", "planstrategien nf-1 ingen")
    national = document({"nf-1": "adressat: planstrategien"})
    assert column(make(judged=[whole], national=national), "status") == {"nf-1": "ikke vurdert"}
    assert column(make(judged=[whole, later], national=national), "status") == {"nf-1": "ingen plan"}
    early = sett("t", "planstrategien nf-1 svak", naar="2024-06-01")
    assert column(make(judged=[whole, early], national=national), "status") == {"nf-1": "svakt"}


def test_the_planstrategi_answers_from_its_adoption_and_nobody_knows_when_that_is_not_known(make, tmp_path):
    register = make(
        judged=[sett("s", "planstrategien nf-1 sterk")], national=document({"nf-1": "adressat: planstrategien, maal: [1]"})
    )
    path = tmp_path / "kommuner" / "prove" / "register.yaml"
    assert set(ps.table("forventninger-aar", register)["antall_uten_tid"]) == {1}
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(dokument: \{)", r"\1vedtatt: 2024-02-01, ", text), "utf-8")
    frame = ps.table("forventninger-aar", ps.load(path.parent)).query("nivaa == 'alle'")
    assert frame[["aar", "antall_naadd"]].values.tolist() == [[2024, 1], [2025, 1], [2026, 1]]


def test_an_open_condition_is_a_question_and_counted_as_not_known(make):
    national = document({"nf-1": "vilkaar: kommuner i laget", "nf-2": ""})
    register = make(judged=[sett("s", "a nf-1 sterk", "a nf-2 svak")], national=national)
    assert column(register, "vilkaar")["nf-1"] == "kommuner i laget"
    names = ["antall", "antall_svart", "antall_gyldighet_ukjent"]
    assert ps.table("forventningsdekning", register)[names].values.tolist() == [[1, 1, 1]] * 2
    assert "For 1 til er det ikke kjent om den gjelder." in ps.finding("forventninger", register).under
    assert column(register, "verdi", "nokkeltall", "nokkeltall")["Forventninger det ikke er kjent om gjelder"] == "1"


def test_a_document_with_more_points_than_are_known_by_number_says_so_beside_every_share(make):
    national = document({"nf-1": "nummer: 1", "nf-2": ""}, more="antall_punkter: 72")
    register = make("a", "lok-1", [sett("s", "a nf-1 svak", "a lok-1 svak")], national=national)
    for subject in ("forventninger", "forventningsdekning", "taushet"):
        assert "Av de 72 punktene i NF er 1 kjent ved nummer." in ps.finding(subject, register).under
    assert set(ps.table("forventninger", register)["antall_punkter"].dropna()) == {72}


def test_of_several_documents_each_says_how_many_of_its_own_points_are_known_by_number(make):
    first = document({"nf-1": "nummer: 1", "nf-2": ""}, more="antall_punkter: 72")
    second = document({"sp-1": "nummer: 1", "sp-2": "nummer: 2"}, more="antall_punkter: 10", name="sp")
    register = make("a", "lok-1", [sett("s", "a nf-1 svak")], national=f"{first[:-1]}, {second[1:]}")
    under = ps.finding("forventninger", register).under
    assert "Av de 72 punktene i NF er 1 kjent ved nummer. Av de 10 punktene i SP er 2 kjent ved nummer." in under


def test_a_goal_counts_what_is_about_it_and_says_apart_what_only_stands_in_a_chapter_that_has_it(make):
    # nf-1 is about 13 alone, nf-2 has only what its chapter has: 11, 13 and 14
    inside = points({"nf-1": "maal: [13]", "nf-2": ""})
    heads = chapters({"k-1": f"maal: [11, 13, 14], forventninger: {inside}"})
    goals = "per_dato: 2024-06-01\nkilde: Oppdiktet.\nsikkerhet: trolig\nmaal: " + str(
        [{"nr": number, "navn": f"Mål {number}", "farge": f"#0000{number:02}"} for number in range(1, 18)]
    )
    register = make(judged=[sett("s", "a nf-1 svak", "a nf-2 delvis")], national=document({}, more=heads), goals=goals)
    frame = ps.table("maaldekning", register).set_index("maal_nr")[["antall", "antall_svart", "antall_arvet"]]
    assert frame.loc[[11, 13, 14, 15]].values.tolist() == [[0, 0, 1], [1, 1, 1], [0, 0, 1], [0, 0, 0]]
    assert ps.finding("maaldekning", register) == "Ingen bærekraftsmål har en forventning med minst et delvis svar."
