"""How much work a kind of plan takes: assumptions with their ground and range, and the municipality's own."""

from collections.abc import Iterable
from dataclasses import dataclass

from planstrategi.model.dates import Date
from planstrategi.model.fields import Choice, DataFile, Id, ListOf, Many, Name, One, Record, Ref, Text, YesNo, record, yaml_field
from planstrategi.model.numbers import Decimal, Number
from planstrategi.model.plan import YEAR
from planstrategi.model.vocabulary import ARBEID, INNSATSGRUNNLAG, PLANBEHOV

PER_CENT = 100


# One line per field, so that a record reads as a table.
# fmt: off
@record("Spenn", "Lavt, sannsynlig og høyt, med grunnlag.")
class Spenn(Record):
    lav: float = yaml_field(Decimal(), "Det laveste som er rimelig.", "18", krav=True)
    sannsynlig: float = yaml_field(Decimal(), "Det mest sannsynlige.", "30", krav=True)
    hoy: float = yaml_field(Decimal(), "Det høyeste som er rimelig.", "48", krav=True)
    grunnlag: str = yaml_field(Choice(INNSATSGRUNNLAG), "Hva tallene bygger på, når ikke noe annet står.", "antatt", krav=True)
    lav_grunnlag: str | None = yaml_field(Choice(INNSATSGRUNNLAG), "Grunnlaget for lav, når det er et annet.", "lokal_sak")
    sannsynlig_grunnlag: str | None = yaml_field(Choice(INNSATSGRUNNLAG), "Grunnlaget for sannsynlig, når det er et annet.", "dokumentert")
    hoy_grunnlag: str | None = yaml_field(Choice(INNSATSGRUNNLAG), "Grunnlaget for høy, når det er et annet.", "lokal_sak")
    felles: float | None = yaml_field(Decimal(1), "Hvor stor del av spennet alle planer av slaget har felles, fra 0 til 1; alt når ikke noe står.", "0.8")
    kilde: str | None = yaml_field(Text(), "Hvor det som ikke er antatt, er hentet.")

    @property
    def shared(self) -> float:
        """The part of the range that all plans of the kind share: all of it where nothing else is said."""
        return 1.0 if self.felles is None else self.felles


@record("Innsats", "Hva ett slag arbeid tar.")
class Innsats(Record):
    id: str = yaml_field(Id("innsats"), "Fast id.", "arealdel", krav=True)
    navn: str = yaml_field(Name(), "Hva slags arbeid det er.", "Kommuneplanens arealdel, full revisjon", krav=True)
    plantyper: tuple[str, ...] = yaml_field(ListOf(Ref("plantype")), "Plantypene det gjelder.", "[arealdel]", krav=True)
    planbehov: tuple[str, ...] = yaml_field(ListOf(Choice(PLANBEHOV)), "Det planstrategien må ha bestemt for at det gjelder.", "[full_revisjon]", krav=True)
    privat: bool | None = yaml_field(YesNo(), "Skriv ja når det gjelder planer andre lager og kommunen behandler.", "ja")
    arbeid: str = yaml_field(Choice(ARBEID), "Om innsatsen er for hele arbeidet, eller for hvert år.", "hele", krav=True)
    kalendermaaneder: Spenn = yaml_field(One(Spenn), "Måneder fra start til vedtak.", krav=True)
    maanedsverk: Spenn = yaml_field(One(Spenn), "Månedsverk i kommunen.", krav=True)
    merknad: str | None = yaml_field(Text(), "Forbehold.")


@record("Plankapasitet", "Hva en undersøkelse sier om kommunenes kapasitet.")
class Plankapasitet(Record):
    til: str = yaml_field(Name(), "Hva slags planlegging det gjelder.", "samfunnsplanlegging", krav=True)
    andel_prosent: int = yaml_field(Number(1, 100), "Hvor stor del av kommunene det gjelder.", "61", krav=True)
    aarsverk: float = yaml_field(Decimal(), "Årsverkene de høyst har.", "0.5", krav=True)
    navn: str = yaml_field(Name(), "Undersøkelsen, kort.", "NIVI 2014", krav=True)
    kilde: str = yaml_field(Text(), "Undersøkelsen, og hva som er lest av den.", krav=True)
    lenke: str = yaml_field(Text(), "Adressen.", krav=True)


