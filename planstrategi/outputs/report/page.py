"""The parts of a report → one self-contained HTML page in bokmål, that loads nothing and runs only what stands in it."""

import html
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from string import Template

from planstrategi.charts.house.style import own_colours
from planstrategi.model.profile import Profil
from planstrategi.model.register import Register
from planstrategi.outputs import logo_words
from planstrategi.outputs.report.front import front
from planstrategi.outputs.report.left_out import TITLE_LINE, leave_out, left_out_line
from planstrategi.outputs.report.notebooks import Chapter
from planstrategi.outputs.report.parts import Parts
from planstrategi.presentation.notebook_table import Table, show
from planstrategi.presentation.source_line import as_of
from planstrategi.presentation.tables import table


def report_page(register: Register, chapters: Sequence[Chapter], made_from: Mapping[str, str]) -> str:
    """Return the report: page one, contents, key figures, each notebook as a chapter, and what it was made from.

    `made_from` is what the footer says of that, by heading. A drawing stands as the address of its file.
    """
    kept, left_out = _kept(chapters)
    parts = Parts(lambda name: show(table(name, register)))
    sections = "\n".join(parts.chapter(chapter) for chapter in kept)
    return filled(
        "page.html", _style(register.profil), script=resource("page.js"), logo=_logo(register),
        tittel=html.escape(f"{register.dokument.tittel}: analyse"),
        kommune=html.escape(register.kommune.navn),
        periode=str(register.periode),
        per_dato=html.escape(as_of(register)),
        grunnlag=html.escape(register.per_dato_grunnlag or ""),
        nokkeltall=_key_figures(register, kept, parts),
        forside=front(register, parts.placed),
        innhold="\n".join(_contents(chapter, parts) for chapter in kept),
        deler=sections,
        utelatt=f"<p>{html.escape(left_out_line(left_out))}</p>" if left_out else "",
        laget_av=footer_lines(made_from),
    )  # fmt: skip


def filled(template: str, style: str, script: str = "", **parts: str) -> str:
    """Return a page of this room in the shell they share; its style and its script are the only ones it may have."""
    body = Template(resource(template)).substitute(skript=script, **parts)
    allowed = f"script-src '{_checksum(script)}'; " if script else ""
    shell = Template(resource("shell.html"))
    return shell.substitute(tittel=parts["tittel"], stil=style, stilsum=_checksum(style), skriptregel=allowed, kropp=body)


def _kept(chapters: Sequence[Chapter]) -> tuple[list[Chapter], dict[str, str]]:
    left, why = [], dict[str, str]()
    for chapter in chapters:
        cells, missing = leave_out(chapter.cells)
        left += [Chapter(chapter.name, cells)] if cells else []
        why |= missing
    return left, why


def _key_figures(register: Register, kept: Sequence[Chapter], parts: Parts) -> str:
    links = {one.name: f'<a href="#{html.escape(one.name)}">{html.escape(chapter_title(one))}</a>' for one in kept}
    made = parts.table(Table(table("nokkeltall", register)), folded=False)
    for cell in set(table("nokkeltall", register)["notatbok"]):
        made = made.replace(f"<td>{cell}</td>", f"<td>{links.get(cell, '')}</td>")
    return made


def chapter_title(chapter: Chapter) -> str:
    """Return the first heading of a chapter."""
    lines = (TITLE_LINE.match(line) for cell in chapter.cells for line in cell.prose.splitlines())
    return next((found[2] for found in lines if found and found[1] == "#"), "Uten tittel")


def _contents(chapter: Chapter, parts: Parts) -> str:
    sections = "\n".join(f'<li><a href="#{place}">{title}</a></li>' for place, title in parts.headings[chapter.name])
    link = f'<a href="#{html.escape(chapter.name)}">{html.escape(chapter_title(chapter))}</a>'
    return f"<li>{link}\n<ul>\n{sections}\n</ul></li>" if sections else f"<li>{link}</li>"


def footer_lines(made_from: Mapping[str, str]) -> str:
    """Return what a page was made from as the lines of its footer."""
    return "\n".join(f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(what)}</dd></div>" for name, what in made_from.items())


def _style(profile: Profil | None) -> str:
    """Return the style sheet, in the municipality's own colours where it has such."""
    style = resource("page.css")
    for house, own in own_colours(profile).items():
        style = style.replace(house, own)
    return style


def _logo(register: Register) -> str:
    if not register.profil or not register.profil.bilde:
        return ""
    words, picture = html.escape(logo_words(register.kommune.navn)), b64encode(register.profil.bilde).decode()
    return f'<img class="logo" alt="{words}" src="data:image/png;base64,{picture}">'


def resource(name: str) -> str:
    """Return a file of this room as text."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _checksum(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
