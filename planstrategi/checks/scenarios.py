"""KAP3xx: what the options of scenarier.yaml say of plans, roles, years and each other."""

from collections.abc import Iterator
from itertools import product

from planstrategi.checks.assumptions import capacity_given_twice
from planstrategi.checks.rules import Hit, Hits, repeated, scenario_rule
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.fields import Record
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER
from planstrategi.model.register import Register
from planstrategi.model.scenarios import BASE, Flytt, Scenario
from planstrategi.model.vocabulary import UNDER_WAY


@scenario_rule("KAP301", FEIL, "scenarier", KEEPER, also="periode")
def scenario_outside_period(scenario: Scenario, register: Register) -> Hits:
    """The years of a scenario are years of the period; a plan may be moved past it, into the years of the next."""
    for row, felt, years in _years(scenario):
        allowed = register.periode.years_and_next if isinstance(row, Flytt) else register.periode.years
        if outside := [str(year) for year in years if year not in allowed]:
            yield row, Hit(felt, ", ".join(outside), f"år fra {allowed.start} til {allowed.stop - 1}" if allowed else "")


def _years(scenario: Scenario) -> Iterator[tuple[Record, str, tuple[int, ...]]]:
    yield from ((row, "aar", row.aar) for row in scenario.flytt)
    yield from ((row, "aar", row.aar) for row in scenario.legg_til)
    yield from ((row, "fra", (row.fra,)) for row in scenario.vakanse)
    yield from ((row, "aar", (row.aar,)) for row in scenario.kapasitet)


@scenario_rule("KAP302", FEIL, "scenarier", KEEPER)
def plan_changed_twice(scenario: Scenario, register: Register) -> Hits:
    """A scenario does one thing with a plan."""
    for (row, felt, plan, _), (*_, what) in repeated(_touched(scenario), key=lambda touched: touched[2]):
        yield row, Hit(felt, f"{plan} er med i {what} også")


def _touched(scenario: Scenario) -> Iterator[tuple[Record, str, str, str]]:
    yield from ((row, "plan", row.plan, "flytt") for row in scenario.flytt)
    yield from ((row, "plan", row.plan, "dropp") for row in scenario.dropp)
    for row in scenario.slaa_sammen:
        yield from ((row, "planer", plan, "slaa_sammen") for plan in row.planer)


@scenario_rule("KAP303", FEIL, "scenarier", KEEPER)
def merged_into_itself(scenario: Scenario, register: Register) -> Hits:
    """A plan is not merged into itself, nor into one that the scenario takes away."""
    gone = {row.plan for row in scenario.dropp} | {plan for row in scenario.slaa_sammen for plan in row.planer}
    for row in scenario.slaa_sammen:
        if row.til in gone:
            yield row, Hit("til", f"{row.til} blir selv borte i scenariet")


@scenario_rule("KAP306", FEIL, "scenarier", KEEPER)
def scenario_name_taken(scenario: Scenario, register: Register) -> Hits:
    """A scenario has a name that no other has, nor the register in the tables."""
    later = [one for one, _ in repeated(register.scenarios(), key=lambda one: one.navn)]
    if scenario.navn == BASE or any(one is scenario for one in later):
        yield scenario, Hit("navn", scenario.navn)


@scenario_rule("KAP307", FEIL, "scenarier", KEEPER)
def said_twice_in_scenario(scenario: Scenario, register: Register) -> Hits:
    """A scenario gives a capacity once for a year, and a role is vacant once at a time."""
    yield from capacity_given_twice(scenario.kapasitet)
    free: dict[str, int] = {}
    for vacancy in sorted(scenario.vakanse, key=lambda one: one.fra):
        if vacancy.fra * MONTHS_IN_YEAR < free.get(vacancy.rolle, 0):
            yield vacancy, Hit("fra", f"{vacancy.rolle} er ledig fra før")
        free[vacancy.rolle] = vacancy.fra * MONTHS_IN_YEAR + vacancy.maaneder


@scenario_rule("KAP308", FEIL, "scenarier", KEEPER)
def empty_change(scenario: Scenario, register: Register) -> Hits:
    """A change in a scenario names a year or a plan."""
    yield from ((row, Hit("aar", "ingen år")) for row, felt, years in _years(scenario) if felt == "aar" and not years)
    yield from ((row, Hit("planer", "ingen planer")) for row in scenario.slaa_sammen if not row.planer)


@scenario_rule("KAP309", ADVARSEL, "scenarier", KEEPER)
def scenario_without_change(scenario: Scenario, register: Register) -> Hits:
    """A scenario changes something."""
    if not any(getattr(scenario, felt) for felt in ("flytt", "dropp", "slaa_sammen", "legg_til", "vakanse", "kapasitet")):
        yield scenario, Hit("navn", "ingen endringer")


@scenario_rule("KAP304", FEIL, "scenarier", KEEPER)
def added_plan_exists(scenario: Scenario, register: Register) -> Hits:
    """An added plan has an id that no plan of the register has."""
    for row in scenario.legg_til:
        if row.id in register.plans_by_id():
            yield row, Hit("id", row.id)


@scenario_rule("KAP305", FEIL, "scenarier", KEEPER)
def new_capacity_of_nothing(scenario: Scenario, register: Register) -> Hits:
    """The capacity in a scenario is an area's or a role's."""
    for row in scenario.kapasitet:
        if bool(row.omraade) == bool(row.rolle):
            yield row, Hit("aar", "både omraade og rolle" if row.rolle else "verken omraade eller rolle")


@scenario_rule("KAP310", ADVARSEL, "scenarier", KEEPER, also="periode")
def change_of_nothing(scenario: Scenario, register: Register) -> Hits:
    """What is dropped has years, what is moved gets others, and a role that is vacant carries a plan alone."""
    plans, alone = register.plans_by_id(), {plan.roller for plan in register.planer}
    yield from ((row, Hit("plan", f"{row.plan} har ingen år")) for row in scenario.dropp if _has_no_years(plans[row.plan]))
    same = [row for row in scenario.flytt if row.aar and _are_the_years_of(register, plans[row.plan], row.aar)]
    yield from ((row, Hit("aar", f"{row.plan} har disse årene fra før")) for row in same)
    missed = [row for row in scenario.vakanse if (row.rolle,) not in alone]
    yield from ((row, Hit("rolle", f"{row.rolle} er ikke oppgitt alene for noen plan")) for row in missed)


def _has_no_years(plan: Plan) -> bool:
    # from a start, an adoption or a status the years of work may follow
    return not (plan.aar or plan.aarlig or plan.oppstart or plan.finish or plan.status in UNDER_WAY)


def _are_the_years_of(register: Register, plan: Plan, years: tuple[int, ...]) -> bool:
    # from a start or a finish, years after the last marked one may follow
    goes_on = years[-1] >= register.periode.til and (plan.oppstart or register.goes_on_after(plan))
    return not goes_on and years == plan.aar == register.marked_work(plan)


@scenario_rule("KAP311", ADVARSEL, "scenarier", KEEPER)
def moved_and_vacant(scenario: Scenario, register: Register) -> Hits:
    """A plan that a scenario moves has the years it says, and is not delayed by a vacancy there as well."""
    for row, vacant in product(scenario.flytt, scenario.vakanse):
        if register.plans_by_id()[row.plan].roller == (vacant.rolle,) and max(row.aar, default=0) >= vacant.fra:
            yield row, Hit("plan", f"{vacant.rolle} er oppgitt alene for {row.plan}")
