"""REG2xx: what a plan's years, start, finish and validity say of each other and of the period."""

from planstrategi.checks.rules import Hit, PlanHits, plan_rule
from planstrategi.model.dates import whole_year
from planstrategi.model.plan import Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, OWNER
from planstrategi.model.register import Register, once
from planstrategi.model.vocabulary import ENDING, NOT_BEGUN, OPPSTARTSMERKE, REVISING, UNDER_WAY, VEDTAKSMERKE, words_beside

_FAR_AFTER: dict[str, int] = words_beside(__file__, "field_pairs.yaml")["langt_etter"]


def _years(aar: tuple[int, ...]) -> str:
    return f"aar: [{', '.join(map(str, aar))}]"


@plan_rule("REG201", ADVARSEL, "oppstart aar", OWNER, naar="oppstart", also="periode tabeller")
def start_without_year(plan: Plan, register: Register) -> PlanHits:
    """Work that starts in the period needs a marked year where marks mean work, or it is invisible in every count."""
    starts = plan.oppstart and plan.oppstart.forst_aar in register.periode.years
    if plan.oppstart and starts and not plan.aar and plan.id in _where_marks_mean_work(register):
        yield Hit("oppstart", f"oppstart {plan.oppstart.tekst} og ingen år")


@once
def _where_marks_mean_work(register: Register) -> set[str]:
    tables = {table.id for table in register.tabeller if table.marks_work}
    return {plan.id for plan in register.planer if plan.kilde.tabell in tables and not plan.year_is_lost}


def worked_years(plan: Plan, register: Register, also: str = "") -> tuple[int, ...]:
    """Return the years that are marked as work, with those that are marked to mean what `also` says."""
    return register.marked_work(plan, also) if plan.aar else ()


@plan_rule("REG202", ADVARSEL, "planbehov aar aarlig", KEEPER, naar="aar", also="periode")
def years_without_revision(plan: Plan, register: Register) -> PlanHits:
    """Years for a plan that is carried on unchanged need a yearly action part to explain them."""
    if plan.planbehov == "viderefores" and worked_years(plan, register) and not plan.aarlig and not register.goes_on_after(plan):
        yield Hit("aar", f"planbehov viderefores og {_years(plan.aar)}", "Fjern årene, eller endre planbehov.")


@plan_rule("REG204", ADVARSEL, "gyldig_til planbehov aar", OWNER, naar="gyldig_til", also="periode")
def expires_unrevised(plan: Plan, register: Register) -> PlanHits:
    """Validity that ends in the period, and no revision is decided or marked."""
    decided = plan.planbehov in (*REVISING, *ENDING) or plan.aar or plan.finish
    if plan.gyldig_til and not plan.is_others and not decided and plan.gyldig_til.sist_aar in register.periode.years:
        yield Hit("gyldig_til", f"gyldig til {plan.gyldig_til.tekst} og ingen revisjon")


@plan_rule("REG205", ADVARSEL, "gyldig_til aar, gyldig_til oppstart", OWNER, naar="gyldig_til", also="periode")
def revision_after_expiry(plan: Plan, register: Register) -> PlanHits:
    """Revision that begins after the validity has ended leaves a gap. A marked year may mean any day in it."""
    first, begun = plan.oppstart, worked_years(plan, register, OPPSTARTSMERKE)
    if begun and (first is None or begun[0] < first.forst_aar):
        first = whole_year(begun[0])
    if first and plan.gyldig_til and plan.gyldig_til.sist_aar >= register.periode.fra and first.forst > plan.gyldig_til.sist:
        yield Hit("gyldig_til", f"gyldig til {plan.gyldig_til.tekst}, arbeidet begynner i {first.tekst}")


@plan_rule("REG206", ADVARSEL, "foer_utlop gyldig_til aar", OWNER, naar="foer_utlop")
def years_after_expiry(plan: Plan, register: Register) -> PlanHits:
    """A plan that is to be revised before it expires has years marked after that."""
    worked, until = worked_years(plan, register), plan.gyldig_til
    late = tuple(aar for aar in worked if until and aar > until.sist_aar)
    if plan.foer_utlop and until and late and late != worked:
        yield Hit("aar", f"{', '.join(map(str, late))} er merket, gyldig til {until.tekst}")


