"""What columns mean in some tables, and in no others: of levelling, of two planstrategier, and of expectations."""

from collections.abc import Mapping
from typing import Any

from planstrategi.presentation.columns import COLUMNS, Column, field_name
from planstrategi.presentation.plain_words import cell, chosen, named, year_range

MEASURE = "Hva toppen er målt i: antall planer, eller ventede månedsverk."
WEIGHT = {"vekt": Column("Vekt", MEASURE, view=lambda vekt: vekt.replace("aa", "å"))}
MOVES = WEIGHT | {
    "til": Column("Til", "Årene planen foreslås flyttet til.", "år", year_range),
    "hvorfor": Column("Hvorfor", "Hva flyttingen avlaster, eller hva som gjør at planen ikke kan bli stående."),
}
COUNTED = "Planer det arbeides med i året; de som er en del av en annen plan, er ikke med."
WEIGHED = (
    "Ventet arbeid i året, antatt der kilden ikke oppgir det; planer uten kjent innsats er ikke med, og tom når ingen har det."
)
LEVELLED_YEARS = WEIGHT | {
    "antall_planer": Column("Antall planer", COUNTED, "planer"),
    "maanedsverk": Column("Månedsverk", WEIGHED, "månedsverk"),
    "maanedsverk_endring": Column("Endring i månedsverk", "Forskjellen i ventet arbeid fra slik det står.", "månedsverk"),
}
CHOICES = WEIGHT | {
    "planer": Column("Planer", "Id-ene til planene som da flyttes; når flere flyttes, kan det være andre.", in_row=named())
}
SET_ASIDE = WEIGHT | {
    "navn": Column("Plan", "Planen som er satt til side og blir stående."),
    "hvorfor": Column("Hvorfor", "Hva bindingen hviler på."),
}

# what the source writes, or is listed, is never reworded
AS_WRITTEN = ("navn", "ansvarlig", "roller")


def held(value: Any, row: Mapping[Any, Any], names: Mapping[str, str]) -> Any:
    """Return what the field its row names held, in words for people."""
    felt = row.get("felt", "navn")
    if not isinstance(value, str) or felt in AS_WRITTEN:
        return cell(value)
    return year_range(tuple(map(int, value.split(", ")))) if felt == "aar" else chosen(felt, value, names)


def field_changed(value: Any) -> Any:
    """Return what a field is called, or the requirement or expectation that a row is about."""
    return {"lovkrav": "Lovkrav", "forventning": "Forventning"}.get(value) or field_name(value)


ONE_OF_THEM = "tom når raden ikke gjelder det."
PROMISES = {
    "plan_id": Column("Plan-id", "Planens id i den forrige planstrategien."),
    "navn": Column("Plan", "Planens navn i den forrige planstrategien."),
    "planbehov": COLUMNS["planbehov"]._replace(meaning="Hva den forrige planstrategien bestemte for planen."),
    "hviler_paa": Column("Hviler på", "Hva i registrene svaret hviler på."),
    "kilde": Column("Sted i dataene", "Fil og linje i denne planstrategiens data; tom når planen ikke står der."),
}
CHANGES = {
    "plan_id": Column("Plan-id", "Planens id, i den forrige når den er tatt ut; tom når raden ikke gjelder en plan."),
    "felt": Column("Felt", "Feltet som er endret, eller at raden gjelder et lovkrav eller en forventning.", view=field_changed),
    "fra": Column("Fra", "Det som sto i feltet, eller statusen som var.", in_row=held),
    "til": Column("Til", "Det som står i feltet nå, eller statusen nå.", in_row=held),
    "navn": Column("Navn", "Planen, lovkravet eller forventningen raden gjelder."),
    "slag": Column("Type data", "Om endringen hviler på fakta, lovvurderinger eller vurderinger av forventninger."),
    "krav_id": Column("Krav-id", f"Kravets faste id; {ONE_OF_THEM}"),
    "forventning_id": Column("Forventnings-id", f"Forventningens faste id; {ONE_OF_THEM}"),
    "hvorfor": Column("Hvorfor", "Hvorfor statusen er som den er nå, eller hva raden hviler på; tom når den ikke trenger det."),
    "kilde": Column("Sted i dataene", "Fil og linje i dataene nå eller i katalogen; tom når planen ikke står der."),
}

# fmt: off
KIND_OF_EXPECTATION = Column("Slag", "Om det er et kapittel, et tema, et punkt, en regional forventning, et satsingsområde, eller et dokument som ikke er lest i sin helhet.")
NOT_ANSWERED = Column("Svarer ikke", "Forventninger som gjelder og telles, og som planen er vurdert å ikke svare på.", "forventninger")
NOT_HELD_AGAINST = Column("Ikke vurdert", "Forventninger som gjelder og telles, og som ingen har vurdert planen mot.", "forventninger")
DELAYED_OR_NOT = Column("Antall", "Forventningene som gjelder på registerets dato, og som telles: forsinket, ikke forsinket og ikke kjent til sammen.", "forventninger")
CONNECTIONS = {
    "nivaa_under": Column("Nivået under", "Nivået forventningene er holdt mot."),
    "antall": Column("Antall", "Forventningene på nivået som gjelder og telles: forbundet, ikke forbundet og ikke vurdert til sammen.", "forventninger"),
    "antall_ikke_vurdert": Column("Ikke vurdert", "Forventninger det ikke er vurdert nok til å si det om.", "forventninger"),
}
UNJUDGED_PLANS = Column("Ikke vurdert", "Planer som ikke er vurdert mot alt det raden gjelder, og som ikke er kjent å svare.", "planer")
ANSWERING_BOTH = Column("Antall planer", "Planene som er vurdert å svare på noe i begge, i hvilken grad det enn er.", "planer")
ANSWERS_TO_EACH = {
    "status": Column("Status", "Det sterkeste svaret noen plan er vurdert til, eller hvorfor det ikke er noe."),
    "planer": Column("Planer", "Id-ene til planene som svarer, sterkest først; planstrategien der den selv er spurt."),
    "antall_sterk": Column("Sterk", "Planer vurdert å svare sterkt.", "planer"), "antall_delvis": Column("Delvis", "Planer vurdert å svare delvis.", "planer"),
    "antall_svak": Column("Svak", "Planer vurdert å svare svakt.", "planer"), "antall_ikke_vurdert": UNJUDGED_PLANS, "slag": KIND_OF_EXPECTATION,
    "grunnlag": Column("Grunnlag", "Om statusen hviler på vurderinger, på foreløpige eller på ingen."),
    "hvorfor": Column("Hvorfor", "Hvorfor forventningen ikke gjelder eller ikke telles, eller spørsmålet som avklarer det."),
    "krav_id": Column("Krav-id", "Id-ene til lovkravene forventningen er en del av."),
    "maal": Column("Mål", "Numrene på bærekraftsmålene forventningen selv er koblet til, av dokumentet eller en vurdering.", "målnummer"),
    "dokument": Column("Dokument", "Kort navn på dokumentet forventningen står i, eller at det er et av kommunens satsingsområder."),
    "vilkaar": Column("Vilkår", "Hvilke kommuner forventningen gjelder, når det ikke er alle."),
}

PAGE_ONE = {
    "slag": Column("Hviler på", "Fakta, vurderinger, antakelser eller kontroll."),
    "tabell": Column("Tabell", "Tabellen som har tallene i setningen."),
}
