"""KAP3xx: what the scenarios say."""

from collections.abc import Iterator

from planstrategi.checks.rules import ADVARSEL, FEIL, Hit, Hits, scenario_rule
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.fields import Record
from planstrategi.model.problem import KEEPER
from planstrategi.model.register import Register
from planstrategi.model.scenarios import BASE, Scenario


@scenario_rule("KAP301", FEIL, "Et år i scenariet ligger utenfor perioden.", "år i perioden", "scenarier", KEEPER)
def scenario_outside_period(register: Register) -> Hits:
    """The years of a scenario are years of the period."""
    for scenario in register.scenarios():
        for row, felt, years in _years(scenario):
            outside = [str(year) for year in years if year not in register.periode.years]
            if outside:
                yield row, Hit(felt, ", ".join(outside))


def _years(scenario: Scenario) -> Iterator[tuple[Record, str, tuple[int, ...]]]:
    yield from ((row, "aar", row.aar) for row in scenario.flytt)
    yield from ((row, "aar", row.aar) for row in scenario.legg_til)
    yield from ((row, "fra", (row.fra,)) for row in scenario.vakanse)
    yield from ((row, "aar", (row.aar,)) for row in scenario.kapasitet)


@scenario_rule("KAP302", FEIL, "Scenariet gjør to ting med samme plan.", "én endring for hver plan", "scenarier", KEEPER)
def plan_changed_twice(register: Register) -> Hits:
    """A scenario does one thing with a plan."""
    for scenario in register.scenarios():
        seen: dict[str, str] = {}
        for row, felt, plan, what in _touched(scenario):
            if plan in seen:
                yield row, Hit(felt, f"{plan} er med i {seen[plan]} også")
            seen.setdefault(plan, what)


def _touched(scenario: Scenario) -> Iterator[tuple[Record, str, str, str]]:
    yield from ((row, "plan", row.plan, "flytt") for row in scenario.flytt)
    yield from ((row, "plan", row.plan, "dropp") for row in scenario.dropp)
    for row in scenario.slaa_sammen:
        yield from ((row, "planer", plan, "slaa_sammen") for plan in row.planer)


@scenario_rule("KAP303", FEIL, "Planen som skal ta opp i seg andre, blir selv borte i scenariet.", "en plan som blir stående", "scenarier", KEEPER)  # fmt: skip
def merged_into_itself(register: Register) -> Hits:
    """A plan is not merged into itself, nor into one that the scenario takes away."""
    for scenario in register.scenarios():
        gone = {row.plan for row in scenario.dropp} | {plan for row in scenario.slaa_sammen for plan in row.planer}
        for row in scenario.slaa_sammen:
            if row.til in gone:
                yield row, Hit("til", f"{row.til} blir selv borte i scenariet")


@scenario_rule("KAP306", FEIL, "Navnet på scenariet er brukt før.", f"et navn som ingen andre har, heller ikke «{BASE}»", "scenarier", KEEPER)  # fmt: skip
def scenario_name_taken(register: Register) -> Hits:
    """A scenario has a name that no other has, nor the register in the tables."""
    seen = {BASE}
    for scenario in register.scenarios():
        if scenario.navn in seen:
            yield scenario, Hit("navn", scenario.navn)
        seen.add(scenario.navn)


@scenario_rule("KAP307", FEIL, "Det samme er oppgitt to ganger i scenariet.", "ett tall per år, og én vakanse om gangen for hver rolle", "scenarier", KEEPER)  # fmt: skip
def said_twice_in_scenario(register: Register) -> Hits:
    """A scenario gives a capacity once for a year, and a role is vacant once at a time."""
    for scenario in register.scenarios():
        seen = set()
        for row in scenario.kapasitet:
            if (row.omraade, row.rolle, row.aar) in seen:
                yield row, Hit("aar", f"{row.omraade or row.rolle} har kapasitet i {row.aar} fra før")
            seen.add((row.omraade, row.rolle, row.aar))
        free: dict[str, int] = {}
        for vacancy in sorted(scenario.vakanse, key=lambda one: one.fra):
            if vacancy.fra * MONTHS_IN_YEAR < free.get(vacancy.rolle, 0):
                yield vacancy, Hit("fra", f"{vacancy.rolle} er ledig fra før")
            free[vacancy.rolle] = vacancy.fra * MONTHS_IN_YEAR + vacancy.maaneder


@scenario_rule("KAP308", FEIL, "Endringen i scenariet er tom.", "minst ett år eller én plan; bruk dropp når planen ikke skal lages", "scenarier", KEEPER)  # fmt: skip
def empty_change(register: Register) -> Hits:
    """A change in a scenario names a year or a plan."""
    for scenario in register.scenarios():
        yield from ((row, Hit("aar", "ingen år")) for row, felt, years in _years(scenario) if felt == "aar" and not years)
        yield from ((row, Hit("planer", "ingen planer")) for row in scenario.slaa_sammen if not row.planer)


@scenario_rule("KAP309", ADVARSEL, "Scenariet endrer ingenting.", "minst én endring", "scenarier", KEEPER)
def scenario_without_change(register: Register) -> Hits:
    """A scenario changes something."""
    for one in register.scenarios():
        if not (one.flytt or one.dropp or one.slaa_sammen or one.legg_til or one.vakanse or one.kapasitet):
            yield one, Hit("navn", "ingen endringer")


@scenario_rule("KAP304", FEIL, "Planen som legges til, finnes i registeret.", "en ny id", "scenarier", KEEPER)
def added_plan_exists(register: Register) -> Hits:
    """An added plan has an id that no plan of the register has."""
    for scenario in register.scenarios():
        for row in scenario.legg_til:
            if row.id in register.plans_by_id():
                yield row, Hit("id", row.id)


@scenario_rule("KAP305", FEIL, "Kapasiteten i scenariet må gjelde enten et kommunalområde eller en rolle.", "omraade eller rolle", "scenarier", KEEPER)  # fmt: skip
def new_capacity_of_nothing(register: Register) -> Hits:
    """The capacity in a scenario is an area's or a role's."""
    for scenario in register.scenarios():
        for row in scenario.kapasitet:
            if bool(row.omraade) == bool(row.rolle):
                yield row, Hit("aar", "både omraade og rolle" if row.rolle else "verken omraade eller rolle")
