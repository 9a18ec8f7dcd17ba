"""What a rule is: a code and words for people, and a function that looks at one thing and says what it found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

KEEPER = "registerfører"
OWNER = "planeier"


class Hit(NamedTuple):
    """A breach of a rule: the field whose place is shown, what was found, and what to write instead."""

    felt: str
    funnet: str
    skriv: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `felter` are the fields it holds against each other; `check` returns a Hit, or None when all is well.

    `naar` are the fields of which at least one has to be written for the rule to strike; none means any plan.
    """

    kode: str
    alvor: str
    melding: str
    tillatt: str
    felter: tuple[str, ...]
    rettes_av: str
    check: Callable[..., Any]
    naar: tuple[str, ...] = ()
