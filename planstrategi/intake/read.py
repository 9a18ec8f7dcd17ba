"""A document of any kind that is read → what was understood of it."""

from importlib import import_module
from pathlib import Path

from planstrategi.intake.found import Found, NotPlaced
from planstrategi.intake.guard import EXCEL_FILE, PDF_FILE, PLAIN_TEXT, WORD_FILE, IntakeRefused, checked

# each with its library, which no other kind of document needs
_READERS = {
    WORD_FILE: "office.docx_file.read_docx", EXCEL_FILE: "office.xlsx_file.read_xlsx", PDF_FILE: "pdf.pdf_file.read_pdf",
    PLAIN_TEXT: "text.text_file.found_in_text",
}  # fmt: skip


def read(path: Path) -> Found:
    """Return what was understood of a document; raise IntakeRefused when it cannot be read, or has no plan table."""
    slag, left = checked(path)
    module, _, reader = _READERS[slag].rpartition(".")
    try:
        made = getattr(import_module(f"planstrategi.intake.{module}"), reader)(path)
        # a text is understood by what reads it
        found: Found = made if slag == PLAIN_TEXT else import_module("planstrategi.intake.tables").found(made)
    except Exception as why:
        # the readers raise many kinds for what is not as its format says
        raise IntakeRefused(path, "uleselig") from why
    if not found.rader:
        raise IntakeRefused(path, "uten_tabell")
    return found._replace(ikke_plassert=(*(NotPlaced("dokumentet", text) for text in left), *found.ikke_plassert))
