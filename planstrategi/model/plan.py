"""A plan as its row in the source tells of it, and where in the source a fact stands."""

from dataclasses import field

from planstrategi.model.dates import Moment, Tid
from planstrategi.model.fields import Choice, Id, ListOf, Many, MapOf, Name, One, Record, Ref, Text, YesNo, record, yaml_field
from planstrategi.model.numbers import Decimal, Number
from planstrategi.model.vocabulary import AARLIG, DRIVERROLLE, EIER, GJELDER, OTHERS, PLANBEHOV, STATUS, VEDTAKSMAATE

YEAR = Number(1900, 2200)
TEXT, A_NAME = Text(), Name()
MOMENT = Moment()
# the fields of a plan that name other plans, besides what it waits for
RELATIONS = ("inngaar_i", "kan_inngaa_i", "samordnes_med", "erstattes_av")


# One line per field, so that a record reads as a table.
# fmt: off
@record("Avsnitt", "Hvor i den løpende teksten i kilden noe står.")
class Avsnitt(Record):
    avsnitt: str = yaml_field(TEXT, "Overskriften avsnittet står under i kilden.", "Lokale forventninger", krav=True)


@record("Rad", "Hvilken tabell og rad i kilden planen står i.")
class Rad(Record):
    tabell: str = yaml_field(Ref("tabell"), "Tabellen planen står i.", "temaplan", krav=True)
    rad: int = yaml_field(Number(1, 100000), "Radens nummer i tabellen, talt som trykt.", "9", krav=True)
    delrad: int | None = yaml_field(Number(1, 100), "Hvilken av planene i raden det er, når raden i kilden har flere.", "2")


@record("Statutt", "En lov som kilden selv nevner.")
class Statutt(Record):
    lov: str = yaml_field(TEXT, "Lovens korttittel, slik den kan slås opp.", "barnevernsloven", krav=True)
    paragraf: str | None = yaml_field(TEXT, "Paragrafen, når kilden nevner den.", "§ 15-1")
    gjelder: str = yaml_field(Choice(GJELDER), "Om kilden nevner loven for planen, for tjenesten, eller for å si at den ikke gjelder.", "plan", krav=True)
    avsnitt: str | None = yaml_field(TEXT, "Avsnittet som nevner loven, når det ikke er planens rad eller tabellens innledning.", "Plansystemet")
    merknad: str | None = yaml_field(TEXT, "Hva kilden sier om loven, med egne ord.")


@record("Venter på", "Noe arbeidet venter på.")
class Venter(Record):
    hva: str = yaml_field(TEXT, "Hva arbeidet venter på.", "beslutning hos idrettslaget", krav=True)
    andre: bool | None = yaml_field(YesNo(), "Om det er andre enn kommunen selv som må gjøre noe; utelates når kilden ikke sier det.", "ja")
    plan: str | None = yaml_field(Ref("plan"), "Planen det ventes på, når det er en plan i registeret.")


@record("Driver", "Noen andre enn ansvarlig kommunalområde som driver planen fram.")
class Driver(Record):
    navn: str = yaml_field(A_NAME, "Virksomheten, aldri navn på en person.", "Innlandet fylkeskommune", krav=True)
    rolle: str = yaml_field(Choice(DRIVERROLLE), "Hva slags part det er.", "tiltakshaver", krav=True)


@record("Lesning", "Lesningen som er valgt der kilden kan leses på to måter.")
class Lesning(Record):
    felt: str = yaml_field(TEXT, "Feltet det gjelder.", "aar", krav=True)
    valgt: str = yaml_field(TEXT, "Lesningen som er valgt; ukjent når den ikke kan leses.", krav=True)
    grunn: str = yaml_field(TEXT, "Hvorfor den ble valgt, og hva som kunne vært lest i stedet.", krav=True)


@record("Oppgitt innsats", "Arbeid eller penger kilden selv setter av til planen: et faktum, som går foran enhver antakelse.")
class OppgittInnsats(Record):
    aar: int | None = yaml_field(YEAR, "Året det gjelder; utelates når kilden oppgir tallet for hele planen.", "2025")
    aarsverk: float | None = yaml_field(Decimal(), "Årsverk.", "0.5")
    timer: float | None = yaml_field(Decimal(), "Timer.", "450")
    kroner: int | None = yaml_field(Number(0, 999_999_999), "Kroner til hjelp utenfra.", "750000")


