"""REG2xx: by whom and when a plan is adopted, how long the edition is valid, and what the law and the source say of its kind."""

import re

from planstrategi.checks.rules import Hit, PlanHits, plan_rule
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD, OWNER
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import KOMMUNEPLAN

# A council term is four years (kommuneloven § 5-3 with valgloven); two terms.
TWO_TERMS = 8
YEARS_IN_NAME = re.compile(r"\b([12][0-9]{3}) ?[–-] ?([12][0-9]{3})\b")


@plan_rule("REG220", ADVARSEL, "vedtatt_av", OWNER, naar="vedtatt_av")
def never_political(plan: Plan, register: Register) -> PlanHits:
    """A document in force that was never adopted politically has no mandate from the council."""
    if plan.vedtatt_av == "administrativt":
        yield Hit("vedtatt_av", "vedtatt_av administrativt")


@plan_rule("REG221", ADVARSEL, "vedtatt datert revidert", OWNER, naar="vedtatt datert revidert")
def older_than_two_terms(plan: Plan, register: Register) -> PlanHits:
    """A document in force that is older than two council terms on the register's date."""
    felt, newest = max(plan.times("vedtatt", "datert", "revidert"), key=lambda one: one[1].sist, default=("", None))
    if newest and not plan.is_others and f"{newest.sist_aar + TWO_TERMS}{newest.sist[4:]}" < register.per_dato:
        yield Hit(felt, f"gjeldende utgave er fra {newest.tekst}, per dato {register.per_dato}")


@plan_rule("REG222", FEIL, "vedtatt, datert, revidert", KEEPER, naar="vedtatt datert revidert")
def adopted_in_future(plan: Plan, register: Register) -> PlanHits:
    """What is adopted, dated or revised lies before the register's date."""
    for felt, tid in plan.times("vedtatt", "datert", "revidert"):
        if tid.forst > register.per_dato:
            yield Hit(felt, f"{felt} {tid.tekst}, per dato {register.per_dato}", f"skal_vedtas: {tid.tekst}")


@plan_rule("REG223", ADVARSEL, "skal_vedtas, ferdig", OWNER, naar="skal_vedtas ferdig")
def adoption_passed(plan: Plan, register: Register) -> PlanHits:
    """The planned adoption or finish has passed on the register's date: it happened, or it slipped."""
    for felt, tid in plan.times("skal_vedtas", "ferdig"):
        if tid.sist < register.per_dato:
            yield Hit(felt, f"{felt} {tid.tekst}, per dato {register.per_dato}")


@plan_rule("REG224", ADVARSEL, "planbehov skal_vedtas, planbehov skal_vedtas_av, planbehov skal_vedtas_organ", KEEPER, naar="skal_vedtas skal_vedtas_av skal_vedtas_organ", also="periode")  # fmt: skip
def adoption_without_plan(plan: Plan, register: Register) -> PlanHits:
    """A plan that is carried on unchanged or replaced has no next edition to adopt; a repeal is adopted too."""
    if plan.planbehov in ("viderefores", "erstattes") and not register.goes_on_after(plan):
        for felt in ("skal_vedtas", "skal_vedtas_av", "skal_vedtas_organ"):
            if getattr(plan, felt):
                yield Hit(felt, f"planbehov {plan.planbehov} og {felt}")


@plan_rule("REG225", FEIL, "vedtatt gyldig_til", KEEPER, naar="vedtatt")
def adopted_after_expiry(plan: Plan, register: Register) -> PlanHits:
    """An edition cannot be adopted after it has expired."""
    if plan.vedtatt and plan.gyldig_til and plan.vedtatt.forst > plan.gyldig_til.sist:
        yield Hit("vedtatt", f"vedtatt {plan.vedtatt.tekst}, gyldig til {plan.gyldig_til.tekst}")


@plan_rule("REG264", ADVARSEL, "gyldig_til datert, gyldig_til revidert", KEEPER, naar="datert revidert")
def dated_after_expiry(plan: Plan, register: Register) -> PlanHits:
    """An edition that is dated or revised after it expired is in use without being valid, or its validity is old."""
    for felt, tid in plan.times("datert", "revidert"):
        if plan.gyldig_til and tid.forst > plan.gyldig_til.sist:
            yield Hit(felt, f"{felt} {tid.tekst}, gyldig til {plan.gyldig_til.tekst}")


