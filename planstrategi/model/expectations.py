"""What the state and the county expect of municipal planning, and the plan types: catalogues that hold no local facts."""

from collections.abc import Iterator

from planstrategi.model import vocabulary
from planstrategi.model.dates import Date, Moment, Tid
from planstrategi.model.fields import Choice, Code, DataFile, Id, ListOf, Many, Name, One, Record, Ref, Text, record, yaml_field
from planstrategi.model.numbers import Number

GOAL = Number(1, 17)
OPEN_END = "9999"
POINT_NUMBER = Code(r"[0-9]+(?:\.[0-9]+)*", "nummeret i dokumentet, i anførselstegn, for eksempel '6.4'")


# One line per field, so that a record reads as a table.
# fmt: off
@record("Tilbaketrekking", "At en forventning ikke gjelder lenger.")
class Trukket(Record):
    dato: str = yaml_field(Date(), "Første dag den ikke gjelder.", "2026-07-01", krav=True)
    grunn: str = yaml_field(Text(), "Hvorfor, og hva som er kommet i stedet.", krav=True)


@record("Forventning", "Noe staten eller fylket forventer av planleggingen.")
class Forventning(Record):
    id: str = yaml_field(Id("forventning"), "Fast id; endres aldri.", "spr-am-6.4", krav=True)
    nummer: str | None = yaml_field(POINT_NUMBER, "Nummeret dokumentet selv gir; utelates når det ikke er kjent.", "'6.4'")
    tekst: str = yaml_field(Text(), "Hva som forventes, med egne ord.", krav=True)
    kjerne: tuple[str, ...] = yaml_field(ListOf(Text()), "Leddene i det den vil ha gjort, tatt vare på eller oppnådd, hentet fra teksten.", "[mindre omdisponering av dyrka jord]")
    redskap: tuple[str, ...] = yaml_field(ListOf(Ref("plantype")), "Plantypene der kjernen hører hjemme også når raden er taus.", "[arealdel]")
    tema: tuple[str, ...] = yaml_field(ListOf(Text()), "Stikkord.", "[planvask, arealdel]")
    maal: tuple[int, ...] = yaml_field(ListOf(GOAL), "Bærekraftsmålene forventningen hører til, etter nummer.", "[11, 13]")
    maal_grunnlag: str | None = yaml_field(Choice(vocabulary.MAALGRUNNLAG), "Hvem som har koblet til bærekraftsmålene; utelates når ingen har gjort det.", "egen_vurdering")
    krav: tuple[str, ...] = yaml_field(ListOf(Ref("krav")), "Kravene i nasjonalt/lovkrav.yaml som punktet er en del av.", "[arealregnskap]")
    adressat: str | None = yaml_field(Choice(vocabulary.ADRESSAT), "Hvem teksten retter seg til; utelates når det er kommunen. Det ingen av dens planer kan svare på, telles ikke.", "samfunnsdelen")
    vilkaar: str | None = yaml_field(Text(), "Hvilke kommuner det gjelder, når det ikke er alle.", "kommuner i kategori 2 i vedlegget")
    kommuner: tuple[str, ...] = yaml_field(ListOf(Code(r"[0-9]{4}", "kommunenummeret, fire sifre")),
        "Numrene på alle kommunene som oppfyller vilkåret, når de er kjent: for andre gjelder det ikke. Uten dem er vilkåret ikke avklart.", "['9901', '9902']")
    vekt: str | None = yaml_field(Choice(vocabulary.VEKT), "Hvor mye den veier; utelates når det ikke er vurdert.", "supplerende")
    lenke: str | None = yaml_field(Text(), "Adressen den er lest på.")
    sikkerhet: str = yaml_field(Choice(vocabulary.SIKKERHET), "Hvor sikkert det er.", "bekreftet", krav=True)
    trukket: Trukket | None = yaml_field(One(Trukket), "At den er trukket tilbake.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")

    @property
    def not_asked(self) -> str:
        """Why it asks nothing of the municipality that one of its plans, or the planstrategi, can answer; empty when it does."""
        return vocabulary.TELLES_IKKE_FORDI.get(self.vekt if self.vekt == vocabulary.ADGANG else self.adressat or "", "")


