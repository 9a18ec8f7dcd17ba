"""KAT2xx: what a catalogue of expectations says of its own documents, and the list of goals of its goals."""

from collections.abc import Iterator

from planstrategi.checks.rules import FEIL, Hit, Hits, expectation_rule, goal_rule
from planstrategi.model.expectations import GOAL, Forventningsfil, Maalfil, Utgave
from planstrategi.model.problem import KEEPER


@expectation_rule("KAT201", FEIL, "Utgaven av dokumentet slutter før den begynner.", "fra før til", "utgaver", KEEPER)
def edition_backwards(file: Forventningsfil) -> Hits:
    """An edition of a document ends after it begins."""
    for utgave in _editions(file):
        start = utgave.fra.forst if utgave.fra else utgave.tidligst
        if start and utgave.til and utgave.til.sist < start:
            yield utgave, Hit("til", f"fra {start}, til {utgave.til.tekst}")


@expectation_rule("KAT202", FEIL, "Utgaven har både en kjent og en tidligst mulig start.", "fra, eller tidligst når fra ikke er kjent", "utgaver", KEEPER)  # fmt: skip
def start_twice(file: Forventningsfil) -> Hits:
    """The earliest possible start is for editions whose start is not known."""
    for utgave in _editions(file):
        if utgave.fra and utgave.tidligst:
            yield utgave, Hit("tidligst", f"fra {utgave.fra.tekst}, tidligst {utgave.tidligst}")


@goal_rule("KAT203", FEIL, "Bærekraftsmålet står to ganger i katalogen.", "hvert mål én gang", "maal", KEEPER)
def goal_twice(file: Maalfil) -> Hits:
    """Each sustainable development goal stands once."""
    seen: set[int] = set()
    for maal in file.maal:
        if maal.nr in seen:
            yield maal, Hit("nr", f"mål {maal.nr} for andre gang")
        seen.add(maal.nr)


@goal_rule("KAT204", FEIL, "Katalogen har ikke alle bærekraftsmålene.", "målene 1–17", "maal", KEEPER)
def goals_missing(file: Maalfil) -> Hits:
    """The list has all the goals."""
    listed = {maal.nr for maal in file.maal}
    absent = [str(nr) for nr in range(GOAL.fra, GOAL.til + 1) if nr not in listed]
    if absent:
        yield file, Hit("maal", f"mål {', '.join(absent)} mangler")


def _editions(file: Forventningsfil) -> Iterator[Utgave]:
    for document in file.dokumenter:
        yield from document.utgaver
