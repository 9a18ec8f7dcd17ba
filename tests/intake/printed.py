"""Small printed tables, written as text: a line for each row, cells parted by a bar."""

from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.found import Found
from planstrategi.intake.tables import found


def rows(text: str) -> tuple[PrintedRow, ...]:
    """Return rows: ^ goes on from above, < from the left, a cell that begins with # is shaded, one that begins with ! is bold."""
    lines = [[_cell(part.strip()) for part in line.split("|")] for line in text.strip().splitlines()]
    return tuple(PrintedRow(f"rad {number}", tuple(cells)) for number, cells in enumerate(lines, 1))


def _cell(text: str) -> PrintedCell:
    merged = {"^": "over", "<": "venstre"}.get(text, "")
    return PrintedCell("" if merged else text.lstrip("#!"), "ff0000" if text[:1] == "#" else "", merged, text[:1] == "!")


def table(text: str) -> PrintedTable:
    """Return a printed table."""
    return PrintedTable("tabell", rows(text))


def read(*parts: str | PrintedTable, fil: str = "kilde.docx") -> Found:
    """Return what is understood of tables and paragraphs; a paragraph that begins with = is a heading."""
    made = (part if isinstance(part, PrintedTable) else Paragraph("avsnitt", part.lstrip("="), part[:1] == "=") for part in parts)
    return found(Document(fil, tuple(made)))
