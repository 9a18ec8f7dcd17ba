"""REG2xx: how a plan stands to other plans, to those who wait and drive, and to roles and areas."""

from collections.abc import Callable, Collection

from planstrategi.checks.rule import Hit
from planstrategi.model.plan import Plan
from planstrategi.model.register import Register


def double_counted(plan: Plan, register: Register) -> Hit | None:
    """Years for a plan whose work is part of another's are counted twice; tables show both counts."""
    if plan.inngaar_i and plan.aar:
        return Hit("aar", f"inngår i {', '.join(plan.inngaar_i)} og har egne år")
    return None


def years_outside_whole(plan: Plan, register: Register) -> Hit | None:
    """A plan whose work is part of another's cannot be worked on in years when the other is not."""
    for whole in _plans(register, plan.inngaar_i):
        extra = [aar for aar in plan.aar if aar not in whole.aar]
        if extra:
            return Hit("aar", f"{', '.join(map(str, extra))} er ikke merket for {whole.id}")
    return None


def replaced_by_nothing(plan: Plan, register: Register) -> Hit | None:
    """A plan that is replaced names what replaces it, and only such a plan does."""
    if plan.planbehov == "erstattes" and not plan.erstattes_av:
        return Hit("planbehov", "planbehov erstattes uten erstattes_av", "erstattes_av: [plan-id]")
    if plan.erstattes_av and plan.planbehov not in ("erstattes", "oppheves"):
        return Hit(
            "erstattes_av",
            f"erstattes_av og planbehov {plan.planbehov or 'ikke oppgitt'}",
            "planbehov: erstattes",
        )
    return None


def replaced_by_unmade(plan: Plan, register: Register) -> Hit | None:
    """What replaces a plan has to be made: it must not itself be dropped or replaced, nor stand unchanged."""
    for new in _plans(register, plan.erstattes_av):
        if new.planbehov in ("viderefores", "oppheves", "erstattes"):
            return Hit("erstattes_av", f"{new.id} har planbehov {new.planbehov}")
    return None


def gap_before_successor(plan: Plan, register: Register) -> Hit | None:
    """A plan that expires before work on what replaces it begins leaves a gap."""
    if not plan.gyldig_til or plan.gyldig_til.sist_aar < register.periode.fra:
        return None
    begin = {new.aar[0]: new.id for new in _plans(register, plan.erstattes_av) if new.aar}
    if begin and min(begin) > plan.gyldig_til.sist_aar:
        found = f"gyldig til {plan.gyldig_til.tekst}, {begin[min(begin)]} begynner i {min(begin)}"
        return Hit("gyldig_til", found)
    return None


def part_of_unmade(plan: Plan, register: Register) -> Hit | None:
    """Work that is, or may become, part of another plan needs work on that plan."""
    for felt in ("inngaar_i", "kan_inngaa_i"):
        for whole in _plans(register, getattr(plan, felt)):
            untouched = whole.planbehov == "viderefores" and not whole.aarlig
            if untouched or whole.planbehov in ("erstattes", "oppheves"):
                return Hit(felt, f"{whole.id} har planbehov {whole.planbehov}")
    return None


def waits_without_year(plan: Plan, register: Register) -> Hit | None:
    """Waiting for somebody else and no year: nobody has set aside time for when the answer comes."""
    waits = [venter for venter in plan.venter_paa if venter.andre]
    if waits and not plan.aar and not plan.oppstart:
        return Hit("venter_paa", f"venter på {waits[0].hva} og ingen år")
    return None


def waits_for_later(plan: Plan, register: Register) -> Hit | None:
    """A plan that waits for another cannot have its last year before the other's first."""
    for other in _plans(register, [venter.plan for venter in plan.venter_paa if venter.plan]):
        if plan.aar and other.aar and plan.aar[-1] < other.aar[0]:
            return Hit("venter_paa", f"siste år {plan.aar[-1]}, {other.id} begynner i {other.aar[0]}")
    return None


def waits_and_works(plan: Plan, register: Register) -> Hit | None:
    """A status of waiting says what it waits for."""
    if plan.status == "venter" and not plan.venter_paa:
        return Hit("status", "status venter uten venter_paa", "venter_paa: [{hva: …, andre: ja}]")
    return None


