"""Page one: the decision, the peak, the gaps, the deadlines, the options, and what nobody knows. It computes no number."""

from collections.abc import Callable, Iterator

import pandas as pd

from planstrategi.analysis.capacity.effort import without_years
from planstrategi.analysis.capacity.findings import capacity_finding, needs_finding
from planstrategi.analysis.legal.findings import gaps_finding, questions_finding
from planstrategi.analysis.legal.gaps import gaps, next_due
from planstrategi.analysis.legal.statuses import BEVISST_UTELATT, FRIST_I_AARET, UDEKKET, UTLOPT
from planstrategi.analysis.legal.wheel import ON_CALENDAR
from planstrategi.analysis.overview.key_figures import kind_of_years
from planstrategi.analysis.portfolio.findings import problems_finding
from planstrategi.analysis.portfolio.plans import kommuneplan_decisions
from planstrategi.analysis.scenarios.comparison import scenario_summary
from planstrategi.analysis.scenarios.findings import options_finding
from planstrategi.analysis.shared.rows import Rows, columns
from planstrategi.analysis.shared.sentences import Finding, counted
from planstrategi.model.dates import in_words
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import PLANBEHOV

MOST_NAMED, MOST_OPTIONS = 3, 6
# letters of a sentence that is heard once
LONGEST = 110
# what is true of a gap in the first of its worst years, by its status
GAP_IS = {
    FRIST_I_AARET: " har frist i {}, og ingenting viser at den møtes.", UTLOPT: " er ikke lenger møtt i {}.",
    UDEKKET: " er i {} ikke møtt av noe planstrategien viser.", BEVISST_UTELATT: " er bevisst utelatt i {}.",
}  # fmt: skip
Points = Iterator[Finding]


@columns("tema setning under slag tabell")
def page_one(register: Register) -> Rows:
    """Return one row per point of page one, in the order it is read.

    `setning` is what a council hears, and `under` its conditions; `slag` is the kind of data it rests on, and `tabell`
    the table that has its numbers. What nobody has judged, or the source does not say, is said to be that.
    """
    for tema, slag, tabell, points in POINTS:
        rests_on = slag or kind_of_years(register)
        for point in points(register):
            yield {"tema": tema, "setning": str(point), "under": point.under, "slag": rests_on, "tabell": tabell}


def _decisions(register: Register) -> Points:
    rows = kommuneplan_decisions(register).fillna("").to_dict("records")
    for row in rows:
        yield Finding(f"{row['navn']}: {PLANBEHOV[row['planbehov']].lower()}.", row["grunn"])
    if not rows:
        yield Finding("Registeret sier ikke hva som er bestemt for kommuneplanen.")


def _named_gaps(register: Register) -> Points:
    yield gaps_finding(register)
    due, must = next_due(register), gaps(register).query("styrke == 'skal'").to_dict("records")
    for gap in sorted(must, key=lambda gap: gap["krav_id"] not in due)[:MOST_NAMED]:
        # of what is due every year, the next one may be met, and this one not
        when = "" if gap["status"] == FRIST_I_AARET else due.get(gap["krav_id"])
        said = _fitted(gap["krav"], GAP_IS[gap["status"]].format(gap["aar"]))
        yield Finding(said, f"Kravets neste frist er {when}." if when else "")


def _fitted(name: str, after: str, before: str = "") -> str:
    """Return a sentence with a name in it, that is cut where the sentence would be too long."""
    room = LONGEST - len(before + after)
    return f"{before}{name if len(name) <= room else f'{name[: room - 1].rstrip()}…'}{after}"


def _deadlines(register: Register) -> Points:
    names = {krav.id: krav.label for krav in register.requirements() if krav.relevans in ON_CALENDAR}
    due = [(names[krav], frist) for krav, frist in next_due(register).items() if krav in names]
    # a draft of the next period is known as of a day in the one before
    early = int(register.per_dato[:4]) < register.periode.fra - 1
    counted_from = f"Regnet fra {in_words(register.per_dato)}, før perioden {register.periode}." if early else ""
    for name, frist in due[:MOST_NAMED]:
        yield Finding(_fitted(name, ".", f"{frist[0].upper()}{frist[1:]}: "), counted_from)
    if not due:
        yield Finding("Ingen krav har en frist som kan regnes ut.")


def _options(register: Register) -> Points:
    rows, peak_is = scenario_summary(register).to_dict("records"), "kjent topp på" if without_years(register) else "høyst"
    if not any(any(row["planer_per_aar"]) for row in rows):
        yield options_finding(register)
        return
    for row in rows[:MOST_OPTIONS]:
        name, peak = row["scenario"][0].upper() + row["scenario"][1:], max(row["planer_per_aar"], default=0)
        # the register as it is costs nothing, and has fewer plans here than where every one is counted
        costs = "Planer som er en del av en annen plan, er ikke talt med i valgene." if pd.isna(row["koster"]) else row["koster"]
        yield Finding(_fitted(name, f": {peak_is} {counted(peak)} i året."), costs)
    if more := rows[MOST_OPTIONS:]:
        yield Finding(f"{counted(len(more), 'valg', 'valg')} til står i tabellen over scenariene.")


def _one(finding: Callable[[Register], Finding]) -> Callable[[Register], Points]:
    return lambda register: iter([finding(register)])


# where the kind of data stands empty, it is that of the years of work
POINTS = (
    ("Kommuneplanen", "fakta", "beslutninger", _decisions),
    ("Toppen", "", "kapasitet", _one(capacity_finding)),
    ("Toppen", "antakelser", "kapasitetsbehov", _one(needs_finding)),
    ("Lovkrav", "fakta og vurderinger", "lovhull", _named_gaps),
    ("Frister", "regnet ut av loven", "frister", _deadlines),
    ("Valg", "antakelser", "scenarier", _options),
    ("Ikke kjent", "vurderinger", "lovsporsmaal", _one(questions_finding)),
    ("Ikke kjent", "kontroll", "problemer", _one(problems_finding)),
)  # fmt: skip
