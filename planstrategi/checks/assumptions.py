"""KAP2xx and KAP3xx: what the assumptions of effort and capacity, and the scenarios, say."""

from collections.abc import Iterable, Iterator

from planstrategi.checks.rules import Hit, Hits, assumption_rule, effort_rule, repeated, scenario_rule
from planstrategi.model.assumptions import EgenInnsats, Fradrag, Innsats, Kapasitet
from planstrategi.model.dates import MONTHS_IN_YEAR
from planstrategi.model.fields import Record
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER
from planstrategi.model.register import Register
from planstrategi.model.scenarios import BASE, NyKapasitet, Scenario

# how many times the highest that is assumed of anything like it
IMPLAUSIBLE = 4


@effort_rule("KAP201", FEIL, "Lavt, sannsynlig og høyt står ikke i stigende rekkefølge.", "lav ≤ sannsynlig ≤ hoy", "innsats", KEEPER)  # fmt: skip
def national_range_disordered(register: Register) -> Hits:
    """Low, likely and high of a national assumption rise."""
    return _disordered(register.effort_kinds())


@assumption_rule("KAP202", FEIL, "Lavt, sannsynlig og høyt i kommunens egen innsats står ikke i stigende rekkefølge.", "lav ≤ sannsynlig ≤ hoy", "innsats", KEEPER)  # fmt: skip
def own_range_disordered(register: Register) -> Hits:
    """Low, likely and high of the municipality's own assumption rise."""
    return _disordered(register.own_effort())


def _disordered(rows: Iterable[Innsats | EgenInnsats]) -> Hits:
    for row in rows:
        for span in (row.kalendermaaneder, row.maanedsverk):
            if span and not span.lav <= span.sannsynlig <= span.hoy:
                wrong = "sannsynlig" if span.sannsynlig < span.lav else "hoy"
                yield span, Hit(wrong, f"{span.lav:g}, {span.sannsynlig:g}, {span.hoy:g}")


@assumption_rule("KAP203", FEIL, "Egen innsats må gjelde enten et slag arbeid eller en plan, og ha et tall.",
                 "innsats eller plan, og maanedsverk; for et slag arbeid kan det være bare kalendermaaneder", "innsats", KEEPER)  # fmt: skip
def own_effort_of_nothing(register: Register) -> Hits:
    """The municipality's own assumption is for a kind of work or for a plan, and has a number."""
    for row in register.own_effort():
        if bool(row.innsats) == bool(row.plan):
            felt, found = ("plan", "både innsats og plan") if row.plan else ("grunn", "verken innsats eller plan")
            yield row, Hit(felt, found)
        elif not row.maanedsverk and (row.plan or not row.kalendermaaneder):
            yield row, Hit("plan" if row.plan else "innsats", "ingen månedsverk")


@assumption_rule("KAP208", FEIL, "Egen innsats er oppgitt to ganger for det samme.", "ett anslag for hvert slag arbeid og hver plan", "innsats", KEEPER)  # fmt: skip
def own_effort_twice(register: Register) -> Hits:
    """The municipality has one assumption for a kind of work, and one for a plan."""
    for row, _ in repeated(register.own_effort(), key=lambda row: (row.innsats, row.plan)):
        yield row, Hit("plan" if row.plan else "innsats", f"{row.plan or row.innsats} har egen innsats fra før")


@assumption_rule("KAP204", FEIL, "Kapasitet og fradrag må gjelde enten et kommunalområde, en rolle eller hele kommunen.", "omraade, rolle eller hele: ja", "kapasitet fradrag", KEEPER)  # fmt: skip
def capacity_of_nothing(register: Register) -> Hits:
    """A capacity, or what takes of it, is an area's, a role's or the whole municipality's."""
    for row in _capacity_rows(register):
        given = [felt for felt in ("omraade", "rolle", "hele") if getattr(row, felt)]
        if len(given) != 1:
            felt = given[-1] if given else min(row.sted, key=lambda name: row.sted[name])
            yield row, Hit(felt, " og ".join(given) or "verken omraade, rolle eller hele")


def _capacity_rows(register: Register) -> list[Kapasitet | Fradrag]:
    return [*register.capacities(), *register.deductions()]


@assumption_rule("KAP205", FEIL, "Kapasiteten er oppgitt to ganger for samme år.", "ett tall per år", "kapasitet", KEEPER)
def capacity_twice(register: Register) -> Hits:
    """An area or a role has one capacity in a year."""
    return _capacity_given_twice(register.capacities())


def _capacity_given_twice(rows: Iterable[Kapasitet | NyKapasitet]) -> Hits:
    for row, _ in repeated(rows, key=lambda row: (row.omraade, row.rolle, row.aar)):
        yield row, Hit("aar", f"{row.omraade or row.rolle or 'hele kommunen'} har kapasitet i {row.aar} fra før")


