"""What the columns of the tables on the next period and its process mean."""

from planstrategi.presentation.columns import COUNTED_AT, Column
from planstrategi.presentation.plain_words import moment, year_range

CARRIED = {
    "gaar_videre": Column("Går videre", "Om planen går videre til neste periode.", "ja/nei"),
    "grunn": Column("Grunner", "Slagene grunn til at planen går videre; tom når den utelates."),
    "hvorfor": Column("Hvorfor", "Grunnene med ord, eller hvorfor planen utelates."),
    "sporsmaal": Column("Spørsmål", "Det som ikke er kjent, og som avgjør om planen er ferdig eller hva som er bestemt."),
    "forfaller": Column("Forfaller", "Den første dagen noe forfaller eller forfalt; tom når ingen dag er kjent.", "dato", moment),
    "aar": Column("År", "Årene i neste periode noe forfaller; det som forfaller før, står i det første året.", "år", year_range),
    "hviler_paa": Column(
        "Hviler på", "Om grunnene hviler på fakta alene, eller også på vurderinger av hvilken plan loven gjelder."
    ),
}
DUE = {
    "aar": Column("År", "Året i neste periode.", "år"),
    "antall_planer": Column(
        "Antall planer",
        "Planene som har noe som forfaller i året, eller før det første; de som er en del av en annen plan, er med.",
        "planer",
    ),
    "kilde": COUNTED_AT,
}
PROCESS = {
    "steg_id": Column("Steg-id", "Stegets faste id, til prosessplan.yaml."),
    "steg": Column("Steg", "Hva som skjer i arbeidet med planstrategien."),
    "siste_dag": Column("Siste dag", "Den siste dagen loven tillater; tom når loven ikke setter noen.", "dato", moment),
    "senest": Column(
        "Ytre grense", "Om den siste dagen er en ytre grense, fordi valgdagen eller konstitueringen ikke er kjent.", "ja/nei"
    ),
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
