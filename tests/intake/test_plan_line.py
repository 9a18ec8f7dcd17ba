"""A row on its way to be a plan."""

from planstrategi.intake.cells import CellMark
from planstrategi.intake.plan_line import PlanLine, plans_of


def test_the_rest_of_a_row_is_put_to_it_and_asked_of_where_it_may_be_something_else():
    line = PlanLine("rad 1", navn="Kommunedelplan for", texts={"kommentar": ["Startes"]}, annet=[("kommentar", "Startes")])
    line.take_in(PlanLine("rad 2", navn="klima", texts={"kommentar": ["i 2025."]}, annet=[("kommentar", "i 2025.")]))
    assert (line.navn, line.text("kommentar"), line.annet, line.tvil) == (
        "Kommunedelplan for klima", "Startes i 2025.", [("kommentar", "Startes i 2025.")], [],
    )  # fmt: skip
    line.take_in(PlanLine("rad 3", merker={2025: CellMark("x", "kryss")}))
    assert ([doubt.felt for doubt in line.tvil], list(line.merker)) == (["aar"], [2025])


def test_a_cell_with_a_plan_on_each_line_is_several_plans_and_a_broken_name_is_one():
    several = list(plans_of(PlanLine("rad 1", navn="Barnehageplan Skoleplan"), "Barnehageplan\nSkoleplan"))
    assert [(line.navn, line.delrad, len(line.tvil)) for line in several] == [("Barnehageplan", 1, 1), ("Skoleplan", 2, 1)]
    assert len(list(plans_of(PlanLine("rad 1", navn="Plan for helse og Omsorgsplan"), "Plan for helse og\nOmsorgsplan"))) == 1
