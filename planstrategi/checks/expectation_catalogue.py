"""KAT2xx: what a catalogue of expectations says of its own documents."""

from collections.abc import Iterator

from planstrategi.checks.rule import Hit
from planstrategi.expectation import Forventningsfil, Utgave
from planstrategi.fields import Record


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


def _editions(file: Forventningsfil) -> Iterator[Utgave]:
    for document in file.dokumenter:
        yield from document.utgaver