def coordinated_apart(plan: Plan, register: Register) -> Hit | None:
    """Plans that are to be coordinated are worked on in at least one year in common."""
    for other in _plans(register, plan.samordnes_med):
        if plan.aar and other.aar and not set(plan.aar) & set(other.aar):
            return Hit("samordnes_med", f"ingen felles år med {other.id}")
    return None


def related_to_itself(plan: Plan, register: Register) -> Hit | None:
    """A plan has no relation to itself."""
    for felt in ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av"):
        if plan.id in getattr(plan, felt):
            return Hit(felt, plan.id, f"Fjern {plan.id} fra {felt}.")
    if any(venter.plan == plan.id for venter in plan.venter_paa):
        return Hit("venter_paa", plan.id, f"Fjern {plan.id} fra venter_paa.")
    return None


def part_and_maybe_part(plan: Plan, register: Register) -> Hit | None:
    """What already is part of a plan cannot perhaps become part of it."""
    both = set(plan.inngaar_i) & set(plan.kan_inngaa_i)
    if both:
        return Hit("kan_inngaa_i", ", ".join(sorted(both)), "Behold bare inngaar_i.")
    return None


def parts_in_circle(plan: Plan, register: Register) -> Hit | None:
    """Parts cannot be part of each other in a circle."""
    last = _leads_back(plan, register, lambda part: part.inngaar_i)
    return Hit("inngaar_i", f"{plan.id} inngår i seg selv gjennom {last}") if last else None


def waits_in_circle(plan: Plan, register: Register) -> Hit | None:
    """Plans that wait for each other in a circle wait for ever."""
    last = _leads_back(plan, register, lambda one: [venter.plan for venter in one.venter_paa if venter.plan])
    return Hit("venter_paa", f"{plan.id} venter på seg selv gjennom {last}") if last else None


def _leads_back(plan: Plan, register: Register, relation: Callable[[Plan], Collection[str]]) -> str:
    seen = {plan.id}
    above = list(relation(plan))
    while above:
        plan_id = above.pop()
        for other in _plans(register, [plan_id] if plan_id not in seen else []):
            if plan.id in relation(other):
                return other.id
            above += relation(other)
        seen.add(plan_id)
    return ""


def role_missing(plan: Plan, register: Register) -> Hit | None:
    """A plan without a role: nobody in particular does the work."""
    return None if plan.roller else Hit("ansvarlig", "ingen rolle")


def role_elsewhere(plan: Plan, register: Register) -> Hit | None:
    """A role belongs to the responsible area or to one that takes part."""
    areas = register.role_areas()
    for rolle in plan.roller:
        area = areas.get(rolle)
        if area and area != plan.ansvarlig and area not in plan.medvirkende:
            return Hit("roller", f"{rolle} hører til {area}, ansvarlig er {plan.ansvarlig}")
    return None


def takes_part_in_own(plan: Plan, register: Register) -> Hit | None:
    """The responsible area need not be named among those that take part."""
    if plan.ansvarlig in plan.medvirkende:
        return Hit("medvirkende", plan.ansvarlig, f"Fjern {plan.ansvarlig} fra medvirkende.")
    return None


def decision_missing(plan: Plan, register: Register) -> Hit | None:
    """The source does not say what is decided for the plan."""
    return None if plan.planbehov else Hit("navn", "planbehov er ikke oppgitt")


def dropped_but_yearly(plan: Plan, register: Register) -> Hit | None:
    """A plan that is dropped or replaced has no yearly action part to keep up."""
    if plan.aarlig and plan.planbehov in ("oppheves", "erstattes"):
        return Hit("aarlig", f"planbehov {plan.planbehov} og årlig {', '.join(plan.aarlig)}")
    return None


def dropped_but_in_years(plan: Plan, register: Register) -> Hit | None:
    """A plan that is dropped is not worked on in later years."""
    if plan.planbehov == "oppheves" and len(plan.aar) > 1:
        return Hit("aar", f"planbehov oppheves og {len(plan.aar)} år")
    return None


def _plans(register: Register, ids: object) -> list[Plan]:
    by_id = register.plans_by_id() if ids else {}
    return [by_id[i] for i in ids or () if i in by_id]  # type: ignore[attr-defined]
