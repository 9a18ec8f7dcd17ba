"""KAP2xx: what the assumptions of effort and capacity say."""

from collections.abc import Iterable

from planstrategi.checks.rules import Hit, Hits, assumption_rule, effort_rule, repeated
from planstrategi.model.assumptions import EgenInnsats, Fradrag, Innsats, Kapasitet
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER
from planstrategi.model.register import Register
from planstrategi.model.scenarios import NyKapasitet

# how many times the highest that is assumed of anything like it
IMPLAUSIBLE = 4


@effort_rule("KAP201", FEIL, "innsats", KEEPER)
def national_range_disordered(register: Register) -> Hits:
    """Low, likely and high of a national assumption rise."""
    return _disordered(register.effort_kinds())


@assumption_rule("KAP202", FEIL, "innsats", KEEPER)
def own_range_disordered(register: Register) -> Hits:
    """Low, likely and high of the municipality's own assumption rise."""
    return _disordered(register.own_effort())


def _disordered(rows: Iterable[Innsats | EgenInnsats]) -> Hits:
    for row in rows:
        for span in (row.kalendermaaneder, row.maanedsverk):
            if span and not span.lav <= span.sannsynlig <= span.hoy:
                wrong = "sannsynlig" if span.sannsynlig < span.lav else "hoy"
                yield span, Hit(wrong, f"{span.lav:g}, {span.sannsynlig:g}, {span.hoy:g}")


@assumption_rule("KAP203", FEIL, "innsats", KEEPER)
def own_effort_of_nothing(register: Register) -> Hits:
    """The municipality's own assumption is for a kind of work or for a plan, and has a number."""
    for row in register.own_effort():
        if bool(row.innsats) == bool(row.plan):
            felt, found = ("plan", "både innsats og plan") if row.plan else ("grunn", "verken innsats eller plan")
            yield row, Hit(felt, found)
        elif not row.maanedsverk and (row.plan or not row.kalendermaaneder):
            yield row, Hit("plan" if row.plan else "innsats", "ingen månedsverk")


@assumption_rule("KAP208", FEIL, "innsats", KEEPER)
def own_effort_twice(register: Register) -> Hits:
    """The municipality has one assumption for a kind of work, and one for a plan."""
    for row, _ in repeated(register.own_effort(), key=lambda row: (row.innsats, row.plan)):
        yield row, Hit("plan" if row.plan else "innsats", f"{row.plan or row.innsats} har egen innsats fra før")


@assumption_rule("KAP204", FEIL, "kapasitet fradrag", KEEPER)
def capacity_of_nothing(register: Register) -> Hits:
    """A capacity, or what takes of it, is an area's, a role's or the whole municipality's."""
    for row in _capacity_rows(register):
        given = [felt for felt in ("omraade", "rolle", "hele") if getattr(row, felt)]
        if len(given) != 1:
            felt = given[-1] if given else min(row.sted, key=lambda name: row.sted[name])
            yield row, Hit(felt, " og ".join(given) or "verken omraade, rolle eller hele")


def _capacity_rows(register: Register) -> list[Kapasitet | Fradrag]:
    return [*register.capacities(), *register.deductions()]


@assumption_rule("KAP205", FEIL, "kapasitet", KEEPER)
def capacity_twice(register: Register) -> Hits:
    """An area or a role has one capacity in a year."""
    return capacity_given_twice(register.capacities())


def capacity_given_twice(rows: Iterable[Kapasitet | NyKapasitet]) -> Hits:
    """Return the capacities of an area or a role in a year in which it has one before."""
    for row, _ in repeated(rows, key=lambda row: (row.omraade, row.rolle, row.aar)):
        yield row, Hit("aar", f"{row.omraade or row.rolle or 'hele kommunen'} har kapasitet i {row.aar} fra før")


@assumption_rule("KAP206", ADVARSEL, "kapasitet fradrag", KEEPER, also="periode")
def capacity_outside_period(register: Register) -> Hits:
    """A capacity, and what takes of it, is for a year of the period."""
    for row in _capacity_rows(register):
        first, last = (row.aar, row.aar) if isinstance(row, Kapasitet) else (row.fra, row.til)
        if last < register.periode.fra or first > register.periode.til:
            yield row, Hit("aar" if isinstance(row, Kapasitet) else "fra", str(first))


@assumption_rule("KAP209", ADVARSEL, "fradrag", KEEPER)
def deduction_of_no_capacity(register: Register) -> Hits:
    """What takes of a capacity is of an area or a role that has one."""
    known = {row.holder for row in register.capacities()}
    for row in register.deductions():
        if row.holder not in known:
            yield row, Hit("fra", f"ingen kapasitet for {row.omraade or row.rolle or 'hele kommunen'}")


@assumption_rule("KAP210", ADVARSEL, "kapasitet fradrag", KEEPER)
def deducted_more_than_there_is(register: Register) -> Hits:
    """No more can be taken of a capacity in a year than there is."""
    for row in register.capacities():
        if row.left(register.deductions()) < 0:
            yield row, Hit("maanedsverk", f"{row.maanedsverk:g} månedsverk i {row.aar}, og mer enn det i fradrag")


@assumption_rule("KAP211", ADVARSEL, "innsats", KEEPER, also="innsats planer plantyper")
def own_effort_implausible(register: Register) -> Hits:
    """An assumption many times the highest of its kind is more often a slip than a fact: årsverk or hours for månedsverk."""
    for row in register.own_effort():
        plan = register.plans_by_id().get(row.plan or "")
        kinds = register.effort_kinds()
        beside = [kind for kind in kinds if kind.id == row.innsats or (plan and plan.plantype in kind.plantyper)]
        for felt in ("maanedsverk", "kalendermaaneder") if beside else ():
            span, most = getattr(row, felt), max(getattr(kind, felt).hoy for kind in beside)
            if span and span.hoy > IMPLAUSIBLE * most:
                yield span, Hit("hoy", f"{span.hoy:g}, mot høyst {most:g} i nasjonalt/innsats.yaml")


@assumption_rule("KAP207", FEIL, "fradrag", KEEPER)
def deduction_disordered(register: Register) -> Hits:
    """What takes of the capacity ends no earlier than it begins, and is either månedsverk or per cent."""
    for row in register.deductions():
        if row.til < row.fra:
            yield row, Hit("til", f"fra {row.fra}, til {row.til}")
        if (row.maanedsverk is None) == (row.prosent is None):
            neither, both = ("fra", "verken maanedsverk eller prosent"), ("prosent", "både maanedsverk og prosent")
            yield row, Hit(*neither if row.prosent is None else both)
