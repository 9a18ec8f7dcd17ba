"""The national catalogues: plan types and focus areas. They hold no local facts."""

from dataclasses import dataclass, field

from planstrategi.fields import Choice, Id, Many, Number, Record, Text, yaml_field
from planstrategi.moments import Date
from planstrategi.words import SIKKERHET


# One line per field, so that a record reads as a table.
# fmt: off
@dataclass(slots=True)
class Plantype(Record):
    """A plan type of the national catalogue."""

    id: str = yaml_field(Id("plantype"), "Fast id.", "detaljregulering", krav=True)
    navn: str = yaml_field(Text(), "Navnet.", "Detaljregulering", krav=True)
    sosi: int | None = yaml_field(Number(1, 99), "Tallkoden i SOSI Plan; bare arealplaner har kode.", "35")
    hjemmel: str | None = yaml_field(Text(), "Bestemmelsen plantypen følger av.", "plan- og bygningsloven § 12-3")
    lenke: str | None = yaml_field(Text(), "Bestemmelsens adresse.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")


@dataclass(slots=True)
class Plantypefil(Record):
    """nasjonalt/plantyper.yaml."""

    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-11-23", krav=True)
    kilde: str = yaml_field(Text(), "Hvor opplysningene er hentet.", krav=True)
    plantyper: tuple[Plantype, ...] = yaml_field(Many(Plantype), "Plantypene.", krav=True)
    fil: str = field(default="", compare=False)


@dataclass(slots=True)
class Kapittel(Record):
    """A focus area (chapter) of the national expectations."""

    id: str = yaml_field(Id("forventning"), "Fast id, egen, ikke offisiell.", "nf-kap-2", krav=True)
    nr: int = yaml_field(Number(1, 99), "Kapittelets nummer i dokumentet.", "2", krav=True)
    navn: str = yaml_field(Text(), "Kapittelets tittel.", krav=True)
    lenke: str | None = yaml_field(Text(), "Kapittelets adresse.")
    sikkerhet: str = yaml_field(Choice(SIKKERHET), "Hvor sikkert det er.", "bekreftet", krav=True)


@dataclass(slots=True)
class Forventningsfil(Record):
    """nasjonalt/nasjonale_forventninger.yaml."""

    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-11-23", krav=True)
    tittel: str = yaml_field(Text(), "Dokumentets tittel.", krav=True)
    vedtatt: str = yaml_field(Date(), "Dagen dokumentet ble vedtatt.", "2023-06-20", krav=True)
    hjemmel: str = yaml_field(Text(), "Hjemmelen for dokumentet.", "plan- og bygningsloven § 6-1", krav=True)
    lenke: str | None = yaml_field(Text(), "Dokumentets adresse.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")
    kapitler: tuple[Kapittel, ...] = yaml_field(Many(Kapittel), "Satsingsområdene.", krav=True)
    fil: str = field(default="", compare=False)
