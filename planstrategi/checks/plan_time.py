"""REG2xx: what a plan's years, start, finish and validity say of each other and of the period."""

import re

from planstrategi.checks.rules import Hit, plan_rule
from planstrategi.model.plan import MOMENT, Plan
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, OWNER
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import REVISING, UNDER_WAY

NOT_BEGUN = ("ikke_startet", "utredes", "venter")
YEARS_IN_NAME = re.compile(r"\b([12][0-9]{3}) ?[–-] ?([12][0-9]{3})\b")


def _years(aar: tuple[int, ...]) -> str:
    return f"aar: [{', '.join(map(str, aar))}]"


@plan_rule("REG201", ADVARSEL, "Arbeidet skal starte, men ingen år er merket.", "et merket år når arbeidet starter", "oppstart aar", OWNER, naar="oppstart")  # fmt: skip
def start_without_year(plan: Plan, register: Register) -> Hit | None:
    """Work that is said to start needs a marked year, or it is invisible in every count."""
    if plan.oppstart and not plan.aar:
        return Hit("oppstart", f"oppstart {plan.oppstart.tekst} og ingen år")
    return None


@plan_rule("REG202", ADVARSEL, "År er merket for en plan som ikke skal revideres.", "ingen år, eller noe som gjøres årlig", "planbehov aar aarlig", KEEPER)  # fmt: skip
def years_without_revision(plan: Plan, register: Register) -> Hit | None:
    """Years for a plan that is carried on unchanged need a yearly action part to explain them."""
    if plan.planbehov == "viderefores" and plan.aar and not plan.aarlig:
        return Hit("aar", f"planbehov viderefores og {_years(plan.aar)}", "Fjern årene, eller endre planbehov.")
    return None


@plan_rule("REG203", ADVARSEL, "Gyldigheten løp ut før perioden.", "gyldighet som rekker inn i perioden", "gyldig_til", OWNER, naar="gyldig_til")  # fmt: skip
def expired_before_period(plan: Plan, register: Register) -> Hit | None:
    """Validity that ended before the period: the plan is in use without being in force."""
    if plan.gyldig_til and plan.gyldig_til.sist_aar < register.periode.fra:
        return Hit("gyldig_til", f"gyldig til {plan.gyldig_til.tekst}, perioden begynner i {register.periode.fra}")
    return None


@plan_rule("REG204", ADVARSEL, "Gyldigheten løper ut i perioden uten at revisjon er planlagt.", "revisjon, erstatning eller oppheving",
           "gyldig_til planbehov aar", OWNER, naar="gyldig_til")  # fmt: skip
def expires_unrevised(plan: Plan, register: Register) -> Hit | None:
    """Validity that ends in the period, and no revision is decided or marked."""
    if not plan.gyldig_til or plan.planbehov in (*REVISING, "erstattes", "oppheves"):
        return None
    if plan.gyldig_til.sist_aar in register.periode.years and not plan.aar:
        return Hit("gyldig_til", f"gyldig til {plan.gyldig_til.tekst} og ingen revisjon")
    return None


@plan_rule("REG205", ADVARSEL, "Arbeidet begynner etter at gyldigheten har løpt ut.", "arbeid som begynner mens planen gjelder",
           "gyldig_til aar oppstart", OWNER, naar="gyldig_til", groups="gyldig_til aar, gyldig_til oppstart")  # fmt: skip
def revision_after_expiry(plan: Plan, register: Register) -> Hit | None:
    """Revision that begins after the validity has ended leaves a gap. A marked year may mean any day in it."""
    first = plan.oppstart
    if plan.aar and (first is None or plan.aar[0] < first.forst_aar):
        first = MOMENT.parse(str(plan.aar[0]))
    if first is None or plan.gyldig_til is None or plan.gyldig_til.sist_aar < register.periode.fra:
        return None
    if first.forst > plan.gyldig_til.sist:
        return Hit("gyldig_til", f"gyldig til {plan.gyldig_til.tekst}, arbeidet begynner i {first.tekst}")
    return None


