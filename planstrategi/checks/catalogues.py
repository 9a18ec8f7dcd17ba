"""KAT2xx and LOV2xx: what the catalogues of expectations, goals and requirements say of themselves."""

import calendar
from collections.abc import Iterator
from itertools import pairwise

from planstrategi.checks.rules import Hit, Hits, expectation_rule, goal_rule, repeated, requirement_rule
from planstrategi.model.expectations import GOAL, Forventningsfil, Maalfil, Utgave
from planstrategi.model.problem import ADVARSEL, FEIL, KEEPER, MERKNAD
from planstrategi.model.register import Register
from planstrategi.model.requirements import TERM_YEARS, Hjemmel, Lovkrav, Versjon, older_than_basis
from planstrategi.model.vocabulary import HVER_VALGPERIODE, HVERT_AAR, MED_AARS_MELLOMROM, VED_OPPSTART


@expectation_rule("KAT201", FEIL, "utgaver", KEEPER)
def edition_backwards(file: Forventningsfil) -> Hits:
    """An edition of a document ends after it begins."""
    for utgave in _editions(file):
        start = utgave.fra.forst if utgave.fra else utgave.tidligst or ""
        for felt, end in (("til", utgave.til and utgave.til.sist), ("til_senest", utgave.til_senest)):
            if end and end < max(start, utgave.til_tidligst or ""):
                yield utgave, Hit(felt, f"fra {start or 'uten start'}, til {end}")


@expectation_rule("KAT202", FEIL, "utgaver", KEEPER)
def start_or_end_twice(file: Forventningsfil) -> Hits:
    """The possible starts and ends are for editions whose start or end is not known."""
    for utgave in _editions(file):
        if utgave.fra and utgave.tidligst:
            yield utgave, Hit("tidligst", f"fra {utgave.fra.tekst}, tidligst {utgave.tidligst}")
        for felt in ("til_tidligst", "til_senest"):
            if utgave.til and getattr(utgave, felt):
                yield utgave, Hit(felt, f"til {utgave.til.tekst}, {felt} {getattr(utgave, felt)}")


@goal_rule("KAT203", FEIL, "maal", KEEPER)
def goal_twice(file: Maalfil) -> Hits:
    """Each sustainable development goal stands once."""
    for maal, _ in repeated(file.maal, key=lambda maal: maal.nr):
        yield maal, Hit("nr", f"mål {maal.nr} for andre gang")


@goal_rule("KAT204", FEIL, "maal", KEEPER)
def goals_missing(file: Maalfil) -> Hits:
    """The list has all the goals."""
    listed = {maal.nr for maal in file.maal}
    if absent := [str(nr) for nr in range(GOAL.fra, GOAL.til + 1) if nr not in listed]:
        yield file, Hit("maal", f"mål {', '.join(absent)} mangler")


def _editions(file: Forventningsfil) -> Iterator[Utgave]:
    return (utgave for document in file.dokumenter for utgave in document.utgaver)


# rule -> the fields it needs, and those it may have besides
NEEDS = {
    HVER_VALGPERIODE: ((), ("innen_maaneder", "utgangen_av_aar", "innen")),
    HVERT_AAR: ((), ("dag", "senest", "innen")),
    MED_AARS_MELLOMROM: (("hvert",), ("innen",)),
    VED_OPPSTART: (("innen_maaneder", "dager_foer"), ("innen",)),
    "fast_dato": (("dato",), ()),
    "ved_hendelse": (("hendelse",), ()),
    "holdes_oppdatert": ((), ()),
}
ABOUT_TIME = ("innen_maaneder", "utgangen_av_aar", "dager_foer", "dag", "senest", "hvert", "dato", "hendelse", "innen")


@requirement_rule("LOV201", FEIL, "versjoner", KEEPER)
def versions_overlap(register: Register) -> Hits:
    """Two versions of a requirement cannot apply on the same day, and the oldest stands first."""
    for krav in register.requirements():
        for earlier, later in pairwise(krav.versjoner):
            if earlier.til is None or later.fra is None or later.fra.forst <= earlier.til.sist:
                until = earlier.til.tekst if earlier.til else "uten slutt"
                since = later.fra.tekst if later.fra else "uten start"
                yield later, Hit("fra" if later.fra else "sikkerhet", f"forrige utgave til {until}, denne fra {since}")


@requirement_rule("LOV202", FEIL, "versjoner", KEEPER)
def version_backwards(register: Register) -> Hits:
    """A version begins before it ends."""
    for _, versjon in _versions(register):
        if versjon.fra and versjon.til and versjon.fra.forst > versjon.til.sist:
            yield versjon, Hit("til", f"fra {versjon.fra.tekst}, til {versjon.til.tekst}")


@requirement_rule("LOV203", ADVARSEL, "versjoner hjemmel", KEEPER)
def older_than_its_basis(register: Register) -> Hits:
    """A version does not begin before the acts it rests on were made."""
    for krav, versjon in _versions(register):
        if versjon.fra and older_than_basis(krav, versjon):
            yield versjon, Hit("fra", f"fra {versjon.fra.tekst}, eldre enn hjemmelen til {krav.id}")


