"""What the law and the state ask of a municipality: the catalogue of requirements. It holds no local facts."""

from planstrategi.model import vocabulary
from planstrategi.model.dates import Date, Moment, Tid
from planstrategi.model.fields import Choice, Code, DataFile, Id, ListOf, Many, One, Record, Ref, YesNo, record, yaml_field
from planstrategi.model.judgements import FINGERPRINT
from planstrategi.model.numbers import Number
from planstrategi.model.plan import A_NAME, TEXT, YEAR

LOV = Code(r"(?:LOV|FOR)-[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:-[0-9]+)?", "datokoden i Lovdata, for eksempel LOV-2008-06-27-71")
PARAGRAF = Code(r"[0-9]+[a-z]?(?: [A-Z])?(?:-[0-9]+[a-z]?)?(?: [a-z])?", "paragrafens nummer uten §-tegn, for eksempel 10-1")
PUNKT = Code(r"[0-9]+[a-z]?(?:\.[0-9]+)*", "punktets nummer, for eksempel 4.2")
TERM_YEARS = 4


# One line per field, so that a record reads as a table.
# fmt: off
@record("Hjemmel", "Et sted i en lov, forskrift eller retningslinje.")
class Hjemmel(Record):
    lov: str = yaml_field(LOV, "Lovens eller forskriftens datokode i Lovdata.", "LOV-2008-06-27-71", krav=True)
    paragraf: str | None = yaml_field(PARAGRAF, "Paragrafen, uten §-tegn.", "'10-1'")
    punkt: str | None = yaml_field(PUNKT, "Punktet, for retningslinjer uten paragrafer.", "'4.2'")
    kapittel: str | None = yaml_field(PUNKT, "Kapitlet, når hele kapitlet er ment.", "'12'")
    ledd: int | None = yaml_field(Number(1, 99), "Leddet i paragrafen; flere ledd er flere hjemler.", "2")
    naermere: str | None = yaml_field(TEXT, "Mer om hvor i paragrafen: bokstav, punktum eller avsnitt.", "bokstav a")
    tittel: str = yaml_field(A_NAME, "Lovens korttittel.", "plan- og bygningsloven", krav=True)
    lenke: str = yaml_field(TEXT, "Adressen hos Lovdata.", "https://lovdata.no/lov/2008-06-27-71/§10-1", krav=True)
    rolle: str | None = yaml_field(Choice(vocabulary.HJEMMELROLLE), "Hva stedet er vist til for; utelates når det er selve kravet.", "utfyller")

    @property
    def label(self) -> str:
        """The place in the act, as the stored law texts name it: § 10-1, pkt. 4.2 or kap. 12; empty when none is given."""
        places = (("§", self.paragraf), ("pkt.", self.punkt), ("kap.", self.kapittel))
        return next((f"{sign} {number}" for sign, number in places if number), "")


@record("Versjon", "En tid et krav gjaldt i én form.")
class Versjon(Record):
    fra: Tid | None = yaml_field(Moment(), "Når utgaven begynte å gjelde; utelates når det ikke er kjent.", "2009-07-01")
    til: Tid | None = yaml_field(Moment(), "Siste dag utgaven gjaldt; utelates for den som gjelder.", "2024-12-19")
    sikkerhet: str = yaml_field(Choice(vocabulary.SIKKERHET), "Hvor sikker utgaven er: bekreftet når teksten er lest, trolig når den er kjent uten det.", "bekreftet", krav=True)
    grunnlag: str | None = yaml_field(TEXT, "Hva datoen gjelder: bestemmelsen eller loven som helhet.", "bestemmelsen")
    hjemmel: tuple[Hjemmel, ...] = yaml_field(Many(Hjemmel), "Hjemmelen utgaven hadde, når den var en annen enn kravets.")
    kontrollert: str | None = yaml_field(Date(), "Dagen noen sist kontrollerte at det som ikke er lov, fortsatt gjelder.", "2026-07-02")
    merknad: str | None = yaml_field(TEXT, "Hva som var annerledes, og hvor det er lest.")