@plan_rule("REG206", ADVARSEL, "Planen skal revideres før utløp, men år etter utløp er merket.", "år til og med utløpsåret", "foer_utlop gyldig_til aar", OWNER, naar="foer_utlop")  # fmt: skip
def years_after_expiry(plan: Plan, register: Register) -> Hit | None:
    """A plan that is to be revised before it expires has years marked after that."""
    if not (plan.foer_utlop and plan.gyldig_til and plan.aar):
        return None
    late = tuple(aar for aar in plan.aar if aar > plan.gyldig_til.sist_aar)
    if not late or late == plan.aar:
        return None
    return Hit("aar", f"{', '.join(map(str, late))} er merket, gyldig til {plan.gyldig_til.tekst}")


@plan_rule("REG207", ADVARSEL, "Planen skal revideres før utløp, men utløp er ikke oppgitt.", "gyldig_til", "foer_utlop gyldig_til", KEEPER, naar="foer_utlop")  # fmt: skip
def before_expiry_without_expiry(plan: Plan, register: Register) -> Hit | None:
    """`foer_utlop` says nothing without a date of expiry."""
    if plan.foer_utlop and not plan.gyldig_til:
        return Hit("foer_utlop", "foer_utlop ja og ingen gyldig_til", "gyldig_til: ÅÅÅÅ")
    return None


@plan_rule("REG208", ADVARSEL, "Noe gjøres hvert år, men ingen år er merket.", "år for det årlige arbeidet", "aarlig aar", OWNER, naar="aarlig")  # fmt: skip
def yearly_without_years(plan: Plan, register: Register) -> Hit | None:
    """Something done every year takes work every year, and no year is marked."""
    if plan.aarlig and not plan.aar:
        return Hit("aarlig", f"årlig {', '.join(plan.aarlig)} og ingen år")
    return None


@plan_rule("REG209", ADVARSEL, "Planen skal lages eller revideres, men har verken år, oppstart eller noe den venter på.", "et merket år",
           "planbehov aar oppstart venter_paa aarlig", OWNER)  # fmt: skip
def revision_without_year(plan: Plan, register: Register) -> Hit | None:
    """A plan that is to be made or revised has no marked year, start or thing to wait for."""
    if plan.planbehov in REVISING and not (plan.aar or plan.oppstart or plan.venter_paa or plan.aarlig):
        return Hit("planbehov", f"planbehov {plan.planbehov} og ingen år")
    return None


@plan_rule("REG210", FEIL, "Et merket år ligger utenfor perioden.", "år i perioden", "aar", KEEPER)
def years_outside_period(plan: Plan, register: Register) -> Hit | None:
    """Years outside the period belong in another planstrategi; a period that is wrong itself is REG250."""
    years = register.periode.years
    outside = [aar for aar in plan.aar if aar not in years]
    if years and outside:
        inside = tuple(aar for aar in plan.aar if aar not in outside)
        return Hit("aar", ", ".join(map(str, outside)), _years(inside) if inside else "Fjern aar.")
    return None


@plan_rule("REG211", ADVARSEL, "Oppstart og første merkede år stemmer ikke.", "samme år", "oppstart aar", KEEPER, naar="oppstart")
def start_against_years(plan: Plan, register: Register) -> Hit | None:
    """The year of the start and the first marked year have to be the same."""
    if plan.oppstart and plan.aar and not plan.oppstart.forst_aar <= plan.aar[0] <= plan.oppstart.sist_aar:
        return Hit("oppstart", f"oppstart {plan.oppstart.tekst}, første merkede år {plan.aar[0]}")
    return None


@plan_rule("REG212", ADVARSEL, "Arbeidet skal være ferdig eller vedtatt i et annet år enn det siste merkede.", "samme år, eller noe som gjøres årlig",
           "ferdig skal_vedtas aar aarlig", OWNER, naar="ferdig skal_vedtas", groups="ferdig aar aarlig, skal_vedtas aar aarlig")  # fmt: skip
