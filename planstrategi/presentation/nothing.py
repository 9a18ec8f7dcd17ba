"""A table or figure with nothing to show: when that is so, why, and what is said in its place."""

import html

import pandas as pd

from planstrategi.analysis.shared.work_years import years_in_period
from planstrategi.model.register import Register
from planstrategi.presentation.kinds import ANTAKELSER, FORSLAG, LOVVURDERINGER, SAMMENLIGNING, VURDERINGER

WHY_UNJUDGED = {
    VURDERINGER: "ingen har vurdert planene mot forventningene",
    LOVVURDERINGER: "ingen har vurdert planene mot lovkravene",
}
NO_YEARS_KNOWN, NONE_SUCH = "det ikke er kjent hvilke år det arbeides med planene", "registeret ikke har noe slikt"
# the key of an output's metadata in a notebook: what is left out of a report, and why; nothing where that is not to be said
LEFT_OUT = "utelatt"


def why_nothing(frame: pd.DataFrame, register: Register, slag: str) -> str:
    """Return why a frame of this kind of data has nothing to show, when it has nothing."""
    if slag == SAMMENLIGNING:
        same = "ingenting er endret" if "endring" in frame else "det ikke er noen plan fra en periode som er over"
        return register.previous().hvorfor or same
    judged = {VURDERINGER: register.counting_sets(), LOVVURDERINGER: register.legal_judgement_sets()}
    if slag in judged and not judged[slag]:
        return WHY_UNJUDGED[slag]
    dateless = not any(years_in_period(register).values())
    return NO_YEARS_KNOWN if dateless and (slag in (ANTAKELSER, FORSLAG) or _only_zeros(frame)) else NONE_SUCH


def has_nothing(frame: pd.DataFrame, why: str) -> bool:
    """Return whether there are no rows, or only what nobody has judged or knows; a list of expectations is something."""
    unjudged = why == WHY_UNJUDGED[VURDERINGER] and "forventning_id" not in frame
    return frame.empty or unjudged or (why == NO_YEARS_KNOWN and _only_zeros(frame))


def _only_zeros(frame: pd.DataFrame) -> bool:
    known = frame.columns.drop("antall_uten_aar", errors="ignore")
    counts = [name for name in known if str(name).startswith(("antall", "maanedsverk_p"))]
    return bool(counts) and not frame.empty and not frame[counts].fillna(0).to_numpy().any()


class Nothing(str):
    """What is said in place of a table or figure, short; a report leaves it out and lists it at the end."""

    shown: dict[str, str]

    def __new__(cls, said: str, **shown: str) -> "Nothing":
        """Return what is said; `hva` is what is not shown and `hvorfor` why, for the report to list."""
        made = super().__new__(cls, said)
        made.shown = shown
        return made

    def __repr__(self) -> str:
        return str(self)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        return {"text/html": f"<p><em>{html.escape(self)}</em></p>", "text/plain": str(self)}, {LEFT_OUT: self.shown}


def instead_of(tittel: str, why: str) -> Nothing:
    """Return what is said in place of a table or figure that has nothing to show."""
    return Nothing(f"{tittel}: ikke noe å vise, fordi {why}.", hva=tittel, hvorfor=why)
