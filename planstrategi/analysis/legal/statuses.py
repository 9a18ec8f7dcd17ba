"""The statuses of a requirement: what each means, and which of several wins."""

from typing import NamedTuple

from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT

DEKKET, DELVIS, PLANLAGT, UNDER_ARBEID = "dekket", "delvis", "planlagt", "under arbeid"
FRIST_I_AARET, BEVISST_UTELATT, UTLOPT, UDEKKET = "frist i året", "bevisst utelatt", "utløpt", "udekket"


class Rank(NamedTuple):
    """A status: what it means, and how strong it is. Of several, the lowest number wins.

    `i_aaret` decides between what is true of one year, `i_perioden` between the years of the period.
    """

    status: str
    betyr: str
    i_aaret: int
    i_perioden: int


# the one table of which status wins over which
STATUS_RANKS = (
    Rank(GJELDER_IKKE, "Kravet er ikke i kraft.", 1, 12),
    Rank(IKKE_AKTUELT, "Vilkåret er ikke oppfylt, eller kommunen kan, men har ikke valgt det.", 2, 11),
    Rank(BEVISST_UTELATT, "Kommunen har bestemt seg for ikke å møte kravet, med sak, dato og varighet.", 3, 6),
    Rank(DEKKET, "Noe som svarer helt, er kjent vedtatt eller datert, og gjelder.", 4, 10),
    Rank(DELVIS, "Noe som svarer delvis, er kjent vedtatt eller datert, og gjelder.", 5, 9),
    Rank(PLANLAGT, "Blir dekket eller delvis hvis planen blir ferdig som ført; telles ikke som dekket.", 6, 8),
    Rank(GYLDIGHET_UKJENT, "Noe svarer på kravet, men det er ikke kjent om det er vedtatt eller gjelder.", 7, 4),
    Rank(FRIST_I_AARET, "En frist som ikke er passert, faller i året, og ingenting kjent møter den.", 8, 3),
    Rank(UNDER_ARBEID, "Det arbeides med noe som svarer, men det blir ikke ferdig i året.", 9, 7),
    Rank(UTLOPT, "Noe har svart på kravet, men gjelder ikke lenger.", 10, 2),
    Rank(UDEKKET, "Ingenting som svarer, er kjent vedtatt, under arbeid eller planlagt.", 11, 1),
    Rank(IKKE_VURDERT, "Ingen har vurdert kravet, eller det mangler noe for å kunne gjøre det.", 12, 5),
)
IN_YEAR = {rank.status: rank.i_aaret for rank in STATUS_RANKS}
IN_PERIOD = {rank.status: rank.i_perioden for rank in STATUS_RANKS}
STATUS_OF_ANSWER = {"helt": DEKKET, "delvis": DELVIS}
DONE = {"ja": DEKKET, "delvis": DELVIS, "nei": UDEKKET}
