"""REG2xx: how a plan stands to other plans, to those who wait and drive, and to roles and areas."""

from collections.abc import Callable, Collection, Iterable

from planstrategi.checks.plan_time import marked_with_years, worked_years
from planstrategi.checks.rules import Hit, PlanHits, plan_rule
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD, OWNER
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import ENDING, OPPSTARTSMERKE


@plan_rule("REG230", MERKNAD, "inngaar_i aar", KEEPER, naar="inngaar_i")
def double_counted(plan: Plan, register: Register) -> PlanHits:
    """Years for a plan whose work is part of another's are counted twice; tables show both counts."""
    if plan.inngaar_i and plan.aar:
        yield Hit("aar", f"inngår i {', '.join(plan.inngaar_i)} og har egne år")


@plan_rule("REG231", ADVARSEL, "inngaar_i aar", OWNER, naar="inngaar_i")
def years_outside_whole(plan: Plan, register: Register) -> PlanHits:
    """A plan whose work is part of another's cannot be worked on in years when the other is not."""
    for whole in _plans(register, plan.inngaar_i):
        if extra := [aar for aar in worked_years(plan, register) if aar not in worked_years(whole, register)]:
            yield Hit("aar", f"{', '.join(map(str, extra))} er ikke merket for {whole.id}")


@plan_rule("REG232", ADVARSEL, "planbehov erstattes_av erstattes_av_omtalt", KEEPER, naar="planbehov erstattes_av erstattes_av_omtalt")  # fmt: skip
def replaced_by_nothing(plan: Plan, register: Register) -> PlanHits:
    """A plan that is replaced names what replaces it, a plan or a document without a row, and only such a plan does."""
    new = plan.erstattes_av or plan.erstattes_av_omtalt
    if plan.planbehov == "erstattes" and not new:
        yield Hit("planbehov", "planbehov erstattes uten erstattes_av", "erstattes_av: [plan-id]")
    if new and plan.planbehov not in ENDING:
        felt = "erstattes_av" if plan.erstattes_av else "erstattes_av_omtalt"
        yield Hit(felt, f"{felt} og planbehov {plan.planbehov or 'ikke oppgitt'}", "planbehov: erstattes")


@plan_rule("REG233", ADVARSEL, "erstattes_av planbehov", OWNER, naar="erstattes_av")
def replaced_by_unmade(plan: Plan, register: Register) -> PlanHits:
    """What replaces a plan has to be made: it must not itself be dropped or replaced, nor stand unchanged."""
    for new in _plans(register, plan.erstattes_av):
        if new.planbehov in ("viderefores", "oppheves", "erstattes"):
            yield Hit("erstattes_av", f"{new.id} har planbehov {new.planbehov}")


@plan_rule("REG248", ADVARSEL, "gyldig_til erstattes_av aar", OWNER, naar="erstattes_av", also="periode")
def gap_before_successor(plan: Plan, register: Register) -> PlanHits:
    """A plan that expires before work on what replaces it begins leaves a gap."""
    until, successors = plan.gyldig_til, _plans(register, plan.erstattes_av)
    worked = [(worked_years(new, register, OPPSTARTSMERKE), new) for new in successors]
    begin = {years[0]: new.id for years, new in worked if years}
    if until and begin and register.periode.fra <= until.sist_aar < min(begin):
        yield Hit("gyldig_til", f"gyldig til {until.tekst}, {begin[min(begin)]} begynner i {min(begin)}")


@plan_rule("REG247", ADVARSEL, "inngaar_i planbehov aarlig, kan_inngaa_i planbehov aarlig", OWNER, naar="inngaar_i kan_inngaa_i")
def part_of_unmade(plan: Plan, register: Register) -> PlanHits:
    """Work that is, or may become, part of another plan needs work on that plan."""
    for felt in ("inngaar_i", "kan_inngaa_i"):
        for whole in _plans(register, getattr(plan, felt)):
            if whole.planbehov in ("erstattes", "oppheves") or (whole.planbehov == "viderefores" and not whole.aarlig):
                yield Hit(felt, f"{whole.id} har planbehov {whole.planbehov}")


@plan_rule("REG234", ADVARSEL, "venter_paa aar oppstart", OWNER, naar="venter_paa")
def waits_without_year(plan: Plan, register: Register) -> PlanHits:
    """Waiting for somebody else and no year: nobody has set aside time for when the answer comes."""
    waits = [venter for venter in plan.venter_paa if venter.andre]
    if waits and not plan.aar and not plan.oppstart and marked_with_years(plan, register):
        yield Hit("venter_paa", f"venter på {waits[0].hva} og ingen år")


@plan_rule("REG235", ADVARSEL, "venter_paa aar", OWNER, naar="venter_paa")
def waits_for_later(plan: Plan, register: Register) -> PlanHits:
    """A plan that waits for another cannot have its last year before the other's first."""
    for other in _plans(register, [venter.plan for venter in plan.venter_paa if venter.plan]):
        own, first = worked_years(plan, register), worked_years(other, register, OPPSTARTSMERKE)
        if own and first and own[-1] < first[0]:
            yield Hit("venter_paa", f"siste år {own[-1]}, {other.id} begynner i {first[0]}")


@plan_rule("REG236", MERKNAD, "status venter_paa", OWNER, naar="status")
def waits_for_nothing_said(plan: Plan, register: Register) -> PlanHits:
    """A status of waiting says what it waits for."""
    if plan.status == "venter" and not plan.venter_paa:
        yield Hit("status", "status venter uten venter_paa", "venter_paa: [{hva: …, andre: ja}]")


