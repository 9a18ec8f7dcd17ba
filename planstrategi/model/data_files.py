"""The list of data files: where each lies, what record it holds, what it is for, and what reading it needs to know."""

from typing import NamedTuple

from planstrategi.model.assumptions import Forutsetningsfil, Innsatsfil
from planstrategi.model.expectations import Forventningsfil, Maalfil, Plantypefil
from planstrategi.model.intake import Innlesingsfil
from planstrategi.model.judgements import JUDGEMENTS, LEGAL_JUDGEMENTS, Lovvurderingsfil, Navnebyttefil, Vurderingsfil
from planstrategi.model.process import Merknadsfil, Prosessplanfil
from planstrategi.model.profile import Profil
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkravfil, Lovsveip, Lovtekstfil
from planstrategi.model.scenarios import Scenariofil

REGISTERFIL = "register.yaml"
# from data/, the registers of all municipalities and periods
EVERY_REGISTER = f"kommuner/*/*/{REGISTERFIL}"
# beside a register that was read of a document
INNLESINGSFIL = "innlesing.yaml"
KATALOGMAPPE, FYLKESMAPPE = "nasjonalt", "regionalt"
LOCAL, NATIONAL, REGIONAL = "kommuner/<kommune>/<periode>", KATALOGMAPPE, f"{FYLKESMAPPE}/<fylke>"
# what is the same in every period
MUNICIPAL = "kommuner/<kommune>"


class FileKind(NamedTuple):
    """A kind of data file: its folder under data/ and its place there, its record, its schema, what it holds.

    `felt` is the register's name for what was read, and `familie` the letters that its problems begin with. Where a
    file is not `paakrevd` it may be absent, and a reference to what would stand in it then leads to nothing.
    """

    mappe: str
    navn: str
    post: type
    felt: str
    familie: str
    skjema: str
    innhold: str
    paakrevd: bool = False

    @property
    def sted(self) -> str:
        """Return the place under data/."""
        return f"{self.mappe}/{self.navn}"

    @property
    def schema_line(self) -> str:
        """Return the first line of such a file: the schema that editors hold it against."""
        return f"# yaml-language-server: $schema={'../' * self.sted.count('/')}skjema/{self.skjema}.schema.json\n"


_EXPECTED = "Kataloger over det staten og fylket forventer av planleggingen."
# in the order that data/README.md has them
# fmt: off
FILER = (
    FileKind(LOCAL, REGISTERFIL, Register, "", "REG", "register", "Fakta: hva den vedtatte planstrategien sier.", True),
    FileKind(LOCAL, JUDGEMENTS, Vurderingsfil, "vurderinger", "FOR", "vurderinger_forventninger", "Vurderinger: hvordan planene svarer på forventningene."),
    FileKind(LOCAL, LEGAL_JUDGEMENTS, Lovvurderingsfil, "lovvurderinger", "LOV", "vurderinger_lovkrav", "Vurderinger: hvilke planer som møter hvilke lovkrav."),
    FileKind(LOCAL, "forutsetninger.yaml", Forutsetningsfil, "forutsetninger", "KAP", "forutsetninger", "Antakelser: kommunens egne tall for innsats og kapasitet."),
    FileKind(LOCAL, "scenarier.yaml", Scenariofil, "scenarier", "KAP", "scenarier", "Valg som holdes mot registeret."),
    FileKind(LOCAL, "navnebytter.yaml", Navnebyttefil, "navnebytter", "REG", "navnebytter", "Svar på om planer med nytt navn er de samme som i perioden før."),
    FileKind(LOCAL, "prosessplan.yaml", Prosessplanfil, "prosessplan", "REG", "prosessplan", "Fakta og valg: dagene i arbeidet med en planstrategi."),
    FileKind(LOCAL, "merknader.yaml", Merknadsfil, "merknader", "REG", "merknader", "Fakta: hva som kom inn i høringen, og hva kommunen svarte. Aldri navn på privatpersoner."),
    FileKind(LOCAL, INNLESINGSFIL, Innlesingsfil, "innlesing", "REG", "innlesing", "Hva som ble forstått av dokumentet et utkast er lest av, og hva noen må svare på."),
    FileKind(MUNICIPAL, "profil.yaml", Profil, "profil", "REG", "profil", "Kommunens farger og logo; ellers er alt i husets farger."),
    FileKind(NATIONAL, "innsats.yaml", Innsatsfil, "innsats", "KAP", "innsats", "Antakelser: hvor lang tid og mye arbeid hvert slag plan tar."),
    FileKind(NATIONAL, "lovkrav.yaml", Lovkravfil, "lovkrav", "LOV", "lovkrav", "Nasjonal katalog: hva loven og staten krever av planer, oversikter og prosess."),
    FileKind(NATIONAL, "lovtekst/innhold.yaml", Lovtekstfil, "lovtekst", "LOV", "lovtekst", "Hvilke lovtekster som ligger i samme mappe, med avtrykk. README i mappen sier hvordan den lages."),
    FileKind(NATIONAL, "lovsveip.yaml", Lovsveip, "", "LOV", "lovsveip", "Hvilke steder i hele lovverket som er lest, og hva som ble funnet. Leses bare av `lovsjekk`."),
    FileKind(NATIONAL, "plantyper.yaml", Plantypefil, "plantyper", "KAT", "plantyper", "Nasjonal katalog: plantypene.", True),
    FileKind(NATIONAL, "nasjonale_forventninger.yaml", Forventningsfil, "forventninger", "KAT", "forventninger", _EXPECTED, True),
    FileKind(NATIONAL, "planretningslinjer.yaml", Forventningsfil, "planretningslinjer", "KAT", "forventninger", _EXPECTED),
    FileKind(REGIONAL, "forventninger.yaml", Forventningsfil, "regionale", "KAT", "forventninger", _EXPECTED),
    FileKind(NATIONAL, "baerekraftsmaal.yaml", Maalfil, "baerekraftsmaal", "KAT", "baerekraftsmaal", "Nasjonal katalog: FNs bærekraftsmål."),
)
# fmt: on


def files_in(mappe: str) -> tuple[FileKind, ...]:
    """Return the kinds of files of a folder that are read with a register."""
    return tuple(kind for kind in FILER if kind.mappe == mappe and kind.felt)


def files_by_schema() -> dict[str, list[FileKind]]:
    """Return the kinds of files that share a schema, by its name."""
    return {name: [kind for kind in FILER if kind.skjema == name] for name in dict.fromkeys(kind.skjema for kind in FILER)}
