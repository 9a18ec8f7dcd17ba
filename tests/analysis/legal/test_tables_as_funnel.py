"""The legal numbers are one funnel: the parts of a step add up, and every number said is a sum of its cells."""

import re
from itertools import combinations

import pytest
from registers import FJORDVIK, OSTRE_TOTEN, ROOT
from registers_with_law import CATALOGUE, HEAD, PLAN, YEARLY

import planstrategi as ps
from planstrategi.analysis.legal.statuses import STATUS_RANKS, STEPS
from planstrategi.analysis.legal.tables import funnel

REGISTERS = [OSTRE_TOTEN, *sorted(path.parent for path in (ROOT / "tests/data/gyldig").glob("*/*/register.yaml"))]
CELLS = ["kravslag", "styrke"]


@pytest.fixture(scope="module", params=REGISTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def register(request):
    return ps.load(request.param)


def adds_up(frame):
    counts = frame.pivot_table(index="steg", columns=CELLS, values=["antall", "antall_kjerne"], aggfunc="sum")
    wholes = [step.steg for step in STEPS if any(part.del_av == step.steg for part in STEPS)]
    parts = {whole: [step.steg for step in STEPS if step.del_av == whole] for whole in wholes}
    return all((counts.loc[parts[whole]].sum() == counts.loc[whole]).all() for whole in wholes)


def test_the_parts_of_a_step_add_up_to_it_for_every_kind_and_strength(register):
    frame = funnel(register)
    assert list(frame.columns[:4]) == ["steg", "kravslag", "styrke", "antall"]
    assert not frame.duplicated(["steg", *CELLS]).any()
    assert adds_up(frame)
    assert frame.loc[frame["steg"] == "i katalogen", "antall"].sum() == len(register.requirements())


def test_every_status_is_counted_in_one_step(register):
    steps = funnel(register).groupby("steg")["antall"].sum()
    statuses = ps.table("lovstatuser", register).groupby("steg")["antall_krav"].sum()
    leaves = {step.steg for step in STEPS} - {step.del_av for step in STEPS}
    assert {rank.steg for rank in STATUS_RANKS} == leaves
    assert statuses.to_dict() == {step: steps[step] for step in leaves}
    drawn = ps.table("lovdekning-slag", register).groupby("kravslag")["antall_krav"].sum()
    whole = funnel(register).query("steg == 'i katalogen'").groupby("kravslag")["antall"].sum()
    assert drawn[drawn > 0].to_dict() == whole.to_dict()


LAW_SENTENCES = ["lovdekning", "lovdekning-slag", "lovhull"]


def cells_of(register):
    """Return every cell, and every number that is a sum over kinds and strengths of one step, or of two parts of a step."""
    frame = funnel(register)
    plans, process = frame[frame["kravslag"] != "prosesskrav"], frame[frame["kravslag"] == "prosesskrav"]
    groups = [plans[plans["styrke"].isin(some)] for size in (1, 2) for some in combinations(("skal", "bør", "kan"), size)]
    single = [group.groupby("steg")["antall"].sum() for group in (*groups, process)]
    unknown = [steps.get("ikke kjent", 0) + steps.get("ikke vurdert", 0) for steps in single]
    return {int(number) for steps in (frame["antall"], *single) for number in steps} | {*map(int, unknown)}


@pytest.mark.parametrize("subject", LAW_SENTENCES)
def test_every_number_in_a_sentence_on_the_law_is_a_sum_of_cells(register, subject):
    said = ps.finding(subject, register)
    assert {int(number) for number in re.findall(r"\d+", f"{said} {said.under}")} <= cells_of(register)


def test_every_key_figure_on_the_law_is_a_sum_of_cells_and_they_add_up_to_what_applies(register):
    frame = ps.table("nokkeltall", register)
    law = frame[frame["nokkeltall"].str.startswith("Lovkrav")].set_index("nokkeltall")["verdi"]
    numbers = [[int(number) for number in re.findall(r"\d+", value)] for value in law]
    assert {number for several in numbers for number in several} <= cells_of(register)
    parts = [one[0] for name, one in zip(law.index, numbers, strict=True) if "vilkår" not in name]
    assert sum(parts) == numbers[0][-1]


def test_the_sentence_of_the_years_counts_of_the_core_of_what_applies(register):
    frame = funnel(register).query("steg == 'gjelder kommunen' and kravslag != 'prosesskrav'")
    said = re.search(r"av (?:de )?(\d+) krav", ps.finding("lovdekning-aar", register))
    assert said is None or int(said[1]) == frame["antall_kjerne"].sum()


def test_gaps_are_what_is_judged_and_not_met(register):
    frame = funnel(register).query("steg == 'ikke møtt' and kravslag != 'prosesskrav' and styrke != 'kan'")
    assert len(ps.table("lovhull", register)) == frame["antall"].sum()


def test_no_word_of_an_empty_register_is_about_gaps(small):
    register = small("planer: []\n")
    assert adds_up(funnel(register))
    assert ps.finding("planer-uten-krav", register) == "Registeret har ingen planer."
    assert not ps.table("nokkeltall", register)["nokkeltall"].str.contains("ikke møtt").any()


def test_a_catalogue_without_requirements_has_no_cells(small):
    register = small("planer: []\n", requirements=CATALOGUE.split("krav:\n")[0] + "krav: []\n")
    assert (list(funnel(register).columns[:4]), len(funnel(register))) == (["steg", "kravslag", "styrke", "antall"], 0)


@pytest.mark.parametrize(
    ("plan", "svar", "steg"),
    [
        ("vedtatt: 2020-03-01", "helt", "møtt"),
        ("vedtatt: 2020-03-01", "delvis", "møtt delvis"),
        ("planbehov: ny, aar: [2024], ferdig: 2024-12-31", "helt", "planlagt"),
        ("planbehov: viderefores", "helt", "ikke kjent"),
        ("planbehov: ny", "helt", "ikke møtt"),
    ],
)
def test_a_requirement_stands_in_one_part_of_what_is_judged(small, plan, svar, steg):
    law = HEAD + f"      - {{krav: k, plan: p, svar: {svar}, grunn: fordi}}\n"
    frame = funnel(small("planer:\n" + PLAN % plan, law=law, requirements=CATALOGUE))
    assert list(frame.loc[frame["antall"] == 1, "steg"]) == ["i katalogen", "i kraft", "gjelder kommunen", "vurdert", steg]


def test_what_may_be_done_and_is_not_is_no_gap_in_a_plan_either(small):
    law = HEAD + "      - {krav: k, svar: ikke, grunn: ingen rad}\n"
    frame = funnel(small("planer: []\n", law=law, requirements=CATALOGUE.replace("styrke: skal", "styrke: kan")))
    assert frame.set_index("steg").loc["ikke aktuelt", "antall"] == 1


NOT_DONE = "prosess: [{id: x, tekst: A, krav: k, gjort: nei, kilde: {avsnitt: A}}]"


def test_what_is_counted_apart_is_no_gap_though_it_is_judged_and_not_met(small):
    register = small(f"{NOT_DONE}\nplaner: []\n", requirements=CATALOGUE.replace("lovpaalagt_plan", "prosesskrav"))
    assert funnel(register).set_index("steg").loc["ikke møtt", "antall"] == 1
    assert ps.table("lovhull", register).empty


@pytest.mark.parametrize(
    ("plan", "judged"),
    [
        ("vedtatt: 2020-03-01", "plan: p, svar: helt"),  # a yearly edition has run out
        ("vedtatt: 2018, gyldig_til: 2020", "plan: p, svar: helt"),
        ("planbehov: ny", "svar: ikke"),
    ],
)
def test_what_the_municipality_may_do_is_never_a_gap_and_never_due(small, plan, judged):
    law = HEAD + f"      - {{krav: k, {judged}, grunn: fordi}}\n"
    register = small("planer:\n" + PLAN % plan, law=law, requirements=CATALOGUE.replace("styrke: skal", "styrke: kan") + YEARLY)
    assert funnel(register).set_index("steg").loc["ikke aktuelt", "antall"] == 1
    assert ps.table("lovhull", register).empty and ps.table("frister-uten-plan", register).empty
    assert ps.table("lovdekning-aar", register)["frist"].isna().all()


def test_the_invented_registers_are_tried():
    assert FJORDVIK in REGISTERS
