"""What the columns of the levelling tables mean."""

from planstrategi.presentation.columns import Column
from planstrategi.presentation.plain_words import named, year_range

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
