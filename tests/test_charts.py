"""Charts draw the numbers they are given, with nothing clipped or on top of something else, the same each time."""

import hashlib
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

from planstrategi import charts
from planstrategi.analysis.alignment import assessment as alignment
from planstrategi.analysis.legal import wheel as planwheel
from planstrategi.analysis.legal.statuses import IN_PERIOD
from planstrategi.analysis.portfolio.statutes import STATUTE_GROUNDS
from planstrategi.charts.calendars.timeline_marks import SHAPES
from planstrategi.charts.grids.counts import SHADES
from planstrategi.charts.grids.plan_matrix import MARKS
from planstrategi.charts.grids.status_marks import STATUS_MARKS
from planstrategi.charts.house import categories, style
from planstrategi.charts.house.layout import HALF_LETTER
from planstrategi.charts.house.text import width, wrap
from planstrategi.model.register import Register
from planstrategi.model.requirements import Gjentakelse, Saksgang
from planstrategi.model.vocabulary import INNSATSGRUNNLAG
from planstrategi.presentation.figures import FIGURES, figure

SVG = "{http://www.w3.org/2000/svg}"
AREAS = [f"Kommunalområde {number} for plan, miljø og næring" for number in range(1, 9)]
DECISIONS = ["Ny plan", "Full revisjon", "Rullering av handlingsdel", "Videreføres uten endringer", "Ikke oppgitt"]
YEARS = [2031, 2032, 2033, 2034, 2035, 2036]
KINDS = list(STATUTE_GROUNDS[:4])
GRADES = ["sterk", "delvis", "svak"]
LONG = "Planarbeidet er tyngst i det andre året, og ett område har ansvaret for langt flere planer enn alle de andre. "
HEADLINE = (LONG * 2)[:220]
SOURCE = ("Kilde: Kommunal planstrategi, tabellene for kommuneplan, reguleringsplaner og temaplaner. Per dato. " * 3)[:250]


def decisions() -> pd.DataFrame:
    rows = [(b, a, 1 + 3 * i % 7) for (i, b), a in product(enumerate(DECISIONS), AREAS)]
    return pd.DataFrame(rows, columns=["planbehov", "ansvarlig", "antall_planer"])


