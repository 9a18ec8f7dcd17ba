"""What a cell shows → HTML: prose, tables that are folded where they are long, figures with their files and their table."""

import html
import re
from collections.abc import Callable, Collection
from typing import Any

import mistune

from planstrategi.charts import STANDING_ON_A4
from planstrategi.outputs.report import FIGURES_FOLDER
from planstrategi.outputs.report.folder import as_address
from planstrategi.outputs.report.left_out import TITLE_LINE
from planstrategi.outputs.report.notebooks import Chapter, NotebookCell
from planstrategi.presentation.figures import FIGURES, NUMBERS_IN, STEMS, Figure
from planstrategi.presentation.findings import Said
from planstrategi.presentation.notebook_table import Table
from planstrategi.presentation.nothing import Nothing

# more rows than a reader takes in at a glance are folded
MOST_ROWS = 8
# what pandas writes in each table, and the page has a style for
STYLED = ' style="text-align: left;"'
SECTION = re.compile("<h3>(.*?)</h3>")
# what an object says of itself when it has no words for people
MACHINE = re.compile(r"<.* at 0x[0-9a-f]+>\Z", re.DOTALL)


class Parts:
    """The parts of a page; each table and figure can be linked to where it stands first."""

    def __init__(self, numbers: Callable[[str], Table | Nothing | None]) -> None:
        """`numbers` gives a table by name, for a figure whose numbers the chapter does not show."""
        self.numbers, self.placed, self.regions = numbers, set[str](), 0
        self.headings: dict[str, list[tuple[str, str]]] = {}
        self.headlines = set[str]()

    def chapter(self, chapter: Chapter) -> str:
        """Return a notebook as a section with its name."""
        shown = (one for cell in chapter.cells for one in cell.shown if isinstance(one, Table))
        tables = {str(one.frame.attrs.get("tabell")) for one in shown}
        here = self.headings.setdefault(chapter.name, [])
        inside = "\n".join(self._cell(cell, tables, here) for cell in chapter.cells)
        end = '<p class="opp"><a href="#innhold">Til innholdet</a></p>'
        return f'<section id="{html.escape(chapter.name)}">\n{inside}\n{end}\n</section>'

    def _cell(self, cell: NotebookCell, tables: Collection[str], here: list[tuple[str, str]]) -> str:
        if not cell.prose:
            return "\n".join(self._shown(one, tables) for one in cell.shown)
        return SECTION.sub(lambda found: self._heading(found[1], here), prose(cell.prose))

    def _heading(self, title: str, here: list[tuple[str, str]]) -> str:
        number = sum(map(len, self.headings.values())) + 1
        here.append((f"avsnitt-{number}", title))
        return f'<h3 id="avsnitt-{number}">{title}</h3>'

    def _shown(self, one: Any, tables: Collection[str]) -> str:
        match one:
            case Table():
                return self.table(one)
            case Figure():
                return self._figure(one, tables)
            case Said():
                return self._sentence(one)
            case str():
                return f"<pre>{html.escape(one)}</pre>"
        return _other(one)

    def _sentence(self, said: Said) -> str:
        # on paper the drawing says it
        drawn = 'class="funn i-figuren"' if said in self.headlines else 'class="funn"'
        return said._repr_html_().replace('class="funn"', drawn, 1) if said else ""

    def table(self, table: Table, folded: bool | None = None) -> str:
        """Return a table in a box of its own that scrolls, folded as asked for, else where it is long."""
        attrs, rows = table.frame.attrs, len(table.frame)
        title = attrs.get("tittel", "Tabell")
        body = table._repr_html_().replace("<th>", '<th scope="col">').replace(STYLED, "")
        caption = f"{title} ({unit})" if (unit := attrs.get("enhet")) else title
        if "tittel" in attrs:
            body = body.replace("<thead>", f"<caption>{html.escape(caption)}</caption>\n<thead>", 1)
        self.regions += 1
        label = html.escape(f"Tabell {self.regions}: {title}")
        source = f'<p class="kilde">{html.escape(attrs["kilde"])}</p>' if "kilde" in attrs else ""
        box = f'<div class="tabell" role="region" aria-label="{label}" tabindex="0">\n{body}\n</div>{source}'
        place = self._place(f"tabell-{attrs['tabell']}") if "tabell" in attrs else ""
        if not (rows > MOST_ROWS if folded is None else folded):
            return f"<div{place}>{box}</div>"
        counted = f"{rows} {'rad' if rows == 1 else 'rader'}"
        return f"<details{place}><summary>{html.escape(title)}: {counted}</summary>\n{box}\n</details>"

    def _place(self, name: str) -> str:
        new = name not in self.placed
        self.placed.add(name)
        return f' id="{html.escape(name)}"' if new else ""

    def _figure(self, figure: Figure, tables: Collection[str]) -> str:
        if figure.stem not in STEMS:
            return _image(figure.alt, as_address(figure._repr_mimebundle_()["image/svg+xml"]))
        stem = figure.stem
        if f"figur-{stem}" in self.placed:
            return f'<p class="igjen">Figuren er vist <a href="#figur-{stem}">lenger opp</a>.</p>'
        self.headlines.add(figure.headline)
        place, file = self._place(f"figur-{stem}"), f"{FIGURES_FOLDER}/{stem}"
        image = f'<img class="{_shape(stem)}" alt="{html.escape(figure.alt)}" src="{file}.svg">'
        numbers = NUMBERS_IN[STEMS[stem][0]]
        there = f'<a href="#tabell-{numbers}">Tallene i en tabell</a>'
        files = f'Full størrelse: <a href="{file}.svg">SVG</a> · <a href="{file}.png">PNG</a> · {there}'
        drawn = f'<figure{place}>\n<a href="{file}.svg">{image}</a>\n<figcaption>{files}</figcaption>\n</figure>'
        # folded below it, where neither the chapter nor the page before has it
        beside = None if numbers in tables or f"tabell-{numbers}" in self.placed else self.numbers(numbers)
        return f"{drawn}\n{self.table(beside, folded=True) if isinstance(beside, Table) else ''}"


def _shape(stem: str) -> str:
    name, size = STEMS[stem]
    if size != "a4":
        return "figur"
    return "figur staaende" if FIGURES[name].draw.__name__ in STANDING_ON_A4 else "figur liggende"


def prose(text: str) -> str:
    """Return Markdown as HTML, one level below the heading of the page; markup of its own is shown as it is written."""
    lowered = "\n".join(f"#{line}" if TITLE_LINE.match(line) else line for line in text.splitlines())
    return str(MARKDOWN(lowered)).strip()


MARKDOWN = mistune.create_markdown(escape=True, plugins=["table", "strikethrough", "url"])


def _other(data: Any) -> str:
    """Return what is not ours: drawings and pictures, markup, or words."""
    if "image/svg+xml" in data:
        return _image("Figur", as_address(data["image/svg+xml"]))
    if "image/png" in data:
        return _image("Figur", f"data:image/png;base64,{data['image/png']}")
    if "text/html" in data:
        return f'<div class="tabell" role="region" aria-label="Annet innhold" tabindex="0">{data["text/html"]}</div>'
    text = data.get("text/plain", "")
    return "" if MACHINE.match(text) else f"<pre>{html.escape(text)}</pre>"


def _image(alt: str, address: str) -> str:
    return f'<figure><img class="figur" alt="{html.escape(alt)}" src="{address}"></figure>'
