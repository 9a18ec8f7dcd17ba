"""What has changed, as one page in Word for those who decide: the finding, the changes that matter most, and the sources."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from planstrategi.analysis.revision import changes as words
from planstrategi.analysis.revision.findings import changes_finding, promises_finding, since
from planstrategi.analysis.revision.fulfilment import KANSKJE, TATT_UT, is_period_before
from planstrategi.analysis.shared.sentences import short
from planstrategi.model.register import Register
from planstrategi.outputs.documents.paper import IN_SOURCE, Paper
from planstrategi.presentation.columns import field_changed, held
from planstrategi.presentation.figures import figure
from planstrategi.presentation.tables import table

# what is saved as something else than a table
MADE_OF_TWO = (".docx", ".png", ".svg", ".pdf")
# the most that a page has room for, when every row takes two lines
MOST_PLANS, MOST_JUDGED = 12, 5
# letters that the narrowest columns have on two lines, and the title on one
LONGEST_SIDE, LONGEST_TITLE = 30, 100
FIRST = (TATT_UT, words.LAGT_TIL, KANSKJE, words.SKJOVET_UT, words.NYTT_NAVN, words.KRAV_AAPENT, words.UTEN_SVAR,
         words.KRAV_MED_FRIST, words.KRAV_MOTT, words.SVART)  # fmt: skip


def made_of_two(register: Register, ending: str, siden: str) -> bytes:
    """Return the page, or the chart of what became of the plans, as the ending of a file says."""
    return one_page(register, siden) if ending == MADE_OF_TWO[0] else figure("oppfyllelse", register).as_bytes(ending)


def one_page(register: Register, siden: str = "") -> bytes:
    """Return a docx of one page with what has changed since the register before; `siden` is what that is called."""
    frame, before = table("endringer", register), register.previous()
    # the sources say which edition it was, and the sentences what people call it
    called = replace(register, finn_forrige=lambda _: before._replace(kalt=siden or before.kalt))
    page = Paper(register, None, f"Endret siden {since(called) or 'forrige planstrategi'}")
    page.text(short(register.dokument.tittel, LONGEST_TITLE))
    page.said(changes_finding(called))
    facts = frame[frame["slag"] == "fakta"]
    _changes(page, facts, "Plan", MOST_PLANS)
    if len(judged := frame.drop(facts.index)):
        page.heading("Lovkrav og forventninger, slik noen har vurdert dem", 2)
        _changes(page, judged, "Krav eller forventning", MOST_JUDGED)
    if before.register and is_period_before(before.register, register):
        page.heading("Hva som ble lovet", 2)
        page.said(promises_finding(register))
    page.heading("Kilder", 2)
    page.text(frame.attrs["kilde"].removeprefix("Kilde: "), size=IN_SOURCE)
    return page.as_bytes()


def _changes(page: Paper, frame: pd.DataFrame, what: str, most: int) -> None:
    """Add the changes that matter most, as many as there is room for, and say how many more there are."""
    order = {f"{word}{also}": number for number, word in enumerate(FIRST) for also in ("", *words.BEFORE.values())}
    order[words.UOPPGITT] = len(FIRST) + 1
    ranked = frame.sort_values("endring", key=lambda column: column.map(order).fillna(len(FIRST)), kind="stable")
    wide = {what: 5.2, "Endring": 3.6, "Fra": 4.1, "Til": 4.1}
    rows = [dict(zip(wide, _row(row, frame.attrs["navn"]), strict=True)) for row in ranked.head(most).to_dict("records")]
    more = f"… og {len(frame) - most} til (se tabellen endringer)" if len(frame) > most else ""
    if rows:
        page.table("", rows, wide, more)


def _row(row: dict[Hashable, Any], names: Mapping[str, str]) -> list[str]:
    alone = row["felt"] in ("navn", words.LAW, words.EXPECTATION) or row["endring"] in (words.LAGT_TIL, TATT_UT)
    what = row["endring"] if alone else f"{field_changed(row['felt'])} {row['endring']}"
    empty = "" if alone else "ikke oppgitt"
    sides = [short(str(held(row[side], row, names)) or empty, LONGEST_SIDE) for side in ("fra", "til")]
    return [short(row["navn"]), what[0].upper() + what[1:], *sides]
