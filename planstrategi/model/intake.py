"""What was understood of the document a draft was read from, row by row, and what a person has to answer."""

import re

from planstrategi.model.dates import Date
from planstrategi.model.fields import Choice, DataFile, Many, Record, YesNo, record, yaml_field
from planstrategi.model.numbers import Number
from planstrategi.model.plan import A_NAME, TEXT
from planstrategi.model.vocabulary import INNLEST

# how a sentence begins that cannot be answered with yes or no
_OPEN, _QUOTED = re.compile(r"(?:^|[.?!] )(?:Hv\w+|Når)\b"), re.compile("«[^»]*»")


# One line per field, so that a record reads as a table.
# fmt: off
@record("Tvil", "Noe som ikke lar seg lese sikkert av kilden, som et spørsmål noen må svare på.")
class Tvil(Record):
    felt: str = yaml_field(TEXT, "Feltet i registeret det gjelder.", "aar", krav=True)
    ord: str | None = yaml_field(TEXT, "Ordene i kilden det hviler på; utelates når kilden ikke har noen.", "revideres ved behov")
    spoersmaal: str = yaml_field(TEXT, "Spørsmålet.", "Betyr det at planen skal revideres i perioden?", krav=True)
    svar: str | None = yaml_field(TEXT, "Svaret: ja, nei eller det som er riktig. Rett også registeret når det trengs.", "ja")

    @property
    def is_open(self) -> bool:
        """Whether it asks for more than a yes or a no."""
        return bool(_OPEN.search(_QUOTED.sub("", self.spoersmaal)))


@record("Forslag", "Et faktum en regel foreslår, med ordene det hviler på.")
class Forslag(Record):
    felt: str = yaml_field(TEXT, "Feltet i registeret.", "planbehov", krav=True)
    verdi: str = yaml_field(TEXT, "Verdien som foreslås.", "revisjon", krav=True)
    ord: str | None = yaml_field(TEXT, "Ordene i kilden det hviler på.", "Revideres i perioden")


@record("Innlest rad", "En rad som ble funnet i kilden; uten rad gjelder posten hele tabellen, uten tabell hele dokumentet.")
class InnlestRad(Record):
    hvor: str = yaml_field(TEXT, "Hvor i dokumentet.", "side 15, rad 3", krav=True)
    tabell: str | None = yaml_field(TEXT, "Id-en tabellen fikk i registeret.", "temaplan")
    rad: int | None = yaml_field(Number(1, 100000), "Radens nummer i tabellen, talt som trykt.", "3")
    plan: str | None = yaml_field(TEXT, "Id-en planen fikk i registeret; utelates når raden ikke er en plan.", "klimaplan")
    navn: str = yaml_field(A_NAME, "Raden slik kilden skriver den.", "Klimaplan", krav=True)
    sikkerhet: str = yaml_field(Choice(INNLEST), "Om alt i raden ble lest uten tvil.", "usikker", krav=True)
    forslag: tuple[Forslag, ...] = yaml_field(Many(Forslag), "Det som er foreslått av ordene i raden.")
    tvil: tuple[Tvil, ...] = yaml_field(Many(Tvil), "Det noen må svare på.")
    avklart: bool | None = yaml_field(YesNo(), "Om noen har sett på raden og svart på all tvil i den.", "ja")

    def open_doubts(self) -> list[Tvil]:
        """Return the doubts that nobody has answered."""
        return [] if self.avklart else [one for one in self.tvil if not one.svar]


@record("Ikke plassert", "Noe i eller ved en plantabell som ikke lot seg plassere i en rad.")
class IkkePlassert(Record):
    hvor: str = yaml_field(TEXT, "Hvor i dokumentet.", "side 15", krav=True)
    tekst: str = yaml_field(TEXT, "Det som står der.", krav=True)
    avklart: bool | None = yaml_field(YesNo(), "Om noen har sett på det, og ført det som skal med.", "ja")


@record("Innlesing", "Hva som ble forstått av dokumentet utkastet til register er lest av.")
class Innlesingsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen innholdet er kjent per.", "2024-06-30", krav=True)
    dokument: str = yaml_field(TEXT, "Filen som ble lest.", "planstrategi.docx", krav=True)
    rader: tuple[InnlestRad, ...] = yaml_field(Many(InnlestRad), "Radene som ble funnet, med tvil om tabellene og dokumentet først.", krav=True)
    ikke_plassert: tuple[IkkePlassert, ...] = yaml_field(Many(IkkePlassert), "Det som ikke lot seg plassere.")
