"""The work with a planstrategi: the days that somebody has set for its steps, and what came in when it was heard."""

from planstrategi.model.dates import Date
from planstrategi.model.fields import Choice, DataFile, Many, Record, Ref, record, yaml_field
from planstrategi.model.plan import A_NAME, TEXT, YEAR
from planstrategi.model.vocabulary import AVSENDER, DAGSLAG, FOELGES


# One line per field, so that a record reads as a table.
# fmt: off
@record("Prosessdag", "En dag noen har satt for et steg i arbeidet med planstrategien.")
class Prosessdag(Record):
    steg: str = yaml_field(Ref("prosessteg"), "Steget; se tabellen prosessplan.", "vedtak", krav=True)
    dato: str = yaml_field(Date(), "Dagen.", "2028-06-15", krav=True)
    slag: str = yaml_field(Choice(DAGSLAG), "Om det har skjedd, er bestemt eller bare er foreslått.", "foreslaatt", krav=True)
    kilde: str | None = yaml_field(TEXT, "Hvor det står, eller hvem som har opplyst det.", "møteplanen for 2028")
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Prosessplan", "Dagene i arbeidet med en planstrategi.")
class Prosessplanfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen innholdet er kjent per.", "2027-11-01", krav=True)
    fra: int = yaml_field(YEAR, "Første år i perioden planstrategien skal gjelde for.", "2028", krav=True)
    dager: tuple[Prosessdag, ...] = yaml_field(Many(Prosessdag), "Dagene, én per steg.")


@record("Merknad", "Noe som kom inn da forslaget til planstrategi var på høring, og hva kommunen svarte.")
class Merknad(Record):
    dato: str = yaml_field(Date(), "Dagen den kom inn.", "2028-05-02", krav=True)
    hvem: str = yaml_field(A_NAME, "Organet eller organisasjonen; bare «innbygger» når det er en privatperson.", "Statsforvalteren", krav=True)
    avsender: str = yaml_field(Choice(AVSENDER), "Hva slags avsender det er.", "statlig", krav=True)
    hva: str = yaml_field(TEXT, "Hva merknaden går ut på, med egne ord.", krav=True)
    plan: str | None = yaml_field(Ref("plan"), "Planen den gjelder, når det er én.", "klimaplan")
    svar: str | None = yaml_field(TEXT, "Hva kommunen svarte; utelates til den er besvart.")
    foelges: str | None = yaml_field(Choice(FOELGES), "Om planstrategien følger den.", "delvis")
    kilde: str | None = yaml_field(TEXT, "Hvor den ligger, for eksempel saksnummeret.", "28/123-4")


@record("Merknadsliste", "Merknadene som kom inn da forslaget var på høring.")
class Merknadsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen listen er kjent per.", "2028-06-01", krav=True)
    merknader: tuple[Merknad, ...] = yaml_field(Many(Merknad), "Merknadene, etter datoen de kom inn.")
