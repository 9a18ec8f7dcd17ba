"""KAP2xx and KAP3xx: what the assumptions of effort and capacity, and the scenarios, say."""

from collections.abc import Iterable, Iterator

from planstrategi.checks.rule import Hit
from planstrategi.model.assumptions import EgenInnsats, Fradrag, Innsats, Kapasitet, Spenn
from planstrategi.model.fields import Record
from planstrategi.model.register import Register
from planstrategi.model.scenarios import BASE, Scenario

Hits = Iterator[tuple[Record, Hit]]


def national_range_disordered(register: Register) -> Hits:
    """Low, likely and high of a national assumption rise."""
    return _disordered(register.innsats.innsats if register.innsats else ())


def own_range_disordered(register: Register) -> Hits:
    """Low, likely and high of the municipality's own assumption rise."""
    return _disordered(_own(register))


def _disordered(rows: Iterable[Innsats | EgenInnsats]) -> Hits:
    for row in rows:
        for span in (row.kalendermaaneder, row.maanedsverk):
            if span and not span.lav <= span.sannsynlig <= span.hoy:
                yield span, Hit(_first_wrong(span), f"{span.lav:g}, {span.sannsynlig:g}, {span.hoy:g}")


def _first_wrong(span: Spenn) -> str:
    return "sannsynlig" if span.sannsynlig < span.lav else "hoy"


def _own(register: Register) -> tuple[EgenInnsats, ...]:
    return register.forutsetninger.innsats if register.forutsetninger else ()


def own_effort_of_nothing(register: Register) -> Hits:
    """The municipality's own assumption is for a kind of work or for a plan, and has a number."""
    for row in _own(register):
        if bool(row.innsats) == bool(row.plan):
            yield (
                row,
                Hit("plan" if row.plan else "grunn", "både innsats og plan" if row.plan else "verken innsats eller plan"),
            )
        elif not row.maanedsverk and (row.plan or not row.kalendermaaneder):
            yield row, Hit("plan" if row.plan else "innsats", "ingen månedsverk")


def own_effort_twice(register: Register) -> Hits:
    """The municipality has one assumption for a kind of work, and one for a plan."""
    seen = set()
    for row in _own(register):
        if (row.innsats, row.plan) in seen:
            yield row, Hit("plan" if row.plan else "innsats", f"{row.plan or row.innsats} har egen innsats fra før")
        seen.add((row.innsats, row.plan))


def capacity_of_nothing(register: Register) -> Hits:
    """A capacity, or what takes of it, is an area's or a role's."""
    for row in _capacity_rows(register):
        if bool(row.omraade) == bool(row.rolle):
            felt = "rolle" if row.rolle else min(row.sted, key=lambda name: row.sted[name])
            yield row, Hit(felt, "både omraade og rolle" if row.rolle else "verken omraade eller rolle")


def _capacity_rows(register: Register) -> Iterator[Kapasitet | Fradrag]:
    if register.forutsetninger:
        yield from register.forutsetninger.kapasitet
        yield from register.forutsetninger.fradrag


def capacity_twice(register: Register) -> Hits:
    """An area or a role has one capacity in a year."""
    seen = set()
    for row in register.forutsetninger.kapasitet if register.forutsetninger else ():
        key = row.omraade, row.rolle, row.aar
        if key in seen:
            yield row, Hit("aar", f"{row.omraade or row.rolle} har kapasitet i {row.aar} fra før")
        seen.add(key)


def capacity_outside_period(register: Register) -> Hits:
    """A capacity, and what takes of it, is for a year of the period."""
    for row in _capacity_rows(register):
        first, last = (row.aar, row.aar) if isinstance(row, Kapasitet) else (row.fra, row.til)
        if last < register.periode.fra or first > register.periode.til:
            yield row, Hit("aar" if isinstance(row, Kapasitet) else "fra", str(first))


def deduction_of_no_capacity(register: Register) -> Hits:
    """What takes of a capacity is of an area or a role that has one."""
    known = {(row.omraade, row.rolle) for row in _capacity_rows(register) if isinstance(row, Kapasitet)}
    for row in register.forutsetninger.fradrag if register.forutsetninger else ():
        if (row.omraade, row.rolle) not in known:
            yield row, Hit("fra", f"ingen kapasitet for {row.omraade or row.rolle}")