@plan_rule("REG207", ADVARSEL, "foer_utlop gyldig_til", KEEPER, naar="foer_utlop")
def before_expiry_without_expiry(plan: Plan, register: Register) -> PlanHits:
    """`foer_utlop` says nothing without a date of expiry."""
    if plan.foer_utlop and not plan.gyldig_til:
        yield Hit("foer_utlop", "foer_utlop ja og ingen gyldig_til", "gyldig_til: ÅÅÅÅ")


@plan_rule("REG208", ADVARSEL, "aarlig aar", OWNER, naar="aarlig")
def yearly_without_years(plan: Plan, register: Register) -> PlanHits:
    """Something done every year takes work every year, and no year is marked."""
    if plan.aarlig and not plan.aar and marked_with_years(plan, register):
        yield Hit("aarlig", f"årlig {', '.join(plan.aarlig)} og ingen år")


@plan_rule("REG209", ADVARSEL, "planbehov aar oppstart ferdig skal_vedtas hast venter_paa aarlig", OWNER, naar="planbehov", also="planer")  # fmt: skip
def revision_without_year(plan: Plan, register: Register) -> PlanHits:
    """A plan that is to be made or revised says nothing of when, in a table that marks years for others."""
    said = plan.aar or plan.oppstart or plan.ferdig or plan.skal_vedtas or plan.hast or plan.venter_paa or plan.aarlig
    # what no row of the table says, is no fault of one
    if plan.planbehov in REVISING and not said and marked_with_years(plan, register):
        yield Hit("planbehov", f"planbehov {plan.planbehov} og ingen år")


def marked_with_years(plan: Plan, register: Register) -> bool:
    """Return whether the plan's table marks years of work: it says so, or some plan in it is marked."""
    return plan.id in _in_tables_with_years(register)


@once
def _in_tables_with_years(register: Register) -> set[str]:
    silent = {table.id for table in register.tabeller if not table.merket_betyr}
    tables = {plan.kilde.tabell for plan in register.planer if plan.aar and plan.kilde.tabell in silent}
    marked = {plan.id for plan in register.planer if plan.kilde.tabell in tables and not plan.year_is_lost}
    return marked | _where_marks_mean_work(register)


@plan_rule("REG210", FEIL, "aar", KEEPER, naar="aar", also="periode")
def years_outside_period(plan: Plan, register: Register) -> PlanHits:
    """Years outside the period belong in another planstrategi; a period that is wrong itself is REG250."""
    years = register.periode.years
    if years and (outside := [aar for aar in plan.aar if aar not in years]):
        inside = tuple(aar for aar in plan.aar if aar in years)
        yield Hit("aar", ", ".join(map(str, outside)), _years(inside) if inside else "Fjern aar.")


@plan_rule("REG211", ADVARSEL, "oppstart aar", KEEPER, naar="oppstart", also="periode")
def start_against_years(plan: Plan, register: Register) -> PlanHits:
    """The year of the start and the first marked year have to be the same."""
    start, begun = plan.oppstart, worked_years(plan, register, OPPSTARTSMERKE)
    # what began before the period cannot be marked there
    if start and begun and start.sist_aar >= register.periode.fra and not start.forst_aar <= begun[0] <= start.sist_aar:
        yield Hit("oppstart", f"oppstart {start.tekst}, første merkede år {begun[0]}")


@plan_rule("REG212", ADVARSEL, "ferdig aar aarlig, skal_vedtas aar aarlig", OWNER, naar="ferdig skal_vedtas", also="periode")
def finish_against_years(plan: Plan, register: Register) -> PlanHits:
    """Work is finished or adopted in its last marked year, unless something goes on every year."""
    ended = worked_years(plan, register, VEDTAKSMERKE)
    for felt, tid in plan.times("ferdig", "skal_vedtas") if ended and not plan.aarlig else ():
        # what ends after the period cannot be marked there
        after = tid.forst_aar > register.periode.til == ended[-1]
        if not after and not tid.forst_aar <= ended[-1] <= tid.sist_aar:
            yield Hit(felt, f"{felt} {tid.tekst}, siste merkede år {ended[-1]}")


@plan_rule("REG213", FEIL, "ferdig oppstart, skal_vedtas oppstart", KEEPER, naar="ferdig skal_vedtas")
def finish_before_start(plan: Plan, register: Register) -> PlanHits:
    """Work cannot be finished or adopted before it starts."""
    for felt, tid in plan.times("ferdig", "skal_vedtas"):
        if plan.oppstart and tid.sist < plan.oppstart.forst:
            yield Hit(felt, f"{felt} {tid.tekst}, oppstart {plan.oppstart.tekst}")


