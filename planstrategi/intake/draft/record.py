"""A draft → the record of its reading, innlesing.yaml: each row met, what was guessed on which words, and what is asked."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml

from planstrategi.intake.draft.register_text import RegisterText
from planstrategi.intake.draft.yaml_text import flat, name_of
from planstrategi.intake.found import Doubt
from planstrategi.model.data_files import files_by_schema
from planstrategi.model.intake import Forslag, IkkePlassert, Innlesingsfil, InnlestRad, Tvil
from planstrategi.model.vocabulary import SIKKER, USIKKER, words_beside
from planstrategi.outputs.as_yaml import plain

(READING,) = files_by_schema()["innlesing"]
_INTRODUCTION = words_beside(__file__, "utkast.yaml")["innlesing"]


def reading_of(draft: RegisterText, fil: str) -> Innlesingsfil:
    """Return what was understood: doubts about the document and the tables first, then the rows in their order."""
    found, head = draft.found, draft.head
    rader = [_post(fil, found.tittel, head.tvil)] if head.tvil else []
    asked = set[tuple[int, Doubt]]()
    for number, table in enumerate(found.tabeller):
        # what is asked of all parts of a printed table, is asked once
        new = [one for one in table.tvil if (table.trykt, one) not in asked]
        asked |= {(table.trykt, one) for one in new}
        rader += [_post(table.sted, draft.table_name(number), new, tabell=draft.tables[number])] if new else []
    for number, row in enumerate(found.rader):
        place = {"tabell": draft.tables[row.tabell - 1], "rad": row.rad, "plan": draft.plans.get(number)}
        forslag = tuple(Forslag(felt=one.felt, verdi=flat(one.verdi), ord=flat(one.ord) or None) for one in row.forslag)
        post = _post(row.sted, row.navn, draft.tvil[number], forslag=forslag, **place)
        rader.append(replace(post, sikkerhet=USIKKER) if found.tabeller[row.tabell - 1].doubts(row) else post)
    rest = tuple(IkkePlassert(hvor=flat(one.sted), tekst=flat(one.tekst)) for one in found.ikke_plassert if flat(one.tekst))
    return Innlesingsfil(per_dato=head.per_dato, dokument=fil, rader=tuple(rader), ikke_plassert=rest)


def _post(hvor: str, navn: str, doubts: Iterable[Doubt], **more: Any) -> InnlestRad:
    tvil = tuple(Tvil(felt=one.felt, ord=flat(one.ord) or None, spoersmaal=flat(one.spoersmaal)) for one in doubts)
    return InnlestRad(hvor=flat(hvor), navn=name_of(navn), sikkerhet=USIKKER if tvil else SIKKER, tvil=tvil, **more)


def reading_as_yaml(reading: Innlesingsfil) -> str:
    """Return the text of innlesing.yaml."""
    said = {name: value for name, value in plain(reading).items() if name != "per_dato"}
    body = yaml.dump(said, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=118)
    return f"{READING.schema_line}{_INTRODUCTION}per_dato: {reading.per_dato}\n{body}"
