"""What is expected of the municipality's planning, on three levels, and whether it applies on the register's date."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from planstrategi.analysis.shared.sentences import few
from planstrategi.analysis.shared.sources import source_of, told_apart
from planstrategi.model import vocabulary
from planstrategi.model.dates import in_words
from planstrategi.model.expectations import Forventning, Forventningsdokument, Forventningsfil, Kapittel, applies, edition_start
from planstrategi.model.register import Register, once
from planstrategi.model.sections import Satsingsomraade

LOKALE = "lokale"
LOCAL_LABEL = "Kommunens satsingsområder"
# what a row is: a chapter is the heading of its points, a theme is a point without its official number
KAPITTEL, TEMA, NUMBERED_POINT = "kapittel", "tema", "punkt"
# a document of which something is not read: its row says so, and is not counted
DOKUMENT = "dokument"
REGIONAL_EXPECTATION, SATSING = "regional forventning", "satsingsområde"
LEVELS = STATE, COUNTY, OWN = ("nasjonal", "regional", "lokal")


class Subject(NamedTuple):
    """What plans of several levels are held against: a chapter or a document, or one of the municipality's own areas."""

    nivaa: str
    navn: str


@dataclass(frozen=True, slots=True)
class Expected:
    """One expectation as the analysis needs it.

    `gruppe` is what it is counted with: its chapter, else its document. `telles` is false for a heading whose points
    are counted instead, for what the municipality cannot answer, and for a document that is not read whole. `utenfor` is
    the status of what is not asked of it on the register's date, empty when it is; `grunn` says why. `maal_arvet` are the
    goals of its chapter, when it has none of its own. `del_av` is the focus area this one may be a part of, if the list
    is read so.
    """

    id: str
    nivaa: str
    slag: str
    tekst: str
    dokument_id: str
    dokument: str
    gruppe: str
    utenfor: str
    grunn: str
    kilde: str
    kapittel: str = ""
    nummer: str | None = None
    vekt: str | None = None
    maal: tuple[int, ...] = ()
    maal_arvet: tuple[int, ...] = ()
    antall_punkter: int | None = None
    krav: tuple[str, ...] = ()
    kjerne: tuple[str, ...] = ()
    redskap: tuple[str, ...] = ()
    vilkaar: str | None = None
    adressat: str = vocabulary.ADRESSAT["kommunen"]
    sikkerhet: str = "bekreftet"
    telles: bool = True
    del_av: str | None = None

    @property
    def gjelder(self) -> bool | None:
        """Whether it applies on the register's date, None when nobody knows."""
        unknown = (vocabulary.GYLDIGHET_UKJENT, vocabulary.VILKAAR_UKJENT)
        return None if self.utenfor in unknown else self.utenfor != vocabulary.GJELDER_IKKE

    @property
    def to_strategy(self) -> bool:
        """Whether it is addressed to the planstrategi, which then answers in place of the plans."""
        return self.adressat == vocabulary.ADRESSAT[vocabulary.PLANSTRATEGIEN]

    @property
    def subject(self) -> Subject:
        """What it is a part of when the levels are held against each other."""
        return Subject(self.nivaa, self.tekst if self.nivaa == OWN else self.gruppe)


@once
def expected(register: Register) -> tuple[Expected, ...]:
    """Return every expectation: the state's, the county's, then the municipality's own, in the catalogues' order."""
    catalogued = [one for file in register.expectation_files() for one in _of_file(register, file)]
    # as somebody has judged it last
    judged = sorted(register.counting_sets(), key=lambda one: one.naar)
    goals = {kobling.forventning: kobling.maal for sett in judged for kobling in sett.maal}
    return (*catalogued, *(_own(register, one, goals.get(one.id, ())) for one in register.satsingsomraader))


@once
def _called(register: Register) -> dict[int, str]:
    """Return what documents, chapters and own areas are called, by their records: those of one name are told apart."""
    documents, own = [one for file in register.expectation_files() for one in file.dokumenter], register.satsingsomraader
    labels = told_apart({id(one): one.label for one in documents}, {id(one): one.id for one in documents})
    chapters = [(chapter, labels[id(one)]) for one in documents for chapter in one.kapitler]
    inside = told_apart({id(one): one.navn for one, _ in chapters}, {id(one): label for one, label in chapters})
    return labels | inside | told_apart({id(one): one.navn for one in own}, {id(one): one.id for one in own})


def _of_file(register: Register, file: Forventningsfil) -> Iterator[Expected]:
    called = _called(register)
    for document in file.dokumenter:
        general = _document(register, file, document)
        for kapittel in document.kapitler:
            inside = replace(general, gruppe=called[id(kapittel)], kapittel=kapittel.navn, maal_arvet=kapittel.maal)
            yield _chapter(inside, kapittel, file.datasti)
            yield from (_point(register, inside, one, file.datasti) for one in kapittel.forventninger)
        yield from (_point(register, general, one, file.datasti) for one in document.forventninger)
        if document.unread:
            yield _unread(general, document, file.datasti)


