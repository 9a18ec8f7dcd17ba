"""KAT2xx: what a catalogue of expectations says of its own documents, and the list of goals of its goals."""

from collections.abc import Iterator

from planstrategi.checks.rule import Hit
from planstrategi.model.expectations import GOAL, Forventningsfil, Maalfil, Utgave
from planstrategi.model.fields import Record


def edition_backwards(file: Forventningsfil) -> Iterator[tuple[Record, Hit]]:
    """An edition of a document ends after it begins."""
    for utgave in _editions(file):
        start = utgave.fra.forst if utgave.fra else utgave.tidligst
        if start and utgave.til and utgave.til.sist < start:
            yield utgave, Hit("til", f"fra {start}, til {utgave.til.tekst}")


def start_twice(file: Forventningsfil) -> Iterator[tuple[Record, Hit]]:
    """The earliest possible start is for editions whose start is not known."""
    for utgave in _editions(file):
        if utgave.fra and utgave.tidligst:
            yield utgave, Hit("tidligst", f"fra {utgave.fra.tekst}, tidligst {utgave.tidligst}")


def goal_twice(file: Maalfil) -> Iterator[tuple[Record, Hit]]:
    """Each sustainable development goal stands once."""
    seen: set[int] = set()
    for maal in file.maal:
        if maal.nr in seen:
            yield maal, Hit("nr", f"mål {maal.nr} for andre gang")
        seen.add(maal.nr)


def goals_missing(file: Maalfil) -> Iterator[tuple[Record, Hit]]:
    """The list has all the goals."""
    listed = {maal.nr for maal in file.maal}
    absent = [str(nr) for nr in range(GOAL.fra, GOAL.til + 1) if nr not in listed]
    if absent:
        yield file, Hit("maal", f"mål {', '.join(absent)} mangler")


def _editions(file: Forventningsfil) -> Iterator[Utgave]:
    for document in file.dokumenter:
        yield from document.utgaver
