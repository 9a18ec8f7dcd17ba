"""The statuses of a requirement: what each means, which of several wins, and the step of the funnel it is counted in."""

from typing import NamedTuple

from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, words_beside

DEKKET, DELVIS, PLANLAGT, UNDER_ARBEID = "dekket", "delvis", "planlagt", "under arbeid"
FRIST_I_AARET, BEVISST_UTELATT, UTLOPT, UDEKKET = "frist i året", "bevisst utelatt", "utløpt", "udekket"
KAN_VAERE_IVARETATT, ANNEN_ORDLYD = "kan være ivaretatt", "ikke vurdert mot denne ordlyden"
_WORDS = words_beside(__file__, "statuser.yaml")


class FunnelStep(NamedTuple):
    """A step of the funnel from the catalogue to what is met: what it means, and the step it is a part of."""

    steg: str
    betyr: str
    del_av: str = ""


AKTUELT, ER_VURDERT = "gjelder kommunen", "vurdert"
MOTT, MOTT_DELVIS, PAA_VEI, IKKE_MOTT, IKKE_KJENT = "møtt", "møtt delvis", "planlagt", "ikke møtt", "ikke kjent"
# the one table of steps: the parts of a step add up to it
STEPS = tuple(FunnelStep(*one) for one in _WORDS["steg"])


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
STATUS_RANKS = tuple(
    Rank(status, betyr, place, i_perioden, steg)
    for place, (status, betyr, i_perioden, steg) in enumerate(_WORDS["statuser"], start=1)
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