def _document(register: Register, file: Forventningsfil, document: Forventningsdokument) -> Expected:
    state, label = applies(document, register.per_dato, file.per_dato), _called(register)[id(document)]
    regional = document.slag.startswith("regional")
    return Expected(
        id=document.id, nivaa=COUNTY if regional else STATE, slag=REGIONAL_EXPECTATION if regional else TEMA,
        tekst=document.navn, dokument_id=document.id, dokument=label,
        gruppe=f"{label}, uten kjent kapittel" if document.kapitler else label,
        utenfor={True: "", False: vocabulary.GJELDER_IKKE, None: vocabulary.GYLDIGHET_UKJENT}[state],
        antall_punkter=document.antall_punkter, grunn="" if state else _why_not(register, file, document, state), kilde="",
    )  # fmt: skip


def _why_not(register: Register, file: Forventningsfil, document: Forventningsdokument, state: bool | None) -> str:
    if not document.utgaver:
        return "Dokumentet er ikke vedtatt."
    starts = [edition_start(utgave, file.per_dato) for utgave in document.utgaver]
    if state is None:
        begun = any(first <= register.per_dato < certain for first, certain in starts)
        ended = all(utgave.til or utgave.til_senest for utgave in document.utgaver)
        when = f"Når dokumentet {'begynte' if begun else 'sluttet'} å gjelde"
        return f"{when if begun or ended else 'Om dokumentet fortsatt gjelder'}, er ikke kjent."
    ahead = [first for first, _ in starts if first > register.per_dato]
    return f"Dokumentet gjelder tidligst fra {in_words(min(ahead))}." if ahead else "Dokumentet gjelder ikke lenger."


def _unread(general: Expected, document: Forventningsdokument, where: str) -> Expected:
    return replace(
        general, slag=DOKUMENT, telles=False, utenfor=general.utenfor or vocabulary.TELLES_IKKE,
        grunn=f"{general.grunn} Ikke lest: {document.unread}.".strip(), kilde=source_of(document, where),
    )  # fmt: skip


def unread(register: Register) -> str:
    """Return the documents that apply and that nobody has read whole, as a sentence names them; empty without any."""
    names = [f"«{one.dokument}»" for one in expected(register) if one.slag == DOKUMENT and one.gjelder]
    return few(names, ("dokument", "dokumenter")) if names else ""


def _chapter(inside: Expected, kapittel: Kapittel, where: str) -> Expected:
    return replace(
        inside, id=kapittel.id, slag=KAPITTEL, tekst=kapittel.navn, sikkerhet=kapittel.sikkerhet, maal=kapittel.maal,
        kjerne=kapittel.kjerne, maal_arvet=(), telles=not kapittel.forventninger, kilde=source_of(kapittel, where),
    )  # fmt: skip


def _point(register: Register, above: Expected, one: Forventning, where: str) -> Expected:
    outside, why = next((why for why in _outside(register, above, one) if why[0]), ("", ""))
    return replace(
        above, id=one.id, slag=NUMBERED_POINT if one.nummer and above.slag == TEMA else above.slag, tekst=one.tekst,
        utenfor=outside, grunn=why, telles=not one.not_asked, nummer=one.nummer, vekt=one.vekt, krav=one.krav, maal=one.maal,
        maal_arvet=() if one.maal else above.maal_arvet, vilkaar=one.vilkaar, sikkerhet=one.sikkerhet,
        kjerne=one.kjerne, redskap=one.redskap,
        adressat=vocabulary.ADRESSAT[one.adressat or "kommunen"], kilde=source_of(one, where),
    )  # fmt: skip


def _outside(register: Register, above: Expected, one: Forventning) -> Iterator[tuple[str, str]]:
    """Give why an expectation may not apply, as a status with its reason, the most certain first; an empty status is none."""
    if one.trukket and one.trukket.dato <= register.per_dato:
        yield vocabulary.GJELDER_IKKE, f"Trukket {in_words(one.trukket.dato)}: {one.trukket.grunn}"
    if above.utenfor == vocabulary.GJELDER_IKKE:
        yield above.utenfor, above.grunn
    if one.vilkaar and register.kommune.nummer not in one.kommuner:
        known = bool(one.kommuner) and register.kommune.nummer != vocabulary.UKJENT
        words = "kommunen er ikke en av dem." if known else "er kommunen en av dem?"
        yield vocabulary.GJELDER_IKKE if known else vocabulary.VILKAAR_UKJENT, f"Gjelder bare {one.vilkaar}; {words}"
    yield above.utenfor, above.grunn
    yield one.not_asked and vocabulary.TELLES_IKKE, one.not_asked


def _own(register: Register, one: Satsingsomraade, maal: tuple[int, ...]) -> Expected:
    return Expected(
        id=one.id, nivaa=OWN, slag=SATSING, tekst=_called(register)[id(one)], dokument_id=LOKALE, dokument=LOCAL_LABEL,
        gruppe=LOCAL_LABEL, utenfor="", grunn="", kilde=source_of(one), maal=maal, del_av=one.forelder_mulig,
    )  # fmt: skip
