"""The list of data files: where each lies, what record it holds, and what it is for."""

from typing import NamedTuple

from planstrategi.model import assumptions as effort
from planstrategi.model import expectations as expectation
from planstrategi.model import judgements as judgement
from planstrategi.model import plan_types as catalogue
from planstrategi.model import register
from planstrategi.model import requirements as requirement
from planstrategi.model import scenarios as scenario
from planstrategi.model.assumptions import Forutsetningsfil, Innsatsfil
from planstrategi.model.expectations import Forventningsfil, Maalfil
from planstrategi.model.judgements import JUDGEMENTS, LEGAL_JUDGEMENTS, Lovvurderingsfil, Vurderingsfil
from planstrategi.model.plan_types import Plantypefil
from planstrategi.model.requirements import Lovkravfil, Lovtekstfil
from planstrategi.model.scenarios import Scenariofil


class FileKind(NamedTuple):
    """A kind of data file: its schema's name, the places under data/, what it holds, and its record class."""

    navn: str
    steder: tuple[str, ...]
    innhold: str
    post: type


FILER = (
    FileKind(
        "register",
        ("kommuner/<kommune>/<periode>/register.yaml",),
        "Fakta: hva den vedtatte planstrategien sier.",
        register.Register,
    ),
    FileKind(
        "vurderinger_forventninger",
        ("kommuner/<kommune>/<periode>/vurderinger/forventninger.yaml",),
        "Vurderinger: hvordan planene svarer på forventningene.",
        judgement.Vurderingsfil,
    ),
    FileKind(
        "vurderinger_lovkrav",
        ("kommuner/<kommune>/<periode>/vurderinger/lovkrav.yaml",),
        "Vurderinger: hvilke planer som møter hvilke lovkrav.",
        judgement.Lovvurderingsfil,
    ),
    FileKind(
        "forutsetninger",
        ("kommuner/<kommune>/<periode>/forutsetninger.yaml",),
        "Antakelser: kommunens egne tall for innsats og kapasitet.",
        effort.Forutsetningsfil,
    ),
    FileKind(
        "scenarier",
        ("kommuner/<kommune>/<periode>/scenarier.yaml",),
        "Valg som holdes mot registeret.",
        scenario.Scenariofil,
    ),
    FileKind(
        "innsats",
        ("nasjonalt/innsats.yaml",),
        "Antakelser: hvor lang tid og mye arbeid hvert slag plan tar.",
        effort.Innsatsfil,
    ),
    FileKind(
        "lovkrav",
        ("nasjonalt/lovkrav.yaml",),
        "Nasjonal katalog: hva loven og staten krever av planer, oversikter og prosess.",
        requirement.Lovkravfil,
    ),
    FileKind(
        "lovtekst",
        ("nasjonalt/lovtekst/innhold.yaml",),
        "Hvilke lovtekster som ligger i samme mappe, med avtrykk. README i mappen sier hvordan den lages.",
        requirement.Lovtekstfil,
    ),
    FileKind(
        "plantyper",
        ("nasjonalt/plantyper.yaml",),
        "Nasjonal katalog: plantypene.",
        catalogue.Plantypefil,
    ),
    FileKind(
        "forventninger",
        (
            "nasjonalt/nasjonale_forventninger.yaml",
            "nasjonalt/planretningslinjer.yaml",
            "regionalt/<fylke>/forventninger.yaml",
        ),
        "Kataloger over det staten og fylket forventer av planleggingen.",
        expectation.Forventningsfil,
    ),
    FileKind(
        "baerekraftsmaal",
        ("nasjonalt/baerekraftsmaal.yaml",),
        "Nasjonal katalog: FNs bærekraftsmål.",
        expectation.Maalfil,
    ),
)


REGISTERFIL = "register.yaml"
KATALOGMAPPE, FYLKESMAPPE = "nasjonalt", "regionalt"


class _Kind(NamedTuple):
    """A file that is read with a register: its place, its family, its record, and where it goes.

    An optional file may be absent; a reference to what would stand in it then leads to nothing.
    """

    sted: str
    family: str
    record: type
    felt: str
    optional: bool = False


CATALOGUES = (
    _Kind("plantyper.yaml", "KAT", Plantypefil, "plantyper"),
    _Kind("nasjonale_forventninger.yaml", "KAT", Forventningsfil, "forventninger"),
    _Kind("planretningslinjer.yaml", "KAT", Forventningsfil, "planretningslinjer", optional=True),
    _Kind("baerekraftsmaal.yaml", "KAT", Maalfil, "baerekraftsmaal", optional=True),
    _Kind("innsats.yaml", "KAP", Innsatsfil, "innsats", optional=True),
    _Kind("lovkrav.yaml", "LOV", Lovkravfil, "lovkrav", optional=True),
    _Kind("lovtekst/innhold.yaml", "LOV", Lovtekstfil, "lovtekst", optional=True),
)
ASSUMED = (
    _Kind("forutsetninger.yaml", "KAP", Forutsetningsfil, "forutsetninger", optional=True),
    _Kind("scenarier.yaml", "KAP", Scenariofil, "scenarier", optional=True),
)
REGIONAL = (_Kind("forventninger.yaml", "KAT", Forventningsfil, "regionale", optional=True),)
JUDGED = (
    _Kind(JUDGEMENTS, "FOR", Vurderingsfil, "vurderinger", optional=True),
    _Kind(LEGAL_JUDGEMENTS, "LOV", Lovvurderingsfil, "lovvurderinger", optional=True),
)
