"""Two registers, or one and what it was, made ready to be compared: a register that has the other before it."""

from dataclasses import replace

from planstrategi.model.dates import in_words
from planstrategi.model.register import Forrige, Register


class NotComparable(Exception):
    """The two cannot be compared; the message says why, and what to give instead."""


def held_against(old: Register, new: Register, called: str = "") -> Register:
    """Return the new register with the old one as the one before it, under the name it is called. Raises NotComparable."""
    if not new.same_municipality(old):
        both = " og ".join(f"{one.kommune.navn} ({one.kommune.nummer})" for one in (old, new))
        raise NotComparable(f"Registrene er av to kommuner, {both}. Oppgi to av samme kommune.")
    if (old.periode.fra, old.per_dato) > (new.periode.fra, new.per_dato):
        newer, older = (f"{one.periode}, per {in_words(one.per_dato)}" for one in (old, new))
        raise NotComparable(f"Det første ({newer}) er nyere enn det andre ({older}). Oppgi det eldste først.")
    return replace(new, finn_forrige=lambda _: Forrige(old, kalt=called))