def finish_against_years(plan: Plan, register: Register) -> Hit | None:
    """Work is finished or adopted in its last marked year, unless something goes on every year."""
    if not plan.aar or plan.aarlig:
        return None
    for felt in ("ferdig", "skal_vedtas"):
        tid = getattr(plan, felt)
        if tid and not tid.forst_aar <= plan.aar[-1] <= tid.sist_aar:
            return Hit(felt, f"{felt} {tid.tekst}, siste merkede år {plan.aar[-1]}")
    return None


@plan_rule("REG213", FEIL, "Arbeidet er ferdig før det starter.", "ferdig etter oppstart",
           "ferdig skal_vedtas oppstart", KEEPER, naar="ferdig skal_vedtas", groups="ferdig oppstart, skal_vedtas oppstart")  # fmt: skip
def finish_before_start(plan: Plan, register: Register) -> Hit | None:
    """Work cannot be finished or adopted before it starts."""
    for felt in ("ferdig", "skal_vedtas"):
        tid = getattr(plan, felt)
        if tid and plan.oppstart and tid.sist < plan.oppstart.forst:
            return Hit(felt, f"{felt} {tid.tekst}, oppstart {plan.oppstart.tekst}")
    return None


@plan_rule("REG214", ADVARSEL, "Planen skal vedtas før arbeidet er ferdig.", "vedtak når arbeidet er ferdig", "ferdig skal_vedtas", KEEPER, naar="ferdig")  # fmt: skip
def adoption_before_finish(plan: Plan, register: Register) -> Hit | None:
    """A plan is adopted when the work is finished, not before."""
    if plan.ferdig and plan.skal_vedtas and plan.skal_vedtas.sist < plan.ferdig.forst:
        return Hit("skal_vedtas", f"skal_vedtas {plan.skal_vedtas.tekst}, ferdig {plan.ferdig.tekst}")
    return None


@plan_rule("REG215", FEIL, "Gyldigheten slutter før den begynner.", "gyldig_fra før gyldig_til", "gyldig_fra gyldig_til", KEEPER, naar="gyldig_fra")  # fmt: skip
def validity_backwards(plan: Plan, register: Register) -> Hit | None:
    """A validity has to begin before it ends."""
    if plan.gyldig_fra and plan.gyldig_til and plan.gyldig_fra.forst > plan.gyldig_til.sist:
        return Hit("gyldig_til", f"gyldig_fra {plan.gyldig_fra.tekst}, gyldig_til {plan.gyldig_til.tekst}")
    return None


@plan_rule("REG216", ADVARSEL, "Arbeidet pågår, men ingen gjenstående år er merket.", "et merket år fra og med per_dato", "status aar", OWNER, naar="status")  # fmt: skip
def status_against_years(plan: Plan, register: Register) -> Hit | None:
    """Work that goes on as of the register's date needs a marked year that is not in the past."""
    if plan.status in UNDER_WAY:
        this_year = int(register.per_dato[:4])
        if not any(aar >= this_year for aar in plan.aar):
            return Hit("status", f"status {plan.status} per {register.per_dato} og ingen merkede år fra {this_year}")
    return None


@plan_rule("REG217", ADVARSEL, "Status og oppstart stemmer ikke.", "oppstart som har vært når arbeidet pågår", "status oppstart", OWNER, naar="oppstart")  # fmt: skip
def started_before_start(plan: Plan, register: Register) -> Hit | None:
    """Work that is said to be under way has a start that still lies ahead, or the other way round."""
    if not plan.oppstart:
        return None
    if plan.status in ("under_arbeid", "til_behandling") and plan.oppstart.forst > register.per_dato:
        return Hit("oppstart", f"status {plan.status}, oppstart {plan.oppstart.tekst}")
    if plan.status in NOT_BEGUN and plan.oppstart.sist < register.per_dato:
        return Hit("oppstart", f"status {plan.status} per {register.per_dato}, oppstart {plan.oppstart.tekst}")
    return None


