"""What columns mean in some tables, and in no others: of levelling, of two planstrategier, of the next, of expectations and of what was read."""

from collections.abc import Mapping
from typing import Any

from planstrategi.presentation.columns import COLUMNS, COUNTED_AT, Column, field_name
from planstrategi.presentation.plain_words import cell, chosen, moment, named, year_range

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


# fmt: off
WEIGHT = {"vekt": Column("Vekt", "Hva toppen er målt i: antall planer, eller ventede månedsverk.", view=lambda vekt: vekt.replace("aa", "å"))}
MOVES = WEIGHT | {
    "til": Column("Til", "Årene planen foreslås flyttet til.", "år", year_range),
    "hvorfor": Column("Hvorfor", "Hva flyttingen avlaster, eller hva som gjør at planen ikke kan bli stående."),
}
LEVELLED_YEARS = WEIGHT | {
    "antall_planer": Column("Antall planer", "Planer det arbeides med i året; de som er en del av en annen plan, er ikke med.", "planer"),
    "maanedsverk": Column("Månedsverk", "Ventet arbeid i året, antatt der kilden ikke oppgir det; planer uten kjent innsats er ikke med, og tom når ingen har det.", "månedsverk"),
    "maanedsverk_endring": Column("Endring i månedsverk", "Forskjellen i ventet arbeid fra slik det står.", "månedsverk"),
}
CHOICES = WEIGHT | {"planer": Column("Planer", "Id-ene til planene som da flyttes; når flere flyttes, kan det være andre.", in_row=named())}
SET_ASIDE = WEIGHT | {
    "navn": Column("Plan", "Planen som er satt til side og blir stående."),
    "hvorfor": Column("Hvorfor", "Hva bindingen hviler på."),
}

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

CARRIED = {
    "gaar_videre": Column("Går videre", "Om planen går videre til neste periode.", "ja/nei"),
    "grunn": Column("Grunner", "Slagene grunn til at planen går videre; tom når den utelates."),
    "hvorfor": Column("Hvorfor", "Grunnene med ord, eller hvorfor planen utelates."),
    "sporsmaal": Column("Spørsmål", "Det som ikke er kjent, og som avgjør om planen er ferdig eller hva som er bestemt."),
    "forfaller": Column("Forfaller", "Den første dagen noe forfaller eller forfalt; tom når ingen dag er kjent.", "dato", moment),
    "aar": Column("År", "Årene i neste periode noe forfaller; det som forfaller før, står i det første året.", "år", year_range),
    "hviler_paa": Column("Hviler på", "Om grunnene hviler på fakta alene, eller også på vurderinger av hvilken plan loven gjelder."),
}
DUE = {
    "aar": Column("År", "Året i neste periode.", "år"),
    "antall_planer": Column("Antall planer", "Planene som har noe som forfaller i året, eller før det første; de som er en del av en annen plan, er med.", "planer"),
    "kilde": COUNTED_AT,
}
PROCESS = {
    "steg_id": Column("Steg-id", "Stegets faste id, til prosessplan.yaml."),
    "steg": Column("Steg", "Hva som skjer i arbeidet med planstrategien."),
    "siste_dag": Column("Siste dag", "Den siste dagen loven tillater; tom når loven ikke setter noen.", "dato", moment),
    "senest": Column("Ytre grense", "Om den siste dagen er en ytre grense, fordi valgdagen eller konstitueringen ikke er kjent.", "ja/nei"),
    "dato": Column("Dato", "Dagen noen har satt for steget; tom når ingen har det.", "dato", moment),
    "slag": Column("Slag", "Om dagen har vært, er bestemt eller bare er foreslått."),
    "forhold": Column("Mot fristen", "Sagt når dagen er etter den siste dagen."),
    "lenke": Column("Lenke", "Bestemmelsens adresse hos Lovdata."),
}
REMARKS = {
    "dato": Column("Dato", "Dagen merknaden kom inn.", "dato", moment),
    "hvem": Column("Hvem", "Organet eller organisasjonen; en privatperson står bare som innbygger."),
    "avsender": Column("Avsender", "Hva slags avsender det er."),
    "hva": Column("Hva", "Hva merknaden går ut på, med egne ord."),
    "svar": Column("Svar", "Hva kommunen svarte; tom når den ikke er besvart."),
    "foelges": Column("Følges", "Om planstrategien følger merknaden."),
    "henvisning": Column("Henvisning", "Hvor merknaden ligger, for eksempel saksnummeret."),
}

READ_ROWS = {
    "rad": Column("Rad", "Radens nummer i tabellen, talt som trykt; tom for det som gjelder mer enn en rad.", "radnummer"),
    "plan_id": Column("Plan-id", "Planen raden ble til; tom når den ikke er en plan."),
    "sikkerhet": Column("Lest", "Om alt ble lest uten tvil (sikker), noe må avklares (usikker), eller det ikke er plassert."),
    "navn": Column("Raden", "Raden slik kilden skriver den, eller det som ikke lot seg plassere."),
}
