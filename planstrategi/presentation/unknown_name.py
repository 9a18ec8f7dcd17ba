"""A name that is in no registry, and what is said of it."""

from collections.abc import Iterable
from difflib import get_close_matches


class UnknownName(ValueError):
    """A table or figure that does not exist; says what is meant and what exists."""


def must_be_known(what: str, name: object, known: Iterable[str]) -> None:
    """Raise UnknownName unless the name is in a registry; what is no text may be no key of one either."""
    if not isinstance(name, str) or name not in (known := list(known)):
        raise UnknownName(unknown(what, name if isinstance(name, str) else type(name).__name__, known))


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return the message for a name that is not in a registry."""
    known = list(known)
    close = get_close_matches(name, known, 1, 0.5)
    hint = f" Mente du «{close[0]}»?" if close else ""
    return f"Det finnes ingen {what} «{name}».{hint} Velg mellom: {', '.join(known)}."