def timeline(plans: int = 44, areas: int = 4) -> pd.DataFrame:
    marked = [(), (2031, 2032), (2031, 2033, 2034), (2036,)]
    rows = [
        (f"Reguleringsplan for Ås nr. {n:02d}", AREAS[n * areas // plans], marked[n % 4], DECISIONS[n % 5]) for n in range(plans)
    ]
    frame = pd.DataFrame(rows, columns=["kortnavn", "ansvarlig", "aar", "planbehov"])
    frame.attrs["periode"] = (YEARS[0], YEARS[-1])
    return frame


def milestones(plans: int = 44, areas: int = 4) -> pd.DataFrame:
    """Return a timeline where some plans have several milestones, two of them on one day, and some none."""
    frame = timeline(plans, areas)
    due = [
        ((("2036-12-31", "vedtas"), ("2036-12-31", "ferdig"), ("2036-11-30", "utlop"))),
        (("2031-01-01", "utlop"), ("2032-06-30", "vedtas"), ("2045-01-01", "utlop")),
        (),
        (("2034-03-01", "ferdig"),),
        (("2033-01-01", "vedtas"), ("2033-01-01", "ferdig")),
    ]
    frame["frist"] = [due[n % 5] for n in range(plans)]
    return frame


def load(years: Sequence[int] = tuple(YEARS), areas: Sequence[str] = tuple(AREAS)) -> pd.DataFrame:
    """Return a frame with work too small for its number, years with nothing, and a capacity that changes."""
    rows = [(y, a, (i != 3) * ((3 * i + 7 * k) % 11) ** 2 / 4) for (i, y), (k, a) in _pairs(years, areas)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "maanedsverk_p50"])
    sums = frame.groupby("aar")["maanedsverk_p50"].sum()
    frame.attrs["sum"] = {year: (0.9 * total, 1.02 * total, 1.15 * total) for year, total in sums.items()}
    frame.attrs["kapasitet"] = {year: 37.5 if year < years[0] + 2 else 102 for year in years if year != years[-1]}
    frame.attrs["uten_innsats"] = {year: 5 * i for i, year in enumerate(years)}
    return frame


EFFORTS = ["Områderegulering", "Kommuneplanens arealdel", "Detaljregulering, behandling av privat forslag med vedtak"]


def tornado(rows: int = 9) -> pd.DataFrame:
    grounds = list(INNSATSGRUNNLAG.values())
    swings = [(round(51.2 - 6 / (n + 1), 1), round(51.2 + 9 / (n + 1), 1)) for n in range(rows)]
    frame = [
        (f"{EFFORTS[n % 3]} {n}", 1 + n, low, 51.2, high, round(high - low, 1), grounds[n % 3])
        for n, (low, high) in enumerate(swings)
    ]
    return pd.DataFrame(frame, columns=["innsats", "antall_planer", "lav", "ventet", "hoy", "utslag", "grunnlag"])


OPTIONS = ["Registeret slik det er", *(f"Utsett temaplanene til etter arealdelen, {n}. utgave" for n in range(1, 6))]


def side_by_side(options: int = 6, years: int = 4, times: int = 1) -> pd.DataFrame:
    """Return a frame where the first option has no row for the last year."""
    rows = [
        (option, year, times * (12 + (i * 5) % 9) + change, change)
        for (n, option), (i, year) in _pairs(OPTIONS[:options], range(2031, 2031 + years))
        for change in [(0, 3, -2, -12, 0, 1)[(n + i) % 6] if n else 0]
        if n or i < years - 1
    ]
    return pd.DataFrame(rows, columns=["rad", "aar", "antall_planer", "antall_endring"])


def capacity() -> pd.DataFrame:
    rows = [(y, a, n := (i + 2 * k) % 9, n - (y == 2032 and n > 6)) for (i, y), (k, a) in _pairs(YEARS, AREAS)]
    return pd.DataFrame(rows, columns=["aar", "ansvarlig", "antall_planer", "antall_uten_dobbelt"])


CHAPTERS = [
    "Samordning og samarbeid i planleggingen",
    "Trygge og inkluderende lokalsamfunn",
    "Velferd og bærekraftig verdiskaping",
    "Klima, natur og miljø for framtida",
    "Samfunnssikkerhet og beredskap",
]
ROLES = [f"Tjenesteområdeleder for virksomhet nummer {number:02d}" for number in range(15)]
ROLES_AND_NONE = (*ROLES[:4], "ikke oppgitt", *ROLES[4:])


def count_grid(rows: Sequence[str] = ROLES_AND_NONE, columns: Sequence = tuple(CHAPTERS)) -> pd.DataFrame:
    counts = [(row, column, (i * k) % 6) for (i, column), (k, row) in _pairs(columns, rows)]
    return pd.DataFrame(counts, columns=["rad", "kolonne", "antall_planer"])


def statutes() -> pd.DataFrame:
    rows = [(f"lov om tjeneste {n}", f"§ {n}-1" if n % 3 else None, KINDS[n % 4], n % 6, ()) for n in range(12)]
    return pd.DataFrame(rows, columns=["lov", "paragraf", "gjelder", "antall_planer", "planer"])


def expectations() -> pd.DataFrame:
    rows = [
        (
            f"Forventning {n:02d} om samordnet plan",
            "lokal" if n > 5 else "nasjonal",
            *((n % 4) * i for i in (2, 1, 3)),
            "",
        )
        for n in range(16)
    ]
    columns = ["tekst", "nivaa", *(f"antall_{grade}" for grade in GRADES), "status"]
    return pd.DataFrame(rows, columns=columns)


def coverage(expectations: int = 16, name: str = "Reguleringsplan for Ås nr.") -> pd.DataFrame:
    """Return a frame where every fourth plan answers nothing; half of those, and one expectation, are not judged."""
    plans = [f"{name} {n:02d}" for n in range(44)]
    expected = [f"Samordnet forventning nr. {n:02d}" for n in range(expectations)]
    rows = [(plans[n], expected[n * 7 % 14], GRADES[n % 3]) for n in range(44) if n % 4]
    frame = pd.DataFrame(rows, columns=["plan", "forventning", "grad"])
    frame.attrs |= {"planer": plans, "forventninger": expected, "bolker": [6, 9]}
    frame.attrs["ikke_vurdert"] = [*plans[::8], expected[-1]]
    return frame


STATUSES = list(style.STATUS_LOOKS)
GROUPS = ["Skal – lovpålagt plan", "Skal – statlig planretningslinje", "Bør – forventning"]


def coverage_years(requirements: int = 30, years: int = 4) -> pd.DataFrame:
    rows = [
        (
            f"krav-{n:02d}",
            f"Forebyggende plan for barn nr. {n:02d}",
            GROUPS[n * 3 // requirements],
            year,
            status,
            due,
            n % 2 == 1,
        )
        for n, (i, year) in product(range(requirements), enumerate(range(2031, 2031 + years)))
        for status in [STATUSES[(n + i) % 12]]
        for due in ["31.10." if status == "frist i året" else ""]
    ]
    return pd.DataFrame(rows, columns=["krav_id", "krav", "gruppe", "aar", "status", "dag", "senest"])


def coverage_kinds() -> pd.DataFrame:
    kinds = ["Lovpålagt plan", "Lovpålagt oversikt", "Statlig planretningslinje", "Forventning", "Prosesskrav"]
    rows = [
        (APART if kind == "Prosesskrav" else "Krav til planer", kind, status, 1 + (n + 2 * i) % 5)
        for (n, kind), (i, status) in _pairs(kinds, STATUSES[::-1])
        if (n + i) % 4
    ]
    return pd.DataFrame(rows, columns=STATUS_BARS)


STATUS_BARS = ["gruppe", "rad", "status", "antall"]
APART = "Krav til prosessen, talt for seg"


def answers() -> pd.DataFrame:
    """Return a frame where the same years stand under each level, and some segments are too short for their number."""
    statuses = [status for status in style.ANSWER_LOOKS if status != "sterkt"][::-1]
    rows = [
        (f"{level} forventninger", str(year), status, 90 if i == n + k else 1 + (i + n) % 4)
        for k, level in enumerate(["Nasjonale", "Regionale", "Lokale"])
        for (n, year), (i, status) in _pairs(YEARS[:4], statuses)
        if (n + i) % 5
    ]
    return pd.DataFrame(rows, columns=STATUS_BARS)


GOAL_COLOURS = ["#e5243b", "#fcc30b", "#ffffe0", "#19486a"]


def goals() -> pd.DataFrame:
    rows = [
        (n, f"Fred, rettferdighet og velfungerende institusjoner {n}", whole, whole * n // 17, GOAL_COLOURS[n % 4])
        for n, whole in enumerate([7, 0, 134, *range(1, 15)], start=1)
    ]
    return pd.DataFrame(rows, columns=["maal_nr", "maal_navn", "antall", "antall_svart", "farge"])


def due_calendar(requirements: int = 15) -> pd.DataFrame:
    days = [
        ["2031-12-31", "2032-12-31", "2033-12-31"],
        ["2032-10-01", "2032-10-31", "2032-12-31", "2036-10-31"],
        ["2038-12-31"],
        [None],
    ]
    rows = [
        (
            f"krav-{n:02d}",
            f"Oversikt over behovet nr. {n:02d}",
            GROUPS[n // 9],
            day,
            _short(day),
            (n + i) % 3 > 0,
            n % 4 == 0,
            "Ukjent.",
        )
        for n in range(requirements)
        for i, day in enumerate(days[n % 4])
    ]
    columns = ["krav_id", "krav", "gruppe", "frist", "dag", "senest", "aarlig", "merknad"]
    frame = pd.DataFrame(rows, columns=columns)
    frame.attrs |= {
        "fra": "2031-06-30",
        "til": "2038-12-31",
        "merker": [("2031-06-30", "kjent per 30.06.2031"), ("2038-10-31", "nytt kommunestyre 31.10.2038")],
    }
    return frame


def _short(day: str | None) -> str:
    return f"{day[8:]}.{day[5:7]}." if day else ""


def plan_wheel() -> pd.DataFrame:
    text = "senest 31.10.2032: hver valgperiode, innen 12 måneder etter konstitueringen"
    rows = [
        ("fire år", "Konstituering", 0.0, None, "senest 31.10.2031", "merkedag"),
        ("fire år", "Valg", 0.97, None, "september 2035", "merkedag"),
        ("fire år", "Oversikt over helsetilstanden", 0.23, None, text, "plikt"),
        ("fire år", "Planstrategi", 0.2505, None, text, "ryggrad"),
        ("fire år", "Klimavurdering i planstrategien", 0.2505, None, text + " igjen", "plikt"),
        ("fire år", "Samfunnsdel", 0.2505, 1.0, "planstrategien avgjør", "ryggrad"),
        ("fire år", "Arealdel", 0.2505, 1.0, "planstrategien avgjør", "ryggrad"),
        ("fire år", "Eierskapsmelding", 0.999, None, "senest 30.10.2035", "plikt"),
        ("fire år", "Klimaplan", None, None, "hvert 4. år", "plikt"),
        ("ett år", "Økonomiplan", 1.0, None, "hvert år, innen 31.12.", "ryggrad"),
        ("ett år", "Beredskapsplan", None, None, "hvert år", "plikt"),
    ]
    frame = pd.DataFrame(rows, columns=["ring", "krav", "posisjon", "til", "tekst", "rang"])
    frame.attrs["aar"] = ["2031–32", "2032–33", "2033–34", "2034–35"]
    return frame


def _pairs(first: Sequence, second: Sequence) -> Iterator[tuple]:
    return product(enumerate(first), enumerate(second))


FRAMES: dict[str, Callable[[], pd.DataFrame]] = {
    "draw_plan_decisions": decisions,
    "draw_timeline": milestones,
    "draw_capacity": capacity,
    "draw_load": load,
    "draw_tornado": tornado,
    "draw_side_by_side": side_by_side,
    "draw_count_grid": count_grid,
    "draw_statutes": statutes,
    "draw_expectations": expectations,
    "draw_coverage_matrix": coverage,
    "draw_coverage_years": coverage_years,
    "draw_coverage_kinds": coverage_kinds,
    "draw_answers": answers,
    "draw_goals": goals,
    "draw_due_calendar": due_calendar,
    "draw_plan_wheel": plan_wheel,
}
every_chart = pytest.mark.parametrize("name", FRAMES)
every_size = pytest.mark.parametrize("size", charts.SIZES)


def composed(name: str, frame: pd.DataFrame, size: str = "lysbilde", headline: str = HEADLINE) -> Figure:
    draw = getattr(charts, name)
    return charts.compose(draw, frame, headline=headline, unit="Antall planer", source=SOURCE, size=size)


@cache
def example(name: str, size: str = "lysbilde", headline: str = "Et kort funn") -> Figure:
    """Return a chart of the frame above, for tests that only look at it."""
    return composed(name, FRAMES[name](), size, headline)


def drawn(name: str, frame: pd.DataFrame | None = None, size: str = "lysbilde") -> Axes:
    figure = example(name, size) if frame is None else composed(name, frame, size, "Et kort funn")
    return figure.axes[0]


@cache
def texts(figure: Figure) -> list[Text]:
    figure.draw_without_rendering()  # a legend gives its texts a place only then
    return [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]


def extents(figure: Figure) -> list[tuple[Text, Bbox]]:
    """Return every text with the place it takes."""
    with style.house_style():
        return [(text, text.get_window_extent()) for text in texts(figure)]


def _is_on_page(figure: Figure, box: Bbox) -> bool:
    page = figure.bbox
    return box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.x1 and box.y1 <= page.y1


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts of which one lies on the other."""
    # half a point less all round: the box of a text is higher than its letters
    places = [(text.get_text(), box.padded(-0.7)) for text, box in extents(figure)]
    return [(text, other) for (text, box), (other, place) in combinations(places, 2) if box.overlaps(place)]


def written(ax: Axes, gid: str) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_gid() == gid]


def boxes(ax: Axes) -> list[Rectangle]:
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def luminance(colour: object) -> float:
    return style.luminance(to_hex(colour))


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lying_bars(ax: Axes) -> dict[tuple[int, str], int]:
    """Return the length of every segment by its row, counted from the top, and its category."""
    return {(round(box.get_y() + box.get_height() / 2), box.get_gid()): box.get_width() for box in boxes(ax)}


# --- the frame round the charts


@every_chart
@every_size
def test_no_text_leaves_the_page_or_touches_headline_unit_or_source_however_long_they_are(name, size):
    figure = example(name, size, HEADLINE)
    places = extents(figure)
    for text, box in places:
        assert _is_on_page(figure, box), f"«{text.get_text()}» leaves the page"
    surround = [(t, box) for t, box in places if t.get_gid() in ("headline", "unit", "source")]
    chart = [(t, box) for t, box in places if t.get_gid() not in ("headline", "unit", "source")]
    for (text, box), (other, place) in product(chart, surround):
        assert not box.overlaps(place), f"«{text.get_text()}» touches «{other.get_text()}»"
    for (_, upper), (_, lower) in pairwise(box for box in surround if box[0].get_gid() != "source"):
        assert upper.y0 >= lower.y0


@every_chart
@every_size
def test_no_two_texts_in_a_chart_lie_on_each_other(name, size):
    assert overlapping(example(name, size)) == []


@every_size
def test_the_whole_headline_is_written_in_at_most_three_lines(size):
    lines = [text.get_text() for text in example("draw_capacity", size, HEADLINE).texts if text.get_gid() == "headline"]
    assert " ".join(lines) == HEADLINE.strip()
    assert len(lines) <= 3


def test_a_word_wider_than_the_page_is_broken_and_not_clipped():
    figure = example("draw_capacity", headline="W" * 220)
    lines = [text for text in figure.texts if text.get_gid() == "headline"]
    assert "".join(line.get_text() for line in lines) == "W" * 220
    assert all(line.get_window_extent().x1 <= figure.bbox.x1 for line in lines)


def test_a_chart_with_a_row_per_plan_stands_on_a4_and_the_others_lie():
    shapes = {name: example(name, "a4").get_size_inches() for name in FRAMES}
    standing = [name for name, (wide, high) in shapes.items() if high > wide]
    assert standing == ["draw_timeline", "draw_coverage_matrix", "draw_coverage_years"]


@every_chart
def test_an_empty_frame_is_drawn_as_the_words_that_there_is_no_data(name):
    figure = composed(name, FRAMES[name]().iloc[:0])
    assert "Ingen data å vise" in [text.get_text() for text in figure.axes[0].texts]
    assert charts.to_svg(figure, "tom").startswith("<?xml")


@every_chart
def test_a_frame_of_one_row_is_drawn(name):
    frame = FRAMES[name]()
    one = frame.iloc[:1]
    one.attrs = {key: value for key, value in frame.attrs.items() if key in ("periode", "fra", "til")}
    charts.to_svg(composed(name, one), "én rad")


def test_a_dollar_sign_in_a_name_is_a_dollar_sign():
    frame = decisions().replace({"Ny plan": "Plan til 5 $ og $x_2$ mer"})
    ax = drawn("draw_plan_decisions", frame)
    assert ax.get_yticklabels()[0].get_text() == "Plan til 5 $ og $x_2$ mer"
    assert not ax.get_yticklabels()[0].get_parse_math()


@pytest.mark.parametrize("sign", ["漢", "\U0001f6b4"])
def test_a_letter_that_the_font_lacks_is_drawn_without_a_warning(sign, recwarn):
    frame = decisions().replace({"Ny plan": f"Plan for {sign}"})
    charts.to_png(composed("draw_plan_decisions", frame, headline=sign), sign)
    assert [str(warning.message) for warning in recwarn] == []


# --- files


def test_the_svg_is_the_same_byte_for_byte_in_two_processes_with_different_hash_seeds():
    root = str(Path(__file__).parent.parent)
    runs = [
        subprocess.Popen(
            [sys.executable, __file__],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": root},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    first, second = (run.communicate()[0] for run in runs)
    assert first.count("\n") == len(FRAMES)
    assert first == second


def test_the_users_own_matplotlib_settings_change_nothing():
    expected = charts.to_svg(composed("draw_capacity", capacity()), "alt")
    with mpl.rc_context({"font.size": 30, "savefig.bbox": "tight", "hatch.linewidth": 5, "font.family": "serif"}):
        assert charts.to_svg(composed("draw_capacity", capacity()), "alt") == expected


def test_the_alternative_text_is_the_accessible_name_of_the_svg_whatever_signs_it_holds():
    alt = "Søyler: «A & B» < 5 > \"3\" og '2' – æøå"
    root = ElementTree.fromstring(charts.to_svg(example("draw_capacity"), alt))
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("aria-label"), root.findtext(f"{SVG}title")) == ("img", alt, alt)


def test_the_png_carries_the_alternative_text_and_150_dots_per_inch():
    png = charts.to_png(example("draw_capacity"), "Søyler per år")
    assert "Søyler per år".encode() in png or "Søyler per år".encode("latin-1") in png
    assert int.from_bytes(png[16:20]) == 2000


def test_the_pdf_has_no_date_and_is_the_same_each_time():
    first, second = (charts.to_pdf(composed("draw_capacity", capacity()), "alt") for _ in range(2))
    assert first == second
    assert b"CreationDate" not in first


def test_importing_and_drawing_leaves_pyplot_alone():
    code = "import sys; from planstrategi import charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent.parent).returncode == 0


def test_the_code_names_no_year_and_no_municipality():
    for file in Path(charts.__file__).parent.glob("*.py"):
        assert not re.search(r"\b20\d\d\b|Toten", file.read_text(encoding="utf-8")), file.name


# --- grey paper and contrast


@pytest.mark.parametrize(
    "name",
    [
        "draw_plan_decisions",
        "draw_capacity",
        "draw_load",
        "draw_tornado",
        "draw_side_by_side",
        "draw_statutes",
        "draw_expectations",
        "draw_coverage_kinds",
        "draw_answers",
        "draw_goals",
    ],
)
def test_categories_next_to_each_other_in_the_legend_differ_in_grey_or_by_hatch(name):
    patches = [patch for patch in drawn(name).get_legend().get_patches() if isinstance(patch, Rectangle)]
    assert len(patches) >= 2
    for first, second in pairwise(patches):
        apart = abs(luminance(first.get_facecolor()) - luminance(second.get_facecolor()))
        assert apart > 0.15 or first.get_hatch() != second.get_hatch()


def test_no_two_categories_share_both_fill_and_hatch():
    for looks in (style.AREA_LOOKS, tuple(style.GRADE_LOOKS.values()), tuple(style.GROUND_LOOKS.values())):
        assert len(set(looks)) == len(looks)


# "minst delvis" looks as "sterkt" does, and never stands in one chart with it
ANSWERS_APART = {status: look for status, look in style.ANSWER_LOOKS.items() if status != "minst delvis"}


@pytest.mark.parametrize(
    "looks",
    [
        style.AREA_LOOKS,
        style.OPTION_LOOKS,
        *(tuple(table.values()) for table in (style.GROUND_LOOKS, style.EFFORT_LOOKS, ANSWERS_APART)),
    ],
)
def test_any_two_looks_of_a_chart_are_told_apart_in_grey(looks):
    for first, second in combinations(looks, 2):
        apart = abs(luminance(first.fill) - luminance(second.fill))
        assert apart > 0.15 or first.hatch != second.hatch, (first, second)


def test_sixteen_areas_have_sixteen_looks():
    frame = pd.DataFrame({"ansvarlig": [f"Område {number}" for number in range(16)]})
    assert len(set(categories.areas(frame).values())) == 16


def test_a_ground_has_its_own_look_whichever_others_are_in_the_chart():
    assert list(style.GROUND_LOOKS) == list(STATUTE_GROUNDS[:-1])
    frame = statutes().query("gjelder == @KINDS[3] and antall_planer > 0")
    (look,) = {(to_hex(box.get_facecolor()), box.get_hatch()) for box in boxes(drawn("draw_statutes", frame))}
    assert look == style.GROUND_LOOKS[KINDS[3]]


def test_text_reads_on_everything_it_is_written_on():
    tables = (style.GRADE_LOOKS, style.GROUND_LOOKS, style.STATUS_LOOKS, style.ANSWER_LOOKS)
    fills = [look.fill for look in (*style.AREA_LOOKS, *(look for table in tables for look in table.values()))]
    fills += [to_hex(SHADES(share / 100)) for share in range(101)]
    assert min(contrast(style.ink_on(fill), fill) for fill in fills) >= 4.5
    inks, grounds = (style.INK, style.MUTED), (style.PAPER, style.BAND)
    assert min(contrast(ink, ground) for ink, ground in product(inks, grounds)) >= 4.5


def test_every_mark_is_told_from_the_paper_by_its_fill_or_its_outline():
    assert min(contrast(colour, style.PAPER) for colour in (style.OUTLINE, style.DEEP, style.MUTED)) >= 3


@every_chart
def test_nothing_on_a_slide_is_written_smaller_than_nine_points(name):
    assert min(text.get_fontsize() for text in texts(drawn(name).figure)) >= 9


@every_chart
def test_nothing_on_a4_is_written_smaller_than_seven_points(name):
    assert min(text.get_fontsize() for text in texts(drawn(name, size="a4").figure)) >= 7


# --- each chart


def test_every_segment_of_the_decisions_is_as_long_as_its_number_and_has_it_written():
    frame = decisions()
    ax = drawn("draw_plan_decisions", frame)
    expected = {
        (DECISIONS.index(row.planbehov), row.ansvarlig): row.antall_planer for row in frame.itertuples() if row.antall_planer
    }
    assert lying_bars(ax) == expected
    assert sorted(written(ax, "number")) == sorted(map(str, expected.values()))
    totals = frame.groupby("planbehov", sort=False)["antall_planer"].sum()
    assert written(ax, "total") == [str(total) for total in totals]


def test_decisions_stand_in_the_frames_order_from_the_top():
    ax = drawn("draw_plan_decisions")
    assert [label.get_text() for label in ax.get_yticklabels()] == DECISIONS
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_an_area_looks_the_same_in_every_chart_when_the_frame_lists_them_all():
    frame = decisions().query("ansvarlig in @AREAS[2:4]")
    frame.attrs["omraader"] = AREAS
    handles = drawn("draw_plan_decisions", frame).get_legend().get_patches()
    whole = drawn("draw_capacity").get_legend().get_patches()
    looks = {to_hex(patch.get_facecolor()): patch.get_hatch() for patch in handles}
    assert set(looks) == {style.AREA_LOOKS[2].fill, style.AREA_LOOKS[3].fill}
    assert set(looks.items()) <= {(to_hex(patch.get_facecolor()), patch.get_hatch()) for patch in whole}


def test_every_segment_of_a_year_is_as_high_as_its_number_and_has_it_written():
    frame = capacity()
    ax = drawn("draw_capacity", frame)
    heights = {(YEARS[round(b.get_x() + b.get_width() / 2)], b.get_gid()): b.get_height() for b in boxes(ax)}
    expected = frame[frame["antall_planer"] > 0].set_index(["aar", "ansvarlig"])["antall_planer"].to_dict()
    assert heights == expected
    assert sorted(written(ax, "number")) == sorted(map(str, expected.values()))
    assert written(ax, "total") == [str(total) for total in frame.groupby("aar")["antall_planer"].sum()]


def test_the_total_without_double_counting_is_pointed_out_only_where_it_differs():
    frame = capacity()
    ax = drawn("draw_capacity", frame)
    assert written(ax, "single") == [str(frame.query("aar == 2032")["antall_uten_dobbelt"].sum())]
    frame["antall_uten_dobbelt"] = frame["antall_planer"]
    same = drawn("draw_capacity", frame)
    assert not written(same, "single")
    assert "Uten dobbelttelling" not in [text.get_text() for text in same.get_legend().get_texts()]


# --- the load


def small_load(**attrs: dict) -> pd.DataFrame:
    """Return a frame of three years and two areas whose years' sums are not the sums of their areas."""
    values = {2031: (24.4, 9.96), 2032: (10.5, 0.5), 2033: (3.0, 0.0)}
    rows = [(year, area, value) for year, both in values.items() for area, value in zip("AB", both, strict=True)]
    frame = pd.DataFrame(rows, columns=["aar", "ansvarlig", "maanedsverk_p50"])
    frame.attrs |= attrs
    return frame


def legend_texts(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_every_segment_of_a_years_load_is_as_high_as_its_work_with_its_number_in_norwegian():
    frame = small_load()
    ax = drawn("draw_load", frame)
    heights = [(2031 + round(b.get_x() + b.get_width() / 2), b.get_gid(), b.get_height()) for b in boxes(ax)]
    expected = frame[frame["maanedsverk_p50"] > 0]
    assert heights == list(expected.itertuples(index=False, name=None))
    assert written(ax, "number") == ["24", "10", "11", "0,5", "3,0"]
    assert not written(ax, "total")
    assert legend_texts(ax) == ["A", "B"]


def test_the_total_of_a_year_is_the_one_it_is_given_with_its_range_beside_the_bar():
    sums = {2031: (30.2, 35.5, 41.0), 2032: (8.4, 9.9, 12.3), 2033: (0, 0, 0)}
    ax = drawn("draw_load", small_load(sum=sums))
    assert written(ax, "total") == ["36 (30–41)", "9,9 (8,4–12)", "0"]
    (dots, caps, (lines,)) = ax.containers[0].lines
    assert list(dots.get_ydata()) == [35.5, 9.9]
    assert [list(cap.get_ydata()) for cap in caps] == [pytest.approx([30.2, 8.4]), pytest.approx([41, 12.3])]
    assert [list(line[:, 1]) for line in lines.get_segments()] == [
        pytest.approx([30.2, 41]),
        pytest.approx([8.4, 12.3]),
    ]
    left = {round(box.get_x() + box.get_width() / 2): box.get_x() for box in boxes(ax)}
    assert all(left[place] - 0.2 < x < left[place] for place, x in enumerate(dots.get_xdata()))
    assert len(legend_texts(ax)) == 3


def lines_of_capacity(ax: Axes) -> list[tuple[float, float, float]]:
    """Return where each line of a capacity begins and ends, and its height."""
    found = [line.get_segments()[0] for line in ax.collections if line.get_gid() == "capacity"]
    return [(first[0], last[0], first[1]) for first, last in found]


def test_a_capacity_is_a_line_through_its_years_with_its_number_where_it_begins_and_changes():
    ax = drawn("draw_load", small_load(kapasitet={2031: 37.5, 2032: 37.5, 2033: 52}))
    assert lines_of_capacity(ax) == [(-0.5, 1.5, 37.5), (1.5, 2.5, 52)]
    assert written(ax, "limit") == ["37,5", "52"]
    assert legend_texts(ax) == ["A", "B", "Tilgjengelig kapasitet"]
    for missing in (None, float("nan")):
        between = drawn("draw_load", small_load(kapasitet={2031: 40, 2032: missing, 2033: 40}))
        assert lines_of_capacity(between) == [(-0.5, 0.5, 40), (1.5, 2.5, 40)]
    assert not lines_of_capacity(drawn("draw_load", small_load(kapasitet={})))


def test_a_capacity_over_all_the_bars_is_inside_the_chart_and_no_line_goes_through_a_number():
    sums = {2031: (30, 35, 41), 2032: (8, 9.9, 12), 2033: (2, 3, 4)}
    ax = drawn("draw_load", small_load(kapasitet=dict.fromkeys(sums, 80), sum=sums))
    assert ax.get_ylim()[1] > 80
    numbers = [text for text in ax.texts if text.get_gid() == "number" and not isinstance(text, Annotation)]
    assert numbers and all(text.get_bbox_patch() for text in numbers)
    line = next(line for line in ax.collections if line.get_gid() == "capacity")
    assert all(part.get_zorder() > line.get_zorder() for part in ax.containers[0].get_children())
    for text in ax.texts:
        assert text.get_zorder() > line.get_zorder()
        if text.get_gid() == "total":
            assert to_hex(text.get_bbox_patch().get_facecolor()) == style.PAPER


def test_plans_whose_effort_nobody_knows_are_counted_under_their_year():
    ax = drawn("draw_load", small_load(uten_innsats={2031: 4, 2032: 1, 2033: 0}))
    assert written(ax, "left out") == ["+ 4 planer uten kjent innsats", "+ 1 plan uten kjent innsats"]
    assert [text.xy[0] for text in ax.texts if text.get_gid() == "left out"] == [0, 1]


@every_size
@pytest.mark.parametrize("years", [1, 4, 8])
def test_nothing_in_a_load_of_many_years_and_areas_lies_on_anything_else(years, size):
    names = [f"Område {number}" for number in range(6)]
    ax = composed("draw_load", load(range(2031, 2031 + years), names), size).axes[0]
    assert overlapping(ax.figure) == []
    places = extents(ax.figure)
    assert all(_is_on_page(ax.figure, box) for _, box in places)
    bars = [box.get_window_extent() for box in boxes(ax)]
    for text, box in places:
        if text.get_gid() in ("total", "limit", "left out"):
            assert not any(box.overlaps(bar) for bar in bars), text.get_text()
        if text.get_gid() == "total":
            # beside the bar there may be numbers from 10 points on
            assert box.width < bars[0].width + 2 * 10 * ax.figure.dpi / 72
        if text.axes is ax and text not in ax.get_xticklabels():
            assert not any(box.padded(-0.7).overlaps(one) for one in ranges_on_page(ax)), text.get_text()


def ranges_on_page(ax: Axes) -> list[Bbox]:
    """Return the place that each year's range takes on the page."""
    (dots, _, (lines,)) = ax.containers[0].lines
    half = 4 * ax.figure.dpi / 72
    ends = [ax.transData.transform(line) for line in lines.get_segments()]
    assert len(ends) == len(dots.get_xdata())
    return [Bbox.from_extents(x - half, low, x + half, high) for (x, low), (_, high) in ends]


# --- which assumption moves the answer


def test_an_assumption_has_a_bar_from_its_low_end_to_its_high_end_in_the_frames_order_from_the_top():
    frame = tornado()
    ax = drawn("draw_tornado", frame)
    bars = [(box.get_y() + box.get_height() / 2, box.get_x(), box.get_x() + box.get_width()) for box in boxes(ax)]
    expected = zip(range(9), frame["lav"], frame["hoy"], strict=True)
    assert [pytest.approx(bar) for bar in expected] == bars
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    numbers = [f"{value:.1f}".replace(".", ",") for pair in frame[["lav", "hoy"]].to_numpy() for value in pair]
    assert written(ax, "number") == numbers
    labels = [label.get_text().replace("\n", " ").replace("\u00a0", " ") for label in ax.get_yticklabels()]
    assert labels[:2] == ["Områderegulering 0 (1 plan)", "Kommuneplanens arealdel 1 (2 planer)"]


@every_size
def test_a_line_stands_where_the_expected_is_through_all_bars_with_its_number_over_them(size):
    ax = drawn("draw_tornado", tornado(), size)
    (line,) = [line for line in ax.collections if line.get_gid() == "expected"]
    (ends,) = line.get_segments()
    assert list(ends[:, 0]) == [51.2, 51.2]
    assert min(ends[:, 1]) < min(box.get_y() for box in boxes(ax))
    assert max(ends[:, 1]) > max(box.get_y() + box.get_height() for box in boxes(ax))
    assert written(ax, "expected") == ["ventet 51,2"]
    (top,) = [place.y1 for text, place in extents(ax.figure) if text.get_gid() == "expected"]
    assert top < ax.get_legend().get_window_extent().y0


@every_size
def test_a_number_at_the_end_of_a_bar_lies_on_no_bar_and_not_on_the_line(size):
    ax = composed("draw_tornado", tornado(12), size).axes[0]
    bars = [box.get_window_extent() for box in boxes(ax)]
    line = ax.transData.transform((51.2, 0))[0]
    for text, place in extents(ax.figure):
        if text.get_gid() == "number":
            assert not any(place.overlaps(bar) for bar in bars)
            assert not place.x0 < line < place.x1


def test_the_look_of_an_assumption_says_what_it_rests_on():
    assert set(style.EFFORT_LOOKS) == set(INNSATSGRUNNLAG.values())
    frame = tornado()
    ax = drawn("draw_tornado", frame)
    assert [box.get_gid() for box in boxes(ax)] == list(frame["grunnlag"])
    looks = {box.get_gid(): (to_hex(box.get_facecolor()), box.get_hatch() or "") for box in boxes(ax)}
    assert looks == style.EFFORT_LOOKS
    assert legend_texts(drawn("draw_tornado", frame.iloc[[2]])) == ["antatt uten kilde"]


def test_an_assumption_that_moves_nothing_is_drawn():
    ax = composed("draw_tornado", tornado(1).assign(lav=51.2, hoy=51.2)).axes[0]
    assert written(ax, "number") == ["51,2", "51,2"]
    assert overlapping(ax.figure) == []


# --- options side by side


def test_every_option_has_a_bar_in_every_year_with_its_number_and_what_it_changes_with_its_sign():
    rows = [
        ("Registeret", 2031, 12, 0),
        ("Registeret", 2032, 0, 0),
        ("Utsett", 2031, 10, -2),
        ("Utsett", 2032, 0, 0),
        ("Utsett", 2033, 3, 3),
    ]
    ax = drawn("draw_side_by_side", pd.DataFrame(rows, columns=side_by_side().columns))
    found = [(b.get_gid(), 2031 + round(b.get_x() + b.get_width() / 2), b.get_height()) for b in boxes(ax)]
    assert found == [row[:3] for row in rows]
    assert written(ax, "number") == ["12", "0", "10", "0", "3"]
    assert [text for text in written(ax, "change") if text] == ["−2", "+3"]
    first, _, second, *_ = boxes(ax)
    assert second.get_x() == pytest.approx(first.get_x() + first.get_width())
    assert legend_texts(ax) == ["Registeret", "Utsett"]


def test_the_first_option_is_by_far_the_darkest():
    first, *others = [luminance(look.fill) for look in style.OPTION_LOOKS]
    assert first < min(others) - 0.15
    assert len(set(style.OPTION_LOOKS)) == 6


@every_size
@pytest.mark.parametrize(("years", "times", "turned"), [(4, 1, False), (8, 1, None), (8, 9, True)])
def test_numbers_over_narrow_bars_are_turned_and_none_lies_on_another(years, times, turned, size):
    ax = composed("draw_side_by_side", side_by_side(6, years, times), size).axes[0]
    assert overlapping(ax.figure) == []
    assert all(_is_on_page(ax.figure, box) for _, box in extents(ax.figure))
    numbers = {text.get_rotation() for text in ax.texts if text.get_gid() == "number"}
    assert turned is None or numbers == {90.0 if turned else 0.0}
    top = max(box.y1 for text, box in extents(ax.figure) if text.get_gid() in ("number", "change"))
    assert top <= ax.get_legend().get_window_extent().y0


@every_size
def test_the_name_of_an_option_wider_than_the_page_is_wrapped_in_the_legend(size):
    frame = side_by_side(3).replace({OPTIONS[1]: LONG * 2})
    figure = composed("draw_side_by_side", frame, size)
    assert all(_is_on_page(figure, box) for _, box in extents(figure))
    assert overlapping(figure) == []
    assert LONG.strip() in legend_texts(figure.axes[0])[1].replace("\n", " ")


# --- the timeline


def marks(ax: Axes) -> list[tuple[str, float, float]]:
    """Return the kind and the place of every milestone, without those of the legend."""
    found = [one for one in ax.collections if one.get_gid() in SHAPES]
    return [(one.get_gid(), *map(float, one.get_offsets()[0])) for one in found]


def one_plan(*due: tuple[str, str], years: tuple[int, ...] = tuple(YEARS)) -> Axes:
    frame = timeline(1, 1).assign(frist=[due], aar=[years])
    frame.attrs["periode"] = (YEARS[0], YEARS[-1])
    return drawn("draw_timeline", frame)


def test_a_milestone_stands_in_the_cell_of_its_year_as_far_along_as_its_day():
    ax = one_plan(("2033-07-02", "vedtas"), ("2035-04-02", "utlop"))
    (bar,) = [box for box in boxes(ax) if box.get_gid() == "years"]
    year = bar.get_width() / 6
    found = [(kind, (x - bar.get_x()) / year, y) for kind, x, y in marks(ax)]
    middle = pytest.approx(bar.get_y() + bar.get_height() / 2)
    assert found == [
        ("vedtas", pytest.approx(2.5, abs=0.01), middle),
        ("utlop", pytest.approx(4.25, abs=0.01), middle),
    ]


@pytest.mark.parametrize("day", ["2031-01-01", "2031-12-31", "2036-12-31", "2034-01-03"])
def test_milestones_near_each_other_and_the_ends_of_their_year_stand_apart_inside_it(day):
    ax = one_plan((day, "utlop"), (day, "ferdig"), (day, "vedtas"))
    (bar,) = [box for box in boxes(ax) if box.get_gid() == "years"]
    year, number = bar.get_width() / 6, int(day[:4]) - 2031
    half = math.sqrt(max(one.get_sizes()[0] for one in ax.collections if one.get_gid() == "ferdig")) / 2
    kinds, places, _ = zip(*marks(ax), strict=True)
    assert kinds == ("vedtas", "ferdig", "utlop")
    assert bar.get_x() + number * year <= places[0] - half
    assert places[-1] + half <= bar.get_x() + (number + 1) * year
    assert all(second - first > 1.8 * half for first, second in pairwise(places))


def test_each_kind_of_milestone_has_its_own_shape_and_only_those_in_the_period_are_in_the_legend():
    assert len({shape.marker for shape in SHAPES.values()}) == len({shape.words for shape in SHAPES.values()}) == 3
    ax = one_plan(("2036-12-31", "vedtas"), ("2037-01-01", "utlop"), ("2030-12-31", "ferdig"))
    assert written(ax, "legend") == ["vedtas innen"]
    assert [kind for kind, *_ in marks(ax)] == ["vedtas"]
    assert written(drawn("draw_timeline", milestones()), "legend") == ["vedtas innen", "ferdig innen", "utløper"]


def test_a_milestone_is_told_from_the_paper_and_from_the_bar_in_grey():
    assert contrast(style.MARK, style.DEEP) > 3
    assert contrast(style.INK, style.PAPER) > 3


def test_a_timeline_without_milestones_is_the_same_with_an_empty_column_as_with_none():
    frame = timeline(8)
    expected = charts.to_svg(composed("draw_timeline", frame), "alt")
    for empty in ((), None, float("nan")):
        column = pd.Series([empty] * len(frame), dtype=object)
        with_column = frame.assign(frist=column)
        with_column.attrs = frame.attrs
        assert charts.to_svg(composed("draw_timeline", with_column), "alt") == expected
    assert not written(drawn("draw_timeline", frame), "legend")


def test_a_plan_with_a_milestone_and_no_marked_year_has_cells_and_no_words():
    ax = one_plan(("2033-07-02", "utlop"), years=())
    assert len(marks(ax)) == 1
    assert "ingen år merket" not in [text.get_text() for text in ax.texts]
    assert not [box for box in boxes(ax) if box.get_gid() == "years"]


@every_size
@pytest.mark.parametrize("frame", [timeline, milestones])
def test_forty_four_plans_are_legible_with_and_without_milestones(frame, size):
    ax = composed("draw_timeline", frame(44, 4), size).axes[0]
    assert overlapping(ax.figure) == []
    assert min(text.get_fontsize() for text in texts(ax.figure)) >= (9 if size == "lysbilde" else 7)
    rows = sorted({y for _, _, y in marks(ax)})
    heights = [math.sqrt(one.get_sizes()[0]) for one in ax.collections if one.get_gid() in SHAPES]
    if frame is milestones:
        assert min(heights) > 5
        assert max(heights) < min(second - first for first, second in pairwise(rows))
        assert len(marks(ax)) == sum(day < "2037" for due in frame()["frist"] for day, _ in due)


def test_a_timeline_bar_covers_the_years_that_follow_on_each_other():
    frame = timeline().iloc[2:3]
    bars = [box for box in boxes(drawn("draw_timeline", frame)) if box.get_gid() == "years"]
    one, two = sorted(bars, key=lambda box: box.get_x())
    assert two.get_width() == pytest.approx(2 * one.get_width())
    assert two.get_x() - one.get_x() == pytest.approx(2 * one.get_width())


def test_a_plan_with_no_marked_year_has_a_row_that_says_so_and_no_bar():
    frame = timeline().iloc[[0]]
    ax = drawn("draw_timeline", frame)
    assert written(ax, "plan") == [frame["kortnavn"].iloc[0]]
    assert "ingen år merket" in [text.get_text() for text in ax.texts]
    assert not [box for box in boxes(ax) if box.get_gid() == "years"]


@every_size
def test_every_plan_has_one_row_with_its_decision_under_its_areas_heading(size):
    frame = timeline(plans=60, areas=8)
    ax = drawn("draw_timeline", frame, size)
    assert written(ax, "plan") == list(frame["kortnavn"])
    assert written(ax, "decision") == list(frame["planbehov"])
    headings = [text for text in written(ax, "area") if "forts." not in text]
    assert headings == list(dict.fromkeys(frame["ansvarlig"]))


def test_a_name_too_long_for_its_column_ends_with_an_ellipsis():
    frame = timeline(plans=44)
    frame["kortnavn"] = "Detaljreguleringsplan med konsekvensutredning for det nye sentrumskvartalet"
    assert all(name.endswith("…") for name in written(drawn("draw_timeline", frame), "plan"))


def test_every_cell_of_a_count_grid_has_its_number_and_the_row_not_stated_comes_last_unshaded():
    frame = count_grid()
    ax = drawn("draw_count_grid", frame)
    rows = [*ROLES, "ikke oppgitt"]
    assert [label.get_text() for label in ax.get_yticklabels()] == rows
    expected = frame.pivot(index="rad", columns="kolonne", values="antall_planer").loc[rows, CHAPTERS]
    assert written(ax, "number") == [str(number) for number in expected.to_numpy().ravel()]
    assert {to_hex(box.get_facecolor()) for box in boxes(ax)[-len(CHAPTERS) :]} == {style.PAPER}


def test_a_row_with_more_plans_is_never_paler():
    boxes_and_numbers = zip(boxes(ax := drawn("draw_count_grid")), written(ax, "number"), strict=True)
    shades = sorted((int(number), luminance(box.get_facecolor())) for box, number in list(boxes_and_numbers)[: -len(CHAPTERS)])
    assert all(first[1] >= second[1] for first, second in pairwise(dict(shades).items()))


@every_size
@pytest.mark.parametrize("rows", [ROLES, ["Nord", "Sør"]], ids=["long rows", "short rows"])
def test_the_long_label_of_a_column_is_written_in_whole_words_over_its_own_column(rows, size):
    ax = drawn("draw_count_grid", count_grid(rows), size)
    labels = ax.get_xticklabels()
    assert [label.get_text().replace("\n", " ") for label in labels] == CHAPTERS
    to_page = ax.transData.transform
    with style.house_style():
        for column, label in enumerate(labels):
            place = label.get_window_extent()
            (left, _), (right, _) = to_page((column - 0.5, 0)), to_page((column + 0.5, 0))
            assert left < place.x0 and place.x1 < right, label.get_text()


def test_a_word_exactly_as_wide_as_its_room_is_not_broken():
    for room in range(60, 200):
        assert wrap("verdiskaping", room, room / width("verdiskaping", 1)) == ["verdiskaping"]


@pytest.mark.parametrize(("size", "body"), [("lysbilde", 14), ("a4", 10)])
@pytest.mark.parametrize("columns", [YEARS, CHAPTERS], ids=["years", "chapters"])
def test_the_label_of_a_column_is_as_large_as_other_text_where_the_rows_leave_room(columns, size, body):
    ax = drawn("draw_count_grid", count_grid(["Nord", "Sør"], columns), size)
    assert {label.get_fontsize() for label in ax.get_xticklabels()} == {body}


def test_rows_with_labels_of_two_lines_keep_apart_under_column_labels_of_three():
    rows = [f"Samfunnssikkerhet, beredskap og tjenesteområdeleder for virksomhet {n}" for n in range(11)]
    ax = composed("draw_count_grid", count_grid(rows)).axes[0]
    assert any("\n" in label.get_text() for label in ax.get_yticklabels())
    assert overlapping(ax.figure) == []


def test_every_statute_has_a_bar_with_its_count_and_a_hatch_for_what_it_concerns():
    frame = statutes()
    ax = drawn("draw_statutes", frame)
    assert written(ax, "total") == [str(number) for number in frame["antall_planer"]]
    assert lying_bars(ax) == {
        (n, g): a for n, g, a in zip(frame.index, frame["gjelder"], frame["antall_planer"], strict=True) if a
    }
    hatches = {box.get_gid(): box.get_hatch() for box in boxes(ax)}
    assert len(set(hatches.values())) == len(KINDS)
    assert ax.get_yticklabels()[0].get_text() == "lov om tjeneste 0"
    assert ax.get_yticklabels()[1].get_text() == "lov om tjeneste 1 § 1-1"


def test_an_expectation_nobody_has_judged_has_no_bar_but_words():
    frame = expectations()
    ax = drawn("draw_expectations", frame)
    unjudged = int((frame["antall_sterk"] == 0).sum())
    assert [text.get_text() for text in ax.texts].count("ikke vurdert") == unjudged
    assert len(written(ax, "total")) == len(frame) - unjudged
    numbers = frame[[f"antall_{grade}" for grade in GRADES]].to_numpy().ravel()
    assert sorted(written(ax, "number")) == sorted(str(number) for number in numbers if number)


def test_expectations_are_grouped_by_level_under_a_bold_heading():
    labels = drawn("draw_expectations").get_yticklabels()
    bold = [label.get_text() for label in labels if label.get_fontweight() == "bold"]
    assert bold == ["Nasjonale forventninger", "Lokale forventninger"]


def middles(ax: Axes, gid: str) -> dict[str, float]:
    """Return the middle of the row or the column that each label of a matrix belongs to."""
    labels = [text for text in ax.texts if text.get_gid() == gid]
    if gid == "column":
        return {text.get_text(): text.get_position()[0] for text in labels}
    # a row's label stands on a line a little below the middle of the row
    return {text.get_text(): text.get_position()[1] - HALF_LETTER * text.get_fontsize() for text in labels}


def test_every_judged_pair_has_its_grades_mark_where_its_plan_and_its_expectation_meet():
    frame = coverage()
    ax = drawn("draw_coverage_matrix", frame)
    columns = middles(ax, "column")
    rows = middles(ax, "row")
    for grade, pairs in frame.groupby("grad"):
        marks = next(marks for marks in ax.collections if marks.get_gid() == grade)
        meet = [(columns[pair.plan], rows[pair.forventning]) for pair in pairs.itertuples()]
        assert marks.get_offsets().tolist() == [pytest.approx(place) for place in meet]


def test_the_alternative_text_of_the_matrix_says_nothing_of_rows_and_columns_that_change_places():
    assert "hver plan møter hvert kapittel" in FIGURES["koblinger"].beskrivelse
    assert not re.search(r"linje|\brad|kolonne", FIGURES["koblinger"].beskrivelse)


def test_the_grades_marks_differ_in_shape_size_and_fill():
    shapes, sizes, fills = zip(*MARKS.values(), strict=True)
    assert len(set(shapes)) == len(set(sizes)) == len(set(fills)) == 3


def bands(ax: Axes) -> list[tuple[bool, float]]:
    """Return of each shaded row and column of a matrix whether it is level, and its middle across."""
    shaded = [box for box in boxes(ax) if to_hex(box.get_facecolor()) == style.BAND]
    sides = [(box.get_width(), box.get_height(), *box.get_center()) for box in shaded]
    # without the sample in the legend
    return [(wide > high, y if wide > high else x) for wide, high, x, y in sides if max(wide, high) > 100]


@every_size
def test_plans_and_expectations_nobody_has_judged_are_shaded_and_say_so_and_no_others(size):
    frame = coverage()
    ax = drawn("draw_coverage_matrix", frame, size)
    unjudged = frame.attrs["ikke_vurdert"]
    found = []
    for gid, is_level in (("row", True), ("column", False)):
        shaded = [middle for level, middle in bands(ax) if level == is_level]
        found += [name for name, place in middles(ax, gid).items() if pytest.approx(place) in shaded]
    # a plan that is judged, but answers nothing, is not among them
    assert {name.removesuffix(" (ikke\u00a0vurdert)") for name in found} == set(unjudged)
    assert [name for name in found if "vurdert" in name] == ["Samordnet forventning nr. 15 (ikke\u00a0vurdert)"]
    assert written(ax, "unjudged").count("ikke vurdert") == len(unjudged) - 1


def test_a_matrix_where_everything_is_judged_says_nothing_of_not_judged():
    frame = coverage()
    frame.attrs["ikke_vurdert"] = []
    ax = drawn("draw_coverage_matrix", frame)
    assert not bands(ax)
    assert not any("vurdert" in text.get_text() for text in ax.texts)


@every_size
def test_a_strong_line_stands_between_two_blocks_of_expectations(size):
    ax = drawn("draw_coverage_matrix", size=size)
    lying = size == "lysbilde"
    lines = [line for line in ax.collections if line.get_gid() == "block"]
    expectations = list(middles(ax, "row" if lying else "column").values())
    plans = middles(ax, "column" if lying else "row").values()
    between = [(expectations[first - 1] + expectations[first]) / 2 for first in (6, 9)]
    for line, place in zip(lines, between, strict=True):
        (ends,) = line.get_segments()
        # level where the expectations are rows, standing where they are columns
        along, across = (0, 1) if lying else (1, 0)
        assert list(ends[:, across]) == pytest.approx([place, place])
        assert ends[0, along] < min(plans) and max(plans) < ends[1, along]
        assert min(line.get_linewidth()) > 1


def pixels(figure: Figure) -> np.ndarray:
    """Return the luminance of each pixel, the lowest row first; `figure` gets enough of them to look closely."""
    figure.dpi = 300
    with style.house_style():
        figure.canvas.draw()
    colours = np.asarray(figure.canvas.buffer_rgba())[::-1, :, :3] / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


@every_size
def test_no_strong_line_goes_through_the_words_not_judged(size):
    ax = composed("draw_coverage_matrix", coverage(), size).axes[0]
    picture = pixels(ax.figure)
    places = [place for text, place in extents(ax.figure) if text.get_gid() == "unjudged"]
    assert len(places) == 6
    for place in places:
        # where the smallest letters are
        inner = place.expanded(0.4, 1) if place.height > place.width else place.expanded(1, 0.4)
        (left, low), (right, high) = inner.get_points().round().astype(int)
        assert picture[low:high, left:right].min() > luminance(style.MUTED) / 2


def test_names_on_a_crowded_slide_keep_enough_letters_to_be_known_and_do_not_touch():
    ax = composed("draw_coverage_matrix", coverage(25, "Områderegulering av sentrum i Ås, del")).axes[0]
    assert min(map(len, written(ax, "column"))) > 18
    assert overlapping(ax.figure) == []


# --- the status of requirements


def test_every_status_there_is_has_a_look_and_marks_and_they_go_from_best_to_worst():
    assert set(style.STATUS_LOOKS) == set(STATUS_MARKS) == set(IN_PERIOD)
    best_first = sorted(IN_PERIOD, key=IN_PERIOD.__getitem__, reverse=True)
    # what is not in force, and what does not concern the municipality, is neither good nor bad
    assert list(style.STATUS_LOOKS) == [*best_first[2:], *best_first[1::-1]]


def test_every_status_is_told_from_every_other_in_grey():
    for (first, look), (second, other) in combinations(style.STATUS_LOOKS.items(), 2):
        apart = abs(luminance(look.fill) - luminance(other.fill))
        assert apart > 0.15 or look.hatch != other.hatch, (first, second)
        assert STATUS_MARKS[first].symbol != STATUS_MARKS[second].symbol
        assert STATUS_MARKS[first].word != STATUS_MARKS[second].word


def test_every_symbol_is_in_the_font_and_reads_on_its_fill():
    letters = FT2Font(findfont("DejaVu Sans:bold")).get_charmap()
    assert all(ord(mark.symbol) in letters for mark in STATUS_MARKS.values())
    assert min(contrast(style.ink_on(look.fill), look.fill) for look in style.STATUS_LOOKS.values()) >= 4.5


@every_size
def test_every_requirement_has_one_row_under_its_groups_heading_and_a_cell_per_year(size):
    frame = coverage_years()
    ax = drawn("draw_coverage_years", frame, size)
    assert written(ax, "requirement") == list(dict.fromkeys(frame["krav"]))
    assert [text for text in written(ax, "group") if "forts." not in text] == GROUPS
    found = [box for box in boxes(ax) if box.get_gid() in style.STATUS_LOOKS]
    assert [box.get_gid() for box in found] == list(frame["status"])
    rows = [found[n : n + 4] for n in range(0, len(found), 4)]
    for row in rows:
        assert len({box.get_y() for box in row}) == 1
        assert [box.get_x() for box in row] == sorted(box.get_x() for box in row)


@every_size
def test_every_cell_has_a_fill_a_symbol_and_a_word(size):
    frame = coverage_years()
    ax = drawn("draw_coverage_years", frame, size)
    symbols, words = written(ax, "symbol"), written(ax, "word")
    expected = [STATUS_MARKS[status] for status in frame["status"]]
    # the legend is written first
    assert symbols == [STATUS_MARKS[one].symbol for one in STATUSES] + [mark.symbol for mark in expected]
    assert [word.split()[0] for word in words] == [
        "senest" if word.startswith("senest") else mark.word.split()[0] for word, mark in zip(words, expected, strict=True)
    ]
    fills = {box.get_gid(): to_hex(box.get_facecolor()) for box in boxes(ax) if box.get_gid() in style.STATUS_LOOKS}
    assert fills == {status: look.fill for status, look in style.STATUS_LOOKS.items()}


def test_the_day_a_requirement_is_due_is_written_in_its_cell_where_there_is_room():
    frame = coverage_years()
    dated = [word for word in written(drawn("draw_coverage_years", frame, "a4"), "word") if "31.10." in word]
    outer = frame[frame["status"] == "frist i året"]["senest"]
    assert dated == ["senest 31.10." if one else "frist 31.10." for one in outer]


def test_the_legend_names_only_the_statuses_in_use_from_best_to_worst():
    frame = coverage_years().query("status in ('udekket', 'dekket', 'ikke vurdert')")
    assert written(drawn("draw_coverage_years", frame), "legend") == ["dekket", "ikke vurdert", "udekket"]


def test_of_eight_years_on_a_slide_the_symbols_stand_alone_and_still_nothing_overlaps():
    ax = drawn("draw_coverage_years", coverage_years(30, 8))
    assert not written(ax, "word")
    assert len(written(ax, "symbol")) == 30 * 8 + 12
    assert overlapping(ax.figure) == []
    assert min(text.get_fontsize() for text in texts(ax.figure)) >= 9


def in_order(ax: Axes) -> list[str]:
    """Return the status of every segment, row by row from the top and along each."""
    return [box.get_gid() for box in sorted(boxes(ax), key=lambda box: (round(box.get_y(), 1), box.get_x()))]


def test_kinds_are_stacked_from_best_to_worst_and_those_to_the_process_stand_apart():
    frame = coverage_kinds()
    ax = drawn("draw_coverage_kinds", frame)
    assert sorted(written(ax, "number")) == sorted(map(str, frame["antall"]))
    by_kind = [list(group["status"]) for _, group in frame.groupby("rad", sort=False)]
    assert in_order(ax) == [status for kind in by_kind for status in STATUSES if status in kind]
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert labels[-2:] == [APART, "Prosesskrav"]
    places = ax.get_yticks()
    assert places[-2] - places[-3] > places[-3] - places[-4]


# --- how expectations are answered


def test_a_year_under_two_levels_has_a_bar_of_its_own_under_each():
    rows = [
        ("Nasjonale", "2031", "svakt", 3),
        ("Nasjonale", "2032", "minst delvis", 2),
        ("Lokale", "2031", "ingen plan", 5),
        ("Lokale", "2032", "svakt", 4),
        ("Lokale", "2032", "minst delvis", 1),
    ]
    ax = drawn("draw_answers", pd.DataFrame(rows, columns=STATUS_BARS))
    labels = ax.get_yticklabels()
    assert [label.get_text() for label in labels] == ["Nasjonale", "2031", "2032", "Lokale", "2031", "2032"]
    assert [label.get_text() for label in labels if label.get_fontweight() == "bold"] == ["Nasjonale", "Lokale"]
    assert written(ax, "total") == ["3", "2", "5", "5"]
    bars = sorted((box.get_y() + box.get_height() / 2, box.get_gid(), box.get_width()) for box in boxes(ax))
    expected = [(1, "svakt", 3), (2, "minst delvis", 2), (4, "ingen plan", 5), (5, "minst delvis", 1), (5, "svakt", 4)]
    assert bars == [(pytest.approx(ax.get_yticks()[row]), status, number) for row, status, number in expected]


def test_answers_are_stacked_from_best_to_worst_each_in_its_own_look_with_its_number():
    frame = answers()
    ax = drawn("draw_answers", frame)
    bars = [list(bar["status"]) for _, bar in frame.groupby(["gruppe", "rad"], sort=False)]
    assert in_order(ax) == [status for bar in bars for status in style.ANSWER_LOOKS if status in bar]
    looks = {box.get_gid(): (to_hex(box.get_facecolor()), box.get_hatch() or "") for box in boxes(ax)}
    assert looks == {status: look for status, look in style.ANSWER_LOOKS.items() if status != "sterkt"}
    assert sorted(written(ax, "number")) == sorted(map(str, frame["antall"]))
    assert written(ax, "total") == [str(n) for n in frame.groupby(["gruppe", "rad"], sort=False)["antall"].sum()]


def test_every_word_the_analysis_has_for_an_answer_has_a_look(ostre_toten):
    assert set(alignment.EXPECTATION_STATUSES) <= set(style.ANSWER_LOOKS)
    for name in ("forventninger", "forventninger-aar"):
        assert set(FIGURES[name].frame(ostre_toten)["status"]) <= set(style.ANSWER_LOOKS)


def test_the_two_answers_that_look_the_same_never_stand_in_one_chart(ostre_toten):
    assert style.ANSWER_LOOKS["sterkt"] == style.ANSWER_LOOKS["minst delvis"]
    found = [set(FIGURES[name].frame(ostre_toten)["status"]) for name in ("forventninger", "forventninger-aar")]
    assert [statuses & {"sterkt", "minst delvis"} for statuses in found] == [{"sterkt"}, {"minst delvis"}]


@every_size
def test_a_number_beside_its_bar_lies_on_no_bar(size):
    ax = composed("draw_answers", answers(), size).axes[0]
    beside = [text for text in ax.texts if isinstance(text, Annotation) and text.get_gid() == "number"]
    assert beside
    with style.house_style():
        ax.figure.draw_without_rendering()
        # the letters alone, without the line that goes to the bar
        numbers = [Text.get_window_extent(text).padded(-0.7) for text in beside]
    bars = [box.get_window_extent() for box in boxes(ax)]
    assert not any(number.overlaps(bar) for number, bar in product(numbers, bars))


def test_what_keeps_the_hatch_off_a_number_ends_where_its_bar_does():
    ax = composed("draw_expectations", expectations()).axes[0]
    picture = pixels(ax.figure)
    point = ax.figure.dpi / 72
    for bar in [box.get_window_extent() for box in boxes(ax) if box.get_hatch()]:
        left, right = round(bar.x0), round(bar.x1)
        for y in (bar.y0 - point, bar.y1 + point):
            assert picture[round(y), left:right].min() == pytest.approx(1)


# --- the sustainable development goals


def test_every_goal_has_a_bar_in_its_own_colour_filled_as_far_as_a_plan_answers():
    frame = goals()
    ax = drawn("draw_goals", frame)
    whole, part = ([box for box in boxes(ax) if box.get_gid() == gid] for gid in ("all", "answered"))
    assert [box.get_width() for box in whole] == list(frame["antall"])
    assert [box.get_width() for box in part] == list(frame["antall_svart"])
    assert [to_hex(box.get_facecolor()) for box in part] == list(frame["farge"])
    assert {to_hex(box.get_facecolor()) for box in whole} == {style.PAPER}
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert [label.split()[0] for label in labels] == [str(number) for number in frame["maal_nr"]]
    assert all(name in label.replace("\n", " ") for name, label in zip(frame["maal_navn"], labels, strict=True))


def test_numbers_say_how_many_of_a_goals_expectations_are_answered_or_that_it_has_none():
    rows = [(1, "Fattigdom", 6, 4, "#e5243b"), (2, "Sult", 3, 0, "#dda63a"), (3, "Helse", 0, 0, "#4c9f38")]
    ax = drawn("draw_goals", pd.DataFrame(rows, columns=goals().columns))
    assert written(ax, "number") == ["4 av 6", "0 av 3", "ingen forventninger"]


def test_the_palest_goal_is_told_from_the_paper_and_from_what_is_not_answered_by_its_outline():
    ax = drawn("draw_goals")
    assert {to_hex(box.get_edgecolor()) for box in boxes(ax)} == {style.OUTLINE}
    assert min(box.get_linewidth() for box in boxes(ax)) > 0.5


@every_size
def test_the_words_after_the_longest_goal_stay_inside_the_margin(size):
    ax = drawn("draw_goals", goals().assign(antall=1344, antall_svart=1344), size)
    ends = [place.x1 for text, place in extents(ax.figure) if text.get_gid() == "number"]
    assert max(ends) <= ax.bbox.x1


# --- due dates


def markers(ax: Axes) -> list[tuple[float, float, str]]:
    """Return the place and the fill of every marker of the calendar, without the two of the legend."""
    points = [one for one in ax.collections if isinstance(one, PathCollection)]
    return [(*map(float, one.get_offsets()[0]), to_hex(one.get_facecolor()[0])) for one in points[2:]]


def one_requirement(*dues: tuple[str, bool], yearly: bool = False) -> Axes:
    rows = [("krav", "Plan", "Kjerne", day, _short(day), outer, yearly, "") for day, outer in dues]
    frame = pd.DataFrame(rows, columns=due_calendar().columns)
    frame.attrs |= {"fra": "2031-01-01", "til": "2034-12-31"}
    return drawn("draw_due_calendar", frame)


def test_a_due_date_stands_where_its_day_is_in_the_year_filled_when_the_day_is_known():
    ax = one_requirement(("2031-07-02", False), ("2033-01-01", True))
    (first, _, known), (second, _, outer) = markers(ax)
    left, right = (f(patch.get_x() for patch in boxes(ax)) for f in (min, max))
    year = (right - left) / 3
    assert (first - left) / year == pytest.approx(0.5, abs=0.01)
    assert (second - left) / year == pytest.approx(2, abs=0.01)
    assert (known, outer) == (style.DEEP, style.PAPER)
    assert written(ax, "day") == ["02.07.", "senest 01.01."]


def test_dates_near_each_other_are_written_on_either_side_and_one_between_them_not():
    assert written(one_requirement(("2032-01-01", True), ("2032-03-01", True)), "day") == [
        "senest 01.01.",
        "senest 01.03.",
    ]
    between = one_requirement(("2032-01-01", True), ("2032-02-01", True), ("2032-03-01", True))
    assert written(between, "day") == ["senest 01.01.", "senest 01.03."]
    assert len(markers(between)) == 3


def test_a_yearly_duty_has_words_and_an_arrow_after_the_last_of_its_markers():
    ax = one_requirement(("2031-12-31", True), ("2032-12-31", True), yearly=True)
    assert written(ax, "day") == ["hvert år, senest 31.12."]
    (words,) = [text for text in ax.texts if text.get_gid() == "day"]
    arrows = [one for one in ax.texts if isinstance(one, Annotation) and one.arrow_patch]
    assert words.get_position()[0] > markers(ax)[-1][0]
    assert [arrow.xy[0] for arrow in arrows] == [pytest.approx(max(p.get_x() + p.get_width() for p in boxes(ax)))]


def test_no_day_is_written_on_a_marker():
    ax = drawn("draw_due_calendar")
    to_page = ax.transData.transform
    with style.house_style():
        extents = [(text.get_text(), text.get_window_extent()) for text in ax.texts if text.get_gid() == "day"]
    for (words, box), (x, y, _) in product(extents, markers(ax)):
        assert not box.contains(*to_page((x, y))), words


def test_a_requirement_whose_due_date_cannot_be_computed_has_a_row_that_says_so():
    ax = drawn("draw_due_calendar")
    frame = due_calendar()
    assert written(ax, "requirement") == list(dict.fromkeys(frame["krav"]))
    assert written(ax, "note") == ["Ukjent."] * int(frame["frist"].isna().sum())


# --- the wheels of the plan system


def spots(ax: Axes, rank: str) -> list[tuple[float, float]]:
    """Return how far round the wheel each marker of a rank lies, and how far out as a share of the wheel's radius."""
    arrows = [patch.get_xy() for patch in ax.patches if patch.get_gid() == "arrow"]
    xs, ys = zip(*(point for arrow in arrows for point in arrow), strict=True)
    radius = (max(xs) - min(xs)) / 2
    x, y = min(xs) + radius, (max(ys) + min(ys)) / 2
    points = [one.get_offsets()[0] for one in ax.collections if one.get_gid() == rank]
    return [(math.atan2(px - x, y - py) / (2 * math.pi) % 1, math.hypot(px - x, py - y) / radius) for px, py in points]


@every_size
def test_what_has_a_day_is_marked_that_far_round_its_wheel_clockwise_from_the_top(size):
    ax = drawn("draw_plan_wheel", plan_wheel(), size)
    outer = sorted(round(place, 3) for place, out in spots(ax, "plikt") if 0.7 < out < 1)
    assert outer == [pytest.approx(place, abs=0.002) for place in (0.23, 0.2505, 0.999)]
    assert any(place == pytest.approx(0.2505, abs=0.002) and 0.8 < out < 1 for place, out in spots(ax, "ryggrad"))
    # the year wheel ends and begins at the top, inside the other
    assert any(min(place, 1 - place) < 0.002 and 0.5 < out < 0.7 for place, out in spots(ax, "ryggrad"))
    assert sorted(round(place, 2) % 1 for place, out in spots(ax, "merkedag") if 0.98 < out < 1.02) == [0.0, 0.97]


@every_size
def test_everything_on_the_wheels_is_written_and_what_is_revised_when_decided_has_an_arrow_to_the_end(size):
    frame = plan_wheel()
    ax = drawn("draw_plan_wheel", frame, size)
    lines = " ".join(written(ax, "label"))
    assert all(name in lines for name in frame["krav"] if " " not in name)
    (arc,) = [line for line in ax.lines if line.get_gid() == "lasting"]
    assert arc.get_linewidth() > 3
    assert len([line for line in ax.lines if line.get_gid() == "leader"]) == 7
    assert written(ax, "part")[:8] == [words for n, year in enumerate(frame.attrs["aar"], 1) for words in (f"{n}. år", year)]


def test_the_backbone_is_written_in_bold_and_the_other_duties_are_not():
    ax = drawn("draw_plan_wheel")
    bold = [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]
    assert {"Planstrategi", "Samfunnsdel", "Arealdel", "Økonomiplan"} < set(bold)
    assert not {"Eierskapsmelding", "Beredskapsplan", "Klimaplan", "Valg"} & set(bold)


@every_size
def test_no_leader_crosses_another(size):
    ax = drawn("draw_plan_wheel", size=size)
    paths = [list(zip(*line.get_data(), strict=True)) for line in ax.lines if line.get_gid() == "leader"]
    for first, second in combinations(paths, 2):
        for one, other in product(pairwise(first), pairwise(second)):
            assert not _cross(*one, *other)


def _cross(a: tuple, b: tuple, c: tuple, d: tuple) -> bool:
    def side(p: tuple, q: tuple, r: tuple) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6


def test_a_wheel_with_more_duties_than_there_is_room_for_says_how_many_are_left_out():
    row = plan_wheel().iloc[[-1]]
    many = pd.concat([row.assign(krav=f"Plan {n}", tekst=f"hvert år {n}") for n in range(40)], ignore_index=True)
    lines = written(drawn("draw_plan_wheel", many), "label")
    left_out = next(int(line.split()[1]) for line in lines if re.fullmatch(r"og \d+ til", line))
    assert left_out + sum(line.startswith("Plan ") for line in lines) == 40


@pytest.mark.parametrize("ring", ["fire år", "ett år"])
def test_one_wheel_alone_is_drawn_when_nothing_stands_on_the_other(ring):
    ax = drawn("draw_plan_wheel", plan_wheel().query("ring == @ring"))
    assert ("Årshjulet" in written(ax, "label")) == (ring == "ett år")
    assert ("Fireårshjulet" in written(ax, "label")) == (ring == "fire år")


# --- the frames of the wheels and the calendar


def with_rules(register: Register, *rules: Gjentakelse, steps: bool = False) -> Register:
    """Return a register whose catalogue holds one core requirement with these rules."""
    krav = replace(
        register.requirements()[0],
        id="plan",
        gjentakelse=rules,
        saksgang=(Saksgang(steg="Høring", dager_foer=42, etter="§ 1", lenke=""),) if steps else (),
    )
    return replace(register, lovkrav=replace(register.lovkrav, krav=(krav,)))


def rule(regel: str, **fields: object) -> Gjentakelse:
    return Gjentakelse(regel=regel, etter="§ 1", sted={"regel": 1}, **fields)


def wheel_rows(register: Register) -> list[tuple]:
    frame = planwheel.wheel(register)
    rows = frame[frame["rang"] != "merkedag"][["ring", "posisjon", "til", "rang"]].astype(object)
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def test_a_rule_of_the_term_lies_as_far_round_as_its_last_day(fjordvik):
    within_a_year = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12))
    assert wheel_rows(within_a_year) == [("fire år", pytest.approx(366 / 1461), None, "plikt")]
    # the day before the next council
    whole_term = with_rules(fjordvik, rule("hver_valgperiode"))
    assert wheel_rows(whole_term) == [("fire år", pytest.approx(1460 / 1461), None, "plikt")]


def test_a_yearly_duty_lies_on_the_year_wheel_at_its_day_or_nowhere(fjordvik):
    assert wheel_rows(with_rules(fjordvik, rule("hvert_aar", dag="12-31"))) == [("ett år", 1.0, None, "plikt")]
    assert wheel_rows(with_rules(fjordvik, rule("hvert_aar", dag="03-31"))) == [
        ("ett år", pytest.approx(90 / 365), None, "plikt")
    ]
    assert wheel_rows(with_rules(fjordvik, rule("hvert_aar"))) == [("ett år", None, None, "plikt")]


def test_years_between_have_no_place_and_events_and_what_is_kept_up_to_date_no_row(fjordvik):
    assert wheel_rows(with_rules(fjordvik, rule("med_aars_mellomrom", hvert=4))) == [("fire år", None, None, "plikt")]
    without = with_rules(fjordvik, rule("ved_hendelse"), rule("holdes_oppdatert"), rule("fast_dato", dato="2028-07-01"))
    assert planwheel.wheel(without).empty


def test_a_rule_that_has_not_begun_lies_where_it_falls_due_in_a_later_term(fjordvik):
    first = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12, fra="2032-01-01"))
    assert wheel_rows(first) == [("fire år", pytest.approx(0.25, abs=0.01), None, "plikt")]


def test_a_backbone_plan_without_a_rhythm_lasts_from_where_the_strategy_is_due(fjordvik):
    strategy = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12), steps=True).requirements()[0]
    plan = replace(strategy, id="arealdel", navn="Arealdel", gjentakelse=())
    both = replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=(plan, strategy)))
    due = pytest.approx(366 / 1461)
    assert sorted(wheel_rows(both), key=str) == [("fire år", due, 1.0, "ryggrad"), ("fire år", due, None, "ryggrad")]


