"""The colours of cells → the words that a legend has for them."""

from collections.abc import Iterable, Sequence

from planstrategi.intake.document import Document, Paragraph, PrintedCell, PrintedRow, PrintedTable
from planstrategi.intake.facts import facts_in
from planstrategi.intake.words import first_rule, word_list


def with_words(document: Document) -> Document:
    """Return a document whose coloured cells have the words that a legend has for their colours: as text where they have none."""
    tables = [part for part in document.deler if isinstance(part, PrintedTable)]
    lists = {table: pairs for table in tables if (pairs := _list_of(table))}
    told = dict(pair for table in tables for row in table.rader for pair in _explained(row.celler))
    told |= dict(pair for pairs in lists.values() for pair in pairs)
    beside = [(part.farge, part.tekst) for part in document.deler if isinstance(part, Paragraph) and part.farge]
    told |= beside if len(dict(beside)) > 1 and _all_mean(beside) else []
    made = {one: one._replace(rader=tuple(_told(row, told) for row in one.rader)) for one in tables}
    # a list is no table, and what it says stands with the rows
    said = {table: Paragraph(table.sted, "; ".join(words for _, words in pairs)) for table, pairs in lists.items()}
    parts = (said.get(part) or made[part] if isinstance(part, PrintedTable) else part for part in document.deler)
    return document._replace(deler=tuple(parts))


def _list_of(table: PrintedTable) -> list[tuple[str, str]]:
    """What a list of coloured cells says of colours, each a cell with words of marks or stages; nothing of other tables."""
    cells = [cell for row in table.rader for cell in row.celler if cell.tekst]
    pairs = [(cell.farge, cell.tekst) for cell in cells if cell.farge]
    listed = len(cells) == len(table.rader) or (len(table.rader) == 1 and len(cells) == len(pairs))
    return pairs if listed and len(dict(pairs)) > 1 and _all_mean(pairs) else []


def _all_mean(pairs: Iterable[tuple[str, str]]) -> bool:
    return all(first_rule(word_list().merket_betyr, said) or facts_in({"ord": said, "status": said}).forslag for _, said in pairs)


def _explained(cells: Sequence[PrintedCell]) -> list[tuple[str, str]]:
    """What a row says of colours: each a cell without a text, and words of marks or stages beside it; nothing of a plan's row.

    The row of a plan that goes on below has nothing in the first of its cells.
    """
    filled = [cell for cell in cells if cell.tekst or (cell.farge and not cell.flettet)]
    filled = filled if filled[:1] == [*cells[:1]] else []
    pairs = [(one.farge, words.tekst) for one, words in zip(filled[::2], filled[1::2], strict=False) if not one.tekst]
    return pairs if 2 * len(pairs) == len(filled) and _all_mean(pairs) else []


def _told(row: PrintedRow, told: dict[str, str]) -> PrintedRow:
    cells = [one._replace(forklart=told.get(one.farge, "")) for one in row.celler]
    # what is on the ground of the name beside it, is no mark
    of_name = next((one.farge for one in cells if one.tekst), "")
    made = (one if one.tekst or one.flettet or one.farge == of_name else one._replace(tekst=one.forklart) for one in cells)
    return row if _explained(row.celler) else row._replace(celler=tuple(made))
