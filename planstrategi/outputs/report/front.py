"""Page one: what can be handed over alone, each sentence with a way to where it rests."""

import html
from collections.abc import Collection, Hashable
from itertools import groupby
from operator import itemgetter
from typing import Any

from planstrategi.model.register import Register
from planstrategi.presentation.tables import TABLES, table

WIDEST_BAR = 100


def front(register: Register, placed: Collection[str]) -> str:
    """Return the topics of page one; a sentence is a link where the page has the table it rests on.

    `placed` are the ids of the page.
    """
    rows = table("sammendrag", register).to_dict("records")
    return "\n".join(_topic(tema, list(points), register, placed) for tema, points in groupby(rows, key=itemgetter("tema")))


def _topic(tema: str, points: list[dict[Hashable, Any]], register: Register, placed: Collection[str]) -> str:
    kinds = {point["slag"] for point in points}
    said = "\n".join(_point(point, placed, _kind(point["slag"]) if len(kinds) > 1 else "") for point in points)
    of_all = _kind(kinds.pop()) if len(kinds) == 1 else ""
    chart = _years(register) if any(point["tabell"] == "kapasitet" for point in points) else ""
    return f'<section class="tema">\n<h2>{html.escape(tema)}{of_all}</h2>\n<ul>\n{said}\n</ul>\n{chart}\n</section>'


def _kind(slag: str) -> str:
    return f' <span class="slag">{html.escape(slag)}</span>'


def _point(point: dict[Hashable, Any], placed: Collection[str], kind: str) -> str:
    said, rests = html.escape(point["setning"]), f"tabell-{point['tabell']}"
    title = html.escape(f"Tabellen «{TABLES[point['tabell']].tittel}»")
    said = f'<a href="#{rests}" title="{title}">{said}</a>' if rests in placed else said
    under = f'\n<small class="under">{html.escape(point["under"])}</small>' if point["under"] else ""
    return f"<li>{said}{kind}{under}</li>"


def _years(register: Register) -> str:
    """Return the plans of each year as bars with their numbers: a chart that is its own table."""
    years = table("kapasitet-aar", register)
    highest = years["antall_planer"].max()
    if not highest:
        return ""
    title = html.escape(years.attrs["tittel"])
    bars = "\n".join(_bar(row["aar"], row["antall_planer"], highest) for row in years.to_dict("records"))
    return f'<table class="soyler">\n<caption>{title}</caption>\n{bars}\n</table>'


def _bar(year: int, count: int, highest: int) -> str:
    drawn = f'<rect width="{round(count / highest * WIDEST_BAR)}" height="10"{"" if count == highest else OTHER}/>'
    svg = f'<svg viewBox="0 0 {WIDEST_BAR} 10" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
    return f'<tr><th scope="row">{year}</th><td>{svg}</td><td>{count}</td></tr>'


OTHER = ' class="andre"'
