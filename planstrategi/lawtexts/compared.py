"""What has become of a place in a law since somebody read it, and which judgements rest on it."""

from typing import Any, NamedTuple

from planstrategi.lawtexts.law import Section, fingerprint

UNCHANGED, CHANGED, REPEALED = "uendret", "endret", "opphevet"
NOT_THERE, NOT_STORED = "ikke i arkivet", "ikke lagret"


class Suspect(NamedTuple):
    """A judgement, or an omission, that rests on a text that has changed: whose, of what, and where it stands."""

    register: str
    krav: str
    plan: str
    sett: str
    fil: str
    linje: int
    slag: str = "vurdering"


class Compared(NamedTuple):
    """A place in a law, what has become of it, how it differs, and what rests on it.

    A place of the sweep also has what was said of it (`dom`), where (`fil`, with line and column), and its `avtrykk` now.
    """

    lov: str
    sted: str
    status: str
    diff: str
    krav: tuple[str, ...]
    vurderinger: tuple[Suspect, ...]
    dom: str = ""
    fil: str = ""
    avtrykk: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as they go into JSON: unknown as None."""
        known = {name: None if value == "" else value for name, value in self._asdict().items()}
        return {**known, "vurderinger": [one._asdict() for one in self.vurderinger]}


def become_of(section: Section | None, avtrykk: str) -> str:
    """Return what has become of a text since it had a fingerprint, which may be cut short."""
    if section is None:
        return NOT_THERE
    if fingerprint(section.text).startswith(avtrykk):
        return UNCHANGED
    return REPEALED if section.repealed else CHANGED
