"""The statuses of a requirement: what each means, which of several wins, and the step of the funnel it is counted in."""

from typing import NamedTuple

from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT, VILKAAR_UKJENT

DEKKET, DELVIS, PLANLAGT, UNDER_ARBEID = "dekket", "delvis", "planlagt", "under arbeid"
FRIST_I_AARET, BEVISST_UTELATT, UTLOPT, UDEKKET = "frist i året", "bevisst utelatt", "utløpt", "udekket"


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
    FunnelStep(IKKE_VURDERT, "Ingen har vurdert kravet, eller det mangler noe for å kunne gjøre det.", AKTUELT),
    FunnelStep(ER_VURDERT, "Noen har vurdert kravet, eller registeret svarer selv.", AKTUELT),
    FunnelStep(MOTT, "Noe som svarer helt, gjelder i hele perioden.", ER_VURDERT),
    FunnelStep(MOTT_DELVIS, "Noe gjelder i hele perioden, men svarer bare delvis i minst ett år.", ER_VURDERT),
    FunnelStep(PAA_VEI, "Noe som svarer, er planlagt eller under arbeid; det telles ikke som møtt.", ER_VURDERT),
    FunnelStep(IKKE_MOTT, "Vurdert, og ingenting kjent møter kravet i minst ett år av perioden.", ER_VURDERT),
    FunnelStep(IKKE_KJENT, "Noe svarer, men det er ikke kjent om det er vedtatt eller gjelder.", ER_VURDERT),
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
    Rank(GJELDER_IKKE, "Kravet er ikke i kraft.", 1, 13, GJELDER_IKKE),
    Rank(IKKE_AKTUELT, "Vilkåret er ikke oppfylt, eller kommunen kan, men har ikke valgt det.", 2, 12, IKKE_AKTUELT),
    Rank(VILKAAR_UKJENT, "Kravet gjelder på vilkår, og ingen har avklart om vilkåret er oppfylt.", 3, 6, VILKAAR_UKJENT),
    Rank(BEVISST_UTELATT, "Kommunen har bestemt seg for ikke å møte kravet, med sak, dato og varighet.", 4, 7, IKKE_MOTT),
    Rank(DEKKET, "Noe som svarer helt, er kjent vedtatt eller datert, og gjelder.", 5, 11, MOTT),
    Rank(DELVIS, "Noe som svarer delvis, er kjent vedtatt eller datert, og gjelder.", 6, 10, MOTT_DELVIS),
    Rank(PLANLAGT, "Blir dekket eller delvis hvis planen blir ferdig som ført; telles ikke som dekket.", 7, 9, PAA_VEI),
    Rank(GYLDIGHET_UKJENT, "Noe svarer på kravet, men det er ikke kjent om det er vedtatt eller gjelder.", 8, 4, IKKE_KJENT),
    Rank(FRIST_I_AARET, "En frist som ikke er passert, faller i året, og ingenting kjent møter den.", 9, 3, IKKE_MOTT),
    Rank(UNDER_ARBEID, "Det arbeides med noe som svarer, men det blir ikke ferdig i året.", 10, 8, PAA_VEI),
    Rank(UTLOPT, "Noe har svart på kravet, men gjelder ikke lenger.", 11, 2, IKKE_MOTT),
    Rank(UDEKKET, "Ingenting som svarer, er kjent vedtatt, under arbeid eller planlagt.", 12, 1, IKKE_MOTT),
    Rank(IKKE_VURDERT, "Ingen har vurdert kravet, eller det mangler noe for å kunne gjøre det.", 13, 5, IKKE_VURDERT),
)
IN_YEAR = {rank.status: rank.i_aaret for rank in STATUS_RANKS}
IN_PERIOD = {rank.status: rank.i_perioden for rank in STATUS_RANKS}
STEP_OF = {rank.status: rank.steg for rank in STATUS_RANKS}
STATUS_OF_ANSWER = {"helt": DEKKET, "delvis": DELVIS}
DONE = {"ja": DEKKET, "delvis": DELVIS, "nei": UDEKKET}
