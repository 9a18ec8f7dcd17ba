"""The source line of a table or a figure: what it rests on, who judged or assumed it, and the day it is known as of."""

from collections.abc import Sequence

from planstrategi.analysis.shared.sentences import without_county
from planstrategi.model.dates import in_words
from planstrategi.model.judgements import Sett
from planstrategi.model.register import Register
from planstrategi.presentation import kinds

NO_ADVICE = "Viser belegg og hull; er ikke juridisk rådgivning."


def source_line(register: Register, slag: str) -> str:
    """Return the source, the kind of data it rests on, and the day it is known as of."""
    if slag == kinds.SAMMENLIGNING:
        # the register before is read only for what compares with it
        return compared_source(register)
    words = {
        kinds.FAKTA: f"Kilde: {register.dokument.tittel}. {as_of(register)}.",
        kinds.KONTROLL: f"Kilde: kontroll av registeret. {as_of(register)}.",
        kinds.VURDERINGER: f"{judged_source(register, register.counting_sets())} {without_county(register)}".rstrip(),
        kinds.LOVVURDERINGER: f"{judged_source(register, register.legal_judgement_sets())} {NO_ADVICE}",
        kinds.KATALOG: f"Kilde: {catalogue_source(register)}.",
        kinds.ANTAKELSER: f"{assumed_source(register)} {as_of(register)}.",
        kinds.FORSLAG: f"Forslag, ikke fakta, regnet ut fra {register.dokument.tittel}. {as_of(register)}.",
        kinds.FRISTER: f"Kilde: {catalogue_source(register)}, og {register.dokument.tittel}. {as_of(register)}.",
    }
    return words[slag]


def assumed_source(register: Register) -> str:
    """Return that it is assumed, and where the assumptions stand."""
    own = register.forutsetninger
    mine = " og kommunens egne" if own and (own.innsats or own.kapasitet or own.fradrag) else ""
    known = f"nasjonalt/innsats.yaml, per {in_words(register.innsats.per_dato)}" if register.innsats else "ingen nasjonale"
    given = ", men kildens egne tall der den har dem" if any(plan.innsats for plan in register.planer) else ""
    return f"Antakelser, ikke fakta{given}: {known}{mine}. Planene er fra {register.dokument.tittel}."


def catalogue_source(register: Register) -> str:
    """Return what the legal catalogue is, and the day it is known as of."""
    return f"katalogen over lovkrav, per {in_words(register.lovkrav.per_dato)}" if register.lovkrav else "ingen katalog"


def compared_source(register: Register) -> str:
    """Return the two documents that are compared, and the days they are known as of."""
    old, _, called = register.previous()
    title = f"{old.dokument.tittel}{f', {called}' if called else ''}. {as_of(old)}" if old else "ingen annen"
    return f"Kilde: {register.dokument.tittel}. {as_of(register)}. Sammenlignet med: {title}."


def judged_source(register: Register, sets: Sequence[Sett]) -> str:
    """Return who has judged, when, and whether it is provisional."""
    if not sets:
        return f"Kilde: {register.dokument.tittel}. Ingen har vurdert ennå. {as_of(register)}."
    by = "; ".join(f"{s.hvem}, {in_words(s.naar)}{' (foreløpig)' if s.forelopig else ''}" for s in sets)
    return f"Vurdering av {register.dokument.tittel}. Vurdert av: {by}."


def as_of(register: Register) -> str:
    """Return the day the register is known as of, and that it is assumed where the source is undated."""
    return f"Per {in_words(register.per_dato)}{' (antatt; kilden er udatert)' if register.per_dato_grunnlag else ''}"
