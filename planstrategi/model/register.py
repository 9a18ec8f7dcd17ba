"""The register of one planstrategi: the facts of one municipality in one period."""

from collections.abc import Callable
from dataclasses import field
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from planstrategi.model import judgements, sections
from planstrategi.model.assumptions import EgenInnsats, Forutsetningsfil, Fradrag, Innsats, Innsatsfil, Kapasitet
from planstrategi.model.dates import Date
from planstrategi.model.expectations import Baerekraftsmaal, Forventningsfil, Maalfil, Plantype, Plantypefil
from planstrategi.model.fields import DataFile, Many, One, Text, record, yaml_field
from planstrategi.model.intake import Innlesingsfil
from planstrategi.model.judgements import Lovvurderingsfil, Lovvurderingssett, Utelatelse, Vurderingsfil, Vurderingssett
from planstrategi.model.plan import Plan
from planstrategi.model.problem import Problem, Unntatt
from planstrategi.model.process import Merknad, Merknadsfil, Prosessdag, Prosessplanfil
from planstrategi.model.profile import Profil
from planstrategi.model.requirements import Lovkrav, Lovkravfil, Lovtekst, Lovtekstfil, Misforstaaelse, Prosessteg, Valg
from planstrategi.model.scenarios import Scenario, Scenariofil

Computed = TypeVar("Computed")
More = ParamSpec("More")


class Forrige(NamedTuple):
    """The register that another is compared with, and what it is called; without one, why, as the end of a sentence."""

    register: "Register | None"
    hvorfor: str = ""
    kalt: str = ""


def once(compute: Callable[Concatenate["Register", More], Computed]) -> Callable[Concatenate["Register", More], Computed]:
    """Let what a function gives of a register, and of what more it is given, be computed the first time it is asked for."""

    @wraps(compute)
    def computed(register: "Register", *more: More.args, **named: More.kwargs) -> Computed:
        asked = (compute, *more, *named.items())
        if asked not in register._computed:
            register._computed[asked] = compute(register, *more, **named)
        return register._computed[asked]

    return computed