@requirement_rule("LOV204", FEIL, "hjemmel", KEEPER)
def place_missing(register: Register) -> Hits:
    """A legal basis names one place in its act: a section, a point or a chapter."""
    for hjemmel in _cited(register):
        if len(named := _named(hjemmel)) != 1:
            yield hjemmel, Hit("lov", " og ".join(named) or "verken paragraf, punkt eller kapittel")


@requirement_rule("LOV205", FEIL, "hjemmel", KEEPER)
def place_unknown(register: Register) -> Hits:
    """A place that is cited exists in the stored law texts, with as many ledd as are cited."""
    texts = {(text.lov, text.lovsted): text.ledd for text in register.law_texts()}
    for krav in register.requirements() if texts else ():
        for hjemmel in krav.hjemmel:
            ledd = texts.get((hjemmel.lov, hjemmel.label))
            if hjemmel.label and ledd is None:
                yield hjemmel, Hit(_named(hjemmel)[0], f"{hjemmel.tittel} {hjemmel.label}", "Rett det, eller lagre lovteksten.")
            elif hjemmel.ledd and ledd is not None and hjemmel.ledd > ledd:
                yield hjemmel, Hit("ledd", f"ledd {hjemmel.ledd}; {hjemmel.label} har {ledd}")


def _named(hjemmel: Hjemmel) -> list[str]:
    return [felt for felt in ("paragraf", "punkt", "kapittel") if getattr(hjemmel, felt)]


@requirement_rule("LOV206", FEIL, "gjentakelse", KEEPER)
def rule_not_computable(register: Register) -> Hits:
    """A rule of recurrence has the fields it is computed from, and no others."""
    for krav in register.requirements():
        for rule in krav.gjentakelse:
            needed, allowed = NEEDS[rule.regel]
            missing = ", ".join(felt for felt in needed if getattr(rule, felt) is None)
            written = [felt for felt in ABOUT_TIME if getattr(rule, felt) is not None]
            extra = ", ".join(felt for felt in written if felt not in (*needed, *allowed))
            wrong = (f" uten {missing}" if missing else "") + (f" med {extra}" if extra else "")
            if wrong or {"innen_maaneder", "utgangen_av_aar"} <= {*written}:
                yield rule, Hit("regel", f"regel {rule.regel}{wrong or ' med både innen_maaneder og utgangen_av_aar'}")
            elif rule.dag and int(rule.dag[3:]) > calendar.monthrange(2023, int(rule.dag[:2]))[1]:
                yield rule, Hit("dag", f"dag {rule.dag}, som ikke finnes hvert år")


@requirement_rule("LOV207", FEIL, "valg", KEEPER)
def elections_uncountable(register: Register) -> Hits:
    """Terms are counted from elections four years apart, oldest first."""
    elections = register.elections()
    if register.lovkrav and not elections:
        yield register.lovkrav, Hit("valg", "ingen valg")
    for earlier, later in pairwise(elections):
        if later.aar - earlier.aar != TERM_YEARS:
            yield later, Hit("aar", f"{later.aar} etter {earlier.aar}")


@requirement_rule("LOV208", ADVARSEL, "relevans vilkaar", KEEPER)
def condition_missing(register: Register) -> Hits:
    """A conditional requirement says what its condition is."""
    for krav in register.requirements():
        if krav.relevans == "betinget" and not krav.vilkaar:
            yield krav, Hit("relevans", f"{krav.id} er betinget")


@requirement_rule("LOV209", FEIL, "gjentakelse versjoner", KEEPER)
def first_due_before_start(register: Register) -> Hits:
    """The day a rule must be met by the first time is not before the rule, or what demands it, begins."""
    for krav in register.requirements():
        begun = krav.versjoner[0].fra if krav.versjoner else None
        for rule in krav.gjentakelse:
            start = rule.fra or (begun.forst if begun else "")
            if rule.innen and rule.innen < start:
                yield rule, Hit("innen", f"innen {rule.innen}, gjelder fra {start}")


@requirement_rule("LOV210", MERKNAD, "versjoner hjemmel", KEEPER)
def never_checked(register: Register) -> Hits:
    """What no law demands ends in silence: an open version says when somebody checked that it still holds."""
    for krav, versjon in _versions(register):
        if krav.never_checked(versjon):
            yield versjon, Hit("sikkerhet", f"{krav.id} uten til og uten kontrollert")


def _versions(register: Register) -> Iterator[tuple[Lovkrav, Versjon]]:
    return ((krav, versjon) for krav in register.requirements() for versjon in krav.versjoner)


def _cited(register: Register) -> Iterator[Hjemmel]:
    yield from (one for krav in register.requirements() for one in krav.hjemmel)
    yield from (one for _, versjon in _versions(register) for one in versjon.hjemmel)