@record("Kapittel", "Et kapittel i et dokument, som også er et satsingsområde.")
class Kapittel(Record):
    id: str = yaml_field(Id("forventning"), "Fast id, egen, ikke offisiell.", "nf-kap-2", krav=True)
    nr: int = yaml_field(Number(1, 99), "Kapittelets nummer i dokumentet.", "2", krav=True)
    navn: str = yaml_field(Name(), "Kapittelets tittel.", krav=True)
    kjerne: tuple[str, ...] = yaml_field(ListOf(Text()), "Temaene i kapitlet, kort.", "[karbonrike arealer, vannressurser]")
    maal: tuple[int, ...] = yaml_field(ListOf(GOAL), "Bærekraftsmålene dokumentet viser for kapitlet.", "[11, 16, 17]")
    lenke: str | None = yaml_field(Text(), "Kapittelets adresse.")
    sikkerhet: str = yaml_field(Choice(vocabulary.SIKKERHET), "Hvor sikkert det er.", "bekreftet", krav=True)
    forventninger: tuple[Forventning, ...] = yaml_field(Many(Forventning), "Punktene eller temaene i kapitlet som er kjent.")


@record("Utgave", "En tid et dokument gjaldt i én utgave.")
class Utgave(Record):
    tittel: str | None = yaml_field(Name(), "Tittelen, når den er en annen enn dokumentets.", "Innlandsstrategien 2020–2024")
    fra: Tid | None = yaml_field(Moment(), "Når utgaven begynte å gjelde; utelates når det ikke er kjent.", "2023-06-20")
    tidligst: str | None = yaml_field(Date(), "Første dag utgaven kan ha begynt å gjelde, når fra ikke er kjent.", "2024-08-16")
    til: Tid | None = yaml_field(Moment(), "Siste dag utgaven gjaldt.", "2024-12-19")
    til_tidligst: str | None = yaml_field(Date(), "Siste dag utgaven er kjent å ha gjeldt, når til ikke er kjent.", "2024-08-15")
    til_senest: str | None = yaml_field(Date(), "Siste dag den kan ha gjeldt; utelates når det ikke er kjent om den har sluttet.", "2026-11-22")
    lenke: str | None = yaml_field(Text(), "Hvor det er lest.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")


@record("Utelatt", "Noe som står i et dokument, men ikke er ført som forventning.")
class Utelatt(Record):
    nummer: str | None = yaml_field(POINT_NUMBER, "Nummeret dokumentet selv gir; utelates når det ikke er ett punkt.", "'4.3'")
    hva: str = yaml_field(Text(), "Hva som er utelatt, med egne ord.", "naturregnskap bør vurderes", krav=True)
    fordi: str = yaml_field(Choice(vocabulary.UTELATT_FORDI), "Hvorfor. Det som ikke er lest, gir dokumentet en egen rad som ikke telles.", "andre", krav=True)


@record("Forventningsdokument", "Et dokument med forventninger.")
class Forventningsdokument(Record):
    id: str = yaml_field(Id("dokument"), "Fast id.", "innlandsstrategien", krav=True)
    navn: str = yaml_field(Name(), "Dokumentets tittel.", krav=True)
    kortnavn: str | None = yaml_field(Name(), "Kort form til figurer; ellers brukes navn.", "Innlandsstrategien")
    slag: str = yaml_field(Choice(vocabulary.FORVENTNINGSSLAG), "Hva slags dokument det er.", "regional_plan", krav=True)
    hjemmel: str | None = yaml_field(Text(), "Hjemmelen for dokumentet.", "plan- og bygningsloven § 6-1")
    utgaver: tuple[Utgave, ...] = yaml_field(Many(Utgave), "Når dokumentet har gjeldt, eldste utgave først; utelates når det ikke er vedtatt.")
    antall_punkter: int | None = yaml_field(Number(1, 9999), "Hvor mange punkter dokumentet selv har, når det er kjent.", "72")
    kapitler: tuple[Kapittel, ...] = yaml_field(Many(Kapittel), "Kapitlene, når de er kjent.")
    forventninger: tuple[Forventning, ...] = yaml_field(Many(Forventning), "Punktene utenfor kapitlene.")
    utelatt: tuple[Utelatt, ...] = yaml_field(Many(Utelatt), "Det som ikke er ført, og hvorfor.")
    lenke: str | None = yaml_field(Text(), "Dokumentets adresse.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")

    @property
    def label(self) -> str:
        """The short form for charts."""
        return self.kortnavn or self.navn

    @property
    def unread(self) -> str:
        """What of it nobody has read, empty when nothing is known to be left."""
        return ", ".join(one.hva for one in self.utelatt if one.fordi == vocabulary.IKKE_LEST)

    def points(self) -> Iterator[tuple[Kapittel | None, Forventning]]:
        """Give every point with its chapter (None outside the chapters), in the order of the document."""
        for kapittel in self.kapitler:
            yield from ((kapittel, one) for one in kapittel.forventninger)
        yield from ((None, one) for one in self.forventninger)