@plan_rule("REG214", ADVARSEL, "ferdig skal_vedtas", KEEPER, naar="ferdig")
def adoption_before_finish(plan: Plan, register: Register) -> PlanHits:
    """A plan is adopted when the work is finished, not before."""
    if plan.ferdig and plan.skal_vedtas and plan.skal_vedtas.sist < plan.ferdig.forst:
        yield Hit("skal_vedtas", f"skal_vedtas {plan.skal_vedtas.tekst}, ferdig {plan.ferdig.tekst}")


@plan_rule("REG216", ADVARSEL, "status aar", OWNER, naar="status")
def status_against_years(plan: Plan, register: Register) -> PlanHits:
    """Work that goes on as of the register's date needs a marked year that is not in the past, where marks mean work."""
    this_year, goes_on = int(register.per_dato[:4]), plan.status in UNDER_WAY and marked_with_years(plan, register)
    if goes_on and max(plan.aar, default=0) < this_year and all(mark.means_work(plan) for mark in register.marks(plan)):
        yield Hit("status", f"status {plan.status} per {register.per_dato} og ingen merkede år fra {this_year}")


@plan_rule("REG217", ADVARSEL, "status oppstart", OWNER, naar="oppstart")
def started_before_start(plan: Plan, register: Register) -> PlanHits:
    """Work that is said to be under way has a start that still lies ahead, or the other way round."""
    start = plan.oppstart
    if start and plan.status in ("under_arbeid", "til_behandling") and start.forst > register.per_dato:
        yield Hit("oppstart", f"status {plan.status}, oppstart {start.tekst}")
    elif start and plan.status in NOT_BEGUN and start.sist < register.per_dato:
        yield Hit("oppstart", f"status {plan.status} per {register.per_dato}, oppstart {start.tekst}")


@plan_rule("REG218", ADVARSEL, "status planbehov", KEEPER, naar="status")
def in_force_against_decision(plan: Plan, register: Register) -> PlanHits:
    """A new plan cannot be in force."""
    if plan.status == "gjeldende" and plan.planbehov == "ny":
        yield Hit("status", "status gjeldende og planbehov ny")


@plan_rule("REG219", ADVARSEL, "planbehov aar aarlig status, planbehov aar aarlig oppstart, planbehov aar aarlig ferdig", KEEPER, naar="status oppstart ferdig", also="periode")  # fmt: skip
def work_on_unchanged(plan: Plan, register: Register) -> PlanHits:
    """A plan that is carried on unchanged, with nothing yearly, has no work; marked years are REG202."""
    if plan.planbehov != "viderefores" or plan.aarlig or plan.aar or register.goes_on_after(plan):
        return
    if plan.status in UNDER_WAY:
        yield Hit("status", f"planbehov viderefores og status {plan.status}")
    yield from (Hit(felt, f"planbehov viderefores og {felt} {tid.tekst}") for felt, tid in plan.times("oppstart", "ferdig"))


@plan_rule("REG261", ADVARSEL, "foer_utlop gyldig_til skal_vedtas, foer_utlop gyldig_til ferdig", OWNER, naar="foer_utlop")
def next_after_expiry(plan: Plan, register: Register) -> PlanHits:
    """A plan that is to be revised before it expires is finished or adopted after that."""
    for felt, tid in plan.times("skal_vedtas", "ferdig") if plan.foer_utlop else ():
        if plan.gyldig_til and tid.forst > plan.gyldig_til.sist:
            yield Hit(felt, f"{felt} {tid.tekst}, gyldig til {plan.gyldig_til.tekst}")


@plan_rule("REG272", ADVARSEL, "oppstart, ferdig, skal_vedtas, gyldig_til", KEEPER, naar="oppstart ferdig skal_vedtas gyldig_til", also="periode")  # fmt: skip
def far_after_period(plan: Plan, register: Register) -> PlanHits:
    """Nothing is decided so far ahead: two digits have changed places, and the work would be spread over every year until then."""
    for felt, tid in plan.times("oppstart", "ferdig", "skal_vedtas", "gyldig_til"):
        if tid.forst_aar > (last := register.periode.til + _FAR_AFTER[felt]):
            yield Hit(felt, f"{felt} {tid.tekst}, perioden {register.periode}", f"Rett året; {felt} kan være til og med {last}.")
