"""The record of a reading → one page to read, print and tick: what was understood, what was guessed, what is asked."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from string import Template

from planstrategi.intake.draft.register_text import RegisterText, Value
from planstrategi.intake.found import FoundRow
from planstrategi.model.dates import in_words
from planstrategi.model.intake import Innlesingsfil, InnlestRad, Tvil
from planstrategi.model.vocabulary import ANDRE_RADER, SIKKER, UKJENT

_COLUMNS = ("Sted", "Kilden skriver", "Forstått som", "Spørsmål")
_YES_NO = " ".join(f'<label><input type="checkbox"> {word}</label>' for word in ("ja", "nei"))
_LINE = '<span class="linje"></span>'
_SEEN = " ".join(f'<label><input type="checkbox"> {word}</label>' for word in ("ført i registeret", "skal ikke føres"))
# what stands in columns of their own
_ELSEWHERE = ("id", "navn", "kilde", "hva")


def intake_page(draft: RegisterText, reading: Innlesingsfil) -> str:
    """Return the page; whatever stood in the document is shown as text."""
    whole = [row for row in reading.rader if row.rad is None]
    rows = reading.rader[len(whole) :]
    sure, asked = sum(row.sikkerhet == SIKKER for row in rows), sum(len(row.tvil) for row in reading.rader)
    parts = {
        "Om dokumentet og tabellene": [_row(row, {}, "") for row in whole],
        "Rad for rad": [_row(row, draft.values[at], _printed(draft.found.rader[at])) for at, row in enumerate(rows)],
        "Ikke plassert": [_cells("usikker", one.hvor, escape(one.tekst), "", _SEEN) for one in reading.ikke_plassert],
    }
    return Template(Path(__file__).with_name("page.html").read_text("utf-8")).substitute(
        dokument=escape(reading.dokument), kommune=escape(draft.head.kommune), per_dato=in_words(draft.head.per_dato),
        periode="{}–{}".format(*draft.head.periode or (UKJENT, UKJENT)), rader=len(rows), planer=len(draft.plans),
        sikre=sure, usikre=len(rows) - sure, spoersmaal=asked, ikke_plassert=len(reading.ikke_plassert),
        deler="\n".join(_part(title, lines) for title, lines in parts.items() if lines),
    )  # fmt: skip


def _part(title: str, lines: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    body = "\n".join(lines)
    return f'<h2>{title}</h2>\n<div class="bred"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>'


def _printed(row: FoundRow) -> str:
    """What the other cells of a row say, in the words of the source."""
    years = (f"{year}: {sign or 'skravert'}" for year, sign in row.merker.items())
    cells = (row.vedtatt, row.ord, *years, *row.merker_uten_aar, row.ansvarlig, row.kommentar, *(text for _, text in row.annet))
    return " | ".join(filter(None, cells))


def _row(row: InnlestRad, values: Mapping[str, Value], printed: str) -> str:
    below = row.plan or (f"ikke en plan: {ANDRE_RADER[values['hva'].yaml]}" if "hva" in values else "")
    name = f'<span class="merke">{escape(row.navn)}</span><br>{escape(printed)}<br><span class="id">{escape(below)}</span>'
    said = [(f"{felt}: {value.yaml}", value.ord) for felt, value in values.items() if felt not in _ELSEWHERE]
    questions = row.tvil or [Tvil(felt="", spoersmaal="Ingen spørsmål til raden. Stemmer den med kilden?")]
    understood = "".join(f"<li>{_with(text, words)}</li>" for text, words in said)
    answers = "".join(f"<li>{_with(one.spoersmaal, one.ord)}<br>{_LINE if one.is_open else _YES_NO}</li>" for one in questions)
    return _cells(row.sikkerhet, row.hvor, name, f"<ul>{understood}</ul>" if said else "", f"<ul>{answers}</ul>")


def _cells(kind: str, place: str, name: str, said: str, answer: str) -> str:
    cells = (("sted", escape(place)), ("navn", name), ("sagt", said), ("svar", answer))
    return f'<tr class="{kind}">{"".join(f"""<td class="{of}">{cell}</td>""" for of, cell in cells)}</tr>'


def _with(text: str, words: str | None) -> str:
    return escape(text) + (f' <span class="ord">«{escape(words)}»</span>' if words else "")
