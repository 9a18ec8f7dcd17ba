"""KAP2xx: what the assumptions of effort and capacity say."""

from collections.abc import Iterable, Iterator

from planstrategi.checks.rules import ADVARSEL, FEIL, Hit, Hits, assumption_rule, effort_rule
from planstrategi.model.assumptions import EgenInnsats, Fradrag, Innsats, Kapasitet, Spenn
from planstrategi.model.problem import KEEPER
from planstrategi.model.register import Register


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
                yield span, Hit(_first_wrong(span), f"{span.lav:g}, {span.sannsynlig:g}, {span.hoy:g}")


def _first_wrong(span: Spenn) -> str:
    return "sannsynlig" if span.sannsynlig < span.lav else "hoy"


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
    seen = set()
    for row in register.own_effort():
        if (row.innsats, row.plan) in seen:
            yield row, Hit("plan" if row.plan else "innsats", f"{row.plan or row.innsats} har egen innsats fra før")
        seen.add((row.innsats, row.plan))


@assumption_rule("KAP204", FEIL, "Kapasitet og fradrag må gjelde enten et kommunalområde eller en rolle.", "omraade eller rolle", "kapasitet fradrag", KEEPER)  # fmt: skip
def capacity_of_nothing(register: Register) -> Hits:
    """A capacity, or what takes of it, is an area's or a role's."""
    for row in _capacity_rows(register):
        if bool(row.omraade) == bool(row.rolle):
            felt = "rolle" if row.rolle else min(row.sted, key=lambda name: row.sted[name])
            yield row, Hit(felt, "både omraade og rolle" if row.rolle else "verken omraade eller rolle")


def _capacity_rows(register: Register) -> Iterator[Kapasitet | Fradrag]:
    yield from register.capacities()
    yield from register.deductions()


@assumption_rule("KAP205", FEIL, "Kapasiteten er oppgitt to ganger for samme år.", "ett tall per år", "kapasitet", KEEPER)
def capacity_twice(register: Register) -> Hits:
    """An area or a role has one capacity in a year."""
    seen = set()
    for row in register.capacities():
        key = row.omraade, row.rolle, row.aar
        if key in seen:
            yield row, Hit("aar", f"{row.omraade or row.rolle} har kapasitet i {row.aar} fra før")
        seen.add(key)


@assumption_rule("KAP206", ADVARSEL, "Kapasiteten eller fradraget gjelder år utenfor perioden.", "et år i perioden", "kapasitet fradrag", KEEPER)  # fmt: skip
def capacity_outside_period(register: Register) -> Hits:
    """A capacity, and what takes of it, is for a year of the period."""
    for row in _capacity_rows(register):
        first, last = (row.aar, row.aar) if isinstance(row, Kapasitet) else (row.fra, row.til)
        if last < register.periode.fra or first > register.periode.til:
            yield row, Hit("aar" if isinstance(row, Kapasitet) else "fra", str(first))


@assumption_rule("KAP209", ADVARSEL, "Fradraget gjelder noe det ikke er oppgitt kapasitet for, og teller ikke.", "et område eller en rolle som har kapasitet", "fradrag", KEEPER)  # fmt: skip
def deduction_of_no_capacity(register: Register) -> Hits:
    """What takes of a capacity is of an area or a role that has one."""
    known = {(row.omraade, row.rolle) for row in register.capacities()}
    for row in register.deductions():
        if (row.omraade, row.rolle) not in known:
            yield row, Hit("fra", f"ingen kapasitet for {row.omraade or row.rolle}")


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