@record("Gjentakelse", "Regelen for når et krav må møtes på nytt.")
class Gjentakelse(Record):
    regel: str = yaml_field(Choice(vocabulary.REGEL), "Hvordan kravet gjentar seg.", "hver_valgperiode", krav=True)
    fra: str | None = yaml_field(Date(), "Første dag regelen kan gi en frist, når den er yngre enn kravet.", "2027-07-01")
    innen: str | None = yaml_field(Date(), "Siste dag kravet må være møtt første gang, når loven gir tid til det; senere frister følger regelen.", "2027-07-01")
    innen_maaneder: int | None = yaml_field(Number(1, 48), "Måneder etter konstitueringen, for krav i hver valgperiode.", "12")
    utgangen_av_aar: int | None = yaml_field(Number(0, 4), "Frist ved utgangen av året så mange år etter konstitueringen.", "1")
    dager_foer: int | None = yaml_field(Number(1, 400), "Hvor mange dager før planstrategien må være vedtatt, arbeidet senest begynner.", "30")
    dag: str | None = yaml_field(Code(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", "måned og dag på formen MM-DD"), "Dagen i året, for årlige krav.", "12-31")
    senest: bool | None = yaml_field(YesNo(), "Skriv ja når dagen i året bare er en ytterste grense.", "ja")
    hvert: int | None = yaml_field(Number(2, 20), "Hvor mange år det er mellom hver gang.", "4")
    dato: str | None = yaml_field(Date(), "Datoen, for krav med én fast frist.", "2027-07-01")
    hendelse: str | None = yaml_field(TEXT, "Det som utløser kravet.", "oppstart av revisjon av kommuneplanen")
    etter: str = yaml_field(TEXT, "Bestemmelsen regelen står i.", "plan- og bygningsloven § 10-1 første ledd", krav=True)
    lenke: str | None = yaml_field(TEXT, "Bestemmelsens adresse hos Lovdata.")
    merknad: str | None = yaml_field(TEXT, "Forbehold om regelen.")


@record("Saksgang", "Noe som må begynne et antall dager før vedtaket.")
class Saksgang(Record):
    steg: str = yaml_field(TEXT, "Hva som må skje.", "Forslaget gjøres offentlig", krav=True)
    dager_foer: int = yaml_field(Number(1, 400), "Dager før vedtaket.", "30", krav=True)
    etter: str = yaml_field(TEXT, "Bestemmelsen fristen står i.", "plan- og bygningsloven § 10-1 andre ledd", krav=True)
    lenke: str = yaml_field(TEXT, "Bestemmelsens adresse hos Lovdata.", krav=True)


@record("Kravkilde", "Hvor et krav er lest, når, og hvor sikkert det er.")
class Kravkilde(Record):
    lenke: str | None = yaml_field(TEXT, "Adressen kravet er lest på.")
    kontrollert: str | None = yaml_field(Date(), "Dagen teksten som er lest, gjaldt per.", "2026-07-02")
    sikkerhet: str = yaml_field(Choice(vocabulary.SIKKERHET), "Hvor sikker lesningen er.", "bekreftet", krav=True)


@record("Lovkrav", "Et krav til kommunen.")
class Lovkrav(Record):
    id: str = yaml_field(Id("krav"), "Fast id; endres aldri.", "eierskapsmelding", krav=True)
    navn: str = yaml_field(A_NAME, "Hva kravet gjelder.", "Eierskapsmelding", krav=True)
    kortnavn: str | None = yaml_field(A_NAME, "Kort form til figurer; ellers brukes navn.")
    innhold: str = yaml_field(TEXT, "Hva som kreves, med egne ord.", krav=True)
    slag: str = yaml_field(Choice(vocabulary.KRAVSLAG), "Hva slags krav det er.", "lovpaalagt_plan", krav=True)
    styrke: str = yaml_field(Choice(vocabulary.STYRKE), "Om det er noe kommunen skal, bør eller kan.", "skal", krav=True)
    styrke_grunnlag: str | None = yaml_field(Choice(vocabulary.STYRKEGRUNNLAG), "Om styrken står i teksten eller er vår slutning; utelatt er ordlyd.", "slutning")
    form: str | None = yaml_field(TEXT, "Hva slags dokument eller handling det er; et «tema i planstrategi» har samme frist som den.", "melding")
    relevans: str = yaml_field(Choice(vocabulary.RELEVANS), "Hvor nær kravet er planstrategien.", "kjerne", krav=True)
    vilkaar: str | None = yaml_field(TEXT, "Vilkåret, for krav som bare noen ganger gjelder.")
    vedtas_av: str = yaml_field(Choice(vocabulary.VEDTAKSORGAN), "Hvem som vedtar.", "kommunestyret_selv", krav=True)
    vedtas_av_merknad: str | None = yaml_field(TEXT, "Mer om hvem som lager, vedtar eller kan få det delegert.")
    eget_dokument: bool = yaml_field(YesNo(), "Om regelverket krever et dokument for seg.", "ja", krav=True)
    eget_dokument_merknad: str | None = yaml_field(TEXT, "Hva det kan slås sammen med eller være en del av.")
    sporsmaal: str | None = yaml_field(TEXT, "Det kommunen må svare på for at kravet kan avklares.")
    besvares_av: tuple[str, ...] = yaml_field(ListOf(Choice(vocabulary.REGISTERFAKTA)), "Det registeret selv sier som svarer på kravet; alt må stå der for at svaret er helt.", "[vedtatt]")
    hjemmel: tuple[Hjemmel, ...] = yaml_field(Many(Hjemmel), "Bestemmelsene kravet står i; utelates når ingen er funnet.")
    versjoner: tuple[Versjon, ...] = yaml_field(Many(Versjon), "Når kravet har gjeldt, eldste først.", krav=True)
    gjentakelse: tuple[Gjentakelse, ...] = yaml_field(Many(Gjentakelse), "Reglene for når det må gjøres på nytt.")
    saksgang: tuple[Saksgang, ...] = yaml_field(Many(Saksgang), "Det som må skje før vedtaket.")
    kilde: Kravkilde = yaml_field(One(Kravkilde), "Hvor kravet er lest.", krav=True)
    merknad: str | None = yaml_field(TEXT, "Forbehold.")

    @property
    def label(self) -> str:
        """The short form for charts."""
        return self.kortnavn or self.navn

    @property
    def rests_on_law(self) -> bool:
        """Whether an act, a regulation or a guideline makes the demand: then the archive of laws tells that it still holds."""
        return self.slag.startswith("lovpaalagt") or any(one.rolle is None for one in self.hjemmel)

    def never_checked(self, versjon: Versjon) -> bool:
        """Return whether a version may have ended in silence: no law makes the demand, and nobody has dated a check."""
        return not (self.rests_on_law or versjon.til or versjon.kontrollert)

    def version_on(self, day: str) -> Versjon | None:
        """Return the version that is in force on a day, None when there is none."""
        begun = (one for one in self.versjoner if one.fra is None or one.fra.forst <= day)
        return next((one for one in begun if one.til is None or one.til.sist >= day), None)


@record("Valg", "Et kommunestyrevalg.")
class Valg(Record):
    aar: int = yaml_field(YEAR, "Valgåret.", "2023", krav=True)
    valgdag: str | None = yaml_field(Date(), "Valgdagen, når den er kjent.", "2023-09-11")
    lenke: str | None = yaml_field(TEXT, "Hvor valgdagen er lest.")


@record("Misforståelse", "Noe mange tror er lovpålagt, og hva som er riktig.")
class Misforstaaelse(Record):
    paastand: str = yaml_field(TEXT, "Det mange tror.", krav=True)
    riktig: str = yaml_field(TEXT, "Det som er riktig, med egne ord.", krav=True)
    krav: str | None = yaml_field(Ref("krav"), "Kravet i katalogen det gjelder.", "boligsosial-handlingsplan")


@record("Prosessteg", "Et steg i arbeidet med planstrategien.")
class Prosessteg(Record):
    id: str = yaml_field(Id("prosessteg"), "Fast id.", "vedtak", krav=True)
    navn: str = yaml_field(A_NAME, "Hva som skjer.", "Kommunestyret vedtar planstrategien", krav=True)
    regnes: str = yaml_field(Choice(vocabulary.STEGREGEL), "Hvordan den siste dagen følger av loven.", "krav", krav=True)
    krav: str | None = yaml_field(Ref("krav"), "Kravet steget hører til; det har hjemmelen og fristen.", "ps-innhente-synspunkter")
    klart_til: str | None = yaml_field(Ref("prosessteg"), "Steget det skal være klart til.", "vedtak")
    etter: str | None = yaml_field(TEXT, "Bestemmelsen, når den ikke står i kravet.", "kommuneloven § 7-1 første ledd")
    lenke: str | None = yaml_field(TEXT, "Bestemmelsens adresse, når den ikke står i kravet.")
    merknad: str | None = yaml_field(TEXT, "Forbehold.")


@record("Lovkravkatalog", "Kravene til kommunene.")
class Lovkravfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-07-02", krav=True)
    kilde: str = yaml_field(TEXT, "Hvordan katalogen er laget, og hva den ikke omfatter.", krav=True)
    valg: tuple[Valg, ...] = yaml_field(Many(Valg), "Kommunestyrevalgene, eldste først; etter det siste regnes det fire år fram.", krav=True)
    krav: tuple[Lovkrav, ...] = yaml_field(Many(Lovkrav), "Kravene.", krav=True)
    misforstaaelser: tuple[Misforstaaelse, ...] = yaml_field(Many(Misforstaaelse), "Det mange tror er lovpålagt.")
    prosess: tuple[Prosessteg, ...] = yaml_field(Many(Prosessteg), "Stegene i arbeidet med planstrategien, i rekkefølge.")


@record("Lovtekst", "En paragraf eller et punkt med avtrykk av teksten.")
class Lovtekst(Record):
    lov: str = yaml_field(LOV, "Lovens datokode.", "LOV-2008-06-27-71", krav=True)
    lovsted: str = yaml_field(TEXT, "Stedet i loven.", "§ 10-1", krav=True)
    ledd: int = yaml_field(Number(0, 999), "Antall ledd i teksten.", "4", krav=True)
    avtrykk: str = yaml_field(FINGERPRINT, "Avtrykket av teksten (sha256).", krav=True)


@record("Lovtekstliste", "Lovtekstene som ligger i mappen.")
class Lovtekstfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen Lovdatas tekster gjaldt per.", "2026-07-02", krav=True)
    tekster: tuple[Lovtekst, ...] = yaml_field(Many(Lovtekst), "Én post per paragraf eller punkt.", krav=True)


@record("Søkeord", "Ordene et ledd må ha ett av hvert slag av. En stjerne står for resten av ordet.")
class Soekeord(Record):
    hvem: tuple[str, ...] = yaml_field(ListOf(TEXT), "Ord for den som har plikten.", "[kommune*, vannverkseier*]", krav=True)
    plikt: tuple[str, ...] = yaml_field(ListOf(TEXT), "Ord for at noe må gjøres.", "[skal, plikt*]", krav=True)
    dokument: tuple[str, ...] = yaml_field(ListOf(TEXT), "Ord for det som skal lages.", "['*plan', '*oversikt*']", krav=True)


@record("Paragrafdom", "Om et sted i en lov gir kommunen plikt til å ha et dokument, slik noen har lest det.")
class Paragrafdom(Record):
    lov: str = yaml_field(LOV, "Lovens datokode.", "LOV-2008-06-27-71", krav=True)
    lovsted: str = yaml_field(TEXT, "Stedet i loven, eller «hele teksten».", "§ 10-1", krav=True)
    dom: str = yaml_field(Choice(vocabulary.DOM), "Om stedet gir en plikt.", "med", krav=True)
    krav: tuple[str, ...] = yaml_field(ListOf(Ref("krav"), alene=True), "Kravet i katalogen som stedet hører til, eller flere.", "kommunal-planstrategi")
    avtrykk: str = yaml_field(Code("[0-9a-f]{12}", "et avtrykk på 12 tegn"), "Begynnelsen av avtrykket av teksten som er lest.", "0f1e2d3c4b5a", krav=True)
    hvorfor: str = yaml_field(TEXT, "Hvorfor, i én linje.", krav=True)


@record("Lovsveip", "Alle steder i lovverket som kan gi kommunen plikt til å ha et dokument, hvert med en dom.")
class Lovsveip(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen lovverket er lest per.", "2026-07-02", krav=True)
    kilde: str = yaml_field(TEXT, "Samlingen av lover og forskrifter som er lest.", krav=True)
    lest_av: str = yaml_field(TEXT, "Rollen til den som har lest, aldri navn på en person.", krav=True)
    soekeord: Soekeord = yaml_field(One(Soekeord), "Ordene stedene er funnet med.", krav=True)
    dommer: tuple[Paragrafdom, ...] = yaml_field(Many(Paragrafdom), "Én dom per sted.", krav=True)


# fmt: on
def older_than_basis(krav: Lovkrav, versjon: Versjon) -> bool:
    """Return whether a version begins before every act it rests on was made: the day is in the act's own code."""
    made = [one.lov[4:14] for one in versjon.hjemmel or krav.hjemmel if one.rolle is None]
    return versjon.fra is not None and bool(made) and versjon.fra.sist < min(made)
