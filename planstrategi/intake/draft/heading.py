"""What a draft says before its plans: of which municipality and years, as of when, and what the document left open."""

from contextlib import suppress
from typing import NamedTuple

from planstrategi.intake.found import Doubt, Found
from planstrategi.model.dates import Date, Moment, Tid
from planstrategi.model.fields import Invalid
from planstrategi.model.vocabulary import UKJENT, words_beside

# the fields that say what was done before the document was made
DONE_BEFORE = ("vedtatt", "datert", "revidert")
# before the plan part of plan- og bygningsloven there was no planstrategi to read
_FIRST_DAY = "2009-07-01"
_ASSUMED: str = words_beside(__file__, "utkast.yaml")["antatt_dag"]


class SaidOfDocument(NamedTuple):
    """What the person who reads a document in says of it, empty or None for what is to be taken from the document."""

    navn: str = ""
    nummer: str = ""
    fylke: str = ""
    periode: tuple[int, int] | None = None


class Heading(NamedTuple):
    """The first facts of a draft; `grunnlag` says how the day was found where the document has none."""

    kommune: str
    nummer: str
    fylke: str
    periode: tuple[int, int] | None
    per_dato: str
    grunnlag: str
    vedtatt: str
    tvil: tuple[Doubt, ...]


def heading_of(found: Found, said: SaidOfDocument) -> Heading:
    """Return the first facts of a draft: as said, else as the document has it, else unknown; a contradiction is a doubt."""
    periode = said.periode or found.periode
    vedtatt = _adopted(found.vedtatt)
    is_day = vedtatt and vedtatt.forst == vedtatt.sist
    per_dato, grunnlag = (vedtatt.tekst, "") if vedtatt and is_day else _assumed_day(found, periode, vedtatt)
    years = ("{}–{}".format(*one) if one else "" for one in (found.periode, said.periode))
    tvil = [*found.tvil, *_against("kommune", found.kommune, said.navn), *_against("periode", *years)]
    rest = periode, per_dato, grunnlag, vedtatt.tekst if vedtatt else "", tuple(tvil)
    return Heading(said.navn or found.kommune or UKJENT, said.nummer or UKJENT, said.fylke or UKJENT, *rest)


def _against(felt: str, found: str, said: str) -> list[Doubt]:
    both = found and said and found.casefold() != said.casefold()
    return [Doubt(felt, found, f"Dokumentet sier {found}, kommandoen sa {said}. Er {said} riktig?")] if both else []


def _adopted(text: str) -> Tid | None:
    with suppress(Invalid):
        return Moment().parse(text)
    return None


def _assumed_day(found: Found, periode: tuple[int, int] | None, vedtatt: Tid | None) -> tuple[str, str]:
    """Return the last day that something is said to be done, or the first of the years, and that it is assumed.

    What is said to be done after the first year of the period was rather read wrong.
    """
    done = [tid.forst for row in found.rader for one in row.forslag if one.felt in DONE_BEFORE and (tid := _adopted(one.verdi))]
    first = periode[0] if periode else min((year for row in found.rader for year in row.merker), default=None)
    days = [f"{first}-01-01" if first else _FIRST_DAY, *([vedtatt.forst] if vedtatt else [])]
    latest = max([*days, *(day for day in done if not first or int(day[:4]) <= first)])
    return str(Date().parse(latest)), _ASSUMED
