"""Expectations that a reader once found wrong: the grades of the real judgements, to whom each speaks, what applied when."""

import pytest
from registers import OSTRE_TOTEN
from second_route_of_expectations import NATIONAL, OWN, read

import planstrategi as ps

ORDER = ["ingen", "svak", "delvis", "sterk"]
BEFORE, AFTER = "2024-06-30", "2026-11-26"
REGIONAL = "regionalt/innlandet/forventninger.yaml"
DOCUMENTS = {one["id"]: one for name in (*NATIONAL, REGIONAL) for one in read(name)["dokumenter"]}


@pytest.fixture(scope="module")
def grade(ostre_toten):
    links = ps.table("koblinger", ostre_toten)
    grades = {(plan, what): grad for plan, what, grad in links[["plan_id", "forventning_id", "grad"]].itertuples(index=False)}
    return lambda plan, what: grades.get((plan, what), "ingen")


@pytest.fixture(scope="module")
def rows():
    tables = {day: ps.table("forventninger", ps.load(OSTRE_TOTEN, dato=day)) for day in (BEFORE, AFTER)}
    return {day: table.set_index("forventning_id") for day, table in tables.items()}


# The grades


@pytest.mark.parametrize(
    ("named", "other", "what"),
    [("plan-for-frivillighet", "boligsosial-handlingsplan", "lok-06"), ("arbeidsgiverpolitikk", "legeplan", "lok-10")],
)
def test_the_plan_that_is_about_an_own_area_has_no_lower_grade_than_one_that_touches_it(grade, named, other, what):
    assert ORDER.index(grade(named, what)) >= ORDER.index(grade(other, what)) > 0


@pytest.mark.parametrize(
    ("plans", "what", "expected"),
    [
        (("ny-velferd-2040", "legeplan", "plan-for-habilitering-og-rehabilitering"), "nf-3-1", "delvis"),
        (("helhetlig-ros-og-beredskapsplan",), "spr-am-3.11", "delvis"),
        (("boligsosial-handlingsplan", "balke-bo-og-servicesenter"), "spr-am-3.4", "delvis"),
        (("handlingsplan-mot-vold-i-naere-relasjoner",), "nf-kap-3", "delvis"),
        (("etterbruk-skreia-ungdomsskole",), "nf-4-1", "delvis"),
        (("etterbruk-skreia-ungdomsskole",), "spr-ke-4.3-gjenbruk", "delvis"),
        (("etterbruk-skreia-ungdomsskole",), "spr-am-3.14", "delvis"),
        (("etterbruk-skreia-ungdomsskole",), "spr-am-6.6", "svak"),
        (("infrastruktur-2050",), "rkem-s4", "delvis"),  # known by its title alone
        (("infrastruktur-2050",), "rst-s4", "sterk"),  # read in full, and the row has all of its core
        (("kommuneplanens-arealdel",), "spr-am-3.10", "svak"),
    ],
)
def test_a_pair_is_graded_by_what_the_row_says_of_the_core(grade, plans, what, expected):
    assert [grade(plan, what) for plan in plans] == [expected] * len(plans)


def test_the_samfunnsdel_that_consists_of_the_own_areas_answers_all_eleven_alike(grade):
    assert [grade("kommuneplanens-samfunnsdel", f"lok-{number:02}") for number in range(1, 12)] == ["svak"] * 11


# Whom it is addressed to


@pytest.mark.parametrize("what", ["nf-2-2", "spr-ke-5.3-planstrategi"])
def test_what_is_addressed_to_the_planstrategi_is_answered_by_no_plan(ostre_toten, rows, what):
    links = ps.table("koblinger", ostre_toten)
    assert rows[AFTER].loc[what, "adressat"] == OWN
    assert {*links.loc[links["forventning_id"] == what, "plan_id"]} <= {OWN}


@pytest.mark.parametrize("what", ["nf-3-5", "spr-am-7.1", "spr-am-7.10", "spr-am-5.1-spredt", "vann"])
def test_what_asks_nothing_of_a_municipality_is_kept_and_not_counted(rows, what):
    assert not rows[AFTER].loc[what, "telles"]
    assert rows[AFTER].loc[what, "status"] in ("telles ikke", "vilkår ikke avklart")


# What applied when


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("rpr-barn", True, True),
        ("spr-klima-2018", True, False),
        ("spr-bat-2014", True, False),
        ("innlandsstrategien-2020", True, False),
        ("innlandsstrategien", False, True),
        ("attraktive-byer-oppland", None, None),
    ],
)
def test_a_document_applies_on_the_days_its_sources_say(rows, name, before, after):
    def applies(day):
        words = {*rows[day].loc[rows[day]["dokument"] == DOCUMENTS[name].get("kortnavn", DOCUMENTS[name]["navn"]), "status"]}
        return None if "gyldighet ukjent" in words else words != {"gjelder ikke"}

    assert (applies(BEFORE), applies(AFTER)) == (before, after)


def test_the_plan_of_the_former_county_that_steers_retail_is_in_the_catalogue_with_the_day_it_was_adopted():
    plan = DOCUMENTS["attraktive-byer-oppland"]
    assert str(plan["utgaver"][0]["fra"]) == "2016-06-15"
    assert ["varehandel" in one["tekst"] for one in plan["forventninger"]] == [True]


CATEGORY = "kommuner i kategori 2 i vedlegget, alle som kategori 1 ikke nevner ved navn"


@pytest.mark.parametrize(
    ("what", "vilkaar", "status"),
    [
        ("mjosbyen", "kommuner som er part i Mjøsbyen", "delvis"),
        ("spr-am-5.1", CATEGORY, "vilkår ikke avklart"),
        ("spr-am-5.1-spredt", CATEGORY, "vilkår ikke avklart"),
    ],
)
def test_a_condition_is_shown_and_settled_by_a_list_of_municipalities_or_asked(rows, what, vilkaar, status):
    row = rows[AFTER].loc[what]
    assert (row["vilkaar"], row["status"]) == (vilkaar, status)
    assert str(row["hvorfor"]).endswith("er kommunen en av dem?") == (status == "vilkår ikke avklart")


def test_what_was_left_out_of_a_guideline_is_listed():
    left = {name: [one.get("nummer") for one in DOCUMENTS[name]["utelatt"]] for name in ("spr-ke", "spr-am")}
    assert "4.3" in left["spr-ke"]
    assert [one["hva"] for one in DOCUMENTS["spr-am"]["utelatt"] if one.get("nummer") == "3.10"] == [
        "siste punktum: planleggingen skal bidra til at særlig viktige naturarealer bygges mindre ned"
    ]
