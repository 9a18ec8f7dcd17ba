"""The one registry of figures: name, title, what is drawn, unit, kind of data, frame, drawing, and its short form."""

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
from planstrategi.presentation.figure_frames import FigureSpec, Summary
from planstrategi.presentation.findings import Said, said_of
from planstrategi.presentation.kinds import ANTAKELSER, FAKTA, FORSLAG, FRISTER, KATALOG, LOVVURDERINGER, VURDERINGER
from planstrategi.presentation.nothing import Nothing, has_nothing, instead_of, why_nothing
from planstrategi.presentation.source_line import source_line
from planstrategi.presentation.tables import TABLES
from planstrategi.presentation.unknown_name import UnknownName, must_be_known

BEFORE_AND_AFTER = "Stående søyler i par, slik det står og utjevnet, én gruppe for hvert år."
# What fits a slide: two blocks of lines, the longest of headlines over them; no matrix of chapters does.
# fmt: off
DECISIONS_BY_YEAR = Summary(30, "Rutenett med én linje for hvert planbehov og én kolonne for hvert år; tallet er antall planer.",
    "Antall planer det arbeides med i året, etter planbehov; hver plan for seg står i A4-utgaven", plan_years.decisions_by_year, charts.draw_count_grid)
PLANS_BY_LEVEL = Summary(0, "Liggende søyler, én for hvert nivå av forventninger, delt etter planenes sterkeste vurderte grad.",
    "Antall planer, etter sterkeste vurderte grad; hver plan og hvert kapittel står i A4-utgaven", chart_frames.plans_by_level, charts.draw_answers)
ANSWERS_BY_LEVEL = Summary(25, "Liggende søyler, én for hvert nivå, delt etter hvor sterkt planene svarer.",
    "Antall forventninger, etter den sterkeste graden noen plan er vurdert til; hvert dokument står i A4-utgaven", chart_frames.answers_by_level, charts.draw_answers)
ANSWERS_BY_YEAR = Summary(30, "Liggende søyler, én for hvert år, delt etter om en plan som svarer, er ferdig.", "Antall forventninger ved utgangen av året; hvert nivå for seg står i A4-utgaven",
    chart_frames.all_answers_by_year, charts.draw_answers)
STATUS_BY_YEAR = Summary(80, "Liggende søyler, én for hvert år og for hvert slag krav i det siste, delt etter status fra best til dårligst.",
    "Antall krav som hører hjemme i en planstrategi, uten dem til prosessen; hvert krav for seg står i A4-utgaven", tables.core_counts_by_year, charts.draw_coverage_kinds)
GAPS_BY_NAME = "Rutenett med én linje for hvert krav som ikke er møtt i minst ett år, og én kolonne for hvert år; ruten viser status og frist."
FIRST_GAPS = Summary(80, GAPS_BY_NAME, "Status ved utgangen av året, med dagen i år med frist; de første kravene, alle står i A4-utgaven", frames.gap_years(14), charts.draw_coverage_years)

