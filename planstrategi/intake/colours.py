"""The colours of cells → the words that a legend has for them."""

from collections.abc import Iterable

from planstrategi.intake.document import Document, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.facts import facts_in
from planstrategi.intake.words import first_rule, word_list


def with_words(document: Document) -> Document:
    """Return a document whose coloured cells without a text have the words that a legend has for their colours."""
    tables = [part for part in document.deler if isinstance(part, PrintedTable)]
    told = dict(pair for table in tables for row in table.rader for pair in _explained(row.celler))
    rows = {table: tuple(_told(row, told) for row in table.rader) for table in tables}
    parts = (part._replace(rader=rows[part]) if isinstance(part, PrintedTable) else part for part in document.deler)
    return document._replace(deler=tuple(parts))


def _explained(cells: Iterable[PrintedCell]) -> list[tuple[str, str]]:
    """What a row says of colours: each a cell without a text, and words of marks or stages beside it; nothing of a plan's row."""
    filled = [cell for cell in cells if cell.tekst or (cell.farge and not cell.flettet)]
    pairs = [(one.farge, words.tekst) for one, words in zip(filled[::2], filled[1::2], strict=False) if not one.tekst]
    means = (first_rule(word_list().merket_betyr, said) or facts_in({"ord": said, "status": said}).forslag for _, said in pairs)
    return pairs if 2 * len(pairs) == len(filled) and all(means) else []


def _told(row: PrintedRow, told: dict[str, str]) -> PrintedRow:
    cells = (one if one.tekst or one.flettet else one._replace(tekst=told.get(one.farge, "")) for one in row.celler)
    return row if _explained(row.celler) else row._replace(celler=tuple(cells))
