"""What a document shows of a table: some of its columns in words, and the sections of law as links."""

from collections.abc import Sequence

from planstrategi.analysis.legal.reasons import cited
from planstrategi.model.register import Register
from planstrategi.outputs.documents.paper import Link, Paper, PaperLine
from planstrategi.presentation.columns import IN_DOCUMENTS, Column
from planstrategi.presentation.notebook_table import shown_column
from planstrategi.presentation.tables import TABLES, declared_columns, table

NOT_KNOWN = "ikke kjent"


def read_rows(name: str, register: Register) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns, every value as people read it."""
    frame = table(name, register)
    shown = {one: shown_column(frame, one, column) for one, column in declared_columns(name, frame).items()}
    return [dict(zip(shown, map(str, row), strict=True)) for row in zip(*shown.values(), strict=True)]


def add_table(paper: Paper, name: str, otherwise: str = "", most: int = 30) -> None:
    """Add the first rows of a table with its own title, heads and source, and say how many more there are.

    `otherwise` is said of a table without rows.
    """
    frame, shown = table(name, paper.register), IN_DOCUMENTS[name]
    columns = declared_columns(name, shown)
    heads = {one: _head(column) for one, column in columns.items()}
    empty = {one: NOT_KNOWN if column.unit else "–" for one, column in columns.items()}
    rows = [{heads[one]: row[one] or empty[one] for one in shown} for row in read_rows(name, paper.register)]
    if rows:
        source = f"{frame.attrs['kilde']}{and_more(len(rows), most, name)}"
        paper.table(TABLES[name].tittel, rows[:most], {heads[one]: share for one, share in shown.items()}, source)
    elif otherwise:
        paper.text(otherwise)


def _head(column: Column) -> str:
    return column.heading if column.unit.lower() in column.heading.lower() else f"{column.heading} ({column.unit})"


def and_more(count: int, most: int, name: str) -> str:
    """Return where the rows stand that there was no room for, nothing where there was."""
    return f" {count - most} til står i tabellen {name}." if count > most else ""


def sections(register: Register, hjemmel: Sequence[str]) -> list[PaperLine]:
    """Return sections of law as links, one line for each act that is cited."""
    cites = [one for krav in register.requirements() for one in (krav.hjemmel, *(each.hjemmel for each in krav.versjoner))]
    known = {cited(place): place for places in cites for place in places}
    lines: dict[str, list[str | Link]] = {}
    for text in hjemmel:
        title = known[text].tittel
        line = lines.setdefault(title, [])
        said = f", {text.removeprefix(f'{title} ')}" if line else text
        line.append(Link(said.replace("§ ", "§\u00a0"), known[text].lenke))
    return list(lines.values())