FIGURES = {
    "planbehov": FigureSpec("Hva som er bestemt for planene", "Liggende søyler, én for hvert planbehov, delt på ansvarlig kommunalområde.", "Antall planer", FAKTA,
        frames.renamed(plans.decisions, planbehov="kode", bestemt="planbehov"), charts.draw_plan_decisions),
    "tidslinje": FigureSpec("Når planene arbeides med", "Én linje for hver plan med årene det arbeides med den, gruppert etter ansvarlig kommunalområde; avledede år er skravert.",
        "Årene det arbeides med planene; skraverte år er avledet, ikke merket som arbeid", FAKTA, plan_years.timeline,
        charts.draw_timeline, DECISIONS_BY_YEAR, plan_findings.timeline_finding, numbers="arbeidsaar"),
    "oppfyllelse": FigureSpec("Hva som skjedde med planene i den forrige planstrategien", "Liggende søyler, én for hvert planbehov, delt etter hva som er kjent om planene siden.",
        "Antall planer, etter hva som var bestemt for dem", kinds.SAMMENLIGNING, fulfilment.fates_by_decision, charts.draw_fates),
    "kapasitet": FigureSpec("Planer det arbeides med i hvert år", "Stående søyler, én for hvert år, delt på ansvarlig kommunalområde.", "Antall planer det arbeides med i året", FAKTA, counts.per_area,
        charts.draw_capacity),
    "kapasitet-rolle": FigureSpec("Planer det arbeides med, per rolle", "Rutenett med én linje for hver rolle og én kolonne for hvert år; tallet er antall planer.",
        "Antall planer det arbeides med i året; en plan med to roller teller for begge", FAKTA, frames.named_roles, charts.draw_count_grid),
    "belastning": FigureSpec("Antatt belastning per år",
        "Stående søyler, én for hvert år, delt på ansvarlig kommunalområde, med spennet fra 10 til 90 prosent for summen og kapasiteten der den er oppgitt.",
        "Månedsverk, antatt der kilden ikke oppgir dem; median per kommunalområde", ANTAKELSER, frames.load_frame, charts.draw_load),
    "tornado": FigureSpec("Hvilken antakelse som flytter svaret mest", "Liggende søyler fra lavt til høyt, én for hvert slag arbeid, rundt midten.",
        "Månedsverk i ett år når én antakelse varierer alene: 10- til 90-prosentilen", ANTAKELSER, uncertainty.swing_of_one_year, charts.draw_tornado),
    "scenarier": FigureSpec("Scenariene mot registeret", "Stående søyler i grupper, én gruppe for hvert år og én søyle for hvert scenario, med forskjell og kostnad.",
        "Antall planer i året, uten dobbelttelling; bak hvert scenario hva det koster", ANTAKELSER, comparison.options_by_year, charts.draw_side_by_side, numbers="scenario-aar"),
    "scenario-kostnad": FigureSpec("Hva scenariene koster", "Rutenett med én linje for hvert scenario og én kolonne for hver kostnad; – der ingen har vurdert det.",
        "Antall krav, forventninger og planer, mot registeret slik det er", ANTAKELSER, comparison.option_costs, charts.draw_count_grid, finding=comparison.costs_finding, numbers="scenarier"),
    "utjevning": FigureSpec("Planer per år, slik det står og utjevnet", BEFORE_AND_AFTER, "Antall planer i året, uten dobbelttelling", FORSLAG,
        frames.levelled_frame(ANTALL, "antall_planer", "antall_endring"), charts.draw_side_by_side, numbers="utjevning-aar"),
    "utjevning-maanedsverk": FigureSpec("Månedsverk per år, slik det står og utjevnet", BEFORE_AND_AFTER, "Ventede månedsverk i året, antatt der kilden ikke oppgir dem", FORSLAG,
        frames.levelled_frame(MAANEDSVERK, "maanedsverk", "maanedsverk_endring"), charts.draw_side_by_side, finding=levelling_findings.levelled_load_finding, numbers="utjevning-aar"),
    "statutter": FigureSpec("Lover kilden selv nevner", "Liggende søyler, én for hver lov, delt etter hvor i kilden den er nevnt.", "Antall planer loven er nevnt for", FAKTA,
        frames.renamed(statutes.by_statute, grunnlag="gjelder"), charts.draw_statutes),
    "forventninger": FigureSpec("Hvor mye av det som forventes, planene svarer på", "Liggende søyler, én for hvert kapittel, dokument og lokal liste, delt etter hvor sterkt planene svarer.",
        "Antall forventninger, etter den sterkeste graden noen plan er vurdert til", VURDERINGER, chart_frames.answers_by_group, charts.draw_answers, ANSWERS_BY_LEVEL, numbers="forventningsdekning"),
    "satsingsomraader": FigureSpec("Satsingsområdene og planene som svarer", "Liggende søyler, én for hvert satsingsområde, delt på vurdert grad.",
        "Antall planer vurdert å svare på satsingsområdet", VURDERINGER, chart_frames.focus_areas, charts.draw_expectations, finding=expectation_findings.areas_finding, numbers="forventninger"),
    "koblinger": FigureSpec("Planer mot forventninger", "Rutenett der hver plan møter hvert kapittel, dokument og lokalt satsingsområde; merket der de møtes, viser sterkeste vurderte grad.",
        "Sterkeste vurderte grad; planene som svarer på mest, står først", VURDERINGER, chart_frames.matrix, charts.draw_coverage_matrix, PLANS_BY_LEVEL, numbers="vurderte-planer"),
    "krysskobling": FigureSpec("Lokale satsingsområder mot nasjonale kapitler",
        "Rutenett med én linje for hvert lokale satsingsområde og én kolonne for hvert nasjonale kapittel; tallet er antall planer.",
        "Antall planer vurdert å svare på både satsingsområdet og noe i kapitlet; – der ingen er vurdert mot begge", VURDERINGER, chart_frames.chapter_grid, charts.draw_count_grid),
    "forventninger-aar": FigureSpec("Når forventningene blir svart på", "Liggende søyler, én for hvert år på hvert nivå, delt etter om en plan som svarer, er ferdig.",
        "Antall forventninger ved utgangen av året", VURDERINGER, chart_frames.answers_by_year, charts.draw_answers, ANSWERS_BY_YEAR),
    "maaldekning": FigureSpec("Forventningene etter bærekraftsmål",
        "Liggende søyler, én for hvert bærekraftsmål i målets farge; fylt del er svart på, skravert der svaret er svakt eller ingen har vurdert.",
        "Antall forventninger som hører til målet; en forventning kan høre til flere", VURDERINGER, coverage.goals, charts.draw_goals),
    "lovdekning-aar": FigureSpec("Kravene i hvert år av perioden", "Rutenett med én linje for hvert krav og én kolonne for hvert år; ruten viser status med farge, tegn og ord.",
        "Status ved utgangen av året; krav som hører hjemme i en planstrategi, uten dem til prosessen", LOVVURDERINGER, tables.core_by_year, charts.draw_coverage_years, STATUS_BY_YEAR),
    "lovhull": FigureSpec("Kravene ingenting i planstrategien møter, med frist", GAPS_BY_NAME, "Status ved utgangen av året, med dagen i år med frist", LOVVURDERINGER,
        frames.gap_years(), charts.draw_coverage_years, FIRST_GAPS),
    "lovdekning-slag": FigureSpec("Lovkravene etter slag og status", "Liggende søyler, én for hvert slag krav, delt etter status fra best til dårligst; krav til prosessen står for seg.",
        "Antall krav, etter status i hele perioden", LOVVURDERINGER, frames.by_kind_frame, charts.draw_coverage_kinds),
    "frister": FigureSpec("Når kravene forfaller", "Kalender med én linje for hvert krav og ett merke for hver frist; fylt merke er en kjent dag, åpent er en ytre grense.",
        "Frister for krav som hører hjemme i en planstrategi eller bæres av en tjeneste", FRISTER, wheel.calendar, charts.draw_due_calendar),
    "viderefoering-aar": FigureSpec("Planer som forfaller i hvert år av neste periode", "Stående søyler, én for hvert år av neste periode, delt på ansvarlig kommunalområde.",
        "Antall planer som går videre og har noe som forfaller i året, etter loven, gyldigheten eller registeret", FRISTER, carried.due_by_year, charts.draw_capacity),
    "planhjul": FigureSpec("Plansystemet som fireårshjul og årshjul",
        "To hjul, det ene inni det andre: ytterst det som kommer i hver valgperiode, innerst det som kommer hvert år; ryggraden er tegnet sterkest.",
        "Krav som hører hjemme i en planstrategi og har en takt, etter når de forfaller", KATALOG, wheel.wheel, charts.draw_plan_wheel, finding=law_findings.wheel_finding, numbers="frister"),
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
    spec = FIGURES[name]
    headline = finding(name, register)
    shown: FigureSpec | Summary = spec
    frame = spec.frame(register)
    if storrelse == "lysbilde" and spec.summary and len(frame) > spec.summary.most:
        shown, frame = spec.summary, spec.summary.frame(register)
    why = why_nothing(frame, register, spec.slag)
    nothing = instead_of(spec.tittel, why) if has_nothing(frame, why) else None
    if nothing:
        frame, frame.attrs["tomt"] = frame.iloc[:0], str(nothing)
    frame.attrs["omraader"] = list(register.names("omraader").values())
    source = source_line(register, spec.slag)
    return FigureContent(spec.tittel, shown.beskrivelse, shown.enhet, source, headline, frame, shown.draw, nothing)


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
