"""REG2xx: what the parts of a register outside the plans say of each other and of the plans."""

from planstrategi.checks.rules import Hit, Hits, register_rule
from planstrategi.model.fields import specs
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD
from planstrategi.model.register import Register


@register_rule("REG250", FEIL, "Perioden slutter før den begynner.", "fra før til", "periode", KEEPER)
def period_backwards(register: Register) -> Hits:
    """The period begins before it ends."""
    if register.periode.fra > register.periode.til:
        yield register.periode, Hit("til", f"fra {register.periode.fra}, til {register.periode.til}")


@register_rule("REG251", FEIL, "To planer står i samme rad i kilden.", "én plan per rad", "kilde", KEEPER)
def row_twice(register: Register) -> Hits:
    """Two plans cannot stand in the same row of the source."""
    seen: dict[tuple[str, int], str] = {}
    for plan in register.planer:
        where = (plan.kilde.tabell, plan.kilde.rad)
        if where in seen:
            yield plan, Hit("kilde", f"tabell {where[0]}, rad {where[1]}, som også {seen[where]} har")
        seen[where] = plan.id


@register_rule("REG252", FEIL, "Planene i tabellen stemmer ikke med radene.", "én plan for hver rad fra 1 til antall_rader", "tabeller kilde", KEEPER, also="planer")  # fmt: skip
def rows_missing(register: Register) -> Hits:
    """A table has as many plans as it has rows: a row without a plan is a plan that is counted nowhere."""
    rows: dict[str, set[int]] = {}
    for plan in register.planer:
        rows.setdefault(plan.kilde.tabell, set()).add(plan.kilde.rad)
    for tabell in register.tabeller:
        found, wanted = rows.get(tabell.id, set()), set(range(1, tabell.antall_rader + 1))
        if found != wanted:
            wrong = _rows("mangler", wanted - found) + _rows("er for mye", found - wanted)
            yield tabell, Hit("antall_rader", f"antall_rader {tabell.antall_rader}{wrong}")


def _rows(what: str, numbers: set[int]) -> str:
    return f", rad {', '.join(map(str, sorted(numbers)[:10]))} {what}" if numbers else ""


@register_rule("REG253", FEIL, "Beslutningen og planens rad sier ikke det samme.", "samme planbehov", "beslutninger planbehov", KEEPER)  # fmt: skip
def decision_against_plan(register: Register) -> Hits:
    """The text's decision on a part of the kommuneplan is the one in the plan's row."""
    plans = register.plans_by_id()
    for beslutning in register.beslutninger:
        plan = plans.get(beslutning.plan)
        if plan and plan.planbehov != beslutning.planbehov:
            found = f"{beslutning.planbehov}, planen har {plan.planbehov or 'ikke noe planbehov'}"
            write = f"planbehov: {plan.planbehov}" if plan.planbehov else f"Sett {beslutning.planbehov} i planens post."
            yield beslutning, Hit("planbehov", found, write)


@register_rule("REG254", ADVARSEL, "Delen av kommuneplanen har ingen beslutning (pbl. § 10-1 tredje ledd).", "en post under beslutninger", "beslutninger plantype", KEEPER)  # fmt: skip
def kommuneplan_undecided(register: Register) -> Hits:
    """The planstrategi decides for each part of the kommuneplan that has a row (pbl. § 10-1 third paragraph)."""
    decided = {beslutning.plan for beslutning in register.beslutninger}
    for plan in register.planer:
        if plan.plantype in ("samfunnsdel", "arealdel") and plan.id not in decided:
            yield plan, Hit("plantype", f"{plan.id} står ikke under beslutninger")


@register_rule("REG255", FEIL, "Satsingsområdet er sin egen forelder.", "et annet satsingsområde", "satsingsomraader", KEEPER)
def parent_of_itself(register: Register) -> Hits:
    """A focus area is not its own parent."""
    for omraade in register.satsingsomraader:
        if omraade.forelder_mulig == omraade.id:
            yield omraade, Hit("forelder_mulig", omraade.id, "Fjern forelder_mulig.")


@register_rule("REG258", ADVARSEL, "Lesningen gjelder et felt som ikke finnes.", "navnet på et felt i planens post", "lesninger", KEEPER)  # fmt: skip
def reading_of_unknown_field(register: Register) -> Hits:
    """A reading names the field of the plan that it explains."""
    for plan in register.planer:
        for lesning in plan.lesninger:
            if lesning.felt not in specs(Plan):
                yield lesning, Hit("felt", f"«{lesning.felt}» hos {plan.id}")


@register_rule("REG256", MERKNAD, "Rollen er deklarert, men ingen plan bruker den.", "roller som er i bruk", "roller", KEEPER, also="planer")  # fmt: skip
def role_unused(register: Register) -> Hits:
    """A role that no plan names is perhaps misspelt or out of date."""
    used = {rolle for plan in register.planer for rolle in plan.roller}
    for rolle in register.roller:
        if rolle.id not in used:
            yield rolle, Hit("id", f"{rolle.id} er ikke brukt", "Fjern rollen, eller sett den på en plan.")


@register_rule("REG257", FEIL, "per_dato er før dokumentet ble vedtatt.", "en dag etter vedtaket", "per_dato dokument", KEEPER)
def dated_before_adoption(register: Register) -> Hits:
    """The register cannot be known as of a day before the document it is made from was adopted."""
    vedtatt = register.dokument.vedtatt
    if vedtatt and register.per_dato < vedtatt.forst:
        yield register, Hit("per_dato", f"per_dato {register.per_dato}, dokumentet er vedtatt {vedtatt.tekst}")
