"""Options for a political choice: named changes laid over a register that stays as it is."""

from planstrategi.model.assumptions import Holder
from planstrategi.model.dates import Date
from planstrategi.model.fields import Choice, DataFile, Id, ListOf, Many, Name, Record, Ref, Text, record, yaml_field
from planstrategi.model.numbers import Decimal, Number
from planstrategi.model.plan import YEAR
from planstrategi.model.vocabulary import PLANBEHOV

# the name the register itself has beside the scenarios
BASE = "registeret slik det er"


# One line per field, so that a record reads as a table.
# fmt: off
@record("Flytting", "En plan det arbeides med i andre år.")
class Flytt(Record):
    plan: str = yaml_field(Ref("plan"), "Planen.", "trafikksikkerhetsplan", krav=True)
    aar: tuple[int, ...] = yaml_field(ListOf(YEAR, stigende=True), "Årene i stedet; de kan også ligge etter perioden, inntil like mange år som den har.", "[2026, 2027]", krav=True)


@record("Bortfall", "En plan det ikke arbeides med.")
class Dropp(Record):
    plan: str = yaml_field(Ref("plan"), "Planen.", "badekvartalet", krav=True)


@record("Sammenslåing", "Planer som blir en del av en annen.")
class SlaaSammen(Record):
    planer: tuple[str, ...] = yaml_field(ListOf(Ref("plan")), "Planene som blir en del av en annen.", "[bredbaandstrategi]", krav=True)
    til: str = yaml_field(Ref("plan"), "Planen de blir en del av.", "infrastruktur-2050", krav=True)


@record("Ny plan", "En plan som ikke er i registeret.")
class LeggTil(Record):
    id: str = yaml_field(Id("scenarioplan"), "Id for planen, ny.", "overvannsplan", krav=True)
    navn: str = yaml_field(Name(), "Navnet.", "Overvannsplan", krav=True)
    plantype: str = yaml_field(Ref("plantype"), "Plantypen.", "temaplan", krav=True)
    planbehov: str = yaml_field(Choice(PLANBEHOV), "Hva som gjøres.", "ny", krav=True)
    aar: tuple[int, ...] = yaml_field(ListOf(YEAR, stigende=True), "Årene det arbeides med den.", "[2026, 2027]", krav=True)
    ansvarlig: tuple[str, ...] = yaml_field(ListOf(Ref("omraade"), alene=True), "Ansvarlig kommunalområde, eller flere i en liste.", "samfunn-og-strategi")
    roller: tuple[str, ...] = yaml_field(ListOf(Ref("rolle")), "Rollene.", "[beredskapskoordinator]")


@record("Vakanse", "En rolle som er ledig.")
class Vakanse(Record):
    rolle: str = yaml_field(Ref("rolle"), "Rollen.", "beredskapskoordinator", krav=True)
    fra: int = yaml_field(YEAR, "Året den blir ledig.", "2025", krav=True)
    maaneder: int = yaml_field(Number(1, 48), "Hvor mange måneder.", "6", krav=True)


@record("Ny kapasitet", "Kapasitet som er en annen.")
class NyKapasitet(Holder):
    aar: int = yaml_field(YEAR, "Året.", "2025", krav=True)
    maanedsverk: float = yaml_field(Decimal(), "Månedsverk til planarbeid.", "30", krav=True)


@record("Scenario", "Et valg: navngitte endringer lagt over registeret.")
class Scenario(Record):
    id: str = yaml_field(Id("scenario"), "Fast id.", "utsett-frivillige", krav=True)
    navn: str = yaml_field(Name(), "Navnet på valget.", "Utsett det som ikke er lovpålagt", krav=True)
    beskrivelse: str | None = yaml_field(Text(), "Hva valget går ut på.")
    flytt: tuple[Flytt, ...] = yaml_field(Many(Flytt), "Planer som flyttes til andre år.", "[{plan: badekvartalet, aar: [2026, 2027]}]")
    dropp: tuple[Dropp, ...] = yaml_field(Many(Dropp), "Planer det ikke arbeides med.", "[{plan: badekvartalet}]")
    slaa_sammen: tuple[SlaaSammen, ...] = yaml_field(Many(SlaaSammen), "Planer som slås sammen.", "[{planer: [bredbaandstrategi], til: infrastruktur-2050}]")
    legg_til: tuple[LeggTil, ...] = yaml_field(Many(LeggTil), "Nye planer.")
    vakanse: tuple[Vakanse, ...] = yaml_field(Many(Vakanse), "Roller som er ledige.", "[{rolle: beredskapskoordinator, fra: 2025, maaneder: 6}]")
    kapasitet: tuple[NyKapasitet, ...] = yaml_field(Many(NyKapasitet), "Kapasitet som er en annen.")


@record("Scenariofil", "Scenariene.")
class Scenariofil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen scenariene er laget.", "2026-11-26", krav=True)
    scenarier: tuple[Scenario, ...] = yaml_field(Many(Scenario), "Scenariene.", krav=True)
