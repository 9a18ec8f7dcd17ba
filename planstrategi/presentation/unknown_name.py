"""A name that is in no registry, and what is said of it."""

from collections.abc import Iterable
from difflib import get_close_matches


class UnknownName(ValueError):
    """A table or figure that does not exist; says what is meant and what exists."""


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return the message for a name that is not in a registry."""
    known = list(known)
    close = get_close_matches(name, known, 1, 0.5)
    hint = f" Mente du «{close[0]}»?" if close else ""
    return f"Det finnes ingen {what} «{name}».{hint} Velg mellom: {', '.join(known)}."
