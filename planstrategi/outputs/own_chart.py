"""A chart of an advisor's own count: in the house style, with unit, source and alternative text, and saved as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from planstrategi import charts
from planstrategi.charts.house.style import MARGIN, PRINTED, PROJECTED
from planstrategi.charts.house.text import width
from planstrategi.model.register import Register, must_be_register
from planstrategi.model.vocabulary import IKKE_OPPGITT
from planstrategi.outputs import MakeRefused
from planstrategi.outputs.made import saved
from planstrategi.presentation.columns import COLUMNS
from planstrategi.presentation.figures import Figure
from planstrategi.presentation.findings import Said
from planstrategi.presentation.plain_words import cell
from planstrategi.presentation.unknown_name import must_be_known

# the share of its place that a name below a row may fill
_FILL = 0.9


class OwnKind(NamedTuple):
    """A kind of own chart: its drawing, what it is called in words, the most rows and the most series that are read.

    The rows are those on a slide and on A4. `below` says that their names stand below, and how many marks have room there.
    """

    draw: Callable[[pd.DataFrame, Axes], None]
    words: str
    rows: tuple[int, int]
    series: int
    below: int = 0


# fmt: off
OWN_KINDS = {
    "stående søyler": OwnKind(charts.draw_own_standing, "Stående søyler, én for hvert tall", (24, 24), 4, below=28),
    "liggende søyler": OwnKind(charts.draw_own_lying, "Liggende søyler, én for hver rad", (22, 44), 1),
    "stablede søyler": OwnKind(charts.draw_own_lying, "Liggende søyler, én for hver rad, delt etter serie", (14, 32), 8),
    "linjer": OwnKind(charts.draw_own_lines, "Linjer, én for hver serie", (16, 16), 6, below=96),
}
EXAMPLES = {"title": "det figuren viser", "unit": "Antall planer", "source": "Egen telling, juni 2026"}
# fmt: on


class OwnFigure(Figure):
    """A figure of an own count, which saves itself."""

    def save(self, fil: str | Path, overskriv: bool = False) -> Path:
        """Lagre figuren som .png, .svg eller .pdf, og gi stedet den ligger.

        >>> ps.chart(antall, "linjer", title="Flere planer", unit="Antall planer", source="Egen telling").save("planer.png")
        """
        return saved(fil, lambda: self.as_bytes(Path(fil).suffix), overskriv, "figur.png")


def chart(frame: "pd.DataFrame | pd.Series[Any]", kind: str, *, title: str = "", unit: str = "", source: str = "",
          register: Register | None = None, storrelse: str = "lysbilde") -> OwnFigure:  # fmt: skip
    """Tegn en egen opptelling i husets stil; `kind` er et av navnene i OWN_KINDS, `storrelse` lysbilde eller a4.

    Navnene er indeksen, eller den første kolonnen når tabellen ikke har noen egen; hver kolonne med tall er en serie, og et
    tall som mangler, er ukjent. `unit` er enheten og `source` kilden. Med `register` er figuren i kommunens farger.

    >>> planer = ps.table("planer", r)
    >>> antall = planer["planbehov"].value_counts()
    >>> tekst = {"title": "Flest planer er nye", "unit": "Antall planer", "source": planer.attrs["kilde"]}
    >>> figur = ps.chart(antall, "liggende søyler", **tekst)
    """
    if not isinstance(frame, pd.DataFrame | pd.Series):
        raise MakeRefused(f'Skriv tabellen først: ps.chart(tabell, "linjer", …). Det som ble gitt, er {type(frame).__name__}.')
    must_be_known("figurtype", kind, OWN_KINDS)
    must_be_known("størrelse", storrelse, charts.SIZES)
    if register is not None:
        must_be_register(register)
    words = {"title": title, "unit": unit, "source": source}
    if lacks := next((name for name, text in words.items() if not text.strip()), ""):
        raise MakeRefused(f'Figuren mangler {lacks}. Skriv for eksempel {lacks}="{EXAMPLES[lacks]}".')
    spec, numbers = OWN_KINDS[kind], _numbers(frame)
    if why := _illegible(numbers, kind, storrelse):
        raise MakeRefused(why)
    draw = partial(charts.compose, spec.draw, numbers, headline=title, unit=unit, source=source, size=storrelse)
    alt = f"{title.rstrip('.')}. {spec.words}. {unit.rstrip('.')}: {_in_words(numbers)}."
    return OwnFigure(draw, Said(title, ""), alt, colours=charts.own_colours(register.profil if register else None))


def _numbers(frame: "pd.DataFrame | pd.Series[Any]") -> pd.DataFrame:
    """Return the numbers with the names of rows and series as people read them."""
    whole = frame.to_frame() if isinstance(frame, pd.Series) else frame
    if isinstance(whole.index, pd.RangeIndex) and len(whole.columns) > 1:
        whole = whole.set_index(whole.columns[0])
    numbers = whole.select_dtypes("number")
    if whole.empty or numbers.empty:
        raise MakeRefused("Tabellen har ingen rader, eller ingen kolonne med tall. Tell først, for eksempel med .value_counts().")
    view = COLUMNS[whole.index.name].view if whole.index.name in COLUMNS else cell
    rows = [str(view(name)) or IKKE_OPPGITT for name in whole.index]
    series = [COLUMNS[name].heading if name in COLUMNS else str(cell(name)) for name in numbers]
    made = pd.DataFrame(numbers.to_numpy(float, na_value=float("nan")), rows, series)
    return made.where(made.abs() < float("inf"))


def _illegible(numbers: pd.DataFrame, kind: str, storrelse: str) -> str:
    """Return why a kind of chart cannot show some numbers so that they are read, and what can; empty when it can."""
    spec, (rows, series), a4 = OWN_KINDS[kind], numbers.shape, storrelse == "a4"
    letter, across = (PRINTED if a4 else PROJECTED).smallest, charts.SIZES[storrelse][0] * 72 - 2 * MARGIN
    longest = max((word for name in numbers.index for word in name.split()), key=lambda word: width(word, letter))
    too_wide = spec.below and width(longest, letter) > _FILL * across / rows
    return next((why for why, is_so in {
        "Ingen av tallene er kjent, så det er ikke noe å tegne.": numbers.isna().all(axis=None),
        f"To kolonner heter det samme: {', '.join(map(str, numbers))}. Gi dem hvert sitt navn.": numbers.columns.has_duplicates,
        f"{series} kolonner med tall er for mange for {kind}: høyst {spec.series}. Velg ut noen.": series > spec.series,
        f"{rows} rader er for mange for {kind}: høyst {spec.rows[0]} på et lysbilde og {spec.rows[1]} med storrelse=\"a4\". "
        "Velg ut noen, eller bruk liggende søyler.": rows > spec.rows[a4],
        f"{rows} rader og {series} serier er for mye for {kind}.": spec.below and rows * series > spec.below,
        f"«{longest}» har ikke plass under {kind} med {rows} rader. Bruk liggende søyler eller kortere navn.": too_wide,
        f"{kind.capitalize()} kan ikke vise tall under 0. Bruk linjer.": kind != "linjer" and (numbers < 0).any(axis=None),
    }.items() if is_so), "")  # fmt: skip


def _in_words(numbers: pd.DataFrame) -> str:
    series = [f"{name} " if len(numbers.columns) > 1 else "" for name in numbers]
    said = [[one + charts.own_number(value) for one, value in zip(series, row, strict=True)] for row in numbers.to_numpy()]
    return "; ".join(f"{name} {', '.join(row)}" for name, row in zip(numbers.index, said, strict=True))
