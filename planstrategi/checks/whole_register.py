"""REG2xx: what the parts of a register outside the plans say of each other and of the plans."""

import re
from collections.abc import Iterable

from planstrategi.checks.rules import Hit, Hits, register_rule, repeated
from planstrategi.model.fields import specs
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD, PERIOD_UNKNOWN
from planstrategi.model.register import Register
from planstrategi.model.sections import AnnenRad
from planstrategi.model.vocabulary import AMOUNTS, UKJENT

AS_PRINTED = "Legg inn planen som mangler, eller rett antall_rader. rad er nummeret som trykt; de andre nummereres ikke om."


@register_rule("REG250", FEIL, "periode", KEEPER, also="periode")
def period_backwards(register: Register) -> Hits:
    """The period begins before it ends."""
    if register.periode.fra > register.periode.til:
        yield register.periode, Hit("til", f"fra {register.periode.fra}, til {register.periode.til}")


@register_rule("REG251", FEIL, "kilde", KEEPER, also="andre_rader")
def row_twice(register: Register) -> Hits:
    """Two plans cannot stand in the same row of the source."""
    for row, first in repeated(_rows_of(register), key=lambda row: (row.kilde.tabell, row.kilde.rad, row.kilde.delrad)):
        other = first.id if isinstance(first, Plan) else first.navn
        yield row, Hit("kilde", f"tabell {row.kilde.tabell}, rad {row.kilde.rad}, som også {other} har")


@register_rule("REG252", FEIL, "tabeller kilde", KEEPER, also="planer andre_rader")
def rows_missing(register: Register) -> Hits:
    """Each row of a table is a plan or kept apart as another row: one that is neither is counted nowhere."""
    rows: dict[str, set[int]] = {}
    for row in _rows_of(register):
        rows.setdefault(row.kilde.tabell, set()).add(row.kilde.rad)
    for tabell in register.tabeller:
        found, wanted = rows.get(tabell.id, set()), set(range(1, tabell.antall_rader + 1))
        # a row that has gone leaves its number: the others keep theirs, and only how many there are has to fit
        if len(found) != len(wanted):
            wrong = _rows("mangler", wanted - found) + _rows("er for mye", found - wanted)
            yield tabell, Hit("antall_rader", f"antall_rader {tabell.antall_rader}{wrong}", AS_PRINTED)


def _rows_of(register: Register) -> list[Plan | AnnenRad]:
    return [*register.planer, *register.andre_rader]


def _rows(what: str, numbers: set[int]) -> str:
    return f", rad {', '.join(map(str, sorted(numbers)[:10]))} {what}" if numbers else ""


@register_rule("REG253", FEIL, "beslutninger planbehov", KEEPER)
def decision_against_plan(register: Register) -> Hits:
    """The text's decision on a part of the kommuneplan is the one in the plan's row."""
    plans = register.plans_by_id()
    for beslutning in register.beslutninger:
        plan = plans.get(beslutning.plan)
        if plan and plan.planbehov != beslutning.planbehov:
            found = f"{beslutning.planbehov}, planen har {plan.planbehov or 'ikke noe planbehov'}"
            write = f"planbehov: {plan.planbehov}" if plan.planbehov else f"Sett {beslutning.planbehov} i planens post."
            yield beslutning, Hit("planbehov", found, write)


@register_rule("REG254", ADVARSEL, "beslutninger plantype", KEEPER)
def kommuneplan_undecided(register: Register) -> Hits:
    """The planstrategi decides for each part of the kommuneplan that has a row (pbl. § 10-1 third paragraph)."""
    decided = {beslutning.plan for beslutning in register.beslutninger}
    for plan in register.planer:
        if plan.is_kommuneplan and plan.id not in decided:
            write = f"- {{plan: {plan.id}, planbehov: {plan.planbehov or '…'}, kilde: {{avsnitt: overskriften det står under}}}}"
            yield plan, Hit("plantype", f"{plan.id} står ikke under beslutninger", write)


@register_rule("REG255", FEIL, "satsingsomraader", KEEPER)
def parent_of_itself(register: Register) -> Hits:
    """A focus area is not its own parent."""
    for omraade in register.satsingsomraader:
        if omraade.forelder_mulig == omraade.id:
            yield omraade, Hit("forelder_mulig", omraade.id, "Fjern forelder_mulig.")


@register_rule("REG258", ADVARSEL, "lesninger", KEEPER)
def reading_of_unknown_field(register: Register) -> Hits:
    """A reading names the field of the plan that it explains."""
    for plan in register.planer:
        for lesning in plan.lesninger:
            if lesning.felt not in specs(Plan):
                yield lesning, Hit("felt", f"«{lesning.felt}» hos {plan.id}")


@register_rule("REG256", MERKNAD, "roller", KEEPER, also="planer")
def role_unused(register: Register) -> Hits:
    """A role that no plan names is perhaps misspelt or out of date."""
    used = {rolle for plan in register.planer for rolle in plan.roller}
    for rolle in register.roller:
        if rolle.id not in used:
            yield rolle, Hit("id", f"{rolle.id} er ikke brukt", "Fjern rollen, eller sett den på en plan.")


@register_rule("REG257", FEIL, "per_dato dokument", KEEPER)
def dated_before_adoption(register: Register) -> Hits:
    """The register cannot be known as of a day before the document it is made from was adopted, whoever gives the day."""
    vedtatt = register.dokument.vedtatt
    if vedtatt and register.per_dato < vedtatt.forst:
        yield register, Hit("per_dato", f"det regnes per {register.per_dato}, dokumentet er vedtatt {vedtatt.tekst}")


