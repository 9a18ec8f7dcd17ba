"""The statuses of a requirement: what each means, which of several wins, and the step of the funnel it is counted in."""

from typing import NamedTuple

from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT, VILKAAR_UKJENT

DEKKET, DELVIS, PLANLAGT, UNDER_ARBEID = "dekket", "delvis", "planlagt", "under arbeid"
FRIST_I_AARET, BEVISST_UTELATT, UTLOPT, UDEKKET = "frist i året", "bevisst utelatt", "utløpt", "udekket"
KAN_VAERE_IVARETATT, ANNEN_ORDLYD = "kan være ivaretatt", "ikke vurdert mot denne ordlyden"


class FunnelStep(NamedTuple):
    """A step of the funnel from the catalogue to what is met: what it means, and the step it is a part of."""

    steg: str
    betyr: str
    del_av: str = ""


I_KATALOGEN, I_KRAFT, AKTUELT, ER_VURDERT = "i katalogen", "i kraft", "gjelder kommunen", "vurdert"
MOTT, MOTT_DELVIS, PAA_VEI, IKKE_MOTT, IKKE_KJENT = "møtt", "møtt delvis", "planlagt", "ikke møtt", "ikke kjent"
# the one table of steps: the parts of a step add up to it
STEPS = (
    FunnelStep(I_KATALOGEN, "Alle kravene i den nasjonale katalogen."),
    FunnelStep(GJELDER_IKKE, "Ikke i kraft på dagen det regnes for.", I_KATALOGEN),
    FunnelStep(I_KRAFT, "I kraft på dagen det regnes for.", I_KATALOGEN),
    FunnelStep(IKKE_AKTUELT, "Vilkåret er ikke oppfylt, eller kommunen kan, men har ikke valgt det.", I_KRAFT),
    FunnelStep(VILKAAR_UKJENT, "Gjelder bare på vilkår, og ingen har avklart om vilkåret er oppfylt.", I_KRAFT),
    FunnelStep(AKTUELT, "Gjelder kommunen, så langt noen vet.", I_KRAFT),
    FunnelStep(IKKE_VURDERT, "Ingen har vurdert kravet slik det lyder, eller det mangler noe for å kunne gjøre det.", AKTUELT),
    FunnelStep(ER_VURDERT, "Noen har vurdert kravet, eller registeret svarer selv.", AKTUELT),
    FunnelStep(MOTT, "Noe som svarer helt, gjelder i hele perioden.", ER_VURDERT),
    FunnelStep(MOTT_DELVIS, "Noe gjelder i hele perioden, men svarer bare delvis i minst ett år.", ER_VURDERT),
    FunnelStep(PAA_VEI, "Noe som svarer, er planlagt eller under arbeid; det telles ikke som møtt.", ER_VURDERT),
    FunnelStep(IKKE_MOTT, "Vurdert, og ingenting kjent møter kravet i minst ett år av perioden.", ER_VURDERT),
    FunnelStep(IKKE_KJENT, "Noe svarer eller kan gjøre det; om det gjør det, er vedtatt og gjelder, er ikke kjent.", ER_VURDERT),
)


class Rank(NamedTuple):
    """A status: what it means, how strong it is, and its step. Of several, the lowest number wins.

    `i_aaret` decides between what is true of one year, `i_perioden` between the years of the period. The status in the
    period decides the step.
    """

    status: str
    betyr: str
    i_aaret: int
    i_perioden: int
    steg: str


# the one table of which status wins over which
STATUS_RANKS = (
    Rank(GJELDER_IKKE, "Kravet er ikke i kraft.", 1, 15, GJELDER_IKKE),
    Rank(IKKE_AKTUELT, "Vilkåret er ikke oppfylt, eller kommunen kan, men har ikke valgt det.", 2, 14, IKKE_AKTUELT),
    Rank(VILKAAR_UKJENT, "Kravet gjelder på vilkår, og ingen har avklart om vilkåret er oppfylt.", 3, 8, VILKAAR_UKJENT),
    Rank(BEVISST_UTELATT, "Kommunen har bestemt seg for ikke å møte kravet, med sak, dato og varighet.", 4, 9, IKKE_MOTT),
    Rank(DEKKET, "Noe som svarer helt, er kjent vedtatt eller datert, og gjelder.", 5, 13, MOTT),
    Rank(DELVIS, "Noe som møter en del av kravet, er kjent vedtatt eller datert, og gjelder.", 6, 12, MOTT_DELVIS),
    Rank(PLANLAGT, "Registeret sier når noe som svarer, blir ferdig eller vedtatt; telles ikke som dekket.", 7, 11, PAA_VEI),
    Rank(GYLDIGHET_UKJENT, "Noe svarer på kravet; om det er ferdig, vedtatt og gjelder, er ikke kjent.", 8, 4, IKKE_KJENT),
    Rank(KAN_VAERE_IVARETATT, "Noe kan ivareta kravet, men kilden sier ikke at det gjør det.", 9, 5, IKKE_KJENT),
    Rank(FRIST_I_AARET, "Kravet er vurdert. En frist som ikke er passert, faller i året; ikke kjent møtt.", 10, 3, IKKE_MOTT),
    Rank(UNDER_ARBEID, "Det arbeides med noe som svarer, men registeret sier ikke at det blir ferdig i året.", 11, 10, PAA_VEI),
    Rank(UTLOPT, "Noe har svart på kravet, men gjelder ikke lenger.", 12, 2, IKKE_MOTT),
    Rank(UDEKKET, "Kravet er vurdert, og ingenting som svarer, er kjent vedtatt, under arbeid eller planlagt.", 13, 1, IKKE_MOTT),
    Rank(ANNEN_ORDLYD, "Kravet er vurdert mot en annen ordlyd enn den som gjelder.", 14, 6, IKKE_VURDERT),
    Rank(IKKE_VURDERT, "Ingen har vurdert kravet, eller det mangler noe for å kunne gjøre det.", 15, 7, IKKE_VURDERT),
)
IN_YEAR = {rank.status: rank.i_aaret for rank in STATUS_RANKS}
IN_PERIOD = {rank.status: rank.i_perioden for rank in STATUS_RANKS}
STEP_OF = {rank.status: rank.steg for rank in STATUS_RANKS}
STATUS_OF_ANSWER = {"helt": DEKKET, "delvis": DELVIS, "kanskje": KAN_VAERE_IVARETATT}
# what the years of something make of a requirement it only may take care of: that it may, or nothing
OF_PERHAPS = dict.fromkeys((PLANLAGT, GYLDIGHET_UKJENT), KAN_VAERE_IVARETATT) | dict.fromkeys((UNDER_ARBEID, UTLOPT), UDEKKET)
# where no due date is told: what is not demanded, and what is known to be met
NO_DUE_DATE = (GJELDER_IKKE, IKKE_AKTUELT, DEKKET, DELVIS)
DONE = {"ja": DEKKET, "delvis": DELVIS, "nei": UDEKKET}