def deduction_disordered(register: Register) -> Hits:
    """What takes of the capacity ends no earlier than it begins, and is either månedsverk or per cent."""
    for row in register.forutsetninger.fradrag if register.forutsetninger else ():
        if row.til < row.fra:
            yield row, Hit("til", f"fra {row.fra}, til {row.til}")
        if (row.maanedsverk is None) == (row.prosent is None):
            felt = "fra" if row.prosent is None else "prosent"
            yield (
                row,
                Hit(felt, "verken maanedsverk eller prosent" if row.prosent is None else "både maanedsverk og prosent"),
            )


def scenario_outside_period(register: Register) -> Hits:
    """The years of a scenario are years of the period."""
    period = range(register.periode.fra, register.periode.til + 1)
    for scenario in _scenarios(register):
        for row, felt, years in _years(scenario):
            outside = [str(year) for year in years if year not in period]
            if outside:
                yield row, Hit(felt, ", ".join(outside))


def _years(scenario: Scenario) -> Iterator[tuple[Record, str, tuple[int, ...]]]:
    yield from ((row, "aar", row.aar) for row in scenario.flytt)
    yield from ((row, "aar", row.aar) for row in scenario.legg_til)
    yield from ((row, "fra", (row.fra,)) for row in scenario.vakanse)
    yield from ((row, "aar", (row.aar,)) for row in scenario.kapasitet)


def plan_changed_twice(register: Register) -> Hits:
    """A scenario does one thing with a plan."""
    for scenario in _scenarios(register):
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


def merged_into_itself(register: Register) -> Hits:
    """A plan is not merged into itself, nor into one that the scenario takes away."""
    for scenario in _scenarios(register):
        gone = {row.plan for row in scenario.dropp} | {plan for row in scenario.slaa_sammen for plan in row.planer}
        for row in scenario.slaa_sammen:
            if row.til in gone:
                yield row, Hit("til", f"{row.til} blir selv borte i scenariet")


def scenario_name_taken(register: Register) -> Hits:
    """A scenario has a name that no other has, nor the register in the tables."""
    seen = {BASE}
    for scenario in _scenarios(register):
        if scenario.navn in seen:
            yield scenario, Hit("navn", scenario.navn)
        seen.add(scenario.navn)


def said_twice_in_scenario(register: Register) -> Hits:
    """A scenario gives a capacity once for a year, and a role is vacant once at a time."""
    for scenario in _scenarios(register):
        seen = set()
        for row in scenario.kapasitet:
            if (row.omraade, row.rolle, row.aar) in seen:
                yield row, Hit("aar", f"{row.omraade or row.rolle} har kapasitet i {row.aar} fra før")
            seen.add((row.omraade, row.rolle, row.aar))
        free: dict[str, int] = {}
        for vacancy in sorted(scenario.vakanse, key=lambda one: one.fra):
            if vacancy.fra * 12 < free.get(vacancy.rolle, 0):
                yield vacancy, Hit("fra", f"{vacancy.rolle} er ledig fra før")
            free[vacancy.rolle] = vacancy.fra * 12 + vacancy.maaneder


def empty_change(register: Register) -> Hits:
    """A change in a scenario names a year or a plan."""
    for scenario in _scenarios(register):
        yield from ((row, Hit("aar", "ingen år")) for row, felt, years in _years(scenario) if felt == "aar" and not years)
        yield from ((row, Hit("planer", "ingen planer")) for row in scenario.slaa_sammen if not row.planer)


def scenario_without_change(register: Register) -> Hits:
    """A scenario changes something."""
    for one in _scenarios(register):
        if not (one.flytt or one.dropp or one.slaa_sammen or one.legg_til or one.vakanse or one.kapasitet):
            yield one, Hit("navn", "ingen endringer")


def added_plan_exists(register: Register) -> Hits:
    """An added plan has an id that no plan of the register has."""
    for scenario in _scenarios(register):
        for row in scenario.legg_til:
            if row.id in register.plans_by_id():
                yield row, Hit("id", row.id)


def new_capacity_of_nothing(register: Register) -> Hits:
    """The capacity in a scenario is an area's or a role's."""
    for scenario in _scenarios(register):
        for row in scenario.kapasitet:
            if bool(row.omraade) == bool(row.rolle):
                yield row, Hit("aar", "både omraade og rolle" if row.rolle else "verken omraade eller rolle")


def _scenarios(register: Register) -> tuple[Scenario, ...]:
    return register.scenarier.scenarier if register.scenarier else ()