@plan_rule("REG237", ADVARSEL, "samordnes_med aar", OWNER, naar="samordnes_med")
def coordinated_apart(plan: Plan, register: Register) -> PlanHits:
    """Plans that are to be coordinated are worked on in at least one year in common."""
    for other in _plans(register, plan.samordnes_med):
        own, others = worked_years(plan, register), worked_years(other, register)
        if own and others and not set(own) & set(others):
            yield Hit("samordnes_med", f"ingen felles år med {other.id}")


@plan_rule("REG238", FEIL, "id inngaar_i, id kan_inngaa_i, id samordnes_med, id venter_paa, id erstattes_av", KEEPER, naar="inngaar_i kan_inngaa_i samordnes_med erstattes_av venter_paa")  # fmt: skip
def related_to_itself(plan: Plan, register: Register) -> PlanHits:
    """A plan has no relation to itself."""
    waits = [venter.plan for venter in plan.venter_paa]
    for felt in ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av", "venter_paa"):
        if plan.id in (waits if felt == "venter_paa" else getattr(plan, felt)):
            yield Hit(felt, plan.id, f"Fjern {plan.id} fra {felt}.")


@plan_rule("REG239", ADVARSEL, "inngaar_i kan_inngaa_i", KEEPER, naar="kan_inngaa_i")
def part_and_maybe_part(plan: Plan, register: Register) -> PlanHits:
    """What already is part of a plan cannot perhaps become part of it."""
    if both := set(plan.inngaar_i) & set(plan.kan_inngaa_i):
        yield Hit("kan_inngaa_i", ", ".join(sorted(both)), "Behold bare inngaar_i.")


@plan_rule("REG240", FEIL, "inngaar_i", KEEPER, naar="inngaar_i")
def parts_in_circle(plan: Plan, register: Register) -> PlanHits:
    """Parts cannot be part of each other in a circle."""
    if last := _leads_back(plan, register, lambda part: part.inngaar_i):
        yield Hit("inngaar_i", f"{plan.id} inngår i seg selv gjennom {last}")


@plan_rule("REG249", ADVARSEL, "venter_paa", OWNER, naar="venter_paa")
def waits_in_circle(plan: Plan, register: Register) -> PlanHits:
    """Plans that wait for each other in a circle wait for ever."""
    if last := _leads_back(plan, register, lambda one: [venter.plan for venter in one.venter_paa if venter.plan]):
        yield Hit("venter_paa", f"{plan.id} venter på seg selv gjennom {last}")


def _leads_back(plan: Plan, register: Register, relation: Callable[[Plan], Collection[str]]) -> str:
    seen, above = {plan.id}, list(relation(plan))
    # grows as it is read
    for plan_id in above:
        for other in _plans(register, {plan_id} - seen):
            if plan.id in relation(other):
                return other.id
            above += relation(other)
        seen.add(plan_id)
    return ""


@plan_rule("REG241", MERKNAD, "roller", OWNER)
def role_missing(plan: Plan, register: Register) -> PlanHits:
    """A plan without a role: nobody in particular does the work."""
    if not plan.roller:
        yield Hit("ansvarlig", "ingen rolle")


@plan_rule("REG242", ADVARSEL, "roller ansvarlig medvirkende", KEEPER, naar="roller", also="roller omraader")
def role_elsewhere(plan: Plan, register: Register) -> PlanHits:
    """A role belongs to the responsible area or to one that takes part."""
    areas = {rolle.id: rolle.omraade for rolle in register.roller}
    for rolle in plan.roller:
        area = areas.get(rolle)
        if area and plan.ansvarlig and area not in (*plan.ansvarlig, *plan.medvirkende):
            yield Hit("roller", f"{rolle} hører til {area}, ansvarlig er {', '.join(plan.ansvarlig)}")


@plan_rule("REG243", ADVARSEL, "medvirkende ansvarlig", KEEPER, naar="medvirkende")
def takes_part_in_own(plan: Plan, register: Register) -> PlanHits:
    """The responsible area need not be named among those that take part."""
    if both := ", ".join(area for area in plan.ansvarlig if area in plan.medvirkende):
        yield Hit("medvirkende", both, f"Fjern {both} fra medvirkende.")


@plan_rule("REG244", MERKNAD, "planbehov aarlig", OWNER)
def decision_missing(plan: Plan, register: Register) -> PlanHits:
    """The register does not say what is decided for the plan; that it is done each year, says it."""
    if not plan.planbehov and not plan.aarlig:
        yield Hit("navn", "planbehov er ikke oppgitt")


@plan_rule("REG245", ADVARSEL, "planbehov aarlig", OWNER, naar="aarlig")
def dropped_but_yearly(plan: Plan, register: Register) -> PlanHits:
    """A plan that is dropped or replaced has no yearly action part to keep up."""
    if plan.aarlig and plan.planbehov in ("oppheves", "erstattes"):
        yield Hit("aarlig", f"planbehov {plan.planbehov} og årlig {', '.join(plan.aarlig)}")


@plan_rule("REG246", ADVARSEL, "planbehov aar", OWNER, naar="aar")
def dropped_but_in_years(plan: Plan, register: Register) -> PlanHits:
    """A plan that is dropped is not worked on in later years."""
    if plan.planbehov == "oppheves" and len(plan.aar) > 1:
        yield Hit("aar", f"planbehov oppheves og {len(plan.aar)} år")


def _plans(register: Register, ids: Iterable[str]) -> list[Plan]:
    by_id = register.plans_by_id()
    return [by_id[plan_id] for plan_id in ids if plan_id in by_id]