@record("Innsatskatalog", "Antakelser om innsats.")
class Innsatsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen antakelsene er kjent per.", "2026-11-23", krav=True)
    kilde: str = yaml_field(Text(), "Hvor tallene er hentet, og hva som ikke er funnet.", krav=True)
    timer_per_maanedsverk: float | None = yaml_field(Decimal(), "Timene som regnes som ett månedsverk, når kilden oppgir timer.", "140")
    innsats: tuple[Innsats, ...] = yaml_field(Many(Innsats), "Innsatsen for hvert slag arbeid.", krav=True)
    langt_over: float | None = yaml_field(Decimal(), "Årsverkene planarbeidet i et år må være over, for å bli holdt mot plankapasiteten.", "2")
    plankapasitet: tuple[Plankapasitet, ...] = yaml_field(Many(Plankapasitet), "Det som er kjent om kommunenes kapasitet til planlegging.")


@record("Egen innsats", "Kommunens egen antakelse om et slag arbeid eller én plan.")
class EgenInnsats(Record):
    innsats: str | None = yaml_field(Ref("innsats"), "Slaget arbeid i nasjonalt/innsats.yaml det gjelder i stedet for.", "detaljregulering")
    plan: str | None = yaml_field(Ref("plan"), "Planen det gjelder, når det er én.", "badekvartalet")
    arbeid: str | None = yaml_field(Choice(ARBEID), "Om innsatsen er for hele arbeidet, eller for hvert år; for en plan.", "hele")
    kalendermaaneder: Spenn | None = yaml_field(One(Spenn), "Måneder fra start til vedtak.")
    maanedsverk: Spenn | None = yaml_field(One(Spenn), "Månedsverk i kommunen.")
    grunn: str = yaml_field(Text(), "Hvorfor.", krav=True)
    hvem: str = yaml_field(Text(), "Rollen som har satt tallet, aldri navn på en person.", krav=True)


@dataclass(init=False, slots=True, repr=False, eq=False)
class Holder(Record):
    """What a capacity is of: an area or a role."""

    omraade: str | None = yaml_field(Ref("omraade"), "Kommunalområdet.", "samfunn-og-strategi")
    rolle: str | None = yaml_field(Ref("rolle"), "Rollen.", "beredskapskoordinator")

    @property
    def holder(self) -> tuple[str | None, str | None]:
        """The area or the role it is of; neither is the whole municipality."""
        return self.omraade, self.rolle


@record("Kapasitet", "Månedsverk til planarbeid i et år.")
class Kapasitet(Holder):
    hele: bool | None = yaml_field(YesNo(), "Skriv ja når det gjelder hele kommunen, også det i tabellene som ikke er planer.", "ja")
    aar: int = yaml_field(YEAR, "Året.", "2025", krav=True)
    maanedsverk: float = yaml_field(Decimal(), "Månedsverk til planarbeid det året.", "22", krav=True)
    grunn: str = yaml_field(Text(), "Hvor tallet kommer fra.", krav=True)
    hvem: str = yaml_field(Text(), "Rollen som har satt det, aldri navn på en person.", krav=True)

    def left(self, deductions: Iterable["Fradrag"]) -> float:
        """The månedsverk that are left: what is gone in per cent goes first; below 0 when more is taken than there is."""
        taken = [one for one in deductions if one.holder == self.holder and one.fra <= self.aar <= one.til]
        gone = sum(one.prosent or 0 for one in taken)
        return self.maanedsverk * (PER_CENT - gone) / PER_CENT - sum(one.maanedsverk or 0 for one in taken)


@record("Fradrag", "Noe som tar av kapasiteten.")
class Fradrag(Holder):
    hele: bool | None = yaml_field(YesNo(), "Skriv ja når det gjelder hele kommunen.", "ja")
    fra: int = yaml_field(YEAR, "Første år.", "2025", krav=True)
    til: int = yaml_field(YEAR, "Siste år.", "2025", krav=True)
    maanedsverk: float | None = yaml_field(Decimal(), "Månedsverk i året som går til faste oppgaver.", "6")
    prosent: int | None = yaml_field(Number(1, 100), "Hvor mye av kapasiteten som er borte, i deltid eller ved vakanse.", "50")
    grunn: str = yaml_field(Text(), "Hva det er.", "Stillingen er ledig i et halvt år.", krav=True)


@record("Forutsetningsfil", "Kommunens egne antakelser.")
class Forutsetningsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen forutsetningene er kjent per.", "2026-11-26", krav=True)
    innsats: tuple[EgenInnsats, ...] = yaml_field(Many(EgenInnsats), "Innsats der kommunen regner med noe annet enn nasjonalt/innsats.yaml.")
    kapasitet: tuple[Kapasitet, ...] = yaml_field(Many(Kapasitet), "Kapasiteten; utelates når den ikke er kjent.")
    fradrag: tuple[Fradrag, ...] = yaml_field(Many(Fradrag), "Det som tar av kapasiteten.")
