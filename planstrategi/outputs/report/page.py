"""Executed notebooks → one self-contained HTML page in bokmål, with the code hidden."""

import html
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from urllib.parse import quote

import pandas as pd
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from planstrategi.model.register import Register
from planstrategi.outputs.report.left_out import leave_out, left_out_line
from planstrategi.presentation.notebook_table import Table
from planstrategi.presentation.source_line import as_of

SVG = "image/svg+xml"
# what a drawing holds most of, and an address in a page may hold as it is
UNQUOTED = " '/=:,"


def report_page(register: Register, notebooks: Mapping[str, NotebookNode], key_figures: pd.DataFrame, figures: list[str]) -> str:
    """Return the whole report: heading, key figures, contents, each notebook as a section, and what was left out."""
    left_out = {what: why for notebook in notebooks.values() for what, why in leave_out(notebook).items()}
    kept = {name: notebook for name, notebook in notebooks.items() if notebook.cells}
    exporter = HTMLExporter(template_name="basic", exclude_input=True, exclude_output_prompt=True)
    sections = [_section(name, notebook, exporter) for name, notebook in kept.items()]
    template = Template((files(__package__) / "page.html").read_text("utf-8"))
    return template.substitute(
        tittel=html.escape(f"{register.dokument.tittel}: analyse"),
        kommune=html.escape(register.kommune.navn),
        periode=f"{register.periode.fra}–{register.periode.til}",
        per_dato=html.escape(as_of(register)),
        grunnlag=html.escape(register.per_dato_grunnlag or ""),
        nokkeltall=_linked(Table(key_figures)._repr_html_(), notebooks),
        innhold="\n".join(_contents(name, notebook) for name, notebook in kept.items()),
        deler="\n".join(sections),
        figurer="\n".join(_figure_links(name) for name in figures),
        utelatt=f"<p>{html.escape(left_out_line(left_out))}</p>" if left_out else "",
    )


def notebook_title(notebook: NotebookNode) -> str:
    """Return the first heading of a notebook."""
    lines = (line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines())
    return next((line.removeprefix("# ") for line in lines if line.startswith("# ")), "Uten tittel")


def _linked(table: str, notebooks: Mapping[str, NotebookNode]) -> str:
    for name, notebook in notebooks.items():
        link = f'<a href="#{name}">{html.escape(notebook_title(notebook))}</a>' if notebook.cells else ""
        table = table.replace(f"<td>{name}</td>", f"<td>{link}</td>")
    return table


def _contents(name: str, notebook: NotebookNode) -> str:
    return f'<li><a href="#{html.escape(name)}">{html.escape(notebook_title(notebook))}</a></li>'


def _section(name: str, notebook: NotebookNode, exporter: HTMLExporter) -> str:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if SVG in output.get("data", {}):
                output.data = {"text/html": _image(output.data[SVG], output.data["text/plain"])}
    body, _ = exporter.from_notebook_node(notebook)
    return f'<section id="{html.escape(name)}">\n{body}\n</section>'


def _image(svg: str, alt: str) -> str:
    return f'<img class="figur" alt="{html.escape(alt)}" src="data:{SVG},{quote(svg, safe=UNQUOTED)}">'


def _figure_links(name: str) -> str:
    return f'<li>{name}: <a href="figurer/{name}.png">PNG</a> · <a href="figurer/{name}.svg">SVG</a></li>'