@plan_rule("REG226", ADVARSEL, "vedtatt datert revidert", KEEPER, naar="datert revidert")
def dated_after_adoption(plan: Plan, register: Register) -> PlanHits:
    """An edition is dated, then adopted, then revised."""
    for before, after in (("datert", "vedtatt"), ("vedtatt", "revidert"), ("datert", "revidert")):
        first, then = getattr(plan, before), getattr(plan, after)
        if first and then and first.forst > then.sist:
            yield Hit("datert" if before == "datert" else "revidert", f"{before} {first.tekst}, {after} {then.tekst}")


@plan_rule("REG227", FEIL, "vedtatt skal_vedtas", KEEPER, naar="skal_vedtas")
def next_before_last(plan: Plan, register: Register) -> PlanHits:
    """The next edition is adopted after the one in force."""
    if plan.vedtatt and plan.skal_vedtas and plan.skal_vedtas.sist < plan.vedtatt.forst:
        yield Hit("skal_vedtas", f"skal_vedtas {plan.skal_vedtas.tekst}, vedtatt {plan.vedtatt.tekst}")


@plan_rule("REG228", ADVARSEL, "kilde vedtatt_av, kilde skal_vedtas_av", OWNER, naar="vedtatt_av skal_vedtas_av", also="tabeller")
def against_table(plan: Plan, register: Register) -> PlanHits:
    """The table's introduction says how its plans are adopted; a plan that says otherwise contradicts it."""
    table = register.tables_by_id().get(plan.kilde.tabell)
    for felt in ("vedtatt_av", "skal_vedtas_av"):
        said = getattr(plan, felt)
        if table and table.vedtas_av and said and said != table.vedtas_av:
            yield Hit(felt, f"{felt} {said}, tabellen {table.id} sier {table.vedtas_av}", f"{felt}: {table.vedtas_av}")


@plan_rule("REG263", ADVARSEL, "status skal_vedtas_av", KEEPER, naar="skal_vedtas_av")
def political_by_administration(plan: Plan, register: Register) -> PlanHits:
    """What is before the politicians is not adopted by the administration."""
    if plan.status == "til_behandling" and plan.skal_vedtas_av == "administrativt":
        yield Hit("skal_vedtas_av", "status til_behandling og skal_vedtas_av administrativt")


@plan_rule("REG229", MERKNAD, "vedtatt_organ vedtatt_av, skal_vedtas_organ skal_vedtas_av", KEEPER, naar="vedtatt_organ skal_vedtas_organ")  # fmt: skip
def organ_against_manner(plan: Plan, register: Register) -> PlanHits:
    """An organ that adopts without saying whether it is political leaves the mandate open."""
    for organ, manner in (("vedtatt_organ", "vedtatt_av"), ("skal_vedtas_organ", "skal_vedtas_av")):
        if getattr(plan, organ) and not getattr(plan, manner):
            yield Hit(organ, f"{organ} uten {manner}", f"{manner}: …")


@plan_rule("REG215", FEIL, "gyldig_fra gyldig_til", KEEPER, naar="gyldig_fra")
def validity_backwards(plan: Plan, register: Register) -> PlanHits:
    """A validity has to begin before it ends."""
    if plan.gyldig_fra and plan.gyldig_til and plan.gyldig_fra.forst > plan.gyldig_til.sist:
        yield Hit("gyldig_til", f"gyldig_fra {plan.gyldig_fra.tekst}, gyldig_til {plan.gyldig_til.tekst}")


@plan_rule("REG262", ADVARSEL, "navn gyldig_fra, navn gyldig_til", KEEPER, naar="gyldig_fra gyldig_til")
def name_against_validity(plan: Plan, register: Register) -> PlanHits:
    """The years in a plan's name are the years it is valid for."""
    years = YEARS_IN_NAME.search(plan.navn)
    for felt, aar in zip(("gyldig_fra", "gyldig_til"), years.groups() if years else (), strict=False):
        tid = getattr(plan, felt)
        if tid and not tid.forst_aar <= int(aar) <= tid.sist_aar:
            yield Hit(felt, f"{felt} {tid.tekst}, navnet sier {aar}")


