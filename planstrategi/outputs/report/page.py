"""Executed notebooks → one self-contained HTML page in bokmål, with the code hidden.

What has nothing to show is left out, its chapter with it when nothing else is there, and listed at the end.
"""

import html
import re
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Any
from urllib.parse import quote

import pandas as pd
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from planstrategi.model.register import Register
from planstrategi.presentation.notebook_table import Table
from planstrategi.presentation.nothing import LEFT_OUT
from planstrategi.presentation.source_line import as_of

SVG = "image/svg+xml"
# what a drawing holds most of, and an address in a page may hold as it is
UNQUOTED = " '/=:,"
TITLE_LINE = re.compile(r"(#+) +(.+)")
# a sentence says what the tables and figures of its chapter show, and is nothing without them
SENTENCE = 'class="funn"'


def report_page(register: Register, notebooks: Mapping[str, NotebookNode], key_figures: pd.DataFrame, figures: list[str]) -> str:
    """Return the whole report: heading, key figures, contents, each notebook as a section, and what was left out."""
    left_out = {what: why for notebook in notebooks.values() for what, why in leave_out(notebook).items()}
    kept = {name: notebook for name, notebook in notebooks.items() if notebook.cells}
    exporter = HTMLExporter(template_name="basic", exclude_input=True, exclude_output_prompt=True)
    links = {name: f'<a href="#{html.escape(name)}">{html.escape(notebook_title(one))}</a>' for name, one in kept.items()}
    key_table = Table(key_figures)._repr_html_()
    for name in notebooks:
        key_table = key_table.replace(f"<td>{name}</td>", f"<td>{links.get(name, '')}</td>")
    return Template((files(__package__) / "page.html").read_text("utf-8")).substitute(
        tittel=html.escape(f"{register.dokument.tittel}: analyse"),
        kommune=html.escape(register.kommune.navn),
        periode=f"{register.periode.fra}–{register.periode.til}",
        per_dato=html.escape(as_of(register)),
        grunnlag=html.escape(register.per_dato_grunnlag or ""),
        nokkeltall=key_table,
        innhold="\n".join(f"<li>{link}</li>" for link in links.values()),
        deler="\n".join(_section(name, notebook, exporter) for name, notebook in kept.items()),
        figurer="\n".join(_figure_links(name) for name in figures),
        utelatt=f"<p>{html.escape(left_out_line(left_out))}</p>" if left_out else "",
    )


def notebook_title(notebook: NotebookNode) -> str:
    """Return the first heading of a notebook."""
    lines = (line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines())
    return next((line.removeprefix("# ") for line in lines if line.startswith("# ")), "Uten tittel")


def _section(name: str, notebook: NotebookNode, exporter: HTMLExporter) -> str:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if SVG in output.get("data", {}):
                alt, drawn = html.escape(output.data["text/plain"]), quote(output.data[SVG], safe=UNQUOTED)
                output.data = {"text/html": f'<img class="figur" alt="{alt}" src="data:{SVG},{drawn}">'}
    body, _ = exporter.from_notebook_node(notebook)
    return f'<section id="{html.escape(name)}">\n{body}\n</section>'


def _figure_links(name: str) -> str:
    return f'<li>{name}: <a href="figurer/{name}.png">PNG</a> · <a href="figurer/{name}.svg">SVG</a></li>'


def leave_out(notebook: NotebookNode) -> dict[str, str]:
    """Take out of a notebook what has nothing to show; return what that is, each with the reason.

    A sentence that a notebook has said, such as that nobody has judged, is not said again.
    """
    why, said = _without_empty_chapters(notebook), set[str]()
    for cell in (cell for cell in notebook.cells if "outputs" in cell):
        why |= {one["hva"]: one["hvorfor"] for output in cell.outputs if (one := _missing(output))}
        cell.outputs = [output for output in cell.outputs if _missing(output) is None and _sentence(output) not in said]
        said |= {_sentence(output) for output in cell.outputs} - {""}
    return why


def _without_empty_chapters(notebook: NotebookNode) -> dict[str, str]:
    cells = notebook.cells
    titles = {number: TITLE_LINE.match(cell.source) for number, cell in enumerate(cells) if cell.cell_type == "markdown"}
    headings = {number: found for number, found in titles.items() if found}
    why: dict[str, str] = {}
    gone: set[int] = set()
    for number, heading in headings.items():
        ends = (later for later, other in headings.items() if later > number and len(other[1]) <= len(heading[1]))
        chapter = range(number, next(ends, len(cells)))
        outputs = [output for one in chapter for output in cells[one].get("outputs", [])]
        missing = [one for output in outputs if (one := _missing(output)) is not None]
        if number not in gone and missing and all(_missing(one) is not None or _sentence(one) for one in outputs):
            gone |= set(chapter)
            if missing[0]:
                why[heading[2]] = missing[0]["hvorfor"]
    notebook.cells = [cell for number, cell in enumerate(cells) if number not in gone]
    return why


def _missing(output: NotebookNode) -> Any:
    return output.get("metadata", {}).get(LEFT_OUT)


def _sentence(output: NotebookNode) -> str:
    shown = output.get("data", {}).get("text/html", "")
    return shown if SENTENCE in shown else ""


def left_out_line(left_out: dict[str, str]) -> str:
    """Return one line that says what was left out, by reason; nothing where nothing was."""
    reasons: dict[str, list[str]] = {}
    for what, why in left_out.items():
        reasons.setdefault(why, []).append(what)
    return " ".join(f"Utelatt fordi {why}: {'; '.join(several)}." for why, several in reasons.items())
