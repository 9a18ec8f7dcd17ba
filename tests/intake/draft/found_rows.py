"""What was found of an invented document, for the tests of the draft: as little of it as shows a thing."""

from planstrategi.intake.draft.heading import SaidOfDocument, heading_of
from planstrategi.intake.draft.register_text import RegisterText
from planstrategi.intake.found import Found, FoundRow, FoundTable, Proposed

EMPTY = FoundRow("side 3, rad 1", 1, 1, None, "", "Havneplan", {}, (), "", "", "", "", (), True, "", (), ())
TABLE = FoundTable("side 3", "Temaplaner", {"": "arbeid"}, "X er arbeid", ())


def row(navn="Havneplan", **said):
    """Return a row; `forslag` may be given as pairs of field and value, each resting on the word «ord»."""
    pairs = said.pop("forslag", ())
    forslag = tuple(one if isinstance(one, Proposed) else Proposed(*one, "ord") for one in pairs)
    return EMPTY._replace(navn=navn, forslag=forslag, **said)


def found(*rows, tables=(TABLE,), **said):
    """Return a document of Fjelldal in 2024–2027 with rows, numbered from 1 where they are not numbered."""
    numbered = [one if one.rad > 1 else one._replace(rad=number) for number, one in enumerate(rows, start=1)]
    document = Found("Planstrategi for Fjelldal", "Fjelldal", (2024, 2027), "", tables, tuple(numbered), (), ())
    return document._replace(**said)


def drafted(*rows, dropped=None, **said):
    """Return the draft of a document."""
    document = found(*rows, **said)
    return RegisterText(document, heading_of(document, SaidOfDocument()), dropped or {})
