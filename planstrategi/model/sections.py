"""The sections of a register: what the planstrategi of one municipality says besides its plans."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from planstrategi.model import vocabulary
from planstrategi.model.dates import Date, Moment, Tid
from planstrategi.model.fields import Choice, Code, Id, Kind, ListOf, Many, MapOf, One, Record, Ref, YesNo, record, yaml_field
from planstrategi.model.numbers import Number
from planstrategi.model.plan import A_NAME, TEXT, YEAR, Avsnitt, OppgittInnsats, Plan, Rad, Statutt

LICENCE = Code(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*", "lisensens kortnavn, for eksempel NLOD-2.0 eller CC-BY-4.0")


class OrUnknown(Kind):
    """What another kind holds, or the word for what nobody knows yet, which is read as that word."""

    def __init__(self, kind: Kind) -> None:
        self.kind, self.plain_only, self.tillatt = kind, kind.plain_only, f"{kind.tillatt}, eller {vocabulary.UKJENT}"

    def parse(self, text: str) -> Any:
        return vocabulary.UKJENT if text == vocabulary.UKJENT else self.kind.parse(text)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.kind.schema(), {"const": vocabulary.UKJENT}]}


# One line per field, so that a record reads as a table.
# fmt: off
@record("Kommune", "Kommunen planstrategien gjelder for.")
class Kommune(Record):
    navn: str = yaml_field(A_NAME, "Kommunens navn.", "Østre Toten", krav=True)
    nummer: str = yaml_field(OrUnknown(Code(r"[0-9]{4}", "kommunenummeret, fire sifre")), "Kommunenummeret, fire sifre.", "'3442'", krav=True)
    fylke: str = yaml_field(OrUnknown(Code(r"[a-z0-9]+(?:-[a-z0-9]+)*", "fylkets mappenavn, for eksempel innlandet")), "Fylkets mappenavn under regionalt/.", "innlandet", krav=True)
    konstituert: tuple[str, ...] = yaml_field(ListOf(Date()), "Dagene kommunestyret konstituerte seg etter et valg; utelates når de ikke er kjent.", "[2023-10-12]")
    innbyggere: int | None = yaml_field(Number(1, 9_999_999), "Antall innbyggere; utelates når ingen har ført det.", "14827")
    innbyggere_naar: Tid | None = yaml_field(Moment(), "Dagen eller året innbyggertallet gjelder for.", "2024-01-01")
    innbyggere_kilde: str | None = yaml_field(TEXT, "Hvor innbyggertallet er hentet fra.", "planstrategien, kapittel 3")


@record("Periode", "Årene planstrategien dekker.")
class Periode(Record):
    # where a year is unknown, nothing that needs it is computed
    fra: int = yaml_field(OrUnknown(YEAR), "Første år.", "2024", krav=True)
    til: int = yaml_field(OrUnknown(YEAR), "Siste år.", "2027", krav=True)

    def __str__(self) -> str:
        return f"{self.fra}–{self.til}"

    @property
    def is_unknown(self) -> bool:
        """Whether a year of it stands as unknown."""
        return vocabulary.UKJENT in (self.fra, self.til)

    @property
    def years(self) -> range:
        """The years of the period, none when it is backwards."""
        return range(self.fra, self.til + 1)

    @property
    def years_and_next(self) -> range:
        """The years of the period and as many after it: those that a plan may be moved to."""
        return range(self.fra, self.til + 1 + len(self.years))


@record("Dokument", "Dokumentet registeret er skrevet av.")
class Dokument(Record):
    tittel: str = yaml_field(A_NAME, "Dokumentets tittel.", krav=True)
    vedtatt: Tid | None = yaml_field(Moment(), "Når kommunestyret vedtok planstrategien; utelates når kilden ikke sier det.", "2024-10-17")
    lenke: str | None = yaml_field(TEXT, "Adressen dokumentet kan hentes fra.")
    lisens: str | None = yaml_field(LICENCE, "Lisensen dokumentet og registeret kan brukes under; utelates når ingen har bestemt den.", "NLOD-2.0")
    merknad: str | None = yaml_field(TEXT, "Forbehold om dokumentet.")


@record("Kommunalområde", "En del av kommunens organisasjon som svarer for planer.")
class Omraade(Record):
    id: str = yaml_field(Id("omraade"), "Fast id.", "samfunn-og-strategi", krav=True)
    navn: str = yaml_field(A_NAME, "Navnet slik kilden skriver det.", "Samfunn og strategi", krav=True)
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Rolle", "En rolle i et kommunalområde, aldri en person.")
class Rolle(Record):
    id: str = yaml_field(Id("rolle"), "Fast id.", "raadgiver-ov", krav=True)
    navn: str = yaml_field(A_NAME, "Rollen slik kilden skriver den.", "Rådgiver OV", krav=True)
    omraade: str | None = yaml_field(Ref("omraade"), "Kommunalområdet rollen hører til; utelates når kilden ikke sier det.", "oppvekst-og-velferd")
    merknad: str | None = yaml_field(TEXT, "Tvil, for eksempel om to betegnelser er samme rolle.")


# a cell such as «O: 2020 V: 2021», and what stands between several signs in a cell
SIGN_AND_YEAR, BETWEEN = re.compile(r"([^\s:]+):\s*([12][0-9]{3})"), re.compile(r"[\s/,;+]+")


class Mark(NamedTuple):
    """A mark of a plan in a year: the sign as printed ("" for a plain cross), what it means, None when nobody says."""

    aar: int
    tegn: str
    betyr: str | None

    def means_work(self, plan: Plan) -> bool:
        """Return whether the plan is worked on in the year; what nobody says, and a word of revision, is taken for work."""
        if self.betyr == vocabulary.ORDMERKE:
            return plan.planbehov in vocabulary.REVISING or bool(plan.aarlig)
        return self.betyr not in (vocabulary.OPPSTARTSMERKE, vocabulary.VEDTAKSMERKE, vocabulary.HASTEMERKE)


@record("Tabell", "En plantabell i kilden, og hva innledningen sier om alle planene i den.")
class Tabell(Record):
    id: str = yaml_field(Id("tabell"), "Fast id.", "temaplan", krav=True)
    navn: str = yaml_field(A_NAME, "Tabellens overskrift.", "Temaplan/fagplan", krav=True)
    antall_rader: int = yaml_field(Number(0, 100000), "Antall rader, talt som trykt; rader som ikke er planer, er med.", "23", krav=True)
    merket_betyr: tuple[tuple[str, str], ...] = yaml_field(MapOf(TEXT, Choice(vocabulary.MERKET_BETYR), alene=True), "Hva et merke i et år betyr: ett svar, eller ett for hvert tegn.", "oppstart")
    merket_ordlyd: str | None = yaml_field(TEXT, "Kildens egne ord om hva et merke betyr.", "X = årstall for oppstart av planarbeidet")
    vedtas_av: str | None = yaml_field(Choice(vocabulary.VEDTAKSMAATE), "Hvordan innledningen sier at planene skal vedtas.", "politisk")
    statutter: tuple[Statutt, ...] = yaml_field(Many(Statutt), "Lovene tabellens innledning nevner for alle planene.")
    merknad: str | None = yaml_field(TEXT, "Annet innledningen sier, med egne ord.")

    def marks(self, plan: Plan) -> tuple[Mark, ...]:
        """Return the marks of a plan in the table in order of year; a cell with several signs gives one for each."""
        return _marks(self.merket_betyr, plan.aar, plan.merker)

    @property
    def marks_work(self) -> bool:
        """Whether the table says that its marks are years of work, and nothing else."""
        return {betyr for _, betyr in self.merket_betyr} == {vocabulary.ARBEIDSMERKE}


# many plans are marked alike
@lru_cache(maxsize=1024)
def _marks(betyr: tuple[tuple[str, str], ...], aar: tuple[int, ...], merker: tuple[tuple[int, str], ...]) -> tuple[Mark, ...]:
    means, printed = {sign.casefold(): meaning for sign, meaning in betyr}, dict(merker)
    found = [mark for year in aar for mark in _marks_in(year, printed.get(year, ""), means)]
    # a cell that names its years speaks for each of them, also where another cell is empty
    told = {mark.aar for mark in found if mark.tegn}
    return tuple(sorted((mark for mark in found if mark.tegn or mark.aar not in told), key=lambda mark: mark.aar))


def _marks_in(year: int, text: str, means: dict[str, str]) -> list[Mark]:
    parts = BETWEEN.split(text)
    signs = parts if text.casefold() not in means and all(part.casefold() in means for part in parts) else [text]
    found = SIGN_AND_YEAR.findall(text) or [(sign, year) for sign in signs]
    return [Mark(int(of_year), sign, means.get(sign.casefold(), means.get(""))) for sign, of_year in found]


@record("Annen rad", "En rad i en plantabell som ikke er en plan; den telles aldri som plan.")
class AnnenRad(Record):
    navn: str = yaml_field(A_NAME, "Raden slik kilden skriver den.", "SUM", krav=True)
    kilde: Rad = yaml_field(One(Rad), "Tabell og rad i kilden.", "{tabell: temaplan, rad: 21}", krav=True)
    hva: str = yaml_field(Choice(vocabulary.ANDRE_RADER), "Hva raden er i stedet.", "sum", krav=True)
    innsats: tuple[OppgittInnsats, ...] = yaml_field(Many(OppgittInnsats), "Arbeid eller penger kilden setter av i raden.", "[{aar: 2024, aarsverk: 8.5}]")
    merknad: str | None = yaml_field(TEXT, "Hva raden sier, med egne ord.")


@record("Omtalt dokument", "Et dokument teksten nevner, men som ikke har egen rad i plantabellene.")
class Omtalt(Record):
    id: str = yaml_field(Id("omtalt"), "Fast id.", "okonomi-og-handlingsplan", krav=True)
    navn: str = yaml_field(A_NAME, "Navnet.", "Økonomi- og handlingsplan", krav=True)
    eier: str = yaml_field(Choice(vocabulary.EIER), "Hvem dokumentet tilhører.", "kommune", krav=True)
    aarlig: bool | None = yaml_field(YesNo(), "Om kilden sier at det revideres hvert år.", "ja")
    vedtatt: Tid | None = yaml_field(Moment(), "Når gjeldende utgave ble vedtatt.", "2024-12-12")
    vedtatt_av: str | None = yaml_field(Choice(vocabulary.VEDTAKSMAATE), "Om gjeldende utgave er vedtatt politisk eller administrativt.", "politisk")
    gyldig_til: Tid | None = yaml_field(Moment(), "Siste del av perioden gjeldende utgave gjelder for (utløp).", "2028")
    statutter: tuple[Statutt, ...] = yaml_field(Many(Statutt), "Lovene kilden nevner for dokumentet.")
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden.", "{avsnitt: Økonomi- og handlingsplan}", krav=True)
    merknad: str | None = yaml_field(TEXT, "Hva kilden sier, med egne ord.")


@record("Beslutning", "Hva planstrategien bestemmer for en del av kommuneplanen (pbl. § 10-1 tredje ledd).")
class Beslutning(Record):
    plan: str = yaml_field(Ref("plan"), "Delen av kommuneplanen.", "kommuneplanens-samfunnsdel", krav=True)
    planbehov: str = yaml_field(Choice(vocabulary.PLANBEHOV), "Beslutningen.", "viderefores", krav=True)
    begrunnelse: str | None = yaml_field(TEXT, "Kildens begrunnelse, med egne ord.")
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden.", krav=True)


@record("Satsingsområde", "Et satsingsområde i kommunens egen samfunnsdel.")
class Satsingsomraade(Record):
    id: str = yaml_field(Id("forventning"), "Fast id.", "lok-04", krav=True)
    navn: str = yaml_field(A_NAME, "Satsingsområdet.", "God oppvekst", krav=True)
    forelder_mulig: str | None = yaml_field(Ref("forventning"), "Satsingsområdet dette kan være en del av; ubekreftet.", "lok-01")
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden.", krav=True)
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Nasjonal satsing", "Et nasjonalt satsingsområde som planstrategien gjengir.")
class NasjonalSatsing(Record):
    forventning: str = yaml_field(Ref("forventning"), "Satsingsområdet i den nasjonale katalogen.", "nf-kap-2", krav=True)
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden.", krav=True)
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Utsagn", "Noe teksten sier, med egne ord.")
class Utsagn(Record):
    id: str = yaml_field(Id("utsagn"), "Fast id.", "regional-bindende", krav=True)
    tekst: str = yaml_field(TEXT, "Hva kilden sier, med egne ord.", krav=True)
    statutter: tuple[Statutt, ...] = yaml_field(Many(Statutt), "Lovene kilden nevner her.")
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden.", krav=True)
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Prosess", "Hva teksten sier om hvordan planstrategien ble til, og hva den er rettslig.")
class Prosess(Record):
    id: str = yaml_field(Id("utsagn"), "Fast id.", "ps-offentlig-30-dager", krav=True)
    tekst: str = yaml_field(TEXT, "Hva kilden sier, med egne ord.", krav=True)
    krav: str | None = yaml_field(Ref("krav"), "Kravet til planstrategien det gjelder.", "ps-offentlig-30-dager")
    gjort: str | None = yaml_field(Choice(vocabulary.GJORT), "Om kilden viser at kommunen har gjort det kravet sier; utelates når kilden er taus.", "ja")
    statutter: tuple[Statutt, ...] = yaml_field(Many(Statutt), "Lovene kilden nevner her.")
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden, eller hvem som har opplyst det, og når.", krav=True)
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Høring", "Kommunens standpunkt i en høring som teksten forteller om.")
class Horing(Record):
    gjelder: tuple[str, ...] = yaml_field(ListOf(Ref("omtalt")), "Dokumentene som var på høring.", krav=True)
    frist: Tid | None = yaml_field(Moment(), "Høringsfristen.", "2024-06-12")
    avgitt: bool | None = yaml_field(YesNo(), "Om kommunen har avgitt uttalelse.", "ja")
    vedtatt_av: str | None = yaml_field(Choice(vocabulary.VEDTAKSMAATE), "Hvordan uttalelsen ble vedtatt.", "politisk")
    synspunkter: tuple[str, ...] = yaml_field(ListOf(TEXT), "Kommunens synspunkter, med egne ord.")
    kilde: Avsnitt = yaml_field(One(Avsnitt), "Hvor i kilden.", krav=True)


@record("Unntak", "En advarsel eller merknad noen har bestemt seg for å leve med, til en dag.")
class Unntak(Record):
    kode: str = yaml_field(Code(r"[A-Z]{3}[0-9]{3}", "en regelkode, for eksempel REG206"), "Regelen det gjøres unntak fra.", "REG206", krav=True)
    plan: str | None = yaml_field(Ref("plan"), "Planen det gjelder; utelates når unntaket gjelder alle.")
    grunn: str = yaml_field(TEXT, "Hvorfor advarselen godtas.", krav=True)
    hvem: str = yaml_field(TEXT, "Rollen som har bestemt det, aldri navn på en person.", krav=True)
    til: str = yaml_field(Date(), "Siste dag unntaket gjelder.", "2025-12-31", krav=True)
