"""A sentence as a notebook shows it: the finding, and in smaller letters the line below it."""

import html
from collections.abc import Callable

from planstrategi.analysis.shared.sentences import Finding
from planstrategi.model.register import Register


class Said(Finding):
    """En setning: sist i en celle vises den med linjen under, `under`; skrevet ut med print er den setningen alene."""

    def __repr__(self) -> str:
        return "\n".join(filter(None, (str(self), self.under)))

    def _repr_html_(self) -> str:
        under = f"<br><small>{html.escape(self.under)}</small>" if self.under else ""
        return f'<p class="funn"><strong>{html.escape(self)}</strong>{under}</p>'


def said_of(finding: Callable[[Register], str] | None, register: Register) -> Said:
    """Return what a finding says of a register, as a notebook shows it; nothing where there is none."""
    said = finding(register) if finding else ""
    return Said(said, getattr(said, "under", ""))
