"""The one registry of figures: name, title, what is drawn, the finding, the frame, the drawing."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from planstrategi import charts
from planstrategi.analysis import alignment, capacity, legal, portfolio
from planstrategi.register import Register
from planstrategi.tables import FAKTA, VURDERINGER, UnknownName, finding, source_line, unknown

SIZE_IN_POINTS = re.compile(r'width="[0-9.]+pt" height="[0-9.]+pt"')


class FigureSpec(NamedTuple):
    """A figure: `beskrivelse` says in the alternative text what kind of drawing it is, `enhet` what is counted."""

    tittel: str
    beskrivelse: str
    enhet: str
    slag: str
    frame: Callable[[Register], pd.DataFrame]
    draw: Callable[[pd.DataFrame, Axes], None]


def _labelled_decisions(register: Register) -> pd.DataFrame:
    return portfolio.decisions(register).drop(columns="planbehov").rename(columns={"bestemt": "planbehov"})


def _grounded_statutes(register: Register) -> pd.DataFrame:
    return legal.by_statute(register).rename(columns={"grunnlag": "gjelder"})


FIGURES = {
    "planbehov": FigureSpec("Hva som er bestemt for planene", "Liggende søyler, én for hvert planbehov, delt på ansvarlig kommunalområde.", "Antall planer", FAKTA, _labelled_decisions, charts.draw_plan_decisions),
    "tidslinje": FigureSpec("Når planene arbeides med", "Én linje for hver plan med de merkede årene, gruppert etter ansvarlig kommunalområde.", "Merkede år", FAKTA, portfolio.timeline, charts.draw_timeline),
    "kapasitet": FigureSpec("Planer merket i hvert år", "Stående søyler, én for hvert år, delt på ansvarlig kommunalområde.", "Antall planer merket i året", FAKTA, capacity.per_area, charts.draw_capacity),
    "kapasitet-rolle": FigureSpec("Planer merket per rolle", "Rutenett med én linje for hver rolle og én kolonne for hvert år; tallet er antall planer.", "Antall planer merket i året; en plan med to roller teller for begge", FAKTA, capacity.per_role, charts.draw_role_load),
    "statutter": FigureSpec("Lover kilden selv nevner", "Liggende søyler, én for hver lov, delt etter hvor i kilden den er nevnt.", "Antall planer loven er nevnt for", FAKTA, _grounded_statutes, charts.draw_statutes),
    "forventninger": FigureSpec("Satsingsområder og planene som svarer", "Liggende søyler, én for hvert satsingsområde, delt på vurdert grad.", "Antall planer vurdert å svare på satsingsområdet", VURDERINGER, alignment.expectations, charts.draw_expectations),
    "koblinger": FigureSpec("Planer mot satsingsområder", "Rutenett med én linje for hver plan og én kolonne for hvert satsingsområde; merket viser vurdert grad.", "Vurdert grad per plan og satsingsområde", VURDERINGER, alignment.matrix, charts.draw_coverage_matrix),
}  # fmt: skip


class Figure:
    """A drawn figure. A notebook shows it as SVG; `as_bytes` gives it in a file format."""

    def __init__(self, drawn: Any, headline: str, alt: str) -> None:
        self.drawn, self.headline, self.alt = drawn, headline, alt

    def as_bytes(self, suffix: str) -> bytes:
        """Return the file of a figure: .png, .svg or .pdf."""
        match suffix.lower():
            case ".svg":
                return charts.to_svg(self.drawn, self.alt).encode("utf-8")
            case ".png":
                return charts.to_png(self.drawn, self.alt)
            case ".pdf":
                return charts.to_pdf(self.drawn, self.alt)
        raise UnknownName(f"Figurer lagres som .png, .svg eller .pdf, ikke «{suffix or 'uten filendelse'}».")

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        # as wide as the notebook, whatever the size it is drawn for
        svg = SIZE_IN_POINTS.sub('width="100%"', charts.to_svg(self.drawn, self.alt), count=1)
        return {"image/svg+xml": svg, "text/plain": self.alt}


def figure(name: str, register: Register, storrelse: str = "lysbilde") -> Figure:
    """Return a figure by name, in the size of a slide (`lysbilde`) or a page (`a4`); see `FIGURES`."""
    spec = _spec(name)
    headline = finding(name, register)
    frame = spec.frame(register)
    frame.attrs["omraader"] = list(register.names("omraader").values())
    drawn = charts.compose(
        spec.draw,
        frame,
        headline=headline,
        unit=spec.enhet,
        source=source_line(register, spec.slag),
        size=storrelse,
    )
    return Figure(drawn, headline, f"{spec.tittel}. {headline} {spec.beskrivelse}")


def _spec(name: str) -> FigureSpec:
    if name not in FIGURES:
        raise UnknownName(unknown("figur", name, FIGURES))
    return FIGURES[name]
