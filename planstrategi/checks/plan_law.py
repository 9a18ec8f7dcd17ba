"""REG2xx: what the law says of a plan's type, and what the source says of a plan's statutes."""

from planstrategi.checks.rules import Hit, PlanHits, plan_rule
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, KEEPER, OWNER
from planstrategi.model.register import Register

# The kommuneplan, and the kommunedelplaner that are made like it (pbl. §§ 11-1 and 11-15).
KOMMUNEPLAN = ("samfunnsdel", "arealdel", "areal-kommunedelplan", "tematisk-kommunedelplan")


@plan_rule("REG265", ADVARSEL, "Kommunestyret selv vedtar kommuneplanen (pbl. § 11-15), men planen er ført som administrativt vedtatt.", "politisk",
           "plantype vedtatt_av skal_vedtas_av", OWNER, naar="vedtatt_av skal_vedtas_av", groups="plantype vedtatt_av, plantype skal_vedtas_av")  # fmt: skip
def kommuneplan_by_administration(plan: Plan, register: Register) -> PlanHits:
    """The council itself adopts the kommuneplan (pbl. § 11-15); it can delegate small changes only (§ 11-17)."""
    for felt in ("vedtatt_av", "skal_vedtas_av") if plan.plantype in KOMMUNEPLAN else ():
        if getattr(plan, felt) == "administrativt":
            yield Hit(felt, f"plantype {plan.plantype} og {felt} administrativt")


@plan_rule("REG266", ADVARSEL, "En arealplan har ingen handlingsdel (pbl. §§ 11-1 og 11-2).", "en annen plantype, eller ingen handlingsdel",
           "plantype planbehov aarlig", KEEPER, groups="plantype planbehov, plantype aarlig")  # fmt: skip
def action_part_of_area_plan(plan: Plan, register: Register) -> PlanHits:
    """The samfunnsdel and the kommunedelplaner for a theme have an action part (pbl. §§ 11-1 and 11-2)."""
    if "handlingsdel" in plan.aarlig and _is_area_plan(plan.plantype, register):
        yield Hit("aarlig", f"plantype {plan.plantype} og årlig handlingsdel")
    if plan.planbehov == "rullering_av_handlingsdel" and _is_area_plan(plan.plantype, register):
        yield Hit("planbehov", f"plantype {plan.plantype} og planbehov rullering_av_handlingsdel")


@plan_rule("REG267", ADVARSEL, "Arealplanen erstattes av en plan som ikke er en arealplan.", "en arealplan, eller planbehov oppheves", "plantype erstattes_av", OWNER, naar="erstattes_av")  # fmt: skip
def area_plan_replaced_by_other(plan: Plan, register: Register) -> PlanHits:
    """An area plan binds until it is changed or repealed as one (pbl. §§ 11-6, 11-17, 12-4 and 12-14)."""
    new = [register.plans_by_id()[plan_id] for plan_id in plan.erstattes_av]
    area_plans = [other for other in new if other.plantype == "uavklart" or _is_area_plan(other.plantype, register)]
    if new and not area_plans and _is_area_plan(plan.plantype, register):
        yield Hit("erstattes_av", ", ".join(f"{other.id} er {other.plantype}" for other in new))


@plan_rule("REG268", ADVARSEL, "Planen oppheves, men kilden sier at en lov krever eller regulerer den.", "en plan som erstatter den, eller et annet planbehov",
           "planbehov statutter erstattes_av erstattes_av_omtalt", OWNER, naar="statutter")  # fmt: skip
def required_but_dropped(plan: Plan, register: Register) -> PlanHits:
    """A plan that the source says a statute requires is dropped, and nothing takes its place."""
    if plan.planbehov == "oppheves" and not plan.erstattes_av and not plan.erstattes_av_omtalt:
        for statutt in plan.statutter:
            if statutt.gjelder == "plan":
                yield Hit("planbehov", f"planbehov oppheves og {statutt.lov}")


def _is_area_plan(plantype: str, register: Register) -> bool:
    return any(known.id == plantype and known.sosi for known in register.plan_types())
