"""Several planstrategier on one HTML page, in alphabetical order: each topic with its table, and what cannot be compared.

It has no script: a table that can be sorted by what nobody knows would be a ranking by it.
"""

import html
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from planstrategi.analysis.overview import municipalities
from planstrategi.analysis.shared.sentences import PLAN_FORMS, counted
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import words_beside
from planstrategi.outputs.report.inputs import checksums, input_files, made_from
from planstrategi.outputs.report.page import filled, footer_lines, resource
from planstrategi.outputs.report.parts import Parts
from planstrategi.presentation.kinds import ANTAKELSER, FAKTA, KIND_LABELS, LOVVURDERINGER
from planstrategi.presentation.notebook_table import Table
from planstrategi.reading.find_registers import folders_of


class Topic(NamedTuple):
    """A topic of the page: its title, what its numbers count, the kind of data, its table, and what its bars add up."""

    tittel: str
    enhet: str
    slag: str
    frame: Callable[[Sequence[Register]], pd.DataFrame]
    betyr: str = ""
    bars: Mapping[str, Sequence[str]] | None = None


_FRAMES = {
    "sammenlignes": (FAKTA, municipalities.what_is_compared),
    "plantyper": (FAKTA, municipalities.plans_by_type),
    "bestemt": (FAKTA, municipalities.decided_for_plans),
    "merker": (FAKTA, municipalities.marks_by_meaning),
    "belastning": (ANTAKELSER, municipalities.load_per_thousand),
    "lovkrav": (LOVVURDERINGER, municipalities.demands_met),
}
_WORDS = words_beside(__file__, "side_om_side.yaml")
TOPICS = tuple(Topic(slag=slag, frame=frame, **_WORDS[name]) for name, (slag, frame) in _FRAMES.items())
# how the parts of a bar look, told apart in grey too
BAR_LOOKS = ("", "andre", "ukjent")
SOURCE = "Kilde: planstrategiene i den første tabellen"


def municipalities_page(registers: Sequence[Register], left_out: Sequence[Path] = ()) -> str:
    """Return the page of several registers; those that are left out have errors."""
    ordered, parts = municipalities.in_alphabetical_order(registers), Parts(lambda _: None)
    said = [*municipalities.not_comparable(ordered), "Kommunene står i alfabetisk rekkefølge. Ingen av tallene er en rangering."]
    said += [f"Ikke med, fordi registeret har feil: {folders_of(left_out)}."] if left_out else []
    plans = counted(sum(len(register.planer) for register in ordered), *PLAN_FORMS)
    return filled(
        "municipalities_page.html", resource("page.css") + resource("municipalities_page.css"),
        tittel="Planstrategier side om side", hvem=f"{counted(len(ordered), 'planstrategi', 'planstrategier')} med {plans}.",
        forbehold="\n".join(f"<li>{html.escape(sentence)}</li>" for sentence in said),
        deler="\n".join(_section(topic, frame, parts) for topic, frame in compared_tables(ordered)), laget_av=_made_from(ordered),
    )  # fmt: skip


def compared_tables(registers: Sequence[Register]) -> list[tuple[Topic, pd.DataFrame]]:
    """Return each topic with its table of the registers in the order given."""
    made = [(topic, topic.frame(registers)) for topic in TOPICS]
    for topic, frame in made:
        frame.attrs = {"tittel": topic.tittel, "enhet": topic.enhet, "kilde": f"{SOURCE}. Type data: {KIND_LABELS[topic.slag]}."}
    return made


def _section(topic: Topic, frame: pd.DataFrame, parts: Parts) -> str:
    means = f"<p>{html.escape(topic.betyr)}</p>" if topic.betyr else ""
    bars = _bars(topic.bars, frame) if topic.bars else ""
    table = parts.table(Table(frame), folded=False)
    return f"<section>\n<h2>{html.escape(topic.tittel)}</h2>\n{means}\n{bars}\n{table}\n</section>"


def _bars(bars: Mapping[str, Sequence[str]], frame: pd.DataFrame) -> str:
    """Return a bar for each row, its three parts beside each other, with what they are and their numbers as text."""
    signs = [f'<svg class="tegn" viewBox="0 0 14 8" aria-hidden="true">{_part(0, 14, 8, look)}</svg>' for look in BAR_LOOKS]
    legend = " · ".join(f"{sign}{html.escape(name)}" for sign, name in zip(signs, bars, strict=True))
    rows = (_bar(row, [sum(row[column] for column in columns) for columns in bars.values()]) for row in frame.to_dict("records"))
    return f'<p class="forklaring">{legend}</p>\n<table class="soyler">\n' + "\n".join(rows) + "\n</table>"


def _bar(row: dict[Any, Any], counts: Sequence[int]) -> str:
    total, drawn = max(sum(counts), 1), ""
    for number, (count, look) in enumerate(zip(counts, BAR_LOOKS, strict=True)):
        drawn += _part(100 * sum(counts[:number]) / total, 100 * count / total, 10, look)
    svg = f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
    named = html.escape(f"{row['Kommune']} {row['Periode']}")
    return f'<tr><th scope="row">{named}</th><td>{svg}</td><td>{" · ".join(map(str, counts))}</td></tr>'


def _part(start: float, wide: float, high: int, look: str) -> str:
    kind = f' class="{look}"' if look else ""
    return f'<rect x="{start:.2f}" width="{wide:.2f}" height="{high}"{kind}/>'


def _made_from(registers: Sequence[Register]) -> str:
    """Return what the page was made from: a file that is one register's own stands under its folder."""
    named: dict[str, Path] = {}
    for register in registers:
        folder = Path(register.fil).absolute().parent
        for name, path in input_files(register, []).items():
            named["/".join((*folder.parts[-2:], name)) if path.absolute().is_relative_to(folder) else name] = path
    return footer_lines(made_from(registers[0], named, checksums(named)))
