"""The house style, in tables: sizes, type, and the look of each category. Colour never carries meaning alone."""

import warnings
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import get_named_colors_mapping, to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from planstrategi.model.profile import DEEP, Profil, brightness, toned
from planstrategi.model.vocabulary import INNSATSGRUNNLAG, words_beside


class Type(NamedTuple):
    """Font sizes in points for one kind of page."""

    headline: float
    smallest_headline: float
    unit: float
    body: float
    smallest: float


class Look(NamedTuple):
    """How a category is filled: always its own luminance next to its neighbours', or its own hatch.

    A status also has a symbol, and a word for it that a narrow cell has room for.
    """

    fill: str
    hatch: str = ""
    symbol: str = ""
    word: str = ""


Looks = Mapping[str, Look]


# width and height in inches: a slide is 16:9
SIZES = {"lysbilde": (40 / 3, 7.5), "a4": (11.69, 8.27)}
# between the lines of a text, for charts of a few columns: read when a standing A4 has made them a fifth smaller
IN_A_TEXT = {"dokument": (8.4, 5.0)}
# A chart with a row per plan reads better on standing paper; the others fill lying paper.
STANDING_ON_A4 = frozenset({"draw_timeline", "draw_coverage_matrix", "draw_coverage_years", "draw_own_lying"})

PROJECTED = Type(headline=24, smallest_headline=16, unit=15, body=14, smallest=12)
PRINTED = Type(headline=16, smallest_headline=11, unit=10.5, body=10, smallest=8)
# No paper in use is this wide (inches), so what is wider is projected.
WIDEST_PAPER = 12.5
MARGIN = 34.0

PAPER = "#ffffff"
BLACK = "#000000"
INK = "#1a1a1a"
MUTED = "#595959"
OUTLINE = "#333333"
RULE = "#c4c4c4"
BAND = "#efefef"
# what lies beside the deep colour, and the tints of it; a municipality's own stand in their place
SECOND = "#f6c667"
TINTS = ("#3b7fb8", "#6fa8d6", "#8db8de", "#a8cbe8", "#b5d5ee", "#dbe9f6", "#e2eef8")
# on paper and on the deep fill: what is marked in a chart
MARK = "#ffd166"

# Dark and light alternate, so that neighbours differ in grey too; from the third on a hatch helps, and from the
# ninth on the fills come again with another hatch, every time.
_FILLS = (DEEP, SECOND, "#4fb0a5", "#e3e0ef", "#801650", "#fbeaa0", "#9b79cf", PAPER)
_HATCHES = ("", "", "//", "..", "\\\\", "xx", "--", "++", "||", "oo", "O", "*", "//..", "--..", "||..", "\\\\..")
AREA_LOOKS = tuple(Look(_FILLS[n % 8], _HATCHES[(n + n // 16 * 3) % 16]) for n in range(32))
# what each category looks like stands in utseende.yaml
_NAMED, _LOOKS = {"dyp": DEEP, "andre": SECOND, "papir": PAPER}, words_beside(__file__, "utseende.yaml")


def _look(fill: str, *rest: str) -> Look:
    return Look(_NAMED.get(fill, fill), *rest)


GRADE_LOOKS, GROUND_LOOKS, STATUS_LOOKS, ANSWER_LOOKS, FATE_LOOKS = (
    {name: _look(*one) for name, one in _LOOKS[of].items()} for of in ("grad", "grunnlag", "status", "svar", "skjebne")
)
EFFORT_LOOKS = {name: _look(*one) for name, one in zip(INNSATSGRUNNLAG.values(), _LOOKS["innsats"], strict=True)}
OPTION_LOOKS = tuple(_look(*one) for one in _LOOKS["valg"])

NO_DATA = "Ingen data å vise"

# The font that comes with matplotlib goes before one of the same name that the machine has: another edition of it has
# other numbers for its letters, and the same drawing would be other bytes.
_OWN = Path(matplotlib.get_data_path(), "fonts", "ttf")
for _file in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf"):
    fontManager.addfont(_OWN / _file)
fontManager.ttflist.sort(key=lambda font: Path(font.fname).parent != _OWN)

# matplotlib.style reads every style of the user's, and stops at one that is damaged
_DEFAULT = {name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")}
RC: dict[Any, Any] = _DEFAULT | {"text.color": INK} | _LOOKS["matplotlib"]


def own_colours(profile: Profil | None) -> dict[str, str]:
    """Return what each colour of the house becomes with a profile; nothing where it has no colours of its own.

    A tint is as bright as the one it stands for, so that what is told apart on grey paper still is.
    """
    dark, light = (profile.farge, profile.farge_2) if profile else (None, None)
    shades = {DEEP: dark} | {tint: toned(dark, brightness(tint)) for tint in TINTS} if dark else {}
    return shades | ({SECOND: light} if light else {})


@contextmanager
def house_style(colours: Mapping[str, str] | None = None) -> Iterator[None]:
    """Draw and save with the house's settings, whatever the user's own matplotlib settings say.

    `colours` are what some colours of the house are to be instead: matplotlib asks whether a colour is a name before
    it reads it as numbers. A letter that the font lacks is drawn as an empty box: it is seen there, and needs no
    warning in English.
    """
    names = get_named_colors_mapping()
    with matplotlib.rc_context(RC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from", UserWarning)
        before = {name: names[name] for name in colours or () if name in names}
        for name, colour in (colours or {}).items():
            # one at a time, or it goes by what it has looked up before
            names[name] = colour
        try:
            yield
        finally:
            for name in colours or ():
                del names[name]
            names.update(before)


def page(ax: Axes) -> Figure:
    """Return the figure that an axes is on."""
    return cast(Figure, ax.get_figure(root=True))


def type_for(ax: Axes) -> Type:
    """Return the font sizes for the page that the axes is on."""
    return PROJECTED if page(ax).get_figwidth() > WIDEST_PAPER else PRINTED


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG defines it."""
    return brightness(to_hex(colour))


def ink_on(fill: str) -> str:
    """Return black or white, the one that reads on the fill: its contrast is at least 4.5:1 on any colour."""
    return BLACK if luminance(fill) >= 0.179 else PAPER


def distinct(values: Iterable[Hashable], listed: Iterable[Hashable] = ()) -> list[str]:
    """Return the distinct values as text: those `listed` first, the rest as they come."""
    return [str(value) for value in dict.fromkeys([*listed, *values])]


def areas(frame: pd.DataFrame) -> dict[str, Look]:
    """Return the look of each area in the frame.

    `frame.attrs["omraader"]`, all areas in the register's order, lets an area look the same in every chart.
    """
    listed = distinct(frame["ansvarlig"], frame.attrs.get("omraader", ()))
    looks = {name: AREA_LOOKS[number % len(AREA_LOOKS)] for number, name in enumerate(listed)}
    return {name: look for name, look in looks.items() if name in set(frame["ansvarlig"])}


def stacked_by_area(frame: pd.DataFrame, rows: str, values: str) -> tuple[pd.DataFrame, dict[str, Look]]:
    """Return numbers with a row per value of `rows` as they come, a column per area, 0 where there is none; and its look.

    Areas of one name are one.
    """
    looks, table = areas(frame), frame.pivot_table(index=rows, columns="ansvarlig", values=values, aggfunc="sum")
    counts = table.reindex(index=list(dict.fromkeys(frame[rows])), columns=list(looks))
    return counts.fillna(0).astype(frame[values].dtype), looks