@plan_rule("REG218", ADVARSEL, "Planen er ny og likevel gjeldende.", "en annen status, eller et annet planbehov", "status planbehov", KEEPER, naar="status")  # fmt: skip
def in_force_against_decision(plan: Plan, register: Register) -> Hit | None:
    """A new plan cannot be in force."""
    if plan.status == "gjeldende" and plan.planbehov == "ny":
        return Hit("status", "status gjeldende og planbehov ny")
    return None


@plan_rule("REG219", ADVARSEL, "Planen videreføres uten endringer, men det er oppgitt arbeid med den.", "et annet planbehov, eller noe som gjøres årlig",
           "planbehov status oppstart ferdig aar aarlig", KEEPER, groups="planbehov aar aarlig status, planbehov aar aarlig oppstart, planbehov aar aarlig ferdig")  # fmt: skip
def work_on_unchanged(plan: Plan, register: Register) -> Hit | None:
    """A plan that is carried on unchanged, with nothing yearly, has no work; marked years are REG202."""
    if plan.planbehov != "viderefores" or plan.aarlig or plan.aar:
        return None
    if plan.status in UNDER_WAY:
        return Hit("status", f"planbehov viderefores og status {plan.status}")
    for felt in ("oppstart", "ferdig"):
        tid = getattr(plan, felt)
        if tid:
            return Hit(felt, f"planbehov viderefores og {felt} {tid.tekst}")
    return None


@plan_rule("REG260", ADVARSEL, "Planen er gjeldende, men ikke gyldig på per_dato.", "gyldighet som dekker per_dato, eller en annen status",
           "status gyldig_fra gyldig_til", OWNER, naar="status", groups="status gyldig_fra, status gyldig_til")  # fmt: skip
def in_force_outside_validity(plan: Plan, register: Register) -> Hit | None:
    """What is in force on the register's date is valid on it; validity that ended before the period is REG203."""
    if plan.status != "gjeldende":
        return None
    if plan.gyldig_fra and plan.gyldig_fra.forst > register.per_dato:
        return Hit("gyldig_fra", f"status gjeldende per {register.per_dato}, gyldig fra {plan.gyldig_fra.tekst}")
    if plan.gyldig_til and plan.gyldig_til.sist < register.per_dato and not expired_before_period.find(plan, register):
        return Hit("gyldig_til", f"status gjeldende per {register.per_dato}, gyldig til {plan.gyldig_til.tekst}")
    return None


@plan_rule("REG261", ADVARSEL, "Planen skal revideres før utløp, men blir ferdig eller vedtas etter utløpet.", "ferdig og vedtatt til og med gyldig_til",
           "foer_utlop gyldig_til skal_vedtas ferdig", OWNER, naar="foer_utlop", groups="foer_utlop gyldig_til skal_vedtas, foer_utlop gyldig_til ferdig")  # fmt: skip
def next_after_expiry(plan: Plan, register: Register) -> Hit | None:
    """A plan that is to be revised before it expires is finished or adopted after that."""
    if not (plan.foer_utlop and plan.gyldig_til):
        return None
    for felt in ("skal_vedtas", "ferdig"):
        tid = getattr(plan, felt)
        if tid and tid.forst > plan.gyldig_til.sist:
            return Hit(felt, f"{felt} {tid.tekst}, gyldig til {plan.gyldig_til.tekst}")
    return None


@plan_rule("REG262", ADVARSEL, "Årene i navnet og gyldigheten stemmer ikke.", "de samme årene",
           "navn gyldig_fra gyldig_til", KEEPER, naar="gyldig_fra gyldig_til", groups="navn gyldig_fra, navn gyldig_til")  # fmt: skip
def name_against_validity(plan: Plan, register: Register) -> Hit | None:
    """The years in a plan's name are the years it is valid for."""
    years = YEARS_IN_NAME.search(plan.navn)
    for felt, aar in zip(("gyldig_fra", "gyldig_til"), years.groups() if years else (), strict=False):
        tid = getattr(plan, felt)
        if tid and not tid.forst_aar <= int(aar) <= tid.sist_aar:
            return Hit(felt, f"{felt} {tid.tekst}, navnet sier {aar}")
    return None
