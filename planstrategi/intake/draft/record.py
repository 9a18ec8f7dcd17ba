"""A draft → the record of its reading, innlesing.yaml: each row met, what was guessed on which words, and what is asked."""

from collections.abc import Iterable, Iterator
from typing import Any

from planstrategi.intake.draft.register_text import RegisterText
from planstrategi.intake.draft.yaml_text import flat, name_of, text_lines
from planstrategi.intake.found import Doubt
from planstrategi.model.data_files import files_by_schema
from planstrategi.model.fields import Many, Text, specs
from planstrategi.model.intake import Forslag, IkkePlassert, Innlesingsfil, InnlestRad, Tvil
from planstrategi.model.vocabulary import SIKKER, USIKKER

(READING,) = files_by_schema()["innlesing"]
_INTRODUCTION = """\
## Hva som ble forstått av dokumentet, rad for rad. Svar på et spørsmål med «svar: ja», «svar: nei» eller det som er riktig, eller
## skriv «avklart: ja» på raden når alt i den er sett på, og rett register.yaml der det trengs.
"""


def reading_of(draft: RegisterText, fil: str) -> Innlesingsfil:
    """Return what was understood: doubts about the document and the tables first, then the rows in their order."""
    found, head = draft.found, draft.head
    rader = [_post(fil, found.tittel, head.tvil)] if head.tvil else []
    asked = [(number, table) for number, table in enumerate(found.tabeller) if table.tvil]
    rader += [_post(table.sted, draft.table_name(n), table.tvil, tabell=draft.tables[n]) for n, table in asked]
    for number, row in enumerate(found.rader):
        place = {"tabell": draft.tables[row.tabell - 1], "rad": row.rad, "plan": draft.plans.get(number)}
        forslag = tuple(Forslag(felt=one.felt, verdi=flat(one.verdi), ord=flat(one.ord) or None) for one in row.forslag)
        rader.append(_post(row.sted, row.navn, draft.tvil[number], forslag=forslag, **place))
    rest = tuple(IkkePlassert(hvor=flat(one.sted), tekst=flat(one.tekst)) for one in found.ikke_plassert if flat(one.tekst))
    return Innlesingsfil(per_dato=head.per_dato, dokument=fil, rader=tuple(rader), ikke_plassert=rest)


def _post(hvor: str, navn: str, doubts: Iterable[Doubt], **more: Any) -> InnlestRad:
    tvil = tuple(Tvil(felt=one.felt, ord=flat(one.ord) or None, spoersmaal=flat(one.spoersmaal)) for one in doubts)
    return InnlestRad(hvor=flat(hvor), navn=name_of(navn), sikkerhet=USIKKER if tvil else SIKKER, tvil=tvil, **more)


def reading_as_yaml(reading: Innlesingsfil) -> str:
    """Return the text of innlesing.yaml."""
    return f"{READING.schema_line}{_INTRODUCTION}" + "".join(f"{line}\n" for line in _fields(reading, 0))


def _fields(post: Any, indent: int) -> Iterator[str]:
    pad = " " * indent
    for name, spec in specs(post.__class__).items():
        value = getattr(post, name)
        if isinstance(spec.innhold, Many):
            if value or spec.krav:
                yield f"{pad}{name}:" if value else f"{pad}{name}: []"
            for one in value:
                first, *rest = _fields(one, indent + 4)
                yield f"{pad}  - {first.lstrip()}"
                yield from rest
        elif isinstance(spec.innhold, Text) and value:
            yield from text_lines(name, value, indent)
        elif value is not None:
            yield f"{pad}{name}: {value}"
