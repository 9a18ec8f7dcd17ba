"""What a figure is declared with: its words, its record, its short form, and the frames that are made for a drawing alone."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from planstrategi.analysis.capacity import counts, load
from planstrategi.analysis.legal import gaps, tables
from planstrategi.analysis.levelling import proposal
from planstrategi.model.register import Register
from planstrategi.model.vocabulary import IKKE_OPPGITT, KRAVSLAG, words_beside


class FigureWords(NamedTuple):
    """What is said of a figure: its title, what kind of drawing it is (in the alternative text), and what is counted."""

    tittel: str
    beskrivelse: str
    enhet: str


_WORDS = words_beside(__file__, "figures.yaml")
FIGURE_WORDS = {name: FigureWords(**words) for name, words in _WORDS["figurer"].items()}
# of the short forms
SHORT_WORDS = {name: FIGURE_WORDS[name]._replace(**words) for name, words in _WORDS["kort"].items()}


class Summary(NamedTuple):
    """What a slide shows in place of a figure whose frame has more than `most` rows."""

    most: int
    frame: Callable[[Register], pd.DataFrame]
    draw: Callable[[pd.DataFrame, Axes], None]


class FigureSpec(NamedTuple):
    """A figure: the kind of data it rests on, its frame, its drawing, and its short form.

    `finding` is for a figure that no table has the name of; `numbers` is the table that has its numbers, where it is another.
    """

    slag: str
    frame: Callable[[Register], pd.DataFrame]
    draw: Callable[[pd.DataFrame, Axes], None]
    summary: Summary | None = None
    finding: Callable[[Register], str] | None = None
    numbers: str = ""


def renamed(frame: Callable[[Register], pd.DataFrame], **names: str) -> Callable[[Register], pd.DataFrame]:
    """Return the frame with some columns under the names that the chart knows."""
    return lambda register: frame(register).rename(columns=names)


def named_roles(register: Register) -> pd.DataFrame:
    """Return the plans per role and year as a grid has them, nothing where the source names no role."""
    frame = counts.per_role(register).rename(columns={"rolle": "rad", "aar": "kolonne"})
    return frame if (frame["rad"] != IKKE_OPPGITT).any() else frame.iloc[:0]


def load_frame(register: Register) -> pd.DataFrame:
    """Return the load of each year and area, with the span and the capacity of the year where they are known."""
    frame, sums = load.load_by_area(register), load.load_by_year(register).to_dict("records")
    # bars of nothing would say that nothing is needed
    frame = frame if frame["antall_planer"].any() else frame.iloc[:0]
    frame.attrs |= {
        "sum": {row["aar"]: tuple(row[name] for name in load.LOAD) for row in sums if not pd.isna(row[load.LOAD[0]])},
        "kapasitet": {row["aar"]: row["kapasitet"] for row in sums if not pd.isna(row["kapasitet"])},
        "uten_innsats": {row["aar"]: row["antall_uten_innsats"] for row in sums},
    }
    return frame.fillna(dict.fromkeys(load.LOAD, 0.0))


def by_kind_frame(register: Register) -> pd.DataFrame:
    """Return the requirements by kind and status, those of the process in a group of their own."""
    frame = tables.by_kind(register)
    frame = frame[frame["antall_krav"] > 0]
    is_process = frame["kravslag"] == KRAVSLAG["prosesskrav"]
    rows = frame.rename(columns={"kravslag": "rad", "antall_krav": "antall"})
    return rows.assign(rad=rows["rad"].str.capitalize(), gruppe=is_process.map(KIND_GROUPS))


def gap_years(most: int | None = None) -> Callable[[Register], pd.DataFrame]:
    """Return the frame of the years of what is a gap, of at most so many gaps, the first of `lovhull`."""

    def frame(register: Register) -> pd.DataFrame:
        years, ids = tables.requirement_years(register), list(gaps.gaps(register)["krav_id"][:most])
        return tables.by_strength(years[years["krav_id"].isin(ids)])

    return frame


def levelled_frame(vekt: str, number: str, change: str) -> Callable[[Register], pd.DataFrame]:
    """Return the frame of one weight, under the names that the chart knows."""
    names = {"utgave": "rad", "aar": "aar", number: "antall_planer", change: "antall_endring"}
    years = proposal.levelled_years
    return lambda register: years(register).loc[lambda frame: frame["vekt"] == vekt, [*names]].rename(columns=names)


KIND_GROUPS = {False: "Krav til planer, oversikter og innhold", True: "Krav til prosessen, talt for seg"}