def test_the_wheel_says_when_the_councils_are_constituted_and_when_the_next_election_is(fjordvik):
    frame = planwheel.wheel(fjordvik)
    events = frame[frame["rang"] == "merkedag"].set_index("krav")["tekst"].to_dict()
    assert events == {"Konstituering": "senest 31.10.2027, neste senest 31.10.2031", "Valg": "september 2031"}
    assert frame.attrs["aar"] == ["2027–28", "2028–29", "2029–30", "2030–31"]


def test_the_calendar_ends_with_the_term_after_the_period_and_goes_over_what_is_not_core_or_sector(fjordvik):
    frame = planwheel.calendar(with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12)))
    assert list(frame["frist"]) == ["2028-10-31", "2032-10-31"]
    assert (frame.attrs["fra"], frame.attrs["til"]) == (fjordvik.per_dato, "2035-12-31")
    krav = replace(fjordvik.requirements()[0], relevans="drift")
    assert planwheel.calendar(replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=(krav,)))).empty


def test_a_calendar_of_more_than_forty_dates_ends_earlier(fjordvik):
    krav = with_rules(fjordvik, rule("hver_valgperiode", innen_maaneder=12)).requirements()[0]
    many = tuple(replace(krav, id=f"krav-{n}") for n in range(41))
    frame = planwheel.calendar(replace(fjordvik, lovkrav=replace(fjordvik.lovkrav, krav=many)))
    assert frame.attrs["til"] == "2028-12-31"
    assert len(frame) == 41


