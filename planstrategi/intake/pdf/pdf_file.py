"""A PDF with text → its paragraphs and tables; a table over several pages is one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pypdfium2 import PdfDocument

from planstrategi.intake.document import RUNNING_HEAD, Document, Paragraph
from planstrategi.intake.pdf.drawn import PageParts
from planstrategi.intake.pdf.grid import Grid, as_printed, cells_to_limits, goes_on, join
from planstrategi.intake.pdf.halves import facing_pages, in_halves
from planstrategi.intake.pdf.layout import PageLayout
from planstrategi.intake.pdf.lines import segments, whole_words
from planstrategi.intake.pdf.page import page_parts
from planstrategi.intake.words import word_list
from planstrategi.model.numbers import in_ranges


def read_pdf(path: Path) -> Document:
    """Return what stands in a PDF, page by page; running heads once, first. A table over several pages is one."""
    with PdfDocument(path) as pdf:
        sheets = [page_parts(sheet) for sheet in pdf]
    pages = [PageLayout(number, part) for number, page in enumerate(facing_pages(sheets), 1) for part in in_halves(page)]
    count = Counter(line for page in pages for line in page.edge_lines())
    heads = {line for line, times in count.items() if times >= max(2, 0.4 * max(page.number for page in pages))}
    parts: list[Paragraph | Grid] = []
    grid: Grid | None = None
    over, title = "", ""  # what heads the last table, and what the next
    for page in pages:
        for part in page.parts(heads, grid):
            again = title and isinstance(part, Grid) and grid and _begins_again(grid, part, title != over)
            if isinstance(part, Grid) and grid and goes_on(grid, part) and not again:
                join(grid, part)
            else:
                parts.append(part)
                grid, over = (part, title) if isinstance(part, Grid) else (grid, over)
            title = "" if isinstance(part, Grid) else part.tekst if part.overskrift else title
    known = _known(pages, [part for part in parts if isinstance(part, Grid)])
    first = [Paragraph(RUNNING_HEAD, text) for text in dict.fromkeys(text for page in pages for text in page.head_texts(heads))]
    printed = (as_printed(part, known) if isinstance(part, Grid) else part for part in parts)
    return Document(path.name, (*first, *printed), tuple(_lying_under(sheets)))


def _lying_under(sheets: Sequence[PageParts]) -> Iterator[str]:
    """Yield what lies under the text of some pages, as a stamp that says that it is a draft, and that it is not read."""
    for text in dict.fromkeys(sheet.under for sheet in sheets if sheet.under):
        pages = in_ranges(number for number, sheet in enumerate(sheets, 1) if sheet.under == text)
        yield f"Bak teksten på side {pages} står «{text}», og det er ikke lest."


def _begins_again(above: Grid, below: Grid, other: bool) -> bool:
    """Whether a table has the headings of the one above it: below a title, it is another; on the next page, below an `other`."""
    return (other or above.rows[-1].side == below.rows[0].side) and above.rows[0].texts == below.rows[0].texts


def _known(pages: Sequence[PageLayout], grids: Sequence[Grid]) -> frozenset[str]:
    """The words that are whole for certain: in running text, and in cells where a line had room for more."""
    text = (line for page in pages for line in page.lines if len(segments(line)) == 1 and len(line) > 5)
    cells = (whole_words(cell.lines, right) for grid in grids for cell, right in cells_to_limits(grid))
    return frozenset(word_list().hele_ord).union((word.text.lower().strip(".,;:()") for line in text for word in line), *cells)
