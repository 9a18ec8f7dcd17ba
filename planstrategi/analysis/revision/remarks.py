"""What came in when the proposal for the planstrategi was heard: who, what, and how it was answered."""

from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import Finding, counted
from planstrategi.analysis.shared.sources import source_of
from planstrategi.model.process import AVSENDER, FOELGES
from planstrategi.model.register import Register

REMARKS_FILE = "merknader.yaml"


@columns("dato hvem avsender hva navn svar foelges henvisning kilde", navn="str")
def remarks(register: Register) -> Rows:
    """Return what came in when the planstrategi was heard, as the log has it: who, what, and how it was answered.

    `navn` is the plan it concerns; `svar` is missing where nobody has answered.
    """
    names = register.names("planer")
    for one in register.remarks():
        yield {
            "dato": one.dato, "hvem": one.hvem, "avsender": AVSENDER[one.avsender], "hva": one.hva,
            "navn": names[one.plan] if one.plan else None, "svar": one.svar,
            "foelges": FOELGES[one.foelges] if one.foelges else None, "henvisning": one.kilde,
            "kilde": source_of(one, REMARKS_FILE),
        }  # fmt: skip


def remarks_finding(register: Register) -> Finding:
    """How many remarks have come in, and how many of them are answered."""
    found = register.remarks()
    if not found:
        return Finding("Ingen merknader er ført.")
    open_ones = sum(not one.svar for one in found)
    answered = f"{open_ones} er ikke besvart." if open_ones else "Alle er besvart."
    return Finding(f"{counted(len(found), 'merknad', 'merknader')} er kommet inn til forslaget.", answered)
