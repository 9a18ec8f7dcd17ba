"""What the register itself says that answers a requirement, so that nobody is asked for it again.

Plan- og bygningsloven § 10-1 (https://lovdata.no/lov/2008-06-27-71/§10-1): the council shall adopt a planstrategi at
least once in every term, and within one year of its constitution (first paragraph, first sentence); it shall then take
a stand on whether the kommuneplan or parts of it are revised or kept (third paragraph, first sentence). Which facts
answer which requirement stands in the catalogue (`besvares_av`).
"""

from collections.abc import Callable
from typing import NamedTuple

from planstrategi.analysis.legal.recurrence import Calendar, months_later, shifted
from planstrategi.analysis.shared.sentences import listed
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.dates import MONTHS_IN_YEAR, in_words
from planstrategi.model.register import Register
from planstrategi.model.requirements import Lovkrav
from planstrategi.model.vocabulary import BESLUTNINGER, VEDTATT, VEDTATT_INNEN_ETT_AAR

DAYS_OF_NOTICE = 14
# the facts that nobody has before the planstrategi is adopted
ON_ADOPTION = {VEDTATT, VEDTATT_INNEN_ETT_AAR}


class Shown(NamedTuple):
    """What the register shows of a requirement: whether it is done (ja, delvis, nei), in words, and where it stands."""

    gjort: str
    tekst: str
    kilde: str


def shown_by_register(register: Register, terms: Calendar, krav: Lovkrav) -> Shown | None:
    """Return what the register itself shows of a requirement, None when it shows nothing; a part of it is `delvis`."""
    facts = [_FACTS[name](register, terms) for name in krav.besvares_av]
    known = [fact for fact in facts if fact]
    if not known:
        return None
    done = {fact.gjort if fact else "delvis" for fact in facts}
    gjort = "nei" if "nei" in done else "delvis" if "delvis" in done else "ja"
    return Shown(gjort, " ".join(fact.tekst for fact in known), known[0].kilde)


def adopted_term(register: Register, terms: Calendar) -> int | None:
    """Return the council term that most of the period lies in, when the planstrategi is adopted in it, else None."""
    vedtatt, middle = register.dokument.vedtatt, (register.periode.fra + register.periode.til) // 2
    term = terms.term_of(f"{middle}-01-01")
    if vedtatt is None or term < 0:
        return None
    return term if terms.term_of(vedtatt.forst) == terms.term_of(vedtatt.sist) == term else None


def _adopted(register: Register, terms: Calendar) -> Shown | None:
    vedtatt = register.dokument.vedtatt
    if vedtatt is None or adopted_term(register, terms) is None:
        return None
    return Shown("ja", f"Kommunestyret vedtok planstrategien {in_words(vedtatt.tekst)}.", source_of(register.dokument))


def _adopted_in_time(register: Register, terms: Calendar) -> Shown | None:
    """Return whether it was adopted within a year, None when the day of constitution is not known and decides it.

    The meeting is called with at least 14 days' notice after the election is settled, and held by the outer limit
    (kommuneloven § 7-1 first paragraph, https://lovdata.no/lov/2018-06-22-83/§7-1).
    """
    adopted, term, vedtatt = _adopted(register, terms), adopted_term(register, terms), register.dokument.vedtatt
    if adopted is None or term is None or vedtatt is None:
        return None
    late = terms.constituted[term]
    elected = {str(valg.aar): valg.valgdag for valg in register.elections() if valg.valgdag}.get(late.dato[:4])
    early = (elected and shifted(elected, DAYS_OF_NOTICE)) if late.senest else late.dato
    if early and vedtatt.sist <= months_later(early, MONTHS_IN_YEAR):
        return adopted
    return adopted._replace(gjort="nei") if vedtatt.forst > months_later(late.dato, MONTHS_IN_YEAR) else None


def _decided(register: Register, _: Calendar) -> Shown | None:
    if not register.beslutninger:
        return None
    decided = {one.plan for one in register.beslutninger}
    parts = {plan.id for plan in register.planer if plan.plantype in ("samfunnsdel", "arealdel")}
    told = listed([name for plan, name in register.names("planer").items() if plan in decided])
    first = source_of(register.beslutninger[0])
    return Shown("ja" if parts <= decided else "delvis", f"Registeret viser hva som er bestemt for {told}.", first)


_FACTS: dict[str, Callable[[Register, Calendar], Shown | None]] = {
    VEDTATT: _adopted,
    VEDTATT_INNEN_ETT_AAR: _adopted_in_time,
    BESLUTNINGER: _decided,
}