@assumption_rule("KAP206", ADVARSEL, "Kapasiteten eller fradraget gjelder år utenfor perioden.", "et år i perioden", "kapasitet fradrag", KEEPER)  # fmt: skip
def capacity_outside_period(register: Register) -> Hits:
    """A capacity, and what takes of it, is for a year of the period."""
    for row in _capacity_rows(register):
        first, last = (row.aar, row.aar) if isinstance(row, Kapasitet) else (row.fra, row.til)
        if last < register.periode.fra or first > register.periode.til:
            yield row, Hit("aar" if isinstance(row, Kapasitet) else "fra", str(first))


@assumption_rule("KAP209", ADVARSEL, "Fradraget gjelder noe det ikke er oppgitt kapasitet for, og teller ikke.", "noe som har kapasitet", "fradrag", KEEPER)  # fmt: skip
def deduction_of_no_capacity(register: Register) -> Hits:
    """What takes of a capacity is of an area or a role that has one."""
    known = {row.holder for row in register.capacities()}
    for row in register.deductions():
        if row.holder not in known:
            yield row, Hit("fra", f"ingen kapasitet for {row.omraade or row.rolle or 'hele kommunen'}")


@assumption_rule("KAP210", ADVARSEL, "Fradragene er større enn kapasiteten; ingenting er igjen.", "fradrag som til sammen ikke er mer enn kapasiteten",
                 "kapasitet fradrag", KEEPER)  # fmt: skip
def deducted_more_than_there_is(register: Register) -> Hits:
    """No more can be taken of a capacity in a year than there is."""
    for row in register.capacities():
        if row.left(register.deductions()) < 0:
            yield row, Hit("maanedsverk", f"{row.maanedsverk:g} månedsverk i {row.aar}, og mer enn det i fradrag")


@assumption_rule("KAP211", ADVARSEL, "Tallet er mye høyere enn det som ellers er antatt. Er det riktig?", "et tall av samme størrelse som i nasjonalt/innsats.yaml",
                 "innsats", KEEPER, also="innsats planer plantyper")  # fmt: skip
def own_effort_implausible(register: Register) -> Hits:
    """An assumption many times the highest of its kind is more often a slip than a fact: årsverk or hours for månedsverk."""
    for row in register.own_effort():
        plan = register.plans_by_id().get(row.plan or "")
        beside = [
            kind for kind in register.effort_kinds() if kind.id == row.innsats or (plan and plan.plantype in kind.plantyper)
        ]
        for felt in ("maanedsverk", "kalendermaaneder") if beside else ():
            span, most = getattr(row, felt), max(getattr(kind, felt).hoy for kind in beside)
            if span and span.hoy > IMPLAUSIBLE * most:
                yield span, Hit("hoy", f"{span.hoy:g}, mot høyst {most:g} i nasjonalt/innsats.yaml")


@assumption_rule("KAP207", FEIL, "Fradraget må slutte etter at det begynner, og være enten månedsverk eller prosent.", "til samme år som fra eller senere, og maanedsverk eller prosent",
                 "fradrag", KEEPER)  # fmt: skip
def deduction_disordered(register: Register) -> Hits:
    """What takes of the capacity ends no earlier than it begins, and is either månedsverk or per cent."""
    for row in register.deductions():
        if row.til < row.fra:
            yield row, Hit("til", f"fra {row.fra}, til {row.til}")
        if (row.maanedsverk is None) == (row.prosent is None):
            neither, both = ("fra", "verken maanedsverk eller prosent"), ("prosent", "både maanedsverk og prosent")
            yield row, Hit(*neither if row.prosent is None else both)


@scenario_rule("KAP301", FEIL, "Et år i scenariet ligger utenfor perioden.", "år i perioden", "scenarier", KEEPER)
def scenario_outside_period(register: Register) -> Hits:
    """The years of a scenario are years of the period."""
    for scenario in register.scenarios():
        for row, felt, years in _years(scenario):
            if outside := [str(year) for year in years if year not in register.periode.years]:
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
        for (row, felt, plan, _), (*_, what) in repeated(_touched(scenario), key=lambda touched: touched[2]):
            yield row, Hit(felt, f"{plan} er med i {what} også")


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
        yield from _capacity_given_twice(scenario.kapasitet)
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
    for scenario in register.scenarios():
        if not any(getattr(scenario, felt) for felt in ("flytt", "dropp", "slaa_sammen", "legg_til", "vakanse", "kapasitet")):
            yield scenario, Hit("navn", "ingen endringer")


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