@record("Plan", "En rad i plantabellene: hva planstrategien bestemmer for planen, og hva raden sier om den.")
class Plan(Record):
    id: str = yaml_field(Id("plan"), "Fast id; endres aldri.", "kommuneplanens-arealdel", krav=True)
    navn: str = yaml_field(A_NAME, "Navnet slik cellen i kilden skriver det.", "Infrastruktur 2050", krav=True)
    kortnavn: str | None = yaml_field(A_NAME, "Kort form til figurer; ellers brukes navn.", "Infrastruktur 2050")
    plantype: str = yaml_field(Ref("plantype"), "Plantypen; uavklart når kilden lar det stå åpent.", "detaljregulering", krav=True)
    kilde: Rad = yaml_field(One(Rad), "Tabell og rad i kilden.", "{tabell: temaplan, rad: 9}", krav=True)
    planbehov: str | None = yaml_field(Choice(PLANBEHOV), "Hva planstrategien bestemmer for planen; utelates når kilden ikke sier det.", "revisjon")
    status: str | None = yaml_field(Choice(STATUS), "Hvor arbeidet står nå, ifølge kilden.", "oppstart_varslet")
    vedtatt: Tid | None = yaml_field(MOMENT, "Når gjeldende utgave ble vedtatt.", "2021-06")
    vedtatt_av: str | None = yaml_field(Choice(VEDTAKSMAATE), "Om gjeldende utgave er vedtatt politisk eller administrativt.", "administrativt")
    vedtatt_organ: str | None = yaml_field(TEXT, "Organet som vedtok gjeldende utgave, når kilden nevner det.", "kommunestyret")
    datert: Tid | None = yaml_field(MOMENT, "Datoen på gjeldende dokument når vedtaksdato ikke er oppgitt.", "2017-05-10")
    revidert: Tid | None = yaml_field(MOMENT, "Når gjeldende utgave sist ble revidert.", "2024")
    skal_vedtas: Tid | None = yaml_field(MOMENT, "Når neste utgave skal vedtas.", "2024-host")
    skal_vedtas_av: str | None = yaml_field(Choice(VEDTAKSMAATE), "Om neste utgave skal vedtas politisk eller administrativt.", "politisk")
    skal_vedtas_organ: str | None = yaml_field(TEXT, "Organet som skal vedta, når kilden nevner det.", "kommunestyret")
    gyldig_fra: Tid | None = yaml_field(MOMENT, "Første del av perioden gjeldende utgave gjelder for.", "2024")
    gyldig_til: Tid | None = yaml_field(MOMENT, "Siste del av perioden gjeldende utgave gjelder for (utløp).", "2025-12-31")
    foer_utlop: bool | None = yaml_field(YesNo(), "Om planen skal være revidert før gyldigheten løper ut.", "ja")
    aar: tuple[int, ...] = yaml_field(ListOf(YEAR, stigende=True), "Årene som er merket i kilden, på én linje; hva et merke betyr, sier tabellen.", "[2024, 2025, 2026]")
    merker: tuple[tuple[int, str], ...] = yaml_field(MapOf(YEAR, A_NAME), "Merkene slik de er trykt, når de ikke bare er kryss.", "{2024: O, 2026: V}")
    innsats: tuple[OppgittInnsats, ...] = yaml_field(Many(OppgittInnsats), "Arbeid eller penger kilden selv setter av.", "[{aar: 2025, aarsverk: 0.5}]")
    hast: str | None = yaml_field(TEXT, "Hvor mye det haster, med kildens ord.", "Må utarbeides grunnet lovkrav i 2024")
    oppstart: Tid | None = yaml_field(MOMENT, "Når arbeidet skal starte.", "2024-host")
    ferdig: Tid | None = yaml_field(MOMENT, "Når arbeidet skal være ferdig.", "2026-12-31")
    ansvarlig: tuple[str, ...] = yaml_field(ListOf(Ref("omraade"), alene=True), "Ansvarlig kommunalområde, eller flere i en liste; utelates når kilden ikke sier det.", "samfunn-og-strategi")
    roller: tuple[str, ...] = yaml_field(ListOf(Ref("rolle")), "Rollene som er nevnt i ansvarlig-cellen.", "[leder-strategi-og-utvikling]")
    medvirkende: tuple[str, ...] = yaml_field(ListOf(Ref("omraade")), "Kommunalområdene som står i parentes i ansvarlig-cellen.", "[helse-og-mestring]")
    eier: str | None = yaml_field(Choice(EIER), "Hvem planen tilhører, når det ikke er kommunen alene.", "flere_kommuner")
    bestiller: str | None = yaml_field(TEXT, "Hvem som har bestilt planen, når kilden sier det; aldri navn på en person.", "kommunestyret")
    drivere: tuple[Driver, ...] = yaml_field(Many(Driver), "Andre som driver planen fram.", "[{navn: Innlandet fylkeskommune, rolle: samarbeidspart}]")
    inngaar_i: tuple[str, ...] = yaml_field(ListOf(Ref("plan")), "Planene dette arbeidet er en del av; tall uten dobbelttelling holder det utenfor.", "[kommuneplanens-arealdel]")
    kan_inngaa_i: tuple[str, ...] = yaml_field(ListOf(Ref("plan")), "Planer arbeidet vurderes som del av. Endrer aldri en telling.", "[infrastruktur-2050]")
    samordnes_med: tuple[str, ...] = yaml_field(ListOf(Ref("plan")), "Planer arbeidet bør samordnes med. Endrer aldri en telling.", "[ostre-toten-ungdomsskole]")
    venter_paa: tuple[Venter, ...] = yaml_field(Many(Venter), "Det arbeidet venter på.", "[{hva: politisk prinsippavgjørelse, andre: nei}]")
    erstattes_av: tuple[str, ...] = yaml_field(ListOf(Ref("plan")), "Planene som erstatter denne.", "[kommuneplanens-arealdel]")
    erstattes_av_omtalt: tuple[str, ...] = yaml_field(ListOf(Ref("omtalt")), "Dokumentene uten egen rad som erstatter denne.", "[regional-plan-for-klima]")
    aarlig: tuple[str, ...] = yaml_field(ListOf(Choice(AARLIG)), "Det som gjøres hvert år.", "[handlingsdel]")
    statutter: tuple[Statutt, ...] = yaml_field(Many(Statutt), "Lovene planens rad selv nevner.", "[{lov: alkoholloven, gjelder: plan}]")
    temaer: tuple[str, ...] = yaml_field(ListOf(A_NAME), "Temaene kilden fører planen under.", "[utenforskap]")
    lesninger: tuple[Lesning, ...] = yaml_field(Many(Lesning), "Valgt lesning der kilden kan leses på to måter.")
    merknad: str | None = yaml_field(TEXT, "Annet raden sier, med egne ord.")
    # the years of work that a scenario chooses, in place of those that follow from the register
    valgte_aar: tuple[int, ...] | None = field(default=None)

    @property
    def label(self) -> str:
        """The short form for charts and sentences."""
        return self.kortnavn or self.navn

    @property
    def is_kommuneplan(self) -> bool:
        """Whether the plan is a part of the kommuneplan."""
        return self.plantype in ("samfunnsdel", "arealdel")

    def times(self, *fields: str) -> list[tuple[str, Tid]]:
        """Return those of the fields that hold a moment, each with it."""
        return [(name, tid) for name in fields if (tid := getattr(self, name))]

    @property
    def related(self) -> list[str]:
        """The ids of the plans that this one names, those it waits for last."""
        waits = [venter.plan for venter in self.venter_paa if venter.plan]
        return [*(other for relation in RELATIONS for other in getattr(self, relation)), *waits]

    @property
    def is_others(self) -> bool:
        """Whether it is not the municipality that makes and renews the plan."""
        return self.eier in OTHERS

    @property
    def year_is_lost(self) -> bool:
        """Whether the source marks a year, and which one cannot be read any more."""
        return any(one.felt == "aar" and one.valgt.strip().lower() == "ukjent" for one in self.lesninger)

    @property
    def finish(self) -> Tid | None:
        """When the work is finished or adopted, the later of what the register says; None when it says neither."""
        both = self.ferdig and self.skal_vedtas and max(self.ferdig, self.skal_vedtas, key=lambda tid: tid.sist)
        return both or self.ferdig or self.skal_vedtas
