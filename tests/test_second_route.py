"""Every register of a real municipality by a second route: see second_route.py and second_route_of_law.py."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import second_route
from registers import OSTRE_TOTEN, WITH_PLANS
from registers_at_random import drawn
from second_route import NATIONAL, NOBODY, read
from second_route_of_expectations import FOR_PLANS, OWN, expected_of
from second_route_of_law import Law, latest

import planstrategi as ps

FOLDERS = [OSTRE_TOTEN, *(folder for name, folder in WITH_PLANS.items() if name != "fjordvik")]
# drawn at random, each from its seed; another hundred: change where they begin
SEEDS = range(100)
IN_THE_SUITE = 3
register, again = cache(ps.load), cache(second_route.Register)


@pytest.fixture(
    scope="module",
    params=[
        *(pytest.param(one, id=one.parent.name) for one in FOLDERS),
        *(pytest.param(seed, id=f"froe-{seed}", marks=pytest.mark.alle if seed >= IN_THE_SUITE else ()) for seed in SEEDS),
    ],
)
def folder(request, tmp_path_factory) -> Path:
    """Return the folder of each register in turn."""
    one = request.param
    return one if isinstance(one, Path) else drawn(tmp_path_factory.mktemp("trukket"), one)


def rows(name: str, folder: Path, *columns: str) -> list[tuple]:
    frame = ps.table(name, register(folder))[list(columns)].astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def test_the_years_of_work_and_their_ground(folder):
    mine = again(folder)
    assert rows("planaar", folder, "plan_id", "aar") == [
        (name, year) for name, plan in mine.plans.items() for year in plan["aar"] or ()
    ]
    assert rows("arbeidsaar", folder, "plan_id", "aar", "grunnlag") == [
        (name, year, "merket" if year in plan.marked else "avledet")
        for name, plan in mine.plans.items()
        for year in sorted(plan.years)
    ]


def test_how_many_plans_are_worked_on_by_year_area_and_role(folder):
    mine, counts = again(folder), ("antall_planer", "antall_uten_dobbelt", "antall_avledet")
    for year, name, *found in rows("kapasitet", folder, "aar", "ansvarlig", *counts):
        own = [plan for plan in mine.worked(year) if mine.responsible(plan) == name]
        assert found == [len(own), sum(not plan.is_part for plan in own), sum(year not in plan.marked for plan in own)]
    for year, *found in rows("kapasitet-aar", folder, "aar", *counts, "antall_uten_rolle", "antall_uten_aar"):
        own = mine.worked(year)
        unknown = [sum(not plan["roller"] for plan in own), len(mine.dateless(year))]
        assert found == [len(own), sum(not plan.is_part for plan in own), sum(year not in plan.marked for plan in own), *unknown]
    roles = Counter((year, role) for year in mine.years for plan in mine.worked(year) for role in mine.roles(plan) or [NOBODY])
    assert {
        (year, role): many for year, role, many in rows("kapasitet-rolle", folder, "aar", "rolle", "antall_planer") if many
    } == roles


def test_the_plans_and_plan_years_of_each_area(folder):
    mine = again(folder)
    worked = Counter(mine.responsible(plan) for year in mine.years for plan in mine.worked(year))
    for name, many, years, share in rows("konsentrasjon", folder, "ansvarlig", "antall_planer", "planaar", "andel_prosent"):
        assert (many, years) == (sum(mine.responsible(plan) == name for plan in mine.plans.values()), worked[name])
        # half of what it is rounded to, and the arithmetic of floats
        exact = 100 * years / worked.total() if worked else None
        assert share == (exact and pytest.approx(exact, abs=0.05 + 1e-9))


def near(found: tuple, values: list[float]) -> bool:
    """Return whether three percentiles are those of other draws of the same: the more the load varies, the less exact."""
    low, middle, high = second_route.percentiles(values)
    return found == pytest.approx((low, middle, high), abs=0.06 + 0.05 * (high - low))


def test_the_load_is_that_of_other_draws(folder):
    mine, columns = again(folder), ("maanedsverk_p10", "maanedsverk_p50", "maanedsverk_p90")
    totals, unknown = mine.load()
    found = rows("belastning", folder, "aar", "ansvarlig", "antall_uten_innsats", *columns)
    found += [(row[0], "", *row[1:]) for row in rows("belastning-aar", folder, "aar", "antall_uten_innsats", *columns)]
    for year, name, without, *load in found:
        dateless = [plan for plan in mine.dateless(year) if name in ("", mine.responsible(plan))]
        assert without == unknown[year, name]
        if (year, name) in totals:
            assert near(tuple(load), totals[year, name])
        else:
            assert load == ([None] * 3 if without or dateless else [0.0] * 3)
    held = {key for key in totals if key[0] in mine.years}
    assert held == {(year, name) for year, name, _, *load in found if (year, name) in held}


def test_what_is_planned_of_work_in_each_year(folder):
    mine, others = again(folder), [one for one in again(folder).file.get("andre_rader", []) if "innsats" in one]
    sums = [one for one in others if one["hva"] == "sum"]
    beside = sum((mine.given(one["innsats"], mine.years) for one in others if one not in sums), Counter())
    own, totals = mine.given(sums[0]["innsats"], mine.years) if len(sums) == 1 else {}, mine.load()[0]
    for year, planned, ground in rows("kapasitetsbehov", folder, "aar", "planlagt_aarsverk", "grunnlag"):
        assert ground == ("kildens egen sum" if year in own else "planene og andre rader lagt sammen")
        if year in own:
            assert planned == pytest.approx(own[year] / 12, abs=0.005)
        elif planned is not None:
            low, middle, high = second_route.percentiles(totals.get((year, ""), [0.0]))
            assert planned == pytest.approx((middle + beside[year]) / 12, abs=0.015 + 0.005 * (high - low))


@cache
def law(folder: Path) -> Law:
    return Law(again(folder))


def test_the_status_of_every_demand_of_law_in_the_period_and_in_each_year(folder):
    mine, demands = law(folder), law(folder).catalogue["krav"]
    whole = rows("lovdekning", folder, "krav_id", "status", "status_etter_plan")
    assert whole == [(one["id"], *mine.period(one)) for one in demands]
    found = rows("lovdekning-aar", folder, "krav_id", "aar", "status", "status_etter_plan", "frist")
    years = [(one["id"], year, *mine.year(one, year)) for one in demands for year in mine.mine.years]
    assert found == [(name, year, *both, due and due.isoformat()) for name, year, both, due in years]


def test_the_plans_that_answer_each_demand_of_law(folder):
    mine = law(folder)
    answers = {demand["id"]: [one for some in mine.answers(demand).values() for one in some] for demand in mine.catalogue["krav"]}
    expected = [(name, tuple(one.plan for one in found if one.plan)) for name, found in answers.items()]
    assert rows("lovdekning", folder, "krav_id", "planer") == expected


def test_how_many_demands_of_law_are_in_each_step(folder):
    mine = law(folder)
    for skal in (True, False):
        found = Counter()
        for step, kind, strength, number in rows("lovtrakt", folder, "steg", "kravslag", "styrke", "antall"):
            found[step] += number if kind != "prosesskrav" and (strength == "skal" or not skal) else 0
        assert +found == mine.funnel(skal)


def test_the_next_due_dates_of_every_rule_and_what_is_overdue(folder):
    mine, expected = law(folder), []
    for demand in mine.catalogue["krav"]:
        if {mine.year(demand, year)[0][0] for year in mine.mine.years} <= {"gjelder ikke", "ikke aktuelt"}:
            continue
        for rule in demand.get("gjentakelse", []):
            late = mine.overdue(demand, rule)
            dates = [(day.isoformat(), outer) for (day, outer), whose in mine.due(demand) if whose is rule][:3]
            known = latest([one for some in mine.answers(demand).values() for one in some])
            dates += [(None, None)] if rule["regel"] == "med_aars_mellomrom" and not known else []
            expected += [(demand["id"], *date, late and late.isoformat()) for date in dates]
    assert rows("frister", folder, "krav_id", "frist", "senest", "forfalt") == expected


# the one whose plans somebody has judged has its second route in analysis/alignment/test_assessment_numbers.py
UNJUDGED = pytest.mark.parametrize("folder", FOLDERS[1:], ids=lambda path: path.parent.name)


@UNJUDGED
def test_what_is_expected_and_nobody_has_judged(folder):
    mine, day = again(folder), again(folder).day.isoformat()
    expected, statuses = expected_of(mine.file, {}), {}
    for one in expected:
        unknown = "vilkår ikke avklart" if one.meets is None else "gyldighet ukjent"
        told = {True: "ikke vurdert" if one.to in (*FOR_PLANS, OWN) else "telles ikke", False: "gjelder ikke", None: unknown}
        statuses[one.id] = told[one.in_force(day)]
    assert dict(rows("forventninger", folder, "forventning_id", "status")) == statuses
    counted = [one for one in expected if one.counted and one.in_force(day)]
    found = {
        level: number for level, *number in rows("forventningsdekning", folder, "nivaa", "antall", "antall_ikke_vurdert")[:1]
    }
    assert found == {"alle": [len(counted), len(counted)]}
    for goal, *number in rows("maaldekning", folder, "maal_nr", "antall", "antall_svart", "antall_ikke_vurdert"):
        whole = sum(goal in one.goals for one in counted)
        assert number == [whole, 0, whole]
    assert rows("koblinger", folder, "plan_id") == []


def test_the_key_figures_are_numbers_of_the_second_route(folder):
    mine, must = again(folder), law(folder).funnel(skal=True)
    found = dict(rows("nokkeltall", folder, "nokkeltall", "verdi"))
    worked = [plan for year in mine.years for plan in mine.worked(year)]
    no_role = sum(not plan["roller"] for plan in worked)
    assert found["Planer i planstrategien"] == str(len(mine.plans))
    if worked:
        assert found["Planår"] == str(len(worked))
        assert found["Planår uten dobbelttelling"] == str(sum(not plan.is_part for plan in worked))
        assert found["Planår uten rolle"].startswith(f"{no_role} av {len(worked)} (")
    else:
        assert found["Planår"] == "ingen år er kjent"
    if folder == OSTRE_TOTEN:
        assert found["Lovkrav: kjent møtt hele perioden"] == f"{must['møtt']} av {must['gjelder kommunen']}"
        parts = {"ikke møtt i minst ett år": must["ikke møtt"], "ikke kjent": must["ikke kjent"] + must["ikke vurdert"]}
        assert {part: int(found[f"Lovkrav: {part}"]) for part in parts} == parts
    else:
        assert found["Lovkrav som gjelder kommunen"] == f"{must['gjelder kommunen']} (ingen har vurdert dem)"


def told(text: object) -> list[int]:
    return [int(one) for one in re.findall(r"[0-9]+", str(text))]


def test_the_sentences_tell_the_peak_and_the_demands_of_law(folder):
    mine, must = again(folder), law(folder).funnel(skal=True)
    peak = max(len(mine.worked(year)) for year in mine.years)
    years = [year for year in mine.years if len(mine.worked(year)) == peak]
    told_years = years if len(years) < len(mine.years) else []
    assert sorted(told(ps.finding("kapasitet", register(folder)))) == ([peak, *told_years] if peak else [])
    said = ps.finding("lovdekning", register(folder))
    if folder == OSTRE_TOTEN:
        parts = must["møtt delvis"], must["planlagt"], must["ikke møtt"], must["ikke kjent"] + must["ikke vurdert"]
        assert told(said) == [must["møtt"], must["gjelder kommunen"]]
        assert told(said.under) == [one for one in parts if one]
    else:
        assert told(said.under) == ([must["vurdert"], must["gjelder kommunen"]] if must["vurdert"] else [])


def test_how_well_the_catalogue_of_law_is_vouched_for():
    demands, stored = law(OSTRE_TOTEN).catalogue["krav"], read(NATIONAL / "lovtekst" / "innhold.yaml")["tekster"]
    texts = {(one["lov"], one["lovsted"]) for one in stored}
    cited = [(demand, one) for demand in demands for one in demand.get("hjemmel", [])]
    editions = [(demand, one) for demand in demands for one in demand["versjoner"]]
    ways = {
        "Krav med lenke til det som er lest": [(one, "lenke" in one["kilde"]) for one in demands],
        "Krav med dag teksten er lest per": [(one, "kontrollert" in one["kilde"]) for one in demands],
        "Krav med sikkerhet bekreftet": [(one, one["kilde"]["sikkerhet"] == "bekreftet") for one in demands],
        "Krav med sikkerhet trolig": [(one, one["kilde"]["sikkerhet"] == "trolig") for one in demands],
        "Krav med hjemmel": [(one, "hjemmel" in one) for one in demands],
        "Hjemler med lagret lovtekst": [(demand, (one["lov"], place(one)) in texts) for demand, one in cited],
        "Versjoner der teksten er lest": [(demand, one["sikkerhet"] == "bekreftet") for demand, one in editions],
        "Versjoner med startdato": [(demand, "fra" in one) for demand, one in editions],
        "Krav der styrken står i ordlyden": [(one, one.get("styrke_grunnlag") != "slutning") for one in demands],
    }
    found = {name: rest for name, *rest in rows("kildekontroll", OSTRE_TOTEN, "maal", "antall", "av", "prosent", "mangler")}
    for name, held in ways.items():
        has, lacking = sum(yes for _, yes in held), tuple(dict.fromkeys(one["id"] for one, yes in held if not yes))
        share = (2000 * has + len(held)) // (2 * len(held)) / 10
        assert found[name] == [has, len(held), share, () if "sikkerhet" in name else lacking], name


def place(one: dict) -> str:
    signs = {"paragraf": "§", "punkt": "pkt.", "kapittel": "kap."}
    return next((f"{sign} {one[name]}" for name, sign in signs.items() if name in one), "")


def test_what_the_control_found_is_told_by_rule_and_in_all(folder):
    codes: dict[tuple, list] = {}
    for kind, plan, name in rows("problemer", folder, "kode", "plan_id", "navn"):
        codes.setdefault(kind, []).append((plan, name))
    assert {row[0]: row[1:] for row in rows("problemkoder", folder, "kode", "antall", "planer", "navn")} == {
        kind: (len(found), *(tuple(one[which] for one in found if one[which] is not None) for which in (0, 1)))
        for kind, found in codes.items()
    }
    severities = Counter(alvor for (alvor,) in rows("problemer", folder, "alvor"))
    assert told(ps.finding("problemer", register(folder))) == [
        many for many in (severities["advarsel"], severities["merknad"]) if many
    ]


def test_the_sentence_on_the_timeline_tells_how_many_plans_are_marked(folder):
    mine, said = again(folder), ps.finding("tidslinje", register(folder))
    marked = [len(plan["aar"] or ()) for plan in mine.plans.values()]
    lost = sum(
        any(one["felt"] == "aar" and one["valgt"] == "ukjent" for one in plan["lesninger"] or ()) for plan in mine.plans.values()
    )
    some, every = sum(map(bool, marked)), sum(number == len(mine.years) for number in marked)
    derived = sum(bool(plan.years - plan.marked) for plan in mine.plans.values())
    if some:
        assert told(said) == [some, len(marked)]
        assert told(said.under) == [one for one in (every, lost, len(marked) - some - lost, derived) if one]
    else:
        assert told(said) == ([derived] if derived else [lost] if lost else [])
        assert told(said.under) == ([lost] if derived and lost else [])


def test_the_sentences_on_law_tell_the_first_and_the_last_year_and_the_next_due_date():
    mine, years = law(OSTRE_TOTEN), law(OSTRE_TOTEN).mine.years
    core = [one for one in mine.catalogue["krav"] if one["relevans"] == "kjerne" and one["slag"] != "prosesskrav"]
    core = [one for one in core if mine.period(one)[0] not in ("gjelder ikke", "ikke aktuelt", "vilkår ikke avklart")]
    begins, ends = ([mine.year(one, year)[0] for one in core] for year in (years[0], years[-1]))
    of_last = [one for one, status in zip(core, ends, strict=True) if status[0] not in ("gjelder ikke", "ikke aktuelt")]
    said = ps.finding("lovdekning-aar", register(OSTRE_TOTEN))
    assert told(said) == [sum(one[0] == "dekket" for one in ends), len(of_last), years[-1]]
    assert told(said.under)[:4] == [
        years[0], sum(one[0] == "dekket" for one in begins), sum(one[1] == "dekket" for one in ends), years[-1]
    ]  # fmt: skip
    shown = {one["id"] for one in mine.catalogue["krav"] if one["relevans"] in ("kjerne", "sektor")}
    dates = [(frist, krav) for krav, frist in rows("frister", OSTRE_TOTEN, "krav_id", "frist") if frist and krav in shown]
    first = min(dates)[0]
    others = len({krav for frist, krav in dates if frist == first}) - 1
    assert told(ps.finding("frister", register(OSTRE_TOTEN)))[:3] == [int(part) for part in reversed(first.split("-"))]
    assert str(ps.finding("frister", register(OSTRE_TOTEN))).endswith(f" og {others} til.") == bool(others)