@register_rule("REG280", FEIL, "merker", KEEPER, also="planer tabeller")
def mark_unknown(register: Register) -> Hits:
    """A sign that the table does not explain has no meaning, and a number is an amount only where it has a unit."""
    unit = "merket_betyr: aarsverk eller timer i tabellen"
    for plan in register.planer:
        for mark in register.marks(plan) if plan.merker else ():
            table = register.tables_by_id()[plan.kilde.tabell]
            signs = ", ".join(sign for sign, _ in table.merket_betyr if sign)
            if mark.tegn and mark.betyr is None and signs:
                yield plan, Hit("merker", f"«{mark.tegn}» i {mark.aar}; tabellen {table.id} forklarer {signs}")
            elif A_NUMBER.match(mark.tegn) and mark.betyr not in AMOUNTS:
                yield plan, Hit("merker", f"tallet {mark.tegn} i {mark.aar}, uten enhet", unit)


A_NUMBER = re.compile(r"[-−]?[0-9]+(?:[.,][0-9]+)?\Z")


@register_rule("REG281", MERKNAD, "tabeller", KEEPER, also="planer")
def mark_unexplained(register: Register) -> Hits:
    """What a mark means differs from municipality to municipality, and is never known without being said."""
    marked = {plan.kilde.tabell for plan in register.planer if plan.aar}
    for table in register.tabeller:
        if table.id in marked and not table.merket_betyr:
            yield table, Hit("id", f"{table.id} uten merket_betyr", "merket_betyr: arbeid")


@register_rule("REG282", FEIL, "tabeller", KEEPER)
def mark_twice(register: Register) -> Hits:
    """Capital and small letters are one mark."""
    for table in register.tabeller:
        signs = [sign.casefold() for sign, _ in table.merket_betyr]
        if twice := [sign for sign, _ in table.merket_betyr if signs.count(sign.casefold()) > 1]:
            yield table, Hit("merket_betyr", " og ".join(twice))


@register_rule("REG283", FEIL, "merker aar", KEEPER, also="planer")
def mark_without_year(register: Register) -> Hits:
    """`merker` says how the marks of the marked years are printed."""
    for plan in register.planer:
        if other := [year for year, _ in plan.merker if year not in plan.aar]:
            yield plan, Hit("merker", _in_row(other), "Ta årene ut av merker, eller skriv dem inn i aar.")


@register_rule("REG284", FEIL, "innsats", KEEPER, also="planer andre_rader")
def amount_missing(register: Register) -> Hits:
    """An amount has a unit, and each year one."""
    for row in _rows_of(register):
        years = [one.aar for one in row.innsats]
        for number, one in enumerate(row.innsats):
            if one.aarsverk is None and one.timer is None and one.kroner is None:
                # what has no field has no place of its own
                yield (one if one.sted else row), Hit("innsats", "verken aarsverk, timer eller kroner")
            elif one.aar in years[:number]:
                yield one, Hit("aar", f"{one.aar or 'hele planen'} står to ganger")


@register_rule("REG285", ADVARSEL, "innsats aar", KEEPER, also="planer tabeller")
def amounts_against_years(register: Register) -> Hits:
    """Where a mark is an amount, the marked years are those with an amount above zero."""
    for plan in register.planer:
        given = {one.aar for one in plan.innsats if one.aar and (one.aarsverk or one.timer)}
        measured = {mark.aar for mark in register.marks(plan) if mark.betyr in AMOUNTS}
        whole = any(one.aar is None for one in plan.innsats)
        if measured ^ given and not whole and (measured or given - {*plan.aar}):
            yield plan, Hit("aar", f"merket: {_in_row(measured)}; oppgitt: {_in_row(given)}")


def _in_row(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years))) or "ingen"


@register_rule("REG291", ADVARSEL, "kommune", KEEPER)
def municipality_not_filled_in(register: Register) -> Hits:
    """What a draft has as unknown of its municipality has to be found elsewhere than in its document."""
    for felt in ("navn", "nummer", "fylke"):
        if getattr(register.kommune, felt) == UKJENT:
            yield register.kommune, Hit(felt, f"{felt}: {UKJENT}", f"{felt}: …")


@register_rule("REG259", FEIL, "kommune", KEEPER)
def inhabitants_half_said(register: Register) -> Hits:
    """A number of inhabitants is of a day, and somebody has counted them."""
    parts = ("innbyggere", "innbyggere_naar", "innbyggere_kilde")
    missing = [part for part in parts if getattr(register.kommune, part) is None]
    if 0 < len(missing) < len(parts):
        said = next(part for part in parts if part not in missing)
        yield register.kommune, Hit(said, f"ingen {' og ingen '.join(missing)}", f"{missing[0]}: …")


@register_rule(PERIOD_UNKNOWN, ADVARSEL, "periode", KEEPER)
def period_not_filled_in(register: Register) -> Hits:
    """Little can be said of a planstrategi without its years."""
    if register.periode.is_unknown:
        yield register.periode, Hit("fra", f"periode: {UKJENT}", "periode: {fra: ÅÅÅÅ, til: ÅÅÅÅ}, og rett per_dato")


@register_rule("REG290", MERKNAD, "planer tabeller", KEEPER)
def no_plans_yet(register: Register) -> Hits:
    """A register begins with its tables and plans: everything else is said of them."""
    if not register.planer:
        write = "Rett per_dato og dokument, og skriv omraader, tabeller og planer etter eksemplene i data/README.md."
        yield register, Hit("planer", "ingen poster under planer", write)