# One line per field, so that a record reads as a table.
# fmt: off
@record("Register", "Ett register for hver kommune og periode.")
class Register(DataFile):
    kommune: sections.Kommune = yaml_field(One(sections.Kommune), "Kommunen.", krav=True)
    periode: sections.Periode = yaml_field(One(sections.Periode), "Perioden planstrategien gjelder for.", "{fra: 2024, til: 2027}", krav=True)
    per_dato: str = yaml_field(Date(), "Dagen innholdet er kjent per.", "2024-06-30", krav=True)
    per_dato_grunnlag: str | None = yaml_field(Text(), "Hvordan per_dato er funnet når kilden er udatert.")
    dokument: sections.Dokument = yaml_field(One(sections.Dokument), "Dokumentet registeret er skrevet av.", krav=True)
    omraader: tuple[sections.Omraade, ...] = yaml_field(Many(sections.Omraade), "Kommunalområdene; [] når kilden ikke fører noen som ansvarlig.", krav=True)
    roller: tuple[sections.Rolle, ...] = yaml_field(Many(sections.Rolle), "Rollene, hver deklarert én gang.")
    tabeller: tuple[sections.Tabell, ...] = yaml_field(Many(sections.Tabell), "Plantabellene i kilden.", krav=True)
    planer: tuple[Plan, ...] = yaml_field(Many(Plan), "Planene, én post per rad i tabellene som er en plan.", krav=True)
    andre_rader: tuple[sections.AnnenRad, ...] = yaml_field(Many(sections.AnnenRad), "Radene i tabellene som ikke er planer.")
    omtalt: tuple[sections.Omtalt, ...] = yaml_field(Many(sections.Omtalt), "Dokumenter som ikke har egen rad: teksten nevner dem, eller kommunen har opplyst om dem.")
    beslutninger: tuple[sections.Beslutning, ...] = yaml_field(Many(sections.Beslutning), "Beslutningen om samfunnsdel og arealdel.")
    satsingsomraader: tuple[sections.Satsingsomraade, ...] = yaml_field(Many(sections.Satsingsomraade), "Kommunens egne satsingsområder.")
    nasjonale_satsinger: tuple[sections.NasjonalSatsing, ...] = yaml_field(Many(sections.NasjonalSatsing), "De nasjonale satsingsområdene kilden gjengir.")
    regionale_utsagn: tuple[sections.Utsagn, ...] = yaml_field(Many(sections.Utsagn), "Hva kilden sier om regionale forventninger.")
    horinger: tuple[sections.Horing, ...] = yaml_field(Many(sections.Horing), "Kommunens standpunkt i høringer kilden forteller om.")
    prosess: tuple[sections.Prosess, ...] = yaml_field(Many(sections.Prosess), "Hva kilden sier om sin egen tilblivelse og rettslige stilling.")
    unntak: tuple[sections.Unntak, ...] = yaml_field(Many(sections.Unntak), "Advarsler noen har bestemt seg for å leve med.")
    plantyper: Plantypefil | None = field(default=None, compare=False)
    forventninger: Forventningsfil | None = field(default=None, compare=False)
    planretningslinjer: Forventningsfil | None = field(default=None, compare=False)
    regionale: Forventningsfil | None = field(default=None, compare=False)
    baerekraftsmaal: Maalfil | None = field(default=None, compare=False)
    innsats: Innsatsfil | None = field(default=None, compare=False)
    forutsetninger: Forutsetningsfil | None = field(default=None, compare=False)
    scenarier: Scenariofil | None = field(default=None, compare=False)
    prosessplan: Prosessplanfil | None = field(default=None, compare=False)
    merknader: Merknadsfil | None = field(default=None, compare=False)
    lovkrav: Lovkravfil | None = field(default=None, compare=False)
    lovtekst: Lovtekstfil | None = field(default=None, compare=False)
    vurderinger: Vurderingsfil | None = field(default=None, compare=False)
    lovvurderinger: Lovvurderingsfil | None = field(default=None, compare=False)
    innlesing: Innlesingsfil | None = field(default=None, compare=False)
    navnebytter: judgements.Navnebyttefil | None = field(default=None, compare=False)
    profil: Profil | None = field(default=None, compare=False)
    # finds the register to compare with; whoever reads files gives it, and only what compares asks for it
    finn_forrige: Callable[["Register"], Forrige] = field(default=lambda _: Forrige(None, "det er ikke kjent hvor registeret ligger"), repr=False, compare=False)
    problemer: tuple[Problem, ...] = field(default=(), repr=False, compare=False)
    unntatt: tuple[Unntatt, ...] = field(default=(), repr=False, compare=False)
    _computed: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        # it stands last in many a cell, where nobody wants all that is in it
        title = self.dokument.tittel if self.dokument else "Et register"
        more = 'ps.heading(r), ps.problems(r), ps.table("planer", r) og ps.figure("kapasitet", r)'
        return f"{title}. Antall planer: {len(self.planer)}. Les mer med for eksempel {more}."

    def names(self, collection: str) -> dict[str, str]:
        """The label of each record of a collection (`omraader`, `roller`, `planer`, `tabeller`), by id."""
        return {post.id: post.navn for post in getattr(self, collection)}

    @once
    def plans_by_id(self) -> dict[str, Plan]:
        """The plans by id."""
        return {plan.id: plan for plan in self.planer}

    @once
    def tables_by_id(self) -> dict[str, sections.Tabell]:
        """The plan tables by id."""
        return {table.id: table for table in self.tabeller}

    def marks(self, plan: Plan) -> tuple[sections.Mark, ...]:
        """The marks of a plan, in order of year."""
        table = self.tables_by_id().get(plan.kilde.tabell)
        return table.marks(plan) if table else ()

    def marked_work(self, plan: Plan, also: str = "") -> tuple[int, ...]:
        """The years that are marked as work, of a plan, with those that are marked to mean what `also` says."""
        return tuple(dict.fromkeys([mark.aar for mark in self.marks(plan) if mark.means_work(plan) or mark.betyr == also]))

    def goes_on_after(self, plan: Plan) -> bool:
        """Whether a plan is finished or adopted after the period: it may be carried on and have work all the same."""
        return plan.finish is not None and plan.finish.sist_aar > self.periode.til

    def same_municipality(self, other: "Register") -> bool:
        """Whether another register is of the same municipality: its number or its name may have changed since, not both."""
        mine, its = self.kommune, other.kommune
        return bool(its) and (mine.nummer == its.nummer or mine.navn == its.navn)

    @once
    def previous(self) -> Forrige:
        """The register of the period before, or the one that this is held against."""
        return self.finn_forrige(self)

    def renamings(self) -> tuple[judgements.Navnebytte, ...]:
        """What somebody has answered of plans with another name."""
        return self.navnebytter.navnebytter if self.navnebytter else ()

    def judgement_sets(self) -> tuple[Vurderingssett, ...]:
        """The sets of judgements, none when nobody has judged."""
        return self.vurderinger.sett if self.vurderinger else ()

    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios, none when nobody has made any."""
        return self.scenarier.scenarier if self.scenarier else ()

    def own_effort(self) -> tuple[EgenInnsats, ...]:
        """The municipality's own assumptions of effort."""
        return self.forutsetninger.innsats if self.forutsetninger else ()

    def capacities(self) -> tuple[Kapasitet, ...]:
        """The capacity of areas and roles, year by year."""
        return self.forutsetninger.kapasitet if self.forutsetninger else ()

    def deductions(self) -> tuple[Fradrag, ...]:
        """What takes of the capacity."""
        return self.forutsetninger.fradrag if self.forutsetninger else ()

    def effort_kinds(self) -> tuple[Innsats, ...]:
        """The kinds of work of the national catalogue, with the effort that is assumed of each."""
        return self.innsats.innsats if self.innsats else ()

    def counting_sets(self) -> tuple[Vurderingssett, ...]:
        """The sets of judgements that count: control sets only measure agreement."""
        return tuple(sett for sett in self.judgement_sets() if not sett.kontroll)

    def expectation_files(self) -> tuple[Forventningsfil, ...]:
        """The catalogues of expectations, the state's before the county's."""
        return tuple(file for file in (self.forventninger, self.planretningslinjer, self.regionale) if file)

    def legal_judgement_sets(self) -> tuple[Lovvurderingssett, ...]:
        """The sets of legal judgements, none when nobody has judged."""
        return self.lovvurderinger.sett if self.lovvurderinger else ()

    def left_out(self) -> tuple[Utelatelse, ...]:
        """The requirements that somebody has decided to leave out."""
        return self.lovvurderinger.utelatelser if self.lovvurderinger else ()

    def requirements(self) -> tuple[Lovkrav, ...]:
        """The requirements of the national catalogue."""
        return self.lovkrav.krav if self.lovkrav else ()

    def elections(self) -> tuple[Valg, ...]:
        """The municipal elections that council terms are counted from, oldest first."""
        return self.lovkrav.valg if self.lovkrav else ()

    def process_steps(self) -> tuple[Prosessteg, ...]:
        """The steps of the work with a planstrategi, in order."""
        return self.lovkrav.prosess if self.lovkrav else ()

    def process_days(self) -> tuple[Prosessdag, ...]:
        """The days that somebody has set for the steps."""
        return self.prosessplan.dager if self.prosessplan else ()

    def remarks(self) -> tuple[Merknad, ...]:
        """What came in when the planstrategi was heard."""
        return self.merknader.merknader if self.merknader else ()

    def misunderstandings(self) -> tuple[Misforstaaelse, ...]:
        """What many believe is statutory and is not."""
        return self.lovkrav.misforstaaelser if self.lovkrav else ()

    def law_texts(self) -> tuple[Lovtekst, ...]:
        """The sections of law whose text is stored."""
        return self.lovtekst.tekster if self.lovtekst else ()

    def goals(self) -> tuple[Baerekraftsmaal, ...]:
        """The sustainable development goals."""
        return self.baerekraftsmaal.maal if self.baerekraftsmaal else ()

    def plan_types(self) -> tuple[Plantype, ...]:
        """The plan types of the national catalogue."""
        return self.plantyper.plantyper if self.plantyper else ()

    def plan_type_names(self) -> dict[str, str]:
        """The name of each plan type of the national catalogue, by id."""
        return {plantype.id: plantype.navn for plantype in self.plan_types()}


def must_be_register(given: object) -> None:
    """Raise a TypeError that says how to get one, unless it is a register that was read."""
    if not isinstance(given, Register):
        raise TypeError(f"Et register leses først, slik: r = ps.load(mappen). Det som ble gitt der registeret skal stå, er {type(given).__name__}.")
