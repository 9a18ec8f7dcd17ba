"""The national catalogue of plan types. It holds no local facts."""

from planstrategi.model.dates import Date
from planstrategi.model.fields import DataFile, Id, Many, Number, Record, Text, record, yaml_field


# One line per field, so that a record reads as a table.
# fmt: off
@record("Plantype", "En plantype i den nasjonale katalogen.")
class Plantype(Record):
    id: str = yaml_field(Id("plantype"), "Fast id.", "detaljregulering", krav=True)
    navn: str = yaml_field(Text(), "Navnet.", "Detaljregulering", krav=True)
    sosi: int | None = yaml_field(Number(1, 99), "Tallkoden i SOSI Plan; bare arealplaner har kode.", "35")
    hjemmel: str | None = yaml_field(Text(), "Bestemmelsen plantypen følger av.", "plan- og bygningsloven § 12-3")
    lenke: str | None = yaml_field(Text(), "Bestemmelsens adresse.")
    merknad: str | None = yaml_field(Text(), "Forbehold.")


@record("Plantypekatalog", "De nasjonale plantypene.")
class Plantypefil(DataFile):
    per_dato: str = yaml_field(Date(), "Dagen katalogen er kjent per.", "2026-11-23", krav=True)
    kilde: str = yaml_field(Text(), "Hvor opplysningene er hentet.", krav=True)
    plantyper: tuple[Plantype, ...] = yaml_field(Many(Plantype), "Plantypene.", krav=True)