def test_the_figures_of_the_law_are_drawn_where_nobody_has_judged_and_where_there_is_no_catalogue(fjordvik):
    for register, name, size in product((fjordvik, replace(fjordvik, lovkrav=None)), LEGAL_FIGURES, charts.SIZES):
        assert figure(name, register, size).as_bytes(".svg").startswith(b"<?xml")


ALIGNMENT_FIGURES = (
    "forventninger",
    "satsingsomraader",
    "koblinger",
    "krysskobling",
    "forventninger-aar",
    "maaldekning",
)


def test_the_figures_of_expectations_are_drawn_where_nobody_has_judged_and_where_there_are_no_catalogues(fjordvik):
    none = dict.fromkeys(("forventninger", "planretningslinjer", "regionale", "baerekraftsmaal"))
    for register, name, size in product((fjordvik, replace(fjordvik, **none)), ALIGNMENT_FIGURES, charts.SIZES):
        assert figure(name, register, size).as_bytes(".svg").startswith(b"<?xml")


@pytest.mark.parametrize("name", ALIGNMENT_FIGURES)
@every_size
def test_no_text_in_a_figure_of_the_real_expectations_leaves_the_page_or_lies_on_another(name, size, ostre_toten):
    drawing = figure(name, ostre_toten, size).drawn
    assert all(_is_on_page(drawing, box) for _, box in extents(drawing))
    assert overlapping(drawing) == []


LEGAL_FIGURES = ("lovdekning-aar", "lovdekning-slag", "frister", "planhjul")


if __name__ == "__main__":
    for one in FRAMES:
        print(one, hashlib.sha256(charts.to_svg(example(one), "alt").encode()).hexdigest())