@record("Forventningskatalog", "Forventninger til planleggingen.")
class Forventningsfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-11-23", krav=True)
    kilde: str = yaml_field(Text(), "Hvordan katalogen er laget, og hva den ikke omfatter.", krav=True)
    dokumenter: tuple[Forventningsdokument, ...] = yaml_field(Many(Forventningsdokument), "Dokumentene.", krav=True)


@record("Bærekraftsmål", "Ett av FNs bærekraftsmål.")
class Baerekraftsmaal(Record):
    nr: int = yaml_field(GOAL, "Målets nummer.", "11", krav=True)
    navn: str = yaml_field(Name(), "Målets kortnavn.", "Bærekraftige byer og lokalsamfunn", krav=True)
    farge: str = yaml_field(Code(r"#[0-9A-F]{6}", "en farge på formen '#RRGGBB', med store bokstaver"), "Målets offisielle farge.", "'#FD9D24'", krav=True)


@record("Målkatalog", "FNs bærekraftsmål.")
class Maalfil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-11-23", krav=True)
    kilde: str = yaml_field(Text(), "Hvor navnene og fargene er hentet.", krav=True)
    sikkerhet: str = yaml_field(Choice(vocabulary.SIKKERHET), "Hvor sikre navnene er.", "trolig", krav=True)
    maal: tuple[Baerekraftsmaal, ...] = yaml_field(Many(Baerekraftsmaal), "Målene.", krav=True)


@record("Plantype", "En plantype i den nasjonale katalogen.")
class Plantype(Record):
    id: str = yaml_field(Id("plantype"), "Fast id.", "detaljregulering", krav=True)
    navn: str = yaml_field(Name(), "Navnet.", "Detaljregulering", krav=True)
    sosi: int | None = yaml_field(Number(1, 99), "Tallkoden i SOSI Plan; bare arealplaner har kode.", "35")
    hjemmel: str | None = yaml_field(Text(), "Bestemmelsen plantypen følger av.", "plan- og bygningsloven § 12-3")
    lenke: str | None = yaml_field(Text(), "Bestemmelsens adresse.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")


@record("Plantypekatalog", "De nasjonale plantypene.")
class Plantypefil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-11-23", krav=True)
    kilde: str = yaml_field(Text(), "Hvor opplysningene er hentet.", krav=True)
    plantyper: tuple[Plantype, ...] = yaml_field(Many(Plantype), "Plantypene.", krav=True)


# fmt: on
def applies(document: Forventningsdokument, per_dato: str, known: str) -> bool | None:
    """Return whether a document applies on a day; None when it may, but nobody knows when it began.

    An edition without a start applied from before anybody asks. Where only the earliest possible start is given, it
    is known to apply from the day the catalogue is known as of (`known`).
    """
    states = [_edition_applies(utgave, per_dato, known) for utgave in document.utgaver]
    return True if True in states else None if None in states else False


def edition_start(utgave: Utgave, known: str) -> tuple[str, str]:
    """Return the first day an edition can have begun, and the first on which it certainly had."""
    if utgave.fra:
        return utgave.fra.forst, utgave.fra.sist
    if not utgave.tidligst:
        return "", ""
    return utgave.tidligst, known if known >= utgave.tidligst else OPEN_END


def edition_end(utgave: Utgave) -> tuple[str, str]:
    """Return the last day an edition certainly applied, and the last on which it can have."""
    if utgave.til:
        return utgave.til.forst, utgave.til.sist
    return utgave.til_tidligst or OPEN_END, utgave.til_senest or OPEN_END


def _edition_applies(utgave: Utgave, per_dato: str, known: str) -> bool | None:
    first, last = edition_start(utgave, known), edition_end(utgave)
    if per_dato < first[0] or per_dato > last[1]:
        return False
    return True if first[1] <= per_dato <= last[0] else None
