"""The house style, in tables: sizes, type, colours and hatches. Colour never carries meaning alone."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from planstrategi.model.vocabulary import GJELDER_IKKE, GYLDIGHET_UKJENT, IKKE_AKTUELT, IKKE_VURDERT, INNSATSGRUNNLAG


class Type(NamedTuple):
    """Font sizes in points for one kind of page."""

    headline: float
    smallest_headline: float
    unit: float
    body: float
    smallest: float


class Look(NamedTuple):
    """How a category is filled: always its own luminance next to its neighbours', or its own hatch."""

    fill: str
    hatch: str = ""


# width and height in inches: a slide is 16:9
SIZES = {"lysbilde": (40 / 3, 7.5), "a4": (11.69, 8.27)}
# A chart with a row per plan reads better on standing paper; the others fill lying paper.
STANDING_ON_A4 = frozenset({"draw_timeline", "draw_coverage_matrix", "draw_coverage_years"})

PROJECTED = Type(headline=24, smallest_headline=16, unit=15, body=14, smallest=11)
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
DEEP = "#12436d"
# on paper and on the deep fill: what is marked in a chart
MARK = "#ffd166"

# Dark and light alternate, so that neighbours differ in grey too; from the third on a hatch helps, and from the
# ninth on the fills come again with a second hatch.
AREA_LOOKS = (
    Look(DEEP),
    Look("#f6c667"),
    Look("#4fb0a5", "//"),
    Look("#e3e0ef", ".."),
    Look("#801650", "\\\\"),
    Look("#fbeaa0", "xx"),
    Look("#9b79cf", "--"),
    Look(PAPER, "++"),
    Look(DEEP, "||"),
    Look("#f6c667", "oo"),
    Look("#4fb0a5", "O"),
    Look("#e3e0ef", "*"),
    Look("#801650", "//.."),
    Look("#fbeaa0", "--.."),
    Look("#9b79cf", "||.."),
    Look(PAPER, "\\\\.."),
)
GRADE_LOOKS = {"sterk": Look(DEEP), "delvis": Look("#8db8de", "//"), "svak": Look(PAPER, "..")}
# where the source names a statute; what it says of the plan itself is darkest
GROUND_LOOKS = {
    "planens rad, for planen": Look(DEEP),
    "planens rad, for tjenesten": Look("#8db8de", ".."),
    "tabellens innledning": Look(PAPER, "//"),
    "løpende tekst om planslaget": Look("#f6c667", "xx"),
}
# The status of a requirement, from best to worst, and last what is outside: what answers it is blue, what is unknown
# is pale, what is missing is warm.
STATUS_LOOKS = {
    "dekket": Look(DEEP),
    "delvis": Look("#6fa8d6", "//"),
    "planlagt": Look("#b5d5ee", ".."),
    "under arbeid": Look("#e2eef8", "\\\\"),
    "bevisst utelatt": Look("#8f8f8f", ".."),
    "vilkår ikke avklart": Look("#faf6ea", "\\\\\\"),
    IKKE_VURDERT: Look(PAPER),
    GYLDIGHET_UKJENT: Look("#dcdcdc", "--"),
    "frist i året": Look("#f4b942", "||"),
    "utløpt": Look("#e39a56", "xx"),
    "udekket": Look("#c0341d", "+"),
    IKKE_AKTUELT: Look("#ece7da", "oo"),
    GJELDER_IKKE: Look("#f4f4f4", "///"),
}
# How an expectation is answered, from best to worst, and last what is outside; what comes later or at no known time is between.
ANSWER_LOOKS = {
    "sterkt": Look(DEEP),
    "minst delvis": Look(DEEP),
    "delvis": Look("#6fa8d6", "//"),
    "svakt": Look("#dbe9f6", ".."),
    "kommer senere": Look("#f4b942", "||"),
    "tid ikke kjent": Look("#dcdcdc", "--"),
    IKKE_VURDERT: Look(PAPER),
    GYLDIGHET_UKJENT: Look("#dcdcdc", "oo"),
    "ingen plan": Look("#c0341d", "+"),
    "ingen kobling": Look("#e39a56", "xx"),
    GJELDER_IKKE: Look("#f4f4f4", "///"),
}

# the ground of a range of effort
EFFORT_LOOKS = dict(zip(INNSATSGRUNNLAG.values(), (Look(DEEP), Look("#6fa8d6", ".."), Look("#dbe9f6", "//")), strict=True))
# What is laid side by side: the first, which all others are held against, is by far the darkest.
OPTION_LOOKS = (
    Look(DEEP),
    Look(PAPER),
    Look("#8db8de", "//"),
    Look("#f6c667", ".."),
    Look("#e3e0ef", "\\\\"),
    Look("#4fb0a5", "xx"),
)

NO_DATA = "Ingen data å vise"

RC = {
    "font.family": ["DejaVu Sans"],
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
    "text.hinting": "none",  # so that letters have the same width in every format and at every resolution
    "hatch.linewidth": 0.7,
    "svg.fonttype": "path",
    "svg.hashsalt": "planstrategi",
    "pdf.fonttype": 42,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw and save with the house's settings, whatever the user's own matplotlib settings say.

    A letter that the font lacks is drawn as an empty box: it is seen there, and needs no warning in English.
    """
    with matplotlib.style.context(["default", RC]), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from", UserWarning)
        yield


def page(ax: Axes) -> Figure:
    """Return the figure that an axes is on."""
    return cast(Figure, ax.get_figure(root=True))


def type_for(ax: Axes) -> Type:
    """Return the font sizes for the page that the axes is on."""
    return PROJECTED if page(ax).get_figwidth() > WIDEST_PAPER else PRINTED


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ink_on(fill: str) -> str:
    """Return black or white, the one that reads on the fill: its contrast is at least 4.5:1 on any colour."""
    return BLACK if luminance(fill) >= 0.179 else PAPER
