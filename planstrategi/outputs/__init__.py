"""What is handed to people, each kind in a room of its own, and a file written whole: gathered from the rest, nothing decided."""


class MakeRefused(ValueError):
    """What was asked for cannot be made; the message says why and what to do."""


def logo_words(navn: str) -> str:
    """Return the alternative text of a municipality's logo."""
    return f"Logoen til {navn}"