@plan_rule("REG203", ADVARSEL, "gyldig_til", OWNER, naar="gyldig_til", also="periode")
def expired_before_period(plan: Plan, register: Register) -> PlanHits:
    """Validity that ended before the period: the plan is in use without being in force."""
    if plan.gyldig_til and plan.gyldig_til.sist_aar < register.periode.fra and not plan.is_others:
        yield Hit("gyldig_til", f"gyldig til {plan.gyldig_til.tekst}, perioden begynner i {register.periode.fra}")


@plan_rule("REG260", ADVARSEL, "status gyldig_fra, status gyldig_til", OWNER, naar="status", also="periode")
def in_force_outside_validity(plan: Plan, register: Register) -> PlanHits:
    """What is in force on the register's date is valid on it; validity that ended before the period is REG203."""
    valid, until = plan.status == "gjeldende", plan.gyldig_til
    if valid and plan.gyldig_fra and plan.gyldig_fra.forst > register.per_dato:
        yield Hit("gyldig_fra", f"status gjeldende per {register.per_dato}, gyldig fra {plan.gyldig_fra.tekst}")
    if valid and until and until.sist < register.per_dato and not any(expired_before_period.find(plan, register)):
        yield Hit("gyldig_til", f"status gjeldende per {register.per_dato}, gyldig til {until.tekst}")


@plan_rule("REG265", ADVARSEL, "plantype vedtatt_av, plantype skal_vedtas_av", OWNER, naar="vedtatt_av skal_vedtas_av")
def kommuneplan_by_administration(plan: Plan, register: Register) -> PlanHits:
    """The council itself adopts the kommuneplan (pbl. § 11-15); it can delegate small changes only (§ 11-17)."""
    for felt in ("vedtatt_av", "skal_vedtas_av") if plan.plantype in KOMMUNEPLAN else ():
        if getattr(plan, felt) == "administrativt":
            yield Hit(felt, f"plantype {plan.plantype} og {felt} administrativt")


@plan_rule("REG266", ADVARSEL, "plantype planbehov, plantype aarlig", KEEPER, naar="planbehov aarlig")
def action_part_of_area_plan(plan: Plan, register: Register) -> PlanHits:
    """The samfunnsdel and the kommunedelplaner for a theme have an action part (pbl. §§ 11-1 and 11-2)."""
    if "handlingsdel" in plan.aarlig and _is_area_plan(plan.plantype, register):
        yield Hit("aarlig", f"plantype {plan.plantype} og årlig handlingsdel")
    if plan.planbehov == "rullering_av_handlingsdel" and _is_area_plan(plan.plantype, register):
        yield Hit("planbehov", f"plantype {plan.plantype} og planbehov rullering_av_handlingsdel")


@plan_rule("REG267", ADVARSEL, "plantype erstattes_av", OWNER, naar="erstattes_av")
def area_plan_replaced_by_other(plan: Plan, register: Register) -> PlanHits:
    """An area plan binds until it is changed or repealed as one (pbl. §§ 11-6, 11-17, 12-4 and 12-14)."""
    new = [register.plans_by_id()[plan_id] for plan_id in plan.erstattes_av]
    area_plans = [other for other in new if other.plantype == "uavklart" or _is_area_plan(other.plantype, register)]
    if new and not area_plans and _is_area_plan(plan.plantype, register):
        yield Hit("erstattes_av", ", ".join(f"{other.id} er {other.plantype}" for other in new))


@plan_rule("REG268", ADVARSEL, "planbehov statutter erstattes_av erstattes_av_omtalt", OWNER, naar="statutter")
def required_but_dropped(plan: Plan, register: Register) -> PlanHits:
    """A plan that the source says a statute requires is dropped, and nothing takes its place."""
    if plan.planbehov == "oppheves" and not plan.erstattes_av and not plan.erstattes_av_omtalt:
        for statutt in plan.statutter:
            if statutt.gjelder == "plan":
                yield Hit("planbehov", f"planbehov oppheves og {statutt.lov}")


def _is_area_plan(plantype: str, register: Register) -> bool:
    return any(known.id == plantype and known.sosi for known in register.plan_types())
