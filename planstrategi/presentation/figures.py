"""The one registry of figures: name, kind of data, frame, drawing, and its short form; figures.yaml has their words."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from planstrategi import charts
from planstrategi.analysis.alignment import chart_frames, coverage
from planstrategi.analysis.alignment import findings as expectation_findings
from planstrategi.analysis.capacity import counts, uncertainty
from planstrategi.analysis.legal import findings as law_findings
from planstrategi.analysis.legal import tables, wheel
from planstrategi.analysis.levelling import findings as levelling_findings
from planstrategi.analysis.levelling.plans_as_works import ANTALL, MAANEDSVERK
from planstrategi.analysis.portfolio import findings as plan_findings
from planstrategi.analysis.portfolio import plan_years, plans, statutes
from planstrategi.analysis.revision import carried, fulfilment
from planstrategi.analysis.scenarios import comparison
from planstrategi.analysis.shared.sentences import in_order
from planstrategi.model.register import Register, must_be_register
from planstrategi.presentation import figure_frames as frames
from planstrategi.presentation import kinds
from planstrategi.presentation.figure_frames import FIGURE_WORDS, SHORT_WORDS, FigureSpec, Summary
from planstrategi.presentation.findings import Said, said_of
from planstrategi.presentation.kinds import ANTAKELSER, FAKTA, FORSLAG, FRISTER, KATALOG, LOVVURDERINGER, VURDERINGER
from planstrategi.presentation.nothing import Nothing, has_nothing, instead_of, why_nothing
from planstrategi.presentation.source_line import source_line
from planstrategi.presentation.tables import TABLES
from planstrategi.presentation.unknown_name import UnknownName, must_be_known

# What fits a slide: two blocks of lines, the longest of headlines over them; no matrix of chapters does.
DECISIONS_BY_YEAR = Summary(30, plan_years.decisions_by_year, charts.draw_count_grid)
PLANS_BY_LEVEL = Summary(0, chart_frames.plans_by_level, charts.draw_answers)
ANSWERS_BY_LEVEL = Summary(25, chart_frames.answers_by_level, charts.draw_answers)
ANSWERS_BY_YEAR = Summary(30, chart_frames.all_answers_by_year, charts.draw_answers)
STATUS_BY_YEAR = Summary(80, tables.core_counts_by_year, charts.draw_coverage_kinds)
FIRST_GAPS = Summary(80, frames.gap_years(14), charts.draw_coverage_years)

# fmt: off
FIGURES = {
    "planbehov": FigureSpec(FAKTA, frames.renamed(plans.decisions, planbehov="kode", bestemt="planbehov"), charts.draw_plan_decisions),
    "tidslinje": FigureSpec(FAKTA, plan_years.timeline, charts.draw_timeline, DECISIONS_BY_YEAR, plan_findings.timeline_finding, numbers="arbeidsaar"),
    "oppfyllelse": FigureSpec(kinds.SAMMENLIGNING, fulfilment.fates_by_decision, charts.draw_fates),
    "kapasitet": FigureSpec(FAKTA, counts.per_area, charts.draw_capacity),
    "kapasitet-rolle": FigureSpec(FAKTA, frames.named_roles, charts.draw_count_grid),
    "belastning": FigureSpec(ANTAKELSER, frames.load_frame, charts.draw_load),
    "tornado": FigureSpec(ANTAKELSER, uncertainty.swing_of_one_year, charts.draw_tornado),
    "scenarier": FigureSpec(ANTAKELSER, comparison.options_by_year, charts.draw_side_by_side, numbers="scenario-aar"),
    "scenario-kostnad": FigureSpec(ANTAKELSER, comparison.option_costs, charts.draw_count_grid, finding=comparison.costs_finding, numbers="scenarier"),
    "utjevning": FigureSpec(FORSLAG, frames.levelled_frame(ANTALL, "antall_planer", "antall_endring"), charts.draw_side_by_side, numbers="utjevning-aar"),
    "utjevning-maanedsverk": FigureSpec(FORSLAG, frames.levelled_frame(MAANEDSVERK, "maanedsverk", "maanedsverk_endring"), charts.draw_side_by_side,
        finding=levelling_findings.levelled_load_finding, numbers="utjevning-aar"),
    "statutter": FigureSpec(FAKTA, frames.renamed(statutes.by_statute, grunnlag="gjelder"), charts.draw_statutes),
    "forventninger": FigureSpec(VURDERINGER, chart_frames.answers_by_group, charts.draw_answers, ANSWERS_BY_LEVEL, numbers="forventningsdekning"),
    "satsingsomraader": FigureSpec(VURDERINGER, chart_frames.focus_areas, charts.draw_expectations, finding=expectation_findings.areas_finding, numbers="forventninger"),
    "koblinger": FigureSpec(VURDERINGER, chart_frames.matrix, charts.draw_coverage_matrix, PLANS_BY_LEVEL, numbers="vurderte-planer"),
    "krysskobling": FigureSpec(VURDERINGER, chart_frames.chapter_grid, charts.draw_count_grid),
    "forventninger-aar": FigureSpec(VURDERINGER, chart_frames.answers_by_year, charts.draw_answers, ANSWERS_BY_YEAR),
    "maaldekning": FigureSpec(VURDERINGER, coverage.goals, charts.draw_goals),
    "lovdekning-aar": FigureSpec(LOVVURDERINGER, tables.core_by_year, charts.draw_coverage_years, STATUS_BY_YEAR),
    "lovhull": FigureSpec(LOVVURDERINGER, frames.gap_years(), charts.draw_coverage_years, FIRST_GAPS),
    "lovdekning-slag": FigureSpec(LOVVURDERINGER, frames.by_kind_frame, charts.draw_coverage_kinds),
    "frister": FigureSpec(FRISTER, wheel.calendar, charts.draw_due_calendar),
    "viderefoering-aar": FigureSpec(FRISTER, carried.due_by_year, charts.draw_capacity),
    "planhjul": FigureSpec(KATALOG, wheel.wheel, charts.draw_plan_wheel, finding=law_findings.wheel_finding, numbers="frister"),
}
# fmt: on
NUMBERS_IN = {name: spec.numbers or name for name, spec in FIGURES.items()}
# a sentence stands in the declaration of a table, or of a figure that has no table
FINDINGS = {name: table.finding for name, table in TABLES.items() if table.finding}
FINDINGS |= {name: spec.finding for name, spec in FIGURES.items() if spec.finding}


class Figure:
    """En figur, som vises når den står sist i en celle; `as_bytes` gir den som fil.

    `headline` er setningen over, `alt` den alternative teksten, `nothing` hvorfor den ikke har noe å vise; en fil sier da bare
    det. `stem` er hva filene kalles: navnet, og størrelsen der den ikke er et lysbildes. `colours` er kommunens egne farger.
    """

    def __init__(
        self, draw: Callable[[], Any], headline: Said, alt: str, nothing: Nothing | None = None, stem: str = "figur",
        colours: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self._draw, self.headline, self.alt, self.nothing, self.stem = draw, headline, alt, nothing, stem
        self.colours = colours

    @cached_property
    def drawn(self) -> Any:
        """The drawing."""
        with charts.house_style(self.colours):
            return self._draw()

    def as_bytes(self, suffix: str) -> bytes:
        """Gi figuren som fil, .png, .svg eller .pdf.

        >>> lagret = Path("kapasitet.png").write_bytes(ps.figure("kapasitet", r).as_bytes(".png"))
        """
        if suffix.lower() not in charts.FILE_KINDS:
            raise UnknownName(f"Figurer lagres som .png, .svg eller .pdf, ikke «{suffix or 'uten filendelse'}».")
        with charts.house_style(self.colours):
            return charts.to_file(suffix.lower(), self.drawn, self.alt)

    def _repr_mimebundle_(self, **_: Any) -> Any:
        if self.nothing:
            return self.nothing._repr_mimebundle_()
        return {"image/svg+xml": charts.one_line(self.as_bytes(".svg")), "text/plain": self.alt}


def finding(name: str, register: Register) -> Said:
    """Gi det en tabell eller figur viser, som én setning regnet ut av dataene, med en linje under.

    >>> print(ps.finding("kapasitet", r))
    Det arbeides med 29 planer i 2025, flest i perioden.
    """
    must_be_register(register)
    must_be_known("setning for", name, FINDINGS)
    return said_of(FINDINGS[name], register)


class FigureContent(NamedTuple):
    """What a figure shows before it is drawn: its frame and drawing, and the words round it.

    `nothing` is what is said in its place; the frame is then empty.
    """

    tittel: str
    beskrivelse: str
    enhet: str
    kilde: str
    headline: Said
    frame: pd.DataFrame
    draw: Callable[[pd.DataFrame, Axes], None]
    nothing: Nothing | None

    @property
    def alt(self) -> str:
        """Return the alternative text."""
        return in_order(f"{self.tittel}.", self.headline, self.headline.under, self.nothing or self.beskrivelse)


def content(name: str, register: Register, storrelse: str = "lysbilde") -> FigureContent:
    """Return what a figure shows in a size, before it is drawn; see `figure`."""
    must_be_register(register)
    must_be_known("figur", name, FIGURES)
    spec, words, headline = FIGURES[name], FIGURE_WORDS[name], finding(name, register)
    frame, draw = spec.frame(register), spec.draw
    if storrelse == "lysbilde" and spec.summary and len(frame) > spec.summary.most:
        words, frame, draw = SHORT_WORDS[name], spec.summary.frame(register), spec.summary.draw
    why = why_nothing(frame, register, spec.slag)
    nothing = instead_of(words.tittel, why) if has_nothing(frame, why) else None
    if nothing:
        frame, frame.attrs["tomt"] = frame.iloc[:0], str(nothing)
    frame.attrs["omraader"] = list(register.names("omraader").values())
    return FigureContent(*words, source_line(register, spec.slag), headline, frame, draw, nothing)


def figure(name: str, register: Register, storrelse: str = "lysbilde") -> Figure:
    """Gi en figur, så stor som et lysbilde (`lysbilde`), en side (`a4`) eller et diagram i tekst (`dokument`).

    Det som er for mye for et lysbilde, vises der som et sammendrag; siden har alt.

    >>> print(ps.figure("kapasitet", r).headline)
    Det arbeides med 29 planer i 2025, flest i perioden.
    """
    one = content(name, register, storrelse)
    if storrelse not in (*charts.IN_A_TEXT,):
        must_be_known("størrelse", storrelse, charts.SIZES)
    words = {"headline": one.headline, "under": one.headline.under, "unit": one.enhet, "source": one.kilde}
    draw = partial(charts.compose, one.draw, one.frame, **words, size=storrelse)
    return Figure(draw, one.headline, one.alt, one.nothing, _stem(name, storrelse), charts.own_colours(register.profil))


def _stem(name: str, size: str) -> str:
    return name if size == "lysbilde" else f"{name}-{size}"


# Every figure as a slide, and on A4 too where a slide may show a summary; last what takes longest to compute.
_SLIDES = {_stem(name, "lysbilde"): (name, "lysbilde") for name in FIGURES}
_PAGES = {_stem(name, "a4"): (name, "a4") for name, spec in FIGURES.items() if spec.summary}
STEMS = dict(sorted((_SLIDES | _PAGES).items(), key=lambda stem: FIGURES[stem[1][0]].slag in (ANTAKELSER, FORSLAG)))
